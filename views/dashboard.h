/* The live dashboard: an observer of fit that shows curves on the whole terminal, in a thread of its own that alone
 * touches curses. */
#ifndef NNSH_VIEWS_DASHBOARD_H
#define NNSH_VIEWS_DASHBOARD_H

#include "engine/core/sink.h"
#include "engine/nn/event.h"
#include "views/cells.h"
#include "views/plot.h"

typedef struct Dashboard Dashboard;

/* Keys while the screen is drawn: q ends this fit, l or y switches the loss's log scale, Space pauses, h or ? shows
 * help, Esc leaves the help, Ctrl-L redraws, Ctrl-Z leaves the screen and suspends the program. Ctrl-C stays a signal:
 * its handler is the program's. Keys are read from standard input, where that is the terminal. */

/* NULL where the terminal cannot carry one (TERM unknown, not a terminal, too little memory): the caller falls back to
 * the progress line. Nothing is drawn before the first event. */
Dashboard *dashboard_new(const ViewTerminal *terminal, bool stable);
NnAnswer dashboard_observe(void *dashboard, const NnEvent *event); /* for NnObserver */

/* A sink that holds what the program prints while the screen is drawn; it goes to `after` when the screen is left. */
Sink dashboard_sink(Dashboard *dashboard, const Sink *after);

/* Leaves the screen (restores the terminal) and writes the last frame, with the verdict's sentence, to `after`; then
 * frees. Called on every way out of fit: the end, q, Ctrl-C, an error. */
void dashboard_close(Dashboard *dashboard, const Sink *after, bool show_last_frame);

/* For the program's handlers of INT, TERM, HUP, QUIT, SEGV, ABRT, ...: leaves the screen and restores the terminal's
 * modes where a dashboard owns them, else does nothing. Async-signal-safe (write and tcsetattr only). The handler then
 * restores the default action and raises the signal again. */
void dashboard_emergency_restore(void);

/* The frame as a pure function of what was recorded: what the thread draws, and what tests read back. */
typedef struct DashboardData {
  const char *model_name;
  int epochs_done, epochs;
  int64_t step, steps;
  double samples_per_second, seconds_left, learning_rate; /* NAN: not known, not shown */
  int names_count;
  const char *const *names;      /* history names */
  const double *const *values;   /* values[name][epoch] for epochs_done epochs */
  const double *now;             /* running values of the current epoch, NAN: none */
  /* Fits of a few epochs: running values at places inside the epochs (0.25: a quarter of the first). Count 0: none. */
  int trail_count;
  const double *trail_at;        /* trail_count entries, in epochs */
  const double *const *trail;    /* trail[name][i] */
  bool log_scale, paused, finished, help;
  const char *message;           /* the sentence, or a note; may be NULL */
} DashboardData;
void dashboard_draw(Grid *grid, const DashboardData *data, ViewGlyphs glyphs);

/* Where the frame's two plots go in a window of this size: a pure function, so that a test can read the dots back. A
 * rectangle of height 0 is not shown; `small` says that nothing fits but a note. */
typedef struct DashboardLayout {
  bool small;
  int loss_top, loss_left, loss_height, loss_width;
  int metric_top, metric_left, metric_height, metric_width;
} DashboardLayout;
DashboardLayout dashboard_layout(int rows, int columns, bool has_metric);
/* The plots of a frame as dashboard_draw draws them: 0 is the loss, 1 the first metric; false where there is none.
 * `series` has room for 4. */
bool dashboard_plot(const DashboardData *data, int which, Plot *plot, PlotSeries *series, double scratch[8]);

#endif
