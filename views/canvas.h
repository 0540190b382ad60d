/* Dots finer than a cell: braille (2x4), quadrant blocks (2x2) or ASCII (1x1), kept in the grid's cells themselves. */
#ifndef NNSH_VIEWS_CANVAS_H
#define NNSH_VIEWS_CANVAS_H

#include "views/cells.h"

typedef struct Canvas {
  Grid *grid;
  int top, left, height, width; /* in cells */
  ViewGlyphs glyphs;
  int across, down; /* dots a cell */
} Canvas;

/* How a series is drawn. `period` and `on`: of `period` columns of dots the first `on` are drawn (0: all). */
typedef struct Ink {
  ViewRole role;
  bool has_rgb;
  uint32_t rgb;
  char ascii;
  int period, on;
  int pattern; /* of fills: 0 solid, 1 and up a hatch each */
  bool sparse; /* of fills: one dot a cell, which hides nothing */
  bool hollow; /* of rectangles: the outline only */
} Ink;

/* Whether the column `x` belongs to the dashes of a line. */
static inline bool ink_on(const Ink *ink, int x) { return !ink->period || x % ink->period < ink->on; }

Canvas canvas_new(Grid *grid, int top, int left, int height, int width, ViewGlyphs glyphs);
/* Sets a dot; outside the canvas nothing happens. */
void canvas_dot(const Canvas *canvas, int x, int y, const Ink *ink);
/* A dot inside a fill: set or cleared as its pattern has it, whatever was there; a sparse fill only adds. */
void canvas_fill(const Canvas *canvas, int x, int y, const Ink *ink);
/* Whether the dot is set: what tests read back. Any other glyph in the cell counts as blank. */
bool canvas_has_dot(const Canvas *canvas, int x, int y);
/* The cell that holds a dot, or NULL. */
Cell *canvas_cell(const Canvas *canvas, int x, int y);

/* A pen that joins dots; dots of one column become one upright stroke. Zero to begin with, canvas_lift ends a line. */
typedef struct Stroke {
  bool down, started;     /* a point was given; some column of this line was flushed */
  int column, low, high, x, y;
} Stroke;
void canvas_line_to(const Canvas *canvas, Stroke *stroke, int x, int y, const Ink *ink);
void canvas_lift(const Canvas *canvas, Stroke *stroke, const Ink *ink);

#endif
