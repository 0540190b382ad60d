/* Integers beyond 64 bits: arithmetic. What they have to do with text, bytes and floats is in integer_convert.c. */
#include "repl/types/integer.h"

#include "engine/core/interrupt.h"
#include "repl/types/exception.h"
#include "repl/types/integer_internal.h"
#include "repl/types/number.h"
#include "repl/types/object.h"
#include "repl/types/protocol.h"

/* A result of more bits than this does not fit any memory: it is refused before it is computed. */
#define MOST_BITS ((int64_t)1 << 33)

bool integer_is_big(Value value) { return value.tag == TAG_OBJECT && value.as.object->type == &py_int_type; }

static bool is_box(Value value) {
  if (value.tag != TAG_OBJECT) return false;
  const Type *type = value.as.object->type;
  if (!type->heap) return false;
  return py_is_subtype(type, &py_int_type) || py_is_subtype(type, &py_float_type);
}

Value number_plain(Value value) { return is_box(value) ? ((NumberBox *)value.as.object)->value : value; }

Value number_boxed(Type *type, Value number) {
  if (py_is_error(number) || !type->heap) return number;
  NumberBox *box = py_new(type);
  if (!box) {
    py_drop(number);
    return PY_ERROR;
  }
  box->value = number;
  return py_object(box);
}

bool integer_is(Value value) {
  if (value.tag == TAG_INT || value.tag == TAG_BOOL || integer_is_big(value)) return true;
  return value.tag == TAG_OBJECT && value.as.object->type->heap && py_is_subtype(value.as.object->type, &py_int_type);
}

void integer_dealloc(Object *self) {
  if (self->type == &py_int_type) mp_clear(&((BigInt *)self)->number);
  else py_drop(((NumberBox *)self)->value);
}

const mp_int *integer_operand(Value value, Operand *operand) {
  if (value.tag == TAG_OBJECT) return &((BigInt *)value.as.object)->number;
  uint64_t magnitude = value.as.integer < 0 ? -(uint64_t)value.as.integer : (uint64_t)value.as.integer;
  operand->digits[0] = magnitude & MP_MASK;
  operand->digits[1] = magnitude >> MP_DIGIT_BIT;
  operand->number = (mp_int){.used = operand->digits[1] ? 2 : magnitude ? 1 : 0, .alloc = 2,
                             .sign = value.as.integer < 0 ? MP_NEG : MP_ZPOS, .dp = operand->digits};
  return &operand->number;
}

Value integer_no_memory(void) { return py_raise(&py_MemoryError, "%s", ""); }

/* Ends a computation: the number becomes a value, inline where it fits. `number` is used up. */
Value integer_finish(mp_int *number, mp_err error) {
  if (error != MP_OKAY) {
    mp_clear(number);
    return py_pending() ? PY_ERROR : integer_no_memory();
  }
  int bits = mp_count_bits(number);
  if (bits <= 63 || (bits == 64 && mp_isneg(number) && mp_cnt_lsb(number) == 63)) {
    int64_t small = mp_get_i64(number);
    mp_clear(number);
    return py_int(small);
  }
  BigInt *object = py_new_sized(&py_int_type, sizeof *object);
  if (!object) {
    mp_clear(number);
    return PY_ERROR;
  }
  object->number = *number;
  return py_object(object);
}

Value integer_from_natural(uint64_t natural) {
  if (natural <= INT64_MAX) return py_int((int64_t)natural);
  mp_int number;
  if (mp_init(&number) != MP_OKAY) return integer_no_memory();
  mp_set_u64(&number, natural);
  return integer_finish(&number, MP_OKAY);
}

int integer_sign(Value a) {
  if (a.tag != TAG_OBJECT) return (a.as.integer > 0) - (a.as.integer < 0);
  return mp_isneg(&((BigInt *)a.as.object)->number) ? -1 : 1;
}

int integer_compare(Value a, Value b) {
  if (a.tag != TAG_OBJECT && b.tag != TAG_OBJECT) return (a.as.integer > b.as.integer) - (a.as.integer < b.as.integer);
  Operand x, y;
  mp_ord order = mp_cmp(integer_operand(a, &x), integer_operand(b, &y));
  return order == MP_LT ? -1 : order == MP_GT ? 1 : 0;
}

int64_t integer_bit_length(Value a) {
  Operand x;
  return mp_count_bits(integer_operand(a, &x));
}

/* ---- Products that can be interrupted ---- */

enum { UNDIVIDED_DIGITS = 1500 };

/* `count` digits of a number from one of its digits on, as a number that must not be changed. */
static mp_int part_of(const mp_int *number, int from, int count) {
  if (from >= number->used) return (mp_int){.dp = number->dp, .alloc = 1};
  if (from + count > number->used) count = number->used - from;
  while (count > 0 && number->dp[from + count - 1] == 0) count--;
  return (mp_int){.used = count, .alloc = count ? count : 1, .sign = MP_ZPOS, .dp = number->dp + from};
}

static mp_err multiply(const mp_int *a, const mp_int *b, mp_int *out);

/* out = |a| * |b| for a long a: b times pieces of a, so that Ctrl-C is noticed between them. */
static mp_err multiply_pieces(const mp_int *a, const mp_int *b, int piece, mp_int *out) {
  mp_int product, sum;
  mp_err error = mp_init_multi(&product, &sum, NULL);
  if (error != MP_OKAY) return error;
  for (int from = (a->used - 1) / piece * piece; from >= 0 && error == MP_OKAY; from -= piece) {
    mp_int part = part_of(a, from, piece);
    error = multiply(&part, b, &product);
    if (error == MP_OKAY) error = mp_lshd(&sum, piece);
    if (error == MP_OKAY) error = mp_add(&sum, &product, &sum);
  }
  if (error == MP_OKAY) mp_exch(&sum, out);
  mp_clear_multi(&product, &sum, NULL);
  return error;
}

/* Karatsuba's way, one level: out = |a| * |b|, both at least half as long as the other. */
static mp_err multiply_halves(const mp_int *a, const mp_int *b, mp_int *out) {
  int half = ((a->used > b->used ? a->used : b->used) + 1) / 2;
  mp_int a0 = part_of(a, 0, half), a1 = part_of(a, half, half), b0 = part_of(b, 0, half), b1 = part_of(b, half, half);
  mp_int low, high, middle, sum_a, sum_b;
  mp_err error = mp_init_multi(&low, &high, &middle, &sum_a, &sum_b, NULL);
  if (error != MP_OKAY) return error;
  error = multiply(&a0, &b0, &low);
  if (error == MP_OKAY) error = multiply(&a1, &b1, &high);
  if (error == MP_OKAY) error = mp_add(&a0, &a1, &sum_a);
  if (error == MP_OKAY) error = mp_add(&b0, &b1, &sum_b);
  if (error == MP_OKAY) error = multiply(&sum_a, &sum_b, &middle);
  if (error == MP_OKAY) error = mp_sub(&middle, &low, &middle);
  if (error == MP_OKAY) error = mp_sub(&middle, &high, &middle);
  if (error == MP_OKAY) error = mp_lshd(&high, half);
  if (error == MP_OKAY) error = mp_add(&high, &middle, &high);
  if (error == MP_OKAY) error = mp_lshd(&high, half);
  if (error == MP_OKAY) error = mp_add(&high, &low, &high);
  if (error == MP_OKAY) mp_exch(&high, out);
  mp_clear_multi(&low, &high, &middle, &sum_a, &sum_b, NULL);
  return error;
}

mp_err integer_interrupted(void) {
  if (!core_interrupt_pending()) return MP_OKAY;
  core_interrupt_take();
  py_raise(&py_KeyboardInterrupt, "%s", "");
  return MP_ERR;
}

/* out must be another number than a and b. */
static mp_err multiply(const mp_int *a, const mp_int *b, mp_int *out) {
  if (a->used < b->used) {
    const mp_int *swap = a;
    a = b;
    b = swap;
  }
  if (a->used <= UNDIVIDED_DIGITS) return mp_mul(a, b, out);
  mp_err error = integer_interrupted();
  if (error != MP_OKAY) return error;
  mp_sign sign = a->sign == b->sign ? MP_ZPOS : MP_NEG;
  if (b->used <= a->used / 2) {
    mp_int positive = *b;
    positive.sign = MP_ZPOS;
    error = multiply_pieces(a, &positive, b->used > UNDIVIDED_DIGITS ? b->used : UNDIVIDED_DIGITS, out);
  } else {
    error = multiply_halves(a, b, out);
  }
  if (error == MP_OKAY) out->sign = out->used ? sign : MP_ZPOS;
  return error;
}

mp_err integer_multiply(const mp_int *a, const mp_int *b, mp_int *out) { return multiply(a, b, out); }

/* ---- Operators ---- */

static Value power(Value base, Value exponent) {
  double x, y;
  if (integer_sign(exponent) < 0) {
    if (integer_sign(base) == 0) return py_raise(&py_ZeroDivisionError, "0.0 cannot be raised to a negative power");
    return integer_as_double(base, &x) && integer_as_double(exponent, &y) ? float_binary(OP_POW, x, y) : PY_ERROR;
  }
  if (base.tag != TAG_OBJECT && base.as.integer >= -1 && base.as.integer <= 1) {
    Operand operand;
    const mp_int *e = integer_operand(exponent, &operand);
    if (e->used == 0) return py_int(1);
    return py_int(base.as.integer == -1 && !(e->dp[0] & 1) ? 1 : base.as.integer);
  }
  if (exponent.tag == TAG_OBJECT) return integer_no_memory();
  int64_t bits = integer_bit_length(base), times = exponent.as.integer;
  if (times > 0 && (bits - 1) > MOST_BITS / times) return integer_no_memory();
  Operand operand;
  mp_int result, square, product;
  if (mp_init_multi(&result, &square, &product, NULL) != MP_OKAY) return integer_no_memory();
  mp_err error = mp_copy(integer_operand(base, &operand), &square);
  mp_set(&result, 1);
  for (; times && error == MP_OKAY; times >>= 1) {
    if (times & 1) {
      error = multiply(&result, &square, &product);
      mp_exch(&result, &product);
    }
    if (times > 1 && error == MP_OKAY) {
      error = multiply(&square, &square, &product);
      mp_exch(&square, &product);
    }
  }
  mp_clear_multi(&square, &product, NULL);
  return integer_finish(&result, error);
}

static Value shift_left(Value a, Value b) {
  if (integer_sign(b) < 0) return py_raise(&py_ValueError, "negative shift count");
  if (integer_sign(a) == 0) return py_int(0);
  if (b.tag == TAG_OBJECT) return py_raise(&py_OverflowError, "too many digits in integer");
  if (b.as.integer > MOST_BITS - integer_bit_length(a) || b.as.integer > INT32_MAX - 64) return integer_no_memory();
  Operand x;
  mp_int number;
  if (mp_init(&number) != MP_OKAY) return integer_no_memory();
  return integer_finish(&number, mp_mul_2d(integer_operand(a, &x), (int)b.as.integer, &number));
}

static Value shift_right(Value a, Value b) {
  if (integer_sign(b) < 0) return py_raise(&py_ValueError, "negative shift count");
  if (b.tag == TAG_OBJECT || b.as.integer > integer_bit_length(a)) return py_int(integer_sign(a) < 0 ? -1 : 0);
  Operand x;
  mp_int number;
  if (mp_init(&number) != MP_OKAY) return integer_no_memory();
  return integer_finish(&number, mp_signed_rsh(integer_operand(a, &x), (int)b.as.integer, &number));
}

/* Truncated quotient and remainder. A divisor of one digit is frequent and takes one walk through the number. */
static mp_err divide_digits(const mp_int *a, const mp_int *b, mp_int *quotient, mp_int *rest) {
  if (b->used != 1) return mp_div(a, b, quotient, rest);
  mp_digit left;
  mp_err error = mp_div_d(a, b->dp[0], quotient, &left);
  if (error != MP_OKAY) return error;
  mp_set_u64(rest, left);
  if (left && a->sign == MP_NEG) rest->sign = MP_NEG;
  if (b->sign == MP_NEG && quotient->used) quotient->sign = quotient->sign == MP_NEG ? MP_ZPOS : MP_NEG;
  return MP_OKAY;
}

/* Quotient and remainder as Python divides: the remainder has the divisor's sign. */
static Value divide(BinaryOp op, const mp_int *a, const mp_int *b) {
  if (b->used == 0)
    return py_raise(&py_ZeroDivisionError, op == OP_MOD ? "integer modulo by zero"
                                                        : "integer division or modulo by zero");
  mp_int quotient, rest;
  if (mp_init_multi(&quotient, &rest, NULL) != MP_OKAY) return integer_no_memory();
  mp_err error = divide_digits(a, b, &quotient, &rest);
  if (error == MP_OKAY && rest.used && rest.sign != b->sign) {
    error = mp_decr(&quotient);
    if (error == MP_OKAY) error = mp_add(&rest, b, &rest);
  }
  mp_clear(op == OP_MOD ? &quotient : &rest);
  return integer_finish(op == OP_MOD ? &rest : &quotient, error);
}

Value integer_binary(BinaryOp op, Value a, Value b) {
  Operand left, right;
  const mp_int *x = integer_operand(a, &left), *y = integer_operand(b, &right);
  mp_err (*function)(const mp_int *, const mp_int *, mp_int *) = NULL;
  switch (op) {
  case OP_ADD: function = mp_add; break;
  case OP_SUB: function = mp_sub; break;
  case OP_MUL: function = multiply; break;
  case OP_AND: function = mp_and; break;
  case OP_OR: function = mp_or; break;
  case OP_XOR: function = mp_xor; break;
  case OP_FLOORDIV:
  case OP_MOD: return divide(op, x, y);
  case OP_DIV: return integer_true_divide(x, y);
  case OP_POW: return power(a, b);
  case OP_LSHIFT: return shift_left(a, b);
  case OP_RSHIFT: return shift_right(a, b);
  case OP_MATMUL:
  case BINARY_OP_COUNT: return PY_NOT_IMPLEMENTED;
  }
  mp_int result;
  if (mp_init(&result) != MP_OKAY) return integer_no_memory();
  return integer_finish(&result, function(x, y, &result));
}

Value integer_unary(UnaryOp op, Value a) {
  if (a.tag == TAG_OBJECT && (op == OP_POSITIVE || (op == OP_ABS && integer_sign(a) > 0))) return py_keep(a);
  Operand operand;
  mp_int result;
  if (mp_init(&result) != MP_OKAY) return integer_no_memory();
  const mp_int *number = integer_operand(a, &operand);
  mp_err error = op == OP_INVERT ? mp_complement(number, &result)
                 : op == OP_ABS  ? mp_abs(number, &result)
                 : op == OP_POSITIVE ? mp_copy(number, &result) : mp_neg(number, &result);
  return integer_finish(&result, error);
}

/* ---- Theory of numbers ---- */

static uint64_t small_gcd(uint64_t a, uint64_t b) {
  if (a == 0 || b == 0) return a | b;
  int twos = __builtin_ctzll(a | b);
  a >>= __builtin_ctzll(a);
  while (b) {
    b >>= __builtin_ctzll(b);
    if (a > b) {
      uint64_t larger = a;
      a = b;
      b = larger;
    }
    b -= a;
  }
  return a << twos;
}

/* The factors by which Lehmer's step puts a and b together: what Euclid's steps on their first 62 bits come to, as long
 * as the bits behind cannot change a quotient. The number of steps; 0: not even one is certain. */
static int lehmer_factors(int64_t x, int64_t y, uint64_t factors[4]) {
  int64_t a = 1, b = 0, c = 0, d = 1;
  int steps = 0;
  for (; y != c; steps++) {
    int64_t quotient = (x + a - 1) / (y - c);
    if (quotient > INT32_MAX) break;
    int64_t s = b + quotient * d, t = x - quotient * y;
    if (s > t) break;
    x = y;
    y = t;
    t = a + quotient * c;
    a = d;
    b = c;
    c = s;
    d = t;
  }
  const int64_t found[4] = {a, b, c, d};
  for (int i = 0; i < 4; i++) factors[i] = (uint64_t)found[i];
  return steps;
}

/* out = by * from - less * to. */
static mp_err combine(const mp_int *from, uint64_t by, const mp_int *to, uint64_t less, mp_int *room, mp_int *out) {
  mp_err error = mp_mul_d(from, by, out);
  if (error == MP_OKAY) error = mp_mul_d(to, less, room);
  return error == MP_OKAY ? mp_sub(out, room, out) : error;
}

/* The greatest common divisor by Lehmer's way; a becomes it. Both are not negative. */
static mp_err large_gcd(mp_int *a, mp_int *b) {
  mp_int first, second, room;
  mp_err error = mp_init_multi(&first, &second, &room, NULL);
  if (error != MP_OKAY) return error;
  if (mp_cmp_mag(a, b) == MP_LT) mp_exch(a, b);
  while (error == MP_OKAY && !mp_iszero(b)) {
    int bits = mp_count_bits(a), steps = 0;
    uint64_t factors[4];
    if (bits <= 62) {
      mp_set_u64(a, small_gcd(mp_get_u64(a), mp_get_u64(b)));
      break;
    }
    if (b->used == 1) {
      mp_digit rest;
      if ((error = mp_mod_d(a, b->dp[0], &rest)) == MP_OKAY) mp_set_u64(a, small_gcd(b->dp[0], rest));
      break;
    }
    if (mp_count_bits(b) > bits - 31) {
      if ((error = mp_div_2d(a, bits - 62, &first, NULL)) != MP_OKAY ||
          (error = mp_div_2d(b, bits - 62, &second, NULL)) != MP_OKAY)
        break;
      steps = lehmer_factors(mp_get_i64(&first), mp_get_i64(&second), factors);
    }
    if (steps == 0) {
      error = mp_mod(a, b, &first);
      mp_exch(a, b);
      mp_exch(b, &first);
      continue;
    }
    const mp_int *x = steps % 2 ? b : a, *y = steps % 2 ? a : b;
    error = combine(x, factors[0], y, factors[1], &room, &first);
    if (error == MP_OKAY) error = combine(y, factors[3], x, factors[2], &room, &second);
    mp_exch(a, &first);
    mp_exch(b, &second);
  }
  mp_clear_multi(&first, &second, &room, NULL);
  return error;
}

Value integer_gcd(Value a, Value b) {
  Operand x, y;
  mp_int result, other;
  if (a.tag != TAG_OBJECT && b.tag != TAG_OBJECT) {
    uint64_t p = a.as.integer < 0 ? -a.as.natural : a.as.natural;
    uint64_t q = b.as.integer < 0 ? -b.as.natural : b.as.natural;
    uint64_t common = small_gcd(p, q);
    if (common <= INT64_MAX) return py_int((int64_t)common);
  }
  if (mp_init(&result) != MP_OKAY) return integer_no_memory();
  mp_err error = mp_init(&other);
  if (error == MP_OKAY) {
    error = mp_abs(integer_operand(a, &x), &result);
    if (error == MP_OKAY) error = mp_abs(integer_operand(b, &y), &other);
    if (error == MP_OKAY) error = large_gcd(&result, &other);
    mp_clear(&other);
  }
  return integer_finish(&result, error);
}

Value integer_square_root(Value a) {
  Operand x;
  mp_int result;
  if (mp_init(&result) != MP_OKAY) return integer_no_memory();
  return integer_finish(&result, mp_sqrt(integer_operand(a, &x), &result));
}

Value integer_power_mod(Value base, Value exponent, Value modulus) {
  if (integer_sign(modulus) == 0) return py_raise(&py_ValueError, "pow() 3rd argument cannot be 0");
  Operand x, y, z;
  mp_int result, factor, positive, times;
  if (mp_init_multi(&result, &factor, &positive, &times, NULL) != MP_OKAY) return integer_no_memory();
  mp_err error = mp_abs(integer_operand(modulus, &z), &positive);
  if (error == MP_OKAY) error = mp_mod(integer_operand(base, &x), &positive, &factor);
  if (error == MP_OKAY) error = mp_abs(integer_operand(exponent, &y), &times);
  bool one = positive.used == 1 && positive.dp[0] == 1;
  if (error == MP_OKAY && integer_sign(exponent) < 0 && !one) {
    error = mp_invmod(&factor, &positive, &factor);
    if (error == MP_VAL || factor.used == 0)
      py_raise(&py_ValueError, "base is not invertible for the given modulus");
    if (py_pending()) error = MP_VAL;
  }
  if (error == MP_OKAY && one) mp_zero(&result);
  else if (error == MP_OKAY && times.used == 0) mp_set(&result, 1);
  else if (error == MP_OKAY) error = mp_exptmod(&factor, &times, &positive, &result);
  if (error == MP_OKAY && integer_sign(modulus) < 0 && result.used) error = mp_sub(&result, &positive, &result);
  mp_clear_multi(&factor, &positive, &times, NULL);
  return integer_finish(&result, error);
}

/* low * (low + 1) * ... * high, by halves: the factors of each product are of like size. */
static Value product_between(int64_t low, int64_t high) {
  if (low > high) return py_int(1);
  if (high - low < 8) {
    Value product = py_int(low);
    for (int64_t i = low + 1; i <= high && !py_is_error(product); i++) {
      Value next = py_binary(OP_MUL, product, py_int(i));
      py_drop(product);
      product = next;
    }
    return product;
  }
  int64_t middle = low + (high - low) / 2;
  Value left = product_between(low, middle), right = py_is_error(left) ? PY_ERROR : product_between(middle + 1, high);
  Value product = py_is_error(right) ? PY_ERROR : py_binary(OP_MUL, left, right);
  py_drop(left);
  py_drop(right);
  return product;
}

Value integer_factorial(int64_t n) {
  if (n > (int64_t)1 << 28) return integer_no_memory();
  return product_between(1, n);
}

Value integer_round(Value a, int64_t digits) {
  if (digits >= 0) return py_keep(a.tag == TAG_BOOL ? py_int(a.as.integer) : a);
  /* Of a number with fewer digits nothing is left. */
  if (-digits > integer_bit_length(a) / 3 + 2) return py_int(0);
  Value unit = power(py_int(10), py_int(-digits));
  Value half = py_is_error(unit) ? PY_ERROR : integer_binary(OP_FLOORDIV, unit, py_int(2));
  Value rest = py_is_error(half) ? PY_ERROR : integer_binary(OP_MOD, a, unit);
  Value low = py_is_error(rest) ? PY_ERROR : integer_binary(OP_SUB, a, rest);
  Value quotient = py_is_error(low) ? PY_ERROR : integer_binary(OP_FLOORDIV, low, unit);
  Value result = PY_ERROR;
  if (!py_is_error(quotient)) {
    Operand operand;
    const mp_int *q = integer_operand(quotient, &operand);
    int order = integer_compare(rest, half);
    bool odd = q->used && q->dp[0] & 1;
    result = order > 0 || (order == 0 && odd) ? integer_binary(OP_ADD, low, unit) : py_keep(low);
  }
  const Value held[] = {unit, half, rest, low, quotient};
  for (int i = 0; i < 5; i++) py_drop(held[i]);
  return result;
}
