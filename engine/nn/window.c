#include "engine/nn/window.h"

static int64_t spread(int64_t kernel, int64_t dilation) { return (kernel - 1) * dilation + 1; }

static bool axis_of(const NnAttributes *attributes, int axis, int64_t in, NnWindow *window) {
  const int64_t kernel = attributes->shape.dims[axis], stride = attributes->shape.dims[2 + axis];
  const int64_t dilation = attributes->shape.dims[4 + axis], covered = spread(kernel, dilation);
  window->kernel[axis] = kernel;
  window->stride[axis] = stride;
  window->dilation[axis] = dilation;
  window->in[axis] = in;
  window->before[axis] = 0;
  if (in < 0) {
    window->out[axis] = -1;
    return true;
  }
  switch ((NnPadding)attributes->integer[0]) {
  case NN_SAME: {
    window->out[axis] = (in + stride - 1) / stride;
    const int64_t padding = (window->out[axis] - 1) * stride + covered - in;
    window->before[axis] = padding > 0 ? padding / 2 : 0;
    return true;
  }
  case NN_CAUSAL:
    window->before[axis] = covered - 1;
    window->out[axis] = (in - 1) / stride + 1;
    return true;
  case NN_VALID: break;
  }
  window->out[axis] = in >= covered ? (in - covered) / stride + 1 : 0;
  return in >= covered;
}

/* Windows, their steps and their spreading count from 1. */
static bool is_window(const NnAttributes *attributes, Error *error) {
  for (int i = 0; i < 6; i++)
    if (attributes->shape.dims[i] < 1)
      return core_fail(error, ERROR_VALUE, "a window needs sizes, strides and dilations of 1 or more, got %lld",
                       (long long)attributes->shape.dims[i]);
  return true;
}

bool nn_window_of(const NnAttributes *attributes, const NnShape *input, NnWindow *window, Error *error) {
  if (input->rank != 3 && input->rank != 4)
    return core_fail(error, ERROR_VALUE, "a window slides over tensors of rank 3 or 4, not %d", input->rank);
  if (!is_window(attributes, error)) return false;
  *window = (NnWindow){.batch = input->dims[0], .channels = input->dims[input->rank - 1]};
  const bool fits = axis_of(attributes, 0, input->dims[1], window) &&
                    axis_of(attributes, 1, input->rank == 4 ? input->dims[2] : 1, window);
  if (fits) return true;
  char shape[256];
  nn_shape_text(input, shape, sizeof shape);
  core_fail(error, ERROR_VALUE,
            "Computed output size would be negative or zero. Received: input shape %s, window (%lld, %lld)", shape,
            (long long)spread(attributes->shape.dims[0], attributes->shape.dims[4]),
            (long long)spread(attributes->shape.dims[1], attributes->shape.dims[5]));
  return core_hint(error, "use fewer poolings before it, a smaller kernel or padding='same'");
}

bool nn_window_transposed(const NnAttributes *attributes, const NnShape *input, NnWindow *window, Error *error) {
  if (input->rank != 3 && input->rank != 4)
    return core_fail(error, ERROR_VALUE, "a window slides over tensors of rank 3 or 4, not %d", input->rank);
  if (!is_window(attributes, error)) return false;
  *window = (NnWindow){.batch = input->dims[0], .channels = input->dims[input->rank - 1]};
  for (int axis = 0; axis < 2; axis++) {
    const int64_t kernel = attributes->shape.dims[axis], stride = attributes->shape.dims[2 + axis];
    const int64_t dilation = attributes->shape.dims[4 + axis], covered = spread(kernel, dilation);
    const int64_t size = axis == 0 ? input->dims[1] : input->rank == 4 ? input->dims[2] : 1;
    const bool same = attributes->integer[0] == NN_SAME;
    const int64_t said = attributes->shape.dims[6 + axis] - 1;
    int64_t larger = same ? size * stride : size * stride + (covered > stride ? covered - stride : 0);
    if (said >= 0) larger = (size - 1) * stride + (same ? covered % 2 : covered) + said;
    if (said >= 0 && same && size > 0 && (larger + stride - 1) / stride != size)
      return core_fail(error, ERROR_VALUE, "padding='same' with a kernel of %lld and output_padding=%lld does not give %lld places "
                       "to an input of %lld", (long long)covered, (long long)said, (long long)larger, (long long)size);
    const int64_t padding = same ? (size - 1) * stride + covered - larger : 0;
    window->kernel[axis] = kernel;
    window->stride[axis] = stride;
    window->dilation[axis] = dilation;
    window->out[axis] = size;
    window->in[axis] = size < 0 ? -1 : larger;
    window->before[axis] = padding > 0 ? padding / 2 : 0;
  }
  return true;
}

NnShape nn_window_shape(const NnWindow *window, const NnShape *like, int64_t channels) {
  NnShape shape = {.rank = like->rank, .dims = {window->batch, window->out[0]}};
  if (like->rank == 4) shape.dims[2] = window->out[1];
  shape.dims[like->rank - 1] = channels;
  return shape;
}

void nn_window_attributes(NnAttributes *attributes, int rank, const int64_t *kernel, const int64_t *stride,
                          const int64_t *dilation, NnPadding padding) {
  const int64_t *const parts[] = {kernel, stride, dilation};
  attributes->shape.rank = NN_MAX_DIMS;
  for (int part = 0; part < 3; part++)
    for (int axis = 0; axis < 2; axis++) attributes->shape.dims[2 * part + axis] = axis < rank ? parts[part][axis] : 1;
  attributes->integer[0] = padding;
}

NnSamples nn_window_samples(const NnWindow *window) {
  enum { MOST_BLOCKS = 16 };
  NnSamples samples;
  samples.each = (window->batch + MOST_BLOCKS - 1) / MOST_BLOCKS;
  if (samples.each < 1) samples.each = 1;
  samples.blocks = (window->batch + samples.each - 1) / samples.each;
  return samples;
}
