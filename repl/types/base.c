/* object, and the values of which there is one: None, NotImplemented, Ellipsis. */
#include <string.h>

#include "repl/types/class.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/protocol.h"
#include "repl/types/reduce.h"
#include "repl/types/construct.h"
#include "repl/types/slots.h"
#include "repl/types/wrapper.h"

static Value object_repr(Value self) {
  Type *type = py_type_of(self);
  Text text = {0};
  text_add_char(&text, '<');
  if (strcmp(type->module, "builtins") != 0) text_addf(&text, "%s.", type->module);
  text_addf(&text, "%s object at %s>", class_qualified_name(type), py_address_text(self.as.object));
  return py_text_take(&text);
}

/* By identity. The low bits of addresses are alike, so they are turned to the top. */
static bool object_hash(Value self, uint64_t *hash) {
  *hash = self.as.natural >> 4 | self.as.natural << 60;
  return true;
}

static Value object_compare(CompareOp op, Value a, Value b) {
  bool same = a.tag == b.tag && a.as.natural == b.as.natural;
  if (op == OP_EQ && same) return PY_TRUE;
  if (op == OP_NE && same) return PY_FALSE;
  return PY_NOT_IMPLEMENTED;
}

static Value object_str(Value self) { return py_repr(self); }

static Value object_format(Value self, const char *spec, size_t length) {
  if (length)
    return py_raise(&py_TypeError, "unsupported format string passed to %s.__format__",
                    py_type_label(py_type_of(self)));
  (void)spec;
  return py_str(self);
}

static Value object_construct(Type *type, Value *arguments) {
  (void)arguments;
  return py_object(py_new(type));
}

static Value get_class(Value self) { return py_type_value(py_type_of(self)); }

/* The names of a module, themselves and not a copy; what its rows make only when it is asked for is made first. */
static Value module_names(Value self) {
  Module *module = (Module *)self.as.object;
  Value names = module->row ? py_dir(self) : PY_NONE;
  if (py_is_error(names)) return names;
  for (int64_t i = 0; module->row && i < py_as_list(names)->count; i++) {
    Value value = py_getattr(self, py_as_string(py_as_list(names)->items[i]));
    if (py_is_error(value)) py_clear_pending(); /* a name that only says why it is gone */
    py_drop(value);
  }
  py_drop(names);
  return py_keep(py_object(module->dict));
}
static Value get_dict(Value self) {
  bool hidden = py_type_of(self)->hides_dict;
  Dict *dict = self.tag == TAG_OBJECT && !hidden ? py_instance_dict(self.as.object, true) : NULL;
  if (dict) return py_keep((Value){.tag = TAG_OBJECT, .as.object = &dict->head});
  if (py_pending()) return PY_ERROR;
  if (py_type_of(self) == &py_module_type) return module_names(self);
  return py_raise(&py_AttributeError, "'%s' object has no attribute '__dict__'", py_type_label(py_type_of(self)));
}

static bool set_dict(Value self, Value value) {
  Dict *own = self.tag == TAG_OBJECT && !py_type_of(self)->hides_dict ? py_instance_dict(self.as.object, true) : NULL;
  if (!own) {
    if (py_pending()) return false;
    py_raise(&py_AttributeError, "'%s' object has no attribute '__dict__'", py_type_label(py_type_of(self)));
    return false;
  }
  if (value.tag != TAG_UNDEFINED && !py_is_dict(value)) {
    py_raise(&py_TypeError, "__dict__ must be set to a dictionary, not a '%s'", py_type_label(py_type_of(value)));
    return false;
  }
  return py_instance_set_dict(self.as.object, value);
}

/* Another class of the user with the same layout. */
static bool set_class(Value self, Value value) {
  if (!py_is_type(value)) {
    py_raise(&py_TypeError, "__class__ must be set to a class, not '%s' object", py_type_label(py_type_of(value)));
    return false;
  }
  Type *old = py_type_of(self), *new = py_as_type(value);
  if (!old->heap || !new->heap || old->meta) {
    py_raise(&py_TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses");
    return false;
  }
  if (class_native(old) != class_native(new) || old->size != new->size || old->dict_offset != new->dict_offset ||
      old->slots_offset != new->slots_offset || old->hides_dict != new->hides_dict) {
    py_raise(&py_TypeError, "__class__ assignment: '%s' object layout differs from '%s'", new->name, old->name);
    return false;
  }
  new->head.references++;
  self.as.object->type = new;
  py_drop((Value){.tag = TAG_OBJECT, .as.object = &old->head});
  return true;
}

const PropertyRow object_properties[] = {
    {"__dict__", "the object's own attributes", get_dict, set_dict},
    {"__class__", "the object's class", get_class, set_class},
    {0},
};

/* object.__new__(cls, ...): allocates; arguments matter only to types that construct in one step. */
static Value object_new(const NativeRow *row, Value *arguments) {
  (void)row;
  if (!py_is_type(arguments[0]))
    return py_raise(&py_TypeError, "object.__new__(X): X is not a type object (%s)",
                    py_type_label(py_type_of(arguments[0])));
  Type *type = py_as_type(arguments[0]);
  Tuple *rest = py_as_tuple(arguments[1]);
  Dict *keywords = py_as_dict(arguments[2]);
  const Type *built_in = class_native(type);
  if (built_in != &py_object_type && built_in->construct)
    return py_raise(&py_TypeError, "object.__new__(%s) is not safe, use %s.__new__()", py_type_label(type),
                    py_type_label(built_in));
  Type *native = class_native(type);
  Arguments given = {.positional = rest->items, .count = (int)rest->count};
  String *names[keywords->count + 1];
  Value values[keywords->count + 1], key, value;
  for (int64_t i = 0; py_dict_next(keywords, &i, &key, &value);) {
    names[given.keyword_count] = py_as_string(key);
    values[given.keyword_count++] = value;
  }
  given.keyword_names = names;
  given.keyword_values = values;
  if (native == &py_object_type && given.count + given.keyword_count > 0) {
    Value init = py_type_lookup(type, INTERNED("__init__"));
    Value new = py_type_lookup(type, INTERNED("__new__"));
    if (new.as.object != slots_object_new().as.object)
      return py_raise(&py_TypeError, "object.__new__() takes exactly one argument (the type to instantiate)");
    if (init.tag == TAG_OBJECT && init.as.object->type == &py_wrapper_type)
      return py_raise(&py_TypeError, "%s() takes no arguments", type->name);
  }
  return construct_allocate(type, &given);
}

static Value object_getattribute(const NativeRow *row, Value *arguments) {
  (void)row;
  if (!py_is_str(arguments[1]))
    return py_raise(&py_TypeError, "attribute name must be string, not '%s'", py_type_label(py_type_of(arguments[1])));
  return attribute_get_plain(arguments[0], py_as_string(arguments[1]));
}
static Value object_dir(const NativeRow *row, Value *arguments) {
  (void)row;
  return attribute_names(arguments[0]);
}
static Value object_sizeof(const NativeRow *row, Value *arguments) {
  (void)row;
  return py_int((int64_t)py_type_of(arguments[0])->size);
}
static const NativeRow object_methods[] = {
    {"__getattribute__", "self, name, /", "an attribute", object_getattribute, NULL},
    {"__dir__", "self, /", "names of attributes", object_dir, NULL},
    {"__sizeof__", "self, /", "how many bytes the object takes", object_sizeof, NULL},
    {"__reduce__", "self, /", "the parts to make the object of again", reduce_call, NULL},
    {"__reduce_ex__", "self, protocol, /", "likewise, for a version of pickles", reduce_call_ex, NULL},
    {"__getstate__", "self, /", "what the object holds", reduce_call_state, NULL},
    {0},
};

static Value object_init_subclass(const NativeRow *row, Value *arguments) {
  (void)row;
  if (py_as_dict(arguments[1])->count == 0) return PY_NONE;
  return py_raise(&py_TypeError, "%s.__init_subclass__() takes no keyword arguments", py_as_type(arguments[0])->name);
}
static Value object_subclass_hook(const NativeRow *row, Value *arguments) {
  (void)row;
  (void)arguments;
  return PY_NOT_IMPLEMENTED;
}

static const NativeRow object_statics[] = {
    {"__new__", "cls, /, *args, **kwargs", "makes an instance without initializing it", object_new, NULL},
    {"__init_subclass__", "cls, /, **kwargs", "called when a class is derived", object_init_subclass, NULL},
    {"__subclasshook__", "cls, subclass, /", "asked by issubclass of abstract classes", object_subclass_hook, NULL},
    {0},
};

Value slots_object_new(void) { return py_type_lookup(&py_object_type, INTERNED("__new__")); }

Type py_object_type = {.name = "object", .module = "builtins", .size = sizeof(Object), .repr = object_repr,
                       .str = object_str, .hash = object_hash, .compare = object_compare, .format = object_format,
                       .signature = "", .construct = object_construct, .properties = object_properties,
                       .statics = object_statics, .methods = object_methods, .help = "The base of all classes."};

static Value none_repr(Value self) {
  (void)self;
  return py_text("None");
}
static int none_truth(Value self) {
  (void)self;
  return 0;
}
static bool none_hash(Value self, uint64_t *hash) {
  (void)self;
  *hash = 0xFCA86420;
  return true;
}
static Value none_construct(Type *type, Value *arguments) {
  (void)type;
  (void)arguments;
  return PY_NONE;
}
Type py_none_type = {.name = "NoneType", .size = sizeof(Object), .repr = none_repr, .truth = none_truth,
                     .hash = none_hash, .signature = "", .construct = none_construct};

static Value ellipsis_repr(Value self) {
  (void)self;
  return py_text("Ellipsis");
}
Type py_ellipsis_type = {.name = "ellipsis", .size = sizeof(Object), .repr = ellipsis_repr};

static Value not_implemented_repr(Value self) {
  (void)self;
  return py_text("NotImplemented");
}
Type py_not_implemented_type = {.name = "NotImplementedType", .size = sizeof(Object), .repr = not_implemented_repr};
