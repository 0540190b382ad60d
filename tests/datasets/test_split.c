/* Indices of train_test_split: scikit-learn is the referee (tests/golden/sklearn_data.py). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "datasets/datasets.h"
#include "engine/core/memory.h"
#include "tests/golden/sklearn_data.h"

static uint64_t fnv(const void *data, size_t length, uint64_t hash) {
  const unsigned char *bytes = data;
  for (size_t i = 0; i < length; i++) hash = (hash ^ bytes[i]) * 0x100000001B3u;
  return hash;
}

static NdArray *classes_of(int64_t n, int classes, NdType type) {
  Error error = {0};
  if (classes == 0) return NULL;
  NdArray *wide = nd_new(ND_INT64, 1, &n, &error);
  for (int64_t i = 0; i < n; i++) ((int64_t *)wide->data)[i] = (i * i + i / 3) % classes;
  NdArray *labels = nd_astype(wide, type, &error);
  nd_release(wide);
  return labels;
}

static void test_splits_equal_scikit_learn(void **state) {
  int wrong = 0;
  for (size_t i = 0; i < sizeof split_golden / sizeof *split_golden; i++) {
    const struct SplitGolden *row = &split_golden[i];
    /* The labels' dtype makes no difference. */
    static const NdType types[] = {ND_INT64, ND_UINT8, ND_FLOAT32, ND_FLOAT64};
    NdArray *labels = classes_of(row->n, row->classes, types[i % 4]), *train = NULL, *test = NULL;
    NdRandom random;
    Error error = {0};
    nd_random_seed(&random, row->seed);
    if (!dataset_split(row->n, row->test_size, row->train_size, row->shuffle, labels, &random, &train, &test, &error))
      fail_msg("row %zu: %s", i, error.text);
    assert_int_equal(train->size, row->n_train);
    assert_int_equal(test->size, row->n_test);
    uint64_t hash = fnv(train->data, (size_t)train->size * 8, 0xCBF29CE484222325u);
    hash = fnv(test->data, (size_t)test->size * 8, hash);
    if (hash != row->hash) {
      wrong++;
      print_error("row %zu: n %lld test %g train %g classes %d: first %lld %lld, scikit-learn's %lld %lld\n", i,
                  (long long)row->n, row->test_size, row->train_size, row->classes,
                  (long long)((int64_t *)train->data)[0], (long long)((int64_t *)test->data)[0],
                  (long long)row->first_train, (long long)row->first_test);
    }
    nd_release(labels);
    nd_release(train);
    nd_release(test);
  }
  assert_int_equal(wrong, 0);
}

static void test_errors_equal_scikit_learn(void **state) {
  for (size_t i = 0; i < sizeof split_error_golden / sizeof *split_error_golden; i++) {
    const struct SplitErrorGolden *row = &split_error_golden[i];
    NdArray *labels = classes_of(row->n, row->classes, ND_INT32), *train = NULL, *test = NULL;
    NdRandom random;
    Error error = {0};
    nd_random_seed(&random, 0);
    assert_false(dataset_split(row->n, row->test_size, row->train_size, row->shuffle, labels, &random, &train, &test,
                               &error));
    assert_int_equal(error.code, ERROR_VALUE);
    assert_string_equal(error.text, row->text);
    nd_release(labels);
  }
}

static void test_labels_must_fit(void **state) {
  NdArray *labels = classes_of(9, 2, ND_INT64), *train = NULL, *test = NULL;
  NdRandom random;
  Error error = {0};
  nd_random_seed(&random, 0);
  assert_false(dataset_split(10, 0.2, NAN, true, labels, &random, &train, &test, &error));
  assert_string_equal(error.text, "Found input variables with inconsistent numbers of samples: [10, 9]");
  nd_release(labels);
}

static void test_failed_allocations(void **state) {
  NdArray *labels = classes_of(30, 3, ND_INT64);
  size_t before = core_memory_now();
  int failures = 0;
  for (uint64_t nth = 1; nth < 60; nth++) {
    NdRandom random;
    Error error = {0};
    NdArray *train = NULL, *test = NULL;
    nd_random_seed(&random, 0);
    core_fail_allocation(nth);
    bool good = dataset_split(30, 0.2, NAN, true, labels, &random, &train, &test, &error);
    core_fail_allocation(0);
    failures += !good;
    if (good) {
      nd_release(train);
      nd_release(test);
    } else {
      assert_int_equal(error.code, ERROR_MEMORY);
    }
    assert_int_equal(core_memory_now(), before);
  }
  assert_true(failures >= 15);
  nd_release(labels);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_splits_equal_scikit_learn),
      cmocka_unit_test(test_errors_equal_scikit_learn),
      cmocka_unit_test(test_labels_must_fit),
      cmocka_unit_test(test_failed_allocations),
  };
  (void)set_golden;
  return cmocka_run_group_tests(tests, NULL, NULL);
}
