/* Synthetic sets: scikit-learn is the referee (tests/golden/sklearn_data.py). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "datasets/datasets.h"
#include "engine/core/memory.h"
#include "tests/golden/sklearn_data.h"

static uint64_t fnv(const void *data, size_t length, uint64_t hash) {
  const unsigned char *bytes = data;
  for (size_t i = 0; i < length; i++) hash = (hash ^ bytes[i]) * 0x100000001B3u;
  return hash;
}

static uint64_t hash_of(const NdArray *a, const NdArray *b) {
  return fnv(b->data, (size_t)b->size * 8, fnv(a->data, (size_t)a->size * 8, 0xCBF29CE484222325u));
}

static bool make(const struct SetGolden *row, NdRandom *random, NdArray **x, NdArray **y, Error *error) {
  if (strcmp(row->kind, "moons") == 0)
    return dataset_moons(row->samples, row->shuffle, row->noise, random, x, y, error);
  if (strcmp(row->kind, "circles") == 0)
    return dataset_circles(row->samples, row->shuffle, row->noise, row->factor, random, x, y, error);
  return dataset_blobs(row->samples, row->features, row->centers, row->noise, row->low, row->high, row->shuffle, random,
                       x, y, error);
}

static void test_sets_equal_scikit_learn(void **state) {
  int wrong = 0;
  for (size_t i = 0; i < sizeof set_golden / sizeof *set_golden; i++) {
    const struct SetGolden *row = &set_golden[i];
    NdRandom random;
    Error error = {0};
    NdArray *x = NULL, *y = NULL;
    nd_random_seed(&random, row->seed);
    if (!make(row, &random, &x, &y, &error)) fail_msg("row %zu: %s", i, error.text);
    assert_int_equal(x->shape[0], row->samples);
    assert_int_equal(x->shape[1], row->features);
    uint64_t first;
    memcpy(&first, x->data, sizeof first);
    if (hash_of(x, y) != row->hash) {
      wrong++;
      print_error("row %zu: %s %lld noise %g seed %u: first %llx, scikit-learn's %llx\n", i, row->kind,
                  (long long)row->samples, row->noise, row->seed, (unsigned long long)first,
                  (unsigned long long)row->first_x);
    }
    nd_release(x);
    nd_release(y);
  }
  assert_int_equal(wrong, 0);
}

static void test_bad_arguments(void **state) {
  NdRandom random;
  Error error = {0};
  NdArray *x = NULL, *y = NULL;
  nd_random_seed(&random, 0);
#define REFUSED(call, wanted)                 \
  do {                                        \
    assert_false(call);                       \
    assert_int_equal(error.code, ERROR_VALUE); \
    assert_string_equal(error.text, wanted);  \
  } while (0)
  REFUSED(dataset_moons(0, true, NAN, &random, &x, &y, &error),
          "The 'n_samples' parameter of make_moons must be an int in the range [1, inf) or an instance of 'tuple'. Got "
          "0 instead.");
  REFUSED(dataset_circles(10, true, -0.5, 0.8, &random, &x, &y, &error),
          "The 'noise' parameter of make_circles must be a float in the range [0.0, inf) or None. Got -0.5 instead.");
  REFUSED(dataset_circles(10, true, NAN, 1.0, &random, &x, &y, &error),
          "The 'factor' parameter of make_circles must be a float in the range [0.0, 1.0). Got 1.0 instead.");
  REFUSED(dataset_blobs(10, 0, 3, 1, -10, 10, true, &random, &x, &y, &error),
          "The 'n_features' parameter of make_blobs must be an int in the range [1, inf). Got 0 instead.");
  REFUSED(
      dataset_blobs(0, 2, 3, 1, -10, 10, true, &random, &x, &y, &error),
      "The 'n_samples' parameter of make_blobs must be an int in the range [1, inf) or an array-like. Got 0 instead.");
  REFUSED(dataset_blobs(10, 2, 0, 1, -10, 10, true, &random, &x, &y, &error),
          "The 'centers' parameter of make_blobs must be an int in the range [1, inf), an array-like or None. Got 0 "
          "instead.");
  REFUSED(dataset_blobs(10, 2, 3, -1, -10, 10, true, &random, &x, &y, &error),
          "The 'cluster_std' parameter of make_blobs must be a float in the range [0.0, inf) or an array-like. Got "
          "-1.0 instead.");
#undef REFUSED
}

static void test_failed_allocations(void **state) {
  size_t before = core_memory_now();
  int failures = 0;
  for (uint64_t nth = 1; nth < 40; nth++) {
    NdRandom random;
    Error error = {0};
    NdArray *x = NULL, *y = NULL;
    nd_random_seed(&random, 0);
    core_fail_allocation(nth);
    bool good = dataset_blobs(10, 2, 3, 1, -10, 10, true, &random, &x, &y, &error);
    core_fail_allocation(0);
    failures += !good;
    if (good) {
      nd_release(x);
      nd_release(y);
    } else {
      assert_int_equal(error.code, ERROR_MEMORY);
    }
    assert_int_equal(core_memory_now(), before);
  }
  assert_true(failures >= 8);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_sets_equal_scikit_learn),
      cmocka_unit_test(test_bad_arguments),
      cmocka_unit_test(test_failed_allocations),
  };
  (void)split_golden;
  (void)split_error_golden;
  return cmocka_run_group_tests(tests, NULL, NULL);
}
