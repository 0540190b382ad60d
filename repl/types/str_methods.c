/* Methods of str. Positions are code points to the user and bytes inside. */
#include <string.h>
#include <strings.h>

#include "engine/core/memory.h"
#include "engine/core/utf8.h"
#include "repl/types/bytes.h"
#include "repl/types/codec.h"
#include "repl/types/exception.h"
#include "repl/types/format.h"
#include "repl/types/iterator.h"
#include "repl/types/protocol.h"
#include "repl/types/object.h"
#include "repl/types/sequence.h"
#include "repl/types/str.h"
#include "repl/types/str_case.h"
#include "repl/types/str_reader.h"
#include "repl/types/str_split.h"

#define METHOD(noun) static Value call_##noun(const NativeRow *row, Value *arguments)
#define SELF py_as_string(arguments[0])

/* Case */

/* Letters of ASCII from `first` on, moved by `by`; PY_UNDEFINED for a text with other characters. */
static Value map_ascii(const String *string, char first, int by) {
  if (string->count != string->length) return PY_UNDEFINED;
  String *made = str_new((size_t)string->length);
  if (!made) return PY_ERROR;
  for (int64_t i = 0; i < string->length; i++) {
    char c = string->data[i];
    made->data[i] = (char)(c >= first && c < first + 26 ? c + by : c);
  }
  return py_object(made);
}
METHOD(upper) {
  Value made = map_ascii(SELF, 'a', 'A' - 'a');
  return made.tag == TAG_UNDEFINED ? str_to_case(SELF, CASE_UPPER) : made;
}
METHOD(lower) {
  Value made = map_ascii(SELF, 'A', 'a' - 'A');
  return made.tag == TAG_UNDEFINED ? str_to_case(SELF, CASE_LOWER) : made;
}
METHOD(swapcase) { return str_to_case(SELF, CASE_SWAPPED); }
METHOD(title) { return str_to_case(SELF, CASE_TITLE); }
METHOD(capitalize) { return str_to_case(SELF, CASE_CAPITALIZED); }
METHOD(casefold) {
  Text text = {0};
  uint32_t code;
  for (Reader r = reader(SELF); read_code(&r, &code);) {
    uint32_t folded[UTF8_FOLDED];
    int count = utf8_fold(code, folded);
    for (int i = 0; i < count; i++) text_add_code(&text, folded[i]);
  }
  return py_text_take(&text);
}

/* Tests of all characters. row->data: a CodeTest. */
typedef bool (*CodeTest)(uint32_t code);
static bool is_alnum(uint32_t code) { return utf8_is_alpha(code) || utf8_is_numeric(code); }
/* Digits that are no decimals: superscripts, circled ones and the like (Unicode's Numeric_Type=Digit). */
static bool is_digit(uint32_t code) {
  static const uint32_t ranges[][2] = {
      {0xB2, 0xB3},     {0xB9, 0xB9},     {0x1369, 0x1371}, {0x19DA, 0x19DA},   {0x2070, 0x2070},   {0x2074, 0x2079},
      {0x2080, 0x2089}, {0x2460, 0x2468}, {0x2474, 0x247C}, {0x2488, 0x2490},   {0x24EA, 0x24EA},   {0x24F5, 0x24FD},
      {0x24FF, 0x24FF}, {0x2776, 0x277E}, {0x2780, 0x2788}, {0x278A, 0x2792},   {0x10A40, 0x10A43}, {0x10E60, 0x10E68},
      {0x11052, 0x1105A}, {0x1F100, 0x1F10A}};
  if (utf8_is_digit(code)) return true;
  for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
    if (code >= ranges[i][0] && code <= ranges[i][1]) return true;
  return false;
}
static const CodeTest test_alpha = utf8_is_alpha, test_decimal = utf8_is_digit, test_digit = is_digit,
                      test_numeric = utf8_is_numeric, test_space = utf8_is_space,
                      test_alnum = is_alnum;
METHOD(all) {
  CodeTest test = *(const CodeTest *)row->data;
  uint32_t code;
  for (Reader r = reader(SELF); read_code(&r, &code);)
    if (!test(code)) return PY_FALSE;
  return py_bool(SELF->length > 0);
}
METHOD(isprintable) {
  uint32_t code;
  for (Reader r = reader(SELF); read_code(&r, &code);)
    if (!utf8_is_printable(code)) return PY_FALSE;
  return PY_TRUE;
}
METHOD(isascii) { return py_bool(SELF->count == SELF->length); }
METHOD(isupper) {
  bool any = false;
  uint32_t code;
  for (Reader r = reader(SELF); read_code(&r, &code);) {
    if (utf8_is_lower(code) || utf8_is_title(code)) return PY_FALSE;
    any = any || utf8_is_upper(code);
  }
  return py_bool(any);
}
METHOD(islower) {
  bool any = false;
  uint32_t code;
  for (Reader r = reader(SELF); read_code(&r, &code);) {
    if (utf8_is_upper(code) || utf8_is_title(code)) return PY_FALSE;
    any = any || utf8_is_lower(code);
  }
  return py_bool(any);
}
METHOD(istitle) {
  bool any = false, after_cased = false;
  uint32_t code;
  for (Reader r = reader(SELF); read_code(&r, &code);) {
    if (utf8_is_upper(code) || utf8_is_title(code)) {
      if (after_cased) return PY_FALSE;
      after_cased = any = true;
    } else if (utf8_is_lower(code)) {
      if (!after_cased) return PY_FALSE;
      after_cased = any = true;
    } else {
      after_cased = false;
    }
  }
  return py_bool(any);
}
METHOD(isidentifier) {
  uint32_t code;
  Reader r = reader(SELF);
  if (!read_code(&r, &code) || !utf8_is_identifier_start(code)) return PY_FALSE;
  while (read_code(&r, &code))
    if (!utf8_is_identifier_part(code)) return PY_FALSE;
  return PY_TRUE;
}

/* Searching */

/* Bytes of self[start:stop]; false with the error pending. `outside`: start lies beyond the end. */
static bool byte_range(const String *string, Value start, Value stop, int64_t *from, int64_t *to, bool *outside) {
  if (!sequence_bounds(start, stop, string->count, from, to)) return false;
  *outside = *from > string->count || *from > *to;
  if (*outside) return true;
  *from = str_offset(string, *from);
  *to = str_offset(string, *to);
  return true;
}

static bool search(Value *arguments, bool from_right, int64_t *found) {
  int64_t from, to;
  bool outside;
  if (!want_str(arguments[1], "must be str") ||
      !byte_range(SELF, arguments[2], arguments[3], &from, &to, &outside))
    return false;
  String *needle = py_as_string(arguments[1]);
  *found = -1;
  if (outside) return true;
  int64_t at =
      (from_right ? str_rfind_bytes : str_find_bytes)(SELF->data + from, to - from, needle->data, needle->length);
  if (at >= 0) *found = str_index(SELF, from + at);
  return true;
}
METHOD(find) {
  int64_t at;
  return search(arguments, row->name[0] == 'r', &at) ? py_int(at) : PY_ERROR;
}
METHOD(index) {
  int64_t at;
  if (!search(arguments, row->name[0] == 'r', &at)) return PY_ERROR;
  return at < 0 ? py_raise(&py_ValueError, "substring not found") : py_int(at);
}
METHOD(count) {
  int64_t from, to, found = 0;
  bool outside;
  if (!want_str(arguments[1], "must be str") || !byte_range(SELF, arguments[2], arguments[3], &from, &to, &outside))
    return PY_ERROR;
  String *needle = py_as_string(arguments[1]);
  if (outside) return py_int(0);
  if (needle->length == 0) return py_int(str_index(SELF, to) - str_index(SELF, from) + 1);
  for (int64_t at = from;;) {
    int64_t next = str_find_bytes(SELF->data + at, to - at, needle->data, needle->length);
    if (next < 0) return py_int(found);
    found++;
    at += next + needle->length;
  }
}

/* startswith and endswith: a str or a tuple of them. */
METHOD(with) {
  bool ends = row->name[0] == 'e';
  int64_t from, to;
  bool outside;
  if (!byte_range(SELF, arguments[2], arguments[3], &from, &to, &outside)) return PY_ERROR;
  const Value *items = &arguments[1];
  int64_t count = 1;
  if (py_is_tuple(arguments[1])) {
    items = py_as_tuple(arguments[1])->items;
    count = py_as_tuple(arguments[1])->count;
  }
  for (int64_t i = 0; i < count; i++) {
    if (!py_is_str(items[i])) {
      if (py_is_tuple(arguments[1]))
        return py_raise(&py_TypeError, "tuple for %s must only contain str, not %s", row->name,
                        py_type_label(py_type_of(items[i])));
      return py_raise(&py_TypeError, "%s first arg must be str or a tuple of str, not %s", row->name,
                      py_type_label(py_type_of(items[i])));
    }
    String *part = py_as_string(items[i]);
    if (outside || part->length > to - from) continue;
    if (memcmp(SELF->data + (ends ? to - part->length : from), part->data, (size_t)part->length) == 0) return PY_TRUE;
  }
  return PY_FALSE;
}
METHOD(removeprefix) {
  if (!want_str(arguments[1], "removeprefix() argument must be str")) return PY_ERROR;
  String *part = py_as_string(arguments[1]);
  if (part->length <= SELF->length && memcmp(SELF->data, part->data, (size_t)part->length) == 0)
    return py_text_bytes(SELF->data + part->length, (size_t)(SELF->length - part->length));
  return str_plain(arguments[0]);
}
METHOD(removesuffix) {
  if (!want_str(arguments[1], "removesuffix() argument must be str")) return PY_ERROR;
  String *part = py_as_string(arguments[1]);
  int64_t at = SELF->length - part->length;
  if (at >= 0 && memcmp(SELF->data + at, part->data, (size_t)part->length) == 0)
    return py_text_bytes(SELF->data, (size_t)at);
  return str_plain(arguments[0]);
}

/* Stripping and padding */

static bool in_set(const String *set, const char *at, int length) {
  return str_find_bytes(set->data, set->length, at, length) >= 0;
}
static bool stripped(const String *set, const char *at, int length) {
  return set ? in_set(set, at, length) : is_space_at(at, length);
}
METHOD(strip) {
  if (!py_is_none(arguments[1]) && !py_is_str(arguments[1]))
    return py_raise(&py_TypeError, "%s arg must be None or str", row->name);
  String *set = py_is_none(arguments[1]) ? NULL : py_as_string(arguments[1]);
  const char *at = SELF->data, *end = at + SELF->length;
  bool left = row->name[0] != 'r', right = row->name[0] != 'l';
  while (left && at < end) {
    int length = 1;
    while (at + length < end && ((unsigned char)at[length] & 0xC0) == 0x80) length++;
    if (!stripped(set, at, length)) break;
    at += length;
  }
  while (right && end > at) {
    int length = 1;
    while (end - length > at && ((unsigned char)end[-length] & 0xC0) == 0x80) length++;
    if (!stripped(set, end - length, length)) break;
    end -= length;
  }
  if (end - at == SELF->length) return str_plain(arguments[0]);
  return py_text_bytes(at, (size_t)(end - at));
}

METHOD(justify) {
  int64_t width;
  if (!py_as_int(arguments[1], &width)) return PY_ERROR;
  if (!py_is_str(arguments[2]))
    return py_raise(&py_TypeError, "The fill character must be a unicode character, not %s",
                    py_type_label(py_type_of(arguments[2])));
  String *fill = py_as_string(arguments[2]);
  if (fill->count != 1) return py_raise(&py_TypeError, "The fill character must be exactly one character long");
  int64_t missing = width - SELF->count;
  if (missing <= 0) return str_plain(arguments[0]);
  if (missing > (int64_t)1 << 34) return py_raise(&py_MemoryError, "a str of %lld characters", (long long)width);
  int64_t left = row->name[0] == 'l' ? 0 : row->name[0] == 'r' ? missing : missing / 2 + (missing & width & 1);
  Text text = {0};
  text_add_times(&text, fill->data, left);
  text_add_bytes(&text, SELF->data, (size_t)SELF->length);
  text_add_times(&text, fill->data, missing - left);
  return py_text_take(&text);
}
METHOD(zfill) {
  int64_t width;
  if (!py_as_int(arguments[1], &width)) return PY_ERROR;
  int64_t missing = width - SELF->count;
  if (missing <= 0) return str_plain(arguments[0]);
  if (missing > (int64_t)1 << 34) return py_raise(&py_MemoryError, "a str of %lld characters", (long long)width);
  bool sign = SELF->data[0] == '-' || SELF->data[0] == '+';
  Text text = {0};
  if (sign) text_add_char(&text, SELF->data[0]);
  text_add_times(&text, "0", missing);
  text_add_bytes(&text, SELF->data + sign, (size_t)(SELF->length - sign));
  return py_text_take(&text);
}
METHOD(expandtabs) {
  int64_t size, column = 0;
  if (!py_as_int(arguments[1], &size)) return PY_ERROR;
  Text text = {0};
  uint32_t code;
  for (Reader r = reader(SELF); read_code(&r, &code);) {
    if (code == '\t') {
      int64_t spaces = size > 0 ? size - column % size : 0;
      text_add_times(&text, " ", spaces);
      column += spaces;
    } else {
      text_add_code(&text, code);
      column = code == '\n' || code == '\r' ? 0 : column + 1;
    }
  }
  return py_text_take(&text);
}

METHOD(replace) {
  int64_t most;
  if (!want_str(arguments[1], "replace() argument 1 must be str") ||
      !want_str(arguments[2], "replace() argument 2 must be str") || !py_as_int(arguments[3], &most))
    return PY_ERROR;
  String *old = py_as_string(arguments[1]), *new = py_as_string(arguments[2]);
  const char *at = SELF->data, *end = at + SELF->length;
  Text text = {0};
  if (old->length == 0) {
    /* Between all characters, and at both ends. */
    while (most-- != 0) {
      text_add_bytes(&text, new->data, (size_t)new->length);
      if (at >= end) return py_text_take(&text);
      int length = 1;
      while (at + length < end && ((unsigned char)at[length] & 0xC0) == 0x80) length++;
      text_add_bytes(&text, at, (size_t)length);
      at += length;
    }
    text_add_bytes(&text, at, (size_t)(end - at));
    return py_text_take(&text);
  }
  bool any = false;
  if (most < 0 && old->length == 1 && new->length == 1) {
    /* A letter for a letter. */
    const char *first = memchr(at, old->data[0], (size_t)(end - at));
    if (!first) return str_plain(arguments[0]);
    String *made = str_new((size_t)SELF->length);
    if (!made) return PY_ERROR;
    memcpy(made->data, at, (size_t)(end - at));
    const char *stop = made->data + made->length;
    for (char *to = made->data + (first - at); to; to = memchr(to, old->data[0], (size_t)(stop - to)))
      *to++ = new->data[0];
    made->count = SELF->count;
    return py_object(made);
  }
  while (most-- != 0) {
    int64_t next = str_find_bytes(at, end - at, old->data, old->length);
    if (next < 0) break;
    any = true;
    text_add_bytes(&text, at, (size_t)next);
    text_add_bytes(&text, new->data, (size_t)new->length);
    at += next + old->length;
  }
  if (!any) {
    text_free(&text);
    return str_plain(arguments[0]);
  }
  text_add_bytes(&text, at, (size_t)(end - at));
  return py_text_take(&text);
}

/* translate(table): a dict (or anything with getitem) from code points to code points, strs or None. */
METHOD(translate) {
  Text text = {0};
  uint32_t code;
  bool plain = py_type_of(arguments[1]) == &py_dict_type; /* a KeyError is not made for each character then */
  char known[128] = {0};                                  /* what became of characters of ASCII before */
  for (Reader r = reader(SELF); read_code(&r, &code);) {
    if (code < 128 && known[code]) {
      text_add_char(&text, known[code]);
      continue;
    }
    Value to = plain ? py_dict_find(py_as_dict(arguments[1]), py_int(code)) : py_getitem(arguments[1], py_int(code));
    int64_t integer;
    if (to.tag == TAG_UNDEFINED) {
      text_add_code(&text, code);
      if (code < 128) known[code] = (char)code;
      continue;
    }
    if (plain) {
      py_keep(to);
      if (code < 128 && py_is_str(to) && py_as_string(to)->length == 1) known[code] = py_as_string(to)->data[0];
      if (code < 128 && to.tag == TAG_INT && to.as.integer > 0 && to.as.integer < 128) known[code] = (char)to.as.integer;
    }
    if (py_is_error(to)) {
      if (!py_pending_is(&py_LookupError)) goto fail;
      py_clear_pending();
      text_add_code(&text, code);
    } else if (py_is_str(to)) {
      text_add_bytes(&text, py_as_string(to)->data, (size_t)py_as_string(to)->length);
    } else if (py_is_integer(to) && py_as_int(to, &integer)) {
      if (integer < 0 || integer > 0x10FFFF) {
        py_raise(&py_ValueError, "character mapping must be in range(0x110000)");
        py_drop(to);
        goto fail;
      }
      text_add_code(&text, (uint32_t)integer);
    } else if (!py_is_none(to)) {
      py_raise(&py_TypeError, "character mapping must return integer, None or str");
      py_drop(to);
      goto fail;
    }
    py_drop(to);
  }
  return py_text_take(&text);
fail:
  text_free(&text);
  return PY_ERROR;
}
METHOD(maketrans) {
  Value table = py_dict();
  if (py_is_error(table)) return table;
  Dict *dict = py_as_dict(table);
  bool ok = true;
  uint32_t from, to;
  if (arguments[1].tag == TAG_UNDEFINED) {
    Value key, value;
    ok = py_is_dict(arguments[0]);
    if (!ok) py_raise(&py_TypeError, "if you give only one argument to maketrans it must be a dict");
    for (int64_t i = 0; ok && py_dict_next(py_as_dict(arguments[0]), &i, &key, &value);) {
      if (py_is_str(key)) {
        Reader r = reader(py_as_string(key));
        ok = py_as_string(key)->count == 1 && read_code(&r, &from) && py_dict_set(dict, py_int(from), value);
        if (!ok && !py_pending()) py_raise(&py_ValueError, "string keys in translate table must be of length 1");
      } else if (py_is_integer(key)) {
        ok = py_dict_set(dict, key, value);
      } else {
        py_raise(&py_TypeError, "keys in translate table must be strings or integers");
        ok = false;
      }
    }
  } else if (!py_is_str(arguments[0])) {
    py_raise(&py_TypeError, "first maketrans argument must be a string if there is a second argument");
    ok = false;
  } else if (!py_is_str(arguments[1])) {
    py_raise(&py_TypeError, "maketrans() argument 2 must be str, not %s", py_type_label(py_type_of(arguments[1])));
    ok = false;
  } else if (py_as_string(arguments[0])->count != py_as_string(arguments[1])->count) {
    py_raise(&py_ValueError, "the first two maketrans arguments must have equal length");
    ok = false;
  } else {
    Reader a = reader(py_as_string(arguments[0])), b = reader(py_as_string(arguments[1]));
    while (ok && read_code(&a, &from) && read_code(&b, &to)) ok = py_dict_set(dict, py_int(from), py_int(to));
    if (ok && arguments[2].tag != TAG_UNDEFINED && want_str(arguments[2], "maketrans() argument 3 must be str"))
      for (Reader c = reader(py_as_string(arguments[2])); ok && read_code(&c, &from);)
        ok = py_dict_set(dict, py_int(from), PY_NONE);
    ok = ok && !py_pending();
  }
  if (ok) return table;
  py_drop(table);
  return PY_ERROR;
}

METHOD(encode) {
  const char *encoding, *errors;
  for (int i = 1; i < 3; i++)
    if (!py_is_str(arguments[i]))
      return py_raise(&py_TypeError, "encode() argument '%s' must be str, not %s", i == 1 ? "encoding" : "errors",
                      py_type_label(py_type_of(arguments[i])));
  if (!py_as_text(arguments[1], &encoding) || !py_as_text(arguments[2], &errors)) return PY_ERROR;
  return codec_encode(arguments[0], encoding, errors);
}

METHOD(format) { return format_template(arguments[0], arguments[1], arguments[2], PY_UNDEFINED); }
METHOD(format_map) {
  Value none = py_tuple(0);
  Value result = format_template(arguments[0], none, PY_UNDEFINED, arguments[1]);
  py_drop(none);
  return result;
}

static Value call_new_arguments(const NativeRow *row, Value *arguments) {
  const String *string = py_as_string(arguments[0]);
  Value plain = py_text_bytes(string->data, (size_t)string->length);
  Value made = py_is_error(plain) ? plain : py_tuple_of(1, plain);
  py_drop(plain);
  return made;
}

const NativeRow str_methods[] = {
    {"__getnewargs__", "self, /", "what makes the text again", call_new_arguments, NULL},
    {"upper", "self, /", "in capitals", call_upper, NULL},
    {"lower", "self, /", "in small letters", call_lower, NULL},
    {"casefold", "self, /", "for comparing without case", call_casefold, NULL},
    {"swapcase", "self, /", "capitals small and the other way round", call_swapcase, NULL},
    {"title", "self, /", "each word with a capital", call_title, NULL},
    {"capitalize", "self, /", "with one capital at the start", call_capitalize, NULL},
    {"isalpha", "self, /", "whether all characters are letters", call_all, &test_alpha},
    {"isdigit", "self, /", "whether all characters are digits", call_all, &test_digit},
    {"isdecimal", "self, /", "whether all characters are digits of decimal numbers", call_all, &test_decimal},
    {"isnumeric", "self, /", "whether all characters are numbers", call_all, &test_numeric},
    {"isalnum", "self, /", "whether all characters are letters or digits", call_all, &test_alnum},
    {"isspace", "self, /", "whether all characters are white space", call_all, &test_space},
    {"isprintable", "self, /", "whether repr shows all characters as they are", call_isprintable, NULL},
    {"isascii", "self, /", "whether all characters are ASCII", call_isascii, NULL},
    {"isupper", "self, /", "whether there are capitals and no small letters", call_isupper, NULL},
    {"islower", "self, /", "whether there are small letters and no capitals", call_islower, NULL},
    {"istitle", "self, /", "whether each word starts with a capital", call_istitle, NULL},
    {"isidentifier", "self, /", "whether it could be a name", call_isidentifier, NULL},
    {"find", "self, sub, start=None, end=None, /", "where a part begins, or -1", call_find, NULL},
    {"rfind", "self, sub, start=None, end=None, /", "where a part begins last, or -1", call_find, NULL},
    {"index", "self, sub, start=None, end=None, /", "where a part begins", call_index, NULL},
    {"rindex", "self, sub, start=None, end=None, /", "where a part begins last", call_index, NULL},
    {"count", "self, sub, start=None, end=None, /", "how often a part occurs", call_count, NULL},
    {"startswith", "self, prefix, start=None, end=None, /", "whether it begins so", call_with, NULL},
    {"endswith", "self, suffix, start=None, end=None, /", "whether it ends so", call_with, NULL},
    {"removeprefix", "self, prefix, /", "without this beginning", call_removeprefix, NULL},
    {"removesuffix", "self, suffix, /", "without this ending", call_removesuffix, NULL},
    {"strip", "self, chars=None, /", "without white space at both ends", call_strip, NULL},
    {"lstrip", "self, chars=None, /", "without white space at the start", call_strip, NULL},
    {"rstrip", "self, chars=None, /", "without white space at the end", call_strip, NULL},
    {"ljust", "self, width, fillchar=' ', /", "filled up at the right", call_justify, NULL},
    {"rjust", "self, width, fillchar=' ', /", "filled up at the left", call_justify, NULL},
    {"center", "self, width, fillchar=' ', /", "filled up at both sides", call_justify, NULL},
    {"zfill", "self, width, /", "filled up with zeros after the sign", call_zfill, NULL},
    {"expandtabs", "self, tabsize=8", "with tabs as spaces", call_expandtabs, NULL},
    {"split", "self, sep=None, maxsplit=-1", "the parts between separators", str_call_split, NULL},
    {"rsplit", "self, sep=None, maxsplit=-1", "the parts, counted from the right", str_call_split, NULL},
    {"splitlines", "self, keepends=False", "the lines", str_call_splitlines, NULL},
    {"partition", "self, sep, /", "before, separator, after", str_call_partition, NULL},
    {"rpartition", "self, sep, /", "before, separator, after; the last separator", str_call_partition, NULL},
    {"join", "self, iterable, /", "strs with this one between them", str_call_join, NULL},
    {"replace", "self, old, new, count=-1, /", "with a part replaced", call_replace, NULL},
    {"translate", "self, table, /", "with characters replaced by a table", call_translate, NULL},
    {"encode", "self, encoding='utf-8', errors='strict'", "as bytes", call_encode, NULL},
    {"format", "self, /, *args, **kwargs", "with {fields} filled in", call_format, NULL},
    {"format_map", "self, mapping, /", "with {fields} from a mapping", call_format_map, NULL},
    {0},
};
const NativeRow str_statics[] = {
    {"maketrans", "x, y=..., z=..., /", "a table for translate", call_maketrans, NULL}, {0}};

/* str(object), or str(bytes, encoding). */
static Value convert(Value *arguments) {
  bool decodes = arguments[1].tag != TAG_UNDEFINED, told = arguments[2].tag != TAG_UNDEFINED;
  if (!decodes && !told) return py_str(arguments[0]);
  if (told && !py_is_str(arguments[2]))
    return py_raise(&py_TypeError, "str() argument 'errors' must be str, not %s",
                    py_type_label(py_type_of(arguments[2])));
  if (decodes && !py_is_str(arguments[1]))
    return py_raise(&py_TypeError, "str() argument 'encoding' must be str, not %s",
                    py_type_label(py_type_of(arguments[1])));
  const char *data;
  int64_t count;
  if (bytes_view(arguments[0], &data, &count)) {
    Value bytes = py_bytes(data, (size_t)count);
    Value words[2] = {decodes ? py_keep(arguments[1]) : py_text("utf-8"),
                      told ? py_keep(arguments[2]) : py_text("strict")};
    bool good = !py_is_error(bytes) && !py_is_error(words[0]) && !py_is_error(words[1]);
    Value text = good ? py_call_method(bytes, "decode", words, 2) : PY_ERROR;
    py_drop(words[0]);
    py_drop(words[1]);
    py_drop(bytes);
    return text;
  }
  if (py_is_str(arguments[0])) return py_raise(&py_TypeError, "decoding str is not supported");
  return py_raise(&py_TypeError, "decoding to str: need a bytes-like object, %s found",
                  py_type_label(py_type_of(arguments[0])));
}

Value str_from_one(Value item) { return py_str(item); }

/* A class derived from str gets the text into an object of its own. */
Value str_construct(Type *type, Value *arguments) {
  Value text = convert(arguments);
  if (py_is_error(text) || !type->heap) return text;
  const String *from = py_as_string(text);
  String *made = py_new_sized(type, offsetof(String, data) + (size_t)from->length + 1);
  if (made) {
    memcpy(made->data, from->data, (size_t)from->length);
    made->length = from->length;
    made->count = from->count;
  }
  py_drop(text);
  return py_object(made);
}
