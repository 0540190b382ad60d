#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/protocol.h"
#include "repl/types/sequence.h"

static bool traverse(Object *self, PyVisit visit, void *context) {
  Slice *slice = (Slice *)self;
  Value held[] = {slice->start, slice->stop, slice->step};
  for (int i = 0; i < 3; i++)
    if (held[i].tag == TAG_OBJECT) visit(held[i].as.object, context);
  return true;
}
static void clear(Object *self) {
  Slice *slice = (Slice *)self;
  Value held[] = {slice->start, slice->stop, slice->step};
  slice->start = slice->stop = slice->step = PY_NONE;
  for (int i = 0; i < 3; i++) py_drop(held[i]);
}

Value py_slice(Value start, Value stop, Value step) {
  Slice *slice = py_new(&py_slice_type);
  if (!slice) return PY_ERROR;
  slice->start = py_keep(start);
  slice->stop = py_keep(stop);
  slice->step = py_keep(step);
  return py_object(slice);
}

bool py_slice_indices(const Slice *slice, int64_t length, int64_t *start, int64_t *stop, int64_t *step,
                      int64_t *count) {
  *step = 1;
  if (!py_is_none(slice->step) && !sequence_bound(slice->step, step)) return false;
  if (*step == 0) {
    py_raise(&py_ValueError, "slice step cannot be zero");
    return false;
  }
  if (*step == INT64_MIN) *step = -INT64_MAX;
  bool down = *step < 0;
  int64_t lowest = down ? -1 : 0, highest = down ? length - 1 : length;
  *start = down ? highest : lowest;
  *stop = down ? lowest : highest;
  const Value given[] = {slice->start, slice->stop};
  int64_t *const places[] = {start, stop};
  for (int i = 0; i < 2; i++) {
    if (py_is_none(given[i])) continue;
    int64_t at;
    if (!sequence_bound(given[i], &at)) return false;
    if (at < 0) {
      at += length;
      if (at < lowest) at = lowest;
    } else if (at > highest) {
      at = highest;
    }
    *places[i] = at;
  }
  if (down)
    *count = *stop < *start ? (*start - *stop - 1) / -*step + 1 : 0;
  else
    *count = *start < *stop ? (*stop - *start - 1) / *step + 1 : 0;
  return true;
}

static Value repr(Value self) {
  Slice *slice = (Slice *)self.as.object;
  Text text = {0};
  text_add(&text, "slice(");
  bool ok = py_repr_to(&text, slice->start);
  text_add(&text, ", ");
  ok = ok && py_repr_to(&text, slice->stop);
  text_add(&text, ", ");
  ok = ok && py_repr_to(&text, slice->step);
  text_add_char(&text, ')');
  if (ok) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}

static Value compare(CompareOp op, Value a, Value b) {
  if (!py_is(b, &py_slice_type)) return PY_NOT_IMPLEMENTED;
  Slice *x = (Slice *)a.as.object, *y = (Slice *)b.as.object;
  Value left = py_tuple_of(3, x->start, x->stop, x->step), right = py_tuple_of(3, y->start, y->stop, y->step);
  Value result = py_is_error(left) || py_is_error(right) ? PY_ERROR : py_compare(op, left, right);
  py_drop(left);
  py_drop(right);
  return result;
}

/* slice(stop) or slice(start, stop[, step]). */
static Value construct(Type *type, Value *arguments) {
  Tuple *given = py_as_tuple(arguments[0]);
  if (given->count < 1 || given->count > 3)
    return py_raise(&py_TypeError, "slice expected at %s %d argument%s, got %lld", given->count ? "most" : "least",
                    given->count ? 3 : 1, given->count ? "s" : "", (long long)given->count);
  const Value *items = given->items;
  if (given->count == 1) return py_slice(PY_NONE, items[0], PY_NONE);
  return py_slice(items[0], items[1], given->count == 3 ? items[2] : PY_NONE);
}

static Value get_start(Value self) { return py_keep(((Slice *)self.as.object)->start); }
static Value get_stop(Value self) { return py_keep(((Slice *)self.as.object)->stop); }
static Value get_step(Value self) { return py_keep(((Slice *)self.as.object)->step); }
static const PropertyRow properties[] = {{"start", "the first index", get_start, NULL},
                                         {"stop", "the index after the last", get_stop, NULL},
                                         {"step", "the distance", get_step, NULL},
                                         {0}};
static Value call_indices(const NativeRow *row, Value *arguments) {
  int64_t length, start, stop, step, count;
  if (!py_as_int(arguments[1], &length)) return PY_ERROR;
  if (length < 0) return py_raise(&py_ValueError, "length should not be negative");
  if (!py_slice_indices((Slice *)arguments[0].as.object, length, &start, &stop, &step, &count)) return PY_ERROR;
  return py_tuple_of(3, py_int(start), py_int(stop), py_int(step));
}
static const NativeRow methods[] = {
    {"indices", "self, length, /", "start, stop and step for a length", call_indices, NULL}, {0}};

Type py_slice_type = {.name = "slice", .size = sizeof(Slice), .repr = repr, .compare = compare, .traverse = traverse,
                      .clear = clear, .dealloc = clear, .signature = "*args", .construct = construct,
                      .properties = properties, .methods = methods, .help = "start:stop:step."};
