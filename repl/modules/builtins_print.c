/* print() and input(). */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine/core/interrupt.h"
#include "repl/modules/builtins.h"
#include "repl/types/codec.h"

static void add_part(Text *text, Value part, const char *otherwise) {
  if (part.tag == TAG_UNDEFINED) text_add(text, otherwise);
  else text_add_bytes(text, py_as_string(part)->data, (size_t)py_as_string(part)->length);
}

/* Flushes a file where print() was asked to. */
static Value flush_of(Value file, Value wanted) {
  int flush = py_truth(wanted);
  Value done = flush > 0 ? py_call_method(file, "flush", NULL, 0) : flush < 0 ? PY_ERROR : PY_NONE;
  if (py_is_error(done)) return done;
  py_drop(done);
  return PY_NONE;
}

static bool write_part(Value file, Value text) {
  Value done = py_is_error(text) ? PY_ERROR : py_call_method(file, "write", &text, 1);
  py_drop(text);
  if (py_is_error(done)) return false;
  py_drop(done);
  return true;
}

static Value print_parts(Value *arguments, const Value parts[2], Value file) {
  Tuple *items = py_as_tuple(arguments[0]);
  for (int64_t i = 0; i < items->count; i++) {
    if (i && !write_part(file, parts[0].tag == TAG_UNDEFINED ? py_text(" ") : py_keep(parts[0]))) return PY_ERROR;
    if (!write_part(file, py_str(items->items[i]))) return PY_ERROR;
  }
  if (!write_part(file, parts[1].tag == TAG_UNDEFINED ? py_text("\n") : py_keep(parts[1]))) return PY_ERROR;
  return flush_of(file, arguments[4]);
}

/* print(*args, sep, end, file, flush): one write, so that lines of a view and of the program never mix. */
static Value native_print(const NativeRow *row, Value *arguments) {
  Value parts[2] = {PY_UNDEFINED, PY_UNDEFINED}; /* what stands between and at the end, where that was given */
  for (int i = 1; i <= 2; i++) {
    if (py_is_none(arguments[i])) continue;
    if (!py_is_str(arguments[i]))
      return py_raise(&py_TypeError, "%s must be None or a string, not %s", i == 1 ? "sep" : "end",
                      py_type_label(py_type_of(arguments[i])));
    parts[i - 1] = arguments[i];
  }
  Value into = py_is_none(arguments[3]) ? modules_stdout() : arguments[3];
  /* A file of the program's own gets each part by itself, as in CPython: it may look at what it is given. */
  if (into.tag == TAG_OBJECT && py_type_of(into)->heap) return print_parts(arguments, parts, into);
  bool plain = py_is_none(arguments[3]) && py_is_undefined(modules_stdout());
  Text text = {0};
  Tuple *items = py_as_tuple(arguments[0]);
  for (int64_t i = 0; i < items->count; i++) {
    if (i) add_part(&text, parts[0], " ");
    size_t begin = text.length;
    if (!py_str_to(&text, items->items[i])) {
      text_free(&text);
      return PY_ERROR;
    }
    if (plain && !text.failed && codec_find_surrogate(text.data + begin, (int64_t)(text.length - begin)) >= 0) {
      sink_write(&py_stdout, text.data, begin); /* what stands before it is out already, as in CPython */
      Value item = py_text_bytes(text.data + begin, text.length - begin);
      if (!py_is_error(item)) codec_encodable(item);
      py_drop(item);
      text_free(&text);
      return PY_ERROR;
    }
  }
  add_part(&text, parts[1], "\n");
  if (text.failed) {
    text_free(&text);
    return py_raise(&py_MemoryError, "out of memory");
  }
  Value result = PY_NONE;
  if (py_is_undefined(into)) {
    sink_write(&py_stdout, text_string(&text), text.length);
    int flush = py_truth(arguments[4]);
    if (flush < 0) result = PY_ERROR;
    else if (flush) sink_flush(&py_stdout);
  } else {
    Value whole = py_text_bytes(text_string(&text), text.length);
    if (!py_is_error(whole)) result = py_call_method(into, "write", &whole, 1);
    py_drop(whole);
    if (!py_is_error(result)) {
      py_drop(result);
      result = flush_of(into, arguments[4]);
    }
  }
  text_free(&text);
  return result;
}

static Value native_input(const NativeRow *row, Value *arguments) {
  if (!py_is_undefined(arguments[0])) {
    Text prompt = {0};
    if (!py_str_to(&prompt, arguments[0])) {
      text_free(&prompt);
      return PY_ERROR;
    }
    sink_write(&py_stdout, text_string(&prompt), prompt.length);
    text_free(&prompt);
  }
  sink_flush(&py_stdout);
  char *line = NULL;
  size_t capacity = 0;
  ssize_t length = getline(&line, &capacity, stdin);
  if (length < 0) {
    free(line);
    bool interrupted = errno == EINTR && core_interrupt_take();
    clearerr(stdin);
    if (interrupted) return py_raise(&py_KeyboardInterrupt, "%s", "");
    return py_raise(&py_EOFError, "EOF when reading a line");
  }
  if (length && line[length - 1] == '\n') length--;
  Value text = py_text_bytes(line, (size_t)length);
  free(line);
  return text;
}

const NativeRow builtins_print_rows[] = {
    {"print", "*args, sep=' ', end='\\n', file=None, flush=False", "Writes values as text.", native_print, NULL},
    {"input", "prompt=..., /", "Reads a line.", native_input, NULL},
    {0},
};
