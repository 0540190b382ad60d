/* Curves in cells: the renderer that figures and the dashboard share. A plot is a pure function of its data and of the
 * rectangle it is given.
 *
 * Dots: braille has 2x4 a cell, blocks are the quadrants (2x2), ASCII has one character a cell, another one for each
 * series ('#' where two meet). Lines are told apart without colour by their dots: a dashed line leaves out every other
 * column of dots, but only where a dot beside it says the same within one dot, so that no value and no spike is lost.
 * However many points there are, all of them are drawn: those that share a column of dots become one upright stroke.
 *
 * Limits: those given, else the finite data's. Where the first tenth of the points (the first huge losses) would take
 * more than four fifths of a linear y axis, the axis is made for the rest; the points above it are marked by an arrow
 * at the top of their column, and the largest value is written there. Values that are not finite (on a log axis: not
 * above zero) are left out, break the line, and are counted in a note. */
#ifndef NNSH_VIEWS_PLOT_H
#define NNSH_VIEWS_PLOT_H

#include "views/cells.h"

typedef enum PlotKind {
  PLOT_LINE, /* and markers */
  PLOT_BARS, /* upright, from 0 to y, bar_width wide in data units */
  PLOT_HLINE, PLOT_VLINE, /* at y[0], at x[0], across the plot */
  PLOT_TEXT  /* label at (x[0], y[0]) */
} PlotKind;

typedef struct PlotSeries {
  PlotKind kind;
  double bar_width;
  const double *x, *y; /* x NULL: 1, 2, 3, ...; NaN and infinite points are left out and counted */
  int64_t count;
  const char *label;
  ViewRole role;
  bool has_rgb;
  uint32_t rgb;
  bool dashed;     /* told apart without colour */
  bool dotted;     /* sparser than dashed */
  bool line;       /* join the points */
  char marker;     /* 0: none */
  char ascii;      /* its character in ASCII; 0: by its place, from plot_ascii */
} PlotSeries;

typedef struct Plot {
  const PlotSeries *series;
  int series_count;
  const char *title, *x_label, *y_label;
  bool x_log, y_log, legend, grid, x_integers;
  bool bare; /* no axes, only what is drawn between them */
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
  bool y_log, x_log;
  bool too_small;
} PlotLayout;

/* The column and row of dots (from the top left of the data rectangle) at which the layout puts a value; false where it
 * lies outside or is not finite. A dot stands for values within half a dot of it. */
bool plot_place(const PlotLayout *layout, double x, double y, int *dot_column, int *dot_row);

/* The characters that stand for series 0, 1, 2, ... in ASCII, used in turn. */
extern const char plot_ascii[];

/* Draws into the rectangle; returns the layout. Too small: a note instead, never a crash. */
PlotLayout plot_draw(Grid *grid, int top, int left, int height, int width, const Plot *plot, ViewGlyphs glyphs);

/* "Nice" tick values (1, 2, 2.5, 5 x 10^n): returns how many, at most `most`. */
int plot_ticks(double low, double high, int most, double *ticks);

#endif
