/* Plots: every value is read back from the dots within one dot of where the axis says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/memory.h"
#include "views/canvas.h"
#include "views/plot.h"

static uint32_t random_state = 7;
static double random_share(void) {
  random_state = random_state * 1664525u + 1013904223u;
  return (random_state >> 8) / 16777216.0;
}

static bool dot_near(const Canvas *canvas, int column, int row) {
  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      if (canvas_has_dot(canvas, column + dx, row + dy)) return true;
  return false;
}

static void check_values(const Grid *grid, const PlotLayout *layout, const PlotSeries *series, ViewGlyphs glyphs) {
  Canvas canvas = canvas_new((Grid *)grid, layout->top, layout->left, layout->height, layout->width, glyphs);
  for (int64_t i = 0; i < series->count; i++) {
    double x = series->x ? series->x[i] : (double)(i + 1);
    int column, row;
    if (!isfinite(series->y[i])) continue;
    assert_true(plot_place(layout, x, series->y[i], &column, &row));
    /* The axis is even: recompute the dot from the limits alone. */
    double wanted_row = (layout->y_max - series->y[i]) / (layout->y_max - layout->y_min) *
                        (layout->height * layout->dots_down - 1);
    double wanted_column = (x - layout->x_min) / (layout->x_max - layout->x_min) *
                           (layout->width * layout->dots_across - 1);
    assert_true(fabs(wanted_row - row) <= 0.51 && fabs(wanted_column - column) <= 0.51);
    assert_true(dot_near(&canvas, column, row));
  }
}

static void test_every_value_is_where_the_axis_says(void **state) {
  static const int sizes[][2] = {{8, 20}, {20, 60}, {10, 39}, {36, 118}};
  for (int glyphs = GLYPHS_ASCII; glyphs <= GLYPHS_BRAILLE; glyphs++)
    for (size_t size = 0; size < 4; size++)
      for (int count = 2; count <= 1000; count = count * 3 + 1) {
        double train[1001], validation[1001];
        for (int i = 0; i < count; i++) {
          train[i] = exp(-3.0 * i / count) + 0.02 * random_share();
          validation[i] = 0.4 + 0.3 * i / count + (i % 7 == 3 ? 0.5 * random_share() : 0);
        }
        PlotSeries series[2] = {
            {.y = train, .count = count, .label = "loss", .role = ROLE_TRAIN, .line = true},
            {.y = validation, .count = count, .label = "val_loss", .role = ROLE_VALIDATION, .line = true, .dashed = true}};
        Plot plot = {.series = series, .series_count = 2, .legend = true, .x_integers = true, .mark_x = 1,
                     .mark_y = validation[0], .mark_label = "best", .title = "loss"};
        Grid grid;
        assert_true(grid_new(&grid, sizes[size][0], sizes[size][1]));
        PlotLayout layout = plot_draw(&grid, 0, 0, grid.rows, grid.columns, &plot, (ViewGlyphs)glyphs);
        assert_false(layout.too_small);
        check_values(&grid, &layout, &series[0], (ViewGlyphs)glyphs);
        check_values(&grid, &layout, &series[1], (ViewGlyphs)glyphs);
        grid_free(&grid);
      }
}

/* One spike among a hundred thousand points reaches the top of the plot. */
static void test_no_spike_is_hidden(void **state) {
  enum { COUNT = 100000 };
  double *y = core_alloc_zero(COUNT, sizeof *y);
  for (int at = 20001; at < COUNT; at += 33333) {
    for (int dashed = 0; dashed < 2; dashed++) {
      y[at] = 1;
      PlotSeries series = {.y = y, .count = COUNT, .role = ROLE_TRAIN, .line = true, .dashed = dashed};
      Plot plot = {.series = &series, .series_count = 1, .mark_x = NAN, .mark_y = NAN};
      Grid grid;
      assert_true(grid_new(&grid, 12, 50));
      PlotLayout layout = plot_draw(&grid, 0, 0, 12, 50, &plot, GLYPHS_BRAILLE);
      Canvas canvas = canvas_new(&grid, layout.top, layout.left, layout.height, layout.width, GLYPHS_BRAILLE);
      int column, row;
      assert_true(plot_place(&layout, at + 1, 1, &column, &row));
      assert_int_equal(row, 0);
      assert_true(canvas_has_dot(&canvas, column, row));
      grid_free(&grid);
      y[at] = 0;
    }
  }
  core_free(y);
}

/* A huge first loss is marked by an arrow and a note, and does not flatten the rest. */
static void test_first_huge_losses(void **state) {
  double y[40];
  for (int i = 0; i < 40; i++) y[i] = i == 0 ? 5000 : 1.0 / (i + 1);
  PlotSeries series = {.y = y, .count = 40, .role = ROLE_TRAIN, .line = true};
  Plot plot = {.series = &series, .series_count = 1, .mark_x = NAN, .mark_y = NAN};
  Grid grid;
  assert_true(grid_new(&grid, 16, 60));
  PlotLayout layout = plot_draw(&grid, 0, 0, 16, 60, &plot, GLYPHS_BRAILLE);
  assert_true(layout.y_max < 1);
  Text out = {0};
  grid_write(&out, &grid, COLOUR_NONE);
  assert_non_null(strstr(text_string(&out), "↑ up to 5000"));
  text_free(&out);
  grid_free(&grid);
  plot.y_log = true;
  assert_true(grid_new(&grid, 16, 60));
  layout = plot_draw(&grid, 0, 0, 16, 60, &plot, GLYPHS_BRAILLE);
  assert_true(layout.y_max >= 5000 && layout.y_min > 0);
  grid_free(&grid);
}

/* Nothing that a double can be, and no size, breaks the plot. */
static void test_degenerate(void **state) {
  static const double values[] = {0, -0.0, 1, -1, NAN, INFINITY, -INFINITY, 1e300, -1e300, DBL_MAX, -DBL_MAX, 5e-324,
                                  1e-310, 1 + 1e-15, 1e16, 3};
  enum { VALUES = sizeof values / sizeof *values };
  for (int round = 0; round < 3000; round++) {
    double x[5], y[5];
    int count = round % 6;
    for (int i = 0; i < 5; i++) {
      x[i] = values[(int)(random_share() * VALUES)];
      y[i] = values[(int)(random_share() * VALUES)];
    }
    PlotSeries series[3] = {{.x = round % 2 ? x : NULL, .y = y, .count = count < 5 ? count : 5, .role = ROLE_TRAIN,
                             .line = round % 3, .marker = round % 5 ? 0 : 'o', .label = "a"},
                            {.kind = (PlotKind)(PLOT_RECTANGLES + round % 2), .x = x, .y = y, .x2 = y, .y2 = x, .count = round % 3,
                              .label = "한글", .sparse = round % 3 == 1},
                            {.kind = round % 2 ? PLOT_HLINE : PLOT_VLINE, .x = x, .y = y, .count = 1, .dotted = true}};
    Plot plot = {.series = series, .series_count = 1 + round % 3, .legend = round % 4 == 0, .grid_x = round % 7 == 0, .grid_y = round % 5 == 0, .has_right = round % 17 == 0, .aspect = round % 19 == 0,
                 .x_log = round % 5 == 1, .y_log = round % 6 == 2, .x_integers = round % 2, .mark_x = x[0], .mark_y = y[0],
                 .mark_label = "best", .title = round % 3 ? "a title" : NULL, .x_label = "x", .y_label = round % 2 ? "y" : NULL,
                 .has_y_limits = round % 11 == 0, .y_limits = {y[1], y[2]}, .has_x_limits = round % 13 == 0,
                 .x_limits = {x[1], x[2]}};
    Grid grid;
    assert_true(grid_new(&grid, 1 + (int)(random_share() * 30), 1 + (int)(random_share() * 90)));
    plot_draw(&grid, 0, 0, grid.rows, grid.columns, &plot, (ViewGlyphs)(round % 3));
    grid_free(&grid);
  }
}

static void test_ticks(void **state) {
  double ticks[32];
  assert_int_equal(plot_ticks(0, 1, 6, ticks), 6);
  assert_true(ticks[0] == 0 && fabs(ticks[1] - 0.2) < 1e-12 && ticks[5] == 1);
  assert_int_equal(plot_ticks(-3, 14, 4, ticks), 3); /* 0, 5, 10: steps of 2.5 would give 7 */
  assert_int_equal(plot_ticks(1, 1, 4, ticks), 0);
  assert_int_equal(plot_ticks(NAN, 1, 4, ticks), 0);
  for (int i = 0; i < 5000; i++) {
    double low = (random_share() - 0.5) * pow(10, 600 * (random_share() - 0.5));
    double high = low + random_share() * pow(10, 600 * (random_share() - 0.5));
    int most = 1 + (int)(random_share() * 20), count = plot_ticks(low, high, most, ticks);
    assert_in_range(count, 0, most);
    for (int j = 0; j < count; j++) assert_true(ticks[j] >= low - fabs(low) * 1e-6 - fabs(high - low) * 1e-6 && ticks[j] <= high + fabs(high - low) * 1e-6 + fabs(high) * 1e-6);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_value_is_where_the_axis_says), cmocka_unit_test(test_no_spike_is_hidden),
      cmocka_unit_test(test_first_huge_losses), cmocka_unit_test(test_degenerate), cmocka_unit_test(test_ticks),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
