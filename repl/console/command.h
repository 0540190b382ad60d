/* What prompts and notebooks understand beside the language: `%save FILE.py`, `%time statement`, `%%capture`, `x?`. */
#ifndef NNSH_REPL_CONSOLE_COMMAND_H
#define NNSH_REPL_CONSOLE_COMMAND_H

#include <stdbool.h>

#include "repl/types/value.h"

/* One row a command. Its handler gives a value, which echoes as an expression's does, PY_NONE, or PY_ERROR with an
 * exception pending. `body` is what stands below a `%%` command, NULL for a line. */
typedef struct CommandRow {
  const char *name;      /* "%save"; "%%time" takes a whole cell */
  const char *arguments; /* "FILE.py" */
  const char *help;
  Value (*run)(const struct CommandRow *row, const char *argument, const char *body);
  const char *note; /* of commands that do nothing here: what to say; NULL: nothing */
} CommandRow;
extern const CommandRow command_rows[]; /* ends with name NULL */

/* Runs `%name argument`, or with a body `%%name argument`. A name that no row has is told on standard error, in one
 * line, and passed over. */
Value command_call(const char *name, const char *argument, const char *body);

/* True where the line at the prompt was a command (done, or refused with a message); false: it is the language's. */
bool command_run(const char *line);

/* One line on standard error: what was passed over, and why. */
void command_note(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
