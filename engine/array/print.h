/* Arrays as text, equal to numpy 2's to the letter: summarizing, column widths, precision, line wrapping.
 *
 * Referee: numpy 2.4 (numpy/_core/arrayprint.py's rules). What follows from the dtype: scientific notation is chosen
 * where the largest magnitude reaches 10^min(8, digits of the dtype) (1e8 for float64, 1e6 for float32, 1e3 for
 * float16), the smallest is below 1e-4, or their ratio is above 1000; `suppress` leaves only the first reason. */
#ifndef NNSH_ENGINE_ARRAY_PRINT_H
#define NNSH_ENGINE_ARRAY_PRINT_H

#include "engine/array/element.h"
#include "engine/core/text.h"

/* How many digits floats get: as many as the longest needs; the same number in every element; exactly `precision`; as
 * many as are needed to tell the value. */
typedef enum NdFloatMode { ND_MAXPREC, ND_MAXPREC_EQUAL, ND_FIXED, ND_UNIQUE } NdFloatMode;

/* Writes an element in the user's own way and returns 1; 0 where it leaves the element to this room; -1 where it fails
 * (it has told why; what is printed after that does not count). */
typedef int NdElementWriter(NdKind kind, const char *data, Text *text);

/* np.set_printoptions; the defaults are numpy's. */
typedef struct NdPrintOptions {
  int precision;  /* 8; 0 or more */
  int threshold;  /* 1000: arrays of more elements are summarized; INT_MAX for sys.maxsize */
  int edgeitems;  /* 3 */
  int linewidth;  /* 75 */
  bool suppress;  /* false */
  char sign;      /* '-'; '+': always a sign; ' ': a blank in its place */
  NdFloatMode float_mode; /* ND_MAXPREC */
  char nan_text[16], inf_text[16]; /* "nan", "inf" */
  NdElementWriter *writer; /* NULL */
} NdPrintOptions;

extern NdPrintOptions nd_print_options;

/* str(array): "[[1. 2.]\n [3. 4.]]"; a 0-d array prints as its element. */
void nd_print_str(Text *text, const NdArray *array);
/* repr(array): "array([[1., 2.],\n       [3., 4.]], dtype=float32)". */
void nd_print_repr(Text *text, const NdArray *array);
/* The same with the name of a class in place of "array". */
void nd_print_repr_named(Text *text, const NdArray *array, const char *class);
/* numpy.array2string(array, separator=separator, prefix=prefix): lines after the first are indented by the prefix's
 * width; the prefix itself is not printed; `suffix` columns are kept free at the end of lines. */
void nd_print_array(Text *text, const NdArray *array, const char *separator, const char *prefix, int suffix);

/* str and repr of one element as a numpy scalar: "0.1" / "np.float32(0.1)". */
void nd_print_scalar_str(Text *text, NdScalar value);
void nd_print_scalar_repr(Text *text, NdScalar value);
/* str of a number in memory, also of a complex one: "(1+2j)". */
void nd_print_element_str(Text *text, NdKind kind, const char *data);

#endif
