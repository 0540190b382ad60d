/* Every error that the program can raise, from the table that the linker gathers (engine/core/message.h) and from the
 * `raise` statements of the modules that are written in the language. The tests ask which of them no program ever
 * raised.
 *
 * A row is one line: where it is raised, the class, the text as the source has it, two blanks between:
 * "repl/types/list.c  IndexError  pop from empty list". Places of one file with the same class and text are one row. */
#ifndef NNSH_REPL_CONSOLE_MESSAGES_H
#define NNSH_REPL_CONSOLE_MESSAGES_H

#include <stdbool.h>

#include "engine/core/text.h"

/* All rows in the order of their lines. False: an exception is pending. */
bool messages_write(Text *text);

/* From now on errors that are raised are noted; messages_append_reached appends their rows to a file, at once. */
void messages_observe(void);
bool messages_append_reached(const char *path);

#endif
