/* Integers and floats: arithmetic, hashes and text of numbers, as operators and formatting share them. Private. */
#ifndef NNSH_REPL_TYPES_NUMBER_H
#define NNSH_REPL_TYPES_NUMBER_H

#include "engine/core/text.h"
#include "repl/types/type.h"

/* Inline integers; results of any size (integer.h). */
Value int_binary(BinaryOp op, int64_t a, int64_t b);
Value float_binary(BinaryOp op, double a, double b);
/* -1, 0, 1, or 2 where one is nan. Exact for all values. */
int number_compare_int_float(int64_t a, double b);
/* The slots of int, bool and float, for whoever reaches them as methods: operators do not ask them. */
Value number_compare_slot(CompareOp op, Value a, Value b);
Value number_binary_slot(BinaryOp op, Value a, Value b);
Value number_unary_slot(UnaryOp op, Value a);
uint64_t int_hash(int64_t value);
uint64_t float_hash(double value);

/* The value of a scalar by its dtype's kind: 'i', 'u', 'b' or 'f'. */
char scalar_kind(Value scalar);
double scalar_double(Value scalar);
Value scalar_integer(Value scalar); /* of an integer kind */

/* int(text, base) and float(text): PY_ERROR with ValueError in CPython's text. */
/* White space of ASCII, which may stand around a number. */
static inline bool number_is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
Value int_from_text(Value text, int base);
Value float_from_text(Value text);
/* round(value, digits): OverflowError where the result is no float. */
Value float_round(double value, int64_t digits);
/* The second argument of round(): numbers of any size, cut to what makes no difference. */
bool number_round_digits(Value value, int64_t *digits);
/* int of a float: truncates; OverflowError and ValueError as CPython. */
Value int_from_double(double value);

#endif
