/* Neighbours of half numbers. The loops of float16 see its values as floats, whose neighbours are others. */
#include "engine/array/ufunc_half.h"

#include <math.h>

#include "engine/array/half.h"

/* The half next to one towards another; both are given as the floats that they are. */
static float neighbour(float from, float towards) {
  if (isnan(from) || isnan(towards)) return NAN;
  if (from == towards) return from;
  uint16_t bits = nd_double_to_half((double)from);
  if (from == 0) bits = (uint16_t)((towards < 0 ? 0x8000u : 0u) | 1u);
  else bits = (uint16_t)((from < towards) == (from > 0) ? bits + 1u : bits - 1u);
  return nd_half_to_float(bits);
}

void nd_half_nextafter(char *out, int64_t out_stride, const char *a, int64_t a_stride, const char *b, int64_t b_stride,
                       int64_t n) {
  for (int64_t i = 0; i < n; i++, out += out_stride, a += a_stride, b += b_stride)
    *(float *)out = neighbour(*(const float *)a, *(const float *)b);
}

void nd_half_spacing(char *out, int64_t out_stride, const char *a, int64_t a_stride, const char *b, int64_t b_stride,
                     int64_t n) {
  for (int64_t i = 0; i < n; i++, out += out_stride, a += a_stride) {
    float from = *(const float *)a;
    *(float *)out = isfinite(from) ? neighbour(from, INFINITY) - from : NAN; /* upwards, as numpy has it of halves */
  }
}
