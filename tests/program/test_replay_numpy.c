/* The replay program that trains in numpy alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/replay.h"

static void test_replay_s3b_numpy_training_loop(void **state) {
  if (!replay_have("s3b_numpy_training_loop", true, false)) skip();
  char *out;
  assert_true(replay_matches(NNSH_SOURCE_DIR, "s3b_numpy_training_loop", "replay_s3b.txt", 290, &out));
  const char *last = out;
  for (const char *next; (next = strstr(last + 1, "train acc, test acc | "));) last = next;
  assert_true(strtod(last + strlen("train acc, test acc | "), NULL) > 0.97);
  free(out);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_replay_s3b_numpy_training_loop)};
  return cmocka_run_group_tests(tests, replay_make_data, replay_remove_data);
}
