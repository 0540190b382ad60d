/* Draws of whole vectors, for functions and for generators of both kinds: multinomial and dirichlet. */
#include <math.h>

#include "repl/modules/numpy_generator.h"

#define REFUSE(...) return np_end(&work, np_step(&work, py_raise(__VA_ARGS__)))

/* Rows of a result: the shape of size= with one more dimension. */
static Value rows_of(NpWork *work, Value size, int64_t columns, NdType type) {
  int ndim;
  int64_t shape[ND_MAX_DIMS + 1];
  bool single;
  Error error = {0};
  if (!np_size_of(size, &ndim, shape, &single)) return np_step(work, PY_ERROR);
  shape[ndim] = columns;
  return np_step_array(work, nd_zeros(type, ndim + 1, shape, &error), &error);
}

/* One binomial draw after the other, of what is left. Generator takes many vectors of shares, and broadcasts them with
 * the counts. */
Value np_random_multinomial(const NativeRow *row, Value *arguments) {
  NdRandom *random = np_row_random(row, &arguments);
  NpWork work = {0};
  NdArray *counts = np_hold_as(&work, arguments[0], ND_INT64),
          *shares = counts ? np_hold_as(&work, arguments[1], ND_FLOAT64) : NULL;
  if (shares == NULL) return np_end(&work, PY_ERROR);
  bool one = row->data != np_of_generator;
  if (shares->ndim == 0 && one) REFUSE(&py_TypeError, "pvals must be a 1-d sequence");
  int64_t columns = shares->ndim == 0 ? 0 : shares->shape[shares->ndim - 1];
  if (shares->ndim > 1 && one)
    REFUSE(&py_ValueError, "setting an array element with a sequence. The requested array would exceed the maximum "
                           "number of dimension of 1.");
  for (int64_t i = 0; i < counts->size; i++)
    if (((int64_t *)counts->data)[i] < 0) REFUSE(&py_ValueError, "n < 0");
  if (columns == 0) REFUSE(&py_ValueError, "pvals must have at least 1 dimension and the last dimension of pvals must "
                                           "be greater than 0.");
  const double *given = (const double *)shares->data;
  for (int64_t at = 0; at < shares->size; at += columns) {
    double sum = 0.0;
    for (int64_t i = 0; i < columns; i++) {
      double p = given[at + i];
      if (!(p >= 0.0 && p <= 1.0)) REFUSE(&py_ValueError, "pvals < 0, pvals > 1 or pvals contains NaNs");
      if (i < columns - 1) sum += p;
    }
    if (sum > 1.0 + 1e-12) REFUSE(&py_ValueError, "sum(pvals[%s:-1]) > 1.0", shares->ndim > 1 ? "...," : "");
  }
  int ndim;
  int64_t shape[ND_MAX_DIMS + 1];
  Error error = {0};
  if (!nd_broadcast_shapes(counts->ndim, counts->shape, shares->ndim - 1, shares->shape, &ndim, shape, &error))
    return np_end(&work, np_step(&work, py_raise_error(&error)));
  Value size = arguments[2];
  if (py_is_none(size) && ndim > 0) size = np_step(&work, py_shape(ndim, shape));
  Value out = work.failed ? PY_ERROR : rows_of(&work, size, columns, ND_INT64);
  if (work.failed) return np_end(&work, PY_ERROR);
  NdArray *made = np_borrow(out);
  NdArray *all = nd_broadcast_to(counts, made->ndim - 1, made->shape, &error),
          *lines = all ? nd_broadcast_to(shares, made->ndim, made->shape, &error) : NULL;
  Value tries = np_step_array(&work, all, &error), odds = work.failed ? PY_ERROR : np_step_array(&work, lines, &error);
  NdArray *times = work.failed ? NULL : np_hold_as(&work, tries, ND_INT64),
          *chances = times ? np_hold_as(&work, odds, ND_FLOAT64) : NULL;
  if (chances == NULL) {
    py_clear_pending();
    REFUSE(&py_ValueError, "Output size is not compatible with broadcast dimensions of inputs.");
  }
  for (int64_t i = 0; i < times->size; i++) {
    int64_t *line = (int64_t *)made->data + i * columns;
    const double *p = (const double *)chances->data + i * columns;
    double left = (double)((int64_t *)times->data)[i], rest = 1.0;
    for (int64_t j = 0; j < columns - 1 && left > 0.0; j++) {
      double drawn = p[j] == 0.0 ? 0.0 : nd_draw_binomial(random, left, p[j] / rest);
      line[j] = (int64_t)drawn;
      left -= drawn;
      rest -= p[j];
    }
    if (left > 0.0) line[columns - 1] = (int64_t)left;
  }
  return np_end(&work, out);
}

/* Gamma draws over their sum; Generator breaks a stick by beta draws where all alphas are small. */
Value np_random_dirichlet(const NativeRow *row, Value *arguments) {
  NdRandom *random = np_row_random(row, &arguments);
  NpWork work = {0};
  NdArray *given = np_hold_as(&work, arguments[0], ND_FLOAT64);
  if (given == NULL) return np_end(&work, PY_ERROR);
  if (given->ndim != 1) REFUSE(&py_ValueError, "object of too small depth for desired array");
  const double *alpha = (const double *)given->data;
  int64_t columns = given->size;
  double greatest = 0.0;
  for (int64_t i = 0; i < columns; i++) {
    if (row->data == np_of_generator ? alpha[i] < 0.0 : alpha[i] <= 0.0)
      REFUSE(&py_ValueError, row->data == np_of_generator ? "alpha < 0" : "alpha <= 0");
    greatest = fmax(greatest, alpha[i]);
  }
  Value out = rows_of(&work, arguments[1], columns, ND_FLOAT64);
  if (work.failed) return np_end(&work, PY_ERROR);
  const NdDistribution *beta = nd_distribution_named("beta");
  int64_t rows = columns ? np_borrow(out)->size / columns : 0;
  for (int64_t i = 0; i < rows; i++) {
    double *line = (double *)np_borrow(out)->data + i * columns, sum = 0.0;
    if (random->modern && greatest < 0.1 && greatest > 0.0) {
      double left = 1.0;
      for (int64_t j = 0; j < columns - 1; j++) {
        double rest = 0.0;
        for (int64_t k = columns - 1; k > j; k--) rest += alpha[k];
        double part = beta->draw(random, (double[]){alpha[j], rest});
        line[j] = left * part;
        left *= 1.0 - part;
        if (rest == 0.0) break;
      }
      line[columns - 1] = left;
      continue;
    }
    for (int64_t j = 0; j < columns; j++) sum += line[j] = nd_draw_gamma(random, alpha[j]);
    double inverse = 1.0 / sum;
    for (int64_t j = 0; j < columns; j++) line[j] *= inverse;
  }
  return np_end(&work, out);
}
