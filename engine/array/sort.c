#include "engine/array/sort.h"

#include <string.h>

#include "engine/array/cast.h"
#include "engine/array/element.h"
#include "engine/array/half.h"
#include "engine/array/iterator.h"
#include "engine/array/reduce.h"
#include "engine/array/shape.h"
#include "engine/array/ufunc_loops.h"
#include "engine/core/memory.h"

/* Merge sort from the bottom: runs of 16 by insertion, then merges between lane and room. Stable; LESS(a, b) is a
 * strict order with nan last; an order of places reads its values from `keys`. */
#define DEFINE_MERGE_SORT(name, E, LESS)                                                             \
  static void name(E *lane, E *room, int64_t n, const char *keys) {                                  \
    for (int64_t start = 0; start < n; start += 16) {                                                \
      int64_t end = start + 16 < n ? start + 16 : n;                                                 \
      for (int64_t i = start + 1; i < end; i++) {                                                    \
        E moved = lane[i];                                                                           \
        int64_t j = i;                                                                               \
        for (; j > start && LESS(moved, lane[j - 1]); j--) lane[j] = lane[j - 1];                    \
        lane[j] = moved;                                                                             \
      }                                                                                              \
    }                                                                                                \
    E *from = lane, *to = room;                                                                      \
    for (int64_t width = 16; width < n; width *= 2) {                                                \
      for (int64_t start = 0; start < n; start += 2 * width) {                                       \
        int64_t middle = start + width < n ? start + width : n;                                      \
        int64_t end = middle + width < n ? middle + width : n;                                       \
        int64_t left = start, right = middle, at = start;                                            \
        if (middle == end || !(LESS(from[middle], from[middle - 1]))) {                              \
          memcpy(to + start, from + start, (size_t)(end - start) * sizeof(E));                       \
          continue;                                                                                  \
        }                                                                                            \
        while (left < middle && right < end)                                                         \
          to[at++] = LESS(from[right], from[left]) ? from[right++] : from[left++];                   \
        while (left < middle) to[at++] = from[left++];                                               \
        while (right < end) to[at++] = from[right++];                                                \
      }                                                                                              \
      E *swap = from;                                                                                \
      from = to;                                                                                     \
      to = swap;                                                                                     \
    }                                                                                                \
    if (from != lane) memcpy(lane, from, (size_t)n * sizeof(E));                                     \
  }

#define WHOLE_LESS(a, b) ((a) < (b))
#define REAL_LESS(a, b) ((a) < (b) || ((b) != (b) && (a) == (a)))
static inline bool half_less(uint16_t a, uint16_t b) {
  float x = nd_half_to_float(a), y = nd_half_to_float(b);
  return REAL_LESS(x, y);
}

#define KEY(T, i) (((const T *)keys)[i])
#define WHOLE_SORTS(TAG, T, U, ...)                                                            \
  static inline bool less_##TAG(const char *keys, int64_t i, int64_t j) { return KEY(T, i) < KEY(T, j); } \
  DEFINE_MERGE_SORT(sort_##TAG, T, WHOLE_LESS)
#define REAL_SORTS(TAG, T, U, ...)                                                             \
  static inline bool less_##TAG(const char *keys, int64_t i, int64_t j) {                      \
    return REAL_LESS(KEY(T, i), KEY(T, j));                                                    \
  }                                                                                            \
  DEFINE_MERGE_SORT(sort_##TAG, T, REAL_LESS)
ND_FOR_BOOL(WHOLE_SORTS, )
ND_FOR_INTEGERS(WHOLE_SORTS, )
ND_FOR_REALS(REAL_SORTS, )
static inline bool less_FLOAT16(const char *keys, int64_t i, int64_t j) {
  return half_less(KEY(uint16_t, i), KEY(uint16_t, j));
}
DEFINE_MERGE_SORT(sort_FLOAT16, uint16_t, half_less)

#define LESS_BOOL(i, j) less_BOOL(keys, i, j)
#define LESS_INT8(i, j) less_INT8(keys, i, j)
#define LESS_INT16(i, j) less_INT16(keys, i, j)
#define LESS_INT32(i, j) less_INT32(keys, i, j)
#define LESS_INT64(i, j) less_INT64(keys, i, j)
#define LESS_UINT8(i, j) less_UINT8(keys, i, j)
#define LESS_UINT16(i, j) less_UINT16(keys, i, j)
#define LESS_UINT32(i, j) less_UINT32(keys, i, j)
#define LESS_UINT64(i, j) less_UINT64(keys, i, j)
#define LESS_FLOAT16(i, j) less_FLOAT16(keys, i, j)
#define LESS_FLOAT32(i, j) less_FLOAT32(keys, i, j)
#define LESS_FLOAT64(i, j) less_FLOAT64(keys, i, j)

/* One row a dtype: how its values and how its places are sorted. */
#define SORT_TYPES(ROW)                                                                                        \
  ROW(BOOL, uint8_t) ROW(INT8, int8_t) ROW(INT16, int16_t) ROW(INT32, int32_t) ROW(INT64, int64_t)             \
  ROW(UINT8, uint8_t) ROW(UINT16, uint16_t) ROW(UINT32, uint32_t) ROW(UINT64, uint64_t)                        \
  ROW(FLOAT16, uint16_t) ROW(FLOAT32, float) ROW(FLOAT64, double)

#define DEFINE_ARGSORT(TAG, T) DEFINE_MERGE_SORT(argsort_##TAG, int64_t, LESS_##TAG)
SORT_TYPES(DEFINE_ARGSORT)

/* Longer lanes of the common dtypes are sorted by the bytes of their keys, the last byte first, as stable as merging is
 * and without a comparison that a processor would have to guess. A key is the value's bits made to order as a whole
 * number: the two zeros alike, nan last. */
enum { RADIX_LEAST = 512, RADIX_MOST_PLACES = 1 << 16, BYTES = 256 };

static inline uint64_t key_INT64(int64_t x) { return (uint64_t)x ^ (uint64_t)1 << 63; }
static inline uint64_t key_INT32(int32_t x) { return (uint32_t)x ^ (uint32_t)1 << 31; }
static inline uint64_t key_FLOAT64(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  if (x != x) return UINT64_MAX;
  if (x == 0) bits = 0;
  return bits >> 63 ? ~bits : bits | (uint64_t)1 << 63;
}
static inline uint64_t key_FLOAT32(float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  if (x != x) return UINT32_MAX;
  if (x == 0) bits = 0;
  return bits >> 31 ? (uint32_t)~bits : bits | (uint32_t)1 << 31;
}

/* The places where each value of a byte begins; false where all keys have the same one there. */
static bool radix_starts(int64_t *counts, int64_t n) {
  int64_t sum = 0;
  for (int value = 0; value < BYTES; value++) {
    int64_t count = counts[value];
    if (count == n) return false;
    counts[value] = sum;
    sum += count;
  }
  return true;
}

/* VALUE(e): the value whose key orders the element e. */
#define DEFINE_RADIX(name, T, E, KEY_OF, VALUE)                                                   \
  static void name(E *lane, E *room, int64_t n, const T *keys) {                                  \
    int64_t counts[sizeof(T)][BYTES];                                                             \
    memset(counts, 0, sizeof counts);                                                             \
    for (int64_t i = 0; i < n; i++) {                                                             \
      uint64_t key = KEY_OF(VALUE(lane[i]));                                                      \
      for (size_t byte = 0; byte < sizeof(T); byte++) counts[byte][key >> 8 * byte & 255]++;      \
    }                                                                                             \
    E *from = lane, *to = room;                                                                   \
    for (size_t byte = 0; byte < sizeof(T); byte++) {                                             \
      if (!radix_starts(counts[byte], n)) continue;                                               \
      for (int64_t i = 0; i < n; i++) to[counts[byte][KEY_OF(VALUE(from[i])) >> 8 * byte & 255]++] = from[i]; \
      E *swap = from;                                                                             \
      from = to;                                                                                  \
      to = swap;                                                                                  \
    }                                                                                             \
    (void)keys;                                                                                   \
    if (from != lane) memcpy(lane, from, (size_t)n * sizeof(E));                                  \
  }
#define OWN_VALUE(e) (e)
#define PLACED_VALUE(e) (keys[e])
#define RADIX_TYPES(ROW) ROW(INT32, int32_t) ROW(INT64, int64_t) ROW(FLOAT32, float) ROW(FLOAT64, double)
#define DEFINE_RADIXES(TAG, T)                                    \
  DEFINE_RADIX(radix_##TAG, T, T, key_##TAG, OWN_VALUE)           \
  DEFINE_RADIX(argradix_##TAG, T, int64_t, key_##TAG, PLACED_VALUE)
RADIX_TYPES(DEFINE_RADIXES)

void nd_sort_lane(NdType type, char *lane, char *room, int64_t n) {
  if (n >= RADIX_LEAST) {
    switch (type) {
#define RADIX_CASE(TAG, T) \
  case ND_##TAG: radix_##TAG((T *)lane, (T *)room, n, NULL); return;
      RADIX_TYPES(RADIX_CASE)
      default: break;
    }
  }
  switch (type) {
#define SORT_CASE(TAG, T) \
  case ND_##TAG: sort_##TAG((T *)lane, (T *)room, n, NULL); break;
    SORT_TYPES(SORT_CASE)
    default: break;
  }
}

void nd_argsort_lane(NdType type, const char *lane, int64_t *order, int64_t *room, int64_t n) {
  for (int64_t i = 0; i < n; i++) order[i] = i;
  /* Beyond that the keys are no longer at hand in the cache, whatever their order. */
  if (n >= RADIX_LEAST && n <= RADIX_MOST_PLACES) {
    switch (type) {
#define ARGRADIX_CASE(TAG, T) \
  case ND_##TAG: argradix_##TAG(order, room, n, (const T *)lane); return;
      RADIX_TYPES(ARGRADIX_CASE)
      default: break;
    }
  }
  switch (type) {
#define ARGSORT_CASE(TAG, T) \
  case ND_##TAG: argsort_##TAG(order, room, n, lane); break;
    SORT_TYPES(ARGSORT_CASE)
    default: break;
  }
}

/* Scratch for one lane: the lane itself, and as much again for merging. */
typedef struct Lane {
  char *data, *room;
} Lane;

static bool lane_new(Lane *lane, int64_t n, int64_t item, Error *error) {
  lane->data = core_alloc((size_t)(n * item));
  lane->room = core_alloc((size_t)(n * item));
  if (lane->data != NULL && lane->room != NULL) return true;
  core_free(lane->data);
  core_free(lane->room);
  return core_fail_memory(error, (unsigned long long)(n * item));
}

static void lane_free(Lane *lane) {
  core_free(lane->data);
  core_free(lane->room);
}

/* Walks over all lanes along `axis`: operand 0 is the array, operand 1 the result. */
static void lanes_init(NdIterator *it, NdArray *array, NdArray *result, int axis, int64_t *shape) {
  memcpy(shape, array->shape, (size_t)array->ndim * sizeof *shape);
  shape[axis] = 1;
  nd_iterator_init(it, 2, 2, array->ndim, shape, (char *[]){array->data, result->data},
                   (const int64_t *[]){array->strides, result->strides}, 0);
}

/* The order of n elements of any dtype by comparing them one by one: an insertion of runs is left to the merge. */
static bool argsort_elements(NdKind kind, const char *lane, int64_t *order, int64_t *room, int64_t n, Error *error) {
  for (int64_t i = 0; i < n; i++) order[i] = i;
  int64_t *from = order, *to = room;
  for (int64_t width = 1; width < n; width *= 2) {
    for (int64_t start = 0; start < n; start += 2 * width) {
      int64_t middle = start + width < n ? start + width : n, end = middle + width < n ? middle + width : n;
      int64_t left = start, right = middle, at = start;
      while (left < middle && right < end) {
        int less = nd_element_less(kind.type, kind.itemsize, lane + from[right] * kind.itemsize, kind.itemsize,
                                   lane + from[left] * kind.itemsize);
        if (less < 0) return nd_fail_told(error);
        to[at++] = less ? from[right++] : from[left++];
      }
      while (left < middle) to[at++] = from[left++];
      while (right < end) to[at++] = from[right++];
    }
    int64_t *swap = from;
    from = to;
    to = swap;
  }
  if (from != order) memcpy(order, from, (size_t)n * sizeof *order);
  return true;
}

/* sort and argsort: `places` chooses. */
static NdArray *order_along(NdArray *array, int axis, bool places, Error *error) {
  if (axis == ND_FLAT) {
    NdArray *flat = nd_reshape(array, 1, (int64_t[]){-1}, error);
    NdArray *result = flat ? order_along(flat, 0, places, error) : NULL;
    nd_release(flat);
    return result;
  }
  if (array->ndim == 0 && places && (axis == 0 || axis == -1)) return order_along(array, ND_FLAT, places, error);
  if (!nd_normalize_axis(&axis, array->ndim, error)) return NULL;
  NdArray *result = places ? nd_new(ND_INT64, array->ndim, array->shape, error)
                           : nd_new_of(array, array->ndim, array->shape, error);
  if (result == NULL || result->size == 0) return result;
  bool number = nd_is_number(array->type);
  int64_t n = array->shape[axis], item = array->itemsize, shape[ND_MAX_DIMS];
  Lane lane;
  int64_t *order = NULL;
  if (!lane_new(&lane, n, item, error)) goto failed;
  if ((places || !number) && (order = core_alloc((size_t)n * 16)) == NULL) {
    core_fail_memory(error, (unsigned long long)n * 16);
    lane_free(&lane);
    goto failed;
  }
  NdCastLoop *move = number ? nd_cast_loop(array->type, array->type) : NULL;
  NdCastLoop *move_place = nd_cast_loop(ND_INT64, ND_INT64);
  NdIterator it;
  lanes_init(&it, array, result, axis, shape);
  bool done = true;
  do {
    for (int64_t i = 0; i < it.shape[0] && done; i++) {
      char *from = it.data[0] + i * it.strides[0][0], *to = it.data[1] + i * it.strides[0][1];
      if (!number) { /* the lane borrows what it holds */
        for (int64_t k = 0; k < n; k++) memcpy(lane.data + k * item, from + k * array->strides[axis], (size_t)item);
        done = argsort_elements(nd_kind(array), lane.data, order, order + n, n, error);
        for (int64_t k = 0; k < n && done && !places; k++)
          nd_move(array->type, (int)item, to + k * result->strides[axis], 0, lane.data + order[k] * item, 0, 1);
        if (places) move_place(to, result->strides[axis], (const char *)order, sizeof *order, n);
        if (!done) break;
      } else if (move(lane.data, item, from, array->strides[axis], n), places) {
        nd_argsort_lane(array->type, lane.data, order, order + n, n);
        move_place(to, result->strides[axis], (const char *)order, sizeof *order, n);
      } else {
        nd_sort_lane(array->type, lane.data, lane.room, n);
        move(to, result->strides[axis], lane.data, item, n);
      }
      done = nd_iterator_poll(&it.worked, n * 16, error);
    }
  } while (done && nd_iterator_next(&it));
  lane_free(&lane);
  core_free(order);
  if (done) return result;
failed:
  nd_release(result);
  return NULL;
}

NdArray *nd_sort(NdArray *array, int axis, Error *error) { return order_along(array, axis, false, error); }
NdArray *nd_argsort(NdArray *array, int axis, Error *error) { return order_along(array, axis, true, error); }

/* Whether two neighbours of a sorted lane are one value: nan equals nan here. */
static bool same_value(NdKind kind, const char *lane, int64_t i, int64_t j) {
  int item = kind.itemsize;
  NdType type = kind.type;
  if (type == ND_OBJECT || nd_is_complex(type) || nd_is_record(type))
    return nd_element_equal(type, item, lane + i * item, item, lane + j * item) > 0;
  if (nd_types[type].kind != 'f') return memcmp(lane + i * item, lane + j * item, (size_t)item) == 0;
  double x = nd_scalar_load(lane + i * item, type).as.f, y = nd_scalar_load(lane + j * item, type).as.f;
  return x == y || (x != x && y != y);
}

NdArray *nd_unique(NdArray *array, NdArray **indices, NdArray **inverse, NdArray **counts, Error *error) {
  bool ordered = indices != NULL || inverse != NULL;
  NdKind type = nd_kind(array);
  NdArray *flat = nd_contiguous(array, error), *order = NULL, *sorted = NULL, *values = NULL;
  NdArray *at_first = NULL, *places = NULL, *lengths = NULL;
  if (flat == NULL) return NULL;
  if (ordered) {
    order = nd_argsort(flat, ND_FLAT, error);
    sorted = order ? nd_new_of(array, 1, &array->size, error) : NULL;
    int item = array->itemsize;
    for (int64_t i = 0; sorted != NULL && i < array->size; i++)
      nd_move(type.type, item, sorted->data + i * item, 0, flat->data + ((int64_t *)order->data)[i] * item, 0, 1);
  } else {
    sorted = nd_sort(flat, ND_FLAT, error);
  }
  if (sorted == NULL) goto done;
  int64_t distinct = 0;
  for (int64_t i = 0; i < sorted->size; i++) distinct += i == 0 || !same_value(type, sorted->data, i - 1, i);
  values = nd_new_of(array, 1, &distinct, error);
  if (values != NULL && indices != NULL) at_first = nd_new(ND_INT64, 1, &distinct, error);
  if (values != NULL && inverse != NULL) places = nd_new(ND_INT64, array->ndim, array->shape, error);
  if (values != NULL && counts != NULL) lengths = nd_zeros(ND_INT64, 1, &distinct, error);
  if (values == NULL || (indices && !at_first) || (inverse && !places) || (counts && !lengths)) {
    nd_release(values);
    nd_release(at_first);
    nd_release(places);
    nd_release(lengths);
    values = NULL;
    goto done;
  }
  int item = array->itemsize;
  int64_t value = -1;
  for (int64_t i = 0; i < sorted->size; i++) {
    if (i == 0 || !same_value(type, sorted->data, i - 1, i)) {
      value++;
      nd_move(type.type, item, values->data + value * item, 0, sorted->data + i * item, 0, 1);
      if (at_first != NULL) ((int64_t *)at_first->data)[value] = ((int64_t *)order->data)[i];
    }
    if (places != NULL) ((int64_t *)places->data)[((int64_t *)order->data)[i]] = value;
    if (lengths != NULL) ((int64_t *)lengths->data)[value]++;
  }
  if (indices != NULL) *indices = at_first;
  if (inverse != NULL) *inverse = places;
  if (counts != NULL) *counts = lengths;
done:
  nd_release(flat);
  nd_release(order);
  nd_release(sorted);
  return values;
}
