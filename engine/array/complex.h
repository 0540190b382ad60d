/* Complex numbers: two floats side by side. They are no numbers in the sense of nd_is_number (an NdScalar does not hold
 * them, the loops by dtype have no row for them): nd_ufunc, nd_reduce and nd_matmul hand over to what stands here.
 *
 * Referee: numpy 2 (npymath's formulas for quotients, powers and the functions that C99 does not have). */
#ifndef NNSH_ENGINE_ARRAY_COMPLEX_H
#define NNSH_ENGINE_ARRAY_COMPLEX_H

#include "engine/array/reduce.h"
#include "engine/array/ufunc.h"

/* One element between memory and value. */
NdComplex128 nd_complex_load(const char *data, NdType type);
void nd_complex_store(char *data, NdType type, NdComplex128 value);

/* The order of sorting: by real part, then by imaginary part; what has a nan goes last. */
bool nd_complex_less(NdComplex128 a, NdComplex128 b);

/* Converts n elements between complex dtypes, or between one and a real one (the imaginary part is lost on the way to
 * a real dtype; bool is whether there is anything). False where it is not about complex numbers. */
bool nd_complex_convert(NdType to_type, char *to, int64_t to_stride, NdType from_type, const char *from,
                        int64_t from_stride, int64_t n);

/* A view of the real (0) or imaginary (1) parts of an array of complex numbers. */
NdArray *nd_complex_part(const NdArray *array, int part, Error *error);
/* A new array of two arrays of floats of one shape and dtype. */
NdArray *nd_complex_join(const NdArray *real, const NdArray *imag, Error *error);

/* As nd_ufunc, where one operand at least is complex and none is a text or an object. */
NdArray *nd_ufunc_complex(const NdUfunc *ufunc, NdArray *a, NdArray *b, NdArray *out, Error *error);

/* As nd_reduce for an array of complex numbers; `reduced` marks the axes. The result has the long shape. */
NdArray *nd_reduce_complex(NdReduction reduction, NdArray *array, const bool *reduced, const int64_t *long_shape,
                           const NdReduceOptions *options, Error *error);

/* As nd_matmul. */
NdArray *nd_matmul_complex(NdArray *a, NdArray *b, Error *error);

#endif
