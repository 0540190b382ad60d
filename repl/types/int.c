/* int and bool. Inline integers are done here, in 64 bits; what outgrows them goes on in integer.c. */
#include <math.h>
#include <string.h>

#include "engine/core/number.h"
#include "engine/core/memory.h"
#include "repl/types/bytes.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/format.h"
#include "repl/types/integer.h"
#include "repl/types/integer_internal.h"
#include "repl/types/number.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"
#include "repl/types/str.h"

static int64_t floor_divide(int64_t a, int64_t b) {
  int64_t quotient = a / b;
  return quotient - (a % b != 0 && (a < 0) != (b < 0));
}
static int64_t floor_modulo(int64_t a, int64_t b) {
  int64_t rest = a % b;
  return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
}

static Value power(int64_t base, int64_t exponent) {
  int64_t result = 1, factor = base;
  if (exponent < 0) return integer_binary(OP_POW, py_int(base), py_int(exponent));
  for (int64_t left = exponent; left;) {
    if ((left & 1) && __builtin_mul_overflow(result, factor, &result))
      return integer_binary(OP_POW, py_int(base), py_int(exponent));
    left >>= 1;
    if (left && __builtin_mul_overflow(factor, factor, &factor))
      return integer_binary(OP_POW, py_int(base), py_int(exponent));
  }
  return py_int(result);
}

/* a / b, rounded once. Where both fit in 53 bits the floats' division is that. */
static Value true_divide(int64_t a, int64_t b) {
  const int64_t exact = (int64_t)1 << 53;
  if (a > -exact && a < exact && b > -exact && b < exact) return py_float((double)a / (double)b);
  return integer_binary(OP_DIV, py_int(a), py_int(b));
}

Value int_binary(BinaryOp op, int64_t a, int64_t b) {
  int64_t result;
  switch (op) {
  case OP_ADD: return __builtin_add_overflow(a, b, &result) ? integer_binary(op, py_int(a), py_int(b)) : py_int(result);
  case OP_SUB: return __builtin_sub_overflow(a, b, &result) ? integer_binary(op, py_int(a), py_int(b)) : py_int(result);
  case OP_MUL: return __builtin_mul_overflow(a, b, &result) ? integer_binary(op, py_int(a), py_int(b)) : py_int(result);
  case OP_DIV:
    return b == 0 ? py_raise(&py_ZeroDivisionError, "division by zero") : true_divide(a, b);
  case OP_FLOORDIV:
  case OP_MOD:
    if (b == 0)
      return py_raise(&py_ZeroDivisionError,
                      op == OP_MOD ? "integer modulo by zero" : "integer division or modulo by zero");
    if (b == -1) {
      if (op == OP_MOD) return py_int(0);
      return a == INT64_MIN ? integer_binary(op, py_int(a), py_int(b)) : py_int(-a);
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
    return b <= 62 && result >> b == a ? py_int(result) : integer_binary(op, py_int(a), py_int(b));
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
  Value plain = number_plain(self);
  if (plain.tag != TAG_OBJECT) {
    char digits[24];
    return py_text_bytes(digits, (size_t)number_int(plain.as.integer, digits));
  }
  Text text = {0};
  if (integer_sign(plain) < 0) text_add_char(&text, '-');
  if (integer_add_digits(&text, plain, 10)) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}
static bool int_hash_slot(Value self, uint64_t *hash) {
  Value plain = number_plain(self);
  *hash = plain.tag == TAG_OBJECT ? integer_hash(plain) : int_hash(plain.as.integer);
  return true;
}
static int int_truth(Value self) { return integer_sign(number_plain(self)) != 0; }

/* int(text): digits of a base with underscores between them, spaces around, a sign, a prefix. */
Value int_from_text(Value text, int base) {
  String *string = py_as_string(text);
  if (string->count != string->length) {
    Value ascii = str_ascii_digits(string);
    if (py_is_error(ascii)) return ascii;
    bool plain = py_as_string(ascii)->count == py_as_string(ascii)->length;
    Value made = plain ? int_from_text(ascii, base) : PY_UNDEFINED;
    py_drop(ascii);
    if (plain && !py_is_error(made)) return made;
    if (plain) py_clear_pending();
  }
  const char *at = string->data, *end = at + string->length;
  while (at < end && number_is_space(*at)) at++;
  while (end > at && number_is_space(end[-1])) end--;
  bool negative = at < end && *at == '-', any = false, overflow = false, under = true;
  Text digits = {0};
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
    text_add_char(&digits, *at);
    if (__builtin_mul_overflow(value, (uint64_t)base, &value) || __builtin_add_overflow(value, (uint64_t)digit, &value))
      overflow = true;
  }
  bool bad = at < end || !any || under || (leading_zero && value != 0);
  if (bad) {
    text_free(&digits);
    Text repr = {0};
    py_repr_text(&repr, string->data, (size_t)string->length);
    py_raise(&py_ValueError, "invalid literal for int() with base %d: %s", shown_base, text_string(&repr));
    text_free(&repr);
    return PY_ERROR;
  }
  uint64_t limit = (uint64_t)INT64_MAX + negative;
  Value result = PY_ERROR;
  if (!overflow && value <= limit) {
    result = py_int((int64_t)(negative ? -value : value));
  } else if ((base & (base - 1)) == 0 || !integer_exceeds_limit((int64_t)digits.length, true)) {
    Value magnitude = integer_from_digits(text_string(&digits), digits.length, base);
    result = negative && !py_is_error(magnitude) ? integer_unary(OP_NEGATIVE, magnitude) : py_keep(magnitude);
    py_drop(magnitude);
  }
  text_free(&digits);
  return result;
}

Value int_from_double(double value) {
  if (isnan(value)) return py_raise(&py_ValueError, "cannot convert float NaN to integer");
  if (isinf(value)) return py_raise(&py_OverflowError, "cannot convert float infinity to integer");
  return integer_from_double(value);
}

/* __int__, __index__ or __trunc__ of a user's class. */
static Value from_special(Value value) {
  String *const names[] = {INTERNED("__int__"), INTERNED("__index__"), INTERNED("__trunc__")};
  for (int i = 0; i < 3; i++) {
    Value made = slots_call(value, names[i], NULL, 0);
    if (made.tag == TAG_UNDEFINED) continue;
    if (py_is_error(made) || made.tag == TAG_INT) return made;
    if (integer_is(made)) {
      Value plain = py_keep(number_plain(made));
      py_drop(made);
      return plain.tag == TAG_BOOL ? py_int(plain.as.integer) : plain;
    }
    py_raise(&py_TypeError, "%s returned non-int (type %s)", names[i]->data, py_type_label(py_type_of(made)));
    py_drop(made);
    return PY_ERROR;
  }
  return PY_UNDEFINED;
}

static bool is_bytes(Value value) {
  const char *data;
  int64_t count;
  return value.tag == TAG_OBJECT && bytes_view(value, &data, &count);
}

static Value from_bytes_text(Value value, int base) {
  const char *data = NULL;
  int64_t count = 0;
  bytes_view(value, &data, &count);
  Value text = py_text_bytes(data, (size_t)count);
  Value result = py_is_error(text) ? text : int_from_text(text, base);
  py_drop(text);
  if (py_is_error(result) && py_pending_is(&py_ValueError) && count < integer_digit_limit) {
    Text repr = {0};
    py_clear_pending();
    /* What is only looked at is shown as the bytes that it has. */
    bool own = py_is_bytes(value) || py_is(value, &py_bytearray_type);
    Value shown = own ? py_keep(value) : py_bytes(data, (size_t)count);
    if (!py_is_error(shown) && py_repr_to(&repr, shown))
      py_raise(&py_ValueError, "invalid literal for int() with base %d: %s", base, text_string(&repr));
    py_drop(shown);
    text_free(&repr);
  }
  return result;
}

static Value convert(Value *arguments) {
  Value value = arguments[0];
  if (arguments[1].tag != TAG_UNDEFINED) {
    int64_t base;
    if (!py_as_int(arguments[1], &base)) {
      if (!py_pending_is(&py_OverflowError)) return PY_ERROR;
      py_clear_pending();
      base = -1;
    }
    if (!py_is_str(value) && !is_bytes(value))
      return py_raise(&py_TypeError, "int() can't convert non-string with explicit base");
    if (base != 0 && (base < 2 || base > 36))
      return py_raise(&py_ValueError, "int() base must be >= 2 and <= 36, or 0");
    return py_is_str(value) ? int_from_text(value, (int)base) : from_bytes_text(value, (int)base);
  }
  if (value.tag == TAG_INT || integer_is_big(value)) return py_keep(value);
  if (value.tag == TAG_BOOL) return py_int(value.as.integer);
  if (value.tag == TAG_FLOAT) return int_from_double(value.as.real);
  if (value.tag == TAG_SCALAR && scalar_kind(value) == 'f') return int_from_double(scalar_double(value));
  if (value.tag == TAG_SCALAR) return scalar_integer(value);
  if (py_is_str(value)) return int_from_text(value, 10);
  if (is_bytes(value)) return from_bytes_text(value, 10);
  if (value.tag == TAG_OBJECT) {
    Value made = from_special(value);
    if (made.tag != TAG_UNDEFINED) return made;
  }
  return py_raise(&py_TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%s'",
                  py_type_label(py_type_of(value)));
}

static Value int_from_one(Value item) { return convert((Value[]){item, PY_UNDEFINED}); }
static Value int_construct(Type *type, Value *arguments) { return number_boxed(type, convert(arguments)); }

/* An instance as an integer and nothing more: what most methods return. */
static Value as_plain(Value self) {
  Value plain = number_plain(self);
  return plain.tag == TAG_BOOL ? py_int(plain.as.integer) : py_keep(plain);
}

static Value get_self(Value self) { return as_plain(self); }
static Value get_zero(Value self) { return py_int(0); }
static Value get_one(Value self) { return py_int(1); }
static const PropertyRow int_properties[] = {{"real|numerator", "the number", get_self, NULL},
                                             {"imag", "0", get_zero, NULL},
                                             {"denominator", "1", get_one, NULL},
                                             {0}};

static Value call_bit_length(const NativeRow *row, Value *arguments) {
  return py_int(integer_bit_length(number_plain(arguments[0])));
}
static Value call_bit_count(const NativeRow *row, Value *arguments) {
  return py_int(integer_bit_count(number_plain(arguments[0])));
}
static Value call_itself(const NativeRow *row, Value *arguments) { return as_plain(arguments[0]); }
static Value call_ratio(const NativeRow *row, Value *arguments) {
  Value plain = as_plain(arguments[0]), ratio = py_tuple_of(2, plain, py_int(1));
  py_drop(plain);
  return ratio;
}
static Value call_float(const NativeRow *row, Value *arguments) {
  double real;
  return integer_as_double(number_plain(arguments[0]), &real) ? py_float(real) : PY_ERROR;
}
static Value call_sizeof(const NativeRow *row, Value *arguments) {
  int64_t digits = (integer_bit_length(number_plain(arguments[0])) + 29) / 30;
  return py_int(24 + 4 * (digits ? digits : 0));
}
static Value call_new_arguments(const NativeRow *row, Value *arguments) {
  Value plain = as_plain(arguments[0]), tuple = py_tuple_of(1, plain);
  py_drop(plain);
  return tuple;
}
/* divmod(a, b) of ints. */
static Value call_divmod(const NativeRow *row, Value *arguments) {
  Value a = number_plain(arguments[row->data ? 1 : 0]), b = number_plain(arguments[row->data ? 0 : 1]);
  if (!integer_is(a) || !integer_is(b)) return PY_NOT_IMPLEMENTED;
  if (integer_sign(b) == 0) return py_raise(&py_ZeroDivisionError, "integer division or modulo by zero");
  Value quotient = integer_binary(OP_FLOORDIV, a, b);
  Value rest = py_is_error(quotient) ? PY_ERROR : integer_binary(OP_MOD, a, b);
  Value pair = py_is_error(rest) ? PY_ERROR : py_tuple_of(2, quotient, rest);
  py_drop(quotient);
  py_drop(rest);
  return pair;
}
/* round(n, -2): to the nearest multiple, halves to the even one. */
static Value call_round(const NativeRow *row, Value *arguments) {
  int64_t digits = 0;
  if (!py_is_none(arguments[1]) && !number_round_digits(arguments[1], &digits)) return PY_ERROR;
  return integer_round(number_plain(arguments[0]), digits);
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
  Value plain = number_plain(arguments[0]);
  if (integer_sign(plain) < 0 && !is_signed)
    return py_raise(&py_OverflowError, "can't convert negative int to unsigned");
  if (length > 1 << 30) return py_raise(&py_MemoryError, "%s", "");
  unsigned char *bytes = core_alloc((size_t)length + 1);
  if (!bytes) return py_raise(&py_MemoryError, "%s", "");
  Value result = PY_ERROR;
  if (integer_to_bytes(plain, bytes, (size_t)length, little, is_signed))
    result = py_bytes((char *)bytes, (size_t)length);
  core_free(bytes);
  return result;
}
static const NativeRow int_methods[] = {
    {"bit_length", "self, /", "how many bits the number takes", call_bit_length, NULL},
    {"bit_count", "self, /", "how many of its bits are 1", call_bit_count, NULL},
    {"conjugate|__int__|__index__|__trunc__|__floor__|__ceil__", "self, /", "the number itself", call_itself, NULL},
    {"__float__", "self, /", "the number as a float", call_float, NULL},
    {"__divmod__", "self, value, /", "quotient and remainder", call_divmod, NULL},
    {"__rdivmod__", "self, value, /", "quotient and remainder of another number by this one", call_divmod, "r"},
    {"__getnewargs__", "self, /", "what makes the number again", call_new_arguments, NULL},
    {"__sizeof__", "self, /", "how many bytes it takes", call_sizeof, NULL},
    {"__round__", "self, ndigits=None, /", "rounds to a power of ten", call_round, NULL},
    {"as_integer_ratio", "self, /", "(n, 1)", call_ratio, NULL},
    {"to_bytes", "self, length=1, byteorder='big', *, signed=False", "the number's bytes", call_to_bytes, NULL},
    {0},
};

static Value call_from_bytes(const NativeRow *row, Value *arguments) {
  const char *order;
  bool is_signed;
  if (!py_as_text(arguments[2], &order) || !py_as_bool(arguments[3], &is_signed)) return PY_ERROR;
  Value given[3] = {arguments[1], PY_UNDEFINED, PY_UNDEFINED};
  if (py_is_integer(arguments[1]) || py_is_str(arguments[1]))
    return py_raise(&py_TypeError, "cannot convert '%s' object to bytes", py_type_label(py_type_of(arguments[1])));
  if (strcmp(order, "little") != 0 && strcmp(order, "big") != 0)
    return py_raise(&py_ValueError, "byteorder must be either 'little' or 'big'");
  Value held = bytes_convert(given, "bytes");
  if (py_is_error(held)) return held;
  const Bytes *bytes = py_as_bytes(held);
  Value made =
      integer_from_bytes((const unsigned char *)bytes->data, (size_t)bytes->count, order[0] == 'l', is_signed);
  py_drop(held);
  if (py_is_error(made) || py_as_type(arguments[0]) == &py_int_type) return made;
  Value instance = py_call_values(arguments[0], &made, 1);
  py_drop(made);
  return instance;
}
static const NativeRow int_statics[] = {
    {"from_bytes", "cls, bytes, byteorder='big', *, signed=False", "the number that bytes spell", call_from_bytes,
     NULL},
    {0}};

Type py_int_type = {.name = "int",
                    .size = sizeof(NumberBox),
                    .dealloc = integer_dealloc,
                    .truth = int_truth,
                    .repr = int_repr,
                    .hash = int_hash_slot,
                    .compare = number_compare_slot,
                    .binary = number_binary_slot,
                    .unary = number_unary_slot,
                    .format = format_int,
                    .signature = "x=0, /, base=...",
                    .construct = int_construct,
                    .from_one = int_from_one,
                    .methods = int_methods,
                    .statics = int_statics,
                    .properties = int_properties,
                    .help = "A whole number."};

static Value bool_repr(Value self) { return py_text(self.as.integer ? "True" : "False"); }
static Value bool_from_one(Value item) {
  int truth = py_truth(item);
  return truth < 0 ? PY_ERROR : py_bool(truth);
}
static Value bool_construct(Type *type, Value *arguments) { return bool_from_one(arguments[0]); }
static Value bool_format(Value self, const char *spec, size_t length) {
  return length ? format_int(self, spec, length) : bool_repr(self);
}
Type py_bool_type = {.name = "bool", .base = &py_int_type, .size = sizeof(Object), .repr = bool_repr,
                     .format = bool_format, .signature = "x=False, /", .construct = bool_construct,
                     .from_one = bool_from_one,
                     .help = "True or False."};
