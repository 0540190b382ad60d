/* The loops of one input for processors with AVX2; room.cmake has the compiler's flags. */
#define ND_TABLE(name) nd_loops_avx2_##name
#include "engine/array/ufunc_math.inc"
