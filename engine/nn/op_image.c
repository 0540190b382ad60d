/* Ops of preprocessing layers: augment, encode, standardize. Sources: keras/src/layers/preprocessing/, and for what
 * lies outside of an image tensorflow/core/kernels/image/image_ops.h. */
#include "engine/nn/op_image.h"

#include <math.h>
#include <string.h>

#include "engine/nn/op_samples.h"
#include "engine/nn/op_table.h"
#include "engine/nn/seed.h"

/* A coordinate brought back inside, by the fill mode; `constant` leaves it where it is. */
static double outside(double at, int64_t length, NnFill fill) {
  const double n = (double)length;
  if (fill == NN_FILL_NEAREST) return at < 0 ? 0 : at > n - 1 ? n - 1 : at;
  if (fill == NN_FILL_WRAP) {
    if (length <= 1) return 0;
    if (at < 0) at += n * (trunc(-at / (n - 1)) + 1);
    else if (at > n - 1) at -= n * trunc(at / (n - 1));
    return at < 0 ? 0 : at > n - 1 ? n - 1 : at;
  }
  if (fill == NN_FILL_REFLECT) {
    if (length <= 1) return 0;
    const double twice = 2 * n;
    if (at < 0) {
      if (at < twice) at = twice * trunc(-at / twice) + at;
      at = at < -n ? at + twice : -at - 1;
    } else if (at > n - 1) {
      at -= twice * trunc(at / twice);
      if (at >= n) at = twice - at - 1;
    }
    return at < 0 ? 0 : at > n - 1 ? n - 1 : at;
  }
  return at < -2 ? -2 : at > n + 1 ? n + 1 : at; /* far away is far away */
}

/* Where (column, row) of the output comes from: m0 x + m1 y + m2, m3 x + m4 y + m5. */
static void affine_matrix(NnAugment kind, double one, double two, int64_t h, int64_t w, double m[6]) {
  const double cx = ((double)w - 1) / 2, cy = ((double)h - 1) / 2;
  if (kind == NN_AUGMENT_ROTATION) {
    const double a = cos(one), b = sin(one);
    const double turned[6] = {a, -b, cx - cx * a + cy * b, b, a, cy - cx * b - cy * a};
    memcpy(m, turned, sizeof turned);
    return;
  }
  if (kind == NN_AUGMENT_SHIFT) {
    const double moved[6] = {1, 0, floor(two), 0, 1, floor(one)};
    memcpy(m, moved, sizeof moved);
    return;
  }
  const bool zoom = kind != NN_AUGMENT_TRANSLATION;
  const double moved[6] = {zoom ? two : 1, 0, zoom ? cx * (1 - two) : -two * (double)w,
                           0, zoom ? one : 1, zoom ? cy * (1 - one) : -one * (double)h};
  memcpy(m, moved, sizeof moved);
}

#include "engine/nn/real_float.h"
#include "engine/nn/op_image.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_image.inc"

static bool augment_forward_fast(NnRun *run) { return nn_pool_samples(run, augment_samples_float); }

static bool shape_augment(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                          Error *error) {
  *shape = inputs[0]->shape;
  return shape->rank == 4 || core_fail(error, ERROR_VALUE, "augment takes images: tensors of rank 4");
}

static bool shape_encode(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                         Error *error) {
  *shape = inputs[0]->shape;
  if (shape->rank < 1 || shape->rank >= NN_MAX_DIMS) return core_fail(error, ERROR_VALUE, "encode takes samples of numbers");
  if (attributes->integer[2]) shape->rank++;
  shape->dims[shape->rank - 1] = attributes->integer[1];
  return true;
}

static bool shape_standardize(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                              Error *error) {
  *shape = inputs[0]->shape;
  int64_t size = 1;
  for (int i = 0; i < shape->rank; i++)
    if (attributes->integer[0] >> i & 1) size *= shape->dims[i];
  return nn_shape_size(&inputs[1]->shape, 1) == size ||
         core_fail(error, ERROR_VALUE, "standardize: the statistics do not fit the input");
}

const NnOp nn_image_ops[] = {
    {.name = "augment", .formula = "images changed at random", .input_count = 1, .shape = shape_augment,
     .needs = NN_NEEDS_INPUTS, .forward = {augment_forward_float, augment_forward_double},
     .backward = {augment_backward_float, augment_backward_double}, .fast_forward = augment_forward_fast},
    {.name = "encode", .formula = "y[x] = 1, or how often", .input_count = 1, .shape = shape_encode,
     .forward = {encode_forward_float, encode_forward_double}},
    {.name = "standardize", .formula = "y = (x - m) / max(sqrt(v), 1e-7)", .input_count = 3, .shape = shape_standardize,
     .needs = NN_NEEDS_INPUTS, .no_gradient = 1 << 1 | 1 << 2,
     .forward = {standardize_forward_float, standardize_forward_double},
     .backward = {standardize_backward_float, standardize_backward_double}},
    {.name = NULL},
};
