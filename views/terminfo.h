/* What terminfo says of $TERM. A file of its own, because term.h defines short names ("columns", "lines") as macros. */
#ifndef NNSH_VIEWS_TERMINFO_H
#define NNSH_VIEWS_TERMINFO_H

#include <stdbool.h>

/* How many colours, and whether the cursor can be moved at all; 0 and false where TERM is unset or unknown. */
void view_terminfo(int *colours, bool *moves);

/* The sequences around a full screen, without padding; "" where the terminal has none. */
typedef struct ScreenSequences {
  char enter[64], leave[64];          /* the alternate screen */
  char hide_cursor[32], show_cursor[32];
  char keys_on[32], keys_off[32];     /* keypad transmit mode */
} ScreenSequences;

/* False where the terminal is unknown or does not address its cursor as ANSI terminals do, as the painter must. */
bool view_screen_sequences(ScreenSequences *sequences);

/* Keys through curses, which is asked for nothing else: its output goes to /dev/null. One at a time; the thread that
 * opens reads and closes. */
typedef struct KeyReader KeyReader;
KeyReader *key_reader_open(int input); /* NULL: curses would not start */
void key_reader_close(KeyReader *reader);
/* The next key: a character, or one of the VIEW_KEY codes; -1 when none waits. */
int key_reader_next(KeyReader *reader);
enum { VIEW_KEY_RESIZE = 0x1000, VIEW_KEY_OTHER };

#endif
