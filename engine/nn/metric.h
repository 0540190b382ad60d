/* Metrics: a row expands into ops that give one value a sample; the value shown is their running mean over the samples of
 * an epoch. */
#ifndef NNSH_ENGINE_NN_METRIC_H
#define NNSH_ENGINE_NN_METRIC_H

#include "engine/nn/op.h"

/* handlers of an NN_METRIC row. */
typedef struct NnMetricHandlers {
  NnTensor *(*expand)(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error);
} NnMetricHandlers;

extern const NnRow *const nn_metric_rows[]; /* NULL at the end: what nn_rows(NN_METRIC) gives */

NnTensor *nn_metric_expand(const NnObject *metric, NnTensor *y_true, NnTensor *y_pred, Error *error);

/* What metrics= names for these targets and outputs, as Keras's compile_utils.get_metric: 'accuracy' and 'acc' become
 * binary, categorical or sparse categorical accuracy. A new reference. `name` (core_free) is what it is shown as. */
NnObject *nn_metric_resolve(const NnOption *identifier, const NnShape *y_true, const NnShape *y_pred, char **name,
                            Error *error);

#endif
