/* Python's pickle, read as data: numbers, texts, bytes, lists, tuples, dicts and numpy arrays of numbers. A pickle is a
 * program for a stack machine that may call any function; this reader calls none. What names a class or function is
 * refused, but for numpy's own ways to write an array or a number, which it knows by name. Protocols 0 to 5 as far as
 * data sets use them. Source: CPython's Lib/pickletools.py. */
#ifndef NNSH_ENGINE_FORMATS_PICKLE_H
#define NNSH_ENGINE_FORMATS_PICKLE_H

#include "engine/array/array.h"

typedef enum PickleKind {
  PICKLE_NONE, PICKLE_BOOL, PICKLE_INT, PICKLE_FLOAT,
  PICKLE_TEXT,  /* str, and Python 2's str */
  PICKLE_BYTES,
  PICKLE_LIST, PICKLE_TUPLE, PICKLE_DICT, /* a dict's items are key, value, key, value, ... */
  PICKLE_ARRAY,
  PICKLE_OBJECTS, /* an array of objects: its shape (a tuple), its elements (a list) */
  PICKLE_DTYPE, PICKLE_NAME, PICKLE_MARK  /* inside the reader only */
} PickleKind;

typedef struct PickleItem {
  PickleKind kind;
  int64_t integer; /* INT, BOOL; DTYPE: an NdType */
  double real;
  const char *bytes; /* TEXT, BYTES, NAME: in the file's own memory, or the pickle's; not NUL-terminated */
  size_t length;
  struct PickleItem **items;
  int count, capacity;
  NdArray *array;
} PickleItem;

typedef struct Pickle Pickle;

/* Reads a file whole (gzip too). NULL: ERROR_VALUE that names the file and the place, or what the system said. */
Pickle *pickle_read(const char *path, Error *error);
/* The same from bytes, which must outlive the result. */
Pickle *pickle_parse(const char *bytes, size_t length, const char *name_for_errors, Error *error);
void pickle_free(Pickle *pickle); /* NULL is allowed */
const PickleItem *pickle_root(const Pickle *pickle);

/* The value of a dict's key that is this text (or these bytes); NULL where there is none. */
const PickleItem *pickle_get(const PickleItem *dict, const char *key);

#endif
