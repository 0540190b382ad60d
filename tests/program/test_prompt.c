/* The prompt on a pseudo-terminal: what a person types, and what then stands on the screen. */
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
#include "tests/support/terminal.h"

#define CTRL_C "\003"
#define CTRL_D "\004"
#define CTRL_Z "\032"
enum { WAIT = 20 }; /* seconds; only a failure takes so long */

static const char *const quiet[] = {"NNSH_HISTORY=", NULL};

static Terminal *start_with(const char *const *environment) {
  const char *const arguments[] = {run_binary(), "--stable", NULL};
  Terminal *terminal = terminal_start(arguments, 24, 80, environment);
  assert_non_null(terminal);
  if (!terminal_wait_for(terminal, ">>>", WAIT)) fail_msg("no prompt: %s", terminal_all(terminal));
  return terminal;
}
static Terminal *start(void) { return start_with(quiet); }

static void expect(Terminal *terminal, const char *text) {
  if (terminal_wait_for(terminal, text, WAIT)) return;
  fprintf(stderr, "waited for:\n%s\nthere is:\n%s\n", text, terminal_all(terminal));
  terminal_free(terminal);
  fail();
}

static int prompts(Terminal *terminal) {
  int count = 0;
  for (const char *at = terminal_all(terminal); (at = strstr(at, ">>>")); at += 3) count++;
  return count;
}

/* Types a line and waits until the screen shows it, what it prints (rows ended by newlines), and the next prompt: one
 * more than there were, since an empty line shows nothing else. */
static void enter(Terminal *terminal, const char *line, const char *shown) {
  char wanted[4096];
  int before = prompts(terminal);
  terminal_type(terminal, line);
  terminal_type(terminal, "\r");
  snprintf(wanted, sizeof wanted, "%s\n%s>>>", line, shown);
  expect(terminal, wanted);
  for (int i = 0; i < WAIT * 100 && prompts(terminal) <= before; i++) terminal_read_for(terminal, 0.01);
}

/* The last row that is not empty is a prompt with nothing typed. */
static bool at_prompt(Terminal *terminal) {
  int rows, columns;
  terminal_size(terminal, &rows, &columns);
  for (int row = rows - 1; row >= 0; row--) {
    const char *text = terminal_row(terminal, row);
    if (*text) return strcmp(text, ">>>") == 0 || strcmp(text, "...") == 0;
  }
  return false;
}

/* Keys that come while a line still runs are the terminal's, not readline's: a Ctrl-D would be lost there, as it is in
 * Python. So the keys that leave wait for the prompt. */
static void leave(Terminal *terminal, const char *keys, int status) {
  for (int i = 0; i < WAIT * 100 && !at_prompt(terminal); i++) terminal_read_for(terminal, 0.01);
  terminal_type(terminal, keys);
  int ended = terminal_wait_end(terminal, WAIT);
  if (ended != status) fprintf(stderr, "ended with %d:\n%s\n", ended, terminal_all(terminal));
  bool restored = terminal_modes_restored(terminal), alternate = terminal_on_alternate_screen(terminal);
  terminal_free(terminal);
  assert_int_equal(ended, status);
  assert_true(restored);
  assert_false(alternate);
}

static void test_echo(void **state) {
  /* Expectations are what CPython 3.11 with numpy 2 and Keras 3.15 echo. */
  static const char *const rows[][2] = {
      {"1 + 1", "2\n"},
      {"_ * 10", "20\n"},
      {"None", ""},
      {"'it' + \"'s\"", "\"it's\"\n"},
      {"7 / 2", "3.5\n"},
      {"1e100", "1e+100\n"},
      {"(1,)", "(1,)\n"},
      {"[1, 'a', None, True]", "[1, 'a', None, True]\n"},
      {"{'a': 1, 2: (3.0, [])}", "{'a': 1, 2: (3.0, [])}\n"},
      {"{1, 2} - {2}", "{1}\n"},
      {"range(2, 10, 3)", "range(2, 10, 3)\n"},
      {"slice(1, None)", "slice(1, None, None)\n"},
      {"import numpy as np, keras", ""},
      {"np.int64(7)", "np.int64(7)\n"},
      {"np.float32(0.1)", "np.float32(0.1)\n"},
      {"np.arange(6).reshape(2, 3) / 2", "array([[0. , 0.5, 1. ],\n       [1.5, 2. , 2.5]])\n"},
      {"np.zeros(3, dtype='float32')", "array([0., 0., 0.], dtype=float32)\n"},
      {"np.array([]) > 0", "array([], dtype=bool)\n"},
      {"np.bool_(True)", "np.True_\n"},
      {"np.dtype('uint8')", "dtype('uint8')\n"},
      {"keras.layers.Dense(3)", "<Dense name=dense, built=False>\n"},
      {"m = keras.Sequential([keras.layers.Dense(3)])", ""},
      {"m", "<Sequential name=sequential, built=False>\n"},
      {"m.weights", "[]\n"},
      {"keras.Input((4,)).shape", "(None, 4)\n"},
      {"x = 5; x; x + 1", "5\n6\n"},
      {"lambda: 0", "<function <lambda> at 0x...>\n"},
      {"len", "<built-in function len>\n"},
      {"int", "<class 'int'>\n"},
      {"Ellipsis, NotImplemented", "(Ellipsis, NotImplemented)\n"},
      {"print('shown')", "shown\n"},
      {"# nothing but a comment", ""},
      {"", ""},
  };
  Terminal *terminal = start();
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) enter(terminal, rows[i][0], rows[i][1]);
  leave(terminal, CTRL_D, 0);
}

static void test_error_and_the_next_line(void **state) {
  Terminal *terminal = start();
  enter(terminal, "1/0",
        "Traceback (most recent call last):\n  File \"<stdin>\", line 1, in <module>\n    1/0\n    ~^~\n"
        "ZeroDivisionError: division by zero\n");
  enter(terminal, "2 + 2", "4\n");
  enter(terminal, "x = = 3", "  File \"<stdin>\", line 1\n    x = = 3\n        ^\nSyntaxError: invalid syntax\n");
  enter(terminal, "'still'", "'still'\n");
  leave(terminal, "exit()\r", 0);
}

static void test_several_lines(void **state) {
  Terminal *terminal = start();
  terminal_type(terminal, "def twice(x):\r");
  expect(terminal, "def twice(x):\n...");
  terminal_type(terminal, "\ty = x * 2\r"); /* Tab indents where nothing stands before it */
  expect(terminal, "...     y = x * 2\n...");
  terminal_type(terminal, "    return y\r");
  expect(terminal, "return y\n...");
  terminal_type(terminal, "\r");
  expect(terminal, "...\n>>>");
  enter(terminal, "twice(21)", "42\n");
  terminal_type(terminal, "a = [1,\r");
  expect(terminal, "a = [1,\n...");
  terminal_type(terminal, "2]\r");
  expect(terminal, "... 2]\n>>>");
  enter(terminal, "a", "[1, 2]\n");
  terminal_type(terminal, "for i in range(2):\r    print('row', i)\r\r");
  expect(terminal, "row 0\nrow 1\n>>>");
  terminal_type(terminal, "s = '''one\r\rtwo'''\r");
  expect(terminal, "... two'''\n>>>");
  enter(terminal, "s", "'one\\n\\ntwo'\n");
  /* An error in a block says where: its line and what stood there. */
  terminal_type(terminal, "def f():\r    return undefined_name\r\r");
  expect(terminal, "undefined_name\n...\n>>>");
  terminal_type(terminal, "f()\r");
  expect(terminal, "NameError: name 'undefined_name' is not defined\n>>>");
  leave(terminal, "exit(4)\r", 4);
}

/* A terminal marks what is pasted, so that an empty line inside a block does not end it and nothing runs early. */
static void test_pasted_block(void **state) {
  Terminal *terminal = start();
  terminal_type(terminal,
                "\033[200~def area(w, h):\n    a = w * h\n\n    return a\n\nprint('area', area(3, 4))\n\033[201~");
  terminal_read_for(terminal, 0.3);
  assert_null(strstr(terminal_all(terminal), "area 12")); /* not before Enter */
  terminal_type(terminal, "\r");
  expect(terminal, "area 12\n>>>");
  enter(terminal, "area(2, 2)", "4\n");
  leave(terminal, CTRL_D, 0);
}

/* Without the marks each pasted line is one that was typed. */
static void test_pasted_lines_without_marks(void **state) {
  Terminal *terminal = start();
  terminal_type(terminal, "x = 3\rfor i in range(x):\r    print(i * 11)\r\rx\r");
  expect(terminal, "0\n11\n22\n");
  expect(terminal, ">>> x\n3\n>>>");
  leave(terminal, CTRL_D, 0);
}

/* Pastes `text` with the terminal's marks, presses Enter, and waits for what then stands on the screen. */
static void paste(Terminal *terminal, const char *text, const char *shown) {
  terminal_type(terminal, "\033[200~");
  terminal_type(terminal, text);
  terminal_type(terminal, "\033[201~");
  terminal_read_for(terminal, 0.1);
  terminal_type(terminal, "\r");
  expect(terminal, shown);
}

/* What is copied from web pages, notebooks, sessions and editors. */
static void test_pasted_from_elsewhere(void **state) {
  Terminal *terminal = start();
  paste(terminal, ">>> x = 6\n>>> for i in range(2):\n...     print('row', i)\n...\nrow 0\nrow 1\n>>> x * 7\n42",
        "row 0\nrow 1\n42\n>>>");
  /* An error in one of its statements leaves the next to run. */
  paste(terminal,
        "In [1]: y = 1 / 0\nZeroDivisionError\n\nIn [2]: x = 70\n\nIn [3]: if x:\n   ...:     print('x is', x)\n"
        "   ...:\nx is 70",
        "ZeroDivisionError: division by zero\nx is 70\n>>>");
  paste(terminal, "    def f(a):\n        b = a\n\n        return b\n    print('moved', f(8))", "moved 8\n>>>");
  paste(terminal, "1  z = 5\n2  print('numbered', z)",
        "note: line 1 and 1 other: line numbers in front of the lines are left out");
  expect(terminal, "numbered 5\n>>>");
  paste(terminal, "print(\u201ccurly\u201d)", "note: line 1: typographic quotes read as plain ones\ncurly\n>>>");
  paste(terminal, "It prints like this:\n\n```python\nprint('fenced')\n```", "fenced\n>>>");
  paste(terminal, "%matplotlib inline\nw = 3\n!ls\nw + 1",
        "not run: !ls (start nnsh with --allow-shell to run it)\n4\n>>>");
  paste(terminal, "s = 'kept \u201cas it is\u201d'\nprint(len(s))", "15\n>>>");
  enter(terminal, "z", "5\n");
  leave(terminal, CTRL_D, 0);
}

static void test_magics(void **state) {
  Terminal *terminal = start();
  enter(terminal, "%time 3 + 4", "7\n");
  enter(terminal, "x = 5", "");
  terminal_type(terminal, "%%time\r");
  expect(terminal, "%%time\n...");
  terminal_type(terminal, "x * 2\r\r");
  expect(terminal, "...\n10\n>>>");
  enter(terminal, "!ls", "not run: !ls (start nnsh with --allow-shell to run it)\n");
  enter(terminal, "%who", "x\n");
  terminal_type(terminal, "%time 1 / 0\r");
  expect(terminal, "ZeroDivisionError: division by zero\n>>>");
  terminal_type(terminal, "%matpl\t");
  expect(terminal, ">>> %matplotlib");
  terminal_type(terminal, " inline\r");
  expect(terminal, ">>> %matplotlib inline\n>>>");
  terminal_type(terminal, "%%ca\t");
  expect(terminal, ">>> %%capture");
  terminal_type(terminal, CTRL_C);
  expect(terminal, "%%capture\nKeyboardInterrupt\n>>>");
  terminal_type(terminal, "%help\r");
  expect(terminal, "%%writefile [-a] FILE");
  leave(terminal, CTRL_D, 0);
}

static void test_completion(void **state) {
  Terminal *terminal = start();
  enter(terminal, "import numpy as np, keras", "");
  enter(terminal, "long_name_of_mine = 1234", "");
  /* What is typed, then what stands on the line after Tab. */
  static const char *const rows[][2] = {
      {"long_n\t", ">>> long_name_of_mine"},
      {"np.linsp\t", ">>> np.linspace"},
      {"keras.layers.Flat\t", ">>> keras.layers.Flatten"},
      {"keras.layers.Dense(10, activation=\"selu\", kernel_i\t", "activation=\"selu\", kernel_initializer="},
      {"keras.layers.Dense(10, activation=\"softm\t", "keras.layers.Dense(10, activation=\"softmax\""},
      {"keras.Sequential().compile(optimizer='rms\t", "compile(optimizer='rmsprop'"},
      {"import matplotlib.pyp\t", ">>> import matplotlib.pyplot"},
      {"%sa\t", ">>> %save"},
      {"whi\t", ">>> while"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    terminal_type(terminal, rows[i][0]);
    expect(terminal, rows[i][1]);
    terminal_type(terminal, "\001\013"); /* Ctrl-A Ctrl-K: an empty line */
    terminal_read_for(terminal, 0.05);
  }
  /* Several candidates: they are listed. */
  terminal_type(terminal, "keras.layers.Dense(3, activation=\"re\t");
  expect(terminal, "relu\"");
  expect(terminal, "relu6\"");
  terminal_type(terminal, CTRL_C);
  expect(terminal, "KeyboardInterrupt\n>>>");
  leave(terminal, CTRL_D, 0);
}

static void test_help(void **state) {
  Terminal *terminal = start();
  enter(terminal, "import keras", "");
  terminal_type(terminal, "keras.layers.Dense?\r");
  expect(terminal, "Dense(units, activation=None, use_bias=True,");
  expect(terminal, "keras.layers.Dense?\n");
  terminal_type(terminal, "help(len)\r");
  expect(terminal, "help(len)\nlen(");
  enter(terminal, "nothing_here?", "Object `nothing_here` not found.\n");
  terminal_type(terminal, "%help\r");
  expect(terminal, "%save FILE.py");
  terminal_type(terminal, "%sav x\r");
  expect(terminal, "nnsh has no command %sav; did you mean %save?\n");
  leave(terminal, CTRL_D, 0);
}

static void test_save_and_replay(void **state) {
  char folder[] = "/tmp/nnsh-save-XXXXXX", command[128], path[64];
  assert_non_null(mkdtemp(folder));
  snprintf(path, sizeof path, "%s/lesson.py", folder);
  Terminal *terminal = start();
  enter(terminal, "a = 3", "");
  terminal_type(terminal, "broken +\r");
  expect(terminal, "SyntaxError: invalid syntax\n>>>");
  terminal_type(terminal, "a / 0\r");
  expect(terminal, "ZeroDivisionError: division by zero\n>>>");
  terminal_type(terminal, "def f(x):\r    return x + a\r\r");
  expect(terminal, "return x + a\n...\n>>>");
  enter(terminal, "f(1)", "4\n");
  enter(terminal, "print('f(4) is', f(4))", "f(4) is 7\n");
  enter(terminal, "len?", "len(obj, /)\n    How many items.\n");
  snprintf(command, sizeof command, "%%save %s", path);
  terminal_type(terminal, command);
  terminal_type(terminal, "\r");
  expect(terminal, "lines saved in");
  terminal_type(terminal, "%save /no/such/folder/x.py\r");
  expect(terminal, "No such file or directory");
  leave(terminal, CTRL_D, 0);
  char *saved = run_read_file(path);
  assert_non_null(saved);
  assert_string_equal(saved, "a = 3\ndef f(x):\n    return x + a\nf(1)\nprint('f(4) is', f(4))\n");
  free(saved);
  RunResult replayed = run_nnsh(path, NULL);
  assert_int_equal(replayed.status, 0);
  assert_string_equal(replayed.out, "f(4) is 7\n");
  run_free(&replayed);
  snprintf(command, sizeof command, "rm -r %s", folder);
  assert_int_equal(system(command), 0);
}

static void test_history(void **state) {
  char folder[] = "/tmp/nnsh-history-XXXXXX", name[64], command[128];
  assert_non_null(mkdtemp(folder));
  snprintf(name, sizeof name, "NNSH_HISTORY=%s/history", folder);
  const char *const environment[] = {name, NULL};
  Terminal *terminal = start_with(environment);
  enter(terminal, "first = 1", "");
  terminal_type(terminal, "def f():\r    return 2\r\r");
  expect(terminal, "return 2\n...\n>>>");
  leave(terminal, CTRL_D, 0);
  struct stat status;
  assert_int_equal(stat(name + strlen("NNSH_HISTORY="), &status), 0);
  assert_int_equal(status.st_mode & 0777, 0600);
  terminal = start_with(environment);
  terminal_type(terminal, "\033[A"); /* Up: the block, whole */
  expect(terminal, "    return 2");
  terminal_type(terminal, "\r");
  enter(terminal, "f()", "2\n");
  terminal_type(terminal, "\022first"); /* Ctrl-R */
  expect(terminal, "first = 1");
  terminal_type(terminal, "\r");
  enter(terminal, "first", "1\n");
  leave(terminal, CTRL_D, 0);
  snprintf(command, sizeof command, "rm -r %s", folder);
  assert_int_equal(system(command), 0);
}

static void test_ctrl_c_at_the_line(void **state) {
  Terminal *terminal = start();
  enter(terminal, "x = 1", "");
  terminal_type(terminal, "x = 2 # not this");
  expect(terminal, "# not this");
  terminal_type(terminal, CTRL_C);
  expect(terminal, "# not this\nKeyboardInterrupt\n>>>");
  enter(terminal, "x", "1\n");
  terminal_type(terminal, "def f():\r    retu");
  expect(terminal, "...     retu");
  terminal_type(terminal, CTRL_C);
  expect(terminal, "...     retu\nKeyboardInterrupt\n>>>");
  enter(terminal, "x + 1", "2\n");
  leave(terminal, CTRL_D, 0);
}

static void test_ctrl_c_in_an_endless_loop(void **state) {
  Terminal *terminal = start();
  enter(terminal, "import time, numpy as np", "");
  static const char *const loops[] = {"while True: pass", "time.sleep(100)", "sum(1 for _ in iter(int, 1))",
                                      "while True: np.sort(np.random.rand(100000))", "input()"};
  for (size_t i = 0; i < sizeof loops / sizeof *loops; i++) {
    char wanted[128];
    terminal_type(terminal, loops[i]);
    terminal_type(terminal, "\r");
    snprintf(wanted, sizeof wanted, "%s\n", loops[i]);
    expect(terminal, wanted);
    terminal_read_for(terminal, 0.2);
    terminal_type(terminal, CTRL_C);
    expect(terminal, "KeyboardInterrupt\n>>>");
    enter(terminal, "'on we go'", "'on we go'\n");
    terminal_type(terminal, "\014"); /* Ctrl-L, so that the next round waits for its own lines */
    terminal_read_for(terminal, 0.1);
  }
  leave(terminal, "quit()\r", 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_echo),
      cmocka_unit_test(test_error_and_the_next_line),
      cmocka_unit_test(test_several_lines),
      cmocka_unit_test(test_pasted_block),
      cmocka_unit_test(test_pasted_lines_without_marks),
      cmocka_unit_test(test_pasted_from_elsewhere),
      cmocka_unit_test(test_magics),
      cmocka_unit_test(test_completion),
      cmocka_unit_test(test_help),
      cmocka_unit_test(test_save_and_replay),
      cmocka_unit_test(test_history),
      cmocka_unit_test(test_ctrl_c_at_the_line),
      cmocka_unit_test(test_ctrl_c_in_an_endless_loop),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
