/* numpy.linalg: norms, and small systems of equations by Gaussian elimination with pivots. */
#include <math.h>
#include <string.h>

#include "engine/array/linalg.h"
#include "engine/core/memory.h"
#include "repl/modules/numpy_internal.h"

/* norm(x, ord, axis, keepdims): ord None or 2 is the root of the sum of squares ('fro' of a matrix), 1 the sum of
 * magnitudes, inf and -inf the greatest and least one, 0 the count. Matrix norms other than Frobenius are not there. */
static Value norm(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  NdArray *given = np_hold(&work, arguments[0]);
  if (given == NULL) return np_end(&work, PY_ERROR);
  Value x = work.held[work.count - 1], axis = arguments[2], keepdims = arguments[3];
  if (nd_types[given->type].kind != 'f') x = np_step_apply(&work, "multiply", x, py_float(1));
  double order = 2;
  bool frobenius = py_is_none(arguments[1]);
  if (py_is_str(arguments[1])) {
    frobenius = strcmp(py_as_string(arguments[1])->data, "fro") == 0;
    if (!frobenius)
      return np_end(&work, np_step(&work, py_raise(&py_ValueError, "Invalid norm order '%s' for matrices",
                                                   py_as_string(arguments[1])->data)));
  } else if (!frobenius && !py_as_double(arguments[1], &order)) {
    return np_end(&work, PY_ERROR);
  }
  int axes[ND_MAX_DIMS], count;
  bool all;
  if (!np_as_axes(axis, axes, &count, &all)) return np_end(&work, PY_ERROR);
  if (!frobenius && (all ? given->ndim : count) != 1)
    return np_end(&work,
                  np_step(&work, py_raise(&py_NotImplementedError,
                                          "a norm of order %g of a matrix is not there yet: ord=None is", order)));
  if (order == 2)
    return np_end(&work, np_step_apply(&work, "sqrt",
                                       np_step_reduce(&work, ND_SUM, np_step_apply(&work, "square", x, PY_UNDEFINED),
                                                      axis, keepdims),
                                       PY_UNDEFINED));
  Value size = np_step_apply(&work, "absolute", x, PY_UNDEFINED);
  if (isinf(order)) return np_end(&work, np_step_reduce(&work, order > 0 ? ND_MAX : ND_MIN, size, axis, keepdims));
  if (order == 0)
    return np_end(&work, np_step_binary(&work, OP_MUL, np_step_reduce(&work, ND_COUNT_NONZERO, size, axis, keepdims),
                                        py_float(1)));
  if (order == 1) return np_end(&work, np_step_reduce(&work, ND_SUM, size, axis, keepdims));
  Value powers = np_step_apply(&work, "power", size, py_float(order));
  return np_end(
      &work, np_step_apply(&work, "power", np_step_reduce(&work, ND_SUM, powers, axis, keepdims), py_float(1 / order)));
}

static NdArray *square_matrix(NpWork *work, Value value) {
  NdArray *given = np_hold(work, value);
  if (given == NULL) return NULL;
  if (given->ndim != 2) {
    np_step(work, py_raise(&py_LinAlgError, "%d-dimensional array given. Array must be two-dimensional", given->ndim));
    return NULL;
  }
  if (given->shape[0] != given->shape[1]) {
    np_step(work, py_raise(&py_LinAlgError, "Last 2 dimensions of the array must be square"));
    return NULL;
  }
  Error error = {0};
  Value copy = np_step_array(work, nd_astype(given, ND_FLOAT64, &error), &error);
  return py_is_error(copy) ? NULL : np_borrow(copy);
}

/* Turns matrix (n x n) into the identity and right (n x columns, may be NULL) into the solution, row by row with the
 * greatest pivot; returns the determinant, 0 for a singular matrix. Both are overwritten. */
static double eliminate(double *matrix, double *right, int64_t n, int64_t columns) {
  double determinant = 1;
  for (int64_t k = 0; k < n; k++) {
    int64_t pivot = k;
    for (int64_t i = k + 1; i < n; i++)
      if (fabs(matrix[i * n + k]) > fabs(matrix[pivot * n + k])) pivot = i;
    if (matrix[pivot * n + k] == 0) return 0;
    if (pivot != k) {
      determinant = -determinant;
      for (int64_t j = 0; j < n; j++) {
        double kept = matrix[k * n + j];
        matrix[k * n + j] = matrix[pivot * n + j];
        matrix[pivot * n + j] = kept;
      }
      for (int64_t j = 0; j < columns; j++) {
        double kept = right[k * columns + j];
        right[k * columns + j] = right[pivot * columns + j];
        right[pivot * columns + j] = kept;
      }
    }
    double head = matrix[k * n + k];
    determinant *= head;
    for (int64_t i = k + 1; i < n; i++) {
      double factor = matrix[i * n + k] / head;
      if (factor == 0) continue;
      for (int64_t j = k; j < n; j++) matrix[i * n + j] -= factor * matrix[k * n + j];
      for (int64_t j = 0; j < columns; j++) right[i * columns + j] -= factor * right[k * columns + j];
    }
  }
  for (int64_t k = n - 1; k >= 0 && columns; k--)
    for (int64_t j = 0; j < columns; j++) {
      double sum = right[k * columns + j];
      for (int64_t i = k + 1; i < n; i++) sum -= matrix[k * n + i] * right[i * columns + j];
      right[k * columns + j] = sum / matrix[k * n + k];
    }
  return determinant;
}

static Value det(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  NdArray *matrix = square_matrix(&work, arguments[0]);
  if (matrix == NULL) return np_end(&work, PY_ERROR);
  NdScalar result = {.type = ND_FLOAT64, .as.f = eliminate((double *)matrix->data, NULL, matrix->shape[0], 0)};
  return np_end(&work, py_scalar(result));
}
static Value solve(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  NdArray *matrix = square_matrix(&work, arguments[0]), *given = matrix ? np_hold(&work, arguments[1]) : NULL;
  Error error = {0};
  Value right = given ? np_step_array(&work, nd_astype(given, ND_FLOAT64, &error), &error) : PY_ERROR;
  if (work.failed || given == NULL) return np_end(&work, PY_ERROR);
  int64_t n = matrix->shape[0];
  if (given->ndim < 1 || given->ndim > 2 || given->shape[0] != n)
    return np_end(&work, np_step(&work, py_raise(&py_ValueError, "solve: the right side has %lld rows, the matrix %lld",
                                                 (long long)(given->ndim ? given->shape[0] : 0), (long long)n)));
  if (n && eliminate((double *)matrix->data, (double *)np_borrow(right)->data, n, given->size / n) == 0)
    return np_end(&work, np_step(&work, py_raise(&py_LinAlgError, "Singular matrix")));
  return np_end(&work, right);
}
static Value inv(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  NdArray *matrix = square_matrix(&work, arguments[0]);
  if (matrix == NULL) return np_end(&work, PY_ERROR);
  Error error = {0};
  int64_t n = matrix->shape[0];
  Value right = np_step_array(&work, nd_eye(n, n, 0, ND_FLOAT64, &error), &error);
  if (!work.failed && n && eliminate((double *)matrix->data, (double *)np_borrow(right)->data, n, n) == 0)
    return np_end(&work, np_step(&work, py_raise(&py_LinAlgError, "Singular matrix")));
  return np_end(&work, right);
}

const NativeRow np_linalg_rows[] = {
    {"norm", "x, ord=None, axis=None, keepdims=False", "The length of a vector.", norm, NULL},
    {"det", "a", "The determinant of a matrix.", det, NULL},
    {"inv", "a", "The inverse of a matrix.", inv, NULL},
    {"solve", "a, b", "The x for which a @ x is b.", solve, NULL},
    {0},
};
