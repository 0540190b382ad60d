/* Random draws: numpy's RandomState is the referee, to the bit (tests/golden/numpy_random.py). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/array/distribution.h"
#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "tests/golden/numpy_random.h"

typedef struct RandomGolden Row;

static uint64_t fnv(const void *data, size_t length, uint64_t hash) {
  const unsigned char *bytes = data;
  for (size_t i = 0; i < length; i++) hash = (hash ^ bytes[i]) * 0x100000001B3u;
  return hash;
}

static void seed_from(NdRandom *random, const Row *row) {
  if (row->word_count > 0) nd_random_seed_array(random, row->words, row->word_count);
  else nd_random_seed(random, row->seed);
}

static double *rising_weights(int64_t count) {
  double *p = calloc((size_t)count + 1, sizeof *p), total = (double)(count * (count + 1) / 2);
  for (int64_t i = 0; i < count; i++) p[i] = (double)(i + 1) / total;
  return p;
}

static NdArray *counted(const Row *row, Error *error) {
  int64_t shape[2] = {row->rows, row->columns};
  NdArray *wide = nd_new(ND_INT64, row->columns ? 2 : 1, shape, error);
  for (int64_t i = 0; wide && i < wide->size; i++) ((int64_t *)wide->data)[i] = i;
  NdArray *array = wide ? nd_astype(wide, (NdType)nd_type_named(row->dtype), error) : NULL;
  nd_release(wide);
  return array;
}

static NdArray *draw(const Row *row, NdRandom *random, Error *error) {
  int64_t shape[2] = {row->rows, row->columns};
  int ndim = row->columns ? 2 : 1;
  NdType type = (NdType)nd_type_named(row->dtype);
  if (strcmp(row->kind, "sample") == 0) return nd_random_sample(random, ndim, shape, error);
  if (strcmp(row->kind, "normal") == 0) return nd_random_standard_normal(random, ndim, shape, error);
  if (strcmp(row->kind, "uniform_scalar") == 0)
    return nd_random_uniform(random, row->a, row->b, ndim, shape, error);
  if (strcmp(row->kind, "normal_scalar") == 0)
    return nd_random_normal_array(random, row->a, row->b, ndim, shape, error);
  if (strcmp(row->kind, "randint") == 0)
    return nd_random_randint(random, row->low, row->high, type, ndim, shape, error);
  if (strcmp(row->kind, "permutation") == 0) return nd_random_permutation(random, row->rows, error);
  if (strcmp(row->kind, "shuffle") == 0) {
    NdArray *array = counted(row, error);
    if (array) assert_true(nd_random_shuffle(random, array, error));
    return array;
  }
  if (strcmp(row->kind, "permuted") == 0) {
    NdArray *array = counted(row, error), *result = array ? nd_random_permuted(random, array, error) : NULL;
    nd_release(array);
    return result;
  }
  if (strncmp(row->kind, "choice", 6) == 0) {
    size_t length = strlen(row->kind);
    double *p = row->kind[length - 1] == 'p' ? rising_weights(row->low) : NULL;
    NdArray *result = nd_random_choice(random, row->low, row->rows, !strstr(row->kind, "distinct"), p, error);
    free(p);
    return result;
  }
  assert_int_equal(row->kind[0], '=');
  const NdDistribution *distribution = nd_distribution_named(row->kind + 1);
  assert_non_null(distribution);
  double values[3] = {row->a, row->b, row->c};
  NdArray *parameters[3] = {NULL};
  for (int i = 0; i < distribution->parameters; i++)
    parameters[i] = nd_from_scalar((NdScalar){.type = ND_FLOAT64, .as.f = values[i]}, ND_WEAK_FLOAT, error);
  NdArray *result = nd_distribution_draw(distribution, random, parameters, ndim, shape, error);
  for (int i = 0; i < distribution->parameters; i++) nd_release(parameters[i]);
  return result;
}

static void test_draws_equal_numpy(void **state) {
  int wrong = 0;
  for (size_t i = 0; i < sizeof random_golden / sizeof *random_golden; i++) {
    const Row *row = &random_golden[i];
    NdRandom random;
    Error error = {0};
    seed_from(&random, row);
    NdArray *result = draw(row, &random, &error);
    if (!result) fail_msg("row %zu %s: %s", i, row->kind, error.text);
    size_t itemsize = (size_t)nd_types[result->type].itemsize;
    uint64_t hash = fnv(result->data, (size_t)result->size * itemsize, 0xCBF29CE484222325u);
    double next = nd_random_double(&random), normal = nd_random_normal(&random);
    hash = fnv(&normal, sizeof normal, fnv(&next, sizeof next, hash));
    if (hash != row->hash) {
      wrong++;
      uint64_t first = 0;
      if (result->size) memcpy(&first, result->data, itemsize);
      print_error("row %zu: %s seed %u low %lld high %lld a %g b %g c %g %s (%lld, %lld): first %llx, numpy's %llx\n",
                  i, row->kind, row->seed, (long long)row->low, (long long)row->high, row->a, row->b, row->c,
                  row->dtype, (long long)row->rows, (long long)row->columns, (unsigned long long)first,
                  (unsigned long long)row->first[0]);
    }
    nd_release(result);
  }
  assert_int_equal(wrong, 0);
}

static void test_every_distribution_is_drawn(void **state) {
  for (int i = 0; i < nd_distribution_count; i++) {
    bool found = false;
    for (size_t k = 0; k < sizeof random_golden / sizeof *random_golden; k++)
      found = found ||
              (random_golden[k].kind[0] == '=' && strcmp(random_golden[k].kind + 1, nd_distributions[i].name) == 0);
    if (!found) fail_msg("no golden row draws %s", nd_distributions[i].name);
  }
}

/* numpy.random.RandomState(7).normal([0, 10, 20], [[1], [100]]) and its error texts. */
static void test_parameters_broadcast(void **state) {
  static const double expected[6] = {1.690525703800356, 9.534062629459168, 20.032820163678583,
                                     40.75162829965078, -68.89230286257386, 20.206557290594812};
  Error error = {0};
  int64_t three = 3, column[2] = {2, 1};
  NdArray *loc = nd_new(ND_INT64, 1, &three, &error), *scale = nd_new(ND_FLOAT64, 2, column, &error);
  for (int i = 0; i < 3; i++) ((int64_t *)loc->data)[i] = 10 * i;
  ((double *)scale->data)[0] = 1;
  ((double *)scale->data)[1] = 100;
  NdArray *parameters[2] = {loc, scale};
  const NdDistribution *normal = nd_distribution_named("normal");
  NdRandom random;
  nd_random_seed(&random, 7);
  NdArray *result = nd_distribution_draw(normal, &random, parameters, -1, NULL, &error);
  assert_non_null(result);
  assert_int_equal(result->ndim, 2);
  assert_int_equal(result->shape[0], 2);
  for (int i = 0; i < 6; i++) assert_true(((double *)result->data)[i] == expected[i]);
  nd_release(result);

  int64_t size = 3;
  assert_null(nd_distribution_draw(normal, &random, parameters, 1, &size, &error));
  assert_int_equal(error.code, ERROR_VALUE);
  ((double *)scale->data)[1] = -1;
  assert_null(nd_distribution_draw(normal, &random, parameters, -1, NULL, &error));
  assert_string_equal(error.text, "scale < 0");
  nd_release(loc);
  nd_release(scale);
}

static void test_bad_input(void **state) {
  Error error = {0};
  NdRandom random;
  nd_random_seed(&random, 0);
  int64_t two = 2, negative = -1, none = 0;
  double half[2] = {0.5, 0.4}, minus[2] = {-0.5, 1.5}, nans[2] = {NAN, 1.0}, one[2] = {1.0, 0.0};
#define REFUSED(call, wanted_code, wanted)                \
  do {                                                    \
    error.code = ERROR_NONE;                              \
    assert_false(call);                                   \
    assert_int_equal(error.code, wanted_code);            \
    assert_string_equal(error.text, wanted);              \
  } while (0)
  REFUSED(nd_random_randint(&random, 5, 5, ND_INT64, 1, &two, &error), ERROR_VALUE, "low >= high");
  REFUSED(nd_random_randint(&random, 0, 0, ND_INT64, 1, &two, &error), ERROR_VALUE, "high <= 0");
  REFUSED(nd_random_randint(&random, 0, 300, ND_UINT8, 1, &two, &error), ERROR_VALUE,
          "high is out of bounds for uint8");
  REFUSED(nd_random_randint(&random, -1, 3, ND_UINT8, 1, &two, &error), ERROR_VALUE, "low is out of bounds for uint8");
  REFUSED(nd_random_randint(&random, 0, 3, ND_FLOAT64, 1, &two, &error), ERROR_TYPE,
          "Unsupported dtype dtype('float64') for randint");
  REFUSED(nd_random_sample(&random, 1, &negative, &error), ERROR_VALUE, "negative dimensions are not allowed");
  REFUSED(nd_random_choice(&random, 5, 6, false, NULL, &error), ERROR_VALUE,
          "Cannot take a larger sample than population when 'replace=False'");
  REFUSED(nd_random_choice(&random, 0, 3, true, NULL, &error), ERROR_VALUE,
          "a must be greater than 0 unless no samples are taken");
  REFUSED(nd_random_choice(&random, 2, 3, true, half, &error), ERROR_VALUE, "probabilities do not sum to 1");
  REFUSED(nd_random_choice(&random, 2, 3, true, minus, &error), ERROR_VALUE, "probabilities are not non-negative");
  REFUSED(nd_random_choice(&random, 2, 3, true, nans, &error), ERROR_VALUE, "probabilities contain NaN");
  REFUSED(nd_random_choice(&random, 2, 2, false, one, &error), ERROR_VALUE, "Fewer non-zero entries in p than size");
  REFUSED(nd_random_seed_integer(&random, -1, &error), ERROR_VALUE, "Seed must be between 0 and 2**32 - 1");
  REFUSED(nd_random_seed_integer(&random, 1ll << 32, &error), ERROR_VALUE, "Seed must be between 0 and 2**32 - 1");
  REFUSED(nd_random_normal_array(&random, 0, -1, 1, &two, &error), ERROR_VALUE, "scale < 0");
  REFUSED(nd_random_uniform(&random, 0, INFINITY, 1, &two, &error), ERROR_OVERFLOW, "Range exceeds valid bounds");
  NdArray *scalar = nd_new(ND_FLOAT64, 0, NULL, &error);
  REFUSED(nd_random_shuffle(&random, scalar, &error), ERROR_TYPE, "len() of unsized object");
  nd_release(scalar);
  NdArray *fixed = nd_zeros(ND_FLOAT64, 1, &two, &error);
  fixed->writeable = false;
  REFUSED(nd_random_shuffle(&random, fixed, &error), ERROR_VALUE, "array is read-only");
  nd_release(fixed);
  /* numpy draws nothing and checks nothing where the result is empty. */
  NdArray *empty = nd_random_randint(&random, 5, 5, ND_INT64, 1, &none, &error);
  assert_non_null(empty);
  nd_release(empty);
#undef REFUSED
}

/* A shuffled view changes places in the array under it, with the same draws as a copy. */
static void test_shuffle_of_a_view(void **state) {
  Error error = {0};
  int64_t shape[2] = {6, 4};
  NdArray *whole = nd_new(ND_INT32, 2, shape, &error);
  for (int i = 0; i < 24; i++) ((int32_t *)whole->data)[i] = i;
  NdArray *turned = nd_transpose(whole, NULL, &error), *copy = nd_copy(turned, &error);
  NdRandom a, b;
  nd_random_seed(&a, 3);
  nd_random_seed(&b, 3);
  assert_true(nd_random_shuffle(&a, turned, &error));
  assert_true(nd_random_shuffle(&b, copy, &error));
  for (int64_t i = 0; i < 4; i++)
    for (int64_t j = 0; j < 6; j++) {
      int64_t index[2] = {i, j}, back[2] = {j, i};
      assert_int_equal(nd_get(copy, index).as.i, nd_get(turned, index).as.i);
      assert_int_equal(nd_get(copy, index).as.i, nd_get(whole, back).as.i);
    }
  nd_release(copy);
  nd_release(turned);
  nd_release(whole);
}

static void test_long_draws_can_be_interrupted(void **state) {
  Error error = {0};
  NdRandom random;
  nd_random_seed(&random, 0);
  int64_t many = 1 << 20;
  atomic_fetch_add(&core_interrupts, 1);
  assert_null(nd_random_sample(&random, 1, &many, &error));
  assert_int_equal(error.code, ERROR_INTERRUPT);
  assert_false(core_interrupt_pending());
}

static void test_entropy_differs(void **state) {
  NdRandom a, b;
  nd_random_seed_entropy(&a);
  nd_random_seed_entropy(&b);
  assert_true(nd_random_double(&a) != nd_random_double(&b) || nd_random_double(&a) != nd_random_double(&b));
}

/* Every allocation in turn fails: an error, and nothing is lost. */
static void test_failed_allocations(void **state) {
  size_t before = core_memory_now();
  double p[4] = {0.25, 0.25, 0.25, 0.25};
  int64_t failures = 0;
  for (uint64_t nth = 1; nth < 40; nth++) {
    Error error = {0};
    NdRandom random;
    nd_random_seed(&random, 1);
    core_fail_allocation(nth);
    NdArray *result = nd_random_choice(&random, 4, 3, false, p, &error);
    core_fail_allocation(0);
    if (!result) {
      assert_int_equal(error.code, ERROR_MEMORY);
      failures++;
    }
    nd_release(result);
    assert_int_equal(core_memory_now(), before);
  }
  assert_true(failures >= 4);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_draws_equal_numpy),     cmocka_unit_test(test_every_distribution_is_drawn),
      cmocka_unit_test(test_parameters_broadcast),  cmocka_unit_test(test_bad_input),
      cmocka_unit_test(test_shuffle_of_a_view),     cmocka_unit_test(test_long_draws_can_be_interrupted),
      cmocka_unit_test(test_entropy_differs),       cmocka_unit_test(test_failed_allocations),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
