#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/names.h"
#include "repl/types/containers.h"
#include "repl/types/class.h"
#include "repl/types/descriptor.h"
#include "repl/types/exception.h"
#include "repl/types/exception_types.h"
#include "repl/types/function.h"
#include "repl/types/generic.h"
#include "repl/types/lookup.h"
#include "repl/types/object.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"

Type *py_scalar_types[ND_TYPE_COUNT];

/* Stand in for numpy's scalar types until the numpy module fills py_scalar_types. */
static Type scalar_fallbacks[ND_TYPE_COUNT] = {
#define TYPE_FALLBACK(tag, name_, ctype, kind) [tag] = {.name = name_, .module = "numpy", .base = &py_object_type},
    ND_TYPE_ROWS(TYPE_FALLBACK)
#undef TYPE_FALLBACK
};

static Type internal_type = {.name = "internal", .module = "builtins"};

Type *py_type_of_inline(Value value) {
  switch ((Tag)value.tag) {
  case TAG_OBJECT: return value.as.object->type;
  case TAG_INT: return &py_int_type;
  case TAG_FLOAT: return &py_float_type;
  case TAG_BOOL: return &py_bool_type;
  case TAG_NONE: return &py_none_type;
  case TAG_SCALAR:
    return py_scalar_types[value.type] ? py_scalar_types[value.type] : &scalar_fallbacks[value.type];
  case TAG_NOT_IMPLEMENTED: return &py_not_implemented_type;
  case TAG_ELLIPSIS: return &py_ellipsis_type;
  case TAG_ERROR:
  case TAG_UNDEFINED: break;
  }
  return &internal_type;
}

bool py_is_subtype(const Type *type, const Type *of) {
  if (type == of) return true;
  if (type->mro) {
    for (int64_t i = 0; i < type->mro->count; i++)
      if (type->mro->items[i].as.object == &of->head) return true;
    return false;
  }
  for (; type; type = type->base)
    if (type == of) return true;
  return of == &py_object_type;
}

bool py_is(Value value, const Type *type) {
  const Type *own = py_type_of(value);
  return own == type || py_is_subtype(own, type);
}

bool py_is_type(Value v) { return v.tag == TAG_OBJECT && v.as.object->type->meta; }

Value py_type_value(Type *type) {
  py_type_ready(type);
  type->head.references++;
  return py_object(type);
}

/* Adds rows under each of their names ("concatenate|concat"). */
static void add_under_names(Dict *dict, const char *names, Value value) {
  size_t length;
  for (const char *each; (each = names_next(&names, &length));) {
    String *name = py_intern_bytes(each, length);
    if (name) py_dict_set(dict, (Value){.tag = TAG_OBJECT, .as.object = &name->head}, value);
  }
  py_drop(value);
}

static void add_rows(Type *type) {
  Value made = py_dict();
  if (py_is_error(made)) return;
  Dict *dict = py_as_dict(made), *given = type->dict;
  for (const NativeRow *row = type->methods; row && row->name; row++)
    add_under_names(dict, row->name, function_method(row, type, false));
  for (const NativeRow *row = type->more_methods; row && row->name; row++)
    if (row->name[0] != '_') add_under_names(dict, row->name, function_method(row, type, false));
  for (const NativeRow *row = type->statics; row && row->name; row++)
    add_under_names(dict, row->name, function_static(row, type));
  for (const PropertyRow *row = type->properties; row && row->name; row++)
    add_under_names(dict, row->name, descriptor_row(row, type));
  if (type->compare && !type->hash) py_dict_set_name(dict, "__hash__", PY_NONE);
  if (given) {
    py_dict_update(dict, (Value){.tag = TAG_OBJECT, .as.object = &given->head});
    py_drop(py_object(given));
  }
  type->dict = dict;
}

#define TYPE_SLOTS(SLOT)                                                                                            \
  SLOT(dealloc) SLOT(traverse) SLOT(clear) SLOT(repr) SLOT(str) SLOT(truth) SLOT(call) SLOT(getattr) SLOT(setattr)  \
  SLOT(length) SLOT(getitem) SLOT(setitem) SLOT(contains) SLOT(iter) SLOT(next) SLOT(binary) SLOT(inplace)          \
  SLOT(unary) SLOT(format) SLOT(get) SLOT(set) SLOT(size) SLOT(dict_offset) SLOT(data)

void py_type_ready(Type *type) {
  if (type->ready) return;
  if (type->head.type == NULL) type->head.type = &py_type_type;
  type->head.references += (int64_t)1 << 40;
  if (type->base == NULL && type != &py_object_type) type->base = &py_object_type;
  Type *base = type->base;
  if (base) {
    py_type_ready(base);
    /* A type with a repr of its own but no str shows its repr, not its base's str. */
    bool own_repr = type->repr && !type->str && base != &py_object_type;
    if (!type->hash && !type->compare) type->hash = base->hash;
    if (!type->compare) type->compare = base->compare;
#define TYPE_INHERIT(slot) \
  if (!type->slot) type->slot = base->slot;
    Value (*own_str)(Value) = type->str;
    TYPE_SLOTS(TYPE_INHERIT)
#undef TYPE_INHERIT
    if (own_repr) type->str = own_str;
    if (!type->construct && !type->init && base != &py_object_type) {
      type->construct = base->construct;
      type->init = base->init;
      if (!type->signature) type->signature = base->signature;
    }
  }
  if (type->module == NULL) type->module = "builtins";
  type->ready = true;
  lookup_renew(type);
  add_rows(type);
}

/* Lookups along the bases, remembered. Names are interned and types do not move, so two pointers are the key. */
enum { CACHE_SIZE = 2048 };
static struct CacheEntry {
  const Type *type;
  String *name;
  Value value; /* borrowed from the class's dict */
} cache[CACHE_SIZE];

static struct CacheEntry *cache_entry(const Type *type, const String *name) {
  return &cache[(((uintptr_t)type >> 5) ^ ((uintptr_t)name >> 4)) & (CACHE_SIZE - 1)];
}

void slots_forget(String *name) {
  for (int i = 0; i < CACHE_SIZE; i++)
    if (name == NULL || cache[i].name == name) cache[i].type = NULL;
}

/* T.__new__(cls, ...) of a native type that constructs in one step: bound to T. */
static Value new_of_native(const NativeRow *row, Value *arguments) {
  (void)row;
  const Type *owner = py_as_type(arguments[0]);
  const Tuple *rest = py_as_tuple(arguments[1]);
  Dict *keywords = py_as_dict(arguments[2]);
  if (rest->count == 0) return py_raise(&py_TypeError, "%s.__new__(): not enough arguments", owner->name);
  if (!py_is_type(rest->items[0]))
    return py_raise(&py_TypeError, "%s.__new__(X): X is not a type object (%s)", owner->name,
                    py_type_label(py_type_of(rest->items[0])));
  Type *type = py_as_type(rest->items[0]);
  if (!py_is_subtype(type, owner))
    return py_raise(&py_TypeError, "%s.__new__(%s): %s is not a subtype of %s", owner->name, type->name, type->name,
                    owner->name);
  if (class_native(type) != owner) {
    if (owner == &py_tuple_type && rest->count == 2 && py_type_lookup(type, py_intern("_make")).tag == TAG_OBJECT)
      return py_call_method(rest->items[0], "_make", &rest->items[1], 1);
    return py_raise(&py_TypeError, "%s.__new__(%s) is not safe, use %s.__new__()", owner->name, py_type_label(type),
                    py_type_label(class_native(type)));
  }
  String *names[keywords->count + 1];
  Value values[keywords->count + 1], key, value;
  Arguments given = {.positional = rest->items + 1, .count = (int)rest->count - 1, .keyword_names = names,
                     .keyword_values = values};
  for (int64_t i = 0; py_dict_next(keywords, &i, &key, &value);) {
    names[given.keyword_count] = py_as_string(key);
    values[given.keyword_count++] = value;
  }
  return class_allocate(type, &given);
}
static const NativeRow new_row = {"__new__", "self, /, *args, **kwargs", "makes an instance", new_of_native, NULL};

Value slots_own(Type *type, String *name) {
  if (!type->ready) py_type_ready(type);
  Value found = type->dict ? py_dict_find_name(type->dict, name) : PY_UNDEFINED;
  if (found.tag == TAG_UNDEFINED && !type->heap && name->data[0] == '_' && name->data[1] == '_') {
    bool makes = type->construct && type != &py_object_type && !py_is_subtype(type, &py_BaseException) &&
                 name == INTERNED("__new__");
    Value self = {.tag = TAG_OBJECT, .as.object = &type->head};
    Value wrapper = makes ? py_native(&new_row, self, type->module) : slots_wrapper(type, name);
    if (wrapper.tag == TAG_OBJECT) {
      py_dict_set(type->dict, (Value){.tag = TAG_OBJECT, .as.object = &name->head}, wrapper);
      py_drop(wrapper);
      found = wrapper; /* the dict holds it now */
    }
  }
  return found;
}

Value py_type_lookup(const Type *constant, String *name) {
  Type *type = (Type *)constant;
  if (!name->interned) {
    name = py_intern_bytes(name->data, (size_t)name->length);
    if (!name) return PY_UNDEFINED;
  }
  struct CacheEntry *entry = cache_entry(type, name);
  if (entry->type == type && entry->name == name) return entry->value;
  Value found = PY_UNDEFINED;
  if (type->mro) {
    for (int64_t i = 0; i < type->mro->count && found.tag == TAG_UNDEFINED; i++)
      found = slots_own((Type *)type->mro->items[i].as.object, name);
  } else {
    for (Type *at = type; at && found.tag == TAG_UNDEFINED; at = at->base) {
      if (!at->ready) py_type_ready(at);
      found = slots_own(at, name);
    }
  }
  *entry = (struct CacheEntry){type, name, found};
  return found;
}

/* type: the type of classes. */

static bool type_traverse(Object *self, PyVisit visit, void *context) {
  Type *type = (Type *)self;
  if (!type->heap) return true;
  if (type->dict) visit(&type->dict->head, context);
  if (type->mro) visit(&type->mro->head, context);
  if (type->bases) visit(&type->bases->head, context);
  if (type->base) visit(&type->base->head, context);
  return true;
}

/* The base stays: instances that are cleared after their class ask for the native type that it stands on. */
static void type_clear(Object *self) {
  Type *type = (Type *)self;
  if (!type->heap) return;
  slots_forget(NULL);
  lookup_renew(type);
  if (type->dict) py_dict_clear(type->dict);
}

static void type_dealloc(Object *self) {
  Type *type = (Type *)self;
  slots_forget(NULL);
  if (type->next_heap) type->next_heap->previous_heap = type->previous_heap;
  if (type->previous_heap) type->previous_heap->next_heap = type->next_heap;
  if (type->dict) py_drop(py_object(type->dict));
  if (type->mro) py_drop(py_object(type->mro));
  if (type->bases) py_drop(py_object(type->bases));
  if (type->base) py_drop((Value){.tag = TAG_OBJECT, .as.object = &type->base->head});
  core_free((char *)type->name);
  core_free((char *)type->qualified_name);
  core_free((char *)type->module);
}

/* "keras.layers.Dense"; without the module for builtins. */
static void add_qualified_name(Text *text, const Type *type) {
  if (strcmp(type->module, "builtins") != 0) text_addf(text, "%s.", type->module);
  text_add(text, class_qualified_name(type));
}

static bool type_setattr(Value self, String *name, Value value);

/* __doc__ and __module__ of a class of the user are entries of its dict. */
static bool set_entry(Value self, String *name, Value value) {
  Type *type = py_as_type(self);
  if (!type->heap) {
    py_raise(&py_TypeError, "cannot set '%s' attribute of immutable type '%s'", name->data, type->name);
    return false;
  }
  return type_setattr(self, name, value);
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

static Value type_repr(Value self) {
  Text text = {0};
  text_add(&text, "<class '");
  add_qualified_name(&text, py_as_type(self));
  text_add(&text, "'>");
  return py_text_take(&text);
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
static Value get_dict(Value self) {
  Type *type = py_as_type(self);
  return type->dict ? py_dict_copy(type->dict) : py_dict();
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
  return type_setattr(self, INTERNED("__annotations__"), value);
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

static const PropertyRow type_properties[] = {
    {"__name__", "the class's name", get_name, set_name},
    {"__qualname__", "its name with those of the classes and functions around it", get_qualified_name,
     set_qualified_name},
    {"__module__", "the module that defined the class", get_module, set_module},
    {"__base__", "the first base", get_base, NULL},
    {"__bases__", "the bases as written", get_bases, NULL},
    {"__mro__", "the order in which attributes are looked up", get_mro, NULL},
    {"__doc__", "the class's help text", get_doc, set_doc},
    {"__dict__", "a copy of the class's attributes", get_dict, NULL},
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
static const NativeRow type_statics[] = {
    {"__prepare__", "*args, **kwargs", "the namespace that a class body fills", call_prepare, NULL}, {0}};

static const NativeRow type_methods[] = {
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

static bool type_setattr(Value self, String *name, Value value) {
  Type *type = py_as_type(self);
  if (!type->heap) {
    py_raise(&py_TypeError, "cannot set '%s' attribute of immutable type '%s'", name->data, type->name);
    return false;
  }
  if (!name->interned) name = py_intern_bytes(name->data, (size_t)name->length);
  Value key = {.tag = TAG_OBJECT, .as.object = &name->head};
  /* A count kept in the class: what the interpreter remembers of classes does not depend on such values. */
  bool counts = is_plain_value(value) && is_plain_value(py_dict_find_name(type->dict, name)) && name->data[0] != '_';
  for (Type *at = class_heap_types.next_heap; at; at = at->next_heap) {
    struct CacheEntry *entry = cache_entry(at, name);
    if (entry->name == name && entry->type == at && py_is_subtype(at, type)) entry->type = NULL;
  }
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

/* A construction failed: what another way to make it gives, or the failure. */
static Value rescued(Type *type, const Arguments *arguments) {
  Value result = function_rescue ? function_rescue(type, NULL, arguments) : PY_UNDEFINED;
  return py_is_undefined(result) ? PY_ERROR : result;
}

/* Type(...): `type(x)` tells a type; other classes make instances. */
static Value construct_native(Type *type, Type *native, const Arguments *arguments) {
  if (!native->construct && !native->init)
    return py_raise(&py_TypeError, "cannot create '%s' instances", type->name);
  function_observe(native->module, native->name, "__init__");
  const Signature *signature = native->parsed;
  if (!signature) {
    signature = native->parsed = signature_of(native->signature ? native->signature : "");
    native->builtin = strcmp(native->module, "builtins") == 0;
  }
  if (!signature) return py_raise(&py_SystemError, "the signature of %s is malformed", native->name);
  Value slots[signature->count + 1];
  char name[160];
  const bool builtin = native->builtin;
  if (!builtin) snprintf(name, sizeof name, "%s.__init__", type->name);
  if (signature->count == 0 && arguments->count + arguments->keyword_count &&
      (type == &py_none_type || type == &py_ellipsis_type || type == &py_not_implemented_type))
    return py_raise(&py_TypeError, "%s takes no arguments", type->name);
  BindNames names = {builtin ? type->name : name, NULL, builtin ? 0 : 1, builtin, true};
  if (!function_bind(signature, &names, arguments, slots)) return rescued(type, arguments);
  Value result;
  if (native->construct) {
    result = native->construct(type, slots);
  } else {
    result = py_object(py_new(type));
    if (!py_is_error(result) && !native->init(result, slots)) {
      py_drop(result);
      result = PY_ERROR;
    }
  }
  function_drop(slots, signature->count);
  if (py_is_error(result)) return rescued(type, arguments);
  if (arguments->count >= 3 && function_notice) function_notice(type, arguments);
  return result;
}

Value class_allocate(Type *type, const Arguments *arguments) {
  Type *native = type;
  while (native->heap) native = native->base;
  if (py_is_subtype(native, &py_BaseException)) return exception_allocate(type, arguments);
  if (type->abstract) return class_refuse_abstract(type);
  if (native == &py_type_type) return class_from_call(type, arguments);
  if (native == &py_object_type || (native->init && !native->construct)) return py_object(py_new(type));
  return construct_native(type, native, arguments);
}

static Value construct_user(Type *type, const Arguments *arguments) {
  Value new = py_type_lookup(type, INTERNED("__new__"));
  Value init = py_type_lookup(type, INTERNED("__init__"));
  Value plain_new = slots_object_new();
  bool user_init = init.tag == TAG_OBJECT && init.as.object->type != &py_wrapper_type;
  Value self;
  if (new.tag == TAG_OBJECT && new.as.object != plain_new.as.object) {
    Value function = new.as.object->type->get ? new.as.object->type->get(new, PY_UNDEFINED, type) : py_keep(new);
    if (py_is_error(function)) return function;
    Value items[arguments->count + 1];
    items[0] = (Value){.tag = TAG_OBJECT, .as.object = &type->head};
    if (arguments->count) memcpy(items + 1, arguments->positional, sizeof(Value) * (size_t)arguments->count);
    Arguments with_class = *arguments;
    with_class.positional = items;
    with_class.count++;
    self = py_call(function, &with_class);
    py_drop(function);
    if (py_is_error(self) || !py_is(self, type)) return self;
    if (py_type_of(self) != type) { /* __new__ made an instance of a derived class: its own __init__ */
      init = py_type_lookup(py_type_of(self), INTERNED("__init__"));
      user_init = init.tag == TAG_OBJECT && init.as.object->type != &py_wrapper_type;
    }
  } else {
    Type *native = type;
    while (native->heap) native = native->base;
    if (native == &py_object_type && !user_init && arguments->count + arguments->keyword_count > 0)
      return py_raise(&py_TypeError, "%s() takes no arguments", type->name);
    self = class_allocate(type, arguments);
    if (py_is_error(self)) return self;
  }
  bool ok = true;
  if (user_init) {
    Value items[arguments->count + 1];
    items[0] = self;
    if (arguments->count) memcpy(items + 1, arguments->positional, sizeof(Value) * (size_t)arguments->count);
    Arguments with_self = *arguments;
    with_self.positional = items;
    with_self.count++;
    Value result = py_call(init, &with_self);
    if (!py_is_error(result) && !py_is_none(result))
      py_raise(&py_TypeError, "__init__() should return None, not '%s'", py_type_label(py_type_of(result)));
    ok = py_is_none(result);
    py_drop(result);
  } else if (init.tag == TAG_OBJECT) {
    Type *native = type;
    while (native->heap) native = native->base;
    if (native->init && !native->construct) ok = slots_native_init(native, self, arguments);
  }
  if (ok) return self;
  py_drop(self);
  return PY_ERROR;
}

static Value type_call(Value self, const Arguments *arguments) {
  Type *type = py_as_type(self);
  if (type->heap) return type->meta && arguments->count == 1 && arguments->keyword_count == 0 &&
                                  py_type_lookup(type, INTERNED("__new__")).as.object == slots_object_new().as.object
                             ? py_raise(&py_TypeError, "type.__new__() takes exactly 3 arguments (1 given)")
                             : construct_user(type, arguments);
  if (type == &py_object_type && arguments->count + arguments->keyword_count > 0)
    return py_raise(&py_TypeError, "object() takes no arguments");
  if (type->from_one && arguments->count == 1 && arguments->keyword_count == 0) {
    function_observe(type->module, type->name, "__init__");
    Value made = type->from_one(arguments->positional[0]);
    return py_is_error(made) ? rescued(type, arguments) : made;
  }
  if (type == &py_dict_type && arguments->count == 0) { /* dict(a=1, b=2): the keywords are the items */
    function_observe(type->module, type->name, "__init__");
    Value made = py_dict();
    for (int i = 0; !py_is_error(made) && i < arguments->keyword_count; i++) {
      Value key = {.tag = TAG_OBJECT, .as.object = &arguments->keyword_names[i]->head};
      if (py_dict_set(py_as_dict(made), key, arguments->keyword_values[i])) continue;
      py_drop(made);
      return PY_ERROR;
    }
    return made;
  }
  if (type != &py_type_type) return construct_native(type, type, arguments);
  if (arguments->count == 1 && arguments->keyword_count == 0)
    return py_type_value(py_type_of(arguments->positional[0]));
  if (arguments->count != 3) return py_raise(&py_TypeError, "type() takes 1 or 3 arguments");
  return class_from_call(type, arguments);
}

Type py_type_type = {
    .head = {&py_type_type, 1}, .name = "type", .meta = true, .size = sizeof(Type), .repr = type_repr,
    .call = type_call, .binary = generic_union,
    .getattr = class_getattr, .setattr = type_setattr, .traverse = type_traverse, .clear = type_clear,
    .dealloc = type_dealloc, .properties = type_properties, .methods = type_methods, .statics = type_statics,
    .help = "type(object): the class of an object",
};

const char *py_type_label(const Type *type) {
  static char texts[4][96];
  static int at;
  const char *module = type->module;
  if (type->heap) {
    Value named = py_type_lookup(type, py_intern("__module__"));
    module = py_is_str(named) ? py_as_string(named)->data : NULL;
  }
  /* In CPython these are written in C, and their types carry the module in their names. */
  static const char *const native[] = {"numpy", "datetime", "decimal", "itertools", "array"};
  bool known = false;
  for (size_t i = 0; module && i < sizeof native / sizeof *native; i++)
    known = known || (strcmp(module, native[i]) == 0 && !(i == 0 && type->heap));
  if (!known) return type->name;
  char *text = texts[at++ % 4];
  snprintf(text, sizeof texts[0], "%s.%s", module, type->name);
  return text;
}
