/* What the patterns of match mean, at run time. */
#include <string.h>

#include "engine/core/memory.h"
#include "repl/language/ast.h"
#include "repl/language/vm.h"
#include "repl/types/bytes.h"
#include "repl/types/class.h"
#include "repl/types/protocol.h"

typedef struct Match {
  const Value *values; /* what the pattern names: values, keys, classes */
  Value *captures;     /* new references */
} Match;

static int match(Match *m, Value subject, const Tuple *pattern);

static void capture(Match *m, Value index, Value value) {
  if (index.as.integer < 0) return;
  py_drop(m->captures[index.as.integer]);
  m->captures[index.as.integer] = py_keep(value);
}

static const Tuple *part(const Tuple *pattern, int64_t at) { return py_as_tuple(pattern->items[at]); }

/* Sequences are lists, tuples, ranges, memoryviews, deques and what derives from collections.abc.Sequence or is
 * registered there; never strs and bytes. */
static bool is_sequence(Value v) {
  const Type *type = py_type_of(v);
  if (type->heap) return type->pattern == PATTERN_OF_SEQUENCES;
  return py_is_list(v) || py_is_tuple(v) || py_is_range(v) || py_is(v, &py_memoryview_type) ||
         strcmp(type->name, "deque") == 0;
}

static int match_item(Match *m, Value subject, int64_t index, const Tuple *pattern) {
  Value item = py_getitem(subject, py_int(index));
  int matched = py_is_error(item) ? -1 : match(m, item, pattern);
  py_drop(item);
  return matched;
}

/* (kind, place of the starred item or -1, items...) */
static int match_sequence(Match *m, Value subject, const Tuple *pattern) {
  if (!is_sequence(subject)) return 0;
  int64_t star = pattern->items[1].as.integer, parts = pattern->count - 2;
  if (star == 0 && parts == 1 && part(pattern, 2)->items[1].as.integer < 0) return 1; /* [*_] asks for no length */
  int64_t length = py_length(subject);
  if (length < 0) return -1;
  if (star < 0 ? length != parts : length < parts - 1) return 0;
  int64_t after = star < 0 ? 0 : parts - 1 - star;
  for (int64_t i = 0; i < (star < 0 ? parts : star); i++) {
    int matched = match_item(m, subject, i, part(pattern, i + 2));
    if (matched <= 0) return matched;
  }
  if (star >= 0 && part(pattern, star + 2)->items[1].as.integer >= 0) {
    Value list = py_list(length - parts + 1);
    for (int64_t i = star; !py_is_error(list) && i < length - after; i++)
      if (!py_list_append_steal(py_as_list(list), py_getitem(subject, py_int(i)))) {
        py_drop(list);
        list = PY_ERROR;
      }
    if (py_is_error(list)) return -1;
    capture(m, part(pattern, star + 2)->items[1], list);
    py_drop(list);
  }
  for (int64_t i = 0; i < after; i++) {
    int matched = match_item(m, subject, length - after + i, part(pattern, star + 3 + i));
    if (matched <= 0) return matched;
  }
  return 1;
}

/* What a mapping has under a key, by its `get`; PY_UNDEFINED where it has none. A new reference. */
static Value find_key(Value subject, Value key) {
  if (py_type_of(subject) == &py_dict_type) return py_keep(py_dict_find(py_as_dict(subject), key));
  Value absent = py_list(0); /* an object that nobody else has */
  if (py_is_error(absent)) return absent;
  Value pair[2] = {key, absent}, found = py_call_method(subject, "get", pair, 2);
  bool missing = found.tag == TAG_OBJECT && found.as.object == absent.as.object;
  py_drop(absent);
  if (!missing) return found;
  py_drop(found);
  return PY_UNDEFINED;
}

/* (kind, index of the rest or -1, keys..., patterns...) */
static int match_mapping(Match *m, Value subject, const Tuple *pattern) {
  bool is_dict = py_is_dict(subject);
  const Type *type = py_type_of(subject);
  if (type->heap ? type->pattern != PATTERN_OF_MAPPINGS : !is_dict) return 0;
  int64_t count = (pattern->count - 2) / 2, length = is_dict ? py_as_dict(subject)->count : 0;
  if (!is_dict && count) length = py_length(subject); /* `{}` asks for no length */
  if (length < count) return length < 0 ? -1 : 0;
  for (int64_t i = 0; i < count; i++) {
    Value key = m->values[pattern->items[2 + i].as.integer];
    for (int64_t j = 0; j < i; j++) {
      int same = py_equal(key, m->values[pattern->items[2 + j].as.integer]);
      if (same == 0) continue;
      if (same > 0) {
        Text repr = {0};
        py_repr_to(&repr, key);
        py_raise(&py_ValueError, "mapping pattern checks duplicate key (%s)", text_string(&repr));
        text_free(&repr);
      }
      return -1;
    }
    Value found = find_key(subject, key);
    if (found.tag <= TAG_UNDEFINED) return py_is_error(found) ? -1 : 0;
    int matched = match(m, found, part(pattern, 2 + count + i));
    py_drop(found);
    if (matched <= 0) return matched;
  }
  if (pattern->items[1].as.integer < 0) return 1;
  Value rest = is_dict ? py_dict_copy(py_as_dict(subject)) : py_dict();
  if (py_is_error(rest)) return -1;
  if (!is_dict && !py_dict_update(py_as_dict(rest), subject)) {
    py_drop(rest);
    return -1;
  }
  for (int64_t i = 0; i < count; i++) py_dict_delete(py_as_dict(rest), m->values[pattern->items[2 + i].as.integer]);
  capture(m, pattern->items[1], rest);
  py_drop(rest);
  return 1;
}

static int match_attribute(Match *m, Value subject, String *name, const Tuple *pattern) {
  Value found = py_find_attr(subject, name);
  if (found.tag <= TAG_UNDEFINED) return py_is_error(found) ? -1 : 0;
  int matched = match(m, found, pattern);
  py_drop(found);
  return matched;
}

/* Builtin classes whose one positional pattern is for the object itself. */
static bool stands_for_itself(const Type *class) {
  static const Type *const types[] = {&py_bool_type, &py_bytearray_type, &py_bytes_type, &py_dict_type,
                                      &py_float_type, &py_frozenset_type, &py_int_type,  &py_list_type,
                                      &py_set_type,  &py_str_type,       &py_tuple_type};
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (class == types[i]) return true;
  return false;
}

/* (kind, class, how many positional, names..., patterns...) */
static int match_class(Match *m, Value subject, const Tuple *pattern) {
  Value class = m->values[pattern->items[1].as.integer];
  int64_t positional = pattern->items[2].as.integer, named = (pattern->count - 3 - positional) / 2;
  if (!py_is_type(class)) {
    py_raise(&py_TypeError, "called match pattern must be a type");
    return -1;
  }
  const Type *type = py_as_type(class);
  if (!py_is(subject, type)) return 0;
  const Value *patterns = pattern->items + 3 + named;
  if (positional) {
    Value names = py_find_attr(class, py_intern("__match_args__"));
    if (py_is_error(names)) return -1;
    bool itself = py_is_undefined(names) && stands_for_itself(class_native(type));
    int64_t allowed = itself ? 1 : py_is_tuple(names) ? py_as_tuple(names)->count : 0;
    int matched = 1;
    if (positional > allowed) {
      py_raise(&py_TypeError, "%s() accepts %lld positional sub-pattern%s (%lld given)", type->name,
               (long long)allowed, allowed == 1 ? "" : "s", (long long)positional);
      matched = -1;
    }
    for (int64_t i = 0; matched > 0 && i < positional; i++) {
      if (itself) {
        matched = match(m, subject, py_as_tuple(patterns[i]));
      } else if (!py_is_str(py_as_tuple(names)->items[i])) {
        py_raise(&py_TypeError, "__match_args__ elements must be strings (got %s)",
                 py_type_of(py_as_tuple(names)->items[i])->name);
        matched = -1;
      } else {
        matched = match_attribute(m, subject, py_as_string(py_as_tuple(names)->items[i]), py_as_tuple(patterns[i]));
      }
    }
    py_drop(names);
    if (matched <= 0) return matched;
  }
  for (int64_t i = 0; i < named; i++) {
    int matched = match_attribute(m, subject, py_as_string(pattern->items[3 + i]),
                                  py_as_tuple(patterns[positional + i]));
    if (matched <= 0) return matched;
  }
  return 1;
}

static int match(Match *m, Value subject, const Tuple *pattern) {
  switch ((PatternKind)pattern->items[0].as.integer) {
  case PATTERN_VALUE: return py_equal(subject, m->values[pattern->items[1].as.integer]);
  case PATTERN_SINGLETON: {
    Value one = pattern->items[1];
    return subject.tag == one.tag && (one.tag != TAG_BOOL || subject.as.integer == one.as.integer);
  }
  case PATTERN_CAPTURE: capture(m, pattern->items[1], subject); return 1;
  case PATTERN_AS: {
    int matched = match(m, subject, part(pattern, 2));
    if (matched > 0) capture(m, pattern->items[1], subject);
    return matched;
  }
  case PATTERN_OR:
    for (int64_t i = 1; i < pattern->count; i++) {
      int matched = match(m, subject, part(pattern, i));
      if (matched) return matched;
    }
    return 0;
  case PATTERN_SEQUENCE: return match_sequence(m, subject, pattern);
  case PATTERN_MAPPING: return match_mapping(m, subject, pattern);
  case PATTERN_CLASS: return match_class(m, subject, pattern);
  }
  return 0;
}

int vm_match(Value subject, Value values, Value pattern, int names, Value *captured) {
  Value few[32], *captures = names <= 32 ? few : core_alloc((size_t)names * sizeof *captures);
  if (!captures) {
    py_raise(&py_MemoryError, "Unable to allocate a name");
    return -1;
  }
  for (int i = 0; i < names; i++) captures[i] = PY_NONE;
  Match m = {py_as_tuple(values)->items, captures};
  int matched = match(&m, subject, py_as_tuple(pattern));
  *captured = matched > 0 && names ? py_tuple_copy(captures, names) : PY_NONE;
  for (int i = 0; i < names; i++) py_drop(captures[i]);
  if (captures != few) core_free(captures);
  return py_is_error(*captured) ? -1 : matched;
}
