/* Digits of single numbers: the shortest that name a float, and numbers as numpy's scalars print them. */
#include "engine/array/print_digits.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/array/cast.h"
#include "engine/array/complex.h"
#include "engine/core/number.h"

NdFloatRule nd_float_rule(NdType type) {
  switch (type) {
    case ND_FLOAT16: return (NdFloatRule){1e3, 1e3};
    case ND_FLOAT32: return (NdFloatRule){1e6, 1e6};
    default: return (NdFloatRule){1e8, 1e16};
  }
}

/* ---- Digits of one float ----- */

double nd_round_to(NdType type, double value) {
  NdScalar wide = {.type = ND_FLOAT64, .as.f = value};
  return type == ND_FLOAT64 ? value : nd_scalar_cast(wide, type).as.f;
}

/* Shortest digits that name a float16: as number_digits for the wider types. */
static int half_digits(double value, char digits[20], int *exponent) {
  char text[32];
  for (int precision = 0; precision < 5; precision++) {
    snprintf(text, sizeof text, "%.*e", precision, value);
    if (nd_round_to(ND_FLOAT16, strtod(text, NULL)) == value) break;
  }
  int count = 0;
  const char *p = text;
  for (; *p && *p != 'e'; p++)
    if (*p != '.') digits[count++] = *p;
  *exponent = value == 0.0 ? 1 : atoi(p + 1) + 1;
  while (count > 1 && digits[count - 1] == '0') count--;
  digits[count] = '\0';
  return count;
}

/* Below a power of two the neighbours are twice as close as above it, so the shortest name of such a number can lie
 * above it without being the nearest of its length (2^-44 is 5.684341886080802e-14). Tries one digit fewer, rounded up.
 */
static int shorten_power_of_two(NdType type, double value, int count, char digits[20], int *exponent) {
  int power;
  if (value == 0.0 || frexp(value, &power) != 0.5) return count;
  while (count > 1) {
    char shorter[20], text[40];
    int point = *exponent, at = count - 2;
    memcpy(shorter, digits, (size_t)count - 1);
    shorter[count - 1] = '\0';
    while (at >= 0 && shorter[at] == '9') shorter[at--] = '0';
    if (at < 0) return count;
    shorter[at]++;
    snprintf(text, sizeof text, "0.%se%d", shorter, point);
    double named = type == ND_FLOAT32 ? (double)strtof(text, NULL) : nd_round_to(type, strtod(text, NULL));
    if (named != value) return count;
    count--;
    while (count > 1 && shorter[count - 1] == '0') shorter[--count] = '\0';
    memcpy(digits, shorter, (size_t)count + 1);
  }
  return count;
}

/* Digits and decimal point as number_digits; `value` is not negative and finite. */
static int shortest_digits(NdType type, double value, char digits[20], int *exponent) {
  int count;
  if (type == ND_FLOAT16) count = half_digits(value, digits, exponent);
  else if (type == ND_FLOAT32) count = number_digits_float((float)value, digits, exponent);
  else count = number_digits(value, digits, exponent);
  return shorten_power_of_two(type, value, count, digits, exponent);
}

void nd_trim_zeros(char *text) {
  size_t length = strlen(text);
  while (length > 0 && text[length - 1] == '0') text[--length] = '\0';
}

int nd_write_positional(NdType type, double value, int precision, char out[ND_FLOAT_TEXT]) {
  char digits[20];
  int point, at = 0, count = shortest_digits(type, fabs(value), digits, &point);
  if (value == 0.0) point = 1, count = 0;
  if (signbit(value)) out[at++] = '-';
  if (count - point > precision) {
    at += snprintf(out + at, (size_t)(ND_FLOAT_TEXT - at), "%.*f", precision, fabs(value));
    if (precision == 0) out[at++] = '.';
    out[at] = '\0';
  } else {
    if (point <= 0) out[at++] = '0';
    for (int i = 0; i < point; i++) out[at++] = i < count ? digits[i] : '0';
    out[at++] = '.';
    for (int i = point; i < 0; i++) out[at++] = '0';
    for (int i = point > 0 ? point : 0; i < count; i++) out[at++] = digits[i];
    out[at] = '\0';
  }
  nd_trim_zeros(out);
  return (int)strlen(out);
}

void nd_write_scientific(NdType type, double value, int least, int most, NdScientific *out) {
  char digits[20];
  int point, at = 0, count = shortest_digits(type, fabs(value), digits, &point);
  int fraction = value == 0.0 ? 0 : count - 1;
  int wanted = fraction > most ? most : fraction < least ? least : fraction;
  out->power = value == 0.0 ? 0 : point - 1;
  if (wanted == fraction || value == 0.0) {
    if (signbit(value)) out->mantissa[at++] = '-';
    out->mantissa[at++] = digits[0];
    out->mantissa[at++] = '.';
    for (int i = 1; i <= fraction; i++) out->mantissa[at++] = digits[i];
    for (int i = fraction; i < wanted; i++) out->mantissa[at++] = '0';
    out->mantissa[at] = '\0';
    return;
  }
  snprintf(out->mantissa, sizeof out->mantissa, "%.*e", wanted, value);
  char *e = strchr(out->mantissa, 'e');
  out->power = atoi(e + 1);
  if (wanted == 0) *e++ = '.';
  *e = '\0';
}

int nd_power_digits(int power) {
  char text[16];
  int length = snprintf(text, sizeof text, "%d", abs(power));
  return length < 2 ? 2 : length;
}

int nd_write_integer(NdScalar value, char out[32]) {
  return nd_types[value.type].kind == 'i' ? snprintf(out, 32, "%" PRId64, value.as.i)
                                          : snprintf(out, 32, "%" PRIu64, value.as.u);
}

/* ---- Scalars ----- */

void nd_print_float(Text *text, NdType type, double value) {
  double magnitude = fabs(value);
  if (!isfinite(value)) {
    text_add(text, isnan(value) ? "nan" : value < 0 ? "-inf" : "inf");
  } else if (magnitude == 0.0 || (magnitude >= 1e-4 && magnitude < nd_float_rule(type).scalar_cutoff)) {
    char out[ND_FLOAT_TEXT];
    int length = nd_write_positional(type, value, ND_MOST_PRECISION, out);
    text_add(text, out);
    if (out[length - 1] == '.') text_add_char(text, '0');
  } else {
    NdScientific parts;
    nd_write_scientific(type, value, 0, ND_MOST_PRECISION, &parts);
    size_t length = strlen(parts.mantissa);
    if (parts.mantissa[length - 1] == '.') parts.mantissa[length - 1] = '\0';
    text_addf(text, "%se%c%02d", parts.mantissa, parts.power < 0 ? '-' : '+', abs(parts.power));
  }
}

void nd_print_scalar_str(Text *text, NdScalar value) {
  char out[32];
  switch (nd_types[value.type].kind) {
    case 'b': text_add(text, value.as.u ? "True" : "False"); break;
    case 'f': nd_print_float(text, value.type, value.as.f); break;
    default: nd_write_integer(value, out); text_add(text, out);
  }
}

void nd_print_scalar_repr(Text *text, NdScalar value) {
  if (nd_types[value.type].kind == 'b') {
    text_add(text, value.as.u ? "np.True_" : "np.False_");
    return;
  }
  text_addf(text, "np.%s(", nd_types[value.type].name);
  nd_print_scalar_str(text, value);
  text_add_char(text, ')');
}

/* A part as Python's complex prints it: without ".0", with a sign where asked. */
static void print_part(Text *text, NdType type, double value, bool sign) {
  Text digits = {0};
  nd_print_float(&digits, type, value);
  const char *string = text_string(&digits);
  size_t length = digits.length;
  if (length > 2 && strcmp(string + length - 2, ".0") == 0) length -= 2;
  if (sign && *string != '-') text_add_char(text, '+');
  text_add_bytes(text, string, length);
  if (digits.failed) text->failed = true;
  text_free(&digits);
}

void nd_print_element_str(Text *text, NdKind kind, const char *data) {
  if (!nd_is_complex(kind.type)) {
    nd_print_scalar_str(text, nd_scalar_load(data, kind.type));
    return;
  }
  NdComplex128 value = nd_complex_load(data, kind.type);
  NdType part = nd_part_type(kind.type);
  bool bare = value.real == 0 && !signbit(value.real);
  if (!bare) text_add_char(text, '(');
  if (!bare) print_part(text, part, value.real, false);
  print_part(text, part, value.imag, !bare);
  text_add(text, bare ? "j" : "j)");
}
