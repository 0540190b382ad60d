#include "engine/array/types.h"

#include <string.h>

#include "engine/array/cast.h"
#include "engine/array/shape.h"

/* Order of the kinds in which a value of one is a value of the next. */
static int kind_rank(NdType type) {
  switch (nd_types[type].kind) {
    case 'b': return 0;
    case 'u': return 1;
    case 'i': return 2;
    case 'f': return 3;
    case 'c': return 4;
    case 'S': return 5;
    case 'U': return 6;
    case 'm': return 2;
    case 'M': return 6;
    default: return 7;
  }
}

bool nd_can_cast_same_kind(NdType from, NdType to) { return kind_rank(from) <= kind_rank(to); }

bool nd_integer_fits(NdScalar value, NdType type) {
  char kind = nd_types[type].kind;
  if (nd_types[value.type].kind == 'f' || kind == 'f' || kind == 'b' || !nd_is_number(type)) return true;
  int bits = 8 * nd_types[type].itemsize;
  bool from_signed = nd_types[value.type].kind == 'i';
  if (from_signed && value.as.i < 0) return kind == 'i' && value.as.i >= -((int64_t)(UINT64_MAX >> (65 - bits))) - 1;
  uint64_t magnitude = from_signed ? (uint64_t)value.as.i : value.as.u;
  return magnitude <= UINT64_MAX >> (kind == 'i' ? 65 - bits : 64 - bits);
}

bool nd_resolve_weak(const NdArray *const *inputs, int count, NdType *types, NdMisfit misfit, Error *error) {
  int strong = -1; /* the common dtype of the inputs that have one */
  NdWeak strongest = ND_STRONG;
  for (int i = 0; i < count; i++) {
    types[i] = inputs[i]->type;
    if (inputs[i]->weak == ND_STRONG || inputs[i]->ndim != 0) {
      strong = strong < 0 ? (int)inputs[i]->type : (int)nd_promote((NdType)strong, inputs[i]->type);
    } else if (inputs[i]->weak > strongest) {
      strongest = inputs[i]->weak;
    }
  }
  if (strong < 0 || !(nd_is_number((NdType)strong) || nd_is_complex((NdType)strong))) return true;
  for (int i = 0; i < count; i++) {
    const NdArray *input = inputs[i];
    if (input->weak == ND_STRONG || input->ndim != 0) continue;
    /* A complex number takes the precision of the floats beside it; beside anything complex all others give way. */
    if (input->weak == ND_WEAK_COMPLEX && nd_types[strong].kind == 'f')
      types[i] = nd_promote((NdType)strong, ND_COMPLEX64);
    else if (nd_is_complex((NdType)strong)) types[i] = (NdType)strong;
    if (input->weak == ND_WEAK_COMPLEX || nd_is_complex((NdType)strong)) continue;
    bool outranks = input->weak == ND_WEAK_FLOAT ? nd_types[strong].kind != 'f'
                    : input->weak == ND_WEAK_INT ? strong == ND_BOOL : false;
    if (outranks) continue; /* its own dtype: int64 or float64 */
    if (input->weak == ND_WEAK_INT) {
      NdScalar value = nd_scalar_load(input->data, input->type);
      if (misfit != ND_MISFIT_ADOPTS && !nd_integer_fits(value, (NdType)strong)) {
        if (misfit == ND_MISFIT_KEEPS) continue;
        if (nd_types[value.type].kind == 'u')
          return core_fail(error, ERROR_OVERFLOW, "Python int too large to convert to C long");
        return core_fail(error, ERROR_OVERFLOW, "Python integer %lld out of bounds for %s", (long long)value.as.i,
                         nd_types[strong].name);
      }
    }
    types[i] = (NdType)strong;
  }
  return true;
}

bool nd_check_out(const NdArray *out, int ndim, const int64_t *shape, Error *error) {
  bool grows = out->ndim < ndim;
  for (int axis = 0; axis < ndim && !grows; axis++) {
    int64_t own = out->shape[out->ndim - ndim + axis];
    grows = own != shape[axis] && shape[axis] != 1;
  }
  if (!grows) return true;
  char text_out[ND_SHAPE_TEXT], text_shape[ND_SHAPE_TEXT];
  nd_shape_short(out->ndim, out->shape, text_out, sizeof text_out);
  nd_shape_short(ndim, shape, text_shape, sizeof text_shape);
  return core_fail(error, ERROR_VALUE,
                   "non-broadcastable output operand with shape %s doesn't match the broadcast shape %s", text_out,
                   text_shape);
}

bool nd_broadcast_operands(const NdArray *a, const NdArray *b, const NdArray *out, int *ndim, int64_t *shape,
                           Error *error) {
  if (nd_broadcast_shapes(a->ndim, a->shape, b->ndim, b->shape, ndim, shape, error)) return true;
  if (out == NULL) return false;
  const NdArray *operands[] = {a, b, out};
  char texts[3][ND_SHAPE_TEXT];
  for (int i = 0; i < 3; i++) nd_shape_short(operands[i]->ndim, operands[i]->shape, texts[i], sizeof texts[i]);
  return core_fail(error, ERROR_VALUE, "operands could not be broadcast together with shapes %s %s %s ", texts[0],
                   texts[1], texts[2]);
}

bool nd_can_cast(NdType from, NdType to, const char *casting) {
  if (from == to || strcmp(casting, "unsafe") == 0) return true;
  if (nd_is_swapped(from) || nd_is_swapped(to))
    return strcmp(casting, "no") != 0 && nd_can_cast(nd_native(from), nd_native(to), casting);
  if (strcmp(casting, "safe") == 0) return nd_promote(from, to) == to;
  return strcmp(casting, "same_kind") == 0 && (nd_can_cast_same_kind(from, to) || nd_promote(from, to) == to);
}
