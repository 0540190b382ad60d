/* The exception classes' common slots. Private. */
#ifndef NNSH_REPL_TYPES_EXCEPTION_TYPES_H
#define NNSH_REPL_TYPES_EXCEPTION_TYPES_H

#include "repl/types/exception.h"

/* What an exception's str shows: its argument, or the tuple of them. */
bool exception_text(Text *text, Exception *exception);

#endif
