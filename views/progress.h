/* The progress line of fit, evaluate and predict, to the letter of Keras 3.15. An observer of training. */
#ifndef NNSH_VIEWS_PROGRESS_H
#define NNSH_VIEWS_PROGRESS_H

#include "engine/core/sink.h"
#include "engine/nn/event.h"
#include "views/cells.h"

typedef struct Progress Progress;

/* verbose 1: the bar, redrawn on a clock in a terminal; where the terminal cannot move the cursor, and for verbose 2, a
 * line an epoch. stable: durations are left out (--stable prints "0s 0ms/step"). `sink` is borrowed. */
Progress *progress_new(int verbose, const ViewTerminal *terminal, bool stable, const Sink *sink);
void progress_free(Progress *progress);
NnAnswer progress_observe(void *progress, const NnEvent *event); /* for NnObserver */

/* "1s", "8ms/step", "%.4f" and "%.4e" below 1e-3, as keras.utils.Progbar writes them. */
void progress_seconds_text(Text *out, double seconds_per_step);
void progress_value_text(Text *out, double value);

#endif
