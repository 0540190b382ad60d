/* datetime.time: times of day. */
#include "repl/modules/moments.h"

static Value construct(Type *type, Value *arguments) {
  int64_t parts[4], fold;
  Value zone = arguments[4];
  const unsigned char *state = moment_state(arguments[0], 6, 0, 0x80 | 24);
  if (state && (state[0] & 0x7F) < 24) {
    for (int i = 0; i < 3; i++) parts[i] = state[i];
    parts[0] &= 0x7F;
    fold = state[0] >> 7;
    parts[3] = state[3] << 16 | state[4] << 8 | state[5];
    /* The zone comes second, where a minute would be. */
    if (arguments[1].tag == TAG_OBJECT || py_is_none(arguments[1])) zone = arguments[1];
    if (!py_is_none(zone) && !py_is(zone, &zone_base_type)) return py_raise(&py_TypeError, "bad tzinfo state arg");
  } else {
    for (int i = 0; i < 4; i++)
      if (!moment_whole(arguments[i], &parts[i])) return PY_ERROR;
    if (!moment_whole(arguments[5], &fold)) return PY_ERROR;
  }
  if (!zone_check(zone) || !moment_check_clock(parts, fold)) return PY_ERROR;
  DayTime *made = py_new(type);
  if (!made) return PY_ERROR;
  made->clock = (Clock){(uint8_t)parts[0], (uint8_t)parts[1], (uint8_t)parts[2], (uint8_t)fold, (int32_t)parts[3]};
  made->zone = py_keep(zone);
  return py_object(made);
}
static void dealloc(Object *self) { py_drop(((DayTime *)self)->zone); }

Value daytime_of_parts(Type *type, const int64_t parts[4], Value zone, int fold) {
  Value arguments[6] = {py_int(parts[0]), py_int(parts[1]), py_int(parts[2]), py_int(parts[3]), zone, py_int(fold)};
  if (type == &daytime_type) return construct(type, arguments);
  Value class = py_type_value(type), made = py_call_values(class, arguments, 5);
  py_drop(class);
  if (fold && !py_is_error(made) && py_is(made, &daytime_type)) as_daytime(made)->clock.fold = 1;
  return made;
}

static bool offset_of(Value self, bool *known, int64_t *offset) {
  return zone_offset(as_daytime(self)->zone, PY_NONE, known, offset);
}

static Value compare(CompareOp op, Value a, Value b) {
  if (!py_is(a, &daytime_type) || !py_is(b, &daytime_type)) return PY_NOT_IMPLEMENTED;
  int64_t x = clock_total(&as_daytime(a)->clock), y = clock_total(&as_daytime(b)->clock), before, after;
  if (!zone_same(as_daytime(a)->zone, as_daytime(b)->zone)) {
    bool known, known_too;
    if (!offset_of(a, &known, &before) || !offset_of(b, &known_too, &after)) return PY_ERROR;
    if (known != known_too) {
      if (op == OP_EQ || op == OP_NE) return py_bool(op == OP_NE);
      return py_raise(&py_TypeError, "can't compare offset-naive and offset-aware times");
    }
    x -= before;
    y -= after;
  }
  return py_from_order(op, (x > y) - (x < y));
}

static bool hash(Value self, uint64_t *out) {
  DayTime *t = as_daytime(self);
  return clock_hash(&t->clock, t->zone, PY_NONE, clock_total(&t->clock), out);
}

static Value repr(Value self) {
  const DayTime *t = as_daytime(self);
  Text text = {0};
  text_addf(&text, "%s(%d, %d", py_type_label(py_type_of(self)), t->clock.hour, t->clock.minute);
  if (t->clock.second || t->clock.microsecond) text_addf(&text, ", %d", t->clock.second);
  if (t->clock.microsecond) text_addf(&text, ", %d", t->clock.microsecond);
  bool good = true;
  if (!py_is_none(t->zone)) {
    text_add(&text, ", tzinfo=");
    good = py_repr_to(&text, t->zone);
  }
  text_add(&text, t->clock.fold ? ", fold=1)" : ")");
  if (good) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}

static Value isoformat(const NativeRow *row, Value *arguments) {
  const char *timespec;
  bool known;
  int64_t offset;
  Text text = {0};
  if (!py_as_text(arguments[1], &timespec)) return PY_ERROR;
  if (text_add_clock(&text, &as_daytime(arguments[0])->clock, timespec) && offset_of(arguments[0], &known, &offset)) {
    if (known) text_add_offset(&text, offset, ":");
    return py_text_take(&text);
  }
  text_free(&text);
  return PY_ERROR;
}
static Value str(Value self) { return py_call_method(self, "isoformat", NULL, 0); }
static Value format(Value self, const char *spec, size_t length) { return day_type.format(self, spec, length); }
static Value call_strftime(const NativeRow *row, Value *arguments) {
  return moment_strftime(arguments[0], arguments[1]);
}

static Value ask(const NativeRow *row, Value *arguments) {
  return zone_ask(as_daytime(arguments[0])->zone, row->name, PY_NONE);
}
static Value tzname(const NativeRow *row, Value *arguments) {
  return zone_name(as_daytime(arguments[0])->zone, PY_NONE);
}

static Value replace(const NativeRow *row, Value *arguments) {
  const DayTime *t = as_daytime(arguments[0]);
  int64_t parts[4] = {t->clock.hour, t->clock.minute, t->clock.second, t->clock.microsecond}, fold = t->clock.fold;
  for (int i = 0; i < 4; i++)
    if (arguments[i + 1].tag != TAG_UNDEFINED && !moment_whole(arguments[i + 1], &parts[i])) return PY_ERROR;
  Value zone = arguments[5].tag == TAG_UNDEFINED ? t->zone : arguments[5];
  if (arguments[6].tag != TAG_UNDEFINED && !moment_whole(arguments[6], &fold)) return PY_ERROR;
  if (!zone_check(zone) || !moment_check_clock(parts, fold)) return PY_ERROR;
  return daytime_of_parts(py_type_of(arguments[0]), parts, zone, (int)fold);
}

static Value reduced(Value self, bool with_fold) {
  const DayTime *t = as_daytime(self);
  const Clock *c = &t->clock;
  const unsigned char bytes[6] = {(unsigned char)(c->hour | (with_fold && c->fold ? 0x80 : 0)), c->minute, c->second,
                                  (unsigned char)(c->microsecond >> 16), (unsigned char)(c->microsecond >> 8),
                                  (unsigned char)c->microsecond};
  return moment_reduced(self, bytes, sizeof bytes, t->zone);
}
static Value reduce(const NativeRow *row, Value *arguments) { return reduced(arguments[0], false); }
static Value reduce_ex(const NativeRow *row, Value *arguments) {
  int64_t protocol;
  return moment_whole(arguments[1], &protocol) ? reduced(arguments[0], protocol > 3) : PY_ERROR;
}

static Value fromisoformat(const NativeRow *row, Value *arguments) {
  if (!py_is_str(arguments[1])) return py_raise(&py_TypeError, "fromisoformat: argument must be str");
  const String *given = py_as_string(arguments[1]);
  const char *text = given->data;
  size_t length = (size_t)given->length;
  MomentRead read;
  if (length && text[0] == 'T') {
    text++;
    length--;
  }
  if (!moment_read_clock(text, length, &read)) {
    Value shown = py_repr(arguments[1]);
    if (!py_is_error(shown)) py_raise(&py_ValueError, "Invalid isoformat string: %s", py_as_string(shown)->data);
    py_drop(shown);
    return PY_ERROR;
  }
  Value zone = moment_read_zone(&read);
  if (py_is_error(zone)) return zone;
  Value made = moment_check_clock(read.parts + 3, 0)
                   ? daytime_of_parts(py_as_type(arguments[0]), read.parts + 3, zone, 0)
                   : PY_ERROR;
  py_drop(zone);
  return made;
}

static Value get_hour(Value self) { return py_int(as_daytime(self)->clock.hour); }
static Value get_minute(Value self) { return py_int(as_daytime(self)->clock.minute); }
static Value get_second(Value self) { return py_int(as_daytime(self)->clock.second); }
static Value get_microsecond(Value self) { return py_int(as_daytime(self)->clock.microsecond); }
static Value get_fold(Value self) { return py_int(as_daytime(self)->clock.fold); }
static Value get_zone(Value self) { return py_keep(as_daytime(self)->zone); }
static const PropertyRow properties[] = {{"hour", "0 to 23", get_hour, NULL},
                                         {"minute", "0 to 59", get_minute, NULL},
                                         {"second", "0 to 59", get_second, NULL},
                                         {"microsecond", "0 to 999999", get_microsecond, NULL},
                                         {"tzinfo", "the zone, or None", get_zone, NULL},
                                         {"fold", "1: the second of two equal times", get_fold, NULL},
                                         {0}};
static const NativeRow methods[] = {
    {"utcoffset", "self, /", "How far the zone is before UTC, or None.", ask, NULL},
    {"dst", "self, /", "How much of that is daylight saving, or None.", ask, NULL},
    {"tzname", "self, /", "The zone's name, or None.", tzname, NULL},
    {"isoformat", "self, timespec='auto'", "The time as '12:30:00'.", isoformat, NULL},
    {"strftime", "self, format", "The time by a format such as '%H:%M'.", call_strftime, NULL},
    {"replace", "self, hour=..., minute=..., second=..., microsecond=..., tzinfo=..., *, fold=...",
     "The time with some parts replaced.", replace, NULL},
    {"__reduce__", "self, /", "The class and the arguments that make it again.", reduce, NULL},
    {"__reduce_ex__", "self, protocol, /", "Likewise, with fold where the protocol has it.", reduce_ex, NULL},
    {0}};
static const NativeRow statics[] = {
    {"fromisoformat", "cls, time_string, /", "The time of a text such as '12:30:00'.", fromisoformat, NULL}, {0}};

Type daytime_type = {.name = "time", .module = "datetime", .help = "A time of day.", .size = sizeof(DayTime),
                     .signature = "hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0",
                     .construct = construct, .dealloc = dealloc, .compare = compare, .hash = hash, .repr = repr,
                     .str = str, .format = format, .properties = properties, .methods = methods, .statics = statics};

bool daytime_fill(void) {
  py_type_ready(&daytime_type);
  const int64_t last[4] = {23, 59, 59, 999999};
  return py_dict_set_steal(daytime_type.dict, "min", daytime_of_parts(&daytime_type, (int64_t[4]){0}, PY_NONE, 0)) &&
         py_dict_set_steal(daytime_type.dict, "max", daytime_of_parts(&daytime_type, last, PY_NONE, 0)) &&
         py_dict_set_steal(daytime_type.dict, "resolution", duration_of(1));
}
