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
  nn_object_release(training->loss);
  training->loss = NULL;
  for (int i = 0; i < training->metric_count; i++) nn_object_release(training->metrics[i]);
  for (int i = 0; i < NN_MAX_RESULTS; i++) {
    core_free(training->names[i]);
    training->names[i] = NULL;
  }
  training->metric_count = 0;
  training->resolved = false;
}

void nn_training_free(NnTraining *training) {
  if (training == NULL) return;
  forget_resolved(training);
  nn_option_clear(&training->loss_option);
  nn_option_clear(&training->metrics_option);
  if (training->optimizer != NULL) nn_object_release(&training->optimizer->object);
  core_free(training);
}

bool nn_model_compile(NnModel *model, const NnCompileOptions *options, Error *error) {
  NnTraining *training = core_alloc_zero(1, sizeof *training);
  if (training == NULL) return core_fail_memory(error, sizeof *training);
  if (options->optimizer.tag == NN_OPTION_NONE)
    training->optimizer = nn_optimizer_new(nn_find(NN_OPTIMIZER, "rmsprop"), NULL, error);
  else
    training->optimizer = (NnOptimizer *)nn_object_from_option(NN_OPTIMIZER, &options->optimizer, error);
  bool fine = training->optimizer != NULL && nn_option_copy(&options->loss, &training->loss_option, error) &&
              nn_option_copy(&options->metrics, &training->metrics_option, error);
  if (fine && (training->names[0] = core_strdup("loss")) == NULL) fine = core_fail_memory(error, 5);
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
  return model->training != NULL && model->training->metrics_option.tag != NN_OPTION_NONE;
}

NnObject *nn_model_optimizer(const NnModel *model) {
  return model->training != NULL ? &model->training->optimizer->object : NULL;
}

int nn_metric_names(const NnModel *model, const char *const **names) {
  const NnTraining *training = model->training;
  if (training == NULL) {
    *names = NULL;
    return 0;
  }
  *names = (const char *const *)training->names;
  return 1 + training->metric_count;
}

/* loss= for the one output: a string, an object, or a list of one. */
static NnObject *resolve_loss(const NnOption *option, const NnShape *y_true, const NnShape *y_pred, Error *error) {
  if (option->tag == NN_OPTION_LIST && option->as.list.count == 1) option = &option->as.list.items[0];
  if (option->tag == NN_OPTION_STRING &&
      (strcasecmp(option->as.string, "crossentropy") == 0 || strcasecmp(option->as.string, "ce") == 0)) {
    /* keras/src/trainers/compile_utils.py, get_loss: by shapes, as 'accuracy'. */
    char *name = NULL;
    NnOption any = nn_option_string("accuracy");
    NnObject *like = nn_metric_resolve(&any, y_true, y_pred, &name, error);
    nn_option_clear(&any);
    core_free(name);
    if (like == NULL) return NULL;
    const char *loss = like->row->name[0] == 'B'   ? "BinaryCrossentropy"
                       : like->row->name[0] == 'S' ? "SparseCategoricalCrossentropy"
                                                   : "CategoricalCrossentropy";
    nn_object_release(like);
    return nn_object_new(nn_find(NN_LOSS, loss), NULL, error);
  }
  if (option->tag == NN_OPTION_NONE) {
    core_fail(error, ERROR_VALUE, "No loss to compute. Provide a `loss` argument in `compile()`.");
    return NULL;
  }
  if (option->tag == NN_OPTION_CALLABLE) {
    core_fail(error, ERROR_NOT_IMPLEMENTED, "a function of your own as a loss is not implemented");
    return NULL;
  }
  if (option->tag == NN_OPTION_LIST) {
    core_fail(error, ERROR_VALUE, "The model has one output, and `loss` is a list of %d", option->as.list.count);
    return NULL;
  }
  return nn_object_from_option(NN_LOSS, option, error);
}

/* A name that was given before gets _1, _2, ...: compile_utils.py, CompileMetrics.result. */
static char *unique_name(const NnTraining *training, char *name) {
  int same = 0;
  for (int i = 0; i < training->metric_count; i++) {
    const size_t length = strlen(name);
    const char *other = training->names[1 + i];
    if (strncmp(other, name, length) == 0 && (other[length] == '\0' || other[length] == '_')) {
      const char *rest = other + length;
      if (*rest == '_' && strspn(rest + 1, "0123456789") != strlen(rest + 1)) continue;
      same++;
    }
  }
  if (same == 0) return name;
  Text text = {0};
  text_addf(&text, "%s_%d", name, same);
  core_free(name);
  return text_take(&text);
}

static bool add_metric(NnTraining *training, const NnOption *option, const NnShape *y_true, const NnShape *y_pred,
                       Error *error) {
  if (option->tag == NN_OPTION_LIST) {
    for (int i = 0; i < option->as.list.count; i++)
      if (!add_metric(training, &option->as.list.items[i], y_true, y_pred, error)) return false;
    return true;
  }
  if (training->metric_count + 2 > NN_MAX_RESULTS)
    return core_fail(error, ERROR_VALUE, "at most %d metrics are supported", NN_MAX_RESULTS - 1);
  char *name = NULL;
  NnObject *metric = nn_metric_resolve(option, y_true, y_pred, &name, error);
  if (metric == NULL) return false;
  name = unique_name(training, name);
  if (name == NULL) {
    nn_object_release(metric);
    return core_fail_memory(error, 64);
  }
  training->metrics[training->metric_count] = metric;
  training->names[1 + training->metric_count++] = name;
  return true;
}

static void sort_names(NnTraining *training) {
  for (int i = 0; i <= training->metric_count; i++) {
    int at = i;
    while (at > 0 && strcmp(training->names[training->sorted[at - 1]], training->names[i]) > 0) {
      training->sorted[at] = training->sorted[at - 1];
      at--;
    }
    training->sorted[at] = i;
  }
}

NnTraining *nn_training_ready(NnModel *model, const NnShape *y_true, Error *error) {
  NnTraining *training = model->training;
  if (training == NULL) {
    core_fail(error, ERROR_VALUE, "You must call `compile()` before using the model.");
    return NULL;
  }
  if (training->resolved) return training;
  if (model->output_count != 1) {
    core_fail(error, ERROR_NOT_IMPLEMENTED, "training a model with %d outputs is not implemented", model->output_count);
    return NULL;
  }
  const NnShape *y_pred = &model->outputs[0]->shape;
  training->loss = resolve_loss(&training->loss_option, y_true, y_pred, error);
  bool fine = training->loss != NULL;
  if (fine && training->metrics_option.tag != NN_OPTION_NONE)
    fine = add_metric(training, &training->metrics_option, y_true, y_pred, error);
  if (fine && training->names[0] == NULL && (training->names[0] = core_strdup("loss")) == NULL)
    fine = core_fail_memory(error, 5);
  if (!fine) {
    forget_resolved(training);
    training->names[0] = core_strdup("loss");
    return NULL;
  }
  sort_names(training);
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
  return nn_layer_check_input(&model->layer, shapes, x_count, false, error);
}

NnShape nn_target_shape(const NdArray *y) {
  NnShape shape = nn_shape_of_array(y);
  if (shape.rank > 0) shape.dims[0] = -1;
  return shape;
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

/* A model inside the model, or one whose graph was copied for another batch, has calls that the plan does not see. */
static bool check_activity_losses(const NnModel *model, Error *error) {
  bool copied = false;
  for (int i = 0; i < model->input_count; i++) copied = copied || model->inputs[i] != model->shown_inputs[i];
  for (int i = 0; i < nn_model_layer_count(model); i++) {
    const NnLayer *layer = nn_model_layer(model, i);
    if (!(copied || nn_layer_is_model(&layer->object)) || !nn_layer_has_activity_loss(layer)) continue;
    core_fail(error, ERROR_NOT_IMPLEMENTED, "layer '%s': activity_regularizer is not there for %s", layer->name,
              copied ? "an Input with a batch_size" : "a layer of a model inside a model");
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
  int nodes = 0;
  NnTensor **list = nn_graph_nodes(model->outputs, model->output_count, &nodes, error);
  bool fine = list != NULL;
  for (int i = 0; fine && i < nodes; i++) {
    const NnCall *call = list[i]->call;
    for (int k = 0; fine && call != NULL && list[i]->call_output == 0 && k < call->loss_count; k++)
      fine = parts_add(call->losses[k]->shape.rank ? samples : penalties, nn_tensor_retain(call->losses[k]), error);
  }
  core_free(list);
  return fine;
}

NnPlan *nn_training_plan(NnModel *model, NnTraining *training, const NnShape *y_true, bool update, int64_t batch,
                         Error *error) {
  Parts inputs = {0}, losses = {0}, penalties = {0}, metrics = {0};
  NnPlan *plan = NULL;
  for (int i = 0; i < model->input_count; i++)
    if (!parts_add(&inputs, nn_tensor_retain(model->inputs[i]), error)) goto done;
  NnTensor *target = nn_tensor_input(y_true, ND_FLOAT32, "y_true", error), *output = model->outputs[0];
  if (!parts_add(&inputs, target, error)) goto done;
  if (output->mask != NULL) { /* Keras would leave masked steps out of the loss */
    core_fail(error, ERROR_NOT_IMPLEMENTED, "a loss on an output with masked steps is not supported");
    goto done;
  }
  NnTensor *loss = nn_loss_expand(training->loss, target, output, error);
  if (loss == NULL) goto done;
  const char *reduction = nn_option_text(training->loss, "reduction");
  if (reduction == NULL || strcmp(reduction, "none") == 0) {
    nn_tensor_release(loss);
    core_fail(error, ERROR_VALUE, "A loss with reduction=None gives a number a sample, and training needs one number");
    goto done;
  }
  if (strcmp(reduction, "sum") == 0) {
    NnTensor *sum = nn_op1("sum_all", loss, error);
    nn_tensor_release(loss);
    if (!parts_add(&penalties, sum, error)) goto done;
  } else if (!parts_add(&losses, loss, error)) {
    goto done;
  }
  for (int i = 0; i < training->metric_count; i++)
    if (!parts_add(&metrics, nn_metric_expand(training->metrics[i], target, output, error), error)) goto done;
  if (!add_penalties(model, &penalties, &losses, error)) goto done;
  NnPlanSpec spec = {
      .inputs = inputs.items, .input_count = inputs.count, .outputs = metrics.items, .output_count = metrics.count,
      .losses = losses.items, .loss_count = losses.count, .penalties = penalties.items, .penalty_count = penalties.count,
      .training = update, .gradients = update, .precision = NN_FLOAT32, .largest_batch = batch};
  if (update) {
    const int count = nn_model_variable_count(model);
    NnVariable **trainable = core_alloc_zero((size_t)count + 1, sizeof *trainable);
    int found = 0;
    if (trainable == NULL) {
      core_fail_memory(error, sizeof *trainable);
      goto done;
    }
    for (int i = 0; i < count; i++)
      if (nn_model_variable(model, i)->trainable) trainable[found++] = nn_model_variable(model, i);
    const bool built = nn_optimizer_build(training->optimizer, trainable, found, error);
    core_free(trainable);
    if (!built) goto done;
    spec.optimizer = training->optimizer;
    spec.seed = nn_next_seed();
  }
  plan = nn_plan_new(&spec, error);
done:
  parts_free(&inputs);
  parts_free(&losses);
  parts_free(&penalties);
  parts_free(&metrics);
  return plan;
}

void nn_means_add(NnMeans *means, const NnPlan *plan, int metric_count, int64_t batch) {
  means->count = 1 + metric_count;
  for (int i = 0; i < means->count; i++) {
    const double value = i == 0 ? nn_plan_loss(plan) : nn_plan_output_mean(plan, i - 1);
    means->sums[i] += value * (double)batch;
    means->weights[i] += (double)batch;
  }
}

double nn_means_value(const NnMeans *means, int index) {
  return means->weights[index] > 0 ? means->sums[index] / means->weights[index] : 0;
}
