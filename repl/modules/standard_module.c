/* Modules of Python's standard library: sys, time, warnings, __future__. os is in os_module.c. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "repl/modules/modules.h"
#include "repl/modules/session.h"
#include "repl/types/integer.h"
#include "repl/types/object.h"

/* ---- sys ---- */

Value modules_exit(const NativeRow *row, Value *arguments) {
  Value type = py_type_value(&py_SystemExit);
  Value exception = py_call_values(type, arguments, py_is_none(arguments[0]) ? 0 : 1);
  py_drop(type);
  if (py_is_error(exception)) return exception;
  py_raise_value(exception);
  py_drop(exception);
  return PY_ERROR;
}
static Value sys_getsizeof(const NativeRow *row, Value *arguments) {
  return py_int((int64_t)py_type_of(arguments[0])->size);
}

static Value sys_digits(const NativeRow *row, Value *arguments) {
  int64_t digits;
  if (row->data == NULL) return py_int(integer_digit_limit);
  if (!py_as_int(arguments[0], &digits)) return PY_ERROR;
  if (digits != 0 && digits < 640) return py_raise(&py_ValueError, "maxdigits must be 0 or larger than 640");
  integer_digit_limit = digits;
  return PY_NONE;
}

/* sys.stdout and sys.stderr: objects with write and flush. */
typedef struct Stream {
  Object head;
  Sink *sink;
  const char *name;
} Stream;
static Value stream_write(const NativeRow *row, Value *arguments) {
  const char *text;
  if (!py_as_text(arguments[1], &text)) return PY_ERROR;
  sink_write(((Stream *)arguments[0].as.object)->sink, text, (size_t)py_as_string(arguments[1])->length);
  return py_int(py_as_string(arguments[1])->count);
}
static Value stream_flush(const NativeRow *row, Value *arguments) {
  sink_flush(((Stream *)arguments[0].as.object)->sink);
  return PY_NONE;
}
static Value stream_isatty(const NativeRow *row, Value *arguments) { return py_bool(session.terminal.is_terminal); }
static Value stream_repr(Value self) {
  return py_textf("<_io.TextIOWrapper name='<%s>' mode='w' encoding='utf-8'>", ((Stream *)self.as.object)->name);
}
static const NativeRow stream_rows[] = {{"write", "self, text, /", "Writes text.", stream_write, NULL},
                                        {"flush", "self", "Hands what was written to the system.", stream_flush, NULL},
                                        {"isatty", "self", "Whether it is a terminal.", stream_isatty, NULL}, {0}};
static Type stream_type = {.head = {&py_type_type, 1},
                           .name = "TextIOWrapper",
                           .module = "_io",
                           .base = &py_object_type,
                           .size = sizeof(Stream),
                           .repr = stream_repr,
                           .methods = stream_rows,
                           .help = "A stream."};
static Value stream_of(Sink *sink, const char *name) {
  Stream *stream = py_new(&stream_type);
  if (stream == NULL) return PY_ERROR;
  stream->sink = sink;
  stream->name = name;
  return py_object(stream);
}

/* sys.version_info: a tuple whose items have names too. */
static const char *const version_names[] = {"major", "minor", "micro", "releaselevel", "serial"};
static Value version_getattr(Value self, String *name) {
  for (int i = 0; i < 5; i++)
    if (strcmp(version_names[i], name->data) == 0) return py_keep(py_as_tuple(self)->items[i]);
  return PY_UNDEFINED;
}
static Value version_repr(Value self) {
  Text text = {0};
  text_add(&text, "sys.version_info(");
  for (int i = 0; i < 5; i++) {
    text_addf(&text, "%s%s=", i ? ", " : "", version_names[i]);
    if (!py_repr_to(&text, py_as_tuple(self)->items[i])) {
      text_free(&text);
      return PY_ERROR;
    }
  }
  text_add_char(&text, ')');
  return py_text_take(&text);
}
static Type version_type = {.head = {&py_type_type, 1},
                            .name = "version_info",
                            .module = "sys",
                            .base = &py_tuple_type,
                            .help = "The version of Python that nnsh speaks.",
                            .size = sizeof(Tuple),
                            .repr = version_repr,
                            .getattr = version_getattr};
static Value version_info(void) {
  Tuple *tuple = py_new_sized(&version_type, sizeof(Tuple) + 5 * sizeof(Value));
  if (tuple == NULL) return PY_ERROR;
  tuple->count = 5;
  tuple->items[0] = py_int(3);
  tuple->items[1] = py_int(11);
  tuple->items[2] = tuple->items[4] = py_int(0);
  tuple->items[3] = py_text("final");
  return py_object(tuple);
}

/* Where the user's own modules are looked for: the script's folder, or the current one. */
static Value search_path(void) {
  Value path = py_list(1);
  if (py_is_error(path)) return path;
  const char *slash = session.script ? strrchr(session.script, '/') : NULL;
  Value folder = slash ? py_text_bytes(session.script, (size_t)(slash - session.script)) : py_text("");
  if (py_list_append_steal(py_as_list(path), folder)) return path;
  py_drop(path);
  return PY_ERROR;
}

static bool fill_sys(Dict *dict) {
  Value arguments = py_list(session.argument_count + 1);
  if (py_is_error(arguments)) return false;
  bool good = session.argument_count || py_list_append_steal(py_as_list(arguments), py_text(""));
  for (int i = 0; good && i < session.argument_count; i++)
    good = py_list_append_steal(py_as_list(arguments), py_text(session.arguments[i]));
  if (!good) {
    py_drop(arguments);
    return false;
  }
  return py_dict_set_steal(dict, "argv", arguments) &&
         py_dict_set_steal(dict, "version", py_text("3.11.0 (nnsh " NNSH_VERSION ")")) &&
         py_dict_set_steal(dict, "version_info", version_info()) &&
         py_dict_set_steal(dict, "platform", py_text("linux")) &&
         py_dict_set_steal(dict, "maxsize", py_int(INT64_MAX)) &&
         py_dict_set_steal(dict, "byteorder", py_text("little")) && py_dict_set_steal(dict, "path", search_path()) &&
         py_dict_set_steal(dict, "modules", py_dict()) &&
         py_dict_set_steal(dict, "stdout", stream_of(&py_stdout, "stdout")) &&
         py_dict_set_steal(dict, "stderr", stream_of(&py_stderr, "stderr"));
}
static const NativeRow sys_rows[] = {
    {"exit", "status=None, /", "Leaves with a status.", modules_exit, NULL},
    {"getsizeof", "object", "Bytes of an object by itself.", sys_getsizeof, NULL},
    {"get_int_max_str_digits", "", "How many digits of an integer may become text.", sys_digits, NULL},
    {"set_int_max_str_digits", "maxdigits", "Changes that; 0 for any number.", sys_digits, "set"},
    {0},
};

/* ---- time ---- */

static Value time_of(const NativeRow *row, Value *arguments) {
  struct timespec now;
  char which = *(const char *)row->data;
  clock_gettime(which == 't' ? CLOCK_REALTIME : which == 'c' ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &now);
  return py_float((double)now.tv_sec + (double)now.tv_nsec * 1e-9);
}
/* Sleeps in parts, so that Ctrl-C ends it. */
static Value time_sleep(const NativeRow *row, Value *arguments) {
  double seconds;
  if (!py_as_double(arguments[0], &seconds)) return PY_ERROR;
  if (!(seconds >= 0)) return py_raise(&py_ValueError, "sleep length must be non-negative");
  sink_flush(&py_stdout);
  while (seconds > 0) {
    double part = seconds < 0.05 ? seconds : 0.05;
    struct timespec pause = {.tv_nsec = (long)(part * 1e9)};
    nanosleep(&pause, NULL);
    if (core_interrupt_take()) return py_raise(&py_KeyboardInterrupt, "%s", "");
    seconds -= part;
  }
  return PY_NONE;
}
/* The moment of an argument (seconds since 1970), or now. */
static bool moment(Value value, struct tm *out, bool local) {
  double seconds = (double)time(NULL);
  if (!py_is_none(value) && !py_as_double(value, &seconds)) return false;
  time_t whole = (time_t)seconds;
  if ((local ? localtime_r : gmtime_r)(&whole, out) != NULL) return true;
  py_raise(&py_OverflowError, "timestamp out of range");
  return false;
}
static Value time_strftime(const NativeRow *row, Value *arguments) {
  const char *format;
  struct tm when;
  char text[512];
  if (!py_as_text(arguments[0], &format) || !moment(PY_NONE, &when, true)) return PY_ERROR;
  size_t length = strftime(text, sizeof text, format, &when);
  return py_text_bytes(text, length);
}
static Value time_ctime(const NativeRow *row, Value *arguments) {
  struct tm when;
  char text[64];
  if (!moment(arguments[0], &when, true)) return PY_ERROR;
  size_t length = strftime(text, sizeof text, "%a %b %e %H:%M:%S %Y", &when);
  return py_text_bytes(text, length);
}
static const NativeRow time_rows[] = {
    {"time", "", "Seconds since 1970.", time_of, "t"},
    {"perf_counter|monotonic", "", "Seconds of a clock for durations.", time_of, "m"},
    {"process_time", "", "Seconds of processor time.", time_of, "c"},
    {"strftime", "format, /", "The time now, by a format such as '%Y-%m-%d'.", time_strftime, NULL},
    {"ctime", "secs=None, /", "A time as text.", time_ctime, NULL},
    {"sleep", "seconds, /", "Waits.", time_sleep, NULL},
    {0},
};

/* ---- warnings, __future__ ---- */

static Value accept_all(const NativeRow *row, Value *arguments) { return PY_NONE; }
static const NativeRow warnings_rows[] = {
    {"filterwarnings|simplefilter", "*args, **kwargs", "Accepted; nnsh shows no such warnings.", accept_all, NULL},
    {"warn", "*args, **kwargs", "Accepted.", accept_all, NULL},
    {0},
};
static bool fill_future(Dict *dict) {
  static const char *const features[] = {"print_function", "division",   "absolute_import", "unicode_literals",
                                         "annotations",    "generators", "with_statement"};
  for (size_t i = 0; i < sizeof features / sizeof *features; i++)
    if (!py_dict_set_name(dict, features[i], PY_TRUE)) return false;
  return true;
}

const ModuleRow standard_module_rows[] = {
    {.name = "sys", .help = "The interpreter.", .functions = sys_rows, .fill = fill_sys},
    {.name = "time", .help = "Clocks.", .functions = time_rows},
    {.name = "warnings", .help = "Warnings.", .functions = warnings_rows},
    {.name = "__future__", .help = "Features that are there already.", .fill = fill_future},
    {0},
};
