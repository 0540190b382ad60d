/* Ranges with bounds beyond 64 bits: a type of its own below range, whose numbers are integers of any size. */
#include "repl/types/exception.h"
#include "repl/types/integer.h"
#include "repl/types/iterator.h"
#include "repl/types/protocol.h"
#include "repl/types/range_big.h"
#include "repl/types/sequence.h"

typedef struct BigRange {
  Object head;
  Value start, stop, step, count;
} BigRange;

typedef struct BigRangeIterator {
  Object head;
  Value next, step, left;
} BigRangeIterator;

static Type big_range_type, big_range_iterator_type;
static BigRange *of(Value v) { return (BigRange *)v.as.object; }

static void range_dealloc(Object *self) {
  const BigRange *range = (BigRange *)self;
  const Value held[] = {range->start, range->stop, range->step, range->count};
  for (int i = 0; i < 4; i++) py_drop(held[i]);
}

/* How many numbers: (|stop - start| - 1) // |step| + 1, or 0. */
static Value count_of(Value start, Value stop, Value step) {
  bool up = integer_sign(step) > 0;
  Value span = up ? py_binary(OP_SUB, stop, start) : py_binary(OP_SUB, start, stop);
  Value size = py_is_error(span) ? PY_ERROR : py_unary(OP_ABS, step);
  Value less = py_is_error(size) ? PY_ERROR : py_binary(OP_SUB, span, py_int(1));
  Value quotient = py_is_error(less) ? PY_ERROR : py_binary(OP_FLOORDIV, less, size);
  Value count = PY_ERROR;
  if (!py_is_error(quotient)) count = integer_sign(span) > 0 ? py_binary(OP_ADD, quotient, py_int(1)) : py_int(0);
  const Value held[] = {span, size, less, quotient};
  for (int i = 0; i < 4; i++) py_drop(held[i]);
  return count;
}

Value range_big(Value start, Value stop, Value step) {
  if (integer_sign(step) == 0) return py_raise(&py_ValueError, "range() arg 3 must not be zero");
  Value count = count_of(start, stop, step);
  BigRange *range = py_is_error(count) ? NULL : py_new(&big_range_type);
  if (!range) {
    py_drop(count);
    return PY_ERROR;
  }
  range->start = py_keep(start);
  range->stop = py_keep(stop);
  range->step = py_keep(step);
  range->count = count;
  return py_object(range);
}

/* start + at * step */
static Value item(const BigRange *range, Value at) {
  Value offset = py_binary(OP_MUL, at, range->step);
  Value number = py_is_error(offset) ? PY_ERROR : py_binary(OP_ADD, range->start, offset);
  py_drop(offset);
  return number;
}

static Value repr(Value self) {
  const BigRange *range = of(self);
  Text text = {0};
  text_add(&text, "range(");
  bool ok = py_repr_to(&text, range->start);
  text_add(&text, ", ");
  ok = ok && py_repr_to(&text, range->stop);
  if (integer_compare(range->step, py_int(1)) != 0) {
    text_add(&text, ", ");
    ok = ok && py_repr_to(&text, range->step);
  }
  text_add_char(&text, ')');
  if (ok) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}

static Value compare(CompareOp op, Value a, Value b) {
  if (op != OP_EQ && op != OP_NE) return PY_NOT_IMPLEMENTED;
  if (!py_is(b, &big_range_type)) return py_is_range(b) ? py_bool(op == OP_NE) : PY_NOT_IMPLEMENTED;
  const BigRange *x = of(a), *y = of(b);
  bool same = integer_compare(x->count, y->count) == 0;
  if (same && integer_sign(x->count)) same = integer_compare(x->start, y->start) == 0;
  if (same && integer_compare(x->count, py_int(1)) > 0) same = integer_compare(x->step, y->step) == 0;
  return py_bool(same == (op == OP_EQ));
}
static bool hash(Value self, uint64_t *out) {
  *out = integer_hash(of(self)->count) * 31 + integer_hash(of(self)->start);
  return true;
}

static int truth(Value self) { return integer_sign(of(self)->count) > 0; }
static int64_t length(Value self) {
  if (!integer_is_big(of(self)->count)) return of(self)->count.as.integer;
  py_raise(&py_OverflowError, "Python int too large to convert to C ssize_t");
  return -1;
}

static Value getitem(Value self, Value key) {
  const BigRange *range = of(self);
  if (py_is(key, &py_slice_type)) {
    int64_t total = length(self), start, stop, step, count;
    if (total < 0 || !py_slice_indices((Slice *)key.as.object, total, &start, &stop, &step, &count)) return PY_ERROR;
    Value parts[3] = {item(range, py_int(start)), PY_ERROR, PY_ERROR};
    if (!py_is_error(parts[0])) parts[1] = item(range, py_int(stop));
    if (!py_is_error(parts[1])) parts[2] = py_binary(OP_MUL, range->step, py_int(step));
    Value made = py_is_error(parts[2]) ? PY_ERROR : range_big(parts[0], parts[1], parts[2]);
    for (int i = 0; i < 3; i++) py_drop(parts[i]);
    return made;
  }
  if (!integer_is(key))
    return py_raise(&py_TypeError, "range indices must be integers or slices, not %s", py_type_label(py_type_of(key)));
  Value index = number_plain(key);
  Value at = integer_sign(index) < 0 ? py_binary(OP_ADD, index, range->count) : py_keep(index);
  if (py_is_error(at)) return at;
  bool inside = integer_sign(at) >= 0 && integer_compare(at, range->count) < 0;
  Value found = inside ? item(range, at) : py_raise(&py_IndexError, "range object index out of range");
  py_drop(at);
  return found;
}

/* The place of an integer among the numbers, or None. */
static Value place(const BigRange *range, Value number) {
  Value offset = py_binary(OP_SUB, number, range->start);
  Value rest = py_is_error(offset) ? PY_ERROR : py_binary(OP_MOD, offset, range->step);
  Value at = py_is_error(rest) ? PY_ERROR : py_binary(OP_FLOORDIV, offset, range->step);
  bool inside = !py_is_error(at) && integer_sign(rest) == 0 && integer_sign(at) >= 0 &&
                integer_compare(at, range->count) < 0;
  py_drop(offset);
  py_drop(rest);
  if (inside || py_is_error(at)) return at;
  py_drop(at);
  return PY_NONE;
}
static int contains(Value self, Value value) {
  if (!integer_is(value)) return 0;
  Value at = place(of(self), number_plain(value));
  int has = py_is_error(at) ? -1 : !py_is_none(at);
  py_drop(at);
  return has;
}

/* ---- Iteration ---- */

static Value iterate(Value start, Value step, Value count) {
  BigRangeIterator *made = py_is_error(start) || py_is_error(step) ? NULL : py_new(&big_range_iterator_type);
  if (!made) return PY_ERROR;
  made->next = py_keep(start);
  made->step = py_keep(step);
  made->left = py_keep(count);
  return py_object(made);
}
static Value iter(Value self) { return iterate(of(self)->start, of(self)->step, of(self)->count); }

static Value next(Value self) {
  BigRangeIterator *iterator = (BigRangeIterator *)self.as.object;
  if (integer_sign(iterator->left) <= 0) return PY_UNDEFINED;
  Value after = py_binary(OP_ADD, iterator->next, iterator->step);
  Value left = py_is_error(after) ? PY_ERROR : py_binary(OP_SUB, iterator->left, py_int(1));
  if (py_is_error(left)) {
    py_drop(after);
    return PY_ERROR;
  }
  Value current = iterator->next;
  py_drop(iterator->left);
  iterator->next = after;
  iterator->left = left;
  return current;
}
static void iterator_dealloc(Object *self) {
  const BigRangeIterator *iterator = (BigRangeIterator *)self;
  const Value held[] = {iterator->next, iterator->step, iterator->left};
  for (int i = 0; i < 3; i++) py_drop(held[i]);
}

static Value call_count(const NativeRow *row, Value *arguments) {
  int has = contains(arguments[0], arguments[1]);
  return has < 0 ? PY_ERROR : py_int(has);
}
static Value call_index(const NativeRow *row, Value *arguments) {
  Value at = integer_is(arguments[1]) ? place(of(arguments[0]), number_plain(arguments[1])) : PY_NONE;
  if (!py_is_none(at)) return at;
  Text text = {0};
  if (py_repr_to(&text, arguments[1])) py_raise(&py_ValueError, "%s is not in range", text_string(&text));
  text_free(&text);
  return PY_ERROR;
}
static Value call_reversed(const NativeRow *row, Value *arguments) {
  const BigRange *range = of(arguments[0]);
  Value last = py_binary(OP_SUB, range->count, py_int(1));
  Value start = py_is_error(last) ? PY_ERROR : item(range, last);
  Value step = py_is_error(start) ? PY_ERROR : py_unary(OP_NEGATIVE, range->step);
  Value made = iterate(start, step, range->count);
  py_drop(last);
  py_drop(start);
  py_drop(step);
  return made;
}
static const NativeRow methods[] = {
    {"count", "self, value, /", "how often a number occurs", call_count, NULL},
    {"index", "self, value, /", "where a number is", call_index, NULL},
    {"__reversed__", "self, /", "an iterator from the end", call_reversed, NULL},
    {0},
};
static Value get_start(Value self) { return py_keep(of(self)->start); }
static Value get_stop(Value self) { return py_keep(of(self)->stop); }
static Value get_step(Value self) { return py_keep(of(self)->step); }
static const PropertyRow properties[] = {{"start", "the first number", get_start, NULL},
                                         {"stop", "where it ends", get_stop, NULL},
                                         {"step", "the distance", get_step, NULL},
                                         {0}};

static Type big_range_type = {.name = "range", .base = &py_range_type, .size = sizeof(BigRange), .repr = repr,
                              .compare = compare, .hash = hash, .truth = truth, .length = length, .getitem = getitem,
                              .contains = contains, .iter = iter, .dealloc = range_dealloc, .methods = methods,
                              .properties = properties};
static Type big_range_iterator_type = {.name = "longrange_iterator", .size = sizeof(BigRangeIterator),
                                       .iter = iterator_itself, .next = next, .dealloc = iterator_dealloc};
