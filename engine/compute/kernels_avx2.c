/* The vector kernels at the avx2 level; room.cmake has the compiler's flags. */
#include "engine/compute/vector_avx2.h"

#define LEVEL_TABLE kernels_avx2
#include "engine/compute/kernels_vector.inc"
