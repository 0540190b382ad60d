#include "repl/types/codec.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "repl/types/bytes.h"
#include "repl/types/codec_error.h"
#include "repl/types/codec_escape.h"
#include "repl/types/codec_map.h"
#include "repl/types/codec_pages.h"
#include "repl/types/exception.h"
#include "repl/types/str.h"
#include "repl/types/str_reader.h"

typedef enum CodecKind { UTF8, ASCII, LATIN1, WIDE, MAP, ESCAPE, PAGE } CodecKind;

typedef struct Codec {
  const char *names; /* as CPython normalizes them, separated by '|' */
  const char *shown; /* in errors */
  CodecKind kind;
  int width;      /* bytes of a unit: 2 or 4 */
  bool big, mark; /* the order of bytes; whether a byte order mark is written. Of escapes: big: raw */
  const uint16_t *upper; /* of a MAP: what the bytes from 0x80 on stand for */
  const uint16_t *lower; /* of a MAP: what those before stand for; NULL: ASCII */
  const CodecPage *page; /* of a PAGE */
} Codec;

/* The first of the names is what codecs.lookup() calls it. */
static const Codec codecs[] = {
    {.names = "utf-8|utf8|u8|utf|cp65001|utf8-ucs2|utf8-ucs4", .shown = "utf-8", .kind = UTF8, .width = 1},
    {.names = "utf-8-sig|utf8-sig", .shown = "utf-8", .kind = UTF8, .width = 1, .mark = true},
    {.names = "ascii|us-ascii|646|us|iso646-us|cp367|csascii|ibm367|ansi-x3.4-1968|ansi-x3.4-1986|iso-646.irv-1991|"
              "iso-ir-6", .shown = "ascii", .kind = ASCII, .width = 1},
    {.names = "iso8859-1|latin-1|latin1|latin|iso-8859-1|8859|l1|cp819|ibm819|iso8859|csisolatin1|iso-8859-1-1987|"
              "iso-ir-100", .shown = "latin-1", .kind = LATIN1, .width = 1},
    {.names = "utf-16|utf16|u16", .shown = "utf-16", .kind = WIDE, .width = 2, .mark = true},
    {.names = "utf-16-le|utf-16le|unicodelittleunmarked", .shown = "utf-16-le", .kind = WIDE, .width = 2},
    {.names = "utf-16-be|utf-16be|unicodebigunmarked", .shown = "utf-16-be", .kind = WIDE, .width = 2, .big = true},
    {.names = "utf-32|utf32|u32", .shown = "utf-32", .kind = WIDE, .width = 4, .mark = true},
    {.names = "utf-32-le|utf-32le", .shown = "utf-32-le", .kind = WIDE, .width = 4},
    {.names = "utf-32-be|utf-32be", .shown = "utf-32-be", .kind = WIDE, .width = 4, .big = true},
    {.names = "unicode-escape|unicodeescape", .shown = "unicodeescape", .kind = ESCAPE, .width = 1},
    {.names = "raw-unicode-escape|rawunicodeescape", .shown = "rawunicodeescape", .kind = ESCAPE, .width = 1,
     .big = true},
};

static bool names_match(const char *names, const char *name, size_t length) {
  for (const char *at = names; at; at = strchr(at, '|') ? strchr(at, '|') + 1 : NULL)
    if (strncmp(at, name, length) == 0 && (at[length] == '|' || at[length] == 0)) return true;
  return false;
}

/* A name as the tables write it: small letters, and one '-' for what stands between letters. 0: too long or empty. */
static size_t plain_name(const char *encoding, char *name, size_t room) {
  size_t length = 0;
  bool between = false;
  for (const char *at = encoding; *at; at++) {
    if (!isalnum((unsigned char)*at) && *at != '.') {
      between = length > 0;
      continue;
    }
    if (length + 3 > room) return 0;
    if (between) name[length++] = '-';
    between = false;
    name[length++] = (char)tolower((unsigned char)*at);
  }
  name[length] = 0;
  return length;
}

/* False without an exception where the name is unknown; with one where the library lacks it. */
static bool find(const char *encoding, Codec *found) {
  char name[40];
  size_t length = plain_name(encoding, name, sizeof name);
  if (length == 0) return false;
  for (size_t i = 0; i < sizeof codecs / sizeof *codecs; i++)
    if (names_match(codecs[i].names, name, length)) {
      *found = codecs[i];
      return true;
    }
  for (const CodecMap *map = codec_maps; map->names; map++)
    if (names_match(map->names, name, length)) {
      *found = (Codec){.names = map->names, .shown = "charmap", .kind = MAP, .width = 1, .upper = map->upper};
      return true;
    }
  for (const CodecPage *page = codec_pages; page->names; page++) {
    if (!names_match(page->names, name, length)) continue;
    *found = (Codec){.names = page->names, .shown = "charmap", .kind = MAP, .width = 1, .page = page};
    if (page->kind == PAGE_BYTE) {
      found->lower = codec_page_table(page, encoding);
      if (found->lower) found->upper = found->lower + 0x80;
      return found->lower != NULL;
    }
    found->kind = PAGE;
    return true;
  }
  return false;
}

size_t codec_name(const char *encoding, const char **name) {
  Codec codec;
  if (!find(encoding, &codec)) return 0;
  *name = codec.names;
  return strcspn(codec.names, "|");
}

bool codec_keeps_ascii(const char *encoding) {
  Codec codec;
  return find(encoding, &codec) && codec.kind != WIDE && codec.kind != ESCAPE && !codec.mark && !codec.lower &&
         (codec.kind != PAGE || codec.page->kind != PAGE_SHIFTED);
}

const char *codec_names(size_t index) {
  enum { NATIVE = sizeof codecs / sizeof *codecs };
  if (index < NATIVE) return codecs[index].names;
  index -= NATIVE;
  for (const CodecMap *map = codec_maps; map->names; map++)
    if (index-- == 0) return map->names;
  for (const CodecPage *page = codec_pages; page->names; page++)
    if (index-- == 0) return page->names;
  return NULL;
}

Value (*codec_more_codecs)(const char *encoding, bool encodes);

/* An encoding that the program registered: its function makes the value, and tells how much it read. */
static Value by_program(const char *encoding, const char *errors, Value source, bool encodes) {
  Value codec = codec_more_codecs ? codec_more_codecs(encoding, encodes) : PY_UNDEFINED;
  if (py_is_undefined(codec)) return py_raise(&py_LookupError, "unknown encoding: %s", encoding);
  Value pair[2] = {source, py_text(errors)};
  Value function = py_is_error(codec) ? codec : py_getattr(codec, py_intern(encodes ? "encode" : "decode"));
  Value answer = py_is_error(function) || py_is_error(pair[1]) ? PY_ERROR : py_call_values(function, pair, 2);
  py_drop(pair[1]);
  py_drop(function);
  py_drop(codec);
  if (py_is_error(answer)) return answer;
  Value made = PY_ERROR;
  if (!py_is_tuple(answer) || py_as_tuple(answer)->count != 2)
    py_raise(&py_TypeError, "%s must return a tuple (object,%sinteger)", encodes ? "encoder" : "decoder",
             encodes ? " " : "");
  else if (encodes ? py_is_bytes(py_as_tuple(answer)->items[0]) : py_is_str(py_as_tuple(answer)->items[0]))
    made = py_keep(py_as_tuple(answer)->items[0]);
  else
    py_raise(&py_TypeError,
             "'%s' %scoder returned '%s' instead of '%s'; use codecs.%scode() to %scode to arbitrary types",
             encoding, encodes ? "en" : "de", py_type_label(py_type_of(py_as_tuple(answer)->items[0])),
             encodes ? "bytes" : "str", encodes ? "en" : "de", encodes ? "en" : "de");
  py_drop(answer);
  return made;
}

static Value finish(Text *text) {
  Value made = text->failed ? py_raise(&py_MemoryError, "Unable to allocate bytes")
                            : py_bytes(text_string(text), text->length);
  text_free(text);
  return made;
}

static void add_unit(Text *text, uint32_t unit, const Codec *codec) {
  for (int i = 0; i < codec->width; i++)
    text_add_char(text, (char)(unit >> 8 * (codec->big ? codec->width - 1 - i : i)));
}

/* The byte that stands for a code point in a table, or -1. */
static int map_find(const Codec *codec, uint32_t code) {
  if (code < 0x80 && !codec->lower) return (int)code;
  for (int i = 0; i < 128; i++) {
    if (codec->upper[i] == code && code) return 0x80 + i;
    if (codec->lower && codec->lower[i] == code) return i;
  }
  return -1;
}

static bool can_encode(const Codec *codec, uint32_t code) {
  switch (codec->kind) {
    case ASCII: return code < 0x80;
    case LATIN1: return code < 0x100;
    case MAP: return map_find(codec, code) >= 0;
    default: return !utf8_is_surrogate(code);
  }
}

static void add_encoded(Text *text, const Codec *codec, uint32_t code) {
  if (codec->kind == UTF8) {
    text_add_code(text, code);
  } else if (codec->kind == MAP) {
    text_add_char(text, (char)map_find(codec, code));
  } else if (codec->kind == WIDE) {
    if (codec->width == 2 && code >= 0x10000) {
      add_unit(text, 0xD800 + ((code - 0x10000) >> 10), codec);
      code = 0xDC00 + ((code - 0x10000) & 0x3FF);
    }
    add_unit(text, code, codec);
  } else {
    text_add_char(text, (char)code);
  }
}

static const char *const encode_reasons[] = {[UTF8] = "surrogates not allowed",
                                             [ASCII] = "ordinal not in range(128)",
                                             [LATIN1] = "ordinal not in range(256)",
                                             [WIDE] = "surrogates not allowed",
                                             [MAP] = "character maps to <undefined>"};

/* What a handler gave for a part, in the codec's own bytes; what it cannot encode either raises the error itself. */
static bool add_answer(Text *text, const Codec *codec, const CodecError *error, const Text *answer, bool raw) {
  if (raw) {
    text_add_bytes(text, text_string(answer), answer->length);
    return true;
  }
  Reader from = {text_string(answer), text_string(answer) + answer->length};
  for (uint32_t code; read_code(&from, &code);) {
    if (!can_encode(codec, code)) return codec_raise(error) >= 0;
    add_encoded(text, codec, code);
  }
  return true;
}

static Value encode_all(Value value, const Codec *codec, const char *errors) {
  const String *string = py_as_string(value);
  Text text = {0};
  if (codec->mark) {
    if (codec->kind == UTF8) text_add(&text, "\xEF\xBB\xBF");
    else add_unit(&text, 0xFEFF, codec);
  }
  Reader from = reader(string);
  uint32_t code;
  for (int64_t at = 0; read_code(&from, &code); at++) {
    if (can_encode(codec, code)) {
      add_encoded(&text, codec, code);
      continue;
    }
    CodecError error = {.encoding = codec->shown, .reason = encode_reasons[codec->kind], .errors = errors,
                        .width = codec->width, .big = codec->big, .text = value, .start = at, .end = at + 1};
    /* A run of them is one error, but where units are wide. */
    while (codec->kind != WIDE && from.at < from.end) {
      Reader ahead = from;
      if (!read_code(&ahead, &code) || can_encode(codec, code)) break;
      from = ahead;
      error.end++;
    }
    Text answer = {0};
    bool raw;
    int64_t next = codec_refuse_text(&error, &answer, &raw);
    bool good = next >= 0 && add_answer(&text, codec, &error, &answer, raw);
    text_free(&answer);
    if (!good) {
      text_free(&text);
      return PY_ERROR;
    }
    from.at = string->data + str_offset(string, next);
    at = next - 1;
  }
  return finish(&text);
}

Value codec_encode(Value value, const char *encoding, const char *errors) {
  Codec codec;
  if (!find(encoding, &codec)) return py_pending() ? PY_ERROR : by_program(encoding, errors, value, true);
  if (codec.kind == PAGE) {
    char shown[16];
    snprintf(shown, sizeof shown, "%.*s", (int)strcspn(codec.names, "|"), codec.names);
    return codec_page_encode(codec.page, value, shown, errors);
  }
  const String *string = py_as_string(value);
  bool plain = codec.kind == UTF8 ? !codec.mark && codec_find_surrogate(string->data, string->length) < 0
                                  : codec.kind != WIDE && codec.kind != ESCAPE && !codec.lower &&
                                        string->length == string->count;
  if (plain) return py_bytes(string->data, (size_t)string->length);
  if (codec.kind == ESCAPE) return codec_escape_encode(string, codec.big);
  return encode_all(value, &codec, errors);
}

bool codec_encodable(Value text) {
  if (codec_find_surrogate(py_as_string(text)->data, py_as_string(text)->length) < 0) return true;
  py_drop(codec_encode(text, "utf-8", "strict"));
  return false;
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

static uint32_t unit_at(const char *at, int width, bool big) {
  uint32_t unit = 0;
  for (int i = 0; i < width; i++) unit |= (uint32_t)(unsigned char)at[i] << 8 * (big ? width - 1 - i : i);
  return unit;
}

/* One character of the bytes at `at`: how many it took, or 0 with the part that is none in `error`. */
static int decode_wide(const char *at, const char *end, const Codec *codec, uint32_t *code, CodecError *error) {
  int width = codec->width;
  error->reason = "truncated data";
  error->end = error->count;
  if (end - at < width) return 0;
  *code = unit_at(at, width, codec->big);
  error->end = error->start + width;
  if (width == 2 && *code >= 0xD800 && *code < 0xDC00 && end - at >= 4) {
    uint32_t low = unit_at(at + 2, 2, codec->big);
    if (low >= 0xDC00 && low < 0xE000) {
      *code = 0x10000 + ((*code - 0xD800) << 10) + (low - 0xDC00);
      return 4;
    }
  }
  if (*code < 0x110000 && !utf8_is_surrogate(*code)) return width;
  if (width == 4) {
    error->reason = *code >= 0x110000 ? "code point not in range(0x110000)"
                                      : "code point in surrogate code point range(0xd800, 0xe000)";
  } else if (*code >= 0xDC00) {
    error->reason = "illegal encoding";
  } else if (end - at >= 4) {
    error->reason = "illegal UTF-16 surrogate";
  } else {
    error->reason = "unexpected end of data";
    error->end = error->count;
  }
  return 0;
}

static int decode_one(const char *at, const char *end, const Codec *codec, uint32_t *code, CodecError *error) {
  if (codec->kind == WIDE) return decode_wide(at, end, codec, code, error);
  *code = (unsigned char)*at;
  if (codec->kind == UTF8) {
    int taken = utf8_decode(at, (size_t)(end - at), code);
    if (taken > 0 && !utf8_is_surrogate(*code)) return taken;
    error->end = error->start + bad_length((const unsigned char *)at, (const unsigned char *)end, &error->reason);
    return 0;
  }
  error->end = error->start + 1;
  error->reason = encode_reasons[codec->kind];
  if ((*code < 0x80 && !codec->lower) || codec->kind == LATIN1) return 1;
  if (codec->kind != MAP) return 0;
  uint32_t byte = *code;
  *code = byte < 0x80 ? codec->lower[byte] : codec->upper[byte - 0x80];
  return *code || byte == 0 ? 1 : 0;
}

Value codec_decode(const char *data, int64_t count, const char *encoding, const char *errors) {
  Codec codec;
  if (!find(encoding, &codec)) {
    if (py_pending()) return PY_ERROR;
    Value bytes = py_bytes(data, (size_t)count);
    Value made = py_is_error(bytes) ? bytes : by_program(encoding, errors, bytes, false);
    py_drop(bytes);
    return made;
  }
  if (codec.kind == PAGE) {
    char shown[16];
    snprintf(shown, sizeof shown, "%.*s", (int)strcspn(codec.names, "|"), codec.names);
    return codec_page_decode(codec.page, data, count, shown, errors);
  }
  if (codec.kind == ESCAPE) return codec_escape_decode(data, count, errors, codec.big);
  const char *at = data, *end = data + count;
  if (codec.kind == UTF8 && codec.mark && count >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0) at += 3;
  if (codec.kind == WIDE && codec.mark && count >= codec.width) {
    bool little_mark = unit_at(at, codec.width, false) == 0xFEFF;
    codec.big = !little_mark && unit_at(at, codec.width, true) == 0xFEFF;
    if (little_mark || codec.big) at += codec.width;
  }
  if (codec.kind == WIDE && codec.mark) { /* errors name the order that was found */
    codec.shown = codec.width == 2 ? codec.big ? "utf-16-be" : "utf-16-le" : codec.big ? "utf-32-be" : "utf-32-le";
  }
  if (codec.kind == UTF8 && utf8_find_broken(at, (size_t)(end - at)) < 0) return py_text_bytes(at, (size_t)(end - at));
  Text text = {0};
  while (at < end) {
    uint32_t code;
    CodecError error = {.encoding = codec.shown, .errors = errors, .width = codec.width, .big = codec.big,
                        .data = data, .count = count, .start = at - data};
    int taken = decode_one(at, end, &codec, &code, &error);
    if (taken > 0) {
      text_add_code(&text, code);
      at += taken;
      continue;
    }
    int64_t next = codec_refuse_bytes(&error, &text);
    if (next < 0) {
      text_free(&text);
      return PY_ERROR;
    }
    at = data + next;
  }
  return py_text_take(&text);
}
