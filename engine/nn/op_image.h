/* Ops of preprocessing layers. Private to engine/nn.
 *
 *   augment      x[B,H,W,C]; i0 1 always, 0 never, -1 while training; i1 a seed or 0; i2 an NnAugment; i3 its flags;
 *                r0 r1 the range of its random number, r2 r3 of a second one or the range of values:
 *                FLIP        i3: 1 horizontal, 2 vertical
 *                ROTATION    angles in radians                TRANSLATION  rows, columns, in numbers of pixels
 *                ZOOM        rows, columns (ZOOM_BOTH: one)   i3: an NnFill, + 8 for the nearest pixel;
 *                                                             shape.dims[0]: the bits of the fill value, a double
 *                CONTRAST    factors; values                  BRIGHTNESS   what is added; values
 *                SHIFT       rows, columns, in whole pixels; the same for all images of a batch
 *   encode       i0: 0 one_hot, 1 multi_hot, 2 count; i1 how many; i2: 1 where a new axis is appended
 *   standardize  x, mean, variance: (x - m) / max(sqrt(v), 1e-7), i1 = 1: back; i0: bits of the axes of m and v */
#ifndef NNSH_ENGINE_NN_OP_IMAGE_H
#define NNSH_ENGINE_NN_OP_IMAGE_H

typedef enum NnAugment {
  NN_AUGMENT_FLIP, NN_AUGMENT_ROTATION, NN_AUGMENT_TRANSLATION, NN_AUGMENT_ZOOM, NN_AUGMENT_ZOOM_BOTH,
  NN_AUGMENT_CONTRAST, NN_AUGMENT_BRIGHTNESS, NN_AUGMENT_SHIFT
} NnAugment;

/* What lies outside of an image. */
typedef enum NnFill { NN_FILL_REFLECT, NN_FILL_WRAP, NN_FILL_CONSTANT, NN_FILL_NEAREST } NnFill;

#endif
