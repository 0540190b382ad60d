#include "repl/types/iterator.h"

#include "engine/core/utf8.h"
#include "repl/types/exception.h"
#include "repl/types/protocol.h"

Value iterator_itself(Value self) { return py_keep(self); }

static bool traverse(Object *self, PyVisit visit, void *context) {
  Value source = ((Iterator *)self)->source;
  if (source.tag == TAG_OBJECT) visit(source.as.object, context);
  return true;
}
static void finish(Object *self) {
  Value source = ((Iterator *)self)->source;
  ((Iterator *)self)->source = PY_NONE;
  py_drop(source);
}

Value iterator_new(Type *type, Value source) {
  Iterator *iterator = py_new(type);
  if (!iterator) return PY_ERROR;
  iterator->source = py_keep(source);
  if (type == &py_set_iterator_type) iterator->length = py_as_set(source)->count;
  return py_object(iterator);
}

static Value list_next(Value self) {
  Iterator *iterator = (Iterator *)self.as.object;
  if (iterator->source.tag != TAG_OBJECT) return PY_UNDEFINED;
  List *list = py_as_list(iterator->source);
  if (iterator->at < list->count) return py_keep(list->items[iterator->at++]);
  finish(self.as.object);
  return PY_UNDEFINED;
}

static Value list_reverse_next(Value self) {
  Iterator *iterator = (Iterator *)self.as.object;
  if (iterator->source.tag != TAG_OBJECT) return PY_UNDEFINED;
  List *list = py_as_list(iterator->source);
  if (iterator->at >= 0 && iterator->at < list->count) return py_keep(list->items[iterator->at--]);
  finish(self.as.object);
  return PY_UNDEFINED;
}

static Value tuple_next(Value self) {
  Iterator *iterator = (Iterator *)self.as.object;
  if (iterator->source.tag != TAG_OBJECT) return PY_UNDEFINED;
  Tuple *tuple = py_as_tuple(iterator->source);
  if (iterator->at < tuple->count) return py_keep(tuple->items[iterator->at++]);
  finish(self.as.object);
  return PY_UNDEFINED;
}

static Value str_next(Value self) {
  Iterator *iterator = (Iterator *)self.as.object;
  if (iterator->source.tag != TAG_OBJECT) return PY_UNDEFINED;
  String *string = py_as_string(iterator->source);
  if (iterator->at >= string->length) {
    finish(self.as.object);
    return PY_UNDEFINED;
  }
  uint32_t code;
  int taken = utf8_decode(string->data + iterator->at, (size_t)(string->length - iterator->at), &code);
  if (taken < 1) taken = 1;
  Value item = py_text_bytes(string->data + iterator->at, (size_t)taken);
  iterator->at += taken;
  return item;
}

static Value set_next(Value self) {
  Iterator *iterator = (Iterator *)self.as.object;
  if (iterator->source.tag != TAG_OBJECT) return PY_UNDEFINED;
  Value key;
  const Set *set = py_as_set(iterator->source);
  if (iterator->length != set->count) {
    iterator->length = -1; /* it stays so */
    return py_raise(&py_RuntimeError, "Set changed size during iteration");
  }
  if (py_set_next(py_as_set(iterator->source), &iterator->at, &key)) return py_keep(key);
  finish(self.as.object);
  return PY_UNDEFINED;
}

/* Old-style iteration: self[0], self[1], ... until IndexError. */
static Value sequence_next(Value self) {
  Iterator *iterator = (Iterator *)self.as.object;
  if (iterator->source.tag != TAG_OBJECT) return PY_UNDEFINED;
  Value item = py_getitem(iterator->source, py_int(iterator->at++));
  if (!py_is_error(item)) return item;
  if (!py_pending_is(&py_IndexError) && !py_pending_is(&py_StopIteration)) return item;
  py_clear_pending();
  finish(self.as.object);
  return PY_UNDEFINED;
}

Value iterator_over_sequence(Value sequence) { return iterator_new(&py_sequence_iterator_type, sequence); }

static Value range_next(Value self) {
  RangeIterator *iterator = (RangeIterator *)self.as.object;
  if (iterator->left <= 0) return PY_UNDEFINED;
  iterator->left--;
  int64_t value = iterator->next;
  iterator->next = (int64_t)((uint64_t)value + (uint64_t)iterator->step);
  return py_int(value);
}

static Value dict_next(Value self) {
  DictIterator *iterator = (DictIterator *)self.as.object;
  if (iterator->source.tag != TAG_OBJECT) return PY_UNDEFINED;
  Dict *dict = py_as_dict(iterator->source);
  if (dict->count != iterator->count) {
    iterator->count = -1;
    return py_raise(&py_RuntimeError, "dictionary changed size during iteration");
  }
  Value key, value;
  if (iterator->reversed) {
    while (iterator->at > 0 && dict->entries[iterator->at - 1].key.tag == TAG_UNDEFINED) iterator->at--;
    if (iterator->at <= 0) {
      finish(self.as.object);
      return PY_UNDEFINED;
    }
    iterator->at--;
    key = dict->entries[iterator->at].key;
    value = dict->entries[iterator->at].value;
  } else if (!py_dict_next(dict, &iterator->at, &key, &value)) {
    finish(self.as.object);
    return PY_UNDEFINED;
  }
  if (iterator->left-- == 0) {
    finish(self.as.object);
    return py_raise(&py_RuntimeError, "dictionary keys changed during iteration");
  }
  if (iterator->part == DICT_KEYS) return py_keep(key);
  if (iterator->part == DICT_VALUES) return py_keep(value);
  return py_tuple_of(2, key, value);
}

static int dict_next_two(Value self, Value *first, Value *second) {
  DictIterator *iterator = (DictIterator *)self.as.object;
  if (iterator->part != DICT_ITEMS || iterator->reversed || iterator->source.tag != TAG_OBJECT) return NEXT_TWO_CANNOT;
  Dict *dict = py_as_dict(iterator->source);
  if (dict->count != iterator->count) return NEXT_TWO_CANNOT;
  Value key, value;
  if (!py_dict_next(dict, &iterator->at, &key, &value)) return NEXT_TWO_CANNOT; /* which ends the iteration */
  *first = py_keep(key);
  *second = py_keep(value);
  return 1;
}

Value iterator_over_dict(Value dict, DictPart part, bool reversed) {
  DictIterator *iterator = py_new(&py_dict_iterator_type);
  if (!iterator) return PY_ERROR;
  iterator->source = py_keep(dict);
  iterator->count = iterator->left = py_as_dict(dict)->count;
  iterator->part = part;
  iterator->reversed = reversed;
  iterator->at = reversed ? py_as_dict(dict)->used : 0;
  return py_object(iterator);
}

static bool callable_traverse(Object *self, PyVisit visit, void *context) {
  CallableIterator *iterator = (CallableIterator *)self;
  if (iterator->callable.tag == TAG_OBJECT) visit(iterator->callable.as.object, context);
  if (iterator->sentinel.tag == TAG_OBJECT) visit(iterator->sentinel.as.object, context);
  return true;
}
static void callable_finish(Object *self) {
  CallableIterator *iterator = (CallableIterator *)self;
  Value callable = iterator->callable, sentinel = iterator->sentinel;
  iterator->callable = iterator->sentinel = PY_UNDEFINED;
  py_drop(callable);
  py_drop(sentinel);
}
static Value callable_next(Value self) {
  CallableIterator *iterator = (CallableIterator *)self.as.object;
  if (iterator->callable.tag == TAG_UNDEFINED) return PY_UNDEFINED;
  Value item = py_call_values(iterator->callable, NULL, 0);
  if (py_is_error(item)) {
    if (!py_pending_is(&py_StopIteration)) return item;
    py_clear_pending();
    item = PY_UNDEFINED;
  } else {
    int end = py_equal(item, iterator->sentinel);
    if (end == 0) return item;
    py_drop(item);
    if (end < 0) return PY_ERROR;
  }
  callable_finish(self.as.object);
  return PY_UNDEFINED;
}
Value iterator_until(Value callable, Value sentinel) {
  CallableIterator *iterator = py_new(&py_callable_iterator_type);
  if (!iterator) return PY_ERROR;
  iterator->callable = py_keep(callable);
  iterator->sentinel = py_keep(sentinel);
  return py_object(iterator);
}

/* How many items are still to come. */
Value iterator_length_hint(const NativeRow *row, Value *arguments) {
  const Object *self = arguments[0].as.object;
  const Iterator *iterator = (const Iterator *)self;
  int64_t left = 0;
  if (self->type == &py_range_iterator_type) {
    left = ((const RangeIterator *)self)->left;
  } else if (iterator->source.tag != TAG_OBJECT) {
    return py_int(0);
  } else if (self->type == &py_list_reverse_iterator_type) {
    left = iterator->at < py_as_list(iterator->source)->count ? iterator->at + 1 : 0;
  } else if (self->type == &py_dict_iterator_type) {
    const DictIterator *keys = (const DictIterator *)self;
    left = keys->count == py_as_dict(keys->source)->count ? keys->left : 0;
  } else if (self->type == &py_str_iterator_type) {
    const String *string = py_as_string(iterator->source);
    left = (int64_t)utf8_count(string->data + iterator->at, (size_t)(string->length - iterator->at));
  } else if (self->type == &py_set_iterator_type) {
    Set *set = py_as_set(iterator->source);
    Value key;
    for (int64_t at = iterator->at; iterator->length == set->count && py_set_next(set, &at, &key);) left++;
  } else {
    left = py_length(iterator->source) - iterator->at;
    if (py_pending()) {
      if (!py_pending_is(&py_TypeError)) return PY_ERROR;
      py_clear_pending();
      return PY_NOT_IMPLEMENTED;
    }
  }
  return py_int(left < 0 ? 0 : left);
}

#define ITERATOR_TYPE(variable, text, struct_, next_, ...)                                         \
  Type variable = {.name = text, .size = sizeof(struct_), .iter = iterator_itself, .next = next_, \
                   .traverse = traverse, .clear = finish, .dealloc = finish, __VA_ARGS__}
ITERATOR_TYPE(py_list_iterator_type, "list_iterator", Iterator, list_next, .methods = iterator_place_methods);
ITERATOR_TYPE(py_list_reverse_iterator_type, "list_reverseiterator", Iterator, list_reverse_next,
              .methods = iterator_place_methods);
ITERATOR_TYPE(py_tuple_iterator_type, "tuple_iterator", Iterator, tuple_next, .methods = iterator_place_methods);
ITERATOR_TYPE(py_str_iterator_type, "str_iterator", Iterator, str_next, .methods = iterator_place_methods);
ITERATOR_TYPE(py_set_iterator_type, "set_iterator", Iterator, set_next, .methods = iterator_rest_methods);
ITERATOR_TYPE(py_bytes_iterator_type, "bytes_iterator", Iterator, sequence_next, .methods = iterator_place_methods);
ITERATOR_TYPE(py_bytearray_iterator_type, "bytearray_iterator", Iterator, sequence_next,
              .methods = iterator_place_methods);
ITERATOR_TYPE(py_sequence_iterator_type, "iterator", Iterator, sequence_next, .methods = iterator_place_methods);
ITERATOR_TYPE(py_dict_iterator_type, "dict_keyiterator", DictIterator, dict_next, .next_two = dict_next_two,
              .methods = iterator_rest_methods);
Type py_range_iterator_type = {
    .name = "range_iterator", .size = sizeof(RangeIterator), .iter = iterator_itself, .next = range_next,
    .methods = iterator_range_methods};
Type py_callable_iterator_type = {.name = "callable_iterator", .size = sizeof(CallableIterator),
                                  .iter = iterator_itself, .next = callable_next, .traverse = callable_traverse,
                                  .clear = callable_finish, .dealloc = callable_finish,
                                  .methods = iterator_callable_methods};
