#include "repl/language/function.h"

#include <stddef.h>
#include <string.h>

#include "repl/language/generator.h"
#include "repl/language/language.h"
#include "repl/language/vm.h"
#include "repl/types/protocol.h"

/* ---- Cells ---- */

Value cell_new(Value value) {
  Cell *cell = py_new(&lang_cell_type);
  if (!cell) return PY_ERROR;
  cell->value = py_keep(value);
  return py_object(cell);
}

static bool cell_traverse(Object *self, PyVisit visit, void *context) {
  Value value = ((Cell *)self)->value;
  if (value.tag == TAG_OBJECT) visit(value.as.object, context);
  return true;
}
static void cell_clear(Object *self) {
  Cell *cell = (Cell *)self;
  Value value = cell->value;
  cell->value = PY_UNDEFINED;
  py_drop(value);
}
static Value cell_contents(Value self) {
  Value value = ((Cell *)self.as.object)->value;
  if (value.tag == TAG_UNDEFINED) return py_raise(&py_ValueError, "Cell is empty");
  return py_keep(value);
}
static const PropertyRow cell_properties[] = {{"cell_contents", "the value", cell_contents, NULL}, {0}};

Type lang_cell_type = {.name = "cell", .module = "builtins", .size = sizeof(Cell), .traverse = cell_traverse,
                       .clear = cell_clear, .dealloc = cell_clear, .properties = cell_properties};

/* ---- Functions ---- */

Value lang_parameter_names(Value function, int skip) {
  const Code *code = ((Function *)function.as.object)->code;
  Value list = py_list(code->positional + code->keyword_only);
  for (int i = skip; !py_is_error(list) && i < code->positional + code->keyword_only; i++)
    if (!py_list_append(py_as_list(list), py_object(code->slot_names[i]))) {
      py_drop(list);
      return PY_ERROR;
    }
  return list;
}

bool lang_function_origin(Value function, const char **file, const char **qualified_name) {
  if (!is_function(function)) return false;
  const Code *code = ((Function *)function.as.object)->code;
  *file = code->source->file->data;
  *qualified_name = code->qualified_name->data;
  return true;
}

Value function_new(Code *code, Dict *globals, Value defaults, Value keyword_defaults, Value closure) {
  Function *f = py_new(&lang_function_type);
  if (!f) {
    py_drop(defaults);
    py_drop(keyword_defaults);
    py_drop(closure);
    return PY_ERROR;
  }
  f->code = code_keep(code);
  f->globals = globals;
  globals->head.references++;
  f->defaults = defaults;
  f->keyword_defaults = keyword_defaults;
  f->closure = closure;
  f->name = py_keep(py_object(code->name));
  f->qualified_name = py_keep(py_object(code->qualified_name));
  f->doc = py_keep(code->doc);
  f->annotations = PY_NONE;
  Value module = py_dict_find_name(globals, py_intern("__name__"));
  f->module = module.tag == TAG_OBJECT ? py_keep(module) : PY_NONE;
  return py_object(f);
}

static bool function_traverse(Object *self, PyVisit visit, void *context) {
  Function *f = (Function *)self;
  const Value held[] = {f->defaults, f->keyword_defaults, f->closure, f->doc, f->module, f->name, f->qualified_name,
                        f->annotations};
  for (size_t i = 0; i < sizeof held / sizeof *held; i++)
    if (held[i].tag == TAG_OBJECT) visit(held[i].as.object, context);
  if (f->globals) visit(&f->globals->head, context);
  if (f->dict) visit(&f->dict->head, context);
  return true;
}

static void function_clear(Object *self) {
  Function *f = (Function *)self;
  Value held[] = {f->defaults, f->keyword_defaults, f->closure, f->doc, f->module, f->name, f->qualified_name,
                  f->annotations};
  f->annotations = PY_NONE;
  f->defaults = f->keyword_defaults = f->closure = f->doc = f->module = f->name = f->qualified_name = PY_NONE;
  Dict *globals = f->globals, *dict = f->dict;
  f->globals = f->dict = NULL;
  for (size_t i = 0; i < sizeof held / sizeof *held; i++) py_drop(held[i]);
  if (globals) py_drop(py_object(globals));
  if (dict) py_drop(py_object(dict));
}

static void function_dealloc(Object *self) {
  function_clear(self);
  lang_code_release(((Function *)self)->code);
}

static Value function_repr(Value self) {
  const Function *f = (const Function *)self.as.object;
  const char *name = py_is_str(f->qualified_name) ? py_as_string(f->qualified_name)->data : "?";
  return py_textf("<function %s at %s>", name, py_address_text(f));
}

static Value function_call(Value self, const Arguments *arguments) {
  Function *f = (Function *)self.as.object;
  Frame *frame = function_frame(f, arguments);
  if (!frame) return PY_ERROR;
  if (f->code->kind == CODE_GENERATOR) return generator_new(frame);
  return vm_enter(frame);
}

/* One row an attribute that is a plain field. */
#define FIELD(field, get_name, set_name)                                                                    \
  static Value get_name(Value self) { return py_keep(((Function *)self.as.object)->field); }                \
  static bool set_name(Value self, Value value) {                                                           \
    Function *f = (Function *)self.as.object;                                                               \
    Value old = f->field;                                                                                   \
    f->field = py_is_undefined(value) ? PY_NONE : py_keep(value);                                           \
    py_drop(old);                                                                                           \
    return true;                                                                                            \
  }
FIELD(name, get_name, put_name)
FIELD(qualified_name, get_qualified_name, put_qualified_name)
FIELD(doc, get_doc, set_doc)
FIELD(module, get_module, set_module)
FIELD(defaults, get_defaults, put_defaults)
FIELD(keyword_defaults, get_keyword_defaults, put_keyword_defaults)
FIELD(annotations, get_field_annotations, put_annotations)
#undef FIELD

static bool set_annotations(Value self, Value value) {
  if (py_is_none(value) || py_is_undefined(value) || py_is_dict(value)) return put_annotations(self, value);
  py_raise(&py_TypeError, "__annotations__ must be set to a dict object");
  return false;
}
static bool set_name(Value self, Value value) {
  if (py_is_str(value)) return put_name(self, value);
  py_raise(&py_TypeError, "__name__ must be set to a string object");
  return false;
}
static bool set_qualified_name(Value self, Value value) {
  if (py_is_str(value)) return put_qualified_name(self, value);
  py_raise(&py_TypeError, "__qualname__ must be set to a string object");
  return false;
}
static bool set_defaults(Value self, Value value) {
  if (py_is_none(value) || py_is_undefined(value) || py_is_tuple(value)) return put_defaults(self, value);
  py_raise(&py_TypeError, "__defaults__ must be set to a tuple object");
  return false;
}
static bool set_keyword_defaults(Value self, Value value) {
  if (py_is_none(value) || py_is_undefined(value) || py_is_dict(value)) return put_keyword_defaults(self, value);
  py_raise(&py_TypeError, "__kwdefaults__ must be set to a dict object");
  return false;
}
static Value get_closure(Value self) { return py_keep(((Function *)self.as.object)->closure); }
static Value get_code(Value self) { return lang_code_value(((Function *)self.as.object)->code); }
static Value get_builtins(Value self) {
  (void)self;
  return lang_builtins ? py_keep(py_object(lang_builtins)) : py_dict();
}
static Value get_globals(Value self) { return py_keep(py_object(((Function *)self.as.object)->globals)); }
static Value get_annotations(Value self) {
  Function *f = (Function *)self.as.object;
  if (py_is_none(f->annotations)) {
    Value made = py_dict();
    if (py_is_error(made)) return made;
    f->annotations = made;
  }
  return get_field_annotations(self);
}
static Value get_dict(Value self) {
  Dict *dict = py_instance_dict(self.as.object, true);
  return dict ? py_keep(py_object(dict)) : PY_ERROR;
}
static bool set_dict(Value self, Value value) {
  if (py_is_dict(value)) return py_instance_set_dict(self.as.object, value);
  py_raise(&py_TypeError, "__dict__ must be set to a dictionary, not a '%s'", py_type_label(py_type_of(value)));
  return false;
}

static const PropertyRow function_properties[] = {
    {"__name__", "the function's name", get_name, set_name},
    {"__qualname__", "its name with those of the classes and functions around it", get_qualified_name,
     set_qualified_name},
    {"__doc__", "the text that its body begins with, or None", get_doc, set_doc},
    {"__module__", "the module it was defined in", get_module, set_module},
    {"__defaults__", "defaults of its last positional parameters", get_defaults, set_defaults},
    {"__kwdefaults__", "defaults of its keyword-only parameters", get_keyword_defaults, set_keyword_defaults},
    {"__closure__", "the cells of its free variables", get_closure, NULL},
    {"__code__", "its code", get_code, NULL},
    {"__builtins__", "the names that every module has", get_builtins, NULL},
    {"__globals__", "the names of its module", get_globals, NULL},
    {"__annotations__", "the annotations of its parameters, and of what it returns", get_annotations, set_annotations},
    {"__dict__", "attributes that were set on it", get_dict, set_dict},
    {0}};

Type lang_function_type = {.name = "function", .module = "builtins", .size = sizeof(Function), .call = function_call,
                           .repr = function_repr, .get = py_method_get, .traverse = function_traverse,
                           .clear = function_clear, .dealloc = function_dealloc, .properties = function_properties,
                           .dict_offset = offsetof(Function, dict)};
