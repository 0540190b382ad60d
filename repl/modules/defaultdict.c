/* collections.defaultdict, and what Counter and OrderedDict do in loops: the native half of the collections module. */
#include "repl/modules/collections.h"

typedef struct DefaultDict {
  Dict dict;
  Value factory; /* the tag's zero, TAG_ERROR, before __init__: as None */
} DefaultDict;

static DefaultDict *of(Value v) { return (DefaultDict *)v.as.object; }
static Value factory_of(Value v) { return py_is_error(of(v)->factory) ? PY_NONE : of(v)->factory; }

static bool traverse(Object *self, PyVisit visit, void *context) {
  Value factory = ((DefaultDict *)self)->factory;
  if (factory.tag == TAG_OBJECT) visit(factory.as.object, context);
  return py_dict_type.traverse(self, visit, context);
}
static void clear(Object *self) {
  Value factory = ((DefaultDict *)self)->factory;
  ((DefaultDict *)self)->factory = PY_NONE;
  py_drop(factory);
  py_dict_type.clear(self);
}

static bool is_callable(Value v) { return py_is_type(v) || py_type_of(v)->call != NULL; }

static bool init(Value self, Value *arguments) {
  if (!py_is_none(arguments[0]) && !is_callable(arguments[0])) {
    py_raise(&py_TypeError, "first argument must be callable or None");
    return false;
  }
  Tuple *rest = py_as_tuple(arguments[1]);
  if (rest->count > 1) {
    py_raise(&py_TypeError, "dict expected at most 1 argument, got %lld", (long long)rest->count);
    return false;
  }
  Value before = of(self)->factory;
  of(self)->factory = py_keep(arguments[0]);
  py_drop(before);
  return (rest->count == 0 || py_dict_update(py_as_dict(self), rest->items[0])) &&
         py_dict_update(py_as_dict(self), arguments[2]);
}

static Value missing(Value self, Value key) {
  Value factory = py_keep(factory_of(self));
  if (py_is_none(factory)) return py_raise_key(key);
  Value made = py_call_values(factory, NULL, 0);
  py_drop(factory);
  if (py_is_error(made) || py_dict_set(py_as_dict(self), key, made)) return made;
  py_drop(made);
  return PY_ERROR;
}
static Value call_missing(const NativeRow *row, Value *arguments) { return missing(arguments[0], arguments[1]); }

static Value getitem(Value self, Value key) {
  Value found = py_dict_find(py_as_dict(self), key);
  if (!py_is_undefined(found)) return py_keep(found);
  if (py_type_of(self) == &defaultdict_type) return missing(self, key);
  return py_call_method(self, "__missing__", &key, 1);
}

static Value repr(Value self) {
  Text text = {0};
  text_addf(&text, "%s(", py_type_of(self)->name);
  Value factory = factory_of(self);
  bool good = true;
  if (factory.tag != TAG_OBJECT || py_enter_repr(factory.as.object)) {
    good = py_repr_to(&text, factory);
    if (factory.tag == TAG_OBJECT) py_leave_repr(factory.as.object);
  } else {
    good = !py_pending();
    text_add(&text, "..."); /* a bound method of the dict itself */
  }
  text_add(&text, ", ");
  Value dict = good ? py_dict_type.repr(self) : PY_ERROR;
  good = !py_is_error(dict) && py_str_to(&text, dict);
  py_drop(dict);
  text_add_char(&text, ')');
  if (good) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}

static Value with_factory(Type *type, Value factory, Value first, Value second) {
  Value made = py_object(py_new(type));
  if (py_is_error(made)) return made;
  of(made)->factory = py_keep(factory);
  if (py_dict_update(py_as_dict(made), first) &&
      (py_is_undefined(second) || py_dict_update(py_as_dict(made), second)))
    return made;
  py_drop(made);
  return PY_ERROR;
}
static Value call_copy(const NativeRow *row, Value *arguments) {
  return with_factory(py_type_of(arguments[0]), factory_of(arguments[0]), arguments[0], PY_UNDEFINED);
}

static Value binary(BinaryOp op, Value a, Value b) {
  if (op != OP_OR || !py_is_dict(a) || !py_is_dict(b)) return PY_NOT_IMPLEMENTED;
  Value own = py_is(a, &defaultdict_type) ? a : b;
  return with_factory(py_type_of(own), factory_of(own), a, b);
}

static Value get_factory(Value self) { return py_keep(factory_of(self)); }
static bool set_factory(Value self, Value value) {
  Value before = of(self)->factory;
  of(self)->factory = py_is_undefined(value) ? PY_NONE : py_keep(value);
  py_drop(before);
  return true;
}

static const NativeRow methods[] = {
    {"__missing__", "self, key, /", "Makes, keeps and returns the value of a key that is not there.", call_missing,
     NULL},
    {"copy|__copy__", "self, /", "A shallow copy.", call_copy, NULL},
    {0},
};
static const PropertyRow properties[] = {
    {"default_factory", "what makes the value of a missing key", get_factory, set_factory}, {0}};

Type defaultdict_type = {.head = {&py_type_type, 1}, .name = "defaultdict", .module = "collections",
                         .base = &py_dict_type, .help = "A dict that makes the values of missing keys.",
                         .size = sizeof(DefaultDict), .dealloc = clear, .traverse = traverse, .clear = clear,
                         .repr = repr, .getattr = collections_no_attribute, .getitem = getitem, .binary = binary,
                         .signature = "default_factory=None, /, *args, **kwargs", .init = init, .methods = methods,
                         .properties = properties};

/* ---- Counter ---- */

/* counts[item] += 1 for each item, on a dict whose values are plain ints as long as they are. */
static Value count_elements(const NativeRow *row, Value *arguments) {
  Value iterator = py_iter(arguments[1]);
  if (py_is_error(iterator)) return iterator;
  Dict *dict = py_as_dict(arguments[0]);
  bool good = true;
  for (Value item; good && !py_is_undefined(item = py_next(iterator)); py_drop(item)) {
    if (py_is_error(item)) {
      good = false;
      break;
    }
    Value *simple = py_dict_find_simple(dict, item);
    if (simple && simple->tag == TAG_INT && simple->as.integer < INT64_MAX) {
      simple->as.integer++;
      continue;
    }
    Value found = py_dict_find(dict, item);
    if (py_is_error(found)) good = false;
    if (!good) continue;
    Value more = py_is_undefined(found) ? py_int(1) : py_binary(OP_ADD, found, py_int(1));
    good = !py_is_error(more) && py_dict_set(dict, item, more);
    py_drop(more);
  }
  py_drop(iterator);
  return good ? PY_NONE : PY_ERROR;
}

/* ---- OrderedDict ---- */

/* Puts a key at one end. At the front the others move behind it. */
static Value move_key(const NativeRow *row, Value *arguments) {
  Dict *dict = py_as_dict(arguments[0]);
  Value key = arguments[1], value = py_dict_find(dict, key);
  if (py_is_error(value)) return value;
  if (py_is_undefined(value)) return py_raise_key(key);
  bool last;
  if (!py_as_bool(arguments[2], &last)) return PY_ERROR;
  py_keep(value);
  Value others = last ? PY_UNDEFINED : py_dict_copy(dict);
  bool good = !py_is_error(others) && py_dict_delete(last ? dict : py_as_dict(others), key) > 0;
  if (good && !last) py_dict_clear(dict);
  good = good && py_dict_set(dict, key, value) && (last || py_dict_update(dict, others));
  py_drop(others);
  py_drop(value);
  return good ? PY_NONE : PY_ERROR;
}

/* Takes the first (key, value) out. */
static Value pop_first(const NativeRow *row, Value *arguments) {
  Dict *dict = py_as_dict(arguments[0]);
  int64_t at = 0;
  Value key, value;
  if (!py_dict_next(dict, &at, &key, &value)) return py_raise(&py_KeyError, "dictionary is empty");
  Value pair = py_tuple_of(2, key, value);
  if (py_is_error(pair) || py_dict_delete(dict, py_as_tuple(pair)->items[0]) > 0) return pair;
  py_drop(pair);
  return PY_ERROR;
}

static const NativeRow functions[] = {
    {"count_elements", "mapping, iterable, /", "Counts items into a dict.", count_elements, NULL},
    {"move_key", "dict, key, last, /", "Moves a key to an end.", move_key, NULL},
    {"pop_first", "dict, /", "Takes the first pair out.", pop_first, NULL},
    {"namedtuple", "typename, field_names, *, rename=False, defaults=None, module=None",
     "Makes a class of tuples whose items have names.", namedtuple_make, NULL},
    {"namedtuple_setup", "cls, names, defaults, /", "Gives a class of tuples its fields.", namedtuple_setup, NULL},
    {0},
};
static Type *const types[] = {&deque_type, &defaultdict_type, &namedtuple_base_type, NULL};
const ModuleRow collections_module_rows[] = {
    {.name = "_collections", .help = "What the collections module has in C.", .functions = functions, .types = types},
    {0},
};
