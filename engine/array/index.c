/* array[...]: what stands between the brackets becomes a view, and where arrays are among it, a gather or scatter over
 * that view. */
#include "engine/array/index.h"

#include <string.h>

#include "engine/array/cast.h"
#include "engine/array/element.h"
#include "engine/array/gather.h"
#include "engine/array/shape.h"

enum { MAX_ITEMS = 2 * ND_MAX_DIMS };

/* Axes of the array that an item takes up. */
static int item_axes(const NdIndex *item) {
  switch (item->kind) {
    case ND_INDEX_INT:
    case ND_INDEX_SLICE: return 1;
    case ND_INDEX_ARRAY: return item->array->type == ND_BOOL ? item->array->ndim : 1;
    default: return 0;
  }
}

/* Start, step and length of a slice over an axis of `size`, as Python's slice.indices. */
static bool resolve_slice(const NdIndex *item, int64_t size, int64_t *start, int64_t *step, int64_t *length,
                          Error *error) {
  int64_t by = item->has_step ? item->step : 1;
  if (by == 0) return core_fail(error, ERROR_VALUE, "slice step cannot be zero");
  if (by == INT64_MIN) by = -INT64_MAX;
  int64_t low = by < 0 ? -1 : 0, high = by < 0 ? size - 1 : size;
  int64_t from = by < 0 ? high : low, to = by < 0 ? low : high;
  if (item->has_start) {
    from = item->start < 0 ? item->start + size : item->start;
    if (from < low) from = low;
    if (from > high) from = high;
  }
  if (item->has_stop) {
    to = item->stop < 0 ? item->stop + size : item->stop;
    if (to < low) to = low;
    if (to > high) to = high;
  }
  int64_t span = by > 0 ? to - from : from - to, stride = by > 0 ? by : -by;
  *length = span > 0 ? (span - 1) / stride + 1 : 0;
  *start = *length > 0 ? from : 0;
  *step = by;
  return true;
}

static bool fail_mask(int axis, int64_t size, int64_t mask_size, Error *error) {
  return core_fail(error, ERROR_INDEX,
                   "boolean index did not match indexed array along axis %d; size of axis is %lld but size of "
                   "corresponding boolean axis is %lld", axis, (long long)size, (long long)mask_size);
}

/* A plan's arrays were made here (from masks and integers) and belong to it. */
static void plan_clear(NdGather *plan) {
  for (int i = 0; i < plan->count; i++) nd_release(plan->index[i]);
  nd_release(plan->view);
  plan->count = 0;
  plan->view = NULL;
}

/* Adds an index array (a reference that is taken over) for the view's next axis. */
static void plan_add(NdGather *plan, NdArray *index, int axis) {
  plan->index[plan->count] = index;
  plan->axis[plan->count++] = axis;
}

/* Reads the items: fills the view's shape and strides and the plan of index arrays. plan->count is 0 where there are
 * none. */
static bool make_plan(NdArray *array, const NdIndex *items, int count, NdGather *plan, Error *error) {
  memset(plan, 0, sizeof *plan);
  int used = 0, ellipses = 0;
  bool fancy = false;
  for (int i = 0; i < count; i++) {
    used += item_axes(&items[i]);
    ellipses += items[i].kind == ND_INDEX_ELLIPSIS;
    fancy = fancy || items[i].kind == ND_INDEX_ARRAY;
    NdType type = items[i].kind == ND_INDEX_ARRAY ? items[i].array->type : ND_INT64;
    if (nd_types[type].kind == 'f' || !nd_is_number(type))
      return core_fail(error, ERROR_INDEX, "arrays used as indices must be of integer (or boolean) type");
  }
  if (ellipses > 1) return core_fail(error, ERROR_INDEX, "an index can only have a single ellipsis ('...')");
  if (used > array->ndim)
    return core_fail(error, ERROR_INDEX, "too many indices for array: array is %d-dimensional, but %d were indexed",
                     array->ndim, used);
  int rest = array->ndim - used; /* axes that the ellipsis (or the end) stands for */
  int64_t shape[2 * ND_MAX_DIMS + 1], strides[2 * ND_MAX_DIMS + 1];
  int wanted = rest, lanes = 0; /* axes of the result; of the index arrays together */
  for (int i = 0; i < count; i++) {
    wanted += items[i].kind == ND_INDEX_NEWAXIS || items[i].kind == ND_INDEX_SLICE;
    if (items[i].kind != ND_INDEX_ARRAY) continue;
    int own = items[i].array->type == ND_BOOL ? 1 : items[i].array->ndim;
    if (own > lanes) lanes = own;
  }
  wanted += lanes;
  if (wanted > ND_MAX_DIMS)
    return core_fail(error, ERROR_INDEX, "number of dimensions must be within [0, %d], indexing result would have %d",
                     ND_MAX_DIMS, wanted);
  int ndim = 0, axis = 0;
  char *data = array->data;
  /* Index arrays stay together in the result unless something else stands between two of them. */
  enum { NONE_YET, INSIDE, AFTER } run = NONE_YET;
  plan->together = true;
  for (int i = 0; i <= count; i++) {
    bool end = i == count;
    NdIndexKind kind = end ? ND_INDEX_ELLIPSIS : items[i].kind;
    if (end && ellipses > 0) break;
    if (kind == ND_INDEX_ARRAY && !end) {
      int more = items[i].array->type == ND_BOOL && items[i].array->ndim > 1 ? items[i].array->ndim : 1;
      if (plan->count + more > ND_MAX_DIMS || ndim + more > MAX_ITEMS) {
        core_fail(error, ERROR_INDEX,
                  "too many advanced (array) indices. This probably means you are indexing with too many booleans. (more "
                  "than %d found)", ND_MAX_DIMS);
        goto failed;
      }
    }
    bool part_of_run = fancy && (kind == ND_INDEX_ARRAY || kind == ND_INDEX_INT);
    if (part_of_run) {
      if (run == AFTER) plan->together = false;
      if (run == NONE_YET) plan->first = ndim;
      run = INSIDE;
    } else if (run == INSIDE) {
      run = AFTER;
    }
    switch (kind) {
      case ND_INDEX_NEWAXIS:
        shape[ndim] = 1;
        strides[ndim++] = 0;
        break;
      case ND_INDEX_ELLIPSIS:
        for (int k = 0; k < rest; k++, axis++, ndim++) {
          shape[ndim] = array->shape[axis];
          strides[ndim] = array->strides[axis];
        }
        break;
      case ND_INDEX_INT: {
        int64_t size = array->shape[axis], at = items[i].integer;
        if (at < -size || at >= size) {
          core_fail(error, ERROR_INDEX, "index %lld is out of bounds for axis %d with size %lld", (long long)at, axis,
                    (long long)size);
          goto failed;
        }
        data += (at < 0 ? at + size : at) * array->strides[axis++];
        break;
      }
      case ND_INDEX_SLICE: {
        int64_t start = 0, step = 1, length = 0;
        if (!resolve_slice(&items[i], array->shape[axis], &start, &step, &length, error)) goto failed;
        data += start * array->strides[axis];
        shape[ndim] = length;
        /* A step beyond the axis takes one element: its stride may wrap, as numpy's does. */
        strides[ndim++] = (int64_t)((uint64_t)step * (uint64_t)array->strides[axis++]);
        break;
      }
      case ND_INDEX_ARRAY: {
        NdArray *index = items[i].array;
        if (index->type != ND_BOOL) {
          plan->of_axis[plan->count] = axis;
          plan_add(plan, nd_retain(index), ndim);
          shape[ndim] = array->shape[axis];
          strides[ndim++] = array->strides[axis++];
          break;
        }
        for (int k = 0; k < index->ndim; k++) {
          if (index->shape[k] != array->shape[axis + k]) {
            fail_mask(axis + k, array->shape[axis + k], index->shape[k], error);
            goto failed;
          }
        }
        if (index->ndim == 0) {
          /* A 0-d mask is a new axis of length 1, indexed by [0] or by []. */
          int64_t length = *(const uint8_t *)index->data != 0;
          NdArray *zero = nd_zeros(ND_INT64, 1, &length, error);
          if (zero == NULL) goto failed;
          plan->of_axis[plan->count] = axis;
          plan_add(plan, zero, ndim);
          shape[ndim] = 1;
          strides[ndim++] = 0;
          break;
        }
        NdArray *places[ND_MAX_DIMS];
        if (!nd_mask_places(index, places, error)) goto failed;
        for (int k = 0; k < index->ndim; k++) {
          plan->of_axis[plan->count] = axis;
          plan_add(plan, places[k], ndim);
          shape[ndim] = array->shape[axis];
          strides[ndim++] = array->strides[axis++];
        }
        break;
      }
    }
  }
  if (ndim > ND_MAX_DIMS) {
    core_fail(error, ERROR_INDEX, "number of dimensions must be within [0, %d], indexing result would have %d",
              ND_MAX_DIMS, ndim);
    goto failed;
  }
  plan->view = nd_make_view(array, data, ndim, shape, strides, error);
  if (plan->view != NULL) return true;
failed:
  plan_clear(plan);
  return false;
}

/* The one mask that covers an array's leading axes and is the whole index: the common array[array > 0]. */
static NdArray *only_mask(const NdIndex *items, int count) {
  if (count != 1 || items[0].kind != ND_INDEX_ARRAY || items[0].array->type != ND_BOOL) return NULL;
  return items[0].array->ndim > 0 ? items[0].array : NULL;
}

static bool check_mask(const NdArray *array, const NdArray *mask, Error *error) {
  if (mask->ndim > array->ndim)
    return core_fail(error, ERROR_INDEX, "too many indices for array: array is %d-dimensional, but %d were indexed",
                     array->ndim, mask->ndim);
  for (int axis = 0; axis < mask->ndim; axis++)
    if (mask->shape[axis] != array->shape[axis])
      return fail_mask(axis, array->shape[axis], mask->shape[axis], error);
  return true;
}

NdArray *nd_get_index(NdArray *array, const NdIndex *items, int count, Error *error) {
  NdArray *mask = only_mask(items, count);
  if (mask != NULL && mask->ndim == array->ndim)
    return check_mask(array, mask, error) ? nd_mask_get(array, mask, error) : NULL;
  NdGather plan;
  if (!make_plan(array, items, count, &plan, error)) return NULL;
  NdArray *result = plan.count == 0 ? nd_retain(plan.view) : nd_gather_get(&plan, error);
  plan_clear(&plan);
  return result;
}

bool nd_set_index(NdArray *array, const NdIndex *items, int count, const NdArray *value, Error *error) {
  if (!array->writeable) return core_fail(error, ERROR_VALUE, "assignment destination is read-only");
  NdArray *mask = only_mask(items, count);
  if (mask != NULL && mask->ndim == array->ndim && value->size == 1 && value->ndim == 0)
    return check_mask(array, mask, error) && nd_mask_fill(array, mask, value, error);
  if (mask != NULL && mask->ndim == array->ndim && value->ndim > 1)
    return core_fail(error, ERROR_TYPE,
                     "NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has %d "
                     "dimensions", value->ndim);
  bool element = count == array->ndim;
  for (int i = 0; i < count && element; i++) element = items[i].kind == ND_INDEX_INT;
  NdGather plan;
  if (!make_plan(array, items, count, &plan, error)) return false;
  if (element && value->ndim > 0) {
    plan_clear(&plan);
    return core_fail(error, ERROR_VALUE, "setting an array element with a sequence%s",
                     nd_is_text(array->type) ? "" : ".");
  }
  bool done;
  if (plan.count == 0) {
    done = nd_assign(plan.view, value, error);
  } else if (mask != NULL && mask->ndim == array->ndim && value->ndim <= 1 && value->size != 1 &&
             value->size != plan.index[0]->size) {
    done = core_fail(error, ERROR_VALUE,
                     "NumPy boolean array indexing assignment cannot assign %lld input values to the %lld output "
                     "values where the mask is true", (long long)value->size, (long long)plan.index[0]->size);
  } else {
    done = nd_gather_set(&plan, value, error);
  }
  plan_clear(&plan);
  return done;
}

NdArray *nd_take(NdArray *array, const NdArray *indices, int axis, Error *error) {
  if (nd_types[indices->type].kind == 'f' || !nd_is_number(indices->type)) {
    char name[32];
    nd_kind_name(nd_kind(indices), name);
    core_fail(error, ERROR_TYPE, "Cannot cast array data from dtype('%s') to dtype('int64') according to the rule "
                                 "'same_kind'", indices->type == ND_OBJECT ? "O" : name);
    return NULL;
  }
  if (!nd_normalize_axis(&axis, array->ndim, error)) return NULL;
  /* Here booleans are the integers 0 and 1. */
  NdArray *whole = nd_astype(indices, ND_INT64, error);
  if (whole == NULL) return NULL;
  NdIndex items[ND_MAX_DIMS];
  for (int i = 0; i < axis; i++) items[i] = (NdIndex){.kind = ND_INDEX_SLICE};
  items[axis] = (NdIndex){.kind = ND_INDEX_ARRAY, .array = whole};
  NdArray *result = nd_get_index(array, items, axis + 1, error);
  nd_release(whole);
  return result;
}
