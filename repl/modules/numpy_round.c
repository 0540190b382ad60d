/* round and clip. */
#include <math.h>
#include <string.h>

#include "engine/array/complex.h"
#include "engine/array/linalg.h"
#include "repl/modules/numpy_internal.h"
#include "repl/modules/numpy_reduce.h"

/* round(a, decimals): numpy multiplies, rounds to even, divides; the parts of complex numbers one by one. */
static NdArray *rounded(NdArray *array, int64_t decimals, Error *error) {
  if (nd_is_complex(array->type)) {
    NdArray *parts[2] = {NULL, NULL}, *joined = NULL;
    for (int i = 0; i < 2; i++) {
      NdArray *part = nd_complex_part(array, i, error);
      parts[i] = part ? rounded(part, decimals, error) : NULL;
      nd_release(part);
    }
    if (parts[0] && parts[1]) joined = nd_complex_join(parts[0], parts[1], error);
    nd_release(parts[0]);
    nd_release(parts[1]);
    return joined;
  }
  bool real = nd_types[array->type].kind == 'f';
  if (nd_is_number(array->type) && !real && decimals >= 0) return nd_copy(array, error);
  NdScalar power = {.type = ND_FLOAT64, .as.f = pow(10, fabs((double)decimals))};
  NdArray *factor = nd_from_scalar(power, ND_WEAK_FLOAT, error);
  NdArray *scaled = NULL, *whole = NULL, *out = NULL;
  if (decimals == 0 || !nd_is_number(array->type)) out = nd_apply("rint", array, NULL, NULL, error);
  else if (factor) scaled = nd_apply(decimals > 0 ? "multiply" : "true_divide", array, factor, NULL, error);
  if (scaled) whole = nd_apply("rint", scaled, NULL, NULL, error);
  if (whole) out = nd_apply(decimals > 0 ? "true_divide" : "multiply", whole, factor, NULL, error);
  if (out && !real) {
    NdArray *back = nd_astype(out, array->type, error);
    nd_release(out);
    out = back;
  }
  nd_release(factor);
  nd_release(scaled);
  nd_release(whole);
  return out;
}
Value np_do_round(const NativeRow *row, Value *arguments) {
  if (!np_is_derived(arguments[0]) && np_owned(arguments[0])) {
    static const char *const names[] = {"decimals"};
    return np_owner_call(arguments[0], "round", names, &arguments[1], 1);
  }
  int64_t decimals;
  if (!py_as_int(arguments[1], &decimals)) return PY_ERROR;
  if (np_is_given(arguments[2]) && !np_is_array(arguments[2]))
    return py_raise(&py_TypeError, "output must be an array");
  NdArray *array = np_as_array(arguments[0]);
  if (array == NULL) return PY_ERROR;
  Error error = {0};
  NdArray *made = rounded(array, decimals, &error);
  /* Floats that are scaled and divided again are plain arrays, as numpy has it. */
  bool plain = decimals != 0 && strchr("fc", nd_types[array->type].kind) != NULL;
  nd_release(array);
  if (!np_is_array(arguments[2]) || made == NULL) {
    Value result = np_value_or_scalar(made, &error);
    return plain ? result : np_like_whole(result, arguments[0]);
  }
  bool good = nd_assign(np_borrow(arguments[2]), made, &error);
  nd_release(made);
  return good ? py_keep(arguments[2]) : py_raise_error(&error);
}

Value np_do_clip(const NativeRow *row, Value *arguments) {
  bool bounds = !py_is_none(arguments[1]) || !py_is_none(arguments[2]);
  if (row->data && bounds && (!py_is_none(arguments[4]) || !py_is_none(arguments[5])))
    return py_raise(&py_ValueError, "Passing `min` or `max` keyword argument when `a_min` and `a_max` are provided is "
                                    "forbidden.");
  if (row->data && py_is_none(arguments[1])) arguments[1] = py_keep(arguments[4]);
  if (row->data && py_is_none(arguments[2])) arguments[2] = py_keep(arguments[5]);
  Value key, given;
  Dict *more = py_as_dict(arguments[row->data ? 6 : 4]);
  for (int64_t at = 0; py_dict_next(more, &at, &key, &given);) {
    static const char *const known[] = {"out", "where", "order", "subok", "dtype", "casting"};
    bool there = false;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
      there = there || strcmp(known[i], py_as_string(key)->data) == 0;
    if (!there)
      return py_raise(&py_TypeError, "clip() got an unexpected keyword argument '%s'", py_as_string(key)->data);
  }
  if (!np_is_derived(arguments[0]) && np_owned(arguments[0])) {
    static const char *const names[] = {"lower", "upper"};
    return np_owner_call(arguments[0], "clip", names, &arguments[1], 2);
  }
  if (np_is_given(arguments[3]) && !np_is_array(arguments[3]) && !py_is_tuple(arguments[3]))
    return py_raise(&py_TypeError, "return arrays must be of ArrayType");
  NdArray *array = np_as_array(arguments[0]);
  NdArray *low = py_is_none(arguments[1]) ? NULL : np_as_operand(arguments[1]);
  NdArray *high = py_is_none(arguments[2]) ? NULL : np_as_operand(arguments[2]);
  Value result = PY_ERROR;
  if (!py_pending()) {
    Error error = {0};
    NdArray *made = nd_clip(array, low, high, &error);
    if (made && np_is_array(arguments[3])) {
      bool good = nd_assign(np_borrow(arguments[3]), made, &error);
      nd_release(made);
      result = good ? py_keep(arguments[3]) : py_raise_error(&error);
    } else {
      result = made ? np_like_whole(np_value_or_scalar(made, &error), arguments[0]) : np_raise_ufunc(&error);
    }
  }
  nd_release(array);
  nd_release(low);
  nd_release(high);
  return result;
}
