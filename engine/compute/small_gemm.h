/* Products of float32 matrices of which one is narrow: the layers of a small network at a usual batch. OpenBLAS copies
 * both operands into an order of its own before it multiplies; here they are read where they are, which pays as long
 * as the copy of B that a tile needs stays in the first cache.
 *
 * Every element of C is one chain of fused multiply-adds from first to last over k (the last n % W columns, where they
 * are one or two: sums in W lanes over blocks of k, or the same chain), so its bits follow from the shape of the whole
 * product and from the processor's level. They do not depend on how rows are divided among calls: a caller may cut m
 * anywhere. Columns and k must come whole.
 *
 * Exists at the avx2 and avx512 levels (sse2 lacks the fused instruction). */
#ifndef NNSH_ENGINE_COMPUTE_SMALL_GEMM_H
#define NNSH_ENGINE_COMPUTE_SMALL_GEMM_H

#include <stdbool.h>
#include <stdint.h>

/* A as it lies in memory: element (i, p) at data[i * row + p * column]. One of the two steps is 1: A itself, or the
 * transpose of a row-major matrix. */
typedef struct SmallGemmA {
  const float *data;
  int64_t row, column;
} SmallGemmA;

typedef struct SmallGemm {
  /* C[m x n] = A B, or C += A B where `add`; B is k x n, row-major. */
  void (*multiply)(int64_t m, int64_t n, int64_t k, SmallGemmA a, const float *b, int64_t ldb, float *c, int64_t ldc,
                   bool add);
} SmallGemm;

/* The products of cpu_level(); NULL where the level has none. */
const SmallGemm *small_gemm(void);
/* The products of one level, for tests and measurements; NULL where processor or level lack them. */
const SmallGemm *small_gemm_of_level(int level);

/* Whether a product is better off here than in OpenBLAS, by shape and level alone. `m` is the whole product's, however
 * it is divided. Forward: A as it lies; weight: A transposed (C = X^T dY, k the batch). */
bool small_gemm_suits_forward(int64_t m, int64_t n, int64_t k);
bool small_gemm_suits_weight(int64_t m, int64_t n, int64_t k);

#endif
