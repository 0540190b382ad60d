/* The small products at the avx512 level; room.cmake has the compiler's flags. */
#include "engine/compute/vector_avx512.h"

#define SMALL_GEMM_TABLE small_gemm_avx512
#include "engine/compute/small_gemm_vector.inc"
