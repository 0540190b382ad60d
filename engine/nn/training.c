/* compile(): an optimizer, a loss and metrics for a model; and the plans that a fit runs. */
#include "engine/nn/training.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "engine/core/memory.h"
#include "engine/nn/loss.h"
#include "engine/nn/metric.h"
#include "engine/nn/seed.h"
#include "engine/nn/training_internal.h"

static void forget_resolved(NnTraining *training) {
  for (int i = 0; i < NN_MAX_SOURCES; i++) {
    nn_object_release(training->losses[i]);
    training->losses[i] = NULL;
  }
  for (int i = 0; i < training->metric_count; i++) {
    nn_object_release(training->metrics[i].metric);
    nn_accumulator_clear(&training->metrics[i].seen);
    core_free(training->metrics[i].name);
    core_free(training->metrics[i].plain);
    training->metrics[i] = (NnTrainedMetric){0};
  }
  for (int i = 0; i < NN_MAX_RESULTS; i++) {
    core_free(training->names[i]);
    training->names[i] = NULL;
  }
  training->metric_count = training->result_count = training->shown_losses = 0;
  training->resolved = false;
}

void nn_training_free(NnTraining *training) {
  if (training == NULL) return;
  forget_resolved(training);
  nn_trained_forget(training);
  nn_option_clear(&training->loss_option);
  nn_option_clear(&training->metrics_option);
  nn_option_clear(&training->loss_weights_option);
  nn_option_clear(&training->weighted_option);
  if (training->optimizer != NULL) nn_object_release(&training->optimizer->object);
  core_free(training);
}

/* Before the first data only the loss has a name. */
static bool first_name(NnTraining *training, Error *error) {
  training->result_count = training->returned_count = 1;
  training->returned[0] = 0;
  return (training->returned_names[0] = training->names[0] = core_strdup("loss")) != NULL || core_fail_memory(error, 5);
}

bool nn_model_compile(NnModel *model, const NnCompileOptions *options, Error *error) {
  model->ran = false;
  NnTraining *training = core_alloc_zero(1, sizeof *training);
  if (training == NULL) return core_fail_memory(error, sizeof *training);
  if (options->optimizer.tag == NN_OPTION_NONE)
    training->optimizer = nn_optimizer_new(nn_find(NN_OPTIMIZER, "rmsprop"), NULL, error);
  else
    training->optimizer = (NnOptimizer *)nn_object_from_option(NN_OPTIMIZER, &options->optimizer, error);
  const bool fine = training->optimizer != NULL && nn_option_copy(&options->loss, &training->loss_option, error) &&
                    nn_option_copy(&options->metrics, &training->metrics_option, error) &&
                    nn_option_copy(&options->loss_weights, &training->loss_weights_option, error) &&
                    nn_option_copy(&options->weighted_metrics, &training->weighted_option, error) &&
                    first_name(training, error);
  if (!fine) {
    nn_training_free(training);
    return false;
  }
  nn_training_free(model->training);
  model->training = training;
  return true;
}

bool nn_model_compiled(const NnModel *model) { return model->training != NULL; }

bool nn_model_has_metrics(const NnModel *model) {
  const NnTraining *training = model->training;
  return training != NULL &&
         (training->metrics_option.tag != NN_OPTION_NONE || training->weighted_option.tag != NN_OPTION_NONE);
}

NnObject *nn_model_optimizer(const NnModel *model) {
  return model->training != NULL ? &model->training->optimizer->object : NULL;
}

int nn_metric_names(const NnModel *model, const char *const **names) {
  const NnTraining *training = model->training;
  *names = training != NULL ? training->returned_names : NULL;
  return training != NULL ? training->returned_count : 0;
}

int nn_model_shown_losses(const NnModel *model) { return model->training != NULL ? model->training->shown_losses : 0; }

const char *nn_model_output_name(const NnModel *model, int index) {
  const NnTensor *output = nn_model_output(model, index);
  return output == NULL ? NULL : output->call != NULL && output->call->layer != NULL ? output->call->layer->name
                                                                                     : output->name;
}

const char *nn_model_input_name(const NnModel *model, int index) {
  const NnTensor *input = nn_model_input(model, index);
  return input == NULL                                       ? NULL
         : input->call != NULL && input->call->layer != NULL ? input->call->layer->name
                                                             : input->name;
}

/* The loss of one output: a string or an object. NULL without an error: none. */
static bool resolve_loss(const NnOption *option, const NnShape *y_true, const NnShape *y_pred, NnObject **loss,
                         Error *error) {
  *loss = NULL;
  if (option->tag == NN_OPTION_LIST && option->as.list.count == 1) option = &option->as.list.items[0];
  if (option->tag == NN_OPTION_NONE) return true;
  if (option->tag == NN_OPTION_STRING &&
      (strcasecmp(option->as.string, "crossentropy") == 0 || strcasecmp(option->as.string, "ce") == 0)) {
    /* keras/src/trainers/compile_utils.py, get_loss: by shapes, as 'accuracy'. */
    char *name = NULL;
    NnOption any = nn_option_string("accuracy");
    NnObject *like = nn_metric_resolve(&any, y_true, y_pred, &name, error);
    nn_option_clear(&any);
    core_free(name);
    if (like == NULL) return false;
    const char *class = like->row->name[0] == 'B'   ? "BinaryCrossentropy"
                        : like->row->name[0] == 'S' ? "SparseCategoricalCrossentropy"
                                                    : "CategoricalCrossentropy";
    nn_object_release(like);
    return (*loss = nn_object_new(nn_find(NN_LOSS, class), NULL, error)) != NULL;
  }
  if (option->tag == NN_OPTION_LIST)
    return core_fail(error, ERROR_VALUE, "an output has one loss; got a list of %d", option->as.list.count);
  return (*loss = nn_object_from_option(NN_LOSS, option, error)) != NULL;
}

/* A loss for an output that is not there, or has no targets. */
static bool fail_path(int at, Error *error) {
  return core_fail(error, ERROR_KEY, "The path: (%d,) in the `loss` argument, can't be found in either the model's output "
                   "(`y_pred`) or in the labels (`y_true`).", at);
}

static bool resolve_losses(NnModel *model, NnTraining *training, const NnTargets *targets, Error *error) {
  static const NnOption none;
  const NnOption *given = &training->loss_option, *weights = &training->loss_weights_option;
  const int outputs = training->target_count;
  const bool each = given->tag == NN_OPTION_LIST && outputs > 1;
  if (each && given->as.list.count != outputs)
    return given->as.list.count > outputs
               ? fail_path(outputs, error)
               : core_fail(error, ERROR_VALUE, "the model has %d outputs, and `loss` is a list of %d", outputs,
                           given->as.list.count);
  if (weights->tag == NN_OPTION_LIST && weights->as.list.count != outputs)
    return core_fail(error, ERROR_VALUE, "`loss_weights` must match the number of losses, got %d losses and %d weights.",
                     outputs, weights->as.list.count);
  int found = 0;
  for (int i = 0; i < outputs; i++) {
    const NnOption *own = each ? &given->as.list.items[i] : given;
    if (!resolve_loss(own, &targets->y[i], &model->outputs[i]->shape, &training->losses[i], error)) return false;
    found += training->losses[i] != NULL;
    const NnOption *weight = weights->tag == NN_OPTION_LIST ? &weights->as.list.items[i] : weights;
    training->loss_weights[i] = 1;
    if (weight->tag != none.tag && !nn_option_number(weight, &training->loss_weights[i]))
      return core_fail(error, ERROR_VALUE, "`loss_weights` must be numbers");
  }
  if (found == 0) return core_fail(error, ERROR_VALUE, "No loss to compute. Provide a `loss` argument in `compile()`.");
  training->shown_losses = found > 1 ? found : 0;
  return true;
}

static bool taken(const NnTraining *training, const char *name) {
  for (int i = 0; i < training->metric_count; i++)
    if (strcmp(training->metrics[i].name, name) == 0) return true;
  return false;
}

/* "name", with the output's in front where there are several. */
static char *prefixed(const NnModel *model, const NnTraining *training, int target, const char *before,
                      const char *name) {
  Text text = {0};
  if (training->target_count > 1) text_addf(&text, "%s_", nn_model_output_name(model, target));
  text_addf(&text, "%s%s", before, name);
  return text_take(&text);
}

/* A name that was given before gets "weighted_" in front where its metric is weighted, and then _1, _2, ...:
 * compile_utils.py, CompileMetrics.result. */
static char *unique_name(const NnModel *model, const NnTraining *training, int target, bool weighted,
                         const char *name) {
  char *full = prefixed(model, training, target, "", name);
  if (full != NULL && weighted && taken(training, full)) {
    core_free(full);
    full = prefixed(model, training, target, "weighted_", name);
  }
  if (full == NULL || !taken(training, full)) return full;
  for (int number = 1;; number++) {
    Text text = {0};
    text_addf(&text, "%s_%d", full, number);
    char *numbered = text_take(&text);
    if (numbered == NULL || !taken(training, numbered)) {
      core_free(full);
      return numbered;
    }
    core_free(numbered);
  }
}

static bool add_metric(NnModel *model, const NnOption *option, const NnTargets *targets, int target, bool weighted,
                       Error *error) {
  NnTraining *training = model->training;
  if (option->tag == NN_OPTION_NONE) return true;
  if (option->tag == NN_OPTION_LIST) {
    for (int i = 0; i < option->as.list.count; i++)
      if (!add_metric(model, &option->as.list.items[i], targets, target, weighted, error)) return false;
    return true;
  }
  if (training->metric_count + training->shown_losses + 2 > NN_MAX_RESULTS)
    return core_fail(error, ERROR_VALUE, "at most %d metrics are supported", NN_MAX_RESULTS - 1);
  char *name = NULL;
  NnObject *metric = nn_metric_resolve(option, &targets->y[target], &model->outputs[target]->shape, &name, error);
  if (metric == NULL) return false;
  char *shown = unique_name(model, training, target, weighted, name);
  if (shown == NULL || nn_metric_gives_list(metric)) {
    if (shown == NULL) core_fail_memory(error, 64);
    else core_fail(error, ERROR_NOT_IMPLEMENTED, "the metric '%s' has a list as its result, which fit cannot show", shown);
    core_free(shown);
    core_free(name);
    nn_object_release(metric);
    return false;
  }
  training->metrics[training->metric_count++] =
      (NnTrainedMetric){.metric = metric, .target = target, .weighted = weighted, .plain = name, .name = shown};
  return true;
}

/* metrics= or weighted_metrics=: for one output all of them, for several a list of one entry an output. */
static bool add_metrics(NnModel *model, const NnOption *option, const NnTargets *targets, bool weighted, Error *error) {
  const int outputs = model->training->target_count;
  if (option->tag == NN_OPTION_NONE) return true;
  if (outputs == 1) return add_metric(model, option, targets, 0, weighted, error);
  if (option->tag != NN_OPTION_LIST || (option->as.list.count != outputs && option->as.list.count != 0)) {
    core_fail(error, ERROR_VALUE, "Invalid `%s`. `%s` should contain metrics objects and either be a dict or a list matching "
              "the output names of the functional model", weighted ? "weighted_metrics" : "metrics",
              weighted ? "weighted_metrics" : "metrics");
    return core_hint(error, "give a list of %d entries, one an output, or a dict by output name", outputs);
  }
  for (int i = 0; i < option->as.list.count; i++)
    if (!add_metric(model, &option->as.list.items[i], targets, i, weighted, error)) return false;
  return true;
}

static bool name_results(const NnModel *model, NnTraining *training, Error *error) {
  core_free(training->names[0]);
  if (!first_name(training, error)) return false;
  for (int i = 0; training->shown_losses > 0 && i < training->target_count; i++) {
    if (training->losses[i] == NULL) continue;
    Text text = {0};
    text_addf(&text, "%s_loss", nn_model_output_name(model, i));
    if ((training->names[training->result_count++] = text_take(&text)) == NULL) return core_fail_memory(error, 64);
  }
  for (int i = 0; i < training->metric_count; i++)
    if ((training->names[training->result_count++] = core_strdup(training->metrics[i].name)) == NULL)
      return core_fail_memory(error, 64);
  return true;
}

static void sort_names(NnTraining *training) {
  for (int i = 0; i < training->result_count; i++) {
    int at = i;
    while (at > 0 && strcmp(training->names[training->sorted[at - 1]], training->names[i]) > 0) {
      training->sorted[at] = training->sorted[at - 1];
      at--;
    }
    training->sorted[at] = i;
  }
}

static void return_named(NnTraining *training, const char *name, bool *done) {
  for (int i = 0; i < training->result_count; i++) {
    if (strcmp(training->names[i], name) != 0 || training->returned_count == NN_MAX_RESULTS) continue;
    training->returned_names[training->returned_count] = training->names[i];
    training->returned[training->returned_count++] = i;
    done[i] = true;
    return;
  }
}

/* keras/src/trainers/trainer.py, _flatten_metrics_in_order: first what goes by a metric's own name, where two metrics
 * of one name give the first one's value twice; then the losses of outputs; then the rest by name. */
static void order_results(NnTraining *training) {
  bool done[NN_MAX_RESULTS] = {false};
  training->returned_count = 0;
  return_named(training, "loss", done);
  for (int i = 0; i < training->metric_count; i++) return_named(training, training->metrics[i].plain, done);
  for (int i = 0; i < training->shown_losses; i++) return_named(training, training->names[1 + i], done);
  for (int i = 0; i < training->result_count; i++)
    if (!done[training->sorted[i]]) return_named(training, training->names[training->sorted[i]], done);
}

NnTraining *nn_training_ready(NnModel *model, const NnTargets *targets, Error *error) {
  NnTraining *training = model->training;
  if (targets->count != model->output_count) {
    if (model->output_count == 1)
      core_fail(error, ERROR_VALUE, "the model has one output; got targets for %d", targets->count);
    else if (targets->count > model->output_count)
      core_fail(error, ERROR_VALUE, "the model has %d outputs; got targets for %d", model->output_count, targets->count);
    else
      fail_path(0, error);
    return NULL;
  }
  if (training->resolved) return training;
  training->target_count = model->output_count;
  const bool fine = resolve_losses(model, training, targets, error) &&
                    add_metrics(model, &training->metrics_option, targets, false, error) &&
                    add_metrics(model, &training->weighted_option, targets, true, error);
  if (!fine || !name_results(model, training, error)) {
    forget_resolved(training);
    first_name(training, error);
    return NULL;
  }
  sort_names(training);
  order_results(training);
  training->resolved = true;
  return training;
}

bool nn_training_check_inputs(NnModel *model, NdArray *const *x, int x_count, int64_t batch, Error *error) {
  NnShape shapes[NN_MAX_INPUTS];
  if (x_count < 1 || x_count > NN_MAX_INPUTS)
    return core_fail(error, ERROR_VALUE, "a model takes 1 to %d input arrays; got %d", NN_MAX_INPUTS, x_count);
  for (int i = 0; i < x_count; i++) {
    if (x[i]->ndim < 1 || x[i]->ndim > NN_MAX_DIMS)
      return core_fail(error, ERROR_VALUE, "data has 1 to %d dimensions; got %d", NN_MAX_DIMS, x[i]->ndim);
    shapes[i] = nn_shape_of_array(x[i]);
    shapes[i].dims[0] = batch;
  }
  if (!model->layer.built && (x_count != 1 || !nn_model_build(model, &shapes[0], error)))
    return x_count == 1 ? false : core_fail(error, ERROR_VALUE, "A Sequential model takes one input; got %d", x_count);
  if (model->inputs == NULL) return core_fail(error, ERROR_VALUE, "model '%s' has no layers", model->layer.name);
  /* As in Keras, what fit, evaluate and predict run is made once, and made anew after compile(). */
  if (!model->ran && !nn_model_follow(model, error)) return false;
  model->ran = true;
  return nn_layer_check_input(&model->layer, shapes, x_count, false, error) &&
         nn_model_fit_sizes(model, shapes, x_count, error);
}

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
  for (int i = 0; i < model->input_count; i++) copied = copied || model->inputs[i] != model->shown_inputs[i];
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

/* ---- Results of a pass ---- */

void nn_training_reset(NnTraining *training) {
  memset(training->sums, 0, sizeof training->sums);
  training->rows = training->batches = 0;
  for (int i = 0; i < training->metric_count; i++) nn_accumulator_reset(&training->metrics[i].seen);
}

static bool take_metric(NnTrainedMetric *metric, const NnPlan *plan, const NnTargets *targets, int *at, Error *error) {
  const bool state = nn_metric_has_state(metric->metric),
             weighted = metric->masked || (metric->weighted && targets->weighted[metric->target]);
  const int first = *at, last = first + (state ? 2 : 1);
  const float *weights = weighted ? nn_plan_output(plan, last) : NULL;
  const int64_t weight_count = weighted ? nn_plan_output_size(plan, last) : 0;
  *at = last + weighted;
  if (!state)
    return nn_accumulator_add(&metric->seen, nn_plan_output(plan, first), nn_plan_output_size(plan, first), weights,
                              weight_count, error);
  const NnShape *y_pred = nn_plan_output_shape(plan, first + 1);
  NnSeen seen = {.y_true = nn_plan_output(plan, first), .y_pred = nn_plan_output(plan, first + 1), .weights = weights,
                 .weight_count = weight_count, .columns = y_pred->rank > 1 ? y_pred->dims[y_pred->rank - 1] : 1};
  const int64_t size = nn_plan_output_size(plan, first + 1), true_size = nn_plan_output_size(plan, first);
  seen.rows = seen.columns > 0 ? size / seen.columns : 0;
  seen.true_columns = true_size == size ? seen.columns : seen.rows > 0 ? true_size / seen.rows : 0;
  return nn_accumulator_update(&metric->seen, metric->metric, &seen, error);
}

bool nn_training_take(NnTraining *training, const NnPlan *plan, const NnTargets *targets, int64_t rows, Error *error) {
  int at = 0;
  training->rows += (double)rows;
  training->batches++;
  training->sums[0] += nn_plan_loss(plan) * (double)rows;
  for (; at < training->shown_losses; at++) training->sums[1 + at] += nn_plan_output_mean(plan, at);
  for (int i = 0; i < training->metric_count; i++)
    if (!take_metric(&training->metrics[i], plan, targets, &at, error)) return false;
  return true;
}

double nn_training_value(const NnTraining *training, int index) {
  if (index <= training->shown_losses && training->batches == 0) return 0;
  if (index <= training->shown_losses) return training->sums[index] / (index == 0 ? training->rows : training->batches);
  const NnTrainedMetric *metric = &training->metrics[index - 1 - training->shown_losses];
  double value = 0;
  nn_accumulator_results(&metric->seen, metric->metric, &value);
  return value;
}
