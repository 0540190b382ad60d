/* datetime.timedelta: durations, kept as whole days, seconds and microseconds. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "repl/modules/moments.h"
#include "repl/types/integer.h"

enum { MOST_DAYS = 999999999 };
#define DAY ((Wide)DAY_LENGTH)

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

Value duration_of(Wide total) { return duration_make(&duration_type, total); }

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
    x = duration_total(a);
    y = duration_total(b);
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
  x = duration_total(turned ? b : a);
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
  Wide total = duration_total(self);
  switch (op) {
  case OP_NEGATIVE: return duration_make(&duration_type, -total);
  case OP_POSITIVE: return duration_make(&duration_type, total);
  case OP_ABS: return duration_make(&duration_type, total < 0 ? -total : total);
  default: return PY_NOT_IMPLEMENTED;
  }
}

static Value duration_compare(CompareOp op, Value a, Value b) {
  if (!is_duration(a) || !is_duration(b)) return PY_NOT_IMPLEMENTED;
  Wide x = duration_total(a), y = duration_total(b);
  return py_from_order(op, (x > y) - (x < y));
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
  text_addf(&text, "%s(", py_type_label(py_type_of(self)));
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

static Value call_total_seconds(const NativeRow *row, Value *arguments) {
  return true_quotient(duration_total(arguments[0]), 1000000);
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
static Value call_reduce(const NativeRow *row, Value *arguments) {
  const Duration *d = as_duration(arguments[0]);
  Value type = py_type_value(py_type_of(arguments[0]));
  Value parts = py_tuple_of(3, py_int(d->days), py_int(d->seconds), py_int(d->microseconds));
  Value made = py_is_error(parts) ? parts : py_tuple_of(2, type, parts);
  py_drop(type);
  py_drop(parts);
  return made;
}
static const NativeRow methods[] = {
    {"total_seconds", "self, /", "The duration in seconds.", call_total_seconds, NULL},
    {"__copy__", "self, /", "Itself.", call_self, NULL},
    {"__deepcopy__", "self, memo, /", "Itself.", call_self, NULL},
    {"__reduce__", "self, /", "The class and the arguments that make it again.", call_reduce, NULL},
    {"__divmod__", "self, value, /", "How often another fits, and what is left.", call_divmod, NULL},
    {0}};

Type duration_type = {
    .name = "timedelta", .module = "datetime", .help = "A duration.", .size = sizeof(Duration),
    .signature = "days=..., seconds=..., microseconds=..., milliseconds=..., minutes=..., hours=..., weeks=...",
    .construct = duration_construct, .binary = duration_binary, .unary = duration_unary, .compare = duration_compare,
    .hash = duration_hash, .truth = duration_truth, .repr = duration_repr, .str = duration_str,
    .properties = properties, .methods = methods};

bool duration_fill(void) {
  py_type_ready(&duration_type);
  const Wide most = MOST_DAYS * DAY;
  return py_dict_set_steal(duration_type.dict, "min", duration_make(&duration_type, -most)) &&
         py_dict_set_steal(duration_type.dict, "max", duration_make(&duration_type, most + DAY - 1)) &&
         py_dict_set_steal(duration_type.dict, "resolution", duration_make(&duration_type, 1));
}
