/* The small products against sums in double, at every level the processor has. Buffers are as long as the shapes say
 * and not an element longer, so that the sanitizers see a read or a write beyond them. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "engine/compute/cpu.h"
#include "engine/compute/small_gemm.h"

static uint32_t state = 1;

static float next_number(void) {
  state = state * 1664525u + 1013904223u;
  return (float)(state >> 8) / 16777216.0f - 0.5f;
}

static float *numbers(int64_t count) {
  float *made = malloc((size_t)count * sizeof *made);
  assert_non_null(made);
  for (int64_t i = 0; i < count; i++) made[i] = next_number();
  return made;
}

typedef struct Shape {
  int64_t m, n, k, gap; /* gap: elements between rows of B and C that nobody may touch */
} Shape;

static const Shape shapes[] = {
    {1, 1, 1, 0},    {1, 1, 9, 0},      {4, 2, 17, 0},    {5, 3, 7, 0},    {7, 13, 5, 0},    {8, 8, 8, 0},
    {9, 7, 16, 3},   {32, 50, 784, 0},  {32, 10, 50, 0},  {16, 50, 784, 2}, {784, 50, 32, 0}, {50, 10, 32, 0},
    {31, 47, 333, 5}, {64, 49, 31, 0},  {13, 17, 600, 0}, {33, 18, 515, 1}, {2, 129, 70, 0},  {70, 33, 3, 0},
    {65, 41, 64, 0}, {12, 24, 40, 0},   {3, 10, 2000, 0},
};

static int64_t length_of(int64_t rows, int64_t columns, int64_t step) { return (rows - 1) * step + columns; }

/* The whole product against double, and how much of the largest element it is off. */
static void check_values(const SmallGemm *gemm, Shape s, bool transposed, bool add) {
  const int64_t step = s.n + s.gap;
  float *a = numbers(s.m * s.k), *b = numbers(length_of(s.k, s.n, step)), *c = numbers(length_of(s.m, s.n, step));
  float *before = malloc((size_t)length_of(s.m, s.n, step) * sizeof *before);
  memcpy(before, c, (size_t)length_of(s.m, s.n, step) * sizeof *before);
  const SmallGemmA view = transposed ? (SmallGemmA){a, 1, s.m} : (SmallGemmA){a, s.k, 1};
  gemm->multiply(s.m, s.n, s.k, view, b, step, c, step, add);
  double largest = 0, off = 0;
  for (int64_t i = 0; i < s.m; i++) {
    for (int64_t j = 0; j < s.n; j++) {
      double exact = add ? (double)before[i * step + j] : 0;
      for (int64_t p = 0; p < s.k; p++) exact += (double)a[i * view.row + p * view.column] * (double)b[p * step + j];
      largest = fmax(largest, fabs(exact));
      off = fmax(off, fabs((double)c[i * step + j] - exact));
      assert_true(isfinite(c[i * step + j]));
    }
    for (int64_t j = s.n; j < step && i + 1 < s.m; j++) assert_true(c[i * step + j] == before[i * step + j]);
  }
  if (!(off <= 4e-6 * largest)) fail_msg("%dx%dx%d: off by %g of %g", (int)s.m, (int)s.n, (int)s.k, off, largest);
  free(a);
  free(b);
  free(c);
  free(before);
}

static void test_products_equal_sums_in_double(void **unused) {
  for (int level = 0; level < CPU_LEVEL_COUNT; level++) {
    const SmallGemm *gemm = small_gemm_of_level(level);
    for (size_t i = 0; gemm != NULL && i < sizeof shapes / sizeof *shapes; i++)
      for (int form = 0; form < 4; form++) check_values(gemm, shapes[i], form & 1, form & 2);
  }
}

/* However rows are divided, an element has the same bits. */
static void test_bits_do_not_depend_on_the_division(void **unused) {
  static const int64_t divisions[] = {1, 3, 4, 5, 16, 29};
  for (int level = 0; level < CPU_LEVEL_COUNT; level++) {
    const SmallGemm *gemm = small_gemm_of_level(level);
    for (size_t i = 0; gemm != NULL && i < sizeof shapes / sizeof *shapes; i++) {
      const Shape s = shapes[i];
      float *a = numbers(s.m * s.k), *b = numbers(s.k * s.n), *whole = numbers(s.m * s.n), *parts = numbers(s.m * s.n);
      for (int transposed = 0; transposed < 2; transposed++) {
        SmallGemmA view = transposed ? (SmallGemmA){a, 1, s.m} : (SmallGemmA){a, s.k, 1};
        gemm->multiply(s.m, s.n, s.k, view, b, s.n, whole, s.n, false);
        for (size_t d = 0; d < sizeof divisions / sizeof *divisions; d++) {
          for (int64_t first = 0; first < s.m; first += divisions[d]) {
            const int64_t rows = s.m - first < divisions[d] ? s.m - first : divisions[d];
            SmallGemmA part = {a + first * view.row, view.row, view.column};
            gemm->multiply(rows, s.n, s.k, part, b, s.n, parts + first * s.n, s.n, false);
          }
          assert_memory_equal(whole, parts, (size_t)(s.m * s.n) * sizeof *whole);
        }
      }
      free(a);
      free(b);
      free(whole);
      free(parts);
    }
  }
}

/* A NaN or an infinity reaches its own row and column, and no other element. */
static void test_a_nan_stays_where_it_belongs(void **unused) {
  for (int level = 0; level < CPU_LEVEL_COUNT; level++) {
    const SmallGemm *gemm = small_gemm_of_level(level);
    if (gemm == NULL) continue;
    enum { M = 21, N = 34, K = 19 };
    for (int column = 0; column < N; column++) {
      float *a = numbers(M * K), *b = numbers(K * N), *c = numbers(M * N);
      b[7 * N + column] = NAN;
      gemm->multiply(M, N, K, (SmallGemmA){a, 1, M}, b, N, c, N, false);
      for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) assert_true((c[i * N + j] != c[i * N + j]) == (j == column));
      gemm->multiply(M, N, K, (SmallGemmA){a, K, 1}, b, N, c, N, false);
      for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) assert_true((c[i * N + j] != c[i * N + j]) == (j == column));
      free(a);
      free(b);
      free(c);
    }
  }
}

static void test_an_empty_sum_is_zero(void **unused) {
  for (int level = 0; level < CPU_LEVEL_COUNT; level++) {
    const SmallGemm *gemm = small_gemm_of_level(level);
    if (gemm == NULL) continue;
    float a[1] = {1}, b[1] = {1}, c[3 * 18];
    for (int i = 0; i < 3 * 18; i++) c[i] = 5;
    gemm->multiply(3, 18, 0, (SmallGemmA){a, 1, 1}, b, 18, c, 18, true);
    for (int i = 0; i < 3 * 18; i++) assert_true(c[i] == 5);
    gemm->multiply(3, 18, 0, (SmallGemmA){a, 1, 1}, b, 18, c, 18, false);
    for (int i = 0; i < 3 * 18; i++) assert_true(c[i] == 0);
    gemm->multiply(0, 18, 1, (SmallGemmA){a, 1, 1}, b, 18, c, 18, false);
    gemm->multiply(1, 0, 1, (SmallGemmA){a, 1, 1}, b, 18, c, 18, false);
  }
}

static void test_no_level_below_avx2_suits(void **unused) {
  assert_null(small_gemm_of_level(CPU_SSE2));
  assert_null(small_gemm_of_level(-1));
  assert_int_equal(small_gemm_suits_forward(32, 50, 784), small_gemm() != NULL);
  assert_false(small_gemm_suits_forward(4096, 4096, 4096));
  assert_false(small_gemm_suits_weight(4096, 4096, 4096));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_products_equal_sums_in_double),
      cmocka_unit_test(test_bits_do_not_depend_on_the_division),
      cmocka_unit_test(test_a_nan_stays_where_it_belongs),
      cmocka_unit_test(test_an_empty_sum_is_zero),
      cmocka_unit_test(test_no_level_below_avx2_suits),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
