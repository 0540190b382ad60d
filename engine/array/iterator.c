#include "engine/array/iterator.h"

#include <string.h>

#include "engine/core/interrupt.h"

/* numpy's rule (nditer, npyiter_find_best_axis_ordering): a stable insertion sort from the smallest stride to the
 * largest, where an axis passes another only if an operand that moves along both says so, and C order wins where
 * operands disagree. */
static void sort_axes(NdIterator *it, int sorting) {
  for (int i = 1; i < it->ndim; i++) {
    int place = i;
    for (int j = i - 1; j >= 0; j--) {
      bool ambiguous = true, swap = false;
      for (int k = 0; k < sorting; k++) {
        int64_t outer = it->strides[i][k], inner = it->strides[j][k];
        if (outer == 0 || inner == 0) continue;
        if (outer < 0) outer = -outer;
        if (inner < 0) inner = -inner;
        if (inner <= outer) {
          swap = false;
        } else if (ambiguous) {
          swap = true;
        }
        ambiguous = false;
      }
      if (ambiguous) continue;
      if (!swap) break;
      place = j;
    }
    if (place == i) continue;
    int64_t shape = it->shape[i], strides[ND_ITERATOR_OPERANDS];
    memcpy(strides, it->strides[i], sizeof strides);
    for (int j = i; j > place; j--) {
      it->shape[j] = it->shape[j - 1];
      memcpy(it->strides[j], it->strides[j - 1], sizeof strides);
    }
    it->shape[place] = shape;
    memcpy(it->strides[place], strides, sizeof strides);
  }
}

/* An axis along which no operand moves forwards is walked from its other end. */
static void flip_negative_axes(NdIterator *it) {
  for (int axis = 0; axis < it->ndim; axis++) {
    bool any = false, all = true;
    for (int k = 0; k < it->operands; k++) {
      if (it->strides[axis][k] < 0) any = true;
      if (it->strides[axis][k] > 0) all = false;
    }
    if (!any || !all) continue;
    for (int k = 0; k < it->operands; k++) {
      it->data[k] += (it->shape[axis] - 1) * it->strides[axis][k];
      it->strides[axis][k] = -it->strides[axis][k];
    }
  }
}

static void join_axes(NdIterator *it) {
  int last = 0;
  for (int axis = 1; axis < it->ndim; axis++) {
    bool joins = true;
    for (int k = 0; k < it->operands && joins; k++)
      joins = it->shape[last] == 1 || it->shape[axis] == 1 ||
              it->strides[axis][k] == it->strides[last][k] * it->shape[last];
    if (joins) {
      if (it->shape[last] == 1) memcpy(it->strides[last], it->strides[axis], sizeof it->strides[axis]);
      it->shape[last] *= it->shape[axis];
    } else {
      last++;
      it->shape[last] = it->shape[axis];
      if (last != axis) memcpy(it->strides[last], it->strides[axis], sizeof it->strides[axis]);
    }
  }
  it->ndim = last + 1;
}

void nd_iterator_init(NdIterator *it, int operands, int sorting, int ndim, const int64_t *shape, char *const *data,
                      const int64_t *const *strides, int flags) {
  it->operands = operands;
  it->worked = 0;
  it->ndim = ndim;
  for (int k = 0; k < operands; k++) it->data[k] = data[k];
  for (int axis = 0; axis < ndim; axis++) {
    int from = ndim - 1 - axis;
    it->shape[axis] = shape[from];
    it->index[axis] = 0;
    for (int k = 0; k < operands; k++) it->strides[axis][k] = shape[from] == 1 ? 0 : strides[k][from];
  }
  if (ndim == 0) {
    it->ndim = 1;
    it->shape[0] = 1;
    it->index[0] = 0;
    for (int k = 0; k < operands; k++) it->strides[0][k] = 0;
    return;
  }
  if (!(flags & ND_ITERATE_C_ORDER)) sort_axes(it, sorting);
  if (!(flags & ND_ITERATE_KEEP_SIGNS)) flip_negative_axes(it);
  join_axes(it);
}

bool nd_iterator_next(NdIterator *it) {
  for (int axis = 1; axis < it->ndim; axis++) {
    if (++it->index[axis] < it->shape[axis]) {
      for (int k = 0; k < it->operands; k++) it->data[k] += it->strides[axis][k];
      return true;
    }
    it->index[axis] = 0;
    for (int k = 0; k < it->operands; k++) it->data[k] -= it->strides[axis][k] * (it->shape[axis] - 1);
  }
  return false;
}

bool nd_iterator_poll(int64_t *worked, int64_t n, Error *error) {
  *worked += n;
  if (*worked < 1 << 20) return true;
  *worked = 0;
  if (!core_interrupt_pending() || !core_interrupt_take()) return true;
  return core_fail(error, ERROR_INTERRUPT, "%s", "");
}

void nd_memory_order(const NdArray *array, int *axes) {
  NdIterator it = {.operands = 2, .ndim = array->ndim};
  for (int axis = 0; axis < array->ndim; axis++) {
    int from = array->ndim - 1 - axis;
    it.shape[axis] = array->shape[from];
    it.strides[axis][0] = array->shape[from] == 1 ? 0 : array->strides[from];
    it.strides[axis][1] = from; /* goes along with its axis */
  }
  sort_axes(&it, 1);
  for (int axis = 0; axis < array->ndim; axis++) axes[axis] = (int)it.strides[array->ndim - 1 - axis][1];
}

void nd_broadcast_strides(const NdArray *array, int ndim, const int64_t *shape, int64_t *strides) {
  int extra = ndim - array->ndim;
  for (int axis = 0; axis < ndim; axis++) {
    bool moves = axis >= extra && array->shape[axis - extra] != 1;
    strides[axis] = moves ? array->strides[axis - extra] : 0;
  }
}
