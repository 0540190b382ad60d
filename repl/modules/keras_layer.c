/* Layers as the language sees them: weights, methods, attributes. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_preprocess.h"
#include "engine/nn/rows.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_user.h"
#include "repl/modules/numpy.h"

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
  if (!nn_layer_get_weights(keras_layer_of(arguments[0]), &arrays, &count, &error)) return keras_raise(&error);
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
  for (int64_t i = 0; good && i < count; i++) {
    Value item = py_as_list(list)->items[i];
    if (count == keras_layer_of(arguments[0])->variable_count && (py_is_none(item) || py_is_str(item) ||
        (py_is_number(item) && item.tag != TAG_SCALAR))) {
      py_raise(&py_AttributeError, "'%s' object has no attribute 'shape'", py_type_of(item)->name);
      py_hint("set_weights() takes a list of arrays, as get_weights() gives them");
      good = false;
    } else {
      good = (arrays[i] = np_as_numbers(item)) != NULL;
    }
  }
  Value result = PY_ERROR;
  if (good) {
    Error error = {0};
    result = nn_layer_set_weights(keras_layer_of(arguments[0]), arrays, (int)count, &error) ? PY_NONE
                                                                                         : keras_raise(&error);
  }
  for (int64_t i = 0; arrays && i < count; i++) nd_release(arrays[i]);
  core_free(arrays);
  py_drop(list);
  return result;
}

static Value method_output_shape(const NativeRow *row, Value *arguments) {
  return keras_embedded_call("_keras_layer_base", "compute_output_shape", arguments, 2);
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
  const NnObject *object = keras_object_of(arguments[0]);
  NnLayer *inner = keras_derived_from(arguments[0]);
  if (inner != NULL) {
    NnLayer *outer = keras_layer_of(arguments[0]);
    Error failed = {0};
    if (!keras_as_shape(arguments[1], &shape)) return PY_ERROR;
    const bool pushed = nn_scope_push(outer, &failed);
    const bool good = pushed && nn_layer_build(inner, &shape, 1, &failed) && nn_user_refresh(outer);
    if (pushed) nn_scope_pop();
    if (!good) return keras_raise(&failed);
    outer->built = true;
    return PY_NONE;
  }
  const bool plain = !nn_is_user_layer(object) && object->row != &nn_layer_embedding;
  if (plain && (py_is_none(arguments[1]) || py_is_number(arguments[1]))) {
    py_raise(&py_TypeError, "'%s' object is not subscriptable", py_type_of(arguments[1])->name);
    return py_hint("build() takes the shape of the inputs: (None, 3)");
  }
  if (!keras_as_shape(arguments[1], &shape)) return PY_ERROR;
  if (plain && shape.rank == 0) return py_raise(&py_IndexError, "tuple index out of range");
  Error error = {0};
  if (plain && !nn_merge_takes_list((NnLayer *)keras_object_of(arguments[0]), &shape,
      &error)) return keras_raise(&error);
  if (plain && nn_layer_is_recurrent(keras_layer_of(arguments[0])) && shape.rank < 3)
    return py_raise(&py_ValueError,
        "Layer '%s' takes the shape of sequences: (batch, steps, features). Received: a shape of %d dimensions",
                    keras_layer_of(arguments[0])->name, shape.rank);
  if (nn_is_user_layer(keras_object_of(arguments[0])) && keras_user_is_building(arguments[0])) return PY_NONE;
  return nn_layer_build(keras_layer_of(arguments[0]), &shape, 1, &error) ? PY_NONE : keras_raise(&error);
}

/* Normalization's own. */
static Value method_adapt(const NativeRow *row, Value *arguments) {
  NnLayer *layer = keras_layer_of(arguments[0]);
  if (!nn_is_normalization(layer))
    return py_raise(&py_AttributeError, "'%s' object has no attribute 'adapt'", layer->object.row->name);
  Value whole = keras_embedded_call("_keras_adapt", "whole", &arguments[1], 2);
  NdArray *data = py_is_error(whole) ? NULL : np_as_numbers(whole);
  py_drop(whole);
  if (data == NULL) return PY_ERROR;
  Error error = {0};
  bool good = nn_normalization_adapt(layer, data, &error);
  nd_release(data);
  return good ? PY_NONE : keras_raise(&error);
}

/* What a class of the user's keeps under a name that layers of Keras's own have; PY_UNDEFINED: nothing. */
static Value own_attribute(Value self, const char *name) {
  if (!py_type_of(self)->heap) return PY_UNDEFINED;
  Dict *dict = py_instance_dict(self.as.object, false);
  Value found = dict ? py_dict_find_name(dict, py_intern(name)) : PY_UNDEFINED;
  return py_is_undefined(found) ? found : py_keep(found);
}
static bool set_own(Value self, const char *name, Value value) {
  if (py_type_of(self)->heap && !py_is_undefined(value)) {
    Dict *dict = py_instance_dict(self.as.object, true);
    return dict != NULL && keras_user_track(self, value) && py_dict_set_name(dict, name, value);
  }
  py_raise(&py_AttributeError, "property '%s' of '%s' object has no setter", name, py_type_of(self)->name);
  return false;
}

static Value statistic(Value self, bool variance) {
  Value own = own_attribute(self, variance ? "variance" : "mean");
  if (!py_is_undefined(own)) return own;
  NnLayer *layer = keras_layer_of(self);
  Error error = {0};
  NdArray *array = nn_is_normalization(layer) ? nn_normalization_statistic(layer, variance, &error) : NULL;
  if (array != NULL) return keras_eager_value(array, NULL);
  if (nn_is_normalization(layer) && error.code == ERROR_NONE) return PY_NONE;
  return py_raise(&py_AttributeError, "'%s' object has no attribute '%s'", layer->object.row->name, variance ? "variance" : "mean");
}
static Value get_mean(Value self) { return statistic(self, false); }
static Value get_variance(Value self) { return statistic(self, true); }

/* ---- Attributes ---- */

static Value get_name(Value self) { return py_text(keras_layer_of(self)->name); }
static bool set_name(Value self, Value value) {
  Value text = py_str(value);
  if (py_is_error(text)) return false;
  char *copy = core_strdup(py_as_string(text)->data);
  py_drop(text);
  if (copy == NULL) return !py_is_error(py_raise(&py_MemoryError, "out of memory"));
  NnLayer *layer = keras_layer_of(self);
  core_free(layer->name);
  layer->name = copy;
  return true;
}
static Value get_built(Value self) { return py_bool(keras_layer_of(self)->built); }
static bool set_built(Value self, Value value) {
  bool built;
  if (!py_as_bool(value, &built)) return false;
  /* A model is built when its graph is there. */
  NnLayer *layer = keras_layer_of(self);
  if (nn_layer_as_model(layer) == NULL) layer->built = built;
  return true;
}
static Value get_trainable(Value self) { return py_bool(keras_layer_of(self)->trainable); }
static bool set_trainable(Value self, Value value) {
  bool trainable;
  if (!py_as_bool(value, &trainable)) return false;
  nn_layer_set_trainable(keras_layer_of(self), trainable);
  return true;
}
static Value get_dtype(Value self) { return py_text("float32"); }
static Value get_policy(Value self) {
  Value name = get_dtype(self);
  Value policy = py_is_error(name) ? name : keras_embedded_call("keras.mixed_precision", "DTypePolicy", &name, 1);
  py_drop(name);
  return policy;
}

static Value variable_named(Value self, const char *name) {
  Value own = own_attribute(self, name);
  if (!py_is_undefined(own)) return own;
  NnLayer *layer = keras_layer_of(self);
  for (int i = 0; i < layer->variable_count; i++)
    if (strcmp(layer->variables[i]->name, name) == 0) return keras_variable_value(layer->variables[i]);
  if (nn_option(&layer->object, "kernel_initializer") == NULL)
    return py_raise(&py_AttributeError, "'%s' object has no attribute '%s'", py_type_of(self)->name, name);
  if (!layer->built && strcmp(name, "kernel") == 0)
    return py_raise(&py_AttributeError, "You must build the layer before accessing `kernel`.");
  return PY_NONE;
}
static Value get_kernel(Value self) { return variable_named(self, "kernel"); }
static Value get_bias(Value self) { return variable_named(self, "bias"); }
static bool set_kernel(Value self, Value value) { return set_own(self, "kernel", value); }
static bool set_bias(Value self, Value value) { return set_own(self, "bias", value); }
static bool set_mean(Value self, Value value) { return set_own(self, "mean", value); }
static bool set_variance(Value self, Value value) { return set_own(self, "variance", value); }

/* layer.output, layer.input: what its first call gave and was given. */
static Value ends(Value self, const char *what, int count, NnTensor *const *tensors) {
  if (count == 0)
    return py_raise(&py_AttributeError, "The layer %s has never been called and thus has no defined %s.",
                    keras_layer_of(self)->name, what);
  if (count == 1) return keras_tensor_value(nn_tensor_retain(tensors[0]), NULL);
  Value list = py_list(count);
  for (int i = 0; !py_is_error(list) && i < count; i++)
    if (!py_list_append_steal(py_as_list(list), keras_tensor_value(nn_tensor_retain(tensors[i]), NULL))) {
      py_drop(list);
      return PY_ERROR;
    }
  return list;
}
static Value get_output(Value self) {
  NnTensor *tensors[NN_MAX_OUTPUTS];
  int count = nn_layer_outputs(keras_layer_of(self), tensors);
  return ends(self, "output", count, tensors);
}
static Value get_input(Value self) {
  NnTensor *tensors[NN_MAX_OUTPUTS];
  int count = nn_layer_inputs(keras_layer_of(self), tensors);
  return ends(self, "input", count, tensors);
}

static Value get_losses(Value self) { return keras_embedded_call("_keras_losses", "losses", &self, 1); }

/* A build() of the user's class is one in the layer's scope, whoever calls it, and the layer is built then. */
static Value init_subclass(const NativeRow *row, Value *arguments) {
  if (!py_is_undefined(arguments[1]) && py_is_dict(arguments[1]) && py_as_dict(arguments[1])->count > 0)
    return keras_embedded_call("_keras_base", "_refuse_keywords", arguments, 1);
  Dict *own = py_as_type(arguments[0])->dict;
  if (own == NULL || py_is_undefined(py_dict_find_name(own, py_intern("build")))) return PY_NONE;
  return keras_embedded_call("_keras_base", "_wrap_build", arguments, 1);
}
const NativeRow keras_layer_statics[] = {
    {"__init_subclass__", "cls, /, **kwargs", "called when a class is derived", init_subclass, NULL}, {0}};

const NativeRow keras_layer_methods[] = {
    {"get_weights", "self", "The weights as a list of numpy arrays.", method_get_weights, NULL},
    {"set_weights", "self, weights", "Replaces the weights by arrays of the same shapes.", method_set_weights, NULL},
    {"compute_output_shape", "self, input_shape", "The shape of the outputs for inputs of a shape.",
        method_output_shape, NULL},
    {"count_params", "self", "How many numbers the weights hold.", method_count_params, NULL},
    {"build", "self, input_shape", "Creates the weights for inputs of a shape.", method_build, NULL},
    {"get_config", "self", "The configuration as a dict.", keras_user_config, NULL},
    {"add_weight", keras_add_weight_signature, "A new weight of the layer.", keras_user_add_weight, NULL},
    {"add_loss", "self, loss", "Adds a number to what training makes small.", keras_user_add_loss, NULL},
    {"compute_mask", "self, inputs, previous_mask=None, mask=None", "Which steps of the result count.", keras_compute_mask, NULL},
    {"adapt", "self, data, steps=None", "Normalization: takes mean and variance from data.", method_adapt, NULL},
    {0},
};
const PropertyRow keras_layer_properties[] = {
    {"name", "The layer's name.", get_name, set_name},
    {"built", "Whether the weights exist.", get_built, set_built},
    {"trainable", "Whether training changes the weights.", get_trainable, set_trainable},
    {"dtype|variable_dtype", "The dtype of the weights.", get_dtype, NULL},
    {"compute_dtype", "The dtype that it computes in.", get_dtype, NULL},
    {"dtype_policy", "Both dtypes as a policy.", get_policy, NULL},
    {"weights|variables", "All weights.", get_weights_list, NULL},
    {"trainable_weights|trainable_variables", "The weights that training changes.", get_trainable_weights, NULL},
    {"non_trainable_weights|non_trainable_variables", "The other weights.", get_non_trainable_weights, NULL},
    {"losses", "What the last call on numbers added to the loss, and the penalties of weights.", get_losses, NULL},
    {"input", "The symbolic tensor that it was first called on.", get_input, NULL},
    {"output", "The symbolic tensor that it first gave.", get_output, NULL},
    {"kernel", "The weight matrix.", get_kernel, set_kernel},
    {"bias", "The bias vector.", get_bias, set_bias},
    {"mean", "Normalization's mean.", get_mean, set_mean},
    {"variance", "Normalization's variance.", get_variance, set_variance},
    {0},
};
