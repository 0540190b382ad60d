/* The replay program with a convnet on MNIST: what it prints, and how well the net does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/replay.h"

static void test_replay_s1_mnist_convnet(void **state) {
  if (!replay_have("s1_mnist_convnet", true, false)) skip();
  char *out;
  assert_true(replay_matches(NNSH_SOURCE_DIR, "s1_mnist_convnet", "replay_s1.txt", 290, &out));
  const char *line = strstr(out, "테스트 정확도: ");
  assert_non_null(line);
  assert_true(strtod(strchr(line, ':') + 1, NULL) >= 0.985);
  free(out);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_replay_s1_mnist_convnet)};
  return cmocka_run_group_tests(tests, replay_make_data, replay_remove_data);
}
