/* The losses that are no squares and no cross entropies: one value a row. After keras/src/losses/losses.py; their
 * gradients flow into the prediction only. */
#include <math.h>

#include "engine/compute/pool.h"
#include "engine/nn/op_table.h"

/* Elements in a block of rows. */
#define ERROR_BLOCK 4096

typedef struct ErrorRun {
  const NnAttributes *attributes;
  bool binary; /* hinge: all targets are 0 or 1 */
} ErrorRun;

#include "engine/nn/real_float.h"
#include "engine/nn/op_error.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_error.inc"

static bool fit(const NnOp *op, const NnShape *target, const NnShape *output, Error *error) {
  bool same = target->rank == output->rank && output->rank > 0;
  for (int i = 0; same && i < output->rank; i++)
    same = target->dims[i] == output->dims[i] || target->dims[i] < 0 || output->dims[i] < 0;
  if (same) return true;
  char left[128], right[128];
  nn_shape_text(target, left, sizeof left);
  nn_shape_text(output, right, sizeof right);
  core_fail(error, ERROR_VALUE, "%s: y_true of shape %s does not fit y_pred of shape %s", op->name, left, right);
  return core_hint(error, "the last layer must have as many units as a target has values");
}

static bool shape_rows(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                       Error *error) {
  *shape = inputs[1]->shape;
  if (!fit(op, &inputs[0]->shape, shape, error)) return false;
  shape->rank--;
  return true;
}

/* i0 1: one number a sample; 0: one number for all. */
static bool shape_overlap(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                          Error *error) {
  *shape = inputs[1]->shape;
  if (!fit(op, &inputs[0]->shape, shape, error)) return false;
  shape->rank = attributes->integer[0] ? 1 : 0;
  return true;
}

static int64_t scratch(const NnTensor *node, int64_t batch) { return nn_shape_size(&node->inputs[1]->shape, batch); }

#define ROW(symbol, text, shape_rule)                                                                           \
  {.name = #symbol, .formula = text, .input_count = 2, .shape = shape_rule, .no_gradient = 1,                   \
   .forward = {symbol##_forward_float, symbol##_forward_double},                                                \
   .backward = {error_backward_float, error_backward_double}, .scratch_size = scratch}

const NnOp nn_error_ops[] = {
    ROW(mean_absolute_percentage_error, "100 mean |t - p| / max(|t|, 1e-7)", shape_rows),
    ROW(mean_squared_logarithmic_error, "mean (log(1 + p) - log(1 + t))^2", shape_rows),
    ROW(cosine_similarity, "-t p / (|t| |p|)", shape_rows),
    ROW(huber, "mean of e^2 / 2, from |e| = r0 on linear", shape_rows),
    ROW(log_cosh, "mean log cosh (p - t)", shape_rows),
    ROW(hinge, "mean max(1 - t p, 0)", shape_rows),
    ROW(squared_hinge, "mean max(1 - t p, 0)^2", shape_rows),
    ROW(categorical_hinge, "max(max (1 - t) p - sum t p + 1, 0)", shape_rows),
    ROW(kl_divergence, "sum t log(t / p)", shape_rows),
    ROW(poisson, "mean (p - t log p)", shape_rows),
    ROW(binary_focal_crossentropy, "mean of (1 - p_t)^r2 times the cross entropy", shape_rows),
    ROW(categorical_focal_crossentropy, "sum of -r1 (1 - p)^r2 t log p", shape_rows),
    ROW(dice, "1 - 2 t p / (sum t + sum p)", shape_overlap),
    ROW(tversky, "1 - t p / (t p + r0 t (1 - p) + r1 p (1 - t))", shape_overlap),
    {.name = NULL},
};
