/* The rows of metrics, and what 'accuracy' means for a model. */
#include "engine/nn/metric.h"

#include <ctype.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/loss.h"
#include "engine/nn/naming.h"
#include "engine/nn/metric_rows.h"
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

/* y_pred holds class numbers, the likeliest first: whether the target's is among the first k. */
static NnTensor *expand_among_ids(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  const int last = y_pred->shape.rank - 1;
  const int64_t there = y_pred->shape.dims[last], k = nn_option_int(self, "k");
  const NnAttributes first = {.integer = {last, 0, 1}, .shape = {.rank = 1, .dims = {k < there ? k : there}}};
  const NnAttributes over_last = {.integer = {(int64_t)1 << last}};
  NnTensor *truth = y_true->shape.rank == y_pred->shape.rank ? nn_tensor_retain(y_true) : nn_op1("expand", y_true, error);
  NnTensor *ids = truth != NULL ? nn_op("slice", &y_pred, 1, &first, error) : NULL;
  NnTensor *same = ids != NULL ? nn_op("equal", (NnTensor *[]){truth, ids}, 2, NULL, error) : NULL;
  NnTensor *any = same != NULL ? nn_op("reduce_max", &same, 1, &over_last, error) : NULL;
  nn_tensor_release(truth);
  nn_tensor_release(ids);
  nn_tensor_release(same);
  return any;
}

static NnTensor *expand_sparse_top_k(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  if (nn_option_bool(self, "from_sorted_ids")) return expand_among_ids(self, y_true, y_pred, error);
  const NnAttributes attributes = {.integer = {nn_option_int(self, "k")}};
  return nn_op("sparse_top_k_categorical_accuracy", (NnTensor *[]){y_true, y_pred}, 2, &attributes, error);
}

/* A metric that is a loss of the same name. */
static NnTensor *expand_as_loss(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  const NnRow *loss = nn_find(NN_LOSS, self->row->name);
  return ((const NnLossHandlers *)loss->handlers)->expand(self, y_true, y_pred, error);
}

/* The cosine itself, where the loss is minus it. */
static NnTensor *expand_cosine(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  const NnAttributes flip = {.real = {-1}};
  NnTensor *minus = expand_as_loss(self, y_true, y_pred, error);
  NnTensor *cosine = minus != NULL ? nn_op("scale", &minus, 1, &flip, error) : NULL;
  nn_tensor_release(minus);
  return cosine;
}

/* keras.metrics.LogCoshError is the loss LogCosh. */
static NnTensor *expand_log_cosh(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  return nn_align_and_apply("log_cosh", y_true, y_pred, NULL, error);
}

/* Mean and Sum see no targets: only the language can update them. */
static NnTensor *expand_none(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  core_fail(error, ERROR_TYPE, "%s.update_state() takes values, not y_true and y_pred: it does not go with compile()",
            self->row->name);
  return NULL;
}

bool nn_metric_has_state(const NnObject *metric) {
  return metric->row->kind == NN_METRIC && ((const NnMetricHandlers *)metric->row->handlers)->update != NULL;
}

bool nn_metric_gives_list(const NnObject *metric) {
  const NnOption *thresholds = nn_option(metric, "thresholds"), *average = nn_option(metric, "average");
  const NnOption *how = nn_option(metric, "class_aggregation");
  if (!nn_metric_has_state(metric) || strcmp(metric->row->name, "AUC") == 0) return false;
  return (thresholds != NULL && thresholds->tag == NN_OPTION_LIST) ||
         (average != NULL && average->tag == NN_OPTION_NONE) || (how != NULL && how->tag == NN_OPTION_NONE);
}

bool nn_metric_check(NnObject *object, Error *error) {
  const NnOption *name = nn_option(object, "name");
  if (name != NULL && name->tag == NN_OPTION_NONE) {
    char *own = nn_auto_name(object->row->name, error);
    const bool named = own != NULL && nn_option_set(object, "name", nn_option_string(own));
    core_free(own);
    if (!named) return core_fail_memory(error, 64);
  }
  if (nn_option(object, "dtype")->tag != NN_OPTION_NONE) return true;
  return nn_option_set(object, "dtype", nn_option_string("float32")) || core_fail_memory(error, 8);
}

#define METRIC(symbol, class_name, names, parameters, keys, text, expansion)                                     \
  static const NnMetricHandlers symbol##_handlers = {.expand = expansion};                                        \
  static const NnRow symbol##_row = {.kind = NN_METRIC, .name = class_name, .aliases = names,                    \
                                     .signature = parameters, .config = keys, .help = text,                      \
                                     .handlers = &symbol##_handlers, .check = nn_metric_check};

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
       "name|dtype|from_logits|ignore_class|axis", "The loss of this name, as a running mean.", expand_as_loss)
METRIC(absolute, "MeanAbsoluteError", "mean_absolute_error|mae|MAE", "name='mean_absolute_error', dtype=None",
       "name|dtype", "The mean distance between target and output.", expand_as_loss)
METRIC(squared, "MeanSquaredError", "mean_squared_error|mse|MSE", "name='mean_squared_error', dtype=None", "name|dtype",
       "The mean squared distance between target and output.", expand_as_loss)

#define METRIC_PLAIN(symbol, class_name, names, own_name)                                                        \
  METRIC(symbol, class_name, names, "name='" own_name "', dtype=None", "name|dtype",                             \
         "The loss of this name, as a running mean.", expand_as_loss)
METRIC_PLAIN(percentage, "MeanAbsolutePercentageError", "mean_absolute_percentage_error|mape|MAPE",
             "mean_absolute_percentage_error")
METRIC_PLAIN(logarithmic, "MeanSquaredLogarithmicError", "mean_squared_logarithmic_error|msle|MSLE",
             "mean_squared_logarithmic_error")
METRIC_PLAIN(hinge, "Hinge", "hinge", "hinge")
METRIC_PLAIN(squared_hinge, "SquaredHinge", "squared_hinge", "squared_hinge")
METRIC_PLAIN(categorical_hinge, "CategoricalHinge", "categorical_hinge", "categorical_hinge")
METRIC_PLAIN(kl_divergence, "KLDivergence", "kl_divergence|kld|KLD", "kl_divergence")
METRIC_PLAIN(poisson, "Poisson", "poisson", "poisson")
METRIC(log_cosh, "LogCoshError", "log_cosh_error|logcosh", "name='logcosh', dtype=None", "name|dtype",
       "The loss LogCosh, as a running mean.", expand_log_cosh)
METRIC(cosine, "CosineSimilarity", "cosine_similarity", "name='cosine_similarity', dtype=None, axis=-1", "name|dtype",
       "The cosine of the angle between target and output.", expand_cosine)
METRIC(mean, "Mean", "mean", "name='mean', dtype=None", "name|dtype", "The mean of the values it is given.", expand_none)
METRIC(sum, "Sum", "sum", "name='sum', dtype=None", "name|dtype", "The sum of the values it is given.", expand_none)

#define STATE_ROW(symbol) &nn_metric_##symbol,
const NnRow *const nn_metric_rows[] = {NN_STATE_METRIC_ROWS(STATE_ROW) & percentage_row,
                                       &logarithmic_row,
                                       &hinge_row,
                                       &squared_hinge_row,
                                       &categorical_hinge_row,
                                       &kl_divergence_row,
                                       &poisson_row,
                                       &log_cosh_row,
                                       &cosine_row,
                                       &mean_row,
                                       &sum_row,
                                       &accuracy_row,
                                       &binary_accuracy_row,
                                       &binary_row,
                                       &categorical_accuracy_row,
                                       &categorical_row,
                                       &absolute_row,
                                       &squared_row,
                                       &sparse_accuracy_row,
                                       &sparse_row,
                                       &sparse_top_k_row,
                                       &top_k_row,
                                       NULL};

NnTensor *nn_metric_expand(const NnObject *metric, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  if (metric->row->kind == NN_LOSS) return nn_loss_expand(metric, y_true, y_pred, error);
  return nn_expand_along(metric, ((const NnMetricHandlers *)metric->row->handlers)->expand, y_true, y_pred, error);
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
    else if (nn_find(NN_METRIC, text) == NULL && nn_find(NN_LOSS, text) != NULL)
      metric = nn_object_from_option(NN_LOSS, identifier, error); /* a function of keras.losses */
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
    core_fail(error, ERROR_VALUE, "Could not interpret metric identifier: %s", text_string(&shown));
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
