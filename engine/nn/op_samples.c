#include "engine/nn/op_samples.h"

#include "engine/compute/pool.h"

/* Numbers in a block: enough to be worth a turn of the pool, few enough for the nearest caches. */
enum { BLOCK_NUMBERS = 32768 };

typedef struct Job {
  const NnRun *run;
  NnSampleWork work;
  int64_t batch, each;
} Job;

static void block_of(void *context, int64_t block, int thread) {
  const Job *job = context;
  const int64_t first = block * job->each, last = first + job->each;
  job->work(job->run, first, last < job->batch ? last : job->batch);
}

static int64_t batch_of(const NnRun *run) { return run->output_shape.rank > 0 ? run->output_shape.dims[0] : 1; }

bool nn_all_samples(NnRun *run, NnSampleWork work) {
  work(run, 0, batch_of(run));
  return true;
}

bool nn_pool_samples(NnRun *run, NnSampleWork work) {
  Job job = {run, work, batch_of(run), 1};
  if (job.batch <= 0) return true;
  int64_t numbers = nn_shape_size(&run->output_shape, 1) / job.batch;
  const int64_t read = nn_shape_size(&run->input_shapes[0], 1) / job.batch;
  if (read > numbers) numbers = read;
  if (numbers < BLOCK_NUMBERS) job.each = BLOCK_NUMBERS / (numbers > 0 ? numbers : 1);
  pool_run((job.batch + job.each - 1) / job.each, block_of, &job);
  return true;
}

typedef struct Elements {
  const NnRun *run;
  NnKernel kernel;
  int inputs;
  int64_t n;
} Elements;

static const float *from(const void *numbers, int64_t at) {
  return numbers != NULL ? (const float *)numbers + at : NULL;
}

static void elements_of(void *context, int64_t block, int thread) {
  const Elements *job = context;
  const int64_t first = block * BLOCK_NUMBERS, left = job->n - first;
  const NnShape vector = {.rank = 1, .dims = {left < BLOCK_NUMBERS ? left : BLOCK_NUMBERS}};
  NnRun part = *job->run;
  part.output_shape = vector;
  part.output = (float *)from(part.output, first);
  part.gradient = from(part.gradient, first);
  for (int i = 0; i < job->inputs; i++) {
    part.input_shapes[i] = vector;
    part.inputs[i] = from(part.inputs[i], first);
    part.input_gradients[i] = (float *)from(part.input_gradients[i], first);
  }
  job->kernel(&part);
}

bool nn_pool_elements(NnRun *run, NnKernel kernel, int inputs) {
  Elements job = {run, kernel, inputs, nn_shape_size(&run->output_shape, 1)};
  if (job.n <= 2 * BLOCK_NUMBERS) return kernel(run);
  pool_run((job.n + BLOCK_NUMBERS - 1) / BLOCK_NUMBERS, elements_of, &job);
  return true;
}
