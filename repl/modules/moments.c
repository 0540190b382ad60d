/* Days as numbers, and the parts of dates and times as arguments. */
#include "repl/modules/moments.h"

#include <limits.h>

bool moment_is_leap(int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

const int16_t moment_days_before[2][13] = {{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365},
                                           {0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366}};

int64_t moment_day_number(int64_t year, int64_t month, int64_t day) {
  int64_t past = year - 1;
  return past * 365 + past / 4 - past / 100 + past / 400 + moment_days_before[moment_is_leap(year)][month - 1] + day;
}

void moment_day_parts(int64_t number, int64_t parts[3]) {
  int64_t year = (number - 1) * 400 / 146097 + 1;
  while (moment_day_number(year, 1, 1) > number) year--;
  while (moment_day_number(year + 1, 1, 1) <= number) year++;
  const int16_t *before = moment_days_before[moment_is_leap(year)];
  int64_t day = number - moment_day_number(year, 1, 1), month = day / 31 + 1;
  while (before[month] <= day) month++;
  parts[0] = year;
  parts[1] = month;
  parts[2] = day - before[month - 1] + 1;
}

/* The week of January the fourth is the first. */
int64_t moment_iso_start(int64_t year) {
  int64_t fourth = moment_day_number(year, 1, 4);
  return fourth - (fourth + 6) % 7;
}

bool moment_whole(Value value, int64_t *out) {
  if (value.tag != TAG_INT && !py_as_int(value, out)) return false;
  if (value.tag == TAG_INT) *out = value.as.integer;
  if (*out >= INT_MIN && *out <= INT_MAX) return true;
  py_raise(&py_OverflowError, "signed integer is %s", *out < 0 ? "less than minimum" : "greater than maximum");
  return false;
}

static bool refuse_year(int64_t year) {
  py_raise(&py_ValueError, "year %lld is out of range", (long long)year);
  return false;
}

bool moment_check_day(const int64_t parts[3]) {
  if (parts[0] < 1 || parts[0] > 9999) return refuse_year(parts[0]);
  const int16_t *before = moment_days_before[moment_is_leap(parts[0])];
  if (parts[1] < 1 || parts[1] > 12) {
    py_raise(&py_ValueError, "month must be in 1..12");
    return false;
  }
  if (parts[2] >= 1 && parts[2] <= before[parts[1]] - before[parts[1] - 1]) return true;
  py_raise(&py_ValueError, "day is out of range for month");
  return false;
}

bool moment_check_clock(const int64_t parts[4], int64_t fold) {
  static const struct {
    int64_t most;
    const char *text;
  } limits[] = {{23, "hour must be in 0..23"},
                {59, "minute must be in 0..59"},
                {59, "second must be in 0..59"},
                {999999, "microsecond must be in 0..999999"}};
  for (int i = 0; i < 4; i++) {
    if (parts[i] >= 0 && parts[i] <= limits[i].most) continue;
    py_raise(&py_ValueError, "%s", limits[i].text);
    return false;
  }
  if (fold == 0 || fold == 1) return true;
  py_raise(&py_ValueError, "fold must be either 0 or 1");
  return false;
}

Value moment_out_of_range(void) { return py_raise(&py_OverflowError, "date value out of range"); }

/* Python 2 wrote the bytes as a str, which is read as one of characters below 256. */
static const unsigned char *state_of_text(const String *text, int64_t size) {
  static unsigned char bytes[16];
  if (text->count != size || size > (int64_t)sizeof bytes) return NULL;
  const unsigned char *at = (const unsigned char *)text->data;
  for (int64_t i = 0; i < size; i++, at++) {
    if (*at >= 0xC4) return NULL;
    bytes[i] = *at;
    if (*at >= 0xC2) {
      bytes[i] = (unsigned char)(*at << 6 | (at[1] & 0x3F));
      at++;
    }
  }
  return bytes;
}

const unsigned char *moment_state(Value argument, int64_t size, int place, int most) {
  const unsigned char *bytes = NULL;
  if (py_is_bytes(argument) && py_as_bytes(argument)->count == size)
    bytes = (const unsigned char *)py_as_bytes(argument)->data;
  else if (py_is_str(argument))
    bytes = state_of_text(py_as_string(argument), size);
  return bytes && bytes[place] < most ? bytes : NULL;
}

Value moment_reduced(Value self, const unsigned char *bytes, size_t size, Value zone) {
  Value state = py_bytes((const char *)bytes, size), type = py_type_value(py_type_of(self));
  Value arguments = py_is_error(state) ? state : py_tuple_of(py_is_none(zone) ? 1 : 2, state, zone);
  Value made = py_is_error(arguments) ? arguments : py_tuple_of(2, type, arguments);
  py_drop(type);
  py_drop(state);
  if (!py_is_error(arguments)) py_drop(arguments);
  return made;
}

/* ---- For what is written in the language: _strptime, calendar ---- */

static Value call_ordinal(const NativeRow *row, Value *arguments) {
  int64_t parts[3];
  for (int i = 0; i < 3; i++)
    if (!moment_whole(arguments[i], &parts[i])) return PY_ERROR;
  return moment_check_day(parts) ? py_int(moment_day_number(parts[0], parts[1], parts[2])) : PY_ERROR;
}
bool moment_read_ordinal(Value value, int64_t parts[3]) {
  int64_t number;
  if (!moment_whole(value, &number)) return false;
  if (number < 1) {
    py_raise(&py_ValueError, "ordinal must be >= 1");
    return false;
  }
  moment_day_parts(number, parts);
  return parts[0] <= 9999 || refuse_year(parts[0]);
}
static Value call_from_ordinal(const NativeRow *row, Value *arguments) {
  int64_t parts[3];
  if (!moment_read_ordinal(arguments[0], parts)) return PY_ERROR;
  return py_tuple_of(3, py_int(parts[0]), py_int(parts[1]), py_int(parts[2]));
}
static const NativeRow functions[] = {
    {"ordinal", "year, month, day, /", "The number of a day, counted from the year 1.", call_ordinal, NULL},
    {"from_ordinal", "n, /", "Year, month and day of a number.", call_from_ordinal, NULL},
    {0}};

static bool fill(Dict *dict) {
  if (!duration_fill() || !day_fill() || !daytime_fill() || !zone_fill() || !moment_fill()) return false;
  static const char *const names[] = {"date",     "datetime", "time",    "timedelta", "timezone",
                                      "tzinfo", "MINYEAR",  "MAXYEAR", "UTC"};
  const int count = sizeof names / sizeof *names;
  Value all = py_tuple(count), utc = zone_utc();
  if (py_is_error(all)) return false;
  for (int i = 0; i < count; i++) py_as_tuple(all)->items[i] = py_text(names[i]);
  return py_dict_set_steal(dict, "__all__", all) && py_dict_set_name(dict, "MINYEAR", py_int(1)) &&
         py_dict_set_name(dict, "MAXYEAR", py_int(9999)) &&
         py_dict_set_steal(dict, "UTC", utc);
}
static Type *const types[] = {&day_type, &moment_type, &daytime_type, &duration_type, &zone_base_type, &zone_type,
                              NULL};

const ModuleRow duration_module_rows[] = {
    {.name = "_moments", .help = "Days as numbers.", .functions = functions},
    {.name = "datetime", .help = "Dates, times and durations.", .types = types, .fill = fill},
    {0}};
