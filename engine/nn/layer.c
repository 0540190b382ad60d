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
        Text item = {0};
        if (items[i].tag == NN_OPTION_STRING) text_add(&item, items[i].as.string);
        else nn_option_show(&item, &items[i]);
        core_fail(error, ERROR_VALUE,
                  "Cannot convert '%s' to a shape. Found invalid dimension '%s' of type '<class '%s'>'. ",
                  text_string(&text), text_string(&item), nn_option_type_name(&items[i]));
        text_free(&item);
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

bool nn_layer_name_error(const NnLayer *layer, Error *error) {
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
  } else {
    /* Without an initializer a weight is drawn as keras/src/layers/layer.py's add_weight draws it. */
    const bool named = initializer->tag == NN_OPTION_OBJECT;
    NnObject *drawn = named ? nn_object_retain(initializer->as.object)
                            : nn_object_new(nn_find(NN_INITIALIZER, "GlorotUniform"), NULL, error);
    if (drawn != NULL) value = nn_initializer_draw(drawn, ndim, shape, error);
    nn_object_release(drawn);
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
      if (variable != NULL) variable->state = !trainable;
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
  if (handlers->pins_last_axis && inputs[0].rank > 0)
    state->last_axis = inputs[0].dims[pinned_axis(layer, inputs[0].rank)];
  layer->built = true;
  return true;
}

bool nn_layer_build(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  if (nn_layer_is_model(&layer->object)) return nn_model_build((NnModel *)layer, &inputs[0], error);
  if (layer->built) return true;
  if (count < 1) return core_fail(error, ERROR_VALUE, "build needs an input shape");
  if (nn_layer_handlers(layer)->min_ndim > inputs[0].rank) {
    return nn_layer_check_input(layer, inputs, count, false, error) || nn_layer_name_error(layer, error);
  }
  if (!nn_scope_push(layer, error)) return false;
  bool built = build_in_scope(layer, inputs, count, error);
  nn_scope_pop();
  return built || nn_layer_name_error(layer, error);
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

void nn_clear_session(void) { nn_naming_reset(); }
