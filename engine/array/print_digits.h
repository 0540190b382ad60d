/* Digits of single numbers. Private to this room. */
#ifndef NNSH_ENGINE_ARRAY_PRINT_DIGITS_H
#define NNSH_ENGINE_ARRAY_PRINT_DIGITS_H

#include "engine/array/print.h"

/* A float with 17 digits and 308 zeros on either side, and what a large `precision` adds. */
enum { ND_FLOAT_TEXT = 1200, ND_MOST_PRECISION = 800 };

/* How numpy's floating dtypes print: from which magnitude on scientific notation is used in arrays and for scalars. */
typedef struct NdFloatRule {
  double array_cutoff, scalar_cutoff;
} NdFloatRule;
NdFloatRule nd_float_rule(NdType type);

/* A double as a float dtype holds it. */
double nd_round_to(NdType type, double value);

/* "12.5", "3.", "0.001": shortest digits, of which at most `precision` stay behind the point (rounded exactly), with
 * trailing zeros cut and the point kept. Returns the length. */
int nd_write_positional(NdType type, double value, int precision, char out[ND_FLOAT_TEXT]);

typedef struct NdScientific {
  char mantissa[ND_FLOAT_TEXT]; /* "-1.25", "1." */
  int power;
} NdScientific;

/* Mantissa with the shortest digits, but at least `least` and at most `most` of them behind the point (more than the
 * shortest are the number's exact ones). */
void nd_write_scientific(NdType type, double value, int least, int most, NdScientific *out);

int nd_power_digits(int power); /* of an exponent, at least two */
void nd_trim_zeros(char *text); /* at the end */
int nd_write_integer(NdScalar value, char out[32]);

/* A float as numpy's scalar of that dtype prints: "0.1", "1e-05". */
void nd_print_float(Text *text, NdType type, double value);

#endif
