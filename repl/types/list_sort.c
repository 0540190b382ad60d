/* list.sort() and sorted(). */
#include <string.h>

#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "repl/types/exception.h"
#include "repl/types/list.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"
#include "repl/types/str.h"

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
  int64_t wins;  /* so often in a row one run has to be the smaller, before its items are searched */
  Value method;  /* __lt__, where all keys are of one class of the program's that has it */
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

static int is_less(Sort *sort, Value a, Value b) {
  if (sort->method.tag != TAG_OBJECT) return sort->less(a, b);
  Value said = py_call_values(sort->method, (Value[]){a, b}, 2);
  if (said.tag == TAG_BOOL) return (int)said.as.integer;
  if (said.tag == TAG_NOT_IMPLEMENTED) return py_less(a, b);
  int less = py_is_error(said) ? -1 : py_truth(said);
  py_drop(said);
  return less;
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
  int less = sort->reverse ? is_less(sort, x->key, y->key) : is_less(sort, y->key, x->key);
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

/* ---- Runs and their merging ---- */

/* A stable merge sort of the runs that are there already, as Tim Peters described it for Python: short runs are made
 * longer, neighbours of about the same length are merged, and where one of two runs goes on being the smaller, its items
 * are searched by doubling steps. */

enum { MANY = 64, WINS = 7, RUNS = 90 };

/* How many items at the start stay in front of `key`: those that are not greater (`equal`), or those that are less. They
 * are looked for by doubling steps from the start or from the end. */
static int64_t in_front(Sort *sort, const Sortable *key, const Sortable *items, int64_t count, bool equal, bool from_end) {
#define STAYS(at) (equal ? !before(sort, key, &items[at]) : before(sort, &items[at], key))
  int64_t low = 0, high = count, step = 1;
  if (count == 0) return 0;
  if (from_end) {
    if (STAYS(count - 1)) return count;
    high = count - 1;
    while (step < count && !STAYS(count - 1 - step)) {
      high = count - 1 - step;
      step = step * 2 + 1;
    }
    if (step < count) low = count - step;
  } else {
    if (!STAYS(0)) return 0;
    low = 1;
    while (step < count && STAYS(step)) {
      low = step + 1;
      step = step * 2 + 1;
    }
    if (step < count) high = step;
  }
  while (low < high && !sort->failed) {
    int64_t middle = low + (high - low) / 2;
    if (STAYS(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
#undef STAYS
}

/* Merges items[0, half) with items[half, count). At each moment there is room in front of the right run for just what is
 * left of the left one, which lies in `scratch`: also after a failure every item has its place. */
static void merge(Sort *sort, Sortable *items, Sortable *scratch, int64_t half, int64_t count) {
  int64_t skipped = in_front(sort, &items[half], items, half, true, false);
  items += skipped;
  half -= skipped;
  count -= skipped;
  if (half == 0 || sort->failed) return;
  count = half + in_front(sort, &items[half - 1], items + half, count - half, false, true);
  if (sort->failed) return;
  memcpy(scratch, items, sizeof *items * (size_t)half);
  int64_t i = 0, j = half, out = 0;
  while (i < half && j < count && !sort->failed) {
    int64_t left_wins = 0, right_wins = 0;
    while (i < half && j < count && left_wins < sort->wins && right_wins < sort->wins && !sort->failed) {
      if (before(sort, &items[j], &scratch[i])) {
        items[out++] = items[j++];
        right_wins++;
        left_wins = 0;
      } else {
        items[out++] = scratch[i++];
        left_wins++;
        right_wins = 0;
      }
    }
    while (i < half && j < count && !sort->failed) {
      int64_t lefts = in_front(sort, &items[j], scratch + i, half - i, true, false);
      if (sort->failed) break;
      memcpy(items + out, scratch + i, sizeof *items * (size_t)lefts);
      out += lefts;
      i += lefts;
      if (i == half) break;
      items[out++] = items[j++];
      if (j == count) break;
      int64_t rights = in_front(sort, &scratch[i], items + j, count - j, false, false);
      if (sort->failed) break;
      memmove(items + out, items + j, sizeof *items * (size_t)rights);
      out += rights;
      j += rights;
      if (j == count) break;
      items[out++] = scratch[i++];
      if (lefts < WINS && rights < WINS) {
        sort->wins += 2; /* it did not pay: it has to look better next time */
        break;
      }
      if (sort->wins > 1) sort->wins--;
    }
  }
  memcpy(items + out, scratch + i, sizeof *items * (size_t)(half - i));
}

static void merge_sort(Sort *sort, Sortable *items, Sortable *scratch, int64_t count) {
  int64_t least = count, odd = 0, starts[RUNS + 1], runs = 0, at = 0;
  for (; least >= MANY; least >>= 1) odd |= least & 1;
  least += odd;
  sort->wins = WINS;
  starts[0] = 0;
  while (at < count && !sort->failed) {
    int64_t left = count - at, run = run_length(sort, items + at, left);
    if (run < least && run < left && !sort->failed) {
      int64_t wanted = left < least ? left : least;
      insertion(sort, items + at, wanted, run);
      run = wanted;
    }
    at += run;
    starts[++runs] = at;
    /* Lengths on the stack: each is longer than the two behind it together. At the end all become one. */
    while (runs > 1 && !sort->failed) {
#define LENGTH(n) (starts[runs - (n) + 1] - starts[runs - (n)]) /* 1: of the last run */
      bool crowded = (runs > 2 && LENGTH(3) <= LENGTH(2) + LENGTH(1)) ||
                     (runs > 3 && LENGTH(4) <= LENGTH(3) + LENGTH(2));
      if (!crowded && LENGTH(2) > LENGTH(1) && at < count) break;
      int64_t first = runs > 2 && LENGTH(3) < LENGTH(1) ? runs - 3 : runs - 2;
#undef LENGTH
      merge(sort, items + starts[first], scratch, starts[first + 1] - starts[first], starts[first + 2] - starts[first]);
      for (int64_t i = first + 1; i < runs; i++) starts[i] = starts[i + 1];
      runs--;
    }
  }
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
  Type *type = py_type_of(items[0].key);
  if (!type->heap) return;
  for (int64_t i = 1; i < count; i++)
    if (py_type_of(items[i].key) != type) return;
  Value method = py_type_lookup(type, INTERNED("__lt__"));
  if (method.tag == TAG_OBJECT && method.as.object->type->get == py_method_get) sort->method = py_keep(method);
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
  Sort sort = {.reverse = reverse, .method = PY_NONE};
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
  py_drop(sort.method);
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
