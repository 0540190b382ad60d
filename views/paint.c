/* From cells to bytes: SGR and cursor movements (declared in cells.h). */
#include <string.h>

#include "views/cells.h"

/* xterm's first sixteen colours. */
static const uint32_t palette_16[16] = {0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
                                        0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff};

static int squared_distance(uint32_t a, uint32_t b) {
  int red = (int)(a >> 16 & 255) - (int)(b >> 16 & 255);
  int green = (int)(a >> 8 & 255) - (int)(b >> 8 & 255);
  int blue = (int)(a & 255) - (int)(b & 255);
  return red * red + green * green + blue * blue;
}

int view_colour_16(uint32_t rgb) {
  int best = 0;
  for (int i = 1; i < 16; i++)
    if (squared_distance(rgb, palette_16[i]) < squared_distance(rgb, palette_16[best])) best = i;
  return best;
}

/* The nearest level of the 6x6x6 cube is found by channel; the 24 greys (8, 18, ... 238) compete with it. */
int view_colour_256(uint32_t rgb) {
  static const int levels[6] = {0, 95, 135, 175, 215, 255};
  int index[3], sum = 0;
  uint32_t cube = 0;
  for (int channel = 0; channel < 3; channel++) {
    int value = (int)(rgb >> (16 - 8 * channel) & 255), best = 0;
    for (int i = 1; i < 6; i++)
      if ((value - levels[i]) * (value - levels[i]) < (value - levels[best]) * (value - levels[best])) best = i;
    index[channel] = best;
    cube = cube << 8 | (uint32_t)levels[best];
    sum += value;
  }
  int grey = (sum / 3 - 8 + 5) / 10;
  if (sum / 3 < 8) grey = 0;
  if (grey > 23) grey = 23;
  uint32_t grey_rgb = (uint32_t)(8 + 10 * grey) * 0x010101u;
  if (squared_distance(rgb, grey_rgb) < squared_distance(rgb, cube)) return 232 + grey;
  return 16 + 36 * index[0] + 6 * index[1] + index[2];
}

/* What the pen shows: a foreground and a background in the terminal's own terms (-1: its default), bold, reverse. */
typedef struct Pen {
  int64_t foreground, background;
  bool bold, reverse;
} Pen;

static int64_t colour_code(uint32_t rgb, ViewColour colour) {
  switch (colour) {
    case COLOUR_TRUE: return rgb;
    case COLOUR_256: return view_colour_256(rgb);
    case COLOUR_16: return view_colour_16(rgb);
    default: return -1;
  }
}

static Pen pen_of(const Cell *cell, ViewColour colour) {
  Pen pen = {-1, -1, false, cell->reverse};
  const ViewRoleInfo *role = &view_roles[cell->role < ROLE_COUNT ? cell->role : ROLE_NONE];
  /* Bold carries what colour cannot; where there is colour only the titles are bold too. */
  pen.bold = cell->bold && (colour == COLOUR_NONE || cell->role == ROLE_TITLE || cell->role == ROLE_WARNING);
  if (colour == COLOUR_NONE) return pen;
  if (cell->has_foreground) {
    pen.foreground = colour_code(cell->foreground, colour);
  } else if (cell->role != ROLE_NONE && cell->role < ROLE_COUNT) {
    pen.foreground = colour == COLOUR_TRUE ? (int64_t)role->rgb : colour == COLOUR_256 ? role->c256 : role->c16;
  }
  if (cell->has_background) pen.background = colour_code(cell->background, colour);
  return pen;
}

static bool pens_equal(Pen a, Pen b) {
  return a.foreground == b.foreground && a.background == b.background && a.bold == b.bold && a.reverse == b.reverse;
}

static void add_colour(Text *out, int64_t code, ViewColour colour, bool background) {
  if (code < 0) return;
  if (colour == COLOUR_TRUE) {
    text_addf(out, ";%d;2;%d;%d;%d", background ? 48 : 38, (int)(code >> 16 & 255), (int)(code >> 8 & 255),
              (int)(code & 255));
  } else if (colour == COLOUR_256) {
    text_addf(out, ";%d;5;%d", background ? 48 : 38, (int)code);
  } else {
    int base = code < 8 ? (background ? 40 : 30) : (background ? 100 : 90);
    text_addf(out, ";%d", base + (int)(code & 7));
  }
}

static void set_pen(Text *out, Pen pen, ViewColour colour) {
  text_add(out, "\033[0");
  if (pen.bold) text_add(out, ";1");
  if (pen.reverse) text_add(out, ";7");
  add_colour(out, pen.foreground, colour, false);
  add_colour(out, pen.background, colour, true);
  text_add(out, "m");
}

static const Pen plain_pen = {-1, -1, false, false};

static bool is_blank(const Cell *cell) {
  return cell->width == 1 && cell->text[0] == ' ' && !cell->text[1] && !cell->has_background && !cell->reverse;
}

void grid_write(Text *out, const Grid *grid, ViewColour colour) {
  for (int row = 0; row < grid->rows; row++) {
    const Cell *cells = grid->cells + (long)row * grid->columns;
    int end = grid->columns;
    while (end > 0 && is_blank(&cells[end - 1])) end--;
    Pen pen = plain_pen;
    for (int column = 0; column < end; column++) {
      if (cells[column].width == 0) continue;
      if (colour != COLOUR_NONE) {
        Pen wanted = pen_of(&cells[column], colour);
        if (!pens_equal(pen, wanted)) set_pen(out, pen = wanted, colour);
      }
      text_add(out, cells[column].text);
    }
    if (!pens_equal(pen, plain_pen)) text_add(out, "\033[0m");
    text_add_char(out, '\n');
  }
}

static bool cells_equal(const Cell *a, const Cell *b) {
  return a->width == b->width && a->role == b->role && a->bold == b->bold && a->reverse == b->reverse &&
         a->has_foreground == b->has_foreground && a->has_background == b->has_background &&
         (!a->has_foreground || a->foreground == b->foreground) &&
         (!a->has_background || a->background == b->background) && strcmp(a->text, b->text) == 0;
}

void grid_write_changes(Text *out, const Grid *before, const Grid *now, int origin_row, ViewColour colour) {
  if (before && (before->rows != now->rows || before->columns != now->columns)) before = NULL;
  Pen pen = plain_pen;
  bool pen_known = false;
  for (int row = 0; row < now->rows; row++) {
    const Cell *cells = now->cells + (long)row * now->columns;
    const Cell *old = before ? before->cells + (long)row * now->columns : NULL;
    int cursor = -1; /* the column the terminal's cursor is at, in this row */
    for (int column = 0; column < now->columns; column++) {
      const Cell *cell = &cells[column];
      if (cell->width == 0) continue;
      bool same = old && cells_equal(cell, &old[column]);
      if (same && cell->width == 2 && column + 1 < now->columns) same = cells_equal(cell + 1, &old[column + 1]);
      if (same) continue;
      if (cursor != column) text_addf(out, "\033[%d;%dH", origin_row + row + 1, column + 1);
      Pen wanted = pen_of(cell, colour);
      if (!pen_known || !pens_equal(pen, wanted)) set_pen(out, wanted, colour);
      pen = wanted;
      pen_known = true;
      text_add(out, cell->text);
      cursor = column + cell->width;
    }
  }
  if (pen_known && !pens_equal(pen, plain_pen)) text_add(out, "\033[0m");
}
