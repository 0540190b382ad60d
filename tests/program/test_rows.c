/* Every row of the tables (functions, methods, computed attributes, constructions), of C and of the modules written in
 * the language, is run by a program whose output Python, numpy, scikit-learn, matplotlib or Keras wrote: a row that none runs fails here, unless tests/rows_left.txt
 * names it with a reason (at most 5%). docs/manual.md is what the tables say today. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/run.h"

static char used_path[] = "/tmp/nnsh-rows-XXXXXX";

/* Runs each program of a folder in an empty folder of its own, as the tests that compare their output do. */
static int run_programs(const char *folder) {
  char path[1024], listing_path[512], option[64], here[1024];
  snprintf(listing_path, sizeof listing_path, NNSH_SOURCE_DIR "/tests/%s", folder);
  snprintf(option, sizeof option, "--rows=%s", used_path);
  DIR *listing = opendir(listing_path);
  assert_non_null(listing);
  assert_non_null(getcwd(here, sizeof here));
  int count = 0;
  for (struct dirent *entry; (entry = readdir(listing)) != NULL;) {
    size_t length = strlen(entry->d_name);
    if (length < 4 || strcmp(entry->d_name + length - 3, ".py") != 0) continue;
    snprintf(path, sizeof path, "%s/%.*s.in", listing_path, (int)length - 3, entry->d_name);
    char *input = run_read_file(path);
    snprintf(path, sizeof path, "%s/%s", listing_path, entry->d_name);
    char own_folder[] = "/tmp/nnsh-program-XXXXXX", command[128];
    assert_non_null(mkdtemp(own_folder));
    assert_int_equal(chdir(own_folder), 0);
    const char *arguments[] = {run_binary(), option, path, NULL};
    const char *environment[] = {"COLUMNS=80", NULL};
    RunResult result = run_program(arguments, input, environment, 60);
    assert_int_equal(chdir(here), 0);
    snprintf(command, sizeof command, "rm -rf %s", own_folder);
    assert_int_equal(system(command), 0);
    run_free(&result);
    free(input);
    count++;
  }
  closedir(listing);
  return count;
}

/* A line of `text` (lines ended by newlines) that is `wanted`. */
static bool has_line(const char *text, const char *wanted, size_t length) {
  for (const char *at = text; (at = strstr(at, wanted)) != NULL; at++)
    if ((at == text || at[-1] == '\n') && (at[length] == '\n' || at[length] == '\0' || at[length] == ' ')) return true;
  return false;
}

/* Whether one of the names that '|' parts is a line of the text. */
static bool has_any(const char *text, const char *names) {
  char name[256];
  while (*names) {
    size_t length = strcspn(names, "|");
    snprintf(name, sizeof name, "%.*s", (int)length, names);
    if (length < sizeof name && has_line(text, name, length)) return true;
    names += length + (names[length] == '|');
  }
  return false;
}

static void test_every_row_runs(void **state) {
  int file = mkstemp(used_path);
  assert_true(file >= 0);
  close(file);
  int programs = run_programs("python") + run_programs("keras");
  char *used = run_read_file(used_path), *left = run_read_file(NNSH_SOURCE_DIR "/tests/rows_left.txt");
  unlink(used_path);
  assert_non_null(used);
  assert_non_null(left);
  RunResult rows = run_nnsh("--rows", NULL);
  assert_int_equal(rows.status, 0);
  int count = 0, missing = 0, excused = 0;
  for (char *line = strtok(rows.out, "\n"); line; line = strtok(NULL, "\n")) {
    count++;
    bool runs = has_any(used, line), is_left = has_any(left, line);
    if (runs && is_left) print_message("runs, so tests/rows_left.txt need not name it: %.200s\n", line);
    excused += is_left && !runs;
    if (runs || is_left) continue;
    print_message("no program runs: %.200s\n", line);
    missing++;
  }
  print_message("%d programs, %d rows, %d of them left out\n", programs, count, excused);
  assert_true(count > 3500);
  assert_true(excused * 20 <= count);
  assert_int_equal(missing, 0);
  run_free(&rows);
  free(used);
  free(left);
}

static void test_manual_is_up_to_date(void **state) {
  RunResult manual = run_nnsh("--manual", NULL);
  assert_int_equal(manual.status, 0);
  char *committed = run_read_file(NNSH_SOURCE_DIR "/docs/manual.md");
  assert_non_null(committed);
  assert_true(run_same_text(manual.out, committed, "docs/manual.md (made by: nnsh --manual > docs/manual.md)"));
  run_free(&manual);
  free(committed);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_manual_is_up_to_date),
      cmocka_unit_test(test_every_row_runs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
