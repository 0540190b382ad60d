/* Parameterized classes (list[int]) and unions of classes (int | str). Public: a module's class that may stand with
 * brackets makes its __class_getitem__ of py_generic. */
#ifndef NNSH_REPL_TYPES_GENERIC_H
#define NNSH_REPL_TYPES_GENERIC_H

#include "repl/types/type.h"

/* types.GenericAlias: origin[arguments]; arguments that are no tuple become one. */
Value py_generic(Value origin, Value arguments);
bool generic_is_union(Value value);
/* The members of a union: a tuple, borrowed. */
Value generic_members(Value value);
/* The | of classes. */
Value generic_union(BinaryOp op, Value a, Value b);

/* What replaces type variables in an alias or a union: function(alias, arguments). Kept until another one is given. */
void generic_set_substitution(Value function);

/* __class_getitem__ as a row, for types that have no other static methods. */
extern const NativeRow generic_statics[];
extern Type py_generic_type, py_union_type;

#endif
