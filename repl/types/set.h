/* What set.c and set_methods.c share. Private. */
#ifndef NNSH_REPL_TYPES_SET_H
#define NNSH_REPL_TYPES_SET_H

#include "repl/types/containers.h"

bool set_update(Set *set, Value iterable);
void set_clear(Set *set);
Value set_copy(Set *set, Type *type); /* type: py_set_type or py_frozenset_type */
Value set_of(Value iterable, Type *type);
Value set_operation(BinaryOp op, Set *a, Set *b, Type *type);
bool set_is_subset(Set *a, Set *b, bool *answer);
extern const NativeRow set_methods[], frozenset_methods[];

#endif
