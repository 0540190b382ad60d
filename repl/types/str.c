#include "repl/types/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/utf8.h"
#include "repl/types/exception.h"
#include "repl/types/format.h"
#include "repl/types/integer.h"
#include "repl/types/iterator.h"
#include "repl/types/object.h"
#include "repl/types/protocol.h"
#include "repl/types/sequence.h"

bool py_is_str(Value v) {
  return v.tag == TAG_OBJECT && (v.as.object->type == &py_str_type || py_is_subtype(v.as.object->type, &py_str_type));
}

String *str_new(size_t length) {
  if (!py_str_type.ready) py_type_ready(&py_str_type);
  if (length > (size_t)1 << 46) {
    py_raise(&py_MemoryError, "Unable to allocate %zu bytes", length);
    return NULL;
  }
  String *string = object_new_uncleared(&py_str_type, offsetof(String, data) + length + 1);
  if (!string) return NULL;
  string->hash = 0;
  string->length = string->count = (int64_t)length;
  string->interned = false;
  string->data[length] = '\0';
  return string;
}

static bool is_ascii(const char *bytes, size_t length) {
  size_t i = 0;
  for (; i + 8 <= length; i += 8) {
    uint64_t word;
    memcpy(&word, bytes + i, 8);
    if (word & 0x8080808080808080u) return false;
  }
  for (; i < length; i++)
    if ((unsigned char)bytes[i] >= 0x80) return false;
  return true;
}

Value str_finish(String *string) {
  if (!is_ascii(string->data, (size_t)string->length))
    string->count = (int64_t)utf8_count(string->data, (size_t)string->length);
  return py_object(string);
}

Value str_concat(const Value *parts, int count) {
  int64_t length = 0, codes = 0;
  for (int i = 0; i < count; i++) {
    length += py_as_string(parts[i])->length;
    codes += py_as_string(parts[i])->count;
  }
  if (length <= 1) {
    for (int i = 0; i < count; i++)
      if (py_as_string(parts[i])->length) return str_plain(parts[i]);
    return py_text_bytes("", 0);
  }
  String *made = str_new((size_t)length);
  if (!made) return PY_ERROR;
  char *at = made->data;
  for (int i = 0; i < count; i++) {
    const String *part = py_as_string(parts[i]);
    memcpy(at, part->data, (size_t)part->length);
    at += part->length;
  }
  made->count = codes;
  return py_object(made);
}

static uint64_t hash_bytes(const char *bytes, size_t length) {
  uint64_t hash = 0x9E3779B97F4A7C15u ^ length;
  for (; length >= 8; bytes += 8, length -= 8) {
    uint64_t word;
    memcpy(&word, bytes, 8);
    hash = (hash ^ word) * 0xD6E8FEB86659FD93u;
    hash ^= hash >> 32;
  }
  uint64_t rest = 0;
  if (length) memcpy(&rest, bytes, length);
  hash = (hash ^ rest) * 0xD6E8FEB86659FD93u;
  hash ^= hash >> 29;
  return hash ? hash : 1;
}

uint64_t str_hash(String *string) {
  if (!string->hash) string->hash = hash_bytes(string->data, (size_t)string->length);
  return string->hash;
}

/* Interned strs: an open-addressing table that only grows. */
static String **names;
static size_t name_capacity, name_count;

static bool grow_names(void) {
  size_t capacity = name_capacity ? name_capacity * 2 : 1024;
  String **grown = core_alloc_zero(capacity, sizeof *grown);
  if (!grown) return false;
  for (size_t i = 0; i < name_capacity; i++) {
    if (!names[i]) continue;
    size_t at = names[i]->hash & (capacity - 1);
    while (grown[at]) at = (at + 1) & (capacity - 1);
    grown[at] = names[i];
  }
  core_free(names);
  names = grown;
  name_capacity = capacity;
  return true;
}

String *py_intern_bytes(const char *bytes, size_t length) {
  /* Making the type ready interns names by itself, so it must be done before the search for this one. */
  if (!py_str_type.ready) py_type_ready(&py_str_type);
  if (name_count * 2 >= name_capacity && !grow_names()) return NULL;
  uint64_t hash = hash_bytes(bytes, length);
  size_t at = hash & (name_capacity - 1);
  while (names[at]) {
    if (names[at]->hash == hash && names[at]->length == (int64_t)length && memcmp(names[at]->data, bytes, length) == 0)
      return names[at];
    at = (at + 1) & (name_capacity - 1);
  }
  String *string = py_new_sized(&py_str_type, offsetof(String, data) + length + 1);
  if (!string) return NULL;
  memcpy(string->data, bytes, length);
  string->length = string->count = (int64_t)length;
  str_finish(string);
  string->hash = hash;
  string->interned = true;
  string->head.references = (int64_t)1 << 40;
  names[at] = string;
  name_count++;
  return string;
}

String *py_intern(const char *text) { return py_intern_bytes(text, strlen(text)); }

Value py_text_bytes(const char *bytes, size_t length) {
  if (length <= 1) {
    static String *empty, *letters[128];
    unsigned char first = length ? (unsigned char)bytes[0] : 0;
    if (first < 128) {
      String **known = length ? &letters[first] : &empty;
      if (!*known) *known = py_intern_bytes(bytes, length);
      if (!*known) return py_raise(&py_MemoryError, "Unable to allocate a str");
      (*known)->head.references++;
      return py_object(*known);
    }
  }
  String *string = str_new(length);
  if (!string) return PY_ERROR;
  memcpy(string->data, bytes, length);
  return str_finish(string);
}

Value py_text(const char *text) { return py_text_bytes(text, strlen(text)); }

Value py_text_take(Text *text) {
  Value value = text->failed ? py_raise(&py_MemoryError, "Unable to allocate a str")
                             : py_text_bytes(text_string(text), text->length);
  text_free(text);
  return value;
}

Value py_textf(const char *format, ...) {
  char small[512];
  va_list list;
  va_start(list, format);
  int length = vsnprintf(small, sizeof small, format, list);
  va_end(list);
  if (length < 0) length = 0;
  if ((size_t)length < sizeof small) return py_text_bytes(small, (size_t)length);
  String *string = str_new((size_t)length);
  if (!string) return PY_ERROR;
  va_start(list, format);
  vsnprintf(string->data, (size_t)length + 1, format, list);
  va_end(list);
  return str_finish(string);
}

/* The place that was asked for last in a text that is not ASCII: loops go on from there instead of from the start.
 * Forgotten when that text goes. */
static struct {
  const String *string;
  int64_t index, offset;
} last_place;

static void str_dealloc(Object *self) {
  if (last_place.string == (const String *)self) last_place.string = NULL;
}

static bool continues(char byte) { return ((unsigned char)byte & 0xC0) == 0x80; }

/* Where to start counting: the start, the end, or the last place. */
static void begin_at(const String *string, int64_t *index, int64_t *offset, int64_t wanted, bool by_offset) {
  int64_t end = by_offset ? string->length : string->count;
  *index = *offset = 0;
  if (end - wanted < wanted) {
    *index = string->count;
    *offset = string->length;
  }
  if (last_place.string != string) return;
  int64_t from = by_offset ? *offset : *index, known = by_offset ? last_place.offset : last_place.index;
  if (llabs(known - wanted) >= llabs(from - wanted)) return;
  *index = last_place.index;
  *offset = last_place.offset;
}

int64_t str_offset(const String *string, int64_t index) {
  if (string->count == string->length) return index;
  if (index >= string->count) return string->length;
  int64_t at, offset;
  begin_at(string, &at, &offset, index, false);
  for (; at < index; at++)
    do offset++;
    while (continues(string->data[offset]));
  for (; at > index; at--)
    do offset--;
    while (continues(string->data[offset]));
  last_place.string = string;
  last_place.index = index;
  last_place.offset = offset;
  return offset;
}

int64_t str_index(const String *string, int64_t offset) {
  if (string->count == string->length || offset < 0) return offset;
  if (offset >= string->length) return string->count;
  int64_t index, at;
  begin_at(string, &index, &at, offset, true);
  for (; at < offset; index++)
    do at++;
    while (continues(string->data[at]));
  for (; at > offset; index--)
    do at--;
    while (continues(string->data[at]));
  last_place.string = string;
  last_place.index = index;
  last_place.offset = offset;
  return index;
}

Value py_text_slice(String *string, int64_t start, int64_t stop, int64_t step) {
  if (step == 1) {
    if (start >= stop) return py_text_bytes("", 0);
    int64_t from = str_offset(string, start);
    int64_t to = string->count == string->length ? stop : str_offset(string, stop);
    if (from == 0 && to == string->length && string->head.type == &py_str_type)
      return py_keep((Value){.tag = TAG_OBJECT, .as.object = &string->head});
    return py_text_bytes(string->data + from, (size_t)(to - from));
  }
  /* Counted, since a step may lead beyond what an index can be. */
  uint64_t distance = step > 0 ? (uint64_t)step : -(uint64_t)step, span = 0;
  if (step > 0 ? start < stop : start > stop) span = (uint64_t)(step > 0 ? stop - start : start - stop);
  int64_t left = span ? (int64_t)((span - 1) / distance) + 1 : 0;
  if (string->count == string->length) {
    if (left == 0) return py_text_bytes("", 0);
    String *made = str_new((size_t)left);
    if (!made) return PY_ERROR;
    for (int64_t i = start, out = 0; left > 0; left--, i = left ? i + step : i) made->data[out++] = string->data[i];
    return py_object(made);
  }
  Text text = {0};
  int64_t *offsets = core_alloc(sizeof *offsets * (size_t)(string->count + 1));
  if (!offsets) return py_raise(&py_MemoryError, "Unable to allocate a str");
  int64_t seen = 0;
  for (int64_t at = 0; at < string->length; at++)
    if (((unsigned char)string->data[at] & 0xC0) != 0x80) offsets[seen++] = at;
  offsets[seen] = string->length;
  for (int64_t i = start; left > 0; left--, i = left ? i + step : i)
    text_add_bytes(&text, string->data + offsets[i], (size_t)(offsets[i + 1] - offsets[i]));
  core_free(offsets);
  return py_text_take(&text);
}

static void add_escape(Text *out, uint32_t code) {
  if (code == '\n' || code == '\r' || code == '\t')
    text_addf(out, "\\%c", code == '\n' ? 'n' : code == '\r' ? 'r' : 't');
  else
    text_addf(out, code < 0x100 ? "\\x%02x" : code < 0x10000 ? "\\u%04x" : "\\U%08x", code);
}

void py_repr_text(Text *out, const char *bytes, size_t length) {
  char quote = memchr(bytes, '\'', length) && !memchr(bytes, '"', length) ? '"' : '\'';
  text_add_char(out, quote);
  for (size_t at = 0; at < length;) {
    unsigned char c = (unsigned char)bytes[at];
    if (c >= 0x20 && c < 0x7F) {
      if (c == '\\' || c == (unsigned char)quote) text_add_char(out, '\\');
      text_add_char(out, (char)c);
      at++;
      continue;
    }
    uint32_t code;
    int taken = utf8_decode(bytes + at, length - at, &code);
    if (taken <= 0) {
      text_addf(out, "\\udc%02x", c);
      at++;
    } else {
      if (code >= 0x80 && utf8_is_printable(code))
        text_add_bytes(out, bytes + at, (size_t)taken);
      else
        add_escape(out, code);
      at += (size_t)taken;
    }
  }
  text_add_char(out, quote);
}

void str_repr_bytes(Text *out, const char *bytes, size_t length) {
  char quote = memchr(bytes, '\'', length) && !memchr(bytes, '"', length) ? '"' : '\'';
  text_add_char(out, 'b');
  text_add_char(out, quote);
  for (size_t at = 0; at < length; at++) {
    unsigned char c = (unsigned char)bytes[at];
    if (c >= 0x20 && c < 0x7F) {
      if (c == '\\' || c == (unsigned char)quote) text_add_char(out, '\\');
      text_add_char(out, (char)c);
    } else {
      add_escape(out, c);
    }
  }
  text_add_char(out, quote);
}

int64_t str_find_bytes(const char *hay, int64_t hay_length, const char *needle, int64_t needle_length) {
  if (needle_length == 0) return 0;
  if (needle_length > hay_length) return -1;
  const char *found = needle_length == 1 ? memchr(hay, *needle, (size_t)hay_length)
                                         : memmem(hay, (size_t)hay_length, needle, (size_t)needle_length);
  return found ? found - hay : -1;
}

int64_t str_rfind_bytes(const char *hay, int64_t hay_length, const char *needle, int64_t needle_length) {
  for (int64_t at = hay_length - needle_length; at >= 0; at--)
    if (memcmp(hay + at, needle, (size_t)needle_length) == 0) return at;
  return -1;
}

/* UTF-8 sorts as its code points do. */
int str_order(const String *a, const String *b) {
  size_t shorter = (size_t)(a->length < b->length ? a->length : b->length);
  int order = memcmp(a->data, b->data, shorter);
  return order ? order : (a->length > b->length) - (a->length < b->length);
}

Value str_ascii_digits(const String *string) {
  Text text = {0};
  uint32_t code;
  for (int64_t at = 0; at < string->length;) {
    at += utf8_decode(string->data + at, (size_t)(string->length - at), &code);
    if (code >= 0x80 && utf8_is_digit(code)) {
      uint32_t zero = code; /* digits stand together, ten by ten */
      while (utf8_is_digit(zero - 1)) zero--;
      code = '0' + (code - zero) % 10;
    } else if (code >= 0x80 && utf8_is_space(code)) {
      code = ' ';
    }
    text_add_code(&text, code);
  }
  return py_text_take(&text);
}

Value str_plain(Value text) {
  if (text.as.object->type == &py_str_type) return py_keep(text);
  return py_text_bytes(py_as_string(text)->data, (size_t)py_as_string(text)->length);
}

static Value str_repr(Value self) {
  Text text = {0};
  py_repr_text(&text, py_as_string(self)->data, (size_t)py_as_string(self)->length);
  return py_text_take(&text);
}

static Value str_str(Value self) { return str_plain(self); }

static bool str_hash_slot(Value self, uint64_t *hash) {
  *hash = str_hash(py_as_string(self));
  return true;
}

static Value str_compare(CompareOp op, Value a, Value b) {
  if (!py_is_str(b)) return PY_NOT_IMPLEMENTED;
  String *x = py_as_string(a), *y = py_as_string(b);
  if (op == OP_EQ || op == OP_NE) {
    bool same = x == y || (x->length == y->length && memcmp(x->data, y->data, (size_t)x->length) == 0);
    return py_bool(same == (op == OP_EQ));
  }
  int order = str_order(x, y);
  return py_bool(op == OP_LT ? order < 0 : op == OP_LE ? order <= 0 : op == OP_GT ? order > 0 : order >= 0);
}

static int str_truth(Value self) { return py_as_string(self)->length > 0; }
static int64_t str_length(Value self) { return py_as_string(self)->count; }

static Value str_getitem(Value self, Value key) {
  String *string = py_as_string(self);
  if (py_is(key, &py_slice_type)) {
    int64_t start, stop, step, count;
    if (!py_slice_indices((Slice *)key.as.object, string->count, &start, &stop, &step, &count)) return PY_ERROR;
    return py_text_slice(string, start, stop, step);
  }
  int64_t index;
  if (key.tag == TAG_INT) {
    index = key.as.integer;
  } else if (integer_is_big(number_plain(key))) {
    return py_raise(&py_IndexError, "cannot fit 'int' into an index-sized integer");
  } else if (py_is_integer(key) || py_type_lookup(py_type_of(key), py_intern("__index__")).tag != TAG_UNDEFINED) {
    if (!py_as_int(key, &index)) return PY_ERROR;
  } else {
    return py_raise(&py_TypeError, "string indices must be integers, not '%s'", py_type_label(py_type_of(key)));
  }
  if (index < 0) index += string->count;
  if (index < 0 || index >= string->count) return py_raise(&py_IndexError, "string index out of range");
  if (string->count == string->length) return py_text_bytes(string->data + index, 1);
  return py_text_slice(string, index, index + 1, 1);
}

static int str_contains(Value self, Value item) {
  if (!py_is_str(item)) {
    py_raise(&py_TypeError, "'in <string>' requires string as left operand, not %s", py_type_label(py_type_of(item)));
    return -1;
  }
  String *hay = py_as_string(self), *needle = py_as_string(item);
  return str_find_bytes(hay->data, hay->length, needle->data, needle->length) >= 0;
}

static Value str_iter(Value self) { return iterator_new(&py_str_iterator_type, self); }

static Value repeat(String *string, int64_t times) {
  if (times <= 0 || string->length == 0) return py_text_bytes("", 0);
  int64_t total;
  if (__builtin_mul_overflow(string->length, times, &total))
    return py_raise(&py_MemoryError, "Unable to allocate a str");
  String *result = str_new((size_t)total);
  if (!result) return PY_ERROR;
  if (string->length == 1) {
    memset(result->data, string->data[0], (size_t)total);
  } else {
    for (int64_t at = 0; at < total; at += string->length)
      memcpy(result->data + at, string->data, (size_t)string->length);
  }
  result->count = string->count * times;
  return py_object(result);
}

Value py_text_append_steal(Value text, Value more) {
  if (text.tag != TAG_OBJECT || more.tag != TAG_OBJECT) return PY_UNDEFINED;
  String *string = (String *)text.as.object;
  if (string->head.type != &py_str_type || string->head.references != 1 || string->interned ||
      more.as.object->type != &py_str_type || more.as.object == &string->head)
    return PY_UNDEFINED;
  const String *added = py_as_string(more);
  int64_t length = string->length;
  if (length + added->length > (int64_t)1 << 46) return PY_UNDEFINED;
  string = object_grow(&string->head, offsetof(String, data) + (size_t)(length + added->length) + 1);
  if (!string) return py_raise(&py_MemoryError, "Unable to allocate %lld bytes", (long long)(length + added->length));
  memcpy(string->data + length, added->data, (size_t)added->length + 1);
  string->length += added->length;
  string->count += added->count;
  string->hash = 0;
  return py_object(string);
}

static Value str_binary(BinaryOp op, Value a, Value b) {
  if (op == OP_ADD && py_is_str(a) && py_is_str(b)) {
    String *x = py_as_string(a), *y = py_as_string(b);
    if (y->length == 0) return str_plain(a);
    if (x->length == 0) return str_plain(b);
    String *sum = str_new((size_t)(x->length + y->length));
    if (!sum) return PY_ERROR;
    memcpy(sum->data, x->data, (size_t)x->length);
    memcpy(sum->data + x->length, y->data, (size_t)y->length);
    sum->count = x->count + y->count;
    return py_object(sum);
  }
  if (op == OP_MUL) {
    Value text = py_is_str(a) ? a : b, times = py_is_str(a) ? b : a;
    int64_t count;
    if (!py_is_integer(times)) return PY_NOT_IMPLEMENTED;
    return sequence_times(times, &count) ? repeat(py_as_string(text), count) : PY_ERROR;
  }
  if (op == OP_MOD && py_is_str(a)) return py_percent_format(a, b);
  return PY_NOT_IMPLEMENTED;
}

Type py_str_type = {
    .name = "str", .size = sizeof(String), .dealloc = str_dealloc, .repr = str_repr, .str = str_str, .hash = str_hash_slot,
    .compare = str_compare, .truth = str_truth, .length = str_length, .getitem = str_getitem,
    .contains = str_contains, .iter = str_iter, .binary = str_binary, .format = format_str,
    .signature = "object='', encoding=..., errors=...", .construct = str_construct,
    .from_one = str_from_one, .methods = str_methods,
    .statics = str_statics, .help = "Text: an immutable sequence of characters."};
