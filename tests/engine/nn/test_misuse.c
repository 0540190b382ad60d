/* What the engine refuses that the language never asks of it: objects of the wrong kind, graphs that lack an
 * input. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/initializer.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/model_internal.h"
#include "engine/nn/operation.h"
#include "engine/nn/optimizer.h"
#include "engine/nn/plan.h"
#include "engine/nn/rows.h"
#include "engine/nn/tape.h"

static Error error;

static void expect(bool failed, ErrorCode code, const char *text) {
  assert_true(failed);
  assert_string_equal(error.text, text);
  assert_int_equal(error.code, code);
  error = (Error){0};
}

static NnTensor *input(const char *name, int64_t size) {
  const NnShape shape = {.rank = 1, .dims = {size}};
  NnTensor *made = nn_input(&shape, -1, ND_FLOAT32, name, &error);
  assert_non_null(made);
  return made;
}

static NnLayer *relu_layer(const char *name) {
  NnLayer *layer = nn_layer_new(nn_find(NN_LAYER, "ReLU"), NULL, NULL, &error);
  assert_non_null(layer);
  core_free(layer->name);
  layer->name = core_strdup(name);
  return layer;
}

static bool never(void *context, const char *name, const NnOption *option) {
  (void)context, (void)name, (void)option;
  return true;
}

static void test_rows_with_mistakes(void **state) {
  (void)state;
  const NnRow bad = {.kind = NN_CALLBACK, .name = "Bad", .signature = "a, =", .help = ""};
  const NnRow keys = {.kind = NN_CALLBACK, .name = "Keys", .signature = "a=1", .config = "a|b", .help = ""};
  expect(nn_object_new(&bad, NULL, &error) == NULL, ERROR_RUNTIME, "bad signature of Bad: a, =");
  NnObject *object = nn_object_new(&keys, NULL, &error);
  assert_non_null(object);
  expect(!nn_object_config(object, never, NULL, &error), ERROR_RUNTIME, "config of Keys: 'b'");
  nn_object_release(object);
  NnObject *relu = nn_object_new(nn_find(NN_ACTIVATION, "relu"), NULL, &error);
  expect(nn_initializer_draw(relu, 1, (int64_t[]){3}, &error) == NULL, ERROR_VALUE,
         "Could not interpret initializer identifier: relu");
  nn_object_release(relu);
}

static void test_layers(void **state) {
  (void)state;
  NnTensor *x = input("x", 3), *y = input("y", 3), *outputs[NN_MAX_OUTPUTS];
  int count;
  NnLayer *relu = nn_layer_new(nn_find(NN_LAYER, "BatchNormalization"), NULL, NULL, &error);
  assert_non_null(relu);
  expect(!nn_layer_build(relu, NULL, 0, &error), ERROR_VALUE, "build needs an input shape");
  nn_layer_release(relu);
  NnTensor *sum = nn_op("add", (NnTensor *[]){x, y}, 2, NULL, &error);
  NnLayer *adding = nn_operation_new("Adding", (NnTensor *[]){x, y}, 2, sum, &error);
  assert_non_null(adding);
  expect(!nn_layer_call_many(adding, &x, 1, -1, outputs, &count, &error), ERROR_VALUE, "operation 'adding' takes 2 inputs, got 1");
  nn_layer_release(adding);
  nn_tensor_release(sum);
  NnModel *model = nn_sequential_new("plain", &error);
  NnLayer *layer = nn_model_as_layer(model);
  expect(!nn_layer_expand_inner(layer, &x, 1, -1, outputs, &count, &error), ERROR_VALUE, "model 'plain' is not built");
  nn_model_release(model);
  model = nn_model_new("graph", &x, 1, &x, 1, &error);
  assert_non_null(model);
  expect(!nn_object_config(&nn_model_as_layer(model)->object, never, NULL, &error), ERROR_NOT_IMPLEMENTED,
         "get_config() of a functional model is not supported yet");
  nn_model_release(model);
  nn_tensor_release(x);
  nn_tensor_release(y);
}

static void test_scopes(void **state) {
  (void)state;
  NnLayer *layer = relu_layer("deep");
  int depth = 0;
  while (nn_scope_push(layer, &error)) depth++;
  expect(true, ERROR_RUNTIME, "layers nest more than 256 deep at 'deep'");
  assert_int_equal(depth, 256);
  while (depth-- > 0) nn_scope_pop();
  assert_true(nn_scope_push(layer, &error));
  nn_scope_pop();
  nn_layer_release(layer);
}

static void test_graphs(void **state) {
  (void)state;
  NnTensor *x = input("x", 3), *y = input("y", 3);
  NnTensor *sum = nn_op("add", (NnTensor *[]){x, y}, 2, NULL, &error);
  NdArray *array = nd_zeros(ND_FLOAT32, 2, (int64_t[]){4, 2}, &error), *result = NULL;
  expect(!nn_graph_apply(&x, &array, 1, &x, 1, false, NN_FLOAT32, &result, &error), ERROR_VALUE,
         "input 0 has the shape (4, 2), and (None, 3) is needed");
  NnValue *value = nn_value_new(nd_zeros(ND_FLOAT32, 2, (int64_t[]){4, 3}, &error), &error), *given = NULL;
  expect(!nn_value_graph(&x, &value, 1, &sum, 1, false, &given, &error), ERROR_VALUE,
         "the output depends on the input y, which is not among the inputs given");
  const NnPlanSpec lacking = {.inputs = &x, .input_count = 1, .outputs = &sum, .output_count = 1, .largest_batch = 1};
  expect(nn_plan_new(&lacking, &error) == NULL, ERROR_VALUE,
         "the output depends on the input y, which is not among the inputs given");
  NnTensor *unknown = input("z", -1);
  const NnPlanSpec open = {.inputs = &unknown, .input_count = 1, .outputs = &unknown, .output_count = 1, .largest_batch = 1};
  expect(nn_plan_new(&open, &error) == NULL, ERROR_NOT_IMPLEMENTED,
         "only the batch may be None when a model runs; a tensor here has the shape (None, None)");
  NnTensor *total = nn_op1("sum_all", x, &error), *twice[] = {total, total};
  const NnPlanSpec doubled = {.inputs = &x, .input_count = 1, .penalties = twice, .penalty_count = 2, .gradients = true,
                              .largest_batch = 1};
  expect(nn_plan_new(&doubled, &error) == NULL, ERROR_NOT_IMPLEMENTED, "one tensor is a loss twice");
  NnOptimizer *optimizer = nn_optimizer_new(nn_find(NN_OPTIMIZER, "SGD"), NULL, &error);
  optimizer->accumulate = 2;
  const NnPlanSpec precise = {.inputs = &x, .input_count = 1, .penalties = &total, .penalty_count = 1, .gradients = true,
                              .largest_batch = 1, .precision = NN_FLOAT64, .optimizer = optimizer};
  expect(nn_plan_new(&precise, &error) == NULL, ERROR_NOT_IMPLEMENTED,
         "use_ema and gradient_accumulation_steps work in float32 only");
  nn_object_release(&optimizer->object);
  NnLayer *layer = relu_layer("many");
  NnValue *nine[9], *outputs[NN_MAX_OUTPUTS], *losses[NN_MAX_OUTPUTS];
  NdArray *masks[9] = {NULL}, *output_masks[NN_MAX_OUTPUTS];
  int count, loss_count;
  for (int i = 0; i < 9; i++) nine[i] = value;
  expect(!nn_value_layer(layer, nine, masks, 9, -1, outputs, output_masks, &count, losses, &loss_count, &error), ERROR_VALUE,
         "layer 'many' takes 1 to 8 inputs, got 9");
  nn_layer_release(layer);
  nn_value_release(value);
  nd_release(array);
  NnTensor *const all[] = {total, unknown, sum, x, y};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) nn_tensor_release(all[i]);
}

/* A layer with a text where a number belongs: the language looks at arguments first. */
static bool takes_text(const char *name, const char *parameter, const char *text) {
  const NnRow *row = nn_find(NN_LAYER, name);
  const Signature *signature = signature_of(row->signature);
  assert_non_null(signature);
  NnOption *options = core_alloc_zero((size_t)signature->count, sizeof *options);
  assert_non_null(options);
  options[signature_find(signature, parameter, (int)strlen(parameter))] =
      nn_option_string(text);
  NnLayer *layer = nn_layer_new(row, options, NULL, &error);
  for (int i = 0; i < signature->count; i++) nn_option_clear(&options[i]);
  core_free(options);
  if (layer != NULL) nn_object_release(&layer->object);
  return layer != NULL;
}

static void test_texts_for_numbers(void **state) {
  (void)state;
  expect(!takes_text("Dropout", "rate", "a"), ERROR_TYPE, "'<=' not supported between instances of 'int' and 'str'");
  expect(!takes_text("LSTM", "units", "a"), ERROR_TYPE, "'<=' not supported between instances of 'str' and 'int'");
  expect(!takes_text("InputLayer", "dtype", "nothing"), ERROR_VALUE, "Invalid dtype: nothing");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_rows_with_mistakes), cmocka_unit_test(test_layers), cmocka_unit_test(test_scopes),
      cmocka_unit_test(test_graphs), cmocka_unit_test(test_texts_for_numbers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
