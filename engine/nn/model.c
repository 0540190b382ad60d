/* What Sequential and functional models share: the graph, its weights, calls of a model as a layer. */
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
  model->inputs = keep(model->shown_inputs, model->input_count, error);
  if (model->inputs == NULL) return false;
  for (int i = 0; i < model->input_count; i++) {
    NnShape shape = model->shown_inputs[i]->shape;
    if (shape.rank == 0 || shape.dims[0] < 0) continue;
    shape.dims[0] = -1;
    NnTensor *open = nn_tensor_input(&shape, model->shown_inputs[i]->type, NULL, error);
    if (open == NULL) return false;
    if (!nn_tensor_set_call(open, model->shown_inputs[i]->call, 0, model->shown_inputs[i]->name, error)) {
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
  return nn_graph_clone(model->shown_inputs, model->inputs, model->input_count, model->shown_outputs,
                        model->output_count, NN_CLONE_SAME_CALLS, -1, model->outputs, error);
}

bool nn_model_fit_sizes(NnModel *model, const NnShape *shapes, int count, Error *error) {
  bool open = false, same = true;
  if (count != model->input_count) return true; /* whoever checks the inputs says so */
  for (int i = 0; i < count; i++) {
    const NnShape *shown = &model->shown_inputs[i]->shape, *now = &model->inputs[i]->shape;
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
    const NnTensor *shown = model->shown_inputs[i];
    NnShape shape = shapes[i];
    shape.dims[0] = -1;
    inputs[i] = nn_tensor_input(&shape, shown->type, NULL, error);
    good = inputs[i] != NULL && nn_tensor_set_call(inputs[i], shown->call, 0, shown->name, error);
  }
  good = good && nn_graph_clone(model->shown_inputs, inputs, count, model->shown_outputs, model->output_count,
                                NN_CLONE_SAME_CALLS, -1, outputs, error);
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

bool nn_model_set_graph(NnModel *model, NnTensor *const *inputs, int input_count, NnTensor *const *outputs,
                        int output_count, Error *error) {
  NnGraphMap map;
  if (!nn_graph_map(inputs, input_count, outputs, output_count, &map, error)) return false;
  NnTensor **shown_inputs = keep(inputs, input_count, error), **shown_outputs = keep(outputs, output_count, error);
  if (shown_inputs == NULL || shown_outputs == NULL) {
    release_list(&shown_inputs, input_count);
    release_list(&shown_outputs, output_count);
    nn_graph_map_clear(&map);
    return false;
  }
  nn_model_drop_graph(model);
  model->map = map;
  model->shown_inputs = shown_inputs;
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
  for (int i = 0; i < layer->variable_count; i++) layer->variables[i]->trainable = trainable;
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

/* ---- a model as a layer ---- */

/* Keras lets a last dimension of 1 come and go: (None, 4, 1) for (None, 4). */
static bool fits(const NnShape *wanted, const NnShape *given) {
  int a = wanted->rank, b = given->rank;
  if (a > 0 && b == a + 1 && given->dims[b - 1] == 1) b--;
  else if (b > 0 && a == b + 1 && wanted->dims[a - 1] == 1) a--;
  if (a != b) return false;
  for (int i = 1; i < a; i++) {
    if (wanted->dims[i] >= 0 && given->dims[i] >= 0 && wanted->dims[i] != given->dims[i]) return false;
  }
  return true;
}

/* A Sequential called on arrays complains from inside, at the layer that the array does not fit. */
static bool check_inside(NnModel *model, const NnShape *given, Error *error) {
  NnTensor *tensor = nn_tensor_input(given, ND_FLOAT32, NULL, error);
  for (int i = 1; i < model->stack_count && tensor != NULL; i++) {
    NnLayer *layer = model->stack[i];
    NnTensor *next = NULL, *all[NN_MAX_OUTPUTS];
    int count = 0;
    if (nn_layer_check_input(layer, nn_tensor_shape(tensor), 1, false, error)) {
      if (nn_layer_handlers(layer)->expand != NULL)
        next = nn_layer_handlers(layer)->expand(layer, &tensor, 1, 0, error);
      else if (nn_layer_handlers(layer)->expand_all(layer, &tensor, 1, 0, all, &count, NULL, error)) next = all[0];
    }
    for (int j = 1; j < count; j++) nn_tensor_release(all[j]);
    nn_tensor_release(tensor);
    tensor = next;
  }
  nn_tensor_release(tensor);
  return tensor != NULL;
}

bool nn_model_check_input(NnLayer *layer, const NnShape *inputs, int count, bool symbolic, Error *error) {
  NnModel *model = (NnModel *)layer;
  const char *name = model->sequential && model->inner_name != NULL ? model->inner_name : layer->name;
  if (!layer->built) return true; /* the call builds it for what it gets */
  if (count != model->input_count) {
    return core_fail(error, ERROR_VALUE, "Layer \"%s\" expects %d input(s), but it received %d input tensors.", name,
                     model->input_count, count);
  }
  for (int i = 0; i < count; i++) {
    NnShape wanted = model->shown_inputs[i]->shape;
    if (wanted.rank > 0) wanted.dims[0] = -1;
    if (fits(&wanted, &inputs[i])) continue;
    char expected[256], found[256];
    nn_shape_text(&wanted, expected, sizeof expected);
    nn_shape_text(&inputs[i], found, sizeof found);
    if (wanted.rank == inputs[i].rank && model->sequential && !symbolic) {
      if (!check_inside(model, &inputs[i], error)) return false;
      continue;
    }
    const NnCall *call = model->inputs[i]->call;
    if (wanted.rank == inputs[i].rank) {
      core_fail(
          error, ERROR_VALUE,
          "Input %d with name '%s' of layer '%s' is incompatible with the layer: expected shape=%s, found shape=%s", i,
          call != NULL ? call->layer->name : "None", name, expected, found);
    } else {
      core_fail(error, ERROR_VALUE,
                "Invalid input shape for input with name '%s'. Expected shape %s, but input has incompatible shape %s",
                nn_tensor_name(model->inputs[i]), expected, found);
    }
    bool sample = inputs[i].rank == wanted.rank - 1;
    for (int axis = 0; axis < inputs[i].rank && sample; axis++)
      sample = axis == 0 || wanted.dims[axis + 1] < 0 || wanted.dims[axis + 1] == inputs[i].dims[axis];
    return sample ? core_hint(error, "one sample needs a batch around it: x[0:1], or x[0][np.newaxis]")
                  : core_hint(error, "the model was built for samples of another shape; reshape the data, or build a "
                                     "new model");
  }
  return true;
}

/* Squeezes or expands an input to the rank that the model was made for. */
static NnTensor *adjust_rank(NnTensor *input, int rank, Error *error) {
  if (input->shape.rank == rank) return nn_tensor_retain(input);
  return nn_op1(input->shape.rank > rank ? "squeeze" : "expand", input, error);
}

bool nn_model_losses(const NnModel *model, NnTensor ***losses, int *count, Error *error) {
  int nodes = 0, capacity = model->parts.loss_count;
  *losses = NULL;
  *count = 0;
  NnTensor **list = nn_graph_nodes(model->outputs, model->output_count, &nodes, error);
  if (list == NULL) return false;
  for (int i = 0; i < nodes; i++)
    if (list[i]->call != NULL && list[i]->call_output == 0) capacity += list[i]->call->loss_count;
  *losses = core_alloc_zero((size_t)capacity + 1, sizeof **losses);
  bool good = *losses != NULL || core_fail_memory(error, sizeof **losses);
  for (int i = 0; good && i < model->parts.loss_count; i++) (*losses)[(*count)++] = model->parts.losses[i];
  for (int i = 0; good && i < nodes; i++) {
    const NnCall *call = list[i]->call;
    for (int k = 0; call != NULL && list[i]->call_output == 0 && k < call->loss_count; k++)
      (*losses)[(*count)++] = call->losses[k];
  }
  core_free(list);
  return good;
}

/* ---- options that changed ---- */

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
  if (call->input_count > NN_MAX_INPUTS) return core_fail(again->error, ERROR_NOT_IMPLEMENTED,
      "a call of more than %d inputs", NN_MAX_INPUTS);
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
  NnTensor **inputs = good ? keep(model->shown_inputs, model->input_count, error) : NULL;
  const int input_count = model->input_count;
  good = inputs != NULL && nn_model_set_graph(model, inputs, input_count, outputs, model->output_count, error);
  release_list(&inputs, inputs != NULL ? input_count : 0);
  for (int i = 0; good && i < again.count; i++) /* layer.output is what the new calls gave */
    if (again.copies[i] != NULL) nn_layer_remember_output(again.copies[i]->call->layer, again.copies[i]);
  for (int i = 0; again.copies != NULL && i < again.count; i++) nn_tensor_release(again.copies[i]);
  core_free(again.copies);
  core_free(again.nodes);
  core_free(outputs);
  return good;
}

bool nn_model_expand(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                     int *output_count, NnCall *call, Error *error) {
  NnModel *model = (NnModel *)layer;
  NnTensor *adjusted[NN_MAX_INPUTS] = {NULL};
  *output_count = 0;
  if (model->inputs == NULL) return core_fail(error, ERROR_VALUE, "model '%s' is not built", layer->name);
  if (!nn_model_follow(model, error)) return false;
  if (count > NN_MAX_INPUTS || model->output_count > NN_MAX_OUTPUTS) {
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "model '%s': at most %d inputs and %d outputs are supported",
                     layer->name, NN_MAX_INPUTS, NN_MAX_OUTPUTS);
  }
  bool good = true;
  for (int i = 0; i < count && good; i++) {
    adjusted[i] = adjust_rank(inputs[i], model->inputs[i]->shape.rank, error);
    good = adjusted[i] != NULL;
  }
  /* What the layers inside add to the loss is what this call adds to it. */
  NnTensor **losses = NULL, **all = NULL;
  int loss_count = 0;
  const int own = model->output_count;
  good = good && (call == NULL || nn_model_losses(model, &losses, &loss_count, error));
  all = good ? core_alloc_zero(2 * (size_t)(own + loss_count) + 1, sizeof *all) : NULL;
  if (good && all == NULL) good = core_fail_memory(error, sizeof *all);
  for (int i = 0; good && i < own + loss_count; i++) all[i] = i < own ? model->outputs[i] : losses[i - own];
  NnTensor **made = all != NULL ? all + own + loss_count : NULL;
  good = good && nn_graph_clone(model->inputs, adjusted, count, all, own + loss_count, NN_CLONE_WITHOUT_CALLS, training,
                                made, error);
  for (int i = 0; i < count; i++) nn_tensor_release(adjusted[i]);
  for (int i = 0; good && i < own; i++) outputs[i] = made[i];
  if (good) *output_count = own;
  bool added = true;
  for (int i = own; good && i < own + loss_count; i++) {
    added = added && nn_call_add_loss(call, made[i], error);
    nn_tensor_release(made[i]);
  }
  for (int i = 0; good && !added && i < own; i++) nn_tensor_release(outputs[i]);
  core_free(all);
  core_free(losses);
  return good && added;
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
