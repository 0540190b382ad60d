/* Calls of layers and models of the user's classes, and the engine's hooks into the language. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/rows.h"
#include "engine/nn/tensor.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_user.h"
#include "repl/modules/numpy.h"

/* ---- Calls ---- */

static int training_now = -1;   /* what the innermost call of the user's was given */
static bool mode_open;          /* a trace stands for both modes: True means "by mode" */

int keras_training_now(Value given) {
  if (py_is_none(given)) return mode_open && training_now == 1 ? -1 : training_now;
  const int truth = py_truth(given);
  return truth == 1 && mode_open ? -1 : truth;
}

/* Whether the user's method takes an argument of this name. */
static bool takes(Value self, const char *method, const char *argument) {
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

/* self.call(inputs, ..., training=...) */
static Value call_user(Value self, const Arguments *arguments, int training) {
  enum { MOST = 16 };
  Value method = py_getattr_c(self, "call");
  if (py_is_error(method)) {
    py_clear_pending();
    return py_raise(&py_NotImplementedError, "Layer %s does not have a `call()` method implemented.", py_type_of(self)->name);
  }
  String *names[MOST];
  Value values[MOST];
  int count = 0;
  bool given = false;
  if (arguments->keyword_count + 1 > MOST) {
    py_drop(method);
    return py_raise(&py_TypeError, "too many keyword arguments");
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
  const bool has = takes(self, "call", "training");
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
  const int before = training_now;
  training_now = training;
  Value result = py_call(method, &(Arguments){.positional = arguments->positional,
                                              .count = arguments->count,
                                              .keyword_values = values,
                                              .keyword_names = names,
                                              .keyword_count = count});
  training_now = before;
  py_drop(method);
  return result;
}

static int gather_inputs(Value value, Value *out, int most) {
  const Value *items;
  int64_t count;
  if (keras_is_tensor(value) || keras_is_eager(value) || np_is_array(value) || py_is(value, &keras_variable_type)) {
    out[0] = value;
    return 1;
  }
  if (!py_sequence(value, &items, &count)) return 0;
  int made = 0;
  for (int64_t i = 0; i < count && made < most; i++) made += gather_inputs(items[i], out + made, most - made);
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

/* The arguments of a call, while it is under way: how its tensors are put together, and what is no tensor. */
static const Arguments *call_rest;

/* All tensors among the arguments, in order. */
static int gather_all(const Arguments *arguments, Value *out, int most) {
  int made = 0;
  for (int i = 0; i < arguments->count && made < most; i++)
    made += gather_inputs(arguments->positional[i], out + made, most - made);
  for (int i = 0; i < arguments->keyword_count && made < most; i++)
    made += gather_inputs(arguments->keyword_values[i], out + made, most - made);
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
  const int count = gather_inputs(first, inputs, NN_MAX_INPUTS);
  NnShape shapes[NN_MAX_INPUTS];
  bool good = true;
  Error error = {0};
  for (int i = 0; good && i < count; i++) good = shape_of(inputs[i], &shapes[i]);
  if (!nn_scope_push(layer, &error)) good = false;
  if (good && !nn_layer_as_model(layer) && !layer->built && count > 0) {
    const Arguments *rest = call_rest;
    call_rest = arguments;
    good = nn_layer_build(layer, shapes, count, &error);
    call_rest = rest;
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
    result = made < given ? PY_ERROR : call_user(self, &now, training < 0 ? 0 : training);
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

static Value take_structure(void);

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
  if (count > NN_MAX_INPUTS) return py_raise(&py_ValueError, "a layer takes at most %d inputs", NN_MAX_INPUTS);
  int symbolic = 0;
  for (int i = 0; i < count; i++)
    if (keras_is_tensor(inputs[i])) tensors[symbolic++] = ((KerasTensor *)inputs[i].as.object)->tensor;
  count = symbolic;
  const Arguments *rest_before = call_rest;
  call_rest = arguments;
  Error error = {0};
  int made = 0;
  const bool good = nn_layer_call_many(layer, tensors, count, training, outputs, &made, &error);
  call_rest = rest_before;
  if (!good) return keras_raise(&error);
  Value structure = take_structure();
  int at = 0;
  Value result = structured(structure, outputs, made, &at, &error);
  py_drop(structure);
  for (int i = 0; i < made; i++) nn_tensor_release(outputs[i]);
  return result;
}

Value keras_user_call(Value self, const Arguments *arguments) {
  if (arguments->count == 0) {
    /* inputs=...: the first keyword stands for it. */
    if (arguments->keyword_count == 0) return py_raise(&py_TypeError, "missing a required argument: 'inputs'");
    Arguments moved = {.positional = arguments->keyword_values,
                       .count = 1,
                       .keyword_values = arguments->keyword_values + 1,
                       .keyword_names = arguments->keyword_names + 1,
                       .keyword_count = arguments->keyword_count - 1};
    return keras_user_call(self, &moved);
  }
  if (keras_calls_open() == 0 && !keras_any_trace() && !keras_input_fits(self,
      arguments->positional[0])) return PY_ERROR;
  int training = keras_training_now(PY_NONE);
  for (int i = 0; i < arguments->keyword_count; i++)
    if (strcmp(arguments->keyword_names[i]->data, "training") == 0) training = keras_training_now(arguments->keyword_values[i]);
  Value inputs[NN_MAX_INPUTS + 1];
  const int count = gather_all(arguments, inputs, NN_MAX_INPUTS + 1);
  for (int i = 0; i < count; i++)
    if (keras_is_tensor(inputs[i])) return call_symbolically(self, arguments, inputs, count, training);
  return call_on_numbers(self, arguments, training);
}

/* ---- Hooks ---- */

static NnLayer *building;

bool keras_user_is_building(Value self) { return building == keras_layer_of(self); }

static Value layer_value(NnLayer *layer) { return keras_wrap(nn_object_retain(&layer->object), NULL); }

/* What build() is called with: a tuple of one shape, list of shapes, or None for each of its parameters. */
static Value call_shapes(Value self) {
  Value positional = py_tuple_copy(call_rest->positional, call_rest->count), keywords = py_dict();
  bool good = !py_is_error(positional) && !py_is_error(keywords);
  for (int i = 0; good && i < call_rest->keyword_count; i++)
    good = py_dict_set_name(py_as_dict(keywords), call_rest->keyword_names[i]->data, call_rest->keyword_values[i]);
  Value shapes = good ? keras_embedded_call("_keras_base", "_build_shapes", (Value[]){self, positional, keywords}, 3) : PY_ERROR;
  py_drop(positional);
  py_drop(keywords);
  return shapes;
}

/* begin_build(layer), end_build(layer): around a build() of the user's class. */
Value keras_user_begin_build(const NativeRow *row, Value *arguments) {
  Error error = {0};
  if (!keras_is_layer(arguments[0])) return py_raise(&py_TypeError, "a layer is needed");
  return nn_scope_push(keras_layer_of(arguments[0]), &error) ? PY_NONE : keras_raise(&error);
}
Value keras_user_end_build(const NativeRow *row, Value *arguments) {
  nn_scope_pop();
  return PY_NONE;
}

static bool hook_layer_build(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  Value self = layer_value(layer);
  if (py_is_error(self)) return false;
  Value method = py_getattr_c(self, "build"), result = PY_NONE;
  if (!py_is_error(method) && py_native_row(method) == NULL) {
    /* Which shape belongs to which argument is known from the call. */
    Value shapes = call_rest != NULL ? call_shapes(self) : count == 1 ? keras_shape_value(&inputs[0]) : py_list(count);
    for (int i = 0; call_rest == NULL && count > 1 && !py_is_error(shapes) && i < count; i++)
      if (!py_list_append_steal(py_as_list(shapes), keras_shape_value(&inputs[i]))) {
        py_drop(shapes);
        shapes = PY_ERROR;
      }
    NnLayer *before = building;
    building = layer;
    const Arguments *rest = call_rest;
    call_rest = NULL;
    const bool several = py_is_tuple(shapes) && rest != NULL;
    if (several) result = py_call_values(method, py_as_tuple(shapes)->items, (int)py_as_tuple(shapes)->count);
    else result = py_is_error(shapes) ? PY_ERROR : py_call_values(method, &shapes, 1);
    call_rest = rest;
    building = before;
    py_drop(shapes);
  }
  bool good = !py_is_error(method) && !py_is_error(result);
  NnLayer *inner = good && py_native_row(method) != NULL ? keras_derived_from(self) : NULL;
  if (inner != NULL && !inner->built) good = nn_layer_build(inner, inputs, count, error);
  py_drop(result);
  py_drop(method);
  py_drop(self);
  return good;
}

/* An argument as it was given, with these tensors in place of the ones in it. */
static Value rebuilt(Value structure, NnTensor *const *inputs, int *at, Error *error) {
  const Value *items;
  int64_t count;
  if (keras_is_tensor(structure)) return keras_tensor_value(nn_tensor_retain(inputs[(*at)++]), error);
  Value found[1];
  if (!py_sequence(structure, &items, &count) || gather_inputs(structure, found, 1) == 0) return py_keep(structure);
  Value list = py_list(count);
  for (int64_t i = 0; !py_is_error(list) && i < count; i++)
    if (!py_list_append_steal(py_as_list(list), rebuilt(items[i], inputs, at, error))) {
      py_drop(list);
      return PY_ERROR;
    }
  return list;
}

static Value first_of(NnTensor *const *inputs, int count, Error *error) {
  if (count == 1) return keras_tensor_value(nn_tensor_retain(inputs[0]), error);
  Value list = py_list(count);
  for (int i = 0; !py_is_error(list) && i < count; i++)
    if (!py_list_append_steal(py_as_list(list), keras_tensor_value(nn_tensor_retain(inputs[i]), error))) {
      py_drop(list);
      return PY_ERROR;
    }
  return list;
}

/* What the last traced call gave: how its tensors are put together (a list, a tuple with a list in it, a dict). */
static Value result_structure = {.tag = TAG_UNDEFINED};

static bool flatten(Value value, NnTensor **outputs, int *made, Error *error) {
  const Value *items;
  int64_t count, at = 0;
  Value key, item;
  bool good = true;
  if (py_is_dict(value)) {
    while (good && py_dict_next(py_as_dict(value), &at, &key, &item)) good = flatten(item, outputs, made, error);
    return good;
  }
  if (py_sequence(value, &items, &count)) {
    for (int64_t i = 0; good && i < count; i++) good = flatten(items[i], outputs, made, error);
    return good;
  }
  if (*made == NN_MAX_OUTPUTS) return !py_is_error(py_raise(&py_ValueError, "a layer gives at most %d tensors", NN_MAX_OUTPUTS));
  outputs[*made] = keras_tensor_result(py_keep(value), error);
  if (outputs[*made] == NULL) return false;
  (*made)++;
  return true;
}

static Value take_structure(void) {
  Value taken = result_structure;
  result_structure = PY_UNDEFINED;
  return taken;
}

static bool outputs_of(Value result, NnTensor **outputs, int *made, Error *error) {
  *made = 0;
  if (py_is_error(result)) return false;
  bool good = flatten(result, outputs, made, error);
  if (good && *made == 0) good = !py_is_error(py_raise(&py_ValueError, "a call must give a tensor"));
  if (!good) {
    for (int i = 0; i < *made; i++) nn_tensor_release(outputs[i]);
    *made = 0;
    py_drop(result);
    return false;
  }
  py_drop(result_structure);
  result_structure = result;
  return true;
}

/* What add_loss was given in the innermost trace. */
typedef struct Losses {
  NnTensor *items[NN_MAX_OUTPUTS]; /* strong */
  int count;
} Losses;
static Losses *tracing_losses;

static void drop_losses(Losses *losses) {
  for (int i = 0; i < losses->count; i++) nn_tensor_release(losses->items[i]);
  losses->count = 0;
}

Value keras_user_add_loss(const NativeRow *row, Value *arguments) {
  if (tracing_losses == NULL) {
    keras_losses_noted();
    return keras_embedded_call("_keras_losses", "add_loss", arguments, 2);
  }
  Value total = keras_embedded_call("_keras_losses", "total", &arguments[1], 1);
  Error error = {0};
  NnTensor *tensor = keras_tensor_result(total, &error);
  if (tensor == NULL) return py_pending() ? PY_ERROR : keras_raise(&error);
  if (tracing_losses->count == NN_MAX_OUTPUTS) {
    nn_tensor_release(tensor);
    return py_raise(&py_ValueError, "one call may add at most %d losses", NN_MAX_OUTPUTS);
  }
  tracing_losses->items[tracing_losses->count++] = tensor;
  return PY_NONE;
}

/* One trace of self.call in a mode; -1: for both, where `training` is True and the layers inside look at the mode. */
static bool trace_once(Value self, NnTensor *const *inputs, int count, int training, bool open, NnTensor **outputs,
                       int *made, Error *error) {
  enum { MOST = 16 };
  Value positional[MOST], keywords[MOST];
  Arguments now = {.positional = positional, .count = 1};
  int at = 0, given = 0, named = 0;
  if (call_rest == NULL) {
    positional[given++] = first_of(inputs, count, error);
  } else {
    now = *call_rest;
    if (now.count > MOST || now.keyword_count > MOST) return !py_is_error(py_raise(&py_TypeError, "too many arguments"));
    while (given < now.count && (given == 0 || !py_is_error(positional[given - 1]))) {
      positional[given] = rebuilt(call_rest->positional[given], inputs, &at, error);
      given++;
    }
    while (named < now.keyword_count && (named == 0 || !py_is_error(keywords[named - 1]))) {
      keywords[named] = rebuilt(call_rest->keyword_values[named], inputs, &at, error);
      named++;
    }
    now.positional = positional;
    now.keyword_values = keywords;
  }
  bool ready = true;
  for (int i = 0; i < given; i++) ready = ready && !py_is_error(positional[i]);
  for (int i = 0; i < named; i++) ready = ready && !py_is_error(keywords[i]);
  const Arguments *rest = call_rest;
  const bool before = mode_open;
  call_rest = NULL;
  mode_open = open;
  keras_model_trace(1);
  Value result = ready ? call_user(self, &now, training) : PY_ERROR;
  keras_model_trace(-1);
  mode_open = before;
  call_rest = rest;
  for (int i = 0; i < given; i++) py_drop(positional[i]);
  for (int i = 0; i < named; i++) py_drop(keywords[i]);
  return outputs_of(result, outputs, made, error);
}

/* Where the mode is the plan's, one graph serves both: the two must be the same but for what looks at the mode itself.
 */
static bool trace_modes(Value self, NnTensor *const *inputs, int count, int training, NnTensor **outputs, int *made,
                        Error *error) {
  if (training >= 0) return trace_once(self, inputs, count, training, false, outputs, made, error);
  if (!trace_once(self, inputs, count, 1, true, outputs, made, error)) return false;
  if (!takes(self, "call", "training")) return true;
  NnTensor *others[NN_MAX_OUTPUTS];
  int other_count = 0;
  Losses *kept = tracing_losses, ignored = {.count = 0};
  tracing_losses = &ignored;
  bool good = trace_once(self, inputs, count, 0, false, others, &other_count, error);
  drop_losses(&ignored);
  tracing_losses = kept;
  if (good && nn_user_op_count(outputs, *made) != nn_user_op_count(others, other_count)) {
    py_raise(&py_NotImplementedError, "call() of %s does different things for training=True and training=False", py_type_of(self)->name);
    py_hint("layers such as Dropout and BatchNormalization look at training themselves: hand it on to them");
    good = false;
  }
  for (int i = 0; i < other_count; i++) nn_tensor_release(others[i]);
  for (int i = 0; !good && i < *made; i++) nn_tensor_release(outputs[i]);
  if (!good) *made = 0;
  return good;
}

static bool trace(Value self, NnTensor *const *inputs, int count, int training, NnTensor **outputs, int *made,
                  Losses *losses, Error *error) {
  Losses *before = tracing_losses;
  tracing_losses = losses;
  const bool good = trace_modes(self, inputs, count, training, outputs, made, error);
  tracing_losses = before;
  return good;
}

static bool hook_layer_call(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                            int *output_count, NnCall *call, Error *error) {
  if (layer->object.row == &nn_layer_lambda) {
    const NnOption *function = nn_option(&layer->object, "function"), *extra = nn_option(&layer->object, "arguments");
    if (extra->tag != NN_OPTION_NONE || function->tag != NN_OPTION_OBJECT ||
        !nn_is_user_function(function->as.object)) {
      py_raise(&py_NotImplementedError, "Lambda takes a function, without `arguments`");
      return false;
    }
    Value first = first_of(inputs, count, error);
    if (py_is_error(first)) return false;
    keras_trace_begin();
    Value result = py_call_values(keras_handle_value(nn_user_function_handle(function->as.object)), &first, 1);
    keras_trace_end();
    py_drop(first);
    return outputs_of(result, outputs, output_count, error);
  }
  Value self = layer_value(layer);
  if (py_is_error(self)) return false;
  Losses losses = {.count = 0};
  keras_trace_begin();
  bool good = trace(self, inputs, count, training, outputs, output_count, &losses, error);
  keras_trace_end();
  bool added = true;
  for (int i = 0; good && added && call != NULL && i < losses.count; i++)
    added = nn_call_add_loss(call, losses.items[i], error);
  if (good && !added) {
    for (int i = 0; i < *output_count; i++) nn_tensor_release(outputs[i]);
    *output_count = 0;
    good = false;
  }
  drop_losses(&losses);
  py_drop(self);
  return good;
}

static bool hook_model_build(NnModel *model, const NnShape *input, Error *error) {
  NnShape shape = *input;
  const int64_t batch = -1;
  shape.rank--;
  memmove(shape.dims, shape.dims + 1, sizeof shape.dims[0] * (size_t)shape.rank);
  Value self = layer_value(nn_model_as_layer(model));
  if (py_is_error(self)) return false;
  NnTensor *place = nn_input(&shape, batch, ND_FLOAT32, "inputs", error), *outputs[NN_MAX_OUTPUTS];
  int made = 0;
  Losses losses = {.count = 0};
  bool good = place != NULL && nn_scope_push(nn_model_as_layer(model), error);
  if (good) {
    /* As in Keras, fit tells a model that it trains by an argument of its call(); one that has none is never told, and
     * the layers inside do what they do in predict. */
    good = trace(self, &place, 1, takes(self, "call", "training") ? -1 : 0, outputs, &made, &losses, error);
    nn_scope_pop();
  }
  good = good && nn_user_model_set_graph(model, &place, 1, outputs, made, error) &&
         nn_user_model_set_losses(model, losses.items, losses.count, error);
  drop_losses(&losses);
  for (int i = 0; i < made; i++) nn_tensor_release(outputs[i]);
  nn_tensor_release(place);
  py_drop(self);
  return good;
}

void keras_hooks_ready(void) {
  nn_user_hooks = (NnUserHooks){.call = keras_hook_call, .fill = keras_hook_fill, .release = keras_handle_release,
                                .layer_build = hook_layer_build, .layer_call = hook_layer_call,
                                .model_build = hook_model_build, .layer_gone = keras_user_gone};
}
