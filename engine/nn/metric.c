/* The rows of metrics, and what 'accuracy' means for a model. */
#include "engine/nn/metric.h"

#include <ctype.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/loss.h"
#include "engine/nn/user.h"

static NnTensor *expand_accuracy(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  return nn_align_and_apply("accuracy", y_true, y_pred, NULL, error);
}

static NnTensor *expand_binary_accuracy(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  const NnAttributes attributes = {.real = {nn_option_double(self, "threshold")}};
  return nn_align_and_apply("binary_accuracy", y_true, y_pred, &attributes, error);
}

static NnTensor *expand_categorical_accuracy(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  return nn_op("categorical_accuracy", (NnTensor *[]){y_true, y_pred}, 2, NULL, error);
}

static NnTensor *expand_sparse_accuracy(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  return nn_op("sparse_categorical_accuracy", (NnTensor *[]){y_true, y_pred}, 2, NULL, error);
}

static NnTensor *expand_top_k(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  const NnAttributes attributes = {.integer = {nn_option_int(self, "k")}};
  return nn_op("top_k_categorical_accuracy", (NnTensor *[]){y_true, y_pred}, 2, &attributes, error);
}

static NnTensor *expand_sparse_top_k(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  if (nn_option_bool(self, "from_sorted_ids")) {
    core_fail(error, ERROR_NOT_IMPLEMENTED, "%s: from_sorted_ids=True is not implemented", self->row->name);
    return NULL;
  }
  const NnAttributes attributes = {.integer = {nn_option_int(self, "k")}};
  return nn_op("sparse_top_k_categorical_accuracy", (NnTensor *[]){y_true, y_pred}, 2, &attributes, error);
}

/* A metric that is a loss of the same name. */
static NnTensor *expand_as_loss(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  const NnRow *loss = nn_find(NN_LOSS, self->row->name);
  return ((const NnLossHandlers *)loss->handlers)->expand(self, y_true, y_pred, error);
}

/* A metric's dtype is told as it is, not as it was asked for. */
static bool check_dtype(NnObject *object, Error *error) {
  if (nn_option(object, "dtype")->tag != NN_OPTION_NONE) return true;
  return nn_option_set(object, "dtype", nn_option_string("float32")) || core_fail_memory(error, 8);
}

#define METRIC(symbol, class_name, names, parameters, keys, text, expansion)                                     \
  static const NnMetricHandlers symbol##_handlers = {.expand = expansion};                                        \
  static const NnRow symbol##_row = {.kind = NN_METRIC, .name = class_name, .aliases = names,                    \
                                     .signature = parameters, .config = keys, .help = text,                      \
                                     .handlers = &symbol##_handlers, .check = check_dtype};

METRIC(accuracy, "Accuracy", NULL, "name='accuracy', dtype=None", "name|dtype",
       "How often target and output are equal.", expand_accuracy)
METRIC(binary_accuracy, "BinaryAccuracy", "binary_accuracy", "name='binary_accuracy', dtype=None, threshold=0.5",
       "name|dtype|threshold", "How often the output is on the target's side of the threshold.", expand_binary_accuracy)
METRIC(categorical_accuracy, "CategoricalAccuracy", "categorical_accuracy", "name='categorical_accuracy', dtype=None",
       "name|dtype", "How often the largest output is that of the one-hot target.", expand_categorical_accuracy)
METRIC(sparse_accuracy, "SparseCategoricalAccuracy", "sparse_categorical_accuracy",
       "name='sparse_categorical_accuracy', dtype=None", "name|dtype",
       "How often the largest output is that of the target's class number.", expand_sparse_accuracy)
METRIC(top_k, "TopKCategoricalAccuracy", "top_k_categorical_accuracy",
       "k=5, name='top_k_categorical_accuracy', dtype=None", "name|dtype|k",
       "How often the one-hot target is among the k largest outputs.", expand_top_k)
METRIC(sparse_top_k, "SparseTopKCategoricalAccuracy", "sparse_top_k_categorical_accuracy",
       "k=5, name='sparse_top_k_categorical_accuracy', dtype=None, from_sorted_ids=False", "name|dtype|k",
       "How often the target's class number is among the k largest outputs.", expand_sparse_top_k)
METRIC(binary, "BinaryCrossentropy", "binary_crossentropy|bce|BCE",
       "name='binary_crossentropy', dtype=None, from_logits=False, label_smoothing=0",
       "name|dtype|from_logits|label_smoothing", "The loss of this name, as a running mean.", expand_as_loss)
METRIC(categorical, "CategoricalCrossentropy", "categorical_crossentropy",
       "name='categorical_crossentropy', dtype=None, from_logits=False, label_smoothing=0, axis=-1",
       "name|dtype|from_logits|label_smoothing|axis", "The loss of this name, as a running mean.", expand_as_loss)
METRIC(sparse, "SparseCategoricalCrossentropy", "sparse_categorical_crossentropy",
       "name='sparse_categorical_crossentropy', dtype=None, from_logits=False, ignore_class=None, axis=-1",
       "name|dtype|from_logits|axis", "The loss of this name, as a running mean.", expand_as_loss)
METRIC(absolute, "MeanAbsoluteError", "mean_absolute_error|mae|MAE", "name='mean_absolute_error', dtype=None",
       "name|dtype", "The mean distance between target and output.", expand_as_loss)
METRIC(squared, "MeanSquaredError", "mean_squared_error|mse|MSE", "name='mean_squared_error', dtype=None", "name|dtype",
       "The mean squared distance between target and output.", expand_as_loss)

const NnRow *const nn_metric_rows[] = {&accuracy_row, &binary_accuracy_row, &binary_row, &categorical_accuracy_row,
                                       &categorical_row, &absolute_row, &squared_row, &sparse_accuracy_row,
                                       &sparse_row, &sparse_top_k_row, &top_k_row, NULL};

NnTensor *nn_metric_expand(const NnObject *metric, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  if (metric->row->kind == NN_LOSS) return nn_loss_expand(metric, y_true, y_pred, error);
  return ((const NnMetricHandlers *)metric->row->handlers)->expand(metric, y_true, y_pred, error);
}

/* What 'accuracy' stands for: keras/src/trainers/compile_utils.py, get_metric. */
static const NnRow *accuracy_for(const NnShape *y_true, const NnShape *y_pred) {
  const int64_t last_true = y_true->rank > 0 ? y_true->dims[y_true->rank - 1] : 0;
  const int64_t last_pred = y_pred->rank > 0 ? y_pred->dims[y_pred->rank - 1] : 0;
  if (last_pred == 1) return &binary_accuracy_row;
  if (y_true->rank < y_pred->rank || (last_true == 1 && last_pred > 1)) return &sparse_accuracy_row;
  return &categorical_accuracy_row;
}

static bool is_accuracy(const char *name) {
  char lower[16];
  if (strlen(name) >= sizeof lower) return false;
  size_t i = 0;
  for (; name[i]; i++) lower[i] = (char)tolower((unsigned char)name[i]);
  lower[i] = '\0';
  return strcmp(lower, "accuracy") == 0 || strcmp(lower, "acc") == 0;
}

NnObject *nn_metric_resolve(const NnOption *identifier, const NnShape *y_true, const NnShape *y_pred, char **name,
                            Error *error) {
  NnObject *metric = NULL;
  *name = NULL;
  if (identifier->tag == NN_OPTION_STRING) {
    const char *text = identifier->as.string;
    if (is_accuracy(text)) metric = nn_object_new(accuracy_for(y_true, y_pred), NULL, error);
    else metric = nn_object_from_option(NN_METRIC, identifier, error);
    if (metric != NULL) *name = core_strdup(text);
  } else if (identifier->tag == NN_OPTION_OBJECT && nn_is_user_function(identifier->as.object)) {
    metric = nn_user_object(NN_METRIC, identifier->as.object, error);
    *name = core_strdup(nn_user_function_name(identifier->as.object));
  } else if (identifier->tag == NN_OPTION_OBJECT &&
             (identifier->as.object->row->kind == NN_METRIC || identifier->as.object->row->kind == NN_LOSS)) {
    /* A loss object measures too: the metric of its name under its options would be the same numbers. */
    metric = nn_object_retain(identifier->as.object);
    const char *own = nn_option_text(metric, "name");
    *name = core_strdup(own != NULL ? own : metric->row->name);
  } else {
    Text shown = {0};
    nn_option_show(&shown, identifier);
    core_fail(error, identifier->tag == NN_OPTION_CALLABLE ? ERROR_NOT_IMPLEMENTED : ERROR_VALUE,
              identifier->tag == NN_OPTION_CALLABLE ? "a function of your own as a metric is not implemented: %s"
                                                    : "Could not interpret metric identifier: %s", text_string(&shown));
    text_free(&shown);
    return NULL;
  }
  if (metric != NULL && *name == NULL) {
    nn_object_release(metric);
    core_fail_memory(error, 64);
    return NULL;
  }
  return metric;
}
