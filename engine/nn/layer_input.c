/* Input and InputLayer: where a graph begins. Source: keras/src/layers/core/input_layer.py. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/naming.h"
#include "engine/nn/rows.h"

typedef struct InputLayer {
  NnLayer layer; /* first; input_shape_hint holds the batch shape */
  NdType type;
  bool named; /* the tensor is then called as the layer is */
} InputLayer;

bool nn_layer_is_input(const NnLayer *layer) { return layer->object.row == &nn_layer_input; }

const NnShape *nn_input_layer_shape(const NnLayer *layer) { return &layer->input_shape_hint; }

static bool start(NnLayer *layer, Error *error) {
  InputLayer *input = (InputLayer *)layer;
  const NnObject *object = &layer->object;
  const NnOption *shape = nn_option(object, "shape"), *batch_shape = nn_option(object, "batch_shape");
  const NnOption *batch = nn_option(object, "batch_size");
  const char *type = nn_option_text(object, "dtype");
  int found = type != NULL && strcmp(type, "string") == 0 ? ND_OBJECT : nd_type_named(type != NULL ? type : "float32");
  if (found < 0) return core_fail(error, ERROR_VALUE, "Invalid dtype: %s", type);
  input->type = (NdType)found;
  input->named = nn_option(object, "name")->tag != NN_OPTION_NONE;
  if (nn_option_bool(object, "sparse") || nn_option_bool(object, "ragged")) {
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "InputLayer: sparse and ragged inputs are not supported");
  }
  if (shape->tag != NN_OPTION_NONE && batch_shape->tag != NN_OPTION_NONE) {
    return core_fail(error, ERROR_VALUE, "You cannot pass both `shape` and `batch_shape` at the same time.");
  }
  if (batch->tag != NN_OPTION_NONE && batch_shape->tag != NN_OPTION_NONE) {
    return core_fail(error, ERROR_VALUE, "You cannot pass both `batch_size` and `batch_shape` at the same time.");
  }
  NnShape *whole = &layer->input_shape_hint;
  if (batch_shape->tag != NN_OPTION_NONE) return nn_shape_from_option(batch_shape, whole, "batch_shape", error);
  if (shape->tag == NN_OPTION_NONE) return core_fail(error, ERROR_VALUE, "You must pass a `shape` argument.");
  NnShape sample;
  if (shape->tag != NN_OPTION_LIST) {
    Text text = {0};
    nn_option_show(&text, shape);
    core_fail(error, ERROR_VALUE, "Cannot convert '%s' to a shape.", text_string(&text));
    core_hint(error, "a shape is a tuple, also of one number: shape=(%s,)", text_string(&text));
    text_free(&text);
    return false;
  }
  if (!nn_shape_from_option(shape, &sample, "shape", error)) return false;
  if (sample.rank + 1 > NN_MAX_DIMS) return core_fail(error, ERROR_VALUE, "shape has too many dimensions");
  whole->rank = sample.rank + 1;
  whole->dims[0] = batch->tag == NN_OPTION_INT ? batch->as.integer : -1;
  memcpy(whole->dims + 1, sample.dims, sizeof(int64_t) * (size_t)sample.rank);
  return true;
}

static bool config(const NnLayer *layer, bool (*each)(void *, const char *, const NnOption *), void *context,
                   Error *error) {
  const NnObject *object = &layer->object;
  NnOption shape = nn_shape_option(&layer->input_shape_hint);
  const NdType kind = ((const InputLayer *)layer)->type;
  NnOption type = {NN_OPTION_STRING, {.string = kind == ND_OBJECT ? "string" : (char *)nd_types[kind].name}};
  NnOption name = {NN_OPTION_STRING, {.string = layer->name}};
  NnOption sparse = nn_option_boolean(nn_option_bool(object, "sparse"));
  NnOption ragged = nn_option_boolean(nn_option_bool(object, "ragged"));
  NnOption optional = nn_option_boolean(nn_option_bool(object, "optional"));
  bool good = shape.tag != NN_OPTION_NONE || core_fail_memory(error, sizeof shape);
  good = good && each(context, "batch_shape", &shape) && each(context, "dtype", &type) &&
         each(context, "sparse", &sparse) && each(context, "ragged", &ragged) && each(context, "name", &name) &&
         each(context, "optional", &optional);
  nn_option_clear(&shape);
  return good;
}

static NnTensor *expand(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  core_fail(error, ERROR_TYPE, "too many positional arguments");
  core_hint(error, "an InputLayer is the beginning of a model and is not called");
  return NULL;
}

NnTensor *nn_input_layer_tensor(NnLayer *layer, Error *error) {
  const InputLayer *input = (const InputLayer *)layer;
  NnLayerState *state = layer->state;
  char *name = input->named ? core_strdup(layer->name) : nn_auto_name("KerasTensor", error);
  if (name == NULL) {
    core_fail_memory(error, 1);
    return NULL;
  }
  NnTensor *tensor = nn_tensor_input(&layer->input_shape_hint, input->type, NULL, error);
  NnCall *call = tensor != NULL ? nn_call_new(layer, NULL, 0, state->call_count, error) : NULL;
  bool good = call != NULL && nn_tensor_set_call(tensor, call, 0, name, error);
  nn_call_release(call);
  core_free(name);
  if (!good) {
    nn_tensor_release(tensor);
    return NULL;
  }
  state->call_count++;
  state->output_count = 1;
  state->outputs[0] = layer->input_shape_hint;
  nn_layer_remember_output(layer, tensor);
  return tensor;
}

/* Sets one option of a list made for the row. */
static void set(NnOption *options, const char *name, NnOption value) {
  const Signature *signature = signature_of(nn_layer_input.signature);
  options[signature_find(signature, name, (int)strlen(name))] = value;
}

NnLayer *nn_input_layer_new(const NnShape *batch_shape, NdType type, const char *name, Error *error) {
  const Signature *signature = signature_of(nn_layer_input.signature);
  NnOption *options = signature != NULL ? core_alloc_zero((size_t)signature->count, sizeof *options) : NULL;
  if (options == NULL) {
    core_fail_memory(error, sizeof *options);
    return NULL;
  }
  set(options, "batch_shape", nn_shape_option(batch_shape));
  set(options, "dtype", nn_option_string(nd_types[type].name));
  if (name != NULL) set(options, "name", nn_option_string(name));
  NnLayer *layer = nn_layer_new(&nn_layer_input, options, NULL, error);
  for (int i = 0; i < signature->count; i++) nn_option_clear(&options[i]);
  core_free(options);
  return layer;
}

NnTensor *nn_input(const NnShape *shape, int64_t batch, NdType type, const char *name, Error *error) {
  NnShape whole = {.rank = shape->rank + 1};
  if (whole.rank > NN_MAX_DIMS) {
    core_fail(error, ERROR_VALUE, "a shape may have at most %d dimensions, got %d", NN_MAX_DIMS, whole.rank);
    return NULL;
  }
  whole.dims[0] = batch;
  memcpy(whole.dims + 1, shape->dims, sizeof(int64_t) * (size_t)shape->rank);
  NnLayer *layer = nn_input_layer_new(&whole, type, name, error);
  if (layer == NULL) return NULL;
  NnTensor *tensor = nn_input_layer_tensor(layer, error);
  nn_layer_release(layer);
  return tensor;
}

static const NnLayerHandlers handlers = {
    .size = sizeof(InputLayer), .built_at_start = true, .start = start, .config = config, .expand = expand,
};

const NnRow nn_layer_input = {
    .kind = NN_LAYER,
    .name = "InputLayer",
    .signature =
        "shape=None, batch_size=None, dtype=None, sparse=None, ragged=None, batch_shape=None, input_tensor=None, "
        "optional=False, name=None",
    .help = "The beginning of a model: says what shape its inputs have.",
    .handlers = &handlers,
};
