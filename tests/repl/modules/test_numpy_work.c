/* Calculations of numpy's in several steps: one with more steps than there is room for is an error, and holds nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "repl/modules/numpy_internal.h"

static void test_too_many_steps(void **state) {
  NpWork work = {0};
  int steps = 0;
  while (!py_is_error(np_step(&work, py_list(0)))) steps++;
  assert_int_equal(steps, (int)(sizeof work.held / sizeof *work.held));
  assert_true(work.failed);
  assert_true(py_pending_is(&py_SystemError));
  Text line = {0};
  py_exception_line(&line, py_pending_exception());
  assert_string_equal(text_string(&line), "SystemError: a calculation has too many steps");
  text_free(&line);
  /* After that nothing is made any more, and the end gives back the error. */
  assert_true(py_is_error(np_step(&work, py_list(0))));
  assert_true(py_is_error(np_end(&work, PY_NONE)));
  py_clear_pending();
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_too_many_steps)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
