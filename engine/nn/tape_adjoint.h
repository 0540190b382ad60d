/* The backward of a linear op as an op of its own, so that it can be followed too. Private to tape*.c.
 *
 * Where z = f(.., x, ..) is linear in input `at`, z = A x, its backward is g -> A' g (A transposed). As a value, that has
 * the gradients h -> A h with respect to g, which is f itself with h in x's place, and, where A depends on another input
 * p (a partner: f is linear in p too), f's backward with respect to p with h in x's place. So second derivatives, and
 * all further ones, need no kernels of their own. */
#ifndef NNSH_ENGINE_NN_TAPE_ADJOINT_H
#define NNSH_ENGINE_NN_TAPE_ADJOINT_H

#include "engine/nn/tape.h"

/* A' gradient for input `at` of base(inputs). partners: bits of the inputs that the others multiply; all else among
 * `inputs` counts with its shape only. */
NnValue *nn_adjoint(const NnOp *base, const NnAttributes *attributes, int at, int partners, NnValue *const *inputs,
                    int count, NnValue *gradient, Error *error);
bool nn_is_adjoint(const NnOp *op);
/* Its gradients, as numbers (parts[i] for its input i, new; NULL where that is not tracked) and as values. */
bool nn_adjoint_back(const NnValue *value, const NdArray *gradient, NdArray **parts, Error *error);
bool nn_adjoint_back_recorded(const NnValue *value, NnValue *gradient, NnValue **parts, Error *error);

#endif
