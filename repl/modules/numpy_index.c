/* What stands between the brackets of an ndarray, and the walk over its first axis. */
#include <string.h>

#include "engine/array/index.h"
#include "repl/modules/numpy_internal.h"

static bool slice_bound(Value bound, bool *has, int64_t *out) {
  *has = !py_is_none(bound);
  if (!*has || py_as_int(bound, out)) return true;
  if (py_pending_is(&py_TypeError)) {
    py_clear_pending();
    py_raise(&py_TypeError, "slice indices must be integers or None or have an __index__ method");
  }
  return false;
}

static bool no_index(void) {
  py_raise(&py_IndexError,
           "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are "
           "valid indices");
  return false;
}

/* An object that gives itself as an array: a column of pandas, a tensor. */
static bool gives_array(Value key) {
  if (key.tag != TAG_OBJECT) return false;
  Value method = py_find_attr(key, py_intern("__array__"));
  bool there = !py_is_undefined(method) && !py_is_error(method);
  py_drop(method);
  return there;
}

static bool index_item(Value key, NdIndex *item) {
  memset(item, 0, sizeof *item);
  if (py_is_none(key)) {
    item->kind = ND_INDEX_NEWAXIS;
    return true;
  }
  if (key.tag == TAG_ELLIPSIS) {
    item->kind = ND_INDEX_ELLIPSIS;
    return true;
  }
  if (py_is(key, &py_slice_type)) {
    Slice *slice = (Slice *)key.as.object;
    item->kind = ND_INDEX_SLICE;
    return slice_bound(slice->start, &item->has_start, &item->start) &&
           slice_bound(slice->stop, &item->has_stop, &item->stop) &&
           slice_bound(slice->step, &item->has_step, &item->step);
  }
  bool boolean = key.tag == TAG_BOOL || (key.tag == TAG_SCALAR && key.type == ND_BOOL);
  if (!boolean && (key.tag == TAG_INT || (key.tag == TAG_SCALAR && py_is_integer(key)))) {
    item->kind = ND_INDEX_INT;
    return py_as_int(key, &item->integer);
  }
  /* An array without dimensions is the integer it holds. */
  if (np_is_array(key) && np_borrow(key)->ndim == 0 && strchr("iu", nd_types[np_borrow(key)->type].kind) != NULL) {
    item->kind = ND_INDEX_INT;
    item->integer = nd_scalar_as_int(nd_get(np_borrow(key), NULL));
    return true;
  }
  const Value *items;
  int64_t count;
  if (boolean || np_is_array(key) || py_sequence(key, &items, &count) || py_is(key, &py_range_type) ||
      gives_array(key)) {
    item->kind = ND_INDEX_ARRAY;
    item->array = np_as_array(key);
    if (item->array && item->array->size == 0 && !np_is_array(key)) { /* x[[]] is an empty integer index */
      Error error = {0};
      NdArray *integers = nd_astype(item->array, ND_INT64, &error);
      nd_release(item->array);
      item->array = integers;
    }
    if (item->array == NULL) return false;
    if (nd_types[item->array->type].kind != 'f' && nd_is_number(item->array->type)) return true;
    nd_release(item->array);
    item->array = NULL;
    if (!np_is_array(key)) return no_index();
    py_raise(&py_IndexError, "arrays used as indices must be of integer (or boolean) type");
    return false;
  }
  /* Members of an IntEnum and other objects that say which number they are. */
  if (key.tag == TAG_OBJECT && py_type_of(key) != &py_int_type &&
      !py_is_undefined(py_type_lookup(py_type_of(key), py_intern("__index__")))) {
    item->kind = ND_INDEX_INT;
    return py_as_int(key, &item->integer);
  }
  no_index();
  if (key.tag == TAG_FLOAT) py_hint("an index must be a whole number: use int(...) or //");
  return false;
}

static void release_items(NdIndex *items, int count) {
  for (int i = 0; i < count; i++) nd_release(items[i].array);
}

static bool index_items(Value key, NdIndex *items, int *count) {
  *count = 0;
  Value *keys = &key;
  int64_t key_count = 1;
  if (py_is_tuple(key)) {
    keys = py_as_tuple(key)->items;
    key_count = py_as_tuple(key)->count;
  }
  if (key_count > 2 * ND_MAX_DIMS) {
    py_raise(&py_IndexError, "too many indices for array");
    return false;
  }
  for (int64_t i = 0; i < key_count; i++) {
    if (!index_item(keys[i], &items[i])) {
      release_items(items, (int)i);
      return false;
    }
    (*count)++;
  }
  return true;
}

Value np_array_getitem(Value self, Value key) {
  if (np_names_fields(np_borrow(self), key)) return np_view_value(np_fields_view(np_borrow(self), key), self, NULL);
  NdIndex items[2 * ND_MAX_DIMS];
  int count;
  if (!index_items(key, items, &count)) return PY_ERROR;
  Error error = {0};
  NdArray *found = nd_get_index(np_borrow(self), items, count, &error);
  bool ellipsis = false;
  for (int i = 0; i < count; i++) ellipsis |= items[i].kind == ND_INDEX_ELLIPSIS;
  release_items(items, count);
  bool array = ellipsis || (found && found->ndim > 0);
  return array ? np_view_value(found, self, &error) : np_value_or_scalar(found, &error);
}

/* What is assigned, as an array: a value that is no sequence is converted as one element, and so is everything where
 * one element of the array is set. */
static NdArray *value_for(NdArray *to, const NdIndex *items, int count, bool element, Value value) {
  const Value *inner;
  int64_t inner_count;
  NdComplex128 parts;
  NdType complex;
  bool array = np_is_array(value), sequence = py_sequence(value, &inner, &inner_count);
  bool single = py_is_number(value) || py_is_str(value) || py_is_bytes(value) || py_is_none(value) ||
                py_is_dict(value) || np_complex_of(value, &parts, &complex) ||
                np_time_of(value, &complex, &inner_count);
  Error error = {0};
  if (element && nd_is_record(to->type) && sequence && !array) {
    NdArray *made = nd_new_of(to, 0, NULL, &error);
    if (made == NULL) py_raise_error(&error);
    else if (np_element_store(nd_kind(to), made->data, value)) return made;
    nd_release(made);
    return NULL;
  }
  if ((nd_is_record(to->type) || nd_is_time(to->type)) && !array) return np_as_array_kind(value, nd_kind(to));
  if (single || (element && (to->type == ND_OBJECT || sequence))) {
    char kind = nd_types[to->type].kind;
    if (sequence && (kind == 'f' || kind == 'U' || kind == 'S')) {
      py_raise(&py_ValueError, "setting an array element with a sequence%s", kind == 'f' ? "." : "");
      return NULL;
    }
    NdArray *made = nd_new_of(to, 0, NULL, &error);
    if (made != NULL && np_element_store(nd_kind(to), made->data, value)) return made;
    nd_release(made);
    if (made == NULL) py_raise_error(&error);
    return NULL;
  }
  if (array || to->type != ND_OBJECT) {
    NdArray *from = np_as_array(value);
    if (from != NULL && !array && nd_is_complex(from->type) && nd_is_number(to->type)) {
      /* A list of complex numbers is refused where each of them would be. */
      nd_release(from);
      from = np_as_array_kind(value, nd_kind(to));
    }
    bool narrow = strchr("iu", nd_types[to->type].kind) != NULL && to->type != ND_INT64;
    if (from != NULL && !array && sequence && narrow && from->type == ND_INT64) {
      /* A list of numbers is refused where one of them is out of the dtype's bounds. */
      nd_release(from);
      from = np_as_array_kind(value, nd_kind(to));
    }
    bool views = sequence && from != NULL && from->ndim > 1;
    for (int i = 0; i < count && views; i++) views = items[i].kind != ND_INDEX_ARRAY;
    if (!views) return from;
    NdArray *place = nd_get_index(to, items, count, &error);
    int most = place ? place->ndim : ND_MAX_DIMS;
    nd_release(place);
    if (from->ndim <= most) return from;
    nd_release(from);
    py_raise(&py_ValueError, "setting an array element with a sequence. The requested array would exceed the maximum "
                             "number of dimension of %d.", most);
    return NULL;
  }
  /* Nested lists are taken apart as far as the place that they go to has dimensions. */
  NdArray *place = nd_get_index(to, items, count, &error);
  if (place == NULL) {
    py_raise_error(&error);
    return NULL;
  }
  int limit = place->ndim;
  nd_release(place);
  return np_as_objects(value, limit);
}

bool np_array_setitem(Value self, Value key, Value value) {
  if (py_is_undefined(value)) {
    py_raise(&py_ValueError, "cannot delete array elements");
    return false;
  }
  if (np_names_fields(np_borrow(self), key)) {
    Value all = {.tag = TAG_ELLIPSIS}, field = np_array_getitem(self, key);
    bool stored = !py_is_error(field) && np_array_setitem(field, all, value);
    py_drop(field);
    return stored;
  }
  NdIndex items[2 * ND_MAX_DIMS];
  int count;
  if (!index_items(key, items, &count)) return false;
  NdArray *to = np_borrow(self);
  bool element = count == to->ndim;
  for (int i = 0; i < count; i++) element = element && items[i].kind == ND_INDEX_INT;
  NdArray *from = value_for(to, items, count, element, value);
  Error error = {0};
  if (from == NULL) {
    /* A place that is not there is told before a value that does not fit. */
    NdArray *place = nd_get_index(to, items, count, &error);
    if (place == NULL && error.code == ERROR_INDEX) {
      py_clear_pending();
      py_raise_error(&error);
    }
    nd_release(place);
  }
  if (from && !np_complex_lost(from->type, to->type)) {
    nd_release(from);
    from = NULL;
  }
  bool good = from && nd_set_index(to, items, count, from, &error);
  if (from && !good && !py_pending()) py_raise_error(&error);
  nd_release(from);
  release_items(items, count);
  return good;
}

/* ---- Iteration: over the first axis ---- */

typedef struct ArrayIterator {
  Object head;
  Value array;
  int64_t at;
} ArrayIterator;

static void iterator_dealloc(Object *self) { py_drop(((ArrayIterator *)self)->array); }
static Value iterator_iter(Value self) { return py_keep(self); }
static Value iterator_next(Value self) {
  ArrayIterator *iterator = (ArrayIterator *)self.as.object;
  if (iterator->at >= np_borrow(iterator->array)->shape[0]) return PY_UNDEFINED;
  return np_array_getitem(iterator->array, py_int(iterator->at++));
}
static Type iterator_type = {.head = {&py_type_type, 1},
                             .name = "array_iterator",
                             .module = "numpy",
                             .base = &py_object_type,
                             .size = sizeof(ArrayIterator),
                             .dealloc = iterator_dealloc,
                             .iter = iterator_iter,
                             .next = iterator_next};
Value np_array_iter(Value self) {
  if (np_borrow(self)->ndim == 0) return py_raise(&py_TypeError, "iteration over a 0-d array");
  ArrayIterator *iterator = py_new(&iterator_type);
  if (iterator == NULL) return PY_ERROR;
  iterator->array = py_keep(self);
  return py_object(iterator);
}
