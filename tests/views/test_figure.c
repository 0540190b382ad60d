/* Figures: colours against matplotlib's (tests/golden/colour_maps.py), images read back from their cells. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/memory.h"
#include "views/figure.h"

typedef struct ColourCheck {
  const char *map;
  double t;
  uint32_t rgb;
} ColourCheck;
typedef struct ColourText {
  const char *text;
  uint32_t rgb;
} ColourText;

#include "tests/golden/colours.h"

static void test_colour_maps_are_matplotlibs(void **state) {
  for (size_t i = 0; i < sizeof colour_checks / sizeof *colour_checks; i++) {
    uint32_t got = colour_map_at(colour_checks[i].map, colour_checks[i].t);
    for (int shift = 0; shift < 24; shift += 8) {
      int difference = abs((int)(got >> shift & 255) - (int)(colour_checks[i].rgb >> shift & 255));
      if (difference > 5) print_error("%s at %g: %06x, not %06x\n", colour_checks[i].map, colour_checks[i].t, got, colour_checks[i].rgb);
      assert_in_range(difference, 0, 5);
    }
  }
  assert_true(colour_map_named("viridis") && !colour_map_named("viridiss") && !colour_map_named(NULL));
  colour_map_at("no such map", NAN);
}

static void test_colour_names(void **state) {
  uint32_t rgb;
  for (size_t i = 0; i < sizeof colour_texts / sizeof *colour_texts; i++) {
    assert_true(colour_parse(colour_texts[i].text, &rgb));
    assert_int_equal(rgb, colour_texts[i].rgb);
  }
  for (size_t i = 0; i < sizeof colour_refused / sizeof *colour_refused; i++)
    assert_false(colour_parse(colour_refused[i], &rgb));
}

static NdArray *ramp(NdType type, int ndim, const int64_t *shape) {
  NdArray *array = nd_new(type, ndim, shape, NULL);
  assert_non_null(array);
  for (int64_t i = 0; i < array->size; i++) {
    int64_t index[3] = {0}, rest = i;
    for (int d = ndim - 1; d >= 0; d--) index[d] = rest % shape[d], rest /= shape[d];
    NdScalar value = {.type = ND_FLOAT64, .as.f = nd_types[type].kind == 'f' ? (double)i / (double)array->size : (double)(i % 256)};
    nd_put(array, index, nd_scalar_cast(value, type));
  }
  return array;
}

/* An image at its own size: every pixel is found in its half of its cell. */
static void test_pixels_are_where_they_belong(void **state) {
  NdArray *array = ramp(ND_UINT8, 3, (const int64_t[]){8, 10, 3});
  Figure *figure = figure_new(0, 0);
  Axes *axes = figure_subplot(figure, 1, 1, 0, 1);
  axes->axis_off = true;
  assert_true(axes_image(axes, array, NULL, NAN, NAN, NULL));
  Grid grid;
  assert_true(grid_new(&grid, 4, 10));
  assert_true(figure_render(figure, &grid, GLYPHS_BRAILLE, COLOUR_TRUE));
  for (int r = 0; r < 8; r++)
    for (int c = 0; c < 10; c++) {
      const Cell *cell = grid_at(&grid, r / 2, c);
      uint32_t wanted = 0;
      for (int channel = 0; channel < 3; channel++) wanted = wanted << 8 | (uint32_t)(((r * 10 + c) * 3 + channel) % 256);
      assert_string_equal(cell->text, "▀");
      assert_int_equal(r % 2 ? cell->background : cell->foreground, wanted);
    }
  grid_free(&grid);
  figure_free(figure);
  nd_release(array);
}

static void test_ascii_ramp_and_scaling(void **state) {
  NdArray *array = ramp(ND_FLOAT32, 2, (const int64_t[]){10, 10});
  Figure *figure = figure_new(0, 0);
  Axes *axes = figure_subplot(figure, 1, 1, 0, 1);
  axes->axis_off = true;
  assert_true(axes_image(axes, array, "gray", NAN, NAN, NULL));
  Grid grid;
  assert_true(grid_new(&grid, 5, 10));
  assert_true(figure_render(figure, &grid, GLYPHS_ASCII, COLOUR_NONE));
  Text out = {0};
  grid_write(&out, &grid, COLOUR_NONE);
  static const char levels[] = " .:-=+*#%@";
  int last = -1;
  for (int r = 0; r < 5; r++) {
    const char *level = strchr(levels, grid_at(&grid, r, 5)->text[0]);
    assert_non_null(level);
    assert_true((int)(level - levels) >= last);
    last = (int)(level - levels);
  }
  assert_in_range(last, 7, 9);
  assert_null(strchr(text_string(&out), '\033'));
  text_free(&out);
  grid_free(&grid);
  figure_free(figure);
  nd_release(array);
}

static void test_ten_images_side_by_side(void **state) {
  NdArray *array = ramp(ND_UINT8, 2, (const int64_t[]){28, 28});
  Figure *figure = figure_new(10, 10);
  for (int i = 0; i < 10; i++) {
    Axes *axes = figure_subplot(figure, 1, 10, i, 1);
    axes->axis_off = true;
    axes->title = core_strdup(i % 2 ? "Ankle boot" : "7");
    assert_true(axes_image(axes, array, "gray_r", NAN, NAN, NULL));
    assert_ptr_equal(figure_subplot(figure, 1, 10, i, 1), axes);
  }
  ViewTerminal terminal = {.columns = 80, .rows = 24, .glyphs = GLYPHS_BRAILLE, .colour = COLOUR_TRUE, .is_terminal = true};
  Text out = {0};
  assert_true(figure_show(&out, figure, &terminal));
  int lines = 0;
  for (size_t i = 0; i < out.length; i++) lines += out.data[i] == '\n';
  assert_in_range(lines, 4, 5); /* a title, and images of 7 x 7 pixels in 7 x 3 or 4 cells */
  text_free(&out);
  figure_free(figure);
  nd_release(array);
}

static void test_errors_are_matplotlibs(void **state) {
  Figure *figure = figure_new(0, 0);
  Axes *axes = figure_subplot(figure, 1, 1, 0, 1);
  Error error = {0};
  NdArray *line = ramp(ND_FLOAT64, 1, (const int64_t[]){3}), *deep = ramp(ND_FLOAT64, 3, (const int64_t[]){2, 2, 5});
  assert_false(axes_image(axes, line, NULL, NAN, NAN, &error));
  assert_int_equal(error.code, ERROR_TYPE);
  assert_string_equal(error.text, "Invalid shape (3,) for image data");
  assert_false(axes_image(axes, deep, NULL, NAN, NAN, &error));
  assert_string_equal(error.text, "Invalid shape (2, 2, 5) for image data");
  NdArray *good = ramp(ND_FLOAT64, 2, (const int64_t[]){2, 2});
  assert_false(axes_image(axes, good, "virids", NAN, NAN, &error));
  assert_int_equal(error.code, ERROR_VALUE);
  assert_string_equal(error.hint, "Did you mean 'viridis'?");
  nd_release(line), nd_release(deep), nd_release(good);
  figure_free(figure);
}

/* Grids of different shapes in one figure, and any size of window. */
static void test_layouts_and_sizes(void **state) {
  Figure *figure = figure_new(0, 0);
  const double y[] = {1, 4, 2, NAN, 8, INFINITY, 3}, x[] = {0, 1, 2, 3, 4, 5, 6};
  Axes *top = figure_subplot(figure, 2, 1, 0, 1), *left = figure_subplot(figure, 2, 2, 2, 1),
       *right = figure_subplot(figure, 2, 3, 5, 1);
  assert_true(top && left && right && top != left && left != right);
  assert_int_equal(figure->columns, 6);
  assert_int_equal(top->column_span, 6);
  assert_null(figure_subplot(figure, 2, 2, 4, 1));
  assert_null(figure_subplot(figure, 0, 2, 0, 1));
  axes_line(top, x, y, 7)->label = core_strdup("first");
  axes_line(top, NULL, y, 7)->label = core_strdup("second");
  top->legend = true;
  axes_bars(left, x, y, 3, 0);
  axes_text(left, 1, 2, "here");
  axes_line(right, x, y, 7)->kind = ARTIST_SCATTER;
  figure->title = core_strdup("한글 title");
  for (int rows = 1; rows < 50; rows += 3)
    for (int columns = 1; columns < 130; columns += 7) {
      Grid grid;
      assert_true(grid_new(&grid, rows, columns));
      assert_true(figure_render(figure, &grid, (ViewGlyphs)(rows % 3), COLOUR_TRUE));
      grid_free(&grid);
    }
  ViewTerminal terminal = {.columns = 80, .rows = 24, .glyphs = GLYPHS_BRAILLE};
  Text out = {0};
  assert_true(figure_show(&out, figure, &terminal));
  assert_non_null(strstr(text_string(&out), "first"));
  text_free(&out);
  figure_free(figure);
}

static void test_memory_failures(void **state) {
  NdArray *array = ramp(ND_UINT8, 2, (const int64_t[]){4, 4});
  size_t before = core_memory_now();
  for (uint64_t nth = 1; nth < 20; nth++) {
    core_fail_allocation(nth);
    Error error = {0};
    const double y[] = {1, 2};
    Figure *figure = figure_new(0, 0);
    Axes *axes = figure ? figure_subplot(figure, 1, 1, 0, 1) : NULL;
    if (axes) {
      axes_line(axes, NULL, y, 2);
      if (!axes_image(axes, array, NULL, NAN, NAN, &error)) assert_int_equal(error.code, ERROR_MEMORY);
    }
    core_fail_allocation(0);
    figure_free(figure);
    assert_int_equal(core_memory_now(), before);
  }
  nd_release(array);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_colour_maps_are_matplotlibs), cmocka_unit_test(test_colour_names),
      cmocka_unit_test(test_pixels_are_where_they_belong), cmocka_unit_test(test_ascii_ramp_and_scaling),
      cmocka_unit_test(test_ten_images_side_by_side), cmocka_unit_test(test_errors_are_matplotlibs),
      cmocka_unit_test(test_layouts_and_sizes), cmocka_unit_test(test_memory_failures),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
