/* Decompositions of complex matrices, as lapack.h has them of real ones: inputs are C-contiguous arrays of complex128
 * of shape (..., m, n), results have the same leading dimensions; eigenvalues of Hermitian matrices, singular values
 * and the logarithm of a determinant are float64. `failed` is set where LAPACK says that there is no such
 * decomposition. */
#ifndef NNSH_ENGINE_ARRAY_LAPACK_COMPLEX_H
#define NNSH_ENGINE_ARRAY_LAPACK_COMPLEX_H

#include "engine/array/array.h"

NdArray *nd_lapack_complex_solve(NdArray *a, NdArray *b /* NULL: the identity */, bool *failed, Error *error);
bool nd_lapack_complex_determinant(NdArray *a, NdArray **sign, NdArray **logarithm, Error *error);
NdArray *nd_lapack_complex_cholesky(NdArray *a, bool upper, bool *failed, Error *error);
bool nd_lapack_complex_eigh(NdArray *a, char triangle, NdArray **values, NdArray **vectors, bool *failed, Error *error);
bool nd_lapack_complex_eig(NdArray *a, NdArray **values, NdArray **vectors, bool *failed, Error *error);
bool nd_lapack_complex_svd(NdArray *a, char job, NdArray **u, NdArray **s, NdArray **vh, bool *failed, Error *error);
bool nd_lapack_complex_qr(NdArray *a, int64_t columns, NdArray **q, NdArray **r, Error *error);

#endif
