/* Plain text wrapped at words, as the sentence below the last frame is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "views/styled.h"

static void test_wraps_at_words(void **state) {
  static const struct {
    const char *text;
    int columns;
    const char *wrapped;
  } rows[] = {
      {"one two three", 80, "one two three"},
      {"one two three", 8, "one two\nthree"},
      {"one two three", 7, "one two\nthree"},
      {"one two three", 6, "one\ntwo\nthree"},
      {"incomprehensible", 6, "incomp\nrehens\nible"},
      {"", 10, ""},
      {"no width is known", 0, "no width is known"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    Text out = {0};
    styled_add_wrapped(&out, rows[i].text, rows[i].columns);
    assert_string_equal(text_string(&out), rows[i].wrapped);
    text_free(&out);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_wraps_at_words)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
