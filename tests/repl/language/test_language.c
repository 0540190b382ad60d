/* The public functions: modes, hooks, interrupts, what native code sees of running programs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "engine/core/interrupt.h"
#include "tests/repl/language/run.h"

static Text echoed;
static void echo(Value value) {
  py_repr_to(&echoed, value);
  text_add(&echoed, ";");
}

static void test_interactive(void **state) {
  run_setup();
  lang_echo = echo;
  text_clear(&echoed);
  text_clear(&run_output);
  Value globals = lang_globals("__main__", NULL);
  static const char *const cells[] = {"x = 5\n",
                                      "x\n",
                                      "'a'; None; [x, x]\n",
                                      "for i in range(2): i\n",
                                      "def f():\n  1\n  return 7\n",
                                      "f()\n",
                                      "if x:\n  'in block'\n",
                                      "x.y\n",
                                      "x + 1"};
  for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
    run_source(cells[i], strlen(cells[i]), "<stdin>", LANG_INTERACTIVE, py_as_dict(globals));
  assert_string_equal(text_string(&echoed), "5;'a';[5, 5];0;1;7;'in block';6;");
  assert_string_equal(text_string(&run_output),
                      "Traceback (most recent call last):\n  File \"<stdin>\", line 1, in <module>\n    x.y\n"
                      "AttributeError: 'int' object has no attribute 'y'\n");
  py_drop(globals);
  lang_echo = NULL;
}

static void test_eval(void **state) {
  run_setup();
  Value globals = lang_globals("__main__", NULL);
  py_dict_set_name(py_as_dict(globals), "x", py_int(4));
  Code *code = lang_compile("x * 2 + 1", 9, "<string>", 1, LANG_EVAL);
  assert_non_null(code);
  for (int i = 0; i < 3; i++) {
    Value value = lang_run(code, py_as_dict(globals));
    assert_int_equal(value.tag, TAG_INT);
    assert_int_equal(value.as.integer, 9);
  }
  /* The same code with other globals: nothing of the first is remembered. */
  Value other = lang_globals("other", NULL);
  Value missing = lang_run(code, py_as_dict(other));
  assert_true(py_is_error(missing) && py_pending_is(&py_NameError));
  py_clear_pending();
  py_dict_set_name(py_as_dict(other), "x", py_float(0.5));
  Value value = lang_run(code, py_as_dict(other));
  assert_int_equal(value.tag, TAG_FLOAT);
  assert_true(value.as.real == 2.0);
  lang_code_release(code);
  assert_null(lang_compile("x = 1", 5, "<string>", 1, LANG_EVAL));
  assert_true(py_pending_is(&py_SyntaxError));
  py_clear_pending();
  py_drop(globals);
  py_drop(other);
}

/* A builtin that is hidden by a global, and seen again when that goes. */
static void test_name_caches(void **state) {
  run_setup();
  static const char source[] =
      "def f(): return len([1, 2])\n"
      "print(f(), f())\n"
      "len = lambda x: 'global'\nprint(f(), f())\n"
      "del len\nprint(f())\n"
      "a1 = a2 = a3 = a4 = a5 = a6 = a7 = a8 = a9 = 1\ndef g(): return a9\nprint(g())\n"
      "del a1, a2, a3\nb1 = b2 = b3 = b4 = b5 = b6 = b7 = b8 = 2\nprint(g(), f())\na9 = 3\nprint(g())\n"
      "del a9\ntry: g()\nexcept NameError as e: print(e)\n";
  run_program(source, sizeof source - 1, "caches.py");
  assert_string_equal(text_string(&run_output), "2 2\nglobal global\n2\n1\n1 2\n3\nname 'a9' is not defined\n");
}

static Value interrupting(const NativeRow *row, Value *arguments) {
  atomic_fetch_add(&core_interrupts, 1);
  return PY_NONE;
}

static void test_interrupt(void **state) {
  run_setup();
  static const NativeRow row = {"interrupt", "", "as Ctrl-C does", interrupting, NULL};
  py_dict_set_steal(lang_builtins, "interrupt", py_native(&row, PY_UNDEFINED, "builtins"));
  static const char *const sources[] = {
      "interrupt()\nwhile True: pass\n",
      "interrupt()\nfor i in range(10**15): pass\n",
      "def f(): return f\ninterrupt()\nf()\nprint('not here')\n",
      "def g():\n  while True: yield 1\ninterrupt()\nfor x in g(): pass\n",
      "interrupt()\nwhile True:\n  x = 1\n  continue\n",
      "def h(**k): pass\ninterrupt()\nh(a=1)\nprint('not here')\n",
  };
  for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
    run_program(sources[i], strlen(sources[i]), "loop.py");
    const char *end = strstr(text_string(&run_output), "KeyboardInterrupt\n");
    if (!end || end[18]) fail_msg("%s printed %s", sources[i], text_string(&run_output));
    assert_false(core_interrupt_pending());
    assert_int_equal(lang_depth(), 0);
  }
  static const char caught[] =
      "try:\n  interrupt()\n  while True: pass\nexcept KeyboardInterrupt:\n  print('caught')\n";
  run_program(caught, sizeof caught - 1, "loop.py");
  assert_string_equal(text_string(&run_output), "caught\n");
}

static void test_blocks(void **state) {
  static const struct {
    const char *source;
    bool block;
  } cases[] = {{"x = 1\n", false},
               {"if x:\n  pass\n", true},
               {"def f():\n  return 1\n", true},
               {"if x:\n  pass\ny = 1\n", false},
               {"for i in x: pass", true},
               {"@d\nclass A:\n  def f(): pass\n", true},
               {"", false},
               {"# note\n", false}};
  run_setup();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Code *code = lang_compile(cases[i].source, strlen(cases[i].source), "<stdin>", 1, LANG_INTERACTIVE);
    assert_non_null(code);
    lang_code_release(code);
    assert_int_equal(lang_ends_in_block(), cases[i].block);
  }
}

/* Lines of a source that begins elsewhere, and of an older cell of the same name. */
static void test_sources(void **state) {
  run_setup();
  Value globals = lang_globals("__main__", NULL);
  Code *first = lang_compile("def f():\n  return 1 / 0\n", 24, "<stdin>", 1, LANG_INTERACTIVE);
  py_drop(lang_run(first, py_as_dict(globals)));
  lang_code_release(first);
  text_clear(&run_output);
  Code *second = lang_compile("f()\n", 4, "<stdin>", 40, LANG_INTERACTIVE);
  Value result = lang_run(second, py_as_dict(globals));
  lang_code_release(second);
  assert_true(py_is_error(result));
  Value exception = py_take_pending();
  lang_traceback(&run_output, (Exception *)exception.as.object);
  assert_string_equal(
      text_string(&run_output),
      "Traceback (most recent call last):\n  File \"<stdin>\", line 40, in <module>\n    f()\n"
      "  File \"<stdin>\", line 2, in f\n    return 1 / 0\n           ~~^~~\nZeroDivisionError: division by zero\n");
  py_drop(exception);
  py_drop(globals);
}

/* Every allocation of a compilation and of a run fails once: MemoryError, and nothing is broken. */
static void test_memory(void **state) {
  run_setup();
  static const char source[] =
      "def f(a, *b, **c):\n  x = [i for i in (a, *b)]\n  return lambda: (x, f'{a}', c)\nf(1, 2, k=3)()\n"
      "def g(v): yield v\ntry: next(g(1)).z\nexcept AttributeError: pass\n"
      "class A:\n  def __init__(self, k): self.k = k\n  def __eq__(self, o): return True\n"
      "class B(A):\n  def get(self): return super().__eq__(0), self.k\nB([1]).get()\n";
  Value globals = lang_globals("__main__", NULL);
  int failures = 0;
  for (uint64_t nth = 1; nth < 700; nth++) {
    core_fail_allocation(nth);
    Code *code = lang_compile(source, sizeof source - 1, "memory.py", 1, LANG_FILE);
    core_fail_allocation(0);
    if (code) {
      lang_code_release(code);
      break;
    }
    assert_true(py_pending_is(&py_MemoryError));
    py_clear_pending();
    failures++;
  }
  assert_true(failures > 5);
  Code *code = lang_compile(source, sizeof source - 1, "memory.py", 1, LANG_FILE);
  assert_non_null(code);
  for (uint64_t nth = 1; nth < 700; nth++) {
    core_fail_allocation(nth);
    Value result = lang_run(code, py_as_dict(globals));
    core_fail_allocation(0);
    if (py_is_error(result)) {
      assert_true(py_pending());
      py_clear_pending();
    }
    py_drop(result);
    assert_int_equal(lang_depth(), 0);
  }
  lang_code_release(code);
  py_drop(globals);
}

/* A type whose operator writes over operands that it may reuse, and tells which it did: "l", "r" or "-". */
typedef struct Cloth {
  Object head;
  int64_t value;
} Cloth;
static Text reused;
static Value cloth_binary(BinaryOp op, Value a, Value b);
static Type cloth_type = {.name = "Cloth", .size = sizeof(Cloth), .binary = cloth_binary};
static Value cloth_binary(BinaryOp op, Value a, Value b) {
  Value operands[] = {a, b};
  int64_t sum = 0;
  for (int i = 0; i < 2; i++)
    sum += operands[i].tag == TAG_INT ? operands[i].as.integer : ((Cloth *)operands[i].as.object)->value;
  for (int i = 0; i < 2; i++)
    if (py_may_reuse(operands[i])) {
      ((Cloth *)operands[i].as.object)->value = sum;
      text_add_char(&reused, i ? 'r' : 'l');
      return py_keep(operands[i]);
    }
  text_add_char(&reused, '-');
  Cloth *made = py_new(&cloth_type);
  if (!made) return PY_ERROR;
  made->value = sum;
  return py_object(made);
}
static Value cloth_make(const NativeRow *row, Value *a) {
  Cloth *made = py_new(&cloth_type);
  if (!made) return PY_ERROR;
  made->value = a[0].as.integer;
  return py_object(made);
}
static Value cloth_value(const NativeRow *row, Value *a) { return py_int(((Cloth *)a[0].as.object)->value); }
/* A native function that uses its argument twice. */
static Value cloth_twice(const NativeRow *row, Value *a) {
  Value once = py_binary(OP_ADD, a[0], py_int(10)), twice = py_binary(OP_ADD, a[0], once);
  py_drop(once);
  return twice;
}

static void test_temporaries(void **state) {
  run_setup();
  static const NativeRow rows[] = {{"cloth", "value, /", "makes one", cloth_make, NULL},
                                   {"value", "cloth, /", "its value", cloth_value, NULL},
                                   {"twice", "cloth, /", "cloth + (cloth + 10)", cloth_twice, NULL}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    py_dict_set_steal(lang_builtins, rows[i].name, py_native(&rows[i], PY_UNDEFINED, "builtins"));
  static const struct {
    const char *source, *reused, *printed;
  } cases[] = {
      {"x = cloth(1)\ny = cloth(2)\nz = x + y + x\nprint(value(x), value(y), value(z))\n", "-l", "1 2 4\n"},
      {"def f(x, y): return x + (y + 1) + y\nx = cloth(1)\ny = cloth(2)\nprint(value(f(x, y)), value(x), value(y))\n",
       "-rl", "6 1 2\n"},
      {"print(value(1 + cloth(3)), value(cloth(3) + 1))\n", "rl", "4 4\n"},
      {"x = cloth(1)\nl = [x]\nprint(value(l[0] + 1), value(x), value([cloth(4)][0] + 1))\n", "-l", "2 1 5\n"},
      {"a = b = cloth(5)\na += 1\na = a + a\nprint(value(a), value(b))\n", "--", "12 5\n"},
      {"(w := cloth(1)) + 1\nprint(value(w))\n", "-", "1\n"},
      {"print(value(twice(cloth(1))), value(twice(cloth(1) + 1)))\n", "--l--", "12 14\n"},
      {"class C:\n  def __radd__(self, o):\n    self.o = o\n    return o + 1\nc = C()\n"
       "class D:\n  def __add__(self, o): return o + 1\n"
       "x = cloth(1)\nprint(value(D() + x), value(D() + cloth(2)), value(x))\n", "--", "2 3 1\n"},
      {"def g():\n  x = cloth(1)\n  h = lambda: x\n  return h() + 1, x\na, b = g()\nprint(value(a), value(b))\n", "-",
       "2 1\n"},
      {"def g():\n  yield cloth(1)\n  c = cloth(7)\n  yield c\n  print(value(c))\n"
       "print(*[value(x + 1) for x in g()])\n", "--", "7\n2 8\n"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    text_clear(&reused);
    run_program(cases[i].source, strlen(cases[i].source), "reuse.py");
    assert_string_equal(text_string(&run_output), cases[i].printed);
    assert_string_equal(text_string(&reused), cases[i].reused);
  }
  text_free(&reused);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_interactive), cmocka_unit_test(test_eval),   cmocka_unit_test(test_name_caches),
      cmocka_unit_test(test_interrupt),   cmocka_unit_test(test_blocks), cmocka_unit_test(test_sources),
      cmocka_unit_test(test_memory),      cmocka_unit_test(test_temporaries),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
