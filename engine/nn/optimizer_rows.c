/* The rows of optimizers: their options, the scalars of a step, and which update they run. */
#include <math.h>
#include <string.h>

#include "engine/compute/kernels.h"
#include "engine/compute/kernels_plain.h"
#include "engine/core/memory.h"
#include "engine/nn/optimizer.h"

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

static int two_slots(const char *names[NN_MAX_SLOTS], const char *first, const char *second) {
  names[0] = first;
  names[1] = second;
  return 2;
}

static int adamax_slots(const NnObject *self, const char *names[NN_MAX_SLOTS]) {
  return two_slots(names, "momentum", "norm");
}

static void adamax_prepare(const NnObject *self, double rate, int64_t iteration, NnUpdate *update) {
  update->rate = rate;
  update->beta_1 = nn_option_double(self, "beta_1");
  update->beta_2 = nn_option_double(self, "beta_2");
  update->epsilon = nn_option_double(self, "epsilon");
  update->alpha = 1 - powf((float)update->beta_1, (float)(iteration + 1));
}

static int nadam_slots(const NnObject *self, const char *names[NN_MAX_SLOTS]) {
  return two_slots(names, "momentum", "velocity");
}

/* How much of beta_1 counts at a step (from 1), and the product of all up to it, which is kept from step to step. */
static float nadam_share(const NnObject *self, int64_t step) {
  return (float)nn_option_double(self, "beta_1") * (1 - 0.5f * powf(0.96f, (float)step));
}

static void nadam_prepare(const NnObject *self, double rate, int64_t iteration, NnUpdate *update) {
  NnOptimizer *optimizer = (NnOptimizer *)self; /* the product is a cache: it follows from the iteration */
  if (optimizer->product_steps > iteration || optimizer->product_steps == 0) {
    optimizer->product = 1;
    optimizer->product_steps = 0;
  }
  while (optimizer->product_steps <= iteration)
    optimizer->product *= nadam_share(self, ++optimizer->product_steps);
  const float now = nadam_share(self, iteration + 1), next = nadam_share(self, iteration + 2);
  const float product = optimizer->product, further = product * next;
  update->rate = rate;
  update->beta_1 = nn_option_double(self, "beta_1");
  update->beta_2 = nn_option_double(self, "beta_2");
  update->epsilon = nn_option_double(self, "epsilon");
  update->more[0] = next / (1 - further);
  update->more[1] = (1 - now) / (1 - product);
  update->more[2] = 1 - powf((float)update->beta_2, (float)(iteration + 1));
}

static int adagrad_slots(const NnObject *self, const char *names[NN_MAX_SLOTS]) {
  names[0] = "accumulator";
  return 1;
}

static void adagrad_prepare(const NnObject *self, double rate, int64_t iteration, NnUpdate *update) {
  update->rate = rate;
  update->epsilon = nn_option_double(self, "epsilon");
}

static int adadelta_slots(const NnObject *self, const char *names[NN_MAX_SLOTS]) {
  return two_slots(names, "accumulated_grad", "accumulated_delta_var");
}

static void adadelta_prepare(const NnObject *self, double rate, int64_t iteration, NnUpdate *update) {
  update->rate = rate;
  update->rho = nn_option_double(self, "rho");
  update->epsilon = nn_option_double(self, "epsilon");
}

static int ftrl_slots(const NnObject *self, const char *names[NN_MAX_SLOTS]) {
  return two_slots(names, "accumulator", "linear");
}

static void ftrl_prepare(const NnObject *self, double rate, int64_t iteration, NnUpdate *update) {
  update->rate = rate;
  update->more[0] = -nn_option_double(self, "learning_rate_power");
  update->more[1] = nn_option_double(self, "l1_regularization_strength");
  update->more[2] = 2 * (nn_option_double(self, "l2_regularization_strength") + nn_option_double(self, "beta") / (2 * rate));
  update->more[3] = 2 * nn_option_double(self, "l2_shrinkage_regularization_strength");
}

static double initial_accumulator(const NnObject *self, int slot) {
  return slot == 0 ? nn_option_double(self, "initial_accumulator_value") : 0;
}

static int lion_slots(const NnObject *self, const char *names[NN_MAX_SLOTS]) {
  names[0] = "momentum";
  return 1;
}

static void lion_prepare(const NnObject *self, double rate, int64_t iteration, NnUpdate *update) {
  update->rate = rate;
  update->beta_1 = nn_option_double(self, "beta_1");
  update->beta_2 = nn_option_double(self, "beta_2");
}

/* Where squares of gradients are kept: see NnOptimizerHandlers.squares. */
static double adam_squares(const NnObject *self, int *slot) {
  const float taken = 1 - (float)nn_option_double(self, "beta_2"); /* as the update has it */
  *slot = 1;
  return (double)taken / (1 - (double)taken);
}
#define nadam_squares adam_squares

static double rmsprop_squares(const NnObject *self, int *slot) {
  const float kept = (float)nn_option_double(self, "rho"), taken = 1 - kept;
  *slot = 0;
  return (double)taken / (double)kept;
}
#define adadelta_squares rmsprop_squares

static double adagrad_squares(const NnObject *self, int *slot) {
  *slot = 0;
  return 1;
}
#define sgd_squares NULL
#define adamax_squares NULL
#define ftrl_squares NULL
#define lion_squares NULL

static bool is_none(const NnObject *object, const char *parameter) {
  const NnOption *option = nn_option(object, parameter);
  return option == NULL || option->tag == NN_OPTION_NONE;
}

static bool check_ema(const NnObject *object, Error *error) {
  double momentum = 0;
  Text shown = {0};
  if (!nn_option_number(nn_option(object, "ema_momentum"), &momentum) || momentum > 1 || momentum < 0) {
    nn_option_show(&shown, nn_option(object, "ema_momentum"));
    core_fail(error, ERROR_VALUE, "`ema_momentum` must be in the range [0, 1]. Received: ema_momentum=%s",
              text_string(&shown));
    text_free(&shown);
    return false;
  }
  const NnOption *often = nn_option(object, "ema_overwrite_frequency");
  if (is_none(object, "ema_overwrite_frequency") || (often->tag == NN_OPTION_INT && often->as.integer >= 1)) return true;
  nn_option_show(&shown, often);
  core_fail(error, ERROR_VALUE,
            "`ema_overwrite_frequency` must be an integer >= 1 or None. Received: ema_overwrite_frequency=%s",
            text_string(&shown));
  text_free(&shown);
  return false;
}

/* What keras/src/optimizers/base_optimizer.py refuses. */
static bool check_common(NnObject *object, Error *error) {
  const NnOption *rate = nn_option(object, "learning_rate");
  const bool scheduled = rate != NULL && rate->tag == NN_OPTION_OBJECT && rate->as.object->row->kind == NN_SCHEDULE;
  if (rate == NULL || (rate->tag != NN_OPTION_FLOAT && !scheduled)) {
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
  int64_t steps = 0;
  const NnOption *accumulate = nn_option(object, "gradient_accumulation_steps");
  if (!is_none(object, "gradient_accumulation_steps")) {
    steps = accumulate->tag == NN_OPTION_INT ? accumulate->as.integer : -1;
    if (steps != 0 && steps < 2) {
      Text shown = {0};
      nn_option_show(&shown, accumulate);
      core_fail(error, ERROR_VALUE,
                "`gradient_accumulation_steps` must be an integer >= 2. Received: gradient_accumulation_steps=%s",
                text_string(&shown));
      text_free(&shown);
      return false;
    }
  }
  return !nn_option_bool(object, "use_ema") || check_ema(object, error);
}

static bool check_sgd(NnObject *object, Error *error) {
  const NnOption *momentum = nn_option(object, "momentum");
  if (momentum == NULL || momentum->tag != NN_OPTION_FLOAT || !(momentum->as.real >= 0 && momentum->as.real <= 1))
    return core_fail(error, ERROR_VALUE, "`momentum` must be a float between [0, 1].");
  return check_common(object, error);
}

static bool check_adamw(NnObject *object, Error *error) {
  if (is_none(object, "weight_decay"))
    return core_fail(error, ERROR_VALUE, "Argument `weight_decay` must be a float. Received: weight_decay=None");
  return check_common(object, error);
}

static bool check_lion(NnObject *object, Error *error) {
  const double beta = nn_option_double(object, "beta_1");
  if (!(beta <= 0) && !(beta > 1)) return check_common(object, error);
  Text shown = {0};
  nn_option_show(&shown, nn_option(object, "beta_1"));
  core_fail(error, ERROR_VALUE,
            "Argument `beta_1` must be in the [0, 1] range. Otherwise, the optimizer degenerates to SignSGD. Received: "
            "beta_1=%s.", text_string(&shown));
  text_free(&shown);
  return false;
}

static bool check_ftrl(NnObject *object, Error *error) {
  static const struct {
    const char *option, *rule, *between;
    int sign;
  } rules[] = {{"initial_accumulator_value", "positive or zero", "=", 1}, {"learning_rate_power", "negative or zero", "=", -1},
               {"l1_regularization_strength", "positive or zero", "=", 1},
               {"l2_regularization_strength", "positive or zero", "=", 1},
               {"l2_shrinkage_regularization_strength", "positive or zero", "=", 1}};
  for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
    if (!(nn_option_double(object, rules[i].option) * rules[i].sign < 0)) continue;
    Text shown = {0};
    nn_option_show(&shown, nn_option(object, rules[i].option));
    core_fail(error, ERROR_VALUE, "`%s` needs to be %s. Received: %s=%s.", rules[i].option, rules[i].rule,
              rules[i].option, text_string(&shown));
    text_free(&shown);
    return false;
  }
  return check_common(object, error);
}

/* AdamW has its weight_decay in front. */
#define COMMON "weight_decay=None, " COMMON_BEHIND
#define COMMON_BEHIND                                                                                           \
  "clipnorm=None, clipvalue=None, global_clipnorm=None, use_ema=False, ema_momentum=0.99, "                    \
  "ema_overwrite_frequency=None, loss_scale_factor=None, gradient_accumulation_steps=None, name=None"
#define COMMON_CONFIG                                                                                        \
  "name|learning_rate|weight_decay|clipnorm|global_clipnorm|clipvalue|use_ema|ema_momentum|"                 \
  "ema_overwrite_frequency|loss_scale_factor|gradient_accumulation_steps|"

#define OPTIMIZER(symbol, class_name, alias, checked, own, keys, text, formulas, first)                          \
  static const NnOptimizerHandlers symbol##_handlers = {formulas##_slots, formulas##_prepare, formulas##_update_float, \
                                                        formulas##_update_double, first, formulas##_squares};    \
  static const NnRow symbol##_row = {.kind = NN_OPTIMIZER, .name = class_name, .aliases = alias,                 \
                                     .handlers = &symbol##_handlers, .check = checked, .signature = own,         \
                                     .config = COMMON_CONFIG keys, .help = text};

OPTIMIZER(sgd, "SGD", "sgd", check_sgd, "learning_rate=0.01, momentum=0.0, nesterov=False, " COMMON, "momentum|nesterov",
          "Gradient descent, with momentum where asked.", sgd, NULL)
OPTIMIZER(rmsprop, "RMSprop", "rmsprop", check_common,
          "learning_rate=0.001, rho=0.9, momentum=0.0, epsilon=1e-07, centered=False, " COMMON,
          "rho|momentum|epsilon|centered", "Divides each gradient by a running mean of its size.", rmsprop, NULL)
OPTIMIZER(adam, "Adam", "adam", check_common,
          "learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-07, amsgrad=False, " COMMON,
          "beta_1|beta_2|epsilon|amsgrad", "Momentum and RMSprop in one, with corrected starts.", adam, NULL)
OPTIMIZER(adamw, "AdamW", "adamw", check_adamw,
          "learning_rate=0.001, weight_decay=0.004, beta_1=0.9, beta_2=0.999, epsilon=1e-07, amsgrad=False, " COMMON_BEHIND,
          "beta_1|beta_2|epsilon|amsgrad", "Adam whose weights shrink a little in each step.", adam, NULL)
OPTIMIZER(adamax, "Adamax", "adamax", check_common,
          "learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-07, " COMMON, "beta_1|beta_2|epsilon",
          "Adam with the largest gradient in place of the mean square.", adamax, NULL)
OPTIMIZER(nadam, "Nadam", "nadam", check_common,
          "learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-07, " COMMON, "beta_1|beta_2|epsilon",
          "Adam with Nesterov's momentum.", nadam, NULL)
OPTIMIZER(adagrad, "Adagrad", "adagrad", check_common,
          "learning_rate=0.001, initial_accumulator_value=0.1, epsilon=1e-07, " COMMON, "initial_accumulator_value|epsilon",
          "Divides each gradient by the root of its squares so far.", adagrad, initial_accumulator)
OPTIMIZER(adadelta, "Adadelta", "adadelta", check_common, "learning_rate=0.001, rho=0.95, epsilon=1e-07, " COMMON,
          "rho|epsilon", "Steps of the size of the steps before.", adadelta, NULL)
OPTIMIZER(ftrl, "Ftrl", "ftrl", check_ftrl,
          "learning_rate=0.001, learning_rate_power=-0.5, initial_accumulator_value=0.1, l1_regularization_strength=0.0, "
          "l2_regularization_strength=0.0, l2_shrinkage_regularization_strength=0.0, beta=0.0, " COMMON,
          "learning_rate_power|initial_accumulator_value|l1_regularization_strength|l2_regularization_strength|"
          "l2_shrinkage_regularization_strength|beta",
          "Follow the regularized leader: many weights become zero.", ftrl, initial_accumulator)
OPTIMIZER(lion, "Lion", "lion", check_lion, "learning_rate=0.001, beta_1=0.9, beta_2=0.99, " COMMON, "beta_1|beta_2",
          "Steps of one size, by the sign of the momentum.", lion, NULL)

const NnRow *const nn_optimizer_rows[] = {&adadelta_row, &adagrad_row, &adam_row, &adamw_row, &adamax_row, &ftrl_row,
                                          &lion_row, &nadam_row, &rmsprop_row, &sgd_row, NULL};
