/* What the processor can do. Asked of CPUID and XGETBV once, at the first call. */
#ifndef NNSH_ENGINE_COMPUTE_CPU_H
#define NNSH_ENGINE_COMPUTE_CPU_H

#include <stdbool.h>

typedef enum CpuLevel { CPU_SSE2, CPU_AVX2, CPU_AVX512, CPU_LEVEL_COUNT } CpuLevel;

/* "sse2", "avx2", "avx512". AVX2 includes FMA; AVX512 is F, BW, DQ and VL. */
const char *cpu_level_name(CpuLevel level);

/* The best level that processor and operating system both support. */
CpuLevel cpu_best_level(void);

/* The level in use: NNSH_SIMD=sse2|avx2|avx512 in the environment forces one (no higher than the best). */
CpuLevel cpu_level(void);

/* Processors that this process may run on (affinity and cgroup honoured), at least 1. */
int cpu_count(void);

#endif
