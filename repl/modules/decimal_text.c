/* Decimal numbers as text and back. */
#include <ctype.h>

#include "repl/modules/decimal_core.h"

Value decimal_text(Value self) {
  const Decimal *d = decimal_of(self);
  if (d->special)
    return py_textf("%s%s", d->sign ? "-" : "", d->special == 'F' ? "Infinity" : d->signals ? "sNaN" : "NaN");
  Text digits = {0}, text = {0};
  int64_t limit = integer_digit_limit;
  integer_digit_limit = 0;
  bool good = integer_add_digits(&digits, d->number, 10);
  integer_digit_limit = limit;
  if (!good) {
    text_free(&digits);
    return PY_ERROR;
  }
  const char *all = text_string(&digits);
  int64_t count = (int64_t)digits.length, left = d->exponent + count;
  if (d->sign) text_add_char(&text, '-');
  if (d->exponent == 0) {
    text_add_bytes(&text, all, digits.length);
  } else if (d->exponent < 0 && left > -6) {
    if (left <= 0) {
      text_add(&text, "0.");
      text_add_times(&text, "0", -left);
      text_add_bytes(&text, all, digits.length);
    } else {
      text_add_bytes(&text, all, (size_t)left);
      text_add_char(&text, '.');
      text_add_bytes(&text, all + left, (size_t)(count - left));
    }
  } else {
    text_add_bytes(&text, all, 1);
    if (count > 1) {
      text_add_char(&text, '.');
      text_add_bytes(&text, all + 1, digits.length - 1);
    }
    text_addf(&text, "E%+lld", (long long)(left - 1));
  }
  text_free(&digits);
  return py_text_take(&text);
}
bool decimal_read(Type *type, const String *text, Value *made) {
  const char *at = text->data, *end = at + text->length;
  char digits[64];
  size_t count = 0;
  int64_t decimals = 0, exponent = 0;
  bool sign = false, point = false;
  if (at < end && (*at == '-' || *at == '+')) sign = *at++ == '-';
  for (; at < end && count < sizeof digits; at++) {
    if (*at == '.' && !point) {
      point = true;
    } else if (isdigit((unsigned char)*at)) {
      digits[count++] = *at;
      decimals += point;
    } else {
      break;
    }
  }
  if (count == 0 || count == sizeof digits) return false;
  if (at < end) {
    if (*at != 'e' && *at != 'E') return false;
    bool negative = ++at < end && *at == '-';
    if (at < end && (*at == '-' || *at == '+')) at++;
    if (at == end || end - at > 9) return false;
    for (; at < end; at++) {
      if (!isdigit((unsigned char)*at)) return false;
      exponent = exponent * 10 + (*at - '0');
    }
    if (negative) exponent = -exponent;
  }
  *made = decimal_make(type, sign, integer_from_digits(digits, count, 10), exponent - decimals);
  return true;
}
