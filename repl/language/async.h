/* Coroutines and asynchronous generators: generators of another kind. Private to this room; what the machine calls is
 * declared in vm.h. */
#ifndef NNSH_REPL_LANGUAGE_ASYNC_H
#define NNSH_REPL_LANGUAGE_ASYNC_H

#include "repl/language/generator.h"

extern Type lang_coroutine_type, lang_async_generator_type;

/* A value as an asynchronous generator yields it, told apart from what it passes on of its awaitables. */
Value async_yielded(Value value);

#endif
