/* Reference counting, the collector, deep structures, failing allocations, exceptions' contexts, modules. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/object.h"
#include "repl/types/protocol.h"

static void test_cycles_go(void **state) {
  /* What readying the types makes stays for ever: it must not be counted. */
  Value warm = py_list(0), warm_dict = py_dict();
  assert_true(py_dict_set_name(py_as_dict(warm_dict), "list", warm));
  py_drop(warm);
  py_drop(warm_dict);
  py_collect();
  int64_t before = object_tracked_count;
  for (int i = 0; i < 100; i++) {
    Value list = py_list(1), dict = py_dict();
    py_list_append(py_as_list(list), dict);
    py_list_append(py_as_list(list), list);
    py_dict_set_name(py_as_dict(dict), "list", list);
    py_drop(list);
    py_drop(dict);
  }
  assert_int_equal(object_tracked_count, before + 200);
  assert_int_equal(py_collect(), 200);
  assert_int_equal(object_tracked_count, before);
}

static void test_reachable_cycles_stay(void **state) {
  Value list = py_list(1), inner = py_list(1);
  py_list_append(py_as_list(list), inner);
  py_list_append(py_as_list(inner), list);
  py_drop(inner);
  py_collect();
  assert_int_equal(py_as_list(list)->count, 1);
  Value shown = py_repr(list);
  assert_string_equal(py_as_string(shown)->data, "[[[...]]]");
  py_drop(shown);
  py_drop(list);
  assert_int_equal(py_collect(), 2);
}

static void test_cycles_go_by_themselves(void **state) {
  int64_t most = 0;
  for (int i = 0; i < 200000; i++) {
    Value list = py_list(1);
    py_list_append(py_as_list(list), list);
    py_drop(list);
    if (object_tracked_count > most) most = object_tracked_count;
  }
  assert_true(most < 60000);
  py_collect();
}

static void test_deep_structures(void **state) {
  Value list = py_list(0);
  for (int i = 0; i < 200000; i++) {
    Value outer = py_list(1);
    assert_true(py_list_append_steal(py_as_list(outer), list));
    list = outer;
  }
  assert_true(py_is_error(py_repr(list)));
  assert_true(py_pending_is(&py_RecursionError));
  py_clear_pending();
  py_drop(list);
  py_collect();
}

static void test_failed_allocations(void **state) {
  /* Every allocation on the way fails once; each time there is a MemoryError and nothing else. */
  for (uint64_t nth = 1; nth < 40; nth++) {
    core_fail_allocation(nth);
    Value list = py_list(4);
    for (int i = 0; i < 40 && !py_is_error(list); i++) {
      Value text = py_textf("a longer text, so that it needs a block of its own %d %0400d", i, i);
      if (!py_list_append_steal(py_as_list(list), text)) {
        py_drop(list);
        list = PY_ERROR;
      }
    }
    core_fail_allocation(0);
    if (py_is_error(list)) {
      assert_true(py_pending_is(&py_MemoryError));
      py_clear_pending();
    }
    py_drop(list);
    assert_false(py_pending());
  }
}

static void test_contexts(void **state) {
  Value first = py_exception_new(&py_KeyError, "a");
  Value before = py_set_handled(first);
  py_raise(&py_ValueError, "while handling %d", 1);
  py_set_handled(before);
  Exception *second = py_pending_exception();
  assert_ptr_equal(second->context.as.object, first.as.object);
  py_hint("try %s", "again");
  assert_string_equal(second->hint, "try again");
  Text line = {0};
  py_exception_line(&line, second);
  assert_string_equal(text_string(&line), "ValueError: while handling 1");
  text_clear(&line);
  py_exception_line(&line, (Exception *)first.as.object);
  assert_string_equal(text_string(&line), "KeyError: 'a'");
  text_clear(&line);
  py_clear_pending();
  py_drop(first);
  Error error = {0};
  core_fail(&error, ERROR_AXIS, "axis 3 is out of bounds for array of dimension 2");
  py_raise_error(&error);
  py_exception_line(&line, py_pending_exception());
  assert_string_equal(text_string(&line),
                      "numpy.exceptions.AxisError: axis 3 is out of bounds for array of dimension 2");
  assert_true(py_pending_is(&py_ValueError));
  py_clear_pending();
  text_clear(&line);
  Value type = py_type_value(&py_OSError), name = py_text("no.txt"), why = py_text("No such file or directory");
  Value arguments[] = {py_int(2), why, name}, missing = py_call_values(type, arguments, 3);
  py_exception_line(&line, (Exception *)missing.as.object);
  assert_string_equal(text_string(&line), "FileNotFoundError: [Errno 2] No such file or directory: 'no.txt'");
  text_free(&line);
  Value held[] = {type, name, why, missing};
  for (int i = 0; i < 4; i++) py_drop(held[i]);
}

static Value call_twice(const NativeRow *row, Value *arguments) { return py_binary(OP_MUL, arguments[0], py_int(2)); }
static const NativeRow functions[] = {{"twice|double", "x", "two times x", call_twice, NULL}, {0}};
static bool fill(Dict *dict) { return py_dict_set_steal(dict, "answer", py_int(42)); }
static const ModuleRow row = {.name = "things", .help = "a module", .functions = functions, .fill = fill};

static void test_modules(void **state) {
  Value module = py_module("things", &row), five = py_int(5);
  assert_int_equal(py_getattr_c(module, "answer").as.integer, 42);
  assert_int_equal(py_call_method(module, "twice", &five, 1).as.integer, 10);
  assert_int_equal(py_call_method(module, "double", &five, 1).as.integer, 10);
  assert_true(py_is_error(py_getattr_c(module, "twise")));
  Value text = py_str((Value){.tag = TAG_OBJECT, .as.object = &py_pending_exception()->head});
  assert_string_equal(py_as_string(text)->data, "module 'things' has no attribute 'twise'");
  assert_string_equal(py_pending_exception()->hint, "Did you mean: 'twice'?");
  py_drop(text);
  py_clear_pending();
  assert_true(py_is_error(py_call_method(module, "twice", NULL, 0)));
  text = py_str((Value){.tag = TAG_OBJECT, .as.object = &py_pending_exception()->head});
  assert_string_equal(py_as_string(text)->data, "twice() missing 1 required positional argument: 'x'");
  py_drop(text);
  py_clear_pending();
  Value names = py_dir(module);
  assert_true(py_as_list(names)->count >= 4);
  py_drop(names);
  py_drop(module);
}

static void test_dict_of_many(void **state) {
  Value made = py_dict();
  Dict *dict = py_as_dict(made);
  for (int64_t i = 0; i < 100000; i++) assert_true(py_dict_set(dict, py_int(i * 3), py_int(i)));
  for (int64_t i = 0; i < 100000; i += 2) assert_int_equal(py_dict_delete(dict, py_int(i * 3)), 1);
  for (int64_t i = 0; i < 100000; i++) {
    Value found = py_dict_find(dict, py_float((double)i * 3));
    assert_int_equal(found.tag, i % 2 ? TAG_INT : TAG_UNDEFINED);
  }
  for (int64_t i = 0; i < 50000; i++) assert_true(py_dict_set(dict, py_int(-i - 1), PY_NONE));
  assert_int_equal(dict->count, 100000);
  py_drop(made);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_cycles_go),
      cmocka_unit_test(test_reachable_cycles_stay),
      cmocka_unit_test(test_cycles_go_by_themselves),
      cmocka_unit_test(test_deep_structures),
      cmocka_unit_test(test_failed_allocations),
      cmocka_unit_test(test_contexts),
      cmocka_unit_test(test_modules),
      cmocka_unit_test(test_dict_of_many),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
