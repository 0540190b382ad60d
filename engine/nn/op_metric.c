/* Accuracies, one value a sample (or an element). After keras/src/metrics/accuracy_metrics.py; they have no gradient.
 */
#include <math.h>

#include "engine/compute/kernels.h"
#include "engine/compute/kernels_plain.h"
#include "engine/nn/op_table.h"

#include "engine/nn/real_float.h"
#include "engine/nn/op_metric.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_metric.inc"

static bool fail_shapes(const NnOp *op, NnTensor *const *inputs, Error *error) {
  char left[128], right[128];
  nn_shape_text(&inputs[0]->shape, left, sizeof left);
  nn_shape_text(&inputs[1]->shape, right, sizeof right);
  return core_fail(error, ERROR_VALUE, "%s cannot compare y_true of shape %s with y_pred of shape %s", op->name, left,
                   right);
}

static bool leading_fit(const NnShape *a, const NnShape *b, int axes) {
  for (int i = 0; i < axes; i++)
    if (a->dims[i] != b->dims[i] && a->dims[i] >= 0 && b->dims[i] >= 0) return false;
  return true;
}

static bool shape_elements(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                           Error *error) {
  *shape = inputs[1]->shape;
  if (inputs[0]->shape.rank != shape->rank || !leading_fit(&inputs[0]->shape, shape, shape->rank))
    return fail_shapes(op, inputs, error);
  return true;
}

/* Both have a last axis of classes. */
static bool shape_classes(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                          Error *error) {
  *shape = inputs[1]->shape;
  if (shape->rank < 1 || inputs[0]->shape.rank != shape->rank ||
      !leading_fit(&inputs[0]->shape, shape, shape->rank - 1))
    return fail_shapes(op, inputs, error);
  shape->rank--;
  return true;
}

/* y_true lacks the last axis, or has one of size 1. */
static bool shape_labels(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                         Error *error) {
  const NnShape *given = &inputs[0]->shape;
  *shape = inputs[1]->shape;
  if (shape->rank < 1) return fail_shapes(op, inputs, error);
  shape->rank--;
  const bool column = given->rank == shape->rank + 1 && given->dims[given->rank - 1] == 1;
  if ((given->rank != shape->rank && !column) || !leading_fit(given, shape, shape->rank))
    return fail_shapes(op, inputs, error);
  return true;
}

#define ROW(symbol, text, shape_rule)                                                \
  {.name = #symbol, .formula = text, .input_count = 2, .shape = shape_rule,          \
   .forward = {symbol##_forward_float, symbol##_forward_double}}

const NnOp nn_metric_ops[] = {
    ROW(accuracy, "1 where y_true = y_pred", shape_elements),
    ROW(binary_accuracy, "1 where y_true = (y_pred > r0)", shape_elements),
    ROW(categorical_accuracy, "1 where argmax y_true = argmax y_pred", shape_classes),
    ROW(sparse_categorical_accuracy, "1 where y_true = argmax y_pred", shape_labels),
    ROW(top_k_categorical_accuracy, "1 where fewer than i0 scores are above that of argmax y_true", shape_classes),
    ROW(sparse_top_k_categorical_accuracy, "1 where fewer than i0 scores are above that of y_true", shape_labels),
    {.name = NULL},
};
