#include "engine/array/gather.h"

#include <string.h>

#include "engine/array/cast.h"
#include "engine/array/element.h"
#include "engine/array/iterator.h"
#include "engine/array/shape.h"
#include "engine/compute/pool.h"
#include "engine/core/memory.h"

/* One side of a gather: the result has axes `before`, then those of the broadcast index arrays, then `after`. */
typedef struct Layout {
  int index_ndim, before, after;
  int64_t index_shape[ND_MAX_DIMS];
  int64_t index_size;
  int64_t *offsets; /* one byte offset into the view for each place of the index arrays; owned */
  int ndim;         /* of the result */
  int64_t shape[ND_MAX_DIMS];
  int64_t before_shape[ND_MAX_DIMS], before_strides[ND_MAX_DIMS]; /* of the view */
  int64_t after_shape[ND_MAX_DIMS], after_strides[ND_MAX_DIMS];
} Layout;

static bool fail_index_shapes(const NdGather *gather, Error *error) {
  char all[1024] = "";
  size_t used = 0;
  for (int i = 0; i < gather->count; i++) {
    char one[ND_SHAPE_TEXT];
    nd_shape_short(gather->index[i]->ndim, gather->index[i]->shape, one, sizeof one);
    size_t length = strlen(one);
    if (used + length + 2 > sizeof all) break;
    memcpy(all + used, one, length);
    used += length;
    all[used++] = ' ';
    all[used] = '\0';
  }
  return core_fail(error, ERROR_INDEX,
                   "shape mismatch: indexing arrays could not be broadcast together with shapes %s", all);
}

/* Adds index[i] * stride to each offset, checking bounds. */
static bool add_offsets(Layout *layout, const NdGather *gather, int i, Error *error) {
  const NdArray *index = gather->index[i];
  int64_t size = gather->view->shape[gather->axis[i]], stride = gather->view->strides[gather->axis[i]];
  int64_t strides[ND_MAX_DIMS];
  nd_broadcast_strides(index, layout->index_ndim, layout->index_shape, strides);
  int64_t offset_strides[ND_MAX_DIMS], step = sizeof(int64_t);
  for (int axis = layout->index_ndim - 1; axis >= 0; axis--) {
    offset_strides[axis] = step;
    step *= layout->index_shape[axis];
  }
  NdIterator it;
  nd_iterator_init(&it, 2, 2, layout->index_ndim, layout->index_shape,
                   (char *[]){(char *)layout->offsets, index->data}, (const int64_t *[]){offset_strides, strides},
                   ND_ITERATE_C_ORDER);
  NdCastLoop *loop = nd_cast_loop(index->type, ND_INT64);
  int64_t block[1024];
  do {
    for (int64_t start = 0; start < it.shape[0]; start += 1024) {
      int64_t n = it.shape[0] - start < 1024 ? it.shape[0] - start : 1024;
      loop((char *)block, sizeof *block, it.data[1] + start * it.strides[0][1], it.strides[0][1], n);
      char *out = it.data[0] + start * it.strides[0][0];
      for (int64_t k = 0; k < n; k++, out += it.strides[0][0]) {
        int64_t at = block[k];
        if (at < -size || at >= size)
          return core_fail(error, ERROR_INDEX, "index %lld is out of bounds for axis %d with size %lld",
                           (long long)at, gather->of_axis[i], (long long)size);
        *(int64_t *)out += (at < 0 ? at + size : at) * stride;
      }
      if (!nd_iterator_poll(&it.worked, n, error)) return false;
    }
  } while (nd_iterator_next(&it));
  return true;
}

static bool make_layout(const NdGather *gather, Layout *layout, Error *error) {
  memset(layout, 0, sizeof *layout);
  layout->index_size = 1;
  for (int i = 0; i < gather->count; i++) {
    const NdArray *index = gather->index[i];
    Error ignored;
    if (!nd_broadcast_shapes(layout->index_ndim, layout->index_shape, index->ndim, index->shape, &layout->index_ndim,
                             layout->index_shape, &ignored))
      return fail_index_shapes(gather, error);
  }
  const NdArray *view = gather->view;
  bool indexed[ND_MAX_DIMS] = {false};
  for (int i = 0; i < gather->count; i++) indexed[gather->axis[i]] = true;
  for (int axis = 0; axis < view->ndim; axis++) {
    if (indexed[axis]) continue;
    if (gather->together && axis < gather->first) {
      layout->before_shape[layout->before] = view->shape[axis];
      layout->before_strides[layout->before++] = view->strides[axis];
    } else {
      layout->after_shape[layout->after] = view->shape[axis];
      layout->after_strides[layout->after++] = view->strides[axis];
    }
  }
  layout->ndim = layout->before + layout->index_ndim + layout->after;
  memcpy(layout->shape, layout->before_shape, (size_t)layout->before * sizeof(int64_t));
  memcpy(layout->shape + layout->before, layout->index_shape, (size_t)layout->index_ndim * sizeof(int64_t));
  memcpy(layout->shape + layout->before + layout->index_ndim, layout->after_shape,
         (size_t)layout->after * sizeof(int64_t));
  return nd_shape_size(8, layout->index_ndim, layout->index_shape, &layout->index_size, error);
}

/* The places that the index arrays name, as offsets; the caller frees them. */
static bool make_offsets(const NdGather *gather, Layout *layout, Error *error) {
  layout->offsets = core_alloc_zero((size_t)layout->index_size, sizeof(int64_t));
  if (layout->offsets == NULL) return core_fail_memory(error, (unsigned long long)layout->index_size * 8);
  if (layout->index_size == 0) return true;
  for (int i = 0; i < gather->count; i++) {
    if (add_offsets(layout, gather, i, error)) continue;
    core_free(layout->offsets);
    return false;
  }
  return true;
}

/* Steps an odometer over the axes before the index; false at its end. */
static bool next_place(int ndim, const int64_t *shape, int64_t *at) {
  for (int axis = ndim - 1; axis >= 0; axis--) {
    if (++at[axis] < shape[axis]) return true;
    at[axis] = 0;
  }
  return false;
}

static int64_t place_offset(int ndim, const int64_t *at, const int64_t *strides) {
  int64_t offset = 0;
  for (int axis = 0; axis < ndim; axis++) offset += at[axis] * strides[axis];
  return offset;
}

/* Single elements: out[k] = base[offsets[k]]. */
static void gather_elements(NdKind kind, char *out, const char *base, const int64_t *offsets, int64_t n) {
  switch (nd_is_number(kind.type) ? kind.itemsize : 0) {
#define GATHER_CASE(size, type) \
  case size:                    \
    for (int64_t k = 0; k < n; k++) ((type *)out)[k] = *(const type *)(base + offsets[k]); \
    break;
    GATHER_CASE(1, uint8_t)
    GATHER_CASE(2, uint16_t)
    GATHER_CASE(4, uint32_t)
    GATHER_CASE(8, uint64_t)
#undef GATHER_CASE
    default:
      for (int64_t k = 0; k < n; k++, out += kind.itemsize)
        nd_move(kind.type, kind.itemsize, out, kind.itemsize, base + offsets[k], 0, 1);
  }
}

/* Rows: copies of one length, by the threads of the pool where they are many bytes: rows taken at random come from memory
 * that no cache holds, and two threads wait for it better than one. */
typedef struct Rows {
  char *out;
  const char *base;
  const int64_t *offsets;
  size_t bytes;
  int64_t count, per_piece;
} Rows;

static void copy_rows(void *context, int64_t piece, int thread) {
  (void)thread;
  const Rows *rows = context;
  int64_t end = (piece + 1) * rows->per_piece;
  if (end > rows->count) end = rows->count;
  for (int64_t k = piece * rows->per_piece; k < end; k++)
    memcpy(rows->out + (size_t)k * rows->bytes, rows->base + rows->offsets[k], rows->bytes);
}

static void gather_rows(char *out, const char *base, const int64_t *offsets, size_t bytes, int64_t count) {
  enum { PIECE_BYTES = 1 << 16, MOST_ALONE = 1 << 17 };
  Rows rows = {out, base, offsets, bytes, count, count};
  if (bytes * (size_t)count > MOST_ALONE) rows.per_piece = PIECE_BYTES / (int64_t)bytes + 1;
  pool_run((count + rows.per_piece - 1) / rows.per_piece, copy_rows, &rows);
}

NdArray *nd_gather_get(const NdGather *gather, Error *error) {
  Layout layout;
  if (!make_layout(gather, &layout, error) || !make_offsets(gather, &layout, error)) return NULL;
  NdType type = gather->view->type;
  NdKind kind = nd_kind(gather->view);
  NdArray *result = nd_new_of(gather->view, layout.ndim, layout.shape, error);
  if (result == NULL || result->size == 0) goto done;
  /* The result is filled from front to back; each place of the index copies one block of the axes after it. */
  int itemsize = kind.itemsize;
  int64_t block_strides[ND_MAX_DIMS], block = 1;
  for (int axis = layout.after - 1; axis >= 0; axis--) {
    block_strides[axis] = block * itemsize;
    block *= layout.after_shape[axis];
  }
  NdIterator model;
  nd_iterator_init(&model, 2, 1, layout.after, layout.after_shape, (char *[]){NULL, NULL},
                   (const int64_t *[]){block_strides, layout.after_strides}, ND_ITERATE_KEEP_SIGNS);
  bool dense = type != ND_OBJECT && model.ndim == 1 && (model.shape[0] == 1 || model.strides[0][1] == itemsize);
  size_t bytes = (size_t)block * (size_t)itemsize;
  char *out = result->data;
  int64_t at[ND_MAX_DIMS] = {0}, worked = 0;
  do {
    const char *base = gather->view->data + place_offset(layout.before, at, layout.before_strides);
    for (int64_t start = 0; start < layout.index_size;) {
      int64_t n = layout.index_size - start, most = block > 4096 ? 1 : 4096;
      if (n > most) n = most;
      const int64_t *offsets = layout.offsets + start;
      if (block == 1) {
        gather_elements(kind, out, base, offsets, n);
        out += n * itemsize;
      } else if (dense) {
        gather_rows(out, base, offsets, bytes, n);
        out += (size_t)n * bytes;
      } else {
        for (int64_t k = 0; k < n; k++, out += bytes) {
          NdIterator it = model;
          it.data[0] = out;
          it.data[1] = (char *)base + offsets[k];
          do nd_move(type, itemsize, it.data[0], it.strides[0][0], it.data[1], it.strides[0][1], it.shape[0]);
          while (nd_iterator_next(&it));
        }
      }
      start += n;
      if (!nd_iterator_poll(&worked, n * block, error)) {
        nd_release(result);
        result = NULL;
        goto done;
      }
    }
  } while (next_place(layout.before, layout.before_shape, at));
done:
  core_free(layout.offsets);
  return result;
}

bool nd_gather_set(const NdGather *gather, const NdArray *value, Error *error) {
  Layout layout;
  if (!make_layout(gather, &layout, error)) return false;
  bool done = false;
  const NdArray *view = gather->view;
  NdArray *converted = NULL;
  int64_t strides[ND_MAX_DIMS];
  int skip = 0;
  while (value->ndim - skip > layout.ndim && value->shape[skip] == 1) skip++;
  bool fits = value->ndim - skip <= layout.ndim;
  for (int axis = 0; axis < layout.ndim && fits; axis++) {
    int own = axis - (layout.ndim - (value->ndim - skip)) + skip;
    if (own >= skip && value->shape[own] != 1 && value->shape[own] != layout.shape[axis]) fits = false;
  }
  if (!fits) {
    char text_value[ND_SHAPE_TEXT], text_result[ND_SHAPE_TEXT];
    nd_shape_short(value->ndim, value->shape, text_value, sizeof text_value);
    nd_shape_short(layout.ndim, layout.shape, text_result, sizeof text_result);
    core_fail(error, ERROR_VALUE,
              "shape mismatch: value array of shape %s could not be broadcast to indexing result of shape %s",
              text_value, text_result);
    return false;
  }
  if (!make_offsets(gather, &layout, error)) return false;
  /* Converted before the scatter, which also keeps it apart from the memory that is written. */
  if (value->type != view->type || value->itemsize != view->itemsize || nd_may_overlap(value, view)) {
    converted = nd_astype_sized(value, view->type, view->itemsize, error);
    if (converted == NULL) goto end;
    value = converted;
  }
  for (int axis = 0; axis < layout.ndim; axis++) {
    int own = axis - (layout.ndim - (value->ndim - skip)) + skip;
    strides[axis] = own >= skip && value->shape[own] != 1 ? value->strides[own] : 0;
  }
  const int64_t *index_strides = strides + layout.before, *after_strides = index_strides + layout.index_ndim;
  int64_t block = 1, size = layout.index_size;
  for (int axis = 0; axis < layout.after; axis++) block *= layout.after_shape[axis];
  for (int axis = 0; axis < layout.before; axis++) size *= layout.before_shape[axis];
  if (size == 0 || block == 0) {
    done = true;
    goto end;
  }
  NdIterator model;
  nd_iterator_init(&model, 2, 1, layout.after, layout.after_shape, (char *[]){NULL, NULL},
                   (const int64_t *[]){layout.after_strides, after_strides}, ND_ITERATE_KEEP_SIGNS);
  int64_t before[ND_MAX_DIMS] = {0}, worked = 0;
  do {
    char *base = view->data + place_offset(layout.before, before, layout.before_strides);
    char *from = value->data + place_offset(layout.before, before, strides);
    int64_t at[ND_MAX_DIMS] = {0};
    for (int64_t k = 0; k < layout.index_size; k++) {
      NdIterator it = model;
      it.data[0] = base + layout.offsets[k];
      it.data[1] = from + place_offset(layout.index_ndim, at, index_strides);
      do nd_move(view->type, view->itemsize, it.data[0], it.strides[0][0], it.data[1], it.strides[0][1], it.shape[0]);
      while (nd_iterator_next(&it));
      next_place(layout.index_ndim, layout.index_shape, at);
      if (!nd_iterator_poll(&worked, block, error)) goto end;
    }
  } while (next_place(layout.before, layout.before_shape, before));
  done = true;
end:
  core_free(layout.offsets);
  nd_release(converted);
  return done;
}

/* Number of true elements. */
static bool count_true(const NdArray *mask, int64_t *count, Error *error) {
  *count = 0;
  if (mask->size == 0) return true;
  NdIterator it;
  nd_iterator_init(&it, 1, 1, mask->ndim, mask->shape, (char *[]){mask->data}, (const int64_t *[]){mask->strides}, 0);
  do {
    const char *at = it.data[0];
    int64_t sum = 0, step = it.strides[0][0];
    for (int64_t i = 0; i < it.shape[0]; i++, at += step) sum += *at != 0;
    *count += sum;
    if (!nd_iterator_poll(&it.worked, it.shape[0], error)) return false;
  } while (nd_iterator_next(&it));
  return true;
}

NdArray *nd_mask_get(const NdArray *array, const NdArray *mask, Error *error) {
  int64_t count;
  if (!count_true(mask, &count, error)) return NULL;
  NdArray *result = nd_new_of(array, 1, &count, error);
  if (result == NULL || count == 0) return result;
  NdIterator it;
  nd_iterator_init(&it, 2, 2, array->ndim, array->shape, (char *[]){array->data, mask->data},
                   (const int64_t *[]){array->strides, mask->strides}, ND_ITERATE_C_ORDER | ND_ITERATE_KEEP_SIGNS);
  int itemsize = array->itemsize;
  bool plain = array->type != ND_OBJECT;
  char *out = result->data;
  do {
    const char *from = it.data[0], *flag = it.data[1];
    for (int64_t i = 0; i < it.shape[0]; i++, from += it.strides[0][0], flag += it.strides[0][1]) {
      if (*flag == 0) continue;
      if (plain) memcpy(out, from, (size_t)itemsize);
      else nd_move(array->type, itemsize, out, 0, from, 0, 1);
      out += itemsize;
    }
    if (!nd_iterator_poll(&it.worked, it.shape[0], error)) {
      nd_release(result);
      return NULL;
    }
  } while (nd_iterator_next(&it));
  return result;
}

bool nd_mask_fill(NdArray *array, const NdArray *mask, const NdArray *value, Error *error) {
  if (array->size == 0) return true;
  NdArray *element = nd_astype_sized(value, array->type, array->itemsize, error);
  if (element == NULL) return false;
  NdIterator it;
  nd_iterator_init(&it, 2, 2, array->ndim, array->shape, (char *[]){array->data, mask->data},
                   (const int64_t *[]){array->strides, mask->strides}, 0);
  bool done = true;
  do {
    char *to = it.data[0];
    const char *flag = it.data[1];
    for (int64_t i = 0; i < it.shape[0]; i++, to += it.strides[0][0], flag += it.strides[0][1])
      if (*flag != 0) nd_move(array->type, array->itemsize, to, 0, element->data, 0, 1);
    done = nd_iterator_poll(&it.worked, it.shape[0], error);
  } while (done && nd_iterator_next(&it));
  nd_release(element);
  return done;
}

bool nd_mask_places(const NdArray *mask, NdArray **places, Error *error) {
  int64_t count;
  if (!count_true(mask, &count, error)) return false;
  for (int axis = 0; axis < mask->ndim; axis++) {
    places[axis] = nd_new(ND_INT64, 1, &count, error);
    if (places[axis] != NULL) continue;
    while (axis > 0) nd_release(places[--axis]);
    return false;
  }
  if (count == 0) return true;
  int64_t at[ND_MAX_DIMS] = {0}, filled = 0, worked = 0;
  int last = mask->ndim - 1;
  do {
    const char *flag = mask->data + place_offset(last, at, mask->strides);
    for (int64_t i = 0; i < mask->shape[last]; i++, flag += mask->strides[last]) {
      if (*flag == 0) continue;
      for (int axis = 0; axis < last; axis++) ((int64_t *)places[axis]->data)[filled] = at[axis];
      ((int64_t *)places[last]->data)[filled++] = i;
    }
    if (!nd_iterator_poll(&worked, mask->shape[last], error)) {
      for (int axis = 0; axis < mask->ndim; axis++) nd_release(places[axis]);
      return false;
    }
  } while (next_place(last, mask->shape, at));
  return true;
}
