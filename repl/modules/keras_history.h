/* What shows a fit, evaluate or predict while it runs, and the History that fit gives. Private to the keras_*.c files.
 */
#ifndef NNSH_REPL_MODULES_KERAS_HISTORY_H
#define NNSH_REPL_MODULES_KERAS_HISTORY_H

#include "engine/nn/train.h"
#include "repl/types/value.h"
#include "views/dashboard.h"
#include "views/progress.h"

typedef struct KerasWatch {
  Progress *progress;
  Dashboard *dashboard;
  NnObserver observer;
  Sink out; /* standard output as it was */
} KerasWatch;

/* verbose 0 shows nothing. `fit`: a dashboard, where the terminal can carry one. */
void keras_watch_begin(KerasWatch *watch, int verbose, bool fit);
/* `frame`: the dashboard leaves its last frame. */
void keras_watch_end(KerasWatch *watch, bool frame);

/* `extra`: a dict of lists that callbacks added to (or None); `first`: the number of the first epoch. */
Value keras_history_value(Value model, const NnHistory *recorded, Value extra, int epochs, int64_t steps, Value verbose,
                          int first);
/* Where overfitting began, as a line of its own. */
void keras_say_verdict(const NnHistory *history);

/* A number as Keras keeps it: a float32's. */
Value keras_measured(double value);
Value keras_list_of(const double *values, int count);

#endif
