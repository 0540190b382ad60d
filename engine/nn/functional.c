/* Functional models: Model(inputs, outputs). Source: keras/src/models/functional.py. */
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/model_internal.h"
#include "engine/nn/rows.h"

static bool config(const NnLayer *layer, bool (*each)(void *, const char *, const NnOption *), void *context,
                   Error *error) {
  return core_fail(error, ERROR_NOT_IMPLEMENTED, "get_config() of a functional model is not supported yet");
}

static const NnLayerHandlers handlers = {
    .size = sizeof(NnModel), .inputs = -1, .destroy = nn_model_destroy, .check_input = nn_model_check_input,
    .expand_all = nn_model_expand, .config = config,
};

const NnRow nn_layer_functional = {
    .kind = NN_LAYER,
    .name = "Functional",
    .signature = "inputs, outputs, name=None",
    .help = "A model of the layers between input tensors and output tensors.",
    .handlers = &handlers,
};

static bool is_input(const NnTensor *tensor) { return tensor->call != NULL && nn_layer_is_input(tensor->call->layer); }

/* Keras lets a model begin at a tensor in the middle of another one: each such tensor gets an Input of its own, called
 * after it, and the layers behind it are called once more. */
static bool begin_in_the_middle(NnTensor **inputs, int input_count, NnTensor **outputs, int output_count,
                                Error *error) {
  NnTensor **fresh = core_alloc_zero((size_t)input_count + 1, sizeof *fresh);
  NnTensor **results = core_alloc_zero((size_t)output_count + 1, sizeof *results);
  bool good = (fresh != NULL && results != NULL) || core_fail_memory(error, 1);
  for (int i = 0; good && i < input_count; i++) {
    if (is_input(inputs[i])) {
      fresh[i] = nn_tensor_retain(inputs[i]);
      continue;
    }
    char name[256];
    snprintf(name, sizeof name, "%sCLONE", nn_tensor_name(inputs[i]));
    NnLayer *layer = nn_input_layer_new(&inputs[i]->shape, inputs[i]->type, name, error);
    fresh[i] = layer != NULL ? nn_input_layer_tensor(layer, error) : NULL;
    nn_layer_release(layer);
    good = fresh[i] != NULL;
  }
  good =
      good && nn_graph_clone(inputs, fresh, input_count, outputs, output_count, NN_CLONE_NEW_CALLS, -1, results, error);
  for (int i = 0; fresh != NULL && i < input_count; i++) {
    if (!good) {
      nn_tensor_release(fresh[i]);
      continue;
    }
    nn_tensor_release(inputs[i]);
    inputs[i] = fresh[i];
  }
  for (int i = 0; good && i < output_count; i++) {
    nn_tensor_release(outputs[i]);
    outputs[i] = results[i];
  }
  core_free(fresh);
  core_free(results);
  return good;
}

static bool set_graph(NnModel *model, NnTensor *const *inputs, int input_count, NnTensor *const *outputs,
                      int output_count, Error *error) {
  NnTensor **from = core_alloc_zero((size_t)input_count + 1, sizeof *from);
  NnTensor **to = core_alloc_zero((size_t)output_count + 1, sizeof *to);
  bool good = (from != NULL && to != NULL) || core_fail_memory(error, 1);
  bool whole = true;
  for (int i = 0; good && i < input_count; i++) {
    from[i] = nn_tensor_retain(inputs[i]);
    whole = whole && is_input(inputs[i]);
  }
  for (int i = 0; good && i < output_count; i++) to[i] = nn_tensor_retain(outputs[i]);
  good = good && (whole || begin_in_the_middle(from, input_count, to, output_count, error)) &&
         nn_model_set_graph(model, from, input_count, to, output_count, error);
  for (int i = 0; from != NULL && i < input_count; i++) nn_tensor_release(from[i]);
  for (int i = 0; to != NULL && i < output_count; i++) nn_tensor_release(to[i]);
  core_free(from);
  core_free(to);
  return good;
}

NnModel *nn_model_new(const char *name, NnTensor *const *inputs, int input_count, NnTensor *const *outputs,
                      int output_count, Error *error) {
  if (input_count < 1 || output_count < 1) {
    core_fail(error, ERROR_VALUE, "`%s` argument cannot be empty.", input_count < 1 ? "inputs" : "outputs");
    return NULL;
  }
  if (output_count > NN_MAX_OUTPUTS) {
    core_fail(error, ERROR_VALUE, "a model has at most %d outputs, got %d", NN_MAX_OUTPUTS, output_count);
    return NULL;
  }
  NnOption options[3] = {{NN_OPTION_NONE, {0}}, {NN_OPTION_NONE, {0}}, {NN_OPTION_NONE, {0}}};
  if (name != NULL) options[2] = (NnOption){NN_OPTION_STRING, {.string = (char *)name}};
  NnModel *model = (NnModel *)nn_layer_new(&nn_layer_functional, options, NULL, error);
  if (model == NULL) return NULL;
  if (set_graph(model, inputs, input_count, outputs, output_count, error)) return model;
  nn_model_release(model);
  return NULL;
}
