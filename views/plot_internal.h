/* What the plot*.c files share. */
#ifndef NNSH_VIEWS_PLOT_INTERNAL_H
#define NNSH_VIEWS_PLOT_INTERNAL_H

#include "views/canvas.h"
#include "views/plot.h"
#include "views/ticks.h"

enum { PLOT_ASCII_COUNT = 8 }; /* characters of plot_ascii */

/* Ticks of one axis, chosen or given. */
typedef struct Axis {
  double chosen[TICKS_MOST];
  const double *at;
  const char *const *labels; /* or NULL: numbers */
  int count;
} Axis;

static inline double plot_x_of(const PlotSeries *series, int64_t i) {
  return series->x ? series->x[i] : (double)(i + 1);
}
/* Whether a value can be placed on an axis. */
bool plot_usable(double value, bool logarithmic);
/* Where a value lies: 0 at low, 1 at high. */
double plot_share(double value, double low, double high, bool logarithmic);
/* The place of a point in dots, anywhere; may lie outside. */
void plot_dots_of(const PlotLayout *layout, double x, double y, double *column, double *row);
double plot_bounded(double value); /* within what fits an int */

/* The layout for a series: with the right axis's limits where it belongs to that. */
PlotLayout plot_layout_for(const PlotLayout *layout, const PlotLayout *right, const PlotSeries *series);
Ink plot_ink(const Plot *plot, int index);
uint32_t plot_marker_glyph(char marker, ViewGlyphs glyphs);
/* Draws a series into the data rectangle: kinds of one level of `level` (0 images, 1 fills, 2 lines and points). */
void plot_draw_series(const Canvas *canvas, const PlotLayout *layout, const Plot *plot, int index, int level);
void plot_draw_image(const Canvas *canvas, const PlotLayout *layout, const Plot *plot, const PlotSeries *series);
void plot_draw_texts(Grid *grid, const PlotLayout *layout, const PlotLayout *right, const Plot *plot);

int plot_text_width(const char *text); /* in columns; 0 for NULL */
/* Puts a text into a row between two columns, cut to fit; align 'l', 'c' or 'r'. */
void plot_put(Grid *grid, int row, int left, int width, const char *text, char align, ViewRole role);
Axis plot_axis(double low, double high, int most, bool logarithmic, bool integers, const PlotTicks *given);
void plot_tick_text(char *out, size_t size, const Axis *axis, int index);
int plot_tick_width(const Axis *axis);
void plot_draw_axes(Grid *grid, const PlotLayout *layout, const PlotLayout *right, const Plot *plot, const Axis *x_axis,
                    const Axis *y_axis, const Axis *right_axis, int label_width, bool x_labels, ViewGlyphs glyphs);
void plot_draw_grid_lines(Grid *grid, const PlotLayout *layout, const Plot *plot, const Axis *x_axis,
                          const Axis *y_axis, ViewGlyphs glyphs);
int plot_legend_width(const Plot *plot);
/* Draws entries from `from` that fit; returns the first that did not. */
int plot_draw_legend(Grid *grid, int row, int column, int end, const Plot *plot, int from, ViewGlyphs glyphs);

#endif
