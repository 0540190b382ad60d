/* One strided walk over several operands of one (broadcast) shape. Private to this room.
 *
 * Axes are put in the order of the strides (smallest innermost, as numpy's nditer decides it), and neighbours that lie
 * end to end are joined, so that a contiguous array of any shape is one inner loop. */
#ifndef NNSH_ENGINE_ARRAY_ITERATOR_H
#define NNSH_ENGINE_ARRAY_ITERATOR_H

#include "engine/array/array.h"

#define ND_ITERATOR_OPERANDS 4

typedef struct NdIterator {
  int operands;
  int ndim;                     /* after joining; at least 1 */
  int64_t shape[ND_MAX_DIMS];   /* axis 0 is the innermost */
  int64_t strides[ND_MAX_DIMS][ND_ITERATOR_OPERANDS];
  int64_t index[ND_MAX_DIMS];
  char *data[ND_ITERATOR_OPERANDS]; /* where the inner loop begins */
  int64_t worked;               /* elements since the last look at core_interrupt_pending */
} NdIterator;

enum {
  ND_ITERATE_KEEP_SIGNS = 1, /* leave negative strides as they are: the order of sums depends on them */
  ND_ITERATE_C_ORDER = 2     /* keep the axes in C order; neighbours are still joined */
};

/* Operand k starts at data[k] and has strides[k] (ndim entries for this shape; 0 where it is broadcast). The first
 * `sorting` operands decide the order of the axes. An empty shape must be handled by the caller. */
void nd_iterator_init(NdIterator *iterator, int operands, int sorting, int ndim, const int64_t *shape,
                      char *const *data, const int64_t *const *strides, int flags);

/* Moves on to the next inner loop; false at the end. */
bool nd_iterator_next(NdIterator *iterator);

/* Adds n elements to the work done; every million or so it looks for Ctrl-C and then fails with ERROR_INTERRUPT. */
bool nd_iterator_poll(int64_t *worked, int64_t n, Error *error);

/* The axes of an array from the largest stride to the smallest, by the same rule: the order of its memory, in which
 * numpy lays out arrays that are made from it. */
void nd_memory_order(const NdArray *array, int *axes);

/* Strides of `array` as seen by the broadcast shape (ndim >= array->ndim). */
void nd_broadcast_strides(const NdArray *array, int ndim, const int64_t *shape, int64_t *strides);

#endif
