/* A grid of terminal cells: what every renderer makes and every painter shows. */
#ifndef NNSH_VIEWS_CELLS_H
#define NNSH_VIEWS_CELLS_H

#include <stdbool.h>
#include <stdint.h>

#include "engine/core/text.h"

/* Colours by role; a painter maps them to what the terminal can show, or to nothing. One row: name, 24-bit default,
 * 256-colour index, 16-colour index, bold in monochrome. */
#define VIEW_ROLE_ROWS(ROW)                           \
  ROW(ROLE_NONE, 0x000000, -1, -1, 0)                 \
  ROW(ROLE_TEXT, 0xd0d0d0, 252, 7, 0)                 \
  ROW(ROLE_DIM, 0x808080, 244, 8, 0)                  \
  ROW(ROLE_TITLE, 0xffffff, 231, 15, 1)               \
  ROW(ROLE_AXIS, 0x9e9e9e, 247, 7, 0)                 \
  ROW(ROLE_TRAIN, 0x5fafff, 75, 12, 1)                \
  ROW(ROLE_VALIDATION, 0xffaf5f, 215, 11, 0)          \
  ROW(ROLE_BEST, 0x87d787, 114, 10, 1)                \
  ROW(ROLE_WARNING, 0xff8787, 210, 9, 1)              \
  ROW(ROLE_GOOD, 0x87d787, 114, 10, 0)                \
  ROW(ROLE_SERIES_0, 0x1f77b4, 32, 12, 0)             \
  ROW(ROLE_SERIES_1, 0xff7f0e, 208, 11, 0)            \
  ROW(ROLE_SERIES_2, 0x2ca02c, 34, 10, 0)             \
  ROW(ROLE_SERIES_3, 0xd62728, 160, 9, 0)             \
  ROW(ROLE_SERIES_4, 0x9467bd, 97, 13, 0)             \
  ROW(ROLE_SERIES_5, 0x8c564b, 95, 14, 0)

typedef enum ViewRole {
#define VIEW_ROLE_ENUM(role, rgb, c256, c16, bold) role,
  VIEW_ROLE_ROWS(VIEW_ROLE_ENUM)
#undef VIEW_ROLE_ENUM
  ROLE_COUNT
} ViewRole;

/* One cell. `text` is one grapheme in UTF-8 (at most 7 bytes and NUL); width 2 is followed by a cell of width 0. rgb
 * colours (images) win over the role where has_* is set. */
typedef struct Cell {
  char text[8];
  uint8_t width;
  uint8_t role;
  bool bold, reverse;
  bool has_foreground, has_background;
  uint32_t foreground, background; /* 0xRRGGBB */
} Cell;

typedef struct Grid {
  int rows, columns;
  Cell *cells; /* rows * columns, row by row */
} Grid;

bool grid_new(Grid *grid, int rows, int columns); /* blank; false: memory */
void grid_free(Grid *grid);
void grid_clear(Grid *grid);
/* Writes text at (row, column), clipped; returns the columns it took. */
int grid_put(Grid *grid, int row, int column, const char *utf8, ViewRole role);
void grid_copy(Grid *to, const Grid *from, int row, int column); /* clipped */
/* The cell at a place, or NULL outside the grid. */
Cell *grid_at(const Grid *grid, int row, int column);
/* Puts one code point (of width 1) with a role; outside the grid nothing happens. */
void grid_put_code(Grid *grid, int row, int column, uint32_t code_point, ViewRole role);

/* Properties of a role, from the rows above. */
typedef struct ViewRoleInfo {
  const char *name;
  uint32_t rgb;
  int c256, c16;
  bool bold;
} ViewRoleInfo;
extern const ViewRoleInfo view_roles[ROLE_COUNT];

/* What the terminal can show. */
typedef enum ViewColour { COLOUR_NONE, COLOUR_16, COLOUR_256, COLOUR_TRUE } ViewColour;
typedef enum ViewGlyphs { GLYPHS_ASCII, GLYPHS_BLOCK, GLYPHS_BRAILLE } ViewGlyphs;
typedef struct ViewTerminal {
  bool is_terminal;  /* standard output is one, and TERM can move the cursor */
  ViewColour colour;
  ViewGlyphs glyphs;
  int columns, rows;   /* COLUMNS and LINES where set, else the terminal's size, else 80x24 */
} ViewTerminal;

/* The palette index nearest to 0xRRGGBB: of the 240 fixed colours (16..255) by squared distance; of xterm's first 16.
 */
int view_colour_256(uint32_t rgb);
int view_colour_16(uint32_t rgb);

/* From the environment: isatty, TERM, COLORTERM, NO_COLOR, COLUMNS and LINES, the codeset, NNSH_GLYPHS. colour_option
 * is "auto", "always" or "never" (a flag beats NO_COLOR). plain: --plain. */
void view_terminal_detect(ViewTerminal *terminal, const char *colour_option, bool plain);

/* The whole grid as lines of text with SGR for `colour`, trailing blanks cut, each line ended by "\n": for pipes, files
 * and the scrollback. */
void grid_write(Text *out, const Grid *grid, ViewColour colour);

/* Only what changed between two grids of equal size, as cursor movements and SGR (0-based origin row on the screen):
 * the live painter. `before` NULL repaints all. */
void grid_write_changes(Text *out, const Grid *before, const Grid *now, int origin_row, ViewColour colour);

#endif
