#include "views/plot.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/core/utf8.h"
#include "views/canvas.h"
#include "views/ticks.h"

const char plot_ascii[] = "*o+x~%=a";

typedef struct Range {
  double low, high;
} Range;

/* On a log axis positions are those of the logarithm. */
static double along(double value, bool logarithmic) {
  return logarithmic ? log10(value) : value;
}

static bool usable(double value, bool logarithmic) {
  return isfinite(value) && (!logarithmic || value > 0);
}

/* 0 at low, 1 at high. Halves keep the difference of two huge numbers finite. */
static double share(double value, double low, double high, bool logarithmic) {
  double v = along(value, logarithmic) * 0.5, a = along(low, logarithmic) * 0.5, b = along(high, logarithmic) * 0.5;
  return (v - a) / (b - a);
}

static void dots_of(const PlotLayout *layout, double x, double y, double *column, double *row) {
  int across = layout->width * layout->dots_across - 1, down = layout->height * layout->dots_down - 1;
  *column = share(x, layout->x_min, layout->x_max, layout->x_log) * across;
  *row = (1 - share(y, layout->y_min, layout->y_max, layout->y_log)) * down;
}

bool plot_place(const PlotLayout *layout, double x, double y, int *dot_column, int *dot_row) {
  if (!usable(x, layout->x_log) || !usable(y, layout->y_log) || layout->too_small) return false;
  double column, row;
  dots_of(layout, x, y, &column, &row);
  int across = layout->width * layout->dots_across, down = layout->height * layout->dots_down;
  if (!(column > -0.5 && column < across - 0.5 && row > -0.5 && row < down - 0.5)) return false;
  *dot_column = (int)lround(column);
  *dot_row = (int)lround(row);
  return true;
}

static double x_of(const PlotSeries *series, int64_t i) {
  return series->x ? series->x[i] : (double)(i + 1);
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
    double pad = fmax(fmax(fabs(range->high), fabs(range->low)) * 0.05, range->high == 0 && range->low == 0 ? 1 : 1e-300);
    range->low = fmax(range->low - pad, -1.79e308);
    range->high = fmin(range->high + pad, 1.79e308);
  }
}

/* The limits, and whether points lie above them (see plot.h on the first huge losses). */
static void find_limits(const Plot *plot, PlotLayout *layout, double *above, int *left_out) {
  Range none = {INFINITY, -INFINITY}, x = none, y = none, late = none;
  *left_out = 0;
  *above = NAN;
  for (int s = 0; s < plot->series_count; s++) {
    const PlotSeries *series = &plot->series[s];
    bool is_x = series->kind != PLOT_HLINE, is_y = series->kind != PLOT_VLINE;
    int64_t early = series->count >= 8 ? (series->count + 9) / 10 : 0;
    for (int64_t i = 0; i < series->count; i++) {
      bool good_x = !is_x || usable(x_of(series, i), plot->x_log), good_y = !is_y || usable(series->y[i], plot->y_log);
      if (!good_x || !good_y) {
        ++*left_out;
        continue;
      }
      if (is_x) widen(&x, x_of(series, i));
      if (is_y) widen(&y, series->y[i]);
      if (is_y && i >= early) widen(&late, series->y[i]);
      if (series->kind == PLOT_BARS) {
        widen(&x, x_of(series, i) - series->bar_width / 2);
        widen(&x, x_of(series, i) + series->bar_width / 2);
        if (!plot->y_log) widen(&y, 0), widen(&late, 0);
      }
    }
  }
  if (!plot->y_log && !plot->has_y_limits && late.high > late.low) {
    double all = y.high * 0.5 - y.low * 0.5, rest = late.high * 0.5 - fmin(late.low, y.low) * 0.5;
    if (all > 5 * rest) {
      *above = y.high;
      y.high = late.high + rest * 0.1;
    }
  }
  if (plot->has_x_limits) x = (Range){fmin(plot->x_limits[0], plot->x_limits[1]), fmax(plot->x_limits[0], plot->x_limits[1])};
  if (plot->has_y_limits) y = (Range){fmin(plot->y_limits[0], plot->y_limits[1]), fmax(plot->y_limits[0], plot->y_limits[1])};
  if (!usable(x.low, plot->x_log) || !usable(x.high, plot->x_log)) x = none;
  if (!usable(y.low, plot->y_log) || !usable(y.high, plot->y_log)) y = none;
  settle(&x, plot->x_log, plot->x_integers);
  settle(&y, plot->y_log, false);
  layout->x_min = x.low, layout->x_max = x.high, layout->y_min = y.low, layout->y_max = y.high;
  layout->x_log = plot->x_log, layout->y_log = plot->y_log;
}

static int text_width(const char *text) { return text ? utf8_width(text, strlen(text)) : 0; }

static Ink ink_of(const Plot *plot, int index) {
  const PlotSeries *series = &plot->series[index];
  Ink ink = {.role = series->role, .has_rgb = series->has_rgb, .rgb = series->rgb,
             .ascii = series->ascii ? series->ascii : plot_ascii[index % ((int)sizeof plot_ascii - 1)]};
  if (series->dashed) ink.period = 2, ink.on = 1;
  if (series->dotted) ink.period = 3, ink.on = 1;
  return ink;
}

/* What a series looks like, for the legend: two cells. */
static void draw_sample(Grid *grid, int row, int column, const Plot *plot, int index, ViewGlyphs glyphs) {
  const PlotSeries *series = &plot->series[index];
  Ink ink = ink_of(plot, index);
  Canvas canvas = canvas_new(grid, row, column, 1, 2, glyphs);
  if (series->marker && !series->line) {
    grid_put_code(grid, row, column, (uint32_t)series->marker, series->role);
  } else {
    for (int x = 0; x < 2 * canvas.across; x++)
      if (!ink.period || x % ink.period < ink.on) canvas_dot(&canvas, x, canvas.down / 2, &ink);
  }
  Cell *cell = grid_at(grid, row, column);
  if (cell && series->has_rgb) cell->has_foreground = true, cell->foreground = series->rgb;
}

static bool in_legend(const PlotSeries *series) {
  return series->label && series->label[0] && series->label[0] != '_' && series->kind != PLOT_TEXT;
}

static int legend_width(const Plot *plot) {
  int width = 0;
  for (int i = 0; i < plot->series_count; i++)
    if (in_legend(&plot->series[i])) width += 3 + text_width(plot->series[i].label) + (width ? 2 : 0);
  return width;
}

/* Draws entries from `from` that fit; returns the first that did not. */
static int draw_legend(Grid *grid, int row, int column, int end, const Plot *plot, int from, ViewGlyphs glyphs) {
  bool first = true;
  for (int i = from; i < plot->series_count; i++) {
    if (!in_legend(&plot->series[i])) continue;
    int width = 3 + text_width(plot->series[i].label);
    if (!first && column + width > end) return i;
    if (column + 4 > end) return plot->series_count;
    draw_sample(grid, row, column, plot, i, glyphs);
    char text[256];
    snprintf(text, sizeof text, "%s", plot->series[i].label);
    /* Cut to the room there is, at a character. */
    while (*text && column + 3 + text_width(text) > end) {
      size_t length = strlen(text) - 1;
      while (length && ((unsigned char)text[length] & 0xc0) == 0x80) length--;
      text[length] = 0;
    }
    grid_put(grid, row, column + 3, text, ROLE_TEXT);
    column += width + 2;
    first = false;
  }
  return plot->series_count;
}

/* Puts a text into a row between two columns, cut to fit. */
static void put_between(Grid *grid, int row, int left, int width, const char *text, char align, ViewRole role) {
  char cut[512];
  snprintf(cut, sizeof cut, "%s", text);
  while (*cut && text_width(cut) > width) {
    size_t length = strlen(cut) - 1;
    while (length && ((unsigned char)cut[length] & 0xc0) == 0x80) length--;
    cut[length] = 0;
  }
  int spare = width - text_width(cut);
  grid_put(grid, row, left + (align == 'c' ? spare / 2 : align == 'r' ? spare : 0), cut, role);
}

typedef struct Axis {
  double ticks[TICKS_MOST];
  int count;
} Axis;

static Axis find_ticks(double low, double high, int most, bool logarithmic, bool integers) {
  Axis axis = {.count = 0};
  if (most > TICKS_MOST) most = TICKS_MOST;
  if (logarithmic) {
    axis.count = ticks_log(low, high, most, axis.ticks);
  } else {
    axis.count = integers ? ticks_integers(low, high, most, axis.ticks) : plot_ticks(low, high, most, axis.ticks);
  }
  return axis;
}

/* Takes a line from point to point through the rectangle of dots, cut at its edges (Liang and Barsky). */
static bool cut_segment(double *x0, double *y0, double *x1, double *y1, double width, double height) {
  double from = 0, to = 1, dx = *x1 - *x0, dy = *y1 - *y0;
  double p[4] = {-dx, dx, -dy, dy}, q[4] = {*x0, width - *x0, *y0, height - *y0};
  for (int i = 0; i < 4; i++) {
    if (p[i] == 0) {
      if (q[i] < 0) return false;
    } else {
      double t = q[i] / p[i];
      if (p[i] < 0 && t > from) from = t;
      if (p[i] > 0 && t < to) to = t;
    }
  }
  if (!(from <= to)) return false;
  double start_x = *x0, start_y = *y0;
  if (to < 1) *x1 = start_x + to * dx, *y1 = start_y + to * dy;
  if (from > 0) *x0 = start_x + from * dx, *y0 = start_y + from * dy;
  return true;
}

static double bounded(double value) { return value > 1e9 ? 1e9 : value < -1e9 ? -1e9 : value; }

/* The dot nearest to a place that was cut to the rectangle. */
static int nearest(double value, double most) { return (int)lround(fmin(fmax(value, 0), most)); }

static void draw_line(const Canvas *canvas, const PlotLayout *layout, const PlotSeries *series, const Ink *ink) {
  double width = canvas->width * canvas->across - 1, height = canvas->height * canvas->down - 1;
  Stroke stroke = {0};
  bool has_last = false;
  double last_x = 0, last_y = 0;
  for (int64_t i = 0; i < series->count; i++) {
    if (!usable(x_of(series, i), layout->x_log) || !usable(series->y[i], layout->y_log)) {
      canvas_lift(canvas, &stroke, ink);
      has_last = false;
      continue;
    }
    double x, y;
    dots_of(layout, x_of(series, i), series->y[i], &x, &y);
    x = bounded(x), y = bounded(y);
    int column, row;
    bool inside = plot_place(layout, x_of(series, i), series->y[i], &column, &row);
    if (has_last) {
      double x0 = last_x, y0 = last_y, x1 = x, y1 = y;
      if (cut_segment(&x0, &y0, &x1, &y1, width, height)) {
        if (!stroke.down) canvas_line_to(canvas, &stroke, nearest(x0, width), nearest(y0, height), ink);
        canvas_line_to(canvas, &stroke, nearest(x1, width), nearest(y1, height), ink);
      }
      if (!inside) canvas_lift(canvas, &stroke, ink);
    } else if (inside) {
      canvas_line_to(canvas, &stroke, column, row, ink);
    }
    last_x = x, last_y = y;
    has_last = true;
  }
  canvas_lift(canvas, &stroke, ink);
}

static uint32_t marker_glyph(char marker, ViewGlyphs glyphs) {
  static const struct {
    char marker;
    uint16_t glyph;
  } rows[] = {{'o', 0x25CF}, {'s', 0x25A0}, {'^', 0x25B2}, {'v', 0x25BC}, {'D', 0x25C6}, {'x', 0xD7}, {'*', 0x2605}};
  for (size_t i = 0; glyphs != GLYPHS_ASCII && i < sizeof rows / sizeof *rows; i++)
    if (rows[i].marker == marker) return rows[i].glyph;
  return marker > ' ' && marker < 0x7f ? (uint32_t)marker : '.';
}

static void draw_markers(const Canvas *canvas, const PlotLayout *layout, const PlotSeries *series, const Ink *ink) {
  for (int64_t i = 0; i < series->count; i++) {
    int column, row;
    if (!plot_place(layout, x_of(series, i), series->y[i], &column, &row)) continue;
    if (series->marker == '.' || series->marker == ',') {
      canvas_dot(canvas, column, row, ink);
      continue;
    }
    Cell *cell = canvas_cell(canvas, column, row);
    if (!cell) continue;
    canvas_dot(canvas, column, row, ink);
    cell->text[utf8_encode(marker_glyph(series->marker, canvas->glyphs), cell->text)] = 0;
  }
}

static void draw_bars(const Canvas *canvas, const PlotLayout *layout, const PlotSeries *series, const Ink *ink) {
  int across = canvas->width * canvas->across, down = canvas->height * canvas->down;
  double base = layout->y_log ? layout->y_min : fmin(fmax(0, layout->y_min), layout->y_max);
  for (int64_t i = 0; i < series->count; i++) {
    if (!usable(x_of(series, i), layout->x_log) || !usable(series->y[i], layout->y_log)) continue;
    double left, right, top, bottom;
    dots_of(layout, x_of(series, i) - series->bar_width / 2, series->y[i], &left, &top);
    dots_of(layout, x_of(series, i) + series->bar_width / 2, base, &right, &bottom);
    left = fmax(bounded(left), 0), right = fmin(bounded(right), across - 1);
    double high = fmin(bounded(top), bounded(bottom)), low = fmax(bounded(top), bounded(bottom));
    high = fmax(high, 0), low = fmin(low, down - 1);
    int from = (int)lround(left), to = (int)lround(right);
    if (to > from + 1) to--; /* a gap between neighbours */
    for (int x = from; x <= to; x++)
      for (int y = (int)lround(high); y <= (int)lround(low); y++) canvas_dot(canvas, x, y, ink);
  }
}

static void draw_series(const Canvas *canvas, const PlotLayout *layout, const Plot *plot, int index) {
  const PlotSeries *series = &plot->series[index];
  Ink ink = ink_of(plot, index);
  int column, row;
  switch (series->kind) {
    case PLOT_LINE:
      if (series->line) draw_line(canvas, layout, series, &ink);
      if (series->marker) draw_markers(canvas, layout, series, &ink);
      break;
    case PLOT_BARS:
      draw_bars(canvas, layout, series, &ink);
      break;
    case PLOT_HLINE:
    case PLOT_VLINE: {
      bool across = series->kind == PLOT_HLINE;
      if (series->count < 1 || !plot_place(layout, across ? layout->x_min : x_of(series, 0),
                                           across ? series->y[0] : layout->y_min, &column, &row))
        break;
      int dots = across ? canvas->width * canvas->across : canvas->height * canvas->down;
      for (int i = 0; i < dots; i++)
        if (!ink.period || i % ink.period < ink.on) canvas_dot(canvas, across ? i : column, across ? row : i, &ink);
      break;
    }
    case PLOT_TEXT:
      break; /* after the dots, so that a text is not drawn over */
  }
}

/* Frames the data: y labels with ticks at the left, the x axis below, and marks what was left out. */
static void draw_axes(Grid *grid, const PlotLayout *layout, const Plot *plot, const Axis *x_axis, const Axis *y_axis,
                      int label_width, bool x_labels, ViewGlyphs glyphs) {
  bool ascii = glyphs == GLYPHS_ASCII;
  int axis_row = layout->top + layout->height, axis_column = layout->left - 1, column, row;
  for (int r = layout->top; r < axis_row; r++) grid_put(grid, r, axis_column, ascii ? "|" : "│", ROLE_AXIS);
  for (int i = 0; i < y_axis->count; i++) {
    if (!plot_place(layout, layout->x_min, y_axis->ticks[i], &column, &row)) continue;
    char label[32];
    ticks_label(label, y_axis->ticks[i], y_axis->ticks, y_axis->count);
    int at = layout->top + row / layout->dots_down;
    put_between(grid, at, axis_column - label_width, label_width, label, 'r', ROLE_AXIS);
    if (label_width) grid_put(grid, at, axis_column, ascii ? "+" : "┤", ROLE_AXIS);
  }
  if (axis_row >= grid->rows || !x_labels) return;
  grid_put(grid, axis_row, axis_column, ascii ? "+" : "└", ROLE_AXIS);
  for (int c = 0; c < layout->width; c++) grid_put(grid, axis_row, layout->left + c, ascii ? "-" : "─", ROLE_AXIS);
  int free_from = layout->left - 1;
  for (int i = 0; i < x_axis->count; i++) {
    if (!plot_place(layout, x_axis->ticks[i], layout->y_min, &column, &row)) continue;
    char label[32];
    ticks_label(label, x_axis->ticks[i], x_axis->ticks, x_axis->count);
    int at = layout->left + column / layout->dots_across, width = text_width(label), start = at - width / 2;
    grid_put(grid, axis_row, at, ascii ? "+" : "┬", ROLE_AXIS);
    if (start + width > layout->left + layout->width) start = layout->left + layout->width - width;
    if (start < free_from) continue;
    grid_put(grid, axis_row + 1, start, label, ROLE_AXIS);
    free_from = start + width + 1;
  }
}

static void draw_grid_lines(Grid *grid, const PlotLayout *layout, const Axis *x_axis, const Axis *y_axis,
                            ViewGlyphs glyphs) {
  int column, row;
  for (int r = 0; r < layout->height; r++)
    for (int c = 0; c < layout->width; c++) {
      Cell *cell = grid_at(grid, layout->top + r, layout->left + c);
      if (!cell || strcmp(cell->text, " ") != 0) continue;
      bool on = false;
      for (int i = 0; i < y_axis->count && !on; i++)
        on = plot_place(layout, layout->x_min, y_axis->ticks[i], &column, &row) && row / layout->dots_down == r && c % 2 == 0;
      for (int i = 0; i < x_axis->count && !on; i++)
        on = plot_place(layout, x_axis->ticks[i], layout->y_min, &column, &row) && column / layout->dots_across == c;
      if (on) grid_put(grid, layout->top + r, layout->left + c, glyphs == GLYPHS_ASCII ? "." : "·", ROLE_DIM);
    }
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
  int axis_row = layout->top + layout->height, end = layout->left + layout->width, width = text_width(plot->mark_label);
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
        if (!usable(x_of(series, i), plot->x_log) || !isfinite(series->y[i]) || !(series->y[i] > layout->y_max)) continue;
        double column = share(x_of(series, i), layout->x_min, layout->x_max, layout->x_log) * across;
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
  int width = text_width(note);
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

static void draw_texts(Grid *grid, const PlotLayout *layout, const Plot *plot) {
  for (int s = 0; s < plot->series_count; s++) {
    const PlotSeries *series = &plot->series[s];
    int column, row;
    if (series->kind != PLOT_TEXT || series->count < 1 || !series->label) continue;
    if (!plot_place(layout, x_of(series, 0), series->y[0], &column, &row)) continue;
    int c = column / layout->dots_across;
    put_between(grid, layout->top + row / layout->dots_down, layout->left + c, layout->width - c, series->label, 'l',
                ROLE_TEXT);
  }
}

PlotLayout plot_draw(Grid *grid, int top, int left, int height, int width, const Plot *plot, ViewGlyphs glyphs) {
  Canvas shape = canvas_new(grid, 0, 0, 0, 0, glyphs);
  PlotLayout layout = {.top = top, .left = left, .height = height, .width = width, .dots_across = shape.across,
                       .dots_down = shape.down};
  double above;
  int left_out;
  find_limits(plot, &layout, &above, &left_out);
  if (height < 3 || width < 8) {
    layout.too_small = true;
    put_between(grid, top, left, width, "too small", 'l', ROLE_WARNING);
    return layout;
  }
  /* Rows: what is above the data, then the data, the axis with its labels, the x label. */
  bool x_labels = height >= 5 && !plot->bare, x_title = x_labels && plot->x_label && *plot->x_label && height >= 8;
  int legend = plot->legend ? legend_width(plot) : 0, title = text_width(plot->title), y_title = text_width(plot->y_label);
  int start = top, heading = y_title ? y_title : title;
  bool title_alone = title && (y_title || (legend && title + legend + 2 > width)) && height >= 7;
  if (title_alone) put_between(grid, start++, left, width, plot->title, 'c', ROLE_TITLE);
  if (title_alone && !y_title) heading = 0;
  const char *heading_text = y_title ? plot->y_label : plot->title;
  if ((heading || legend) && height >= 4) {
    bool both = !heading || heading + legend + 2 <= width;
    if (heading && (both || !legend))
      put_between(grid, start, left, width, heading_text, y_title || legend ? 'l' : 'c', y_title ? ROLE_AXIS : ROLE_TITLE);
    if (legend) {
      int from = legend < width ? left + width - legend : left, next = 0;
      next = draw_legend(grid, start, from, left + width, plot, 0, glyphs);
      /* Long legends take more rows, as long as the data keeps most of them. */
      while (next < plot->series_count && start - top < height / 3)
        next = draw_legend(grid, ++start, left, left + width, plot, next, glyphs);
    }
    start++;
  }
  layout.top = start;
  layout.height = top + height - start - (x_labels ? 2 : 0) - (x_title ? 1 : 0);
  if (layout.height < 1) layout.height = 1;

  Axis y_axis = find_ticks(layout.y_min, layout.y_max, layout.height / 3 + 2 < 2 ? 2 : layout.height / 3 + 2, plot->y_log,
                           false);
  int label_width = 0;
  for (int i = 0; i < y_axis.count; i++) {
    char label[32];
    ticks_label(label, y_axis.ticks[i], y_axis.ticks, y_axis.count);
    if (text_width(label) > label_width) label_width = text_width(label);
  }
  if (label_width + 1 > width / 2 || plot->bare) label_width = 0;
  layout.left = left + label_width + (plot->bare ? 0 : 1);
  layout.width = width - (layout.left - left);
  Axis x_axis = find_ticks(layout.x_min, layout.x_max, layout.width / 8 < 2 ? 2 : layout.width / 8, plot->x_log,
                           plot->x_integers);

  Canvas canvas = canvas_new(grid, layout.top, layout.left, layout.height, layout.width, glyphs);
  for (int s = 0; s < plot->series_count; s++) draw_series(&canvas, &layout, plot, s);
  if (!plot->bare) draw_axes(grid, &layout, plot, &x_axis, &y_axis, label_width, x_labels, glyphs);
  if (plot->grid) draw_grid_lines(grid, &layout, &x_axis, &y_axis, glyphs);
  draw_mark(grid, &layout, plot, x_labels, glyphs);
  draw_texts(grid, &layout, plot);
  draw_notes(grid, &layout, plot, above, left_out, glyphs);
  if (x_title) put_between(grid, top + height - 1, layout.left, layout.width, plot->x_label, 'c', ROLE_AXIS);
  return layout;
}
