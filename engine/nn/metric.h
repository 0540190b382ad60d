/* Metrics: a row expands into ops that give one value a sample, and the value shown is their running mean over the
 * samples of an epoch; or it keeps a state of its own, which sees targets and outputs themselves. */
#ifndef NNSH_ENGINE_NN_METRIC_H
#define NNSH_ENGINE_NN_METRIC_H

#include "engine/nn/accumulator.h"
#include "engine/nn/op.h"

/* handlers of an NN_METRIC row. */
typedef struct NnMetricHandlers {
  NnTensor *(*expand)(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error);
  /* Instead of expand, all three: numbers kept for rows of `columns`; what a batch adds to them; the results, whose
   * count is returned (state NULL: nothing was seen; results NULL: only the count). */
  int64_t (*state_size)(const NnObject *self, int64_t columns);
  bool (*update)(const NnObject *self, double *state, const NnSeen *seen, Error *error);
  int64_t (*results)(const NnObject *self, const double *state, int64_t columns, double *results);
} NnMetricHandlers;

/* Whether a metric keeps a state of its own (a loss that measures does not). */
bool nn_metric_has_state(const NnObject *metric);
/* Whether its result is a list even where there is one number: a list of thresholds, a score for each column. */
bool nn_metric_gives_list(const NnObject *metric);

extern const NnRow *const nn_metric_rows[]; /* NULL at the end: what nn_rows(NN_METRIC) gives */

NnTensor *nn_metric_expand(const NnObject *metric, NnTensor *y_true, NnTensor *y_pred, Error *error);

/* What metrics= names for these targets and outputs, as Keras's compile_utils.get_metric: 'accuracy' and 'acc' become
 * binary, categorical or sparse categorical accuracy. A new reference. `name` (core_free) is what it is shown as. */
NnObject *nn_metric_resolve(const NnOption *identifier, const NnShape *y_true, const NnShape *y_pred, char **name,
                            Error *error);

#endif
