/* Errors of modules that only C code can cause: a signature that is malformed, exec where nothing runs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "repl/modules/builtins.h"
#include "repl/modules/itertools.h"
#include "repl/modules/modules.h"
#include "repl/types/protocol.h"

static void expect(const Type *type, const char *text) {
  assert_true(py_pending_is(type));
  Value error = py_take_pending(), shown = py_str(error);
  assert_string_equal(py_as_string(shown)->data, text);
  py_drop(shown);
  py_drop(error);
}

static Value construct(Type *type, Value *arguments) { return PY_NONE; }

static Type broken_type = ITERATION_TYPE(broken, "Nothing.", ITERATION_MAKE("a b", construct));
static void test_malformed_signature(void **state) {
  Value class = py_type_value(&broken_type);
  assert_true(py_is_error(py_call_values(class, NULL, 0)));
  expect(&py_SystemError, "the signature of broken is malformed");
  py_drop(class);
}

/* The collector takes a cycle apart in steps: between them a dataclass's __init__ may be empty already. */
static void test_init_that_was_cleared(void **state) {
  const NativeRow *row = dataclasses_module_rows[0].functions;
  while (strcmp(row->name, "make_init") != 0) row++;
  Value name = py_text("x"), none = PY_NONE, zero = py_int(0);
  Value arguments[] = {py_keep(name),         py_text("P.__init__"),    py_tuple_of(1, name), py_text("p"),
                       py_tuple_of(1, none), py_tuple_of(1, zero), py_bool(false),       py_bool(false)};
  Value function = py_native(row, PY_UNDEFINED, "_dataclasses"), made = py_call_values(function, arguments, 8);
  assert_false(py_is_error(made));
  py_type_of(made)->clear(made.as.object);
  assert_true(py_is_error(py_call_values(made, &name, 1)));
  expect(&py_RuntimeError, "the class of this __init__ is gone");
  for (int i = 0; i < 8; i++) py_drop(arguments[i]);
  py_drop(made);
  py_drop(function);
  py_drop(name);
}

static void test_exec_where_nothing_runs(void **state) {
  const NativeRow *row = builtins_execute_rows;
  while (strcmp(row->name, "exec") != 0) row++;
  Value source = py_text("1"), function = py_native(row, PY_UNDEFINED, "builtins");
  assert_true(py_is_error(py_call_values(function, &source, 1)));
  expect(&py_SystemError, "globals and locals cannot be NULL");
  py_drop(function);
  py_drop(source);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_malformed_signature), cmocka_unit_test(test_init_that_was_cleared),
                                     cmocka_unit_test(test_exec_where_nothing_runs)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
