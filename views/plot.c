#include "views/plot.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "views/plot_internal.h"

const char plot_ascii[] = "*o+x~%=a";

typedef struct Range {
  double low, high;
} Range;

/* On a log axis positions are those of the logarithm. */
static double along(double value, bool logarithmic) { return logarithmic ? log10(value) : value; }

bool plot_usable(double value, bool logarithmic) { return isfinite(value) && (!logarithmic || value > 0); }

/* Halves keep the difference of two huge numbers finite. */
double plot_share(double value, double low, double high, bool logarithmic) {
  double v = along(value, logarithmic) * 0.5, a = along(low, logarithmic) * 0.5, b = along(high, logarithmic) * 0.5;
  return (v - a) / (b - a);
}

double plot_bounded(double value) { return value > 1e9 ? 1e9 : value < -1e9 ? -1e9 : value; }

void plot_dots_of(const PlotLayout *layout, double x, double y, double *column, double *row) {
  int across = layout->width * layout->dots_across, down = layout->height * layout->dots_down;
  double x_share = plot_share(x, layout->x_min, layout->x_max, layout->x_log);
  double y_share = plot_share(y, layout->y_min, layout->y_max, layout->y_log);
  if (layout->x_inverted) x_share = 1 - x_share;
  if (layout->y_inverted) y_share = 1 - y_share;
  *column = layout->edges ? x_share * across - 0.5 : x_share * (across - 1);
  *row = layout->edges ? (1 - y_share) * down - 0.5 : (1 - y_share) * (down - 1);
}

bool plot_place(const PlotLayout *layout, double x, double y, int *dot_column, int *dot_row) {
  if (!plot_usable(x, layout->x_log) || !plot_usable(y, layout->y_log) || layout->too_small) return false;
  double column, row, slack = layout->edges ? 1e-9 : 0;
  plot_dots_of(layout, x, y, &column, &row);
  int across = layout->width * layout->dots_across, down = layout->height * layout->dots_down;
  if (!(column > -0.5 - slack && column < across - 0.5 + slack && row > -0.5 - slack && row < down - 0.5 + slack))
    return false;
  *dot_column = (int)fmin(fmax(lround(column), 0), across - 1);
  *dot_row = (int)fmin(fmax(lround(row), 0), down - 1);
  return true;
}

PlotLayout plot_layout_for(const PlotLayout *layout, const PlotLayout *right, const PlotSeries *series) {
  return series->on_right ? *right : *layout;
}

static void widen(Range *range, double value) {
  if (value < range->low) range->low = value;
  if (value > range->high) range->high = value;
}

/* A range with nothing in it, of one value, or too narrow to divide becomes one that can be drawn. */
static void settle(Range *range, bool logarithmic, bool integers) {
  if (range->low > range->high) *range = logarithmic ? (Range){1, 10} : (Range){0, 1};
  range->low = fmax(range->low, -1.79e308);
  range->high = fmin(range->high, 1.79e308);
  if (logarithmic) {
    if (log10(range->high) - log10(range->low) < 1e-9) {
      range->low = fmax(range->low / 2, 5e-324);
      range->high = fmin(range->high * 2, 1.7e308);
    }
  } else if (integers && range->high - range->low < 1 && fabs(range->low) < 1e15) {
    range->high = range->low + 1;
  } else if (!(range->high * 0.5 - range->low * 0.5 > 1e-12 * fmax(fabs(range->high), fabs(range->low))) ||
             range->high - range->low < 1e-300) {
    double pad = fmax(fmax(fabs(range->high), fabs(range->low)) * 0.05, range->high == 0 &&
                      range->low == 0 ? 1 : 1e-300);
    range->low = fmax(range->low - pad, -1.79e308);
    range->high = fmin(range->high + pad, 1.79e308);
  }
}

/* Widens by a value of a fill or an image, of which what cannot be placed says "to the edge". */
static void widen_usable(Range *range, double value, bool logarithmic) {
  if (plot_usable(value, logarithmic)) widen(range, value);
}

static void widen_by_series(const PlotSeries *series, const Plot *plot, bool y_log, Range *x, Range *y, Range *late,
                            int *left_out) {
  if (series->kind == PLOT_TEXT || series->of_axes) return;
  if (series->kind == PLOT_IMAGE) {
    for (int i = 0; i < 2; i++) widen_usable(x, series->extent[i], plot->x_log);
    for (int i = 2; i < 4; i++) widen_usable(y, series->extent[i], y_log);
    return;
  }
  bool is_x = series->kind != PLOT_HLINE, is_y = series->kind != PLOT_VLINE;
  bool fill = series->kind == PLOT_RECTANGLES || series->kind == PLOT_AREA;
  int64_t early = series->count >= 8 ? (series->count + 9) / 10 : 0;
  for (int64_t i = 0; i < series->count; i++) {
    if (fill) {
      widen_usable(x, plot_x_of(series, i), plot->x_log), widen_usable(y, series->y[i], y_log);
      if (series->x2) widen_usable(x, series->x2[i], plot->x_log);
      if (series->y2) widen_usable(y, series->y2[i], y_log);
      continue;
    }
    if (is_x && is_y && isnan(series->y[i]) && isnan(plot_x_of(series, i))) continue; /* between two pieces */
    bool good_x = !is_x || plot_usable(plot_x_of(series, i), plot->x_log);
    bool good_y = !is_y || plot_usable(series->y[i], y_log);
    if (!good_x || !good_y) {
      ++*left_out;
      continue;
    }
    if (is_x) widen(x, plot_x_of(series, i));
    if (is_y) widen(y, series->y[i]);
    if (is_y && i >= early) widen(late, series->y[i]);
    if (series->kind == PLOT_HLINE || series->kind == PLOT_VLINE) break;
  }
}

static Range bounds_of(const double limits[2]) {
  return (Range){fmin(limits[0], limits[1]), fmax(limits[0], limits[1])};
}

/* The limits, and whether points lie above them (see plot.h on the first huge losses). */
static void find_limits(const Plot *plot, PlotLayout *layout, PlotLayout *right, double *above, int *left_out) {
  Range none = {INFINITY, -INFINITY}, x = none, y = none, late = none, y_right = none, unused = none;
  *left_out = 0;
  *above = NAN;
  bool lines = true;
  for (int s = 0; s < plot->series_count; s++) {
    const PlotSeries *series = &plot->series[s];
    if (series->on_right) {
      widen_by_series(series, plot, plot->right_log, &x, &y_right, &unused, left_out);
    } else {
      widen_by_series(series, plot, plot->y_log, &x, &y, &late, left_out);
      lines = lines && ((series->kind == PLOT_LINE && series->line) || series->kind == PLOT_TEXT);
    }
  }
  if (lines && !plot->y_log && !plot->has_y_limits && late.high > late.low) {
    double all = y.high * 0.5 - y.low * 0.5, rest = late.high * 0.5 - fmin(late.low, y.low) * 0.5;
    if (all > 5 * rest) {
      *above = y.high;
      y.high = late.high + rest * 0.1;
    }
  }
  if (plot->has_x_limits) x = bounds_of(plot->x_limits);
  if (plot->has_y_limits) y = bounds_of(plot->y_limits);
  if (plot->has_right_limits) y_right = bounds_of(plot->right_limits);
  if (!plot_usable(x.low, plot->x_log) || !plot_usable(x.high, plot->x_log)) x = none;
  if (!plot_usable(y.low, plot->y_log) || !plot_usable(y.high, plot->y_log)) y = none;
  if (!plot_usable(y_right.low, plot->right_log) || !plot_usable(y_right.high, plot->right_log)) y_right = none;
  settle(&x, plot->x_log, plot->x_integers);
  settle(&y, plot->y_log, false);
  settle(&y_right, plot->right_log, false);
  layout->x_min = x.low, layout->x_max = x.high, layout->y_min = y.low, layout->y_max = y.high;
  layout->x_log = plot->x_log, layout->y_log = plot->y_log;
  layout->x_inverted = plot->x_inverted, layout->y_inverted = plot->y_inverted;
  *right = *layout;
  right->y_min = y_right.low, right->y_max = y_right.high;
  right->y_log = plot->right_log, right->y_inverted = plot->right_inverted;
}

/* The best point: its cell in the colour of ROLE_BEST, and on the x axis an arrow with the label. Nothing is drawn over
 * dots. */
static void draw_mark(Grid *grid, const PlotLayout *layout, const Plot *plot, bool x_labels, ViewGlyphs glyphs) {
  int column, row;
  if (!plot_place(layout, plot->mark_x, plot->mark_y, &column, &row)) return;
  int c = layout->left + column / layout->dots_across, r = layout->top + row / layout->dots_down;
  Cell *cell = grid_at(grid, r, c);
  if (cell) cell->role = ROLE_BEST, cell->bold = true, cell->has_foreground = false;
  if (!x_labels) return;
  int axis_row = layout->top + layout->height, end = layout->left + layout->width,
      width = plot_text_width(plot->mark_label);
  grid_put(grid, axis_row, c, glyphs == GLYPHS_ASCII ? "^" : "▲", ROLE_BEST);
  if (!plot->mark_label) return;
  if (c + 1 + width <= end) {
    grid_put(grid, axis_row, c + 1, plot->mark_label, ROLE_BEST);
  } else if (c - width >= layout->left) {
    grid_put(grid, axis_row, c - width, plot->mark_label, ROLE_BEST);
  }
}

/* Arrows at the top of the columns whose points lie above the axis, and the notes. */
static void draw_notes(Grid *grid, const PlotLayout *layout, const Plot *plot, double above, int left_out,
                       ViewGlyphs glyphs) {
  char note[96] = "";
  if (!isnan(above)) {
    double across = layout->width * layout->dots_across - 1;
    for (int s = 0; s < plot->series_count; s++) {
      const PlotSeries *series = &plot->series[s];
      if (series->kind != PLOT_LINE) continue;
      for (int64_t i = 0; i < series->count; i++) {
        if (!plot_usable(plot_x_of(series, i), plot->x_log) || !isfinite(series->y[i]) ||
            !(series->y[i] > layout->y_max)) continue;
        double column = plot_share(plot_x_of(series, i), layout->x_min, layout->x_max, layout->x_log) * across;
        if (!(column >= 0 && column <= across)) continue;
        grid_put(grid, layout->top, layout->left + (int)lround(column) / layout->dots_across,
                 glyphs == GLYPHS_ASCII ? "^" : "↑", series->role);
      }
    }
    snprintf(note, sizeof note, glyphs == GLYPHS_ASCII ? "^ up to %.4g" : "↑ up to %.4g", above);
  }
  if (left_out) {
    size_t used = strlen(note);
    snprintf(note + used, sizeof note - used, "%s%d not %s", used ? ", " : "", left_out,
             plot->y_log || plot->x_log ? "drawn" : "finite");
  }
  /* In the first row from the top whose cells are still free there. */
  int width = plot_text_width(note);
  for (int r = layout->top; width && r < layout->top + layout->height; r++)
    for (int c = layout->left + layout->width - width; c >= layout->left + 1; c -= 4) {
      bool is_free = true;
      for (int i = 0; i < width && is_free; i++) {
        Cell *cell = grid_at(grid, r, c + i);
        is_free = cell && strcmp(cell->text, " ") == 0;
      }
      if (!is_free) continue;
      grid_put(grid, r, c, note, ROLE_WARNING);
      return;
    }
}

void plot_keep_aspect(double aspect, double x_range, double y_range, int *height, int *width) {
  if (!(aspect > 0) || !(x_range > 0) || !(y_range > 0) || !isfinite(x_range) || !isfinite(y_range)) return;
  double tall = y_range * aspect, scale = fmin(*width / x_range, 2.0 * *height / tall);
  *width = (int)fmin(fmax(1, floor(x_range * scale + 1e-9)), *width);
  *height = (int)fmin(fmax(1, floor(tall * scale / 2 + 1e-9)), *height);
}

/* What stands above the data: the title, the name of y, the legend. Returns the first row below them. */
static int draw_heading(Grid *grid, int top, int left, int height, int width, const Plot *plot, ViewGlyphs glyphs) {
  int legend = plot->legend ? plot_legend_width(plot) : 0, title = plot_text_width(plot->title);
  int y_title = plot->bare ? 0 : plot_text_width(plot->y_label);
  int right_title = plot->has_right ? plot_text_width(plot->right_label) : 0;
  int start = top, heading = y_title ? y_title : title;
  bool title_alone = title && (y_title || right_title || (legend && title + legend + 2 > width)) && height >= 7;
  if (title_alone) plot_put(grid, start++, left, width, plot->title, 'c', ROLE_TITLE);
  if (title_alone && !y_title) heading = 0;
  const char *heading_text = y_title ? plot->y_label : plot->title;
  if (right_title && height >= 7) {
    /* Both names of y in a row of their own: the legend goes below. */
    plot_put(grid, start, left, width, plot->right_label, 'r', ROLE_AXIS);
    if (heading && heading + right_title + 2 <= width)
      plot_put(grid, start, left, width, heading_text, 'l', y_title ? ROLE_AXIS : ROLE_TITLE);
    heading = 0;
    start++;
  }
  if ((heading || legend) && height >= 4) {
    bool both = !heading || heading + legend + 2 <= width;
    if (heading && (both || !legend))
      plot_put(grid, start, left, width, heading_text, y_title || legend ? 'l' : 'c', y_title ? ROLE_AXIS : ROLE_TITLE);
    if (legend) {
      int from = legend < width ? left + width - legend : left, next = 0;
      next = plot_draw_legend(grid, start, from, left + width, plot, 0, glyphs);
      /* Long legends take more rows, as long as the data keeps most of them. */
      while (next < plot->series_count && start - top < height / 3)
        next = plot_draw_legend(grid, ++start, left, left + width, plot, next, glyphs);
    }
    start++;
  }
  return start;
}

PlotLayout plot_draw(Grid *grid, int top, int left, int height, int width, const Plot *plot, ViewGlyphs glyphs) {
  Canvas shape = canvas_new(grid, 0, 0, 0, 0, glyphs);
  PlotLayout layout = {.top = top, .left = left, .height = height, .width = width, .dots_across = shape.across,
                       .dots_down = shape.down}, right;
  for (int s = 0; s < plot->series_count; s++) layout.edges = layout.edges || plot->series[s].kind == PLOT_IMAGE;
  double above;
  int left_out;
  find_limits(plot, &layout, &right, &above, &left_out);
  bool bare = plot->bare;
  if (!bare && (height < 3 || width < 8)) {
    layout.too_small = true;
    plot_put(grid, top, left, width, "too small", 'l', ROLE_WARNING);
    return layout;
  }
  /* Rows: what is above the data, then the data, the axis with its labels, the x label. */
  bool x_labels = height >= 5 && !bare,
       x_title = !bare && plot->x_label && *plot->x_label && height >= (plot->frameless ? 4 : 8);
  if (plot->frameless && plot->x_ticks.given && plot->x_ticks.count == 0) x_labels = false;
  int start = height > 1 ? draw_heading(grid, top, left, height, width, plot, glyphs) : top;
  layout.top = start;
  layout.height = top + height - start - (x_labels ? plot->frameless ? 1 : 2 : 0) - (x_title ? 1 : 0);
  if (layout.height < 1) layout.height = 1;

  int most = layout.height / 3 + 2 < 2 ? 2 : layout.height / 3 + 2;
  Axis y_axis = plot_axis(layout.y_min, layout.y_max, most, plot->y_log, false, &plot->y_ticks);
  Axis right_axis = plot_axis(right.y_min, right.y_max, most, plot->right_log, false, &plot->right_ticks);
  int label_width = plot_tick_width(&y_axis), right_width = plot->has_right ? plot_tick_width(&right_axis) : 0;
  if (plot->y_ticks.labels && label_width + 1 > width / 3) label_width = width / 3 - 1;
  if (label_width + 1 > width / 2 || bare) label_width = 0;
  if (label_width + right_width + 8 > width || bare) right_width = 0;
  int frame = bare || (plot->frameless && !label_width) ? 0 : 1;
  layout.left = left + label_width + frame;
  layout.width = width - (layout.left - left) - (plot->has_right && !bare ? right_width + 1 : 0);
  int room_left = layout.left, room = layout.width;
  plot_keep_aspect(plot->aspect, layout.x_max - layout.x_min, layout.y_max - layout.y_min, &layout.height,
                   &layout.width);
  layout.left += (room - layout.width) / 2;
  right.top = layout.top, right.left = layout.left, right.height = layout.height, right.width = layout.width;
  Axis x_axis = plot_axis(layout.x_min, layout.x_max, layout.width / 8 < 2 ? 2 : layout.width / 8, plot->x_log,
                          plot->x_integers, &plot->x_ticks);

  Canvas canvas = canvas_new(grid, layout.top, layout.left, layout.height, layout.width, glyphs);
  for (int level = 0; level < 3; level++)
    for (int s = 0; s < plot->series_count; s++) {
      PlotLayout its = plot_layout_for(&layout, &right, &plot->series[s]);
      plot_draw_series(&canvas, &its, plot, s, level);
    }
  if (!bare)
    plot_draw_axes(grid, &layout, plot->has_right ? &right : NULL, plot, &x_axis, &y_axis, &right_axis, label_width,
                   x_labels, glyphs);
  if (plot->grid_x || plot->grid_y) plot_draw_grid_lines(grid, &layout, plot, &x_axis, &y_axis, glyphs);
  draw_mark(grid, &layout, plot, x_labels, glyphs);
  plot_draw_texts(grid, &layout, &right, plot);
  draw_notes(grid, &layout, plot, above, left_out, glyphs);
  int below = layout.top + layout.height + (x_labels ? plot->frameless ? 1 : 2 : 0);
  if (x_title) plot_put(grid, below, room_left, room, plot->x_label, 'c', ROLE_AXIS);
  return layout;
}
