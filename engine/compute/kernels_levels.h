/* The tables that kernels_vector.inc makes, one per level: for kernels.c only. */
#ifndef NNSH_ENGINE_COMPUTE_KERNELS_LEVELS_H
#define NNSH_ENGINE_COMPUTE_KERNELS_LEVELS_H

#include "engine/compute/kernels.h"

extern const Kernels kernels_sse2;
extern const Kernels kernels_avx2;
extern const Kernels kernels_avx512;

#endif
