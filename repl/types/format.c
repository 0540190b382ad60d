#include "repl/types/format.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/number.h"
#include "engine/core/utf8.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/integer.h"
#include "repl/types/number.h"
#include "repl/types/protocol.h"

static bool is_align(char c) { return c == '<' || c == '>' || c == '^' || c == '='; }

static bool read_number(const char **at, const char *end, int64_t most, int64_t *out) {
  int64_t value = 0;
  while (*at < end && **at >= '0' && **at <= '9') {
    if (value > most / 10 - 10) {
      py_raise(&py_ValueError, "Too many decimal digits in format string");
      return false;
    }
    value = value * 10 + *(*at)++ - '0';
  }
  *out = value;
  return true;
}

bool format_parse(const char *spec, size_t length, const char *type_name, FormatSpec *out) {
  const char *at = spec, *end = spec + length;
  *out = (FormatSpec){.fill = " ", .precision = -1};
  uint32_t code;
  int first = length ? utf8_decode(at, length, &code) : 0;
  if (first > 0 && at + first < end && is_align(at[first])) {
    memcpy(out->fill, at, (size_t)first);
    out->fill[first] = '\0';
    out->align = at[first];
    at += first + 1;
  } else if (at < end && is_align(*at)) {
    out->align = *at++;
  }
  bool filled = at > spec + 1;
  if (at < end && (*at == '+' || *at == '-' || *at == ' ')) out->sign = *at++;
  if (at < end && *at == 'z') {
    out->no_negative_zero = true;
    at++;
  }
  if (at < end && *at == '#') {
    out->alternate = true;
    at++;
  }
  if (at < end && *at == '0') {
    if (!filled) strcpy(out->fill, "0");
    if (!out->align) out->align = strcmp(type_name, "str") == 0 ? '<' : '=';
    at++;
  }
  if (!read_number(&at, end, INT32_MAX, &out->width)) return false;
  if (at < end && (*at == ',' || *at == '_')) {
    out->grouping = *at++;
    if (at < end && (*at == ',' || *at == '_')) {
      if (*at == out->grouping)
        py_raise(&py_ValueError, "Cannot specify '%c' with '%c'.", out->grouping, *at);
      else
        py_raise(&py_ValueError, "Cannot specify both ',' and '_'.");
      return false;
    }
  }
  if (at < end && *at == '.') {
    at++;
    if (at >= end || *at < '0' || *at > '9') {
      py_raise(&py_ValueError, "Format specifier missing precision");
      return false;
    }
    if (!read_number(&at, end, INT64_MAX, &out->precision)) return false;
  }
  if (at < end) out->type = *at++;
  if (at < end || (unsigned char)out->type >= 0x80) {
    py_raise(&py_ValueError, "Invalid format specifier '%.*s' for object of type '%s'", (int)length, spec, type_name);
    return false;
  }
  if (out->grouping && out->type && !strchr(out->grouping == ',' ? "defgEFG%" : "defgEFG%boxX", out->type)) {
    py_raise(&py_ValueError, "Cannot specify '%c' with '%c'.", out->grouping, out->type);
    return false;
  }
  return true;
}

static Value unknown_code(char type, const char *type_name) {
  return py_raise(&py_ValueError, "Unknown format code '%c' for object of type '%s'", type, type_name);
}

/* The fill may be any character, a NUL too. */
static void add_fill(Text *out, const FormatSpec *spec, int64_t times) {
  if (spec->fill[0]) text_add_times(out, spec->fill, times);
  else
    for (int64_t i = 0; i < times && !out->failed; i++) text_add_char(out, 0);
}

void format_pad(Text *out, const FormatSpec *spec, const char *text, size_t length, char default_align) {
  int64_t missing = spec->width - (int64_t)utf8_count(text, length);
  char align = spec->align ? spec->align : default_align;
  if (missing < 0) missing = 0;
  int64_t left = align == '<' ? 0 : align == '^' ? missing / 2 : missing;
  add_fill(out, spec, left);
  text_add_bytes(out, text, length);
  add_fill(out, spec, missing - left);
}

Value format_str(Value self, const char *text, size_t length) {
  FormatSpec spec;
  String *string = py_as_string(self);
  if (!format_parse(text, length, "str", &spec)) return PY_ERROR;
  if (spec.type && spec.type != 's') return unknown_code(spec.type, "str");
  if (spec.sign) return py_raise(&py_ValueError, "Sign not allowed in string format specifier");
  if (spec.no_negative_zero)
    return py_raise(&py_ValueError, "Negative zero coercion (z) not allowed in string format specifier");
  if (spec.alternate) return py_raise(&py_ValueError, "Alternate form (#) not allowed in string format specifier");
  if (spec.align == '=') return py_raise(&py_ValueError, "'=' alignment not allowed in string format specifier");
  if (spec.grouping) return py_raise(&py_ValueError, "Cannot specify '%c' with 's'.", spec.grouping);
  size_t bytes = (size_t)string->length;
  if (spec.precision >= 0 && spec.precision < string->count) {
    bytes = 0;
    for (int64_t i = 0; i < spec.precision; i++) {
      uint32_t code;
      int taken = utf8_decode(string->data + bytes, (size_t)string->length - bytes, &code);
      bytes += taken > 0 ? (size_t)taken : 1;
    }
  }
  Text out = {0};
  format_pad(&out, &spec, string->data, bytes, '<');
  return py_text_take(&out);
}

/* Puts sign, prefix and digits together. The whole part (`whole` bytes of `digits`) is grouped, and zero padding counts
 * as part of it, as Python groups it: format(1234, "09,") is "0,001,234"... */
static Value assemble(const FormatSpec *spec, bool negative, const char *prefix, const char *digits, size_t whole,
                      size_t length) {
  char sign = negative ? '-' : spec->sign == '+' || spec->sign == ' ' ? spec->sign : 0;
  int64_t taken = (sign ? 1 : 0) + (int64_t)strlen(prefix) + (int64_t)(length - whole);
  int group = spec->type && strchr("boxX", spec->type) ? 4 : 3;
  bool zeros = spec->align == '=' && strcmp(spec->fill, "0") == 0 && spec->width > 0;
  /* Nothing to fill up and nothing to group: most numbers. */
  char all[96];
  if (!spec->grouping && spec->width <= taken + (int64_t)whole && length + 8 < sizeof all) {
    size_t count = 0, more = strlen(prefix);
    if (sign) all[count++] = sign;
    memcpy(all + count, prefix, more);
    memcpy(all + count + more, digits, length);
    return py_text_bytes(all, count + more + length);
  }
  Text grouped = {0}, out = {0};
  if (spec->grouping) {
    int64_t count = (int64_t)whole, wanted = spec->width - taken;
    /* With zero padding, digits are added until the grouped form is wide enough. */
    if (zeros)
      while (count + (count - 1) / group < wanted) count++;
    for (int64_t i = count; i > 0; i--) {
      text_add_char(&grouped, i > (int64_t)whole ? '0' : digits[(int64_t)whole - i]);
      if (i > 1 && (i - 1) % group == 0) text_add_char(&grouped, spec->grouping);
    }
  } else {
    text_add_bytes(&grouped, digits, whole);
  }
  text_add_bytes(&grouped, digits + whole, length - whole);
  char before[8];
  int before_length = snprintf(before, sizeof before, "%.*s%s", sign ? 1 : 0, &sign, prefix);
  if (spec->align == '=') {
    text_add_bytes(&out, before, (size_t)before_length);
    add_fill(&out, spec, spec->width - before_length - (int64_t)grouped.length);
    text_add_bytes(&out, text_string(&grouped), grouped.length);
  } else {
    Text body = {0};
    text_add_bytes(&body, before, (size_t)before_length);
    text_add_bytes(&body, text_string(&grouped), grouped.length);
    format_pad(&out, spec, text_string(&body), body.length, '>');
    text_free(&body);
  }
  text_free(&grouped);
  return py_text_take(&out);
}

static Value format_character(Value self, const FormatSpec *spec) {
  if (spec->sign) return py_raise(&py_ValueError, "Sign not allowed with integer format specifier 'c'");
  if (spec->alternate)
    return py_raise(&py_ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
  if (self.as.integer < 0 || self.as.integer > 0x10FFFF)
    return py_raise(&py_OverflowError, "%%c arg not in range(0x110000)");
  char bytes[4];
  size_t length = utf8_encode((uint32_t)self.as.integer, bytes);
  Text out = {0};
  format_pad(&out, spec, bytes, length, '<');
  return py_text_take(&out);
}

static Value format_big(Value self, const FormatSpec *spec, unsigned base, const char *prefix) {
  Text digits = {0};
  Value result = PY_ERROR;
  if (integer_add_digits(&digits, self, (int)base)) {
    for (size_t i = 0; spec->type == 'X' && i < digits.length; i++)
      if (digits.data[i] >= 'a') digits.data[i] = (char)(digits.data[i] - 32);
    result = assemble(spec, integer_sign(self) < 0, prefix, text_string(&digits), digits.length, digits.length);
  }
  text_free(&digits);
  return result;
}

Value format_int(Value self, const char *text, size_t length) {
  FormatSpec spec;
  const char *name = py_type_label(py_type_of(self));
  self = number_plain(self);
  if (!format_parse(text, length, name, &spec)) return PY_ERROR;
  if (spec.type && strchr("eEfFgG%", spec.type)) {
    double real;
    return integer_as_double(self, &real) ? format_float(py_float(real), text, length) : PY_ERROR;
  }
  if (spec.type && !strchr("bcdoxXn", spec.type)) return unknown_code(spec.type, name);
  if (spec.precision >= 0) return py_raise(&py_ValueError, "Precision not allowed in integer format specifier");
  if (spec.no_negative_zero)
    return py_raise(&py_ValueError, "Negative zero coercion (z) not allowed in integer format specifier");
  if (spec.type == 'c') {
    if (integer_is_big(self)) return py_raise(&py_OverflowError, "Python int too large to convert to C long");
    return format_character(self, &spec);
  }
  bool negative = self.as.integer < 0;
  uint64_t value = negative ? -(uint64_t)self.as.integer : (uint64_t)self.as.integer;
  unsigned base = spec.type == 'b' ? 2 : spec.type == 'o' ? 8 : spec.type == 'x' || spec.type == 'X' ? 16 : 10;
  const char prefix[3] = {'0', spec.type, '\0'};
  if (integer_is_big(self)) return format_big(self, &spec, base, spec.alternate && base != 10 ? prefix : "");
  const char *letters = spec.type == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
  char digits[72];
  size_t at = sizeof digits;
  do {
    digits[--at] = letters[value % base];
    value /= base;
  } while (value);
  return assemble(&spec, negative, spec.alternate && base != 10 ? prefix : "", digits + at, sizeof digits - at,
                  sizeof digits - at);
}

/* A double has no more digits than this, neither in all nor behind the point: what follows are zeros. */
enum { MOST_DIGITS = 1100 };

/* repr's digits with a precision: 'g', but with a point and a digit after it where repr would have one. */
static void add_general(Text *out, double value, int precision, bool alternate, bool like_repr) {
  char scientific[MOST_DIGITS + 40];
  if (precision == 0) precision = 1;
  const int zeros = precision > MOST_DIGITS ? precision - MOST_DIGITS : 0;
  precision -= zeros;
  snprintf(scientific, sizeof scientific, "%.*e", precision - 1, value);
  int exponent = atoi(strchr(scientific, 'e') + 1);
  bool fixed = exponent >= -4 && exponent < (like_repr ? precision - (precision > exponent + 1 ? 0 : 0) : precision);
  if (like_repr) fixed = exponent >= -4 && exponent < precision - (exponent + 1 == precision ? 1 : 0);
  char body[MOST_DIGITS + 340];
  if (fixed)
    snprintf(body, sizeof body, "%.*f", precision - 1 - exponent, value);
  else
    snprintf(body, sizeof body, "%s", scientific);
  char *e = fixed ? NULL : strchr(body, 'e');
  char tail[16] = "";
  if (e) {
    snprintf(tail, sizeof tail, "%s", e);
    *e = '\0';
  }
  if (!alternate && strchr(body, '.')) {
    size_t end = strlen(body);
    while (body[end - 1] == '0') end--;
    if (body[end - 1] == '.') end--;
    body[end] = '\0';
  }
  text_add(out, body);
  if (like_repr && fixed && !strchr(body, '.')) text_add(out, ".0");
  if (alternate && !strchr(body, '.')) text_add_char(out, '.');
  for (int i = 0; alternate && i < zeros && !out->failed; i++) text_add_char(out, '0');
  text_add(out, tail);
}

void format_digits(Text *out, double value, char type, int precision, bool alternate) {
  value = fabs(value);
  if (!isfinite(value)) {
    text_add(out, isnan(value) ? "nan" : "inf");
    return;
  }
  char kind = (char)(type | 0x20);
  if (type == 'r') {
    char repr[32];
    if (precision < 0) {
      number_repr(value, repr);
      size_t before = strcspn(repr, "e");
      text_add_bytes(out, repr, before);
      if (alternate && !strchr(repr, '.')) text_add_char(out, '.');
      text_add(out, repr + before);
    } else {
      add_general(out, value, precision, alternate, true);
    }
    return;
  }
  if (precision < 0) precision = 6;
  if (kind == 'g') {
    add_general(out, value, precision, alternate, false);
    return;
  }
  char fixed[32];
  int fixed_length = kind == 'f' && !alternate ? number_fixed(value, precision, fixed) : 0;
  if (fixed_length > 0) {
    text_add_bytes(out, fixed, (size_t)fixed_length);
    return;
  }
  const int zeros = precision > MOST_DIGITS ? precision - MOST_DIGITS : 0;
  char buffer[MOST_DIGITS + 340];
  snprintf(buffer, sizeof buffer, kind == 'e' ? (alternate ? "%#.*e" : "%.*e") : (alternate ? "%#.*f" : "%.*f"),
           precision - zeros, value);
  const size_t before = strcspn(buffer, "e");
  text_add_bytes(out, buffer, before);
  for (int i = 0; i < zeros && !out->failed; i++) text_add_char(out, '0');
  text_add(out, buffer + before);
}

Value format_float(Value self, const char *text, size_t length) {
  FormatSpec spec;
  double value = number_plain(self).as.real;
  if (!format_parse(text, length, "float", &spec)) return PY_ERROR;
  if (spec.type && !strchr("eEfFgGn%", spec.type)) return unknown_code(spec.type, "float");
  if (spec.precision > INT32_MAX) return py_raise(&py_ValueError, "precision too big");
  char kind = spec.type == 'n' ? 'g' : spec.type == '%' ? 'f' : spec.type ? spec.type : 'r';
  return format_real(spec.type == '%' ? value * 100 : value, &spec, kind);
}

Value format_real(double value, const FormatSpec *given, char kind) {
  FormatSpec spec = *given;
  Text digits = {0};
  format_digits(&digits, value, kind, (int)spec.precision, spec.alternate);
  if (spec.pointless && digits.length > 2 && memcmp(digits.data + digits.length - 2, ".0", 2) == 0)
    digits.length -= spec.alternate ? 1 : 2;
  if (spec.type == '%') text_add_char(&digits, '%');
  if (digits.failed) {
    text_free(&digits);
    return py_raise(&py_MemoryError, "Unable to allocate a str");
  }
  if (kind == 'E' || kind == 'F' || kind == 'G')
    for (size_t i = 0; i < digits.length; i++)
      if (digits.data[i] >= 'a' && digits.data[i] <= 'z') digits.data[i] = (char)(digits.data[i] - 32);
  bool negative = signbit(value) && !isnan(value);
  if (negative && spec.no_negative_zero && strspn(digits.data, "0.") == strcspn(digits.data, "eE%")) negative = false;
  size_t whole = 0;
  while (whole < digits.length && digits.data[whole] >= '0' && digits.data[whole] <= '9') whole++;
  if (!isfinite(value)) whole = 0;
  FormatSpec plain = spec;
  if (!isfinite(value)) plain.grouping = 0;
  if (plain.type == '%') plain.type = 'f';
  Value result = assemble(&plain, negative, "", digits.data, whole, digits.length);
  text_free(&digits);
  return result;
}
