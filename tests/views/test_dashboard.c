/* The dashboard: its frame as a pure function of its data, and its thread on a pseudo-terminal behind libvterm. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

#include "views/canvas.h"
#include "views/dashboard.h"

enum { EPOCHS = 40 };
static double history[4][EPOCHS];
static const char *const names[4] = {"accuracy", "loss", "val_accuracy", "val_loss"};

static void fill_history(void) {
  for (int i = 0; i < EPOCHS; i++) {
    history[1][i] = exp(-i / 6.0);
    history[3][i] = 0.3 + pow((i - 10) / 30.0, 2) + 0.01 * (i % 3);
    history[0][i] = 1 - 0.5 * history[1][i];
    history[2][i] = 0.9 - 0.2 * history[3][i];
  }
}

static DashboardData data_after(int epochs_done) {
  static const double *values[4] = {history[0], history[1], history[2], history[3]};
  static const double now[4] = {0.5, 0.7, NAN, NAN};
  return (DashboardData){.model_name = "sequential", .epochs_done = epochs_done, .epochs = EPOCHS, .step = 5, .steps = 94,
                         .samples_per_second = 12345.6, .seconds_left = 3700, .learning_rate = 0.001, .names_count = 4,
                         .names = names, .values = values, .now = now};
}

/* Every size, kind of glyph and stage: no crash (under ASan), and small windows say so. */
static void test_every_size(void **state) {
  for (int rows = 1; rows <= 60; rows++)
    for (int columns = 1; columns <= 200; columns += columns < 40 ? 1 : 13) {
      Grid grid;
      assert_true(grid_new(&grid, rows, columns));
      for (int stage = 0; stage < 4; stage++) {
        DashboardData data = data_after(stage * 13);
        data.help = stage == 2;
        data.log_scale = rows % 2;
        data.finished = stage == 3;
        data.message = stage == 1 ? "a callback printed 한글" : NULL;
        if (stage == 0) data.names_count = 0;
        dashboard_draw(&grid, &data, (ViewGlyphs)(columns % 3));
        if (dashboard_layout(rows, columns, true).small) {
          char start[32] = "";
          for (int c = 0; c < columns && c < 16; c++) strcat(start, grid_at(&grid, 0, c)->text);
          assert_int_equal(strncmp(start, "window too small", (size_t)(columns < 16 ? columns : 16)), 0);
        }
      }
      grid_free(&grid);
    }
}

static bool dot_near(const Canvas *canvas, int column, int row) {
  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      if (canvas_has_dot(canvas, column + dx, row + dy)) return true;
  return false;
}

/* Every epoch of every curve is found in the frame, within one dot of where its axis says. */
static void test_dots_are_read_back(void **state) {
  static const int sizes[][2] = {{24, 80}, {40, 120}, {12, 40}};
  for (int size = 0; size < 3; size++)
    for (int glyphs = GLYPHS_ASCII; glyphs <= GLYPHS_BRAILLE; glyphs++)
      for (int scale = 0; scale < 2; scale++) {
        Grid grid, scratch_grid;
        assert_true(grid_new(&grid, sizes[size][0], sizes[size][1]));
        assert_true(grid_new(&scratch_grid, sizes[size][0], sizes[size][1]));
        DashboardData data = data_after(EPOCHS);
        data.finished = true;
        data.log_scale = scale;
        dashboard_draw(&grid, &data, (ViewGlyphs)glyphs);
        DashboardLayout at = dashboard_layout(grid.rows, grid.columns, true);
        int found = 0;
        for (int which = 0; which < 2; which++) {
          Plot plot;
          PlotSeries series[4];
          double scratch[8];
          int height = which ? at.metric_height : at.loss_height;
          if (!height) continue;
          assert_true(dashboard_plot(&data, which, &plot, series, scratch));
          PlotLayout layout = plot_draw(&scratch_grid, which ? at.metric_top : at.loss_top,
                                        which ? at.metric_left : at.loss_left, height,
                                        which ? at.metric_width : at.loss_width, &plot, (ViewGlyphs)glyphs);
          Canvas canvas = canvas_new(&grid, layout.top, layout.left, layout.height, layout.width, (ViewGlyphs)glyphs);
          for (int s = 0; s < plot.series_count; s++)
            for (int i = 0; i < EPOCHS; i++) {
              int column, row;
              assert_true(plot_place(&layout, i + 1, plot.series[s].y[i], &column, &row));
              assert_true(dot_near(&canvas, column, row));
              found++;
            }
        }
        assert_int_equal(found, size == 2 ? 2 * EPOCHS : 4 * EPOCHS);
        grid_free(&grid);
        grid_free(&scratch_grid);
      }
}

/* A fit of one epoch shows its running values, from 0 to 1; the curve of validation keeps its points. */
static void test_trail_of_a_long_epoch(void **state) {
  static const double at[3] = {0.25, 0.5, 1}, falling[3] = {1, 0.5, 0.25};
  static const double *const trail[4] = {falling, falling, falling, falling};
  DashboardData data = data_after(1);
  data.epochs = 1;
  data.finished = true;
  data.trail_count = 3;
  data.trail_at = at;
  data.trail = trail;
  Plot plot;
  PlotSeries series[4];
  double scratch[8];
  assert_true(dashboard_plot(&data, 0, &plot, series, scratch));
  assert_int_equal(plot.series_count, 2);
  assert_ptr_equal(series[0].x, at);
  assert_ptr_equal(series[0].y, falling);
  assert_int_equal(series[0].count, 3);
  assert_null(series[1].x);
  assert_int_equal(series[1].count, 1);
  assert_float_equal(plot.x_limits[0], 0, 0);
  assert_float_equal(plot.x_limits[1], 1, 0);
  data.trail_count = 0;
  assert_true(dashboard_plot(&data, 0, &plot, series, scratch));
  assert_float_equal(plot.x_limits[0], 1, 0);
  assert_float_equal(plot.x_limits[1], 2, 0);
}

/* ---- On a pseudo-terminal ---- */

static void write_out(void *self, const char *bytes, size_t length) {
  while (length) {
    ssize_t written = write(STDOUT_FILENO, bytes, length);
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

static void on_crash(int signal_number) {
  dashboard_emergency_restore();
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

/* The child: a fit of `epochs` epochs whose batches take two milliseconds. crash_at: an epoch, or -1. */
static int run_fit(int epochs, int crash_at) {
  fill_history();
  signal(SIGUSR1, on_crash);
  signal(SIGSEGV, on_crash);
  ViewTerminal terminal;
  view_terminal_detect(&terminal, "always", false);
  terminal.glyphs = GLYPHS_BRAILLE;
  Dashboard *dashboard = dashboard_new(&terminal, false);
  if (!dashboard) return 3;
  Sink sink = {write_out, NULL, NULL}, held = dashboard_sink(dashboard, &sink);
  NnEvent event = {.version = NN_EVENT_VERSION, .kind = NN_FIT_BEGIN, .epochs = epochs, .steps = 10, .names = names,
                   .model_name = "sequential", .learning_rate = 0.01};
  NnAnswer answer = dashboard_observe(dashboard, &event);
  for (int epoch = 0; epoch < epochs && answer == NN_GO_ON; epoch++) {
    double values[4];
    for (int i = 0; i < 4; i++) values[i] = history[i][epoch % EPOCHS];
    event.epoch = epoch;
    event.step = 0;
    event.kind = NN_EPOCH_BEGIN;
    answer |= dashboard_observe(dashboard, &event);
    for (int step = 1; step <= 10 && answer == NN_GO_ON; step++) {
      struct timespec batch = {0, 2000000};
      nanosleep(&batch, NULL);
      event.step = step;
      event.samples = 32 * step;
      event.seconds = 0.002 * step;
      event.total_seconds += 0.002;
      event.kind = NN_BATCH_END;
      event.count = 2;
      event.values = values;
      answer |= dashboard_observe(dashboard, &event);
    }
    if (epoch == crash_at) raise(SIGSEGV);
    event.kind = NN_EPOCH_END;
    event.count = 4;
    event.values = values;
    answer |= dashboard_observe(dashboard, &event);
    if (epoch == 1) sink_string(&held, "a callback prints\n");
  }
  event.kind = NN_FIT_END;
  event.count = 0;
  dashboard_observe(dashboard, &event);
  dashboard_close(dashboard, &sink, true);
  sink_string(&sink, answer == NN_GO_ON ? "fit went on\n" : "fit was stopped\n");
  return 0;
}

typedef struct Session {
  int master, slave;
  pid_t child;
  VTerm *terminal;
  VTermScreen *screen;
  int rows, columns;
  bool alternate, cursor;
  struct termios before;
  Text text;
} Session;

static int on_property(VTermProp property, VTermValue *value, void *self) {
  Session *session = self;
  if (property == VTERM_PROP_ALTSCREEN) session->alternate = value->boolean;
  if (property == VTERM_PROP_CURSORVISIBLE) session->cursor = value->boolean;
  return 1;
}

static void session_start(Session *session, int rows, int columns, int epochs, int crash_at) {
  static const VTermScreenCallbacks callbacks = {.settermprop = on_property};
  memset(session, 0, sizeof *session);
  struct winsize size = {(unsigned short)rows, (unsigned short)columns, 0, 0};
  assert_int_equal(openpty(&session->master, &session->slave, NULL, NULL, &size), 0);
  tcgetattr(session->slave, &session->before);
  session->rows = rows;
  session->columns = columns;
  session->cursor = true;
  session->terminal = vterm_new(rows, columns);
  vterm_set_utf8(session->terminal, 1);
  session->screen = vterm_obtain_screen(session->terminal);
  vterm_screen_set_callbacks(session->screen, &callbacks, session);
  vterm_screen_enable_altscreen(session->screen, 1);
  vterm_screen_reset(session->screen, 1);
  fflush(NULL);
  session->child = fork();
  if (session->child == 0) {
    setsid();
    ioctl(session->slave, TIOCSCTTY, 0);
    for (int i = 0; i < 3; i++) dup2(session->slave, i);
    setenv("TERM", "xterm-256color", 1);
    unsetenv("COLUMNS"), unsetenv("LINES");
    _exit(run_fit(epochs, crash_at));
  }
}

/* Feeds the emulator until the screen holds `wanted` (NULL: for the whole time); the time is in milliseconds. */
static bool session_wait(Session *session, const char *wanted, int milliseconds) {
  struct timespec start, now;
  clock_gettime(CLOCK_MONOTONIC, &start);
  for (;;) {
    text_clear(&session->text);
    for (int row = 0; row < session->rows; row++) {
      for (int column = 0; column < session->columns; column++) {
        VTermScreenCell cell;
        vterm_screen_get_cell(session->screen, (VTermPos){row, column}, &cell);
        if (cell.chars[0] != (uint32_t)-1) text_add_code(&session->text, cell.chars[0] ? cell.chars[0] : ' ');
      }
      text_add_char(&session->text, '\n');
    }
    if (wanted && strstr(text_string(&session->text), wanted)) return true;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if ((now.tv_sec - start.tv_sec) * 1000 + (now.tv_nsec - start.tv_nsec) / 1000000 > milliseconds) return wanted == NULL;
    struct pollfd ready = {session->master, POLLIN, 0};
    if (poll(&ready, 1, 20) > 0) {
      char bytes[4096];
      ssize_t count = read(session->master, bytes, sizeof bytes);
      if (count > 0) vterm_input_write(session->terminal, bytes, (size_t)count);
    }
  }
}

static void type(Session *session, const char *keys) {
  assert_int_equal(write(session->master, keys, strlen(keys)), (ssize_t)strlen(keys));
}

static void check_modes(const Session *session) {
  struct termios after;
  tcgetattr(session->slave, &after);
  assert_int_equal(after.c_lflag, session->before.c_lflag);
  assert_int_equal(after.c_iflag, session->before.c_iflag);
  assert_int_equal(after.c_oflag, session->before.c_oflag);
  assert_memory_equal(after.c_cc, session->before.c_cc, sizeof after.c_cc);
}

/* Waits for the child's end; its status. */
static int session_end(Session *session) {
  int status = -1;
  for (int i = 0; i < 1000 && waitpid(session->child, &status, WNOHANG) == 0; i++) session_wait(session, NULL, 10);
  session_wait(session, NULL, 50);
  check_modes(session);
  assert_false(session->alternate);
  assert_true(session->cursor);
  vterm_free(session->terminal);
  text_free(&session->text);
  close(session->master);
  close(session->slave);
  return status;
}

static void require(Session *session, const char *wanted) {
  if (session_wait(session, wanted, 8000)) return;
  print_error("no \"%s\" on the screen:\n", wanted);
  fputs(text_string(&session->text), stdout);
  fail();
}

static void test_q_ends_the_fit_and_the_frame_stays(void **state) {
  Session session;
  session_start(&session, 24, 80, 4000, -1);
  require(&session, "q ends this fit");
  assert_true(session.alternate && !session.cursor);
  require(&session, "val_loss 0.");
  require(&session, "a callback prints");
  type(&session, "?");
  require(&session, "log scale of the loss");
  type(&session, "\033");
  require(&session, "q ends this fit");
  type(&session, "l");
  type(&session, " ");
  require(&session, "PAUSED");
  type(&session, " ");
  require(&session, "q ends this fit");
  type(&session, "q");
  require(&session, "fit was stopped");
  assert_non_null(strstr(text_string(&session.text), "ended early"));
  assert_non_null(strstr(text_string(&session.text), "val_loss"));
  assert_int_equal(session_end(&session), 0);
}

static void test_the_whole_fit_ends_with_its_sentence(void **state) {
  Session session;
  session_start(&session, 24, 80, EPOCHS, -1);
  require(&session, "fit went on");
  assert_non_null(strstr(text_string(&session.text), "epoch 40/40  done"));
  assert_non_null(strstr(text_string(&session.text), "Overfitting since epoch 11: val_loss was lowest at epoch 10"));
  assert_int_equal(session_end(&session), 0);
}

static void test_resizing_redraws(void **state) {
  Session session;
  session_start(&session, 24, 80, 4000, -1);
  require(&session, "q ends this fit");
  static const int sizes[][2] = {{12, 40}, {1, 1}, {40, 120}, {5, 100}, {24, 80}};
  for (int i = 0; i < 5; i++) {
    struct winsize size = {(unsigned short)sizes[i][0], (unsigned short)sizes[i][1], 0, 0};
    session.rows = sizes[i][0], session.columns = sizes[i][1];
    vterm_set_size(session.terminal, session.rows, session.columns);
    ioctl(session.master, TIOCSWINSZ, &size);
    require(&session, i == 1 ? "w" : i == 3 ? "window too small" : "q ends this fit");
    require(&session, i == 1 ? "w" : "epoch");
  }
  type(&session, "q");
  require(&session, "fit was stopped");
  assert_int_equal(session_end(&session), 0);
}

static void test_suspend_and_go_on(void **state) {
  Session session;
  session_start(&session, 24, 80, 4000, -1);
  require(&session, "q ends this fit");
  type(&session, "\032");
  int status = 0;
  for (int i = 0; i < 500 && waitpid(session.child, &status, WNOHANG | WUNTRACED) == 0; i++) session_wait(&session, NULL, 10);
  assert_true(WIFSTOPPED(status));
  session_wait(&session, NULL, 50);
  check_modes(&session);
  assert_false(session.alternate);
  kill(session.child, SIGCONT);
  require(&session, "q ends this fit");
  assert_true(session.alternate);
  type(&session, "q");
  require(&session, "fit was stopped");
  assert_int_equal(session_end(&session), 0);
}

static void test_a_crash_restores_the_terminal(void **state) {
  Session session;
  session_start(&session, 24, 80, 4000, 30);
  require(&session, "q ends this fit");
  int status = session_end(&session);
  assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) != 0);
}

static void test_no_dashboard_without_a_terminal(void **state) {
  ViewTerminal terminal = {.is_terminal = false};
  assert_null(dashboard_new(&terminal, false));
  dashboard_close(NULL, NULL, true);
  dashboard_emergency_restore();
}

int main(void) {
  fill_history();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_size), cmocka_unit_test(test_dots_are_read_back),
      cmocka_unit_test(test_trail_of_a_long_epoch),
      cmocka_unit_test(test_q_ends_the_fit_and_the_frame_stays),
      cmocka_unit_test(test_the_whole_fit_ends_with_its_sentence), cmocka_unit_test(test_resizing_redraws),
      cmocka_unit_test(test_suspend_and_go_on), cmocka_unit_test(test_a_crash_restores_the_terminal),
      cmocka_unit_test(test_no_dashboard_without_a_terminal),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
