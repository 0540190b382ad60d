#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "engine/core/number.h"
#include "repl/types/bytes.h"
#include "repl/types/complex.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/format.h"
#include "repl/types/integer.h"
#include "repl/types/integer_internal.h"
#include "repl/types/number.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"
#include "repl/types/str.h"

/* The sign of the result is the divisor's; a zero keeps it too. */
static double floor_modulo(double a, double b) {
  double rest = fmod(a, b);
  if (rest == 0) return copysign(0, b);
  return (rest < 0) != (b < 0) ? rest + b : rest;
}

static double floor_divide(double a, double b) {
  double rest = fmod(a, b), quotient = (a - rest) / b;
  if (rest != 0 && (rest < 0) != (b < 0)) quotient -= 1;
  if (quotient == 0) return copysign(0, a / b);
  double whole = floor(quotient);
  return quotient - whole > 0.5 ? whole + 1 : whole;
}

static Value power(double a, double b) {
  if (a == 0 && b < 0 && !isinf(b)) return py_raise(&py_ZeroDivisionError, "0.0 cannot be raised to a negative power");
  if (a < 0 && isfinite(a) && isfinite(b) && b != floor(b)) return complex_power(a, 0, b, 0);
  double result = pow(a, b);
  if (isinf(result) && isfinite(a) && isfinite(b) && !(a == 0))
    return py_raise(&py_OverflowError, "(34, 'Numerical result out of range')");
  return py_float(result);
}

Value float_binary(BinaryOp op, double a, double b) {
  switch (op) {
  case OP_ADD: return py_float(a + b);
  case OP_SUB: return py_float(a - b);
  case OP_MUL: return py_float(a * b);
  case OP_DIV: return b == 0 ? py_raise(&py_ZeroDivisionError, "float division by zero") : py_float(a / b);
  case OP_FLOORDIV:
    return b == 0 ? py_raise(&py_ZeroDivisionError, "float floor division by zero") : py_float(floor_divide(a, b));
  case OP_MOD: return b == 0 ? py_raise(&py_ZeroDivisionError, "float modulo") : py_float(floor_modulo(a, b));
  case OP_POW: return power(a, b);
  default: return PY_NOT_IMPLEMENTED;
  }
}

/* Exact: the float's whole part is compared as an integer, then what is left of it. */
int number_compare_int_float(int64_t a, double b) {
  if (isnan(b)) return 2;
  if (b >= 9223372036854775808.0) return -1;
  if (b < -9223372036854775808.0) return 1;
  double whole = trunc(b);
  int64_t integer = (int64_t)whole;
  if (a != integer) return a < integer ? -1 : 1;
  return b > whole ? -1 : b < whole ? 1 : 0;
}

/* CPython's rule: the value modulo 2^61 - 1, so that 1.0 hashes as 1 and 0.5 as the inverse of 2. */
uint64_t float_hash(double value) {
  const int bits = 61;
  const uint64_t prime = ((uint64_t)1 << bits) - 1;
  if (!isfinite(value)) {
    if (isinf(value)) return (uint64_t)(value > 0 ? 314159 : -314159);
    return 0x7FF8;
  }
  int exponent;
  double mantissa = frexp(value, &exponent);
  bool negative = mantissa < 0;
  if (negative) mantissa = -mantissa;
  uint64_t hash = 0;
  while (mantissa != 0) {
    hash = (hash << 28 & prime) | hash >> (bits - 28);
    mantissa *= 268435456.0;
    exponent -= 28;
    uint64_t chunk = (uint64_t)mantissa;
    mantissa -= (double)chunk;
    hash += chunk;
    if (hash >= prime) hash -= prime;
  }
  exponent = exponent >= 0 ? exponent % bits : bits - 1 - (-1 - exponent) % bits;
  hash = (hash << exponent & prime) | hash >> (bits - exponent);
  int64_t result = negative ? -(int64_t)hash : (int64_t)hash;
  return (uint64_t)(result == -1 ? -2 : result);
}

static Value float_repr(Value self) {
  char out[32];
  return py_text_bytes(out, (size_t)number_repr(number_plain(self).as.real, out));
}
static bool float_hash_slot(Value self, uint64_t *hash) {
  *hash = float_hash(number_plain(self).as.real);
  return true;
}

static bool is_word(const char *at, size_t length, const char *word) {
  return strlen(word) == length && strncasecmp(at, word, length) == 0;
}

Value float_from_text(Value text) {
  String *string = py_as_string(text);
  if (string->count != string->length) {
    Value ascii = str_ascii_digits(string);
    if (py_is_error(ascii)) return ascii;
    Value made = py_as_string(ascii)->count == py_as_string(ascii)->length ? float_from_text(ascii) : PY_UNDEFINED;
    py_drop(ascii);
    if (made.tag == TAG_FLOAT) return made;
    if (py_is_error(made)) py_clear_pending();
  }
  const char *at = string->data, *end = at + string->length;
  while (at < end && number_is_space(*at)) at++;
  while (end > at && number_is_space(end[-1])) end--;
  double simple;
  if (number_read(at, (size_t)(end - at), &simple)) return py_float(simple);
  const char *body = at < end && (*at == '-' || *at == '+') ? at + 1 : at;
  size_t length = (size_t)(end - body);
  double sign = at < end && *at == '-' ? -1 : 1;
  if (is_word(body, length, "inf") || is_word(body, length, "infinity")) return py_float(sign * INFINITY);
  if (is_word(body, length, "nan")) return py_float(copysign(NAN, sign));
  Text clean = {0};
  bool ok = length > 0;
  for (const char *p = at; p < end && ok; p++) {
    if (*p == '_') {
      ok = p > at && p + 1 < end && p[-1] >= '0' && p[-1] <= '9' && p[1] >= '0' && p[1] <= '9';
      continue;
    }
    ok = (*p >= '0' && *p <= '9') || (*p && strchr("+-.eE", *p));
    text_add_char(&clean, *p);
  }
  double value = 0;
  if (ok && !clean.failed) {
    char *stop;
    value = strtod(text_string(&clean), &stop);
    ok = *stop == '\0' && stop > text_string(&clean);
  }
  text_free(&clean);
  if (ok) return py_float(value);
  Text repr = {0};
  py_repr_text(&repr, string->data, (size_t)string->length);
  py_raise(&py_ValueError, "could not convert string to float: %s", text_string(&repr));
  text_free(&repr);
  return PY_ERROR;
}

static Value convert(Value value) {
  double real;
  if (value.tag == TAG_FLOAT) return value;
  if (py_is_number(value)) return py_as_double(value, &real) ? py_float(real) : PY_ERROR;
  if (py_is_str(value)) return float_from_text(value);
  const char *data;
  int64_t count;
  if (value.tag == TAG_OBJECT && bytes_view(value, &data, &count)) {
    Value text = py_text_bytes(data, (size_t)count);
    Value made = py_is_error(text) ? text : float_from_text(text);
    py_drop(text);
    if (py_is_error(made) && py_pending_is(&py_ValueError)) {
      py_clear_pending();
      Text repr = {0};
      if (py_repr_to(&repr, value))
        py_raise(&py_ValueError, "could not convert string to float: %s", text_string(&repr));
      text_free(&repr);
    }
    return made;
  }
  if (value.tag == TAG_OBJECT &&
      (py_type_lookup(py_type_of(value), INTERNED("__float__")).tag != TAG_UNDEFINED ||
       py_type_lookup(py_type_of(value), INTERNED("__index__")).tag != TAG_UNDEFINED))
    return py_as_double(value, &real) ? py_float(real) : PY_ERROR;
  return py_raise(&py_TypeError, "float() argument must be a string or a real number, not '%s'",
                  py_type_label(py_type_of(value)));
}

static Value float_construct(Type *type, Value *arguments) { return number_boxed(type, convert(arguments[0])); }
static int float_truth(Value self) { return number_plain(self).as.real != 0; }

static Value get_self(Value self) { return number_plain(self); }
static Value get_zero(Value self) { return py_float(0); }
static const PropertyRow properties[] = {
    {"real", "the number", get_self, NULL}, {"imag", "0.0", get_zero, NULL}, {0}};

static Value call_is_integer(const NativeRow *row, Value *arguments) {
  double value = number_plain(arguments[0]).as.real;
  return py_bool(isfinite(value) && floor(value) == value);
}
static Value call_itself(const NativeRow *row, Value *arguments) { return number_plain(arguments[0]); }
static Value call_int(const NativeRow *row, Value *arguments) {
  return int_from_double(number_plain(arguments[0]).as.real);
}
static Value call_floor(const NativeRow *row, Value *arguments) {
  return int_from_double(floor(number_plain(arguments[0]).as.real));
}
static Value call_ceil(const NativeRow *row, Value *arguments) {
  return int_from_double(ceil(number_plain(arguments[0]).as.real));
}

bool number_round_digits(Value value, int64_t *digits) {
  if (py_as_int(value, digits)) return true;
  if (!py_pending_is(&py_OverflowError) || !integer_is_big(value)) return false;
  py_clear_pending();
  *digits = integer_sign(number_plain(value)) < 0 ? INT32_MIN : INT32_MAX;
  return true;
}

/* Correctly rounded in decimal, halves of the exact value to even, as CPython does it through text. */
Value float_round(double value, int64_t digits) {
  if (!isfinite(value) || digits > 323) return py_float(value);
  if (digits < -308) return py_float(copysign(0, value));
  char text[800];
  if (digits >= 0) {
    snprintf(text, sizeof text, "%.*f", (int)digits, value);
  } else {
    /* Of a number with k digits before the point, k + digits remain. */
    char scientific[32];
    snprintf(scientific, sizeof scientific, "%.16e", fabs(value));
    int exponent = atoi(strchr(scientific, 'e') + 1), keep = exponent + (int)digits;
    if (value == 0 || keep < -1) return py_float(copysign(0, value));
    if (keep == -1) {
      double half = 5 * pow(10, -(double)digits - 1), rounded = fabs(value) > half ? 2 * half : 0;
      if (isinf(rounded)) return py_raise(&py_OverflowError, "rounded value too large to represent");
      return py_float(copysign(rounded, value));
    }
    snprintf(text, sizeof text, "%.*e", keep, value);
  }
  double rounded = strtod(text, NULL);
  return isfinite(rounded) ? py_float(rounded) : py_raise(&py_OverflowError, "rounded value too large to represent");
}

static Value call_round(const NativeRow *row, Value *arguments) {
  double value = number_plain(arguments[0]).as.real;
  int64_t digits;
  if (py_is_none(arguments[1])) return int_from_double(rint(value));
  return number_round_digits(arguments[1], &digits) ? float_round(value, digits) : PY_ERROR;
}

static Value call_ratio(const NativeRow *row, Value *arguments) {
  double value = number_plain(arguments[0]).as.real;
  if (isnan(value)) return py_raise(&py_ValueError, "cannot convert NaN to integer ratio");
  if (isinf(value)) return py_raise(&py_OverflowError, "cannot convert Infinity to integer ratio");
  return integer_ratio(value);
}

static Value call_hex(const NativeRow *row, Value *arguments) {
  double value = number_plain(arguments[0]).as.real;
  if (!isfinite(value)) return float_repr(arguments[0]);
  if (value == 0) return py_text(signbit(value) ? "-0x0.0p+0" : "0x0.0p+0");
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  int exponent = (int)(bits >> 52 & 0x7FF);
  return py_textf("%s0x%d.%013llxp%+d", bits >> 63 ? "-" : "", exponent ? 1 : 0,
                  (unsigned long long)(bits & 0xFFFFFFFFFFFFFu), exponent ? exponent - 1023 : -1022);
}

/* divmod(a, b) of floats. */
static Value call_divmod(const NativeRow *row, Value *arguments) {
  double a, b;
  if (!py_is_number(arguments[1])) return PY_NOT_IMPLEMENTED;
  if (!py_as_double(arguments[row->data ? 1 : 0], &a) || !py_as_double(arguments[row->data ? 0 : 1], &b))
    return PY_ERROR;
  if (b == 0) return py_raise(&py_ZeroDivisionError, "float divmod()");
  return py_tuple_of(2, py_float(floor_divide(a, b)), py_float(floor_modulo(a, b)));
}

static Value call_new_arguments(const NativeRow *row, Value *arguments) {
  return py_tuple_of(1, number_plain(arguments[0]));
}
static const NativeRow methods[] = {
    {"__getnewargs__", "self, /", "what makes the number again", call_new_arguments, NULL},
    {"is_integer", "self, /", "whether there is nothing after the point", call_is_integer, NULL},
    {"conjugate|__float__", "self, /", "the number itself", call_itself, NULL},
    {"__int__|__trunc__", "self, /", "the whole part", call_int, NULL},
    {"__floor__", "self, /", "the largest integer that is not larger", call_floor, NULL},
    {"__ceil__", "self, /", "the smallest integer that is not smaller", call_ceil, NULL},
    {"__round__", "self, ndigits=None, /", "rounds to decimal places", call_round, NULL},
    {"as_integer_ratio", "self, /", "the number as a fraction", call_ratio, NULL},
    {"__divmod__", "self, value, /", "quotient and remainder", call_divmod, NULL},
    {"__rdivmod__", "self, value, /", "quotient and remainder of another number by this one", call_divmod, "r"},
    {"hex", "self, /", "the number in hexadecimal", call_hex, NULL},
    {0},
};

static Value call_fromhex(const NativeRow *row, Value *arguments) {
  if (!py_is_str(arguments[1])) return py_raise(&py_TypeError, "bad argument type for built-in operation");
  const String *string = py_as_string(arguments[1]);
  const char *at = string->data, *last = at + string->length;
  while (at < last && number_is_space(*at)) at++;
  while (last > at && number_is_space(last[-1])) last--;
  const char *digits = at < last && (*at == '-' || *at == '+') ? at + 1 : at;
  size_t length = (size_t)(last - digits);
  bool named = is_word(digits, length, "inf") || is_word(digits, length, "infinity") || is_word(digits, length, "nan");
  Text prefixed = {0}; /* hexadecimal with or without 0x */
  if (digits != at) text_add_char(&prefixed, *at);
  if (!named && !(length > 1 && digits[0] == '0' && (digits[1] | 0x20) == 'x')) text_add(&prefixed, "0x");
  text_add_bytes(&prefixed, digits, length);
  char *end;
  const char *whole = text_string(&prefixed);
  double value = strtod(whole, &end);
  bool bad = (size_t)(end - whole) != prefixed.length || end == whole || prefixed.failed;
  bool huge = !named && isinf(value);
  text_free(&prefixed);
  if (bad) return py_raise(&py_ValueError, "invalid hexadecimal floating-point string");
  if (huge) return py_raise(&py_OverflowError, "hexadecimal value too large to represent as a float");
  Value made = py_float(value);
  return py_as_type(arguments[0]) == &py_float_type ? made : py_call_values(arguments[0], &made, 1);
}
static Value call_getformat(const NativeRow *row, Value *arguments) {
  const char *kind;
  if (!py_as_text(arguments[0], &kind)) return PY_ERROR;
  if (strcmp(kind, "double") != 0 && strcmp(kind, "float") != 0)
    return py_raise(&py_ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
  return py_text("IEEE, little-endian");
}
static const NativeRow statics[] = {
    {"fromhex", "cls, string, /", "the number that hex() printed", call_fromhex, NULL},
    {"__getformat__", "typestr, /", "how floats lie in memory", call_getformat, NULL},
    {0}};

Type py_float_type = {.name = "float",
                      .size = sizeof(NumberBox),
                      .dealloc = integer_dealloc,
                      .truth = float_truth,
                      .repr = float_repr,
                      .hash = float_hash_slot,
                      .compare = number_compare_slot,
                      .binary = number_binary_slot,
                      .unary = number_unary_slot,
                      .format = format_float,
                      .signature = "x=0.0, /",
                      .construct = float_construct,
                      .from_one = convert,
                      .methods = methods,
                      .statics = statics,
                      .properties = properties,
                      .help = "A number with 53 bits of precision."};
