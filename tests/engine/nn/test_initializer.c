/* Initializers: ranges, means and variances over 1e5 draws within four standard errors of what Keras's formulas say;
 * equal draws from one seed; different ones from different objects. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "engine/nn/layer.h"
#include "engine/nn/rows.h"
#include "engine/nn/seed.h"

static Error error;

static NnObject *named(const char *name) {
  NnOption option = {NN_OPTION_STRING, {.string = (char *)name}};
  NnObject *object = nn_object_from_option(NN_INITIALIZER, &option, &error);
  if (object == NULL) fail_msg("%s: %s", name, error.text);
  return object;
}

static NdArray *draw(NnObject *object, int64_t rows, int64_t columns) {
  NdArray *array = nn_initializer_draw(object, 2, (int64_t[]){rows, columns}, &error);
  if (array == NULL) fail_msg("%s", error.text);
  return array;
}

/* Mean, variance and range of a draw of 400 x 250, with the fourth moment for the variance's own error. `kurtosis` is
 * the distribution's: 1.8 uniform, 3 normal, 2.37 a normal cut at two deviations. */
static void check(const char *name, double mean, double variance, double limit, double kurtosis) {
  enum { ROWS = 400, COLUMNS = 250, COUNT = ROWS * COLUMNS };
  nn_set_seed(20240607);
  NnObject *object = named(name);
  NdArray *array = draw(object, ROWS, COLUMNS);
  const float *data = (const float *)array->data;
  double sum = 0, squares = 0, low = INFINITY, high = -INFINITY;
  for (int i = 0; i < COUNT; i++) {
    sum += data[i];
    squares += (data[i] - mean) * (data[i] - mean);
    low = fmin(low, data[i]);
    high = fmax(high, data[i]);
  }
  double mean_error = sqrt(variance / COUNT), variance_error = variance * sqrt((kurtosis - 1) / COUNT);
  if (fabs(sum / COUNT - mean) > 4 * mean_error) fail_msg("%s: mean %g, wanted %g", name, sum / COUNT, mean);
  if (fabs(squares / COUNT - variance) > 4 * variance_error) {
    fail_msg("%s: variance %g, wanted %g +- %g", name, squares / COUNT, variance, variance_error);
  }
  if (limit > 0 && (high - mean > limit * 1.000001 || mean - low > limit * 1.000001))
    fail_msg("%s: %g..%g", name, low, high);
  /* The range is used: 1e5 draws come within a percent of a bound. */
  if (limit > 0 && (high - mean < limit * 0.99 || mean - low < limit * 0.99))
    fail_msg("%s: only %g..%g", name, low, high);
  nd_release(array);
  nn_object_release(object);
}

static void test_moments(void **state) {
  const double in = 400, both = 650, cut = .87962566103423978;
  const double cut_kurtosis = 2.37;
  struct {
    const char *name;
    double scale; /* variance */
    bool uniform;
  } rows[] = {
      {"glorot_uniform", 2 / both, true}, {"glorot_normal", 2 / both, false}, {"he_uniform", 2 / in, true},
      {"he_normal", 2 / in, false},       {"lecun_uniform", 1 / in, true},    {"lecun_normal", 1 / in, false},
      {"variance_scaling", 1 / in, false},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    double variance = rows[i].scale;
    double limit = rows[i].uniform ? sqrt(3 * variance) : 2 * sqrt(variance) / cut;
    check(rows[i].name, 0, variance, limit, rows[i].uniform ? 1.8 : cut_kurtosis);
  }
  check("random_uniform", 0, 0.1 * 0.1 / 12, 0.05, 1.8);
  check("random_normal", 0, 0.05 * 0.05, 0, 3);
  check("truncated_normal", 0, 0.05 * 0.05 * cut * cut, 0.1, cut_kurtosis);
}

/* How normal the normals are: the share within one, two and three deviations. */
static void test_shape_of_the_normal(void **state) {
  nn_set_seed(5);
  NnObject *object = named("random_normal");
  NdArray *array = draw(object, 1000, 100);
  const double wanted[] = {0.682689, 0.954500, 0.997300};
  for (int k = 1; k <= 3; k++) {
    int inside = 0;
    for (int i = 0; i < 100000; i++) inside += fabsf(((float *)array->data)[i]) < 0.05 * k;
    double p = wanted[k - 1];
    assert_true(fabs(inside / 1e5 - p) < 4 * sqrt(p * (1 - p) / 1e5));
  }
  nd_release(array);
  nn_object_release(object);
}

static bool equal(NdArray *a, NdArray *b) { return memcmp(a->data, b->data, sizeof(float) * (size_t)a->size) == 0; }

static void test_seeds(void **state) {
  nn_set_seed(1);
  NnObject *one = named("glorot_uniform"), *two = named("glorot_uniform");
  NdArray *a = draw(one, 7, 13), *again = draw(one, 7, 13), *b = draw(two, 7, 13);
  assert_true(equal(a, again)); /* one object draws the same for the same shape, as Keras's do */
  assert_false(equal(a, b));    /* two do not */
  nn_set_seed(1);
  NnObject *same = named("glorot_uniform");
  NdArray *c = draw(same, 7, 13);
  assert_true(equal(a, c));
  nn_set_seed(2);
  NnObject *other = named("glorot_uniform");
  NdArray *d = draw(other, 7, 13);
  assert_false(equal(a, d));
  /* A seed of its own does not depend on the session's. */
  NnOption options[3] = {nn_option_integer(42), {0}, {0}};
  NnObject *seeded = nn_object_new(nn_find(NN_INITIALIZER, "GlorotUniform"), options, &error);
  nn_set_seed(3);
  NnObject *seeded_too = nn_object_new(nn_find(NN_INITIALIZER, "GlorotUniform"), options, &error);
  NdArray *e = draw(seeded, 7, 13), *f = draw(seeded_too, 7, 13);
  assert_true(equal(e, f));
  NdArray *arrays[] = {a, again, b, c, d, e, f};
  for (int i = 0; i < 7; i++) nd_release(arrays[i]);
  NnObject *objects[] = {one, two, same, other, seeded, seeded_too};
  for (int i = 0; i < 6; i++) nn_object_release(objects[i]);
}

static void check_orthogonal(int64_t rows, int64_t columns) {
  NnObject *object = named("orthogonal");
  NdArray *array = draw(object, rows, columns);
  const float *data = (const float *)array->data;
  int64_t count = rows < columns ? rows : columns, length = rows < columns ? columns : rows;
  for (int64_t a = 0; a < count; a++) {
    for (int64_t b = 0; b < count; b++) {
      double dot = 0;
      for (int64_t i = 0; i < length; i++) {
        dot += rows < columns ? (double)data[a * columns + i] * data[b * columns + i]
                              : (double)data[i * columns + a] * data[i * columns + b];
      }
      assert_true(fabs(dot - (a == b)) < 1e-6);
    }
  }
  nd_release(array);
  nn_object_release(object);
}

static void test_orthogonal(void **state) {
  check_orthogonal(30, 30);
  check_orthogonal(40, 13);
  check_orthogonal(5, 17);
  NnObject *object = named("orthogonal");
  assert_null(nn_initializer_draw(object, 1, (int64_t[]){3}, &error));
  assert_string_equal(error.text,
                      "The tensor to initialize must be at least two-dimensional. Received: shape=(3,) of rank 1.");
  nn_object_release(object);
}

static void test_constants(void **state) {
  NnObject *identity = named("identity"), *ones = named("ones");
  NdArray *a = draw(identity, 3, 4), *b = draw(ones, 2, 2);
  for (int i = 0; i < 12; i++) assert_float_equal(((float *)a->data)[i], (i / 4 == i % 4 ? 1 : 0), 0);
  for (int i = 0; i < 4; i++) assert_float_equal(((float *)b->data)[i], 1, 0);
  assert_null(nn_initializer_draw(identity, 1, (int64_t[]){3}, &error));
  assert_string_equal(error.text,
                      "Identity matrix initializer can only be used for 2D matrices. Received: shape=(3,) of rank 1.");
  nd_release(a);
  nd_release(b);
  nn_object_release(identity);
  nn_object_release(ones);
}

/* The generator's own check: the first words of Philox4x32-10 for counter 0 and key 0 (Random123's kat_vectors). */
static void test_philox(void **state) {
  uint32_t words[4];
  nn_random_words(0, 0, 0, words);
  assert_int_equal(words[0], 0x6627e8d5);
  assert_int_equal(words[1], 0xe169c58d);
  assert_int_equal(words[2], 0xbc57ac4c);
  assert_int_equal(words[3], 0x9b00dbd8);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_moments),    cmocka_unit_test(test_shape_of_the_normal), cmocka_unit_test(test_seeds),
      cmocka_unit_test(test_orthogonal), cmocka_unit_test(test_constants),           cmocka_unit_test(test_philox),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
