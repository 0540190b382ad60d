/* collections.deque: a ring of values whose size is a power of two. */
#include "engine/core/memory.h"
#include "repl/modules/collections.h"

typedef struct Deque {
  Object head;
  Value *items;     /* the ring */
  int64_t capacity; /* 0, or a power of two */
  int64_t first, count;
  int64_t limit;    /* maxlen + 1, or 0: an object whose __init__ has not run has none */
  uint64_t version; /* changes with every change of the length: iterators check it */
} Deque;

typedef struct DequeIterator {
  Object head;
  Value deque; /* PY_NONE at the end */
  int64_t at;
  uint64_t version;
  bool reversed;
} DequeIterator;

static Deque *deque_of(Value v) { return (Deque *)v.as.object; }
static bool is_deque(Value v) { return v.tag == TAG_OBJECT && py_is(v, &deque_type); }
static Value *place(const Deque *deque, int64_t i) {
  return &deque->items[(deque->first + i) & (deque->capacity - 1)];
}

static bool traverse(Object *self, PyVisit visit, void *context) {
  const Deque *deque = (const Deque *)self;
  for (int64_t i = 0; i < deque->count; i++)
    if (place(deque, i)->tag == TAG_OBJECT) visit(place(deque, i)->as.object, context);
  return true;
}

static void empty(Deque *deque) {
  Deque old = *deque;
  deque->items = NULL;
  deque->capacity = deque->first = deque->count = 0;
  deque->version++;
  for (int64_t i = 0; i < old.count; i++) py_drop(*place(&old, i));
  core_free(old.items);
}
static void clear(Object *self) { empty((Deque *)self); }

static bool grow(Deque *deque) {
  int64_t capacity = deque->capacity ? deque->capacity * 2 : 8;
  Value *items = core_alloc(sizeof *items * (size_t)capacity);
  if (items == NULL) {
    py_raise(&py_MemoryError, "Unable to allocate a deque of %lld items", (long long)capacity);
    return false;
  }
  for (int64_t i = 0; i < deque->count; i++) items[i] = *place(deque, i);
  core_free(deque->items);
  deque->items = items;
  deque->capacity = capacity;
  deque->first = 0;
  return true;
}

/* Takes an end's item out: a reference of the caller's. */
static Value take(Deque *deque, bool left) {
  Value item = left ? *place(deque, 0) : *place(deque, deque->count - 1);
  if (left) deque->first = (deque->first + 1) & (deque->capacity - 1);
  deque->count--;
  deque->version++;
  return item;
}

/* Takes `item` over. */
static bool put(Deque *deque, Value item, bool left) {
  if (py_is_error(item)) return false;
  if (deque->count == deque->capacity && !grow(deque)) {
    py_drop(item);
    return false;
  }
  if (left) deque->first = (deque->first - 1) & (deque->capacity - 1);
  deque->count++;
  *place(deque, left ? 0 : deque->count - 1) = item;
  deque->version++;
  if (deque->limit && deque->count >= deque->limit) py_drop(take(deque, !left));
  return true;
}

static bool extend(Deque *deque, Value iterable, bool left) {
  Value source = iterable;
  bool itself = iterable.tag == TAG_OBJECT && iterable.as.object == &deque->head;
  if (itself && py_is_error(source = py_to_list(iterable))) return false;
  Value iterator = py_iter(source);
  if (itself) py_drop(source);
  if (py_is_error(iterator)) return false;
  bool good = true;
  for (Value item; good && !py_is_undefined(item = py_next(iterator));) good = put(deque, item, left);
  py_drop(iterator);
  return good;
}

/* An empty one of the same class and maxlen. */
static Value same_kind(Value self) {
  Deque *made = py_new(&deque_type);
  if (made) made->limit = deque_of(self)->limit;
  return py_object(made);
}

static Value copy_of(Value self) {
  if (py_type_of(self) != &deque_type) {
    Value type = py_type_value(py_type_of(self));
    int64_t limit = deque_of(self)->limit;
    Value made = py_call_values(type, (Value[]){self, py_int(limit - 1)}, limit ? 2 : 1);
    py_drop(type);
    return made;
  }
  Value made = same_kind(self);
  if (py_is_error(made)) return made;
  for (int64_t i = 0; i < deque_of(self)->count; i++)
    if (!put(deque_of(made), py_keep(*place(deque_of(self), i)), false)) {
      py_drop(made);
      return PY_ERROR;
    }
  return made;
}

static bool init(Value self, Value *arguments) {
  Deque *deque = deque_of(self);
  int64_t most = -1;
  if (!py_is_none(arguments[1])) {
    if (!py_is_integer(arguments[1])) {
      py_raise(&py_TypeError, "an integer is required");
      return false;
    }
    if (!py_as_int(arguments[1], &most)) return false;
    if (most < 0) {
      py_raise(&py_ValueError, "maxlen must be non-negative");
      return false;
    }
  }
  empty(deque);
  deque->limit = most + 1;
  return py_is_undefined(arguments[0]) || extend(deque, arguments[0], false);
}

static Value repr(Value self) {
  if (!py_enter_repr(self.as.object)) return py_pending() ? PY_ERROR : py_text("[...]");
  Text text = {0};
  text_addf(&text, "%s([", py_type_of(self)->name);
  bool good = true;
  for (int64_t i = 0; good && i < deque_of(self)->count; i++) {
    if (i) text_add(&text, ", ");
    Value item = py_keep(*place(deque_of(self), i));
    good = py_repr_to(&text, item);
    py_drop(item);
  }
  text_add_char(&text, ']');
  if (deque_of(self)->limit) text_addf(&text, ", maxlen=%lld", (long long)deque_of(self)->limit - 1);
  text_add_char(&text, ')');
  py_leave_repr(self.as.object);
  if (good) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}

static Value compare(CompareOp op, Value a, Value b) {
  if (!is_deque(a) || !is_deque(b)) return PY_NOT_IMPLEMENTED;
  if ((op == OP_EQ || op == OP_NE) && deque_of(a)->count != deque_of(b)->count) return py_bool(op == OP_NE);
  Value x = py_to_list(a), y = py_is_error(x) ? PY_ERROR : py_to_list(b);
  Value result = py_is_error(y) ? PY_ERROR : py_compare(op, x, y);
  py_drop(x);
  py_drop(y);
  return result;
}

static bool hash(Value self, uint64_t *out) {
  py_raise(&py_TypeError, "unhashable type: 'collections.deque'");
  return false;
}

/* CPython names the module of these types in some of its texts. */
Value collections_no_attribute(Value self, String *name) {
  Type *type = py_type_of(self);
  return py_raise(&py_AttributeError, "'%s%s' object has no attribute '%s'", type->heap ? "" : "collections.",
                  type->name, name->data);
}

static int truth(Value self) { return deque_of(self)->count > 0; }
static int64_t length(Value self) { return deque_of(self)->count; }

static bool index_of(Value self, Value key, int64_t *at) {
  if (!py_is_integer(key) && (key.tag != TAG_OBJECT ||
                              py_is_undefined(py_type_lookup(py_type_of(key), py_intern("__index__"))))) {
    py_raise(&py_TypeError, "sequence index must be integer, not '%s'", py_type_of(key)->name);
    return false;
  }
  if (!py_as_int(key, at)) return false;
  if (*at < 0) *at += deque_of(self)->count;
  if (*at >= 0 && *at < deque_of(self)->count) return true;
  py_raise(&py_IndexError, "deque index out of range");
  return false;
}
static Value getitem(Value self, Value key) {
  int64_t at;
  return index_of(self, key, &at) ? py_keep(*place(deque_of(self), at)) : PY_ERROR;
}

static void delete_at(Deque *deque, int64_t at) {
  Value gone = *place(deque, at);
  for (int64_t i = at; i + 1 < deque->count; i++) *place(deque, i) = *place(deque, i + 1);
  deque->count--;
  deque->version++;
  py_drop(gone);
}
static bool setitem(Value self, Value key, Value value) {
  int64_t at;
  if (!index_of(self, key, &at)) return false;
  if (py_is_undefined(value)) {
    delete_at(deque_of(self), at);
    return true;
  }
  Value before = *place(deque_of(self), at);
  *place(deque_of(self), at) = py_keep(value);
  py_drop(before);
  return true;
}

/* The first place in [from, to) whose item equals: -1 where none does, -2 with an exception pending. */
static int64_t find(Value self, Value wanted, int64_t from, int64_t to) {
  Deque *deque = deque_of(self);
  uint64_t version = deque->version;
  for (int64_t i = from; i < to && i < deque->count; i++) {
    Value item = py_keep(*place(deque, i));
    int equal = py_equal(item, wanted);
    py_drop(item);
    if (equal < 0) return -2;
    if (deque->version != version) {
      py_raise(&py_RuntimeError, "deque mutated during iteration");
      return -2;
    }
    if (equal) return i;
  }
  return -1;
}
static int contains(Value self, Value item) {
  int64_t at = find(self, item, 0, deque_of(self)->count);
  return at == -2 ? -1 : at >= 0;
}

static Value iterate(Value self, bool reversed) {
  DequeIterator *iterator = py_new(&deque_iterator_type);
  if (iterator == NULL) return PY_ERROR;
  iterator->deque = py_keep(self);
  iterator->version = deque_of(self)->version;
  iterator->reversed = reversed;
  return py_object(iterator);
}
static Value iter(Value self) { return iterate(self, false); }

static Value repeated(Value self, int64_t times) {
  Value made = same_kind(self), once = py_is_error(made) ? PY_ERROR : py_to_list(self);
  bool good = !py_is_error(once);
  for (int64_t i = 0; good && i < times; i++) good = extend(deque_of(made), once, false);
  py_drop(once);
  if (good) return made;
  py_drop(made);
  return PY_ERROR;
}

static Value binary(BinaryOp op, Value a, Value b) {
  int64_t times;
  if (op == OP_MUL && is_deque(a) && py_is_integer(b)) return py_as_int(b, &times) ? repeated(a, times) : PY_ERROR;
  if (op == OP_MUL && is_deque(b) && py_is_integer(a)) return py_as_int(a, &times) ? repeated(b, times) : PY_ERROR;
  if (op != OP_ADD || !is_deque(a)) return PY_NOT_IMPLEMENTED;
  if (!is_deque(b))
    return py_raise(&py_TypeError, "can only concatenate deque (not \"%s\") to deque", py_type_of(b)->name);
  Value made = copy_of(a);
  if (py_is_error(made) || extend(deque_of(made), b, false)) return made;
  py_drop(made);
  return PY_ERROR;
}
static Value inplace(BinaryOp op, Value self, Value other) {
  if (op == OP_ADD) return extend(deque_of(self), other, false) ? py_keep(self) : PY_ERROR;
  if (op != OP_MUL || !py_is_integer(other)) return PY_NOT_IMPLEMENTED;
  int64_t times;
  if (!py_as_int(other, &times)) return PY_ERROR;
  Value once = py_to_list(self);
  if (py_is_error(once)) return once;
  if (times <= 0) empty(deque_of(self));
  bool good = true;
  for (int64_t i = 1; good && i < times; i++) good = extend(deque_of(self), once, false);
  py_drop(once);
  return good ? py_keep(self) : PY_ERROR;
}

/* ---- methods ---- */

static const char left[] = "left"; /* a row's data: the method works on the left end */

static Value call_append(const NativeRow *row, Value *arguments) {
  return put(deque_of(arguments[0]), py_keep(arguments[1]), row->data != NULL) ? PY_NONE : PY_ERROR;
}
static Value call_extend(const NativeRow *row, Value *arguments) {
  return extend(deque_of(arguments[0]), arguments[1], row->data != NULL) ? PY_NONE : PY_ERROR;
}
static Value call_pop(const NativeRow *row, Value *arguments) {
  if (deque_of(arguments[0])->count == 0) return py_raise(&py_IndexError, "pop from an empty deque");
  return take(deque_of(arguments[0]), row->data != NULL);
}
static Value call_rotate(const NativeRow *row, Value *arguments) {
  Deque *deque = deque_of(arguments[0]);
  int64_t steps;
  if (!py_as_int(arguments[1], &steps)) return PY_ERROR;
  if (deque->count < 2) return PY_NONE;
  steps %= deque->count;
  if (steps < 0) steps += deque->count;
  bool right = steps <= deque->count / 2; /* whichever way is shorter */
  for (int64_t i = right ? steps : deque->count - steps; i > 0; i--) {
    Value item = take(deque, !right);
    if (right) deque->first = (deque->first - 1) & (deque->capacity - 1);
    deque->count++;
    *place(deque, right ? 0 : deque->count - 1) = item;
  }
  return PY_NONE;
}
static Value call_clear(const NativeRow *row, Value *arguments) {
  empty(deque_of(arguments[0]));
  return PY_NONE;
}
static Value call_copy(const NativeRow *row, Value *arguments) { return copy_of(arguments[0]); }
static Value call_reversed(const NativeRow *row, Value *arguments) { return iterate(arguments[0], true); }
static Value call_reverse(const NativeRow *row, Value *arguments) {
  Deque *deque = deque_of(arguments[0]);
  for (int64_t i = 0, j = deque->count - 1; i < j; i++, j--) {
    Value item = *place(deque, i);
    *place(deque, i) = *place(deque, j);
    *place(deque, j) = item;
  }
  return PY_NONE;
}
static Value call_count(const NativeRow *row, Value *arguments) {
  int64_t found = 0, at = -1;
  while ((at = find(arguments[0], arguments[1], at + 1, deque_of(arguments[0])->count)) >= 0) found++;
  return at == -2 ? PY_ERROR : py_int(found);
}
static int64_t clamped(int64_t at, int64_t count) {
  if (at < 0) at += count;
  return at < 0 ? 0 : at > count ? count : at;
}
static void raise_absent(Value wanted) {
  Value text = py_repr(wanted);
  if (!py_is_error(text)) py_raise(&py_ValueError, "%s is not in deque", py_as_string(text)->data);
  py_drop(text);
}
static Value call_index(const NativeRow *row, Value *arguments) {
  int64_t count = deque_of(arguments[0])->count, from = 0, to = count;
  if (!py_is_undefined(arguments[2]) && !py_as_int(arguments[2], &from)) return PY_ERROR;
  if (!py_is_undefined(arguments[3]) && !py_as_int(arguments[3], &to)) return PY_ERROR;
  int64_t at = find(arguments[0], arguments[1], clamped(from, count), clamped(to, count));
  if (at >= 0) return py_int(at);
  if (at == -1) raise_absent(arguments[1]);
  return PY_ERROR;
}
static Value call_insert(const NativeRow *row, Value *arguments) {
  Deque *deque = deque_of(arguments[0]);
  int64_t at;
  if (!py_as_int(arguments[1], &at)) return PY_ERROR;
  if (deque->limit && deque->count + 1 >= deque->limit)
    return py_raise(&py_IndexError, "deque already at its maximum size");
  at = clamped(at, deque->count);
  if (!put(deque, py_keep(arguments[2]), false)) return PY_ERROR;
  Value item = *place(deque, deque->count - 1);
  for (int64_t i = deque->count - 1; i > at; i--) *place(deque, i) = *place(deque, i - 1);
  *place(deque, at) = item;
  return PY_NONE;
}
static Value call_remove(const NativeRow *row, Value *arguments) {
  int64_t at = find(arguments[0], arguments[1], 0, deque_of(arguments[0])->count);
  if (at == -1) raise_absent(arguments[1]);
  if (at < 0) return PY_ERROR;
  delete_at(deque_of(arguments[0]), at);
  return PY_NONE;
}

static const NativeRow methods[] = {
    {"append", "self, x, /", "Adds an item at the right end.", call_append, NULL},
    {"appendleft", "self, x, /", "Adds an item at the left end.", call_append, left},
    {"pop", "self, /", "Takes the last item out.", call_pop, NULL},
    {"popleft", "self, /", "Takes the first item out.", call_pop, left},
    {"extend", "self, iterable, /", "Adds items at the right end.", call_extend, NULL},
    {"extendleft", "self, iterable, /", "Adds items at the left end, one after the other.", call_extend, left},
    {"rotate", "self, n=1, /", "Moves n items from the right end to the left.", call_rotate, NULL},
    {"clear", "self, /", "Removes everything.", call_clear, NULL},
    {"copy|__copy__", "self, /", "A shallow copy.", call_copy, NULL},
    {"reverse", "self, /", "Reverses in place.", call_reverse, NULL},
    {"count", "self, x, /", "How many items equal x.", call_count, NULL},
    {"index", "self, x, start=..., stop=..., /", "Where the first item that equals x is.", call_index, NULL},
    {"insert", "self, i, x, /", "Puts an item before the one at i.", call_insert, NULL},
    {"remove", "self, value, /", "Removes the first item that equals a value.", call_remove, NULL},
    {"__reversed__", "self, /", "An iterator from the right end.", call_reversed, NULL},
    {0},
};
static Value get_most(Value self) { return deque_of(self)->limit ? py_int(deque_of(self)->limit - 1) : PY_NONE; }
static const PropertyRow properties[] = {{"maxlen", "the most items it holds, or None", get_most, NULL}, {0}};

Type deque_type = {.head = {&py_type_type, 1}, .name = "deque", .module = "collections", .base = &py_object_type,
                   .help = "A list with two fast ends.", .size = sizeof(Deque), .dealloc = clear,
                   .traverse = traverse, .clear = clear, .repr = repr, .getattr = collections_no_attribute,
                   .hash = hash, .compare = compare, .truth = truth,
                   .length = length, .getitem = getitem, .setitem = setitem, .contains = contains, .iter = iter,
                   .binary = binary, .inplace = inplace, .signature = "iterable=..., maxlen=None", .init = init,
                   .methods = methods, .properties = properties};

/* ---- its iterator ---- */

static bool iterator_traverse(Object *self, PyVisit visit, void *context) {
  Value deque = ((DequeIterator *)self)->deque;
  if (deque.tag == TAG_OBJECT) visit(deque.as.object, context);
  return true;
}
static void iterator_clear(Object *self) {
  Value deque = ((DequeIterator *)self)->deque;
  ((DequeIterator *)self)->deque = PY_NONE;
  py_drop(deque);
}
static Value iterator_iter(Value self) { return py_keep(self); }
static Value iterator_next(Value self) {
  DequeIterator *iterator = (DequeIterator *)self.as.object;
  if (iterator->deque.tag != TAG_OBJECT) return PY_UNDEFINED;
  Deque *deque = deque_of(iterator->deque);
  if (iterator->version != deque->version) {
    iterator_clear(self.as.object);
    return py_raise(&py_RuntimeError, "deque mutated during iteration");
  }
  if (iterator->at >= deque->count) {
    iterator_clear(self.as.object);
    return PY_UNDEFINED;
  }
  int64_t at = iterator->at++;
  return py_keep(*place(deque, iterator->reversed ? deque->count - 1 - at : at));
}
Type deque_iterator_type = {.head = {&py_type_type, 1}, .name = "_deque_iterator", .module = "_collections",
                            .base = &py_object_type, .size = sizeof(DequeIterator), .dealloc = iterator_clear,
                            .traverse = iterator_traverse, .clear = iterator_clear, .iter = iterator_iter,
                            .next = iterator_next};
