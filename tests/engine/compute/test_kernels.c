/* Every vector kernel against its float64 twin on odd sizes and unaligned pointers, every level against every other to
 * the bit, exp and its kin against libm, gradients against finite differences, and losses and optimizers against
 * numbers that real Keras computed (tests/golden/compute.py). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/compute/cpu.h"
#include "engine/compute/kernels.h"
#include "engine/compute/kernels_plain.h"
#include "tests/golden/compute.h"

#define REAL float
#define CASE(name) name##_case_f32
#define TABLE Kernels
#define DATA DataFloat32
#include "tests/engine/compute/kernel_cases.inc"
#undef REAL
#undef CASE
#undef TABLE
#undef DATA
#define REAL double
#define CASE(name) name##_case_f64
#define TABLE KernelsFloat64
#define DATA DataFloat64
#include "tests/engine/compute/kernel_cases.inc"

/* Tolerance: of the largest element that the twin wrote, or of 1 where all are smaller (a clipped loss is 1e-7). */
static const struct {
  const char *name;
  void (*run_f32)(const Kernels *k, const DataFloat32 *data);
  void (*run_f64)(const KernelsFloat64 *k, const DataFloat64 *data);
  double tolerance;
} cases[] = {
#define CASE_ROW(name, tolerance) {#name, name##_case_f32, name##_case_f64, tolerance}
    CASE_ROW(relu, 2e-7),
    CASE_ROW(sigmoid, 4e-7),
    CASE_ROW(tanh, 4e-7),
    CASE_ROW(linear_in_place, 2e-7),
    CASE_ROW(strided, 4e-6),
    CASE_ROW(column_sums, 4e-6) /* numbers of both signs: the sum is smaller than its parts */,
    CASE_ROW(softmax, 1e-6),
    CASE_ROW(exp, 4e-7),
    CASE_ROW(log, 4e-7),
    CASE_ROW(arithmetic, 3e-7),
    CASE_ROW(sums, 1e-6),
    CASE_ROW(regularize, 3e-7),
    CASE_ROW(sparse_cross_entropy_logits, 1e-6),
    CASE_ROW(cross_entropy_logits, 2e-6),
    CASE_ROW(sparse_cross_entropy, 1e-6),
    CASE_ROW(cross_entropy, 2e-6),
    CASE_ROW(binary_cross_entropy_logits, 1e-6),
    CASE_ROW(binary_cross_entropy, 2e-6),
    CASE_ROW(squared_error, 1e-6),
    CASE_ROW(absolute_error, 1e-6),
    CASE_ROW(losses_without_gradient, 2e-6),
    CASE_ROW(sgd, 3e-7),
    CASE_ROW(sgd_momentum, 4e-7),
    CASE_ROW(rmsprop, 4e-7),
    CASE_ROW(rmsprop_all, 1e-6),
    CASE_ROW(adam, 4e-7),
    CASE_ROW(dropout, 2e-7),
    CASE_ROW(from_uint8, 0),
    CASE_ROW(from_float64, 1e-7),
};

enum { CASES = sizeof cases / sizeof *cases, MOST = 4096, ROOM = 4 * MOST + 4096 };

static uint32_t random_state = 1;
static float uniform(void) {
  random_state = random_state * 1664525u + 1013904223u;
  return ((float)(random_state >> 8) + 0.5f) / 16777216.0f;
}

static float a32[MOST + 4], b32[MOST + 4], positive32[MOST + 4], target32[MOST + 4], weights32[MOST + 4];
static double a64[MOST], b64[MOST], positive64[MOST], target64[MOST], weights64[MOST], doubles[MOST];
static uint8_t bytes[MOST + 4];
static int64_t labels[MOST];
static float out32[CPU_LEVEL_COUNT][ROOM + 4];
static double out64[ROOM];

static void fill_inputs(int64_t columns, int offset) {
  for (int i = 0; i < MOST; i++) {
    a64[i] = a32[i + offset] = (uniform() - 0.5f) * 12;
    b64[i] = b32[i + offset] = (uniform() - 0.5f) * 3;
    positive64[i] = positive32[i + offset] = 0.001f + 0.998f * uniform();
    target64[i] = target32[i + offset] = uniform();
    weights64[i] = weights32[i + offset] = 2 * uniform();
    doubles[i] = uniform() * 1e3 + 1e-9;
    bytes[i + offset] = (uint8_t)(uniform() * 255);
    labels[i] = (int64_t)(uniform() * (float)columns);
  }
}

static bool same_number(float x, float y) {
  return memcmp(&x, &y, sizeof x) == 0 || (isnan(x) && isnan(y));
}

/* Runs every case on one shape: all levels, then the twin. */
static void check_shape(int64_t rows, int64_t columns, int offset) {
  fill_inputs(columns, offset);
  for (int c = 0; c < CASES; c++) {
    DataFloat64 wide = {.a = a64, .b = b64, .positive = positive64, .target = target64, .weights = weights64,
                        .labels = labels, .bytes = bytes + offset, .doubles = doubles, .rows = rows,
                        .columns = columns, .n = rows * columns, .out = out64};
    memset(out64, 0, sizeof out64);
    cases[c].run_f64(&kernels_plain_f64, &wide);
    double largest = 1;
    for (int i = 0; i < ROOM; i++) largest = fmax(largest, fabs(out64[i]));
    for (int level = 0; level < CPU_LEVEL_COUNT; level++) {
      const Kernels *k = kernels_of_level(level);
      if (!k) continue;
      float *out = out32[level] + offset;
      DataFloat32 data = {.a = a32 + offset, .b = b32 + offset, .positive = positive32 + offset,
                          .target = target32 + offset, .weights = weights32 + offset, .labels = labels,
                          .bytes = bytes + offset, .doubles = doubles, .rows = rows, .columns = columns,
                          .n = rows * columns, .out = out};
      memset(out32[level], 0, sizeof out32[level]);
      cases[c].run_f32(k, &data);
      for (int i = 0; i < ROOM; i++) {
        if (!(fabs(out[i] - out64[i]) <= cases[c].tolerance * largest)) {
          fail_msg("%s at %s, %d x %d + %d: element %d is %.9g, the twin's %.9g (largest %.9g)", cases[c].name,
                   cpu_level_name((CpuLevel)level), (int)rows, (int)columns, offset, i, out[i], out64[i], largest);
        }
        if (!same_number(out[i], out32[0][i + offset])) {
          fail_msg("%s, %d x %d + %d: element %d is %a at %s and %a at sse2", cases[c].name, (int)rows, (int)columns,
                   offset, i, out[i], cpu_level_name((CpuLevel)level), out32[0][i + offset]);
        }
      }
    }
  }
}

static void test_every_kernel_against_its_twin(void **state) {
  for (int columns = 1; columns <= 67; columns++) check_shape(1 + columns % 4, columns, columns % 4);
  check_shape(1, 1000, 1);
  check_shape(4, 1000, 3);
  check_shape(32, 10, 0);
  check_shape(67, 50, 2);
  check_shape(1000, 1, 0);
  check_shape(133, 30, 1);
}

static void test_nothing_is_touched_at_size_0(void **state) {
  for (int c = 0; c < CASES; c++) {
    if (strcmp(cases[c].name, "sums") == 0 || strcmp(cases[c].name, "strided") == 0) continue;
    for (int level = 0; level < CPU_LEVEL_COUNT; level++) {
      const Kernels *k = kernels_of_level(level);
      if (!k) continue;
      memset(out32[level], 0, sizeof out32[level]);
      DataFloat32 data = {.a = a32, .b = b32, .positive = positive32, .target = target32, .weights = weights32,
                          .labels = labels, .bytes = bytes, .doubles = doubles, .out = out32[level]};
      cases[c].run_f32(k, &data);
      for (int i = 0; i < ROOM; i++) assert_true(out32[level][i] == 0);
    }
  }
}

/* Relative error against libm in double, over a sweep of all exponents and over the range that matters. */
typedef void (*Apply)(const Kernels *k, const float *x, float *y, int64_t n);
static void apply_exp(const Kernels *k, const float *x, float *y, int64_t n) { k->exp(x, y, n); }
static void apply_log(const Kernels *k, const float *x, float *y, int64_t n) { k->log(x, y, n); }
static void apply_sigmoid(const Kernels *k, const float *x, float *y, int64_t n) {
  k->bias_activation(KERNEL_SIGMOID, x, NULL, y, 1, n, n);
}
static void apply_tanh(const Kernels *k, const float *x, float *y, int64_t n) {
  k->bias_activation(KERNEL_TANH, x, NULL, y, 1, n, n);
}
static double true_sigmoid(double x) {
  return 1 / (1 + exp(-x));
}

static const struct {
  const char *name;
  Apply apply;
  double (*exact)(double);
} functions[] = {{"exp", apply_exp, exp}, {"log", apply_log, log}, {"sigmoid", apply_sigmoid, true_sigmoid},
                 {"tanh", apply_tanh, tanh}};

static void test_functions_are_accurate(void **state) {
  enum { N = 4000 };
  static float x[N], y[N], first[N];
  for (size_t f = 0; f < sizeof functions / sizeof *functions; f++) {
    for (int sweep = 0; sweep < 40; sweep++) {
      for (int i = 0; i < N; i++) {
        uint32_t bits = (uint32_t)(((uint64_t)(sweep / 2 * N + i) * 4294967296u) / (20 * N) + (uint32_t)i);
        memcpy(&x[i], &bits, sizeof bits);
        if (sweep % 2) x[i] = (uniform() - 0.5f) * (sweep < 20 ? 210 : 4);
      }
      for (int level = 0; level < CPU_LEVEL_COUNT; level++) {
        const Kernels *k = kernels_of_level(level);
        if (!k) continue;
        functions[f].apply(k, x, y, N);
        for (int i = 0; i < N; i++) {
          double exact = functions[f].exact(x[i]), error = fabs(y[i] - exact);
          bool good = isnan(exact) ? isnan(y[i])
                      : fabs(exact) > 3.4028235e38 ? (double)y[i] == (exact > 0 ? INFINITY : -INFINITY)
                      : fabs(exact) < 1.1754944e-38 ? error <= 3e-45 : error <= 4e-7 * fabs(exact);
          if (!good) fail_msg("%s(%a) is %a, not %a", functions[f].name, x[i], y[i], exact);
          if (level == 0) first[i] = y[i];
          if (!same_number(y[i], first[i])) fail_msg("%s(%a) differs between levels", functions[f].name, x[i]);
        }
      }
    }
  }
}

static void test_special_numbers(void **state) {
  static const struct {
    Apply apply;
    float x, y;
  } rows[] = {
      {apply_exp, INFINITY, INFINITY}, {apply_exp, -INFINITY, 0},      {apply_exp, NAN, NAN},
      {apply_exp, 0, 1},               {apply_exp, -0.0f, 1},          {apply_exp, 1e-45f, 1},
      {apply_exp, 88.8f, INFINITY},    {apply_exp, -104, 0},           {apply_log, 0, -INFINITY},
      {apply_log, -0.0f, -INFINITY},   {apply_log, -1, NAN},           {apply_log, -INFINITY, NAN},
      {apply_log, INFINITY, INFINITY}, {apply_log, NAN, NAN},          {apply_log, 1, 0},
      {apply_sigmoid, 0, 0.5f},        {apply_sigmoid, -INFINITY, 0},  {apply_sigmoid, INFINITY, 1},
      {apply_sigmoid, NAN, NAN},       {apply_tanh, INFINITY, 1},      {apply_tanh, -INFINITY, -1},
      {apply_tanh, -0.0f, -0.0f},      {apply_tanh, 1e-45f, 1e-45f},   {apply_tanh, NAN, NAN},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    for (int level = 0; level < CPU_LEVEL_COUNT; level++) {
      const Kernels *k = kernels_of_level(level);
      if (!k) continue;
      float y = -7;
      rows[i].apply(k, &rows[i].x, &y, 1);
      if (!same_number(y, rows[i].y)) fail_msg("row %d: f(%g) is %g, not %g", (int)i, rows[i].x, y, rows[i].y);
    }
  }
  for (int level = 0; level < CPU_LEVEL_COUNT; level++) {
    const Kernels *k = kernels_of_level(level);
    if (!k) continue;
    float x[10] = {NAN, -1, 2, INFINITY, -INFINITY, -0.0f, 1e-45f, -1e-45f, 5, NAN}, y[10];
    k->bias_activation(KERNEL_RELU, x, NULL, y, 1, 10, 10);
    float expected[10] = {NAN, 0, 2, INFINITY, 0, -0.0f, 1e-45f, 0, 5, NAN};
    for (int i = 0; i < 10; i++) assert_true(same_number(y[i], expected[i]));
    k->softmax_rows(x, y, 1, 10); /* one NaN makes the row NaN */
    for (int i = 0; i < 10; i++) assert_true(isnan(y[i]));
    float large[3] = {1000, 0, -INFINITY}, sure[3] = {1, 0, 0};
    k->softmax_rows(large, y, 1, 3);
    for (int i = 0; i < 3; i++) assert_true(y[i] == sure[i]);
  }
}

static void test_argmax(void **state) {
  float x[4][5] = {{1, 3, 3, 2, 0}, {-1, -2, NAN, 5, NAN}, {-INFINITY, -INFINITY, 0, 0, -1}, {0, 0, 0, 0, 0}};
  int64_t expected[4] = {1, 2, 2, 0}, out[4];
  for (int level = 0; level < CPU_LEVEL_COUNT; level++) {
    if (!kernels_of_level(level)) continue;
    kernels_of_level(level)->argmax_rows(&x[0][0], out, 4, 5);
    assert_memory_equal(out, expected, sizeof out);
  }
}

static void test_labels_out_of_range(void **state) {
  for (int level = 0; level < CPU_LEVEL_COUNT; level++) {
    const Kernels *k = kernels_of_level(level);
    if (!k) continue;
    float z[6] = {0.25f, 0.25f, 0.5f, 0.25f, 0.25f, 0.5f}, loss[2], dz[6];
    int64_t wrong[3][2] = {{0, 3}, {0, -1}, {0, INT64_MIN}};
    for (int i = 0; i < 6; i++) {
      if (i % 2) {
        k->sparse_cross_entropy_logits(z, wrong[i / 2], NULL, 1, loss, dz, NULL, 2, 3);
      } else {
        k->sparse_cross_entropy(z, wrong[i / 2], NULL, 1, loss, dz, 2, 3);
      }
      assert_true(isfinite(loss[0]) && isnan(loss[1]));
      for (int j = 0; j < 3; j++) assert_true(isfinite(dz[j]) && isnan(dz[3 + j]));
    }
  }
}

/* Random123's own known answers (philox4x32-10, kat_vectors) hold through the twin; here: what dropout promises. */
static void test_dropout_depends_on_its_counter_alone(void **state) {
  enum { N = 40000 };
  static float ones[N], y[N], again[N];
  for (int i = 0; i < N; i++) ones[i] = 1;
  const Kernels *k = kernels();
  k->dropout(ones, y, N, 0.25f, 5, 9, 2, 0);
  int kept = 0;
  for (int i = 0; i < N; i++) {
    assert_true(y[i] == 0 || y[i] == 1 / 0.75f);
    kept += y[i] != 0;
  }
  assert_true(abs(kept - 30000) < 500); /* 5.8 standard deviations */
  for (int from = 0, n; from < N; from += n) { /* in pieces, as blocks on several threads would */
    n = 4 * (1 + from % 37);
    if (n > N - from) n = N - from;
    k->dropout(ones + from, again + from, n, 0.25f, 5, 9, 2, from);
  }
  assert_memory_equal(y, again, sizeof y);
  k->dropout(ones, again, N, 0.25f, 5, 10, 2, 0);
  assert_true(memcmp(y, again, sizeof y) != 0);
  k->dropout(ones, again, N, 0.25f, 5, 9, 3, 0);
  assert_true(memcmp(y, again, sizeof y) != 0);
  k->dropout(ones, again, N, 0.0f, 5, 9, 3, 0);
  assert_memory_equal(ones, again, sizeof y);
  k->dropout(ones, again, N, 1.0f, 5, 9, 3, 0);
  for (int i = 0; i < N; i++) assert_true(again[i] == 0);
}

/* Central differences of each loss of the float64 twins, weighted as the gradient is. */
enum { GRADIENT_ROWS = 3, GRADIENT_COLUMNS = 5, GRADIENT_SIZE = GRADIENT_ROWS * GRADIENT_COLUMNS };
typedef void (*Loss)(const double *x, double *loss, double *dx);
static const double gradient_weights[GRADIENT_ROWS] = {1, 0.5, 2};
static const int64_t gradient_labels[GRADIENT_ROWS] = {4, 0, 2};

#define F64 kernels_plain_f64
#define SHAPE GRADIENT_ROWS, GRADIENT_COLUMNS
static void loss_sparse_logits(const double *x, double *loss, double *dx) {
  F64.sparse_cross_entropy_logits(x, gradient_labels, gradient_weights, 0.5, loss, dx, NULL, SHAPE);
}
static void loss_dense_logits(const double *x, double *loss, double *dx) {
  F64.cross_entropy_logits(x, target64, gradient_weights, 0.5, loss, dx, NULL, SHAPE);
}
static void loss_sparse(const double *x, double *loss, double *dx) {
  F64.sparse_cross_entropy(x, gradient_labels, gradient_weights, 0.5, loss, dx, SHAPE);
}
static void loss_dense(const double *x, double *loss, double *dx) {
  F64.cross_entropy(x, target64, gradient_weights, 0.5, loss, dx, SHAPE);
}
static void loss_binary_logits(const double *x, double *loss, double *dx) {
  F64.binary_cross_entropy_logits(x, target64, gradient_weights, 0.5, loss, dx, SHAPE);
}
static void loss_binary(const double *x, double *loss, double *dx) {
  F64.binary_cross_entropy(x, target64, gradient_weights, 0.5, loss, dx, SHAPE);
}
static void loss_squared(const double *x, double *loss, double *dx) {
  F64.squared_error(x, target64, gradient_weights, 0.5, loss, dx, SHAPE);
}
static void loss_absolute(const double *x, double *loss, double *dx) {
  F64.absolute_error(x, target64, gradient_weights, 0.5, loss, dx, SHAPE);
}
/* sum_j b[j] * softmax(x)[j] and the like: a number whose gradient is the backward kernel's output. */
static void loss_softmax(const double *x, double *loss, double *dx) {
  double y[GRADIENT_SIZE], dy[GRADIENT_SIZE];
  F64.softmax_rows(x, y, SHAPE);
  for (int r = 0, i = 0; r < GRADIENT_ROWS; r++) {
    loss[r] = 0;
    for (int c = 0; c < GRADIENT_COLUMNS; c++, i++) {
      loss[r] += b64[i] * y[i];
      dy[i] = b64[i] * gradient_weights[r] * 0.5;
    }
  }
  if (dx) F64.softmax_rows_backward(y, dy, dx, SHAPE);
}
static void loss_of_activation(KernelActivation act, const double *x, double *loss, double *dx) {
  double y[GRADIENT_SIZE], dy[GRADIENT_SIZE];
  F64.bias_activation(act, x, b64, y, SHAPE, GRADIENT_COLUMNS);
  for (int r = 0, i = 0; r < GRADIENT_ROWS; r++) {
    loss[r] = 0;
    for (int c = 0; c < GRADIENT_COLUMNS; c++, i++) {
      loss[r] += b64[i] * y[i];
      dy[i] = b64[i] * gradient_weights[r] * 0.5;
    }
  }
  if (dx) F64.activation_backward(act, y, dy, dx, GRADIENT_SIZE);
}
static void loss_relu(const double *x, double *loss, double *dx) { loss_of_activation(KERNEL_RELU, x, loss, dx); }
static void loss_sigmoid(const double *x, double *loss, double *dx) {
  loss_of_activation(KERNEL_SIGMOID, x, loss, dx);
}
static void loss_tanh(const double *x, double *loss, double *dx) { loss_of_activation(KERNEL_TANH, x, loss, dx); }

static void test_gradients_by_finite_differences(void **state) {
  static const struct {
    const char *name;
    Loss loss;
    bool probabilities;
  } rows[] = {{"sparse logits", loss_sparse_logits, false}, {"dense logits", loss_dense_logits, false},
              {"sparse", loss_sparse, true},                {"dense", loss_dense, true},
              {"binary logits", loss_binary_logits, false}, {"binary", loss_binary, true},
              {"squared", loss_squared, false},             {"absolute", loss_absolute, false},
              {"softmax", loss_softmax, false},             {"relu", loss_relu, false},
              {"sigmoid", loss_sigmoid, false},             {"tanh", loss_tanh, false}};
  fill_inputs(GRADIENT_COLUMNS, 0);
  for (size_t f = 0; f < sizeof rows / sizeof *rows; f++) {
    double x[GRADIENT_SIZE], loss[GRADIENT_ROWS], dx[GRADIENT_SIZE];
    memcpy(x, rows[f].probabilities ? positive64 : a64, sizeof x);
    rows[f].loss(x, loss, dx);
    for (int i = 0; i < GRADIENT_SIZE; i++) {
      const double h = 1e-6;
      double before = x[i], up[GRADIENT_ROWS], down[GRADIENT_ROWS], row = gradient_weights[i / GRADIENT_COLUMNS] * 0.5;
      x[i] = before + h;
      rows[f].loss(x, up, NULL);
      x[i] = before - h;
      rows[f].loss(x, down, NULL);
      x[i] = before;
      double slope = (up[i / GRADIENT_COLUMNS] - down[i / GRADIENT_COLUMNS]) / (2 * h) * row;
      if (!(fabs(slope - dx[i]) <= 1e-6 * fmax(1, fabs(slope)))) {
        fail_msg("%s: element %d has slope %.9g, the kernel says %.9g", rows[f].name, i, slope, dx[i]);
      }
    }
  }
}

static void assert_close(const char *what, const float *x, const float *expected, int n, double tolerance) {
  double largest = 0;
  for (int i = 0; i < n; i++) largest = fmax(largest, fabs(expected[i]));
  for (int i = 0; i < n; i++) {
    if (!(fabs(x[i] - expected[i]) <= tolerance * largest)) {
      fail_msg("%s: element %d is %.9g, Keras has %.9g", what, i, x[i], expected[i]);
    }
  }
}

static void test_losses_against_keras(void **state) {
  for (int level = 0; level < CPU_LEVEL_COUNT; level++) {
    const Kernels *k = kernels_of_level(level);
    if (!k) continue;
    float loss[GOLDEN_ROWS], dx[GOLDEN_ROWS * GOLDEN_COLUMNS];
#define GOLDEN(name, call)                                                                                 \
  k->call;                                                                                                 \
  assert_close(#name " loss", loss, golden_##name##_loss, GOLDEN_ROWS, 1e-6);                              \
  assert_close(#name " gradient", dx, golden_##name##_gradient, GOLDEN_ROWS *GOLDEN_COLUMNS, 1e-6)
#define GOLDEN_SHAPE GOLDEN_ROWS, GOLDEN_COLUMNS
    GOLDEN(sparse_logits,
           sparse_cross_entropy_logits(golden_logits, golden_labels, NULL, 1, loss, dx, NULL, GOLDEN_SHAPE));
    GOLDEN(dense_logits, cross_entropy_logits(golden_logits, golden_target, NULL, 1, loss, dx, NULL, GOLDEN_SHAPE));
    GOLDEN(sparse, sparse_cross_entropy(golden_probabilities, golden_labels, NULL, 1, loss, dx, GOLDEN_SHAPE));
    GOLDEN(dense, cross_entropy(golden_probabilities, golden_target, NULL, 1, loss, dx, GOLDEN_SHAPE));
    GOLDEN(binary_logits, binary_cross_entropy_logits(golden_logits, golden_bits, NULL, 1, loss, dx, GOLDEN_SHAPE));
    GOLDEN(binary, binary_cross_entropy(golden_units, golden_bits, NULL, 1, loss, dx, GOLDEN_SHAPE));
    GOLDEN(squared, squared_error(golden_units, golden_target, NULL, 1, loss, dx, GOLDEN_SHAPE));
    GOLDEN(absolute, absolute_error(golden_units, golden_target, NULL, 1, loss, dx, GOLDEN_SHAPE));
  }
}

static void test_optimizers_against_keras(void **state) {
  static const struct {
    const char *name;
    const float *expected;
    int kind; /* 0 sgd, 1 momentum, 2 rmsprop, 3 adam */
    float rate, momentum, epsilon, one, two;
    int nesterov, centered;
  } rows[] = {
      {"sgd", golden_sgd, 0, 0.1f, 0, 0, 0, 0, 0, 0},
      {"sgd momentum", golden_sgd_momentum, 1, 0.1f, 0.9f, 0, 0, 0, 0, 0},
      {"sgd nesterov", golden_sgd_nesterov, 1, 0.1f, 0.9f, 0, 0, 0, 1, 0},
      {"rmsprop", golden_rmsprop, 2, 0.01f, 0, 1e-7f, 0.9f, 0, 0, 0},
      {"rmsprop momentum", golden_rmsprop_momentum, 2, 0.01f, 0.8f, 1e-7f, 0.9f, 0, 0, 0},
      {"rmsprop centered", golden_rmsprop_centered, 2, 0.01f, 0, 1e-7f, 0.9f, 0, 0, 1},
      {"rmsprop all", golden_rmsprop_all, 2, 0.01f, 0.5f, 1e-3f, 0.8f, 0, 0, 1},
      {"adam", golden_adam, 3, 0.01f, 0, 1e-7f, 0.9f, 0.999f, 0, 0},
      {"adam other", golden_adam_other, 3, 0.02f, 0, 1e-4f, 0.8f, 0.95f, 0, 0},
  };
  for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
    for (int level = 0; level < CPU_LEVEL_COUNT; level++) {
      const Kernels *k = kernels_of_level(level);
      if (!k) continue;
      float w[GOLDEN_SIZE], m[GOLDEN_SIZE] = {0}, v[GOLDEN_SIZE] = {0}, mean[GOLDEN_SIZE] = {0};
      memcpy(w, golden_weights, sizeof w);
      for (int step = 0; step < GOLDEN_STEPS; step++) {
        const float *g = golden_gradients + step * GOLDEN_SIZE;
        switch (rows[r].kind) {
          case 0: k->sgd(w, g, GOLDEN_SIZE, rows[r].rate); break;
          case 1: k->sgd_momentum(w, g, m, GOLDEN_SIZE, rows[r].rate, rows[r].momentum, rows[r].nesterov); break;
          case 2:
            k->rmsprop(w, g, v, rows[r].momentum > 0 ? m : NULL, rows[r].centered ? mean : NULL, GOLDEN_SIZE,
                       rows[r].rate, rows[r].one, rows[r].momentum, rows[r].epsilon);
            break;
          default: {
            float power_1 = powf(rows[r].one, (float)(step + 1)), power_2 = powf(rows[r].two, (float)(step + 1));
            k->adam(w, g, m, v, GOLDEN_SIZE, rows[r].rate * sqrtf(1 - power_2) / (1 - power_1), rows[r].one,
                    rows[r].two, rows[r].epsilon);
          }
        }
        assert_close(rows[r].name, w, rows[r].expected + step * GOLDEN_SIZE, GOLDEN_SIZE, 1e-6);
      }
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_kernel_against_its_twin),
      cmocka_unit_test(test_nothing_is_touched_at_size_0),
      cmocka_unit_test(test_functions_are_accurate),
      cmocka_unit_test(test_special_numbers),
      cmocka_unit_test(test_argmax),
      cmocka_unit_test(test_labels_out_of_range),
      cmocka_unit_test(test_dropout_depends_on_its_counter_alone),
      cmocka_unit_test(test_gradients_by_finite_differences),
      cmocka_unit_test(test_losses_against_keras),
      cmocka_unit_test(test_optimizers_against_keras),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
