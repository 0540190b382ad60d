/* fit, evaluate and predict: histories against real Keras on data of several forms, events and answers, bad input. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/compute/pool.h"
#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "engine/nn/model.h"
#include "engine/nn/optimizer.h"
#include "engine/nn/train.h"
#include "tests/golden/nn_train.h"
#include "tests/golden/nn_fit.h"

static Error error;
enum { ROWS = NN_TRAIN_STEPS * NN_TRAIN_BATCH };

/* Dense(units, activation), added to a model. */
static void add_dense(NnModel *model, int units, const char *activation) {
  const NnRow *row = nn_find(NN_LAYER, "Dense");
  const Signature *own = signature_of(row->signature), *shared = signature_of(nn_layer_common);
  NnOption options[32] = {{0}}, common[32] = {{0}};
  for (int i = 0; i < own->count; i++)
    if (own->parameters[i].has_default) nn_option_from_literal(&own->parameters[i].default_value, &options[i], &error);
  for (int i = 0; i < shared->count; i++)
    if (shared->parameters[i].has_default)
      nn_option_from_literal(&shared->parameters[i].default_value, &common[i], &error);
  options[signature_find(own, "units", 5)] = nn_option_integer(units);
  options[signature_find(own, "activation", 10)] = nn_option_string(activation);
  NnLayer *layer = nn_layer_new(row, options, common, &error);
  if (layer == NULL) fail_msg("%s", error.text);
  assert_true(nn_sequential_add(model, layer, &error));
  nn_layer_release(layer);
  for (int i = 0; i < own->count; i++) nn_option_clear(&options[i]);
  for (int i = 0; i < shared->count; i++) nn_option_clear(&common[i]);
}

static NnModel *network(int inputs, int hidden, int outputs, const char *activation) {
  NnModel *model = nn_sequential_new(NULL, &error);
  const NnShape shape = {.rank = 1, .dims = {inputs}};
  NnTensor *x = nn_input(&shape, -1, ND_FLOAT32, NULL, &error);
  assert_true(nn_sequential_add_input(model, x, &error));
  nn_tensor_release(x);
  add_dense(model, hidden, "relu");
  add_dense(model, outputs, activation);
  return model;
}

static bool compile(NnModel *model, const char *optimizer, const char *loss, const char *const *metrics, int count) {
  NnCompileOptions options = {.optimizer = nn_option_string(optimizer)};
  if (loss != NULL) options.loss = nn_option_string(loss);
  NnOption items[8] = {{0}};
  for (int i = 0; i < count; i++) items[i] = nn_option_string(metrics[i]);
  if (count > 0) options.metrics = (NnOption){NN_OPTION_LIST, {.list = {items, count}}};
  const bool fine = nn_model_compile(model, &options, &error);
  nn_option_clear(&options.optimizer);
  nn_option_clear(&options.loss);
  for (int i = 0; i < count; i++) nn_option_clear(&items[i]);
  return fine;
}

static NdArray *floats(int ndim, const int64_t *shape, const float *values) {
  NdArray *array = nd_new(ND_FLOAT32, ndim, shape, &error);
  memcpy(array->data, values, (size_t)array->size * sizeof(float));
  return array;
}

static NdArray *inputs(void) { return floats(2, (int64_t[]){ROWS, NN_TRAIN_INPUTS}, nn_train_x); }

static NdArray *class_numbers(void) {
  NdArray *y = nd_new(ND_INT64, 1, (int64_t[]){ROWS}, &error);
  for (int i = 0; i < ROWS; i++) ((int64_t *)(void *)y->data)[i] = nn_train_labels[i];
  return y;
}

/* The golden cases' models and targets. */
static NnModel *golden_model(const NnFitCase *row) {
  NnModel *model = network(NN_TRAIN_INPUTS, NN_TRAIN_HIDDEN, row->outputs, row->activation);
  float *const into[] = {(float *)(void *)nn_model_variable(model, 0)->value->data,
                         (float *)(void *)nn_model_variable(model, 1)->value->data,
                         (float *)(void *)nn_model_variable(model, 2)->value->data,
                         (float *)(void *)nn_model_variable(model, 3)->value->data};
  memcpy(into[0], nn_train_kernel_1, sizeof nn_train_kernel_1);
  memcpy(into[1], nn_train_bias_1, sizeof nn_train_bias_1);
  for (int i = 0; i < NN_TRAIN_HIDDEN * row->outputs; i++)
    into[2][i] = nn_train_kernel_2[i / row->outputs * NN_TRAIN_OUTPUTS + i % row->outputs];
  memcpy(into[3], nn_train_bias_2, (size_t)row->outputs * sizeof(float));
  if (row->l1 != 0 || row->l2 != 0) {
    NnOption options[2] = {nn_option_real(row->l1), nn_option_real(row->l2)};
    nn_model_variable(model, 0)->regularizer = nn_object_new(nn_find(NN_REGULARIZER, "L1L2"), options, &error);
    assert_non_null(nn_model_variable(model, 0)->regularizer);
  }
  int metrics = 0;
  while (metrics < 3 && row->metrics[metrics] != NULL) metrics++;
  assert_true(compile(model, "adam", row->loss, row->metrics, metrics));
  return model;
}

static NdArray *golden_targets(const NnFitCase *row) {
  if (strcmp(row->name, "classes") == 0) return class_numbers();
  const bool one_hot = strcmp(row->name, "one-hot") == 0, binary = strcmp(row->name, "binary") == 0;
  const bool column = strcmp(row->name, "column") == 0;
  const int64_t shape[2] = {ROWS, one_hot ? NN_TRAIN_OUTPUTS : 1};
  NdArray *y = nd_zeros(binary ? ND_BOOL : column ? ND_INT32 : ND_FLOAT64, one_hot || column ? 2 : 1, shape, &error);
  for (int i = 0; i < ROWS; i++) {
    const int label = nn_train_labels[i];
    if (one_hot) ((double *)(void *)y->data)[i * NN_TRAIN_OUTPUTS + label] = 1;
    else if (binary) ((uint8_t *)y->data)[i] = label > 2;
    else if (column) ((int32_t *)(void *)y->data)[i] = label;
    else ((double *)(void *)y->data)[i] = label / 4.0;
  }
  return y;
}

/* The same numbers in another form: 0 float32, 1 float64, 2 a transposed view, 3 every second column of a wider one. */
static NdArray *in_form(NdArray *x, int form) {
  NdArray *result = NULL;
  if (form == 0) return nd_retain(x);
  if (form == 1) return nd_astype(x, ND_FLOAT64, &error);
  if (form == 2) {
    NdArray *turned = nd_transpose(x, NULL, &error), *dense = nd_copy(turned, &error);
    result = nd_transpose(dense, NULL, &error);
    nd_release(turned);
    nd_release(dense);
    return result;
  }
  NdArray *wide = nd_zeros(ND_FLOAT32, 2, (int64_t[]){x->shape[0], 2 * x->shape[1]}, &error);
  for (int64_t i = 0; i < x->size; i++) ((float *)(void *)wide->data)[2 * i] = ((float *)(void *)x->data)[i];
  const int64_t strides[2] = {wide->strides[0], 2 * wide->strides[1]};
  result = nd_on_buffer(wide->buffer, 0, ND_FLOAT32, 2, x->shape, strides, &error);
  nd_release(wide);
  return result;
}

static void test_fits_as_keras(void **unused) {
  for (size_t c = 0; c < sizeof nn_fit_cases / sizeof *nn_fit_cases; c++)
    for (int form = 0; form < 4; form++) {
      const NnFitCase *row = &nn_fit_cases[c];
      NnModel *model = golden_model(row);
      NdArray *plain = inputs(), *x = in_form(plain, form), *y = golden_targets(row), *predicted = NULL;
      const NnData data = {&x, 1, &y, 1, NULL};
      const NnFitOptions options = {.epochs = 3, .validation_split = 0.2};
      NnHistory *history = NULL;
      if (!nn_fit(model, &data, &options, &history, &error)) fail_msg("%s: %s", row->name, error.text);
      assert_int_equal(history->names_count, row->names_count);
      assert_int_equal(history->epochs, 3);
      for (int i = 0; i < row->names_count; i++) {
        assert_string_equal(history->names[i], row->names[i]);
        for (int e = 0; e < 3; e++)
          if (fabs(history->values[i][e] - row->values[i][e]) > 1e-5)
            fail_msg("%s, form %d: %s[%d] is %.9g, Keras's %.9g", row->name, form, row->names[i], e,
                     history->values[i][e], row->values[i][e]);
      }
      double results[NN_MAX_RESULTS];
      int count = 0;
      const NnEvaluateOptions evaluate = {0};
      assert_true(nn_evaluate(model, &data, &evaluate, results, &count, &error));
      /* Of two metrics of one name evaluate gives the first one's value twice, and then the second's. */
      const bool twice = row->metrics[1] != NULL && strcmp(row->metrics[0], row->metrics[1]) == 0;
      assert_int_equal(count, 1 + (row->metrics[1] != NULL) + 1 + twice);
      for (int i = 0; i < count && i < 3; i++) assert_true(fabs(results[i] - row->evaluated[i]) < 1e-5);
      assert_true(nn_predict(model, &x, 1, &evaluate, &predicted, &error));
      assert_true(predicted->ndim == 2 && predicted->shape[0] == ROWS && predicted->shape[1] == row->outputs);
      for (int i = 0; i < row->outputs; i++)
        assert_true(fabs(nd_get(predicted, (int64_t[]){ROWS - 1, i}).as.f - row->predicted[i]) < 1e-5);
      assert_int_equal(nn_optimizer_parameter_count(nn_model_optimizer(model)), row->optimizer_parameters);
      nd_release(predicted);
      nn_history_free(history);
      nd_release(x);
      nd_release(plain);
      nd_release(y);
      nn_model_release(model);
    }
}

/* ---- events ---- */

typedef struct Log {
  char kinds[4096];
  int length;
  int64_t answer_at; /* which event, counted from 0; -1: none */
  NnAnswer answer;
  bool interrupt;
  int begun, ended; /* batches */
  NnEvent last;
  uint64_t allocations[2];
  double seen_rate;
} Log;

static NnAnswer observe(void *self, const NnEvent *event) {
  Log *log = self;
  static const char letters[] = "FebvwVEfgGhpPq"; /* one a kind */
  const int at = log->length;
  assert_int_equal(event->version, NN_EVENT_VERSION);
  /* Each batch that ends began just before; beginnings have no letter. */
  if (event->kind >= NN_BATCH_BEGIN) {
    assert_int_equal(log->begun++, log->ended);
    return NN_GO_ON;
  }
  if (strchr("bwGP", letters[event->kind])) assert_int_equal(++log->ended, log->begun);
  if (at + 1 < (int)sizeof log->kinds) log->kinds[log->length++] = letters[event->kind];
  log->last = *event;
  log->seen_rate = event->learning_rate;
  if (event->kind == NN_BATCH_END && event->step == 10) log->allocations[0] = core_allocation_count();
  if (event->kind == NN_BATCH_END && event->step == 100) log->allocations[1] = core_allocation_count();
  for (int i = 1; i < event->count; i++) /* sorted, val_ last */
    if (strncmp(event->names[i], "val_", 4) != 0) assert_true(strcmp(event->names[i - 1], event->names[i]) < 0);
  if (at != log->answer_at) return NN_GO_ON;
  if (log->interrupt) atomic_fetch_add(&core_interrupts, 1);
  return log->answer;
}

static bool fit_logged(Log *log, int epochs, int64_t batch, double split, NnHistory **history) {
  NnModel *model = golden_model(&nn_fit_cases[1]);
  NdArray *x = inputs(), *y = class_numbers();
  const NnData data = {&x, 1, &y, 1, NULL};
  const NnObserver observer = {observe, log};
  const NnFitOptions options = {.epochs = epochs, .batch_size = batch, .validation_split = split, .shuffle = true,
                                .observers = &observer, .observer_count = 1};
  const bool fine = nn_fit(model, &data, &options, history, &error);
  nd_release(x);
  nd_release(y);
  nn_model_release(model);
  return fine;
}

static void test_events(void **unused) {
  Log log = {.answer_at = -1};
  NnHistory *history;
  assert_true(fit_logged(&log, 2, 32, 0.2, &history)); /* 96 rows: 3 batches; 24: 1 */
  assert_string_equal(log.kinds, "FebbbvwVEebbbvwVEf");
  assert_true(log.seen_rate > 0.00099 && log.seen_rate < 0.00101);
  nn_history_free(history);

  memset(&log, 0, sizeof log);
  log.answer_at = 3; /* the second batch of the first epoch */
  log.answer = NN_STOP;
  assert_true(fit_logged(&log, 2, 32, 0.2, &history));
  assert_string_equal(log.kinds, "FebbvwVEf");
  assert_int_equal(history->epochs, 1);
  assert_false(history->interrupted);
  assert_int_equal(log.last.interrupted, 2);
  nn_history_free(history);

  memset(&log, 0, sizeof log);
  log.answer_at = 8;
  log.answer = NN_FAIL;
  assert_false(fit_logged(&log, 5, 32, 0, &history));
  assert_string_equal(log.kinds, "FebbbbEebf");
  assert_int_equal(error.code, ERROR_RUNTIME);
  assert_string_equal(error.text, "observer");
  assert_int_equal(history->epochs, 1);
  nn_history_free(history);

  memset(&log, 0, sizeof log);
  log.answer_at = 8;
  log.interrupt = true;
  assert_false(fit_logged(&log, 5, 32, 0, &history));
  assert_string_equal(log.kinds, "FebbbbEebf");
  assert_int_equal(error.code, ERROR_INTERRUPT);
  assert_false(core_interrupt_pending());
  assert_true(history->interrupted);
  assert_int_equal(history->epochs, 1);
  assert_int_equal(log.last.interrupted, 1);
  nn_history_free(history);
}

static void test_no_allocation_between_steps(void **unused) {
  Log log = {.answer_at = -1};
  assert_true(fit_logged(&log, 1, 1, 0, NULL));
  assert_true(log.allocations[0] > 0);
  assert_int_equal(log.allocations[1], log.allocations[0]);
}

static void test_same_seed_same_bits(void **unused) {
  static float first[NN_TRAIN_INPUTS * NN_TRAIN_HIDDEN];
  for (int run = 0; run < 4; run++) {
    pool_set_threads(run == 2 ? 1 : 2);
    nn_set_seed(run < 3 ? 7 : 8);
    NnModel *model = golden_model(&nn_fit_cases[1]);
    NdArray *x = inputs(), *y = class_numbers();
    const NnData data = {&x, 1, &y, 1, NULL};
    const NnFitOptions options = {.epochs = 3, .batch_size = 7, .shuffle = true};
    assert_true(nn_fit(model, &data, &options, NULL, &error));
    const float *w = (const float *)(void *)nn_model_variable(model, 0)->value->data;
    if (run == 0) memcpy(first, w, sizeof first);
    else if (run < 3) assert_memory_equal(first, w, sizeof first);
    else assert_memory_not_equal(first, w, sizeof first);
    nd_release(x);
    nd_release(y);
    nn_model_release(model);
  }
}

static void test_limits_and_nan(void **unused) {
  NnModel *model = golden_model(&nn_fit_cases[1]);
  NdArray *x = inputs(), *y = class_numbers();
  const NnData data = {&x, 1, &y, 1, NULL};
  Log log = {.answer_at = -1};
  const NnObserver observer = {observe, &log};
  const NnFitOptions options = {.epochs = 2, .limit_batches = 2, .validation_steps = 2, .batch_size = 10,
                                .validation_split = 0.5,
                                .observers = &observer, .observer_count = 1};
  assert_true(nn_fit(model, &data, &options, NULL, &error));
  assert_string_equal(log.kinds, "FebbvwwVEebbvwwVEf");
  ((float *)(void *)x->data)[3] = NAN;
  NnHistory *history;
  const NnFitOptions once = {0};
  assert_true(nn_fit(model, &data, &once, &history, &error));
  assert_true(isnan(history->values[1][0]));
  assert_string_equal(history->names[1], "loss");
  nn_history_free(history);
  nd_release(x);
  nd_release(y);
  nn_model_release(model);
}

static void test_learning(void **unused) {
  nn_set_seed(1);
  NnModel *model = network(NN_TRAIN_INPUTS, 32, 5, "softmax");
  assert_true(compile(model, "adam", "sparse_categorical_crossentropy", (const char *[]){"accuracy"}, 1));
  nn_optimizer_set_rate(nn_model_optimizer(model), 0.02);
  NdArray *x = inputs(), *y = class_numbers();
  const NnData data = {&x, 1, &y, 1, NULL};
  const NnFitOptions options = {.epochs = 60, .batch_size = 16, .shuffle = true};
  NnHistory *history;
  assert_true(nn_fit(model, &data, &options, &history, &error));
  assert_true(history->values[0][59] > 0.9);
  nn_history_free(history);
  nd_release(x);
  nd_release(y);
  nn_model_release(model);
}

/* ---- bad input ---- */

typedef struct Bad {
  const char *name;
  const char *loss, *metric; /* NULL metric: none; loss "-": not compiled */
  int64_t x[3], y[2];        /* shapes, 0 at the end */
  NnFitOptions options;
  ErrorCode code;
  const char *text;
} Bad;

static const Bad bad[] = {
    {"compile", "-", NULL, {ROWS, 7}, {ROWS}, {0}, ERROR_VALUE, "You must call `compile()` before using the model."},
    {"loss", NULL, NULL, {ROWS, 7}, {ROWS}, {0}, ERROR_VALUE, "No loss to compute. Provide a `loss` argument in `compile()`."},
    {"lengths", "mse", NULL, {ROWS, 7}, {50, 5}, {0}, ERROR_VALUE,
     "Data cardinality is ambiguous. Make sure all arrays contain the same number of samples.'x' sizes: 120\n'y' sizes: "
     "50\n"},
    {"loss name", "crossentropi", NULL, {ROWS, 7}, {ROWS}, {0}, ERROR_VALUE,
     "Could not interpret loss identifier: crossentropi"},
    {"metric name", "mse", "acuracy", {ROWS, 7}, {ROWS, 5}, {0}, ERROR_VALUE,
     "Could not interpret metric identifier: acuracy"},
    {"class numbers", "categorical_crossentropy", NULL, {ROWS, 7}, {ROWS}, {0}, ERROR_VALUE,
     "Arguments `target` and `output` must have the same rank (ndim). Received: target.shape=(None,), "
     "output.shape=(None, 5)"},
    {"split", "mse", NULL, {ROWS, 7}, {ROWS, 5}, {.validation_split = 1}, ERROR_VALUE,
     "Training data contains 120 samples, which is not sufficient to split it into a validation and training set as "
     "specified by `validation_split=1"},
    {"batch", "mse", NULL, {ROWS, 7}, {ROWS, 5}, {.batch_size = -1}, ERROR_VALUE,
     "`batch_size` must be a positive integer. Received: batch_size=-1"},
    {"width", "mse", NULL, {ROWS, 6}, {ROWS, 5}, {0}, ERROR_VALUE, "is incompatible with the layer: expected axis -1 of "
     "input shape to have value 7, but received input with shape (None, 6)"},
    {"rank", "mse", NULL, {ROWS, 7, 2}, {ROWS, 5}, {0}, ERROR_VALUE, "Expected shape (None, 7), but input has incompatible "
     "shape (None, 7, 2)"},
};

static void test_bad_input(void **unused) {
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    const Bad *row = &bad[i];
    NnModel *model = network(7, 3, 5, "softmax");
    if (row->loss == NULL || strcmp(row->loss, "-") != 0)
      assert_true(compile(model, "sgd", row->loss, &row->metric, row->metric != NULL));
    NdArray *x = nd_zeros(ND_FLOAT32, row->x[2] ? 3 : 2, row->x, &error);
    NdArray *y = nd_zeros(ND_FLOAT32, row->y[1] ? 2 : 1, row->y, &error);
    const NnData data = {&x, 1, &y, 1, NULL};
    NnHistory *history = NULL;
    memset(&error, 0, sizeof error);
    assert_false(nn_fit(model, &data, &row->options, &history, &error));
    if (error.code != row->code || strstr(error.text, row->text) == NULL)
      fail_msg("%s: %s: %s", row->name, core_error_name(error.code), error.text);
    assert_null(history);
    nd_release(x);
    nd_release(y);
    nn_model_release(model);
  }
  NnModel *model = network(7, 3, 5, "softmax");
  assert_false(compile(model, "sgdd", "mse", NULL, 0));
  assert_string_equal(error.text, "Could not interpret optimizer identifier: sgdd");
  nn_model_release(model);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fits_as_keras),       cmocka_unit_test(test_events),
      cmocka_unit_test(test_no_allocation_between_steps), cmocka_unit_test(test_same_seed_same_bits),
      cmocka_unit_test(test_limits_and_nan),      cmocka_unit_test(test_learning),
      cmocka_unit_test(test_bad_input),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
