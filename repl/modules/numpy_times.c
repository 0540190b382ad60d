/* numpy.datetime64 and numpy.timedelta64: the scalars, and values of the language as elements of such arrays. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "engine/array/times.h"
#include "engine/core/memory.h"
#include "repl/modules/numpy_internal.h"

typedef struct TimeObject {
  Object head;
  NdType type;
  int64_t count;
} TimeObject;

static NdType type_of(Value v) { return ((TimeObject *)v.as.object)->type; }
static int64_t count_of(Value v) { return ((TimeObject *)v.as.object)->count; }

Value np_time_value(NdType type, int64_t count) {
  TimeObject *made = py_new(nd_is_span(type) ? &np_timedelta_type : &np_datetime_type);
  if (made == NULL) return PY_ERROR;
  made->type = type;
  made->count = count;
  return py_object(made);
}

bool np_time_of(Value value, NdType *type, int64_t *count) {
  if (value.tag != TAG_OBJECT) return false;
  if (value.as.object->type != &np_datetime_type && value.as.object->type != &np_timedelta_type) return false;
  *type = type_of(value);
  *count = count_of(value);
  return true;
}

NdArray *np_time_array(NdType type, int64_t count) {
  Error error = {0};
  NdArray *array = nd_new(type, 0, NULL, &error);
  if (array == NULL) py_raise_error(&error);
  else *(int64_t *)array->data = count;
  return array;
}

/* ---- Values of the module datetime ---- */

/* A whole number that an object has under a name; false (and nothing pending) where it has none. */
static bool part(Value value, const char *name, int64_t *out) {
  Value found = value.tag == TAG_OBJECT ? py_find_attr(value, py_intern(name)) : PY_UNDEFINED;
  bool good = !py_is_undefined(found) && !py_is_error(found) && found.tag == TAG_INT && py_as_int(found, out);
  py_drop(found);
  py_clear_pending();
  return good;
}

/* A date, a datetime (in microseconds) or a timedelta of Python's, with the unit that it has. */
static bool from_python(Value value, bool span, int64_t *count, NdUnit *unit) {
  int64_t a, b, c, hour, minute, second, micro;
  if (value.tag != TAG_OBJECT || py_is_str(value)) return false;
  if (span) {
    if (!part(value, "days", &a) || !part(value, "seconds", &b) || !part(value, "microseconds", &c)) return false;
    *unit = ND_MICROSECONDS;
    *count = (int64_t)((uint64_t)(a * 86400 + b) * 1000000u + (uint64_t)c);
    return true;
  }
  if (!part(value, "year", &a) || !part(value, "month", &b) || !part(value, "day", &c)) return false;
  *unit = ND_DAYS;
  *count = nd_days(a, (int)b, (int)c);
  if (!part(value, "hour", &hour) || !part(value, "minute", &minute) || !part(value, "second", &second) ||
      !part(value, "microsecond", &micro))
    return true;
  *unit = ND_MICROSECONDS;
  *count = (((*count * 24 + hour) * 60 + minute) * 60 + second) * 1000000 + micro;
  return true;
}

/* A value as a count with its own unit; ND_NO_UNIT for plain numbers and NaT. */
static bool read_time(Value value, bool span, int64_t *count, NdUnit *unit) {
  NdType type;
  *unit = ND_NO_UNIT;
  if (py_is_none(value)) {
    *count = ND_NAT;
    return true;
  }
  if (np_time_of(value, &type, count)) {
    *unit = nd_time_unit(type);
    if (nd_is_span(type) == span || *count == ND_NAT) return true;
    py_raise(&py_ValueError, "Could not convert object to NumPy %s", span ? "timedelta" : "datetime");
    return false;
  }
  if (py_is_str(value) || py_is_bytes(value)) {
    const char *text = py_is_str(value) ? py_as_string(value)->data : py_as_bytes(value)->data;
    char *end;
    const char *wrong = span ? NULL : nd_time_parse(text, count, unit);
    if (!span && wrong == NULL) return true;
    if (span) {
      *count = strtoll(text, &end, 10);
      if (strcasecmp(text, "nat") == 0) *count = ND_NAT;
      else if (end == text || *end != '\0') py_raise(&py_ValueError, "Could not convert object to NumPy timedelta");
      return !py_pending();
    }
    Error error = {0};
    nd_fail_parse(text, wrong, &error);
    py_raise_error(&error);
    return false;
  }
  if (py_is_integer(value)) return py_as_int(value, count);
  if (value.tag == TAG_FLOAT && value.as.real != value.as.real) {
    *count = ND_NAT;
    return true;
  }
  if (from_python(value, span, count, unit)) return true;
  py_raise(&py_ValueError, "Could not convert object to NumPy %s", span ? "timedelta" : "datetime");
  return false;
}

static bool fail_units(NdType to, NdUnit from) {
  py_raise(&py_TypeError, "Cannot cast NumPy timedelta64 scalar from metadata [%s] to [%s] according to the rule "
                          "'same_kind'", nd_unit_name(from), nd_unit_name(nd_time_unit(to)));
  return false;
}

bool np_time_store(NdType type, int64_t *to, Value value) {
  NdUnit unit;
  int64_t count;
  bool span = nd_is_span(type);
  if (!read_time(value, span, &count, &unit)) return false;
  if (nd_time_unit(type) != ND_NO_UNIT && !nd_time_convert(&count, unit, nd_time_unit(type), span))
    return fail_units(type, unit);
  *to = count;
  return true;
}

bool np_time_settle(Value value, NdType *type) {
  bool span = nd_is_span(*type);
  if (nd_time_unit(*type) != ND_NO_UNIT) return true;
  const Value *items;
  int64_t item_count, count;
  NdUnit unit = ND_NO_UNIT;
  if (np_is_array(value)) {
    if (nd_is_time(np_borrow(value)->type)) *type = np_borrow(value)->type;
    return true;
  }
  if (py_sequence(value, &items, &item_count)) {
    int common = ND_NO_UNIT;
    for (int64_t i = 0; i < item_count; i++) {
      NdType own = *type;
      if (!np_time_settle(items[i], &own)) return false;
      common = nd_common_unit((NdUnit)common, nd_time_unit(own), span);
      if (common < 0) return fail_units(own, nd_time_unit(own));
    }
    unit = (NdUnit)common;
  } else if (!read_time(value, span, &count, &unit)) {
    return false;
  }
  *type = span ? nd_span_type(unit) : nd_date_type(unit);
  return true;
}

/* A count as a value of Python: date, datetime, timedelta, an int where these are too coarse, None for NaT. */
Value np_time_plain(NdType type, int64_t count) {
  NdUnit unit = nd_time_unit(type);
  if (count == ND_NAT) return PY_NONE;
  bool span = nd_is_span(type);
  if (unit > ND_MICROSECONDS || (span && unit <= ND_MONTHS)) return py_int(count);
  Value module = modules_import("datetime"), made = PY_ERROR;
  if (py_is_error(module)) return module;
  if (span) {
    nd_time_convert(&count, unit, ND_MICROSECONDS, true);
    Value arguments[3] = {py_int(0), py_int(0), py_int(count)};
    made = py_call_method(module, "timedelta", arguments, 3);
  } else {
    int64_t days = count, year;
    int month, day;
    nd_time_convert(&days, unit, ND_DAYS, false);
    nd_civil(days, &year, &month, &day);
    if (year < 1 || year > 9999) {
      made = py_int(count);
    } else if (unit <= ND_DAYS) {
      Value arguments[3] = {py_int(year), py_int(month), py_int(day)};
      made = py_call_method(module, "date", arguments, 3);
    } else {
      nd_time_convert(&count, unit, ND_MICROSECONDS, false);
      int64_t left = (int64_t)((uint64_t)count - (uint64_t)days * 86400000000u);
      Value arguments[7] = {py_int(year), py_int(month), py_int(day), py_int(left / 3600000000ll),
                            py_int(left / 60000000 % 60), py_int(left / 1000000 % 60), py_int(left % 1000000)};
      made = py_call_method(module, "datetime", arguments, 7);
    }
  }
  py_drop(module);
  return made;
}

/* arange of dates and spans: start, stop, step, in the dtype asked for (type -1: that of the bounds). */
Value np_time_steps(const Value given[3], NdType type) {
  NdType own;
  int64_t counts[3] = {0, 0, 1}, unused;
  if (np_time_of(given[2], &own, &unused) && !nd_is_span(own))
    return py_raise(&py_ValueError, "cannot use a datetime as a step in arange");
  for (int i = 0; i < 2 && (int)type < 0; i++)
    if (np_time_of(given[i], &own, &unused)) type = own;
  for (int i = 0; i < 2; i++) {
    NdType each = nd_is_span(type) ? nd_span_type(ND_NO_UNIT) : nd_date_type(ND_NO_UNIT);
    bool other = np_time_of(given[i], &own, &unused) && nd_is_span(own) != nd_is_span(type);
    if (other || py_is_integer(given[i])) continue;
    if (!np_time_settle(given[i], &each)) return PY_ERROR;
    if (nd_time_unit(type) == ND_NO_UNIT || (int)nd_time_unit(each) > (int)nd_time_unit(type))
      if (nd_time_unit(each) != ND_NO_UNIT) type = each;
  }
  NdType span = nd_span_type(nd_time_unit(type));
  if (!np_time_store(type, &counts[0], given[0])) return PY_ERROR;
  /* A stop that is a span or a number counts from the start. */
  bool span_given = np_time_of(given[1], &own, &unused) && nd_is_span(own);
  bool relative = !nd_is_span(type) && (span_given || py_is_integer(given[1]));
  if (!np_time_store(relative ? span : type, &counts[1], given[1])) return PY_ERROR;
  if (relative) counts[1] = (int64_t)((uint64_t)counts[1] + (uint64_t)counts[0]);
  if (!py_is_none(given[2]) && !np_time_store(span, &counts[2], given[2])) return PY_ERROR;
  if (counts[2] == 0) return py_raise(&py_ValueError, "arange: step cannot be zero");
  NdScalar bounds[3];
  for (int i = 0; i < 3; i++) {
    if (counts[i] == ND_NAT) return py_raise(&py_ValueError, "arange: cannot use NaT (not-a-time) datetime values");
    bounds[i] = (NdScalar){.type = ND_INT64, .as.i = counts[i]};
  }
  Error error = {0};
  NdArray *whole = nd_arange(bounds[0], bounds[1], bounds[2], ND_INT64, &error);
  NdArray *made = whole ? nd_view_as(whole, type, sizeof(int64_t), &error) : NULL;
  nd_release(whole);
  return np_value(made, &error);
}

/* ---- The scalars ---- */

static Value time_str(Value self) {
  Text text = {0};
  nd_time_str(&text, type_of(self), count_of(self));
  return py_text_take(&text);
}
static Value time_repr(Value self) {
  bool span = nd_is_span(type_of(self));
  NdUnit unit = nd_time_unit(type_of(self));
  Text text = {0};
  text_add(&text, span ? "np.timedelta64(" : "np.datetime64('");
  if (count_of(self) == ND_NAT) text_add(&text, span ? "'NaT'" : "NaT");
  else if (span) text_addf(&text, "%lld", (long long)count_of(self));
  else nd_time_text(&text, count_of(self), unit);
  if (!span) text_add_char(&text, '\'');
  bool named = span || count_of(self) == ND_NAT;
  if (named) text_addf(&text, ",'%s'", nd_unit_name(unit));
  text_add_char(&text, ')');
  return py_text_take(&text);
}
static bool time_hash(Value self, uint64_t *hash) {
  int64_t count = count_of(self);
  NdUnit unit = nd_time_unit(type_of(self));
  /* Equal times of different units have equal hashes. */
  if (unit > ND_MONTHS && unit < ND_NANOSECONDS) nd_time_convert(&count, unit, ND_NANOSECONDS, true);
  *hash = (uint64_t)count * 0x9e3779b97f4a7c15u + (uint64_t)nd_is_span(type_of(self));
  return true;
}
static int time_truth(Value self) { return count_of(self) != 0; }
static Value time_binary(BinaryOp op, Value a, Value b) { return np_binary(op, a, b); }
static Value time_compare(CompareOp op, Value a, Value b) {
  NdType type;
  int64_t count;
  const Value *items;
  for (int i = 0; i < 2; i++) {
    Value side = i ? b : a;
    bool known = np_time_of(side, &type, &count) || py_is_number(side) || np_is_array(side) ||
                 py_sequence(side, &items, &count);
    if (!known) return PY_NOT_IMPLEMENTED;
  }
  return np_compare(op, a, b);
}
static Value time_unary(UnaryOp op, Value self) { return np_unary(op, self); }

static Value construct(Type *type, Value *arguments) {
  bool span = type == &np_timedelta_type;
  Value given = py_is_undefined(arguments[0]) ? (span ? py_int(0) : PY_NONE) : arguments[0];
  NdUnit unit, own;
  int64_t count;
  if (!read_time(given, span, &count, &own)) return PY_ERROR;
  unit = own;
  if (!py_is_undefined(arguments[1]) && !py_is_none(arguments[1])) {
    const char *name;
    if (!py_as_text(arguments[1], &name)) return PY_ERROR;
    int named = nd_unit_named(name, strlen(name));
    if (*name >= '0' && *name <= '9')
      return py_raise(&py_NotImplementedError, "the unit '%s' is not there: units of time have no multiples", name);
    if (named < 0) return py_raise(&py_TypeError, "Invalid datetime unit \"%s\" in metadata", name);
    unit = (NdUnit)named;
    if (!nd_time_convert(&count, own, unit, span)) {
      fail_units(nd_span_type(unit), own);
      return PY_ERROR;
    }
  } else if (!span && py_is_integer(given)) {
    return py_raise(&py_ValueError, "Converting an integer to a NumPy datetime requires a specified unit");
  }
  return np_time_value(span ? nd_span_type(unit) : nd_date_type(unit), count);
}

static Value as_array(Value self) {
  NdArray *array = np_time_array(type_of(self), count_of(self));
  return array ? np_value(array, NULL) : PY_ERROR;
}
static Value time_getattr(Value self, String *name) {
  Value array = as_array(self);
  if (py_is_error(array)) return array;
  Value found = np_python_method("scalar", self, name);
  if (py_is_undefined(found)) found = py_find_attr(array, name);
  py_drop(array);
  return found;
}
static Value method_astype(const NativeRow *row, Value *arguments) {
  Value array = as_array(arguments[0]);
  Value made = py_is_error(array) ? PY_ERROR : py_call_method(array, "astype", &arguments[1], 1);
  py_drop(array);
  if (!np_is_array(made)) return made;
  Error error = {0};
  Value scalar = np_value_or_scalar(nd_retain(np_borrow(made)), &error);
  py_drop(made);
  return scalar;
}
static Value time_getitem(Value self, Value key) {
  bool whole = key.tag == TAG_ELLIPSIS || (py_is_tuple(key) && py_as_tuple(key)->count == 0) || py_is_none(key);
  if (!whole) return py_raise(&py_IndexError, "invalid index to scalar variable.");
  Value array = as_array(self), found = py_is_error(array) ? PY_ERROR : py_getitem(array, key);
  py_drop(array);
  return found;
}
static Value method_item(const NativeRow *row, Value *arguments) {
  return np_time_plain(type_of(arguments[0]), count_of(arguments[0]));
}
/* int() and float() of what the value is in Python: only plain counts have one. */
static Value method_number(const NativeRow *row, Value *arguments) {
  Value plain = np_time_plain(type_of(arguments[0]), count_of(arguments[0]));
  Value class = py_is_error(plain) ? PY_ERROR : py_type_value(row->data ? &py_int_type : &py_float_type);
  Value made = py_is_error(class) ? PY_ERROR : py_call_values(class, &plain, 1);
  py_drop(class);
  py_drop(plain);
  return made;
}
static Value get_dtype(Value self) { return np_dtype_value(type_of(self)); }
static Value get_shape(Value self) { return py_tuple(0); }
static Value get_ndim(Value self) { return py_int(0); }
static Value get_size(Value self) { return py_int(1); }
static const NativeRow methods[] = {
    {"item|tolist", "self", "The value as one of the module datetime.", method_item, NULL},
    {"astype", "self, dtype, order='K', casting='unsafe', subok=True, copy=True", "The value in another dtype.",
     method_astype, NULL},
    {"__int__", "self", "The count, where Python has no class for it.", method_number, "int"},
    {"__float__", "self", "The same as a float.", method_number, NULL},
    {0},
};
static const PropertyRow properties[] = {{"dtype", "The dtype.", get_dtype, NULL},
                                         {"shape", "The empty tuple.", get_shape, NULL},
                                         {"ndim", "0.", get_ndim, NULL},
                                         {"size", "1.", get_size, NULL},
                                         {0}};
#define TIME_TYPE(variable, class_name, parent, words)                                                              \
  Type variable = {.head = {&py_type_type, 1}, .name = class_name, .module = "numpy", .base = parent, .help = words, \
                   .size = sizeof(TimeObject), .repr = time_repr, .str = time_str, .hash = time_hash,               \
                   .compare = time_compare, .truth = time_truth, .binary = time_binary, .unary = time_unary,        \
                   .getattr = time_getattr, .getitem = time_getitem,                                                \
                   .signature = "value=..., unit=..., /", .construct = construct,                                   \
                   .methods = methods, .properties = properties}
TIME_TYPE(np_datetime_type, "datetime64", &np_generic_type, "A moment: a count of a unit of time since 1970.");
TIME_TYPE(np_timedelta_type, "timedelta64", &np_signed_type, "A span of time: a count of a unit.");
