/* From values of the language to arrays and back: np.asarray, dtypes, shapes, tolist. */
#include <math.h>
#include <string.h>

#include "engine/core/memory.h"
#include "repl/modules/numpy_internal.h"

Value np_value(NdArray *array, const Error *error) {
  if (array == NULL) return error && error->code ? py_raise_error(error) : py_raise(&py_MemoryError, "out of memory");
  ArrayObject *object = py_new(&np_array_type);
  if (object == NULL) {
    nd_release(array);
    return PY_ERROR;
  }
  object->array = array;
  return py_object(object);
}

Value np_value_or_scalar(NdArray *array, const Error *error) {
  if (array == NULL || array->ndim > 0) return np_value(array, error);
  NdScalar scalar = nd_get(array, NULL);
  nd_release(array);
  return py_scalar(scalar);
}

/* ---- Nested lists ---- */

/* What the walk over a nested sequence finds: its shape, and the dtype that holds every leaf. */
typedef struct Discovery {
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  bool any;
  bool texts; /* texts of numbers are leaves too: the caller said which dtype they become */
  NdType type;
} Discovery;

static bool leaf_type(Value value, NdType *type) {
  switch (value.tag) {
    case TAG_BOOL: *type = ND_BOOL; return true;
    case TAG_INT: *type = ND_INT64; return true;
    case TAG_FLOAT: *type = ND_FLOAT64; return true;
    case TAG_SCALAR: *type = (NdType)value.type; return true;
    default: return false;
  }
}

static bool ragged(int depth, const int64_t *shape) {
  char text[256];
  nd_shape_text(depth, shape, text, sizeof text);
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
  if (py_sequence(value, &items, &count) || py_is_str(value) || py_is_dict(value)) return true;
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

static bool discover(Value value, int depth, Discovery *found) {
  NdType type;
  NdArray *array = NULL;
  const Value *items;
  int64_t count;
  bool leaf = leaf_type(value, &type);
  if (!leaf && found->texts && py_is_str(value)) {
    leaf = true;
    type = ND_FLOAT64;
  }
  if (!leaf && !array_like(value, &array)) return false;
  if (leaf || array) {
    int ndim = array ? array->ndim : 0;
    if (array) type = array->type;
    bool fits = true;
    if (found->ndim < 0) {
      if (depth + ndim > ND_MAX_DIMS) fits = false;
      found->ndim = depth + ndim;
      for (int i = 0; fits && i < ndim; i++) found->shape[depth + i] = array->shape[i];
    } else {
      fits = found->ndim == depth + ndim;
      for (int i = 0; fits && i < ndim; i++) fits = found->shape[depth + i] == array->shape[i];
    }
    found->type = found->any ? nd_promote(found->type, type) : type;
    found->any = true;
    nd_release(array);
    return fits || ragged(depth, found->shape);
  }
  if (!py_sequence(value, &items, &count)) {
    py_raise(&py_TypeError, "an array of '%s' objects is not there yet: numbers and booleans only",
             py_type_of(value)->name);
    return false;
  }
  if (depth >= ND_MAX_DIMS) {
    py_raise(&py_ValueError, "an array may have at most %d dimensions", ND_MAX_DIMS);
    return false;
  }
  if (found->ndim >= 0 && depth >= found->ndim) return ragged(depth, found->shape);
  if (found->shape[depth] < 0) found->shape[depth] = count;
  else if (found->shape[depth] != count) return ragged(depth, found->shape);
  if (count == 0 && found->ndim < 0) found->ndim = depth + 1;
  for (int64_t i = 0; i < count; i++)
    if (!discover(items[i], depth + 1, found)) return false;
  return true;
}

static NdScalar scalar_of(Value value) {
  switch (value.tag) {
    case TAG_BOOL: return (NdScalar){.type = ND_BOOL, .as.u = (uint64_t)value.as.integer};
    case TAG_INT: return (NdScalar){.type = ND_INT64, .as.i = value.as.integer};
    case TAG_FLOAT: return (NdScalar){.type = ND_FLOAT64, .as.f = value.as.real};
    default: return py_as_scalar(value);
  }
}

/* A text as float() or int() reads it. */
static bool number_of(Value text, NdType to, NdScalar *number) {
  Value class = py_type_value(nd_types[to].kind == 'f' ? &py_float_type : &py_int_type);
  Value made = py_is_error(class) ? PY_ERROR : py_call_values(class, &text, 1);
  py_drop(class);
  if (py_is_error(made)) return false;
  *number = nd_scalar_cast(scalar_of(made), to);
  py_drop(made);
  return true;
}

static bool fill(NdArray *to, Value value, int depth, int64_t *index) {
  NdType type;
  NdScalar number;
  if (py_is_str(value)) {
    if (!number_of(value, to->type, &number)) return false;
    nd_put(to, index, number);
    return true;
  }
  if (leaf_type(value, &type)) {
    nd_put(to, index, nd_scalar_cast(scalar_of(value), to->type));
    return true;
  }
  NdArray *array;
  if (!array_like(value, &array)) return false;
  if (array) {
    Error error = {0};
    int64_t offset = 0;
    for (int i = 0; i < depth; i++) offset += index[i] * to->strides[i];
    NdArray *view = nd_on_buffer(to->buffer, (size_t)(to->data - to->buffer->data + offset), to->type, to->ndim - depth,
                                 to->shape + depth, to->strides + depth, &error);
    bool good = view && nd_assign(view, array, &error);
    nd_release(view);
    nd_release(array);
    if (!good) py_raise_error(&error);
    return good;
  }
  const Value *items;
  int64_t count;
  if (!py_sequence(value, &items, &count)) return false;
  for (int64_t i = 0; i < count; i++) {
    index[depth] = i;
    if (!fill(to, items[i], depth + 1, index)) return false;
  }
  return true;
}

/* `wanted`: the dtype, or -1 for the one that holds every leaf. */
static NdArray *from_sequence(Value value, int wanted) {
  Discovery found = {.ndim = -1, .type = ND_FLOAT64, .texts = wanted >= 0};
  for (int i = 0; i < ND_MAX_DIMS; i++) found.shape[i] = -1;
  if (!discover(value, 0, &found)) return NULL;
  Error error = {0};
  NdArray *array = nd_new(wanted >= 0 ? (NdType)wanted
                          : found.any ? found.type
                                      : ND_FLOAT64,
                          found.ndim, found.shape, &error);
  if (array == NULL) {
    py_raise_error(&error);
    return NULL;
  }
  int64_t index[ND_MAX_DIMS];
  if (array->size == 0 || fill(array, value, 0, index)) return array;
  nd_release(array);
  return NULL;
}

static NdArray *raised(NdArray *array, const Error *error) {
  if (array == NULL) py_raise_error(error);
  return array;
}

NdArray *np_as_array(Value value) {
  if (np_is_array(value)) return nd_retain(np_borrow(value));
  Error error = {0};
  NdType type;
  if (leaf_type(value, &type)) return raised(nd_from_scalar(scalar_of(value), ND_STRONG, &error), &error);
  NdArray *array;
  if (!array_like(value, &array)) return NULL;
  if (array) return array;
  const Value *items;
  int64_t count;
  if (py_sequence(value, &items, &count)) return from_sequence(value, -1);
  if (py_is(value, &py_range_type)) {
    Value list = py_to_list(value);
    if (py_is_error(list)) return NULL;
    array = from_sequence(list, -1);
    py_drop(list);
    return array;
  }
  py_raise(&py_TypeError, "an array of '%s' objects is not there yet: numbers and booleans only",
           py_type_of(value)->name);
  return NULL;
}

NdArray *np_as_array_of(Value value, Value dtype, NdType fallback) {
  NdType type;
  if (!np_as_dtype(dtype, fallback, &type)) return NULL;
  bool given = (int)type >= 0 && (int)type < ND_TYPE_COUNT;
  const Value *items;
  int64_t count;
  if (given && py_sequence(value, &items, &count)) return from_sequence(value, (int)type);
  NdArray *array = np_as_array(value);
  if (array == NULL || !given || array->type == type) return array;
  Error error = {0};
  NdArray *cast = nd_astype(array, type, &error);
  nd_release(array);
  return raised(cast, &error);
}

NdArray *np_as_operand(Value value) {
  Error error = {0};
  switch (value.tag) {
    case TAG_BOOL: return raised(nd_from_scalar(scalar_of(value), ND_WEAK_BOOL, &error), &error);
    case TAG_INT: return raised(nd_from_scalar(scalar_of(value), ND_WEAK_INT, &error), &error);
    case TAG_FLOAT: return raised(nd_from_scalar(scalar_of(value), ND_WEAK_FLOAT, &error), &error);
    default: return np_as_array(value);
  }
}

/* ---- dtypes ---- */

typedef struct DtypeObject {
  Object head;
  NdType type;
} DtypeObject;

static NdType dtype_of(Value v) { return ((DtypeObject *)v.as.object)->type; }

Value np_dtype_value(NdType type) {
  static Value made[ND_TYPE_COUNT];
  if (made[type].tag == TAG_ERROR) {
    DtypeObject *object = py_new(&np_dtype_type);
    if (object == NULL) return PY_ERROR;
    object->type = type;
    made[type] = py_object(object);
  }
  return py_keep(made[type]);
}

bool np_as_dtype(Value value, NdType fallback, NdType *out) {
  if (py_is_none(value) || py_is_undefined(value)) {
    *out = fallback;
    return true;
  }
  if (py_is(value, &np_dtype_type)) {
    *out = dtype_of(value);
    return true;
  }
  int named = -1;
  if (py_is_str(value)) {
    named = nd_type_named(py_as_string(value)->data);
    if (named < 0) {
      py_raise(&py_TypeError, "data type '%s' not understood", py_as_string(value)->data);
      return false;
    }
  } else if (py_is_type(value)) {
    Type *type = py_as_type(value);
    for (int i = 0; named < 0 && i < ND_TYPE_COUNT; i++)
      if (py_scalar_types[i] == type) named = i;
    if (type == &py_float_type) named = ND_FLOAT64;
    if (type == &py_int_type) named = ND_INT64;
    if (type == &py_bool_type) named = ND_BOOL;
  }
  if (named < 0) {
    Value text = py_repr(value);
    if (py_is_error(text)) return false;
    py_raise(&py_TypeError, "Cannot interpret '%s' as a data type", py_as_string(text)->data);
    py_drop(text);
    return false;
  }
  *out = (NdType)named;
  return true;
}

static Value dtype_repr(Value self) { return py_textf("dtype('%s')", nd_types[dtype_of(self)].name); }
static Value dtype_str(Value self) { return py_text(nd_types[dtype_of(self)].name); }
static Value dtype_compare(CompareOp op, Value a, Value b) {
  if (op != OP_EQ && op != OP_NE) return PY_NOT_IMPLEMENTED;
  NdType left, right;
  bool same = np_as_dtype(a, ND_BOOL, &left) && np_as_dtype(b, ND_BOOL, &right) && !py_is_none(a) && !py_is_none(b);
  if (!same) py_clear_pending();
  return py_bool((same && left == right) == (op == OP_EQ));
}
static bool dtype_hash(Value self, uint64_t *hash) {
  *hash = (uint64_t)dtype_of(self) + 1000;
  return true;
}
static Value dtype_name(Value self) { return py_text(nd_types[dtype_of(self)].name); }
static Value dtype_itemsize(Value self) { return py_int(nd_types[dtype_of(self)].itemsize); }
static Value dtype_kind(Value self) { return py_text_bytes(&nd_types[dtype_of(self)].kind, 1); }
static Value dtype_type(Value self) { return py_type_value(py_scalar_types[dtype_of(self)]); }
static Value construct_dtype(Type *type, Value *arguments) {
  NdType of;
  return np_as_dtype(arguments[0], ND_FLOAT64, &of) ? np_dtype_value(of) : PY_ERROR;
}
static const PropertyRow dtype_properties[] = {
    {"name", "numpy's name.", dtype_name, NULL},
    {"itemsize", "Bytes an element.", dtype_itemsize, NULL},
    {"kind", "'b', 'i', 'u' or 'f'.", dtype_kind, NULL},
    {"type", "The scalar's class.", dtype_type, NULL},
    {0},
};
Type np_dtype_type = {.head = {&py_type_type, 1}, .name = "dtype", .module = "numpy", .base = &py_object_type,
                      .help = "What the elements of an array are.", .size = sizeof(DtypeObject), .repr = dtype_repr,
                      .str = dtype_str, .compare = dtype_compare, .hash = dtype_hash, .signature = "dtype",
                      .construct = construct_dtype, .properties = dtype_properties};

/* ---- Shapes and lists ---- */

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
    py_raise(&py_TypeError, "expected a sequence of integers or a single integer, got '%s'", py_type_of(value)->name);
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
    case 'u': return py_int((int64_t)scalar.as.u);
    default: return py_float(scalar.as.f);
  }
}

static Value list_at(const NdArray *array, int axis, int64_t *index) {
  if (axis == array->ndim) return np_plain(nd_get(array, index));
  Value list = py_list(array->shape[axis]);
  for (int64_t i = 0; !py_is_error(list) && i < array->shape[axis]; i++) {
    index[axis] = i;
    if (!py_list_append_steal(py_as_list(list), list_at(array, axis + 1, index))) {
      py_drop(list);
      return PY_ERROR;
    }
  }
  return list;
}

Value np_to_list(const NdArray *array) {
  int64_t index[ND_MAX_DIMS];
  return list_at(array, 0, index);
}
