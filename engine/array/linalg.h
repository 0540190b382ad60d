/* Products and joins. Matrix products go through OpenBLAS; the division into blocks follows from shape alone. */
#ifndef NNSH_ENGINE_ARRAY_LINALG_H
#define NNSH_ENGINE_ARRAY_LINALG_H

#include "engine/array/array.h"

NdArray *nd_dot(NdArray *a, NdArray *b, Error *error);    /* numpy.dot */
NdArray *nd_matmul(NdArray *a, NdArray *b, Error *error); /* the @ operator, with broadcasting of stacks */
NdArray *nd_outer(NdArray *a, NdArray *b, Error *error);

NdArray *nd_concatenate(NdArray *const *arrays, int count, int axis /* or ND_FLAT */, Error *error);
NdArray *nd_stack(NdArray *const *arrays, int count, int axis, Error *error);
NdArray *nd_tile(NdArray *array, int ndim, const int64_t *times, Error *error);
NdArray *nd_repeat(NdArray *array, int64_t times, int axis /* or ND_FLAT */, Error *error);
NdArray *nd_flip(NdArray *array, const int *axes, int count, Error *error); /* view; NULL: all */
NdArray *nd_roll(NdArray *array, int64_t shift, int axis /* or ND_FLAT */, Error *error);
NdArray *nd_eye(int64_t rows, int64_t columns, int64_t k, NdType type, Error *error);
NdArray *nd_clip(NdArray *array, NdArray *low /* or NULL */, NdArray *high /* or NULL */, Error *error);

#endif
