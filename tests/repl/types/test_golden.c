/* Operators, methods, constructors and formats of the built-in types against what CPython 3.11 answered
 * (tests/golden/types.py says how a row is written). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/signature.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/protocol.h"

enum { MOST_FIELDS = 8 };

static const struct {
  const char *name;
  Type *type;
} types[] = {{"dict", &py_dict_type},   {"set", &py_set_type},     {"frozenset", &py_frozenset_type},
             {"bytes", &py_bytes_type}, {"range", &py_range_type}, {"slice", &py_slice_type},
             {"int", &py_int_type},     {"float", &py_float_type}, {"str", &py_str_type},
             {"bool", &py_bool_type},   {"list", &py_list_type},   {"tuple", &py_tuple_type}};

static Value type_named(const char *name, size_t length) {
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (strlen(types[i].name) == length && memcmp(types[i].name, name, length) == 0)
      return py_type_value(types[i].type);
  return PY_UNDEFINED;
}

static Value parse(const char *text);

/* Items of a list or tuple that are written "@set:[1]". */
static void expand_items(Value *items, int64_t count) {
  for (int64_t i = 0; i < count; i++) {
    if (py_is_list(items[i])) expand_items(py_as_list(items[i])->items, py_as_list(items[i])->count);
    if (py_is_tuple(items[i])) expand_items(py_as_tuple(items[i])->items, py_as_tuple(items[i])->count);
    if (!py_is_str(items[i]) || py_as_string(items[i])->data[0] != '@') continue;
    Value made = parse(py_as_string(items[i])->data + 1);
    py_drop(items[i]);
    items[i] = made;
  }
}

/* An operand: a literal, or a prefix and a literal ("set:[1, 2]"). */
static Value parse(const char *text) {
  const char *colon = strchr(text, ':');
  Value type = colon && colon - text < 12 ? type_named(text, (size_t)(colon - text)) : PY_UNDEFINED;
  Literal literal;
  Error error;
  if (!literal_parse(type.tag == TAG_OBJECT ? colon + 1 : text, &literal, &error)) return type;
  Value value = py_from_literal(&literal);
  literal_clear(&literal);
  if (py_is_list(value)) expand_items(py_as_list(value)->items, py_as_list(value)->count);
  if (py_is_tuple(value)) expand_items(py_as_tuple(value)->items, py_as_tuple(value)->count);
  if (type.tag != TAG_OBJECT) return value;
  bool spread = py_is_tuple(value);
  Value made = spread ? py_call_values(type, py_as_tuple(value)->items, (int)py_as_tuple(value)->count)
                      : py_call_values(type, &value, 1);
  py_drop(value);
  py_drop(type);
  return made;
}

static void unescape(char *text) {
  char *out = text;
  for (char *at = text; *at; at++) {
    if (*at != '\\') {
      *out++ = *at;
      continue;
    }
    at++;
    *out++ = *at == 't' ? '\t' : *at == 'n' ? '\n' : *at == 'r' ? '\r' : *at;
  }
  *out = '\0';
}

static Value call_with(Value callable, Value positional, Value keywords) {
  Arguments arguments = {.positional = py_as_tuple(positional)->items, .count = (int)py_as_tuple(positional)->count};
  String *names[8];
  Value values[8];
  for (int64_t i = 0; keywords.tag == TAG_OBJECT && i < py_as_list(keywords)->count; i++) {
    Value pair = py_as_list(keywords)->items[i];
    names[i] = py_as_string(py_as_list(pair)->items[0]);
    values[i] = py_as_list(pair)->items[1];
    arguments.keyword_count++;
  }
  arguments.keyword_names = names;
  arguments.keyword_values = values;
  return py_call(callable, &arguments);
}

/* The bound arguments as a list, or the TypeError. */
static Value bind(const char *line, Value positional, Value keywords) {
  Error error;
  Signature *signature = signature_parse(line, &error);
  assert_non_null(signature);
  Arguments arguments = {.positional = py_as_tuple(positional)->items, .count = (int)py_as_tuple(positional)->count};
  String *names[8];
  Value values[8], slots[16], result = PY_ERROR;
  for (int64_t i = 0; i < py_as_list(keywords)->count; i++, arguments.keyword_count++) {
    List *pair = py_as_list(py_as_list(keywords)->items[i]);
    names[i] = py_as_string(pair->items[0]);
    values[i] = pair->items[1];
  }
  arguments.keyword_names = names;
  arguments.keyword_values = values;
  if (py_bind(signature, "f", &arguments, slots)) {
    result = py_list(signature->count);
    for (int i = 0; i < signature->count; i++) assert_true(py_list_append_steal(py_as_list(result), slots[i]));
  }
  signature_free(signature);
  return result;
}

static const char *const symbols[] = {"+", "-", "*", "/", "//", "%", "**", "@", "&", "|", "^", "<<", ">>"};
static const char *const comparisons[] = {"<", "<=", "==", "!=", ">", ">="};

static Value operate(const char *op, Value a, Value b) {
  for (int i = 0; i < BINARY_OP_COUNT; i++)
    if (strcmp(symbols[i], op) == 0) return py_binary((BinaryOp)i, a, b);
  for (int i = 0; i < 6; i++)
    if (strcmp(comparisons[i], op) == 0) return py_compare((CompareOp)i, a, b);
  return py_raise(&py_SystemError, "no operator %s", op);
}

/* Runs a row's kind on its operands; false where the operands could not be written as literals. */
static bool run(char **field, int count, Value *result) {
  const char *kind = field[0];
  Value a = PY_UNDEFINED, b = PY_UNDEFINED, c = PY_UNDEFINED;
  String *name = NULL;
  bool ok = true;
#define OPERAND(variable, index)     \
  variable = parse(field[index]);    \
  if (variable.tag <= TAG_UNDEFINED) \
  ok = false
  if (strcmp(kind, "format") == 0) {
    OPERAND(a, 1);
    OPERAND(b, 2);
    if (ok) *result = py_format(a, py_as_string(b)->data, (size_t)py_as_string(b)->length);
  } else if (strcmp(kind, "percent") == 0) {
    OPERAND(a, 1);
    OPERAND(b, 2);
    if (ok) *result = py_binary(OP_MOD, a, b);
  } else if (strcmp(kind, "template") == 0 || strcmp(kind, "method") == 0 || strcmp(kind, "mutate") == 0) {
    bool template = kind[0] == 't';
    OPERAND(a, 1);
    OPERAND(b, template ? 2 : 3);
    OPERAND(c, template ? 3 : 4);
    name = py_intern(template ? "format" : field[2]);
    if (ok) {
      Value method = py_getattr(a, name);
      *result = py_is_error(method) ? method : call_with(method, b, c);
      py_drop(method);
      if (kind[1] == 'u' && !py_is_error(*result)) {
        py_drop(*result);
        *result = py_keep(a);
      }
    }
  } else if (strcmp(kind, "binary") == 0) {
    OPERAND(a, 1);
    OPERAND(b, 3);
    if (ok) *result = operate(field[2], a, b);
  } else if (strcmp(kind, "unary") == 0) {
    OPERAND(a, 2);
    UnaryOp op = field[1][0] == '-'   ? OP_NEGATIVE
                 : field[1][0] == '+' ? OP_POSITIVE
                 : field[1][0] == '~' ? OP_INVERT
                                      : OP_ABS;
    if (ok) *result = py_unary(op, a);
  } else if (strcmp(kind, "getitem") == 0) {
    OPERAND(a, 1);
    OPERAND(b, 2);
    if (ok) *result = py_getitem(a, b);
  } else if (strcmp(kind, "setitem") == 0 || strcmp(kind, "delitem") == 0) {
    OPERAND(a, 1);
    OPERAND(b, 2);
    if (ok) *result = py_setitem(a, b, kind[0] == 's' ? py_int(1) : PY_UNDEFINED) ? PY_NONE : PY_ERROR;
  } else if (strcmp(kind, "contains") == 0) {
    OPERAND(a, 1);
    OPERAND(b, 2);
    int has = ok ? py_contains(a, b) : 0;
    if (ok) *result = has < 0 ? PY_ERROR : py_bool(has);
  } else if (strcmp(kind, "repr") == 0) {
    OPERAND(a, 1);
    if (ok) *result = py_keep(a);
  } else if (strcmp(kind, "str") == 0) {
    OPERAND(a, 1);
    if (ok) *result = py_str(a);
  } else if (strcmp(kind, "hash") == 0) {
    uint64_t hash;
    OPERAND(a, 1);
    if (ok) *result = py_hash(a, &hash) ? py_int((int64_t)hash) : PY_ERROR;
  } else if (strcmp(kind, "bool") == 0) {
    OPERAND(a, 1);
    int truth = ok ? py_truth(a) : 0;
    if (ok) *result = truth < 0 ? PY_ERROR : py_bool(truth);
  } else if (strcmp(kind, "len") == 0) {
    OPERAND(a, 1);
    int64_t length = ok ? py_length(a) : 0;
    if (ok) *result = length < 0 ? PY_ERROR : py_int(length);
  } else if (strcmp(kind, "call") == 0 || strcmp(kind, "callkw") == 0) {
    a = type_named(field[1], strlen(field[1]));
    OPERAND(b, 2);
    if (kind[4]) c = parse(field[3]);
    if (ok) *result = call_with(a, b, c);
  } else if (strcmp(kind, "bind") == 0) {
    OPERAND(b, 2);
    OPERAND(c, 3);
    if (ok) *result = bind(field[1], b, c);
  } else if (strcmp(kind, "callvalue") == 0) {
    OPERAND(a, 1);
    if (ok) *result = py_call_values(a, NULL, 0);
  } else if (strcmp(kind, "iter") == 0) {
    OPERAND(a, 1);
    if (ok) *result = py_to_list(a);
  } else if (strcmp(kind, "next") == 0) {
    OPERAND(a, 1);
    if (ok) *result = py_next(a);
  } else if (strcmp(kind, "getattr") == 0) {
    OPERAND(a, 1);
    if (ok) *result = py_getattr_c(a, field[2]);
  } else if (strcmp(kind, "setattr") == 0) {
    OPERAND(a, 1);
    if (ok) *result = py_setattr(a, py_intern(field[2]), py_int(1)) ? PY_NONE : PY_ERROR;
  } else {
    fail_msg("unknown kind of row: %s", kind);
  }
  if (!ok && py_pending()) py_clear_pending();
  py_drop(a);
  py_drop(b);
  py_drop(c);
  (void)count;
  return ok;
}

static void show(Value result, Text *shown) {
  if (py_is_error(result)) {
    Value error = py_take_pending();
    assert_true(py_is_exception(error));
    text_addf(shown, "%s: ", py_type_of(error)->name);
    assert_true(py_str_to(shown, error));
    py_drop(error);
  } else if (!py_repr_to(shown, result)) {
    text_add(shown, "repr failed");
    py_clear_pending();
  }
}

static void test_rows(void **state) {
  FILE *file = fopen(NNSH_SOURCE_DIR "/tests/golden/types.tsv", "r");
  assert_non_null(file);
  char *line = NULL;
  size_t capacity = 0;
  int rows = 0, skipped = 0, wrong = 0;
  for (ssize_t length; (length = getline(&line, &capacity, file)) > 0;) {
    line[length - 1] = '\0';
    char *field[MOST_FIELDS], *rest = line;
    int count = 0;
    for (char *part; (part = strsep(&rest, "\t")) && count < MOST_FIELDS; count++) field[count] = part;
    for (int i = 0; i < count; i++) unescape(field[i]);
    Value result = PY_UNDEFINED;
    if (!run(field, count, &result)) {
      skipped++;
      printf("no literal form: %s %s\n", field[0], field[1]);
      continue;
    }
    rows++;
    Text shown = {0};
    show(result, &shown);
    py_drop(result);
    assert_false(py_pending());
    if (strcmp(text_string(&shown), field[count - 1]) != 0) {
      wrong++;
      printf("[  WRONG   ]");
      for (int i = 0; i < count - 1; i++) printf(" %s", field[i]);
      printf("\n  CPython: %s\n  nnsh:    %s\n", field[count - 1], text_string(&shown));
    }
    text_free(&shown);
  }
  free(line);
  fclose(file);
  printf("%d rows, %d with operands that have no literal form here\n", rows, skipped);
  assert_int_equal(wrong, 0);
  assert_true(rows > 4000);
  assert_int_equal(skipped, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
