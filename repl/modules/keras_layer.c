/* Layers as the language sees them: attributes, weights, calls. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/layer_preprocess.h"
#include "engine/nn/rows.h"
#include "repl/modules/keras_data.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_user.h"
#include "repl/modules/numpy.h"

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

/* ---- Calls ---- */

/* Layers of images, which take one image too; and the ranks at which Keras's layers fail by an index of the shape. */
static const struct {
  const NnRow *row;
  bool image;
  int least, most; /* ranks outside of these: IndexError; 0: none */
} ranks[] = {{&nn_layer_random_flip, true, 0, 0}, {&nn_layer_random_rotation, true, 2, 0},
    {&nn_layer_random_translation, true, 3, 0},
             {&nn_layer_random_zoom, true, 0, 0}, {&nn_layer_random_contrast, true, 0, 0},
                 {&nn_layer_random_brightness, true, 0, 0},
             {&nn_layer_center_crop, true, 0, 0}, {&nn_layer_resizing, true, 3, 0}, {&nn_layer_conv1d_transpose, false,
                 0, 3},
             {&nn_layer_conv2d_transpose, false, 0, 4}, {&nn_layer_group_normalization, false, 2, 0}};

static bool takes_images(const NnLayer *layer) {
  for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++)
    if (ranks[i].image && ranks[i].row == layer->object.row) return true;
  return false;
}

static Value raise_rank(const NnLayer *layer, int rank, Error *error) {
  for (size_t i = 0; error->code != ERROR_NONE && i < sizeof ranks / sizeof *ranks; i++) {
    if (ranks[i].row != layer->object.row) continue;
    if (rank < ranks[i].least || (ranks[i].most > 0 && rank > ranks[i].most)) error->code = ERROR_INDEX;
    else if (ranks[i].image && rank != 3 && rank != 4) error->code = ERROR_VALUE;
  }
  return keras_raise(error);
}

/* The array with a first axis of one, or without it; takes it over. */
static NdArray *with_batch(NdArray *array, bool with) {
  int64_t shape[ND_MAX_DIMS];
  Error error = {0};
  if (array == NULL) return NULL;
  for (int i = 0; i < array->ndim - !with; i++) shape[i + with] = array->shape[i + !with];
  if (with) shape[0] = 1;
  NdArray *made = nd_reshape(array, array->ndim + (with ? 1 : -1), shape, &error);
  nd_release(array);
  if (made == NULL) keras_raise(&error);
  return made;
}

static Value call_symbolic(NnLayer *layer, const Value *inputs, int64_t count, int training) {
  enum { MOST = 64 };
  NnTensor *tensors[MOST], *outputs[NN_MAX_OUTPUTS];
  if (count > MOST) return py_raise(&py_NotImplementedError, "a layer takes at most %d inputs", MOST);
  for (int64_t i = 0; i < count; i++) {
    if (!keras_is_tensor(inputs[i])) return py_raise(&py_NotImplementedError, "symbolic and concrete inputs cannot be mixed in one call");
    tensors[i] = ((KerasTensor *)inputs[i].as.object)->tensor;
  }
  Error error = {0};
  int made;
  bool loose = !keras_tracing();
  for (int64_t i = 0; i < count; i++) loose = loose && keras_is_loose(tensors[i]);
  if (!loose && training >= 0 && !keras_any_trace()) training += NN_UNLESS_SAID;
  if (!(loose ? nn_layer_expand_for(layer, tensors, (int)count, training, outputs, &made, NULL, &error)
              : nn_layer_call_many(layer, tensors, (int)count, training, outputs, &made, &error)))
    return raise_rank(layer, nn_tensor_shape(tensors[0])->rank, &error);
  if (made == 1) return keras_tensor_value(outputs[0], &error);
  Value list = py_list(made);
  for (int i = 0; i < made; i++) {
    if (py_is_error(list)) nn_tensor_release(outputs[i]);
    else if (!py_list_append_steal(py_as_list(list), keras_tensor_value(outputs[i], &error))) {
      py_drop(list);
      list = PY_ERROR;
    }
  }
  return list;
}

/* Keras casts only floats to the layer's dtype: these layers, which compute nothing that needs fractions, give whole
 * numbers back as they came. */
static bool keeps_dtype(const NnLayer *layer, NdType type) {
  static const NnRow *const rows[] = {&nn_layer_flatten, &nn_layer_reshape, &nn_layer_relu, &nn_layer_add,
                                      &nn_layer_subtract, &nn_layer_multiply, &nn_layer_maximum,
                                      &nn_layer_minimum, &nn_layer_concatenate, &nn_layer_permute,
                                      &nn_layer_repeat_vector, &nn_layer_up_sampling1d, &nn_layer_zero_padding1d,
                                      &nn_layer_zero_padding2d, &nn_layer_cropping1d, &nn_layer_cropping2d};
  if (nd_types[type].kind == 'f') return false;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (layer->object.row == rows[i]) return true;
  return false;
}

/* The results as concrete tensors: one, or a list; the arrays are taken over. */
static Value concrete_results(const NnLayer *layer, NdType type, NdArray **outputs, int made) {
  Error error = {0};
  Value list = made == 1 ? PY_NONE : py_list(made), one = PY_NONE;
  bool good = !py_is_error(list);
  for (int i = 0; i < made; i++) {
    NdArray *output = good && keeps_dtype(layer, type) ? nd_astype(outputs[i], type, &error) : nd_retain(outputs[i]);
    nd_release(outputs[i]);
    if (!good) {
      nd_release(output);
      continue;
    }
    one = output ? keras_eager_value(output, NULL) : keras_raise(&error);
    good = made == 1 ? !py_is_error(one) : py_list_append_steal(py_as_list(list), one);
  }
  if (made == 1) return one;
  if (good) return list;
  py_drop(list);
  return PY_ERROR;
}

static bool makes_mask(NnLayer *layer) {
  const NnModel *model = nn_layer_as_model(layer);
  const NnTensor *output = NULL;
  for (int i = 0; model != NULL && (output = nn_model_output(model, i)) != NULL; i++)
    if (output->mask != NULL) return true;
  return layer->object.row == &nn_layer_masking ||
         (layer->object.row == &nn_layer_embedding && nn_option_bool(&layer->object, "mask_zero"));
}

/* Known numbers inside a call that is traced: what the layer makes of them depends on its weights, which will change.
 */
static Value call_in_trace(NnLayer *layer, const Value *inputs, int64_t count, int training) {
  Value made[NN_MAX_INPUTS];
  if (count > NN_MAX_INPUTS) return py_raise(&py_NotImplementedError, "a layer takes at most %d inputs", NN_MAX_INPUTS);
  int at = 0;
  for (; at < count; at++)
    if (py_is_error(made[at] = keras_is_tensor(inputs[at]) ? py_keep(inputs[at]) : keras_constant(inputs[at]))) break;
  Value result = at < count ? PY_ERROR : call_symbolic(layer, made, count, training);
  for (int i = 0; i < at; i++) py_drop(made[i]);
  return result;
}

/* `mask`: what the caller gave for the first input, or NULL: that which the input carries. */
static Value call_concrete(NnLayer *layer, const Value *inputs, int64_t count, int training, NdArray *mask) {
  if (keras_any_trace()) return call_in_trace(layer, inputs, count, training);
  NdArray *masks[NN_MAX_INPUTS] = {mask};
  bool masked = mask != NULL || makes_mask(layer);
  for (int64_t i = 0; i < count && i < NN_MAX_INPUTS; i++) {
    if (masks[i] == NULL && keras_is_eager(inputs[i])) masks[i] = ((EagerTensor *)inputs[i].as.object)->mask;
    masked = masked || masks[i] != NULL;
  }
  if (masked || nn_layer_adds_losses(layer) || nn_tapes_open() > 0)
    return keras_record_layer(layer, inputs, masks, count, training);
  NdArray **arrays = core_alloc_zero((size_t)count + 1, sizeof *arrays), *outputs[NN_MAX_OUTPUTS];
  if (arrays == NULL) return py_raise(&py_MemoryError, "out of memory");
  bool good = true;
  for (int64_t i = 0; good && i < count; i++) good = (arrays[i] = np_as_numbers(inputs[i])) != NULL;
  Value result = PY_ERROR;
  const int rank = good ? arrays[0]->ndim : 0;
  const bool one = rank == 3 && takes_images(layer);
  if (one) good = (arrays[0] = with_batch(arrays[0], true)) != NULL;
  if (good) {
    Error error = {0};
    int made;
    good = nn_layer_apply_many(layer, arrays, (int)count, training, outputs, &made, &error);
    if (!good) raise_rank(layer, rank, &error);
    for (int i = 0; good && one && i < made; i++) good = (outputs[i] = with_batch(outputs[i], false)) != NULL;
    if (good) result = concrete_results(layer, arrays[0]->type, outputs, made);
  }
  for (int64_t i = 0; i < count; i++) nd_release(arrays[i]);
  core_free(arrays);
  return result;
}

/* mask= as numbers, NULL for None. Layers that only hand a mask on have no such argument. */
static bool mask_of(const NnLayer *layer, Value given, Value input, NdArray **mask) {
  if (py_is_none(given)) return true;
  const NnRow *row = layer->object.row;
  if (nn_layer_handlers(layer)->passes_mask && row != &nn_layer_time_distributed && row != &nn_layer_softmax) {
    py_raise(&py_TypeError, "got an unexpected keyword argument 'mask'");
    return false;
  }
  if (keras_is_tensor(input)) {
    py_raise(&py_NotImplementedError, "mask= of a symbolic input is not there yet");
    return py_hint("in a model the mask comes from Masking or from Embedding(mask_zero=True)"), false;
  }
  NdArray *array = np_as_numbers(given);
  Error error = {0};
  NdArray *floats = array ? nd_astype(array, ND_FLOAT32, &error) : NULL;
  *mask = floats ? nd_contiguous(floats, &error) : NULL;
  if (array != NULL && *mask == NULL) keras_raise(&error);
  nd_release(array);
  nd_release(floats);
  return *mask != NULL;
}

/* Leaves an error pending where the layer takes a list of tensors and was given one that is not in a list. */
static void takes_one(const NnLayer *layer, Value input) {
  NnShape shape = {0};
  Error error = {0};
  if (nn_merge_takes_list(layer, &shape, NULL)) return;
  if (keras_is_tensor(input)) {
    shape = *nn_tensor_shape(((KerasTensor *)input.as.object)->tensor);
  } else {
    NdArray *array = np_as_numbers(input);
    if (array == NULL) return;
    for (shape.rank = 0; shape.rank < array->ndim && shape.rank < NN_MAX_DIMS; shape.rank++)
      shape.dims[shape.rank] = array->shape[shape.rank];
    nd_release(array);
  }
  if (!nn_merge_takes_list(layer, &shape, &error)) keras_raise(&error);
}

/* Beside the inputs only a mode (as Keras 2 took it) stands without its name. */
static bool only_tensors(const NnLayer *layer, const Arguments *arguments) {
  const char *which = layer->object.row->name;
  const bool any = strcmp(which, "Rescaling") == 0 || strcmp(which, "Normalization") == 0 || strcmp(which, "CategoryEncoding") == 0 ||
                   strncmp(which, "Random", 6) == 0;
  for (int64_t i = any ? 1 : 0; i < arguments->count; i++) {
    Value given = arguments->positional[i];
    if (!py_is_number(given) && !py_is_str(given)) continue;
    if (given.tag == TAG_BOOL || (i == 0 && given.tag == TAG_SCALAR)) continue;
    Value shown = py_str(given), kind = py_repr(py_type_value(py_type_of(given)));
    if (!py_is_error(shown) && !py_is_error(kind))
      py_raise(&py_ValueError, "Only input tensors may be passed as positional arguments. The following argument value should "
               "be passed as a keyword argument: %s (of type %s)", py_as_string(shown)->data, py_as_string(kind)->data);
    py_drop(kind);
    py_drop(shown);
    return false;
  }
  return true;
}

/* Keywords as Python's inspect refuses them: without a function's name. */
static bool only_known(const Arguments *arguments) {
  static const char *const known[] = {"inputs", "training", "mask", "initial_state"};
  for (int i = 0; i < arguments->keyword_count; i++) {
    bool found = false;
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) found |= strcmp(arguments->keyword_names[i]->data, known[k]) == 0;
    if (found) continue;
    py_raise(&py_TypeError, "got an unexpected keyword argument '%s'", arguments->keyword_names[i]->data);
    return false;
  }
  return true;
}

Value keras_layer_call(Value self, const Arguments *arguments) {
  Value slots[4];
  if (((KerasObject *)self.as.object)->object == NULL)
    return py_raise(&py_RuntimeError,
                    "In layer '%s', you forgot to call `super().__init__()` as the first statement in the `__init__()` "
                    "method. Go add it!", py_type_of(self)->name);
  if (nn_is_user_layer(keras_object_of(self))) return keras_user_call(self, arguments);
  if (arguments->count == 0 && arguments->keyword_count == 0)
    return py_raise(&py_TypeError, "missing a required argument: 'inputs'");
  if (!only_tensors(keras_layer_of(self), arguments) || !only_known(arguments)) return PY_ERROR;
  if (!py_bind(signature_of("inputs, training=None, mask=None, initial_state=None"), "call", arguments, slots)) return PY_ERROR;
  if (!keras_input_fits(self, slots[0])) {
    for (int i = 0; i < 4; i++) py_drop(slots[i]);
    return PY_ERROR;
  }
  const NnModel *model = nn_layer_as_model(keras_layer_of(self));
  if (model != NULL && py_is_dict(slots[0])) {
    Value list = keras_inputs_by_name(model, slots[0]);
    if (py_is_error(list)) return list;
    py_drop(slots[0]);
    slots[0] = list;
    if (nn_model_input_count(model) == 1 && py_is_list(list) && py_as_list(list)->count == 1) {
      slots[0] = py_keep(py_as_list(list)->items[0]);
      py_drop(list);
    }
  }
  const int training = keras_training_now(slots[1]);
  const Value *inputs = &slots[0], *items;
  Value with_states[NN_MAX_OUTPUTS];
  int64_t count = 1, item_count;
  /* A list of tensors is several inputs; a list of numbers is one array. */
  if (py_sequence(slots[0], &items, &item_count) && item_count > 0 &&
      (keras_is_tensor(items[0]) || np_is_array(items[0]) || keras_is_eager(items[0]) ||
       py_is(items[0], &keras_variable_type))) {
    inputs = items;
    count = item_count;
  }
  NnLayer *layer = keras_layer_of(self);
  if (inputs == &slots[0] && !py_pending()) takes_one(layer, slots[0]);
  /* initial_state: more inputs of a recurrent layer, behind the sequences. */
  if (!py_is_none(slots[3]) && !py_pending()) {
    if (nn_option(&layer->object, "return_state") == NULL && layer->object.row != &nn_layer_bidirectional) {
      py_raise(&py_TypeError, "got an unexpected keyword argument 'initial_state'");
    } else {
      const Value *states = &slots[3];
      item_count = 1;
      py_sequence(slots[3], &states, &item_count);
      if (item_count >= NN_MAX_OUTPUTS)
        py_raise(&py_ValueError, "initial_state holds %lld states: more than a layer has", (long long)item_count);
      for (int64_t i = 0; i < item_count && item_count < NN_MAX_OUTPUTS; i++) with_states[1 + i] = states[i];
      with_states[0] = inputs[0];
      inputs = with_states;
      count = 1 + item_count;
    }
  }
  Value result = PY_ERROR;
  NdArray *mask = NULL;
  if (!py_pending() && (keras_is_tensor(inputs[0]) || keras_calls_open() > 0 || keras_losses_clear(self)) &&
      mask_of(layer, slots[2], inputs[0], &mask))
    result = keras_is_tensor(inputs[0]) ? call_symbolic(layer, inputs, count, training)
                                        : call_concrete(layer, inputs, count, training, mask);
  nd_release(mask);
  for (int i = 0; i < 4; i++) py_drop(slots[i]);
  return model != NULL ? keras_by_keys(model, result) : result;
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
  NdArray *data = np_as_numbers(arguments[1]);
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
    {"adapt", "self, data", "Normalization: takes mean and variance from data.", method_adapt, NULL},
    {0},
};
const PropertyRow keras_layer_properties[] = {
    {"name", "The layer's name.", get_name, set_name},
    {"built", "Whether the weights exist.", get_built, set_built},
    {"trainable", "Whether training changes the weights.", get_trainable, set_trainable},
    {"dtype", "The dtype of the weights.", get_dtype, NULL},
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
