/* OpenBLAS behind five functions. Its own threads are switched off: the pool in pool.h divides the work, and divides
 * it by shape alone, so that results have the same bits with any number of threads. */
#ifndef NNSH_ENGINE_COMPUTE_BLAS_H
#define NNSH_ENGINE_COMPUTE_BLAS_H

#include <stdbool.h>
#include <stdint.h>

/* Chooses OpenBLAS's kernels for this processor, once, before the first product. Where OPENBLAS_CORETYPE is set by
 * the user it wins. Otherwise the name that CPUID calls for is put into the environment and OpenBLAS's dynamic
 * dispatch is made to read it again; a small product is then checked, and the default kernel comes back where it is
 * wrong. Called by every function below; calling it again costs a load. */
void blas_choose(void);

/* For --version: the kernel's name ("Zen", "SkylakeX", ...), and why ("found by OpenBLAS", "chosen: CPUID has
 * avx512", "OPENBLAS_CORETYPE is set", "fallback: ..."); OpenBLAS's own line about its build. */
const char *blas_kernel(void);
const char *blas_reason(void);
const char *blas_build(void);

/* C = alpha * op(A) op(B) + beta * C, row-major, op(X) = X or its transpose; m x k times k x n. Leading dimensions
 * count elements. Runs on the calling thread. */
void blas_sgemm(bool transpose_a, bool transpose_b, int64_t m, int64_t n, int64_t k, float alpha, const float *a,
                int64_t lda, const float *b, int64_t ldb, float beta, float *c, int64_t ldc);
void blas_dgemm(bool transpose_a, bool transpose_b, int64_t m, int64_t n, int64_t k, double alpha, const double *a,
                int64_t lda, const double *b, int64_t ldb, double beta, double *c, int64_t ldc);
void blas_sgemv(bool transpose_a, int64_t m, int64_t n, float alpha, const float *a, int64_t lda, const float *x,
                int64_t incx, float beta, float *y, int64_t incy);
void blas_dgemv(bool transpose_a, int64_t m, int64_t n, double alpha, const double *a, int64_t lda, const double *x,
                int64_t incx, double beta, double *y, int64_t incy);

/* How a product of an m x k and a k x n matrix is divided: `count` blocks of `size` columns (or rows) of C, the last
 * one shorter. It follows from the shape alone. For callers that do more to a block of C while it is in cache (bias
 * and activation, an optimizer's update) inside one pool_run of their own; the parallel products below use it too. */
typedef struct BlasBlocks {
  bool by_columns;
  int64_t size, count;
} BlasBlocks;

/* Below this many multiply-adds a product is one block. */
#define BLAS_PARALLEL_WORK 400000

BlasBlocks blas_blocks(int64_t m, int64_t n, int64_t k);

/* The same products, divided among the pool by shape alone. */
void blas_sgemm_parallel(bool transpose_a, bool transpose_b, int64_t m, int64_t n, int64_t k, float alpha,
                         const float *a, int64_t lda, const float *b, int64_t ldb, float beta, float *c, int64_t ldc);
void blas_dgemm_parallel(bool transpose_a, bool transpose_b, int64_t m, int64_t n, int64_t k, double alpha,
                         const double *a, int64_t lda, const double *b, int64_t ldb, double beta, double *c,
                         int64_t ldc);

#endif
