#include "engine/compute/kernels.h"

#include <stddef.h>

#include "engine/compute/cpu.h"
#include "engine/compute/kernels_plain.h"

const Kernels *kernels_of_level(int level) {
  return level < 0 || level > (int)cpu_best_level() ? NULL : &kernels_plain_f32;
}

const Kernels *kernels(void) {
  return kernels_of_level((int)cpu_level());
}
