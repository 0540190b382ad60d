/* The folds for processors with AVX2; room.cmake has the compiler's flags. */
#include "engine/array/reduce_loops.h"

#include "engine/array/half.h"

#define ND_LEVEL(name) name##_avx2
#include "engine/array/reduce_loops.inc"
