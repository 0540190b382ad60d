/* The rows of losses: what users name, and the op each becomes. */
#include "engine/nn/loss.h"

#include <stdio.h>
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
    const char *reduction = self->row->kind == NN_LOSS ? nn_option_text(self, "reduction") : NULL;
    attributes.integer[2] = 1;
    attributes.integer[3] = nn_option_int(self, "ignore_class");
    attributes.real[1] =
        reduction != NULL && (strcmp(reduction, "sum_over_batch_size") == 0 || strcmp(reduction, "mean") == 0);
  }
  y_pred = logits_behind(y_pred, &attributes, "softmax");
  return nn_op("sparse_categorical_crossentropy", (NnTensor *[]){y_true, y_pred}, 2, &attributes, error);
}

static bool check_reduction(NnObject *object, Error *error) {
  static const char *const numbers[] = {"label_smoothing", "delta", "gamma"};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    const NnOption *number = nn_option(object, numbers[i]);
    if (number == NULL || number->tag != NN_OPTION_STRING) continue;
    if (i == 0) return core_fail(error, ERROR_TYPE, "unsupported operand type(s) for -: 'float' and 'str'");
    return core_fail(error, ERROR_TYPE, "Cannot convert '%s' to EagerTensor of dtype float", number->as.string);
  }
  static const char *const known[] = {"sum_over_batch_size", "sum", "mean", "mean_with_sample_weight"};
  const NnOption *option = nn_option(object, "reduction");
  char number[32] = "";
  if (option != NULL && option->tag == NN_OPTION_INT) snprintf(number, sizeof number, "%lld", (long long)option->as.integer);
  const char *given = *number ? number : nn_option_text(object, "reduction");
  for (size_t i = 0; given != NULL && i < sizeof known / sizeof *known; i++)
    if (strcmp(given, known[i]) == 0) return true;
  if (given == NULL || strcmp(given, "none") == 0)
    return true; /* refused where a model is compiled: there is nothing one number could be */
  return core_fail(error, ERROR_VALUE,
                   "Invalid value for argument `reduction`. Expected one of {'mean', 'sum', 'sum_over_batch_size', "
                   "'mean_with_sample_weight', 'none', None}. Received: reduction=%s", given);
}

/* The op of this name on targets and outputs of one shape. */
#define EXPAND_PLAIN(op)                                                                                     \
  static NnTensor *expand_##op(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {     \
    return nn_align_and_apply(#op, y_true, y_pred, NULL, error);                                             \
  }
EXPAND_PLAIN(mean_absolute_percentage_error)
EXPAND_PLAIN(mean_squared_logarithmic_error)
EXPAND_PLAIN(log_cosh)
EXPAND_PLAIN(hinge)
EXPAND_PLAIN(squared_hinge)
EXPAND_PLAIN(categorical_hinge)
EXPAND_PLAIN(kl_divergence)
EXPAND_PLAIN(poisson)

static NnTensor *expand_cosine(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  return nn_align_and_apply("cosine_similarity", y_true, y_pred, NULL, error);
}

static NnTensor *expand_huber(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  const NnAttributes attributes = {.real = {nn_option_double(self, "delta")}};
  return nn_align_and_apply("huber", y_true, y_pred, &attributes, error);
}

static bool focal_attributes(const NnObject *self, NnAttributes *attributes, Error *error) {
  if (!crossentropy_attributes(self, attributes, error)) return false;
  /* Several numbers, one a class: expand_categorical_focal multiplies the targets by them. */
  attributes->real[1] = 1;
  if (nn_option(self, "alpha")->tag != NN_OPTION_LIST) attributes->real[1] = nn_option_double(self, "alpha");
  attributes->real[2] = nn_option_double(self, "gamma");
  if (nn_option(self, "apply_class_balancing") != NULL)
    attributes->integer[2] = nn_option_bool(self, "apply_class_balancing");
  return true;
}

static NnTensor *expand_binary_focal(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  NnAttributes attributes = {0};
  if (!focal_attributes(self, &attributes, error)) return NULL;
  return nn_align_and_apply("binary_focal_crossentropy", y_true, y_pred, &attributes, error);
}

/* The targets, smoothed, times alpha's number for each class: the loss is linear in them. */
static NnTensor *weighted_targets(const NnOption *alpha, NnTensor *y_true, NnAttributes *attributes, Error *error) {
  const int64_t classes = alpha->as.list.count;
  const NnAttributes smooth = {.real = {1 - attributes->real[0], attributes->real[0] / (double)(classes ? classes : 1)}};
  NdArray *numbers = nd_zeros(ND_FLOAT32, 1, &classes, error);
  bool good = numbers != NULL;
  for (int64_t i = 0; good && i < classes; i++) {
    double number;
    good = nn_option_number(&alpha->as.list.items[i], &number) ||
           core_fail(error, ERROR_VALUE, "`alpha` must be a number, or a list of numbers");
    if (good) ((float *)(void *)numbers->data)[i] = (float)number;
  }
  attributes->real[0] = 0;
  NnTensor *smoothed = good ? nn_op("scale", &y_true, 1, &smooth, error) : NULL;
  NnTensor *factors = smoothed != NULL ? nn_constant(numbers, error) : NULL;
  NnTensor *result = factors != NULL ? nn_op("multiply", (NnTensor *[]){smoothed, factors}, 2, NULL, error) : NULL;
  nd_release(numbers);
  nn_tensor_release(smoothed);
  nn_tensor_release(factors);
  return result;
}

static NnTensor *expand_categorical_focal(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  NnAttributes attributes = {0};
  const NnOption *alpha = nn_option(self, "alpha");
  if (!focal_attributes(self, &attributes, error)) return NULL;
  NnTensor *targets = alpha->tag != NN_OPTION_LIST ? nn_tensor_retain(y_true) : weighted_targets(alpha, y_true, &attributes, error);
  NnTensor *result = targets != NULL ? nn_align_and_apply("categorical_focal_crossentropy", targets, y_pred, &attributes, error)
                                     : NULL;
  nn_tensor_release(targets);
  return result;
}

/* The axes over which two outputs are compared, a bit each. */
static bool overlap_axes(const NnObject *self, const NnTensor *y_pred, unsigned *axes, Error *error) {
  const NnOption *axis = nn_option(self, "axis");
  const int rank = y_pred->shape.rank;
  *axes = (1u << rank) - 1;
  if (axis->tag == NN_OPTION_NONE) return true;
  const int count = axis->tag == NN_OPTION_LIST ? axis->as.list.count : 1;
  unsigned seen = 0;
  for (int i = 0; i < count; i++) {
    const NnOption *item = axis->tag == NN_OPTION_LIST ? &axis->as.list.items[i] : axis;
    const int64_t at = item->tag != NN_OPTION_INT ? -1
                       : item->as.integer < 0     ? item->as.integer + rank
                                                  : item->as.integer;
    if (at < 0 || at >= rank)
      return core_fail(error, ERROR_VALUE, "%s: `axis` names an axis that outputs of %d dimensions do not have", self->row->name,
                       rank);
    seen |= 1u << at;
  }
  *axes = seen;
  return true;
}

static NnTensor *take(const char *op, NnTensor *a, NnTensor *b, const NnAttributes *attributes, Error *error) {
  NnTensor *result = a != NULL && b != NULL ? nn_op(op, (NnTensor *[]){a, b}, b == a ? 1 : 2, attributes, error) : NULL;
  nn_tensor_release(a);
  if (b != a) nn_tensor_release(b);
  return result;
}

/* Over other axes than the ops know: 1 - numerator I / (own I + t T + p P + 1e-7), with the sums of products, of targets
 * and of outputs. Dice: 2 I / (T + P); Tversky: I / (I + alpha (T - I) + beta (P - I)). */
static NnTensor *overlap_along(NnTensor *y_true, NnTensor *y_pred, unsigned axes, double numerator, double own, double t,
                               double p, Error *error) {
  const NnAttributes sum = {.integer = {(int64_t)axes}}, negative = {.real = {-numerator, 0}}, one = {.real = {1, 1}};
  const NnAttributes inner = {.real = {own, 1e-7}}, of_true = {.real = {t, 0}}, of_pred = {.real = {p, 0}};
  NnTensor *product = nn_op("multiply", (NnTensor *[]){y_true, y_pred}, 2, NULL, error);
  NnTensor *both = take("reduce_sum", product, product, &sum, error);
  NnTensor *all_true = nn_op("reduce_sum", &y_true, 1, &sum, error), *all_pred = nn_op("reduce_sum", &y_pred, 1, &sum, error);
  NnTensor *below = nn_tensor_retain(both), *above = take("scale", both, both, &negative, error);
  below = take("scale", below, below, &inner, error);
  below = take("add", below, take("scale", all_true, all_true, &of_true, error), NULL, error);
  below = take("add", below, take("scale", all_pred, all_pred, &of_pred, error), NULL, error);
  NnTensor *share = take("divide", above, below, NULL, error);
  return take("scale", share, share, &one, error);
}

/* axis=None gives one number for the whole batch, all axes but the first one a sample: ops of their own. */
static NnTensor *expand_overlap(const NnObject *self, const char *op, NnTensor *y_true, NnTensor *y_pred, double alpha,
                                double beta, Error *error) {
  const unsigned all = (1u << y_pred->shape.rank) - 1;
  unsigned axes;
  if (!overlap_axes(self, y_pred, &axes, error)) return NULL;
  const NnAttributes attributes = {.real = {alpha, beta}, .integer = {axes != all}};
  if (axes == all || axes == all - 1) return nn_align_and_apply(op, y_true, y_pred, &attributes, error);
  return strcmp(op, "dice") == 0 ? overlap_along(y_true, y_pred, axes, 2, 0, 1, 1, error)
                                 : overlap_along(y_true, y_pred, axes, 1, 1 - alpha - beta, alpha, beta, error);
}

static NnTensor *expand_dice(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  return expand_overlap(self, "dice", y_true, y_pred, 0, 0, error);
}

static NnTensor *expand_tversky(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  return expand_overlap(self, "tversky", y_true, y_pred, nn_option_double(self, "alpha"), nn_option_double(self, "beta"), error);
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

#define LOSS_PLAIN(symbol, class_name, names, own_name, text) \
  LOSS(symbol, class_name, names, "reduction='sum_over_batch_size', name='" own_name "', dtype=None", "name|reduction", text, \
       expand_##symbol, false)
LOSS_PLAIN(mean_absolute_percentage_error, "MeanAbsolutePercentageError", "mean_absolute_percentage_error|mape|MAPE",
           "mean_absolute_percentage_error", "The mean distance in percent of the target.")
LOSS_PLAIN(mean_squared_logarithmic_error, "MeanSquaredLogarithmicError", "mean_squared_logarithmic_error|msle|MSLE",
           "mean_squared_logarithmic_error", "The mean squared distance between logarithms.")
LOSS_PLAIN(log_cosh, "LogCosh", "log_cosh|logcosh", "log_cosh", "The mean logarithm of the error's hyperbolic cosine.")
LOSS_PLAIN(hinge, "Hinge", "hinge", "hinge", "For targets of -1 and 1: how far outputs are short of the margin.")
LOSS_PLAIN(squared_hinge, "SquaredHinge", "squared_hinge", "squared_hinge", "The hinge loss, squared.")
LOSS_PLAIN(categorical_hinge, "CategoricalHinge", "categorical_hinge", "categorical_hinge",
           "For one-hot targets: how far the right output is short of the best other one.")
LOSS_PLAIN(kl_divergence, "KLDivergence", "kl_divergence|kld|KLD|kullback_leibler_divergence", "kl_divergence",
           "How far the output's distribution is from the target's.")
LOSS_PLAIN(poisson, "Poisson", "poisson", "poisson", "For counts, where the output is a rate.")
LOSS(cosine, "CosineSimilarity", "cosine_similarity",
     "axis=-1, reduction='sum_over_batch_size', name='cosine_similarity', dtype=None", "name|reduction",
     "Minus the cosine of the angle between target and output.", expand_cosine, false)
LOSS(huber, "Huber", "huber", "delta=1.0, reduction='sum_over_batch_size', name='huber_loss', dtype=None",
     "name|reduction", "Squares of small errors, the size of large ones.", expand_huber, false)
LOSS(binary_focal, "BinaryFocalCrossentropy", "binary_focal_crossentropy",
     "apply_class_balancing=False, alpha=0.25, gamma=2.0, from_logits=False, label_smoothing=0.0, axis=-1, "
     "reduction='sum_over_batch_size', name='binary_focal_crossentropy', dtype=None",
     "name|reduction|from_logits|label_smoothing|axis|apply_class_balancing|alpha|gamma",
     "The binary cross entropy, with less weight on what is easy.", expand_binary_focal, false)
LOSS(categorical_focal, "CategoricalFocalCrossentropy", "categorical_focal_crossentropy",
     "alpha=0.25, gamma=2.0, from_logits=False, label_smoothing=0.0, axis=-1, reduction='sum_over_batch_size', "
     "name='categorical_focal_crossentropy', dtype=None", "name|reduction|from_logits|label_smoothing|axis|alpha|gamma",
     "The categorical cross entropy, with less weight on what is easy.", expand_categorical_focal, false)
LOSS(dice, "Dice", "dice", "reduction='sum_over_batch_size', name='dice', axis=None, dtype=None", "name|reduction|axis",
     "How little target and output overlap.", expand_dice, false)
LOSS(tversky, "Tversky", "tversky",
     "alpha=0.5, beta=0.5, reduction='sum_over_batch_size', name='tversky', axis=None, dtype=None",
     "name|reduction|alpha|beta|axis", "How little they overlap, with a weight for each kind of error.", expand_tversky, false)

const NnRow *const nn_loss_rows[] = {&binary_row,
                                     &binary_focal_row,
                                     &categorical_row,
                                     &categorical_focal_row,
                                     &categorical_hinge_row,
                                     &cosine_row,
                                     &dice_row,
                                     &hinge_row,
                                     &huber_row,
                                     &kl_divergence_row,
                                     &log_cosh_row,
                                     &absolute_row,
                                     &mean_absolute_percentage_error_row,
                                     &squared_row,
                                     &mean_squared_logarithmic_error_row,
                                     &poisson_row,
                                     &sparse_row,
                                     &squared_hinge_row,
                                     &tversky_row,
                                     NULL};

/* x with this axis behind all others, whose order stays. */
static NnTensor *axis_last(NnTensor *x, int64_t axis, Error *error) {
  NnAttributes order = {.shape = {.rank = x->shape.rank}};
  int at = 0;
  for (int i = 0; i < x->shape.rank; i++)
    if (i != axis) order.shape.dims[at++] = i;
  order.shape.dims[at] = axis;
  return nn_op("permute", &x, 1, &order, error);
}

NnTensor *nn_expand_along(const NnObject *object, NnMeasureExpand expand, NnTensor *y_true, NnTensor *y_pred,
                          Error *error) {
  const NnOption *option = nn_option(object, "axis");
  const int rank = y_pred->shape.rank;
  int64_t axis = option != NULL && option->tag == NN_OPTION_INT ? option->as.integer : -1;
  if (axis < 0) axis += rank;
  if (axis == rank - 1 || expand == expand_dice || expand == expand_tversky)
    return expand(object, y_true, y_pred, error);
  if (axis <= 0 || axis >= rank) {
    core_fail(error, axis == 0 ? ERROR_NOT_IMPLEMENTED : ERROR_VALUE, "%s: axis=%lld is not there in an output of %d dimensions",
              object->row->name, (long long)option->as.integer, rank);
    return NULL;
  }
  /* Class numbers have no such axis. */
  const bool classes = y_true->shape.rank < rank;
  NnTensor *truth = classes ? nn_tensor_retain(y_true) : axis_last(y_true, axis, error);
  NnTensor *output = truth != NULL ? axis_last(y_pred, axis, error) : NULL;
  NnTensor *result = output != NULL ? expand(object, truth, output, error) : NULL;
  nn_tensor_release(truth);
  nn_tensor_release(output);
  return result;
}

NnTensor *nn_loss_expand(const NnObject *loss, NnTensor *y_true, NnTensor *y_pred, Error *error) {
  return nn_expand_along(loss, ((const NnLossHandlers *)loss->row->handlers)->expand, y_true, y_pred, error);
}
