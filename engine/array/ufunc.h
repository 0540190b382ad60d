/* Element-wise functions with broadcasting and numpy 2's promotion. One row declares a function; numpy's module, the
 * operators, help and the tests that walk every row derive from it. */
#ifndef NNSH_ENGINE_ARRAY_UFUNC_H
#define NNSH_ENGINE_ARRAY_UFUNC_H

#include "engine/array/array.h"

typedef struct NdUfunc {
  const char *name; /* numpy's: "add", "divide"; aliases after '|' ("divide|true_divide") */
  const char *help;
  int inputs;  /* 1 or 2 */
  int outputs; /* 1 (2 for divmod, modf: not yet) */
  /* Private to ufunc.c and its loops. */
  int rule;
  const void *loops, *avx2_loops;
} NdUfunc;

extern const NdUfunc nd_ufuncs[];
extern const int nd_ufunc_count;
const NdUfunc *nd_ufunc_named(const char *name); /* name or alias, NULL where there is none */

/* Applies a ufunc. power with the Python scalar 2, 1, -1 or 0.5 as exponent is computed as numpy's ** operator does it
 * (square, positive, reciprocal, sqrt). Transcendental functions are within 4 ulp of numpy's; the rest have its bits.
 * `b` is NULL for one input. `out` NULL makes a new array; otherwise the result is written there (its shape must be
 * the broadcast one; casting must be same_kind, else numpy's UFuncTypeError as ERROR_TYPE) and a new reference to it
 * is returned. A 0-d operand with `weak` set follows NEP 50; an integer that its partner's dtype cannot hold is
 * ERROR_OVERFLOW ("Python integer 300 out of bounds for uint8"). Division by zero and overflow give inf and nan as
 * numpy does (the language above warns: see nd_take_float_status). */
NdArray *nd_ufunc(const NdUfunc *ufunc, NdArray *a, NdArray *b, NdArray *out, Error *error);

/* What went wrong in floating point (and in divisions of integers by 0) in this thread's nd_ufunc calls since the last
 * call of nd_take_float_status, which forgets it. */
enum { ND_FLOAT_DIVIDE = 1, ND_FLOAT_OVERFLOW = 2, ND_FLOAT_UNDERFLOW = 4, ND_FLOAT_INVALID = 8 };
unsigned nd_take_float_status(void);
unsigned nd_float_status(void); /* without forgetting it */

/* Shorthand by name, e.g. nd_apply("add", a, b, NULL, &error). */
NdArray *nd_apply(const char *name, NdArray *a, NdArray *b, NdArray *out, Error *error);

/* numpy.where(condition, a, b). */
NdArray *nd_where(NdArray *condition, NdArray *a, NdArray *b, Error *error);

#endif
