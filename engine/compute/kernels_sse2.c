/* The vector kernels at the sse2 level; room.cmake has the compiler's flags. */
#include "engine/compute/vector_sse2.h"

#define LEVEL_TABLE kernels_sse2
#include "engine/compute/kernels_vector.inc"
