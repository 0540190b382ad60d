/* Ops that put elements elsewhere (any axis, the batch too), and products of stacks of matrices. A dimension of -k is k
 * times the batch: flattening (None, 3) gives -3. What would be the batch times itself, or a part of it, is refused. */
#include <string.h>

#include "engine/compute/blas.h"
#include "engine/nn/op_table.h"
#include "engine/nn/walk.h"

/* A shape seen along one axis. */
typedef struct Lines {
  int64_t before, length, after;
} Lines;

static Lines lines_of(const NnShape *shape, int64_t axis) {
  Lines lines = {1, shape->dims[axis], 1};
  for (int i = 0; i < axis; i++) lines.before *= shape->dims[i];
  for (int i = (int)axis + 1; i < shape->rank; i++) lines.after *= shape->dims[i];
  return lines;
}

/* Over y, with x as the operand: its strides in the order of y's axes. */
static Walk transpose_walk(const NnRun *run) {
  const NnShape *x = &run->input_shapes[0];
  int64_t stride[NN_MAX_DIMS], step = 1;
  Walk walk = {.operands = 1};
  for (int axis = x->rank - 1; axis >= 0; axis--) {
    stride[axis] = step;
    step *= x->dims[axis];
  }
  for (int axis = 0; axis < x->rank; axis++) walk.stride[0][axis] = stride[run->attributes->shape.dims[axis]];
  walk_ready(&walk, &run->output_shape);
  return walk;
}

/* The matrices of a product of stacks: m x k times k x n. */
typedef struct Stack {
  bool ta, tb;
  int64_t m, n, k;
} Stack;

static Stack stack_of(const NnRun *run) {
  const NnShape *a = &run->input_shapes[0], *c = &run->output_shape;
  Stack stack = {.ta = run->attributes->integer[0] != 0, .tb = run->attributes->integer[1] != 0};
  stack.m = c->dims[c->rank - 2];
  stack.n = c->dims[c->rank - 1];
  stack.k = a->dims[a->rank - (stack.ta ? 2 : 1)];
  return stack;
}

static Walk stack_walk(const NnRun *run) {
  NnShape whole = run->output_shape, a = run->input_shapes[0], b = run->input_shapes[1];
  Walk walk = {0};
  whole.rank -= 2;
  a.rank -= 2;
  b.rank -= 2;
  walk_operand(&walk, &whole, &a);
  walk_operand(&walk, &whole, &b);
  walk_ready(&walk, &whole);
  return walk;
}

#include "engine/nn/real_float.h"
#include "engine/nn/op_rearrange.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_rearrange.inc"

/* The elements of a shape as a number and how often the batch is a factor of it. */
static int64_t content(const NnShape *shape, int *batches) {
  int64_t size = 1;
  for (int i = 0; i < shape->rank; i++) {
    size *= shape->dims[i] < 0 ? -shape->dims[i] : shape->dims[i];
    *batches += shape->dims[i] < 0;
  }
  return size;
}

/* attributes->shape is the target; i0 is the axis that takes what is left, -1 for none. */
/* i1 axes before and i2 behind are the input's own, whatever their sizes are: only those between them change. */
static bool shape_between(const NnShape *x, const NnAttributes *attributes, NnShape *shape) {
  const int before = (int)attributes->integer[1], behind = (int)attributes->integer[2];
  *shape = attributes->shape;
  int64_t has = 1, wants = 1;
  for (int i = before; i < x->rank - behind; i++) has *= x->dims[i];
  for (int i = before; i < shape->rank - behind; i++) wants *= shape->dims[i];
  if (before + behind > x->rank || before + behind > shape->rank || has != wants) return false;
  for (int i = 0; i < before; i++) shape->dims[i] = x->dims[i];
  for (int i = 1; i <= behind; i++) shape->dims[shape->rank - i] = x->dims[x->rank - i];
  return true;
}

static bool shape_to(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                     Error *error) {
  const bool between = attributes->integer[1] > 0 || attributes->integer[2] > 0;
  if (between && shape_between(&inputs[0]->shape, attributes, shape)) return true;
  const int free_axis = (int)attributes->integer[0];
  int has_batches = 0, batches = 0;
  const int64_t has = content(&inputs[0]->shape, &has_batches);
  *shape = attributes->shape;
  /* A graph that was made for any batch is run for a known one: the batch in the target is worked out anew. */
  int first = -1, unknown = 0;
  for (int i = 0; i < shape->rank; i++)
    if (shape->dims[i] < 0 && i != free_axis) {
      unknown++;
      first = i;
    }
  if (has_batches == 0 && unknown > 0) {
    int64_t known = 1;
    for (int i = 0; i < shape->rank; i++)
      if (i != first) known *= shape->dims[i];
    if (unknown == 1 && free_axis < 0 && known > 0 && has % known == 0) shape->dims[first] = has / known;
    else
      for (int i = 0; i < shape->rank && inputs[0]->shape.rank > 0; i++)
        if (i != free_axis) shape->dims[i] = nn_dim_at(shape->dims[i], inputs[0]->shape.dims[0]);
  }
  const NnShape target = *shape;
  if (free_axis >= 0) shape->dims[free_axis] = 1;
  const int64_t wants = content(shape, &batches);
  bool good = between ? false : free_axis >= 0 ? wants > 0 && has % wants == 0 && has_batches - batches >= 0 && has_batches - batches <= 1
                             : has == wants && has_batches == batches;
  if (good && free_axis >= 0) shape->dims[free_axis] = has_batches > batches ? -(has / wants) : has / wants;
  if (good) return true;
  char from[128], to[128];
  NnShape asked = target;
  nn_shape_text(&inputs[0]->shape, from, sizeof from);
  nn_shape_text(&asked, to, sizeof to);
  return core_fail(error, ERROR_VALUE, "cannot reshape a tensor of shape %s into %s", from, to);
}

static bool shape_transpose(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                            Error *error) {
  const NnShape *x = &inputs[0]->shape, *axes = &attributes->shape;
  bool good = axes->rank == x->rank, seen[NN_MAX_DIMS] = {false};
  for (int i = 0; good && i < x->rank; i++) {
    good = axes->dims[i] >= 0 && axes->dims[i] < x->rank && !seen[axes->dims[i]];
    if (good) seen[axes->dims[i]] = true;
  }
  if (!good) return core_fail(error, ERROR_VALUE, "transpose names each of the %d axes once", x->rank);
  shape->rank = x->rank;
  for (int i = 0; i < x->rank; i++) shape->dims[i] = x->dims[axes->dims[i]];
  return true;
}

static bool check_axis(const NnOp *op, const NnShape *x, int64_t axis, Error *error) {
  if (axis >= 0 && axis < x->rank) return true;
  return core_fail(error, ERROR_VALUE, "%s: axis %lld is out of bounds for a tensor of %d dimensions", op->name,
                   (long long)axis, x->rank);
}

/* The op does not know how many inputs it has: the caller ends the list with NULL. */
static bool shape_concat(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                         Error *error) {
  const int64_t axis = attributes->integer[0];
  *shape = inputs[0]->shape;
  if (!check_axis(op, shape, axis, error)) return false;
  for (int k = 1; k < (int)attributes->integer[1]; k++) {
    const NnShape *x = &inputs[k]->shape;
    bool good = x->rank == shape->rank;
    for (int i = 0; good && i < x->rank; i++) good = i == axis || x->dims[i] == shape->dims[i];
    good = good && (x->dims[axis] < 0) == (shape->dims[axis] < 0);
    if (!good) {
      char first[128], other[128];
      nn_shape_text(&inputs[0]->shape, first, sizeof first);
      nn_shape_text(x, other, sizeof other);
      return core_fail(error, ERROR_VALUE, "concatenate along axis %lld: the other dimensions must be equal, got %s and %s",
                       (long long)axis, first, other);
    }
    shape->dims[axis] += x->dims[axis];
  }
  return true;
}

/* attributes->shape.dims[0]: the length along axis i0 that comes out. */
static bool shape_slice(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                        Error *error) {
  const int64_t axis = attributes->integer[0];
  *shape = inputs[0]->shape;
  if (!check_axis(op, shape, axis, error)) return false;
  if (shape->dims[axis] < 0) {
    core_fail(error, ERROR_NOT_IMPLEMENTED, "a part of the batch cannot be taken: its size is not known before the model runs");
    return core_hint(error, "x[:, ...] leaves the batch as it is");
  }
  shape->dims[axis] = attributes->shape.dims[0];
  return true;
}

static bool shape_pad(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                      Error *error) {
  const int64_t axis = attributes->integer[0];
  *shape = inputs[0]->shape;
  if (!check_axis(op, shape, axis, error)) return false;
  if (shape->dims[axis] < 0) return core_fail(error, ERROR_NOT_IMPLEMENTED, "the batch cannot be padded");
  shape->dims[axis] += attributes->integer[1] + attributes->integer[2];
  return true;
}

static bool shape_gather(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                         Error *error) {
  const NnShape *x = &inputs[0]->shape, *indices = &inputs[1]->shape;
  const int axis = (int)attributes->integer[0];
  if (!check_axis(op, x, axis, error)) return false;
  if (x->rank + indices->rank - 1 > NN_MAX_DIMS)
    return core_fail(error, ERROR_VALUE, "a tensor has at most %d dimensions", NN_MAX_DIMS);
  shape->rank = 0;
  for (int i = 0; i < axis; i++) shape->dims[shape->rank++] = x->dims[i];
  for (int i = 0; i < indices->rank; i++) shape->dims[shape->rank++] = indices->dims[i];
  for (int i = axis + 1; i < x->rank; i++) shape->dims[shape->rank++] = x->dims[i];
  return true;
}

static bool shape_one_hot(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                          Error *error) {
  *shape = inputs[0]->shape;
  if (shape->rank >= NN_MAX_DIMS) return core_fail(error, ERROR_VALUE, "a tensor has at most %d dimensions", NN_MAX_DIMS);
  shape->dims[shape->rank++] = attributes->integer[0];
  return true;
}

static bool shape_stack(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                        Error *error) {
  const NnShape *a = &inputs[0]->shape, *b = &inputs[1]->shape;
  const bool ta = attributes->integer[0] != 0, tb = attributes->integer[1] != 0;
  bool good = a->rank >= 2 && b->rank >= 2 && a->dims[a->rank - (ta ? 2 : 1)] == b->dims[b->rank - (tb ? 1 : 2)];
  shape->rank = a->rank > b->rank ? a->rank : b->rank;
  for (int axis = 0; good && axis < shape->rank - 2; axis++) {
    const int ia = axis - (shape->rank - a->rank), ib = axis - (shape->rank - b->rank);
    const int64_t da = ia < 0 ? 1 : a->dims[ia], db = ib < 0 ? 1 : b->dims[ib];
    good = da == db || da == 1 || db == 1;
    shape->dims[axis] = da == 1 ? db : da;
  }
  if (!good) {
    char left[128], right[128];
    nn_shape_text(a, left, sizeof left);
    nn_shape_text(b, right, sizeof right);
    return core_fail(error, ERROR_VALUE, "Matrix size-incompatible: matmul of shapes %s and %s", left, right);
  }
  shape->dims[shape->rank - 2] = a->dims[a->rank - (ta ? 1 : 2)];
  shape->dims[shape->rank - 1] = b->dims[b->rank - (tb ? 2 : 1)];
  return true;
}

#define MOVE(symbol, text, inputs, rule, ...)                                                            \
  {.name = #symbol, .formula = text, .input_count = inputs, .shape = rule, .mixes_rows = true,           \
   .forward = {symbol##_forward_float, symbol##_forward_double},                                         \
   .backward = {symbol##_backward_float, symbol##_backward_double}, __VA_ARGS__}

const NnOp nn_rearrange_ops[] = {
    {.name = "reshape_to", .formula = "the same elements in another shape, the batch's too", .input_count = 1,
     .shape = shape_to, .mixes_rows = true, .same_memory = true, .forward = {moved_forward_float, moved_forward_double},
     .backward = {moved_backward_float, moved_backward_double}},
    MOVE(transpose, "y has x's axes in another order, the batch's too", 1, shape_transpose, .needs = 0),
    MOVE(concat, "i1 inputs, one behind the other along axis i0", -1, shape_concat, .needs = 0),
    MOVE(slice, "y[i] = x[i1 + i i2] along axis i0", 1, shape_slice, .needs = 0),
    MOVE(pad_axis, "i1 and i2 times r0 around x along axis i0", 1, shape_pad, .needs = 0),
    MOVE(gather, "x[j] along axis i0", 2, shape_gather, .needs = NN_NEEDS_INPUTS, .no_gradient = 0),
    MOVE(one_hot, "r0 at the place that x names, r1 elsewhere", 1, shape_one_hot, .flat = true),
    MOVE(batch_matmul, "c = a b, i0: a transposed, i1: b", 2, shape_stack, .needs = NN_NEEDS_INPUTS),
    {.name = NULL},
};
