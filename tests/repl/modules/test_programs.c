/* Small programs, run by the real binary: standard output whole, exit status, and the last line of standard error where
 * a program ends in an exception. CPython with numpy and scikit-learn wrote the expectations (tests/golden/
 * python_programs.py); each program runs in an empty folder of its own, since some write files. */
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

enum { MOST_PROGRAMS = 2048, LEAST_PROGRAMS = 120 };

static char folder[] = NNSH_SOURCE_DIR "/tests/python";

static char *beside(const char *name, const char *extension) {
  char path[1024];
  snprintf(path, sizeof path, "%s/%s.%s", folder, name, extension);
  return run_read_file(path);
}

/* The last line that is not empty; a hint, which is nnsh's own, does not count. Cuts the text. */
static const char *last_line(char *text) {
  for (;;) {
    size_t length = strlen(text);
    while (length && text[length - 1] == '\n') text[--length] = '\0';
    char *start = strrchr(text, '\n');
    const char *line = start ? start + 1 : text;
    if (strncmp(line, "hint: ", 6) != 0 || start == NULL) return line;
    *start = '\0';
  }
}

static bool same_end(RunResult *result, char *end) {
  int status = end ? atoi(end) : 0;
  if (result->status != status) {
    fprintf(stderr, "  status %d, expected %d\n%s", result->status, status, result->err);
    return false;
  }
  char *expected = end ? strchr(end, '\n') : NULL;
  return expected == NULL ||
         run_same_text(last_line(result->err), last_line(expected + 1), "  the last line of standard error");
}

/* One program: the state is its name. */
static void program_prints_what_python_prints(void **state) {
  const char *name = *state;
  char program[1024], own_folder[] = "/tmp/nnsh-program-XXXXXX", here[1024];
  assert_non_null(mkdtemp(own_folder));
  assert_non_null(getcwd(here, sizeof here));
  snprintf(program, sizeof program, "%s/%s.py", folder, name);
  char *input = beside(name, "in"), *expected = beside(name, "out"), *end = beside(name, "end");
  assert_non_null(expected);
  const char *arguments[] = {run_binary(), program, NULL};
  const char *environment[] = {"COLUMNS=80", NULL};
  assert_int_equal(chdir(own_folder), 0);
  RunResult result = run_program(arguments, input, environment, 60);
  assert_int_equal(chdir(here), 0);
  bool good = run_same_text(result.out, expected, name);
  good &= same_end(&result, end);
  char command[128];
  snprintf(command, sizeof command, "rm -rf %s", own_folder);
  good &= system(command) == 0;
  run_free(&result);
  free(input);
  free(expected);
  free(end);
  assert_true(good);
}

static int by_name(const void *a, const void *b) {
  return strcmp(((const struct CMUnitTest *)a)->name, ((const struct CMUnitTest *)b)->name);
}

int main(void) {
  static struct CMUnitTest tests[MOST_PROGRAMS];
  size_t count = 0;
  DIR *listing = opendir(folder);
  if (listing == NULL) return 1;
  for (struct dirent *entry; (entry = readdir(listing)) != NULL;) {
    size_t length = strlen(entry->d_name);
    if (length < 4 || strcmp(entry->d_name + length - 3, ".py") != 0) continue;
    if (count == MOST_PROGRAMS) {
      fprintf(stderr, "more than %d programs in %s: raise MOST_PROGRAMS\n", MOST_PROGRAMS, folder);
      return 1;
    }
    char *name = strndup(entry->d_name, length - 3);
    tests[count++] =
        (struct CMUnitTest){.name = name, .test_func = program_prints_what_python_prints, .initial_state = name};
  }
  closedir(listing);
  qsort(tests, count, sizeof *tests, by_name);
  if (count < LEAST_PROGRAMS) {
    fprintf(stderr, "only %zu programs in %s\n", count, folder);
    return 1;
  }
  int failures = _cmocka_run_group_tests("programs", tests, count, NULL, NULL);
  for (size_t i = 0; i < count; i++) free((char *)tests[i].name);
  return failures;
}
