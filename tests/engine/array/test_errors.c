/* Errors that only C code meets: the language checks before it calls. Class and text are held. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "engine/array/array.h"
#include "engine/array/distribution.h"
#include "engine/array/linalg.h"
#include "engine/array/random.h"
#include "engine/array/reduce.h"
#include "engine/array/shape.h"
#include "engine/array/ufunc.h"

static Error error;

static void holds(ErrorCode code, const char *text) {
  assert_int_equal(error.code, code);
  assert_string_equal(error.text, text);
  error = (Error){0};
}

static NdArray *zeros(NdType type, int64_t count) {
  NdArray *made = nd_zeros(type, 1, &count, &error);
  assert_non_null(made);
  return made;
}

static void test_dimensions(void **state) {
  int64_t shape[ND_MAX_DIMS + 1];
  for (int i = 0; i <= ND_MAX_DIMS; i++) shape[i] = 1;
  NdArray *one = zeros(ND_FLOAT64, 1);
  assert_null(nd_reshape(one, ND_MAX_DIMS + 1, shape, &error));
  holds(ERROR_VALUE, "maximum supported dimension for an ndarray is currently 64, found 65");
  NdRandom random;
  nd_random_seed(&random, 1);
  NdArray *parameters[] = {one, one};
  assert_null(nd_distribution_draw(nd_distribution_named("normal"), &random, parameters, ND_MAX_DIMS + 1, shape, &error));
  holds(ERROR_VALUE, "maximum supported dimension for an ndarray is currently 64, found 65");
  assert_null(nd_stack(NULL, 0, 0, &error));
  holds(ERROR_VALUE, "need at least one array to stack");
  nd_release(one);
}

static void test_rows(void **state) {
  NdArray *three = zeros(ND_FLOAT64, 3);
  assert_null(nd_view_rows(three, 1, 3, &error));
  holds(ERROR_INDEX, "rows 1 to 4 are out of bounds for axis 0 with size 3");
  assert_null(nd_view_rows(three, -1, 1, &error));
  holds(ERROR_INDEX, "rows -1 to 0 are out of bounds for axis 0 with size 3");
  NdArray *single = nd_zeros(ND_FLOAT64, 0, NULL, &error);
  assert_null(nd_view_rows(single, 0, 1, &error));
  holds(ERROR_INDEX, "rows 0 to 1 are out of bounds for axis 0 with size 0");
  nd_release(single);
  nd_release(three);
}

static void test_frozen(void **state) {
  NdArray *to = zeros(ND_FLOAT64, 3), *from = zeros(ND_FLOAT64, 3);
  to->writeable = false;
  assert_false(nd_assign(to, from, &error));
  holds(ERROR_VALUE, "assignment destination is read-only");
  nd_release(to);
  nd_release(from);
}

static void test_operands(void **state) {
  NdArray *three = zeros(ND_FLOAT64, 3);
  assert_null(nd_apply("add", three, NULL, NULL, &error));
  holds(ERROR_TYPE, "add() takes from 2 to 3 positional arguments but 1 were given");
  assert_null(nd_apply("sin", three, three, NULL, &error));
  holds(ERROR_TYPE, "sin() takes from 1 to 2 positional arguments but 2 were given");
  nd_release(three);
}

/* A number of the language that no int64 holds. */
static void test_large_integers(void **state) {
  NdArray *small = zeros(ND_INT32, 3);
  NdArray *large = nd_from_scalar((NdScalar){.type = ND_UINT64, .as.u = UINT64_C(1) << 63}, ND_WEAK_INT, &error);
  assert_null(nd_apply("add", small, large, NULL, &error));
  holds(ERROR_OVERFLOW, "Python int too large to convert to C long");
  nd_release(small);
  nd_release(large);
}

static void test_median_of_texts(void **state) {
  NdArray *texts = nd_new_sized(ND_STRING, 4, 1, (int64_t[]){0}, &error);
  assert_null(nd_reduce(ND_MEDIAN, texts, NULL, &error));
  holds(ERROR_TYPE, "this statistic of an array of texts is not there");
  nd_release(texts);
}

static void test_percentiles(void **state) {
  NdArray *numbers = zeros(ND_COMPLEX128, 3);
  assert_null(nd_percentile(numbers, 50, ND_FLAT, &error));
  holds(ERROR_TYPE, "percentiles of an array of complex128 are not there");
  nd_release(numbers);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_dimensions), cmocka_unit_test(test_rows),        cmocka_unit_test(test_frozen),
      cmocka_unit_test(test_operands),   cmocka_unit_test(test_percentiles), cmocka_unit_test(test_large_integers),
      cmocka_unit_test(test_median_of_texts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
