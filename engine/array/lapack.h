/* Decompositions of matrices and of stacks of them, by LAPACK.
 *
 * Inputs are C-contiguous float64 arrays of shape (..., m, n); results are float64 and have the same leading
 * dimensions. `failed` is set where LAPACK says that a matrix has no such decomposition (singular, not
 * positive definite, no convergence); the function then gives NULL or false with the Error untouched. */
#ifndef NNSH_ENGINE_ARRAY_LAPACK_H
#define NNSH_ENGINE_ARRAY_LAPACK_H

#include "engine/array/array.h"

/* x of a @ x = b, b of shape (..., n, k); b NULL stands for the identity (the inverse). */
NdArray *nd_lapack_solve(NdArray *a, NdArray *b, bool *failed, Error *error);
/* Sign and logarithm of the magnitude of the determinant; 0 and -inf for a singular matrix. */
bool nd_lapack_determinant(NdArray *a, NdArray **sign, NdArray **logarithm, Error *error);
/* The triangular factor, the other triangle cleared. */
NdArray *nd_lapack_cholesky(NdArray *a, bool upper, bool *failed, Error *error);
/* Eigenvalues in ascending order of symmetric matrices, of which one triangle is read ('L' or 'U'); vectors in columns
 * where `vectors` is not NULL. */
bool nd_lapack_eigh(NdArray *a, char triangle, NdArray **values, NdArray **vectors, bool *failed, Error *error);
/* Eigenvalues of any square matrices: real and imaginary parts; the vectors are LAPACK's packed columns. */
bool nd_lapack_eig(NdArray *a, NdArray **real, NdArray **imaginary, NdArray **vectors, bool *failed, Error *error);
/* a = u @ diag(s) @ vh; `job` 'A' (square u and vh), 'S' (thin) or 'N' (s only; u and vh may be NULL). */
bool nd_lapack_svd(NdArray *a, char job, NdArray **u, NdArray **s, NdArray **vh, bool *failed, Error *error);
/* q with `columns` orthonormal columns and r (columns x n); q NULL: r only. */
bool nd_lapack_qr(NdArray *a, int64_t columns, NdArray **q, NdArray **r, Error *error);
/* Least squares for one matrix (m, n) and b (m, k): x (n, k), the sums of squares behind it (k, only of use where the
 * rank is n and m > n), singular values, rank. */
bool nd_lapack_lstsq(NdArray *a, NdArray *b, double rcond, NdArray **x, NdArray **residuals, NdArray **s, int64_t *rank,
                     bool *failed, Error *error);

#endif
