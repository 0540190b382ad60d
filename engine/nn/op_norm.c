/* Normalizations: batch_norm and layer_norm. Sources: keras/src/layers/normalization/batch_normalization.py (moving = moving
 * * momentum + batch * (1 - momentum), the biased variance) and layer_normalization.py. */
#include <math.h>
#include <string.h>

#include "engine/nn/op_table.h"

#include "engine/nn/real_float.h"
#include "engine/nn/op_norm.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_norm.inc"

static bool shape_batch_norm(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                             Error *error) {
  const NnShape *x = &inputs[0]->shape;
  const int64_t axis = attributes->integer[0];
  if (axis < 1 || axis >= x->rank) return core_fail(error, ERROR_VALUE, "batch_norm: axis %lld of rank %d", (long long)axis, x->rank);
  for (int i = 1; i < 5; i++)
    if (inputs[i]->shape.rank != 1 || inputs[i]->shape.dims[0] != x->dims[axis])
      return core_fail(error, ERROR_VALUE, "batch_norm: parameters for %lld channels", (long long)x->dims[axis]);
  *shape = *x;
  return true;
}

static bool shape_layer_norm(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                             Error *error) {
  const NnShape *x = &inputs[0]->shape;
  int64_t length = 1;
  for (int i = (int)attributes->integer[0]; i < x->rank; i++) length *= x->dims[i];
  if (attributes->integer[0] < 1 || attributes->integer[0] >= x->rank ||
      nn_shape_size(&inputs[1]->shape, 1) != length || nn_shape_size(&inputs[2]->shape, 1) != length)
    return core_fail(error, ERROR_VALUE, "layer_norm: parameters do not fit the axes from %lld on",
                     (long long)attributes->integer[0]);
  *shape = *x;
  return true;
}

static bool shape_unit_norm(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                            Error *error) {
  *shape = inputs[0]->shape;
  return (attributes->integer[0] >= 1 && attributes->integer[0] < shape->rank) ||
         core_fail(error, ERROR_VALUE, "unit_norm: axis %lld of rank %d", (long long)attributes->integer[0], shape->rank);
}

/* Means, inverse deviations, and two sums in double (which take up to two places each). */
static int64_t batch_norm_scratch(const NnTensor *node, int64_t batch) {
  return 6 * node->shape.dims[node->attributes.integer[0]];
}
static int64_t layer_norm_scratch(const NnTensor *node, int64_t batch) { return 2 * nn_shape_size(&node->shape, batch); }

const NnOp nn_norm_ops[] = {
    {.name = "batch_norm", .formula = "y = gamma (x - m) / sqrt(v + r1) + beta; Ioffe and Szegedy 2015. A step of "
                                      "training also moves inputs 3 and 4, which must be variables",
     .input_count = 5, .shape = shape_batch_norm, .needs = NN_NEEDS_INPUTS,
     .forward = {batch_norm_forward_float, batch_norm_forward_double},
     .backward = {batch_norm_backward_float, batch_norm_backward_double}, .no_gradient = 1 << 3 | 1 << 4,
     .scratch_size = batch_norm_scratch},
    {.name = "layer_norm", .formula = "y = gamma (x - mean(x)) / sqrt(var(x) + r0) + beta; Ba et al. 2016",
     .input_count = 3, .shape = shape_layer_norm, .needs = NN_NEEDS_INPUTS,
     .forward = {layer_norm_forward_float, layer_norm_forward_double},
     .backward = {layer_norm_backward_float, layer_norm_backward_double}, .scratch_size = layer_norm_scratch},
    {.name = "unit_norm", .formula = "y = x / max(|x|, r0) along axis i0", .input_count = 1, .shape = shape_unit_norm,
     .needs = NN_NEEDS_INPUTS | NN_NEEDS_OUTPUT, .forward = {unit_norm_forward_float, unit_norm_forward_double},
     .backward = {unit_norm_backward_float, unit_norm_backward_double}},
    {.name = NULL},
};
