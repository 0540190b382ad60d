/* Products against a plain loop in double, the same bits for any number of threads, and the choice of the kernel. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/compute/blas.h"
#include "engine/compute/blas_library.h"
#include "engine/compute/cpu.h"
#include "engine/compute/pool.h"
#include "engine/core/memory.h"

static uint32_t random_state = 1;
static float uniform(void) {
  random_state = random_state * 1664525u + 1013904223u;
  return (float)(random_state >> 8) / 16777216.0f - 0.5f;
}

/* Row-major matrices with room beside each row: m x k, k x n, m x n (or transposed). */
static void check_product(bool ta, bool tb, int64_t m, int64_t n, int64_t k, float alpha, float beta) {
  enum { BESIDE = 3 };
  int64_t lda = (ta ? m : k) + BESIDE, ldb = (tb ? k : n) + BESIDE, ldc = n + BESIDE;
  int64_t size_a = (ta ? k : m) * lda, size_b = (tb ? n : k) * ldb, size_c = m * ldc;
  float *a = core_alloc((size_t)size_a * 4 + 4), *b = core_alloc((size_t)size_b * 4 + 4);
  float *before = core_alloc((size_t)size_c * 4 + 4), *c = core_alloc((size_t)size_c * 4 + 4);
  float *first = core_alloc((size_t)size_c * 4 + 4);
  double *da = core_alloc((size_t)size_a * 8 + 8), *db = core_alloc((size_t)size_b * 8 + 8);
  double *dc = core_alloc((size_t)size_c * 8 + 8), *exact = core_alloc((size_t)size_c * 8 + 8);
  double *dfirst = core_alloc((size_t)size_c * 8 + 8);
  for (int64_t i = 0; i < size_a; i++) da[i] = a[i] = uniform();
  for (int64_t i = 0; i < size_b; i++) db[i] = b[i] = uniform();
  for (int64_t i = 0; i < size_c; i++) before[i] = beta == 0 ? NAN : uniform(); /* beta 0 must not read C */
  double largest = 1e-300;
  for (int64_t i = 0; i < m; i++) {
    for (int64_t j = 0; j < n; j++) {
      double sum = 0;
      for (int64_t p = 0; p < k; p++) {
        sum += da[ta ? p * lda + i : i * lda + p] * db[tb ? j * ldb + p : p * ldb + j];
      }
      exact[i * ldc + j] = alpha * sum + (beta == 0 ? 0 : beta * (double)before[i * ldc + j]);
      largest = fmax(largest, fabs(exact[i * ldc + j]));
    }
  }
  for (int run = 0; run < 4; run++) {
    pool_set_threads(run == 0 ? 1 : run);
    memcpy(c, before, (size_t)size_c * 4);
    for (int64_t i = 0; i < size_c; i++) dc[i] = before[i];
    if (run == 0) {
      blas_sgemm(ta, tb, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
      blas_dgemm(ta, tb, m, n, k, alpha, da, lda, db, ldb, beta, dc, ldc);
    } else {
      blas_sgemm_parallel(ta, tb, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
      blas_dgemm_parallel(ta, tb, m, n, k, alpha, da, lda, db, ldb, beta, dc, ldc);
    }
    for (int64_t i = 0; i < m; i++) {
      for (int64_t j = 0; j < ldc; j++) {
        int64_t at = i * ldc + j;
        if (j >= n) { /* beside the rows: untouched */
          assert_memory_equal(&c[at], &before[at], 4);
          continue;
        }
        if (!(fabs(c[at] - exact[at]) <= 1e-6 * largest) || !(fabs(dc[at] - exact[at]) <= 1e-13 * largest)) {
          fail_msg("%d%d %dx%dx%d at %d,%d: %.9g and %.17g, not %.17g", ta, tb, (int)m, (int)n, (int)k, (int)i, (int)j,
                   c[at], dc[at], exact[at]);
        }
      }
    }
    if (run == 1) {
      memcpy(first, c, (size_t)size_c * 4);
      memcpy(dfirst, dc, (size_t)size_c * 8);
    } else if (run > 1) {
      for (int64_t i = 0; i < m; i++) {
        assert_memory_equal(first + i * ldc, c + i * ldc, (size_t)n * 4);
        assert_memory_equal(dfirst + i * ldc, dc + i * ldc, (size_t)n * 8);
      }
    }
  }
  core_free(a), core_free(b), core_free(before), core_free(c), core_free(first);
  core_free(da), core_free(db), core_free(dc), core_free(exact), core_free(dfirst);
}

static void test_products(void **state) {
  static const int64_t shapes[][3] = {{1, 1, 1},    {7, 13, 5},    {32, 50, 784},  {784, 50, 32}, {32, 10, 50},
                                      {50, 10, 32}, {5, 300, 301}, {300, 5, 301},  {129, 65, 64}, {200, 150, 32},
                                      {1, 1000, 500}, {1000, 1, 500}, {33, 97, 130}, {3, 4, 0},    {32, 200, 300}};
  for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
    for (int t = 0; t < 4; t++) {
      check_product(t & 1, t & 2, shapes[i][0], shapes[i][1], shapes[i][2], 1, 0);
    }
    check_product(false, false, shapes[i][0], shapes[i][1], shapes[i][2], 0.5f, 2);
  }
  check_product(false, false, 0, 4, 3, 1, 0);
}

static void test_blocks_cover_the_product(void **state) {
  static const int64_t sides[] = {0, 1, 31, 32, 33, 50, 64, 65, 200, 784, 1000, 3072, 100000};
  enum { SIDES = sizeof sides / sizeof *sides };
  for (int i = 0; i < SIDES * SIDES * SIDES; i++) {
    int64_t m = sides[i % SIDES], n = sides[i / SIDES % SIDES], k = sides[i / SIDES / SIDES];
    BlasBlocks blocks = blas_blocks(m, n, k);
    int64_t side = blocks.by_columns ? n : m;
    assert_true(blocks.count >= 1 && blocks.size >= 1 && blocks.count <= 16);
    assert_true(blocks.size * blocks.count >= side);
    assert_true(side == 0 || blocks.size * (blocks.count - 1) < side);
    if (m * n * k < BLAS_PARALLEL_WORK) assert_int_equal(blocks.count, 1);
  }
}

static void test_vectors(void **state) {
  enum { M = 19, N = 31, LD = 40 };
  float a[M * LD], x[2 * N], y[3 * N];
  double da[M * LD], dx[2 * N], dy[3 * N];
  for (int i = 0; i < M * LD; i++) da[i] = a[i] = uniform();
  for (int i = 0; i < 2 * N; i++) dx[i] = x[i] = uniform();
  for (int transpose = 0; transpose < 2; transpose++) {
    for (int step = -2; step <= 2; step++) {
      if (step == 0) continue;
      int outputs = transpose ? N : M, inputs = transpose ? M : N;
      const float *from = step < 0 ? x + (inputs - 1) * -step : x; /* the first element, as numpy counts */
      const double *dfrom = step < 0 ? dx + (inputs - 1) * -step : dx;
      for (int i = 0; i < 3 * N; i++) dy[i] = y[i] = 2;
      blas_sgemv(transpose, M, N, 1.5f, a, LD, from, step, 0.5f, y, 3);
      blas_dgemv(transpose, M, N, 1.5, da, LD, dfrom, step, 0.5, dy, 3);
      for (int i = 0; i < outputs; i++) {
        double sum = 0;
        for (int p = 0; p < inputs; p++) sum += da[transpose ? p * LD + i : i * LD + p] * dfrom[p * step];
        assert_true(fabs(y[3 * i] - (1.5 * sum + 1)) < 1e-5);
        assert_true(fabs(dy[3 * i] - (1.5 * sum + 1)) < 1e-13);
        assert_true(y[3 * i + 1] == 2 && dy[3 * i + 2] == 2);
      }
    }
  }
}

/* OpenBLAS reads OPENBLAS_CORETYPE while it is loaded. This program, started again with a kernel below the
 * processor's, loads it and forgets the variable before the choice: as on a processor that OpenBLAS does not know. */
static int child(const char *role) {
  if (strcmp(role, "mistaken") == 0) {
    if (blas_library() == NULL) return 2;
    unsetenv("OPENBLAS_CORETYPE");
    blas_choose();
    printf("%s: %s\n", blas_kernel(), blas_reason());
    const char *wanted = cpu_best_level() == CPU_AVX512 ? "SkylakeX" : NULL;
    if (wanted && strcmp(blas_kernel(), wanted) != 0) return 3;
    if (!wanted && strcmp(blas_kernel(), "Zen") != 0 && strcmp(blas_kernel(), "Haswell") != 0) return 4;
    if (strncmp(blas_reason(), "chosen:", 7) != 0) return 5;
    if (getenv("OPENBLAS_CORETYPE")) return 6; /* not handed on to other programs */
  } else {
    if (strcmp(blas_kernel(), "Prescott") != 0 || strcmp(blas_reason(), "OPENBLAS_CORETYPE is set") != 0) return 7;
    if (!getenv("OPENBLAS_CORETYPE")) return 8;
  }
  float a[4] = {1, 2, 3, 4}, c[4];
  blas_sgemm(false, true, 2, 2, 2, 1, a, 2, a, 2, 0, c, 2);
  return c[0] == 5 && c[1] == 11 && c[2] == 11 && c[3] == 25 ? 0 : 9;
}

static int run_child(const char *role) {
  char self[4096], command[4400];
  ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
  assert_true(length > 0);
  self[length] = 0;
  snprintf(command, sizeof command, "OPENBLAS_CORETYPE=Prescott '%s' %s >/dev/null", self, role);
  int status = system(command);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void test_kernel_is_chosen(void **state) {
  assert_true(strlen(blas_kernel()) > 0 && strlen(blas_reason()) > 0);
  assert_non_null(strstr(blas_build(), "OpenBLAS"));
  if (!strstr(blas_build(), "DYNAMIC_ARCH") || cpu_best_level() == CPU_SSE2) skip();
  assert_int_equal(run_child("mistaken"), 0);
  assert_int_equal(run_child("told"), 0);
}

int main(int count, char **arguments) {
  if (count > 1) return child(arguments[1]);
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_products),
      cmocka_unit_test(test_blocks_cover_the_product),
      cmocka_unit_test(test_vectors),
      cmocka_unit_test(test_kernel_is_chosen),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
