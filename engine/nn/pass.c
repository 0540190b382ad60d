#include "engine/nn/pass.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "engine/core/interrupt.h"

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

void nn_pass_open(NnPass *pass, NnModel *model, const NnObserver *observers, int observer_count) {
  static uint64_t passes; /* main thread only */
  memset(pass, 0, sizeof *pass);
  pass->model = model;
  pass->observers = observers;
  pass->observer_count = observer_count;
  const NnTraining *training = model->training;
  if (training != NULL && training->resolved) {
    pass->each = 1 + training->metric_count;
    for (int i = 0; i < pass->each; i++) {
      const char *name = training->names[training->sorted[i]];
      snprintf(pass->validation_names[i], sizeof pass->validation_names[i], "val_%s", name);
      pass->names[i] = name;
      pass->names[pass->each + i] = pass->validation_names[i];
    }
  }
  pass->event = (NnEvent){.version = NN_EVENT_VERSION, .fit_id = ++passes, .names = pass->names, .values = pass->values,
                          .model_name = model->layer.name, .epochs = 1};
  pass->begun = pass->pass_begun = now();
}

static int64_t steps_of(const NnFeed *feed, int64_t batch, int64_t limit) {
  const int64_t steps = (feed->rows + batch - 1) / batch;
  return limit > 0 && limit < steps ? limit : steps;
}

void nn_pass_start(NnPass *pass, const NnFeed *feed, int64_t batch, int64_t limit) {
  pass->batch = batch;
  pass->limit = limit;
  pass->event.step = 0;
  pass->event.steps = steps_of(feed, batch, limit);
  pass->event.samples = 0;
  pass->event.count = 0;
  pass->pass_begun = now();
  memset(&pass->means, 0, sizeof pass->means);
}

void nn_pass_emit(NnPass *pass, NnEventKind kind) {
  NnEvent *event = &pass->event;
  const double time = now();
  event->kind = kind;
  event->seconds = time - pass->pass_begun;
  event->total_seconds = time - pass->begun;
  const NnObject *optimizer = nn_model_optimizer(pass->model);
  event->learning_rate = optimizer != NULL ? nn_optimizer_rate(optimizer) : 0;
  for (int i = 0; i < pass->observer_count; i++)
    pass->answers |= (unsigned)pass->observers[i].observe(pass->observers[i].self, event);
}

static void take_values(NnPass *pass, const NnPlan *plan, int64_t rows) {
  const int offset = pass->use_validation ? pass->each : 0;
  const NnTraining *training = pass->model->training;
  if (pass->each == 0) return;
  nn_means_add(&pass->means, plan, pass->each - 1, rows);
  for (int i = 0; i < pass->each; i++) pass->values[offset + i] = nn_means_value(&pass->means, training->sorted[i]);
  pass->event.names = pass->names + offset;
  pass->event.values = pass->values + offset;
  pass->event.count = pass->each;
}

/* What is emitted before a batch whose end is `end`. */
static NnEventKind begin_of(NnEventKind end) {
  switch (end) {
    case NN_VALIDATION_BATCH_END: return NN_VALIDATION_BATCH_BEGIN;
    case NN_EVALUATE_BATCH_END: return NN_EVALUATE_BATCH_BEGIN;
    case NN_PREDICT_BATCH_END: return NN_PREDICT_BATCH_BEGIN;
    default: return NN_BATCH_BEGIN;
  }
}

NnPassEnd nn_pass_run(NnPass *pass, NnFeed *feed, NnEventKind batch_end, Error *error) {
  const int64_t steps = pass->event.steps, batch = pass->batch;
  if (pass->answers & NN_FAIL) return NN_PASS_FAILED;
  int64_t rows = feed->rows < batch ? feed->rows : batch;
  nn_feed_now(feed, 0, rows);
  for (int64_t step = 0; step < steps; step++) {
    const int64_t next = (step + 1) * batch;
    int64_t next_rows = feed->rows - next < batch ? feed->rows - next : batch;
    nn_pass_emit(pass, begin_of(batch_end));
    if (pass->answers & NN_FAIL) return NN_PASS_FAILED;
    if (step + 1 < steps) nn_feed_beside(feed, next, next_rows);
    if (!nn_plan_run(feed->plan, rows, error)) return NN_PASS_FAILED;
    if (pass->collect != NULL) pass->collect(pass->context, feed->plan, step * batch, rows);
    take_values(pass, feed->plan, rows);
    pass->event.step = step + 1;
    pass->event.samples += rows;
    nn_pass_emit(pass, batch_end);
    if (pass->answers & NN_FAIL) return NN_PASS_FAILED;
    if (core_interrupt_pending()) return NN_PASS_INTERRUPTED;
    /* Validation always runs to its end: its numbers belong to the epoch. */
    if ((pass->answers & NN_STOP) && !pass->use_validation) return NN_PASS_STOPPED;
    rows = next_rows;
  }
  return NN_PASS_DONE;
}

bool nn_pass_finish(NnPass *pass, NnPassEnd end, NnEventKind kind, Error *error) {
  const bool observer_failed = (pass->answers & NN_FAIL) != 0;
  pass->event.interrupted = end == NN_PASS_INTERRUPTED ? 1 : end == NN_PASS_DONE ? 0 : 2;
  nn_pass_emit(pass, kind);
  if (end == NN_PASS_INTERRUPTED) {
    core_interrupt_take();
    return core_fail(error, ERROR_INTERRUPT, "interrupted");
  }
  if (end == NN_PASS_FAILED && observer_failed) return core_fail(error, ERROR_RUNTIME, "observer");
  return end != NN_PASS_FAILED;
}
