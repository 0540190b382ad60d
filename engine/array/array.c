/* Buffers, the making of arrays, single elements. */
#include "engine/array/array.h"

#include <malloc.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

#include "engine/array/cast.h"
#include "engine/array/element.h"
#include "engine/array/record.h"
#include "engine/array/shape.h"
#include "engine/array/swapped.h"
#include "engine/core/memory.h"

/* Up to here the elements lie behind their buffer's own struct: one allocation in place of two, and an aligned one goes
 * past the C library's lists of small pieces that were just given back. */
enum { SMALL_BYTES = 8192, ALIGNMENT = 64 };

static char *behind(NdBuffer *buffer) {
  return (char *)(((uintptr_t)(buffer + 1) + ALIGNMENT - 1) & ~(uintptr_t)(ALIGNMENT - 1));
}

/* The C library gives memory above a limit back to the system as soon as it is free, and takes it again, page by page
 * and cleared by the kernel, for the next result: more than half the time of a loop over arrays of 300 KB. Its limits
 * grow by themselves only up to what was given back before; these are the largest they grow to. */
static void keep_freed_memory(void) {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
}

static char *large_data(size_t bytes) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  if (bytes >= 64u << 10) pthread_once(&once, keep_freed_memory);
  char *data = core_alloc_aligned(bytes);
  /* The first touch of a large buffer costs a page fault every 4 KB, which is most of the time of one pass over it;
   * huge pages make that 512 times rarer. Only advice: a kernel without them ignores it. */
  if (data != NULL && bytes >= 4u << 20) {
    uintptr_t start = ((uintptr_t)data + 4095) & ~(uintptr_t)4095;
    uintptr_t end = ((uintptr_t)data + bytes) & ~(uintptr_t)4095;
    if (end > start) (void)madvise((void *)start, end - start, MADV_HUGEPAGE);
  }
  return data;
}

NdBuffer *nd_buffer_new(size_t bytes, Error *error) {
  bool small = bytes <= SMALL_BYTES;
  NdBuffer *buffer = core_alloc(sizeof *buffer + (small ? bytes + ALIGNMENT : 0));
  if (buffer == NULL) {
    core_fail_memory(error, sizeof *buffer);
    return NULL;
  }
  buffer->data = small ? behind(buffer) : large_data(bytes);
  if (buffer->data == NULL) {
    core_free(buffer);
    core_fail_memory(error, bytes);
    return NULL;
  }
  atomic_init(&buffer->references, 1);
  buffer->bytes = bytes;
  buffer->release = NULL;
  buffer->owner = small ? buffer : NULL;
  return buffer;
}

void nd_buffer_free_data(NdBuffer *buffer) {
  if (buffer->owner != buffer) core_free(buffer->data);
}

char *nd_buffer_take(NdBuffer *buffer, Error *error) {
  char *data = buffer->data;
  if (buffer->owner == buffer) {
    data = core_alloc(buffer->bytes);
    if (data != NULL) memcpy(data, buffer->data, buffer->bytes);
    else core_fail_memory(error, buffer->bytes);
  }
  core_free(buffer);
  return data;
}

void nd_buffer_retain(NdBuffer *buffer) { atomic_fetch_add_explicit(&buffer->references, 1, memory_order_relaxed); }

void nd_buffer_release(NdBuffer *buffer) {
  if (buffer == NULL) return;
  if (atomic_fetch_sub_explicit(&buffer->references, 1, memory_order_acq_rel) != 1) return;
  if (buffer->release != NULL) {
    buffer->release(buffer);
  } else {
    nd_buffer_free_data(buffer);
  }
  core_free(buffer);
}

NdArray *nd_retain(NdArray *array) {
  atomic_fetch_add_explicit(&array->references, 1, memory_order_relaxed);
  return array;
}

void nd_release(NdArray *array) {
  if (array == NULL) return;
  if (atomic_fetch_sub_explicit(&array->references, 1, memory_order_acq_rel) != 1) return;
  nd_buffer_release(array->buffer);
  core_free(array);
}

bool nd_shape_size(int itemsize, int ndim, const int64_t *shape, int64_t *size, Error *error) {
  if (ndim > ND_MAX_DIMS)
    return core_fail(error, ERROR_VALUE, "maximum supported dimension for an ndarray is currently %d, found %d",
                     ND_MAX_DIMS, ndim);
  int64_t count = 1, bytes = itemsize;
  bool empty = false;
  for (int axis = 0; axis < ndim; axis++) {
    if (shape[axis] < 0) return core_fail(error, ERROR_VALUE, "negative dimensions are not allowed");
    if (shape[axis] == 0) empty = true;
  }
  for (int axis = 0; axis < ndim && !empty; axis++) {
    if (__builtin_mul_overflow(count, shape[axis], &count) || __builtin_mul_overflow(bytes, shape[axis], &bytes))
      return core_fail(error, ERROR_VALUE, "array is too big; `arr.size * arr.dtype.itemsize` is larger than the "
                                           "maximum possible size.");
  }
  *size = empty ? 0 : count;
  return true;
}

/* An array struct with room for shape and strides behind it; takes over the reference to `buffer`. */
static NdArray *wrap(NdBuffer *buffer, char *data, NdType type, int itemsize, int ndim, int64_t size,
                     const int64_t *shape, Error *error) {
  NdArray *array = core_alloc(sizeof *array + (size_t)(2 * ndim) * sizeof(int64_t));
  if (array == NULL) {
    nd_buffer_release(buffer);
    core_fail_memory(error, sizeof *array);
    return NULL;
  }
  atomic_init(&array->references, 1);
  array->buffer = buffer;
  array->data = data;
  array->type = type;
  array->itemsize = itemsize;
  array->ndim = ndim;
  array->size = size;
  array->shape = (int64_t *)(array + 1);
  array->strides = array->shape + ndim;
  array->writeable = true;
  array->weak = ND_STRONG;
  int64_t stride = itemsize;
  for (int axis = ndim - 1; axis >= 0; axis--) {
    array->shape[axis] = shape[axis];
    array->strides[axis] = stride;
    /* Only an array without elements can have lengths whose product wraps. */
    stride = (int64_t)((uint64_t)stride * (uint64_t)(shape[axis] ? shape[axis] : 1));
  }
  return array;
}

/* numpy's words: "Unable to allocate 359. MiB for an array with shape (60000, 784) and data type float64". */
static void fail_allocation(NdType type, int itemsize, int ndim, const int64_t *shape, int64_t size, Error *error) {
  static const char *const units[] = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
  double amount = (double)size * itemsize;
  int unit = 0;
  for (; amount >= 1023.5 && unit < 6; unit++) amount /= 1024;
  char text[ND_MAX_DIMS * 24], number[32];
  nd_shape_text(ndim, shape, text, sizeof text);
  snprintf(number, sizeof number, unit == 0 ? "%.0f" : amount < 999.5 ? "%#.3g" : "%#.0f", amount);
  core_fail(error, ERROR_MEMORY, "Unable to allocate %s %s for an array with shape %s and data type %s", number,
            units[unit], text, nd_types[type].name);
}

NdArray *nd_new_sized(NdType type, int itemsize, int ndim, const int64_t *shape, Error *error) {
  int64_t size;
  if (itemsize <= 0 || !nd_is_text(type)) itemsize = nd_types[type].itemsize;
  if (!nd_shape_size(itemsize, ndim, shape, &size, error)) return NULL;
  NdBuffer *buffer = nd_buffer_new((size_t)size * (size_t)itemsize, error);
  if (buffer == NULL) {
    fail_allocation(type, itemsize, ndim, shape, size, error);
    return NULL;
  }
  if (type == ND_OBJECT) {
    memset(buffer->data, 0, buffer->bytes);
    buffer->release = nd_release_objects;
  }
  return wrap(buffer, buffer->data, type, itemsize, ndim, size, shape, error);
}

NdArray *nd_new(NdType type, int ndim, const int64_t *shape, Error *error) {
  return nd_new_sized(type, 0, ndim, shape, error);
}

NdArray *nd_new_of(const NdArray *model, int ndim, const int64_t *shape, Error *error) {
  return nd_new_sized(model->type, model->itemsize, ndim, shape, error);
}

NdArray *nd_zeros(NdType type, int ndim, const int64_t *shape, Error *error) {
  NdArray *array = nd_new(type, ndim, shape, error);
  if (array != NULL) memset(array->data, 0, (size_t)array->size * (size_t)array->itemsize);
  return array;
}

NdArray *nd_full(NdScalar value, int ndim, const int64_t *shape, Error *error) {
  NdArray *array = nd_new(value.type, ndim, shape, error);
  if (array == NULL) return NULL;
  uint64_t element[2] = {0}; /* room for a complex number */
  nd_scalar_store((char *)element, value);
  nd_cast_loop(value.type, value.type)(array->data, nd_types[value.type].itemsize, (const char *)element, 0,
                                       array->size);
  return array;
}

NdArray *nd_on_buffer(NdBuffer *buffer, size_t offset, NdType type, int ndim, const int64_t *shape,
                      const int64_t *strides, Error *error) {
  int64_t size;
  int itemsize = nd_types[type].itemsize;
  if (!nd_shape_size(itemsize, ndim, shape, &size, error)) return NULL;
  /* The elements that lie furthest to either side must be inside the buffer. */
  int64_t low = 0, high = itemsize, stride = high;
  for (int axis = ndim - 1; axis >= 0 && size > 0; axis--) {
    int64_t reach = (shape[axis] - 1) * (strides ? strides[axis] : stride);
    if (reach < 0) low += reach; else high += reach;
    stride *= shape[axis];
  }
  if (size > 0 && ((int64_t)offset + low < 0 || (int64_t)offset + high > (int64_t)buffer->bytes)) {
    core_fail(error, ERROR_VALUE, "buffer is smaller than requested size");
    return NULL;
  }
  nd_buffer_retain(buffer);
  NdArray *array = wrap(buffer, buffer->data + offset, type, itemsize, ndim, size, shape, error);
  if (array != NULL && strides != NULL && ndim > 0) memcpy(array->strides, strides, (size_t)ndim * sizeof *strides);
  return array;
}

NdArray *nd_make_view(const NdArray *of, char *data, int ndim, const int64_t *shape, const int64_t *strides,
                      Error *error) {
  int64_t size;
  if (!nd_shape_size(of->itemsize, ndim, shape, &size, error)) return NULL;
  nd_buffer_retain(of->buffer);
  NdArray *view = wrap(of->buffer, data, of->type, of->itemsize, ndim, size, shape, error);
  if (view == NULL) return NULL;
  if (strides != NULL && ndim > 0) memcpy(view->strides, strides, (size_t)ndim * sizeof *strides);
  view->writeable = of->writeable;
  return view;
}

NdArray *nd_view_part(const NdArray *array, char *data, int ndim, const int64_t *shape, const int64_t *strides,
                      Error *error) {
  return nd_make_view(array, data, ndim, shape, strides, error);
}

NdArray *nd_from_scalar(NdScalar value, NdWeak weak, Error *error) {
  NdArray *array = nd_new(value.type, 0, NULL, error);
  if (array == NULL) return NULL;
  nd_scalar_store(array->data, value);
  array->weak = weak;
  return array;
}

NdScalar nd_get(const NdArray *array, const int64_t *index) {
  const char *data = array->data;
  for (int axis = 0; axis < array->ndim; axis++) data += index[axis] * array->strides[axis];
  return nd_scalar_load(data, array->type);
}

void nd_put(NdArray *array, const int64_t *index, NdScalar value) {
  char *data = array->data;
  for (int axis = 0; axis < array->ndim; axis++) data += index[axis] * array->strides[axis];
  if (nd_is_swapped(array->type)) {
    _Alignas(16) char native[16];
    nd_scalar_store(native, nd_scalar_cast(value, nd_native(array->type)));
    nd_swap_element(data, native, array->type);
    return;
  }
  nd_scalar_store(data, value.type == array->type ? value : nd_scalar_cast(value, array->type));
}

bool nd_item(const NdArray *array, NdScalar *value, Error *error) {
  if (array->size != 1)
    return core_fail(error, ERROR_VALUE, "can only convert an array of size 1 to a Python scalar");
  if (!nd_is_number(array->type)) {
    NdArray *number = nd_astype(array, ND_FLOAT64, error);
    if (number != NULL) *value = nd_scalar_load(number->data, number->type);
    nd_release(number);
    return number != NULL;
  }
  *value = nd_scalar_load(array->data, array->type);
  return true;
}

/* How many numbers np.arange(start, stop, step) has: ceil((stop - start) / step) in floating point, as numpy. */
static bool arange_length(double start, double stop, double step, int64_t *count, Error *error) {
  if (step == 0) return core_fail(error, ERROR_ZERO_DIVISION, "division by zero");
  double length = __builtin_ceil((stop - start) / step);
  if (__builtin_isnan(length)) return core_fail(error, ERROR_VALUE, "arange: cannot compute length");
  if (length > 9e18) return core_fail(error, ERROR_VALUE, "Maximum allowed size exceeded");
  *count = length > 0 ? (int64_t)length : 0;
  return true;
}

NdArray *nd_arange(NdScalar start, NdScalar stop, NdScalar step, NdType type, Error *error) {
  int64_t count;
  bool whole = nd_types[start.type].kind != 'f' && nd_types[stop.type].kind != 'f' && nd_types[step.type].kind != 'f';
  if (whole) {
    int64_t from = nd_scalar_as_int(start), to = nd_scalar_as_int(stop), by = nd_scalar_as_int(step);
    if (by == 0) {
      core_fail(error, ERROR_ZERO_DIVISION, "division by zero");
      return NULL;
    }
    __int128 span = (__int128)to - from;
    __int128 steps = span == 0 || (span > 0) != (by > 0) ? 0 : (span + by + (by > 0 ? -1 : 1)) / by;
    count = steps > INT64_MAX ? INT64_MAX : (int64_t)steps;
  } else if (!arange_length(nd_scalar_as_double(start), nd_scalar_as_double(stop), nd_scalar_as_double(step), &count,
                            error)) {
    return NULL;
  }
  if (type == ND_BOOL && count > 2) {
    core_fail(error, ERROR_TYPE, "arange() is only supported for booleans when the result has at most length 2.");
    return NULL;
  }
  NdArray *array = nd_new(type, 1, &count, error);
  if (array == NULL) return NULL;
  /* numpy stores the first two elements in the result's dtype and fills the rest from their difference. */
  if (nd_types[type].kind != 'f') {
    int64_t first = nd_scalar_as_int(nd_scalar_cast(start, type));
    NdScalar second = whole ? (NdScalar){.type = ND_INT64, .as.i = (int64_t)((uint64_t)nd_scalar_as_int(start) +
                                                                             (uint64_t)nd_scalar_as_int(step))}
                            : (NdScalar){.type = ND_FLOAT64, .as.f = nd_scalar_as_double(start) +
                                                                     nd_scalar_as_double(step)};
    uint64_t delta = (uint64_t)nd_scalar_as_int(nd_scalar_cast(second, type)) - (uint64_t)first;
    if (type == ND_INT64) {
      int64_t *out = (int64_t *)array->data;
      for (int64_t i = 0; i < count; i++) out[i] = (int64_t)((uint64_t)first + (uint64_t)i * delta);
      return array;
    }
    for (int64_t i = 0; i < count; i++)
      nd_put(array, &i, (NdScalar){.type = ND_INT64, .as.i = (int64_t)((uint64_t)first + (uint64_t)i * delta)});
    return array;
  }
  NdScalar first = nd_scalar_cast((NdScalar){.type = ND_FLOAT64, .as.f = nd_scalar_as_double(start)}, type);
  NdScalar second = nd_scalar_cast(
      (NdScalar){.type = ND_FLOAT64, .as.f = nd_scalar_as_double(start) + nd_scalar_as_double(step)}, type);
  double base = first.as.f, delta = second.as.f - base;
  float delta_float = (float)second.as.f - (float)base;
  for (int64_t i = 0; i < count; i++) {
    double value = i == 0 ? base : i == 1 ? second.as.f
                   : type == ND_FLOAT64 ? base + (double)i * delta : (double)((float)base + (float)i * delta_float);
    nd_put(array, &i, (NdScalar){.type = ND_FLOAT64, .as.f = value});
  }
  return array;
}

NdArray *nd_linspace(double start, double stop, int64_t count, bool endpoint, NdType type, Error *error) {
  if (count < 0) {
    core_fail(error, ERROR_VALUE, "Number of samples, %lld, must be non-negative.", (long long)count);
    return NULL;
  }
  NdArray *array = nd_new(type, 1, &count, error);
  if (array == NULL) return NULL;
  double divisor = (double)(endpoint ? count - 1 : count), delta = stop - start, step = delta / divisor;
  for (int64_t i = 0; i < count; i++) {
    double value = divisor > 0 ? (step == 0 ? (double)i / divisor * delta : (double)i * step) : (double)i * delta;
    value += start;
    if (endpoint && count > 1 && i == count - 1) value = stop;
    /* numpy rounds down, not towards zero, on the way to an integer dtype. */
    if (nd_types[type].kind == 'i' || nd_types[type].kind == 'u') value = __builtin_floor(value);
    nd_put(array, &i, (NdScalar){.type = ND_FLOAT64, .as.f = value});
  }
  return array;
}

NdArray *nd_view_as(NdArray *array, NdType type, int itemsize, Error *error) {
  int64_t shape[ND_MAX_DIMS], strides[ND_MAX_DIMS];
  int last = array->ndim - 1;
  bool padded = (nd_is_record(type) && !nd_record_is_packed(type)) ||
                (nd_is_record(array->type) && !nd_record_is_packed(array->type));
  if (padded && type != array->type) {
    core_fail(error, ERROR_NOT_IMPLEMENTED,
              "a view between structured dtypes is there only where the fields lie without gaps: fields of one size");
    return NULL;
  }
  if ((type == ND_OBJECT) != (array->type == ND_OBJECT)) {
    core_fail(error, ERROR_TYPE, "Cannot change data-type for array of references.");
    return NULL;
  }
  memcpy(shape, array->shape, (size_t)array->ndim * sizeof *shape);
  memcpy(strides, array->strides, (size_t)array->ndim * sizeof *strides);
  if (itemsize != array->itemsize) {
    if (last < 0) {
      core_fail(error, ERROR_VALUE, "Changing the dtype of a 0d array is only supported if the itemsize is unchanged");
      return NULL;
    }
    if (array->size > 1 && array->shape[last] > 1 && array->strides[last] != array->itemsize) {
      core_fail(error, ERROR_VALUE, "To change to a dtype of a different size, the last axis must be contiguous");
      return NULL;
    }
    int64_t bytes = array->shape[last] * array->itemsize;
    if (bytes % itemsize != 0) {
      core_fail(error, ERROR_VALUE, "When changing to a larger dtype, its size must be a divisor of the total size in "
                                    "bytes of the last axis of the array.");
      return NULL;
    }
    shape[last] = bytes / itemsize;
    strides[last] = itemsize;
  }
  NdArray model = {.buffer = array->buffer, .type = type, .itemsize = itemsize, .writeable = array->writeable};
  return nd_make_view(&model, array->data, array->ndim, shape, strides, error);
}
