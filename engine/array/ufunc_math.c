/* Loops of one input. Transcendental functions are libm's: within an ulp or two of numpy's own vector code. */
#include <math.h>

#include "engine/array/cast.h"
#include "engine/array/ufunc_loops.h"

#define ALL_ENTRIES(name) \
  { ND_FOR_BOOL(ND_ENTRY, name) ND_FOR_INTEGERS(ND_ENTRY, name) ND_FOR_REALS(ND_ENTRY, name) }
#define NUMBER_ENTRIES(name) \
  { ND_FOR_INTEGERS(ND_ENTRY, name) ND_FOR_REALS(ND_ENTRY, name) }

ND_FOR_INTEGERS(ND_UNARY, negative, (self)(0 - (wide)a))
ND_FOR_REALS(ND_UNARY, negative, -a)
NdLoops nd_loops_negative = NUMBER_ENTRIES(negative);
ND_FOR_INTEGERS(ND_UNARY, positive, a)
ND_FOR_REALS(ND_UNARY, positive, a)
NdLoops nd_loops_positive = NUMBER_ENTRIES(positive);
NdLoops nd_loops_conjugate = NUMBER_ENTRIES(positive);
ND_FOR_BOOL(ND_UNARY, absolute, a)
ND_FOR_SIGNED(ND_UNARY, absolute, a < 0 ? (self)(0 - (wide)a) : a)
ND_FOR_UNSIGNED(ND_UNARY, absolute, a)
ND_FOR_REALS(ND_UNARY, absolute, ND_REAL(fabs)(a))
NdLoops nd_loops_absolute = ALL_ENTRIES(absolute);
ND_FOR_SIGNED(ND_UNARY, sign, (a > 0) - (a < 0))
ND_FOR_UNSIGNED(ND_UNARY, sign, a > 0)
ND_FOR_REALS(ND_UNARY, sign, a != a ? a : (self)((a > 0) - (a < 0)))
NdLoops nd_loops_sign = NUMBER_ENTRIES(sign);
ND_FOR_INTEGERS(ND_UNARY, square, (self)((wide)a * (wide)a))
ND_FOR_REALS(ND_UNARY, square, a * a)
NdLoops nd_loops_square = NUMBER_ENTRIES(square);

/* An integer's reciprocal is 1, -1 or 0; that of 0 is what a conversion of inf gives. */
static inline int64_t reciprocal_of_zero(int bytes) { return bytes == 8 ? INT64_MIN : bytes == 4 ? INT32_MIN : 0; }
ND_FOR_SIGNED(ND_UNARY, reciprocal, a == 1 || a == -1 ? a : a == 0 ? reciprocal_of_zero(sizeof a) : 0)
ND_FOR_UNSIGNED(ND_UNARY, reciprocal, a == 1 ? 1 : a == 0 && sizeof a == 8 ? (uint64_t)INT64_MIN : 0)
ND_FOR_REALS(ND_UNARY, reciprocal, 1 / a)
NdLoops nd_loops_reciprocal = NUMBER_ENTRIES(reciprocal);

/* Rounding: integers are whole already. */
#define ROUNDING(name)                            \
  ND_FOR_BOOL(ND_UNARY, name, a)                  \
  ND_FOR_INTEGERS(ND_UNARY, name, a)              \
  ND_FOR_REALS(ND_UNARY, name, ND_REAL(name)(a))  \
  NdLoops nd_loops_##name = ALL_ENTRIES(name);
ROUNDING(floor)
ROUNDING(ceil)
ROUNDING(trunc)

#define TEST(name, whole, real)               \
  ND_FOR_BOOL(ND_UNARY_TEST, name, whole)     \
  ND_FOR_INTEGERS(ND_UNARY_TEST, name, whole) \
  ND_FOR_REALS(ND_UNARY_TEST, name, real)     \
  NdLoops nd_loops_##name = ALL_ENTRIES(name);
TEST(isnan, ((void)a, 0), a != a)
TEST(isinf, ((void)a, 0), isinf(a) != 0)
TEST(isfinite, ((void)a, 1), isfinite(a) != 0)
TEST(logical_not, a == 0, a == 0)

ND_FOR_REALS(ND_UNARY_TEST, signbit, signbit(a) != 0)
NdLoops nd_loops_signbit = {ND_FOR_REALS(ND_ENTRY, signbit)};
ND_FOR_BOOL(ND_UNARY, invert, a == 0)
ND_FOR_INTEGERS(ND_UNARY, invert, ~a)
NdLoops nd_loops_invert = {ND_FOR_BOOL(ND_ENTRY, invert) ND_FOR_INTEGERS(ND_ENTRY, invert)};

/* Functions of floats: numpy's name, the expression. */
#define REAL_FUNCTION(name, ...)             \
  ND_FOR_REALS(ND_UNARY, name, __VA_ARGS__)  \
  NdLoops nd_loops_##name = {ND_FOR_REALS(ND_ENTRY, name)};
REAL_FUNCTION(fabs, ND_REAL(fabs)(a))
REAL_FUNCTION(rint, ND_REAL(rint)(a))
REAL_FUNCTION(sqrt, ND_REAL(sqrt)(a))
/* Rounded from a wider type: cbrt(27) is 3. */
REAL_FUNCTION(cbrt, (self)cbrtl((long double)a))
REAL_FUNCTION(exp, ND_REAL(exp)(a))
REAL_FUNCTION(exp2, ND_REAL(exp2)(a))
REAL_FUNCTION(expm1, ND_REAL(expm1)(a))
REAL_FUNCTION(log, ND_REAL(log)(a))
REAL_FUNCTION(log2, ND_REAL(log2)(a))
REAL_FUNCTION(log10, ND_REAL(log10)(a))
REAL_FUNCTION(log1p, ND_REAL(log1p)(a))
REAL_FUNCTION(sin, ND_REAL(sin)(a))
REAL_FUNCTION(cos, ND_REAL(cos)(a))
REAL_FUNCTION(tan, ND_REAL(tan)(a))
REAL_FUNCTION(arcsin, ND_REAL(asin)(a))
REAL_FUNCTION(arccos, ND_REAL(acos)(a))
REAL_FUNCTION(arctan, ND_REAL(atan)(a))
REAL_FUNCTION(sinh, ND_REAL(sinh)(a))
REAL_FUNCTION(cosh, ND_REAL(cosh)(a))
REAL_FUNCTION(tanh, ND_REAL(tanh)(a))
REAL_FUNCTION(arcsinh, ND_REAL(asinh)(a))
REAL_FUNCTION(arccosh, ND_REAL(acosh)(a))
REAL_FUNCTION(arctanh, ND_REAL(atanh)(a))
#define PI 3.141592653589793238462643383279502884
REAL_FUNCTION(deg2rad, a * ((self)PI / (self)180))
REAL_FUNCTION(rad2deg, a * ((self)180 / (self)PI))

/* The distance of the magnitude to the next number. */
#define SPACING isfinite(a) ? ND_REAL(nextafter)(ND_REAL(fabs)(a), (self)INFINITY) - ND_REAL(fabs)(a) : (self)NAN
REAL_FUNCTION(spacing, SPACING)
/* The parts of a number: fraction with its sign, mantissa in [0.5, 1), exponent. */
REAL_FUNCTION(modf_fraction, ND_REAL(modf)(a, &(self){0}))
REAL_FUNCTION(frexp_mantissa, ND_REAL(frexp)(a, &(int){0}))

static inline int exponent_of(double a) {
  int exponent = 0;
  (void)frexp(a, &exponent);
  return isfinite(a) ? exponent : 0;
}
#define EXPONENT(TAG, T, U, name, ...) ND_UNARY_LOOP(name##_##TAG, T, int32_t, U, __VA_ARGS__)
ND_FOR_REALS(EXPONENT, frexp_exponent, exponent_of((double)a))
NdLoops nd_loops_frexp_exponent = {ND_FOR_REALS(ND_ENTRY, frexp_exponent)};

/* Bits set in the magnitude. */
#define COUNT(TAG, T, U, name, ...) ND_UNARY_LOOP(name##_##TAG, T, uint8_t, U, __VA_ARGS__)
ND_FOR_SIGNED(COUNT, bitwise_count, __builtin_popcountll(a < 0 ? 0 - (uint64_t)a : (uint64_t)a))
ND_FOR_UNSIGNED(COUNT, bitwise_count, __builtin_popcountll((uint64_t)a))
NdLoops nd_loops_bitwise_count = {ND_FOR_INTEGERS(ND_ENTRY, bitwise_count)};

/* No dtype here has a "not a time". */
NdLoops nd_loops_isnat = {0};
