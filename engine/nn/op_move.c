/* Ops that move numbers to other places, and products sample by sample. */
#include <math.h>
#include <string.h>

#include "engine/compute/blas.h"
#include "engine/nn/op_samples.h"
#include "engine/nn/op_table.h"

#include "engine/nn/real_float.h"
#include "engine/nn/op_move.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_move.inc"

NN_SAMPLE_FAST(permute)
NN_SAMPLE_FAST(pad)
NN_SAMPLE_FAST(concatenate)
NN_SAMPLE_FAST(repeat)
NN_SAMPLE_FAST(reverse)
NN_SAMPLE_FAST(resize)
NN_SAMPLE_FAST(batch_dot)

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

static bool shape_pad(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                      Error *error) {
  *shape = inputs[0]->shape;
  if (shape->rank < 2 || shape->rank > 5) return core_fail(error, ERROR_VALUE, "pad takes tensors of rank 2 to 5");
  for (int i = 1; i < shape->rank; i++) {
    if (shape->dims[i] < 0) continue;
    shape->dims[i] += attributes->shape.dims[2 * i - 2] + attributes->shape.dims[2 * i - 1];
    if (shape->dims[i] < 0) return core_fail(error, ERROR_VALUE, "pad: nothing is left of axis %d", i);
  }
  return true;
}

static bool has_axis(const NnOp *op, const NnShape *shape, int64_t axis, Error *error) {
  return (axis >= 1 && axis < shape->rank) ||
         core_fail(error, ERROR_VALUE, "%s: axis %lld of rank %d", op->name, (long long)axis, shape->rank);
}

static bool shape_concatenate(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                              Error *error) {
  const NnShape *a = &inputs[0]->shape, *b = &inputs[1]->shape;
  const int64_t axis = attributes->integer[0];
  if (!has_axis(op, a, axis, error)) return false;
  bool good = a->rank == b->rank;
  for (int i = 1; good && i < a->rank; i++) good = i == axis || a->dims[i] == b->dims[i];
  if (!good) return core_fail(error, ERROR_VALUE, "concatenate: the shapes differ along another axis than %lld", (long long)axis);
  *shape = *a;
  shape->dims[axis] = a->dims[axis] < 0 || b->dims[axis] < 0 ? -1 : a->dims[axis] + b->dims[axis];
  if (shape->dims[0] < 0) shape->dims[0] = b->dims[0];
  return true;
}

static bool shape_repeat(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                         Error *error) {
  *shape = inputs[0]->shape;
  if (!has_axis(op, shape, attributes->integer[0], error)) return false;
  int64_t *size = &shape->dims[attributes->integer[0]];
  if (*size >= 0) *size *= attributes->integer[1];
  return true;
}

static bool shape_reverse(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                          Error *error) {
  *shape = inputs[0]->shape;
  return has_axis(op, shape, attributes->integer[0], error);
}

static bool shape_resize(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                         Error *error) {
  *shape = inputs[0]->shape;
  if (shape->rank != 4) return core_fail(error, ERROR_VALUE, "resize takes images: tensors of rank 4");
  shape->dims[1] = attributes->shape.dims[0];
  shape->dims[2] = attributes->shape.dims[1];
  return true;
}

static bool shape_batch_dot(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                            Error *error) {
  const NnShape *a = &inputs[0]->shape, *b = &inputs[1]->shape;
  if (a->rank != 3 || b->rank != 3 || a->dims[2] != b->dims[1])
    return core_fail(error, ERROR_VALUE, "batch_dot needs shapes (batch, m, k) and (batch, k, n)");
  *shape = *a;
  shape->dims[2] = b->dims[2];
  return true;
}

#define ROW(symbol, text, inputs, what)                                                                             \
  {.name = #symbol, .formula = text, .input_count = inputs, .shape = shape_##symbol, .needs = what,                 \
   NN_SAMPLE_FORMS(symbol)}

const NnOp nn_move_ops[] = {
    ROW(permute, "y has x's axes in another order", 1, 0),
    ROW(pad, "zeros before and after each axis; where negative, so much is cut off", 1, 0),
    ROW(concatenate, "a and b, one behind the other along axis i0", 2, 0),
    ROW(repeat, "each place along axis i0 stands i1 times", 1, 0),
    ROW(reverse, "axis i0 in the other direction", 1, 0),
    ROW(resize, "an image in another size: bilinear, or the nearest place where i0 = 1", 1, 0),
    ROW(batch_dot, "y[b] = a[b] c[b], matrices", 2, NN_NEEDS_INPUTS),
    {.name = NULL},
};
