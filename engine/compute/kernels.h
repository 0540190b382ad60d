/* Vector kernels on plain float32 buffers: one source, compiled once for each processor level, chosen at start.
 *
 * Every kernel has a plain twin (kernels_plain.c: the formula in C, compiled for float and for double) that the tests
 * compare it with. Sums use 16 virtual lanes and a fixed tree at every level, so the levels agree to the bit; fused
 * multiply-add is written explicitly (and emulated by fmaf where the processor lacks it) for the same reason.
 *
 * n counts elements; rows x columns is row-major and dense unless a stride is named. Buffers do not overlap unless a
 * comment says "in place". */
#ifndef NNSH_ENGINE_COMPUTE_KERNELS_H
#define NNSH_ENGINE_COMPUTE_KERNELS_H

#include <stdint.h>

/* Element-wise activations on y (in place where x == y) and what their gradients need, all from the output:
 *   relu:    y = max(x, 0)            dx = dy * (y > 0)
 *   sigmoid: y = 1 / (1 + exp(-x))    dx = dy * y * (1 - y)
 *   tanh:    y = tanh(x)              dx = dy * (1 - y * y)                                                       */
typedef enum KernelActivation { KERNEL_LINEAR, KERNEL_RELU, KERNEL_SIGMOID, KERNEL_TANH } KernelActivation;

typedef struct Kernels {
  /* y[r, c] = act(x[r, c] + bias[c]); bias may be NULL; in place allowed. Row strides count elements. */
  void (*bias_activation)(KernelActivation act, const float *x, const float *bias, float *y, int64_t rows,
                          int64_t columns, int64_t stride);
  /* dx = dy * act'(y); in place on dy allowed. */
  void (*activation_backward)(KernelActivation act, const float *y, const float *dy, float *dx, int64_t n);
  /* out[c] (+)= sum over r of x[r, c]; adds to out where accumulate is not 0. */
  void (*column_sums)(const float *x, int64_t rows, int64_t columns, int64_t stride, float *out, int accumulate);
  /* y[r, :] = softmax(x[r, :]), the row's maximum subtracted first; in place allowed. */
  void (*softmax_rows)(const float *x, float *y, int64_t rows, int64_t columns);
  /* dx[r, i] = y[r, i] * (dy[r, i] - sum_j dy[r, j] y[r, j]). */
  void (*softmax_rows_backward)(const float *y, const float *dy, float *dx, int64_t rows, int64_t columns);
  /* Plain vector arithmetic. */
  void (*exp)(const float *x, float *y, int64_t n);
  void (*log)(const float *x, float *y, int64_t n);
  void (*axpy)(float a, const float *x, float *y, int64_t n); /* y += a * x */
  void (*scale)(float a, float *x, int64_t n);
  float (*sum)(const float *x, int64_t n);
  float (*sum_squares)(const float *x, int64_t n);
  /* Optimizer updates in place on w and the slots, Keras 3's formulas (named in kernels.c, each with its source).
   * The learning rate is already divided by bias corrections where the formula says so. */
  void (*sgd)(float *w, const float *g, int64_t n, float rate);
  void (*sgd_momentum)(float *w, const float *g, float *m, int64_t n, float rate, float momentum, int nesterov);
  void (*rmsprop)(float *w, const float *g, float *v, float *momentum_slot /* or NULL */, float *mean_slot /* or NULL:
                  not centered */, int64_t n, float rate, float rho, float momentum, float epsilon);
  void (*adam)(float *w, const float *g, float *m, float *v, int64_t n, float alpha /* rate * sqrt(1-b2^t)/(1-b1^t) */,
               float beta_1, float beta_2, float epsilon);
  /* Conversions when a batch is gathered: n elements of a dense row, y = (float)x. */
  void (*from_uint8)(const uint8_t *x, float *y, int64_t n);
  void (*from_float64)(const double *x, float *y, int64_t n);
} Kernels;

/* The kernels of cpu_level(). */
const Kernels *kernels(void);

/* The kernels of one level, for the tests that compare levels; NULL where the processor lacks it. */
const Kernels *kernels_of_level(int level);

#endif
