/* Rows by index, from every element type. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "engine/compute/gather.h"

enum { ROWS = 9, COLUMNS = 21 };

/* Values that every type holds: 0..99. The rows lie 3 bytes further apart than needed, so most are unaligned. */
#define CHECK_TYPE(name, type)                                                                                     \
  {                                                                                                                \
    enum { ROW_BYTES = COLUMNS * sizeof(type) + 3 };                                                               \
    static char x[ROWS * ROW_BYTES];                                                                               \
    for (int r = 0; r < ROWS; r++) {                                                                               \
      for (int c = 0; c < COLUMNS; c++) {                                                                          \
        type value = (type)((r * COLUMNS + c) % 100);                                                              \
        memcpy(x + r * ROW_BYTES + (size_t)c * sizeof(type), &value, sizeof value);                                \
      }                                                                                                            \
    }                                                                                                              \
    gather_float32(name, x, ROW_BYTES, index, 4, COLUMNS, y);                                                      \
    gather_int64(name, x, ROW_BYTES, index, 4, COLUMNS, z);                                                        \
    for (int i = 0; i < 4 * COLUMNS; i++) {                                                                        \
      int64_t expected = (index[i / COLUMNS] * COLUMNS + i % COLUMNS) % 100;                                       \
      assert_true(y[i] == (float)expected && z[i] == expected);                                                    \
    }                                                                                                              \
    gather_float32(name, x + (ROWS - 1) * ROW_BYTES, -(int64_t)ROW_BYTES, NULL, 2, COLUMNS, y);                    \
    assert_true(y[COLUMNS] == (float)((ROWS - 2) * COLUMNS % 100));                                                \
    gather_float32(name, x, ROW_BYTES, index, 0, COLUMNS, NULL);                                                   \
    gather_int64(name, x, ROW_BYTES, index, 4, 0, NULL);                                                           \
  }

static void test_every_type(void **state) {
  static const int64_t index[4] = {8, 0, 3, 3};
  static float y[4 * COLUMNS];
  static int64_t z[4 * COLUMNS];
  GATHER_ROWS(CHECK_TYPE)
}

static void test_values_at_the_edges(void **state) {
  double x[7] = {NAN, INFINITY, -1.9, 2.9, 1e300, 9223372036854775808.0, -9223372036854775808.0};
  int64_t expected[7] = {INT64_MIN, INT64_MIN, -1, 2, INT64_MIN, INT64_MIN, INT64_MIN}, z[7];
  gather_int64(GATHER_FLOAT64, x, 0, NULL, 1, 7, z);
  assert_memory_equal(z, expected, sizeof z);
  float y[7];
  gather_float32(GATHER_FLOAT64, x, 0, NULL, 1, 7, y);
  assert_true(isnan(y[0]) && y[1] == INFINITY && y[2] == -1.9f && y[4] == INFINITY);
  uint64_t large[2] = {UINT64_MAX, INT64_MAX};
  gather_int64(GATHER_UINT64, large, 0, NULL, 1, 2, z);
  assert_true(z[0] == INT64_MIN && z[1] == INT64_MAX);
  int64_t integers[3] = {INT64_MIN, INT64_MAX, -5};
  gather_int64(GATHER_INT64, integers, 0, NULL, 1, 3, z);
  assert_memory_equal(z, integers, sizeof integers);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_type),
      cmocka_unit_test(test_values_at_the_edges),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
