/* The real binary on a pseudo-terminal, its screen kept by libvterm: type keys, wait for text, read cells. */
#ifndef NNSH_TESTS_SUPPORT_TERMINAL_H
#define NNSH_TESTS_SUPPORT_TERMINAL_H

#include <stdbool.h>
#include <stdint.h>
#include <termios.h>

typedef struct Terminal Terminal;

/* Starts `arguments` (NULL-terminated, program first) on a terminal of rows x columns, with TERM=xterm-256color,
 * COLORTERM=truecolor, a UTF-8 locale, an empty HOME, and extra environment ("NAME=VALUE", or "NAME" to unset). NULL
 * where there is no pseudo-terminal. */
Terminal *terminal_start(const char *const *arguments, int rows, int columns, const char *const *environment);

/* Sends bytes as typed. */
void terminal_type(Terminal *terminal, const char *keys);

/* Waits until the screen (or what has scrolled off) shows `text`: true; false after `seconds` or when the program left
 * without it. */
bool terminal_wait_for(Terminal *terminal, const char *text, double seconds);
/* Waits until `text` is on the screen now, not in what scrolled off. */
bool terminal_wait_on_screen(Terminal *terminal, const char *text, double seconds);
/* Reads what comes for so long. */
void terminal_read_for(Terminal *terminal, double seconds);

/* One row of the screen as UTF-8, trailing blanks cut; valid until the next call with the same terminal. */
const char *terminal_row(Terminal *terminal, int row);
/* The whole screen, rows ended by newlines. Owned by the terminal. */
const char *terminal_screen(Terminal *terminal);
/* What has scrolled off the top, oldest first, then the screen. Owned by the terminal. */
const char *terminal_all(Terminal *terminal);
/* The screen with colours and attributes as SGR sequences, each row ended by a reset and a newline, blank rows at the
 * bottom cut; `cat` shows it. Owned by the caller (free). */
char *terminal_screen_with_colours(Terminal *terminal);
bool terminal_on_alternate_screen(const Terminal *terminal);
/* Colours of a cell as 0xRRGGBB; false for the default colour. */
bool terminal_foreground(Terminal *terminal, int row, int column, uint32_t *rgb);
bool terminal_background(Terminal *terminal, int row, int column, uint32_t *rgb);
void terminal_size(const Terminal *terminal, int *rows, int *columns);

void terminal_resize(Terminal *terminal, int rows, int columns);
/* The terminal's modes as `stty -g` would print them. */
void terminal_modes(const Terminal *terminal, struct termios *modes);
/* Whether the modes are what they were before the program started. */
bool terminal_modes_restored(const Terminal *terminal);
int terminal_pid(const Terminal *terminal);

/* Waits for the program's end; returns its status (128 + signal), -1 where it had to be killed. */
int terminal_wait_end(Terminal *terminal, double seconds);
void terminal_free(Terminal *terminal);

#endif
