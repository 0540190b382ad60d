/* Shapes, and the views that only change shape and strides. */
#include "engine/array/shape.h"

#include <stdio.h>
#include <string.h>

static void write_shape(int first, int ndim, const int64_t *shape, const char *between, char *out, size_t size) {
  if (size == 0) return;
  size_t used = 0;
  out[0] = '\0';
#define PUT(...)                                                       \
  do {                                                                 \
    if (used < size) {                                                 \
      int wrote = snprintf(out + used, size - used, __VA_ARGS__);      \
      used += wrote > 0 ? (size_t)wrote : 0;                           \
    }                                                                  \
  } while (0)
  PUT("(");
  for (int axis = first; axis < ndim; axis++) {
    if (axis > first) PUT("%s", between);
    if (shape[axis] < 0) PUT("newaxis"); else PUT("%lld", (long long)shape[axis]);
  }
  PUT(ndim == 1 && first == 0 ? ",)" : ")");
#undef PUT
}

void nd_shape_text(int ndim, const int64_t *shape, char *out, size_t size) {
  write_shape(0, ndim, shape, ", ", out, size);
}

void nd_shape_short(int ndim, const int64_t *shape, char *out, size_t size) {
  int first = 0; /* numpy leaves unknown dimensions out while they lead */
  while (first < ndim && shape[first] < 0) first++;
  write_shape(first, ndim, shape, ",", out, size);
}

bool nd_normalize_axis(int *axis, int ndim, Error *error) {
  if (*axis < -ndim || *axis >= ndim)
    return core_fail(error, ERROR_AXIS, "axis %d is out of bounds for array of dimension %d", *axis, ndim);
  if (*axis < 0) *axis += ndim;
  return true;
}

bool nd_mark_axes(const int *axes, int count, int ndim, bool *marked, Error *error) {
  for (int axis = 0; axis < ndim; axis++) marked[axis] = axes == NULL;
  if (axes == NULL) return true;
  for (int i = 0; i < count; i++) {
    int axis = axes[i];
    if (!nd_normalize_axis(&axis, ndim, error)) return false;
  }
  for (int i = 0; i < count; i++) {
    int axis = axes[i] < 0 ? axes[i] + ndim : axes[i];
    if (marked[axis]) return core_fail(error, ERROR_VALUE, "duplicate value in 'axis'");
    marked[axis] = true;
  }
  return true;
}

bool nd_is_contiguous(const NdArray *array) {
  if (array->size <= 1) return true;
  int64_t stride = array->itemsize;
  for (int axis = array->ndim - 1; axis >= 0; axis--) {
    if (array->shape[axis] == 1) continue;
    if (array->strides[axis] != stride) return false;
    stride *= array->shape[axis];
  }
  return true;
}

/* The first and the last byte that an array's elements touch. */
static void extent(const NdArray *array, const char **low, const char **high) {
  *low = array->data;
  *high = array->data + array->itemsize;
  for (int axis = 0; axis < array->ndim; axis++) {
    int64_t reach = (array->shape[axis] - 1) * array->strides[axis];
    if (reach < 0) *low += reach; else *high += reach;
  }
}

bool nd_may_overlap(const NdArray *a, const NdArray *b) {
  if (a->size == 0 || b->size == 0) return false;
  const char *low_a, *high_a, *low_b, *high_b;
  extent(a, &low_a, &high_a);
  extent(b, &low_b, &high_b);
  return low_a < high_b && low_b < high_a;
}

bool nd_broadcast_shapes(int a_ndim, const int64_t *a, int b_ndim, const int64_t *b, int *ndim, int64_t *shape,
                         Error *error) {
  int n = a_ndim > b_ndim ? a_ndim : b_ndim;
  int64_t result[ND_MAX_DIMS];
  for (int axis = 0; axis < n; axis++) {
    int64_t of_a = axis < n - a_ndim ? 1 : a[axis - (n - a_ndim)];
    int64_t of_b = axis < n - b_ndim ? 1 : b[axis - (n - b_ndim)];
    if (of_a != of_b && of_a != 1 && of_b != 1) {
      char text_a[ND_SHAPE_TEXT], text_b[ND_SHAPE_TEXT];
      nd_shape_short(a_ndim, a, text_a, sizeof text_a);
      nd_shape_short(b_ndim, b, text_b, sizeof text_b);
      return core_fail(error, ERROR_VALUE, "operands could not be broadcast together with shapes %s %s ", text_a,
                       text_b);
    }
    result[axis] = of_a == 1 ? of_b : of_a;
  }
  *ndim = n;
  memcpy(shape, result, (size_t)n * sizeof *result);
  return true;
}

/* numpy's rule for a reshape without a copy: old and new axes are matched in groups of equal size; inside a group the
 * old axes must lie end to end. Fills `strides`; false where a copy is needed. Sizes of 1 are left out of `array`'s
 * axes beforehand. */
static bool reshape_strides(const NdArray *array, int ndim, const int64_t *shape, int64_t *strides) {
  int64_t old_shape[ND_MAX_DIMS], old_strides[ND_MAX_DIMS];
  int old_ndim = 0;
  for (int axis = 0; axis < array->ndim; axis++) {
    if (array->shape[axis] == 1) continue;
    old_shape[old_ndim] = array->shape[axis];
    old_strides[old_ndim++] = array->strides[axis];
  }
  int old = 0, old_end = 1, now = 0, now_end = 1;
  while (now < ndim && old < old_ndim) {
    int64_t now_size = shape[now], old_size = old_shape[old];
    while (now_size != old_size) {
      if (now_size < old_size) now_size *= shape[now_end++]; else old_size *= old_shape[old_end++];
    }
    for (int axis = old; axis < old_end - 1; axis++)
      if (old_strides[axis] != old_shape[axis + 1] * old_strides[axis + 1]) return false;
    strides[now_end - 1] = old_strides[old_end - 1];
    for (int axis = now_end - 1; axis > now; axis--) strides[axis - 1] = strides[axis] * shape[axis];
    now = now_end++;
    old = old_end++;
  }
  int64_t last = now > 0 ? strides[now - 1] : array->itemsize;
  for (int axis = now; axis < ndim; axis++) strides[axis] = last;
  return true;
}

NdArray *nd_reshape(NdArray *array, int ndim, const int64_t *wanted, Error *error) {
  int64_t shape[ND_MAX_DIMS], strides[ND_MAX_DIMS];
  if (ndim > ND_MAX_DIMS) {
    core_fail(error, ERROR_VALUE, "maximum supported dimension for an ndarray is currently %d, found %d", ND_MAX_DIMS,
              ndim);
    return NULL;
  }
  int unknown = -1;
  int64_t known = 1;
  bool fits = true;
  for (int axis = 0; axis < ndim; axis++) {
    shape[axis] = wanted[axis];
    if (wanted[axis] < 0) {
      if (unknown >= 0) {
        core_fail(error, ERROR_VALUE, "can only specify one unknown dimension");
        return NULL;
      }
      unknown = axis;
    } else if (__builtin_mul_overflow(known, wanted[axis], &known)) {
      fits = false;
      known = 0;
    }
  }
  if (unknown >= 0 && fits) {
    fits = known != 0 && array->size % known == 0;
    if (fits) shape[unknown] = array->size / known;
  } else if (fits) {
    fits = known == array->size;
  }
  if (!fits) {
    char text[ND_SHAPE_TEXT];
    nd_shape_short(ndim, wanted, text, sizeof text);
    core_fail(error, ERROR_VALUE, "cannot reshape array of size %lld into shape %s", (long long)array->size, text);
    return NULL;
  }
  if (array->size == 0 || nd_is_contiguous(array)) return nd_make_view(array, array->data, ndim, shape, NULL, error);
  if (reshape_strides(array, ndim, shape, strides))
    return nd_make_view(array, array->data, ndim, shape, strides, error);
  NdArray *copy = nd_copy(array, error);
  if (copy == NULL) return NULL;
  NdArray *view = nd_make_view(copy, copy->data, ndim, shape, NULL, error);
  nd_release(copy);
  return view;
}

NdArray *nd_transpose(NdArray *array, const int *axes, Error *error) {
  int64_t shape[ND_MAX_DIMS], strides[ND_MAX_DIMS];
  bool seen[ND_MAX_DIMS] = {false};
  for (int i = 0; i < array->ndim; i++) {
    int axis = axes ? axes[i] : array->ndim - 1 - i;
    if (!nd_normalize_axis(&axis, array->ndim, error)) return NULL;
    if (seen[axis]) {
      core_fail(error, ERROR_VALUE, "repeated axis in transpose");
      return NULL;
    }
    seen[axis] = true;
    shape[i] = array->shape[axis];
    strides[i] = array->strides[axis];
  }
  return nd_make_view(array, array->data, array->ndim, shape, strides, error);
}

NdArray *nd_broadcast_to(NdArray *array, int ndim, const int64_t *shape, Error *error) {
  int64_t strides[ND_MAX_DIMS];
  if (ndim < array->ndim) {
    core_fail(error, ERROR_VALUE, ndim == 0 ? "cannot broadcast a non-scalar to a scalar array"
                                            : "input operand has more dimensions than allowed by the axis remapping");
    return NULL;
  }
  int64_t size;
  if (!nd_shape_size(array->itemsize, ndim, shape, &size, error)) return NULL;
  int extra = ndim - array->ndim;
  for (int axis = 0; axis < ndim; axis++) {
    int64_t own = axis < extra ? 1 : array->shape[axis - extra];
    if (own != 1 && own != shape[axis]) {
      char text_a[ND_SHAPE_TEXT], text_b[ND_SHAPE_TEXT];
      nd_shape_short(array->ndim, array->shape, text_a, sizeof text_a);
      nd_shape_short(ndim, shape, text_b, sizeof text_b);
      core_fail(error, ERROR_VALUE,
                "operands could not be broadcast together with remapped shapes [original->remapped]: %s  and requested "
                "shape %s", text_a, text_b);
      return NULL;
    }
    strides[axis] = own == 1 ? 0 : array->strides[axis - extra];
  }
  NdArray *view = nd_make_view(array, array->data, ndim, shape, strides, error);
  if (view != NULL) view->writeable = false;
  return view;
}

NdArray *nd_squeeze(NdArray *array, const int *axes, int count, Error *error) {
  bool marked[ND_MAX_DIMS];
  if (!nd_mark_axes(axes, count, array->ndim, marked, error)) return NULL;
  int64_t shape[ND_MAX_DIMS], strides[ND_MAX_DIMS];
  int ndim = 0;
  for (int axis = 0; axis < array->ndim; axis++) {
    if (marked[axis] && array->shape[axis] == 1) continue;
    if (marked[axis] && axes != NULL) {
      core_fail(error, ERROR_VALUE, "cannot select an axis to squeeze out which has size not equal to one");
      return NULL;
    }
    shape[ndim] = array->shape[axis];
    strides[ndim++] = array->strides[axis];
  }
  return nd_make_view(array, array->data, ndim, shape, strides, error);
}

NdArray *nd_expand_dims(NdArray *array, int axis, Error *error) {
  int64_t shape[ND_MAX_DIMS + 1], strides[ND_MAX_DIMS + 1];
  int ndim = array->ndim + 1;
  if (!nd_normalize_axis(&axis, ndim, error)) return NULL;
  for (int i = 0, from = 0; i < ndim; i++) {
    shape[i] = i == axis ? 1 : array->shape[from];
    strides[i] = i == axis ? 0 : array->strides[from];
    from += i != axis;
  }
  return nd_make_view(array, array->data, ndim, shape, strides, error);
}

NdArray *nd_view_rows(NdArray *array, int64_t start, int64_t count, Error *error) {
  if (array->ndim == 0 || start < 0 || count < 0 || start > array->shape[0] - count) {
    core_fail(error, ERROR_INDEX, "rows %lld to %lld are out of bounds for axis 0 with size %lld", (long long)start,
              (long long)(start + count), (long long)(array->ndim ? array->shape[0] : 0));
    return NULL;
  }
  int64_t shape[ND_MAX_DIMS];
  memcpy(shape, array->shape, (size_t)array->ndim * sizeof *shape);
  shape[0] = count;
  return nd_make_view(array, array->data + start * array->strides[0], array->ndim, shape, array->strides, error);
}
