/* "...".format(...): {field!conversion:spec}, fields with attributes and items, specs with fields inside. */
#include <string.h>

#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/format.h"
#include "repl/types/protocol.h"

typedef struct Template {
  Tuple *arguments;
  Dict *keywords; /* NULL with format_map */
  Value mapping;
  int next;       /* of {}; -1 once numbers are written out */
} Template;

static bool expand(Template *template, Text *out, const char *at, const char *end, int depth);

static Value argument(Template *template, int64_t index) {
  if (index < template->arguments->count) return py_keep(template->arguments->items[index]);
  if (template->mapping.tag != TAG_UNDEFINED)
    return py_raise(&py_ValueError, "Format string contains positional fields");
  return py_raise(&py_IndexError, "Replacement index %lld out of range for positional args tuple", (long long)index);
}

/* A number; -1 for another name, -2 with ValueError for one that is too great. */
static int64_t number_of(const char *at, const char *end) {
  int64_t number = 0;
  for (const char *p = at; p < end; p++) {
    if (*p < '0' || *p > '9') return -1;
    if (number > (INT64_MAX - (*p - '0')) / 10) {
      py_raise(&py_ValueError, "Too many decimal digits in format string");
      return -2;
    }
    number = number * 10 + *p - '0';
  }
  return at < end ? number : -1;
}

/* name.attribute[item]... */
static Value field_value(Template *template, const char *at, const char *end) {
  const char *p = at;
  while (p < end && *p != '.' && *p != '[') p++;
  Value value;
  int64_t index;
  if (p == at) {
    if (template->next < 0)
      return py_raise(&py_ValueError, "cannot switch from manual field specification to automatic field numbering");
    value = argument(template, template->next++);
  } else if ((index = number_of(at, p)) != -1) {
    if (index < 0) return PY_ERROR;
    if (template->next > 0)
      return py_raise(&py_ValueError, "cannot switch from automatic field numbering to manual field specification");
    template->next = -1;
    value = argument(template, index);
  } else {
    Value name = py_text_bytes(at, (size_t)(p - at));
    if (py_is_error(name)) return name;
    if (template->mapping.tag != TAG_UNDEFINED) {
      value = py_getitem(template->mapping, name);
    } else {
      value = py_keep(py_dict_find(template->keywords, name));
      if (value.tag == TAG_UNDEFINED) value = py_raise_key(name);
    }
    py_drop(name);
  }
  while (p < end && !py_is_error(value)) {
    Value next;
    if (*p == '.') {
      const char *start = ++p;
      while (p < end && *p != '.' && *p != '[') p++;
      if (p == start) {
        py_drop(value);
        return py_raise(&py_ValueError, "Empty attribute in format string");
      }
      String *name = py_intern_bytes(start, (size_t)(p - start));
      next = name ? py_getattr(value, name) : py_raise(&py_MemoryError, "no room for a name");
    } else if (*p == '[') {
      const char *start = ++p;
      while (p < end && *p != ']') p++;
      if (p >= end || p == start) {
        py_drop(value);
        return py_raise(&py_ValueError, p >= end ? "Missing ']' in format string" : "Empty attribute in format string");
      }
      index = number_of(start, p);
      Value key = index >= 0 ? py_int(index) : index == -1 ? py_text_bytes(start, (size_t)(p - start)) : PY_ERROR;
      next = py_is_error(key) ? key : py_getitem(value, key);
      py_drop(key);
      p++;
    } else {
      py_drop(value);
      return py_raise(&py_ValueError, "Only '.' or '[' may follow ']' in format field specifier");
    }
    py_drop(value);
    value = next;
  }
  return value;
}

/* What is between the braces. */
static bool expand_field(Template *template, Text *out, const char *at, const char *end, int depth) {
  const char *name_end = at;
  int brackets = 0;
  while (name_end < end && (brackets || (*name_end != '!' && *name_end != ':'))) {
    brackets += *name_end == '[' ? 1 : *name_end == ']' ? -1 : 0;
    name_end++;
  }
  Value value = field_value(template, at, name_end);
  if (py_is_error(value)) return false;
  const char *p = name_end;
  if (p < end && *p == '!') {
    char conversion = p + 1 < end ? p[1] : 0;
    const char *after = p + 2;
    Value converted;
    if (!conversion)
      converted = py_raise(&py_ValueError, "unmatched '{' in format spec");
    else if (after < end && *after != ':')
      converted = py_raise(&py_ValueError, "expected ':' after conversion specifier");
    else if (conversion == 'r' || conversion == 'a')
      converted = py_repr(value);
    else if (conversion == 's')
      converted = py_str(value);
    else
      converted = py_raise(&py_ValueError, "Unknown conversion specifier %c", conversion);
    if (conversion == 'a' && !py_is_error(converted)) {
      Value ascii = repr_in_ascii(converted);
      py_drop(converted);
      converted = ascii;
    }
    py_drop(value);
    if (py_is_error(converted)) return false;
    value = converted;
    p = after;
  }
  Text spec = {0};
  bool ok = p >= end || expand(template, &spec, p + 1, end, depth - 1);
  Value text = ok ? py_format(value, text_string(&spec), spec.length) : PY_ERROR;
  text_free(&spec);
  py_drop(value);
  if (py_is_error(text)) return false;
  text_add_bytes(out, py_as_string(text)->data, (size_t)py_as_string(text)->length);
  py_drop(text);
  return true;
}

static bool expand(Template *template, Text *out, const char *at, const char *end, int depth) {
  while (at < end) {
    char c = *at++;
    if (c != '{' && c != '}') {
      text_add_char(out, c);
      continue;
    }
    if (at < end && *at == c) {
      text_add_char(out, c);
      at++;
      continue;
    }
    if (c == '}') {
      py_raise(&py_ValueError, "Single '}' encountered in format string");
      return false;
    }
    const char *start = at;
    if (depth <= 0) {
      py_raise(&py_ValueError, "Max string recursion exceeded");
      return false;
    }
    /* The name, in whose [...] anything may stand; then the conversion and the format, in which fields may stand. */
    bool bracket = false;
    for (; at < end && (bracket || !memchr("}:!", *at, 3)); at++) {
      if (!bracket && *at == '{') {
        py_raise(&py_ValueError, "unexpected '{' in field name");
        return false;
      }
      bracket = *at == '[' || (bracket && *at != ']');
    }
    bool named = at < end;
    int open = 1;
    while (at < end && open) {
      open += *at == '{' ? 1 : *at == '}' ? -1 : 0;
      at++;
    }
    if (open) {
      py_raise(&py_ValueError, start >= end ? "Single '{' encountered in format string"
                               : named      ? "unmatched '{' in format spec"
                                            : "expected '}' before end of string");
      return false;
    }
    if (!expand_field(template, out, start, at - 1, depth)) return false;
  }
  return true;
}

Value format_template(Value text, Value arguments, Value keywords, Value mapping) {
  Template template = {py_as_tuple(arguments), keywords.tag == TAG_UNDEFINED ? NULL : py_as_dict(keywords), mapping, 0};
  String *string = py_as_string(text);
  Text out = {0};
  if (expand(&template, &out, string->data, string->data + string->length, 2)) return py_text_take(&out);
  text_free(&out);
  return PY_ERROR;
}
