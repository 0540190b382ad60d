/* Losses, metrics and regularizers on arrays, and penalties on outputs. Numbers: Keras 3.15.1's documentation examples and
 * sums done by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "engine/nn/measure.h"
#include "engine/nn/train.h"

static NdArray *array_of(int ndim, const int64_t *shape, const double *values) {
  NdArray *array = nd_zeros(ND_FLOAT64, ndim, shape, NULL);
  assert_non_null(array);
  memcpy(array->data, values, (size_t)array->size * sizeof *values);
  return array;
}

static NnObject *object_of(NnKind kind, const char *name) {
  NnObject *object = nn_object_new(nn_find(kind, name), NULL, NULL);
  assert_non_null(object);
  return object;
}

static void check_values(NnKind kind, const char *name, NdArray *truth, NdArray *output, bool wide, int count,
                         const double *expected) {
  Error error = {0};
  NnObject *object = object_of(kind, name);
  NdArray *values = nn_measure(object, truth, output, wide, &error);
  assert_non_null(values);
  assert_int_equal(values->size, count);
  assert_int_equal(values->type, wide ? ND_FLOAT64 : ND_FLOAT32);
  for (int i = 0; i < count; i++) {
    double value = wide ? ((double *)values->data)[i] : (double)((float *)values->data)[i];
    assert_true(fabs(value - expected[i]) < 1e-5);
  }
  nd_release(values);
  nn_object_release(object);
}

static void test_one_value_a_sample(void **state) {
  NdArray *truth = array_of(2, (int64_t[]){2, 2}, (double[]){0, 1, 0, 0});
  NdArray *output = array_of(2, (int64_t[]){2, 2}, (double[]){0.6, 0.4, 0.4, 0.6});
  check_values(NN_LOSS, "MeanSquaredError", truth, output, true, 2, (double[]){0.36, 0.26});
  check_values(NN_LOSS, "MeanAbsoluteError", truth, output, false, 2, (double[]){0.6, 0.5});
  check_values(NN_LOSS, "BinaryCrossentropy", truth, output, false, 2, (double[]){0.916291, 0.713558});
  /* This one says it of every element, as Keras does. */
  check_values(NN_METRIC, "BinaryAccuracy", truth, output, false, 4, (double[]){0, 0, 1, 0});
  nd_release(truth);
  nd_release(output);
}

static void test_class_numbers(void **state) {
  NdArray *truth = array_of(1, (int64_t[]){2}, (double[]){1, 2});
  NdArray *output = array_of(2, (int64_t[]){2, 3}, (double[]){0.05, 0.95, 0, 0.1, 0.8, 0.1});
  check_values(NN_LOSS, "SparseCategoricalCrossentropy", truth, output, false, 2, (double[]){0.051293, 2.302585});
  check_values(NN_METRIC, "SparseCategoricalAccuracy", truth, output, false, 2, (double[]){1, 0});
  ((double *)truth->data)[1] = 3;
  Error error = {0};
  NnObject *loss = object_of(NN_LOSS, "SparseCategoricalCrossentropy");
  assert_null(nn_measure(loss, truth, output, false, &error));
  assert_int_equal(error.code, ERROR_VALUE);
  assert_non_null(strstr(error.text, "outside the valid range of [0, 3)"));
  nn_object_release(loss);
  nd_release(truth);
  nd_release(output);
}

/* Two vectors are one sample; a target of one column is repeated. */
static void test_vectors_and_columns(void **state) {
  NdArray *truth = array_of(1, (int64_t[]){2}, (double[]){1, 2}), *output = array_of(1, (int64_t[]){2}, (double[]){1, 4});
  Error error = {0};
  NnObject *loss = object_of(NN_LOSS, "MeanSquaredError");
  NdArray *value = nn_measure(loss, truth, output, true, &error);
  assert_non_null(value);
  assert_int_equal(value->ndim, 0);
  assert_true(*(double *)value->data == 2);
  nd_release(value);
  nn_object_release(loss);
  nd_release(truth);
  nd_release(output);
  truth = array_of(2, (int64_t[]){2, 1}, (double[]){1, -1});
  output = array_of(2, (int64_t[]){2, 3}, (double[]){1, 2, 4, -1, 0, 1});
  check_values(NN_LOSS, "MeanSquaredError", truth, output, false, 2, (double[]){10.0 / 3, 5.0 / 3});
  check_values(NN_LOSS, "MeanAbsoluteError", truth, output, false, 2, (double[]){4.0 / 3, 1});
  nd_release(truth);
  nd_release(output);
}

static void test_shapes_that_do_not_fit(void **state) {
  NdArray *truth = array_of(2, (int64_t[]){2, 2}, (double[]){0, 1, 0, 0});
  NdArray *output = array_of(2, (int64_t[]){2, 3}, (double[6]){0});
  Error error = {0};
  NnObject *loss = object_of(NN_LOSS, "CategoricalCrossentropy");
  assert_null(nn_measure(loss, truth, output, false, &error));
  assert_int_equal(error.code, ERROR_VALUE);
  nn_object_release(loss);
  nd_release(truth);
  nd_release(output);
}

static void test_regularizers(void **state) {
  NdArray *weight = array_of(2, (int64_t[]){2, 2}, (double[]){1, -2, 3, 0});
  double penalty;
  NnObject *regularizer = object_of(NN_REGULARIZER, "L2");
  assert_true(nn_regularizer_apply(regularizer, weight, &penalty, NULL));
  assert_true(fabs(penalty - 0.14) < 1e-6);
  nn_object_release(regularizer);
  regularizer = object_of(NN_REGULARIZER, "L1");
  assert_true(nn_regularizer_apply(regularizer, weight, &penalty, NULL));
  assert_true(fabs(penalty - 0.06) < 1e-6);
  nn_object_release(regularizer);
  nd_release(weight);
}

/* layer.output lives as long as its tensor does, and no longer. */
static void test_results_of_a_layer(void **state) {
  Error error = {0};
  NnOption options[16] = {nn_option_integer(2)}, common[16] = {{0}};
  const Signature *signature = signature_of(nn_find(NN_LAYER, "Dense")->signature);
  assert_non_null(signature);
  assert_true(signature->count <= 16);
  for (int i = 1; i < signature->count; i++)
    assert_true(nn_option_from_literal(&signature->parameters[i].default_value, &options[i], &error));
  NnLayer *layer = nn_layer_new(nn_find(NN_LAYER, "Dense"), options, common, &error);
  assert_non_null(layer);
  for (int i = 0; i < 16; i++) nn_option_clear(&options[i]);
  NnTensor *found[NN_MAX_OUTPUTS];
  assert_int_equal(nn_layer_outputs(layer, found), 0);
  NnTensor *x = nn_input(&(NnShape){1, {3}}, -1, ND_FLOAT32, NULL, &error);
  NnTensor *first = nn_layer_call(layer, &x, 1, -1, &error), *second = nn_layer_call(layer, &x, 1, -1, &error);
  assert_int_equal(nn_layer_outputs(layer, found), 1);
  assert_ptr_equal(found[0], first);
  assert_int_equal(nn_layer_inputs(layer, found), 1);
  assert_ptr_equal(found[0], x);
  nn_tensor_release(first);
  assert_int_equal(nn_layer_outputs(layer, found), 0);
  nn_tensor_release(second);
  nn_tensor_release(x);
  nn_layer_release(layer);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_one_value_a_sample),     cmocka_unit_test(test_class_numbers),
      cmocka_unit_test(test_vectors_and_columns),    cmocka_unit_test(test_shapes_that_do_not_fit),
      cmocka_unit_test(test_regularizers),           cmocka_unit_test(test_results_of_a_layer),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
