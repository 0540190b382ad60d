/* The screens of docs/screens, made again from the real program: they show what it shows today. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/support/run.h"
#include "tests/support/screens.h"

static int check(bool with_data) {
  int wrong = 0;
  for (const ScreenRow *row = screen_rows; row->name; row++) {
    if (row->needs_fashion != with_data) continue;
    char path[1024];
    snprintf(path, sizeof path, "%s/docs/screens/%s", NNSH_SOURCE_DIR, row->name);
    char *expected = run_read_file(path), *actual = screen_make(row);
    if (!expected || !actual || !run_same_text(actual, expected, row->name)) {
      wrong++;
      fprintf(stderr, "%s differs from what the program shows; ./dev screens makes it again\n", row->name);
    }
    free(expected);
    free(actual);
  }
  return wrong;
}

static void test_screens_are_what_the_program_shows(void **state) { assert_int_equal(check(false), 0); }

static void test_screens_of_fashion_mnist(void **state) {
  for (const ScreenRow *row = screen_rows; row->name; row++)
    if (!screen_has_data(row)) skip();
  assert_int_equal(check(true), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_screens_are_what_the_program_shows),
      cmocka_unit_test(test_screens_of_fashion_mnist),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
