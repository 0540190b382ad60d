/* The dashboard's two sides: observe runs in the training thread and only copies; the view thread draws on a clock. */
#include "views/dashboard.h"

#include <math.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "views/screen.h"
#include "views/terminfo.h"
#include "views/styled.h"
#include "views/verdict.h"

enum { MOST_NAMES = 32, NAME_SIZE = 64, MODEL_NAME_SIZE = 96, MESSAGE_SIZE = 160, FRAME_MILLISECONDS = 66,
       LAST_FRAME_ROWS = 24, TRAIL_EPOCHS = 4, TRAIL_PLACES = 40, TRAIL_NAMES = 8,
       TRAIL_POINTS = TRAIL_EPOCHS * TRAIL_PLACES };

/* What was recorded of a fit. There are two: one that events fill, under the mutex, and the view thread's copy. */
typedef struct Record {
  char model_name[MODEL_NAME_SIZE];
  char message[MESSAGE_SIZE];
  int epochs_done, epochs, capacity;
  int64_t step, steps;
  double samples_per_second, seconds_left, learning_rate;
  int names_count;
  char names[MOST_NAMES][NAME_SIZE];
  double *values[MOST_NAMES]; /* capacity entries each */
  double now[MOST_NAMES];
  int trail_count;
  double trail_at[TRAIL_POINTS], trail[TRAIL_NAMES][TRAIL_POINTS];
  bool finished;
} Record;

struct Dashboard {
  ViewTerminal terminal;
  bool stable;
  pthread_t thread;
  bool running;            /* the thread was started; the training thread's own */
  int wake[2];             /* a byte ends the thread's sleep */
  pthread_mutex_t mutex;
  pthread_cond_t resumed;
  /* Under the mutex. */
  Record record;
  uint64_t changes;        /* counts events that changed what is seen */
  Text held;               /* what the program printed meanwhile */
  /* From either side. */
  atomic_bool stop, paused, quit, drawing;
  /* The view thread's own. */
  Record copy;
  bool log_scale, help;
  Grid before, now;
  Text bytes;
  const Sink *after; /* of dashboard_sink */
};

static bool record_reserve(Record *record, int names, int epochs) {
  if (epochs > record->capacity) {
    int capacity = epochs + epochs / 2 + 16;
    for (int i = 0; i < record->names_count; i++) {
      double *values = core_realloc(record->values[i], (size_t)capacity * sizeof *values);
      if (!values) return false;
      record->values[i] = values;
    }
    record->capacity = capacity;
  }
  while (record->names_count < names) {
    double *values = core_alloc((size_t)(record->capacity ? record->capacity : 1) * sizeof *values);
    if (!values) return false;
    record->values[record->names_count] = values;
    record->now[record->names_count] = NAN;
    record->names[record->names_count++][0] = 0;
  }
  return true;
}

static void record_free(Record *record) {
  for (int i = 0; i < record->names_count; i++) core_free(record->values[i]);
}

/* The view thread's copy. Memory is only taken when the fit has grown. */
static bool record_copy(Record *to, const Record *from) {
  if (!record_reserve(to, from->names_count, from->epochs_done)) return false;
  double *values[MOST_NAMES];
  int capacity = to->capacity;
  memcpy(values, to->values, sizeof values);
  *to = *from;
  memcpy(to->values, values, sizeof values);
  to->capacity = capacity;
  for (int i = 0; i < from->names_count; i++)
    memcpy(to->values[i], from->values[i], (size_t)from->epochs_done * sizeof(double));
  return true;
}

static int record_name(Record *record, const char *name) {
  for (int i = 0; i < record->names_count; i++)
    if (strcmp(record->names[i], name) == 0) return i;
  if (record->names_count == MOST_NAMES || strlen(name) >= NAME_SIZE) return -1;
  if (!record_reserve(record, record->names_count + 1, record->capacity)) return -1;
  int index = record->names_count - 1;
  strcpy(record->names[index], name);
  for (int i = 0; i < record->epochs_done; i++) record->values[index][i] = NAN;
  for (int i = 0; i < record->trail_count && index < TRAIL_NAMES; i++) record->trail[index][i] = NAN;
  return index;
}

/* What a frame is drawn from: names and rows of values as arrays of pointers. */
typedef struct Pointers {
  const char *names[MOST_NAMES];
  const double *trail[MOST_NAMES];
} Pointers;

static DashboardData data_of(const Dashboard *dashboard, const Record *record, Pointers *pointers) {
  const char **names = pointers->names;
  for (int i = 0; i < record->names_count; i++) names[i] = record->names[i];
  for (int i = 0; i < MOST_NAMES; i++) pointers->trail[i] = i < TRAIL_NAMES ? record->trail[i] : NULL;
  return (DashboardData){
      .model_name = record->model_name, .epochs_done = record->epochs_done, .epochs = record->epochs,
      .step = record->step, .steps = record->steps,
      .samples_per_second = dashboard->stable ? NAN : record->samples_per_second,
      .seconds_left = dashboard->stable ? NAN : record->seconds_left, .learning_rate = record->learning_rate,
      .names_count = record->names_count, .names = names, .values = (const double *const *)record->values,
      .now = record->now, .trail_count = record->trail_count, .trail_at = record->trail_at, .trail = pointers->trail,
      .log_scale = dashboard->log_scale, .paused = atomic_load(&dashboard->paused),
      .finished = record->finished, .help = dashboard->help,
      .message = record->message[0] ? record->message : NULL};
}

/* ---- The view thread ---- */

/* Makes both grids as large as the window; all is painted anew after a change. */
static bool fit_window(Dashboard *dashboard, bool *repaint) {
  int rows = dashboard->terminal.rows, columns = dashboard->terminal.columns;
  screen_size(&rows, &columns);
  if (dashboard->now.cells && rows == dashboard->now.rows && columns == dashboard->now.columns) return true;
  grid_free(&dashboard->before);
  grid_free(&dashboard->now);
  *repaint = true;
  return grid_new(&dashboard->before, rows, columns) && grid_new(&dashboard->now, rows, columns);
}

static void draw_frame(Dashboard *dashboard, bool repaint) {
  Pointers pointers;
  DashboardData data = data_of(dashboard, &dashboard->copy, &pointers);
  dashboard_draw(&dashboard->now, &data, dashboard->terminal.glyphs);
  text_clear(&dashboard->bytes);
  if (repaint) text_add(&dashboard->bytes, "\033[0m\033[2J");
  grid_write_changes(&dashboard->bytes, repaint ? NULL : &dashboard->before, &dashboard->now, 0,
                     dashboard->terminal.colour);
  if (dashboard->bytes.failed) {
    text_free(&dashboard->bytes);
    return;
  }
  screen_write(text_string(&dashboard->bytes), dashboard->bytes.length);
  grid_copy(&dashboard->before, &dashboard->now, 0, 0);
}

static void set_paused(Dashboard *dashboard, bool paused) {
  pthread_mutex_lock(&dashboard->mutex);
  atomic_store(&dashboard->paused, paused);
  if (!paused) pthread_cond_broadcast(&dashboard->resumed);
  pthread_mutex_unlock(&dashboard->mutex);
}

/* Ctrl-Z: the screen is given back, the program stops with this thread, and comes back here at `fg`. SIGSTOP to this
 * very thread takes effect before the call returns. */
static void suspend(Dashboard *dashboard) {
  screen_leave();
  pthread_kill(pthread_self(), SIGSTOP);
  screen_enter();
}

/* Serves a key; true where everything is to be painted anew. */
static bool serve_key(Dashboard *dashboard, int key) {
  switch (key) {
    case 'q':
      atomic_store(&dashboard->stop, true);
      set_paused(dashboard, false);
      return false;
    case ' ':
      set_paused(dashboard, !atomic_load(&dashboard->paused));
      return false;
    case 'l':
    case 'y':
      dashboard->log_scale = !dashboard->log_scale;
      return false;
    case 'h':
    case '?':
      dashboard->help = !dashboard->help;
      return false;
    case 27:
      dashboard->help = false;
      return false;
    case 'L' - '@':
      return true;
    case 'Z' - '@':
      suspend(dashboard);
      return true;
    default:
      return key == VIEW_KEY_RESIZE;
  }
}

static void *view_thread(void *self) {
  Dashboard *dashboard = self;
  KeyReader *keys = isatty(STDIN_FILENO) ? key_reader_open(STDIN_FILENO) : NULL;
  bool entered = screen_enter(), repaint = true;
  uint64_t drawn = 0;
  if (entered) atomic_store(&dashboard->drawing, true);
  while (entered && !atomic_load(&dashboard->quit)) {
    pthread_mutex_lock(&dashboard->mutex);
    uint64_t changes = dashboard->changes;
    bool copied = changes == drawn || record_copy(&dashboard->copy, &dashboard->record);
    pthread_mutex_unlock(&dashboard->mutex);
    if (!fit_window(dashboard, &repaint)) {
      /* No memory for a frame of this size: wait for a smaller window. */
    } else if (copied && (changes != drawn || repaint)) {
      draw_frame(dashboard, repaint);
      drawn = changes;
      repaint = false;
    }
    /* Sleep until the next frame; a key is served at once. */
    struct timespec frame_end, now;
    clock_gettime(CLOCK_MONOTONIC, &frame_end);
    frame_end.tv_nsec += FRAME_MILLISECONDS * 1000000L;
    for (;;) {
      clock_gettime(CLOCK_MONOTONIC, &now);
      long left = (frame_end.tv_sec - now.tv_sec) * 1000L + (frame_end.tv_nsec - now.tv_nsec) / 1000000L;
      if (left <= 0) break;
      struct pollfd waits[2] = {{dashboard->wake[0], POLLIN, 0}, {keys ? STDIN_FILENO : -1, POLLIN, 0}};
      if (poll(waits, 2, (int)left) <= 0) continue;
      if (waits[0].revents) break;
      if (waits[1].revents & (POLLHUP | POLLERR | POLLNVAL)) {
        /* The terminal went away: no more keys, and no spinning. */
        key_reader_close(keys);
        keys = NULL;
        continue;
      }
      bool any = false;
      for (int key; keys && (key = key_reader_next(keys)) >= 0;) {
        repaint |= serve_key(dashboard, key);
        any = true;
      }
      if (any) {
        pthread_mutex_lock(&dashboard->mutex);
        dashboard->changes++;
        pthread_mutex_unlock(&dashboard->mutex);
        break;
      }
    }
  }
  atomic_store(&dashboard->drawing, false);
  screen_leave();
  key_reader_close(keys);
  return NULL;
}

/* ---- The training thread ---- */

Dashboard *dashboard_new(const ViewTerminal *terminal, bool stable) {
  if (!terminal->is_terminal || !screen_possible()) return NULL;
  Dashboard *dashboard = core_alloc_zero(1, sizeof *dashboard);
  if (!dashboard) return NULL;
  if (pipe(dashboard->wake) != 0) {
    core_free(dashboard);
    return NULL;
  }
  dashboard->terminal = *terminal;
  dashboard->stable = stable;
  dashboard->record.samples_per_second = dashboard->record.seconds_left = dashboard->record.learning_rate = NAN;
  pthread_mutex_init(&dashboard->mutex, NULL);
  pthread_cond_init(&dashboard->resumed, NULL);
  return dashboard;
}

/* Signals are the main thread's: the view thread blocks them all but those that an error of its own raises. */
static void start_thread(Dashboard *dashboard) {
  sigset_t all, before;
  sigfillset(&all);
  static const int own[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
  for (size_t i = 0; i < sizeof own / sizeof *own; i++) sigdelset(&all, own[i]);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  dashboard->running = pthread_create(&dashboard->thread, NULL, view_thread, dashboard) == 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

/* How long the rest takes at the pace so far, validation included. */
static double time_left(const NnEvent *event) {
  if (event->steps <= 0 || event->epochs <= 0) return NAN;
  double step = event->step < event->steps ? (double)event->step / (double)event->steps : 1;
  double done = (event->epoch + step) / event->epochs;
  return done > 0 ? event->total_seconds / done * (1 - done) : NAN;
}

/* Curves of a few points say little about long epochs: there the running values are kept, at places that are evenly
 * spread over the steps, and the epoch's own value at its end. */
static void extend_trail(Record *record, const NnEvent *event, bool ends) {
  if (event->epochs > TRAIL_EPOCHS || event->steps < 2 || record->trail_count == TRAIL_POINTS) return;
  int places = event->steps < TRAIL_PLACES ? (int)event->steps : TRAIL_PLACES;
  double step = (double)event->step * places / (double)event->steps;
  double at = ends ? record->epochs_done + 1 : record->epochs_done + floor(step) / places;
  double last = record->trail_count ? record->trail_at[record->trail_count - 1] : 0;
  if (ends) {
    /* The running value at the last step and the epoch's are the same place. */
    if (last > at - 0.5 / places && record->trail_count) record->trail_count--;
  } else if (!(at > last + 0.5 / places) || at > record->epochs_done + 1 - 0.5 / places) {
    return;
  }
  int point = record->trail_count++;
  record->trail_at[point] = at;
  for (int i = 0; i < TRAIL_NAMES; i++) {
    bool there = i < record->names_count;
    record->trail[i][point] = !there ? NAN : ends ? record->values[i][record->epochs_done] : record->now[i];
  }
}

static void take_event(Dashboard *dashboard, const NnEvent *event) {
  Record *record = &dashboard->record;
  record->epochs = event->epochs;
  record->step = event->step;
  record->steps = event->steps;
  record->learning_rate = event->learning_rate;
  if (event->model_name && !record->model_name[0])
    snprintf(record->model_name, sizeof record->model_name, "%s", event->model_name);
  if (event->kind == NN_BATCH_END) {
    if (event->seconds > 0) record->samples_per_second = (double)event->samples / event->seconds;
    record->seconds_left = time_left(event);
  }
  int epoch = record->epochs_done;
  bool ends = event->kind == NN_EPOCH_END && record_reserve(record, record->names_count, epoch + 1);
  if (ends)
    for (int i = 0; i < record->names_count; i++) record->values[i][epoch] = NAN;
  if (event->kind == NN_EPOCH_BEGIN || event->kind == NN_EPOCH_END)
    for (int i = 0; i < record->names_count; i++) record->now[i] = NAN;
  if (event->kind == NN_BATCH_END || event->kind == NN_EPOCH_END)
    for (int i = 0; i < event->count; i++) {
      int index = record_name(record, event->names[i]);
      if (index < 0) continue;
      if (ends) {
        record->values[index][epoch] = event->values[i];
      } else if (event->kind == NN_BATCH_END) {
        record->now[index] = event->values[i];
      }
    }
  if (ends || event->kind == NN_BATCH_END) extend_trail(record, event, ends);
  if (ends) record->epochs_done++;
  if (event->kind == NN_FIT_END) record->finished = true;
  dashboard->changes++;
}

NnAnswer dashboard_observe(void *self, const NnEvent *event) {
  Dashboard *dashboard = self;
  bool mine = event->kind <= NN_FIT_END;
  if (!mine) return NN_GO_ON;
  pthread_mutex_lock(&dashboard->mutex);
  if (event->kind == NN_FIT_BEGIN) record_reserve(&dashboard->record, 0, event->epochs);
  take_event(dashboard, event);
  /* A pause ends with Space, q, Ctrl-C, or with the view. */
  while (event->kind == NN_BATCH_END && atomic_load(&dashboard->paused) && !atomic_load(&dashboard->stop) &&
         !core_interrupt_pending() && dashboard->running) {
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += 50 * 1000000L;
    if (until.tv_nsec >= 1000000000L) until.tv_nsec -= 1000000000L, until.tv_sec++;
    pthread_cond_timedwait(&dashboard->resumed, &dashboard->mutex, &until);
  }
  pthread_mutex_unlock(&dashboard->mutex);
  if (!dashboard->running && event->kind != NN_FIT_END) start_thread(dashboard);
  return atomic_load(&dashboard->stop) ? NN_STOP : NN_GO_ON;
}

static void hold_bytes(void *self, const char *bytes, size_t length) {
  Dashboard *dashboard = self;
  if (!dashboard->running) {
    sink_write(dashboard->after, bytes, length);
    return;
  }
  pthread_mutex_lock(&dashboard->mutex);
  text_add_bytes(&dashboard->held, bytes, length);
  /* The last whole line that was printed stands at the bottom of the frame. */
  const char *text = text_string(&dashboard->held);
  size_t end = dashboard->held.length;
  while (end && (text[end - 1] == '\n' || text[end - 1] == '\r')) end--;
  size_t start = end;
  while (start && text[start - 1] != '\n') start--;
  snprintf(dashboard->record.message, MESSAGE_SIZE, "%.*s", (int)(end - start), text + start);
  dashboard->changes++;
  pthread_mutex_unlock(&dashboard->mutex);
}

Sink dashboard_sink(Dashboard *dashboard, const Sink *after) {
  dashboard->after = after;
  return (Sink){hold_bytes, NULL, dashboard};
}

static void write_last_frame(Dashboard *dashboard, const Sink *after) {
  Record *record = &dashboard->record;
  Pointers pointers;
  record->message[0] = 0;
  record->finished = true;
  dashboard->help = false;
  DashboardData data = data_of(dashboard, record, &pointers);
  data.paused = false;
  int rows = dashboard->terminal.rows, columns = dashboard->terminal.columns;
  screen_size(&rows, &columns);
  /* The prompt and the sentence have room below. */
  rows = rows - 3 > LAST_FRAME_ROWS ? LAST_FRAME_ROWS : rows - 3;
  Grid grid;
  Text out = {0};
  bool has_metric = false;
  for (int i = 0; i < record->names_count; i++)
    has_metric |= strcmp(record->names[i], "loss") != 0 && strncmp(record->names[i], "val_", 4) != 0;
  if (record->epochs_done && !dashboard_layout(rows, columns, has_metric).small && grid_new(&grid, rows, columns)) {
    dashboard_draw(&grid, &data, dashboard->terminal.glyphs);
    grid.rows--; /* the line of messages is empty */
    grid_write(&out, &grid, dashboard->terminal.colour);
    grid_free(&grid);
  }
  const double *loss = NULL, *val_loss = NULL;
  for (int i = 0; i < record->names_count; i++) {
    if (strcmp(record->names[i], "loss") == 0) loss = record->values[i];
    if (strcmp(record->names[i], "val_loss") == 0) val_loss = record->values[i];
  }
  Verdict verdict = verdict_of(loss, val_loss, record->epochs_done);
  Text sentence = {0};
  verdict_sentence(&sentence, &verdict, loss, val_loss, record->epochs_done);
  if (dashboard->terminal.is_terminal) styled_add_wrapped(&out, text_string(&sentence), columns);
  else text_add(&out, text_string(&sentence));
  if (sentence.failed) out.failed = true;
  text_free(&sentence);
  text_add_char(&out, '\n');
  if (!out.failed) sink_write(after, text_string(&out), out.length);
  text_free(&out);
}

void dashboard_close(Dashboard *dashboard, const Sink *after, bool show_last_frame) {
  if (!dashboard) return;
  if (dashboard->running) {
    atomic_store(&dashboard->quit, true);
    ssize_t written = write(dashboard->wake[1], "", 1);
    (void)written;
    pthread_join(dashboard->thread, NULL);
    dashboard->running = false;
  }
  if (dashboard->held.length) sink_write(after, text_string(&dashboard->held), dashboard->held.length);
  if (show_last_frame) write_last_frame(dashboard, after);
  sink_flush(after);
  close(dashboard->wake[0]);
  close(dashboard->wake[1]);
  pthread_mutex_destroy(&dashboard->mutex);
  pthread_cond_destroy(&dashboard->resumed);
  record_free(&dashboard->record);
  record_free(&dashboard->copy);
  grid_free(&dashboard->before);
  grid_free(&dashboard->now);
  text_free(&dashboard->bytes);
  text_free(&dashboard->held);
  core_free(dashboard);
}

void dashboard_emergency_restore(void) { screen_emergency(); }
