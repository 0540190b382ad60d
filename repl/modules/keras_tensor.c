/* Tensors as values: symbolic ones, variables, and the concrete results of calling a layer on arrays. */
#include <string.h>

#include "engine/array/print.h"
#include "engine/array/ufunc.h"
#include "engine/core/memory.h"
#include "engine/nn/tensor.h"
#include "engine/nn/rows.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_user.h"
#include "repl/modules/numpy.h"

/* ---- Symbolic tensors ---- */

static void tensor_dealloc(Object *self) { nn_tensor_release(((KerasTensor *)self)->tensor); }

static NnTensor *tensor_of(Value v) { return ((KerasTensor *)v.as.object)->tensor; }
bool keras_is_tensor(Value v) { return py_is(v, &keras_tensor_type); }

Value keras_tensor_value(NnTensor *tensor, const Error *error) {
  if (tensor == NULL) return keras_raise(error);
  KerasTensor *value = py_new(&keras_tensor_type);
  if (value == NULL) {
    nn_tensor_release(tensor);
    return PY_ERROR;
  }
  value->tensor = tensor;
  return py_object(value);
}

Value keras_shape_value(const NnShape *shape) { return py_shape_with_none(shape->rank, shape->dims); }

static Value tensor_repr(Value self) {
  char shape[256];
  nn_shape_text(nn_tensor_shape(tensor_of(self)), shape, sizeof shape);
  return py_textf("<KerasTensor shape=%s, dtype=%s, sparse=False, ragged=False, name=%s>", shape,
                  keras_type_name(nn_tensor_type(tensor_of(self))), nn_tensor_name(tensor_of(self)));
}
static Value tensor_shape(Value self) { return keras_shape_value(nn_tensor_shape(tensor_of(self))); }
static Value tensor_dtype(Value self) { return py_text(keras_type_name(nn_tensor_type(tensor_of(self)))); }
static Value tensor_name(Value self) { return py_text(nn_tensor_name(tensor_of(self))); }
static Value tensor_ndim(Value self) { return py_int(nn_tensor_shape(tensor_of(self))->rank); }

static int tensor_truth(Value self) {
  py_raise(&py_TypeError, "A symbolic KerasTensor cannot be used as a boolean.");
  py_hint("its values are not known before the model runs: use keras.ops.where, or compare what model(x) gives");
  return -1;
}
/* x[key] of anything that is traced or recorded is made of ops (_keras_ops.py). */
static Value tensor_getitem(Value self, Value key) {
  return keras_embedded_call("_keras_ops", "_getitem", (Value[]){self, key}, 2);
}

static Value no_values(const char *what) {
  return py_raise(&py_ValueError,
                  "A KerasTensor is symbolic: it's a placeholder for a shape an a dtype. It doesn't have any actual numerical "
                  "value. You cannot convert it to %s.", what);
}
static Value tensor_array(const NativeRow *row, Value *arguments) { return no_values("a NumPy array"); }
static Value tensor_float(const NativeRow *row, Value *arguments) { return no_values("a float"); }
static Value tensor_int(const NativeRow *row, Value *arguments) { return no_values("an int"); }
static Value tensor_iter(Value self) {
  return py_raise(&py_NotImplementedError, "Iterating over a symbolic KerasTensor is not supported.");
}
static const NativeRow tensor_methods[] = {
    {"__array__", "self, dtype=None, copy=None", "A symbolic tensor has no value.", tensor_array, NULL},
    {"__float__", "self", "A symbolic tensor has no value.", tensor_float, NULL},
    {"__int__", "self", "A symbolic tensor has no value.", tensor_int, NULL},
    {0},
};

static const PropertyRow tensor_properties[] = {
    {"shape", "Its shape; None where the size is not known.", tensor_shape, NULL},
    {"dtype", "The name of its dtype.", tensor_dtype, NULL},
    {"name", "Its name.", tensor_name, NULL},
    {"ndim", "How many dimensions it has.", tensor_ndim, NULL},
    {"_keras_mask", "Which of its steps count, or None.", keras_mask, keras_set_mask},
    {0},
};
Type keras_tensor_type = {.head = {&py_type_type, 1},
                          .name = "KerasTensor",
                          .module = "keras.src.backend.common.keras_tensor",
                          .base = &py_object_type,
                          .help = "A symbolic tensor: a place in a model's graph.",
                          .size = sizeof(KerasTensor),
                          .dealloc = tensor_dealloc,
                          .repr = tensor_repr,
                          .truth = tensor_truth,
                          .iter = tensor_iter,
                          .binary = keras_operator,
                          .compare = keras_comparison,
                          .unary = keras_unary,
                          .getitem = tensor_getitem,
                          .methods = tensor_methods,
                          .properties = tensor_properties};

/* ---- Variables ---- */

static void variable_dealloc(Object *self) {
  NnVariable *variable = ((KerasVariable *)self)->variable;
  if (variable != NULL && variable->owner == self) variable->owner = NULL;
  nn_variable_release(variable);
}
static NnVariable *variable_of(Value v) { return ((KerasVariable *)v.as.object)->variable; }

static Value new_value(NnVariable *variable) {
  KerasVariable *value = py_new(&keras_variable_type);
  if (value == NULL) return PY_ERROR;
  value->variable = nn_variable_retain(variable);
  return py_object(value);
}

/* One value for one variable, as long as it lives, so that `layer.weights[0] is layer.kernel`. */
Value keras_variable_value(NnVariable *variable) {
  if (variable->owner != NULL) return py_keep((Value){.tag = TAG_OBJECT, .as.object = variable->owner});
  Value made = new_value(variable);
  if (!py_is_error(made)) variable->owner = made.as.object;
  return made;
}

static Value variable_repr(Value self) {
  const NnVariable *variable = variable_of(self);
  char shape[256];
  nd_shape_text(variable->value->ndim, variable->value->shape, shape, sizeof shape);
  Text text = {0};
  text_addf(&text, "<Variable path=%s, shape=%s, dtype=%s, value=", variable->path, shape,
            nd_types[variable->value->type].name);
  nd_print_str(&text, variable->value);
  text_add_char(&text, '>');
  return py_text_take(&text);
}
static Value variable_shape(Value self) {
  return keras_tensor_shape_value(variable_of(self)->value->ndim, variable_of(self)->value->shape);
}
static Value variable_dtype(Value self) { return py_text(nd_types[variable_of(self)->value->type].name); }
static Value variable_name(Value self) { return py_text(variable_of(self)->name); }
static Value variable_path(Value self) { return py_text(variable_of(self)->path); }
static Value variable_trainable(Value self) { return py_bool(variable_of(self)->trainable); }
static bool set_variable_trainable(Value self, Value value) {
  NnVariable *variable = variable_of(self);
  if (!py_as_bool(value, &variable->trainable)) return false;
  variable->state = variable->state && !variable->trainable;
  return true;
}

static Value variable_value(Value self) {
  return keras_op(&(OpCall){.name = "scale", .class_name = "ReadVariableOp", .attributes = {.real = {1}}, .result = RESULT_SAME},
                  &self, 1);
}
static Value variable_getitem(Value self, Value key) {
  return keras_embedded_call("_keras_ops", "_getitem", (Value[]){self, key}, 2);
}
static Value variable_ndim(Value self) { return py_int(variable_of(self)->value->ndim); }
static Value variable_item(Value self, bool whole) {
  NdScalar scalar;
  Error error = {0};
  if (!nd_item(variable_of(self)->value, &scalar, &error)) return keras_raise(&error);
  return whole ? py_int((int64_t)nd_scalar_as_double(scalar)) : py_float(nd_scalar_as_double(scalar));
}
static Value variable_float(const NativeRow *row, Value *arguments) { return variable_item(arguments[0], false); }
static Value variable_int(const NativeRow *row, Value *arguments) { return variable_item(arguments[0], true); }
static int variable_truth(Value self) {
  Value number = variable_item(self, false);
  return py_is_error(number) ? -1 : py_truth(number);
}
static Value variable_iter(Value self) {
  Value tensor = variable_value(self);
  Value iterator = py_is_error(tensor) ? PY_ERROR : py_iter(tensor);
  py_drop(tensor);
  return iterator;
}
static Value variable_format(Value self, const char *spec, size_t length) {
  Value tensor = variable_value(self);
  Value text = py_is_error(tensor) ? PY_ERROR : py_format(tensor, spec, length);
  py_drop(tensor);
  return text;
}

static Value variable_numpy(const NativeRow *row, Value *arguments) {
  Error error = {0};
  return np_value(nd_copy(variable_of(arguments[0])->value, &error), &error);
}
/* Keras gives the new value back, TensorFlow the variable. */
static Value assigned(Value self, Value value, int sign) {
  if (!keras_variable_assign(self, value, sign)) return PY_ERROR;
  if (!py_is(self, &tf_variable_type)) return keras_any_trace() ? py_keep(self) : variable_value(self);
  Value other = new_value(variable_of(self));
  if (py_is_error(other)) return other;
  other.as.object->type = &tf_variable_type;
  ((KerasVariable *)other.as.object)->unread = true;
  return other;
}
static Value variable_assign(const NativeRow *row, Value *arguments) {
  NnVariable *variable = variable_of(arguments[0]);
  if (py_is_str(arguments[1]))
    return py_raise(&py_TypeError, "Cannot convert '%s' to EagerTensor of dtype %s", py_as_string(arguments[1])->data,
                    variable->value->type == ND_FLOAT32 ? "float" : variable->value->type == ND_FLOAT64 ? "double"
                        : nd_types[variable->value->type].name);
  if (keras_any_trace()) return assigned(arguments[0], arguments[1], 0);
  NdArray *value = np_as_numbers(arguments[1]);
  if (value == NULL) return PY_ERROR;
  Error error = {0};
  bool same = value->ndim == variable->value->ndim;
  for (int i = 0; same && i < value->ndim; i++) same = value->shape[i] == variable->value->shape[i];
  if (!same) {
    char have[256], got[256];
    nd_shape_text(variable->value->ndim, variable->value->shape, have, sizeof have);
    nd_shape_text(value->ndim, value->shape, got, sizeof got);
    Value shown = variable_repr(arguments[0]);
    if (!py_is_error(shown))
      core_fail(&error, ERROR_VALUE,
                "The shape of the target variable and the shape of the target value in `variable.assign(value)` must match. "
                "variable.shape=%s, Received: value.shape=%s. Target variable: %s", have, got, py_as_string(shown)->data);
    py_drop(shown);
    if (error.code == ERROR_NONE) {
      nd_release(value);
      return PY_ERROR;
    }
  }
  nd_release(value);
  if (error.code != ERROR_NONE) return keras_raise(&error);
  return assigned(arguments[0], arguments[1], 0);
}
static Value variable_add(const NativeRow *row, Value *arguments) {
  return assigned(arguments[0], arguments[1], 1);
}
static Value variable_subtract(const NativeRow *row, Value *arguments) {
  return assigned(arguments[0], arguments[1], -1);
}

static Value variable_construct(Type *type, Value *arguments) {
  return keras_embedded_call("_keras_ops", "_keras_variable", arguments, 5);
}
/* TensorFlow compares numbers; two names of one variable are equal by that too. */
static Value variable_compare(CompareOp op, Value a, Value b) { return keras_comparison(op, a, b); }
static bool variable_hash(Value self, uint64_t *hash) {
  *hash = (uint64_t)(uintptr_t)variable_of(self) * 0x9E3779B97F4A7C15u;
  return true;
}

static const NativeRow variable_methods[] = {
    {"numpy", "self", "The value as a numpy array (a copy).", variable_numpy, NULL},
    {"assign", "self, value", "Replaces the value.", variable_assign, NULL},
    {"assign_add", "self, value", "Adds to the value.", variable_add, NULL},
    {"assign_sub", "self, value", "Subtracts from the value.", variable_subtract, NULL},
    {"__float__", "self", "The only element as a float.", variable_float, NULL},
    {"__int__", "self", "The only element as an int.", variable_int, NULL},
    {0},
};
static Value variable_part(NnObject *object) { return object ? keras_wrap(nn_object_retain(object), NULL) : PY_NONE; }
static Value variable_regularizer(Value self) { return variable_part(variable_of(self)->regularizer); }
static Value variable_constraint(Value self) { return variable_part(variable_of(self)->constraint); }

static const PropertyRow variable_properties[] = {
    {"shape", "Its shape.", variable_shape, NULL},
    {"dtype", "The name of its dtype.", variable_dtype, NULL},
    {"name", "Its name.", variable_name, NULL},
    {"path", "Its place in the model.", variable_path, NULL},
    {"value", "Its value as a tensor (a copy).", variable_value, NULL},
    {"trainable", "Whether training changes it.", variable_trainable, set_variable_trainable},
    {"ndim", "How many dimensions it has.", variable_ndim, NULL},
    {"regularizer", "The penalty on it, or None.", variable_regularizer, NULL},
    {"constraint", "The bound on it, or None.", variable_constraint, NULL},
    {0},
};
Type keras_variable_type = {.head = {&py_type_type, 1},
                            .name = "Variable",
                            .module = "keras.src.backend",
                            .base = &py_object_type,
                            .help = "A weight.",
                            .size = sizeof(KerasVariable),
                            .dealloc = variable_dealloc,
                            .signature = "initializer, shape=None, dtype=None, trainable=True, name=None",
                            .construct = variable_construct,
                            .binary = keras_operator,
                            .compare = variable_compare,
                            .unary = keras_unary,
                            .getitem = variable_getitem,
                            .truth = variable_truth,
                            .iter = variable_iter,
                            .format = variable_format,
                            .hash = variable_hash,
                            .repr = variable_repr,
                            .methods = variable_methods,
                            .properties = variable_properties};

/* ---- Concrete tensors ---- */

static void eager_dealloc(Object *self) {
  nd_release(((EagerTensor *)self)->array);
  nn_value_release(((EagerTensor *)self)->value);
  nd_release(((EagerTensor *)self)->mask);
}
static NdArray *eager_of(Value v) { return ((EagerTensor *)v.as.object)->array; }

Value keras_eager_value(NdArray *array, const Error *error) {
  if (array == NULL) return keras_raise(error);
  EagerTensor *value = py_new(&keras_eager_tensor_type);
  if (value == NULL) {
    nd_release(array);
    return PY_ERROR;
  }
  value->array = array;
  return py_object(value);
}

/* "<tf.Tensor: shape=(2,), dtype=float32, numpy=array([1., 2.], dtype=float32)>"; arrays of two and more dimensions
 * start on a line of their own. */
void keras_add_number(Text *text, const NdArray *array) {
  if (array->type == ND_OBJECT) {
    Value element = np_value_or_scalar(nd_copy(array, NULL), NULL);
    if (py_is_error(element) || !py_repr_to(text, element)) py_clear_pending();
    py_drop(element);
    return;
  }
  if (array->type != ND_FLOAT32) {
    nd_print_str(text, array);
    return;
  }
  Value number = py_repr(py_float((double)*(const float *)(const void *)array->data));
  if (py_is_error(number)) py_clear_pending();
  else text_add(text, py_as_string(number)->data);
  py_drop(number);
}

static Value eager_repr(Value self) {
  const NdArray *array = eager_of(self);
  char shape[256];
  nd_shape_text(array->ndim, array->shape, shape, sizeof shape);
  Text text = {0};
  text_addf(&text, "<tf.Tensor: shape=%s, dtype=%s, numpy=", shape, keras_type_name(array->type));
  if (array->ndim == 0) {
    keras_add_number(&text, array);
  } else {
    Text inner = {0};
    nd_print_repr(&inner, array);
    if (strchr(text_string(&inner), '\n')) text_add_char(&text, '\n');
    text_add(&text, text_string(&inner));
    text_free(&inner);
  }
  text_add_char(&text, '>');
  return py_text_take(&text);
}

static Value eager_str(Value self) {
  const NdArray *array = eager_of(self);
  char shape[256];
  nd_shape_text(array->ndim, array->shape, shape, sizeof shape);
  Text text = {0};
  Text inner = {0};
  if (array->ndim == 0 && array->type == ND_OBJECT) keras_add_number(&inner, array);
  else nd_print_str(&inner, array);
  text_add(&text, "tf.Tensor(");
  if (strchr(text_string(&inner), '\n')) text_add_char(&text, '\n');
  text_add(&text, text_string(&inner));
  text_free(&inner);
  text_addf(&text, ", shape=%s, dtype=%s)", shape, keras_type_name(array->type));
  return py_text_take(&text);
}

/* The array as a numpy value: what every operation that is not the tensor's own works on. */
static Value as_numpy(Value self) { return np_value(nd_retain(eager_of(self)), NULL); }

static Value from_numpy(Value value) {
  if (py_is_error(value)) return value;
  NdArray *array = np_as_byte_texts(np_as_array(value));
  py_drop(value);
  return array ? keras_eager_value(array, NULL) : PY_ERROR;
}

/* What TensorFlow takes as an index of one axis. */
static bool is_index(Value key) {
  if (keras_is_eager(key)) return eager_of(key)->ndim == 0 && nd_types[eager_of(key)->type].kind == 'i';
  if (key.tag == TAG_BOOL || (key.tag == TAG_SCALAR && key.type == ND_BOOL)) return false;
  return py_is_none(key) || key.tag == TAG_ELLIPSIS || py_is(key, &py_slice_type) || py_is_integer(key);
}

static bool is_mask(Value key) {
  return keras_is_eager(key) ? eager_of(key)->type == ND_BOOL : np_is_array(key) && np_borrow(key)->type == ND_BOOL;
}

static Value eager_getitem(Value self, Value key) {
  const EagerTensor *eager = (EagerTensor *)self.as.object;
  bool plainly = is_index(key) || is_mask(key);
  if (py_is_tuple(key)) {
    plainly = true;
    for (int64_t i = 0; plainly && i < py_as_tuple(key)->count; i++) plainly = is_index(py_as_tuple(key)->items[i]);
  }
  if (eager->value != NULL || keras_tracing() || !plainly) return tensor_getitem(self, key);
  Value array = as_numpy(self), plain = keras_is_eager(key) ? as_numpy(key) : py_keep(key);
  Value result = py_getitem(array, plain);
  py_drop(array);
  py_drop(plain);
  if (py_is_error(result) && (py_pending_is(&py_IndexError) || py_pending_is(&py_ValueError) || py_pending_is(&py_TypeError))) {
    /* TensorFlow has other words for it. */
    py_clear_pending();
    return tensor_getitem(self, key);
  }
  return from_numpy(result);
}
static int64_t eager_length(Value self) {
  NdArray *array = eager_of(self);
  if (array->ndim > 0) return array->shape[0];
  py_raise(&py_TypeError, "Scalar tensor has no `len()`");
  return -1;
}
static int eager_truth(Value self) {
  Value array = as_numpy(self);
  int truth = py_truth(array);
  py_drop(array);
  return truth;
}
/* The rows, each a tensor. */
static Value eager_iter(Value self) {
  NdArray *array = eager_of(self);
  if (array->ndim == 0) return py_raise(&py_TypeError, "Cannot iterate over a scalar tensor.");
  Value rows = py_list(array->shape[0]);
  for (int64_t i = 0; !py_is_error(rows) && i < array->shape[0]; i++)
    if (!py_list_append_steal(py_as_list(rows), eager_getitem(self, py_int(i)))) {
      py_drop(rows);
      return PY_ERROR;
    }
  Value iterator = py_is_error(rows) ? rows : py_iter(rows);
  py_drop(rows);
  return iterator;
}
static Value eager_float_method(const NativeRow *row, Value *arguments) {
  NdScalar scalar;
  Error error = {0};
  if (!nd_item(eager_of(arguments[0]), &scalar, &error)) return keras_raise(&error);
  return py_float(nd_scalar_as_double(scalar));
}
static Value eager_int_method(const NativeRow *row, Value *arguments) {
  NdScalar scalar;
  Error error = {0};
  if (!nd_item(eager_of(arguments[0]), &scalar, &error)) return keras_raise(&error);
  return py_int(nd_types[scalar.type].kind == 'f' ? (int64_t)nd_scalar_as_double(scalar) : nd_scalar_as_int(scalar));
}
static Value eager_array(const NativeRow *row, Value *arguments) {
  NdType type;
  Error error = {0};
  NdArray *array = eager_of(arguments[0]);
  if (!keras_as_dtype(arguments[1], array->type, &type)) return PY_ERROR;
  return np_value(type == array->type ? nd_copy(array, &error) : nd_astype(array, type, &error), &error);
}
static Value eager_get_shape(const NativeRow *row, Value *arguments) {
  return keras_tensor_shape_value(eager_of(arguments[0])->ndim, eager_of(arguments[0])->shape);
}
/* A concrete tensor's shape is known: what is set must agree with it, None agreeing with any size. */
static Value eager_set_shape(const NativeRow *row, Value *arguments) {
  const NdArray *array = eager_of(arguments[0]);
  const Value *sizes;
  int64_t count, size;
  Value dims = py_to_tuple(arguments[1]);
  if (py_is_error(dims)) return dims;
  bool fits = py_sequence(dims, &sizes, &count) && count == array->ndim, good = true;
  for (int i = 0; fits && good && i < array->ndim; i++) {
    if (py_is_none(sizes[i])) continue;
    good = py_as_int(sizes[i], &size);
    fits = !good || size == array->shape[i];
  }
  if (good && !fits) {
    char shape[256];
    nd_shape_text(array->ndim, array->shape, shape, sizeof shape);
    Value shown = py_str(dims);
    if (!py_is_error(shown))
      py_raise(&py_ValueError, "Tensor's shape %s is not compatible with supplied shape %s.", shape, py_as_string(shown)->data);
    py_drop(shown);
  }
  py_drop(dims);
  return good && fits ? PY_NONE : PY_ERROR;
}
/* As an index of a list. */
static Value eager_index_method(const NativeRow *row, Value *arguments) {
  const NdArray *array = eager_of(arguments[0]);
  const char kind = nd_types[array->type].kind;
  if (array->ndim != 0 || (kind != 'i' && kind != 'u'))
    return py_raise(&py_TypeError, "only integer scalar arrays can be converted to a scalar index");
  return eager_int_method(row, arguments);
}
static Value eager_format(Value self, const char *spec, size_t length) {
  if (eager_of(self)->type == ND_OBJECT && eager_of(self)->ndim == 0) { /* bytes have no format of their own */
    Text text = {0};
    keras_add_number(&text, eager_of(self));
    if (length == 0) return py_text_take(&text);
    text_free(&text);
    return py_raise(&py_TypeError, "unsupported format string passed to bytes.__format__");
  }
  Value array = as_numpy(self);
  Value result = py_format(array, spec, length);
  py_drop(array);
  return result;
}

static Value eager_numpy(const NativeRow *row, Value *arguments) {
  NdArray *array = eager_of(arguments[0]);
  Error error = {0};
  if (array->ndim == 0) return np_value_or_scalar(nd_retain(array), &error);
  return np_value(nd_retain(array), &error);
}

static Value eager_shape(Value self) { return keras_tensor_shape_value(eager_of(self)->ndim, eager_of(self)->shape); }
static Value eager_dtype(Value self) { return keras_dtype_value(eager_of(self)->type); }
static Value eager_ndim(Value self) { return py_int(eager_of(self)->ndim); }

static const NativeRow eager_methods[] = {
    {"numpy", "self", "The values as a numpy array.", eager_numpy, NULL},
    {"__float__", "self", "The only element as a float.", eager_float_method, NULL},
    {"__int__", "self", "The only element as an int.", eager_int_method, NULL},
    {"__array__", "self, dtype=None, copy=None", "The values as a numpy array.", eager_array, NULL},
    {"get_shape", "self", "Its shape, a TensorShape.", eager_get_shape, NULL},
    {"set_shape", "self, shape", "Says what the shape is: it must agree.", eager_set_shape, NULL},
    {"__index__", "self", "The only element as an index.", eager_index_method, NULL},
    {0},
};
static const PropertyRow eager_properties[] = {
    {"shape", "Its shape, a TensorShape.", eager_shape, NULL},
    {"dtype", "Its dtype.", eager_dtype, NULL},
    {"ndim", "How many dimensions it has.", eager_ndim, NULL},
    {"_keras_mask", "Which of its steps count, or None.", keras_mask, keras_set_mask},
    {0},
};
Type keras_eager_tensor_type = {.head = {&py_type_type, 1},
                                .name = "EagerTensor",
                                .module = "tensorflow.python.framework.ops",
                                .base = &py_object_type,
                                .help = "A tensor with values.",
                                .size = sizeof(EagerTensor),
                                .dealloc = eager_dealloc,
                                .repr = eager_repr,
                                .str = eager_str,
                                .compare = keras_comparison,
                                .truth = eager_truth,
                                .length = eager_length,
                                .getitem = eager_getitem,
                                .iter = eager_iter,
                                .binary = keras_operator,
                                .unary = keras_unary,
                                .format = eager_format,
                                .methods = eager_methods,
                                .properties = eager_properties};
