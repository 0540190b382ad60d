/* Every name that tutorials use (tests/census/names.txt) is used by tests/census/calls.py, which prints under nnsh what
 * it prints under CPython; what is left out stands in docs/language.md with its reason, and is at most one in
 * twenty. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/run.h"

/* Whether a line of the text begins so. */
static bool has_start(const char *text, const char *start) {
  for (const char *at = text; (at = strstr(at, start)) != NULL; at++)
    if (at == text || at[-1] == '\n') return true;
  return false;
}

static void test_every_name_is_used(void **state) {
  char folder[] = "/tmp/nnsh-census-XXXXXX", here[1024], command[64], line[256];
  char *names = run_read_file(NNSH_SOURCE_DIR "/tests/census/names.txt");
  char *expected = run_read_file(NNSH_SOURCE_DIR "/tests/census/calls.out");
  char *language = run_read_file(NNSH_SOURCE_DIR "/docs/language.md");
  assert_non_null(names);
  assert_non_null(expected);
  assert_non_null(language);
  assert_non_null(getcwd(here, sizeof here));
  assert_non_null(mkdtemp(folder));
  assert_int_equal(chdir(folder), 0);
  const char *arguments[] = {run_binary(), NNSH_SOURCE_DIR "/tests/census/calls.py", NULL};
  const char *environment[] = {"COLUMNS=80", NULL};
  RunResult result = run_program(arguments, NULL, environment, 60);
  assert_int_equal(chdir(here), 0);
  snprintf(command, sizeof command, "rm -rf %s", folder);
  assert_int_equal(system(command), 0);
  if (result.status != 0) print_error("%s", result.err);
  assert_int_equal(result.status, 0);
  assert_true(run_same_text(result.out, expected, "tests/census/calls.out"));
  int count = 0, left = 0, missing = 0;
  for (char *name = strtok(names, "\n"); name; name = strtok(NULL, "\n")) {
    count++;
    snprintf(line, sizeof line, "%s:", name);
    if (has_start(result.out, line)) continue;
    snprintf(line, sizeof line, "| `%s` | ", name);
    if (has_start(language, line)) {
      left++;
      continue;
    }
    print_message("neither used by tests/census/calls.py nor left out in docs/language.md: %s\n", name);
    missing++;
  }
  print_message("%d names, %d of them left out\n", count, left);
  assert_true(count > 200);
  assert_int_equal(missing, 0);
  assert_true(left * 20 <= count);
  run_free(&result);
  free(names);
  free(expected);
  free(language);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_name_is_used)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
