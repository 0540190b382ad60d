/* summary(): the referees are Keras 3.15.1 with rich, and tf_keras 2.21 for the ruled form; their texts were recorded by
 * tests/golden/summary_outputs.py. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "views/summary.h"

typedef struct SummaryCase {
  int table, columns;
  const char *text;
} SummaryCase;

#include "tests/golden/summary_keras3.h"
#define chain_rows chain_rows_2
#define small_rows small_rows_2
#define dropout_rows dropout_rows_2
#define functional_rows functional_rows_2
#define branches_rows branches_rows_2
#define shared_rows shared_rows_2
#define branches_links_2 branches_links_2_2
#define branches_links_3 branches_links_3_2
#define branches_links_4 branches_links_4_2
#define branches_links_5 branches_links_5_2
#define branches_links_6 branches_links_6_2
#define shared_links_1 shared_links_1_2
#include "tests/golden/summary_keras2.h"

static void check(const SummaryTable *table, const SummaryCase *row, bool keras2) {
  Text out = {0};
  Error error = {0};
  SummaryOptions options = {.columns = row->columns, .keras2 = keras2};
  if (!summary_table_write(&out, table, &options, &error)) {
    text_clear(&out);
    text_addf(&out, "ValueError: %s", error.text);
  }
  if (strcmp(text_string(&out), row->text) != 0)
    print_error("%s at %d columns:\n", table->model_name, row->columns), fputs(text_string(&out), stdout), fputs(row->text, stdout);
  assert_string_equal(text_string(&out), row->text);
  text_free(&out);
}

static void test_box_form_is_keras_3s(void **state) {
  for (size_t i = 0; i < sizeof keras3_cases / sizeof *keras3_cases; i++)
    check(&keras3_tables[keras3_cases[i].table], &keras3_cases[i], false);
}

static void test_ruled_form_is_keras_2s(void **state) {
  for (size_t i = 0; i < sizeof keras2_cases / sizeof *keras2_cases; i++)
    check(&keras2_tables[keras2_cases[i].table], &keras2_cases[i], true);
}

static void test_sizes(void **state) {
  static const struct {
    int64_t bytes;
    bool keras2;
    const char *text;
  } rows[] = {{0, false, "0.00 B"}, {0, true, "0.00 Byte"}, {1023, false, "1023.00 B"}, {1024, false, "1.00 KB"},
              {1023, true, "1023.00 Byte"}, {3753000, false, "3.58 MB"}, {2600, false, "2.54 KB"},
              {1048575, false, "1024.00 KB"}, {1048576, true, "1.00 MB"}, {INT64_C(1) << 62, false, "4096.00 PB"}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    Text out = {0};
    summary_size_text(&out, rows[i].bytes, rows[i].keras2);
    assert_string_equal(text_string(&out), rows[i].text);
    text_free(&out);
  }
}

static void test_too_narrow_is_an_error(void **state) {
  Text out = {0};
  Error error = {0};
  SummaryOptions options = {.columns = 14};
  assert_false(summary_table_write(&out, &keras3_tables[0], &options, &error));
  assert_int_equal(error.code, ERROR_VALUE);
  assert_string_equal(error.text, "Insufficient console width to print summary.");
  text_free(&out);
}

static void test_unbuilt_model_is_an_error_of_keras_2(void **state) {
  Text out = {0};
  Error error = {0};
  SummaryTable table = keras2_tables[0];
  SummaryOptions options = {.columns = 80, .keras2 = true};
  table.built = false;
  assert_false(summary_table_write(&out, &table, &options, &error));
  assert_int_equal(error.code, ERROR_VALUE);
  assert_string_equal(error.text, "This model has not yet been built. Build the model first by calling `build()` or by "
                                  "calling the model on a batch of data.");
  text_free(&out);
}

/* What rich writes on a terminal of 256 colours. */
static void test_colours(void **state) {
  Text out = {0};
  SummaryOptions options = {.columns = 80, .bold = true, .colour = COLOUR_256};
  assert_true(summary_table_write(&out, &keras3_tables[0], &options, NULL));
  assert_non_null(strstr(text_string(&out), "\033[1mModel: \"model1\"\033[0m\n"));
  assert_non_null(strstr(text_string(&out), "(\033[38;5;33mDense\033[0m)"));
  assert_non_null(strstr(text_string(&out), "(\033[38;5;45mNone\033[0m, \033[38;5;34m512\033[0m)"));
  assert_non_null(strstr(text_string(&out), "\033[1m Total params: \033[0m\033[38;5;34m435,402\033[0m (1.66 MB)\n"));
  text_clear(&out);
  options.colour = COLOUR_NONE;
  assert_true(summary_table_write(&out, &keras3_tables[0], &options, NULL));
  assert_null(strchr(text_string(&out), '\033'));
  text_free(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_box_form_is_keras_3s), cmocka_unit_test(test_ruled_form_is_keras_2s),
      cmocka_unit_test(test_sizes), cmocka_unit_test(test_too_narrow_is_an_error),
      cmocka_unit_test(test_unbuilt_model_is_an_error_of_keras_2), cmocka_unit_test(test_colours),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
