/* Numbers whose bytes lie in the other order than this machine's ('>i4'): dtypes for what comes from files and goes
 * to them. Arrays of them are moved, viewed, indexed and converted as all others are; whatever computes converts them
 * to this machine's order first, as numpy does piece by piece. */
#ifndef NNSH_ENGINE_ARRAY_SWAPPED_H
#define NNSH_ENGINE_ARRAY_SWAPPED_H

#include "engine/array/element.h"

/* The dtype with the other order of bytes; the dtype itself where there is no order (one byte, texts, records). */
NdType nd_swapped(NdType type);
/* The array itself (a new reference), or a copy in this machine's order. */
NdArray *nd_to_native(NdArray *array, Error *error);
/* One element in the other order; `to` has 16 bytes. */
void nd_swap_element(char *to, const char *from, NdType type);
/* For nd_convert, where a side at least is swapped. */
bool nd_swapped_convert(NdKind to_kind, char *to, int64_t to_stride, NdKind from_kind, const char *from,
                        int64_t from_stride, int64_t n, Error *error);

#endif
