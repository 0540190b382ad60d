/* How the elements of one array are printed: decided once from all that will be, then used for each. Private to this
 * room. */
#ifndef NNSH_ENGINE_ARRAY_PRINT_FORMAT_H
#define NNSH_ENGINE_ARRAY_PRINT_FORMAT_H

#include "engine/array/print.h"

typedef struct NdFloatFormat {
  NdType type;
  char sign;       /* as NdPrintOptions has it; '+' for imaginary parts */
  bool scientific;
  int precision;   /* digits behind the point, at most (exactly, in scientific notation) */
  int left, right; /* characters on either side of the point */
  int exponent;    /* digits of the exponent */
} NdFloatFormat;

typedef struct NdFormat {
  NdType type;            /* in this machine's order of bytes */
  NdType stored;          /* as the elements lie in memory */
  int itemsize;
  bool scalar;            /* a 0-d array: bools are not padded */
  int width;              /* integers: characters of the widest */
  NdFloatFormat parts[2]; /* floats: the first; complex numbers: real and imaginary part */
  bool written;           /* the user's own writer does it */
  struct NdFormat *fields; /* records: one a field, owned; NULL where there was no memory */
} NdFormat;

NdFormat nd_choose_format(const NdArray *array, bool summarize); /* given back with nd_free_format */
void nd_free_format(NdFormat *format);
void nd_write_element(Text *text, const NdFormat *format, const char *data);

#endif
