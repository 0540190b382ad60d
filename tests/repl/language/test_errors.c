/* Wrong sources: exception, message, line and columns are CPython 3.11's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/repl/language/run.h"

typedef struct ErrorRow {
  const char *source, *type;
  int line, column, end;
  const char *message;
} ErrorRow;

static const ErrorRow rows[] = {
#include "tests/golden/language_errors.h"
};

/* Where this language says something else than CPython on purpose. */
static const ErrorRow own_rows[] = {
    {"async x", "SyntaxError", 1, 7, 8, "invalid syntax"},
    {"def f():\n  await x", "SyntaxError", 2, 3, 10, "'await' outside async function"},
    {"f'{a b}'", "SyntaxError", 1, 4, 7, "f-string: invalid syntax. Perhaps you forgot a comma?"},
};

static bool check(const ErrorRow *row) {
  run_setup();
  Code *code = lang_compile(row->source, strlen(row->source), "t.py", 1, LANG_FILE);
  if (code) {
    lang_code_release(code);
    if (row->type) print_error("accepted: %s\n", row->source);
    return row->type == NULL;
  }
  Value value = py_take_pending();
  const Exception *e = (const Exception *)value.as.object;
  Text message = {0};
  py_str_to(&message, py_as_tuple(e->arguments)->items[0]);
  bool good = row->type && strcmp(row->type, e->head.type->name) == 0 &&
              strcmp(row->message, text_string(&message)) == 0 && e->line == row->line && e->column == row->column &&
              (!row->end || e->end_column == row->end);
  if (!good)
    print_error("---- %s\nwant %s %d:%d-%d %s\ngot  %s %d:%d-%d %s\n", row->source, row->type ? row->type : "nothing",
                row->line, row->column, row->end, row->message, e->head.type->name, e->line, e->column, e->end_column,
                text_string(&message));
  text_free(&message);
  py_drop(value);
  return good;
}

static void test_rows(void **state) {
  int wrong = 0, errors = 0;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    wrong += !check(&rows[i]);
    errors += rows[i].type != NULL;
  }
  for (size_t i = 0; i < sizeof own_rows / sizeof *own_rows; i++) wrong += !check(&own_rows[i]);
  assert_true(errors >= 40);
  assert_int_equal(wrong, 0);
}

/* Texts that are only unfinished: the prompt asks for another line. */
static void test_incomplete(void **state) {
  static const struct {
    const char *source;
    bool incomplete;
  } cases[] = {
      {"f(", true},
      {"x = [1,\n2,", true},
      {"'''abc", true},
      {"x = \"\"\"a\nb", true},
      {"if x:", true},
      {"if x:\n", true},
      {"def f():\n", true},
      {"class A:", true},
      {"for i in x:", true},
      {"try:\n  pass", true},
      {"x = 1 + \\", true},
      {"x = \\\n", true},
      {"@d\n", true},
      {"while 1:\n  # comment\n", true},
      {"if x:\n  pass\nelse:", true},
      {"{1: [2, (3", true},
      {"x = ", false},
      {"f(1 2", false},
      {"'abc", false},
      {")", false},
      {"if x", false},
      {"  x", false},
      {"1 +", false},
      {"x = (]", false},
      {"return 1", false},
  };
  run_setup();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Code *code = lang_compile(cases[i].source, strlen(cases[i].source), "<stdin>", 1, LANG_INTERACTIVE);
    if (code) fail_msg("accepted: %s", cases[i].source);
    py_clear_pending();
    if (lang_incomplete() != cases[i].incomplete) fail_msg("incomplete is %d: %s", lang_incomplete(), cases[i].source);
  }
}

/* Whatever the text, an error: never a crash, and soon. */
static void compile_repeated(const char *head, const char *piece, int times, const char *tail) {
  Text text = {0};
  text_add(&text, head);
  text_add_times(&text, piece, times);
  text_add(&text, tail);
  Code *code = lang_compile(text_string(&text), text.length, "deep.py", 1, LANG_FILE);
  if (code) {
    Value globals = lang_globals("__main__", NULL);
    Value result = lang_run(code, py_as_dict(globals));
    py_drop(result);
    py_drop(globals);
  } else {
    assert_true(py_pending_is(&py_SyntaxError) || py_pending_is(&py_MemoryError) || py_pending_is(&py_RecursionError));
  }
  if (py_pending()) py_clear_pending();
  lang_code_release(code);
  text_free(&text);
}

static void test_depth(void **state) {
  run_setup();
  static const struct {
    const char *head, *piece, *tail;
  } cases[] = {
      {"x = ", "(", ""},
      {"x = ", "[", ""},
      {"x = ", "{1:", ""},
      {"x = ", "-", "1"},
      {"x = ", "not ", "1"},
      {"x = 1", " + 1", ""},
      {"x = 1", " ** 1", ""},
      {"x = ", "lambda: ", "1"},
      {"x = 1", ".real", ""},
      {"f", "()", ""},
      {"x = 1", " if 1 else 1", ""},
      {"", "if 1: pass\n", ""},
      {"if 0: pass\n", "elif 0: pass\n", "else: pass\n"},
      {"x = '", "a", "'"},
      {"x = 1", " < 1", ""},
      {"x = ", "f'{", ""},
      {"", "\\\n", "x"},
      {"x = 1", " or 0", ""},
      {"a", ", a", " = 1"},
      {"x = [", "1, ", "]"},
      {"", "a = ", "1"},
      {"f(", "a=1, ", ")"},
      {"x = 0", "0", ""},
      {"x = ", "\x80", ""},
      {"x = ", "(1,) + ", "()"},
      {"x = ", "a[", ""},
      {"", "@x\n", "def f(): pass"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    for (int times = 10; times <= 100000; times *= 10)
      compile_repeated(cases[i].head, cases[i].piece, times, cases[i].tail);
  Text blocks = {0};
  for (int i = 0; i < 500; i++) {
    text_add_times(&blocks, " ", i);
    text_add(&blocks, "if 1:\n");
  }
  assert_null(lang_compile(text_string(&blocks), blocks.length, "deep.py", 1, LANG_FILE));
  py_clear_pending();
  text_free(&blocks);
}

/* Cutting programs anywhere, and changing any one byte, gives a program or an error. */
static void test_mutilated(void **state) {
  run_setup();
  size_t length;
  char *source = run_read_file(NNSH_SOURCE_DIR "/tests/repl/language/programs/syntax_forms.py", &length);
  assert_non_null(source);
  for (size_t cut = 0; cut < length; cut++) {
    Code *code = lang_compile(source, cut, "cut.py", 1, LANG_FILE);
    if (!code) py_clear_pending();
    lang_code_release(code);
  }
  static const char bytes[] = "(]{:\"'\\\n\t#=,.@f1*\x80\xff";
  for (size_t at = 0; at < length; at++) {
    char before = source[at];
    source[at] = bytes[at % (sizeof bytes)];
    Code *code = lang_compile(source, length, "changed.py", 1, LANG_FILE);
    if (!code) py_clear_pending();
    lang_code_release(code);
    source[at] = before;
  }
  core_free(source);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows), cmocka_unit_test(test_incomplete),
                                     cmocka_unit_test(test_depth), cmocka_unit_test(test_mutilated)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
