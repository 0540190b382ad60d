/* Dropout. Its random numbers follow from seed, step, node and element alone: the compute room's kernel draws them, and
 * the gradient is the same kernel on dy. A plan in inference leaves the op out. */
#include <math.h>
#include <string.h>

#include "engine/compute/kernels.h"
#include "engine/compute/kernels_plain.h"
#include "engine/compute/pool.h"
#include "engine/nn/initializer.h"
#include "engine/nn/op_samples.h"
#include "engine/nn/op_table.h"
#include "engine/nn/seed.h"

/* The random numbers of op `noise`, four of a block at a time. */
typedef struct Noise {
  NnNoise kind;
  double rate, deviation, scale, shift, dropped;
  uint64_t seed, stream;
  int64_t block;
  uint32_t words[4];
  double normals[4];
} Noise;

static Noise noise_start(const NnRun *run) {
  const NnAttributes *attributes = run->attributes;
  Noise noise = {.kind = (NnNoise)attributes->integer[2], .rate = attributes->real[0], .deviation = attributes->real[0],
                 .seed = run->seed, .stream = run->step ^ (uint64_t)run->node << 40, .block = -1};
  if (noise.kind == NN_NOISE_DROP) noise.scale = noise.rate < 1 ? 1 / (1 - noise.rate) : 0;
  if (noise.kind == NN_NOISE_TIMES) noise.deviation = sqrt(noise.rate / (1 - noise.rate));
  if (noise.kind == NN_NOISE_ALPHA) {
    const double alpha = -1.6732632423543772848170429916717 * 1.0507009873554804934193349852946;
    noise.scale = 1 / sqrt((1 - noise.rate) * (1 + noise.rate * alpha * alpha));
    noise.shift = -noise.scale * alpha * noise.rate;
    noise.dropped = noise.scale * alpha + noise.shift;
  }
  return noise;
}

static inline void noise_at(Noise *noise, int64_t place, double *a, double *b) {
  const bool normal = noise->kind == NN_NOISE_PLUS || noise->kind == NN_NOISE_TIMES;
  if (place / 4 != noise->block) {
    noise->block = place / 4;
    if (normal) nn_random_normals(noise->seed, noise->stream, (uint64_t)noise->block, noise->normals);
    else nn_random_words(noise->seed, noise->stream, (uint64_t)noise->block, noise->words);
  }
  const double drawn = noise->normals[place % 4] * noise->deviation;
  const bool kept = !normal && nn_random_unit(noise->words[place % 4]) >= noise->rate;
  *a = noise->kind == NN_NOISE_PLUS ? 1 : noise->kind == NN_NOISE_TIMES ? 1 + drawn : kept ? noise->scale : 0;
  *b = noise->kind == NN_NOISE_PLUS ? drawn : kept ? noise->shift : noise->dropped;
}

#include "engine/nn/real_float.h"
#include "engine/nn/op_random.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_random.inc"

static bool shape_dropout(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                          Error *error) {
  *shape = inputs[0]->shape;
  const double rate = attributes->real[0];
  if (rate >= 0 && rate <= 1) return true;
  return core_fail(error, ERROR_VALUE, "Invalid value received for argument `rate`. Expected a float value between 0 and "
                   "1. Received: rate=%g", rate);
}

NN_SAMPLE_FAST(noise)

/* dropout in blocks: a number's fate follows from its place alone, so blocks may be cut anywhere at a multiple of four.
 */
enum { DROPOUT_BLOCK = 32768 };
typedef struct DropoutJob {
  const NnRun *run;
  const float *from;
  float *to, *add_to;
  int64_t n;
} DropoutJob;

static void dropout_block(void *context, int64_t block, int thread) {
  const DropoutJob *job = context;
  const NnRun *run = job->run;
  const int64_t first = block * DROPOUT_BLOCK, left = job->n - first, n = left < DROPOUT_BLOCK ? left : DROPOUT_BLOCK;
  kernels()->dropout(job->from + first, job->to + first, n, (float)run->attributes->real[0], run->seed, run->step,
                     run->node, first);
  if (job->add_to != NULL) kernels()->add(job->add_to + first, job->to + first, job->add_to + first, n);
}

static bool dropout_blocks(const NnRun *run, const float *from, float *to, float *add_to) {
  DropoutJob job = {run, from, to, add_to, nn_shape_size(&run->output_shape, 1)};
  pool_run((job.n + DROPOUT_BLOCK - 1) / DROPOUT_BLOCK, dropout_block, &job);
  return true;
}

static bool dropout_forward_fast(NnRun *run) { return dropout_blocks(run, run->inputs[0], run->output, NULL); }
static bool dropout_backward_fast(NnRun *run) {
  float *dx = run->input_gradients[0];
  return run->accumulate[0] ? dropout_blocks(run, run->gradient, run->scratch, dx)
                            : dropout_blocks(run, run->gradient, dx, NULL);
}

static bool shape_noise(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                        Error *error) {
  *shape = inputs[0]->shape;
  const NnShape *noise = &attributes->shape;
  bool good = shape->rank >= 1 && (noise->rank == 0 || noise->rank == shape->rank);
  for (int i = 0; good && i < noise->rank; i++)
    good = noise->dims[i] == 1 || noise->dims[i] < 0 || shape->dims[i] < 0 || noise->dims[i] == shape->dims[i];
  if (good) return true;
  char text[128], own[128];
  nn_shape_text(noise, text, sizeof text);
  nn_shape_text(shape, own, sizeof own);
  return core_fail(error, ERROR_VALUE, "Incompatible shapes: noise of shape %s for a tensor of shape %s", text, own);
}

/* Where the gradient is added to another, it is drawn here first. */
static int64_t dropout_scratch(const NnTensor *node, int64_t batch) {
  return nn_shape_size(&node->shape, batch);
}

const NnOp nn_random_ops[] = {
    {.name = "dropout",
     .formula = "y = x kept / (1 - r0); Srivastava et al. 2014",
     .input_count = 1,
     .shape = shape_dropout,
     .scratch_size = dropout_scratch,
     .forward = {dropout_forward_float, dropout_forward_double},
     .backward = {dropout_backward_float, dropout_backward_double},
     .fast_forward = dropout_forward_fast,
     .fast_backward = dropout_backward_fast},
    {.name = "noise",
     .formula = "y = a x + b, a and b random; Tompson et al. 2014, Klambauer et al. 2017",
     .input_count = 1,
     .shape = shape_noise,
     NN_SAMPLE_FORMS(noise)},
    {.name = NULL},
};
