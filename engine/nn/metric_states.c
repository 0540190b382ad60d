/* Metrics of sums that are no means of values a sample: roots, F scores, overlaps of classes, explained variance. After
 * keras/src/metrics/{reduction,f_score,iou,regression}_metrics.py. */
#include <math.h>
#include <string.h>

#include "engine/nn/metric_rows.h"

static double weight_of(const NnSeen *seen, int64_t element) {
  if (seen->weight_count == 0) return 1;
  return (double)seen->weights[element / (seen->rows * seen->columns / seen->weight_count)];
}

static double part(double of, double all) { return all != 0 ? of / all : 0; }

static bool same_columns(const NnObject *self, const NnSeen *seen, Error *error) {
  return seen->true_columns == seen->columns ||
         core_fail(error, ERROR_VALUE, "%s: Shapes of y_true and y_pred are incompatible: %lld and %lld columns",
                   self->row->name, (long long)seen->true_columns, (long long)seen->columns);
}

/* ---- the root of the mean squared error: sum, weight ---- */

static int64_t root_size(const NnObject *self, int64_t columns) { return 2; }

/* A weight a row is one for the row's mean of squares. */
static bool root_update(const NnObject *self, double *state, const NnSeen *seen, Error *error) {
  if (!same_columns(self, seen, error)) return false;
  for (int64_t r = 0; r < seen->rows; r++) {
    double sum = 0;
    for (int64_t i = r * seen->columns; i < (r + 1) * seen->columns; i++) {
      const double away = (double)seen->y_pred[i] - (double)seen->y_true[i];
      sum += away * away;
    }
    const double weight = weight_of(seen, r * seen->columns);
    state[0] += weight * sum / (double)seen->columns;
    state[1] += weight;
  }
  return true;
}

static int64_t root_results(const NnObject *self, const double *state, int64_t columns, double *results) {
  if (results != NULL) results[0] = state != NULL ? sqrt(part(state[0], state[1])) : 0;
  return 1;
}

/* ---- F scores: true positives, false positives, false negatives, weights, one a column ---- */

static int64_t score_size(const NnObject *self, int64_t columns) { return 4 * columns; }

static bool score_update(const NnObject *self, double *state, const NnSeen *seen, Error *error) {
  if (!same_columns(self, seen, error)) return false;
  const NnOption *threshold = nn_option(self, "threshold");
  const int64_t columns = seen->columns;
  double least = 0;
  const bool given = nn_option_number(threshold, &least);
  for (int64_t r = 0; r < seen->rows; r++) {
    const float *row = seen->y_pred + r * columns;
    float most = row[0];
    for (int64_t c = 1; c < columns; c++) most = row[c] > most ? row[c] : most;
    for (int64_t c = 0; c < columns; c++) {
      const double said = given ? row[c] > (float)least : row[c] >= most && fabsf(row[c]) > 1e-9f;
      const double yes = (double)seen->y_true[r * columns + c], weight = weight_of(seen, r * columns + c);
      state[c] += weight * said * yes;
      state[columns + c] += weight * said * (1 - yes);
      state[2 * columns + c] += weight * (1 - said) * yes;
      state[3 * columns + c] += weight * yes;
    }
  }
  return true;
}

static double f_score(const NnObject *self, double right, double extra, double missed) {
  const double beta = nn_option(self, "beta") != NULL ? nn_option_double(self, "beta") : 1;
  const double precision = part(right, right + extra), recall = part(right, right + missed);
  return (1 + beta * beta) * part(precision * recall, beta * beta * precision + recall);
}

static int64_t score_results(const NnObject *self, const double *state, int64_t columns, double *results) {
  const char *average = nn_option_text(self, "average");
  const int64_t count = average == NULL && columns > 0 ? columns : 1;
  if (results == NULL) return count;
  memset(results, 0, (size_t)count * sizeof *results);
  if (state == NULL) return count;
  double sums[4] = {0};
  for (int64_t c = 0; c < columns; c++)
    for (int k = 0; k < 4; k++) sums[k] += state[k * columns + c];
  if (average != NULL && strcmp(average, "micro") == 0) {
    results[0] = f_score(self, sums[0], sums[1], sums[2]);
    return 1;
  }
  for (int64_t c = 0; c < columns; c++) {
    const double score = f_score(self, state[c], state[columns + c], state[2 * columns + c]);
    if (average == NULL) results[c] = score;
    else if (strcmp(average, "weighted") == 0) results[0] += score * part(state[3 * columns + c], sums[3]);
    else results[0] += score / (double)columns;
  }
  return count;
}

/* An option that is out of its range, in Keras's words. */
static bool fail_range(const NnObject *object, const char *option, const char *rule, Error *error) {
  Text shown = {0};
  nn_option_show(&shown, nn_option(object, option));
  core_fail(error, ERROR_VALUE, "Invalid `%s` argument value. It should %s. Received: %s=%s", option, rule, option,
            text_string(&shown));
  text_free(&shown);
  return false;
}

static bool check_score(NnObject *object, Error *error) {
  const char *average = nn_option_text(object, "average");
  if (average != NULL && strcmp(average, "micro") != 0 && strcmp(average, "macro") != 0 &&
      strcmp(average, "weighted") != 0)
    return core_fail(error, ERROR_VALUE,
                     "Invalid `average` argument value. Expected one of: {None, 'micro', 'macro', 'weighted'}. Received: "
                     "average=%s", average);
  const NnOption *threshold = nn_option(object, "threshold");
  double value;
  if (threshold->tag != NN_OPTION_NONE && (threshold->tag != NN_OPTION_FLOAT || !nn_option_number(threshold, &value)))
    return core_fail(error, ERROR_VALUE, "Invalid `threshold` argument value. It should be a Python float.");
  if (threshold->tag == NN_OPTION_FLOAT && (threshold->as.real > 1 || threshold->as.real <= 0))
    return fail_range(object, "threshold", "verify 0 < threshold <= 1", error);
  if (nn_option(object, "beta") != NULL && !(nn_option_double(object, "beta") > 0))
    return fail_range(object, "beta", "be > 0", error);
  return nn_metric_check(object, error);
}

/* ---- overlaps: a confusion matrix, [true, said] ---- */

static int64_t class_count(const NnObject *self) {
  return nn_option(self, "num_classes") != NULL ? nn_option_int(self, "num_classes") : 2;
}

static int64_t overlap_size(const NnObject *self, int64_t columns) { return class_count(self) * class_count(self); }

static int64_t largest(const float *x, int64_t n) {
  int64_t best = 0;
  for (int64_t i = 1; i < n; i++)
    if (x[i] > x[best]) best = i;
  return best;
}

static bool overlap_update(const NnObject *self, double *state, const NnSeen *seen, Error *error) {
  const int64_t classes = class_count(self);
  const bool one_hot = strncmp(self->row->name, "OneHot", 6) == 0, binary = nn_option(self, "threshold") != NULL;
  const bool sparse_true = nn_option(self, "sparse_y_true") == NULL ? !one_hot : nn_option_bool(self, "sparse_y_true");
  const bool sparse_pred = nn_option(self, "sparse_y_pred") == NULL ? true : nn_option_bool(self, "sparse_y_pred");
  const NnOption *ignored = nn_option(self, "ignore_class");
  const int64_t size_true = seen->rows * seen->true_columns, size_pred = seen->rows * seen->columns;
  const int64_t labels = sparse_pred ? size_pred : seen->rows, given = sparse_true ? size_true : seen->rows;
  if (labels != given)
    return core_fail(error, ERROR_VALUE, "%s: %lld targets for %lld predictions", self->row->name, (long long)given,
                     (long long)labels);
  for (int64_t i = 0; i < labels; i++) {
    int64_t is = sparse_true ? (int64_t)seen->y_true[i]
                             : largest(seen->y_true + i * seen->true_columns, seen->true_columns);
    int64_t said = sparse_pred ? (int64_t)seen->y_pred[i] : largest(seen->y_pred + i * seen->columns, seen->columns);
    if (binary) said = seen->y_pred[i] >= (float)nn_option_double(self, "threshold");
    if (ignored != NULL && ignored->tag == NN_OPTION_INT && is == ignored->as.integer) continue;
    if (is < 0 || is >= classes || said < 0 || said >= classes) continue; /* Keras's scatter leaves such pairs out */
    /* Keras counts in whole numbers, and cuts weights down to such. */
    const double weight = seen->weight_count == 0 ? 1 : trunc((double)seen->weights[i * seen->weight_count / labels]);
    state[is * classes + said] += weight;
  }
  return true;
}

/* The mean over the target classes (all, for the means) that occur. */
static int64_t overlap_results(const NnObject *self, const double *state, int64_t columns, double *results) {
  if (results == NULL) return 1;
  results[0] = 0;
  if (state == NULL) return 1;
  const int64_t classes = class_count(self);
  const NnOption *targets = nn_option(self, "target_class_ids");
  const int64_t count = targets != NULL && targets->tag == NN_OPTION_LIST ? targets->as.list.count : classes;
  double sum = 0, valid = 0;
  for (int64_t k = 0; k < count; k++) {
    const int64_t c = targets != NULL && targets->tag == NN_OPTION_LIST ? targets->as.list.items[k].as.integer : k;
    double all = 0;
    if (c < 0 || c >= classes) continue;
    for (int64_t j = 0; j < classes; j++) all += state[c * classes + j] + state[j * classes + c];
    all -= state[c * classes + c];
    if (all == 0) continue;
    sum += state[c * classes + c] / all;
    valid++;
  }
  results[0] = part(sum, valid);
  return 1;
}

static bool check_overlap(NnObject *object, Error *error) {
  const NnOption *axis = nn_option(object, "axis");
  if (axis != NULL && !(axis->tag == NN_OPTION_INT && axis->as.integer == -1))
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "%s: only axis=-1 is implemented", object->row->name);
  const NnOption *targets = nn_option(object, "target_class_ids"), *classes = nn_option(object, "num_classes");
  const int64_t count = classes == NULL ? 2 : classes->tag == NN_OPTION_INT ? classes->as.integer : INT64_MAX;
  if (targets != NULL && targets->tag == NN_OPTION_LIST)
    for (int i = 0; i < targets->as.list.count; i++) {
      const NnOption *target = &targets->as.list.items[i];
      if (target->tag == NN_OPTION_INT && target->as.integer >= count)
        return core_fail(error, ERROR_VALUE, "Target class id %lld is out of range, which is [0, %lld).",
                         (long long)target->as.integer, (long long)count);
    }
  if (nn_option(object, "dtype")->tag == NN_OPTION_NONE && !nn_option_set(object, "dtype", nn_option_string("int64")))
    return core_fail_memory(error, 8);
  return nn_metric_check(object, error);
}

/* ---- R squared, a column: sum y^2, sum y, sum of squared errors, weight; then the number of values ---- */

static int64_t r2_size(const NnObject *self, int64_t columns) { return 4 * columns + 1; }

static bool r2_update(const NnObject *self, double *state, const NnSeen *seen, Error *error) {
  if (!same_columns(self, seen, error)) return false;
  for (int64_t i = 0; i < seen->rows * seen->columns; i++) {
    const double y = (double)seen->y_true[i], away = y - (double)seen->y_pred[i], weight = weight_of(seen, i);
    double *of = state + i % seen->columns * 4;
    of[0] += weight * y * y;
    of[1] += weight * y;
    of[2] += weight * away * away;
    of[3] += weight;
  }
  state[4 * seen->columns] += (double)(seen->rows * seen->columns);
  return true;
}

static int64_t r2_results(const NnObject *self, const double *state, int64_t columns, double *results) {
  const char *how = nn_option_text(self, "class_aggregation");
  const int64_t count = how == NULL && columns > 0 ? columns : 1;
  if (results == NULL) return count;
  memset(results, 0, (size_t)count * sizeof *results);
  if (state == NULL) return count;
  double totals = 0;
  for (int64_t c = 0; c < columns; c++)
    totals += state[4 * c] - state[4 * c + 1] * part(state[4 * c + 1], state[4 * c + 3]);
  for (int64_t c = 0; c < columns; c++) {
    const double *of = state + 4 * c, total = of[0] - of[1] * part(of[1], of[3]);
    const double score = total != 0 ? 1 - of[2] / total : 0;
    if (how == NULL) results[c] = score;
    else if (strcmp(how, "variance_weighted_average") == 0) results[0] += score * part(total, totals);
    else results[0] += score / (double)columns;
  }
  const int64_t regressors = nn_option_int(self, "num_regressors");
  const double n = state[4 * columns];
  for (int64_t c = 0; c < count && regressors > 0 && n - (double)regressors - 1 > 0; c++)
    results[c] = 1 - (1 - results[c]) * (n - 1) / (n - (double)regressors - 1);
  return count;
}

static bool check_r2(NnObject *object, Error *error) {
  const char *how = nn_option_text(object, "class_aggregation");
  if (how != NULL && strcmp(how, "uniform_average") != 0 && strcmp(how, "variance_weighted_average") != 0)
    return core_fail(error, ERROR_VALUE,
                     "Invalid value for argument `class_aggregation`. Expected one of (None, 'uniform_average', "
                     "'variance_weighted_average'). Received: class_aggregation=%s", how);
  if (nn_option_int(object, "num_regressors") < 0)
    return core_fail(error, ERROR_VALUE,
                     "Invalid value for argument `num_regressors`. Expected a value >= 0. Received: num_regressors=%lld",
                     (long long)nn_option_int(object, "num_regressors"));
  return nn_metric_check(object, error);
}

NN_STATE_METRIC(root_mean_squared_error, "RootMeanSquaredError", "root_mean_squared_error",
                "name='root_mean_squared_error', dtype=None", "name|dtype", "The root of the mean squared error.", root_size,
                root_update, root_results, nn_metric_check)
NN_STATE_METRIC(f1_score, "F1Score", "f1_score", "average=None, threshold=None, name='f1_score', dtype=None",
                "name|dtype|average|threshold", "The harmonic mean of precision and recall.", score_size, score_update,
                score_results, check_score)
NN_STATE_METRIC(fbeta_score, "FBetaScore", "f_beta_score",
                "average=None, beta=1.0, threshold=None, name='fbeta_score', dtype=None",
                "name|dtype|average|beta|threshold", "A mean of precision and recall, with beta times the weight on recall.",
                score_size, score_update, score_results, check_score)
NN_STATE_METRIC(iou, "IoU", "io_u",
                "num_classes, target_class_ids, name=None, dtype=None, ignore_class=None, sparse_y_true=True, "
                "sparse_y_pred=True, axis=-1",
                "name|dtype|num_classes|target_class_ids|ignore_class|sparse_y_true|sparse_y_pred|axis",
                "The part of the union of targets and outputs of a class in which they agree.", overlap_size, overlap_update,
                overlap_results, check_overlap)
NN_STATE_METRIC(mean_iou, "MeanIoU", "mean_io_u",
                "num_classes, name=None, dtype=None, ignore_class=None, sparse_y_true=True, sparse_y_pred=True, axis=-1",
                "num_classes|name|dtype|ignore_class|sparse_y_true|sparse_y_pred|axis", "The mean IoU over all classes.",
                overlap_size, overlap_update, overlap_results, check_overlap)
NN_STATE_METRIC(binary_iou, "BinaryIoU", "binary_io_u",
                "target_class_ids=(0, 1), threshold=0.5, name=None, dtype=None", "target_class_ids|threshold|name|dtype",
                "The IoU of yes and no, by a threshold.", overlap_size, overlap_update, overlap_results, check_overlap)
NN_STATE_METRIC(one_hot_iou, "OneHotIoU", "one_hot_io_u",
                "num_classes, target_class_ids, name=None, dtype=None, ignore_class=None, sparse_y_pred=False, axis=-1",
                "num_classes|target_class_ids|name|dtype|ignore_class|sparse_y_pred|axis", "The IoU for one-hot targets.",
                overlap_size, overlap_update, overlap_results, check_overlap)
NN_STATE_METRIC(one_hot_mean_iou, "OneHotMeanIoU", "one_hot_mean_io_u",
                "num_classes, name=None, dtype=None, ignore_class=None, sparse_y_pred=False, axis=-1",
                "num_classes|name|dtype|ignore_class|sparse_y_pred|axis", "The mean IoU for one-hot targets.", overlap_size,
                overlap_update, overlap_results, check_overlap)
NN_STATE_METRIC(r2_score, "R2Score", "r2_score",
                "class_aggregation='uniform_average', num_regressors=0, name='r2_score', dtype=None",
                "name|dtype|class_aggregation|num_regressors", "How much of the targets' variance the output explains.",
                r2_size, r2_update, r2_results, check_r2)
