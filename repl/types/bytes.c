#include <string.h>
#include <strings.h>

#include "engine/core/utf8.h"
#include "repl/types/exception.h"
#include "repl/types/iterator.h"
#include "repl/types/object.h"
#include "repl/types/protocol.h"
#include "repl/types/sequence.h"
#include "repl/types/str.h"

bool py_is_bytes(Value v) { return v.tag == TAG_OBJECT && py_is_subtype(v.as.object->type, &py_bytes_type); }

static Bytes *bytes_new(int64_t count) {
  if (count < 0 || count > (int64_t)1 << 46) {
    py_raise(&py_MemoryError, "Unable to allocate %lld bytes", (long long)count);
    return NULL;
  }
  Bytes *bytes = py_new_sized(&py_bytes_type, offsetof(Bytes, data) + (size_t)count + 1);
  if (bytes) bytes->count = count;
  return bytes;
}

Value py_bytes(const char *data, size_t length) {
  Bytes *bytes = bytes_new((int64_t)length);
  if (bytes && length) memcpy(bytes->data, data, length);
  return py_object(bytes);
}

static Value repr(Value self) {
  Text text = {0};
  str_repr_bytes(&text, py_as_bytes(self)->data, (size_t)py_as_bytes(self)->count);
  return py_text_take(&text);
}

static bool hash(Value self, uint64_t *out) {
  Bytes *bytes = py_as_bytes(self);
  if (!bytes->hash) {
    uint64_t h = 0xCBF29CE484222325u;
    for (int64_t i = 0; i < bytes->count; i++) h = (h ^ (unsigned char)bytes->data[i]) * 0x100000001B3u;
    bytes->hash = h ? h : 1;
  }
  *out = bytes->hash;
  return true;
}

static Value compare(CompareOp op, Value a, Value b) {
  if (!py_is_bytes(b)) return PY_NOT_IMPLEMENTED;
  Bytes *x = py_as_bytes(a), *y = py_as_bytes(b);
  int order = memcmp(x->data, y->data, (size_t)(x->count < y->count ? x->count : y->count));
  if (!order) order = (x->count > y->count) - (x->count < y->count);
  const bool answers[] = {order < 0, order <= 0, order == 0, order != 0, order > 0, order >= 0};
  return py_bool(answers[op]);
}

static int truth(Value self) { return py_as_bytes(self)->count > 0; }
static int64_t length(Value self) { return py_as_bytes(self)->count; }

static Value getitem(Value self, Value key) {
  Bytes *bytes = py_as_bytes(self);
  if (py_is(key, &py_slice_type)) {
    int64_t start, stop, step, count;
    if (!py_slice_indices((Slice *)key.as.object, bytes->count, &start, &stop, &step, &count)) return PY_ERROR;
    Bytes *part = bytes_new(count);
    for (int64_t i = 0; part && i < count; i++) part->data[i] = bytes->data[start + i * step];
    return py_object(part);
  }
  int64_t index;
  if (!sequence_index(key, bytes->count, "byte", "index out of range", &index)) return PY_ERROR;
  return py_int((unsigned char)bytes->data[index]);
}

static int contains(Value self, Value item) {
  Bytes *bytes = py_as_bytes(self);
  if (py_is_bytes(item))
    return str_find_bytes(bytes->data, bytes->count, py_as_bytes(item)->data, py_as_bytes(item)->count) >= 0;
  int64_t byte;
  if (!py_is_integer(item)) {
    py_raise(&py_TypeError, "a bytes-like object is required, not '%s'", py_type_of(item)->name);
    return -1;
  }
  if (!py_as_int(item, &byte)) return -1;
  if (byte < 0 || byte > 255) {
    py_raise(&py_ValueError, "byte must be in range(0, 256)");
    return -1;
  }
  return memchr(bytes->data, (int)byte, (size_t)bytes->count) != NULL;
}

static Value iter(Value self) { return iterator_over_sequence(self); }

static Value binary(BinaryOp op, Value a, Value b) {
  if (op == OP_ADD && py_is_bytes(a) && py_is_bytes(b)) {
    Bytes *x = py_as_bytes(a), *y = py_as_bytes(b), *sum = bytes_new(x->count + y->count);
    if (!sum) return PY_ERROR;
    memcpy(sum->data, x->data, (size_t)x->count);
    memcpy(sum->data + x->count, y->data, (size_t)y->count);
    return py_object(sum);
  }
  if (op == OP_MUL) {
    Value source = py_is_bytes(a) ? a : b, times = py_is_bytes(a) ? b : a;
    int64_t count, total;
    if (!py_is_integer(times) || !py_is_bytes(source)) return PY_NOT_IMPLEMENTED;
    if (!sequence_times(times, &count)) return PY_ERROR;
    if (count < 0) count = 0;
    Bytes *bytes = py_as_bytes(source);
    if (__builtin_mul_overflow(bytes->count, count, &total)) total = INT64_MAX;
    Bytes *result = bytes_new(total);
    for (int64_t i = 0; result && i < total; i++) result->data[i] = bytes->data[i % bytes->count];
    return py_object(result);
  }
  return PY_NOT_IMPLEMENTED;
}

/* bytes(), bytes(length), bytes(text, encoding), bytes(iterable of ints) */
static Value convert(Value *arguments) {
  Value source = arguments[0];
  if (source.tag == TAG_UNDEFINED) return py_bytes("", 0);
  if (py_is_str(source)) {
    if (arguments[1].tag == TAG_UNDEFINED) return py_raise(&py_TypeError, "string argument without an encoding");
    return py_call_method(source, "encode", arguments + 1, arguments[2].tag == TAG_UNDEFINED ? 1 : 2);
  }
  if (py_is_bytes(source)) return py_keep(source);
  int64_t count;
  if (py_is_integer(source)) {
    if (!py_as_int(source, &count)) return PY_ERROR;
    if (count < 0) return py_raise(&py_ValueError, "negative count");
    return py_object(bytes_new(count));
  }
  Type *of = py_type_of(source);
  if (!of->iter && !of->next && !of->getitem)
    return py_raise(&py_TypeError, "cannot convert '%s' object to bytes", of->name);
  Value list = py_to_list(source);
  if (py_is_error(list)) return list;
  List *items = py_as_list(list);
  Bytes *result = bytes_new(items->count);
  bool ok = result != NULL;
  for (int64_t i = 0; ok && i < items->count; i++) {
    ok = py_as_int(items->items[i], &count);
    if (ok && (count < 0 || count > 255)) {
      py_raise(&py_ValueError, "bytes must be in range(0, 256)");
      ok = false;
    }
    if (ok) result->data[i] = (char)count;
  }
  py_drop(list);
  if (ok) return py_object(result);
  if (result) py_drop(py_object(result));
  return PY_ERROR;
}

static Value construct(Type *type, Value *arguments) {
  Value bytes = convert(arguments);
  if (py_is_error(bytes) || !type->heap) return bytes;
  const Bytes *from = py_as_bytes(bytes);
  Bytes *made = py_new_sized(type, offsetof(Bytes, data) + (size_t)from->count + 1);
  if (made) {
    memcpy(made->data, from->data, (size_t)from->count);
    made->count = from->count;
  }
  py_drop(bytes);
  return py_object(made);
}

#define METHOD(noun) static Value call_##noun(const NativeRow *row, Value *arguments)
#define SELF py_as_bytes(arguments[0])

/* How many bytes of a character that the end cuts off; 0 where something else is wrong. */
static int cut_sequence(const char *at, const char *end) {
  unsigned char first = (unsigned char)*at;
  int wanted = first >= 0xF0 && first <= 0xF4 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
  if (end - at >= wanted || first > 0xF4) return 0;
  for (const char *p = at + 1; p < end; p++)
    if (((unsigned char)*p & 0xC0) != 0x80) return 0;
  return (int)(end - at);
}

METHOD(decode) {
  const char *encoding, *errors;
  if (!py_as_text(arguments[1], &encoding) || !py_as_text(arguments[2], &errors)) return PY_ERROR;
  bool ascii = strcasecmp(encoding, "ascii") == 0;
  bool latin = strcasecmp(encoding, "latin-1") == 0 || strcasecmp(encoding, "latin1") == 0 ||
               strcasecmp(encoding, "iso-8859-1") == 0;
  bool utf8 = strcasecmp(encoding, "utf-8") == 0 || strcasecmp(encoding, "utf8") == 0;
  if (!ascii && !latin && !utf8) return py_raise(&py_LookupError, "unknown encoding: %s", encoding);
  Text text = {0};
  const char *at = SELF->data, *end = at + SELF->count;
  while (at < end) {
    uint32_t code = (unsigned char)*at;
    int taken = 1;
    if (utf8) taken = utf8_decode(at, (size_t)(end - at), &code);
    if (taken > 0 && !(ascii && code >= 128)) {
      text_add_code(&text, code);
      at += taken;
      continue;
    }
    if (strcmp(errors, "replace") == 0) {
      text_add_code(&text, 0xFFFD);
    } else if (strcmp(errors, "ignore") != 0) {
      text_free(&text);
      int cut = utf8 ? cut_sequence(at, end) : 0;
      if (cut > 1)
        return py_raise(&py_UnicodeDecodeError,
                        "'utf-8' codec can't decode bytes in position %lld-%lld: unexpected end of data",
                        (long long)(at - SELF->data), (long long)(at - SELF->data + cut - 1));
      return py_raise(&py_UnicodeDecodeError, "'%s' codec can't decode byte 0x%02x in position %lld: %s",
                      ascii ? "ascii" : "utf-8", (unsigned char)*at, (long long)(at - SELF->data),
                      ascii ? "ordinal not in range(128)"
                      : ((unsigned char)*at & 0xC0) == 0x80 || (unsigned char)*at > 0xF4 ? "invalid start byte"
                      : end - at < 2 ? "unexpected end of data" : "invalid continuation byte");
    }
    at++;
  }
  return py_text_take(&text);
}
METHOD(hex) {
  Text text = {0};
  for (int64_t i = 0; i < SELF->count; i++) text_addf(&text, "%02x", (unsigned char)SELF->data[i]);
  return py_text_take(&text);
}
static bool want(Value value) {
  if (py_is_bytes(value)) return true;
  py_raise(&py_TypeError, "a bytes-like object is required, not '%s'", py_type_of(value)->name);
  return false;
}
METHOD(find) {
  int64_t from, to;
  if (!want(arguments[1]) || !sequence_bounds(arguments[2], arguments[3], SELF->count, &from, &to)) return PY_ERROR;
  Bytes *part = py_as_bytes(arguments[1]);
  int64_t at = from > to ? -1 : str_find_bytes(SELF->data + from, to - from, part->data, part->count);
  return py_int(at < 0 ? -1 : at + from);
}
METHOD(with) {
  if (!want(arguments[1])) return PY_ERROR;
  Bytes *part = py_as_bytes(arguments[1]);
  int64_t at = row->name[0] == 's' ? 0 : SELF->count - part->count;
  return py_bool(part->count <= SELF->count && memcmp(SELF->data + at, part->data, (size_t)part->count) == 0);
}
METHOD(split) {
  if (!want(arguments[1])) return PY_ERROR;
  Bytes *by = py_as_bytes(arguments[1]);
  if (by->count == 0) return py_raise(&py_ValueError, "empty separator");
  Value list = py_list(8);
  const char *at = SELF->data, *end = at + SELF->count;
  while (!py_is_error(list)) {
    int64_t next = str_find_bytes(at, end - at, by->data, by->count);
    const char *stop = next < 0 ? end : at + next;
    if (!py_list_append_steal(py_as_list(list), py_bytes(at, (size_t)(stop - at)))) {
      py_drop(list);
      return PY_ERROR;
    }
    if (next < 0) break;
    at = stop + by->count;
  }
  return list;
}
METHOD(join) {
  Value list = py_to_list(arguments[1]);
  if (py_is_error(list)) return list;
  Text text = {0};
  for (int64_t i = 0; i < py_as_list(list)->count; i++) {
    Value item = py_as_list(list)->items[i];
    if (!py_is_bytes(item)) {
      py_raise(&py_TypeError, "sequence item %lld: expected a bytes-like object, %s found", (long long)i,
               py_type_of(item)->name);
      break;
    }
    if (i) text_add_bytes(&text, SELF->data, (size_t)SELF->count);
    text_add_bytes(&text, py_as_bytes(item)->data, (size_t)py_as_bytes(item)->count);
  }
  py_drop(list);
  Value result = py_pending() ? PY_ERROR : py_bytes(text_string(&text), text.length);
  text_free(&text);
  return result;
}
METHOD(replace) {
  if (!want(arguments[1]) || !want(arguments[2])) return PY_ERROR;
  Bytes *old = py_as_bytes(arguments[1]), *new = py_as_bytes(arguments[2]);
  if (old->count == 0) return py_raise(&py_NotImplementedError, "replacing empty bytes is not supported");
  Text text = {0};
  const char *at = SELF->data, *end = at + SELF->count;
  for (int64_t next; (next = str_find_bytes(at, end - at, old->data, old->count)) >= 0; at += next + old->count) {
    text_add_bytes(&text, at, (size_t)next);
    text_add_bytes(&text, new->data, (size_t)new->count);
  }
  text_add_bytes(&text, at, (size_t)(end - at));
  Value result = py_bytes(text_string(&text), text.length);
  text_free(&text);
  return result;
}
METHOD(strip) {
  if (!py_is_none(arguments[1]) && !want(arguments[1])) return PY_ERROR;
  const char *set = " \t\n\r\f\v";
  size_t size = 6;
  if (!py_is_none(arguments[1])) {
    set = py_as_bytes(arguments[1])->data;
    size = (size_t)py_as_bytes(arguments[1])->count;
  }
  const char *at = SELF->data, *end = at + SELF->count;
  while (row->name[0] != 'r' && at < end && memchr(set, *at, size)) at++;
  while (row->name[0] != 'l' && end > at && memchr(set, end[-1], size)) end--;
  return py_bytes(at, (size_t)(end - at));
}
METHOD(case) {
  Bytes *result = bytes_new(SELF->count);
  for (int64_t i = 0; result && i < SELF->count; i++) {
    char c = SELF->data[i];
    if (row->name[0] == 'u' && c >= 'a' && c <= 'z') c = (char)(c - 32);
    if (row->name[0] == 'l' && c >= 'A' && c <= 'Z') c = (char)(c + 32);
    result->data[i] = c;
  }
  return py_object(result);
}
METHOD(fromhex) {
  const char *text;
  if (!py_as_text(arguments[0], &text)) return PY_ERROR;
  Text out = {0};
  for (const char *at = text; *at; at++) {
    if (strchr(" \t\n\r\f\v", *at)) continue;
    int value = 0;
    for (int i = 0; i < 2; i++) {
      const char *digits = "0123456789abcdef",
                 *digit = at[i] ? strchr(digits, at[i] >= 'A' && at[i] <= 'F' ? at[i] + 32 : at[i]) : NULL;
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
  Value result = py_bytes(text_string(&out), out.length);
  text_free(&out);
  return result;
}

static const NativeRow methods[] = {
    {"decode", "self, encoding='utf-8', errors='strict'", "as text", call_decode, NULL},
    {"hex", "self, /", "in hexadecimal", call_hex, NULL},
    {"find", "self, sub, start=None, end=None, /", "where a part begins, or -1", call_find, NULL},
    {"startswith", "self, prefix, /", "whether they begin so", call_with, NULL},
    {"endswith", "self, suffix, /", "whether they end so", call_with, NULL},
    {"split", "self, sep", "the parts between separators", call_split, NULL},
    {"join", "self, iterable, /", "bytes with these between them", call_join, NULL},
    {"replace", "self, old, new, /", "with a part replaced", call_replace, NULL},
    {"strip", "self, bytes=None, /", "without white space at both ends", call_strip, NULL},
    {"lstrip", "self, bytes=None, /", "without white space at the start", call_strip, NULL},
    {"rstrip", "self, bytes=None, /", "without white space at the end", call_strip, NULL},
    {"upper", "self, /", "ASCII letters as capitals", call_case, NULL},
    {"lower", "self, /", "ASCII letters as small ones", call_case, NULL},
    {0},
};
static const NativeRow statics[] = {{"fromhex", "string, /", "bytes from hexadecimal", call_fromhex, NULL}, {0}};

Type py_bytes_type = {.name = "bytes", .size = sizeof(Bytes), .repr = repr, .hash = hash, .compare = compare,
                      .truth = truth, .length = length, .getitem = getitem, .contains = contains, .iter = iter,
                      .binary = binary, .signature = "source=..., encoding=..., errors=...", .construct = construct,
                      .methods = methods, .statics = statics, .help = "An immutable sequence of bytes."};
