/* Batches: rows of the user's own arrays, gathered and converted when they are needed. */
#ifndef NNSH_ENGINE_NN_BATCH_H
#define NNSH_ENGINE_NN_BATCH_H

#include "engine/compute/gather.h"
#include "engine/nn/plan.h"
#include "engine/nn/train.h"

/* One array as a source of rows. */
typedef struct NnSource {
  NdArray *array; /* strong: the user's own, of any strides */
  GatherType type;
  int64_t columns;   /* elements a row */
  int64_t row_bytes; /* may be negative */
  /* Where a row is not contiguous: its last axis, and the axes before that. */
  bool dense;
  int64_t inner, inner_bytes;
} NnSource;

#define NN_MAX_SOURCES 16

/* Shapes of targets and weights ([-1, ...]), as a plan for them is made. */
typedef struct NnTargets {
  int count;
  NnShape y[NN_MAX_SOURCES], w[NN_MAX_SOURCES];
  bool weighted[NN_MAX_SOURCES];
} NnTargets;
NnTargets nn_targets_of(const NnData *data);

/* The arrays of one pass over the data, and the order of rows. */
typedef struct NnFeed {
  NnSource sources[NN_MAX_SOURCES];
  int count;
  int64_t first, rows; /* the part of the arrays that is used: rows [first, first + rows) */
  int64_t *order;      /* a permutation of [0, rows), or NULL: as they come; owned */
  NnPlan *plan;        /* where batches go; not the feed's own */
  NnTargets targets;
  int64_t start, length; /* the batch that nn_feed_block fills */
} NnFeed;

/* Sources over these arrays: inputs, targets, weights; float16 is converted as a whole. False with Keras's text where
 * lengths differ. */
bool nn_feed_open(NnFeed *feed, const NnData *data, Error *error);
void nn_feed_close(NnFeed *feed);

/* Fills the plan's next inputs with rows [start, start + length) of the order: now, or beside the plan's next run. */
void nn_feed_now(NnFeed *feed, int64_t start, int64_t length);
void nn_feed_beside(NnFeed *feed, int64_t start, int64_t length);

#endif
