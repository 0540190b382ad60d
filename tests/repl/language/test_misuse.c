/* Errors that only C code can cause: rows whose signature is malformed, a function that fails without an exception, an
 * import where nobody imports, a value that is no text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "repl/types/construct.h"
#include "tests/repl/language/run.h"

static void expect(const Type *type, const char *text) {
  assert_true(py_pending_is(type));
  Value error = py_take_pending(), shown = py_str(error);
  assert_string_equal(py_as_string(shown)->data, text);
  py_drop(shown);
  py_drop(error);
}

static Value nothing(const NativeRow *row, Value *arguments) { return PY_NONE; }
static Value fails_silently(const NativeRow *row, Value *arguments) { return PY_ERROR; }
static Value construct(Type *type, Value *arguments) { return py_object(py_new(type)); }
static bool init(Value self, Value *arguments) { return true; }

static void test_malformed_signatures(void **state) {
  run_setup();
  static const NativeRow row = {"broken", "a, (b", "nothing", nothing, NULL};
  Value function = py_native(&row, PY_UNDEFINED, "builtins");
  assert_true(py_is_error(py_call_values(function, NULL, 0)));
  expect(&py_SystemError, "the signature of broken() is malformed: a, (b");
  py_drop(function);
  static Type constructed = {.head = {&py_type_type, 1}, .name = "Constructed", .module = "builtins",
                             .base = &py_object_type, .size = sizeof(Object), .signature = "a b", .construct = construct};
  Value class = py_type_value(&constructed);
  assert_true(py_is_error(py_call_values(class, NULL, 0)));
  expect(&py_SystemError, "the signature of Constructed is malformed");
  py_drop(class);
  static Type initialised = {.head = {&py_type_type, 1}, .name = "Initialised", .module = "builtins",
                             .base = &py_object_type, .size = sizeof(Object), .signature = "a b", .init = init};
  assert_false(construct_native_init(&initialised, PY_NONE, &(Arguments){0}));
  expect(&py_SystemError, "the signature of Initialised is malformed");
}

static void test_failing_without_an_exception(void **state) {
  run_setup();
  static const NativeRow row = {"fails", "", "fails", fails_silently, NULL};
  Value globals = lang_globals("__main__", NULL);
  assert_true(py_dict_set_steal(py_as_dict(globals), "fails", py_native(&row, PY_UNDEFINED, "builtins")));
  static const char source[] = "fails()\n";
  Code *code = lang_compile(source, strlen(source), "t.py", 1, LANG_FILE);
  assert_non_null(code);
  assert_true(py_is_error(lang_run(code, py_as_dict(globals))));
  expect(&py_SystemError, "error return without exception set");
  lang_code_release(code);
  py_drop(globals);
}

static void test_nobody_imports(void **state) {
  run_setup();
  lang_import = NULL;
  Value globals = lang_globals("__main__", NULL);
  static const char source[] = "import json\n";
  Code *code = lang_compile(source, strlen(source), "t.py", 1, LANG_FILE);
  assert_non_null(code);
  assert_true(py_is_error(lang_run(code, py_as_dict(globals))));
  expect(&py_ModuleNotFoundError, "No module named 'json'");
  lang_code_release(code);
  py_drop(globals);
  lang_import = run_import;
}

static void test_no_text(void **state) {
  const char *text;
  assert_false(py_as_text(py_int(5), &text));
  expect(&py_TypeError, "expected str, got int");
}

static void test_errors_of_layers(void **state) {
  Error error = {0};
  core_fail(&error, ERROR_VALUE, "the input is wrong");
  strcpy(error.layer, "dense_1");
  assert_true(py_is_error(py_raise_error(&error)));
  expect(&py_ValueError, "the input is wrong (layer dense_1)");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_malformed_signatures), cmocka_unit_test(test_failing_without_an_exception),
      cmocka_unit_test(test_nobody_imports), cmocka_unit_test(test_no_text), cmocka_unit_test(test_errors_of_layers)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
