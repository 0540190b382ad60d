/* A plan runs a graph: one arena, no allocation in a step, any batch up to its largest.
 *
 * A plan is made for outputs in a mode. Building it folds patterns of ops (matmul + add_bias + activation; softmax +
 * cross entropy), leaves out gradients that nobody needs (the first layer's input) and gives every node its place in
 * the arena. Work is divided by shape alone, so any number of threads gives the same bits. */
#ifndef NNSH_ENGINE_NN_PLAN_H
#define NNSH_ENGINE_NN_PLAN_H

#include "engine/compute/pool.h"
#include "engine/nn/op.h"
#include "engine/nn/optimizer.h"

typedef struct NnPlan NnPlan;

typedef struct NnPlanSpec {
  NnTensor *const *inputs; /* what is fed: the model's inputs, then targets */
  int input_count;
  NnTensor *const *outputs; /* what is read after a run */
  int output_count;
  /* The loss: the sum of the means of these per-sample tensors, plus these scalars. NULL for none. */
  NnTensor *const *losses;
  int loss_count;
  NnTensor *const *penalties;
  int penalty_count;
  bool training;      /* mode: dropout works */
  bool gradients;     /* backward too, for the trainable variables that the loss depends on */
  NnOptimizer *optimizer; /* retained: a training step ends with its update; NULL: gradients are only kept */
  NnPrecision precision;
  int64_t largest_batch;
  uint64_t seed;
} NnPlanSpec;

NnPlan *nn_plan_new(const NnPlanSpec *spec, Error *error);
void nn_plan_free(NnPlan *plan);
int64_t nn_plan_largest_batch(const NnPlan *plan);

/* Where input i of the next run is written: a dense buffer of the plan's precision, largest_batch rows. There are two
 * such buffers, taken in turns: from the moment a run begins, this is the other one. */
void *nn_plan_input(NnPlan *plan, int index);

/* Work that the next run does beside its own, on the pool: filling nn_plan_input for the run after. */
void nn_plan_beside(NnPlan *plan, int64_t blocks, PoolWork work, void *context);

/* Runs forward, and backward and update where the spec says so, on the first `batch` rows. FLOAT64 plans work on copies
 * of the variables (nn_plan_variable). False: bad data, named; variables are as before. */
bool nn_plan_run(NnPlan *plan, int64_t batch, Error *error);
/* Forward only, gradients or not. */
bool nn_plan_forward(NnPlan *plan, int64_t batch, Error *error);

/* After a run: an output's buffer; its elements follow from its shape and the batch. The loss (with penalties). */
const void *nn_plan_output(const NnPlan *plan, int index);
int64_t nn_plan_output_size(const NnPlan *plan, int index);
const NnShape *nn_plan_output_shape(const NnPlan *plan, int index); /* the batch is -1 */
/* The mean of an output's elements, as numpy would take it in float64. */
double nn_plan_output_mean(const NnPlan *plan, int index);
double nn_plan_loss(const NnPlan *plan);
/* The variables the loss depends on; value and gradient in the plan's precision (gradient NULL where not kept). */
int nn_plan_variable_count(const NnPlan *plan);
bool nn_plan_trains(const NnPlan *plan); /* whether a gradient flows to any variable */
NnVariable *nn_plan_variable(NnPlan *plan, int index, void **value, const void **gradient);

/* Runs a graph once on arrays of any dtype and gives new arrays, float32 (or float64). Where the inputs' first
 * dimension is -1 the rows are worked off in blocks. For layer(array) and activations on arrays. */
bool nn_graph_apply(NnTensor *const *inputs, NdArray *const *arrays, int input_count, NnTensor *const *outputs,
                    int output_count, bool training, NnPrecision precision, NdArray **results, Error *error);

#endif
