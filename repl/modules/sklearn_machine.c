/* The quadratic program of support vector machines, by sequential minimal optimization with second-order choice of
 * pairs and shrinking: Fan, Chen, Lin, Working set selection using second order information, JMLR 6 (2005), and Chang,
 * Lin, LIBSVM (2011), whose sums are kept in order and whose kernel values are floats, so that the support vectors are
 * the same. Least 0.5 a'Qa + p'a with y'a = 0 and 0 <= a <= C, Q[i][j] = y[i] y[j] K[i][j]. */
#include <math.h>
#include <string.h>

#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "repl/modules/numpy_internal.h"

#define TAU 1e-12

typedef struct Machine {
  int64_t n, active, kernel_size;
  const double *kernel;
  double *alpha, *gradient, *fixed, *diagonal, *p, *y, *bound; /* fixed: the gradient of those at the upper bound */
  int64_t *index;
  float *first, *second; /* rows of Q */
  double tolerance;
  bool unshrunk;
} Machine;

static bool at_top(const Machine *m, int64_t i) { return m->alpha[i] >= m->bound[i]; }
static bool at_zero(const Machine *m, int64_t i) { return m->alpha[i] <= 0; }

static void row_of(const Machine *m, int64_t i, int64_t count, float *out) {
  const double *row = m->kernel + (m->index[i] % m->kernel_size) * m->kernel_size;
  for (int64_t j = 0; j < count; j++) out[j] = (float)(m->y[i] * m->y[j] * row[m->index[j] % m->kernel_size]);
}

static void exchange(double *values, int64_t i, int64_t j) {
  double value = values[i];
  values[i] = values[j];
  values[j] = value;
}
static void swap_rows(Machine *m, int64_t i, int64_t j) {
  double *all[] = {m->alpha, m->gradient, m->fixed, m->diagonal, m->p, m->y, m->bound};
  for (size_t k = 0; k < sizeof all / sizeof *all; k++) exchange(all[k], i, j);
  int64_t index = m->index[i];
  m->index[i] = m->index[j];
  m->index[j] = index;
}

/* The gradient of the rows that were set aside. */
static void rebuild(Machine *m) {
  if (m->active == m->n) return;
  int64_t between = 0;
  for (int64_t j = m->active; j < m->n; j++) m->gradient[j] = m->fixed[j] + m->p[j];
  for (int64_t j = 0; j < m->active; j++) between += !at_top(m, j) && !at_zero(m, j);
  if (between * m->n > 2 * m->active * (m->n - m->active)) {
    for (int64_t i = m->active; i < m->n; i++) {
      row_of(m, i, m->active, m->first);
      for (int64_t j = 0; j < m->active; j++)
        if (!at_top(m, j) && !at_zero(m, j)) m->gradient[i] += m->alpha[j] * (double)m->first[j];
    }
    return;
  }
  for (int64_t i = 0; i < m->active; i++) {
    if (at_top(m, i) || at_zero(m, i)) continue;
    row_of(m, i, m->n, m->first);
    for (int64_t j = m->active; j < m->n; j++) m->gradient[j] += m->alpha[i] * (double)m->first[j];
  }
}

/* The pair that lessens the sum most; false where all conditions hold to the tolerance. */
static bool choose(Machine *m, int64_t *first, int64_t *second) {
  double most = -INFINITY, other = -INFINITY, least = INFINITY;
  int64_t i = -1, best = -1;
  for (int64_t t = 0; t < m->active; t++) {
    bool free_side = m->y[t] > 0 ? !at_top(m, t) : !at_zero(m, t);
    double slope = m->y[t] > 0 ? -m->gradient[t] : m->gradient[t];
    if (free_side && slope >= most) {
      most = slope;
      i = t;
    }
  }
  if (i >= 0) row_of(m, i, m->active, m->first);
  for (int64_t j = 0; j < m->active; j++) {
    bool positive = m->y[j] > 0;
    if (positive ? at_zero(m, j) : at_top(m, j)) continue;
    double slope = positive ? m->gradient[j] : -m->gradient[j], gap = most + slope;
    if (slope >= other) other = slope;
    if (i < 0 || gap <= 0) continue;
    double sign = positive ? -2.0 : 2.0;
    double curve = m->diagonal[i] + m->diagonal[j] + sign * m->y[i] * (double)m->first[j];
    double gain = -(gap * gap) / (curve > 0 ? curve : TAU);
    if (gain <= least) {
      best = j;
      least = gain;
    }
  }
  *first = i;
  *second = best;
  return most + other >= m->tolerance && best >= 0;
}

static bool can_rest(const Machine *m, int64_t i, double top, double bottom) {
  bool positive = m->y[i] > 0;
  if (at_top(m, i)) return -m->gradient[i] > (positive ? top : bottom);
  if (at_zero(m, i)) return m->gradient[i] > (positive ? bottom : top);
  return false;
}

/* Sets aside what will hardly change any more. */
static void shrink(Machine *m) {
  double top = -INFINITY, bottom = -INFINITY;
  for (int64_t i = 0; i < m->active; i++) {
    double *up = m->y[i] > 0 ? &top : &bottom, *down = m->y[i] > 0 ? &bottom : &top;
    if (!at_top(m, i) && -m->gradient[i] >= *up) *up = -m->gradient[i];
    if (!at_zero(m, i) && m->gradient[i] >= *down) *down = m->gradient[i];
  }
  if (!m->unshrunk && top + bottom <= m->tolerance * 10) {
    m->unshrunk = true;
    rebuild(m);
    m->active = m->n;
  }
  for (int64_t i = 0; i < m->active; i++) {
    if (!can_rest(m, i, top, bottom)) continue;
    for (m->active--; m->active > i; m->active--)
      if (!can_rest(m, m->active, top, bottom)) {
        swap_rows(m, i, m->active);
        break;
      }
  }
}

/* The best values of two variables, the others kept. */
static void move_pair(Machine *m, int64_t i, int64_t j) {
  double *a = &m->alpha[i], *b = &m->alpha[j], top_a = m->bound[i], top_b = m->bound[j];
  row_of(m, i, m->active, m->first);
  row_of(m, j, m->active, m->second);
  double old_a = *a, old_b = *b, sum = old_a + old_b, gap = old_a - old_b;
  bool was_a = at_top(m, i), was_b = at_top(m, j);
  if (m->y[i] != m->y[j]) {
    double curve = m->diagonal[i] + m->diagonal[j] + 2 * (double)m->first[j];
    double delta = (-m->gradient[i] - m->gradient[j]) / (curve <= 0 ? TAU : curve);
    *a += delta;
    *b += delta;
    if (gap > 0 && *b < 0) *b = 0, *a = gap;
    else if (gap <= 0 && *a < 0) *a = 0, *b = -gap;
    if (gap > top_a - top_b && *a > top_a) *a = top_a, *b = top_a - gap;
    else if (gap <= top_a - top_b && *b > top_b) *b = top_b, *a = top_b + gap;
  } else {
    double curve = m->diagonal[i] + m->diagonal[j] - 2 * (double)m->first[j];
    double delta = (m->gradient[i] - m->gradient[j]) / (curve <= 0 ? TAU : curve);
    *a -= delta;
    *b += delta;
    if (sum > top_a && *a > top_a) *a = top_a, *b = sum - top_a;
    else if (sum <= top_a && *b < 0) *b = 0, *a = sum;
    if (sum > top_b && *b > top_b) *b = top_b, *a = sum - top_b;
    else if (sum <= top_b && *a < 0) *a = 0, *b = sum;
  }
  double change_a = *a - old_a, change_b = *b - old_b;
  for (int64_t k = 0; k < m->active; k++)
    m->gradient[k] += (double)m->first[k] * change_a + (double)m->second[k] * change_b;
  const int64_t places[] = {i, j};
  const bool before[] = {was_a, was_b};
  for (int side = 0; side < 2; side++) {
    int64_t at = places[side];
    if (before[side] == at_top(m, at)) continue;
    row_of(m, at, m->n, m->first);
    double moved = before[side] ? -m->bound[at] : m->bound[at];
    for (int64_t k = 0; k < m->n; k++) m->fixed[k] += moved * (double)m->first[k];
  }
}

static double offset_of(const Machine *m) {
  double high = INFINITY, low = -INFINITY, sum = 0;
  int64_t between = 0;
  for (int64_t i = 0; i < m->active; i++) {
    double slope = m->y[i] * m->gradient[i];
    if (!at_top(m, i) && !at_zero(m, i)) {
      between++;
      sum += slope;
    } else if (at_top(m, i) == (m->y[i] < 0)) {
      high = fmin(high, slope);
    } else {
      low = fmax(low, slope);
    }
  }
  return between ? sum / (double)between : (high + low) / 2;
}

/* K, y, p, C (one a row), tolerance, shrinking, most steps (-1: no bound): (alphas, offset, steps). Rows beyond K's are
 * its rows again. */
static Value minimize(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  NdArray *held[4];
  bool shrinking;
  int64_t most, steps = 0;
  Machine m = {0};
  for (int i = 0; i < 4; i++)
    if ((held[i] = np_hold_as(&work, arguments[i], ND_FLOAT64)) == NULL) return np_end(&work, PY_ERROR);
  if (!py_as_double(arguments[4], &m.tolerance) || !py_as_bool(arguments[5], &shrinking) ||
      !py_as_int(arguments[6], &most))
    return np_end(&work, PY_ERROR);
  m.n = m.active = held[1]->ndim == 1 ? held[1]->shape[0] : 0;
  bool fits = held[0]->ndim == 2 && held[0]->shape[0] == held[0]->shape[1] && m.n > 0 && held[0]->shape[0] > 0;
  for (int i = 2; i < 4; i++) fits = fits && held[i]->ndim == 1 && held[i]->shape[0] == m.n;
  if (!fits) return np_end(&work, np_step(&work, py_raise(&py_ValueError, "the kernel does not fit the labels")));
  m.kernel_size = held[0]->shape[0];
  m.kernel = (const double *)held[0]->data;
  size_t n = (size_t)m.n;
  double *memory = core_alloc_zero(n * 8 + 8, sizeof(double));
  float *rows = core_alloc_zero(n * 2 + 2, sizeof(float));
  Error error = {0};
  Value out = np_step_array(&work, nd_zeros(ND_FLOAT64, 1, &m.n, &error), &error);
  if (memory == NULL || rows == NULL || work.failed) {
    core_free(memory);
    core_free(rows);
    return np_end(&work, work.failed ? PY_ERROR : np_step(&work, py_raise(&py_MemoryError, "no room for the machine")));
  }
  double **slots[] = {&m.alpha, &m.gradient, &m.fixed, &m.diagonal, &m.p, &m.y, &m.bound};
  for (size_t k = 0; k < 7; k++) *slots[k] = memory + k * n;
  m.index = (int64_t *)(memory + 7 * n);
  m.first = rows;
  m.second = rows + n;
  memcpy(m.y, held[1]->data, n * sizeof(double));
  memcpy(m.p, held[2]->data, n * sizeof(double));
  memcpy(m.bound, held[3]->data, n * sizeof(double));
  memcpy(m.gradient, m.p, n * sizeof(double));
  for (int64_t i = 0; i < m.n; i++) {
    m.index[i] = i;
    m.diagonal[i] = m.kernel[(i % m.kernel_size) * (m.kernel_size + 1)];
  }
  int64_t wait = (m.n < 1000 ? m.n : 1000) + 1, first, second;
  bool interrupted = false;
  while ((most < 0 || steps < most) && !interrupted) {
    if (--wait == 0) {
      wait = m.n < 1000 ? m.n : 1000;
      if (shrinking) shrink(&m);
      interrupted = core_interrupt_take();
    }
    if (!choose(&m, &first, &second)) {
      rebuild(&m);
      m.active = m.n;
      if (!choose(&m, &first, &second)) break;
      wait = 1;
    }
    steps++;
    move_pair(&m, first, second);
  }
  if (m.active < m.n) {
    rebuild(&m);
    m.active = m.n;
  }
  double offset = offset_of(&m);
  for (int64_t i = 0; i < m.n; i++) ((double *)np_borrow(out)->data)[m.index[i]] = m.alpha[i];
  core_free(memory);
  core_free(rows);
  if (interrupted) return np_end(&work, np_step(&work, py_raise(&py_KeyboardInterrupt, "%s", "")));
  return np_end(&work, np_step(&work, py_tuple_of(3, out, py_float(offset), py_int(steps))));
}

static double product(const double *a, const double *b, int64_t n) {
  double sum = 0;
  for (int64_t i = 0; i < n; i++) sum = fma(a[i], b[i], sum);
  return sum;
}

/* exp(-gamma |a - b|^2) of each row of A and of B, by products rounded as the BLAS has them: the last digit decides
 * which of two pairs is better. */
static Value radial(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  double gamma;
  NdArray *a = np_hold_as(&work, arguments[0], ND_FLOAT64), *b = a ? np_hold_as(&work, arguments[1], ND_FLOAT64) : NULL;
  if (b == NULL || !py_as_double(arguments[2], &gamma)) return np_end(&work, PY_ERROR);
  if (a->ndim != 2 || b->ndim != 2 || a->shape[1] != b->shape[1])
    return np_end(&work, np_step(&work, py_raise(&py_ValueError, "the rows have different lengths")));
  Error error = {0};
  int64_t n = a->shape[1], shape[2] = {a->shape[0], b->shape[0]};
  Value out = np_step_array(&work, nd_new(ND_FLOAT64, 2, shape, &error), &error);
  if (work.failed) return np_end(&work, PY_ERROR);
  double *values = (double *)np_borrow(out)->data;
  for (int64_t i = 0; i < shape[0]; i++) {
    const double *x = (const double *)a->data + i * n;
    double own = product(x, x, n);
    for (int64_t j = 0; j < shape[1]; j++) {
      const double *y = (const double *)b->data + j * n;
      values[i * shape[1] + j] = exp(-gamma * (own + product(y, y, n) - 2 * product(x, y, n)));
    }
  }
  return np_end(&work, out);
}

static const NativeRow functions[] = {
    {"radial", "a, b, gamma, /", "exp(-gamma |a - b|^2) of all pairs of rows.", radial, NULL},
    {"minimize", "kernel, y, p, bounds, tolerance, shrinking, most, /", "A support vector machine's alphas.", minimize,
     NULL},
    {0},
};

const ModuleRow sklearn_machine_module_rows[] = {
    {.name = "_sklearn_machine", .help = "What sklearn.svm calls in loops.", .functions = functions},
    {0},
};
