/* Metrics of right and wrong yes-or-no answers: counts of true and false positives and negatives for one threshold or
 * many, and what follows from them. After keras/src/metrics/confusion_metrics.py and metrics_utils.py. */
#include <math.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/metric_rows.h"

/* Thresholds of a metric: its own list, one number, or the default. */
static int64_t threshold_count(const NnObject *self) {
  const NnOption *own = nn_option(self, "thresholds");
  return own != NULL && own->tag == NN_OPTION_LIST ? own->as.list.count : 1;
}

static float threshold_at(const NnObject *self, int64_t i) {
  const NnOption *own = nn_option(self, "thresholds");
  double value = nn_option(self, "top_k") != NULL && nn_option(self, "top_k")->tag == NN_OPTION_INT ? -1e10 : 0.5;
  if (own != NULL) nn_option_number(own->tag == NN_OPTION_LIST ? &own->as.list.items[i] : own, &value);
  return (float)value;
}

static float weight_of(const NnSeen *seen, int64_t element) {
  if (seen->weight_count == 0) return 1;
  return seen->weights[element / (seen->rows * seen->columns / seen->weight_count)];
}

/* Whether a score is among the k largest of its row; of equal ones the first. */
static bool among_top(const float *row, int64_t columns, int64_t at, int64_t k) {
  int64_t before = 0;
  for (int64_t i = 0; i < columns; i++) before += row[i] > row[at] || (row[i] == row[at] && i < at);
  return before < k;
}

enum { TRUE_POSITIVES, FALSE_POSITIVES, TRUE_NEGATIVES, FALSE_NEGATIVES, KINDS };

static int64_t counts_size(const NnObject *self, int64_t columns) { return KINDS * threshold_count(self); }

static bool same_columns(const NnObject *self, const NnSeen *seen, Error *error) {
  return seen->true_columns == seen->columns ||
         core_fail(error, ERROR_VALUE, "%s: Shapes of y_true and y_pred are incompatible: %lld and %lld columns",
                   self->row->name, (long long)seen->true_columns, (long long)seen->columns);
}

/* state[kind * thresholds + threshold]. */
static bool counts_update(const NnObject *self, double *state, const NnSeen *seen, Error *error) {
  if (!same_columns(self, seen, error)) return false;
  const int64_t thresholds = threshold_count(self);
  const NnOption *top = nn_option(self, "top_k"), *class = nn_option(self, "class_id");
  const int64_t only = class != NULL && class->tag == NN_OPTION_INT ? class->as.integer : -1;
  for (int64_t r = 0; r < seen->rows; r++)
    for (int64_t c = 0; c < seen->columns; c++) {
      if (only >= 0 && c != only) continue;
      const int64_t at = r * seen->columns + c;
      float score = seen->y_pred[at];
      if (top != NULL && top->tag == NN_OPTION_INT &&
          !among_top(seen->y_pred + r * seen->columns, seen->columns, c, top->as.integer))
        score = -1e10f;
      const bool yes = seen->y_true[at] != 0;
      const float weight = weight_of(seen, at);
      for (int64_t t = 0; t < thresholds; t++) {
        const bool said = score > threshold_at(self, t);
        state[(said  ? yes ? TRUE_POSITIVES : FALSE_POSITIVES
               : yes ? FALSE_NEGATIVES
                     : TRUE_NEGATIVES) *
                  thresholds +
              t] += (double)weight;
      }
    }
  return true;
}

static double part(double of, double all) { return all != 0 ? of / all : 0; }

static int64_t count_results(const NnObject *self, const double *state, int64_t columns, double *results) {
  const int64_t thresholds = threshold_count(self);
  const int kind = self->row->name[0] == 'T' ? self->row->name[4] == 'P' ? TRUE_POSITIVES : TRUE_NEGATIVES
                   : self->row->name[5] == 'P' ? FALSE_POSITIVES : FALSE_NEGATIVES;
  for (int64_t t = 0; t < thresholds && results != NULL; t++)
    results[t] = state != NULL ? state[kind * thresholds + t] : 0;
  return thresholds;
}

/* Precision divides by all that were said to be positive, Recall by all that are. */
static int64_t share_results(const NnObject *self, const double *state, int64_t columns, double *results) {
  const int64_t thresholds = threshold_count(self);
  const int other = self->row->name[0] == 'P' ? FALSE_POSITIVES : FALSE_NEGATIVES;
  for (int64_t t = 0; t < thresholds && results != NULL; t++) {
    const double right = state != NULL ? state[t] : 0, wrong = state != NULL ? state[other * thresholds + t] : 0;
    results[t] = part(right, right + wrong);
  }
  return thresholds;
}

/* ---- curves over many thresholds ---- */

/* Even thresholds: a score falls between two of them, and one count there tells for all. state: for targets of 1, then
 * for those of 0, how many scores lie above threshold b but not above b + 1. A list of thresholds has 0 and 1 around
 * it. */
static int64_t curve_points(const NnObject *self) {
  const NnOption *own = nn_option(self, "thresholds");
  if (own != NULL && own->tag == NN_OPTION_LIST && own->as.list.count > 0) return own->as.list.count + 2;
  return nn_option_int(self, "num_thresholds");
}

static double listed(const NnObject *self, int64_t i) {
  const NnOption *own = nn_option(self, "thresholds");
  double value = 0;
  if (i == 0) return -1e-7;
  if (i > own->as.list.count) return 1 + 1e-7;
  nn_option_number(&own->as.list.items[i - 1], &value);
  return value;
}

/* AUC(multi_label=True) has a curve for each label. */
static bool by_label(const NnObject *self) {
  return nn_option(self, "multi_label") != NULL && nn_option_bool(self, "multi_label");
}

static double label_weight(const NnObject *self, int64_t label) {
  const NnOption *weights = nn_option(self, "label_weights");
  double weight = 1;
  if (weights != NULL && weights->tag == NN_OPTION_LIST && label < weights->as.list.count)
    nn_option_number(&weights->as.list.items[label], &weight);
  return weight;
}

static int64_t curve_size(const NnObject *self, int64_t columns) {
  return 2 * curve_points(self) * (by_label(self) ? columns : 1);
}

static bool curve_update(const NnObject *self, double *state, const NnSeen *seen, Error *error) {
  if (!same_columns(self, seen, error)) return false;
  const int64_t points = curve_points(self), size = seen->rows * seen->columns;
  const NnOption *own = nn_option(self, "thresholds"), *class = nn_option(self, "class_id");
  const bool list = own != NULL && own->tag == NN_OPTION_LIST && own->as.list.count > 0;
  const int64_t only = class != NULL && class->tag == NN_OPTION_INT ? class->as.integer : -1;
  const bool logits = nn_option(self, "from_logits") != NULL && nn_option_bool(self, "from_logits");
  const bool apart = by_label(self);
  const NnOption *weights = nn_option(self, "label_weights"), *labels = nn_option(self, "num_labels");
  if ((weights != NULL && weights->tag == NN_OPTION_LIST && weights->as.list.count != seen->columns) ||
      (labels != NULL && labels->tag == NN_OPTION_INT && labels->as.integer != seen->columns))
    return core_fail(error, ERROR_VALUE, "%s: the numbers of labels that it was made for are not the %lld of the predictions",
                     self->row->name, (long long)seen->columns);
  for (int64_t i = 0; i < size; i++) {
    if (only >= 0 && i % seen->columns != only) continue;
    float score = seen->y_pred[i];
    if (logits) score = 1 / (1 + expf(-score));
    if (!(score >= 0 && score <= 1))
      return core_fail(error, ERROR_VALUE, "%s: predictions must be between 0 and 1; got %g", self->row->name, (double)score);
    int64_t at = (int64_t)ceilf(score * (float)(points - 1)) - 1;
    if (list) {
      at = 0;
      while (at + 1 < points && (double)score > (double)(float)listed(self, at + 1)) at++;
    }
    const int64_t label = i % seen->columns, block = apart ? label * 2 * points : 0;
    state[block + (seen->y_true[i] != 0 ? 0 : points) + (at < 0 ? 0 : at)] +=
        (double)weight_of(seen, i) * (apart ? 1 : label_weight(self, label));
  }
  return true;
}

/* The four counts at each threshold. */
typedef struct Curve {
  int64_t points;
  const double *state;
  double yes, no; /* above the threshold so far */
  double all_yes, all_no;
} Curve;

static Curve curve_open(const NnObject *self, const double *state) {
  Curve curve = {.points = curve_points(self), .state = state};
  for (int64_t i = 0; state != NULL && i < curve.points; i++) {
    curve.all_yes += state[i];
    curve.all_no += state[curve.points + i];
  }
  return curve;
}

/* From the highest threshold down: true and false positives at point i. */
static void curve_at(Curve *curve, int64_t i) {
  curve->yes += curve->state[i];
  curve->no += curve->state[curve->points + i];
}

static double area_step(const char *method, double width, double y, double next) {
  if (strcmp(method, "minoring") == 0) return width * (y < next ? y : next);
  if (strcmp(method, "majoring") == 0) return width * (y > next ? y : next);
  return width * (y + next) / 2;
}

/* Davis and Goadrich 2006: between two points precision is no straight line. */
static double precision_recall_step(const Curve *above, const Curve *at) {
  const double gained = at->yes - above->yes, said = at->yes + at->no, said_above = above->yes + above->no;
  const double slope = said - said_above > 0 ? gained / (said - said_above) : 0;
  const double intercept = above->yes - slope * said_above;
  const double ratio = said > 0 && said_above > 0 ? said / said_above : 1;
  return part(slope * (gained + intercept * log(ratio)), at->all_yes);
}

static double area_of(const NnObject *self, const double *state) {
  double area = 0;
  const char *method = nn_option_text(self, "summation_method");
  const bool roc = strcmp(nn_option_text(self, "curve"), "ROC") == 0;
  Curve at = curve_open(self, state);
  double x = 0, y = 0;
  for (int64_t i = at.points - 1; i >= 0; i--) {
    const Curve above = at;
    curve_at(&at, i);
    const double recall = part(at.yes, at.all_yes);
    const double next_x = roc ? part(at.no, at.all_no) : recall, next_y = roc ? recall : part(at.yes, at.yes + at.no);
    if (i < at.points - 1)
      area += !roc && strcmp(method, "interpolation") == 0 ? precision_recall_step(&above, &at)
                                                           : area_step(method, next_x - x, next_y, y);
    x = next_x;
    y = next_y;
  }
  return area;
}

static int64_t auc_results(const NnObject *self, const double *state, int64_t columns, double *results) {
  if (results == NULL) return 1;
  results[0] = 0;
  if (state == NULL) return 1;
  if (!by_label(self)) {
    results[0] = area_of(self, state);
    return 1;
  }
  double sum = 0, weights = 0;
  for (int64_t label = 0; label < columns; label++) {
    sum += area_of(self, state + label * 2 * curve_points(self)) * label_weight(self, label);
    weights += label_weight(self, label);
  }
  results[0] = part(sum, weights);
  return 1;
}

/* The best of one share among the thresholds where the other one is at least what was asked for. */
static int64_t constrained_results(const NnObject *self, const double *state, int64_t columns, double *results) {
  if (results == NULL) return 1;
  results[0] = 0;
  if (state == NULL) return 1;
  const char *name = self->row->name;
  const bool precision = strcmp(name, "PrecisionAtRecall") == 0, recall = strcmp(name, "RecallAtPrecision") == 0;
  const bool sensitivity = strcmp(name, "SensitivityAtSpecificity") == 0;
  const double least =
      nn_option_double(self, precision ? "recall" : recall ? "precision" : sensitivity ? "specificity" : "sensitivity");
  Curve at = curve_open(self, state);
  for (int64_t i = at.points - 1; i >= 0; i--) {
    curve_at(&at, i);
    const double of_recall = part(at.yes, at.all_yes), of_precision = part(at.yes, at.yes + at.no);
    const double specificity = part(at.all_no - at.no, at.all_no);
    const double bound = precision ? of_recall : recall ? of_precision : sensitivity ? specificity : of_recall;
    const double wanted = precision ? of_precision : recall || sensitivity ? of_recall : specificity;
    if (bound >= least && wanted > results[0]) results[0] = wanted;
  }
  return 1;
}

/* Thresholds are shares: from 0 to 1. */
static bool check_thresholds(NnObject *object, Error *error) {
  const NnOption *given = nn_option(object, "thresholds");
  const int count = given->tag == NN_OPTION_LIST ? given->as.list.count : 1;
  Text wrong = {0};
  int found = 0;
  for (int i = 0; i < count; i++) {
    const NnOption *one = given->tag == NN_OPTION_LIST ? &given->as.list.items[i] : given;
    double value;
    if (one->tag == NN_OPTION_STRING) {
      text_free(&wrong);
      return core_fail(error, ERROR_TYPE, "'<' not supported between instances of 'str' and 'int'");
    }
    if (!nn_option_number(one, &value) || (value >= 0 && value <= 1)) continue;
    text_add(&wrong, found++ ? ", " : "");
    nn_option_show(&wrong, one);
  }
  if (found > 0) core_fail(error, ERROR_VALUE, "Threshold values must be in [0, 1]. Received: [%s]", text_string(&wrong));
  text_free(&wrong);
  return found == 0 && nn_metric_check(object, error);
}

static bool check_auc(NnObject *object, Error *error) {
  const char *curve = nn_option_text(object, "curve"), *method = nn_option_text(object, "summation_method");
  if (curve == NULL || (strcmp(curve, "ROC") != 0 && strcmp(curve, "PR") != 0))
    return core_fail(error, ERROR_VALUE, "Invalid AUC curve value: \"%s\". Expected values are [\"PR\", \"ROC\"]",
                     curve != NULL ? curve : "None");
  if (method == NULL || (strcmp(method, "interpolation") != 0 && strcmp(method, "minoring") != 0 &&
                         strcmp(method, "majoring") != 0))
    return core_fail(error, ERROR_VALUE, "Invalid AUC summation method value: \"%s\". Expected values are "
                     "['interpolation', 'majoring', 'minoring']", method != NULL ? method : "None");
  if (!nn_option_bool(object, "multi_label") && nn_option(object, "num_labels")->tag != NN_OPTION_NONE)
    return core_fail(error, ERROR_VALUE, "`num_labels` is needed only when `multi_label` is True.");
  if (nn_option(object, "thresholds")->tag == NN_OPTION_NONE && nn_option_int(object, "num_thresholds") <= 1)
    return core_fail(error, ERROR_VALUE, "Argument `num_thresholds` must be an integer > 1. Received: num_thresholds=%lld",
                     (long long)nn_option_int(object, "num_thresholds"));
  return nn_metric_check(object, error);
}

static bool check_constrained(NnObject *object, Error *error) {
  static const char *const bounds[] = {"recall", "precision", "specificity", "sensitivity"};
  if (nn_option(object, "num_thresholds")->tag == NN_OPTION_INT && nn_option_int(object, "num_thresholds") <= 0)
    return core_fail(error, ERROR_VALUE, "Argument `num_thresholds` must be an integer > 0. Received: num_thresholds=%lld",
                     (long long)nn_option_int(object, "num_thresholds"));
  for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++) {
    if (nn_option(object, bounds[i]) == NULL) continue;
    const double value = nn_option_double(object, bounds[i]);
    if (value >= 0 && value <= 1) continue;
    Text shown = {0};
    nn_option_show(&shown, nn_option(object, bounds[i]));
    core_fail(error, ERROR_VALUE, "Argument `%s` must be in the range [0, 1]. Received: %s=%s", bounds[i], bounds[i],
              text_string(&shown));
    text_free(&shown);
    return false;
  }
  return nn_metric_check(object, error);
}

#define COUNT(symbol, class_name, own_name, text)                                                             \
  NN_STATE_METRIC(symbol, class_name, own_name, "thresholds=None, name=None, dtype=None",               \
                  "name|dtype|thresholds", text, counts_size, counts_update, count_results, check_thresholds)
COUNT(true_positives, "TruePositives", "true_positives", "How many are yes and were said to be.")
COUNT(false_positives, "FalsePositives", "false_positives", "How many are no and were said to be yes.")
COUNT(true_negatives, "TrueNegatives", "true_negatives", "How many are no and were said to be.")
COUNT(false_negatives, "FalseNegatives", "false_negatives", "How many are yes and were said to be no.")

#define SHARE(symbol, class_name, own_name, text)                                                              \
  NN_STATE_METRIC(symbol, class_name, own_name, "thresholds=None, top_k=None, class_id=None, name=None, dtype=None", \
                  "name|dtype|thresholds|top_k|class_id", text, counts_size, counts_update,    \
                  share_results, check_thresholds)
SHARE(precision, "Precision", "precision", "How much of what was said to be yes is.")
SHARE(recall, "Recall", "recall", "How much of what is yes was said to be.")

NN_STATE_METRIC(auc, "AUC", "auc",
                "num_thresholds=200, curve='ROC', summation_method='interpolation', name=None, dtype=None, "
                "thresholds=None, multi_label=False, num_labels=None, label_weights=None, from_logits=False",
                "name|dtype|num_thresholds|curve|summation_method|multi_label|num_labels|label_weights|from_logits|"
                "thresholds?",
                "The area under the ROC curve, or that of precision and recall.", curve_size, curve_update, auc_results,
                check_auc)

#define CONSTRAINED(symbol, class_name, own_name, bound, text)                                                     \
  NN_STATE_METRIC(symbol, class_name, own_name, bound ", num_thresholds=200, class_id=None, name=None, dtype=None", \
                  "name|dtype|class_id|num_thresholds|" bound, text, curve_size, curve_update, \
                  constrained_results, check_constrained)
CONSTRAINED(precision_at_recall, "PrecisionAtRecall", "precision_at_recall", "recall",
            "The best precision where recall is at least as given.")
CONSTRAINED(recall_at_precision, "RecallAtPrecision", "recall_at_precision", "precision",
            "The best recall where precision is at least as given.")
CONSTRAINED(sensitivity_at_specificity, "SensitivityAtSpecificity", "sensitivity_at_specificity", "specificity",
            "The best sensitivity where specificity is at least as given.")
CONSTRAINED(specificity_at_sensitivity, "SpecificityAtSensitivity", "specificity_at_sensitivity", "sensitivity",
            "The best specificity where sensitivity is at least as given.")
