/* From values of the language to arrays and back: np.asarray, dtypes, shapes, tolist. */
#include <math.h>
#include <string.h>

#include "engine/array/complex.h"
#include "engine/array/element.h"
#include "engine/array/swapped.h"
#include "engine/core/memory.h"
#include "repl/modules/numpy_internal.h"
#include "repl/types/complex.h"
#include "repl/types/integer.h"

Value np_value(NdArray *array, const Error *error) {
  if (array == NULL) {
    if (py_pending()) return PY_ERROR;
    return error && error->code ? np_raise_ufunc(error) : py_raise(&py_MemoryError, "out of memory");
  }
  ArrayObject *object = py_new(&np_array_type);
  if (object == NULL) {
    nd_release(array);
    return PY_ERROR;
  }
  object->array = array;
  return py_object(object);
}

Value np_view_value(NdArray *array, Value of, const Error *error) {
  Value made = np_plain_view(array, of, error);
  return np_is_derived(of) ? np_like(made, of) : made;
}

Value np_plain_view(NdArray *array, Value of, const Error *error) {
  Value made = np_value(array, error);
  if (py_is_error(made) || !np_is_array(of) || np_borrow(of)->buffer != array->buffer) return made;
  ArrayObject *owner = (ArrayObject *)of.as.object;
  ((ArrayObject *)made.as.object)->base = py_keep(py_is_error(owner->base) ? of : owner->base);
  return made;
}

Value np_value_or_scalar(NdArray *array, const Error *error) {
  if (array == NULL || array->ndim > 0) return np_value(array, error);
  if (nd_is_record(array->type)) return np_record_value(array);
  Value made = np_element(nd_kind(array), array->data);
  nd_release(array);
  return made;
}

/* ---- Nested lists ---- */

/* What the walk over a nested sequence finds: its shape, and the dtype that holds every leaf. */
typedef struct Discovery {
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  bool any;
  bool others;  /* some leaf is no text */
  bool objects; /* the dtype asked for is object: what has no common shape are elements */
  bool records; /* the dtype asked for is structured: a tuple is one element */
  bool uneven;  /* found out that there is none: the walk is to be done again, down to `limit` */
  int limit;    /* axes that are looked at */
  NdKind kind;
} Discovery;

/* A Python integer too large for int64 that uint64 holds. */
static bool large_natural(Value value, uint64_t *natural) {
  unsigned char bytes[8];
  if (value.tag != TAG_OBJECT || !integer_is_big(value) || integer_sign(value) < 0) return false;
  if (integer_bit_length(value) > 64 || !integer_to_bytes(value, bytes, sizeof bytes, true, false)) return false;
  *natural = 0;
  for (int i = 7; i >= 0; i--) *natural = *natural << 8 | bytes[i];
  return true;
}

static bool too_large(void) {
  py_raise(&py_OverflowError, "Python int too large to convert to C long");
  return false;
}

static bool leaf_type(Value value, NdType *type) {
  uint64_t natural;
  switch (value.tag) {
    case TAG_OBJECT:
      *type = ND_UINT64;
      return large_natural(value, &natural);
    case TAG_BOOL: *type = ND_BOOL; return true;
    case TAG_INT: *type = ND_INT64; return true;
    case TAG_FLOAT: *type = ND_FLOAT64; return true;
    case TAG_SCALAR: *type = (NdType)value.type; return true;
    default: return false;
  }
}

/* The dtype of a value that is one element: numbers, texts; anything that is no sequence is an object. */
static bool leaf_kind(Value value, NdKind *kind) {
  NdType type;
  if (leaf_type(value, &type)) {
    *kind = (NdKind){type, nd_types[type].itemsize};
    return true;
  }
  NdComplex128 parts;
  int64_t ticks;
  if (np_time_of(value, &type, &ticks)) {
    *kind = (NdKind){type, sizeof ticks};
    return true;
  }
  if (np_complex_of(value, &parts, &type)) {
    *kind = (NdKind){type, nd_types[type].itemsize};
    return true;
  }
  if (py_is_str(value)) {
    int64_t count = py_as_string(value)->count;
    *kind = (NdKind){ND_STRING, count > 0 ? (int)count * 4 : 4};
    return true;
  }
  if (py_is_bytes(value)) {
    int64_t count = py_as_bytes(value)->count;
    *kind = (NdKind){ND_BYTES, count > 0 ? (int)count : 1};
    return true;
  }
  return false;
}

/* The items of what numpy takes for a sequence: lists and tuples as they are; a range and other things with a length
 * and items by number as a list, which the caller drops. */
static bool sequence_items(Value value, Value *held, const Value **items, int64_t *count) {
  *held = PY_UNDEFINED;
  if (py_sequence(value, items, count)) return true;
  if (value.tag != TAG_OBJECT || py_is_dict(value) || py_is_set(value) || py_is_type(value)) return false;
  bool range = py_is(value, &py_range_type);
  Type *type = py_type_of(value);
  if (!range && (!type->heap || type->length == NULL || type->getitem == NULL || type->iter == NULL)) return false;
  Value list = py_to_list(value);
  if (py_is_error(list)) {
    py_clear_pending();
    return false;
  }
  *held = list;
  return py_sequence(list, items, count);
}

static bool ragged(Discovery *found, int depth) {
  if (found->objects) {
    found->uneven = true;
    if (depth < found->limit) found->limit = depth;
    return false;
  }
  char text[256];
  nd_shape_text(depth, found->shape, text, sizeof text);
  py_raise(
      &py_ValueError,
      "setting an array element with a sequence. The requested array has an inhomogeneous shape after %d dimensions. "
      "The detected shape was %s + inhomogeneous part.",
      depth, text);
  return false;
}

/* A value that is an array, or gives one by .numpy() or __array__(): a new reference in *array, which stays NULL
 * otherwise. */
static bool array_like(Value value, NdArray **array) {
  *array = NULL;
  if (value.tag != TAG_OBJECT) return true;
  if (np_is_array(value)) {
    *array = nd_retain(np_borrow(value));
    return true;
  }
  const Value *items;
  int64_t count;
  if (py_sequence(value, &items, &count) || py_is_str(value) || py_is_dict(value) || py_is_type(value)) return true;
  Value method = py_find_attr(value, py_intern("numpy"));
  if (py_is_undefined(method)) method = py_find_attr(value, py_intern("__array__"));
  if (py_is_undefined(method)) return true;
  Value result = py_is_error(method) ? PY_ERROR : py_call_values(method, NULL, 0);
  py_drop(method);
  if (py_is_error(result)) return false;
  *array = np_as_array(result);
  py_drop(result);
  return *array != NULL;
}

static bool discover_shape(Discovery *found, int depth, int ndim, const int64_t *shape, NdKind kind) {
  bool fits = true;
  if (depth + ndim > found->limit) ndim = found->limit - depth;
  if (found->ndim < 0) {
    found->ndim = depth + ndim;
    for (int i = 0; i < ndim; i++) found->shape[depth + i] = shape[i];
  } else {
    fits = found->ndim == depth + ndim;
    for (int i = 0; fits && i < ndim; i++) fits = found->shape[depth + i] == shape[i];
  }
  if (!nd_is_text(kind.type)) found->others = true;
  found->kind = found->any ? nd_promote_kinds(found->kind, kind) : kind;
  found->any = true;
  return fits || ragged(found, depth);
}

static bool discover(Value value, int depth, Discovery *found) {
  static const NdKind object = {ND_OBJECT, sizeof(void *)};
  NdKind kind = object;
  NdArray *array = NULL;
  Value held = PY_UNDEFINED;
  const Value *items;
  int64_t count;
  if (depth >= ND_MAX_DIMS && !found->objects && (py_is_list(value) || py_is_tuple(value))) {
    py_raise(&py_ValueError, "setting an array element with a sequence. The requested array would exceed the maximum "
                             "number of dimension of %d.", ND_MAX_DIMS);
    return false;
  }
  NdArray *record = np_record_of(value);
  if (record != NULL) kind = nd_kind(record);
  if (record != NULL || (found->records && py_is_tuple(value))) return discover_shape(found, depth, 0, NULL, kind);
  if (depth >= found->limit || leaf_kind(value, &kind)) return discover_shape(found, depth, 0, NULL, kind);
  if (!array_like(value, &array)) return false;
  if (array) {
    bool good = discover_shape(found, depth, array->ndim, array->shape, nd_kind(array));
    nd_release(array);
    return good;
  }
  if (!sequence_items(value, &held, &items, &count)) return discover_shape(found, depth, 0, NULL, object);
  bool good = true;
  if (found->ndim >= 0 && depth >= found->ndim) good = ragged(found, depth);
  else if (found->shape[depth] < 0) found->shape[depth] = count;
  else if (found->shape[depth] != count) good = ragged(found, depth);
  if (count == 0 && found->ndim < 0) found->ndim = depth + 1;
  for (int64_t i = 0; good && i < count; i++) good = discover(items[i], depth + 1, found);
  py_drop(held);
  return good;
}

static NdScalar scalar_of(Value value) {
  switch (value.tag) {
    case TAG_BOOL: return (NdScalar){.type = ND_BOOL, .as.u = (uint64_t)value.as.integer};
    case TAG_INT: return (NdScalar){.type = ND_INT64, .as.i = value.as.integer};
    case TAG_FLOAT: return (NdScalar){.type = ND_FLOAT64, .as.f = value.as.real};
    case TAG_OBJECT: {
      NdScalar large = {.type = ND_UINT64};
      large_natural(value, &large.as.u);
      return large;
    }
    default: return py_as_scalar(value);
  }
}

/* A Python integer that the dtype cannot hold. */
static bool check_fits(Value value, NdType type) {
  if (value.tag == TAG_OBJECT)
    return type == ND_UINT64 || (nd_types[type].kind != 'i' && nd_types[type].kind != 'u') || too_large();
  if (value.tag != TAG_INT || nd_integer_fits(scalar_of(value), type)) return true;
  py_raise(&py_OverflowError, "Python integer %lld out of bounds for %s", (long long)value.as.integer,
           nd_types[type].name);
  return false;
}

/* A Python float that no integer is. */
static bool check_finite(Value value, NdType type) {
  char kind = nd_types[type].kind;
  if (value.tag != TAG_FLOAT || (kind != 'i' && kind != 'u') || isfinite(value.as.real)) return true;
  if (isnan(value.as.real)) py_raise(&py_ValueError, "cannot convert float NaN to integer");
  else py_raise(&py_OverflowError, "cannot convert float infinity to integer");
  return false;
}

/* A complex number, or a number for a complex place. */
static bool store_complex(NdKind kind, char *data, Value value) {
  NdComplex128 parts;
  NdType type;
  if (nd_is_complex(kind.type) && np_complex_of(value, &parts, &type)) {
    nd_complex_store(data, kind.type, parts);
    return true;
  }
  if (nd_is_complex(kind.type) && leaf_type(value, &type)) {
    nd_complex_store(data, kind.type, (NdComplex128){nd_scalar_as_double(scalar_of(value)), 0});
    return true;
  }
  return false;
}

bool np_complex_lost(NdType from, NdType to) {
  if (!nd_is_complex(from) || !nd_is_number(to) || to == ND_BOOL) return true;
  return np_warn(&np_complex_warning_type, "Casting complex values to real discards the imaginary part");
}

/* A complex number for a real place: Python's is refused, numpy's gives its real part. */
static bool store_real_part(NdKind kind, char *data, Value value, NdComplex128 parts, NdType type) {
  if (value.as.object->type != &np_complex64_type && value.as.object->type != &np_complex128_type) {
    bool real = nd_types[kind.type].kind == 'f';
    py_raise(&py_TypeError, "%s, not 'complex'",
             real ? "float() argument must be a string or a real number"
                  : "int() argument must be a string, a bytes-like object or a real number");
    return false;
  }
  if (!np_complex_lost(type, kind.type)) return false;
  nd_scalar_put(data, nd_scalar_cast((NdScalar){.type = ND_FLOAT64, .as.f = parts.real}, kind.type));
  return true;
}

bool np_element_store(NdKind kind, char *data, Value value) {
  NdType type;
  NdComplex128 parts;
  if (nd_is_record(kind.type)) return np_record_store(kind, data, value);
  if (nd_is_time(kind.type)) return np_time_store(kind.type, (int64_t *)data, value);
  if (store_complex(kind, data, value)) return true;
  if (nd_is_number(kind.type) && kind.type != ND_BOOL && np_complex_of(value, &parts, &type))
    return store_real_part(kind, data, value, parts, type);
  if (nd_is_number(kind.type) && leaf_type(value, &type)) {
    if (!check_fits(value, kind.type) || !check_finite(value, kind.type)) return false;
    nd_scalar_put(data, nd_scalar_cast(scalar_of(value), kind.type));
    return true;
  }
  /* float(None) is an error everywhere else; in an array it is a missing number. */
  if (nd_types[kind.type].kind == 'f' && py_is_none(value)) {
    nd_scalar_put(data, nd_scalar_cast((NdScalar){.type = ND_FLOAT64, .as.f = (double)NAN}, kind.type));
    return true;
  }
  if (py_is_bytes(value) && kind.type == ND_BYTES) {
    Bytes *bytes = py_as_bytes(value);
    memset(data, 0, (size_t)kind.itemsize);
    memcpy(data, bytes->data, (size_t)(bytes->count < kind.itemsize ? bytes->count : kind.itemsize));
    return true;
  }
  if (py_is_bytes(value) && nd_is_number(kind.type)) {
    Bytes *bytes = py_as_bytes(value);
    Error failed = {0};
    NdKind own = {ND_BYTES, (int)bytes->count};
    return nd_convert(kind, data, 0, own, bytes->data, 0, 1, &failed) || !py_is_error(py_raise_error(&failed));
  }
  void *element;
  if (!np_element_make(py_keep(value), &element)) return false;
  Error error = {0};
  NdKind own = {ND_OBJECT, sizeof element};
  bool good = nd_convert(kind, data, 0, own, (const char *)&element, 0, 1, &error);
  if (element != NULL) nd_objects.release(element);
  if (!good && !py_pending()) py_raise_error(&error);
  return good;
}

static bool fill(NdArray *to, Value value, int depth, int64_t *index) {
  char *place = to->data;
  for (int i = 0; i < depth; i++) place += index[i] * to->strides[i];
  NdKind kind;
  if (leaf_kind(value, &kind) || (depth == to->ndim && (to->type == ND_OBJECT || nd_is_record(to->type))))
    return np_element_store(nd_kind(to), place, value);
  NdArray *array;
  if (!array_like(value, &array)) return false;
  if (array && array->ndim == to->ndim - depth) {
    Error error = {0};
    NdArray *view = nd_view_part(to, place, to->ndim - depth, to->shape + depth, to->strides + depth, &error);
    bool good = view && nd_assign(view, array, &error);
    nd_release(view);
    nd_release(array);
    if (!good && !py_pending()) py_raise_error(&error);
    return good;
  }
  Value held = PY_UNDEFINED;
  const Value *items;
  int64_t count;
  bool good = true;
  if (array) {
    /* Its first axes are axes of the array, the others lie in elements. */
    nd_release(array);
    held = py_to_list(value);
    good = !py_is_error(held) && py_sequence(held, &items, &count);
  } else if (!sequence_items(value, &held, &items, &count)) {
    return np_element_store(nd_kind(to), place, value);
  }
  for (int64_t i = 0; good && i < count; i++) {
    index[depth] = i;
    good = fill(to, items[i], depth + 1, index);
  }
  py_drop(held);
  return good;
}

/* `wanted`: the dtype (texts without a size take what is needed), or type -1 for the one that holds every leaf. */
static NdArray *from_values(Value value, NdKind wanted, int limit) {
  bool given = (int)wanted.type >= 0;
  Discovery found;
  do {
    found = (Discovery){.ndim = -1, .kind = {ND_FLOAT64, 8}, .limit = limit,
                        .objects = given && wanted.type == ND_OBJECT,
                        .records = given && nd_is_record(wanted.type)};
    for (int i = 0; i < ND_MAX_DIMS; i++) found.shape[i] = -1;
    if (!discover(value, 0, &found) && !found.uneven) return NULL;
    limit = found.limit;
  } while (found.uneven);
  if (!given) wanted = found.kind;
  else if (nd_is_text(wanted.type) && wanted.itemsize == 0 && found.any)
    wanted.itemsize = found.others ? 0 : nd_text_size(found.kind, wanted.type);
  Error error = {0};
  NdArray *array;
  int64_t index[ND_MAX_DIMS];
  if (given && nd_is_text(wanted.type) && wanted.itemsize == 0 && found.any) {
    /* Values whose texts have to be made to know their length: collected as objects first. */
    NdArray *objects = from_values(value, (NdKind){ND_OBJECT, sizeof(void *)}, ND_MAX_DIMS);
    array = objects ? nd_astype(objects, wanted.type, &error) : NULL;
    nd_release(objects);
    if (array == NULL && !py_pending()) py_raise_error(&error);
    return array;
  }
  array = nd_new_sized(wanted.type, wanted.itemsize, found.ndim, found.shape, &error);
  if (array == NULL) {
    py_raise_error(&error);
    return NULL;
  }
  if (array->size == 0 || fill(array, value, 0, index)) return array;
  nd_release(array);
  return NULL;
}

static NdArray *raised(NdArray *array, const Error *error) {
  if (array == NULL && !py_pending()) py_raise_error(error);
  return array;
}

NdArray *np_as_array(Value value) {
  if (np_is_array(value) && !nd_is_swapped(np_borrow(value)->type)) return nd_retain(np_borrow(value));
  Error error = {0};
  NdType type;
  if (leaf_type(value, &type)) return raised(nd_from_scalar(scalar_of(value), ND_STRONG, &error), &error);
  NdComplex128 parts;
  int64_t ticks;
  if (np_time_of(value, &type, &ticks)) return np_time_array(type, ticks);
  if (np_complex_of(value, &parts, &type)) return np_complex_array(parts, type, ND_STRONG);
  if (np_record_of(value)) return nd_retain(np_record_of(value));
  NdArray *array;
  if (!array_like(value, &array)) return NULL;
  if (array && nd_is_swapped(array->type)) {
    NdArray *native = nd_to_native(array, &error);
    nd_release(array);
    return raised(native, &error);
  }
  return array ? array : from_values(value, (NdKind){(NdType)-1, 0}, ND_MAX_DIMS);
}

NdArray *np_as_array_kept(Value value) {
  return np_is_array(value) ? nd_retain(np_borrow(value)) : np_as_array(value);
}

NdArray *np_as_numbers(Value value) {
  NdArray *array = np_as_array(value);
  if (array == NULL || nd_is_number(array->type) || nd_is_complex(array->type)) return array;
  Error error = {0};
  NdArray *numbers = NULL;
  if (nd_is_text(array->type)) {
    char name[32];
    nd_kind_name(nd_kind(array), name);
    py_raise(&py_ValueError, "Invalid dtype: %s", name);
    py_hint("numbers are needed here: astype(float) reads them, np.unique(x, return_inverse=True) counts classes");
  } else {
    numbers = raised(nd_astype(array, ND_FLOAT64, &error), &error);
  }
  nd_release(array);
  return numbers;
}

NdArray *np_as_objects(Value value, int limit) {
  return from_values(value, (NdKind){ND_OBJECT, sizeof(void *)}, limit);
}

NdArray *np_as_array_kind(Value value, NdKind kind) {
  if ((int)kind.type < 0) return np_as_array_kept(value);
  if (nd_is_time(kind.type) && !np_time_settle(value, &kind.type)) return NULL;
  if (nd_is_swapped(kind.type) && !(np_is_array(value) && np_borrow(value)->type == kind.type)) {
    Error failed = {0};
    NdArray *native = np_as_array_kind(value, (NdKind){nd_native(kind.type), kind.itemsize});
    NdArray *made = native ? nd_astype(native, kind.type, &failed) : NULL;
    nd_release(native);
    return native ? raised(made, &failed) : NULL;
  }
  NdArray *array;
  if (np_record_of(value)) array = nd_retain(np_record_of(value));
  else if (!array_like(value, &array)) return NULL;
  if (array == NULL) return from_values(value, kind, ND_MAX_DIMS);
  if (array->type == kind.type && (kind.itemsize == 0 || array->itemsize == kind.itemsize)) return array;
  Error error = {0};
  NdArray *cast = nd_astype_sized(array, kind.type, kind.itemsize, &error);
  nd_release(array);
  return raised(cast, &error);
}

NdArray *np_as_array_of(Value value, Value dtype, NdType fallback) {
  NdKind kind;
  return np_as_kind(dtype, fallback, &kind) ? np_as_array_kind(value, kind) : NULL;
}

NdArray *np_as_operand(Value value) {
  Error error = {0};
  switch (value.tag) {
    case TAG_BOOL: return raised(nd_from_scalar(scalar_of(value), ND_WEAK_BOOL, &error), &error);
    case TAG_INT: return raised(nd_from_scalar(scalar_of(value), ND_WEAK_INT, &error), &error);
    case TAG_FLOAT: return raised(nd_from_scalar(scalar_of(value), ND_WEAK_FLOAT, &error), &error);
    default: {
      NdComplex128 parts;
      NdType type;
      bool weak = value.tag == TAG_OBJECT && value.as.object->type == &py_complex_type;
      if (weak && np_complex_of(value, &parts, &type)) return np_complex_array(parts, type, ND_WEAK_COMPLEX);
      return np_as_array(value);
    }
  }
}

Value np_settle_integer(Value value, Value other) {
  if (value.tag != TAG_OBJECT || !integer_is_big(value)) return py_keep(value);
  NdType type;
  if (np_is_array(other)) type = np_borrow(other)->type;
  else if (other.tag == TAG_SCALAR) type = (NdType)other.type;
  else return py_keep(value);
  uint64_t natural;
  double real;
  if (type == ND_UINT64 && large_natural(value, &natural)) return py_scalar((NdScalar){.type = type, .as.u = natural});
  if (nd_types[type].kind == 'f') return integer_as_double(value, &real) ? py_float(real) : PY_ERROR;
  if (!nd_is_number(type)) return py_keep(value);
  too_large();
  return PY_ERROR;
}

/* ---- Shapes and lists ---- */

bool np_check_order(Value order) {
  if (py_is_none(order) || py_is_undefined(order)) return true;
  if (!py_is_str(order)) {
    py_raise(&py_TypeError, "order must be str, not %s", py_type_of(order)->name);
    return false;
  }
  const char *text = py_as_string(order)->data;
  if (strlen(text) == 1 && strchr("CFAKcfak", *text)) return true;
  py_raise(&py_ValueError, "order must be one of 'C', 'F', 'A', or 'K' (got '%s')", text);
  return false;
}
char np_order(Value order) { return py_is_str(order) ? py_as_string(order)->data[0] : 'C'; }

bool np_as_shape(Value value, int *ndim, int64_t shape[ND_MAX_DIMS]) {
  const Value *items = &value;
  int64_t count = 1;
  if (np_is_array(value) && np_borrow(value)->ndim == 1) {
    Value list = np_to_list(np_borrow(value));
    if (py_is_error(list)) return false;
    bool good = np_as_shape(list, ndim, shape);
    py_drop(list);
    return good;
  }
  if (!py_is_integer(value) && !py_sequence(value, &items, &count)) {
    if (value.tag == TAG_OBJECT && py_type_of(value)->iter) {
      Value tuple = py_to_tuple(value);
      if (py_is_error(tuple)) return false;
      bool good = np_as_shape(tuple, ndim, shape);
      py_drop(tuple);
      return good;
    }
    Value text = py_repr(value);
    if (!py_is_error(text))
      py_raise(&py_TypeError, "expected a sequence of integers or a single integer, got '%s'",
               py_as_string(text)->data);
    py_drop(text);
    return false;
  }
  if (count > ND_MAX_DIMS) {
    py_raise(&py_ValueError, "maximum supported dimension for an ndarray is currently %d, found %lld", ND_MAX_DIMS,
             (long long)count);
    return false;
  }
  for (int64_t i = 0; i < count; i++)
    if (!py_as_int(items[i], &shape[i])) return false;
  *ndim = (int)count;
  return true;
}

Value np_plain(NdScalar scalar) {
  switch (nd_types[scalar.type].kind) {
    case 'b': return py_bool(scalar.as.u != 0);
    case 'i': return py_int(scalar.as.i);
    case 'u': return scalar.as.u > INT64_MAX ? integer_from_natural(scalar.as.u) : py_int(scalar.as.i);
    default: return py_float(scalar.as.f);
  }
}

static Value list_at(const NdArray *array, int axis, const char *data) {
  if (axis == array->ndim) return np_plain_element(nd_kind(array), data);
  Value list = py_list(array->shape[axis]);
  for (int64_t i = 0; !py_is_error(list) && i < array->shape[axis]; i++) {
    if (!py_list_append_steal(py_as_list(list), list_at(array, axis + 1, data + i * array->strides[axis]))) {
      py_drop(list);
      return PY_ERROR;
    }
  }
  return list;
}

Value np_to_list(const NdArray *array) {
  return list_at(array, 0, array->data);
}
