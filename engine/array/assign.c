/* Copies between arrays: assignment with broadcasting and casting, copy, astype. */
#include <stdlib.h>
#include <string.h>

#include "engine/array/array.h"
#include "engine/array/cast.h"
#include "engine/array/element.h"
#include "engine/array/iterator.h"
#include "engine/array/shape.h"
#include "engine/array/times.h"
#include "engine/core/utf8.h"

/* Elements moved before the next look at Ctrl-C. */
enum { CHUNK = 1 << 16 };

/* Copies with conversion over a shape that both sides already have. */
static bool copy_strided(char *to, NdKind to_kind, const int64_t *to_strides, const char *from, NdKind from_kind,
                         const int64_t *from_strides, int ndim, const int64_t *shape, Error *error) {
  NdIterator it;
  nd_iterator_init(&it, 2, 2, ndim, shape, (char *[]){to, (char *)from}, (const int64_t *[]){to_strides, from_strides},
                   0);
  bool numbers = nd_is_number(from_kind.type) && nd_is_number(to_kind.type);
  NdCastLoop *loop = numbers ? nd_cast_loop(from_kind.type, to_kind.type) : NULL;
  int64_t to_step = it.strides[0][0], from_step = it.strides[0][1], n = it.shape[0];
  do {
    for (int64_t start = 0; start < n; start += CHUNK) {
      int64_t count = n - start < CHUNK ? n - start : CHUNK;
      char *target = it.data[0] + start * to_step, *source = it.data[1] + start * from_step;
      if (numbers) loop(target, to_step, source, from_step, count);
      else if (!nd_convert(to_kind, target, to_step, from_kind, source, from_step, count, error)) return false;
      if (!nd_iterator_poll(&it.worked, count, error)) return false;
    }
  } while (nd_iterator_next(&it));
  return true;
}

/* Bytes that the longest str() of an array of objects takes, or -1. */
static int longest_text(const NdArray *array, NdType type, Error *error) {
  int64_t longest = 1;
  if (array->size == 0) return (int)longest * nd_types[type].itemsize;
  NdIterator it;
  nd_iterator_init(&it, 1, 1, array->ndim, array->shape, (char *[]){array->data}, (const int64_t *[]){array->strides},
                   0);
  Text text = {0};
  do {
    for (int64_t i = 0; i < it.shape[0]; i++) {
      text_clear(&text);
      if (!nd_objects.as_text(*(void **)(it.data[0] + i * it.strides[0][0]), &text)) {
        text_free(&text);
        nd_fail_told(error);
        return -1;
      }
      int64_t length = (int64_t)utf8_count(text_string(&text), text.length);
      if (length > longest) longest = length;
    }
  } while (nd_iterator_next(&it));
  text_free(&text);
  return (int)longest * nd_types[type].itemsize;
}

NdArray *nd_astype_sized(const NdArray *array, NdType type, int itemsize, Error *error) {
  /* Times without a unit take the one that they come with. */
  if (nd_is_time(type) && nd_time_unit(type) == ND_NO_UNIT && nd_is_time(array->type))
    type = nd_is_span(type) ? nd_span_type(nd_time_unit(array->type)) : nd_date_type(nd_time_unit(array->type));
  if (itemsize <= 0 && nd_is_text(type)) {
    itemsize = array->type == ND_OBJECT ? longest_text(array, type, error) : nd_text_size(nd_kind(array), type);
    if (itemsize < 0) return NULL;
  }
  NdArray *copy = nd_new_sized(type, itemsize, array->ndim, array->shape, error);
  if (copy == NULL || copy->size == 0) return copy;
  if (copy_strided(copy->data, nd_kind(copy), copy->strides, array->data, nd_kind(array), array->strides, array->ndim,
                   array->shape, error))
    return copy;
  nd_release(copy);
  return NULL;
}

NdArray *nd_astype(const NdArray *array, NdType type, Error *error) { return nd_astype_sized(array, type, 0, error); }

NdArray *nd_copy(const NdArray *array, Error *error) {
  return nd_astype_sized(array, array->type, array->itemsize, error);
}

NdArray *nd_contiguous(NdArray *array, Error *error) {
  return nd_is_contiguous(array) ? nd_retain(array) : nd_copy(array, error);
}

bool nd_assign(NdArray *to, const NdArray *from, Error *error) {
  if (!to->writeable) return core_fail(error, ERROR_VALUE, "assignment destination is read-only");
  /* Leading dimensions of 1 that the target does not have are dropped, as numpy does. */
  int skip = 0;
  while (from->ndim - skip > to->ndim && from->shape[skip] == 1) skip++;
  int ndim = from->ndim - skip;
  const int64_t *shape = from->shape + skip, *own = from->strides + skip;
  int64_t strides[ND_MAX_DIMS];
  bool fits = ndim <= to->ndim;
  for (int axis = 0; axis < to->ndim && fits; axis++) {
    int source = axis - (to->ndim - ndim);
    bool moves = source >= 0 && shape[source] != 1;
    if (moves && shape[source] != to->shape[axis]) fits = false;
    strides[axis] = moves ? own[source] : 0;
  }
  if (!fits) {
    char text_from[ND_SHAPE_TEXT], text_to[ND_SHAPE_TEXT];
    nd_shape_short(ndim, shape, text_from, sizeof text_from);
    nd_shape_short(to->ndim, to->shape, text_to, sizeof text_to);
    return core_fail(error, ERROR_VALUE, "could not broadcast input array from shape %s into shape %s", text_from,
                     text_to);
  }
  if (to->size == 0) return true;
  bool same = from->data == to->data && from->type == to->type && from->itemsize == to->itemsize &&
              (to->ndim == 0 || memcmp(strides, to->strides, (size_t)to->ndim * sizeof *strides) == 0);
  if (same) return true;
  if (!nd_may_overlap(to, from))
    return copy_strided(to->data, nd_kind(to), to->strides, from->data, nd_kind(from), strides, to->ndim, to->shape,
                        error);
  NdArray *copy = nd_copy(from, error);
  if (copy == NULL) return false;
  bool done = nd_assign(to, copy, error);
  nd_release(copy);
  return done;
}

/* A new array whose axes lie in memory in the given order, outermost first. */
static NdArray *new_in_order(NdType type, int itemsize, int ndim, const int64_t *shape, const int *order,
                             Error *error) {
  NdArray *dense = nd_new_sized(type, itemsize, ndim, shape, error);
  if (dense == NULL) return NULL;
  int64_t strides[ND_MAX_DIMS], step = dense->itemsize;
  for (int i = ndim - 1; i >= 0; i--) {
    strides[order[i]] = step;
    step *= shape[order[i]] ? shape[order[i]] : 1;
  }
  NdArray *view = nd_make_view(dense, dense->data, ndim, shape, strides, error);
  nd_release(dense);
  return view;
}
static NdArray *new_ordered_as(const NdArray *like, const int *order, Error *error) {
  return new_in_order(like->type, like->itemsize, like->ndim, like->shape, order, error);
}

/* The stride of an operand along an axis of a result of `ndim` axes; 0 where it does not move. */
static int64_t moves_by(const NdArray *operand, int ndim, int axis) {
  axis -= ndim - operand->ndim;
  return axis < 0 || operand->shape[axis] == 1 ? 0 : llabs(operand->strides[axis]);
}

NdArray *nd_new_beside(NdType type, int itemsize, int ndim, const int64_t *shape, const NdArray *a, const NdArray *b,
                       Error *error) {
  int order[ND_MAX_DIMS];
  bool by_rows = true;
  for (int i = 0; i < ndim; i++) order[i] = i;
  /* Axes are put in by insertion, from the innermost on; operands that do not agree leave the order of rows. */
  for (int outer = ndim - 2; outer >= 0; outer--) {
    int place = outer, axis = order[outer];
    for (int inner = outer + 1; inner < ndim; inner++) {
      bool known = false, swaps = false;
      for (int k = 0; k < 2; k++) {
        const NdArray *operand = k ? b : a;
        if (operand == NULL) continue;
        int64_t own = moves_by(operand, ndim, axis), other = moves_by(operand, ndim, order[inner]);
        if (own == 0 || other == 0) continue;
        if (other <= own) swaps = false;
        else if (!known) swaps = true;
        known = true;
      }
      if (known && !swaps) break;
      if (swaps) place = inner;
    }
    for (int i = outer; i < place; i++) order[i] = order[i + 1];
    order[place] = axis;
    by_rows &= place == outer;
  }
  if (by_rows) return nd_new_sized(type, itemsize, ndim, shape, error);
  return new_in_order(type, itemsize, ndim, shape, order, error);
}

NdArray *nd_by_columns(const NdArray *array, Error *error) {
  int order[ND_MAX_DIMS];
  for (int axis = 0; axis < array->ndim; axis++) order[axis] = array->ndim - 1 - axis;
  NdArray *made = new_ordered_as(array, order, error);
  if (made == NULL || nd_assign(made, array, error)) return made;
  nd_release(made);
  return NULL;
}

bool nd_is_by_columns(const NdArray *array) {
  int64_t stride = array->itemsize;
  for (int axis = 0; axis < array->ndim && array->size > 1; axis++) {
    if (array->shape[axis] == 1) continue;
    if (array->strides[axis] != stride) return false;
    stride *= array->shape[axis];
  }
  return true;
}

NdArray *nd_copy_ordered(const NdArray *array, char order, Error *error) {
  bool columns = nd_is_by_columns(array) && !nd_is_contiguous(array);
  if (order == 'F' || (order == 'A' && columns)) return nd_by_columns(array, error);
  if (order != 'K' || nd_is_contiguous(array) || array->ndim < 2) return nd_copy(array, error);
  int axes[ND_MAX_DIMS];
  nd_memory_order(array, axes);
  NdArray *made = new_ordered_as(array, axes, error);
  if (made == NULL || nd_assign(made, array, error)) return made;
  nd_release(made);
  return NULL;
}
