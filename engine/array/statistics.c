/* Order statistics: median and percentile; and where an array is not zero. */
#include <math.h>
#include <string.h>

#include "engine/array/cast.h"
#include "engine/array/gather.h"
#include "engine/array/iterator.h"
#include "engine/array/reduce.h"
#include "engine/array/shape.h"
#include "engine/array/sort.h"
#include "engine/core/memory.h"

/* Takes a sorted lane of n elements to one value of `type`; `q` is the fraction that a quantile asks for. */
typedef NdScalar Statistic(NdType type, const char *lane, int64_t n, double q);

static NdScalar element(NdType type, const char *lane, int64_t i) {
  return nd_scalar_load(lane + i * nd_types[type].itemsize, type);
}

/* The mean of the one or two elements in the middle, as numpy's mean computes it in this dtype. */
static NdScalar middle(NdType type, const char *lane, int64_t n, double q) {
  if (n == 0) return (NdScalar){.type = ND_FLOAT64, .as.f = (double)NAN};
  NdScalar last = element(type, lane, n - 1);
  bool real = nd_types[type].kind == 'f';
  if (real && last.as.f != last.as.f) return last;
  double high = nd_scalar_as_double(element(type, lane, n / 2));
  if (n % 2 == 1) return (NdScalar){.type = ND_FLOAT64, .as.f = high};
  double low = nd_scalar_as_double(element(type, lane, n / 2 - 1));
  /* float16 and float32 are summed in float32. */
  double sum = real && type != ND_FLOAT64 ? (double)((float)low + (float)high) : low + high;
  return (NdScalar){.type = ND_FLOAT64, .as.f = sum / 2};
}

/* numpy's linear method: between the neighbours of (n - 1) q, measured from the nearer one. */
#define DEFINE_QUANTILE(name, T, floor_)                              \
  static T name(NdType type, const char *lane, int64_t n, T q) {      \
    T place = (T)(n - 1) * q, below = floor_(place), t = place - below; \
    int64_t i = (int64_t)below, j = i + 1 < n ? i + 1 : n - 1;        \
    T a = (T)nd_scalar_as_double(element(type, lane, i));             \
    T b = (T)nd_scalar_as_double(element(type, lane, j));             \
    T difference = b - a;                                             \
    return t >= (T)0.5 ? b - difference * (1 - t) : a + difference * t; \
  }
DEFINE_QUANTILE(quantile_double, double, floor)
DEFINE_QUANTILE(quantile_float, float, floorf)

static NdScalar quantile(NdType type, const char *lane, int64_t n, double q) {
  NdScalar result = {.type = ND_FLOAT64, .as.f = (double)NAN};
  if (n == 0) return result;
  NdScalar last = element(type, lane, n - 1);
  if (nd_types[type].kind == 'f' && last.as.f != last.as.f) return last;
  result.as.f = type == ND_FLOAT32 ? (double)quantile_float(type, lane, n, (float)q / 100.0f)
                                   : quantile_double(type, lane, n, q / 100.0);
  return result;
}

/* Sorts every group of elements over the marked axes and takes its statistic. */
static NdArray *statistic_along(NdArray *array, const bool *reduced, const int64_t *long_shape, Statistic *statistic,
                                double q, Error *error) {
  NdType type = nd_types[array->type].kind == 'f' ? array->type : ND_FLOAT64;
  int64_t lane_shape[ND_MAX_DIMS], lane_strides[ND_MAX_DIMS], n = 1, item = nd_types[array->type].itemsize;
  int lane_ndim = 0;
  for (int axis = 0; axis < array->ndim; axis++) {
    if (!reduced[axis]) continue;
    lane_shape[lane_ndim] = array->shape[axis];
    lane_strides[lane_ndim++] = array->strides[axis];
    n *= array->shape[axis];
  }
  NdArray *result = nd_new(type, array->ndim, long_shape, error);
  if (result == NULL || result->size == 0) return result;
  NdBuffer *lane = nd_buffer_new((size_t)(n * item), error);
  NdBuffer *room = lane ? nd_buffer_new((size_t)(n * item), error) : NULL;
  bool done = room != NULL;
  NdCastLoop *move = nd_cast_loop(array->type, array->type);
  NdIterator it;
  nd_iterator_init(&it, 2, 2, array->ndim, long_shape, (char *[]){array->data, result->data},
                   (const int64_t *[]){array->strides, result->strides}, 0);
  int64_t worked = 0;
  if (!done) goto end;
  do {
    for (int64_t i = 0; i < it.shape[0] && done; i++) {
      char *to = lane->data;
      if (n > 0) {
        NdIterator inner;
        nd_iterator_init(&inner, 1, 1, lane_ndim, lane_shape, (char *[]){it.data[0] + i * it.strides[0][0]},
                         (const int64_t *[]){lane_strides}, 0);
        do {
          move(to, item, inner.data[0], inner.strides[0][0], inner.shape[0]);
          to += inner.shape[0] * item;
        } while (nd_iterator_next(&inner));
        nd_sort_lane(array->type, lane->data, room->data, n);
      }
      NdScalar value = nd_scalar_cast(statistic(array->type, lane->data, n, q), type);
      nd_scalar_store(it.data[1] + i * it.strides[0][1], value);
      done = nd_iterator_poll(&worked, n * 16, error);
    }
  } while (done && nd_iterator_next(&it));
end:
  nd_buffer_release(lane);
  nd_buffer_release(room);
  if (done) return result;
  nd_release(result);
  return NULL;
}

NdArray *nd_median_along(NdArray *array, const bool *reduced, const int64_t *long_shape, Error *error) {
  return statistic_along(array, reduced, long_shape, middle, 0, error);
}

NdArray *nd_percentile(NdArray *array, double q, int axis, Error *error) {
  if (!(q >= 0 && q <= 100)) {
    core_fail(error, ERROR_VALUE, "Percentiles must be in the range [0, 100]");
    return NULL;
  }
  if (!nd_is_number(array->type)) {
    core_fail(error, ERROR_TYPE, "percentiles of an array of %s are not there", nd_types[array->type].name);
    return NULL;
  }
  if (array->type == ND_BOOL) {
    core_fail(error, ERROR_TYPE,
              "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or "
              "the logical_xor function instead.");
    return NULL;
  }
  bool flat = axis == ND_FLAT, reduced[ND_MAX_DIMS];
  if (!flat && !nd_normalize_axis(&axis, array->ndim, error)) return NULL;
  int64_t long_shape[ND_MAX_DIMS], shape[ND_MAX_DIMS], n = 1;
  int ndim = 0;
  for (int i = 0; i < array->ndim; i++) {
    reduced[i] = flat || i == axis;
    long_shape[i] = reduced[i] ? 1 : array->shape[i];
    if (reduced[i]) n *= array->shape[i]; else shape[ndim++] = array->shape[i];
  }
  if (n == 0) {
    core_fail(error, ERROR_INDEX, "index %d is out of bounds for axis 0 with size 0",
              nd_types[array->type].kind == 'f' ? -1 : 0);
    return NULL;
  }
  NdArray *result = statistic_along(array, reduced, long_shape, quantile, q, error);
  if (result == NULL) return NULL;
  NdArray *view = nd_make_view(result, result->data, ndim, shape, NULL, error);
  nd_release(result);
  return view;
}

bool nd_nonzero(NdArray *array, NdArray **out, Error *error) {
  if (array->ndim == 0)
    return core_fail(error, ERROR_VALUE,
                     "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead.%s",
                     array->type == ND_BOOL ? " If the context of this error is of the form `arr[nonzero(cond)]`, just "
                                              "use `arr[cond]`." : "");
  if (array->type == ND_BOOL) return nd_mask_places(array, out, error);
  NdArray *mask = nd_astype(array, ND_BOOL, error);
  if (mask == NULL) return false;
  bool done = nd_mask_places(mask, out, error);
  nd_release(mask);
  return done;
}
