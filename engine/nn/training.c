/* compile(): an optimizer, a loss and metrics for a model, resolved with the first data; and the results of a pass. */
#include "engine/nn/training.h"

#include <string.h>
#include <strings.h>

#include "engine/core/memory.h"
#include "engine/nn/metric.h"
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

/* Targets for the first outputs alone are enough where the others have None for a loss. */
static bool only_first(const NnOption *losses, int targets, int outputs) {
  if (losses->tag != NN_OPTION_LIST || losses->as.list.count != outputs) return false;
  for (int i = targets; i < outputs; i++)
    if (losses->as.list.items[i].tag != NN_OPTION_NONE) return false;
  return targets > 0;
}

static bool resolve_losses(NnModel *model, NnTraining *training, const NnTargets *targets, Error *error) {
  static const NnOption none;
  const NnOption *given = &training->loss_option, *weights = &training->loss_weights_option;
  const int outputs = training->target_count;
  const bool each = given->tag == NN_OPTION_LIST && model->output_count > 1;
  if (each && given->as.list.count != outputs && !only_first(given, outputs, model->output_count))
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
  if (model->output_count > 1) text_addf(&text, "%s_", nn_model_output_name(model, target));
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
  const int outputs = model->output_count;
  if (option->tag == NN_OPTION_NONE) return true;
  if (outputs == 1) return add_metric(model, option, targets, 0, weighted, error);
  if (option->tag != NN_OPTION_LIST || (option->as.list.count != outputs && option->as.list.count != 0)) {
    core_fail(error, ERROR_VALUE, "Invalid `%s`. `%s` should contain metrics objects and either be a dict or a list matching "
              "the output names of the functional model", weighted ? "weighted_metrics" : "metrics",
              weighted ? "weighted_metrics" : "metrics");
    return core_hint(error, "give a list of %d entries, one an output, or a dict by output name", outputs);
  }
  for (int i = 0; i < option->as.list.count; i++) {
    if (i >= targets->count && option->as.list.items[i].tag != NN_OPTION_NONE) return fail_path(i, error);
    if (!add_metric(model, &option->as.list.items[i], targets, i, weighted, error)) return false;
  }
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
  if (targets->count != model->output_count &&
      !(targets->count < model->output_count && only_first(&training->loss_option, targets->count, model->output_count))) {
    if (model->output_count == 1)
      core_fail(error, ERROR_VALUE, "the model has one output; got targets for %d", targets->count);
    else if (targets->count > model->output_count)
      core_fail(error, ERROR_VALUE, "the model has %d outputs; got targets for %d", model->output_count, targets->count);
    else
      fail_path(0, error);
    return NULL;
  }
  if (training->resolved) return training;
  training->target_count = targets->count;
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
