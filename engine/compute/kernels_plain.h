/* The plain twins of kernels.h: each formula written as directly as C allows, for float and for double. Tests compare
 * the vector kernels with the float64 table, and check gradients on it by finite differences. */
#ifndef NNSH_ENGINE_COMPUTE_KERNELS_PLAIN_H
#define NNSH_ENGINE_COMPUTE_KERNELS_PLAIN_H

#include "engine/compute/kernels.h"

extern const Kernels kernels_plain_f32;
extern const KernelsFloat64 kernels_plain_f64;

#endif
