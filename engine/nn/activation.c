/* keras.activations: each row says which ops it is. Source: keras/src/activations/activations.py. */
#include <math.h>
#include <string.h>

#include "engine/nn/layer_internal.h"
#include "engine/nn/plan.h"
#include "engine/nn/rows.h"
#include "engine/nn/user.h"

/* handlers of an NN_ACTIVATION row. */
typedef struct Handlers {
  NnTensor *(*expand)(const NnObject *self, NnTensor *x, Error *error);
  const char *op; /* for expand_op */
  /* For expand_op: the parameters that fill real[0..2]; a parameter that is True sets integer[0]. */
  const char *reals[3];
  const char *flag;
} Handlers;

static NnTensor *expand_op(const NnObject *self, NnTensor *x, Error *error) {
  const Handlers *handlers = self->row->handlers;
  NnAttributes attributes = {0};
  for (int i = 0; i < 3 && handlers->reals[i] != NULL; i++) {
    attributes.real[i] = nn_option_double(self, handlers->reals[i]);
  }
  if (handlers->flag != NULL) attributes.integer[0] = nn_option_bool(self, handlers->flag);
  return nn_op(handlers->op, &x, 1, &attributes, error);
}

static NnTensor *expand_linear(const NnObject *self, NnTensor *x, Error *error) { return nn_tensor_retain(x); }

static NnTensor *relu(NnTensor *x, double slope, const double *max, double threshold, Error *error) {
  NnAttributes attributes = {.real = {slope, max != NULL ? *max : 0, threshold}, .integer = {max != NULL}};
  return nn_op("relu", &x, 1, &attributes, error);
}

static NnTensor *expand_relu(const NnObject *self, NnTensor *x, Error *error) {
  double max = 0;
  bool bounded = nn_option_number(nn_option(self, "max_value"), &max);
  return relu(x, nn_option_double(self, "negative_slope"), bounded ? &max : NULL, nn_option_double(self, "threshold"),
              error);
}

static NnTensor *expand_relu6(const NnObject *self, NnTensor *x, Error *error) {
  return relu(x, 0, (double[]){6}, 0, error);
}

/* r0 * x + r1, taking x over. */
static NnTensor *scale(NnTensor *x, double factor, double offset, Error *error) {
  if (x == NULL) return NULL;
  NnAttributes attributes = {.real = {factor, offset}};
  NnTensor *result = nn_op("scale", &x, 1, &attributes, error);
  nn_tensor_release(x);
  return result;
}

/* op(a, b), taking b over. */
static NnTensor *combine(const char *op, NnTensor *a, NnTensor *b, Error *error) {
  if (b == NULL) return NULL;
  NnTensor *result = nn_op(op, (NnTensor *[]){a, b}, 2, NULL, error);
  nn_tensor_release(b);
  return result;
}

/* clip(x, -1, 1) = min(max(x + 1, 0), 2) - 1. */
static NnTensor *expand_hard_tanh(const NnObject *self, NnTensor *x, Error *error) {
  NnTensor *shifted = scale(nn_tensor_retain(x), 1, 1, error);
  if (shifted == NULL) return NULL;
  NnTensor *clipped = relu(shifted, 0, (double[]){2}, 0, error);
  nn_tensor_release(shifted);
  return scale(clipped, 1, -1, error);
}

static NnTensor *expand_hard_silu(const NnObject *self, NnTensor *x, Error *error) {
  return combine("multiply", x, nn_op1("hard_sigmoid", x, error), error);
}

/* log(sigmoid(x)) = -softplus(-x). */
static NnTensor *expand_log_sigmoid(const NnObject *self, NnTensor *x, Error *error) {
  NnTensor *negative = scale(nn_tensor_retain(x), -1, 0, error);
  if (negative == NULL) return NULL;
  NnTensor *plus = nn_op1("softplus", negative, error);
  nn_tensor_release(negative);
  return scale(plus, -1, 0, error);
}

/* x * tanh(softplus(x)). */
static NnTensor *expand_mish(const NnObject *self, NnTensor *x, Error *error) {
  NnTensor *plus = nn_op1("softplus", x, error);
  if (plus == NULL) return NULL;
  NnTensor *bent = nn_op1("tanh", plus, error);
  nn_tensor_release(plus);
  return combine("multiply", x, bent, error);
}

static NnTensor *expand_tanh_shrink(const NnObject *self, NnTensor *x, Error *error) {
  return combine("subtract", x, nn_op1("tanh", x, error), error);
}

static NnTensor *then(NnTensor *x, const char *op, const NnAttributes *attributes, Error *error) {
  NnTensor *result = x != NULL ? nn_op(op, &x, 1, attributes, error) : NULL;
  nn_tensor_release(x);
  return result;
}

/* An axis counted from the front; -1 with an error where there is none. */
static int axis_at(const NnObject *self, const NnOption *option, int rank, Error *error) {
  if (option->tag != NN_OPTION_INT) {
    core_fail(error, ERROR_TYPE, "'<=' not supported between instances of 'int' and '%s'", nn_option_type_name(option));
    return -1;
  }
  const int64_t axis = option->as.integer + (option->as.integer < 0 ? rank : 0);
  if (axis >= 0 && axis < rank) return (int)axis;
  core_fail(error, ERROR_VALUE, "%s cannot be computed along axis=%lld of an input of %d dimensions", self->row->name,
            (long long)option->as.integer, rank);
  return -1;
}

/* Several axes, or all: behind the others they become one, and afterwards what they were. A dimension of -k is k times
 * the batch, so that the batch may be among them. */
static NnTensor *expand_along_several(const NnObject *self, const NnOption *option, NnTensor *x, Error *error) {
  const NnShape *shape = nn_tensor_shape(x);
  const int rank = shape->rank, count = option->tag == NN_OPTION_LIST ? option->as.list.count : 0;
  bool joined[NN_MAX_DIMS];
  for (int i = 0; i < rank; i++) joined[i] = option->tag == NN_OPTION_NONE;
  for (int i = 0; i < count; i++) {
    const int at = axis_at(self, &option->as.list.items[i], rank, error);
    if (at < 0) return NULL;
    joined[at] = true;
  }
  if (option->tag == NN_OPTION_LIST && count == 0) {
    core_fail(error, ERROR_INDEX, "list index out of range");
    return NULL;
  }
  NnAttributes there = {.shape = {.rank = rank}}, back = there, one = {.integer = {-1}}, apart = {.integer = {-1}, .shape = {.rank = rank}};
  int at = 0;
  for (int pass = 0; pass < 2; pass++) {
    if (pass == 1) one.shape.dims[one.shape.rank++] = 1;
    for (int i = 0; i < rank; i++) {
      if (joined[i] != (pass == 1)) continue;
      back.shape.dims[i] = at;
      apart.shape.dims[at] = shape->dims[i];
      there.shape.dims[at++] = i;
      if (pass == 0) one.shape.dims[one.shape.rank++] = shape->dims[i];
      else one.shape.dims[one.shape.rank - 1] *= shape->dims[i];
    }
  }
  NnTensor *line = then(then(nn_tensor_retain(x), "transpose", &there, error), "reshape_to", &one, error);
  NnTensor *done = line != NULL ? expand_op(self, line, error) : NULL;
  nn_tensor_release(line);
  return then(then(done, "reshape_to", &apart, error), "transpose", &back, error);
}

/* The kernels work along the last axis: another one changes places with it. */
static NnTensor *expand_softmax(const NnObject *self, NnTensor *x, Error *error) {
  const NnOption *option = nn_option(self, "axis");
  const int rank = nn_tensor_shape(x)->rank;
  if (rank > 0 && (option->tag == NN_OPTION_LIST || option->tag == NN_OPTION_NONE))
    return expand_along_several(self, option, x, error);
  const int axis = rank > 0 ? axis_at(self, option, rank, error) : 0;
  if (axis < 0) return NULL;
  if (axis >= rank - 1) return expand_op(self, x, error);
  NnAttributes swap = {.shape = {.rank = rank}};
  for (int i = 0; i < rank; i++) swap.shape.dims[i] = i == axis ? rank - 1 : i == rank - 1 ? axis : i;
  const char *move = axis > 0 ? "permute" : "transpose"; /* the batch stays first in a permute */
  NnTensor *there = nn_op(move, &x, 1, &swap, error);
  NnTensor *done = there != NULL ? expand_op(self, there, error) : NULL;
  NnTensor *back = done != NULL ? nn_op(move, &done, 1, &swap, error) : NULL;
  nn_tensor_release(there);
  nn_tensor_release(done);
  return back;
}

/* A layer in an activation's place. Nobody would train weights of its own. */
static NnTensor *expand_layer(NnLayer *layer, NnTensor *input, Error *error) {
  NnTensor *outputs[NN_MAX_OUTPUTS] = {NULL};
  int count;
  if (!nn_layer_handlers(layer)->built_at_start || nn_is_user_layer(&layer->object)) {
    core_fail(error, ERROR_NOT_IMPLEMENTED, "a layer that has to be built cannot be an activation: %s", layer->object.row->name);
    core_hint(error, "put it behind the layer, as a layer of the model");
    return NULL;
  }
  return nn_layer_expand_inner(layer, &input, 1, -1, outputs, &count, error) ? outputs[0] : NULL;
}

NnTensor *nn_activation_expand(const NnObject *activation, NnTensor *input, Error *error) {
  bool mine;
  if (activation->row->kind == NN_LAYER) return expand_layer((NnLayer *)(uintptr_t)activation, input, error);
  NnTensor *own = nn_user_activation(activation, input, &mine, error);
  if (mine) return own;
  const Handlers *handlers = activation->row->handlers;
  return handlers->expand(activation, input, error);
}

NdArray *nn_activation_apply(const NnObject *activation, NdArray *input, Error *error) {
  NnShape shape;
  if (input->ndim > NN_MAX_DIMS) {
    core_fail(error, ERROR_VALUE, "at most %d dimensions are supported, got %d", NN_MAX_DIMS, input->ndim);
    return NULL;
  }
  shape = nn_shape_of_array(input);
  /* Rows can be worked off in blocks where there are rows; a vector or a scalar is done at once. */
  if (shape.rank >= 2) shape.dims[0] = -1;
  NnTensor *x = nn_tensor_input(&shape, ND_FLOAT32, NULL, error);
  if (x == NULL) return NULL;
  NnTensor *y = nn_activation_expand(activation, x, error);
  NdArray *result = NULL;
  NnPrecision precision = input->type == ND_FLOAT64 ? NN_FLOAT64 : NN_FLOAT32;
  if (y == x) {
    result = nd_astype(input, precision == NN_FLOAT64 ? ND_FLOAT64 : ND_FLOAT32, error);
  } else if (y != NULL && !nn_graph_apply(&x, &input, 1, &y, 1, false, precision, &result, error)) {
    result = NULL;
  }
  nn_tensor_release(y);
  nn_tensor_release(x);
  return result;
}

/* Rows: id, Keras's name, aliases, signature, help, handlers. */
#define ACTIVATION(id, shown, other, line, says, ...)      \
  static const Handlers id##_handlers = {__VA_ARGS__};     \
  const NnRow nn_activation_##id = {.kind = NN_ACTIVATION, \
                                    .name = shown,         \
                                    .aliases = other,      \
                                    .signature = line,     \
                                    .help = says,          \
                                    .handlers = &id##_handlers};

ACTIVATION(elu, "elu", NULL, "x, alpha=1.0", "x where x > 0, alpha * (exp(x) - 1) elsewhere.",
           .expand = expand_op, .op = "elu", .reals = {"alpha"})
ACTIVATION(exponential, "exponential", NULL, "x", "exp(x).", .expand = expand_op, .op = "exp")
ACTIVATION(gelu, "gelu", NULL, "x, approximate=False", "x * P(X <= x) for a standard normal X.",
           .expand = expand_op, .op = "gelu", .flag = "approximate")
ACTIVATION(hard_sigmoid, "hard_sigmoid", NULL, "x", "relu6(x + 3) / 6.", .expand = expand_op, .op = "hard_sigmoid")
ACTIVATION(hard_silu, "hard_silu", "hard_swish", "x", "x * hard_sigmoid(x).", .expand = expand_hard_silu)
ACTIVATION(hard_tanh, "hard_tanh", NULL, "x", "x clipped to -1 .. 1.", .expand = expand_hard_tanh)
ACTIVATION(leaky_relu, "leaky_relu", NULL, "x, negative_slope=0.2", "x where x > 0, negative_slope * x elsewhere.",
           .expand = expand_op, .op = "leaky_relu", .reals = {"negative_slope"})
ACTIVATION(linear, "linear", NULL, "x", "x itself.", .expand = expand_linear)
ACTIVATION(log_sigmoid, "log_sigmoid", NULL, "x", "log(sigmoid(x)).", .expand = expand_log_sigmoid)
ACTIVATION(log_softmax, "log_softmax", NULL, "x, axis=-1", "log(softmax(x)).", .expand = expand_softmax,
           .op = "log_softmax")
ACTIVATION(mish, "mish", NULL, "x", "x * tanh(softplus(x)).", .expand = expand_mish)
ACTIVATION(relu, "relu", NULL, "x, negative_slope=0.0, max_value=None, threshold=0.0",
           "x where x > 0, 0 elsewhere; with a slope below the threshold and an upper bound where given.",
           .expand = expand_relu)
ACTIVATION(relu6, "relu6", NULL, "x", "x clipped to 0 .. 6.", .expand = expand_relu6)
ACTIVATION(selu, "selu", NULL, "x", "1.0507 * elu(x, alpha=1.67326).", .expand = expand_op, .op = "selu")
ACTIVATION(sigmoid, "sigmoid", NULL, "x", "1 / (1 + exp(-x)).", .expand = expand_op, .op = "sigmoid")
ACTIVATION(silu, "silu", "swish", "x", "x * sigmoid(x).", .expand = expand_op, .op = "silu")
ACTIVATION(softmax, "softmax", NULL, "x, axis=-1", "exp(x) / sum(exp(x)): positive numbers with sum 1.",
           .expand = expand_softmax, .op = "softmax")
ACTIVATION(softplus, "softplus", NULL, "x", "log(exp(x) + 1).", .expand = expand_op, .op = "softplus")
ACTIVATION(softsign, "softsign", NULL, "x", "x / (abs(x) + 1).", .expand = expand_op, .op = "softsign")
ACTIVATION(tanh, "tanh", NULL, "x", "The hyperbolic tangent.", .expand = expand_op, .op = "tanh")
ACTIVATION(tanh_shrink, "tanh_shrink", NULL, "x", "x - tanh(x).", .expand = expand_tanh_shrink)
ACTIVATION(celu, "celu", NULL, "x, alpha=1.0", "x where x > 0, alpha * (exp(x / alpha) - 1) elsewhere.",
           .expand = expand_op, .op = "celu", .reals = {"alpha"})
ACTIVATION(hard_shrink, "hard_shrink", NULL, "x, threshold=0.5", "x where abs(x) > threshold, 0 elsewhere.",
           .expand = expand_op, .op = "hard_shrink", .reals = {"threshold"})
ACTIVATION(soft_shrink, "soft_shrink", NULL, "x, threshold=0.5", "x brought nearer to 0 by threshold.",
           .expand = expand_op, .op = "soft_shrink", .reals = {"threshold"})
ACTIVATION(sparse_plus, "sparse_plus", NULL, "x", "0 up to -1, x from 1 on, (x + 1) ** 2 / 4 between.",
           .expand = expand_op, .op = "sparse_plus")
ACTIVATION(sparse_sigmoid, "sparse_sigmoid", NULL, "x", "(x + 1) / 2 clipped to 0 .. 1.", .expand = expand_op,
           .op = "sparse_sigmoid")
ACTIVATION(squareplus, "squareplus", NULL, "x, b=4", "(x + sqrt(x ** 2 + b)) / 2.", .expand = expand_op,
           .op = "squareplus", .reals = {"b"})
ACTIVATION(threshold, "threshold", NULL, "x, threshold, default_value", "x where x > threshold, default_value elsewhere.",
           .expand = expand_op, .op = "threshold", .reals = {"threshold", "default_value"})
