/* Files of nnsh in real Keras (tests/golden/files_back.py), where it is installed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/support/run.h"

static void test_keras_reads_files_of_nnsh(void **state) {
  const char *const arguments[] = {"/usr/bin/env", "python3", "-P", NNSH_SOURCE_DIR "/tests/golden/files_back.py", run_binary(), NULL};
  char home[512];
  snprintf(home, sizeof home, "HOME=%s", getenv("HOME") ? getenv("HOME") : "/"); /* where a user's Python may lie */
  const char *const environment[] = {"LANG=C.UTF-8", home, NULL};
  RunResult result = run_program(arguments, NULL, environment, 240);
  const bool missing = result.status == 77 || result.status == 127;
  if (!missing && result.status != 0) print_error("%s%s", result.out, result.err);
  const int status = result.status;
  run_free(&result);
  if (missing) {
    print_message("python3 has no Keras here: nothing compared\n");
    skip();
  }
  assert_int_equal(status, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_keras_reads_files_of_nnsh)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
