/* Numbers as text. All functions read and write the C locale's form (a decimal point), whatever the user's locale:
 * the program sets LC_CTYPE only. */
#ifndef NNSH_ENGINE_CORE_NUMBER_H
#define NNSH_ENGINE_CORE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* An integer in decimal; returns the length. Loops print and join many of these, and printf takes longer than all the
 * rest of that. */
int number_int(int64_t value, char out[24]);

/* Reads "12", "-0.5", "+3.": an optional sign, digits, an optional point among them, so few that a double holds them
 * exactly and one division rounds. False for whatever else, which is left to strtod. */
bool number_read(const char *text, size_t length, double *value);

/* What printf's "%.*f" makes of a number's magnitude, sooner: rounded exactly, ties to the even digit. Returns the
 * length, or 0 where that takes more than 128 bits (precision above 9, magnitudes from 2**53 on, inf, nan). */
int number_fixed(double value, int precision, char out[32]);

/* The shortest decimal digits that read back as the same number: up to 17 for a double, 9 for a float.
 * digits: NUL-terminated, no sign, no point, no trailing zeros ("0" for zero); the value is
 * 0.DIGITS x 10^exponent, i.e. exponent is the place of the decimal point after the first digits. The value must be
 * finite; its sign is ignored. Returns the number of digits. */
int number_digits(double value, char digits[20], int *exponent);
int number_digits_float(float value, char digits[20], int *exponent);

/* Python's repr of a float: "0.1", "1e-05", "1e+16", "inf", "nan", "-0.0". Returns the length. */
int number_repr(double value, char out[32]);

/* The same with a float32's shortest digits and Python's choice of notation: "0.1". (numpy's own notation for scalars,
 * which turns scientific earlier for float32, is nd_print_scalar_str.) */
int number_repr_float(float value, char out[32]);

#endif
