/* Curves in cells: the renderer that figures and the dashboard share. A plot is a pure function of its data and of the
 * rectangle it is given.
 *
 * Dots: braille has 2x4 a cell, blocks are the quadrants (2x2), ASCII has one character a cell, another one for each
 * series ('#' where two meet). Lines are told apart without colour by their dots: a dashed line leaves out every other
 * column of dots, but only where a dot beside it says the same within one dot, so that no value and no spike is lost.
 * However many points there are, all of them are drawn: those that share a column of dots become one upright stroke.
 * Images lie behind everything, fills above them, then lines and markers, then texts.
 *
 * Limits: those given, else the finite data's. Where all series are lines and the first tenth of the points (the first
 * huge losses) would take more than four fifths of a linear y axis, the axis is made for the rest; the points above it
 * are marked by an arrow at the top of their column, and the largest value is written there. Values that are not finite
 * (on a log axis: not above zero) are left out, break the line, and are counted in a note. */
#ifndef NNSH_VIEWS_PLOT_H
#define NNSH_VIEWS_PLOT_H

#include "engine/array/array.h"
#include "views/cells.h"

typedef enum PlotKind {
  PLOT_LINE,         /* and markers */
  PLOT_RECTANGLES,   /* between (x, y) and (x2, y2); infinite: to the edge of the plot */
  PLOT_AREA,         /* the polygon through the points, filled; NaN begins another one */
  PLOT_HLINE, PLOT_VLINE, /* at y[0] or x[0] across the plot; the other coordinates are shares: from, to */
  PLOT_TEXT,         /* text at (x[0], y[0]) */
  PLOT_IMAGE         /* pixels over `extent` */
} PlotKind;

typedef struct PlotSeries {
  PlotKind kind;
  const double *x, *y; /* x NULL: 1, 2, 3, ...; NaN and infinite points are left out and counted */
  const double *x2, *y2;
  int64_t count;
  const char *label;
  const char *text; /* PLOT_TEXT */
  ViewRole role;
  bool has_rgb;
  uint32_t rgb;
  const uint32_t *colours; /* one for each point or rectangle, or NULL */
  const uint8_t *classes;  /* a marker of its own for each point's number, or NULL */
  bool dashed;     /* told apart without colour */
  bool dotted;     /* sparser than dashed */
  bool dash_dotted;
  bool line;       /* join the points */
  bool small;      /* markers are single dots */
  bool sparse;     /* fills: a dot in eight */
  bool on_right;   /* y belongs to the right axis */
  bool of_axes;    /* x and y are shares of the plot, not data */
  int pattern;     /* fills: 0 solid, else one of the hatches */
  char marker;     /* 0: none */
  char ascii;      /* its character in ASCII; 0: by its place, from plot_ascii */
  char align, valign;
  const double *extent; /* PLOT_IMAGE: left, right, bottom, top */
  const uint32_t *pixels;
  const uint8_t *shades;
  int pixel_rows, pixel_columns;
  double
      transparency; /* PLOT_IMAGE: how much of what lies behind is seen, of white paper where nothing does; 0: none */
} PlotSeries;

/* Ticks: round values, or those given. */
typedef struct PlotTicks {
  bool given;
  int count;
  const double *at;
  const char *const *labels; /* or NULL */
} PlotTicks;

typedef struct Plot {
  const PlotSeries *series;
  int series_count;
  const char *title, *x_label, *y_label, *right_label, *legend_title;
  bool x_log, y_log, right_log, legend, grid_x, grid_y, x_integers, x_inverted, y_inverted, right_inverted;
  bool bare;  /* no axes, only what is drawn between them */
  bool frameless; /* tick labels without lines: images */
  bool has_right; /* a second y axis at the right */
  bool has_x_limits, has_y_limits, has_right_limits;
  double x_limits[2], y_limits[2], right_limits[2];
  PlotTicks x_ticks, y_ticks, right_ticks;
  double aspect; /* how high a unit of y is in units of x, a cell being twice as high as wide; 0: what fits */
  ViewColour colour; /* COLOUR_NONE: images are ramps of ten characters. The dashboard has no images and leaves it */
  double mark_x, mark_y; /* a marked point (best epoch); NAN: none */
  const char *mark_label;
} Plot;

/* Where things went, so that a test can read the dots back: the data rectangle in cells, the axis limits used, and dots
 * a cell (braille 2x4, blocks 2x2, ASCII 1x1). */
typedef struct PlotLayout {
  int top, left, height, width;
  double x_min, x_max, y_min, y_max;
  int dots_across, dots_down; /* per cell */
  bool y_log, x_log, x_inverted, y_inverted;
  bool edges; /* limits are the outer edges of the first and last dot (images), not their middles */
  bool too_small;
} PlotLayout;

/* The column and row of dots (from the top left of the data rectangle) at which the layout puts a value; false where it
 * lies outside or is not finite. A dot stands for values within half a dot of it. */
bool plot_place(const PlotLayout *layout, double x, double y, int *dot_column, int *dot_row);

/* The characters that stand for series 0, 1, 2, ... in ASCII, used in turn. */
extern const char plot_ascii[];

/* Draws into the rectangle; returns the layout. Too small: a note instead, never a crash. */
PlotLayout plot_draw(Grid *grid, int top, int left, int height, int width, const Plot *plot, ViewGlyphs glyphs);

/* Cells that an image of the plot's aspect takes of a rectangle: used to know a height before drawing. */
void plot_keep_aspect(double aspect, double x_range, double y_range, int *height, int *width);

/* "Nice" tick values (1, 2, 2.5, 5 x 10^n): returns how many, at most `most`. */
int plot_ticks(double low, double high, int most, double *ticks);

#endif
