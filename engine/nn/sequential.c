/* Sequential: a stack of layers. Source: keras/src/models/sequential.py. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/model_internal.h"
#include "engine/nn/naming.h"
#include "engine/nn/rows.h"
#include "engine/nn/user.h"

static bool config(const NnLayer *layer, bool (*each)(void *, const char *, const NnOption *), void *context,
                   Error *error) {
  const NnModel *model = (const NnModel *)layer;
  NnOption name = {NN_OPTION_STRING, {.string = layer->name}}, trainable = nn_option_boolean(layer->trainable);
  NnOption layers = {NN_OPTION_LIST, {.list = {NULL, model->stack_count}}}, shape = {NN_OPTION_NONE, {0}};
  NnOption type = {NN_OPTION_STRING, {.string = nn_layer_state(layer)->dtype}};
  NnObject *policy = nn_object_new(nn_find(NN_POLICY, "DTypePolicy"), &type, error);
  NnOption dtype = {NN_OPTION_OBJECT, {.object = policy}};
  NnOption *items = core_alloc_zero((size_t)model->stack_count + 1, sizeof *items);
  bool good = policy != NULL && (items != NULL || core_fail_memory(error, sizeof *items));
  for (int i = 0; good && i < model->stack_count; i++) {
    items[i] = (NnOption){NN_OPTION_OBJECT, {.object = &model->stack[i]->object}};
  }
  layers.as.list.items = items;
  good = good && each(context, "name", &name) && each(context, "trainable", &trainable) &&
         each(context, "dtype", &dtype) && each(context, "layers", &layers);
  if (good && layer->built) {
    shape = nn_shape_option(nn_input_layer_shape(model->stack[0]));
    good = each(context, "build_input_shape", &shape);
    nn_option_clear(&shape);
  }
  nn_object_release(policy);
  core_free(items);
  return good;
}

static const NnLayerHandlers handlers = {
    .size = sizeof(NnModel), .inputs = -1, .destroy = nn_model_destroy, .check_input = nn_model_check_input,
    .expand_all = nn_model_expand, .config = config,
};

const NnRow nn_layer_sequential = {
    .kind = NN_LAYER,
    .name = "Sequential",
    .signature = "layers=None, trainable=True, name=None",
    .help = "A model of layers, one after the other.",
    .handlers = &handlers,
};

NnModel *nn_sequential_new(const char *name, Error *error) {
  NnOption options[3] = {{NN_OPTION_NONE, {0}}, nn_option_boolean(true), {NN_OPTION_NONE, {0}}};
  if (name != NULL) options[2] = (NnOption){NN_OPTION_STRING, {.string = (char *)name}};
  NnModel *model = (NnModel *)nn_layer_new(&nn_layer_sequential, options, NULL, error);
  if (model != NULL) model->sequential = true;
  return model;
}

static void unbuild(NnModel *model) {
  nn_model_drop_graph(model);
  core_free(model->inner_name);
  model->inner_name = NULL;
  model->layer.built = false;
  nn_model_refresh(model);
}

/* Calls every layer on the one before; the result is the model's graph. */
static bool call_layers(NnModel *model, Error *error) {
  NnTensor *tensor = nn_tensor_retain(model->first);
  for (int i = 1; i < model->stack_count && tensor != NULL; i++) {
    NnTensor *next = nn_layer_call(model->stack[i], &tensor, 1, -1, error);
    nn_tensor_release(tensor);
    tensor = next;
  }
  if (tensor == NULL) return false;
  /* Keras makes a Functional of the stack, which uses up one of the names that Functional models count by. */
  char *inner = nn_auto_name("Functional", error);
  bool good = inner != NULL && nn_model_set_graph(model, &model->first, 1, &tensor, 1, error);
  core_free(model->inner_name);
  model->inner_name = inner;
  nn_tensor_release(tensor);
  return good;
}

static bool push(NnModel *model, NnLayer *layer, int at, Error *error) {
  NnLayer **grown = core_realloc(model->stack, sizeof *grown * ((size_t)model->stack_count + 1));
  if (grown == NULL) return core_fail_memory(error, sizeof *grown);
  model->stack = grown;
  memmove(grown + at + 1, grown + at, sizeof *grown * (size_t)(model->stack_count - at));
  grown[at] = nn_layer_retain(layer);
  model->stack_count++;
  return true;
}

static bool push_input(NnModel *model, NnTensor *tensor, Error *error) {
  if (!push(model, tensor->call->layer, 0, error)) return false;
  nn_tensor_release(model->first);
  model->first = nn_tensor_retain(tensor);
  return true;
}

static bool build(NnModel *model, const NnShape *shape, Error *error) {
  const char *name = model->layer.name;
  char given[256], known[256];
  if (model->stack_count == 0) {
    return core_fail(error, ERROR_VALUE,
                     "Sequential model %s cannot be built because it has no layers. Call `model.add(layer)`.", name);
  }
  if (nn_layer_is_input(model->stack[0])) {
    if (!nn_shape_equal(nn_input_layer_shape(model->stack[0]), shape)) {
      nn_shape_text(nn_input_layer_shape(model->stack[0]), known, sizeof known);
      nn_shape_text(shape, given, sizeof given);
      return core_fail(
          error, ERROR_VALUE,
          "Sequential model '%s' has already been configured to use input shape %s. You cannot build it with "
          "input_shape %s",
          name, known, given);
    }
  } else {
    NnLayer *input = nn_input_layer_new(shape, ND_FLOAT32, NULL, error);
    NnTensor *tensor = input != NULL ? nn_input_layer_tensor(input, error) : NULL;
    bool added = tensor != NULL && push_input(model, tensor, error);
    nn_tensor_release(tensor);
    nn_layer_release(input);
    if (!added) return false;
  }
  if (!nn_scope_push(&model->layer, error)) return false;
  bool built = call_layers(model, error);
  nn_scope_pop();
  return built;
}

/* What every change of the stack does: the graph is made again where the input's shape is known. */
static bool rebuild(NnModel *model, Error *error) {
  unbuild(model);
  if (model->held || model->stack_count < 2) return true;
  NnLayer *front = model->stack[0];
  if (nn_layer_is_input(front)) return build(model, nn_input_layer_shape(front), error);
  NnShape shape;
  if (!nn_layer_is_model(&front->object) || !front->built || ((NnModel *)front)->input_count != 1) return true;
  return !nn_model_input_shape((NnModel *)front, 0, &shape) || build(model, &shape, error);
}

void nn_sequential_hold(NnModel *model) { model->held = true; }

bool nn_sequential_release(NnModel *model, Error *error) {
  model->held = false;
  return rebuild(model, error);
}

static bool check_name(const NnModel *model, const NnLayer *layer, Error *error) {
  for (int i = 0; i < model->stack_count; i++) {
    if (model->stack[i] == layer || strcmp(model->stack[i]->name, layer->name) != 0) continue;
    return core_fail(
        error, ERROR_VALUE,
        "All layers added to a Sequential model should have unique names. Name '%s' is already the name of a "
        "layer in this model. Update the `name` argument to pass a unique name.",
        layer->name);
  }
  return true;
}

static bool check_no_input(const NnModel *model, Error *error) {
  if (model->stack_count == 0) return true;
  if (!nn_layer_is_input(model->stack[0])) {
    core_fail(error, ERROR_VALUE, "Sequential model '%s': an Input has to be its first layer.", model->layer.name);
    return core_hint(error, "add the Input before the other layers");
  }
  char known[256];
  nn_shape_text(nn_input_layer_shape(model->stack[0]), known, sizeof known);
  return core_fail(
      error, ERROR_VALUE,
      "Sequential model '%s' has already been configured to use input shape %s. You cannot add a different "
      "Input layer to it.",
      model->layer.name, known);
}

bool nn_sequential_add_input(NnModel *model, NnTensor *input, Error *error) {
  if (input->call == NULL || !nn_layer_is_input(input->call->layer)) {
    char shape[256];
    nn_shape_text(&input->shape, shape, sizeof shape);
    core_fail(error, ERROR_VALUE,
              "Only instances of `keras.Layer` can be added to a Sequential model. Received: <KerasTensor shape=%s, "
              "dtype=%s, sparse=False, ragged=False, name=%s> (of type <class "
              "'keras.src.backend.common.keras_tensor.KerasTensor'>)",
              shape, nd_types[input->type].name, nn_tensor_name(input));
    return core_hint(error, "add the layer itself, not what it returned");
  }
  return check_name(model, input->call->layer, error) && check_no_input(model, error) &&
         push_input(model, input, error) && rebuild(model, error);
}

bool nn_sequential_add(NnModel *model, NnLayer *layer, Error *error) {
  if (layer == &model->layer)
    return core_fail(error, ERROR_VALUE, "model '%s' cannot be a layer of itself", layer->name);
  if (nn_layer_is_input(layer)) {
    NnTensor *tensor = nn_input_layer_tensor(layer, error);
    bool added = tensor != NULL && nn_sequential_add_input(model, tensor, error);
    nn_tensor_release(tensor);
    return added;
  }
  if (model->stack_count == 0 && layer->has_input_hint) {
    NnLayer *input = nn_input_layer_new(&layer->input_shape_hint, ND_FLOAT32, NULL, error);
    bool added = input != NULL && nn_sequential_add(model, input, error);
    nn_layer_release(input);
    if (!added) return false;
  }
  return check_name(model, layer, error) && push(model, layer, model->stack_count, error) && rebuild(model, error);
}

bool nn_sequential_pop(NnModel *model, Error *error) {
  if (model->stack_count == 0) return core_fail(error, ERROR_INDEX, "list index out of range");
  NnLayer *last = model->stack[--model->stack_count];
  if (nn_layer_is_input(last)) {
    nn_tensor_release(model->first);
    model->first = NULL;
  }
  bool good = rebuild(model, error);
  nn_layer_release(last);
  return good;
}

bool nn_model_build(NnModel *model, const NnShape *input, Error *error) {
  if (nn_is_user_model(&model->layer.object))
    return model->layer.built || nn_user_hooks.model_build(model, input, error) ||
           core_fail(error, ERROR_VALUE, "model '%s' could not be traced", model->layer.name);
  if (!model->sequential) return true; /* a functional model is built when it is made */
  if (model->stack_count == 0 || !nn_layer_is_input(model->stack[0]) ||
      nn_shape_equal(nn_input_layer_shape(model->stack[0]), input)) {
    unbuild(model);
  }
  NnShape shape = *input; /* a length that stands in for an open one is none that the model has */
  for (int d = 1; d < shape.rank && nn_standing_length > 0; d++)
    if (shape.dims[d] == nn_standing_length) shape.dims[d] = -1;
  return build(model, &shape, error);
}
