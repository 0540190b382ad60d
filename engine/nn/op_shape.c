/* Ops that only see the same elements under another shape: plans let output and input share memory. */
#include <string.h>

#include "engine/compute/kernels.h"
#include "engine/compute/kernels_plain.h"
#include "engine/nn/op_table.h"

#include "engine/nn/real_float.h"
#include "engine/nn/op_shape.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_shape.inc"

/* attributes->shape holds all dimensions but the batch. */
static bool shape_reshape(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                          Error *error) {
  const NnShape *x = &inputs[0]->shape, *to = &attributes->shape;
  if (x->rank < 1 || to->rank + 1 > NN_MAX_DIMS) return core_fail(error, ERROR_VALUE, "reshape keeps the batch dimension");
  shape->rank = to->rank + 1;
  shape->dims[0] = x->dims[0];
  int64_t has = 1, wants = 1;
  for (int i = 1; i < x->rank; i++) has *= x->dims[i];
  for (int i = 0; i < to->rank; i++) wants *= shape->dims[i + 1] = to->dims[i];
  if (has == wants) return true;
  return core_fail(error, ERROR_VALUE,
                   "The total size of the tensor must be unchanged: %lld elements a sample cannot become %lld",
                   (long long)has, (long long)wants);
}

static bool shape_flatten(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                          Error *error) {
  const NnShape *x = &inputs[0]->shape;
  if (x->rank < 1) return core_fail(error, ERROR_VALUE, "flatten needs at least one dimension, the batch");
  shape->rank = 2;
  shape->dims[0] = x->dims[0];
  shape->dims[1] = 1;
  for (int i = 1; i < x->rank; i++)
    shape->dims[1] = x->dims[i] < 0 || shape->dims[1] < 0 ? -1 : shape->dims[1] * x->dims[i];
  return true;
}

/* Samples of one number each: [batch] and [batch, 1] are the same memory. */
static bool shape_squeeze(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                          Error *error) {
  *shape = inputs[0]->shape;
  if (shape->rank < 1 || shape->dims[shape->rank - 1] != 1)
    return core_fail(error, ERROR_VALUE, "cannot squeeze a last axis whose size is not one");
  shape->rank--;
  return true;
}

static bool shape_expand(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                         Error *error) {
  *shape = inputs[0]->shape;
  if (shape->rank >= NN_MAX_DIMS) return core_fail(error, ERROR_VALUE, "a tensor has at most %d dimensions", NN_MAX_DIMS);
  shape->dims[shape->rank++] = 1;
  return true;
}

/* Steps become samples: what a layer that knows no time gets. A batch of None times T is written -T (see tensor.h). */
static bool shape_fold_time(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                            Error *error) {
  const NnShape *x = &inputs[0]->shape;
  if (x->rank < 2 || x->dims[1] == 0) return core_fail(error, ERROR_VALUE, "fold_time needs steps behind the batch");
  shape->rank = x->rank - 1;
  for (int i = 1; i < shape->rank; i++) shape->dims[i] = x->dims[i + 1];
  /* Steps that are not known yet: nor are the samples. */
  shape->dims[0] = x->dims[1] < 0 ? -1 : x->dims[0] * x->dims[1];
  return true;
}

static bool shape_unfold_time(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                              Error *error) {
  const NnShape *x = &inputs[0]->shape;
  const int64_t steps = attributes->integer[0];
  if (x->rank < 1 || x->rank >= NN_MAX_DIMS || steps < 1 || x->dims[0] % steps != 0)
    return core_fail(error, ERROR_VALUE, "unfold_time: the samples are not steps");
  shape->rank = x->rank + 1;
  for (int i = 1; i < x->rank; i++) shape->dims[i + 1] = x->dims[i];
  shape->dims[0] = x->dims[0] / steps;
  shape->dims[1] = steps;
  return true;
}

#define ROW(text, about, rule)                                                                            \
  {.name = text, .formula = about, .input_count = 1, .shape = rule, .same_memory = true,                   \
   .forward = {copy_forward_float, copy_forward_double}, .backward = {copy_backward_float, copy_backward_double}}

const NnOp nn_shape_ops[] = {
    ROW("reshape", "the same elements in another shape", shape_reshape),
    ROW("flatten", "[batch, ...] -> [batch, product]", shape_flatten),
    ROW("squeeze", "[..., 1] -> [...]", shape_squeeze),
    ROW("expand", "[...] -> [..., 1]", shape_expand),
    ROW("fold_time", "[batch, steps, ...] -> [batch steps, ...]", shape_fold_time),
    ROW("unfold_time", "[batch steps, ...] -> [batch, steps, ...]", shape_unfold_time),
    {.name = NULL},
};
