/* What compile leaves and fit uses; private to training.c and train*.c. */
#ifndef NNSH_ENGINE_NN_TRAINING_INTERNAL_H
#define NNSH_ENGINE_NN_TRAINING_INTERNAL_H

#include "engine/nn/accumulator.h"
#include "engine/nn/batch.h"
#include "engine/nn/model_internal.h"
#include "engine/nn/training.h"

/* A metric of an output, and what it has seen in this pass. */
typedef struct NnTrainedMetric {
  NnObject *metric; /* strong */
  int target;
  bool weighted;
  bool masked; /* its output has a mask, which comes as its weights */
  char *plain, *name; /* "accuracy"; as shown: "accuracy", "accuracy_1", "out_accuracy"; owned */
  NnAccumulator seen;
} NnTrainedMetric;

struct NnTraining {
  NnOptimizer *optimizer; /* strong */
  NnOption loss_option, metrics_option, loss_weights_option, weighted_option;
  /* The weights that the first step trained, strong: what is frozen later counts from the next compile() on, since Keras has
   * traced its step by then. `variables`: how many the model had. */
  NnVariable **trained;
  int trained_count, variables;
  /* Known from the first data on: */
  bool resolved;
  int target_count;
  NnObject *losses[NN_MAX_SOURCES]; /* one an output, strong; NULL: none */
  double loss_weights[NN_MAX_SOURCES];
  int shown_losses;                 /* losses of outputs that are results: 0 or all there are */
  NnTrainedMetric metrics[NN_MAX_RESULTS];
  int metric_count;
  /* Results: "loss", then losses of outputs, then metrics. */
  int result_count;
  char *names[NN_MAX_RESULTS];  /* owned */
  int sorted[NN_MAX_RESULTS];   /* indices into names, by name: the order of logs */
  /* What evaluate returns: indices into names, and the names themselves. One may stand there twice: see order_results.
   */
  int returned[NN_MAX_RESULTS], returned_count;
  const char *returned_names[NN_MAX_RESULTS];
  /* Of the loss, times rows; of the losses of outputs, for which Keras takes the mean over batches of any size. */
  double sums[NN_MAX_RESULTS];
  double rows, batches;
};

/* For the time in which a plan is made, the weights are trainable that the first step trained; returns what they were, for
 * nn_trained_end, or NULL where memory is short. */
bool *nn_trained_begin(NnModel *model, NnTraining *training, Error *error);
void nn_trained_end(NnModel *model, bool *flags);
void nn_trained_forget(NnTraining *training);

/* Of a compiled model: checks that its outputs' losses are known; resolves 'accuracy' for these targets.
 */
NnTraining *nn_training_ready(NnModel *model, const NnTargets *targets, Error *error);

/* Builds an unbuilt model for the data and checks that the data fits, with Keras's texts. `batch`: what the shapes in
 * messages show first (-1: None). */
bool nn_training_check_inputs(NnModel *model, NdArray *const *x, int x_count, int64_t batch, Error *error);

/* The plan of a pass: its inputs are the model's, then targets and weights; its outputs what nn_training_take reads.
 * With `update`, gradients and the optimizer's step belong to a run. */
NnPlan *nn_training_plan(NnModel *model, NnTraining *training, const NnTargets *targets, bool update, int64_t batch,
                         Error *error);

/* Running results of a pass: starts them anew, adds what a plan's last run on `rows` rows gave, and reads one. */
void nn_training_reset(NnTraining *training);
bool nn_training_take(NnTraining *training, const NnPlan *plan, const NnTargets *targets, int64_t rows, Error *error);
double nn_training_value(const NnTraining *training, int index);

#endif
