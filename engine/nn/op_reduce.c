/* Reductions over any axes (i0: a bit an axis; i1: reduced axes stay with length 1), the place of an extreme, and
 * running sums. */
#include <math.h>
#include <string.h>

#include "engine/compute/kernels.h"
#include "engine/compute/kernels_plain.h"
#include "engine/nn/op_table.h"
#include "engine/nn/walk.h"

/* Over x, with y as the operand, which does not move along reduced axes. */
static Walk reduce_walk(const NnRun *run) {
  const NnShape *x = &run->input_shapes[0];
  NnShape y = *x;
  Walk walk = {0};
  for (int axis = 0; axis < x->rank; axis++)
    if (run->attributes->integer[0] >> axis & 1) y.dims[axis] = 1;
  walk_operand(&walk, x, &y);
  walk_ready(&walk, x);
  return walk;
}

#include "engine/nn/real_float.h"
#include "engine/nn/op_reduce.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_reduce.inc"

static bool shape_reduce(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                         Error *error) {
  const NnShape *x = &inputs[0]->shape;
  shape->rank = 0;
  for (int axis = 0; axis < x->rank; axis++) {
    const bool reduced = attributes->integer[0] >> axis & 1;
    if (!reduced || attributes->integer[1]) shape->dims[shape->rank++] = reduced ? 1 : x->dims[axis];
  }
  return true;
}

static bool check_axis(const NnOp *op, const NnShape *x, int64_t axis, Error *error) {
  if (axis >= 0 && axis < x->rank) return true;
  return core_fail(error, ERROR_VALUE, "%s: axis %lld is out of bounds for a tensor of %d dimensions", op->name,
                   (long long)axis, x->rank);
}

static bool shape_place(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                        Error *error) {
  const NnShape *x = &inputs[0]->shape;
  if (!check_axis(op, x, attributes->integer[0], error)) return false;
  shape->rank = 0;
  for (int axis = 0; axis < x->rank; axis++)
    if (axis != attributes->integer[0]) shape->dims[shape->rank++] = x->dims[axis];
  return true;
}

static bool shape_running(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                          Error *error) {
  *shape = inputs[0]->shape;
  return check_axis(op, shape, attributes->integer[0], error);
}

static int64_t one_each(const NnTensor *node, int64_t batch) { return nn_shape_size(&node->shape, batch); }
static int64_t two_each(const NnTensor *node, int64_t batch) { return 2 * nn_shape_size(&node->shape, batch); }

#define REDUCE(symbol, text, what, ...)                                                                       \
  {.name = #symbol, .formula = text, .input_count = 1, .shape = shape_reduce, .needs = what, .mixes_rows = true, \
   .forward = {symbol##_forward_float, symbol##_forward_double},                                              \
   .backward = {symbol##_backward_float, symbol##_backward_double}, __VA_ARGS__}

const NnOp nn_reduce_ops[] = {
    REDUCE(reduce_sum, "the sum along axes", 0, .scratch_size = NULL),
    REDUCE(reduce_mean, "the mean along axes", 0, .scratch_size = NULL),
    REDUCE(reduce_max, "the largest along axes", NN_NEEDS_INPUTS | NN_NEEDS_OUTPUT, .scratch_size = one_each),
    REDUCE(reduce_min, "the smallest along axes", NN_NEEDS_INPUTS | NN_NEEDS_OUTPUT, .scratch_size = one_each),
    REDUCE(reduce_prod, "the product along axes", NN_NEEDS_INPUTS, .scratch_size = two_each),
    {.name = "argmax", .formula = "where the first largest is", .input_count = 1, .shape = shape_place, .flat = true,
     .mixes_rows = true, .forward = {argmax_forward_float, argmax_forward_double},
     .backward = {place_backward_float, place_backward_double}},
    {.name = "argmin", .formula = "where the first smallest is", .input_count = 1, .shape = shape_place, .flat = true,
     .mixes_rows = true, .forward = {argmin_forward_float, argmin_forward_double},
     .backward = {place_backward_float, place_backward_double}},
    {.name = "cumsum", .formula = "sums up to each element along axis i0; i1 exclusive, i2 from the end", .input_count = 1,
     .shape = shape_running, .mixes_rows = true, .forward = {cumsum_forward_float, cumsum_forward_double},
     .backward = {cumsum_backward_float, cumsum_backward_double}},
    {.name = NULL},
};
