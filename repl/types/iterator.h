/* Iterators over the built-in containers. Private to repl/: the interpreter may step over them by itself. */
#ifndef NNSH_REPL_TYPES_ITERATOR_H
#define NNSH_REPL_TYPES_ITERATOR_H

#include "repl/types/containers.h"

/* One layout for lists, tuples, strs (at is a byte offset), sets, and whatever has only __getitem__. source is PY_NONE
 * once it is used up. */
typedef struct Iterator {
  Object head;
  Value source;
  int64_t at;
  int64_t length; /* of a set when the iteration began: "Set changed size during iteration" */
} Iterator;

typedef struct RangeIterator {
  Object head;
  int64_t next, step, left;
} RangeIterator;

typedef enum DictPart { DICT_KEYS, DICT_VALUES, DICT_ITEMS } DictPart;
typedef struct DictIterator {
  Object head;
  Value source;
  int64_t at;
  int64_t count; /* of the dict when the iteration began: "dictionary changed size during iteration" */
  int64_t left;  /* of these, how many are still to come */
  DictPart part;
  bool reversed;
} DictIterator;

typedef struct CallableIterator {
  Object head;
  Value callable, sentinel; /* PY_UNDEFINED once it has ended */
} CallableIterator;

Value iterator_new(Type *type, Value source);
Value iterator_over_dict(Value dict, DictPart part, bool reversed);
Value iterator_over_sequence(Value sequence);
/* iter(callable, sentinel) */
Value iterator_until(Value callable, Value sentinel);
/* The `iter` slot of iterators. */
Value iterator_itself(Value self);

/* __length_hint__ of all of them, and the methods of each kind: those that know their place in a sequence, those of sets
 * and dicts, ranges, and iter(callable, sentinel). */
Value iterator_length_hint(const NativeRow *row, Value *arguments);
extern const NativeRow iterator_place_methods[], iterator_rest_methods[], iterator_range_methods[],
    iterator_callable_methods[];
extern Type py_list_reverse_iterator_type, py_bytes_iterator_type, py_bytearray_iterator_type;

#endif
