/* Programs of tests/keras run by the real binary, their output beside what real Keras printed
 * (tests/golden/keras_programs.py made the .out files). A program's first line says how: "# masked" hides the numbers of a
 * run on nnsh's side by the rule of the replays; "# close" compares numbers with a fraction within 1e-5 and all else to
 * the letter; every other program is compared to the letter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <ctype.h>
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/mask.h"
#include "tests/support/run.h"

#define FOLDER NNSH_SOURCE_DIR "/tests/keras/"

/* Where a number with a point begins, its end; else NULL. */
static const char *number_at(const char *text, double *value) {
  if (!isdigit((unsigned char)*text)) return NULL;
  char *end;
  *value = strtod(text, &end);
  return memchr(text, '.', (size_t)(end - text)) ? end : NULL;
}

/* Both texts with each number of `expected` in place of the one of `actual` that is within 1e-5 of it. */
static char *with_close_numbers(const char *actual, const char *expected) {
  char *out = malloc(strlen(actual) + strlen(expected) + 1);
  size_t length = 0;
  while (*actual) {
    double a, b;
    const char *end_a = number_at(actual, &a), *end_b = end_a ? number_at(expected, &b) : NULL;
    if (end_a && end_b && fabs(a - b) <= 1e-5) {
      memcpy(out + length, expected, (size_t)(end_b - expected));
      length += (size_t)(end_b - expected);
      actual = end_a;
      expected = end_b;
      continue;
    }
    if (*expected) expected++;
    out[length++] = *actual++;
  }
  out[length] = '\0';
  return out;
}

/* Runs tests/keras/<name>.py; true where its output is as recorded. */
static bool runs_as_recorded(const char *name) {
  char script[512], recorded[512];
  snprintf(script, sizeof script, FOLDER "%s.py", name);
  snprintf(recorded, sizeof recorded, FOLDER "%s.out", name);
  char *program = run_read_file(script), *expected = run_read_file(recorded);
  if (program == NULL || expected == NULL) {
    print_error("%s: the program or its .out is missing\n", name);
    free(program);
    free(expected);
    return false;
  }
  const char *const environment[] = {"COLUMNS=80", "LANG=C.UTF-8", NULL};
  const char *const arguments[] = {run_binary(), script, NULL};
  RunResult result = run_program(arguments, NULL, environment, 60);
  char *shown = strncmp(program, "# masked", 8) == 0  ? mask_text(result.out)
                : strncmp(program, "# close", 7) == 0 ? with_close_numbers(result.out, expected)
                                                      : strdup(result.out);
  bool same = result.status == 0 && run_same_text(shown, expected, name);
  if (result.status != 0) print_error("%s: exit status %d\n%s\n", name, result.status, result.err);
  free(shown);
  free(program);
  free(expected);
  run_free(&result);
  return same;
}

static void test_programs_print_what_keras_prints(void **state) {
  DIR *folder = opendir(FOLDER);
  assert_non_null(folder);
  int count = 0, failed = 0;
  for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
    char *dot = strrchr(entry->d_name, '.');
    if (dot == NULL || strcmp(dot, ".py") != 0) continue;
    *dot = '\0';
    count++;
    failed += !runs_as_recorded(entry->d_name);
  }
  closedir(folder);
  print_message("%d programs\n", count);
  assert_true(count >= 60);
  assert_int_equal(failed, 0);
}

static void test_close_numbers(void **state) {
  char *close = with_close_numbers("a 1.000009 b 7 2.5", "a 1.000000 b 8 2.6");
  assert_string_equal(close, "a 1.000000 b 7 2.5");
  free(close);
  close = with_close_numbers("1.00002", "1.00000");
  assert_string_equal(close, "1.00002");
  free(close);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_close_numbers),
      cmocka_unit_test(test_programs_print_what_keras_prints),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
