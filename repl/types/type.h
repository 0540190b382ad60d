/* Types: what a value can do. Native types are static structs with slots and rows of methods; classes written by the
 * user are made at run time. A slot that is NULL is inherited from `base` when the type is first used (py_type_ready).
 *
 * Slots follow the ownership rule of value.h. Special methods of user classes (__add__, __len__, ...) are reached
 * through the same slots, which call them. */
#ifndef NNSH_REPL_TYPES_TYPE_H
#define NNSH_REPL_TYPES_TYPE_H

#include "repl/types/value.h"

/* Binary operators: enumerator, symbol, special method, reflected method. */
#define PY_BINARY_ROWS(ROW)                                   \
  ROW(OP_ADD, "+", "__add__", "__radd__", "__iadd__")         \
  ROW(OP_SUB, "-", "__sub__", "__rsub__", "__isub__")         \
  ROW(OP_MUL, "*", "__mul__", "__rmul__", "__imul__")         \
  ROW(OP_DIV, "/", "__truediv__", "__rtruediv__", "__itruediv__") \
  ROW(OP_FLOORDIV, "//", "__floordiv__", "__rfloordiv__", "__ifloordiv__") \
  ROW(OP_MOD, "%", "__mod__", "__rmod__", "__imod__")         \
  ROW(OP_POW, "**", "__pow__", "__rpow__", "__ipow__")        \
  ROW(OP_MATMUL, "@", "__matmul__", "__rmatmul__", "__imatmul__") \
  ROW(OP_AND, "&", "__and__", "__rand__", "__iand__")         \
  ROW(OP_OR, "|", "__or__", "__ror__", "__ior__")             \
  ROW(OP_XOR, "^", "__xor__", "__rxor__", "__ixor__")         \
  ROW(OP_LSHIFT, "<<", "__lshift__", "__rlshift__", "__ilshift__") \
  ROW(OP_RSHIFT, ">>", "__rshift__", "__rrshift__", "__irshift__")

typedef enum BinaryOp {
#define PY_BINARY_ENUM(op, symbol, method, reflected, in_place) op,
  PY_BINARY_ROWS(PY_BINARY_ENUM)
#undef PY_BINARY_ENUM
  BINARY_OP_COUNT
} BinaryOp;

typedef enum UnaryOp { OP_NEGATIVE, OP_POSITIVE, OP_INVERT, OP_ABS, UNARY_OP_COUNT } UnaryOp;
typedef enum CompareOp { OP_LT, OP_LE, OP_EQ, OP_NE, OP_GT, OP_GE } CompareOp;

struct String;
struct Dict;

/* Arguments of a call as they were written: borrowed, alive during the call. */
typedef struct Arguments {
  const Value *positional;
  int count;
  const Value *keyword_values; /* keyword_count entries */
  struct String *const *keyword_names;
  int keyword_count;
} Arguments;

/* One row: a function, method or constructor that C implements. `signature` is one line of Python (signature.h of
 * engine/core); for methods it starts with "self". `call` gets one Value a parameter, in the signature's order,
 * defaults filled in from their literals (fresh values; `...` and missing ones arrive as PY_UNDEFINED); *args arrives
 * as a tuple, **kwargs as a dict. Wrong arguments never reach it: binding raises CPython's TypeError texts. */
typedef struct NativeRow {
  const char *name; /* aliases after '|': "concatenate|concat" */
  const char *signature;
  const char *help; /* one line */
  Value (*call)(const struct NativeRow *row, Value *arguments);
  const void *data; /* for rows that share one handler: a pointer to what differs, e.g. an NdUfunc */
} NativeRow;

/* One row: a computed attribute. set NULL: read-only ("attribute 'shape' of 'X' objects is not writable"). */
typedef struct PropertyRow {
  const char *name;
  const char *help;
  Value (*get)(Value self);
  bool (*set)(Value self, Value value);
} PropertyRow;

enum { NEXT_TWO_CANNOT = 2 };
typedef enum TypePattern { PATTERN_OF_NONE, PATTERN_OF_SEQUENCES, PATTERN_OF_MAPPINGS } TypePattern;

typedef bool (*PyVisit)(Object *object, void *context);

typedef struct Type {
  Object head;
  const char *name;   /* "list" */
  const char *module; /* "builtins", "keras.layers", ... */
  const char *help;
  struct Type *base; /* NULL only for object */
  size_t size;       /* bytes of an instance */

  /* Life. traverse marks a type whose objects can be in cycles: it calls visit for every object held; clear drops
   * them. dealloc drops what the object holds; the memory itself is freed by the caller of dealloc. */
  void (*dealloc)(Object *self);
  bool (*traverse)(Object *self, PyVisit visit, void *context);
  void (*clear)(Object *self);

  Value (*repr)(Value self);
  Value (*str)(Value self); /* NULL: repr */
  bool (*hash)(Value self, uint64_t *hash);  /* NULL and compare set: unhashable */
  Value (*compare)(CompareOp op, Value a, Value b); /* or PY_NOT_IMPLEMENTED */
  int (*truth)(Value self);                  /* 1, 0 or -1 */
  Value (*call)(Value self, const Arguments *arguments);
  /* After properties, methods and the instance's dict; PY_UNDEFINED: not found. */
  Value (*getattr)(Value self, struct String *name);
  /* After properties with a setter, instead of the instance's dict (py_setattr_plain is what it may fall back to). */
  bool (*setattr)(Value self, struct String *name, Value value /* PY_UNDEFINED: delete */);
  int64_t (*length)(Value self); /* or -1 */
  Value (*getitem)(Value self, Value key);
  bool (*setitem)(Value self, Value key, Value value /* PY_UNDEFINED: delete */);
  int (*contains)(Value self, Value item); /* 1, 0 or -1; NULL: by iteration */
  Value (*iter)(Value self);
  Value (*next)(Value self); /* PY_UNDEFINED at the end (no StopIteration is made) */
  /* What next gives as a tuple of two, without the tuple: 1, 0 at the end, -1 with an exception; NEXT_TWO_CANNOT where
   * next has to be asked. Not inherited; may be NULL. */
  int (*next_two)(Value self, Value *first, Value *second);
  /* a or b is of this type; the other may be anything. PY_NOT_IMPLEMENTED lets the other side try. */
  Value (*binary)(BinaryOp op, Value a, Value b);
  Value (*inplace)(BinaryOp op, Value self, Value other); /* NULL: binary */
  Value (*unary)(UnaryOp op, Value self);
  Value (*format)(Value self, const char *spec, size_t length); /* format(self, spec); NULL: str's rules on str(self) */

  /* Construction: Type(...) binds by `signature` and calls construct. NULL: cannot be made from the language. */
  const char *signature;
  Value (*construct)(struct Type *type, Value *arguments);
  Value (*from_one)(Value item); /* the short way for Type(item) with nothing else; not inherited; may be NULL */
  /* Construction in two steps, for types that users derive classes from (layers, models, exceptions, list, dict): where
   * construct is NULL, Type(...) is py_new(type), then init with the arguments bound by `signature`. It may run twice
   * on one object. This is what super().__init__(...) in a user's class reaches. */
  bool (*init)(Value self, Value *arguments);

  /* Descriptors. `get` says what an object that is found in a class becomes when it is read as an attribute: a
   * function of the language sets it to py_method_get, which binds. instance is PY_UNDEFINED when the attribute is read
   * from the class itself. `set` makes it a data descriptor, which goes before the instance's dict (property). */
  Value (*get)(Value self, Value instance, struct Type *owner);
  bool (*set)(Value self, Value instance, Value value /* PY_UNDEFINED: delete */);

  const NativeRow *methods;      /* ends with a row whose name is NULL; may be NULL */
  const NativeRow *more_methods; /* those that it shares with another type, likewise */
  const NativeRow *statics;      /* static methods, likewise; with a first parameter `cls`: of the class */
  const PropertyRow *properties; /* likewise */
  struct Dict *dict;             /* attributes added at run time: class bodies of the user, class constants */
  const void *data;              /* for types made from a table row: the row */
  /* Private to the types room from here on. */
  bool ready, heap;
  const struct Signature *parsed; /* of `signature`, once a construction has needed it */
  bool builtin;                   /* of the module builtins; told with `parsed` */
  bool meta;            /* instances are classes: type, and what derives from it */
  bool abstract;        /* has abstract methods: no instances are made */
  bool hides_dict;      /* __slots__ without a dict: only the attributes named there may be set */
  bool finds_itself;    /* a __getattribute__ of the user */
  bool finalizes;       /* a __del__ of the user */
  uint8_t pattern;      /* of classes of the user: a TypePattern, what `match` takes their instances for */
  uint64_t version;    /* another one after each change of what attributes are found (lookup.h) */
  int32_t dict_offset; /* where instances keep their own dict, 0 for none */
  int32_t slots_offset; /* where they keep the values of __slots__, if they have a __dict__ besides; else 0 */
  struct Tuple *mro;   /* user classes: the linear order of bases, itself first; NULL: along `base` */
  struct Tuple *bases; /* user classes: as written */
  const char *qualified_name; /* user classes: "Outer.Inner", "f.<locals>.A"; NULL: name */
  struct Type *next_heap, *previous_heap; /* all user classes, so that a changed base updates them */
} Type;

/* The name of a type in CPython's messages: types that CPython has from C are called with their module there
 * ("numpy.ndarray"), builtins and the user's classes by their name. Valid until the fourth call after. */
const char *py_type_label(const Type *type);
/* A class as a value: a new reference; readies the type. (Static types may be used as values only through this.) */
Value py_type_value(Type *type);
static inline Type *py_as_type(Value v) { return (Type *)v.as.object; }
bool py_is_type(Value v);
/* The `get` slot of functions: a bound method, or the function itself when read from a class. */
Value py_method_get(Value self, Value instance, Type *owner);
/* The dict of an instance, for classes that have one: NULL when the type has none or (create false) it is not made yet;
 * NULL with MemoryError pending where creation failed. Borrowed. */
struct Dict *py_instance_dict(Object *object, bool create);
/* Another dict for an object that has one; PY_UNDEFINED: an empty one. */
bool py_instance_set_dict(Object *object, Value value);

/* Fills inherited slots; called on first use by everything below, idempotent. */
void py_type_ready(Type *type);
/* Makes a class at run time, as `class name(bases): body` does; `dict` is the body's namespace (stolen). The metaclass
 * is that of the bases. */
Value py_class_new(struct String *name, Value bases_tuple, struct Dict *dict);
/* Likewise, as `class name(bases, metaclass=..., **keywords)` does: the metaclass (NULL: as the bases say) is called,
 * keywords (a dict, or PY_UNDEFINED) go to it and to __init_subclass__. */
Value py_class_build(Type *metaclass, struct String *name, Value bases_tuple, Value namespace, Value keywords);
/* The most derived of a metaclass (or NULL) and those of the bases; NULL with TypeError pending. Borrowed. */
Type *py_class_winner(Type *metaclass, Value bases_tuple);
/* Allocates an instance (cleared after the head) with one reference; NULL with MemoryError pending. */
void *py_new(Type *type);
bool py_is_subtype(const Type *type, const Type *of);
/* Looks an attribute up along the bases; borrowed, PY_UNDEFINED when absent. */
Value py_type_lookup(const Type *type, struct String *name);

/* Cycles: collects now, returns how many objects went. Runs by itself by count and by bytes. */
int64_t py_collect(void);

extern Type py_type_type, py_object_type, py_property_type, py_classmethod_type, py_staticmethod_type, py_super_type;

#endif
