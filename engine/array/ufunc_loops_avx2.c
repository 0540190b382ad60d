/* The loops of two inputs for processors with AVX2; room.cmake has the compiler's flags. */
#define ND_TABLE(name) nd_loops_avx2_##name
#include "engine/array/ufunc_loops.inc"
