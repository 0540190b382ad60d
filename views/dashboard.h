/* The live dashboard: an observer of fit that shows curves on the whole terminal, in a thread of its own that alone
 * touches curses. */
#ifndef NNSH_VIEWS_DASHBOARD_H
#define NNSH_VIEWS_DASHBOARD_H

#include "engine/core/sink.h"
#include "engine/nn/event.h"
#include "views/cells.h"

typedef struct Dashboard Dashboard;

/* NULL where the terminal cannot carry one (TERM unknown, not a terminal, too little memory): the caller falls back to
 * the progress line. Nothing is drawn before the first event. */
Dashboard *dashboard_new(const ViewTerminal *terminal, bool stable);
NnAnswer dashboard_observe(void *dashboard, const NnEvent *event); /* for NnObserver */

/* A sink that holds what the program prints while the screen is drawn; it goes to `after` when the screen is left. */
Sink dashboard_sink(Dashboard *dashboard, const Sink *after);

/* Leaves the screen (restores the terminal) and writes the last frame, with the verdict's sentence, to `after`; then
 * frees. Called on every way out of fit: the end, q, Ctrl-C, an error. */
void dashboard_close(Dashboard *dashboard, const Sink *after, bool show_last_frame);

/* The frame as a pure function of what was recorded: what the thread draws, and what tests read back. */
typedef struct DashboardData {
  const char *model_name;
  int epochs_done, epochs;
  int64_t step, steps;
  double samples_per_second, seconds_left, learning_rate;
  int names_count;
  const char *const *names;      /* history names */
  const double *const *values;   /* values[name][epoch] for epochs_done epochs */
  const double *now;             /* running values of the current epoch, NAN: none */
  bool log_scale, paused, finished, help;
  const char *message;           /* the sentence, or a note; may be NULL */
} DashboardData;
void dashboard_draw(Grid *grid, const DashboardData *data, ViewGlyphs glyphs);

#endif
