/* How iterators over the built-in containers are taken apart for copying and pickling (__reduce__), and put back to
 * where they were (__setstate__). What is used up becomes an iterator over nothing. */
#include "repl/types/iterator.h"

#include "engine/core/utf8.h"
#include "repl/types/exception.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"

Value (*py_import_name)(const char *module, const char *name);

/* (function of the module builtins, (argument,)[, state]); takes argument over. state PY_UNDEFINED: none. */
static Value call_of(const char *function, Value argument, Value state) {
  Value maker = py_is_error(argument) ? PY_ERROR : py_import_name("builtins", function);
  Value arguments = py_is_error(maker) ? PY_ERROR : py_tuple_of(1, argument);
  Value parts = py_is_error(arguments) ? PY_ERROR
                : py_is_undefined(state) ? py_tuple_of(2, maker, arguments)
                                         : py_tuple_of(3, maker, arguments, state);
  py_drop(argument);
  py_drop(maker);
  py_drop(arguments);
  return parts;
}

static Value used_up(Value nothing) { return call_of("iter", nothing, PY_UNDEFINED); }

/* Lists, tuples, strs and what has only __getitem__: the source, and at which item it is. */
static Value reduce_place(const NativeRow *row, Value *arguments) {
  (void)row;
  const Iterator *it = (const Iterator *)arguments[0].as.object;
  const Type *type = it->head.type;
  if (it->source.tag != TAG_OBJECT)
    return used_up(type == &py_list_iterator_type || type == &py_list_reverse_iterator_type ? py_list(0)
                   : type == &py_str_iterator_type                                          ? py_text("")
                                                                                            : py_tuple(0));
  int64_t at = it->at;
  if (type == &py_str_iterator_type) at = (int64_t)utf8_count(py_as_string(it->source)->data, (size_t)at);
  return call_of(type == &py_list_reverse_iterator_type ? "reversed" : "iter", py_keep(it->source), py_int(at));
}

static Value set_place(const NativeRow *row, Value *arguments) {
  (void)row;
  Iterator *it = (Iterator *)arguments[0].as.object;
  int64_t at;
  if (!py_as_int(arguments[1], &at)) return PY_ERROR;
  if (it->source.tag != TAG_OBJECT) return PY_NONE;
  bool backwards = it->head.type == &py_list_reverse_iterator_type;
  if (at < (backwards ? -1 : 0)) at = backwards ? -1 : 0;
  int64_t most = it->head.type == &py_sequence_iterator_type ? INT64_MAX : py_length(it->source);
  if (most < 0) return PY_ERROR;
  if (backwards) most--;
  if (at > most) at = most;
  if (it->head.type == &py_str_iterator_type) {
    const String *string = py_as_string(it->source);
    int64_t offset = 0;
    for (uint32_t code; at > 0 && offset < string->length; at--) {
      int taken = utf8_decode(string->data + offset, (size_t)(string->length - offset), &code);
      offset += taken < 1 ? 1 : taken;
    }
    at = offset;
  }
  it->at = at;
  return PY_NONE;
}

/* The items that are still to come, as a list. The iterator stays where it is. */
static Value reduce_rest(const NativeRow *row, Value *arguments) {
  (void)row;
  const Object *self = arguments[0].as.object;
  bool of_dict = self->type == &py_dict_iterator_type;
  DictIterator keys;
  Iterator items;
  Value rest = py_list(0);
  if (py_is_error(rest)) return rest;
  Value walk = arguments[0];
  /* A copy on the stack is walked; it holds its source, which finishing drops. */
  if (of_dict) {
    keys = *(const DictIterator *)self;
    py_keep(keys.source);
    walk.as.object = &keys.head;
  } else {
    items = *(const Iterator *)self;
    py_keep(items.source);
    walk.as.object = &items.head;
  }
  bool good = true;
  for (;;) {
    Value item = self->type->next(walk);
    good = !py_is_error(item);
    if (item.tag <= TAG_UNDEFINED) break;
    good = py_list_append_steal(py_as_list(rest), item);
    if (!good) break;
  }
  py_drop(of_dict ? keys.source : items.source);
  if (good) return call_of("iter", rest, PY_UNDEFINED);
  py_drop(rest);
  return PY_ERROR;
}

/* What is left of a range is a range. */
static Value reduce_range(const NativeRow *row, Value *arguments) {
  (void)row;
  const RangeIterator *it = (const RangeIterator *)arguments[0].as.object;
  Value step = py_int(it->step), length = py_binary(OP_MUL, py_int(it->left), step);
  Value end = py_is_error(length) ? PY_ERROR : py_binary(OP_ADD, py_int(it->next), length);
  Value class = py_type_value(&py_range_type);
  Value range = py_is_error(end) ? PY_ERROR : py_call_values(class, (Value[]){py_int(it->next), end, step}, 3);
  py_drop(class);
  py_drop(length);
  py_drop(end);
  return call_of("iter", range, py_int(0));
}
static Value set_range(const NativeRow *row, Value *arguments) {
  (void)row;
  RangeIterator *it = (RangeIterator *)arguments[0].as.object;
  int64_t at;
  if (!py_as_int(arguments[1], &at)) return PY_ERROR;
  at = at < 0 ? 0 : at > it->left ? it->left : at;
  it->next = (int64_t)((uint64_t)it->next + (uint64_t)at * (uint64_t)it->step);
  it->left -= at;
  return PY_NONE;
}

static Value reduce_callable(const NativeRow *row, Value *arguments) {
  (void)row;
  const CallableIterator *it = (const CallableIterator *)arguments[0].as.object;
  if (it->callable.tag == TAG_UNDEFINED) return used_up(py_tuple(0));
  Value maker = py_import_name("builtins", "iter");
  Value both = py_is_error(maker) ? PY_ERROR : py_tuple_of(2, it->callable, it->sentinel);
  Value parts = py_is_error(both) ? PY_ERROR : py_tuple_of(2, maker, both);
  py_drop(maker);
  py_drop(both);
  return parts;
}

#define LENGTH_HINT {"__length_hint__", "self, /", "how many items are still to come", iterator_length_hint, NULL}
#define SET_STATE(function) {"__setstate__", "self, state, /", "goes to another item", function, NULL}
const NativeRow iterator_place_methods[] = {
    LENGTH_HINT, {"__reduce__", "self, /", "how to make the iterator again", reduce_place, NULL}, SET_STATE(set_place),
    {0}};
const NativeRow iterator_rest_methods[] = {
    LENGTH_HINT, {"__reduce__", "self, /", "how to make the iterator again", reduce_rest, NULL}, {0}};
const NativeRow iterator_range_methods[] = {
    LENGTH_HINT, {"__reduce__", "self, /", "how to make the iterator again", reduce_range, NULL}, SET_STATE(set_range),
    {0}};
const NativeRow iterator_callable_methods[] = {
    {"__reduce__", "self, /", "how to make the iterator again", reduce_callable, NULL}, {0}};
