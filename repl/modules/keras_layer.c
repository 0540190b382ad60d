/* Layers as the language sees them: attributes, weights, calls. */
#include <string.h>

#include "engine/core/memory.h"
#include "repl/modules/keras.h"
#include "repl/modules/numpy.h"

bool keras_as_shape(Value value, NnShape *shape) {
  memset(shape, 0, sizeof *shape);
  const Value *items = &value;
  int64_t count = 1;
  if (!py_is_integer(value) && !py_is_none(value) && !py_sequence(value, &items, &count)) {
    Value tuple = py_to_tuple(value);
    if (py_is_error(tuple)) return false;
    bool good = keras_as_shape(tuple, shape);
    py_drop(tuple);
    return good;
  }
  if (count > NN_MAX_DIMS) {
    py_raise(&py_ValueError, "a shape may have at most %d dimensions, got %lld", NN_MAX_DIMS, (long long)count);
    return false;
  }
  for (int64_t i = 0; i < count; i++) {
    shape->dims[i] = -1;
    if (!py_is_none(items[i]) && !py_as_int(items[i], &shape->dims[i])) return false;
    if (!py_is_none(items[i]) && shape->dims[i] < 0) {
      py_raise(&py_ValueError, "Cannot convert '%lld' to a shape. Negative dimensions are not allowed.",
               (long long)shape->dims[i]);
      return false;
    }
  }
  shape->rank = (int)count;
  return true;
}

/* ---- Calls ---- */

static Value call_symbolic(NnLayer *layer, const Value *inputs, int64_t count, int training) {
  enum { MOST = 64 };
  NnTensor *tensors[MOST];
  if (count > MOST) return py_raise(&py_ValueError, "a layer takes at most %d inputs", MOST);
  for (int64_t i = 0; i < count; i++) {
    if (!keras_is_tensor(inputs[i])) return py_raise(&py_TypeError, "symbolic and concrete inputs cannot be mixed in one call");
    tensors[i] = ((KerasTensor *)inputs[i].as.object)->tensor;
  }
  Error error = {0};
  return keras_tensor_value(nn_layer_call(layer, tensors, (int)count, training, &error), &error);
}

static Value call_concrete(NnLayer *layer, const Value *inputs, int64_t count, bool training) {
  NdArray **arrays = core_alloc_zero((size_t)count, sizeof *arrays);
  if (arrays == NULL) return py_raise(&py_MemoryError, "out of memory");
  bool good = true;
  for (int64_t i = 0; good && i < count; i++) good = (arrays[i] = np_as_array(inputs[i])) != NULL;
  Value result = PY_ERROR;
  if (good) {
    Error error = {0};
    result = keras_eager_value(nn_layer_apply(layer, arrays, (int)count, training, &error), &error);
  }
  for (int64_t i = 0; i < count; i++) nd_release(arrays[i]);
  core_free(arrays);
  return result;
}

Value keras_layer_call(Value self, const Arguments *arguments) {
  Value slots[3];
  if (!py_bind(signature_of("inputs, training=None, mask=None"), "call", arguments, slots)) return PY_ERROR;
  int training = -1;
  if (!py_is_none(slots[1])) training = py_truth(slots[1]);
  const Value *inputs = &slots[0];
  int64_t count = 1;
  const Value *items;
  int64_t item_count;
  /* A list of tensors is several inputs; a list of numbers is one array. */
  if (py_sequence(slots[0], &items, &item_count) && item_count > 0 &&
      (keras_is_tensor(items[0]) || np_is_array(items[0]) || py_is(items[0], &keras_eager_tensor_type))) {
    inputs = items;
    count = item_count;
  }
  NnLayer *layer = keras_layer_of(self);
  Value result = keras_is_tensor(inputs[0]) ? call_symbolic(layer, inputs, count, training)
                                            : call_concrete(layer, inputs, count, training == 1);
  for (int i = 0; i < 3; i++) py_drop(slots[i]);
  return result;
}

/* ---- Weights ---- */

static Value variables_where(NnLayer *layer, int trainable /* -1 all */) {
  Value list = py_list(layer->variable_count);
  for (int i = 0; !py_is_error(list) && i < layer->variable_count; i++) {
    NnVariable *variable = layer->variables[i];
    bool trains = variable->trainable && layer->trainable;
    if (trainable >= 0 && trains != (trainable == 1)) continue;
    if (!py_list_append_steal(py_as_list(list), keras_variable_value(variable))) {
      py_drop(list);
      return PY_ERROR;
    }
  }
  return list;
}
static Value get_weights_list(Value self) { return variables_where(keras_layer_of(self), -1); }
static Value get_trainable_weights(Value self) { return variables_where(keras_layer_of(self), 1); }
static Value get_non_trainable_weights(Value self) { return variables_where(keras_layer_of(self), 0); }

static Value method_get_weights(const NativeRow *row, Value *arguments) {
  NdArray **arrays;
  int count;
  Error error = {0};
  if (!nn_layer_get_weights(keras_layer_of(arguments[0]), &arrays, &count, &error)) return py_raise_error(&error);
  Value list = py_list(count);
  for (int i = 0; i < count; i++) {
    if (py_is_error(list)) nd_release(arrays[i]);
    else if (!py_list_append_steal(py_as_list(list), np_value(arrays[i], &error))) {
      py_drop(list);
      list = PY_ERROR;
    }
  }
  core_free(arrays);
  return list;
}

static Value method_set_weights(const NativeRow *row, Value *arguments) {
  Value list = py_to_list(arguments[1]);
  if (py_is_error(list)) return list;
  int64_t count = py_as_list(list)->count;
  NdArray **arrays = core_alloc_zero((size_t)count + 1, sizeof *arrays);
  bool good = arrays != NULL;
  for (int64_t i = 0; good && i < count; i++) good = (arrays[i] = np_as_array(py_as_list(list)->items[i])) != NULL;
  Value result = PY_ERROR;
  if (good) {
    Error error = {0};
    result = nn_layer_set_weights(keras_layer_of(arguments[0]), arrays, (int)count, &error) ? PY_NONE
                                                                                         : py_raise_error(&error);
  }
  for (int64_t i = 0; arrays && i < count; i++) nd_release(arrays[i]);
  core_free(arrays);
  py_drop(list);
  return result;
}

static Value method_count_params(const NativeRow *row, Value *arguments) {
  NnLayer *layer = keras_layer_of(arguments[0]);
  if (!layer->built)
    return py_raise(&py_ValueError,
                    "You tried to call `count_params` on layer '%s', but the layer isn't built. "
                    "You can build it manually via: `layer.build(input_shape)`.", layer->name);
  return py_int(nn_layer_count_params(layer));
}

static Value method_build(const NativeRow *row, Value *arguments) {
  NnShape shape;
  if (!keras_as_shape(arguments[1], &shape)) return PY_ERROR;
  Error error = {0};
  return nn_layer_build(keras_layer_of(arguments[0]), &shape, 1, &error) ? PY_NONE : py_raise_error(&error);
}

static Value method_get_config(const NativeRow *row, Value *arguments) { return keras_config(keras_object_of(arguments[0])); }

/* ---- Attributes ---- */

static Value get_name(Value self) { return py_text(keras_layer_of(self)->name); }
static Value get_built(Value self) { return py_bool(keras_layer_of(self)->built); }
static Value get_trainable(Value self) { return py_bool(keras_layer_of(self)->trainable); }
static bool set_trainable(Value self, Value value) {
  bool trainable;
  if (!py_as_bool(value, &trainable)) return false;
  nn_layer_set_trainable(keras_layer_of(self), trainable);
  return true;
}
static Value get_dtype(Value self) { return py_text("float32"); }

static Value variable_named(Value self, const char *name) {
  NnLayer *layer = keras_layer_of(self);
  for (int i = 0; i < layer->variable_count; i++)
    if (strcmp(layer->variables[i]->name, name) == 0) return keras_variable_value(layer->variables[i]);
  if (!layer->built)
    return py_raise(&py_AttributeError, "'%s' object has no attribute '%s'", py_type_of(self)->name, name);
  return PY_NONE;
}
static Value get_kernel(Value self) { return variable_named(self, "kernel"); }
static Value get_bias(Value self) { return variable_named(self, "bias"); }

const NativeRow keras_layer_methods[] = {
    {"get_weights", "self", "The weights as a list of numpy arrays.", method_get_weights, NULL},
    {"set_weights", "self, weights", "Replaces the weights by arrays of the same shapes.", method_set_weights, NULL},
    {"count_params", "self", "How many numbers the weights hold.", method_count_params, NULL},
    {"build", "self, input_shape", "Creates the weights for inputs of a shape.", method_build, NULL},
    {"get_config", "self", "The configuration as a dict.", method_get_config, NULL},
    {0},
};
const PropertyRow keras_layer_properties[] = {
    {"name", "The layer's name.", get_name, NULL},
    {"built", "Whether the weights exist.", get_built, NULL},
    {"trainable", "Whether training changes the weights.", get_trainable, set_trainable},
    {"dtype", "The dtype of the weights.", get_dtype, NULL},
    {"weights|variables", "All weights.", get_weights_list, NULL},
    {"trainable_weights|trainable_variables", "The weights that training changes.", get_trainable_weights, NULL},
    {"non_trainable_weights|non_trainable_variables", "The other weights.", get_non_trainable_weights, NULL},
    {"kernel", "The weight matrix.", get_kernel, NULL},
    {"bias", "The bias vector.", get_bias, NULL},
    {0},
};
