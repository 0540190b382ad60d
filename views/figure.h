/* Figures as data: what plt.* builds and a renderer draws. */
#ifndef NNSH_VIEWS_FIGURE_H
#define NNSH_VIEWS_FIGURE_H

#include "engine/array/array.h"
#include "views/cells.h"

typedef enum ArtistKind { ARTIST_LINE, ARTIST_SCATTER, ARTIST_BAR, ARTIST_HLINE, ARTIST_VLINE, ARTIST_TEXT, ARTIST_IMAGE } ArtistKind;

/* One thing drawn in an axes. Coordinates are data coordinates (double). */
typedef struct Artist {
  ArtistKind kind;
  double *x, *y;      /* count entries; NaN breaks a line; bars: left edge centres and heights */
  int64_t count;
  double width;       /* of bars */
  char *label;        /* legend text, or NULL */
  char *text;         /* ARTIST_TEXT */
  char line_style;    /* '-', ':' , 'd' (dashed), '.' (dash-dot), ' ' none */
  char marker;        /* 'o', 's', '^', 'x', '+', '.', '*', 0 none */
  int role;           /* ViewRole, or -1 to take the next series colour */
  bool has_rgb;
  uint32_t rgb;
  /* ARTIST_IMAGE: rows x columns pixels, 0xRRGGBB, already mapped through the colour map. */
  uint32_t *pixels;
  int pixel_rows, pixel_columns;
} Artist;

typedef struct Axes {
  int row, column, row_span, column_span; /* place in the figure's grid */
  Artist *artists;
  int artist_count;
  char *title, *x_label, *y_label;
  bool legend;
  char legend_place; /* '0' best, or 'r'/'l' with 'u'/'d': see figure.c */
  bool has_x_limits, has_y_limits;
  double x_limits[2], y_limits[2];
  bool x_log, y_log, grid, axis_off, is_image, inverted_y, ticks_off_x, ticks_off_y;
} Axes;

typedef struct Figure {
  int rows, columns;        /* the grid of axes */
  double width, height;     /* figsize in inches */
  Axes **axes;              /* owned */
  int axes_count;
  char *title;
} Figure;

Figure *figure_new(double width, double height);
void figure_free(Figure *figure);
/* The axes at a place of an r x c grid (0-based cell); made when it is not there yet. NULL: memory. */
Axes *figure_subplot(Figure *figure, int rows, int columns, int index, int span);
/* Adds an artist; arrays are copied. NULL: memory. */
Artist *axes_line(Axes *axes, const double *x, const double *y, int64_t count);
Artist *axes_bars(Axes *axes, const double *x, const double *heights, int64_t count, double width);
Artist *axes_text(Axes *axes, double x, double y, const char *text);
/* An image from an array (h, w), (h, w, 1), (h, w, 3) or (h, w, 4), any dtype, as plt.imshow: scalar images go through
 * `colour_map` ("viridis", "gray", "gray_r"/"binary", ... see colour_map_named) after scaling vmin..vmax (NAN: from
 * the data); colour images are 0..255 integers or 0..1 floats. Errors are matplotlib's ("Invalid shape (3,) for image
 * data"). */
bool axes_image(Axes *axes, const NdArray *array, const char *colour_map, double vmin, double vmax, Error *error);
/* Whether a colour map of that name exists; names for completion, NULL-terminated. */
bool colour_map_named(const char *name);
extern const char *const colour_map_names[];
/* 0xRRGGBB of a map at t in [0, 1]. */
uint32_t colour_map_at(const char *name, double t);
/* A matplotlib colour ("r", "tab:blue", "#ff8800", "C0", "0.5", names); false where unknown. */
bool colour_parse(const char *text, uint32_t *rgb);

/* An image alone, scaled into a rectangle with its pixels square (a cell is taken as twice as high as wide): two pixels
 * a cell as upper half blocks, or without colour a ramp of ten characters whose thin end is what the image's edge is:
 * dark or light. Smaller than the image: pixels are averaged; larger: repeated. Sets what was used. */
void image_draw(Grid *grid, int top, int left, int *height, int *width, const Artist *image, ViewColour colour);

/* Draws a figure into a grid of the given size. Series of one axes that nobody gave a line style are drawn solid, dashed,
 * dotted in turn, so that they are told apart without colour. */
bool figure_render(const Figure *figure, Grid *grid, ViewGlyphs glyphs, ViewColour colour);

/* plt.show(): the figure as lines of text at a size that suits the terminal, aspect kept for images. */
bool figure_show(Text *out, const Figure *figure, const ViewTerminal *terminal);

#endif
