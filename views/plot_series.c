/* Series in cells: images, fills, lines with their markers, texts. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/utf8.h"
#include "views/plot_internal.h"

Ink plot_ink(const Plot *plot, int index) {
  const PlotSeries *series = &plot->series[index];
  Ink ink = {.role = series->role, .has_rgb = series->has_rgb, .rgb = series->rgb, .pattern = series->pattern,
             .sparse = series->sparse,
             .ascii = series->ascii ? series->ascii : plot_ascii[index % PLOT_ASCII_COUNT]};
  if (series->sparse) ink.ascii = '.';
  if (series->dashed) ink.period = 2, ink.on = 1;
  if (series->dotted) ink.period = 3, ink.on = 1;
  if (series->dash_dotted) ink.period = 6, ink.on = 3;
  return ink;
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

/* The dot nearest to a place that was cut to the rectangle. */
static int nearest(double value, double most) { return (int)lround(fmin(fmax(value, 0), most)); }

static bool point_of(const PlotLayout *layout, const PlotSeries *series, int64_t i, double *x, double *y) {
  *x = plot_x_of(series, i), *y = series->y[i];
  if (series->of_axes) {
    /* Shares of the plot become values on its axes, which are then placed as all others are. */
    *x = layout->x_min + (layout->x_inverted ? 1 - *x : *x) * (layout->x_max - layout->x_min);
    *y = layout->y_min + (layout->y_inverted ? 1 - *y : *y) * (layout->y_max - layout->y_min);
  }
  return plot_usable(*x, layout->x_log) && plot_usable(*y, layout->y_log);
}

static void draw_line(const Canvas *canvas, const PlotLayout *layout, const PlotSeries *series, const Ink *ink) {
  double width = canvas->width * canvas->across - 1, height = canvas->height * canvas->down - 1;
  Stroke stroke = {0};
  bool has_last = false;
  double last_x = 0, last_y = 0;
  for (int64_t i = 0; i < series->count; i++) {
    double at_x, at_y, x, y;
    if (!point_of(layout, series, i, &at_x, &at_y)) {
      canvas_lift(canvas, &stroke, ink);
      has_last = false;
      continue;
    }
    plot_dots_of(layout, at_x, at_y, &x, &y);
    x = plot_bounded(x), y = plot_bounded(y);
    int column, row;
    bool inside = plot_place(layout, at_x, at_y, &column, &row);
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

uint32_t plot_marker_glyph(char marker, ViewGlyphs glyphs) {
  static const struct {
    char marker;
    uint16_t glyph;
  } rows[] = {{'o', 0x25CF}, {'s', 0x25A0}, {'^', 0x25B2}, {'v', 0x25BC}, {'D', 0x25C6}, {'d', 0x25C7}, {'x', 0xD7},
              {'X', 0xD7},   {'*', 0x2605}, {'<', 0x25C0}, {'>', 0x25B6}, {'P', '+'},    {'p', 0x25CF}, {'8', 0x25CF},
              {'h', 0x25CF}, {'H', 0x25CF}, {'|', 0x2502}, {'1', 'Y'},    {'2', 0x3BB},  {'3', '<'},    {'4', '>'}};
  for (size_t i = 0; glyphs != GLYPHS_ASCII && i < sizeof rows / sizeof *rows; i++)
    if (rows[i].marker == marker) return rows[i].glyph;
  return marker > ' ' && marker < 0x7f ? (uint32_t)marker : '.';
}

static void draw_markers(const Canvas *canvas, const PlotLayout *layout, const PlotSeries *series, const Ink *given) {
  static const char of_class[] = "os^xD+v*";
  for (int64_t i = 0; i < series->count; i++) {
    int column, row;
    double x, y;
    if (!point_of(layout, series, i, &x, &y) || !plot_place(layout, x, y, &column, &row)) continue;
    Ink ink = *given;
    char marker = series->marker;
    if (series->colours) ink.has_rgb = true, ink.rgb = series->colours[i];
    if (series->classes) marker = of_class[series->classes[i] % (sizeof of_class - 1)];
    if (series->classes) ink.ascii = marker;
    canvas_dot(canvas, column, row, &ink);
    Cell *cell = canvas_cell(canvas, column, row);
    if (!cell || ((marker == '.' || marker == ',' || series->small) && !series->classes)) continue;
    uint32_t glyph = marker == series->marker && canvas->glyphs == GLYPHS_ASCII && !series->line && marker == 'o'
                         ? (uint32_t)(unsigned char)ink.ascii
                         : plot_marker_glyph(marker, canvas->glyphs);
    cell->text[utf8_encode(glyph, cell->text)] = 0;
  }
}

/* A side of a rectangle in dots: what cannot be placed (infinite, or not above zero on a log axis) is the edge. */
static double side_of(double value, double other, bool logarithmic, double place, double from, double to) {
  if (plot_usable(value, logarithmic)) return plot_bounded(place);
  return value > other ? to : from;
}

static void draw_rectangles(const Canvas *canvas, const PlotLayout *layout, const PlotSeries *series,
                            const Ink *given) {
  int across = canvas->width * canvas->across, down = canvas->height * canvas->down;
  for (int64_t i = 0; i < series->count; i++) {
    double x = plot_x_of(series, i), y = series->y[i], x2 = series->x2[i], y2 = series->y2[i];
    if (isnan(x) || isnan(y) || isnan(x2) || isnan(y2)) continue;
    double left, right, top, bottom;
    plot_dots_of(layout, x, y, &left, &bottom);
    plot_dots_of(layout, x2, y2, &right, &top);
    double low = layout->x_inverted ? across - 1 : 0, high = layout->x_inverted ? 0 : across - 1;
    left = side_of(x, x2, layout->x_log, left, low, high), right = side_of(x2, x, layout->x_log, right, low, high);
    low = layout->y_inverted ? 0 : down - 1, high = layout->y_inverted ? down - 1 : 0;
    bottom = side_of(y, y2, layout->y_log, bottom, low, high), top = side_of(y2, y, layout->y_log, top, low, high);
    double x_from = fmin(left, right), x_to = fmax(left, right), y_from = fmin(top, bottom), y_to = fmax(top, bottom);
    if (x_to < -0.5 || x_from > across - 0.5 || y_to < -0.5 || y_from > down - 0.5 || y == y2) continue;
    int from = nearest(x_from, across - 1), to = nearest(x_to, across - 1);
    if (to > from + 1 && x_to < across - 0.5 && !series->sparse) to--; /* a gap between neighbours */
    Ink ink = *given;
    if (series->colours) ink.has_rgb = true, ink.rgb = series->colours[i];
    int y_first = nearest(y_from, down - 1), y_last = nearest(y_to, down - 1);
    for (int column = from; column <= to; column++)
      for (int row = y_first; row <= y_last; row++)
        if (!ink.hollow || column == from || column == to || row == y_first || row == y_last)
          canvas_fill(canvas, column, row, &ink);
  }
}

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* The polygon through the points [from, to): each row of dots is filled between its crossings, taken in pairs. */
static void fill_polygon(const Canvas *canvas, const double *x, const double *y, int64_t count, double *crossings,
                         const Ink *ink) {
  int across = canvas->width * canvas->across, down = canvas->height * canvas->down;
  for (int row = 0; row < down; row++) {
    int found = 0;
    for (int64_t i = 0; i < count; i++) {
      int64_t next = i + 1 < count ? i + 1 : 0;
      if ((y[i] <= row) == (y[next] <= row)) continue;
      crossings[found++] = x[i] + (row - y[i]) / (y[next] - y[i]) * (x[next] - x[i]);
    }
    qsort(crossings, (size_t)found, sizeof *crossings, by_value);
    for (int i = 0; i + 1 < found; i += 2) {
      if (crossings[i + 1] < -0.5 || crossings[i] > across - 0.5) continue;
      for (int column = nearest(crossings[i], across - 1); column <= nearest(crossings[i + 1], across - 1); column++)
        canvas_fill(canvas, column, row, ink);
    }
  }
}

static void draw_areas(const Canvas *canvas, const PlotLayout *layout, const PlotSeries *series, const Ink *ink) {
  /* Without memory an area is left out; its outline in other series stays. */
  double *x = core_alloc((size_t)(3 * series->count + 3) * sizeof *x);
  if (!x) return;
  double *y = x + series->count, *crossings = y + series->count;
  int64_t count = 0;
  for (int64_t i = 0; i <= series->count; i++) {
    double at_x = NAN, at_y = NAN;
    if (i < series->count) {
      at_x = plot_x_of(series, i), at_y = series->y[i];
      if (layout->y_log && at_y <= 0) at_y = layout->y_min;
    }
    if (plot_usable(at_x, layout->x_log) && plot_usable(at_y, layout->y_log)) {
      plot_dots_of(layout, at_x, at_y, &x[count], &y[count]);
      x[count] = plot_bounded(x[count]), y[count] = plot_bounded(y[count]);
      count++;
    } else if (count && (i == series->count || isnan(at_x))) {
      fill_polygon(canvas, x, y, count, crossings, ink);
      count = 0;
    }
  }
  core_free(x);
}

static void draw_across(const Canvas *canvas, const PlotLayout *layout, const PlotSeries *series, const Ink *ink) {
  bool across = series->kind == PLOT_HLINE;
  int column, row;
  if (series->count < 1 || !plot_place(layout, across ? layout->x_min : plot_x_of(series, 0),
                                       across ? series->y[0] : layout->y_min, &column, &row))
    return;
  int dots = across ? canvas->width * canvas->across : canvas->height * canvas->down, from = 0, to = dots - 1;
  if (series->count > 1) {
    double first = across ? plot_x_of(series, 0) : 1 - series->y[1], last = across ? plot_x_of(series,
                                                                                               1) : 1 - series->y[0];
    from = nearest(first * (dots - 1), dots - 1), to = nearest(last * (dots - 1), dots - 1);
  }
  for (int i = from; i <= to; i++)
    if (ink_on(ink, i)) canvas_dot(canvas, across ? i : column, across ? row : i, ink);
}

void plot_draw_series(const Canvas *canvas, const PlotLayout *layout, const Plot *plot, int index, int level) {
  const PlotSeries *series = &plot->series[index];
  Ink ink = plot_ink(plot, index);
  if (series->kind == PLOT_RECTANGLES || series->kind == PLOT_AREA) {
    if (level != 1) return;
    ink.hollow = series->pattern < 0;
    if (series->kind == PLOT_AREA) draw_areas(canvas, layout, series, &ink);
    else draw_rectangles(canvas, layout, series, &ink);
  } else if (series->kind == PLOT_IMAGE) {
    if (level == 0) plot_draw_image(canvas, layout, plot, series);
  } else if (level == 2) {
    if (series->kind == PLOT_HLINE || series->kind == PLOT_VLINE) draw_across(canvas, layout, series, &ink);
    if (series->kind == PLOT_LINE && series->line) draw_line(canvas, layout, series, &ink);
    if (series->kind == PLOT_LINE && series->marker) draw_markers(canvas, layout, series, &ink);
  }
}

/* One row of a text. Over an image its own colour is seen; elsewhere black would not be. */
static void put_text(Grid *grid, int row, int column, const char *text, const PlotSeries *series) {
  int width = grid_put(grid, row, column, text, ROLE_TEXT);
  for (int i = 0; i < width; i++) {
    Cell *cell = grid_at(grid, row, column + i);
    if (!cell || (!series->has_rgb && !cell->has_background)) continue;
    uint32_t rgb = series->has_rgb ? series->rgb : 0;
    if (rgb == 0 && !cell->has_background) continue;
    if (!series->has_rgb) {
      uint32_t behind = cell->background;
      int light = (int)((behind >> 16 & 255) * 3 + (behind >> 8 & 255) * 6 + (behind & 255));
      rgb = light > 1150 ? 0 : 0xffffff;
    }
    cell->has_foreground = true;
    cell->foreground = rgb;
  }
}

static void draw_text(Grid *grid, const PlotLayout *layout, const PlotSeries *series) {
  int across = layout->width * layout->dots_across, down = layout->height * layout->dots_down;
  double x, y, dot_x, dot_y;
  if (series->count < 1 || !series->text || !point_of(layout, series, 0, &x, &y)) return;
  plot_dots_of(layout, x, y, &dot_x, &dot_y);
  /* As in matplotlib, a text at a place of the data that is not shown is not shown. */
  if (!series->of_axes && (dot_x < -1 || dot_x > across || dot_y < -1 || dot_y > down)) return;
  int lines = 1, row = (int)floor(plot_bounded(lround(dot_y)) / layout->dots_down) + layout->top;
  int column = (int)floor(plot_bounded(lround(dot_x)) / layout->dots_across) + layout->left;
  for (const char *c = series->text; *c; c++) lines += *c == '\n';
  row -= series->valign == 't' ? 0 : series->valign == 'c' ? (lines - 1) / 2 : lines - 1;
  if (series->valign == 'b') row--;
  int last = layout->top + layout->height - lines;
  if (!series->of_axes) row = row > last ? last : row;
  if (!series->of_axes) row = row < layout->top ? layout->top : row;
  const char *text = series->text;
  for (int i = 0; i < lines; i++) {
    char line[256];
    size_t length = strcspn(text, "\n"), kept = length < sizeof line ? length : sizeof line - 1;
    memcpy(line, text, kept);
    line[kept] = 0;
    int width = plot_text_width(line);
    int start = column - (series->align == 'c' ? width / 2 : series->align == 'r' ? width - 1 : 0);
    if (start + width > layout->left + layout->width) start = layout->left + layout->width - width;
    if (start < layout->left) start = layout->left;
    put_text(grid, row + i, start, line, series);
    text += length + (text[length] == '\n');
  }
}

void plot_draw_texts(Grid *grid, const PlotLayout *layout, const PlotLayout *right, const Plot *plot) {
  for (int s = 0; s < plot->series_count; s++) {
    if (plot->series[s].kind != PLOT_TEXT) continue;
    PlotLayout its = plot_layout_for(layout, right, &plot->series[s]);
    draw_text(grid, &its, &plot->series[s]);
  }
}
