/* Figures into cells, and to the terminal (declared in figure.h). */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "views/figure.h"
#include "views/plot_internal.h"

enum {
  SERIES_ROLES = 6,
  WIDEST = 120,
  PLOT_ROWS = 24,
  PIPE_ROWS = 60,
  LEAST_IMAGE = 13, /* columns below which a row of images goes on below */
  LEAST_PLOT = 24,
  BAR_WIDTH = 2
};

static const Artist *image_of(const Axes *axes) {
  for (int i = axes->artist_count - 1; i >= 0; i--)
    if (axes->artists[i].kind == PLOT_IMAGE) return &axes->artists[i];
  return NULL;
}

/* matplotlib's first colours have roles of their own, which are brighter where a terminal has few colours. Black is the
 * terminal's own colour of text: on a dark screen it would not be seen. */
static void colour_series(PlotSeries *series, const Artist *artist) {
  series->role = ROLE_TEXT;
  series->has_rgb = artist->has_rgb && (artist->rgb != 0 || artist->kind == PLOT_TEXT);
  series->rgb = artist->rgb;
  for (int i = 0; i < SERIES_ROLES && series->has_rgb && artist->kind != PLOT_TEXT; i++)
    if (view_roles[ROLE_SERIES_0 + i].rgb == artist->rgb) {
      series->role = (ViewRole)(ROLE_SERIES_0 + i);
      series->has_rgb = false;
    }
}

static PlotTicks ticks_of(const AxisTicks *ticks) {
  return (PlotTicks){ticks->given, ticks->count, ticks->at, (const char *const *)ticks->labels};
}

/* What tells series apart where lines have the same style, fills have no colours, or points have no markers. */
typedef struct Turns {
  int lines, fills, points;
} Turns;

static void fill_series(PlotSeries *one, const Artist *artist, ViewColour colour, Turns *turns) {
  static const char markers[] = "os^xD+v*";
  *one = (PlotSeries){.kind = artist->kind, .x = artist->x, .y = artist->y, .x2 = artist->x2, .y2 = artist->y2,
                      .count = artist->count, .label = artist->label, .text = artist->text, .marker = artist->marker,
                      .small = artist->small, .sparse = artist->sparse, .on_right = artist->on_right,
                      .of_axes = artist->of_axes, .align = artist->align, .valign = artist->valign,
                      .extent = artist->extent, .pixels = artist->pixels, .shades = artist->shades,
                      .pixel_rows = artist->pixel_rows, .pixel_columns = artist->pixel_columns,
                      .colours = artist->colours, .transparency = artist->transparency};
  bool fill = artist->kind == PLOT_RECTANGLES || artist->kind == PLOT_AREA;
  one->line = artist->kind == PLOT_LINE && artist->line_style != ' ' && artist->line_style != 0;
  colour_series(one, artist);
  one->dashed = artist->line_style == 'd';
  one->dash_dotted = artist->line_style == '.';
  one->dotted = artist->line_style == ':';
  if (fill) one->dashed = one->dotted = one->dash_dotted = false;
  if (fill && artist->line_style == 'h') one->pattern = -1; /* an outline */
  if (one->line && artist->line_style == '-' && !one->marker) {
    one->dashed = turns->lines % 3 == 1;
    one->dotted = turns->lines % 3 == 2;
    turns->lines++;
  }
  if (colour != COLOUR_NONE) return;
  one->classes = artist->classes;
  if (fill && one->pattern == 0 && !artist->sparse) one->pattern = turns->fills++;
  if (artist->kind == PLOT_LINE && !one->line && artist->default_marker && !artist->classes)
    one->marker = markers[turns->points++ % (int)(sizeof markers - 1)];
}

static void copy_limits(const Side *side, bool *has, double limits[2]) {
  *has = side->has_limits;
  memcpy(limits, side->limits, sizeof side->limits);
}

static Plot plot_of(const Axes *axes, int height, int width, ViewColour colour) {
  Plot plot = {.title = axes->title, .x_label = axes->x.label, .y_label = axes->y.label,
               .right_label = axes->y_right.label, .legend_title = axes->legend_title, .x_log = axes->x.log,
               .y_log = axes->y.log, .right_log = axes->y_right.log, .legend = axes->legend, .grid_x = axes->grid_x,
               .grid_y = axes->grid_y, .x_inverted = axes->x.inverted, .y_inverted = axes->y.inverted,
               .right_inverted = axes->y_right.inverted, .bare = axes->axis_off, .has_right = axes->has_right,
               .x_ticks = ticks_of(&axes->x.ticks), .y_ticks = ticks_of(&axes->y.ticks),
               .right_ticks = ticks_of(&axes->y_right.ticks), .aspect = axes->aspect, .colour = colour, .mark_x = NAN,
               .mark_y = NAN};
  copy_limits(&axes->x, &plot.has_x_limits, plot.x_limits);
  copy_limits(&axes->y, &plot.has_y_limits, plot.y_limits);
  copy_limits(&axes->y_right, &plot.has_right_limits, plot.right_limits);
  if (image_of(axes) && axes->aspect > 0) {
    plot.frameless = true;
    /* The numbers of pixels say little; names of rows and columns, and what stands below, are wanted at any size. */
    if ((width < 24 || height < 8) && !axes->x.ticks.labels && !axes->y.ticks.labels)
      plot.x_ticks = plot.y_ticks = (PlotTicks){.given = true};
  }
  return plot;
}

static Axis bar_ticks(const Axes *axes, int height) {
  PlotTicks given = ticks_of(&axes->bar.ticks);
  return plot_axis(axes->bar.low, axes->bar.high, height / 3 + 2, axes->bar.log, false, &given);
}

/* Columns that the bar of colours takes, with a blank in front. */
static int bar_width(const Axes *axes, int height) {
  if (!axes->bar.count) return 0;
  Axis axis = bar_ticks(axes, height);
  int label = plot_text_width(axes->bar.label), widest = 1 + BAR_WIDTH + 1 + plot_tick_width(&axis);
  if (label > 14) label = 14;
  return widest > label + 1 ? widest : label + 1;
}

static void draw_bar(Grid *grid, const Axes *axes, const PlotLayout *layout, int left, int width, ViewGlyphs glyphs,
                     ViewColour colour) {
  static const char ramp[] = " .:-=+*#%@";
  int halves = colour == COLOUR_NONE ? 1 : 2, lines = layout->height * halves;
  for (int r = 0; r < layout->height; r++)
    for (int c = 0; c < BAR_WIDTH; c++) {
      Cell *cell = grid_at(grid, layout->top + r, left + c);
      if (!cell) continue;
      int upper = (int)((lines - 1 - r * halves + 0.5) * axes->bar.count / lines);
      int lower = (int)((lines - halves - r * halves + 0.5) * axes->bar.count / lines);
      if (colour == COLOUR_NONE) {
        cell->text[0] = ramp[axes->bar.count > 1 ? upper * 9 / (axes->bar.count - 1) : 9];
        cell->text[1] = 0;
        continue;
      }
      strcpy(cell->text, glyphs == GLYPHS_ASCII ? " " : "▀");
      cell->has_foreground = cell->has_background = true;
      cell->foreground = axes->bar.colours[upper];
      cell->background = axes->bar.colours[lower];
    }
  Axis axis = bar_ticks(axes, layout->height);
  int last = -1;
  for (int i = axis.count - 1; i >= 0; i--) {
    double at = axis.at ? axis.at[i] : axis.chosen[i];
    if (!plot_usable(at, axes->bar.log)) continue;
    double share = plot_share(at, axes->bar.low, axes->bar.high, axes->bar.log);
    int row = (int)floor((1 - share) * layout->height);
    if (!(share >= -1e-9 && share <= 1 + 1e-9)) continue;
    row = row < 0 ? 0 : row >= layout->height ? layout->height - 1 : row;
    if (row <= last) continue;
    last = row;
    char label[256];
    plot_tick_text(label, sizeof label, &axis, i);
    plot_put(grid, layout->top + row, left + BAR_WIDTH + 1, width - BAR_WIDTH - 1, label, 'l', ROLE_AXIS);
  }
  if (axes->bar.label) plot_put(grid, layout->top + layout->height, left, width, axes->bar.label, 'l', ROLE_AXIS);
}

static bool render_axes(const Axes *axes, Grid *grid, int top, int left, int height, int width, ViewGlyphs glyphs,
                        ViewColour colour) {
  PlotSeries *series = core_alloc_zero((size_t)axes->artist_count + 1, sizeof *series);
  if (!series) return false;
  Turns turns = {0};
  for (int i = 0; i < axes->artist_count; i++) fill_series(&series[i], &axes->artists[i], colour, &turns);
  int bar = bar_width(axes, height);
  if (bar && bar + 8 > width) bar = 0;
  Plot plot = plot_of(axes, height, width, colour);
  plot.series = series;
  plot.series_count = axes->artist_count;
  PlotLayout layout = plot_draw(grid, top, left, height, width - bar, &plot, glyphs);
  if (bar && !layout.too_small) {
    /* Beside the image, which may be narrower than its place. */
    int start = plot.has_right ? left + width - bar + 1 : layout.left + layout.width + 1;
    draw_bar(grid, axes, &layout, start, bar - 1, glyphs, colour);
  }
  core_free(series);
  return true;
}

/* Where a share of the figure falls; a hair is added, so that thirds meet. */
static int place_of(double share, int size) { return (int)floor(share * size + 1e-6); }

/* The columns of a regular grid of axes, each as wide as the others; 0 where it is none. */
static int grid_columns(const Figure *figure, int *rows) {
  double width = 1, height = 1;
  for (int i = 0; i < figure->axes_count; i++) {
    width = fmin(width, figure->axes[i]->right - figure->axes[i]->left);
    height = fmin(height, figure->axes[i]->bottom - figure->axes[i]->top);
  }
  if (!(width > 1e-3) || !(height > 1e-3)) return 0;
  int columns = (int)lround(1 / width);
  *rows = (int)lround(1 / height);
  for (int i = 0; i < figure->axes_count; i++) {
    const Axes *axes = figure->axes[i];
    double column = axes->left * columns, row = axes->top * *rows;
    if (fabs(column - round(column)) > 1e-6 || fabs(row - round(row)) > 1e-6) return 0;
    if (fabs((axes->right - axes->left) * columns - 1) > 1e-6 || fabs((axes->bottom - axes->top) * *rows - 1) > 1e-6)
      return 0;
  }
  return columns;
}

bool figure_render(const Figure *figure, Grid *grid, ViewGlyphs glyphs, ViewColour colour) {
  grid_clear(grid);
  int top = 0, rows = grid->rows;
  if (figure->title && *figure->title && rows > 2) {
    plot_put(grid, 0, 0, grid->columns, figure->title, 'c', ROLE_TITLE);
    top = 1;
    rows--;
  }
  if (figure->y_label && rows > 4) {
    plot_put(grid, top++, 0, grid->columns, figure->y_label, 'l', ROLE_AXIS);
    rows--;
  }
  if (figure->x_label && rows > 4) {
    plot_put(grid, grid->rows - 1, 0, grid->columns, figure->x_label, 'c', ROLE_AXIS);
    rows--;
  }
  /* One blank column between neighbours. Pictures beside each other have the same width: what is over stays blank. */
  int width = grid->columns + 1, down, across = grid_columns(figure, &down);
  if (across > 1) width -= width % across;
  for (int i = 0; i < figure->axes_count; i++) {
    const Axes *axes = figure->axes[i];
    int from_row = top + place_of(axes->top, rows), to_row = top + place_of(axes->bottom, rows);
    int from = place_of(axes->left, width), to = place_of(axes->right, width) - 1;
    if (to_row <= from_row || to <= from) continue;
    if (!render_axes(axes, grid, from_row, from, to_row - from_row, to - from, glyphs, colour)) return false;
  }
  return true;
}

/* ---- Sizes ---- */

/* The ranges of an axes whose shape is to be kept. */
static bool ranges_of(const Axes *axes, double *x, double *y) {
  const Artist *image = image_of(axes);
  *x = axes->x.limits[1] - axes->x.limits[0], *y = axes->y.limits[1] - axes->y.limits[0];
  if (image && !axes->x.has_limits) *x = fabs(image->extent[1] - image->extent[0]);
  if (image && !axes->y.has_limits) *y = fabs(image->extent[3] - image->extent[2]);
  return (image || (axes->x.has_limits && axes->y.has_limits)) && *x > 0 && *y > 0 && isfinite(*x) && isfinite(*y);
}

/* Rows that an axes wants where it has so many columns: images keep their shape, curves the figure's. */
static double rows_of(const Figure *figure, const Axes *axes, double width, int all_columns, ViewColour colour) {
  double x, y, share = axes->bottom - axes->top;
  if (axes->aspect > 0 && ranges_of(axes, &x, &y)) {
    Plot plot = plot_of(axes, 100, (int)width, colour);
    if (axes->right - axes->left < 1) width -= 1;
    PlotTicks ticks = plot.y_ticks;
    Axis axis = plot_axis(axes->y.has_limits ? axes->y.limits[0] : 0, axes->y.has_limits ? axes->y.limits[1] : y, 6,
                          false, false, &ticks);
    int labels = plot.bare ? 0 : plot_tick_width(&axis);
    if (labels && labels + 1 > width / 3) labels = (int)width / 3 - 1;
    double wide = width - (labels ? labels + 1 : 0) - bar_width(axes, 20);
    double height = ceil(wide * y * axes->aspect / x / 2 - 1e-9);
    bool legend = axes->legend || (axes->y.label && *axes->y.label && !plot.bare);
    bool numbers = !plot.bare && !(plot.frameless && plot.x_ticks.given && plot.x_ticks.count == 0);
    height += (axes->title && *axes->title) + legend + (numbers ? plot.frameless ? 1 : 2 : 0);
    height += axes->x.label && *axes->x.label && !plot.bare ? 1 : 0;
    return image_of(axes) || height < PLOT_ROWS ? height : PLOT_ROWS;
  }
  double height = all_columns * figure->height / figure->width / 2 * share;
  return fmin(fmax(height, 10), PLOT_ROWS);
}

static int rows_wanted(const Figure *figure, int columns, int most, ViewColour colour) {
  double wanted = 1;
  for (int i = 0; i < figure->axes_count; i++) {
    const Axes *axes = figure->axes[i];
    double share = axes->bottom - axes->top, width = columns * (axes->right - axes->left);
    if (share > 0.02) wanted = fmax(wanted, rows_of(figure, axes, width, columns, colour) / share);
  }
  wanted = ceil(wanted - 1e-6) + (figure->title ? 1 : 0) + (figure->x_label ? 1 : 0) + (figure->y_label ? 1 : 0);
  return wanted > most ? most : (int)wanted;
}

/* Puts the axes of a grid that is too wide into rows of fewer; figure is a copy whose axes' places may change. */
static void wrap(Figure *figure, int columns) {
  int rows, across = grid_columns(figure, &rows);
  if (across < 2) return;
  int least = LEAST_IMAGE;
  bool images = false;
  for (int i = 0; i < figure->axes_count; i++) {
    const Axes *axes = figure->axes[i];
    if (!image_of(axes) && !axes->axis_off && axes->artist_count) least = LEAST_PLOT;
    images = images || image_of(axes);
  }
  int fit = (columns + 1) / least;
  if (fit < 1) fit = 1;
  if (fit >= across) return;
  int parts = (across + fit - 1) / fit, each = (across + parts - 1) / parts;
  /* Pictures that have a curve or bars beside each stay with them. */
  if (images && least == LEAST_PLOT && across % 2 == 0 && each % 2 && each > 1)
    each--, parts = (across + each - 1) / each;
  for (int i = 0; i < figure->axes_count; i++) {
    Axes *axes = figure->axes[i];
    int column = (int)lround(axes->left * across), row = (int)lround(axes->top * rows);
    /* What stands below each other in a few rows (a picture and what a network made of it) stays so. */
    row = rows <= 3 ? column / each * rows + row : row * parts + column / each;
    axes->left = (double)(column % each) / each, axes->right = (double)(column % each + 1) / each;
    axes->top = (double)row / (rows * parts), axes->bottom = (double)(row + 1) / (rows * parts);
  }
  figure->height *= parts;
}

static int rows_of_axes(const Figure *figure) {
  double least = 1;
  for (int i = 0; i < figure->axes_count; i++) {
    double share = figure->axes[i]->bottom - figure->axes[i]->top;
    if (share > 0.02) least = fmin(least, share);
  }
  return (int)lround(1 / least);
}

bool figure_show(Text *out, const Figure *figure, const ViewTerminal *terminal) {
  if (!figure->axes_count) return true;
  int columns = terminal->columns < WIDEST ? terminal->columns : WIDEST;
  /* Places may change for this width; the axes themselves are shared with the figure. */
  Figure placed = *figure;
  Axes *copies = core_alloc((size_t)figure->axes_count * sizeof *copies);
  Axes **pointers = core_alloc((size_t)figure->axes_count * sizeof *pointers);
  Grid grid = {0};
  bool good = copies && pointers;
  if (good) {
    for (int i = 0; i < figure->axes_count; i++) {
      copies[i] = *figure->axes[i];
      pointers[i] = &copies[i];
    }
    placed.axes = pointers;
    wrap(&placed, columns);
    int most = terminal->is_terminal ? terminal->rows - 2 : PIPE_ROWS, rows = rows_of_axes(&placed);
    /* Several rows of axes may be taller than the window: they scroll. */
    if (rows > 1 && most < 16 * rows) most = 16 * rows < 240 ? 16 * rows : 240;
    if (rows == 1 && !terminal->is_terminal && most > PLOT_ROWS) most = PLOT_ROWS;
    if (most < 4) most = 4;
    good = grid_new(&grid, rows_wanted(&placed, columns, most, terminal->colour), columns);
  }
  if (good) good = figure_render(&placed, &grid, terminal->glyphs, terminal->colour);
  if (good) grid_write(out, &grid, terminal->colour);
  grid_free(&grid);
  core_free(copies);
  core_free(pointers);
  return good && !out->failed;
}
