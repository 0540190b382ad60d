/* Copies through index arrays, in both directions. Private to this room: index.c reads the brackets and calls these. */
#ifndef NNSH_ENGINE_ARRAY_GATHER_H
#define NNSH_ENGINE_ARRAY_GATHER_H

#include "engine/array/array.h"

/* The reading of an index that holds arrays: axis[i] of `view` is indexed by index[i] (any integer dtype). */
typedef struct NdGather {
  NdArray *view; /* the indexed array after its integers, slices and new axes */
  int count;
  NdArray *index[ND_MAX_DIMS];
  int axis[ND_MAX_DIMS];
  int of_axis[ND_MAX_DIMS]; /* the axis of the user's array, for messages */
  bool together; /* the indexed axes' place in the result is `first`; otherwise it is in front of all others */
  int first;
} NdGather;

NdArray *nd_gather_get(const NdGather *gather, Error *error);
bool nd_gather_set(const NdGather *gather, const NdArray *value, Error *error);

/* array[mask] for a mask of the array's own shape, and array[mask] = one value. */
NdArray *nd_mask_get(const NdArray *array, const NdArray *mask, Error *error);
bool nd_mask_fill(NdArray *array, const NdArray *mask, const NdArray *value, Error *error);

/* Where a boolean array (1-d or more) is true: one int64 array an axis, in C order. */
bool nd_mask_places(const NdArray *mask, NdArray **places, Error *error);

#endif
