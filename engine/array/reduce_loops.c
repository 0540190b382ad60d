/* Pairwise sums, and the folds for any processor. */
#include "engine/array/reduce_loops.h"

#include "engine/array/half.h"

#define AT(T, x, i, stride) (*(const T *)((x) + (i) * (stride)))

/* numpy's pairwise sum (loops_utils: *_pairwise_sum). It begins with -0.0, which is the true neutral element. */
#define DEFINE_PAIRWISE(name, T, deviations_name)                                                                  \
  static inline T name##_block(const char *x, int64_t stride, int64_t n) {                                         \
    if (n < 8) {                                                                                                   \
      T sum = (T)-0.0;                                                                                             \
      for (int64_t i = 0; i < n; i++) sum += AT(T, x, i, stride);                                                  \
      return sum;                                                                                                  \
    }                                                                                                              \
    T r[8];                                                                                                        \
    for (int k = 0; k < 8; k++) r[k] = AT(T, x, k, stride);                                                        \
    int64_t i = 8;                                                                                                 \
    if (stride == (int64_t)sizeof(T)) {                                                                            \
      const T *dense = (const T *)x;                                                                               \
      for (; i < n - n % 8; i += 8)                                                                                \
        for (int k = 0; k < 8; k++) r[k] += dense[i + k];                                                          \
    } else {                                                                                                       \
      for (; i < n - n % 8; i += 8)                                                                                \
        for (int k = 0; k < 8; k++) r[k] += AT(T, x, i + k, stride);                                               \
    }                                                                                                              \
    T sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));                                     \
    for (; i < n; i++) sum += AT(T, x, i, stride);                                                                 \
    return sum;                                                                                                    \
  }                                                                                                                \
  T name(const char *x, int64_t stride, int64_t n) {                                                               \
    if (n <= 128) return name##_block(x, stride, n);                                                               \
    int64_t half = n / 2;                                                                                          \
    half -= half % 8;                                                                                              \
    return name(x, stride, half) + name(x + half * stride, stride, n - half);                                      \
  }                                                                                                                \
  T deviations_name(const NdDeviations *run, int64_t start, int64_t n) {                                           \
    if (n <= 128) {                                                                                                \
      T block[128], mean = *(const T *)run->mean;                                                                  \
      run->convert((char *)block, sizeof(T), run->x + start * run->stride, run->stride, n);                        \
      for (int64_t i = 0; i < n; i++) {                                                                            \
        T deviation = block[i] - mean;                                                                             \
        block[i] = deviation * deviation;                                                                          \
      }                                                                                                            \
      return name##_block((const char *)block, sizeof(T), n);                                                      \
    }                                                                                                              \
    int64_t half = n / 2;                                                                                          \
    half -= half % 8;                                                                                              \
    return deviations_name(run, start, half) + deviations_name(run, start + half, n - half);                       \
  }
DEFINE_PAIRWISE(nd_pairwise_double, double, nd_pairwise_deviations_double)
DEFINE_PAIRWISE(nd_pairwise_float, float, nd_pairwise_deviations_float)

float nd_pairwise_half(const char *x, int64_t stride, int64_t n) {
  if (n <= 128) {
    float block[128];
    for (int64_t i = 0; i < n; i++) block[i] = nd_half_to_float(AT(uint16_t, x, i, stride));
    return nd_pairwise_float_block((const char *)block, sizeof(float), n);
  }
  int64_t half = n / 2;
  half -= half % 8;
  return nd_pairwise_half(x, stride, half) + nd_pairwise_half(x + half * stride, stride, n - half);
}

#define ND_LEVEL(name) name
#include "engine/array/reduce_loops.inc"
