/* layer(inputs): on symbolic tensors, on arrays, under a tape, inside of a trace. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_preprocess.h"
#include "engine/nn/rows.h"
#include "repl/modules/keras_before.h"
#include "repl/modules/keras_data.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_user.h"
#include "repl/modules/numpy.h"

/* Layers of images, which take one image too; and the ranks at which Keras's layers fail by an index of the shape. */
static const struct {
  const NnRow *row;
  bool image;
  int least, most; /* ranks outside of these: IndexError; 0: none */
} ranks[] = {{&nn_layer_random_flip, true, 0, 0}, {&nn_layer_random_rotation, true, 2, 0},
    {&nn_layer_random_translation, true, 3, 0},
             {&nn_layer_random_zoom, true, 0, 0}, {&nn_layer_random_contrast, true, 0, 0},
                 {&nn_layer_random_brightness, true, 0, 0}, {&nn_layer_random_crop, true, 0, 0},
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

/* The same, behind the layers that work on a model's data before it does. */
static Value call_behind(NnLayer *layer, const Value *inputs, int64_t count, int training, NdArray *mask) {
  NnModel *model = nn_layer_as_model(layer);
  if (model == NULL || count > NN_MAX_INPUTS || keras_any_trace() || !keras_has_before(model, inputs[0]))
    return py_pending() ? PY_ERROR : call_concrete(layer, inputs, count, training, mask);
  Value made[NN_MAX_INPUTS], result = PY_ERROR;
  int at = 0;
  while (at < count && !py_is_error(made[at] = keras_make_before(model, at, inputs[at]))) at++;
  if (at == count) result = call_concrete(layer, made, count, training, mask);
  while (at > 0) py_drop(made[--at]);
  return result;
}

/* Layers that only hand a mask on have no argument mask=. */
static bool has_mask_argument(const NnLayer *layer) {
  const NnRow *row = layer->object.row;
  return !nn_layer_handlers(layer)->passes_mask || row == &nn_layer_time_distributed || row == &nn_layer_softmax;
}

/* mask= as numbers, NULL for None. */
static bool mask_of(const NnLayer *layer, Value given, Value input, NdArray **mask) {
  if (py_is_none(given)) return true;
  if (!has_mask_argument(layer)) {
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
  /* A mask that is an input, too. */
  if (keras_is_tensor(slots[0]) && keras_is_tensor(slots[2]) && has_mask_argument(keras_layer_of(self))) {
    Value masked = keras_embedded_call("_keras_masked", "masked", (Value[]){slots[0], slots[2]}, 2);
    py_drop(slots[0]);
    py_drop(slots[2]);
    slots[0] = masked;
    slots[2] = PY_NONE;
    if (py_is_error(masked)) {
      py_drop(slots[1]);
      py_drop(slots[3]);
      return PY_ERROR;
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
                                        : call_behind(layer, inputs, count, training, mask);
  nd_release(mask);
  for (int i = 0; i < 4; i++) py_drop(slots[i]);
  return model != NULL ? keras_by_keys(model, result) : result;
}
