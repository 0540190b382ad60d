/* Calls of layers and models of the user's classes: on numbers, and on symbolic tensors. */
#include <string.h>

#include "engine/nn/layer_internal.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_user_call.h"
#include "repl/modules/numpy.h"

static int training_now = -1;   /* what the innermost call of the user's was given */
bool keras_mode_open;

int keras_training_now(Value given) {
  if (py_is_none(given)) return keras_mode_open && training_now == 1 ? -1 : training_now;
  const int truth = py_truth(given);
  return truth == 1 && keras_mode_open ? -1 : truth;
}

bool keras_user_takes(Value self, const char *method, const char *argument) {
  Value names[3] = {self, py_text(method), py_text(argument)};
  Value answer = py_is_error(names[1]) || py_is_error(names[2]) ? PY_ERROR : keras_embedded_call("_keras_base", "_takes", names, 3);
  py_drop(names[1]);
  py_drop(names[2]);
  if (py_is_error(answer)) {
    py_clear_pending();
    return false;
  }
  return py_truth(answer) == 1;
}

Value keras_call_user(Value self, const Arguments *arguments, int training) {
  enum { MOST = 16 };
  Value method = py_getattr_c(self, "call");
  if (py_is_error(method)) {
    py_clear_pending();
    return py_raise(&py_NotImplementedError, "Layer %s does not have a `call` method implemented.", py_type_of(self)->name);
  }
  String *names[MOST];
  Value values[MOST];
  int count = 0;
  bool given = false;
  if (arguments->keyword_count + 1 > MOST) {
    py_drop(method);
    return py_raise(&py_NotImplementedError, "a layer's call takes at most %d keyword arguments", MOST - 1);
  }
  for (int i = 0; i < arguments->keyword_count; i++) {
    names[count] = arguments->keyword_names[i];
    values[count] = arguments->keyword_values[i];
    if (strcmp(names[count]->data, "training") == 0) {
      given = true;
      if (training >= 0) values[count] = py_bool(training == 1);
    }
    count++;
  }
  const bool has = keras_user_takes(self, "call", "training");
  if (given && !has) {
    for (int i = 0, at = 0; i < arguments->keyword_count; i++) {
      if (strcmp(arguments->keyword_names[i]->data, "training") == 0) continue;
      names[at] = arguments->keyword_names[i];
      values[at++] = arguments->keyword_values[i];
    }
    count--;
  } else if (!given && has && training >= 0 && arguments->count < 2) {
    names[count] = py_intern("training");
    values[count++] = py_bool(training == 1);
  }
  Value masks = keras_mask_arguments(self, arguments), key, mask, result = PY_ERROR;
  bool good = !py_is_error(masks);
  for (int64_t at = 0; good && py_is_dict(masks) && py_dict_next(py_as_dict(masks), &at, &key, &mask);) {
    int place = 0;
    while (place < count && strcmp(names[place]->data, py_as_string(key)->data) != 0) place++;
    good = place < MOST || !py_is_error(py_raise(&py_TypeError, "too many keyword arguments"));
    if (!good) break;
    names[place] = py_intern(py_as_string(key)->data);
    values[place] = mask;
    count += place == count;
  }
  const int before = training_now;
  training_now = training;
  if (good) result = py_call(method, &(Arguments){.positional = arguments->positional,
                                                  .count = arguments->count,
                                                  .keyword_values = values,
                                                  .keyword_names = names,
                                                  .keyword_count = count});
  training_now = before;
  if (!py_is_error(result) && arguments->count > 0 && !keras_mask_outputs(self, arguments->positional[0], result)) {
    py_drop(result);
    result = PY_ERROR;
  }
  py_drop(masks);
  py_drop(method);
  return result;
}

int keras_gather(Value value, Value *out, int most) {
  const Value *items;
  int64_t count;
  if (keras_is_tensor(value) || keras_is_eager(value) || np_is_array(value) || py_is(value, &keras_variable_type)) {
    out[0] = value;
    return 1;
  }
  if (!py_sequence(value, &items, &count)) return 0;
  int made = 0;
  for (int64_t i = 0; i < count && made < most; i++) made += keras_gather(items[i], out + made, most - made);
  return made;
}

static bool shape_of(Value value, NnShape *shape) {
  if (keras_is_tensor(value)) {
    *shape = *nn_tensor_shape(((KerasTensor *)value.as.object)->tensor);
    return true;
  }
  NdArray *array = np_as_array(value);
  if (array == NULL) return false;
  *shape = nn_shape_of_array(array);
  nd_release(array);
  return true;
}

const Arguments *keras_call_rest;

/* All tensors among the arguments, in order. */
static int gather_all(const Arguments *arguments, Value *out, int most) {
  int made = 0;
  for (int i = 0; i < arguments->count && made < most; i++)
    made += keras_gather(arguments->positional[i], out + made, most - made);
  for (int i = 0; i < arguments->keyword_count && made < most; i++)
    made += keras_gather(arguments->keyword_values[i], out + made, most - made);
  return made;
}

/* Arrays in the place of tensors become tensors. */
static Value as_tensors(Value value) {
  const Value *items;
  int64_t count;
  if (np_is_array(value)) {
    Error error = {0};
    NdArray *array = np_borrow(value);
    const bool is_float = nd_types[array->type].kind == 'f';
    return keras_eager_value(
        is_float && array->type != ND_FLOAT32 ? nd_astype(array, ND_FLOAT32, &error) : nd_copy(array, &error), &error);
  }
  if (!py_sequence(value, &items, &count)) return py_keep(value);
  if (count > 0 && py_is_number(items[0])) return keras_embedded_call("_keras", "make", &value, 1);
  Value list = py_list(count);
  for (int64_t i = 0; !py_is_error(list) && i < count; i++)
    if (!py_list_append_steal(py_as_list(list), as_tensors(items[i]))) {
      py_drop(list);
      return PY_ERROR;
    }
  return list;
}

static int calls_open;
int keras_calls_open(void) { return calls_open; }

static Value call_on_numbers(Value self, const Arguments *arguments, int training) {
  NnLayer *layer = keras_layer_of(self);
  if (calls_open == 0 && !keras_losses_clear(self)) return PY_ERROR;
  Value first = as_tensors(arguments->positional[0]), inputs[NN_MAX_INPUTS];
  if (py_is_error(first)) return first;
  const int count = keras_gather(first, inputs, NN_MAX_INPUTS);
  NnShape shapes[NN_MAX_INPUTS];
  bool good = true;
  Error error = {0};
  for (int i = 0; good && i < count; i++) good = shape_of(inputs[i], &shapes[i]);
  if (!nn_scope_push(layer, &error)) good = false;
  if (good && !nn_layer_as_model(layer) && !layer->built && count > 0) {
    const Arguments *rest = keras_call_rest;
    keras_call_rest = arguments;
    good = nn_layer_build(layer, shapes, count, &error);
    keras_call_rest = rest;
  }
  Value result = PY_ERROR;
  if (good) {
    Value positional[16];
    const int given = arguments->count < 16 ? arguments->count : 16;
    Value others[16];
    int made = 1;
    for (int i = 0; i < given; i++) positional[i] = i == 0 ? first : arguments->positional[i];
    /* Arrays in the other places become tensors too. */
    for (; made < given; made++) {
      others[made] = np_is_array(positional[made]) ? as_tensors(positional[made]) : py_keep(positional[made]);
      if (py_is_error(others[made])) break;
      positional[made] = others[made];
    }
    Arguments now = *arguments;
    now.positional = positional;
    now.count = given;
    calls_open++;
    result = made < given ? PY_ERROR : keras_call_user(self, &now, training < 0 ? 0 : training);
    for (int i = 1; i < made; i++) py_drop(others[i]);
    calls_open--;
  } else if (!py_pending()) {
    keras_raise(&error);
  }
  nn_scope_pop();
  py_drop(first);
  if (!py_is_error(result)) {
    nn_user_refresh(layer);
    NnShape shape;
    if (keras_is_eager(result) && shape_of(result, &shape)) nn_user_set_output(layer, &shape);
    if (nn_layer_as_model(layer) && !py_setattr_plain(self, py_intern("_called"), PY_TRUE)) {
      py_drop(result);
      return PY_ERROR;
    }
  }
  return result;
}

bool keras_user_was_called(Value self) {
  Value called = nn_is_user_layer(keras_object_of(self)) ? py_find_attr(self, py_intern("_called")) : PY_UNDEFINED;
  if (py_is_error(called)) py_clear_pending();
  const bool was = called.tag == TAG_BOOL && called.as.integer;
  py_drop(called);
  return was;
}

/* The tensors as the user's call put them together; a list where that is not known. */
static Value structured(Value structure, NnTensor *const *tensors, int count, int *at, Error *error) {
  const Value *items;
  int64_t length, next = 0;
  Value key, item;
  if (py_is_undefined(structure)) {
    if (count == 1) return keras_tensor_value(nn_tensor_retain(tensors[(*at)++]), error);
    Value list = py_list(count);
    for (int i = 0; !py_is_error(list) && i < count; i++)
      if (!py_list_append_steal(py_as_list(list), keras_tensor_value(nn_tensor_retain(tensors[i]), error))) {
        py_drop(list);
        return PY_ERROR;
      }
    return list;
  }
  if (py_is_dict(structure)) {
    Value dict = py_dict();
    while (!py_is_error(dict) && py_dict_next(py_as_dict(structure), &next, &key, &item)) {
      Value made = structured(item, tensors, count, at, error);
      const bool good = !py_is_error(made) && py_dict_set(py_as_dict(dict), key, made);
      py_drop(made);
      if (good) continue;
      py_drop(dict);
      return PY_ERROR;
    }
    return dict;
  }
  if (py_sequence(structure, &items, &length)) {
    Value list = py_list(length);
    for (int64_t i = 0; !py_is_error(list) && i < length; i++)
      if (!py_list_append_steal(py_as_list(list), structured(items[i], tensors, count, at, error))) {
        py_drop(list);
        return PY_ERROR;
      }
    if (!py_is_tuple(structure) || py_is_error(list)) return list;
    Value tuple = py_to_tuple(list);
    py_drop(list);
    return tuple;
  }
  return keras_tensor_value(nn_tensor_retain(tensors[(*at)++]), error);
}

static Value call_symbolically(Value self, const Arguments *arguments, const Value *inputs, int count, int training) {
  NnLayer *layer = keras_layer_of(self);
  NnTensor *tensors[NN_MAX_INPUTS], *outputs[NN_MAX_OUTPUTS];
  if (count > NN_MAX_INPUTS) return py_raise(&py_NotImplementedError, "a layer takes at most %d inputs", NN_MAX_INPUTS);
  int symbolic = 0;
  for (int i = 0; i < count; i++)
    if (keras_is_tensor(inputs[i])) tensors[symbolic++] = ((KerasTensor *)inputs[i].as.object)->tensor;
  count = symbolic;
  const Arguments *rest_before = keras_call_rest;
  keras_call_rest = arguments;
  Error error = {0};
  int made = 0;
  const bool good = nn_layer_call_many(layer, tensors, count, training, outputs, &made, &error);
  keras_call_rest = rest_before;
  if (!good) return keras_raise(&error);
  Value structure = keras_take_structure();
  int at = 0;
  Value result = structured(structure, outputs, made, &at, &error);
  py_drop(structure);
  for (int i = 0; i < made; i++) nn_tensor_release(outputs[i]);
  return result;
}

Value keras_user_call(Value self, const Arguments *arguments) {
  if (arguments->count == 0) {
    /* inputs=...: the first keyword stands for it. */
    const char *first = arguments->keyword_count ? arguments->keyword_names[0]->data : "training";
    if (strcmp(first, "training") == 0 || strcmp(first, "mask") == 0)
      return py_raise(&py_TypeError, "missing a required argument: 'inputs'");
    Arguments moved = {.positional = arguments->keyword_values,
                       .count = 1,
                       .keyword_values = arguments->keyword_values + 1,
                       .keyword_names = arguments->keyword_names + 1,
                       .keyword_count = arguments->keyword_count - 1};
    return keras_user_call(self, &moved);
  }
  if (keras_calls_open() == 0 && !keras_any_trace() && !nn_layer_as_model(keras_layer_of(self)) &&
      !keras_input_fits(self, arguments->positional[0]))
    return PY_ERROR;
  int training = keras_training_now(PY_NONE);
  for (int i = 0; i < arguments->keyword_count; i++)
    if (strcmp(arguments->keyword_names[i]->data, "training") == 0) training = keras_training_now(arguments->keyword_values[i]);
  Value inputs[NN_MAX_INPUTS + 1];
  const int count = gather_all(arguments, inputs, NN_MAX_INPUTS + 1);
  for (int i = 0; i < count; i++)
    if (keras_is_tensor(inputs[i])) return call_symbolically(self, arguments, inputs, count, training);
  return call_on_numbers(self, arguments, training);
}
