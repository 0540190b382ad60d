#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/names.h"
#include "repl/types/containers.h"
#include "repl/types/class.h"
#include "repl/types/construct.h"
#include "repl/types/descriptor.h"
#include "repl/types/exception.h"
#include "repl/types/exception_types.h"
#include "repl/types/function.h"
#include "repl/types/generic.h"
#include "repl/types/lookup.h"
#include "repl/types/object.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"
#include "repl/types/wrapper.h"

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

Type *class_first_native;
static Type *last_native;

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
  *(last_native ? &last_native->next_heap : &class_first_native) = type;
  last_native = type;
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

void slots_forget_below(const Type *type, const String *name) {
  for (Type *at = class_heap_types.next_heap; at; at = at->next_heap) {
    struct CacheEntry *entry = cache_entry(at, name);
    if (entry->name == name && entry->type == at && py_is_subtype(at, type)) entry->type = NULL;
  }
}

Value slots_own(Type *type, String *name) {
  if (!type->ready) py_type_ready(type);
  Value found = type->dict ? py_dict_find_name(type->dict, name) : PY_UNDEFINED;
  if (found.tag == TAG_UNDEFINED && !type->heap && name->data[0] == '_' && name->data[1] == '_') {
    bool makes = type->construct && type != &py_object_type && !py_is_subtype(type, &py_BaseException) &&
                 name == INTERNED("__new__");
    Value self = {.tag = TAG_OBJECT, .as.object = &type->head};
    Value wrapper = makes ? construct_native_new(self) : wrapper_of(type, name);
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

static Value type_repr(Value self) {
  Text text = {0};
  text_add(&text, "<class '");
  add_qualified_name(&text, py_as_type(self));
  text_add(&text, "'>");
  return py_text_take(&text);
}

Type py_type_type = {
    .head = {&py_type_type, 1}, .name = "type", .meta = true, .size = sizeof(Type), .repr = type_repr,
    .call = construct_call, .binary = generic_union,
    .getattr = class_getattr, .setattr = class_setattr, .traverse = type_traverse, .clear = type_clear,
    .dealloc = type_dealloc, .properties = class_properties, .methods = class_methods, .statics = class_statics,
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
