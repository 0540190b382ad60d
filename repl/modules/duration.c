/* datetime.timedelta: durations, kept as whole days, seconds and microseconds. The rest of datetime is written in the
 * language, with what moments.c does for it. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "repl/modules/moments.h"
#include "repl/types/integer.h"

/* Microseconds may be more than 64 bits hold, and a product with a number more still. */
typedef __int128 Wide;

enum { MOST_DAYS = 999999999, SECONDS = 86400 };
#define DAY ((Wide)86400000000)

typedef struct Duration {
  Object head;
  int32_t days, seconds, microseconds; /* the last two are never negative */
} Duration;

static Type duration_type;

static bool is_duration(Value value) { return py_is(value, &duration_type); }
static Duration *as_duration(Value value) { return (Duration *)value.as.object; }
static Wide total_of(Value value) {
  const Duration *d = as_duration(value);
  return ((Wide)d->days * SECONDS + d->seconds) * 1000000 + d->microseconds;
}

/* The quotient towards minus infinity, and the rest. */
static Wide divide_floor(Wide a, Wide b, Wide *rest) {
  Wide quotient = a / b;
  *rest = a % b;
  if (*rest != 0 && (*rest < 0) != (b < 0)) {
    quotient--;
    *rest += b;
  }
  return quotient;
}
/* The nearest quotient, halves to even. */
static Wide divide_nearest(Wide a, Wide b) {
  Wide rest, quotient = divide_floor(a, b, &rest), twice = rest * 2;
  bool more = b > 0 ? twice > b : twice < b;
  return quotient + (more || (twice == b && quotient % 2 != 0));
}

static Value too_large(void) { return py_raise(&py_OverflowError, "Python int too large to convert to C int"); }

static Value duration_make(Type *type, Wide total) {
  Wide rest, days = divide_floor(total, DAY, &rest);
  if (days > INT32_MAX || days < INT32_MIN) return too_large();
  if (days > MOST_DAYS || days < -MOST_DAYS)
    return py_raise(&py_OverflowError, "days=%d; must have magnitude <= 999999999", (int)days);
  Duration *made = py_new(type);
  if (!made) return PY_ERROR;
  made->days = (int32_t)days;
  made->seconds = (int32_t)(rest / 1000000);
  made->microseconds = (int32_t)(rest % 1000000);
  return py_object(made);
}

static Value wide_value(Wide wide) {
  if (wide >= INT64_MIN && wide <= INT64_MAX) return py_int((int64_t)wide);
  return integer_from_bytes((const unsigned char *)&wide, sizeof wide, true, true);
}
/* An integer of any size; false where it is more than `Wide` can take (nothing raised). */
static bool wide_of(Value value, Wide *out) {
  Value plain = number_plain(value);
  if (plain.tag == TAG_INT || plain.tag == TAG_BOOL) {
    *out = plain.as.integer;
    return true;
  }
  if (integer_bit_length(plain) > 120) return false;
  return integer_to_bytes(plain, (unsigned char *)out, sizeof *out, true, true);
}

/* ---- Construction ---- */

static const struct {
  const char *name;
  int64_t unit; /* microseconds */
} components[] = {{"days", 86400000000}, {"seconds", 1000000}, {"microseconds", 1},  {"milliseconds", 1000},
                  {"minutes", 60000000}, {"hours", 3600000000}, {"weeks", 604800000000}};
enum { COMPONENTS = 7 };

static Value duration_construct(Type *type, Value *arguments) {
  Wide whole = 0;
  double rest = 0;
  bool large = false;
  /* Weeks first, as the parts of floats are added up in this order. */
  static const int8_t order[COMPONENTS] = {6, 0, 5, 4, 1, 3, 2};
  for (int i = 0; i < COMPONENTS; i++)
    if (arguments[i].tag != TAG_UNDEFINED && !integer_is(arguments[i]) && !py_is(arguments[i], &py_float_type))
      return py_raise(&py_TypeError, "unsupported type for timedelta %s component: %s", components[i].name,
                      py_type_label(py_type_of(arguments[i])));
  for (int i = 0; i < COMPONENTS; i++) {
    Value value = arguments[order[i]];
    int64_t unit = components[order[i]].unit;
    Wide number = 0, product;
    if (value.tag == TAG_UNDEFINED) continue;
    if (integer_is(value)) {
      large = large || !wide_of(value, &number);
    } else {
      double real = number_plain(value).as.real;
      if (isnan(real)) return py_raise(&py_ValueError, "cannot convert float NaN to integer");
      if (isinf(real)) return py_raise(&py_OverflowError, "cannot convert float infinity to integer");
      double part = trunc(real);
      large = large || fabs(part) > 1e30;
      if (!large) number = (Wide)part;
      rest += (real - part) * (double)unit;
    }
    large = large || __builtin_mul_overflow(number, (Wide)unit, &product) ||
            __builtin_add_overflow(whole, product, &whole);
  }
  if (large) return too_large();
  double floor_of_rest = floor(rest);
  whole += (Wide)floor_of_rest;
  if (rest - floor_of_rest > 0.5 || (rest - floor_of_rest == 0.5 && whole % 2 != 0)) whole++;
  return duration_make(type, whole);
}

/* ---- Operators ---- */

static Value zero_modulo(void) { return py_raise(&py_ZeroDivisionError, "integer modulo by zero"); }
static Value zero_division(void) {
  return py_raise(&py_ZeroDivisionError, "integer division or modulo by zero");
}

/* total * above / below, to the nearest. */
static Value scaled(Wide total, Value above, Value below) {
  Wide up, down, product;
  if (wide_of(above, &up) && wide_of(below, &down) && !__builtin_mul_overflow(total, up, &product)) {
    if (down == 0) return zero_division();
    if (product < (Wide)1 << 120 && product > -((Wide)1 << 120))
      return duration_make(&duration_type, divide_nearest(product, down));
  }
  /* Large: by integers of any size. The quotient is found twice as large and then rounded by hand. */
  Value factor = wide_value(total), dividend = integer_binary(OP_MUL, factor, above);
  py_drop(factor);
  Value quotient = py_is_error(dividend) ? dividend : integer_binary(OP_FLOORDIV, dividend, below);
  Value rest = py_is_error(quotient) ? quotient : integer_binary(OP_MOD, dividend, below);
  Value twice = py_is_error(rest) ? rest : integer_binary(OP_MUL, rest, py_int(2));
  Value made = PY_ERROR;
  if (!py_is_error(twice)) {
    Wide wide = 0;
    int order = integer_compare(twice, below) * integer_sign(below);
    made = wide_of(quotient, &wide)
               ? duration_make(&duration_type, wide + (order > 0 || (order == 0 && wide % 2 != 0)))
               : too_large();
  }
  const Value held[] = {dividend, quotient, rest, twice};
  for (size_t i = 0; i < sizeof held / sizeof *held; i++)
    if (!py_is_error(held[i])) py_drop(held[i]);
  return made;
}

/* total * real, or total / real. */
static Value scaled_by_float(Wide total, double real, bool divide) {
  if (isnan(real)) return py_raise(&py_ValueError, "cannot convert NaN to integer ratio");
  if (isinf(real)) return py_raise(&py_OverflowError, "cannot convert Infinity to integer ratio");
  if (divide && real == 0) return zero_division();
  Value ratio = integer_ratio(real);
  if (py_is_error(ratio)) return ratio;
  const Value *parts = py_as_tuple(ratio)->items;
  Value made = scaled(total, parts[divide], parts[!divide]);
  py_drop(ratio);
  return made;
}

/* a / b of whole numbers, rounded once. */
static Value true_quotient(Wide a, Wide b) {
  if (b == 0) return py_raise(&py_ZeroDivisionError, "division by zero");
  const Wide exact = (Wide)1 << 53;
  if (a > -exact && a < exact && b > -exact && b < exact) return py_float((double)a / (double)b);
  Value x = wide_value(a), y = wide_value(b), made = integer_binary(OP_DIV, x, y);
  py_drop(x);
  py_drop(y);
  return made;
}

static Value duration_binary(BinaryOp op, Value a, Value b) {
  Wide x, y, rest;
  if (is_duration(a) && is_duration(b)) {
    x = total_of(a);
    y = total_of(b);
    switch (op) {
    case OP_ADD: return duration_make(&duration_type, x + y);
    case OP_SUB: return duration_make(&duration_type, x - y);
    case OP_DIV: return true_quotient(x, y);
    case OP_FLOORDIV: return y == 0 ? zero_division() : wide_value(divide_floor(x, y, &rest));
    case OP_MOD:
      if (y == 0) return zero_modulo();
      divide_floor(x, y, &rest);
      return duration_make(&duration_type, rest);
    default: return PY_NOT_IMPLEMENTED;
    }
  }
  bool turned = !is_duration(a); /* number * duration */
  Value number = turned ? a : b;
  bool whole = integer_is(number), real = !whole && py_is(number, &py_float_type);
  if ((!whole && !real) || (turned && op != OP_MUL)) return PY_NOT_IMPLEMENTED;
  x = total_of(turned ? b : a);
  if (real) {
    if (op != OP_MUL && op != OP_DIV) return PY_NOT_IMPLEMENTED;
    return scaled_by_float(x, number_plain(number).as.real, op == OP_DIV);
  }
  switch (op) {
  case OP_MUL:
    if (!wide_of(number, &y) || __builtin_mul_overflow(x, y, &rest)) return too_large();
    return duration_make(&duration_type, rest);
  case OP_DIV: return scaled(x, py_int(1), number_plain(number));
  case OP_FLOORDIV:
    if (!wide_of(number, &y)) y = integer_sign(number_plain(number)) < 0 ? -((Wide)1 << 120) : (Wide)1 << 120;
    return y == 0 ? zero_division() : duration_make(&duration_type, divide_floor(x, y, &rest));
  default: return PY_NOT_IMPLEMENTED;
  }
}

static Value duration_unary(UnaryOp op, Value self) {
  Wide total = total_of(self);
  switch (op) {
  case OP_NEGATIVE: return duration_make(&duration_type, -total);
  case OP_POSITIVE: return duration_make(&duration_type, total);
  case OP_ABS: return duration_make(&duration_type, total < 0 ? -total : total);
  default: return PY_NOT_IMPLEMENTED;
  }
}

static Value duration_compare(CompareOp op, Value a, Value b) {
  if (!is_duration(a) || !is_duration(b)) return PY_NOT_IMPLEMENTED;
  Wide x = total_of(a), y = total_of(b);
  int order = (x > y) - (x < y);
  switch (op) {
  case OP_LT: return py_bool(order < 0);
  case OP_LE: return py_bool(order <= 0);
  case OP_EQ: return py_bool(order == 0);
  case OP_NE: return py_bool(order != 0);
  case OP_GT: return py_bool(order > 0);
  default: return py_bool(order >= 0);
  }
}

static bool duration_hash(Value self, uint64_t *hash) {
  const Duration *d = as_duration(self);
  Value parts = py_tuple_of(3, py_int(d->days), py_int(d->seconds), py_int(d->microseconds));
  bool hashed = !py_is_error(parts) && py_hash(parts, hash);
  py_drop(parts);
  return hashed;
}
static int duration_truth(Value self) {
  const Duration *d = as_duration(self);
  return d->days || d->seconds || d->microseconds;
}

static Value duration_repr(Value self) {
  const Duration *d = as_duration(self);
  Text text = {0};
  text_addf(&text, "datetime.%s(", py_type_of(self)->name);
  const char *between = "";
  const struct { const char *name; int32_t value; } parts[] = {
      {"days", d->days}, {"seconds", d->seconds}, {"microseconds", d->microseconds}};
  for (int i = 0; i < 3; i++) {
    if (!parts[i].value) continue;
    text_addf(&text, "%s%s=%d", between, parts[i].name, parts[i].value);
    between = ", ";
  }
  text_add(&text, *between ? ")" : "0)");
  return py_text_take(&text);
}

static Value duration_str(Value self) {
  const Duration *d = as_duration(self);
  char text[80], *at = text;
  if (d->days) at += sprintf(at, "%d day%s, ", d->days, d->days == 1 || d->days == -1 ? "" : "s");
  at += sprintf(at, "%d:%02d:%02d", d->seconds / 3600, d->seconds / 60 % 60, d->seconds % 60);
  if (d->microseconds) sprintf(at, ".%06d", d->microseconds);
  return py_text(text);
}

static Value get_days(Value self) { return py_int(as_duration(self)->days); }
static Value get_seconds(Value self) { return py_int(as_duration(self)->seconds); }
static Value get_microseconds(Value self) { return py_int(as_duration(self)->microseconds); }
static bool refuse(Value self, Value value) {
  py_raise(&py_AttributeError, "readonly attribute");
  return false;
}
static const PropertyRow properties[] = {
    {"days", "whole days", get_days, refuse},
    {"seconds", "seconds beside the days, from 0 to 86399", get_seconds, refuse},
    {"microseconds", "microseconds beside the seconds, from 0 to 999999", get_microseconds, refuse},
    {0}};

static Value call_total(const NativeRow *row, Value *arguments) { return wide_value(total_of(arguments[0])); }
static Value call_total_seconds(const NativeRow *row, Value *arguments) {
  return true_quotient(total_of(arguments[0]), 1000000);
}
static Value call_self(const NativeRow *row, Value *arguments) { return py_keep(arguments[0]); }
static Value call_divmod(const NativeRow *row, Value *arguments) {
  if (!is_duration(arguments[1])) return PY_NOT_IMPLEMENTED;
  Value quotient = duration_binary(OP_FLOORDIV, arguments[0], arguments[1]);
  if (py_is_error(quotient)) return quotient;
  Value rest = duration_binary(OP_MOD, arguments[0], arguments[1]);
  Value pair = py_is_error(rest) ? rest : py_tuple_of(2, quotient, rest);
  py_drop(quotient);
  if (!py_is_error(rest)) py_drop(rest);
  return pair;
}
static Value call_of(const NativeRow *row, Value *arguments) {
  Wide total;
  if (!integer_is(arguments[0]) || !wide_of(arguments[0], &total)) return too_large();
  return duration_make(&duration_type, total);
}
static const NativeRow methods[] = {
    {"total_seconds", "self, /", "The duration in seconds.", call_total_seconds, NULL},
    {"_total", "self, /", "The duration in microseconds.", call_total, NULL},
    {"__copy__", "self, /", "Itself.", call_self, NULL},
    {"__deepcopy__", "self, memo, /", "Itself.", call_self, NULL},
    {"__divmod__", "self, value, /", "How often another fits, and what is left.", call_divmod, NULL},
    {0}};
static const NativeRow statics[] = {{"_of", "total, /", "The duration of so many microseconds.", call_of, NULL}, {0}};

static Type duration_type = {
    .name = "timedelta", .module = "datetime", .help = "A duration.", .size = sizeof(Duration),
    .signature = "days=..., seconds=..., microseconds=..., milliseconds=..., minutes=..., hours=..., weeks=...",
    .construct = duration_construct, .binary = duration_binary, .unary = duration_unary, .compare = duration_compare,
    .hash = duration_hash, .truth = duration_truth, .repr = duration_repr, .str = duration_str,
    .properties = properties, .methods = methods, .statics = statics};

static bool fill(Dict *dict) {
  py_type_ready(&duration_type);
  const Wide most = MOST_DAYS * DAY;
  return py_dict_set_steal(duration_type.dict, "min", duration_make(&duration_type, -most)) &&
         py_dict_set_steal(duration_type.dict, "max", duration_make(&duration_type, most + DAY - 1)) &&
         py_dict_set_steal(duration_type.dict, "resolution", duration_make(&duration_type, 1));
}

/* ---- Days ---- */

/* Whether three values are the year, month and day of a day that there is; nothing is raised. */
static bool is_day(const Value *parts) {
  for (int i = 0; i < 3; i++)
    if (parts[i].tag != TAG_INT) return false;
  int64_t year = parts[0].as.integer, month = parts[1].as.integer, day = parts[2].as.integer;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  return day <= moment_days_before[moment_is_leap(year)][month] - moment_days_before[moment_is_leap(year)][month - 1];
}

static Value call_is_day(const NativeRow *row, Value *arguments) { return py_bool(is_day(arguments)); }
static Value year_out_of_range(int64_t year) {
  return py_raise(&py_ValueError, "year %lld is out of range", (long long)year);
}
static Value call_ordinal(const NativeRow *row, Value *arguments) {
  if (!is_day(arguments)) {
    if (arguments[0].tag == TAG_INT && (arguments[0].as.integer < 1 || arguments[0].as.integer > 9999))
      return year_out_of_range(arguments[0].as.integer);
    return py_raise(&py_ValueError, "day is out of range for month");
  }
  return py_int(moment_day_number(arguments[0].as.integer, arguments[1].as.integer, arguments[2].as.integer));
}
static Value call_from_ordinal(const NativeRow *row, Value *arguments) {
  int64_t number;
  if (!py_as_int(arguments[0], &number)) return PY_ERROR;
  if (number < 1) return py_raise(&py_ValueError, "ordinal must be >= 1");
  if (number > INT32_MAX) return py_raise(&py_OverflowError, "signed integer is greater than maximum");
  int64_t parts[3];
  moment_day_parts(number, parts);
  if (parts[0] > 9999) return year_out_of_range(parts[0]);
  return py_tuple_of(3, py_int(parts[0]), py_int(parts[1]), py_int(parts[2]));
}
/* Whether four values are a time of day: whole numbers in their ranges. */
static Value call_is_time(const NativeRow *row, Value *arguments) {
  static const int64_t most[] = {23, 59, 59, 999999};
  for (int i = 0; i < 4; i++) {
    Value part = arguments[i];
    if (part.tag != TAG_INT || part.as.integer < 0 || part.as.integer > most[i]) return PY_FALSE;
  }
  return PY_TRUE;
}

static const NativeRow functions[] = {
    {"is_day", "year, month, day, /", "Whether three whole numbers are a day.", call_is_day, NULL},
    {"is_time", "hour, minute, second, microsecond, /", "Whether four whole numbers are a time.", call_is_time, NULL},
    {"ordinal", "year, month, day, /", "The number of a day, counted from the year 1.", call_ordinal, NULL},
    {"from_ordinal", "n, /", "Year, month and day of a number.", call_from_ordinal, NULL},
    {0}};
static Type *const types[] = {&duration_type, NULL};
const ModuleRow duration_module_rows[] = {
    {.name = "_moments", .help = "Dates as numbers and of numbers.", .functions = moment_functions},
    {.name = "_duration_core", .help = "Durations and numbers of days.",
                                           .functions = functions, .types = types, .fill = fill}, {0}};
