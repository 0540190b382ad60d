/* Rules about dtypes that several files of this room need. Private to this room. */
#ifndef NNSH_ENGINE_ARRAY_TYPES_H
#define NNSH_ENGINE_ARRAY_TYPES_H

#include "engine/array/array.h"

/* What becomes of a Python integer that its partners' dtype cannot hold. */
typedef enum NdMisfit {
  ND_MISFIT_FAILS,    /* an OverflowError */
  ND_MISFIT_KEEPS,    /* it keeps its own dtype, int64 */
  ND_MISFIT_ADOPTS    /* it takes the partners' dtype for the promotion; the value is converted elsewhere */
} NdMisfit;

/* Gives each input the dtype with which it enters promotion: its own, or for a Python scalar the one that its
 * partners' common dtype gives it (NEP 50). */
bool nd_resolve_weak(const NdArray *const *inputs, int count, NdType *types, NdMisfit misfit, Error *error);

/* numpy.can_cast(from, to, 'same_kind'). */
bool nd_can_cast_same_kind(NdType from, NdType to);

/* Whether an `out` argument has the shape of the result; numpy's ValueError otherwise. */
bool nd_check_out(const NdArray *out, int ndim, const int64_t *shape, Error *error);

/* The shape of a ufunc's result; where inputs do not go together, numpy's ValueError, which names `out` (or NULL)
 * too. */
bool nd_broadcast_operands(const NdArray *a, const NdArray *b, const NdArray *out, int *ndim, int64_t *shape,
                           Error *error);

#endif
