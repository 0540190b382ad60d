/* Element-wise sums and products with broadcasting, reductions, penalties on weights. */
#include <math.h>
#include <string.h>

#include "engine/compute/kernels.h"
#include "engine/compute/kernels_plain.h"
#include "engine/nn/op_samples.h"
#include "engine/nn/op_table.h"

/* Walks an output in order and keeps the offsets of both inputs. */
typedef struct Broadcast {
  int64_t size;
  int rank;
  int64_t dims[NN_MAX_DIMS], index[NN_MAX_DIMS];
  int64_t stride[2][NN_MAX_DIMS];
  int64_t offset[2];
} Broadcast;

static Broadcast broadcast_start(const NnRun *run) {
  Broadcast at = {.rank = run->output_shape.rank, .size = nn_shape_size(&run->output_shape, 1)};
  for (int axis = 0; axis < at.rank; axis++) at.dims[axis] = run->output_shape.dims[axis];
  for (int which = 0; which < 2; which++) {
    const NnShape *shape = &run->input_shapes[which];
    int64_t step = 1;
    for (int axis = at.rank - 1; axis >= 0; axis--) {
      const int own = axis - (at.rank - shape->rank);
      const int64_t length = own >= 0 ? shape->dims[own] : 1;
      at.stride[which][axis] = length == 1 ? 0 : step;
      step *= length;
    }
  }
  return at;
}

static inline void broadcast_next(Broadcast *at) {
  for (int axis = at->rank - 1; axis >= 0; axis--) {
    at->offset[0] += at->stride[0][axis];
    at->offset[1] += at->stride[1][axis];
    if (++at->index[axis] < at->dims[axis]) return;
    at->offset[0] -= at->stride[0][axis] * at->dims[axis];
    at->offset[1] -= at->stride[1][axis] * at->dims[axis];
    at->index[axis] = 0;
  }
}

#include "engine/nn/real_float.h"
#include "engine/nn/op_arithmetic.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_arithmetic.inc"

static bool shape_broadcast(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                            Error *error) {
  const NnShape *a = &inputs[0]->shape, *b = &inputs[1]->shape;
  shape->rank = a->rank > b->rank ? a->rank : b->rank;
  for (int axis = 0; axis < shape->rank; axis++) {
    const int ia = axis - (shape->rank - a->rank), ib = axis - (shape->rank - b->rank);
    const int64_t da = ia < 0 ? 1 : a->dims[ia], db = ib < 0 ? 1 : b->dims[ib];
    if (da != db && da != 1 && db != 1) {
      char left[128], right[128];
      nn_shape_text(a, left, sizeof left);
      nn_shape_text(b, right, sizeof right);
      return core_fail(error, ERROR_VALUE, "%s: operands could not be broadcast together with shapes %s %s", op->name,
                       left, right);
    }
    shape->dims[axis] = da == 1 ? db : da;
  }
  return true;
}

/* Tensors of one shape need no broadcasting: vector kernels, in blocks. */
static bool same_shapes(const NnRun *run) {
  return run->output_shape.rank > 0 && nn_shape_equal(&run->input_shapes[0], &run->output_shape) &&
         nn_shape_equal(&run->input_shapes[1], &run->output_shape);
}

static bool add_vectors(NnRun *run) {
  kernels()->add(run->inputs[0], run->inputs[1], run->output, run->output_shape.dims[0]);
  return true;
}
static bool subtract_vectors(NnRun *run) {
  kernels()->subtract(run->inputs[0], run->inputs[1], run->output, run->output_shape.dims[0]);
  return true;
}
static bool multiply_vectors(NnRun *run) {
  kernels()->multiply(run->inputs[0], run->inputs[1], run->output, run->output_shape.dims[0]);
  return true;
}

/* dx (+)= sign * dz */
static void pass_on(NnRun *run, int which, float sign) {
  float *dx = run->input_gradients[which];
  const float *dz = run->gradient;
  const int64_t n = run->output_shape.dims[0];
  if (dx == NULL) return;
  if (!run->accumulate[which]) memset(dx, 0, (size_t)n * sizeof *dx);
  kernels()->axpy(sign, dz, dx, n);
}
static bool add_vectors_back(NnRun *run) {
  pass_on(run, 0, 1);
  pass_on(run, 1, 1);
  return true;
}
static bool subtract_vectors_back(NnRun *run) {
  pass_on(run, 0, 1);
  pass_on(run, 1, -1);
  return true;
}
static bool multiply_vectors_back(NnRun *run) {
  const float *dz = run->gradient;
  for (int which = 0; which < 2; which++) {
    const float *other = run->inputs[1 - which];
    float *dx = run->input_gradients[which];
    for (int64_t i = 0; dx != NULL && i < run->output_shape.dims[0]; i++)
      dx[i] = (run->accumulate[which] ? dx[i] : 0) + dz[i] * other[i];
  }
  return true;
}

/* The kernels above see vectors: a tensor of more axes is one long vector for them. */
static bool in_vectors(NnRun *run, NnKernel kernel, NnKernel plain) {
  if (!same_shapes(run)) return plain(run);
  NnRun flat = *run;
  flat.output_shape = (NnShape){.rank = 1, .dims = {nn_shape_size(&run->output_shape, 1)}};
  return nn_pool_elements(&flat, kernel, 2);
}
#define POOLED(symbol)                                                                                                \
  static bool symbol##_forward_fast(NnRun *run) { return in_vectors(run, symbol##_vectors, symbol##_forward_float); } \
  static bool symbol##_backward_fast(NnRun *run) {                                                                    \
    return in_vectors(run, symbol##_vectors_back, symbol##_backward_float);                                           \
  }
POOLED(add)
POOLED(subtract)
POOLED(multiply)

static bool shape_first(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                        Error *error) {
  if (inputs[0]->shape.rank < 1) return core_fail(error, ERROR_VALUE, "%s works on samples; got a number", op->name);
  shape->rank = 1;
  shape->dims[0] = inputs[0]->shape.dims[0];
  return true;
}

static bool shape_number(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                         Error *error) {
  shape->rank = 0;
  return true;
}

static bool shape_matrix(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                         Error *error) {
  if (inputs[0]->shape.rank == 2) return true;
  char text[128];
  nn_shape_text(&inputs[0]->shape, text, sizeof text);
  return core_fail(error, ERROR_VALUE, "Inputs to OrthogonalRegularizer must have rank 2. Received: inputs.shape=%s", text);
}

static int64_t orthogonal_scratch(const NnTensor *node, int64_t batch) {
  const NnShape *w = &node->inputs[0]->shape;
  return w->dims[0] > w->dims[1] ? w->dims[0] : w->dims[1];
}

#define ROW(symbol, text, inputs, shape_rule, what)                                                           \
  {.name = #symbol, .formula = text, .input_count = inputs, .shape = shape_rule, .needs = what,               \
   .forward = {symbol##_forward_float, symbol##_forward_double},                                              \
   .backward = {symbol##_backward_float, symbol##_backward_double}}

#define FAST_ROW(symbol, text, inputs, shape_rule, what)                                                      \
  {.name = #symbol, .formula = text, .input_count = inputs, .shape = shape_rule, .needs = what,               \
   .forward = {symbol##_forward_float, symbol##_forward_double},                                              \
   .backward = {symbol##_backward_float, symbol##_backward_double}, .fast_forward = symbol##_forward_fast,    \
   .fast_backward = symbol##_backward_fast}

const NnOp nn_arithmetic_ops[] = {
    FAST_ROW(add, "z = a + b", 2, shape_broadcast, 0),
    FAST_ROW(subtract, "z = a - b", 2, shape_broadcast, 0),
    FAST_ROW(multiply, "z = a b", 2, shape_broadcast, NN_NEEDS_INPUTS),
    ROW(maximum, "z = the larger one of a and b", 2, shape_broadcast, NN_NEEDS_INPUTS),
    ROW(minimum, "z = the smaller one of a and b", 2, shape_broadcast, NN_NEEDS_INPUTS),
    ROW(mean, "y_s = mean of x_s", 1, shape_first, 0),
    ROW(sum, "y_s = sum of x_s", 1, shape_first, 0),
    ROW(sum_all, "y = sum of x", 1, shape_number, 0),
    ROW(l1, "y = r0 sum |w|; keras.regularizers.L1", 1, shape_number, NN_NEEDS_INPUTS),
    ROW(l2, "y = r0 sum w^2; keras.regularizers.L2", 1, shape_number, NN_NEEDS_INPUTS),
    {.name = "orthogonal", .formula = "y = r0 mean over pairs of |cos(w_i, w_j)|; keras.regularizers.OrthogonalRegularizer",
     .input_count = 1, .shape = shape_matrix, .needs = NN_NEEDS_INPUTS, .scratch_size = orthogonal_scratch,
     .forward = {orthogonal_forward_float, orthogonal_forward_double},
     .backward = {orthogonal_backward_float, orthogonal_backward_double}},
    {.name = NULL},
};
