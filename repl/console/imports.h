/* The names that tutorials take for granted, and the line that imports each. */
#ifndef NNSH_REPL_CONSOLE_IMPORTS_H
#define NNSH_REPL_CONSOLE_IMPORTS_H

#include "engine/core/text.h"
#include "repl/types/exception.h"

/* Adds "hint: import numpy as np" to a traceback, where it ends in a NameError for a name of the table. */
void imports_add_hint(Text *text, const Exception *exception);

#endif
