/* The built-in containers and strings, as native code uses them. Their methods are in str.c, list.c, dict.c, ... */
#ifndef NNSH_REPL_TYPES_CONTAINERS_H
#define NNSH_REPL_TYPES_CONTAINERS_H

#include "engine/core/signature.h"
#include "engine/core/text.h"
#include "repl/types/type.h"

/* str: immutable UTF-8. */
typedef struct String {
  Object head;
  uint64_t hash;    /* 0: not computed */
  int64_t length;   /* bytes */
  int64_t count;    /* code points; == length where all is ASCII */
  bool interned;
  char data[];      /* NUL-terminated */
} String;

typedef struct Tuple {
  Object head;
  int64_t count;
  uint64_t hash;
  Value items[];
} Tuple;

typedef struct List {
  Object head;
  int64_t count, capacity;
  Value *items;
} List;

/* dict: insertion-ordered; entries with key PY_UNDEFINED are deleted ones. */
typedef struct DictEntry {
  Value key, value;
  uint64_t hash;
} DictEntry;
typedef struct Dict {
  Object head;
  int64_t count;      /* live entries */
  int64_t used;       /* entries in use, deleted ones included */
  int64_t capacity;   /* of entries */
  DictEntry *entries;
  int32_t *index;     /* open addressing into entries, -1 empty */
  int64_t index_size; /* a power of two */
  uint64_t version;   /* changes with every insertion or deletion of a key: for caches and for iteration checks */
  bool mixed;         /* a key that is not an interned str was put in: names are not told by their address alone */
} Dict;

/* bytes: immutable. */
typedef struct Bytes {
  Object head;
  uint64_t hash; /* 0: not computed */
  int64_t count;
  char data[]; /* NUL-terminated */
} Bytes;

/* set and frozenset: open addressing in the order CPython walks it, so that sets of numbers print alike. A free place
 * has key PY_UNDEFINED (tag), a deleted one PY_ERROR. */
typedef struct SetEntry {
  Value key;
  uint64_t hash;
} SetEntry;
typedef struct Set {
  Object head;
  int64_t count; /* members */
  int64_t fill;  /* members and deleted places */
  int64_t mask;  /* table size - 1; a power of two */
  SetEntry *table;
  SetEntry small[8];
  uint64_t hash; /* frozenset: 0 where not computed */
} Set;

/* range: start, start + step, ... count elements. */
typedef struct Range {
  Object head;
  int64_t start, stop, step, count;
} Range;

extern Type py_none_type, py_bool_type, py_int_type, py_float_type, py_str_type, py_bytes_type, py_tuple_type,
    py_list_type, py_dict_type, py_set_type, py_slice_type, py_range_type, py_native_type, py_method_type,
    py_module_type, py_ellipsis_type, py_not_implemented_type, py_frozenset_type, py_dict_keys_type,
    py_dict_values_type, py_dict_items_type;
/* Iterators, public so that a loop may step over them without a call (their layout is in iterator.h). */
extern Type py_list_iterator_type, py_tuple_iterator_type, py_range_iterator_type, py_str_iterator_type,
    py_dict_iterator_type, py_set_iterator_type, py_sequence_iterator_type, py_callable_iterator_type;
/* Types of numpy scalars, one a dtype; the numpy module fills them at start. */
extern Type *py_scalar_types[ND_TYPE_COUNT];

/* str */
Value py_text(const char *text);                        /* from NUL-terminated UTF-8 */
Value py_text_bytes(const char *bytes, size_t length);  /* UTF-8 */
Value py_textf(const char *format, ...) __attribute__((format(printf, 1, 2)));
Value py_text_take(Text *text);                         /* empties the Text; MemoryError where it had failed */
String *py_intern(const char *text);                    /* borrowed for ever: one object a name */
String *py_intern_bytes(const char *bytes, size_t length);
static inline String *py_as_string(Value v) { return (String *)v.as.object; }
bool py_is_str(Value v);
/* text + more, made by extending `text` where it lies: for a str that the caller alone holds (one reference, not
 * interned; else PY_UNDEFINED and nothing happens). Takes `text` over, but not where it fails. */
Value py_text_append_steal(Value text, Value more);
/* Code points [start, stop) as a new str (bounds already clamped). */
Value py_text_slice(String *string, int64_t start, int64_t stop, int64_t step);
void py_repr_text(Text *out, const char *bytes, size_t length); /* 'text' with Python's escapes */

/* tuple */
Value py_tuple(int64_t count);                            /* items PY_NONE, to be set */
Value py_tuple_of(int64_t count, ...);                    /* keeps each Value */
Value py_tuple_copy(const Value *items, int64_t count);   /* keeps each */
Value py_shape(int ndim, const int64_t *shape);           /* tuple of ints; -1 stays -1 */
Value py_shape_with_none(int ndim, const int64_t *shape); /* negative dimensions as None */
static inline Tuple *py_as_tuple(Value v) { return (Tuple *)v.as.object; }
bool py_is_tuple(Value v);

/* list */
Value py_list(int64_t capacity);
bool py_list_append(List *list, Value item);       /* keeps item */
bool py_list_append_steal(List *list, Value item); /* takes it over, also on failure; PY_ERROR gives false */
static inline List *py_as_list(Value v) { return (List *)v.as.object; }
bool py_is_list(Value v);
/* Items of a list or tuple without copying: borrowed, valid while the container is unchanged; false for other types. */
bool py_sequence(Value v, const Value **items, int64_t *count);

/* dict */
Value py_dict(void);
Value py_dict_find(Dict *dict, Value key); /* borrowed; PY_UNDEFINED absent; PY_ERROR where hashing raised */
Value py_dict_find_name(Dict *dict, String *name); /* borrowed; fast path for interned names */
bool py_dict_set(Dict *dict, Value key, Value value);          /* keeps both */
bool py_dict_set_name(Dict *dict, const char *name, Value value); /* keeps value */
bool py_dict_set_steal(Dict *dict, const char *name, Value value); /* takes value over; PY_ERROR gives false */
/* The value of a str or int, where it is found without running the user's code; NULL: absent, or to be searched by
 * py_dict_find. Valid until the dict changes. */
Value *py_dict_find_simple(Dict *dict, Value key);
int py_dict_delete(Dict *dict, Value key); /* 1 deleted, 0 absent, -1 error */
static inline Dict *py_as_dict(Value v) { return (Dict *)v.as.object; }
bool py_is_dict(Value v);
/* Walks live entries: for (int64_t i = 0; py_dict_next(d, &i, &key, &value);) - borrowed. */
bool py_dict_next(Dict *dict, int64_t *at, Value *key, Value *value);

void py_dict_clear(Dict *dict);
bool py_dict_update(Dict *dict, Value other); /* a dict, anything with keys(), or an iterable of pairs */
Value py_dict_copy(Dict *dict);

/* bytes */
Value py_bytes(const char *bytes, size_t length);
bool py_is_bytes(Value v);
static inline Bytes *py_as_bytes(Value v) { return (Bytes *)v.as.object; }

/* set */
Value py_set(void);
Value py_frozenset(Value iterable);
bool py_is_set(Value v); /* set or frozenset */
static inline Set *py_as_set(Value v) { return (Set *)v.as.object; }
bool py_set_add(Set *set, Value key); /* keeps key */
int py_set_has(Set *set, Value key);  /* 1, 0, -1 */
int py_set_discard(Set *set, Value key); /* 1 removed, 0 absent, -1 error */
bool py_set_next(Set *set, int64_t *at, Value *key); /* walks members, borrowed */

/* list */
bool py_list_sort(List *list, Value key /* PY_NONE */, bool reverse);
bool py_list_extend(List *list, Value iterable);

/* range */
Value py_range(int64_t start, int64_t stop, int64_t step);
bool py_is_range(Value v);

/* slice: bounds as Values (PY_NONE where missing). py_slice_indices clamps as Python's slice.indices. */
typedef struct Slice {
  Object head;
  Value start, stop, step;
} Slice;
Value py_slice(Value start, Value stop, Value step);
bool py_slice_indices(const Slice *slice, int64_t length, int64_t *start, int64_t *stop, int64_t *step,
                      int64_t *count);

/* A value from a table's literal: fresh containers each time; LITERAL_ABSENT gives PY_UNDEFINED. */
Value py_from_literal(const Literal *literal);

/* module: a namespace. Rows make most of its attributes when they are first asked for. */
typedef struct ModuleRow {
  const char *name;            /* "numpy.random"; aliases after '|' */
  const char *help;
  const NativeRow *functions;  /* ends with name NULL; may be NULL */
  Type *const *types;          /* classes it offers; ends with NULL; may be NULL */
  bool (*fill)(Dict *dict);    /* constants and whatever rows do not cover; called once, at first import; may be NULL */
  /* Attributes from other tables (layers, losses, ...): PY_UNDEFINED when there is none. May be NULL. */
  Value (*find)(String *name);
  /* Names that `find` would answer, for dir() and completion: calls back once a name. May be NULL. */
  void (*names)(void (*each)(void *context, const char *name), void *context);
} ModuleRow;
typedef struct Module {
  Object head;
  const ModuleRow *row; /* NULL for a user's own module */
  Dict *dict;
} Module;
Value py_module(const char *name, const ModuleRow *row);
const char *py_module_name(Value module); /* its __name__; alive as long as the module. NULL: it has none */
/* Where set, asked for an attribute that a module does not have; PY_UNDEFINED: there is none. The module keeps what is
 * found. */
extern Value (*module_missing)(Module *module, String *name);

#endif
