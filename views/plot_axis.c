/* Axes in cells: ticks, their texts, lines of a grid, and the legend. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/utf8.h"
#include "views/plot_internal.h"

int plot_text_width(const char *text) { return text ? utf8_width(text, strlen(text)) : 0; }

static void cut_to(char *text, int width) {
  while (*text && plot_text_width(text) > width) {
    size_t length = strlen(text) - 1;
    while (length && ((unsigned char)text[length] & 0xc0) == 0x80) length--;
    text[length] = 0;
  }
}

void plot_put(Grid *grid, int row, int left, int width, const char *text, char align, ViewRole role) {
  char cut[512];
  snprintf(cut, sizeof cut, "%s", text);
  cut_to(cut, width);
  int spare = width - plot_text_width(cut);
  grid_put(grid, row, left + (align == 'c' ? spare / 2 : align == 'r' ? spare : 0), cut, role);
}

Axis plot_axis(double low, double high, int most, bool logarithmic, bool integers, const PlotTicks *given) {
  Axis axis = {.count = 0};
  if (given->given) {
    axis.at = given->at, axis.labels = given->labels, axis.count = given->count;
    return axis;
  }
  if (most > TICKS_MOST) most = TICKS_MOST;
  if (logarithmic) {
    axis.count = ticks_log(low, high, most, axis.chosen);
  } else {
    axis.count = integers ? ticks_integers(low, high, most, axis.chosen) : plot_ticks(low, high, most, axis.chosen);
  }
  return axis;
}

static const double *places(const Axis *axis) { return axis->at ? axis->at : axis->chosen; }

void plot_tick_text(char *out, size_t size, const Axis *axis, int index) {
  char number[32];
  if (axis->labels) {
    snprintf(out, size, "%s", axis->labels[index]);
    return;
  }
  ticks_label(number, places(axis)[index], places(axis), axis->count);
  snprintf(out, size, "%s", number);
}

int plot_tick_width(const Axis *axis) {
  int widest = 0;
  for (int i = 0; i < axis->count; i++) {
    char label[256];
    plot_tick_text(label, sizeof label, axis, i);
    if (plot_text_width(label) > widest) widest = plot_text_width(label);
  }
  return widest;
}

static void draw_y_axis(Grid *grid, const PlotLayout *layout, const Plot *plot, const Axis *axis, int label_width,
                        bool ascii) {
  int column, row, axis_column = layout->left - 1, free_from = -1;
  if (!plot->frameless)
    for (int r = layout->top; r < layout->top + layout->height; r++)
      grid_put(grid, r, axis_column, ascii ? "|" : "│", ROLE_AXIS);
  if (!label_width) return;
  /* From the top down; of two labels in one row the first is written. */
  bool down = axis->count > 1 && (places(axis)[0] < places(axis)[1]) == layout->y_inverted;
  for (int n = 0; n < axis->count; n++) {
    int i = down ? n : axis->count - 1 - n;
    double at = places(axis)[i];
    char label[256];
    if (!plot_place(layout, layout->x_min, at, &column, &row)) continue;
    row = layout->top + row / layout->dots_down;
    if (row < free_from) continue;
    free_from = row + 1;
    plot_tick_text(label, sizeof label, axis, i);
    plot_put(grid, row, axis_column - label_width, label_width, label, 'r', ROLE_AXIS);
    if (!plot->frameless) grid_put(grid, row, axis_column, ascii ? "+" : "┤", ROLE_AXIS);
  }
}

static void draw_right_axis(Grid *grid, const PlotLayout *right, const Axis *axis, bool ascii) {
  int column, row, axis_column = right->left + right->width;
  for (int r = right->top; r < right->top + right->height; r++)
    grid_put(grid, r, axis_column, ascii ? "|" : "│", ROLE_AXIS);
  for (int i = 0; i < axis->count; i++) {
    char label[256];
    if (!plot_place(right, right->x_min, places(axis)[i], &column, &row)) continue;
    row = right->top + row / right->dots_down;
    plot_tick_text(label, sizeof label, axis, i);
    grid_put(grid, row, axis_column, ascii ? "+" : "├", ROLE_AXIS);
    grid_put(grid, row, axis_column + 1, label, ROLE_AXIS);
  }
}

/* The room that a label of the x axis has: to the tick beside it. */
static int slot_width(const PlotLayout *layout, const Axis *axis) {
  int least = layout->width, last = -1, column, row;
  for (int i = 0; i < axis->count; i++) {
    if (!plot_place(layout, places(axis)[i], layout->y_min, &column, &row)) continue;
    column /= layout->dots_across;
    if (last >= 0 && abs(column - last) < least) least = abs(column - last);
    last = column;
  }
  return least;
}

static void draw_x_axis(Grid *grid, const PlotLayout *layout, const Plot *plot, const Axis *axis, bool ascii) {
  int axis_row = layout->top + layout->height, column, row, labels = axis_row + (plot->frameless ? 0 : 1);
  if (!plot->frameless) {
    grid_put(grid, axis_row, layout->left - 1, ascii ? "+" : "└", ROLE_AXIS);
    for (int c = 0; c < layout->width; c++) grid_put(grid, axis_row, layout->left + c, ascii ? "-" : "─", ROLE_AXIS);
  }
  int end = layout->left + layout->width, free_from = layout->left - 1, free_to = end;
  /* Names that are longer than their room are cut, where that leaves enough to read. */
  int slot = axis->labels ? slot_width(layout, axis) - 1 : 0;
  for (int i = 0; i < axis->count; i++) {
    if (!plot_place(layout, places(axis)[i], layout->y_min, &column, &row)) continue;
    char label[256];
    plot_tick_text(label, sizeof label, axis, i);
    if (slot >= 3) cut_to(label, slot);
    int at = layout->left + column / layout->dots_across, width = plot_text_width(label), start = at - width / 2;
    if (!plot->frameless) grid_put(grid, axis_row, at, ascii ? "+" : "┬", ROLE_AXIS);
    if (start + width > end) start = end - width;
    bool fits = layout->x_inverted ? start + width <= free_to && start >= layout->left - 1 : start >= free_from;
    if (!fits) continue;
    grid_put(grid, labels, start, label, ROLE_AXIS);
    free_from = start + width + 1;
    free_to = start - 1;
  }
}

void plot_draw_axes(Grid *grid, const PlotLayout *layout, const PlotLayout *right, const Plot *plot, const Axis *x_axis,
                    const Axis *y_axis, const Axis *right_axis, int label_width, bool x_labels, ViewGlyphs glyphs) {
  bool ascii = glyphs == GLYPHS_ASCII;
  draw_y_axis(grid, layout, plot, y_axis, label_width, ascii);
  if (right) draw_right_axis(grid, right, right_axis, ascii);
  if (layout->top + layout->height < grid->rows && x_labels) draw_x_axis(grid, layout, plot, x_axis, ascii);
}

void plot_draw_grid_lines(Grid *grid, const PlotLayout *layout, const Plot *plot, const Axis *x_axis,
                          const Axis *y_axis, ViewGlyphs glyphs) {
  int column, row;
  for (int r = 0; r < layout->height; r++)
    for (int c = 0; c < layout->width; c++) {
      Cell *cell = grid_at(grid, layout->top + r, layout->left + c);
      if (!cell || strcmp(cell->text, " ") != 0 || cell->has_background) continue;
      bool on = false;
      for (int i = 0; i < y_axis->count && !on && plot->grid_y; i++)
        on = c % 2 == 0 && plot_place(layout, layout->x_min, places(y_axis)[i], &column, &row) &&
             row / layout->dots_down == r;
      for (int i = 0; i < x_axis->count && !on && plot->grid_x; i++)
        on = plot_place(layout, places(x_axis)[i], layout->y_min, &column, &row) && column / layout->dots_across == c;
      if (on) grid_put(grid, layout->top + r, layout->left + c, glyphs == GLYPHS_ASCII ? "." : "·", ROLE_DIM);
    }
}

/* What a series looks like, for the legend: two cells. */
static void draw_sample(Grid *grid, int row, int column, const Plot *plot, int index, ViewGlyphs glyphs) {
  const PlotSeries *series = &plot->series[index];
  Ink ink = plot_ink(plot, index);
  Canvas canvas = canvas_new(grid, row, column, 1, 2, glyphs);
  bool fill = series->kind == PLOT_RECTANGLES || series->kind == PLOT_AREA;
  if (fill) {
    for (int y = 0; y < canvas.down; y++)
      for (int x = 0; x < 2 * canvas.across; x++) canvas_fill(&canvas, x, y, &ink);
  } else if (series->line || series->kind == PLOT_HLINE || series->kind == PLOT_VLINE) {
    for (int x = 0; x < 2 * canvas.across; x++)
      if (ink_on(&ink, x)) canvas_dot(&canvas, x, canvas.down / 2, &ink);
  }
  if (series->marker && !fill) {
    bool dot = series->small || series->marker == '.' || series->marker == ',';
    uint32_t glyph = dot ? glyphs == GLYPHS_ASCII ? '.' : 0xB7 : plot_marker_glyph(series->marker, glyphs);
    grid_put_code(grid, row, column, glyph, series->role);
  }
  Cell *cell = grid_at(grid, row, column);
  if (cell && series->has_rgb) cell->has_foreground = true, cell->foreground = series->rgb;
}

static bool in_legend(const PlotSeries *series) {
  return series->label && series->label[0] && series->label[0] != '_' && series->kind != PLOT_TEXT;
}

int plot_legend_width(const Plot *plot) {
  int width = plot_text_width(plot->legend_title);
  if (width) width += 2;
  for (int i = 0; i < plot->series_count; i++)
    if (in_legend(&plot->series[i])) width += 3 + plot_text_width(plot->series[i].label) + (width ? 2 : 0);
  return width;
}

int plot_draw_legend(Grid *grid, int row, int column, int end, const Plot *plot, int from, ViewGlyphs glyphs) {
  bool first = true;
  int title = from == 0 ? plot_text_width(plot->legend_title) : 0;
  if (title && column + title + 2 < end) {
    plot_put(grid, row, column, title, plot->legend_title, 'l', ROLE_AXIS);
    column += title + 2;
  }
  for (int i = from; i < plot->series_count; i++) {
    if (!in_legend(&plot->series[i])) continue;
    int width = 3 + plot_text_width(plot->series[i].label);
    if (!first && column + width > end) return i;
    if (column + 4 > end) return plot->series_count;
    draw_sample(grid, row, column, plot, i, glyphs);
    plot_put(grid, row, column + 3, end - column - 3, plot->series[i].label, 'l', ROLE_TEXT);
    column += width + 2;
    first = false;
  }
  return plot->series_count;
}
