/* The replay program that trains for 100 epochs: a file of its own, so that other tests run beside it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/support/replay.h"

static void test_replay_s2b_train_overfit(void **state) {
  if (!replay_have("s2b_train_overfit", true, false)) skip();
  assert_true(replay_matches(NNSH_SOURCE_DIR, "s2b_train_overfit", "replay_s2b.txt", 290, NULL));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_replay_s2b_train_overfit)};
  return cmocka_run_group_tests(tests, replay_make_data, replay_remove_data);
}
