/* Windows that slide over one or two spatial axes: convolutions and poolings. Private to engine/nn.
 *
 * Tensors are channels last: [batch, length, channels] or [batch, height, width, channels]; one spatial axis is treated
 * as a height with a width of 1. How an op's attributes hold a window: shape   8 dims: kernel height, width; stride
 * height, width; dilation height, width; one more than the output padding of a transposed convolution's height, width,
 * 0 where none was said i0      padding: NnPadding */
#ifndef NNSH_ENGINE_NN_WINDOW_H
#define NNSH_ENGINE_NN_WINDOW_H

#include "engine/nn/op.h"

typedef enum NnPadding { NN_VALID, NN_SAME, NN_CAUSAL } NnPadding;

typedef struct NnWindow {
  int64_t batch, channels;
  int64_t in[2], out[2]; /* height, width */
  int64_t kernel[2], stride[2], dilation[2];
  int64_t before[2]; /* padding in front */
} NnWindow;

/* The window of attributes over an input of a shape (rank 3 or 4; the batch may be -1). Output sizes and padding are
 * TensorFlow's: "same" gives ceil(in / stride) and puts the smaller half of the padding in front; "causal" puts all of it
 * there. False with ERROR_VALUE where a window is larger than what it slides over. */
bool nn_window_of(const NnAttributes *attributes, const NnShape *input, NnWindow *window, Error *error);

/* The same for a transposed convolution, whose *input* is what the window produces: in and out change places, and
 * the window maps `out` (larger) to `in`. Source: keras/src/backend/common/backend_utils.py. */
bool nn_window_transposed(const NnAttributes *attributes, const NnShape *input, NnWindow *window, Error *error);

/* [batch, out..., channels] with the rank of `like`. */
NnShape nn_window_shape(const NnWindow *window, const NnShape *like, int64_t channels);

/* Sets attributes from arrays of `rank` numbers (1 or 2). */
void nn_window_attributes(NnAttributes *attributes, int rank, const int64_t *kernel, const int64_t *stride,
                          const int64_t *dilation, NnPadding padding);

/* How the samples of a batch are divided into blocks: by shape alone, so that sums over blocks have the same bits with
 * any number of threads. */
typedef struct NnSamples {
  int64_t blocks, each; /* the last block may be shorter */
} NnSamples;
NnSamples nn_window_samples(const NnWindow *window);

#endif
