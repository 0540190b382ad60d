/* SGD, RMSprop and Adam, and what all optimizers share: a rate, a counter, slots. */
#include "engine/nn/optimizer.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/compute/kernels.h"
#include "engine/compute/kernels_plain.h"
#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/model.h"
#include "engine/nn/naming.h"

#include "engine/nn/real_float.h"
#include "engine/nn/optimizer.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/optimizer.inc"

/* ---- rows ---- */

static int sgd_slots(const NnObject *self, const char *names[NN_MAX_SLOTS]) {
  names[0] = "momentum";
  return nn_option_double(self, "momentum") != 0;
}

static void sgd_prepare(const NnObject *self, double rate, int64_t iteration, NnUpdate *update) {
  update->rate = rate;
  update->momentum = nn_option_double(self, "momentum");
  update->nesterov = nn_option_bool(self, "nesterov");
}

static int rmsprop_slots(const NnObject *self, const char *names[NN_MAX_SLOTS]) {
  int count = 0;
  names[count++] = "velocity";
  if (nn_option_double(self, "momentum") > 0) names[count++] = "momentum";
  if (nn_option_bool(self, "centered")) names[count++] = "average_gradient";
  return count;
}

static void rmsprop_prepare(const NnObject *self, double rate, int64_t iteration, NnUpdate *update) {
  update->rate = rate;
  update->rho = nn_option_double(self, "rho");
  update->momentum = nn_option_double(self, "momentum");
  update->epsilon = nn_option_double(self, "epsilon");
  update->centered = nn_option_bool(self, "centered");
}

static int adam_slots(const NnObject *self, const char *names[NN_MAX_SLOTS]) {
  names[0] = "momentum";
  names[1] = "velocity";
  names[2] = "velocity_hat";
  return nn_option_bool(self, "amsgrad") ? 3 : 2;
}

/* The corrections are computed in float32, as Keras does: 1 - 0.999 is 6e-5 off there, and so is every first step. */
static void adam_prepare(const NnObject *self, double rate, int64_t iteration, NnUpdate *update) {
  const float step = (float)(iteration + 1);
  update->rate = rate;
  update->beta_1 = nn_option_double(self, "beta_1");
  update->beta_2 = nn_option_double(self, "beta_2");
  update->epsilon = nn_option_double(self, "epsilon");
  update->amsgrad = nn_option_bool(self, "amsgrad");
  const float power_1 = powf((float)update->beta_1, step), power_2 = powf((float)update->beta_2, step);
  update->alpha = (float)rate * sqrtf(1 - power_2) / (1 - power_1);
}

static bool is_none(const NnObject *object, const char *parameter) {
  const NnOption *option = nn_option(object, parameter);
  return option == NULL || option->tag == NN_OPTION_NONE;
}

/* What keras/src/optimizers/base_optimizer.py refuses, and what is not here yet. */
static bool check_common(NnObject *object, Error *error) {
  const NnOption *rate = nn_option(object, "learning_rate");
  if (rate == NULL || rate->tag != NN_OPTION_FLOAT) {
    Text shown = {0};
    if (rate != NULL) nn_option_show(&shown, rate);
    core_fail(error, ERROR_VALUE,
              "Argument `learning_rate` should be float, or an instance of LearningRateSchedule, or a callable (that takes "
              "in the current iteration value and returns the corresponding learning rate value). Received instead: "
              "learning_rate=%s", text_string(&shown));
    if (rate != NULL && rate->tag == NN_OPTION_INT) core_hint(error, "write it with a point: %s.0", text_string(&shown));
    text_free(&shown);
    return false;
  }
  const int clips = !is_none(object, "clipnorm") + !is_none(object, "clipvalue") + !is_none(object, "global_clipnorm");
  if (clips > 1) {
    Text shown = {0};
    static const char *const names[] = {"clipnorm", "clipvalue", "global_clipnorm"};
    for (int i = 0; i < 3; i++) {
      text_addf(&shown, "%s%s=", i ? ", " : "", names[i]);
      nn_option_show(&shown, nn_option(object, names[i]));
    }
    core_fail(error, ERROR_VALUE, "Only one of `clipnorm`, `clipvalue` and `global_clipnorm` can be set. Received: %s",
              text_string(&shown));
    text_free(&shown);
    return false;
  }
  static const char *const later[] = {"loss_scale_factor", "gradient_accumulation_steps", "ema_overwrite_frequency"};
  for (size_t i = 0; i < sizeof later / sizeof *later; i++)
    if (!is_none(object, later[i]))
      return core_fail(error, ERROR_NOT_IMPLEMENTED, "%s: `%s` is not implemented", object->row->name, later[i]);
  if (nn_option_bool(object, "use_ema"))
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "%s: `use_ema` is not implemented", object->row->name);
  return true;
}

static bool check_sgd(NnObject *object, Error *error) {
  const NnOption *momentum = nn_option(object, "momentum");
  if (momentum == NULL || momentum->tag != NN_OPTION_FLOAT || !(momentum->as.real >= 0 && momentum->as.real <= 1))
    return core_fail(error, ERROR_VALUE, "`momentum` must be a float between [0, 1].");
  return check_common(object, error);
}

#define COMMON                                                                                                \
  "weight_decay=None, clipnorm=None, clipvalue=None, global_clipnorm=None, use_ema=False, ema_momentum=0.99, " \
  "ema_overwrite_frequency=None, loss_scale_factor=None, gradient_accumulation_steps=None, name=None"
#define COMMON_CONFIG                                                                                        \
  "name|learning_rate|weight_decay|clipnorm|global_clipnorm|clipvalue|use_ema|ema_momentum|"                 \
  "ema_overwrite_frequency|loss_scale_factor|gradient_accumulation_steps|"

static const NnOptimizerHandlers sgd_handlers = {sgd_slots, sgd_prepare, sgd_update_float, sgd_update_double};
static const NnOptimizerHandlers rmsprop_handlers = {rmsprop_slots, rmsprop_prepare, rmsprop_update_float,
                                                     rmsprop_update_double};
static const NnOptimizerHandlers adam_handlers = {adam_slots, adam_prepare, adam_update_float, adam_update_double};

static const NnRow sgd_row = {
    .kind = NN_OPTIMIZER, .name = "SGD", .aliases = "sgd", .handlers = &sgd_handlers, .check = check_sgd,
    .signature = "learning_rate=0.01, momentum=0.0, nesterov=False, " COMMON,
    .config = COMMON_CONFIG "momentum|nesterov",
    .help = "Gradient descent, with momentum where asked."};
static const NnRow rmsprop_row = {
    .kind = NN_OPTIMIZER, .name = "RMSprop", .aliases = "rmsprop", .handlers = &rmsprop_handlers, .check = check_common,
    .signature = "learning_rate=0.001, rho=0.9, momentum=0.0, epsilon=1e-07, centered=False, " COMMON,
    .config = COMMON_CONFIG "rho|momentum|epsilon|centered",
    .help = "Divides each gradient by a running mean of its size."};
static const NnRow adam_row = {
    .kind = NN_OPTIMIZER, .name = "Adam", .aliases = "adam", .handlers = &adam_handlers, .check = check_common,
    .signature = "learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-07, amsgrad=False, " COMMON,
    .config = COMMON_CONFIG "beta_1|beta_2|epsilon|amsgrad",
    .help = "Momentum and RMSprop in one, with corrected starts."};
const NnRow *const nn_optimizer_rows[] = {&adam_row, &rmsprop_row, &sgd_row, NULL};

/* ---- the object ---- */

static void forget_slots(NnOptimizer *optimizer) {
  for (int i = 0; optimizer->variables != NULL && i < optimizer->variable_count; i++)
    nn_variable_release(optimizer->variables[i]);
  for (int i = 0; optimizer->slots != NULL && i < optimizer->variable_count * optimizer->slots_each; i++)
    if (optimizer->slots[i] != NULL) nn_variable_release(optimizer->slots[i]);
  core_free(optimizer->variables);
  core_free(optimizer->slots);
  optimizer->variables = NULL;
  optimizer->slots = NULL;
  optimizer->variable_count = 0;
  optimizer->built = false;
}

static void destroy(NnObject *object) {
  NnOptimizer *optimizer = (NnOptimizer *)object;
  forget_slots(optimizer);
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
  nn_optimizer_set_rate(&optimizer->object, nn_option_double(&optimizer->object, "learning_rate"));
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

static bool same_variables(const NnOptimizer *optimizer, NnVariable *const *variables, int count) {
  if (optimizer->variable_count != count) return false;
  for (int i = 0; i < count; i++)
    if (optimizer->variables[i] != variables[i]) return false;
  return true;
}

bool nn_optimizer_build(NnOptimizer *optimizer, NnVariable *const *variables, int count, Error *error) {
  if (optimizer->built) {
    if (same_variables(optimizer, variables, count)) return true;
    return core_fail(error, ERROR_VALUE,
                     "Unknown variable: the optimizer was built for other variables. This optimizer can only be called for "
                     "the variables it was originally built with. When working with a new set of variables, you should "
                     "recreate a new optimizer instance.");
  }
  const NnOptimizerHandlers *handlers = optimizer->object.row->handlers;
  const char *names[NN_MAX_SLOTS];
  const int each = handlers->slots(&optimizer->object, names);
  optimizer->variables = core_alloc_zero((size_t)count + 1, sizeof *optimizer->variables);
  optimizer->slots = core_alloc_zero((size_t)(count * each) + 1, sizeof *optimizer->slots);
  if (optimizer->variables == NULL || optimizer->slots == NULL) {
    forget_slots(optimizer);
    return core_fail_memory(error, sizeof(NnVariable *) * (size_t)(count * each));
  }
  optimizer->slots_each = each;
  optimizer->variable_count = count;
  for (int i = 0; i < count; i++) optimizer->variables[i] = nn_variable_retain(variables[i]);
  for (int i = 0; i < count * each; i++) {
    const NnVariable *like = variables[i / each];
    char path[512], name[256];
    snprintf(name, sizeof name, "%s_%s", like->path != NULL ? like->path : like->name, names[i % each]);
    for (char *at = name; *at; at++)
      if (*at == '/') *at = '_';
    snprintf(path, sizeof path, "%s/%s", optimizer->name, name);
    NdArray *zeros = nd_zeros(ND_FLOAT32, like->value->ndim, like->value->shape, error);
    if (zeros != NULL) optimizer->slots[i] = nn_variable_new(name, path, zeros, false, NULL, error);
    if (optimizer->slots[i] == NULL) {
      forget_slots(optimizer);
      return false;
    }
  }
  optimizer->built = true;
  return true;
}

int64_t nn_optimizer_parameter_count(const NnObject *object) {
  const NnOptimizer *optimizer = (const NnOptimizer *)object;
  if (object == NULL || !optimizer->built) return 0;
  int64_t count = 2;
  for (int i = 0; i < optimizer->variable_count * optimizer->slots_each; i++) count += optimizer->slots[i]->value->size;
  return count;
}
