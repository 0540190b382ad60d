/* Elements that are not numbers: texts (ND_STRING: UCS-4 letters, ND_BYTES: bytes; both padded with zeros, which do not
 * count at the end) and objects of the language above (ND_OBJECT).
 *
 * An object element is an opaque pointer; NULL is None. This room knows nothing about it but the hooks below, which the
 * language installs once, before the first such array is made.
 *
 * Ownership: each place of a buffer of objects holds one reference of its own. A buffer is born cleared (all None) and
 * releases what its places hold when its last reference goes. Elements move between places only through nd_move,
 * which retains what it copies and releases what it overwrites. Hooks that make an element hand its reference over to
 * the caller; arguments are borrowed. A hook that fails (false or -1) has told the language why; the engine's function
 * then fails with ERROR_NONE, which means: it is told already. */
#ifndef NNSH_ENGINE_ARRAY_ELEMENT_H
#define NNSH_ENGINE_ARRAY_ELEMENT_H

#include "engine/array/array.h"
#include "engine/core/text.h"

typedef struct NdObjectHooks {
  void (*retain)(void *element);
  void (*release)(void *element);
  /* New elements. */
  bool (*from_number)(NdScalar value, void **made);
  bool (*from_complex)(NdComplex128 value, void **made);
  bool (*from_text)(const char *utf8, size_t length, void **made);
  bool (*from_bytes)(const char *bytes, size_t length, void **made);
  /* What an element is as something else: int(), float() or bool() by the dtype; str(); repr(). */
  bool (*as_number)(void *element, NdType type, NdScalar *value);
  bool (*as_complex)(void *element, NdComplex128 *value);
  bool (*as_text)(void *element, Text *text);
  /* A record as an element, and an element (a tuple) into the fields of a record. */
  bool (*from_record)(NdType type, const char *data, void **made);
  bool (*as_record)(void *element, NdType type, char *data);
  bool (*from_time)(NdType type, int64_t count, void **made);
  bool (*as_time)(void *element, NdType type, int64_t *count);
  bool (*repr)(void *element, Text *text);
  int (*truth)(void *element);
  int (*less)(void *a, void *b);  /* a < b: 1, 0, -1 */
  int (*equal)(void *a, void *b); /* a == b: 1, 0, -1 */
  /* A ufunc of the given name on elements (b NULL and `binary` false: of one). */
  bool (*apply)(const char *ufunc, bool binary, void *a, void *b, void **made);
} NdObjectHooks;

extern NdObjectHooks nd_objects;

/* Fails because a hook did: always false. */
bool nd_fail_told(Error *error);

/* What a buffer of objects does at its end (NdBuffer.release). */
void nd_release_objects(NdBuffer *buffer);

/* Moves n elements of one dtype and size. The target's places hold elements, which are overwritten. */
void nd_move(NdType type, int itemsize, char *to, int64_t to_stride, const char *from, int64_t from_stride, int64_t n);

/* Converts n elements between any two dtypes; texts that are too long are cut, as numpy does. */
typedef struct NdKind {
  NdType type;
  int itemsize;
} NdKind;
static inline NdKind nd_kind(const NdArray *array) { return (NdKind){array->type, array->itemsize}; }
bool nd_convert(NdKind to_kind, char *to, int64_t to_stride, NdKind from_kind, const char *from, int64_t from_stride,
                int64_t n, Error *error);

/* Bytes an element of text dtype `to` needs for every value of `from`; objects must be asked one by one (0). */
int nd_text_size(NdKind from, NdType to);

/* The common dtype with its size: nd_promote for two kinds. */
NdKind nd_promote_kinds(NdKind a, NdKind b);

/* Order and equality of two elements of one dtype, whatever it is (nan last, nan equal to nan as sorting needs it):
 * 1, 0, or -1 where an object's own comparison failed. Sizes may differ for texts. */
int nd_element_less(NdType type, int size_a, const char *a, int size_b, const char *b);
int nd_element_equal(NdType type, int size_a, const char *a, int size_b, const char *b);

/* Adds a text element as UTF-8 (bytes as they are). */
void nd_element_text(Text *text, NdKind kind, const char *data);

/* "<class 'numpy.dtypes.Float64DType'>": the class of an operand's dtype, as numpy's messages name it. */
void nd_class_name(const NdArray *input, char out[64]);

/* Adds a text element as Python's repr writes it, bytes with their b in front. */
void nd_element_repr(Text *text, NdKind kind, const char *data);

/* Letters of a text without the zeros at its end. */
int64_t nd_text_length(NdKind kind, const char *data);

/* "<U3", "|S2", "object", "float64": a dtype as numpy's messages and reprs write it. */
void nd_kind_name(NdKind kind, char out[32]);

#endif
