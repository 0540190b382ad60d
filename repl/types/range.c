#include "repl/types/exception.h"
#include "repl/types/integer.h"
#include "repl/types/iterator.h"
#include "repl/types/protocol.h"
#include "repl/types/range_big.h"
#include "repl/types/sequence.h"

static Range *of(Value v) { return (Range *)v.as.object; }
bool py_is_range(Value v) { return v.tag == TAG_OBJECT && v.as.object->type == &py_range_type; }

Value py_range(int64_t start, int64_t stop, int64_t step) {
  if (step == 0) return py_raise(&py_ValueError, "range() arg 3 must not be zero");
  Range *range = py_new(&py_range_type);
  if (!range) return PY_ERROR;
  range->start = start;
  range->stop = stop;
  range->step = step;
  uint64_t span = 0, distance = step > 0 ? (uint64_t)step : -(uint64_t)step;
  if (step > 0 && start < stop) span = (uint64_t)stop - (uint64_t)start;
  if (step < 0 && start > stop) span = (uint64_t)start - (uint64_t)stop;
  range->count = span ? (int64_t)((span - 1) / distance + 1) : 0;
  return py_object(range);
}

static int64_t item(const Range *range, int64_t at) {
  return (int64_t)((uint64_t)range->start + (uint64_t)at * (uint64_t)range->step);
}

static Value repr(Value self) {
  if (of(self)->step == 1)
    return py_textf("range(%lld, %lld)", (long long)of(self)->start, (long long)of(self)->stop);
  return py_textf("range(%lld, %lld, %lld)", (long long)of(self)->start, (long long)of(self)->stop,
                  (long long)of(self)->step);
}

static Value compare(CompareOp op, Value a, Value b) {
  if ((op != OP_EQ && op != OP_NE) || !py_is_range(b)) return PY_NOT_IMPLEMENTED;
  Range *x = of(a), *y = of(b);
  bool same = x->count == y->count && (x->count == 0 || x->start == y->start) && (x->count < 2 || x->step == y->step);
  return py_bool(same == (op == OP_EQ));
}

static bool hash(Value self, uint64_t *out) {
  Range *range = of(self);
  *out = (uint64_t)range->count * 31;
  if (range->count) *out = (*out + (uint64_t)range->start) * 31;
  if (range->count > 1) *out = (*out + (uint64_t)range->step) * 31;
  return true;
}

static int truth(Value self) { return of(self)->count > 0; }
static int64_t length(Value self) { return of(self)->count; }

static Value getitem(Value self, Value key) {
  Range *range = of(self);
  if (py_is(key, &py_slice_type)) {
    int64_t start, stop, step, count;
    if (!py_slice_indices((Slice *)key.as.object, range->count, &start, &stop, &step, &count)) return PY_ERROR;
    return py_range(item(range, start), item(range, stop), range->step * step);
  }
  int64_t index;
  if (integer_is_big(number_plain(key))) return py_raise(&py_IndexError, "range object index out of range");
  if (!sequence_index(key, range->count, "range", "range object index out of range", &index)) return PY_ERROR;
  return py_int(item(range, index));
}

static bool holds(const Range *range, int64_t value) {
  if (range->count == 0) return false;
  int64_t last = item(range, range->count - 1);
  int64_t low = range->step > 0 ? range->start : last, high = range->step > 0 ? last : range->start;
  return value >= low && value <= high && (int64_t)((uint64_t)value - (uint64_t)range->start) % range->step == 0;
}

/* Integers are looked up by arithmetic, other values by comparing (2.0 in range(3) is True). */
static int contains(Value self, Value value) {
  if (value.tag == TAG_INT || value.tag == TAG_BOOL) return holds(of(self), value.as.integer);
  for (int64_t i = 0; i < of(self)->count; i++) {
    int equal = py_equal(py_int(item(of(self), i)), value);
    if (equal) return equal;
  }
  return 0;
}

static Value iterator(int64_t start, int64_t step, int64_t count) {
  RangeIterator *made = py_new(&py_range_iterator_type);
  if (!made) return PY_ERROR;
  made->next = start;
  made->step = step;
  made->left = count;
  return py_object(made);
}
static Value iter(Value self) { return iterator(of(self)->start, of(self)->step, of(self)->count); }

/* range(stop) or range(start, stop[, step]). */
static Value construct(Type *type, Value *arguments) {
  Tuple *given = py_as_tuple(arguments[0]);
  int64_t numbers[3] = {0, 0, 1};
  if (given->count == 0) return py_raise(&py_TypeError, "range expected at least 1 argument, got 0");
  if (given->count > 3)
    return py_raise(&py_TypeError, "range expected at most 3 arguments, got %lld", (long long)given->count);
  bool big = false;
  for (int64_t i = 0; i < given->count; i++) big = big || integer_is_big(number_plain(given->items[i]));
  if (big) {
    Value parts[3] = {py_int(0), py_int(0), py_int(1)};
    for (int64_t i = 0; i < given->count; i++) {
      Value plain = number_plain(given->items[i]);
      int64_t *small = &numbers[0];
      if (!integer_is(plain) && !py_as_int(plain, small)) return PY_ERROR;
      parts[given->count == 1 ? 1 : i] = integer_is(plain) ? plain : py_int(*small);
    }
    return range_big(parts[0], parts[1], parts[2]);
  }
  for (int64_t i = 0; i < given->count; i++)
    if (!py_as_int(given->items[i], &numbers[given->count == 1 ? 1 : i])) return PY_ERROR;
  return py_range(numbers[0], numbers[1], numbers[2]);
}

static Value get_start(Value self) { return py_int(of(self)->start); }
static Value get_stop(Value self) { return py_int(of(self)->stop); }
static Value get_step(Value self) { return py_int(of(self)->step); }
static const PropertyRow properties[] = {{"start", "the first number", get_start, NULL},
                                         {"stop", "where it ends", get_stop, NULL},
                                         {"step", "the distance", get_step, NULL},
                                         {0}};

static Value call_count(const NativeRow *row, Value *arguments) {
  Range *range = of(arguments[0]);
  if (arguments[1].tag == TAG_INT || arguments[1].tag == TAG_BOOL)
    return py_int(holds(range, arguments[1].as.integer));
  int64_t count = 0;
  for (int64_t i = 0; i < range->count; i++) {
    int equal = py_equal(py_int(item(range, i)), arguments[1]);
    if (equal < 0) return PY_ERROR;
    count += equal;
  }
  return py_int(count);
}
static Value call_index(const NativeRow *row, Value *arguments) {
  Range *range = of(arguments[0]);
  bool plain = arguments[1].tag == TAG_INT || arguments[1].tag == TAG_BOOL;
  if (plain && holds(range, arguments[1].as.integer))
    return py_int((arguments[1].as.integer - range->start) / range->step);
  for (int64_t i = 0; !plain && i < range->count; i++) {
    int equal = py_equal(py_int(item(range, i)), arguments[1]);
    if (equal) return equal < 0 ? PY_ERROR : py_int(i);
  }
  Text text = {0};
  if (py_repr_to(&text, arguments[1])) py_raise(&py_ValueError, "%s is not in range", text_string(&text));
  text_free(&text);
  return PY_ERROR;
}
static Value call_reversed(const NativeRow *row, Value *arguments) {
  Range *range = of(arguments[0]);
  return iterator(item(range, range->count - 1), -range->step, range->count);
}
static const NativeRow methods[] = {
    {"count", "self, value, /", "how often a number occurs", call_count, NULL},
    {"index", "self, value, /", "where a number is", call_index, NULL},
    {"__reversed__", "self, /", "an iterator from the end", call_reversed, NULL},
    {0},
};

Type py_range_type = {.name = "range", .size = sizeof(Range), .repr = repr, .compare = compare, .hash = hash,
                      .truth = truth, .length = length, .getitem = getitem, .contains = contains, .iter = iter,
                      .signature = "*args", .construct = construct, .properties = properties, .methods = methods,
                      .help = "The numbers from start to stop, stop left out."};
