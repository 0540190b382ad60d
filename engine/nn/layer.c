#include "engine/nn/layer_internal.h"

#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/constraint.h"
#include "engine/nn/initializer.h"
#include "engine/nn/loss.h"
#include "engine/nn/model.h"
#include "engine/nn/naming.h"
#include "engine/nn/plan.h"
#include "engine/nn/rows.h"
#include "engine/nn/seed.h"

const char nn_layer_common[] =
    "name=None, trainable=True, dtype=None, input_shape=None, input_dim=None, batch_input_shape=None, batch_size=None, "
    "activity_regularizer=None, autocast=True";

/* ---- shapes ---- */

void nn_shape_text(const NnShape *shape, char *out, size_t size) {
  size_t at = 0;
  at += (size_t)snprintf(out, size, "(");
  for (int i = 0; i < shape->rank && at < size; i++) {
    const char *comma = i ? ", " : "";
    int wrote = shape->dims[i] < 0 ? snprintf(out + at, size - at, "%sNone", comma)
                                   : snprintf(out + at, size - at, "%s%lld", comma, (long long)shape->dims[i]);
    at += (size_t)wrote;
  }
  if (at < size) snprintf(out + at, size - at, shape->rank == 1 ? ",)" : ")");
}

NnShape nn_shape_of_array(const NdArray *array) {
  NnShape shape = {0};
  shape.rank = array->ndim < NN_MAX_DIMS ? array->ndim : NN_MAX_DIMS;
  for (int i = 0; i < shape.rank; i++) shape.dims[i] = array->shape[i];
  return shape;
}

bool nn_shape_from_option(const NnOption *option, NnShape *shape, const char *what, Error *error) {
  memset(shape, 0, sizeof *shape);
  const NnOption *items = option;
  int count = 1;
  if (option->tag == NN_OPTION_LIST) {
    items = option->as.list.items;
    count = option->as.list.count;
  }
  if (count > NN_MAX_DIMS) {
    return core_fail(error, ERROR_VALUE, "a shape may have at most %d dimensions, got %d", NN_MAX_DIMS, count);
  }
  for (int i = 0; i < count; i++) {
    if (items[i].tag == NN_OPTION_NONE && option->tag == NN_OPTION_LIST) {
      shape->dims[shape->rank++] = -1;
    } else if (items[i].tag == NN_OPTION_INT && items[i].as.integer >= 0) {
      shape->dims[shape->rank++] = items[i].as.integer;
    } else {
      Text text = {0};
      nn_option_show(&text, option);
      if (items[i].tag == NN_OPTION_INT) {
        core_fail(error, ERROR_VALUE, "Cannot convert '%s' to a shape. Negative dimensions are not allowed.",
                  text_string(&text));
      } else {
        core_fail(error, ERROR_VALUE, "Cannot convert '%s' to a shape. Found invalid entry of type '<class '%s'>'.",
                  text_string(&text), nn_option_type_name(&items[i]));
      }
      if (what != NULL) core_hint(error, "%s is a tuple of integers, as in %s=(28, 28)", what, what);
      text_free(&text);
      return false;
    }
  }
  return true;
}

NnOption nn_shape_option(const NnShape *shape) {
  NnOption option = {NN_OPTION_NONE, {0}};
  NnOption *items = core_alloc_zero((size_t)shape->rank + 1, sizeof *items);
  if (items == NULL) return option;
  for (int i = 0; i < shape->rank; i++) {
    if (shape->dims[i] >= 0) items[i] = nn_option_integer(shape->dims[i]);
  }
  option.tag = NN_OPTION_LIST;
  option.as.list.items = items;
  option.as.list.count = shape->rank;
  return option;
}

/* ---- life ---- */

static void destroy(NnObject *object) {
  NnLayer *layer = (NnLayer *)object;
  NnLayerState *state = layer->state;
  if (nn_layer_handlers(layer)->destroy != NULL) nn_layer_handlers(layer)->destroy(layer);
  for (int i = 0; i < layer->variable_count; i++) nn_variable_release(layer->variables[i]);
  core_free(layer->variables);
  core_free(layer->name);
  if (state == NULL) return;
  nn_object_release(state->activity_regularizer);
  core_free(state->dtype);
  core_free(state->build_shapes);
  core_free(state->path);
  core_free(state);
}

/* The value of a common argument: the row's own where it has one of that name (InputLayer's name), else the common. */
static const NnOption *common_option(const NnLayer *layer, const NnOption *common, const char *name) {
  static const NnOption none = {NN_OPTION_NONE, {0}};
  const NnOption *own = nn_option(&layer->object, name);
  if (own != NULL && (common == NULL || own->tag != NN_OPTION_NONE)) return own;
  if (common == NULL) return &none;
  const Signature *signature = signature_of(nn_layer_common);
  int at = signature == NULL ? -1 : signature_find(signature, name, (int)strlen(name));
  return at < 0 ? &none : &common[at];
}

static bool set_name(NnLayer *layer, const NnOption *name, Error *error) {
  if (name->tag == NN_OPTION_NONE) {
    layer->name = nn_auto_name(layer->object.row->name, error);
    return layer->name != NULL;
  }
  if (name->tag != NN_OPTION_STRING || strchr(name->as.string, '/') != NULL) {
    Text text = {0};
    nn_option_show(&text, name);
    core_fail(error, ERROR_VALUE,
              "Argument `name` must be a string and cannot contain character `/`. Received: name=%s (of type <class "
              "'%s'>)",
              text_string(&text), nn_option_type_name(name));
    text_free(&text);
    return false;
  }
  layer->name = core_strdup(name->as.string);
  return layer->name != NULL || core_fail_memory(error, 1);
}

static bool set_dtype(NnLayer *layer, const NnOption *dtype, Error *error) {
  NnLayerState *state = layer->state;
  const char *name = dtype->tag == NN_OPTION_STRING ? dtype->as.string : "float32";
  if (dtype->tag == NN_OPTION_OBJECT && dtype->as.object->row->kind == NN_POLICY) {
    name = nn_option_text(dtype->as.object, "name");
  }
  /* An InputLayer's dtype is its tensor's, not a policy. */
  if (!nn_layer_is_input(layer) && strcmp(name, "float32") != 0) {
    if (nd_type_named(name) < 0 && strncmp(name, "mixed_", 6) != 0) {
      return core_fail(error, ERROR_VALUE,
                       "Cannot convert '%s' to a mixed precision DTypePolicy. Valid policies include 'mixed_float16', "
                       "'mixed_bfloat16', and the name of any float dtype such as 'float32'.", name);
    }
    core_fail(error, ERROR_NOT_IMPLEMENTED, "layer '%s': weights and computations are float32; dtype='%s' is not "
              "supported", layer->name, name);
    return core_hint(error, "leave dtype out");
  }
  state->dtype = core_strdup(name);
  return state->dtype != NULL || core_fail_memory(error, 1);
}

/* input_dim=4 stands for input_shape=(4,), and batch_input_shape has the batch in front. */
static bool set_input_hint(NnLayer *layer, const NnOption *common, Error *error) {
  /* Embedding's own input_dim says how many rows its table has. */
  static const NnOption none = {NN_OPTION_NONE, {0}};
  const bool own_dim = nn_option(&layer->object, "input_dim") != NULL;
  const NnOption *dim = own_dim ? &none : common_option(layer, common, "input_dim");
  const NnOption *shape = common_option(layer, common, "input_shape");
  const NnOption *batch_shape = common_option(layer, common, "batch_input_shape");
  const NnOption *batch = common_option(layer, common, "batch_size");
  NnShape given;
  NnShape *hint = &layer->input_shape_hint;
  if (batch_shape->tag != NN_OPTION_NONE) {
    if (!nn_shape_from_option(batch_shape, hint, "batch_input_shape", error)) return false;
    layer->has_input_hint = hint->rank > 0;
    return true;
  }
  const NnOption *source = dim->tag != NN_OPTION_NONE ? dim : shape;
  if (source->tag == NN_OPTION_NONE) return true;
  if (!nn_shape_from_option(source, &given, dim->tag != NN_OPTION_NONE ? NULL : "input_shape", error)) return false;
  if (given.rank + 1 > NN_MAX_DIMS) return core_fail(error, ERROR_VALUE, "input_shape has too many dimensions");
  hint->rank = given.rank + 1;
  hint->dims[0] = batch->tag == NN_OPTION_INT ? batch->as.integer : -1;
  memcpy(hint->dims + 1, given.dims, sizeof(int64_t) * (size_t)given.rank);
  layer->has_input_hint = true;
  return true;
}

static bool start(NnLayer *layer, const NnOption *common, Error *error) {
  const NnLayerHandlers *handlers = nn_layer_handlers(layer);
  NnLayerState *state = layer->state = core_alloc_zero(1, sizeof *state);
  if (state == NULL) return core_fail_memory(error, sizeof *state);
  state->last_axis = -1;
  if (!set_name(layer, common_option(layer, common, "name"), error)) return false;
  if (!set_dtype(layer, common_option(layer, common, "dtype"), error)) return false;
  if (!nn_layer_is_input(layer) && !set_input_hint(layer, common, error)) return false;
  const NnOption *trainable = common_option(layer, common, "trainable");
  if (trainable->tag != NN_OPTION_BOOL && trainable->tag != NN_OPTION_NONE) {
    Text text = {0};
    nn_option_show(&text, trainable);
    core_fail(error, ERROR_VALUE, "Expected `trainable` to be a boolean. Received: trainable=%s (of type <class '%s'>)",
              text_string(&text), nn_option_type_name(trainable));
    text_free(&text);
    return false;
  }
  layer->trainable = trainable->tag == NN_OPTION_NONE || trainable->as.boolean;
  const NnOption *activity = common_option(layer, common, "activity_regularizer");
  if (activity->tag != NN_OPTION_NONE) {
    state->activity_regularizer = nn_object_from_option(NN_REGULARIZER, activity, error);
    if (state->activity_regularizer == NULL) return false;
  }
  if (handlers->built_at_start) layer->built = true;
  return handlers->start == NULL || handlers->start(layer, error);
}

NnLayer *nn_layer_new(const NnRow *row, const NnOption *options, const NnOption *common, Error *error) {
  const NnLayerHandlers *handlers = row->handlers;
  NnLayer *layer = core_alloc_zero(1, handlers->size > sizeof(NnLayer) ? handlers->size : sizeof(NnLayer));
  if (layer == NULL) {
    core_fail_memory(error, sizeof *layer);
    return NULL;
  }
  if (!nn_object_init(&layer->object, row, options, error)) {
    core_free(layer);
    return NULL;
  }
  layer->object.destroy = destroy;
  if (start(layer, common, error)) return layer;
  nn_layer_release(layer);
  return NULL;
}

/* ---- get_config() ---- */

bool nn_layer_base_config(const NnLayer *layer, bool (*each)(void *, const char *, const NnOption *), void *context,
                          bool *more, Error *error) {
  *more = nn_layer_handlers(layer)->config == NULL;
  if (!*more) return nn_layer_handlers(layer)->config(layer, each, context, error);
  return nn_layer_common_config(layer, true, each, context, error);
}

bool nn_layer_common_config(const NnLayer *layer, bool activity, bool (*each)(void *, const char *, const NnOption *),
                            void *context, Error *error) {
  const NnLayerState *state = layer->state;
  NnOption name = {NN_OPTION_STRING, {.string = layer->name}}, trainable = nn_option_boolean(layer->trainable);
  NnOption dtype_name = {NN_OPTION_STRING, {.string = state->dtype}};
  NnObject *policy = nn_object_new(nn_find(NN_POLICY, "DTypePolicy"), &dtype_name, error);
  if (policy == NULL) return false;
  NnOption dtype = {NN_OPTION_OBJECT, {.object = policy}};
  NnOption regularizer = {NN_OPTION_OBJECT, {.object = state->activity_regularizer}};
  bool good = each(context, "name", &name) && each(context, "trainable", &trainable) &&
              each(context, "dtype", &dtype) &&
              (!activity || state->activity_regularizer == NULL || each(context, "activity_regularizer", &regularizer));
  nn_object_release(policy);
  return good;
}

/* ---- input specs ---- */

static bool is_channels_first(const NnLayer *layer) {
  const NnOption *format = nn_option(&layer->object, "data_format");
  return format != NULL && format->tag == NN_OPTION_STRING && strcmp(format->as.string, "channels_first") == 0;
}
static int pinned_axis(const NnLayer *layer, int rank) { return is_channels_first(layer) ? 1 : rank - 1; }

/* keras/src/layers/input_spec.py, the rules that the layers here have. */
bool nn_layer_check_input(NnLayer *layer, const NnShape *inputs, int count, bool symbolic, Error *error) {
  const NnLayerHandlers *handlers = nn_layer_handlers(layer);
  const NnLayerState *state = layer->state;
  if (handlers->check_input != NULL) return handlers->check_input(layer, inputs, count, symbolic, error);
  if (handlers->inputs == 0 && count != 1) {
    core_fail(error, ERROR_VALUE, "Layer \"%s\" expects 1 input(s), but it received %d input tensors.", layer->name,
              count);
    return core_hint(error, "to join several tensors use a layer such as Add or Concatenate first");
  }
  if (handlers->inputs < 0) return true;
  char text[256];
  nn_shape_text(&inputs[0], text, sizeof text);
  if (inputs[0].rank < handlers->min_ndim) {
    core_fail(error, ERROR_VALUE,
              "Input 0 with name 'None' of layer '%s' is incompatible with the layer: expected min_ndim=%d, found "
              "ndim=%d. Full shape received: %s",
              layer->name, handlers->min_ndim, inputs[0].rank, text);
    return core_hint(error, "the first dimension is the batch: give (samples, features), e.g. x.reshape(1, -1)");
  }
  if (handlers->exact_ndim && inputs[0].rank != handlers->exact_ndim) {
    return core_fail(error, ERROR_VALUE,
                     "Input 0 with name 'None' of layer '%s' is incompatible with the layer: expected ndim=%d, found "
                     "ndim=%d. Full shape received: %s",
                     layer->name, handlers->exact_ndim, inputs[0].rank, text);
  }
  if (state->last_axis < 0 || inputs[0].rank == 0) return true;
  int64_t last = inputs[0].dims[pinned_axis(layer, inputs[0].rank)];
  if (last < 0 || last == state->last_axis) return true;
  core_fail(error, ERROR_VALUE,
            "Input 0 with name 'None' of layer '%s' is incompatible with the layer: expected axis %d of input shape to "
            "have value %lld, but received input with shape %s",
            layer->name, is_channels_first(layer) ? 1 : -1, (long long)state->last_axis, text);
  return core_hint(error, "the layer's weights were made for inputs of %lld features", (long long)state->last_axis);
}

static bool name_layer(const NnLayer *layer, Error *error) {
  if (error != NULL && error->code != ERROR_NONE && error->layer[0] == '\0') {
    snprintf(error->layer, sizeof error->layer, "%s", layer->name);
  }
  return false;
}

/* ---- build ---- */

bool nn_layer_add_weight(NnLayer *layer, const char *name, int ndim, const int64_t *shape, const NnOption *initializer,
                         NnObject *regularizer, bool trainable, Error *error) {
  char *path = nn_scope_path(name, error);
  if (path == NULL) return false;
  NdArray *value = NULL;
  NnShape wanted = {.rank = ndim};
  for (int i = 0; i < ndim; i++) {
    wanted.dims[i] = shape[i];
    if (shape[i] >= 0) continue;
    for (int j = i; j < ndim; j++) wanted.dims[j] = shape[j];
    char text[256];
    nn_shape_text(&wanted, text, sizeof text);
    core_fail(
        error, ERROR_VALUE,
        "Shapes used to initialize variables must be fully-defined (no `None` dimensions). Received: shape=%s for "
        "variable path='%s'",
        text, path);
    core_hint(error, "give the last dimension of the input a size");
    core_free(path);
    return false;
  }
  if (initializer->tag == NN_OPTION_ARRAY) {
    NnShape given = nn_shape_of_array(initializer->as.array);
    if (nn_shape_equal(&given, &wanted)) {
      value = nd_astype(initializer->as.array, ND_FLOAT32, error);
    } else {
      char expected[256], received[256];
      nn_shape_text(&given, expected, sizeof expected);
      nn_shape_text(&wanted, received, sizeof received);
      core_fail(error, ERROR_VALUE, "Expected `shape` to be %s for direct tensor as initializer. Received shape=%s",
                expected, received);
    }
  } else if (initializer->tag == NN_OPTION_OBJECT) {
    value = nn_initializer_draw(initializer->as.object, ndim, shape, error);
  } else {
    core_fail(error, ERROR_NOT_IMPLEMENTED, "a function of your own as initializer is not supported yet");
  }
  NnVariable **grown = NULL;
  NnVariable *variable = NULL;
  if (value != NULL) {
    grown = core_realloc(layer->variables, sizeof *grown * ((size_t)layer->variable_count + 1));
    if (grown == NULL) {
      core_fail_memory(error, sizeof *grown);
      nd_release(value);
    } else {
      layer->variables = grown;
      variable = nn_variable_new(name, path, value, trainable && layer->trainable, regularizer, error);
    }
  }
  core_free(path);
  if (variable == NULL) return false;
  layer->variables[layer->variable_count++] = variable;
  return true;
}

bool nn_layer_constrain(NnLayer *layer, const char *option, Error *error) {
  const NnOption *given = nn_option(&layer->object, option);
  if (given == NULL || given->tag == NN_OPTION_NONE) return true;
  if (given->tag != NN_OPTION_OBJECT)
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "layer '%s': a function of your own as %s is not supported yet",
                     layer->name, option);
  NnVariable *variable = layer->variables[layer->variable_count - 1];
  const NnShape shape = nn_shape_of_array(variable->value);
  if (!nn_constraint_fits(given->as.object, &shape, error)) return false;
  variable->constraint = nn_object_retain(given->as.object);
  return true;
}

static bool build_in_scope(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  const NnLayerHandlers *handlers = nn_layer_handlers(layer);
  NnLayerState *state = layer->state;
  int before = layer->variable_count;
  char *path = nn_scope_path(NULL, error);
  NnShape *shapes = core_alloc_zero((size_t)count + 1, sizeof *shapes);
  if (path == NULL || shapes == NULL) {
    core_free(path);
    core_free(shapes);
    return core_fail_memory(error, 1);
  }
  memcpy(shapes, inputs, sizeof *shapes * (size_t)count);
  if (handlers->build != NULL && !handlers->build(layer, inputs, count, error)) {
    while (layer->variable_count > before) nn_variable_release(layer->variables[--layer->variable_count]);
    core_free(path);
    core_free(shapes);
    return false;
  }
  core_free(state->path);
  core_free(state->build_shapes);
  state->path = path;
  state->build_shapes = shapes;
  state->build_count = count;
  if (handlers->pins_last_axis && inputs[0].rank > 0) state->last_axis = inputs[0].dims[pinned_axis(layer, inputs[0].rank)];
  layer->built = true;
  return true;
}

bool nn_layer_build(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  if (nn_layer_is_model(&layer->object)) return nn_model_build((NnModel *)layer, &inputs[0], error);
  if (layer->built) return true;
  if (count < 1) return core_fail(error, ERROR_VALUE, "build needs an input shape");
  if (nn_layer_handlers(layer)->min_ndim > inputs[0].rank) {
    return nn_layer_check_input(layer, inputs, count, false, error) || name_layer(layer, error);
  }
  if (!nn_scope_push(layer, error)) return false;
  bool built = build_in_scope(layer, inputs, count, error);
  nn_scope_pop();
  return built || name_layer(layer, error);
}

bool nn_layer_built_output(NnLayer *layer, NnShape *output) {
  const NnLayerState *state = layer->state;
  if (state->build_shapes == NULL || nn_layer_handlers(layer)->expand == NULL) return false;
  NnTensor *inputs[NN_MAX_INPUTS] = {NULL};
  bool made = state->build_count <= NN_MAX_INPUTS;
  for (int i = 0; made && i < state->build_count; i++) {
    inputs[i] = nn_tensor_input(&state->build_shapes[i], ND_FLOAT32, NULL, NULL);
    made = inputs[i] != NULL;
  }
  NnTensor *result = made ? nn_layer_handlers(layer)->expand(layer, inputs, state->build_count, -1, NULL) : NULL;
  if (result != NULL) *output = *nn_tensor_shape(result);
  for (int i = 0; i < NN_MAX_INPUTS; i++) nn_tensor_release(inputs[i]);
  nn_tensor_release(result);
  return result != NULL;
}

/* ---- symbolic calls ---- */

/* The layer's penalty on what it gives out: one number a sample, since Keras divides the whole by the batch. The output
 * gets a node of its own behind it, which will carry the call: the penalty must not depend on that one. */
static bool add_activity_loss(NnLayer *layer, NnTensor **output, NnCall *call, Error *error) {
  NnObject *regularizer = ((NnLayerState *)layer->state)->activity_regularizer;
  if (regularizer == NULL) return true;
  if (nn_tensor_shape(*output)->rank < 1) return core_fail(error, ERROR_VALUE, "layer '%s' gives no samples", layer->name);
  NnTensor *penalty = nn_regularizer_samples(regularizer, *output, error);
  NnTensor *shown = penalty != NULL ? nn_op1("identity", *output, error) : NULL;
  bool good = shown != NULL && nn_call_add_loss(call, penalty, error);
  nn_tensor_release(penalty);
  if (!good) {
    nn_tensor_release(shown);
    return false;
  }
  nn_tensor_release(*output);
  *output = shown;
  return true;
}

/* The ops of a call with their results, which are not yet marked as the call's. */
static bool expand(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                   int *output_count, NnCall *call, Error *error) {
  const NnLayerHandlers *handlers = nn_layer_handlers(layer);
  if (handlers->expand_all != NULL) {
    return handlers->expand_all(layer, inputs, count, training, outputs, output_count, call, error);
  }
  outputs[0] = handlers->expand(layer, inputs, count, training, error);
  *output_count = outputs[0] != NULL;
  return outputs[0] != NULL;
}

static void release_all(NnTensor **tensors, int count) {
  for (int i = 0; i < count; i++) nn_tensor_release(tensors[i]);
}

/* A result that is somebody else's already (an input passed on, one tensor given out twice) gets a node of its own. */
static bool own_node(NnTensor **output, const NnCall *call, NnTensor *const *inputs, int count, Error *error) {
  NnTensor *tensor = *output;
  bool foreign = tensor->kind != NN_TENSOR_OP || tensor->call != NULL;
  for (int i = 0; i < count; i++) foreign = foreign || tensor == inputs[i];
  if (!foreign) return true;
  NnTensor *own = nn_op1("identity", tensor, error);
  if (own == NULL) return false;
  nn_tensor_set_mask(own, tensor->call == NULL ? tensor->mask : NULL);
  nn_tensor_release(tensor);
  *output = own;
  return true;
}

static bool takes_masks(const NnLayer *layer, NnTensor *const *inputs, int count, Error *error) {
  for (int i = 0; i < count && nn_layer_handlers(layer)->refuses_mask; i++)
    if (inputs[i]->mask != NULL)
      return core_fail(error, ERROR_NOT_IMPLEMENTED, "layer '%s' (%s) cannot take masked steps into account yet", layer->name,
                       layer->object.row->name) ||
             core_hint(error, "the mask comes from mask_zero=True or from Masking; a recurrent layer may use it");
  return true;
}

static bool call_built(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                       int *output_count, Error *error) {
  NnLayerState *state = layer->state;
  if (!takes_masks(layer, inputs, count, error)) return false;
  NnCall *call = nn_call_new(layer, inputs, count, state->call_count, error);
  if (call == NULL) return false;
  call->training = training >= NN_UNLESS_SAID ? training - NN_UNLESS_SAID : training;
  if (training >= NN_UNLESS_SAID) training = training - NN_UNLESS_SAID == 1 ? NN_TRAINING_UNLESS_SAID : -1;
  bool good = expand(layer, inputs, count, training, outputs, output_count, call, error);
  int made = good ? *output_count : 0;
  for (int i = 0; good && i < made; i++) {
    char *name = NULL;
    good = add_activity_loss(layer, &outputs[i], call, error) && own_node(&outputs[i], call, inputs, count, error) &&
           (name = nn_auto_name("KerasTensor", error)) != NULL && nn_tensor_set_call(outputs[i], call, i, name, error);
    core_free(name);
    if (good && nn_layer_handlers(layer)->passes_mask && outputs[i]->mask == NULL && inputs[0]->mask != NULL)
      nn_tensor_set_mask(outputs[i], inputs[0]->mask);
  }
  nn_call_release(call);
  if (!good) {
    release_all(outputs, made);
    return false;
  }
  state->call_count++;
  state->output_count = made;
  for (int i = 0; i < made; i++) {
    state->outputs[i] = *nn_tensor_shape(outputs[i]);
    nn_layer_remember_output(layer, outputs[i]);
  }
  return true;
}

void nn_layer_remember_output(NnLayer *layer, NnTensor *tensor) {
  NnTensor **place = &nn_layer_state(layer)->results[tensor->call_output];
  if (*place == NULL) *place = tensor;
}

void nn_layer_forget_output(NnLayer *layer, const NnTensor *tensor) {
  NnLayerState *state = layer->state;
  if (state != NULL && state->results[tensor->call_output] == tensor) state->results[tensor->call_output] = NULL;
}

int nn_layer_outputs(const NnLayer *layer, NnTensor **tensors) {
  const NnLayerState *state = layer->state;
  int count = 0;
  while (count < state->output_count && state->results[count] != NULL) {
    tensors[count] = state->results[count];
    count++;
  }
  return count < state->output_count ? 0 : count;
}

int nn_layer_inputs(const NnLayer *layer, NnTensor **tensors) {
  const NnTensor *result = nn_layer_state(layer)->results[0];
  if (result == NULL) return 0;
  if (result->call->input_count == 0) { /* an InputLayer takes in what it gives out */
    tensors[0] = nn_layer_state(layer)->results[0];
    return 1;
  }
  for (int i = 0; i < result->call->input_count; i++) tensors[i] = result->call->inputs[i];
  return result->call->input_count;
}

const NnShape *nn_layer_build_shape(const NnLayer *layer) {
  const NnLayerState *state = layer->state;
  return state->build_count == 1 ? state->build_shapes : NULL;
}

bool nn_layer_has_activity_loss(const NnLayer *layer) {
  if (nn_layer_state(layer)->activity_regularizer != NULL) return true;
  if (!nn_layer_is_model(&layer->object)) return false;
  const NnModel *model = (const NnModel *)layer;
  for (int i = 0; i < nn_model_layer_count(model); i++)
    if (nn_layer_has_activity_loss(nn_model_layer(model, i))) return true;
  return false;
}

bool nn_layer_build_inner(NnLayer *outer, NnLayer *inner, const NnShape *inputs, int count, Error *error) {
  if (!nn_layer_check_input(inner, inputs, count, true, error) || !nn_layer_build(inner, inputs, count, error)) return false;
  int weights;
  NnVariable *const *variables = nn_layer_weights(inner, &weights);
  NnVariable **grown = core_realloc(outer->variables, sizeof *grown * ((size_t)(outer->variable_count + weights) + 1));
  if (grown == NULL) return core_fail_memory(error, sizeof *grown);
  outer->variables = grown;
  for (int i = 0; i < weights; i++) outer->variables[outer->variable_count++] = nn_variable_retain(variables[i]);
  return true;
}

bool nn_layer_expand_inner(NnLayer *inner, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                           int *output_count, Error *error) {
  return expand(inner, inputs, count, training, outputs, output_count, NULL, error);
}

NnLayer *nn_layer_like(const NnLayer *layer, const char *name, const char *change, NnOption value, Error *error) {
  const NnRow *row = layer->object.row;
  const Signature *own = signature_of(row->signature), *shared = signature_of(nn_layer_common);
  NnOption *options = own ? core_alloc_zero((size_t)own->count + 1, sizeof *options) : NULL;
  NnOption *common = shared ? core_alloc_zero((size_t)shared->count + 1, sizeof *common) : NULL;
  NnLayer *made = NULL;
  if (options != NULL && common != NULL) {
    /* Borrowed values: the new layer copies them. */
    memcpy(options, layer->object.options, sizeof *options * (size_t)own->count);
    const int at = change != NULL ? signature_find(own, change, (int)strlen(change)) : -1;
    if (at >= 0) options[at] = value;
    bool good = true;
    for (int i = 0; good && i < shared->count; i++)
      if (shared->parameters[i].has_default)
        good = nn_option_from_literal(&shared->parameters[i].default_value, &common[i], error);
    const int named = signature_find(shared, "name", 4), trains = signature_find(shared, "trainable", 9);
    nn_option_clear(&common[named]);
    common[named] = nn_option_string(name);
    common[trains] = nn_option_boolean(layer->trainable);
    if (good) made = nn_layer_new(row, options, common, error);
    for (int i = 0; i < shared->count; i++) nn_option_clear(&common[i]);
  } else {
    core_fail_memory(error, sizeof *options);
  }
  core_free(options);
  core_free(common);
  return made;
}

static bool build_for(NnLayer *layer, const NnShape *shapes, int count, bool symbolic, Error *error) {
  if (!nn_layer_check_input(layer, shapes, count, symbolic, error)) return false;
  return layer->built ||
         (nn_layer_build(layer, shapes, count, error) && nn_layer_check_input(layer, shapes, count, symbolic, error));
}

bool nn_layer_call_many(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                        int *output_count, Error *error) {
  NnShape shapes[NN_MAX_INPUTS];
  *output_count = 0;
  if (count < 1 || count > NN_MAX_INPUTS) {
    return core_fail(error, ERROR_VALUE, "layer '%s' takes 1 to %d inputs, got %d", layer->name, NN_MAX_INPUTS, count);
  }
  for (int i = 0; i < count; i++) shapes[i] = *nn_tensor_shape(inputs[i]);
  if (!nn_scope_push(layer, error)) return false;
  bool good = build_for(layer, shapes, count, true, error) &&
              call_built(layer, inputs, count, training, outputs, output_count, error);
  nn_scope_pop();
  return good || name_layer(layer, error);
}

NnTensor *nn_layer_call(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  NnTensor *outputs[NN_MAX_OUTPUTS];
  int made;
  if (!nn_layer_call_many(layer, inputs, count, training, outputs, &made, error)) return NULL;
  release_all(outputs + 1, made - 1);
  return outputs[0];
}

/* BatchNormalization that does not learn uses its moving statistics, whatever the caller says; in a graph the plan sees to
 * it. */
static int mode_of(const NnLayer *layer, int training) {
  return layer->object.row == &nn_layer_batch_normalization && !layer->trainable ? 0 : training;
}

bool nn_layer_expand_for(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                         int *output_count, Error *error) {
  NnShape shapes[NN_MAX_INPUTS];
  for (int i = 0; i < count; i++) shapes[i] = *nn_tensor_shape(inputs[i]);
  if (!nn_scope_push(layer, error)) return false;
  const bool good = build_for(layer, shapes, count, false, error) && takes_masks(layer, inputs, count, error) &&
                    expand(layer, inputs, count, mode_of(layer, training), outputs, output_count, NULL, error);
  nn_scope_pop();
  return good || name_layer(layer, error);
}

/* ---- concrete calls ---- */

bool nn_layer_apply_many(NnLayer *layer, NdArray *const *inputs, int count, int training, NdArray **outputs,
                         int *output_count, Error *error) {
  NnShape shapes[NN_MAX_INPUTS];
  NnTensor *tensors[NN_MAX_INPUTS] = {NULL}, *results[NN_MAX_OUTPUTS] = {NULL};
  int made = 0;
  *output_count = 0;
  if (count < 1 || count > NN_MAX_INPUTS) {
    return core_fail(error, ERROR_VALUE, "layer '%s' takes 1 to %d inputs, got %d", layer->name, NN_MAX_INPUTS, count);
  }
  for (int i = 0; i < count; i++) {
    if (inputs[i]->ndim > NN_MAX_DIMS) {
      return core_fail(error, ERROR_VALUE, "at most %d dimensions are supported, got %d", NN_MAX_DIMS, inputs[i]->ndim);
    }
    shapes[i] = nn_shape_of_array(inputs[i]);
  }
  if (!nn_scope_push(layer, error)) return false;
  bool good = build_for(layer, shapes, count, false, error);
  for (int i = 0; good && i < count; i++) {
    /* Rows can be worked off in blocks, where there are rows. */
    if (shapes[i].rank >= 2) shapes[i].dims[0] = -1;
    tensors[i] = nn_tensor_input(&shapes[i], ND_FLOAT32, NULL, error);
    good = tensors[i] != NULL;
  }
  training = mode_of(layer, training);
  good = good && expand(layer, tensors, count, training < 0 ? NN_TRAINING_UNSAID : training, results, &made, NULL, error);
  nn_scope_pop();
  for (int i = 0; good && i < made; i++) good = own_node(&results[i], NULL, tensors, count, error);
  if (good) {
    good = nn_graph_apply(tensors, inputs, count, results, made, training > 0, NN_FLOAT32, outputs, error);
    if (good) *output_count = made;
  }
  release_all(results, made);
  release_all(tensors, count);
  return good || name_layer(layer, error);
}

NdArray *nn_layer_apply(NnLayer *layer, NdArray *const *inputs, int count, int training, Error *error) {
  NdArray *outputs[NN_MAX_OUTPUTS] = {NULL};
  int made;
  if (!nn_layer_apply_many(layer, inputs, count, training, outputs, &made, error)) return NULL;
  for (int i = 1; i < made; i++) nd_release(outputs[i]);
  return outputs[0];
}

void nn_clear_session(void) { nn_naming_reset(); }
