/* Modules of Python's standard library: math, sys, os, os.path, time, warnings, __future__. */
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "repl/modules/modules.h"
#include "repl/modules/session.h"

/* ---- math: one handler for functions of one number, with the error that CPython raises ---- */

static Value math_unary(const NativeRow *row, Value *arguments) {
  double x;
  if (!py_as_double(arguments[0], &x)) {
    if (!py_pending_is(&py_TypeError)) return PY_ERROR;
    py_clear_pending();
    return py_raise(&py_TypeError, "must be real number, not %s", py_type_of(arguments[0])->name);
  }
  double (*const *function)(double) = row->data;
  double y = (*function)(x);
  if (isnan(y) && !isnan(x)) return py_raise(&py_ValueError, "math domain error");
  if (isinf(y) && isfinite(x)) {
    /* log(0) has no value, exp(1000) has one that is too large. */
    bool pole = *function == log || *function == log2 || *function == log10 || *function == log1p || *function == atanh || *function == tgamma;
    return pole ? py_raise(&py_ValueError, "math domain error") : py_raise(&py_OverflowError, "math range error");
  }
  return py_float(y);
}
#define UNARY(name) static double (*const pointer_##name)(double) = name;
UNARY(exp) UNARY(expm1) UNARY(log2) UNARY(log10) UNARY(log1p) UNARY(sqrt) UNARY(cbrt) UNARY(sin) UNARY(cos) UNARY(tan)
UNARY(asin) UNARY(acos) UNARY(atan) UNARY(sinh) UNARY(cosh) UNARY(tanh) UNARY(asinh) UNARY(acosh) UNARY(atanh)
UNARY(fabs) UNARY(erf) UNARY(erfc) UNARY(lgamma)
static double gamma_of(double x) { return tgamma(x); }
static double (*const pointer_gamma)(double) = gamma_of;
static double degrees_of(double x) { return x * (180.0 / M_PI); }
static double (*const pointer_degrees)(double) = degrees_of;
static double radians_of(double x) { return x * (M_PI / 180.0); }
static double (*const pointer_radians)(double) = radians_of;

static Value math_log(const NativeRow *row, Value *arguments) {
  double x, base;
  if (!py_as_double(arguments[0], &x)) return PY_ERROR;
  if (!(x > 0)) return isnan(x) ? py_float(x) : py_raise(&py_ValueError, "math domain error");
  if (py_is_undefined(arguments[1])) return py_float(log(x));
  if (!py_as_double(arguments[1], &base)) return PY_ERROR;
  if (!(base > 0)) return py_raise(&py_ValueError, "math domain error");
  if (base == 1) return py_raise(&py_ZeroDivisionError, "float division by zero");
  return py_float(log(x) / log(base));
}
static Value whole(double y) {
  if (isnan(y)) return py_raise(&py_ValueError, "cannot convert float NaN to integer");
  if (isinf(y)) return py_raise(&py_OverflowError, "cannot convert float infinity to integer");
  if (fabs(y) >= 9223372036854775807.0) return py_raise(&py_OverflowError, "integer too large for nnsh");
  return py_int((int64_t)y);
}
static Value math_round(const NativeRow *row, Value *arguments) {
  double x;
  if (arguments[0].tag == TAG_INT) return arguments[0];
  if (!py_as_double(arguments[0], &x)) return PY_ERROR;
  char which = *(const char *)row->data;
  return whole(which == 'f' ? floor(x) : which == 'c' ? ceil(x) : trunc(x));
}
static Value math_test(const NativeRow *row, Value *arguments) {
  double x;
  if (!py_as_double(arguments[0], &x)) return PY_ERROR;
  char which = *(const char *)row->data;
  return py_bool(which == 'n' ? isnan(x) : which == 'i' ? isinf(x) : isfinite(x));
}
static Value math_binary(const NativeRow *row, Value *arguments) {
  double x, y;
  if (!py_as_double(arguments[0], &x) || !py_as_double(arguments[1], &y)) return PY_ERROR;
  switch (*(const char *)row->data) {
    case 'p': {
      double power = pow(x, y);
      if (isnan(power) && !isnan(x) && !isnan(y)) return py_raise(&py_ValueError, "math domain error");
      if (isinf(power) && isfinite(x) && isfinite(y))
        return x == 0 ? py_raise(&py_ValueError, "math domain error") : py_raise(&py_OverflowError, "math range error");
      return py_float(power);
    }
    case 'a': return py_float(atan2(x, y));
    case 'h': return py_float(hypot(x, y));
    case 'm':
      if (y == 0 || isinf(x)) return py_raise(&py_ValueError, "math domain error");
      return py_float(fmod(x, y));
    default: return py_float(copysign(x, y));
  }
}
static Value math_factorial(const NativeRow *row, Value *arguments) {
  int64_t n, product = 1;
  if (!py_as_int(arguments[0], &n)) return PY_ERROR;
  if (n < 0) return py_raise(&py_ValueError, "factorial() not defined for negative values");
  for (int64_t i = 2; i <= n; i++)
    if (__builtin_mul_overflow(product, i, &product)) return py_raise(&py_OverflowError, "integer too large for nnsh");
  return py_int(product);
}
static Value math_gcd(const NativeRow *row, Value *arguments) {
  int64_t a, b;
  if (!py_as_int(arguments[0], &a) || !py_as_int(arguments[1], &b)) return PY_ERROR;
  while (b) {
    int64_t rest = a % b;
    a = b;
    b = rest;
  }
  return py_int(a < 0 ? -a : a);
}
static Value math_isclose(const NativeRow *row, Value *arguments) {
  double a, b, relative, absolute;
  if (!py_as_double(arguments[0], &a) || !py_as_double(arguments[1], &b) || !py_as_double(arguments[2], &relative) ||
      !py_as_double(arguments[3], &absolute))
    return PY_ERROR;
  if (a == b) return PY_TRUE;
  if (isinf(a) || isinf(b)) return PY_FALSE;
  double difference = fabs(b - a);
  return py_bool(difference <= fabs(relative * b) || difference <= fabs(relative * a) || difference <= absolute);
}

#define MATH(name, text) {#name, "x, /", text, math_unary, &pointer_##name}
static const NativeRow math_rows[] = {
    MATH(exp, "e to a power."), MATH(expm1, "exp(x) - 1."), MATH(log2, "The logarithm to base 2."),
    MATH(log10, "The logarithm to base 10."), MATH(log1p, "log(1 + x)."), MATH(sqrt, "The square root."),
    MATH(cbrt, "The cube root."), MATH(sin, "The sine."), MATH(cos, "The cosine."), MATH(tan, "The tangent."),
    MATH(asin, "The inverse sine."), MATH(acos, "The inverse cosine."), MATH(atan, "The inverse tangent."),
    MATH(sinh, "The hyperbolic sine."), MATH(cosh, "The hyperbolic cosine."), MATH(tanh, "The hyperbolic tangent."),
    MATH(asinh, "The inverse hyperbolic sine."), MATH(acosh, "The inverse hyperbolic cosine."),
    MATH(atanh, "The inverse hyperbolic tangent."), MATH(fabs, "The absolute value."), MATH(erf, "The error function."),
    MATH(erfc, "1 - erf(x)."), MATH(lgamma, "The logarithm of the gamma function."),
    MATH(gamma, "The gamma function."), MATH(degrees, "Radians as degrees."), MATH(radians, "Degrees as radians."),
    {"log", "x, base=..., /", "The logarithm.", math_log, NULL},
    {"floor", "x, /", "The whole number below.", math_round, "f"},
    {"ceil", "x, /", "The whole number above.", math_round, "c"},
    {"trunc", "x, /", "The whole part.", math_round, "t"},
    {"isnan", "x, /", "Whether it is nan.", math_test, "n"},
    {"isinf", "x, /", "Whether it is infinite.", math_test, "i"},
    {"isfinite", "x, /", "Whether it is neither.", math_test, "f"},
    {"pow", "x, y, /", "A power.", math_binary, "p"},
    {"atan2", "y, x, /", "The angle of a point.", math_binary, "a"},
    {"hypot", "x, y, /", "The length of (x, y).", math_binary, "h"},
    {"fmod", "x, y, /", "The remainder with the sign of x.", math_binary, "m"},
    {"copysign", "x, y, /", "x with the sign of y.", math_binary, "s"},
    {"factorial", "n, /", "The product 1 * 2 * ... * n.", math_factorial, NULL},
    {"gcd", "a, b, /", "The greatest common divisor.", math_gcd, NULL},
    {"isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0", "Whether two numbers are nearly equal.", math_isclose, NULL},
    {0},
};
static bool fill_math(Dict *dict) {
  return py_dict_set_steal(dict, "pi", py_float(M_PI)) && py_dict_set_steal(dict, "e", py_float(M_E)) &&
         py_dict_set_steal(dict, "tau", py_float(2 * M_PI)) && py_dict_set_steal(dict, "inf", py_float(INFINITY)) &&
         py_dict_set_steal(dict, "nan", py_float(NAN));
}

/* ---- sys ---- */

static Value sys_exit(const NativeRow *row, Value *arguments) {
  Value type = py_type_value(&py_SystemExit);
  Value exception = py_call_values(type, arguments, py_is_none(arguments[0]) ? 0 : 1);
  py_drop(type);
  if (py_is_error(exception)) return exception;
  py_raise_value(exception);
  py_drop(exception);
  return PY_ERROR;
}
static Value sys_getsizeof(const NativeRow *row, Value *arguments) { return py_int((int64_t)py_type_of(arguments[0])->size); }

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
static Type stream_type = {.head = {&py_type_type, 1}, .name = "TextIOWrapper", .module = "_io", .base = &py_object_type,
                           .size = sizeof(Stream), .repr = stream_repr, .methods = stream_rows, .help = "A stream."};
static Value stream_of(Sink *sink, const char *name) {
  Stream *stream = py_new(&stream_type);
  if (stream == NULL) return PY_ERROR;
  stream->sink = sink;
  stream->name = name;
  return py_object(stream);
}

static bool fill_sys(Dict *dict) {
  Value arguments = py_list(session.argument_count + 1);
  if (py_is_error(arguments)) return false;
  if (session.argument_count == 0) py_list_append_steal(py_as_list(arguments), py_text(""));
  for (int i = 0; i < session.argument_count; i++)
    if (!py_list_append_steal(py_as_list(arguments), py_text(session.arguments[i]))) return false;
  return py_dict_set_steal(dict, "argv", arguments) && py_dict_set_steal(dict, "version", py_text("3.11.0 (nnsh " NNSH_VERSION ")")) &&
         py_dict_set_steal(dict, "version_info", py_tuple_of(5, py_int(3), py_int(11), py_int(0), py_text("final"), py_int(0))) &&
         py_dict_set_steal(dict, "platform", py_text("linux")) && py_dict_set_steal(dict, "maxsize", py_int(INT64_MAX)) &&
         py_dict_set_steal(dict, "path", py_list(0)) && py_dict_set_steal(dict, "modules", py_dict()) &&
         py_dict_set_steal(dict, "stdout", stream_of(&py_stdout, "stdout")) &&
         py_dict_set_steal(dict, "stderr", stream_of(&py_stderr, "stderr"));
}
static const NativeRow sys_rows[] = {
    {"exit", "status=None, /", "Leaves with a status.", sys_exit, NULL},
    {"getsizeof", "object", "Bytes of an object by itself.", sys_getsizeof, NULL},
    {0},
};

/* ---- os ---- */

static Value path_join(const NativeRow *row, Value *arguments) {
  Tuple *parts = py_as_tuple(arguments[0]);
  Text text = {0};
  for (int64_t i = 0; i < parts->count; i++) {
    const char *part;
    if (!py_as_text(parts->items[i], &part)) {
      text_free(&text);
      return PY_ERROR;
    }
    if (part[0] == '/') text_clear(&text);
    else if (text.length && text.data[text.length - 1] != '/') text_add_char(&text, '/');
    text_add(&text, part);
  }
  return py_text_take(&text);
}
static Value path_test(const NativeRow *row, Value *arguments) {
  const char *path;
  if (!py_as_text(arguments[0], &path)) return PY_ERROR;
  struct stat status;
  if (stat(path, &status) != 0) return PY_FALSE;
  char which = *(const char *)row->data;
  return py_bool(which == 'e' || (which == 'f' ? S_ISREG(status.st_mode) : S_ISDIR(status.st_mode)));
}
/* basename, dirname, splitext by the last slash or dot. */
static Value path_part(const NativeRow *row, Value *arguments) {
  const char *path;
  if (!py_as_text(arguments[0], &path)) return PY_ERROR;
  const char *slash = strrchr(path, '/');
  const char *base = slash ? slash + 1 : path;
  switch (*(const char *)row->data) {
    case 'b': return py_text(base);
    case 'd': return slash ? py_text_bytes(path, slash == path ? 1 : (size_t)(slash - path)) : py_text("");
    default: {
      const char *dot = strrchr(base, '.');
      while (dot && dot > base && dot[-1] == '.' && dot - 1 == base) dot = base;
      if (dot == base) dot = NULL;
      Value stem = dot ? py_text_bytes(path, (size_t)(dot - path)) : py_text(path), end = py_text(dot ? dot : "");
      Value pair = py_tuple_of(2, stem, end);
      py_drop(stem);
      py_drop(end);
      return pair;
    }
  }
}
static Value path_expanduser(const NativeRow *row, Value *arguments) {
  const char *path, *home = getenv("HOME");
  if (!py_as_text(arguments[0], &path)) return PY_ERROR;
  if (path[0] != '~' || (path[1] && path[1] != '/') || home == NULL) return py_text(path);
  return py_textf("%s%s", home, path + 1);
}
static Value path_abspath(const NativeRow *row, Value *arguments) {
  const char *path;
  if (!py_as_text(arguments[0], &path)) return PY_ERROR;
  if (path[0] == '/') return py_text(path);
  char *here = getcwd(NULL, 0);
  Value result = here ? py_textf("%s/%s", here, path) : py_raise(&py_OSError, "%s", strerror(errno));
  free(here);
  return result;
}
static Value os_getcwd(const NativeRow *row, Value *arguments) {
  char *here = getcwd(NULL, 0);
  Value result = here ? py_text(here) : py_raise(&py_OSError, "%s", strerror(errno));
  free(here);
  return result;
}
static Value os_getenv(const NativeRow *row, Value *arguments) {
  const char *name, *value;
  if (!py_as_text(arguments[0], &name)) return PY_ERROR;
  value = getenv(name);
  return value ? py_text(value) : py_keep(arguments[1]);
}
static Value os_makedirs(const NativeRow *row, Value *arguments) {
  const char *path;
  bool exist_ok;
  if (!py_as_text(arguments[0], &path) || !py_as_bool(arguments[2], &exist_ok)) return PY_ERROR;
  char *copy = core_strdup(path);
  if (copy == NULL) return py_raise(&py_MemoryError, "out of memory");
  int failed = 0;
  for (char *slash = strchr(copy + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = '\0';
    mkdir(copy, 0777);
    *slash = '/';
  }
  if (mkdir(copy, 0777) != 0 && !(errno == EEXIST && exist_ok)) failed = errno;
  core_free(copy);
  if (failed == 0) return PY_NONE;
  return py_raise(failed == EEXIST ? &py_FileExistsError : &py_OSError, "[Errno %d] %s: '%s'", failed, strerror(failed), path);
}

static const NativeRow path_rows[] = {
    {"join", "*paths", "Parts of a path joined.", path_join, NULL},
    {"exists", "path", "Whether there is such a file or folder.", path_test, "e"},
    {"isfile", "path", "Whether it is a file.", path_test, "f"},
    {"isdir", "s", "Whether it is a folder.", path_test, "d"},
    {"basename", "p", "The last part.", path_part, "b"},
    {"dirname", "p", "All but the last part.", path_part, "d"},
    {"splitext", "p", "The path and its extension.", path_part, "s"},
    {"expanduser", "path", "~ as the home folder.", path_expanduser, NULL},
    {"abspath", "path", "The path from the root.", path_abspath, NULL},
    {0},
};
static const NativeRow os_rows[] = {
    {"getcwd", "", "The current folder.", os_getcwd, NULL},
    {"getenv", "key, default=None", "A variable of the environment.", os_getenv, NULL},
    {"makedirs", "name, mode=511, exist_ok=False", "Makes a folder and those above it.", os_makedirs, NULL},
    {0},
};
extern char **environ;
static bool fill_os(Dict *dict) {
  Value variables = py_dict();
  if (py_is_error(variables)) return false;
  for (char **each = environ; *each; each++) {
    const char *equals = strchr(*each, '=');
    if (equals == NULL) continue;
    char *name = core_strndup(*each, (size_t)(equals - *each));
    bool good = name && py_dict_set_steal(py_as_dict(variables), name, py_text(equals + 1));
    core_free(name);
    if (!good) return false;
  }
  return py_dict_set_steal(dict, "environ", variables) && py_dict_set_steal(dict, "sep", py_text("/")) &&
         py_dict_set_steal(dict, "name", py_text("posix")) && py_dict_set_steal(dict, "linesep", py_text("\n"));
}

/* ---- time ---- */

static Value time_of(const NativeRow *row, Value *arguments) {
  struct timespec now;
  clock_gettime(*(const char *)row->data == 't' ? CLOCK_REALTIME : *(const char *)row->data == 'c' ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &now);
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
static const NativeRow time_rows[] = {
    {"time", "", "Seconds since 1970.", time_of, "t"},
    {"perf_counter|monotonic", "", "Seconds of a clock for durations.", time_of, "m"},
    {"process_time", "", "Seconds of processor time.", time_of, "c"},
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
  static const char *const features[] = {"print_function", "division", "absolute_import", "unicode_literals", "annotations", "generators", "with_statement"};
  for (size_t i = 0; i < sizeof features / sizeof *features; i++)
    if (!py_dict_set_name(dict, features[i], PY_TRUE)) return false;
  return true;
}

const ModuleRow standard_module_rows[] = {
    {.name = "math", .help = "Functions of numbers.", .functions = math_rows, .fill = fill_math},
    {.name = "sys", .help = "The interpreter.", .functions = sys_rows, .fill = fill_sys},
    {.name = "os", .help = "The operating system.", .functions = os_rows, .fill = fill_os},
    {.name = "os.path", .help = "Paths.", .functions = path_rows},
    {.name = "time", .help = "Clocks.", .functions = time_rows},
    {.name = "warnings", .help = "Warnings.", .functions = warnings_rows},
    {.name = "__future__", .help = "Features that are there already.", .fill = fill_future},
    {0},
};
