/* Old spellings (tests/old/examples.txt) run by the real binary beside today's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "tests/support/run.h"

#define FOLDER NNSH_SOURCE_DIR "/tests/old/"

static void test_old_spellings_mean_what_todays_mean(void **state) {
  const char *const environment[] = {"COLUMNS=80", "LANG=C.UTF-8", NULL};
  const char *const arguments[] = {run_binary(), FOLDER "rows.py", NULL};
  RunResult result = run_program(arguments, NULL, environment, 120);
  int same = 0, different = -1, waiting = 0;
  const char *last = strrchr(result.out, ' ') ? result.out : "";
  for (const char *line = result.out; line && *line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) last = line;
  int read = sscanf(last, "%d same %d different %d waiting", &same, &different, &waiting);
  if (read != 3 || different != 0) print_error("%s\n%s\n", result.out, result.err);
  assert_int_equal(read, 3);
  assert_int_equal(different, 0);
  assert_true(same >= 100);
  print_message("%d rows, %d more wait for what their new spelling needs\n", same, waiting);
  run_free(&result);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_old_spellings_mean_what_todays_mean)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
