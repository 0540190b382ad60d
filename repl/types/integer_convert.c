/* Integers of any size as text, bytes and floats. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/number.h"
#include "repl/types/exception.h"
#include "repl/types/integer.h"
#include "repl/types/integer_internal.h"
#include "repl/types/protocol.h"

int64_t integer_digit_limit = 4300;

bool integer_exceeds_limit(int64_t digits, bool reading) {
  if (integer_digit_limit == 0 || digits <= integer_digit_limit) return false;
  if (reading)
    py_raise(&py_ValueError,
             "Exceeds the limit (%lld digits) for integer string conversion: value has %lld digits; "
             "use sys.set_int_max_str_digits() to increase the limit",
             (long long)integer_digit_limit, (long long)digits);
  else
    py_raise(&py_ValueError,
             "Exceeds the limit (%lld digits) for integer string conversion; "
             "use sys.set_int_max_str_digits() to increase the limit",
             (long long)integer_digit_limit);
  return true;
}

/* ---- Floats ---- */

/* The 64 highest bits of |number| (its highest bit is their highest), and whether anything is below them. */
static mp_err top_bits(const mp_int *number, uint64_t *top, bool *more) {
  int bits = mp_count_bits(number);
  mp_int shifted;
  mp_err error = mp_init(&shifted);
  if (error != MP_OKAY) return error;
  error = bits > 64 ? mp_div_2d(number, bits - 64, &shifted, NULL) : mp_mul_2d(number, 64 - bits, &shifted);
  *top = mp_get_mag_u64(&shifted);
  *more = bits > 64 && mp_cnt_lsb(number) < bits - 64;
  mp_clear(&shifted);
  return error;
}

/* 64 bits, of which the highest is set, to 53, halves to even. */
static double round_bits(uint64_t top, bool more) {
  uint64_t kept = top >> 11, rest = top & 0x7FF, half = 0x400;
  if (rest > half || (rest == half && (more || kept & 1))) kept++;
  return (double)kept * 2048.0;
}

bool integer_as_double(Value a, double *out) {
  if (a.tag != TAG_OBJECT) {
    *out = (double)a.as.integer;
    return true;
  }
  const mp_int *number = &((BigInt *)a.as.object)->number;
  int bits = mp_count_bits(number);
  uint64_t top = 0;
  bool more = false;
  if (bits <= DBL_MAX_EXP) {
    if (top_bits(number, &top, &more) != MP_OKAY) {
      integer_no_memory();
      return false;
    }
    *out = ldexp(round_bits(top, more), bits - 64);
  }
  if (bits > DBL_MAX_EXP || isinf(*out)) {
    py_raise(&py_OverflowError, "int too large to convert to float");
    return false;
  }
  if (mp_isneg(number)) *out = -*out;
  return true;
}

double integer_mantissa(Value a, int64_t *exponent) {
  Operand operand;
  const mp_int *number = integer_operand(a, &operand);
  uint64_t top = 0;
  bool more = false;
  *exponent = mp_count_bits(number);
  if (number->used == 0 || top_bits(number, &top, &more) != MP_OKAY) return 0;
  return ldexp(round_bits(top, more), -64);
}

/* As CPython divides: a quotient of 55 bits or more with what is left of it in its last bit, rounded to 53. */
Value integer_true_divide(const mp_int *a, const mp_int *b) {
  if (b->used == 0) return py_raise(&py_ZeroDivisionError, "division by zero");
  bool negative = (a->used && mp_isneg(a)) != (bool)mp_isneg(b);
  if (a->used == 0) return py_float(negative ? -0.0 : 0.0);
  int difference = mp_count_bits(a) - mp_count_bits(b);
  if (difference > DBL_MAX_EXP)
    return py_raise(&py_OverflowError, "integer division result too large for a float");
  if (difference < DBL_MIN_EXP - DBL_MANT_DIG - 1) return py_float(negative ? -0.0 : 0.0);
  int shift = (difference > DBL_MIN_EXP ? difference : DBL_MIN_EXP) - DBL_MANT_DIG - 2;
  mp_int x, y, quotient, rest;
  if (mp_init_multi(&x, &y, &quotient, &rest, NULL) != MP_OKAY) return integer_no_memory();
  mp_err error = mp_abs(a, &x);
  if (error == MP_OKAY) error = mp_abs(b, &y);
  if (error == MP_OKAY) error = shift <= 0 ? mp_mul_2d(&x, -shift, &x) : mp_mul_2d(&y, shift, &y);
  if (error == MP_OKAY) error = mp_div(&x, &y, &quotient, &rest);
  uint64_t low = mp_get_mag_u64(&quotient);
  int bits = mp_count_bits(&quotient);
  bool inexact = rest.used != 0;
  mp_clear_multi(&x, &y, &quotient, &rest, NULL);
  if (error != MP_OKAY) return integer_no_memory();
  int extra = (bits > DBL_MIN_EXP - shift ? bits : DBL_MIN_EXP - shift) - DBL_MANT_DIG;
  uint64_t mask = (uint64_t)1 << (extra - 1);
  low |= inexact;
  if ((low & mask) && (low & (3 * mask - 1))) low += mask;
  low &= ~(2 * mask - 1);
  double result = ldexp((double)low, shift);
  if (isinf(result)) return py_raise(&py_OverflowError, "integer division result too large for a float");
  return py_float(negative ? -result : result);
}

Value integer_from_double(double value) {
  int exponent;
  double mantissa = frexp(trunc(value), &exponent);
  if (exponent <= 63) return py_int((int64_t)value);
  mp_int number;
  if (mp_init(&number) != MP_OKAY) return integer_no_memory();
  mp_set_u64(&number, (uint64_t)ldexp(fabs(mantissa), 53));
  mp_err error = mp_mul_2d(&number, exponent - 53, &number);
  if (error == MP_OKAY && value < 0) error = mp_neg(&number, &number);
  return integer_finish(&number, error);
}

int integer_compare_double(Value a, double b) {
  if (isnan(b)) return 2;
  if (isinf(b)) return b > 0 ? -1 : 1;
  double whole = trunc(b);
  Value integer = integer_from_double(whole);
  int order = py_is_error(integer) ? 0 : integer_compare(a, integer);
  py_drop(integer);
  return order ? order : b > whole ? -1 : b < whole ? 1 : 0;
}

Value integer_ratio(double value) {
  int exponent;
  double mantissa = frexp(value, &exponent);
  for (int i = 0; i < 300 && mantissa != floor(mantissa); i++) {
    mantissa *= 2;
    exponent--;
  }
  Value top = integer_from_double(mantissa);
  Value power = py_binary(OP_LSHIFT, py_int(1), py_int(exponent < 0 ? -exponent : exponent));
  Value scaled = py_is_error(top) || py_is_error(power) || exponent <= 0 ? py_keep(top)
                                                                        : py_binary(OP_MUL, top, power);
  Value ratio = py_pending() ? PY_ERROR : py_tuple_of(2, scaled, exponent < 0 ? power : py_int(1));
  py_drop(top);
  py_drop(power);
  py_drop(scaled);
  return ratio;
}

/* ---- Hash and bits ---- */

/* The value modulo 2^61 - 1, with its sign, as all of CPython's numbers hash. */
uint64_t integer_hash(Value a) {
  const uint64_t prime = ((uint64_t)1 << 61) - 1;
  Operand operand;
  const mp_int *number = integer_operand(a, &operand);
  uint64_t hash = 0;
  for (int i = number->used; i-- > 0;) {
    hash = (hash << MP_DIGIT_BIT & prime) | hash >> (61 - MP_DIGIT_BIT);
    hash += number->dp[i];
    if (hash >= prime) hash -= prime;
  }
  int64_t result = mp_isneg(number) ? -(int64_t)hash : (int64_t)hash;
  return (uint64_t)(result == -1 ? -2 : result);
}

int64_t integer_bit_count(Value a) {
  Operand operand;
  const mp_int *number = integer_operand(a, &operand);
  int64_t count = 0;
  for (int i = 0; i < number->used; i++) count += __builtin_popcountll(number->dp[i]);
  return count;
}

/* ---- Text ---- */

enum { CHUNK_DIGITS = 18 };
static const mp_digit chunk_unit = 1000000000000000000u; /* below 2^60 */

static bool add_decimal(Text *out, const mp_int *number) {
  /* log10(2) from below: the limit is looked at again by the real count. */
  if (integer_digit_limit && (int64_t)((double)(mp_count_bits(number) - 1) * 0.30102999566398) >= integer_digit_limit) {
    integer_exceeds_limit(INT64_MAX, false);
    return false;
  }
  mp_int rest;
  size_t most = (size_t)number->used * 20 + CHUNK_DIGITS + 1, at = most;
  char *digits = core_alloc(most);
  if (!digits || mp_init_copy(&rest, number) != MP_OKAY) {
    core_free(digits);
    integer_no_memory();
    return false;
  }
  mp_err error = MP_OKAY;
  while (rest.used && error == MP_OKAY) {
    mp_digit chunk;
    error = mp_div_d(&rest, chunk_unit, &rest, &chunk);
    for (int i = 0; i < CHUNK_DIGITS; i++) {
      digits[--at] = (char)('0' + chunk % 10);
      chunk /= 10;
    }
    if (error == MP_OKAY) error = integer_interrupted();
  }
  while (at < most && digits[at] == '0') at++;
  bool ok = error == MP_OKAY && !integer_exceeds_limit((int64_t)(most - at), false);
  if (ok) text_add_bytes(out, digits + at, most - at);
  else if (!py_pending()) integer_no_memory();
  mp_clear(&rest);
  core_free(digits);
  return ok;
}

/* Digits of 1, 3 or 4 bits, the highest first. */
static void add_binary(Text *out, const mp_int *number, int width) {
  int bits = mp_count_bits(number);
  for (int place = (bits - 1) / width; place >= 0; place--) {
    int digit = 0;
    for (int i = width - 1; i >= 0; i--) {
      int bit = place * width + i, word = bit / MP_DIGIT_BIT;
      digit = digit << 1 | (word < number->used ? (int)(number->dp[word] >> bit % MP_DIGIT_BIT & 1) : 0);
    }
    text_add_char(out, "0123456789abcdef"[digit]);
  }
}

bool integer_add_digits(Text *out, Value a, int base) {
  if (base == 10 && (a.tag == TAG_INT || a.tag == TAG_BOOL)) {
    char digits[24];
    int length = number_int(a.as.integer, digits), sign = digits[0] == '-';
    text_add_bytes(out, digits + sign, (size_t)(length - sign));
    return true;
  }
  Operand operand;
  const mp_int *number = integer_operand(a, &operand);
  if (number->used == 0) {
    text_add_char(out, '0');
    return true;
  }
  if (base == 10) return add_decimal(out, number);
  add_binary(out, number, base == 2 ? 1 : base == 8 ? 3 : 4);
  return true;
}

static int digit_of(char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; }

Value integer_from_digits(const char *digits, size_t length, int base) {
  mp_int number;
  if (mp_init(&number) != MP_OKAY) return integer_no_memory();
  mp_err error = MP_OKAY;
  for (size_t at = 0; at < length && error == MP_OKAY;) {
    mp_digit chunk = 0, unit = 1;
    /* As many digits as fit below 2^59 at once. */
    for (; at < length && unit < ((mp_digit)1 << 59) / (mp_digit)base; at++) {
      chunk = chunk * (mp_digit)base + (mp_digit)digit_of(digits[at]);
      unit *= (mp_digit)base;
    }
    error = mp_mul_d(&number, unit, &number);
    if (error == MP_OKAY) error = mp_add_d(&number, chunk, &number);
    if (error == MP_OKAY) error = integer_interrupted();
  }
  return integer_finish(&number, error);
}

/* ---- Bytes ---- */

Value integer_from_bytes(const unsigned char *bytes, size_t length, bool little, bool is_signed) {
  unsigned char *ordered = core_alloc(length + 1);
  mp_int number;
  if (!ordered || mp_init(&number) != MP_OKAY) {
    core_free(ordered);
    return integer_no_memory();
  }
  for (size_t i = 0; i < length; i++) ordered[i] = bytes[little ? length - 1 - i : i];
  bool negative = is_signed && length && ordered[0] >= 128;
  /* A negative number is the complement of the complement's bytes. */
  for (size_t i = 0; negative && i < length; i++) ordered[i] = (unsigned char)~ordered[i];
  mp_err error = mp_from_ubin(&number, ordered, length);
  if (error == MP_OKAY && negative) error = mp_complement(&number, &number);
  core_free(ordered);
  return integer_finish(&number, error);
}

bool integer_to_bytes(Value a, unsigned char *bytes, size_t length, bool little, bool is_signed) {
  bool negative = integer_sign(a) < 0;
  Operand operand;
  mp_int number;
  mp_err error = mp_init(&number);
  const mp_int *given = integer_operand(a, &operand);
  if (error == MP_OKAY) error = negative ? mp_complement(given, &number) : mp_copy(given, &number);
  if (error != MP_OKAY) {
    integer_no_memory();
    return false;
  }
  int64_t bits = mp_count_bits(&number) + (is_signed ? 1 : 0);
  if (integer_sign(a) == 0) bits = 0;
  if (bits > (int64_t)length * 8) {
    mp_clear(&number);
    py_raise(&py_OverflowError, "int too big to convert");
    return false;
  }
  size_t used = mp_ubin_size(&number), written;
  memset(bytes, 0, length - used);
  error = used ? mp_to_ubin(&number, bytes + length - used, used, &written) : MP_OKAY;
  mp_clear(&number);
  for (size_t i = 0; negative && i < length; i++) bytes[i] = (unsigned char)~bytes[i];
  for (size_t i = 0; little && i < length / 2; i++) {
    unsigned char swap = bytes[i];
    bytes[i] = bytes[length - 1 - i];
    bytes[length - 1 - i] = swap;
  }
  if (error == MP_OKAY) return true;
  integer_no_memory();
  return false;
}
