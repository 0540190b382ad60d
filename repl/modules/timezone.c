/* Zones of time: datetime.tzinfo, which programs derive from, and datetime.timezone. */
#include "repl/modules/moments.h"

/* ---- Asking a zone ---- */

bool zone_check(Value zone) {
  if (py_is_none(zone) || py_is(zone, &zone_base_type)) return true;
  py_raise(&py_TypeError, "tzinfo argument must be None or of a tzinfo subclass, not type '%s'",
           py_type_label(py_type_of(zone)));
  return false;
}

Value zone_ask(Value zone, const char *method, Value argument) {
  if (py_is_none(zone)) return zone;
  if (py_type_of(zone) == &zone_type) return method[0] == 'u' ? py_keep(((Zone *)zone.as.object)->offset) : PY_NONE;
  Value said = py_call_method(zone, method, &argument, 1);
  if (py_is_error(said) || py_is_none(said)) return said;
  if (!is_duration(said)) {
    py_raise(&py_TypeError, "tzinfo.%s() must return None or timedelta, not '%s'", method,
             py_type_label(py_type_of(said)));
  } else {
    Wide total = duration_total(said);
    if (total > -DAY_LENGTH && total < DAY_LENGTH) return said;
    py_raise(&py_ValueError, "offset must be a timedelta strictly between -timedelta(hours=24) and "
                             "timedelta(hours=24).");
  }
  py_drop(said);
  return PY_ERROR;
}

bool zone_offset(Value zone, Value argument, bool *known, int64_t *offset) {
  *known = false;
  *offset = 0;
  if (py_is_none(zone)) return true;
  Value said = zone_ask(zone, "utcoffset", argument);
  if (py_is_error(said)) return false;
  if (py_is_none(said)) return true;
  *known = true;
  *offset = (int64_t)duration_total(said);
  py_drop(said);
  return true;
}

Value zone_name(Value zone, Value argument) {
  if (py_is_none(zone)) return zone;
  Value said = py_call_method(zone, "tzname", &argument, 1);
  if (py_is_error(said) || py_is_none(said) || py_is_str(said)) return said;
  py_raise(&py_TypeError, "tzinfo.tzname() must return None or a string, not '%s'", py_type_label(py_type_of(said)));
  py_drop(said);
  return PY_ERROR;
}

bool zone_same(Value a, Value b) { return a.tag == b.tag && (a.tag != TAG_OBJECT || a.as.object == b.as.object); }

bool clock_hash(Clock *clock, Value zone, Value argument, int64_t total, uint64_t *out) {
  bool known;
  int64_t offset;
  const uint8_t fold = clock->fold;
  clock->fold = 0; /* zones are asked about the first of two equal times */
  const bool asked = zone_offset(zone, argument, &known, &offset);
  clock->fold = fold;
  *out = (uint64_t)(total - offset) * 0x9E3779B97F4A7C15u >> 3;
  return asked;
}

/* ---- tzinfo ---- */

static Value base_construct(Type *type, Value *arguments) { return py_object(py_new(type)); }

static Value base_missing(const NativeRow *row, Value *arguments) {
  return py_raise(&py_NotImplementedError, "a tzinfo subclass must implement %s()", row->name);
}

/* The receiver's own time of a moment that is given in UTC, with this zone in it. */
static bool check_utc(Value self, Value moment) {
  if (!is_moment(moment)) {
    py_raise(&py_TypeError, "fromutc: argument must be a datetime");
    return false;
  }
  Value zone = as_moment(moment)->zone;
  if (zone.tag == self.tag && zone.as.object == self.as.object) return true;
  py_raise(&py_ValueError, "fromutc: dt.tzinfo is not self");
  return false;
}

static Value base_fromutc(const NativeRow *row, Value *arguments) {
  Value self = arguments[0], moment = arguments[1];
  if (!check_utc(self, moment)) return PY_ERROR;
  Value offset = zone_ask(self, "utcoffset", moment);
  if (py_is_error(offset)) return offset;
  if (py_is_none(offset)) return py_raise(&py_ValueError, "fromutc: non-None utcoffset() result required");
  Value daylight = zone_ask(self, "dst", moment);
  if (py_is_none(daylight)) py_raise(&py_ValueError, "fromutc: non-None dst() result required");
  if (py_is_none(daylight) || py_is_error(daylight)) {
    py_drop(offset);
    return PY_ERROR;
  }
  Value standard = py_binary(OP_SUB, offset, daylight);
  py_drop(offset);
  py_drop(daylight);
  Value made = py_is_error(standard) ? standard : py_binary(OP_ADD, moment, standard);
  py_drop(standard);
  if (py_is_error(made)) return made;
  daylight = zone_ask(self, "dst", made);
  Value moved = daylight;
  if (py_is_none(daylight))
    moved = py_raise(&py_ValueError, "fromutc: tz.dst() gave inconsistent results; cannot convert");
  else if (!py_is_error(daylight))
    moved = duration_total(daylight) ? py_binary(OP_ADD, made, daylight) : py_keep(made);
  py_drop(daylight);
  py_drop(made);
  return moved;
}

/* What a class of the program's says of its arguments, and what its instance holds. */
static Value base_reduce(const NativeRow *row, Value *arguments) {
  Value self = arguments[0], given = py_find_attr(self, py_intern("__getinitargs__"));
  if (given.tag == TAG_OBJECT) {
    Value called = py_call_values(given, NULL, 0);
    py_drop(given);
    given = called;
  } else if (given.tag == TAG_UNDEFINED) {
    given = py_tuple(0);
  }
  if (py_is_error(given)) return given;
  Dict *dict = py_instance_dict(self.as.object, false);
  Value state = dict && dict->count ? (Value){.tag = TAG_OBJECT, .as.object = &dict->head} : PY_NONE;
  Value type = py_type_value(py_type_of(self)), made = py_tuple_of(3, type, given, state);
  py_drop(type);
  py_drop(given);
  return made;
}

static const NativeRow base_methods[] = {
    {"utcoffset", "self, dt, /", "How far local time is before UTC.", base_missing, NULL},
    {"dst", "self, dt, /", "How much of that is daylight saving.", base_missing, NULL},
    {"tzname", "self, dt, /", "The name of the zone.", base_missing, NULL},
    {"fromutc", "self, dt, /", "A moment of UTC in local time.", base_fromutc, NULL},
    {"__reduce__", "self, /", "The class and the arguments that make it again.", base_reduce, NULL},
    {0}};
Type zone_base_type = {.name = "tzinfo", .module = "datetime", .help = "What a zone of time can tell.",
                       .size = sizeof(Object), .signature = "*args, **kwargs", .construct = base_construct,
                       .methods = base_methods};

/* ---- timezone ---- */

static Value offset_of(Value self) { return ((Zone *)self.as.object)->offset; }
static Value given_name(Value self) { return ((Zone *)self.as.object)->name; }
static Value utc;

static Value zone_new(Type *type, Value offset, Value name) {
  Zone *made = py_new(type);
  if (!made) return PY_ERROR;
  made->offset = py_keep(offset);
  made->name = py_keep(name);
  return py_object(made);
}

Value zone_utc(void) {
  if (utc.tag != TAG_OBJECT) {
    Value none = duration_of(0);
    if (py_is_error(none)) return none;
    py_type_ready(&zone_type);
    utc = zone_new(&zone_type, none, PY_NONE);
    py_drop(none);
  }
  return py_keep(utc);
}

Value zone_of(Value offset, Value name) {
  if (py_is_none(name) && duration_total(offset) == 0) return zone_utc();
  return zone_new(&zone_type, offset, name);
}

static Value zone_construct(Type *type, Value *arguments) {
  Value offset = arguments[0], name = arguments[1].tag == TAG_UNDEFINED ? PY_NONE : arguments[1];
  if (!is_duration(offset))
    return py_raise(&py_TypeError, "timezone() argument 1 must be datetime.timedelta, not %s",
                    py_type_label(py_type_of(offset)));
  if (arguments[1].tag != TAG_UNDEFINED && !py_is_str(name))
    return py_raise(&py_TypeError, "timezone() argument 2 must be str, not %s", py_type_label(py_type_of(name)));
  Wide total = duration_total(offset);
  if (total <= -DAY_LENGTH || total >= DAY_LENGTH) {
    Value shown = py_repr(offset);
    if (!py_is_error(shown))
      py_raise(&py_ValueError, "offset must be a timedelta strictly between -timedelta(hours=24) and "
                               "timedelta(hours=24), not %s.", py_as_string(shown)->data);
    py_drop(shown);
    return PY_ERROR;
  }
  return type == &zone_type ? zone_of(offset, name) : zone_new(type, offset, name);
}
static void zone_dealloc(Object *self) {
  py_drop(((Zone *)self)->offset);
  py_drop(((Zone *)self)->name);
}

static Value zone_text(Value self) {
  if (!py_is_none(given_name(self))) return py_keep(given_name(self));
  int64_t offset = (int64_t)duration_total(offset_of(self));
  if (offset == 0) return py_text("UTC");
  Text text = {0};
  text_add(&text, "UTC");
  text_add_offset(&text, offset, ":");
  return py_text_take(&text);
}

static Value zone_repr(Value self) {
  if (self.as.object == utc.as.object && utc.tag == TAG_OBJECT) return py_text("datetime.timezone.utc");
  Text text = {0};
  text_addf(&text, "%s(", py_type_label(py_type_of(self)));
  bool good = py_repr_to(&text, offset_of(self));
  if (good && !py_is_none(given_name(self))) {
    text_add(&text, ", ");
    good = py_repr_to(&text, given_name(self));
  }
  text_add_char(&text, ')');
  if (good) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}

static Value zone_compare(CompareOp op, Value a, Value b) {
  if ((op != OP_EQ && op != OP_NE) || !py_is(a, &zone_type) || !py_is(b, &zone_type)) return PY_NOT_IMPLEMENTED;
  return py_bool((duration_total(offset_of(a)) == duration_total(offset_of(b))) == (op == OP_EQ));
}
static bool zone_hash(Value self, uint64_t *out) { return py_hash(offset_of(self), out); }

static bool check_moment(const NativeRow *row, Value value) {
  if (py_is_none(value) || is_moment(value)) return true;
  py_raise(&py_TypeError, "%s(dt) argument must be a datetime instance or None, not %s", row->name,
           py_type_label(py_type_of(value)));
  return false;
}
static Value zone_utcoffset(const NativeRow *row, Value *arguments) {
  return check_moment(row, arguments[1]) ? py_keep(offset_of(arguments[0])) : PY_ERROR;
}
static Value zone_dst(const NativeRow *row, Value *arguments) {
  return check_moment(row, arguments[1]) ? PY_NONE : PY_ERROR;
}
static Value zone_tzname(const NativeRow *row, Value *arguments) {
  return check_moment(row, arguments[1]) ? zone_text(arguments[0]) : PY_ERROR;
}
static Value zone_fromutc(const NativeRow *row, Value *arguments) {
  return check_utc(arguments[0], arguments[1]) ? py_binary(OP_ADD, arguments[1], offset_of(arguments[0])) : PY_ERROR;
}
static Value zone_arguments(const NativeRow *row, Value *arguments) {
  Value name = given_name(arguments[0]);
  return py_is_none(name) ? py_tuple_of(1, offset_of(arguments[0])) : py_tuple_of(2, offset_of(arguments[0]), name);
}
static Value zone_itself(const NativeRow *row, Value *arguments) { return py_keep(arguments[0]); }
static const NativeRow zone_methods[] = {
    {"utcoffset", "self, dt, /", "How far local time is before UTC.", zone_utcoffset, NULL},
    {"dst", "self, dt, /", "None: a fixed zone saves no daylight.", zone_dst, NULL},
    {"tzname", "self, dt, /", "The name of the zone.", zone_tzname, NULL},
    {"fromutc", "self, dt, /", "A moment of UTC in local time.", zone_fromutc, NULL},
    {"__getinitargs__", "self, /", "The arguments that make it again.", zone_arguments, NULL},
    {"__copy__", "self, /", "Itself.", zone_itself, NULL},
    {"__deepcopy__", "self, memo, /", "Itself, or one that is equal.", zone_itself, NULL},
    {0}};
Type zone_type = {.name = "timezone", .module = "datetime", .help = "A zone that is always as far from UTC.",
                  .base = &zone_base_type, .size = sizeof(Zone), .signature = "offset, name=...",
                  .construct = zone_construct, .dealloc = zone_dealloc, .repr = zone_repr, .str = zone_text,
                  .compare = zone_compare, .hash = zone_hash, .methods = zone_methods};

bool zone_fill(void) {
  py_type_ready(&zone_type);
  const int64_t most = 86340 * (int64_t)1000000;
  Value first = duration_of(-most), last = duration_of(most);
  bool made = !py_is_error(first) && !py_is_error(last) && py_dict_set_steal(zone_type.dict, "utc", zone_utc()) &&
              py_dict_set_steal(zone_type.dict, "min", zone_of(first, PY_NONE)) &&
              py_dict_set_steal(zone_type.dict, "max", zone_of(last, PY_NONE));
  py_drop(first);
  py_drop(last);
  return made;
}
