/* decimal.Decimal: sign, whole number, exponent; adding, multiplying, dividing, comparing and rounding them. What is
 * asked seldom (NaN and infinities, powers, formats) is written in the language: python/decimal.py hands it over. */
#include "repl/modules/decimal_core.h"

#include <string.h>

Decimal *decimal_of(Value v) { return (Decimal *)v.as.object; }
bool decimal_is(Value v) { return py_is(v, &decimal_type); }

/* What the language's half does: by name, and the context that is in force. */
static Value helpers, context;

static Value helper(const char *name, Value *arguments, int count) {
  if (!py_is_dict(helpers)) { /* the language's half was not imported yet, which hands them over */
    Value module = modules_import("decimal");
    if (py_is_error(module)) return module;
    py_drop(module);
  }
  return py_call_values(py_dict_find_name(py_as_dict(helpers), py_intern(name)), arguments, count);
}
static Value invalid(const char *name) {
  Value text = py_text(name), made = py_is_error(text) ? text : helper("invalid", &text, 1);
  py_drop(text);
  if (!py_is_error(made)) py_drop(made);
  return PY_ERROR;
}

/* ---- Whole numbers ---- */

/* 10**power, a new reference. */
static Value ten_to(int64_t power) {
  static Value known[256];
  const int64_t most = sizeof known / sizeof *known;
  if (power < most && known[power].tag > TAG_UNDEFINED) return py_keep(known[power]);
  Value made = integer_binary(OP_POW, py_int(10), py_int(power));
  if (power < most && !py_is_error(made)) known[power] = py_keep(made);
  return made;
}

/* How many digits a number has that is not negative: 1 for 0. -1 with an exception pending. */
static int64_t digit_count(Value number) {
  if (number.tag == TAG_INT) {
    int64_t count = 1, left = number.as.integer;
    for (; left >= 10; count++) left /= 10;
    return count;
  }
  int64_t least = (int64_t)((double)(integer_bit_length(number) - 1) * 0.30102999566398119);
  Value bound = ten_to(least + 1);
  if (py_is_error(bound)) return -1;
  int64_t count = least + 1 + (integer_compare(number, bound) >= 0);
  py_drop(bound);
  return count;
}

static Value times_ten_to(Value number, int64_t power) {
  if (power == 0) return py_keep(number);
  Value factor = ten_to(power), made = py_is_error(factor) ? factor : integer_binary(OP_MUL, number, factor);
  py_drop(factor);
  return made;
}
static bool is_zero(Value number) { return number.tag == TAG_INT && number.as.integer == 0; }

static int64_t last_digit(Value number) {
  if (number.tag == TAG_INT) return number.as.integer % 10;
  Value rest = integer_binary(OP_MOD, number, py_int(10));
  return rest.tag == TAG_INT ? rest.as.integer : 0;
}

typedef enum Rounding { DOWN, HALF_UP, HALF_EVEN, CEILING, FLOOR, UP, HALF_DOWN, ROUND_05UP, UNKNOWN } Rounding;
static Rounding rounding_of(Value name) {
  static const char *const names[] = {"ROUND_DOWN",  "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING",
                                      "ROUND_FLOOR", "ROUND_UP",      "ROUND_HALF_DOWN", "ROUND_05UP"};
  if (py_is_str(name))
    for (int i = 0; i < UNKNOWN; i++)
      if (strcmp(py_as_string(name)->data, names[i]) == 0) return (Rounding)i;
  return UNKNOWN;
}

/* Whether a quotient is rounded away from zero; `half` is how the rest compares with half of the divisor. */
static bool rounds_up(Rounding rounding, bool negative, int half, int64_t digit) {
  switch (rounding) {
  case HALF_EVEN: return half > 0 || (half == 0 && digit % 2);
  case HALF_UP: return half >= 0;
  case HALF_DOWN: return half > 0;
  case UP: return true;
  case CEILING: return !negative;
  case FLOOR: return negative;
  case ROUND_05UP: return digit % 5 == 0;
  default: return false;
  }
}

/* number / 10**power, rounded to a whole number. */
static Value divided(Value number, int64_t power, bool negative, Rounding rounding) {
  if (number.tag == TAG_INT && power <= 18) {
    int64_t by = 1;
    for (int64_t i = 0; i < power; i++) by *= 10;
    int64_t whole = number.as.integer / by, rest = number.as.integer % by, other = by - rest;
    if (rest == 0) return py_int(whole);
    return py_int(whole + rounds_up(rounding, negative, (rest > other) - (rest < other), whole % 10));
  }
  Value by = ten_to(power);
  if (py_is_error(by)) return by;
  Value whole = integer_binary(OP_FLOORDIV, number, by);
  Value back = py_is_error(whole) ? PY_ERROR : integer_binary(OP_MUL, whole, by);
  Value rest = py_is_error(back) ? PY_ERROR : integer_binary(OP_SUB, number, back);
  Value other = py_is_error(rest) ? PY_ERROR : integer_binary(OP_SUB, by, rest);
  bool good = !py_is_error(other);
  if (good && !is_zero(rest) && rounds_up(rounding, negative, integer_compare(rest, other), last_digit(whole))) {
    Value more = integer_binary(OP_ADD, whole, py_int(1));
    py_drop(whole);
    whole = more;
  }
  py_drop(by);
  py_drop(back);
  py_drop(rest);
  py_drop(other);
  if (good) return whole;
  py_drop(whole);
  return PY_ERROR;
}

/* ---- Making ---- */

Value decimal_make(Type *type, bool sign, Value number, int64_t exponent) {
  if (py_is_error(number)) return number;
  Decimal *made = py_new(type);
  if (!made) {
    py_drop(number);
    return PY_ERROR;
  }
  made->sign = sign;
  made->number = number;
  made->exponent = exponent;
  return py_object(made);
}
static void dealloc(Object *self) { py_drop(((Decimal *)self)->number); }

/* Precision and rounding of a context; false with an exception pending. */
static bool read_context(Value from, int64_t *precision, Rounding *rounding) {
  Dict *dict = from.tag == TAG_OBJECT ? py_instance_dict(from.as.object, false) : NULL;
  Value prec = dict ? py_dict_find_name(dict, py_intern("prec")) : PY_UNDEFINED;
  Value way = dict ? py_dict_find_name(dict, py_intern("rounding")) : PY_UNDEFINED;
  if (prec.tag != TAG_INT) {
    py_raise(&py_TypeError, "optional argument must be a context");
    return false;
  }
  *precision = prec.as.integer;
  *rounding = rounding_of(way);
  return true;
}

/* Makes a result of at most as many digits as the context has. Takes `number` over. */
static Value finished_in(Value from, bool sign, Value number, int64_t exponent) {
  int64_t precision, count;
  Rounding rounding;
  if (py_is_error(number)) return number;
  if (!read_context(from, &precision, &rounding) || (count = digit_count(number)) < 0) {
    py_drop(number);
    return PY_ERROR;
  }
  if (count > precision) {
    Value whole = divided(number, count - precision, sign, rounding);
    py_drop(number);
    if (py_is_error(whole)) return whole;
    exponent += count - precision;
    number = whole;
    if (digit_count(number) > precision) { /* 999.. became 1000.. */
      number = divided(whole, 1, sign, DOWN);
      py_drop(whole);
      exponent++;
    }
  }
  return decimal_make(&decimal_type, sign, number, exponent);
}
static Value finished(bool sign, Value number, int64_t exponent) {
  return finished_in(context, sign, number, exponent);
}

/* ---- Arithmetic of finite numbers ---- */

/* A number as an operand: a Decimal, or an int as one. */
typedef struct Part {
  bool sign, special;
  Value number; /* a reference of its own */
  int64_t exponent;
} Part;

static bool part_of(Value value, Part *part) {
  if (decimal_is(value)) {
    const Decimal *d = decimal_of(value);
    *part = (Part){d->sign, d->special != 0, py_keep(d->number), d->exponent};
    return true;
  }
  if (!integer_is(value)) return false;
  Value plain = number_plain(value);
  if (plain.tag == TAG_BOOL) plain = py_int(plain.as.integer);
  bool sign = integer_sign(plain) < 0;
  *part = (Part){sign, false, sign ? integer_unary(OP_NEGATIVE, plain) : py_keep(plain), 0};
  return true;
}

static Value add(const Part *a, const Part *b, bool negated) {
  bool other_sign = b->sign != negated;
  int64_t exponent = a->exponent < b->exponent ? a->exponent : b->exponent;
  Value x = times_ten_to(a->number, a->exponent - exponent), y = times_ten_to(b->number, b->exponent - exponent);
  Value made = PY_ERROR;
  bool sign = a->sign;
  if (!py_is_error(x) && !py_is_error(y)) {
    if (a->sign == other_sign) {
      made = integer_binary(OP_ADD, x, y);
    } else {
      int order = integer_compare(x, y);
      made = order >= 0 ? integer_binary(OP_SUB, x, y) : integer_binary(OP_SUB, y, x);
      if (order < 0) sign = other_sign;
      if (order == 0) {
        int64_t precision;
        Rounding rounding;
        sign = read_context(context, &precision, &rounding) && rounding == FLOOR;
      }
    }
  }
  py_drop(x);
  py_drop(y);
  return finished(sign, made, exponent);
}

/* Division of short numbers, digit by digit; PY_UNDEFINED where they, or the precision, are too long for it. */
static Value divide_short(const Part *a, const Part *b, int64_t precision) {
  const int64_t most = (int64_t)1 << 59; /* ten times a rest is an int64_t then */
  if (a->number.tag != TAG_INT || b->number.tag != TAG_INT || b->number.as.integer >= most || precision > 36)
    return PY_UNDEFINED;
  int64_t by = b->number.as.integer, rest = a->number.as.integer % by, exponent = a->exponent - b->exponent;
  unsigned __int128 whole = (uint64_t)(a->number.as.integer / by), enough = 1;
  for (int64_t i = 0; i < precision; i++) enough *= 10;
  for (; rest && whole < enough; exponent--) {
    rest *= 10;
    whole = whole * 10 + (uint64_t)(rest / by);
    rest %= by;
  }
  if (rest && whole % 5 == 0) whole++; /* so that rounding sees that something is left */
  Value number = whole <= INT64_MAX ? py_int((int64_t)whole)
                                    : integer_from_bytes((const unsigned char *)&whole, sizeof whole, true, false);
  return finished(a->sign != b->sign, number, exponent);
}

static Value divide(const Part *a, const Part *b) {
  bool sign = a->sign != b->sign;
  int64_t ideal = a->exponent - b->exponent, precision;
  Rounding rounding;
  if (is_zero(a->number)) return decimal_make(&decimal_type, sign, py_int(0), ideal);
  if (!read_context(context, &precision, &rounding)) return PY_ERROR;
  Value quick = divide_short(a, b, precision);
  if (quick.tag != TAG_UNDEFINED) return quick;
  int64_t shift = digit_count(b->number) - digit_count(a->number) + precision + 1;
  if (shift < 0) shift = 0;
  Value dividend = times_ten_to(a->number, shift);
  Value whole = py_is_error(dividend) ? PY_ERROR : integer_binary(OP_FLOORDIV, dividend, b->number);
  Value back = py_is_error(whole) ? PY_ERROR : integer_binary(OP_MUL, whole, b->number);
  bool good = !py_is_error(back), exact = good && integer_compare(back, dividend) == 0;
  py_drop(dividend);
  py_drop(back);
  if (!good) {
    py_drop(whole);
    return PY_ERROR;
  }
  int64_t exponent = ideal - shift;
  if (!exact && last_digit(whole) % 5 == 0) { /* so that rounding sees that something is left */
    Value more = integer_binary(OP_ADD, whole, py_int(1));
    py_drop(whole);
    whole = more;
  }
  while (exact && exponent < ideal && !py_is_error(whole) && last_digit(whole) == 0) {
    /* Many zeros are taken away eight at a time. */
    int64_t some = ideal - exponent >= 8 && whole.tag == TAG_OBJECT ? 8 : 1;
    if (some == 8) {
      Value rest = integer_binary(OP_MOD, whole, py_int(100000000));
      if (!is_zero(rest)) some = 1;
    }
    Value less = divided(whole, some, false, DOWN);
    py_drop(whole);
    whole = less;
    exponent += some;
  }
  return finished(sign, whole, exponent);
}

static const char *const helper_names[BINARY_OP_COUNT] = {
    [OP_ADD] = "add", [OP_SUB] = "sub", [OP_MUL] = "mul", [OP_DIV] = "div", [OP_FLOORDIV] = "floordiv",
    [OP_MOD] = "mod", [OP_POW] = "power"};

static Value binary(BinaryOp op, Value a, Value b) {
  if (!helper_names[op]) return PY_NOT_IMPLEMENTED;
  Part x, y;
  if (!part_of(a, &x)) return PY_NOT_IMPLEMENTED;
  if (!part_of(b, &y)) {
    py_drop(x.number);
    return PY_NOT_IMPLEMENTED;
  }
  Value made = PY_ERROR;
  bool here = !x.special && !y.special && (op <= OP_MUL || (op == OP_DIV && !is_zero(y.number)));
  if (py_is_error(x.number) || py_is_error(y.number)) {
    here = true;
  } else if (here && op == OP_MUL) {
    made = finished(x.sign != y.sign, integer_binary(OP_MUL, x.number, y.number), x.exponent + y.exponent);
  } else if (here) {
    made = op == OP_DIV ? divide(&x, &y) : add(&x, &y, op == OP_SUB);
  }
  if (!here) {
    Value pair[2] = {decimal_is(a) ? py_keep(a) : decimal_make(&decimal_type, x.sign, py_keep(x.number), 0),
                     decimal_is(b) ? py_keep(b) : decimal_make(&decimal_type, y.sign, py_keep(y.number), 0)};
    if (!py_is_error(pair[0]) && !py_is_error(pair[1])) made = helper(helper_names[op], pair, 2);
    py_drop(pair[0]);
    py_drop(pair[1]);
  }
  py_drop(x.number);
  py_drop(y.number);
  return made;
}

static Value unary(UnaryOp op, Value self) {
  const Decimal *d = decimal_of(self);
  if (op == OP_INVERT) return PY_NOT_IMPLEMENTED;
  bool sign = op == OP_ABS ? false : op == OP_NEGATIVE ? !d->sign : d->sign;
  if (d->special) {
    Value made = decimal_make(&decimal_type, sign, py_int(0), 0);
    if (!py_is_error(made)) decimal_of(made)->special = d->special;
    return made;
  }
  int64_t precision;
  Rounding rounding;
  if (!read_context(context, &precision, &rounding)) return PY_ERROR;
  /* Zero loses its minus, but where it is rounded to the floor. */
  return finished(sign && (rounding == FLOOR || !is_zero(d->number)), py_keep(d->number), d->exponent);
}

/* -1, 0, 1 for finite numbers; 2 with an exception pending. */
static int order_of(const Part *a, const Part *b) {
  bool none = is_zero(a->number), none_too = is_zero(b->number);
  int sign = a->sign ? -1 : 1;
  if (none || none_too) return none && none_too ? 0 : none ? (b->sign ? 1 : -1) : sign;
  if (a->sign != b->sign) return sign;
  if (a->exponent == b->exponent) return integer_compare(a->number, b->number) * sign;
  /* Where the first digits stand decides: powers of ten of numbers far apart are not made. */
  int64_t top = digit_count(a->number) + a->exponent, top_too = digit_count(b->number) + b->exponent;
  if (top != top_too) return top < top_too ? -sign : sign;
  int64_t exponent = a->exponent < b->exponent ? a->exponent : b->exponent;
  Value x = times_ten_to(a->number, a->exponent - exponent), y = times_ten_to(b->number, b->exponent - exponent);
  int order = py_is_error(x) || py_is_error(y) ? 2 : integer_compare(x, y) * sign;
  py_drop(x);
  py_drop(y);
  return order;
}

static Value compare(CompareOp op, Value a, Value b) {
  Part x, y;
  if (part_of(a, &x)) {
    bool both = part_of(b, &y), here = both && !x.special && !y.special;
    int order = here ? order_of(&x, &y) : 0;
    py_drop(x.number);
    if (both) py_drop(y.number);
    if (here) {
      static const bool tests[][3] = {[OP_LT] = {true}, [OP_LE] = {true, true}, [OP_EQ] = {false, true},
                                      [OP_NE] = {true, false, true}, [OP_GT] = {false, false, true},
                                      [OP_GE] = {false, true, true}};
      return order == 2 ? PY_ERROR : py_bool(tests[op][order + 1]);
    }
  }
  if (!decimal_is(a)) return PY_NOT_IMPLEMENTED;
  Value arguments[3] = {a, b, py_int(op)};
  return helper("compare", arguments, 3);
}

/* ---- Construction ---- */

static Value repr(Value self) {
  Value text = decimal_text(self);
  Value made = py_is_error(text) ? text : py_textf("Decimal('%s')", py_as_string(text)->data);
  py_drop(text);
  return made;
}

static Value construct(Type *type, Value *arguments) {
  Value value = arguments[0], made;
  if (py_is_str(value) && decimal_read(type, py_as_string(value), &made)) return made;
  if (decimal_is(value)) {
    const Decimal *d = decimal_of(value);
    if (type == &decimal_type && py_type_of(value) == type) return py_keep(value);
    made = decimal_make(type, d->sign, py_keep(d->number), d->exponent);
    if (py_is_error(made)) return made;
    decimal_of(made)->special = d->special;
    decimal_of(made)->signals = d->signals;
    return made;
  }
  Part part;
  if (part_of(value, &part)) return decimal_make(type, part.sign, part.number, 0);
  /* (sign, number, exponent, special, signals) */
  Value parts = helper("read", &value, 1);
  if (py_is_error(parts)) return parts;
  const Value *items = py_as_tuple(parts)->items;
  int64_t exponent = 0;
  made = !py_as_int(items[2], &exponent) ? PY_ERROR
                                         : decimal_make(type, py_truth(items[0]) > 0, py_keep(items[1]), exponent);
  if (!py_is_error(made)) {
    decimal_of(made)->special = py_as_string(items[3])->data[0];
    decimal_of(made)->signals = py_truth(items[4]) > 0;
  }
  py_drop(parts);
  return made;
}

/* ---- Methods ---- */

/* quantize(exp, rounding=None, context=None); _quantize asks nothing about the precision (row->data). */
static Value quantize(const NativeRow *row, Value *arguments) {
  const Decimal *d = decimal_of(arguments[0]);
  Value class = py_type_value(&decimal_type);
  Value unit = decimal_is(arguments[1]) ? py_keep(arguments[1]) : py_call_values(class, &arguments[1], 1);
  py_drop(class);
  if (py_is_error(unit)) return unit;
  int64_t exponent = decimal_of(unit)->exponent, precision;
  bool special = decimal_of(unit)->special != 0;
  py_drop(unit);
  Rounding rounding, asked = rounding_of(arguments[2]);
  if (d->special || special) return invalid("InvalidOperation");
  if (!read_context(py_is_none(arguments[3]) ? context : arguments[3], &precision, &rounding)) return PY_ERROR;
  if (!py_is_none(arguments[2])) {
    if (asked == UNKNOWN) return helper("check_rounding", &arguments[2], 1);
    rounding = asked;
  }
  Value number = d->exponent >= exponent ? times_ten_to(d->number, d->exponent - exponent)
                                         : divided(d->number, exponent - d->exponent, d->sign, rounding);
  if (py_is_error(number)) return number;
  if (!row->data && digit_count(number) > precision) {
    py_drop(number);
    return invalid("InvalidOperation");
  }
  return decimal_make(&decimal_type, d->sign, number, exponent);
}

static Value rounded(const NativeRow *row, Value *arguments) {
  const Decimal *d = decimal_of(arguments[0]);
  if (d->special) return py_keep(arguments[0]);
  return finished_in(py_is_none(arguments[1]) ? context : arguments[1], d->sign, py_keep(d->number), d->exponent);
}

static Value to_integral(const NativeRow *row, Value *arguments) {
  const Decimal *d = decimal_of(arguments[0]);
  int64_t precision;
  Rounding rounding, asked = rounding_of(arguments[1]);
  if (d->special || d->exponent >= 0) return py_keep(arguments[0]);
  if (!read_context(py_is_none(arguments[2]) ? context : arguments[2], &precision, &rounding)) return PY_ERROR;
  if (!py_is_none(arguments[1])) {
    if (asked == UNKNOWN) return helper("check_rounding", &arguments[1], 1);
    rounding = asked;
  }
  return decimal_make(&decimal_type, d->sign, divided(d->number, -d->exponent, d->sign, rounding), 0);
}

static Value adjusted(const NativeRow *row, Value *arguments) {
  const Decimal *d = decimal_of(arguments[0]);
  return py_int(d->special ? 0 : d->exponent + digit_count(d->number) - 1);
}
static Value kind_is(const NativeRow *row, Value *arguments) {
  const Decimal *d = decimal_of(arguments[0]);
  switch (*(const char *)row->data) {
  case 'n': return py_bool(d->special == 'n');
  case 'F': return py_bool(d->special == 'F');
  case 'f': return py_bool(!d->special);
  case 's': return py_bool(d->sign);
  default: return py_bool(!d->special && is_zero(d->number));
  }
}
static int truth(Value self) { return decimal_of(self)->special != 0 || !is_zero(decimal_of(self)->number); }
static bool hash(Value self, uint64_t *out) {
  const Decimal *d = decimal_of(self);
  Value made = PY_ERROR;
  if (!d->special && d->exponent == 0) {
    made = d->sign ? integer_unary(OP_NEGATIVE, d->number) : py_keep(d->number);
  } else {
    made = helper("hash", &self, 1);
  }
  bool good = !py_is_error(made) && py_hash(made, out);
  py_drop(made);
  return good;
}
static Value format(Value self, const char *spec, size_t length) {
  if (length == 0) return py_str(self);
  Value arguments[2] = {self, py_text_bytes(spec, length)};
  Value made = py_is_error(arguments[1]) ? PY_ERROR : helper("format", arguments, 2);
  py_drop(arguments[1]);
  return made;
}
static Value itself(const NativeRow *row, Value *arguments) { return py_keep(arguments[0]); }
static Value from_float(const NativeRow *row, Value *arguments) {
  return py_call_values(arguments[0], &arguments[1], 1);
}

static Value get_sign(Value self) { return py_int(decimal_of(self)->sign); }
static Value get_number(Value self) { return py_keep(decimal_of(self)->number); }
static Value get_exponent(Value self) { return py_int(decimal_of(self)->exponent); }
static Value get_special(Value self) {
  return py_text_bytes(&decimal_of(self)->special, decimal_of(self)->special != 0);
}
static Value get_signals(Value self) { return py_bool(decimal_of(self)->signals); }
static const PropertyRow properties[] = {{"_sign", "1 below zero", get_sign, NULL},
                                         {"_int", "the digits as a whole number", get_number, NULL},
                                         {"_exp", "the power of ten", get_exponent, NULL},
                                         {"_special", "F of infinities, n of NaN", get_special, NULL},
                                         {"_signals", "whether it is a NaN that signals", get_signals, NULL},
                                         {0}};
static const NativeRow methods[] = {
    {"quantize", "self, exp, rounding=None, context=None", "As many decimals as another has.", quantize, NULL},
    {"_quantize", "self, exp, rounding=None, context=None", "Likewise, however long it becomes.", quantize, "any"},
    {"_rounded", "self, context=None", "As many digits as the context has.", rounded, NULL},
    {"to_integral_value|to_integral|to_integral_exact", "self, rounding=None, context=None", "A whole number.",
     to_integral, NULL},
    {"adjusted", "self", "The power of ten of the first digit.", adjusted, NULL},
    {"is_nan", "self", "Whether it is no number.", kind_is, "n"},
    {"is_infinite", "self", "Whether it is an infinity.", kind_is, "F"},
    {"is_finite", "self", "Whether it is a number and not infinite.", kind_is, "f"},
    {"is_zero", "self", "Whether it is zero.", kind_is, "z"},
    {"is_signed", "self", "Whether it has a minus.", kind_is, "s"},
    {"__copy__", "self, /", "Itself.", itself, NULL},
    {"__deepcopy__", "self, memo, /", "Itself.", itself, NULL},
    {0}};
static const NativeRow statics[] = {{"from_float", "cls, f, /", "The number that a float is.", from_float, NULL}, {0}};
Type decimal_type = {.name = "Decimal", .module = "decimal", .help = "A decimal number: sign, digits, exponent.",
                     .size = sizeof(Decimal), .signature = "value='0', context=None", .construct = construct,
                     .dealloc = dealloc, .binary = binary, .unary = unary, .compare = compare, .hash = hash,
                     .truth = truth, .repr = repr, .str = decimal_text, .format = format, .properties = properties,
                     .methods = methods, .statics = statics};

/* ---- The module ---- */

/* made(sign, number, exponent, special='', /) */
static Value call_made(const NativeRow *row, Value *arguments) {
  int64_t exponent;
  if (!py_as_int(arguments[2], &exponent)) return PY_ERROR;
  Value made = decimal_make(&decimal_type, py_truth(arguments[0]) > 0, py_keep(arguments[1]), exponent);
  if (!py_is_error(made)) decimal_of(made)->special = py_as_string(arguments[3])->data[0];
  return made;
}
static Value set_context(const NativeRow *row, Value *arguments) {
  Value before = context;
  context = py_keep(arguments[0]);
  py_drop(before);
  return PY_NONE;
}
static Value get_context(const NativeRow *row, Value *arguments) { return py_keep(context); }
/* The methods that are written in the language join the class; functions that C calls are handed over. */
static Value complete(const NativeRow *row, Value *arguments) {
  py_drop(helpers);
  helpers = py_keep(arguments[1]);
  py_type_ready(&decimal_type);
  Value key, value;
  for (int64_t at = 0; py_dict_next(py_as_dict(arguments[0]), &at, &key, &value);)
    if (!py_dict_set(decimal_type.dict, key, value)) return PY_ERROR;
  return PY_NONE;
}
static const NativeRow functions[] = {
    {"made", "sign, number, exponent, special='', /", "A Decimal of its parts.", call_made, NULL},
    {"setcontext", "context, /", "Puts a context in force.", set_context, NULL},
    {"getcontext", "", "The context in force.", get_context, NULL},
    {"complete", "methods, helpers, /", "Gives the class its other methods.", complete, NULL},
    {0}};
static Type *const types[] = {&decimal_type, NULL};
const ModuleRow decimal_module_rows[] = {
    {.name = "_decimal_core", .help = "Decimal numbers.", .functions = functions, .types = types}, {0}};
