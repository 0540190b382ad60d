/* Constructors whose parameters are known at run time, and the __init__ of dataclasses that is made of one. */
#include "engine/core/memory.h"
#include "repl/modules/collections.h"

static bool traverse(Object *self, PyVisit visit, void *context) {
  Fields *record = (Fields *)self;
  if (record->names.tag == TAG_OBJECT) visit(record->names.as.object, context);
  if (record->defaults.tag == TAG_OBJECT) visit(record->defaults.as.object, context);
  return true;
}
static void clear(Object *self) {
  Fields *record = (Fields *)self;
  Value names = record->names, defaults = record->defaults;
  record->names = record->defaults = PY_NONE;
  py_drop(names);
  py_drop(defaults);
}
static void dealloc(Object *self) {
  clear(self);
  if (((Fields *)self)->signature) signature_free(((Fields *)self)->signature);
}
Type fields_type = {.head = {&py_type_type, 1}, .name = "_record", .module = "_collections", .base = &py_object_type,
                    .size = sizeof(Fields), .dealloc = dealloc, .traverse = traverse, .clear = clear};

Fields *fields_new(const char *line, Value names, Value defaults) {
  Error error = {0};
  char *kept = core_strdup(line);
  Signature *signature = kept ? signature_parse(kept, &error) : NULL;
  core_free(kept);
  if (signature == NULL) {
    py_raise(&py_TypeError, "these names make no parameters: %s", line);
    return NULL;
  }
  signature->line = "";
  Fields *record = py_new(&fields_type);
  if (record == NULL) {
    signature_free(signature);
    return NULL;
  }
  record->signature = signature;
  record->names = py_keep(names);
  record->defaults = py_keep(defaults);
  return record;
}

bool fields_bind(const Fields *record, const char *function, const Arguments *arguments, Value *slots) {
  BindNames names = {function, NULL, 1, false, false};
  return function_bind(record->signature, &names, arguments, slots);
}

void fields_spread(Dict *dict, Arguments *arguments, String **names, Value *values) {
  Value key, value;
  arguments->keyword_count = 0;
  for (int64_t i = 0; py_dict_next(dict, &i, &key, &value);) {
    names[arguments->keyword_count] = py_as_string(key);
    values[arguments->keyword_count++] = value;
  }
  arguments->keyword_names = names;
  arguments->keyword_values = values;
}

/* ---- a dataclass's __init__ ---- */

/* What becomes of a field, as dataclasses.py codes it: letters of a str. */
enum { KIND_PLAIN = 'p', KIND_DEFAULT = 'd', KIND_FACTORY = 'f', KIND_FACTORY_ONLY = 'o', KIND_VARIABLE = 'v',
       KIND_VARIABLE_DEFAULT = 'w' };

typedef struct DataclassInit {
  Object head;
  Fields *record; /* parameters in their order; its defaults are the values or the factories */
  Value fields;   /* tuple of str: every field that is set, in the order of the class */
  Value kinds;    /* str, a letter a field */
  Value values;   /* tuple: a default or a factory a field, or None */
  Value places;   /* tuple of int: which parameter, or -1 */
  Value name;     /* str: "Point.__init__" */
  bool frozen, post;
  Dict *dict;
} DataclassInit;

enum { HELD = 5 };
static void held(DataclassInit *init, Value **out) {
  Value *all[HELD] = {&init->fields, &init->kinds, &init->values, &init->places, &init->name};
  for (int i = 0; i < HELD; i++) out[i] = all[i];
}
static bool init_traverse(Object *self, PyVisit visit, void *context) {
  DataclassInit *init = (DataclassInit *)self;
  Value *all[HELD];
  held(init, all);
  for (int i = 0; i < HELD; i++)
    if (all[i]->tag == TAG_OBJECT) visit(all[i]->as.object, context);
  if (init->record) visit(&init->record->head, context);
  if (init->dict) visit(&init->dict->head, context);
  return true;
}
static void init_clear(Object *self) {
  DataclassInit *init = (DataclassInit *)self;
  Value *all[HELD];
  held(init, all);
  for (int i = 0; i < HELD; i++) {
    Value old = *all[i];
    *all[i] = PY_NONE;
    py_drop(old);
  }
  Fields *record = init->record;
  Dict *dict = init->dict;
  init->record = NULL;
  init->dict = NULL;
  if (record) py_drop(py_object(record));
  if (dict) py_drop(py_object(dict));
}

/* Sets the fields of `self` and collects what __post_init__ gets. */
static bool set_fields(const DataclassInit *init, Value self, const Value *slots, Value post) {
  const Tuple *fields = py_as_tuple(init->fields), *values = py_as_tuple(init->values);
  const char *kinds = py_as_string(init->kinds)->data;
  for (int64_t i = 0; i < fields->count; i++) {
    int64_t at = py_as_tuple(init->places)->items[i].as.integer;
    Value value = at >= 0 ? py_keep(slots[at]) : PY_UNDEFINED;
    if (py_is_undefined(value)) {
      bool makes = kinds[i] == KIND_FACTORY || kinds[i] == KIND_FACTORY_ONLY;
      value = makes ? py_call_values(values->items[i], NULL, 0) : py_keep(values->items[i]);
      if (py_is_error(value)) return false;
    }
    bool good;
    if (kinds[i] == KIND_VARIABLE || kinds[i] == KIND_VARIABLE_DEFAULT) {
      good = !init->post || py_list_append(py_as_list(post), value);
    } else {
      String *name = py_as_string(fields->items[i]);
      good = init->frozen ? py_setattr_plain(self, name, value) : py_setattr(self, name, value);
    }
    py_drop(value);
    if (!good) return false;
  }
  return true;
}

static Value init_call(Value callable, const Arguments *arguments) {
  DataclassInit *init = (DataclassInit *)callable.as.object;
  if (init->record == NULL) return py_raise(&py_RuntimeError, "the class of this __init__ is gone");
  if (arguments->count == 0)
    return py_raise(&py_TypeError, "%s() missing 1 required positional argument: 'self'",
                    py_as_string(init->name)->data);
  Value self = arguments->positional[0];
  Arguments rest = *arguments;
  rest.positional++;
  rest.count--;
  int count = init->record->signature->count;
  Value slots[count + 1];
  if (!fields_bind(init->record, py_as_string(init->name)->data, &rest, slots)) return PY_ERROR;
  Value post = init->post ? py_list(0) : PY_NONE;
  bool good = !py_is_error(post) && set_fields(init, self, slots, post);
  function_drop(slots, count);
  if (good && init->post) {
    Value result = py_call_method(self, "__post_init__", py_as_list(post)->items, (int)py_as_list(post)->count);
    good = !py_is_error(result);
    py_drop(result);
  }
  py_drop(post);
  return good ? PY_NONE : PY_ERROR;
}

static Value init_repr(Value self) {
  const DataclassInit *init = (const DataclassInit *)self.as.object;
  return py_textf("<function %s at %s>", py_as_string(init->name)->data, py_address_text(init));
}
static Value init_name(Value self) { return py_text("__init__"); }
static Value init_qualified_name(Value self) { return py_keep(((DataclassInit *)self.as.object)->name); }
static const PropertyRow init_properties[] = {{"__name__", "the function's name", init_name, NULL},
                                              {"__qualname__", "with the class's", init_qualified_name, NULL},
                                              {0}};
static Type init_type = {.head = {&py_type_type, 1}, .name = "function", .module = "builtins",
                         .base = &py_object_type, .size = sizeof(DataclassInit), .dealloc = init_clear,
                         .traverse = init_traverse, .clear = init_clear, .call = init_call, .repr = init_repr,
                         .get = py_method_get, .properties = init_properties,
                         .dict_offset = offsetof(DataclassInit, dict)};

/* init(line, name, fields, kinds, values, places, frozen, post) */
static Value make_init(const NativeRow *row, Value *arguments) {
  const char *line;
  if (!py_as_text(arguments[0], &line)) return PY_ERROR;
  Fields *record = fields_new(line, arguments[2], PY_NONE);
  if (record == NULL) return PY_ERROR;
  DataclassInit *init = py_new(&init_type);
  if (init == NULL) {
    py_drop(py_object(record));
    return PY_ERROR;
  }
  init->record = record;
  init->name = py_keep(arguments[1]);
  init->fields = py_keep(arguments[2]);
  init->kinds = py_keep(arguments[3]);
  init->values = py_keep(arguments[4]);
  init->places = py_keep(arguments[5]);
  init->frozen = py_truth(arguments[6]) == 1;
  init->post = py_truth(arguments[7]) == 1;
  return py_object(init);
}

/* set_doc(cls, text): the text that help shows of a class that was made without one. */
static Value set_doc(const NativeRow *row, Value *arguments) {
  if (!py_is_type(arguments[0]) || !py_as_type(arguments[0])->heap)
    return py_raise(&py_TypeError, "a class of the program is wanted");
  return py_dict_set_name(py_as_type(arguments[0])->dict, "__doc__", arguments[1]) ? PY_NONE : PY_ERROR;
}

static const NativeRow functions[] = {
    {"set_doc", "cls, text, /", "Sets the text of a class.", set_doc, NULL},
    {"make_init", "line, name, fields, kinds, values, places, frozen, post, /", "The __init__ of a dataclass.",
     make_init, NULL},
    {0},
};
const ModuleRow dataclasses_module_rows[] = {
    {.name = "_dataclasses", .help = "What dataclasses has in C.", .functions = functions}, {0}};
