#include "repl/types/exception_types.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/utf8.h"
#include "repl/types/containers.h"
#include "repl/types/exception_fields.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"

static Exception *of(Value self) { return (Exception *)self.as.object; }

static bool traverse(Object *self, PyVisit visit, void *context) {
  Exception *exception = (Exception *)self;
  Value held[] = {exception->arguments, exception->cause, exception->context};
  for (int i = 0; i < 3; i++)
    if (held[i].tag == TAG_OBJECT) visit(held[i].as.object, context);
  if (exception->dict) visit(&exception->dict->head, context);
  return true;
}

static void clear(Object *self) {
  Exception *exception = (Exception *)self;
  Value held[] = {exception->arguments, exception->cause, exception->context};
  Dict *dict = exception->dict;
  exception->arguments = exception->cause = exception->context = PY_NONE;
  exception->dict = NULL;
  for (int i = 0; i < 3; i++) py_drop(held[i]);
  if (dict) py_drop(py_object(dict));
}

static void drop_string(String *string) {
  if (string) py_drop(py_object(string));
}

static void dealloc(Object *self) {
  Exception *exception = (Exception *)self;
  clear(self);
  core_free(exception->hint);
  for (int i = 0; i < exception->trace_count; i++) {
    drop_string(exception->trace[i].file);
    drop_string(exception->trace[i].function);
  }
  core_free(exception->trace);
  drop_string(exception->file);
  drop_string(exception->source_line);
}

static Value arguments_of(Exception *exception) {
  return py_is_tuple(exception->arguments) ? py_keep(exception->arguments) : py_tuple(0);
}

static Value argument(Exception *exception, int64_t index) {
  if (!py_is_tuple(exception->arguments) || py_as_tuple(exception->arguments)->count <= index) return PY_NONE;
  return py_as_tuple(exception->arguments)->items[index];
}

/* The class whose `errno` is known: OSError(2, "...") is a FileNotFoundError. */
static Type *type_of_errno(int64_t number) {
  switch (number) {
  case ENOENT: return &py_FileNotFoundError;
  case EEXIST: return &py_FileExistsError;
  case EISDIR: return &py_IsADirectoryError;
  case ENOTDIR: return &py_NotADirectoryError;
  case EACCES:
  case EPERM: return &py_PermissionError;
  case EPIPE: return &py_BrokenPipeError;
  case ECONNABORTED: return &py_ConnectionAbortedError;
  case ECONNREFUSED: return &py_ConnectionRefusedError;
  case ECONNRESET: return &py_ConnectionResetError;
  case EAGAIN: return &py_BlockingIOError;
  case ECHILD: return &py_ChildProcessError;
  case EINTR: return &py_InterruptedError;
  case ESRCH: return &py_ProcessLookupError;
  case ETIMEDOUT: return &py_TimeoutError;
  default: return NULL;
  }
}

static int small_number(Value value) {
  return value.tag == TAG_INT && value.as.integer >= 0 && value.as.integer < 1 << 30 ? (int)value.as.integer : 0;
}
static void set_string(String **place, Value value) {
  String *before = *place;
  *place = py_is_str(value) ? py_as_string(py_keep(value)) : NULL;
  if (before) py_drop(py_object(before));
}
/* SyntaxError("text", (file, line, column, text of the line[, end line, end column])) */
static bool take_place(Exception *exception) {
  Value place = py_to_tuple(argument(exception, 1));
  if (py_is_error(place)) return false;
  Tuple *parts = py_as_tuple(place);
  if (parts->count != 4 && parts->count != 6) {
    if (parts->count == 5) py_raise(&py_TypeError, "end_offset must be provided when end_lineno is provided");
    else
      py_raise(&py_TypeError, "function takes at %s arguments (%lld given)", parts->count < 4 ? "least 4" : "most 6",
               (long long)parts->count);
    py_drop(place);
    return false;
  }
  set_string(&exception->file, parts->items[0]);
  set_string(&exception->source_line, parts->items[3]);
  exception->line = small_number(parts->items[1]);
  exception->column = small_number(parts->items[2]);
  exception->end_line = parts->count == 6 ? small_number(parts->items[4]) : 0;
  exception->end_column = parts->count == 6 ? small_number(parts->items[5]) : 0;
  py_drop(place);
  return true;
}
static bool init(Value self, Value *arguments) {
  Exception *exception = of(self);
  Value before = exception->arguments;
  exception->arguments = py_keep(arguments[0]);
  if (exception->cause.tag != TAG_OBJECT) exception->cause = PY_NONE;
  if (exception->context.tag != TAG_OBJECT) exception->context = PY_NONE;
  py_drop(before);
  if (py_as_tuple(exception->arguments)->count == 2 && py_is_subtype(exception->head.type, &py_SyntaxError))
    return take_place(exception);
  Value number = argument(exception, 0);
  if (exception->head.type == &py_OSError && py_as_tuple(arguments[0])->count >= 2 && number.tag == TAG_INT) {
    Type *type = type_of_errno(number.as.integer);
    if (type) {
      py_type_ready(type);
      exception->head.type = type;
    }
  }
  return true;
}

/* Those with keywords: the values follow the tuple of positional arguments. */
static bool init_with(Value self, Value *arguments, const char *first, const char *second) {
  return init(self, arguments) && exception_keep_field(of(self), first, arguments[1]) &&
         (!second || exception_keep_field(of(self), second, arguments[2]));
}
static bool import_init(Value self, Value *arguments) { return init_with(self, arguments, "name", "path"); }
static bool name_init(Value self, Value *arguments) { return init_with(self, arguments, "name", NULL); }
static bool attribute_init(Value self, Value *arguments) { return init_with(self, arguments, "name", "obj"); }
static bool unicode_init(Value self, Value *arguments) {
  return init(self, arguments) && exception_unicode_check(of(self));
}

Value exception_allocate(Type *type, const Arguments *arguments) {
  Exception *exception = py_new(type);
  if (!exception) return PY_ERROR;
  exception->cause = exception->context = PY_NONE;
  exception->arguments = py_tuple_copy(arguments->positional, arguments->count);
  if (!py_is_error(exception->arguments)) return py_object(exception);
  exception->arguments = PY_NONE;
  py_drop(py_object(exception));
  return PY_ERROR;
}

bool exception_text(Text *text, Exception *exception) {
  Tuple *arguments = py_is_tuple(exception->arguments) ? py_as_tuple(exception->arguments) : NULL;
  if (!arguments || arguments->count == 0) return true;
  if (arguments->count == 1) return py_str_to(text, arguments->items[0]);
  return py_repr_to(text, exception->arguments);
}

static Value str(Value self) {
  Text text = {0};
  if (exception_text(&text, of(self))) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}

static Value repr(Value self) {
  Text text = {0};
  Value arguments = arguments_of(of(self));
  if (py_is_error(arguments)) return arguments;
  text_add(&text, py_type_of(self)->name);
  Tuple *tuple = py_as_tuple(arguments);
  bool ok = true;
  if (tuple->count == 1) {
    text_add_char(&text, '(');
    ok = py_repr_to(&text, tuple->items[0]);
    text_add_char(&text, ')');
  } else {
    ok = py_repr_to(&text, arguments);
  }
  py_drop(arguments);
  if (ok) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}

static Value get_args(Value self) { return arguments_of(of(self)); }
static bool set_args(Value self, Value value) {
  Value tuple = py_to_tuple(value);
  if (py_is_error(tuple)) return false;
  py_drop(of(self)->arguments);
  of(self)->arguments = tuple;
  return true;
}
static Value get_cause(Value self) { return py_keep(of(self)->cause); }
static bool set_cause(Value self, Value value) {
  if (!py_is_none(value) && !py_is_exception(value)) {
    py_raise(&py_TypeError, "exception cause must be None or derive from BaseException");
    return false;
  }
  Value before = of(self)->cause;
  of(self)->cause = py_keep(value);
  of(self)->suppress_context = true;
  py_drop(before);
  return true;
}
static Value get_context(Value self) { return py_keep(of(self)->context); }
static bool set_context(Value self, Value value) {
  if (!py_is_none(value) && !py_is_exception(value)) {
    py_raise(&py_TypeError, "exception context must be None or derive from BaseException");
    return false;
  }
  Value before = of(self)->context;
  of(self)->context = py_keep(value);
  py_drop(before);
  return true;
}
static Value get_suppress(Value self) { return py_bool(of(self)->suppress_context); }
static bool set_suppress(Value self, Value value) { return py_as_bool(value, &of(self)->suppress_context); }
static Value get_traceback(Value self) { return exception_traceback(of(self)); }
static bool set_traceback(Value self, Value value) { return exception_set_traceback(of(self), value); }
static const PropertyRow base_properties[] = {
    {"args", "the arguments it was made with", get_args, set_args},
    {"__cause__", "the exception after `from`", get_cause, set_cause},
    {"__context__", "what was being handled when it was raised", get_context, set_context},
    {"__suppress_context__", "whether the context is left out of tracebacks", get_suppress, set_suppress},
    {"__traceback__", "where it was raised, frame by frame", get_traceback, set_traceback},
    {0},
};

static Value with_traceback(const NativeRow *row, Value *arguments) {
  (void)row;
  return exception_set_traceback(of(arguments[0]), arguments[1]) ? py_keep(arguments[0]) : PY_ERROR;
}
static Value add_note(const NativeRow *row, Value *arguments) {
  (void)row;
  if (!py_is_str(arguments[1]))
    return py_raise(&py_TypeError, "note must be a str, not '%s'", py_type_label(py_type_of(arguments[1])));
  Value notes = py_find_attr(arguments[0], INTERNED("__notes__"));
  if (notes.tag == TAG_UNDEFINED) {
    notes = py_list(1);
    if (py_is_error(notes) || !py_setattr(arguments[0], INTERNED("__notes__"), notes)) {
      py_drop(notes);
      return PY_ERROR;
    }
  }
  if (py_is_error(notes)) return notes;
  bool ok = py_is_list(notes) && py_list_append(py_as_list(notes), arguments[1]);
  if (!ok && !py_pending()) py_raise(&py_TypeError, "Cannot add note: __notes__ is not a list");
  py_drop(notes);
  return ok ? PY_NONE : PY_ERROR;
}
static const NativeRow base_methods[] = {
    {"with_traceback", "self, tb, /", "the exception itself", with_traceback, NULL},
    {"add_note", "self, note, /", "adds a note that follows the text in a traceback", add_note, NULL},
    {0},
};

/* KeyError shows its key's repr. */
static Value key_str(Value self) {
  Tuple *arguments = py_is_tuple(of(self)->arguments) ? py_as_tuple(of(self)->arguments) : NULL;
  if (arguments && arguments->count == 1) return py_repr(arguments->items[0]);
  return str(self);
}

static Value stop_value(Value self) { return py_keep(argument(of(self), 0)); }
static const PropertyRow stop_properties[] = {{"value", "what the generator returned", stop_value, NULL}, {0}};
static const PropertyRow exit_properties[] = {{"code", "the exit status", stop_value, NULL}, {0}};

/* OSError(errno, text[, filename]) */
static bool is_os_form(Exception *exception) {
  return py_is_tuple(exception->arguments) && py_as_tuple(exception->arguments)->count >= 2;
}
static Value os_errno(Value self) { return is_os_form(of(self)) ? py_keep(argument(of(self), 0)) : PY_NONE; }
static Value os_strerror(Value self) { return is_os_form(of(self)) ? py_keep(argument(of(self), 1)) : PY_NONE; }
static Value os_filename(Value self) { return py_keep(argument(of(self), 2)); }
static Value os_filename2(Value self) { return py_keep(argument(of(self), 4)); }
static Value os_args(Value self) {
  /* The file's name is not among args, as in CPython. */
  if (!is_os_form(of(self))) return arguments_of(of(self));
  return py_tuple_of(2, argument(of(self), 0), argument(of(self), 1));
}
static Value os_str(Value self) {
  if (!is_os_form(of(self))) return str(self);
  Text text = {0};
  text_add(&text, "[Errno ");
  bool ok = py_str_to(&text, argument(of(self), 0));
  text_add(&text, "] ");
  ok = ok && py_str_to(&text, argument(of(self), 1));
  if (ok && !py_is_none(argument(of(self), 2))) {
    text_add(&text, ": ");
    ok = py_repr_to(&text, argument(of(self), 2));
  }
  if (ok && !py_is_none(argument(of(self), 4))) {
    text_add(&text, " -> ");
    ok = py_repr_to(&text, argument(of(self), 4));
  }
  if (ok) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}
static Value os_repr(Value self) {
  Value arguments = os_args(self);
  if (py_is_error(arguments)) return arguments;
  Text text = {0};
  text_add(&text, py_type_of(self)->name);
  bool single = py_as_tuple(arguments)->count == 1;
  if (single) text_add_char(&text, '(');
  bool ok = py_repr_to(&text, single ? py_as_tuple(arguments)->items[0] : arguments);
  if (single) text_add_char(&text, ')');
  py_drop(arguments);
  if (ok) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}
static const PropertyRow os_properties[] = {{"errno", "the system's error number", os_errno, NULL},
                                            {"strerror", "its text", os_strerror, NULL},
                                            {"filename", "the file it is about", os_filename, NULL},
                                            {"filename2", "the second file of a call with two", os_filename2, NULL},
                                            {"args", "number and text", os_args, set_args},
                                            {0}};

static Value syntax_field(String *string) {
  return string ? py_keep((Value){.tag = TAG_OBJECT, .as.object = &string->head}) : PY_NONE;
}
static Value syntax_msg(Value self) { return py_keep(argument(of(self), 0)); }
static Value syntax_filename(Value self) { return syntax_field(of(self)->file); }
static Value syntax_text(Value self) { return syntax_field(of(self)->source_line); }
static Value syntax_line(Value self) { return of(self)->line ? py_int(of(self)->line) : PY_NONE; }
static Value syntax_offset(Value self) { return of(self)->line ? py_int(of(self)->column) : PY_NONE; }
static Value syntax_end_line(Value self) { return of(self)->end_line ? py_int(of(self)->end_line) : PY_NONE; }
static Value syntax_end(Value self) { return of(self)->end_line ? py_int(of(self)->end_column) : PY_NONE; }

static Value syntax_str(Value self) {
  if (!of(self)->file || !of(self)->line) {
    if (is_os_form(of(self))) return py_str(argument(of(self), 0));
    return str(self);
  }
  Text text = {0};
  if (!py_str_to(&text, argument(of(self), 0))) {
    text_free(&text);
    return PY_ERROR;
  }
  const char *slash = strrchr(of(self)->file->data, '/');
  text_addf(&text, " (%s, line %d)", slash ? slash + 1 : of(self)->file->data, of(self)->line);
  return py_text_take(&text);
}
static const PropertyRow syntax_properties[] = {{"msg", "what is wrong", syntax_msg, NULL},
                                                {"filename", "where", syntax_filename, NULL},
                                                {"lineno", "the line, from 1", syntax_line, NULL},
                                                {"offset", "the column, from 1", syntax_offset, NULL},
                                                {"end_lineno", "the line where it ends", syntax_end_line, NULL},
                                                {"end_offset", "where it ends", syntax_end, NULL},
                                                {"text", "the line's text", syntax_text, NULL},
                                                {0}};

#define py_object py_object_type /* the base's name in the first row */
#define EXCEPTION_TYPE(name_, base_)                                                                                \
  Type py_##name_ = {.name = #name_, .module = "builtins", .size = sizeof(Exception), .base = &py_##base_,          \
                     .dealloc = dealloc, .traverse = traverse, .clear = clear, \
                     .dict_offset = offsetof(Exception, dict), EXTRA_##name_};
/* What a row's class has or shows beyond its base. */
#define EXTRA_BaseException \
  .init = init, .signature = "*args", .str = str, .repr = repr, .properties = base_properties, .methods = base_methods
#define UNICODE_FIELDS .str = exception_unicode_text, .properties = exception_unicode_fields
#define EXTRA_KeyError .str = key_str
#define EXTRA_StopIteration .properties = stop_properties
#define EXTRA_SystemExit .properties = exit_properties
#define EXTRA_OSError .str = os_str, .repr = os_repr, .properties = os_properties
#define EXTRA_SyntaxError \
  .init = init, .signature = "*args", .str = syntax_str, .properties = syntax_properties
#define EXTRA_KeyboardInterrupt
#define EXTRA_GeneratorExit
#define EXTRA_Exception
#define EXTRA_ArithmeticError
#define EXTRA_OverflowError
#define EXTRA_ZeroDivisionError
#define EXTRA_FloatingPointError
#define EXTRA_AssertionError
#define EXTRA_AttributeError \
  .init = attribute_init, .signature = "*args, name=None, obj=None", .properties = exception_attribute_fields
#define EXTRA_BufferError
#define EXTRA_EOFError
#define EXTRA_ImportError \
  .init = import_init, .signature = "*args, name=None, path=None", .properties = exception_import_fields
#define EXTRA_ModuleNotFoundError
#define EXTRA_LookupError
#define EXTRA_IndexError
#define EXTRA_MemoryError
#define EXTRA_NameError \
  .init = name_init, .signature = "*args, name=None", .properties = exception_name_fields
#define EXTRA_UnboundLocalError
#define EXTRA_FileNotFoundError
#define EXTRA_FileExistsError
#define EXTRA_IsADirectoryError
#define EXTRA_NotADirectoryError
#define EXTRA_PermissionError
#define EXTRA_BrokenPipeError
#define EXTRA_ReferenceError
#define EXTRA_RuntimeError
#define EXTRA_NotImplementedError
#define EXTRA_RecursionError
#define EXTRA_IndentationError
#define EXTRA_TabError
#define EXTRA_SystemError
#define EXTRA_TypeError
#define EXTRA_ValueError
#define EXTRA_UnicodeError
#define EXTRA_UnicodeDecodeError .init = unicode_init, .signature = "*args", UNICODE_FIELDS
#define EXTRA_UnicodeEncodeError .init = unicode_init, .signature = "*args", UNICODE_FIELDS
#define EXTRA_Warning
#define EXTRA_UserWarning
#define EXTRA_DeprecationWarning
#define EXTRA_FutureWarning
#define EXTRA_RuntimeWarning
#define EXTRA_ConnectionError
#define EXTRA_ConnectionAbortedError
#define EXTRA_ConnectionRefusedError
#define EXTRA_ConnectionResetError
#define EXTRA_BlockingIOError
#define EXTRA_ChildProcessError
#define EXTRA_InterruptedError
#define EXTRA_ProcessLookupError
#define EXTRA_TimeoutError
#define EXTRA_StopAsyncIteration
#define EXTRA_UnicodeTranslateError .init = unicode_init, .signature = "*args", UNICODE_FIELDS
#define EXTRA_ImportWarning
#define EXTRA_PendingDeprecationWarning
#define EXTRA_SyntaxWarning
#define EXTRA_UnicodeWarning
#define EXTRA_BytesWarning
#define EXTRA_ResourceWarning
#define EXTRA_EncodingWarning
PY_EXCEPTION_ROWS(EXCEPTION_TYPE)
#undef py_object

/* numpy's own two, under the names that numpy prints. */
Type py_LinAlgError = {.name = "LinAlgError", .module = "numpy.linalg", .base = &py_ValueError};
Type py_AxisError = {.name = "AxisError", .module = "numpy.exceptions", .base = &py_ValueError};
