/* Layers: building, calls, weights, and their errors in Keras 3.15's words (each text is what Keras raises for the same
 * mistake). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer.h"
#include "engine/nn/rows.h"

static Error error;

static NnLayer *layer(const char *class_name, const char *settings) {
  const NnRow *row = nn_find(NN_LAYER, class_name);
  const Signature *signature = signature_of(row->signature), *given = signature_of(settings);
  NnOption options[16] = {0};
  for (int i = 0; i < signature->count; i++) {
    const Parameter *parameter = &signature->parameters[i];
    int at = signature_find(given, parameter->name, (int)strlen(parameter->name));
    if (at >= 0) parameter = &given->parameters[at];
    if (parameter->has_default) assert_true(nn_option_from_literal(&parameter->default_value, &options[i], &error));
  }
  NnLayer *made = nn_layer_new(row, options, NULL, &error);
  if (made == NULL) fail_msg("%s", error.text);
  for (int i = 0; i < signature->count; i++) nn_option_clear(&options[i]);
  return made;
}

static NnTensor *input(int rank, const int64_t *dims) {
  NnShape shape = {.rank = rank};
  for (int i = 0; i < rank; i++) shape.dims[i] = dims[i];
  return nn_input(&shape, -1, ND_FLOAT32, NULL, &error);
}
#define INPUT(...) input((int)(sizeof(int64_t[]){__VA_ARGS__} / sizeof(int64_t)), (int64_t[]){__VA_ARGS__})

static void expect_text(bool failed, const char *text) {
  assert_true(failed);
  assert_int_equal(error.code, ERROR_VALUE);
  assert_string_equal(error.text, text);
  memset(&error, 0, sizeof error);
}

static NdArray *array(int ndim, const int64_t *shape, const float *values) {
  NdArray *made = nd_zeros(ND_FLOAT32, ndim, shape, &error);
  if (values != NULL) memcpy(made->data, values, sizeof(float) * (size_t)made->size);
  return made;
}

static void test_dense_computes(void **state) {
  nn_clear_session();
  NnLayer *dense = layer("Dense", "units=2, activation='relu'");
  NnShape shape = {.rank = 2, .dims = {-1, 3}};
  assert_true(nn_layer_build(dense, &shape, 1, &error));
  assert_int_equal(nn_layer_count_params(dense), 8);
  assert_string_equal(dense->variables[0]->path, "dense/kernel");
  NdArray *kernel = array(2, (int64_t[]){3, 2}, (float[]){1, -1, 2, 0.5f, -3, 4});
  NdArray *bias = array(1, (int64_t[]){2}, (float[]){0.25f, -100});
  assert_true(nn_layer_set_weights(dense, (NdArray *[]){kernel, bias}, 2, &error));
  NdArray *x = array(2, (int64_t[]){2, 3}, (float[]){1, 2, 3, -1, 0.5f, 0});
  NdArray *y = nn_layer_apply(dense, &x, 1, false, &error);
  if (y == NULL) fail_msg("%s", error.text);
  /* 1 + 4 - 9 + .25 = -3.75 -> 0; -1 + 1 + 12 - 100 -> 0; -1 + 1 + .25 = .25; 1 + .25 - 100 -> 0 */
  const float wanted[4] = {0, 0, 0.25f, 0};
  for (int i = 0; i < 4; i++) assert_float_equal(((float *)y->data)[i], wanted[i], 0);
  /* get_weights copies: changing the copy changes nothing. */
  NdArray **weights;
  int count;
  assert_true(nn_layer_get_weights(dense, &weights, &count, &error));
  assert_int_equal(count, 2);
  ((float *)weights[0]->data)[0] = 77;
  assert_float_equal(((float *)dense->variables[0]->value->data)[0], 1, 0);
  for (int i = 0; i < count; i++) nd_release(weights[i]);
  core_free(weights);
  nd_release(kernel);
  nd_release(bias);
  nd_release(x);
  nd_release(y);
  nn_layer_release(dense);
}

static void test_dense_on_three_dimensions(void **state) {
  NnLayer *dense = layer("Dense", "units=5, use_bias=False, kernel_initializer='ones'");
  NdArray *x = array(3, (int64_t[]){2, 3, 4}, NULL);
  for (int i = 0; i < 24; i++) ((float *)x->data)[i] = (float)i;
  NdArray *y = nn_layer_apply(dense, &x, 1, false, &error);
  if (y == NULL) fail_msg("%s", error.text);
  assert_int_equal(y->ndim, 3);
  assert_int_equal(y->shape[2], 5);
  for (int i = 0; i < 30; i++) assert_float_equal(((float *)y->data)[i], 16 * (float)(i / 5) + 6, 0);
  nd_release(x);
  nd_release(y);
  nn_layer_release(dense);
}

static void test_input_errors(void **state) {
  nn_clear_session();
  NnLayer *dense = layer("Dense", "units=3");
  NnTensor *scalar_rows = input(0, NULL);
  expect_text(
      nn_layer_call(dense, &scalar_rows, 1, -1, &error) == NULL,
      "Input 0 with name 'None' of layer 'dense' is incompatible with the layer: expected min_ndim=2, found ndim=1. "
      "Full shape received: (None,)");
  NdArray *vector = array(1, (int64_t[]){3}, NULL);
  expect_text(
      nn_layer_apply(dense, &vector, 1, false, &error) == NULL,
      "Input 0 with name 'None' of layer 'dense' is incompatible with the layer: expected min_ndim=2, found ndim=1. "
      "Full shape received: (3,)");
  NnTensor *unknown = INPUT(-1);
  expect_text(
      nn_layer_call(dense, &unknown, 1, -1, &error) == NULL,
      "Shapes used to initialize variables must be fully-defined (no `None` dimensions). Received: shape=(None, 3) "
      "for variable path='dense/kernel'");
  assert_false(dense->built);
  NnTensor *four = INPUT(4), *five = INPUT(5);
  NnTensor *y = nn_layer_call(dense, &four, 1, -1, &error);
  assert_non_null(y);
  expect_text(
      nn_layer_call(dense, &five, 1, -1, &error) == NULL,
      "Input 0 with name 'None' of layer 'dense' is incompatible with the layer: expected axis -1 of input shape to "
      "have value 4, but received input with shape (None, 5)");
  NnTensor *both[2] = {four, five};
  assert_null(nn_layer_call(dense, both, 2, -1, &error));
  assert_non_null(strstr(error.text, "Layer \"dense\" expects 1 input(s), but it received 2 input tensors."));
  assert_string_equal(error.layer, "dense");
  NnTensor *tensors[] = {scalar_rows, unknown, four, five, y};
  for (int i = 0; i < 5; i++) nn_tensor_release(tensors[i]);
  nd_release(vector);
  nn_layer_release(dense);
}

static void test_weight_errors(void **state) {
  nn_clear_session();
  NnLayer *dense = layer("Dense", "units=3");
  NnShape shape = {.rank = 2, .dims = {-1, 4}};
  assert_true(nn_layer_build(dense, &shape, 1, &error));
  NdArray *kernel = array(2, (int64_t[]){4, 3}, NULL), *bias = array(1, (int64_t[]){2}, NULL);
  float first = ((float *)dense->variables[0]->value->data)[0];
  expect_text(!nn_layer_set_weights(dense, &kernel, 1, &error),
              "You called `set_weights(weights)` on layer 'dense' with a weight list of length 1, but the layer was "
              "expecting 2 weights.");
  expect_text(!nn_layer_set_weights(dense, (NdArray *[]){kernel, bias}, 2, &error),
              "Layer dense weight shape (3,) is not compatible with provided weight shape (2,).");
  assert_true(((float *)dense->variables[0]->value->data)[0] == first); /* a failure changes nothing */
  nd_release(kernel);
  nd_release(bias);
  nn_layer_release(dense);
}

static void test_merge_and_reshape_errors(void **state) {
  nn_clear_session();
  NnLayer *add = layer("Add", ""), *reshape = layer("Reshape", "target_shape=(4,)");
  NnLayer *halves = layer("Reshape", "target_shape=(2, -1)");
  NnTensor *three = INPUT(3), *four = INPUT(4), *pair[2] = {three, four};
  expect_text(
      !nn_merge_takes_list(add, nn_tensor_shape(three), &error),
      "A merge layer should be called on a list of inputs. Received: input_shape=(None, 3) (not a list of shapes)");
  assert_true(nn_merge_takes_list(reshape, nn_tensor_shape(three), &error));
  NnLayer *single = layer("Add", "");
  NnTensor *alone = nn_layer_call(single, &three, 1, -1, &error); /* a list of one is one */
  assert_non_null(alone);
  nn_tensor_release(alone);
  nn_layer_release(single);
  expect_text(nn_layer_call(add, pair, 2, -1, &error) == NULL,
              "Inputs have incompatible shapes. Received shapes (3,) and (4,)");
  expect_text(nn_layer_call(reshape, &three, 1, -1, &error) == NULL,
              "The total size of the tensor must be unchanged. Received: input_shape=(3,), target_shape=(4,)");
  expect_text(
      nn_layer_call(halves, &three, 1, -1, &error) == NULL,
      "The total size of the tensor must be unchanged, however, the input size cannot by divided by the specified "
      "dimensions in target_shape. Received: input_shape=(3,), target_shape=(2, -1)");
  NnTensor *good = nn_layer_call(halves, &four, 1, -1, &error);
  assert_non_null(good);
  char text[64];
  nn_shape_text(nn_tensor_shape(good), text, sizeof text);
  assert_string_equal(text, "(None, 2, 2)");
  nn_tensor_release(good);
  nn_tensor_release(three);
  nn_tensor_release(four);
  nn_layer_release(add);
  nn_layer_release(reshape);
  nn_layer_release(halves);
}

/* While training a part of the numbers is 0 and the rest is scaled; else everything passes. */
static void test_dropout(void **state) {
  nn_set_seed(11);
  NnLayer *dropout = layer("Dropout", "rate=0.3");
  NdArray *x = array(2, (int64_t[]){100, 100}, NULL);
  for (int i = 0; i < 10000; i++) ((float *)x->data)[i] = 1;
  NdArray *calm = nn_layer_apply(dropout, &x, 1, false, &error), *busy = nn_layer_apply(dropout, &x, 1, true, &error);
  if (calm == NULL || busy == NULL) fail_msg("%s", error.text);
  assert_memory_equal(calm->data, x->data, sizeof(float) * 10000);
  int zeros = 0;
  for (int i = 0; i < 10000; i++) {
    float value = ((float *)busy->data)[i];
    if (value == 0) zeros++;
    else assert_float_equal(value, 1 / 0.7f, 1e-6);
  }
  assert_true(fabs(zeros / 1e4 - 0.3) < 4 * sqrt(0.3 * 0.7 / 1e4));
  nd_release(x);
  nd_release(calm);
  nd_release(busy);
  nn_layer_release(dropout);
}

static void test_layers_keep_ranks(void **state) {
  NnLayer *relu = layer("ReLU", "max_value=2"), *flatten = layer("Flatten", "");
  NdArray *x = array(1, (int64_t[]){4}, (float[]){-1, 0.5f, 2, 7});
  NdArray *y = nn_layer_apply(relu, &x, 1, false, &error);
  if (y == NULL) fail_msg("%s", error.text);
  assert_int_equal(y->ndim, 1);
  const float wanted[] = {0, 0.5f, 2, 2};
  for (int i = 0; i < 4; i++) assert_float_equal(((float *)y->data)[i], wanted[i], 0);
  NdArray *images = nd_zeros(ND_UINT8, 3, (int64_t[]){5, 4, 3}, &error);
  ((uint8_t *)images->data)[59] = 200;
  NdArray *rows = nn_layer_apply(flatten, &images, 1, false, &error);
  if (rows == NULL) fail_msg("%s", error.text);
  assert_int_equal(rows->shape[0], 5);
  assert_int_equal(rows->shape[1], 12);
  assert_float_equal(((float *)rows->data)[59], 200, 0);
  nd_release(x);
  nd_release(y);
  nd_release(images);
  nd_release(rows);
  nn_layer_release(relu);
  nn_layer_release(flatten);
}

/* Two layers of one seed are two layers: same session, same weights again; different names, different weights. */
static void test_weights_follow_the_seed(void **state) {
  NnShape shape = {.rank = 2, .dims = {-1, 9}};
  float drawn[3][9];
  for (int i = 0; i < 3; i++) {
    if (i != 1) nn_set_seed(99);
    NnLayer *dense = layer("Dense", "units=1");
    assert_true(nn_layer_build(dense, &shape, 1, &error));
    memcpy(drawn[i], dense->variables[0]->value->data, sizeof drawn[i]);
    nn_layer_release(dense);
  }
  assert_memory_equal(drawn[0], drawn[2], sizeof drawn[0]);
  assert_memory_not_equal(drawn[0], drawn[1], sizeof drawn[0]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_dense_computes),
      cmocka_unit_test(test_dense_on_three_dimensions),
      cmocka_unit_test(test_input_errors),
      cmocka_unit_test(test_weight_errors),
      cmocka_unit_test(test_merge_and_reshape_errors),
      cmocka_unit_test(test_dropout),
      cmocka_unit_test(test_layers_keep_ranks),
      cmocka_unit_test(test_weights_follow_the_seed),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
