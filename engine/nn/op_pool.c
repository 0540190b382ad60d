/* Poolings: windows that slide (max_pool, average_pool) and whole samples (mean_axes, max_axes). */
#include <string.h>

#include "engine/compute/pool.h"
#include "engine/nn/op_table.h"
#include "engine/nn/window.h"

enum { POOL_CHANNELS = 64 }; /* channels at a time, in a buffer on the stack */

#include "engine/nn/real_float.h"
#include "engine/nn/op_pool.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_pool.inc"

static bool shape_pool(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                       Error *error) {
  NnWindow window;
  if (!nn_window_of(attributes, &inputs[0]->shape, &window, error)) return false;
  *shape = nn_window_shape(&window, &inputs[0]->shape, window.channels);
  return true;
}

static bool shape_axes(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                       Error *error) {
  const NnShape *x = &inputs[0]->shape;
  if (x->rank < 3) return core_fail(error, ERROR_VALUE, "%s needs axes between the batch and the channels", op->name);
  *shape = (NnShape){.rank = 2, .dims = {x->dims[0], x->dims[x->rank - 1]}};
  return true;
}

/* Blocks of samples on the pool; their outputs and gradients do not meet. */
typedef void (*PoolSamples)(const NnRun *run, const NnWindow *window, int64_t first, int64_t last);
typedef struct PoolJob {
  const NnRun *run;
  NnWindow window;
  NnSamples samples;
  PoolSamples work;
} PoolJob;

static void pool_block(void *context, int64_t block, int thread) {
  const PoolJob *job = context;
  const int64_t first = block * job->samples.each, last = first + job->samples.each;
  job->work(job->run, &job->window, first, last < job->window.batch ? last : job->window.batch);
}

static bool run_samples(NnRun *run, PoolSamples work) {
  PoolJob job = {.run = run, .work = work};
  if (!nn_window_of(run->attributes, &run->input_shapes[0], &job.window, run->error)) return false;
  job.samples = nn_window_samples(&job.window);
  pool_run(job.samples.blocks, pool_block, &job);
  return true;
}

static bool max_pool_forward_fast(NnRun *run) { return run_samples(run, max_pool_samples_float); }
static bool max_pool_backward_fast(NnRun *run) { return run_samples(run, max_pool_gradients_float); }
static bool average_pool_forward_fast(NnRun *run) { return run_samples(run, average_pool_samples_float); }
static bool average_pool_backward_fast(NnRun *run) { return run_samples(run, average_pool_gradients_float); }

#define POOL(symbol, text, what)                                                                                    \
  {.name = #symbol, .formula = text, .input_count = 1, .shape = shape_pool, .needs = what,                          \
   .forward = {symbol##_forward_float, symbol##_forward_double},                                                    \
   .backward = {symbol##_backward_float, symbol##_backward_double}, .fast_forward = symbol##_forward_fast,          \
   .fast_backward = symbol##_backward_fast}
#define AXES(symbol, text, what)                                                                                    \
  {.name = #symbol, .formula = text, .input_count = 1, .shape = shape_axes, .needs = what,                          \
   .forward = {symbol##_forward_float, symbol##_forward_double},                                                    \
   .backward = {symbol##_backward_float, symbol##_backward_double}}

const NnOp nn_pool_ops[] = {
    POOL(max_pool, "y[b, o, c] = the largest x[b, s o + p, c] of the window's places p", NN_NEEDS_INPUTS | NN_NEEDS_OUTPUT),
    POOL(average_pool, "y[b, o, c] = the mean of x[b, s o + p, c] over the places p inside", 0),
    AXES(mean_axes, "y[b, c] = the mean of x[b, ..., c]", 0),
    AXES(max_axes, "y[b, c] = the largest x[b, ..., c]", NN_NEEDS_INPUTS | NN_NEEDS_OUTPUT),
    {.name = NULL},
};
