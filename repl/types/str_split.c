/* Splitting and joining: split, rsplit, splitlines, partition, rpartition, join. */
#include "repl/types/str_split.h"

#include <string.h>

#include "engine/core/memory.h"
#include "repl/types/iterator.h"
#include "repl/types/sequence.h"
#include "repl/types/str.h"
#include "repl/types/str_reader.h"


static bool add_part(List *list, const char *from, const char *to) {
  return py_list_append_steal(list, py_text_bytes(from, (size_t)(to - from)));
}

/* Bytes of the white space at a place; 0 where there is none. */
static inline int space_length(const char *at, const char *end) {
  unsigned char first = (unsigned char)*at;
  if (first < 0x80) return first == ' ' || (first >= 9 && first <= 13) || (first >= 0x1C && first <= 0x1F);
  uint32_t code;
  int taken = utf8_decode(at, (size_t)(end - at), &code);
  return taken > 0 && utf8_is_space(code) ? taken : 0;
}

static bool split_spaces(List *list, const String *string, int64_t most) {
  const char *at = string->data, *end = at + string->length;
  for (;;) {
    for (int taken; at < end && (taken = space_length(at, end)) > 0;) at += taken;
    if (at >= end) return true;
    if (most-- == 0) return add_part(list, at, end);
    const char *start = at;
    /* The bytes of a longer character after its first are no white space by themselves. */
    while (at < end && space_length(at, end) == 0) at++;
    if (!add_part(list, start, at)) return false;
  }
}

static bool rsplit_spaces(List *list, const String *string, int64_t most) {
  const char *at = string->data, *end = at + string->length;
  bool ok = true;
  for (;;) {
    int length;
#define LAST_LENGTH                                                                           \
  length = 1;                                                                                 \
  while (end - length > at && ((unsigned char)end[-length] & 0xC0) == 0x80) length++
    while (end > at) {
      LAST_LENGTH;
      if (!is_space_at(end - length, length)) break;
      end -= length;
    }
    if (end <= at) break;
    if (most-- == 0) {
      ok = add_part(list, at, end);
      break;
    }
    const char *stop = end;
    while (end > at) {
      LAST_LENGTH;
      if (is_space_at(end - length, length)) break;
      end -= length;
    }
#undef LAST_LENGTH
    if (!(ok = add_part(list, end, stop))) break;
  }
  for (int64_t i = 0, j = list->count - 1; i < j; i++, j--) {
    Value held = list->items[i];
    list->items[i] = list->items[j];
    list->items[j] = held;
  }
  return ok;
}

static bool split_by(List *list, const String *string, const String *by, int64_t most) {
  const char *at = string->data, *end = at + string->length;
  while (most-- != 0) {
    int64_t next = str_find_bytes(at, end - at, by->data, by->length);
    if (next < 0) break;
    if (!add_part(list, at, at + next)) return false;
    at += next + by->length;
  }
  return add_part(list, at, end);
}

static bool rsplit_by(List *list, const String *string, const String *by, int64_t most) {
  const char *at = string->data, *end = at + string->length;
  bool ok = true;
  while (ok && most-- != 0) {
    int64_t next = str_rfind_bytes(at, end - at, by->data, by->length);
    if (next < 0) break;
    ok = add_part(list, at + next + by->length, end);
    end = at + next;
  }
  ok = ok && add_part(list, at, end);
  for (int64_t i = 0, j = list->count - 1; i < j; i++, j--) {
    Value held = list->items[i];
    list->items[i] = list->items[j];
    list->items[j] = held;
  }
  return ok;
}

Value str_call_split(const NativeRow *row, Value *arguments) {
  int64_t most;
  bool right = row->name[0] == 'r';
  if (!py_is_none(arguments[1]) && !want_str(arguments[1], "must be str or None")) return PY_ERROR;
  if (!py_as_int(arguments[2], &most)) return PY_ERROR;
  Value list = py_list(16);
  if (py_is_error(list)) return list;
  bool ok;
  if (py_is_none(arguments[1])) {
    ok = (right ? rsplit_spaces : split_spaces)(py_as_list(list), py_as_string(arguments[0]), most);
  } else if (py_as_string(arguments[1])->length == 0) {
    py_raise(&py_ValueError, "empty separator");
    ok = false;
  } else {
    ok = (right ? rsplit_by : split_by)(py_as_list(list), py_as_string(arguments[0]), py_as_string(arguments[1]), most);
  }
  if (ok) return list;
  py_drop(list);
  return PY_ERROR;
}

static bool is_line_end(uint32_t code) {
  return (code >= 0x0A && code <= 0x0D) || (code >= 0x1C && code <= 0x1E) || code == 0x85 || code == 0x2028 ||
         code == 0x2029;
}
Value str_call_splitlines(const NativeRow *row, Value *arguments) {
  bool keep;
  if (!py_as_bool(arguments[1], &keep)) return PY_ERROR;
  Value list = py_list(16);
  if (py_is_error(list)) return list;
  Reader r = reader(py_as_string(arguments[0]));
  const char *start = r.at;
  uint32_t code;
  while (r.at < r.end) {
    const char *before = r.at;
    read_code(&r, &code);
    if (!is_line_end(code)) continue;
    if (code == '\r' && r.at < r.end && *r.at == '\n') r.at++;
    if (!add_part(py_as_list(list), start, keep ? r.at : before)) goto fail;
    start = r.at;
  }
  if (start < r.end && !add_part(py_as_list(list), start, r.end)) goto fail;
  return list;
fail:
  py_drop(list);
  return PY_ERROR;
}

Value str_call_partition(const NativeRow *row, Value *arguments) {
  bool right = row->name[0] == 'r';
  if (!want_str(arguments[1], "must be str")) return PY_ERROR;
  String *by = py_as_string(arguments[1]);
  if (by->length == 0) return py_raise(&py_ValueError, "empty separator");
  int64_t at = (right ? str_rfind_bytes : str_find_bytes)(py_as_string(arguments[0])->data,
                                                          py_as_string(arguments[0])->length, by->data, by->length);
  Value empty = py_text("");
  Value result;
  if (at < 0) {
    result = right ? py_tuple_of(3, empty, empty, arguments[0]) : py_tuple_of(3, arguments[0], empty, empty);
  } else {
    Value before = py_text_bytes(py_as_string(arguments[0])->data, (size_t)at);
    Value after = py_text_bytes(py_as_string(arguments[0])->data + at + by->length,
                                (size_t)(py_as_string(arguments[0])->length - at - by->length));
    result = py_is_error(before) || py_is_error(after) ? PY_ERROR : py_tuple_of(3, before, arguments[1], after);
    py_drop(before);
    py_drop(after);
  }
  py_drop(empty);
  return result;
}

/* Copies and gives the end; most parts are short, and a call for each would cost more than the copy. */
static inline char *copy_text(char *to, const char *from, size_t length) {
  if (length > 16) {
    memcpy(to, from, length);
  } else if (length >= 8) {
    memcpy(to, from, 8);
    memcpy(to + length - 8, from + length - 8, 8);
  } else if (length >= 4) {
    memcpy(to, from, 4);
    memcpy(to + length - 4, from + length - 4, 4);
  } else {
    for (size_t i = 0; i < length; i++) to[i] = from[i];
  }
  return to + length;
}

Value str_call_join(const NativeRow *row, Value *arguments) {
  Value list = py_is_list(arguments[1]) || py_is_tuple(arguments[1]) ? py_keep(arguments[1]) : PY_UNDEFINED;
  if (list.tag == TAG_UNDEFINED) {
    Type *type = py_type_of(arguments[1]);
    py_type_ready(type);
    if (!type->iter && !type->next && !type->getitem) return py_raise(&py_TypeError, "can only join an iterable");
    list = py_to_list(arguments[1]);
  }
  if (py_is_error(list)) return list;
  const Value *items;
  int64_t count, total = 0;
  py_sequence(list, &items, &count);
  for (int64_t i = 0; i < count; i++) {
    bool plain = items[i].tag == TAG_OBJECT && items[i].as.object->type == &py_str_type;
    if (!plain && !py_is_str(items[i])) {
      py_raise(&py_TypeError, "sequence item %lld: expected str instance, %s found", (long long)i,
               py_type_label(py_type_of(items[i])));
      py_drop(list);
      return PY_ERROR;
    }
    total += py_as_string(items[i])->length + (i ? py_as_string(arguments[0])->length : 0);
  }
  String *result = str_new((size_t)total);
  if (result) {
    char *at = result->data;
    int64_t codes = 0;
    const String *between = py_as_string(arguments[0]);
    for (int64_t i = 0; i < count; i++) {
      if (i) at = copy_text(at, between->data, (size_t)between->length);
      const String *part = py_as_string(items[i]);
      at = copy_text(at, part->data, (size_t)part->length);
      codes += part->count;
    }
    if (count > 1) codes += (count - 1) * between->count;
    result->count = codes;
  }
  py_drop(list);
  return py_object(result);
}
