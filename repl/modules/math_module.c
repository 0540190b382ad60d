/* Python's math module. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/memory.h"
#include "repl/modules/math_gamma.h"
#include "repl/modules/modules.h"
#include "repl/types/integer.h"
#include "repl/types/number.h"
#include "repl/types/slots.h"

/* Any real number, with math's own words for what is none. */
static bool real_of(Value value, double *out) {
  if (py_as_double(value, out)) return true;
  if (!py_pending_is(&py_TypeError)) return false;
  py_clear_pending();
  py_raise(&py_TypeError, "must be real number, not %s", py_type_label(py_type_of(value)));
  return false;
}

/* One handler for functions of one number, with the error that CPython raises. */

static Value math_unary(const NativeRow *row, Value *arguments) {
  double x;
  if (!real_of(arguments[0], &x)) return PY_ERROR;
  double (*const *function)(double) = row->data;
  double y = (*function)(x);
  if (isnan(y) && !isnan(x)) return py_raise(&py_ValueError, "math domain error");
  if (isinf(y) && isfinite(x)) {
    /* log(0) has no value, exp(1000) has one that is too large. */
    bool gamma = *function == math_gamma || *function == math_lgamma;
    bool pole = *function == log1p || *function == atanh || (gamma && x <= 0 && x == floor(x));
    return pole ? py_raise(&py_ValueError, "math domain error") : py_raise(&py_OverflowError, "math range error");
  }
  return py_float(y);
}
#define UNARY(name) static double (*const pointer_##name)(double) = name;
UNARY(exp) UNARY(exp2) UNARY(expm1) UNARY(log2) UNARY(log10) UNARY(log1p) UNARY(sqrt) UNARY(cbrt) UNARY(sin) UNARY(cos) UNARY(tan)
UNARY(asin) UNARY(acos) UNARY(atan) UNARY(sinh) UNARY(cosh) UNARY(tanh) UNARY(asinh) UNARY(acosh) UNARY(atanh)
UNARY(fabs) UNARY(erf) UNARY(erfc)
static double (*const pointer_gamma)(double) = math_gamma, (*const pointer_lgamma)(double) = math_lgamma;
static double degrees_of(double x) { return x * (180.0 / M_PI); }
static double (*const pointer_degrees)(double) = degrees_of;
static double radians_of(double x) { return x * (M_PI / 180.0); }
static double (*const pointer_radians)(double) = radians_of;

/* A logarithm, also of an integer that no float holds: of its mantissa and exponent then. */
static bool log_of(Value value, double (*function)(double), double *out) {
  Value number = number_plain(value);
  if (integer_is_big(number) && integer_sign(number) > 0) {
    int64_t exponent;
    double mantissa = integer_mantissa(number, &exponent);
    if (exponent > 1023) {
      *out = function(mantissa) + function(2.0) * (double)exponent;
      return true;
    }
  }
  double x;
  if (integer_is_big(number) && integer_sign(number) < 0) x = -1;
  else if (!real_of(value, &x)) return false;
  if (!(x > 0) && !isnan(x)) {
    py_raise(&py_ValueError, "math domain error");
    return false;
  }
  *out = function(x);
  return true;
}
/* log2 and log10: row->data points to the function. */
static Value math_log_base(const NativeRow *row, Value *arguments) {
  double (*const *function)(double) = row->data, y;
  return log_of(arguments[0], *function, &y) ? py_float(y) : PY_ERROR;
}
static Value math_log(const NativeRow *row, Value *arguments) {
  double x, base;
  if (!log_of(arguments[0], log, &x)) return PY_ERROR;
  if (py_is_undefined(arguments[1])) return py_float(x);
  if (!log_of(arguments[1], log, &base)) return PY_ERROR;
  if (base == 0) return py_raise(&py_ZeroDivisionError, "float division by zero");
  return py_float(x / base);
}
static Value whole(double y) {
  if (isnan(y)) return py_raise(&py_ValueError, "cannot convert float NaN to integer");
  if (isinf(y)) return py_raise(&py_OverflowError, "cannot convert float infinity to integer");
  return integer_from_double(y);
}
static Value math_round(const NativeRow *row, Value *arguments) {
  double x;
  char which = *(const char *)row->data;
  if (integer_is(arguments[0])) {
    Value plain = number_plain(arguments[0]);
    return plain.tag == TAG_BOOL ? py_int(plain.as.integer) : py_keep(plain);
  }
  if (arguments[0].tag == TAG_OBJECT) {
    const char *name = which == 'f' ? "__floor__" : which == 'c' ? "__ceil__" : "__trunc__";
    Value result = slots_call(arguments[0], py_intern(name), NULL, 0);
    if (!py_is_undefined(result)) return result;
    if (which == 't')
      return py_raise(&py_TypeError, "type %s doesn't define __trunc__ method",
                      py_type_label(py_type_of(arguments[0])));
  }
  if (!real_of(arguments[0], &x)) return PY_ERROR;
  return whole(which == 'f' ? floor(x) : which == 'c' ? ceil(x) : trunc(x));
}
static Value math_test(const NativeRow *row, Value *arguments) {
  double x;
  if (!real_of(arguments[0], &x)) return PY_ERROR;
  char which = *(const char *)row->data;
  return py_bool(which == 'n' ? isnan(x) : which == 'i' ? isinf(x) : isfinite(x));
}
static Value math_binary(const NativeRow *row, Value *arguments) {
  double x, y;
  if (!real_of(arguments[0], &x) || !real_of(arguments[1], &y)) return PY_ERROR;
  switch (*(const char *)row->data) {
    case 'p': {
      double power = pow(x, y);
      if (isnan(power) && !isnan(x) && !isnan(y)) return py_raise(&py_ValueError, "math domain error");
      if (isinf(power) && isfinite(x) && isfinite(y))
        return x == 0 ? py_raise(&py_ValueError, "math domain error") : py_raise(&py_OverflowError, "math range error");
      return py_float(power);
    }
    case 'a': return py_float(atan2(x, y));
    case 'r':
      if (isnan(x) || isnan(y)) return py_float(x + y);
      if (y == 0 || isinf(x)) return py_raise(&py_ValueError, "math domain error");
      return py_float(remainder(x, y));
    case 'm':
      if (isnan(x) || isnan(y)) return py_float(x + y);
      if (y == 0 || isinf(x)) return py_raise(&py_ValueError, "math domain error");
      return py_float(fmod(x, y));
    default: return py_float(copysign(x, y));
  }
}
/* An argument as a plain integer: a new reference. */
static Value integer_of(Value value) {
  if (integer_is(value)) {
    Value plain = number_plain(value);
    return plain.tag == TAG_BOOL ? py_int(plain.as.integer) : py_keep(plain);
  }
  int64_t small;
  return py_as_int(value, &small) ? py_int(small) : PY_ERROR;
}

static Value math_factorial(const NativeRow *row, Value *arguments) {
  Value n = integer_of(arguments[0]);
  if (py_is_error(n)) return n;
  Value result;
  if (integer_sign(n) < 0)
    result = py_raise(&py_ValueError, "factorial() not defined for negative values");
  else if (integer_is_big(n))
    result = py_raise(&py_OverflowError, "factorial() argument should not exceed %lld", (long long)INT64_MAX);
  else
    result = integer_factorial(n.as.integer);
  py_drop(n);
  return result;
}

/* n * (n - 1) * ... over k factors; `divide`: by 1 * 2 * ... as well, each step a whole number. */
static Value falling(Value n, int64_t k, bool divide) {
  Value product = py_int(1);
  for (int64_t i = 0; i < k && !py_is_error(product); i++) {
    Value factor = py_binary(OP_SUB, n, py_int(i));
    Value next = py_is_error(factor) ? PY_ERROR : py_binary(OP_MUL, product, factor);
    py_drop(factor);
    py_drop(product);
    product = next;
    if (!divide || py_is_error(product)) continue;
    next = py_binary(OP_FLOORDIV, product, py_int(i + 1));
    py_drop(product);
    product = next;
  }
  return product;
}

/* comb(n, k), and perm(n, k) (row->data). */
static Value math_choose(const NativeRow *row, Value *arguments) {
  bool combinations = row->data == NULL;
  Value n = integer_of(arguments[0]);
  Value k = py_is_error(n) ? PY_ERROR : py_is_none(arguments[1]) ? py_keep(n) : integer_of(arguments[1]);
  Value rest = py_is_error(k) ? PY_ERROR : py_binary(OP_SUB, n, k), result = PY_ERROR;
  if (py_is_error(rest)) {
  } else if (integer_sign(n) < 0) {
    py_raise(&py_ValueError, "n must be a non-negative integer");
  } else if (integer_sign(k) < 0) {
    py_raise(&py_ValueError, "k must be a non-negative integer");
  } else if (integer_sign(rest) < 0) {
    result = py_int(0);
  } else {
    Value count = combinations && integer_compare(rest, k) < 0 ? rest : k;
    if (integer_is_big(count))
      py_raise(&py_OverflowError, combinations ? "min(n - k, k) must not exceed %lld" : "k must not exceed %lld",
               (long long)INT64_MAX);
    else
      result = falling(n, count.as.integer, combinations);
  }
  py_drop(n);
  py_drop(k);
  py_drop(rest);
  return result;
}
static Value least_multiple(Value a, Value b, Value common) {
  if (integer_sign(common) == 0) return py_int(0);
  Value part = py_binary(OP_FLOORDIV, a, common);
  Value product = py_is_error(part) ? PY_ERROR : py_binary(OP_MUL, part, b);
  Value result = py_is_error(product) ? PY_ERROR : py_unary(OP_ABS, product);
  py_drop(part);
  py_drop(product);
  return result;
}
/* gcd(*integers), lcm(*integers) (row->data) */
static Value math_gcd(const NativeRow *row, Value *arguments) {
  Tuple *given = py_as_tuple(arguments[0]);
  Value result = py_int(row->data ? 1 : 0);
  for (int64_t i = 0; i < given->count && !py_is_error(result); i++) {
    Value next = integer_of(given->items[i]);
    Value common = py_is_error(next) ? PY_ERROR : integer_gcd(result, next);
    Value made = row->data == NULL || py_is_error(common) ? py_keep(common) : least_multiple(result, next, common);
    py_drop(next);
    py_drop(common);
    py_drop(result);
    result = made;
  }
  return result;
}
static Value math_isqrt(const NativeRow *row, Value *arguments) {
  Value n = integer_of(arguments[0]);
  if (py_is_error(n)) return n;
  Value root = integer_sign(n) < 0 ? py_raise(&py_ValueError, "isqrt() argument must be nonnegative")
                                   : integer_square_root(n);
  py_drop(n);
  return root;
}
/* hypot(*coordinates), dist(p, q): scaled by a power of 2 and summed in long double, so that one rounding is left. */
static Value length_of(const Value *a, const Value *b, int64_t count) {
  long double sum = 0;
  double most = 0, x, y;
  int exponent = 0;
  for (int pass = 0; pass < 2; pass++) {
    for (int64_t i = 0; i < count; i++) {
      y = 0;
      if (!real_of(a[i], &x) || (b && !real_of(b[i], &y))) return PY_ERROR;
      x = fabs(x - y);
      if (pass == 0) most = isnan(most) || isnan(x) ? (isinf(most) || isinf(x) ? INFINITY : NAN) : fmax(most, x);
      else sum += (long double)ldexp(x, -exponent) * ldexp(x, -exponent);
    }
    if (!isfinite(most) || most == 0) return py_float(most);
    frexp(most, &exponent);
  }
  return py_float(ldexp((double)sqrtl(sum), exponent));
}
static Value math_hypot(const NativeRow *row, Value *arguments) {
  return length_of(py_as_tuple(arguments[0])->items, NULL, py_as_tuple(arguments[0])->count);
}
static Value math_dist(const NativeRow *row, Value *arguments) {
  const Value *p, *q;
  int64_t count, q_count;
  Value points[2] = {PY_UNDEFINED, PY_UNDEFINED}, result = PY_ERROR;
  for (int i = 0; i < 2; i++) {
    Value class = py_type_value(&py_tuple_type);
    points[i] = py_call_values(class, &arguments[i], 1);
    py_drop(class);
    if (py_is_error(points[i])) break;
  }
  if (!py_is_error(points[0]) && !py_is_error(points[1])) {
    bool same = py_sequence(points[0], &p, &count) && py_sequence(points[1], &q, &q_count) && count == q_count;
    result = same ? length_of(p, q, count)
                  : py_raise(&py_ValueError, "both points must have the same number of dimensions");
  }
  py_drop(points[0]);
  py_drop(points[1]);
  return result;
}
/* modf and frexp (row->data): pairs. */
static Value math_parts(const NativeRow *row, Value *arguments) {
  double x, part;
  int exponent = 0;
  if (!real_of(arguments[0], &x)) return PY_ERROR;
  if (row->data) {
    double fraction = frexp(x, &exponent);
    return py_tuple_of(2, py_float(fraction), py_int(exponent));
  }
  double fraction = modf(x, &part);
  return py_tuple_of(2, py_float(fraction), py_float(part));
}
static Value math_ldexp(const NativeRow *row, Value *arguments) {
  double x;
  int64_t exponent;
  if (!real_of(arguments[0], &x)) return PY_ERROR;
  if (!integer_is(arguments[1])) return py_raise(&py_TypeError, "Expected an int as second argument to ldexp.");
  if (!number_round_digits(arguments[1], &exponent)) return PY_ERROR;
  double y = ldexp(x, exponent > 10000 ? 10000 : exponent < -10000 ? -10000 : (int)exponent);
  return isinf(y) && isfinite(x) ? py_raise(&py_OverflowError, "math range error") : py_float(y);
}
static Value math_prod(const NativeRow *row, Value *arguments) {
  Value list = py_to_list(arguments[0]);
  if (py_is_error(list)) return list;
  Value product = py_keep(arguments[1]);
  for (int64_t i = 0; i < py_as_list(list)->count && !py_is_error(product); i++) {
    Value next = py_binary(OP_MUL, product, py_as_list(list)->items[i]);
    py_drop(product);
    product = next;
  }
  py_drop(list);
  return product;
}
/* fsum: exact partial sums that do not overlap (Shewchuk 1997), rounded once at the end, ties to even. */
static Value math_fsum(const NativeRow *row, Value *arguments) {
  Value list = py_to_list(arguments[0]);
  if (py_is_error(list)) return list;
  double *partials = core_alloc(sizeof(double) * (size_t)(py_as_list(list)->count + 1)), special = 0, infinite = 0;
  if (partials == NULL) {
    py_drop(list);
    return py_raise(&py_MemoryError, "out of memory");
  }
  int64_t count = 0;
  for (int64_t i = 0; i < py_as_list(list)->count; i++) {
    double x;
    if (!real_of(py_as_list(list)->items[i], &x)) {
      core_free(partials);
      py_drop(list);
      return PY_ERROR;
    }
    if (!isfinite(x)) {
      special += x;
      if (isinf(x)) infinite += x;
      continue;
    }
    int64_t kept = 0;
    for (int64_t j = 0; j < count; j++) {
      double y = partials[j];
      if (fabs(x) < fabs(y)) {
        double swap = x;
        x = y;
        y = swap;
      }
      double high = x + y, low = y - (high - x);
      if (low != 0) partials[kept++] = low;
      x = high;
    }
    if (!isfinite(x)) {
      core_free(partials);
      py_drop(list);
      return py_raise(&py_OverflowError, "intermediate overflow in fsum");
    }
    partials[kept++] = x;
    count = kept;
  }
  py_drop(list);
  if (isnan(infinite)) {
    core_free(partials);
    return py_raise(&py_ValueError, "-inf + inf in fsum");
  }
  double high = 0, low = 0;
  while (count > 0 && low == 0) {
    double x = high, y = partials[--count];
    high = x + y;
    low = y - (high - x);
  }
  if (count > 0 && ((low < 0 && partials[count - 1] < 0) || (low > 0 && partials[count - 1] > 0))) {
    double y = low * 2, x = high + y;
    if (y == x - high) high = x;
  }
  core_free(partials);
  return py_float(special != 0 || isnan(special) ? special : high);
}
static Value math_isclose(const NativeRow *row, Value *arguments) {
  double a, b, relative, absolute;
  if (!real_of(arguments[0], &a) || !real_of(arguments[1], &b) || !real_of(arguments[2], &relative) ||
      !real_of(arguments[3], &absolute))
    return PY_ERROR;
  if (relative < 0 || absolute < 0) return py_raise(&py_ValueError, "tolerances must be non-negative");
  if (a == b) return PY_TRUE;
  if (isinf(a) || isinf(b)) return PY_FALSE;
  double difference = fabs(b - a);
  return py_bool(difference <= fabs(relative * b) || difference <= fabs(relative * a) || difference <= absolute);
}

#define MATH(name, text) {#name, "x, /", text, math_unary, &pointer_##name}
static const char marked[] = "yes";
static Value math_nextafter(const NativeRow *row, Value *arguments) {
  double x, y;
  return py_as_double(arguments[0], &x) && py_as_double(arguments[1], &y) ? py_float(nextafter(x, y)) : PY_ERROR;
}
static Value math_ulp(const NativeRow *row, Value *arguments) {
  double x;
  if (!py_as_double(arguments[0], &x)) return PY_ERROR;
  if (!isfinite(x)) return py_float(isnan(x) ? x : INFINITY);
  x = fabs(x);
  double above = nextafter(x, INFINITY);
  return py_float(isinf(above) ? x - nextafter(x, 0) : above - x);
}

static const NativeRow math_rows[] = {
    MATH(exp, "e to a power."), MATH(exp2, "2 to a power."), MATH(expm1, "exp(x) - 1."),
    {"log2", "x, /", "The logarithm to base 2.", math_log_base, &pointer_log2},
    {"log10", "x, /", "The logarithm to base 10.", math_log_base, &pointer_log10},
    MATH(log1p, "log(1 + x)."), MATH(sqrt, "The square root."),
    MATH(cbrt, "The cube root."), MATH(sin, "The sine."), MATH(cos, "The cosine."), MATH(tan, "The tangent."),
    MATH(asin, "The inverse sine."), MATH(acos, "The inverse cosine."), MATH(atan, "The inverse tangent."),
    MATH(sinh, "The hyperbolic sine."), MATH(cosh, "The hyperbolic cosine."), MATH(tanh, "The hyperbolic tangent."),
    MATH(asinh, "The inverse hyperbolic sine."), MATH(acosh, "The inverse hyperbolic cosine."),
    MATH(atanh, "The inverse hyperbolic tangent."), MATH(fabs, "The absolute value."), MATH(erf, "The error function."),
    MATH(erfc, "1 - erf(x)."), MATH(lgamma, "The logarithm of the gamma function."),
    MATH(gamma, "The gamma function."), MATH(degrees, "Radians as degrees."), MATH(radians, "Degrees as radians."),
    {"log", "x, base=..., /", "The logarithm.", math_log, NULL},
    {"floor", "x, /", "The whole number below.", math_round, "f"},
    {"ceil", "x, /", "The whole number above.", math_round, "c"},
    {"trunc", "x, /", "The whole part.", math_round, "t"},
    {"isnan", "x, /", "Whether it is nan.", math_test, "n"},
    {"isinf", "x, /", "Whether it is infinite.", math_test, "i"},
    {"isfinite", "x, /", "Whether it is neither.", math_test, "f"},
    {"pow", "x, y, /", "A power.", math_binary, "p"},
    {"atan2", "y, x, /", "The angle of a point.", math_binary, "a"},
    {"remainder", "x, y, /", "The remainder nearest to zero.", math_binary, "r"},
    {"hypot", "*coordinates", "The length of a vector.", math_hypot, NULL},
    {"dist", "p, q, /", "The distance of two points.", math_dist, NULL},
    {"nextafter", "x, y, /", "The next float after x towards y.", math_nextafter, NULL},
    {"ulp", "x, /", "The value of the last bit of x.", math_ulp, NULL},
    {"fmod", "x, y, /", "The remainder with the sign of x.", math_binary, "m"},
    {"copysign", "x, y, /", "x with the sign of y.", math_binary, "s"},
    {"factorial", "n, /", "The product 1 * 2 * ... * n.", math_factorial, NULL},
    {"comb", "n, k, /", "How many ways to choose k of n.", math_choose, NULL},
    {"perm", "n, k=None, /", "How many ordered ways to choose k of n.", math_choose, marked},
    {"gcd", "*integers", "The greatest common divisor.", math_gcd, NULL},
    {"lcm", "*integers", "The least common multiple.", math_gcd, marked},
    {"isqrt", "n, /", "The whole part of the square root.", math_isqrt, NULL},
    {"prod", "iterable, /, *, start=1", "The product of the items.", math_prod, NULL},
    {"fsum", "seq, /", "The exact sum of floats, rounded once.", math_fsum, NULL},
    {"modf", "x, /", "The fraction and the whole part.", math_parts, NULL},
    {"frexp", "x, /", "A number in [0.5, 1) and the power of 2.", math_parts, marked},
    {"ldexp", "x, i, /", "x times a power of 2.", math_ldexp, NULL},
    {"isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0", "Whether two numbers are nearly equal.", math_isclose, NULL},
    {0},
};
static bool fill_math(Dict *dict) {
  return py_dict_set_steal(dict, "pi", py_float(M_PI)) && py_dict_set_steal(dict, "e", py_float(M_E)) &&
         py_dict_set_steal(dict, "tau", py_float(2 * M_PI)) && py_dict_set_steal(dict, "inf", py_float(INFINITY)) &&
         py_dict_set_steal(dict, "nan", py_float(NAN));
}

const ModuleRow math_module_rows[] = {
    {.name = "math", .help = "Functions of numbers.", .functions = math_rows, .fill = fill_math},
    {0},
};
