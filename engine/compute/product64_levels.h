/* The parts of product64 that are compiled once a level: for product64.c only. */
#ifndef NNSH_ENGINE_COMPUTE_PRODUCT64_LEVELS_H
#define NNSH_ENGINE_COMPUTE_PRODUCT64_LEVELS_H

#include "engine/compute/product64.h"

/* Panels of B: `width` columns each, k rows of one after the other. */
typedef struct Product64Level {
  int64_t width;
  /* Rows of C from A's rows and the panels of all n columns. */
  void (*rows)(int64_t m, int64_t n, int64_t k, Product64Operand a, const double *panels, double *c, int64_t ldc);
} Product64Level;

extern const Product64Level product64_avx2, product64_avx512;

#endif
