/* Element-wise activations and the softmaxes. */
#include <math.h>

#include "engine/compute/kernels.h"
#include "engine/compute/kernels_plain.h"
#include "engine/nn/op_samples.h"
#include "engine/nn/op_table.h"
#include "engine/nn/real_float.h"
#include "engine/nn/op_activation.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_activation.inc"

static bool shape_same(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                       Error *error) {
  *shape = inputs[0]->shape;
  return true;
}

static bool shape_rows(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                       Error *error) {
  *shape = inputs[0]->shape;
  if (shape->rank >= 1) return true;
  return core_fail(error, ERROR_VALUE, "%s works along the last axis, and its input has none: a number", op->name);
}

/* The vector kernels know three activations, forward from x and backward from y alone. */
static bool kernel_forward(NnRun *run, KernelActivation activation) {
  const int64_t n = nn_shape_size(&run->output_shape, 1);
  kernels()->bias_activation(activation, run->inputs[0], NULL, run->output, 1, n, n);
  return true;
}

static bool kernel_backward(NnRun *run, KernelActivation activation, NnKernel plain) {
  if (run->accumulate[0]) return plain(run);
  kernels()->activation_backward(activation, run->output, run->gradient, run->input_gradients[0],
                                 nn_shape_size(&run->output_shape, 1));
  return true;
}

static bool is_plain_relu(const NnRun *run) {
  const NnAttributes *a = run->attributes;
  return a->real[0] == 0 && a->real[2] == 0 && a->integer[0] == 0;
}

static bool relu_forward_kernel(NnRun *run) {
  return is_plain_relu(run) ? kernel_forward(run, KERNEL_RELU) : relu_forward_float(run);
}
static bool relu_backward_kernel(NnRun *run) {
  return is_plain_relu(run) ? kernel_backward(run, KERNEL_RELU, relu_backward_float) : relu_backward_float(run);
}
static bool sigmoid_forward_kernel(NnRun *run) { return kernel_forward(run, KERNEL_SIGMOID); }
static bool sigmoid_backward_kernel(NnRun *run) { return kernel_backward(run, KERNEL_SIGMOID, sigmoid_backward_float); }
static bool tanh_forward_kernel(NnRun *run) { return kernel_forward(run, KERNEL_TANH); }
static bool tanh_backward_kernel(NnRun *run) { return kernel_backward(run, KERNEL_TANH, tanh_backward_float); }

#define POOLED(symbol, kind)                                                                                          \
  static bool symbol##_forward_fast(NnRun *run) { return nn_pool_elements(run, symbol##_forward_##kind, 1); }         \
  static bool symbol##_backward_fast(NnRun *run) { return nn_pool_elements(run, symbol##_backward_##kind, 1); }
POOLED(relu, kernel)
POOLED(sigmoid, kernel)
POOLED(tanh, kernel)
POOLED(scale, float)
POOLED(leaky_relu, float)
POOLED(elu, float)
POOLED(selu, float)
POOLED(softplus, float)
POOLED(softsign, float)
POOLED(exp, float)
POOLED(silu, float)
POOLED(hard_sigmoid, float)
POOLED(hard_silu, float)
POOLED(log_sigmoid, float)
POOLED(mish, float)
POOLED(gelu, float)
POOLED(celu, float)
POOLED(hard_shrink, float)
POOLED(soft_shrink, float)
POOLED(sparse_plus, float)
POOLED(sparse_sigmoid, float)
POOLED(squareplus, float)
POOLED(threshold, float)

static bool softmax_forward_fast(NnRun *run) {
  kernels()->softmax_rows(run->inputs[0], run->output, nn_rows_of(&run->output_shape), nn_last(&run->output_shape));
  return true;
}

static bool softmax_backward_fast(NnRun *run) {
  if (run->accumulate[0]) return softmax_backward_float(run);
  kernels()->softmax_rows_backward(run->output, run->gradient, run->input_gradients[0],
                                   nn_rows_of(&run->output_shape), nn_last(&run->output_shape));
  return true;
}

#define ROW(symbol, text, what)                                                             \
  {                                                                                         \
    .name = #symbol, .formula = text, .input_count = 1, .shape = shape_same, .needs = what, \
    .forward = {symbol##_forward_float, symbol##_forward_double}, .backward = {             \
      symbol##_backward_float,                                                              \
      symbol##_backward_double                                                              \
    }                                                                                       \
  }
#define FAST_ROW(symbol, text, what, shape_rule)                                                              \
  {.name = #symbol, .formula = text, .input_count = 1, .shape = shape_rule, .needs = what,                    \
   .forward = {symbol##_forward_float, symbol##_forward_double},                                              \
   .backward = {symbol##_backward_float, symbol##_backward_double},                                           \
   .fast_forward = symbol##_forward_fast, .fast_backward = symbol##_backward_fast}
enum { X = NN_NEEDS_INPUTS, Y = NN_NEEDS_OUTPUT };

const NnOp nn_activation_ops[] = {
    ROW(identity, "y = x", 0),
    FAST_ROW(scale, "y = r0 x + r1", 0, shape_same),
    FAST_ROW(relu, "y = x above r2, r0 (x - r2) below; at most r1 where i0 = 1", X | Y, shape_same),
    FAST_ROW(leaky_relu, "y = x above 0, r0 x below", X, shape_same),
    FAST_ROW(elu, "y = x above 0, r0 (exp(x) - 1) below; Clevert et al. 2015", X | Y, shape_same),
    FAST_ROW(selu, "y = 1.0507 elu(x, 1.6733); Klambauer et al. 2017", X | Y, shape_same),
    FAST_ROW(sigmoid, "y = 1 / (1 + exp(-x))", Y, shape_same),
    FAST_ROW(tanh, "y = tanh(x)", Y, shape_same),
    FAST_ROW(softplus, "y = log(1 + exp(x))", X, shape_same),
    FAST_ROW(softsign, "y = x / (1 + |x|)", X, shape_same),
    FAST_ROW(exp, "y = exp(x)", Y, shape_same),
    FAST_ROW(silu, "y = x sigmoid(x); Ramachandran et al. 2017", X | Y, shape_same),
    FAST_ROW(hard_sigmoid, "y = relu6(x + 3) / 6", X, shape_same),
    FAST_ROW(hard_silu, "y = x relu6(x + 3) / 6; Howard et al. 2019", X, shape_same),
    FAST_ROW(log_sigmoid, "y = -log(1 + exp(-x))", X, shape_same),
    FAST_ROW(mish, "y = x tanh(softplus(x)); Misra 2019", X, shape_same),
    FAST_ROW(gelu, "y = x P(X <= x), X normal; i0 = 1: by tanh; Hendrycks and Gimpel 2016", X, shape_same),
    FAST_ROW(celu, "y = x above 0, r0 (exp(x / r0) - 1) below; Barron 2017", X, shape_same),
    FAST_ROW(hard_shrink, "y = x where |x| > r0, 0 elsewhere", X, shape_same),
    FAST_ROW(soft_shrink, "y = x - r0 above r0, x + r0 below -r0, 0 between", X, shape_same),
    FAST_ROW(sparse_plus, "y = 0 up to -1, (x + 1)^2 / 4, x from 1 on", X, shape_same),
    FAST_ROW(sparse_sigmoid, "y = (x + 1) / 2 within 0 .. 1", X, shape_same),
    FAST_ROW(squareplus, "y = (x + sqrt(x^2 + r0)) / 2; Barron 2021", X, shape_same),
    FAST_ROW(threshold, "y = x above r0, r1 elsewhere", X, shape_same),
    FAST_ROW(softmax, "y_i = exp(x_i) / sum_j exp(x_j)", Y, shape_rows),
    {.name = "log_softmax", .formula = "y_i = x_i - log sum_j exp(x_j)", .input_count = 1, .shape = shape_rows,
     .needs = Y, .forward = {log_softmax_forward_float, log_softmax_forward_double},
     .backward = {log_softmax_backward_float, log_softmax_backward_double}},
    {.name = NULL},
};
