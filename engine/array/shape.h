/* What the files of this room share about shapes. Private to this room. */
#ifndef NNSH_ENGINE_ARRAY_SHAPE_H
#define NNSH_ENGINE_ARRAY_SHAPE_H

#include "engine/array/array.h"

/* Number of elements; false with numpy's errors for negative, too many or too large dimensions. */
bool nd_shape_size(int itemsize, int ndim, const int64_t *shape, int64_t *size, Error *error);

/* A new view of `of`'s buffer that begins at `data` (strides NULL: C order). Nothing is checked. */
NdArray *nd_make_view(const NdArray *of, char *data, int ndim, const int64_t *shape, const int64_t *strides,
                      Error *error);

/* Adds ndim to a negative axis; numpy's AxisError where it is out of range. */
bool nd_normalize_axis(int *axis, int ndim, Error *error);

/* Marks each of `axes` (NULL: all) in `marked` (ndim entries); AxisError, or ValueError for one given twice. */
bool nd_mark_axes(const int *axes, int count, int ndim, bool *marked, Error *error);

/* Whether the two arrays' elements may share bytes. */
bool nd_may_overlap(const NdArray *a, const NdArray *b);

/* "(2,3)", "(3,)", "()": shapes as numpy's own messages write them. A negative entry is written "newaxis", as numpy
 * does for an unknown dimension, and left out at the front. */
void nd_shape_short(int ndim, const int64_t *shape, char *out, size_t size);

/* Room for one shape in a message. */
#define ND_SHAPE_TEXT 256

#endif
