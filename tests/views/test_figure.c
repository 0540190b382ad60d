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
      if (difference > 1) print_error("%s at %g: %06x, not %06x\n", colour_checks[i].map, colour_checks[i].t, got, colour_checks[i].rgb);
      assert_in_range(difference, 0, 1);
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

/* The axes at a place of an r x c grid. */
static Axes *subplot(Figure *figure, int rows, int columns, int index) {
  int row = index / columns, column = index % columns;
  Axes *axes = figure_axes(figure, (double)column / columns, (double)row / rows, (column + 1.0) / columns, (row + 1.0) / rows);
  assert_non_null(axes);
  axes->aspect = 1;
  axes->y.inverted = true;
  return axes;
}

static uint32_t *colours_of(const char *map) {
  static uint32_t table[256];
  for (int i = 0; i < 256; i++) table[i] = colour_map_at(map, i / 255.0);
  return table;
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
  Axes *axes = subplot(figure, 1, 1, 0);
  axes->axis_off = true;
  assert_true(axes_image(axes, array, colours_of("viridis"), NAN, NAN, NULL));
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
  Axes *axes = subplot(figure, 1, 1, 0);
  axes->axis_off = true;
  assert_true(axes_image(axes, array, colours_of("gray"), NAN, NAN, NULL));
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

/* Ten in a row would have eight columns each: they go on in a second row, where they can be recognized. */
static void test_ten_images_in_a_row_wrap(void **state) {
  NdArray *array = ramp(ND_UINT8, 2, (const int64_t[]){28, 28});
  Figure *figure = figure_new(10, 10);
  for (int i = 0; i < 10; i++) {
    Axes *axes = subplot(figure, 1, 10, i);
    axes->axis_off = true;
    axes->title = core_strdup(i % 2 ? "Ankle boot" : "7");
    assert_true(axes_image(axes, array, colours_of("gray_r"), NAN, NAN, NULL));
  }
  static const int widths[][2] = {{80, 2 * 9}, {40, 4 * 7}, {120, 2 * 13}};
  for (size_t w = 0; w < 3; w++) {
    ViewTerminal terminal = {.columns = widths[w][0], .rows = 24, .glyphs = GLYPHS_BRAILLE, .colour = COLOUR_TRUE,
                             .is_terminal = true};
    Text out = {0};
    assert_true(figure_show(&out, figure, &terminal));
    int lines = 0;
    for (size_t i = 0; i < out.length; i++) lines += out.data[i] == '\n';
    assert_in_range(lines, widths[w][1] - 4, widths[w][1] + 4);
    const char *last = text_string(&out);
    int titles = 0;
    while ((last = strstr(last, "Ankle boot"))) titles++, last++;
    assert_int_equal(titles, 5);
    text_free(&out);
  }
  /* The figure itself is as it was. */
  assert_true(figure->axes[9]->right - figure->axes[9]->left < 0.11);
  figure_free(figure);
  nd_release(array);
}

static void test_errors_are_matplotlibs(void **state) {
  Figure *figure = figure_new(0, 0);
  Axes *axes = subplot(figure, 1, 1, 0);
  Error error = {0};
  NdArray *line = ramp(ND_FLOAT64, 1, (const int64_t[]){3}), *deep = ramp(ND_FLOAT64, 3, (const int64_t[]){2, 2, 5});
  assert_false(axes_image(axes, line, colours_of("gray"), NAN, NAN, &error));
  assert_int_equal(error.code, ERROR_TYPE);
  assert_string_equal(error.text, "Invalid shape (3,) for image data");
  assert_false(axes_image(axes, deep, colours_of("gray"), NAN, NAN, &error));
  assert_string_equal(error.text, "Invalid shape (2, 2, 5) for image data");
  const int64_t most[] = {30001, 1};
  NdArray *tall = nd_zeros(ND_UINT8, 2, most, &error);
  assert_false(axes_image(axes, tall, colours_of("gray"), NAN, NAN, &error));
  assert_int_equal(error.code, ERROR_VALUE);
  assert_string_equal(error.text, "Image data is too large to be shown");
  nd_release(line), nd_release(deep), nd_release(tall);
  figure_free(figure);
}

/* Grids of different shapes in one figure, and any size of window. */
static void test_layouts_and_sizes(void **state) {
  Figure *figure = figure_new(0, 0);
  const double y[] = {1, 4, 2, NAN, 8, INFINITY, 3}, x[] = {0, 1, 2, 3, 4, 5, 6};
  Axes *top = subplot(figure, 2, 1, 0), *left = subplot(figure, 2, 2, 2), *right = subplot(figure, 2, 3, 5);
  top->aspect = left->aspect = right->aspect = 0;
  axes_add(top, PLOT_LINE, x, y, 7)->label = core_strdup("first");
  axes_add(top, PLOT_LINE, NULL, y, 7)->label = core_strdup("second");
  top->legend = true;
  const double zeros[3] = {0, 0, 0};
  Artist *bars = axes_add(left, PLOT_RECTANGLES, x, zeros, 3);
  bars->x2 = core_alloc(sizeof zeros), bars->y2 = core_alloc(sizeof zeros);
  for (int i = 0; i < 3; i++) bars->x2[i] = x[i] + 0.8, bars->y2[i] = y[i];
  Artist *text = axes_add(left, PLOT_TEXT, (const double[]){1}, (const double[]){2}, 1);
  text->text = core_strdup("here");
  axes_add(left, PLOT_AREA, x, y, 7)->sparse = true;
  Artist *points = axes_add(right, PLOT_LINE, x, y, 7);
  points->line_style = ' ', points->marker = 'o', points->on_right = true;
  right->has_right = true;
  assert_true(axes_ticks(&right->x.ticks, x, (const char *const[]){"one", "두 번째", "3"}, 3));
  right->bar.colours = core_alloc(2 * sizeof(uint32_t));
  right->bar.colours[0] = 0, right->bar.colours[1] = 0xffffff;
  right->bar.count = 2, right->bar.high = 1;
  figure->title = core_strdup("한글 title");
  for (int rows = 1; rows < 50; rows += 3)
    for (int columns = 1; columns < 130; columns += 7) {
      Grid grid;
      assert_true(grid_new(&grid, rows, columns));
      assert_true(figure_render(figure, &grid, (ViewGlyphs)(rows % 3), columns % 2 ? COLOUR_TRUE : COLOUR_NONE));
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
    Axes *axes = figure ? figure_axes(figure, 0, 0, 1, 1) : NULL;
    if (axes) {
      axes_add(axes, PLOT_LINE, NULL, y, 2);
      axes_ticks(&axes->x.ticks, y, (const char *const[]){"a", "b"}, 2);
      if (!axes_image(axes, array, colours_of("gray"), NAN, NAN, &error)) assert_int_equal(error.code, ERROR_MEMORY);
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
      cmocka_unit_test(test_ten_images_in_a_row_wrap), cmocka_unit_test(test_errors_are_matplotlibs),
      cmocka_unit_test(test_layouts_and_sizes), cmocka_unit_test(test_memory_failures),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
