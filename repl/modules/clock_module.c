/* Python's time. */
#include <errno.h>
#include <math.h>
#include <string.h>
#include <time.h>

#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "repl/language/thread.h"
#include "repl/modules/builtins.h"
#include "repl/modules/moments.h"
#include "repl/modules/record.h"

static const RecordRow parts_row = {
    "tm_year|tm_mon|tm_mday|tm_hour|tm_min|tm_sec|tm_wday|tm_yday|tm_isdst|tm_zone|tm_gmtoff", 9, 11};
static Type parts_type = RECORD_TYPE("struct_time", "time", "A time by its parts.", &parts_row);

static Value parts_value(const struct tm *when) {
  Value items[11] = {py_int(when->tm_year + 1900),
                     py_int(when->tm_mon + 1),
                     py_int(when->tm_mday),
                     py_int(when->tm_hour),
                     py_int(when->tm_min),
                     py_int(when->tm_sec),
                     py_int((when->tm_wday + 6) % 7),
                     py_int(when->tm_yday + 1),
                     py_int(when->tm_isdst),
                     py_text(when->tm_zone ? when->tm_zone : ""),
                     py_int(when->tm_gmtoff)};
  return record_new(&parts_type, items);
}

Value clock_parts(const int64_t parts[9]) {
  Value items[11];
  for (int i = 0; i < 9; i++) items[i] = py_int(parts[i]);
  items[9] = items[10] = PY_NONE;
  return record_new(&parts_type, items);
}

/* The clock of a row: its letter, 'n' behind it for nanoseconds. */
static Value time_of(const NativeRow *row, Value *arguments) {
  struct timespec now;
  const char *which = row->data;
  clock_gettime(*which == 't'   ? CLOCK_REALTIME
                : *which == 'c' ? CLOCK_PROCESS_CPUTIME_ID
                : *which == 'h' ? CLOCK_THREAD_CPUTIME_ID
                                : CLOCK_MONOTONIC,
                &now);
  if (which[1] == 'n') return py_int((int64_t)now.tv_sec * 1000000000 + now.tv_nsec);
  return py_float((double)now.tv_sec + (double)now.tv_nsec * 1e-9);
}
/* A number of seconds; the error is worded as for an integer, as CPython has it. */
static bool seconds_of(Value value, double *out) {
  if (py_is_number(value)) return py_as_double(value, out);
  int64_t whole;
  if (!py_as_int(value, &whole)) return false;
  *out = (double)whole;
  return true;
}
/* Sleeps in parts, so that Ctrl-C ends it. */
static Value time_sleep(const NativeRow *row, Value *arguments) {
  double seconds;
  if (!seconds_of(arguments[0], &seconds)) return PY_ERROR;
  if (isnan(seconds)) return py_raise(&py_ValueError, "Invalid value NaN (not a number)");
  if (seconds > (double)INT64_MAX / 1e9) /* nanoseconds are counted in 64 bits */
    return py_raise(&py_OverflowError, py_is_integer(arguments[0]) ? "timestamp too large to convert to C _PyTime_t"
                                                                   : "timestamp out of range for platform time_t");
  if (!(seconds >= 0)) return py_raise(&py_ValueError, "sleep length must be non-negative");
  sink_flush(&py_stdout);
  while (seconds > 0) {
    double part = seconds < 0.05 ? seconds : 0.05;
    struct timespec pause = {.tv_nsec = (long)(part * 1e9)};
    lang_release();
    nanosleep(&pause, NULL);
    lang_acquire();
    if (lang_thread_number() == 0 && core_interrupt_take()) return py_raise(&py_KeyboardInterrupt, "%s", "");
    seconds -= part;
  }
  return PY_NONE;
}
/* The moment of an argument (seconds since 1970), or now. */
static bool parts_at(Value value, struct tm *out, bool local) {
  double seconds = (double)time(NULL);
  if (!py_is_none(value) && !seconds_of(value, &seconds)) return false;
  if (isnan(seconds)) {
    py_raise(&py_ValueError, "Invalid value NaN (not a number)");
    return false;
  }
  if (fabs(seconds) >= 0x1p63) {
    py_raise(&py_OverflowError, "timestamp out of range for platform time_t");
    return false;
  }
  time_t whole = (time_t)floor(seconds);
  if ((local ? localtime_r : gmtime_r)(&whole, out) != NULL) return true;
  builtins_os_error_of(PY_UNDEFINED, PY_UNDEFINED);
  return false;
}
/* The parts of a tuple of nine, or now. */
static bool parts_of(Value value, struct tm *out) {
  if (py_is_undefined(value) || py_is_none(value)) return parts_at(PY_NONE, out, true);
  if (!py_is_tuple(value)) {
    py_raise(&py_TypeError, "Tuple or struct_time argument required");
    return false;
  }
  Tuple *tuple = py_as_tuple(value);
  int64_t parts[9];
  if (tuple->count != 9) {
    py_raise(&py_TypeError, "strftime(): illegal time tuple argument");
    return false;
  }
  for (int i = 0; i < 9; i++) {
    if (!py_as_int(tuple->items[i], &parts[i])) return false;
    if (parts[i] == (int)parts[i]) continue;
    py_raise(&py_OverflowError, "signed integer is %s", parts[i] < 0 ? "less than minimum" : "greater than maximum");
    return false;
  }
  static const struct {
    int index;
    int64_t low, high;
    const char *text;
  } limits[] = {{1, 0, 12, "month out of range"},        {2, 0, 31, "day of month out of range"},
                {3, 0, 23, "hour out of range"},         {4, 0, 59, "minute out of range"},
                {5, 0, 61, "seconds out of range"},      {7, 0, 366, "day of year out of range"}};
  for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
    int64_t part = parts[limits[i].index];
    if (part >= limits[i].low && part <= limits[i].high) continue;
    py_raise(&py_ValueError, "%s", limits[i].text);
    return false;
  }
  *out = (struct tm){.tm_year = (int)parts[0] - 1900,
                     .tm_mon = (int)(parts[1] ? parts[1] - 1 : 0),
                     .tm_mday = (int)(parts[2] ? parts[2] : 1),
                     .tm_hour = (int)parts[3],
                     .tm_min = (int)parts[4],
                     .tm_sec = (int)parts[5],
                     .tm_wday = (int)((parts[6] + 1) % 7),
                     .tm_yday = (int)(parts[7] ? parts[7] - 1 : 0),
                     .tm_isdst = (int)parts[8]};
  struct tm zoned = *out;
  mktime(&zoned);
  out->tm_zone = zoned.tm_zone;
  out->tm_gmtoff = zoned.tm_gmtoff;
  return true;
}
static Value time_parts(const NativeRow *row, Value *arguments) {
  struct tm when;
  return parts_at(arguments[0], &when, *(const char *)row->data == 'l') ? parts_value(&when) : PY_ERROR;
}
static Value time_mktime(const NativeRow *row, Value *arguments) {
  struct tm when;
  if (py_is_none(arguments[0])) return py_raise(&py_TypeError, "Tuple or struct_time argument required");
  if (!parts_of(arguments[0], &when)) return PY_ERROR;
  return py_float((double)mktime(&when));
}
static Value time_strftime(const NativeRow *row, Value *arguments) {
  const char *format;
  struct tm when;
  if (!py_is_str(arguments[0]))
    return py_raise(&py_TypeError, "strftime() argument 1 must be str, not %s", py_type_of(arguments[0])->name);
  if (!py_as_text(arguments[0], &format) || !parts_of(arguments[1], &when)) return PY_ERROR;
  size_t room = strlen(format) * 64 + 64;
  char *text = core_alloc(room);
  if (text == NULL) return py_raise(&py_MemoryError, "out of memory");
  size_t length = strftime(text, room, format, &when);
  Value made = py_text_bytes(text, length);
  core_free(text);
  return made;
}
/* ctime of seconds, asctime of parts. */
static Value time_text(const NativeRow *row, Value *arguments) {
  struct tm when;
  char text[64];
  bool known = *(const char *)row->data == 'c' ? parts_at(arguments[0], &when, true) : parts_of(arguments[0], &when);
  if (!known) return PY_ERROR;
  size_t length = strftime(text, sizeof text, "%a %b %e %H:%M:%S %Y", &when);
  return py_text_bytes(text, length);
}
static Value time_tzset(const NativeRow *row, Value *arguments) {
  tzset();
  return PY_NONE;
}
static const NativeRow time_rows[] = {
    {"time", "", "Seconds since 1970.", time_of, "t"},
    {"time_ns", "", "Nanoseconds since 1970.", time_of, "tn"},
    {"perf_counter|monotonic", "", "Seconds of a clock for durations.", time_of, "m"},
    {"perf_counter_ns|monotonic_ns", "", "Nanoseconds of a clock for durations.", time_of, "mn"},
    {"process_time", "", "Seconds of processor time.", time_of, "c"},
    {"process_time_ns", "", "Nanoseconds of processor time.", time_of, "cn"},
    {"thread_time", "", "Seconds of this thread's processor time.", time_of, "h"},
    {"localtime", "seconds=None, /", "A time by its parts, where we are.", time_parts, "l"},
    {"gmtime", "seconds=None, /", "A time by its parts, in UTC.", time_parts, "g"},
    {"mktime", "tuple, /", "Parts as seconds since 1970.", time_mktime, NULL},
    {"strftime", "format, tuple=..., /", "A time by a format such as '%Y-%m-%d'.", time_strftime, NULL},
    {"asctime", "tuple=..., /", "A time's parts as text.", time_text, "a"},
    {"ctime", "secs=None, /", "A time as text.", time_text, "c"},
    {"tzset", "", "Reads the variable TZ again.", time_tzset, NULL},
    {"sleep", "seconds, /", "Waits.", time_sleep, NULL},
    {0},
};

/* Reading a time from text is written in the language. */
static Value time_find(String *name) {
  if (strcmp(name->data, "strptime") != 0) return PY_UNDEFINED;
  Value module = modules_import("_strptime");
  if (py_is_error(module)) return module;
  Value found = py_getattr_c(module, "struct_time_of");
  py_drop(module);
  return found;
}
static void time_names(void (*each)(void *context, const char *name), void *context) { each(context, "strptime"); }

static bool fill_time(Dict *dict) {
  tzset();
  Value names = py_tuple(2);
  if (py_is_error(names)) return false;
  py_as_tuple(names)->items[0] = py_text(tzname[0]);
  py_as_tuple(names)->items[1] = py_text(tzname[1]);
  return py_dict_set_steal(dict, "timezone", py_int(timezone)) &&
         py_dict_set_steal(dict, "altzone", py_int(daylight ? timezone - 3600 : timezone)) &&
         py_dict_set_steal(dict, "daylight", py_int(daylight)) && py_dict_set_steal(dict, "tzname", names);
}
static Type *const types[] = {&parts_type, NULL};

const ModuleRow clock_module_rows[] = {{.name = "time", .help = "Clocks.", .functions = time_rows, .types = types,
                                        .fill = fill_time, .find = time_find, .names = time_names},
                                       {0}};
