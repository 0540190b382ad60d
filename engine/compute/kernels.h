/* Vector kernels on plain float32 buffers: one source, compiled once for each processor level, chosen at start.
 *
 * Every kernel has a plain twin (kernels_plain.inc: the formula in C, compiled for float and for double) that the tests
 * compare it with, and that finite differences run on. Levels agree to the bit: sums use 16 virtual lanes and a fixed
 * tree at every level, and products and sums are rounded one by one (no fused multiply-add anywhere: sse2 lacks it,
 * emulating it is slow, and these kernels wait for memory or for divisions, not for additions).
 *
 * exp, log, tanh and sigmoid are within 4e-7 relative of the true value wherever the result is a normal number, and
 * treat infinities, NaN, denormal arguments and overflow as libm does.
 *
 * n counts elements; rows x columns is row-major and dense unless a stride is named. Buffers may be unaligned, and do
 * not overlap unless a comment says "in place". n, rows, columns of 0 are allowed and do nothing. */
#ifndef NNSH_ENGINE_COMPUTE_KERNELS_H
#define NNSH_ENGINE_COMPUTE_KERNELS_H

#include <stdint.h>

/* Element-wise activations on y (in place where x == y) and what their gradients need, all from the output:
 *   relu:    y = max(x, 0)            dx = dy * (y > 0)        a NaN stays NaN, as in Keras
 *   sigmoid: y = 1 / (1 + exp(-x))    dx = dy * y * (1 - y)
 *   tanh:    y = tanh(x)              dx = dy * (1 - y * y)                                                       */
typedef enum KernelActivation { KERNEL_LINEAR, KERNEL_RELU, KERNEL_SIGMOID, KERNEL_TANH } KernelActivation;

/* Keras's backend.epsilon(), to which probabilities are clipped: [1e-7, 1 - 1e-7], computed in the kernel's type. */
#define KERNEL_EPSILON 1e-7

/* All kernels, declared once: ROW(returned type, name, arguments), with REAL the type of the numbers.
 *
 * Arguments that the losses share:
 *   labels, target  int64 class of each row; or numbers of the prediction's shape
 *   weights         one weight per row, or NULL: multiplies the gradient, not `loss`
 *   scale           multiplies the gradient too: 1 / batch size for a mean, times the loss's weight
 *   loss            one number per row, unweighted
 *   dz, dp          gradient with respect to the prediction, or NULL; in place on the prediction allowed
 * A label outside [0, columns) makes its row's loss and gradient NaN; no memory outside the row is touched.        */
#define KERNEL_ROWS(ROW, REAL)                                                                                        \
  /* y[r, c] = act(x[r, c] + bias[c]); bias may be NULL; in place allowed. Row strides count elements. */             \
  ROW(void, bias_activation, (KernelActivation act, const REAL *x, const REAL *bias, REAL *y, int64_t rows,           \
                              int64_t columns, int64_t stride))                                                       \
  /* dx = dy * act'(y); in place on dy allowed. */                                                                    \
  ROW(void, activation_backward, (KernelActivation act, const REAL *y, const REAL *dy, REAL *dx, int64_t n))          \
  /* out[c] (+)= sum over r of x[r, c]; adds to out where accumulate is not 0. */                                     \
  ROW(void, column_sums, (const REAL *x, int64_t rows, int64_t columns, int64_t stride, REAL *out, int accumulate))   \
  /* y[r, :] = softmax(x[r, :]), the row's maximum subtracted first; in place allowed. */                             \
  ROW(void, softmax_rows, (const REAL *x, REAL *y, int64_t rows, int64_t columns))                                    \
  /* dx[r, i] = y[r, i] * (dy[r, i] - sum_j dy[r, j] y[r, j]); in place on dy allowed. */                             \
  ROW(void, softmax_rows_backward, (const REAL *y, const REAL *dy, REAL *dx, int64_t rows, int64_t columns))          \
  /* out[r] = column of the row's first largest element, or of its first NaN: numpy's argmax. */                      \
  ROW(void, argmax_rows, (const REAL *x, int64_t *out, int64_t rows, int64_t columns))                                \
                                                                                                                      \
  /* Plain vector arithmetic; in place on x allowed. */                                                               \
  ROW(void, exp, (const REAL *x, REAL *y, int64_t n))                                                                 \
  ROW(void, log, (const REAL *x, REAL *y, int64_t n))                                                                 \
  ROW(void, add, (const REAL *a, const REAL *b, REAL *y, int64_t n))      /* y = a + b, in place on either */         \
  ROW(void, subtract, (const REAL *a, const REAL *b, REAL *y, int64_t n)) /* y = a - b */                             \
  ROW(void, multiply, (const REAL *a, const REAL *b, REAL *y, int64_t n)) /* y = a * b */                             \
  ROW(void, axpy, (REAL a, const REAL *x, REAL *y, int64_t n))            /* y += a * x */                            \
  ROW(void, scale, (REAL a, REAL *x, int64_t n))                          /* x *= a */                                \
  ROW(REAL, sum, (const REAL *x, int64_t n))                                                                          \
  ROW(REAL, sum_squares, (const REAL *x, int64_t n))                                                                  \
  ROW(REAL, sum_absolute, (const REAL *x, int64_t n))                                                                 \
  /* g += l1 * sign(w) + 2 * l2 * w: the gradient of l1 * sum|w| + l2 * sum w^2; sign(0) is 0. */                     \
  ROW(void, regularize, (const REAL *w, REAL *g, int64_t n, REAL l1, REAL l2))                                        \
                                                                                                                      \
  /* loss = log(sum_j exp z[j]) - z[label]; dz = softmax(z) - onehot(label). p (or NULL) gets softmax(z).             \
   * keras.losses.SparseCategoricalCrossentropy(from_logits=True); TensorFlow's backend comes here too when the       \
   * prediction is a softmax's output (tensorflow/nn.py, _get_logits). */                                             \
  ROW(void, sparse_cross_entropy_logits, (const REAL *z, const int64_t *labels, const REAL *weights, REAL scale,      \
                                          REAL *loss, REAL *dz, REAL *p, int64_t rows, int64_t columns))              \
  /* The same with a target distribution: loss = sum_j t[j] * (log(sum_i exp z[i]) - z[j]);                           \
   * dz = softmax(z) * sum(t) - t. */                                                                                 \
  ROW(void, cross_entropy_logits, (const REAL *z, const REAL *target, const REAL *weights, REAL scale, REAL *loss,    \
                                   REAL *dz, REAL *p, int64_t rows, int64_t columns))                                 \
  /* From probabilities: q = p / sum(p), c = clip(q), loss = -log c[label]. The gradient is 0 through the clip, and   \
   * goes through the division. (jax/nn.py: sparse_categorical_crossentropy.) */                                      \
  ROW(void, sparse_cross_entropy, (const REAL *p, const int64_t *labels, const REAL *weights, REAL scale, REAL *loss, \
                                   REAL *dp, int64_t rows, int64_t columns))                                          \
  /* q = p / sum(p), c = clip(q), loss = -sum_j t[j] log c[j]. (tensorflow/nn.py and jax/nn.py.) */                   \
  ROW(void, cross_entropy, (const REAL *p, const REAL *target, const REAL *weights, REAL scale, REAL *loss, REAL *dp, \
                            int64_t rows, int64_t columns))                                                           \
  /* Mean over the row of max(z, 0) - z t + log(1 + exp(-|z|)); dz = (sigmoid(z) - t) / columns. */                   \
  ROW(void, binary_cross_entropy_logits, (const REAL *z, const REAL *target, const REAL *weights, REAL scale,         \
                                          REAL *loss, REAL *dz, int64_t rows, int64_t columns))                       \
  /* c = clip(p); mean over the row of -(t log c + (1 - t) log(1 - c)). The gradient is 0 through the clip. */        \
  ROW(void, binary_cross_entropy, (const REAL *p, const REAL *target, const REAL *weights, REAL scale, REAL *loss,    \
                                   REAL *dp, int64_t rows, int64_t columns))                                          \
  /* Mean over the row of (p - t)^2; dp = 2 (p - t) / columns. */                                                     \
  ROW(void, squared_error, (const REAL *p, const REAL *target, const REAL *weights, REAL scale, REAL *loss, REAL *dp, \
                            int64_t rows, int64_t columns))                                                           \
  /* Mean over the row of |p - t|; dp = sign(p - t) / columns. */                                                     \
  ROW(void, absolute_error, (const REAL *p, const REAL *target, const REAL *weights, REAL scale, REAL *loss,          \
                             REAL *dp, int64_t rows, int64_t columns))                                                \
                                                                                                                      \
  /* Optimizer updates in place on w and the slots, by Keras 3.15's update_step (optimizers/sgd.py, rmsprop.py,       \
   * adam.py), in its order of operations.                                                                            \
   * sgd: w -= g * rate */                                                                                            \
  ROW(void, sgd, (REAL *w, const REAL *g, int64_t n, REAL rate))                                                      \
  /* m = m * momentum - g * rate; w += nesterov ? m * momentum - g * rate : m */                                      \
  ROW(void, sgd_momentum, (REAL *w, const REAL *g, REAL *m, int64_t n, REAL rate, REAL momentum, int nesterov))       \
  /* v = rho * v + (1 - rho) * g^2; centered (mean_slot not NULL): a = rho * a + (1 - rho) * g;                       \
   * step = rate * g / sqrt(v [- a^2] + epsilon); momentum_slot not NULL: s = momentum * s + step; w -= s; else       \
   * w -= step */                                                                                                     \
  ROW(void, rmsprop, (REAL *w, const REAL *g, REAL *v, REAL *momentum_slot, REAL *mean_slot, int64_t n, REAL rate,    \
                      REAL rho, REAL momentum, REAL epsilon))                                                         \
  /* m += (g - m) * (1 - beta_1); v += (g^2 - v) * (1 - beta_2); w -= m * alpha / (sqrt(v) + epsilon), with           \
   * alpha = rate * sqrt(1 - beta_2^t) / (1 - beta_1^t) from the caller, t counting from 1. */                        \
  ROW(void, adam, (REAL *w, const REAL *g, REAL *m, REAL *v, int64_t n, REAL alpha, REAL beta_1, REAL beta_2,         \
                   REAL epsilon))                                                                                     \
                                                                                                                      \
  /* y[i] = x[i] / (1 - rate) where kept, else 0; in place allowed. Element first + i is kept where its random        \
   * number is at least `rate` (0 <= rate < 1; a rate of 1 or more drops all). Numbers are philox4x32-10's with key   \
   * = seed and counter = (element / 4, node, step), word element % 4 (its upper 24 bits), so they depend on nothing  \
   * but seed, step, node and element; the gradient is this function on dy with the same numbers. first must be a     \
   * multiple of 4 and below 2^34. */                                                                                 \
  ROW(void, dropout, (const REAL *x, REAL *y, int64_t n, REAL rate, uint64_t seed, uint64_t step, uint32_t node,      \
                      int64_t first))                                                                                 \
                                                                                                                      \
  /* Conversions when a batch is gathered: n elements of a dense row, y = (REAL)x. gather.h has the other types. */   \
  ROW(void, from_uint8, (const uint8_t *x, REAL *y, int64_t n))                                                       \
  ROW(void, from_float64, (const double *x, REAL *y, int64_t n))

#define KERNEL_MEMBER(result, name, arguments) result(*name) arguments;

typedef struct Kernels {
  KERNEL_ROWS(KERNEL_MEMBER, float)
} Kernels;

/* The same on float64 buffers: exists as the plain twins only. */
typedef struct KernelsFloat64 {
  KERNEL_ROWS(KERNEL_MEMBER, double)
} KernelsFloat64;

/* The kernels of cpu_level(). */
const Kernels *kernels(void);

/* The kernels of one level, for the tests that compare levels; NULL where the processor lacks it. */
const Kernels *kernels_of_level(int level);

#endif
