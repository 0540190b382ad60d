/* set and frozenset. The table is walked as CPython walks its own (ten places in a row, then a jump that mixes the
 * upper bits in; it grows fourfold when three fifths are full), so that sets of numbers print in the same order. */
#include "repl/types/set.h"

#include <string.h>

#include "engine/core/memory.h"
#include "repl/types/exception.h"
#include "repl/types/generic.h"
#include "repl/types/iterator.h"
#include "repl/types/protocol.h"

enum { SMALL = 8, LINEAR = 9, SHIFT = 5 };

bool py_is_set(Value v) {
  return v.tag == TAG_OBJECT && (v.as.object->type == &py_set_type || v.as.object->type == &py_frozenset_type ||
                                 py_is_subtype(v.as.object->type, &py_set_type) ||
                                 py_is_subtype(v.as.object->type, &py_frozenset_type));
}

static bool is_free(const SetEntry *entry) { return entry->key.tag == TAG_UNDEFINED; }
static bool is_live(const SetEntry *entry) { return entry->key.tag != TAG_UNDEFINED && entry->key.tag != TAG_ERROR; }

static bool is_same(Value a, Value b) { return a.tag == b.tag && a.as.natural == b.as.natural; }

static void start_small(Set *set) {
  set->table = set->small;
  set->mask = SMALL - 1;
  set->count = set->fill = 0;
  for (int i = 0; i < SMALL; i++) set->small[i].key = PY_UNDEFINED;
}

/* A set that was just allocated (all zero) has no table yet. */
static void ready(Set *set) {
  if (!set->table) start_small(set);
}

static bool traverse(Object *self, PyVisit visit, void *context) {
  Set *set = (Set *)self;
  for (int64_t i = 0; set->table && i <= set->mask; i++)
    if (set->table[i].key.tag == TAG_OBJECT) visit(set->table[i].key.as.object, context);
  return true;
}

void set_clear(Set *set) {
  if (!set->table) return;
  SetEntry copy[SMALL], *table = set->table;
  int64_t mask = set->mask;
  bool small = table == set->small;
  if (small) {
    memcpy(copy, set->small, sizeof copy);
    table = copy;
  }
  start_small(set);
  for (int64_t i = 0; i <= mask; i++)
    if (is_live(&table[i])) py_drop(table[i].key);
  if (!small) core_free(table);
}
static void clear(Object *self) { set_clear((Set *)self); }

Value set_new(Type *type);
Value set_new(Type *type) {
  Set *set = py_new(type);
  if (set) start_small(set);
  return py_object(set);
}
Value py_set(void) { return set_new(&py_set_type); }

static void insert_clean(SetEntry *table, uint64_t mask, Value key, uint64_t hash) {
  uint64_t perturb = hash, at = hash & mask;
  for (;;) {
    uint64_t probes = at + LINEAR <= mask ? LINEAR : 0;
    for (uint64_t i = 0; i <= probes; i++)
      if (is_free(&table[at + i])) {
        table[at + i] = (SetEntry){key, hash};
        return;
      }
    perturb >>= SHIFT;
    at = (at * 5 + 1 + perturb) & mask;
  }
}

static bool resize(Set *set, int64_t wanted) {
  int64_t size = SMALL;
  while (size <= wanted) size *= 2;
  SetEntry small[SMALL], *old = set->table, *table = set->small;
  int64_t old_mask = set->mask;
  bool was_small = old == set->small;
  if (was_small) {
    memcpy(small, set->small, sizeof small);
    old = small;
  }
  if (size > SMALL) {
    table = core_alloc(sizeof *table * (size_t)size);
    if (!table) {
      py_raise(&py_MemoryError, "Unable to allocate a set of %lld places", (long long)size);
      return false;
    }
  }
  for (int64_t i = 0; i < size; i++) table[i].key = PY_UNDEFINED;
  for (int64_t i = 0; i <= old_mask; i++)
    if (is_live(&old[i])) insert_clean(table, (uint64_t)size - 1, old[i].key, old[i].hash);
  set->table = table;
  set->mask = size - 1;
  set->fill = set->count;
  if (!was_small) core_free(old);
  return true;
}

/* Whether two keys of one hash are equal, for the kinds that most are of: 1, 0, or -1 where they have to be asked. */
static inline int equal_keys(Value a, Value b) {
  if (a.tag != b.tag) return -1;
  if (a.tag == TAG_INT) return a.as.integer == b.as.integer;
  if (a.tag != TAG_OBJECT) return -1;
  if (a.as.object == b.as.object) return 1;
  if (a.as.object->type != &py_str_type || b.as.object->type != &py_str_type) return -1;
  const String *x = py_as_string(a), *y = py_as_string(b);
  return x->length == y->length && memcmp(x->data, y->data, (size_t)x->length) == 0;
}

/* The place of a key, or the free place where it would go (`found` false); -1 where a comparison raised. */
static int64_t place_of(Set *set, Value key, uint64_t hash, bool *found) {
again:;
  SetEntry *table = set->table;
  uint64_t mask = (uint64_t)set->mask, perturb = hash, at = hash & mask;
  for (;;) {
    uint64_t probes = at + LINEAR <= mask ? LINEAR : 0;
    for (uint64_t i = 0; i <= probes; i++) {
      SetEntry *entry = &table[at + i];
      if (is_free(entry)) {
        *found = false;
        return (int64_t)(at + i);
      }
      if (entry->hash != hash || !is_live(entry)) continue;
      int simple = equal_keys(entry->key, key);
      if (simple == 0) continue;
      if (simple > 0) {
        *found = true;
        return (int64_t)(at + i);
      }
      Value own = py_keep(entry->key);
      int equal = py_equal(own, key);
      /* The comparison may have changed the set. */
      bool changed = set->table != table || set->mask != (int64_t)mask || !is_same(entry->key, own);
      py_drop(own);
      if (equal < 0) return -1;
      if (changed) goto again;
      if (equal) {
        *found = true;
        return (int64_t)(at + i);
      }
    }
    perturb >>= SHIFT;
    at = (at * 5 + 1 + perturb) & mask;
  }
}

static bool add_hashed(Set *set, Value key, uint64_t hash) {
  ready(set);
  bool found;
  int64_t at = place_of(set, key, hash, &found);
  if (at < 0) return false;
  if (found) return true;
  set->table[at] = (SetEntry){py_keep(key), hash};
  set->count++;
  set->fill++;
  if (set->fill * 5 < set->mask * 3) return true;
  return resize(set, set->count > 50000 ? set->count * 2 : set->count * 4);
}

bool py_set_add(Set *set, Value key) {
  uint64_t hash;
  return py_hash(key, &hash) && add_hashed(set, key, hash);
}

/* A set in a set is looked up by its contents, as `{1} in {frozenset({1})}`, unless its class has a hash. */
static bool hash_for_search(Value key, uint64_t *hash) {
  if (py_hash(key, hash)) return true;
  if (!py_is(key, &py_set_type) || !py_pending_is(&py_TypeError)) return false;
  py_clear_pending();
  return py_frozenset_type.hash(key, hash);
}

static int has_hashed(Set *set, Value key, uint64_t hash) {
  bool found;
  if (set->count == 0) return 0;
  return place_of(set, key, hash, &found) < 0 ? -1 : found;
}

int py_set_has(Set *set, Value key) {
  uint64_t hash;
  return hash_for_search(key, &hash) ? has_hashed(set, key, hash) : -1;
}

/* The next member with its hash, from place *at on, kept: comparisons may take it out of the set meanwhile. */
static bool next_entry(Set *set, int64_t *at, SetEntry *entry) {
  for (; set->table && *at <= set->mask; (*at)++) {
    if (!is_live(&set->table[*at])) continue;
    *entry = set->table[(*at)++];
    py_keep(entry->key);
    return true;
  }
  return false;
}

int py_set_discard(Set *set, Value key) {
  uint64_t hash;
  bool found;
  if (!hash_for_search(key, &hash)) return -1;
  if (set->count == 0) return 0;
  int64_t at = place_of(set, key, hash, &found);
  if (at < 0) return -1;
  if (!found) return 0;
  Value own = set->table[at].key;
  set->table[at].key = PY_ERROR;
  set->table[at].hash = (uint64_t)-1;
  set->count--;
  py_drop(own);
  return 1;
}

bool py_set_next(Set *set, int64_t *at, Value *key) {
  for (; set->table && *at <= set->mask; (*at)++) {
    if (!is_live(&set->table[*at])) continue;
    *key = set->table[(*at)++].key;
    return true;
  }
  return false;
}

bool set_update(Set *set, Value iterable) {
  ready(set);
  if (py_is_set(iterable)) {
    Set *from = py_as_set(iterable);
    if (from == set) return true;
    /* As CPython does, so that the table has the same size and the members the same order. */
    if ((set->fill + from->count) * 5 >= set->mask * 3 && !resize(set, (set->count + from->count) * 2)) return false;
    if (set->fill == 0) {
      /* Members of a set are distinct, and there is room: none has to be compared. */
      for (int64_t i = 0; from->table && i <= from->mask; i++) {
        SetEntry entry = from->table[i];
        if (!is_live(&entry)) continue;
        insert_clean(set->table, (uint64_t)set->mask, py_keep(entry.key), entry.hash);
        set->count++;
        set->fill++;
      }
      return true;
    }
    SetEntry entry;
    bool added = true;
    for (int64_t i = 0; added && next_entry(from, &i, &entry);) {
      added = add_hashed(set, entry.key, entry.hash);
      py_drop(entry.key);
    }
    return added;
  }
  if (iterable.tag == TAG_OBJECT && iterable.as.object->type == &py_dict_type) {
    /* The hashes of a dict's keys are known. */
    Dict *dict = py_as_dict(iterable);
    Value key, value;
    bool added = true;
    for (int64_t i = 0; added && py_dict_next(dict, &i, &key, &value);) {
      py_keep(key);
      added = add_hashed(set, key, dict->entries[i - 1].hash);
      py_drop(key);
    }
    return added;
  }
  Value iterator = py_iter(iterable);
  if (py_is_error(iterator)) return false;
  bool ok = true;
  while (ok) {
    Value item = py_next(iterator);
    if (item.tag == TAG_UNDEFINED) break;
    ok = !py_is_error(item) && py_set_add(set, item);
    py_drop(item);
  }
  py_drop(iterator);
  return ok;
}

Value set_of(Value iterable, Type *type) {
  Value set = set_new(type);
  if (py_is_error(set) || iterable.tag == TAG_UNDEFINED || set_update(py_as_set(set), iterable)) return set;
  py_drop(set);
  return PY_ERROR;
}

Value set_copy(Set *set, Type *type) { return set_of((Value){.tag = TAG_OBJECT, .as.object = &set->head}, type); }
Value py_frozenset(Value iterable) { return set_of(iterable, &py_frozenset_type); }

bool set_is_subset(Set *a, Set *b, bool *answer) {
  *answer = false;
  if (a->count > b->count) return true;
  SetEntry entry;
  int has = 1;
  for (int64_t i = 0; has > 0 && next_entry(a, &i, &entry);) {
    has = has_hashed(b, entry.key, entry.hash);
    py_drop(entry.key);
  }
  *answer = has > 0;
  return has >= 0;
}

/* Members of `from` that are (or are not) in `other`, added to `out`. */
static bool add_where(Set *out, Set *from, Set *other, bool wanted) {
  SetEntry entry;
  bool good = true;
  for (int64_t i = 0; good && next_entry(from, &i, &entry);) {
    int has = has_hashed(other, entry.key, entry.hash);
    good = has >= 0 && ((has > 0) != wanted || add_hashed(out, entry.key, entry.hash));
    py_drop(entry.key);
  }
  return good;
}

Value set_operation(BinaryOp op, Set *a, Set *b, Type *type) {
  if (op == OP_OR) {
    Value sum = set_copy(a, type);
    if (py_is_error(sum) || set_update(py_as_set(sum), (Value){.tag = TAG_OBJECT, .as.object = &b->head})) return sum;
    py_drop(sum);
    return PY_ERROR;
  }
  Value result = set_new(type);
  if (py_is_error(result)) return result;
  Set *out = py_as_set(result);
  bool ok = true;
  if (op == OP_AND)
    ok = a->count <= b->count ? add_where(out, a, b, true) : add_where(out, b, a, true);
  else if (op == OP_SUB)
    ok = add_where(out, a, b, false);
  else
    ok = add_where(out, a, b, false) && add_where(out, b, a, false);
  if (ok) return result;
  py_drop(result);
  return PY_ERROR;
}

static Value repr(Value self) {
  Set *set = py_as_set(self);
  const char *name = py_type_label(py_type_of(self));
  bool plain = py_type_of(self) == &py_set_type;
  if (set->count == 0) return py_textf("%s()", name);
  if (!py_enter_repr(self.as.object)) return py_pending() ? PY_ERROR : py_textf("%s(...)", name);
  Text text = {0};
  if (!plain) text_addf(&text, "%s(", name);
  text_add_char(&text, '{');
  bool ok = true, first = true;
  SetEntry entry;
  for (int64_t i = 0; ok && next_entry(set, &i, &entry); first = false) {
    if (!first) text_add(&text, ", ");
    ok = py_repr_to(&text, entry.key);
    py_drop(entry.key);
  }
  text_add(&text, plain ? "}" : "})");
  py_leave_repr(self.as.object);
  if (ok) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}

/* CPython's hash of a frozenset: independent of the order of members. */
static bool frozen_hash(Value self, uint64_t *out) {
  Set *set = py_as_set(self);
  uint64_t hash = 0;
  for (int64_t i = 0; set->table && i <= set->mask; i++) {
    if (!is_live(&set->table[i])) continue;
    uint64_t h = set->table[i].hash;
    hash ^= ((h ^ 89869747u) ^ (h << 16)) * 3644798167u;
  }
  /* CPython also mixes the free and the deleted places in, but takes out again what an even number of them gives. */
  hash ^= ((uint64_t)set->count + 1) * 1927868237u;
  hash ^= (hash >> 11) ^ (hash >> 25);
  hash = hash * 69069u + 907133923u;
  *out = hash == (uint64_t)-1 ? 590923713u : hash;
  return true;
}

static Value compare(CompareOp op, Value a, Value b) {
  if (!py_is_set(b)) return PY_NOT_IMPLEMENTED;
  Set *x = py_as_set(a), *y = py_as_set(b);
  bool answer;
  switch (op) {
  case OP_EQ:
  case OP_NE:
    if (x->count != y->count) return py_bool(op == OP_NE);
    if (!set_is_subset(x, y, &answer)) return PY_ERROR;
    return py_bool(answer == (op == OP_EQ));
  case OP_LT:
    if (x->count >= y->count) return PY_FALSE;
    return set_is_subset(x, y, &answer) ? py_bool(answer) : PY_ERROR;
  case OP_LE: return set_is_subset(x, y, &answer) ? py_bool(answer) : PY_ERROR;
  case OP_GT:
    if (x->count <= y->count) return PY_FALSE;
    return set_is_subset(y, x, &answer) ? py_bool(answer) : PY_ERROR;
  case OP_GE: return set_is_subset(y, x, &answer) ? py_bool(answer) : PY_ERROR;
  }
  return PY_NOT_IMPLEMENTED;
}

static int truth(Value self) { return py_as_set(self)->count > 0; }
static int64_t length(Value self) { return py_as_set(self)->count; }
static int contains(Value self, Value item) { return py_set_has(py_as_set(self), item); }
static Value iter(Value self) { return iterator_new(&py_set_iterator_type, self); }

static Value binary(BinaryOp op, Value a, Value b) {
  if ((op != OP_OR && op != OP_AND && op != OP_SUB && op != OP_XOR) || !py_is_set(a) || !py_is_set(b))
    return PY_NOT_IMPLEMENTED;
  Type *type = py_is(a, &py_frozenset_type) ? &py_frozenset_type : &py_set_type;
  return set_operation(op, py_as_set(a), py_as_set(b), type);
}

static bool init(Value self, Value *arguments) {
  set_clear(py_as_set(self));
  return arguments[0].tag == TAG_UNDEFINED || set_update(py_as_set(self), arguments[0]);
}

static Value from_one(Value item) { return set_of(item, &py_set_type); }
static Value frozen_construct(Type *type, Value *arguments) {
  if (arguments[0].tag == TAG_OBJECT && arguments[0].as.object->type == &py_frozenset_type &&
      type == &py_frozenset_type)
    return py_keep(arguments[0]);
  return set_of(arguments[0], type);
}

static Value inplace(BinaryOp op, Value self, Value other) {
  Value result = binary(op, self, other);
  if (result.tag == TAG_NOT_IMPLEMENTED || py_is_error(result)) return result;
  Set *set = py_as_set(self);
  Value key;
  if (op != OP_OR) set_clear(set);
  bool ok = true;
  if (op == OP_OR)
    ok = set_update(set, other);
  else
    for (int64_t i = 0; ok && py_set_next(py_as_set(result), &i, &key);) ok = py_set_add(set, key);
  py_drop(result);
  return ok ? py_keep(self) : PY_ERROR;
}

#define SET_SLOTS                                                                                               \
  .size = sizeof(Set), .repr = repr, .compare = compare, .truth = truth, .length = length, .contains = contains, \
  .iter = iter, .binary = binary, .traverse = traverse, .clear = clear, .dealloc = clear

Type py_set_type = {.name = "set", SET_SLOTS, .inplace = inplace, .signature = "iterable=..., /", .init = init,
                    .from_one = from_one, .methods = set_methods, .statics = generic_statics,
                    .help = "A set of distinct hashable values."};
Type py_frozenset_type = {.name = "frozenset", SET_SLOTS, .hash = frozen_hash, .signature = "iterable=..., /",
                          .construct = frozen_construct, .methods = frozenset_methods, .statics = generic_statics,
                          .help = "An immutable set."};
