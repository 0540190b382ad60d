/* enumerate, zip, map, filter, reversed: iterators that stand on other iterators. */
#include "repl/modules/builtins.h"

/* One struct for all five: what they walk, and one word of state. */
typedef struct Walk {
  Object head;
  Value source;   /* an iterator, or a tuple of iterators; for reversed the sequence */
  Value function; /* map, filter */
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
  int64_t start;
  if (!py_as_int(arguments[1], &start)) return PY_ERROR;
  Value made = walk_new(type, py_iter(arguments[0]), PY_NONE);
  if (!py_is_error(made)) walk_of(made)->at = start;
  return made;
}
static Value next_enumerate(Value self) {
  Value item = py_next(walk_of(self)->source);
  if (item.tag <= TAG_UNDEFINED) return item;
  Value pair = py_tuple(2);
  if (py_is_error(pair)) {
    py_drop(item);
    return pair;
  }
  py_as_tuple(pair)->items[0] = py_int(walk_of(self)->at++);
  py_as_tuple(pair)->items[1] = item;
  return pair;
}

static int next_two_enumerate(Value self, Value *first, Value *second) {
  Value item = py_next(walk_of(self)->source);
  if (item.tag <= TAG_UNDEFINED) return py_is_error(item) ? -1 : 0;
  *first = py_int(walk_of(self)->at++);
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
  return py_getitem(walk_of(self)->source, py_int(walk_of(self)->at--));
}

#define WALK_TYPE(type_name, line, text, ...)                                                                     \
  {.head = {&py_type_type, 1}, .name = #type_name, .module = "builtins", .help = text, .base = &py_object_type,   \
   .size = sizeof(Walk), .dealloc = walk_dealloc, .traverse = walk_traverse, .clear = walk_clear, .iter = walk_iter, \
   .next = next_##type_name, .signature = line, .construct = construct_##type_name, __VA_ARGS__}

#define next_zip next_tuple
Type builtins_enumerate_type = WALK_TYPE(enumerate, "iterable, start=0", "Pairs of number and item.",
                                         .next_two = next_two_enumerate);
Type builtins_zip_type = WALK_TYPE(zip, "*iterables, strict=False", "Tuples of one item of each.",
                                   .next_two = next_two_zip);
Type builtins_map_type = WALK_TYPE(map, "func, /, *iterables", "What a function makes of each item.");
Type builtins_filter_type = WALK_TYPE(filter, "function, iterable, /", "The items for which a function is true.");
Type builtins_reversed_type = WALK_TYPE(reversed, "sequence, /", "The items from the end.");
