/* A command for the shell that the system does not take. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "repl/console/shell.h"
#include "repl/modules/session.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/protocol.h"

static void test_command_that_is_too_long(void **state) {
  static char command[1 << 20];
  memset(command, 'x', sizeof command - 1);
  memcpy(command, "echo ", 5);
  session.allow_shell = true;
  assert_true(py_is_error(shell_run(command)));
  session.allow_shell = false;
  assert_true(py_pending_is(&py_OSError));
  Value error = py_take_pending(), shown = py_str(error);
  assert_string_equal(py_as_string(shown)->data, "[Errno 7] Argument list too long: '/bin/sh'");
  py_drop(shown);
  py_drop(error);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_command_that_is_too_long)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
