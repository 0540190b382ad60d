/* Methods of list, and the sort: a stable merge sort that uses runs already in order. */
#include <string.h>

#include "engine/core/interrupt.h"
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

/* One item to sort: its key (the item itself where there is no key function) and where the item is. */
typedef struct Sortable {
  Value key, item;
  uint64_t prefix;
} Sortable;

typedef struct Sort {
  bool failed;
  bool reverse;
  bool prefixed; /* items whose prefixes differ are in the order of these: no key has to be looked at */
  uint64_t steps;
  int (*less)(Value a, Value b);
} Sort;

static int less_int(Value a, Value b) { return a.as.integer < b.as.integer; }
static int less_float(Value a, Value b) { return a.as.real < b.as.real; }
static int less_str(Value a, Value b) { return str_order(py_as_string(a), py_as_string(b)) < 0; }

/* Tuples whose items at the first difference are numbers of one kind or strs. */
static int less_tuple(Value a, Value b) {
  const Tuple *x = py_as_tuple(a), *y = py_as_tuple(b);
  int64_t count = x->count < y->count ? x->count : y->count;
  for (int64_t i = 0; i < count; i++) {
    Value p = x->items[i], q = y->items[i];
    if (p.tag == TAG_INT && q.tag == TAG_INT) {
      if (p.as.integer != q.as.integer) return p.as.integer < q.as.integer;
    } else if (p.tag == TAG_FLOAT && q.tag == TAG_FLOAT && p.as.real == p.as.real && q.as.real == q.as.real) {
      if (p.as.real != q.as.real) return p.as.real < q.as.real;
    } else if (p.tag == TAG_OBJECT && q.tag == TAG_OBJECT && p.as.object->type == &py_str_type &&
               q.as.object->type == &py_str_type) {
      int order = p.as.object == q.as.object ? 0 : str_order(py_as_string(p), py_as_string(q));
      if (order) return order < 0;
    } else {
      return py_less(a, b);
    }
  }
  return x->count < y->count;
}

/* What a key begins with, as a number that sorts as it does; false for other kinds. */
static bool prefix_of(Value key, uint64_t *prefix) {
  if (key.tag == TAG_INT) {
    *prefix = key.as.natural ^ (uint64_t)1 << 63;
    return true;
  }
  if (key.tag != TAG_OBJECT || key.as.object->type != &py_str_type) return false;
  const String *text = py_as_string(key);
  uint64_t bytes = 0;
  memcpy(&bytes, text->data, text->length < 8 ? (size_t)text->length : 8);
  *prefix = __builtin_bswap64(bytes); /* shorter texts are filled with zeros, which come first */
  return true;
}

/* Whether y must come before x. Reversed sorting keeps equal items in their order, so it asks the other way round. */
static bool before(Sort *sort, const Sortable *y, const Sortable *x) {
  if (sort->failed) return false;
  if ((++sort->steps & 0xFFFF) == 0 && core_interrupt_pending() && core_interrupt_take()) {
    py_raise_value((Value){.tag = TAG_OBJECT, .as.object = &py_KeyboardInterrupt.head});
    sort->failed = true;
    return false;
  }
  if (sort->prefixed && x->prefix != y->prefix) return sort->reverse ? x->prefix < y->prefix : y->prefix < x->prefix;
  int less = sort->reverse ? sort->less(x->key, y->key) : sort->less(y->key, x->key);
  if (less < 0) sort->failed = true;
  return less > 0;
}

static void insertion(Sort *sort, Sortable *items, int64_t count, int64_t sorted) {
  for (int64_t i = sorted; i < count; i++) {
    Sortable item = items[i];
    int64_t low = 0, high = i;
    while (low < high) {
      int64_t middle = (low + high) / 2;
      if (before(sort, &item, &items[middle]))
        high = middle;
      else
        low = middle + 1;
    }
    memmove(items + low + 1, items + low, sizeof *items * (size_t)(i - low));
    items[low] = item;
  }
}

/* Length of the run at the start that is in order already; one that falls strictly is turned round. */
static int64_t run_length(Sort *sort, Sortable *items, int64_t count) {
  if (count < 2) return count;
  int64_t run = 2;
  if (before(sort, &items[1], &items[0])) {
    while (run < count && before(sort, &items[run], &items[run - 1])) run++;
    if (sort->failed) return count;
    for (int64_t i = 0, j = run - 1; i < j; i++, j--) {
      Sortable held = items[i];
      items[i] = items[j];
      items[j] = held;
    }
  } else {
    while (run < count && !before(sort, &items[run], &items[run - 1]) && !sort->failed) run++;
  }
  return run;
}

enum { SMALL = 24 };

static void merge_sort(Sort *sort, Sortable *items, Sortable *scratch, int64_t count) {
  if (sort->failed || count < 2) return;
  int64_t run = run_length(sort, items, count);
  if (run == count || sort->failed) return;
  if (count <= SMALL) {
    insertion(sort, items, count, run);
    return;
  }
  int64_t half = run > count / 2 ? run : count / 2;
  if (half != run) merge_sort(sort, items, scratch, half);
  merge_sort(sort, items + half, scratch, count - half);
  if (sort->failed || !before(sort, &items[half], &items[half - 1])) return;
  memcpy(scratch, items, sizeof *items * (size_t)half);
  int64_t i = 0, j = half, out = 0;
  while (i < half && j < count && !sort->failed)
    items[out++] = before(sort, &items[j], &scratch[i]) ? items[j++] : scratch[i++];
  /* Also after a failure: every item has to be somewhere. */
  while (i < half) items[out++] = scratch[i++];
}

static void choose_less(Sort *sort, Sortable *items, int64_t count) {
  sort->less = py_less;
  if (count == 0) return;
  bool ints = true, floats = true, strs = true, tuples = true;
  for (int64_t i = 0; i < count; i++) {
    Value key = items[i].key;
    ints = ints && key.tag == TAG_INT;
    floats = floats && key.tag == TAG_FLOAT;
    strs = strs && key.tag == TAG_OBJECT && key.as.object->type == &py_str_type;
    tuples = tuples && key.tag == TAG_OBJECT && key.as.object->type == &py_tuple_type;
  }
  /* Where all (first items of) keys are ints, or all strs. */
  Tag first = TAG_UNDEFINED;
  sort->prefixed = strs || tuples;
  for (int64_t i = 0; sort->prefixed && i < count; i++) {
    Value key = items[i].key;
    if (tuples) key = py_as_tuple(key)->count ? py_as_tuple(key)->items[0] : PY_NONE;
    sort->prefixed = (i == 0 || key.tag == first) && prefix_of(key, &items[i].prefix);
    first = (Tag)key.tag;
  }
  if (ints) sort->less = less_int;
  if (floats) sort->less = less_float;
  if (strs) sort->less = less_str;
  if (tuples) sort->less = less_tuple;
}

bool py_list_sort(List *list, Value key, bool reverse) {
  int64_t count = list->count;
  Sortable *items = core_alloc(sizeof *items * (size_t)(count + 1));
  Sortable *scratch = core_alloc(sizeof *scratch * (size_t)(count + 1));
  if (!items || !scratch) {
    core_free(items);
    core_free(scratch);
    py_raise(&py_MemoryError, "Unable to allocate room for sorting");
    return false;
  }
  /* The list is empty while it is sorted, as in CPython, so that a key function cannot change it. */
  Value *taken = list->items;
  int64_t capacity = list->capacity, keyed = 0;
  list->items = NULL;
  list->count = list->capacity = 0;
  Sort sort = {.reverse = reverse};
  bool has_key = !py_is_none(key);
  for (int64_t i = 0; i < count; i++) {
    items[i].item = taken[i];
    items[i].key = taken[i];
    if (!has_key || sort.failed) continue;
    items[i].key = py_call_values(key, &taken[i], 1);
    sort.failed = py_is_error(items[i].key);
    keyed = i + 1;
  }
  if (!sort.failed) {
    choose_less(&sort, items, count);
    merge_sort(&sort, items, scratch, count);
  }
  bool modified = list->items != NULL;
  if (modified) {
    list_clear(list);
    if (!sort.failed) py_raise(&py_ValueError, "list modified during sort");
  }
  for (int64_t i = 0; i < count; i++) taken[i] = items[i].item;
  list->items = taken;
  list->count = count;
  list->capacity = capacity;
  if (has_key)
    for (int64_t i = 0; i < (sort.failed ? keyed : count); i++) py_drop(items[i].key);
  core_free(items);
  core_free(scratch);
  return !sort.failed && !modified;
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
