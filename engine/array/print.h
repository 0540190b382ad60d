/* Arrays as text, equal to numpy 2's to the letter: summarizing, column widths, precision, line wrapping. */
#ifndef NNSH_ENGINE_ARRAY_PRINT_H
#define NNSH_ENGINE_ARRAY_PRINT_H

#include "engine/array/array.h"
#include "engine/core/text.h"

/* np.set_printoptions; the defaults are numpy's. */
typedef struct NdPrintOptions {
  int precision;  /* 8 */
  int threshold;  /* 1000 */
  int edgeitems;  /* 3 */
  int linewidth;  /* 75 */
  bool suppress;  /* false */
} NdPrintOptions;

extern NdPrintOptions nd_print_options;

/* str(array): "[[1. 2.]\n [3. 4.]]"; a 0-d array prints as its element. */
void nd_print_str(Text *text, const NdArray *array);
/* repr(array): "array([[1., 2.],\n       [3., 4.]], dtype=float32)". `prefix` is "array(" (Keras's variables print
 * their value with another one). */
void nd_print_repr(Text *text, const NdArray *array);
/* numpy.array2string(array, separator, prefix): lines after the first are indented by the prefix's width. */
void nd_print_array(Text *text, const NdArray *array, const char *separator, const char *prefix);

/* str and repr of one element as a numpy scalar: "0.1" / "np.float32(0.1)". */
void nd_print_scalar_str(Text *text, NdScalar value);
void nd_print_scalar_repr(Text *text, NdScalar value);

#endif
