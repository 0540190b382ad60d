/* Plans: 20 steps of training against real Keras, for every optimizer and loss; folding; the fused dense op; the same
 * bits with any number of threads; no allocation in a step. */
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
#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/loss.h"
#include "engine/nn/plan.h"
#include "tests/golden/nn_train.h"

#define S(...) {.rank = sizeof((int64_t[]){__VA_ARGS__}) / 8, .dims = {__VA_ARGS__}}

static NnVariable *variable(const char *name, int ndim, const int64_t *shape, const float *values) {
  NdArray *array = nd_new(ND_FLOAT32, ndim, shape, NULL);
  memcpy(array->data, values, (size_t)array->size * sizeof(float));
  return nn_variable_new(name, name, array, true, NULL, NULL);
}

/* An object of a row with options written as in Python: "rate=0.1, nesterov=True". */
static NnObject *object_with(NnKind kind, const char *name, const char *options) {
  Error error = {0};
  const NnRow *row = nn_find(kind, name);
  assert_non_null(row);
  const Signature *signature = signature_of(row->signature);
  NnOption *values = core_alloc_zero((size_t)signature->count, sizeof *values);
  for (int i = 0; i < signature->count; i++)
    assert_true(nn_option_from_literal(&signature->parameters[i].default_value, &values[i], &error));
  char copy[256];
  snprintf(copy, sizeof copy, "%s", options);
  for (char *rest = copy, *part; (part = strtok_r(rest, ", ", &rest)) != NULL;) {
    char *equals = strchr(part, '=');
    Literal literal;
    const int at = signature_find(signature, part, (int)(equals - part));
    assert_true(at >= 0 && literal_parse(equals + 1, &literal, &error));
    nn_option_clear(&values[at]);
    assert_true(nn_option_from_literal(&literal, &values[at], &error));
    literal_clear(&literal);
  }
  NnObject *object = kind == NN_OPTIMIZER ? (NnObject *)nn_optimizer_new(row, values, &error)
                                          : nn_object_new(row, values, &error);
  if (object == NULL) fail_msg("%s(%s): %s", name, options, error.text);
  for (int i = 0; i < signature->count; i++) nn_option_clear(&values[i]);
  core_free(values);
  return object;
}

/* x w + b, and an activation. */
static NnTensor *dense(NnTensor *x, NnVariable *kernel, NnVariable *bias, const char *activation) {
  Error error = {0};
  NnTensor *w = nn_variable_tensor(kernel, &error), *b = nn_variable_tensor(bias, &error);
  NnTensor *product = nn_op("matmul", (NnTensor *[]){x, w}, 2, NULL, &error);
  NnTensor *sum = nn_op("add_bias", (NnTensor *[]){product, b}, 2, NULL, &error);
  NnTensor *y = nn_op1(strcmp(activation, "linear") == 0 ? "identity" : activation, sum, &error);
  nn_tensor_release(w);
  nn_tensor_release(b);
  nn_tensor_release(product);
  nn_tensor_release(sum);
  assert_non_null(y);
  return y;
}

typedef struct Net {
  NnVariable *variables[4];
  NnTensor *x, *y_true, *hidden, *output, *loss;
  NnObject *loss_object;
  NnOptimizer *optimizer;
} Net;

static Net net_new(const NnTrainCase *row) {
  Error error = {0};
  Net net = {.variables = {
                 variable("net/dense/kernel", 2, (int64_t[]){NN_TRAIN_INPUTS, NN_TRAIN_HIDDEN}, nn_train_kernel_1),
                 variable("net/dense/bias", 1, (int64_t[]){NN_TRAIN_HIDDEN}, nn_train_bias_1),
                 variable("net/dense_1/kernel", 2, (int64_t[]){NN_TRAIN_HIDDEN, NN_TRAIN_OUTPUTS}, nn_train_kernel_2),
                 variable("net/dense_1/bias", 1, (int64_t[]){NN_TRAIN_OUTPUTS}, nn_train_bias_2)}};
  const NnShape x = S(-1, NN_TRAIN_INPUTS), labels = S(-1), wide = S(-1, NN_TRAIN_OUTPUTS);
  net.x = nn_tensor_input(&x, ND_FLOAT32, "x", &error);
  net.y_true = nn_tensor_input(strcmp(row->targets, "labels") == 0 ? &labels : &wide, ND_FLOAT32, "y", &error);
  net.hidden = dense(net.x, net.variables[0], net.variables[1], row->hidden);
  net.output = dense(net.hidden, net.variables[2], net.variables[3], row->output);
  net.loss_object = object_with(NN_LOSS, row->loss, row->loss_options);
  net.loss = nn_loss_expand(net.loss_object, net.y_true, net.output, &error);
  if (net.loss == NULL) fail_msg("%s: %s", row->loss, error.text);
  net.optimizer = (NnOptimizer *)object_with(NN_OPTIMIZER, row->optimizer, row->optimizer_options);
  assert_true(nn_optimizer_build(net.optimizer, net.variables, 4, &error));
  return net;
}

static void net_free(Net *net) {
  NnTensor *const tensors[] = {net->x, net->y_true, net->hidden, net->output, net->loss};
  for (int i = 0; i < 5; i++) nn_tensor_release(tensors[i]);
  for (int i = 0; i < 4; i++) nn_variable_release(net->variables[i]);
  nn_object_release(net->loss_object);
  nn_object_release(&net->optimizer->object);
}

static NnPlan *net_plan(const Net *net, bool update, NnPrecision precision) {
  Error error = {0};
  NnTensor *inputs[] = {net->x, net->y_true};
  const NnPlanSpec spec = {.inputs = inputs, .input_count = 2, .outputs = &net->output, .output_count = 1,
                           .losses = &net->loss, .loss_count = 1, .training = true, .gradients = true,
                           .optimizer = update ? net->optimizer : NULL, .precision = precision,
                           .largest_batch = NN_TRAIN_BATCH + 3};
  NnPlan *plan = nn_plan_new(&spec, &error);
  if (plan == NULL) fail_msg("%s", error.text);
  return plan;
}

static void put(NnPlan *plan, NnPrecision precision, int input, int64_t i, double value) {
  if (precision == NN_FLOAT64) ((double *)nn_plan_input(plan, input))[i] = value;
  else ((float *)nn_plan_input(plan, input))[i] = (float)value;
}

static void feed(NnPlan *plan, const NnTrainCase *row, NnPrecision precision, int step) {
  const int xs = NN_TRAIN_BATCH * NN_TRAIN_INPUTS, ys = NN_TRAIN_BATCH * NN_TRAIN_OUTPUTS;
  for (int i = 0; i < xs; i++) put(plan, precision, 0, i, (double)nn_train_x[step * xs + i]);
  for (int i = 0; i < NN_TRAIN_BATCH && strcmp(row->targets, "labels") == 0; i++)
    put(plan, precision, 1, i, nn_train_labels[step * NN_TRAIN_BATCH + i]);
  if (strcmp(row->targets, "labels") == 0) return;
  for (int i = 0; i < ys; i++) {
    const double number = (double)nn_train_numbers[step * ys + i];
    const int label = nn_train_labels[step * NN_TRAIN_BATCH + i / NN_TRAIN_OUTPUTS];
    put(plan, precision, 1, i,
        strcmp(row->targets, "one_hot") == 0 ? label == i % NN_TRAIN_OUTPUTS
        : strcmp(row->targets, "yes_or_no") == 0 ? number > 0.5 : number);
  }
}

#define CASE_COUNT (int)(sizeof nn_train_cases / sizeof *nn_train_cases)

static void test_twenty_steps_as_keras(void **unused) {
  double worst = 0;
  for (int c = 0; c < CASE_COUNT; c++) {
    const NnTrainCase *row = &nn_train_cases[c];
    Error error = {0};
    Net net = net_new(row);
    NnPlan *plan = net_plan(&net, true, NN_FLOAT32);
    for (int step = 0; step < NN_TRAIN_STEPS; step++) {
      feed(plan, row, NN_FLOAT32, step);
      if (!nn_plan_run(plan, NN_TRAIN_BATCH, &error)) fail_msg("%s", error.text);
      const double off = fabs(nn_plan_loss(plan) - row->losses[step]);
      if (off > worst) worst = off;
      if (!(off <= 1e-5))
        fail_msg("%s(%s), %s(%s), step %d: loss %.9g, Keras %.9g", row->optimizer, row->optimizer_options, row->loss,
                 row->loss_options, step, nn_plan_loss(plan), row->losses[step]);
    }
    double sum = 0;
    const float *w = (const float *)(void *)net.variables[0]->value->data;
    for (int i = 0; i < NN_TRAIN_INPUTS * NN_TRAIN_HIDDEN; i++) sum += (double)w[i];
    if (!(fabs(sum - row->weight_sum) < 1e-4))
      fail_msg("%s(%s), %s: weights sum to %.9g, Keras's to %.9g", row->optimizer, row->optimizer_options, row->loss, sum,
               row->weight_sum);
    nn_plan_free(plan);
    net_free(&net);
  }
  print_message("worst difference of a loss: %.2g\n", worst);
}

/* The folded graph as a whole, by finite differences, and the float32 fast path against the float64 twins. */
static void test_gradients_of_whole_nets(void **unused) {
  for (int c = 0; c < CASE_COUNT; c += 11) {
    const NnTrainCase *row = &nn_train_cases[c];
    Error error = {0};
    Net net = net_new(row);
    NnPlan *exact = net_plan(&net, false, NN_FLOAT64), *fast = net_plan(&net, false, NN_FLOAT32);
    feed(exact, row, NN_FLOAT64, 0);
    feed(fast, row, NN_FLOAT32, 0);
    assert_true(nn_plan_run(exact, NN_TRAIN_BATCH, &error) && nn_plan_run(fast, NN_TRAIN_BATCH, &error));
    for (int v = 0; v < nn_plan_variable_count(exact); v++) {
      void *value;
      const void *gradient, *fast_gradient;
      const NnVariable *of = nn_plan_variable(exact, v, &value, &gradient);
      assert_ptr_equal(nn_plan_variable(fast, v, NULL, &fast_gradient), of);
      double *w = value, largest = 0, kept_gradient[256];
      memcpy(kept_gradient, gradient, (size_t)of->value->size * sizeof(double));
      for (int64_t i = 0; i < of->value->size; i++) largest = fmax(largest, fabs(kept_gradient[i]));
      for (int64_t i = 0; i < of->value->size; i++) {
        assert_true(fabs((double)((const float *)fast_gradient)[i] - kept_gradient[i]) <= 2e-6 * fmax(largest, 0.1));
        const double h = 1e-5, kept = w[i];
        double loss[2];
        for (int side = 0; side < 2; side++) {
          w[i] = kept + (side ? -h : h);
          feed(exact, row, NN_FLOAT64, 0);
          assert_true(nn_plan_forward(exact, NN_TRAIN_BATCH, &error));
          loss[side] = nn_plan_loss(exact);
        }
        w[i] = kept;
        const double expected = (loss[0] - loss[1]) / (2 * h);
        if (fabs(expected - kept_gradient[i]) > 1e-6 * fmax(1, fabs(expected)))
          fail_msg("%s, %s[%lld]: %.9g, differences %.9g", row->loss, of->name, (long long)i, kept_gradient[i], expected);
      }
    }
    nn_plan_free(exact);
    nn_plan_free(fast);
    net_free(&net);
  }
}

static void test_batches_of_any_size(void **unused) {
  const NnTrainCase *row = &nn_train_cases[4 * 11];
  Error error = {0};
  Net net = net_new(row);
  NnPlan *plan = net_plan(&net, false, NN_FLOAT32);
  double whole[NN_TRAIN_BATCH * NN_TRAIN_OUTPUTS];
  feed(plan, row, NN_FLOAT32, 0);
  assert_true(nn_plan_run(plan, NN_TRAIN_BATCH, &error));
  for (int i = 0; i < NN_TRAIN_BATCH * NN_TRAIN_OUTPUTS; i++) whole[i] = (double)((const float *)nn_plan_output(plan, 0))[i];
  for (int batch = 1; batch <= NN_TRAIN_BATCH; batch++) {
    feed(plan, row, NN_FLOAT32, 0);
    assert_true(nn_plan_run(plan, batch, &error));
    for (int i = 0; i < batch * NN_TRAIN_OUTPUTS; i++)
      assert_true(fabs((double)((const float *)nn_plan_output(plan, 0))[i] - whole[i]) < 1e-6);
  }
  assert_false(nn_plan_run(plan, NN_TRAIN_BATCH + 4, &error));
  assert_int_equal(error.code, ERROR_VALUE);
  assert_false(nn_plan_run(plan, 0, &error));
  nn_plan_free(plan);
  net_free(&net);
}

static void test_bad_label_changes_nothing(void **unused) {
  const NnTrainCase *row = &nn_train_cases[4 * 11];
  Error error = {0};
  Net net = net_new(row);
  NnPlan *plan = net_plan(&net, true, NN_FLOAT32);
  static const struct {
    double label;
    const char *text;
  } rows[] = {{5, "Received a label value of 5 which is outside the valid range of [0, 5)."},
              {-1, "Received a label value of -1 which is outside the valid range of [0, 5)."},
              {NAN, "Received a label value of nan which is outside the valid range of [0, 5)."}};
  for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
    feed(plan, row, NN_FLOAT32, 0);
    put(plan, NN_FLOAT32, 1, 2, rows[r].label);
    assert_false(nn_plan_run(plan, NN_TRAIN_BATCH, &error));
    assert_int_equal(error.code, ERROR_VALUE);
    assert_string_equal(error.text, rows[r].text);
    assert_memory_equal(net.variables[0]->value->data, nn_train_kernel_1, sizeof nn_train_kernel_1);
    assert_int_equal(net.optimizer->iterations, 0);
  }
  nn_plan_free(plan);
  net_free(&net);
}

/* Same bits with 1, 2 and 5 threads, on a net whose products are divided into blocks. */
static void test_threads_and_allocations(void **unused) {
  enum { K = 301, N = 130, M = 7, ROWS = 32, STEPS = 12 };
  static float first_kernel[K * N], first[K * N], biases[N], second[N * M];
  uint64_t seed = 1;
  for (int i = 0; i < K * N; i++) first_kernel[i] = (float)((seed = seed * 6364136223846793005u + 1) >> 40) * 0x1p-27f - 0.06f;
  for (int i = 0; i < N * M; i++) second[i] = (float)((seed = seed * 6364136223846793005u + 1) >> 40) * 0x1p-26f - 0.1f;
  const int threads[] = {1, 2, 5};
  for (int t = 0; t < 3; t++) {
    Error error = {0};
    pool_set_threads(threads[t]);
    NnVariable *variables[] = {variable("a/kernel", 2, (int64_t[]){K, N}, first_kernel), variable("a/bias", 1, (int64_t[]){N}, biases),
                               variable("b/kernel", 2, (int64_t[]){N, M}, second), variable("b/bias", 1, (int64_t[]){M}, biases)};
    const NnShape x_shape = S(-1, K), y_shape = S(-1);
    NnTensor *x = nn_tensor_input(&x_shape, ND_FLOAT32, "x", &error), *y = nn_tensor_input(&y_shape, ND_FLOAT32, "y", &error);
    NnTensor *hidden = dense(x, variables[0], variables[1], "relu");
    const NnAttributes drop = {.real = {0.25}, .integer = {-1}};
    NnTensor *dropped = nn_op("dropout", &hidden, 1, &drop, &error);
    NnTensor *output = dense(dropped, variables[2], variables[3], "softmax");
    NnTensor *loss = nn_op("sparse_categorical_crossentropy", (NnTensor *[]){y, output}, 2, NULL, &error);
    NnOptimizer *adam = (NnOptimizer *)object_with(NN_OPTIMIZER, "adam", "learning_rate=0.01");
    assert_true(nn_optimizer_build(adam, variables, 4, &error));
    NnTensor *inputs[] = {x, y};
    const NnPlanSpec spec = {.inputs = inputs, .input_count = 2, .outputs = &output, .output_count = 1, .losses = &loss,
                             .loss_count = 1, .training = true, .gradients = true, .optimizer = adam,
                             .largest_batch = ROWS, .seed = 11};
    NnPlan *plan = nn_plan_new(&spec, &error);
    assert_non_null(plan);
    uint64_t state = 9, allocations = 0;
    double start = 0;
    for (int step = 0; step < STEPS; step++) {
      float *xs = nn_plan_input(plan, 0), *ys = nn_plan_input(plan, 1);
      for (int i = 0; i < ROWS * K; i++) xs[i] = (float)((state = state * 6364136223846793005u + 1) >> 40) * 0x1p-24f;
      for (int i = 0; i < ROWS; i++) ys[i] = (float)((state = state * 6364136223846793005u + 1) >> 40 & 3);
      if (step == 2) allocations = core_allocation_count();
      assert_true(nn_plan_run(plan, step % 3 == 2 ? 19 : ROWS, &error));
      if (step == 0) start = nn_plan_loss(plan);
    }
    assert_int_equal(core_allocation_count(), allocations);
    assert_true(nn_plan_loss(plan) < start);
    if (t == 0) memcpy(first, variables[0]->value->data, sizeof first);
    else assert_memory_equal(variables[0]->value->data, first, sizeof first);
    nn_plan_free(plan);
    nn_object_release(&adam->object);
    NnTensor *const tensors[] = {x, y, hidden, dropped, output, loss};
    for (int i = 0; i < 6; i++) nn_tensor_release(tensors[i]);
    for (int i = 0; i < 4; i++) nn_variable_release(variables[i]);
  }
  pool_set_threads(2);
}

/* A penalty on a weight that a product uses too: both gradients arrive, whichever node is older. */
static void test_weight_used_twice(void **unused) {
  for (int penalty_first = 0; penalty_first < 2; penalty_first++) {
    Error error = {0};
    static const float values[6] = {0.5f, -1, 2, 0.25f, 1, -0.75f};
    NnVariable *kernel = variable("kernel", 2, (int64_t[]){3, 2}, values);
    const NnShape x_shape = S(-1, 3), y_shape = S(-1, 2);
    const NnAttributes l2 = {.real = {0.1}};
    NnTensor *w = nn_variable_tensor(kernel, &error), *again = nn_variable_tensor(kernel, &error), *penalty = NULL;
    if (penalty_first) penalty = nn_op("l2", &again, 1, &l2, &error);
    NnTensor *x = nn_tensor_input(&x_shape, ND_FLOAT32, "x", &error), *y = nn_tensor_input(&y_shape, ND_FLOAT32, "y", &error);
    NnTensor *product = nn_op("matmul", (NnTensor *[]){x, w}, 2, NULL, &error);
    NnTensor *loss = nn_op("mean_squared_error", (NnTensor *[]){y, product}, 2, NULL, &error);
    if (!penalty_first) penalty = nn_op("l2", &again, 1, &l2, &error);
    NnTensor *inputs[] = {x, y};
    for (NnPrecision precision = NN_FLOAT32; precision <= NN_FLOAT64; precision++) {
      const NnPlanSpec spec = {.inputs = inputs, .input_count = 2, .losses = &loss, .loss_count = 1,
                               .penalties = &penalty, .penalty_count = 1, .gradients = true, .precision = precision,
                               .largest_batch = 1};
      NnPlan *plan = nn_plan_new(&spec, &error);
      assert_non_null(plan);
      for (int i = 0; i < 3; i++) put(plan, precision, 0, i, i + 1);
      for (int i = 0; i < 2; i++) put(plan, precision, 1, i, 0);
      assert_true(nn_plan_run(plan, 1, &error));
      assert_int_equal(nn_plan_variable_count(plan), 1);
      const void *gradient;
      nn_plan_variable(plan, 0, NULL, &gradient);
      /* x w = (0.5 + 4 + 3, -1 + 0.5 - 2.25) = (7.5, -2.75); d loss / dw = x_i p_j; the penalty adds 0.2 w. */
      const double p[2] = {7.5, -2.75};
      double expected_loss = (p[0] * p[0] + p[1] * p[1]) / 2;
      for (int i = 0; i < 6; i++) {
        const double found = precision == NN_FLOAT64 ? ((const double *)gradient)[i] : (double)((const float *)gradient)[i];
        assert_true(fabs(found - ((i / 2 + 1) * p[i % 2] + 0.2 * (double)values[i])) < 1e-5);
        expected_loss += 0.1 * (double)values[i] * (double)values[i];
      }
      assert_true(fabs(nn_plan_loss(plan) - expected_loss) < 1e-5);
      nn_plan_free(plan);
    }
    NnTensor *const tensors[] = {w, again, penalty, x, y, product, loss};
    for (int i = 0; i < 7; i++) nn_tensor_release(tensors[i]);
    nn_variable_release(kernel);
  }
}

static void test_no_memory_is_an_error(void **unused) {
  const NnTrainCase *row = &nn_train_cases[6];
  Net net = net_new(row);
  NnTensor *inputs[] = {net.x, net.y_true};
  const NnPlanSpec spec = {.inputs = inputs, .input_count = 2, .losses = &net.loss, .loss_count = 1, .gradients = true,
                           .optimizer = net.optimizer, .largest_batch = 4};
  const size_t before = core_memory_now();
  int failures = 0;
  for (uint64_t nth = 1;; nth++) {
    Error error = {0};
    core_fail_allocation(nth);
    NnPlan *plan = nn_plan_new(&spec, &error);
    core_fail_allocation(0);
    if (plan != NULL) {
      nn_plan_free(plan);
      break;
    }
    assert_int_equal(error.code, ERROR_MEMORY);
    assert_int_equal(core_memory_now(), before);
    failures++;
  }
  assert_true(failures > 8);
  assert_int_equal(core_memory_now(), before);
  net_free(&net);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_twenty_steps_as_keras),     cmocka_unit_test(test_gradients_of_whole_nets),
      cmocka_unit_test(test_batches_of_any_size),       cmocka_unit_test(test_bad_label_changes_nothing),
      cmocka_unit_test(test_threads_and_allocations),   cmocka_unit_test(test_weight_used_twice),
      cmocka_unit_test(test_no_memory_is_an_error),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
