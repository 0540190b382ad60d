/* numpy's statistics beyond the plain reductions: quantiles, weighted means, covariance, reductions that skip nan. */
#include <math.h>

#include "engine/array/linalg.h"
#include "repl/modules/numpy_internal.h"

/* percentile(a, q, axis) and quantile (row->data): one q, or several in a sequence (the results stacked). */
static Value percentile(const NativeRow *row, Value *arguments) {
  int axis;
  double scale = row->data ? 100 : 1;
  if (!np_as_axis(arguments[2], ND_FLAT, &axis)) return PY_ERROR;
  NpWork work = {0};
  NdArray *array = np_hold(&work, arguments[0]), *q = array ? np_hold_as(&work, arguments[1], ND_FLOAT64) : NULL;
  Error error = {0};
  if (q == NULL) return np_end(&work, PY_ERROR);
  const double *shares = (const double *)q->data;
  for (int64_t i = 0; i < q->size; i++)
    if (!(shares[i] * scale >= 0 && shares[i] * scale <= 100))
      return np_end(&work,
                    np_step(&work, py_raise(&py_ValueError, row->data ? "Quantiles must be in the range [0, 1]"
                                                                      : "Percentiles must be in the range [0, 100]")));
  if (q->ndim == 0)
    return np_end(&work,
                  np_step(&work, np_value_or_scalar(nd_percentile(array, shares[0] * scale, axis, &error), &error)));
  if (q->ndim > 1) return np_end(&work, np_step(&work, py_raise(&py_ValueError, "q must be a scalar or 1d")));
  Value list = np_step(&work, py_list(q->size));
  for (int64_t i = 0; !work.failed && i < q->size; i++)
    if (!py_list_append_steal(py_as_list(list),
                              np_value(nd_percentile(array, shares[i] * scale, axis, &error), &error)))
      work.failed = true;
  NdArray *stacked = work.failed ? NULL : np_hold(&work, list);
  return np_end(&work, stacked ? np_step(&work, np_value(nd_retain(stacked), NULL)) : PY_ERROR);
}

static Value average(const NativeRow *row, Value *arguments) {
  if (py_is_none(arguments[2])) return np_reduce_value(ND_MEAN, arguments[0], arguments[1], PY_NONE, PY_FALSE, 0);
  NpWork work = {0};
  NdArray *a = np_hold(&work, arguments[0]), *weights = a ? np_hold(&work, arguments[2]) : NULL;
  int axis = ND_FLAT;
  if (weights == NULL || !np_as_axis(arguments[1], ND_FLAT, &axis)) return np_end(&work, PY_ERROR);
  Error error = {0};
  Value w = np_step_array(&work, nd_retain(weights), &error);
  if (weights->ndim == 1 && a->ndim > 1) {
    if (axis == ND_FLAT)
      return np_end(&work, np_step(&work, py_raise(&py_TypeError,
                                                   "Axis must be specified when shapes of a and weights differ.")));
    if (axis < 0) axis += a->ndim;
    int64_t along[ND_MAX_DIMS];
    for (int i = 0; i < a->ndim; i++) along[i] = i == axis ? weights->size : 1;
    w = np_step_array(&work, nd_reshape(weights, a->ndim, along, &error), &error);
  }
  Value product = np_step_apply(&work, "multiply", arguments[0], w);
  Value total = np_step_reduce(&work, ND_SUM, product, arguments[1], PY_FALSE);
  Value whole = np_step_apply(&work, "multiply", np_step_apply(&work, "equal", arguments[0], arguments[0]), w);
  return np_end(&work,
                np_step_apply(&work, "divide", total, np_step_reduce(&work, ND_SUM, whole, arguments[1], PY_FALSE)));
}

/* The covariance of variables in rows (or columns): (x - mean) @ (x - mean).T / (n - ddof). */
static Value covariance(NpWork *work, Value given, bool rows, double ddof) {
  NdArray *x = np_hold_as(work, given, ND_FLOAT64);
  if (x == NULL) return PY_ERROR;
  Error error = {0};
  Value matrix = np_step_array(work,
                               x->ndim == 1 ? nd_expand_dims(x, 0, &error)
                               : rows       ? nd_retain(x)
                                            : nd_transpose(x, NULL, &error),
                               &error);
  Value mean = np_step_reduce(work, ND_MEAN, matrix, py_int(1), PY_TRUE);
  Value centred = np_step_binary(work, OP_SUB, matrix, mean);
  if (work->failed) return PY_ERROR;
  Value other = np_step_array(work, nd_transpose(np_borrow(centred), NULL, &error), &error);
  Value product = np_step_binary(work, OP_MATMUL, centred, other);
  if (work->failed) return PY_ERROR;
  double n = (double)np_borrow(centred)->shape[1] - ddof;
  return np_step_binary(work, OP_MUL, product, py_float(1 / n));
}
static Value without_ones(NpWork *work, Value matrix) {
  Error error = {0};
  if (work->failed || !np_is_array(matrix)) return matrix;
  return np_borrow(matrix)->size == 1 ? np_step_array(work, nd_squeeze(np_borrow(matrix), NULL, 0, &error), &error)
                                      : matrix;
}
static Value cov(const NativeRow *row, Value *arguments) {
  bool rows;
  double ddof = 1;
  if (!py_as_bool(arguments[1], &rows) || (!py_is_none(arguments[2]) && !py_as_double(arguments[2], &ddof)))
    return PY_ERROR;
  NpWork work = {0};
  return np_end(&work, without_ones(&work, covariance(&work, arguments[0], rows, ddof)));
}
/* corrcoef(x, y): with y, both are rows of one matrix. */
static Value corrcoef(const NativeRow *row, Value *arguments) {
  bool rows;
  if (!py_as_bool(arguments[2], &rows)) return PY_ERROR;
  NpWork work = {0};
  Value x = arguments[0];
  if (!py_is_none(arguments[1])) x = np_step(&work, py_tuple_of(2, arguments[0], arguments[1]));
  Value c = work.failed ? PY_ERROR : covariance(&work, x, rows, 1);
  if (work.failed || py_is_error(c)) return np_end(&work, PY_ERROR);
  NdArray *matrix = np_borrow(c);
  Error error = {0};
  int64_t n = matrix->shape[0];
  Value upright = np_step_array(&work, nd_new(ND_FLOAT64, 2, (int64_t[]){n, 1}, &error), &error);
  for (int64_t i = 0; !work.failed && i < n; i++)
    nd_put(np_borrow(upright), (int64_t[]){i, 0},
           (NdScalar){.type = ND_FLOAT64, .as.f = sqrt(nd_get(matrix, (int64_t[]){i, i}).as.f)});
  Value level = work.failed ? PY_ERROR : np_step_array(&work, nd_transpose(np_borrow(upright), NULL, &error), &error);
  Value scaled = np_step_binary(&work, OP_DIV, np_step_binary(&work, OP_DIV, c, upright), level);
  Value bounded = np_step_apply(&work, "maximum", np_step_apply(&work, "minimum", scaled, py_float(1)), py_float(-1));
  return np_end(&work, without_ones(&work, bounded));
}

/* ---- Without nan ---- */

/* Each row: what stands in for a nan, and the reduction. */
typedef struct NanRow {
  NdReduction reduction;
  double filler;
} NanRow;
static const NanRow nan_sum = {ND_SUM, 0}, nan_prod = {ND_PROD, 1}, nan_min = {ND_MIN, INFINITY},
                    nan_max = {ND_MAX, -INFINITY}, nan_argmin = {ND_ARGMIN, INFINITY},
                    nan_argmax = {ND_ARGMAX, -INFINITY};

static Value filled(NpWork *work, Value a, double filler, Value *missing) {
  NdArray *array = np_hold(work, a);
  if (array == NULL) return PY_ERROR;
  bool real = nd_types[array->type].kind == 'f';
  Value whole = work->held[work->count - 1];
  *missing = np_step_apply(work, "isnan", whole, PY_UNDEFINED);
  return real ? np_step_where(work, *missing, py_float(filler), whole) : whole;
}
static Value nan_reduce(const NativeRow *row, Value *arguments) {
  const NanRow *how = row->data;
  NpWork work = {0};
  Value missing, whole = filled(&work, arguments[0], how->filler, &missing);
  return np_end(&work, np_step_reduce(&work, how->reduction, whole, arguments[1], arguments[2]));
}
static Value nan_mean_of(NpWork *work, Value a, Value axis, Value keepdims, double ddof) {
  Value missing = PY_ERROR, whole = filled(work, a, 0, &missing);
  Value total = np_step_reduce(work, ND_SUM, whole, axis, keepdims);
  Value count = np_step_reduce(work, ND_SUM, np_step_apply(work, "logical_not", missing, PY_UNDEFINED), axis, keepdims);
  if (ddof != 0) count = np_step_binary(work, OP_SUB, count, py_float(ddof));
  return np_step_apply(work, "divide", total, count);
}
static Value nan_mean(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  return np_end(&work, nan_mean_of(&work, arguments[0], arguments[1], arguments[2], 0));
}
/* nanvar, and nanstd (row->data). */
static Value nan_spread(const NativeRow *row, Value *arguments) {
  double ddof;
  if (!py_as_double(arguments[2], &ddof)) return PY_ERROR;
  NpWork work = {0};
  Value mean = nan_mean_of(&work, arguments[0], arguments[1], PY_TRUE, 0);
  Value square = np_step_apply(&work, "square", np_step_apply(&work, "subtract", arguments[0], mean), PY_UNDEFINED);
  Value spread = work.failed ? PY_ERROR : nan_mean_of(&work, square, arguments[1], arguments[3], ddof);
  return np_end(&work, row->data ? np_step_apply(&work, "sqrt", spread, PY_UNDEFINED) : spread);
}
static Value nan_to_num(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  NdArray *array = np_hold(&work, arguments[0]);
  if (array == NULL) return np_end(&work, PY_ERROR);
  Error error = {0};
  if (nd_types[array->type].kind != 'f') return np_end(&work, np_step_array(&work, nd_copy(array, &error), &error));
  double most = array->type == ND_FLOAT32   ? 3.4028234663852886e+38
                : array->type == ND_FLOAT16 ? 65504.0
                                            : 1.7976931348623157e+308;
  Value whole = np_step_array(&work, nd_retain(array), &error);
  Value high = py_is_none(arguments[3]) ? py_float(most) : arguments[3],
        low = py_is_none(arguments[4]) ? py_float(-most) : arguments[4];
  Value clean = np_step_where(&work, np_step_apply(&work, "isnan", whole, PY_UNDEFINED), arguments[2], whole);
  clean = np_step_where(&work, np_step_apply(&work, "equal", whole, py_float(INFINITY)), high, clean);
  return np_end(&work, np_step_where(&work, np_step_apply(&work, "equal", whole, py_float(-INFINITY)), low, clean));
}

static const char quantile[] = "quantile", root[] = "root";
#define NAN_ROW(name, data, text) {name, "a, axis=None, keepdims=False", text, nan_reduce, data}
const NativeRow np_statistics_rows[] = {
    {"percentile", "a, q, axis=None", "The value below which q percent lie.", percentile, NULL},
    {"quantile", "a, q, axis=None", "The value below which a share q lies.", percentile, quantile},
    {"average", "a, axis=None, weights=None", "The mean, with weights.", average, NULL},
    {"cov", "m, rowvar=True, ddof=None", "The covariance of variables in rows.", cov, NULL},
    {"corrcoef", "x, y=None, rowvar=True", "The correlation of variables in rows.", corrcoef, NULL},
    NAN_ROW("nansum", &nan_sum, "The sum, nan left out."),
    NAN_ROW("nanprod", &nan_prod, "The product, nan left out."),
    NAN_ROW("nanmin", &nan_min, "The least element, nan left out."),
    NAN_ROW("nanmax", &nan_max, "The greatest element, nan left out."),
    NAN_ROW("nanargmin", &nan_argmin, "Where the least element is, nan left out."),
    NAN_ROW("nanargmax", &nan_argmax, "Where the greatest element is, nan left out."),
    {"nanmean", "a, axis=None, keepdims=False", "The mean, nan left out.", nan_mean, NULL},
    {"nanvar", "a, axis=None, ddof=0, keepdims=False", "The variance, nan left out.", nan_spread, NULL},
    {"nanstd", "a, axis=None, ddof=0, keepdims=False", "The standard deviation, nan left out.", nan_spread, root},
    {"nan_to_num", "x, copy=True, nan=0.0, posinf=None, neginf=None", "Numbers in place of nan and infinities.",
     nan_to_num, NULL},
    {0},
};
