/* The inner loops of reductions. Private to this room.
 *
 * A fold joins n elements to an accumulator of the same dtype. Sums of floats are pairwise exactly as numpy's: blocks
 * of up to 128 elements with eight accumulators, halves of a run (rounded down to a multiple of 8) beyond that. The
 * order is part of the result, to the last bit. */
#ifndef NNSH_ENGINE_ARRAY_REDUCE_LOOPS_H
#define NNSH_ENGINE_ARRAY_REDUCE_LOOPS_H

#include "engine/array/array.h"
#include "engine/array/cast.h"
#include "engine/array/ufunc_loops.h"

/* numpy's dtype of a sum or product: integers are widened to 64 bits. */
NdType nd_sum_type(NdType type);

typedef void NdFold(char *accumulator, const char *x, int64_t stride, int64_t n);

/* By dtype; float16 is folded in float32, so its entry is NULL. */
typedef NdFold *const NdFolds[ND_TYPE_COUNT];

extern NdFolds nd_folds_sum, nd_folds_prod, nd_folds_max, nd_folds_min, nd_folds_any, nd_folds_all;
/* The same for processors with AVX2, equal to the last bit. */
extern NdFolds nd_folds_sum_avx2, nd_folds_prod_avx2, nd_folds_max_avx2, nd_folds_min_avx2, nd_folds_any_avx2;
extern NdFolds nd_folds_all_avx2;

double nd_pairwise_double(const char *x, int64_t stride, int64_t n);
float nd_pairwise_float(const char *x, int64_t stride, int64_t n);
float nd_pairwise_half(const char *x, int64_t stride, int64_t n); /* halves, summed as floats */

/* A run of squared deviations that is made up while it is summed: element i is (x[i] - mean)^2, computed in the
 * dtype of the sum (float32 or float64). */
typedef struct NdDeviations {
  const char *x;
  int64_t stride;
  NdCastLoop *convert; /* from x's dtype to that of the sum */
  const char *mean;    /* one element of the sum's dtype */
} NdDeviations;

double nd_pairwise_deviations_double(const NdDeviations *run, int64_t start, int64_t n);
float nd_pairwise_deviations_float(const NdDeviations *run, int64_t start, int64_t n);

/* Place of the first largest (smallest) of n elements; the first nan wins. */
typedef int64_t NdArgLoop(const char *x, int64_t stride, int64_t n);
typedef NdArgLoop *const NdArgLoops[ND_TYPE_COUNT];
extern NdArgLoops nd_argmax_loops, nd_argmin_loops, nd_argmax_loops_avx2, nd_argmin_loops_avx2;

#endif
