#include "engine/core/number.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Splits "d.ddde-05" into digits and exponent, with trailing zeros dropped. */
static int split_digits(const char *scientific, char digits[20], int *exponent) {
  int count = 0;
  const char *p = scientific;
  for (; *p && *p != 'e'; p++)
    if (*p >= '0' && *p <= '9') digits[count++] = *p;
  *exponent = *p == 'e' ? atoi(p + 1) + 1 : 1;
  while (count > 1 && digits[count - 1] == '0') count--;
  digits[count] = '\0';
  return count;
}

/* Below a power of two the neighbours are twice as close as above it, so the shortest name of such a number can lie
 * above it without being the nearest of its length (2^-44 is 5.684341886080802e-14). Tries one digit fewer, rounded
 * up. */
static int shorten_power_of_two(double value, bool single, int count, char digits[20], int exponent) {
  int power;
  if (value == 0.0 || frexp(value, &power) != 0.5) return count;
  while (count > 1) {
    char shorter[20], text[40];
    int at = count - 2;
    memcpy(shorter, digits, (size_t)count - 1);
    shorter[count - 1] = '\0';
    while (at >= 0 && shorter[at] == '9') shorter[at--] = '0';
    if (at < 0) return count;
    shorter[at]++;
    snprintf(text, sizeof text, "0.%se%d", shorter, exponent);
    if ((single ? (double)strtof(text, NULL) : strtod(text, NULL)) != value) return count;
    count--;
    while (count > 1 && shorter[count - 1] == '0') shorter[--count] = '\0';
    memcpy(digits, shorter, (size_t)count + 1);
  }
  return count;
}

int number_int(int64_t value, char out[24]) {
  /* Two digits a division, written where they belong once their number is known. */
  static const char pairs[] =
      "00010203040506070809101112131415161718192021222324252627282930313233343536373839"
      "40414243444546474849505152535455565758596061626364656667686970717273747576777879"
      "8081828384858687888990919293949596979899";
  uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  int length = 1;
  for (uint64_t most = 10; left >= most; most *= 10) {
    length++;
    if (length == 20) break; /* the next power has no place in 64 bits */
  }
  if (value < 0) *out++ = '-';
  char *at = out + length;
  *at = '\0';
  for (; left >= 100; left /= 100) memcpy(at -= 2, pairs + left % 100 * 2, 2);
  if (left >= 10) memcpy(at - 2, pairs + left * 2, 2);
  else at[-1] = (char)('0' + left);
  return length + (value < 0);
}

bool number_read(const char *text, size_t length, double *value) {
  static const double powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  const char *at = text, *end = text + length;
  bool negative = at < end && *at == '-';
  if (at < end && (*at == '-' || *at == '+')) at++;
  uint64_t digits = 0;
  int count = 0, behind = -1; /* digits behind the point */
  for (; at < end; at++) {
    if (*at == '.' && behind < 0) {
      behind = 0;
      continue;
    }
    if (*at < '0' || *at > '9' || ++count > 15) return false;
    digits = digits * 10 + (uint64_t)(*at - '0');
    if (behind >= 0) behind++;
  }
  if (count == 0) return false;
  double magnitude = (double)digits / powers[behind > 0 ? behind : 0];
  *value = negative ? -magnitude : magnitude;
  return true;
}

int number_fixed(double value, int precision, char out[32]) {
  static const uint64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
  double magnitude = value < 0 ? -value : value;
  if (precision < 0 || precision > 9 || !(magnitude < 0x1p53 / (double)powers[precision])) return 0;
  /* magnitude = mantissa * 2**-shift, so that the digits are those of mantissa * 10**precision >> shift. */
  uint64_t bits;
  memcpy(&bits, &magnitude, sizeof bits);
  int exponent = (int)(bits >> 52);
  uint64_t mantissa = (bits & (((uint64_t)1 << 52) - 1)) | (exponent ? (uint64_t)1 << 52 : 0);
  int shift = 1075 - (exponent ? exponent : 1);
  unsigned __int128 product = (unsigned __int128)mantissa * powers[precision];
  uint64_t digits;
  if (shift <= 0) {
    digits = (uint64_t)(product << -shift);
  } else if (shift > 100) { /* the product has at most 83 bits: less than a half */
    digits = 0;
  } else {
    unsigned __int128 half = (unsigned __int128)1 << (shift - 1), rest = product & (half * 2 - 1);
    digits = (uint64_t)(product >> shift);
    if (rest > half || (rest == half && (digits & 1))) digits++;
  }
  char whole[24];
  int length = number_int((int64_t)(digits / powers[precision]), whole);
  memcpy(out, whole, (size_t)length);
  if (precision > 0) {
    out[length] = '.';
    uint64_t rest = digits % powers[precision];
    for (int i = precision; i > 0; i--, rest /= 10) out[length + i] = (char)('0' + rest % 10);
    length += precision + 1;
  }
  out[length] = '\0';
  return length;
}

/* Numbers with at most 15 digits, nearly all that people write: value * 10**scale rounded to a whole number of
 * 15 digits, divided by 10**scale again. Both are exact in a double, so the quotient is what the decimal number is read
 * as, and where it is the value itself those are its digits: no two numbers of 15 digits are the same double. Returns 0
 * where there are none. */
static int few_digits(double value, char digits[20], int *exponent) {
  static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  if (!(value >= 1e-7 && value < 1e15)) return 0;
  int scale = 0;
  if (value >= 1) {
    int places = 1;
    while (value >= powers[places]) places++;
    scale = 15 - places;
  } else {
    scale = 15;
    for (double limit = 0.1; scale < 22 && value < limit; limit /= 10) scale++;
  }
  double whole = nearbyint(value * powers[scale]);
  if (whole >= 1e15 || whole < 1 || whole / powers[scale] != value) return 0;
  char text[24];
  int count = number_int((int64_t)whole, text);
  *exponent = count - scale; /* at most 15 digits */
  while (count > 1 && text[count - 1] == '0') count--;
  memcpy(digits, text, 15);
  digits[count] = '\0';
  return count;
}

/* glibc's printf rounds correctly, so the first precision that reads back exactly has the shortest digits, and among
 * numbers of that length it is the closest. Any 15 digits survive a normal double (6 a float), so the search may start
 * there and drop zeros; subnormal numbers hold fewer digits and are searched from the first. */
int number_digits(double value, char digits[20], int *exponent) {
  char text[40];
  value = fabs(value);
  int few = few_digits(value, digits, exponent);
  if (few > 0) return few;
  for (int precision = value < DBL_MIN ? 0 : 14; precision < 17; precision++) {
    snprintf(text, sizeof text, "%.*e", precision, value);
    if (precision == 16 || strtod(text, NULL) == value) break;
  }
  int count = split_digits(text, digits, exponent);
  return shorten_power_of_two(value, false, count, digits, *exponent);
}

int number_digits_float(float value, char digits[20], int *exponent) {
  char text[40];
  value = fabsf(value);
  for (int precision = value < FLT_MIN ? 0 : 5; precision < 9; precision++) {
    snprintf(text, sizeof text, "%.*e", precision, (double)value);
    if (precision == 8 || strtof(text, NULL) == value) break;
  }
  int count = split_digits(text, digits, exponent);
  return shorten_power_of_two((double)value, true, count, digits, *exponent);
}

/* Python's float_repr_style 'short': fixed notation while -4 <= exponent10 < 16. */
static int write_repr(bool negative, const char *digits, int count, int exponent, char out[32]) {
  int at = 0;
  if (negative) out[at++] = '-';
  if (exponent > -4 && exponent <= 16) {
    if (exponent <= 0) {
      memcpy(out + at, "0.0000", (size_t)(2 - exponent));
      memcpy(out + at + 2 - exponent, digits, (size_t)count);
      at += 2 - exponent + count;
    } else {
      for (int i = 0; i < exponent; i++) out[at++] = i < count ? digits[i] : '0';
      out[at++] = '.';
      if (count <= exponent) out[at++] = '0';
      for (int i = exponent; i < count; i++) out[at++] = digits[i];
    }
  } else {
    out[at++] = digits[0];
    if (count > 1) at += sprintf(out + at, ".%s", digits + 1);
    int power = exponent - 1;
    at += sprintf(out + at, "e%c%02d", power < 0 ? '-' : '+', abs(power));
  }
  out[at] = '\0';
  return at;
}

static int write_special(double value, char out[32]) {
  return sprintf(out, "%s", isnan(value) ? "nan" : value < 0 ? "-inf" : "inf");
}

int number_repr(double value, char out[32]) {
  if (!isfinite(value)) return write_special(value, out);
  char digits[20];
  int exponent, count = number_digits(value, digits, &exponent);
  return write_repr(signbit(value) != 0, digits, count, exponent, out);
}

int number_repr_float(float value, char out[32]) {
  if (!isfinite(value)) return write_special((double)value, out);
  char digits[20];
  int exponent, count = number_digits_float(value, digits, &exponent);
  return write_repr(signbit(value) != 0, digits, count, exponent, out);
}
