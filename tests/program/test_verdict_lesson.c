/* The sentence after a fit is computed, never written in a script: the epoch lines of the lesson on overfitting are
 * read back, the rule of docs/verdict.md is applied to them here, by code of its own, and the outcome compared with the
 * sentence that was printed; for three seeds, and for both fits (by heart, and with dropout). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/run.h"

enum { MOST_EPOCHS = 400 };

typedef struct Fit {
  int n;
  double loss[MOST_EPOCHS], val_loss[MOST_EPOCHS];
  char sentence[512]; /* the line after the last epoch */
} Fit;

static double value_after(const char *line, const char *name) {
  const char *at = strstr(line, name);
  assert_non_null(at);
  return strtod(at + strlen(name), NULL);
}

/* Reads the epoch lines from `at` up to the end of one fit; returns where the sentence ends. */
static const char *read_fit(const char *at, Fit *fit) {
  memset(fit, 0, sizeof *fit);
  at = strstr(at, "Epoch 1/");
  assert_non_null(at);
  int epochs = atoi(at + strlen("Epoch 1/"));
  assert_in_range(epochs, 3, MOST_EPOCHS);
  for (; fit->n < epochs; fit->n++) {
    char heading[32];
    snprintf(heading, sizeof heading, "Epoch %d/%d\n", fit->n + 1, epochs);
    assert_int_equal(strncmp(at, heading, strlen(heading)), 0);
    char line[512];
    snprintf(line, sizeof line, "%.*s", (int)strcspn(at + strlen(heading), "\n"), at + strlen(heading));
    fit->loss[fit->n] = value_after(line, " loss: ");
    fit->val_loss[fit->n] = value_after(line, " val_loss: ");
    at += strlen(heading) + strlen(line) + 1;
  }
  snprintf(fit->sentence, sizeof fit->sentence, "%.*s", (int)strcspn(at, "\n"), at);
  return at;
}

static int first_smallest(const double *v, int from, int to) {
  int at = from;
  while (++from < to)
    if (v[from] < v[at]) at = from;
  return at;
}

/* "The mean, over the second half's inner epochs, of |v[i+1] - 2 v[i] + v[i-1]| / 2 where v[i] is a turn, divided by
 * the mean of |v|; 0 where that half has fewer than three epochs." */
static double roughness_of(const double *v, int n) {
  int inner = 0, all = 0;
  double bends = 0, size = 0;
  for (int i = n / 2; i < n; i++, all++) {
    size += fabs(v[i]);
    if (i == n / 2 || i == n - 1) continue;
    inner++;
    bool up_before = v[i] - v[i - 1] >= 0, up_after = v[i + 1] - v[i] >= 0;
    if (up_before != up_after) bends += fabs(v[i + 1] - 2 * v[i] + v[i - 1]) / 2;
  }
  return all < 3 || size == 0 ? 0 : (bends / inner) / (size / all);
}

/* The rows of the table in docs/verdict.md, top to bottom; what each one's sentence begins with. */
static void expected_sentence(const Fit *fit, char *begin, size_t size, char *part, size_t part_size) {
  const double *loss = fit->loss, *v = fit->val_loss;
  int n = fit->n, best = first_smallest(v, 0, n), small = first_smallest(loss, 0, n);
  double lowest = v[best], roughness = roughness_of(v, n);
  bool finite = true, above = true;
  for (int i = 0; i < n; i++) finite = finite && isfinite(loss[i]) && isfinite(v[i]);
  snprintf(part, part_size, "lowest at epoch %d (%.4f)", best + 1, lowest);
  if (!finite || (loss[n - 1] >= 0.9 * loss[0] && loss[n - 1] >= 1.5 * loss[small] && loss[small] > 0)) {
    snprintf(begin, size, "Diverged");
    *part = '\0';
    return;
  }
  int k = n / 10 < 2 ? 2 : n / 10;
  double margin = 2 * roughness > 0.05 ? 2 * roughness : 0.05;
  for (int i = n - k; i < n; i++) above = above && v[i] - lowest > margin * lowest;
  if (n - 1 - best >= k && above && loss[best] - loss[n - 1] > 0.10 * loss[best]) {
    snprintf(begin, size, "Overfitting since epoch %d: ", best + 2);
    return;
  }
  if (roughness > 0.08) {
    snprintf(begin, size, "Noisy: ");
    return;
  }
  int q = n / 4 < 1 ? 1 : n / 4;
  double before = v[first_smallest(v, 0, n - q)], late = before - lowest;
  bool falling = late > 0 && ((late > 0.12 * (v[0] - lowest) && late > 0.03 * lowest) || lowest < before / 2);
  if (loss[0] - loss[small] < 0.15 * loss[0] || falling) {
    snprintf(begin, size, "Underfit until the end, epoch %d: ", n);
    *part = '\0';
    return;
  }
  int below = 0, of = n - n / 2;
  double gap = 0;
  for (int i = n / 2; i < n; i++) {
    below += v[i] < loss[i];
    gap += (loss[i] - v[i]) / loss[i] / of;
  }
  snprintf(begin, size,
           below >= 0.9 * of && gap > 0.11 ? "No overfitting: " : "Healthy: no overfitting up to epoch %d; ", n);
}

static void check_fit(const Fit *fit, const char *seed, const char *which) {
  char begin[128], part[64];
  expected_sentence(fit, begin, sizeof begin, part, sizeof part);
  bool same = strncmp(fit->sentence, begin, strlen(begin)) == 0 && strstr(fit->sentence, part) != NULL;
  if (!same)
    fprintf(stderr, "seed %s, %s: by the rule \"%s...%s\", printed: \"%s\"\n", seed, which, begin, part, fit->sentence);
  assert_true(same);
}

static void test_sentence_of_the_lesson(void **state) {
  if (access("/usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz", R_OK) != 0) skip();
  static const char *const seeds[] = {"1", "2", "3"};
  for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++) {
    RunResult result = run_nnsh("--show=always", NNSH_SOURCE_DIR "/scripts/overfitting.py", seeds[i], NULL);
    assert_int_equal(result.status, 0);
    Fit fit;
    const char *rest = read_fit(result.out, &fit);
    check_fit(&fit, seeds[i], "by heart");
    assert_int_equal(strncmp(fit.sentence, "Overfitting since", 17), 0); /* what the lesson is about */
    read_fit(rest, &fit);
    check_fit(&fit, seeds[i], "with dropout");
    run_free(&result);
  }
  /* And in no script stands what the program says. */
  assert_int_not_equal(system("grep -qiE 'overfitting since|no overfitting' " NNSH_SOURCE_DIR "/scripts/*.py"), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_sentence_of_the_lesson)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
