/* The loops of one input for any processor. */
#define ND_TABLE(name) nd_loops_##name
#include "engine/array/ufunc_math.inc"
