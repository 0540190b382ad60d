/* What the numpy_*.c files share. */
#ifndef NNSH_REPL_MODULES_NUMPY_INTERNAL_H
#define NNSH_REPL_MODULES_NUMPY_INTERNAL_H

#include "engine/array/reduce.h"
#include "engine/array/ufunc.h"
#include "repl/modules/numpy.h"

Value np_binary(BinaryOp op, Value a, Value b);
Value np_compare(CompareOp op, Value a, Value b);
Value np_unary(UnaryOp op, Value self);
/* A ufunc of two values; a 0-d result is a scalar. */
Value np_apply_values(const NdUfunc *ufunc, Value a, Value b, NdArray *out);

extern const NativeRow np_array_methods[], np_shared_rows[], np_random_rows[], np_linalg_rows[], np_function_rows[];
extern Type np_random_state_type;

/* axis=None, an int, or a tuple of ints: fills `axes` and `count`; NULL axes (count 0) for None. */
bool np_as_axes(Value value, int axes[ND_MAX_DIMS], int *count, bool *all);

/* A reduction as numpy's functions and methods call it: axis, dtype, keepdims, ddof. */
Value np_reduce_value(NdReduction reduction, Value array, Value axis, Value dtype, Value keepdims, double ddof);

bool np_scalars_prepare(void);

#endif
