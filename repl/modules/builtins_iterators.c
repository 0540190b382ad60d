/* enumerate, zip, map, filter, reversed: iterators that stand on other iterators. */
#include "repl/modules/builtins.h"
#include "repl/types/integer.h"

/* One struct for all five: what they walk, and one word of state. */
typedef struct Walk {
  Object head;
  Value source;   /* an iterator, or a tuple of iterators; for reversed the sequence */
  Value function; /* map, filter; enumerate's number once it needs more than 64 bits, else None */
  int64_t at;     /* enumerate's number, reversed's next index */
  bool strict;    /* zip */
} Walk;

static Walk *walk_of(Value v) { return (Walk *)v.as.object; }

static void walk_dealloc(Object *self) {
  py_drop(((Walk *)self)->source);
  py_drop(((Walk *)self)->function);
}
static bool walk_traverse(Object *self, PyVisit visit, void *context) {
  Walk *walk = (Walk *)self;
  if (walk->source.tag == TAG_OBJECT && !visit(walk->source.as.object, context)) return false;
  return walk->function.tag != TAG_OBJECT || visit(walk->function.as.object, context);
}
static void walk_clear(Object *self) {
  Walk *walk = (Walk *)self;
  Value source = walk->source, function = walk->function;
  walk->source = walk->function = PY_NONE;
  py_drop(source);
  py_drop(function);
}
static Value walk_iter(Value self) { return py_keep(self); }

/* Takes `source` over. */
static Value walk_new(Type *type, Value source, Value function) {
  if (py_is_error(source)) return PY_ERROR;
  Walk *walk = py_new(type);
  if (walk == NULL) {
    py_drop(source);
    return PY_ERROR;
  }
  walk->source = source;
  walk->function = py_keep(function);
  return py_object(walk);
}

/* A tuple of the iterators of a tuple's items. */
static Value iterators_of(Value iterables) {
  int64_t count = py_as_tuple(iterables)->count;
  Value tuple = py_tuple(count);
  for (int64_t i = 0; !py_is_error(tuple) && i < count; i++) {
    Value iterator = py_iter(py_as_tuple(iterables)->items[i]);
    if (py_is_error(iterator)) {
      py_drop(tuple);
      return PY_ERROR;
    }
    py_as_tuple(tuple)->items[i] = iterator;
  }
  return tuple;
}

static Value construct_enumerate(Type *type, Value *arguments) {
  int64_t start = 0;
  bool big = integer_is_big(arguments[1]);
  if (!big && !py_as_int(arguments[1], &start)) return PY_ERROR;
  Value made = walk_new(type, py_iter(arguments[0]), big ? arguments[1] : PY_NONE);
  if (!py_is_error(made)) walk_of(made)->at = start;
  return made;
}
/* The number of the next item; counts on. */
static Value take_number(Walk *walk) {
  if (py_is_none(walk->function) && walk->at < INT64_MAX) return py_int(walk->at++);
  Value now = py_is_none(walk->function) ? py_int(walk->at) : walk->function;
  Value next = py_binary(OP_ADD, now, py_int(1));
  if (py_is_error(next)) return next;
  walk->function = next;
  return now;
}
static Value next_enumerate(Value self) {
  Value item = py_next(walk_of(self)->source);
  if (item.tag <= TAG_UNDEFINED) return item;
  Value number = take_number(walk_of(self)), pair = py_is_error(number) ? PY_ERROR : py_tuple(2);
  if (py_is_error(pair)) {
    py_drop(item);
    py_drop(number);
    return pair;
  }
  py_as_tuple(pair)->items[0] = number;
  py_as_tuple(pair)->items[1] = item;
  return pair;
}

static int next_two_enumerate(Value self, Value *first, Value *second) {
  Value item = py_next(walk_of(self)->source);
  if (item.tag <= TAG_UNDEFINED) return py_is_error(item) ? -1 : 0;
  *first = take_number(walk_of(self));
  if (py_is_error(*first)) {
    py_drop(item);
    return -1;
  }
  *second = item;
  return 1;
}

static Value construct_zip(Type *type, Value *arguments) {
  Value made = walk_new(type, iterators_of(arguments[0]), PY_NONE);
  if (!py_is_error(made)) walk_of(made)->strict = py_truth(arguments[1]) == 1;
  return made;
}

/* zip(strict=True): one iterator ended; all must have. */
static Value strict_end(Value self, int64_t ended) {
  Tuple *iterators = py_as_tuple(walk_of(self)->source);
  if (ended > 0)
    return py_raise(&py_ValueError, "zip() argument %lld is shorter than argument%s%lld", (long long)ended + 1,
                    ended == 1 ? " " : "s 1-", (long long)ended);
  for (int64_t i = 1; i < iterators->count; i++) {
    Value item = py_next(iterators->items[i]);
    if (py_is_error(item)) return item;
    if (py_is_undefined(item)) continue;
    py_drop(item);
    return py_raise(&py_ValueError, "zip() argument %lld is longer than argument%s%lld", (long long)i + 1,
                    i == 1 ? " " : "s 1-", (long long)i);
  }
  return PY_UNDEFINED;
}

/* One item of each iterator as a tuple; PY_UNDEFINED when one has ended. */
static Value next_tuple(Value self) {
  Tuple *iterators = py_as_tuple(walk_of(self)->source);
  if (iterators->count == 0) return PY_UNDEFINED;
  Value tuple = py_tuple(iterators->count);
  for (int64_t i = 0; !py_is_error(tuple) && i < iterators->count; i++) {
    Value item = py_next(iterators->items[i]);
    if (item.tag <= TAG_UNDEFINED) {
      py_drop(tuple);
      return py_is_undefined(item) && walk_of(self)->strict ? strict_end(self, i) : item;
    }
    py_as_tuple(tuple)->items[i] = item;
  }
  return tuple;
}

static int next_two_zip(Value self, Value *first, Value *second) {
  const Tuple *iterators = py_as_tuple(walk_of(self)->source);
  if (iterators->count != 2 || walk_of(self)->strict) return NEXT_TWO_CANNOT;
  Value one = py_next(iterators->items[0]);
  if (one.tag <= TAG_UNDEFINED) return py_is_error(one) ? -1 : 0;
  Value two = py_next(iterators->items[1]);
  if (two.tag <= TAG_UNDEFINED) {
    py_drop(one);
    return py_is_error(two) ? -1 : 0;
  }
  *first = one;
  *second = two;
  return 1;
}

static Value construct_map(Type *type, Value *arguments) {
  if (py_as_tuple(arguments[1])->count == 0) return py_raise(&py_TypeError, "map() must have at least two arguments.");
  return walk_new(type, iterators_of(arguments[1]), arguments[0]);
}
static Value next_map(Value self) {
  Value items = next_tuple(self);
  if (items.tag <= TAG_UNDEFINED) return items;
  Value result = py_call_values(walk_of(self)->function, py_as_tuple(items)->items, (int)py_as_tuple(items)->count);
  py_drop(items);
  return result;
}

static Value construct_filter(Type *type, Value *arguments) {
  return walk_new(type, py_iter(arguments[1]), arguments[0]);
}
static Value next_filter(Value self) {
  for (;;) {
    Value item = py_next(walk_of(self)->source);
    if (item.tag <= TAG_UNDEFINED) return item;
    int keeps;
    if (py_is_none(walk_of(self)->function)) {
      keeps = py_truth(item);
    } else {
      Value answer = py_call_values(walk_of(self)->function, &item, 1);
      keeps = py_is_error(answer) ? -1 : py_truth(answer);
      py_drop(answer);
    }
    if (keeps == 1) return item;
    py_drop(item);
    if (keeps < 0) return PY_ERROR;
  }
}

static Value construct_reversed(Type *type, Value *arguments) {
  Value own = py_find_attr(arguments[0], py_intern("__reversed__"));
  if (py_is_error(own)) return own;
  if (py_is_none(own))
    return py_raise(&py_TypeError, "'%s' object is not reversible", py_type_label(py_type_of(arguments[0])));
  if (!py_is_undefined(own)) {
    Value result = py_call_values(own, NULL, 0);
    py_drop(own);
    return result;
  }
  if (py_is_dict(arguments[0])) {
    Value keys = py_to_list(arguments[0]);
    Value made = py_is_error(keys) ? PY_ERROR : walk_new(type, keys, PY_NONE);
    if (!py_is_error(made)) walk_of(made)->at = py_as_list(walk_of(made)->source)->count - 1;
    return made;
  }
  if (py_type_of(arguments[0])->getitem && !py_type_of(arguments[0])->length)
    return py_raise(&py_TypeError, "object of type '%s' has no len()", py_type_label(py_type_of(arguments[0])));
  if (py_type_of(arguments[0])->getitem == NULL || py_type_of(arguments[0])->length == NULL)
    return py_raise(&py_TypeError, "'%s' object is not reversible", py_type_label(py_type_of(arguments[0])));
  int64_t length = py_length(arguments[0]);
  if (length < 0) return PY_ERROR;
  Value made = walk_new(type, py_keep(arguments[0]), PY_NONE);
  if (!py_is_error(made)) walk_of(made)->at = length - 1;
  return made;
}
static Value next_reversed(Value self) {
  if (walk_of(self)->at < 0) return PY_UNDEFINED;
  Value item = py_getitem(walk_of(self)->source, py_int(walk_of(self)->at--));
  if (!py_is_error(item) || (!py_pending_is(&py_IndexError) && !py_pending_is(&py_StopIteration))) return item;
  py_clear_pending(); /* the sequence has become shorter */
  walk_of(self)->at = -1;
  return PY_UNDEFINED;
}

static Value length_reversed(const NativeRow *row, Value *arguments) {
  const Walk *walk = walk_of(arguments[0]);
  if (walk->at < 0) return py_int(0);
  int64_t length = py_length(walk->source);
  return length < 0 ? PY_ERROR : py_int(walk->at < length ? walk->at + 1 : 0);
}

/* ---- Taking apart, for copies and pickles ---- */

/* (class, arguments[, state]); takes the last two over. state PY_UNDEFINED: none. */
static Value parts_of(Value self, Value arguments, Value state) {
  if (py_is_error(arguments)) return arguments;
  Value class = py_type_value(py_type_of(self));
  Value parts = py_is_undefined(state) ? py_tuple_of(2, class, arguments) : py_tuple_of(3, class, arguments, state);
  py_drop(class);
  py_drop(arguments);
  py_drop(state);
  return parts;
}
static Value reduce_enumerate(const NativeRow *row, Value *arguments) {
  const Walk *walk = walk_of(arguments[0]);
  Value number = py_is_none(walk->function) ? py_int(walk->at) : walk->function;
  return parts_of(arguments[0], py_tuple_of(2, walk->source, number), PY_UNDEFINED);
}
static Value reduce_zip(const NativeRow *row, Value *arguments) {
  const Walk *walk = walk_of(arguments[0]);
  return parts_of(arguments[0], py_keep(walk->source), walk->strict ? PY_TRUE : PY_UNDEFINED);
}
static Value set_strict(const NativeRow *row, Value *arguments) {
  int strict = py_truth(arguments[1]);
  walk_of(arguments[0])->strict = strict == 1;
  return strict < 0 ? PY_ERROR : PY_NONE;
}
static Value reduce_map(const NativeRow *row, Value *arguments) {
  const Walk *walk = walk_of(arguments[0]);
  const Tuple *iterators = py_as_tuple(walk->source);
  Value all = py_tuple(iterators->count + 1);
  if (py_is_error(all)) return all;
  py_as_tuple(all)->items[0] = py_keep(walk->function);
  for (int64_t i = 0; i < iterators->count; i++) py_as_tuple(all)->items[i + 1] = py_keep(iterators->items[i]);
  return parts_of(arguments[0], all, PY_UNDEFINED);
}
static Value reduce_filter(const NativeRow *row, Value *arguments) {
  const Walk *walk = walk_of(arguments[0]);
  return parts_of(arguments[0], py_tuple_of(2, walk->function, walk->source), PY_UNDEFINED);
}
static Value reduce_reversed(const NativeRow *row, Value *arguments) {
  const Walk *walk = walk_of(arguments[0]);
  if (walk->at >= 0) return parts_of(arguments[0], py_tuple_of(1, walk->source), py_int(walk->at));
  Value nothing = py_tuple(0), items = py_tuple_of(1, nothing);
  py_drop(nothing);
  return parts_of(arguments[0], items, PY_UNDEFINED);
}
static Value set_reversed(const NativeRow *row, Value *arguments) {
  Walk *walk = walk_of(arguments[0]);
  int64_t at, length = py_length(walk->source);
  if (length < 0 || !py_as_int(arguments[1], &at)) return PY_ERROR;
  walk->at = at < -1 ? -1 : at > length - 1 ? length - 1 : at;
  return PY_NONE;
}

#define REDUCE(function) {"__reduce__", "self, /", "how to make the iterator again", function, NULL}
#define SET_STATE(function) {"__setstate__", "self, state, /", "goes on from a state", function, NULL}
static const NativeRow enumerate_methods[] = {REDUCE(reduce_enumerate), {0}};
static const NativeRow zip_methods[] = {REDUCE(reduce_zip), SET_STATE(set_strict), {0}};
static const NativeRow map_methods[] = {REDUCE(reduce_map), {0}};
static const NativeRow filter_methods[] = {REDUCE(reduce_filter), {0}};
static const NativeRow reversed_methods[] = {
    REDUCE(reduce_reversed), SET_STATE(set_reversed),
    {"__length_hint__", "self, /", "how many items are still to come", length_reversed, NULL}, {0}};

#define WALK_TYPE(type_name, line, text, ...)                                                                     \
  {.head = {&py_type_type, 1}, .name = #type_name, .module = "builtins", .help = text, .base = &py_object_type,   \
   .size = sizeof(Walk), .dealloc = walk_dealloc, .traverse = walk_traverse, .clear = walk_clear, .iter = walk_iter, \
   .next = next_##type_name, .signature = line, .construct = construct_##type_name,               \
   .methods = type_name##_methods, __VA_ARGS__}

#define next_zip next_tuple
Type builtins_enumerate_type = WALK_TYPE(enumerate, "iterable, start=0", "Pairs of number and item.",
                                         .next_two = next_two_enumerate);
Type builtins_zip_type = WALK_TYPE(zip, "*iterables, strict=False", "Tuples of one item of each.",
                                   .next_two = next_two_zip);
Type builtins_map_type = WALK_TYPE(map, "func, /, *iterables", "What a function makes of each item.");
Type builtins_filter_type = WALK_TYPE(filter, "function, iterable, /", "The items for which a function is true.");
Type builtins_reversed_type = WALK_TYPE(reversed, "sequence, /", "The items from the end.");
