/* Figures into cells, and to the terminal (declared in figure.h). */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/utf8.h"
#include "views/figure.h"
#include "views/plot.h"

enum { SERIES_ROLES = 6, WIDEST = 120, PLOT_ROWS = 24, PIPE_ROWS = 60 };

static int width_of(const char *text) { return text ? utf8_width(text, strlen(text)) : 0; }

/* A text in the middle of a row, cut to the width. */
static void put_centred(Grid *grid, int row, int left, int width, const char *text, ViewRole role) {
  char cut[256];
  snprintf(cut, sizeof cut, "%s", text);
  while (*cut && width_of(cut) > width) {
    size_t length = strlen(cut) - 1;
    while (length && ((unsigned char)cut[length] & 0xc0) == 0x80) length--;
    cut[length] = 0;
  }
  grid_put(grid, row, left + (width - width_of(cut)) / 2, cut, role);
}

static const Artist *image_of(const Axes *axes) {
  for (int i = axes->artist_count - 1; i >= 0; i--)
    if (axes->artists[i].kind == ARTIST_IMAGE) return &axes->artists[i];
  return NULL;
}

static void render_image(const Axes *axes, Grid *grid, int top, int left, int height, int width, ViewGlyphs glyphs,
                         ViewColour colour) {
  const Artist *image = image_of(axes);
  int title = axes->title && *axes->title && height > 1;
  bool labels = !axes->axis_off && width >= 24 && height >= 8;
  int margin = labels && !axes->ticks_off_y ? 4 : 0, below = labels && !axes->ticks_off_x ? 1 : 0;
  int rows = height - title - below, columns = width - margin;
  int room = columns;
  /* The image stands in the middle of its place; what surrounds it goes along. */
  Grid nowhere = {0};
  int drawn_rows = rows, drawn_columns = columns;
  image_draw(&nowhere, 0, 0, &drawn_rows, &drawn_columns, image, colour);
  int start = left + margin + (room - drawn_columns) / 2;
  image_draw(grid, top + title, start, &rows, &columns, image, colour);
  if (title) put_centred(grid, top, left + margin, room, axes->title, ROLE_TITLE);
  double ticks[8];
  int count = margin ? plot_ticks(0, image->pixel_rows - 1, 5, ticks) : 0;
  for (int i = 0; i < count && rows > 0; i++) {
    char text[32];
    int length = snprintf(text, sizeof text, "%.6g", ticks[i]), row = (int)(ticks[i] * rows / image->pixel_rows);
    if (length <= margin - 1) grid_put(grid, top + title + row, start - 1 - length, text, ROLE_AXIS);
  }
  count = below ? plot_ticks(0, image->pixel_columns - 1, columns / 6 < 8 ? columns / 6 : 8, ticks) : 0;
  for (int i = 0; i < count && columns > 0; i++) {
    char text[32];
    snprintf(text, sizeof text, "%.6g", ticks[i]);
    grid_put(grid, top + title + rows, start + (int)(ticks[i] * columns / image->pixel_columns), text, ROLE_AXIS);
  }
}

static PlotKind plot_kind(ArtistKind kind) {
  switch (kind) {
    case ARTIST_BAR: return PLOT_BARS;
    case ARTIST_HLINE: return PLOT_HLINE;
    case ARTIST_VLINE: return PLOT_VLINE;
    case ARTIST_TEXT: return PLOT_TEXT;
    default: return PLOT_LINE;
  }
}

static bool render_plot(const Axes *axes, Grid *grid, int top, int left, int height, int width, ViewGlyphs glyphs) {
  PlotSeries *series = core_alloc_zero((size_t)axes->artist_count + 1, sizeof *series);
  if (!series) return false;
  int lines = 0, coloured = 0;
  for (int i = 0; i < axes->artist_count; i++) {
    const Artist *artist = &axes->artists[i];
    PlotSeries *one = &series[i];
    *one = (PlotSeries){.kind = plot_kind(artist->kind), .x = artist->x, .y = artist->y, .count = artist->count,
                        .label = artist->kind == ARTIST_TEXT ? artist->text : artist->label,
                        .has_rgb = artist->has_rgb, .rgb = artist->rgb, .bar_width = artist->width,
                        .marker = artist->marker};
    one->line = artist->kind == ARTIST_LINE && artist->line_style != ' ' && artist->line_style != 0;
    if (artist->kind == ARTIST_SCATTER && !one->marker) one->marker = 'o';
    one->role = artist->role >= 0 && artist->role < ROLE_COUNT ? (ViewRole)artist->role
                                                                : (ViewRole)(ROLE_SERIES_0 + coloured % SERIES_ROLES);
    if (artist->kind != ARTIST_TEXT && artist->role < 0 && !artist->has_rgb) coloured++;
    one->dashed = artist->line_style == 'd' || artist->line_style == '.';
    one->dotted = artist->line_style == ':';
    if (one->line && artist->line_style == '-' && !one->marker) {
      one->dashed = lines % 3 == 1;
      one->dotted = lines % 3 == 2;
      lines++;
    }
  }
  Plot plot = {.series = series, .series_count = axes->artist_count, .title = axes->title, .x_label = axes->x_label,
               .y_label = axes->y_label, .x_log = axes->x_log, .y_log = axes->y_log, .legend = axes->legend,
               .grid = axes->grid, .bare = axes->axis_off, .has_x_limits = axes->has_x_limits,
               .has_y_limits = axes->has_y_limits, .mark_x = NAN, .mark_y = NAN};
  memcpy(plot.x_limits, axes->x_limits, sizeof plot.x_limits);
  memcpy(plot.y_limits, axes->y_limits, sizeof plot.y_limits);
  plot_draw(grid, top, left, height, width, &plot, glyphs);
  core_free(series);
  return true;
}

bool figure_render(const Figure *figure, Grid *grid, ViewGlyphs glyphs, ViewColour colour) {
  grid_clear(grid);
  int top = 0, rows = grid->rows;
  if (figure->title && *figure->title && rows > 2) {
    put_centred(grid, 0, 0, grid->columns, figure->title, ROLE_TITLE);
    top = 1;
    rows--;
  }
  for (int i = 0; i < figure->axes_count; i++) {
    const Axes *axes = figure->axes[i];
    int from_row = top + axes->row * rows / figure->rows, to_row = top + (axes->row + axes->row_span) * rows / figure->rows;
    /* One blank column between neighbours. */
    int wide = grid->columns + 1;
    int from = axes->column * wide / figure->columns, to = (axes->column + axes->column_span) * wide / figure->columns - 1;
    if (to_row <= from_row || to <= from) continue;
    if (image_of(axes)) {
      render_image(axes, grid, from_row, from, to_row - from_row, to - from, glyphs, colour);
    } else if (!render_plot(axes, grid, from_row, from, to_row - from_row, to - from, glyphs)) {
      return false;
    }
  }
  return true;
}

/* Rows that the axes of a figure want at a width: images keep their shape, curves the figure's. */
static int rows_wanted(const Figure *figure, int columns, int most) {
  double wanted = 1;
  for (int i = 0; i < figure->axes_count; i++) {
    const Axes *axes = figure->axes[i];
    const Artist *image = image_of(axes);
    double width = (double)columns * axes->column_span / figure->columns, height;
    if (image && image->pixel_columns > 0) {
      bool labels = !axes->axis_off && width >= 24;
      if (figure->columns > 1) width -= 1;
      height = ceil((width - (labels ? 4 : 0)) * image->pixel_rows / image->pixel_columns / 2 - 1e-9);
      height += (axes->title != NULL) + (labels ? 1 : 0);
    } else {
      height = columns * figure->height / figure->width / 2 * axes->row_span / figure->rows;
      height = fmin(fmax(height, 10), PLOT_ROWS);
    }
    wanted = fmax(wanted, height * figure->rows / axes->row_span);
  }
  wanted = ceil(wanted) + (figure->title ? 1 : 0);
  return wanted > most ? most : (int)wanted;
}

bool figure_show(Text *out, const Figure *figure, const ViewTerminal *terminal) {
  if (!figure->axes_count) return true;
  int columns = terminal->columns < WIDEST ? terminal->columns : WIDEST;
  int most = terminal->is_terminal ? terminal->rows - 2 : PIPE_ROWS;
  /* Several rows of axes may be taller than the window: they scroll. */
  if (figure->rows > 1 && most < 12 * figure->rows) most = 12 * figure->rows < 200 ? 12 * figure->rows : 200;
  if (figure->rows == 1 && !terminal->is_terminal && most > PLOT_ROWS) most = PLOT_ROWS;
  if (most < 4) most = 4;
  Grid grid;
  if (!grid_new(&grid, rows_wanted(figure, columns, most), columns)) return false;
  bool good = figure_render(figure, &grid, terminal->glyphs, terminal->colour);
  if (good) grid_write(out, &grid, terminal->colour);
  grid_free(&grid);
  return good && !out->failed;
}
