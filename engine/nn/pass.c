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
    pass->each = training->result_count;
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
  pass->event.steps = feed != NULL ? steps_of(feed, batch, limit) : limit > 0 ? limit : -1;
  pass->event.samples = 0;
  pass->event.count = 0;
  pass->pass_begun = now();
  if (pass->each > 0) nn_training_reset(pass->model->training);
}

void nn_pass_merge(NnPass *pass) {
  for (int i = 0; i < 2 * pass->each; i++) {
    int at = i;
    for (; at > 0 && strcmp(pass->merged_names[at - 1], pass->names[i]) > 0; at--) {
      pass->merged_names[at] = pass->merged_names[at - 1];
      pass->merged_values[at] = pass->merged_values[at - 1];
    }
    pass->merged_names[at] = pass->names[i];
    pass->merged_values[at] = pass->values[i];
  }
  pass->event.names = pass->merged_names;
  pass->event.values = pass->merged_values;
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

static bool take_values(NnPass *pass, const NnPlan *plan, const NnTargets *targets, int64_t rows, Error *error) {
  const int offset = pass->use_validation ? pass->each : 0;
  NnTraining *training = pass->model->training;
  if (pass->each == 0) return true;
  if (!nn_training_take(training, plan, targets, rows, error)) return false;
  for (int i = 0; i < pass->each; i++) pass->values[offset + i] = nn_training_value(training, training->sorted[i]);
  pass->event.names = pass->names + offset;
  pass->event.values = pass->values + offset;
  pass->event.count = pass->each;
  return true;
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

/* The event behind a batch, and what its observers want. */
static NnPassEnd end_batch(NnPass *pass, int64_t step, int64_t rows, NnEventKind batch_end) {
  pass->event.step = step + 1;
  pass->event.samples += rows;
  nn_pass_emit(pass, batch_end);
  if (pass->answers & NN_FAIL) return NN_PASS_FAILED;
  if (core_interrupt_pending()) return NN_PASS_INTERRUPTED;
  /* Validation always runs to its end: its numbers belong to the epoch. */
  return (pass->answers & NN_STOP) && !pass->use_validation ? NN_PASS_STOPPED : NN_PASS_DONE;
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
    if (!take_values(pass, feed->plan, &feed->targets, rows, error)) return NN_PASS_FAILED;
    const NnPassEnd end = end_batch(pass, step, rows, batch_end);
    if (end != NN_PASS_DONE) return end;
    rows = next_rows;
  }
  return NN_PASS_DONE;
}

/* Whether a plan that was made for some targets serves a batch too. */
static bool serves(const NnPlanMaker *maker, const NnData *data, const NnTargets *targets, int64_t rows) {
  if (maker->plan == NULL || nn_plan_largest_batch(maker->plan) < rows || maker->targets.count != targets->count)
    return false;
  for (int i = 0; i < targets->count; i++)
    if (maker->targets.weighted[i] != targets->weighted[i] || !nn_shape_equal(&maker->targets.y[i], &targets->y[i]) ||
        (targets->weighted[i] && !nn_shape_equal(&maker->targets.w[i], &targets->w[i])))
      return false;
  for (int i = 0; i < data->x_count && i < NN_MAX_INPUTS && maker->x[0].rank > 0; i++)
    for (int d = 1; d < maker->x[i].rank; d++)
      if (d >= data->x[i]->ndim || data->x[i]->shape[d] != maker->x[i].dims[d]) return false;
  return true;
}

/* One batch of a stream; the feed is closed again. */
static bool run_batch(NnPass *pass, const NnData *data, NnPlanMaker *maker, int64_t start, int64_t *rows,
                      Error *error) {
  NnFeed feed;
  if (!nn_feed_open(&feed, data, error)) return false;
  *rows = feed.rows;
  bool fine = feed.rows > 0 || core_fail(error, ERROR_VALUE, "a batch needs at least one sample");
  if (fine && !serves(maker, data, &feed.targets, feed.rows)) {
    nn_plan_free(maker->plan);
    maker->plan = maker->make(maker->context, data, feed.rows, error);
    maker->targets = feed.targets;
    for (int i = 0; i < data->x_count && i < NN_MAX_INPUTS; i++) maker->x[i] = nn_shape_of_array(data->x[i]);
    fine = maker->plan != NULL;
  }
  feed.plan = maker->plan;
  if (fine) {
    nn_feed_now(&feed, 0, feed.rows);
    fine = nn_plan_run(feed.plan, feed.rows, error);
  }
  if (fine && pass->collect != NULL) pass->collect(pass->context, feed.plan, start, feed.rows);
  fine = fine && take_values(pass, feed.plan, &feed.targets, feed.rows, error);
  nn_feed_close(&feed);
  return fine;
}

NnPassEnd nn_pass_stream(NnPass *pass, const NnStream *stream, int64_t steps, NnPlanMaker *maker, NnEventKind batch_end,
                         Error *error) {
  if (pass->answers & NN_FAIL) return NN_PASS_FAILED;
  if (!stream->restart(stream->context, error)) return NN_PASS_FAILED;
  int64_t start = 0;
  for (int64_t step = 0; steps == 0 || step < steps; step++) {
    NnData data = {0};
    const int got = stream->next(stream->context, &data, error);
    if (got < 0) return NN_PASS_FAILED;
    if (got == 0) {
      if (step > 0) break;
      core_fail(error, ERROR_VALUE, "the data has no batches left");
      core_hint(error, "a generator gives its batches once: let it repeat them, or use a keras.utils.PyDataset");
      return NN_PASS_FAILED;
    }
    nn_pass_emit(pass, begin_of(batch_end));
    if (pass->answers & NN_FAIL) return NN_PASS_FAILED;
    int64_t rows = 0;
    if (!run_batch(pass, &data, maker, start, &rows, error)) return NN_PASS_FAILED;
    start += rows;
    const NnPassEnd end = end_batch(pass, step, rows, batch_end);
    if (end != NN_PASS_DONE) return end;
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
