/* The programs of tests/refused: errors in words of nnsh's own, each held to its class and whole text by the program
 * itself (refusals.py). Here: each program ends well, silently, and has refused something. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/run.h"

enum { SECONDS = 120 };

static bool refuses(const char *name) {
  char program[1024], own_folder[] = "/tmp/nnsh-refused-XXXXXX", here[1024];
  snprintf(program, sizeof program, NNSH_SOURCE_DIR "/tests/refused/%s", name);
  assert_non_null(mkdtemp(own_folder));
  assert_non_null(getcwd(here, sizeof here));
  assert_int_equal(chdir(own_folder), 0);
  const char *const arguments[] = {run_binary(), program, NULL};
  RunResult result = run_program(arguments, NULL, NULL, SECONDS);
  assert_int_equal(chdir(here), 0);
  char command[128];
  snprintf(command, sizeof command, "rm -rf %s", own_folder);
  bool good = system(command) == 0;
  int count = 0, end = -1;
  /* The report is the last line; what training prints may stand before it. */
  const char *report = NULL;
  for (const char *at = result.out; (at = strstr(at, "refused ")) != NULL; at++) report = at;
  good &= report != NULL && sscanf(report, "refused %d\n%n", &count, &end) == 1 && end > 0 && report[end] == '\0' && count > 0;
  good &= result.status == 0;
  if (!good) fprintf(stderr, "%s: status %d\n%s%s\n", name, result.status, result.out, result.err);
  run_free(&result);
  return good;
}

static void test_every_program_refuses(void **state) {
  DIR *listing = opendir(NNSH_SOURCE_DIR "/tests/refused");
  assert_non_null(listing);
  int count = 0, failed = 0;
  for (struct dirent *entry; (entry = readdir(listing)) != NULL;) {
    const size_t length = strlen(entry->d_name);
    if (length < 4 || strcmp(entry->d_name + length - 3, ".py") != 0 || strcmp(entry->d_name, "refusals.py") == 0) continue;
    failed += !refuses(entry->d_name);
    count++;
  }
  closedir(listing);
  assert_true(count > 0);
  assert_int_equal(failed, 0);
}

/* The check itself: a call that goes on, another class and another text all end the program. */
static void test_what_is_not_refused_fails(void **state) {
  static const char *const wrong[] = {"refuses(ValueError, 'x', int, '1')", "refuses(ValueError, 'x', int, 'a')",
                                      "refuses(LookupError, \"'x'\", {}.__getitem__, 'x')"};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    char code[512];
    snprintf(code, sizeof code, "import sys; sys.path.insert(0, '%s/tests/refused')\nfrom refusals import refuses\n%s",
             NNSH_SOURCE_DIR, wrong[i]);
    RunResult result = run_nnsh("-c", code, NULL);
    assert_int_equal(result.status, 1);
    assert_non_null(strstr(result.err, "AssertionError"));
    run_free(&result);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_program_refuses),
                                     cmocka_unit_test(test_what_is_not_refused_fails)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
