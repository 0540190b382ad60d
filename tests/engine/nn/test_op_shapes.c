/* What ops refuse to join: the shape rule of each, and indices that a kernel finds out of range. Layers and the
 * functions of the language check most of it before and say it in words of their own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "engine/nn/layer_internal.h"
#include "engine/nn/op.h"
#include "engine/nn/plan.h"

typedef struct Refusal {
  const char *op;
  int count;
  NnShape shapes[5];
  NnAttributes attributes;
  const char *text;
  ErrorCode code; /* 0: ERROR_VALUE */
} Refusal;

#define S(...) {.rank = sizeof((int64_t[]){__VA_ARGS__}) / 8, .dims = {__VA_ARGS__}}
#define NUMBER {.rank = 0}
#define EIGHT S(-1, 1, 1, 1, 1, 1, 1, 1)
#define AXIS(number) {.integer = {number}}
#define WINDOW(height, width) {.shape = {.rank = 8, .dims = {height, width, 1, 1, 1, 1}}}

static const Refusal refusals[] = {
    {"softmax", 1, {NUMBER}, AXIS(0), "softmax works along the last axis, and its input has none: a number", 0},
    {"mean", 1, {NUMBER}, AXIS(0), "mean works on samples; got a number", 0},
    {"conv", 2, {S(-1, 5, 5, 3), S(3, 3, 4, 2)}, {.shape = S(3, 3, 1, 1, 1, 1), .integer = {0, 1}},
     "conv in 1 groups needs (batch, ..., channels) and (window, channels / groups, filters); got (None, 5, 5, 3) and "
     "(3, 3, 4, 2)", 0},
    {"conv", 2, {S(-1, 5), S(3, 3)}, WINDOW(3, 3), "a window slides over tensors of rank 3 or 4, not 2", 0},
    {"conv_transpose", 2, {S(-1, 5), S(3, 3)}, WINDOW(3, 3), "a window slides over tensors of rank 3 or 4, not 2", 0},
    {"conv_transpose", 2, {S(-1, 5, 5, 3), S(3, 3, 2, 4)}, WINDOW(3, 3), "conv_transpose needs a kernel for 3 channels", 0},
    {"depthwise_conv", 2, {S(-1, 5, 5, 3), S(3, 3, 4, 2)}, WINDOW(3, 3), "depthwise_conv needs a kernel for 3 channels", 0},
    {"max_pool", 1, {S(-1, 5)}, WINDOW(2, 2), "a window slides over tensors of rank 3 or 4, not 2", 0},
    {"max_axes", 1, {S(-1, 5)}, AXIS(0), "max_axes needs axes between the batch and the channels", 0},
    {"broadcast", 1, {S(-1, 2, 3)}, {.shape = S(2, 3)}, "a tensor of shape (None, 2, 3) cannot be broadcast to (2, 3)", 0},
    {"augment", 1, {S(-1, 5, 3)}, AXIS(0), "augment takes images: tensors of rank 4", 0},
    {"encode", 1, {NUMBER}, AXIS(0), "encode takes samples of numbers", 0},
    {"standardize", 3, {S(-1, 3), S(4), S(4)}, AXIS(2), "standardize: the statistics do not fit the input", 0},
    {"any_other", 1, {S(-1)}, AXIS(0), "any_other works along the last axis", 0},
    {"embedding", 2, {S(-1, 3), S(4)}, AXIS(0), "embedding takes numbers and a table of two dimensions", 0},
    {"embedding", 2, {EIGHT, S(4, 2)}, AXIS(0), "embedding takes numbers and a table of two dimensions", 0},
    {"binary_accuracy", 2, {S(-1, 3), S(-1)}, AXIS(0),
     "binary_accuracy cannot compare y_true of shape (None, 3) with y_pred of shape (None,)", 0},
    {"categorical_accuracy", 2, {NUMBER, NUMBER}, AXIS(0),
     "categorical_accuracy cannot compare y_true of shape () with y_pred of shape ()", 0},
    {"sparse_categorical_accuracy", 2, {S(-1), NUMBER}, AXIS(0),
     "sparse_categorical_accuracy cannot compare y_true of shape (None,) with y_pred of shape ()", 0},
    {"sparse_top_k_categorical_accuracy", 2, {S(4, 2), S(4, 3)}, AXIS(2),
     "sparse_top_k_categorical_accuracy cannot compare y_true of shape (4, 2) with y_pred of shape (4, 3)", 0},
    {"permute", 1, {S(-1, 2, 3)}, {.shape = S(1, 0, 2)}, "permute keeps the batch first and names each axis once", 0},
    {"permute", 1, {S(-1, 2, 3)}, {.shape = S(0, 1, 1)}, "permute keeps the batch first and names each axis once", 0},
    {"pad", 1, {S(-1)}, {.shape = S(1, 1)}, "pad takes tensors of rank 2 to 5", 0},
    {"pad", 1, {S(-1, 4, 5)}, {.shape = S(1, 1, -3, -3)}, "pad: nothing is left of axis 2", 0},
    {"concatenate", 2, {S(-1, 3), S(-1, 3)}, AXIS(0), "concatenate: axis 0 of rank 2", 0},
    {"concatenate", 2, {S(-1, 3, 2), S(-1, 3, 4)}, AXIS(1), "concatenate: the shapes differ along another axis than 1", 0},
    {"reverse", 1, {S(-1, 3)}, AXIS(2), "reverse: axis 2 of rank 2", 0},
    {"repeat", 1, {S(-1, 3)}, {.integer = {-1, 2}}, "repeat: axis -1 of rank 2", 0},
    {"resize", 1, {S(-1, 3, 3)}, {.shape = S(2, 2)}, "resize takes images: tensors of rank 4", 0},
    {"batch_dot", 2, {S(-1, 2, 3), S(-1, 4, 5)}, AXIS(0), "batch_dot needs shapes (batch, m, k) and (batch, k, n)", 0},
    {"batch_norm", 5, {S(-1, 3), S(3), S(3), S(3), S(3)}, AXIS(2), "batch_norm: axis 2 of rank 2", 0},
    {"batch_norm", 5, {S(-1, 3), S(3), S(3), S(3), S(4)}, AXIS(1), "batch_norm: parameters for 3 channels", 0},
    {"layer_norm", 3, {S(-1, 2, 3), S(3), S(4)}, AXIS(2), "layer_norm: parameters do not fit the axes from 2 on", 0},
    {"layer_norm", 3, {S(-1, 2, 3), S(3), S(3)}, AXIS(0), "layer_norm: parameters do not fit the axes from 0 on", 0},
    {"rms_norm", 1, {NUMBER}, AXIS(0), "rms_norm works along the last axis", 0},
    {"unit_norm", 1, {S(-1, 3)}, AXIS(0), "unit_norm: axis 0 of rank 2", 0},
    {"dropout", 1, {S(-1, 3)}, {.real = {1.5}},
     "Invalid value received for argument `rate`. Expected a float value between 0 and 1. Received: rate=1.5", 0},
    {"noise", 1, {S(-1, 3)}, {.shape = S(1, 2)}, "Incompatible shapes: noise of shape (1, 2) for a tensor of shape (None, 3)", 0},
    {"transpose", 1, {S(-1, 3)}, {.shape = S(1, 1)}, "transpose names each of the 2 axes once", 0},
    {"slice", 1, {S(-1, 3)}, {.integer = {2}, .shape = S(1)}, "slice: axis 2 is out of bounds for a tensor of 2 dimensions", 0},
    {"slice", 1, {S(-1, 3)}, {.integer = {0}, .shape = S(1)},
     "a part of the batch cannot be taken: its size is not known before the model runs", ERROR_NOT_IMPLEMENTED},
    {"pad_axis", 1, {S(-1, 3)}, {.integer = {0, 1, 1}}, "the batch cannot be padded", ERROR_NOT_IMPLEMENTED},
    {"gather", 2, {EIGHT, S(2, 2)}, AXIS(1), "a tensor has at most 8 dimensions", 0},
    {"one_hot", 1, {EIGHT}, AXIS(3), "a tensor has at most 8 dimensions", 0},
    {"recurrent", 4, {S(-1, 5, 3), S(4, 2), S(2, 2), S(2)}, AXIS(0), "recurrent: the weights do not fit the sequences", 0},
    {"argmax", 1, {S(-1, 3)}, AXIS(-1), "argmax: axis -1 is out of bounds for a tensor of 2 dimensions", 0},
    {"reshape", 1, {NUMBER}, {.shape = S(1)}, "reshape keeps the batch dimension", 0},
    {"reshape", 1, {S(-1, 6)}, {.shape = S(5, 2)},
     "The total size of the tensor must be unchanged: 6 elements a sample cannot become 10", 0},
    {"flatten", 1, {NUMBER}, AXIS(0), "flatten needs at least one dimension, the batch", 0},
    {"squeeze", 1, {S(-1, 6)}, AXIS(0), "cannot squeeze a last axis whose size is not one", 0},
    {"expand", 1, {EIGHT}, AXIS(0), "a tensor has at most 8 dimensions", 0},
    {"fold_time", 1, {S(-1, 0, 3)}, AXIS(0), "fold_time needs steps behind the batch", 0},
    {"unfold_time", 1, {S(-7, 3)}, AXIS(2), "unfold_time: the samples are not steps", 0},
    {"last_step", 1, {S(-1)}, AXIS(0), "last_step needs steps behind the batch", 0},
    {"unfold_like", 2, {S(-1, 3), S(-1)}, AXIS(0), "unfold_like: the samples are not steps", 0},
    {"by_mode", 2, {S(-1, 3), S(-1, 4)}, AXIS(0), "by_mode: the shapes (None, 3) and (None, 4) are not the same", 0},
    {"keep_states", 2, {S(-1, 3), S(4, 3)}, AXIS(0), "keep_states needs sequences", 0},
};

static void test_refusals(void **state) {
  (void)state;
  for (size_t r = 0; r < sizeof refusals / sizeof *refusals; r++) {
    const Refusal *row = &refusals[r];
    Error error = {0};
    NnTensor *inputs[5] = {NULL};
    for (int i = 0; i < row->count; i++) inputs[i] = nn_tensor_input(&row->shapes[i], ND_FLOAT32, NULL, &error);
    NnTensor *result = nn_op(row->op, inputs, row->count, &row->attributes, &error);
    if (result != NULL) fail_msg("%s was not refused: %s", row->op, row->text);
    assert_string_equal(error.text, row->text);
    assert_int_equal(error.code, row->code != ERROR_NONE ? row->code : ERROR_VALUE);
    for (int i = 0; i < row->count; i++) nn_tensor_release(inputs[i]);
  }
}

/* An op that came before could not be made, and nobody asked. */
static void test_missing_input(void **state) {
  (void)state;
  const NnShape shape = S(-1, 3);
  Error error = {0};
  NnTensor *x = nn_tensor_input(&shape, ND_FLOAT32, NULL, &error);
  assert_null(nn_op("add", (NnTensor *[]){x, NULL}, 2, NULL, &error));
  assert_string_equal(error.text, "op add: input 1 is missing");
  assert_int_equal(error.code, ERROR_VALUE);
  nn_tensor_release(x);
}

/* Numbers that a kernel reads: rows of a table that are not there. */
static void test_indices(void **state) {
  (void)state;
  const NnShape table_shape = S(3, 2), index_shape = S(-1);
  const NnAttributes first = AXIS(0);
  Error error = {0};
  NdArray *table = nd_zeros(ND_FLOAT32, 2, (int64_t[]){3, 2}, &error);
  NdArray *indices = nd_zeros(ND_FLOAT32, 1, (int64_t[]){2}, &error);
  ((float *)(void *)indices->data)[1] = 3;
  for (NnPrecision precision = NN_FLOAT32; precision <= NN_FLOAT64; precision++) {
    NnTensor *inputs[2] = {nn_tensor_input(&table_shape, ND_FLOAT32, NULL, &error),
                           nn_tensor_input(&index_shape, ND_FLOAT32, NULL, &error)};
    NnTensor *rows = nn_op("gather", inputs, 2, &first, &error);
    NdArray *result = NULL;
    assert_non_null(rows);
    assert_false(nn_graph_apply(inputs, (NdArray *[]){table, indices}, 2, &rows, 1, false, precision, &result, &error));
    assert_string_equal(error.text, "indices[1] = 3 is not in [0, 3)");
    assert_int_equal(error.code, ERROR_VALUE);
    error = (Error){0};
    nn_tensor_release(rows);
    for (int i = 0; i < 2; i++) nn_tensor_release(inputs[i]);
  }
  nd_release(table);
  nd_release(indices);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_refusals),
      cmocka_unit_test(test_missing_input),
      cmocka_unit_test(test_indices),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
