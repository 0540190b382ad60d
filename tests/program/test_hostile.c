/* Programs that mean harm, or look like it: each ends in time, within its memory, with an exception as Python words it,
 * and the prompt goes on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/run.h"

/* The sanitizers reserve more address space than a limit allows, and take their time. */
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

enum { SECONDS = SANITIZED ? 100 : 10 };

typedef struct Row {
  const char *code;
  int status;
  const char *err; /* a part of standard error; "": nothing may stand there */
} Row;

static char folder[] = "/tmp/nnsh-hostile-XXXXXX";

/* Runs, then one more statement in the same session. */
static bool check(const char *code, int status, const char *err) {
  const char *const arguments[] = {run_binary(), "-i", "-c", code, NULL};
  RunResult result = run_program(arguments, "print('after', 1 + 1)\n", NULL, SECONDS);
  bool good = result.status == status && (*err ? strstr(result.err, err) != NULL : result.err_length == 0) &&
              result.out_length >= 8 && strcmp(result.out + result.out_length - 8, "after 2\n") == 0;
  if (!good)
    fprintf(stderr, "%.200s\n  status %d: %.2000s\n%.1000s\n", code, result.status, result.err,
            result.out + (result.out_length > 1000 ? result.out_length - 1000 : 0));
  run_free(&result);
  return good;
}

static void test_programs(void **state) {
  static const Row rows[] = {
      /* Brackets and strings that do not end. */
      {"((((((", 1, "SyntaxError: '(' was never closed"},
      {"x = )", 1, "SyntaxError: unmatched ')'"},
      {"x = (]", 1, "SyntaxError: closing parenthesis ']' does not match opening parenthesis '('"},
      {"x = '''never", 1, "SyntaxError: unterminated triple-quoted string literal"},
      {"f'{'", 1, "SyntaxError"},
      {"f'{x!}'", 1, "SyntaxError"},
      /* What contains itself. */
      {"a = []; a.append(a); assert repr(a) == '[[...]]'", 0, ""},
      {"d = {}; d[0] = d; assert str(d) == '{0: {...}}'", 0, ""},
      {"a = []; a.append(a); b = []; b.append(b); a == b", 1, "RecursionError: maximum recursion depth exceeded"},
      {"a = []; a.append(a); hash((a,))", 1, "TypeError: unhashable type: 'list'"},
      {"import numpy as np\na = []; a.append(a); np.array(a)", 1, "Error"},
      {"e = ValueError('a'); e.__cause__ = e; raise e", 1, "ValueError: a"},
      /* Recursion of every kind. */
      {"def f(): return f()\nf()", 1, "RecursionError: maximum recursion depth exceeded"},
      {"f = lambda x: f(x)\nf(1)", 1, "RecursionError"},
      {"def f(): yield from f()\nlist(f())", 1, "RecursionError"},
      {"class A:\n  def __getattr__(self, n): return getattr(self, n)\nA().x", 1, "RecursionError"},
      {"class A:\n  def __eq__(self, o): return self == o\nA() == A()", 1, "RecursionError"},
      {"class A:\n  def __add__(self, o): return self + o\nA() + A()", 1, "RecursionError"},
      {"class A:\n  def __len__(self): return len(self)\nlen(A())", 1, "RecursionError"},
      {"class A:\n  def __iter__(self): return iter(self)\nlist(A())", 1, "RecursionError"},
      {"class A:\n  def __call__(self): return self()\nA()()", 1, "RecursionError"},
      {"class A:\n  def __repr__(self): return '%r' % self\nprint(A())", 1, "RecursionError"},
      {"class A:\n  def __str__(self): return f'{self}'\nstr(A())", 1, "RecursionError"},
      {"class A:\n  def __hash__(self): return hash(self)\n{A(): 1}", 1, "RecursionError"},
      {"class A:\n  def __lt__(self, o): return self < o\nsorted([A(), A()])", 1, "RecursionError"},
      {"class A:\n  @property\n  def x(self): return self.x\nA().x", 1, "RecursionError"},
      {"class A:\n  def __init__(self): A()\nA()", 1, "RecursionError"},
      {"class A:\n  def __getitem__(self, i): return self[i]\nA()[0]", 1, "RecursionError"},
      {"class A:\n  def __bool__(self): return bool(self)\nif A(): pass", 1, "RecursionError"},
      {"class A:\n  def __contains__(self, x): return x in self\n1 in A()", 1, "RecursionError"},
      {"def f(n): return max(map(f, [n]))\nf(1)", 1, "RecursionError"},
      {"def f(x): return sorted([1, 2], key=f)\nf(1)", 1, "RecursionError"},
      {"def d(f): return d(f)\n@d\ndef g(): pass", 1, "RecursionError"},
      {"x = []\nfor i in range(200000): x = [x]\nrepr(x)", 1, "RecursionError"},
      {"x = ()\nfor i in range(200000): x = (x,)\nhash(x)", 1, "RecursionError"},
      {"x = []\nfor i in range(300000): x = [x]\ndel x", 0, ""},
      {"f = None\nfor i in range(100000): f = (lambda g: lambda: g)(f)\ndel f", 0, ""},
      /* More than there is. */
      {"import numpy as np\nnp.zeros(10**12)", 1,
       "MemoryError: Unable to allocate 7.28 TiB for an array with shape (1000000000000,) and data type float64"},
      {"import numpy as np\nnp.ones((1 << 20, 1 << 20), 'float32')", 1,
       "MemoryError: Unable to allocate 4.00 TiB for an array with shape (1048576, 1048576) and data type float32"},
      {"import numpy as np\nnp.zeros((1 << 62, 1 << 62))", 1, "ValueError"},
      {"import numpy as np\nnp.arange(1e15)", 1, "MemoryError"},
      {"import numpy as np\nnp.eye(10**7)", 1, "MemoryError"},
      {"import numpy as np\nnp.zeros(3).repeat(10**13)", 1, "MemoryError"},
      {"'a' * 10**12", 1, "MemoryError"},
      {"[0] * 10**13", 1, "MemoryError"},
      {"(0,) * 10**13", 1, "MemoryError"},
      {"b'a' * 10**13", 1, "MemoryError"},
      {"list(range(10**12))", 1, "MemoryError"},
      {"'%1000000000000d' % 1", 1, "Error"},
      {"'{:1000000000000}'.format(1)", 1, "Error"},
      {"format(1.5, '.100000000000f')", 1, "Error"},
      {"'a'.ljust(10**13)", 1, "MemoryError"},
      {"'ab'.replace('', 'x' * 10**10)", 1, "MemoryError"},
      {"x = 'ab'\nwhile True: x += x", 1, "MemoryError"},
      {"x = [1]\nwhile True: x += x", 1, "MemoryError"},
      {"1 << (1 << 40)", 1, "Error"},
      {"10 ** (10 ** 11)", 1, "Error"},
      {"import keras\nkeras.layers.Dense(10**9)(keras.Input((10**9,)))", 1, "Error"},
      /* What changes under the hand. */
      {"def k(x): raise ValueError('key')\nx = [3, 1, 2]\nx.sort(key=k)", 1, "ValueError: key"},
      {"x = [3, 1, 2]\ndef k(y): x.append(1); return y\nx.sort(key=k)", 1, "ValueError: list modified during sort"},
      {"class A:\n  def __lt__(self, o): raise KeyError(1)\nsorted([A(), A()])", 1, "KeyError: 1"},
      {"d = {1: 2}\nfor k in d: d[k + 1] = 0", 1, "RuntimeError: dictionary changed size during iteration"},
      {"d = {1: 2, 3: 4}\nfor k in d: del d[k]", 1, "RuntimeError: dictionary changed size during iteration"},
      {"s = {1}\nfor k in s: s.add(k + 1)", 1, "RuntimeError: Set changed size during iteration"},
      {"x = [1, 2, 3]\nfor y in x: x.remove(y)\nassert x == [2]", 0, ""},
      {"x = [1, 2]\ndef f(): x.clear(); return 5\nx[f() - 5] = 3", 1, "IndexError: list assignment index out of range"},
      {"class A:\n  def __eq__(self, o): x.clear(); return False\nx = [A(), A(), A()]\nx.index(3)", 1, "ValueError"},
      {"class A:\n  def __eq__(self, o): d.clear(); return True\n  def __hash__(self): return 1\nd = {A(): "
       "1}\nd.get(A())",
       0, ""},
      {"class A:\n  def __repr__(self): x.clear(); return 'A'\nx = [A(), A(), A()]\nrepr(x)", 0, ""},
      {"class A:\n  def __len__(self): return -1\nlen(A())", 1, "ValueError: __len__() should return >= 0"},
      {"class A:\n  def __repr__(self): return 5\nrepr(A())", 1, "TypeError: __repr__ returned non-string (type int)"},
      {"class A:\n  def __iter__(self): return 5\nlist(A())", 1,
       "TypeError: iter() returned non-iterator of type 'int'"},
      {"class A:\n  def __bool__(self): return 5\nbool(A())", 1,
       "TypeError: __bool__ should return bool, returned int"},
      {"class A:\n  def __hash__(self): return 'x'\nhash(A())", 1,
       "TypeError: __hash__ method should return an integer"},
      {"def g(): yield next(it)\nit = g()\nnext(it)", 1, "ValueError: generator already executing"},
      {"raise 5", 1, "TypeError: exceptions must derive from BaseException"},
  };
  int wrong = 0;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) wrong += !check(rows[i].code, rows[i].status, rows[i].err);
  assert_int_equal(wrong, 0);
}

static void write_bytes(const char *path, const char *before, const char *repeated, size_t times, const char *after,
                        size_t after_length) {
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  fputs(before, file);
  for (size_t i = 0; i < times; i++) fputs(repeated, file);
  fwrite(after, 1, after_length, file);
  fclose(file);
}

/* Files: long, deep, broken. */
static void test_files(void **state) {
#define BYTES(text) text, sizeof text - 1
  static const struct {
    const char *name, *before, *repeated;
    size_t times;
    const char *after;
    size_t after_length;
    int status;
    const char *err;
  } rows[] = {
      {"line.py", "x = [", "1, ", 350000, BYTES("]\nassert len(x) == 350000\n"), 0, ""},
      {"sum.py", "x = 0", " + 1", 250000, BYTES("\n"), 1, "Error"},
      {"name.py", "x", "y", 1000000, BYTES(" = 1\n"), 0, ""},
      {"text.py", "x = '", "ab", 500000, BYTES("'\nassert len(x) == 1000000\n"), 0, ""},
      {"open.py", "x = ", "(", 10000, BYTES("\n"), 1, "SyntaxError: too many nested parentheses"},
      {"nested.py", "x = ", "(", 10000, BYTES("1\n"), 1, "SyntaxError: too many nested parentheses"},
      {"brackets.py", "x = ", "[", 100, BYTES("\n"), 1, "SyntaxError: '[' was never closed"},
      {"minus.py", "x = ", "-", 100000, BYTES("1\n"), 1, "Error"},
      {"nots.py", "x = ", "not ", 100000, BYTES("1\n"), 1, "Error"},
      {"lambda.py", "x = ", "lambda: ", 100000, BYTES("1\n"), 1, "Error"},
      {"dots.py", "x = 1", ".real", 100000, BYTES("\n"), 1, "Error"},
      {"calls.py", "x = print", "()", 100000, BYTES("\n"), 1, "Error"},
      {"ifs.py", "x = 1", " if 1 else 2", 100000, BYTES("\n"), 1, "Error"},
      {"elifs.py", "if 0: pass\n", "elif 0: pass\n", 50000, BYTES(""), 0, ""},
      {"lines.py", "", "x = 1\n", 200000, BYTES(""), 0, ""},
      {"blank.py", "", "\n", 1000000, BYTES("x = 1\n"), 0, ""},
      {"nul.py", "x = 1\n", "", 0, BYTES("y = 2\0z\n"), 1, "null byte"},
      {"utf8.py", "x = '", "", 0, BYTES("\xff\xfe'\n"), 1, "(unicode error) 'utf-8' codec can't decode byte 0xff"},
      {"cut.py", "x = '", "", 0, BYTES("\xe2\x82"), 1, "SyntaxError"},
      {"overlong.py", "x = '", "", 0, BYTES("\xc0\x80'\n"), 1, "SyntaxError"},
      {"empty.py", "", "", 0, BYTES(""), 0, ""},
      {"quotes.py", "", "'", 99999, BYTES("\n"), 1, "SyntaxError"},
      {"percent.py", "", "%", 99999, BYTES("\n"), 1, "SyntaxError"},
      {"prompt.py", "", ">>> ", 99999, BYTES("\n"), 1, "SyntaxError"},
      {"prints.py", "", "print 'a'\n", 5000, BYTES("x = = 1\n"), 1, "SyntaxError"},
      {"fences.py", "", "```\n", 20000, BYTES("x\n"), 1, "SyntaxError"},
      {"indent.py", "", "if 1:\n ", 1, BYTES("if 1:\n"), 1, "IndentationError"},
      {"deep.ipynb", "", "[", 100000, BYTES(""), 1, "can't read notebook"},
      {"deep_value.ipynb", "{\"metadata\": ", "{\"a\": ", 100000, BYTES("1"), 1, "can't read notebook"},
      {"wrong.ipynb", "{\"cells\": [{\"cell_type\": \"code\", \"source\": {\"a\": 1}}]}", "", 0, BYTES(""), 1,
       "can't read"},
      {"nul.ipynb", "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"x = 1\\u0000\"}]}", "", 0, BYTES(""), 1,
       "null byte"},
      {"half.ipynb", "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"x = 1", "", 0, BYTES(""), 1, "can't read"},
      {"itself.ipynb", "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"%run itself.ipynb\"}]}", "", 0, BYTES(""),
       1, "RecursionError"},
      {"deleted.py", "import os\nos.remove('deleted.py')\ndef f(): 1 / 0\n", "", 0, BYTES("f()\n"), 1,
       "line 4, in <module>\n    f()\n"},
  };
  int wrong = 0;
  char here[1024];
  assert_non_null(getcwd(here, sizeof here));
  assert_int_equal(chdir(folder), 0);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    write_bytes(rows[i].name, rows[i].before, rows[i].repeated, rows[i].times, rows[i].after, rows[i].after_length);
    const char *const arguments[] = {run_binary(), "-i", rows[i].name, NULL};
    RunResult result = run_program(arguments, "print('after', 1 + 1)\n", NULL, SECONDS);
    for (size_t k = 0; k < result.err_length; k++)
      if (result.err[k] == '\0') result.err[k] = '?'; /* a line is shown as it is */
    bool good = result.status == rows[i].status && strcmp(result.out, "after 2\n") == 0 &&
                (*rows[i].err ? strstr(result.err, rows[i].err) != NULL : result.err_length == 0);
    if (!good) fprintf(stderr, "%s: status %d\n%.100s\n%.2000s\n", rows[i].name, result.status, result.out, result.err);
    wrong += !good;
    run_free(&result);
  }
  assert_int_equal(chdir(here), 0);
  assert_int_equal(wrong, 0);
}

/* A folder, a device, a pipe that never ends: what is no script. */
static void test_no_scripts(void **state) {
  RunResult result = run_nnsh("/tmp", NULL);
  assert_int_equal(result.status, 2);
  assert_non_null(strstr(result.err, "Is a directory"));
  run_free(&result);
  result = run_nnsh("/dev/null", NULL);
  assert_int_equal(result.status, 0);
  assert_int_equal(result.out_length + result.err_length, 0);
  run_free(&result);
  result = run_nnsh("-c", "import sys\nfor i in range(3): sys.stdout.write('x' * 10**6)\nsys.exit()", NULL);
  assert_int_equal(result.status, 0);
  assert_int_equal(result.out_length, 3000000);
  run_free(&result);
}

/* What never ends by itself: Ctrl-C ends it within a second, and the session goes on. */
static void test_endless(void **state) {
  static const char *const rows[] = {
      "while True: pass",
      "x = 0\nwhile True: x += 1",
      "def f():\n  while True: yield 0\nsum(x for x in f())",
      "def f():\n  while True: yield 0\nany(f())",
      "def f():\n  while True: yield 0\n[None for x in f() if x]",
      "while True:\n  try: 1 / 0\n  except ZeroDivisionError: pass",
      "while True: str(12345.678)",
      "import time\ntime.sleep(1000)",
      "import numpy as np\nwhile True: np.dot(np.ones((50, 50)), np.ones((50, 50)))",
      "def f():\n  while True: yield 1\nfor x in f(): pass",
      "%%time\nwhile True: pass\n",
  };
  int wrong = 0;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    FILE *file;
    char path[256];
    snprintf(path, sizeof path, "%s/endless.ipynb", folder);
    file = fopen(path, "w");
    assert_non_null(file);
    fputs("{\"cells\": [{\"cell_type\": \"code\", \"source\": \"", file);
    for (const char *at = rows[i]; *at; at++) {
      if (*at == '\n') fputs("\\n", file);
      else fputc(*at, file);
    }
    fputs("\"}]}", file);
    fclose(file);
    const char *const arguments[] = {"/usr/bin/timeout",
                                     "--foreground",
                                     "--preserve-status",
                                     "-s",
                                     "INT",
                                     SANITIZED ? "3" : "0.5",
                                     run_binary(),
                                     "-i",
                                     path,
                                     NULL};
    RunResult result = run_program(arguments, "print(1 + 1)\n", NULL, SECONDS);
    if (result.status != 130 || strcmp(result.out, "2\n") != 0 || !strstr(result.err, "KeyboardInterrupt")) {
      fprintf(stderr, "%s:\n%s\n%.1000s\n", rows[i], result.out, result.err);
      wrong++;
    }
    run_free(&result);
  }
  assert_int_equal(wrong, 0);
}

static int make_folder(void **state) {
  /* Children take these limits along: enough for every row, far less than the machine has. */
  struct rlimit memory = {3UL << 29, 3UL << 29};
  if (SANITIZED) setenv("ASAN_OPTIONS", "allocator_may_return_null=1:max_allocation_size_mb=1000", 1);
  else setrlimit(RLIMIT_AS, &memory);
  struct rlimit core = {0, 0};
  setrlimit(RLIMIT_CORE, &core);
  return mkdtemp(folder) ? 0 : -1;
}
static int remove_folder(void **state) {
  char command[128];
  snprintf(command, sizeof command, "rm -r %s", folder);
  return system(command);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_programs),
      cmocka_unit_test(test_files),
      cmocka_unit_test(test_no_scripts),
      cmocka_unit_test(test_endless),
  };
  return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
