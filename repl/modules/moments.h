/* What the files behind datetime share: days by their numbers, and how dates, times and durations lie in memory. The
 * first of January of year 1 is day 1. */
#ifndef NNSH_REPL_MODULES_MOMENTS_H
#define NNSH_REPL_MODULES_MOMENTS_H

#include "repl/modules/modules.h"

/* Microseconds of a duration may be more than 64 bits hold, and a product with a number more still. */
typedef __int128 Wide;

typedef struct Duration {
  Object head;
  int32_t days, seconds, microseconds; /* the last two are never negative */
} Duration;

/* A time of day. */
typedef struct Clock {
  uint8_t hour, minute, second, fold;
  int32_t microsecond;
} Clock;

typedef struct Day { /* datetime.date */
  Object head;
  int16_t year;
  uint8_t month, day;
} Day;

typedef struct Moment { /* datetime.datetime, which is a date */
  Day date;
  Clock clock;
  Value zone; /* PY_NONE or a tzinfo */
} Moment;

typedef struct DayTime { /* datetime.time */
  Object head;
  Clock clock;
  Value zone;
} DayTime;

typedef struct Zone { /* datetime.timezone */
  Object head;
  Value offset, name; /* a timedelta; a str or PY_NONE */
} Zone;

extern Type duration_type, day_type, moment_type, daytime_type, zone_base_type, zone_type;

static inline bool is_duration(Value v) { return py_is(v, &duration_type); }
static inline bool is_day(Value v) { return py_is(v, &day_type); } /* moments are days too */
static inline bool is_moment(Value v) { return py_is(v, &moment_type); }
static inline Duration *as_duration(Value v) { return (Duration *)v.as.object; }
static inline Day *as_day(Value v) { return (Day *)v.as.object; }
static inline Moment *as_moment(Value v) { return (Moment *)v.as.object; }
static inline DayTime *as_daytime(Value v) { return (DayTime *)v.as.object; }

/* ---- Days as numbers: moments.c ---- */

#define DAY_LENGTH ((int64_t)86400000000) /* microseconds */
enum { LAST_DAY = 3652059 };

bool moment_is_leap(int64_t year);
/* Days before each month, and of the year: of a common year, of a leap year. */
extern const int16_t moment_days_before[2][13];
/* The number of a day that there is, and the year, month and day of a number from 1 to 3652059. */
int64_t moment_day_number(int64_t year, int64_t month, int64_t day);
void moment_day_parts(int64_t number, int64_t parts[3]);
/* The Monday with which ISO's year begins, as a number. */
int64_t moment_iso_start(int64_t year);

/* Whole numbers as CPython reads a C int; false with TypeError or OverflowError pending. */
bool moment_whole(Value value, int64_t *out);
/* Year, month and day of an argument that is the number of a day; false with an exception pending. */
bool moment_read_ordinal(Value value, int64_t parts[3]);
/* Year, month and day, or hour, minute, second, microsecond and fold, in their ranges; false with ValueError. */
bool moment_check_day(const int64_t parts[3]);
bool moment_check_clock(const int64_t parts[4], int64_t fold);
Value moment_out_of_range(void); /* OverflowError: date value out of range */

static inline int64_t day_number(Value v) {
  return moment_day_number(as_day(v)->year, as_day(v)->month, as_day(v)->day);
}
static inline int64_t clock_total(const Clock *c) {
  return ((c->hour * 60 + c->minute) * 60 + c->second) * (int64_t)1000000 + c->microsecond;
}
/* Microseconds of a Moment since the day before the year 1, whatever its zone. */
static inline int64_t moment_total(Value v) { return day_number(v) * DAY_LENGTH + clock_total(&as_moment(v)->clock); }

/* ---- Making them ---- */

/* Gives the classes their constants (min, max, resolution, utc); false with an exception pending. */
bool duration_fill(void), day_fill(void), moment_fill(void), daytime_fill(void), zone_fill(void);

/* A duration of so many microseconds; OverflowError where it is too long. */
Value duration_of(Wide total);
static inline Wide duration_total(Value v) {
  const Duration *d = as_duration(v);
  return ((Wide)d->days * 86400 + d->seconds) * 1000000 + d->microseconds;
}
/* The date of a number in a class: one of the program's is called. */
Value day_of_number(Type *type, int64_t number);
/* The datetime of microseconds since the day before the year 1; zone is kept. */
Value moment_of_total(Type *type, int64_t total, Value zone, int fold);
/* Likewise of parts: year to microsecond, in their ranges or not. */
Value moment_of_parts(Type *type, const int64_t parts[7], Value zone, int fold);
Value daytime_of_parts(Type *type, const int64_t parts[4], Value zone, int fold);
/* A fixed zone; UTC's own where the offset is 0 and there is no name (PY_NONE). */
Value zone_of(Value offset, Value name);

/* ---- Zones: timezone.c ---- */

bool zone_check(Value zone); /* None or a tzinfo; else false with TypeError */
/* What a zone's utcoffset or dst says: None or a duration of less than a day. */
Value zone_ask(Value zone, const char *method, Value argument);
/* The offset in microseconds; *known false where there is none. */
bool zone_offset(Value zone, Value argument, bool *known, int64_t *offset);
Value zone_name(Value zone, Value argument); /* None or a str */
bool zone_same(Value a, Value b);            /* the very same object */
/* The hash of a time in a zone; `total` are its microseconds, `argument` is what the zone is asked about. */
bool clock_hash(Clock *clock, Value zone, Value argument, int64_t total, uint64_t *out);
Value zone_utc(void);                        /* timezone.utc, a new reference */

/* ---- Texts: date_text.c ---- */

void text_add_offset(Text *text, int64_t offset, const char *colon); /* +01:00, with seconds where there are some */
bool text_add_clock(Text *text, const Clock *clock, const char *timespec); /* false with ValueError */
void text_add_day(Text *text, const Day *day);                             /* 2024-01-31 */
/* strftime for a date, datetime or time: `value` is asked for zone and name where the format wants them. */
Value moment_strftime(Value value, Value format);
/* Texts as isoformat makes them and others of ISO 8601; false without an exception where it is none. */
typedef struct MomentRead {
  int64_t parts[7]; /* year to microsecond */
  bool zoned;
  int64_t offset; /* microseconds */
} MomentRead;
bool moment_read_day(const char *text, size_t length, int64_t parts[3]);
bool moment_read_clock(const char *text, size_t length, MomentRead *out);
bool moment_read(const char *text, size_t length, MomentRead *out);
Value moment_read_zone(const MomentRead *read); /* None or a timezone */

/* ---- Pickles ---- */

/* The bytes of an argument that stands for a pickled value of `size` bytes, the byte at `place` below `most`. */
const unsigned char *moment_state(Value argument, int64_t size, int place, int most);
/* (type, (bytes,)) or (type, (bytes, zone)). */
Value moment_reduced(Value self, const unsigned char *bytes, size_t size, Value zone);

/* ---- Clocks ---- */

/* A struct_time of nine numbers (clock_module.c). */
Value clock_parts(const int64_t parts[9]);
/* Of the class datetime, about the clock and about zones (datetime_clock.c): methods, and handlers of class methods. */
extern const NativeRow moment_clock_methods[];
Value moment_now(const NativeRow *row, Value *arguments);
Value moment_fromtimestamp(const NativeRow *row, Value *arguments);

#endif
