#include <stddef.h>
#include <string.h>

#include "engine/core/names.h"
#include "engine/core/signature.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"

static Module *of(Value v) { return (Module *)v.as.object; }

static bool traverse(Object *self, PyVisit visit, void *context) {
  if (((Module *)self)->dict) visit(&((Module *)self)->dict->head, context);
  return true;
}
static void dealloc(Object *self) {
  if (((Module *)self)->dict) py_drop(py_object(((Module *)self)->dict));
  ((Module *)self)->dict = NULL;
}
static void clear(Object *self) {
  if (((Module *)self)->dict) py_dict_clear(((Module *)self)->dict);
}

Value py_module(const char *name, const ModuleRow *row) {
  Module *module = py_new(&py_module_type);
  if (!module) return PY_ERROR;
  Value self = py_object(module), dict = py_dict();
  if (py_is_error(dict)) {
    py_drop(self);
    return dict;
  }
  module->row = row;
  module->dict = py_as_dict(dict);
  bool ok = py_dict_set_steal(module->dict, "__name__", py_text(name)) &&
            py_dict_set_steal(module->dict, "__doc__", row && row->help ? py_text(row->help) : PY_NONE) &&
            (!row || !row->fill || row->fill(module->dict));
  if (ok) return self;
  py_drop(self);
  return PY_ERROR;
}

const char *py_module_name(Value module) {
  Value name = of(module)->dict ? py_dict_find_name(of(module)->dict, INTERNED("__name__")) : PY_UNDEFINED;
  return name.tag == TAG_OBJECT && py_is_str(name) ? py_as_string(name)->data : NULL;
}

static const char *named(Value module) {
  const char *name = py_module_name(module);
  return name ? name : "?";
}

static Value make(Module *module, String *name) {
  const ModuleRow *row = module->row;
  if (!row) return PY_UNDEFINED;
  for (const NativeRow *function = row->functions; function && function->name; function++)
    if (names_hold(function->name, name->data, (size_t)name->length)) {
      size_t length = strcspn(row->name, "|");
      String *owner = py_intern_bytes(row->name, length);
      return owner ? py_native(function, PY_UNDEFINED, owner->data) : py_raise(&py_MemoryError, "no room for a name");
    }
  for (Type *const *type = row->types; type && *type; type++)
    if (names_hold((*type)->name, name->data, (size_t)name->length)) return py_type_value(*type);
  return row->find ? row->find(name) : PY_UNDEFINED;
}

Value (*module_missing)(Module *module, String *name);

/* The module's own __getattr__ (PEP 562), where it has one. Its AttributeError says that there is no such name; who
 * raises that asks again, for the words. */
static Value asked(Value self, String *name) {
  Value handler = py_dict_find_name(of(self)->dict, INTERNED("__getattr__"));
  if (handler.tag != TAG_OBJECT || (name->length > 1 && name->data[0] == '_' && name->data[1] == '_'))
    return PY_UNDEFINED;
  Value key = {.tag = TAG_OBJECT, .as.object = &name->head};
  Value made = py_call_values(handler, &key, 1);
  if (!py_is_error(made) || !py_pending_is(&py_AttributeError)) return made;
  py_clear_pending();
  return PY_UNDEFINED;
}

/* What is in the dict, else what the rows make, which the dict then keeps. */
static Value getattr(Value self, String *name) {
  Value found = py_dict_find_name(of(self)->dict, name);
  if (found.tag != TAG_UNDEFINED) return py_keep(found);
  Value made = make(of(self), name);
  if (made.tag == TAG_UNDEFINED) {
    if (module_missing) made = module_missing(of(self), name);
    if (py_is_undefined(made)) return asked(self, name);
  }
  if (!py_is_error(made) &&
      !py_dict_set(of(self)->dict, (Value){.tag = TAG_OBJECT, .as.object = &name->head}, made)) {
    py_drop(made);
    return PY_ERROR;
  }
  return made;
}

static bool setattr(Value self, String *name, Value value) {
  Value key = {.tag = TAG_OBJECT, .as.object = &name->head};
  if (value.tag != TAG_UNDEFINED) return py_dict_set(of(self)->dict, key, value);
  int deleted = py_dict_delete(of(self)->dict, key);
  if (deleted == 0)
    py_raise(&py_AttributeError, "'module' object has no attribute '%s'", name->data);
  return deleted > 0;
}

static Value repr(Value self) {
  Value file = py_dict_find_name(of(self)->dict, INTERNED("__file__"));
  if (file.tag == TAG_OBJECT && py_is_str(file))
    return py_textf("<module '%s' from '%s'>", named(self), py_as_string(file)->data);
  /* Only what the user makes has a __spec__, which is None. */
  if (py_dict_find_name(of(self)->dict, INTERNED("__spec__")).tag == TAG_NONE)
    return py_textf("<module '%s'>", named(self));
  if (of(self)->row == NULL) return py_textf("<module '%s' from 'nnsh'>", named(self));
  return py_textf("<module '%s' (built-in)>", named(self));
}

/* The module's own dict; what its rows declare is made now. What it finds only by name is not in it. */
static Value get_dict(Value self) {
  const ModuleRow *row = of(self)->row;
  Value names = row ? py_list(0) : PY_NONE;
  for (const NativeRow *function = row ? row->functions : NULL; function && function->name; function++)
    if (!py_is_error(names))
      py_list_append_steal(py_as_list(names), py_text_bytes(function->name, strcspn(function->name, "|")));
  for (Type *const *type = row ? row->types : NULL; type && *type; type++)
    if (!py_is_error(names)) py_list_append_steal(py_as_list(names), py_text((*type)->name));
  for (int64_t i = 0; py_is_list(names) && i < py_as_list(names)->count; i++) {
    Value name = py_as_list(names)->items[i];
    Value made = py_is_str(name) ? py_getattr(self, py_as_string(name)) : PY_ERROR;
    if (!py_is_error(made)) py_dict_set(of(self)->dict, name, made);
    else py_clear_pending();
    py_drop(made);
  }
  py_drop(names);
  return py_keep((Value){.tag = TAG_OBJECT, .as.object = &of(self)->dict->head});
}
static const PropertyRow properties[] = {{"__dict__", "the module's attributes", get_dict, NULL}, {0}};

/* types.ModuleType(name): an empty module. */
static Value construct(Type *type, Value *arguments) {
  if (!py_is_str(arguments[0]))
    return py_raise(&py_TypeError, "module() argument 'name' must be str, not %s",
                    py_type_label(py_type_of(arguments[0])));
  Value made = py_module(py_as_string(arguments[0])->data, NULL);
  if (py_is_error(made)) return made;
  Dict *dict = of(made)->dict;
  static const char *const empty[] = {"__package__", "__loader__", "__spec__"};
  bool ok = py_dict_set_name(dict, "__doc__", arguments[1]);
  for (int i = 0; ok && i < 3; i++) ok = py_dict_set_name(dict, empty[i], PY_NONE);
  if (ok) return made;
  py_drop(made);
  return PY_ERROR;
}

Type py_module_type = {.name = "module", .properties = properties, .signature = "name, doc=None", .construct = construct,
                       .size = sizeof(Module), .repr = repr, .getattr = getattr, .setattr = setattr,
                       .traverse = traverse, .clear = clear, .dealloc = dealloc};

Value py_from_literal(const Literal *literal) {
  switch (literal->tag) {
  case LITERAL_NONE: return PY_NONE;
  case LITERAL_BOOL: return py_bool(literal->as.boolean);
  case LITERAL_INT: return py_int(literal->as.integer);
  case LITERAL_FLOAT: return py_float(literal->as.real);
  case LITERAL_STRING: {
    /* Literals live as long as the process, so their strs are made once. */
    String *string = literal->made;
    if (!string) {
      string = py_intern(literal->as.string);
      if (!string) return py_raise(&py_MemoryError, "Unable to allocate a str");
      ((Literal *)literal)->made = string;
    }
    return py_keep((Value){.tag = TAG_OBJECT, .as.object = &string->head});
  }
  case LITERAL_ABSENT: return PY_UNDEFINED;
  case LITERAL_TUPLE:
  case LITERAL_LIST: break;
  }
  Value list = py_list(literal->as.list.count);
  if (py_is_error(list)) return list;
  for (int i = 0; i < literal->as.list.count; i++)
    if (!py_list_append_steal(py_as_list(list), py_from_literal(&literal->as.list.items[i]))) {
      py_drop(list);
      return PY_ERROR;
    }
  if (literal->tag == LITERAL_LIST) return list;
  Value tuple = py_to_tuple(list);
  py_drop(list);
  return tuple;
}
