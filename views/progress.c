/* As keras.utils.Progbar and keras.callbacks.ProgbarLogger of Keras 3.15.1 print. Two things are left as they are but
 * said differently: where Keras goes back with backspaces and a return, the return alone is written, since terminals
 * do not carry a backspace over a line's start; and a line on the way that is wider than the terminal is cut there,
 * because a wrapped line cannot be overwritten. The last line of an epoch is always whole. */
#include "views/progress.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/utf8.h"

enum { BAR_WIDTH = 20 };
static const double REDRAW_SECONDS = 0.05;

struct Progress {
  bool bar; /* redrawn in place; else a line an epoch */
  bool silent, stable;
  ViewColour colour;
  ViewGlyphs glyphs;
  int columns;
  const Sink *sink;
  Text line;
  bool in_fit;
  bool unfinished;        /* the cursor stands at the end of a bar */
  int64_t seen;
  double last_update;     /* seconds of the event that was drawn last; negative: none yet */
  double first_step;      /* seconds when the first step was done; negative: not yet */
  int previous_width;
};

Progress *progress_new(int verbose, const ViewTerminal *terminal, bool stable, const Sink *sink) {
  Progress *progress = core_alloc_zero(1, sizeof *progress);
  if (!progress) return NULL;
  progress->silent = verbose == 0;
  progress->bar = verbose == 1 && terminal->is_terminal;
  progress->stable = stable;
  progress->colour = terminal->colour;
  progress->glyphs = terminal->glyphs;
  progress->columns = terminal->columns;
  progress->sink = sink;
  return progress;
}

void progress_free(Progress *progress) {
  if (!progress) return;
  text_free(&progress->line);
  core_free(progress);
}

/* Python writes "nan" without a sign, "inf" and "-inf". */
static void add_number(Text *out, double value, bool fixed) {
  if (isnan(value)) {
    text_add(out, "nan");
  } else if (fixed) {
    text_addf(out, "%.4f", value);
  } else {
    text_addf(out, "%.4e", value);
  }
}

void progress_value_text(Text *out, double value) {
  add_number(out, value, fabs(value) > 1e-3);
}

void progress_seconds_text(Text *out, double seconds_per_step) {
  double value = seconds_per_step;
  if (value >= 1 || value == 0) {
    text_addf(out, "%.0fs/step", value);
  } else if (value >= 1e-3) {
    text_addf(out, "%.0fms/step", value * 1000.0);
  } else {
    text_addf(out, "%.0fus/step", value * 1000000.0);
  }
}

/* Progbar's estimate leaves the first step out, which compiles and warms up, where it saw more than that one. */
static double seconds_per_step(const Progress *progress, int64_t current, double now) {
  if (!current) return 0;
  if (progress->first_step >= 0 && current > 1) return (now - progress->first_step) / (double)(current - 1);
  return now / (double)current;
}

static void add_style(Progress *progress, const char *sgr) {
  if (progress->colour != COLOUR_NONE) text_addf(&progress->line, "\033[%sm", sgr);
}

static int digits_of(int64_t target) {
  char text[24];
  return snprintf(text, sizeof text, "%lld", (long long)target);
}

/* "94/94" in bold, then the bar: the part that is done in green, the rest in white. Without colour the rest is told
 * apart by a lighter glyph. */
static void add_bar(Progress *progress, int64_t current, int64_t target) {
  Text *line = &progress->line;
  if (target <= 0) {
    text_addf(line, "%7lld/Unknown", (long long)current);
    return;
  }
  int done = (int)((double)BAR_WIDTH * ((double)current / (double)target));
  if (done > BAR_WIDTH) done = BAR_WIDTH;
  const char *full = "━", *rest = progress->colour == COLOUR_NONE ? "─" : "━";
  if (progress->glyphs == GLYPHS_ASCII) {
    full = "=";
    rest = ".";
  }
  add_style(progress, "1");
  text_addf(line, "%*lld/%lld", digits_of(target), (long long)current, (long long)target);
  add_style(progress, "0");
  text_add(line, " ");
  if (done > 0) {
    add_style(progress, "32");
    text_add_times(line, full, done);
    add_style(progress, "0");
  }
  add_style(progress, "37");
  text_add_times(line, rest, BAR_WIDTH - done);
  add_style(progress, "0");
}

/* Time left while it runs, time taken at the end. */
static void add_time(Progress *progress, int64_t current, int64_t target, double now, double per_step, bool final) {
  Text *line = &progress->line;
  text_add(line, " ");
  add_style(progress, "1");
  if (target > 0 && !final) {
    double left = per_step * (double)(target - current);
    if (left < 0) left = 0;
    if (left > 1e15) left = 1e15;
    long long seconds = (long long)left;
    if (left > 3600) {
      text_addf(line, "%lld:%02lld:%02lld", seconds / 3600, seconds % 3600 / 60, seconds % 60);
    } else if (left > 60) {
      text_addf(line, "%lld:%02lld", seconds / 60, seconds % 60);
    } else {
      text_addf(line, "%llds", seconds);
    }
  } else {
    text_addf(line, "%.0fs", now);
  }
  add_style(progress, "0");
  text_add(line, " ");
}

static void add_step_time(Progress *progress, double per_step) {
  if (progress->stable) {
    text_add(&progress->line, "0ms/step");
  } else {
    progress_seconds_text(&progress->line, per_step);
  }
}

/* Columns of a text with SGR sequences in it; `limit` negative: all of it. `cut`, where not NULL, is set to the byte
 * at which the text reaches the limit. */
static int visible_width(const char *text, int limit, size_t *cut) {
  int width = 0;
  const char *at = text;
  while (*at) {
    if (*at == '\033') {
      while (*at && *at != 'm') at++;
      if (*at) at++;
      continue;
    }
    uint32_t code;
    int length = utf8_decode(at, strlen(at), &code);
    int columns = length > 0 ? utf8_code_width(code) : 1;
    if (limit >= 0 && width + columns > limit) break;
    width += columns;
    at += length > 0 ? length : 1;
  }
  if (cut) *cut = (size_t)(at - text);
  return width;
}

static void write_bar(Progress *progress, const NnEvent *event, int64_t current, int64_t target, bool final) {
  double now = progress->stable ? 0 : event->seconds;
  double per_step = seconds_per_step(progress, current, event->seconds);
  if (current == 1) progress->first_step = event->seconds;
  bool first = progress->last_update < 0;
  if (!first && event->seconds - progress->last_update < REDRAW_SECONDS && !final) return;
  Text *line = &progress->line;
  text_clear(line);
  text_add(line, "\r");
  size_t start = line->length;
  add_bar(progress, current, target);
  add_time(progress, current, target, now, progress->stable ? 0 : per_step, final);
  add_step_time(progress, per_step);
  for (int i = 0; i < event->count; i++) {
    text_addf(line, " - %s: ", event->names[i]);
    progress_value_text(line, event->values[i]);
  }
  if (!line->failed) {
    size_t cut = 0;
    int limit = final || progress->columns < 1 ? -1 : progress->columns - 1;
    int width = visible_width(text_string(line) + start, limit, &cut);
    if (start + cut < line->length) {
      line->length = start + cut;
      line->data[line->length] = 0;
      add_style(progress, "0");
    }
    text_add_times(line, " ", progress->previous_width - width);
    progress->previous_width = width;
    if (final) text_add(line, "\n");
    sink_write(progress->sink, line->data, line->length);
    sink_flush(progress->sink);
  }
  progress->unfinished = !final;
  progress->last_update = event->seconds;
}

/* verbose=2: one line when the epoch (or pass) is done. Its values below 1e-3, negative ones too, are in %.4e. */
static void write_line(Progress *progress, const NnEvent *event, int64_t target) {
  Text *line = &progress->line;
  text_clear(line);
  if (target > 0) {
    text_addf(line, "%lld/%lld - %.0fs - ", (long long)target, (long long)target,
              progress->stable ? 0.0 : event->seconds);
    add_step_time(progress, event->seconds / (double)target);
    for (int i = 0; i < event->count; i++) {
      text_addf(line, " - %s: ", event->names[i]);
      add_number(line, event->values[i], event->values[i] > 1e-3);
    }
    text_add(line, "\n");
  }
  if (!line->failed && line->length) {
    sink_write(progress->sink, line->data, line->length);
    sink_flush(progress->sink);
  }
}

static void begin_pass(Progress *progress) {
  progress->seen = 0;
  progress->last_update = -1;
  progress->first_step = -1;
  progress->previous_width = 0;
}

static void step_done(Progress *progress, const NnEvent *event) {
  progress->seen = event->step;
  if (progress->bar) write_bar(progress, event, event->step, event->steps, false);
}

/* The last line counts all steps of the pass, as Keras's does; a pass that was stopped shows how far it came. */
static void end_pass(Progress *progress, const NnEvent *event) {
  int64_t target = event->steps > 0 && !event->interrupted ? event->steps : progress->seen;
  if (progress->bar) {
    write_bar(progress, event, target, event->steps > 0 ? event->steps : target, true);
  } else {
    write_line(progress, event, target);
  }
}

NnAnswer progress_observe(void *self, const NnEvent *event) {
  Progress *progress = self;
  if (progress->silent) return NN_GO_ON;
  switch (event->kind) {
    case NN_FIT_BEGIN:
      progress->in_fit = true;
      break;
    case NN_EPOCH_BEGIN:
      begin_pass(progress);
      if (event->epochs > 1) {
        text_clear(&progress->line);
        text_addf(&progress->line, "Epoch %d/%d\n", event->epoch + 1, event->epochs);
        sink_string(progress->sink, text_string(&progress->line));
      }
      break;
    case NN_BATCH_END:
      step_done(progress, event);
      break;
    case NN_EPOCH_END:
      end_pass(progress, event);
      break;
    case NN_FIT_END:
      progress->in_fit = false;
      if (progress->unfinished) sink_string(progress->sink, "\n");
      progress->unfinished = false;
      break;
    case NN_EVALUATE_BEGIN:
    case NN_PREDICT_BEGIN:
      if (!progress->in_fit) begin_pass(progress);
      break;
    case NN_EVALUATE_BATCH_END:
    case NN_PREDICT_BATCH_END:
      if (!progress->in_fit) step_done(progress, event);
      break;
    case NN_EVALUATE_END:
    case NN_PREDICT_END:
      if (progress->in_fit) break;
      if (event->interrupted == 1) {
        if (progress->unfinished) sink_string(progress->sink, "\n");
        progress->unfinished = false;
      } else {
        end_pass(progress, event);
      }
      break;
    case NN_VALIDATION_BEGIN:
    case NN_VALIDATION_BATCH_END:
    case NN_VALIDATION_END:
      break; /* silent inside fit */
    case NN_BATCH_BEGIN:
    case NN_VALIDATION_BATCH_BEGIN:
    case NN_EVALUATE_BATCH_BEGIN:
    case NN_PREDICT_BATCH_BEGIN: break;
  }
  return NN_GO_ON;
}
