/* The native half of json (python/json.py): reading, and strings in quotes. Reading is done here and not by a library,
 * because Python's errors name a place, and because it takes NaN and integers of any size. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/number.h"
#include "engine/core/utf8.h"
#include "repl/modules/modules.h"

/* One text being read. Hooks are PY_NONE where there are none. */
typedef struct Scan {
  const char *text;
  size_t length, at;
  Value document;
  Value error; /* JSONDecodeError */
  Value object_hook, pairs_hook, parse_float, parse_int, parse_constant;
  bool strict;
} Scan;

static Value fail(Scan *scan, const char *message, size_t place) {
  Value text = py_text(message);
  if (py_is_error(text)) return text;
  Value parts[3] = {text, scan->document, py_int((int64_t)utf8_count(scan->text, place))};
  Value made = py_call_values(scan->error, parts, 3);
  py_drop(text);
  if (py_is_error(made)) return made;
  py_raise_value(made);
  py_drop(made);
  return PY_ERROR;
}
static void skip_space(Scan *scan) {
  while (scan->at < scan->length && strchr(" \t\n\r", scan->text[scan->at]) && scan->text[scan->at]) scan->at++;
}
static char peek(const Scan *scan) { return scan->at < scan->length ? scan->text[scan->at] : '\0'; }

static int hex_value(const Scan *scan, size_t at) {
  int value = 0;
  for (size_t i = at; i < at + 4; i++) {
    char c = i < scan->length ? scan->text[i] : '\0';
    int digit = c >= '0' && c <= '9'   ? c - '0'
                : c >= 'a' && c <= 'f' ? c - 'a' + 10
                : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                       : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}
/* A string, scan->at behind its opening quote. */
static Value scan_string(Scan *scan) {
  size_t begin = scan->at - 1;
  Text text = {0};
  for (;;) {
    size_t start = scan->at;
    while (scan->at < scan->length) {
      unsigned char c = (unsigned char)scan->text[scan->at];
      if (c == '"' || c == '\\' || (c < 0x20 && scan->strict)) break;
      scan->at++;
    }
    text_add_bytes(&text, scan->text + start, scan->at - start);
    if (scan->at >= scan->length) {
      text_free(&text);
      return fail(scan, "Unterminated string starting at", begin);
    }
    char c = scan->text[scan->at++];
    if (c == '"') return py_text_take(&text);
    if (c != '\\') {
      text_free(&text);
      return fail(scan, "Invalid control character at", scan->at - 1);
    }
    if (scan->at >= scan->length) {
      text_free(&text);
      return fail(scan, "Unterminated string starting at", begin);
    }
    static const char letters[] = "\"\\/bfnrt", codes[] = "\"\\/\b\f\n\r\t";
    c = scan->text[scan->at++];
    const char *found = c ? strchr(letters, c) : NULL;
    if (found) {
      text_add_char(&text, codes[found - letters]);
      continue;
    }
    int code = c == 'u' ? hex_value(scan, scan->at) : -1;
    if (code < 0) {
      text_free(&text);
      return c == 'u' ? fail(scan, "Invalid \\uXXXX escape", scan->at - 1)
                      : fail(scan, "Invalid \\escape", scan->at - 2);
    }
    scan->at += 4;
    if (code >= 0xD800 && code < 0xDC00 && peek(scan) == '\\' && scan->at + 1 < scan->length &&
        scan->text[scan->at + 1] == 'u') {
      int low = hex_value(scan, scan->at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        scan->at += 6;
      }
    }
    text_add_code(&text, (uint32_t)code);
  }
}

static Value scan_value(Scan *scan);

static Value call_hook(Value hook, Value argument) {
  if (py_is_none(hook) || py_is_error(argument)) return argument;
  Value made = py_call_values(hook, &argument, 1);
  py_drop(argument);
  return made;
}
static Value scan_array(Scan *scan) {
  Value list = py_list(4);
  skip_space(scan);
  if (peek(scan) == ']') {
    scan->at++;
    return list;
  }
  while (!py_is_error(list)) {
    if (!py_list_append_steal(py_as_list(list), scan_value(scan))) break;
    skip_space(scan);
    char c = peek(scan);
    if (c == ']') {
      scan->at++;
      return list;
    }
    if (c != ',') {
      fail(scan, "Expecting ',' delimiter", scan->at);
      break;
    }
    scan->at++;
    skip_space(scan);
  }
  py_drop(list);
  return PY_ERROR;
}
/* One "key": value, put into a dict or, where pairs are wanted, a list. */
static bool scan_pair(Scan *scan, Value into) {
  if (peek(scan) != '"') {
    fail(scan, "Expecting property name enclosed in double quotes", scan->at);
    return false;
  }
  scan->at++;
  Value key = scan_string(scan);
  if (py_is_error(key)) return false;
  skip_space(scan);
  bool good = peek(scan) == ':';
  if (!good) fail(scan, "Expecting ':' delimiter", scan->at);
  Value value = PY_ERROR;
  if (good) {
    scan->at++;
    skip_space(scan);
    value = scan_value(scan);
    good = !py_is_error(value);
  }
  if (good && py_is_list(into)) good = py_list_append_steal(py_as_list(into), py_tuple_of(2, key, value));
  else if (good) good = py_dict_set(py_as_dict(into), key, value);
  py_drop(key);
  py_drop(value);
  return good;
}
static Value scan_object(Scan *scan) {
  bool pairs = !py_is_none(scan->pairs_hook);
  Value into = pairs ? py_list(4) : py_dict();
  Value hook = pairs ? scan->pairs_hook : scan->object_hook;
  skip_space(scan);
  if (peek(scan) == '}') {
    scan->at++;
    return call_hook(hook, into);
  }
  while (!py_is_error(into) && scan_pair(scan, into)) {
    skip_space(scan);
    char c = peek(scan);
    if (c == '}') {
      scan->at++;
      return call_hook(hook, into);
    }
    if (c != ',') {
      fail(scan, "Expecting ',' delimiter", scan->at);
      break;
    }
    scan->at++;
    skip_space(scan);
  }
  py_drop(into);
  return PY_ERROR;
}
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static Value scan_number(Scan *scan) {
  size_t start = scan->at, at = start;
  const char *text = scan->text; /* NUL-terminated, so looking one further is safe */
  if (text[at] == '-') at++;
  if (!is_digit(text[at])) return fail(scan, "Expecting value", start);
  if (text[at] == '0') at++;
  else while (is_digit(text[at])) at++;
  bool real = false;
  if (text[at] == '.' && is_digit(text[at + 1])) {
    real = true;
    for (at++; is_digit(text[at]);) at++;
  }
  if (text[at] == 'e' || text[at] == 'E') {
    size_t digits = at + 1 + (text[at + 1] == '+' || text[at + 1] == '-');
    if (is_digit(text[digits])) {
      real = true;
      for (at = digits; is_digit(text[at]);) at++;
    }
  }
  scan->at = at;
  Value hook = real ? scan->parse_float : scan->parse_int;
  if (py_is_none(hook) && real) return py_float(strtod(text + start, NULL));
  if (py_is_none(hook) && at - start <= 18) return py_int(strtoll(text + start, NULL, 10));
  Value digits = py_text_bytes(text + start, at - start);
  if (!py_is_none(hook)) return call_hook(hook, digits);
  Value type = py_type_value(&py_int_type);
  Value made = py_is_error(type) ? type : call_hook(type, digits);
  py_drop(type);
  return made;
}
static Value scan_value(Scan *scan) {
  static const struct {
    const char *text;
    int kind;
  } words[] = {{"null", 0}, {"true", 1}, {"false", 2}, {"NaN", 3}, {"Infinity", 4}, {"-Infinity", 5}};
  char c = peek(scan);
  Value made;
  switch (c) {
  case '"': scan->at++; return scan_string(scan);
  case '{':
  case '[':
    if (!py_enter_call()) return PY_ERROR;
    scan->at++;
    made = c == '{' ? scan_object(scan) : scan_array(scan);
    py_leave_call();
    return made;
  default: break;
  }
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t length = strlen(words[i].text);
    if (c != words[i].text[0] || scan->length - scan->at < length ||
        memcmp(scan->text + scan->at, words[i].text, length) != 0)
      continue;
    scan->at += length;
    if (i < 3) return i == 0 ? PY_NONE : py_bool(i == 1);
    if (!py_is_none(scan->parse_constant)) return call_hook(scan->parse_constant, py_text(words[i].text));
    return py_float(strtod(words[i].text, NULL));
  }
  if (c == '-' || is_digit(c)) return scan_number(scan);
  return fail(scan, "Expecting value", scan->at);
}

/* scan(text, place, error, strict, object_hook, pairs_hook, parse_float, parse_int, parse_constant): the value that
 * begins there, and where it ends. */
static Value json_scan(const NativeRow *row, Value *arguments) {
  const char *text;
  int64_t place;
  Scan scan = {.document = arguments[0], .error = arguments[2], .object_hook = arguments[4],
               .pairs_hook = arguments[5], .parse_float = arguments[6], .parse_int = arguments[7],
               .parse_constant = arguments[8]};
  if (!py_as_text(arguments[0], &text) || !py_as_int(arguments[1], &place) || !py_as_bool(arguments[3], &scan.strict))
    return PY_ERROR;
  String *string = py_as_string(arguments[0]);
  scan.text = text;
  scan.length = (size_t)string->length;
  for (; place > 0 && scan.at < scan.length; place--) {
    scan.at++;
    while (scan.at < scan.length && ((unsigned char)text[scan.at] & 0xC0) == 0x80) scan.at++;
  }
  Value value = scan_value(&scan);
  if (py_is_error(value)) return value;
  Value pair = py_tuple_of(2, value, py_int((int64_t)utf8_count(text, scan.at)));
  py_drop(value);
  return pair;
}

static void add_quoted(Text *text, const String *string, bool ascii) {
  const char *bytes = string->data;
  size_t length = (size_t)string->length;
  text_add_char(text, '"');
  for (size_t at = 0; at < length;) {
    size_t plain = at;
    while (plain < length) {
      unsigned char c = (unsigned char)bytes[plain];
      if (c < 0x20 || c == '"' || c == '\\' || (c >= 0x7F && ascii)) break;
      plain++;
    }
    text_add_bytes(text, bytes + at, plain - at);
    at = plain;
    if (at == length) break;
    unsigned char c = (unsigned char)bytes[at];
    static const char codes[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
    const char *found = c ? strchr(codes, c) : NULL;
    if (found) {
      text_add_char(text, '\\');
      text_add_char(text, letters[found - codes]);
      at++;
    } else if (c < 0x80) {
      text_addf(text, "\\u%04x", c);
      at++;
    } else {
      uint32_t code;
      at += (size_t)utf8_decode(bytes + at, length - at, &code);
      if (code < 0x10000) {
        text_addf(text, "\\u%04x", code);
      } else {
        code -= 0x10000;
        text_addf(text, "\\u%04x\\u%04x", 0xD800 + (code >> 10), 0xDC00 + (code & 0x3FF));
      }
    }
  }
  text_add_char(text, '"');
}

/* quote(text, ascii): a string as JSON writes it. */
static Value json_quote(const NativeRow *row, Value *arguments) {
  const char *bytes;
  bool ascii;
  if (!py_as_text(arguments[0], &bytes) || !py_as_bool(arguments[1], &ascii)) return PY_ERROR;
  Text text = {0};
  add_quoted(&text, py_as_string(arguments[0]), ascii);
  return py_text_take(&text);
}

/* Adds what needs no hooks and no errors; false for everything else, which the half in the language then writes from
 * the start. Deep nesting, and with it every circle, is left to that half too. */
static bool add_plain(Text *text, Value value, bool ascii, int depth) {
  char digits[40];
  switch ((Tag)value.tag) {
  case TAG_NONE: text_add_bytes(text, "null", 4); return true;
  case TAG_BOOL: text_add(text, value.as.integer ? "true" : "false"); return true;
  case TAG_INT: text_add_bytes(text, digits, (size_t)number_int(value.as.integer, digits)); return true;
  case TAG_FLOAT:
    if (!isfinite(value.as.real)) return false;
    text_add_bytes(text, digits, (size_t)number_repr(value.as.real, digits));
    return true;
  case TAG_OBJECT: break;
  default: return false;
  }
  const Type *type = value.as.object->type;
  if (type == &py_str_type) {
    add_quoted(text, py_as_string(value), ascii);
    return true;
  }
  if (depth > 100) return false;
  if (type == &py_dict_type) {
    Value key, item;
    bool first = true;
    text_add_char(text, '{');
    for (int64_t i = 0; py_dict_next(py_as_dict(value), &i, &key, &item); first = false) {
      if (key.tag != TAG_OBJECT || key.as.object->type != &py_str_type) return false;
      if (!first) text_add_bytes(text, ", ", 2);
      add_quoted(text, py_as_string(key), ascii);
      text_add_bytes(text, ": ", 2);
      if (!add_plain(text, item, ascii, depth + 1)) return false;
    }
    text_add_char(text, '}');
    return true;
  }
  bool list = type == &py_list_type;
  if (!list && type != &py_tuple_type) return false;
  int64_t count = list ? py_as_list(value)->count : py_as_tuple(value)->count;
  text_add_char(text, '[');
  for (int64_t i = 0; i < count; i++) {
    if (i) text_add_bytes(text, ", ", 2);
    if (!add_plain(text, list ? py_as_list(value)->items[i] : py_as_tuple(value)->items[i], ascii, depth + 1))
      return false;
  }
  text_add_char(text, ']');
  return true;
}

/* plain(value, ascii): the text of what is plain, with the default separators; None for what is not. */
static Value json_plain(const NativeRow *row, Value *arguments) {
  bool ascii;
  if (!py_as_bool(arguments[1], &ascii)) return PY_ERROR;
  Text text = {0};
  if (add_plain(&text, arguments[0], ascii, 0)) return py_text_take(&text);
  text_free(&text);
  return PY_NONE;
}

static const NativeRow json_rows[] = {
    {"scan", "text, place, error, strict, object_hook, pairs_hook, parse_float, parse_int, parse_constant, /",
     "The value that begins at a place, and where it ends.", json_scan, NULL},
    {"quote", "text, ascii, /", "A string as JSON writes it.", json_quote, NULL},
    {"plain", "value, ascii, /", "JSON of plain values; None for others.", json_plain, NULL},
    {0},
};
const ModuleRow json_module_rows[] = {
    {.name = "_json", .help = "The native half of json.", .functions = json_rows}, {0}};
