/* The engine's hooks into classes of the user's: build() and call() traced with symbolic tensors. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/rows.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_user_call.h"

/* ---- Calls ---- */
static NnLayer *building;

bool keras_user_is_building(Value self) { return building == keras_layer_of(self); }

static Value layer_value(NnLayer *layer) { return keras_wrap(nn_object_retain(&layer->object), NULL); }

/* What build() is called with: a tuple of one shape, list of shapes, or None for each of its parameters. */
static Value call_shapes(Value self) {
  Value positional = py_tuple_copy(keras_call_rest->positional, keras_call_rest->count), keywords = py_dict();
  bool good = !py_is_error(positional) && !py_is_error(keywords);
  for (int i = 0; good && i < keras_call_rest->keyword_count; i++)
    good = py_dict_set_name(py_as_dict(keywords), keras_call_rest->keyword_names[i]->data, keras_call_rest->keyword_values[i]);
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
    Value shapes = keras_call_rest != NULL ? call_shapes(self) : count == 1 ? keras_shape_value(&inputs[0]) : py_list(count);
    for (int i = 0; keras_call_rest == NULL && count > 1 && !py_is_error(shapes) && i < count; i++)
      if (!py_list_append_steal(py_as_list(shapes), keras_shape_value(&inputs[i]))) {
        py_drop(shapes);
        shapes = PY_ERROR;
      }
    NnLayer *before = building;
    building = layer;
    const Arguments *rest = keras_call_rest;
    keras_call_rest = NULL;
    const bool several = py_is_tuple(shapes) && rest != NULL;
    if (several) result = py_call_values(method, py_as_tuple(shapes)->items, (int)py_as_tuple(shapes)->count);
    else result = py_is_error(shapes) ? PY_ERROR : py_call_values(method, &shapes, 1);
    keras_call_rest = rest;
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
  if (!py_sequence(structure, &items, &count) || keras_gather(structure, found, 1) == 0) return py_keep(structure);
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
  if (*made == NN_MAX_OUTPUTS) return !py_is_error(py_raise(&py_NotImplementedError, "a layer gives at most %d tensors", NN_MAX_OUTPUTS));
  outputs[*made] = keras_tensor_result(py_keep(value), error);
  if (outputs[*made] == NULL) return false;
  (*made)++;
  return true;
}

Value keras_take_structure(void) {
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
    return py_raise(&py_NotImplementedError, "one call may add at most %d losses", NN_MAX_OUTPUTS);
  }
  tracing_losses->items[tracing_losses->count++] = tensor;
  return PY_NONE;
}

/* Variables that the innermost trace has assigned: the nodes that write them. */
typedef struct Writes {
  NnTensor **items; /* strong */
  int count;
  struct Writes *outer;
} Writes;
static Writes *tracing_writes;

static void drop_writes(Writes *writes) {
  for (int i = 0; i < writes->count; i++) nn_tensor_release(writes->items[i]);
  core_free(writes->items);
}

bool keras_user_trace_assign(NnVariable *variable, Value value) {
  Error error = {0};
  if (tracing_writes == NULL || variable->value->type != ND_FLOAT32) {
    py_raise(&py_NotImplementedError, "a variable cannot be assigned in a function that is traced: it would be once");
    return !py_is_error(py_hint("call the layer on numbers, in a training loop of your own"));
  }
  NnTensor *both[2] = {nn_variable_tensor(variable, &error), keras_tensor_result(py_keep(value), &error)}, *write = NULL;
  NnTensor **grown = core_realloc(tracing_writes->items, ((size_t)tracing_writes->count + 1) * sizeof *grown);
  if (grown != NULL) tracing_writes->items = grown;
  if (grown != NULL && both[0] != NULL && both[1] != NULL) write = nn_op("assign", both, 2, NULL, &error);
  nn_tensor_release(both[0]);
  nn_tensor_release(both[1]);
  if (write != NULL) grown[tracing_writes->count++] = write;
  else if (!py_pending()) keras_raise(&error);
  return write != NULL;
}

/* The outputs come after what was written on the way: without that nobody would ask for it. */
static bool after_writes(const Writes *writes, NnTensor **outputs, int count, Error *error) {
  for (int i = 0; i < count; i++)
    for (int k = 0; k < writes->count; k++) {
      NnTensor *later = nn_op("after", (NnTensor *[]){outputs[i], writes->items[k]}, 2, NULL, error);
      if (later == NULL) return false;
      nn_tensor_set_mask(later, outputs[i]->mask);
      nn_tensor_release(outputs[i]);
      outputs[i] = later;
    }
  return true;
}

/* One trace of self.call in a mode; -1: for both, where `training` is True and the layers inside look at the mode. */
static bool trace_once(Value self, NnTensor *const *inputs, int count, int training, bool open, NnTensor **outputs,
                       int *made, Error *error) {
  enum { MOST = 16 };
  Value positional[MOST], keywords[MOST];
  Arguments now = {.positional = positional, .count = 1};
  int at = 0, given = 0, named = 0;
  if (keras_call_rest == NULL) {
    positional[given++] = first_of(inputs, count, error);
  } else {
    now = *keras_call_rest;
    if (now.count > MOST || now.keyword_count > MOST) {
      py_raise(&py_NotImplementedError, "a layer's call takes at most %d arguments", MOST);
      return false;
    }
    while (given < now.count && (given == 0 || !py_is_error(positional[given - 1]))) {
      positional[given] = rebuilt(keras_call_rest->positional[given], inputs, &at, error);
      given++;
    }
    while (named < now.keyword_count && (named == 0 || !py_is_error(keywords[named - 1]))) {
      keywords[named] = rebuilt(keras_call_rest->keyword_values[named], inputs, &at, error);
      named++;
    }
    now.positional = positional;
    now.keyword_values = keywords;
  }
  bool ready = true;
  for (int i = 0; i < given; i++) ready = ready && !py_is_error(positional[i]);
  for (int i = 0; i < named; i++) ready = ready && !py_is_error(keywords[i]);
  const Arguments *rest = keras_call_rest;
  const bool before = keras_mode_open;
  keras_call_rest = NULL;
  keras_mode_open = open;
  keras_model_trace(1);
  Writes writes = {.outer = tracing_writes};
  tracing_writes = &writes;
  Value result = ready ? keras_call_user(self, &now, training) : PY_ERROR;
  tracing_writes = writes.outer;
  keras_model_trace(-1);
  keras_mode_open = before;
  keras_call_rest = rest;
  for (int i = 0; i < given; i++) py_drop(positional[i]);
  for (int i = 0; i < named; i++) py_drop(keywords[i]);
  bool good = outputs_of(result, outputs, made, error);
  if (good && !after_writes(&writes, outputs, *made, error)) {
    for (int i = 0; i < *made; i++) nn_tensor_release(outputs[i]);
    *made = 0;
    good = false;
  }
  drop_writes(&writes);
  return good;
}

/* Two traces as one graph, which gives the first one's tensors while training. False: their shapes are not the same. */
static bool by_mode(NnTensor **outputs, NnTensor *const *others, int count) {
  for (int i = 0; i < count; i++)
    if (!nn_shape_equal(&outputs[i]->shape, &others[i]->shape)) return false;
  for (int i = 0; i < count; i++) {
    NnTensor *both = nn_op("by_mode", (NnTensor *[]){outputs[i], others[i]}, 2, NULL, NULL);
    if (both == NULL) return false;
    nn_tensor_set_mask(both, outputs[i]->mask);
    nn_tensor_release(outputs[i]);
    outputs[i] = both;
  }
  return true;
}

/* Where the mode is the plan's, one graph serves both: where they do different things, it holds both. */
static bool trace_modes(Value self, NnTensor *const *inputs, int count, int training, NnTensor **outputs, int *made,
                        Error *error) {
  if (training >= 0) return trace_once(self, inputs, count, training, false, outputs, made, error);
  if (!trace_once(self, inputs, count, 1, true, outputs, made, error)) return false;
  if (!keras_user_takes(self, "call", "training")) return true;
  NnTensor *others[NN_MAX_OUTPUTS];
  int other_count = 0;
  Losses *kept = tracing_losses, ignored = {.count = 0};
  tracing_losses = &ignored;
  bool good = trace_once(self, inputs, count, 0, false, others, &other_count, error);
  drop_losses(&ignored);
  tracing_losses = kept;
  const bool same_count = other_count == *made;
  if (good && !(same_count && nn_user_same_graph(outputs, others, *made)) && !(same_count && by_mode(outputs, others, *made))) {
    py_raise(&py_NotImplementedError, "call() of %s gives tensors of other shapes for training=True and training=False",
             py_type_of(self)->name);
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

bool keras_user_trace(Value self, NnTensor *const *inputs, int count, int training, NnTensor **outputs, int *output_count,
                      Error *error) {
  Losses losses = {.count = 0};
  keras_trace_begin();
  const bool good = trace(self, inputs, count, training, outputs, output_count, &losses, error);
  keras_trace_end();
  drop_losses(&losses);
  return good;
}

static bool hook_layer_call(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                            int *output_count, NnCall *call, Error *error) {
  if (layer->object.row == &nn_layer_lambda) {
    const NnOption *function = nn_option(&layer->object, "function");
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
  if (!good && keras_has_open_lengths(inputs, count) && nn_layer_as_model(layer) == NULL)
    good = keras_user_call_later(self, inputs, count, training, outputs, output_count);
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
    good = trace(self, &place, 1, keras_user_takes(self, "call", "training") ? -1 : 0, outputs, &made, &losses, error);
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
                                .model_build = hook_model_build, .layer_gone = keras_user_gone, .later = keras_user_later_now,
                                .keep = keras_handle_keep};
}
