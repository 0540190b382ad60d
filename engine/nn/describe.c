/* What summary() shows of a model. Source: keras/src/utils/summary_utils.py. */
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/model_internal.h"
#include "engine/nn/user.h"

/* ---- is it a plain chain? ---- */

static bool is_chain(const NnGraphMap *map) {
  for (int i = 0; i < map->call_count; i++) {
    if (map->calls[i]->input_count > 1) return false;
    if (i > 0 && map->depths[i] == map->depths[i - 1]) return false;
    for (int j = 0; j < i; j++) {
      if (map->calls[j]->layer == map->calls[i]->layer) return false; /* a shared layer */
    }
  }
  return true;
}

bool nn_model_branches(const NnModel *model) {
  return !model->sequential && !nn_is_user_model(&model->layer.object) && !is_chain(&model->map);
}

/* ---- rows ---- */

static char *keep_text(NnModel *model, const char *text) {
  char **grown = core_realloc(model->texts, sizeof *grown * ((size_t)model->text_count + 1));
  char *copy = grown != NULL ? core_strdup(text) : NULL;
  if (grown != NULL) model->texts = grown;
  if (copy != NULL) model->texts[model->text_count++] = copy;
  return copy;
}

static void *keep_block(NnModel *model, size_t bytes) {
  char **grown = core_realloc(model->texts, sizeof *grown * ((size_t)model->text_count + 1));
  char *block = grown != NULL ? core_alloc_zero(1, bytes) : NULL;
  if (grown != NULL) model->texts = grown;
  if (block != NULL) model->texts[model->text_count++] = block;
  return block;
}

/* The last call's shapes; a model that was never called shows its own; a layer that was only built, what it would give.
 */
static bool shapes_of(NnLayer *layer, const NnShape **shapes, int *count, NnModel *model) {
  const NnLayerState *state = nn_layer_state(layer);
  *count = state->output_count;
  *shapes = state->outputs;
  /* In a model of the user's class Keras knows only what build was told. */
  if (nn_is_user_model(&model->layer.object)) {
    *count = 0;
    if (nn_layer_handlers(layer)->built_at_start && !nn_layer_is_model(&layer->object)) return true;
  }
  if (*count > 0) return true;
  bool is_model = nn_layer_is_model(&layer->object);
  if (is_model ? !layer->built : state->build_shapes == NULL) return true;
  int made = is_model ? ((NnModel *)layer)->output_count : 1;
  NnShape *own = keep_block(model, sizeof *own * (size_t)(made + 1));
  if (own == NULL) return false;
  *shapes = own;
  *count = made;
  for (int i = 0; is_model && i < made; i++) nn_model_output_shape((NnModel *)layer, i, &own[i]);
  if (!is_model && !nn_layer_built_output(layer, own)) *count = 0;
  return true;
}

/* "dense[0][0]" for every input of every call of the layer in this model, calls in the order they were made. */
static bool connect(NnModel *model, const NnLayer *layer, NnModelLayer *row) {
  const NnGraphMap *map = &model->map;
  int count = 0;
  for (int i = 0; i < map->call_count; i++) {
    if (map->calls[i]->layer == layer) count += map->calls[i]->input_count;
  }
  if (count == 0) return true;
  const char **texts = keep_block(model, sizeof *texts * (size_t)count);
  if (texts == NULL) return false;
  row->connections = texts;
  for (int last = -1;;) {
    const NnCall *next = NULL;
    for (int i = 0; i < map->call_count; i++) {
      const NnCall *call = map->calls[i];
      if (call->layer != layer || call->node_index <= last) continue;
      if (next == NULL || call->node_index < next->node_index) next = call;
    }
    if (next == NULL) return true;
    last = next->node_index;
    for (int i = 0; i < next->input_count; i++) {
      const NnTensor *input = next->inputs[i];
      char text[512] = "?";
      if (input->call != NULL) {
        snprintf(text, sizeof text, "%s[%d][%d]", input->call->layer->name, input->call->node_index,
                 input->call_output);
      }
      if ((texts[row->connection_count] = keep_text(model, text)) == NULL) return false;
      row->connection_count++;
    }
  }
}

NnModelLayer *nn_model_describe(const NnModel *constant, int *count, Error *error) {
  NnModel *model = (NnModel *)constant; /* its cache of texts is not part of what it is */
  for (int i = 0; i < model->text_count; i++) core_free(model->texts[i]);
  model->text_count = 0;
  *count = nn_model_layer_count(model);
  NnModelLayer *rows = core_alloc_zero((size_t)*count + 1, sizeof *rows);
  bool good = rows != NULL;
  for (int i = 0; i < *count && good; i++) {
    NnLayer *layer = nn_model_layer(model, i);
    NnModelLayer *row = &rows[i];
    row->layer = layer;
    row->name = layer->name;
    row->class_name = layer->object.row->name;
    row->built = layer->built;
    row->parameters = layer->built ? nn_layer_count_params(layer) : 0;
    good =
        shapes_of(layer, &row->outputs, &row->output_count, model) && (model->sequential || connect(model, layer, row));
    row->has_output = row->output_count > 0;
    if (row->has_output) row->output_shape = row->outputs[0];
  }
  if (good) return rows;
  core_free(rows);
  core_fail_memory(error, sizeof *rows);
  return NULL;
}

/* ---- calls ---- */

int nn_model_call_count(const NnModel *model) { return model->map.call_count; }

NnModelCall nn_model_call(const NnModel *model, int index) {
  const NnCall *call = model->map.calls[index];
  return (NnModelCall){call->layer, call->node_index, call->inputs, call->input_count, call->training};
}

NnTensor *nn_model_shown(const NnModel *model, bool output, int index) {
  return output ? model->shown_outputs[index] : model->shown_inputs[index];
}

bool nn_tensor_origin(const NnTensor *tensor, NnLayer **layer, int *node_index, int *output) {
  if (tensor->call == NULL) return false;
  *layer = tensor->call->layer;
  *node_index = tensor->call->node_index;
  *output = tensor->call_output;
  return true;
}
