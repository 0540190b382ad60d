/* bytes, bytearray and memoryview: what they share. Private, but bytes_view is for whoever takes any of them. */
#ifndef NNSH_REPL_TYPES_BYTES_H
#define NNSH_REPL_TYPES_BYTES_H

#include "repl/types/containers.h"

/* bytearray: bytes that may be changed. While views look at them (`exports`) their number may not. */
typedef struct ByteArray {
  Object head;
  int64_t count, capacity;
  char *data;
  int exports;
} ByteArray;

/* The bytes of a bytes, bytearray or memoryview (of step 1), valid until it changes; false (nothing raised) for other
 * values. */
bool bytes_view(Value value, const char **data, int64_t *count);
/* The bytes of a bytearray, or of a view of one that may be written through; false likewise. */
bool bytes_writable(Value value, char **data, int64_t *count);
/* Likewise, raising "a bytes-like object is required, not 'str'". */
bool bytes_wanted(Value value, const char **data, int64_t *count);
/* The class below array.array, once it is there: its objects begin with a ByteArray, and say in `typecode` what
 * their items are. */
extern Type *bytes_numbers_type;
/* The memory of other objects (numpy's arrays), of which memoryviews can be made; who has such objects sets the hook,
 * which is false for all others. Items lie one after the other; the shape belongs to the object. */
typedef struct BytesExport {
  char *data;
  int64_t count; /* in bytes */
  char format;   /* a letter of struct's */
  bool fixed;    /* is only read */
  int dimensions;
  const int64_t *shape;
} BytesExport;
extern bool (*bytes_exported)(Value value, BytesExport *made);
/* The typecode of an array.array, or 0. */
char bytes_typecode(Value value);
/* A bytes to be filled; NULL with MemoryError pending. */
Bytes *bytes_new(int64_t count);
/* New bytes, as a bytearray where `like` is one. */
Value bytes_like(Value like, const char *data, int64_t count);
Value bytearray_new(const char *data, int64_t count);
/* A byte: an integer below 256, else ValueError or TypeError. */
bool bytes_byte(Value value, const char *noun, char *out);
/* bytes(source, encoding, errors) */
Value bytes_convert(Value *arguments, const char *noun);
Value bytes_getitem(Value self, Value key);
Value bytes_compare(CompareOp op, Value a, Value b);
int bytes_contains(Value self, Value item);
Value bytes_binary(BinaryOp op, Value a, Value b);

extern const NativeRow bytes_methods[], bytes_statics[];
extern Type py_bytearray_type, py_memoryview_type;

#endif
