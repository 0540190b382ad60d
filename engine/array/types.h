/* Rules about dtypes that several files of this room need. Private to this room. */
#ifndef NNSH_ENGINE_ARRAY_TYPES_H
#define NNSH_ENGINE_ARRAY_TYPES_H

#include "engine/array/array.h"

/* Gives each input the dtype with which it enters promotion: its own, or for a Python scalar the one that its
 * partners' common dtype gives it (NEP 50). `check` makes a Python integer that the dtype cannot hold an
 * OverflowError; without it such an integer keeps its own dtype. */
bool nd_resolve_weak(const NdArray *const *inputs, int count, NdType *types, bool check, Error *error);

/* numpy.can_cast(from, to, 'same_kind'). */
bool nd_can_cast_same_kind(NdType from, NdType to);

/* Whether an `out` argument has the shape of the result; numpy's ValueError otherwise. */
bool nd_check_out(const NdArray *out, int ndim, const int64_t *shape, Error *error);

/* Whether an integer scalar fits a dtype (floats and bool: always). */
bool nd_integer_fits(NdScalar value, NdType type);

#endif
