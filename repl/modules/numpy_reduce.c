/* Reductions and running sums: one handler for numpy's functions and the methods of ndarray. */
#include <math.h>
#include <string.h>

#include "repl/modules/numpy_reduce.h"

/* Whether some element of floats is nan, and some is infinite. */
static void strange(const NdArray *array, bool *none, bool *endless) {
  *none = *endless = false;
  NdArray *line = nd_types[array->type].kind == 'f' ? nd_astype(array, ND_FLOAT64, &(Error){0}) : NULL;
  for (int64_t i = 0; line != NULL && i < line->size; i++) {
    *none = *none || isnan(((double *)line->data)[i]);
    *endless = *endless || isinf(((double *)line->data)[i]);
  }
  nd_release(line);
}

/* What numpy says of means of nothing and of deviations without degrees of freedom; takes the result over. */
static Value with_warnings(NdReduction reduction, Value result, const NdArray *array, const NdReduceOptions *options,
                           double ddof) {
  bool mean = reduction == ND_MEAN || reduction == ND_MEDIAN, spread = reduction == ND_VAR || reduction == ND_STD;
  if (!(mean || spread) || py_is_error(result) || strchr("fiub", nd_types[array->type].kind) == NULL) return result;
  int64_t count = options->axes == NULL ? array->size : 1;
  for (int i = 0; options->axes != NULL && i < options->axis_count; i++) {
    int axis = options->axes[i] < 0 ? options->axes[i] + array->ndim : options->axes[i];
    count *= axis < array->ndim && axis >= 0 ? array->shape[axis] : 1;
  }
  if (mean ? count > 0 : (double)count - ddof > 0) return result;
  bool scalar = !np_is_array(result), none = true, endless = false;
  if (!scalar) strange(np_borrow(result), &none, &endless);
  else if (result.tag == TAG_SCALAR) none = isnan(result.as.real), endless = isinf(result.as.real);
  const char *where = scalar ? "scalar divide" : "divide";
  bool good = np_warn(&py_RuntimeWarning, mean ? "Mean of empty slice" : "Degrees of freedom <= 0 for slice");
  if (good && !mean && count == 0) good = np_float_report(ND_FLOAT_INVALID, "divide");
  unsigned status = (none ? ND_FLOAT_INVALID : 0u) | (endless ? ND_FLOAT_DIVIDE : 0u);
  if (good && status != 0) good = np_float_report(status, where);
  if (good) return result;
  py_drop(result);
  return PY_ERROR;
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
  /* numpy's means and deviations do not take axis 0 of an array without dimensions, which its ufuncs do. */
  if (!all && array->ndim == 0 && count > 0 && (reduction == ND_MEAN || reduction == ND_VAR || reduction == ND_STD)) {
    nd_release(array);
    return py_raise(&py_AxisError, "axis %d is out of bounds for array of dimension 0", axes[0]);
  }
  if (reduction == ND_ARGMIN && nd_is_time(array->type)) {
    /* What is no time wins: as a number it is the least. */
    Error failed = {0};
    NdArray *counts = nd_astype(array, ND_INT64, &failed);
    nd_release(array);
    if (counts == NULL) return py_raise_error(&failed);
    array = counts;
  }
  NdReduceOptions options = {.axes = all ? NULL : axes, .axis_count = count, .keepdims = keep == 1,
                             .type = typed ? (int)type : -1, .ddof = ddof};
  Error error = {0};
  Value result = np_value_or_scalar(nd_reduce(reduction, array, &options, &error), &error);
  /* A mean of objects is numpy's number where it is a float. */
  if (array->type == ND_OBJECT && reduction == ND_MEAN && result.tag == TAG_FLOAT)
    result = py_scalar((NdScalar){.type = ND_FLOAT64, .as.f = result.as.real});
  result = with_warnings(reduction, result, array, &options, ddof);
  nd_release(array);
  return result;
}

const NpReduction np_reductions[] = {
    [NP_SUM] = {ND_SUM, 't', "sum"},          [NP_PROD] = {ND_PROD, 't', "prod"},
    [NP_MIN] = {ND_MIN, 'm', "min"},          [NP_MAX] = {ND_MAX, 'm', "max"},
    [NP_MEAN] = {ND_MEAN, 'e', "mean"},       [NP_VAR] = {ND_VAR, 's', "var"},
    [NP_STD] = {ND_STD, 's', "std"},          [NP_ANY] = {ND_ANY, 'b', "any"},
    [NP_ALL] = {ND_ALL, 'b', "all"},          [NP_ARGMIN] = {ND_ARGMIN, 'p', "argmin"},
    [NP_ARGMAX] = {ND_ARGMAX, 'p', "argmax"}, [NP_MEDIAN] = {ND_MEDIAN, 'k', "median"},
    [NP_PTP] = {ND_PTP, 'p', "ptp"},          [NP_NONZEROS] = {ND_COUNT_NONZERO, 'k', "count_nonzero"}};

static Value reduce_plain(const NpReduction *reduction, Value *arguments) {
  bool owned = !np_is_derived(arguments[0]) && np_owned(arguments[0]);
  if (reduction->form != 'k' && reduction->what != ND_PTP && owned) {
    static const char *const names[] = {"axis", "ddof"};
    Value values[] = {arguments[1], reduction->form == 's' ? arguments[4] : PY_NONE};
    int count = reduction->form == 'p' ? 0 : reduction->form == 's' ? 2 : 1;
    return np_owner_call(arguments[0], reduction->name, names, values, count);
  }
  Value axis = arguments[1], dtype = PY_NONE, out = PY_NONE, keepdims = PY_FALSE, initial = PY_NONE, where = PY_NONE;
  double ddof = 0;
  switch (reduction->form) {
    case 't':
      dtype = arguments[2], out = arguments[3], keepdims = arguments[4], initial = arguments[5], where = arguments[6];
      break;
    case 'm': out = arguments[2], keepdims = arguments[3], initial = arguments[4], where = arguments[5]; break;
    case 'b': out = arguments[2], keepdims = arguments[3], where = arguments[4]; break;
    case 'p': out = arguments[2], keepdims = arguments[3]; break;
    case 'e': dtype = arguments[2], out = arguments[3], keepdims = arguments[4], where = arguments[5]; break;
    case 's':
      dtype = arguments[2], out = arguments[3], keepdims = arguments[5], where = arguments[6];
      if (np_is_given(arguments[8]) && !(arguments[4].tag == TAG_INT && arguments[4].as.integer == 0))
        return py_raise(&py_ValueError, "ddof and correction can't be provided simultaneously.");
      if (!py_as_double(np_is_given(arguments[8]) ? arguments[8] : arguments[4], &ddof)) return PY_ERROR;
      break;
    default: keepdims = arguments[2]; break;
  }
  int64_t place_axis;
  bool places = reduction->what == ND_ARGMIN || reduction->what == ND_ARGMAX;
  if (places && !py_is_none(axis) && !py_as_int(axis, &place_axis)) return PY_ERROR;
  bool more = np_is_given(where) || !py_is_none(initial) || np_is_given(out);
  if (!more) return np_reduce_value(reduction->what, arguments[0], axis, dtype, keepdims, ddof);
  Value name = py_text(reduction->name);
  Value all[9] = {name, arguments[0], axis, dtype, out, keepdims, initial, where, py_float(ddof)};
  Value result = py_is_error(name) ? PY_ERROR : np_python_call("_reduce", all, 9);
  py_drop(name);
  return result;
}

/* Asks the __array_ufunc__ of an array's class for a reduction that is a ufunc's. */
static bool reduction_overridden(const NpReduction *reduction, Value *arguments, Value *result) {
  static const struct {
    NdReduction what;
    const char *ufunc;
  } ufuncs[] = {{ND_SUM, "add"}, {ND_PROD, "multiply"}, {ND_MIN, "minimum"}, {ND_MAX, "maximum"},
                {ND_ANY, "logical_or"}, {ND_ALL, "logical_and"}};
  const char *name = NULL;
  for (size_t i = 0; i < sizeof ufuncs / sizeof *ufuncs; i++)
    if (ufuncs[i].what == reduction->what) name = ufuncs[i].ufunc;
  if (name == NULL || !np_owned(arguments[0])) return false;
  bool typed = reduction->form == 't';
  Value out = arguments[typed ? 3 : 2], keepdims = arguments[typed ? 4 : 3];
  Value where = arguments[reduction->form == 'b' ? 4 : typed ? 6 : 5];
  static const char *const words[] = {"axis", "dtype", "keepdims", "where", "out"};
  String *names[5];
  for (int i = 0; i < 5; i++) names[i] = py_intern(words[i]);
  Value tuple = py_tuple_of(1, out), ufunc = np_ufunc_find(py_intern(name));
  Value values[5] = {arguments[1], typed ? arguments[2] : PY_NONE, keepdims, where, tuple};
  const Arguments all = {.positional = arguments, .count = 1, .keyword_names = names, .keyword_values = values,
                         .keyword_count = py_is_none(out) ? 4 : 5};
  bool done = np_ufunc_override(ufunc, "reduce", &all, 1, result);
  py_drop(ufunc);
  py_drop(tuple);
  return done;
}

/* Where the least or greatest element is stays a number; other results of a derived class are of it. */
Value np_do_reduce(const NativeRow *row, Value *arguments) {
  const NpReduction *reduction = row->data;
  Value made;
  if (!np_is_derived(arguments[0])) return reduce_plain(reduction, arguments);
  if (reduction_overridden(reduction, arguments, &made)) return made;
  made = reduce_plain(reduction, arguments);
  bool places = reduction->what == ND_ARGMIN || reduction->what == ND_ARGMAX || reduction->what == ND_COUNT_NONZERO;
  if (places) return np_like(made, arguments[0]);
  bool of_ufunc = strchr("tmb", reduction->form) != NULL;
  return of_ufunc ? np_wrap(made, PY_UNDEFINED, arguments, 1, 0) : np_like_whole(made, arguments[0]);
}

/* a, axis, dtype, out */
Value np_do_cumulative(const NativeRow *row, Value *arguments) {
  if (!np_is_derived(arguments[0]) && np_owned(arguments[0])) {
    const char *name = ((const NpReduction *)row->data)->what == ND_SUM ? "cumsum" : "cumprod";
    static const char *const names[] = {"axis"};
    return np_owner_call(arguments[0], name, names, &arguments[1], py_is_none(arguments[1]) ? 0 : 1);
  }
  int axis;
  NdKind kind;
  if (!np_as_axis(arguments[1], ND_FLAT, &axis) || !np_as_kind(arguments[2], (NdType)-1, &kind)) return PY_ERROR;
  if ((int)kind.type >= 0) kind.type = nd_native(kind.type);
  NdArray *array = np_as_array_kind(arguments[0], kind);
  if (array == NULL) return PY_ERROR;
  Error error = {0};
  NdArray *made = nd_cumulative(((const NpReduction *)row->data)->what, array, axis, &error);
  nd_release(array);
  if (made && (int)kind.type >= 0 && made->type != kind.type) {
    NdArray *cast = nd_astype(made, kind.type, &error);
    nd_release(made);
    made = cast;
  }
  if (made && np_is_array(arguments[3])) {
    bool good = nd_assign(np_borrow(arguments[3]), made, &error);
    nd_release(made);
    return good ? py_keep(arguments[3]) : py_raise_error(&error);
  }
  return np_like(np_value(made, &error), arguments[0]);
}
