/* Wrappers: the slots of native types as methods, such as list.__len__. Private. */
#ifndef NNSH_REPL_TYPES_WRAPPER_H
#define NNSH_REPL_TYPES_WRAPPER_H

#include "repl/types/slots.h"

/* How each kind of slot is called as a method: what SpecialRow's `wrap` holds. */
#define WRAPPER_NOUNS(NOUN) \
  NOUN(repr) NOUN(str) NOUN(hash) NOUN(truth) NOUN(length) NOUN(getattr) NOUN(setattr) NOUN(getitem) \
  NOUN(setitem) NOUN(contains) NOUN(iter) NOUN(next) NOUN(call) NOUN(binary) NOUN(reflected) NOUN(inplace) \
  NOUN(unary) NOUN(compare) NOUN(format) NOUN(get) NOUN(set)
#define WRAPPER_DECLARE(noun) \
  Value wrap_##noun(const Type *owner, const SpecialRow *row, const Value *arguments, int count);
WRAPPER_NOUNS(WRAPPER_DECLARE)
#undef WRAPPER_DECLARE

/* A native type's own slot as a method: a new reference, or PY_UNDEFINED where the slot is not its own. */
Value wrapper_of(Type *owner, String *name);

extern Type py_wrapper_type;

#endif
