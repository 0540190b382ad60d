/* Notebooks replayed by the real binary: what each cell echoes, where errors are, magics, shell lines, exit statuses.
 */
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

enum { MOST_CELLS = 8 };

typedef struct Row {
  const char *cells[MOST_CELLS]; /* code cells; a text that begins with "#md " is a markdown cell */
  const char *option;            /* before the file, or NULL */
  int status;
  const char *out; /* standard output, whole */
  const char *err; /* standard error, whole; NULL: not looked at */
} Row;

static char folder[] = "/tmp/nnsh-notebook-XXXXXX";

static void write_string(FILE *file, const char *text) {
  fputc('"', file);
  for (; *text; text++) {
    if (*text == '\n') fputs("\\n", file);
    else if (*text == '"' || *text == '\\') fprintf(file, "\\%c", *text);
    else fputc(*text, file);
  }
  fputc('"', file);
}

/* Format 4 with lists of lines where `number` is even, format 3 with one text where it is odd. */
static void write_notebook(const char *path, const char *const *cells, size_t number) {
  FILE *file = fopen(path, "w");
  assert_non_null(file);
  bool old = number % 2;
  fputs(old ? "{\"nbformat\": 3, \"metadata\": {}, \"worksheets\": [{\"cells\": ["
            : "{\"nbformat\": 4, \"metadata\": {}, "
              "\"cells\": [",
        file);
  for (int i = 0; i < MOST_CELLS && cells[i]; i++) {
    bool prose = strncmp(cells[i], "#md ", 4) == 0;
    fprintf(file, "%s{\"cell_type\": \"%s\", \"metadata\": {}, \"outputs\": [], \"%s\": ", i ? ", " : "",
            prose ? "markdown" : "code", old && !prose ? "input" : "source");
    if (old) {
      write_string(file, cells[i]);
    } else {
      fputc('[', file);
      for (const char *at = cells[i]; *at;) {
        size_t length = strcspn(at, "\n") + 1;
        if (length > strlen(at)) length = strlen(at);
        char line[1024];
        snprintf(line, sizeof line, "%.*s", (int)length, at);
        if (at != cells[i]) fputs(", ", file);
        write_string(file, line);
        at += length;
      }
      fputc(']', file);
    }
    fputc('}', file);
  }
  fputs(old ? "]}]}" : "]}", file);
  fclose(file);
}

static RunResult run_in_folder(const char *const *arguments, const char *input) {
  char here[1024];
  assert_non_null(getcwd(here, sizeof here));
  assert_int_equal(chdir(folder), 0);
  RunResult result = run_program(arguments, input, NULL, 60);
  assert_int_equal(chdir(here), 0);
  return result;
}

static void check_rows(const Row *rows, size_t count) {
  int wrong = 0;
  for (size_t i = 0; i < count; i++) {
    char path[128];
    snprintf(path, sizeof path, "%s/book.ipynb", folder);
    write_notebook(path, rows[i].cells, i);
    const char *with[] = {run_binary(), rows[i].option, "book.ipynb", NULL};
    const char *without[] = {run_binary(), "book.ipynb", NULL};
    RunResult result = run_in_folder(rows[i].option ? with : without, NULL);
    if (result.status != rows[i].status || strcmp(result.out, rows[i].out) != 0 ||
        (rows[i].err && strcmp(result.err, rows[i].err) != 0)) {
      wrong++;
      fprintf(stderr, "row %zu (%s): status %d, output:\n%s\nstandard error:\n%s\n", i, rows[i].cells[0], result.status,
              result.out, result.err);
    }
    run_free(&result);
  }
  assert_int_equal(wrong, 0);
}
#define CHECK(rows) check_rows(rows, sizeof rows / sizeof *rows)

static void test_echo(void **state) {
  static const Row rows[] = {
      {{"1 + 1"}, NULL, 0, "2\n", ""},
      {{"1\n2\n3"}, NULL, 0, "3\n", ""}, /* the last one only */
      {{"x = 5", "x", "x;", "x # a comment", "x ;  # quiet"}, NULL, 0, "5\n5\n", ""},
      {{"for i in range(2):\n    i", "if True:\n  5"}, NULL, 0, "", ""},
      {{"#md # Heading", "'text'", "#md x = ", "None", "\"\"\"doc\"\"\""}, NULL, 0, "'text'\n'doc'\n", ""},
      {{"import numpy as np\nnp.arange(3)", "_ * 2"}, NULL, 0, "array([0, 1, 2])\narray([0, 2, 4])\n", ""},
      {{"print('a')\n'b'"}, NULL, 0, "a\n'b'\n", ""},
      {{"(1,\n 2)", "    x = 3\n    x"}, NULL, 0, "(1, 2)\n3\n", ""},
      {{"display(1, 'x')", "def f():\n  7\nf()"}, NULL, 0, "1\n'x'\n", ""},
      {{""}, NULL, 0, "", ""},
      {{NULL}, NULL, 0, "", ""},
  };
  CHECK(rows);
}

static void test_an_error_ends_its_own_cell(void **state) {
  static const Row rows[] = {
      {{"x = 1", "y = 2\n1 / 0\nprint('not')", "x + y"},
       NULL,
       1,
       "3\n",
       "Traceback (most recent call last):\n  File \"book.ipynb cell 2\", line 2, in <module>\n    1 / 0\n    ~~^~~\n"
       "ZeroDivisionError: division by zero\n"},
      {{"def f(:\n  pass", "'next'"},
       NULL,
       1,
       "'next'\n",
       "  File \"book.ipynb cell 1\", line 1\n    def f(:\n          ^\nSyntaxError: invalid syntax\n"},
      {{"def f(x):\n    return x / 0", "f(1)"},
       NULL,
       1,
       "",
       "Traceback (most recent call last):\n  File \"book.ipynb cell 2\", line 1, in <module>\n    f(1)\n"
       "  File \"book.ipynb cell 1\", line 2, in f\n    return x / 0\n           ~~^~~\n"
       "ZeroDivisionError: division by zero\n"},
      {{"if True:", "2"}, NULL, 1, "2\n", NULL},
      {{"import sys\nsys.exit(7)", "'not'"}, NULL, 7, "", ""},
      {{"raise KeyboardInterrupt", "'not'"}, NULL, 130, "", NULL},
      {{"np.zeros(2)"},
       NULL,
       1,
       "",
       "Traceback (most recent call last):\n  File \"book.ipynb cell 1\", line 1, in <module>\n    np.zeros(2)\n    "
       "^^\n"
       "NameError: name 'np' is not defined\nhint: import numpy as np\n"},
      {{"print 'old'"},
       NULL,
       0,
       "old\n",
       "note: book.ipynb cell 1 line 1: Python 2's print, read as print(...); numbers are divided as in Python 3\n"},
  };
  CHECK(rows);
}

static void test_magics(void **state) {
  static const Row rows[] = {
      {{"%matplotlib inline\nx = 1\nx", "%tensorflow_version 2.x"}, NULL, 0, "1\n", ""},
      {{"%load_ext autoreload\n%autoreload 2", "%config A.b='c'"},
       NULL,
       0,
       "",
       "not needed here: %load_ext autoreload (nnsh has no extensions)\n"
       "not needed here: %autoreload 2 (modules are read once)\n"
       "not needed here: %config A.b='c' (nnsh has no such settings)\n"},
      {{"%nonsense 3", "%matplotlb inline", "%%nonsense\nx\ny"},
       NULL,
       0,
       "",
       "nnsh has no command %nonsense; it is passed over\nnnsh has no command %matplotlb; did you mean %matplotlib?\n"
       "nnsh has no command %%nonsense; the cell is passed over\n"},
      {{"%time x = 3", "%time x + 1", "%%time\nx = 7\nx * 2", "%timeit -n 2 -r 2 y = x",
        "%%timeit -n 1 -r 1 k = 2\nx * k"},
       "--stable",
       0,
       "4\n14\n",
       ""},
      {{"%time 1 / 0", "%%time\n\n1 / 0"},
       "--stable",
       1,
       "",
       "Traceback (most recent call last):\n  File \"book.ipynb cell 1\", line 1, in <module>\n"
       "    get_ipython().run_line_magic('time', '1 / 0')\n  File \"<timed exec>\", line 1, in <module>\n    1 / 0\n"
       "    ~~^~~\nZeroDivisionError: division by zero\n"
       "Traceback (most recent call last):\n  File \"book.ipynb cell 2\", line 1, in <module>\n"
       "    get_ipython().run_cell_magic('time', '', '\\n1 / 0')\n  File \"book.ipynb cell 2\", line 3, in <module>\n"
       "    1 / 0\n    ~~^~~\nZeroDivisionError: division by zero\n"},
      {{"%%capture out\nprint('hidden')\n5", "out.stdout", "out.show()", "%%capture\nprint('gone')"},
       NULL,
       0,
       "'hidden\\n'\nhidden\n",
       ""},
      {{"%%writefile made.txt\none\ntwo\n", "%%writefile -a made.txt\nthree\n",
        "print(open('made.txt').read(), end='')", "%ls", "%%writefile no/such/x\ny"},
       NULL,
       1,
       "Writing made.txt\nAppending to made.txt\none\ntwo\nthree\nbook.ipynb\nmade.txt\n",
       NULL},
      {{"import os\nos.remove('made.txt')", "%cd /", "%pwd", "%cd /no/such/folder"}, NULL, 1, "/\n'/'\n", NULL},
      {{"a, b = 1, 2\n%who", "%reset", "a", "%reset -f", "%who", "a"},
       NULL,
       1,
       "a\t b\t \n1\nInteractive namespace is empty.\n",
       NULL},
      {{"%pylab inline\nlinspace(0, 1, 3)", "np.pi == pi"},
       NULL,
       0,
       "Populating the interactive namespace from numpy and matplotlib\narray([0. , 0.5, 1. ])\nTrue\n",
       ""},
      {{"len?", "?len", "nothing_here??"},
       NULL,
       0,
       "len(obj, /)\n    How many items.\nlen(obj, /)\n    How many items.\nObject `nothing_here` not found.\n",
       ""},
      {{"get_ipython().run_line_magic('matplotlib', 'inline')",
        "get_ipython().magic('pwd') == get_ipython().magic('%pwd')"},
       NULL,
       0,
       "True\n",
       ""},
      {{"from IPython.display import display, HTML, clear_output\ndisplay(3, "
        "'x')\nclear_output(wait=True)\nHTML('<b>')",
        "from IPython import get_ipython\nget_ipython() is None"},
       NULL,
       0,
       "3\n'x'\n<IPython.core.display.HTML object>\nFalse\n",
       ""},
      {{"%%html\n<b>"}, NULL, 0, "", "not needed here: %%html (a terminal shows no web page)\n"},
      {{"%run no_such.py", "'on'"}, NULL, 1, "'on'\n", NULL},
  };
  CHECK(rows);
}

static void test_shell_lines(void **state) {
  static const Row rows[] = {
      {{"!echo ran", "%%bash\necho ran", "print(1)"},
       NULL,
       0,
       "1\n",
       "not run: !echo ran (start nnsh with --allow-shell to run it)\n"
       "not run: the cell below %%bash (start nnsh with --allow-shell to run it)\n"},
      {{"!pip install numpy tensorflow scikit-learn 'keras>=2.0' matplotlib pillow -q -U", "%pip install numpy==1.2"},
       NULL,
       0,
       "",
       ""},
      {{"!python -m pip install nothing_known==2"},
       NULL,
       0,
       "",
       "nnsh installs nothing and has no nothing_known; what imports it will fail\n"},
      {{"x = !ls", "x"}, NULL, 1, "", NULL},
      {{"n = 4\n!echo ran {n + 1} {unknown}", "%%sh\nn=5\necho $n", "!exit 3", "print('on')"},
       "--allow-shell",
       0,
       "ran 5 {unknown}\n5\non\n",
       ""},
      {{"print('before')\n!echo 'in order'\nprint('after')"}, "--allow-shell", 0, "before\nin order\nafter\n", ""},
  };
  CHECK(rows);
}

static void write_file(const char *name, const char *text) {
  char path[256];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "w");
  assert_non_null(file);
  fputs(text, file);
  fclose(file);
}

static void test_cells_of_a_script(void **state) {
  write_file("cells.py",
             "x = 1\nx\n# %% first\nx + 1\n#%%\nx + 2\n1 / 0\n# In[3]:\n%time x + 3\n# %%\n%%capture\nprint(x)\n");
  write_file("plain.py", "x = 1\n# %%\nx\nprint(x)\n# %%\n1 / 0\nprint('not')\n");
  const char *cells[] = {run_binary(), "--cells", "--stable", "cells.py", NULL};
  RunResult result = run_in_folder(cells, NULL);
  assert_string_equal(result.out, "1\n2\n4\n");
  assert_string_equal(result.err,
                      "Traceback (most recent call last):\n  File \"cells.py\", line 7, in <module>\n    1 / 0\n"
                      "    ~~^~~\nZeroDivisionError: division by zero\n");
  assert_int_equal(result.status, 1);
  run_free(&result);
  const char *plain[] = {run_binary(), "plain.py", NULL}; /* as Python runs it */
  result = run_in_folder(plain, NULL);
  assert_string_equal(result.out, "1\n");
  assert_int_equal(result.status, 1);
  run_free(&result);
}

static void test_going_on_at_the_prompt(void **state) {
  char path[128];
  snprintf(path, sizeof path, "%s/book.ipynb", folder);
  static const char *const cells[] = {"x = 20", "1 / 0", "x + 1", NULL};
  write_notebook(path, cells, 0);
  const char *arguments[] = {run_binary(), "-i", "book.ipynb", NULL};
  RunResult result = run_in_folder(arguments, "x + 2\n%time x + 3\n!ls\n");
  assert_non_null(strstr(result.out, "21\n22\n"));
  assert_non_null(strstr(result.out, "23\n"));
  assert_non_null(strstr(result.err, "not run: !ls"));
  assert_int_equal(result.status, 1);
  run_free(&result);
  write_file("script.py", "x = 5\n");
  const char *prompt[] = {run_binary(), "-i", NULL};
  result = run_in_folder(prompt, "%run script.py\nx\n%run book.ipynb\nx\n%%time\nx * 2\n\n%timeit -n 1 -r 1 x\n");
  assert_non_null(strstr(result.out, "5\n21\n20\n"));
  assert_non_null(strstr(result.out, "Wall time: "));
  assert_non_null(strstr(result.out, "\n40\n"));
  assert_non_null(strstr(result.out, " per loop (mean \u00b1 std. dev. of 1 run, 1 loop each)\n"));
  run_free(&result);
}

static void test_what_is_no_notebook(void **state) {
  static const struct {
    const char *text, *err;
  } rows[] = {{"", "nnsh: can't read notebook 'bad.ipynb': line 1 column 0: "},
              {"{\"cells\": [", "nnsh: can't read notebook 'bad.ipynb': line 1 column 11: "},
              {"[]", "it is JSON, but no notebook\n"},
              {"{\"cells\": {}}", "its \"cells\" are not a list\n"},
              {"{\"cells\": [{\"cell_type\": \"code\", \"source\": 3}]}", "the source of code cell 1"}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    write_file("bad.ipynb", rows[i].text);
    const char *arguments[] = {run_binary(), "-i", "bad.ipynb", NULL};
    RunResult result = run_in_folder(arguments, "1 + 1\n");
    if (!strstr(result.err, rows[i].err)) fail_msg("%s", result.err);
    assert_string_equal(result.out, "2\n");
    assert_int_equal(result.status, 1);
    run_free(&result);
  }
  RunResult result = run_nnsh("/no/such/book.ipynb", NULL);
  assert_int_equal(result.status, 2);
  run_free(&result);
}

static int make_folder(void **state) { return mkdtemp(folder) ? 0 : -1; }
static int remove_folder(void **state) {
  char command[128];
  snprintf(command, sizeof command, "rm -r %s", folder);
  return system(command);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_echo),
      cmocka_unit_test(test_an_error_ends_its_own_cell),
      cmocka_unit_test(test_magics),
      cmocka_unit_test(test_shell_lines),
      cmocka_unit_test(test_cells_of_a_script),
      cmocka_unit_test(test_going_on_at_the_prompt),
      cmocka_unit_test(test_what_is_no_notebook),
  };
  return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
