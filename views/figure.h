/* Figures as data: what plt.* builds and a renderer draws.
 *
 * A figure holds axes at places given as shares of its height and width; axes hold artists in the order in which they
 * were added. Coordinates are data coordinates (double); a NaN breaks a line. Whoever builds a figure resolves what is
 * matplotlib's (styles, colour cycles, colour maps, categories); here are only things that can be drawn. */
#ifndef NNSH_VIEWS_FIGURE_H
#define NNSH_VIEWS_FIGURE_H

#include "views/plot.h"

/* One thing drawn in an axes; see PlotSeries, which it becomes. */
typedef struct Artist {
  PlotKind kind;
  double *x, *y;   /* count entries */
  double *x2, *y2; /* PLOT_RECTANGLES: the opposite corners; else NULL */
  uint32_t *colours; /* one for each point or rectangle, or NULL */
  uint8_t *classes;  /* what tells points apart where there are no colours: a number for each, or NULL */
  int64_t count;
  char *label;     /* legend text, or NULL */
  char *text;      /* PLOT_TEXT */
  char line_style; /* '-', ':' , 'd' (dashed), '.' (dash-dot), ' ' none */
  char marker;     /* matplotlib's letter, 0 none */
  bool default_marker; /* nobody chose it: without colours another one may stand for it */
  bool small;      /* markers of less than a cell */
  bool sparse;     /* a fill that lets through what lies behind it */
  bool on_right;   /* y is the right axis's */
  bool of_axes;    /* x and y are shares of the axes, not data */
  char align, valign; /* PLOT_TEXT: 'l' 'c' 'r', and 't' 'c' 'b' */
  bool has_rgb;
  uint32_t rgb;
  double extent[4]; /* PLOT_IMAGE: left, right, bottom, top in data coordinates */
  uint32_t *pixels; /* pixel_rows x pixel_columns of 0xRRGGBB from the top, already mapped through the colour map */
  uint8_t *shades;  /* PLOT_IMAGE of numbers: where each stands between vmin and vmax; NULL for colours */
  int pixel_rows, pixel_columns;
  double transparency; /* of an image */
} Artist;

typedef struct AxisTicks {
  bool given; /* else the renderer picks round values */
  int count;
  double *at;
  char **labels; /* count entries, or NULL: numbers */
} AxisTicks;

/* One side of an axes. */
typedef struct Side {
  bool has_limits, log, inverted;
  double limits[2]; /* low, high */
  AxisTicks ticks;
  char *label;
} Side;

typedef struct Axes {
  double left, top, right, bottom; /* shares of the figure, from its top left corner */
  Artist *artists;
  int artist_count;
  char *title, *legend_title;
  Side x, y, y_right; /* y_right: the axis of artists with on_right */
  bool has_right, legend, grid_x, grid_y, axis_off;
  double aspect;      /* how high a unit of y is, in units of x; 0: what fits */
  /* A bar of colours at the right: count of them from bottom to top. */
  struct {
    int count;
    uint32_t *colours;
    double low, high;
    bool log;
    AxisTicks ticks;
    char *label;
  } bar;
} Axes;

typedef struct Figure {
  double width, height; /* figsize in inches */
  Axes **axes;          /* owned */
  int axes_count;
  char *title, *x_label, *y_label; /* of the whole figure */
} Figure;

Figure *figure_new(double width, double height);
void figure_free(Figure *figure);
/* New axes at a place. NULL: memory. */
Axes *figure_axes(Figure *figure, double left, double top, double right, double bottom);
/* Adds an artist; arrays are copied; x NULL: 0, 1, 2, ... NULL: memory. */
Artist *axes_add(Axes *axes, PlotKind kind, const double *x, const double *y, int64_t count);
/* Ticks at places, copied, with labels (copied, may be NULL). False: memory. */
bool axes_ticks(AxisTicks *ticks, const double *at, const char *const *labels, int count);

/* An image from an array (h, w), (h, w, 1), (h, w, 3) or (h, w, 4), any dtype, as plt.imshow, its first row at the top:
 * scalar images go through `colour_map` (256 entries of 0xRRGGBB) after scaling vmin..vmax (NAN: from the data); colour
 * images are 0..255 integers or 0..1 floats. Errors are matplotlib's ("Invalid shape (3,) for image data"). */
bool axes_image(Axes *axes, const NdArray *array, const uint32_t *colour_map, double vmin, double vmax, Error *error);

/* Whether a colour map of that name exists; names without their reversed twins ("gray_r"), NULL-terminated. */
bool colour_map_named(const char *name);
extern const char *const colour_map_names[];
/* How many colours it has (256, or the length of a list), and each as shares of red, green and blue. */
int colour_map_count(const char *name);
void colour_map_entry(const char *name, int index, double rgb[3]);
/* 0xRRGGBB of a map at t in [0, 1]. */
uint32_t colour_map_at(const char *name, double t);
/* A matplotlib colour ("r", "tab:blue", "#ff8800", "C0", "0.5", names); false where unknown. */
bool colour_parse(const char *text, uint32_t *rgb);

/* Draws a figure into a grid of the given size. Series of one axes that nobody gave a line style are drawn solid,
 * dashed, dotted in turn, so that they are told apart without colour; without colours bars and points of several series
 * get patterns and markers of their own. */
bool figure_render(const Figure *figure, Grid *grid, ViewGlyphs glyphs, ViewColour colour);

/* plt.show(): the figure as lines of text at a size that suits the terminal, aspect kept for images. Where a row of a
 * regular grid of axes would leave too little room to each, it goes on in a row below. */
bool figure_show(Text *out, const Figure *figure, const ViewTerminal *terminal);

#endif
