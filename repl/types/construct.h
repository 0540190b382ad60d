/* Making instances: what a class does when it is called, by __new__ and __init__. Private. */
#ifndef NNSH_REPL_TYPES_CONSTRUCT_H
#define NNSH_REPL_TYPES_CONSTRUCT_H

#include "repl/types/type.h"

/* The `call` slot of classes. */
Value construct_call(Value self, const Arguments *arguments);
/* What object.__new__(type) does: an instance with no __init__ run; types that only construct get the arguments. */
Value construct_allocate(Type *type, const Arguments *arguments);
/* T.__new__ of a native type that constructs in one step, bound to T. */
Value construct_native_new(Value type);
/* __init__ of a native type on an existing object, arguments without self. */
bool construct_native_init(Type *owner, Value self, const Arguments *arguments);

#endif
