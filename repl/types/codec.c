#include "repl/types/codec.h"

#include <string.h>
#include <strings.h>

#include "engine/core/utf8.h"
#include "repl/types/bytes.h"
#include "repl/types/exception.h"
#include "repl/types/protocol.h"

typedef enum CodecKind { UTF8, ASCII, LATIN1, WIDE } CodecKind;

typedef struct Codec {
  const char *names; /* as CPython normalizes them, separated by '|' */
  const char *shown; /* in errors */
  CodecKind kind;
  int width;     /* bytes of a unit: 2 or 4 */
  bool big, mark; /* the order of bytes; whether a byte order mark is written */
} Codec;

static const Codec codecs[] = {
    {"utf-8|utf8|u8|utf|cp65001", "utf-8", UTF8, 0, false, false},
    {"utf-8-sig|utf8-sig", "utf-8", UTF8, 0, false, true},
    {"ascii|us-ascii|646", "ascii", ASCII, 0, false, false},
    {"latin-1|latin1|latin|iso-8859-1|iso8859-1|8859|l1", "latin-1", LATIN1, 0, false, false},
    {"utf-16|utf16|u16", "utf-16", WIDE, 2, false, true},
    {"utf-16-le|utf-16le", "utf-16-le", WIDE, 2, false, false},
    {"utf-16-be|utf-16be", "utf-16-be", WIDE, 2, true, false},
    {"utf-32|utf32|u32", "utf-32", WIDE, 4, false, true},
    {"utf-32-le|utf-32le", "utf-32-le", WIDE, 4, false, false},
    {"utf-32-be|utf-32be", "utf-32-be", WIDE, 4, true, false},
};

static const Codec *find(const char *encoding) {
  char name[32];
  size_t length = strlen(encoding);
  if (length < sizeof name) {
    for (size_t i = 0; i <= length; i++) name[i] = encoding[i] == '_' || encoding[i] == ' ' ? '-' : encoding[i];
    for (size_t i = 0; i < sizeof codecs / sizeof *codecs; i++)
      for (const char *at = codecs[i].names; at; at = strchr(at, '|') ? strchr(at, '|') + 1 : NULL)
        if (strncasecmp(at, name, length) == 0 && (at[length] == '|' || at[length] == 0)) return &codecs[i];
  }
  py_raise(&py_LookupError, "unknown encoding: %s", encoding);
  return NULL;
}

static Value finish(Text *text) {
  Value made = text->failed ? py_raise(&py_MemoryError, "Unable to allocate bytes")
                            : py_bytes(text_string(text), text->length);
  text_free(text);
  return made;
}

static void add_escaped(Text *text, uint32_t code) {
  text_addf(text, code < 0x100 ? "\\x%02x" : code < 0x10000 ? "\\u%04x" : "\\U%08x", code);
}

static void add_unit(Text *text, uint32_t unit, int width, bool big) {
  for (int i = 0; i < width; i++) text_add_char(text, (char)(unit >> 8 * (big ? width - 1 - i : i)));
}

static Value encode_wide(const String *string, const Codec *codec) {
  Text text = {0};
  if (codec->mark) add_unit(&text, 0xFEFF, codec->width, false);
  uint32_t code;
  for (int64_t at = 0; at < string->length;) {
    at += utf8_decode(string->data + at, (size_t)(string->length - at), &code);
    if (codec->width == 2 && code >= 0x10000) {
      add_unit(&text, 0xD800 + ((code - 0x10000) >> 10), 2, codec->big);
      code = 0xDC00 + ((code - 0x10000) & 0x3FF);
    }
    add_unit(&text, code, codec->width, codec->big);
  }
  return finish(&text);
}

Value codec_encode(const String *string, const char *encoding, const char *errors) {
  const Codec *codec = find(encoding);
  if (!codec) return PY_ERROR;
  if (codec->kind == WIDE) return encode_wide(string, codec);
  if (codec->kind == UTF8 && !codec->mark) return py_bytes(string->data, (size_t)string->length);
  Text text = {0};
  if (codec->kind == UTF8) {
    text_add_bytes(&text, "\xEF\xBB\xBF", 3);
    text_add_bytes(&text, string->data, (size_t)string->length);
    return finish(&text);
  }
  uint32_t code, limit = codec->kind == ASCII ? 128 : 256;
  int64_t position = 0;
  for (int64_t at = 0; at < string->length; position++) {
    at += utf8_decode(string->data + at, (size_t)(string->length - at), &code);
    if (code < limit) {
      text_add_char(&text, (char)code);
    } else if (strcmp(errors, "replace") == 0) {
      text_add_char(&text, '?');
    } else if (strcmp(errors, "xmlcharrefreplace") == 0) {
      text_addf(&text, "&#%u;", code);
    } else if (strcmp(errors, "backslashreplace") == 0) {
      add_escaped(&text, code);
    } else if (strcmp(errors, "strict") == 0 || strcmp(errors, "surrogateescape") == 0) {
      text_free(&text);
      int64_t last = position; /* a run of them is one error */
      uint32_t next;
      while (at < string->length) {
        at += utf8_decode(string->data + at, (size_t)(string->length - at), &next);
        if (next < limit) break;
        last++;
      }
      if (last > position)
        return py_raise(&py_UnicodeEncodeError,
                        "'%s' codec can't encode characters in position %lld-%lld: ordinal not in range(%u)",
                        codec->shown, (long long)position, (long long)last, limit);
      add_escaped(&text, code);
      py_raise(&py_UnicodeEncodeError, "'%s' codec can't encode character '%s' in position %lld: ordinal not in range(%u)",
               codec->shown, text_string(&text), (long long)position, limit);
      text_free(&text);
      return PY_ERROR;
    } else if (strcmp(errors, "ignore") != 0) {
      text_free(&text);
      return py_raise(&py_LookupError, "unknown error handler name '%s'", errors);
    }
  }
  return finish(&text);
}

/* How many bytes at `at` are no character, and why: the longest beginning of one, or one byte. */
static int bad_length(const unsigned char *at, const unsigned char *end, const char **reason) {
  unsigned char first = *at;
  *reason = "invalid start byte";
  if (first < 0xC2 || first > 0xF4) return 1;
  int wanted = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  for (int i = 1; i < wanted; i++) {
    *reason = "unexpected end of data";
    if (at + i >= end) return i;
    unsigned char least = 0x80, most = 0xBF;
    if (i == 1) {
      if (first == 0xE0) least = 0xA0;
      if (first == 0xED) most = 0x9F;
      if (first == 0xF0) least = 0x90;
      if (first == 0xF4) most = 0x8F;
    }
    *reason = "invalid continuation byte";
    if (at[i] < least || at[i] > most) return i;
  }
  return 1;
}

/* Deals with bad bytes by a handler; false with an exception pending. */
static bool handle(Text *text, const char *data, const char *at, int length, const Codec *codec, const char *errors,
                   const char *reason) {
  if (strcmp(errors, "ignore") == 0) return true;
  if (strcmp(errors, "replace") == 0) {
    text_add_code(text, 0xFFFD);
    return true;
  }
  if (strcmp(errors, "backslashreplace") == 0) {
    for (int i = 0; i < length; i++) text_addf(text, "\\x%02x", (unsigned char)at[i]);
    return true;
  }
  if (strcmp(errors, "strict") != 0 && strcmp(errors, "surrogateescape") != 0)
    py_raise(&py_LookupError, "unknown error handler name '%s'", errors);
  else if (length > 1)
    py_raise(&py_UnicodeDecodeError, "'%s' codec can't decode bytes in position %lld-%lld: %s", codec->shown,
             (long long)(at - data), (long long)(at - data + length - 1), reason);
  else
    py_raise(&py_UnicodeDecodeError, "'%s' codec can't decode byte 0x%02x in position %lld: %s", codec->shown,
             (unsigned char)*at, (long long)(at - data), reason);
  return false;
}

static uint32_t unit_at(const char *at, int width, bool big) {
  uint32_t unit = 0;
  for (int i = 0; i < width; i++) unit |= (uint32_t)(unsigned char)at[i] << 8 * (big ? width - 1 - i : i);
  return unit;
}

static Value decode_wide(const char *data, int64_t count, const Codec *codec, const char *errors) {
  const char *at = data, *end = data + count;
  bool big = codec->big;
  int width = codec->width;
  if (codec->mark && count >= width) {
    bool little_mark = unit_at(at, width, false) == 0xFEFF;
    big = !little_mark && unit_at(at, width, true) == 0xFEFF;
    if (little_mark || big) at += width;
  }
  Text text = {0};
  while (at < end) {
    const char *reason = "truncated data";
    int length = (int)(end - at);
    if (length >= width) {
      uint32_t code = unit_at(at, width, big);
      length = width;
      if (width == 2 && code >= 0xD800 && code < 0xDC00 && end - at >= 4) {
        uint32_t low = unit_at(at + 2, 2, big);
        if (low >= 0xDC00 && low < 0xE000) {
          code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
          length = 4;
        }
      }
      if (code < 0x110000 && (code < 0xD800 || code > 0xDFFF)) {
        text_add_code(&text, code);
        at += length;
        continue;
      }
      if (width == 4)
        reason = code >= 0x110000 ? "code point not in range(0x110000)"
                                  : "code point in surrogate code point range(0xd800, 0xe000)";
      else if (code >= 0xDC00)
        reason = "illegal encoding";
      else
        reason = end - at >= 4 ? "illegal UTF-16 surrogate" : "unexpected end of data";
    }
    if (!handle(&text, data, at, length, codec, errors, reason)) {
      text_free(&text);
      return PY_ERROR;
    }
    at += length;
  }
  return py_text_take(&text);
}

Value codec_decode(const char *data, int64_t count, const char *encoding, const char *errors) {
  const Codec *codec = find(encoding);
  if (!codec) return PY_ERROR;
  if (codec->kind == WIDE) return decode_wide(data, count, codec, errors);
  if (codec->kind == UTF8 && codec->mark && count >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0) {
    data += 3;
    count -= 3;
  }
  if (codec->kind == UTF8 && utf8_find_broken(data, (size_t)count) < 0) return py_text_bytes(data, (size_t)count);
  Text text = {0};
  const char *at = data, *end = data + count;
  while (at < end) {
    uint32_t code = (unsigned char)*at;
    int taken = codec->kind == UTF8 ? utf8_decode(at, (size_t)(end - at), &code) : 1;
    if (taken > 0 && !(codec->kind == ASCII && code >= 128)) {
      text_add_code(&text, code);
      at += taken;
      continue;
    }
    const char *reason = "ordinal not in range(128)";
    int length = 1;
    if (codec->kind == UTF8) length = bad_length((const unsigned char *)at, (const unsigned char *)end, &reason);
    if (!handle(&text, data, at, length, codec, errors, reason)) {
      text_free(&text);
      return PY_ERROR;
    }
    at += length;
  }
  return py_text_take(&text);
}
