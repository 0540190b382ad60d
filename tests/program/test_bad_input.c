/* Wrong programs: an exception as Python, numpy and Keras word it, exit status 1, and a session that goes on. The first
 * table is tests/golden/bad_input.txt, recorded from CPython, numpy, scikit-learn and Keras; the second holds what is
 * nnsh's own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/run.h"

/* Hints are nnsh's own, and so is where a "Did you mean" stands. */
static void cut_at(char *text, const char *mark) {
  char *at = strstr(text, mark);
  if (at) *at = '\0';
}

static bool ends_with(const char *text, const char *end) {
  size_t length = strlen(text), part = strlen(end);
  return length >= part && strcmp(text + length - part, end) == 0 &&
         (length == part || text[length - part - 1] == '\n');
}

/* Runs a program, then one more statement in the same session. */
static RunResult run_and_go_on(const char *code, const char *next) {
  const char *const arguments[] = {run_binary(), "-i", "-c", code, NULL};
  return run_program(arguments, next, NULL, 60);
}

static void test_errors_as_python_words_them(void **state) {
  char *golden = run_read_file(NNSH_SOURCE_DIR "/tests/golden/bad_input.txt");
  assert_non_null(golden);
  int rows = 0, wrong = 0;
  for (char *at = strstr(golden, "=== "); at && *at;) {
    char *code = at + 4, *text = strstr(code, "\n--- ");
    assert_non_null(text);
    *text = '\0';
    text += 5;
    char *next = strstr(text, "\n=== ");
    size_t length = strlen(text);
    if (next) *next = '\0';
    else if (length) text[length - 1] = '\0'; /* the end of the file */
    at = next ? next + 1 : NULL;
    rows++;
    RunResult result = run_and_go_on(code, "print('after', 1 + 1)\n");
    cut_at(result.err, "\nhint: ");
    cut_at(result.err, ". Did you mean");
    length = strlen(result.err);
    if (length && result.err[length - 1] == '\n') result.err[length - 1] = '\0';
    if (result.status != 1 || !ends_with(result.err, text) || !ends_with(result.out, "after 2\n")) {
      wrong++;
      fprintf(stderr, "program:\n%s\nexpected:\n%s\nstatus %d, standard error:\n%s\noutput:\n%s\n", code, text,
              result.status, result.err, result.out);
    }
    run_free(&result);
  }
  free(golden);
  assert_true(rows > 80);
  assert_int_equal(wrong, 0);
}

static void test_errors_of_nnsh(void **state) {
  static const struct {
    const char *code;
    int status;
    const char *err; /* a part of standard error; "": nothing may stand there */
    const char *out; /* a part of standard output */
  } rows[] = {
      /* A layer that gets other features than it was made for is named, with what to change. */
      {"import keras, numpy as np\nm = keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(2)])\n"
       "m.compile('sgd', 'mse')\nm.fit(np.zeros((8, 3)), np.zeros((8, 2)))",
       1, "of layer 'dense' is incompatible with the layer: expected axis -1 of input shape to have value 4", ""},
      {"import numpi", 1, "ModuleNotFoundError: No module named 'numpi'\nhint: did you mean 'numpy'?\n", ""},
      {"pritn(1)", 1, "NameError: name 'pritn' is not defined. Did you mean: 'print'?\n", ""},
      /* NaN in data is shown, and ends nothing. */
      {"import keras, numpy as np\nm = keras.Sequential([keras.layers.Dense(1)])\nm.compile('sgd', 'mse')\n"
       "m.fit(np.full((8, 2), np.nan), np.zeros((8, 1)), epochs=2)",
       0, "", "loss: nan"},
      {"def f(): return [f()]\nf()", 1, "RecursionError: maximum recursion depth exceeded", ""},
      {"class A:\n    def __repr__(self): return repr(self)\nprint(A())", 1,
       "RecursionError: maximum recursion depth exceeded", ""},
      {"x = []\nfor i in range(100000): x = [x]\nprint(len(repr(x)))", 1, "RecursionError", ""},
      {"((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((("
       "(((((((((((((((((((("
       "((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((("
       "(((((((((((((((((((((1",
       1, "SyntaxError", ""},
      {"'\\x00'; 'a\001b' +", 1, "SyntaxError: invalid syntax", ""},
      {"import numpy as np\nnp.zeros((1 << 40, 1 << 10))", 1, "MemoryError: Unable to allocate", ""},
  };
  int wrong = 0;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    RunResult result = run_and_go_on(rows[i].code, "print('after', 1 + 1)\n");
    bool err = *rows[i].err ? strstr(result.err, rows[i].err) != NULL : result.err_length == 0;
    if (result.status != rows[i].status || !err || !strstr(result.out, rows[i].out) ||
        !ends_with(result.out, "after 2\n")) {
      wrong++;
      fprintf(stderr, "program:\n%.300s\nstatus %d, standard error:\n%.2000s\noutput:\n%.2000s\n", rows[i].code,
              result.status, result.err, result.out);
    }
    run_free(&result);
  }
  assert_int_equal(wrong, 0);
}

/* Bytes that are no text: an error with its line, as Python has it. */
#define SOURCE(bytes) bytes, sizeof bytes - 1
static void test_damaged_source(void **state) {
  static const struct {
    const char *bytes;
    size_t length;
    const char *err;
  } rows[] = {
      {SOURCE("x = 1\ny = '\xff'\n"), "SyntaxError: (unicode error) 'utf-8' codec can't decode byte 0xff"},
      {SOURCE("x = 1\0y\n"), "null byte"},
      {SOURCE("\xEF\xBB\xBFprint('mark')\n"), ""}, /* a byte order mark is passed over */
      {SOURCE("print('cr')\r\nprint(1)\r\n"), ""},
      {SOURCE("if 1:\n\tif 1:\n\t\tx = 1\n        y = 2\n"), "TabError: inconsistent use of tabs and spaces in indentation"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char path[] = "/tmp/nnsh-bad-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, rows[i].bytes, rows[i].length), rows[i].length);
    close(fd);
    RunResult result = run_nnsh(path, NULL);
    unlink(path);
    for (size_t k = 0; k < result.err_length; k++)
      if (result.err[k] == '\0') result.err[k] = '?'; /* the line is shown as it is */
    if (!strstr(result.err, rows[i].err) || result.status != (*rows[i].err ? 1 : 0))
      fail_msg("row %zu: status %d\n%s", i, result.status, result.err);
    run_free(&result);
  }
}

/* A surrounding that is wrong: a quiet fallback. */
static void test_strange_surroundings(void **state) {
  static const char *const environments[][3] = {
      {"TERM", NULL},
      {"TERM=no-such-terminal", NULL},
      {"TERM=dumb", NULL},
      {"HOME", NULL},
      {"HOME=/no/such/home", NULL},
      {"NNSH_HISTORY=/no/such/folder/history", NULL},
      {"LANG=C", "LC_ALL=C", NULL},
      {"LC_ALL=de_DE.UTF-8", NULL},
      {"COLUMNS=0", "LINES=x", NULL},
      {"COLUMNS=1", "LINES=1", NULL},
      {"COLUMNS=100000", NULL},
      {"PATH", NULL},
      {"OPENBLAS_CORETYPE=nonsense", NULL},
      {"NNSH_SIMD=nonsense", NULL},
      {"OMP_NUM_THREADS=nonsense", NULL},
  };
  static const char code[] =
      "import keras, numpy as np\nm = keras.Sequential([keras.layers.Input((3,)), keras.layers.Dense(2)])\n"
      "m.summary(line_length=60)\nm.compile('sgd', 'mse')\nh = m.fit(np.ones((4, 3)), np.ones((4, 2)), verbose=2)\n"
      "print('done', 1.5)";
  for (size_t i = 0; i < sizeof environments / sizeof *environments; i++) {
    const char *const arguments[] = {run_binary(), "-i", "-c", code, NULL};
    RunResult result = run_program(arguments, "'next'\n", environments[i], 60);
    if (result.status != 0 || !strstr(result.out, "\ndone 1.5\n'next'\n"))
      fail_msg("%s: status %d\n%s\n%s", environments[i][0], result.status, result.out, result.err);
    run_free(&result);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_errors_as_python_words_them),
      cmocka_unit_test(test_errors_of_nnsh),
      cmocka_unit_test(test_damaged_source),
      cmocka_unit_test(test_strange_surroundings),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
