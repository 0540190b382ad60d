#include "repl/types/codec_error.h"

#include <string.h>

#include "repl/types/bytes.h"
#include "repl/types/codec.h"
#include "repl/types/exception.h"
#include "repl/types/str.h"
#include "repl/types/str_reader.h"

int64_t codec_find_surrogate(const char *text, int64_t length) {
  const char *end = text + length;
  for (const char *at = text; (at = memchr(at, 0xED, (size_t)(end - at))) != NULL; at++)
    if (at + 1 < end && (unsigned char)at[1] >= 0xA0) return at - text;
  return -1;
}

Dict *codec_handlers(void) {
  static Value handlers;
  if (handlers.tag != TAG_OBJECT) handlers = py_dict();
  return py_is_error(handlers) ? NULL : py_as_dict(handlers);
}

static bool encodes(const CodecError *error) { return error->data == NULL; }

/* The exception that describes the part. */
static Value exception_of(const CodecError *error) {
  Value object = encodes(error) ? py_keep(error->text) : py_bytes(error->data, (size_t)error->count);
  Value parts[5] = {py_text(error->encoding), object, py_int(error->start), py_int(error->end), py_text(error->reason)};
  Value made = PY_ERROR;
  if (!py_is_error(parts[0]) && !py_is_error(object) && !py_is_error(parts[4])) {
    Type *type = encodes(error) ? &py_UnicodeEncodeError : &py_UnicodeDecodeError;
    Value class = py_type_value(type);
    made = py_call_values(class, parts, 5);
    py_drop(class);
  }
  for (int i = 0; i < 5; i++) py_drop(parts[i]);
  return made;
}

int64_t codec_raise(const CodecError *error) {
  Value exception = exception_of(error);
  if (!py_is_error(exception)) py_raise_value(exception);
  py_drop(exception);
  return -1;
}

/* A handler of the program: called with the exception, it gives what stands for the part and where to go on. */
static int64_t ask_program(const CodecError *error, Value handler, Text *out, bool *raw) {
  Value exception = exception_of(error);
  if (py_is_error(exception)) return -1;
  Value answer = py_call_values(handler, &exception, 1);
  py_drop(exception);
  if (py_is_error(answer)) return -1;
  const Tuple *pair = py_is_tuple(answer) ? py_as_tuple(answer) : NULL;
  bool fits = pair && pair->count == 2 && py_is_integer(pair->items[1]) &&
              (py_is_str(pair->items[0]) || (encodes(error) && py_is_bytes(pair->items[0])));
  int64_t next = -1, size = encodes(error) ? py_as_string(error->text)->count : error->count;
  if (!fits) {
    py_raise(&py_TypeError, "%scoding error handler must return (%s, int) tuple", encodes(error) ? "en" : "de",
             encodes(error) ? "str/bytes" : "str");
  } else if (py_as_int(pair->items[1], &next)) {
    if (next < 0) next += size;
    if (next < 0 || next > size) {
      py_raise(&py_IndexError, "position %lld from error handler out of bounds", (long long)next);
      next = -1;
    } else if (py_is_bytes(pair->items[0])) {
      *raw = true;
      text_add_bytes(out, py_as_bytes(pair->items[0])->data, (size_t)py_as_bytes(pair->items[0])->count);
    } else {
      text_add_bytes(out, py_as_string(pair->items[0])->data, (size_t)py_as_string(pair->items[0])->length);
    }
  }
  py_drop(answer);
  return next;
}

Value (*codec_more_handlers)(const char *name);

void codec_add_escaped(Text *out, const char *text, size_t length) {
  Reader from = {text, text + length};
  for (const char *begin = from.at; from.at < from.end; begin = from.at) {
    uint32_t code;
    read_code(&from, &code);
    if (utf8_is_surrogate(code)) text_addf(out, "\\u%04x", code);
    else text_add_bytes(out, begin, (size_t)(from.at - begin));
  }
}

static int64_t registered(const CodecError *error, Text *out, bool *raw) {
  Dict *handlers = codec_handlers();
  Value name = handlers ? py_text(error->errors) : PY_ERROR;
  Value handler = py_is_error(name) ? PY_ERROR : py_dict_find(handlers, name);
  py_drop(name);
  if (py_is_error(handler)) return -1;
  if (!py_is_undefined(handler)) return ask_program(error, handler, out, raw);
  Value more = codec_more_handlers ? codec_more_handlers(error->errors) : PY_UNDEFINED;
  if (py_is_error(more)) return -1;
  if (!py_is_undefined(more)) {
    int64_t next = ask_program(error, more, out, raw);
    py_drop(more);
    return next;
  }
  py_raise(&py_LookupError, "unknown error handler name '%s'", error->errors);
  return -1;
}

static void add_units(Text *out, uint32_t code, const CodecError *error) {
  if (error->width == 1) {
    text_add_code(out, code);
    return;
  }
  for (int i = 0; i < error->width; i++)
    text_add_char(out, (char)(code >> 8 * (error->big ? error->width - 1 - i : i)));
}

int64_t codec_refuse_text(const CodecError *error, Text *out, bool *raw) {
  static const char *const known[] = {"strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace",
                                      "surrogateescape", "surrogatepass"};
  enum { STRICT, IGNORE, REPLACE, XML, BACKSLASH, ESCAPE, PASS, KNOWN };
  int kind = 0;
  while (kind < KNOWN && strcmp(error->errors, known[kind]) != 0) kind++;
  *raw = false;
  if (kind == STRICT) return codec_raise(error);
  if (kind == KNOWN) return registered(error, out, raw);
  *raw = kind == ESCAPE || kind == PASS;
  const String *string = py_as_string(error->text);
  Reader from = {string->data + str_offset(string, error->start), string->data + string->length};
  uint32_t code;
  for (int64_t at = error->start; at < error->end && read_code(&from, &code); at++) {
    if (kind == REPLACE) text_add_char(out, '?');
    else if (kind == XML) text_addf(out, "&#%u;", code);
    else if (kind == BACKSLASH)
      text_addf(out, code < 0x100 ? "\\x%02x" : code < 0x10000 ? "\\u%04x" : "\\U%08x", code);
    else if (kind == ESCAPE && code >= 0xDC80 && code <= 0xDCFF)
      text_add_char(out, (char)(code - 0xDC00));
    else if (kind == PASS && utf8_is_surrogate(code) && strncmp(error->encoding, "utf", 3) == 0)
      add_units(out, code, error);
    else if (kind != IGNORE)
      return codec_raise(error);
  }
  return error->end;
}

int64_t codec_refuse_bytes(const CodecError *error, Text *out) {
  const char *errors = error->errors;
  const unsigned char *at = (const unsigned char *)error->data + error->start;
  if (strcmp(errors, "strict") == 0) return codec_raise(error);
  if (strcmp(errors, "ignore") == 0) return error->end;
  if (strcmp(errors, "replace") == 0) {
    text_add_code(out, 0xFFFD);
    return error->end;
  }
  if (strcmp(errors, "backslashreplace") == 0) {
    for (int64_t i = 0; i < error->end - error->start; i++) text_addf(out, "\\x%02x", at[i]);
    return error->end;
  }
  if (strcmp(errors, "surrogateescape") == 0) {
    int64_t taken = 0;
    for (; taken < error->end - error->start && at[taken] >= 0x80; taken++) text_add_code(out, 0xDC00u + at[taken]);
    return taken ? error->start + taken : codec_raise(error);
  }
  if (strcmp(errors, "surrogatepass") == 0) {
    int64_t left = error->count - error->start, size = error->width == 1 ? 3 : error->width;
    uint32_t code = 0;
    if (strncmp(error->encoding, "utf", 3) == 0 && left >= size) {
      if (error->width == 1) {
        if (at[0] == 0xED && at[1] >> 6 == 2 && at[2] >> 6 == 2) code = 0xD000u | (at[1] & 63u) << 6 | (at[2] & 63u);
      } else {
        for (int i = 0; i < error->width; i++)
          code |= (uint32_t)at[i] << 8 * (error->big ? error->width - 1 - i : i);
      }
    }
    if (!utf8_is_surrogate(code)) return codec_raise(error);
    text_add_code(out, code);
    return error->start + size;
  }
  if (strcmp(errors, "xmlcharrefreplace") == 0) {
    py_raise(&py_TypeError, "don't know how to handle UnicodeDecodeError in error callback");
    return -1;
  }
  bool raw;
  return registered(error, out, &raw);
}
