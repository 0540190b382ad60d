/* Rows of the user's own array, picked by index and converted to float32 (or int64 for labels): how a batch is made
 * without a converted copy of the whole set. */
#ifndef NNSH_ENGINE_COMPUTE_GATHER_H
#define NNSH_ENGINE_COMPUTE_GATHER_H

#include <stdint.h>

/* Element types that can be gathered: enumerator and C type. Booleans are GATHER_UINT8. */
#define GATHER_ROWS(ROW)            \
  ROW(GATHER_UINT8, uint8_t)        \
  ROW(GATHER_INT8, int8_t)          \
  ROW(GATHER_UINT16, uint16_t)      \
  ROW(GATHER_INT16, int16_t)        \
  ROW(GATHER_UINT32, uint32_t)      \
  ROW(GATHER_INT32, int32_t)        \
  ROW(GATHER_UINT64, uint64_t)      \
  ROW(GATHER_INT64, int64_t)        \
  ROW(GATHER_FLOAT32, float)        \
  ROW(GATHER_FLOAT64, double)

typedef enum GatherType {
#define GATHER_ENUM(name, type) name,
  GATHER_ROWS(GATHER_ENUM)
#undef GATHER_ENUM
  GATHER_TYPE_COUNT
} GatherType;

/* y[i, :] = (float)x[index[i], :] for i in [0, count); index NULL means 0, 1, 2, ... `x` points to row 0; rows lie
 * row_bytes apart (any sign, also 0), the `columns` elements of one row are contiguous. Elements may be unaligned.
 * Indices are not checked: the caller knows the number of rows. */
void gather_float32(GatherType type, const void *x, int64_t row_bytes, const int64_t *index, int64_t count,
                    int64_t columns, float *y);

/* The same to int64, truncated towards zero as numpy's astype does; what does not fit (NaN, inf, 1e300, 2^63) becomes
 * INT64_MIN, which no loss takes for a class. */
void gather_int64(GatherType type, const void *x, int64_t row_bytes, const int64_t *index, int64_t count,
                  int64_t columns, int64_t *y);

#endif
