/* The small products at the avx2 level; room.cmake has the compiler's flags. */
#include "engine/compute/vector_avx2.h"

#define SMALL_GEMM_TABLE small_gemm_avx2
#include "engine/compute/small_gemm_vector.inc"
