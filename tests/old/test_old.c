/* Old spellings (tests/old/examples.txt) run by the real binary beside today's. */
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

#define FOLDER NNSH_SOURCE_DIR "/tests/old/"

static void test_old_spellings_mean_what_todays_mean(void **state) {
  const char *const environment[] = {"COLUMNS=80", "LANG=C.UTF-8", NULL};
  const char *const arguments[] = {run_binary(), FOLDER "rows.py", NULL};
  RunResult result = run_program(arguments, NULL, environment, 120);
  int same = 0, different = -1, waiting = 0;
  const char *last = strrchr(result.out, ' ') ? result.out : "";
  for (const char *line = result.out; line && *line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) last = line;
  int read = sscanf(last, "%d same %d different %d waiting", &same, &different, &waiting);
  if (read != 3 || different != 0) print_error("%s\n%s\n", result.out, result.err);
  assert_int_equal(read, 3);
  assert_int_equal(different, 0);
  assert_true(same >= 100);
  print_message("%d rows, %d more wait for what their new spelling needs\n", same, waiting);
  run_free(&result);
}

static char *path_of(const char *folder, const char *name, const char *end, char *out, size_t size) {
  snprintf(out, size, FOLDER "%s/%s%s", folder, name, end);
  return out;
}

/* Each of tests/old/scripts: --check --write makes the text that real Keras accepted (tests/golden/old_scripts.py), and the
 * old script itself prints what real Keras printed for the mended one, or waits for a name that is not there yet. */
static void test_scripts(void **state) {
  DIR *folder = opendir(FOLDER "scripts");
  assert_non_null(folder);
  int count = 0, failed = 0, waiting = 0;
  for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
    char *dot = strrchr(entry->d_name, '.');
    if (dot == NULL || strcmp(dot, ".py") != 0) continue;
    *dot = '\0';
    count++;
    char script[512], mended[512], printed[512], made[] = "/tmp/nnsh_old_XXXXXX";
    path_of("scripts", entry->d_name, ".py", script, sizeof script);
    char *wanted = run_read_file(path_of("mended", entry->d_name, ".py", mended, sizeof mended));
    char *output = run_read_file(path_of("mended", entry->d_name, ".out", printed, sizeof printed));
    int descriptor = mkstemp(made);
    assert_true(wanted && output && descriptor >= 0);
    close(descriptor);
    const char *const environment[] = {"COLUMNS=80", "LANG=C.UTF-8", NULL};
    const char *const check[] = {run_binary(), "--check", script, "--write", made, NULL};
    RunResult result = run_program(check, NULL, environment, 60);
    char *got = run_read_file(made);
    if (result.status != 0 || !run_same_text(got, wanted, entry->d_name)) failed++;
    run_free(&result);
    free(got);
    unlink(made);
    const char *const arguments[] = {run_binary(), script, NULL};
    result = run_program(arguments, NULL, environment, 60);
    static const char *const reasons[] = {"cannot import name", "no attribute", "not there yet", "given here yet",
                                          "not supported yet", "Could not interpret"};
    bool waits = false;
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
      waits = waits || (result.status == 1 && strstr(result.err, reasons[i]) != NULL);
    if (waits) waiting++;
    else if (result.status != 0 || !run_same_text(result.out, output, entry->d_name)) {
      print_error("%s: status %d\n%s\n", entry->d_name, result.status, result.err);
      failed++;
    }
    run_free(&result);
    free(wanted);
    free(output);
  }
  closedir(folder);
  print_message("%d scripts, %d wait for names that are not there yet\n", count, waiting);
  assert_true(count >= 20);
  assert_int_equal(failed, 0);
}

/* Without --write the lines are listed, and the status says whether there were any. */
static void test_check_lists(void **state) {
  const char *const environment[] = {"LANG=C.UTF-8", NULL};
  const char *const old[] = {run_binary(), "--check", FOLDER "scripts/v1_compat.py", NULL};
  RunResult result = run_program(old, NULL, environment, 60);
  assert_int_equal(result.status, 1);
  assert_non_null(strstr(result.out, "scripts/v1_compat.py:4: tf.enable_eager_execution() -> None\n"));
  assert_non_null(strstr(result.out, ":7: tf.keras.layers.Dense(units=2, batch_input_shape=(None, 3)) -> "
                                     "tf.keras.layers.Dense(units=2, input_shape=(3,))\n"));
  run_free(&result);
  const char *const today[] = {run_binary(), "--check", FOLDER "mended/v1_compat.py", NULL};
  result = run_program(today, NULL, environment, 60);
  assert_int_equal(result.status, 0);
  assert_string_equal(result.out, "");
  run_free(&result);
}

/* What Keras 3.15 takes means what it means there, with a note; the old name keeps the old meaning. */
static void test_stride_or_kernel(void **state) {
  const char *const environment[] = {"LANG=C.UTF-8", NULL};
  const char *const arguments[] = {run_binary(), "-c",
                                   "from keras import layers\nprint(layers.Conv2D(8, 3, 3).strides, "
                                   "layers.Convolution2D(8, 3, 3).strides, layers.Convolution2D(8, 3, 3).kernel_size)", NULL};
  RunResult result = run_program(arguments, NULL, environment, 60);
  assert_int_equal(result.status, 0);
  assert_string_equal(result.out, "(3, 3) (1, 1) (3, 3)\n");
  assert_non_null(strstr(result.err, "note: Conv2D(n, 3, 3) is a kernel of 3 by 3 with a stride of 3"));
  assert_null(strchr(strchr(result.err, '\n') + 1, '\n'));
  run_free(&result);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_old_spellings_mean_what_todays_mean), cmocka_unit_test(test_scripts),
      cmocka_unit_test(test_check_lists), cmocka_unit_test(test_stride_or_kernel),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
