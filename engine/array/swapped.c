#include "engine/array/swapped.h"

#include <string.h>

NdType nd_swapped(NdType type) {
  if (nd_is_swapped(type)) return nd_native(type);
  bool ordered = type < ND_STRING && nd_types[type].itemsize > 1;
  return ordered ? (NdType)(ND_SWAPPED_FIRST + (int)type) : type;
}

void nd_swap_element(char *to, const char *from, NdType type) {
  const NdType native = nd_native(type);
  const int size = nd_types[native].itemsize, parts = nd_is_complex(native) ? 2 : 1, step = size / parts;
  for (int start = 0; start < size; start += step)
    for (int i = 0; i < step; i++) to[start + i] = from[start + step - 1 - i];
}

NdArray *nd_to_native(NdArray *array, Error *error) {
  return nd_is_swapped(array->type) ? nd_astype(array, nd_native(array->type), error) : nd_retain(array);
}

bool nd_swapped_convert(NdKind to_kind, char *to, int64_t to_stride, NdKind from_kind, const char *from,
                        int64_t from_stride, int64_t n, Error *error) {
  if (to_kind.type == from_kind.type) {
    nd_move(to_kind.type, to_kind.itemsize, to, to_stride, from, from_stride, n);
    return true;
  }
  const NdKind source = {nd_native(from_kind.type), from_kind.itemsize};
  const NdKind target = {nd_native(to_kind.type), to_kind.itemsize};
  _Alignas(16) char given[16], made[16];
  for (; n > 0; n--, to += to_stride, from += from_stride) {
    const char *element = from;
    if (nd_is_swapped(from_kind.type)) {
      nd_swap_element(given, from, from_kind.type);
      element = given;
    }
    char *place = nd_is_swapped(to_kind.type) ? made : to;
    if (!nd_convert(target, place, 0, source, element, 0, 1, error)) return false;
    if (place == made) nd_swap_element(to, made, to_kind.type);
  }
  return true;
}
