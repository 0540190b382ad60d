/* Normalizations: batch_norm and layer_norm. Sources: keras/src/layers/normalization/batch_normalization.py (moving =
 * moving
 * * momentum + batch * (1 - momentum), the biased variance) and layer_normalization.py. */
#include <math.h>
#include <string.h>

#include "engine/compute/pool.h"
#include "engine/nn/op_table.h"

#include "engine/nn/real_float.h"
#include "engine/nn/op_norm.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_norm.inc"

static bool shape_batch_norm(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                             Error *error) {
  const NnShape *x = &inputs[0]->shape;
  const int64_t axis = attributes->integer[0];
  if (axis < 1 || axis >= x->rank) return core_fail(error, ERROR_VALUE, "batch_norm: axis %lld of rank %d", (long long)axis, x->rank);
  for (int i = 1; i < 5; i++)
    if (inputs[i]->shape.rank != 1 || inputs[i]->shape.dims[0] != x->dims[axis])
      return core_fail(error, ERROR_VALUE, "batch_norm: parameters for %lld channels", (long long)x->dims[axis]);
  *shape = *x;
  return true;
}

static bool shape_layer_norm(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                             Error *error) {
  const NnShape *x = &inputs[0]->shape;
  int64_t length = 1;
  for (int i = (int)attributes->integer[0]; i < x->rank; i++) length *= x->dims[i];
  if (attributes->integer[0] < 1 || attributes->integer[0] >= x->rank ||
      nn_shape_size(&inputs[1]->shape, 1) != length || nn_shape_size(&inputs[2]->shape, 1) != length)
    return core_fail(error, ERROR_VALUE, "layer_norm: parameters do not fit the axes from %lld on",
                     (long long)attributes->integer[0]);
  *shape = *x;
  return true;
}

static bool shape_rms_norm(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                           Error *error) {
  *shape = inputs[0]->shape;
  return shape->rank > 0 || core_fail(error, ERROR_VALUE, "rms_norm works along the last axis");
}

static bool shape_unit_norm(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                            Error *error) {
  *shape = inputs[0]->shape;
  return (attributes->integer[0] >= 1 && attributes->integer[0] < shape->rank) ||
         core_fail(error, ERROR_VALUE, "unit_norm: axis %lld of rank %d", (long long)attributes->integer[0], shape->rank);
}

/* ---- batch_norm in blocks, float32 with the channels last ----
 *
 * Rows are divided into blocks by the shape alone; each block adds up its own sums, and these are added in order.
 * Within a block runs of RUN rows are summed in float, and the runs in double. */
enum { RUN = 32, CHANNELS = 64, MOST_BLOCKS = 64, ROW_NUMBERS = 32768 };

static int64_t rows_in_block(int64_t rows, int64_t channels) {
  const int64_t least = (rows + MOST_BLOCKS - 1) / MOST_BLOCKS,
                wanted = ROW_NUMBERS / (channels > 0 ? channels : 1) + 1;
  return least > wanted ? least : wanted;
}

typedef struct BatchNorm {
  const NnRun *run;
  int64_t rows, channels, each, blocks;
  float *mean, *inverse;
  double *sums, *products; /* of all blocks; a block's own lie behind, blocks of 2 C */
  double *parts;
  int pass; /* forward 0: x; 1: (x - m)^2; 2: y. backward 3: dy and dy n; 4: dx */
} BatchNorm;

static BatchNorm batch_norm_of(const NnRun *run) {
  BatchNorm b = {.run = run, .channels = nn_last(&run->output_shape), .rows = nn_rows_of(&run->output_shape)};
  b.each = rows_in_block(b.rows, b.channels);
  b.blocks = (b.rows + b.each - 1) / b.each;
  b.mean = run->scratch;
  b.inverse = b.mean + b.channels;
  b.sums = (double *)(void *)(b.inverse + b.channels);
  b.products = b.sums + b.channels;
  b.parts = b.products + b.channels;
  return b;
}

/* Sums over the block's rows for up to CHANNELS channels from `at`. */
static void sum_rows(const BatchNorm *b, int64_t first, int64_t last, int64_t at, double *sums, double *products) {
  const int64_t n = b->channels - at < CHANNELS ? b->channels - at : CHANNELS;
  const float *x = (const float *)b->run->inputs[0] + at, *dy = b->run->gradient;
  const float *mean = b->mean + at, *inverse = b->inverse + at;
  for (int64_t c = 0; c < n; c++) sums[c] = products[c] = 0;
  for (int64_t r = first; r < last; r += RUN) {
    float sum[CHANNELS] = {0}, product[CHANNELS] = {0};
    for (int64_t i = r; i < last && i < r + RUN; i++) {
      const float *row = x + i * b->channels;
      if (b->pass == 0) {
        for (int64_t c = 0; c < n; c++) sum[c] += row[c];
      } else if (b->pass == 1) {
        for (int64_t c = 0; c < n; c++) sum[c] += (row[c] - mean[c]) * (row[c] - mean[c]);
      } else {
        const float *d = dy + i * b->channels + at;
        for (int64_t c = 0; c < n; c++) {
          sum[c] += d[c];
          product[c] += d[c] * ((row[c] - mean[c]) * inverse[c]);
        }
      }
    }
    for (int64_t c = 0; c < n; c++) {
      sums[c] += (double)sum[c];
      products[c] += (double)product[c];
    }
  }
}

static void batch_norm_block(void *context, int64_t block, int thread) {
  const BatchNorm *b = context;
  const int64_t first = block * b->each, last = first + b->each < b->rows ? first + b->each : b->rows, n = b->channels;
  if (b->pass != 2 && b->pass != 4) {
    double *sums = b->parts + block * 2 * n;
    for (int64_t at = 0; at < n; at += CHANNELS) sum_rows(b, first, last, at, sums + at, sums + n + at);
    return;
  }
  const float *x = b->run->inputs[0], *gamma = b->run->inputs[1], *beta = b->run->inputs[2], *dy = b->run->gradient;
  float *y = b->run->output, *dx = b->run->input_gradients[0];
  for (int64_t at = 0; at < n; at += CHANNELS) {
    const int64_t width = n - at < CHANNELS ? n - at : CHANNELS;
    float factor[CHANNELS], mean[CHANNELS], inverse[CHANNELS], sum[CHANNELS], product[CHANNELS];
    for (int64_t c = 0; c < width; c++) {
      mean[c] = b->mean[at + c];
      inverse[c] = b->inverse[at + c];
      factor[c] = inverse[c] * gamma[at + c];
      sum[c] = b->pass == 4 ? (float)b->sums[at + c] : beta[at + c];
      product[c] = b->pass == 4 ? (float)b->products[at + c] : 0;
    }
    for (int64_t i = first; i < last; i++) {
      const int64_t row = i * n + at;
      if (b->pass == 2) {
        for (int64_t c = 0; c < width; c++) y[row + c] = (x[row + c] - mean[c]) * factor[c] + sum[c];
        continue;
      }
      const bool add = b->run->accumulate[0];
      for (int64_t c = 0; c < width; c++) {
        const float d = factor[c] * (dy[row + c] - sum[c] - (x[row + c] - mean[c]) * inverse[c] * product[c]);
        dx[row + c] = (add ? dx[row + c] : 0) + d;
      }
    }
  }
}

static void batch_norm_pass(BatchNorm *b, int pass) {
  const int64_t n = b->channels;
  b->pass = pass;
  pool_run(b->blocks, batch_norm_block, b);
  if (pass == 2 || pass == 4) return;
  memcpy(b->sums, b->parts, (size_t)(2 * n) * sizeof *b->sums);
  for (int64_t block = 1; block < b->blocks; block++)
    for (int64_t c = 0; c < 2 * n; c++) b->sums[c] += b->parts[block * 2 * n + c];
}

static bool channels_last(const NnRun *run) {
  return run->attributes->integer[0] == run->output_shape.rank - 1 && nn_shape_size(&run->output_shape, 1) > 0;
}

static bool batch_norm_forward_fast(NnRun *run) {
  if (!channels_last(run)) return batch_norm_forward_float(run);
  BatchNorm b = batch_norm_of(run);
  float *moving_mean = (float *)run->inputs[3], *moving_variance = (float *)run->inputs[4];
  const float epsilon = (float)run->attributes->real[1], momentum = (float)run->attributes->real[0];
  const bool training = run->attributes->integer[1] > 0;
  if (training) {
    batch_norm_pass(&b, 0);
    for (int64_t c = 0; c < b.channels; c++) b.mean[c] = (float)(b.sums[c] / (double)b.rows);
    batch_norm_pass(&b, 1);
  }
  for (int64_t c = 0; c < b.channels; c++) {
    const float variance = training ? (float)(b.sums[c] / (double)b.rows) : moving_variance[c];
    if (!training) b.mean[c] = moving_mean[c];
    b.inverse[c] = 1 / sqrtf(variance + epsilon);
    if (!training) continue;
    moving_mean[c] = moving_mean[c] * momentum + b.mean[c] * (1 - momentum);
    moving_variance[c] = moving_variance[c] * momentum + variance * (1 - momentum);
  }
  batch_norm_pass(&b, 2);
  return true;
}

static bool batch_norm_backward_fast(NnRun *run) {
  if (!channels_last(run)) return batch_norm_backward_float(run);
  BatchNorm b = batch_norm_of(run);
  const bool training = run->attributes->integer[1] > 0;
  float *dgamma = run->input_gradients[1], *dbeta = run->input_gradients[2];
  batch_norm_pass(&b, 3);
  for (int64_t c = 0; c < b.channels; c++) {
    if (dgamma) dgamma[c] = (run->accumulate[1] ? dgamma[c] : 0) + (float)b.products[c];
    if (dbeta) dbeta[c] = (run->accumulate[2] ? dbeta[c] : 0) + (float)b.sums[c];
    b.sums[c] = training ? b.sums[c] / (double)b.rows : 0;
    b.products[c] = training ? b.products[c] / (double)b.rows : 0;
  }
  if (run->input_gradients[0] != NULL) batch_norm_pass(&b, 4);
  return true;
}

/* Means, inverse deviations, two sums in double (which take up to two places each), and two of each block. */
static int64_t batch_norm_scratch(const NnTensor *node, int64_t batch) {
  const int64_t channels = node->shape.dims[node->attributes.integer[0]];
  const int64_t rows = nn_shape_size(&node->shape, batch) / (channels > 0 ? channels : 1),
                each = rows_in_block(rows, channels);
  const int64_t blocks = (rows + each - 1) / each;
  return channels * (6 + 4 * (blocks < MOST_BLOCKS ? blocks + 1 : MOST_BLOCKS));
}
static int64_t layer_norm_scratch(const NnTensor *node, int64_t batch) {
  return 2 * nn_shape_size(&node->shape, batch);
}

const NnOp nn_norm_ops[] = {
    {.name = "batch_norm", .formula = "y = gamma (x - m) / sqrt(v + r1) + beta; Ioffe and Szegedy 2015. A step of "
                                      "training also moves inputs 3 and 4, which must be variables",
     .input_count = 5, .shape = shape_batch_norm, .needs = NN_NEEDS_INPUTS,
     .forward = {batch_norm_forward_float, batch_norm_forward_double},
     .backward = {batch_norm_backward_float, batch_norm_backward_double}, .no_gradient = 1 << 3 | 1 << 4,
     .fast_forward = batch_norm_forward_fast, .fast_backward = batch_norm_backward_fast,
     .scratch_size = batch_norm_scratch},
    {.name = "layer_norm", .formula = "y = gamma (x - mean(x)) / sqrt(var(x) + r0) + beta; Ba et al. 2016",
     .input_count = 3, .shape = shape_layer_norm, .needs = NN_NEEDS_INPUTS,
     .forward = {layer_norm_forward_float, layer_norm_forward_double},
     .backward = {layer_norm_backward_float, layer_norm_backward_double}, .scratch_size = layer_norm_scratch},
    {.name = "unit_norm", .formula = "y = x / max(|x|, r0) along axis i0", .input_count = 1, .shape = shape_unit_norm,
     .needs = NN_NEEDS_INPUTS | NN_NEEDS_OUTPUT, .forward = {unit_norm_forward_float, unit_norm_forward_double},
     .backward = {unit_norm_backward_float, unit_norm_backward_double}},
    {.name = "rms_norm", .formula = "y = x / sqrt(mean(x^2) + r0) along the last axis; Zhang and Sennrich 2019",
     .input_count = 1, .shape = shape_rms_norm, .needs = NN_NEEDS_INPUTS | NN_NEEDS_OUTPUT,
     .forward = {rms_norm_forward_float, rms_norm_forward_double},
     .backward = {rms_norm_backward_float, rms_norm_backward_double}},
    {.name = NULL},
};
