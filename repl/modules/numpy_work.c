/* Calculations in several steps, for numpy's functions that are made of others. */
#include "repl/modules/numpy_internal.h"

Value np_step(NpWork *work, Value made) {
  if (py_is_error(made) || work->failed) {
    work->failed = true;
    py_drop(made);
    return PY_ERROR;
  }
  if (work->count == (int)(sizeof work->held / sizeof *work->held)) {
    work->failed = true;
    py_drop(made);
    return py_raise(&py_SystemError, "a calculation has too many steps");
  }
  work->held[work->count++] = made;
  return made;
}

Value np_step_array(NpWork *work, NdArray *made, const Error *error) {
  if (work->failed) {
    nd_release(made);
    return PY_ERROR;
  }
  return np_step(work, np_value(made, error));
}

static bool lost(NpWork *work, Value a, Value b) {
  if (py_is_error(a) || py_is_error(b)) work->failed = true;
  return work->failed;
}

Value np_step_binary(NpWork *work, BinaryOp op, Value a, Value b) {
  return lost(work, a, b) ? PY_ERROR : np_step(work, py_binary(op, a, b));
}
Value np_step_compare(NpWork *work, CompareOp op, Value a, Value b) {
  return lost(work, a, b) ? PY_ERROR : np_step(work, py_compare(op, a, b));
}
Value np_step_apply(NpWork *work, const char *ufunc, Value a, Value b) {
  if (lost(work, a, b)) return PY_ERROR;
  NdArray *left = np_as_operand(a), *right = left && !py_is_undefined(b) ? np_as_operand(b) : NULL;
  Value result = PY_ERROR;
  if (left && (right || py_is_undefined(b))) {
    Error error = {0};
    result = np_value_or_scalar(nd_apply(ufunc, left, right, NULL, &error), &error);
  }
  nd_release(left);
  nd_release(right);
  return np_step(work, result);
}
Value np_step_reduce(NpWork *work, NdReduction reduction, Value array, Value axis, Value keepdims) {
  return lost(work, array, axis) ? PY_ERROR
                                 : np_step(work, np_reduce_value(reduction, array, axis, PY_NONE, keepdims, 0));
}
Value np_step_where(NpWork *work, Value condition, Value a, Value b) {
  if (lost(work, condition, a) || lost(work, b, b)) return PY_ERROR;
  NdArray *test = np_as_array(condition), *left = test ? np_as_operand(a) : NULL,
          *right = left ? np_as_operand(b) : NULL;
  Error error = {0};
  Value result = right ? np_value(nd_where(test, left, right, &error), &error) : PY_ERROR;
  nd_release(test);
  nd_release(left);
  nd_release(right);
  return np_step(work, result);
}

NdArray *np_hold(NpWork *work, Value given) {
  if (lost(work, given, given)) return NULL;
  NdArray *array = np_as_array(given);
  Value held = array ? np_step(work, np_value(array, NULL)) : np_step(work, PY_ERROR);
  return py_is_error(held) ? NULL : np_borrow(held);
}
NdArray *np_hold_as(NpWork *work, Value given, NdType type) {
  NdArray *array = np_hold(work, given);
  if (array == NULL) return NULL;
  Error error = {0};
  Value held =
      np_step_array(work, array->type == type ? nd_contiguous(array, &error) : nd_astype(array, type, &error), &error);
  return py_is_error(held) ? NULL : np_borrow(held);
}

Value np_end(NpWork *work, Value result) {
  if (!work->failed && !py_is_error(result)) py_keep(result);
  else result = PY_ERROR;
  for (int i = 0; i < work->count; i++) py_drop(work->held[i]);
  work->count = 0;
  return result;
}
