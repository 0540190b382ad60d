#include "repl/types/complex.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/number.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/format.h"
#include "repl/types/integer.h"
#include "repl/types/number.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"
#include "repl/types/str.h"

static const Complex *of(Value v) { return (const Complex *)v.as.object; }
static bool is_complex(Value v) { return v.tag == TAG_OBJECT && py_is_subtype(v.as.object->type, &py_complex_type); }

static Value complex_new(Type *type, double real, double imag) {
  Complex *complex = py_new(type);
  if (!complex) return PY_ERROR;
  complex->real = real;
  complex->imag = imag;
  return py_object(complex);
}
Value py_complex(double real, double imag) { return complex_new(&py_complex_type, real, imag); }

bool complex_of(Value value, double *real, double *imag) {
  if (is_complex(value)) {
    *real = of(value)->real;
    *imag = of(value)->imag;
    return true;
  }
  *imag = 0;
  return py_is_number(value) && py_as_double(value, real);
}

/* ---- Arithmetic ---- */

/* The quotient by the larger part of the divisor (Smith 1962), as CPython computes it. */
static Value divide(double a, double ai, double b, double bi) {
  double size = fabs(b), size_i = fabs(bi);
  if (size >= size_i) {
    if (size == 0) return py_raise(&py_ZeroDivisionError, "complex division by zero");
    double ratio = bi / b, bottom = b + bi * ratio;
    return py_complex((a + ai * ratio) / bottom, (ai - a * ratio) / bottom);
  }
  if (size_i >= size) {
    double ratio = b / bi, bottom = b * ratio + bi;
    return py_complex((a * ratio + ai) / bottom, (ai * ratio - a) / bottom);
  }
  return py_complex(NAN, NAN);
}

/* By repeated squaring, for small whole exponents. */
static void whole_power(double x, double xi, long n, double *real, double *imag) {
  double r = 1, ri = 0, p = x, pi = xi;
  for (long mask = 1; mask > 0 && n >= mask; mask <<= 1) {
    if (n & mask) {
      double t = r * p - ri * pi;
      ri = r * pi + ri * p;
      r = t;
    }
    double t = p * p - pi * pi;
    pi = p * pi + pi * p;
    p = t;
  }
  *real = r;
  *imag = ri;
}

Value complex_power(double a, double ai, double b, double bi) {
  double real, imag;
  if (b == 0 && bi == 0) return py_complex(1, 0);
  if (a == 0 && ai == 0) {
    if (bi != 0 || b < 0)
      return py_raise(&py_ZeroDivisionError, "0.0 to a negative or complex power");
    return py_complex(0, 0);
  }
  if (bi == 0 && b == floor(b) && fabs(b) <= 100) {
    whole_power(a, ai, (long)fabs(b), &real, &imag);
    if (b < 0) return divide(1, 0, real, imag);
  } else {
    double size = hypot(a, ai), length = pow(size, b), angle = atan2(ai, a), turned = angle * b;
    if (bi != 0) {
      length /= exp(angle * bi);
      turned += bi * log(size);
    }
    real = length * cos(turned);
    imag = length * sin(turned);
  }
  if (!isfinite(real) || !isfinite(imag))
    if (isfinite(a) && isfinite(ai) && isfinite(b) && isfinite(bi))
      return py_raise(&py_OverflowError, "complex exponentiation");
  return py_complex(real, imag);
}

static Value binary(BinaryOp op, Value x, Value y) {
  double a, ai, b, bi;
  if (!complex_of(x, &a, &ai) || !complex_of(y, &b, &bi)) return py_pending() ? PY_ERROR : PY_NOT_IMPLEMENTED;
  switch (op) {
  case OP_ADD: return py_complex(a + b, ai + bi);
  case OP_SUB: return py_complex(a - b, ai - bi);
  case OP_MUL: return py_complex(a * b - ai * bi, a * bi + ai * b);
  case OP_DIV: return divide(a, ai, b, bi);
  case OP_POW: return complex_power(a, ai, b, bi);
  default: return PY_NOT_IMPLEMENTED;
  }
}

static Value unary(UnaryOp op, Value self) {
  const Complex *z = of(self);
  switch (op) {
  case OP_NEGATIVE: return py_complex(-z->real, -z->imag);
  case OP_POSITIVE: return py_complex(z->real, z->imag);
  case OP_ABS: {
    double size = hypot(z->real, z->imag);
    if (isinf(size) && isfinite(z->real) && isfinite(z->imag))
      return py_raise(&py_OverflowError, "absolute value too large");
    return py_float(size);
  }
  default: return PY_NOT_IMPLEMENTED;
  }
}

static Value compare(CompareOp op, Value a, Value b) {
  if (op != OP_EQ && op != OP_NE) return PY_NOT_IMPLEMENTED;
  const Complex *z = of(a);
  bool same;
  if (is_complex(b)) {
    same = z->real == of(b)->real && z->imag == of(b)->imag;
  } else if (py_is_number(b)) {
    Value equal = z->imag == 0 ? py_compare(OP_EQ, py_float(z->real), b) : PY_FALSE;
    int truth = py_is_error(equal) ? -1 : py_truth(equal);
    py_drop(equal);
    if (truth < 0) return PY_ERROR;
    same = truth;
  } else {
    return PY_NOT_IMPLEMENTED;
  }
  return py_bool(same == (op == OP_EQ));
}

static bool hash(Value self, uint64_t *out) {
  uint64_t sum = float_hash(of(self)->real) + 1000003u * float_hash(of(self)->imag);
  *out = sum == (uint64_t)-1 ? (uint64_t)-2 : sum;
  return true;
}
static int truth(Value self) { return of(self)->real != 0 || of(self)->imag != 0; }

/* ---- Text ---- */

/* A part as repr writes it, without ".0"; with a sign where asked. */
static void add_part(Text *text, double value, bool sign) {
  char digits[32];
  number_repr(value, digits);
  size_t length = strlen(digits);
  if (length > 2 && strcmp(digits + length - 2, ".0") == 0) digits[length - 2] = '\0';
  if (sign && digits[0] != '-') text_add_char(text, '+');
  text_add(text, digits);
}

static Value repr(Value self) {
  const Complex *z = of(self);
  Text text = {0};
  if (z->real == 0 && !signbit(z->real)) {
    add_part(&text, z->imag, false);
    text_add_char(&text, 'j');
  } else {
    text_add_char(&text, '(');
    add_part(&text, z->real, false);
    add_part(&text, z->imag, true);
    text_add(&text, "j)");
  }
  return py_text_take(&text);
}

/* Both parts by the spec, without its width; then padded as a whole. */
static Value format(Value self, const char *spec, size_t length) {
  FormatSpec parsed;
  if (length == 0) return py_str(self);
  if (!format_parse(spec, length, "complex", &parsed)) return PY_ERROR;
  if (parsed.type && !strchr("eEfFgGn", parsed.type))
    return py_raise(&py_ValueError, "Unknown format code '%c' for object of type 'complex'", parsed.type);
  if (strcmp(parsed.fill, "0") == 0)
    return py_raise(&py_ValueError, "Zero padding is not allowed in complex format specifier");
  if (parsed.align == '=')
    return py_raise(&py_ValueError, "'=' alignment flag is not allowed in complex format specifier");
  const Complex *z = of(self);
  bool bare = !parsed.type, only = bare && z->real == 0 && !signbit(z->real);
  char type = bare ? (parsed.precision < 0 ? 'r' : 'g') : parsed.type == 'n' ? 'g' : parsed.type;
  FormatSpec spec_of_part = parsed;
  spec_of_part.width = 0;
  spec_of_part.pointless = type == 'r';
  Text body = {0};
  if (bare && !only) text_add_char(&body, '(');
  for (int i = only; i < 2; i++) {
    if (i && !only) spec_of_part.sign = '+';
    Value part = format_real(i ? z->imag : z->real, &spec_of_part, type);
    if (py_is_error(part)) {
      text_free(&body);
      return part;
    }
    text_add_bytes(&body, py_as_string(part)->data, (size_t)py_as_string(part)->length);
    py_drop(part);
  }
  text_add(&body, bare && !only ? "j)" : "j");
  Text out = {0};
  format_pad(&out, &parsed, text_string(&body), body.length, '>');
  text_free(&body);
  return py_text_take(&out);
}

/* complex("1+2j"): one or two floats, the second with j. */
static Value from_text(Type *type, Value text) {
  const String *string = py_as_string(text);
  if (string->count != string->length) {
    Value ascii = str_ascii_digits(string);
    if (py_is_error(ascii)) return ascii;
    bool plain = py_as_string(ascii)->count == py_as_string(ascii)->length;
    Value made = plain ? from_text(type, ascii) : py_raise(&py_ValueError, "complex() arg is a malformed string");
    py_drop(ascii);
    return made;
  }
  const char *at = string->data, *end = at + string->length;
  while (at < end && number_is_space(*at)) at++;
  while (end > at && number_is_space(end[-1])) end--;
  bool bracketed = end - at > 1 && *at == '(' && end[-1] == ')';
  if (bracketed) {
    at++;
    end--;
    while (at < end && *at == ' ') at++;
    while (end > at && end[-1] == ' ') end--;
  }
  /* Underscores between digits are left out. Letters are those of numbers: strtod would take more. */
  Text plain = {0};
  bool known = true;
  for (const char *p = at; p < end && known; p++) {
    if (*p == '_' && p > at && p + 1 < end && p[-1] >= '0' && p[-1] <= '9' && p[1] >= '0' && p[1] <= '9') continue;
    known = *p && strchr("0123456789+-.eEjJinfatyINFATY", *p);
    text_add_char(&plain, *p);
  }
  if (!known && memchr(at, '_', (size_t)(end - at))) {
    Text repr = {0};
    py_repr_text(&repr, string->data, (size_t)string->length);
    py_raise(&py_ValueError, "could not convert string to complex: %s", text_string(&repr));
    text_free(&repr);
    text_free(&plain);
    return PY_ERROR;
  }
  at = text_string(&plain);
  end = at + plain.length;
  double parts[2] = {0, 0};
  bool ok = known && at < end, imaginary = false;
  for (int i = 0; ok && at < end && i < 2 && !imaginary; i++) {
    char *stop;
    double value = strtod(at, &stop);
    if (stop == at) { /* j, +j, -j */
      const char *j = at + (*at == '+' || *at == '-');
      if (j >= end || (*j != 'j' && *j != 'J')) break;
      value = *at == '-' ? -1 : 1;
      stop = (char *)j;
    }
    if (i && *at != '+' && *at != '-') break;
    imaginary = stop < end && (*stop == 'j' || *stop == 'J');
    parts[imaginary] = value;
    at = stop + imaginary;
    if (i && !imaginary) ok = false;
  }
  ok = ok && at == end;
  text_free(&plain);
  return ok ? complex_new(type, parts[0], parts[1]) : py_raise(&py_ValueError, "complex() arg is a malformed string");
}

/* A part given to complex(): a number, or what __complex__, __float__ or __index__ say. */
static bool part_of(Value value, double *real, double *imag, bool first) {
  /* A class derived from complex may say something else of itself. */
  bool derived = is_complex(value) && value.as.object->type != &py_complex_type;
  if (!derived && complex_of(value, real, imag)) return true;
  if (py_pending()) return false;
  Value made = value.tag == TAG_OBJECT && first ? slots_call(value, INTERNED("__complex__"), NULL, 0) : PY_UNDEFINED;
  if (py_is_error(made)) return false;
  if (made.tag != TAG_UNDEFINED) {
    bool good = is_complex(made) && complex_of(made, real, imag);
    if (!good) py_raise(&py_TypeError, "__complex__ returned non-complex (type %s)", py_type_label(py_type_of(made)));
    py_drop(made);
    return good;
  }
  *imag = 0;
  if (value.tag == TAG_OBJECT && py_as_double(value, real)) return true;
  if (py_pending() && !py_pending_is(&py_TypeError)) return false;
  if (first)
    py_raise(&py_TypeError, "complex() first argument must be a string or a number, not '%s'",
             py_type_label(py_type_of(value)));
  else
    py_raise(&py_TypeError, "complex() second argument must be a number, not '%s'", py_type_label(py_type_of(value)));
  return false;
}

static Value construct(Type *type, Value *arguments) {
  double real = 0, imag = 0, second = 0, second_imag = 0;
  if (py_is_str(arguments[0])) {
    if (arguments[1].tag != TAG_UNDEFINED)
      return py_raise(&py_TypeError, "complex() can't take second arg if first is a string");
    return from_text(type, arguments[0]);
  }
  if (py_is_str(arguments[1])) return py_raise(&py_TypeError, "complex() second arg can't be a string");
  if (type == &py_complex_type && arguments[1].tag == TAG_UNDEFINED && arguments[0].tag == TAG_OBJECT &&
      arguments[0].as.object->type == type)
    return py_keep(arguments[0]);
  if (!part_of(arguments[0], &real, &imag, true)) return PY_ERROR;
  if (arguments[1].tag != TAG_UNDEFINED && !part_of(arguments[1], &second, &second_imag, false)) return PY_ERROR;
  /* Only what is complex brings a second part: signs of zeros stay. */
  if (arguments[1].tag != TAG_UNDEFINED) imag = is_complex(arguments[0]) ? imag + second : second;
  if (is_complex(arguments[1])) real -= second_imag;
  return complex_new(type, real, imag);
}

static Value get_real(Value self) { return py_float(of(self)->real); }
static Value get_imag(Value self) { return py_float(of(self)->imag); }
static const PropertyRow properties[] = {
    {"real", "the real part", get_real, NULL}, {"imag", "the imaginary part", get_imag, NULL}, {0}};

static Value call_conjugate(const NativeRow *row, Value *arguments) {
  return py_complex(of(arguments[0])->real, -of(arguments[0])->imag);
}
static Value call_complex(const NativeRow *row, Value *arguments) {
  return py_complex(of(arguments[0])->real, of(arguments[0])->imag);
}
static Value call_new_arguments(const NativeRow *row, Value *arguments) {
  return py_tuple_of(2, py_float(of(arguments[0])->real), py_float(of(arguments[0])->imag));
}
static const NativeRow methods[] = {
    {"__getnewargs__", "self, /", "what makes the number again", call_new_arguments, NULL},
    {"conjugate", "self, /", "with the other sign of the imaginary part", call_conjugate, NULL},
    {"__complex__", "self, /", "the number itself", call_complex, NULL},
    {0}};

Type py_complex_type = {.name = "complex", .size = sizeof(Complex), .repr = repr, .hash = hash, .compare = compare,
                        .truth = truth, .binary = binary, .unary = unary, .format = format,
                        .signature = "real=0, imag=...", .construct = construct, .methods = methods,
                        .properties = properties, .help = "A number with a real and an imaginary part."};
