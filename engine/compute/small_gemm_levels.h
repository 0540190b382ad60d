/* The tables that small_gemm_vector.inc makes, one per level: for small_gemm.c only. */
#ifndef NNSH_ENGINE_COMPUTE_SMALL_GEMM_LEVELS_H
#define NNSH_ENGINE_COMPUTE_SMALL_GEMM_LEVELS_H

#include "engine/compute/small_gemm.h"

extern const SmallGemm small_gemm_avx2;
extern const SmallGemm small_gemm_avx512;

#endif
