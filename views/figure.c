/* Figures as data. legend_place: '0' best (a legend stands above its axes in a terminal, wherever it was asked for). */
#include "views/figure.h"

#include <string.h>

#include "engine/core/memory.h"

Figure *figure_new(double width, double height) {
  Figure *figure = core_alloc_zero(1, sizeof *figure);
  if (!figure) return NULL;
  *figure = (Figure){.rows = 1, .columns = 1, .width = width > 0 ? width : 6.4, .height = height > 0 ? height : 4.8};
  return figure;
}

static void axes_free(Axes *axes) {
  for (int i = 0; i < axes->artist_count; i++) {
    Artist *artist = &axes->artists[i];
    core_free(artist->x);
    core_free(artist->y);
    core_free(artist->label);
    core_free(artist->text);
    core_free(artist->pixels);
  }
  core_free(axes->artists);
  core_free(axes->title);
  core_free(axes->x_label);
  core_free(axes->y_label);
  core_free(axes);
}

void figure_free(Figure *figure) {
  if (!figure) return;
  for (int i = 0; i < figure->axes_count; i++) axes_free(figure->axes[i]);
  core_free(figure->axes);
  core_free(figure->title);
  core_free(figure);
}

static int common_multiple(int a, int b) {
  int x = a, y = b;
  while (y) {
    int rest = x % y;
    x = y;
    y = rest;
  }
  return a / x * b;
}

/* Grids of different shapes share one figure (subplot(2, 1, 1), subplot(2, 2, 3)): its grid becomes one that both
 * divide. */
static bool refine(Figure *figure, int rows, int columns) {
  if (rows < 1 || columns < 1 || rows > 1000 || columns > 1000) return false;
  if (!figure->axes_count) {
    figure->rows = rows;
    figure->columns = columns;
    return true;
  }
  int all_rows = common_multiple(figure->rows, rows), all_columns = common_multiple(figure->columns, columns);
  if (all_rows > 10000 || all_columns > 10000) return false;
  for (int i = 0; i < figure->axes_count; i++) {
    Axes *axes = figure->axes[i];
    axes->row *= all_rows / figure->rows, axes->row_span *= all_rows / figure->rows;
    axes->column *= all_columns / figure->columns, axes->column_span *= all_columns / figure->columns;
  }
  figure->rows = all_rows;
  figure->columns = all_columns;
  return true;
}

Axes *figure_subplot(Figure *figure, int rows, int columns, int index, int span) {
  if (index < 0 || rows < 1 || columns < 1 || index >= rows * columns || !refine(figure, rows, columns)) return NULL;
  int down = figure->rows / rows, across = figure->columns / columns;
  if (span < 1 || index % columns + span > columns) span = 1;
  int row = index / columns * down, column = index % columns * across;
  for (int i = 0; i < figure->axes_count; i++) {
    Axes *axes = figure->axes[i];
    if (axes->row == row && axes->column == column && axes->row_span == down && axes->column_span == across * span)
      return axes;
  }
  Axes **all = core_realloc(figure->axes, ((size_t)figure->axes_count + 1) * sizeof *all);
  if (!all) return NULL;
  figure->axes = all;
  Axes *axes = core_alloc_zero(1, sizeof *axes);
  if (!axes) return NULL;
  *axes = (Axes){.row = row, .column = column, .row_span = down, .column_span = across * span, .legend_place = '0'};
  return figure->axes[figure->axes_count++] = axes;
}

static Artist *add_artist(Axes *axes, ArtistKind kind, const double *x, const double *y, int64_t count) {
  Artist *all = core_realloc(axes->artists, ((size_t)axes->artist_count + 1) * sizeof *all);
  if (!all) return NULL;
  axes->artists = all;
  size_t bytes = (size_t)(count > 0 ? count : 0) * sizeof(double);
  Artist artist = {.kind = kind, .count = count, .line_style = '-', .role = -1, .width = 0.8};
  artist.x = core_alloc(bytes);
  artist.y = core_alloc(bytes);
  if (!artist.x || !artist.y) {
    core_free(artist.x);
    core_free(artist.y);
    return NULL;
  }
  for (int64_t i = 0; i < count; i++) artist.x[i] = x ? x[i] : (double)i;
  if (bytes && y) memcpy(artist.y, y, bytes);
  axes->artists[axes->artist_count] = artist;
  return &axes->artists[axes->artist_count++];
}

Artist *axes_line(Axes *axes, const double *x, const double *y, int64_t count) {
  return add_artist(axes, ARTIST_LINE, x, y, count);
}

Artist *axes_bars(Axes *axes, const double *x, const double *heights, int64_t count, double width) {
  Artist *bars = add_artist(axes, ARTIST_BAR, x, heights, count);
  if (bars) bars->width = width > 0 ? width : 0.8;
  return bars;
}

Artist *axes_text(Axes *axes, double x, double y, const char *text) {
  char *copy = core_strdup(text);
  Artist *artist = copy ? add_artist(axes, ARTIST_TEXT, &x, &y, 1) : NULL;
  if (!artist) {
    core_free(copy);
    return NULL;
  }
  artist->text = copy;
  return artist;
}
