#include "engine/compute/kernels.h"

#include <stdatomic.h>
#include <stddef.h>

#include "engine/compute/cpu.h"
#include "engine/compute/kernels_levels.h"

static const Kernels *const levels[CPU_LEVEL_COUNT] = {
    [CPU_SSE2] = &kernels_sse2, [CPU_AVX2] = &kernels_avx2, [CPU_AVX512] = &kernels_avx512};

const Kernels *kernels_of_level(int level) {
  return level < 0 || level > (int)cpu_best_level() ? NULL : levels[level];
}

const Kernels *kernels(void) {
  static _Atomic(const Kernels *) chosen = NULL;
  const Kernels *table = atomic_load_explicit(&chosen, memory_order_relaxed);
  if (!table) {
    table = kernels_of_level((int)cpu_level());
    atomic_store_explicit(&chosen, table, memory_order_relaxed);
  }
  return table;
}
