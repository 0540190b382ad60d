/* The verdict on histories of real Keras fits (tests/golden/verdict_histories.py): kinds were arranged beforehand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "views/verdict.h"

enum { MOST_EPOCHS = 200 };

/* Checks all histories of a file, of which `disputed` (a text of names) are known to be judged otherwise than they were
 * arranged; returns how many there were. */
static int check_file(const char *name, const char *disputed, int kinds[8]) {
  char path[512];
  snprintf(path, sizeof path, "%s/tests/golden/%s", NNSH_SOURCE_DIR, name);
  FILE *file = fopen(path, "r");
  assert_non_null(file);
  char fit[64], kind[32];
  int epochs, count = 0, wrong = 0;
  while (fscanf(file, "%63s %31s %d", fit, kind, &epochs) == 3) {
    double loss[MOST_EPOCHS], val_loss[MOST_EPOCHS];
    assert_in_range(epochs, 1, MOST_EPOCHS);
    for (int i = 0; i < 2 * epochs; i++) assert_int_equal(fscanf(file, "%lf", i < epochs ? &loss[i] : &val_loss[i - epochs]), 1);
    Verdict verdict = verdict_of(loss, val_loss, epochs);
    Text out = {0};
    verdict_sentence(&out, &verdict, loss, val_loss, epochs);
    print_message("%-24s %-12s %s\n", fit, kind, text_string(&out));
    assert_null(strchr(text_string(&out), '\n'));
    if ((strcmp(verdict_kind_name(verdict.kind), kind) != 0) != (strstr(disputed, fit) != NULL)) {
      print_message("  ^ judged %s\n", verdict_kind_name(verdict.kind));
      wrong++;
    }
    kinds[verdict.kind]++;
    text_free(&out);
    count++;
  }
  fclose(file);
  assert_int_equal(wrong, 0);
  return count;
}

static void test_histories_the_thresholds_were_set_on(void **state) {
  int kinds[8] = {0};
  assert_true(check_file("verdict_first.txt", "", kinds) >= 12);
  for (int kind = VERDICT_HEALTHY; kind <= VERDICT_DROPOUT_GAP; kind++) assert_true(kinds[kind] >= 2);
}

/* One of the six has no gap in spite of its dropout, and is called healthy: left as it is (docs/verdict.md). */
static void test_histories_not_looked_at(void **state) {
  int kinds[8] = {0};
  assert_true(check_file("verdict_held_out.txt", "fashion_much_dropout", kinds) >= 4);
}

/* The round before: in three of its six fits the curves did not become what had been arranged (docs/verdict.md). */
static void test_first_round_of_others(void **state) {
  int kinds[8] = {0};
  assert_int_equal(check_file("verdict_round_1.txt", "cancer_small_net friedman_explodes wine_dropout", kinds), 6);
}

static void test_hundred_epochs_on_mnist(void **state) {
  int kinds[8] = {0};
  assert_int_equal(check_file("verdict_mnist.txt", "", kinds), 1);
}

/* The shape of a fit that real Keras recorded: lowest val_loss 0.103 at epoch 10 of 100, 0.337 at the end. */
static void test_sentence_of_an_overfit(void **state) {
  double loss[100], val_loss[100];
  for (int i = 0; i < 100; i++) {
    loss[i] = 0.3 * exp(-i / 12.0) + 0.0001 - 0.3 * exp(-99 / 12.0);
    val_loss[i] = i < 10 ? 0.2 - (0.2 - 0.103) * i / 9 : 0.103 + (0.337 - 0.103) * (i - 9) / 90;
  }
  Verdict verdict = verdict_of(loss, val_loss, 100);
  assert_int_equal(verdict.kind, VERDICT_OVERFIT);
  assert_int_equal(verdict.best_epoch, 9);
  assert_int_equal(verdict.since_epoch, 10);
  Text out = {0};
  verdict_sentence(&out, &verdict, loss, val_loss, 100);
  assert_string_equal(text_string(&out), "Overfitting since epoch 11: val_loss was lowest at epoch 10 (0.1030) and ended "
                                         "at 0.3370 while loss kept falling to 1.0000e-04.");
  text_free(&out);
}

static void test_degenerate_histories(void **state) {
  const double values[] = {NAN, INFINITY, -INFINITY, 0, -0.0, 1e300, 5e-324, 1, -1};
  enum { KINDS = sizeof values / sizeof *values };
  for (int n = 0; n <= 3; n++)
    for (int code = 0; code < KINDS * KINDS * KINDS; code++) {
      double loss[3] = {values[code % KINDS], values[code / KINDS % KINDS], values[code / KINDS / KINDS]};
      double val_loss[3] = {loss[2], loss[0], loss[1]};
      for (int with = 0; with < 2; with++) {
        Verdict verdict = verdict_of(loss, with ? val_loss : NULL, n);
        bool finite = true;
        for (int i = 0; i < n; i++) finite &= isfinite(loss[i]) && (!with || isfinite(val_loss[i]));
        if (!finite) assert_int_equal(verdict.kind, VERDICT_DIVERGED);
        if (n == 0 || (!with && finite && n < 2)) assert_int_equal(verdict.kind, VERDICT_NONE);
        Text out = {0};
        verdict_sentence(&out, &verdict, loss, with ? val_loss : NULL, n);
        assert_true(out.length > 10 && out.length < 2000);
        text_free(&out);
      }
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_histories_the_thresholds_were_set_on), cmocka_unit_test(test_histories_not_looked_at),
      cmocka_unit_test(test_first_round_of_others),
      cmocka_unit_test(test_hundred_epochs_on_mnist), cmocka_unit_test(test_sentence_of_an_overfit),
      cmocka_unit_test(test_degenerate_histories),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
