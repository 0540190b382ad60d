#include "repl/types/exception.h"
#include "repl/types/protocol.h"
#include "repl/types/set.h"

#define METHOD(noun) static Value call_##noun(const NativeRow *row, Value *arguments)
#define SELF py_as_set(arguments[0])

METHOD(add) { return py_set_add(SELF, arguments[1]) ? PY_NONE : PY_ERROR; }
METHOD(discard) { return py_set_discard(SELF, arguments[1]) < 0 ? PY_ERROR : PY_NONE; }
METHOD(remove) {
  int removed = py_set_discard(SELF, arguments[1]);
  return removed > 0 ? PY_NONE : removed < 0 ? PY_ERROR : py_raise_key(arguments[1]);
}
METHOD(pop) {
  int64_t at = 0;
  Value key;
  if (!py_set_next(SELF, &at, &key)) {
    Value text = py_text("pop from an empty set");
    py_raise_key(text);
    py_drop(text);
    return PY_ERROR;
  }
  py_keep(key);
  if (py_set_discard(SELF, key) >= 0) return key;
  py_drop(key);
  return PY_ERROR;
}
METHOD(clear) {
  set_clear(SELF);
  return PY_NONE;
}
METHOD(copy) {
  if (SELF->head.type == &py_frozenset_type) return py_keep(arguments[0]); /* it cannot change */
  return set_copy(SELF, py_is(arguments[0], &py_frozenset_type) ? &py_frozenset_type : &py_set_type);
}
METHOD(update) {
  Tuple *others = py_as_tuple(arguments[1]);
  for (int64_t i = 0; i < others->count; i++)
    if (!set_update(SELF, others->items[i])) return PY_ERROR;
  return PY_NONE;
}

/* An argument as a set: itself, or a new one of its items. */
static Value as_set(Value v) { return py_is_set(v) ? py_keep(v) : set_of(v, &py_set_type); }

/* Applies an operation with each of the arguments in turn. row->data: the operator. */
METHOD(combine) {
  BinaryOp op = *(const BinaryOp *)row->data;
  Type *type = py_is(arguments[0], &py_frozenset_type) ? &py_frozenset_type : &py_set_type;
  Value result = set_copy(SELF, type);
  Tuple *others = py_as_tuple(arguments[1]);
  for (int64_t i = 0; i < others->count && !py_is_error(result); i++) {
    Value other = as_set(others->items[i]);
    Value next = py_is_error(other) ? other : set_operation(op, py_as_set(result), py_as_set(other), type);
    py_drop(other);
    py_drop(result);
    result = next;
  }
  return result;
}
METHOD(symmetric) {
  Type *type = py_is(arguments[0], &py_frozenset_type) ? &py_frozenset_type : &py_set_type;
  Value other = as_set(arguments[1]);
  Value result = py_is_error(other) ? other : set_operation(OP_XOR, SELF, py_as_set(other), type);
  py_drop(other);
  return result;
}
METHOD(combine_update) {
  Value result = row->data ? call_combine(row, arguments) : call_symmetric(row, arguments);
  if (py_is_error(result)) return result;
  set_clear(SELF);
  bool ok = set_update(SELF, result);
  py_drop(result);
  return ok ? PY_NONE : PY_ERROR;
}
static Value test(Value self, Value other, int which) {
  Value set = as_set(other);
  if (py_is_error(set)) return set;
  Set *a = py_as_set(self), *b = py_as_set(set);
  bool answer = true, ok = true;
  if (which == 0) ok = set_is_subset(a, b, &answer);
  if (which == 1) ok = set_is_subset(b, a, &answer);
  Value key;
  for (int64_t i = 0; which == 2 && ok && answer && py_set_next(a, &i, &key);) {
    py_keep(key);
    int has = py_set_has(b, key);
    py_drop(key);
    ok = has >= 0;
    answer = has == 0;
  }
  py_drop(set);
  return ok ? py_bool(answer) : PY_ERROR;
}
METHOD(issubset) { return test(arguments[0], arguments[1], 0); }
METHOD(issuperset) { return test(arguments[0], arguments[1], 1); }
METHOD(isdisjoint) { return test(arguments[0], arguments[1], 2); }

static const BinaryOp op_or = OP_OR, op_and = OP_AND, op_sub = OP_SUB;

#define SHARED_METHODS                                                                                                \
  {"copy", "self, /", "a shallow copy", call_copy, NULL},                                                             \
      {"union", "self, /, *others", "members of any of the sets", call_combine, &op_or},                              \
      {"intersection", "self, /, *others", "members of all the sets", call_combine, &op_and},                         \
      {"difference", "self, /, *others", "members that no other set has", call_combine, &op_sub},                     \
      {"symmetric_difference", "self, other, /", "members of one set only", call_symmetric, NULL},                    \
      {"issubset", "self, other, /", "whether all members are in another set", call_issubset, NULL},                  \
      {"issuperset", "self, other, /", "whether all of another set's members are here", call_issuperset, NULL},       \
      {"isdisjoint", "self, other, /", "whether the sets have no member in common", call_isdisjoint, NULL}

const NativeRow frozenset_methods[] = {SHARED_METHODS, {0}};
const NativeRow set_methods[] = {
    SHARED_METHODS,
    {"add", "self, object, /", "adds a member", call_add, NULL},
    {"discard", "self, object, /", "removes a member if it is there", call_discard, NULL},
    {"remove", "self, object, /", "removes a member; KeyError where it is not there", call_remove, NULL},
    {"pop", "self, /", "removes and returns a member", call_pop, NULL},
    {"clear", "self, /", "removes everything", call_clear, NULL},
    {"update", "self, /, *others", "adds the members of others", call_update, NULL},
    {"intersection_update", "self, /, *others", "keeps what all have", call_combine_update, &op_and},
    {"difference_update", "self, /, *others", "removes what others have", call_combine_update, &op_sub},
    {"symmetric_difference_update", "self, other, /", "keeps what one has", call_combine_update, NULL},
    {0},
};
