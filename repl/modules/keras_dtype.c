/* TensorFlow's dtypes, and the optimizer's learning rate as the variable that Keras keeps it in. */
#include <string.h>

#include "engine/core/memory.h"
#include "repl/modules/keras.h"
#include "repl/modules/numpy.h"

/* ---- tf.float32 ---- */

typedef struct DType {
  Object head;
  NdType type;
} DType;

const char *keras_type_name(NdType type) { return type == ND_OBJECT ? "string" : nd_types[type].name; }
static const char *name_of(Value self) { return keras_type_name(((DType *)self.as.object)->type); }

Value keras_dtype_value(NdType type) {
  DType *value = py_new(&keras_dtype_type);
  if (value) value->type = type;
  return py_object(value);
}

bool keras_as_dtype(Value value, NdType fallback, NdType *out) {
  if (py_is_str(value) && strcmp(py_as_string(value)->data, "string") == 0) {
    *out = ND_OBJECT;
    return true;
  }
  if (!py_is(value, &keras_dtype_type)) {
    if (!np_as_dtype(value, fallback, out)) return false;
    if (nd_is_text(*out)) *out = ND_OBJECT;
    return true;
  }
  *out = ((DType *)value.as.object)->type;
  return true;
}

bool keras_fill_dtypes(Dict *dict) {
  static const NdType types[] = {ND_FLOAT32, ND_FLOAT64, ND_INT8,   ND_INT16,  ND_INT32, ND_INT64,
                                 ND_UINT8,   ND_UINT16,  ND_UINT32, ND_UINT64, ND_BOOL, ND_OBJECT, ND_FLOAT16, ND_COMPLEX64, ND_COMPLEX128};
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (!py_dict_set_steal(dict, keras_type_name(types[i]), keras_dtype_value(types[i]))) return false;
  return py_dict_set_steal(dict, "half", keras_dtype_value(ND_FLOAT16)) &&
         py_dict_set_steal(dict, "double", keras_dtype_value(ND_FLOAT64));
}

static Value dtype_repr(Value self) { return py_textf("tf.%s", name_of(self)); }
static Value dtype_str(Value self) { return py_textf("<dtype: '%s'>", name_of(self)); }
static Value dtype_name(Value self) { return py_text(name_of(self)); }
static Value dtype_numpy(Value self) { return np_dtype_value(((DType *)self.as.object)->type); }
static bool dtype_hash(Value self, uint64_t *hash) {
  *hash = (uint64_t)((DType *)self.as.object)->type + 1;
  return true;
}
static Value dtype_compare(CompareOp op, Value a, Value b) {
  NdType left, right;
  if ((op != OP_EQ && op != OP_NE) || py_is_none(a) || py_is_none(b)) return PY_NOT_IMPLEMENTED;
  if (!keras_as_dtype(a, ND_FLOAT32, &left) || !keras_as_dtype(b, ND_FLOAT32, &right)) {
    py_clear_pending();
    return PY_NOT_IMPLEMENTED;
  }
  return py_bool((left == right) == (op == OP_EQ));
}

static const PropertyRow dtype_properties[] = {
    {"name", "Its name.", dtype_name, NULL},
    {"as_numpy_dtype", "numpy's dtype of this name.", dtype_numpy, NULL},
    {0},
};
Type keras_dtype_type = {.head = {&py_type_type, 1}, .name = "DType", .module = "tensorflow.python.framework.dtypes",
                         .base = &py_object_type, .help = "The type of a tensor's elements.", .size = sizeof(DType),
                         .repr = dtype_repr, .str = dtype_str, .hash = dtype_hash, .compare = dtype_compare,
                         .properties = dtype_properties};

/* ---- optimizer.learning_rate ---- */

typedef struct Rate {
  Object head;
  Value optimizer;
} Rate;

static NnObject *optimizer_of(Value self) { return keras_object_of(((Rate *)self.as.object)->optimizer); }
static double rate_of(Value self) { return nn_optimizer_rate(optimizer_of(self)); }
static void rate_dealloc(Object *self) { py_drop(((Rate *)self)->optimizer); }
static bool rate_traverse(Object *self, PyVisit visit, void *context) {
  Value optimizer = ((Rate *)self)->optimizer;
  return optimizer.tag != TAG_OBJECT || visit(optimizer.as.object, context);
}

/* The rate as a float32 scalar of numpy. */
static Value as_scalar(Value self) { return py_scalar((NdScalar){.type = ND_FLOAT32, .as.f = rate_of(self)}); }

static Value as_tensor(Value self) {
  Error error = {0};
  return keras_eager_value(nd_from_scalar(py_as_scalar(as_scalar(self)), ND_STRONG, &error), &error);
}

static Value rate_repr(Value self) {
  Value value = py_repr(py_float(rate_of(self)));
  if (py_is_error(value)) return value;
  Value text = py_textf("<Variable path=%s/learning_rate, shape=(), dtype=float32, value=%s>",
                        ((NnOptimizer *)optimizer_of(self))->name, py_as_string(value)->data);
  py_drop(value);
  return text;
}
static Value rate_format(Value self, const char *spec, size_t length) {
  return py_format(py_float(rate_of(self)), spec, length);
}
static Value rate_numpy(const NativeRow *row, Value *arguments) { return as_scalar(arguments[0]); }
static Value rate_float(const NativeRow *row, Value *arguments) { return py_float(rate_of(arguments[0])); }
static Value rate_assign(const NativeRow *row, Value *arguments) {
  double rate;
  if (py_is_str(arguments[1])) return py_raise(&py_TypeError, "Cannot convert '%s' to EagerTensor of dtype float",
      py_as_string(arguments[1])->data);
  if (!py_as_double(arguments[1], &rate)) return PY_ERROR;
  nn_optimizer_set_rate(optimizer_of(arguments[0]), rate);
  return py_keep(arguments[0]);
}
static bool is_rate(Value value) { return value.tag == TAG_OBJECT && value.as.object->type == &keras_rate_type; }
static Value operand(Value value) { return is_rate(value) ? as_tensor(value) : py_keep(value); }
static Value rate_binary(BinaryOp op, Value a, Value b) {
  Value left = operand(a), right = operand(b);
  Value result = py_is_error(left) || py_is_error(right) ? PY_ERROR : py_binary(op, left, right);
  py_drop(left);
  py_drop(right);
  return result;
}
static Value rate_compare(CompareOp op, Value a, Value b) {
  Value left = operand(a), right = operand(b);
  Value result = py_is_error(left) || py_is_error(right) ? PY_ERROR : py_compare(op, left, right);
  py_drop(left);
  py_drop(right);
  return result;
}
static Value rate_shape(Value self) { return keras_tensor_shape_value(0, NULL); }
static Value rate_dtype(Value self) { return py_text("float32"); }
static Value rate_name(Value self) { return py_text("learning_rate"); }
static Value rate_path(Value self) { return py_textf("%s/learning_rate", ((NnOptimizer *)optimizer_of(self))->name); }

static const NativeRow rate_methods[] = {
    {"numpy", "self", "The rate as a numpy scalar.", rate_numpy, NULL},
    {"assign", "self, value", "Sets the rate.", rate_assign, NULL},
    {"__float__", "self", "The rate as a float.", rate_float, NULL},
    {0},
};
static const PropertyRow rate_properties[] = {
    {"value", "The rate as a tensor.", as_tensor, NULL},
    {"shape", "().", rate_shape, NULL},
    {"dtype", "'float32'.", rate_dtype, NULL},
    {"name", "'learning_rate'.", rate_name, NULL},
    {"path", "Its place in the optimizer.", rate_path, NULL},
    {0},
};
Type keras_rate_type = {.head = {&py_type_type, 1},
                        .name = "Variable",
                        .module = "keras.src.backend",
                        .base = &py_object_type,
                        .help = "An optimizer's learning rate.",
                        .size = sizeof(Rate),
                        .dealloc = rate_dealloc,
                        .traverse = rate_traverse,
                        .repr = rate_repr,
                        .format = rate_format,
                        .binary = rate_binary,
                        .compare = rate_compare,
                        .methods = rate_methods,
                        .properties = rate_properties};

Value keras_rate_value(Value optimizer) {
  Rate *rate = py_new(&keras_rate_type);
  if (rate) rate->optimizer = py_keep(optimizer);
  return py_object(rate);
}
