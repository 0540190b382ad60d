/* Elementary functions sixteen or eight elements at a time, at the avx512 level. numpy has its own there: float32 exp,
 * log, sin and cos by the formulas in the .c file, and for tanh and most others of float32 the routines that glibc's
 * libmvec holds too. So these give numpy's bits where libm's functions would give the neighbour of every third result;
 * float64 exp follows libm, which numpy's is nearer to than to anything else that can be had.
 *
 * Flags of floating-point trouble are raised as libm raises them: RuntimeWarnings come from them. Private. */
#ifndef NNSH_ENGINE_ARRAY_UFUNC_WIDE_H
#define NNSH_ENGINE_ARRAY_UFUNC_WIDE_H

#include "engine/array/ufunc_loops.h"

/* The loop that takes the place of `loops`' (a table of the avx2 level) for elements of `type`; NULL: there is none, or
 * no libmvec to take it from. */
NdLoop *nd_wide_loop(NdLoop *const *loops, NdType type);

#endif
