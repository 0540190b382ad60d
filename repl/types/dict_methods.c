/* Methods of dict, and the views that keys(), values() and items() give. */
#include "repl/types/dict.h"
#include "repl/types/exception.h"
#include "repl/types/generic.h"
#include "repl/types/iterator.h"
#include "repl/types/protocol.h"
#include "repl/types/set.h"

typedef struct DictView {
  Object head;
  Value dict;
  DictPart part;
} DictView;

static DictView *view_of(Value v) { return (DictView *)v.as.object; }

static bool view_traverse(Object *self, PyVisit visit, void *context) {
  Value dict = ((DictView *)self)->dict;
  if (dict.tag == TAG_OBJECT) visit(dict.as.object, context);
  return true;
}
static void view_clear(Object *self) {
  Value dict = ((DictView *)self)->dict;
  ((DictView *)self)->dict = PY_NONE;
  py_drop(dict);
}

static Value view_new(Value dict, DictPart part) {
  static Type *const types[] = {&py_dict_keys_type, &py_dict_values_type, &py_dict_items_type};
  DictView *view = py_new(types[part]);
  if (!view) return PY_ERROR;
  view->dict = py_keep(dict);
  view->part = part;
  return py_object(view);
}

static Value view_repr(Value self) {
  if (!py_enter_repr(self.as.object)) return py_pending() ? PY_ERROR : py_text("...");
  Value list = py_to_list(self);
  Text text = {0};
  text_addf(&text, "%s(", py_type_of(self)->name);
  bool ok = !py_is_error(list) && py_repr_to(&text, list);
  text_add_char(&text, ')');
  py_drop(list);
  py_leave_repr(self.as.object);
  if (ok) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}

static int64_t view_length(Value self) { return py_as_dict(view_of(self)->dict)->count; }
static Value view_iter(Value self) { return iterator_over_dict(view_of(self)->dict, view_of(self)->part, false); }

static int view_contains(Value self, Value item) {
  Dict *dict = py_as_dict(view_of(self)->dict);
  if (view_of(self)->part == DICT_KEYS) {
    Value found = py_dict_find(dict, item);
    return py_is_error(found) ? -1 : found.tag != TAG_UNDEFINED;
  }
  if (view_of(self)->part == DICT_ITEMS) {
    if (!py_is_tuple(item) || py_as_tuple(item)->count != 2) return 0;
    Value found = py_dict_find(dict, py_as_tuple(item)->items[0]);
    if (py_is_error(found) || found.tag == TAG_UNDEFINED) return py_is_error(found) ? -1 : 0;
    py_keep(found);
    int equal = py_equal(found, py_as_tuple(item)->items[1]);
    py_drop(found);
    return equal;
  }
  Value key, value;
  for (int64_t i = 0; py_dict_next(dict, &i, &key, &value);) {
    py_keep(value);
    int equal = py_equal(value, item);
    py_drop(value);
    if (equal) return equal;
  }
  return 0;
}

/* keys() and items() behave as sets in comparisons and operators. */
static Value as_set(Value v) {
  if (py_is_set(v) && !py_is(v, &py_frozenset_type)) return py_keep(v); /* what comes of operators is a set */
  Value set = py_set();
  if (py_is_error(set) || set_update(py_as_set(set), v)) return set;
  py_drop(set);
  return PY_ERROR;
}

static bool is_set_like(Value v) {
  return py_is_set(v) || py_is(v, &py_dict_keys_type) || py_is(v, &py_dict_items_type);
}

/* Whether all items of one are in the other: 1, 0 or -1. */
static int is_within(Value a, Value b) {
  Value iterator = py_iter(a);
  if (py_is_error(iterator)) return -1;
  int within = 1;
  while (within > 0) {
    Value item = py_next(iterator);
    if (item.tag == TAG_UNDEFINED) break;
    within = py_is_error(item) ? -1 : py_contains(b, item);
    py_drop(item);
  }
  py_drop(iterator);
  return within;
}
/* Pairs may hold what has no hash, so that no sets are made of them. */
static Value compare_items(CompareOp op, Value a, Value b) {
  int64_t x = py_length(a), y = py_length(b);
  if (x < 0 || y < 0) return PY_ERROR;
  int answer = 0;
  switch (op) {
  case OP_EQ: case OP_NE: answer = x == y ? is_within(a, b) : 0; break;
  case OP_LT: answer = x < y ? is_within(a, b) : 0; break;
  case OP_LE: answer = x <= y ? is_within(a, b) : 0; break;
  case OP_GT: answer = x > y ? is_within(b, a) : 0; break;
  case OP_GE: answer = x >= y ? is_within(b, a) : 0; break;
  }
  return answer < 0 ? PY_ERROR : py_bool(op == OP_NE ? !answer : answer);
}

static Value view_compare(CompareOp op, Value a, Value b) {
  if (view_of(a)->part == DICT_VALUES || !is_set_like(b)) return PY_NOT_IMPLEMENTED;
  if (view_of(a)->part == DICT_ITEMS || py_is(b, &py_dict_items_type)) return compare_items(op, a, b);
  Value x = as_set(a), y = py_is_error(x) ? PY_ERROR : as_set(b);
  Value result = py_is_error(y) ? PY_ERROR : py_compare(op, x, y);
  py_drop(x);
  py_drop(y);
  return result;
}

static Value view_binary(BinaryOp op, Value a, Value b) {
  if (op != OP_AND && op != OP_OR && op != OP_SUB && op != OP_XOR) return PY_NOT_IMPLEMENTED;
  Type *type = py_type_of(b);
  if (!is_set_like(a) || (!type->iter && !type->getitem)) return PY_NOT_IMPLEMENTED;
  Value x = as_set(a), y = py_is_error(x) ? PY_ERROR : as_set(b);
  Value result = py_is_error(y) ? PY_ERROR : py_binary(op, x, y);
  py_drop(x);
  py_drop(y);
  return result;
}

static Value view_reversed(const NativeRow *row, Value *arguments) {
  return iterator_over_dict(view_of(arguments[0])->dict, view_of(arguments[0])->part, true);
}
static Value view_isdisjoint(const NativeRow *row, Value *arguments) {
  Value set = as_set(arguments[0]);
  Value result = py_is_error(set) ? PY_ERROR : py_call_method(set, "isdisjoint", arguments + 1, 1);
  if (!py_is_error(set)) py_drop(set);
  return result;
}
static Value view_mapping(Value self) { return py_keep(view_of(self)->dict); }
static const PropertyRow view_properties[] = {{"mapping", "the dict", view_mapping, NULL}, {0}};
static const NativeRow values_methods[] = {
    {"__reversed__", "self, /", "an iterator from the end", view_reversed, NULL}, {0}};
static const NativeRow view_methods[] = {
    {"__reversed__", "self, /", "an iterator from the end", view_reversed, NULL},
    {"isdisjoint", "self, other, /", "whether they have nothing in common", view_isdisjoint, NULL},
    {0}};

#define VIEW_TYPE(variable, text, ...)                                                                          \
  Type variable = {.name = text, .size = sizeof(DictView), .repr = view_repr, .length = view_length,           \
                   .iter = view_iter, .contains = view_contains, .traverse = view_traverse, .clear = view_clear, \
                   .dealloc = view_clear, .properties = view_properties, __VA_ARGS__}
VIEW_TYPE(py_dict_keys_type, "dict_keys", .methods = view_methods, .compare = view_compare, .binary = view_binary);
VIEW_TYPE(py_dict_items_type, "dict_items", .methods = view_methods, .compare = view_compare, .binary = view_binary);
VIEW_TYPE(py_dict_values_type, "dict_values", .methods = values_methods, .hash = NULL);

/* Methods */

#define METHOD(noun) static Value call_##noun(const NativeRow *row, Value *arguments)
#define SELF py_as_dict(arguments[0])

METHOD(keys) { return view_new(arguments[0], DICT_KEYS); }
METHOD(values) { return view_new(arguments[0], DICT_VALUES); }
METHOD(items) { return view_new(arguments[0], DICT_ITEMS); }
METHOD(get) {
  Value found = py_dict_find(SELF, arguments[1]);
  return py_keep(found.tag == TAG_UNDEFINED ? arguments[2] : found);
}
METHOD(pop) {
  uint64_t hash;
  int64_t at = dict_find_entry(SELF, arguments[1], &hash);
  if (at == -2) return PY_ERROR;
  if (at < 0) return arguments[2].tag == TAG_UNDEFINED ? py_raise_key(arguments[1]) : py_keep(arguments[2]);
  Value key, value;
  dict_delete_entry(SELF, at, &key, &value);
  py_drop(key);
  return value;
}
METHOD(popitem) {
  Dict *dict = SELF;
  int64_t at = dict->used - 1;
  while (at >= 0 && dict->entries[at].key.tag == TAG_UNDEFINED) at--;
  if (at < 0) {
    Value text = py_text("popitem(): dictionary is empty");
    py_raise_key(text);
    py_drop(text);
    return PY_ERROR;
  }
  Value key, value;
  dict_delete_entry(dict, at, &key, &value);
  Value pair = py_tuple_of(2, key, value);
  py_drop(key);
  py_drop(value);
  return pair;
}
METHOD(setdefault) {
  uint64_t hash;
  int64_t at = dict_find_entry(SELF, arguments[1], &hash);
  if (at == -2) return PY_ERROR;
  if (at >= 0) return py_keep(SELF->entries[at].value);
  return dict_set_hashed(SELF, arguments[1], hash, arguments[2]) ? py_keep(arguments[2]) : PY_ERROR;
}
METHOD(update) {
  if (arguments[1].tag != TAG_UNDEFINED && !py_dict_update(SELF, arguments[1])) return PY_ERROR;
  return py_dict_update(SELF, arguments[2]) ? PY_NONE : PY_ERROR;
}
METHOD(clear) {
  py_dict_clear(SELF);
  return PY_NONE;
}
METHOD(copy) { return py_dict_copy(SELF); }
METHOD(reversed) { return iterator_over_dict(arguments[0], DICT_KEYS, true); }

const NativeRow dict_methods[] = {
    {"keys", "self, /", "a view of the keys", call_keys, NULL},
    {"values", "self, /", "a view of the values", call_values, NULL},
    {"items", "self, /", "a view of (key, value) pairs", call_items, NULL},
    {"get", "self, key, default=None, /", "the value of a key, or a default", call_get, NULL},
    {"pop", "self, key, default=..., /", "removes a key and returns its value", call_pop, NULL},
    {"popitem", "self, /", "removes and returns the last (key, value)", call_popitem, NULL},
    {"setdefault", "self, key, default=None, /", "the value of a key, which is set where missing", call_setdefault,
     NULL},
    {"update", "self, other=..., /, **kwargs", "sets keys from a dict, pairs or keywords", call_update, NULL},
    {"clear", "self, /", "removes everything", call_clear, NULL},
    {"copy", "self, /", "a shallow copy", call_copy, NULL},
    {"__reversed__", "self, /", "an iterator over the keys from the end", call_reversed, NULL},
    {0},
};

METHOD(class_getitem) { return py_generic(arguments[0], arguments[1]); }

METHOD(fromkeys) {
  bool plain = py_as_type(arguments[0]) == &py_dict_type;
  Value result = plain ? py_dict() : py_call_values(arguments[0], NULL, 0), list = py_to_list(arguments[1]);
  bool ok = !py_is_error(result) && !py_is_error(list);
  for (int64_t i = 0; ok && i < py_as_list(list)->count; i++)
    ok = plain ? py_dict_set(py_as_dict(result), py_as_list(list)->items[i], arguments[2])
               : py_setitem(result, py_as_list(list)->items[i], arguments[2]);
  py_drop(list);
  if (ok) return result;
  py_drop(result);
  return PY_ERROR;
}

const NativeRow dict_statics[] = {
    {"fromkeys", "cls, iterable, value=None, /", "a dict with these keys and one value", call_fromkeys, NULL},
    {"__class_getitem__", "cls, item, /", "the class with what it holds", call_class_getitem, NULL},
    {0}};
