/* Dropout. Its random numbers follow from seed, step, node and element alone: the compute room's kernel draws them, and
 * the gradient is the same kernel on dy. A plan in inference leaves the op out. */
#include <string.h>

#include "engine/compute/kernels.h"
#include "engine/compute/kernels_plain.h"
#include "engine/nn/op_table.h"

#include "engine/nn/real_float.h"
#include "engine/nn/op_random.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_random.inc"

static bool shape_dropout(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                          Error *error) {
  *shape = inputs[0]->shape;
  const double rate = attributes->real[0];
  if (rate >= 0 && rate <= 1) return true;
  return core_fail(error, ERROR_VALUE, "Invalid value received for argument `rate`. Expected a float value between 0 and "
                   "1. Received: rate=%g", rate);
}

/* Where the gradient is added to another, it is drawn here first. */
static int64_t dropout_scratch(const NnTensor *node, int64_t batch) {
  return nn_shape_size(&node->shape, batch);
}

const NnOp nn_random_ops[] = {
    {.name = "dropout", .formula = "y = x kept / (1 - r0); Srivastava et al. 2014", .input_count = 1,
     .shape = shape_dropout, .scratch_size = dropout_scratch, .forward = {dropout_forward_float, dropout_forward_double},
     .backward = {dropout_backward_float, dropout_backward_double}},
    {.name = NULL},
};
