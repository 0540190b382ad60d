/* The dashboard's frame (declared in dashboard.h). No allocation: it is drawn on a clock while a fit runs. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/core/utf8.h"
#include "views/dashboard.h"

enum { FEWEST_ROWS = 8, FEWEST_COLUMNS = 30, HEAD_ROWS = 3 };

static int width_of(const char *text) { return utf8_width(text, strlen(text)); }

static int index_of(const DashboardData *data, const char *name) {
  for (int i = 0; i < data->names_count; i++)
    if (strcmp(data->names[i], name) == 0) return i;
  return -1;
}

/* The first history name that is neither a loss nor of validation. */
static int metric_of(const DashboardData *data) {
  for (int i = 0; i < data->names_count; i++)
    if (strcmp(data->names[i], "loss") != 0 && strncmp(data->names[i], "val_", 4) != 0) return i;
  return -1;
}

static int validation_of(const DashboardData *data, int index) {
  char name[128];
  snprintf(name, sizeof name, "val_%s", index >= 0 ? data->names[index] : "");
  return index >= 0 ? index_of(data, name) : -1;
}

/* The epoch whose val_loss (without validation: whose loss) is lowest; -1 none. */
static int best_epoch(const DashboardData *data, int *which) {
  int loss = index_of(data, "loss"), best = -1;
  *which = validation_of(data, loss) >= 0 ? validation_of(data, loss) : loss;
  for (int i = 0; *which >= 0 && i < data->epochs_done; i++) {
    double value = data->values[*which][i];
    if (isfinite(value) && (best < 0 || value < data->values[*which][best])) best = i;
  }
  return best;
}

DashboardLayout dashboard_layout(int rows, int columns, bool has_metric) {
  DashboardLayout layout = {0};
  if (rows < FEWEST_ROWS || columns < FEWEST_COLUMNS) {
    layout.small = true;
    return layout;
  }
  int top = HEAD_ROWS, height = rows - HEAD_ROWS - 1;
  layout.loss_top = top;
  layout.loss_height = height;
  layout.loss_width = columns;
  if (!has_metric) return layout;
  if (height >= 24) {
    /* One above the other: the epochs of both stand in one column. */
    layout.loss_height = (height + 1) / 2;
    layout.metric_top = top + layout.loss_height;
    layout.metric_height = height - layout.loss_height;
    layout.metric_width = columns;
  } else if (columns >= 70) {
    layout.loss_width = (columns - 2) / 2;
    layout.metric_top = top;
    layout.metric_height = height;
    layout.metric_left = layout.loss_width + 2;
    layout.metric_width = columns - layout.metric_left;
  }
  return layout;
}

/* The right end of the x axis: a round number of epochs, so that the curve does not shrink with every epoch. */
static double last_epoch_shown(const DashboardData *data) {
  int wanted = data->epochs_done + (data->finished ? 0 : 1), least = data->trail_count ? 1 : 2;
  if (data->finished) return wanted > least ? wanted : least;
  static const int parts[] = {1, 2, 5};
  for (int power = 10; power < 100000000; power *= 10)
    for (int i = 0; i < 3; i++)
      if (parts[i] * power >= wanted) {
        int end = parts[i] * power;
        if (data->epochs > 0 && end > data->epochs) end = data->epochs;
        return end > least ? end : least;
      }
  return wanted;
}

bool dashboard_plot(const DashboardData *data, int which, Plot *plot, PlotSeries *series, double scratch[8]) {
  int train = which == 0 ? index_of(data, "loss") : metric_of(data);
  if (train < 0) return false;
  int validation = validation_of(data, train), count = 0;
  int indices[2] = {train, validation};
  for (int i = 0; i < 2; i++) {
    int index = indices[i];
    if (index < 0) continue;
    ViewRole role = i ? ROLE_VALIDATION : ROLE_TRAIN;
    const double *trail = data->trail_count && i == 0 ? data->trail[index] : NULL;
    if (trail) {
      series[count++] = (PlotSeries){.x = data->trail_at, .y = trail, .count = data->trail_count,
                                     .label = data->names[index], .role = role, .line = true, .ascii = plot_ascii[i]};
      continue;
    }
    series[count++] = (PlotSeries){.y = data->values[index], .count = data->epochs_done, .label = data->names[index],
                                   .role = role, .line = true, .dashed = i == 1,
                                   .ascii = plot_ascii[i]};
    /* The epoch that runs: from the last point to where its running mean stands. */
    if (!data->now || isnan(data->now[index]) || data->finished) continue;
    double *x = scratch + 4 * i, *y = x + 2;
    int points = data->epochs_done ? 2 : 1;
    x[points - 1] = data->epochs_done + 1;
    y[points - 1] = data->now[index];
    if (points == 2) x[0] = data->epochs_done, y[0] = data->values[index][data->epochs_done - 1];
    series[count++] = (PlotSeries){.x = x, .y = y, .count = points, .role = role, .line = true, .dashed = i == 1,
                                   .ascii = plot_ascii[i]};
  }
  *plot = (Plot){.series = series, .series_count = count, .title = data->names[train], .legend = validation >= 0,
                 .x_integers = true, .has_x_limits = true, .mark_x = NAN, .mark_y = NAN};
  plot->x_limits[0] = data->trail_count ? 0 : 1;
  plot->x_limits[1] = last_epoch_shown(data);
  plot->y_log = which == 0 && data->log_scale;
  if (plot->legend) plot->title = NULL; /* the legend says it */
  int best_of, best = best_epoch(data, &best_of);
  int marked = validation >= 0 ? validation : train;
  if (best >= 0) {
    plot->mark_x = best + 1;
    plot->mark_y = data->values[marked][best];
    plot->mark_label = "best";
  }
  return true;
}

static void seconds_text(char *out, size_t size, double seconds) {
  long long whole = seconds < 0 ? 0 : seconds > 1e9 ? 1000000000LL : (long long)(seconds + 0.5);
  if (whole >= 3600) {
    snprintf(out, size, "%lld:%02lld:%02lld", whole / 3600, whole % 3600 / 60, whole % 60);
  } else if (whole >= 60) {
    snprintf(out, size, "%lld:%02lld", whole / 60, whole % 60);
  } else {
    snprintf(out, size, "%llds", whole);
  }
}

static void value_text(char *out, size_t size, double value) {
  if (isnan(value)) snprintf(out, size, "nan");
  else snprintf(out, size, fabs(value) > 1e-3 ? "%.4f" : "%.4e", value);
}

/* Puts pieces one after the other, two columns apart, as long as they fit. */
static int put_piece(Grid *grid, int row, int column, const char *text, ViewRole role) {
  if (!*text || column + width_of(text) > grid->columns) return column;
  return column + grid_put(grid, row, column, text, role) + 2;
}

static void draw_head(Grid *grid, const DashboardData *data) {
  char text[160];
  const char *keys = data->finished ? "" : data->paused ? "PAUSED: Space goes on" : "q ends this fit  ? help";
  int at = 0, right = grid->columns - width_of(keys);
  snprintf(text, sizeof text, "nnsh  %.80s", data->model_name ? data->model_name : "model");
  if (width_of(text) + 2 > right) snprintf(text, sizeof text, "nnsh");
  grid_put(grid, 0, 0, text, ROLE_TITLE);
  grid_put(grid, 0, right < 6 ? 6 : right, keys, data->paused ? ROLE_WARNING : ROLE_DIM);

  int epoch = data->finished ? data->epochs_done : data->epochs_done + 1;
  if (data->epochs > 0 && epoch > data->epochs) epoch = data->epochs;
  snprintf(text, sizeof text, "epoch %d/%d", epoch, data->epochs);
  at = put_piece(grid, 1, at, text, ROLE_TITLE);
  if (data->finished) {
    snprintf(text, sizeof text, data->epochs_done < data->epochs ? "ended early" : "done");
  } else if (data->steps > 0) {
    snprintf(text, sizeof text, "step %lld/%lld", (long long)data->step, (long long)data->steps);
  } else {
    snprintf(text, sizeof text, "step %lld", (long long)data->step);
  }
  at = put_piece(grid, 1, at, text, ROLE_TEXT);
  if (isfinite(data->samples_per_second)) {
    snprintf(text, sizeof text, "%.0f samples/s", data->samples_per_second);
    at = put_piece(grid, 1, at, text, ROLE_TEXT);
  }
  if (!data->finished && isfinite(data->seconds_left)) {
    char left[32];
    seconds_text(left, sizeof left, data->seconds_left);
    snprintf(text, sizeof text, "%s left", left);
    at = put_piece(grid, 1, at, text, ROLE_TEXT);
  }
  if (isfinite(data->learning_rate)) {
    snprintf(text, sizeof text, "rate %.4g", data->learning_rate);
    put_piece(grid, 1, at, text, ROLE_DIM);
  }
}

/* The newest values: loss and val_loss, then the best, then the metric. */
static void draw_values(Grid *grid, const DashboardData *data) {
  int loss = index_of(data, "loss"), metric = metric_of(data), at = 0, best_of, best = best_epoch(data, &best_of);
  int order[4] = {loss, validation_of(data, loss), metric, validation_of(data, metric)};
  char text[160], value[48];
  for (int i = 0; i < 4; i++) {
    int index = order[i];
    if (index < 0) continue;
    double newest = data->now && !data->finished ? data->now[index] : NAN;
    if (isnan(newest) && data->epochs_done) newest = data->values[index][data->epochs_done - 1];
    if (isnan(newest) && !data->epochs_done) continue;
    value_text(value, sizeof value, newest);
    snprintf(text, sizeof text, "%.60s %s", data->names[index], value);
    at = put_piece(grid, 2, at, text, i % 2 ? ROLE_VALIDATION : ROLE_TRAIN);
    if (i == 1 && best >= 0) {
      snprintf(text, sizeof text, "best: epoch %d", best + 1);
      at = put_piece(grid, 2, at, text, ROLE_BEST);
    }
  }
}

static void draw_help(Grid *grid, ViewGlyphs glyphs) {
  static const char *const lines[] = {
      "q       end this fit; it returns its History",
      "Space   pause, go on",
      "l, y    log scale of the loss",
      "Ctrl-L  draw everything again",
      "Ctrl-C  interrupt: KeyboardInterrupt",
      "Ctrl-Z  suspend the program",
      "?, h    this help; Esc leaves it",
  };
  int count = (int)(sizeof lines / sizeof *lines), width = 0;
  for (int i = 0; i < count; i++)
    if (width_of(lines[i]) > width) width = width_of(lines[i]);
  width += 2;
  int top = (grid->rows - count) / 2, left = (grid->columns - width) / 2;
  if (top < 0) top = 0;
  if (left < 0) left = 0;
  for (int i = -1; i <= count; i++) {
    for (int c = 0; c < width; c++) {
      Cell *cell = grid_at(grid, top + i, left + c);
      if (!cell) continue;
      grid_put(grid, top + i, left + c, i >= 0 && i < count ? " " : glyphs == GLYPHS_ASCII ? "-" : "─", ROLE_AXIS);
    }
    if (i >= 0 && i < count) grid_put(grid, top + i, left + 1, lines[i], ROLE_TEXT);
  }
}

void dashboard_draw(Grid *grid, const DashboardData *data, ViewGlyphs glyphs) {
  grid_clear(grid);
  Plot plot;
  PlotSeries series[4];
  double scratch[8];
  DashboardLayout layout = dashboard_layout(grid->rows, grid->columns, metric_of(data) >= 0);
  if (layout.small) {
    char text[64];
    snprintf(text, sizeof text, "epoch %d/%d", data->epochs_done, data->epochs);
    grid_put(grid, 0, 0, "window too small", ROLE_WARNING);
    grid_put(grid, 1, 0, text, ROLE_TEXT);
    return;
  }
  draw_head(grid, data);
  draw_values(grid, data);
  if (dashboard_plot(data, 0, &plot, series, scratch))
    plot_draw(grid, layout.loss_top, layout.loss_left, layout.loss_height, layout.loss_width, &plot, glyphs);
  if (layout.metric_height && dashboard_plot(data, 1, &plot, series, scratch))
    plot_draw(grid, layout.metric_top, layout.metric_left, layout.metric_height, layout.metric_width, &plot, glyphs);
  if (data->message) grid_put(grid, grid->rows - 1, 0, data->message, ROLE_WARNING);
  if (data->help) draw_help(grid, glyphs);
}
