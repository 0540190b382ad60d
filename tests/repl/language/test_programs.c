/* Every program in programs/: what it prints, and the traceback it ends with, is what CPython 3.11 printed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/repl/language/run.h"

/* Addresses differ from run to run. */
static void mask_addresses(Text *text) {
  for (size_t i = 0; i + 4 < text->length; i++)
    if (memcmp(text->data + i, " at 0x", 6) == 0)
      for (size_t j = i + 6; j < text->length && strchr("0123456789abcdef", text->data[j]); j++) text->data[j] = '0';
}

static void test_programs(void **state) {
  size_t length;
  char *expected = run_read_file(NNSH_SOURCE_DIR "/tests/golden/language_programs.txt", &length);
  assert_non_null(expected);
  int wrong = 0, count = 0;
  for (char *at = expected; *at;) {
    char name[100];
    int size, header;
    assert_int_equal(sscanf(at, "%99s %d%n", name, &size, &header), 2);
    const char *text = at + header + 1;
    at = (char *)text + size + 1;
    char path[500];
    snprintf(path, sizeof path, NNSH_SOURCE_DIR "/tests/repl/language/programs/%s", name);
    size_t source_length;
    char *source = run_read_file(path, &source_length);
    assert_non_null(source);
    run_program(source, source_length, name);
    mask_addresses(&run_output);
    count++;
    if (run_output.length != (size_t)size || memcmp(text_string(&run_output), text, (size_t)size) != 0) {
      wrong++;
      print_error("---- %s printed\n%s---- but CPython\n%.*s", name, text_string(&run_output), size, text);
    }
    core_free(source);
  }
  core_free(expected);
  assert_true(count >= 70);
  assert_int_equal(wrong, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_programs)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
