#include "engine/compute/small_gemm.h"

#include <stddef.h>

#include "engine/compute/cpu.h"
#include "engine/compute/small_gemm_levels.h"

static const SmallGemm *const levels[CPU_LEVEL_COUNT] = {
    [CPU_SSE2] = NULL, [CPU_AVX2] = &small_gemm_avx2, [CPU_AVX512] = &small_gemm_avx512};

const SmallGemm *small_gemm_of_level(int level) {
  return level < 0 || level > (int)cpu_best_level() ? NULL : levels[level];
}

const SmallGemm *small_gemm(void) { return levels[cpu_level()]; }

/* Measured on Zen 3 beside OpenBLAS's kernel for it: 32 x 50 x 784 in 29 us for 37, its weight gradient in 27 us for
 * 45, 32 x 10 x 50 in 0.5 for 1.1. With more columns, more rows or a longer sum, packing pays. */
bool small_gemm_suits_forward(int64_t m, int64_t n, int64_t k) {
  return small_gemm() != NULL && (n <= 16 || (n <= 128 && m <= 128 && k <= 1536));
}

/* Rows of X that lie a multiple of 4 KB apart share the same few places of the first cache: read down its columns, X
 * falls out of it before its lines are used up (3072 x 32 x 200: 725 us, OpenBLAS 690). */
bool small_gemm_suits_weight(int64_t m, int64_t n, int64_t k) {
  return small_gemm() != NULL && n <= 256 && k <= 64 && (m < 2048 || m % 1024 != 0);
}
