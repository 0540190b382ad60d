#include <string.h>

#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "repl/types/block.h"
#include "repl/types/exception.h"
#include "repl/types/generic.h"
#include "repl/types/iterator.h"
#include "repl/types/list.h"
#include "repl/types/protocol.h"
#include "repl/types/sequence.h"

bool py_is_list(Value v) {
  return v.tag == TAG_OBJECT && (v.as.object->type == &py_list_type || py_is_subtype(v.as.object->type, &py_list_type));
}

static bool traverse(Object *self, PyVisit visit, void *context) {
  List *list = (List *)self;
  for (int64_t i = 0; i < list->count; i++)
    if (list->items[i].tag == TAG_OBJECT) visit(list->items[i].as.object, context);
  return true;
}

/* Empties the list before anything is dropped: a dropped item may look at it. */
void list_clear(List *list) {
  Value *items = list->items;
  int64_t count = list->count;
  list->items = NULL;
  list->count = list->capacity = 0;
  for (int64_t i = count; i-- > 0;) py_drop(items[i]);
  block_put(items);
}

/* Room for so many items, the ones that are there moved into it. Few lie in a block, more in memory of their own, which
 * the allocator may extend in its place. */
static Value *move_items(List *list, int64_t capacity) {
  size_t bytes = sizeof(Value) * (size_t)capacity;
  if (list->items && !block_is_small(list->items)) return core_realloc(list->items, bytes);
  Value *items = block_get(bytes);
  if (!items || !list->items) return items;
  memcpy(items, list->items, sizeof(Value) * (size_t)list->count);
  block_put(list->items);
  return items;
}

static void clear(Object *self) { list_clear((List *)self); }

bool list_reserve(List *list, int64_t capacity) {
  if (capacity <= list->capacity) return true;
  int64_t grown = list->capacity + list->capacity / 2 + 4;
  if (grown < capacity) grown = capacity;
  Value *items = grown > (int64_t)1 << 42 ? NULL : move_items(list, grown);
  if (!items) {
    py_raise(&py_MemoryError, "Unable to allocate a list of %lld items", (long long)grown);
    return false;
  }
  list->items = items;
  list->capacity = grown;
  return true;
}

Value py_list(int64_t capacity) {
  List *list = py_new(&py_list_type);
  if (!list) return PY_ERROR;
  if (capacity > 0 && !list_reserve(list, capacity)) {
    py_drop(py_object(list));
    return PY_ERROR;
  }
  return py_object(list);
}

bool py_list_append(List *list, Value item) {
  if (list->count == list->capacity && !list_reserve(list, list->count + 1)) return false;
  list->items[list->count++] = py_keep(item);
  return true;
}

bool py_list_append_steal(List *list, Value item) {
  if (py_is_error(item)) return false;
  if (list->count == list->capacity && !list_reserve(list, list->count + 1)) {
    py_drop(item);
    return false;
  }
  list->items[list->count++] = item;
  return true;
}

bool py_sequence(Value v, const Value **items, int64_t *count) {
  if (py_is_list(v)) {
    *items = py_as_list(v)->items;
    *count = py_as_list(v)->count;
    return true;
  }
  if (py_is_tuple(v)) {
    *items = py_as_tuple(v)->items;
    *count = py_as_tuple(v)->count;
    return true;
  }
  return false;
}

bool py_list_extend(List *list, Value iterable) {
  const Value *items;
  int64_t count;
  bool plain = iterable.tag == TAG_OBJECT &&
               (iterable.as.object->type == &py_list_type || iterable.as.object->type == &py_tuple_type);
  if (plain && py_sequence(iterable, &items, &count)) {
    if (!list_reserve(list, list->count + count)) return false;
    if (iterable.as.object == &list->head) items = list->items;
    for (int64_t i = 0; i < count; i++) list->items[list->count++] = py_keep(items[i]);
    return true;
  }
  if (iterable.tag == TAG_OBJECT && iterable.as.object->type == &py_range_type) {
    /* One that is too long fails here, not when the memory is full. */
    count = py_range_type.length(iterable);
    if (count < 0 || !list_reserve(list, count > INT64_MAX - list->count ? INT64_MAX : list->count + count))
      return false;
  }
  Value iterator = py_iter(iterable);
  if (py_is_error(iterator)) return false;
  Type *type = py_type_of(iterator);
  bool ok = true;
  for (int64_t i = 1; ok; i++) {
    Value item = type->next ? type->next(iterator) : py_next(iterator);
    if (item.tag == TAG_UNDEFINED) break;
    ok = py_list_append_steal(list, item);
    if ((i & 0xFFFF) == 0 && core_interrupt_pending()) {
      core_interrupt_take();
      py_raise_value((Value){.tag = TAG_OBJECT, .as.object = &py_KeyboardInterrupt.head});
      ok = false;
    }
  }
  py_drop(iterator);
  return ok;
}

static Value repr(Value self) {
  if (!py_enter_repr(self.as.object)) return py_pending() ? PY_ERROR : py_text("[...]");
  List *list = py_as_list(self);
  Text text = {0};
  bool ok = true;
  text_add_char(&text, '[');
  for (int64_t i = 0; ok && i < list->count; i++) {
    if (i) text_add(&text, ", ");
    Value item = py_keep(list->items[i]);
    ok = py_repr_to(&text, item);
    py_drop(item);
  }
  text_add_char(&text, ']');
  py_leave_repr(self.as.object);
  if (ok) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}

int list_find(List *list, int64_t start, int64_t stop, Value item, int64_t *at) {
  for (int64_t i = start; i < stop && i < list->count; i++) {
    /* The comparison may run the user's code, which may change the list. */
    Value candidate = py_keep(list->items[i]);
    int equal = py_equal(candidate, item);
    py_drop(candidate);
    if (equal == 0) continue;
    if (at) *at = i;
    return equal;
  }
  return 0;
}

static Value compare(CompareOp op, Value a, Value b) {
  if (!py_is_list(b)) return PY_NOT_IMPLEMENTED;
  List *x = py_as_list(a), *y = py_as_list(b);
  if ((op == OP_EQ || op == OP_NE) && x->count != y->count) return py_bool(op == OP_NE);
  if (!py_enter_call()) return PY_ERROR;
  Value result = PY_UNDEFINED;
  for (int64_t i = 0; i < x->count && i < y->count && result.tag == TAG_UNDEFINED; i++) {
    Value left = py_keep(x->items[i]), right = py_keep(y->items[i]);
    int equal = py_equal(left, right);
    bool inside = i < x->count && i < y->count; /* comparing may have made the lists shorter */
    if (equal < 0)
      result = PY_ERROR;
    else if (equal == 0 && inside)
      result = op == OP_EQ || op == OP_NE ? py_bool(op == OP_NE) : py_compare(op, left, right);
    py_drop(left);
    py_drop(right);
  }
  py_leave_call();
  if (result.tag != TAG_UNDEFINED) return result;
  return sequence_order(op, x->count, y->count);
}

static int truth(Value self) { return py_as_list(self)->count > 0; }
static int64_t length(Value self) { return py_as_list(self)->count; }

static Value getitem(Value self, Value key) {
  List *list = py_as_list(self);
  if (key.tag == TAG_INT) {
    int64_t at = key.as.integer < 0 ? key.as.integer + list->count : key.as.integer;
    if (at >= 0 && at < list->count) return py_keep(list->items[at]);
    return py_raise(&py_IndexError, "list index out of range");
  }
  if (py_is(key, &py_slice_type)) {
    int64_t start, stop, step, count;
    if (!py_slice_indices((Slice *)key.as.object, list->count, &start, &stop, &step, &count)) return PY_ERROR;
    Value result = py_list(count);
    if (py_is_error(result)) return result;
    List *out = py_as_list(result);
    for (int64_t i = 0; i < count; i++) out->items[out->count++] = py_keep(list->items[start + i * step]);
    return result;
  }
  int64_t index;
  if (!sequence_index(key, list->count, "list", "list index out of range", &index)) return PY_ERROR;
  return py_keep(list->items[index]);
}

bool list_splice(List *list, int64_t start, int64_t removed, const Value *items, int64_t added) {
  Value *old = NULL;
  if (removed) {
    old = core_alloc(sizeof(Value) * (size_t)removed);
    if (!old) {
      py_raise(&py_MemoryError, "Unable to allocate a list");
      return false;
    }
  }
  if (!list_reserve(list, list->count - removed + added)) {
    core_free(old);
    return false;
  }
  if (removed) memcpy(old, list->items + start, sizeof(Value) * (size_t)removed);
  if (list->items)
    memmove(list->items + start + added, list->items + start + removed,
            sizeof(Value) * (size_t)(list->count - start - removed));
  for (int64_t i = 0; i < added; i++) list->items[start + i] = py_keep(items[i]);
  list->count += added - removed;
  for (int64_t i = 0; i < removed; i++) py_drop(old[i]);
  core_free(old);
  return true;
}

/* Deletes `count` items from `start` on, `step` apart, in one pass; they are dropped when the list is whole again. */
static bool delete_every(List *list, int64_t start, int64_t step, int64_t count) {
  Value *gone = core_alloc(sizeof *gone * (size_t)count);
  if (!gone) {
    py_raise(&py_MemoryError, "Unable to allocate a list");
    return false;
  }
  int64_t put = start, taken = 0;
  for (int64_t i = start; i < list->count; i++) {
    if (taken < count && i == start + taken * step)
      gone[taken++] = list->items[i];
    else
      list->items[put++] = list->items[i];
  }
  list->count = put;
  for (int64_t i = 0; i < taken; i++) py_drop(gone[i]);
  core_free(gone);
  return true;
}

static bool set_slice(List *list, Slice *slice, Value value) {
  int64_t start, stop, step, count;
  Value items = PY_UNDEFINED;
  if (value.tag != TAG_UNDEFINED) {
    Type *type = py_type_of(value);
    if (!type->ready) py_type_ready(type);
    if (!type->iter && !type->getitem) {
      py_raise(&py_TypeError, "can only assign an iterable");
      return false;
    }
    items = py_to_list(value);
    if (py_is_error(items)) return false;
  }
  if (!py_slice_indices(slice, list->count, &start, &stop, &step, &count)) {
    py_drop(items);
    return false;
  }
  const Value *source = items.tag == TAG_OBJECT ? py_as_list(items)->items : NULL;
  int64_t added = items.tag == TAG_OBJECT ? py_as_list(items)->count : 0;
  bool ok = true;
  if (step == 1) {
    ok = list_splice(list, start, count, source, added);
  } else if (value.tag == TAG_UNDEFINED) {
    ok =
        count == 0 || delete_every(list, step > 0 ? start : start + (count - 1) * step, step > 0 ? step : -step, count);
  } else if (added != count) {
    py_raise(&py_ValueError, "attempt to assign sequence of size %lld to extended slice of size %lld",
             (long long)added, (long long)count);
    ok = false;
  } else {
    for (int64_t i = 0; i < count; i++) {
      Value before = list->items[start + i * step];
      list->items[start + i * step] = py_keep(source[i]);
      py_drop(before);
    }
  }
  py_drop(items);
  return ok;
}

static bool setitem(Value self, Value key, Value value) {
  List *list = py_as_list(self);
  if (py_is(key, &py_slice_type)) return set_slice(list, (Slice *)key.as.object, value);
  int64_t index;
  if (!sequence_index(key, list->count, "list", "list assignment index out of range", &index)) return false;
  if (value.tag == TAG_UNDEFINED) return list_splice(list, index, 1, NULL, 0);
  Value before = list->items[index];
  list->items[index] = py_keep(value);
  py_drop(before);
  return true;
}

static int contains(Value self, Value item) {
  return list_find(py_as_list(self), 0, INT64_MAX, item, NULL);
}

static Value iter(Value self) { return iterator_new(&py_list_iterator_type, self); }

static bool fill_times(List *out, const Value *items, int64_t count, int64_t times) {
  int64_t total;
  if (times < 0) times = 0;
  if (__builtin_mul_overflow(count, times, &total) || !list_reserve(out, total)) {
    if (!py_pending()) py_raise(&py_MemoryError, "Unable to allocate a list");
    return false;
  }
  if (count == 1 && times < 1 << 24) {
    const Value item = items[0];
    Value *to = out->items;
    if (item.tag == TAG_OBJECT) item.as.object->references += times;
    for (int64_t i = 0; i < times; i++) to[i] = item;
    out->count = times;
    return true;
  }
  for (int64_t i = 0; i < times; i++) {
    for (int64_t j = 0; j < count; j++) out->items[out->count++] = py_keep(items[j]);
    if ((i & 0xFFFFF) == 0xFFFFF && core_interrupt_pending() && core_interrupt_take()) {
      py_raise_value((Value){.tag = TAG_OBJECT, .as.object = &py_KeyboardInterrupt.head});
      return false;
    }
  }
  return true;
}

static Value binary(BinaryOp op, Value a, Value b) {
  if (op == OP_ADD && py_is_list(a) && py_is_list(b)) {
    List *x = py_as_list(a), *y = py_as_list(b);
    Value sum = py_list(x->count + y->count);
    if (py_is_error(sum)) return sum;
    List *out = py_as_list(sum);
    for (int64_t i = 0; i < x->count; i++) out->items[out->count++] = py_keep(x->items[i]);
    for (int64_t i = 0; i < y->count; i++) out->items[out->count++] = py_keep(y->items[i]);
    return sum;
  }
  if (op == OP_MUL) {
    Value source = py_is_list(a) ? a : b, times = py_is_list(a) ? b : a;
    int64_t count;
    if (!py_is_integer(times) || !py_is_list(source)) return PY_NOT_IMPLEMENTED;
    if (!sequence_times(times, &count)) return PY_ERROR;
    Value result = py_list(0);
    if (py_is_error(result)) return result;
    if (fill_times(py_as_list(result), py_as_list(source)->items, py_as_list(source)->count, count)) return result;
    py_drop(result);
    return PY_ERROR;
  }
  return PY_NOT_IMPLEMENTED;
}

static Value inplace(BinaryOp op, Value self, Value other) {
  if (op == OP_ADD) return py_list_extend(py_as_list(self), other) ? py_keep(self) : PY_ERROR;
  if (op == OP_MUL && py_is_integer(other)) {
    Value product = binary(OP_MUL, self, other);
    if (py_is_error(product)) return product;
    List *list = py_as_list(self), *from = py_as_list(product);
    List swapped = *list;
    list->items = from->items;
    list->count = from->count;
    list->capacity = from->capacity;
    from->items = swapped.items;
    from->count = swapped.count;
    from->capacity = swapped.capacity;
    py_drop(product);
    return py_keep(self);
  }
  return PY_NOT_IMPLEMENTED;
}

static bool init(Value self, Value *arguments) {
  list_clear(py_as_list(self));
  return arguments[0].tag == TAG_UNDEFINED || py_list_extend(py_as_list(self), arguments[0]);
}

Type py_list_type = {.name = "list", .size = sizeof(List), .repr = repr, .compare = compare, .truth = truth,
                     .length = length, .getitem = getitem, .setitem = setitem, .contains = contains, .iter = iter,
                     .binary = binary, .inplace = inplace, .traverse = traverse, .clear = clear, .dealloc = clear,
                     .signature = "iterable=..., /", .init = init, .from_one = py_to_list,
                     .methods = list_methods, .statics = generic_statics,
                     .help = "A mutable sequence of values."};
