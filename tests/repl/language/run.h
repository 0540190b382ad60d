/* What the tests of the language share: a few builtins of their own, output caught in a Text, running a source. */
#ifndef NNSH_TESTS_REPL_LANGUAGE_RUN_H
#define NNSH_TESTS_REPL_LANGUAGE_RUN_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/memory.h"
#include "repl/language/language.h"
#include "repl/types/protocol.h"

static Text run_output;

static Value run_print(const NativeRow *row, Value *a) {
  const Tuple *items = py_as_tuple(a[0]);
  const char *separator = " ", *end = "\n";
  if (py_is_str(a[1])) separator = py_as_string(a[1])->data;
  if (py_is_str(a[2])) end = py_as_string(a[2])->data;
  for (int64_t i = 0; i < items->count; i++) {
    if (i) text_add(&run_output, separator);
    if (!py_str_to(&run_output, items->items[i])) return PY_ERROR;
  }
  text_add(&run_output, end);
  return PY_NONE;
}
static Value run_len(const NativeRow *row, Value *a) {
  int64_t length = py_length(a[0]);
  return length < 0 ? PY_ERROR : py_int(length);
}
static Value run_repr(const NativeRow *row, Value *a) { return py_repr(a[0]); }
static Value run_isinstance(const NativeRow *row, Value *a) {
  int matches = 0;
  if (py_is_tuple(a[1])) {
    for (int64_t i = 0; i < py_as_tuple(a[1])->count; i++)
      matches |= py_is(a[0], py_as_type(py_as_tuple(a[1])->items[i]));
  } else {
    matches = py_is(a[0], py_as_type(a[1]));
  }
  return py_bool(matches);
}
static Value run_iter(const NativeRow *row, Value *a) { return py_iter(a[0]); }
static Value run_next(const NativeRow *row, Value *a) {
  Value item = py_next(a[0]);
  if (item.tag != TAG_UNDEFINED) return item;
  if (a[1].tag != TAG_UNDEFINED) return py_keep(a[1]);
  Value class = py_type_value(&py_StopIteration), result = lang_generator_result(a[0]);
  Value exception = py_call_values(class, &result, !py_is_none(result));
  py_raise_value(exception);
  py_drop(exception);
  py_drop(result);
  py_drop(class);
  return PY_ERROR;
}
static Value run_sum(const NativeRow *row, Value *a) {
  Value iterator = py_iter(a[0]), total = py_int(0);
  if (py_is_error(iterator)) return iterator;
  for (;;) {
    Value item = py_next(iterator);
    if (item.tag == TAG_UNDEFINED || py_is_error(item)) {
      py_drop(iterator);
      if (!py_is_error(item)) return total;
      py_drop(total);
      return item;
    }
    Value next = py_binary(OP_ADD, total, item);
    py_drop(item);
    py_drop(total);
    total = next;
    if (py_is_error(total)) {
      py_drop(iterator);
      return total;
    }
  }
}
static Value run_sorted(const NativeRow *row, Value *a) {
  Value list = py_to_list(a[0]);
  if (py_is_error(list) || py_list_sort(py_as_list(list), a[1], a[2].as.integer != 0)) return list;
  py_drop(list);
  return PY_ERROR;
}
static Value run_abs(const NativeRow *row, Value *a) { return py_unary(OP_ABS, a[0]); }
static Value run_getattr(const NativeRow *row, Value *a) {
  if (py_is_undefined(a[2])) return py_getattr(a[0], py_as_string(a[1]));
  Value found = py_find_attr(a[0], py_as_string(a[1]));
  return py_is_undefined(found) ? py_keep(a[2]) : found;
}
static Value run_enumerate(const NativeRow *row, Value *a) {
  Value list = py_to_list(a[0]), pairs = py_list(0);
  for (int64_t i = 0; !py_is_error(list) && i < py_as_list(list)->count; i++)
    py_list_append_steal(py_as_list(pairs), py_tuple_of(2, py_int(i), py_as_list(list)->items[i]));
  py_drop(list);
  return pairs;
}
static Value run_zip(const NativeRow *row, Value *a) {
  Value x = py_to_list(a[0]), y = py_to_list(a[1]), pairs = py_list(0);
  for (int64_t i = 0; i < py_as_list(x)->count && i < py_as_list(y)->count; i++)
    py_list_append_steal(py_as_list(pairs), py_tuple_of(2, py_as_list(x)->items[i], py_as_list(y)->items[i]));
  py_drop(x);
  py_drop(y);
  return pairs;
}
static Value run_locals(const NativeRow *row, Value *a) { return lang_current_locals(); }
static Value run_collect(const NativeRow *row, Value *a) {
  py_collect();
  return PY_NONE;
}

static const NativeRow run_rows[] = {
    {"print", "*values, sep=None, end=None", "prints", run_print, NULL},
    {"len", "obj, /", "length", run_len, NULL},
    {"repr", "obj, /", "repr", run_repr, NULL},
    {"isinstance", "obj, class_or_tuple, /", "type test", run_isinstance, NULL},
    {"iter", "obj, /", "iterator", run_iter, NULL},
    {"next", "iterator, default=..., /", "next item", run_next, NULL},
    {"sum", "iterable, /", "sum", run_sum, NULL},
    {"sorted", "iterable, /, *, key=None, reverse=False", "sorted list", run_sorted, NULL},
    {"abs", "x, /", "absolute value", run_abs, NULL},
    {"getattr", "obj, name, default=..., /", "attribute", run_getattr, NULL},
    {"enumerate", "iterable, /", "pairs of index and item", run_enumerate, NULL},
    {"zip", "a, b, /", "pairs", run_zip, NULL},
    {"locals", "", "names of the frame", run_locals, NULL},
    {"collect", "", "runs the collector", run_collect, NULL},
    {0}};

#define RUN_EXCEPTION(name, base) &py_##name,
static Type *const run_types[] = {PY_EXCEPTION_ROWS(RUN_EXCEPTION) & py_int_type,
                                  &py_float_type,
                                  &py_str_type,
                                  &py_bool_type,
                                  &py_list_type,
                                  &py_tuple_type,
                                  &py_dict_type,
                                  &py_set_type,
                                  &py_range_type,
                                  &py_bytes_type,
                                  &py_slice_type,
                                  &py_object_type,
                                  &py_type_type,
                                  &py_property_type,
                                  &py_classmethod_type,
                                  &py_staticmethod_type,
                                  &py_super_type};

/* A module "m" with x = 1 and a function-less namespace; anything else is not found. */
static Value run_import(const char *name) {
  if (strcmp(name, "m") != 0 && strcmp(name, "m.n") != 0)
    return py_raise(&py_ModuleNotFoundError, "No module named '%s'", name);
  static Value made[2];
  Value *module = &made[name[1] == '.'];
  if (!module->tag) {
    *module = py_module(name, NULL);
    Dict *dict = ((Module *)module->as.object)->dict;
    py_dict_set_name(dict, "x", py_int(1));
    py_dict_set_steal(dict, "text", py_text("hello"));
    py_dict_set_name(dict, "_hidden", py_int(2));
    if (name[1] == '.') {
      Value outer = run_import("m");
      py_dict_set_name(((Module *)outer.as.object)->dict, "n", *module);
      py_drop(outer);
    }
  }
  return py_keep(*module);
}

static void run_setup(void) {
  if (lang_builtins) return;
  lang_builtins = py_as_dict(py_dict());
  for (const NativeRow *row = run_rows; row->name; row++)
    py_dict_set_steal(lang_builtins, row->name, py_native(row, PY_UNDEFINED, "builtins"));
  for (size_t i = 0; i < sizeof run_types / sizeof *run_types; i++)
    py_dict_set_steal(lang_builtins, run_types[i]->name, py_type_value(run_types[i]));
  lang_import = run_import;
}

/* Runs a source; what it prints, and the traceback of what it raises, is added to run_output. */
__attribute__((unused)) static bool run_source(const char *source, size_t length, const char *file, LangMode mode,
                                               Dict *globals) {
  Code *code = lang_compile(source, length, file, 1, mode);
  Value result = code ? lang_run(code, globals) : PY_ERROR;
  lang_code_release(code);
  if (!py_is_error(result)) {
    py_drop(result);
    return true;
  }
  Value exception = py_take_pending();
  if (exception.tag == TAG_OBJECT) lang_traceback(&run_output, (Exception *)exception.as.object);
  else text_add(&run_output, "error without an exception\n");
  py_drop(exception);
  return false;
}

/* A fresh module for each source. */
__attribute__((unused)) static void run_program(const char *source, size_t length, const char *file) {
  run_setup();
  text_clear(&run_output);
  Value globals = lang_globals("__main__", NULL);
  run_source(source, length, file, LANG_FILE, py_as_dict(globals));
  py_drop(globals);
  py_collect(); /* classes, bases and instances of the program are garbage together here */
}

__attribute__((unused)) static char *run_read_file(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  Text text = {0};
  char buffer[4096];
  size_t got;
  while ((got = fread(buffer, 1, sizeof buffer, file)) > 0) text_add_bytes(&text, buffer, got);
  fclose(file);
  *length = text.length;
  return text_take(&text);
}

#endif
