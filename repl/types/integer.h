/* Integers of any size. Those of 64 bits are inline (TAG_INT); larger ones are objects whose type is py_int_type, over
 * libtommath. Every result that fits 64 bits is inline again, so that an integer has one form.
 *
 * A "plain" integer below is an inline int or bool, or such an object; number_plain makes one of an instance of a
 * user's class derived from int. Public for repl/modules. */
#ifndef NNSH_REPL_TYPES_INTEGER_H
#define NNSH_REPL_TYPES_INTEGER_H

#include "engine/core/text.h"
#include "repl/types/containers.h"

/* An instance of a user's class derived from int or float: the number it is, then the instance's dict. */
typedef struct NumberBox {
  Object head;
  Value value;
} NumberBox;

/* The number that a value is: borrowed; the value itself where it is not such an instance. */
Value number_plain(Value value);
/* An instance of `type` (int, float, or a class derived from one) with this number, which is taken over. */
Value number_boxed(Type *type, Value number);

/* Whether a value is an int of any size, a bool, or of a class derived from int. */
bool integer_is(Value value);
bool integer_is_big(Value value);

/* All of these take plain integers. */
Value integer_binary(BinaryOp op, Value a, Value b);
Value integer_unary(UnaryOp op, Value a);
int integer_compare(Value a, Value b);                 /* -1, 0, 1 */
int integer_compare_double(Value a, double b);         /* likewise, or 2 where b is nan */
int integer_sign(Value a);                             /* -1, 0, 1 */
uint64_t integer_hash(Value a);
bool integer_as_double(Value a, double *out);          /* rounded once; OverflowError */
int64_t integer_bit_length(Value a);
int64_t integer_bit_count(Value a);
/* |a| is mantissa * 2**exponent with a mantissa in [0.5, 1): for logarithms. */
double integer_mantissa(Value a, int64_t *exponent);
/* Adds the digits of |a| (2, 8, 10 or 16; small letters). Decimal ones only up to the limit: ValueError. */
bool integer_add_digits(Text *out, Value a, int base);
/* A number of digits of a base (2 to 36), nothing else among them. The limit is not asked. */
Value integer_from_digits(const char *digits, size_t length, int base);
Value integer_from_natural(uint64_t natural);
Value integer_from_double(double value);               /* truncated; finite */
Value integer_from_bytes(const unsigned char *bytes, size_t length, bool little, bool is_signed);
/* Writes `length` bytes; OverflowError where they are too few. */
bool integer_to_bytes(Value a, unsigned char *bytes, size_t length, bool little, bool is_signed);
Value integer_gcd(Value a, Value b);
Value integer_square_root(Value a);                    /* the whole part; a is not negative */
Value integer_power_mod(Value base, Value exponent, Value modulus);
Value integer_round(Value a, int64_t digits);          /* to a multiple of 10**-digits, halves to even */
Value integer_factorial(int64_t n);
/* (numerator, denominator) of a finite float, as a tuple. */
Value integer_ratio(double value);

/* How many decimal digits may be converted from and to text (0: any number), as sys.set_int_max_str_digits sets it. */
extern int64_t integer_digit_limit;
/* Whether so many digits are more than that: ValueError, or false. `reading` adds CPython's count of them. */
bool integer_exceeds_limit(int64_t digits, bool reading);

#endif
