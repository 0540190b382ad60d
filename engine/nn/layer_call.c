/* Calls of layers: on symbolic tensors, inside of other layers, and on numbers. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/loss.h"
#include "engine/nn/model_internal.h"
#include "engine/nn/naming.h"
#include "engine/nn/plan.h"
#include "engine/nn/rows.h"
#include "engine/nn/user.h"

/* ---- symbolic calls ---- */

/* The layer's penalty on what it gives out: one number a sample, since Keras divides the whole by the batch. The output
 * gets a node of its own behind it, which will carry the call: the penalty must not depend on that one. */
static bool add_activity_loss(NnLayer *layer, NnTensor **output, NnCall *call, Error *error) {
  NnObject *regularizer = ((NnLayerState *)layer->state)->activity_regularizer;
  if (regularizer == NULL) return true;
  NnTensor *penalty = nn_regularizer_samples(regularizer, *output, error);
  NnTensor *shown = penalty != NULL ? nn_op1("identity", *output, error) : NULL;
  bool good = shown != NULL && nn_call_add_loss(call, penalty, error);
  nn_tensor_release(penalty);
  if (!good) {
    nn_tensor_release(shown);
    return false;
  }
  nn_tensor_release(*output);
  *output = shown;
  return true;
}

/* The ops of a call with their results, which are not yet marked as the call's. */
static bool expand(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                   int *output_count, NnCall *call, Error *error) {
  const NnLayerHandlers *handlers = nn_layer_handlers(layer);
  if (handlers->expand_all != NULL) {
    return handlers->expand_all(layer, inputs, count, training, outputs, output_count, call, error);
  }
  outputs[0] = handlers->expand(layer, inputs, count, training, error);
  *output_count = outputs[0] != NULL;
  return outputs[0] != NULL;
}

static void release_all(NnTensor **tensors, int count) {
  for (int i = 0; i < count; i++) nn_tensor_release(tensors[i]);
}

/* A result that is somebody else's already (an input passed on, one tensor given out twice) gets a node of its own. To a
 * layer of the user's class it is that tensor still, with its mask. */
static bool own_node(NnTensor **output, const NnCall *call, NnTensor *const *inputs, int count, Error *error) {
  NnTensor *tensor = *output;
  bool foreign = (tensor->kind != NN_TENSOR_OP && tensor->before == NULL) || tensor->call != NULL;
  for (int i = 0; i < count; i++) foreign = foreign || tensor == inputs[i];
  if (!foreign) return true;
  NnTensor *own = nn_op1("identity", tensor, error);
  if (own == NULL) return false;
  const bool same = tensor->call == NULL || (call != NULL && nn_is_user_layer(&call->layer->object));
  nn_tensor_set_mask(own, same ? tensor->mask : NULL);
  nn_tensor_release(tensor);
  *output = own;
  return true;
}

/* What a call adds to the loss must not depend on the tensor that carries the call: the result gets a node behind it.
 */
static bool node_behind(NnTensor **output, Error *error) {
  NnTensor *shown = nn_op1("identity", *output, error);
  if (shown == NULL) return false;
  nn_tensor_set_mask(shown, (*output)->mask);
  nn_tensor_release(*output);
  *output = shown;
  return true;
}

static bool takes_masks(const NnLayer *layer, NnTensor *const *inputs, int count, Error *error) {
  for (int i = 0; i < count && nn_layer_handlers(layer)->refuses_mask; i++)
    if (inputs[i]->mask != NULL)
      return core_fail(error, ERROR_NOT_IMPLEMENTED, "layer '%s' (%s) cannot take masked steps into account yet", layer->name,
                       layer->object.row->name) ||
             core_hint(error, "the mask comes from mask_zero=True or from Masking; a recurrent layer may use it");
  return true;
}

static bool call_built(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                       int *output_count, Error *error) {
  NnLayerState *state = layer->state;
  if (!takes_masks(layer, inputs, count, error)) return false;
  NnCall *call = nn_call_new(layer, inputs, count, state->call_count, error);
  if (call == NULL) return false;
  call->training = training >= NN_UNLESS_SAID ? training - NN_UNLESS_SAID : training;
  if (training >= NN_UNLESS_SAID) training = training - NN_UNLESS_SAID == 1 ? NN_TRAINING_UNLESS_SAID : -1;
  bool good = expand(layer, inputs, count, training, outputs, output_count, call, error);
  int made = good ? *output_count : 0;
  const bool adds = call->loss_count > 0;
  for (int i = 0; good && i < made; i++) {
    char *name = NULL;
    good = (!adds || node_behind(&outputs[i], error)) && add_activity_loss(layer, &outputs[i], call, error) &&
           own_node(&outputs[i], call, inputs, count, error) &&
           (name = nn_auto_name("KerasTensor", error)) != NULL && nn_tensor_set_call(outputs[i], call, i, name, error);
    core_free(name);
    if (good && nn_layer_handlers(layer)->passes_mask && outputs[i]->mask == NULL && inputs[0]->mask != NULL)
      nn_tensor_set_mask(outputs[i], inputs[0]->mask);
  }
  nn_call_release(call);
  if (!good) {
    release_all(outputs, made);
    return false;
  }
  state->call_count++;
  state->output_count = made;
  for (int i = 0; i < made; i++) {
    state->outputs[i] = *nn_tensor_shape(outputs[i]);
    nn_layer_remember_output(layer, outputs[i]);
  }
  return true;
}

bool nn_layer_call_again(const NnCall *old, NnTensor *const *inputs, const char *const *names, NnTensor **outputs,
    int *output_count,
                         Error *error) {
  NnLayer *layer = old->layer;
  int training = old->training;
  if (!takes_masks(layer, inputs, old->input_count, error)) return false;
  NnCall *call = nn_call_new(layer, inputs, old->input_count, old->node_index, error);
  if (call == NULL) return false;
  call->training = training;
  if (training >= 0) training = training == 1 ? NN_TRAINING_UNLESS_SAID : -1;
  bool good = expand(layer, inputs, old->input_count, training, outputs, output_count, call, error);
  const int made = good ? *output_count : 0;
  const bool adds = call->loss_count > 0;
  for (int i = 0; good && i < made; i++) {
    good = (!adds || node_behind(&outputs[i], error)) && add_activity_loss(layer, &outputs[i], call, error) &&
           own_node(&outputs[i], call, inputs, old->input_count, error) &&
           nn_tensor_set_call(outputs[i], call, i, names[i] != NULL ? names[i] : "keras_tensor", error);
    if (good && nn_layer_handlers(layer)->passes_mask && outputs[i]->mask == NULL && inputs[0]->mask != NULL)
      nn_tensor_set_mask(outputs[i], inputs[0]->mask);
  }
  nn_call_release(call);
  if (!good) release_all(outputs, made);
  return good;
}

void nn_layer_remember_output(NnLayer *layer, NnTensor *tensor) {
  NnTensor **place = &nn_layer_state(layer)->results[tensor->call_output];
  if (*place == NULL) *place = tensor;
}

void nn_layer_forget_output(NnLayer *layer, const NnTensor *tensor) {
  NnLayerState *state = layer->state;
  if (state != NULL && state->results[tensor->call_output] == tensor) state->results[tensor->call_output] = NULL;
}

int nn_layer_outputs(const NnLayer *layer, NnTensor **tensors) {
  const NnLayerState *state = layer->state;
  int count = 0;
  while (count < state->output_count && state->results[count] != NULL) {
    tensors[count] = state->results[count];
    count++;
  }
  return count < state->output_count ? 0 : count;
}

int nn_layer_inputs(const NnLayer *layer, NnTensor **tensors) {
  const NnTensor *result = nn_layer_state(layer)->results[0];
  if (result == NULL) return 0;
  if (result->call->input_count == 0) { /* an InputLayer takes in what it gives out */
    tensors[0] = nn_layer_state(layer)->results[0];
    return 1;
  }
  for (int i = 0; i < result->call->input_count; i++) tensors[i] = result->call->inputs[i];
  return result->call->input_count;
}

const NnShape *nn_layer_build_shape(const NnLayer *layer) {
  const NnLayerState *state = layer->state;
  return state->build_count == 1 ? state->build_shapes : NULL;
}

bool nn_layer_has_activity_loss(const NnLayer *layer) {
  if (nn_layer_state(layer)->activity_regularizer != NULL) return true;
  if (!nn_layer_is_model(&layer->object)) return false;
  const NnModel *model = (const NnModel *)layer;
  for (int i = 0; i < nn_model_layer_count(model); i++)
    if (nn_layer_has_activity_loss(nn_model_layer(model, i))) return true;
  return false;
}

bool nn_layer_build_inner(NnLayer *outer, NnLayer *inner, const NnShape *inputs, int count, Error *error) {
  if (!nn_layer_check_input(inner, inputs, count, true, error) || !nn_layer_build(inner, inputs, count, error))
    return false;
  int weights;
  NnVariable *const *variables = nn_layer_weights(inner, &weights);
  NnVariable **grown = core_realloc(outer->variables, sizeof *grown * ((size_t)(outer->variable_count + weights) + 1));
  if (grown == NULL) return core_fail_memory(error, sizeof *grown);
  outer->variables = grown;
  for (int i = 0; i < weights; i++) outer->variables[outer->variable_count++] = nn_variable_retain(variables[i]);
  return true;
}

bool nn_layer_expand_inner(NnLayer *inner, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                           int *output_count, Error *error) {
  return expand(inner, inputs, count, training, outputs, output_count, NULL, error);
}

NnLayer *nn_layer_like(const NnLayer *layer, const char *name, const char *change, NnOption value, Error *error) {
  const NnRow *row = layer->object.row;
  const Signature *own = signature_of(row->signature), *shared = signature_of(nn_layer_common);
  NnOption *options = own ? core_alloc_zero((size_t)own->count + 1, sizeof *options) : NULL;
  NnOption *common = shared ? core_alloc_zero((size_t)shared->count + 1, sizeof *common) : NULL;
  NnLayer *made = NULL;
  if (options != NULL && common != NULL) {
    /* Borrowed values: the new layer copies them. */
    memcpy(options, layer->object.options, sizeof *options * (size_t)own->count);
    const int at = change != NULL ? signature_find(own, change, (int)strlen(change)) : -1;
    if (at >= 0) options[at] = value;
    bool good = true;
    for (int i = 0; good && i < shared->count; i++)
      if (shared->parameters[i].has_default)
        good = nn_option_from_literal(&shared->parameters[i].default_value, &common[i], error);
    const int named = signature_find(shared, "name", 4), trains = signature_find(shared, "trainable", 9);
    nn_option_clear(&common[named]);
    common[named] = nn_option_string(name);
    common[trains] = nn_option_boolean(layer->trainable);
    if (good) made = nn_layer_new(row, options, common, error);
    for (int i = 0; i < shared->count; i++) nn_option_clear(&common[i]);
  } else {
    core_fail_memory(error, sizeof *options);
  }
  core_free(options);
  core_free(common);
  return made;
}

static bool build_for(NnLayer *layer, const NnShape *shapes, int count, bool symbolic, Error *error) {
  if (!nn_layer_check_input(layer, shapes, count, symbolic, error)) return false;
  return layer->built ||
         (nn_layer_build(layer, shapes, count, error) && nn_layer_check_input(layer, shapes, count, symbolic, error));
}

bool nn_layer_call_many(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                        int *output_count, Error *error) {
  NnShape shapes[NN_MAX_INPUTS];
  *output_count = 0;
  if (count < 1 || count > NN_MAX_INPUTS) {
    return core_fail(error, ERROR_VALUE, "layer '%s' takes 1 to %d inputs, got %d", layer->name, NN_MAX_INPUTS, count);
  }
  for (int i = 0; i < count; i++) shapes[i] = *nn_tensor_shape(inputs[i]);
  if (!nn_scope_push(layer, error)) return false;
  bool good = build_for(layer, shapes, count, true, error) &&
              call_built(layer, inputs, count, training, outputs, output_count, error);
  nn_scope_pop();
  return good || nn_layer_name_error(layer, error);
}

NnTensor *nn_layer_call(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  NnTensor *outputs[NN_MAX_OUTPUTS];
  int made;
  if (!nn_layer_call_many(layer, inputs, count, training, outputs, &made, error)) return NULL;
  release_all(outputs + 1, made - 1);
  return outputs[0];
}

bool nn_layer_adds_losses(const NnLayer *layer) {
  if (nn_layer_state(layer)->activity_regularizer != NULL) return true;
  if (!nn_layer_is_model(&layer->object) || !nn_model_built((const NnModel *)layer)) return false;
  NnTensor **losses;
  int count = 0;
  if (!nn_model_losses((const NnModel *)layer, &losses, &count, NULL)) return false;
  core_free(losses);
  return count > 0;
}

/* BatchNormalization that does not learn uses its moving statistics, whatever the caller says; in a graph the plan sees
 * to it. */
static int mode_of(const NnLayer *layer, int training) {
  return layer->object.row == &nn_layer_batch_normalization && !layer->trainable ? 0 : training;
}

bool nn_layer_expand_for(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                         int *output_count, NnCall *call, Error *error) {
  NnShape shapes[NN_MAX_INPUTS];
  for (int i = 0; i < count; i++) shapes[i] = *nn_tensor_shape(inputs[i]);
  if (!nn_scope_push(layer, error)) return false;
  bool good = build_for(layer, shapes, count, false, error) && takes_masks(layer, inputs, count, error) &&
              expand(layer, inputs, count, mode_of(layer, training), outputs, output_count, call, error);
  bool added = true;
  for (int i = 0; good && added && call != NULL && i < *output_count; i++)
    added = add_activity_loss(layer, &outputs[i], call, error);
  if (good && !added) {
    release_all(outputs, *output_count);
    *output_count = 0;
    good = false;
  }
  nn_scope_pop();
  return good || nn_layer_name_error(layer, error);
}

/* ---- concrete calls ---- */

bool nn_layer_apply_many(NnLayer *layer, NdArray *const *inputs, int count, int training, NdArray **outputs,
                         int *output_count, Error *error) {
  NnShape shapes[NN_MAX_INPUTS];
  NnTensor *tensors[NN_MAX_INPUTS] = {NULL}, *results[NN_MAX_OUTPUTS] = {NULL};
  int made = 0;
  *output_count = 0;
  if (count < 1 || count > NN_MAX_INPUTS) {
    return core_fail(error, ERROR_VALUE, "layer '%s' takes 1 to %d inputs, got %d", layer->name, NN_MAX_INPUTS, count);
  }
  for (int i = 0; i < count; i++) {
    if (inputs[i]->ndim > NN_MAX_DIMS) {
      return core_fail(error, ERROR_VALUE, "at most %d dimensions are supported, got %d", NN_MAX_DIMS, inputs[i]->ndim);
    }
    shapes[i] = nn_shape_of_array(inputs[i]);
  }
  if (!nn_scope_push(layer, error)) return false;
  bool good = build_for(layer, shapes, count, false, error);
  for (int i = 0; good && i < count; i++) {
    /* Rows can be worked off in blocks, where there are rows. */
    if (shapes[i].rank >= 2 && (shapes[i].rank == 4 || !nn_layer_handlers(layer)->takes_images)) shapes[i].dims[0] = -1;
    tensors[i] = nn_tensor_input(&shapes[i], ND_FLOAT32, NULL, error);
    good = tensors[i] != NULL;
  }
  training = mode_of(layer, training);
  good =
      good && expand(layer, tensors, count, training < 0 ? NN_TRAINING_UNSAID : training, results, &made, NULL, error);
  nn_scope_pop();
  for (int i = 0; good && i < made; i++) good = own_node(&results[i], NULL, tensors, count, error);
  if (good) {
    good = nn_graph_apply(tensors, inputs, count, results, made, training > 0, NN_FLOAT32, outputs, error);
    if (good) *output_count = made;
  }
  release_all(results, made);
  release_all(tensors, count);
  return good || nn_layer_name_error(layer, error);
}

NdArray *nn_layer_apply(NnLayer *layer, NdArray *const *inputs, int count, int training, Error *error) {
  NdArray *outputs[NN_MAX_OUTPUTS] = {NULL};
  int made;
  if (!nn_layer_apply_many(layer, inputs, count, training, outputs, &made, error)) return NULL;
  for (int i = 1; i < made; i++) nd_release(outputs[i]);
  return outputs[0];
}
