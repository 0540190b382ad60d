/* What all optimizers share: a rate or a schedule of rates, a counter, slots, averages of the weights. */
#include "engine/nn/optimizer.h"

#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/model.h"
#include "engine/nn/naming.h"

const NnRow nn_schedule_row = {.kind = NN_SCHEDULE, .name = "LearningRateSchedule", .signature = "",
                               .help = "A learning rate that depends on the step."};

static void forget_list(NnVariable ***list, int count) {
  for (int i = 0; *list != NULL && i < count; i++)
    if ((*list)[i] != NULL) nn_variable_release((*list)[i]);
  core_free(*list);
  *list = NULL;
}

static void forget_slots(NnOptimizer *optimizer) {
  forget_list(&optimizer->slots, optimizer->variable_count * optimizer->slots_each);
  forget_list(&optimizer->accumulated, optimizer->variable_count);
  forget_list(&optimizer->average, optimizer->variable_count);
  forget_list(&optimizer->variables, optimizer->variable_count);
  optimizer->variable_count = 0;
  optimizer->built = false;
}

static void destroy(NnObject *object) {
  NnOptimizer *optimizer = (NnOptimizer *)object;
  forget_slots(optimizer);
  if (optimizer->schedule != NULL) nn_object_release(&optimizer->schedule->object);
  core_free(optimizer->name);
}

NnOptimizer *nn_optimizer_new(const NnRow *row, const NnOption *options, Error *error) {
  NnOptimizer *optimizer = core_alloc_zero(1, sizeof *optimizer);
  if (optimizer == NULL) {
    core_fail_memory(error, sizeof *optimizer);
    return NULL;
  }
  if (!nn_object_init(&optimizer->object, row, options, error)) {
    core_free(optimizer);
    return NULL;
  }
  optimizer->object.destroy = destroy;
  const char *given = nn_option_text(&optimizer->object, "name");
  optimizer->name = given != NULL ? core_strdup(given) : nn_auto_name(row->name, error);
  if (optimizer->name == NULL || (given == NULL && !nn_option_set(&optimizer->object, "name",
                                                                   nn_option_string(optimizer->name)))) {
    nn_object_release(&optimizer->object);
    core_fail_memory(error, sizeof *optimizer);
    return NULL;
  }
  const NnOption *rate = nn_option(&optimizer->object, "learning_rate");
  optimizer->averages = nn_option_bool(&optimizer->object, "use_ema");
  if (nn_option(&optimizer->object, "gradient_accumulation_steps")->tag == NN_OPTION_INT)
    optimizer->accumulate = nn_option_int(&optimizer->object, "gradient_accumulation_steps");
  if (rate->tag == NN_OPTION_OBJECT) optimizer->schedule = (NnSchedule *)nn_object_retain(rate->as.object);
  else nn_optimizer_set_rate(&optimizer->object, nn_option_double(&optimizer->object, "learning_rate"));
  return optimizer;
}

/* A rate is a float32 variable in Keras, so 0.001 reads back as 0.0010000000474974513. */
double nn_optimizer_rate(const NnObject *optimizer) {
  return ((const NnOptimizer *)optimizer)->rate;
}

void nn_optimizer_set_rate(NnObject *optimizer, double rate) {
  ((NnOptimizer *)optimizer)->rate = (double)(float)rate;
  nn_option_set(optimizer, "learning_rate", nn_option_real((double)(float)rate));
}

bool nn_optimizer_next_rate(NnOptimizer *optimizer, double *rate, Error *error) {
  if (optimizer->schedule != NULL) {
    double given;
    if (!optimizer->schedule->rate(optimizer->schedule, optimizer->iterations, &given, error)) return false;
    optimizer->rate = (double)(float)given;
  }
  *rate = optimizer->rate;
  return true;
}

bool nn_optimizer_knows(const NnOptimizer *optimizer, NnVariable *const *variables, int count, Error *error) {
  for (int i = 0; i < count; i++) {
    bool known = false;
    for (int k = 0; k < optimizer->variable_count && !known; k++) known = optimizer->variables[k] == variables[i];
    if (known) continue;
    const NnShape shape = nn_shape_of_array(variables[i]->value);
    char text[256];
    nn_shape_text(&shape, text, sizeof text);
    return core_fail(error, ERROR_VALUE,
                     "Unknown variable: <Variable path=%s, shape=%s, dtype=float32>. This optimizer can only be called for the "
                     "variables it was originally built with. When working with a new set of variables, you should recreate "
                     "a new optimizer instance.", variables[i]->path, text);
  }
  return true;
}

static bool make_slot(const NnOptimizer *optimizer, const NnVariable *like, const char *kind, double first,
                      NnVariable **to, Error *error) {
  char path[512], name[256];
  snprintf(name, sizeof name, "%s_%s", like->path != NULL ? like->path : like->name, kind);
  for (char *at = name; *at; at++)
    if (*at == '/') *at = '_';
  snprintf(path, sizeof path, "%s/%s", optimizer->name, name);
  NdArray *values = nd_zeros(ND_FLOAT32, like->value->ndim, like->value->shape, error);
  for (int64_t i = 0; values != NULL && first != 0 && i < values->size; i++)
    ((float *)(void *)values->data)[i] = (float)first;
  if (values != NULL) *to = nn_variable_new(name, path, values, false, NULL, error);
  return *to != NULL;
}

bool nn_optimizer_build(NnOptimizer *optimizer, NnVariable *const *variables, int count, Error *error) {
  if (optimizer->built) return nn_optimizer_knows(optimizer, variables, count, error);
  const NnOptimizerHandlers *handlers = optimizer->object.row->handlers;
  const char *names[NN_MAX_SLOTS];
  const int each = handlers->slots(&optimizer->object, names);
  optimizer->variables = core_alloc_zero((size_t)count + 1, sizeof *optimizer->variables);
  optimizer->slots = core_alloc_zero((size_t)(count * each) + 1, sizeof *optimizer->slots);
  bool fine = optimizer->variables != NULL && optimizer->slots != NULL;
  if (optimizer->accumulate > 0) {
    optimizer->accumulated = core_alloc_zero((size_t)count + 1, sizeof *optimizer->accumulated);
    fine = fine && optimizer->accumulated != NULL;
  }
  if (optimizer->averages) {
    optimizer->average = core_alloc_zero((size_t)count + 1, sizeof *optimizer->average);
    fine = fine && optimizer->average != NULL;
  }
  if (!fine) {
    forget_slots(optimizer);
    return core_fail_memory(error, sizeof(NnVariable *) * (size_t)(count * each));
  }
  optimizer->slots_each = each;
  optimizer->variable_count = count;
  for (int i = 0; i < count; i++) optimizer->variables[i] = nn_variable_retain(variables[i]);
  for (int i = 0; fine && i < count; i++) {
    if (optimizer->average != NULL)
      fine = make_slot(optimizer, variables[i], "average", 0, &optimizer->average[i], error);
    if (fine && optimizer->accumulated != NULL)
      fine = make_slot(optimizer, variables[i], "gradient_accumulator", 0, &optimizer->accumulated[i], error);
    for (int s = 0; fine && s < each; s++)
      fine = make_slot(optimizer, variables[i], names[s],
                       handlers->first != NULL ? handlers->first(&optimizer->object, s) : 0,
                       &optimizer->slots[i * each + s], error);
  }
  if (!fine) {
    forget_slots(optimizer);
    return false;
  }
  optimizer->built = true;
  return true;
}

static float *values_of(const NnVariable *variable) { return (float *)(void *)variable->value->data; }

void nn_optimizer_average(NnOptimizer *optimizer, int64_t iteration) {
  if (optimizer->average == NULL) return;
  /* The first average is the weight itself. */
  const float momentum = iteration == 0 ? 0 : (float)nn_option_double(&optimizer->object, "ema_momentum");
  const NnOption *often = nn_option(&optimizer->object, "ema_overwrite_frequency");
  const bool overwrite = often->tag == NN_OPTION_INT && (iteration + 1) % often->as.integer == 0;
  for (int v = 0; v < optimizer->variable_count; v++) {
    float *weight = values_of(optimizer->variables[v]), *average = values_of(optimizer->average[v]);
    const int64_t n = optimizer->variables[v]->value->size;
    for (int64_t i = 0; i < n; i++) average[i] = momentum * average[i] + (1 - momentum) * weight[i];
    if (overwrite) memcpy(weight, average, (size_t)n * sizeof *weight);
  }
}

void nn_optimizer_finish(NnOptimizer *optimizer) {
  for (int v = 0; optimizer->average != NULL && v < optimizer->variable_count; v++)
    memcpy(values_of(optimizer->variables[v]), values_of(optimizer->average[v]),
           (size_t)optimizer->variables[v]->value->size * sizeof(float));
}

int nn_optimizer_variable_count(const NnOptimizer *optimizer) {
  const int lists = optimizer->slots_each + (optimizer->average != NULL) + (optimizer->accumulated != NULL);
  return optimizer->built ? optimizer->variable_count * lists : 0;
}

NnVariable *nn_optimizer_variable(const NnOptimizer *optimizer, int index) {
  if (optimizer->average != NULL) {
    if (index < optimizer->variable_count) return optimizer->average[index];
    index -= optimizer->variable_count;
  }
  if (optimizer->accumulated != NULL) {
    if (index < optimizer->variable_count) return optimizer->accumulated[index];
    index -= optimizer->variable_count;
  }
  return optimizer->slots[index];
}

int64_t nn_optimizer_parameter_count(const NnObject *object) {
  const NnOptimizer *optimizer = (const NnOptimizer *)object;
  if (object == NULL || !optimizer->built) return 0;
  int64_t count = optimizer->schedule != NULL ? 1 : 2;
  for (int i = 0; i < nn_optimizer_variable_count(optimizer); i++)
    count += nn_optimizer_variable(optimizer, i)->value->size;
  return count;
}
