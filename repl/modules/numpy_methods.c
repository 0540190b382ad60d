/* Methods of ndarray and numpy's functions that do the same: one handler for both, by row. */
#include <math.h>
#include <string.h>

#include "engine/array/complex.h"
#include "engine/array/index.h"
#include "engine/array/linalg.h"
#include "engine/array/record.h"
#include "engine/core/memory.h"
#include "repl/modules/numpy_generator.h"
#include "repl/modules/numpy_reduce.h"

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

/* Runs `make` on the array of arguments[0]. */
#define WITH_ARRAY(array, expression)                  \
  NdArray *array = np_as_array_kept(arguments[0]);     \
  if (array == NULL) return PY_ERROR;                  \
  Error error = {0};                                   \
  Value result = np_view_value((expression), arguments[0], &error); \
  nd_release(array);                                   \
  return result

/* Reads and places elements by columns: as by rows on the transposed array, with the shape turned round. */
static NdArray *reshape_ordered(NdArray *array, int ndim, const int64_t *shape, char order, Error *error) {
  bool columns = order == 'F' || (order == 'A' && nd_is_by_columns(array) && !nd_is_contiguous(array));
  if (!columns) return nd_reshape(array, ndim, shape, error);
  int64_t turned[ND_MAX_DIMS];
  for (int axis = 0; axis < ndim; axis++) turned[axis] = shape[ndim - 1 - axis];
  NdArray *flipped = nd_transpose(array, NULL, error), *made = NULL, *result = NULL;
  if (flipped) made = nd_reshape(flipped, ndim, turned, error);
  if (made) result = nd_transpose(made, NULL, error);
  nd_release(flipped);
  nd_release(made);
  return result;
}

static Value do_reshape(Value *arguments, Value shape_value, Value order, Value copy) {
  if (!np_check_order(order)) return PY_ERROR;
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  if (!np_as_shape(shape_value, &ndim, shape)) return PY_ERROR;
  if (copy.tag != TAG_BOOL) {
    WITH_ARRAY(array, reshape_ordered(array, ndim, shape, np_order(order), &error));
  }
  NdArray *array = np_as_array_kept(arguments[0]);
  if (array == NULL) return PY_ERROR;
  Error error = {0};
  NdArray *made = reshape_ordered(array, ndim, shape, np_order(order), &error);
  bool shared = made && made->buffer == array->buffer;
  nd_release(array);
  if (made && !shared && !copy.as.integer) {
    nd_release(made);
    return py_raise(&py_ValueError, "Unable to avoid creating a copy while reshaping.");
  }
  if (made && shared && copy.as.integer) {
    NdArray *own = nd_copy(made, &error);
    nd_release(made);
    made = own;
  }
  return np_view_value(made, arguments[0], &error);
}
/* a.reshape(2, 3) and a.reshape((2, 3)) */
static Value method_reshape(const NativeRow *row, Value *arguments) {
  Tuple *given = py_as_tuple(arguments[1]);
  return do_reshape(arguments, given->count == 1 ? given->items[0] : arguments[1], arguments[2], arguments[3]);
}
static Value function_reshape(const NativeRow *row, Value *arguments) {
  Value shape = py_is_none(arguments[1]) ? arguments[3] : arguments[1]; /* newshape= is numpy 1's name */
  if (py_is_none(shape)) return py_raise(&py_TypeError, "reshape() missing 1 required positional argument: 'shape'");
  return do_reshape(arguments, shape, arguments[2], arguments[4]);
}

static Value do_transpose(Value *arguments, Value axes_value) {
  int axes[ND_MAX_DIMS], count;
  bool all;
  if (axes_value.tag == TAG_FLOAT) {
    Value shown = py_repr(axes_value);
    if (!py_is_error(shown))
      py_raise(&py_TypeError, "expected a sequence of integers or a single integer, got '%s'",
               py_as_string(shown)->data);
    py_drop(shown);
    return PY_ERROR;
  }
  if (!np_as_axes(axes_value, axes, &count, &all)) return PY_ERROR;
  NdArray *given = np_as_array_kept(arguments[0]);
  if (given == NULL) return PY_ERROR;
  Error error = {0};
  Value result;
  if (!all && count != given->ndim) result = py_raise(&py_ValueError, "axes don't match array");
  else result = np_view_value(nd_transpose(given, all ? NULL : axes, &error), arguments[0], &error);
  nd_release(given);
  return result;
}
static Value method_transpose(const NativeRow *row, Value *arguments) {
  Tuple *given = py_as_tuple(arguments[1]);
  if (given->count == 0) return do_transpose(arguments, PY_NONE);
  return do_transpose(arguments, given->count == 1 && !py_is_integer(given->items[0]) ? given->items[0] : arguments[1]);
}
static Value function_transpose(const NativeRow *row, Value *arguments) {
  if (py_is_none(arguments[1]) && arguments[0].tag == TAG_SCALAR) return py_keep(arguments[0]);
  return do_transpose(arguments, arguments[1]);
}

static Value swapaxes(const NativeRow *row, Value *arguments) {
  int first, second, axes[ND_MAX_DIMS];
  if (!np_as_axis(arguments[1], 0, &first) || !np_as_axis(arguments[2], 0, &second)) return PY_ERROR;
  NdArray *array = np_as_array_kept(arguments[0]);
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
    result = np_view_value(nd_transpose(array, axes, &error), arguments[0], &error);
  }
  nd_release(array);
  return result;
}

/* Floats that have no integer, or no smaller float: numpy warns of them. False where a warning is an error. */
static bool cast_reported(const NdArray *from, const NdArray *to) {
  char kind = nd_types[to->type].kind;
  if (from->type != ND_FLOAT64 && from->type != ND_FLOAT32) return true;
  bool integers = kind == 'i' || kind == 'u', narrow = kind == 'f' && to->itemsize < from->itemsize;
  if (!integers && !narrow) return true;
  NdArray *line = nd_contiguous((NdArray *)from, &(Error){0});
  if (line == NULL) return true;
  const double low = -9223372036854775808.0, high = 9223372036854775808.0;
  double limit = to->type == ND_FLOAT16 ? 65520 : 3.4028235677973366e38;
  bool lost = false;
  for (int64_t i = 0; i < line->size && !lost; i++) {
    double x = line->type == ND_FLOAT64 ? ((const double *)line->data)[i] : (double)((const float *)line->data)[i];
    bool fits = isfinite(x) && (kind == 'u' || (x >= low && x < high));
    lost = integers ? !fits : isfinite(x) && fabs(x) >= limit;
  }
  nd_release(line);
  return !lost || np_float_report(integers ? ND_FLOAT_INVALID : ND_FLOAT_OVERFLOW, "cast");
}

/* dtype, order, casting, subok, copy */
static Value method_astype(const NativeRow *row, Value *arguments) {
  NdKind kind;
  bool copies;
  const char *casting;
  if (!np_as_kind(arguments[1], ND_FLOAT64, &kind) || !py_as_text(arguments[3], &casting) ||
      !py_as_bool(arguments[5], &copies) || !np_check_order(arguments[2]))
    return PY_ERROR;
  static const char rules[] = " no equiv safe same_kind unsafe same_value ";
  Text word = {0};
  text_addf(&word, " %s ", casting);
  bool known = strstr(rules, text_string(&word)) != NULL;
  text_free(&word);
  if (!known)
    return py_raise(&py_ValueError, "casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe', 'same_value' "
                                    "(got '%s')", casting);
  NdArray *own = np_borrow(arguments[0]);
  if (!nd_can_cast(own->type, kind.type, casting)) {
    char from[32], to[32];
    nd_kind_name(nd_kind(own), from);
    nd_kind_name(kind, to);
    return py_raise(&py_TypeError, "Cannot cast array data from dtype('%s') to dtype('%s') according to the rule '%s'",
                    from, to, casting);
  }
  if (!np_complex_lost(own->type, kind.type)) return PY_ERROR;
  if (nd_is_time(kind.type) && !np_time_settle(arguments[0], &kind.type)) return PY_ERROR;
  bool same = own->type == kind.type && (kind.itemsize == 0 || own->itemsize == kind.itemsize);
  if (!copies && same) return py_keep(arguments[0]);
  char order = np_order(arguments[2]);
  Error error = {0};
  NdArray *cast = same ? nd_copy_ordered(own, order, &error) : nd_astype_sized(own, kind.type, kind.itemsize, &error);
  if (cast && !same && order == 'F') {
    NdArray *ordered = nd_by_columns(cast, &error);
    nd_release(cast);
    cast = ordered;
  } else if (cast && !same && order != 'C' && own->ndim > 1 && !nd_is_contiguous(own) && nd_is_by_columns(own)) {
    NdArray *ordered = nd_by_columns(cast, &error);
    nd_release(cast);
    cast = ordered;
  }
  if (cast && !cast_reported(own, cast)) {
    nd_release(cast);
    return PY_ERROR;
  }
  bool keeps_class;
  if (!py_as_bool(arguments[4], &keeps_class)) {
    nd_release(cast);
    return PY_ERROR;
  }
  Value made = np_value(cast, &error);
  return keeps_class ? np_like(made, arguments[0]) : made;
}
/* copy(order) of arrays keeps the class, the function (row->data) where it is asked to. */
static Value method_copy(const NativeRow *row, Value *arguments) {
  if (!np_check_order(arguments[1])) return PY_ERROR;
  bool keeps_class = true;
  if (row->data && !py_as_bool(arguments[2], &keeps_class)) return PY_ERROR;
  if (!keeps_class && np_is_derived(arguments[0])) {
    Error failed = {0};
    return np_value(nd_copy_ordered(np_borrow(arguments[0]), np_order(arguments[1]), &failed), &failed);
  }
  WITH_ARRAY(array, nd_copy_ordered(array, np_order(arguments[1]), &error));
}
/* ravel (a view where it can be) and flatten (row->data: a copy), by order. */
static Value flat(const NativeRow *row, Value *arguments) {
  if (!np_check_order(arguments[1])) return PY_ERROR;
  NdArray *array = np_as_array_kept(arguments[0]);
  if (array == NULL) return PY_ERROR;
  Error error = {0};
  char order = np_order(arguments[1]);
  if (order == 'K') order = 'A';
  NdArray *line = reshape_ordered(array, 1, (int64_t[]){-1}, order, &error);
  if (line && row->data && line->buffer == array->buffer) {
    NdArray *copy = nd_copy(line, &error);
    nd_release(line);
    line = copy;
  }
  nd_release(array);
  return np_view_value(line, arguments[0], &error);
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
  const char *data = array->data;
  for (int axis = 0; axis < array->ndim; axis++) data += places[axis] * array->strides[axis];
  return np_plain_element(nd_kind(array), data);
}
static Value method_fill(const NativeRow *row, Value *arguments) {
  Value all = {.tag = TAG_ELLIPSIS};
  return py_setitem(arguments[0], all, arguments[1]) ? PY_NONE : PY_ERROR;
}

/* A product goes into `out`, which dot() takes only in the dtype and shape that its result has. */
static Value two_arrays(Value *arguments, NdArray *(*make)(NdArray *, NdArray *, Error *)) {
  Value out = arguments[2];
  bool given_out = !py_is_none(out), exact = make == nd_dot;
  if (given_out && !np_is_array(out))
    return py_raise(&py_TypeError, exact ? "'out' must be an array" : "return arrays must be of ArrayType");
  NdArray *a = np_as_array(arguments[0]), *b = a ? np_as_array(arguments[1]) : NULL;
  Error error = {0};
  NdArray *made = b ? make(a, b, &error) : NULL;
  nd_release(a);
  nd_release(b);
  if (b == NULL) return PY_ERROR;
  if (!given_out || made == NULL) {
    Value result = np_value_or_scalar(made, &error);
    return make == nd_outer ? result : np_wrap(result, PY_UNDEFINED, arguments, 2, 0);
  }
  NdArray *to = np_borrow(out);
  bool same_shape = to->ndim == made->ndim && memcmp(to->shape, made->shape, (size_t)to->ndim * sizeof *to->shape) == 0;
  bool good = true;
  if (exact && !same_shape)
    good = core_fail(&error, ERROR_VALUE, "output array has wrong dimensions");
  else if (exact && (to->type != made->type || !nd_is_contiguous(to)))
    good = core_fail(&error, ERROR_VALUE, "output array is not acceptable (must have the right datatype, number of "
                                          "dimensions, and be a C-Array)");
  else if (!nd_can_cast(made->type, to->type, "same_kind"))
    good = core_fail(&error, ERROR_TYPE,
                     "Cannot cast ufunc '%s' output from dtype('%s') to dtype('%s') with casting rule 'same_kind'",
                     make == nd_outer ? "multiply" : "matmul", nd_types[made->type].name, nd_types[to->type].name);
  good = good && nd_assign(to, made, &error);
  nd_release(made);
  return good ? py_keep(out) : np_raise_ufunc(&error);
}
static Value do_dot(const NativeRow *row, Value *arguments) { return two_arrays(arguments, nd_dot); }
static Value do_matmul(const NativeRow *row, Value *arguments) { return two_arrays(arguments, nd_matmul); }
static Value do_outer(const NativeRow *row, Value *arguments) { return two_arrays(arguments, nd_outer); }

static Value do_squeeze(const NativeRow *row, Value *arguments) {
  int axes[ND_MAX_DIMS], count;
  bool all;
  if (!np_as_axes(arguments[1], axes, &count, &all)) return PY_ERROR;
  if (all && arguments[0].tag == TAG_SCALAR) return py_keep(arguments[0]); /* a scalar has the method too */
  WITH_ARRAY(array, nd_squeeze(array, all ? NULL : axes, count, &error));
}
static Value do_expand_dims(const NativeRow *row, Value *arguments) {
  int axis;
  if (!np_as_axis(arguments[1], 0, &axis)) return PY_ERROR;
  WITH_ARRAY(array, nd_expand_dims(array, axis, &error));
}
static Value do_repeat(const NativeRow *row, Value *arguments) {
  int64_t times;
  if (!py_is_integer(arguments[1])) return np_like(np_python_call("_repeat", arguments, 3), arguments[0]);
  int axis;
  if (!py_as_int(arguments[1], &times) || !np_as_axis(arguments[2], ND_FLAT, &axis)) return PY_ERROR;
  WITH_ARRAY(array, nd_repeat(array, times, axis, &error));
}
static Value do_take(const NativeRow *row, Value *arguments) {
  int axis;
  bool raises = py_is_str(arguments[4]) && strcmp(py_as_string(arguments[4])->data, "raise") == 0;
  if (np_is_given(arguments[3]) || !raises) return np_like(np_python_call("_take", arguments, 5), arguments[0]);
  if (!np_as_axis(arguments[2], ND_FLAT, &axis)) return PY_ERROR;
  NdArray *array = np_as_array(arguments[0]), *indices = NULL, *line = NULL;
  const bool given = array && np_is_array(arguments[1]);
  if (given) indices = np_as_array(arguments[1]);
  else if (array) indices = np_as_array_kind(arguments[1], (NdKind){ND_INT64, sizeof(int64_t)});
  Error error = {0};
  Value result = PY_ERROR;
  if (indices) {
    line = axis == ND_FLAT ? nd_reshape(array, 1, (int64_t[]){-1}, &error) : nd_retain(array);
    result = line ? np_like(np_value_or_scalar(nd_take(line, indices, axis == ND_FLAT ? 0 : axis, &error), &error),
                            arguments[0])
                  : py_raise_error(&error);
  }
  nd_release(line);
  nd_release(array);
  nd_release(indices);
  return result;
}
/* Sorted by the fields that `order` names; without it as every dtype is. */
static NdArray *sorted_by(NdArray *array, int axis, Value order, Error *error) {
  if (py_is_none(order)) return nd_sort(array, axis, error);
  NdArray *view = np_ordered_view(array, order), *sorted = view ? nd_sort(view, axis, error) : NULL;
  NdArray *back = sorted ? nd_record_as(sorted, array->type, error) : NULL;
  nd_release(view);
  nd_release(sorted);
  return back;
}
/* kind= and stable=: every sort here is a stable one, so they only have to be words of numpy's. */
static bool check_sort(Value kind, Value stable) {
  if (py_is_none(kind)) return true;
  if (!py_is_str(kind)) {
    py_raise(&py_TypeError, "sort kind must be str, not %s", py_type_of(kind)->name);
    return false;
  }
  const char *text = py_as_string(kind)->data;
  if (*text == 0 || strchr("qQhHmMsS", *text) == NULL) {
    py_raise(&py_ValueError, "sort kind must be one of 'quick', 'heap', or 'stable' (got '%s')", text);
    return false;
  }
  if (py_is_none(stable)) return true;
  py_raise(&py_ValueError, "`kind` and keyword parameters can't be provided at the same time. Use only one of them.");
  return false;
}
static Value function_sort(const NativeRow *row, Value *arguments) {
  int axis;
  if (!check_sort(arguments[2], arguments[4])) return PY_ERROR;
  if (!np_as_axis(arguments[1], ND_FLAT, &axis)) return PY_ERROR;
  WITH_ARRAY(array, sorted_by(array, axis, arguments[3], &error));
}
static Value method_sort(const NativeRow *row, Value *arguments) {
  int axis;
  if (!check_sort(arguments[2], arguments[4])) return PY_ERROR;
  if (!np_borrow(arguments[0])->writeable) return py_raise(&py_ValueError, "sort array is read-only");
  if (!np_as_axis(arguments[1], ND_FLAT, &axis)) return PY_ERROR;
  Error error = {0};
  NdArray *sorted = sorted_by(np_borrow(arguments[0]), axis, arguments[3], &error);
  if (sorted == NULL && py_pending()) return PY_ERROR;
  bool good = sorted && nd_assign(np_borrow(arguments[0]), sorted, &error);
  nd_release(sorted);
  return good ? PY_NONE : py_raise_error(&error);
}
static Value do_argsort(const NativeRow *row, Value *arguments) {
  if (!np_is_derived(arguments[0]) && np_owned(arguments[0]))
    return np_owner_call(arguments[0], "argsort", NULL, NULL, 0);
  int axis;
  if (!check_sort(arguments[2], arguments[4])) return PY_ERROR;
  if (!np_as_axis(arguments[1], ND_FLAT, &axis)) return PY_ERROR;
  if (!py_is_none(arguments[3])) {
    NdArray *given = np_as_array(arguments[0]), *view = given ? np_ordered_view(given, arguments[3]) : NULL;
    nd_release(given);
    if (view == NULL) return PY_ERROR;
    Error failed = {0};
    Value places = np_value(nd_argsort(view, axis, &failed), &failed);
    nd_release(view);
    return places;
  }
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
  NdArray *array = np_borrow(arguments[0]);
  if (array->ndim) return py_raise(&py_TypeError, "only 0-dimensional arrays can be converted to Python scalars");
  Value number = np_plain_element(nd_kind(array), array->data);
  Value class = py_is_error(number) ? PY_ERROR : py_type_value(row->data ? &py_int_type : &py_float_type);
  enum { DEEPEST = 900 };
  static int depth; /* an array of objects may hold itself */
  Value whole = PY_ERROR;
  if (depth >= DEEPEST)
    py_raise(&py_RecursionError, "maximum recursion depth exceeded in ndarray.__%s__", row->data ? "int" : "float");
  depth++;
  if (!py_is_error(class) && depth <= DEEPEST) whole = py_call_values(class, &number, 1);
  depth--;
  py_drop(class);
  py_drop(number);
  return whole;
}

/* diagonal(offset, axis1, axis2) and trace (row->data; dtype and out follow). */
static Value do_diagonal(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  Value line = np_step(&work, np_python_call("_diagonal", arguments, 4));
  return np_end(&work, row->data ? np_step(&work, work.failed ? PY_ERROR
                                                              : np_reduce_value(ND_SUM, line, py_int(-1), arguments[4],
                                                                                PY_FALSE, 0))
                                 : np_step(&work, np_like(py_keep(line), arguments[0])));
}
static const char yes[] = "yes";
#define REDUCTIONS(SELF) \
  {"sum", SELF ", axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True", \
   "The sum along axes.", np_do_reduce, &np_reductions[NP_SUM]}, \
  {"prod", SELF ", axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True", \
   "The product along axes.", np_do_reduce, &np_reductions[NP_PROD]}, \
  {"mean", SELF ", axis=None, dtype=None, out=None, keepdims=False, where=True", "The mean along axes.", \
   np_do_reduce, &np_reductions[NP_MEAN]}, \
  {"std", SELF ", axis=None, dtype=None, out=None, ddof=0, keepdims=False, where=True, mean=None, " \
   "correction=None", "The standard deviation.", np_do_reduce, &np_reductions[NP_STD]}, \
  {"var", SELF ", axis=None, dtype=None, out=None, ddof=0, keepdims=False, where=True, mean=None, " \
   "correction=None", "The variance.", np_do_reduce, &np_reductions[NP_VAR]}, \
  {"min|amin", SELF ", axis=None, out=None, keepdims=False, initial=None, where=True", "The least element.", \
   np_do_reduce, &np_reductions[NP_MIN]}, \
  {"max|amax", SELF ", axis=None, out=None, keepdims=False, initial=None, where=True", "The greatest element.", \
   np_do_reduce, &np_reductions[NP_MAX]}, \
  {"argmin", SELF ", axis=None, out=None, keepdims=False", "Where the least element is.", np_do_reduce, \
   &np_reductions[NP_ARGMIN]}, \
  {"argmax", SELF ", axis=None, out=None, keepdims=False", "Where the greatest element is.", np_do_reduce, \
   &np_reductions[NP_ARGMAX]}, \
  {"any", SELF ", axis=None, out=None, keepdims=False, where=True", "Whether some element is true.", \
   np_do_reduce, &np_reductions[NP_ANY]}, \
  {"all", SELF ", axis=None, out=None, keepdims=False, where=True", "Whether every element is true.", \
   np_do_reduce, &np_reductions[NP_ALL]}, \
  {"cumsum", SELF ", axis=None, dtype=None, out=None", "Running sums.", np_do_cumulative, \
   &np_reductions[NP_SUM]}, \
  {"cumprod", SELF ", axis=None, dtype=None, out=None", "Running products.", np_do_cumulative, \
   &np_reductions[NP_PROD]}, \
  {"round|around", SELF ", decimals=0, out=None", "Rounds to some decimals.", np_do_round, NULL}, \
  {"dot", SELF ", b, out=None", "The product of matrices or vectors.", do_dot, NULL}, \
  {"squeeze", SELF ", axis=None", "Drops dimensions of length 1.", do_squeeze, NULL}, \
  {"repeat", SELF ", repeats, axis=None", "Repeats elements.", do_repeat, NULL}, \
  {"take", SELF ", indices, axis=None, out=None, mode='raise'", "Elements by index.", do_take, NULL}, \
  {"argsort", SELF ", axis=-1, kind=None, order=None, *, stable=None", "The indices that sort.", do_argsort, \
   NULL}, \
  {"diagonal", SELF ", offset=0, axis1=0, axis2=1", "The elements [i, i + offset].", do_diagonal, NULL}, \
  {"trace", SELF ", offset=0, axis1=0, axis2=1, dtype=None, out=None", "The sum of a diagonal.", do_diagonal, \
   yes}, \
  {"nonzero", SELF, "Where elements are not zero.", do_nonzero, NULL}, \
  {"swapaxes", SELF ", axis1, axis2", "Two dimensions exchanged (a view).", swapaxes, NULL}, \
  {"ravel", SELF ", order='C'", "One dimension, a view where it can be.", flat, NULL}

const NativeRow np_array_methods[] = {
    REDUCTIONS("self"),
    {"clip", "self, min=None, max=None, out=None, **kwargs", "Bounds every element.", np_do_clip, NULL},
    {"view", "self, dtype=None, type=None", "The same elements in a new array.", np_method_view, NULL},
    {"tobytes", "self, order='C'", "The elements' bytes.", np_method_tobytes, NULL},
    {"setflags", "self, write=None, align=None, uic=None",
     "Whether elements can be written.", np_method_setflags, NULL},
    {"resize", "self, *new_shape, refcheck=True",
     "Another size in place, filled up with zeros.", np_method_resize, NULL},
    {"reshape", "self, *shape, order='C', copy=None", "The same elements in another shape; one length may be -1.",
     method_reshape, NULL},
    {"transpose", "self, *axes", "Dimensions in another order (a view).", method_transpose, NULL},
    {"astype", "self, dtype, order='K', casting='unsafe', subok=True, copy=True", "A copy with another dtype.",
     method_astype, NULL},
    {"copy|__copy__", "self, order='C'", "A copy.", method_copy, NULL},
    {"flatten", "self, order='C'", "A copy in one dimension.", flat, yes},
    {"tolist", "self", "Nested lists of Python numbers.", method_tolist, NULL},
    {"item", "self, *args", "An element as a Python number.", method_item, NULL},
    {"fill", "self, value", "Sets every element.", method_fill, NULL},
    {"sort", "self, axis=-1, kind=None, order=None, *, stable=None", "Sorts in place.", method_sort, NULL},
    {"__array_finalize__", "self, obj, /", "Hears of a new object of the class.", np_array_finalize, NULL},
    {"__array_wrap__", "self, array, context=None, return_scalar=False, /", "A result as an object of the class.",
     np_array_wrap, NULL},
    {"__array_ufunc__", "self, ufunc, method, /, *inputs, **kwargs", "What a ufunc makes of the inputs.",
     np_array_ufunc, NULL},
    {"__float__", "self", "The only element as a float.", method_float, NULL},
    {"__int__", "self", "The only element as an int.", method_float, ""},
    {0},
};

/* The same as functions: numpy_functions.c adds these to the module. */
const NativeRow np_shared_rows[] = {
    REDUCTIONS("a"),
    {"clip", "a, a_min=None, a_max=None, out=None, *, min=None, max=None, **kwargs",
     "Bounds every element.", np_do_clip, yes},
    {"inner", "a, b", "Products over the last axes.", np_inner, NULL},
    {"vdot", "a, b", "The sum of all products.", np_inner, yes},
    {"reshape", "a, shape=None, order='C', newshape=None, *, copy=None",
     "The same elements in another shape; one length may be -1.",
     function_reshape, NULL},
    {"transpose", "a, axes=None", "Dimensions in another order (a view).", function_transpose, NULL},
    {"expand_dims", "a, axis", "A new dimension of length 1.", do_expand_dims, NULL},
    {"sort", "a, axis=-1, kind=None, order=None, *, stable=None", "A sorted copy.", function_sort, NULL},
    {"median", "a, axis=None, keepdims=False", "The middle of the sorted elements.", np_do_reduce, &np_reductions[NP_MEDIAN]},
    {"count_nonzero", "a, axis=None, keepdims=False", "How many elements are not zero.", np_do_reduce, &np_reductions[NP_NONZEROS]},
    {"ptp", "a, axis=None, out=None, keepdims=False", "Greatest minus least.", np_do_reduce, &np_reductions[NP_PTP]},
    {"_cast_error", "text", "Raises numpy's error of a cast.", np_cast_error, NULL},
    {"_writeable", "a", "Whether elements can be written.", np_writeable, NULL},
    {"matmul", "x1, x2, out=None", "The product of matrices.", do_matmul, NULL},
    {"outer", "a, b, out=None", "All products of two vectors.", do_outer, NULL},
    {"copy", "a, order='K', subok=False", "A copy.", method_copy, yes},
    {0},
};
