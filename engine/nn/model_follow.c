/* Models whose layers were changed after they were called: the calls are made anew. */
#include "engine/core/memory.h"
#include "engine/nn/model_internal.h"
#include "engine/nn/user.h"

static uint64_t changes;

void nn_model_options_changed(void) { changes++; }

/* The graph that is made anew, for the names of its tensors. */
typedef struct Nodes {
  NnTensor **items;
  int count;
} Nodes;

static bool call_anew(void *context, const NnCall *call, NnTensor *const *inputs, NnTensor **outputs, int *made,
                      Error *error) {
  const Nodes *nodes = context;
  const char *names[NN_MAX_OUTPUTS] = {NULL};
  for (int i = 0; i < nodes->count; i++)
    if (nodes->items[i]->call == call) names[nodes->items[i]->call_output] = nodes->items[i]->name;
  return nn_layer_call_again(call, inputs, names, outputs, made, error);
}

/* layer.output is what the new calls gave. */
static void remember(NnTensor *made) { nn_layer_remember_output(made->call->layer, made); }

bool nn_model_graph_on(const NnModel *model, NnTensor *const *inputs, NnTensor **outputs, Error *error) {
  Error refused = {0};
  if (nn_graph_clone(model->begins, inputs, model->input_count, model->shown_outputs, model->output_count,
                     NN_CLONE_SAME_CALLS, -1, outputs, &refused))
    return true;
  /* A call of the user's own may have written the old sizes into its graph: it is made anew for these. */
  Nodes nodes = {0};
  NnAgain again = {0};
  nodes.items = nn_graph_nodes(model->shown_outputs, model->output_count, &nodes.count, error);
  const bool good = nodes.items != NULL && nn_model_again(model, inputs, call_anew, &nodes, &again, error);
  for (int i = 0; good && i < model->output_count; i++)
    outputs[i] = nn_tensor_retain(nn_again_stand(&again, model->shown_outputs[i]));
  nn_again_clear(&again);
  core_free(nodes.items);
  return good;
}

bool nn_model_follow(NnModel *model, Error *error) {
  if (model->followed == changes) return true;
  model->followed = changes;
  if (model->shown_outputs == NULL) return true;
  Nodes nodes = {0};
  nodes.items = nn_graph_nodes(model->shown_outputs, model->output_count, &nodes.count, error);
  NnTensor **outputs = core_alloc_zero((size_t)model->output_count + 1, sizeof *outputs);
  NnAgain again = {0};
  bool good = nodes.items != NULL && (outputs != NULL || core_fail_memory(error, sizeof *outputs)) &&
              nn_model_again(model, NULL, call_anew, &nodes, &again, error);
  for (int i = 0; good && i < model->output_count; i++) outputs[i] = nn_again_stand(&again, model->shown_outputs[i]);
  NnTensor *inputs[NN_MAX_INPUTS];
  const int input_count = model->input_count;
  for (int i = 0; i < input_count; i++) inputs[i] = nn_tensor_retain(model->shown_inputs[i]);
  good = good && nn_model_set_graph(model, inputs, input_count, outputs, model->output_count, error);
  for (int i = 0; i < input_count; i++) nn_tensor_release(inputs[i]);
  if (good) nn_again_each(&again, remember);
  nn_again_clear(&again);
  core_free(nodes.items);
  core_free(outputs);
  return good;
}
