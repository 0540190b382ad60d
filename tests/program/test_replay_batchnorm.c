/* The replay program that compares three models over 100 epochs each: what it prints, and the order of the three. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/replay.h"

enum { MODELS = 3, EPOCHS = 100, LAST = 10 };

/* The mean val_loss of each model's last epochs, read from what fit() printed. */
static void read_losses(const char *out, double means[MODELS]) {
  int seen = 0;
  for (const char *at = out; (at = strstr(at, "val_loss: ")) != NULL; seen++) {
    at += strlen("val_loss: ");
    assert_true(seen < MODELS * EPOCHS);
    if (seen % EPOCHS >= EPOCHS - LAST) means[seen / EPOCHS] += strtod(at, NULL) / LAST;
  }
  assert_int_equal(seen, MODELS * EPOCHS);
}

/* The plain model ends worst: it overfits most. Which of the two with BatchNormalization ends better is chance: Keras
 * itself, run several times, gave both orders. */
static void test_replay_s2d_batchnorm_compare(void **state) {
  if (!replay_have("s2d_batchnorm_compare", true, false)) skip();
  char *out;
  assert_true(replay_matches(NNSH_SOURCE_DIR, "s2d_batchnorm_compare", "replay_s2d.txt", 290, &out));
  double means[MODELS] = {0};
  read_losses(out, means);
  print_message("val_loss of the last %d epochs: %.4f plain, %.4f and %.4f with batch norm\n", LAST, means[0], means[1], means[2]);
  assert_true(means[0] > means[1]);
  assert_true(means[0] > means[2]);
  free(out);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_replay_s2d_batchnorm_compare)};
  return cmocka_run_group_tests(tests, replay_make_data, replay_remove_data);
}
