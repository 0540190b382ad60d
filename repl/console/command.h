/* What the prompt understands beside the language: `%save FILE.py`, `x?`, `%help`. */
#ifndef NNSH_REPL_CONSOLE_COMMAND_H
#define NNSH_REPL_CONSOLE_COMMAND_H

#include <stdbool.h>

typedef struct CommandRow {
  const char *name; /* "%save" */
  const char *arguments, *help;
  void (*run)(const char *argument);
} CommandRow;
extern const CommandRow command_rows[]; /* ends with name NULL */

/* True where the line was a command (done, or refused with a message); false: it is the language's. */
bool command_run(const char *line);

#endif
