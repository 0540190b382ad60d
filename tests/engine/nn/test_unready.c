/* Models that were not made ready for what they are asked: the language looks before. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "engine/nn/train.h"
#include "engine/nn/training_internal.h"

static Error error;

static void expect(bool failed, ErrorCode code, const char *text) {
  assert_true(failed);
  assert_string_equal(error.text, text);
  assert_int_equal(error.code, code);
  error = (Error){0};
}

static void test_models(void **state) {
  (void)state;
  NnModel *model = nn_sequential_new("bare", &error);
  NdArray *x = nd_zeros(ND_FLOAT32, 2, (int64_t[]){4, 3}, &error), *outputs[1], *none[1];
  const NnData data = {.x = &x, .x_count = 1, .y = &x, .y_count = 1};
  const NnEvaluateOptions options = {.batch_size = 4}, negative = {.batch_size = -4};
  double results[NN_MAX_RESULTS];
  int count;
  expect(!nn_evaluate(model, &data, &options, results, &count, &error), ERROR_VALUE,
         "You must call `compile()` before using the model.");
  expect(!nn_evaluate(model, &data, &negative, results, &count, &error), ERROR_VALUE,
         "`batch_size` must be a positive integer. Received: batch_size=-4");
  expect(!nn_predict(model, &x, 1, &negative, outputs, &error), ERROR_VALUE,
         "`batch_size` must be a positive integer. Received: batch_size=-4");
  expect(!nn_training_check_inputs(model, none, 0, 4, &error), ERROR_VALUE, "a model takes 1 to 8 input arrays; got 0");
  nn_model_as_layer(model)->built = true; /* a lie */
  expect(!nn_training_check_inputs(model, &x, 1, 4, &error), ERROR_VALUE, "model 'bare' has no layers");
  nn_model_as_layer(model)->built = false;
  nd_release(x);
  nn_model_release(model);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_models)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
