/* Methods of list; the sort is list_sort.c. */
#include <string.h>

#include "engine/core/memory.h"
#include "repl/types/exception.h"
#include "repl/types/iterator.h"
#include "repl/types/list.h"
#include "repl/types/protocol.h"
#include "repl/types/sequence.h"
#include "repl/types/str.h"

#define METHOD(noun) static Value call_##noun(const NativeRow *row, Value *arguments)
#define SELF py_as_list(arguments[0])

Value list_call_append(const NativeRow *row, Value *arguments) {
  return py_list_append(SELF, arguments[1]) ? PY_NONE : PY_ERROR;
}
METHOD(extend) { return py_list_extend(SELF, arguments[1]) ? PY_NONE : PY_ERROR; }
METHOD(insert) {
  int64_t at, count = SELF->count;
  if (!py_as_int(arguments[1], &at)) return PY_ERROR;
  if (at < 0) at = at + count < 0 ? 0 : at + count;
  if (at > count) at = count;
  return list_splice(SELF, at, 0, &arguments[2], 1) ? PY_NONE : PY_ERROR;
}
METHOD(remove) {
  int64_t at;
  int found = list_find(SELF, 0, INT64_MAX, arguments[1], &at);
  if (found < 0) return PY_ERROR;
  if (!found) return py_raise(&py_ValueError, "list.remove(x): x not in list");
  if (at >= SELF->count) return PY_NONE;
  return list_splice(SELF, at, 1, NULL, 0) ? PY_NONE : PY_ERROR;
}
METHOD(pop) {
  List *list = SELF;
  int64_t at;
  if (!py_as_int(arguments[1], &at)) return PY_ERROR;
  if (list->count == 0) return py_raise(&py_IndexError, "pop from empty list");
  if (at < 0) at += list->count;
  if (at < 0 || at >= list->count) return py_raise(&py_IndexError, "pop index out of range");
  Value item = list->items[at];
  memmove(list->items + at, list->items + at + 1, sizeof(Value) * (size_t)(list->count - at - 1));
  list->count--;
  return item;
}
METHOD(clear) {
  list_clear(SELF);
  return PY_NONE;
}
METHOD(copy) {
  Value copy = py_list(SELF->count);
  if (py_is_error(copy) || py_list_extend(py_as_list(copy), arguments[0])) return copy;
  py_drop(copy);
  return PY_ERROR;
}
METHOD(count) {
  int64_t found = 0;
  for (int64_t i = 0; i < SELF->count; i++) {
    Value item = py_keep(SELF->items[i]);
    int equal = py_equal(item, arguments[1]);
    py_drop(item);
    if (equal < 0) return PY_ERROR;
    found += equal;
  }
  return py_int(found);
}
METHOD(index) {
  int64_t start, stop, at;
  if (!sequence_bounds(arguments[2], arguments[3], SELF->count, &start, &stop)) return PY_ERROR;
  int found = list_find(SELF, start, stop, arguments[1], &at);
  if (found < 0) return PY_ERROR;
  if (found) return py_int(at);
  Text text = {0};
  if (py_repr_to(&text, arguments[1])) py_raise(&py_ValueError, "%s is not in list", text_string(&text));
  text_free(&text);
  return PY_ERROR;
}
METHOD(reverse) {
  List *list = SELF;
  for (int64_t i = 0, j = list->count - 1; i < j; i++, j--) {
    Value held = list->items[i];
    list->items[i] = list->items[j];
    list->items[j] = held;
  }
  return PY_NONE;
}
METHOD(sort) {
  int64_t reverse; /* a whole number, as for CPython: no other value is asked whether it is true */
  if (!py_as_int(arguments[2], &reverse)) return PY_ERROR;
  return py_list_sort(SELF, arguments[1], reverse != 0) ? PY_NONE : PY_ERROR;
}
METHOD(reversed) {
  Value iterator = iterator_new(&py_list_reverse_iterator_type, arguments[0]);
  if (!py_is_error(iterator)) ((Iterator *)iterator.as.object)->at = SELF->count - 1;
  return iterator;
}

const NativeRow list_methods[] = {
    {"append", "self, object, /", "adds an item at the end", list_call_append, NULL},
    {"extend", "self, iterable, /", "adds all items of an iterable", call_extend, NULL},
    {"insert", "self, index, object, /", "puts an item before an index", call_insert, NULL},
    {"remove", "self, value, /", "removes the first item equal to a value", call_remove, NULL},
    {"pop", "self, index=-1, /", "removes and returns an item, the last by default", call_pop, NULL},
    {"clear", "self, /", "removes all items", call_clear, NULL},
    {"copy", "self, /", "a shallow copy", call_copy, NULL},
    {"count", "self, value, /", "how often a value occurs", call_count, NULL},
    {"index", "self, value, start=0, stop=9223372036854775807, /", "where a value occurs first", call_index, NULL},
    {"reverse", "self, /", "turns the list round in place", call_reverse, NULL},
    {"sort", "self, *, key=None, reverse=False", "sorts in place, keeping equal items in their order", call_sort, NULL},
    {"__reversed__", "self, /", "an iterator from the end", call_reversed, NULL},
    {0},
};
