/* "..." % values: printf's conversions as Python reads them. */
#include <math.h>
#include <string.h>

#include "engine/core/number.h"
#include "engine/core/utf8.h"
#include "repl/types/bytes.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/format.h"
#include "repl/types/integer.h"
#include "repl/types/number.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"

typedef struct Conversion {
  bool bytes; /* b"..." % values */
  bool left, zero, plus, space, alternate;
  int64_t width, precision;
  char type;
} Conversion;

typedef struct Values {
  Value given;
  bool is_tuple, used;
  int64_t next;
} Values;

static Value next_value(Values *values) {
  if (values->is_tuple) {
    Tuple *tuple = py_as_tuple(values->given);
    if (values->next < tuple->count) return tuple->items[values->next++];
  } else if (!values->used) {
    values->used = true;
    return values->given;
  }
  return py_raise(&py_TypeError, "not enough arguments for format string");
}

static void pad(Text *out, const Conversion *conversion, const char *sign, const char *prefix, const char *body,
                size_t length) {
  if (conversion->width <= 0) {
    text_add(out, sign);
    text_add(out, prefix);
    text_add_bytes(out, body, length);
    return;
  }
  size_t characters = conversion->bytes ? length : utf8_count(body, length);
  int64_t missing = conversion->width - (int64_t)(strlen(sign) + strlen(prefix) + characters);
  if (missing < 0) missing = 0;
  bool zeros = conversion->zero && !conversion->left;
  if (!conversion->left && !zeros)
    for (int64_t i = 0; i < missing; i++) text_add_char(out, ' ');
  text_add(out, sign);
  text_add(out, prefix);
  if (zeros)
    for (int64_t i = 0; i < missing; i++) text_add_char(out, '0');
  text_add_bytes(out, body, length);
  if (conversion->left)
    for (int64_t i = 0; i < missing; i++) text_add_char(out, ' ');
}

static const char *sign_of(const Conversion *conversion, bool negative) {
  return negative ? "-" : conversion->plus ? "+" : conversion->space ? " " : "";
}

/* The integer that %d, %x, ... writes: a new reference. Floats are truncated for %d. */
static Value integer_for(const Conversion *conversion, Value value, char type) {
  if (value.tag == TAG_SCALAR && py_is_integer(value)) return scalar_integer(value);
  if (py_is_integer(value)) return py_keep(number_plain(value));
  double real;
  if (type == 'd') {
    bool floats = py_is_number(value);
    bool special = value.tag == TAG_OBJECT &&
                   (py_type_lookup(py_type_of(value), py_intern("__int__")).tag != TAG_UNDEFINED ||
                    py_type_lookup(py_type_of(value), py_intern("__index__")).tag != TAG_UNDEFINED);
    if (floats) return py_as_double(value, &real) ? int_from_double(real) : PY_ERROR;
    if (special) {
      Value class = py_type_value(&py_int_type), made = py_call_values(class, &value, 1);
      py_drop(class);
      return made;
    }
    return py_raise(&py_TypeError, "%%%c format: a real number is required, not %s", conversion->type,
                    py_type_label(py_type_of(value)));
  }
  int64_t integer;
  if (value.tag == TAG_OBJECT && py_as_int(value, &integer)) return py_int(integer);
  if (py_pending() && !py_pending_is(&py_TypeError)) return PY_ERROR;
  return py_raise(&py_TypeError, "%%%c format: an integer is required, not %s", type, py_type_label(py_type_of(value)));
}

static bool add_integer(Text *out, const Conversion *conversion, Value value) {
  char type = conversion->type == 'i' || conversion->type == 'u' ? 'd' : conversion->type;
  if (value.tag == TAG_INT && type == 'd' && conversion->precision < 0) {
    char small[24];
    int count = number_int(value.as.integer, small), minus = small[0] == '-';
    pad(out, conversion, sign_of(conversion, minus), "", small + minus, (size_t)(count - minus));
    return true;
  }
  Value integer = integer_for(conversion, value, type);
  if (py_is_error(integer)) return false;
  int base = type == 'o' ? 8 : type == 'd' ? 10 : 16;
  Text digits = {0}, body = {0};
  bool ok = integer_add_digits(&digits, integer, base);
  for (size_t i = 0; type == 'X' && i < digits.length; i++)
    if (digits.data[i] >= 'a') digits.data[i] = (char)(digits.data[i] - 32);
  for (int64_t i = (int64_t)digits.length; i < conversion->precision; i++) text_add_char(&body, '0');
  text_add_bytes(&body, text_string(&digits), digits.length);
  const char prefix[3] = {'0', type, '\0'};
  if (ok)
    pad(out, conversion, sign_of(conversion, integer_sign(integer) < 0),
        conversion->alternate && base != 10 ? prefix : "", text_string(&body), body.length);
  text_free(&digits);
  text_free(&body);
  py_drop(integer);
  return ok;
}

static bool add_float(Text *out, const Conversion *conversion, Value value) {
  double real;
  if (!py_as_double(value, &real)) return false;
  Text body = {0};
  format_digits(&body, real, conversion->type, (int)conversion->precision, conversion->alternate);
  if (conversion->type < 'a')
    for (size_t i = 0; i < body.length; i++)
      if (body.data[i] >= 'a' && body.data[i] <= 'z') body.data[i] = (char)(body.data[i] - 32);
  Conversion finite = *conversion;
  if (!isfinite(real)) finite.zero = false;
  pad(out, &finite, sign_of(conversion, signbit(real) && !isnan(real)), "", text_string(&body), body.length);
  text_free(&body);
  return true;
}

/* %b and %s of bytes: bytes as they are. %a and %r: repr in ASCII. */
static bool add_bytes(Text *out, const Conversion *conversion, Value value) {
  const char *data = NULL;
  int64_t count = 0;
  Value made = PY_UNDEFINED;
  if (strchr("ra", conversion->type)) {
    made = py_repr(value);
    if (py_is_error(made)) return false;
    Value ascii = repr_in_ascii(made);
    py_drop(made);
    if (py_is_error(made = ascii)) return false;
    data = py_as_string(made)->data;
    count = py_as_string(made)->length;
  } else if (!bytes_view(value, &data, &count)) {
    made = slots_call(value, py_intern("__bytes__"), NULL, 0);
    if (py_is_error(made)) return false;
    if (!py_is_bytes(made)) {
      py_raise(&py_TypeError, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'",
               py_type_label(py_type_of(value)));
      py_drop(made);
      return false;
    }
    bytes_view(made, &data, &count);
  }
  if (conversion->precision >= 0 && conversion->precision < count) count = conversion->precision;
  Conversion plain = *conversion;
  plain.zero = false;
  pad(out, &plain, "", "", data, (size_t)count);
  py_drop(made);
  return true;
}

static bool add_text(Text *out, const Conversion *conversion, Value value) {
  if (conversion->type == 's' && conversion->precision < 0 && value.tag == TAG_OBJECT &&
      value.as.object->type == &py_str_type) {
    Conversion spaces = *conversion;
    spaces.zero = false;
    pad(out, &spaces, "", "", py_as_string(value)->data, (size_t)py_as_string(value)->length);
    return true;
  }
  Text body = {0};
  bool ok = conversion->type == 's' ? py_str_to(&body, value) : py_repr_to(&body, value);
  if (ok && conversion->type == 'a') {
    Value text = py_text_take(&body), ascii = py_is_error(text) ? text : repr_in_ascii(text);
    if (!py_is_error(text)) py_drop(text);
    ok = !py_is_error(ascii);
    body = (Text){0};
    if (ok) text_add_bytes(&body, py_as_string(ascii)->data, (size_t)py_as_string(ascii)->length);
    py_drop(ascii);
  }
  size_t length = body.length;
  if (conversion->precision >= 0) {
    length = 0;
    for (int64_t i = 0; i < conversion->precision && length < body.length; i++) {
      length++;
      while (length < body.length && ((unsigned char)body.data[length] & 0xC0) == 0x80) length++;
    }
  }
  Conversion plain = *conversion;
  plain.zero = false;
  if (ok) pad(out, &plain, "", "", text_string(&body), length);
  text_free(&body);
  return ok;
}

static bool add_character(Text *out, const Conversion *conversion, Value value) {
  char bytes[8];
  size_t length;
  Conversion plain = *conversion;
  plain.zero = false;
  if (conversion->bytes) {
    const char *data;
    int64_t count;
    bool whole = bytes_view(value, &data, &count);
    if (whole ? count != 1 : !py_is_integer(value)) {
      py_raise(&py_TypeError, "%%c requires an integer in range(256) or a single byte");
      return false;
    }
    if (whole) *bytes = *data;
    else if (!bytes_byte(value, "%c arg", bytes)) {
      py_clear_pending();
      py_raise(&py_OverflowError, "%%c arg not in range(256)");
      return false;
    }
    length = 1;
  } else if (py_is_str(value) && py_as_string(value)->count == 1) {
    length = (size_t)py_as_string(value)->length;
    memcpy(bytes, py_as_string(value)->data, length);
  } else if (py_is_integer(value)) {
    int64_t code = -1;
    if (!py_as_int(value, &code)) py_clear_pending();
    if (code < 0 || code > 0x10FFFF) {
      py_raise(&py_OverflowError, "%%c arg not in range(0x110000)");
      return false;
    }
    length = utf8_encode((uint32_t)code, bytes);
  } else {
    int64_t code = -1;
    if (value.tag != TAG_OBJECT || py_is_str(value) || !py_as_int(value, &code)) {
      if (!py_pending() || py_pending_is(&py_TypeError)) py_raise(&py_TypeError, "%%c requires int or char");
      return false;
    }
    if (code < 0 || code > 0x10FFFF) {
      py_raise(&py_OverflowError, "%%c arg not in range(0x110000)");
      return false;
    }
    length = utf8_encode((uint32_t)code, bytes);
  }
  pad(out, &plain, "", "", bytes, length);
  return true;
}

static bool read_size(Values *values, const char **at, const char *end, int64_t *out, bool is_width,
                      Conversion *conversion) {
  if (*at < end && **at == '*') {
    (*at)++;
    Value value = next_value(values);
    if (py_is_error(value)) return false;
    if (!py_is_integer(value)) {
      py_raise(&py_TypeError, "* wants int");
      return false;
    }
    if (!py_as_int(value, out)) return false;
    if (!is_width && *out > INT32_MAX) {
      py_raise(&py_OverflowError, "Python int too large to convert to C int");
      return false;
    }
    if (is_width && *out < 0) {
      conversion->left = true;
      *out = -*out;
    }
    if (!is_width && *out < 0) *out = 0;
  } else {
    *out = 0;
    while (*at < end && **at >= '0' && **at <= '9') {
      *out = *out * 10 + *(*at)++ - '0';
      if (*out > INT32_MAX / 16) break;
    }
  }
  if (*out <= INT32_MAX / 16) return true;
  py_raise(&py_ValueError, is_width ? "width too big" : "precision too big");
  return false;
}

static bool add_conversion(Text *out, Values *values, const char *start, const char **place, const char *end,
                           bool bytes) {
  const char *at = *place;
  Conversion conversion = {.precision = -1, .bytes = bytes};
  Value value = PY_UNDEFINED;
  bool by_key = at < end && *at == '(';
  if (by_key) {
    const char *name = ++at;
    int open = 1;
    for (; at < end && open; at++) open += *at == '(' ? 1 : *at == ')' ? -1 : 0;
    if (open) {
      py_raise(&py_ValueError, "incomplete format key");
      return false;
    }
    if (values->is_tuple || !py_type_of(values->given)->getitem || py_is_str(values->given)) {
      py_raise(&py_TypeError, "format requires a mapping");
      return false;
    }
    Value key = (bytes ? py_bytes : py_text_bytes)(name, (size_t)(at - 1 - name));
    value = py_is_error(key) ? key : py_getitem(values->given, key);
    py_drop(key);
    if (py_is_error(value)) return false;
    values->used = true;
  }
  for (; at < end; at++) {
    if (*at == '-') conversion.left = true;
    else if (*at == '0') conversion.zero = true;
    else if (*at == '+') conversion.plus = true;
    else if (*at == ' ') conversion.space = true;
    else if (*at == '#') conversion.alternate = true;
    else break;
  }
  bool ok = read_size(values, &at, end, &conversion.width, true, &conversion);
  if (ok && at < end && *at == '.') {
    at++;
    ok = read_size(values, &at, end, &conversion.precision, false, &conversion);
  }
  if (ok && at < end && (*at == 'l' || *at == 'h' || *at == 'L')) at++;
  if (ok && at >= end) {
    py_raise(&py_ValueError, "incomplete format");
    ok = false;
  }
  if (ok) {
    conversion.type = *at++;
    if (conversion.type == '%') {
      text_add_char(out, '%');
    } else {
      bool fetched = value.tag != TAG_UNDEFINED;
      if (!fetched) value = py_keep(next_value(values));
      ok = !py_is_error(value);
      if (!ok) {
      } else if (strchr("diuoxX", conversion.type)) {
        ok = add_integer(out, &conversion, value);
      } else if (strchr("eEfFgG", conversion.type)) {
        ok = add_float(out, &conversion, value);
      } else if (bytes && strchr("bsra", conversion.type)) {
        ok = add_bytes(out, &conversion, value);
      } else if (strchr("sra", conversion.type)) {
        ok = add_text(out, &conversion, value);
      } else if (conversion.type == 'c') {
        ok = add_character(out, &conversion, value);
      } else {
        py_raise(&py_ValueError, "unsupported format character '%c' (0x%x) at index %d", conversion.type,
                 (unsigned char)conversion.type, (int)(at - 1 - start));
        ok = false;
      }
    }
  }
  py_drop(value);
  *place = at;
  return ok;
}

static bool format_percent(Text *out, const char *format, int64_t length, Value arguments, bool bytes) {
  Values values = {arguments, py_is_tuple(arguments), false, 0};
  const char *at = format, *end = at + length;
  bool ok = true;
  while (ok && at < end) {
    const char *percent = memchr(at, '%', (size_t)(end - at));
    if (!percent) percent = end;
    text_add_bytes(out, at, (size_t)(percent - at));
    at = percent;
    if (at < end) {
      at++;
      ok = add_conversion(out, &values, format, &at, end, bytes);
    }
  }
  /* A mapping may go unused; any other value may not. */
  bool mapping = !values.is_tuple && py_type_of(arguments)->getitem && !py_is_str(arguments) &&
                 !py_is_bytes(arguments) && !(bytes && py_is(arguments, &py_bytearray_type));
  bool left = values.is_tuple ? values.next < py_as_tuple(arguments)->count : !values.used && !mapping;
  if (ok && left) {
    py_raise(&py_TypeError, "not all arguments converted during %s formatting", bytes ? "bytes" : "string");
    ok = false;
  }
  return ok;
}

Value py_percent_format(Value format, Value arguments) {
  Text out = {0};
  if (format_percent(&out, py_as_string(format)->data, py_as_string(format)->length, arguments, false))
    return py_text_take(&out);
  text_free(&out);
  return PY_ERROR;
}

Value percent_bytes(const char *format, int64_t length, Value arguments) {
  Text out = {0};
  Value made = PY_ERROR;
  if (format_percent(&out, format, length, arguments, true)) made = py_bytes(text_string(&out), out.length);
  text_free(&out);
  return made;
}
