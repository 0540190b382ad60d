/* Arrays made of other arrays: joined, repeated, turned; the identity; where and clip. */
#include <string.h>

#include "engine/array/cast.h"
#include "engine/array/element.h"
#include "engine/array/iterator.h"
#include "engine/array/linalg.h"
#include "engine/array/reduce.h"
#include "engine/array/shape.h"
#include "engine/array/types.h"
#include "engine/array/ufunc.h"
#include "engine/core/memory.h"

/* Copies `from` into rows start... of `axis` of `to`. */
static bool assign_part(NdArray *to, int axis, int64_t start, const NdArray *from, int64_t length, Error *error) {
  int64_t shape[ND_MAX_DIMS];
  memcpy(shape, to->shape, (size_t)to->ndim * sizeof *shape);
  shape[axis] = length;
  NdArray *part = nd_make_view(to, to->data + start * to->strides[axis], to->ndim, shape, to->strides, error);
  bool done = part != NULL && nd_assign(part, from, error);
  nd_release(part);
  return done;
}

static NdArray *concatenate_flat(NdArray *const *arrays, int count, Error *error) {
  NdArray **flat = core_alloc_zero((size_t)count, sizeof *flat);
  if (flat == NULL) {
    core_fail_memory(error, (size_t)count * sizeof *flat);
    return NULL;
  }
  NdArray *result = NULL;
  bool done = true;
  for (int i = 0; i < count && done; i++)
    done = (flat[i] = nd_reshape(arrays[i], 1, (int64_t[]){arrays[i]->size}, error)) != NULL;
  if (done) result = nd_concatenate(flat, count, 0, error);
  for (int i = 0; i < count; i++) nd_release(flat[i]);
  core_free(flat);
  return result;
}

NdArray *nd_concatenate(NdArray *const *arrays, int count, int axis, Error *error) {
  if (count == 0) {
    core_fail(error, ERROR_VALUE, "need at least one array to concatenate");
    return NULL;
  }
  if (axis == ND_FLAT) return concatenate_flat(arrays, count, error);
  const NdArray *first = arrays[0];
  if (first->ndim == 0) {
    core_fail(error, ERROR_VALUE, "zero-dimensional arrays cannot be concatenated");
    return NULL;
  }
  if (!nd_normalize_axis(&axis, first->ndim, error)) return NULL;
  int64_t shape[ND_MAX_DIMS];
  memcpy(shape, first->shape, (size_t)first->ndim * sizeof *shape);
  NdKind kind = nd_kind(first);
  for (int i = 1; i < count; i++) {
    if (arrays[i]->ndim != first->ndim) {
      core_fail(error, ERROR_VALUE,
                "all the input arrays must have same number of dimensions, but the array at index 0 has %d "
                "dimension(s) and the array at index %d has %d dimension(s)", first->ndim, i, arrays[i]->ndim);
      return NULL;
    }
    for (int k = 0; k < first->ndim; k++) {
      if (k == axis || arrays[i]->shape[k] == first->shape[k]) continue;
      core_fail(error, ERROR_VALUE,
                "all the input array dimensions except for the concatenation axis must match exactly, but along "
                "dimension %d, the array at index 0 has size %lld and the array at index %d has size %lld", k,
                (long long)first->shape[k], i, (long long)arrays[i]->shape[k]);
      return NULL;
    }
    shape[axis] += arrays[i]->shape[axis];
    kind = nd_promote_kinds(kind, nd_kind(arrays[i]));
  }
  NdArray *result = nd_new_sized(kind.type, kind.itemsize, first->ndim, shape, error);
  if (result == NULL) return NULL;
  int64_t start = 0;
  for (int i = 0; i < count; i++) {
    int64_t length = arrays[i]->shape[axis];
    if (assign_part(result, axis, start, arrays[i], length, error)) {
      start += length;
      continue;
    }
    nd_release(result);
    return NULL;
  }
  return result;
}

NdArray *nd_stack(NdArray *const *arrays, int count, int axis, Error *error) {
  if (count == 0) {
    core_fail(error, ERROR_VALUE, "need at least one array to stack");
    return NULL;
  }
  for (int i = 1; i < count; i++) {
    if (arrays[i]->ndim == arrays[0]->ndim &&
        (arrays[0]->ndim == 0 ||
         memcmp(arrays[i]->shape, arrays[0]->shape, (size_t)arrays[0]->ndim * sizeof(int64_t)) == 0))
      continue;
    core_fail(error, ERROR_VALUE, "all input arrays must have the same shape");
    return NULL;
  }
  NdArray **longer = core_alloc_zero((size_t)count, sizeof *longer);
  if (longer == NULL) {
    core_fail_memory(error, (size_t)count * sizeof *longer);
    return NULL;
  }
  if (axis < 0) axis += arrays[0]->ndim + 1;
  NdArray *result = NULL;
  bool done = true;
  for (int i = 0; i < count && done; i++) done = (longer[i] = nd_expand_dims(arrays[i], axis, error)) != NULL;
  if (done) result = nd_concatenate(longer, count, axis, error);
  for (int i = 0; i < count; i++) nd_release(longer[i]);
  core_free(longer);
  return result;
}

/* Views `array` with the given shape and strides, copies that, and gives the copy another shape. */
static NdArray *copy_as(NdArray *array, int view_ndim, const int64_t *view_shape, const int64_t *view_strides, int ndim,
                        const int64_t *shape, Error *error) {
  NdArray *view = nd_make_view(array, array->data, view_ndim, view_shape, view_strides, error);
  NdArray *copy = view ? nd_copy(view, error) : NULL;
  NdArray *result = copy ? nd_make_view(copy, copy->data, ndim, shape, NULL, error) : NULL;
  nd_release(view);
  nd_release(copy);
  return result;
}

NdArray *nd_tile(NdArray *array, int times_ndim, const int64_t *times, Error *error) {
  int ndim = array->ndim > times_ndim ? array->ndim : times_ndim;
  /* Axes of the view that would have length 1 are left out: with more than ND_MAX_DIMS of the others the result has
   * more elements than an array can. */
  int64_t view_shape[2 * ND_MAX_DIMS], view_strides[2 * ND_MAX_DIMS], shape[ND_MAX_DIMS];
  int at = 0;
  bool empty = false;
  for (int axis = 0; axis < ndim; axis++) {
    int own = axis - (ndim - array->ndim), given = axis - (ndim - times_ndim);
    int64_t count = given >= 0 ? times[given] : 1, length = own >= 0 ? array->shape[own] : 1;
    if (count != 1) {
      view_shape[at] = count;
      view_strides[at++] = 0;
    }
    if (length != 1) {
      view_shape[at] = length;
      view_strides[at++] = array->strides[own];
    }
    shape[axis] = count * length;
    empty |= shape[axis] == 0;
  }
  if (empty || at > ND_MAX_DIMS) return nd_new_sized(array->type, array->itemsize, ndim, shape, error);
  return copy_as(array, at, view_shape, view_strides, ndim, shape, error);
}

NdArray *nd_repeat(NdArray *array, int64_t times, int axis, Error *error) {
  if (times < 0) {
    core_fail(error, ERROR_VALUE, "negative dimensions are not allowed");
    return NULL;
  }
  if (axis == ND_FLAT || array->ndim == 0) {
    NdArray *flat = nd_reshape(array, 1, (int64_t[]){array->size}, error);
    NdArray *result = flat ? nd_repeat(flat, times, 0, error) : NULL;
    nd_release(flat);
    return result;
  }
  if (!nd_normalize_axis(&axis, array->ndim, error)) return NULL;
  /* Axes of length 1 are left out of the view, which has an axis more where one of all is repeated. */
  int64_t view_shape[ND_MAX_DIMS + 1], view_strides[ND_MAX_DIMS + 1], shape[ND_MAX_DIMS];
  int at = 0;
  for (int i = 0; i < array->ndim; i++) {
    shape[i] = array->shape[i];
    if (shape[i] != 1) {
      view_shape[at] = shape[i];
      view_strides[at++] = array->strides[i];
    }
    if (i != axis) continue;
    view_shape[at] = times;
    view_strides[at++] = 0;
    shape[i] *= times;
  }
  if (array->size == 0) return nd_new_sized(array->type, array->itemsize, array->ndim, shape, error);
  return copy_as(array, at, view_shape, view_strides, array->ndim, shape, error);
}

NdArray *nd_flip(NdArray *array, const int *axes, int count, Error *error) {
  bool marked[ND_MAX_DIMS];
  if (!nd_mark_axes(axes, count, array->ndim, marked, error)) return NULL;
  int64_t strides[ND_MAX_DIMS];
  char *data = array->data;
  for (int axis = 0; axis < array->ndim; axis++) {
    strides[axis] = marked[axis] ? -array->strides[axis] : array->strides[axis];
    if (marked[axis] && array->size > 0) data += (array->shape[axis] - 1) * array->strides[axis];
  }
  return nd_make_view(array, data, array->ndim, array->shape, strides, error);
}

NdArray *nd_roll(NdArray *array, int64_t shift, int axis, Error *error) {
  if (axis == ND_FLAT) {
    NdArray *flat = nd_reshape(array, 1, (int64_t[]){array->size}, error);
    NdArray *rolled = flat ? nd_roll(flat, shift, 0, error) : NULL;
    NdArray *result = rolled ? nd_reshape(rolled, array->ndim, array->shape, error) : NULL;
    nd_release(flat);
    nd_release(rolled);
    return result;
  }
  if (!nd_normalize_axis(&axis, array->ndim, error)) return NULL;
  NdArray *result = nd_new_of(array, array->ndim, array->shape, error);
  if (result == NULL || result->size == 0) return result;
  int64_t length = array->shape[axis], by = shift % length, shape[ND_MAX_DIMS];
  if (by < 0) by += length;
  memcpy(shape, array->shape, (size_t)array->ndim * sizeof *shape);
  bool done = true;
  for (int half = 0; half < 2 && done; half++) {
    /* First the rows that move up, then those that come round from the end. */
    int64_t start = half ? length - by : 0, to = half ? 0 : by;
    shape[axis] = half ? by : length - by;
    NdArray *part = nd_make_view(array, array->data + start * array->strides[axis], array->ndim, shape, array->strides,
                                 error);
    done = part != NULL && assign_part(result, axis, to, part, shape[axis], error);
    nd_release(part);
  }
  if (done) return result;
  nd_release(result);
  return NULL;
}

NdArray *nd_eye(int64_t rows, int64_t columns, int64_t k, NdType type, Error *error) {
  NdArray *result = nd_zeros(type, 2, (int64_t[]){rows, columns}, error);
  if (result == NULL) return NULL;
  for (int64_t i = 0; i < rows; i++) {
    __int128 j = (__int128)i + k;
    if (j >= 0 && j < columns) nd_put(result, (int64_t[]){i, (int64_t)j}, (NdScalar){.type = ND_INT64, .as.i = 1});
  }
  return result;
}

/* Whether a bound is a Python integer beyond the least (`low`) or the largest value of `type`: it changes nothing, and
 * numpy leaves it out where any other integer that does not fit is an error. */
static bool bounds_nothing(const NdArray *bound, NdType type, bool low) {
  if (bound == NULL || bound->weak != ND_WEAK_INT || bound->ndim != 0 || nd_types[type].kind == 'f') return false;
  NdScalar value = nd_scalar_load(bound->data, bound->type);
  if (nd_integer_fits(value, type)) return false;
  bool below = nd_types[value.type].kind == 'i' && value.as.i < 0;
  return below == low;
}

NdArray *nd_clip(NdArray *array, NdArray *low, NdArray *high, Error *error) {
  NdArray *result = NULL;
  NdType types[3];
  if (bounds_nothing(low, array->type, true)) low = NULL;
  if (bounds_nothing(high, array->type, false)) high = NULL;
  if (low == NULL && high == NULL) return nd_copy(array, error);
  bool numbers = nd_is_number(array->type) && (low == NULL || nd_is_number(low->type)) &&
                 (high == NULL || nd_is_number(high->type));
  if (!numbers) {
    NdArray *raised = low ? nd_apply("maximum", array, low, NULL, error) : nd_retain(array);
    if (high == NULL || raised == NULL) return raised;
    NdArray *bounded = nd_apply("minimum", raised, high, NULL, error);
    nd_release(raised);
    return bounded;
  }
  if (low == NULL || high == NULL) return nd_apply(low ? "maximum" : "minimum", array, low ? low : high, NULL, error);
  const NdArray *inputs[3] = {array, low, high};
  if (!nd_resolve_weak(inputs, 3, types, ND_MISFIT_FAILS, error)) return NULL;
  NdType type = nd_promote(nd_promote(types[0], types[1]), types[2]);
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  Error unused = {0};
  if (!nd_broadcast_shapes(array->ndim, array->shape, low->ndim, low->shape, &ndim, shape, &unused) ||
      !nd_broadcast_shapes(ndim, shape, high->ndim, high->shape, &ndim, shape, &unused)) {
    char texts[3][ND_SHAPE_TEXT];
    for (int i = 0; i < 3; i++) nd_shape_short(inputs[i]->ndim, inputs[i]->shape, texts[i], sizeof texts[i]);
    core_fail(error, ERROR_VALUE, "operands could not be broadcast together with shapes %s %s %s ", texts[0], texts[1],
              texts[2]);
    return NULL;
  }
  result = nd_new(type, ndim, shape, error);
  NdArray *raised = result ? nd_apply("maximum", array, low, result, error) : NULL;
  NdArray *done = raised ? nd_apply("minimum", result, high, result, error) : NULL;
  nd_release(raised);
  nd_release(done);
  if (done != NULL) return result;
  nd_release(result);
  return NULL;
}

/* Texts with Python numbers have no common dtype. */
static NdArray *fail_promotion(const NdArray *a, const NdArray *b, Error *error) {
  char name_a[64], name_b[64];
  nd_class_name(a, name_a);
  nd_class_name(b, name_b);
  core_fail(error, ERROR_TYPE,
            "The DType %s could not be promoted by %s. This means that no common DType exists for the given inputs. "
            "For example they cannot be stored in a single array unless the dtype is `object`. The full list of DTypes "
            "is: (%s, %s)", name_a, name_b, name_a, name_b);
  return NULL;
}

NdArray *nd_where(NdArray *condition, NdArray *a, NdArray *b, Error *error) {
  const NdArray *inputs[2] = {a, b};
  NdType types[2];
  if (!nd_resolve_weak(inputs, 2, types, ND_MISFIT_ADOPTS, error)) return NULL;
  NdKind kind = {.type = nd_promote(types[0], types[1])};
  kind.itemsize = nd_types[kind.type].itemsize;
  if (!nd_is_number(kind.type)) {
    bool weak_a = a->weak != ND_STRONG, weak_b = b->weak != ND_STRONG;
    if (nd_is_text(kind.type) && (weak_a || weak_b)) return fail_promotion(a, b, error);
    if (!nd_is_complex(kind.type)) kind = nd_promote_kinds(nd_kind(a), nd_kind(b));
  }
  NdType type = kind.type;
  int ndim;
  int64_t shape[ND_MAX_DIMS], strides[3][ND_MAX_DIMS];
  Error unused;
  if (!nd_broadcast_shapes(condition->ndim, condition->shape, a->ndim, a->shape, &ndim, shape, &unused) ||
      !nd_broadcast_shapes(ndim, shape, b->ndim, b->shape, &ndim, shape, &unused)) {
    char text[3][ND_SHAPE_TEXT];
    nd_shape_short(condition->ndim, condition->shape, text[0], ND_SHAPE_TEXT);
    nd_shape_short(a->ndim, a->shape, text[1], ND_SHAPE_TEXT);
    nd_shape_short(b->ndim, b->shape, text[2], ND_SHAPE_TEXT);
    core_fail(error, ERROR_VALUE, "operands could not be broadcast together with shapes %s %s %s ", text[0], text[1],
              text[2]);
    return NULL;
  }
  NdArray *result = nd_new_sized(type, kind.itemsize, ndim, shape, error);
  if (result == NULL || result->size == 0) return result;
  nd_broadcast_strides(condition, ndim, shape, strides[0]);
  nd_broadcast_strides(a, ndim, shape, strides[1]);
  nd_broadcast_strides(b, ndim, shape, strides[2]);
  NdIterator it;
  nd_iterator_init(&it, 4, 4, ndim, shape, (char *[]){result->data, condition->data, a->data, b->data},
                   (const int64_t *[]){result->strides, strides[0], strides[1], strides[2]}, 0);
  enum { BLOCK = 1024 };
  char block[2][BLOCK * 8] __attribute__((aligned(64)));
  uint8_t chosen[BLOCK];
  NdKind flag = {ND_BOOL, 1};
  bool numbers = nd_is_number(type) && nd_is_number(condition->type);
  NdCastLoop *test = numbers ? nd_cast_loop(condition->type, ND_BOOL) : NULL;
  NdCastLoop *read[2] = {numbers ? nd_cast_loop(a->type, type) : NULL, numbers ? nd_cast_loop(b->type, type) : NULL};
  int64_t item = nd_types[type].itemsize, n = it.shape[0];
  do {
    for (int64_t start = 0; start < n; start += BLOCK) {
      int64_t count = n - start < BLOCK ? n - start : BLOCK;
      if (!numbers) {
        char *places[4];
        for (int k = 0; k < 4; k++) places[k] = it.data[k] + start * it.strides[0][k];
        bool done = nd_convert(flag, (char *)chosen, 1, nd_kind(condition), places[1], it.strides[0][1], count, error);
        for (int64_t i = 0; i < count && done; i++) {
          int k = chosen[i] ? 2 : 3;
          done = nd_convert(kind, places[0] + i * it.strides[0][0], 0, nd_kind(k == 2 ? a : b),
                            places[k] + i * it.strides[0][k], 0, 1, error);
        }
        if (done && nd_iterator_poll(&it.worked, count, error)) continue;
        nd_release(result);
        return NULL;
      }
      test((char *)chosen, 1, it.data[1] + start * it.strides[0][1], it.strides[0][1], count);
      for (int k = 0; k < 2; k++)
        read[k](block[k], item, it.data[2 + k] + start * it.strides[0][2 + k], it.strides[0][2 + k], count);
      char *to = it.data[0] + start * it.strides[0][0];
      int64_t step = it.strides[0][0];
      for (int64_t i = 0; i < count; i++, to += step)
        memcpy(to, block[chosen[i] == 0] + i * item, (size_t)item);
      if (nd_iterator_poll(&it.worked, count, error)) continue;
      nd_release(result);
      return NULL;
    }
  } while (nd_iterator_next(&it));
  return result;
}
