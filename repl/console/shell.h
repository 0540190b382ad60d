/* Lines for the system's shell. */
#ifndef NNSH_REPL_CONSOLE_SHELL_H
#define NNSH_REPL_CONSOLE_SHELL_H

#include "repl/types/value.h"

/* Runs a command by /bin/sh, its output to standard output, and waits; None, or OSError where there is no shell.
 * Without --allow-shell it is not run: one line on standard error says so (none for `pip install` of what nnsh has).
 * `{expression}` in the command is replaced by its value, as IPython does. */
Value shell_run(const char *command);

/* What `pip install ...` asks for: a note for each name that nnsh does not have. False: it is no such command. */
bool shell_is_pip(const char *command);

#endif
