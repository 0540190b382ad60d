/* Conversion between dtypes: one strided loop for each pair. Private to this room.
 *
 * Conversions are C casts as numpy does them on x86-64: integers wrap, floats truncate towards zero, and a float that
 * the integer type cannot hold gives what the processor's conversion gives (the least int32 or int64, cut to size). */
#ifndef NNSH_ENGINE_ARRAY_CAST_H
#define NNSH_ENGINE_ARRAY_CAST_H

#include "engine/array/array.h"

/* Converts n elements; strides count bytes (0 is allowed for the source). The memory does not overlap. */
typedef void NdCastLoop(char *to, int64_t to_stride, const char *from, int64_t from_stride, int64_t n);

/* The loop of a pair; equal types copy. */
NdCastLoop *nd_cast_loop(NdType from, NdType to);

/* One element between memory and scalar. */
NdScalar nd_scalar_load(const char *data, NdType type);
void nd_scalar_store(char *data, NdScalar scalar);

static inline int64_t nd_float_to_int64(double x) {
  return x >= -9223372036854775808.0 && x < 9223372036854775808.0 ? (int64_t)x : INT64_MIN;
}

static inline int32_t nd_float_to_int32(double x) {
  return x > -2147483649.0 && x < 2147483648.0 ? (int32_t)x : INT32_MIN;
}

static inline uint64_t nd_float_to_uint64(double x) {
  if (x >= 9223372036854775808.0 && x < 18446744073709551616.0) return (uint64_t)x;
  return (uint64_t)nd_float_to_int64(x);
}

/* Tells the compiler that the elements of one loop may be done in any order (inputs and output may be the same array,
 * but never shifted against each other). */
#if defined(__clang__)
#define ND_VECTORIZE _Pragma("clang loop vectorize(assume_safety)")
#else
#define ND_VECTORIZE _Pragma("GCC ivdep")
#endif

#endif
