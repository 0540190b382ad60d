/* The vector kernels at the avx512 level; room.cmake has the compiler's flags. */
#include "engine/compute/vector_avx512.h"

#define LEVEL_TABLE kernels_avx512
#include "engine/compute/kernels_vector.inc"
