/* The pending exception and the objects themselves. Their classes are in exception_types.c. */
#include "repl/types/exception.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "repl/types/class.h"
#include "repl/types/containers.h"
#include "repl/types/exception_types.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"

static Value pending = {.tag = TAG_NONE};
static Value handled = {.tag = TAG_NONE}; /* borrowed */

Value py_set_handled(Value exception) {
  Value before = handled;
  handled = exception;
  return before;
}
Value py_handled(void) { return handled; }

void py_exchange_exceptions(Value *other_pending, Value *other_handled) {
  const Value before[2] = {pending, handled};
  pending = *other_pending;
  handled = *other_handled;
  *other_pending = before[0];
  *other_handled = before[1];
}

bool py_pending(void) { return pending.tag == TAG_OBJECT; }
Exception *py_pending_exception(void) { return py_pending() ? (Exception *)pending.as.object : NULL; }
bool py_pending_is(const Type *type) { return py_pending() && py_is_subtype(pending.as.object->type, type); }

Value py_take_pending(void) {
  Value taken = pending;
  pending = PY_NONE;
  return taken;
}

void py_clear_pending(void) { py_drop(py_take_pending()); }

bool py_is_exception(Value value) { return value.tag == TAG_OBJECT && py_is(value, &py_BaseException); }
bool py_is_exception_class(Value value) {
  return py_is_type(value) && py_is_subtype(py_as_type(value), &py_BaseException);
}

int py_exception_matches(Value exception, Value pattern) {
  if (py_is_tuple(pattern)) {
    for (int64_t i = 0; i < py_as_tuple(pattern)->count; i++) {
      int matches = py_exception_matches(exception, py_as_tuple(pattern)->items[i]);
      if (matches) return matches;
    }
    return 0;
  }
  if (!py_is_exception_class(pattern)) {
    py_raise(&py_TypeError, "catching classes that do not inherit from BaseException is not allowed");
    return -1;
  }
  return py_is(exception, py_as_type(pattern));
}

/* An exception for when there is no memory left to make one. */
static Exception last_resort = {
    .arguments = {.tag = TAG_NONE}, .cause = {.tag = TAG_NONE}, .context = {.tag = TAG_NONE}};

static Value memory_error(void) {
  py_type_ready(&py_MemoryError);
  last_resort.head.type = &py_MemoryError;
  last_resort.head.references = (int64_t)1 << 40;
  return (Value){.tag = TAG_OBJECT, .as.object = &last_resort.head};
}

static Exception *context_of(const Exception *exception) {
  return exception->context.tag == TAG_OBJECT ? (Exception *)exception->context.as.object : NULL;
}

/* Whether the contexts of `from` lead to `to`; `cut`: they do no longer. They may run in a circle, which a second walk
 * at half the pace notices. */
static bool cut_context(Exception *from, const Exception *to, bool cut) {
  Exception *slow = from;
  bool odd = false;
  for (Exception *at = from, *next; (next = context_of(at)); at = next) {
    if (next == to) {
      if (cut) {
        at->context = PY_NONE;
        py_drop(py_object(next));
      }
      return true;
    }
    if (odd) slow = context_of(slow);
    odd = !odd;
    if (slow == next) return false;
  }
  return false;
}

void py_renew_context(Value exception) {
  Exception *made = (Exception *)exception.as.object;
  if (handled.tag != TAG_OBJECT || handled.as.object == exception.as.object) return;
  cut_context((Exception *)handled.as.object, made, true);
  Value before = made->context;
  made->context = PY_NONE;
  py_drop(before);
}

/* Makes an exception pending (taken over) and gives it its context: what was being handled, unless that leads back to
 * it. */
static Value set_pending(Value exception) {
  Exception *made = (Exception *)exception.as.object;
  Value context = handled;
  if (py_is_none(made->context) && context.tag == TAG_OBJECT && context.as.object != exception.as.object) {
    if (!cut_context((Exception *)context.as.object, made, false) && made != &last_resort)
      made->context = py_keep(context);
  }
  Value before = pending;
  pending = exception;
  py_drop(before);
  return PY_ERROR;
}

void py_reraise(Value exception) {
  Value before = pending;
  pending = py_keep(exception);
  py_drop(before);
}

Value py_exception_new(Type *type, const char *text) {
  Value argument = py_text(text);
  if (py_is_error(argument)) return argument;
  Value class = py_type_value(type);
  Value made = py_call_values(class, &argument, 1);
  py_drop(class);
  py_drop(argument);
  return made;
}

/* Without a call: raising from native code must work at any depth. */
static Value make(Type *type, const char *text, size_t length) {
  static bool inside;
  if (inside || type == &py_MemoryError) {
    if (inside) return memory_error();
  }
  inside = true;
  Value argument = py_text_bytes(text, length);
  Exception *exception = py_is_error(argument) ? NULL : py_new(type);
  Value arguments = exception ? py_tuple_of(1, argument) : PY_ERROR;
  py_drop(argument);
  inside = false;
  if (!exception) {
    py_clear_pending();
    return memory_error();
  }
  exception->cause = exception->context = PY_NONE;
  exception->arguments = arguments;
  if (!py_is_error(arguments)) return py_object(exception);
  exception->arguments = PY_NONE;
  py_drop(py_object(exception));
  py_clear_pending();
  return memory_error();
}

Value (py_raise)(Type *type, const char *format, ...) {
  char small[512];
  va_list list;
  va_start(list, format);
  int length = vsnprintf(small, sizeof small, format, list);
  va_end(list);
  if (length < 0) length = 0;
  if ((size_t)length < sizeof small) return set_pending(make(type, small, (size_t)length));
  char *large = core_alloc((size_t)length + 1);
  if (!large) return set_pending(make(type, small, sizeof small - 1));
  va_start(list, format);
  vsnprintf(large, (size_t)length + 1, format, list);
  va_end(list);
  set_pending(make(type, large, (size_t)length));
  core_free(large);
  return PY_ERROR;
}

Value py_raise_value(Value value) {
  if (py_is_exception_class(value)) {
    Value made = py_call_values(value, NULL, 0);
    if (py_is_error(made)) return made;
    if (py_is_exception(made)) return set_pending(made);
    Value shown = py_repr(value), class = py_type_value(py_type_of(made));
    Value of = py_is_error(shown) ? shown : py_repr(class);
    py_drop(class);
    py_drop(made);
    if (!py_is_error(of))
      py_raise(&py_TypeError, "calling %s should have returned an instance of BaseException, not %s",
               py_as_string(shown)->data, py_as_string(of)->data);
    py_drop(shown);
    py_drop(of);
    return PY_ERROR;
  } else if (py_is_exception(value)) {
    return set_pending(py_keep(value));
  }
  return py_raise(&py_TypeError, "exceptions must derive from BaseException");
}

Value py_raise_key(Value key) {
  Value arguments = py_tuple_of(1, key);
  Exception *exception = py_is_error(arguments) ? NULL : py_new(&py_KeyError);
  if (!exception) {
    py_drop(arguments);
    return PY_ERROR;
  }
  exception->cause = exception->context = PY_NONE;
  exception->arguments = arguments;
  return set_pending(py_object(exception));
}

static Type *const error_types[ERROR_CODE_COUNT] = {
    [ERROR_NONE] = &py_SystemError,
    [ERROR_VALUE] = &py_ValueError,
    [ERROR_TYPE] = &py_TypeError,
    [ERROR_INDEX] = &py_IndexError,
    [ERROR_KEY] = &py_KeyError,
    [ERROR_NAME] = &py_NameError,
    [ERROR_ATTRIBUTE] = &py_AttributeError,
    [ERROR_OVERFLOW] = &py_OverflowError,
    [ERROR_ZERO_DIVISION] = &py_ZeroDivisionError,
    [ERROR_RUNTIME] = &py_RuntimeError,
    [ERROR_NOT_IMPLEMENTED] = &py_NotImplementedError,
    [ERROR_MEMORY] = &py_MemoryError,
    [ERROR_OS] = &py_OSError,
    [ERROR_FILE_NOT_FOUND] = &py_FileNotFoundError,
    [ERROR_EOF] = &py_EOFError,
    [ERROR_UNICODE] = &py_UnicodeDecodeError,
    [ERROR_LINALG] = &py_LinAlgError,
    [ERROR_AXIS] = &py_AxisError,
    [ERROR_INTERRUPT] = &py_KeyboardInterrupt,
};

Value py_raise_error(const Error *error) {
  if (error->code == ERROR_NONE && py_pending()) return PY_ERROR; /* a hook has raised its own exception */
  unsigned code = (unsigned)error->code < ERROR_CODE_COUNT ? error->code : ERROR_NONE;
  if (code == ERROR_INTERRUPT) {
    py_raise_value((Value){.tag = TAG_OBJECT, .as.object = &error_types[code]->head});
  } else if (error->layer[0]) {
    py_raise(error_types[code], "%s (layer %s)", error->text, error->layer);
  } else {
    py_raise(error_types[code], "%s", error->text);
  }
  if (error->hint[0]) py_hint("%s", error->hint);
  return PY_ERROR;
}

Value py_hint(const char *format, ...) {
  Exception *exception = py_pending_exception();
  if (!exception || exception == &last_resort) return PY_ERROR;
  Text text = {0};
  char small[1024];
  va_list list;
  va_start(list, format);
  vsnprintf(small, sizeof small, format, list);
  va_end(list);
  text_add(&text, small);
  core_free(exception->hint);
  exception->hint = text_take(&text);
  return PY_ERROR;
}

bool py_add_trace(Exception *exception, String *file, String *function, int line, int column, int end_line,
                  int end_column) {
  if (exception == &last_resort) return true;
  if (exception->trace_count == exception->trace_capacity) {
    int capacity = exception->trace_capacity ? exception->trace_capacity * 2 : 4;
    TraceEntry *grown = core_realloc(exception->trace, sizeof *grown * (size_t)capacity);
    if (!grown) return false;
    exception->trace = grown;
    exception->trace_capacity = capacity;
  }
  file->head.references++;
  function->head.references++;
  exception->trace[exception->trace_count++] =
      (TraceEntry){file, function, line, column, end_line, end_column};
  return true;
}

void py_exception_line(Text *text, Exception *exception) {
  const Type *type = exception->head.type;
  Value module = py_getattr((Value){.tag = TAG_OBJECT, .as.object = (Object *)&type->head}, INTERNED("__module__"));
  if (py_is_error(module)) py_clear_pending();
  const char *name = !py_is_error(module) && py_is_str(module) ? py_as_string(module)->data : type->module;
  if (strcmp(name, "builtins") != 0 && strcmp(name, "__main__") != 0) text_addf(text, "%s.", name);
  text_add(text, class_qualified_name(type));
  py_drop(module);
  Text shown = {0};
  if (!py_str_to(&shown, (Value){.tag = TAG_OBJECT, .as.object = &exception->head})) {
    py_clear_pending();
    text_add(text, ": <exception str() failed>");
  } else if (shown.length) {
    text_addf(text, ": %s", text_string(&shown));
  }
  text_free(&shown);
}
