/* Products of float64 matrices as numpy programs write them: some hundred rows, some dozen columns. B is copied once
 * into panels as wide as a tile of C, zeros added to the last; A is read where it lies, transposed or not. OpenBLAS
 * copies both, and its blocks are made for matrices that are large in all directions.
 *
 * Every element of C is one chain of fused multiply-adds from first to last over k, however the rows are divided: its
 * bits follow from the operands alone, at every level that has the fused instruction (avx2 and avx512). */
#ifndef NNSH_ENGINE_COMPUTE_PRODUCT64_H
#define NNSH_ENGINE_COMPUTE_PRODUCT64_H

#include <stdbool.h>
#include <stdint.h>

/* A matrix as it lies in memory: element (i, j) at data[i * row + j * column]. */
typedef struct Product64Operand {
  const double *data;
  int64_t row, column;
} Product64Operand;

/* Whether a product of m x k and k x n is better off here than in OpenBLAS, by shape and level alone; `transposed_b`:
 * the rows of B do not lie in one piece each. */
bool product64_suits(int64_t m, int64_t n, int64_t k, bool transposed_b);

/* C[m x n] = A B, C row-major with rows `ldc` elements apart; divided among the pool by shape alone. False where there
 * is no memory for the panels: C is untouched. Main thread only, and only where product64_suits. */
bool product64(int64_t m, int64_t n, int64_t k, Product64Operand a, Product64Operand b, double *c, int64_t ldc);

#endif
