/* Ops that know of more than numbers: in which mode the graph runs, and variables that are written while it runs. */
#include <stdint.h>
#include <string.h>

#include "engine/nn/op_table.h"

#include "engine/nn/real_float.h"
#include "engine/nn/op_state.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_state.inc"

static bool shape_first(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                        Error *error) {
  *shape = inputs[0]->shape;
  return true;
}

static bool shape_same(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                       Error *error) {
  *shape = inputs[0]->shape;
  if (nn_shape_equal(shape, &inputs[1]->shape)) return true;
  char first[128], other[128];
  nn_shape_text(shape, first, sizeof first);
  nn_shape_text(&inputs[1]->shape, other, sizeof other);
  return core_fail(error, ERROR_VALUE, "%s: the shapes %s and %s are not the same", op->name, first, other);
}

/* attributes->shape, with -1 for what is open; i0 inputs, i1 the call's mode, i2 which of its outputs. */
static bool shape_later(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                        Error *error) {
  *shape = attributes->shape;
  return true;
}

const NnOp nn_state_ops[] = {
    {.name = "assign", .formula = "y = x, and the variable v (input 0) is x from here on", .input_count = 2,
     .shape = shape_same, .mixes_rows = true, .forward = {assign_forward_float, assign_forward_double}},
    {.name = "after", .formula = "y = a, once b is there", .input_count = 2, .shape = shape_first, .no_gradient = 2,
     .mixes_rows = true, .forward = {first_forward_float, first_forward_double},
     .backward = {first_backward_float, first_backward_double}},
    /* Plans and tapes take one of the two and leave the op out. */
    {.name = "by_mode", .formula = "y = a while training, else b", .input_count = 2, .shape = shape_same, .no_gradient = 2,
     .forward = {first_forward_float, first_forward_double}, .backward = {first_backward_float, first_backward_double}},
    /* No plan has it: a graph for known lengths holds what it stands for. */
    {.name = "later", .formula = "a call that waits for lengths that are open", .input_count = -1, .shape = shape_later},
    {.name = NULL},
};
