/* Ops that move numbers to other places. */
#include <string.h>

#include "engine/nn/op_table.h"

#include "engine/nn/real_float.h"
#include "engine/nn/op_move.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_move.inc"

/* attributes->shape: the axis of x that becomes each axis of y; the batch stays first. */
static bool shape_permute(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                          Error *error) {
  const NnShape *x = &inputs[0]->shape, *axes = &attributes->shape;
  bool good = axes->rank == x->rank && x->rank > 0 && axes->dims[0] == 0, seen[NN_MAX_DIMS] = {false};
  for (int i = 0; good && i < x->rank; i++) {
    good = axes->dims[i] >= 0 && axes->dims[i] < x->rank && !seen[axes->dims[i]];
    if (good) seen[axes->dims[i]] = true;
  }
  if (!good) return core_fail(error, ERROR_VALUE, "permute keeps the batch first and names each axis once");
  shape->rank = x->rank;
  for (int i = 0; i < x->rank; i++) shape->dims[i] = x->dims[axes->dims[i]];
  return true;
}

const NnOp nn_move_ops[] = {
    {.name = "permute", .formula = "y has x's axes in another order", .input_count = 1, .shape = shape_permute,
     .forward = {permute_forward_float, permute_forward_double},
     .backward = {permute_backward_float, permute_backward_double}},
    {.name = NULL},
};
