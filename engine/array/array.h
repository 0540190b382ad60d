/* N-dimensional arrays with numpy's rules. Referee: numpy 2.
 *
 * Three levels of memory: a Buffer (bytes, atomically counted, shared between threads) is seen by an Array (shape,
 * strides, dtype; belongs to one thread at a time), which a language value may hold.
 *
 * Ownership: functions that return an NdArray * return a new reference, which the caller gives back with nd_release;
 * arguments are borrowed. NULL means failure, with the Error filled. Shapes count elements, strides count bytes.
 * Unless said otherwise results are new C-contiguous arrays; "view" means that the result shares the Buffer. */
#ifndef NNSH_ENGINE_ARRAY_ARRAY_H
#define NNSH_ENGINE_ARRAY_ARRAY_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/core/error.h"

/* Enough for every tutorial; numpy has 64. More is a ValueError. */
#define ND_MAX_DIMS 64

typedef struct NdComplex64 {
  float real, imag;
} NdComplex64;
typedef struct NdComplex128 {
  double real, imag;
} NdComplex128;

/* The dtype table: enumerator, numpy's name, C type, kind as numpy's dtype.kind. Order is promotion order inside a
 * kind. Tables and loops are generated from this list. Complex numbers have functions of their own (complex.h); the
 * last three have no loops: element.h says what they are. */
#define ND_TYPE_ROWS(ROW)                   \
  ROW(ND_BOOL, "bool", uint8_t, 'b')        \
  ROW(ND_INT8, "int8", int8_t, 'i')         \
  ROW(ND_INT16, "int16", int16_t, 'i')      \
  ROW(ND_INT32, "int32", int32_t, 'i')      \
  ROW(ND_INT64, "int64", int64_t, 'i')      \
  ROW(ND_UINT8, "uint8", uint8_t, 'u')      \
  ROW(ND_UINT16, "uint16", uint16_t, 'u')   \
  ROW(ND_UINT32, "uint32", uint32_t, 'u')   \
  ROW(ND_UINT64, "uint64", uint64_t, 'u')   \
  ROW(ND_FLOAT16, "float16", uint16_t, 'f') \
  ROW(ND_FLOAT32, "float32", float, 'f')    \
  ROW(ND_FLOAT64, "float64", double, 'f')   \
  ROW(ND_COMPLEX64, "complex64", NdComplex64, 'c')    \
  ROW(ND_COMPLEX128, "complex128", NdComplex128, 'c') \
  ROW(ND_STRING, "str", uint32_t, 'U')      \
  ROW(ND_BYTES, "bytes", char, 'S')         \
  ROW(ND_OBJECT, "object", void *, 'O')

typedef enum NdType {
#define ND_TYPE_ENUM(tag, name, ctype, kind) tag,
  ND_TYPE_ROWS(ND_TYPE_ENUM)
#undef ND_TYPE_ENUM
  ND_TYPE_COUNT
} NdType;

typedef struct NdTypeInfo {
  const char *name;
  char kind; /* 'b', 'i', 'u', 'f', 'c', 'U', 'S', 'O', 'V', 'M', 'm' */
  int itemsize; /* texts: of one letter; what an array's elements take is in the array */
} NdTypeInfo;

/* Dtypes that a program makes (records with fields, record.h) have numbers from ND_TYPE_COUNT on; behind them are those
 * of times (times.h): one for each unit, dates and spans by turns; and behind these numbers whose bytes lie in the other
 * order than this machine's (swapped.h), in the order of the table. */
enum {
  ND_RECORD_LIMIT = 2000,
  ND_UNIT_COUNT = 14,
  ND_SWAPPED_FIRST = ND_RECORD_LIMIT + 2 * ND_UNIT_COUNT,
  ND_TYPE_LIMIT = ND_SWAPPED_FIRST + ND_STRING
};
extern NdTypeInfo nd_types[ND_TYPE_LIMIT];

/* Real numbers and booleans are values that an NdScalar holds and that loops work on. */
static inline bool nd_is_number(NdType type) { return type < ND_COMPLEX64; }
static inline bool nd_is_complex(NdType type) { return type == ND_COMPLEX64 || type == ND_COMPLEX128; }
/* The dtype of a complex number's parts. */
static inline NdType nd_part_type(NdType type) { return type == ND_COMPLEX64 ? ND_FLOAT32 : ND_FLOAT64; }
static inline bool nd_is_record(NdType type) { return (int)type >= ND_TYPE_COUNT && (int)type < ND_RECORD_LIMIT; }
static inline bool nd_is_time(NdType type) {
  return (int)type >= ND_RECORD_LIMIT && (int)type < ND_SWAPPED_FIRST;
}
static inline bool nd_is_swapped(NdType type) { return (int)type >= ND_SWAPPED_FIRST; }
/* The dtype of the same numbers in this machine's order of bytes. */
static inline NdType nd_native(NdType type) {
  return nd_is_swapped(type) ? (NdType)((int)type - ND_SWAPPED_FIRST) : type;
}
static inline bool nd_is_text(NdType type) { return type == ND_STRING || type == ND_BYTES; }

/* The dtype called `name` (numpy's names; also 'float', 'int', 'f4', 'u1', 'single', 'double', '?', ...), or -1. */
int nd_type_named(const char *name);

/* numpy's result type of two dtypes: nd_promote(ND_INT8, ND_UINT8) is ND_INT16, int64 with float32 is float64. */
NdType nd_promote(NdType a, NdType b);

/* One element. Integers of signed kind in i, of unsigned kind and bool in u, floats (all widths, exactly) in f. */
typedef struct NdScalar {
  NdType type;
  union {
    int64_t i;
    uint64_t u;
    double f;
  } as;
} NdScalar;

double nd_scalar_as_double(NdScalar scalar);
int64_t nd_scalar_as_int(NdScalar scalar);
/* One element of a number's dtype in memory. */
NdScalar nd_scalar_at(const char *data, NdType type);
void nd_scalar_put(char *data, NdScalar scalar);
/* Whether an integer scalar fits a dtype (floats, bool, texts and objects: always). */
bool nd_integer_fits(NdScalar value, NdType type);
/* numpy.can_cast(from, to, casting) for "no", "equiv", "safe", "same_kind", "unsafe". */
bool nd_can_cast(NdType from, NdType to, const char *casting);
/* Converts as astype does (C casts; floats to integers truncate). */
NdScalar nd_scalar_cast(NdScalar scalar, NdType type);

typedef struct NdBuffer {
  _Atomic int64_t references;
  size_t bytes;
  char *data;                            /* aligned to 64 where nd_buffer_new made it */
  void (*release)(struct NdBuffer *self); /* NULL: data is nd_buffer_new's */
  void *owner;                            /* for release: an mmap, an arena; the buffer itself: data lies in it */
} NdBuffer;

/* Whether a 0-d array stands for a Python scalar, whose type gives way in promotion (NEP 50). */
typedef enum NdWeak { ND_STRONG, ND_WEAK_BOOL, ND_WEAK_INT, ND_WEAK_FLOAT, ND_WEAK_COMPLEX } NdWeak;

typedef struct NdArray {
  _Atomic int64_t references;
  NdBuffer *buffer;
  char *data; /* the first element, somewhere in buffer->data */
  NdType type;
  int itemsize; /* bytes an element; follows from the type for all but texts */
  int ndim;
  int64_t size;     /* number of elements */
  int64_t *shape;   /* ndim entries, allocated with the struct */
  int64_t *strides; /* ndim entries, in bytes */
  bool writeable;
  NdWeak weak;
} NdArray;

NdBuffer *nd_buffer_new(size_t bytes, Error *error);
/* For a release function: frees the elements of a buffer that nd_buffer_new made. */
void nd_buffer_free_data(NdBuffer *buffer);
/* Ends a buffer that has one reference, and returns its bytes, to be freed by core_free. The bytes come from
 * nd_buffer_new or from the heap. NULL where there is no memory: the buffer is gone then too. */
char *nd_buffer_take(NdBuffer *buffer, Error *error);
void nd_buffer_retain(NdBuffer *buffer);
void nd_buffer_release(NdBuffer *buffer);

NdArray *nd_retain(NdArray *array); /* returns its argument */
void nd_release(NdArray *array);    /* NULL is allowed */

/* New arrays: not cleared, cleared, filled, over an existing buffer (retained) at a byte offset. */
NdArray *nd_new(NdType type, int ndim, const int64_t *shape, Error *error);
/* The same with a size of elements, for texts (0: one letter); arrays of objects are always cleared, which is None. */
NdArray *nd_new_sized(NdType type, int itemsize, int ndim, const int64_t *shape, Error *error);
/* A new array of another one's dtype and element size. */
NdArray *nd_new_of(const NdArray *model, int ndim, const int64_t *shape, Error *error);
/* The same with axes that lie in memory as those of the operands do, numpy's order 'K' (b may be NULL). */
NdArray *nd_new_beside(NdType type, int itemsize, int ndim, const int64_t *shape, const NdArray *a, const NdArray *b,
                       Error *error);
NdArray *nd_zeros(NdType type, int ndim, const int64_t *shape, Error *error);
NdArray *nd_full(NdScalar value, int ndim, const int64_t *shape, Error *error);
NdArray *nd_on_buffer(NdBuffer *buffer, size_t offset, NdType type, int ndim, const int64_t *shape,
                      const int64_t *strides /* NULL: C order */, Error *error);
/* A 0-d array; `weak` as above for values that came from Python scalars. */
NdArray *nd_from_scalar(NdScalar value, NdWeak weak, Error *error);
/* numpy's arange(start, stop, step) and linspace. */
NdArray *nd_arange(NdScalar start, NdScalar stop, NdScalar step, NdType type, Error *error);
NdArray *nd_linspace(double start, double stop, int64_t count, bool endpoint, NdType type, Error *error);

bool nd_is_contiguous(const NdArray *array);
/* The array itself (a new reference) where it is C-contiguous, else a copy. */
NdArray *nd_contiguous(NdArray *array, Error *error);
NdArray *nd_copy(const NdArray *array, Error *error);
/* A copy whose memory lies by columns (Fortran's order), and one by numpy's letter: 'C', 'F', 'A' (by columns where the
 * array is) or 'K' (the axes in the order of the array's own strides). */
NdArray *nd_by_columns(const NdArray *array, Error *error);
NdArray *nd_copy_ordered(const NdArray *array, char order, Error *error);
bool nd_is_by_columns(const NdArray *array);
NdArray *nd_astype(const NdArray *array, NdType type, Error *error); /* always a copy */
/* The same to texts of a given size; 0: as many letters as are needed. */
NdArray *nd_astype_sized(const NdArray *array, NdType type, int itemsize, Error *error);
/* Copies `from` into `to` with broadcasting and casting; overlapping memory is handled. */
bool nd_assign(NdArray *to, const NdArray *from, Error *error);

/* Views. A reshape that strides cannot express copies. One dimension may be -1. Errors are numpy's, e.g.
 * "cannot reshape array of size 784 into shape (28,29)". */
NdArray *nd_reshape(NdArray *array, int ndim, const int64_t *shape, Error *error);
NdArray *nd_transpose(NdArray *array, const int *axes /* NULL: reverse */, Error *error);
NdArray *nd_broadcast_to(NdArray *array, int ndim, const int64_t *shape, Error *error);
NdArray *nd_squeeze(NdArray *array, const int *axes, int count /* 0 with NULL: all ones */, Error *error);
NdArray *nd_expand_dims(NdArray *array, int axis, Error *error);
NdArray *nd_view_rows(NdArray *array, int64_t start, int64_t count, Error *error); /* array[start:start+count] */

/* The bytes of an array as elements of another dtype; where the sizes differ the last axis, which must be contiguous,
 * gets longer or shorter. Errors are numpy's. */
NdArray *nd_view_as(NdArray *array, NdType type, int itemsize, Error *error);
/* A view of `array`'s buffer that begins at `data`, one of its places (strides NULL: C order). Nothing is checked. */
NdArray *nd_view_part(const NdArray *array, char *data, int ndim, const int64_t *shape, const int64_t *strides,
                      Error *error);

/* numpy's broadcasting of two shapes; false with numpy's ValueError text. */
bool nd_broadcast_shapes(int a_ndim, const int64_t *a, int b_ndim, const int64_t *b, int *ndim, int64_t *shape,
                         Error *error);

/* Element at a full index (ndim entries, already in range), for arrays of numbers. */
NdScalar nd_get(const NdArray *array, const int64_t *index);
void nd_put(NdArray *array, const int64_t *index, NdScalar value);
/* The only element of an array of size 1; otherwise ERROR_VALUE/ERROR_TYPE with numpy's text. */
bool nd_item(const NdArray *array, NdScalar *value, Error *error);

/* "(60000, 28, 28)" into out (at least 32 bytes a dimension is always enough; cut at size). */
void nd_shape_text(int ndim, const int64_t *shape, char *out, size_t size);

#endif
