/* Convolutions. The fast form lays the inputs under each window out as rows (im2col) and multiplies; samples are
 * divided into blocks by shape alone, each block has memory of its own, and what blocks sum up (the kernel's gradient)
 * is added in their order. */
#include <string.h>

#include "engine/compute/blas.h"
#include "engine/compute/kernels.h"
#include "engine/compute/kernels_plain.h"
#include "engine/compute/pool.h"
#include "engine/nn/op_table.h"
#include "engine/nn/window.h"

#include "engine/nn/real_float.h"
#include "engine/nn/op_conv.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_conv.inc"

/* ---- Shapes ---- */

static bool shape_conv(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                       Error *error) {
  const NnShape *x = &inputs[0]->shape, *k = &inputs[1]->shape;
  NnWindow window;
  if (!nn_window_of(attributes, x, &window, error)) return false;
  const int64_t groups = attributes->integer[1];
  if (k->rank != x->rank || groups < 1 || k->dims[k->rank - 2] * groups != window.channels ||
      k->dims[k->rank - 1] % groups != 0) {
    char left[128], right[128];
    nn_shape_text(x, left, sizeof left);
    nn_shape_text(k, right, sizeof right);
    return core_fail(error, ERROR_VALUE, "conv in %lld groups needs (batch, ..., channels) and (window, channels / groups, "
                     "filters); got %s and %s", (long long)groups, left, right);
  }
  *shape = nn_window_shape(&window, x, k->dims[k->rank - 1]);
  return true;
}

static bool shape_depthwise(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                            Error *error) {
  const NnShape *x = &inputs[0]->shape, *k = &inputs[1]->shape;
  NnWindow window;
  if (!nn_window_of(attributes, x, &window, error)) return false;
  if (k->rank != x->rank || k->dims[k->rank - 2] != window.channels)
    return core_fail(error, ERROR_VALUE, "depthwise_conv needs a kernel for %lld channels", (long long)window.channels);
  *shape = nn_window_shape(&window, x, window.channels * k->dims[k->rank - 1]);
  return true;
}

static bool shape_transposed(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                             Error *error) {
  const NnShape *x = &inputs[0]->shape, *k = &inputs[1]->shape;
  NnWindow window;
  if (!nn_window_transposed(attributes, x, &window, error)) return false;
  if (k->rank != x->rank || k->dims[k->rank - 1] != window.channels)
    return core_fail(error, ERROR_VALUE, "conv_transpose needs a kernel for %lld channels", (long long)window.channels);
  *shape = (NnShape){.rank = x->rank, .dims = {window.batch, window.in[0]}};
  if (x->rank == 4) shape->dims[2] = window.in[1];
  shape->dims[x->rank - 1] = k->dims[k->rank - 2];
  return true;
}

/* ---- Rows of a window's inputs ---- */

/* One sample's rows: rows[(oh * OW + ow), (kh, kw, c)] for `depth` channels from `first`; what lies outside is 0. */
static void gather_rows(const NnWindow *w, const float *x, int64_t first, int64_t depth, float *rows) {
  for (int64_t oh = 0; oh < w->out[0]; oh++)
    for (int64_t ow = 0; ow < w->out[1]; ow++)
      for (int64_t kh = 0; kh < w->kernel[0]; kh++) {
        const int64_t ih = oh * w->stride[0] + kh * w->dilation[0] - w->before[0];
        int64_t iw = ow * w->stride[1] - w->before[1];
        const bool inside = ih >= 0 && ih < w->in[0];
        /* Neighbours in the kernel's row are neighbours in the input: one copy for all. */
        if (inside && w->dilation[1] == 1 && depth == w->channels && iw >= 0 && iw + w->kernel[1] <= w->in[1]) {
          memcpy(rows, x + (ih * w->in[1] + iw) * depth, (size_t)(w->kernel[1] * depth) * sizeof *rows);
          rows += w->kernel[1] * depth;
          continue;
        }
        for (int64_t kw = 0; kw < w->kernel[1]; kw++, iw += w->dilation[1], rows += depth) {
          if (inside && iw >= 0 && iw < w->in[1])
            memcpy(rows, x + (ih * w->in[1] + iw) * w->channels + first, (size_t)depth * sizeof *rows);
          else memset(rows, 0, (size_t)depth * sizeof *rows);
        }
      }
}

/* The reverse: rows are added to where they came from. */
static void scatter_rows(const NnWindow *w, const float *rows, int64_t first, int64_t depth, float *x) {
  for (int64_t oh = 0; oh < w->out[0]; oh++)
    for (int64_t ow = 0; ow < w->out[1]; ow++)
      for (int64_t kh = 0; kh < w->kernel[0]; kh++) {
        const int64_t ih = oh * w->stride[0] + kh * w->dilation[0] - w->before[0];
        int64_t iw = ow * w->stride[1] - w->before[1];
        if (ih < 0 || ih >= w->in[0]) {
          rows += w->kernel[1] * depth;
          continue;
        }
        if (w->dilation[1] == 1 && depth == w->channels && iw >= 0 && iw + w->kernel[1] <= w->in[1]) {
          float *to = x + (ih * w->in[1] + iw) * depth;
          const int64_t n = w->kernel[1] * depth;
          for (int64_t c = 0; c < n; c++) to[c] += rows[c];
          rows += n;
          continue;
        }
        for (int64_t kw = 0; kw < w->kernel[1]; kw++, iw += w->dilation[1], rows += depth) {
          if (ih < 0 || ih >= w->in[0] || iw < 0 || iw >= w->in[1]) continue;
          float *to = x + (ih * w->in[1] + iw) * w->channels + first;
          for (int64_t c = 0; c < depth; c++) to[c] += rows[c];
        }
      }
}

/* A window of one place that moves by one: the input's own rows serve. */
static bool is_plain(const NnWindow *w) {
  return w->kernel[0] == 1 && w->kernel[1] == 1 && w->stride[0] == 1 && w->stride[1] == 1 && w->before[0] == 0 &&
         w->before[1] == 0;
}

/* How many samples are laid out at once: products of too few rows are slow, and the rows should stay in cache. */
static int64_t samples_at_once(const NnWindow *w, int64_t each) {
  enum { ROWS_WANTED = 96 };
  const int64_t places = w->out[0] * w->out[1];
  int64_t samples = places > 0 ? (ROWS_WANTED + places - 1) / places : 1;
  return samples < 1 ? 1 : samples > each ? each : samples;
}

/* What one forward or backward needs to know; memory of block b lies at b * block_elements. */
typedef struct Conv {
  const NnRun *run;
  NnWindow window;
  NnSamples samples;
  int64_t filters, groups, depth, taps; /* taps: products an output and group, KH * KW * C / groups */
  int64_t at_once, rows_elements;
  const float *dy;
  float *rows;     /* blocks of rows_elements */
  float *partial;  /* blocks of kernel_elements: gradients of the kernel */
  int64_t kernel_elements;
} Conv;

static void conv_layout(Conv *conv, const NnWindow *window, int64_t filters, int64_t groups) {
  conv->window = *window;
  conv->samples = nn_window_samples(window);
  conv->filters = filters;
  conv->groups = groups;
  conv->depth = window->channels / groups;
  conv->taps = window->kernel[0] * window->kernel[1] * conv->depth;
  conv->at_once = samples_at_once(window, conv->samples.each);
  conv->rows_elements = (conv->at_once * window->out[0] * window->out[1] * conv->taps + 15) / 16 * 16;
  conv->kernel_elements = ((conv->taps + 1) * filters + 15) / 16 * 16; /* the bias's gradient behind the kernel's */
}

/* Scratch: the gradient before the activation, rows for each block, partial gradients for each block. */
static int64_t conv_scratch(const NnTensor *node, int64_t batch) {
  /* The node may be the bias or activation that a convolution below it was folded with: find the convolution. */
  const NnTensor *tensor = node;
  while (tensor->op == NULL || strcmp(tensor->op->name, "conv") != 0) tensor = tensor->inputs[0];
  NnShape input = tensor->inputs[0]->shape;
  if (input.dims[0] < 0) input.dims[0] *= -batch;
  NnWindow window;
  Error ignored = {0};
  if (!nn_window_of(&tensor->attributes, &input, &window, &ignored)) return 0;
  Conv conv;
  conv_layout(&conv, &window, nn_last(&tensor->shape), tensor->attributes.integer[1]);
  const int64_t size = (nn_shape_size(&tensor->shape, batch) + 15) / 16 * 16;
  return size + conv.samples.blocks * (conv.rows_elements + conv.kernel_elements);
}

static bool conv_prepare(Conv *conv, const NnRun *run) {
  NnWindow window;
  *conv = (Conv){.run = run};
  if (!nn_window_of(run->attributes, &run->input_shapes[0], &window, run->error)) return false;
  conv_layout(conv, &window, nn_last(&run->output_shape), run->attributes->integer[1]);
  const int64_t size = (nn_shape_size(&run->output_shape, 1) + 15) / 16 * 16;
  float *scratch = run->scratch;
  conv->dy = scratch;
  conv->rows = scratch + size;
  conv->partial = conv->rows + conv->samples.blocks * conv->rows_elements;
  return true;
}

/* The rows of `count` samples from `first` for one group: laid out, or the input itself. `stride` is their length. */
static const float *rows_of(const Conv *conv, int64_t block, int64_t first, int64_t count, int64_t group,
                            int64_t *stride) {
  const NnWindow *w = &conv->window;
  const int64_t sample = w->in[0] * w->in[1] * w->channels, places = w->out[0] * w->out[1];
  const float *x = (const float *)conv->run->inputs[0] + first * sample;
  if (is_plain(w)) {
    *stride = w->channels;
    return x + group * conv->depth;
  }
  float *rows = conv->rows + block * conv->rows_elements;
  for (int64_t i = 0; i < count; i++)
    gather_rows(w, x + i * sample, group * conv->depth, conv->depth, rows + i * places * conv->taps);
  *stride = conv->taps;
  return rows;
}

static void forward_block(void *context, int64_t block, int thread) {
  const Conv *conv = context;
  const NnRun *run = conv->run;
  const int64_t places = conv->window.out[0] * conv->window.out[1], filters = conv->filters;
  const int64_t each = filters / conv->groups, first = block * conv->samples.each;
  int64_t last = first + conv->samples.each;
  if (last > conv->window.batch) last = conv->window.batch;
  const float *kernel = run->inputs[1], *bias = run->count > 2 ? run->inputs[2] : NULL;
  for (int64_t at = first; at < last; at += conv->at_once) {
    const int64_t count = last - at < conv->at_once ? last - at : conv->at_once;
    float *y = (float *)run->output + at * places * filters;
    for (int64_t group = 0; group < conv->groups; group++) {
      int64_t stride;
      const float *rows = rows_of(conv, block, at, count, group, &stride);
      blas_sgemm(false, false, count * places, each, conv->taps, 1, rows, stride, kernel + group * each, filters, 0,
                 y + group * each, filters);
    }
    kernels()->bias_activation((KernelActivation)run->attributes->integer[2], y, bias, y, count * places, filters,
                               filters);
  }
}

static bool conv_forward_fast(NnRun *run) {
  Conv conv;
  if (!conv_prepare(&conv, run)) return false;
  pool_run(conv.samples.blocks, forward_block, &conv);
  return true;
}

static void backward_block(void *context, int64_t block, int thread) {
  const Conv *conv = context;
  const NnRun *run = conv->run;
  const NnWindow *w = &conv->window;
  const int64_t places = w->out[0] * w->out[1], filters = conv->filters, each = filters / conv->groups;
  const int64_t sample = w->in[0] * w->in[1] * w->channels, first = block * conv->samples.each;
  int64_t last = first + conv->samples.each;
  if (last > w->batch) last = w->batch;
  const float *kernel = run->inputs[1];
  float *dx = run->input_gradients[0], *partial = conv->partial + block * conv->kernel_elements;
  float *dy = (float *)conv->dy + first * places * filters;
  kernels()->activation_backward((KernelActivation)run->attributes->integer[2],
                                 (const float *)run->output + first * places * filters,
                                 (const float *)run->gradient + first * places * filters, dy,
                                 (last - first) * places * filters);
  if (run->count > 2 && run->input_gradients[2])
    kernels()->column_sums(dy, (last - first) * places, filters, filters, partial + conv->taps * filters, 0);
  if (dx && !run->accumulate[0]) memset(dx + first * sample, 0, (size_t)((last - first) * sample) * sizeof *dx);
  for (int64_t at = first; at < last; at += conv->at_once) {
    const int64_t count = last - at < conv->at_once ? last - at : conv->at_once, rows = count * places;
    const float *from = conv->dy + at * places * filters;
    for (int64_t group = 0; group < conv->groups; group++) {
      if (run->input_gradients[1]) {
        int64_t stride;
        const float *laid = rows_of(conv, block, at, count, group, &stride);
        blas_sgemm(true, false, conv->taps, each, rows, 1, laid, stride, from + group * each, filters, at > first,
                   partial + group * each, filters);
      }
      if (!dx) continue;
      if (is_plain(w)) {
        blas_sgemm(false, true, rows, conv->taps, each, 1, from + group * each, filters, kernel + group * each, filters,
                   1, dx + at * sample + group * conv->depth, w->channels);
        continue;
      }
      float *back = conv->rows + block * conv->rows_elements;
      blas_sgemm(false, true, rows, conv->taps, each, 1, from + group * each, filters, kernel + group * each, filters,
                 0, back, conv->taps);
      for (int64_t i = 0; i < count; i++)
        scatter_rows(w, back + i * places * conv->taps, group * conv->depth, conv->depth, dx + (at + i) * sample);
    }
  }
}

/* The sum of the blocks' partial gradients, piece by piece of the kernel. */
enum { SUM_PIECE = 2048 };
typedef struct PartialSum {
  const float *partial;
  float *to;
  int64_t elements, stride, blocks;
  bool accumulate;
} PartialSum;

static void sum_piece(void *context, int64_t piece, int thread) {
  const PartialSum *sum = context;
  const int64_t first = piece * SUM_PIECE, left = sum->elements - first, n = left < SUM_PIECE ? left : SUM_PIECE;
  float *to = sum->to + first;
  if (sum->accumulate) kernels()->add(to, sum->partial + first, to, n);
  else memcpy(to, sum->partial + first, (size_t)n * sizeof *to);
  for (int64_t b = 1; b < sum->blocks; b++) kernels()->add(to, sum->partial + b * sum->stride + first, to, n);
}

static void sum_partials(const float *partial, int64_t elements, int64_t stride, int64_t blocks, bool accumulate,
                         float *to) {
  PartialSum sum = {partial, to, elements, stride, blocks, accumulate};
  pool_run((elements + SUM_PIECE - 1) / SUM_PIECE, sum_piece, &sum);
}

static bool conv_backward_fast(NnRun *run) {
  Conv conv;
  if (!conv_prepare(&conv, run)) return false;
  pool_run(conv.samples.blocks, backward_block, &conv);
  if (run->input_gradients[1])
    sum_partials(conv.partial, conv.taps * conv.filters, conv.kernel_elements, conv.samples.blocks, run->accumulate[1],
                 run->input_gradients[1]);
  if (run->count > 2 && run->input_gradients[2])
    sum_partials(conv.partial + conv.taps * conv.filters, conv.filters, conv.kernel_elements, conv.samples.blocks,
                 run->accumulate[2], run->input_gradients[2]);
  return true;
}

/* ---- Depthwise ---- */

typedef struct Depthwise {
  const NnRun *run;
  NnWindow window;
  NnSamples samples;
  float *partial;
  int64_t kernel_elements;
} Depthwise;

static int64_t depthwise_scratch(const NnTensor *node, int64_t batch) {
  NnWindow like = {.batch = node->shape.dims[0] < 0 ? -node->shape.dims[0] * batch : node->shape.dims[0]};
  return nn_window_samples(&like).blocks * ((nn_shape_size(&node->inputs[1]->shape, 1) + 15) / 16 * 16);
}

static bool depthwise_prepare(Depthwise *depthwise, const NnRun *run) {
  *depthwise = (Depthwise){.run = run, .partial = run->scratch};
  if (!nn_window_of(run->attributes, &run->input_shapes[0], &depthwise->window, run->error)) return false;
  depthwise->samples = nn_window_samples(&depthwise->window);
  depthwise->kernel_elements = (nn_shape_size(&run->input_shapes[1], 1) + 15) / 16 * 16;
  return true;
}

static void depthwise_block(void *context, int64_t block, int thread) {
  const Depthwise *d = context;
  const int64_t first = block * d->samples.each, last = first + d->samples.each;
  depthwise_samples_float(d->run, &d->window, first, last < d->window.batch ? last : d->window.batch);
}

static bool depthwise_forward_fast(NnRun *run) {
  Depthwise depthwise;
  if (!depthwise_prepare(&depthwise, run)) return false;
  pool_run(depthwise.samples.blocks, depthwise_block, &depthwise);
  return true;
}

static void depthwise_backward_block(void *context, int64_t block, int thread) {
  const Depthwise *d = context;
  const int64_t first = block * d->samples.each, last = first + d->samples.each;
  float *dk = d->run->input_gradients[1] ? d->partial + block * d->kernel_elements : NULL;
  if (dk) memset(dk, 0, (size_t)d->kernel_elements * sizeof *dk);
  depthwise_gradients_float(d->run, &d->window, first, last < d->window.batch ? last : d->window.batch, dk);
}

static bool depthwise_backward_fast(NnRun *run) {
  Depthwise depthwise;
  if (!depthwise_prepare(&depthwise, run)) return false;
  pool_run(depthwise.samples.blocks, depthwise_backward_block, &depthwise);
  if (run->input_gradients[1])
    sum_partials(depthwise.partial, nn_shape_size(&run->input_shapes[1], 1), depthwise.kernel_elements,
                 depthwise.samples.blocks, run->accumulate[1], run->input_gradients[1]);
  return true;
}

/* ---- Transposed: forward is a convolution's gradient with respect to its input, backward is a convolution ---- */

typedef struct Transposed {
  const NnRun *run;
  NnWindow window;
  NnSamples samples;
  int64_t filters, taps; /* taps: KH * KW * filters */
  int64_t rows_elements, kernel_elements;
  float *rows, *partial;
} Transposed;

static void transposed_layout(Transposed *t, const NnWindow *window, int64_t filters) {
  t->window = *window;
  t->samples = nn_window_samples(window);
  t->filters = filters;
  t->taps = window->kernel[0] * window->kernel[1] * filters;
  t->rows_elements = (window->out[0] * window->out[1] * t->taps + 15) / 16 * 16;
  t->kernel_elements = (t->taps * window->channels + 15) / 16 * 16;
}

static int64_t transposed_scratch(const NnTensor *node, int64_t batch) {
  NnShape input = node->inputs[0]->shape;
  if (input.dims[0] < 0) input.dims[0] *= -batch;
  NnWindow window;
  Error ignored = {0};
  if (!nn_window_transposed(&node->attributes, &input, &window, &ignored)) return 0;
  Transposed t;
  transposed_layout(&t, &window, nn_last(&node->shape));
  return t.samples.blocks * (t.rows_elements + t.kernel_elements);
}

static bool transposed_prepare(Transposed *t, const NnRun *run) {
  NnWindow window;
  *t = (Transposed){.run = run};
  if (!nn_window_transposed(run->attributes, &run->input_shapes[0], &window, run->error)) return false;
  transposed_layout(t, &window, nn_last(&run->output_shape));
  t->rows = run->scratch;
  t->partial = t->rows + t->samples.blocks * t->rows_elements;
  return true;
}

/* The window as the larger side sees it, with the filters as its channels. */
static NnWindow larger_side(const Transposed *t) {
  NnWindow w = t->window;
  w.channels = t->filters;
  return w;
}

static void transposed_forward_block(void *context, int64_t block, int thread) {
  const Transposed *t = context;
  const NnWindow w = larger_side(t);
  const int64_t places = w.out[0] * w.out[1], channels = t->window.channels, sample = w.in[0] * w.in[1] * t->filters;
  float *rows = t->rows + block * t->rows_elements;
  const int64_t first = block * t->samples.each;
  for (int64_t b = first; b < first + t->samples.each && b < w.batch; b++) {
    float *y = (float *)t->run->output + b * sample;
    blas_sgemm(false, true, places, t->taps, channels, 1, (const float *)t->run->inputs[0] + b * places * channels,
               channels, t->run->inputs[1], channels, 0, rows, t->taps);
    memset(y, 0, (size_t)sample * sizeof *y);
    scatter_rows(&w, rows, 0, t->filters, y);
  }
}

static bool transposed_forward_fast(NnRun *run) {
  Transposed t;
  if (!transposed_prepare(&t, run)) return false;
  pool_run(t.samples.blocks, transposed_forward_block, &t);
  return true;
}

static void transposed_backward_block(void *context, int64_t block, int thread) {
  const Transposed *t = context;
  const NnRun *run = t->run;
  const NnWindow w = larger_side(t);
  const int64_t places = w.out[0] * w.out[1], channels = t->window.channels, sample = w.in[0] * w.in[1] * t->filters;
  float *rows = t->rows + block * t->rows_elements, *partial = t->partial + block * t->kernel_elements;
  const int64_t first = block * t->samples.each;
  for (int64_t b = first; b < first + t->samples.each && b < w.batch; b++) {
    gather_rows(&w, (const float *)run->gradient + b * sample, 0, t->filters, rows);
    if (run->input_gradients[0])
      blas_sgemm(false, false, places, channels, t->taps, 1, rows, t->taps, run->inputs[1], channels,
                 run->accumulate[0], (float *)run->input_gradients[0] + b * places * channels, channels);
    if (run->input_gradients[1])
      blas_sgemm(true, false, t->taps, channels, places, 1, rows, t->taps,
                 (const float *)run->inputs[0] + b * places * channels, channels, b > first, partial, channels);
  }
}

static bool transposed_backward_fast(NnRun *run) {
  Transposed t;
  if (!transposed_prepare(&t, run)) return false;
  pool_run(t.samples.blocks, transposed_backward_block, &t);
  if (run->input_gradients[1])
    sum_partials(t.partial, t.taps * t.window.channels, t.kernel_elements, t.samples.blocks, run->accumulate[1],
                 run->input_gradients[1]);
  return true;
}

const NnOp nn_conv_ops[] = {
    {.name = "conv", .formula = "y[b, o, f] = act(sum over kernel places p and channels c of x[b, s o + d p, c] k[p, c, f])",
     .input_count = 2, .shape = shape_conv, .needs = NN_NEEDS_INPUTS | NN_NEEDS_OUTPUT,
     .forward = {conv_forward_float, conv_forward_double}, .backward = {conv_backward_float, conv_backward_double},
     .fast_forward = conv_forward_fast, .fast_backward = conv_backward_fast, .scratch_size = conv_scratch},
    {.name = "depthwise_conv", .formula = "y[b, o, c M + m] = sum over p of x[b, s o + d p, c] k[p, c, m]",
     .input_count = 2, .shape = shape_depthwise, .needs = NN_NEEDS_INPUTS,
     .forward = {depthwise_forward_float, depthwise_forward_double},
     .backward = {depthwise_backward_float, depthwise_backward_double}, .fast_forward = depthwise_forward_fast,
     .fast_backward = depthwise_backward_fast, .scratch_size = depthwise_scratch},
    {.name = "conv_transpose", .formula = "conv's gradient with respect to its input; Dumoulin and Visin 2016",
     .input_count = 2, .shape = shape_transposed, .needs = NN_NEEDS_INPUTS,
     .forward = {transposed_forward_float, transposed_forward_double},
     .backward = {transposed_backward_float, transposed_backward_double}, .fast_forward = transposed_forward_fast,
     .fast_backward = transposed_backward_fast, .scratch_size = transposed_scratch},
    {.name = NULL},
};
