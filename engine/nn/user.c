/* The user's functions as objects of the engine. */
#include "engine/nn/user.h"

#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/initializer.h"
#include "engine/nn/loss.h"
#include "engine/nn/metric.h"

NnUserHooks nn_user_hooks;
int64_t nn_standing_length;

typedef struct Function {
  NnObject object; /* first */
  void *handle;
  char *name, *reduction;
} Function;

static const NnRow function_row = {.kind = NN_CALLBACK, .name = "function", .signature = "", .help = "A function of the user's."};

static void destroy(NnObject *object) {
  Function *function = (Function *)object;
  if (function->handle != NULL && nn_user_hooks.release != NULL) nn_user_hooks.release(function->handle);
  core_free(function->name);
  core_free(function->reduction);
}

NnObject *nn_user_function(void *handle, const char *name, const char *reduction, Error *error) {
  Function *function = core_alloc_zero(1, sizeof *function);
  if (function == NULL || !nn_object_init(&function->object, &function_row, NULL, error)) {
    core_free(function);
    core_fail_memory(error, sizeof *function);
    return NULL;
  }
  function->object.destroy = destroy;
  function->handle = handle;
  function->name = core_strdup(name);
  function->reduction = reduction != NULL ? core_strdup(reduction) : NULL;
  if (function->name != NULL && (reduction == NULL || function->reduction != NULL)) return &function->object;
  function->handle = NULL;
  nn_object_release(&function->object);
  core_fail_memory(error, 1);
  return NULL;
}

bool nn_is_user_function(const NnObject *object) { return object->row == &function_row; }
const char *nn_user_function_name(const NnObject *object) { return ((const Function *)object)->name; }

void *nn_user_function_handle(const NnObject *object) { return ((const Function *)object)->handle; }

static const Function *function_of(const NnObject *self) {
  return (const Function *)nn_option(self, "function")->as.object;
}

static NnTensor *call(const NnObject *self, NnTensor *const *inputs, int count, Error *error) {
  NnTensor *result = nn_user_hooks.call(function_of(self)->handle, inputs, count, error);
  if (result == NULL && error != NULL && error->code == ERROR_NONE)
    core_fail(error, ERROR_VALUE, "%s failed", function_of(self)->name);
  return result;
}

/* A plain function gets targets and outputs of one rank, as keras/src/losses/losses.py, LossFunctionWrapper. */
static NnTensor *expand_loss(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  if (function_of(self)->reduction != NULL) return call(self, (NnTensor *[]){y_true, y_pred}, 2, error);
  NnTensor *both[2];
  if (!nn_align_ranks(y_true, y_pred, &both[0], &both[1], error)) return NULL;
  NnTensor *result = call(self, both, 2, error);
  nn_tensor_release(both[0]);
  nn_tensor_release(both[1]);
  return result;
}
static NnTensor *expand_metric(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  return call(self, (NnTensor *[]){y_true, y_pred}, 2, error);
}
static NnTensor *expand_one(const NnObject *self, NnTensor *x, Error *error) { return call(self, &x, 1, error); }
static bool fill(const NnObject *self, uint64_t seed, NdArray *out, Error *error) {
  return nn_user_hooks.fill(function_of(self)->handle, out, error) || error == NULL || error->code != ERROR_NONE ||
         core_fail(error, ERROR_VALUE, "%s failed", function_of(self)->name);
}

static const NnLossHandlers loss_handlers = {.expand = expand_loss};
static const NnMetricHandlers metric_handlers = {.expand = expand_metric};
static const NnRegularizerHandlers regularizer_handlers = {.expand = expand_one};
static const NnInitializerHandlers initializer_handlers = {.fill = fill};
static const NnRow rows[] = {
    {.kind = NN_LOSS, .name = "LossFunctionWrapper", .handlers = &loss_handlers, .help = "A loss of the user's.",
     .signature = "function, reduction='sum_over_batch_size', name=None, dtype=None"},
    {.kind = NN_METRIC, .name = "MeanMetricWrapper", .handlers = &metric_handlers, .help = "A metric of the user's.",
     .signature = "function, name=None, dtype=None"},
    {.kind = NN_REGULARIZER, .name = "Regularizer", .handlers = &regularizer_handlers, .signature = "function",
     .help = "A regularizer of the user's."},
    {.kind = NN_INITIALIZER, .name = "Initializer", .handlers = &initializer_handlers, .signature = "function",
     .help = "An initializer of the user's."},
    {.kind = NN_ACTIVATION, .name = "function", .signature = "function", .help = "An activation of the user's."},
};

NnObject *nn_user_object(NnKind kind, NnObject *given, Error *error) {
  const Function *function = (const Function *)given;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    if (rows[i].kind != kind) continue;
    NnObject *object = nn_object_new(&rows[i], NULL, error);
    if (object == NULL) return NULL;
    nn_option_set(object, "function", (NnOption){NN_OPTION_OBJECT, {.object = nn_object_retain(given)}});
    if (kind == NN_LOSS || kind == NN_METRIC) nn_option_set(object, "name", nn_option_string(function->name));
    if (kind == NN_LOSS && function->reduction != NULL)
      nn_option_set(object, "reduction", nn_option_string(function->reduction));
    return object;
  }
  core_fail(error, ERROR_NOT_IMPLEMENTED, "a function of your own as %s is not supported yet", nn_kind_name(kind));
  return NULL;
}

bool nn_is_user_activation(const NnObject *activation) {
  return activation->row == &rows[sizeof rows / sizeof *rows - 1];
}

NnTensor *nn_user_activation(const NnObject *activation, NnTensor *input, bool *mine, Error *error) {
  *mine = nn_is_user_activation(activation);
  return *mine ? call(activation, &input, 1, error) : NULL;
}
