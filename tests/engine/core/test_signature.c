/* The parser of table lines: what it must read, and what it must refuse. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/signature.h"

static void test_parameters_and_defaults(void **state) {
  Error error;
  Signature *s = signature_parse("self, units, /, activation=None, rate=-1e-3, shape=(3, -1), *, name='x', n=5, **kwargs", &error);
  assert_non_null(s);
  assert_int_equal(s->count, 8);
  assert_int_equal(s->positional, 5);
  assert_int_equal(s->parameters[1].kind, PARAMETER_POSITIONAL_ONLY);
  assert_int_equal(s->parameters[2].default_value.tag, LITERAL_NONE);
  assert_true(s->parameters[3].default_value.as.real == -1e-3);
  assert_int_equal(s->parameters[4].default_value.as.list.items[1].as.integer, -1);
  assert_int_equal(s->parameters[5].kind, PARAMETER_KEYWORD_ONLY);
  assert_string_equal(s->parameters[5].default_value.as.string, "x");
  assert_int_equal(s->parameters[6].default_value.as.integer, 5);
  assert_int_equal(s->keywords, 7);
  assert_int_equal(signature_find(s, "rate", 4), 3);
  assert_int_equal(signature_find(s, "rat", 3), -1);
  signature_free(s);
}

static void test_strings_may_hold_escapes(void **state) {
  Literal literal;
  assert_true(literal_parse("'a\\n\\'b'", &literal, NULL));
  assert_string_equal(literal.as.string, "a\n'b");
  literal_clear(&literal);
}

static void test_malformed_lines_are_refused(void **state) {
  static const char *const lines[] = {"a=", "a b", "1a", "a=(1", "a='x", "*", "a=[1 2]", "a=oops"};
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
    Error error;
    Signature *s = signature_parse(lines[i], &error);
    if (strcmp(lines[i], "*") == 0) { /* a bare star with nothing behind it declares nothing */
      assert_non_null(s);
      signature_free(s);
      continue;
    }
    assert_null(s);
    assert_int_equal(error.code, ERROR_VALUE);
  }
}

static void test_a_bad_literal_leaves_nothing(void **state) {
  static const char *const texts[] = {"[[1, 2, oops]]", "((1, 'a'), [2, ", "[['a', 'b'"};
  size_t before = core_memory_now();
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    Literal literal;
    assert_false(literal_parse(texts[i], &literal, NULL));
    assert_int_equal(core_memory_now(), before);
  }
}

static void test_no_memory_is_leaked_or_lost(void **state) {
  size_t before = core_memory_now();
  for (uint64_t nth = 1; nth < 40; nth++) {
    Error error = {0};
    core_fail_allocation(nth);
    Signature *s = signature_parse("a, b='text', c=(1, 2, 'x'), *rest, d=[[]]", &error);
    core_fail_allocation(0);
    signature_free(s);
    assert_int_equal(core_memory_now(), before);
  }
}

static void test_name_distance(void **state) {
  assert_int_equal(name_distance("relu", "Relu"), 0);
  assert_int_equal(name_distance("Dnese", "Dense"), 1);
  assert_int_equal(name_distance("adam", "sgd"), 4);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_parameters_and_defaults),
      cmocka_unit_test(test_strings_may_hold_escapes),
      cmocka_unit_test(test_malformed_lines_are_refused),
      cmocka_unit_test(test_a_bad_literal_leaves_nothing),
      cmocka_unit_test(test_no_memory_is_leaked_or_lost),
      cmocka_unit_test(test_name_distance),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
