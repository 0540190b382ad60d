/* Loops of two inputs. Integer arithmetic wraps as numpy's; formulas of floor division and remainder are Python's. */
#include "engine/array/ufunc_loops.h"

#include <math.h>

#include "engine/array/cast.h"

_Thread_local bool nd_power_was_negative, nd_divisor_was_zero;

/* What an integer divided by 0 gives, with a note of it. */
static inline int zero_divisor(void) {
  nd_divisor_was_zero = true;
  return 0;
}

/* Signed integers wrap by going through the unsigned type of at least 32 bits. */
#define ARITHMETIC(name, op)                                              \
  ND_FOR_INTEGERS(ND_BINARY, name, (self)((wide)a op (wide)b))            \
  ND_FOR_REALS(ND_BINARY, name, a op b)
#define ALL_ENTRIES(name) \
  { ND_FOR_BOOL(ND_ENTRY, name) ND_FOR_INTEGERS(ND_ENTRY, name) ND_FOR_REALS(ND_ENTRY, name) }
#define NUMBER_ENTRIES(name) \
  { ND_FOR_INTEGERS(ND_ENTRY, name) ND_FOR_REALS(ND_ENTRY, name) }
#define REAL_ENTRIES(name) \
  { ND_FOR_REALS(ND_ENTRY, name) }
#define WHOLE_ENTRIES(name) \
  { ND_FOR_BOOL(ND_ENTRY, name) ND_FOR_INTEGERS(ND_ENTRY, name) }
#define INTEGER_ENTRIES(name) \
  { ND_FOR_INTEGERS(ND_ENTRY, name) }

ARITHMETIC(add, +)
ND_FOR_BOOL(ND_BINARY, add, a | b)
NdLoops nd_loops_add = ALL_ENTRIES(add);
ARITHMETIC(subtract, -)
NdLoops nd_loops_subtract = NUMBER_ENTRIES(subtract);
ARITHMETIC(multiply, *)
ND_FOR_BOOL(ND_BINARY, multiply, a & b)
NdLoops nd_loops_multiply = ALL_ENTRIES(multiply);
ND_FOR_REALS(ND_BINARY, divide, a / b)
NdLoops nd_loops_divide = REAL_ENTRIES(divide);

/* Rounds towards minus infinity; by zero gives 0, and the least integer by -1 wraps to itself. */
#define FLOOR_DIVIDE_SIGNED \
  b == 0 ? zero_divisor() : b == -1 ? (self)(0 - (wide)a) : (self)(a / b - (a % b != 0 && (a < 0) != (b < 0)))
#define REMAINDER_SIGNED \
  b == 0 ? zero_divisor() : b == -1 ? 0 : (self)(a % b + (a % b != 0 && (a < 0) != (b < 0) ? b : 0))

/* CPython's float divmod, as npy_divmod. */
#define DEFINE_DIVMOD(name, T, fmod_, floor_, copysign_)                    \
  static inline T name(T a, T b, T *modulus) {                              \
    T mod = fmod_(a, b);                                                    \
    if (b == 0) {                                                           \
      *modulus = mod;                                                       \
      return a / b;                                                         \
    }                                                                       \
    T quotient = (a - mod) / b;                                             \
    if (mod != 0) {                                                         \
      if ((b < 0) != (mod < 0)) {                                           \
        mod += b;                                                           \
        quotient -= 1;                                                      \
      }                                                                     \
    } else {                                                                \
      mod = copysign_((T)0, b);                                             \
    }                                                                       \
    *modulus = mod;                                                         \
    if (quotient == 0) return copysign_((T)0, a / b);                       \
    T whole = floor_(quotient);                                             \
    return quotient - whole > (T)0.5 ? whole + 1 : whole;                   \
  }
DEFINE_DIVMOD(divmod_f, float, fmodf, floorf, copysignf)
DEFINE_DIVMOD(divmod_d, double, fmod, floor, copysign)
#define DIVMOD(modulus) _Generic((self)0, float: divmod_f, default: divmod_d)(a, b, modulus)

static inline float remainder_of_f(float a, float b) {
  float modulus;
  (void)divmod_f(a, b, &modulus);
  return modulus;
}
static inline double remainder_of_d(double a, double b) {
  double modulus;
  (void)divmod_d(a, b, &modulus);
  return modulus;
}

ND_FOR_SIGNED(ND_BINARY, floor_divide, FLOOR_DIVIDE_SIGNED)
ND_FOR_UNSIGNED(ND_BINARY, floor_divide, b == 0 ? (self)zero_divisor() : a / b)
ND_FOR_REALS(ND_BINARY, floor_divide, DIVMOD(&(self){0}))
NdLoops nd_loops_floor_divide = NUMBER_ENTRIES(floor_divide);
ND_FOR_SIGNED(ND_BINARY, remainder, REMAINDER_SIGNED)
ND_FOR_UNSIGNED(ND_BINARY, remainder, b == 0 ? (self)zero_divisor() : a % b)
ND_FOR_REALS(ND_BINARY, remainder, _Generic((self)0, float: remainder_of_f, default: remainder_of_d)(a, b))
NdLoops nd_loops_remainder = NUMBER_ENTRIES(remainder);
/* The sign of the dividend, as C. */
ND_FOR_SIGNED(ND_BINARY, fmod, b == 0 ? (self)zero_divisor() : b == -1 ? 0 : a % b)
ND_FOR_UNSIGNED(ND_BINARY, fmod, b == 0 ? (self)zero_divisor() : a % b)
ND_FOR_REALS(ND_BINARY, fmod, ND_REAL(fmod)(a, b))
NdLoops nd_loops_fmod = NUMBER_ENTRIES(fmod);

/* By squaring, wrapping. */
static inline uint64_t power_wrapping(uint64_t base, uint64_t exponent) {
  uint64_t result = 1;
  for (; exponent != 0; exponent >>= 1, base *= base)
    if (exponent & 1) result *= base;
  return result;
}
static inline uint64_t power_signed(int64_t base, int64_t exponent) {
  if (exponent < 0) {
    nd_power_was_negative = true;
    return 0;
  }
  return power_wrapping((uint64_t)base, (uint64_t)exponent);
}
ND_FOR_SIGNED(ND_BINARY, power, power_signed(a, b))
ND_FOR_UNSIGNED(ND_BINARY, power, power_wrapping(a, b))
ND_FOR_REALS(ND_BINARY, power, ND_REAL(pow)(a, b))
NdLoops nd_loops_power = NUMBER_ENTRIES(power);

/* maximum and minimum pass a nan on; fmax and fmin pass it over. */
ND_FOR_BOOL(ND_BINARY, maximum, a > b ? a : b)
ND_FOR_INTEGERS(ND_BINARY, maximum, a > b ? a : b)
ND_FOR_REALS(ND_BINARY, maximum, a >= b || a != a ? a : b)
NdLoops nd_loops_maximum = ALL_ENTRIES(maximum);
ND_FOR_BOOL(ND_BINARY, minimum, a < b ? a : b)
ND_FOR_INTEGERS(ND_BINARY, minimum, a < b ? a : b)
ND_FOR_REALS(ND_BINARY, minimum, a <= b || a != a ? a : b)
NdLoops nd_loops_minimum = ALL_ENTRIES(minimum);
ND_FOR_BOOL(ND_BINARY, fmax, a > b ? a : b)
ND_FOR_INTEGERS(ND_BINARY, fmax, a > b ? a : b)
ND_FOR_REALS(ND_BINARY, fmax, a >= b || b != b ? a : b)
NdLoops nd_loops_fmax = ALL_ENTRIES(fmax);
ND_FOR_BOOL(ND_BINARY, fmin, a < b ? a : b)
ND_FOR_INTEGERS(ND_BINARY, fmin, a < b ? a : b)
ND_FOR_REALS(ND_BINARY, fmin, a <= b || b != b ? a : b)
NdLoops nd_loops_fmin = ALL_ENTRIES(fmin);

#define TEST(name, ...)                           \
  ND_FOR_BOOL(ND_BINARY_TEST, name, __VA_ARGS__)     \
  ND_FOR_INTEGERS(ND_BINARY_TEST, name, __VA_ARGS__) \
  ND_FOR_REALS(ND_BINARY_TEST, name, __VA_ARGS__)    \
  NdLoops nd_loops_##name = ALL_ENTRIES(name);
TEST(equal, a == b)
TEST(not_equal, a != b)
TEST(less, a < b)
TEST(less_equal, a <= b)
TEST(greater, a > b)
TEST(greater_equal, a >= b)
TEST(logical_and, a != 0 && b != 0)
TEST(logical_or, a != 0 || b != 0)
TEST(logical_xor, (a != 0) != (b != 0))

#define MIXED(name, op)                                                                                     \
  static void name##_signed(char *out, int64_t so, const char *a, int64_t sa, const char *b, int64_t sb,   \
                            int64_t n) {                                                                    \
    for (; n > 0; n--, out += so, a += sa, b += sb) {                                                       \
      int64_t x = *(const int64_t *)a;                                                                      \
      *(uint8_t *)out = x < 0 ? -1 op 0 : (uint64_t)x op *(const uint64_t *)b;                              \
    }                                                                                                       \
  }                                                                                                         \
  static void name##_unsigned(char *out, int64_t so, const char *a, int64_t sa, const char *b, int64_t sb, \
                              int64_t n) {                                                                  \
    for (; n > 0; n--, out += so, a += sa, b += sb) {                                                       \
      int64_t y = *(const int64_t *)b;                                                                      \
      *(uint8_t *)out = y < 0 ? 0 op -1 : *(const uint64_t *)a op (uint64_t)y;                              \
    }                                                                                                       \
  }
MIXED(mixed_equal, ==)
MIXED(mixed_not_equal, !=)
MIXED(mixed_less, <)
MIXED(mixed_less_equal, <=)
MIXED(mixed_greater, >)
MIXED(mixed_greater_equal, >=)
NdLoop *const nd_loops_mixed_compare[6][2] = {
    {mixed_equal_signed, mixed_equal_unsigned},           {mixed_not_equal_signed, mixed_not_equal_unsigned},
    {mixed_less_signed, mixed_less_unsigned},             {mixed_less_equal_signed, mixed_less_equal_unsigned},
    {mixed_greater_signed, mixed_greater_unsigned},       {mixed_greater_equal_signed, mixed_greater_equal_unsigned},
};

#define BITWISE(name, op)                    \
  ND_FOR_BOOL(ND_BINARY, name, a op b)       \
  ND_FOR_INTEGERS(ND_BINARY, name, a op b)   \
  NdLoops nd_loops_##name = WHOLE_ENTRIES(name);
BITWISE(bitwise_and, &)
BITWISE(bitwise_or, |)
BITWISE(bitwise_xor, ^)

/* A count of the type's width or more (a negative one too) shifts everything out. */
#define BITS (8 * (int)sizeof(self))
#define COUNT_IN_RANGE (b >= 0 && (uint64_t)b < (uint64_t)BITS)
ND_FOR_SIGNED(ND_BINARY, left_shift, COUNT_IN_RANGE ? (self)((wide)a << b) : 0)
ND_FOR_UNSIGNED(ND_BINARY, left_shift, b < BITS ? (self)((wide)a << b) : 0)
NdLoops nd_loops_left_shift = INTEGER_ENTRIES(left_shift);
ND_FOR_SIGNED(ND_BINARY, right_shift, COUNT_IN_RANGE ? a >> b : a < 0 ? -1 : 0)
ND_FOR_UNSIGNED(ND_BINARY, right_shift, b < BITS ? a >> b : 0)
NdLoops nd_loops_right_shift = INTEGER_ENTRIES(right_shift);

static inline uint64_t gcd_of(uint64_t a, uint64_t b) {
  while (b != 0) {
    uint64_t rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}
static inline uint64_t magnitude(int64_t x) { return x < 0 ? 0 - (uint64_t)x : (uint64_t)x; }
static inline uint64_t lcm_of(uint64_t a, uint64_t b) { return a == 0 || b == 0 ? 0 : a / gcd_of(a, b) * b; }
ND_FOR_SIGNED(ND_BINARY, gcd, gcd_of(magnitude(a), magnitude(b)))
ND_FOR_UNSIGNED(ND_BINARY, gcd, gcd_of(a, b))
NdLoops nd_loops_gcd = INTEGER_ENTRIES(gcd);
ND_FOR_SIGNED(ND_BINARY, lcm, lcm_of(magnitude(a), magnitude(b)))
ND_FOR_UNSIGNED(ND_BINARY, lcm, lcm_of(a, b))
NdLoops nd_loops_lcm = INTEGER_ENTRIES(lcm);

ND_FOR_REALS(ND_BINARY, arctan2, ND_REAL(atan2)(a, b))
NdLoops nd_loops_arctan2 = REAL_ENTRIES(arctan2);
ND_FOR_REALS(ND_BINARY, hypot, ND_REAL(hypot)(a, b))
NdLoops nd_loops_hypot = REAL_ENTRIES(hypot);
ND_FOR_REALS(ND_BINARY, copysign, ND_REAL(copysign)(a, b))
NdLoops nd_loops_copysign = REAL_ENTRIES(copysign);
ND_FOR_REALS(ND_BINARY, heaviside, a != a ? a : a == 0 ? b : (self)(a > 0))
NdLoops nd_loops_heaviside = REAL_ENTRIES(heaviside);

/* log(exp(a) + exp(b)) without overflow. */
#define LOGADDEXP                                                                       \
  a == b ? a + (self)0.693147180559945309417232121458176568                             \
         : a - b > 0 ? a + ND_REAL(log1p)(ND_REAL(exp)(-(a - b)))                       \
                     : a - b <= 0 ? b + ND_REAL(log1p)(ND_REAL(exp)(a - b)) : a - b
ND_FOR_REALS(ND_BINARY, logaddexp, LOGADDEXP)
NdLoops nd_loops_logaddexp = REAL_ENTRIES(logaddexp);

/* log2(2**a + 2**b). */
#define LOGADDEXP2                                                                                     \
  a == b ? a + 1                                                                                       \
         : a - b > 0 ? a + (self)1.442695040888963407359924681001892137 *                              \
                               ND_REAL(log1p)(ND_REAL(exp2)(-(a - b)))                                 \
                     : a - b <= 0 ? b + (self)1.442695040888963407359924681001892137 *                 \
                                            ND_REAL(log1p)(ND_REAL(exp2)(a - b))                       \
                                  : a - b
ND_FOR_REALS(ND_BINARY, logaddexp2, LOGADDEXP2)
NdLoops nd_loops_logaddexp2 = REAL_ENTRIES(logaddexp2);
ND_FOR_REALS(ND_BINARY, nextafter, ND_REAL(nextafter)(a, b))
NdLoops nd_loops_nextafter = REAL_ENTRIES(nextafter);
/* The second argument is an integer, which reaches the loop as a float. */
ND_FOR_REALS(ND_BINARY, ldexp, ND_REAL(ldexp)(a, nd_float_to_int32((double)b)))
NdLoops nd_loops_ldexp = REAL_ENTRIES(ldexp);
