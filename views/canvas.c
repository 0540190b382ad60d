#include "views/canvas.h"

#include <stdlib.h>
#include <string.h>

#include "engine/core/utf8.h"

/* Bit 0 upper left, 1 upper right, 2 lower left, 3 lower right. */
static const uint16_t quadrants[16] = {' ',    0x2598, 0x259D, 0x2580, 0x2596, 0x258C, 0x259E, 0x259B,
                                       0x2597, 0x259A, 0x2590, 0x259C, 0x2584, 0x2599, 0x259F, 0x2588};
/* Braille's bits by row and column. */
static const uint8_t braille_bits[4][2] = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

Canvas canvas_new(Grid *grid, int top, int left, int height, int width, ViewGlyphs glyphs) {
  Canvas canvas = {grid, top, left, height, width, glyphs, 1, 1};
  if (glyphs != GLYPHS_ASCII) canvas.across = 2;
  if (glyphs == GLYPHS_BLOCK) canvas.down = 2;
  if (glyphs == GLYPHS_BRAILLE) canvas.down = 4;
  return canvas;
}

Cell *canvas_cell(const Canvas *canvas, int x, int y) {
  if (x < 0 || y < 0 || x >= canvas->width * canvas->across || y >= canvas->height * canvas->down) return NULL;
  return grid_at(canvas->grid, canvas->top + y / canvas->down, canvas->left + x / canvas->across);
}

/* The dots of a cell as a mask; 0 where it holds something else. */
static int mask_of(const Canvas *canvas, const Cell *cell) {
  uint32_t code;
  if (utf8_decode(cell->text, strlen(cell->text), &code) <= 0) return 0;
  if (canvas->glyphs == GLYPHS_BRAILLE && code == 0x2588) return 0xff; /* a filled cell is drawn without gaps */
  if (canvas->glyphs == GLYPHS_BRAILLE) return code >= 0x2800 && code <= 0x28ff ? (int)(code - 0x2800) : 0;
  if (canvas->glyphs == GLYPHS_BLOCK) {
    for (int i = 1; i < 16; i++)
      if (quadrants[i] == code) return i;
    return 0;
  }
  return code > ' ' && code < 0x7f;
}

static int bit_of(const Canvas *canvas, int x, int y) {
  int column = x % canvas->across, row = y % canvas->down;
  if (canvas->glyphs == GLYPHS_BRAILLE) return braille_bits[row][column];
  return canvas->glyphs == GLYPHS_BLOCK ? 1 << (2 * row + column) : 1;
}

void canvas_dot(const Canvas *canvas, int x, int y, const Ink *ink) {
  Cell *cell = canvas_cell(canvas, x, y);
  if (!cell) return;
  if (canvas->glyphs == GLYPHS_ASCII) {
    bool meets = cell->text[0] != ' ' && cell->text[0] != ink->ascii;
    cell->text[0] = meets ? '#' : ink->ascii;
    cell->text[1] = 0;
  } else {
    int mask = mask_of(canvas, cell) | bit_of(canvas, x, y);
    uint32_t code = canvas->glyphs == GLYPHS_BRAILLE ? 0x2800u + (uint32_t)mask : quadrants[mask];
    cell->text[utf8_encode(code, cell->text)] = 0;
  }
  cell->width = 1;
  cell->role = (uint8_t)ink->role;
  cell->bold = view_roles[ink->role].bold;
  cell->has_foreground = ink->has_rgb;
  cell->foreground = ink->rgb;
}

static bool pattern_has(const Canvas *canvas, int x, int y, const Ink *ink) {
  if (canvas->glyphs == GLYPHS_ASCII) return true;
  if (ink->sparse) return x % 2 == 0 && y % canvas->down == (canvas->down == 4 && x / 2 % 2 ? 3 : 1);
  switch (ink->pattern > 0 ? ink->pattern % 5 : 0) {
    case 1: return (x + y) % 2 == 0;
    case 2: return y % 2 == 0;
    case 3: return x % 2 == 0;
    case 4: return x % 2 == 0 && y % 2 == 0;
    default: return true;
  }
}

void canvas_fill(const Canvas *canvas, int x, int y, const Ink *ink) {
  Cell *cell = canvas_cell(canvas, x, y);
  if (!cell) return;
  bool on = pattern_has(canvas, x, y, ink);
  if (ink->sparse && (!on || (canvas->glyphs == GLYPHS_ASCII && cell->text[0] != ' '))) return;
  if (canvas->glyphs == GLYPHS_ASCII) cell->text[0] = ' ', cell->text[1] = 0;
  if (on) canvas_dot(canvas, x, y, ink);
  int mask = mask_of(canvas, cell);
  if (canvas->glyphs != GLYPHS_BRAILLE) {
    if (!on && (mask & bit_of(canvas, x, y))) cell->text[utf8_encode(quadrants[mask & ~bit_of(canvas, x, y)],
                                                                     cell->text)] = 0;
    return;
  }
  if (!on) mask &= ~bit_of(canvas, x, y);
  uint32_t code = mask == 0xff ? 0x2588 : 0x2800u + (uint32_t)mask;
  if (mask) cell->text[utf8_encode(code, cell->text)] = 0;
}

bool canvas_has_dot(const Canvas *canvas, int x, int y) {
  const Cell *cell = canvas_cell(canvas, x, y);
  return cell && (mask_of(canvas, cell) & bit_of(canvas, x, y));
}

/* Draws the stroke of the column that the pen leaves. A column that the line's pattern leaves out is skipped only when
 * the line crosses it in a single dot, in the middle of the line: then the dot before or after it stands for it. */
static void flush_column(const Canvas *canvas, Stroke *stroke, const Ink *ink, bool last) {
  bool left_out = !ink_on(ink, stroke->column);
  if (left_out && stroke->low == stroke->high && stroke->started && !last) return;
  for (int y = stroke->low; y <= stroke->high; y++) canvas_dot(canvas, stroke->column, y, ink);
}

static void visit(const Canvas *canvas, Stroke *stroke, int x, int y, const Ink *ink) {
  if (stroke->down && stroke->column == x) {
    if (y < stroke->low) stroke->low = y;
    if (y > stroke->high) stroke->high = y;
  } else {
    if (stroke->down) {
      flush_column(canvas, stroke, ink, false);
      stroke->started = true;
    }
    stroke->column = x;
    stroke->low = stroke->high = y;
  }
  stroke->down = true;
  stroke->x = x;
  stroke->y = y;
}

/* Bresenham's line from the pen to the point. */
void canvas_line_to(const Canvas *canvas, Stroke *stroke, int x, int y, const Ink *ink) {
  if (!stroke->down) {
    visit(canvas, stroke, x, y, ink);
    return;
  }
  int dx = abs(x - stroke->x), dy = -abs(y - stroke->y);
  int step_x = x > stroke->x ? 1 : -1, step_y = y > stroke->y ? 1 : -1, error = dx + dy;
  while (stroke->x != x || stroke->y != y) {
    int twice = 2 * error, next_x = stroke->x, next_y = stroke->y;
    if (twice >= dy) {
      error += dy;
      next_x += step_x;
    }
    if (twice <= dx) {
      error += dx;
      next_y += step_y;
    }
    visit(canvas, stroke, next_x, next_y, ink);
  }
}

void canvas_lift(const Canvas *canvas, Stroke *stroke, const Ink *ink) {
  if (stroke->down) flush_column(canvas, stroke, ink, true);
  *stroke = (Stroke){0};
}
