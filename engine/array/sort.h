/* Sorting of lanes, and what order statistics need. Private to this room; the public functions are in reduce.h. */
#ifndef NNSH_ENGINE_ARRAY_SORT_H
#define NNSH_ENGINE_ARRAY_SORT_H

#include "engine/array/array.h"

/* Sorts n contiguous elements in place, nan last; `room` is scratch memory of the same size. */
void nd_sort_lane(NdType type, char *lane, char *room, int64_t n);

/* Fills `order` with the stable order of n contiguous elements; `room` holds n more places. */
void nd_argsort_lane(NdType type, const char *lane, int64_t *order, int64_t *room, int64_t n);

/* Median over the marked axes, as an array of `long_shape` (the input's with 1 in place of each marked axis). */
NdArray *nd_median_along(NdArray *array, const bool *reduced, const int64_t *long_shape, Error *error);

#endif
