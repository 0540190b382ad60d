/* The inner loops of the element-wise functions. Private to this room.
 *
 * A loop applies one function to n elements; strides count bytes and may be 0 or negative. Output and input may be the
 * same elements, but not shifted against each other. Loops of one input ignore b. float16 has no loops of its own: its
 * blocks are computed in float32, as numpy does. */
#ifndef NNSH_ENGINE_ARRAY_UFUNC_LOOPS_H
#define NNSH_ENGINE_ARRAY_UFUNC_LOOPS_H

#include "engine/array/array.h"

typedef void NdLoop(char *out, int64_t out_stride, const char *a, int64_t a_stride, const char *b, int64_t b_stride,
                    int64_t n);

/* Loops by the dtype of the inputs; NULL where the function is not defined for it. */
typedef NdLoop *const NdLoops[ND_TYPE_COUNT];

#define ND_LOOP_NAMES(ROW)                                                                                        \
  /* two inputs */                                                                                                \
  ROW(add) ROW(subtract) ROW(multiply) ROW(divide) ROW(floor_divide) ROW(remainder) ROW(fmod) ROW(power)          \
  ROW(maximum) ROW(minimum) ROW(fmax) ROW(fmin) ROW(equal) ROW(not_equal) ROW(less) ROW(less_equal) ROW(greater)  \
  ROW(greater_equal) ROW(logical_and) ROW(logical_or) ROW(logical_xor) ROW(bitwise_and) ROW(bitwise_or)           \
  ROW(bitwise_xor) ROW(left_shift) ROW(right_shift) ROW(gcd) ROW(lcm) ROW(arctan2) ROW(hypot) ROW(copysign)       \
  ROW(heaviside) ROW(logaddexp) ROW(logaddexp2) ROW(nextafter) ROW(ldexp) \
  /* one input */                                                                                                 \
  ROW(negative) ROW(positive) ROW(absolute) ROW(fabs) ROW(sign) ROW(square) ROW(reciprocal) ROW(sqrt) ROW(cbrt)   \
  ROW(exp) ROW(exp2) ROW(expm1) ROW(log) ROW(log2) ROW(log10) ROW(log1p) ROW(sin) ROW(cos) ROW(tan) ROW(arcsin)   \
  ROW(arccos) ROW(arctan) ROW(sinh) ROW(cosh) ROW(tanh) ROW(arcsinh) ROW(arccosh) ROW(arctanh) ROW(floor)         \
  ROW(ceil) ROW(trunc) ROW(rint) ROW(isnan) ROW(isinf) ROW(isfinite) ROW(signbit) ROW(logical_not) ROW(invert)    \
  ROW(deg2rad) ROW(rad2deg) ROW(conjugate) ROW(spacing) ROW(modf_fraction) ROW(frexp_mantissa)                    \
  ROW(frexp_exponent) ROW(bitwise_count) ROW(isnat)

/* The same loops twice, for any processor and for those with AVX2: equal to the last bit. */
#define ND_LOOP_DECLARE(name) extern NdLoops nd_loops_##name, nd_loops_avx2_##name;
ND_LOOP_NAMES(ND_LOOP_DECLARE)
#undef ND_LOOP_DECLARE

/* Comparisons of int64 with uint64, which no common dtype holds: equal, not_equal, less, less_equal, greater,
 * greater_equal, first for (int64, uint64), then for (uint64, int64). */
extern NdLoop *const nd_loops_mixed_compare[6][2];

/* Set by the integer loops of division when a divisor was 0; the caller clears it first. */
extern _Thread_local bool nd_divisor_was_zero;

/* Set by power's integer loops when an exponent was negative (numpy's ValueError); the caller clears it first. */
extern _Thread_local bool nd_power_was_negative;

/* What follows is for the files that define loops. */
#define ND_FOR_SIGNED(M, ...)               \
  M(INT8, int8_t, uint32_t, __VA_ARGS__)    \
  M(INT16, int16_t, uint32_t, __VA_ARGS__)  \
  M(INT32, int32_t, uint32_t, __VA_ARGS__)  \
  M(INT64, int64_t, uint64_t, __VA_ARGS__)
#define ND_FOR_UNSIGNED(M, ...)              \
  M(UINT8, uint8_t, uint32_t, __VA_ARGS__)   \
  M(UINT16, uint16_t, uint32_t, __VA_ARGS__) \
  M(UINT32, uint32_t, uint32_t, __VA_ARGS__) \
  M(UINT64, uint64_t, uint64_t, __VA_ARGS__)
#define ND_FOR_INTEGERS(M, ...) ND_FOR_SIGNED(M, __VA_ARGS__) ND_FOR_UNSIGNED(M, __VA_ARGS__)
#define ND_FOR_REALS(M, ...)            \
  M(FLOAT32, float, float, __VA_ARGS__) \
  M(FLOAT64, double, double, __VA_ARGS__)
#define ND_FOR_BOOL(M, ...) M(BOOL, uint8_t, uint8_t, __VA_ARGS__)

/* The expression sees a and b of type `self`; `wide` is the unsigned type in which integers wrap. */
#define ND_BINARY_LOOP(name, in, result, wide_type, ...)                                                         \
  static void name(char *out, int64_t out_stride, const char *pa, int64_t a_stride, const char *pb,              \
                   int64_t b_stride, int64_t n) {                                                                \
    typedef in self;                                                                                             \
    typedef wide_type wide __attribute__((unused));                                                              \
    enum { ITEM = sizeof(self) };                                                                                \
    if (out_stride == (int64_t)sizeof(result)) {                                                                 \
      result *to = (result *)out;                                                                                \
      const self *as = (const self *)pa, *bs = (const self *)pb;                                                 \
      if (a_stride == ITEM && b_stride == ITEM) {                                                                \
        ND_VECTORIZE                                                                                             \
        for (int64_t i = 0; i < n; i++) {                                                                        \
          const self a = as[i], b = bs[i];                                                                       \
          to[i] = (result)(__VA_ARGS__);                                                                         \
        }                                                                                                        \
        return;                                                                                                  \
      }                                                                                                          \
      if (a_stride == ITEM && b_stride == 0) {                                                                   \
        const self b = *bs;                                                                                      \
        ND_VECTORIZE                                                                                             \
        for (int64_t i = 0; i < n; i++) {                                                                        \
          const self a = as[i];                                                                                  \
          to[i] = (result)(__VA_ARGS__);                                                                         \
        }                                                                                                        \
        return;                                                                                                  \
      }                                                                                                          \
      if (a_stride == 0 && b_stride == ITEM) {                                                                   \
        const self a = *as;                                                                                      \
        ND_VECTORIZE                                                                                             \
        for (int64_t i = 0; i < n; i++) {                                                                        \
          const self b = bs[i];                                                                                  \
          to[i] = (result)(__VA_ARGS__);                                                                         \
        }                                                                                                        \
        return;                                                                                                  \
      }                                                                                                          \
    }                                                                                                            \
    for (int64_t i = 0; i < n; i++, out += out_stride, pa += a_stride, pb += b_stride) {                         \
      const self a = *(const self *)pa, b = *(const self *)pb;                                                   \
      *(result *)out = (result)(__VA_ARGS__);                                                                    \
    }                                                                                                            \
  }

#define ND_UNARY_LOOP(name, in, result, wide_type, ...)                                                          \
  static void name(char *out, int64_t out_stride, const char *pa, int64_t a_stride, const char *pb,              \
                   int64_t b_stride, int64_t n) {                                                                \
    typedef in self;                                                                                             \
    typedef wide_type wide __attribute__((unused));                                                              \
    if (out_stride == (int64_t)sizeof(result) && a_stride == (int64_t)sizeof(self)) {                            \
      result *to = (result *)out;                                                                                \
      const self *as = (const self *)pa;                                                                         \
      ND_VECTORIZE                                                                                               \
      for (int64_t i = 0; i < n; i++) {                                                                          \
        const self a = as[i];                                                                                    \
        to[i] = (result)(__VA_ARGS__);                                                                           \
      }                                                                                                          \
      return;                                                                                                    \
    }                                                                                                            \
    for (int64_t i = 0; i < n; i++, out += out_stride, pa += a_stride) {                                         \
      const self a = *(const self *)pa;                                                                          \
      *(result *)out = (result)(__VA_ARGS__);                                                                    \
    }                                                                                                            \
  }

/* One loop of a family: result of the input's type, or bool. */
#define ND_BINARY(TAG, T, U, name, ...) ND_BINARY_LOOP(name##_##TAG, T, T, U, __VA_ARGS__)
#define ND_BINARY_TEST(TAG, T, U, name, ...) ND_BINARY_LOOP(name##_##TAG, T, uint8_t, U, __VA_ARGS__)
#define ND_UNARY(TAG, T, U, name, ...) ND_UNARY_LOOP(name##_##TAG, T, T, U, __VA_ARGS__)
#define ND_UNARY_TEST(TAG, T, U, name, ...) ND_UNARY_LOOP(name##_##TAG, T, uint8_t, U, __VA_ARGS__)
#define ND_ENTRY(TAG, T, U, name, ...) [ND_##TAG] = name##_##TAG,

/* libm's function for the type of a: sinf for float, sin for double. */
#define ND_REAL(function) _Generic((self)0, float: function##f, default: function)

#endif
