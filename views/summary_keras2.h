/* The ruled form of Keras 2's summary (referee: tf_keras 2.21). */
#ifndef NNSH_VIEWS_SUMMARY_KERAS2_H
#define NNSH_VIEWS_SUMMARY_KERAS2_H

#include "views/summary.h"

bool summary_keras2_write(Text *out, const SummaryTable *table, const SummaryOptions *options, Error *error);

#endif
