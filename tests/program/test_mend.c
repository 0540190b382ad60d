/* Damaged text on the real binary: what is printed, the note on standard error, and the place of later errors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/run.h"

typedef struct Row {
  const char *text;
  int status;
  const char *out, *err; /* whole; "FILE" stands for the script's path */
} Row;

static void check_file(const Row *row, size_t number) {
  char path[] = "/tmp/nnsh-mend-XXXXXX", expected[2048] = "";
  int fd = mkstemp(path);
  assert_true(fd >= 0);
  assert_int_equal(write(fd, row->text, strlen(row->text)), strlen(row->text));
  close(fd);
  RunResult result = run_nnsh(path, NULL);
  unlink(path);
  const char *at = row->err;
  for (const char *mark; (mark = strstr(at, "FILE")); at = mark + 4) {
    strncat(expected, at, (size_t)(mark - at));
    strcat(expected, path);
  }
  strcat(expected, at);
  if (result.status != row->status || strcmp(result.out, row->out) != 0 || strcmp(result.err, expected) != 0)
    fail_msg("row %zu: status %d, output:\n%s\nstandard error:\n%s\n", number, result.status, result.out, result.err);
  run_free(&result);
}

static void test_scripts(void **state) {
  static const Row rows[] = {
      {"x = 3\nprint \"x is\", x\n", 0, "x is 3\n",
       "note: FILE line 2: Python 2's print, read as print(...); numbers are divided as in Python 3\n"},
      {"print(\u201chello\u201d)\n", 0, "hello\n", "note: FILE line 1: typographic quotes read as plain ones\n"},
      {"    print('moved')\n    print('left')\n", 0, "moved\nleft\n", ""},
      {">>> print(1 + 1)\n2\n>>> print('b')\nb\n", 0, "2\nb\n", ""},
      {"Some text above.\n\n```python\nprint(7)\n1 / 0\n```\n", 1, "7\n",
       "note: FILE line 1 and 2 others: only the Python between the ``` fences is read\n"
       "Traceback (most recent call last):\n  File \"FILE\", line 5, in <module>\n    1 / 0\n    ~~^~~\n"
       "ZeroDivisionError: division by zero\n"},
      {"%matplotlib inline\n!rm -rf x\nprint('safe')\n", 0, "safe\n",
       "note: FILE line 1 and 1 other: a notebook's % and ! lines, taken as in a notebook\n"
       "not run: !rm -rf x (start nnsh with --allow-shell to run it)\n"},
      {"print('old mac')\rprint('lines')\r", 0, "old mac\nlines\n", ""},
      {"\ufeffprint('mark')\r\nprint('dos')\r\n", 0, "mark\ndos\n", ""},
      {"\u5909\u6570 = 3 # \u6ce8\u91ca\nprint(\u5909\u6570)\n", 0, "3\n", ""},
      /* What no rule mends keeps its own error. */
      {"print \u201cx\n", 1, "",
       "  File \"FILE\", line 1\n    print \u201cx\n          ^\nSyntaxError: invalid character '\u201c' (U+201C)\n"},
      {"x = = 1\n", 1, "", "  File \"FILE\", line 1\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) check_file(&rows[i], i);
}

static void test_hints_name_the_import(void **state) {
  static const char *const rows[][2] = {
      {"np.zeros(3)", "import numpy as np"},
      {"tf.constant(1)", "import tensorflow as tf"},
      {"plt.plot([1])", "import matplotlib.pyplot as plt"},
      {"keras.Sequential()", "import keras"},
      {"layers.Dense(1)", "from tensorflow.keras import layers"},
      {"pd.DataFrame()", "import pandas as pd"},
      {"sns.set()", "import seaborn as sns"},
      {"os.getcwd()", "import os"},
      {"random.random()", "import random"},
      {"Sequential()", "from tensorflow.keras.models import Sequential"},
      {"Dense(3)", "from tensorflow.keras.layers import Dense"},
      {"EarlyStopping()", "from tensorflow.keras.callbacks import EarlyStopping"},
      {"to_categorical([1])", "from tensorflow.keras.utils import to_categorical"},
      {"xrange(3)", "Python 2's xrange is range"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char wanted[256];
    snprintf(wanted, sizeof wanted, "\nhint: %s\n", rows[i][1]);
    RunResult result = run_nnsh("-c", rows[i][0], NULL);
    size_t length = strlen(wanted);
    if (result.status != 1 || result.err_length < length ||
        strcmp(result.err + result.err_length - length, wanted) != 0)
      fail_msg("%s:\n%s", rows[i][0], result.err);
    run_free(&result);
  }
  RunResult result = run_nnsh("-c", "nothing_like_that", NULL);
  assert_null(strstr(result.err, "hint:"));
  run_free(&result);
}

/* Lines that come without the marks of a paste. */
static void test_lines_at_the_prompt(void **state) {
  static const struct {
    const char *input, *out, *err;
  } rows[] = {
      {">>> x = 4\n>>> for i in range(2):\n...     print(i, x)\n...\n>>> x\n", "0 4\n1 4\n4\n", ""},
      {"In [1]: x = 4\n\nIn [2]: if x:\n   ...:     print(x)\n   ...:\n", "4\n", ""},
      {"print 'a'\n1 + 1\n", "a\n2\n", "note: line 1: Python 2's print"},
      {"for i in xrange(2):\n  print i\n\n", "0\n1\n", "note: line 2: Python 2's print"},
      {"  x = 3\n  x\n", "3\n", ""},
      {"...\n", "Ellipsis\n", ""},
      {"x = 5 \u2013 3\nx\n", "2\n", "note: line 1: typographic"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const char *arguments[] = {run_binary(), "-i", NULL};
    RunResult result = run_program(arguments, rows[i].input, NULL, 30);
    bool err = *rows[i].err ? strncmp(result.err, rows[i].err, strlen(rows[i].err)) == 0 : result.err_length == 0;
    if (result.status != 0 || strcmp(result.out, rows[i].out) != 0 || !err)
      fail_msg("row %zu: status %d\n%s\n%s", i, result.status, result.out, result.err);
    run_free(&result);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_scripts),
      cmocka_unit_test(test_hints_name_the_import),
      cmocka_unit_test(test_lines_at_the_prompt),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
