/* dict: entries in the order of insertion, and beyond SMALL of them an index with open addressing. */
#include <string.h>

#include "engine/core/signature.h"
#include "repl/types/block.h"
#include "repl/types/dict.h"
#include "repl/types/exception.h"
#include "repl/types/iterator.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"
#include "repl/types/str.h"

enum { SMALL = 8, NOT_FOUND = -1, FAILED = -2 };

static uint64_t versions; /* of all dicts together, so that a new dict never has an old one's */

bool py_is_dict(Value v) {
  return v.tag == TAG_OBJECT && (v.as.object->type == &py_dict_type || py_is_subtype(v.as.object->type, &py_dict_type));
}

static bool traverse(Object *self, PyVisit visit, void *context) {
  Dict *dict = (Dict *)self;
  for (int64_t i = 0; i < dict->used; i++) {
    if (dict->entries[i].key.tag == TAG_UNDEFINED) continue;
    if (dict->entries[i].key.tag == TAG_OBJECT) visit(dict->entries[i].key.as.object, context);
    if (dict->entries[i].value.tag == TAG_OBJECT) visit(dict->entries[i].value.as.object, context);
  }
  return true;
}

void py_dict_clear(Dict *dict) {
  DictEntry *entries = dict->entries;
  int64_t used = dict->used;
  int32_t *index = dict->index;
  dict->entries = NULL;
  dict->index = NULL;
  dict->count = dict->used = dict->capacity = dict->index_size = 0;
  dict->mixed = false;
  dict->version = ++versions;
  for (int64_t i = 0; i < used; i++) {
    if (entries[i].key.tag == TAG_UNDEFINED) continue;
    py_drop(entries[i].key);
    py_drop(entries[i].value);
  }
  block_put(entries);
  block_put(index);
}

static void clear(Object *self) { py_dict_clear((Dict *)self); }

Value py_dict(void) {
  Dict *dict = py_new(&py_dict_type);
  if (!dict) return PY_ERROR;
  dict->version = ++versions;
  return py_object(dict);
}

static void index_put(Dict *dict, uint64_t hash, int32_t at) {
  uint64_t mask = (uint64_t)dict->index_size - 1, place = hash & mask;
  for (uint64_t perturb = hash; dict->index[place] >= 0; place = (place * 5 + 1 + (perturb >>= 5)) & mask) {
  }
  dict->index[place] = at;
}

/* Gives the dict room for one more entry: squeezes deleted ones out or doubles, and makes the index again. */
static bool grow(Dict *dict) {
  int64_t capacity = dict->count * 2 > dict->capacity ? dict->capacity * 2 : dict->capacity;
  if (capacity < 4) capacity = 4;
  if (capacity > INT32_MAX / 4) {
    py_raise(&py_MemoryError, "a dict of %lld entries is too large", (long long)dict->count);
    return false;
  }
  int64_t index_size = 0;
  if (capacity > SMALL)
    for (index_size = 32; index_size * 2 < capacity * 3; index_size *= 2) {
    }
  DictEntry *entries = block_get(sizeof *entries * (size_t)capacity);
  int32_t *index = index_size ? block_get(sizeof *index * (size_t)index_size) : NULL;
  if (!entries || (index_size && !index)) {
    block_put(entries);
    block_put(index);
    py_raise(&py_MemoryError, "Unable to allocate a dict of %lld entries", (long long)capacity);
    return false;
  }
  int64_t used = 0;
  for (int64_t i = 0; i < dict->used; i++)
    if (dict->entries[i].key.tag != TAG_UNDEFINED) entries[used++] = dict->entries[i];
  block_put(dict->entries);
  block_put(dict->index);
  dict->entries = entries;
  dict->index = index;
  dict->index_size = index_size;
  dict->capacity = capacity;
  dict->used = used;
  if (index) {
    memset(index, 0xFF, sizeof *index * (size_t)index_size);
    for (int64_t i = 0; i < used; i++) index_put(dict, entries[i].hash, (int32_t)i);
  }
  return true;
}

static bool same_string(const String *a, const String *b) {
  if (a == b) return true;
  if (a->interned && b->interned) return false;
  return a->length == b->length && memcmp(a->data, b->data, (size_t)a->length) == 0;
}

/* Whether entry `at` holds the key; -1 where a comparison raised. A comparison may run the user's code, which may
 * change the dict: the caller starts again then. */
static int entry_matches(Dict *dict, int64_t at, Value key, uint64_t hash, bool *changed) {
  DictEntry *entry = &dict->entries[at];
  if (entry->hash != hash || entry->key.tag == TAG_UNDEFINED) return 0;
  Value own = entry->key;
  if (own.tag == key.tag && own.as.natural == key.as.natural && own.tag != TAG_SCALAR) return 1;
  if (own.tag == TAG_OBJECT && key.tag == TAG_OBJECT && own.as.object->type == &py_str_type &&
      key.as.object->type == &py_str_type)
    return same_string(py_as_string(own), py_as_string(key));
  uint64_t version = dict->version;
  py_keep(own);
  int equal = py_equal(own, key);
  py_drop(own);
  *changed = dict->version != version;
  return equal;
}

/* Strs and ints are told from their like without a call. A key of another kind that has the same hash ends the search:
 * FAILED, without an exception. */
static int64_t find_text(const Dict *dict, const String *key, uint64_t hash) {
  uint64_t mask = (uint64_t)dict->index_size - 1, place = hash & mask, perturb = hash;
  for (int64_t i = 0; dict->index || i < dict->used; i++, place = (place * 5 + 1 + (perturb >>= 5)) & mask) {
    int64_t at = i;
    if (dict->index && (at = dict->index[place]) < 0) return NOT_FOUND;
    const DictEntry *entry = &dict->entries[at];
    if (entry->hash != hash || entry->key.tag == TAG_UNDEFINED) continue;
    if (entry->key.tag != TAG_OBJECT) return FAILED;
    if (entry->key.as.object == &key->head) return at;
    if (entry->key.as.object->type != &py_str_type) return FAILED;
    if (same_string(py_as_string(entry->key), key)) return at;
  }
  return NOT_FOUND;
}

static int64_t find_int(const Dict *dict, int64_t key, uint64_t hash) {
  uint64_t mask = (uint64_t)dict->index_size - 1, place = hash & mask, perturb = hash;
  for (int64_t i = 0; dict->index || i < dict->used; i++, place = (place * 5 + 1 + (perturb >>= 5)) & mask) {
    int64_t at = i;
    if (dict->index && (at = dict->index[place]) < 0) return NOT_FOUND;
    const DictEntry *entry = &dict->entries[at];
    if (entry->hash != hash || entry->key.tag == TAG_UNDEFINED) continue;
    if (entry->key.tag != TAG_INT) return FAILED;
    if (entry->key.as.integer == key) return at;
  }
  return NOT_FOUND;
}

static int64_t find_simple(const Dict *dict, Value key, uint64_t hash) {
  if (key.tag == TAG_INT) return find_int(dict, key.as.integer, hash);
  if (key.tag != TAG_OBJECT || key.as.object->type != &py_str_type) return FAILED;
  return find_text(dict, py_as_string(key), hash);
}

static int64_t find_hashed(Dict *dict, Value key, uint64_t hash) {
  int64_t simple = find_simple(dict, key, hash);
  if (simple != FAILED) return simple;
again:;
  bool changed = false;
  if (!dict->index) {
    for (int64_t i = 0; i < dict->used; i++) {
      int matches = entry_matches(dict, i, key, hash, &changed);
      if (matches < 0) return FAILED;
      if (changed) goto again;
      if (matches) return i;
    }
    return NOT_FOUND;
  }
  uint64_t mask = (uint64_t)dict->index_size - 1, place = hash & mask;
  for (uint64_t perturb = hash;; place = (place * 5 + 1 + (perturb >>= 5)) & mask) {
    int32_t at = dict->index[place];
    if (at < 0) return NOT_FOUND;
    int matches = entry_matches(dict, at, key, hash, &changed);
    if (matches < 0) return FAILED;
    if (changed) goto again;
    if (matches) return at;
  }
}

Value *py_dict_find_simple(Dict *dict, Value key) {
  uint64_t hash;
  if (key.tag != TAG_INT && (key.tag != TAG_OBJECT || key.as.object->type != &py_str_type)) return NULL;
  py_hash(key, &hash);
  int64_t at = find_simple(dict, key, hash);
  return at >= 0 ? &dict->entries[at].value : NULL;
}

int64_t dict_find_entry(Dict *dict, Value key, uint64_t *hash) {
  if (!py_hash(key, hash)) return FAILED;
  return dict->count ? find_hashed(dict, key, *hash) : NOT_FOUND;
}

Value py_dict_find(Dict *dict, Value key) {
  uint64_t hash;
  int64_t at = dict_find_entry(dict, key, &hash);
  if (at == FAILED) return PY_ERROR;
  return at < 0 ? PY_UNDEFINED : dict->entries[at].value;
}

Value py_dict_find_name(Dict *dict, String *name) {
  if (!dict->count) return PY_UNDEFINED;
  if (!dict->index) {
    for (int64_t i = 0; i < dict->used; i++)
      if (dict->entries[i].key.as.object == &name->head && dict->entries[i].key.tag == TAG_OBJECT)
        return dict->entries[i].value;
    if (!dict->mixed && name->interned) return PY_UNDEFINED;
    /* The key may be an equal str that is not the same object. */
  }
  int64_t at = find_hashed(dict, (Value){.tag = TAG_OBJECT, .as.object = &name->head}, str_hash(name));
  return at < 0 ? PY_UNDEFINED : dict->entries[at].value;
}

/* A key that is not there yet. */
static bool append(Dict *dict, Value key, uint64_t hash, Value value) {
  if (dict->used == dict->capacity && !grow(dict)) return false;
  dict->entries[dict->used] = (DictEntry){py_keep(key), py_keep(value), hash};
  if (dict->index) index_put(dict, hash, (int32_t)dict->used);
  if (key.tag != TAG_OBJECT || key.as.object->type != &py_str_type || !py_as_string(key)->interned) dict->mixed = true;
  dict->used++;
  dict->count++;
  dict->version = ++versions;
  return true;
}

bool dict_set_hashed(Dict *dict, Value key, uint64_t hash, Value value) {
  int64_t at = dict->count ? find_hashed(dict, key, hash) : NOT_FOUND;
  if (at == FAILED) return false;
  if (at >= 0) {
    Value before = dict->entries[at].value;
    dict->entries[at].value = py_keep(value);
    py_drop(before);
    return true;
  }
  return append(dict, key, hash, value);
}

int64_t dict_set_name(Dict *dict, String *name, Value value) {
  Value key = {.tag = TAG_OBJECT, .as.object = &name->head};
  int64_t at = NOT_FOUND;
  if (dict->mixed || dict->index) {
    at = find_hashed(dict, key, name->hash);
    if (at == FAILED) return -1;
  } else {
    for (int64_t i = 0; i < dict->used && at < 0; i++)
      if (dict->entries[i].key.tag == TAG_OBJECT && dict->entries[i].key.as.object == &name->head) at = i;
  }
  if (at < 0) return append(dict, key, name->hash, value) ? dict->used - 1 : -1;
  Value before = dict->entries[at].value;
  dict->entries[at].value = py_keep(value);
  py_drop(before);
  return at;
}

bool py_dict_set(Dict *dict, Value key, Value value) {
  uint64_t hash;
  return py_hash(key, &hash) && dict_set_hashed(dict, key, hash, value);
}

bool py_dict_set_name(Dict *dict, const char *name, Value value) {
  String *interned = py_intern(name);
  if (!interned) {
    py_raise(&py_MemoryError, "Unable to allocate a name");
    return false;
  }
  return dict_set_hashed(dict, (Value){.tag = TAG_OBJECT, .as.object = &interned->head}, str_hash(interned), value);
}

bool py_dict_set_steal(Dict *dict, const char *name, Value value) {
  if (py_is_error(value)) return false;
  bool ok = py_dict_set_name(dict, name, value);
  py_drop(value);
  return ok;
}

/* The entry stays as a deleted one, so the index keeps leading over it. */
void dict_delete_entry(Dict *dict, int64_t at, Value *key, Value *value) {
  *key = dict->entries[at].key;
  *value = dict->entries[at].value;
  dict->entries[at].key = PY_UNDEFINED;
  dict->entries[at].value = PY_UNDEFINED;
  dict->count--;
  dict->version = ++versions;
  if (dict->count == 0 && !dict->index) {
    dict->used = 0;
  } else if (at == dict->used - 1 && !dict->index) {
    dict->used--;
  }
}

int py_dict_delete(Dict *dict, Value key) {
  uint64_t hash;
  int64_t at = dict_find_entry(dict, key, &hash);
  if (at < 0) return at == FAILED ? -1 : 0;
  Value own, value;
  dict_delete_entry(dict, at, &own, &value);
  py_drop(own);
  py_drop(value);
  return 1;
}

bool py_dict_next(Dict *dict, int64_t *at, Value *key, Value *value) {
  while (*at < dict->used) {
    DictEntry *entry = &dict->entries[(*at)++];
    if (entry->key.tag == TAG_UNDEFINED) continue;
    *key = entry->key;
    *value = entry->value;
    return true;
  }
  return false;
}

Value py_dict_copy(Dict *dict) {
  Value copy = py_dict();
  if (py_is_error(copy)) return copy;
  for (int64_t i = 0; i < dict->used; i++) {
    DictEntry *entry = &dict->entries[i];
    if (entry->key.tag == TAG_UNDEFINED) continue;
    if (!dict_set_hashed(py_as_dict(copy), entry->key, entry->hash, entry->value)) {
      py_drop(copy);
      return PY_ERROR;
    }
  }
  return copy;
}

static bool update_from_pairs(Dict *dict, Value iterable) {
  Value iterator = py_iter(iterable);
  if (py_is_error(iterator)) return false;
  bool ok = true;
  for (int64_t i = 0; ok; i++) {
    Value pair = py_next(iterator);
    if (pair.tag == TAG_UNDEFINED) break;
    if (py_is_error(pair)) {
      ok = false;
      break;
    }
    Type *type = py_type_of(pair);
    Value items = type->iter || type->getitem ? py_to_list(pair) : PY_UNDEFINED;
    if (py_is_error(items) && py_pending_is(&py_TypeError)) {
      py_clear_pending();
      items = PY_UNDEFINED;
    }
    py_drop(pair);
    if (items.tag == TAG_UNDEFINED) {
      py_raise(&py_TypeError, "cannot convert dictionary update sequence element #%lld to a sequence", (long long)i);
      ok = false;
    } else if (py_is_error(items)) {
      ok = false;
    } else if (py_as_list(items)->count != 2) {
      py_raise(&py_ValueError, "dictionary update sequence element #%lld has length %lld; 2 is required", (long long)i,
               (long long)py_as_list(items)->count);
      ok = false;
    } else {
      ok = py_dict_set(dict, py_as_list(items)->items[0], py_as_list(items)->items[1]);
    }
    py_drop(items);
  }
  py_drop(iterator);
  return ok;
}

static bool update_from_keys(Dict *dict, Value mapping) {
  Value keys = py_call_method(mapping, "keys", NULL, 0);
  Value list = py_is_error(keys) ? keys : py_to_list(keys);
  py_drop(keys);
  if (py_is_error(list)) return false;
  bool ok = true;
  for (int64_t i = 0; ok && i < py_as_list(list)->count; i++) {
    Value key = py_as_list(list)->items[i], value = py_getitem(mapping, key);
    ok = !py_is_error(value) && py_dict_set(dict, key, value);
    py_drop(value);
  }
  py_drop(list);
  return ok;
}

bool py_dict_update(Dict *dict, Value other) {
  /* A class of the user that iterates in its own way is asked for its keys. */
  if (py_is_dict(other) && py_type_of(other)->iter == py_dict_type.iter) {
    Dict *from = py_as_dict(other);
    const int64_t count = from->count;
    for (int64_t i = 0; i < from->used; i++) {
      DictEntry entry = from->entries[i];
      if (entry.key.tag == TAG_UNDEFINED) continue;
      py_keep(entry.key); /* comparing it may run the user's code, which may drop it here */
      py_keep(entry.value);
      bool good = dict_set_hashed(dict, entry.key, entry.hash, entry.value);
      py_drop(entry.key);
      py_drop(entry.value);
      if (!good) return false;
      if (from->count != count && from != dict) {
        py_raise(&py_RuntimeError, "dict mutated during update");
        return false;
      }
    }
    return true;
  }
  Value keys = py_find_attr(other, py_intern("keys"));
  if (py_is_error(keys)) return false;
  py_drop(keys);
  return keys.tag == TAG_UNDEFINED ? update_from_pairs(dict, other) : update_from_keys(dict, other);
}

static Value repr(Value self) {
  if (!py_enter_repr(self.as.object)) return py_pending() ? PY_ERROR : py_text("{...}");
  Dict *dict = py_as_dict(self);
  Text text = {0};
  bool ok = true, first = true;
  Value key, value;
  text_add_char(&text, '{');
  for (int64_t i = 0; ok && py_dict_next(dict, &i, &key, &value); first = false) {
    if (!first) text_add(&text, ", ");
    py_keep(key);
    py_keep(value);
    ok = py_repr_to(&text, key);
    text_add(&text, ": ");
    ok = ok && py_repr_to(&text, value);
    py_drop(key);
    py_drop(value);
  }
  text_add_char(&text, '}');
  py_leave_repr(self.as.object);
  if (ok) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}

static Value compare(CompareOp op, Value a, Value b) {
  if ((op != OP_EQ && op != OP_NE) || !py_is_dict(b)) return PY_NOT_IMPLEMENTED;
  Dict *x = py_as_dict(a), *y = py_as_dict(b);
  if (x->count != y->count) return py_bool(op == OP_NE);
  if (!py_enter_call()) return PY_ERROR;
  int equal = 1;
  Value key, value;
  for (int64_t i = 0; equal > 0 && py_dict_next(x, &i, &key, &value);) {
    py_keep(key);
    py_keep(value);
    Value other = py_dict_find(y, key);
    if (other.tag == TAG_UNDEFINED || py_is_error(other)) {
      equal = py_is_error(other) ? -1 : 0;
    } else {
      py_keep(other);
      equal = py_equal(value, other);
      py_drop(other);
    }
    py_drop(key);
    py_drop(value);
  }
  py_leave_call();
  return equal < 0 ? PY_ERROR : py_bool(equal == (op == OP_EQ));
}

static int truth(Value self) { return py_as_dict(self)->count > 0; }
static int64_t length(Value self) { return py_as_dict(self)->count; }

/* A key that is not there may be one that is, misspelt or cut short: history.history['acc'] for 'accuracy'. Only small
 * dicts are looked through, so that a loop that lives by KeyError stays fast. */
static void hint_near_key(Dict *dict, Value key) {
  enum { MOST_KEYS = 32, LEAST_LETTERS = 3 };
  if (!py_is_str(key) || dict->count > MOST_KEYS) return;
  const char *wanted = py_as_string(key)->data, *best = NULL;
  size_t length = strlen(wanted);
  if (length < LEAST_LETTERS) return;
  int nearest = length > 4 ? 3 : 2;
  int64_t at = 0;
  Value each, value;
  while (py_dict_next(dict, &at, &each, &value)) {
    if (!py_is_str(each)) continue;
    const char *name = py_as_string(each)->data;
    int distance = strncmp(name, wanted, length) == 0 ? 1 : name_distance(wanted, name);
    if (distance < nearest) nearest = distance, best = name;
  }
  if (best) py_hint("did you mean '%s'?", best);
}

static Value getitem(Value self, Value key) {
  Value found = py_dict_find(py_as_dict(self), key);
  if (found.tag != TAG_UNDEFINED) return py_keep(found);
  if (self.as.object->type != &py_dict_type) {
    String *missing = py_intern("__missing__");
    if (py_type_lookup(self.as.object->type, missing).tag != TAG_UNDEFINED) return slots_call(self, missing, &key, 1);
  }
  py_raise_key(key);
  hint_near_key(py_as_dict(self), key);
  return PY_ERROR;
}

static bool setitem(Value self, Value key, Value value) {
  if (value.tag != TAG_UNDEFINED) return py_dict_set(py_as_dict(self), key, value);
  int deleted = py_dict_delete(py_as_dict(self), key);
  if (deleted == 0) py_raise_key(key);
  return deleted > 0;
}

static int contains(Value self, Value item) {
  Value found = py_dict_find(py_as_dict(self), item);
  return py_is_error(found) ? -1 : found.tag != TAG_UNDEFINED;
}

static Value iter(Value self) { return iterator_over_dict(self, DICT_KEYS, false); }

static Value binary(BinaryOp op, Value a, Value b) {
  if (op != OP_OR || !py_is_dict(a) || !py_is_dict(b)) return PY_NOT_IMPLEMENTED;
  Value merged = py_dict_copy(py_as_dict(a));
  if (py_is_error(merged) || py_dict_update(py_as_dict(merged), b)) return merged;
  py_drop(merged);
  return PY_ERROR;
}

static Value inplace(BinaryOp op, Value self, Value other) {
  if (op != OP_OR) return PY_NOT_IMPLEMENTED;
  return py_dict_update(py_as_dict(self), other) ? py_keep(self) : PY_ERROR;
}

static bool init(Value self, Value *arguments) {
  if (arguments[0].tag != TAG_UNDEFINED && !py_dict_update(py_as_dict(self), arguments[0])) return false;
  return py_dict_update(py_as_dict(self), arguments[1]);
}

Type py_dict_type = {.name = "dict", .size = sizeof(Dict), .repr = repr, .compare = compare, .truth = truth,
                     .length = length, .getitem = getitem, .setitem = setitem, .contains = contains, .iter = iter,
                     .binary = binary, .inplace = inplace, .traverse = traverse, .clear = clear, .dealloc = clear,
                     .signature = "iterable=..., /, **kwargs", .init = init, .methods = dict_methods,
                     .statics = dict_statics, .help = "A mapping from keys to values, in the order of insertion."};
