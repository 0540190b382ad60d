/* What a metric has seen so far: over the batches of a pass, or over the update_state() calls of a metric object. A
 * metric that is a mean of values a sample keeps a sum and a count; others (metric_*.c) keep counts of their own. */
#ifndef NNSH_ENGINE_NN_ACCUMULATOR_H
#define NNSH_ENGINE_NN_ACCUMULATOR_H

#include "engine/nn/op.h"

typedef struct NnAccumulator {
  double *state; /* owned; NULL: nothing seen */
  int64_t size;
  int64_t columns; /* length of a row of y_pred */
} NnAccumulator;

/* A batch as a metric sees it: dense float32 rows. `weights`: one a row or one an element; NULL: all 1. */
typedef struct NnSeen {
  const float *y_true, *y_pred, *weights;
  int64_t rows, columns; /* of y_pred, along its last axis (a vector: rows of one) */
  int64_t true_columns;  /* of y_true: `columns`, or 1 for class numbers */
  int64_t weight_count;
} NnSeen;

void nn_accumulator_reset(NnAccumulator *accumulator);
void nn_accumulator_clear(NnAccumulator *accumulator);

/* Adds n values to a mean; weight_count weights (0: none) are repeated along the last axes, as numpy would after lining
 * up the first ones. */
bool nn_accumulator_add(NnAccumulator *accumulator, const float *values, int64_t n, const float *weights,
                        int64_t weight_count, Error *error);
/* A batch for a metric whose handlers have `update`. */
bool nn_accumulator_update(NnAccumulator *accumulator, const NnObject *metric, const NnSeen *seen, Error *error);

/* How many results the metric has (1: a number), written to `results` where it is not NULL. */
int64_t nn_accumulator_results(const NnAccumulator *accumulator, const NnObject *metric, double *results);

#endif
