/* Models whose layers were changed after they were called: the calls are made anew. */
#include "engine/core/memory.h"
#include "engine/nn/model_internal.h"
#include "engine/nn/user.h"

static uint64_t changes;

void nn_model_options_changed(void) { changes++; }

typedef struct Again {
  NnTensor **nodes, **copies; /* as nn_graph_nodes has them; NULL: not made anew yet */
  int count;
  Error *error;
} Again;

static int place_of(const Again *again, const NnTensor *tensor) {
  for (int i = 0; i < again->count; i++)
    if (again->nodes[i] == tensor) return i;
  return -1;
}

/* All outputs of the call that gave a tensor, from inputs that were made anew before: nodes come in order. */
static bool call_again(Again *again, const NnTensor *tensor) {
  const NnCall *call = tensor->call;
  NnTensor *inputs[NN_MAX_INPUTS], *outputs[NN_MAX_OUTPUTS];
  const char *names[NN_MAX_OUTPUTS] = {NULL};
  int made = 0;
  for (int i = 0; i < call->input_count; i++) {
    const int at = place_of(again, call->inputs[i]);
    inputs[i] = at >= 0 && again->copies[at] != NULL ? again->copies[at] : call->inputs[i];
  }
  for (int i = 0; i < again->count; i++)
    if (again->nodes[i]->call == call) names[again->nodes[i]->call_output] = again->nodes[i]->name;
  if (!nn_layer_call_again(call, inputs, names, outputs, &made, again->error)) return false;
  for (int i = 0; i < again->count; i++) {
    if (again->nodes[i]->call != call || again->copies[i] != NULL) continue;
    if (again->nodes[i]->call_output < made) again->copies[i] = nn_tensor_retain(outputs[again->nodes[i]->call_output]);
  }
  for (int i = 0; i < made; i++) nn_tensor_release(outputs[i]);
  return true;
}

bool nn_model_follow(NnModel *model, Error *error) {
  if (model->followed == changes) return true;
  model->followed = changes;
  if (model->shown_outputs == NULL) return true;
  Again again = {.error = error};
  again.nodes = nn_graph_nodes(model->shown_outputs, model->output_count, &again.count, error);
  if (again.nodes == NULL) return false;
  again.copies = core_alloc_zero((size_t)again.count + 1, sizeof *again.copies);
  NnTensor **outputs = core_alloc_zero((size_t)model->output_count + 1, sizeof *outputs);
  bool good = (again.copies != NULL && outputs != NULL) || core_fail_memory(error, sizeof *outputs);
  for (int i = 0; good && i < again.count; i++) {
    const NnTensor *node = again.nodes[i];
    if (node->call != NULL && node->call->layer != NULL && node->call->input_count > 0 && again.copies[i] == NULL)
      good = call_again(&again, node);
  }
  for (int i = 0; good && i < model->output_count; i++) {
    const int at = place_of(&again, model->shown_outputs[i]);
    outputs[i] = at >= 0 && again.copies[at] != NULL ? again.copies[at] : model->shown_outputs[i];
  }
  NnTensor *inputs[NN_MAX_INPUTS];
  const int input_count = model->input_count;
  for (int i = 0; i < input_count; i++) inputs[i] = nn_tensor_retain(model->shown_inputs[i]);
  good = good && nn_model_set_graph(model, inputs, input_count, outputs, model->output_count, error);
  for (int i = 0; i < input_count; i++) nn_tensor_release(inputs[i]);
  for (int i = 0; good && i < again.count; i++) /* layer.output is what the new calls gave */
    if (again.copies[i] != NULL) nn_layer_remember_output(again.copies[i]->call->layer, again.copies[i]);
  for (int i = 0; again.copies != NULL && i < again.count; i++) nn_tensor_release(again.copies[i]);
  core_free(again.copies);
  core_free(again.nodes);
  core_free(outputs);
  return good;
}
