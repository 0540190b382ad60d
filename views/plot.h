/* Curves in cells: the renderer that figures and the dashboard share. A plot is a pure function of its data and of the
 * rectangle it is given. */
#ifndef NNSH_VIEWS_PLOT_H
#define NNSH_VIEWS_PLOT_H

#include "views/cells.h"

typedef struct PlotSeries {
  const double *x, *y; /* NaN and infinite points are left out and counted */
  int64_t count;
  const char *label;
  ViewRole role;
  bool has_rgb;
  uint32_t rgb;
  bool dashed;     /* told apart without colour */
  bool line;       /* join the points */
  char marker;     /* 0: none */
} PlotSeries;

typedef struct Plot {
  const PlotSeries *series;
  int series_count;
  const char *title, *x_label, *y_label;
  bool x_log, y_log, legend, grid, x_integers;
  bool has_x_limits, has_y_limits;
  double x_limits[2], y_limits[2];
  double mark_x, mark_y; /* a marked point (best epoch); NAN: none */
  const char *mark_label;
} Plot;

/* Where things went, so that a test can read the dots back: the data rectangle in cells, the axis limits used, and dots
 * a cell (braille 2x4, blocks 1x2... ASCII 1x1). */
typedef struct PlotLayout {
  int top, left, height, width;
  double x_min, x_max, y_min, y_max;
  int dots_across, dots_down; /* per cell */
  bool too_small;
} PlotLayout;

/* Draws into the rectangle; returns the layout. Too small: a note instead, never a crash. */
PlotLayout plot_draw(Grid *grid, int top, int left, int height, int width, const Plot *plot, ViewGlyphs glyphs);

/* "Nice" tick values (1, 2, 2.5, 5 x 10^n): returns how many, at most `most`. */
int plot_ticks(double low, double high, int most, double *ticks);

#endif
