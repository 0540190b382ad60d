/* Attributes of any value. */
#include <stdlib.h>
#include <string.h>

#include "engine/core/names.h"
#include "engine/core/signature.h"
#include "repl/types/class.h"
#include "repl/types/containers.h"
#include "repl/types/descriptor.h"
#include "repl/types/exception.h"
#include "repl/types/function.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"

static Value attribute_missing(Value self, String *name);

static Value from_class(Value found, Value self, Type *type) {
  if (found.tag == TAG_OBJECT && found.as.object->type->get) return found.as.object->type->get(found, self, type);
  return py_keep(found);
}

/* Data descriptors of the class, the instance's dict, the class's other attributes, the getattr slot: PY_UNDEFINED
 * where none has it. */
static Value find_plain(Value self, String *name, bool fallback) {
  Type *type = py_type_of(self);
  if (!type->ready) py_type_ready(type);
  if (!name->interned) {
    name = py_intern_bytes(name->data, (size_t)name->length);
    if (!name) return py_raise(&py_MemoryError, "Unable to allocate a name");
  }
  if (type == &py_super_type) {
    Value found = type->getattr(self, name);
    if (found.tag != TAG_UNDEFINED) return found;
  }
  Value found = py_type_lookup(type, name);
  if (found.tag == TAG_OBJECT && found.as.object->type->set && found.as.object->type->get) {
    Value value = from_class(found, self, type);
    if (!fallback || !py_is_error(value) || !slots_getattr_is_user(type) || !py_pending_is(&py_AttributeError))
      return value;
    py_clear_pending();
    return type->getattr(self, name);
  }
  if (type->dict_offset) {
    Dict *dict = py_instance_dict(self.as.object, false);
    if (dict) {
      Value own = py_dict_find_name(dict, name);
      if (own.tag != TAG_UNDEFINED) return py_keep(own);
    }
  }
  if (type->meta || type == &py_module_type) {
    /* The attributes of a class or a module go before those that it has as an object. */
    Value own = type->meta ? class_getattr(self, name) : type->getattr(self, name);
    if (own.tag != TAG_UNDEFINED) return own;
    if (found.tag != TAG_UNDEFINED) return from_class(found, self, type);
    return fallback && type->meta && slots_getattr_is_user(type) ? type->getattr(self, name) : found;
  }
  if (found.tag != TAG_UNDEFINED) return from_class(found, self, type);
  if (name == INTERNED("__doc__")) return type->help ? py_text(type->help) : PY_NONE;
  if (!fallback && slots_getattr_is_user(type)) return PY_UNDEFINED;
  return type->getattr ? type->getattr(self, name) : PY_UNDEFINED;
}

static Value find(Value self, String *name) {
  Type *type = py_type_of(self);
  if (!type->finds_itself) return find_plain(self, name, true);
  Value key = {.tag = TAG_OBJECT, .as.object = &name->head};
  Value found = slots_call(self, INTERNED("__getattribute__"), &key, 1);
  if (!py_is_error(found) || !slots_getattr_is_user(type) || !py_pending_is(&py_AttributeError)) return found;
  py_clear_pending();
  return type->getattr(self, name);
}

Value attribute_get_plain(Value self, String *name) {
  Value found = find_plain(self, name, false);
  return found.tag == TAG_UNDEFINED ? attribute_missing(self, name) : found;
}

Value py_find_attr(Value self, String *name) {
  Value found = find(self, name);
  if (!py_is_error(found) || !py_pending_is(&py_AttributeError)) return found;
  py_clear_pending();
  return PY_UNDEFINED;
}

/* "Did you mean": the attribute whose name is nearest, if it is near enough. */
static void suggest(Value self, const char *name) {
  Value error = py_take_pending();
  Value names = py_dir(self);
  const char *best = NULL;
  int best_distance = 1 << 20;
  int length = (int)strlen(name);
  for (int64_t i = 0; py_is_list(names) && i < py_as_list(names)->count; i++) {
    const char *candidate = py_as_string(py_as_list(names)->items[i])->data;
    int most = (length + (int)strlen(candidate) + 3) / 6;
    if (candidate[0] == '_' && name[0] != '_') continue;
    int distance = name_distance(name, candidate);
    if (distance > most || distance >= best_distance) continue;
    best = candidate;
    best_distance = distance;
  }
  if (py_is_error(names)) py_clear_pending();
  py_raise_value(error);
  py_drop(error);
  if (best) py_hint("Did you mean: '%s'?", best);
  if (!py_is_error(names)) py_drop(names);
}

static Value attribute_missing(Value self, String *name) {
  if (py_is_type(self))
    py_raise(&py_AttributeError, "type object '%s' has no attribute '%s'", py_as_type(self)->name, name->data);
  else if (py_type_of(self) == &py_module_type) {
    Value handler = py_dict_find_name(((Module *)self.as.object)->dict, INTERNED("__getattr__"));
    Value key = {.tag = TAG_OBJECT, .as.object = &name->head};
    if (handler.tag == TAG_OBJECT && name->data[0] != '_') return py_call_values(handler, &key, 1);
    const char *module = py_module_name(self);
    if (module) py_raise(&py_AttributeError, "module '%s' has no attribute '%s'", module, name->data);
    else py_raise(&py_AttributeError, "module has no attribute '%s'", name->data);
  } else
    py_raise(&py_AttributeError, "'%s' object has no attribute '%s'", py_type_label(py_type_of(self)), name->data);
  suggest(self, name->data);
  return PY_ERROR;
}

Value py_getattr(Value self, String *name) {
  Value found = find(self, name);
  return found.tag == TAG_UNDEFINED ? attribute_missing(self, name) : found;
}

Value py_getattr_c(Value self, const char *name) {
  String *interned = py_intern(name);
  return interned ? py_getattr(self, interned) : py_raise(&py_MemoryError, "Unable to allocate a name");
}

int py_load_method(Value self, String *name, Value *function) {
  Type *type = py_type_of(self);
  if (!type->ready) py_type_ready(type);
  if (!type->meta && type != &py_module_type && type != &py_super_type && !type->finds_itself) {
    Value found = py_type_lookup(type, name);
    bool binds = found.tag == TAG_OBJECT &&
                 (found.as.object->type->get == py_method_get ||
                  (found.as.object->type == &py_native_type && ((Native *)found.as.object)->is_method &&
                   ((Native *)found.as.object)->self.tag == TAG_UNDEFINED));
    if (binds) {
      Dict *dict = type->dict_offset ? py_instance_dict(self.as.object, false) : NULL;
      if (!dict || py_dict_find_name(dict, name).tag == TAG_UNDEFINED) {
        *function = py_keep(found);
        return 1;
      }
    }
  }
  *function = py_getattr(self, name);
  return py_is_error(*function) ? -1 : 0;
}

bool py_setattr_plain(Value self, String *name, Value value) {
  Type *type = py_type_of(self);
  if (!name->interned) {
    name = py_intern_bytes(name->data, (size_t)name->length);
    if (!name) {
      py_raise(&py_MemoryError, "Unable to allocate a name");
      return false;
    }
  }
  Value found = py_type_lookup(type, name);
  if (found.tag == TAG_OBJECT && found.as.object->type->set) return found.as.object->type->set(found, self, value);
  bool has_dict = type->dict_offset && !type->hides_dict;
  Dict *dict = has_dict ? py_instance_dict(self.as.object, value.tag != TAG_UNDEFINED) : NULL;
  Value key = {.tag = TAG_OBJECT, .as.object = &name->head};
  if (dict) {
    if (value.tag != TAG_UNDEFINED) return py_dict_set(dict, key, value);
    int deleted = py_dict_delete(dict, key);
    if (deleted) return deleted > 0;
  } else if (py_pending()) {
    return false;
  }
  if (found.tag != TAG_UNDEFINED && !has_dict)
    py_raise(&py_AttributeError, "'%s' object attribute '%s' is read-only", type->name, name->data);
  else
    py_raise(&py_AttributeError, "'%s' object has no attribute '%s'", py_type_label(type), name->data);
  return false;
}

bool py_setattr(Value self, String *name, Value value) {
  Type *type = py_type_of(self);
  if (!type->ready) py_type_ready(type);
  if (!type->setattr) return py_setattr_plain(self, name, value);
  if (!slots_setattr_is_user(type)) {
    Value found = py_type_lookup(type, name);
    if (found.tag == TAG_OBJECT && found.as.object->type->set) return found.as.object->type->set(found, self, value);
  }
  return type->setattr(self, name, value);
}

static bool add_keys(Value set, Dict *dict, const String *but) {
  Value key, value;
  for (int64_t i = 0; py_dict_next(dict, &i, &key, &value);)
    if (py_is_str(key) && py_as_string(key) != but && !py_set_add(py_as_set(set), key)) return false;
  return true;
}

/* The names of one class of the order. object has a __doc__, and no __dict__, though the row for those who do is
 * there. */
static bool add_own(Value set, Type *type) {
  py_type_ready(type);
  bool object = type == &py_object_type;
  if (type->dict && !add_keys(set, type->dict, object ? INTERNED("__dict__") : NULL)) return false;
  String *more = object ? INTERNED("__doc__") : !type->heap && type->dict_offset ? INTERNED("__dict__") : NULL;
  return !more || py_set_add(py_as_set(set), py_object(more));
}

static bool add_class(Value set, Type *type) {
  py_type_ready(type);
  for (int64_t i = 0; type->mro && i < type->mro->count; i++)
    if (!add_own(set, py_as_type(type->mro->items[i]))) return false;
  for (Type *at = type->mro ? NULL : type; at; at = at->base)
    if (!add_own(set, at)) return false;
  return true;
}

static void add_name(void *context, const char *name) {
  Value text = py_text(name);
  if (!py_is_error(text)) py_set_add(py_as_set(*(Value *)context), text);
  py_drop(text);
}

static bool add_module(Value set, Module *module) {
  const ModuleRow *row = module->row;
  if (!add_keys(set, module->dict, NULL)) return false;
  if (!row) return true;
  for (const NativeRow *function = row->functions; function && function->name; function++) {
    const char *names = function->name;
    size_t length;
    for (const char *name; (name = names_next(&names, &length));) {
      Value text = py_text_bytes(name, length);
      if (py_is_error(text)) return false;
      py_set_add(py_as_set(set), text);
      py_drop(text);
    }
  }
  for (Type *const *type = row->types; type && *type; type++) add_name(&set, (*type)->name);
  if (row->names) row->names(add_name, &set);
  return !py_pending();
}

Value py_dir(Value self) {
  Type *type = py_type_of(self);
  py_type_ready(type);
  Value plain = py_type_lookup(&py_object_type, INTERNED("__dir__")), own = py_type_lookup(type, INTERNED("__dir__"));
  bool has_own = type->heap && own.tag == TAG_OBJECT && own.as.object != plain.as.object;
  Value custom = has_own ? slots_call(self, INTERNED("__dir__"), NULL, 0) : PY_UNDEFINED;
  if (type == &py_module_type) { /* a module's own function of that name, without self */
    Value function = py_dict_find_name(((Module *)self.as.object)->dict, INTERNED("__dir__"));
    if (function.tag == TAG_OBJECT) custom = py_call_values(function, NULL, 0);
  }
  if (custom.tag != TAG_UNDEFINED) {
    if (py_is_error(custom)) return custom;
    Value given = py_to_list(custom);
    py_drop(custom);
    if (py_is_error(given) || py_list_sort(py_as_list(given), PY_NONE, false)) return given;
    py_drop(given);
    return PY_ERROR;
  }
  return attribute_names(self);
}

Value attribute_names(Value self) {
  Type *type = py_type_of(self);
  Value set = py_set();
  if (py_is_error(set)) return set;
  bool ok = true;
  if (py_is_type(self)) {
    ok = add_class(set, py_as_type(self));
  } else if (type == &py_module_type) {
    ok = add_module(set, (Module *)self.as.object);
  } else {
    Dict *dict = type->dict_offset ? py_instance_dict(self.as.object, false) : NULL;
    ok = (!dict || add_keys(set, dict, NULL)) && add_class(set, type);
  }
  Value list = ok ? py_to_list(set) : PY_ERROR;
  py_drop(set);
  if (py_is_error(list) || py_list_sort(py_as_list(list), PY_NONE, false)) return list;
  py_drop(list);
  return PY_ERROR;
}
