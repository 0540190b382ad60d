#include "engine/array/cast.h"

#include <string.h>

#include "engine/array/half.h"

/* Reading a half gives a float; everything else is itself. */
#define LOAD_SELF(x) (x)
#define LOAD_HALF(x) nd_half_to_float(x)

static inline int64_t keep_int64(int64_t x) { return x; }
static inline uint64_t keep_uint64(uint64_t x) { return x; }

/* Writing: x is an integer, a float or a double. */
#define STORE_BOOL(T, x) ((uint8_t)((x) != 0))
#define STORE_SMALL(T, x) \
  ((T)_Generic((x), float: nd_float_to_int32, double: nd_float_to_int32, default: keep_int64)(x))
#define STORE_LARGE(T, x) \
  ((T)_Generic((x), float: nd_float_to_int64, double: nd_float_to_int64, default: keep_int64)(x))
#define STORE_UINT64(T, x) \
  ((T)_Generic((x), float: nd_float_to_uint64, double: nd_float_to_uint64, default: keep_uint64)(x))
#define STORE_HALF(T, x) nd_double_to_half((double)(x))
#define STORE_REAL(T, x) ((T)(x))

/* tag, C type, load, store */
#define CAST_TYPES(ROW, ...)                                         \
  ROW(BOOL, uint8_t, LOAD_SELF, STORE_BOOL, __VA_ARGS__)             \
  ROW(INT8, int8_t, LOAD_SELF, STORE_SMALL, __VA_ARGS__)             \
  ROW(INT16, int16_t, LOAD_SELF, STORE_SMALL, __VA_ARGS__)           \
  ROW(INT32, int32_t, LOAD_SELF, STORE_SMALL, __VA_ARGS__)           \
  ROW(INT64, int64_t, LOAD_SELF, STORE_LARGE, __VA_ARGS__)           \
  ROW(UINT8, uint8_t, LOAD_SELF, STORE_SMALL, __VA_ARGS__)           \
  ROW(UINT16, uint16_t, LOAD_SELF, STORE_SMALL, __VA_ARGS__)         \
  ROW(UINT32, uint32_t, LOAD_SELF, STORE_LARGE, __VA_ARGS__)         \
  ROW(UINT64, uint64_t, LOAD_SELF, STORE_UINT64, __VA_ARGS__)        \
  ROW(FLOAT16, uint16_t, LOAD_HALF, STORE_HALF, __VA_ARGS__)         \
  ROW(FLOAT32, float, LOAD_SELF, STORE_REAL, __VA_ARGS__)            \
  ROW(FLOAT64, double, LOAD_SELF, STORE_REAL, __VA_ARGS__)

#define DEFINE_CAST(TO, to_type, to_load, to_store, FROM, from_type, from_load)                                  \
  static void cast_##FROM##_##TO(char *to, int64_t to_stride, const char *from, int64_t from_stride, int64_t n) { \
    if (to_stride == (int64_t)sizeof(to_type) && from_stride == (int64_t)sizeof(from_type)) {                     \
      to_type *out = (to_type *)to;                                                                               \
      const from_type *in = (const from_type *)from;                                                              \
      ND_VECTORIZE                                                                                                \
      for (int64_t i = 0; i < n; i++) out[i] = to_store(to_type, from_load(in[i]));                               \
      return;                                                                                                     \
    }                                                                                                             \
    for (int64_t i = 0; i < n; i++, to += to_stride, from += from_stride)                                         \
      *(to_type *)to = to_store(to_type, from_load(*(const from_type *)from));                                    \
  }

/* The preprocessor does not nest a list in itself, so the targets of each source are asked for one by one. */
#define FROM_BOOL(TO, type, load, store, ...) DEFINE_CAST(TO, type, load, store, BOOL, uint8_t, LOAD_SELF)
#define FROM_INT8(TO, type, load, store, ...) DEFINE_CAST(TO, type, load, store, INT8, int8_t, LOAD_SELF)
#define FROM_INT16(TO, type, load, store, ...) DEFINE_CAST(TO, type, load, store, INT16, int16_t, LOAD_SELF)
#define FROM_INT32(TO, type, load, store, ...) DEFINE_CAST(TO, type, load, store, INT32, int32_t, LOAD_SELF)
#define FROM_INT64(TO, type, load, store, ...) DEFINE_CAST(TO, type, load, store, INT64, int64_t, LOAD_SELF)
#define FROM_UINT8(TO, type, load, store, ...) DEFINE_CAST(TO, type, load, store, UINT8, uint8_t, LOAD_SELF)
#define FROM_UINT16(TO, type, load, store, ...) DEFINE_CAST(TO, type, load, store, UINT16, uint16_t, LOAD_SELF)
#define FROM_UINT32(TO, type, load, store, ...) DEFINE_CAST(TO, type, load, store, UINT32, uint32_t, LOAD_SELF)
#define FROM_UINT64(TO, type, load, store, ...) DEFINE_CAST(TO, type, load, store, UINT64, uint64_t, LOAD_SELF)
#define FROM_FLOAT16(TO, type, load, store, ...) DEFINE_CAST(TO, type, load, store, FLOAT16, uint16_t, LOAD_HALF)
#define FROM_FLOAT32(TO, type, load, store, ...) DEFINE_CAST(TO, type, load, store, FLOAT32, float, LOAD_SELF)
#define FROM_FLOAT64(TO, type, load, store, ...) DEFINE_CAST(TO, type, load, store, FLOAT64, double, LOAD_SELF)

CAST_TYPES(FROM_BOOL, )
CAST_TYPES(FROM_INT8, )
CAST_TYPES(FROM_INT16, )
CAST_TYPES(FROM_INT32, )
CAST_TYPES(FROM_INT64, )
CAST_TYPES(FROM_UINT8, )
CAST_TYPES(FROM_UINT16, )
CAST_TYPES(FROM_UINT32, )
CAST_TYPES(FROM_UINT64, )
CAST_TYPES(FROM_FLOAT16, )
CAST_TYPES(FROM_FLOAT32, )
CAST_TYPES(FROM_FLOAT64, )

/* Equal types: bytes move, whatever they mean (so a nan keeps its payload). */
#define DEFINE_MOVE(size, type)                                                                                   \
  static void move_##size(char *to, int64_t to_stride, const char *from, int64_t from_stride, int64_t n) {        \
    if (to_stride == (int64_t)sizeof(type) && from_stride == (int64_t)sizeof(type)) {                             \
      memcpy(to, from, (size_t)n * sizeof(type));                                                                 \
      return;                                                                                                     \
    }                                                                                                             \
    if (from_stride == 0 && to_stride == (int64_t)sizeof(type)) {                                                 \
      type value = *(const type *)from, *out = (type *)to;                                                        \
      for (int64_t i = 0; i < n; i++) out[i] = value;                                                             \
      return;                                                                                                     \
    }                                                                                                             \
    for (int64_t i = 0; i < n; i++, to += to_stride, from += from_stride) *(type *)to = *(const type *)from;      \
  }
DEFINE_MOVE(1, uint8_t)
DEFINE_MOVE(2, uint16_t)
DEFINE_MOVE(4, uint32_t)
DEFINE_MOVE(8, uint64_t)
DEFINE_MOVE(16, NdComplex128)

#define CAST_ENTRY(TO, type, load, store, FROM) [ND_##TO] = cast_##FROM##_##TO,
#define CAST_LINE(FROM) [ND_##FROM] = {CAST_TYPES(CAST_ENTRY, FROM)},

static NdCastLoop *const cast_loops[ND_TYPE_COUNT][ND_TYPE_COUNT] = {
    CAST_LINE(BOOL) CAST_LINE(INT8) CAST_LINE(INT16) CAST_LINE(INT32) CAST_LINE(INT64) CAST_LINE(UINT8)
    CAST_LINE(UINT16) CAST_LINE(UINT32) CAST_LINE(UINT64) CAST_LINE(FLOAT16) CAST_LINE(FLOAT32) CAST_LINE(FLOAT64)
};

NdCastLoop *nd_cast_loop(NdType from, NdType to) {
  if (from != to) return cast_loops[from][to];
  switch (nd_types[from].itemsize) {
    case 1: return move_1;
    case 2: return move_2;
    case 4: return move_4;
    case 16: return move_16;
    default: return move_8;
  }
}
