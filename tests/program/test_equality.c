/* The engine is Keras: every row of every kind and every parameter of it has a case in tests/equality/cases whose numbers
 * (outputs, gradients, losses of training) are Keras's within 1e-5, and where the parameter's value has an effect; what
 * draws has Keras's distribution. The list of rows and parameters is the tables' own: a new one without a case fails here.
 *
 * docs/equality.md is what the run shows: `build/release/tests/test_program_equality --print >docs/equality.md`. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/signature.h"
#include "engine/nn/object.h"
#include "tests/support/run.h"

#define FOLDER NNSH_SOURCE_DIR "/tests/equality/"

static char *tables; /* what both programs printed */
static int failures;

/* What a program of tests/equality prints; where a case failed, it says so on standard error. */
static char *table_of(const char *program, const char *numbers) {
  const char *const environment[] = {"LANG=C.UTF-8", NULL};
  const char *const arguments[] = {run_binary(), program, numbers, NULL};
  RunResult result = run_program(arguments, NULL, environment, 250);
  if (result.status != 0) {
    fprintf(stderr, "%s: exit status %d\n%s\n", program, result.status, result.err);
    failures++;
  }
  char *table = strdup(result.out);
  run_free(&result);
  return table;
}

static char *run_both(void) {
  char *walk = table_of(FOLDER "walk.py", NNSH_SOURCE_DIR "/tests/golden/equality.npz");
  char *draws = table_of(FOLDER "draws.py", NNSH_SOURCE_DIR "/tests/golden/draws.npz");
  char *both = malloc(strlen(walk) + strlen(draws) + 2);
  sprintf(both, "%s\n%s", walk, draws);
  free(walk);
  free(draws);
  return both;
}

/* The cell behind "| name |" in the lines of a table, with its length; NULL where there is no such line behind `from`. */
static const char *cell_of(const char *from, const char *name, size_t *length) {
  char start[128];
  snprintf(start, sizeof start, "| %s |", name);
  const char *line = strstr(from, start);
  if (line == NULL) return NULL;
  const char *cell = line + strlen(start);
  *length = strcspn(cell, "|");
  return cell;
}

static bool names_word(const char *text, size_t length, const char *word) {
  const size_t size = strlen(word);
  for (const char *at = text; at + size <= text + length; at++)
    if (memcmp(at, word, size) == 0 && (at == text || strchr(" ,", at[-1])) && strchr(" ,|", at[size])) return true;
  return false;
}

static bool covered(const char *shown, const char *row, const char *parameter) {
  size_t length;
  for (const char *at = shown, *cell; (cell = cell_of(at, row, &length)) != NULL; at = cell)
    if (names_word(cell, length, parameter)) return true;
  return false;
}

/* cases/exempt.txt: "KIND.ROW.PARAMETER reason", where * stands for any. */
static bool exempt(const char *list, const char *kind, const char *row, const char *parameter) {
  char names[4][256];
  snprintf(names[0], sizeof names[0], "\n%s.%s.%s ", kind, row, parameter);
  snprintf(names[1], sizeof names[1], "\n%s.*.%s ", kind, parameter);
  snprintf(names[2], sizeof names[2], "\n*.*.%s ", parameter);
  snprintf(names[3], sizeof names[3], "\n%s.%s.* ", kind, row);
  for (int i = 0; i < 4; i++)
    if (strstr(list, names[i]) != NULL) return true;
  return false;
}

static void test_every_case_is_kerass(void **state) { assert_int_equal(failures, 0); }

static void test_every_parameter_of_every_row(void **state) {
  char *list = run_read_file(FOLDER "cases/exempt.txt");
  assert_non_null(list);
  int rows = 0, parameters = 0, excused = 0, missing = 0;
  for (NnKind kind = 0; kind < NN_KIND_COUNT; kind++) {
    if (kind == NN_CALLBACK || kind == NN_POLICY || kind == NN_SCHEDULE) continue; /* no mathematics of their own */
    int count;
    const NnRow *const *all = nn_rows(kind, &count);
    for (int i = 0; i < count; i++) {
      char row[128];
      size_t length;
      snprintf(row, sizeof row, "%s.%s", nn_kind_module(kind), all[i]->name);
      const Signature *signature = signature_of(all[i]->signature);
      rows++;
      if (cell_of(tables, row, &length) == NULL && !exempt(list, nn_kind_module(kind), all[i]->name, "")) {
        print_error("%s has no case in tests/equality/cases\n", row);
        missing++;
      }
      for (int p = 0; p < signature->count; p++) {
        const char *parameter = signature->parameters[p].name;
        parameters++;
        const bool shown = covered(tables, row, parameter);
        const bool excuse = !shown && exempt(list, nn_kind_module(kind), all[i]->name, parameter);
        excused += excuse;
        if (shown || excuse) continue;
        print_error("%s: no case gives %s a value that has an effect\n", row, parameter);
        missing++;
      }
    }
  }
  print_message("%d rows, %d parameters, %d of them exempt\n", rows, parameters, excused);
  free(list);
  assert_int_equal(missing, 0);
}

/* The rows and parameters of a text, without the differences, which vary by machine. */
static char *without_numbers(const char *text) {
  char *out = malloc(strlen(text) + 1), *to = out;
  int cell = 0;
  for (const char *at = text; *at; at++) {
    if (*at == '\n') cell = 0;
    else if (*at == '|') cell++;
    if (cell < 3) *to++ = *at;
  }
  *to = '\0';
  return out;
}

static char *document(void) {
  static const char head[] =
      "# Equality with Keras\n\n"
      "What `tests/program/test_equality.c` finds (and writes: `build/release/tests/test_program_equality --print "
      ">docs/equality.md`):\nthe parameters that a case of `tests/equality/cases` gives a value with an effect, and the "
      "greatest difference from Keras 3.15.1\non TensorFlow in outputs, gradients, losses and trained weights, in parts of "
      "the tensor's largest number (at most 1e-5), on\nthe machine that wrote this. What has no case is in "
      "`tests/equality/cases/exempt.txt`, with the reason.\n\n";
  char *text = malloc(sizeof head + strlen(tables));
  sprintf(text, "%s%s", head, tables);
  return text;
}

static void test_document_is_up_to_date(void **state) {
  char *committed = run_read_file(NNSH_SOURCE_DIR "/docs/equality.md"), *now = document();
  assert_non_null(committed);
  char *a = without_numbers(now), *b = without_numbers(committed);
  assert_true(run_same_text(a, b, "docs/equality.md"));
  free(a);
  free(b);
  free(now);
  free(committed);
}

int main(int count, char **arguments) {
  tables = run_both();
  if (count == 2 && strcmp(arguments[1], "--print") == 0) {
    char *text = document();
    fputs(text, stdout);
    free(text);
    free(tables);
    return failures != 0;
  }
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_case_is_kerass),
      cmocka_unit_test(test_every_parameter_of_every_row),
      cmocka_unit_test(test_document_is_up_to_date),
  };
  const int failed = cmocka_run_group_tests(tests, NULL, NULL);
  free(tables);
  return failed;
}
