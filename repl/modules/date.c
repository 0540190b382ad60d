/* datetime.date: days of the calendar. */
#include <string.h>

#include "repl/modules/moments.h"
#include "repl/modules/record.h"

static Value construct(Type *type, Value *arguments) {
  int64_t parts[3];
  const unsigned char *state = moment_state(arguments[0], 4, 2, 13);
  if (state && arguments[1].tag == TAG_UNDEFINED) {
    parts[0] = state[0] << 8 | state[1];
    parts[1] = state[2];
    parts[2] = state[3];
  } else {
    static const char *const names[] = {"year", "month", "day"};
    for (int i = 0; i < 3; i++) {
      if (arguments[i].tag == TAG_UNDEFINED)
        return py_raise(&py_TypeError, "function missing required argument '%s' (pos %d)", names[i], i + 1);
      if (!moment_whole(arguments[i], &parts[i])) return PY_ERROR;
    }
  }
  if (!moment_check_day(parts)) return PY_ERROR;
  Day *made = py_new(type);
  if (!made) return PY_ERROR;
  made->year = (int16_t)parts[0];
  made->month = (uint8_t)parts[1];
  made->day = (uint8_t)parts[2];
  return py_object(made);
}

/* A date of parts that are one. A class of the program's is called. */
static Value of_parts(Type *type, const int64_t parts[3]) {
  Value arguments[3] = {py_int(parts[0]), py_int(parts[1]), py_int(parts[2])};
  if (type == &day_type) return construct(type, arguments);
  Value class = py_type_value(type), made = py_call_values(class, arguments, 3);
  py_drop(class);
  return made;
}

Value day_of_number(Type *type, int64_t number) {
  int64_t parts[3];
  if (number < 1 || number > LAST_DAY) return moment_out_of_range();
  moment_day_parts(number, parts);
  return of_parts(type, parts);
}

/* ---- Operators ---- */

static Value binary(BinaryOp op, Value a, Value b) {
  if (op != OP_ADD && op != OP_SUB) return PY_NOT_IMPLEMENTED;
  if (op == OP_ADD && is_duration(a)) {
    Value swapped = a;
    a = b;
    b = swapped;
  }
  if (!is_day(a)) return PY_NOT_IMPLEMENTED;
  if (is_duration(b)) {
    int64_t days = as_duration(b)->days;
    return day_of_number(py_type_of(a), day_number(a) + (op == OP_ADD ? days : -days));
  }
  if (op != OP_SUB || !is_day(b) || is_moment(a) || is_moment(b)) return PY_NOT_IMPLEMENTED;
  return duration_of((Wide)(day_number(a) - day_number(b)) * DAY_LENGTH);
}

static Value compare(CompareOp op, Value a, Value b) {
  if (!is_day(a) || !is_day(b) || is_moment(a) || is_moment(b)) return PY_NOT_IMPLEMENTED;
  int64_t x = day_number(a), y = day_number(b);
  return py_from_order(op, (x > y) - (x < y));
}

static bool hash(Value self, uint64_t *out) {
  *out = (uint64_t)day_number(self) * 0x9E3779B97F4A7C15u >> 3;
  return true;
}

/* ---- Texts ---- */

static Value repr(Value self) {
  const Day *d = as_day(self);
  return py_textf("%s(%d, %d, %d)", py_type_label(py_type_of(self)), d->year, d->month, d->day);
}
static Value isoformat(const NativeRow *row, Value *arguments) {
  Text text = {0};
  text_add_day(&text, as_day(arguments[0]));
  return py_text_take(&text);
}
static Value str(Value self) {
  if (py_type_of(self) == &day_type) return isoformat(NULL, &self);
  return py_call_method(self, "isoformat", NULL, 0);
}
static Value format(Value self, const char *spec, size_t length) {
  if (length == 0) return py_str(self);
  Value text = py_text_bytes(spec, length);
  Value made = py_is_error(text) ? text : py_call_method(self, "strftime", &text, 1);
  py_drop(text);
  return made;
}
static Value call_strftime(const NativeRow *row, Value *arguments) {
  return moment_strftime(arguments[0], arguments[1]);
}

static int weekday_of(Value self) { return (int)((day_number(self) + 6) % 7); }
static const char *const day_names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
static const char *const month_names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
static Value ctime_of(const NativeRow *row, Value *arguments) {
  const Day *d = as_day(arguments[0]);
  static const Clock midnight = {0};
  const Clock *c = is_moment(arguments[0]) ? &as_moment(arguments[0])->clock : &midnight;
  return py_textf("%s %s %2d %02d:%02d:%02d %04d", day_names[weekday_of(arguments[0])], month_names[d->month - 1],
                  d->day, c->hour, c->minute, c->second, d->year);
}

/* ---- The calendar ---- */

static Value toordinal(const NativeRow *row, Value *arguments) { return py_int(day_number(arguments[0])); }
static Value weekday(const NativeRow *row, Value *arguments) { return py_int(weekday_of(arguments[0])); }
static Value isoweekday(const NativeRow *row, Value *arguments) { return py_int(weekday_of(arguments[0]) + 1); }

static const RecordRow iso_row = {"year|week|weekday", 3, 3};
static Type iso_type = RECORD_TYPE("IsoCalendarDate", "datetime", "A day by year, week and day of the week.", &iso_row);

static Value isocalendar(const NativeRow *row, Value *arguments) {
  int64_t number = day_number(arguments[0]), year = as_day(arguments[0])->year;
  int64_t start = moment_iso_start(year);
  if (number < start) {
    start = moment_iso_start(--year);
  } else if (number >= moment_iso_start(year + 1)) {
    start = moment_iso_start(++year);
  }
  Value items[3] = {py_int(year), py_int((number - start) / 7 + 1), py_int((number - start) % 7 + 1)};
  return record_new(&iso_type, items);
}

static Value timetuple(const NativeRow *row, Value *arguments) {
  const Day *d = as_day(arguments[0]);
  int64_t number = day_number(arguments[0]);
  return clock_parts((int64_t[]){d->year, d->month, d->day, 0, 0, 0, (number + 6) % 7,
                                 number - moment_day_number(d->year, 1, 1) + 1, -1});
}

static Value replace(const NativeRow *row, Value *arguments) {
  const Day *d = as_day(arguments[0]);
  int64_t parts[3] = {d->year, d->month, d->day};
  for (int i = 0; i < 3; i++)
    if (arguments[i + 1].tag != TAG_UNDEFINED && !moment_whole(arguments[i + 1], &parts[i])) return PY_ERROR;
  return moment_check_day(parts) ? of_parts(py_type_of(arguments[0]), parts) : PY_ERROR;
}

static Value reduce(const NativeRow *row, Value *arguments) {
  const Day *d = as_day(arguments[0]);
  const unsigned char bytes[4] = {(unsigned char)(d->year >> 8), (unsigned char)d->year, d->month, d->day};
  return moment_reduced(arguments[0], bytes, sizeof bytes, PY_NONE);
}

/* ---- Of the class ---- */

static Value fromordinal(const NativeRow *row, Value *arguments) {
  int64_t parts[3];
  return moment_read_ordinal(arguments[1], parts) ? of_parts(py_as_type(arguments[0]), parts) : PY_ERROR;
}

static Value fromisoformat(const NativeRow *row, Value *arguments) {
  int64_t parts[3];
  if (!py_is_str(arguments[1])) return py_raise(&py_TypeError, "fromisoformat: argument must be str");
  const String *text = py_as_string(arguments[1]);
  if (!moment_read_day(text->data, (size_t)text->length, parts)) {
    Value shown = py_repr(arguments[1]);
    if (!py_is_error(shown)) py_raise(&py_ValueError, "Invalid isoformat string: %s", py_as_string(shown)->data);
    py_drop(shown);
    return PY_ERROR;
  }
  return moment_check_day(parts) ? of_parts(py_as_type(arguments[0]), parts) : PY_ERROR;
}

static Value fromisocalendar(const NativeRow *row, Value *arguments) {
  int64_t year, week, day;
  if (!moment_whole(arguments[1], &year) || !moment_whole(arguments[2], &week) || !moment_whole(arguments[3], &day)) {
    if (!py_pending_is(&py_OverflowError)) return PY_ERROR;
    py_clear_pending();
    return py_raise(&py_ValueError, "ISO calendar component out of range");
  }
  if (year < 1 || year > 9999) return py_raise(&py_ValueError, "Year is out of range: %lld", (long long)year);
  int64_t start = moment_iso_start(year), weeks = (moment_iso_start(year + 1) - start) / 7;
  if (week < 1 || week > weeks) return py_raise(&py_ValueError, "Invalid week: %lld", (long long)week);
  if (day < 1 || day > 7) return py_raise(&py_ValueError, "Invalid day: %lld (range is [1, 7])", (long long)day);
  int64_t parts[3];
  moment_day_parts(start + (week - 1) * 7 + day - 1, parts);
  return moment_check_day(parts) ? of_parts(py_as_type(arguments[0]), parts) : PY_ERROR;
}

/* Local time is asked of the module time, whose errors are CPython's. */
static Value fromtimestamp(const NativeRow *row, Value *arguments) {
  Value module = modules_import("time");
  Value now = py_is_error(module) ? module : py_call_method(module, "localtime", &arguments[1], 1);
  py_drop(module);
  if (py_is_error(now)) return now;
  int64_t parts[3];
  for (int i = 0; i < 3; i++) parts[i] = py_as_tuple(now)->items[i].as.integer;
  py_drop(now);
  return moment_check_day(parts) ? of_parts(py_as_type(arguments[0]), parts) : PY_ERROR;
}
static Value today(const NativeRow *row, Value *arguments) {
  Value module = modules_import("time");
  Value now = py_is_error(module) ? module : py_call_method(module, "time", NULL, 0);
  py_drop(module);
  return py_is_error(now) ? now : py_call_method(arguments[0], "fromtimestamp", &now, 1);
}

static Value get_year(Value self) { return py_int(as_day(self)->year); }
static Value get_month(Value self) { return py_int(as_day(self)->month); }
static Value get_day(Value self) { return py_int(as_day(self)->day); }
static const PropertyRow properties[] = {
    {"year", "the year", get_year, NULL},
    {"month", "1 to 12", get_month, NULL},
    {"day", "1 to 31", get_day, NULL},
    {0}};
static const NativeRow methods[] = {
    {"toordinal", "self, /", "The number of days since the year 1.", toordinal, NULL},
    {"weekday", "self, /", "The day of the week: Monday is 0.", weekday, NULL},
    {"isoweekday", "self, /", "The day of the week: Monday is 1.", isoweekday, NULL},
    {"isocalendar", "self, /", "Year, week and day of the week.", isocalendar, NULL},
    {"isoformat", "self, /", "The day as '2024-01-31'.", isoformat, NULL},
    {"ctime", "self, /", "The day as text.", ctime_of, NULL},
    {"timetuple", "self, /", "The day as a struct_time.", timetuple, NULL},
    {"strftime", "self, format", "The day by a format such as '%d.%m.%Y'.", call_strftime, NULL},
    {"replace", "self, year=..., month=..., day=...", "The day with some parts replaced.", replace, NULL},
    {"__reduce__", "self, /", "The class and the arguments that make it again.", reduce, NULL},
    {"__reduce_ex__", "self, protocol, /", "The same for each protocol.", reduce, NULL},
    {0}};
static const NativeRow statics[] = {
    {"today", "cls, /", "The day today.", today, NULL},
    {"fromtimestamp", "cls, timestamp, /", "The day of a number of seconds since 1970.", fromtimestamp, NULL},
    {"fromordinal", "cls, n, /", "The day of a number of days since the year 1.", fromordinal, NULL},
    {"fromisoformat", "cls, date_string, /", "The day of a text such as '2024-01-31'.", fromisoformat, NULL},
    {"fromisocalendar", "cls, year, week, day", "The day of a week of a year.", fromisocalendar, NULL},
    {0}};

Type day_type = {.name = "date", .module = "datetime", .help = "A day.", .size = sizeof(Day),
                 .signature = "year=..., month=..., day=...", .construct = construct, .binary = binary,
                 .compare = compare, .hash = hash, .repr = repr, .str = str, .format = format,
                 .properties = properties, .methods = methods, .statics = statics};

bool day_fill(void) {
  py_type_ready(&day_type);
  return py_dict_set_steal(day_type.dict, "min", day_of_number(&day_type, 1)) &&
         py_dict_set_steal(day_type.dict, "max", day_of_number(&day_type, LAST_DAY)) &&
         py_dict_set_steal(day_type.dict, "resolution", duration_of(DAY_LENGTH));
}
