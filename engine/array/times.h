/* Dates and spans of time: numpy's datetime64 and timedelta64, 64-bit counts of one unit since 1970, or of that length.
 * Each unit is a dtype of its own; the least int64 is "not a time" (NaT), which everything passes on.
 *
 * Years and months count by the calendar (proleptic Gregorian, no leap seconds); there is no conversion of spans
 * between them and the other units. Units with a multiple ("25s") are not there. */
#ifndef NNSH_ENGINE_ARRAY_TIMES_H
#define NNSH_ENGINE_ARRAY_TIMES_H

#include "engine/array/element.h"
#include "engine/array/reduce.h"
#include "engine/array/ufunc.h"

#define ND_NAT INT64_MIN

typedef enum NdUnit {
  ND_YEARS, ND_MONTHS, ND_WEEKS, ND_DAYS, ND_HOURS, ND_MINUTES, ND_SECONDS, ND_MILLISECONDS, ND_MICROSECONDS,
  ND_NANOSECONDS, ND_PICOSECONDS, ND_FEMTOSECONDS, ND_ATTOSECONDS, ND_NO_UNIT
} NdUnit;

static inline NdUnit nd_time_unit(NdType type) { return (NdUnit)(((int)type - ND_RECORD_LIMIT) / 2); }
static inline bool nd_is_span(NdType type) { return nd_is_time(type) && ((int)type - ND_RECORD_LIMIT) % 2 == 1; }
static inline NdType nd_date_type(NdUnit unit) { return (NdType)(ND_RECORD_LIMIT + 2 * (int)unit); }
static inline NdType nd_span_type(NdUnit unit) { return (NdType)(ND_RECORD_LIMIT + 2 * (int)unit + 1); }

/* "D", "ms"; "generic" where there is none. -1 for what is no unit. */
const char *nd_unit_name(NdUnit unit);
int nd_unit_named(const char *name, size_t length);
/* "datetime64[D]", "M8[D]", "timedelta64": a dtype, or -1. */
int nd_time_named(const char *name);

/* The finer unit; -1 for spans of which one counts by the calendar and the other does not. */
int nd_common_unit(NdUnit a, NdUnit b, bool spans);
NdType nd_time_promote(NdType a, NdType b);

/* A count in another unit: rounded down. Spans between calendar and other units: false. */
bool nd_time_convert(int64_t *count, NdUnit from, NdUnit to, bool span);

/* Calendar of a count of days since 1970. */
void nd_civil(int64_t days, int64_t *year, int *month, int *day);
int64_t nd_days(int64_t year, int month, int day);

/* "2020-01-31T12:30": the count, and the unit that the text shows; NULL, or what is wrong with the text. */
const char *nd_time_parse(const char *text, int64_t *count, NdUnit *unit);
/* Numpy's ValueError of what is wrong. */
bool nd_fail_parse(const char *text, const char *wrong, Error *error);
/* ISO 8601 as precise as the unit; "NaT". */
void nd_time_text(Text *text, int64_t count, NdUnit unit);

/* "<M8[D]", "int64": a dtype as messages about times name it. */
void nd_time_dtype(NdKind kind, char out[32]);
/* str of a scalar: a date as above, a span as "5 days". */
void nd_time_str(Text *text, NdType type, int64_t count);

/* For nd_convert: one element, where one side at least is a time. */
bool nd_time_convert_element(NdKind to_kind, char *to, NdKind from_kind, const char *from, Error *error);

/* As nd_ufunc and nd_reduce, where an operand is a time and none is a text or an object. */
NdArray *nd_ufunc_times(const NdUfunc *ufunc, NdArray *a, NdArray *b, NdArray *out, Error *error);
NdArray *nd_reduce_times(NdReduction reduction, NdArray *array, const bool *reduced, const int64_t *long_shape,
                         const NdReduceOptions *options, Error *error);

#endif
