#include "engine/array/times.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "engine/array/cast.h"
#include "engine/array/complex.h"
#include "engine/array/record.h"

static const char *const units[ND_UNIT_COUNT] = {"Y",  "M",  "W",  "D",  "h",  "m",  "s",
                                                 "ms", "us", "ns", "ps", "fs", "as", "generic"};
/* How many of the next unit make one of this. */
static const int64_t per_unit[ND_UNIT_COUNT] = {12, 0, 7, 24, 60, 60, 1000, 1000, 1000, 1000, 1000, 1000, 0, 0};

const char *nd_unit_name(NdUnit unit) { return units[unit]; }

int nd_unit_named(const char *name, size_t length) {
  if (length == 2 && memcmp(name, "\xce\xbc", 2) == 0) return ND_MICROSECONDS;
  for (int unit = 0; unit < ND_UNIT_COUNT; unit++)
    if (strlen(units[unit]) == length && memcmp(units[unit], name, length) == 0) return unit;
  return -1;
}

int nd_time_named(const char *name) {
  static const struct {
    const char *start;
    bool span;
  } starts[] = {{"datetime64", false}, {"timedelta64", true}, {"M8", false}, {"m8", true}};
  for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
    size_t length = strlen(starts[i].start);
    if (strncmp(name, starts[i].start, length) != 0) continue;
    name += length;
    int unit = ND_NO_UNIT;
    if (*name == '[') {
      size_t inside = strcspn(name + 1, "]");
      if (name[1 + inside] != ']' || name[2 + inside] != '\0') return -1;
      unit = nd_unit_named(name + 1, inside);
    } else if (*name != '\0') {
      return -1;
    }
    return unit < 0 ? -1 : (int)(starts[i].span ? nd_span_type((NdUnit)unit) : nd_date_type((NdUnit)unit));
  }
  if (strcmp(name, "M") == 0) return (int)nd_date_type(ND_NO_UNIT);
  if (strcmp(name, "m") == 0) return (int)nd_span_type(ND_NO_UNIT);
  return -1;
}

int nd_common_unit(NdUnit a, NdUnit b, bool spans) {
  if (a == ND_NO_UNIT) return (int)b;
  if (b == ND_NO_UNIT) return (int)a;
  bool calendar = a <= ND_MONTHS;
  if (spans && calendar != (b <= ND_MONTHS)) return -1;
  return (int)(a > b ? a : b);
}

NdType nd_time_promote(NdType a, NdType b) {
  if (nd_is_time(a) && nd_is_time(b)) {
    bool spans = nd_is_span(a) && nd_is_span(b);
    int unit = nd_common_unit(nd_time_unit(a), nd_time_unit(b), spans);
    if (unit < 0) return ND_OBJECT;
    return spans ? nd_span_type((NdUnit)unit) : nd_date_type((NdUnit)unit);
  }
  NdType time = nd_is_time(a) ? a : b, other = nd_is_time(a) ? b : a;
  if (nd_is_text(other)) return other;
  if (nd_is_span(time) && nd_is_number(other) && nd_types[other].kind != 'f') return time;
  return ND_OBJECT;
}

/* Products and sums wrap where a count does not fit its unit. */
static int64_t times(int64_t a, int64_t b) { return (int64_t)((uint64_t)a * (uint64_t)b); }
static int64_t plus(int64_t a, int64_t b) { return (int64_t)((uint64_t)a + (uint64_t)b); }
static int64_t floor_divide(int64_t a, int64_t b) { return a / b - (a % b != 0 && (a < 0) != (b < 0)); }

int64_t nd_days(int64_t year, int month, int day) {
  /* Years begin in March, so that the leap day is the last one; eras of 400 years. */
  year -= month <= 2;
  int64_t era = floor_divide(year, 400), of_era = year - era * 400;
  int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return plus(times(era, 146097), of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468);
}

void nd_civil(int64_t days, int64_t *year, int *month, int *day) {
  days = plus(days, 719468);
  int64_t era = floor_divide(days, 146097), of_era = days - era * 146097;
  int64_t years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  int64_t of_year = of_era - (365 * years + years / 4 - years / 100), shifted = (5 * of_year + 2) / 153;
  *day = (int)(of_year - (153 * shifted + 2) / 5 + 1);
  *month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
  *year = years + era * 400 + (*month <= 2);
}

bool nd_time_convert(int64_t *count, NdUnit from, NdUnit to, bool span) {
  if (from == to || from == ND_NO_UNIT || *count == ND_NAT) return true;
  if (to == ND_NO_UNIT) return false;
  bool from_calendar = from <= ND_MONTHS, to_calendar = to <= ND_MONTHS;
  if (from_calendar && to_calendar) {
    *count = from == ND_YEARS ? times(*count, 12) : floor_divide(*count, 12);
    return true;
  }
  if (span && from_calendar != to_calendar) return false;
  if (from_calendar) {
    int64_t months = from == ND_YEARS ? times(*count, 12) : *count;
    *count = nd_days(1970 + floor_divide(months, 12), (int)(months - floor_divide(months, 12) * 12) + 1, 1);
    from = ND_DAYS;
    if (to == ND_WEEKS) *count = floor_divide(*count, 7);
    if (to == ND_WEEKS) return true;
  }
  if (to_calendar) {
    int64_t days = *count, year;
    int month, day;
    nd_time_convert(&days, from, ND_DAYS, false);
    nd_civil(days, &year, &month, &day);
    *count = to == ND_YEARS ? year - 1970 : plus(times(year - 1970, 12), month - 1);
    return true;
  }
  for (; from < to; from++) *count = times(*count, per_unit[from]);
  for (; from > to; from--) *count = floor_divide(*count, per_unit[from - 1]);
  return true;
}

/* ---- Texts ---- */

/* Exactly `width` digits. */
static bool digits(const char **text, int width, int64_t *value) {
  *value = 0;
  for (int i = 0; i < width; i++) {
    if (!isdigit((unsigned char)**text)) return false;
    *value = *value * 10 + *(*text)++ - '0';
  }
  return true;
}

static bool finish(const char *text) {
  if (*text == 'Z') text++;
  return *text == '\0';
}

const char *nd_time_parse(const char *text, int64_t *count, NdUnit *unit) {
  static const char none[] = "";
  if (*text == '\0' || strcasecmp(text, "nat") == 0) {
    *count = ND_NAT;
    *unit = ND_NO_UNIT;
    return NULL;
  }
  if (strcmp(text, "now") == 0 || strcmp(text, "today") == 0) {
    time_t seconds = time(NULL);
    *unit = *text == 'n' ? ND_SECONDS : ND_DAYS;
    *count = (int64_t)seconds;
    if (*unit == ND_SECONDS) return NULL;
    struct tm local;
    localtime_r(&seconds, &local);
    *count = nd_days(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
    return NULL;
  }
  bool negative = *text == '-', signed_year = negative || *text == '+';
  text += signed_year;
  int64_t year = 0, month, day, hour, minute, second;
  int width = 0;
  for (; isdigit((unsigned char)*text) && width < 18; width++) year = year * 10 + *text++ - '0';
  if (width < (signed_year ? 1 : 4) || (width > 4 && !signed_year && *text != '-' && *text != '\0')) return none;
  if (negative) year = -year;
  *unit = ND_YEARS;
  *count = year - 1970;
  if (*text == '\0') return NULL;
  bool dashes = *text == '-';
  text += dashes;
  if (!dashes || !digits(&text, 2, &month)) return none;
  if (month < 1 || month > 12) return "Month";
  *unit = ND_MONTHS;
  *count = plus(times(year - 1970, 12), month - 1);
  if (*text == '\0') return NULL;
  static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int last = lengths[month - 1] + (month == 2 && ((year % 4 == 0 && year % 100 != 0) || year % 400 == 0));
  if (*text++ != '-' || !digits(&text, 2, &day)) return none;
  if (day < 1 || day > last) return "Day";
  int64_t days = nd_days(year, (int)month, (int)day);
  *unit = ND_DAYS;
  *count = days;
  if (*text == '\0') return NULL;
  if ((*text != 'T' && *text != ' ') || (text++, !digits(&text, 2, &hour))) return none;
  if (hour > 23) return "Hours";
  *unit = ND_HOURS;
  *count = plus(times(days, 24), hour);
  if (*text != ':') return finish(text) ? NULL : none;
  text++;
  if (!digits(&text, 2, &minute)) return none;
  if (minute > 59) return "Minutes";
  *unit = ND_MINUTES;
  *count = plus(times(*count, 60), minute);
  if (*text != ':') return finish(text) ? NULL : none;
  text++;
  if (!digits(&text, 2, &second)) return none;
  if (second > 59) return "Seconds";
  *unit = ND_SECONDS;
  *count = plus(times(*count, 60), second);
  if (*text != '.') return finish(text) ? NULL : none;
  text++;
  /* Each three digits of a fraction are a unit. */
  while (isdigit((unsigned char)*text) && *unit < ND_ATTOSECONDS) {
    int64_t part = 0;
    for (int i = 0; i < 3; i++) part = part * 10 + (isdigit((unsigned char)*text) ? *text++ - '0' : 0);
    *count = plus(times(*count, 1000), part);
    (*unit)++;
  }
  return finish(text) ? NULL : none;
}

bool nd_fail_parse(const char *text, const char *wrong, Error *error) {
  return *wrong ? core_fail(error, ERROR_VALUE, "%s out of range in datetime string \"%s\"", wrong, text)
                : core_fail(error, ERROR_VALUE, "Error parsing datetime string \"%s\" at position 0", text);
}

void nd_time_dtype(NdKind kind, char out[32]) {
  Text text = {0};
  if (nd_is_time(kind.type)) nd_kind_code(&text, kind);
  snprintf(out, 32, "%s", nd_is_time(kind.type) ? text_string(&text) : nd_types[kind.type].name);
  text_free(&text);
}

void nd_time_text(Text *text, int64_t count, NdUnit unit) {
  if (count == ND_NAT || unit == ND_NO_UNIT) {
    text_add(text, "NaT");
    return;
  }
  int64_t days = count, year;
  int month, day;
  nd_time_convert(&days, unit, ND_DAYS, false);
  nd_civil(days, &year, &month, &day);
  text_addf(text, "%04lld", (long long)year);
  if (unit >= ND_MONTHS) text_addf(text, "-%02d", month);
  if (unit >= ND_WEEKS) text_addf(text, "-%02d", day);
  if (unit < ND_HOURS) return;
  int64_t seconds = count, start = times(days, 86400);
  nd_time_convert(&seconds, unit, ND_SECONDS, false);
  int left = (int)plus(seconds, -start);
  text_addf(text, "T%02d", left / 3600);
  if (unit >= ND_MINUTES) text_addf(text, ":%02d", left / 60 % 60);
  if (unit >= ND_SECONDS) text_addf(text, ":%02d", left % 60);
  if (unit <= ND_SECONDS) return;
  int64_t whole = seconds;
  nd_time_convert(&whole, ND_SECONDS, unit, false);
  text_addf(text, ".%0*lld", 3 * (int)(unit - ND_SECONDS), (long long)plus(count, -whole));
}

void nd_time_str(Text *text, NdType type, int64_t count) {
  static const char *const words[ND_UNIT_COUNT] = {
      "years",        "months",      "weeks",       "days",         "hours",       "minutes", "seconds", "milliseconds",
      "microseconds", "nanoseconds", "picoseconds", "femtoseconds", "attoseconds", "generic time units"};
  if (!nd_is_span(type) || count == ND_NAT) nd_time_text(text, count, nd_time_unit(type));
  else text_addf(text, "%lld %s", (long long)count, words[nd_time_unit(type)]);
}

/* ---- Elements ---- */

/* Spans between years or months and the shorter units, by the mean length of a year of the Gregorian calendar: 400
 * years have 146097 days. */
static void convert_by_mean(int64_t *count, NdUnit from, NdUnit to) {
  int64_t days = 146097, years = 400; /* years * months a year where months are counted */
  if (from == ND_MONTHS || to == ND_MONTHS) years *= 12;
  NdUnit fine = from <= ND_MONTHS ? to : from;
  int64_t per = 1; /* of the shorter unit in a day, or days in it */
  for (NdUnit unit = ND_DAYS; unit < fine; unit++) per = times(per, per_unit[unit]);
  if (fine == ND_WEEKS) years *= 7;
  __int128 up = (__int128)days * per, down = years;
  if (from > ND_MONTHS) {
    __int128 swap = up;
    up = down;
    down = swap;
  }
  __int128 product = up * *count, quotient = product / down;
  *count = (int64_t)(quotient - (product % down < 0));
}

bool nd_time_convert_element(NdKind to_kind, char *to, NdKind from_kind, const char *from, Error *error) {
  int64_t count = 0;
  if (nd_is_time(to_kind.type) && nd_is_time(from_kind.type)) {
    count = *(const int64_t *)from;
    NdUnit own = nd_time_unit(from_kind.type), wanted = nd_time_unit(to_kind.type);
    /* Between dates and spans the number stays as it is. */
    bool span = nd_is_span(to_kind.type), same = span == nd_is_span(from_kind.type);
    if (same && !nd_time_convert(&count, own, wanted, span)) convert_by_mean(&count, own, wanted);
    *(int64_t *)to = count;
    return true;
  }
  if (nd_is_time(to_kind.type) && (nd_is_number(from_kind.type) || nd_is_complex(from_kind.type))) {
    NdScalar value = {.type = ND_FLOAT64};
    if (nd_is_complex(from_kind.type)) value.as.f = nd_complex_load(from, from_kind.type).real;
    else value = nd_scalar_load(from, from_kind.type);
    bool nan = nd_types[value.type].kind == 'f' && value.as.f != value.as.f;
    *(int64_t *)to = nan ? ND_NAT : nd_scalar_as_int(value);
    return true;
  }
  if (nd_is_time(to_kind.type)) {
    Text text = {0};
    NdUnit unit;
    nd_element_text(&text, from_kind, from);
    bool good;
    if (nd_is_span(to_kind.type)) {
      char *end;
      unit = nd_time_unit(to_kind.type);
      count = strtoll(text_string(&text), &end, 10);
      good = *end == '\0' && end != text_string(&text);
      if (strcasecmp(text_string(&text), "nat") == 0) count = ND_NAT, good = true;
      if (!good) core_fail(error, ERROR_VALUE, "Could not convert object to NumPy timedelta");
    } else {
      const char *wrong = nd_time_parse(text_string(&text), &count, &unit);
      good = wrong == NULL || nd_fail_parse(text_string(&text), wrong, error);
      if (good) nd_time_convert(&count, unit, nd_time_unit(to_kind.type), false);
    }
    text_free(&text);
    *(int64_t *)to = count;
    return good;
  }
  count = *(const int64_t *)from;
  /* What is left are numbers: all other dtypes are converted in element.c. */
  NdScalar value = {.type = ND_INT64, .as.i = count};
  bool none = count == ND_NAT && strchr("fc", nd_types[to_kind.type].kind) != NULL;
  if (none) value = (NdScalar){.type = ND_FLOAT64, .as.f = __builtin_nan("")};
  if (nd_is_complex(to_kind.type))
    nd_complex_store(to, to_kind.type, (NdComplex128){nd_scalar_as_double(value), 0});
  else nd_scalar_store(to, nd_scalar_cast(value, to_kind.type));
  return true;
}
