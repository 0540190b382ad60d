/* The attributes of classes as such: their names, bases and help, and what their bodies hold. */
#include <string.h>

#include "engine/core/memory.h"
#include "repl/types/class.h"
#include "repl/types/containers.h"
#include "repl/types/descriptor.h"
#include "repl/types/exception.h"
#include "repl/types/lookup.h"
#include "repl/types/mapping_proxy.h"
#include "repl/types/object.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"

/* __doc__ and __module__ of a class of the user are entries of its dict. */
static bool set_entry(Value self, String *name, Value value) {
  Type *type = py_as_type(self);
  if (!type->heap) {
    py_raise(&py_TypeError, "cannot set '%s' attribute of immutable type '%s'", name->data, type->name);
    return false;
  }
  return class_setattr(self, name, value);
}
static bool set_doc(Value self, Value value) { return set_entry(self, INTERNED("__doc__"), value); }
static bool set_module(Value self, Value value) {
  Type *type = py_as_type(self);
  if (!set_entry(self, INTERNED("__module__"), value)) return false;
  if (!py_is_str(value)) return true;
  char *copy = core_strdup(py_as_string(value)->data);
  if (!copy) {
    py_raise(&py_MemoryError, "Unable to allocate a class");
    return false;
  }
  core_free((char *)type->module);
  type->module = copy;
  return true;
}

static Value get_name(Value self) { return py_text(py_as_type(self)->name); }
static Value get_qualified_name(Value self) { return py_text(class_qualified_name(py_as_type(self))); }
static Value get_module(Value self) {
  Type *type = py_as_type(self);
  Value own = type->heap && type->dict ? py_dict_find_name(type->dict, INTERNED("__module__")) : PY_UNDEFINED;
  return own.tag == TAG_OBJECT ? py_keep(own) : py_text(type->module);
}
static Value get_base(Value self) {
  Type *base = py_as_type(self)->base;
  return base ? py_type_value(base) : PY_NONE;
}
static Value get_doc(Value self) {
  Type *type = py_as_type(self);
  if (type->heap) {
    Value own = py_dict_find_name(type->dict, INTERNED("__doc__"));
    return own.tag == TAG_UNDEFINED ? PY_NONE : py_keep(own);
  }
  return type->help ? py_text(type->help) : PY_NONE;
}
static Value get_mro(Value self) {
  Type *type = py_as_type(self);
  if (type->mro) return py_keep((Value){.tag = TAG_OBJECT, .as.object = &type->mro->head});
  int64_t count = 0;
  for (Type *at = type; at; at = at->base) count++;
  Value tuple = py_tuple(count);
  if (py_is_error(tuple)) return tuple;
  count = 0;
  for (Type *at = type; at; at = at->base) py_as_tuple(tuple)->items[count++] = py_type_value(at);
  return tuple;
}
static Value get_bases(Value self) {
  Type *type = py_as_type(self);
  if (type->bases) return py_keep((Value){.tag = TAG_OBJECT, .as.object = &type->bases->head});
  if (type->base == NULL) return py_tuple(0);
  Value base = py_type_value(type->base);
  Value tuple = py_tuple_of(1, base);
  py_drop(base);
  return tuple;
}
/* CPython's bits: made at run time, may be derived from, abstract. */
static Value get_flags(Value self) {
  const Type *type = py_as_type(self);
  int made = type->heap ? 1 << 9 : 0, open = class_is_closed(type) ? 0 : 1 << 10, abstract = type->abstract ? 1 << 20 : 0;
  return py_int(made | open | abstract | 1 << 12);
}
static Value get_dict(Value self) {
  Type *type = py_as_type(self);
  if (!type->ready) py_type_ready(type);
  return mapping_proxy((Value){.tag = TAG_OBJECT, .as.object = &type->dict->head});
}

static Value get_weak(Value self) {
  (void)self;
  return PY_NONE;
}
static const PropertyRow weak_row = {"__weakref__", "weak references to the object", get_weak, NULL};

/* Whether a native type's instances can be referred to weakly, or have no room for that as CPython lays them out. */
static bool settles_weak(const Type *type) {
  static const char *const names[] = {"int", "tuple", "bytes", "set", "frozenset", "deque"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(type->name, names[i]) == 0) return true;
  return false;
}
static bool has_base_with(const Type *type, String *name, bool weak) {
  for (int64_t i = 1; i < type->mro->count; i++) {
    const Type *base = py_as_type(type->mro->items[i]);
    bool native = weak ? settles_weak(base) : base->dict_offset != 0;
    if (base->heap ? py_dict_find_name(base->dict, name).tag == TAG_OBJECT : native) return true;
  }
  return false;
}

bool class_add_entries(Type *type) {
  if (!type->meta && type->dict_offset && !type->hides_dict) {
    const PropertyRow *rows[] = {&object_properties[0], &weak_row};
    for (int i = 0; i < 2; i++) {
      String *name = py_intern(rows[i]->name);
      if (!name) return false;
      if (has_base_with(type, name, i == 1) || py_dict_find_name(type->dict, name).tag != TAG_UNDEFINED) continue;
      if (!py_dict_set_steal(type->dict, name->data, descriptor_row(rows[i], type))) return false;
    }
  }
  String *doc = INTERNED("__doc__");
  return py_dict_find_name(type->dict, doc).tag != TAG_UNDEFINED || py_dict_set_name(type->dict, doc->data, PY_NONE);
}

/* A class's own annotations; a class without any gets an empty dict when asked. */
static Value get_annotations(Value self) {
  Type *type = py_as_type(self);
  String *name = INTERNED("__annotations__");
  if (!type->heap)
    return py_raise(&py_AttributeError, "type object '%s' has no attribute '__annotations__'", type->name);
  Value own = py_dict_find_name(type->dict, name);
  if (own.tag != TAG_UNDEFINED) return py_keep(own);
  Value made = py_dict();
  if (py_is_error(made)) return made;
  slots_forget(name);
  if (py_dict_set(type->dict, (Value){.tag = TAG_OBJECT, .as.object = &name->head}, made)) return made;
  py_drop(made);
  return PY_ERROR;
}
static bool set_annotations(Value self, Value value) {
  const Type *type = py_as_type(self);
  String *own = INTERNED("__annotations__");
  if (value.tag == TAG_UNDEFINED && type->heap && py_dict_find_name(type->dict, own).tag == TAG_UNDEFINED) {
    py_raise(&py_AttributeError, "__annotations__");
    return false;
  }
  return class_setattr(self, INTERNED("__annotations__"), value);
}

static bool replace_text(Value self, Value value, const char *attribute, const char **place) {
  Type *type = py_as_type(self);
  if (!type->heap) {
    py_raise(&py_TypeError, "cannot set '%s' attribute of immutable type '%s'", attribute, type->name);
    return false;
  }
  if (!py_is_str(value)) {
    py_raise(&py_TypeError, "can only assign string to %s.%s, not '%s'", type->name, attribute,
             py_type_label(py_type_of(value)));
    return false;
  }
  char *copy = core_strdup(py_as_string(value)->data);
  if (!copy) {
    py_raise(&py_MemoryError, "Unable to allocate a name");
    return false;
  }
  core_free((char *)*place);
  *place = copy;
  return true;
}

static bool set_name(Value self, Value value) {
  return replace_text(self, value, "__name__", &py_as_type(self)->name);
}
static bool set_qualified_name(Value self, Value value) {
  return replace_text(self, value, "__qualname__", &py_as_type(self)->qualified_name);
}

const PropertyRow class_properties[] = {
    {"__name__", "the class's name", get_name, set_name},
    {"__qualname__", "its name with those of the classes and functions around it", get_qualified_name,
     set_qualified_name},
    {"__module__", "the module that defined the class", get_module, set_module},
    {"__base__", "the first base", get_base, NULL},
    {"__bases__", "the bases as written", get_bases, NULL},
    {"__mro__", "the order in which attributes are looked up", get_mro, NULL},
    {"__doc__", "the class's help text", get_doc, set_doc},
    {"__dict__", "a view of the class's attributes", get_dict, NULL},
    {"__flags__", "what kind of class it is, as bits", get_flags, NULL},
    {"__annotations__", "the annotations of its body", get_annotations, set_annotations},
    {0},
};

static Value call_mro(const NativeRow *row, Value *arguments) {
  (void)row;
  Value tuple = get_mro(arguments[0]);
  if (py_is_error(tuple)) return tuple;
  Value list = py_to_list(tuple);
  py_drop(tuple);
  return list;
}

static Value call_subclasses(const NativeRow *row, Value *arguments) {
  (void)row;
  Type *type = py_as_type(arguments[0]);
  Value list = py_list(0);
  if (py_is_error(list)) return list;
  for (Type *at = class_first_native; at; at = at->next_heap)
    if (at->base == type && !py_list_append_steal(py_as_list(list), py_type_value(at))) {
      py_drop(list);
      return PY_ERROR;
    }
  for (Type *at = class_heap_types.next_heap; at; at = at->next_heap)
    for (int64_t i = 0; at->bases && i < at->bases->count; i++)
      if (at->bases->items[i].as.object == &type->head &&
          !py_list_append_steal(py_as_list(list), py_type_value(at))) {
        py_drop(list);
        return PY_ERROR;
      }
  return list;
}

static Value call_instance_check(const NativeRow *row, Value *arguments) {
  (void)row;
  return py_bool(py_is(arguments[1], py_as_type(arguments[0])));
}
static Value call_subclass_check(const NativeRow *row, Value *arguments) {
  (void)row;
  if (!py_is_type(arguments[1])) return py_raise(&py_TypeError, "issubclass() arg 1 must be a class");
  return py_bool(py_is_subtype(py_as_type(arguments[1]), py_as_type(arguments[0])));
}
static Value call_prepare(const NativeRow *row, Value *arguments) {
  (void)row;
  (void)arguments;
  return py_dict();
}
const NativeRow class_statics[] = {
    {"__prepare__", "*args, **kwargs", "the namespace that a class body fills", call_prepare, NULL}, {0}};

const NativeRow class_methods[] = {
    {"__instancecheck__", "self, instance, /", "whether an object is of the class", call_instance_check, NULL},
    {"__subclasscheck__", "self, subclass, /", "whether a class derives from this one", call_subclass_check, NULL},
    {"mro", "self, /", "the order in which attributes are looked up, as a list", call_mro, NULL},
    {"__subclasses__", "self, /", "classes made directly from this one", call_subclasses, NULL},
    {0},
};

/* Attributes of a class: its own and its bases', with functions as they are. Properties of `type` go first. */
Value class_getattr(Value self, String *name) {
  Type *type = py_as_type(self);
  Value found = py_type_lookup(type, name);
  if (found.tag == TAG_UNDEFINED) return found;
  if (found.tag == TAG_OBJECT && found.as.object->type->get)
    return found.as.object->type->get(found, PY_UNDEFINED, type);
  return py_keep(found);
}

/* A value that reading an attribute gives as it is, whatever it is read from. */
static bool is_plain_value(Value value) {
  if (value.tag != TAG_OBJECT) return value.tag != TAG_UNDEFINED;
  const Type *type = value.as.object->type;
  return type == &py_str_type || type == &py_list_type || type == &py_dict_type || type == &py_tuple_type;
}

bool class_setattr(Value self, String *name, Value value) {
  Type *type = py_as_type(self);
  if (!type->heap) {
    py_raise(&py_TypeError, "cannot set '%s' attribute of immutable type '%s'", name->data, type->name);
    return false;
  }
  if (!name->interned) name = py_intern_bytes(name->data, (size_t)name->length);
  Value key = {.tag = TAG_OBJECT, .as.object = &name->head};
  /* A count kept in the class: what the interpreter remembers of classes does not depend on such values. */
  bool counts = is_plain_value(value) && is_plain_value(py_dict_find_name(type->dict, name)) && name->data[0] != '_';
  slots_forget_below(type, name);
  if (value.tag == TAG_UNDEFINED) {
    int deleted = py_dict_delete(type->dict, key);
    if (deleted == 0)
      py_raise(&py_AttributeError, "type object '%s' has no attribute '%s'", type->name, name->data);
    if (deleted <= 0) return false;
  } else if (!py_dict_set(type->dict, key, value)) {
    return false;
  }
  if (counts) return true;
  class_note(type, name, value);
  bool special = slots_row(name) != NULL || name == INTERNED("__getattribute__") || name == INTERNED("__del__");
  for (Type *at = class_heap_types.next_heap; at; at = at->next_heap) {
    if (!py_is_subtype(at, type)) continue;
    lookup_renew(at);
    if (special && !slots_fill(at)) return false;
  }
  return true;
}
