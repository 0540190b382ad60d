/* What plots draw besides curves: rectangles, areas, contours, a second axis, texts and ticks of one's own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "engine/core/memory.h"
#include "views/canvas.h"
#include "views/contour.h"
#include "views/plot.h"

enum { ROWS = 24, COLUMNS = 80 };

static PlotLayout draw(Grid *grid, const PlotSeries *series, int count, Plot plot, ViewGlyphs glyphs) {
  assert_true(grid_new(grid, ROWS, COLUMNS));
  plot.series = series;
  plot.series_count = count;
  plot.mark_x = plot.mark_y = NAN;
  PlotLayout layout = plot_draw(grid, 0, 0, ROWS, COLUMNS, &plot, glyphs);
  assert_false(layout.too_small);
  return layout;
}

/* Inside a rectangle every dot is set, outside none. */
static void test_rectangles_fill_their_place(void **state) {
  const double x[] = {0, 4}, y[] = {0, 0}, x2[] = {2, 8}, y2[] = {3, 6};
  PlotSeries series = {.kind = PLOT_RECTANGLES, .x = x, .y = y, .x2 = x2, .y2 = y2, .count = 2};
  for (int glyphs = GLYPHS_ASCII; glyphs <= GLYPHS_BRAILLE; glyphs++) {
    Grid grid;
    PlotLayout layout = draw(&grid, &series, 1, (Plot){0}, (ViewGlyphs)glyphs);
    Canvas canvas = canvas_new(&grid, layout.top, layout.left, layout.height, layout.width, (ViewGlyphs)glyphs);
    int column, row;
    for (double px = 0.1; px < 8; px += 0.1)
      for (double py = 0.1; py < 6; py += 0.1) {
        double near = 8.0 / COLUMNS + 0.1, above = 6.0 / layout.height;
        bool edge = fabs(px - 2) < near || fabs(px - 4) < near || fabs(px - 8) < near || fabs(py - 3) < above;
        if (edge) continue;
        bool inside = (px < 2 && py < 3) || px > 4;
        assert_true(plot_place(&layout, px, py, &column, &row));
        assert_int_equal(canvas_has_dot(&canvas, column, row), inside);
      }
    grid_free(&grid);
  }
}

/* A triangle, and the fill that hides nothing: a curve's dots stay, and less than half of the dots are set. */
static void test_areas(void **state) {
  const double x[] = {0, 10, 10}, y[] = {0, 0, 10};
  for (int sparse = 0; sparse < 2; sparse++) {
    PlotSeries series = {.kind = PLOT_AREA, .x = x, .y = y, .count = 3, .sparse = sparse};
    Grid grid;
    PlotLayout layout = draw(&grid, &series, 1, (Plot){0}, GLYPHS_BRAILLE);
    Canvas canvas = canvas_new(&grid, layout.top, layout.left, layout.height, layout.width, GLYPHS_BRAILLE);
    int column, row, set = 0, all = 0;
    for (double px = 0.3; px < 10; px += 0.1)
      for (double py = 0.3; py < 10; py += 0.1) {
        if (fabs(px - py) < 0.4) continue;
        assert_true(plot_place(&layout, px, py, &column, &row));
        bool has = canvas_has_dot(&canvas, column, row);
        if (py > px) assert_false(has);
        if (py < px) set += has, all++;
      }
    if (sparse) assert_in_range(set, all / 12, all / 4);
    else assert_int_equal(set, all);
    grid_free(&grid);
  }
}

/* Contours of x^2 + y^2: each point of each piece lies on the circle, as nearly as the grid says; ends are shared. */
static void test_contours_of_a_bowl(void **state) {
  enum { N = 41 };
  double at[N], z[N * N], out_x[6 * N * N], out_y[6 * N * N];
  for (int i = 0; i < N; i++) at[i] = -2 + 4.0 * i / (N - 1);
  for (int r = 0; r < N; r++)
    for (int c = 0; c < N; c++) z[r * N + c] = at[r] * at[r] + at[c] * at[c];
  int64_t count = contour_line(at, at, z, N, N, 1.5, NULL, NULL);
  assert_in_range(count, 3 * 60, 3 * 200);
  assert_int_equal(contour_line(at, at, z, N, N, 1.5, out_x, out_y), count);
  for (int64_t i = 0; i < count; i += 3) {
    assert_true(isnan(out_x[i + 2]) && isnan(out_y[i + 2]));
    for (int end = 0; end < 2; end++) {
      double radius = hypot(out_x[i + end], out_y[i + end]);
      assert_true(fabs(radius - sqrt(1.5)) < 0.01);
    }
  }
  assert_int_equal(contour_line(at, at, z, N, N, 100, NULL, NULL), 0);
  z[N * 20 + 32] = NAN; /* at the ring: the cells around it have no line */
  assert_true(contour_line(at, at, z, N, N, 1.5, NULL, NULL) < count);
}

/* Two axes: 1..3 at the left, 100..300 at the right; both curves fill the height. */
static void test_a_second_axis(void **state) {
  const double x[] = {0, 1, 2}, y[] = {1, 2, 3}, right[] = {300, 200, 100};
  PlotSeries series[2] = {{.x = x, .y = y, .count = 3, .line = true},
                          {.x = x, .y = right, .count = 3, .line = true, .on_right = true}};
  Grid grid;
  PlotLayout layout = draw(&grid, series, 2, (Plot){.has_right = true, .right_label = "rate", .y_label = "loss"}, GLYPHS_BRAILLE);
  assert_true(layout.y_min == 1 && layout.y_max == 3);
  Canvas canvas = canvas_new(&grid, layout.top, layout.left, layout.height, layout.width, GLYPHS_BRAILLE);
  int across = layout.width * 2 - 1, down = layout.height * 4 - 1;
  assert_true(canvas_has_dot(&canvas, 0, down) && canvas_has_dot(&canvas, 0, 0));
  assert_true(canvas_has_dot(&canvas, across, 0) && canvas_has_dot(&canvas, across, down));
  Text out = {0};
  grid_write(&out, &grid, COLOUR_NONE);
  assert_non_null(strstr(text_string(&out), "300"));
  assert_non_null(strstr(text_string(&out), "rate"));
  text_free(&out);
  grid_free(&grid);
}

/* Names at ticks, cut to their room; a text where its point is; a picture's pixels under the text. */
static void test_names_and_texts(void **state) {
  const double at[] = {0, 1, 2}, x[] = {1}, y[] = {0.5}, extent[] = {-0.5, 2.5, 1.5, -0.5};
  const char *names[] = {"first", "두 번째", "a name that is far too long for its place"};
  uint32_t pixels[6] = {0, 0xffffff, 0, 0xffffff, 0, 0xffffff};
  PlotSeries series[2] = {{.kind = PLOT_IMAGE, .extent = extent, .pixels = pixels, .pixel_rows = 2, .pixel_columns = 3},
                          {.kind = PLOT_TEXT, .x = x, .y = y, .count = 1, .text = "here", .align = 'c', .valign = 'c'}};
  Grid grid;
  Plot plot = {.x_ticks = {true, 3, at, names}, .y_inverted = true, .frameless = true, .aspect = 1, .colour = COLOUR_TRUE};
  PlotLayout layout = draw(&grid, series, 2, plot, GLYPHS_BRAILLE);
  Text out = {0};
  grid_write(&out, &grid, COLOUR_NONE);
  assert_non_null(strstr(text_string(&out), "first"));
  assert_non_null(strstr(text_string(&out), "두 번째"));
  assert_null(strstr(text_string(&out), "for its place"));
  text_free(&out);
  int column, row;
  assert_true(plot_place(&layout, 1, 0.5, &column, &row));
  const Cell *cell = grid_at(&grid, layout.top + row / layout.dots_down, layout.left + column / layout.dots_across);
  assert_true(strchr("here", cell->text[0]) != NULL && cell->has_background);
  grid_free(&grid);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_rectangles_fill_their_place), cmocka_unit_test(test_areas),
      cmocka_unit_test(test_contours_of_a_bowl),          cmocka_unit_test(test_a_second_axis),
      cmocka_unit_test(test_names_and_texts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
