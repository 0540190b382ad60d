#include "engine/array/complex.h"

#include <string.h>

#include "engine/array/cast.h"
#include "engine/array/element.h"
#include "engine/array/linalg.h"
#include "engine/array/shape.h"
#include "engine/array/swapped.h"

NdComplex128 nd_complex_load(const char *data, NdType type) {
  if (type == ND_COMPLEX128) return *(const NdComplex128 *)data;
  const NdComplex64 *narrow = (const NdComplex64 *)data;
  return (NdComplex128){narrow->real, narrow->imag};
}

void nd_complex_store(char *data, NdType type, NdComplex128 value) {
  if (type == ND_COMPLEX128) *(NdComplex128 *)data = value;
  else *(NdComplex64 *)data = (NdComplex64){(float)value.real, (float)value.imag};
}

bool nd_complex_less(NdComplex128 a, NdComplex128 b) {
  bool a_real = a.real == a.real, a_imag = a.imag == a.imag, b_real = b.real == b.real, b_imag = b.imag == b.imag;
  if (a.real < b.real) return a_imag || !b_imag;
  if (a.real > b.real) return !b_imag && a_imag;
  if (a.real == b.real || (!a_real && !b_real)) return a.imag < b.imag || (!b_imag && a_imag);
  return !b_real;
}

bool nd_complex_convert(NdType to_type, char *to, int64_t to_stride, NdType from_type, const char *from,
                        int64_t from_stride, int64_t n) {
  bool to_complex = nd_is_complex(to_type), from_complex = nd_is_complex(from_type);
  if (!(to_complex || from_complex) || !(to_complex || nd_is_number(to_type)) ||
      !(from_complex || nd_is_number(from_type)))
    return false;
  if (to_complex && from_complex) {
    if (to_type == from_type) {
      nd_cast_loop(to_type, to_type)(to, to_stride, from, from_stride, n);
      return true;
    }
    for (; n > 0; n--, to += to_stride, from += from_stride)
      nd_complex_store(to, to_type, nd_complex_load(from, from_type));
  } else if (to_complex) {
    NdType part = nd_part_type(to_type);
    int size = nd_types[part].itemsize;
    nd_cast_loop(from_type, part)(to, to_stride, from, from_stride, n);
    for (to += size; n > 0; n--, to += to_stride) memset(to, 0, (size_t)size);
  } else if (to_type == ND_BOOL) {
    for (; n > 0; n--, to += to_stride, from += from_stride) {
      NdComplex128 value = nd_complex_load(from, from_type);
      *(uint8_t *)to = value.real != 0 || value.imag != 0;
    }
  } else {
    nd_cast_loop(nd_part_type(from_type), to_type)(to, to_stride, from, from_stride, n);
  }
  return true;
}

NdArray *nd_complex_part(const NdArray *array, int part, Error *error) {
  NdType type = nd_part_type(nd_native(array->type));
  int size = nd_types[type].itemsize;
  if (nd_is_swapped(array->type)) type = nd_swapped(type);
  NdArray model = {.buffer = array->buffer, .type = type, .itemsize = size, .writeable = array->writeable};
  return nd_make_view(&model, array->data + part * size, array->ndim, array->shape, array->strides, error);
}

NdArray *nd_complex_join(const NdArray *real, const NdArray *imag, Error *error) {
  NdType type = real->type == ND_FLOAT32 ? ND_COMPLEX64 : ND_COMPLEX128;
  NdArray *joined = nd_new(type, real->ndim, real->shape, error);
  NdArray *to_real = joined ? nd_complex_part(joined, 0, error) : NULL;
  NdArray *to_imag = to_real ? nd_complex_part(joined, 1, error) : NULL;
  bool done = to_imag != NULL && nd_assign(to_real, real, error) && nd_assign(to_imag, imag, error);
  nd_release(to_real);
  nd_release(to_imag);
  if (done) return joined;
  nd_release(joined);
  return NULL;
}

/* The parts of an operand as arrays of `type`; a real one has no imaginary part (NULL). */
static bool split(NdArray *array, NdType type, NdArray *parts[2], Error *error) {
  bool complex = nd_is_complex(array->type);
  for (int i = 0; i < 1 + complex; i++) {
    NdArray *part = complex ? nd_complex_part(array, i, error) : nd_retain(array);
    parts[i] = part ? nd_astype(part, type, error) : NULL;
    nd_release(part);
    if (parts[i] == NULL) return false;
  }
  return true;
}

NdArray *nd_matmul_complex(NdArray *a, NdArray *b, Error *error) {
  NdType type = nd_part_type(nd_promote(a->type, b->type));
  NdArray *left[2] = {NULL, NULL}, *right[2] = {NULL, NULL}, *products[2][2] = {{NULL, NULL}, {NULL, NULL}};
  NdArray *result = NULL;
  bool done = split(a, type, left, error) && split(b, type, right, error);
  for (int i = 0; i < 2 && done; i++)
    for (int j = 0; j < 2 && done; j++) {
      if (left[i] == NULL || right[j] == NULL) continue;
      products[i][j] = nd_matmul(left[i], right[j], error);
      done = products[i][j] != NULL;
    }
  /* (p + qi)(r + si) = pr - qs + (ps + qr)i */
  if (done && products[1][1] != NULL) {
    NdArray *same = nd_apply("subtract", products[0][0], products[1][1], products[0][0], error);
    done = same != NULL;
    nd_release(same);
  }
  if (done && products[0][1] != NULL && products[1][0] != NULL) {
    NdArray *same = nd_apply("add", products[0][1], products[1][0], products[0][1], error);
    done = same != NULL;
    nd_release(same);
  }
  NdArray *imag = products[0][1] ? products[0][1] : products[1][0];
  if (done) result = nd_complex_join(products[0][0], imag, error);
  for (int i = 0; i < 2; i++) {
    nd_release(left[i]);
    nd_release(right[i]);
    for (int j = 0; j < 2; j++) nd_release(products[i][j]);
  }
  return result;
}
