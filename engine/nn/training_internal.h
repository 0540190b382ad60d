/* What compile leaves and fit uses; private to training.c and train*.c. */
#ifndef NNSH_ENGINE_NN_TRAINING_INTERNAL_H
#define NNSH_ENGINE_NN_TRAINING_INTERNAL_H

#include "engine/nn/batch.h"
#include "engine/nn/model_internal.h"
#include "engine/nn/training.h"

struct NnTraining {
  NnOptimizer *optimizer; /* strong */
  NnOption loss_option, metrics_option;
  /* Known from the first data on: */
  bool resolved;
  NnObject *loss;                      /* strong */
  NnObject *metrics[NN_MAX_RESULTS];   /* strong */
  char *names[NN_MAX_RESULTS];         /* owned; "loss" first, then the metrics as shown: "accuracy", "accuracy_1" */
  int metric_count;
  int sorted[NN_MAX_RESULTS];          /* indices into names, by name: the order of logs */
};

/* Checks that there is a compiled model and that its one output's loss is known; resolves 'accuracy' for these targets. */
NnTraining *nn_training_ready(NnModel *model, const NnShape *y_true, Error *error);

/* Builds an unbuilt model for the data and checks that the data fits, with Keras's texts. `batch`: what the shapes in
 * messages show first (-1: None). */
bool nn_training_check_inputs(NnModel *model, NdArray *const *x, int x_count, int64_t batch, Error *error);

/* The plan of a pass: its inputs are the model's, then the target; its outputs the metrics' per-sample values. With
 * `update`, gradients and the optimizer's step belong to a run. */
NnPlan *nn_training_plan(NnModel *model, NnTraining *training, const NnShape *y_true, bool update, int64_t batch,
                         Error *error);

/* The shape of targets as the graph sees them: [-1, ...]. */
NnShape nn_target_shape(const NdArray *y);

/* Running means of a pass: loss first, then the metrics. */
typedef struct NnMeans {
  int count;
  double sums[NN_MAX_RESULTS];
  double weights[NN_MAX_RESULTS];
} NnMeans;

/* Adds what a plan's last run on `batch` rows gave. */
void nn_means_add(NnMeans *means, const NnPlan *plan, int metric_count, int64_t batch);
double nn_means_value(const NnMeans *means, int index);

#endif
