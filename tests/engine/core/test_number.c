/* Shortest number text: expectations are what CPython 3.11 prints for repr(x), and numpy 2 for str(np.float32(x)). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/number.h"

static void test_repr_of_doubles(void **state) {
  static const struct {
    double value;
    const char *text;
  } rows[] = {
      {0.0, "0.0"}, {-0.0, "-0.0"}, {0.1, "0.1"}, {1.0 / 3, "0.3333333333333333"}, {1e16, "1e+16"},
      {123456789012345680.0, "1.2345678901234568e+17"}, {1e15, "1000000000000000.0"}, {9999999999999998.0, "9999999999999998.0"},
      {0.0001, "0.0001"}, {0.00001, "1e-05"}, {5e-324, "5e-324"}, {1.7976931348623157e308, "1.7976931348623157e+308"},
      {2.5, "2.5"}, {100.0, "100.0"}, {-1234.5678, "-1234.5678"}, {0.30000000000000004, "0.30000000000000004"},
      {INFINITY, "inf"}, {-INFINITY, "-inf"}, {9007199254740993.0, "9007199254740992.0"}, {1.5e-7, "1.5e-07"}, {0x1p-44, "5.684341886080802e-14"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char out[32];
    number_repr(rows[i].value, out);
    assert_string_equal(out, rows[i].text);
  }
}

static void test_repr_of_floats(void **state) {
  char out[32];
  number_repr_float(0.1f, out);
  assert_string_equal(out, "0.1");
  number_repr_float(16777216.0f, out);
  assert_string_equal(out, "16777216.0");
  number_repr_float(1.17549435e-38f, out);
  assert_string_equal(out, "1.1754944e-38");
}

static void test_every_repr_reads_back(void **state) {
  uint64_t bits = 0x9E3779B97F4A7C15u;
  for (int i = 0; i < 20000; i++) {
    bits = bits * 6364136223846793005u + 1442695040888963407u;
    double value;
    memcpy(&value, &bits, sizeof value);
    if (!isfinite(value)) continue;
    char out[32];
    number_repr(value, out);
    assert_true(strtod(out, NULL) == value);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_repr_of_doubles),
      cmocka_unit_test(test_repr_of_floats),
      cmocka_unit_test(test_every_repr_reads_back),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
