/* The exception classes' common slots. Private. */
#ifndef NNSH_REPL_TYPES_EXCEPTION_TYPES_H
#define NNSH_REPL_TYPES_EXCEPTION_TYPES_H

#include "repl/types/exception.h"

/* What an exception's str shows: its argument, or the tuple of them. */
bool exception_text(Text *text, Exception *exception);

/* An instance whose args are the positional arguments: what a user's class has that does not call super().__init__. */
Value exception_allocate(Type *type, const Arguments *arguments);

/* __traceback__: a chain of traceback objects, or None. */
struct Exception;
bool exception_set_traceback(Exception *exception, Value value); /* a traceback or None; else TypeError */
Value exception_traceback(const struct Exception *exception);

#endif
