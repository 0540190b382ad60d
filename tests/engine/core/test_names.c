/* Lists of names in table rows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "engine/core/names.h"

static void test_every_name_is_walked_in_order(void **state) {
  static const char *const expected[] = {"mse", "mean_squared_error", "MSE"};
  const char *names = "mse|mean_squared_error|MSE", *name;
  size_t length, count = 0;
  while ((name = names_next(&names, &length))) {
    assert_true(count < 3);
    assert_int_equal(length, strlen(expected[count]));
    assert_memory_equal(name, expected[count], length);
    count++;
  }
  assert_int_equal(count, 3);
}

static void test_only_whole_names_are_held(void **state) {
  const char *names = "concatenate|concat";
  assert_true(names_hold(names, "concat", 6));
  assert_true(names_hold(names, "concatenate", 11));
  assert_false(names_hold(names, "con", 3));
  assert_false(names_hold(names, "concatenate|concat", 18));
  assert_false(names_hold(names, "cat", 3));
  assert_false(names_hold(NULL, "concat", 6));
  assert_false(names_hold("", "", 0));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_name_is_walked_in_order),
      cmocka_unit_test(test_only_whole_names_are_held),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
