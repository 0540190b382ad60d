/* numpy's indexing: integers, slices, newaxis, ellipsis, boolean and integer arrays, in any mixture. */
#ifndef NNSH_ENGINE_ARRAY_INDEX_H
#define NNSH_ENGINE_ARRAY_INDEX_H

#include "engine/array/array.h"

typedef enum NdIndexKind {
  ND_INDEX_INT, ND_INDEX_SLICE, ND_INDEX_NEWAXIS, ND_INDEX_ELLIPSIS, ND_INDEX_ARRAY
} NdIndexKind;

/* One item between the brackets. A missing slice bound is has_* false. `array` is borrowed: boolean, or of any integer
 * dtype. */
typedef struct NdIndex {
  NdIndexKind kind;
  int64_t integer;
  bool has_start, has_stop, has_step;
  int64_t start, stop, step;
  NdArray *array;
} NdIndex;

/* array[items]: a view where only integers, slices, newaxis and ellipsis occur, else a copy. A full integer index
 * gives a 0-d view. Errors are numpy's IndexError texts, e.g.
 * "index 10 is out of bounds for axis 0 with size 10", "too many indices for array: array is 1-dimensional, but 2
 * were indexed". */
NdArray *nd_get_index(NdArray *array, const NdIndex *items, int count, Error *error);

/* array[items] = value, with broadcasting and casting. */
bool nd_set_index(NdArray *array, const NdIndex *items, int count, const NdArray *value, Error *error);

/* np.take(array, indices, axis). */
NdArray *nd_take(NdArray *array, const NdArray *indices, int axis, Error *error);

#endif
