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

static void sum_FLOAT32(char *accumulator, const char *x, int64_t stride, int64_t n) {
  *(float *)accumulator += nd_pairwise_float(x, stride, n);
}
static void sum_FLOAT64(char *accumulator, const char *x, int64_t stride, int64_t n) {
  *(double *)accumulator += nd_pairwise_double(x, stride, n);
}

/* A fold in which element after element is joined; `r` is the accumulator, a the element. */
#define FOLD(TAG, T, U, name, ...)                                                       \
  static void name##_##TAG(char *accumulator, const char *x, int64_t stride, int64_t n) { \
    typedef U wide __attribute__((unused));                                              \
    typedef T self __attribute__((unused));                                              \
    T r = *(T *)accumulator;                                                             \
    if (stride == (int64_t)sizeof(T)) {                                                  \
      const T *dense = (const T *)x;                                                     \
      for (int64_t i = 0; i < n; i++) {                                                  \
        T a = dense[i];                                                                  \
        r = (__VA_ARGS__);                                                               \
      }                                                                                  \
    } else {                                                                             \
      for (int64_t i = 0; i < n; i++) {                                                  \
        T a = AT(T, x, i, stride);                                                       \
        r = (__VA_ARGS__);                                                               \
      }                                                                                  \
    }                                                                                    \
    *(T *)accumulator = r;                                                               \
  }

ND_FOR_INTEGERS(FOLD, sum, (self)((wide)r + (wide)a))
ND_FOR_BOOL(FOLD, sum, r | a)
NdFolds nd_folds_sum = {ND_FOR_BOOL(ND_ENTRY, sum) ND_FOR_INTEGERS(ND_ENTRY, sum) ND_FOR_REALS(ND_ENTRY, sum)};

ND_FOR_INTEGERS(FOLD, prod, (self)((wide)r * (wide)a))
ND_FOR_REALS(FOLD, prod, r * a)
ND_FOR_BOOL(FOLD, prod, r & a)
NdFolds nd_folds_prod = {ND_FOR_BOOL(ND_ENTRY, prod) ND_FOR_INTEGERS(ND_ENTRY, prod) ND_FOR_REALS(ND_ENTRY, prod)};

ND_FOR_BOOL(FOLD, max, a > r ? a : r)
ND_FOR_INTEGERS(FOLD, max, a > r ? a : r)
ND_FOR_BOOL(FOLD, min, a < r ? a : r)
ND_FOR_INTEGERS(FOLD, min, a < r ? a : r)

/* Floats: eight lanes, so that one comparison does not wait for the last; a nan anywhere is the answer. */
#define FOLD_REAL(TAG, T, U, name, op)                                                     \
  static void name##_##TAG(char *accumulator, const char *x, int64_t stride, int64_t n) {  \
    T lanes[8], r = *(T *)accumulator;                                                     \
    for (int k = 0; k < 8; k++) lanes[k] = r;                                              \
    int64_t i = 0;                                                                         \
    int unordered = 0;                                                                     \
    if (stride == (int64_t)sizeof(T)) {                                                    \
      const T *dense = (const T *)x;                                                       \
      for (; i + 8 <= n; i += 8)                                                           \
        for (int k = 0; k < 8; k++) {                                                      \
          T a = dense[i + k];                                                              \
          lanes[k] = a op lanes[k] ? a : lanes[k];                                         \
          unordered |= a != a;                                                             \
        }                                                                                  \
    }                                                                                      \
    for (; i < n; i++) {                                                                   \
      T a = AT(T, x, i, stride);                                                           \
      lanes[0] = a op lanes[0] ? a : lanes[0];                                             \
      unordered |= a != a;                                                                 \
    }                                                                                      \
    for (int k = 0; k < 8; k++) r = lanes[k] op r ? lanes[k] : r;                          \
    *(T *)accumulator = unordered || r != r ? (T)__builtin_nan("") : r;                    \
  }
ND_FOR_REALS(FOLD_REAL, max, >)
ND_FOR_REALS(FOLD_REAL, min, <)
NdFolds nd_folds_max = {ND_FOR_BOOL(ND_ENTRY, max) ND_FOR_INTEGERS(ND_ENTRY, max) ND_FOR_REALS(ND_ENTRY, max)};
NdFolds nd_folds_min = {ND_FOR_BOOL(ND_ENTRY, min) ND_FOR_INTEGERS(ND_ENTRY, min) ND_FOR_REALS(ND_ENTRY, min)};

ND_FOR_BOOL(FOLD, any, r | (a != 0))
NdFolds nd_folds_any = {ND_FOR_BOOL(ND_ENTRY, any)};
ND_FOR_BOOL(FOLD, all, r & (a != 0))
NdFolds nd_folds_all = {ND_FOR_BOOL(ND_ENTRY, all)};

#define ARG(TAG, T, U, name, op)                                             \
  static int64_t name##_##TAG(const char *x, int64_t stride, int64_t n) {    \
    int64_t best = 0;                                                        \
    T value = *(const T *)x;                                                 \
    for (int64_t i = 0; i < n; i++) {                                        \
      T a = AT(T, x, i, stride);                                             \
      if (a op value) {                                                      \
        value = a;                                                           \
        best = i;                                                            \
      } else if (a != a) {                                                   \
        return i;                                                            \
      }                                                                      \
    }                                                                        \
    return best;                                                             \
  }
#define ARG_HALF(name, op)                                                     \
  static int64_t name##_FLOAT16(const char *x, int64_t stride, int64_t n) {    \
    int64_t best = 0;                                                          \
    float value = nd_half_to_float(*(const uint16_t *)x);                      \
    for (int64_t i = 0; i < n; i++) {                                          \
      float a = nd_half_to_float(AT(uint16_t, x, i, stride));                  \
      if (a != a) return i;                                                    \
      if (a op value) {                                                        \
        value = a;                                                             \
        best = i;                                                              \
      }                                                                        \
    }                                                                          \
    return best;                                                               \
  }
#define ARG_LOOPS(name, op)                                                                         \
  ND_FOR_BOOL(ARG, name, op) ND_FOR_INTEGERS(ARG, name, op) ND_FOR_REALS(ARG, name, op) ARG_HALF(name, op)
ARG_LOOPS(argmax, >)
ARG_LOOPS(argmin, <)
NdArgLoops nd_argmax_loops = {ND_FOR_BOOL(ND_ENTRY, argmax) ND_FOR_INTEGERS(ND_ENTRY, argmax)
                              ND_FOR_REALS(ND_ENTRY, argmax) [ND_FLOAT16] = argmax_FLOAT16};
NdArgLoops nd_argmin_loops = {ND_FOR_BOOL(ND_ENTRY, argmin) ND_FOR_INTEGERS(ND_ENTRY, argmin)
                              ND_FOR_REALS(ND_ENTRY, argmin) [ND_FLOAT16] = argmin_FLOAT16};
