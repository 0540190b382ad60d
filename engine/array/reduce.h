/* Reductions and scans along axes. Sums are pairwise as numpy's, to the bit. */
#ifndef NNSH_ENGINE_ARRAY_REDUCE_H
#define NNSH_ENGINE_ARRAY_REDUCE_H

#include "engine/array/array.h"

/* One row: numpy's name. */
typedef enum NdReduction {
  ND_SUM, ND_PROD, ND_MIN, ND_MAX, ND_MEAN, ND_VAR, ND_STD, ND_ANY, ND_ALL, ND_ARGMIN, ND_ARGMAX,
  ND_MEDIAN, ND_PTP, ND_COUNT_NONZERO
} NdReduction;

typedef struct NdReduceOptions {
  const int *axes;  /* NULL: all axes */
  int axis_count;
  bool keepdims;
  int type;         /* NdType of the result, or -1 for numpy's rule */
  double ddof;      /* for var and std */
} NdReduceOptions;

/* A reduction over all axes gives a 0-d array. Empty inputs are numpy's errors ("zero-size array to reduction
 * operation maximum which has no identity") or its nan. */
NdArray *nd_reduce(NdReduction reduction, NdArray *array, const NdReduceOptions *options, Error *error);

/* cumsum and cumprod; axis ND_FLAT flattens first. */
#define ND_FLAT (-1000)
NdArray *nd_cumulative(NdReduction sum_or_prod, NdArray *array, int axis, Error *error);

/* sort and argsort (stable) along an axis; ND_FLAT flattens. */
NdArray *nd_sort(NdArray *array, int axis, Error *error);
NdArray *nd_argsort(NdArray *array, int axis, Error *error);

/* Sorted distinct values; counts, first indices and inverse are made where the pointer is not NULL. */
NdArray *nd_unique(NdArray *array, NdArray **indices, NdArray **inverse, NdArray **counts, Error *error);

/* One int64 array a dimension, as np.nonzero: out must hold ndim entries. */
bool nd_nonzero(NdArray *array, NdArray **out, Error *error);

/* numpy's percentile with linear interpolation, q in [0, 100]; over all elements or one axis. */
NdArray *nd_percentile(NdArray *array, double q, int axis, Error *error);

#endif
