/* help(x) and x?: what a value is, from the tables. */
#ifndef NNSH_REPL_CONSOLE_HELP_H
#define NNSH_REPL_CONSOLE_HELP_H

#include <stdbool.h>

#include "engine/core/text.h"
#include "repl/types/value.h"

/* Adds help, exit and quit to the builtins. */
bool help_start(void);

/* The text for a value: signature, one line of help, parameters, methods. */
bool help_text(Text *text, Value value);

/* Prints the help of a dotted name, or says that there is no such name. */
void help_name(const char *name);

/* The value of a dotted name in __main__ (a new reference), looked up without running code of the user; PY_UNDEFINED
 * where there is none. Never leaves an exception pending. */
Value help_find(const char *name, size_t length);

/* The signature line of a callable, or NULL. */
const char *help_signature(Value value);

#endif
