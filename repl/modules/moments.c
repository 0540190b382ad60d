/* What is done most with datetime's days and moments, whose classes are written in the language (python/datetime.py):
 * they as numbers, and made of numbers. The parts lie in the instances' dicts. */
#include "repl/modules/moments.h"

#include "repl/types/protocol.h"

static const char *const names[] = {"_year", "_month", "_day", "_hour", "_minute", "_second", "_microsecond"};
enum { DAY_PARTS = 3, PARTS = 7 };

static String *name_of(int part) {
  static String *interned[PARTS];
  if (!interned[part]) interned[part] = py_intern(names[part]);
  return interned[part];
}

/* The first `count` parts of an instance; false with an exception pending. */
static bool read_parts(Value self, int count, int64_t *parts) {
  Dict *dict = self.tag == TAG_OBJECT ? py_instance_dict(self.as.object, false) : NULL;
  for (int i = 0; i < count; i++) {
    Value part = dict ? py_dict_find_name(dict, name_of(i)) : PY_UNDEFINED;
    if (part.tag != TAG_INT) {
      py_raise(&py_TypeError, "a date without its parts");
      return false;
    }
    parts[i] = part.as.integer;
  }
  return true;
}

static Value with_parts(Value class, int count, const int64_t *parts) {
  if (!py_is_type(class)) return py_raise(&py_TypeError, "a class is wanted");
  Value made = py_object(py_new(py_as_type(class)));
  Dict *dict = py_is_error(made) ? NULL : py_instance_dict(made.as.object, true);
  bool good = dict != NULL;
  for (int i = 0; good && i < count; i++)
    good = py_dict_set(dict, (Value){.tag = TAG_OBJECT, .as.object = &name_of(i)->head}, py_int(parts[i]));
  if (good) return made;
  if (!py_is_error(made)) py_drop(made);
  return PY_ERROR;
}

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

enum { LAST_DAY = 3652059 };
static const int64_t day_length = 86400000000;

static Value call_day_of(const NativeRow *row, Value *arguments) {
  int64_t parts[PARTS];
  if (!read_parts(arguments[0], DAY_PARTS, parts)) return PY_ERROR;
  return py_int(moment_day_number(parts[0], parts[1], parts[2]));
}
static Value call_micro_of(const NativeRow *row, Value *arguments) {
  int64_t parts[PARTS];
  if (!read_parts(arguments[0], PARTS, parts)) return PY_ERROR;
  int64_t day = moment_day_number(parts[0], parts[1], parts[2]);
  return py_int((((day * 24 + parts[3]) * 60 + parts[4]) * 60 + parts[5]) * 1000000 + parts[6]);
}

static Value out_of_range(void) { return py_raise(&py_OverflowError, "date value out of range"); }

static Value call_new_date(const NativeRow *row, Value *arguments) {
  int64_t number, parts[PARTS];
  if (!py_as_int(arguments[1], &number)) return PY_ERROR;
  if (number < 1 || number > LAST_DAY) return out_of_range();
  moment_day_parts(number, parts);
  return with_parts(arguments[0], DAY_PARTS, parts);
}
static Value call_new_datetime(const NativeRow *row, Value *arguments) {
  if (arguments[1].tag != TAG_INT) return out_of_range();
  int64_t total = arguments[1].as.integer, parts[PARTS], day = total / day_length, rest = total % day_length;
  if (rest < 0 || day < 1 || day > LAST_DAY) return out_of_range();
  moment_day_parts(day, parts);
  parts[6] = rest % 1000000;
  rest /= 1000000;
  parts[5] = rest % 60;
  parts[4] = rest / 60 % 60;
  parts[3] = rest / 3600;
  Value made = with_parts(arguments[0], PARTS, parts);
  if (py_is_error(made)) return made;
  Dict *dict = py_instance_dict(made.as.object, true);
  if (dict && py_dict_set_name(dict, "_tzinfo", arguments[2]) && py_dict_set_name(dict, "_fold", py_int(0)))
    return made;
  py_drop(made);
  return PY_ERROR;
}

const NativeRow moment_functions[] = {
    {"day_of", "day, /", "The number of a date, counted from the year 1.", call_day_of, NULL},
    {"micro_of", "moment, /", "Microseconds of a datetime since the day before the year 1.", call_micro_of, NULL},
    {"new_date", "cls, number, /", "The date of a number, of just this class.", call_new_date, NULL},
    {"new_datetime", "cls, micro, tzinfo, /", "The datetime of microseconds, of just this class.", call_new_datetime,
     NULL},
    {0}};
