/* Loops of float16 that cannot be those of float. */
#ifndef NNSH_ENGINE_ARRAY_UFUNC_HALF_H
#define NNSH_ENGINE_ARRAY_UFUNC_HALF_H

#include "engine/array/ufunc_loops.h"

NdLoop nd_half_nextafter, nd_half_spacing;

#endif
