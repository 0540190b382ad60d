/* Dates and times as text and back: isoformat, fromisoformat, strftime. */
#include <string.h>
#include <time.h>

#include "repl/modules/moments.h"

/* A number of so many digits, with zeros in front. */
static void add_digits(Text *text, int64_t number, int digits) {
  char written[8];
  for (int i = digits - 1; i >= 0; i--, number /= 10) written[i] = (char)('0' + number % 10);
  text_add_bytes(text, written, (size_t)digits);
}

void text_add_day(Text *text, const Day *day) {
  add_digits(text, day->year, 4);
  text_add_char(text, '-');
  add_digits(text, day->month, 2);
  text_add_char(text, '-');
  add_digits(text, day->day, 2);
}

bool text_add_clock(Text *text, const Clock *clock, const char *timespec) {
  static const char *const specs[] = {"hours", "minutes", "seconds", "milliseconds", "microseconds"};
  int parts = 0;
  if (strcmp(timespec, "auto") == 0) timespec = clock->microsecond ? "microseconds" : "seconds";
  while (parts < 5 && strcmp(timespec, specs[parts]) != 0) parts++;
  if (parts == 5) {
    py_raise(&py_ValueError, "Unknown timespec value");
    return false;
  }
  const uint8_t numbers[3] = {clock->hour, clock->minute, clock->second};
  for (int i = 0; i < 3 && i <= parts; i++) {
    if (i) text_add_char(text, ':');
    add_digits(text, numbers[i], 2);
  }
  if (parts < 3) return true;
  text_add_char(text, '.');
  add_digits(text, parts == 3 ? clock->microsecond / 1000 : clock->microsecond, parts == 3 ? 3 : 6);
  return true;
}

void text_add_offset(Text *text, int64_t offset, const char *colon) {
  text_add_char(text, offset < 0 ? '-' : '+');
  if (offset < 0) offset = -offset;
  int64_t seconds = offset / 1000000;
  add_digits(text, seconds / 3600, 2);
  text_add(text, colon);
  add_digits(text, seconds / 60 % 60, 2);
  if (offset % 60000000 == 0) return;
  text_add(text, colon);
  add_digits(text, seconds % 60, 2);
  if (offset % 1000000 == 0) return;
  text_add_char(text, '.');
  add_digits(text, offset % 1000000, 6);
}

/* ---- strftime ---- */

/* What a value says of its zone: adds %z, or %Z with '%' doubled. */
static bool add_zone(Text *format, Value value, char letter) {
  if (!is_moment(value) && !py_is(value, &daytime_type)) return true; /* a date has no zone */
  Value zone = is_moment(value) ? as_moment(value)->zone : as_daytime(value)->zone;
  Value asked = is_moment(value) ? value : PY_NONE;
  if (letter == 'z') {
    bool known;
    int64_t offset;
    if (!zone_offset(zone, asked, &known, &offset)) return false;
    if (known) text_add_offset(format, offset, "");
    return true;
  }
  Value name = zone_name(zone, asked);
  if (py_is_error(name)) return false;
  if (py_is_str(name))
    for (const char *c = py_as_string(name)->data; *c; c++) {
      if (*c == '%') text_add_char(format, '%');
      text_add_char(format, *c);
    }
  py_drop(name);
  return true;
}

/* The parts as C has them. timetuple() is asked of classes of the program's, as CPython does. */
static bool parts_of(Value value, struct tm *out) {
  *out = (struct tm){.tm_isdst = -1};
  if (py_is(value, &daytime_type)) {
    const Clock *c = &as_daytime(value)->clock;
    *out = (struct tm){.tm_hour = c->hour, .tm_min = c->minute, .tm_sec = c->second, .tm_mday = 1, .tm_wday = 1,
                       .tm_isdst = -1};
    return true;
  }
  Type *type = py_type_of(value);
  bool plain = type == &day_type || (type == &moment_type && py_is_none(as_moment(value)->zone));
  if (plain) {
    const Day *d = as_day(value);
    int64_t number = day_number(value);
    out->tm_year = d->year - 1900;
    out->tm_mon = d->month - 1;
    out->tm_mday = d->day;
    out->tm_wday = (int)(number % 7);
    out->tm_yday = (int)(number - moment_day_number(d->year, 1, 1));
    if (type == &moment_type) {
      const Clock *c = &as_moment(value)->clock;
      out->tm_hour = c->hour;
      out->tm_min = c->minute;
      out->tm_sec = c->second;
    }
    return true;
  }
  Value tuple = py_call_method(value, "timetuple", NULL, 0);
  if (py_is_error(tuple)) return false;
  const Value *items;
  int64_t count, parts[9] = {0};
  bool good = py_sequence(tuple, &items, &count) && count == 9;
  if (!good) py_raise(&py_TypeError, "Tuple or struct_time argument required");
  for (int i = 0; good && i < 9; i++) good = moment_whole(items[i], &parts[i]);
  py_drop(tuple);
  *out = (struct tm){.tm_year = (int)parts[0] - 1900, .tm_mon = (int)parts[1] - 1, .tm_mday = (int)parts[2],
                     .tm_hour = (int)parts[3], .tm_min = (int)parts[4], .tm_sec = (int)parts[5],
                     .tm_wday = (int)((parts[6] + 1) % 7), .tm_yday = (int)parts[7] - 1, .tm_isdst = (int)parts[8]};
  return good;
}

Value moment_strftime(Value value, Value format) {
  if (!py_is_str(format))
    return py_raise(&py_TypeError, "strftime() argument 1 must be str, not %s", py_type_label(py_type_of(format)));
  struct tm parts;
  if (!parts_of(value, &parts)) return PY_ERROR;
  /* What C does not know (%f, %z, %Z) is filled in before. The mark in front lets an empty result be told. */
  Text ready = {0};
  text_add_char(&ready, '.');
  for (const char *c = py_as_string(format)->data; *c; c++) {
    if (*c != '%' || !c[1]) {
      text_add_char(&ready, *c);
      if (*c == '%') text_add_char(&ready, '%');
      continue;
    }
    c++;
    if (*c == 'f') {
      int64_t micro = is_moment(value)                 ? as_moment(value)->clock.microsecond
                      : py_is(value, &daytime_type) ? as_daytime(value)->clock.microsecond
                                                       : 0;
      add_digits(&ready, micro, 6);
    } else if (*c == 'z' || *c == 'Z') {
      if (add_zone(&ready, value, *c)) continue;
      text_free(&ready);
      return PY_ERROR;
    } else {
      text_add_char(&ready, '%');
      text_add_char(&ready, *c);
    }
  }
  char small[256];
  size_t length = strftime(small, sizeof small, text_string(&ready), &parts);
  if (length) {
    text_free(&ready);
    return py_text_bytes(small + 1, length - 1);
  }
  size_t room = ready.length * 64 + 64;
  Text out = {0};
  text_add_times(&out, " ", (int64_t)room);
  if (!out.failed) length = strftime(out.data, room, text_string(&ready), &parts);
  text_free(&ready);
  Value made = out.failed ? py_text_take(&out) : py_text_bytes(out.data + (length > 0), length ? length - 1 : 0);
  text_free(&out);
  return made;
}

/* ---- Reading ---- */

/* A text that is read from left to right. */
typedef struct Reader {
  const char *at, *end;
} Reader;

static bool digits(Reader *r, int count, int64_t *out) {
  if (r->end - r->at < count) return false;
  *out = 0;
  for (int i = 0; i < count; i++, r->at++) {
    if (*r->at < '0' || *r->at > '9') return false;
    *out = *out * 10 + (*r->at - '0');
  }
  return true;
}
static bool take(Reader *r, char c) {
  if (r->at >= r->end || *r->at != c) return false;
  r->at++;
  return true;
}
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* A week of ISO's and a day of it as year, month and day. */
static bool of_week(int64_t year, int64_t week, int64_t day, int64_t parts[3]) {
  if (year < 1 || year > 9999) return false;
  int64_t start = moment_iso_start(year);
  if (week < 1 || week > (moment_iso_start(year + 1) - start) / 7 || day < 1 || day > 7) return false;
  moment_day_parts(start + (week - 1) * 7 + day - 1, parts);
  return true;
}

bool moment_read_day(const char *text, size_t length, int64_t parts[3]) {
  if (length != 7 && length != 8 && length != 10) return false;
  Reader r = {text, text + length};
  if (!digits(&r, 4, &parts[0])) return false;
  bool dashes = take(&r, '-');
  if (take(&r, 'W')) {
    int64_t week, day = 1;
    if (!digits(&r, 2, &week)) return false;
    if (r.at < r.end && ((dashes && !take(&r, '-')) || !digits(&r, 1, &day))) return false;
    return r.at == r.end && of_week(parts[0], week, day, parts);
  }
  return digits(&r, 2, &parts[1]) && (!dashes || take(&r, '-')) && digits(&r, 2, &parts[2]) && r.at == r.end;
}

/* HH[:MM[:SS[.ffffff]]], or without colons. Digits behind the sixth are left out. */
static bool read_time(Reader r, int64_t out[4]) {
  memset(out, 0, 4 * sizeof *out);
  bool colons = false;
  for (int i = 0; i < 3; i++) {
    if (!digits(&r, 2, &out[i])) return false;
    if (r.at == r.end) return true;
    if (i == 0) colons = *r.at == ':';
    if (i < 2 && (colons ? take(&r, ':') : is_digit(*r.at))) continue;
    if (*r.at == '.' || *r.at == ',') break;
    return false;
  }
  r.at++;
  int64_t unit = 100000;
  if (r.at == r.end) return false;
  for (; r.at < r.end; r.at++, unit /= 10) {
    if (!is_digit(*r.at)) return false;
    out[3] += (*r.at - '0') * unit;
  }
  return true;
}

bool moment_read_clock(const char *text, size_t length, MomentRead *out) {
  const char *end = text + length, *zone = text;
  while (zone < end && *zone != '+' && *zone != '-' && *zone != 'Z') zone++;
  out->zoned = zone < end;
  out->offset = 0;
  if (!read_time((Reader){text, zone}, out->parts + 3)) return false;
  if (zone == end) return true;
  if (*zone == 'Z') return zone + 1 == end;
  int64_t parts[4];
  if (!read_time((Reader){zone + 1, end}, parts)) return false;
  out->offset = ((parts[0] * 60 + parts[1]) * 60 + parts[2]) * 1000000 + parts[3];
  if (*zone == '-') out->offset = -out->offset;
  return true;
}

/* How many characters of a datetime are its date: what stands behind may be digits too. */
static size_t day_length(const char *text, size_t length) {
  if (length <= 7) return length;
  if (text[4] != '-') {
    if (text[4] != 'W') return 8;
    size_t at = 7;
    while (at < length && is_digit(text[at])) at++;
    return at < 9 ? at : at % 2 == 0 ? 7 : 8;
  }
  if (text[5] != 'W') return 10;
  if (length == 8 || text[8] != '-') return 8;
  return length > 10 && is_digit(text[10]) ? 8 : 10;
}

bool moment_read(const char *text, size_t length, MomentRead *out) {
  memset(out, 0, sizeof *out);
  if (length < 7) return false;
  size_t day = day_length(text, length);
  if (day > length || !moment_read_day(text, day, out->parts)) return false;
  if (day == length) return true;
  /* One character of any kind lies between. */
  size_t at = day + 1;
  while (at < length && (text[at] & 0xC0) == 0x80) at++;
  return moment_read_clock(text + at, length - at, out);
}

Value moment_read_zone(const MomentRead *read) {
  if (!read->zoned) return PY_NONE;
  Value offset = duration_of(read->offset), type = py_type_value(&zone_type);
  Value made = py_is_error(offset) ? offset : py_call_values(type, &offset, 1);
  py_drop(offset);
  py_drop(type);
  return made;
}
