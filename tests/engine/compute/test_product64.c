/* Products of float64: whole numbers, whose sums are exact in any order; rows cut
 * anywhere and operands that lie across must give the same bits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "engine/compute/cpu.h"
#include "engine/compute/pool.h"
#include "engine/compute/product64.h"

static uint32_t state = 1;
static double next_whole(void) {
  state = state * 1664525u + 1013904223u;
  return (double)(state >> 27) - 16;
}
static double next_fraction(void) { return next_whole() / 7 + next_whole() / 1000003; }

static double *numbers(int64_t count, double (*next)(void)) {
  double *made = malloc((size_t)count * sizeof *made);
  assert_non_null(made);
  for (int64_t i = 0; i < count; i++) made[i] = next();
  return made;
}

typedef struct Shape {
  int64_t m, n, k, gap; /* gap: elements between rows of C that nobody may touch */
} Shape;
static const Shape shapes[] = {
    {8, 2, 2, 0},   {9, 3, 5, 1},     {8, 24, 161, 0}, {17, 25, 160, 3}, {100, 50, 784, 0}, {784, 50, 100, 0},
    {24, 7, 33, 2}, {31, 47, 333, 5}, {12, 8, 400, 0}, {13, 9, 7, 0},    {40, 16, 19, 1},   {1000, 11, 70, 0},
};

static void check(Shape s, bool across_a, bool across_b) {
  double *a = numbers(s.m * s.k, next_whole), *b = numbers(s.k * s.n, next_whole);
  int64_t step = s.n + s.gap;
  double *c = numbers(s.m * step, next_whole);
  double untouched = c[s.n];
  Product64Operand left = across_a ? (Product64Operand){a, 1, s.m} : (Product64Operand){a, s.k, 1};
  Product64Operand right = across_b ? (Product64Operand){b, 1, s.k} : (Product64Operand){b, s.n, 1};
  assert_true(product64(s.m, s.n, s.k, left, right, c, step));
  for (int64_t i = 0; i < s.m; i++)
    for (int64_t j = 0; j < s.n; j++) {
      double exact = 0;
      for (int64_t p = 0; p < s.k; p++)
        exact += left.data[i * left.row + p * left.column] * right.data[p * right.row + j * right.column];
      assert_true(c[i * step + j] == exact);
    }
  if (s.gap) assert_true(c[s.n] == untouched);
  free(a);
  free(b);
  free(c);
}

static void test_values(void **unused) {
  for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
    for (int way = 0; way < 4; way++) check(shapes[i], way & 1, way & 2);
}

static void test_division(void **unused) {
  enum { M = 300, N = 61, K = 500 };
  double *a = numbers(M * K, next_fraction), *b = numbers(K * N, next_fraction);
  double *whole = numbers(M * N, next_whole), *parts = numbers(M * N, next_whole);
  assert_true(product64(M, N, K, (Product64Operand){a, K, 1}, (Product64Operand){b, N, 1}, whole, N));
  for (int64_t first = 0, rows; first < M; first += rows) {
    rows = first % 3 == 0 ? 13 : 22;
    if (rows > M - first) rows = M - first;
    assert_true(product64(rows, N, K, (Product64Operand){a + first * K, K, 1}, (Product64Operand){b, N, 1},
                          parts + first * N, N));
  }
  assert_memory_equal(whole, parts, M * N * sizeof *whole);
  pool_set_threads(1);
  assert_true(product64(M, N, K, (Product64Operand){a, K, 1}, (Product64Operand){b, N, 1}, parts, N));
  assert_memory_equal(whole, parts, M * N * sizeof *whole);
  free(a);
  free(b);
  free(whole);
  free(parts);
}

int main(void) {
  if (!product64_suits(100, 50, 784, false)) return 0; /* a processor without the fused instruction */
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_values), cmocka_unit_test(test_division)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
