/* int and bool: 64 bits; what outgrows them goes through int_slow. */
#include <math.h>
#include <string.h>

#include "engine/core/number.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/format.h"
#include "repl/types/number.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"

Value int_slow(const char *what) {
  py_raise(&py_OverflowError, "%s does not fit in 64 bits", what);
  return py_hint("integers here go from -2**63 to 2**63 - 1; floats reach further: write 2.0**100 instead of 2**100");
}

static int64_t floor_divide(int64_t a, int64_t b) {
  int64_t quotient = a / b;
  return quotient - (a % b != 0 && (a < 0) != (b < 0));
}
static int64_t floor_modulo(int64_t a, int64_t b) {
  int64_t rest = a % b;
  return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
}

static Value power(int64_t base, int64_t exponent) {
  if (exponent < 0) {
    if (base == 0) return py_raise(&py_ZeroDivisionError, "0.0 cannot be raised to a negative power");
    return float_binary(OP_POW, (double)base, (double)exponent);
  }
  int64_t result = 1;
  while (exponent) {
    if ((exponent & 1) && __builtin_mul_overflow(result, base, &result)) return int_slow("the power");
    exponent >>= 1;
    if (exponent && __builtin_mul_overflow(base, base, &base)) return int_slow("the power");
  }
  return py_int(result);
}

/* a / b, rounded once. Where both fit in 53 bits the floats' division is that; else long double, whose 64 bits hold
 * both exactly, may round twice: such quotients differ from CPython's in the last bit at most. */
static double true_divide(int64_t a, int64_t b) {
  const int64_t exact = (int64_t)1 << 53;
  if (a > -exact && a < exact && b > -exact && b < exact) return (double)a / (double)b;
  return (double)((long double)a / (long double)b);
}

Value int_binary(BinaryOp op, int64_t a, int64_t b) {
  int64_t result;
  switch (op) {
  case OP_ADD: return __builtin_add_overflow(a, b, &result) ? int_slow("the sum") : py_int(result);
  case OP_SUB: return __builtin_sub_overflow(a, b, &result) ? int_slow("the difference") : py_int(result);
  case OP_MUL: return __builtin_mul_overflow(a, b, &result) ? int_slow("the product") : py_int(result);
  case OP_DIV:
    return b == 0 ? py_raise(&py_ZeroDivisionError, "division by zero") : py_float(true_divide(a, b));
  case OP_FLOORDIV:
  case OP_MOD:
    if (b == 0)
      return py_raise(&py_ZeroDivisionError,
                      op == OP_MOD ? "integer modulo by zero" : "integer division or modulo by zero");
    if (b == -1) {
      if (op == OP_MOD) return py_int(0);
      return a == INT64_MIN ? int_slow("the quotient") : py_int(-a);
    }
    return py_int(op == OP_MOD ? floor_modulo(a, b) : floor_divide(a, b));
  case OP_POW: return power(a, b);
  case OP_AND: return py_int(a & b);
  case OP_OR: return py_int(a | b);
  case OP_XOR: return py_int(a ^ b);
  case OP_LSHIFT:
  case OP_RSHIFT:
    if (b < 0) return py_raise(&py_ValueError, "negative shift count");
    if (op == OP_RSHIFT) return py_int(b > 63 ? (a < 0 ? -1 : 0) : a >> b);
    if (a == 0) return py_int(0);
    result = b > 62 ? 0 : (int64_t)((uint64_t)a << b);
    if (b > 63 || (b == 63 && a != -1)) return int_slow("the shifted number");
    if (b == 63) return py_int(INT64_MIN);
    return result >> b == a ? py_int(result) : int_slow("the shifted number");
  case OP_MATMUL:
  case BINARY_OP_COUNT: break;
  }
  return PY_NOT_IMPLEMENTED;
}

/* CPython's hash: the value modulo 2^61 - 1, with its sign; -1 is kept for errors there. */
uint64_t int_hash(int64_t value) {
  const int64_t prime = ((int64_t)1 << 61) - 1;
  int64_t hash = value % prime;
  return (uint64_t)(hash == -1 ? -2 : hash);
}

static Value int_repr(Value self) {
  char digits[24];
  return py_text_bytes(digits, (size_t)number_int(self.as.integer, digits));
}
static bool int_hash_slot(Value self, uint64_t *hash) {
  *hash = int_hash(self.as.integer);
  return true;
}

/* int(text): digits of a base with underscores between them, spaces around, a sign, a prefix. */
Value int_from_text(Value text, int base) {
  String *string = py_as_string(text);
  const char *at = string->data, *end = at + string->length;
  while (at < end && strchr(" \t\n\r\f\v", *at)) at++;
  while (end > at && strchr(" \t\n\r\f\v", end[-1])) end--;
  bool negative = at < end && *at == '-', any = false, overflow = false, under = true;
  if (at < end && (*at == '-' || *at == '+')) at++;
  int shown_base = base;
  if (end - at > 1 && at[0] == '0') {
    char prefix = (char)(at[1] | 0x20);
    int of_prefix = prefix == 'x' ? 16 : prefix == 'o' ? 8 : prefix == 'b' ? 2 : 0;
    if (of_prefix && (base == 0 || base == of_prefix)) {
      base = of_prefix;
      at += 2;
      under = false; /* an underscore may follow the prefix */
    }
  }
  bool zero_based = base == 0;
  if (base == 0) base = 10;
  uint64_t value = 0;
  bool leading_zero = zero_based && at < end && *at == '0';
  for (; at < end; at++) {
    if (*at == '_') {
      if (under) break;
      under = true;
      continue;
    }
    int digit = *at >= '0' && *at <= '9'                     ? *at - '0'
                : (*at | 0x20) >= 'a' && (*at | 0x20) <= 'z' ? (*at | 0x20) - 'a' + 10
                                                             : 99;
    if (digit >= base) break;
    any = true;
    under = false;
    if (__builtin_mul_overflow(value, (uint64_t)base, &value) || __builtin_add_overflow(value, (uint64_t)digit, &value))
      overflow = true;
  }
  bool bad = at < end || !any || under || (leading_zero && value != 0);
  if (bad) {
    Text repr = {0};
    py_repr_text(&repr, string->data, (size_t)string->length);
    py_raise(&py_ValueError, "invalid literal for int() with base %d: %s", shown_base, text_string(&repr));
    text_free(&repr);
    return PY_ERROR;
  }
  uint64_t limit = (uint64_t)INT64_MAX + negative;
  if (overflow || value > limit) return int_slow("the number");
  return py_int((int64_t)(negative ? -value : value));
}

Value int_from_double(double value) {
  if (isnan(value)) return py_raise(&py_ValueError, "cannot convert float NaN to integer");
  if (isinf(value)) return py_raise(&py_OverflowError, "cannot convert float infinity to integer");
  value = trunc(value);
  if (value < -9223372036854775808.0 || value >= 9223372036854775808.0) return int_slow("the number");
  return py_int((int64_t)value);
}

/* __int__, __index__ or __trunc__ of a user's class. */
static Value from_special(Value value) {
  String *const names[] = {INTERNED("__int__"), INTERNED("__index__"), INTERNED("__trunc__")};
  for (int i = 0; i < 3; i++) {
    Value made = slots_call(value, names[i], NULL, 0);
    if (made.tag == TAG_UNDEFINED) continue;
    if (py_is_error(made) || made.tag == TAG_INT) return made;
    int64_t integer;
    if (py_is_integer(made) && py_as_int(made, &integer)) return py_int(integer);
    if (py_pending()) return PY_ERROR;
    py_raise(&py_TypeError, "%s returned non-int (type %s)", names[i]->data, py_type_of(made)->name);
    py_drop(made);
    return PY_ERROR;
  }
  return PY_UNDEFINED;
}

static Value int_construct(Type *type, Value *arguments) {
  Value value = arguments[0];
  if (arguments[1].tag != TAG_UNDEFINED) {
    int64_t base;
    if (!py_as_int(arguments[1], &base)) return PY_ERROR;
    if (!py_is_str(value) && !py_is_bytes(value))
      return py_raise(&py_TypeError, "int() can't convert non-string with explicit base");
    if (base != 0 && (base < 2 || base > 36))
      return py_raise(&py_ValueError, "int() base must be >= 2 and <= 36, or 0");
    if (py_is_str(value)) return int_from_text(value, (int)base);
  }
  if (value.tag == TAG_INT) return value;
  if (value.tag == TAG_FLOAT) return int_from_double(value.as.real);
  if (value.tag == TAG_SCALAR && scalar_kind(value) == 'f') return int_from_double(scalar_double(value));
  int64_t integer;
  if (py_is_integer(value)) return py_as_int(value, &integer) ? py_int(integer) : PY_ERROR;
  if (py_is_str(value)) return int_from_text(value, 10);
  if (py_is_bytes(value)) {
    Value text = py_text_bytes(py_as_bytes(value)->data, (size_t)py_as_bytes(value)->count);
    Value result = py_is_error(text) ? text : int_from_text(text, 10);
    py_drop(text);
    return result;
  }
  if (value.tag == TAG_OBJECT) {
    Value made = from_special(value);
    if (made.tag != TAG_UNDEFINED) return made;
  }
  return py_raise(&py_TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%s'",
                  py_type_of(value)->name);
}

static Value get_self(Value self) { return py_int(self.as.integer); }
static Value get_zero(Value self) { return py_int(0); }
static Value get_one(Value self) { return py_int(1); }
static const PropertyRow int_properties[] = {{"real|numerator", "the number", get_self, NULL},
                                             {"imag", "0", get_zero, NULL},
                                             {"denominator", "1", get_one, NULL},
                                             {0}};

static uint64_t magnitude(Value self) {
  return self.as.integer < 0 ? -(uint64_t)self.as.integer : (uint64_t)self.as.integer;
}
static Value call_bit_length(const NativeRow *row, Value *arguments) {
  uint64_t value = magnitude(arguments[0]);
  return py_int(value ? 64 - __builtin_clzll(value) : 0);
}
static Value call_bit_count(const NativeRow *row, Value *arguments) {
  return py_int(__builtin_popcountll(magnitude(arguments[0])));
}
static Value call_itself(const NativeRow *row, Value *arguments) { return py_int(arguments[0].as.integer); }
static Value call_ratio(const NativeRow *row, Value *arguments) {
  return py_tuple_of(2, py_int(arguments[0].as.integer), py_int(1));
}
static Value call_float(const NativeRow *row, Value *arguments) { return py_float((double)arguments[0].as.integer); }
/* round(n, -2): to the nearest multiple, halves to the even one. */
static Value call_round(const NativeRow *row, Value *arguments) {
  int64_t value = arguments[0].as.integer, digits = 0, unit = 1;
  if (!py_is_none(arguments[1]) && !py_as_int(arguments[1], &digits)) return PY_ERROR;
  if (digits >= 0) return py_int(value);
  if (digits < -18) return py_int(0);
  for (; digits < 0; digits++) unit *= 10;
  int64_t rest = floor_modulo(value, unit), low;
  low = value - rest;
  bool up = rest > unit - rest || (rest == unit - rest && (floor_divide(value, unit) & 1));
  return up ? int_binary(OP_ADD, low, unit) : py_int(low);
}
static Value call_to_bytes(const NativeRow *row, Value *arguments) {
  int64_t length;
  bool is_signed;
  const char *order;
  if (!py_as_int(arguments[1], &length) || !py_as_text(arguments[2], &order) || !py_as_bool(arguments[3], &is_signed))
    return PY_ERROR;
  bool little = strcmp(order, "little") == 0;
  if (!little && strcmp(order, "big") != 0)
    return py_raise(&py_ValueError, "byteorder must be either 'little' or 'big'");
  if (length < 0) return py_raise(&py_ValueError, "length argument must be non-negative");
  int64_t value = arguments[0].as.integer;
  if (value < 0 && !is_signed) return py_raise(&py_OverflowError, "can't convert negative int to unsigned");
  bool fits = length >= 8 || (is_signed ? length > 0 && value >= -((int64_t)1 << (8 * length - 1)) &&
                                              value < (int64_t)1 << (8 * length - 1)
                                        : (uint64_t)value >> (8 * length) == 0);
  if (!fits) return py_raise(&py_OverflowError, "int too big to convert");
  if (length > 1 << 20) return py_raise(&py_MemoryError, "to_bytes of %lld bytes", (long long)length);
  Text text = {0};
  for (int64_t i = 0; i < length; i++) {
    int64_t place = little ? i : length - 1 - i;
    text_add_char(&text, place >= 8 ? (value < 0 ? '\xFF' : '\0') : (char)(value >> (8 * place)));
  }
  Value result = text.failed ? py_raise(&py_MemoryError, "to_bytes") : py_bytes(text_string(&text), text.length);
  text_free(&text);
  return result;
}
static const NativeRow int_methods[] = {
    {"bit_length", "self, /", "how many bits the number takes", call_bit_length, NULL},
    {"bit_count", "self, /", "how many of its bits are 1", call_bit_count, NULL},
    {"conjugate|__int__|__index__|__trunc__|__floor__|__ceil__", "self, /", "the number itself", call_itself, NULL},
    {"__float__", "self, /", "the number as a float", call_float, NULL},
    {"__round__", "self, ndigits=None, /", "rounds to a power of ten", call_round, NULL},
    {"as_integer_ratio", "self, /", "(n, 1)", call_ratio, NULL},
    {"to_bytes", "self, length=1, byteorder='big', *, signed=False", "the number's bytes", call_to_bytes, NULL},
    {0},
};

static Value call_from_bytes(const NativeRow *row, Value *arguments) {
  const char *order;
  bool is_signed;
  if (!py_as_text(arguments[1], &order) || !py_as_bool(arguments[2], &is_signed)) return PY_ERROR;
  if (!py_is_bytes(arguments[0]))
    return py_raise(&py_TypeError, "cannot convert '%s' object to bytes", py_type_of(arguments[0])->name);
  Bytes *bytes = py_as_bytes(arguments[0]);
  bool little = strcmp(order, "little") == 0;
  uint64_t value = 0;
  bool negative = false;
  for (int64_t i = 0; i < bytes->count; i++) {
    unsigned char byte = (unsigned char)bytes->data[little ? bytes->count - 1 - i : i];
    if (i == 0) negative = is_signed && byte >= 128;
    if (i == 0 && negative) value = UINT64_MAX;
    if (value >> 56 != (negative ? 0xFFu : 0u)) return int_slow("the number");
    value = value << 8 | byte;
  }
  if (negative != (value >> 63 != 0)) return int_slow("the number");
  return py_int((int64_t)value);
}
static const NativeRow int_statics[] = {
    {"from_bytes", "bytes, byteorder='big', *, signed=False", "the number that bytes spell", call_from_bytes, NULL},
    {0}};

Type py_int_type = {.name = "int",
                    .size = sizeof(Object),
                    .repr = int_repr,
                    .hash = int_hash_slot,
                    .compare = number_compare_slot,
                    .binary = number_binary_slot,
                    .unary = number_unary_slot,
                    .format = format_int,
                    .signature = "x=0, /, base=...",
                    .construct = int_construct,
                    .methods = int_methods,
                    .statics = int_statics,
                    .properties = int_properties,
                    .help = "A whole number."};

static Value bool_repr(Value self) { return py_text(self.as.integer ? "True" : "False"); }
static Value bool_construct(Type *type, Value *arguments) {
  int truth = py_truth(arguments[0]);
  return truth < 0 ? PY_ERROR : py_bool(truth);
}
static Value bool_format(Value self, const char *spec, size_t length) {
  return length ? format_int(self, spec, length) : bool_repr(self);
}
Type py_bool_type = {.name = "bool", .base = &py_int_type, .size = sizeof(Object), .repr = bool_repr,
                     .format = bool_format, .signature = "x=False, /", .construct = bool_construct,
                     .help = "True or False."};
