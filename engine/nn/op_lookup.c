/* embedding: rows of a table by number; and masks, which come from the same numbers. */
#include <string.h>

#include "engine/compute/kernels.h"
#include "engine/compute/kernels_plain.h"
#include "engine/nn/op_table.h"

#include "engine/nn/real_float.h"
#include "engine/nn/op_lookup.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_lookup.inc"

static bool shape_embedding(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                            Error *error) {
  *shape = inputs[0]->shape;
  if (shape->rank >= NN_MAX_DIMS || inputs[1]->shape.rank != 2)
    return core_fail(error, ERROR_VALUE, "embedding takes numbers and a table of two dimensions");
  shape->dims[shape->rank++] = inputs[1]->shape.dims[1];
  return true;
}

static bool shape_same(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                       Error *error) {
  *shape = inputs[0]->shape;
  return true;
}

static bool shape_but_last(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                           Error *error) {
  *shape = inputs[0]->shape;
  if (shape->rank < 2) return core_fail(error, ERROR_VALUE, "%s works along the last axis", op->name);
  shape->rank--;
  return true;
}

const NnOp nn_lookup_ops[] = {
    {.name = "embedding", .formula = "y = table[x]", .input_count = 2, .shape = shape_embedding, .needs = NN_NEEDS_INPUTS,
     .no_gradient = 1, .forward = {embedding_forward_float, embedding_forward_double},
     .backward = {embedding_backward_float, embedding_backward_double}},
    {.name = "differs_from", .formula = "y = x != r0", .input_count = 1, .shape = shape_same, .flat = true,
     .forward = {differs_from_forward_float, differs_from_forward_double},
     .backward = {no_slope_backward_float, no_slope_backward_double}},
    {.name = "any_other", .formula = "y = whether any x along the last axis is not r0", .input_count = 1,
     .shape = shape_but_last, .flat = true, .forward = {any_other_forward_float, any_other_forward_double},
     .backward = {no_slope_backward_float, no_slope_backward_double}},
    {.name = NULL},
};
