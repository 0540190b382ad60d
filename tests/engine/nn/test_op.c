/* Every op's backward against finite differences, in float64, on odd and unequal shapes; shape rules and their texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/plan.h"
#include "tests/engine/nn/op_cases.h"

/* Deterministic numbers in [-1, 1). */
static double draw(uint64_t *state) {
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return (double)(int64_t)(*state >> 11) / 4503599627370496.0 - 1;
}

static NnVariable *variable(int ndim, const int64_t *shape, double low, double high, uint64_t *state) {
  NdArray *value = nd_new(ND_FLOAT32, ndim, shape, NULL);
  for (int64_t i = 0; i < value->size; i++)
    ((float *)(void *)value->data)[i] = (float)(low + (high - low) * (draw(state) + 1) / 2);
  return nn_variable_new("w", "w", value, true, NULL, NULL);
}

static NdArray *targets(const Case *row, uint64_t *state) {
  const NnShape *shape = &row->shapes[0];
  NdArray *array = nd_new(ND_FLOAT32, shape->rank, shape->dims, NULL);
  float *values = (float *)(void *)array->data;
  for (int64_t i = 0; i < array->size; i++) {
    const double unit = (draw(state) + 1) / 2;
    values[i] = row->target > 0 ? (float)floor(unit * row->target) : (float)unit;
  }
  const int64_t columns = shape->dims[shape->rank - 1];
  for (int64_t r = 0; row->target == -1 && r < array->size; r += columns) {
    float sum = 0;
    for (int64_t i = 0; i < columns; i++) sum += values[r + i];
    for (int64_t i = 0; i < columns; i++) values[r + i] /= sum;
  }
  return array;
}

static bool agrees(double found, double expected) { return fabs(expected - found) <= 1e-6 * fmax(1, fabs(expected)); }

static int checked, spoiled, turned, flat; /* gradients; made 1% larger, of the other sign; without a slope */

static void check_case(const Case *row) {
  uint64_t state = 17;
  Error error = {0};
  NnTensor *inputs[6];
  NnVariable *variables[6] = {NULL};
  for (int i = 0; i < row->count; i++) {
    if (i == 0 && row->target != 0) {
      NdArray *array = targets(row, &state);
      inputs[i] = nn_constant(array, &error);
      nd_release(array);
      continue;
    }
    /* Moving statistics: variables that no gradient changes, all positive. */
    const bool still = (strcmp(row->op, "batch_norm") == 0 && i >= 3) || (strcmp(row->op, "standardize") == 0 && i >= 1) ||
                       ((strcmp(row->op, "keep_states") == 0 || strcmp(row->op, "unfold_like") == 0 ||
                        strcmp(row->op, "after") == 0 || strcmp(row->op, "by_mode") == 0) && i >= 1);
    variables[i] = variable(row->shapes[i].rank, row->shapes[i].dims, still ? 0.5 : row->low, row->high, &state);
    variables[i]->trainable = !still;
    const bool mask = strncmp(row->op, "recurrent_masked", 16) == 0 && i == 4;
    if (mask) variables[i]->trainable = false;
    float *steps = (float *)(void *)variables[i]->value->data;
    for (int64_t k = 0; mask && k < variables[i]->value->size; k++) steps[k] = k % 4 != 1; /* in the middle, at an end */
    inputs[i] = nn_variable_tensor(variables[i], &error);
  }
  NnTensor *y = nn_op(row->op, inputs, row->count, &row->attributes, &error);
  if (y == NULL) fail_msg("%s: %s", row->op, error.text);
  /* loss = sum of y times numbers that differ, so that no two elements could be mixed up. */
  NdArray *factors = nd_new(ND_FLOAT32, y->shape.rank, y->shape.dims, NULL);
  for (int64_t i = 0; i < factors->size; i++) ((float *)(void *)factors->data)[i] = (float)draw(&state);
  NnTensor *constant = nn_constant(factors, &error);
  NnTensor *product = nn_op("multiply", (NnTensor *[]){y, constant}, 2, NULL, &error);
  NnTensor *loss = nn_op1("sum_all", product, &error);
  const NnPlanSpec spec = {.penalties = &loss, .penalty_count = 1, .training = true, .gradients = true,
                           .precision = NN_FLOAT64, .largest_batch = 1, .seed = 5};
  /* A run counts a step, and random ops draw by step: differences are taken in a plan that only goes forward. */
  NnPlan *plan = nn_plan_new(&spec, &error), *still_plan = nn_plan_new(&spec, &error);
  if (plan == NULL || still_plan == NULL) fail_msg("%s: %s", row->op, error.text);
  assert_true(nn_plan_run(plan, 1, &error));
  int here = 0;
  for (int v = 0; v < nn_plan_variable_count(plan); v++) {
    void *value;
    const void *gradient;
    nn_plan_variable(still_plan, v, &value, NULL);
    const NnVariable *of = nn_plan_variable(plan, v, NULL, &gradient);
    if (!of->trainable) continue;
    if (gradient == NULL && nn_find_op(row->op)->flat) { /* nothing flows through it */
      flat++;
      here++;
      continue;
    }
    assert_non_null(gradient);
    double *w = value, largest = 0, difference = 0;
    double found[512];
    assert_true(of->value->size <= 512);
    memcpy(found, gradient, (size_t)of->value->size * sizeof(double));
    for (int64_t i = 0; i < of->value->size; i++) {
      const double h = 1e-5, kept = w[i];
      w[i] = kept + h;
      assert_true(nn_plan_forward(still_plan, 1, &error));
      const double above = nn_plan_loss(still_plan);
      w[i] = kept - h;
      assert_true(nn_plan_forward(still_plan, 1, &error));
      const double below = nn_plan_loss(still_plan);
      w[i] = kept;
      const double expected = (above - below) / (2 * h);
      if (!agrees(found[i], expected))
        fail_msg("%s, variable %d, element %lld: backward %.9g, differences %.9g", row->op, v, (long long)i, found[i],
                 expected);
      if (fabs(found[i]) > fabs(largest)) largest = found[i], difference = expected;
      here++;
    }
    if (largest == 0) {
      flat++;
      continue;
    }
    if (agrees(largest * 1.01, difference)) fail_msg("%s, variable %d: a gradient that is 1%% off passes", row->op, v);
    if (agrees(-largest, difference)) fail_msg("%s, variable %d: a gradient of the wrong sign passes", row->op, v);
    spoiled++;
    turned++;
  }
  assert_true(here > 0);
  checked += here;
  nn_plan_free(plan);
  nn_plan_free(still_plan);
  nn_tensor_release(loss);
  nn_tensor_release(product);
  nn_tensor_release(constant);
  nd_release(factors);
  nn_tensor_release(y);
  for (int i = 0; i < row->count; i++) nn_tensor_release(inputs[i]);
  for (int i = 0; i < row->count; i++)
    if (variables[i] != NULL) nn_variable_release(variables[i]);
}

static void test_every_backward(void **unused) {
  const size_t before = core_memory_now();
  for (int i = 0; i < CASE_COUNT; i++) check_case(&cases[i]);
  print_message("%d cases, %d gradients; %d made 1%% larger and %d of the other sign, all refused; %d inputs without a slope\n",
                CASE_COUNT, checked, spoiled, turned, flat);
  assert_int_equal(core_memory_now(), before);
}

/* A row without a case would be a gradient nobody checked. `dense` is made by plans; test_plan checks it. */
static void test_no_row_is_forgotten(void **unused) {
  int count;
  const NnOp *const *ops = nn_ops(&count);
  for (int i = 0; i < count; i++) {
    bool found = ops[i]->backward[0] == NULL || strcmp(ops[i]->name, "dense") == 0 ||
                 strcmp(ops[i]->name, "stop_gradient") == 0; /* whose gradient is not its slope */
    for (int k = 0; k < CASE_COUNT; k++) found = found || strcmp(cases[k].op, ops[i]->name) == 0;
    if (!found) fail_msg("op %s has no gradient check", ops[i]->name);
  }
}

/* Output and gradients of the fast form in float32 and of the plain twin in float64, where the samples of a batch are
 * divided into blocks of several. */
static void test_blocks_of_samples(void **unused) {
  static const Case rows[] = {
      {"conv", 2, {S(35, 6, 5, 4), S(3, 2, 4, 6)}, WINDOW(3, 2, 1, 1, 1, 1, SAME, 1), -1, 1, 0},
      {"conv", 2, {S(37, 5, 5, 6), S(2, 2, 3, 4)}, WINDOW(2, 2, 2, 2, 1, 1, VALID, 2), -1, 1, 0},
      {"conv", 2, {S(33, 4, 3, 5), S(1, 1, 5, 3)}, WINDOW(1, 1, 1, 1, 1, 1, VALID, 1), -1, 1, 0},
      {"depthwise_conv", 2, {S(35, 6, 5, 3), S(3, 2, 3, 2)}, WINDOW(3, 2, 2, 1, 1, 1, SAME, 1), -1, 1, 0},
      {"conv_transpose", 2, {S(35, 4, 3, 3), S(3, 2, 2, 3)}, WINDOW(3, 2, 2, 3, 1, 1, SAME, 1), -1, 1, 0},
      {"batch_norm", 5, {S(35, 40, 30, 3), S(3), S(3), S(3), S(3)}, {.real = {0.9, 1e-3}, .integer = {3, 1}}, -1, 1, 0},
      {"batch_norm", 5, {S(65, 67), S(67), S(67), S(67), S(67)}, {.real = {0.9, 1e-3}, .integer = {1, 1}}, -1, 1, 0},
      {"recurrent", 4, {S(35, 4, 3), S(3, 20), S(5, 20), S(20)},
       {.integer = {NN_LSTM, 0, KERNEL_TANH + 256 * KERNEL_SIGMOID}}, -1, 1, 0},
      {"recurrent", 4, {S(35, 4, 3), S(3, 15), S(5, 15), S(2, 15)},
       {.integer = {NN_GRU, 0, KERNEL_TANH + 256 * KERNEL_SIGMOID}}, -1, 1, 0},
      {"add", 2, {S(300, 331), S(300, 331)}, {.real = {0}}, -1, 1, 0},
      {"subtract", 2, {S(300, 331), S(300, 331)}, {.real = {0}}, -1, 1, 0},
      {"multiply", 2, {S(300, 331), S(300, 331)}, {.real = {0}}, -1, 1, 0},
      {"elu", 1, {S(300, 331)}, {.real = {0.7}}, -2, 2, 0},
      {"relu", 1, {S(300, 331)}, {.real = {0}}, -2, 2, 0},
      {"permute", 1, {S(35, 40, 30, 3)}, {.shape = {.rank = 4, .dims = {0, 2, 1, 3}}}, -1, 1, 0},
      {"max_pool", 1, {S(35, 7, 5, 3)}, WINDOW(3, 2, 2, 1, 1, 1, SAME, 1), -1, 1, 0},
      {"average_pool", 1, {S(35, 7, 5, 3)}, WINDOW(2, 3, 1, 2, 1, 1, VALID, 1), -1, 1, 0},
  };
  for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
    const Case *row = &rows[r];
    uint64_t state = 29;
    Error error = {0};
    NnTensor *inputs[5];
    NnVariable *variables[5];
    for (int i = 0; i < row->count; i++) {
      /* The moving statistics of a normalization are positive, and no gradient changes them. */
      const bool still = strcmp(row->op, "batch_norm") == 0 && i >= 3;
      variables[i] = variable(row->shapes[i].rank, row->shapes[i].dims, still ? 0.5 : row->low, row->high, &state);
      variables[i]->trainable = !still;
      inputs[i] = nn_variable_tensor(variables[i], &error);
    }
    NnTensor *y = nn_op(row->op, inputs, row->count, &row->attributes, &error);
    NnTensor *square = nn_op("multiply", (NnTensor *[]){y, y}, 2, NULL, &error);
    if (strcmp(row->op, "batch_norm") == 0) { /* the sum of its squares does not depend on x */
      NnTensor *cube = nn_op("multiply", (NnTensor *[]){square, y}, 2, NULL, &error);
      nn_tensor_release(square);
      square = cube;
    }
    NnTensor *loss = nn_op1("sum_all", square, &error);
    NnPlan *plans[2];
    for (int p = 0; p < 2; p++) {
      const NnPlanSpec spec = {.penalties = &loss, .penalty_count = 1, .training = true, .gradients = true,
                               .precision = p ? NN_FLOAT64 : NN_FLOAT32, .largest_batch = 1};
      plans[p] = nn_plan_new(&spec, &error);
      assert_non_null(plans[p]);
      assert_true(nn_plan_run(plans[p], 1, &error));
    }
    assert_true(fabs(nn_plan_loss(plans[0]) - nn_plan_loss(plans[1])) < 1e-5 * fabs(nn_plan_loss(plans[1])));
    for (int v = 0; v < row->count; v++) {
      const void *fast, *plain;
      const NnVariable *of = nn_plan_variable(plans[0], v, NULL, &fast);
      nn_plan_variable(plans[1], v, NULL, &plain);
      if (!of->trainable) continue;
      double largest = 0;
      for (int64_t i = 0; i < of->value->size; i++) largest = fmax(largest, fabs(((const double *)plain)[i]));
      assert_true(largest > 0);
      for (int64_t i = 0; i < of->value->size; i++) {
        const double difference = (double)((const float *)fast)[i] - ((const double *)plain)[i];
        if (fabs(difference) > 1e-5 * largest) fail_msg("%s, variable %d: differs by %g", row->op, v, difference);
      }
    }
    for (int p = 0; p < 2; p++) nn_plan_free(plans[p]);
    nn_tensor_release(loss);
    nn_tensor_release(square);
    nn_tensor_release(y);
    for (int i = 0; i < row->count; i++) {
      nn_tensor_release(inputs[i]);
      nn_variable_release(variables[i]);
    }
  }
}

/* Forward of both float types agree, and batches that are smaller than the plan's largest. */
static void test_float_and_double_agree(void **unused) {
  for (int c = 0; c < CASE_COUNT; c++) {
    const Case *row = &cases[c];
    uint64_t state = 3;
    Error error = {0};
    if (row->count != 1 || row->shapes[0].rank < 2 || strcmp(row->op, "unfold_time") == 0) continue;
    if (strcmp(row->op, "broadcast") == 0) continue; /* its shape is fixed, the batch is not */
    NnShape shape = row->shapes[0];
    const int64_t rows = 5;
    shape.dims[0] = -1;
    NnTensor *x = nn_tensor_input(&shape, ND_FLOAT32, "x", &error);
    NnTensor *y = nn_op(row->op, &x, 1, &row->attributes, &error);
    shape.dims[0] = rows;
    NdArray *data = nd_new(ND_FLOAT32, shape.rank, shape.dims, NULL), *a = NULL, *b = NULL;
    for (int64_t i = 0; i < data->size; i++)
      ((float *)(void *)data->data)[i] = (float)(row->low + (row->high - row->low) * (draw(&state) + 1) / 2);
    assert_non_null(y);
    assert_true(nn_graph_apply(&x, &data, 1, &y, 1, false, NN_FLOAT32, &a, &error));
    assert_true(nn_graph_apply(&x, &data, 1, &y, 1, false, NN_FLOAT64, &b, &error));
    double largest = 0;
    for (int64_t i = 0; i < b->size; i++) largest = fmax(largest, fabs(((double *)(void *)b->data)[i]));
    for (int64_t i = 0; i < b->size; i++) {
      const double difference = ((double *)(void *)b->data)[i] - (double)((float *)(void *)a->data)[i];
      if (fabs(difference) > 2e-6 * fmax(1, largest)) fail_msg("%s: differs by %g", row->op, difference);
    }
    nd_release(a);
    nd_release(b);
    nd_release(data);
    nn_tensor_release(y);
    nn_tensor_release(x);
  }
}

static void test_accuracies(void **unused) {
  static const struct {
    const char *op;
    NnShape true_shape, pred_shape;
    double y_true[6], y_pred[6];
    NnAttributes attributes;
    double expected[3];
    int count;
  } rows[] = {
      {"accuracy", S(3), S(3), {1, 2, 3}, {1, 0, 3}, {.real = {0}}, {1, 0, 1}, 3},
      {"binary_accuracy", S(3, 1), S(3, 1), {1, 0, 1}, {0.9, 0.5, 0.5}, {.real = {0.5}}, {1, 1, 0}, 3},
      {"categorical_accuracy", S(2, 3), S(2, 3), {0, 0, 1, 0, 1, 0}, {0.1, 0.9, 0.8, 0.05, 0.95, 0}, {.real = {0}}, {0, 1}, 2},
      {"sparse_categorical_accuracy", S(2, 1), S(2, 3), {2, 1}, {0.1, 0.6, 0.3, 0.05, 0.95, 0}, {.real = {0}}, {0, 1}, 2},
      {"sparse_categorical_accuracy", S(2), S(2, 3), {1, 1}, {0.1, 0.6, 0.3, 0.5, 0.5, 0}, {.real = {0}}, {1, 0}, 2},
      {"sparse_categorical_accuracy", S(1), S(1, 3), {1}, {0.1, NAN, 0.3}, {.real = {0}}, {1}, 1},
      {"top_k_categorical_accuracy", S(2, 3), S(2, 3), {0, 0, 1, 1, 0, 0}, {0.1, 0.9, 0.8, 0.05, 0.95, 0.5}, {.real = {0}, .integer = {2}}, {1, 0}, 2},
      {"sparse_top_k_categorical_accuracy", S(2), S(2, 3), {2, 0}, {0.1, 0.9, 0.8, 0.05, 0.95, 0}, {.real = {0}, .integer = {2}}, {1, 1}, 2},
  };
  for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
    Error error = {0};
    NnTensor *inputs[2] = {nn_tensor_input(&rows[r].true_shape, ND_FLOAT32, NULL, &error),
                           nn_tensor_input(&rows[r].pred_shape, ND_FLOAT32, NULL, &error)};
    NnTensor *y = nn_op(rows[r].op, inputs, 2, &rows[r].attributes, &error);
    if (y == NULL) fail_msg("%s", error.text);
    NdArray *arrays[2] = {nd_new(ND_FLOAT64, rows[r].true_shape.rank, rows[r].true_shape.dims, NULL),
                          nd_new(ND_FLOAT64, rows[r].pred_shape.rank, rows[r].pred_shape.dims, NULL)};
    memcpy(arrays[0]->data, rows[r].y_true, (size_t)arrays[0]->size * 8);
    memcpy(arrays[1]->data, rows[r].y_pred, (size_t)arrays[1]->size * 8);
    for (NnPrecision p = NN_FLOAT32; p <= NN_FLOAT64; p++) {
      NdArray *result = NULL;
      assert_true(nn_graph_apply(inputs, arrays, 2, &y, 1, false, p, &result, &error));
      assert_int_equal(result->size, rows[r].count);
      for (int i = 0; i < rows[r].count; i++)
        assert_true(nd_get(result, (int64_t[]){i, 0}).as.f == rows[r].expected[i]);
      nd_release(result);
    }
    for (int i = 0; i < 2; i++) nd_release(arrays[i]);
    nn_tensor_release(y);
    for (int i = 0; i < 2; i++) nn_tensor_release(inputs[i]);
  }
}

static void test_shape_errors(void **unused) {
  static const struct {
    const char *op;
    int count;
    NnShape shapes[2];
    const char *text;
  } rows[] = {
      {"matmul", 2, {S(-1, 7), S(6, 3)}, "matmul needs shapes (..., k) and (k, n); got (None, 7) and (6, 3)"},
      {"add_bias", 2, {S(-1, 7), S(6)}, "add_bias needs shapes (..., n) and (n,); got (None, 7) and (6,)"},
      {"add", 2, {S(-1, 7), S(-1, 6)}, "add: operands could not be broadcast together with shapes (None, 7) (None, 6)"},
      {"categorical_crossentropy", 2, {S(-1), S(-1, 10)},
       "Arguments `target` and `output` must have the same rank (ndim). Received: target.shape=(None,), "
       "output.shape=(None, 10)"},
      {"categorical_crossentropy", 2, {S(-1, 7), S(-1, 10)},
       "Arguments `target` and `output` must have the same shape. Received: target.shape=(None, 7), "
       "output.shape=(None, 10)"},
      {"sparse_categorical_crossentropy", 2, {S(-1, 3), S(-1, 3)},
       "Argument `output` must have rank (ndim) `target.ndim - 1`. Received: target.shape=(None, 3), "
       "output.shape=(None, 3)"},
      {"sparse_categorical_crossentropy", 2, {S(-1), S(-1, 28, 10)},
       "Argument `output` must have rank (ndim) `target.ndim - 1`. Received: target.shape=(None,), "
       "output.shape=(None, 28, 10)"},
      {"tanh", 2, {S(-1), S(-1)}, "op tanh takes 1 inputs; got 2"},
      {"no_such_op", 1, {S(-1)}, "there is no op called no_such_op"},
  };
  for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
    Error error = {0};
    NnTensor *inputs[2] = {NULL};
    for (int i = 0; i < rows[r].count; i++) inputs[i] = nn_tensor_input(&rows[r].shapes[i], ND_FLOAT32, NULL, &error);
    assert_null(nn_op(rows[r].op, inputs, rows[r].count, NULL, &error));
    assert_string_equal(error.text, rows[r].text);
    for (int i = 0; i < rows[r].count; i++) nn_tensor_release(inputs[i]);
  }
}

/* A chain of many ops goes away without deep recursion. */
static void test_long_chain(void **unused) {
  const size_t before = core_memory_now();
  Error error = {0};
  NnShape shape = S(-1, 2);
  NnTensor *x = nn_tensor_input(&shape, ND_FLOAT32, "x", &error);
  for (int i = 0; i < 200000; i++) {
    NnTensor *next = nn_op1("tanh", x, &error);
    nn_tensor_release(x);
    x = next;
  }
  nn_tensor_release(x);
  assert_int_equal(core_memory_now(), before);
}

/* A name that stood twice would hide one of its ops. */
static void test_names_are_unique(void **state) {
  (void)state;
  int count, twice = 0;
  const NnOp *const *ops = nn_ops(&count);
  for (int i = 0; i < count; i++)
    if (nn_find_op(ops[i]->name) != ops[i]) {
      print_error("two ops are called %s\n", ops[i]->name);
      twice++;
    }
  assert_true(count > 150);
  assert_int_equal(twice, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names_are_unique),
      cmocka_unit_test(test_blocks_of_samples),
      cmocka_unit_test(test_every_backward),    cmocka_unit_test(test_no_row_is_forgotten),
      cmocka_unit_test(test_float_and_double_agree), cmocka_unit_test(test_accuracies),
      cmocka_unit_test(test_shape_errors),      cmocka_unit_test(test_long_chain),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
