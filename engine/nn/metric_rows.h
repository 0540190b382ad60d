/* How a metric with a state of its own is declared; private to metric*.c. Its row is nn_metric_<symbol>. */
#ifndef NNSH_ENGINE_NN_METRIC_ROWS_H
#define NNSH_ENGINE_NN_METRIC_ROWS_H

#include "engine/nn/metric.h"

/* A metric's dtype is told as it is, not as it was asked for. */
bool nn_metric_check(NnObject *object, Error *error);

#define NN_STATE_METRIC_ROWS(ROW)                                                                               \
  ROW(true_positives) ROW(false_positives) ROW(true_negatives) ROW(false_negatives) ROW(precision) ROW(recall) \
  ROW(auc) ROW(precision_at_recall) ROW(recall_at_precision) ROW(sensitivity_at_specificity)                   \
  ROW(specificity_at_sensitivity) ROW(root_mean_squared_error) ROW(f1_score) ROW(fbeta_score) ROW(iou)         \
  ROW(mean_iou) ROW(binary_iou) ROW(one_hot_iou) ROW(one_hot_mean_iou) ROW(r2_score)

#define NN_DECLARE_STATE_METRIC(symbol) extern const NnRow nn_metric_##symbol;
NN_STATE_METRIC_ROWS(NN_DECLARE_STATE_METRIC)
#undef NN_DECLARE_STATE_METRIC

#define NN_STATE_METRIC(symbol, class_name, names, parameters, keys, text, size_of, update_with, results_of, checked) \
  static const NnMetricHandlers symbol##_handlers = {.state_size = size_of, .update = update_with,                   \
                                                     .results = results_of};                                        \
  const NnRow nn_metric_##symbol = {.kind = NN_METRIC, .name = class_name, .aliases = names, .signature = parameters, \
                                    .config = keys, .help = text, .handlers = &symbol##_handlers, .check = checked};

#endif
