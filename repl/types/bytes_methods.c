/* The methods of bytes and bytearray. Letters are ASCII's; the others are left alone. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "engine/core/memory.h"
#include "engine/core/utf8.h"
#include "repl/types/bytes.h"
#include "repl/types/codec.h"
#include "repl/types/exception.h"
#include "repl/types/protocol.h"
#include "repl/types/sequence.h"
#include "repl/types/str.h"

#define METHOD(noun) static Value call_##noun(const NativeRow *row, Value *arguments)
/* Declares the object's own bytes. */
#define SELF                 \
  const char *data;          \
  int64_t count;             \
  bytes_view(arguments[0], &data, &count)

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }
static char upper(char c) { return c >= 'a' && c <= 'z' ? (char)(c - 32) : c; }
static bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

/* What a Text holds, as the object's own type. */
static Value take(Value like, Text *text) {
  Value made = text->failed ? py_raise(&py_MemoryError, "Unable to allocate bytes")
                            : bytes_like(like, text_string(text), (int64_t)text->length);
  text_free(text);
  return made;
}

METHOD(decode) {
  SELF;
  const char *encoding, *errors;
  for (int i = 1; i < 3; i++)
    if (!py_is_str(arguments[i]))
      return py_raise(&py_TypeError, "decode() argument '%s' must be str, not %s", i == 1 ? "encoding" : "errors",
                      py_type_label(py_type_of(arguments[i])));
  if (!py_as_text(arguments[1], &encoding) || !py_as_text(arguments[2], &errors)) return PY_ERROR;
  return codec_decode(data, count, encoding, errors);
}
METHOD(hex) {
  SELF;
  int64_t group;
  if (!py_as_int(arguments[2], &group)) return PY_ERROR;
  const char *separator = NULL;
  if (arguments[1].tag != TAG_UNDEFINED) {
    int64_t length = 0;
    if (py_is_str(arguments[1])) {
      separator = py_as_string(arguments[1])->data;
      length = py_as_string(arguments[1])->count;
    } else if (!bytes_wanted(arguments[1], &separator, &length)) {
      return PY_ERROR;
    }
    if (length != 1) return py_raise(&py_ValueError, "sep must be length 1.");
    if ((unsigned char)*separator >= 0x80) return py_raise(&py_ValueError, "sep must be ASCII.");
  }
  Text text = {0};
  for (int64_t i = 0; i < count; i++) {
    int64_t width = group < 0 ? -group : group, at = group < 0 ? i : count - i;
    if (separator && width && i && at % width == 0) text_add_char(&text, *separator);
    text_addf(&text, "%02x", (unsigned char)data[i]);
  }
  return py_text_take(&text);
}

/* The part that find, index and count look for: bytes, or one byte as an integer. */
static bool part_of(Value value, char *byte, const char **part, int64_t *count) {
  if (bytes_view(value, part, count)) return true;
  if (!py_is_integer(value)) {
    py_raise(&py_TypeError, "argument should be integer or bytes-like object, not '%s'",
             py_type_label(py_type_of(value)));
    return false;
  }
  *part = byte;
  *count = 1;
  return bytes_byte(value, "byte", byte);
}
/* find, rfind, index, rindex: row->data holds the letters of what it is ("r": from the right, "i": raises). */
METHOD(find) {
  SELF;
  const char *how = row->data, *part;
  int64_t part_count, from, to;
  char byte;
  if (!part_of(arguments[1], &byte, &part, &part_count) ||
      !sequence_bounds(arguments[2], arguments[3], count, &from, &to))
    return PY_ERROR;
  int64_t at = -1;
  if (from <= to)
    at = strchr(how, 'r') ? str_rfind_bytes(data + from, to - from, part, part_count)
                          : str_find_bytes(data + from, to - from, part, part_count);
  if (at >= 0) return py_int(at + from);
  return strchr(how, 'i') ? py_raise(&py_ValueError, "subsection not found") : py_int(-1);
}
METHOD(count) {
  SELF;
  const char *part;
  int64_t part_count, from, to, found = 0;
  char byte;
  if (!part_of(arguments[1], &byte, &part, &part_count) ||
      !sequence_bounds(arguments[2], arguments[3], count, &from, &to))
    return PY_ERROR;
  if (from > to) return py_int(0);
  if (part_count == 0) return py_int(to - from + 1);
  for (int64_t at; (at = str_find_bytes(data + from, to - from, part, part_count)) >= 0; from += at + part_count)
    found++;
  return py_int(found);
}
/* startswith, endswith (row->data "e"), of one part or a tuple of them. */
static int has_end(const NativeRow *row, const char *data, int64_t count, Value part) {
  const char *bytes;
  int64_t length;
  if (!bytes_view(part, &bytes, &length)) {
    py_raise(&py_TypeError, "%s first arg must be bytes or a tuple of bytes, not %s", row->name,
             py_type_label(py_type_of(part)));
    return -1;
  }
  return length <= count && memcmp(row->data ? data + count - length : data, bytes, (size_t)length) == 0;
}
METHOD(with) {
  SELF;
  int64_t from, to;
  if (!sequence_bounds(arguments[2], arguments[3], count, &from, &to)) return PY_ERROR;
  if (from > to) return PY_FALSE;
  Value part = arguments[1];
  if (!py_is_tuple(part)) {
    int has = has_end(row, data + from, to - from, part);
    return has < 0 ? PY_ERROR : py_bool(has);
  }
  for (int64_t i = 0; i < py_as_tuple(part)->count; i++) {
    int has = has_end(row, data + from, to - from, py_as_tuple(part)->items[i]);
    if (has) return has < 0 ? PY_ERROR : PY_TRUE;
  }
  return PY_FALSE;
}

/* ---- Splitting and joining ---- */

static bool add_part(Value list, Value like, const char *data, int64_t count) {
  return py_list_append_steal(py_as_list(list), bytes_like(like, data, count));
}

/* split and rsplit (row->data) at white space or at a separator. */
METHOD(split) {
  SELF;
  const char *by = NULL;
  int64_t by_count = 0, most;
  bool right = row->data != NULL, ok = true;
  if (!py_is_none(arguments[1]) && !bytes_wanted(arguments[1], &by, &by_count)) return PY_ERROR;
  if (by && by_count == 0) return py_raise(&py_ValueError, "empty separator");
  if (!py_as_int(arguments[2], &most)) return PY_ERROR;
  if (most < 0) most = INT64_MAX;
  Value list = py_list(8);
  if (py_is_error(list)) return list;
  const char *at = data, *end = data + count;
  while (ok && most-- > 0 && (by || at < end)) {
    if (!by && !right) {
      while (at < end && is_space(*at)) at++;
      const char *stop = at;
      while (stop < end && !is_space(*stop)) stop++;
      if (stop == at) break;
      ok = add_part(list, arguments[0], at, stop - at);
      at = stop;
    } else if (!by) {
      while (end > at && is_space(end[-1])) end--;
      const char *start = end;
      while (start > at && !is_space(start[-1])) start--;
      if (start == end) break;
      ok = add_part(list, arguments[0], start, end - start);
      end = start;
    } else {
      int64_t next = right ? str_rfind_bytes(at, end - at, by, by_count) : str_find_bytes(at, end - at, by, by_count);
      if (next < 0) break;
      ok = right ? add_part(list, arguments[0], at + next + by_count, end - at - next - by_count)
                 : add_part(list, arguments[0], at, next);
      if (right) end = at + next;
      else at += next + by_count;
    }
  }
  if (!by) {
    while (at < end && is_space(*at) && !right) at++;
    while (end > at && is_space(end[-1]) && right) end--;
  }
  if (ok && (by || at < end)) ok = add_part(list, arguments[0], at, end - at);
  for (int64_t i = 0, j = py_as_list(list)->count - 1; right && i < j; i++, j--) {
    Value swap = py_as_list(list)->items[i];
    py_as_list(list)->items[i] = py_as_list(list)->items[j];
    py_as_list(list)->items[j] = swap;
  }
  if (ok) return list;
  py_drop(list);
  return PY_ERROR;
}
METHOD(splitlines) {
  SELF;
  bool keep, ok = true;
  if (!py_as_bool(arguments[1], &keep)) return PY_ERROR;
  Value list = py_list(8);
  for (const char *at = data, *end = data + count; ok && !py_is_error(list) && at < end;) {
    const char *stop = at;
    while (stop < end && *stop != '\n' && *stop != '\r') stop++;
    const char *next = stop + (stop < end) + (stop + 1 < end && stop[0] == '\r' && stop[1] == '\n');
    ok = add_part(list, arguments[0], at, (keep ? next : stop) - at);
    at = next;
  }
  if (ok) return list;
  py_drop(list);
  return PY_ERROR;
}
/* partition and rpartition (row->data). */
METHOD(partition) {
  SELF;
  const char *by;
  int64_t by_count;
  bool right = row->data != NULL;
  if (!bytes_wanted(arguments[1], &by, &by_count)) return PY_ERROR;
  if (by_count == 0) return py_raise(&py_ValueError, "empty separator");
  int64_t at = right ? str_rfind_bytes(data, count, by, by_count) : str_find_bytes(data, count, by, by_count);
  int64_t first = at >= 0 ? at : right ? 0 : count, middle = at >= 0 ? by_count : 0;
  Value parts[3] = {bytes_like(arguments[0], data, first), bytes_like(arguments[0], data + first, middle),
                    bytes_like(arguments[0], data + first + middle, count - first - middle)};
  Value tuple = py_pending() ? PY_ERROR : py_tuple_of(3, parts[0], parts[1], parts[2]);
  for (int i = 0; i < 3; i++) py_drop(parts[i]);
  return tuple;
}
METHOD(join) {
  SELF;
  Type *of = py_type_of(arguments[1]);
  if (!of->iter && !of->next && !of->getitem) return py_raise(&py_TypeError, "can only join an iterable");
  Value list = py_to_list(arguments[1]);
  if (py_is_error(list)) return list;
  Text text = {0};
  for (int64_t i = 0; i < py_as_list(list)->count; i++) {
    Value item = py_as_list(list)->items[i];
    const char *part;
    int64_t part_count;
    if (!bytes_view(item, &part, &part_count)) {
      py_raise(&py_TypeError, "sequence item %lld: expected a bytes-like object, %s found", (long long)i,
               py_type_label(py_type_of(item)));
      break;
    }
    if (i) text_add_bytes(&text, data, (size_t)count);
    text_add_bytes(&text, part, (size_t)part_count);
  }
  py_drop(list);
  if (!py_pending()) return take(arguments[0], &text);
  text_free(&text);
  return PY_ERROR;
}
METHOD(replace) {
  SELF;
  const char *old, *new;
  int64_t old_count, new_count, most;
  if (!bytes_wanted(arguments[1], &old, &old_count) || !bytes_wanted(arguments[2], &new, &new_count) ||
      !py_as_int(arguments[3], &most))
    return PY_ERROR;
  if (most < 0) most = INT64_MAX;
  Text text = {0};
  const char *at = data, *end = data + count;
  if (old_count == 0) { /* between all bytes, and at both ends */
    for (; most > 0; most--) {
      text_add_bytes(&text, new, (size_t)new_count);
      if (at == end) break;
      text_add_char(&text, *at++);
    }
  } else {
    for (int64_t next; most-- > 0 && (next = str_find_bytes(at, end - at, old, old_count)) >= 0;
         at += next + old_count) {
      text_add_bytes(&text, at, (size_t)next);
      text_add_bytes(&text, new, (size_t)new_count);
    }
  }
  text_add_bytes(&text, at, (size_t)(end - at));
  return take(arguments[0], &text);
}

/* ---- Parts and padding ---- */

METHOD(strip) {
  SELF;
  const char *set = " \t\n\r\f\v";
  int64_t size = 6;
  if (!py_is_none(arguments[1]) && !bytes_wanted(arguments[1], &set, &size)) return PY_ERROR;
  const char *at = data, *end = data + count;
  while (row->name[0] != 'r' && at < end && memchr(set, *at, (size_t)size)) at++;
  while (row->name[0] != 'l' && end > at && memchr(set, end[-1], (size_t)size)) end--;
  return bytes_like(arguments[0], at, end - at);
}
/* removeprefix and removesuffix (row->data). */
METHOD(remove) {
  SELF;
  const char *part;
  int64_t length;
  if (!bytes_wanted(arguments[1], &part, &length)) return PY_ERROR;
  bool has = length <= count && memcmp(row->data ? data + count - length : data, part, (size_t)length) == 0;
  return bytes_like(arguments[0], has && !row->data ? data + length : data, has ? count - length : count);
}
/* ljust, rjust, center, zfill: row->data is 'l', 'r', 'c' or 'z'. */
METHOD(pad) {
  SELF;
  char how = *(const char *)row->data, fill = how == 'z' ? '0' : ' ';
  int64_t width, fill_count;
  if (!py_as_int(arguments[1], &width)) return PY_ERROR;
  if (how != 'z' && arguments[2].tag != TAG_UNDEFINED) {
    const char *given;
    if (!bytes_view(arguments[2], &given, &fill_count) || fill_count != 1)
      return py_raise(&py_TypeError, "%s() argument 2 must be a byte string of length 1, not %s", row->name,
                      py_type_label(py_type_of(arguments[2])));
    fill = *given;
  }
  int64_t missing = width > count ? width - count : 0;
  if (missing > (int64_t)1 << 40) return py_raise(&py_MemoryError, "Unable to allocate %lld bytes", (long long)width);
  int64_t left = how == 'l' ? 0 : how == 'c' ? missing / 2 + (missing & width & 1) : missing;
  Text text = {0};
  bool sign = how == 'z' && count && (*data == '+' || *data == '-');
  if (sign) text_add_char(&text, *data);
  for (int64_t i = 0; i < left; i++) text_add_char(&text, fill);
  text_add_bytes(&text, data + sign, (size_t)(count - sign));
  for (int64_t i = left; i < missing; i++) text_add_char(&text, fill);
  return take(arguments[0], &text);
}
METHOD(expandtabs) {
  SELF;
  int64_t size, column = 0;
  if (!py_as_int(arguments[1], &size)) return PY_ERROR;
  Text text = {0};
  for (int64_t i = 0; i < count; i++) {
    if (data[i] != '\t') {
      text_add_char(&text, data[i]);
      column = data[i] == '\n' || data[i] == '\r' ? 0 : column + 1;
      continue;
    }
    for (int64_t spaces = size > 0 ? size - column % size : 0; spaces > 0; spaces--, column++)
      text_add_char(&text, ' ');
  }
  return take(arguments[0], &text);
}

/* ---- Letters ---- */

/* upper, lower, swapcase, title, capitalize. */
METHOD(case) {
  SELF;
  char how = row->name[0];
  Text text = {0};
  bool inside = false;
  for (int64_t i = 0; i < count; i++) {
    char c = data[i];
    bool first = how == 't' ? !inside : i == 0;
    inside = is_letter(c);
    text_add_char(&text, how == 'u' ? upper(c)
                         : how == 'l' ? lower(c)
                         : how == 's' ? (lower(c) == c ? upper(c) : lower(c))
                         : first      ? upper(c)
                                      : lower(c));
  }
  return take(arguments[0], &text);
}
/* isalnum, isalpha, isdigit, isspace, isascii: every byte is of the kind; isascii holds for no bytes too. */
METHOD(is) {
  SELF;
  const char *kind = row->name + 2;
  if (count == 0) return py_bool(strcmp(kind, "ascii") == 0);
  for (int64_t i = 0; i < count; i++) {
    unsigned char c = (unsigned char)data[i];
    bool digit = c >= '0' && c <= '9', letter = is_letter((char)c);
    bool is = strcmp(kind, "alnum") == 0   ? digit || letter
              : strcmp(kind, "alpha") == 0 ? letter
              : strcmp(kind, "digit") == 0 ? digit
              : strcmp(kind, "space") == 0 ? is_space((char)c)
                                           : c < 128;
    if (!is) return PY_FALSE;
  }
  return PY_TRUE;
}
/* islower, isupper, istitle. */
METHOD(is_case) {
  SELF;
  char kind = row->name[2];
  bool any = false, inside = false;
  for (int64_t i = 0; i < count; i++) {
    char c = data[i];
    if (!is_letter(c)) {
      inside = false;
      continue;
    }
    bool small = lower(c) == c;
    if (kind == 't' ? small != inside : small != (kind == 'l')) return PY_FALSE;
    any = inside = true;
  }
  return py_bool(any);
}
METHOD(translate) {
  SELF;
  const char *table = NULL, *gone = "";
  int64_t table_count = 0, gone_count = 0;
  if (!py_is_none(arguments[1])) {
    if (!bytes_wanted(arguments[1], &table, &table_count)) return PY_ERROR;
    if (table_count != 256) return py_raise(&py_ValueError, "translation table must be 256 characters long");
  }
  if (arguments[2].tag != TAG_UNDEFINED && !bytes_wanted(arguments[2], &gone, &gone_count)) return PY_ERROR;
  Text text = {0};
  for (int64_t i = 0; i < count; i++)
    if (!memchr(gone, data[i], (size_t)gone_count))
      text_add_char(&text, table ? table[(unsigned char)data[i]] : data[i]);
  return take(arguments[0], &text);
}
METHOD(maketrans) {
  const char *from, *to;
  int64_t from_count, to_count;
  if (!bytes_wanted(arguments[0], &from, &from_count) || !bytes_wanted(arguments[1], &to, &to_count)) return PY_ERROR;
  if (from_count != to_count) return py_raise(&py_ValueError, "maketrans arguments must have same length");
  char table[256];
  for (int i = 0; i < 256; i++) table[i] = (char)i;
  for (int64_t i = 0; i < from_count; i++) table[(unsigned char)from[i]] = to[i];
  return py_bytes(table, sizeof table);
}
METHOD(bytes) {
  SELF;
  return py_bytes(data, (size_t)count);
}
METHOD(fromhex) {
  const char *text;
  if (!py_is_str(arguments[1]))
    return py_raise(&py_TypeError, "fromhex() argument must be str, not %s", py_type_label(py_type_of(arguments[1])));
  if (!py_as_text(arguments[1], &text)) return PY_ERROR;
  const char *end = text + py_as_string(arguments[1])->length;
  Text out = {0};
  for (const char *at = text; at < end; at++) {
    if (is_space(*at)) continue;
    int value = 0;
    for (int i = 0; i < 2; i++) {
      const char *digits = "0123456789abcdef", *digit = at[i] ? strchr(digits, lower(at[i])) : NULL;
      if (!digit) {
        text_free(&out);
        return py_raise(&py_ValueError, "non-hexadecimal number found in fromhex() arg at position %d",
                        (int)(at + i - text));
      }
      value = value * 16 + (int)(digit - digits);
    }
    text_add_char(&out, (char)value);
    at++;
  }
  Value made = py_bytes(text_string(&out), out.length);
  text_free(&out);
  const Type *class = py_as_type(arguments[0]);
  if (py_is_error(made) || class == &py_bytes_type) return made;
  Value result = py_call_values(arguments[0], &made, 1);
  py_drop(made);
  return result;
}

#define BOUNDS ", start=None, end=None, /"
static Value call_new_arguments(const NativeRow *row, Value *arguments) {
  Value plain = py_bytes(py_as_bytes(arguments[0])->data, (size_t)py_as_bytes(arguments[0])->count);
  Value made = py_is_error(plain) ? plain : py_tuple_of(1, plain);
  py_drop(plain);
  return made;
}

const NativeRow bytes_methods[] = {
    {"decode", "self, encoding='utf-8', errors='strict'", "as text", call_decode, NULL},
    {"hex", "self, sep=..., bytes_per_sep=1", "in hexadecimal", call_hex, NULL},
    {"find", "self, sub" BOUNDS, "where a part begins, or -1", call_find, ""},
    {"rfind", "self, sub" BOUNDS, "where a part begins last, or -1", call_find, "r"},
    {"index", "self, sub" BOUNDS, "where a part begins", call_find, "i"},
    {"rindex", "self, sub" BOUNDS, "where a part begins last", call_find, "ri"},
    {"count", "self, sub" BOUNDS, "how often a part occurs", call_count, NULL},
    {"startswith", "self, prefix" BOUNDS, "whether they begin so", call_with, NULL},
    {"endswith", "self, suffix" BOUNDS, "whether they end so", call_with, "e"},
    {"split", "self, sep=None, maxsplit=-1", "the parts between separators", call_split, NULL},
    {"rsplit", "self, sep=None, maxsplit=-1", "the parts, counted from the end", call_split, "r"},
    {"splitlines", "self, keepends=False", "the lines", call_splitlines, NULL},
    {"partition", "self, sep, /", "what is before, at and behind a separator", call_partition, NULL},
    {"rpartition", "self, sep, /", "likewise, at the last one", call_partition, "r"},
    {"join", "self, iterable, /", "bytes with these between them", call_join, NULL},
    {"replace", "self, old, new, count=-1, /", "with a part replaced", call_replace, NULL},
    {"strip", "self, bytes=None, /", "without white space at both ends", call_strip, NULL},
    {"lstrip", "self, bytes=None, /", "without white space at the start", call_strip, NULL},
    {"rstrip", "self, bytes=None, /", "without white space at the end", call_strip, NULL},
    {"removeprefix", "self, prefix, /", "without a beginning", call_remove, NULL},
    {"removesuffix", "self, suffix, /", "without an end", call_remove, "s"},
    {"ljust", "self, width, fillchar=..., /", "filled up at the end", call_pad, "l"},
    {"rjust", "self, width, fillchar=..., /", "filled up at the start", call_pad, "r"},
    {"center", "self, width, fillchar=..., /", "filled up at both ends", call_pad, "c"},
    {"zfill", "self, width, /", "filled up with zeros", call_pad, "z"},
    {"expandtabs", "self, tabsize=8", "with spaces for tabs", call_expandtabs, NULL},
    {"upper", "self, /", "ASCII letters as capitals", call_case, NULL},
    {"lower", "self, /", "ASCII letters as small ones", call_case, NULL},
    {"swapcase", "self, /", "capitals as small letters and the reverse", call_case, NULL},
    {"title", "self, /", "words with capitals", call_case, NULL},
    {"capitalize", "self, /", "a capital first", call_case, NULL},
    {"isalnum", "self, /", "whether all are letters or digits", call_is, NULL},
    {"isalpha", "self, /", "whether all are letters", call_is, NULL},
    {"isdigit", "self, /", "whether all are digits", call_is, NULL},
    {"isspace", "self, /", "whether all are white space", call_is, NULL},
    {"isascii", "self, /", "whether all are below 128", call_is, NULL},
    {"islower", "self, /", "whether all letters are small", call_is_case, NULL},
    {"isupper", "self, /", "whether all letters are capitals", call_is_case, NULL},
    {"istitle", "self, /", "whether words begin with capitals", call_is_case, NULL},
    {"translate", "self, table, /, delete=...", "each byte replaced by a table's", call_translate, NULL},
    {"__bytes__", "self, /", "as bytes", call_bytes, NULL},
    {"__getnewargs__", "self, /", "what makes the bytes again", call_new_arguments, NULL},
    {0},
};
const NativeRow bytes_statics[] = {{"fromhex", "cls, string, /", "bytes from hexadecimal", call_fromhex, NULL},
                                   {"maketrans", "frm, to, /", "a table for translate", call_maketrans, NULL},
                                   {0}};
