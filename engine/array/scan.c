/* Running sums and products. */
#include <string.h>

#include "engine/array/half.h"
#include "engine/array/iterator.h"
#include "engine/array/reduce_loops.h"
#include "engine/array/shape.h"
#include "engine/array/ufunc_elements.h"

/* Runs a scan along one axis: out[i] = out[i - 1] op x[i], in the dtype of the result. */
NdArray *nd_cumulative(NdReduction sum_or_prod, NdArray *array, int axis, Error *error) {
  if (axis == ND_FLAT) {
    NdArray *flat = nd_reshape(array, 1, (int64_t[]){-1}, error);
    NdArray *result = flat ? nd_cumulative(sum_or_prod, flat, 0, error) : NULL;
    nd_release(flat);
    return result;
  }
  if (array->ndim > 0 || (axis != 0 && axis != -1)) {
    if (!nd_normalize_axis(&axis, array->ndim ? array->ndim : 1, error)) return NULL;
  }
  if (array->ndim == 0) return nd_cumulative(sum_or_prod, array, ND_FLAT, error);
  if (nd_is_text(array->type)) {
    nd_fail_text_fold(sum_or_prod == ND_PROD ? "multiply" : "add", "accumulate", array, error);
    return NULL;
  }
  NdArray *result = nd_astype(array, nd_sum_type(nd_native(array->type)), error);
  if (result == NULL || result->size == 0) return result;
  NdType type = result->type;
  if (!nd_is_number(type)) {
    /* Row after row joins the one before it. */
    const char *name = sum_or_prod == ND_PROD ? "multiply" : "add";
    int64_t rows = result->shape[axis], step = result->strides[axis], shape[ND_MAX_DIMS];
    memcpy(shape, result->shape, (size_t)result->ndim * sizeof *shape);
    shape[axis] = 1;
    bool done = true;
    for (int64_t i = 1; i < rows && done; i++) {
      char *data = result->data + i * step;
      NdArray *before = nd_make_view(result, data - step, result->ndim, shape, result->strides, error);
      NdArray *now = nd_make_view(result, data, result->ndim, shape, result->strides, error);
      NdArray *joined = before && now ? nd_apply(name, before, now, NULL, error) : NULL;
      done = joined != NULL && nd_assign(now, joined, error);
      nd_release(before);
      nd_release(now);
      nd_release(joined);
    }
    if (done) return result;
    nd_release(result);
    return NULL;
  }
  NdLoops *loops = sum_or_prod == ND_PROD ? &nd_loops_multiply : &nd_loops_add;
  NdLoop *combine = (*loops)[type == ND_FLOAT16 ? ND_FLOAT32 : type];
  /* Row i of the axis takes in row i - 1; rows before and after the axis are blocks of the contiguous result. */
  int64_t after = 1, before = 1, item = nd_types[type].itemsize, worked = 0, length = array->shape[axis];
  for (int i = 0; i < axis; i++) before *= array->shape[i];
  for (int i = axis + 1; i < array->ndim; i++) after *= array->shape[i];
  for (int64_t outer = 0; outer < before; outer++) {
    char *block = result->data + outer * length * after * item;
    if (after == 1 && type != ND_FLOAT16) {
      /* The loop runs on its own output: element i reads what it wrote as element i - 1, so one at a time. */
      for (int64_t i = 1; i < length; i++) {
        char *at = block + i * item;
        combine(at, 0, at - item, 0, at, 0, 1);
      }
    } else {
      for (int64_t i = 1; i < length; i++) {
        char *at = block + i * after * item;
        if (type == ND_FLOAT16) {
          uint16_t *now = (uint16_t *)at;
          for (int64_t k = 0; k < after; k++) {
            float x = nd_half_to_float(now[k - after]), y = nd_half_to_float(now[k]);
            now[k] = nd_double_to_half(sum_or_prod == ND_PROD ? x * y : x + y);
          }
        } else {
          combine(at, item, at - after * item, item, at, item, after);
        }
      }
    }
    if (nd_iterator_poll(&worked, length * after, error)) continue;
    nd_release(result);
    return NULL;
  }
  return result;
}
