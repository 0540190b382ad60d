/* sklearn.metrics: how well predictions fit labels that are numbers. */
#include <stdio.h>
#include <string.h>

#include "repl/modules/numpy_internal.h"
#include "repl/modules/sklearn.h"

/* Labels and predictions as places in the sorted list of all labels that occur. */
typedef struct Pairing {
  NdArray *labels;              /* held by the work */
  const int64_t *truth, *guess; /* places in labels */
  int64_t count;
} Pairing;

static bool pair_up(NpWork *work, Value *arguments, Pairing *pairing) {
  NdArray *truth = np_hold(work, arguments[0]), *guess = truth ? np_hold(work, arguments[1]) : NULL;
  if (guess == NULL) return false;
  if (truth->ndim != 1 || guess->ndim != 1) {
    np_step(work, py_raise(&py_ValueError, "labels of %d and %d dimensions: class numbers in one dimension are wanted",
                           truth->ndim, guess->ndim));
    py_hint("np.argmax(predictions, axis=1) gives class numbers");
    return false;
  }
  if (truth->size != guess->size) {
    np_step(work, py_raise(&py_ValueError, "Found input variables with inconsistent numbers of samples: [%lld, %lld]",
                           (long long)truth->size, (long long)guess->size));
    return false;
  }
  Error error = {0};
  NdArray *both[2] = {truth, guess}, *places = NULL;
  Value joined = np_step_array(work, nd_concatenate(both, 2, 0, &error), &error);
  if (work->failed) return false;
  Value labels = np_step_array(work, nd_unique(np_borrow(joined), NULL, &places, NULL, &error), &error);
  Value inverse = work->failed ? PY_ERROR : np_step_array(work, places, &error);
  if (work->failed) return false;
  *pairing = (Pairing){np_borrow(labels), (const int64_t *)np_borrow(inverse)->data, NULL, truth->size};
  pairing->guess = pairing->truth + truth->size;
  return true;
}

static Value accuracy_score(const NativeRow *row, Value *arguments) {
  bool share;
  if (!py_as_bool(arguments[2], &share)) return PY_ERROR;
  NpWork work = {0};
  Pairing pairs;
  if (!pair_up(&work, arguments, &pairs)) return np_end(&work, PY_ERROR);
  int64_t right = 0;
  for (int64_t i = 0; i < pairs.count; i++) right += pairs.truth[i] == pairs.guess[i];
  /* scikit-learn gives Python floats. */
  return np_end(&work, py_float(share ? (double)right / (double)pairs.count : (double)right));
}

static Value confusion_matrix(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  Pairing pairs;
  if (!pair_up(&work, arguments, &pairs)) return np_end(&work, PY_ERROR);
  Error error = {0};
  int64_t n = pairs.labels->size;
  Value made = np_step_array(&work, nd_zeros(ND_INT64, 2, (int64_t[]){n, n}, &error), &error);
  for (int64_t i = 0; !work.failed && i < pairs.count; i++)
    ((int64_t *)np_borrow(made)->data)[pairs.truth[i] * n + pairs.guess[i]]++;
  return np_end(&work, made);
}

/* A line of the report: name, then precision, recall, f1 with some digits, and the support. */
static void report_line(Text *text, const char *name, int width, const double *scores, int digits, double support) {
  text_addf(text, "%*s ", width, name);
  for (int i = 0; i < 3; i++) text_addf(text, " %9.*f", digits, scores[i]);
  text_addf(text, " %9.0f\n", support);
}
static double ratio(double a, double b) { return b > 0 ? a / b : 0; }

/* precision = right / guessed, recall = right / true, f1 = 2 right / (guessed + true), for each class. */
static Value classification_report(const NativeRow *row, Value *arguments) {
  int64_t digits;
  if (!py_as_int(arguments[3], &digits)) return PY_ERROR;
  NpWork work = {0};
  Pairing pairs;
  if (!pair_up(&work, arguments, &pairs)) return np_end(&work, PY_ERROR);
  int64_t n = pairs.labels->size, name_count = 0;
  const Value *names = NULL;
  if (!py_is_none(arguments[2])) {
    Value list = np_step(&work, py_to_list(arguments[2]));
    if (work.failed) return np_end(&work, PY_ERROR);
    py_sequence(list, &names, &name_count);
    if (name_count != n)
      return np_end(&work, np_step(&work, py_raise(&py_ValueError,
                                                   "Number of classes, %lld, does not match size of target_names, "
                                                   "%lld. Try specifying the labels parameter",
                                                   (long long)n, (long long)name_count)));
  }
  Error error = {0};
  Value counts = np_step_array(&work, nd_zeros(ND_INT64, 2, (int64_t[]){3, n}, &error), &error);
  Value titles = np_step(&work, py_list(n));
  if (work.failed) return np_end(&work, PY_ERROR);
  int64_t *right = (int64_t *)np_borrow(counts)->data, *guessed = right + n, *given = guessed + n, total = 0;
  for (int64_t i = 0; i < pairs.count; i++) {
    right[pairs.truth[i]] += pairs.truth[i] == pairs.guess[i];
    guessed[pairs.guess[i]]++;
    given[pairs.truth[i]]++;
    total += pairs.truth[i] == pairs.guess[i];
  }
  int width = (int)(digits > 12 ? digits : 12); /* as wide as "weighted avg" */
  for (int64_t i = 0; i < n; i++) {
    if (!py_list_append_steal(py_as_list(titles), py_str(names ? names[i] : np_plain(nd_get(pairs.labels, &i)))))
      return np_end(&work, np_step(&work, PY_ERROR));
    int length = (int)py_as_string(py_as_list(titles)->items[i])->count;
    if (length > width) width = length;
  }
  Text text = {0};
  text_addf(&text, "%*s  %9s %9s %9s %9s\n\n", width, "", "precision", "recall", "f1-score", "support");
  double plain[3] = {0}, weighted[3] = {0}, all = (double)pairs.count;
  for (int64_t i = 0; i < n; i++) {
    double scores[3] = {ratio((double)right[i], (double)guessed[i]), ratio((double)right[i], (double)given[i]),
                        ratio(2 * (double)right[i], (double)(guessed[i] + given[i]))};
    for (int j = 0; j < 3; j++) {
      plain[j] += scores[j] / (double)n;
      weighted[j] += ratio(scores[j] * (double)given[i], all);
    }
    report_line(&text, py_as_string(py_as_list(titles)->items[i])->data, width, scores, (int)digits, (double)given[i]);
  }
  text_addf(&text, "\n%*s  %9s %9s %9.*f %9.0f\n", width, "accuracy", "", "", (int)digits, ratio((double)total, all),
            all);
  report_line(&text, "macro avg", width, plain, (int)digits, all);
  report_line(&text, "weighted avg", width, weighted, (int)digits, all);
  return np_end(&work, np_step(&work, py_text_take(&text)));
}

/* mean_squared_error, and mean_absolute_error (row->data), over all outputs. */
static Value mean_error(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  NdArray *a = np_hold(&work, arguments[0]), *b = a ? np_hold(&work, arguments[1]) : NULL;
  if (b == NULL) return np_end(&work, PY_ERROR);
  Value difference =
      np_step_apply(&work, "subtract", np_step_apply(&work, "multiply", arguments[0], py_float(1)), arguments[1]);
  Value size = np_step_apply(&work, row->data ? "absolute" : "square", difference, PY_UNDEFINED);
  Value mean = np_step_reduce(&work, ND_MEAN, size, PY_NONE, PY_FALSE);
  double result;
  return np_end(&work, !work.failed && py_as_double(mean, &result) ? py_float(result) : PY_ERROR);
}

static const char absolute[] = "absolute";
const NativeRow sklearn_metrics_rows[] = {
    {"accuracy_score", "y_true, y_pred, *, normalize=True", "The share of right predictions.", accuracy_score, NULL},
    {"confusion_matrix", "y_true, y_pred", "Counts by true class (rows) and predicted class (columns).",
     confusion_matrix, NULL},
    {"classification_report", "y_true, y_pred, *, target_names=None, digits=2",
     "Precision, recall and f1 of each class, as text.", classification_report, NULL},
    {"mean_squared_error", "y_true, y_pred", "The mean of squared differences.", mean_error, NULL},
    {"mean_absolute_error", "y_true, y_pred", "The mean of differences without sign.", mean_error, absolute},
    {0},
};
