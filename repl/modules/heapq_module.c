/* heapq and bisect: what works on a list in place. The rest of heapq is written in the language (python/heapq.py). */
#include <string.h>

#include "repl/modules/modules.h"

/* The comparisons may run the program's own code, which may change the list: after each one its length is looked at
 * again, as CPython does. */
static bool changed(const List *list, int64_t count) {
  if (list->count == count) return false;
  py_raise(&py_RuntimeError, "list changed size during iteration");
  return true;
}
/* items[a] < items[b]; with `largest` the other way round. */
static int less(List *list, int64_t a, int64_t b, bool largest) {
  Value x = py_keep(list->items[largest ? b : a]), y = py_keep(list->items[largest ? a : b]);
  int64_t count = list->count;
  int answer = py_less(x, y);
  py_drop(x);
  py_drop(y);
  return answer < 0 || changed(list, count) ? -1 : answer;
}
static void swap(List *list, int64_t a, int64_t b) {
  Value x = list->items[a];
  list->items[a] = list->items[b];
  list->items[b] = x;
}

/* Lets the item at `at` rise towards `start` as long as it is less than its parent. */
static bool rise(List *list, int64_t start, int64_t at, bool largest) {
  while (at > start) {
    int64_t parent = (at - 1) >> 1;
    int answer = less(list, at, parent, largest);
    if (answer < 0) return false;
    if (!answer) break;
    swap(list, at, parent);
    at = parent;
  }
  return true;
}
/* Moves the item at `at` to a leaf, the lesser child always taking its place, then lets it rise: fewer comparisons than
 * stopping on the way, since it most often belongs near the bottom (Knuth, volume 3, 5.2.3, exercise 18). */
static bool sink(List *list, int64_t at, bool largest) {
  int64_t start = at, count = list->count;
  for (int64_t child = 2 * at + 1; child < count; child = 2 * at + 1) {
    if (child + 1 < count) {
      int answer = less(list, child, child + 1, largest);
      if (answer < 0) return false;
      if (!answer) child++;
    }
    swap(list, at, child);
    at = child;
  }
  return rise(list, start, at, largest);
}

static List *list_of(const NativeRow *row, Value value) {
  if (py_is_list(value)) return py_as_list(value);
  bool alone = strcmp(row->name, "heapify") == 0 || strcmp(row->name, "heappop") == 0;
  py_raise(&py_TypeError, "%s() argument %smust be list, not %s", row->name, alone ? "" : "1 ",
           py_type_of(value)->name);
  return NULL;
}
static const char max[] = "max"; /* a row's data: the heap has its largest item first */

static Value call_push(const NativeRow *row, Value *arguments) {
  List *list = list_of(row, arguments[0]);
  if (list == NULL || !py_list_append(list, arguments[1])) return PY_ERROR;
  return rise(list, 0, list->count - 1, false) ? PY_NONE : PY_ERROR;
}
static Value call_pop(const NativeRow *row, Value *arguments) {
  List *list = list_of(row, arguments[0]);
  if (list == NULL) return PY_ERROR;
  if (list->count == 0) return py_raise(&py_IndexError, "index out of range");
  Value last = list->items[--list->count];
  if (list->count == 0) return last;
  Value first = list->items[0];
  list->items[0] = last;
  if (sink(list, 0, row->data != NULL)) return first;
  py_drop(first);
  return PY_ERROR;
}
static Value call_replace(const NativeRow *row, Value *arguments) {
  List *list = list_of(row, arguments[0]);
  if (list == NULL) return PY_ERROR;
  if (list->count == 0) return py_raise(&py_IndexError, "index out of range");
  Value first = list->items[0];
  list->items[0] = py_keep(arguments[1]);
  if (sink(list, 0, row->data != NULL)) return first;
  py_drop(first);
  return PY_ERROR;
}
static Value call_pushpop(const NativeRow *row, Value *arguments) {
  List *list = list_of(row, arguments[0]);
  if (list == NULL) return PY_ERROR;
  if (list->count == 0) return py_keep(arguments[1]);
  Value first = py_keep(list->items[0]);
  int answer = py_less(first, arguments[1]);
  py_drop(first);
  if (answer < 0) return PY_ERROR;
  return answer ? call_replace(row, arguments) : py_keep(arguments[1]);
}
static Value call_heapify(const NativeRow *row, Value *arguments) {
  List *list = list_of(row, arguments[0]);
  if (list == NULL) return PY_ERROR;
  for (int64_t i = list->count / 2 - 1; i >= 0; i--)
    if (!sink(list, i, row->data != NULL)) return PY_ERROR;
  return PY_NONE;
}
static const NativeRow heap_functions[] = {
    {"heappush", "heap, item, /", "Adds an item.", call_push, NULL},
    {"heappop", "heap, /", "Takes the smallest item out.", call_pop, NULL},
    {"heapreplace", "heap, item, /", "Takes the smallest item out, then adds one.", call_replace, NULL},
    {"heappushpop", "heap, item, /", "Adds an item, then takes the smallest out.", call_pushpop, NULL},
    {"heapify", "heap, /", "Makes a heap of a list, in place.", call_heapify, NULL},
    {"_heappop_max", "heap, /", "Takes the largest item out of a heap that has it first.", call_pop, max},
    {"_heapreplace_max", "heap, item, /", "The same, then adds one.", call_replace, max},
    {"_heapify_max", "heap, /", "Makes such a heap.", call_heapify, max},
    {0},
};

/* ---- bisect ---- */

static const char right[] = "right"; /* a row's data: behind the items that are equal */

static Value key_value(Value key, Value item) {
  return py_is_none(key) ? py_keep(item) : py_call_values(key, &item, 1);
}
/* bisect(a, x, lo, hi, key): x is compared with the keys of the items; -1 with an exception pending. */
static int64_t place_of(Value sequence, Value x, Value *bounds, bool to_right) {
  int64_t low, high;
  if (!py_as_int(bounds[0], &low)) return -1;
  if (low < 0) {
    py_raise(&py_ValueError, "lo must be non-negative");
    return -1;
  }
  if (py_is_none(bounds[1]) ? (high = py_length(sequence)) < 0 : !py_as_int(bounds[1], &high)) return -1;
  while (low < high) {
    int64_t middle = low + (high - low) / 2;
    Value item = py_getitem(sequence, py_int(middle));
    Value key = py_is_error(item) ? PY_ERROR : key_value(bounds[2], item);
    int answer = py_is_error(key) ? -1 : to_right ? py_less(x, key) : py_less(key, x);
    py_drop(item);
    py_drop(key);
    if (answer < 0) return -1;
    if (answer == to_right) high = middle;
    else low = middle + 1;
  }
  return low;
}
static Value call_bisect(const NativeRow *row, Value *arguments) {
  int64_t at = place_of(arguments[0], arguments[1], arguments + 2, row->data != NULL);
  return at < 0 ? PY_ERROR : py_int(at);
}
static Value call_insort(const NativeRow *row, Value *arguments) {
  Value key = key_value(arguments[4], arguments[1]);
  if (py_is_error(key)) return key;
  int64_t at = place_of(arguments[0], key, arguments + 2, row->data != NULL);
  py_drop(key);
  if (at < 0) return PY_ERROR;
  return py_call_method(arguments[0], "insert", (Value[]){py_int(at), arguments[1]}, 2);
}
static const NativeRow bisect_functions[] = {
    {"bisect_right|bisect", "a, x, lo=0, hi=None, *, key=None", "Where x belongs in a sorted list, behind its equals.",
     call_bisect, right},
    {"bisect_left", "a, x, lo=0, hi=None, *, key=None", "Where x belongs in a sorted list, before its equals.",
     call_bisect, NULL},
    {"insort_right|insort", "a, x, lo=0, hi=None, *, key=None", "Inserts x behind its equals.", call_insort, right},
    {"insort_left", "a, x, lo=0, hi=None, *, key=None", "Inserts x before its equals.", call_insort, NULL},
    {0},
};

const ModuleRow heapq_module_rows[] = {
    {.name = "_heapq", .help = "What heapq has in C.", .functions = heap_functions},
    {.name = "bisect", .help = "Searching and inserting in sorted lists.", .functions = bisect_functions},
    {0},
};
