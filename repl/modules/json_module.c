/* The native half of json (python/json.py): reading, and strings in quotes. Reading is done here and not by a library,
 * because Python's errors name a place, and because it takes NaN and integers of any size. */
#include <math.h>
#include <stdio.h>
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

static Value (fail)(Scan *scan, const char *message, size_t place) {
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
#define fail(scan, message, place) (CORE_MESSAGE(JSONDecodeError, message), (fail)(scan, message, place))

static void skip_space(Scan *scan) {
  for (; scan->at < scan->length; scan->at++) {
    char c = scan->text[scan->at];
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r') break;
  }
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
  double simple;
  if (py_is_none(hook) && real && number_read(text + start, at - start, &simple)) return py_float(simple);
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

/* A string as JSON writes it. */
static void add_quoted(Text *text, const char *bytes, size_t length, bool ascii) {
  text_add_char(text, '"');
  for (size_t at = 0; at < length;) {
    size_t start = at;
    while (at < length) {
      unsigned char c = (unsigned char)bytes[at];
      if (c < 0x20 || c == '"' || c == '\\' || (ascii && c >= 0x7F)) break;
      at++;
    }
    if (at > start) text_add_bytes(text, bytes + start, at - start);
    if (at == length) break;
    unsigned char c = (unsigned char)bytes[at];
    static const char codes[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
    const char *found = c ? strchr(codes, c) : NULL;
    if (found) {
      text_add_char(text, '\\');
      text_add_char(text, letters[found - codes]);
      at++;
    } else if (c < 0x20 || c == 0x7F) {
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

/* quote(text, ascii) */
static Value json_quote(const NativeRow *row, Value *arguments) {
  const char *bytes;
  bool ascii;
  if (!py_as_text(arguments[0], &bytes) || !py_as_bool(arguments[1], &ascii)) return PY_ERROR;
  Text text = {0};
  add_quoted(&text, bytes, (size_t)py_as_string(arguments[0])->length, ascii);
  return py_text_take(&text);
}

/* ---- Writing what is plain ---- */

/* How a value is written; `indent` NULL: on one line. */
typedef struct Writing {
  Text text;
  bool ascii;
  const char *item_separator, *key_separator, *indent;
} Writing;

/* Deeper than this the slow writer goes on, which knows about circles. */
enum { DEPTH = 64 };

static void add_line(Writing *writing, int level) {
  if (writing->indent == NULL) return;
  text_add_char(&writing->text, '\n');
  for (int i = 0; i < level; i++) text_add(&writing->text, writing->indent);
}

static bool write_value(Writing *writing, Value value, int level);

static bool write_items(Writing *writing, const Value *items, int64_t count, int level) {
  text_add(&writing->text, "[");
  for (int64_t i = 0; i < count; i++) {
    if (i > 0) text_add(&writing->text, writing->item_separator);
    add_line(writing, level + 1);
    if (!write_value(writing, items[i], level + 1)) return false;
  }
  if (count > 0) add_line(writing, level);
  text_add(&writing->text, "]");
  return true;
}

static bool is_exactly(Value value, const Type *type) {
  return value.tag == TAG_OBJECT && value.as.object->type == type;
}

static bool write_dict(Writing *writing, Dict *dict, int level) {
  text_add(&writing->text, "{");
  Value key, value;
  bool first = true;
  for (int64_t at = 0; py_dict_next(dict, &at, &key, &value); first = false) {
    if (!is_exactly(key, &py_str_type)) return false;
    if (!first) text_add(&writing->text, writing->item_separator);
    add_line(writing, level + 1);
    add_quoted(&writing->text, py_as_string(key)->data, (size_t)py_as_string(key)->length, writing->ascii);
    text_add(&writing->text, writing->key_separator);
    if (!write_value(writing, value, level + 1)) return false;
  }
  if (!first) add_line(writing, level);
  text_add(&writing->text, "}");
  return true;
}

/* False for what the writer in the language is to do: other types, infinities, deep nesting. Runs no other code. */
static bool write_value(Writing *writing, Value value, int level) {
  char digits[64];
  switch (value.tag) {
    case TAG_NONE: text_add(&writing->text, "null"); return true;
    case TAG_BOOL: text_add(&writing->text, value.as.integer ? "true" : "false"); return true;
    case TAG_INT:
      text_add_bytes(&writing->text, digits, (size_t)snprintf(digits, sizeof digits, "%lld", (long long)value.as.integer));
      return true;
    case TAG_FLOAT:
      if (!isfinite(value.as.real)) return false;
      text_add_bytes(&writing->text, digits, (size_t)number_repr(value.as.real, digits));
      return true;
    case TAG_OBJECT: break;
    default: return false;
  }
  if (is_exactly(value, &py_str_type)) {
    add_quoted(&writing->text, py_as_string(value)->data, (size_t)py_as_string(value)->length, writing->ascii);
    return true;
  }
  if (level >= DEPTH) return false;
  if (is_exactly(value, &py_list_type))
    return write_items(writing, py_as_list(value)->items, py_as_list(value)->count, level);
  if (is_exactly(value, &py_tuple_type))
    return write_items(writing, py_as_tuple(value)->items, py_as_tuple(value)->count, level);
  return is_exactly(value, &py_dict_type) && write_dict(writing, py_as_dict(value), level);
}

/* write(value, ascii, item_separator, key_separator, indent): None where there is something that is not plain. */
static Value json_write(const NativeRow *row, Value *arguments) {
  Writing writing = {.indent = NULL};
  if (!py_as_bool(arguments[1], &writing.ascii) || !py_as_text(arguments[2], &writing.item_separator) ||
      !py_as_text(arguments[3], &writing.key_separator) ||
      (!py_is_none(arguments[4]) && !py_as_text(arguments[4], &writing.indent)))
    return PY_ERROR;
  if (write_value(&writing, arguments[0], 0)) return py_text_take(&writing.text);
  text_free(&writing.text);
  return PY_NONE;
}

static const NativeRow json_rows[] = {
    {"scan", "text, place, error, strict, object_hook, pairs_hook, parse_float, parse_int, parse_constant, /",
     "The value that begins at a place, and where it ends.", json_scan, NULL},
    {"quote", "text, ascii, /", "A string as JSON writes it.", json_quote, NULL},
    {"write", "value, ascii, item_separator, key_separator, indent, /",
     "A value of plain builtin types as JSON; None where it is not.", json_write, NULL},
    {0},
};
const ModuleRow json_module_rows[] = {
    {.name = "_json", .help = "The native half of json.", .functions = json_rows}, {0}};
