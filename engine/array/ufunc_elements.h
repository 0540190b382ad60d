/* Element-wise functions on texts and objects, one element at a time. Private to this room: nd_ufunc and nd_reduce hand
 * over to these where an operand's dtype is no number. */
#ifndef NNSH_ENGINE_ARRAY_UFUNC_ELEMENTS_H
#define NNSH_ENGINE_ARRAY_UFUNC_ELEMENTS_H

#include "engine/array/reduce.h"
#include "engine/array/ufunc.h"

/* As nd_ufunc. Objects go through the language's operators (NdObjectHooks.apply); texts can be compared and joined. */
NdArray *nd_ufunc_elements(const NdUfunc *ufunc, NdArray *a, NdArray *b, NdArray *out, Error *error);

/* As nd_reduce, for objects and texts; `reduced` marks the axes. The result has the long shape. */
NdArray *nd_reduce_elements(NdReduction reduction, NdArray *array, const bool *reduced, const int64_t *long_shape,
                            const NdReduceOptions *options, Error *error);

/* The error of folding texts: `method` is "reduce" or "accumulate". */
void nd_fail_text_fold(const char *ufunc, const char *method, const NdArray *array, Error *error);

/* The place of the greatest or least of n elements that lie `stride` apart; -1 after a failure. */
int64_t nd_extreme_element(const NdArray *array, const char *data, int64_t stride, int64_t n, bool largest,
                           Error *error);

/* Products of arrays of objects, as sums of products. */
NdArray *nd_matmul_elements(NdArray *a, NdArray *b, Error *error);

#endif
