#include <stdarg.h>
#include <string.h>

#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/generic.h"
#include "repl/types/iterator.h"
#include "repl/types/object.h"
#include "repl/types/protocol.h"
#include "repl/types/sequence.h"

bool py_is_tuple(Value v) {
  return v.tag == TAG_OBJECT &&
         (v.as.object->type == &py_tuple_type || py_is_subtype(v.as.object->type, &py_tuple_type));
}

static bool traverse(Object *self, PyVisit visit, void *context) {
  Tuple *tuple = (Tuple *)self;
  for (int64_t i = 0; i < tuple->count; i++)
    if (tuple->items[i].tag == TAG_OBJECT) visit(tuple->items[i].as.object, context);
  return true;
}

/* Clearing leaves None in the places, so that whoever still looks meets a value. */
static void clear(Object *self) {
  Tuple *tuple = (Tuple *)self;
  for (int64_t i = 0; i < tuple->count; i++) {
    Value held = tuple->items[i];
    tuple->items[i] = PY_NONE;
    py_drop(held);
  }
}

static void dealloc(Object *self) {
  Tuple *tuple = (Tuple *)self;
  for (int64_t i = 0; i < tuple->count; i++) py_drop(tuple->items[i]);
}

Value py_tuple(int64_t count) {
  static Tuple *empty;
  if (count == 0 && empty) {
    empty->head.references++;
    return py_object(empty);
  }
  if (count < 0 || count > (int64_t)1 << 40) return py_raise(&py_MemoryError, "Unable to allocate a tuple");
  Tuple *tuple = object_new_uncleared(&py_tuple_type, sizeof(Tuple) + sizeof(Value) * (size_t)count);
  if (!tuple) return PY_ERROR;
  tuple->hash = 0;
  tuple->count = count;
  for (int64_t i = 0; i < count; i++) tuple->items[i] = PY_NONE;
  if (count == 0) {
    empty = tuple;
    empty->head.references = (int64_t)1 << 40;
  }
  return py_object(tuple);
}

Value py_tuple_copy(const Value *items, int64_t count) {
  Value tuple = py_tuple(count);
  if (py_is_error(tuple)) return tuple;
  for (int64_t i = 0; i < count; i++) py_as_tuple(tuple)->items[i] = py_keep(items[i]);
  return tuple;
}

Value py_tuple_of(int64_t count, ...) {
  Value tuple = py_tuple(count);
  if (py_is_error(tuple)) return tuple;
  va_list list;
  va_start(list, count);
  for (int64_t i = 0; i < count; i++) py_as_tuple(tuple)->items[i] = py_keep(va_arg(list, Value));
  va_end(list);
  return tuple;
}

Value py_shape(int ndim, const int64_t *shape) {
  Value tuple = py_tuple(ndim);
  if (!py_is_error(tuple))
    for (int i = 0; i < ndim; i++) py_as_tuple(tuple)->items[i] = py_int(shape[i]);
  return tuple;
}

Value py_shape_with_none(int ndim, const int64_t *shape) {
  Value tuple = py_tuple(ndim);
  if (!py_is_error(tuple))
    for (int i = 0; i < ndim; i++) py_as_tuple(tuple)->items[i] = shape[i] < 0 ? PY_NONE : py_int(shape[i]);
  return tuple;
}

static Value repr(Value self) {
  if (!py_enter_repr(self.as.object)) return py_pending() ? PY_ERROR : py_text("(...)");
  Tuple *tuple = py_as_tuple(self);
  Text text = {0};
  bool ok = true;
  text_add_char(&text, '(');
  for (int64_t i = 0; ok && i < tuple->count; i++) {
    if (i) text_add(&text, ", ");
    ok = py_repr_to(&text, tuple->items[i]);
  }
  text_add(&text, tuple->count == 1 ? ",)" : ")");
  py_leave_repr(self.as.object);
  if (ok) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}

/* As CPython hashes tuples (xxHash's 64-bit rounds), so that sets of tuples print in its order. */
static bool hash(Value self, uint64_t *out) {
  Tuple *tuple = py_as_tuple(self);
  const uint64_t prime1 = 11400714785074694791u, prime2 = 14029467366897019727u, prime5 = 2870177450012600261u;
  uint64_t sum = prime5;
  for (int64_t i = 0; i < tuple->count; i++) {
    uint64_t lane;
    bool nested = py_is_tuple(tuple->items[i]); /* a chain of tuples must not use up the stack */
    if (nested && !py_enter_call()) return false;
    bool ok = py_hash(tuple->items[i], &lane);
    if (nested) py_leave_call();
    if (!ok) return false;
    sum += lane * prime2;
    sum = sum << 31 | sum >> 33;
    sum *= prime1;
  }
  sum += (uint64_t)tuple->count ^ (prime5 ^ 3527539u);
  *out = sum == (uint64_t)-1 ? 1546275796 : sum;
  return true;
}

static Value compare(CompareOp op, Value a, Value b) {
  if (!py_is_tuple(b)) return PY_NOT_IMPLEMENTED;
  return sequence_compare(op, py_as_tuple(a)->items, py_as_tuple(a)->count, py_as_tuple(b)->items,
                          py_as_tuple(b)->count);
}

static int truth(Value self) { return py_as_tuple(self)->count > 0; }
static int64_t length(Value self) { return py_as_tuple(self)->count; }

static Value getitem(Value self, Value key) {
  Tuple *tuple = py_as_tuple(self);
  if (py_is(key, &py_slice_type)) {
    int64_t start, stop, step, count;
    if (!py_slice_indices((Slice *)key.as.object, tuple->count, &start, &stop, &step, &count)) return PY_ERROR;
    if (count == tuple->count && step == 1 && tuple->head.type == &py_tuple_type) return py_keep(self);
    Value result = py_tuple(count);
    if (py_is_error(result)) return result;
    for (int64_t i = 0; i < count; i++) py_as_tuple(result)->items[i] = py_keep(tuple->items[start + i * step]);
    return result;
  }
  int64_t index;
  if (!sequence_index(key, tuple->count, "tuple", "tuple index out of range", &index)) return PY_ERROR;
  return py_keep(tuple->items[index]);
}

static int contains(Value self, Value item) {
  return sequence_find(py_as_tuple(self)->items, py_as_tuple(self)->count, item, NULL);
}

static Value iter(Value self) { return iterator_new(&py_tuple_iterator_type, self); }

static Value binary(BinaryOp op, Value a, Value b) {
  if (op == OP_ADD && py_is_tuple(a) && py_is_tuple(b)) {
    Tuple *x = py_as_tuple(a), *y = py_as_tuple(b);
    Value sum = py_tuple(x->count + y->count);
    if (py_is_error(sum)) return sum;
    for (int64_t i = 0; i < x->count; i++) py_as_tuple(sum)->items[i] = py_keep(x->items[i]);
    for (int64_t i = 0; i < y->count; i++) py_as_tuple(sum)->items[x->count + i] = py_keep(y->items[i]);
    return sum;
  }
  if (op == OP_MUL) {
    Value source = py_is_tuple(a) ? a : b, times = py_is_tuple(a) ? b : a;
    if (!py_is_integer(times) || !py_is_tuple(source)) return PY_NOT_IMPLEMENTED;
    int64_t count, total;
    if (!sequence_times(times, &count)) return PY_ERROR;
    Tuple *tuple = py_as_tuple(source);
    if (count < 0) count = 0;
    if (count == 1 && source.as.object->type == &py_tuple_type) return py_keep(source);
    if (__builtin_mul_overflow(count, tuple->count, &total))
      return py_raise(&py_MemoryError, "Unable to allocate a tuple");
    Value result = py_tuple(total);
    if (py_is_error(result)) return result;
    for (int64_t i = 0; i < total; i++) py_as_tuple(result)->items[i] = py_keep(tuple->items[i % tuple->count]);
    return result;
  }
  return PY_NOT_IMPLEMENTED;
}

static Value construct(Type *type, Value *arguments) {
  Value tuple = arguments[0].tag == TAG_UNDEFINED ? py_tuple(0) : py_to_tuple(arguments[0]);
  if (py_is_error(tuple) || !type->heap) return tuple;
  const Tuple *from = py_as_tuple(tuple);
  Tuple *made = py_new_sized(type, offsetof(Tuple, items) + sizeof(Value) * (size_t)from->count);
  if (made) {
    made->count = from->count;
    for (int64_t i = 0; i < from->count; i++) made->items[i] = py_keep(from->items[i]);
  }
  py_drop(tuple);
  return py_object(made);
}

static Value call_count(const NativeRow *row, Value *arguments) {
  (void)row;
  return sequence_count(py_as_tuple(arguments[0])->items, py_as_tuple(arguments[0])->count, arguments[1]);
}
static Value call_index(const NativeRow *row, Value *arguments) {
  (void)row;
  Tuple *tuple = py_as_tuple(arguments[0]);
  int64_t start, stop, found;
  if (!sequence_bounds(arguments[2], arguments[3], tuple->count, &start, &stop)) return PY_ERROR;
  int there = start < stop ? sequence_find(tuple->items + start, stop - start, arguments[1], &found) : 0;
  if (there < 0) return PY_ERROR;
  return there ? py_int(found + start) : py_raise(&py_ValueError, "tuple.index(x): x not in tuple");
}
static const NativeRow methods[] = {
    {"count", "self, value, /", "how often a value occurs", call_count, NULL},
    {"index", "self, value, start=0, stop=9223372036854775807, /", "where a value occurs first", call_index, NULL},
    {0},
};

Type py_tuple_type = {.name = "tuple", .size = sizeof(Tuple), .repr = repr, .hash = hash, .compare = compare,
                      .truth = truth, .length = length, .getitem = getitem, .contains = contains, .iter = iter,
                      .binary = binary, .traverse = traverse, .clear = clear, .dealloc = dealloc,
                      .signature = "iterable=..., /", .construct = construct, .from_one = py_to_tuple,
                      .methods = methods,
                      .statics = generic_statics,
                      .help = "An immutable sequence of values."};
