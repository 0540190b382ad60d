/* The plan of a fit or of an evaluation: the losses of the outputs, what the metrics read, and the penalties of weights. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/loss.h"
#include "engine/nn/metric.h"
#include "engine/nn/seed.h"
#include "engine/nn/training_internal.h"

/* Tensors that a plan is made of, released together. */
typedef struct Parts {
  NnTensor **items;
  int count, room;
} Parts;

static bool parts_add(Parts *parts, NnTensor *tensor, Error *error) {
  if (tensor == NULL) return false;
  if (parts->count == parts->room) {
    const int room = parts->room * 2 + 16;
    NnTensor **grown = core_realloc(parts->items, (size_t)room * sizeof *grown);
    if (grown == NULL) {
      nn_tensor_release(tensor);
      return core_fail_memory(error, (size_t)room * sizeof *grown);
    }
    parts->items = grown;
    parts->room = room;
  }
  parts->items[parts->count++] = tensor;
  return true;
}

static void parts_free(Parts *parts) {
  for (int i = 0; i < parts->count; i++) nn_tensor_release(parts->items[i]);
  core_free(parts->items);
}

/* A model whose graph was copied for another batch has calls that the plan does not see. */
static bool check_activity_losses(const NnModel *model, Error *error) {
  bool copied = false;
  for (int i = 0; i < model->input_count; i++) copied = copied || model->inputs[i] != model->begins[i];
  for (int i = 0; copied && i < nn_model_layer_count(model); i++) {
    const NnLayer *layer = nn_model_layer(model, i);
    if (!nn_layer_has_activity_loss(layer)) continue;
    core_fail(error, ERROR_NOT_IMPLEMENTED,
              "layer '%s': activity_regularizer is not there for an Input with a batch_size, or with None beside the batch",
              layer->name);
    return core_hint(error, "kernel_regularizer and bias_regularizer are");
  }
  return true;
}

/* Regularizers of trainable weights, then what calls of layers add (activity regularizers): numbers, and one number a
 * sample. */
static bool add_penalties(NnModel *model, Parts *penalties, Parts *samples, Error *error) {
  if (!check_activity_losses(model, error)) return false;
  const int count = nn_model_variable_count(model);
  for (int i = 0; i < count; i++) {
    NnVariable *variable = nn_model_variable(model, i);
    if (variable->regularizer == NULL || !variable->trainable) continue;
    const NnRegularizerHandlers *handlers = variable->regularizer->row->handlers;
    NnTensor *weight = nn_variable_tensor(variable, error);
    if (weight == NULL) return false;
    NnTensor *penalty = handlers->expand(variable->regularizer, weight, error);
    nn_tensor_release(weight);
    if (!parts_add(penalties, penalty, error)) return false;
  }
  int losses = 0;
  NnTensor **list = NULL;
  bool fine = nn_model_losses(model, &list, &losses, error);
  for (int i = 0; fine && i < losses; i++)
    fine = parts_add(list[i]->shape.rank ? samples : penalties, nn_tensor_retain(list[i]), error);
  core_free(list);
  return fine;
}

/* Weights lined up with a loss of one number a sample (or an element): a reshaped new reference. */
static NnTensor *line_up(NnTensor *weights, const NnTensor *values, Error *error) {
  NnTensor *lined = nn_tensor_retain(weights);
  while (lined != NULL && lined->shape.rank != values->shape.rank && values->shape.rank > 0) {
    const bool longer = lined->shape.rank > values->shape.rank;
    if (longer && lined->shape.dims[lined->shape.rank - 1] != 1) break;
    NnTensor *next = nn_op1(longer ? "squeeze" : "expand", lined, error);
    nn_tensor_release(lined);
    lined = next;
  }
  return lined;
}

/* The values of masked steps are 0. For a mean the others are scaled as if only they had been counted: Keras's
 * apply_mask (keras/src/losses/loss.py). values is taken over. */
static NnTensor *leave_out(NnTensor *values, NnTensor *mask, bool sum, Error *error) {
  const NnAttributes all = {.integer = {(1 << mask->shape.rank) - 1}};
  if (values->shape.rank != mask->shape.rank) {
    nn_tensor_release(values);
    core_fail(error, ERROR_NOT_IMPLEMENTED, "a loss that joins the steps of an output with masked steps is not supported");
    return NULL;
  }
  NnTensor *kept = nn_op("multiply", (NnTensor *[]){values, mask}, 2, NULL, error);
  nn_tensor_release(values);
  if (sum || kept == NULL) return kept;
  NnTensor *share = nn_op("reduce_mean", &mask, 1, &all, error);
  NnTensor *scaled = share != NULL ? nn_op("divide_no_nan", (NnTensor *[]){kept, share}, 2, NULL, error) : NULL;
  nn_tensor_release(share);
  nn_tensor_release(kept);
  return scaled;
}

/* The loss of one output: its values (weighted) join `losses`, or their sum `penalties`; what is shown of it `outputs`.
 */
static bool add_loss(const NnTraining *training, int at, NnTensor *target, NnTensor *weights, NnTensor *output,
                     Parts *losses, Parts *penalties, Parts *outputs, Error *error) {
  const NnObject *loss = training->losses[at];
  const char *reduction = nn_option_text(loss, "reduction");
  if (reduction == NULL || strcmp(reduction, "none") == 0)
    return core_fail(error, ERROR_VALUE, "A loss with reduction=None gives a number a sample, and training needs one number");
  if ((weights != NULL || output->mask != NULL) && strcmp(reduction, "mean_with_sample_weight") == 0)
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "reduction='mean_with_sample_weight' with weights is not implemented in fit");
  NnTensor *values = nn_loss_expand(loss, target, output, error);
  if (values != NULL && weights != NULL) {
    NnTensor *lined = line_up(weights, values, error);
    NnTensor *product = lined != NULL ? nn_op("multiply", (NnTensor *[]){values, lined}, 2, NULL, error) : NULL;
    nn_tensor_release(lined);
    nn_tensor_release(values);
    values = product;
  }
  const bool sum = strcmp(reduction, "sum") == 0;
  if (values != NULL && output->mask != NULL) values = leave_out(values, output->mask, sum, error);
  if (values != NULL && sum) {
    NnTensor *total = nn_op1("sum_all", values, error);
    nn_tensor_release(values);
    values = total;
  }
  if (values == NULL) return false;
  if (training->shown_losses > 0 && !parts_add(outputs, nn_tensor_retain(values), error)) {
    nn_tensor_release(values);
    return false;
  }
  if (training->loss_weights[at] != 1) {
    const NnAttributes factor = {.real = {training->loss_weights[at]}};
    NnTensor *scaled = nn_op("scale", &values, 1, &factor, error);
    nn_tensor_release(values);
    values = scaled;
  }
  return parts_add(sum ? penalties : losses, values, error);
}

/* What a metric reads: its values, or targets and outputs; behind them the weights, where it has any. */
static bool add_metric_outputs(NnTrainedMetric *metric, NnTensor *target, NnTensor *weights, NnTensor *output,
                               Parts *outputs, Error *error) {
  if (nn_metric_has_state(metric->metric)) {
    NnTensor *both[2];
    if (!nn_align_ranks(target, output, &both[0], &both[1], error)) return false;
    if (!parts_add(outputs, both[0], error)) {
      nn_tensor_release(both[1]);
      return false;
    }
    if (!parts_add(outputs, both[1], error)) return false;
  } else if (!parts_add(outputs, nn_metric_expand(metric->metric, target, output, error), error)) {
    return false;
  }
  /* A mean leaves masked steps out; what keeps a state does not look at them. */
  NnTensor *mask = nn_metric_has_state(metric->metric) ? NULL : output->mask;
  if (!metric->weighted) weights = NULL;
  metric->masked = mask != NULL;
  if (mask == NULL) return weights == NULL || parts_add(outputs, nn_tensor_retain(weights), error);
  NnTensor *lined = weights != NULL ? line_up(weights, mask, error) : nn_tensor_retain(mask);
  NnTensor *both = lined != NULL && weights != NULL ? nn_op("multiply", (NnTensor *[]){mask, lined}, 2, NULL, error)
                                                    : nn_tensor_retain(lined);
  nn_tensor_release(lined);
  return parts_add(outputs, both, error);
}

NnPlan *nn_training_plan(NnModel *model, NnTraining *training, const NnTargets *targets, bool update, int64_t batch,
                         Error *error) {
  Parts inputs = {0}, losses = {0}, penalties = {0}, outputs = {0};
  NnTensor *target[NN_MAX_SOURCES], *weights[NN_MAX_SOURCES] = {NULL};
  NnPlan *plan = NULL;
  bool *flags = NULL;
  if (update && (flags = nn_trained_begin(model, training, error)) == NULL) return NULL;
  for (int i = 0; i < model->input_count; i++)
    if (!parts_add(&inputs, nn_tensor_retain(model->inputs[i]), error)) goto done;
  for (int i = 0; i < targets->count; i++) {
    target[i] = nn_tensor_input(&targets->y[i], ND_FLOAT32, "y_true", error);
    if (!parts_add(&inputs, target[i], error)) goto done;
  }
  for (int i = 0; i < targets->count; i++) {
    if (!targets->weighted[i]) continue;
    weights[i] = nn_tensor_input(&targets->w[i], ND_FLOAT32, "sample_weight", error);
    if (!parts_add(&inputs, weights[i], error)) goto done;
  }
  for (int i = 0; i < targets->count; i++)
    if (training->losses[i] != NULL &&
        !add_loss(training, i, target[i], weights[i], model->outputs[i], &losses, &penalties, &outputs, error))
      goto done;
  for (int i = 0; i < training->metric_count; i++) {
    const int at = training->metrics[i].target;
    if (!add_metric_outputs(&training->metrics[i], target[at], weights[at], model->outputs[at], &outputs, error))
      goto done;
  }
  if (!add_penalties(model, &penalties, &losses, error)) goto done;
  NnPlanSpec spec = {.inputs = inputs.items,
                     .input_count = inputs.count,
                     .outputs = outputs.items,
                     .output_count = outputs.count,
                     .losses = losses.items,
                     .loss_count = losses.count,
                     .penalties = penalties.items,
                     .penalty_count = penalties.count,
                     .training = update,
                     .gradients = update,
                     .precision = NN_FLOAT32,
                     .largest_batch = batch};
  if (update) {
    spec.optimizer = training->optimizer;
    spec.seed = nn_next_seed();
  }
  if (!update || nn_optimizer_build(training->optimizer, training->trained, training->trained_count, error))
    plan = nn_plan_new(&spec, error);
  if (plan != NULL && update && training->trained_count > 0 && !nn_plan_trains(plan)) {
    nn_plan_free(plan);
    plan = NULL;
    core_fail(error, ERROR_VALUE, "No gradients provided for any variable.");
    core_hint(error, "the loss does not depend on any weight, or only through ops that have no slope");
  }
done:
  if (update) nn_trained_end(model, flags);
  parts_free(&inputs);
  parts_free(&losses);
  parts_free(&penalties);
  parts_free(&outputs);
  return plan;
}
