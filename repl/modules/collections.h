/* What the files of the collections module share: private to them. */
#ifndef NNSH_REPL_MODULES_COLLECTIONS_H
#define NNSH_REPL_MODULES_COLLECTIONS_H

#include "repl/modules/modules.h"

extern Type deque_type, deque_iterator_type, defaultdict_type, namedtuple_base_type;

/* The getattr slot of types that CPython calls by their full name: raises AttributeError. */
Value collections_no_attribute(Value self, String *name);

/* collections.namedtuple (namedtuple.c). */
Value namedtuple_make(const NativeRow *row, Value *arguments);
/* Makes the class that derives from typing.NamedTuple what its annotations say: setup(cls, names, defaults). */
Value namedtuple_setup(const NativeRow *row, Value *arguments);

/* A constructor's parameters that are known only at run time: a namedtuple's fields, a dataclass's. One object holds
 * them, which the class keeps. */
typedef struct Fields {
  Object head;
  Signature *signature; /* owned */
  Value names;          /* tuple of str, in the order of the parameters */
  Value defaults;       /* tuple: one item a parameter, PY_NONE where there is none */
} Fields;
extern Type fields_type;
/* `line` is a signature with `...` for every default. NULL with an exception pending. */
Fields *fields_new(const char *line, Value names, Value defaults);
/* Puts arguments into slots (signature->count new references; PY_UNDEFINED where the default is to be taken), or raises
 * the TypeError of a function of the language ("Point.__new__") whose first parameter stands for cls or self. */
bool fields_bind(const Fields *record, const char *function, const Arguments *arguments, Value *slots);
/* A keyword argument's names and values out of **kwargs, for a call: `names` and `values` have room for dict->count. */
void fields_spread(Dict *dict, Arguments *arguments, String **names, Value *values);

#endif
