/* Copies between arrays: assignment with broadcasting and casting, copy, astype. */
#include <string.h>

#include "engine/array/array.h"
#include "engine/array/cast.h"
#include "engine/array/iterator.h"
#include "engine/array/shape.h"

/* Elements moved before the next look at Ctrl-C. */
enum { CHUNK = 1 << 16 };

/* Copies with conversion over a shape that both sides already have. */
static bool copy_strided(char *to, NdType to_type, const int64_t *to_strides, const char *from, NdType from_type,
                         const int64_t *from_strides, int ndim, const int64_t *shape, Error *error) {
  NdIterator it;
  nd_iterator_init(&it, 2, 2, ndim, shape, (char *[]){to, (char *)from}, (const int64_t *[]){to_strides, from_strides},
                   0);
  NdCastLoop *loop = nd_cast_loop(from_type, to_type);
  int64_t to_step = it.strides[0][0], from_step = it.strides[0][1], n = it.shape[0];
  do {
    for (int64_t start = 0; start < n; start += CHUNK) {
      int64_t count = n - start < CHUNK ? n - start : CHUNK;
      loop(it.data[0] + start * to_step, to_step, it.data[1] + start * from_step, from_step, count);
      if (!nd_iterator_poll(&it.worked, count, error)) return false;
    }
  } while (nd_iterator_next(&it));
  return true;
}

NdArray *nd_astype(const NdArray *array, NdType type, Error *error) {
  NdArray *copy = nd_new(type, array->ndim, array->shape, error);
  if (copy == NULL || copy->size == 0) return copy;
  if (copy_strided(copy->data, type, copy->strides, array->data, array->type, array->strides, array->ndim,
                   array->shape, error))
    return copy;
  nd_release(copy);
  return NULL;
}

NdArray *nd_copy(const NdArray *array, Error *error) { return nd_astype(array, array->type, error); }

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
  bool same = from->data == to->data && from->type == to->type &&
              (to->ndim == 0 || memcmp(strides, to->strides, (size_t)to->ndim * sizeof *strides) == 0);
  if (same) return true;
  if (!nd_may_overlap(to, from))
    return copy_strided(to->data, to->type, to->strides, from->data, from->type, strides, to->ndim, to->shape, error);
  NdArray *copy = nd_copy(from, error);
  if (copy == NULL) return false;
  bool done = nd_assign(to, copy, error);
  nd_release(copy);
  return done;
}
