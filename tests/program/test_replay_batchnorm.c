/* The replay program that compares three models over 100 epochs each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/replay.h"

static void test_replay_s2d_batchnorm_compare(void **state) {
  if (!replay_have("s2d_batchnorm_compare", true, false)) skip();
  char *out;
  assert_true(replay_matches(NNSH_SOURCE_DIR, "s2d_batchnorm_compare", "replay_s2d.txt", 290, &out));
  assert_non_null(strstr(out, "Epoch 100/100"));
  free(out);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_replay_s2d_batchnorm_compare)};
  return cmocka_run_group_tests(tests, replay_make_data, replay_remove_data);
}
