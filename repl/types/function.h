/* Native functions and bound methods as objects. Private; the interpreter may look inside for speed. */
#ifndef NNSH_REPL_TYPES_FUNCTION_H
#define NNSH_REPL_TYPES_FUNCTION_H

#include "engine/core/signature.h"
#include "repl/types/type.h"

typedef struct Native {
  Object head;
  const NativeRow *row;
  const Signature *signature; /* NULL until the first call */
  Value self;                 /* PY_UNDEFINED: not bound */
  const char *module;
  Type *owner;    /* methods of a native type: whose; else NULL */
  bool is_method; /* binds when read from an instance */
  bool is_class;  /* binds to the class */
  bool simple;    /* only positional parameters: no *args, no keyword-only ones */
} Native;

typedef struct Method {
  Object head;
  Value function, self;
} Method;

/* Where set, told of each row that runs, by its names: module and type (NULL for functions of a module), then the row's
 * ("abs|absolute"; "__init__" for a construction). Rows may be told of once or often. The tests ask which rows no program
 * ever ran; nothing else sets it. */
extern void (*function_observer)(const char *module, const char *owner, const char *name);
static inline void function_observe(const char *module, const char *owner, const char *name) {
  if (__builtin_expect(function_observer != NULL, 0)) function_observer(module, owner, name);
}

/* Where set, asked for another way to make a call that failed: of a class (`native` NULL; its construction raised) or
 * of a native function or method (`type` NULL; its arguments did not fit). The exception is pending; PY_UNDEFINED
 * leaves it so, any other value is the call's result. This is how old spellings of Keras get their meaning, and cost
 * nothing where none is used. */
extern Value (*function_rescue)(Type *type, Native *native, const Arguments *arguments);
/* Where set, told of constructions of native types that went well, with three positional arguments or more. */
extern void (*function_notice)(Type *type, const Arguments *arguments);

/* A method of a native type, unbound. */
Value function_method(const NativeRow *row, Type *owner, bool is_static);
/* A static method of a native type; where its first parameter is `cls` it is one of the class, which it gets. */
Value function_static(const NativeRow *row, Type *owner);

/* py_bind with what only native calls need: `implicit` arguments that stand before the signature's in CPython's counts
 * (1 for constructors, whose self is not in the signature); `builtin`: the texts of CPython's own C functions, with
 * `owner` ("list") for those that name it; `constructor`: those of the class's own arguments. */
typedef struct BindNames {
  const char *function, *owner;
  int implicit;
  bool builtin, constructor;
} BindNames;
bool function_bind(const Signature *signature, const BindNames *names, const Arguments *arguments, Value *slots);
void function_drop(Value *slots, int count);

#endif
