/* The whole terminal, taken and given back: alternate screen, cursor, keypad and line modes. There is one. */
#ifndef NNSH_VIEWS_SCREEN_H
#define NNSH_VIEWS_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

/* Whether the terminal on standard output can be drawn on at all. */
bool screen_possible(void);
/* Takes the terminal; a second call is a no-op. Keys come from standard input where that is a terminal: Ctrl-Z then
 * arrives as a key, so that the screen can be left before the program stops; Ctrl-C stays a signal. */
bool screen_enter(void);
/* Gives it back as it was; a no-op when it is not taken. */
void screen_leave(void);
/* The same from a signal handler. */
void screen_emergency(void);
/* The terminal's size now; the arguments are left alone where it does not tell. */
void screen_size(int *rows, int *columns);
/* All bytes, in one write() where the terminal takes them at once. */
void screen_write(const char *bytes, size_t length);

#endif
