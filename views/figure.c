/* Figures as data. */
#include "views/figure.h"

#include <string.h>

#include "engine/core/memory.h"

Figure *figure_new(double width, double height) {
  Figure *figure = core_alloc_zero(1, sizeof *figure);
  if (!figure) return NULL;
  *figure = (Figure){.width = width > 0 ? width : 6.4, .height = height > 0 ? height : 4.8};
  return figure;
}

static void ticks_free(AxisTicks *ticks) {
  for (int i = 0; ticks->labels && i < ticks->count; i++) core_free(ticks->labels[i]);
  core_free(ticks->labels);
  core_free(ticks->at);
  *ticks = (AxisTicks){0};
}

static void side_free(Side *side) {
  ticks_free(&side->ticks);
  core_free(side->label);
}

static void axes_free(Axes *axes) {
  for (int i = 0; i < axes->artist_count; i++) {
    Artist *artist = &axes->artists[i];
    core_free(artist->x);
    core_free(artist->y);
    core_free(artist->x2);
    core_free(artist->y2);
    core_free(artist->colours);
    core_free(artist->classes);
    core_free(artist->label);
    core_free(artist->text);
    core_free(artist->pixels);
    core_free(artist->shades);
  }
  core_free(axes->artists);
  core_free(axes->title);
  core_free(axes->legend_title);
  side_free(&axes->x);
  side_free(&axes->y);
  side_free(&axes->y_right);
  ticks_free(&axes->bar.ticks);
  core_free(axes->bar.colours);
  core_free(axes->bar.label);
  core_free(axes);
}

void figure_free(Figure *figure) {
  if (!figure) return;
  for (int i = 0; i < figure->axes_count; i++) axes_free(figure->axes[i]);
  core_free(figure->axes);
  core_free(figure->title);
  core_free(figure->x_label);
  core_free(figure->y_label);
  core_free(figure);
}

Axes *figure_axes(Figure *figure, double left, double top, double right, double bottom) {
  Axes **all = core_realloc(figure->axes, ((size_t)figure->axes_count + 1) * sizeof *all);
  if (!all) return NULL;
  figure->axes = all;
  Axes *axes = core_alloc_zero(1, sizeof *axes);
  if (!axes) return NULL;
  *axes = (Axes){.left = left, .top = top, .right = right, .bottom = bottom};
  return figure->axes[figure->axes_count++] = axes;
}

Artist *axes_add(Axes *axes, PlotKind kind, const double *x, const double *y, int64_t count) {
  Artist *all = core_realloc(axes->artists, ((size_t)axes->artist_count + 1) * sizeof *all);
  if (!all) return NULL;
  axes->artists = all;
  size_t bytes = (size_t)(count > 0 ? count : 0) * sizeof(double);
  Artist artist = {.kind = kind, .count = count, .line_style = '-'};
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

bool axes_ticks(AxisTicks *ticks, const double *at, const char *const *labels, int count) {
  ticks_free(ticks);
  ticks->at = core_alloc((size_t)count * sizeof *at + 1);
  ticks->labels = labels ? core_alloc_zero((size_t)count + 1, sizeof *ticks->labels) : NULL;
  if (!ticks->at || (labels && !ticks->labels)) return false;
  ticks->given = true;
  ticks->count = count;
  if (count) memcpy(ticks->at, at, (size_t)count * sizeof *at);
  for (int i = 0; labels && i < count; i++)
    if (!(ticks->labels[i] = core_strdup(labels[i]))) return false;
  return true;
}
