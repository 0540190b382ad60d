/* Cells and their painter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <vterm.h>

#include "engine/core/memory.h"
#include "views/cells.h"

static void test_put_is_clipped_and_wide_cells_stay_whole(void **state) {
  Grid grid;
  assert_true(grid_new(&grid, 2, 6));
  assert_int_equal(grid_put(&grid, 0, 0, "ab\tc", ROLE_TEXT), 4);
  assert_int_equal(grid_put(&grid, 1, 1, "한글어", ROLE_TEXT), 4); /* the third has no room */
  assert_int_equal(grid_put(&grid, 5, 0, "x", ROLE_TEXT), 1);      /* outside: nothing happens */
  assert_int_equal(grid_put(&grid, 0, 4, "e\xcc\x81\xff", ROLE_TEXT), 2);
  Text out = {0};
  grid_write(&out, &grid, COLOUR_NONE);
  assert_string_equal(text_string(&out), "ab?ce\xcc\x81?\n 한글\n");
  grid_put(&grid, 1, 2, "x", ROLE_TEXT); /* over the right half of the first */
  text_clear(&out);
  grid_write(&out, &grid, COLOUR_NONE);
  assert_string_equal(text_string(&out), "ab?ce\xcc\x81?\n  x글\n");
  text_free(&out);
  grid_free(&grid);
}

static void test_colours_become_sgr(void **state) {
  Grid grid;
  assert_true(grid_new(&grid, 1, 4));
  grid_put(&grid, 0, 0, "T", ROLE_TRAIN);
  Cell *cell = grid_at(&grid, 0, 1);
  cell->has_background = true;
  cell->background = 0xff0000;
  static const char *const expected[] = {"T\n", "\033[0;94mT\033[0;101m \033[0m\n",
                                         "\033[0;38;5;75mT\033[0;48;5;196m \033[0m\n",
                                         "\033[0;38;2;95;175;255mT\033[0;48;2;255;0;0m \033[0m\n"};
  for (int colour = COLOUR_16; colour <= COLOUR_TRUE; colour++) {
    Text out = {0};
    grid_write(&out, &grid, (ViewColour)colour);
    assert_string_equal(text_string(&out), expected[colour]);
    text_free(&out);
  }
  grid_free(&grid);
}

/* Every index of the fixed palette is nearest to itself (colours that occur twice give the first or an equal one). */
static void test_nearest_palette_colour(void **state) {
  static const int levels[6] = {0, 95, 135, 175, 215, 255};
  for (int i = 0; i < 216; i++) {
    uint32_t rgb = (uint32_t)(levels[i / 36] << 16 | levels[i / 6 % 6] << 8 | levels[i % 6]);
    assert_int_equal(view_colour_256(rgb), 16 + i);
  }
  for (int i = 0; i < 24; i++) assert_int_equal(view_colour_256((uint32_t)(8 + 10 * i) * 0x010101u), 232 + i);
  assert_int_equal(view_colour_16(0xfefefe), 15);
  assert_int_equal(view_colour_16(0x000000), 0);
}

static uint32_t random_state = 1;
static uint32_t next_random(void) { return random_state = random_state * 1664525u + 1013904223u; }

/* The live painter against a terminal emulator: after any change the screen shows the grid. */
static void test_changes_reach_the_screen(void **state) {
  enum { ROWS = 7, COLUMNS = 19 };
  VTerm *terminal = vterm_new(ROWS, COLUMNS);
  vterm_set_utf8(terminal, 1);
  VTermScreen *screen = vterm_obtain_screen(terminal);
  vterm_screen_reset(screen, 1);
  Grid before, now;
  assert_true(grid_new(&before, ROWS, COLUMNS) && grid_new(&now, ROWS, COLUMNS));
  static const char *const pieces[] = {"a", "─", "한", " ", "⣿", "글x", "━━"};
  for (int round = 0; round < 300; round++) {
    for (int i = 0; i < 5; i++)
      grid_put(&now, (int)(next_random() >> 8) % ROWS, (int)(next_random() >> 8) % COLUMNS,
               pieces[(next_random() >> 8) % 7], (ViewRole)((next_random() >> 8) % ROLE_COUNT));
    Text out = {0};
    grid_write_changes(&out, round ? &before : NULL, &now, 0, COLOUR_TRUE);
    vterm_input_write(terminal, text_string(&out), out.length);
    text_clear(&out);
    grid_write_changes(&out, &now, &now, 0, COLOUR_TRUE);
    assert_int_equal(out.length, 0);
    text_free(&out);
    for (int row = 0; row < ROWS; row++)
      for (int column = 0; column < COLUMNS; column++) {
        VTermScreenCell cell;
        vterm_screen_get_cell(screen, (VTermPos){row, column}, &cell);
        const Cell *wanted = grid_at(&now, row, column);
        if (wanted->width == 0) continue;
        char shown[8] = " ";
        uint32_t code = cell.chars[0];
        if (code >= 0x800) {
          shown[0] = (char)(0xe0 | code >> 12), shown[1] = (char)(0x80 | (code >> 6 & 63));
          shown[2] = (char)(0x80 | (code & 63)), shown[3] = 0;
        } else if (code) {
          shown[0] = (char)code;
        }
        assert_string_equal(shown, wanted->text);
        assert_int_equal(cell.width, wanted->width);
      }
    grid_copy(&before, &now, 0, 0);
  }
  grid_free(&before);
  grid_free(&now);
  vterm_free(terminal);
}

static void test_terminal_from_the_environment(void **state) {
  ViewTerminal terminal;
  setenv("COLUMNS", "57", 1);
  setenv("LINES", "-3", 1);
  setenv("NO_COLOR", "1", 1);
  setenv("COLORTERM", "truecolor", 1);
  view_terminal_detect(&terminal, "auto", false);
  assert_int_equal(terminal.columns, 57);
  assert_true(terminal.rows > 0);
  assert_int_equal(terminal.colour, COLOUR_NONE);
  view_terminal_detect(&terminal, "always", false); /* a flag beats NO_COLOR */
  assert_int_equal(terminal.colour, COLOUR_TRUE);
  view_terminal_detect(&terminal, "never", false);
  assert_int_equal(terminal.colour, COLOUR_NONE);
  unsetenv("COLORTERM");
  static const char *const terms[] = {"dumb", "no-such-terminal", "", NULL};
  for (int i = 0; i < 4; i++) {
    if (terms[i]) {
      setenv("TERM", terms[i], 1);
    } else {
      unsetenv("TERM");
    }
    view_terminal_detect(&terminal, "auto", false);
    assert_false(terminal.is_terminal);
  }
  setenv("NNSH_GLYPHS", "block", 1);
  view_terminal_detect(&terminal, NULL, true);
  assert_int_equal(terminal.glyphs, GLYPHS_BLOCK);
  setenv("NNSH_GLYPHS", "", 1);
  view_terminal_detect(&terminal, NULL, true);
  assert_int_equal(terminal.glyphs, GLYPHS_ASCII);
}

static void test_no_memory(void **state) {
  Grid grid;
  core_fail_allocation(1);
  assert_false(grid_new(&grid, 3, 3));
  core_fail_allocation(0);
  assert_false(grid_new(&grid, 1 << 20, 1 << 20));
  assert_true(grid_new(&grid, 0, 0));
  grid_put(&grid, 0, 0, "x", ROLE_TEXT);
  grid_free(&grid);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_put_is_clipped_and_wide_cells_stay_whole), cmocka_unit_test(test_colours_become_sgr),
      cmocka_unit_test(test_nearest_palette_colour), cmocka_unit_test(test_changes_reach_the_screen),
      cmocka_unit_test(test_terminal_from_the_environment), cmocka_unit_test(test_no_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
