/* What the lines of a cell become that are not Python; and the code cells of a notebook's bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "repl/console/cell.h"
#include "repl/console/notebook.h"
#include "repl/modules/modules.h"

static void test_translation(void **state) {
  static const struct {
    const char *cell, *python; /* NULL: all of it is Python */
  } rows[] = {
      {"%matplotlib inline\nx = 1\n", "get_ipython().run_line_magic('matplotlib', 'inline')\nx = 1\n"},
      {"for i in x:\n    %time f(i, 'a')\n", "for i in x:\n    get_ipython().run_line_magic('time', \"f(i, 'a')\")\n"},
      {"!echo \"it's\"\ny = 'a'\n", "get_ipython().system('echo \"it\\'s\"')\ny = 'a'\n"},
      {"!pip install \\\n  x\nz", "get_ipython().system('pip install \\\\\\n  x')\n\nz"},
      {"x = !ls\n", "x = get_ipython().getoutput('ls')\n"},
      {"!!ls\n", "get_ipython().getoutput('ls')\n"},
      {"t = %pwd\n", "t = get_ipython().run_line_magic('pwd', '')\n"},
      {"np.zeros?\n?x\nlen??",
       "get_ipython().run_line_magic('pinfo', 'np.zeros')\n"
       "get_ipython().run_line_magic('pinfo', 'x')\nget_ipython().run_line_magic('pinfo', 'len')"},
      {"\n%%time\nx = 1\n%time y\n", "\nget_ipython().run_cell_magic('time', '', 'x = 1\\n%time y\\n')\n"},
      {"%%writefile a b\n", "get_ipython().run_cell_magic('writefile', 'a b', '')\n"},
      {"x = 5 % 3\ny = (x\n%time)\n", NULL},
      {"x = 5 \\\n  % 3\n", NULL},
      {"'''\n%time x\n!ls\nx?\n'''\n", NULL},
      {"x != 3\nwhy = 'is it?'\n# really?\n", NULL},
      {"", NULL},
      {"%\n!\n", NULL},
      {"a == !b\n", NULL},
  };
  int wrong = 0;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    Text python = {0};
    bool done = cell_translate(rows[i].cell, strlen(rows[i].cell), &python);
    if (done != (rows[i].python != NULL) || (done && strcmp(text_string(&python), rows[i].python) != 0)) {
      wrong++;
      fprintf(stderr, "row %zu:\n%s\nbecame:\n%s\n", i, rows[i].cell, done ? text_string(&python) : "(Python)");
    }
    text_free(&python);
  }
  assert_int_equal(wrong, 0);
}

static void test_markers(void **state) {
  static const struct {
    const char *line;
    bool is;
  } rows[] = {{"# %%", true},     {"#%%", true},         {"# %% a title", true},
              {"# In[3]:", true}, {"# In[ ]:", true},    {"# <codecell>", true},
              {"# 100%%", false}, {"x = 1 # %%", false}, {"# In the end", false},
              {"#", false},       {"", false},           {" # %%", false}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_int_equal(cell_is_marker(rows[i].line, strlen(rows[i].line)), rows[i].is);
}

static void test_notebook(void **state) {
  static const struct {
    const char *json;
    int count; /* of code cells; -1: refused */
    const char *first, *error;
  } rows[] = {
      {"{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": \"x = 1\"}]}", 1, "x = 1", ""},
      {"{\"cells\": [{\"cell_type\": \"markdown\", \"source\": \"a\"}, {\"cell_type\": \"raw\", \"source\": \"b\"},"
       "{\"cell_type\": \"code\", \"source\": [\"x\\n\", \"y\"]}, {\"cell_type\": \"code\", \"source\": []}]}",
       2, "x\ny", ""},
      {"{\"nbformat\": 3, \"worksheets\": [{\"cells\": [{\"cell_type\": \"code\", \"input\": [\"a\"]}]},"
       "{\"cells\": [{\"cell_type\": \"heading\", \"level\": 1, \"source\": \"h\"}, {\"cell_type\": \"code\", "
       "\"input\": "
       "\"b\"}]}]}",
       2, "a", ""},
      {"\xEF\xBB\xBF{\"cells\": []}", 0, NULL, ""},
      {"{\"metadata\": {\"language_info\": {\"name\": \"python\"}}, \"cells\": []}", 0, NULL, ""},
      {"{\"metadata\": {\"language_info\": {\"name\": \"R\"}}, \"cells\": []}", -1, NULL,
       "its language is R, not Python"},
      {"{\"metadata\": {\"kernelspec\": {\"language\": \"julia\"}}, \"cells\": []}", -1, NULL, "julia"},
      {"", -1, NULL, "line 1 column 0"},
      {"{\"cells\": [", -1, NULL, "line 1 column 11"},
      {"[1, 2]", -1, NULL, "no notebook"},
      {"{\"a\": 1}", -1, NULL, "has no cells"},
      {"{\"cells\": 5}", -1, NULL, "not a list"},
      {"{\"cells\": [5]}", -1, NULL, "no cell_type"},
      {"{\"cells\": [{\"cell_type\": 5}]}", -1, NULL, "no cell_type"},
      {"{\"cells\": [{\"cell_type\": \"code\"}]}", -1, NULL, "code cell 1"},
      {"{\"cells\": [{\"cell_type\": \"code\", \"source\": [1]}]}", -1, NULL, "code cell 1"},
      {"{\"worksheets\": [5]}", -1, NULL, "not a list"},
      {"{\"cells\": \"\xff\"}", -1, NULL, "line 1"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    Notebook book;
    Error error = {0};
    bool good = notebook_parse(&book, rows[i].json, strlen(rows[i].json), &error);
    if (good != (rows[i].count >= 0)) fail_msg("row %zu: %s", i, error.text);
    if (good) assert_int_equal(book.count, rows[i].count);
    if (rows[i].first) assert_string_equal(text_string(&book.cells[0]), rows[i].first);
    if (!good && !strstr(error.text, rows[i].error)) fail_msg("row %zu: %s", i, error.text);
    notebook_free(&book);
  }
  assert_true(notebook_is("a/b.ipynb"));
  assert_true(notebook_is("B.IPYNB"));
  assert_false(notebook_is("ipynb"));
  assert_false(notebook_is("a.py"));
}

static int start(void **state) { return modules_start() ? 0 : -1; }

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_translation),
      cmocka_unit_test(test_markers),
      cmocka_unit_test(test_notebook),
  };
  return cmocka_run_group_tests(tests, start, NULL);
}
