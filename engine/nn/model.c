/* What Sequential and functional models share: the graph and its weights. Calls of a model as a layer: model_layer.c. */
#include "engine/nn/model_internal.h"

#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/rows.h"
#include "engine/nn/user.h"

bool nn_layer_is_model(const NnObject *object) {
  return object->row == &nn_layer_sequential || object->row == &nn_layer_functional || nn_is_user_model(object);
}

static void release_list(NnTensor ***list, int count) {
  for (int i = 0; *list != NULL && i < count; i++) nn_tensor_release((*list)[i]);
  core_free(*list);
  *list = NULL;
}

void nn_model_drop_graph(NnModel *model) {
  nn_graph_map_clear(&model->map);
  release_list(&model->inputs, model->input_count);
  release_list(&model->outputs, model->output_count);
  release_list(&model->shown_inputs, model->input_count);
  release_list(&model->begins, model->input_count);
  release_list(&model->shown_outputs, model->output_count);
  model->input_count = model->output_count = 0;
}

static NnTensor **keep(NnTensor *const *tensors, int count, Error *error) {
  NnTensor **list = core_alloc_zero((size_t)count + 1, sizeof *list);
  if (list == NULL) {
    core_fail_memory(error, sizeof *list);
    return NULL;
  }
  for (int i = 0; i < count; i++) list[i] = nn_tensor_retain(tensors[i]);
  return list;
}

/* A model that was built for a fixed batch size shows it, and runs any: plans get a copy of the graph with batch -1. */
static bool free_batch(NnModel *model, Error *error) {
  bool fixed = false;
  model->inputs = keep(model->begins, model->input_count, error);
  if (model->inputs == NULL) return false;
  for (int i = 0; i < model->input_count; i++) {
    const NnTensor *begin = model->begins[i];
    NnShape shape = begin->shape;
    if (shape.rank == 0 || shape.dims[0] < 0) continue;
    shape.dims[0] = -1;
    NnTensor *open = nn_tensor_input(&shape, begin->type, NULL, error);
    if (open == NULL) return false;
    if (begin->call != NULL && !nn_tensor_set_call(open, begin->call, 0, begin->name, error)) {
      nn_tensor_release(open);
      return false;
    }
    nn_tensor_release(model->inputs[i]);
    model->inputs[i] = open;
    fixed = true;
  }
  if (!fixed) {
    model->outputs = keep(model->shown_outputs, model->output_count, error);
    return model->outputs != NULL;
  }
  model->outputs = core_alloc_zero((size_t)model->output_count + 1, sizeof *model->outputs);
  if (model->outputs == NULL) return core_fail_memory(error, sizeof *model->outputs);
  return nn_model_graph_on(model, model->inputs, model->outputs, error);
}

bool nn_model_fit_sizes(NnModel *model, const NnShape *shapes, int count, Error *error) {
  bool open = false, same = true;
  if (count != model->input_count) return true; /* whoever checks the inputs says so */
  for (int i = 0; i < count; i++) {
    const NnShape *shown = &model->begins[i]->shape, *now = &model->inputs[i]->shape;
    if (shown->rank != shapes[i].rank) return true;
    for (int d = 1; d < shown->rank; d++) {
      open = open || shown->dims[d] < 0;
      same = same && now->dims[d] == shapes[i].dims[d];
    }
  }
  if (!open || same) return true;
  NnTensor **inputs = core_alloc_zero((size_t)count + 1, sizeof *inputs);
  NnTensor **outputs = core_alloc_zero((size_t)model->output_count + 1, sizeof *outputs);
  bool good = (inputs != NULL && outputs != NULL) || core_fail_memory(error, sizeof *inputs);
  for (int i = 0; good && i < count; i++) {
    const NnTensor *shown = model->begins[i];
    NnShape shape = shapes[i];
    shape.dims[0] = -1;
    inputs[i] = nn_tensor_input(&shape, shown->type, NULL, error);
    good = inputs[i] != NULL &&
           (shown->call == NULL || nn_tensor_set_call(inputs[i], shown->call, 0, shown->name, error));
  }
  good = good && nn_model_graph_on(model, inputs, outputs, error);
  if (!good) {
    release_list(&inputs, count);
    core_free(outputs);
    return false;
  }
  release_list(&model->inputs, model->input_count);
  release_list(&model->outputs, model->output_count);
  model->inputs = inputs;
  model->outputs = outputs;
  return true;
}

/* Puts what a layer makes before the plan runs in the place of the input that it makes it of. */
static bool find_begins(NnTensor **begins, int count, NnTensor *const *outputs, int output_count, Error *error) {
  int nodes = 0;
  bool several = false;
  NnTensor **list = nn_graph_nodes(outputs, output_count, &nodes, error);
  if (list == NULL) return false;
  for (int n = 0; n < nodes && !several; n++) {
    const NnTensor *source = list[n]->source;
    for (int i = 0; i < count && source != NULL; i++) {
      several = several || begins[i]->source == source;
      if (begins[i] != source) continue;
      for (int k = 0; k < nodes; k++) several = several || list[k] == source;
      begins[i] = nn_tensor_retain(list[n]);
      nn_tensor_release((NnTensor *)source);
      break;
    }
  }
  core_free(list);
  return !several || core_fail(error, ERROR_NOT_IMPLEMENTED,
                               "an input of a lookup layer that other layers use too is not there yet");
}

NnLayer *nn_model_before(const NnModel *model, int index) {
  return model->begins != NULL && index < model->input_count ? model->begins[index]->before : NULL;
}

bool nn_model_set_graph(NnModel *model, NnTensor *const *inputs, int input_count, NnTensor *const *outputs,
                        int output_count, Error *error) {
  NnGraphMap map;
  if (!nn_graph_map(inputs, input_count, outputs, output_count, &map, error)) return false;
  NnTensor **shown_inputs = keep(inputs, input_count, error), **shown_outputs = keep(outputs, output_count, error);
  NnTensor **begins = keep(inputs, input_count, error);
  if (shown_inputs == NULL || shown_outputs == NULL || begins == NULL ||
      !find_begins(begins, input_count, outputs, output_count, error)) {
    release_list(&shown_inputs, input_count);
    release_list(&begins, input_count);
    release_list(&shown_outputs, output_count);
    nn_graph_map_clear(&map);
    return false;
  }
  nn_model_drop_graph(model);
  model->map = map;
  model->shown_inputs = shown_inputs;
  model->begins = begins;
  model->shown_outputs = shown_outputs;
  model->input_count = input_count;
  model->output_count = output_count;
  if (!free_batch(model, error)) {
    nn_model_drop_graph(model);
    return false;
  }
  model->layer.built = true;
  return nn_model_refresh(model) || core_fail_memory(error, 1);
}

void nn_model_destroy(NnLayer *layer) {
  NnModel *model = (NnModel *)layer;
  nn_training_free(model->training);
  model->training = NULL;
  nn_model_drop_graph(model);
  for (int i = 0; i < model->stack_count; i++) nn_layer_release(model->stack[i]);
  core_free(model->stack);
  nn_tensor_release(model->first);
  core_free(model->inner_name);
  for (int i = 0; i < model->text_count; i++) core_free(model->texts[i]);
  core_free(model->texts);
}

/* ---- weights ---- */

/* The layers that a model keeps track of: the stack, or the graph's. */
static NnLayer *const *tracked(const NnModel *model, int *count) {
  if (nn_is_user_model(&model->layer.object)) {
    *count = model->parts.inner_count;
    return model->parts.inner;
  }
  *count = model->sequential ? model->stack_count : model->map.layer_count;
  return model->sequential ? model->stack : model->map.layers;
}

static bool collect(NnModel *model, NnLayer *layer) {
  if (nn_layer_is_model(&layer->object) && !nn_model_refresh((NnModel *)layer)) return false;
  NnLayer *all = &model->layer;
  for (int i = 0; i < layer->variable_count; i++) {
    bool known = false;
    for (int j = 0; j < all->variable_count && !known; j++) known = all->variables[j] == layer->variables[i];
    if (known) continue;
    NnVariable **grown = core_realloc(all->variables, sizeof *grown * ((size_t)all->variable_count + 1));
    if (grown == NULL) return false;
    all->variables = grown;
    grown[all->variable_count++] = nn_variable_retain(layer->variables[i]);
  }
  return true;
}

bool nn_model_refresh(NnModel *model) {
  NnVariable **old = model->layer.variables;
  int old_count = model->layer.variable_count, count;
  model->layer.variables = NULL;
  model->layer.variable_count = 0;
  NnLayer *const *layers = tracked(model, &count);
  bool good = true;
  if (nn_is_user_model(&model->layer.object)) {
    const NnLayer own = {
        .object = {.row = &nn_layer_lambda}, .variables = model->parts.own, .variable_count = model->parts.own_count};
    good = collect(model, (NnLayer *)&own);
  }
  for (int i = 0; i < count && good; i++) {
    if (nn_is_user_layer(&layers[i]->object)) good = nn_user_refresh(layers[i]);
    good = good && collect(model, layers[i]);
  }
  for (int i = 0; i < old_count; i++) nn_variable_release(old[i]);
  core_free(old);
  return good;
}

NnVariable *const *nn_layer_weights(const NnLayer *layer, int *count) {
  if (nn_layer_is_model(&layer->object)) nn_model_refresh((NnModel *)layer);
  *count = layer->variable_count;
  return layer->variables;
}

void nn_layer_set_trainable(NnLayer *layer, bool trainable) {
  layer->trainable = trainable;
  for (int i = 0; i < layer->variable_count; i++)
    layer->variables[i]->trainable = trainable && !layer->variables[i]->state;
  if (!nn_layer_is_model(&layer->object)) return;
  int count;
  NnLayer *const *layers = tracked((NnModel *)layer, &count);
  for (int i = 0; i < count; i++) nn_layer_set_trainable(layers[i], trainable);
}

int nn_model_variable_count(const NnModel *model) {
  int count;
  nn_layer_weights(&model->layer, &count);
  return count;
}

NnVariable *nn_model_variable(const NnModel *model, int index) {
  return index >= 0 && index < model->layer.variable_count ? model->layer.variables[index] : NULL;
}

/* ---- questions ---- */

bool nn_model_is_sequential(const NnModel *model) { return model->sequential; }
NnLayer *nn_model_as_layer(NnModel *model) { return &model->layer; }
NnModel *nn_layer_as_model(NnLayer *layer) { return nn_layer_is_model(&layer->object) ? (NnModel *)layer : NULL; }
const char *nn_model_name(const NnModel *model) { return model->layer.name; }
bool nn_model_built(const NnModel *model) { return model->layer.built; }
NnTraining **nn_model_training(const NnModel *model) { return (NnTraining **)&model->training; }

/* layers of a Sequential leave its InputLayer out. */
static int hidden_layers(const NnModel *model) {
  return model->sequential && model->stack_count > 0 && nn_layer_is_input(model->stack[0]);
}

int nn_model_layer_count(const NnModel *model) {
  int count;
  tracked(model, &count);
  return count - hidden_layers(model);
}

NnLayer *nn_model_layer(const NnModel *model, int index) {
  int count;
  NnLayer *const *layers = tracked(model, &count);
  index += hidden_layers(model);
  return index >= 0 && index < count ? layers[index] : NULL;
}

int nn_model_input_count(const NnModel *model) { return model->input_count; }
int nn_model_output_count(const NnModel *model) { return model->output_count; }
NnTensor *nn_model_input(const NnModel *model, int index) {
  return index >= 0 && index < model->input_count ? model->shown_inputs[index] : NULL;
}
NnTensor *nn_model_output(const NnModel *model, int index) {
  return index >= 0 && index < model->output_count ? model->shown_outputs[index] : NULL;
}

bool nn_model_input_shape(const NnModel *model, int index, NnShape *shape) {
  if (index < 0 || index >= model->input_count) return false;
  *shape = model->shown_inputs[index]->shape;
  return true;
}

bool nn_model_output_shape(const NnModel *model, int index, NnShape *shape) {
  if (index < 0 || index >= model->output_count) return false;
  *shape = model->shown_outputs[index]->shape;
  return true;
}

void nn_model_count(const NnModel *model, NnParameterCounts *counts) {
  memset(counts, 0, sizeof *counts);
  int count;
  NnVariable *const *variables = nn_layer_weights(&model->layer, &count);
  for (int i = 0; i < count; i++) {
    if (variables[i]->trainable && model->layer.trainable) counts->trainable += variables[i]->value->size;
    else counts->non_trainable += variables[i]->value->size;
  }
  const NnObject *optimizer = nn_model_optimizer(model);
  if (optimizer != NULL) counts->optimizer = nn_optimizer_parameter_count(optimizer);
}
