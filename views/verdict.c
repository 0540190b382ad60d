/* The rule is written in docs/verdict.md, which names the thresholds below; change both together. */
#include "views/verdict.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine/core/memory.h"

static const int FEWEST_EPOCHS = 3;
static const double RISE = 0.05;            /* overfit: how far above its lowest val_loss stays */
static const double RISE_IN_ROUGHNESS = 2;  /* ... and at least so many times its roughness */
static const double LOSS_FALL = 0.10;       /* overfit: how much loss fell after val_loss was lowest */
static const double ROUGH = 0.08;           /* noisy */
static const double BARELY = 0.15;          /* underfit: loss fell less than this in the whole fit */
static const double GAP = 0.11;             /* dropout: val_loss below loss by so much in the mean */
static const double LATE_OF_ALL = 0.12;     /* underfit: share of all progress that came in the last quarter */
static const double LATE = 0.03;            /* ... and that progress as a share of val_loss */
static const double GROWTH = 1.5, NO_PROGRESS = 0.9; /* diverged */

const char *verdict_kind_name(VerdictKind kind) {
  static const char *const names[] = {
      [VERDICT_NONE] = "none",         [VERDICT_HEALTHY] = "healthy", [VERDICT_OVERFIT] = "overfit",
      [VERDICT_UNDERFIT] = "underfit", [VERDICT_NOISY] = "noisy",     [VERDICT_DIVERGED] = "diverged",
      [VERDICT_DROPOUT_GAP] = "dropout_gap"};
  return (unsigned)kind < sizeof names / sizeof *names ? names[kind] : "none";
}

/* A value as the epoch line shows it: the rule works on what a person can read. */
static double shown(double value) {
  char text[400];
  if (!isfinite(value)) return value;
  snprintf(text, sizeof text, fabs(value) > 1e-3 ? "%.4f" : "%.4e", value);
  return strtod(text, NULL);
}

/* The index of the first smallest value. */
static int lowest(const double *values, int from, int to) {
  int best = from;
  for (int i = from + 1; i < to; i++)
    if (values[i] < values[best]) best = i;
  return best;
}

/* How much val_loss jumps from epoch to epoch in the second half: the mean, over its inner epochs, of the distance of a
 * value from the middle of its two neighbours where it is above or below both (0 elsewhere: a steep fall is no noise),
 * as a share of the mean. 0 where that half has fewer than three epochs. */
static double roughness(const double *v, int n) {
  int half = n / 2, count = n - half;
  if (count < 3) return 0;
  double jumps = 0, sum = 0;
  for (int i = half + 1; i < n - 1; i++) {
    double before = v[i] - v[i - 1], after = v[i + 1] - v[i];
    if ((before < 0) != (after < 0)) jumps += fabs(after - before) / 2;
  }
  for (int i = half; i < n; i++) sum += fabs(v[i]);
  return sum > 0 ? jumps / (count - 2) / (sum / count) : 0;
}

static bool has_diverged(const double *a, const double *v, int n) {
  for (int i = 0; i < n; i++)
    if (!isfinite(a[i]) || (v && !isfinite(v[i]))) return true;
  double least = a[lowest(a, 0, n)];
  return least > 0 && n > 1 && a[n - 1] >= NO_PROGRESS * a[0] && a[n - 1] >= GROWTH * least;
}

static bool is_overfit(const double *a, const double *v, int n, int best, double rough) {
  int last = n / 10 > 2 ? n / 10 : 2;
  if (n - 1 - best < last) return false;
  double rise = RISE > RISE_IN_ROUGHNESS * rough ? RISE : RISE_IN_ROUGHNESS * rough;
  for (int i = n - last; i < n; i++)
    if (v[i] <= v[best] + rise * fabs(v[best])) return false;
  return a[n - 1] < a[best] - LOSS_FALL * fabs(a[best]);
}

static bool has_gap(const double *a, const double *v, int n) {
  int half = n / 2, below = 0;
  double gap = 0;
  for (int i = half; i < n; i++) {
    below += v[i] < a[i];
    if (a[i] > 0) gap += (a[i] - v[i]) / a[i];
  }
  return below * 10 >= (n - half) * 9 && gap / (n - half) > GAP;
}

static bool is_still_falling(const double *v, int n) {
  int quarter = n / 4 > 1 ? n / 4 : 1;
  double least = v[lowest(v, 0, n)], before = v[lowest(v, 0, n - quarter)];
  double late = before - least, all = v[0] - least;
  return (late > LATE_OF_ALL * all && late > LATE * fabs(least)) || late > fabs(least);
}

static bool barely_moved(const double *a, int n) {
  return a[0] - a[lowest(a, 0, n)] < BARELY * fabs(a[0]);
}

static VerdictKind judge(const double *a, const double *v, int n, int best) {
  if (has_diverged(a, v, n)) return VERDICT_DIVERGED;
  if (!v || n < FEWEST_EPOCHS) return VERDICT_NONE;
  double rough = roughness(v, n);
  if (is_overfit(a, v, n, best, rough)) return VERDICT_OVERFIT;
  if (rough > ROUGH) return VERDICT_NOISY;
  if (barely_moved(a, n)) return VERDICT_UNDERFIT;
  if (is_still_falling(v, n)) return VERDICT_UNDERFIT;
  if (has_gap(a, v, n)) return VERDICT_DROPOUT_GAP;
  return VERDICT_HEALTHY;
}

Verdict verdict_of(const double *loss, const double *val_loss, int epochs) {
  Verdict verdict = {.kind = VERDICT_NONE, .best_epoch = -1, .since_epoch = -1, .best = NAN, .last = NAN};
  if (epochs <= 0 || !loss) return verdict;
  double *copy = core_alloc(2 * sizeof *copy * (size_t)epochs);
  if (!copy) return verdict;
  double *a = copy, *v = val_loss ? copy + epochs : NULL;
  for (int i = 0; i < epochs; i++) {
    a[i] = shown(loss[i]);
    if (!v) continue;
    v[i] = shown(val_loss[i]);
    if (isfinite(v[i]) && (verdict.best_epoch < 0 || v[i] < v[verdict.best_epoch])) verdict.best_epoch = i;
  }
  if (v) {
    verdict.last = val_loss[epochs - 1];
    if (verdict.best_epoch >= 0) verdict.best = val_loss[verdict.best_epoch];
  }
  verdict.kind = judge(a, v, epochs, verdict.best_epoch);
  if (verdict.kind == VERDICT_OVERFIT) verdict.since_epoch = verdict.best_epoch + 1;
  core_free(copy);
  return verdict;
}

static void add_value(Text *out, double value) {
  if (isnan(value)) {
    text_add(out, "nan");
  } else {
    text_addf(out, fabs(value) > 1e-3 ? "%.4f" : "%.4e", value);
  }
}

static void add_none(Text *out, const double *loss, const double *val_loss, int n) {
  if (n <= 0 || !loss) {
    text_add(out, "No epoch was finished, so there is nothing to say yet.");
  } else if (!val_loss) {
    text_add(out, "No validation data, so overfitting cannot be seen: loss ");
    if (n > 1) {
      text_add(out, "went from ");
      add_value(out, loss[0]);
      text_add(out, " to ");
    } else {
      text_add(out, "is ");
    }
    add_value(out, loss[n - 1]);
    if (n > 1) text_addf(out, " in %d epochs.", n);
    else text_add(out, " after 1 epoch.");
  } else {
    text_addf(out, "Too few epochs to tell (%d of at least %d): val_loss is ", n, FEWEST_EPOCHS);
    add_value(out, val_loss[n - 1]);
    text_add(out, ".");
  }
}

static void add_diverged(Text *out, const double *loss, const double *val_loss, int n) {
  for (int i = 0; i < n; i++) {
    bool in_loss = !isfinite(loss[i]);
    if (!in_loss && (!val_loss || isfinite(val_loss[i]))) continue;
    text_addf(out, "Diverged at epoch %d: %s is ", i + 1, in_loss ? "loss" : "val_loss");
    add_value(out, in_loss ? loss[i] : val_loss[i]);
    text_add(out, "; the learning rate may be too high, or the data not scaled.");
    return;
  }
  int least = lowest(loss, 0, n);
  text_add(out, "Diverged: loss was ");
  add_value(out, loss[least]);
  text_addf(out, " at epoch %d and ended at ", least + 1);
  add_value(out, loss[n - 1]);
  text_add(out, "; the learning rate may be too high.");
}

static void add_lowest(Text *out, const Verdict *verdict) {
  text_addf(out, "lowest at epoch %d (", verdict->best_epoch + 1);
  add_value(out, verdict->best);
  text_add(out, ")");
}

static void add_underfit(Text *out, const double *loss, const double *val_loss, int n) {
  double least = loss[lowest(loss, 0, n)];
  text_addf(out, "Underfit until the end, epoch %d: ", n);
  if (shown(loss[0]) - shown(least) < BARELY * fabs(shown(loss[0]))) {
    text_add(out, "loss barely moved, from ");
    add_value(out, loss[0]);
    text_add(out, " to ");
    add_value(out, loss[n - 1]);
    text_add(out, "; the net may be too small, or the learning rate too low.");
  } else {
    int before = n - 1 - (n / 4 > 1 ? n / 4 : 1);
    text_add(out, "val_loss was still falling, from ");
    add_value(out, val_loss[before]);
    text_addf(out, " at epoch %d to ", before + 1);
    add_value(out, val_loss[n - 1]);
    text_add(out, "; train longer, or with a higher learning rate.");
  }
}

void verdict_sentence(Text *out, const Verdict *verdict, const double *loss, const double *val_loss, int epochs) {
  int n = epochs;
  switch (verdict->kind) {
    case VERDICT_NONE:
      add_none(out, loss, val_loss, n);
      break;
    case VERDICT_DIVERGED:
      add_diverged(out, loss, val_loss, n);
      break;
    case VERDICT_OVERFIT:
      text_addf(out, "Overfitting since epoch %d: val_loss was ", verdict->since_epoch + 1);
      add_lowest(out, verdict);
      text_add(out, " and ended at ");
      add_value(out, verdict->last);
      text_add(out, " while loss kept falling to ");
      add_value(out, loss[n - 1]);
      text_add(out, ".");
      break;
    case VERDICT_NOISY:
      text_addf(out, "Noisy: val_loss jumps from epoch to epoch by %.0f%% of its size; it was ",
                100 * roughness(val_loss, n));
      add_lowest(out, verdict);
      text_add(out, " and ended at ");
      add_value(out, verdict->last);
      text_add(out, "; a lower learning rate or larger batches may calm it.");
      break;
    case VERDICT_UNDERFIT:
      add_underfit(out, loss, val_loss, n);
      break;
    case VERDICT_DROPOUT_GAP:
      text_add(out, "No overfitting: val_loss (");
      add_value(out, verdict->last);
      text_add(out, ") is below loss (");
      add_value(out, loss[n - 1]);
      text_add(out, "), as with dropout, which is off in validation; it was ");
      add_lowest(out, verdict);
      text_add(out, ".");
      break;
    case VERDICT_HEALTHY:
      text_add(out, "Healthy: no overfitting up to epoch ");
      text_addf(out, "%d; val_loss was ", n);
      add_lowest(out, verdict);
      if (verdict->best_epoch < n - 1) {
        text_add(out, " and ended at ");
        add_value(out, verdict->last);
      }
      text_add(out, ".");
      break;
  }
}
