/* functools: partial, reduce, cmp_to_key, and the wrapper of lru_cache: what programs call in loops. The rest of the
 * module is written in the language (python/functools.py). */
#include <stddef.h>
#include <string.h>

#include "repl/modules/modules.h"
#include "repl/types/dict.h"

/* ---- partial ---- */

typedef struct Partial {
  Object head;
  Value function;
  Value arguments; /* tuple */
  Value keywords;  /* dict */
  Dict *dict;
} Partial;

static Partial *partial_of(Value v) { return (Partial *)v.as.object; }
static Type functools_partial_type;

static bool partial_traverse(Object *self, PyVisit visit, void *context) {
  Partial *partial = (Partial *)self;
  if (partial->function.tag == TAG_OBJECT) visit(partial->function.as.object, context);
  if (partial->arguments.tag == TAG_OBJECT) visit(partial->arguments.as.object, context);
  if (partial->keywords.tag == TAG_OBJECT) visit(partial->keywords.as.object, context);
  if (partial->dict) visit(&partial->dict->head, context);
  return true;
}
static void partial_clear(Object *self) {
  Partial *partial = (Partial *)self, old = *partial;
  partial->function = partial->arguments = partial->keywords = PY_NONE;
  partial->dict = NULL;
  py_drop(old.function);
  py_drop(old.arguments);
  py_drop(old.keywords);
  if (old.dict) py_drop(py_object(old.dict));
}

static bool is_callable(Value v) { return py_is_type(v) || py_type_of(v)->call != NULL; }
static Value joined(Value a, Value b) { return py_binary(OP_ADD, a, b); }

/* A partial of a plain partial is one partial of the function below. */
static Value partial_construct(Type *type, Value *arguments) {
  Value function = arguments[0];
  if (!is_callable(function))
    return py_raise(&py_TypeError, "the first argument must be callable");
  Partial *made = py_new(type);
  if (made == NULL) return PY_ERROR;
  Value self = py_object(made);
  const Partial *below = py_type_of(function) == &functools_partial_type && !partial_of(function)->dict
                             ? partial_of(function) : NULL;
  made->function = py_keep(below ? below->function : function);
  made->arguments = below ? joined(below->arguments, arguments[1]) : py_keep(arguments[1]);
  made->keywords = py_dict_copy(py_as_dict(below ? below->keywords : arguments[2]));
  bool good = !py_is_error(made->arguments) && !py_is_error(made->keywords);
  if (good && below) good = py_dict_update(py_as_dict(made->keywords), arguments[2]);
  if (good) return self;
  py_drop(self);
  return PY_ERROR;
}

static Value partial_call(Value callable, const Arguments *arguments) {
  const Partial *partial = partial_of(callable);
  const Tuple *first = py_as_tuple(partial->arguments);
  Dict *keywords = py_as_dict(partial->keywords);
  Value items[first->count + arguments->count + 1];
  for (int64_t i = 0; i < first->count; i++) items[i] = first->items[i];
  for (int i = 0; i < arguments->count; i++) items[first->count + i] = arguments->positional[i];
  Arguments all = {.positional = items, .count = (int)first->count + arguments->count};
  int64_t most = keywords->count + arguments->keyword_count;
  String *names[most + 1];
  Value values[most + 1], key, value;
  for (int64_t i = 0; py_dict_next(keywords, &i, &key, &value);) {
    if (!py_is_str(key)) return py_raise(&py_TypeError, "keywords must be strings");
    names[all.keyword_count] = py_as_string(key);
    values[all.keyword_count++] = value;
  }
  int known = all.keyword_count;
  for (int j = 0; j < arguments->keyword_count; j++) { /* one that is known keeps its place */
    int at = 0;
    while (at < known && (names[at]->length != arguments->keyword_names[j]->length ||
                          strcmp(names[at]->data, arguments->keyword_names[j]->data) != 0))
      at++;
    if (at == known) at = all.keyword_count++;
    names[at] = arguments->keyword_names[j];
    values[at] = arguments->keyword_values[j];
  }
  all.keyword_names = names;
  all.keyword_values = values;
  Value function = py_keep(partial->function);
  Value result = py_call(function, &all);
  py_drop(function);
  return result;
}

static Value partial_repr(Value self) {
  const Partial *partial = partial_of(self);
  if (!py_enter_repr(self.as.object)) return py_pending() ? PY_ERROR : py_text("...");
  Text text = {0};
  Type *type = py_type_of(self);
  if (type == &functools_partial_type) text_add(&text, "functools.partial(");
  else text_addf(&text, "%s(", type->name);
  bool good = py_repr_to(&text, partial->function);
  for (int64_t i = 0; good && i < py_as_tuple(partial->arguments)->count; i++) {
    text_add(&text, ", ");
    good = py_repr_to(&text, py_as_tuple(partial->arguments)->items[i]);
  }
  Value key, value;
  for (int64_t i = 0; good && py_dict_next(py_as_dict(partial->keywords), &i, &key, &value);) {
    text_add(&text, ", ");
    good = py_str_to(&text, key);
    text_add_char(&text, '=');
    good = good && py_repr_to(&text, value);
  }
  text_add_char(&text, ')');
  py_leave_repr(self.as.object);
  if (good) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}
static Value partial_getattr(Value self, String *name) {
  Type *type = py_type_of(self);
  return py_raise(&py_AttributeError, "'%s%s' object has no attribute '%s'", type->heap ? "" : "functools.", type->name,
                  name->data);
}
static Value get_function(Value self) { return py_keep(partial_of(self)->function); }
static Value get_arguments(Value self) { return py_keep(partial_of(self)->arguments); }
static Value get_keywords(Value self) { return py_keep(partial_of(self)->keywords); }

/* __reduce__(): (class, (function,), what __setstate__ takes). */
static Value partial_reduce(const NativeRow *row, Value *arguments) {
  const Partial *partial = partial_of(arguments[0]);
  Value first = py_tuple_of(1, partial->function);
  if (py_is_error(first)) return first;
  Value state = py_tuple_of(4, partial->function, partial->arguments, partial->keywords,
                            partial->dict ? py_object(partial->dict) : PY_NONE);
  Value reduced = py_is_error(state) ? PY_ERROR : py_tuple_of(3, py_object(py_type_of(arguments[0])), first, state);
  py_drop(first);
  py_drop(state);
  return reduced;
}

/* __setstate__((function, arguments, keywords, dict or None)) */
static Value partial_set_state(const NativeRow *row, Value *arguments) {
  Partial *partial = partial_of(arguments[0]);
  const Tuple *state = py_is_tuple(arguments[1]) ? py_as_tuple(arguments[1]) : NULL;
  const Value *items = state && state->count == 4 ? state->items : NULL;
  if (!items || !is_callable(items[0]) || !py_is_tuple(items[1]) || !(py_is_none(items[2]) || py_is_dict(items[2])) ||
      !(py_is_none(items[3]) || py_is_dict(items[3])))
    return py_raise(&py_TypeError, "invalid partial state");
  Value keywords = py_is_none(items[2]) ? py_dict() : py_keep(items[2]);
  if (py_is_error(keywords)) return keywords;
  Partial old = *partial;
  partial->function = py_keep(items[0]);
  partial->arguments = py_keep(items[1]);
  partial->keywords = keywords;
  partial->dict = py_is_dict(items[3]) ? py_as_dict(py_keep(items[3])) : NULL;
  py_drop(old.function);
  py_drop(old.arguments);
  py_drop(old.keywords);
  if (old.dict) py_drop(py_object(old.dict));
  return PY_NONE;
}
static const NativeRow partial_methods[] = {
    {"__reduce__", "self, /", "What copy and pickle make it of.", partial_reduce, NULL},
    {"__setstate__", "self, state, /", "Takes over what __reduce__ told.", partial_set_state, NULL},
    {0},
};
static const PropertyRow partial_properties[] = {
    {"func", "the function that is called", get_function, NULL},
    {"args", "arguments that go first", get_arguments, NULL},
    {"keywords", "keyword arguments that are added", get_keywords, NULL},
    {0},
};
static Type functools_partial_type = {.head = {&py_type_type, 1}, .name = "partial", .module = "functools",
                               .base = &py_object_type, .help = "A function with some arguments given.",
                               .size = sizeof(Partial), .dealloc = partial_clear, .traverse = partial_traverse,
                               .clear = partial_clear, .call = partial_call, .repr = partial_repr,
                               .getattr = partial_getattr, .methods = partial_methods,
                               .signature = "func, /, *args, **keywords", .construct = partial_construct,
                               .properties = partial_properties, .dict_offset = offsetof(Partial, dict)};

/* ---- reduce ---- */

static Value functools_reduce(const NativeRow *row, Value *arguments) {
  Value iterator = py_iter(arguments[1]);
  if (py_is_error(iterator)) {
    if (!py_pending_is(&py_TypeError)) return iterator;
    py_clear_pending();
    return py_raise(&py_TypeError, "reduce() arg 2 must support iteration");
  }
  Value result = py_is_undefined(arguments[2]) ? py_next(iterator) : py_keep(arguments[2]);
  if (py_is_undefined(result)) result = py_raise(&py_TypeError, "reduce() of empty iterable with no initial value");
  while (!py_is_error(result)) {
    Value item = py_next(iterator);
    if (py_is_undefined(item)) break;
    Value next = py_is_error(item) ? PY_ERROR : py_call_values(arguments[0], (Value[]){result, item}, 2);
    py_drop(item);
    py_drop(result);
    result = next;
  }
  py_drop(iterator);
  return result;
}

/* ---- cmp_to_key ---- */

typedef struct Key {
  Object head;
  Value compare, object;
} Key;
static Key *key_of(Value v) { return (Key *)v.as.object; }
static Type functools_key_type;

static bool key_traverse(Object *self, PyVisit visit, void *context) {
  Key *key = (Key *)self;
  if (key->compare.tag == TAG_OBJECT) visit(key->compare.as.object, context);
  if (key->object.tag == TAG_OBJECT) visit(key->object.as.object, context);
  return true;
}
static void key_clear(Object *self) {
  Key *key = (Key *)self, old = *key;
  key->compare = key->object = PY_NONE;
  py_drop(old.compare);
  py_drop(old.object);
}
static Value key_new(Value compare, Value object) {
  Key *key = py_new(&functools_key_type);
  if (key == NULL) return PY_ERROR;
  key->compare = py_keep(compare);
  key->object = py_keep(object);
  return py_object(key);
}
/* K itself makes K's: the one that cmp_to_key returns holds no object. */
static Value key_call(Value self, const Arguments *arguments) {
  const int given = arguments->count + arguments->keyword_count;
  if (given > 1) return py_raise(&py_TypeError, "K() takes at most 1 argument (%d given)", given);
  if (given == 0 || (arguments->keyword_count && strcmp(arguments->keyword_names[0]->data, "obj") != 0))
    return py_raise(&py_TypeError, "K() missing required argument 'obj' (pos 1)");
  return key_new(key_of(self)->compare, arguments->count ? arguments->positional[0] : arguments->keyword_values[0]);
}
static Value key_compare(CompareOp op, Value a, Value b) {
  if (!py_is(a, &functools_key_type) || !py_is(b, &functools_key_type))
    return py_raise(&py_TypeError, "other argument must be K instance");
  Value answer = py_call_values(key_of(a)->compare, (Value[]){key_of(a)->object, key_of(b)->object}, 2);
  if (py_is_error(answer)) return answer;
  Value result = py_compare(op, answer, py_int(0));
  py_drop(answer);
  return result;
}
static Value key_object(Value self) { return py_keep(key_of(self)->object); }
static const PropertyRow key_properties[] = {{"obj", "what was wrapped", key_object, NULL}, {0}};
static Type functools_key_type = {.head = {&py_type_type, 1}, .name = "KeyWrapper", .module = "functools",
                           .base = &py_object_type, .size = sizeof(Key), .dealloc = key_clear,
                           .traverse = key_traverse, .clear = key_clear, .call = key_call, .compare = key_compare,
                           .properties = key_properties};
static Value functools_cmp_to_key(const NativeRow *row, Value *arguments) { return key_new(arguments[0], PY_NONE); }

/* ---- lru_cache ---- */

typedef struct Cache {
  Object head;
  Value function, info; /* info: the class of cache_info()'s answer */
  Dict *results;        /* the order of its keys is that of their last use, the oldest first */
  int64_t most;         /* -1: without a limit */
  int64_t hits, misses;
  int64_t oldest; /* no live entry lies before this place */
  bool typed;
  Dict *dict;
} Cache;
static Cache *cache_of(Value v) { return (Cache *)v.as.object; }

static bool cache_traverse(Object *self, PyVisit visit, void *context) {
  Cache *cache = (Cache *)self;
  if (cache->function.tag == TAG_OBJECT) visit(cache->function.as.object, context);
  if (cache->info.tag == TAG_OBJECT) visit(cache->info.as.object, context);
  if (cache->results) visit(&cache->results->head, context);
  if (cache->dict) visit(&cache->dict->head, context);
  return true;
}
static void cache_clear(Object *self) {
  Cache *cache = (Cache *)self, old = *cache;
  cache->function = cache->info = PY_NONE;
  cache->results = cache->dict = NULL;
  py_drop(old.function);
  py_drop(old.info);
  if (old.results) py_drop(py_object(old.results));
  if (old.dict) py_drop(py_object(old.dict));
}

/* One argument of a simple type is its own key, as in CPython; others are a tuple, keyword arguments behind a mark. */
static Value key_for(const Cache *cache, const Arguments *arguments) {
  static const Value mark = {.tag = TAG_ELLIPSIS};
  int keywords = arguments->keyword_count;
  if (!cache->typed && keywords == 0 && arguments->count == 1) {
    const Type *type = py_type_of(arguments->positional[0]);
    if (type == &py_int_type || type == &py_str_type) return py_keep(arguments->positional[0]);
  }
  int64_t plain = arguments->count + (keywords ? 1 + 2 * keywords : 0);
  int64_t count = plain + (cache->typed ? arguments->count + keywords : 0);
  Value tuple = py_tuple(count);
  if (py_is_error(tuple)) return tuple;
  Value *items = py_as_tuple(tuple)->items;
  int64_t at = 0;
  for (int i = 0; i < arguments->count; i++) items[at++] = py_keep(arguments->positional[i]);
  if (keywords) items[at++] = mark;
  for (int i = 0; i < keywords; i++) {
    items[at++] = py_keep((Value){.tag = TAG_OBJECT, .as.object = &arguments->keyword_names[i]->head});
    items[at++] = py_keep(arguments->keyword_values[i]);
  }
  for (int i = 0; cache->typed && i < arguments->count; i++)
    items[at++] = py_type_value(py_type_of(arguments->positional[i]));
  for (int i = 0; cache->typed && i < keywords; i++)
    items[at++] = py_type_value(py_type_of(arguments->keyword_values[i]));
  return tuple;
}

/* Puts an entry at the end. A dict that has no room left moves its entries together. */
static bool remember(Cache *cache, Value key, Value value) {
  if (cache->results->used == cache->results->capacity) cache->oldest = 0;
  return py_dict_set(cache->results, key, value);
}

/* Drops the entry that was not used for the longest time. */
static bool forget_oldest(Cache *cache) {
  Value key, value;
  if (!py_dict_next(cache->results, &cache->oldest, &key, &value)) {
    cache->oldest = 0;
    if (!py_dict_next(cache->results, &cache->oldest, &key, &value)) return true;
  }
  py_keep(key);
  bool good = py_dict_delete(cache->results, key) >= 0;
  py_drop(key);
  return good;
}

static Value cache_call(Value self, const Arguments *arguments) {
  Cache *cache = cache_of(self);
  if (cache->most == 0 || cache->results == NULL) {
    cache->misses++;
    return py_call(cache->function, arguments);
  }
  Value key = key_for(cache, arguments);
  if (py_is_error(key)) return key;
  uint64_t hash;
  int64_t place = dict_find_entry(cache->results, key, &hash);
  Value found = place == -2 ? PY_ERROR : place < 0 ? PY_UNDEFINED : cache->results->entries[place].value;
  if (!py_is_undefined(found)) {
    if (!py_is_error(found)) {
      cache->hits++;
      py_keep(found);
      /* Used now: it moves to the end, where it does not stand there. */
      bool moves = cache->most > 0 && place != cache->results->used - 1;
      if (moves && (py_dict_delete(cache->results, key) < 0 || !remember(cache, key, found))) {
        py_drop(found);
        found = PY_ERROR;
      }
    }
    py_drop(key);
    return found;
  }
  cache->misses++;
  py_keep(self);
  Value result = py_call(cache->function, arguments);
  if (!py_is_error(result) && cache->results) {
    Value meanwhile = py_dict_find(cache->results, key);
    bool good = !py_is_error(meanwhile);
    if (good && py_is_undefined(meanwhile)) {
      if (cache->most > 0 && cache->results->count >= cache->most) good = forget_oldest(cache);
      good = good && remember(cache, key, result);
    }
    if (!good) {
      py_drop(result);
      result = PY_ERROR;
    }
  }
  py_drop(key);
  py_drop(self);
  return result;
}

static Value call_info(const NativeRow *row, Value *arguments) {
  const Cache *cache = cache_of(arguments[0]);
  Value items[] = {py_int(cache->hits), py_int(cache->misses), cache->most < 0 ? PY_NONE : py_int(cache->most),
                   py_int(cache->results ? cache->results->count : 0)};
  return py_call_values(cache->info, items, 4);
}
static Value call_clear(const NativeRow *row, Value *arguments) {
  Cache *cache = cache_of(arguments[0]);
  cache->hits = cache->misses = cache->oldest = 0;
  if (cache->results) py_dict_clear(cache->results);
  return PY_NONE;
}
static Value call_itself(const NativeRow *row, Value *arguments) { return py_keep(arguments[0]); }
static const NativeRow cache_methods[] = {
    {"cache_info", "self, /", "Hits, misses, the limit and the size.", call_info, NULL},
    {"cache_clear", "self, /", "Forgets all results.", call_clear, NULL},
    {"__copy__", "self, /", "Itself.", call_itself, NULL},
    {"__deepcopy__", "self, memo, /", "Itself.", call_itself, NULL},
    {0},
};
static Value cache_repr(Value self) {
  return py_textf("<functools._lru_cache_wrapper object at %s>", py_address_text(self.as.object));
}
static Value cache_construct(Type *type, Value *arguments) {
  Cache *cache = py_new(type);
  if (cache == NULL) return PY_ERROR;
  Value self = py_object(cache), results = py_dict();
  cache->function = py_keep(arguments[0]);
  cache->info = py_keep(arguments[3]);
  cache->typed = py_truth(arguments[2]) == 1;
  cache->most = -1;
  if (!py_is_error(results)) cache->results = py_as_dict(results);
  if (cache->results && (py_is_none(arguments[1]) || py_as_int(arguments[1], &cache->most))) {
    if (cache->most < 0 && !py_is_none(arguments[1])) cache->most = 0;
    return self;
  }
  py_drop(self);
  return PY_ERROR;
}
static Type functools_cache_type = {.head = {&py_type_type, 1}, .name = "_lru_cache_wrapper", .module = "functools",
                             .base = &py_object_type, .help = "A function that remembers its results.",
                             .size = sizeof(Cache), .dealloc = cache_clear, .traverse = cache_traverse,
                             .clear = cache_clear, .call = cache_call, .repr = cache_repr, .get = py_method_get,
                             .signature = "function, maxsize, typed, info, /", .construct = cache_construct,
                             .methods = cache_methods, .dict_offset = offsetof(Cache, dict)};

static const NativeRow functions[] = {
    {"reduce", "function, iterable, initial=..., /", "Joins items by a function, from the left.", functools_reduce,
     NULL},
    {"cmp_to_key", "mycmp", "A key for sorting out of a function that compares.", functools_cmp_to_key, NULL},
    {0},
};
static Type *const types[] = {&functools_partial_type, &functools_cache_type, NULL};
const ModuleRow functools_module_rows[] = {
    {.name = "_functools", .help = "What functools has in C.", .functions = functions, .types = types}, {0}};
