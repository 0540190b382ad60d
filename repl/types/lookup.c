#include "repl/types/lookup.h"

#include "repl/types/class.h"
#include "repl/types/descriptor.h"
#include "repl/types/dict.h"
#include "repl/types/exception.h"
#include "repl/types/exception_types.h"
#include "repl/types/function.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"

void lookup_renew(Type *type) {
  static uint64_t versions;
  type->version = ++versions;
}

/* Whether reading an attribute follows the common order: class, instance's dict, class. */
static bool is_plain(const Type *type) {
  return !type->meta && type != &py_module_type && type != &py_super_type && !type->finds_itself;
}

static bool binds(Value found) {
  if (found.tag != TAG_OBJECT) return false;
  const Type *type = found.as.object->type;
  return type->get == py_method_get || (type == &py_native_type && ((Native *)found.as.object)->is_method &&
                                          ((Native *)found.as.object)->self.tag == TAG_UNDEFINED);
}

void lookup_fill(LookupCache *cache, Value self, bool store) {
  if (self.tag != TAG_OBJECT) return;
  Type *type = self.as.object->type;
  if (!is_plain(type) || !type->version || !cache->name->interned) return;
  if (store && type->setattr) return;
  Value found = py_type_lookup(type, cache->name);
  const Type *held = found.tag == TAG_OBJECT ? found.as.object->type : NULL;
  LookupKind kind = LOOKUP_INSTANCE;
  if (held && held->set && held->get) {
    /* An AttributeError of a computed attribute may lead to the class's __getattr__. */
    if (slots_getattr_is_user(type) || (store && held != &descriptor_member_type)) return;
    if (held == &descriptor_member_type && type->slots_offset) return;
    if (held == &descriptor_member_type) {
      kind = LOOKUP_INSTANCE; /* the attribute lies in the instance's dict */
    } else if (held == &descriptor_row_type) {
      kind = LOOKUP_GETTER;
    } else if (held == &py_property_type) {
      kind = LOOKUP_PROPERTY;
      found = ((Property *)found.as.object)->getter;
      if (found.tag != TAG_OBJECT) return;
    } else {
      return;
    }
  } else if (!store && binds(found)) {
    kind = LOOKUP_METHOD;
  } else if (!type->dict_offset || type->hides_dict || (held && held->set)) {
    return;
  }
  *cache = (LookupCache){cache->name, type->version, found, cache->entry, (uint8_t)kind};
}

/* The entry of a name in a dict that holds nothing but names; -1: it is not there. */
static int64_t entry_of(Dict *dict, String *name) {
  if (!dict->index) {
    for (int64_t i = 0; i < dict->used; i++)
      if (dict->entries[i].key.tag == TAG_OBJECT && dict->entries[i].key.as.object == &name->head) return i;
    return -1;
  }
  uint64_t hash;
  return dict_find_entry(dict, (Value){.tag = TAG_OBJECT, .as.object = &name->head}, &hash);
}

/* Remembers where a module's dict has the name. */
static void fill_module(LookupCache *cache, Value self) {
  if (self.tag != TAG_OBJECT || self.as.object->type != &py_module_type || !cache->name->interned) return;
  Dict *dict = ((Module *)self.as.object)->dict;
  int64_t at = dict->mixed ? -1 : entry_of(dict, cache->name);
  if (at >= 0) cache->entry = (int32_t)at;
}

bool lookup_shadowed(const Dict *dict, String *name) {
  return py_dict_find_name((Dict *)dict, name).tag != TAG_UNDEFINED;
}

Value lookup_get(LookupCache *cache, Value self) {
  if (lookup_good(cache, self) && cache->kind == LOOKUP_GETTER)
    return ((RowDescriptor *)cache->value.as.object)->row->get(self);
  if (lookup_good(cache, self) && cache->kind == LOOKUP_INSTANCE) {
    Dict *dict = lookup_dict(self.as.object);
    int64_t at = dict && !dict->mixed ? entry_of(dict, cache->name) : -1;
    if (at >= 0) {
      cache->entry = (int32_t)at;
      return py_keep(dict->entries[at].value);
    }
    return py_getattr(self, cache->name);
  }
  Value value = py_getattr(self, cache->name);
  lookup_fill(cache, self, false);
  fill_module(cache, self);
  return value;
}

bool lookup_set(LookupCache *cache, Value self, Value value) {
  if (!lookup_good(cache, self) || cache->kind != LOOKUP_INSTANCE) {
    bool set = py_setattr(self, cache->name, value);
    lookup_fill(cache, self, true);
    return set;
  }
  Dict *dict = py_instance_dict(self.as.object, true);
  if (!dict) return false;
  int64_t at = dict_set_name(dict, cache->name, value);
  if (at >= 0) cache->entry = (int32_t)at;
  return at >= 0;
}

bool lookup_method(LookupCache *cache, Value self, Value *function, Value *bound) {
  *bound = PY_UNDEFINED;
  if (self.tag == TAG_OBJECT && self.as.object->type == &py_super_type &&
      descriptor_super_method(self, cache->name, function, bound))
    return true;
  int binding = py_load_method(self, cache->name, function);
  if (binding < 0) return false;
  if (binding) *bound = py_keep(self);
  lookup_fill(cache, self, false);
  fill_module(cache, self);
  return true;
}

bool lookup_construction(Type *type, Value *init) {
  if (!type->heap || type->abstract) return false;
  const Type *native = class_native(type);
  if (native != &py_object_type &&
      (!native->init || native->construct || py_is_subtype(native, &py_BaseException)))
    return false;
  Value new = py_type_lookup(type, INTERNED("__new__"));
  if (new.tag != TAG_OBJECT || new.as.object != slots_object_new().as.object) return false;
  *init = py_type_lookup(type, INTERNED("__init__"));
  return init->tag == TAG_OBJECT;
}
