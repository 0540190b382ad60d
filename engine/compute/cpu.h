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

/* The vendor's name as CPUID spells it ("AuthenticAMD", "GenuineIntel"); whether AVX512 has bfloat16 products. Both
 * only serve the choice of OpenBLAS's kernel. */
const char *cpu_vendor(void);
bool cpu_has_bf16(void);

/* How the calling thread's processor treats float numbers: SSE's control register, without the sticky flags. */
unsigned cpu_float_mode(void);
void cpu_set_float_mode(unsigned mode);

/* From now on, in this thread, results and operands below the smallest normal number are zero; returns the mode from
 * before, to be set again. Arithmetic with such numbers takes a detour of a hundred steps and more in the processor.
 * Work that pool_run gives to other threads runs in its caller's mode. */
unsigned cpu_flush_denormals(void);

/* Processors that a cgroup's cpu.max text ("150000 100000") allows, rounded up: 2 here; 0 for "max" or nonsense. */
int cpu_quota_processors(const char *cpu_max);

/* Processors that this process may run on (affinity and cgroup honoured), at least 1. */
int cpu_count(void);

#endif
