/* Steps of sequences whose number the graph does not know, and states that go on from batch to batch. */
#include <stdint.h>
#include <string.h>

#include "engine/compute/kernels.h"
#include "engine/compute/kernels_plain.h"
#include "engine/nn/op_table.h"

#include "engine/nn/real_float.h"
#include "engine/nn/op_steps.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_steps.inc"

static bool shape_last(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                       Error *error) {
  const NnShape *x = &inputs[0]->shape;
  if (x->rank < 2 || x->dims[1] == 0) return core_fail(error, ERROR_VALUE, "%s needs steps behind the batch", op->name);
  shape->rank = x->rank - 1;
  shape->dims[0] = x->dims[0];
  for (int i = 1; i < shape->rank; i++) shape->dims[i] = x->dims[i + 1];
  return true;
}

static bool shape_like(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                       Error *error) {
  const NnShape *x = &inputs[0]->shape, *like = &inputs[1]->shape;
  if (x->rank < 1 || x->rank >= NN_MAX_DIMS || like->rank < 2)
    return core_fail(error, ERROR_VALUE, "%s: the samples are not steps", op->name);
  shape->rank = x->rank + 1;
  for (int i = 1; i < x->rank; i++) shape->dims[i + 1] = x->dims[i];
  shape->dims[0] = like->dims[0];
  shape->dims[1] = like->dims[1];
  return true;
}

static bool shape_states(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                         Error *error) {
  *shape = inputs[0]->shape;
  return shape->rank == 3 || core_fail(error, ERROR_VALUE, "%s needs sequences", op->name);
}

const NnOp nn_steps_ops[] = {
    {.name = "last_step", .formula = "y = x[:, -1]", .input_count = 1, .shape = shape_last,
     .forward = {last_step_forward_float, last_step_forward_double},
     .backward = {last_step_backward_float, last_step_backward_double}},
    {.name = "unfold_like", .formula = "[batch steps, ...] -> [batch, steps, ...], as the second input has them",
     .input_count = 2, .shape = shape_like, .no_gradient = 2,
     .forward = {unfold_like_forward_float, unfold_like_forward_double},
     .backward = {unfold_like_backward_float, unfold_like_backward_double}},
    {.name = "keep_states", .formula = "y = x; the last step goes into the variables behind it", .input_count = -1,
     .shape = shape_states, .no_gradient = 6, .mixes_rows = true,
     .forward = {keep_states_forward_float, keep_states_forward_double},
     .backward = {unfold_like_backward_float, unfold_like_backward_double}},
    {.name = NULL},
};
