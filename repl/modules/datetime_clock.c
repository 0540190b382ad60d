/* datetime.datetime and the clock: now, seconds since 1970, what zones say, local time. */
#include <math.h>
#include <string.h>
#include <time.h>

#include "repl/modules/moments.h"

enum { EPOCH = 719163, FOLD = 86400 }; /* 1970-01-01 as a day; no clock is put back by more than a day */

/* Seconds of local time, counted as if it were UTC's, at a moment of UTC; -1 where C does not know it. */
static int64_t local_seconds(int64_t utc) {
  struct tm parts;
  time_t moment = (time_t)utc;
  if (!localtime_r(&moment, &parts)) return -1;
  return (moment_day_number(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday) - EPOCH) * 86400 +
         (parts.tm_hour * 60 + parts.tm_min) * 60 + parts.tm_sec;
}

/* The seconds of UTC at which clocks here show `shown`: of two, the one that fold means; in a gap, as before it. */
static int64_t utc_seconds(int64_t shown, int fold) {
  int64_t ahead = local_seconds(shown) - shown, first = shown - ahead, ahead_then;
  int64_t there = local_seconds(first);
  if (there == shown) {
    int64_t near = first + (fold ? FOLD : -FOLD);
    ahead_then = local_seconds(near) - near;
    if (ahead_then == ahead) return first;
  } else {
    ahead_then = there - first;
  }
  int64_t second = shown - ahead_then;
  if (local_seconds(second) == shown) return second;
  if (there == shown) return first;
  return (first < second) == (fold != 0) ? first : second;
}

/* Seconds since 1970 as whole seconds and microseconds, to the nearest, halves to even. */
static bool split_seconds(Value value, int64_t *seconds, int64_t *micro) {
  double real;
  *micro = 0;
  if (py_is(value, &py_float_type) || (value.tag == TAG_SCALAR && !py_is_integer(value))) {
    if (!py_as_double(value, &real)) return false;
    if (isnan(real)) {
      py_raise(&py_ValueError, "Invalid value NaN (not a number)");
      return false;
    }
    double whole, part = rint(modf(real, &whole) * 1e6);
    if (part >= 1e6) {
      part -= 1e6;
      whole += 1;
    } else if (part < 0) {
      part += 1e6;
      whole -= 1;
    }
    if (fabs(whole) >= 0x1p63) {
      py_raise(&py_OverflowError, "timestamp out of range for platform time_t");
      return false;
    }
    *seconds = (int64_t)whole;
    *micro = (int64_t)part;
    return true;
  }
  if (py_as_int(value, seconds)) return true;
  if (!py_pending_is(&py_OverflowError)) return false;
  py_clear_pending();
  py_raise(&py_OverflowError, "timestamp out of range for platform time_t");
  return false;
}

/* The moment in local time or in UTC, with a zone put in. */
static Value at_seconds(Type *type, int64_t seconds, int64_t micro, bool local, Value zone) {
  struct tm parts;
  time_t moment = (time_t)seconds;
  if (!(local ? localtime_r : gmtime_r)(&moment, &parts))
    return py_raise(&py_OverflowError, "timestamp out of range for platform time_t");
  const int64_t numbers[7] = {parts.tm_year + (int64_t)1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour,
                              parts.tm_min, parts.tm_sec < 59 ? parts.tm_sec : 59, micro};
  if (!moment_check_day(numbers)) return PY_ERROR;
  int fold = 0;
  if (local) {
    int64_t here = local_seconds(seconds), turn = here - local_seconds(seconds - FOLD) - FOLD;
    fold = turn < 0 && local_seconds(seconds + turn) == here;
  }
  return moment_of_parts(type, numbers, zone, fold);
}

static Value at_or_in(Value class, int64_t seconds, int64_t micro, bool utc, Value zone) {
  if (!zone_check(zone)) return PY_ERROR;
  if (py_is_none(zone)) return at_seconds(py_as_type(class), seconds, micro, !utc, PY_NONE);
  Value made = at_seconds(py_as_type(class), seconds, micro, false, zone);
  if (py_is_error(made)) return made;
  Value moved = py_call_method(zone, "fromutc", &made, 1);
  py_drop(made);
  return moved;
}

Value moment_fromtimestamp(const NativeRow *row, Value *arguments) {
  int64_t seconds, micro;
  bool utc = *(const char *)row->data == 'u';
  if (!utc && !zone_check(arguments[2])) return PY_ERROR;
  if (!split_seconds(arguments[1], &seconds, &micro)) return PY_ERROR;
  return at_or_in(arguments[0], seconds, micro, utc, utc ? PY_NONE : arguments[2]);
}

Value moment_now(const NativeRow *row, Value *arguments) {
  struct timespec now;
  char which = *(const char *)row->data;
  clock_gettime(CLOCK_REALTIME, &now);
  return at_or_in(arguments[0], now.tv_sec, now.tv_nsec / 1000, which == 'u', which == 'n' ? arguments[1] : PY_NONE);
}

static Value timestamp(const NativeRow *row, Value *arguments) {
  const Moment *m = as_moment(arguments[0]);
  bool known;
  int64_t offset, micro = moment_total(arguments[0]) - EPOCH * DAY_LENGTH;
  if (!zone_offset(m->zone, arguments[0], &known, &offset)) return PY_ERROR;
  if (known) {
    Value span = duration_of((Wide)micro - offset);
    Value made = py_is_error(span) ? span : py_call_method(span, "total_seconds", NULL, 0);
    py_drop(span);
    return made;
  }
  int64_t shown = (micro - m->clock.microsecond) / 1000000;
  return py_float((double)utc_seconds(shown, m->clock.fold) + m->clock.microsecond / 1e6);
}

/* The fixed zone that local time has at a moment of UTC. */
static Value local_zone(int64_t seconds) {
  struct tm parts;
  time_t moment = (time_t)seconds;
  if (!localtime_r(&moment, &parts)) return py_raise(&py_OverflowError, "timestamp out of range for platform time_t");
  Value offset = duration_of((Wide)parts.tm_gmtoff * 1000000), name = py_text(parts.tm_zone ? parts.tm_zone : "");
  Value made = py_is_error(offset) || py_is_error(name) ? PY_ERROR : zone_of(offset, name);
  py_drop(offset);
  py_drop(name);
  return made;
}

static Value astimezone(const NativeRow *row, Value *arguments) {
  Value self = arguments[0], zone = arguments[1];
  const Moment *m = as_moment(self);
  if (!zone_check(zone)) return PY_ERROR;
  if (!py_is_none(zone) && zone.as.object == m->zone.as.object && m->zone.tag == TAG_OBJECT) return py_keep(self);
  bool known;
  int64_t offset, total = moment_total(self);
  if (!zone_offset(m->zone, self, &known, &offset)) return PY_ERROR;
  if (!known) {
    int64_t shown = total / 1000000 - EPOCH * (int64_t)86400;
    offset = (shown - utc_seconds(shown, m->clock.fold)) * 1000000;
  }
  total -= offset;
  zone = py_is_none(zone) ? local_zone(total / 1000000 - EPOCH * (int64_t)86400) : py_keep(zone);
  if (py_is_error(zone)) return zone;
  Value moment = moment_of_total(py_type_of(self), total, zone, 0);
  Value made = py_is_error(moment) ? moment : py_call_method(zone, "fromutc", &moment, 1);
  py_drop(moment);
  py_drop(zone);
  return made;
}

static Value ask(const NativeRow *row, Value *arguments) {
  return zone_ask(as_moment(arguments[0])->zone, row->name, arguments[0]);
}
static Value name_of(const NativeRow *row, Value *arguments) {
  return zone_name(as_moment(arguments[0])->zone, arguments[0]);
}

/* A struct_time of microseconds since the day before the year 1. */
static Value parts_of_total(int64_t total, int saving) {
  int64_t number = total / DAY_LENGTH, seconds = total % DAY_LENGTH / 1000000, day[3];
  if (total < DAY_LENGTH || number > LAST_DAY) return moment_out_of_range();
  moment_day_parts(number, day);
  return clock_parts((int64_t[]){day[0], day[1], day[2], seconds / 3600, seconds / 60 % 60, seconds % 60,
                                 (number + 6) % 7, number - moment_day_number(day[0], 1, 1) + 1, saving});
}
static Value timetuple(const NativeRow *row, Value *arguments) {
  Value saving = zone_ask(as_moment(arguments[0])->zone, "dst", arguments[0]);
  if (py_is_error(saving)) return saving;
  int flag = py_is_none(saving) ? -1 : duration_total(saving) != 0;
  py_drop(saving);
  return parts_of_total(moment_total(arguments[0]), flag);
}
static Value utctimetuple(const NativeRow *row, Value *arguments) {
  bool known;
  int64_t offset;
  if (!zone_offset(as_moment(arguments[0])->zone, arguments[0], &known, &offset)) return PY_ERROR;
  return parts_of_total(moment_total(arguments[0]) - offset, 0);
}

const NativeRow moment_clock_methods[] = {
    {"utcoffset", "self, /", "How far the zone is before UTC, or None.", ask, NULL},
    {"dst", "self, /", "How much of that is daylight saving, or None.", ask, NULL},
    {"tzname", "self, /", "The zone's name, or None.", name_of, NULL},
    {"timestamp", "self, /", "Seconds since 1970.", timestamp, NULL},
    {"astimezone", "self, tz=None", "The same moment in another zone.", astimezone, NULL},
    {"timetuple", "self, /", "The moment as a struct_time.", timetuple, NULL},
    {"utctimetuple", "self, /", "The moment in UTC as a struct_time.", utctimetuple, NULL},
    {0}};
