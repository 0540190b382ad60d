/* Mending, rule by rule: text that must be mended, and text that must be left alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "repl/console/mend.h"
#include "repl/modules/modules.h"
#include "tests/support/run.h"

typedef struct Row {
  const char *text;
  const char *mended; /* NULL: left alone */
  const char *note;   /* a part of the notes; "": none; NULL: not looked at */
} Row;

static void check(const Row *rows, size_t count) {
  int wrong = 0;
  for (size_t i = 0; i < count; i++) {
    Mended mended;
    bool done = mend_source(&mended, rows[i].text, strlen(rows[i].text), "lesson.py", 1, LANG_FILE);
    assert_false(py_pending());
    bool good = done == (rows[i].mended != NULL);
    if (good && done) {
      good = strcmp(text_string(&mended.text), rows[i].mended) == 0;
      if (rows[i].note && *rows[i].note) good &= strstr(text_string(&mended.notes), rows[i].note) != NULL;
      else if (rows[i].note) good &= mended.notes.length == 0;
    }
    if (!good) {
      wrong++;
      fprintf(stderr, "row %zu:\n%s\nexpected:\n%s\nmended:\n%s\nnotes:\n%s\n", i, rows[i].text,
              rows[i].mended ? rows[i].mended : "(left alone)", done ? text_string(&mended.text) : "(left alone)",
              done ? text_string(&mended.notes) : "");
    }
    if (done) mended_free(&mended);
  }
  assert_int_equal(wrong, 0);
}
#define CHECK(rows) check(rows, sizeof rows / sizeof *rows)

static void test_prompts(void **state) {
  static const Row rows[] = {
      {">>> x = 1\n>>> x\n1\n", "x = 1\nx\n\n", ""},
      {">>> for i in range(2):\n...     print(i)\n...\n0\n1\n>>> x = 2",
       "for i in range(2):\n    print(i)\n\n\n\nx = 2", ""},
      {"    >>> x = 1\n    >>> y = 2\n", "x = 1\ny = 2\n", ""},
      {"In [1]: x = 1\n\nIn [12]: if x:\n    ...:     y = 2\n    ...:\nOut[12]: 2\n", "x = 1\n\nif x:\n    y = 2\n\n\n",
       ""},
      {"In [3]:\nx = 1\ny = 2\nOut[3]: 1\nIn [ ]:\nz = 3\n", "\nx = 1\ny = 2\n\n\nz = 3\n", ""},
      {"Python 3.11.2 (main)\n>>> x = 1\n", "\nx = 1\n", ""},
      {"x = '''\n>>> y = 1\n'''\n", NULL, NULL},
      {"...\n", NULL, NULL},
      {"x = [1,\n...\n]\n", NULL, NULL},
      {"x >> y\n", NULL, NULL},
      {">>> x = = 1\n", NULL, NULL}, /* it would not compile either */
  };
  CHECK(rows);
}

static void test_fences_and_prose(void **state) {
  static const Row rows[] = {
      {"Text before:\n```python\nx = 1\n```\nand behind\n", "\n\nx = 1\n\n\n", "line 1 and 3 others: only the Python"},
      {"```\nx = 1\n```", "\nx = 1\n", "fences"},
      {"``` py\nx = 1\n```\n```bash\npip install x\n```\n", "\nx = 1\n\n\n\n\n", "fences"},
      {"~~~python\nx = 1\n~~~\n", "\nx = 1\n\n", "fences"},
      {"```python\n>>> x = 1\n>>> x\n1\n```\n", "\nx = 1\nx\n\n\n", "fences"},
      {"x = '''\n```python\ny\n```\n'''\n", NULL, NULL},
      {"```bash\nls -l\n```\n", NULL, NULL},
      {"First we import the module.\nimport math\n\nNow print it out\n\nprint(math.pi)\n",
       "\nimport math\n\n\n\nprint(math.pi)\n", "line 1 and 1 other: sentences"},
      {"# First we import the module.\nimport math\n", NULL, NULL},
      {"This is only prose. Nothing else stands here.\n", NULL, NULL},
      {"x = 1\nPrint x = y\n", NULL, NULL},
      {"x = (1,\nFalse is not True)\n", NULL, NULL},
  };
  CHECK(rows);
}

static void test_line_numbers_and_indentation(void **state) {
  static const Row rows[] = {
      {"1  import math", "import math", "line numbers"},
      {"1  import math\n2  \n3  if 1:\n4      x = 2\n", "import math\n\nif 1:\n    x = 2\n", "line numbers"},
      {" 9 | x = 1\n10 | y = 2\n", "x = 1\ny = 2\n", "line numbers"},
      {"1: x = 1\n2: y = 2\n", "x = 1\ny = 2\n", "line numbers"},
      {"1. x = 1\n2. y = 2\n", "x = 1\ny = 2\n", "line numbers"},
      {"1\n2\n3\n", NULL, NULL},
      {"1 + 1\n2 + 2\n", NULL, NULL},
      {"{1: 2,\n2: 3}\n", NULL, NULL},
      {"1 x = 1\n3 y = 2\n", NULL, NULL}, /* numbers that do not count */
      {"  x = 1\n  if x:\n    y = 2\n", "x = 1\nif x:\n  y = 2\n", ""},
      {"\tx = 1\n\n\ty = 2\n", "x = 1\n\ny = 2\n", ""},
      {"x = 1\n    y = 2\n    z = 3\n", "x = 1\ny = 2\nz = 3\n", "moved to the left"},
      {"if 1:\n    y = 2\n", NULL, NULL},
      {"x = 1\n    y = 2\nz = 3\n", NULL, NULL}, /* an error of its own, as in Python */
      {"x = [\n    1]\n", NULL, NULL},
      {"if True:\n\tx = 1\n        y = 2\n", "if True:\n        x = 1\n        y = 2\n", "tabs"},
      {"if 1:\n    x = 1\n\ty = 2\n", "if 1:\n    x = 1\n    y = 2\n", "tabs"},
      {"if 1:\n\tif 1:\n\t\tx = 1\n        y = 2\n", NULL, NULL}, /* two meanings: TabError stays */
      {"if 1:\n\tx = 1\n\ty = 2\n", NULL, NULL},
      {"s = '''\n\ta\n        b'''\n", NULL, NULL},
  };
  CHECK(rows);
}

static void test_signs(void **state) {
  static const Row rows[] = {
      {"print(\u201chello\u201d, \u2018a\u2019)\n", "print(\"hello\", 'a')\n", "line 1: typographic quotes"},
      {"x = \u201cit's\u201d\n", "x = \"it's\"\n", "quotes"},
      {"x = \"a\u201d\n", "x = \"a\"\n", "quotes"},
      {"x = 'a \u201cquoted\u201d word'\n", NULL, NULL},
      {"x = 'a \u201cq\u201d'\ny = \u2018b\u2019\n", "x = 'a \u201cq\u201d'\ny = 'b'\n", "line 2: typographic quotes"},
      {"# \u201ccomment\u201d\nx = 5 \u2013 3\n", "# \u201ccomment\u201d\nx = 5 - 3\n",
       "line 2: typographic or full-width"},
      {"x = 5 \u2212 3 \u00d7 2\ny = x \u2265 1\n", "x = 5 - 3 * 2\ny = x >= 1\n", "line 1 and 1 other"},
      {"print\uff081\uff0c2\uff09\n", "print(1,2)\n", "full-width"},
      {"x = '\u2013'\n", NULL, NULL},
      {"x\u00a0= 1\n", "x = 1\n", "line 1: no-break"},
      {"if 1:\n\u00a0\u00a0x = '\u00a0'\n", "if 1:\n  x = '\u00a0'\n", "no-break"},
      {"x = 1\u200b\n", "x = 1\n", "invisible"},
      {"\ufeff\ufeffx = 1\n", "x = 1\n", "invisible"},
      {"x = 'a\u00a0b\u200b'\n", NULL, NULL},
      {"\u5909\u6570 = 1 # \u8aac\u660e\nna\u00efve = \u03c0 = 2\n", NULL, NULL},
      {"if 3 &lt; 4 and 5 &gt;= 4: x = &quot;a&quot;\n", "if 3 < 4 and 5 >= 4: x = \"a\"\n", "web page"},
      {"x = '&lt;'\n", NULL, NULL},
      {"x = a &lt\n", NULL, NULL},
  };
  CHECK(rows);
}

static void test_python_2(void **state) {
  static const Row rows[] = {
      {"print x\n", "print(x)\n", "line 1: Python 2's print"},
      {"print \"a%d\" % b, c # why\n", "print(\"a%d\" % b, c) # why\n", "print"},
      {"print [1]; print (1), 2\nprint\n", NULL, NULL}, /* Python 3, though wrong */
      {"print 'x',\nprint -1; print [1]; print(2)\n", "print('x', end=\" \")\nprint(-1); print([1]); print(2)\n",
       "print"},
      {"print 'x'\nprint\nprint (1), 2 # a\nprint >>f, 'y', z\nprint >> f\nprint >>f, a,\n",
       "print('x')\nprint()\nprint((1), 2) # a\nprint('y', z, file=f)\nprint(file=f)\nprint(a, end=\" \", file=f)\n",
       "print"},
      {"print 'x',\nprint 'y'; x = 1\n", "print('x', end=\" \")\nprint('y'); x = 1\n", "line 1 and 1 other"},
      {"if x: print 'a', (1,\n  2)\nelse: print f(x)\n", "if x: print('a', (1,\n  2))\nelse: print(f(x))\n", "print"},
      {"from __future__ import print_function\nprint('a'), 2\nx = 1L\n",
       "from __future__ import print_function\nprint('a'), 2\nx = 1\n", "10L"},
      {"for i in xrange(3):\n  print i\n", "for i in range(3):\n  print(i)\n", "names"},
      {"name = raw_input('?')\nprint name\n", "name = input('?')\nprint(name)\n", "names"},
      {"for k, v in d.iteritems(): print k\n", "for k, v in d.items(): print(k)\n", "names"},
      {"s = 'print x'\nprint s\n", "s = 'print x'\nprint(s)\n", "line 2: Python 2's print"},
      {"'''\nprint x\n'''\nprint y\n", "'''\nprint x\n'''\nprint(y)\n", "line 4"},
      {"print\nprint()\nprint (1), 2\nprint = 3\n", NULL, NULL},
      {"xrange(3)\nraw_input\n", NULL, NULL}, /* compiles: NameError tells */
      {"try: x\nexcept ValueError, e: pass\n", "try: x\nexcept ValueError as e: pass\n", "except"},
      {"try: x\nexcept (A, B), e:\n  pass\n", "try: x\nexcept (A, B) as e:\n  pass\n", "except"},
      {"try: x\nexcept (A, B): pass\n", NULL, NULL},
      {"raise ValueError, 'no'\n", "raise ValueError('no')\n", "raise"},
      {"raise ValueError('a', 'b')\n", NULL, NULL},
      {"x = 10L + 0777\nif x <> 3: pass\n", "x = 10 + 0o777\nif x != 3: pass\n", "10L"},
      {"x = 0o777 + 0 + 00\ny = a10\n", NULL, NULL},
      {"x = `y`\n", NULL, NULL},
      {"exec 'x = 1'\n", "exec('x = 1')\n", "print"},
  };
  CHECK(rows);
}

static void test_cells_of_a_notebook_in_a_script(void **state) {
  static const Row rows[] = {
      {"%matplotlib inline\nx = 1\n", "get_ipython().run_line_magic('matplotlib', 'inline')\nx = 1\n",
       "line 1: a notebook"},
      {"!pip install x\nx = 1\n", "get_ipython().system('pip install x')\nx = 1\n", "notebook"},
      {"x = (5\n% 3)\n", NULL, NULL},
      {"s = '''\n%time x\n!ls\n'''\n", NULL, NULL},
      {"# !ls\n", NULL, NULL},
  };
  CHECK(rows);
}

/* What does not compile for another reason stays as it is, to the last byte; so does what nnsh has not got. */
static void test_left_alone(void **state) {
  static const Row rows[] = {
      {"x = = 3\n", NULL, NULL},
      {"def f(:\n  pass\n", NULL, NULL},
      {"x = (1\n", NULL, NULL},
      {"return 1\n", NULL, NULL},
      {"x = 1j\n", NULL, NULL},
      {"async def f(): pass\n", NULL, NULL},
      {"match x:\n  case 1: pass\n", NULL, NULL},
      {"x = '\n", NULL, NULL},
      {"'a' = 1\n", NULL, NULL},
      {"", NULL, NULL},
      {"\n\n", NULL, NULL},
      {"if True:\n", NULL, NULL},
      {"class A:\n  x = 1\n y = 2\n", NULL, NULL},
      {"f(x for x in y, 1)\n", NULL, NULL},
      {"a b\n", NULL, NULL},
      {"print x y\n", NULL, NULL},
      {"else:\n  pass\n", NULL, NULL},
  };
  CHECK(rows);
}

static void test_line_ends(void **state) {
  static const Row rows[] = {
      {"x = 1\r\ny = 2\r\n", NULL, NULL},
      {"x = 1\ry = 2\r", NULL, NULL},
      {"\ufeffx = 1\r\n", NULL, NULL},
      {"print x\r\nprint y\r\n", "print(x)\nprint(y)\n", "print"},
      {">>> x = 1\r>>> y = 2\r", "x = 1\ny = 2\n", ""},
  };
  CHECK(rows);
}

/* Every program that Python runs: it compiles, so nothing is mended; and no rule finds its sign of damage in it. */
static void check_programs(const char *folder, int least) {
  char path[1024];
  snprintf(path, sizeof path, "%s/%s", NNSH_SOURCE_DIR, folder);
  DIR *directory = opendir(path);
  assert_non_null(directory);
  int seen = 0, wrong = 0;
  for (struct dirent *entry; (entry = readdir(directory));) {
    size_t length = strlen(entry->d_name);
    if (length < 4 || strcmp(entry->d_name + length - 3, ".py") != 0) continue;
    snprintf(path, sizeof path, "%s/%s/%s", NNSH_SOURCE_DIR, folder, entry->d_name);
    char *text = run_read_file(path);
    assert_non_null(text);
    Mended mended;
    const char *found = mend_finds(text, strlen(text));
    if (mend_source(&mended, text, strlen(text), path, 1, LANG_FILE)) {
      fprintf(stderr, "%s was mended:\n%s", path, text_string(&mended.notes));
      mended_free(&mended);
      wrong++;
    }
    if (found) {
      fprintf(stderr, "%s: %s\n", path, found);
      wrong++;
    }
    free(text);
    seen++;
  }
  closedir(directory);
  assert_true(seen >= least);
  assert_int_equal(wrong, 0);
}
static void test_valid_programs_are_left_alone(void **state) {
  check_programs("tests/python", 120);
  check_programs("tests/keras", 40);
  check_programs("tests/repl/language/programs", 5);
  check_programs("scripts", 1);
}

static void test_prompt_lengths(void **state) {
  static const struct {
    const char *line;
    size_t alone, goes_on;
  } rows[] = {{">>> x", 4, 4},     {">>>", 3, 3},        {">>>x", 0, 0},      {"... y", 0, 4},
              {"...", 0, 3},       {"In [12]: x", 9, 9}, {"   ...: y", 0, 8}, {"x >>> y", 0, 0},
              {"Out[3]: 4", 0, 0}, {"", 0, 0},           {"....", 0, 0},      {"In [x]: 1", 0, 0}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    size_t length = strlen(rows[i].line);
    assert_int_equal(mend_prompt_length(rows[i].line, length, false), rows[i].alone);
    assert_int_equal(mend_prompt_length(rows[i].line, length, true), rows[i].goes_on);
  }
}

static int start(void **state) { return modules_start() ? 0 : -1; }

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_prompts),
      cmocka_unit_test(test_fences_and_prose),
      cmocka_unit_test(test_line_numbers_and_indentation),
      cmocka_unit_test(test_signs),
      cmocka_unit_test(test_python_2),
      cmocka_unit_test(test_cells_of_a_notebook_in_a_script),
      cmocka_unit_test(test_left_alone),
      cmocka_unit_test(test_line_ends),
      cmocka_unit_test(test_valid_programs_are_left_alone),
      cmocka_unit_test(test_prompt_lengths),
  };
  return cmocka_run_group_tests(tests, start, NULL);
}
