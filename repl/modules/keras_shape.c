/* Shapes: values as shapes of the engine, and tf.TensorShape: the dimensions of a tensor, a tuple with a repr of its own;
 * what TensorFlow refuses as a dimension it refuses. */
#include <string.h>

#include "repl/modules/keras.h"
#include "repl/modules/numpy.h"

typedef struct TensorShape {
  Object head;
  Value dims; /* a tuple */
} TensorShape;

static Value dims_of(Value v) { return ((TensorShape *)v.as.object)->dims; }

static void shape_dealloc(Object *self) { py_drop(((TensorShape *)self)->dims); }

Value keras_tensor_shape_value(int ndim, const int64_t *shape) {
  Value dims = py_shape_with_none(ndim, shape);
  if (py_is_error(dims)) return dims;
  TensorShape *value = py_new(&keras_tensor_shape_type);
  if (value == NULL) {
    py_drop(dims);
    return PY_ERROR;
  }
  value->dims = dims;
  return py_object(value);
}
static Value shape_repr(Value self) {
  Value list = py_to_list(dims_of(self));
  if (py_is_error(list)) return list;
  Text text = {0};
  text_add(&text, "TensorShape(");
  bool good = py_repr_to(&text, list);
  py_drop(list);
  text_add_char(&text, ')');
  if (good) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}
static Value shape_str(Value self) { return py_str(dims_of(self)); }
static Value shape_compare(CompareOp op, Value a, Value b) {
  if (op != OP_EQ && op != OP_NE) return PY_NOT_IMPLEMENTED;
  Value left = py_to_tuple(py_is(a, &keras_tensor_shape_type) ? dims_of(a) : a);
  Value right = py_is_error(left) ? PY_ERROR : py_to_tuple(py_is(b, &keras_tensor_shape_type) ? dims_of(b) : b);
  Value result = py_is_error(right) ? PY_ERROR : py_compare(op, left, right);
  py_drop(left);
  py_drop(right);
  return result;
}
static int64_t shape_length(Value self) { return py_length(dims_of(self)); }
static Value shape_getitem(Value self, Value key) { return py_getitem(dims_of(self), key); }
static Value shape_iter(Value self) { return py_iter(dims_of(self)); }
static Value shape_as_list(const NativeRow *row, Value *arguments) { return py_to_list(dims_of(arguments[0])); }
static Value shape_rank(Value self) { return py_int(py_length(dims_of(self))); }

static bool is_dimension(Value dimension) {
  int64_t size;
  if (py_is_none(dimension)) return true;
  if (!py_is_integer(dimension)) {
    Value shown = py_repr(dimension), type = py_repr(py_object(py_type_of(dimension)));
    if (!py_is_error(shown) && !py_is_error(type))
      py_raise(&py_TypeError, "Dimension value must be integer or None or have an __index__ method, got value '%s' with type '%s'",
               py_as_string(shown)->data, py_as_string(type)->data);
    py_drop(shown);
    py_drop(type);
    return false;
  }
  if (!py_as_int(dimension, &size)) return false;
  if (size < 0) py_raise(&py_ValueError, "Dimension %lld must be >= 0", (long long)size);
  return size >= 0;
}

static Value construct_shape(Type *type, Value *arguments) {
  const Value given = arguments[0], *items = &given;
  int64_t count = 1;
  if (py_is(given, &keras_tensor_shape_type)) return py_keep(given);
  if (py_is_none(given)) return py_raise(&py_NotImplementedError, "shapes of an unknown number of dimensions are not there");
  if (py_is_str(given)) {
    Value shown = py_repr(given), first = py_text_slice(py_as_string(given), 0, 1, 1);
    Value letter = py_is_error(first) ? PY_ERROR : py_repr(first);
    if (!py_is_error(shown) && !py_is_error(letter))
      py_raise(&py_TypeError, "Failed to convert '%s' to a shape: '%s'could not be converted to a dimension. A shape should either "
               "be single dimension (e.g. 10), or an iterable of dimensions (e.g. [1, 10, None]).",
               py_as_string(shown)->data, py_as_string(letter)->data);
    py_drop(shown);
    py_drop(first);
    py_drop(letter);
    return PY_ERROR;
  }
  py_sequence(given, &items, &count);
  for (int64_t i = 0; i < count; i++)
    if (!is_dimension(items[i])) return PY_ERROR;
  TensorShape *value = py_new(&keras_tensor_shape_type);
  if (value == NULL) return PY_ERROR;
  value->dims = py_tuple(count);
  if (py_is_error(value->dims)) return py_drop(py_object(value)), PY_ERROR;
  for (int64_t i = 0; i < count; i++) {
    int64_t size = 0;
    if (!py_is_none(items[i]) && !py_as_int(items[i], &size)) return py_drop(py_object(value)), PY_ERROR;
    py_as_tuple(value->dims)->items[i] = py_is_none(items[i]) ? PY_NONE : py_int(size);
  }
  return py_object(value);
}

static Value shape_array(const NativeRow *row, Value *arguments) {
  Value list = py_to_list(dims_of(arguments[0]));
  NdArray *array = py_is_error(list) ? NULL : np_as_array(list);
  py_drop(list);
  return array != NULL ? np_value(array, NULL) : PY_ERROR;
}

static const NativeRow shape_methods[] = {{"__array__", "self, dtype=None, copy=None", "The dimensions as an array.", shape_array, NULL},
                                          {"as_list", "self", "The dimensions as a list.", shape_as_list, NULL}, {0}};
static const PropertyRow shape_properties[] = {{"rank", "How many dimensions.", shape_rank, NULL},
                                               {"ndims", "How many dimensions.", shape_rank, NULL}, {0}};
Type keras_tensor_shape_type = {.head = {&py_type_type, 1}, .name = "TensorShape",
                                .module = "tensorflow.python.framework.tensor_shape",
                                .base = &py_object_type, .help = "The shape of a tensor.", .size = sizeof(TensorShape),
                                .dealloc = shape_dealloc, .repr = shape_repr, .str = shape_str,
                                .compare = shape_compare, .length = shape_length, .getitem = shape_getitem,
                                .iter = shape_iter, .signature = "dims", .construct = construct_shape, .methods = shape_methods, .properties = shape_properties};

/* Keras's text for a shape with a dimension that is none; PY_UNDEFINED: a negative one. */
static bool bad_dimension(Value shape, Value dimension) {
  Value whole = py_str(shape), one = py_is_undefined(dimension) ? PY_NONE : py_str(dimension);
  if (!py_is_error(whole) && !py_is_error(one)) {
    if (py_is_undefined(dimension))
      py_raise(&py_ValueError, "Cannot convert '%s' to a shape. Negative dimensions are not allowed.", py_as_string(whole)->data);
    else
      py_raise(&py_ValueError, "Cannot convert '%s' to a shape. Found invalid dimension '%s' of type '<class '%s'>'. ",
               py_as_string(whole)->data, py_as_string(one)->data, py_type_of(dimension)->name);
  }
  py_drop(whole);
  py_drop(one);
  return false;
}

bool keras_as_shape(Value value, NnShape *shape) {
  memset(shape, 0, sizeof *shape);
  const Value *items = &value;
  int64_t count = 1;
  if (!py_is_integer(value) && !py_is_none(value) && !py_sequence(value, &items, &count)) {
    Value tuple = py_is_str(value) || py_is_number(value) ? PY_ERROR : py_to_tuple(value);
    if (py_is_error(tuple)) {
      py_clear_pending();
      if (py_is_str(value) && py_as_string(value)->length) {
        Value first = py_text_slice(py_as_string(value), 0, 1, 1);
        if (!py_is_error(first)) bad_dimension(value, first);
        py_drop(first);
        return false;
      }
      Value text = py_str(value);
      if (!py_is_error(text)) py_raise(&py_ValueError, "Cannot convert '%s' to a shape.", py_as_string(text)->data);
      py_drop(text);
      return false;
    }
    bool good = keras_as_shape(tuple, shape);
    py_drop(tuple);
    return good;
  }
  if (count > NN_MAX_DIMS) {
    py_raise(&py_NotImplementedError, "a shape may have at most %d dimensions, got %lld", NN_MAX_DIMS, (long long)count);
    return false;
  }
  for (int64_t i = 0; i < count; i++) {
    shape->dims[i] = -1;
    if (py_is_none(items[i])) continue;
    if (!py_is_integer(items[i])) return bad_dimension(value, items[i]);
    if (!py_as_int(items[i], &shape->dims[i])) return false;
    if (shape->dims[i] < 0) return bad_dimension(value, PY_UNDEFINED);
  }
  shape->rank = (int)count;
  return true;
}
