/* Attributes of objects as the interpreter remembers them between two runs of one instruction. Private to repl/types
 * and repl/language.
 *
 * A cache holds what the search in the class found. It is good for every object whose type has the cache's version:
 * versions are given once in the life of the process, and a class gets a new one whenever an attribute of it or of one
 * of its bases changes. What an instance's own dict holds is looked up each time, at the entry where the name was last;
 * it is found there if the entry's key is this very interned name. */
#ifndef NNSH_REPL_TYPES_LOOKUP_H
#define NNSH_REPL_TYPES_LOOKUP_H

#include "repl/types/containers.h"

typedef enum LookupKind {
  LOOKUP_INSTANCE, /* the instance's dict is asked first, and nothing in the class forbids to set the name there */
  LOOKUP_METHOD,   /* `value` is a function of the class that binds; the instance's dict goes before it */
  LOOKUP_GETTER,   /* `value` is a computed attribute of a native type */
  LOOKUP_PROPERTY  /* `value` is the getter of a property, a function of the program */
} LookupKind;

#define LOOKUP_EMPTY UINT64_MAX /* no type ever has it; 0 is the version of a type not yet used */

typedef struct LookupCache {
  String *name;     /* interned */
  uint64_t version; /* of the type that it is good for, or LOOKUP_EMPTY */
  Value value;      /* borrowed from the class */
  int32_t entry;
  uint8_t kind; /* LookupKind */
} LookupCache;

/* Gives the type, which must be ready, a new version. */
void lookup_renew(Type *type);
/* Fills a cache for reading (or, `store`, for setting) its name on objects of self's type, where the search is one of
 * the kinds above. May leave it as it was. */
void lookup_fill(LookupCache *cache, Value self, bool store);

/* What py_getattr, py_setattr and py_load_method do, after the quick ways below have failed. lookup_method gives the
 * function and the object to be put before its arguments (PY_UNDEFINED: none); both are new references. */
Value lookup_get(LookupCache *cache, Value self);
bool lookup_set(LookupCache *cache, Value self, Value value);
bool lookup_method(LookupCache *cache, Value self, Value *function, Value *bound);
/* Whether an instance's dict has the name. */
bool lookup_shadowed(const Dict *dict, String *name);

static inline Dict *lookup_dict(const Object *object) {
  return *(Dict *const *)(const void *)((const char *)object + object->type->dict_offset);
}
static inline bool lookup_good(const LookupCache *cache, Value self) {
  return self.tag == TAG_OBJECT && self.as.object->type->version == cache->version;
}

/* Where the value of an attribute is in the instance's own dict, or NULL (which says nothing). */
static inline Value *lookup_own(const LookupCache *cache, Value self) {
  if (!lookup_good(cache, self) || cache->kind != LOOKUP_INSTANCE) return NULL;
  const Dict *dict = lookup_dict(self.as.object);
  if (!dict || cache->entry >= dict->used) return NULL;
  DictEntry *entry = &dict->entries[cache->entry];
  return entry->key.tag == TAG_OBJECT && entry->key.as.object == &cache->name->head ? &entry->value : NULL;
}

/* An attribute of a module, at the entry of its dict where the name was last; NULL says nothing. Names that modules
 * have as objects (__dict__) go the long way. */
static inline const Value *lookup_in_module(const LookupCache *cache, Value self) {
  if (self.tag != TAG_OBJECT || self.as.object->type != &py_module_type || cache->name->data[0] == '_') return NULL;
  const Dict *dict = ((const Module *)self.as.object)->dict;
  if (cache->entry >= dict->used) return NULL;
  const DictEntry *entry = &dict->entries[cache->entry];
  return entry->key.tag == TAG_OBJECT && entry->key.as.object == &cache->name->head ? &entry->value : NULL;
}

/* Whether the cache's function is what self.name calls, with self before the arguments. */
static inline bool lookup_is_method(const LookupCache *cache, Value self) {
  if (!lookup_good(cache, self) || cache->kind != LOOKUP_METHOD) return false;
  if (!self.as.object->type->dict_offset) return true;
  const Dict *dict = lookup_dict(self.as.object);
  if (!dict) return true;
  if (dict->index || dict->mixed) return !lookup_shadowed(dict, cache->name);
  for (int64_t i = 0; i < dict->used; i++)
    if (dict->entries[i].key.as.object == &cache->name->head) return false;
  return true;
}

/* How a user's class is called where nothing stands in the way: an instance is allocated by py_new, then `*init`
 * (borrowed) is called with it before the arguments. False: by py_call. */
bool lookup_construction(Type *type, Value *init);

#endif
