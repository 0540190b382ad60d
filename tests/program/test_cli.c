/* The command line of the real binary: options, what runs, exit statuses, what a pipe gets. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/run.h"

/* One run: up to four arguments after the program, standard input, and what must come of it. NULL: not looked at. */
typedef struct Row {
  const char *arguments[5];
  const char *input;
  int status;
  const char *out;     /* standard output, whole */
  const char *err_has; /* a part of standard error; "": nothing may be there */
} Row;

static RunResult run_row(const Row *row) {
  const char *arguments[8] = {run_binary()};
  for (int i = 0; i < 5; i++) arguments[i + 1] = row->arguments[i];
  return run_program(arguments, row->input, NULL, 60);
}

static void check_rows(const Row *rows, size_t count) {
  int wrong = 0;
  for (size_t i = 0; i < count; i++) {
    RunResult result = run_row(&rows[i]);
    bool good = result.status == rows[i].status && (!rows[i].out || strcmp(result.out, rows[i].out) == 0);
    if (rows[i].err_has)
      good = good && (*rows[i].err_has ? strstr(result.err, rows[i].err_has) != NULL : result.err_length == 0);
    if (!good) {
      wrong++;
      fprintf(stderr, "row %zu (%s %s): status %d, output:\n%s\nstandard error:\n%s\n", i, rows[i].arguments[0],
              rows[i].arguments[1] ? rows[i].arguments[1] : "", result.status, result.out, result.err);
    }
    run_free(&result);
  }
  assert_int_equal(wrong, 0);
}
#define CHECK(rows) check_rows(rows, sizeof rows / sizeof *rows)

static void test_what_runs(void **state) {
  static const Row rows[] = {
      {{"-c", "print(6 * 7)"}, NULL, 0, "42\n", ""},
      {{"-c", "6 * 7"}, NULL, 0, "", ""}, /* a script echoes nothing */
      {{"-"}, "print('from', 'input')\n7\n", 0, "from input\n", ""},
      {{NULL}, "for i in range(2):\n  print(i)\n", 0, "0\n1\n", ""}, /* standard input is no terminal: a script */
      {{"-i"}, "1 + 1\nx = [1,\n2]\nx\nNone\ndef f():\n  return 'y'\n\nf()\n_ + _\n", 0, "2\n[1, 2]\n'y'\n'yy'\n", ""},
      {{"-i", "-c", "x = 5"}, "x * 2\n", 0, "10\n", ""},
      {{"-i", "-c", "x = 5\n1/0"}, "x\n", 1, "5\n", "ZeroDivisionError: division by zero"},
      {{"-c", "import sys; print(sys.argv)", "a", "--plain"}, NULL, 0, "['-c', 'a', '--plain']\n", ""},
      {{"-", "a"}, "import sys; print(sys.argv)", 0, "['-', 'a']\n", ""},
      {{NULL}, "import sys; print(sys.argv, __name__)", 0, "[''] __main__\n", ""},
  };
  CHECK(rows);
}

static void test_exit_statuses(void **state) {
  static const Row rows[] = {
      {{"-c", "pass"}, NULL, 0, "", ""},
      {{"-c", "1/0"}, NULL, 1, "", "ZeroDivisionError: division by zero\n"},
      {{"-c", "def f(:"}, NULL, 1, "", "SyntaxError: invalid syntax\n"},
      {{"-c", "exit()"}, NULL, 0, "", ""},
      {{"-c", "print(1); exit(7); print(2)"}, NULL, 7, "1\n", ""},
      {{"-c", "import sys; sys.exit(True)"}, NULL, 1, "", ""},
      {{"-c", "import sys; sys.exit('so long')"}, NULL, 1, "", "so long\n"},
      {{"-c", "raise SystemExit"}, NULL, 0, "", ""},
      {{"-c", "raise SystemExit(300)"}, NULL, 300 & 0xFF, "", ""},
      {{"-c", "raise KeyboardInterrupt"}, NULL, 130, "", "KeyboardInterrupt"},
      {{"no_such_file.py"},
       NULL,
       2,
       "",
       "nnsh: can't open file 'no_such_file.py': [Errno 2] No such file or directory\n"},
      {{"/tmp"}, NULL, 2, "", "nnsh: can't open file '/tmp': [Errno 21] Is a directory\n"},
      {{"--bogus"}, NULL, 2, "", "unknown option --bogus"},
      {{"--versoin"}, NULL, 2, "", "did you mean --version?"},
      {{"--color=blue"}, NULL, 2, "", "--color does not understand 'blue'"},
      {{"--color"}, NULL, 2, "", "--color needs a value"},
      {{"--plain=yes"}, NULL, 2, "", "--plain takes no value"},
      {{"--rehearse=0", "-c", "pass"}, NULL, 2, "", "--rehearse does not understand '0'"},
      {{"--threads=none"}, NULL, 2, "", "--threads does not understand 'none'"},
      {{"-c"}, NULL, 2, "", "-c needs CODE"},
      {{"-i"}, "exit(3)\n", 3, "", ""},
  };
  CHECK(rows);
}

static void test_file_is_named_in_traceback(void **state) {
  char path[] = "/tmp/nnsh-cli-XXXXXX";
  int fd = mkstemp(path);
  assert_true(fd >= 0);
  const char text[] = "import sys\n\ndef half(x):\n    return x / 0\n\nprint(sys.argv[1:], __name__)\nhalf(3)\n";
  assert_int_equal(write(fd, text, sizeof text - 1), sizeof text - 1);
  close(fd);
  RunResult result = run_nnsh(path, "one", "--two", NULL);
  assert_int_equal(result.status, 1);
  assert_string_equal(result.out, "['one', '--two'] __main__\n");
  char expected[1024]; /* as CPython 3.11 prints it */
  snprintf(expected, sizeof expected,
           "Traceback (most recent call last):\n  File \"%s\", line 7, in <module>\n    half(3)\n  File \"%s\", line "
           "4, in half\n"
           "    return x / 0\n           ~~^~~\nZeroDivisionError: division by zero\n",
           path, path);
  assert_true(run_same_text(result.err, expected, "traceback"));
  run_free(&result);
  result = run_nnsh("-i", path, NULL); /* without arguments of its own, then the prompt: nothing is typed */
  assert_int_equal(result.status, 1);
  run_free(&result);
  unlink(path);
}

static void test_version_and_help(void **state) {
  static const char *const options[] = {
      "-c ",        "-i ",        "--plain ",   "--color=", "--show=", "--stable ", "--rehearse[=N] ",
      "--summary=", "--threads=", "--manual ",  "--rows[=FILE] ", "--check ", "--write ", "--version ", "--help ", "FILE.py", "130",
       "BOOK.ipynb", "--cells ", "--allow-shell "};
  RunResult result = run_nnsh("--help", NULL);
  assert_int_equal(result.status, 0);
  for (size_t i = 0; i < sizeof options / sizeof *options; i++) assert_non_null(strstr(result.out, options[i]));
  /* Every option that help lists is one that the program takes: none is answered with "unknown". */
  int listed = 0;
  for (const char *line = result.out; line; line = strchr(line, '\n'), line = line ? line + 1 : NULL) {
    char option[32];
    if (strncmp(line, "  -", 3) != 0 || sscanf(line, "  %31[-a-z]", option) != 1) continue;
    listed++;
    RunResult tried = run_nnsh(option, NULL);
    assert_null(strstr(tried.err, "unknown option"));
    run_free(&tried);
  }
  assert_int_equal(listed, 18);
  run_free(&result);
  result = run_nnsh("--version", NULL);
  assert_int_equal(result.status, 0);
  assert_non_null(strstr(result.out, "nnsh "));
  static const char *const parts[] = {"kernel", "threads: ", "SIMD: "};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) assert_non_null(strstr(result.out, parts[i]));
  run_free(&result);
}

static const char training[] =
    "import numpy as np, keras\n"
    "keras.utils.set_random_seed(1)\n"
    "x = np.arange(200.0).reshape(100, 2) / 200\n"
    "y = (x.sum(axis=1) > 1).astype('int32')\n"
    "m = keras.Sequential([keras.layers.Dense(4, activation='relu'), keras.layers.Dense(2, activation='softmax')])\n"
    "m.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])\n"
    "h = m.fit(x, y, epochs=4, batch_size=5, validation_split=0.2)\n"
    "print(len(h.history['loss']), sorted(h.history))\n"
    "m.summary()\n"
    "print(keras.optimizers.Adam())\n";

/* --rehearse keeps the number of epochs and cuts their batches; --stable prints the same bytes each time, with any
 * number of threads; a pipe gets no control characters. */
static void test_rehearse_and_stable(void **state) {
  RunResult first = run_nnsh("--stable", "-c", training, NULL);
  assert_int_equal(first.status, 0);
  assert_non_null(strstr(first.out, "16/16 - "));
  assert_non_null(strstr(first.out, "Epoch 4/4\n"));
  assert_non_null(strstr(first.out, "4 ['accuracy', 'loss', 'val_accuracy', 'val_loss']\n"));
  for (size_t i = 0; i < first.out_length; i++) {
    unsigned char c = (unsigned char)first.out[i];
    assert_true(c == '\n' || (c >= 0x20 && c != 0x7f));
  }
  RunResult second = run_nnsh("--stable", "--threads=1", "-c", training, NULL);
  assert_true(run_same_text(second.out, first.out, "--stable with one thread"));
  run_free(&second);
  second = run_nnsh("--stable", "--threads=3", "-c", training, NULL);
  assert_true(run_same_text(second.out, first.out, "--stable with three threads"));
  run_free(&second);
  run_free(&first);
  static const char *const ways[][2] = {{"--rehearse", "3/3 - "}, {"--rehearse=5", "5/5 - "}};
  for (int i = 0; i < 2; i++) {
    RunResult result = run_nnsh(ways[i][0], "-c", training, NULL);
    assert_int_equal(result.status, 0);
    assert_non_null(strstr(result.out, ways[i][1]));
    assert_null(strstr(result.out, "16/16"));
    assert_non_null(strstr(result.out, "\n4 ['accuracy'"));
    run_free(&result);
  }
}

static void test_color_in_a_pipe(void **state) {
  static const char picture[] = "import matplotlib.pyplot as plt\nplt.plot([1, 2, 3])\nplt.show()\n";
  RunResult result = run_nnsh("-c", picture, NULL);
  assert_int_equal(result.status, 0);
  assert_string_equal(result.out, ""); /* as Python with matplotlib's agg */
  run_free(&result);
  result = run_nnsh("--show=always", "-c", picture, NULL);
  assert_int_equal(result.status, 0);
  assert_true(result.out_length > 100);
  assert_null(strchr(result.out, '\033'));
  run_free(&result);
  result = run_nnsh("--show=always", "--color=always", "-c", picture, NULL);
  assert_non_null(strchr(result.out, '\033'));
  run_free(&result);
  result = run_nnsh("--show=always", "--color=always", "--plain", "-c", picture, NULL);
  for (size_t i = 0; i < result.out_length; i++) assert_true((unsigned char)result.out[i] < 0x80);
  run_free(&result);
}

/* Through a shell, as people type it. */
static int shell(const char *tail, char *out, size_t size) {
  char command[2048];
  snprintf(command, sizeof command, tail, run_binary());
  FILE *pipe = popen(command, "r");
  assert_non_null(pipe);
  size_t got = fread(out, 1, size - 1, pipe);
  out[got] = '\0';
  int status = pclose(pipe);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void test_closed_pipe_and_full_disk(void **state) {
  char out[4096];
  assert_int_equal(shell("%s -c 'for i in range(1000000): print(i)' 2>&1 | head -n 1", out, sizeof out), 0);
  assert_string_equal(out, "0\n");
  shell("(%s -c 'for i in range(1000000): print(i)'; echo ended $? >&2) 2>&1 >/dev/null | head -n 3", out, sizeof out);
  assert_string_equal(out, "ended 0\n");
  assert_int_equal(shell("%s -c 'print(1)' 2>&1 >/dev/full", out, sizeof out), 1);
  assert_non_null(strstr(out, "OSError: [Errno 28] No space left on device"));
  /* No standard output at all: nothing is shown, as Python has it, and no other file is written to instead. */
  assert_int_equal(shell("%s -c 'print(1)' <&- >&- 2>&-", out, sizeof out), 0);
}

/* Ctrl-C in a script ends it with 130, wherever it is. */
static void test_interrupted_script(void **state) {
  static const char *const programs[] = {
      "print('begun', flush=True)\nwhile True: pass",
      "import time\nprint('begun', flush=True)\ntime.sleep(60)",
      "print('begun', flush=True)\ninput()",
      "import numpy as np\nprint('begun', flush=True)\nwhile True: np.sort(np.arange(1000000)[::-1])",
      ("import numpy as np, keras\nx = np.zeros((60000, 64))\nm = keras.Sequential([keras.layers.Dense(64)])\n"
       "m.compile('sgd', 'mse')\nprint('begun', flush=True)\nm.fit(x, x, epochs=1000, verbose=0)"),
  };
  for (size_t i = 0; i < sizeof programs / sizeof *programs; i++) {
    int out[2], in[2], err[2];
    assert_int_equal(pipe(out), 0);
    assert_int_equal(pipe(in), 0);
    assert_int_equal(pipe(err), 0);
    pid_t child = fork();
    if (child == 0) {
      dup2(in[0], 0);
      dup2(out[1], 1);
      dup2(err[1], 2);
      for (int fd = 3; fd < 32; fd++) close(fd);
      signal(SIGINT, SIG_DFL);
      execl(run_binary(), "nnsh", "-c", programs[i], NULL);
      _exit(127);
    }
    close(out[1]);
    close(err[1]);
    char bytes[4096];
    assert_true(read(out[0], bytes, sizeof bytes) > 0); /* "begun" */
    usleep(100000);
    kill(child, SIGINT);
    size_t length = 0;
    ssize_t got;
    while ((got = read(err[0], bytes + length, sizeof bytes - 1 - length)) > 0) length += (size_t)got;
    bytes[length] = '\0';
    int status;
    waitpid(child, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 130) fprintf(stderr, "program %zu: %s\n", i, bytes);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 130);
    assert_non_null(strstr(bytes, "KeyboardInterrupt\n"));
    close(out[0]);
    close(err[0]);
    close(in[0]);
    close(in[1]);
  }
}

int main(void) {
  signal(SIGPIPE, SIG_IGN);
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_what_runs),
      cmocka_unit_test(test_exit_statuses),
      cmocka_unit_test(test_file_is_named_in_traceback),
      cmocka_unit_test(test_version_and_help),
      cmocka_unit_test(test_rehearse_and_stable),
      cmocka_unit_test(test_color_in_a_pipe),
      cmocka_unit_test(test_closed_pipe_and_full_disk),
      cmocka_unit_test(test_interrupted_script),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
