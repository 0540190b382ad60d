/* datetime.datetime: a day with a time of it, in a zone or in none. */
#include <string.h>

#include "repl/modules/moments.h"

enum { PARTS = 7 };

static Value make(Type *type, const int64_t parts[PARTS], Value zone, int64_t fold) {
  if (!moment_check_day(parts) || !moment_check_clock(parts + 3, fold) || !zone_check(zone)) return PY_ERROR;
  Moment *made = py_new(type);
  if (!made) return PY_ERROR;
  made->date.year = (int16_t)parts[0];
  made->date.month = (uint8_t)parts[1];
  made->date.day = (uint8_t)parts[2];
  made->clock = (Clock){(uint8_t)parts[3], (uint8_t)parts[4], (uint8_t)parts[5], (uint8_t)fold, (int32_t)parts[6]};
  made->zone = py_keep(zone);
  return py_object(made);
}

static Value of_state(Type *type, const unsigned char *state, Value zone) {
  if (zone.tag == TAG_UNDEFINED) zone = PY_NONE;
  if (!py_is_none(zone) && !py_is(zone, &zone_base_type)) return py_raise(&py_TypeError, "bad tzinfo state arg");
  const int64_t parts[PARTS] = {state[0] << 8 | state[1], state[2] & 0x7F, state[3], state[4], state[5], state[6],
                                state[7] << 16 | state[8] << 8 | state[9]};
  return make(type, parts, zone, state[2] >> 7);
}

static Value construct(Type *type, Value *arguments) {
  int64_t parts[PARTS], fold;
  if (arguments[0].tag == TAG_OBJECT && arguments[2].tag == TAG_UNDEFINED) {
    const unsigned char *state = moment_state(arguments[0], 10, 2, 0x80 | 13);
    if (state && (state[2] & 0x7F) < 13)
      return of_state(type, state, arguments[1].tag != TAG_UNDEFINED ? arguments[1] : arguments[7]);
  }
  static const char *const names[] = {"year", "month", "day"};
  for (int i = 0; i < PARTS; i++) {
    if (arguments[i].tag == TAG_UNDEFINED)
      return py_raise(&py_TypeError, "function missing required argument '%s' (pos %d)", names[i], i + 1);
    if (!moment_whole(arguments[i], &parts[i])) return PY_ERROR;
  }
  return moment_whole(arguments[8], &fold) ? make(type, parts, arguments[7], fold) : PY_ERROR;
}
static void dealloc(Object *self) { py_drop(((Moment *)self)->zone); }

Value moment_of_parts(Type *type, const int64_t parts[PARTS], Value zone, int fold) {
  if (type == &moment_type) return make(type, parts, zone, fold);
  Value arguments[PARTS + 1];
  for (int i = 0; i < PARTS; i++) arguments[i] = py_int(parts[i]);
  arguments[PARTS] = zone;
  Value class = py_type_value(type), made = py_call_values(class, arguments, PARTS + 1);
  py_drop(class);
  if (fold && !py_is_error(made) && is_moment(made)) as_moment(made)->clock.fold = 1;
  return made;
}

Value moment_of_total(Type *type, int64_t total, Value zone, int fold) {
  int64_t parts[PARTS], day = total / DAY_LENGTH, rest = total % DAY_LENGTH;
  if (rest < 0 || day < 1 || day > LAST_DAY) return moment_out_of_range();
  moment_day_parts(day, parts);
  parts[6] = rest % 1000000;
  rest /= 1000000;
  parts[5] = rest % 60;
  parts[4] = rest / 60 % 60;
  parts[3] = rest / 3600;
  return moment_of_parts(type, parts, zone, fold);
}

static void read_parts(Value self, int64_t parts[PARTS]) {
  const Moment *m = as_moment(self);
  const int64_t own[PARTS] = {m->date.year,    m->date.month,   m->date.day,          m->clock.hour,
                              m->clock.minute, m->clock.second, m->clock.microsecond};
  memcpy(parts, own, sizeof own);
}

static bool offset_of(Value self, bool *known, int64_t *offset) {
  return zone_offset(as_moment(self)->zone, self, known, offset);
}
/* Likewise with the other fold. */
static bool other_offset(Value self, bool *known, int64_t *offset) {
  as_moment(self)->clock.fold ^= 1;
  bool asked = offset_of(self, known, offset);
  as_moment(self)->clock.fold ^= 1;
  return asked;
}

/* ---- Operators ---- */

static Value shifted(Value self, Wide by) {
  Wide total = (Wide)moment_total(self) + by;
  if (total < 0 || total > (Wide)(LAST_DAY + 1) * DAY_LENGTH) return moment_out_of_range();
  return moment_of_total(py_type_of(self), (int64_t)total, as_moment(self)->zone, 0);
}

static Value difference(Value a, Value b) {
  int64_t between = moment_total(a) - moment_total(b);
  if (zone_same(as_moment(a)->zone, as_moment(b)->zone)) return duration_of(between);
  bool known, known_too;
  int64_t mine, others;
  if (!offset_of(a, &known, &mine) || !offset_of(b, &known_too, &others)) return PY_ERROR;
  if (known != known_too) return py_raise(&py_TypeError, "can't subtract offset-naive and offset-aware datetimes");
  return duration_of((Wide)between - mine + others);
}

static Value binary(BinaryOp op, Value a, Value b) {
  if (op == OP_SUB && is_moment(a)) {
    if (is_duration(b)) return shifted(a, -duration_total(b));
    return is_moment(b) ? difference(a, b) : PY_NOT_IMPLEMENTED;
  }
  if (op != OP_ADD) return PY_NOT_IMPLEMENTED;
  if (is_moment(a)) return is_duration(b) ? shifted(a, duration_total(b)) : PY_NOT_IMPLEMENTED;
  return is_duration(a) && is_moment(b) ? shifted(b, duration_total(a)) : PY_NOT_IMPLEMENTED;
}

/* Whether a time of two zones is in a fold or a gap, where it equals nothing of another zone: 1, 0, -1. */
static int is_problematic(Value self, int64_t offset) {
  bool known;
  int64_t other;
  if (!other_offset(self, &known, &other)) return -1;
  return !known || other != offset;
}

static Value compare(CompareOp op, Value a, Value b) {
  if (!is_moment(a) || !is_moment(b)) {
    if (!is_day(a) || !is_day(b)) return PY_NOT_IMPLEMENTED;
    if (op == OP_EQ || op == OP_NE) return py_bool(op == OP_NE);
    Value moment = is_moment(a) ? a : b, day = is_moment(a) ? b : a;
    return py_raise(&py_TypeError, "can't compare %s to %s", py_type_label(py_type_of(moment)),
                    py_type_label(py_type_of(day)));
  }
  int64_t x = moment_total(a), y = moment_total(b), mine, others;
  if (zone_same(as_moment(a)->zone, as_moment(b)->zone)) return py_from_order(op, (x > y) - (x < y));
  bool known, known_too, equality = op == OP_EQ || op == OP_NE;
  if (!offset_of(a, &known, &mine) || !offset_of(b, &known_too, &others)) return PY_ERROR;
  if (known != known_too) {
    if (equality) return py_bool(op == OP_NE);
    return py_raise(&py_TypeError, "can't compare offset-naive and offset-aware datetimes");
  }
  x -= mine;
  y -= others;
  if (equality && x == y && known) {
    int first = is_problematic(a, mine), second = first ? 0 : is_problematic(b, others);
    if (first < 0 || second < 0) return PY_ERROR;
    if (first || second) return py_bool(op == OP_NE);
  }
  return py_from_order(op, (x > y) - (x < y));
}

static bool hash(Value self, uint64_t *out) {
  return clock_hash(&as_moment(self)->clock, as_moment(self)->zone, self, moment_total(self), out);
}

/* ---- Texts ---- */

static Value repr(Value self) {
  const Moment *m = as_moment(self);
  Text text = {0};
  text_addf(&text, "%s(%d, %d, %d, %d, %d", py_type_label(py_type_of(self)), m->date.year, m->date.month, m->date.day,
            m->clock.hour, m->clock.minute);
  if (m->clock.second || m->clock.microsecond) text_addf(&text, ", %d", m->clock.second);
  if (m->clock.microsecond) text_addf(&text, ", %d", m->clock.microsecond);
  if (m->clock.fold) text_add(&text, ", fold=1");
  bool good = true;
  if (!py_is_none(m->zone)) {
    text_add(&text, ", tzinfo=");
    good = py_repr_to(&text, m->zone);
  }
  text_add_char(&text, ')');
  if (good) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}

static Value isoformat(const NativeRow *row, Value *arguments) {
  const char *timespec;
  bool known;
  int64_t offset;
  Value sep = arguments[1];
  if (!py_is_str(sep) || py_as_string(sep)->count != 1)
    return py_raise(&py_TypeError, "isoformat() argument 1 must be a unicode character, not %s",
                    py_type_label(py_type_of(sep)));
  if (!py_as_text(arguments[2], &timespec)) return PY_ERROR;
  Text text = {0};
  text_add_day(&text, &as_moment(arguments[0])->date);
  text_add_bytes(&text, py_as_string(sep)->data, (size_t)py_as_string(sep)->length);
  if (text_add_clock(&text, &as_moment(arguments[0])->clock, timespec) && offset_of(arguments[0], &known, &offset)) {
    if (known) text_add_offset(&text, offset, ":");
    return py_text_take(&text);
  }
  text_free(&text);
  return PY_ERROR;
}
static Value str(Value self) {
  Value space = py_text(" ");
  Value made = py_is_error(space) ? space : py_call_method(self, "isoformat", &space, 1);
  py_drop(space);
  return made;
}

/* ---- Parts ---- */

static Value date_of(const NativeRow *row, Value *arguments) {
  return day_of_number(&day_type, day_number(arguments[0]));
}
static Value time_of(const NativeRow *row, Value *arguments) {
  int64_t parts[PARTS];
  const Moment *m = as_moment(arguments[0]);
  read_parts(arguments[0], parts);
  return daytime_of_parts(&daytime_type, parts + 3, row->data ? m->zone : PY_NONE, m->clock.fold);
}

static Value replace(const NativeRow *row, Value *arguments) {
  const Moment *m = as_moment(arguments[0]);
  int64_t parts[PARTS], fold = m->clock.fold;
  read_parts(arguments[0], parts);
  for (int i = 0; i < PARTS; i++)
    if (arguments[i + 1].tag != TAG_UNDEFINED && !moment_whole(arguments[i + 1], &parts[i])) return PY_ERROR;
  Value zone = arguments[8].tag == TAG_UNDEFINED ? m->zone : arguments[8];
  if (arguments[9].tag != TAG_UNDEFINED && !moment_whole(arguments[9], &fold)) return PY_ERROR;
  if (!moment_check_day(parts) || !moment_check_clock(parts + 3, fold) || !zone_check(zone)) return PY_ERROR;
  return moment_of_parts(py_type_of(arguments[0]), parts, zone, (int)fold);
}

static Value combine(const NativeRow *row, Value *arguments) {
  Type *const wanted[] = {&day_type, &daytime_type};
  for (int i = 0; i < 2; i++)
    if (!py_is(arguments[i + 1], wanted[i]))
      return py_raise(&py_TypeError, "combine() argument %d must be datetime.%s, not %s", i + 1, wanted[i]->name,
                      py_type_label(py_type_of(arguments[i + 1])));
  const Day *d = as_day(arguments[1]);
  const DayTime *t = as_daytime(arguments[2]);
  const int64_t parts[PARTS] = {d->year,         d->month,        d->day,              t->clock.hour,
                                t->clock.minute, t->clock.second, t->clock.microsecond};
  Value zone = arguments[3].tag == TAG_UNDEFINED ? t->zone : arguments[3];
  return zone_check(zone) ? moment_of_parts(py_as_type(arguments[0]), parts, zone, t->clock.fold) : PY_ERROR;
}

static Value fromisoformat(const NativeRow *row, Value *arguments) {
  if (!py_is_str(arguments[1])) return py_raise(&py_TypeError, "fromisoformat: argument must be str");
  MomentRead read;
  if (!moment_read(py_as_string(arguments[1])->data, (size_t)py_as_string(arguments[1])->length, &read)) {
    Value shown = py_repr(arguments[1]);
    if (!py_is_error(shown)) py_raise(&py_ValueError, "Invalid isoformat string: %s", py_as_string(shown)->data);
    py_drop(shown);
    return PY_ERROR;
  }
  Value zone = moment_read_zone(&read);
  if (py_is_error(zone)) return zone;
  Value made = moment_check_day(read.parts) && moment_check_clock(read.parts + 3, 0)
                   ? moment_of_parts(py_as_type(arguments[0]), read.parts, zone, 0)
                   : PY_ERROR;
  py_drop(zone);
  return made;
}

/* Formats are read in the language. */
static Value strptime_of(const NativeRow *row, Value *arguments) {
  for (int i = 1; i <= 2; i++)
    if (!py_is_str(arguments[i]))
      return py_raise(&py_TypeError, "strptime() argument %d must be str, not %s", i,
                      py_type_label(py_type_of(arguments[i])));
  Value module = modules_import("_strptime");
  Value made = py_is_error(module) ? module : py_call_method(module, "moment_of", arguments, 3);
  py_drop(module);
  return made;
}

static Value fromordinal(const NativeRow *row, Value *arguments) {
  int64_t parts[PARTS] = {0};
  if (!moment_read_ordinal(arguments[1], parts)) return PY_ERROR;
  return moment_of_parts(py_as_type(arguments[0]), parts, PY_NONE, 0);
}

static Value reduced(Value self, bool with_fold) {
  const Moment *m = as_moment(self);
  const Clock *c = &m->clock;
  const unsigned char bytes[10] = {(unsigned char)(m->date.year >> 8), (unsigned char)m->date.year,
                                   (unsigned char)(m->date.month | (with_fold && c->fold ? 0x80 : 0)), m->date.day,
                                   c->hour, c->minute, c->second, (unsigned char)(c->microsecond >> 16),
                                   (unsigned char)(c->microsecond >> 8), (unsigned char)c->microsecond};
  return moment_reduced(self, bytes, sizeof bytes, m->zone);
}
static Value reduce(const NativeRow *row, Value *arguments) { return reduced(arguments[0], false); }
static Value reduce_ex(const NativeRow *row, Value *arguments) {
  int64_t protocol;
  return moment_whole(arguments[1], &protocol) ? reduced(arguments[0], protocol > 3) : PY_ERROR;
}

static Value get_hour(Value self) { return py_int(as_moment(self)->clock.hour); }
static Value get_minute(Value self) { return py_int(as_moment(self)->clock.minute); }
static Value get_second(Value self) { return py_int(as_moment(self)->clock.second); }
static Value get_microsecond(Value self) { return py_int(as_moment(self)->clock.microsecond); }
static Value get_fold(Value self) { return py_int(as_moment(self)->clock.fold); }
static Value get_zone(Value self) { return py_keep(as_moment(self)->zone); }
static const PropertyRow properties[] = {{"hour", "0 to 23", get_hour, NULL},
                                         {"minute", "0 to 59", get_minute, NULL},
                                         {"second", "0 to 59", get_second, NULL},
                                         {"microsecond", "0 to 999999", get_microsecond, NULL},
                                         {"tzinfo", "the zone, or None", get_zone, NULL},
                                         {"fold", "1: the second of two equal times", get_fold, NULL},
                                         {0}};
static const NativeRow methods[] = {
    {"date", "self, /", "The day alone.", date_of, NULL},
    {"time", "self, /", "The time alone, without its zone.", time_of, NULL},
    {"timetz", "self, /", "The time alone, with its zone.", time_of, "zone"},
    {"isoformat", "self, sep='T', timespec='auto'", "The moment as '2024-01-31T12:30:00'.", isoformat, NULL},
    {"replace",
     "self, year=..., month=..., day=..., hour=..., minute=..., second=..., microsecond=..., tzinfo=..., *, fold=...",
     "The moment with some parts replaced.", replace, NULL},
    {"__reduce__", "self, /", "The class and the arguments that make it again.", reduce, NULL},
    {"__reduce_ex__", "self, protocol, /", "Likewise, with fold where the protocol has it.", reduce_ex, NULL},
    {0}};
static const NativeRow statics[] = {
    {"now", "cls, tz=None", "The moment now.", moment_now, "n"},
    {"today", "cls, /", "The moment now.", moment_now, "t"},
    {"utcnow", "cls, /", "The moment now in UTC, without a zone.", moment_now, "u"},
    {"fromtimestamp", "cls, timestamp, tz=None", "The moment of a number of seconds since 1970.", moment_fromtimestamp,
     "n"},
    {"utcfromtimestamp", "cls, timestamp, /", "The moment of a number of seconds since 1970 in UTC, without a zone.",
     moment_fromtimestamp, "u"},
    {"combine", "cls, date, time, tzinfo=...", "A day and a time put together.", combine, NULL},
    {"fromordinal", "cls, n, /", "The midnight of a number of days since the year 1.", fromordinal, NULL},
    {"fromisoformat", "cls, date_string, /", "The moment of a text such as '2024-01-31T12:30:00'.", fromisoformat,
     NULL},
    {"strptime", "cls, date_string, format, /", "The moment of a text, by a format such as '%d.%m.%Y %H:%M'.",
     strptime_of, NULL},
    {0}};

Type moment_type = {.name = "datetime", .module = "datetime", .help = "A day and a time.", .base = &day_type,
                    .size = sizeof(Moment),
                    .signature = "year=..., month=..., day=..., hour=0, minute=0, second=0, microsecond=0, "
                                 "tzinfo=None, *, fold=0",
                    .construct = construct, .dealloc = dealloc, .binary = binary, .compare = compare, .hash = hash,
                    .repr = repr, .str = str, .properties = properties, .methods = methods,
                    .more_methods = moment_clock_methods, .statics = statics};

bool moment_fill(void) {
  py_type_ready(&moment_type);
  const int64_t first[PARTS] = {1, 1, 1}, last[PARTS] = {9999, 12, 31, 23, 59, 59, 999999};
  return py_dict_set_steal(moment_type.dict, "min", make(&moment_type, first, PY_NONE, 0)) &&
         py_dict_set_steal(moment_type.dict, "max", make(&moment_type, last, PY_NONE, 0)) &&
         py_dict_set_steal(moment_type.dict, "resolution", duration_of(1));
}
