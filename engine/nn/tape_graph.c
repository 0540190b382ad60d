/* Graphs run on values, op by op: how a layer or a loss works while a tape is open. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/loss.h"
#include "engine/nn/metric.h"
#include "engine/nn/tape.h"

typedef struct Graph {
  NnTensor **nodes; /* rising id */
  NnValue **values; /* strong */
  int count;
  bool training;
  NdType type;
  Error *error;
} Graph;

static int find(const Graph *graph, const NnTensor *node) {
  int low = 0, high = graph->count - 1;
  while (low <= high) {
    const int middle = (low + high) / 2;
    if (graph->nodes[middle] == node) return middle;
    if (graph->nodes[middle]->id < node->id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/* What works while training does nothing outside of it; a normalization's mode is 1 or 0 from here on. */
static NnValue *run_op(Graph *graph, const NnTensor *node) {
  NnValue *inputs[NN_MAX_INPUTS];
  NnAttributes attributes = node->attributes;
  for (int i = 0; i < node->input_count; i++) inputs[i] = graph->values[find(graph, node->inputs[i])];
  if (strcmp(node->op->name, "identity") == 0) return nn_value_retain(inputs[0]);
  if (strcmp(node->op->name, "by_mode") == 0) return nn_value_retain(inputs[graph->training ? 0 : 1]);
  if (strcmp(node->op->name, "assign") == 0) {
    NnVariable *variable = node->inputs[0]->variable;
    if (!nd_assign(variable->value, inputs[1]->array, graph->error)) return NULL;
    nn_tape_assigned(variable);
    return nn_value_retain(inputs[1]);
  }
  const bool augment = strcmp(node->op->name, "augment") == 0;
  if (augment || strcmp(node->op->name, "dropout") == 0 || strcmp(node->op->name, "noise") == 0) {
    const int64_t mode = attributes.integer[0];
    if (mode == 0 || (mode < 0 && !graph->training) || (!augment && attributes.real[0] == 0))
      return nn_value_retain(inputs[0]);
  }
  if (strcmp(node->op->name, "batch_norm") == 0) {
    if (attributes.integer[1] < 0) attributes.integer[1] = graph->training;
    if (node->call != NULL && !node->call->layer->trainable) attributes.integer[1] = 0;
  }
  return nn_value_op(node->op, inputs, node->input_count, &attributes, graph->error);
}

/* A weight that training does not change is its own array: batch_norm moves it in place. */
static NnValue *leaf(const Graph *graph, const NnTensor *node) {
  if (node->kind == NN_TENSOR_CONSTANT)
    return nn_value_new(nd_astype(node->constant, graph->type, graph->error), graph->error);
  if (node->kind != NN_TENSOR_VARIABLE) {
    core_fail(graph->error, ERROR_VALUE, "the output depends on the input %s, which is not among the inputs given",
              nn_tensor_name(node));
    return NULL;
  }
  if (!node->variable->trainable && node->variable->value->type == graph->type)
    return nn_value_new(nd_retain(node->variable->value), graph->error);
  NnValue *value = nn_value_of_variable(node->variable, graph->error);
  NnValue *same = value != NULL ? nn_value_convert(value, graph->type, graph->error) : NULL;
  nn_value_release(value);
  return same;
}

bool nn_value_graph(NnTensor *const *inputs, NnValue *const *values, int input_count, NnTensor *const *outputs,
                    int output_count, bool training, NnValue **results, Error *error) {
  Graph graph = {.training = training, .error = error,
                 .type = input_count > 0 ? values[0]->array->type : ND_FLOAT32};
  for (int i = 0; i < output_count; i++) results[i] = NULL;
  graph.nodes = nn_graph_nodes(outputs, output_count, &graph.count, error);
  if (graph.nodes == NULL) return false;
  graph.values = core_alloc_zero((size_t)graph.count + 1, sizeof *graph.values);
  bool good = graph.values != NULL || core_fail_memory(error, sizeof *graph.values);
  bool *needed = core_alloc_zero((size_t)graph.count + 1, sizeof *needed);
  if (needed == NULL) good = core_fail_memory(error, 1);
  /* What lies behind the inputs is not run. */
  for (int i = 0; good && i < output_count; i++) needed[find(&graph, outputs[i])] = true;
  for (int i = graph.count - 1; good && i >= 0; i--) {
    bool given = false;
    for (int k = 0; k < input_count; k++) given = given || inputs[k] == graph.nodes[i];
    for (int k = 0; needed[i] && !given && k < graph.nodes[i]->input_count; k++)
      needed[find(&graph, graph.nodes[i]->inputs[k])] = true;
  }
  for (int i = 0; good && i < graph.count; i++) {
    if (!needed[i]) continue;
    const NnTensor *node = graph.nodes[i];
    int given = -1;
    for (int k = 0; k < input_count; k++)
      if (inputs[k] == node) given = k;
    graph.values[i] = given >= 0 ? nn_value_convert(values[given], graph.type, error)
                      : node->kind == NN_TENSOR_OP ? run_op(&graph, node) : leaf(&graph, node);
    good = graph.values[i] != NULL;
  }
  for (int i = 0; good && i < output_count; i++) results[i] = nn_value_retain(graph.values[find(&graph, outputs[i])]);
  for (int i = 0; graph.values != NULL && i < graph.count; i++) nn_value_release(graph.values[i]);
  core_free(needed);
  core_free(graph.values);
  core_free(graph.nodes);
  return good;
}

static NnTensor *tensor_for(const NnValue *value, Error *error) {
  if (value->array->ndim > NN_MAX_DIMS) {
    core_fail(error, ERROR_VALUE, "at most %d dimensions are supported, got %d", NN_MAX_DIMS, value->array->ndim);
    return NULL;
  }
  const NnShape shape = nn_shape_of_array(value->array);
  return nn_tensor_input(&shape, ND_FLOAT32, NULL, error);
}

/* What a call's graph takes and gives: the inputs with their masks; the outputs, what the call adds to the loss, and
 * the masks of the outputs. */
enum { MOST_RESULTS = 3 * NN_MAX_OUTPUTS };
typedef struct Call {
  NnTensor *inputs[2 * NN_MAX_INPUTS], *outputs[MOST_RESULTS]; /* strong */
  NnValue *values[2 * NN_MAX_INPUTS]; /* of the inputs; strong */
  NnValue *results[MOST_RESULTS];
  int input_count, output_count, made, added;
} Call;

static bool add_input(Call *call, NnValue *value /* taken over */, Error *error) {
  if (value == NULL) return false;
  call->values[call->input_count] = value;
  return (call->inputs[call->input_count++] = tensor_for(value, error)) != NULL;
}

static bool add_mask(Call *call, int input, NdArray *mask, Error *error) {
  if (mask == NULL) return true;
  const int at = call->input_count;
  if (!add_input(call, nn_value_new(nd_retain(mask), error), error)) return false;
  nn_tensor_set_mask(call->inputs[input], call->inputs[at]);
  return true;
}

bool nn_value_layer(NnLayer *layer, NnValue *const *inputs, NdArray *const *masks, int count, int training,
                    NnValue **outputs, NdArray **output_masks, int *output_count, NnValue **losses, int *loss_count,
                    Error *error) {
  *output_count = *loss_count = 0;
  if (count < 1 || count > NN_MAX_INPUTS)
    return core_fail(error, ERROR_VALUE, "layer '%s' takes 1 to %d inputs, got %d", layer->name, NN_MAX_INPUTS, count);
  Call call = {0};
  int owner[NN_MAX_OUTPUTS];
  bool good = true;
  for (int i = 0; good && i < count; i++) good = add_input(&call, nn_value_retain(inputs[i]), error);
  for (int i = 0; good && masks != NULL && i < count; i++) good = add_mask(&call, i, masks[i], error);
  NnCall *record = good ? nn_call_new(layer, call.inputs, count, 0, error) : NULL;
  good = record != NULL &&
         nn_layer_expand_for(layer, call.inputs, count, training < 0 ? NN_TRAINING_UNSAID : training, call.outputs,
                             &call.made, record, error);
  call.output_count = call.made;
  for (; good && call.added < record->loss_count && call.added < NN_MAX_OUTPUTS; call.added++)
    call.outputs[call.output_count++] = nn_tensor_retain(record->losses[call.added]);
  const int first_mask = call.output_count;
  for (int i = 0; good && output_masks != NULL && i < call.made; i++) {
    output_masks[i] = NULL;
    NnTensor *mask = call.outputs[i]->mask;
    if (mask == NULL && nn_layer_handlers(layer)->passes_mask) mask = call.inputs[0]->mask;
    if (mask == NULL) continue;
    owner[call.output_count - first_mask] = i;
    call.outputs[call.output_count++] = nn_tensor_retain(mask);
  }
  good = good && nn_value_graph(call.inputs, call.values, call.input_count, call.outputs, call.output_count,
                                training > 0, call.results, error);
  if (good) {
    *output_count = call.made;
    *loss_count = call.added;
  }
  for (int i = 0; good && i < call.made; i++) outputs[i] = call.results[i];
  for (int i = 0; good && i < call.added; i++) losses[i] = call.results[call.made + i];
  for (int i = first_mask; good && i < call.output_count; i++) {
    output_masks[owner[i - first_mask]] = nd_retain(call.results[i]->array);
    nn_value_release(call.results[i]);
  }
  for (int i = 0; i < call.output_count; i++) nn_tensor_release(call.outputs[i]);
  nn_call_release(record);
  for (int i = 0; i < call.input_count; i++) {
    nn_tensor_release(call.inputs[i]);
    nn_value_release(call.values[i]);
  }
  return good;
}

NnValue *nn_value_measure(const NnObject *object, NnValue *y_true, NnValue *y_pred, Error *error) {
  NnTensor *tensors[2] = {tensor_for(y_true, error), tensor_for(y_pred, error)};
  NnValue *values[2] = {y_true, y_pred}, *result = NULL;
  NnTensor *samples =
      tensors[0] != NULL && tensors[1] != NULL ? nn_metric_expand(object, tensors[0], tensors[1], error) : NULL;
  if (samples != NULL && !nn_value_graph(tensors, values, 2, &samples, 1, false, &result, error)) result = NULL;
  nn_tensor_release(samples);
  nn_tensor_release(tensors[0]);
  nn_tensor_release(tensors[1]);
  return result;
}
