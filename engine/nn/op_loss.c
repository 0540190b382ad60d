/* Losses, one value a sample. Formulas: engine/compute/kernels.h, after keras/src/losses/losses.py. */
#include <math.h>
#include <stdio.h>

#include "engine/compute/kernels.h"
#include "engine/compute/kernels_plain.h"
#include "engine/core/number.h"
#include "engine/nn/op_table.h"

static bool bad_label(const NnRun *run, double label, int64_t columns) {
  char text[32];
  number_repr(label, text);
  if (label == floor(label) && fabs(label) < 1e15) snprintf(text, sizeof text, "%.0f", label);
  core_fail(run->error, ERROR_VALUE, "Received a label value of %s which is outside the valid range of [0, %lld).", text,
            (long long)columns);
  return core_hint(run->error, "the last layer has %lld outputs, so the classes are the whole numbers 0 to %lld",
                   (long long)columns, (long long)columns - 1);
}

#include "engine/nn/real_float.h"
#include "engine/nn/op_loss.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_loss.inc"

static bool fail_shapes(Error *error, const char *rule, const NnShape *target, const NnShape *output) {
  char left[128], right[128];
  nn_shape_text(target, left, sizeof left);
  nn_shape_text(output, right, sizeof right);
  return core_fail(error, ERROR_VALUE, "%s Received: target.shape=%s, output.shape=%s", rule, left, right);
}

static bool drop_last(const NnShape *from, NnShape *shape) {
  *shape = *from;
  shape->rank--;
  return true;
}

/* y_true and y_pred of one shape; the texts are those of Keras's TensorFlow backend. */
static bool shape_equal(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                        Error *error) {
  const NnShape *target = &inputs[0]->shape, *output = &inputs[1]->shape;
  if (target->rank != output->rank) {
    fail_shapes(error, "Arguments `target` and `output` must have the same rank (ndim).", target, output);
    if (target->rank == 1 && output->rank == 2 && output->dims[1] > 1)
      core_hint(error, "targets that are class numbers go with sparse_categorical_crossentropy; for %s, one-hot them with "
                "keras.utils.to_categorical(y, %lld)", op->name, (long long)output->dims[1]);
    return false;
  }
  if (output->rank < 1) return fail_shapes(error, "Arguments `target` and `output` must be at least rank 1.", target, output);
  for (int i = 0; i < output->rank; i++)
    if (target->dims[i] != output->dims[i] && target->dims[i] >= 0 && output->dims[i] >= 0) {
      fail_shapes(error, "Arguments `target` and `output` must have the same shape.", target, output);
      return core_hint(error, "the last layer must have as many units as a target has values");
    }
  return drop_last(output, shape);
}

static bool shape_sparse(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                         Error *error) {
  NnShape target = inputs[0]->shape;
  const NnShape *output = &inputs[1]->shape;
  if (output->rank < 1) return fail_shapes(error, "Argument `output` must be at least rank 1.", &target, output);
  if (target.rank == output->rank && target.dims[target.rank - 1] == 1) target.rank--;
  if (target.rank != output->rank - 1) {
    fail_shapes(error, "Argument `output` must have rank (ndim) `target.ndim - 1`.", &target, output);
    if (target.rank == output->rank)
      core_hint(error, "targets that are one-hot go with categorical_crossentropy");
    else if (output->rank > 2)
      core_hint(error, "the model gives %d dimensions a batch: a Flatten layer at its start makes them two", output->rank);
    return false;
  }
  for (int i = 0; i < target.rank; i++)
    if (target.dims[i] != output->dims[i] && target.dims[i] >= 0 && output->dims[i] >= 0)
      return fail_shapes(error, "Arguments `target` and `output` must have the same shape up until the last dimension:",
                         &target, output);
  return drop_last(output, shape);
}

static int64_t loss_scratch(const NnTensor *node, int64_t batch) {
  const NnShape *output = &node->inputs[1]->shape;
  const int64_t size = nn_shape_size(output, batch), columns = nn_last(output);
  return 2 * size + 2 * (columns > 0 ? size / columns : 0) + 2;
}

#define ROW(symbol, text, shape_rule, fixed)                                                                  \
  {.name = #symbol, .formula = text, .input_count = 2, .shape = shape_rule, .needs = 0, .no_gradient = fixed, \
   .forward = {symbol##_forward_float, symbol##_forward_double},                                              \
   .backward = {loss_backward_float, loss_backward_double}, .scratch_size = loss_scratch}

const NnOp nn_loss_ops[] = {
    ROW(mean_squared_error, "mean over the row of (y_pred - y_true)^2", shape_equal, 0),
    ROW(mean_absolute_error, "mean over the row of |y_pred - y_true|", shape_equal, 0),
    ROW(binary_crossentropy, "mean over the row of -(t log p + (1 - t) log(1 - p))", shape_equal, 1),
    ROW(categorical_crossentropy, "-sum_j t_j log p_j", shape_equal, 1),
    ROW(sparse_categorical_crossentropy, "-log p[label]", shape_sparse, 1),
    {.name = NULL},
};
