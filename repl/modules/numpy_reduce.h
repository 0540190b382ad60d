/* Reductions as rows of numpy's tables call them. */
#ifndef NNSH_REPL_MODULES_NUMPY_REDUCE_H
#define NNSH_REPL_MODULES_NUMPY_REDUCE_H

#include "repl/modules/numpy_internal.h"

/* row->data points to one of these. `form` says which arguments its rows have after the array:
 * 't' axis, dtype, out, keepdims, initial, where; 'm' axis, out, keepdims, initial, where; 'b' axis, out, keepdims,
 * where; 'p' axis, out, keepdims; 'e' axis, dtype, out, keepdims, where; 's' axis, dtype, out, ddof, keepdims, where,
 * mean, correction; 'k' axis, keepdims. */
typedef struct NpReduction {
  NdReduction what;
  char form;
  const char *name;
} NpReduction;
enum {
  NP_SUM, NP_PROD, NP_MIN, NP_MAX, NP_MEAN, NP_VAR, NP_STD, NP_ANY, NP_ALL, NP_ARGMIN, NP_ARGMAX, NP_MEDIAN, NP_PTP,
  NP_NONZEROS
};
extern const NpReduction np_reductions[];

Value np_do_reduce(const NativeRow *row, Value *arguments);
Value np_do_cumulative(const NativeRow *row, Value *arguments); /* a, axis, dtype, out */

/* Whether an argument says something: neither None nor True. */
static inline bool np_is_given(Value value) {
  return !py_is_none(value) && !py_is_undefined(value) && !(value.tag == TAG_BOOL && value.as.integer);
}

#endif
