/* The screens of docs/screens: the real program on a terminal of a given size, and what then stands there. Made by
 * `./dev screens`, and made again and compared by a test. */
#ifndef NNSH_TESTS_SUPPORT_SCREENS_H
#define NNSH_TESTS_SUPPORT_SCREENS_H

#include <stdbool.h>

typedef struct ScreenRow {
  const char *name;   /* the file: "dashboard_80x24.ansi" (colour, as SGR sequences) or ".txt" (none) */
  int rows, columns;
  const char *glyphs; /* "braille", "block" or "ascii" */
  bool colour;
  bool needs_fashion; /* Fashion-MNIST has to be on this machine */
  const char *code;   /* runs first (-c), then the prompt */
  const char *keys;   /* typed at the prompt; NULL: nothing */
} ScreenRow;
extern const ScreenRow screen_rows[]; /* ends with name NULL */

/* Whether the data that the screen shows is on this machine. */
bool screen_has_data(const ScreenRow *row);

/* Runs the program and returns what stands on the screen (free), or NULL where it did not come to its prompt. */
char *screen_make(const ScreenRow *row);

#endif
