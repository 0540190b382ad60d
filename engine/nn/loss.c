/* The rows of losses: what users name, and the op each becomes. */
#include "engine/nn/loss.h"

#include <string.h>

bool nn_align_ranks(NnTensor *y_true, NnTensor *y_pred, NnTensor **true_out, NnTensor **pred_out, Error *error) {
  const NnShape *a = &y_true->shape, *b = &y_pred->shape;
  const char *change_true = NULL, *change_pred = NULL;
  if (a->rank == b->rank + 1 && a->dims[a->rank - 1] == 1) {
    if (b->rank == 1) change_pred = "expand";
    else change_true = "squeeze";
  } else if (b->rank == a->rank + 1 && b->dims[b->rank - 1] == 1) {
    if (a->rank == 1) change_true = "expand";
    else change_pred = "squeeze";
  }
  *true_out = change_true != NULL ? nn_op1(change_true, y_true, error) : nn_tensor_retain(y_true);
  *pred_out = change_pred != NULL ? nn_op1(change_pred, y_pred, error) : nn_tensor_retain(y_pred);
  if (*true_out != NULL && *pred_out != NULL) return true;
  nn_tensor_release(*true_out);
  nn_tensor_release(*pred_out);
  return false;
}

NnTensor *nn_align_and_apply(const char *op, NnTensor *y_true, NnTensor *y_pred, const NnAttributes *attributes,
                             Error *error) {
  NnTensor *inputs[2];
  if (!nn_align_ranks(y_true, y_pred, &inputs[0], &inputs[1], error)) return NULL;
  NnTensor *result = nn_op(op, inputs, 2, attributes, error);
  nn_tensor_release(inputs[0]);
  nn_tensor_release(inputs[1]);
  return result;
}

NnTensor *nn_absolute(NnTensor *x, Error *error) {
  const NnAttributes flip = {.real = {-1}};
  NnTensor *above = nn_op1("relu", x, error);
  NnTensor *flipped = above != NULL ? nn_op("scale", &x, 1, &flip, error) : NULL;
  NnTensor *below = flipped != NULL ? nn_op1("relu", flipped, error) : NULL;
  NnTensor *result = below != NULL ? nn_op("add", (NnTensor *[]){above, below}, 2, NULL, error) : NULL;
  nn_tensor_release(above);
  nn_tensor_release(flipped);
  nn_tensor_release(below);
  return result;
}

/* Columns of which one side has only one: Keras's subtraction repeats it. Both are [batch, n]. */
static bool broadcasts(const NnTensor *y_true, const NnTensor *y_pred) {
  const NnShape *a = &y_true->shape, *b = &y_pred->shape;
  return a->rank == 2 && b->rank == 2 && a->dims[1] != b->dims[1] && (a->dims[1] == 1 || b->dims[1] == 1);
}

/* The mean over the columns of (y_pred - y_true)^2, or of |y_pred - y_true|. */
static NnTensor *expand_difference(bool squared, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  if (!broadcasts(y_true, y_pred))
    return nn_align_and_apply(squared ? "mean_squared_error" : "mean_absolute_error", y_true, y_pred, NULL, error);
  NnTensor *difference = nn_op("subtract", (NnTensor *[]){y_pred, y_true}, 2, NULL, error);
  if (difference == NULL) return NULL;
  NnTensor *size = squared ? nn_op("multiply", (NnTensor *[]){difference, difference}, 2, NULL, error)
                           : nn_absolute(difference, error);
  NnTensor *result = size != NULL ? nn_op1("mean", size, error) : NULL;
  nn_tensor_release(difference);
  nn_tensor_release(size);
  return result;
}

static NnTensor *expand_squared(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  return expand_difference(true, y_true, y_pred, error);
}

static NnTensor *expand_absolute(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  return expand_difference(false, y_true, y_pred, error);
}

/* from_logits and label_smoothing, which metrics of the same name have too. */
static bool crossentropy_attributes(const NnObject *self, NnAttributes *attributes, Error *error) {
  const NnOption *axis = nn_option(self, "axis");
  if (axis != NULL && !(axis->tag == NN_OPTION_INT && axis->as.integer == -1))
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "%s: only axis=-1 is implemented", self->row->name);
  attributes->integer[0] = nn_option_bool(self, "from_logits");
  if (nn_option(self, "label_smoothing") != NULL) attributes->real[0] = nn_option_double(self, "label_smoothing");
  return true;
}

/* Keras on TensorFlow looks behind a softmax (a sigmoid): from_logits=True then means what went into it. */
static NnTensor *logits_behind(NnTensor *y_pred, const NnAttributes *attributes, const char *op) {
  const bool behind = attributes->integer[0] && y_pred->kind == NN_TENSOR_OP && strcmp(y_pred->op->name, op) == 0;
  return behind ? y_pred->inputs[0] : y_pred;
}

static NnTensor *expand_binary(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  NnAttributes attributes = {0};
  if (!crossentropy_attributes(self, &attributes, error)) return NULL;
  return nn_align_and_apply("binary_crossentropy", y_true, logits_behind(y_pred, &attributes, "sigmoid"), &attributes, error);
}

static NnTensor *expand_categorical(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  NnAttributes attributes = {0};
  if (!crossentropy_attributes(self, &attributes, error)) return NULL;
  return nn_align_and_apply("categorical_crossentropy", y_true, logits_behind(y_pred, &attributes, "softmax"), &attributes,
                            error);
}

static NnTensor *expand_sparse(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  NnAttributes attributes = {0};
  if (!crossentropy_attributes(self, &attributes, error)) return NULL;
  const NnOption *ignored = nn_option(self, "ignore_class");
  if (ignored != NULL && ignored->tag != NN_OPTION_NONE) {
    core_fail(error, ERROR_NOT_IMPLEMENTED, "%s: `ignore_class` is not implemented", self->row->name);
    return NULL;
  }
  y_pred = logits_behind(y_pred, &attributes, "softmax");
  return nn_op("sparse_categorical_crossentropy", (NnTensor *[]){y_true, y_pred}, 2, &attributes, error);
}

static bool check_reduction(NnObject *object, Error *error) {
  static const char *const known[] = {"sum_over_batch_size", "sum", "mean", "mean_with_sample_weight"};
  const char *given = nn_option_text(object, "reduction");
  for (size_t i = 0; given != NULL && i < sizeof known / sizeof *known; i++)
    if (strcmp(given, known[i]) == 0) return true;
  if (given == NULL || strcmp(given, "none") == 0)
    return true; /* refused where a model is compiled: there is nothing one number could be */
  return core_fail(error, ERROR_VALUE,
                   "Invalid value for argument `reduction`. Expected one of {'mean', 'sum', 'sum_over_batch_size', "
                   "'mean_with_sample_weight', 'none', None}. Received: reduction=%s", given);
}

#define LOSS(symbol, class_name, names, parameters, keys, text, expansion, uses_classes)                      \
  static const NnLossHandlers symbol##_handlers = {.expand = expansion, .sparse = uses_classes};               \
  static const NnRow symbol##_row = {.kind = NN_LOSS, .name = class_name, .aliases = names,                   \
                                     .signature = parameters, .config = keys, .help = text,                   \
                                     .handlers = &symbol##_handlers, .check = check_reduction};

LOSS(binary, "BinaryCrossentropy", "binary_crossentropy|bce|BCE",
     "from_logits=False, label_smoothing=0.0, axis=-1, reduction='sum_over_batch_size', name='binary_crossentropy', "
     "dtype=None", "name|reduction|from_logits|label_smoothing|axis",
     "For yes-or-no targets and sigmoid outputs.", expand_binary, false)
LOSS(categorical, "CategoricalCrossentropy", "categorical_crossentropy",
     "from_logits=False, label_smoothing=0.0, axis=-1, reduction='sum_over_batch_size', "
     "name='categorical_crossentropy', dtype=None", "name|reduction|from_logits|label_smoothing|axis",
     "For one-hot targets and softmax outputs.", expand_categorical, false)
LOSS(sparse, "SparseCategoricalCrossentropy", "sparse_categorical_crossentropy",
     "from_logits=False, ignore_class=None, reduction='sum_over_batch_size', axis=-1, "
     "name='sparse_categorical_crossentropy', dtype=None", "name|reduction|from_logits|ignore_class",
     "For targets that are class numbers and softmax outputs.", expand_sparse, true)
LOSS(absolute, "MeanAbsoluteError", "mean_absolute_error|mae|MAE",
     "reduction='sum_over_batch_size', name='mean_absolute_error', dtype=None", "name|reduction",
     "The mean distance between target and output.", expand_absolute, false)
LOSS(squared, "MeanSquaredError", "mean_squared_error|mse|MSE",
     "reduction='sum_over_batch_size', name='mean_squared_error', dtype=None", "name|reduction",
     "The mean squared distance between target and output.", expand_squared, false)

const NnRow *const nn_loss_rows[] = {&binary_row, &categorical_row, &absolute_row, &squared_row, &sparse_row, NULL};

NnTensor *nn_loss_expand(const NnObject *loss, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  return ((const NnLossHandlers *)loss->row->handlers)->expand(loss, y_true, y_pred, error);
}
