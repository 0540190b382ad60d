/* SimpleRNN, LSTM and GRU over whole sequences. Sources: keras/src/layers/rnn/simple_rnn.py, lstm.py, gru.py.
 *
 *   SimpleRNN  h' = a(x W + h R + b)
 *   LSTM       i f g o: gates of z = x W + h R + b;   c' = f c + i g;   h' = o a(c')
 *   GRU        u r of x W + h R + b;   v = a(x W + b + r (h R + b')), or a(x W + (r h) R + b);   h' = u h + (1 - u) v
 *
 * Samples do not meet, so a block of them runs through all steps by itself; only the weights' gradients need all. */
#include "engine/nn/op_recurrent.h"

#include <math.h>
#include <string.h>

#include "engine/compute/blas.h"
#include "engine/compute/kernels.h"
#include "engine/compute/kernels_plain.h"
#include "engine/compute/pool.h"
#include "engine/nn/op_samples.h"
#include "engine/nn/op_table.h"
#include "engine/nn/seed.h"

typedef enum Gate {
  GATE_LINEAR = KERNEL_LINEAR, GATE_RELU = KERNEL_RELU, GATE_SIGMOID = KERNEL_SIGMOID, GATE_TANH = KERNEL_TANH,
  GATE_HARD_SIGMOID, GATE_ELU, GATE_SELU, GATE_SOFTPLUS, GATE_SOFTSIGN, GATE_EXP, GATE_LEAKY_RELU
} Gate;

int nn_gate_named(const char *name) {
  static const char *const names[] = {
      [GATE_LINEAR] = "linear", [GATE_RELU] = "relu", [GATE_SIGMOID] = "sigmoid", [GATE_TANH] = "tanh",
      [GATE_HARD_SIGMOID] = "hard_sigmoid", [GATE_ELU] = "elu", [GATE_SELU] = "selu", [GATE_SOFTPLUS] = "softplus",
      [GATE_SOFTSIGN] = "softsign", [GATE_EXP] = "exponential", [GATE_LEAKY_RELU] = "leaky_relu"};
  for (int i = 0; i < (int)(sizeof names / sizeof *names); i++)
    if (strcmp(names[i], name) == 0) return i;
  return -1;
}

static int64_t gates_of(int64_t kind) { return kind == NN_SIMPLE_RNN ? 1 : kind == NN_LSTM ? 4 : 3; }

/* The sizes of a run and where its parts lie in the scratch:
 *   z       [B,T,G U]  the gates' values; backward turns them into dz
 *   aux     [B,T,U]    LSTM: a(c); GRU: h R + b' of its third gate, or r h; backward: the gradient there
 *   c       [B,T,U]    LSTM: the cells
 *   before  [B,T,U]    backward: h of the step before
 *   work    [B,4 U]    one step's numbers
 *   drop    [B,G U]    what is kept of the states */
typedef struct Sequence {
  NnRecurrent kind;
  Gate activation, recurrent_activation;
  int64_t batch, steps, features, units, gates, width, state_width;
  int state, mask; /* inputs, 0: none */
  double rate;
  int64_t z, aux, c, before, work, drop;
} Sequence;

static Sequence sequence_of(const NnRun *run) {
  const NnAttributes *attributes = run->attributes;
  const NnShape *x = &run->input_shapes[0];
  Sequence q = {.kind = (NnRecurrent)attributes->integer[0],
                .activation = (Gate)(attributes->integer[2] % 256),
                .recurrent_activation = (Gate)(attributes->integer[2] / 256),
                .batch = x->dims[0],
                .steps = x->dims[1],
                .features = x->dims[2],
                .units = run->input_shapes[2].dims[0],
                .gates = gates_of(attributes->integer[0]),
                .rate = attributes->real[1] != 0 ? attributes->real[0] : 0};
  q.width = attributes->integer[3] ? 2 * q.units : q.units;
  q.state_width = q.kind == NN_LSTM ? 2 * q.units : q.units;
  const bool masked = run->count > 4 && run->input_shapes[4].rank == 2 && attributes->shape.rank == 1;
  q.mask = masked ? 4 : 0;
  q.state = run->count > (masked ? 5 : 4) ? run->count - 1 : 0;
  const int64_t one = q.batch * q.steps * q.units;
  q.aux = q.gates * one;
  q.c = q.aux + one;
  q.before = q.c + one;
  q.work = q.before + one;
  q.drop = q.work + 4 * q.batch * q.units;
  return q;
}

static int64_t recurrent_scratch(const NnTensor *node, int64_t batch) {
  const int64_t units = node->inputs[2]->shape.dims[0], gates = gates_of(node->attributes.integer[0]);
  const int64_t rows = nn_shape_size(&node->inputs[0]->shape, batch) / node->inputs[0]->shape.dims[2];
  const int64_t samples = rows / (node->inputs[0]->shape.dims[1] > 0 ? node->inputs[0]->shape.dims[1] : 1);
  return rows * (gates + 3) * units + samples * (gates + 4) * units;
}

/* Inverted dropout of a state: 0, or what keeps the mean. */
static double dropped(const NnRun *run, double rate, int64_t place) {
  uint32_t words[4];
  nn_random_words(run->seed, run->step ^ (uint64_t)run->node << 40, (uint64_t)place / 4, words);
  return nn_random_unit(words[place % 4]) >= rate && rate < 1 ? 1 / (1 - rate) : 0;
}

#include "engine/nn/real_float.h"
#define WHOLE_GEMM blas_sgemm_parallel
#include "engine/nn/op_recurrent.inc"
#undef WHOLE_GEMM
#include "engine/nn/real_double.h"
#define WHOLE_GEMM blas_dgemm_parallel
#include "engine/nn/op_recurrent.inc"
#undef WHOLE_GEMM

/* Samples in a block: products of so many rows are worth their call. */
enum { BLOCK_SAMPLES = 16 };

typedef struct Job {
  const NnRun *run;
  NnSampleWork work;
  int64_t batch;
} Job;

static void block_of(void *context, int64_t block, int thread) {
  const Job *job = context;
  const int64_t first = block * BLOCK_SAMPLES, last = first + BLOCK_SAMPLES;
  job->work(job->run, first, last < job->batch ? last : job->batch);
}

static void run_blocks(NnRun *run, NnSampleWork work) {
  Job job = {run, work, run->input_shapes[0].dims[0]};
  pool_run((job.batch + BLOCK_SAMPLES - 1) / BLOCK_SAMPLES, block_of, &job);
}

static bool recurrent_forward_fast(NnRun *run) {
  run_blocks(run, recurrent_samples_float);
  return true;
}
static bool recurrent_backward_fast(NnRun *run) {
  run_blocks(run, recurrent_gradients_float);
  recurrent_weights_float(run);
  return true;
}

static bool shape_recurrent(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                            Error *error) {
  const NnShape *x = &inputs[0]->shape, *w = &inputs[1]->shape, *r = &inputs[2]->shape;
  const int64_t gates = gates_of(attributes->integer[0]);
  if (x->rank != 3 || w->rank != 2 || r->rank != 2 || x->dims[2] != w->dims[0] || w->dims[1] != r->dims[1] ||
      r->dims[1] != gates * r->dims[0])
    return core_fail(error, ERROR_VALUE, "%s: the weights do not fit the sequences", op->name);
  *shape = *x;
  shape->dims[2] = r->dims[0] * (attributes->integer[3] ? 2 : 1);
  return true;
}

#define ROW(text, count, without)                                                                                    \
  {.name = text, .formula = "a recurrent layer over whole sequences", .input_count = count, .shape = shape_recurrent, \
   .needs = NN_NEEDS_INPUTS | NN_NEEDS_OUTPUT, .no_gradient = without, .scratch_size = recurrent_scratch,            \
   .forward = {recurrent_forward_float, recurrent_forward_double},                                                   \
   .backward = {recurrent_backward_float, recurrent_backward_double}, .fast_forward = recurrent_forward_fast,        \
   .fast_backward = recurrent_backward_fast}

const NnOp nn_recurrent_ops[] = {
    ROW("recurrent", 4, 0),
    ROW("recurrent_from", 5, 0),
    ROW("recurrent_masked", 5, 1 << 4),
    ROW("recurrent_masked_from", 6, 1 << 4),
    {.name = NULL},
};
