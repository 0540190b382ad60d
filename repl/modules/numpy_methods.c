/* Methods of ndarray and numpy's functions that do the same: one handler for both, by row. */
#include <math.h>
#include <string.h>

#include "engine/array/index.h"
#include "engine/array/linalg.h"
#include "engine/core/memory.h"
#include "repl/modules/numpy_internal.h"

bool np_as_axes(Value value, int axes[ND_MAX_DIMS], int *count, bool *all) {
  *all = py_is_none(value) || py_is_undefined(value);
  *count = 0;
  if (*all) return true;
  const Value *items = &value;
  int64_t item_count = 1;
  if (!py_is_integer(value) && !py_sequence(value, &items, &item_count)) {
    py_raise(&py_TypeError, "'%s' object cannot be interpreted as an integer", py_type_of(value)->name);
    return false;
  }
  if (item_count > ND_MAX_DIMS) {
    py_raise(&py_ValueError, "too many axes");
    return false;
  }
  for (int64_t i = 0; i < item_count; i++) {
    int64_t axis;
    if (!py_as_int(items[i], &axis)) return false;
    axes[i] = axis > 1000 || axis < -1000 ? 1000 : (int)axis;
  }
  *count = (int)item_count;
  return true;
}

bool np_as_axis(Value value, int fallback, int *axis) {
  *axis = fallback;
  if (py_is_none(value) || py_is_undefined(value)) return true;
  int64_t given;
  if (!py_as_int(value, &given)) return false;
  *axis = given > 999 || given < -999 ? 999 : (int)given;
  return true;
}

Value np_reduce_value(NdReduction reduction, Value value, Value axis, Value dtype, Value keepdims, double ddof) {
  int axes[ND_MAX_DIMS], count;
  bool all;
  NdType type = ND_FLOAT64;
  bool typed = !py_is_none(dtype) && !py_is_undefined(dtype);
  if (!np_as_axes(axis, axes, &count, &all) || (typed && !np_as_dtype(dtype, ND_FLOAT64, &type))) return PY_ERROR;
  int keep = py_is_undefined(keepdims) ? 0 : py_truth(keepdims);
  NdArray *array = keep < 0 ? NULL : np_as_array(value);
  if (array == NULL) return PY_ERROR;
  NdReduceOptions options = {.axes = all ? NULL : axes, .axis_count = count, .keepdims = keep == 1,
                             .type = typed ? (int)type : -1, .ddof = ddof};
  Error error = {0};
  Value result = np_value_or_scalar(nd_reduce(reduction, array, &options, &error), &error);
  nd_release(array);
  return result;
}

/* The reductions: row->data points to which. */
static const NdReduction sum = ND_SUM, prod = ND_PROD, least = ND_MIN, most = ND_MAX, mean = ND_MEAN, variance = ND_VAR,
                         deviation = ND_STD, any = ND_ANY, all_of = ND_ALL, argmin = ND_ARGMIN, argmax = ND_ARGMAX,
                         median = ND_MEDIAN, ptp = ND_PTP, nonzeros = ND_COUNT_NONZERO;

/* a, axis, dtype, keepdims */
static Value reduce_typed(const NativeRow *row, Value *arguments) {
  return np_reduce_value(*(const NdReduction *)row->data, arguments[0], arguments[1], arguments[2], arguments[3], 0);
}
/* a, axis, keepdims */
static Value reduce_plain(const NativeRow *row, Value *arguments) {
  return np_reduce_value(*(const NdReduction *)row->data, arguments[0], arguments[1], PY_NONE, arguments[2], 0);
}
/* a, axis, dtype, ddof, keepdims */
static Value reduce_spread(const NativeRow *row, Value *arguments) {
  double ddof;
  if (!py_as_double(arguments[3], &ddof)) return PY_ERROR;
  return np_reduce_value(*(const NdReduction *)row->data, arguments[0], arguments[1], arguments[2], arguments[4], ddof);
}

static Value cumulative(const NativeRow *row, Value *arguments) {
  int axis;
  if (!np_as_axis(arguments[1], ND_FLAT, &axis)) return PY_ERROR;
  NdArray *array = np_as_array(arguments[0]);
  if (array == NULL) return PY_ERROR;
  Error error = {0};
  Value result = np_value(nd_cumulative(*(const NdReduction *)row->data, array, axis, &error), &error);
  nd_release(array);
  return result;
}

/* Runs `make` on the array of arguments[0]. */
#define WITH_ARRAY(array, expression)                  \
  NdArray *array = np_as_array(arguments[0]);          \
  if (array == NULL) return PY_ERROR;                  \
  Error error = {0};                                   \
  Value result = np_value((expression), &error);       \
  nd_release(array);                                   \
  return result

/* order='C' is the only order: elements by rows. 'A' and 'K' are the same for such arrays. */
static bool by_rows(Value order) {
  const char *text = py_is_str(order) ? py_as_string(order)->data : "C";
  if (strcmp(text, "C") == 0 || strcmp(text, "A") == 0 || strcmp(text, "K") == 0) return true;
  py_raise(&py_NotImplementedError, "order='%s' is not there yet: 'C' is", text);
  return false;
}

static Value do_reshape(Value *arguments, Value shape_value, Value order) {
  if (!by_rows(order)) return PY_ERROR;
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  if (!np_as_shape(shape_value, &ndim, shape)) return PY_ERROR;
  WITH_ARRAY(array, nd_reshape(array, ndim, shape, &error));
}
/* a.reshape(2, 3) and a.reshape((2, 3)) */
static Value method_reshape(const NativeRow *row, Value *arguments) {
  Tuple *given = py_as_tuple(arguments[1]);
  return do_reshape(arguments, given->count == 1 ? given->items[0] : arguments[1], arguments[2]);
}
static Value function_reshape(const NativeRow *row, Value *arguments) {
  Value shape = py_is_none(arguments[1]) ? arguments[3] : arguments[1]; /* newshape= is numpy 1's name */
  if (py_is_none(shape)) return py_raise(&py_TypeError, "reshape() missing 1 required positional argument: 'shape'");
  return do_reshape(arguments, shape, arguments[2]);
}

static Value do_transpose(Value *arguments, Value axes_value) {
  int axes[ND_MAX_DIMS], count;
  bool all;
  if (!np_as_axes(axes_value, axes, &count, &all)) return PY_ERROR;
  NdArray *given = np_as_array(arguments[0]);
  if (given == NULL) return PY_ERROR;
  Error error = {0};
  Value result;
  if (!all && count != given->ndim) result = py_raise(&py_ValueError, "axes don't match array");
  else result = np_value(nd_transpose(given, all ? NULL : axes, &error), &error);
  nd_release(given);
  return result;
}
static Value method_transpose(const NativeRow *row, Value *arguments) {
  Tuple *given = py_as_tuple(arguments[1]);
  if (given->count == 0) return do_transpose(arguments, PY_NONE);
  return do_transpose(arguments, given->count == 1 && !py_is_integer(given->items[0]) ? given->items[0] : arguments[1]);
}
static Value function_transpose(const NativeRow *row, Value *arguments) {
  return do_transpose(arguments, arguments[1]);
}

static Value swapaxes(const NativeRow *row, Value *arguments) {
  int first, second, axes[ND_MAX_DIMS];
  if (!np_as_axis(arguments[1], 0, &first) || !np_as_axis(arguments[2], 0, &second)) return PY_ERROR;
  NdArray *array = np_as_array(arguments[0]);
  if (array == NULL) return PY_ERROR;
  for (int i = 0; i < array->ndim; i++) axes[i] = i;
  Error error = {0};
  Value result;
  bool bad_first = first < -array->ndim || first >= array->ndim;
  if (bad_first || second < -array->ndim || second >= array->ndim) {
    result = py_raise(&py_AxisError, "axis%d: axis %d is out of bounds for array of dimension %d", bad_first ? 1 : 2,
                      bad_first ? first : second, array->ndim);
  } else {
    if (first < 0) first += array->ndim;
    if (second < 0) second += array->ndim;
    axes[first] = second;
    axes[second] = first;
    result = np_value(nd_transpose(array, axes, &error), &error);
  }
  nd_release(array);
  return result;
}

static Value method_astype(const NativeRow *row, Value *arguments) {
  NdType type;
  bool copies;
  if (!np_as_dtype(arguments[1], ND_FLOAT64, &type) || !py_as_bool(arguments[5], &copies)) return PY_ERROR;
  if (!copies && np_borrow(arguments[0])->type == type) return py_keep(arguments[0]);
  WITH_ARRAY(array, nd_astype(array, type, &error));
}
static Value method_copy(const NativeRow *row, Value *arguments) { WITH_ARRAY(array, nd_copy(array, &error)); }
static Value method_flatten(const NativeRow *row, Value *arguments) {
  if (!by_rows(arguments[1])) return PY_ERROR;
  NdArray *array = np_as_array(arguments[0]);
  if (array == NULL) return PY_ERROR;
  Error error = {0};
  NdArray *line = nd_reshape(array, 1, (int64_t[]){-1}, &error);
  NdArray *copy = line && line->buffer == array->buffer ? nd_copy(line, &error) : nd_retain(line);
  nd_release(line);
  nd_release(array);
  return np_value(copy, &error);
}
static Value do_ravel(const NativeRow *row, Value *arguments) {
  if (!by_rows(arguments[1])) return PY_ERROR;
  WITH_ARRAY(array, nd_reshape(array, 1, (int64_t[]){-1}, &error));
}
static Value method_tolist(const NativeRow *row, Value *arguments) { return np_to_list(np_borrow(arguments[0])); }
/* item(), item(3) counted in one dimension, item(1, 2), item((1, 2)) */
static Value method_item(const NativeRow *row, Value *arguments) {
  NdArray *array = np_borrow(arguments[0]);
  Value given = arguments[1];
  if (py_as_tuple(given)->count == 1 && py_is_tuple(py_as_tuple(given)->items[0])) given = py_as_tuple(given)->items[0];
  Tuple *index = py_as_tuple(given);
  int64_t places[ND_MAX_DIMS] = {0}, flat;
  if (index->count == 0 && array->size != 1)
    return py_raise(&py_ValueError, "can only convert an array of size 1 to a Python scalar");
  if (index->count == 1 && array->ndim != 1) {
    if (!py_as_int(index->items[0], &flat)) return PY_ERROR;
    if (flat < -array->size || flat >= array->size)
      return py_raise(&py_IndexError, "index %lld is out of bounds for size %lld", (long long)flat,
                      (long long)array->size);
    if (flat < 0) flat += array->size;
    for (int axis = array->ndim - 1; axis >= 0; axis--) {
      places[axis] = flat % array->shape[axis];
      flat /= array->shape[axis];
    }
  } else if (index->count) {
    if (index->count != array->ndim) return py_raise(&py_ValueError, "incorrect number of indices for array");
    for (int axis = 0; axis < array->ndim; axis++) {
      if (!py_as_int(index->items[axis], &places[axis])) return PY_ERROR;
      int64_t size = array->shape[axis];
      if (places[axis] < -size || places[axis] >= size)
        return py_raise(&py_IndexError, "index %lld is out of bounds for axis %d with size %lld",
                        (long long)places[axis], axis, (long long)size);
      if (places[axis] < 0) places[axis] += size;
    }
  }
  return np_plain(nd_get(array, places));
}
static Value method_fill(const NativeRow *row, Value *arguments) {
  NdArray *value = np_as_array(arguments[1]);
  if (value == NULL) return PY_ERROR;
  Error error = {0};
  bool good = nd_assign(np_borrow(arguments[0]), value, &error);
  nd_release(value);
  return good ? PY_NONE : py_raise_error(&error);
}

/* round(a, decimals): numpy multiplies, rounds to even, divides. */
static Value do_round(const NativeRow *row, Value *arguments) {
  int64_t decimals;
  if (!py_as_int(arguments[1], &decimals)) return PY_ERROR;
  NdArray *array = np_as_array(arguments[0]);
  if (array == NULL) return PY_ERROR;
  Error error = {0};
  Value result = PY_ERROR;
  if (nd_types[array->type].kind != 'f' && decimals >= 0) {
    result = np_value_or_scalar(nd_copy(array, &error), &error);
  } else {
    NdScalar power = {.type = ND_FLOAT64, .as.f = pow(10, fabs((double)decimals))};
    NdArray *factor = nd_from_scalar(power, ND_WEAK_FLOAT, &error);
    NdArray *scaled = NULL, *rounded = NULL, *out = NULL;
    if (decimals == 0) out = nd_apply("rint", array, NULL, NULL, &error);
    else if (factor) scaled = nd_apply(decimals > 0 ? "multiply" : "true_divide", array, factor, NULL, &error);
    if (scaled) rounded = nd_apply("rint", scaled, NULL, NULL, &error);
    if (rounded) out = nd_apply(decimals > 0 ? "true_divide" : "multiply", rounded, factor, NULL, &error);
    if (out && nd_types[array->type].kind != 'f') {
      NdArray *whole = nd_astype(out, array->type, &error);
      nd_release(out);
      out = whole;
    }
    result = np_value_or_scalar(out, &error);
    nd_release(factor);
    nd_release(scaled);
    nd_release(rounded);
  }
  nd_release(array);
  return result;
}

static Value do_clip(const NativeRow *row, Value *arguments) {
  NdArray *array = np_as_array(arguments[0]);
  NdArray *low = py_is_none(arguments[1]) ? NULL : np_as_operand(arguments[1]);
  NdArray *high = py_is_none(arguments[2]) ? NULL : np_as_operand(arguments[2]);
  Value result = PY_ERROR;
  if (!py_pending()) {
    Error error = {0};
    result = np_value_or_scalar(nd_clip(array, low, high, &error), &error);
  }
  nd_release(array);
  nd_release(low);
  nd_release(high);
  return result;
}

static Value two_arrays(Value *arguments, NdArray *(*make)(NdArray *, NdArray *, Error *)) {
  NdArray *a = np_as_array(arguments[0]), *b = a ? np_as_array(arguments[1]) : NULL;
  Error error = {0};
  Value result = b ? np_value_or_scalar(make(a, b, &error), &error) : PY_ERROR;
  nd_release(a);
  nd_release(b);
  return result;
}
static Value do_dot(const NativeRow *row, Value *arguments) { return two_arrays(arguments, nd_dot); }
static Value do_matmul(const NativeRow *row, Value *arguments) { return two_arrays(arguments, nd_matmul); }
static Value do_outer(const NativeRow *row, Value *arguments) { return two_arrays(arguments, nd_outer); }

static Value do_squeeze(const NativeRow *row, Value *arguments) {
  int axes[ND_MAX_DIMS], count;
  bool all;
  if (!np_as_axes(arguments[1], axes, &count, &all)) return PY_ERROR;
  WITH_ARRAY(array, nd_squeeze(array, all ? NULL : axes, count, &error));
}
static Value do_expand_dims(const NativeRow *row, Value *arguments) {
  int axis;
  if (!np_as_axis(arguments[1], 0, &axis)) return PY_ERROR;
  WITH_ARRAY(array, nd_expand_dims(array, axis, &error));
}
static Value do_repeat(const NativeRow *row, Value *arguments) {
  int64_t times;
  int axis;
  if (!py_as_int(arguments[1], &times) || !np_as_axis(arguments[2], ND_FLAT, &axis)) return PY_ERROR;
  WITH_ARRAY(array, nd_repeat(array, times, axis, &error));
}
static Value do_take(const NativeRow *row, Value *arguments) {
  int axis;
  if (!np_as_axis(arguments[2], ND_FLAT, &axis)) return PY_ERROR;
  NdArray *array = np_as_array(arguments[0]), *indices = array ? np_as_array(arguments[1]) : NULL, *line = NULL;
  Error error = {0};
  Value result = PY_ERROR;
  if (indices) {
    line = axis == ND_FLAT ? nd_reshape(array, 1, (int64_t[]){-1}, &error) : nd_retain(array);
    result = line ? np_value_or_scalar(nd_take(line, indices, axis == ND_FLAT ? 0 : axis, &error), &error)
                  : py_raise_error(&error);
  }
  nd_release(line);
  nd_release(array);
  nd_release(indices);
  return result;
}
static Value function_sort(const NativeRow *row, Value *arguments) {
  int axis;
  if (!np_as_axis(arguments[1], ND_FLAT, &axis)) return PY_ERROR;
  WITH_ARRAY(array, nd_sort(array, axis, &error));
}
static Value method_sort(const NativeRow *row, Value *arguments) {
  int axis;
  if (!np_as_axis(arguments[1], ND_FLAT, &axis)) return PY_ERROR;
  Error error = {0};
  NdArray *sorted = nd_sort(np_borrow(arguments[0]), axis, &error);
  bool good = sorted && nd_assign(np_borrow(arguments[0]), sorted, &error);
  nd_release(sorted);
  return good ? PY_NONE : py_raise_error(&error);
}
static Value do_argsort(const NativeRow *row, Value *arguments) {
  int axis;
  if (!np_as_axis(arguments[1], ND_FLAT, &axis)) return PY_ERROR;
  WITH_ARRAY(array, nd_argsort(array, axis, &error));
}
static Value do_nonzero(const NativeRow *row, Value *arguments) {
  NdArray *array = np_as_array(arguments[0]);
  if (array == NULL) return PY_ERROR;
  NdArray *places[ND_MAX_DIMS];
  Error error = {0};
  int ndim = array->ndim;
  bool good = nd_nonzero(array, places, &error);
  nd_release(array);
  if (!good) return py_raise_error(&error);
  Value tuple = py_tuple(ndim);
  for (int i = 0; i < ndim; i++) {
    if (py_is_error(tuple)) nd_release(places[i]);
    else py_as_tuple(tuple)->items[i] = np_value(places[i], &error);
  }
  return tuple;
}
static Value method_float(const NativeRow *row, Value *arguments) {
  NdScalar scalar;
  Error error = {0};
  if (np_borrow(arguments[0])->ndim)
    return py_raise(&py_TypeError, "only 0-dimensional arrays can be converted to Python scalars");
  if (!nd_item(np_borrow(arguments[0]), &scalar, &error)) return py_raise_error(&error);
  if (row->data == NULL) return py_float(nd_scalar_as_double(scalar));
  Value number = np_plain(scalar), class = py_type_value(&py_int_type);
  Value whole = py_is_error(class) ? PY_ERROR : py_call_values(class, &number, 1);
  py_drop(class);
  return whole;
}

/* diagonal(offset) and trace (row->data): of the first two axes of a matrix. */
static Value do_diagonal(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  NdArray *array = np_hold(&work, arguments[0]);
  Value module = array ? np_step(&work, modules_import("numpy")) : PY_ERROR;
  if (work.failed) return np_end(&work, PY_ERROR);
  if (array->ndim != 2)
    return np_end(&work,
                  np_step(&work, py_raise(&py_NotImplementedError,
                                          "the diagonal of an array of %d dimensions is not there yet", array->ndim)));
  Value line = np_step(&work, py_call_method(module, "diag", arguments, 2));
  return np_end(&work, row->data ? np_step_reduce(&work, ND_SUM, line, PY_NONE, PY_FALSE) : line);
}
/* inner: products over the last axes; vdot (row->data): of all elements. */
static Value do_inner(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  NdArray *a = np_hold(&work, arguments[0]), *b = a ? np_hold(&work, arguments[1]) : NULL;
  if (b == NULL) return np_end(&work, PY_ERROR);
  Error error = {0};
  Value left = np_step_array(&work, row->data ? nd_reshape(a, 1, (int64_t[]){-1}, &error) : nd_retain(a), &error);
  Value right = np_step_array(&work,
                              row->data      ? nd_reshape(b, 1, (int64_t[]){-1}, &error)
                              : b->ndim == 2 ? nd_transpose(b, NULL, &error)
                                             : nd_retain(b),
                              &error);
  if (!row->data && b->ndim > 2)
    return np_end(
        &work, np_step(&work, py_raise(&py_NotImplementedError, "inner of %d dimensions is not there yet", b->ndim)));
  return np_end(&work, work.failed ? PY_ERROR
                                   : np_step(&work, np_value_or_scalar(
                                                        nd_dot(np_borrow(left), np_borrow(right), &error), &error)));
}
static Value method_view(const NativeRow *row, Value *arguments) {
  if (!py_is_none(arguments[1]))
    return py_raise(&py_NotImplementedError, "view(dtype) is not there yet: astype(dtype) converts");
  Error error = {0};
  NdArray *array = np_borrow(arguments[0]);
  return np_value(nd_reshape(array, array->ndim, array->shape, &error), &error);
}
static Value method_tobytes(const NativeRow *row, Value *arguments) {
  Error error = {0};
  NdArray *line = nd_contiguous(np_borrow(arguments[0]), &error);
  if (line == NULL) return py_raise_error(&error);
  Value bytes = py_bytes(line->data, (size_t)(line->size * nd_types[line->type].itemsize));
  nd_release(line);
  return bytes;
}

#define REDUCTIONS(SELF)                                                                                          \
  {"sum", SELF ", axis=None, dtype=None, keepdims=False", "The sum along axes.", reduce_typed, &sum},             \
      {"prod", SELF ", axis=None, dtype=None, keepdims=False", "The product along axes.", reduce_typed, &prod},   \
      {"mean", SELF ", axis=None, dtype=None, keepdims=False", "The mean along axes.", reduce_typed, &mean},      \
      {"std", SELF ", axis=None, dtype=None, ddof=0, keepdims=False", "The standard deviation.", reduce_spread,   \
       &deviation},                                                                                               \
      {"var", SELF ", axis=None, dtype=None, ddof=0, keepdims=False", "The variance.", reduce_spread, &variance}, \
      {"min|amin", SELF ", axis=None, keepdims=False", "The least element.", reduce_plain, &least},               \
      {"max|amax", SELF ", axis=None, keepdims=False", "The greatest element.", reduce_plain, &most},             \
      {"argmin", SELF ", axis=None, keepdims=False", "Where the least element is.", reduce_plain, &argmin},       \
      {"argmax", SELF ", axis=None, keepdims=False", "Where the greatest element is.", reduce_plain, &argmax},    \
      {"any", SELF ", axis=None, keepdims=False", "Whether some element is true.", reduce_plain, &any},           \
      {"all", SELF ", axis=None, keepdims=False", "Whether every element is true.", reduce_plain, &all_of},       \
      {"ptp", SELF ", axis=None, keepdims=False", "Greatest minus least.", reduce_plain, &ptp},                   \
      {"cumsum", SELF ", axis=None", "Running sums.", cumulative, &sum},                                          \
      {"cumprod", SELF ", axis=None", "Running products.", cumulative, &prod},                                    \
      {"round|around", SELF ", decimals=0", "Rounds to some decimals.", do_round, NULL},                          \
      {"dot", SELF ", b", "The product of matrices or vectors.", do_dot, NULL},                                   \
      {"squeeze", SELF ", axis=None", "Drops dimensions of length 1.", do_squeeze, NULL},                         \
      {"repeat", SELF ", repeats, axis=None", "Repeats elements.", do_repeat, NULL},                              \
      {"take", SELF ", indices, axis=None", "Elements by index.", do_take, NULL},                                 \
      {"argsort", SELF ", axis=-1, kind=None", "The indices that sort.", do_argsort, NULL},                       \
      {"diagonal", SELF ", offset=0", "The elements [i, i + offset].", do_diagonal, NULL},                        \
      {"trace", SELF ", offset=0", "The sum of a diagonal.", do_diagonal, yes},                                   \
      {"nonzero", SELF, "Where elements are not zero.", do_nonzero, NULL},                                        \
      {"swapaxes", SELF ", axis1, axis2", "Two dimensions exchanged (a view).", swapaxes, NULL}, {                \
    "ravel", SELF ", order='C'", "One dimension, a view where it can be.", do_ravel, NULL                         \
  }

static const char yes[] = "yes";
const NativeRow np_array_methods[] = {
    REDUCTIONS("self"),
    {"clip", "self, min=None, max=None", "Bounds every element.", do_clip, NULL},
    {"view", "self, dtype=None", "The same elements in a new array.", method_view, NULL},
    {"tobytes", "self", "The elements' bytes.", method_tobytes, NULL},
    {"reshape", "self, *shape, order='C'", "The same elements in another shape; one length may be -1.", method_reshape,
     NULL},
    {"transpose", "self, *axes", "Dimensions in another order (a view).", method_transpose, NULL},
    {"astype", "self, dtype, order='K', casting='unsafe', subok=True, copy=True", "A copy with another dtype.",
     method_astype, NULL},
    {"copy|__copy__", "self, order='C'", "A copy.", method_copy, NULL},
    {"flatten", "self, order='C'", "A copy in one dimension.", method_flatten, NULL},
    {"tolist", "self", "Nested lists of Python numbers.", method_tolist, NULL},
    {"item", "self, *args", "An element as a Python number.", method_item, NULL},
    {"fill", "self, value", "Sets every element.", method_fill, NULL},
    {"sort", "self, axis=-1, kind=None", "Sorts in place.", method_sort, NULL},
    {"__float__", "self", "The only element as a float.", method_float, NULL},
    {"__int__", "self", "The only element as an int.", method_float, ""},
    {0},
};

/* The same as functions: numpy_functions.c adds these to the module. */
const NativeRow np_shared_rows[] = {
    REDUCTIONS("a"),
    {"clip", "a, a_min=None, a_max=None", "Bounds every element.", do_clip, NULL},
    {"inner", "a, b", "Products over the last axes.", do_inner, NULL},
    {"vdot", "a, b", "The sum of all products.", do_inner, yes},
    {"reshape", "a, shape=None, order='C', newshape=None", "The same elements in another shape; one length may be -1.",
     function_reshape, NULL},
    {"transpose", "a, axes=None", "Dimensions in another order (a view).", function_transpose, NULL},
    {"expand_dims", "a, axis", "A new dimension of length 1.", do_expand_dims, NULL},
    {"sort", "a, axis=-1, kind=None", "A sorted copy.", function_sort, NULL},
    {"median", "a, axis=None, keepdims=False", "The middle of the sorted elements.", reduce_plain, &median},
    {"count_nonzero", "a, axis=None, keepdims=False", "How many elements are not zero.", reduce_plain, &nonzeros},
    {"matmul", "x1, x2", "The product of matrices.", do_matmul, NULL},
    {"outer", "a, b", "All products of two vectors.", do_outer, NULL},
    {"copy", "a, order='K', subok=False", "A copy.", method_copy, NULL},
    {0},
};
