/* Gradients that are followed themselves: each op's backward written in ops, so that another tape sees it. One row an op:
 * linear ops by their adjoint (tape_adjoint.h), piecewise linear ones by a slope that stays where it is, smooth ones by
 * their derivative's formula. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/tape_adjoint.h"
#include "engine/nn/tape_walk.h"
#include "engine/nn/window.h"

/* Makes values of values; whatever it makes lives until make_clear. Once something has failed, all else is NULL. */
enum { MOST_MADE = 32 };
typedef struct Maker {
  NnValue *made[MOST_MADE]; /* strong */
  int count;
  Error *error;
} Maker;

static NnValue *keep(Maker *maker, NnValue *value) {
  if (value != NULL) maker->made[maker->count++] = value;
  return value;
}

static void make_clear(Maker *maker) {
  for (int i = 0; i < maker->count; i++) nn_value_release(maker->made[i]);
  maker->count = 0;
}

static NnValue *op_with(Maker *maker, const char *name, const NnAttributes *attributes, NnValue *a, NnValue *b) {
  NnValue *inputs[2] = {a, b};
  const NnOp *op = nn_find_op(name);
  if (a == NULL || (op->input_count == 2 && b == NULL)) return NULL;
  return keep(maker, nn_value_op(op, inputs, op->input_count, attributes, maker->error));
}
static NnValue *one(Maker *maker, const char *name, NnValue *a) { return op_with(maker, name, NULL, a, NULL); }
static NnValue *two(Maker *maker, const char *name, NnValue *a, NnValue *b) { return op_with(maker, name, NULL, a, b); }
static NnValue *times(Maker *maker, NnValue *a, NnValue *b) { return two(maker, "multiply", a, b); }
/* factor * a + offset */
static NnValue *line(Maker *maker, NnValue *a, double factor, double offset) {
  return op_with(maker, "scale", &(NnAttributes){.real = {factor, offset}}, a, NULL);
}
static NnValue *less_square(Maker *maker, NnValue *a) { return line(maker, one(maker, "square", a), -1, 1); } /* 1 - a^2 */

/* Sums a gradient over the axes along which `like` was repeated. */
static NnValue *to_shape(Maker *maker, NnValue *gradient, const NnValue *like) {
  if (gradient == NULL) return NULL;
  const NnShape wanted = nn_shape_of_array(like->array), has = nn_shape_of_array(gradient->array);
  if (nn_shape_equal(&wanted, &has)) return gradient;
  NnValue *inputs[2] = {(NnValue *)like, gradient};
  return keep(maker, nn_adjoint(nn_find_op("add"), &(NnAttributes){.real = {0}}, 0, 0, inputs, 2, gradient, maker->error));
}

/* Sums over the last axis, which stays with a length of 1. */
static NnValue *sum_last(Maker *maker, NnValue *a) {
  if (a == NULL) return NULL;
  return op_with(maker, "reduce_sum", &(NnAttributes){.integer = {(int64_t)1 << (a->array->ndim - 1), 1}}, a, NULL);
}

/* ---- Slopes of smooth ops: dy/dx of input x and result y ---- */

typedef NnValue *(*Slope)(Maker *m, NnValue *x, NnValue *y, const NnAttributes *attributes);
#define SLOPE(name, expression) \
  static NnValue *slope_##name(Maker *m, NnValue *x, NnValue *y, const NnAttributes *attributes) { return expression; }
SLOPE(log, one(m, "reciprocal", x))
SLOPE(log1p, one(m, "reciprocal", line(m, x, 1, 1)))
SLOPE(expm1, line(m, y, 1, 1))
SLOPE(exp, y)
SLOPE(sqrt, line(m, one(m, "reciprocal", y), 0.5, 0))
SLOPE(rsqrt, line(m, times(m, y, one(m, "square", y)), -0.5, 0))
SLOPE(square, line(m, x, 2, 0))
SLOPE(reciprocal, line(m, one(m, "square", y), -1, 0))
SLOPE(sin, one(m, "cos", x))
SLOPE(cos, line(m, one(m, "sin", x), -1, 0))
SLOPE(tan, line(m, one(m, "square", y), 1, 1))
SLOPE(asin, one(m, "rsqrt", less_square(m, x)))
SLOPE(acos, line(m, one(m, "rsqrt", less_square(m, x)), -1, 0))
SLOPE(atan, one(m, "reciprocal", line(m, one(m, "square", x), 1, 1)))
SLOPE(sinh, one(m, "cosh", x))
SLOPE(cosh, one(m, "sinh", x))
SLOPE(asinh, one(m, "rsqrt", line(m, one(m, "square", x), 1, 1)))
SLOPE(acosh, one(m, "rsqrt", line(m, one(m, "square", x), 1, -1)))
SLOPE(atanh, one(m, "reciprocal", less_square(m, x)))
SLOPE(erf, line(m, one(m, "exp", line(m, one(m, "square", x), -1, 0)), 1.1283791670955126, 0)) /* 2 / sqrt(pi) */
SLOPE(sigmoid, times(m, y, line(m, y, -1, 1)))
SLOPE(tanh, less_square(m, y))
SLOPE(softplus, one(m, "sigmoid", x))
SLOPE(log_sigmoid, one(m, "sigmoid", line(m, x, -1, 0)))
SLOPE(softsign, one(m, "square", line(m, one(m, "abs", y), -1, 1)))
static NnValue *slope_silu(Maker *m, NnValue *x, NnValue *y, const NnAttributes *attributes) {
  NnValue *s = one(m, "sigmoid", x);
  return two(m, "add", s, times(m, y, line(m, s, -1, 1)));
}
/* y + r0 below 0, 1 above: elu's; the others are it with other numbers. */
static NnValue *slope_bent(Maker *m, NnValue *x, NnValue *y, double below, double offset, double above) {
  NnValue *zero = line(m, x, 0, 0), *positive = two(m, "greater", x, zero);
  NnValue *lower = times(m, line(m, positive, -1, 1), line(m, y, below, offset));
  return two(m, "add", line(m, positive, above, 0), lower);
}
SLOPE(elu, slope_bent(m, x, y, 1, attributes->real[0], 1))
SLOPE(selu, slope_bent(m, x, y, 1, 1.7580993408473766, 1.0507009873554805)) /* scale * alpha, scale */
SLOPE(celu, slope_bent(m, x, y, 1 / attributes->real[0], 1, 1))
static NnValue *slope_gelu(Maker *m, NnValue *x, NnValue *y, const NnAttributes *attributes) {
  if (attributes->integer[0] == 1) { /* u = tanh(c (x + k x^3)): (1 + u) / 2 + x (1 - u^2) c (1 + 3 k x^2) / 2 */
    const double c = 0.7978845608028654, k = 0.044715;
    NnValue *square = one(m, "square", x);
    NnValue *u = one(m, "tanh", times(m, x, line(m, square, c * k, c)));
    NnValue *rest = times(m, times(m, x, less_square(m, u)), line(m, square, 1.5 * c * k, 0.5 * c));
    return two(m, "add", line(m, u, 0.5, 0.5), rest);
  }
  NnValue *below = line(m, one(m, "erf", line(m, x, 0.7071067811865476, 0)), 0.5, 0.5);
  NnValue *density = line(m, one(m, "exp", line(m, one(m, "square", x), -0.5, 0)), 0.3989422804014327, 0);
  return two(m, "add", below, times(m, x, density));
}

/* ---- Ops of other forms: the gradient with respect to input `at` ---- */

typedef NnValue *(*Part)(Maker *m, const NnValue *v, NnValue *g, int at);
static NnValue *part_scale(Maker *m, const NnValue *v, NnValue *g, int at) { return line(m, g, v->attributes.real[0], 0); }
static NnValue *part_divide(Maker *m, const NnValue *v, NnValue *g, int at) {
  NnValue *by = two(m, v->op->name, g, v->inputs[1]);
  return at == 0 ? by : line(m, times(m, by, two(m, v->op->name, v->inputs[0], v->inputs[1])), -1, 0);
}
static NnValue *part_power(Maker *m, const NnValue *v, NnValue *g, int at) {
  NnValue *a = v->inputs[0], *b = v->inputs[1];
  if (at == 0) return times(m, g, times(m, b, two(m, "power", a, line(m, b, 1, -1))));
  return times(m, g, times(m, two(m, "power", a, b), one(m, "log", a)));
}
static NnValue *part_difference(Maker *m, const NnValue *v, NnValue *g, int at) {
  return times(m, g, line(m, two(m, "subtract", v->inputs[0], v->inputs[1]), at == 0 ? 2 : -2, 0));
}
/* Where both are equal the gradient is the first one's. */
static NnValue *part_larger(Maker *m, const NnValue *v, NnValue *g, int at) {
  const bool larger = strcmp(v->op->name, "maximum") == 0;
  NnValue *first = two(m, larger ? "greater_equal" : "less_equal", v->inputs[0], v->inputs[1]);
  return times(m, g, at == 0 ? first : line(m, first, -1, 1));
}
static NnValue *part_softmax(Maker *m, const NnValue *v, NnValue *g, int at) {
  NnValue *y = one(m, "softmax", v->inputs[0]);
  return times(m, y, two(m, "subtract", g, sum_last(m, times(m, g, y))));
}
static NnValue *part_log_softmax(Maker *m, const NnValue *v, NnValue *g, int at) {
  return two(m, "subtract", g, times(m, one(m, "softmax", v->inputs[0]), sum_last(m, g)));
}
/* A number for each row of x, which lines up with it. */
static NnValue *a_row(Maker *m, NnValue *g, const NdArray *x) {
  NnAttributes rows = {.integer = {-1}, .shape = nn_shape_of_array(x)};
  rows.shape.dims[rows.shape.rank - 1] = 1;
  return op_with(m, "reshape_to", &rows, g, NULL);
}
/* The mean over the last axis of (y_true - y_pred)^2. */
static NnValue *part_mean_squared(Maker *m, const NnValue *v, NnValue *g, int at) {
  const NdArray *x = v->inputs[at]->array;
  NnValue *difference = two(m, "subtract", v->inputs[at], v->inputs[1 - at]);
  return times(m, a_row(m, g, x), line(m, difference, 2 / (double)x->shape[x->ndim - 1], 0));
}
static NnValue *part_mean_absolute(Maker *m, const NnValue *v, NnValue *g, int at) {
  const NdArray *x = v->inputs[at]->array;
  NnValue *sign = one(m, "sign", two(m, "subtract", v->inputs[at], v->inputs[1 - at]));
  return times(m, a_row(m, g, x), line(m, sign, 1 / (double)x->shape[x->ndim - 1], 0));
}

/* The targets of a cross entropy, smoothed, or one-hot where they are labels. NULL with an error too where classes are left
 * out. */
static NnValue *targets_of(Maker *m, const NnValue *v) {
  const NdArray *output = v->inputs[1]->array;
  const int64_t columns = output->shape[output->ndim - 1];
  const double smoothing = v->attributes.real[0];
  if (v->op->name[0] == 'b') return line(m, v->inputs[0], 1 - smoothing, smoothing / 2);
  if (v->op->name[0] == 'c') return line(m, v->inputs[0], 1 - smoothing, smoothing / (double)columns);
  if (v->attributes.integer[2] != 0) {
    core_fail(m->error, ERROR_NOT_IMPLEMENTED, "the gradient of a gradient of '%s' is not there", v->op->name);
    return NULL;
  }
  NdArray *labels = nd_astype(v->inputs[0]->array, ND_FLOAT64, m->error);
  NdArray *hot = labels != NULL ? nd_zeros(ND_FLOAT64, output->ndim, output->shape, m->error) : NULL;
  for (int64_t i = 0; hot != NULL && i < labels->size; i++)
    ((double *)(void *)hot->data)[i * columns + (int64_t)((const double *)(const void *)labels->data)[i]] = 1;
  nd_release(labels);
  NnValue *wide = keep(m, nn_value_new(hot, m->error));
  return wide != NULL ? keep(m, nn_value_convert(wide, output->type, m->error)) : NULL;
}

/* With respect to the output: of logits sigmoid (softmax) less targets; of probabilities, which are kept off 0 and 1,
 * (p - t) / (p (1 - p)), and for classes sum(t) / sum(p) - t / p. */
static NnValue *part_crossentropy(Maker *m, const NnValue *v, NnValue *g, int at) {
  const bool binary = v->op->name[0] == 'b', logits = v->attributes.integer[0] != 0;
  const NdArray *x = v->inputs[at]->array;
  const double n = binary ? (double)x->shape[x->ndim - 1] : 1;
  NnValue *t = targets_of(m, v), *z = v->inputs[1], *slope;
  if (logits) {
    slope = two(m, "subtract", one(m, binary ? "sigmoid" : "softmax", z), t);
  } else {
    NnValue *p = op_with(m, "clip", &(NnAttributes){.real = {1e-7, 1 - 1e-7}}, z, NULL);
    if (binary) slope = two(m, "divide", two(m, "subtract", p, t), times(m, p, line(m, p, -1, 1)));
    else slope = two(m, "subtract", two(m, "divide", sum_last(m, t), sum_last(m, z)), two(m, "divide", t, p));
  }
  return times(m, a_row(m, g, x), line(m, slope, 1 / n, 0));
}

/* A largest or smallest: a share of the gradient for each of the places that have it, which stays. */
static NnValue *fixed_slope(Maker *m, const NnValue *v, int at);
static NnValue *part_extreme(Maker *m, const NnValue *v, NnValue *g, int at) {
  NnValue *spread = keep(m, nn_adjoint(nn_find_op("reduce_sum"), &v->attributes, 0, 0, v->inputs, 1, g, m->error));
  return spread != NULL ? times(m, spread, fixed_slope(m, v, at)) : NULL;
}

/* ---- Normalizations: y = gamma (x - mean) / sqrt(variance + epsilon) + beta ---- */

static NnValue *mean_over(Maker *m, NnValue *a, int64_t axes) {
  return op_with(m, "reduce_mean", &(NnAttributes){.integer = {axes, 1}}, a, NULL);
}

/* The gradient h with respect to the result of (x - mean) / deviation, followed back to x: what the mean and the deviation
 * are made of is x too. `normal`: that result; `centred` false: there is no mean. */
static NnValue *through_statistics(Maker *m, NnValue *h, NnValue *normal, NnValue *inverse, int64_t axes, bool centred) {
  NnValue *rest = times(m, normal, mean_over(m, times(m, h, normal), axes));
  NnValue *own = centred ? two(m, "subtract", h, mean_over(m, h, axes)) : h;
  return times(m, inverse, two(m, "subtract", own, rest));
}

static NnValue *part_layer_norm(Maker *m, const NnValue *v, NnValue *g, int at) {
  const int64_t axes = ((int64_t)1 << v->array->ndim) - ((int64_t)1 << v->attributes.integer[0]);
  NnValue *x = v->inputs[0];
  if (at == 2) return g;
  NnValue *centre = two(m, "subtract", x, mean_over(m, x, axes));
  NnValue *inverse = one(m, "rsqrt", line(m, mean_over(m, one(m, "square", centre), axes), 1, v->attributes.real[0]));
  NnValue *normal = times(m, centre, inverse);
  if (at == 1) return times(m, g, normal);
  return through_statistics(m, times(m, g, v->inputs[1]), normal, inverse, axes, true);
}

static NnValue *part_rms_norm(Maker *m, const NnValue *v, NnValue *g, int at) {
  const int64_t axes = (int64_t)1 << (v->array->ndim - 1);
  NnValue *x = v->inputs[0];
  NnValue *inverse = one(m, "rsqrt", line(m, mean_over(m, one(m, "square", x), axes), 1, v->attributes.real[0]));
  return through_statistics(m, g, times(m, x, inverse), inverse, axes, false);
}

/* Numbers a channel, so that they line up with x. */
static NnValue *by_channel(Maker *m, const NnValue *v, NnValue *numbers) {
  NnAttributes shape = {.integer = {-1}, .shape = {.rank = v->array->ndim}};
  for (int i = 0; i < shape.shape.rank; i++)
    shape.shape.dims[i] = i == v->attributes.integer[0] ? v->array->shape[i] : 1;
  return op_with(m, "reshape_to", &shape, numbers, NULL);
}

static NnValue *part_batch_norm(Maker *m, const NnValue *v, NnValue *g, int at) {
  const int64_t axes = (((int64_t)1 << v->array->ndim) - 1) & ~((int64_t)1 << v->attributes.integer[0]);
  const bool training = v->attributes.integer[1] > 0;
  NnValue *x = v->inputs[0];
  NnValue *centre = two(m, "subtract", x, training ? mean_over(m, x, axes) : by_channel(m, v, v->inputs[3]));
  NnValue *variance = training ? mean_over(m, one(m, "square", centre), axes) : by_channel(m, v, v->inputs[4]);
  NnValue *inverse = one(m, "rsqrt", line(m, variance, 1, v->attributes.real[1]));
  NnValue *normal = times(m, centre, inverse);
  if (at > 0) return op_with(m, "reduce_sum", &(NnAttributes){.integer = {axes, 0}}, at == 1 ? times(m, g, normal) : g, NULL);
  NnValue *h = times(m, g, by_channel(m, v, v->inputs[1]));
  return training ? through_statistics(m, h, normal, inverse, axes, true) : times(m, h, inverse);
}

/* ---- Largest numbers of windows: they are gathered from places that stay ---- */

/* For each number of the result where it lies in x, counted through; NULL where memory is short. */
static NdArray *places_of_largest(const NnValue *v, Error *error) {
  NnWindow w;
  const NnShape shape = nn_shape_of_array(v->inputs[0]->array);
  NdArray *x = nd_astype(v->inputs[0]->array, ND_FLOAT64, error), *y = nd_astype(v->array, ND_FLOAT64, error), *places = NULL;
  if (x != NULL && y != NULL && nn_window_of(&v->attributes, &shape, &w, error))
    places = nd_zeros(ND_FLOAT64, 1, &y->size, error);
  const double *from = x != NULL ? (const double *)(const void *)x->data : NULL;
  for (int64_t o = 0; places != NULL && o < y->size; o++) {
    const int64_t c = o % w.channels, column = o / w.channels % w.out[1], row = o / w.channels / w.out[1] % w.out[0];
    const int64_t batch = o / w.channels / w.out[1] / w.out[0];
    bool found = false;
    for (int64_t k = 0; k < w.kernel[0] * w.kernel[1] && !found; k++) {
      const int64_t i = row * w.stride[0] - w.before[0] + k / w.kernel[1], j = column * w.stride[1] - w.before[1] + k % w.kernel[1];
      if (i < 0 || i >= w.in[0] || j < 0 || j >= w.in[1]) continue;
      const int64_t place = ((batch * w.in[0] + i) * w.in[1] + j) * w.channels + c;
      found = from[place] == ((const double *)(const void *)y->data)[o];
      if (found) ((double *)(void *)places->data)[o] = (double)place;
    }
  }
  nd_release(x);
  nd_release(y);
  return places;
}

static NnValue *part_max_pool(Maker *m, const NnValue *v, NnValue *g, int at) {
  const NdArray *x = v->inputs[0]->array;
  const NnAttributes flat = {.integer = {-1}, .shape = {.rank = 1, .dims = {v->array->size}}};
  const NnAttributes back = {.integer = {-1}, .shape = nn_shape_of_array(x)};
  NnValue *places = keep(m, nn_value_new(places_of_largest(v, m->error), m->error));
  NnValue *same = places != NULL ? keep(m, nn_value_convert(places, x->type, m->error)) : NULL;
  NnValue *line_of_x = keep(m, nn_value_new(nd_zeros(x->type, 1, &x->size, m->error), m->error));
  NnValue *given = op_with(m, "reshape_to", &flat, g, NULL), *inputs[2] = {line_of_x, same};
  if (same == NULL || line_of_x == NULL || given == NULL) return NULL;
  NnValue *spread = keep(m, nn_adjoint(nn_find_op("gather"), &(NnAttributes){.integer = {0}}, 0, 2, inputs, 2, given, m->error));
  return op_with(m, "reshape_to", &back, spread, NULL);
}

static NnValue *part_max_axes(Maker *m, const NnValue *v, NnValue *g, int at) {
  const double places = (double)v->inputs[0]->array->size / (double)v->array->size;
  NnValue *spread = keep(m, nn_adjoint(nn_find_op("mean_axes"), &v->attributes, 0, 0, v->inputs, 1, g, m->error));
  return times(m, line(m, spread, places, 0), spread != NULL ? fixed_slope(m, v, at) : NULL);
}

/* ---- Rows ---- */

typedef enum Kind { LINEAR, FIXED, SMOOTH, OTHER } Kind;
typedef struct Rule {
  const char *name;
  Kind kind;
  int inputs, partners; /* LINEAR: bits of the inputs that it is linear in; of those that the others multiply */
  Slope slope;          /* SMOOTH */
  Part part;            /* OTHER */
} Rule;
#define LINEAR_IN(name, inputs, partners) {name, LINEAR, inputs, partners, NULL, NULL}
#define FIXED_SLOPE(name) {name, FIXED, 1, 0, NULL, NULL}
#define SMOOTH_BY(symbol) {#symbol, SMOOTH, 1, 0, slope_##symbol, NULL}
#define BY(name, part) {name, OTHER, 0, 0, NULL, part}
enum { ALL = 255 };

static const Rule rules[] = {
    LINEAR_IN("add", 3, 0), LINEAR_IN("subtract", 3, 0), LINEAR_IN("multiply", 3, 3), LINEAR_IN("matmul", 3, 3),
    LINEAR_IN("add_bias", 3, 0), LINEAR_IN("batch_matmul", 3, 3), LINEAR_IN("batch_dot", 3, 3), LINEAR_IN("conv", 3, 3),
    LINEAR_IN("depthwise_conv", 3, 3), LINEAR_IN("conv_transpose", 3, 3), LINEAR_IN("concat", ALL, 0),
    LINEAR_IN("concatenate", 3, 0), LINEAR_IN("where", 6, 1), LINEAR_IN("gather", 1, 2), LINEAR_IN("embedding", 2, 1),
    LINEAR_IN("identity", 1, 0), LINEAR_IN("after", 1, 0), LINEAR_IN("reshape", 1, 0), LINEAR_IN("flatten", 1, 0), LINEAR_IN("squeeze", 1, 0),
    LINEAR_IN("expand", 1, 0), LINEAR_IN("fold_time", 1, 0), LINEAR_IN("unfold_time", 1, 0), LINEAR_IN("unfold_like", 1, 0),
    LINEAR_IN("last_step", 1, 0), LINEAR_IN("reshape_to", 1, 0), LINEAR_IN("transpose", 1, 0), LINEAR_IN("slice", 1, 0),
    LINEAR_IN("pad_axis", 1, 0), LINEAR_IN("broadcast", 1, 0), LINEAR_IN("reduce_sum", 1, 0), LINEAR_IN("reduce_mean", 1, 0),
    LINEAR_IN("cumsum", 1, 0), LINEAR_IN("mean", 1, 0), LINEAR_IN("sum", 1, 0), LINEAR_IN("sum_all", 1, 0),
    LINEAR_IN("mean_axes", 1, 0), LINEAR_IN("average_pool", 1, 0), LINEAR_IN("permute", 1, 0), LINEAR_IN("pad", 1, 0),
    LINEAR_IN("repeat", 1, 0), LINEAR_IN("reverse", 1, 0), LINEAR_IN("resize", 1, 0),
    FIXED_SLOPE("relu"), FIXED_SLOPE("leaky_relu"), FIXED_SLOPE("abs"), FIXED_SLOPE("sign"), FIXED_SLOPE("clip"),
    FIXED_SLOPE("hard_sigmoid"), FIXED_SLOPE("hard_shrink"), FIXED_SLOPE("soft_shrink"), FIXED_SLOPE("threshold"),
    FIXED_SLOPE("sparse_sigmoid"), FIXED_SLOPE("dropout"), FIXED_SLOPE("noise"),
    SMOOTH_BY(log), SMOOTH_BY(log1p), SMOOTH_BY(expm1), SMOOTH_BY(exp), SMOOTH_BY(sqrt), SMOOTH_BY(rsqrt), SMOOTH_BY(square),
    SMOOTH_BY(reciprocal), SMOOTH_BY(sin), SMOOTH_BY(cos), SMOOTH_BY(tan), SMOOTH_BY(asin), SMOOTH_BY(acos), SMOOTH_BY(atan),
    SMOOTH_BY(sinh), SMOOTH_BY(cosh), SMOOTH_BY(asinh), SMOOTH_BY(acosh), SMOOTH_BY(atanh), SMOOTH_BY(erf),
    SMOOTH_BY(sigmoid), SMOOTH_BY(tanh), SMOOTH_BY(softplus), SMOOTH_BY(log_sigmoid), SMOOTH_BY(softsign), SMOOTH_BY(silu),
    SMOOTH_BY(elu), SMOOTH_BY(selu), SMOOTH_BY(celu), SMOOTH_BY(gelu),
    BY("scale", part_scale), BY("divide", part_divide), BY("divide_no_nan", part_divide), BY("power", part_power),
    BY("squared_difference", part_difference), BY("maximum", part_larger), BY("minimum", part_larger),
    BY("softmax", part_softmax), BY("log_softmax", part_log_softmax), BY("mean_squared_error", part_mean_squared),
    BY("mean_absolute_error", part_mean_absolute), BY("binary_crossentropy", part_crossentropy),
    BY("categorical_crossentropy", part_crossentropy), BY("sparse_categorical_crossentropy", part_crossentropy),
    BY("reduce_max", part_extreme), BY("reduce_min", part_extreme), BY("layer_norm", part_layer_norm),
    BY("rms_norm", part_rms_norm), BY("batch_norm", part_batch_norm), BY("max_pool", part_max_pool),
    BY("max_axes", part_max_axes),
};

static const Rule *rule_of(const char *name) {
  for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
    if (strcmp(rules[i].name, name) == 0) return &rules[i];
  return NULL;
}

/* The backward of ones: the slope of what is linear piece by piece, as numbers. */
static NnValue *fixed_slope(Maker *m, const NnValue *v, int at) {
  const NdType type = v->array->type;
  const NdArray *x = v->inputs[at]->array;
  NdArray *ones = nd_full((NdScalar){.type = type, .as.f = 1}, v->array->ndim, v->array->shape, m->error);
  NdArray *slope = ones != NULL ? nd_zeros(type, x->ndim, x->shape, m->error) : NULL;
  bool good = slope != NULL;
  if (good) {
    NnRun run = {.attributes = &v->attributes, .count = v->input_count, .output = v->array->data,
                 .output_shape = nn_shape_of_array(v->array), .scratch = v->scratch, .seed = v->seed, .gradients = true,
                 .gradient = ones->data, .error = m->error};
    for (int i = 0; i < v->input_count; i++) {
      run.inputs[i] = v->inputs[i]->array->data;
      run.input_shapes[i] = nn_shape_of_array(v->inputs[i]->array);
    }
    run.input_gradients[at] = slope->data;
    good = nn_kernel_of(v->op, nn_precision_of(v), false)(&run);
  }
  nd_release(ones);
  if (good) return keep(m, nn_value_new(slope, m->error));
  nd_release(slope);
  return NULL;
}

/* The gradient with respect to input `at`; borrowed from the maker. */
static NnValue *part_of(Maker *m, NnValue *v, NnValue *g, int at) {
  const Rule *rule = rule_of(v->op->name);
  NnAttributes attributes = v->attributes;
  if (rule == NULL || (rule->kind == LINEAR && !(rule->inputs >> at & 1)) ||
      (strcmp(v->op->name, "conv") == 0 && attributes.integer[2] != 0)) {
    core_fail(m->error, ERROR_NOT_IMPLEMENTED, "the gradient of a gradient of '%s' is not there", v->op->name);
    core_hint(m->error, "a tape inside another one can follow arithmetic, matrix products, convolutions, sums and most activations");
    return NULL;
  }
  switch (rule->kind) {
    case LINEAR:
      if (strcmp(v->op->name, "pad_axis") == 0) attributes.real[0] = 0; /* what is put around is no part of the line */
      return keep(m, nn_adjoint(v->op, &attributes, at, rule->partners, v->inputs, v->input_count, g, m->error));
    case FIXED: return times(m, g, fixed_slope(m, v, at));
    case SMOOTH: return times(m, g, rule->slope(m, v->inputs[0], v, &v->attributes));
    default: return to_shape(m, rule->part(m, v, g, at), v->inputs[at]);
  }
}

/* ---- The walk ---- */

static bool add_to(NnWalkNode *node, NnValue *gradient, Error *error) {
  if (node->recorded == NULL) {
    node->recorded = nn_value_retain(gradient);
    return true;
  }
  NnValue *sum = nn_value_op(nn_find_op("add"), (NnValue *[]){node->recorded, gradient}, 2, NULL, error);
  if (sum == NULL) return false;
  nn_value_release(node->recorded);
  node->recorded = sum;
  return true;
}

static bool back(NnWalk *walk, NnValue *value, NnValue *gradient, Error *error) {
  Maker maker = {.error = error};
  NnValue *parts[NN_MAX_INPUTS] = {NULL};
  bool good = true;
  if (nn_is_adjoint(value->op)) {
    good = nn_adjoint_back_recorded(value, gradient, parts, error);
    for (int i = 0; i < value->input_count; i++) keep(&maker, parts[i]);
  }
  if (value->op == &nn_hook_op) {
    good = nn_value_hooks.back(value->hook, gradient, parts, value->input_count, error);
    for (int i = 0; i < value->input_count; i++) keep(&maker, parts[i]);
  }
  for (int i = 0; good && i < value->input_count; i++) {
    const NnValue *input = value->inputs[i];
    NnWalkNode *node = input->tracked ? nn_walk_find(walk, input) : NULL;
    if (node == NULL || !node->leads || (value->op->no_gradient >> i & 1)) continue;
    NnValue *part = parts[i];
    if (value->op == &nn_convert_op) part = keep(&maker, nn_value_convert(gradient, input->array->type, error));
    else if (value->op == &nn_hook_op && part == NULL) continue;
    else if (!nn_is_adjoint(value->op) && value->op != &nn_hook_op) part = part_of(&maker, value, gradient, i);
    good = part != NULL && add_to(node, part, error);
  }
  make_clear(&maker);
  return good;
}

/* Marks what has a source behind it: the others need no gradient. */
static void mark(NnWalk *walk, NnValue *const *order, const NnTape *tape, const NnSource *sources, int source_count) {
  for (int i = walk->count - 1; i >= 0; i--) {
    NnWalkNode *node = nn_walk_find(walk, order[i]);
    const NnVariable *variable = NULL;
    const NnValue *seen;
    for (int s = 0; s < source_count && !node->leads; s++) {
      node->leads = sources[s].value == order[i];
      for (int k = 0; sources[s].variable != NULL && !node->leads && (seen = nn_tape_seen(tape, k, &variable)) != NULL; k++)
        node->leads = seen == order[i] && variable == sources[s].variable;
    }
    for (int k = 0; k < order[i]->input_count && !node->leads; k++) {
      const NnWalkNode *input = order[i]->inputs[k]->tracked ? nn_walk_find(walk, order[i]->inputs[k]) : NULL;
      node->leads = input != NULL && input->leads;
    }
  }
}

/* The sum of what came to a source: a variable may have been seen more than once. */
static bool collect(const NnWalk *walk, const NnTape *tape, const NnSource *source, NnValue **gradient, Error *error) {
  NnWalkNode sum = {0};
  const NnWalkNode *own = source->value != NULL ? nn_walk_find(walk, source->value) : NULL;
  bool good = own == NULL || own->recorded == NULL || add_to(&sum, own->recorded, error);
  const NnVariable *variable = NULL;
  const NnValue *seen;
  for (int k = 0; good && source->variable != NULL && (seen = nn_tape_seen(tape, k, &variable)) != NULL; k++) {
    const NnWalkNode *node = variable == source->variable ? nn_walk_find(walk, seen) : NULL;
    if (node != NULL && node->recorded != NULL) good = add_to(&sum, node->recorded, error);
  }
  *gradient = sum.recorded;
  return good;
}

bool nn_tape_gradients_recorded(NnTape *tape, NnValue *const *targets, NdArray *const *weights, int target_count,
                                const NnSource *sources, int source_count, NnValue **gradients, Error *error) {
  NnWalk walk = {0};
  for (int i = 0; i < source_count; i++) gradients[i] = NULL;
  bool good = nn_walk_from(&walk, targets, target_count, error);
  NnValue **order = good ? nn_walk_order(&walk, error) : NULL;
  good = order != NULL;
  if (good) mark(&walk, order, tape, sources, source_count);
  for (int i = 0; good && i < target_count; i++) {
    if (!targets[i]->tracked) continue;
    const NdArray *array = targets[i]->array;
    const bool given = weights != NULL && weights[i] != NULL;
    if (given && weights[i]->size != array->size)
      good = core_fail(error, ERROR_VALUE, "an output gradient has as many numbers as its target");
    NnValue *first = !good ? NULL
                     : nn_value_new(given ? nd_astype(weights[i], array->type, error)
                                          : nd_full((NdScalar){.type = array->type, .as.f = 1}, array->ndim, array->shape, error),
                                    error);
    good = first != NULL && add_to(nn_walk_find(&walk, targets[i]), first, error);
    nn_value_release(first);
  }
  for (int i = 0; good && i < walk.count; i++) {
    const NnWalkNode *node = nn_walk_find(&walk, order[i]);
    if (node->recorded != NULL && node->leads && order[i]->op != NULL) good = back(&walk, order[i], node->recorded, error);
  }
  for (int i = 0; good && i < source_count; i++) good = collect(&walk, tape, &sources[i], &gradients[i], error);
  for (int i = 0; i < walk.count; i++) nn_value_release(walk.nodes[i].recorded);
  core_free(order);
  nn_walk_clear(&walk);
  for (int i = 0; !good && i < source_count; i++) {
    nn_value_release(gradients[i]);
    gradients[i] = NULL;
  }
  return good;
}
