#include "views/cells.h"

#include <limits.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/utf8.h"

const ViewRoleInfo view_roles[ROLE_COUNT] = {
#define VIEW_ROLE_INFO(role, rgb, c256, c16, bold) {#role, rgb, c256, c16, bold},
    VIEW_ROLE_ROWS(VIEW_ROLE_INFO)
#undef VIEW_ROLE_INFO
};

static const Cell blank = {.text = " ", .width = 1};

bool grid_new(Grid *grid, int rows, int columns) {
  *grid = (Grid){0};
  if (rows < 0 || columns < 0 || (columns && rows > INT_MAX / columns)) return false;
  grid->cells = core_alloc((size_t)rows * (size_t)columns * sizeof *grid->cells);
  if (!grid->cells) return false;
  grid->rows = rows;
  grid->columns = columns;
  grid_clear(grid);
  return true;
}

void grid_free(Grid *grid) {
  core_free(grid->cells);
  *grid = (Grid){0};
}

void grid_clear(Grid *grid) {
  for (long i = 0; i < (long)grid->rows * grid->columns; i++) grid->cells[i] = blank;
}

Cell *grid_at(const Grid *grid, int row, int column) {
  if (row < 0 || column < 0 || row >= grid->rows || column >= grid->columns) return NULL;
  return &grid->cells[(long)row * grid->columns + column];
}

/* A cell that is about to be overwritten may be half of a wide one: the other half becomes blank. */
static void release_halves(Grid *grid, int row, int column) {
  Cell *cell = grid_at(grid, row, column);
  if (!cell) return;
  Cell *left = grid_at(grid, row, column - 1), *right = grid_at(grid, row, column + 1);
  if (cell->width == 0 && left) *left = blank;
  if (cell->width == 2 && right) *right = blank;
}

static void set_cell(Grid *grid, int row, int column, const char *bytes, size_t length, int width, ViewRole role) {
  Cell *cell = grid_at(grid, row, column);
  if (!cell) return;
  release_halves(grid, row, column);
  /* What an image painted behind stays behind a text. */
  bool has_background = cell->has_background;
  uint32_t background = cell->background;
  *cell = (Cell){.width = (uint8_t)width, .role = (uint8_t)role, .bold = view_roles[role].bold};
  cell->has_background = has_background;
  cell->background = background;
  memcpy(cell->text, bytes, length);
  if (width == 2) {
    release_halves(grid, row, column + 1);
    Cell *rest = grid_at(grid, row, column + 1);
    if (rest) *rest = (Cell){.width = 0, .role = (uint8_t)role};
  }
}

void grid_put_code(Grid *grid, int row, int column, uint32_t code_point, ViewRole role) {
  char bytes[4];
  size_t length = utf8_encode(code_point, bytes);
  set_cell(grid, row, column, bytes, length, 1, role);
}

int grid_put(Grid *grid, int row, int column, const char *utf8, ViewRole role) {
  int at = column;
  size_t left = strlen(utf8);
  while (left) {
    uint32_t code;
    int taken = utf8_decode(utf8, left, &code);
    const char *bytes = utf8;
    size_t length = taken > 0 ? (size_t)taken : 1;
    int width = 1;
    if (taken <= 0 || code < 0x20 || (code >= 0x7f && code < 0xa0)) {
      /* A control character would move the cursor: it is shown as a question mark. */
      bytes = "?";
    } else {
      width = utf8_code_width(code);
    }
    if (width == 0) {
      /* A combining mark joins the grapheme before it, where that has room. */
      Cell *before = grid_at(grid, row, at - 1);
      if (before && before->width == 0) before = grid_at(grid, row, at - 2);
      if (before && at > column && strlen(before->text) + length < sizeof before->text)
        memcpy(before->text + strlen(before->text), bytes, length);
    } else if (at + width > grid->columns) {
      break;
    } else {
      set_cell(grid, row, at, bytes, bytes == utf8 ? length : 1, width, role);
      at += width;
    }
    utf8 += length;
    left -= length;
  }
  return at - column;
}

void grid_copy(Grid *to, const Grid *from, int row, int column) {
  for (int r = 0; r < from->rows; r++)
    for (int c = 0; c < from->columns; c++) {
      Cell *cell = grid_at(to, row + r, column + c);
      if (cell) *cell = from->cells[(long)r * from->columns + c];
    }
}
