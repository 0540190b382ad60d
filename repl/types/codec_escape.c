#include "repl/types/codec_escape.h"

#include <ctype.h>
#include <string.h>

#include "repl/types/codec_error.h"
#include "repl/types/exception.h"
#include "repl/types/str_reader.h"

static const char letters[] = "abfnrtv\\'\"", codes[] = "\a\b\f\n\r\t\v\\'\"";

Value codec_escape_encode(const String *string, bool raw) {
  Text text = {0};
  Reader from = reader(string);
  for (uint32_t code; read_code(&from, &code);) {
    const char *named = code && code < 128 ? strchr("\t\n\r\\", (int)code) : NULL;
    if (raw ? code < 256 : code >= 32 && code < 127 && code != '\\') text_add_char(&text, (char)code);
    else if (!raw && named) text_addf(&text, "\\%c", "tnr\\"[named - strchr("\t\n\r\\", '\t')]);
    else text_addf(&text, code < 256 ? "\\x%02x" : code < 65536 ? "\\u%04x" : "\\U%08x", code);
  }
  Value made = text.failed ? py_raise(&py_MemoryError, "Unable to allocate bytes")
                           : py_bytes(text_string(&text), text.length);
  text_free(&text);
  return made;
}

/* An escape of `digits` hexadecimal digits that stand behind `at`: how many are there. */
static int read_hex(const char *at, const char *end, int digits, uint32_t *code) {
  int read = 0;
  for (*code = 0; read < digits && at + read < end && isxdigit((unsigned char)at[read]); read++) {
    char c = at[read];
    *code = *code * 16 + (uint32_t)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
  }
  return read;
}

/* One escape, whose backslash is at `at`. How many bytes it took; 0: it is none; -1: bad, `error` says why. */
static int read_escape(const char *at, const char *end, bool raw, Text *text, CodecError *error) {
  if (at + 1 >= end) {
    if (raw) return 0;
    error->reason = "\\ at end of string";
    error->end = error->start + 1;
    return -1;
  }
  char c = at[1];
  int digits = c == 'u' ? 4 : c == 'U' ? 8 : c == 'x' && !raw ? 2 : 0;
  if (digits) {
    uint32_t code;
    int read = read_hex(at + 2, end, digits, &code);
    error->end = error->start + 2 + read;
    error->reason = c == 'u' ? "truncated \\uXXXX escape" : c == 'U' ? "truncated \\UXXXXXXXX escape"
                                                                      : "truncated \\xXX escape";
    if (read < digits) return -1;
    error->reason = raw ? "\\Uxxxxxxxx out of range" : "illegal Unicode character";
    if (code > 0x10FFFF) return -1;
    text_add_code(text, code);
    return 2 + digits;
  }
  if (raw) return 0;
  if (c == '\n') return 2;
  if (c >= '0' && c <= '7') {
    uint32_t code = 0;
    int read = 0;
    for (; read < 3 && at + 1 + read < end && at[1 + read] >= '0' && at[1 + read] <= '7'; read++)
      code = code * 8 + (uint32_t)(at[1 + read] - '0');
    text_add_code(text, code);
    return 1 + read;
  }
  if (c == 'N') {
    const char *close = at + 2 < end && at[2] == '{' ? memchr(at, '}', (size_t)(end - at)) : NULL;
    error->reason = close ? "unknown Unicode character name" : "malformed \\N character escape";
    error->end = error->start + (close ? close + 1 - at : at + 2 < end && at[2] == '{' ? end - at : 2);
    return -1;
  }
  const char *found = c ? strchr(letters, c) : NULL;
  if (!found) return 0;
  text_add_char(text, codes[found - letters]);
  return 2;
}

Value codec_escape_decode(const char *data, int64_t count, const char *errors, bool raw) {
  Text text = {0};
  const char *end = data + count;
  for (const char *at = data; at < end;) {
    if (*at != '\\') {
      text_add_code(&text, (unsigned char)*at++);
      continue;
    }
    CodecError error = {.encoding = raw ? "rawunicodeescape" : "unicodeescape", .errors = errors, .width = 1,
                        .data = data, .count = count, .start = at - data};
    int taken = read_escape(at, end, raw, &text, &error);
    if (taken > 0) {
      at += taken;
    } else if (taken == 0) { /* a backslash that stands for itself, and what is behind it */
      text_add_char(&text, '\\');
      at++;
      if (at < end && *at == '\\') text_add_char(&text, *at++);
    } else {
      int64_t next = codec_refuse_bytes(&error, &text);
      if (next < 0) {
        text_free(&text);
        return PY_ERROR;
      }
      at = data + next;
    }
  }
  return py_text_take(&text);
}
