/* Functions of one, two and three numbers with numpy's broadcasting: what the shell's own arithmetic on tensors is made
 * of. Comparisons give 0 and 1. Ops marked `flat` have no slope anywhere: their backward gives zeros to a plan, and a
 * tape takes them for the end of its way. */
#include <math.h>
#include <string.h>

#include "engine/nn/op_table.h"
#include "engine/nn/walk.h"

#include "engine/nn/real_float.h"
#include "engine/nn/op_elementwise.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_elementwise.inc"

static bool shape_same(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                       Error *error) {
  *shape = inputs[0]->shape;
  return true;
}

/* A batch meets 1 or a batch; -1 against a known size takes the known one only where that is 1. */
static bool join(const NnOp *op, const NnShape *a, NnShape *shape, Error *error) {
  const NnShape b = *shape;
  shape->rank = a->rank > b.rank ? a->rank : b.rank;
  for (int axis = 0; axis < shape->rank; axis++) {
    const int ia = axis - (shape->rank - a->rank), ib = axis - (shape->rank - b.rank);
    const int64_t da = ia < 0 ? 1 : a->dims[ia], db = ib < 0 ? 1 : b.dims[ib];
    if (da != db && da != 1 && db != 1) {
      char left[128], right[128];
      nn_shape_text(&b, left, sizeof left);
      nn_shape_text(a, right, sizeof right);
      return core_fail(error, ERROR_VALUE, "%s: operands could not be broadcast together with shapes %s %s", op->name,
                       left, right);
    }
    shape->dims[axis] = da == 1 ? db : da;
  }
  return true;
}

static bool shape_join(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                       Error *error) {
  *shape = inputs[0]->shape;
  for (int k = 1; k < op->input_count; k++)
    if (!join(op, &inputs[k]->shape, shape, error)) return false;
  return true;
}

static bool shape_broadcast_to(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                               Error *error) {
  const NnShape *x = &inputs[0]->shape;
  NnShape target = attributes->shape;
  /* The batch in the target is the input's, once that is known. */
  for (int i = 0; i < target.rank; i++) {
    const int own = i - (target.rank - x->rank);
    if (target.dims[i] < 0 && own >= 0 && x->dims[own] > 1) target.dims[i] = x->dims[own];
    else if (target.dims[i] < 0 && own >= 0 && x->dims[own] == 1) target.dims[i] = 1;
  }
  *shape = target;
  if (!join(op, x, shape, error)) return false;
  if (nn_shape_equal(shape, &target)) return true;
  char from[128], to[128];
  nn_shape_text(&inputs[0]->shape, from, sizeof from);
  nn_shape_text(&attributes->shape, to, sizeof to);
  return core_fail(error, ERROR_VALUE, "a tensor of shape %s cannot be broadcast to %s", from, to);
}

#define KERNELS_OF(symbol)                                             \
  .forward = {symbol##_forward_float, symbol##_forward_double},        \
  .backward = {symbol##_backward_float, symbol##_backward_double}
#define ONE(symbol, text, what) \
  {.name = #symbol, .formula = text, .input_count = 1, .shape = shape_same, .needs = what, KERNELS_OF(symbol)}
#define FLAT(symbol, text) \
  {.name = #symbol, .formula = text, .input_count = 1, .shape = shape_same, .flat = true, KERNELS_OF(symbol)}
#define TWO(symbol, text) \
  {.name = #symbol, .formula = text, .input_count = 2, .shape = shape_join, .needs = X | Y, KERNELS_OF(symbol)}
#define TWO_FLAT(symbol, text)                                                                             \
  {                                                                                                        \
    .name = #symbol, .formula = text, .input_count = 2, .shape = shape_join, .needs = X | Y, .flat = true, \
    KERNELS_OF(symbol)                                                                                     \
  }
enum { X = NN_NEEDS_INPUTS, Y = NN_NEEDS_OUTPUT };

const NnOp nn_elementwise_ops[] = {
    ONE(log, "y = log(x)", X | Y), ONE(log1p, "y = log(1 + x)", X | Y), ONE(expm1, "y = exp(x) - 1", X | Y),
    ONE(sqrt, "y = sqrt(x)", X | Y), ONE(rsqrt, "y = 1 / sqrt(x)", X | Y), ONE(square, "y = x^2", X | Y),
    ONE(reciprocal, "y = 1 / x", X | Y), ONE(abs, "y = |x|", X | Y), ONE(sign, "y = -1, 0 or 1", X | Y),
    FLAT(floor, "y = floor(x)"), FLAT(ceil, "y = ceil(x)"), FLAT(round, "y = the nearest whole number, to even"),
    FLAT(trunc, "y = x without its fraction"), FLAT(not, "y = x is 0"), FLAT(nonzero, "y = x is not 0"),
    FLAT(isnan, "y = x is no number"), FLAT(isinf, "y = x is infinite"), FLAT(isfinite, "y = x is finite"),
    ONE(sin, "y = sin(x)", X | Y), ONE(cos, "y = cos(x)", X | Y), ONE(tan, "y = tan(x)", X | Y),
    ONE(asin, "y = arcsin(x)", X | Y), ONE(acos, "y = arccos(x)", X | Y), ONE(atan, "y = arctan(x)", X | Y),
    ONE(sinh, "y = sinh(x)", X | Y), ONE(cosh, "y = cosh(x)", X | Y), ONE(asinh, "y = arsinh(x)", X | Y),
    ONE(acosh, "y = arcosh(x)", X | Y), ONE(atanh, "y = artanh(x)", X | Y), ONE(erf, "y = erf(x)", X | Y),
    FLAT(stop_gradient, "y = x, and no gradient comes back"),
    ONE(clip, "y = x between r0 and r1", X | Y),
    TWO(divide, "z = a / b"), TWO(divide_no_nan, "z = a / b, 0 where b is 0"), TWO_FLAT(floor_divide, "z = floor(a / b)"),
    TWO(mod, "z = a - b floor(a / b)"), TWO(power, "z = a^b"),
    TWO(squared_difference, "z = (a - b)^2"),
    TWO(atan2, "z = the angle of (b, a)"), TWO_FLAT(equal, "z = a is b"), TWO_FLAT(not_equal, "z = a is not b"),
    TWO_FLAT(less, "z = a < b"), TWO_FLAT(less_equal, "z = a <= b"), TWO_FLAT(greater, "z = a > b"),
    TWO_FLAT(greater_equal, "z = a >= b"), TWO_FLAT(and, "z = a and b"), TWO_FLAT(or, "z = a or b"),
    TWO_FLAT(xor, "z = either a or b"),
    {.name = "where", .formula = "z = b where a is not 0, else c", .input_count = 3, .shape = shape_join, .needs = X,
     KERNELS_OF(where)},
    {.name = "broadcast", .formula = "x repeated to the attribute's shape", .input_count = 1, .shape = shape_broadcast_to,
     KERNELS_OF(broadcast)},
    {.name = NULL},
};
