#include "views/terminfo.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <curses.h>
#include <term.h>

#include "engine/core/memory.h"

/* Sets terminfo up for $TERM beside whatever else in the process (readline) has set up; *before gets that. */
static bool open_terminfo(TERMINAL **before) {
  const char *term = getenv("TERM");
  int status;
  *before = set_curterm(NULL);
  if (term && *term && setupterm(NULL, STDOUT_FILENO, &status) == OK) return true;
  set_curterm(*before);
  return false;
}

static void close_terminfo(TERMINAL *before) {
  TERMINAL *own = set_curterm(before);
  if (own) del_curterm(own);
}

static const char *capability(const char *name) {
  const char *text = tigetstr(name);
  return text && text != (char *)-1 ? text : "";
}

void view_terminfo(int *colours, bool *moves) {
  *colours = 0;
  *moves = false;
  TERMINAL *before;
  if (!open_terminfo(&before)) return;
  *colours = tigetnum("colors");
  *moves = *capability("cup") != 0;
  close_terminfo(before);
}

/* Copies a sequence without its padding ("$<50/>"); one that does not fit is left out. */
static void copy_sequence(char *out, size_t size, const char *name) {
  size_t used = 0;
  for (const char *at = capability(name); *at; at++) {
    if (at[0] == '$' && at[1] == '<' && strchr(at, '>')) {
      at = strchr(at, '>');
      continue;
    }
    if (used + 1 >= size) {
      used = 0;
      break;
    }
    out[used++] = *at;
  }
  out[used] = 0;
}

bool view_screen_sequences(ScreenSequences *sequences) {
  memset(sequences, 0, sizeof *sequences);
  TERMINAL *before;
  if (!open_terminfo(&before)) return false;
  bool ansi = strncmp(capability("cup"), "\033[%i%p1%d;%p2%dH", 17) == 0;
  copy_sequence(sequences->enter, sizeof sequences->enter, "smcup");
  copy_sequence(sequences->leave, sizeof sequences->leave, "rmcup");
  copy_sequence(sequences->hide_cursor, sizeof sequences->hide_cursor, "civis");
  copy_sequence(sequences->show_cursor, sizeof sequences->show_cursor, "cnorm");
  copy_sequence(sequences->keys_on, sizeof sequences->keys_on, "smkx");
  copy_sequence(sequences->keys_off, sizeof sequences->keys_off, "rmkx");
  close_terminfo(before);
  return ansi;
}

struct KeyReader {
  FILE *input, *nowhere;
  SCREEN *screen;
  WINDOW *pad;
  TERMINAL *before;
};

/* newterm takes signals over that have no handler yet; they are given back at once. */
static const int curses_signals[] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
enum { CURSES_SIGNALS = sizeof curses_signals / sizeof *curses_signals };

KeyReader *key_reader_open(int input) {
  KeyReader *reader = core_alloc_zero(1, sizeof *reader);
  if (!reader) return NULL;
  int copy = dup(input);
  reader->input = copy >= 0 ? fdopen(copy, "r") : NULL;
  if (!reader->input && copy >= 0) close(copy);
  reader->nowhere = fopen("/dev/null", "w");
  struct sigaction actions[CURSES_SIGNALS];
  for (int i = 0; i < CURSES_SIGNALS; i++) sigaction(curses_signals[i], NULL, &actions[i]);
  reader->before = set_curterm(NULL);
  if (reader->input && reader->nowhere) reader->screen = newterm(NULL, reader->nowhere, reader->input);
  for (int i = 0; i < CURSES_SIGNALS; i++) sigaction(curses_signals[i], &actions[i], NULL);
  if (reader->screen) reader->pad = newpad(1, 1);
  if (!reader->pad) {
    key_reader_close(reader);
    return NULL;
  }
  keypad(reader->pad, TRUE);
  nodelay(reader->pad, TRUE);
  set_escdelay(25);
  return reader;
}

void key_reader_close(KeyReader *reader) {
  if (!reader) return;
  if (reader->pad) delwin(reader->pad);
  if (reader->screen) {
    endwin();
    delscreen(reader->screen);
  }
  set_curterm(reader->before);
  if (reader->input) fclose(reader->input);
  if (reader->nowhere) fclose(reader->nowhere);
  core_free(reader);
}

int key_reader_next(KeyReader *reader) {
  int key = wgetch(reader->pad);
  if (key == ERR) return -1;
  if (key == KEY_RESIZE) return VIEW_KEY_RESIZE;
  return key >= 0 && key < 0x100 ? key : VIEW_KEY_OTHER;
}
