/* Every op's backward against finite differences, in float64, on odd and unequal shapes; shape rules and their texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/op.h"
#include "engine/nn/op_recurrent.h"
#include "engine/compute/kernels.h"
#include "engine/nn/plan.h"

/* Deterministic numbers in [-1, 1). */
static double draw(uint64_t *state) {
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return (double)(int64_t)(*state >> 11) / 4503599627370496.0 - 1;
}

static NnVariable *variable(int ndim, const int64_t *shape, double low, double high, uint64_t *state) {
  NdArray *value = nd_new(ND_FLOAT32, ndim, shape, NULL);
  for (int64_t i = 0; i < value->size; i++)
    ((float *)(void *)value->data)[i] = (float)(low + (high - low) * (draw(state) + 1) / 2);
  return nn_variable_new("w", "w", value, true, NULL, NULL);
}

/* One case: an op on these inputs. Where `target` is set, input 0 is a constant: class numbers below it, or (-1)
 * distributions over the last axis, or (-2) numbers in [0, 1]. */
typedef struct Case {
  const char *op;
  int count;
  NnShape shapes[6];
  NnAttributes attributes;
  double low, high;
  int target;
} Case;
/* Attributes of a window: kernel, stride, dilation, padding, groups. */
#define WINDOW(kh, kw, sh, sw, dh, dw, padding, groups) \
  {.shape = {.rank = 8, .dims = {kh, kw, sh, sw, dh, dw}}, .integer = {padding, groups}}
enum { VALID, SAME, CAUSAL };

#define S(...) {.rank = sizeof((int64_t[]){__VA_ARGS__}) / 8, .dims = {__VA_ARGS__}}
static const Case cases[] = {
    {"identity", 1, {S(7, 3)}, {.real = {0}}, -2, 2, 0},
    {"scale", 1, {S(7, 3)}, {.real = {1.7, 0.3}}, -2, 2, 0},
    {"relu", 1, {S(7, 13)}, {.real = {0}}, -2, 2, 0},
    {"relu", 1, {S(7, 13)}, {.real = {0.1, 1.5, 0.25}, .integer = {1}}, -2, 2, 0},
    {"leaky_relu", 1, {S(7, 13)}, {.real = {0.3}}, -2, 2, 0},
    {"elu", 1, {S(7, 13)}, {.real = {0.7}}, -2, 2, 0},
    {"selu", 1, {S(7, 13)}, {.real = {0}}, -2, 2, 0},
    {"sigmoid", 1, {S(7, 13)}, {.real = {0}}, -4, 4, 0},
    {"tanh", 1, {S(3, 5, 7)}, {.real = {0}}, -2, 2, 0},
    {"softplus", 1, {S(7, 13)}, {.real = {0}}, -4, 4, 0},
    {"softsign", 1, {S(7, 13)}, {.real = {0}}, -4, 4, 0},
    {"exp", 1, {S(7, 13)}, {.real = {0}}, -2, 2, 0},
    {"silu", 1, {S(7, 13)}, {.real = {0}}, -4, 4, 0},
    {"hard_sigmoid", 1, {S(7, 13)}, {.real = {0}}, -5, 5, 0},
    {"hard_silu", 1, {S(7, 13)}, {.real = {0}}, -5, 5, 0},
    {"log_sigmoid", 1, {S(7, 13)}, {.real = {0}}, -5, 5, 0},
    {"mish", 1, {S(7, 13)}, {.real = {0}}, -4, 4, 0},
    {"gelu", 1, {S(7, 13)}, {.real = {0}}, -3, 3, 0},
    {"gelu", 1, {S(7, 13)}, {.real = {0}, .integer = {1}}, -3, 3, 0},
    {"celu", 1, {S(7, 13)}, {.real = {0.7}}, -3, 3, 0},
    {"hard_shrink", 1, {S(7, 13)}, {.real = {0.6}}, -3, 3, 0},
    {"soft_shrink", 1, {S(7, 13)}, {.real = {0.6}}, -3, 3, 0},
    {"sparse_plus", 1, {S(7, 13)}, {.real = {0}}, -3, 3, 0},
    {"sparse_sigmoid", 1, {S(7, 13)}, {.real = {0}}, -3, 3, 0},
    {"squareplus", 1, {S(7, 13)}, {.real = {3}}, -3, 3, 0},
    {"threshold", 1, {S(7, 13)}, {.real = {0.3, -0.5}}, -3, 3, 0},
    {"rms_norm", 1, {S(7, 13)}, {.real = {0.01}}, -3, 3, 0},
    {"softmax", 1, {S(7, 13)}, {.real = {0}}, -3, 3, 0},
    {"softmax", 1, {S(3, 5, 7)}, {.real = {0}}, -3, 3, 0},
    {"log_softmax", 1, {S(7, 13)}, {.real = {0}}, -3, 3, 0},
    {"add", 2, {S(7, 13), S(7, 13)}, {.real = {0}}, -2, 2, 0},
    {"add", 2, {S(7, 13), S(13)}, {.real = {0}}, -2, 2, 0},
    {"subtract", 2, {S(3, 1, 5), S(4, 1)}, {.real = {0}}, -2, 2, 0},
    {"multiply", 2, {S(7, 1), S(7, 13)}, {.real = {0}}, -2, 2, 0},
    {"mean", 1, {S(7, 13)}, {.real = {0}}, -2, 2, 0},
    {"sum", 1, {S(3, 5, 7)}, {.real = {0}}, -2, 2, 0},
    {"sum_all", 1, {S(7, 13)}, {.real = {0}}, -2, 2, 0},
    {"l1", 1, {S(7, 13)}, {.real = {0.01}}, -2, 2, 0},
    {"l2", 1, {S(7, 13)}, {.real = {0.02}}, -2, 2, 0},
    {"matmul", 2, {S(5, 7), S(7, 13)}, {.real = {0}}, -2, 2, 0},
    {"matmul", 2, {S(2, 3, 7), S(7, 5)}, {.real = {0}}, -2, 2, 0},
    {"add_bias", 2, {S(5, 7), S(7)}, {.real = {0}}, -2, 2, 0},
    {"reshape", 1, {S(5, 2, 6)}, {.shape = {.rank = 3, .dims = {3, 2, 2}}}, -2, 2, 0},
    {"flatten", 1, {S(5, 2, 6)}, {.real = {0}}, -2, 2, 0},
    {"squeeze", 1, {S(5, 1)}, {.real = {0}}, -2, 2, 0},
    {"expand", 1, {S(5)}, {.real = {0}}, -2, 2, 0},
    {"dropout", 1, {S(7, 13)}, {.real = {0.3}, .integer = {1, 99}}, -2, 2, 0},
    {"noise", 1, {S(7, 3, 5)}, {.real = {0.3}, .integer = {1, 99, NN_NOISE_DROP}, .shape = S(7, 1, 5)}, -2, 2, 0},
    {"noise", 1, {S(7, 13)}, {.real = {0.3}, .integer = {1, 99, NN_NOISE_PLUS}}, -2, 2, 0},
    {"noise", 1, {S(7, 13)}, {.real = {0.3}, .integer = {1, 99, NN_NOISE_TIMES}}, -2, 2, 0},
    {"noise", 1, {S(7, 13)}, {.real = {0.3}, .integer = {1, 0, NN_NOISE_ALPHA}}, -2, 2, 0},
    {"orthogonal", 1, {S(5, 7)}, {.real = {0.3}}, -2, 2, 0},
    {"orthogonal", 1, {S(5, 4)}, {.real = {0.3}, .integer = {1}}, -2, 2, 0},
    {"fold_time", 1, {S(3, 5, 2)}, {.real = {0}}, -1, 1, 0},
    {"unfold_time", 1, {S(6, 2)}, {.integer = {3}}, -1, 1, 0},
    {"last_step", 1, {S(3, 5, 2)}, {.real = {0}}, -1, 1, 0},
    {"last_step", 1, {S(3, 5, 2, 3)}, {.real = {0}}, -1, 1, 0},
    {"unfold_like", 2, {S(6, 2), S(2, 3, 4)}, {.real = {0}}, -1, 1, 0},
    {"keep_states", 3, {S(3, 4, 5), S(3, 2), S(3, 3)}, {.real = {0}}, -1, 1, 0},
    {"embedding", 2, {S(3, 5), S(7, 4)}, {.real = {0}}, -1, 1, 7},
    {"recurrent", 4, {S(3, 5, 2), S(2, 4), S(4, 4), S(4)}, {.integer = {NN_SIMPLE_RNN, 0, KERNEL_TANH}}, -1, 1, 0},
    {"recurrent", 4, {S(3, 5, 2), S(2, 12), S(3, 12), S(12)},
     {.integer = {NN_LSTM, 0, KERNEL_TANH + 256 * KERNEL_SIGMOID}}, -1, 1, 0},
    {"recurrent", 4, {S(3, 4, 2), S(2, 12), S(3, 12), S(12)},
     {.integer = {NN_LSTM, 0, KERNEL_TANH + 256 * KERNEL_SIGMOID, 1}}, -1, 1, 0},
    {"recurrent", 4, {S(3, 5, 2), S(2, 9), S(3, 9), S(2, 9)},
     {.integer = {NN_GRU, 0, KERNEL_TANH + 256 * KERNEL_SIGMOID}}, -1, 1, 0},
    {"recurrent", 4, {S(3, 5, 2), S(2, 9), S(3, 9), S(9)},
     {.integer = {NN_GRU_RESET_BEFORE, 0, KERNEL_TANH + 256 * KERNEL_SIGMOID}}, -1, 1, 0},
    {"recurrent", 4, {S(3, 4, 2), S(2, 12), S(3, 12), S(12)},
     {.real = {0.4, 1}, .integer = {NN_LSTM, 7, KERNEL_TANH + 256 * KERNEL_SIGMOID}}, -1, 1, 0},
    {"recurrent", 4, {S(3, 4, 2), S(2, 9), S(3, 9), S(2, 9)},
     {.real = {0.4, 1}, .integer = {NN_GRU, 8, KERNEL_TANH + 256 * KERNEL_SIGMOID}}, -1, 1, 0},
    {"recurrent", 4, {S(3, 4, 2), S(2, 9), S(3, 9), S(9)},
     {.real = {0.4, 1}, .integer = {NN_GRU_RESET_BEFORE, 9, KERNEL_TANH + 256 * KERNEL_SIGMOID}}, -1, 1, 0},
    {"recurrent_from", 5, {S(3, 4, 2), S(2, 12), S(3, 12), S(12), S(3, 6)},
     {.integer = {NN_LSTM, 0, KERNEL_TANH + 256 * KERNEL_SIGMOID, 1}}, -1, 1, 0},
    {"recurrent_from", 5, {S(3, 4, 2), S(2, 9), S(3, 9), S(2, 9), S(3, 3)},
     {.integer = {NN_GRU, 0, KERNEL_TANH + 256 * KERNEL_SIGMOID}}, -1, 1, 0},
    {"recurrent_from", 5, {S(3, 4, 2), S(2, 9), S(3, 9), S(9), S(3, 3)},
     {.integer = {NN_GRU_RESET_BEFORE, 0, KERNEL_TANH + 256 * KERNEL_SIGMOID}}, -1, 1, 0},
    {"recurrent_masked", 5, {S(3, 5, 2), S(2, 12), S(3, 12), S(12), S(3, 5)},
     {.integer = {NN_LSTM, 0, KERNEL_TANH + 256 * KERNEL_SIGMOID}, .shape = {.rank = 1}}, -1, 1, 0},
    {"recurrent_masked", 5, {S(3, 5, 2), S(2, 9), S(3, 9), S(2, 9), S(3, 5)},
     {.integer = {NN_GRU, 0, KERNEL_TANH + 256 * KERNEL_SIGMOID}, .shape = {.rank = 1}}, -1, 1, 0},
    {"recurrent_masked_from", 6, {S(3, 5, 2), S(2, 9), S(3, 9), S(9), S(3, 5), S(3, 3)},
     {.integer = {NN_GRU_RESET_BEFORE, 0, KERNEL_TANH + 256 * KERNEL_SIGMOID}, .shape = {.rank = 1}}, -1, 1, 0},
    {"recurrent_masked_from", 6, {S(3, 5, 2), S(2, 12), S(3, 12), S(12), S(3, 5), S(3, 6)},
     {.integer = {NN_LSTM, 0, KERNEL_TANH + 256 * KERNEL_SIGMOID}, .shape = {.rank = 1}}, -1, 1, 0},
    {"standardize", 3, {S(3, 4, 2), S(4, 2), S(4, 2)}, {.integer = {6}}, 0.5, 2, 0},
    {"standardize", 3, {S(3, 4, 2), S(4), S(4)}, {.integer = {2, 1}}, 0.5, 2, 0},
    {"mean_squared_error", 2, {S(7, 13), S(7, 13)}, {.real = {0}}, -2, 2, 0},
    {"mean_absolute_error", 2, {S(7, 13), S(7, 13)}, {.real = {0}}, -2, 2, 0},
    {"binary_crossentropy", 2, {S(7, 3), S(7, 3)}, {.real = {0}}, 0.05, 0.95, -2},
    {"binary_crossentropy", 2, {S(7, 3), S(7, 3)}, {.real = {0.1}, .integer = {1}}, -3, 3, -2},
    {"categorical_crossentropy", 2, {S(7, 5), S(7, 5)}, {.real = {0}}, 0.05, 0.95, -1},
    {"categorical_crossentropy", 2, {S(7, 5), S(7, 5)}, {.real = {0.2}, .integer = {1}}, -3, 3, -1},
    {"sparse_categorical_crossentropy", 2, {S(7), S(7, 5)}, {.real = {0}}, 0.05, 0.95, 5},
    {"sparse_categorical_crossentropy", 2, {S(3, 7, 1), S(3, 7, 5)}, {.real = {0}, .integer = {1}}, -3, 3, 5},
    {"sparse_categorical_crossentropy", 2, {S(7), S(7, 5)}, {.real = {0, 1}, .integer = {1, 0, 1, 2}}, -3, 3, 5},
    {"mean_absolute_percentage_error", 2, {S(7, 3), S(7, 3)}, {.real = {0}}, 1.05, 1.95, -2},
    {"mean_squared_logarithmic_error", 2, {S(7, 3), S(7, 3)}, {.real = {0}}, 0.05, 0.95, -2},
    {"cosine_similarity", 2, {S(7, 5), S(7, 5)}, {.real = {0}}, -2, 2, -2},
    {"huber", 2, {S(7, 5), S(7, 5)}, {.real = {0.6}}, -2, 2, -2},
    {"log_cosh", 2, {S(7, 5), S(7, 5)}, {.real = {0}}, -2, 2, -2},
    {"hinge", 2, {S(7, 5), S(7, 5)}, {.real = {0}}, -3, 3, -2},
    {"squared_hinge", 2, {S(7, 5), S(7, 5)}, {.real = {0}}, -3, 3, -2},
    {"categorical_hinge", 2, {S(7, 5), S(7, 5)}, {.real = {0}}, -2, 2, -1},
    {"kl_divergence", 2, {S(7, 5), S(7, 5)}, {.real = {0}}, 0.05, 0.95, -1},
    {"poisson", 2, {S(7, 5), S(7, 5)}, {.real = {0}}, 0.1, 3, -2},
    {"binary_focal_crossentropy", 2, {S(7, 3), S(7, 3)}, {.real = {0.1, 0.3, 1.5}, .integer = {0, 0, 1}}, 0.1, 0.9, -2},
    {"binary_focal_crossentropy", 2, {S(7, 3), S(7, 3)}, {.real = {0, 0.25, 2}, .integer = {1}}, -3, 3, -2},
    {"categorical_focal_crossentropy", 2, {S(7, 5), S(7, 5)}, {.real = {0.2, 0.4, 1.7}}, 0.1, 0.9, -1},
    {"categorical_focal_crossentropy", 2, {S(7, 5), S(7, 5)}, {.real = {0, 0.25, 2}, .integer = {1}}, -3, 3, -1},
    {"dice", 2, {S(7, 5), S(7, 5)}, {.real = {0}}, 0.1, 0.9, -2},
    {"dice", 2, {S(7, 3, 2), S(7, 3, 2)}, {.integer = {1}}, 0.1, 0.9, -2},
    {"tversky", 2, {S(7, 5), S(7, 5)}, {.real = {0.3, 0.8}}, 0.1, 0.9, -2},
    {"conv", 2, {S(2, 7, 5, 3), S(3, 2, 3, 4)}, WINDOW(3, 2, 1, 1, 1, 1, VALID, 1), -1, 1, 0},
    {"conv", 2, {S(2, 7, 5, 3), S(3, 2, 3, 2)}, WINDOW(3, 2, 2, 3, 1, 1, SAME, 1), -1, 1, 0},
    {"conv", 2, {S(2, 7, 5, 4), S(2, 3, 2, 6)}, WINDOW(2, 3, 1, 1, 2, 1, SAME, 2), -1, 1, 0},
    {"conv", 2, {S(3, 5, 4, 3), S(1, 1, 3, 5)}, WINDOW(1, 1, 1, 1, 1, 1, VALID, 1), -1, 1, 0},
    {"conv", 2, {S(2, 9, 3), S(3, 3, 4)}, WINDOW(3, 1, 1, 1, 2, 1, CAUSAL, 1), -1, 1, 0},
    {"depthwise_conv", 2, {S(2, 6, 5, 3), S(3, 2, 3, 2)}, WINDOW(3, 2, 2, 1, 1, 1, SAME, 1), -1, 1, 0},
    {"depthwise_conv", 2, {S(2, 6, 5, 3), S(3, 2, 3, 1)}, WINDOW(3, 2, 1, 1, 1, 2, VALID, 1), -1, 1, 0},
    {"conv_transpose", 2, {S(2, 4, 3, 3), S(3, 2, 2, 3)}, WINDOW(3, 2, 2, 3, 1, 1, SAME, 1), -1, 1, 0},
    {"conv_transpose", 2, {S(2, 3, 4, 2), S(3, 3, 3, 2)}, WINDOW(3, 3, 2, 1, 1, 1, VALID, 1), -1, 1, 0},
    {"max_pool", 1, {S(2, 7, 5, 3)}, WINDOW(2, 2, 2, 2, 1, 1, VALID, 1), -1, 1, 0},
    {"max_pool", 1, {S(2, 7, 5, 3)}, WINDOW(3, 2, 2, 1, 1, 1, SAME, 1), -1, 1, 0},
    {"average_pool", 1, {S(2, 7, 5, 3)}, WINDOW(2, 3, 1, 2, 1, 1, VALID, 1), -1, 1, 0},
    {"average_pool", 1, {S(2, 7, 5, 3)}, WINDOW(3, 2, 2, 1, 1, 1, SAME, 1), -1, 1, 0},
    {"mean_axes", 1, {S(2, 5, 4, 3)}, {.real = {0}}, -1, 1, 0},
    {"max_axes", 1, {S(2, 5, 4, 3)}, {.real = {0}}, -1, 1, 0},
    {"permute", 1, {S(2, 5, 4, 3)}, {.shape = {.rank = 4, .dims = {0, 3, 1, 2}}}, -1, 1, 0},
    {"maximum", 2, {S(7, 13), S(7, 13)}, {.real = {0}}, -2, 2, 0},
    {"minimum", 2, {S(7, 13), S(7, 1)}, {.real = {0}}, -2, 2, 0},
    {"permute", 1, {S(2, 5, 4, 3)}, {.shape = {.rank = 4, .dims = {0, 2, 1, 3}}}, -1, 1, 0},
    {"pad", 1, {S(2, 5, 4, 3)}, {.shape = {.rank = 8, .dims = {1, 2, -1, 3}}}, -1, 1, 0},
    {"pad", 1, {S(3, 5, 4, 3)}, {.shape = {.rank = 8, .dims = {0, 0, 2, -1, -1, 1}}}, -1, 1, 0},
    {"pad", 1, {S(3, 7, 2)}, {.shape = {.rank = 8, .dims = {-6, 0}}}, -1, 1, 0},
    {"concatenate", 2, {S(3, 5, 2), S(3, 5, 4)}, {.integer = {2}}, -1, 1, 0},
    {"concatenate", 2, {S(3, 5, 2), S(3, 1, 2)}, {.integer = {1}}, -1, 1, 0},
    {"repeat", 1, {S(3, 5, 2)}, {.integer = {1, 3}}, -1, 1, 0},
    {"repeat", 1, {S(3, 5)}, {.integer = {1, 2}}, -1, 1, 0},
    {"reverse", 1, {S(3, 5, 2)}, {.integer = {1}}, -1, 1, 0},
    {"resize", 1, {S(2, 5, 4, 3)}, {.shape = {.rank = 2, .dims = {7, 9}}}, -1, 1, 0},
    {"resize", 1, {S(2, 5, 4, 3)}, {.shape = {.rank = 2, .dims = {3, 11}}, .integer = {1}}, -1, 1, 0},
    {"batch_dot", 2, {S(3, 4, 5), S(3, 5, 2)}, {.real = {0}}, -1, 1, 0},
    {"unit_norm", 1, {S(3, 4, 5)}, {.real = {1e-3}, .integer = {1}}, -1, 1, 0},
    {"batch_norm", 5, {S(7, 3), S(3), S(3), S(3), S(3)}, {.real = {0.9, 1e-3}, .integer = {1, 1}}, -1, 1, 0},
    {"batch_norm", 5, {S(3, 4, 5, 2), S(4), S(4), S(4), S(4)}, {.real = {0.9, 1e-2}, .integer = {1, 1}}, -1, 1, 0},
    {"batch_norm", 5, {S(7, 3), S(3), S(3), S(3), S(3)}, {.real = {0.9, 1e-3}, .integer = {1, 0}}, -1, 1, 0},
    {"layer_norm", 3, {S(5, 7), S(7), S(7)}, {.real = {1e-3}, .integer = {1}}, -1, 1, 0},
    {"layer_norm", 3, {S(3, 4, 2, 5), S(2, 5), S(2, 5)}, {.real = {1e-3}, .integer = {2}}, -1, 1, 0},
    {"log", 1, {S(7, 13)}, {.real = {0}}, 0.5, 2, 0},
    {"log1p", 1, {S(7, 13)}, {.real = {0}}, 0.5, 2, 0},
    {"sqrt", 1, {S(7, 13)}, {.real = {0}}, 0.5, 2, 0},
    {"rsqrt", 1, {S(7, 13)}, {.real = {0}}, 0.5, 2, 0},
    {"reciprocal", 1, {S(7, 13)}, {.real = {0}}, 0.5, 2, 0},
    {"acosh", 1, {S(7, 13)}, {.real = {0}}, 1.5, 3, 0},
    {"expm1", 1, {S(7, 13)}, {.real = {0}}, -1.2, 1.2, 0},
    {"square", 1, {S(7, 13)}, {.real = {0}}, -1.2, 1.2, 0},
    {"abs", 1, {S(7, 13)}, {.real = {0}}, -1.2, 1.2, 0},
    {"sign", 1, {S(7, 13)}, {.real = {0}}, -1.2, 1.2, 0},
    {"sin", 1, {S(7, 13)}, {.real = {0}}, -1.2, 1.2, 0},
    {"cos", 1, {S(7, 13)}, {.real = {0}}, -1.2, 1.2, 0},
    {"tan", 1, {S(7, 13)}, {.real = {0}}, -1.2, 1.2, 0},
    {"atan", 1, {S(7, 13)}, {.real = {0}}, -1.2, 1.2, 0},
    {"sinh", 1, {S(7, 13)}, {.real = {0}}, -1.2, 1.2, 0},
    {"cosh", 1, {S(7, 13)}, {.real = {0}}, -1.2, 1.2, 0},
    {"asinh", 1, {S(7, 13)}, {.real = {0}}, -1.2, 1.2, 0},
    {"erf", 1, {S(7, 13)}, {.real = {0}}, -1.2, 1.2, 0},
    {"asin", 1, {S(7, 13)}, {.real = {0}}, -0.8, 0.8, 0},
    {"acos", 1, {S(7, 13)}, {.real = {0}}, -0.8, 0.8, 0},
    {"atanh", 1, {S(7, 13)}, {.real = {0}}, -0.8, 0.8, 0},
    {"floor", 1, {S(7, 13)}, {.real = {0}}, -2, 2, 0},
    {"ceil", 1, {S(7, 13)}, {.real = {0}}, -2, 2, 0},
    {"round", 1, {S(7, 13)}, {.real = {0}}, -2, 2, 0},
    {"trunc", 1, {S(7, 13)}, {.real = {0}}, -2, 2, 0},
    {"not", 1, {S(7, 13)}, {.real = {0}}, -2, 2, 0},
    {"nonzero", 1, {S(7, 13)}, {.real = {0}}, -2, 2, 0},
    {"isnan", 1, {S(7, 13)}, {.real = {0}}, -2, 2, 0},
    {"isinf", 1, {S(7, 13)}, {.real = {0}}, -2, 2, 0},
    {"isfinite", 1, {S(7, 13)}, {.real = {0}}, -2, 2, 0},
    {"clip", 1, {S(7, 13)}, {.real = {-0.7, 1.1}}, -2, 2, 0},
    {"divide", 2, {S(3, 1, 5), S(4, 1)}, {.real = {0}}, 0.5, 2, 0},
    {"divide_no_nan", 2, {S(3, 1, 5), S(4, 1)}, {.real = {0}}, 0.5, 2, 0},
    {"atan2", 2, {S(3, 1, 5), S(4, 1)}, {.real = {0}}, 0.5, 2, 0},
    {"power", 2, {S(7, 1), S(7, 13)}, {.real = {0}}, 0.5, 2, 0},
    {"power", 2, {S(5, 7), S(7)}, {.real = {0}}, 0.5, 2, 0},
    {"maximum", 2, {S(7, 13), S(13)}, {.real = {0}}, -2, 2, 0},
    {"maximum", 2, {S(3, 1, 5), S(4, 1)}, {.real = {0}}, -2, 2, 0},
    {"minimum", 2, {S(7, 13), S(13)}, {.real = {0}}, -2, 2, 0},
    {"minimum", 2, {S(3, 1, 5), S(4, 1)}, {.real = {0}}, -2, 2, 0},
    {"squared_difference", 2, {S(7, 13), S(13)}, {.real = {0}}, -2, 2, 0},
    {"squared_difference", 2, {S(3, 1, 5), S(4, 1)}, {.real = {0}}, -2, 2, 0},
    {"mod", 2, {S(7, 13), S(7, 13)}, {.real = {0}}, 0.5, 0.9, 0},
    {"floor_divide", 2, {S(7, 13), S(13)}, {.real = {0}}, 0.5, 2, 0},
    {"equal", 2, {S(7, 13), S(13)}, {.real = {0}}, 0.5, 2, 0},
    {"not_equal", 2, {S(7, 13), S(13)}, {.real = {0}}, 0.5, 2, 0},
    {"less", 2, {S(7, 13), S(13)}, {.real = {0}}, 0.5, 2, 0},
    {"less_equal", 2, {S(7, 13), S(13)}, {.real = {0}}, 0.5, 2, 0},
    {"greater", 2, {S(7, 13), S(13)}, {.real = {0}}, 0.5, 2, 0},
    {"greater_equal", 2, {S(7, 13), S(13)}, {.real = {0}}, 0.5, 2, 0},
    {"and", 2, {S(7, 13), S(13)}, {.real = {0}}, 0.5, 2, 0},
    {"or", 2, {S(7, 13), S(13)}, {.real = {0}}, 0.5, 2, 0},
    {"xor", 2, {S(7, 13), S(13)}, {.real = {0}}, 0.5, 2, 0},
    {"where", 3, {S(7, 1), S(7, 13), S(13)}, {.real = {0}}, -2, 2, 0},
    {"broadcast", 1, {S(7, 1, 3)}, {.shape = {.rank = 4, .dims = {2, 7, 5, 3}}}, -2, 2, 0},
    {"reduce_sum", 1, {S(3, 5, 7)}, {.integer = {2, 0}}, -2, 2, 0},
    {"reduce_sum", 1, {S(3, 5, 7)}, {.integer = {5, 1}}, -2, 2, 0},
    {"reduce_sum", 1, {S(5, 7)}, {.integer = {3, 0}}, -2, 2, 0},
    {"reduce_mean", 1, {S(3, 5, 7)}, {.integer = {2, 0}}, -2, 2, 0},
    {"reduce_mean", 1, {S(3, 5, 7)}, {.integer = {5, 1}}, -2, 2, 0},
    {"reduce_mean", 1, {S(5, 7)}, {.integer = {3, 0}}, -2, 2, 0},
    {"reduce_max", 1, {S(3, 5, 7)}, {.integer = {2, 0}}, -2, 2, 0},
    {"reduce_max", 1, {S(3, 5, 7)}, {.integer = {5, 1}}, -2, 2, 0},
    {"reduce_max", 1, {S(5, 7)}, {.integer = {3, 0}}, -2, 2, 0},
    {"reduce_min", 1, {S(3, 5, 7)}, {.integer = {2, 0}}, -2, 2, 0},
    {"reduce_min", 1, {S(3, 5, 7)}, {.integer = {5, 1}}, -2, 2, 0},
    {"reduce_min", 1, {S(5, 7)}, {.integer = {3, 0}}, -2, 2, 0},
    {"reduce_prod", 1, {S(3, 5, 4)}, {.integer = {2, 0}}, 0.5, 1.5, 0},
    {"reduce_prod", 1, {S(3, 5)}, {.integer = {3, 1}}, 0.5, 1.5, 0},
    {"argmax", 1, {S(3, 5, 7)}, {.integer = {1}}, -2, 2, 0},
    {"argmin", 1, {S(3, 5, 7)}, {.integer = {2}}, -2, 2, 0},
    {"cumsum", 1, {S(3, 5, 7)}, {.integer = {1, 0, 0}}, -2, 2, 0},
    {"cumsum", 1, {S(3, 5, 7)}, {.integer = {2, 1, 1}}, -2, 2, 0},
    {"reshape_to", 1, {S(5, 2, 6)}, {.integer = {0}, .shape = {.rank = 3, .dims = {0, 4, 3}}}, -2, 2, 0},
    {"transpose", 1, {S(2, 5, 4, 3)}, {.shape = {.rank = 4, .dims = {3, 1, 0, 2}}}, -2, 2, 0},
    {"concat", 3, {S(2, 3, 4), S(2, 5, 4), S(2, 1, 4)}, {.integer = {1, 3}}, -2, 2, 0},
    {"slice", 1, {S(3, 7, 4)}, {.integer = {1, 5, -2}, .shape = {.rank = 1, .dims = {3}}}, -2, 2, 0},
    {"pad_axis", 1, {S(3, 5, 4)}, {.integer = {1, 2, 1}, .real = {0.5}}, -2, 2, 0},
    {"gather", 2, {S(3, 5, 4), S(2, 3)}, {.integer = {1}}, 0.2, 0.8, 0},
    {"draw_normal", 1, {S(7, 13)}, {.real = {0.5, 2}}, -2, 2, 0},
    {"draw_uniform", 1, {S(7, 13)}, {.real = {-1, 2}}, -2, 2, 0},
    {"one_hot", 1, {S(3, 5)}, {.integer = {4}, .real = {1, 0}}, 0.2, 0.8, 0},
    {"batch_matmul", 2, {S(2, 3, 5, 7), S(3, 7, 4)}, {.real = {0}}, -2, 2, 0},
    {"batch_matmul", 2, {S(2, 7, 5), S(2, 4, 7)}, {.integer = {1, 1}}, -2, 2, 0},
    {"batch_matmul", 2, {S(2, 5, 7), S(4, 7)}, {.integer = {0, 1}}, -2, 2, 0},
    {"batch_matmul", 2, {S(2, 7, 5), S(2, 7, 4)}, {.integer = {1, 0}}, -2, 2, 0},
};
#define CASE_COUNT (int)(sizeof cases / sizeof *cases)

static NdArray *targets(const Case *row, uint64_t *state) {
  const NnShape *shape = &row->shapes[0];
  NdArray *array = nd_new(ND_FLOAT32, shape->rank, shape->dims, NULL);
  float *values = (float *)(void *)array->data;
  for (int64_t i = 0; i < array->size; i++) {
    const double unit = (draw(state) + 1) / 2;
    values[i] = row->target > 0 ? (float)floor(unit * row->target) : (float)unit;
  }
  const int64_t columns = shape->dims[shape->rank - 1];
  for (int64_t r = 0; row->target == -1 && r < array->size; r += columns) {
    float sum = 0;
    for (int64_t i = 0; i < columns; i++) sum += values[r + i];
    for (int64_t i = 0; i < columns; i++) values[r + i] /= sum;
  }
  return array;
}

static void check_case(const Case *row) {
  uint64_t state = 17;
  Error error = {0};
  NnTensor *inputs[6];
  NnVariable *variables[6] = {NULL};
  for (int i = 0; i < row->count; i++) {
    if (i == 0 && row->target != 0) {
      NdArray *array = targets(row, &state);
      inputs[i] = nn_constant(array, &error);
      nd_release(array);
      continue;
    }
    /* Moving statistics: variables that no gradient changes, all positive. */
    const bool still = (strcmp(row->op, "batch_norm") == 0 && i >= 3) || (strcmp(row->op, "standardize") == 0 && i >= 1) ||
                       ((strcmp(row->op, "keep_states") == 0 || strcmp(row->op, "unfold_like") == 0) && i >= 1);
    variables[i] = variable(row->shapes[i].rank, row->shapes[i].dims, still ? 0.5 : row->low, row->high, &state);
    variables[i]->trainable = !still;
    const bool mask = strncmp(row->op, "recurrent_masked", 16) == 0 && i == 4;
    if (mask) variables[i]->trainable = false;
    float *steps = (float *)(void *)variables[i]->value->data;
    for (int64_t k = 0; mask && k < variables[i]->value->size; k++) steps[k] = k % 4 != 1; /* in the middle, at an end */
    inputs[i] = nn_variable_tensor(variables[i], &error);
  }
  NnTensor *y = nn_op(row->op, inputs, row->count, &row->attributes, &error);
  if (y == NULL) fail_msg("%s: %s", row->op, error.text);
  /* loss = sum of y times numbers that differ, so that no two elements could be mixed up. */
  NdArray *factors = nd_new(ND_FLOAT32, y->shape.rank, y->shape.dims, NULL);
  for (int64_t i = 0; i < factors->size; i++) ((float *)(void *)factors->data)[i] = (float)draw(&state);
  NnTensor *constant = nn_constant(factors, &error);
  NnTensor *product = nn_op("multiply", (NnTensor *[]){y, constant}, 2, NULL, &error);
  NnTensor *loss = nn_op1("sum_all", product, &error);
  const NnPlanSpec spec = {.penalties = &loss, .penalty_count = 1, .training = true, .gradients = true,
                           .precision = NN_FLOAT64, .largest_batch = 1, .seed = 5};
  /* A run counts a step, and random ops draw by step: differences are taken in a plan that only goes forward. */
  NnPlan *plan = nn_plan_new(&spec, &error), *still_plan = nn_plan_new(&spec, &error);
  if (plan == NULL || still_plan == NULL) fail_msg("%s: %s", row->op, error.text);
  assert_true(nn_plan_run(plan, 1, &error));
  int checked = 0;
  for (int v = 0; v < nn_plan_variable_count(plan); v++) {
    void *value;
    const void *gradient;
    nn_plan_variable(still_plan, v, &value, NULL);
    const NnVariable *of = nn_plan_variable(plan, v, NULL, &gradient);
    if (!of->trainable) continue;
    assert_non_null(gradient);
    double *w = value;
    double found[512];
    assert_true(of->value->size <= 512);
    memcpy(found, gradient, (size_t)of->value->size * sizeof(double));
    for (int64_t i = 0; i < of->value->size; i++) {
      const double h = 1e-5, kept = w[i];
      w[i] = kept + h;
      assert_true(nn_plan_forward(still_plan, 1, &error));
      const double above = nn_plan_loss(still_plan);
      w[i] = kept - h;
      assert_true(nn_plan_forward(still_plan, 1, &error));
      const double below = nn_plan_loss(still_plan);
      w[i] = kept;
      const double expected = (above - below) / (2 * h), scale = fmax(1, fabs(expected));
      if (fabs(expected - found[i]) > 1e-6 * scale)
        fail_msg("%s, variable %d, element %lld: backward %.9g, differences %.9g", row->op, v, (long long)i, found[i],
                 expected);
      checked++;
    }
  }
  assert_true(checked > 0);
  nn_plan_free(plan);
  nn_plan_free(still_plan);
  nn_tensor_release(loss);
  nn_tensor_release(product);
  nn_tensor_release(constant);
  nd_release(factors);
  nn_tensor_release(y);
  for (int i = 0; i < row->count; i++) nn_tensor_release(inputs[i]);
  for (int i = 0; i < row->count; i++)
    if (variables[i] != NULL) nn_variable_release(variables[i]);
}

static void test_every_backward(void **unused) {
  const size_t before = core_memory_now();
  for (int i = 0; i < CASE_COUNT; i++) check_case(&cases[i]);
  assert_int_equal(core_memory_now(), before);
}

/* A row without a case would be a gradient nobody checked. `dense` is made by plans; test_plan checks it. */
static void test_no_row_is_forgotten(void **unused) {
  int count;
  const NnOp *const *ops = nn_ops(&count);
  for (int i = 0; i < count; i++) {
    bool found = ops[i]->backward[0] == NULL || strcmp(ops[i]->name, "dense") == 0 ||
                 strcmp(ops[i]->name, "stop_gradient") == 0; /* whose gradient is not its slope */
    for (int k = 0; k < CASE_COUNT; k++) found = found || strcmp(cases[k].op, ops[i]->name) == 0;
    if (!found) fail_msg("op %s has no gradient check", ops[i]->name);
  }
}

/* Output and gradients of the fast form in float32 and of the plain twin in float64, where the samples of a batch are
 * divided into blocks of several. */
static void test_blocks_of_samples(void **unused) {
  static const Case rows[] = {
      {"conv", 2, {S(35, 6, 5, 4), S(3, 2, 4, 6)}, WINDOW(3, 2, 1, 1, 1, 1, SAME, 1), -1, 1, 0},
      {"conv", 2, {S(37, 5, 5, 6), S(2, 2, 3, 4)}, WINDOW(2, 2, 2, 2, 1, 1, VALID, 2), -1, 1, 0},
      {"conv", 2, {S(33, 4, 3, 5), S(1, 1, 5, 3)}, WINDOW(1, 1, 1, 1, 1, 1, VALID, 1), -1, 1, 0},
      {"depthwise_conv", 2, {S(35, 6, 5, 3), S(3, 2, 3, 2)}, WINDOW(3, 2, 2, 1, 1, 1, SAME, 1), -1, 1, 0},
      {"conv_transpose", 2, {S(35, 4, 3, 3), S(3, 2, 2, 3)}, WINDOW(3, 2, 2, 3, 1, 1, SAME, 1), -1, 1, 0},
      {"batch_norm", 5, {S(35, 40, 30, 3), S(3), S(3), S(3), S(3)}, {.real = {0.9, 1e-3}, .integer = {3, 1}}, -1, 1, 0},
      {"batch_norm", 5, {S(65, 67), S(67), S(67), S(67), S(67)}, {.real = {0.9, 1e-3}, .integer = {1, 1}}, -1, 1, 0},
      {"recurrent", 4, {S(35, 4, 3), S(3, 20), S(5, 20), S(20)},
       {.integer = {NN_LSTM, 0, KERNEL_TANH + 256 * KERNEL_SIGMOID}}, -1, 1, 0},
      {"recurrent", 4, {S(35, 4, 3), S(3, 15), S(5, 15), S(2, 15)},
       {.integer = {NN_GRU, 0, KERNEL_TANH + 256 * KERNEL_SIGMOID}}, -1, 1, 0},
      {"add", 2, {S(300, 331), S(300, 331)}, {.real = {0}}, -1, 1, 0},
      {"subtract", 2, {S(300, 331), S(300, 331)}, {.real = {0}}, -1, 1, 0},
      {"multiply", 2, {S(300, 331), S(300, 331)}, {.real = {0}}, -1, 1, 0},
      {"elu", 1, {S(300, 331)}, {.real = {0.7}}, -2, 2, 0},
      {"relu", 1, {S(300, 331)}, {.real = {0}}, -2, 2, 0},
      {"permute", 1, {S(35, 40, 30, 3)}, {.shape = {.rank = 4, .dims = {0, 2, 1, 3}}}, -1, 1, 0},
      {"max_pool", 1, {S(35, 7, 5, 3)}, WINDOW(3, 2, 2, 1, 1, 1, SAME, 1), -1, 1, 0},
      {"average_pool", 1, {S(35, 7, 5, 3)}, WINDOW(2, 3, 1, 2, 1, 1, VALID, 1), -1, 1, 0},
  };
  for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
    const Case *row = &rows[r];
    uint64_t state = 29;
    Error error = {0};
    NnTensor *inputs[5];
    NnVariable *variables[5];
    for (int i = 0; i < row->count; i++) {
      /* The moving statistics of a normalization are positive, and no gradient changes them. */
      const bool still = strcmp(row->op, "batch_norm") == 0 && i >= 3;
      variables[i] = variable(row->shapes[i].rank, row->shapes[i].dims, still ? 0.5 : row->low, row->high, &state);
      variables[i]->trainable = !still;
      inputs[i] = nn_variable_tensor(variables[i], &error);
    }
    NnTensor *y = nn_op(row->op, inputs, row->count, &row->attributes, &error);
    NnTensor *square = nn_op("multiply", (NnTensor *[]){y, y}, 2, NULL, &error);
    if (strcmp(row->op, "batch_norm") == 0) { /* the sum of its squares does not depend on x */
      NnTensor *cube = nn_op("multiply", (NnTensor *[]){square, y}, 2, NULL, &error);
      nn_tensor_release(square);
      square = cube;
    }
    NnTensor *loss = nn_op1("sum_all", square, &error);
    NnPlan *plans[2];
    for (int p = 0; p < 2; p++) {
      const NnPlanSpec spec = {.penalties = &loss, .penalty_count = 1, .training = true, .gradients = true,
                               .precision = p ? NN_FLOAT64 : NN_FLOAT32, .largest_batch = 1};
      plans[p] = nn_plan_new(&spec, &error);
      assert_non_null(plans[p]);
      assert_true(nn_plan_run(plans[p], 1, &error));
    }
    assert_true(fabs(nn_plan_loss(plans[0]) - nn_plan_loss(plans[1])) < 1e-5 * fabs(nn_plan_loss(plans[1])));
    for (int v = 0; v < row->count; v++) {
      const void *fast, *plain;
      const NnVariable *of = nn_plan_variable(plans[0], v, NULL, &fast);
      nn_plan_variable(plans[1], v, NULL, &plain);
      if (!of->trainable) continue;
      double largest = 0;
      for (int64_t i = 0; i < of->value->size; i++) largest = fmax(largest, fabs(((const double *)plain)[i]));
      assert_true(largest > 0);
      for (int64_t i = 0; i < of->value->size; i++) {
        const double difference = (double)((const float *)fast)[i] - ((const double *)plain)[i];
        if (fabs(difference) > 1e-5 * largest) fail_msg("%s, variable %d: differs by %g", row->op, v, difference);
      }
    }
    for (int p = 0; p < 2; p++) nn_plan_free(plans[p]);
    nn_tensor_release(loss);
    nn_tensor_release(square);
    nn_tensor_release(y);
    for (int i = 0; i < row->count; i++) {
      nn_tensor_release(inputs[i]);
      nn_variable_release(variables[i]);
    }
  }
}

/* Forward of both float types agree, and batches that are smaller than the plan's largest. */
static void test_float_and_double_agree(void **unused) {
  for (int c = 0; c < CASE_COUNT; c++) {
    const Case *row = &cases[c];
    uint64_t state = 3;
    Error error = {0};
    if (row->count != 1 || row->shapes[0].rank < 2 || strcmp(row->op, "unfold_time") == 0) continue;
    if (strcmp(row->op, "broadcast") == 0) continue; /* its shape is fixed, the batch is not */
    NnShape shape = row->shapes[0];
    const int64_t rows = 5;
    shape.dims[0] = -1;
    NnTensor *x = nn_tensor_input(&shape, ND_FLOAT32, "x", &error);
    NnTensor *y = nn_op(row->op, &x, 1, &row->attributes, &error);
    shape.dims[0] = rows;
    NdArray *data = nd_new(ND_FLOAT32, shape.rank, shape.dims, NULL), *a = NULL, *b = NULL;
    for (int64_t i = 0; i < data->size; i++)
      ((float *)(void *)data->data)[i] = (float)(row->low + (row->high - row->low) * (draw(&state) + 1) / 2);
    assert_non_null(y);
    assert_true(nn_graph_apply(&x, &data, 1, &y, 1, false, NN_FLOAT32, &a, &error));
    assert_true(nn_graph_apply(&x, &data, 1, &y, 1, false, NN_FLOAT64, &b, &error));
    double largest = 0;
    for (int64_t i = 0; i < b->size; i++) largest = fmax(largest, fabs(((double *)(void *)b->data)[i]));
    for (int64_t i = 0; i < b->size; i++) {
      const double difference = ((double *)(void *)b->data)[i] - (double)((float *)(void *)a->data)[i];
      if (fabs(difference) > 2e-6 * fmax(1, largest)) fail_msg("%s: differs by %g", row->op, difference);
    }
    nd_release(a);
    nd_release(b);
    nd_release(data);
    nn_tensor_release(y);
    nn_tensor_release(x);
  }
}

static void test_accuracies(void **unused) {
  static const struct {
    const char *op;
    NnShape true_shape, pred_shape;
    double y_true[6], y_pred[6];
    NnAttributes attributes;
    double expected[3];
    int count;
  } rows[] = {
      {"accuracy", S(3), S(3), {1, 2, 3}, {1, 0, 3}, {.real = {0}}, {1, 0, 1}, 3},
      {"binary_accuracy", S(3, 1), S(3, 1), {1, 0, 1}, {0.9, 0.5, 0.5}, {.real = {0.5}}, {1, 1, 0}, 3},
      {"categorical_accuracy", S(2, 3), S(2, 3), {0, 0, 1, 0, 1, 0}, {0.1, 0.9, 0.8, 0.05, 0.95, 0}, {.real = {0}}, {0, 1}, 2},
      {"sparse_categorical_accuracy", S(2, 1), S(2, 3), {2, 1}, {0.1, 0.6, 0.3, 0.05, 0.95, 0}, {.real = {0}}, {0, 1}, 2},
      {"sparse_categorical_accuracy", S(2), S(2, 3), {1, 1}, {0.1, 0.6, 0.3, 0.5, 0.5, 0}, {.real = {0}}, {1, 0}, 2},
      {"sparse_categorical_accuracy", S(1), S(1, 3), {1}, {0.1, NAN, 0.3}, {.real = {0}}, {1}, 1},
      {"top_k_categorical_accuracy", S(2, 3), S(2, 3), {0, 0, 1, 1, 0, 0}, {0.1, 0.9, 0.8, 0.05, 0.95, 0.5}, {.real = {0}, .integer = {2}}, {1, 0}, 2},
      {"sparse_top_k_categorical_accuracy", S(2), S(2, 3), {2, 0}, {0.1, 0.9, 0.8, 0.05, 0.95, 0}, {.real = {0}, .integer = {2}}, {1, 1}, 2},
  };
  for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
    Error error = {0};
    NnTensor *inputs[2] = {nn_tensor_input(&rows[r].true_shape, ND_FLOAT32, NULL, &error),
                           nn_tensor_input(&rows[r].pred_shape, ND_FLOAT32, NULL, &error)};
    NnTensor *y = nn_op(rows[r].op, inputs, 2, &rows[r].attributes, &error);
    if (y == NULL) fail_msg("%s", error.text);
    NdArray *arrays[2] = {nd_new(ND_FLOAT64, rows[r].true_shape.rank, rows[r].true_shape.dims, NULL),
                          nd_new(ND_FLOAT64, rows[r].pred_shape.rank, rows[r].pred_shape.dims, NULL)};
    memcpy(arrays[0]->data, rows[r].y_true, (size_t)arrays[0]->size * 8);
    memcpy(arrays[1]->data, rows[r].y_pred, (size_t)arrays[1]->size * 8);
    for (NnPrecision p = NN_FLOAT32; p <= NN_FLOAT64; p++) {
      NdArray *result = NULL;
      assert_true(nn_graph_apply(inputs, arrays, 2, &y, 1, false, p, &result, &error));
      assert_int_equal(result->size, rows[r].count);
      for (int i = 0; i < rows[r].count; i++)
        assert_true(nd_get(result, (int64_t[]){i, 0}).as.f == rows[r].expected[i]);
      nd_release(result);
    }
    for (int i = 0; i < 2; i++) nd_release(arrays[i]);
    nn_tensor_release(y);
    for (int i = 0; i < 2; i++) nn_tensor_release(inputs[i]);
  }
}

static void test_shape_errors(void **unused) {
  static const struct {
    const char *op;
    int count;
    NnShape shapes[2];
    const char *text;
  } rows[] = {
      {"matmul", 2, {S(-1, 7), S(6, 3)}, "matmul needs shapes (..., k) and (k, n); got (None, 7) and (6, 3)"},
      {"add_bias", 2, {S(-1, 7), S(6)}, "add_bias needs shapes (..., n) and (n,); got (None, 7) and (6,)"},
      {"add", 2, {S(-1, 7), S(-1, 6)}, "add: operands could not be broadcast together with shapes (None, 7) (None, 6)"},
      {"categorical_crossentropy", 2, {S(-1), S(-1, 10)},
       "Arguments `target` and `output` must have the same rank (ndim). Received: target.shape=(None,), "
       "output.shape=(None, 10)"},
      {"categorical_crossentropy", 2, {S(-1, 7), S(-1, 10)},
       "Arguments `target` and `output` must have the same shape. Received: target.shape=(None, 7), "
       "output.shape=(None, 10)"},
      {"sparse_categorical_crossentropy", 2, {S(-1, 3), S(-1, 3)},
       "Argument `output` must have rank (ndim) `target.ndim - 1`. Received: target.shape=(None, 3), "
       "output.shape=(None, 3)"},
      {"sparse_categorical_crossentropy", 2, {S(-1), S(-1, 28, 10)},
       "Argument `output` must have rank (ndim) `target.ndim - 1`. Received: target.shape=(None,), "
       "output.shape=(None, 28, 10)"},
      {"tanh", 2, {S(-1), S(-1)}, "op tanh takes 1 inputs; got 2"},
      {"no_such_op", 1, {S(-1)}, "there is no op called no_such_op"},
  };
  for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
    Error error = {0};
    NnTensor *inputs[2] = {NULL};
    for (int i = 0; i < rows[r].count; i++) inputs[i] = nn_tensor_input(&rows[r].shapes[i], ND_FLOAT32, NULL, &error);
    assert_null(nn_op(rows[r].op, inputs, rows[r].count, NULL, &error));
    assert_string_equal(error.text, rows[r].text);
    for (int i = 0; i < rows[r].count; i++) nn_tensor_release(inputs[i]);
  }
}

/* A chain of many ops goes away without deep recursion. */
static void test_long_chain(void **unused) {
  const size_t before = core_memory_now();
  Error error = {0};
  NnShape shape = S(-1, 2);
  NnTensor *x = nn_tensor_input(&shape, ND_FLOAT32, "x", &error);
  for (int i = 0; i < 200000; i++) {
    NnTensor *next = nn_op1("tanh", x, &error);
    nn_tensor_release(x);
    x = next;
  }
  nn_tensor_release(x);
  assert_int_equal(core_memory_now(), before);
}

/* A name that stood twice would hide one of its ops. */
static void test_names_are_unique(void **state) {
  (void)state;
  int count, twice = 0;
  const NnOp *const *ops = nn_ops(&count);
  for (int i = 0; i < count; i++)
    if (nn_find_op(ops[i]->name) != ops[i]) {
      print_error("two ops are called %s\n", ops[i]->name);
      twice++;
    }
  assert_true(count > 150);
  assert_int_equal(twice, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names_are_unique),
      cmocka_unit_test(test_blocks_of_samples),
      cmocka_unit_test(test_every_backward),    cmocka_unit_test(test_no_row_is_forgotten),
      cmocka_unit_test(test_float_and_double_agree), cmocka_unit_test(test_accuracies),
      cmocka_unit_test(test_shape_errors),      cmocka_unit_test(test_long_chain),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
