/* fit: epochs of batches, validation, events, history. */
#include "engine/nn/train.h"

#include <math.h>
#include <string.h>
#include <time.h>

#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "engine/nn/pass.h"
#include "engine/nn/seed.h"
#include "engine/nn/training_internal.h"

/* ---- history ---- */

void nn_history_free(NnHistory *history) {
  if (history == NULL) return;
  for (int i = 0; i < history->names_count; i++) {
    if (history->names != NULL) core_free(history->names[i]);
    if (history->values != NULL) core_free(history->values[i]);
  }
  core_free(history->names);
  core_free(history->values);
  core_free(history);
}

/* Room for all epochs at once: recording one allocates nothing. */
static NnHistory *history_new(const NnPass *pass, int names, int epochs, Error *error) {
  NnHistory *history = core_alloc_zero(1, sizeof *history);
  bool fine = history != NULL;
  if (fine) {
    history->names = core_alloc_zero((size_t)names + 1, sizeof *history->names);
    history->values = core_alloc_zero((size_t)names + 1, sizeof *history->values);
    fine = history->names != NULL && history->values != NULL;
    history->names_count = fine ? names : 0;
  }
  for (int i = 0; fine && i < names; i++) {
    history->names[i] = core_strdup(pass->names[i]);
    history->values[i] = core_alloc_zero((size_t)epochs + 1, sizeof **history->values);
    fine = history->names[i] != NULL && history->values[i] != NULL;
  }
  if (fine) return history;
  nn_history_free(history);
  core_fail_memory(error, (size_t)epochs * sizeof(double));
  return NULL;
}

/* ---- the order of rows ---- */

/* A permutation of [0, n) by Fisher and Yates, from the engine's counter-based numbers: it follows from seed and epoch.
 */
static void shuffle(int64_t *order, int64_t n, uint64_t seed, uint64_t epoch) {
  uint32_t words[4];
  for (int64_t i = 0; i < n; i++) order[i] = i;
  for (int64_t i = n - 1, block = 0; i > 0; i--, block++) {
    if (block % 2 == 0) nn_random_words(seed, epoch, (uint64_t)block / 2, words);
    const uint64_t word = (uint64_t)words[block % 2 * 2] << 32 | words[block % 2 * 2 + 1];
    const int64_t with = (int64_t)(((unsigned __int128)word * (uint64_t)(i + 1)) >> 64);
    const int64_t kept = order[i];
    order[i] = order[with];
    order[with] = kept;
  }
}

/* The rows of each batch by themselves. */
static void shuffle_inside(int64_t *order, int64_t n, int64_t batch, uint64_t seed, uint64_t epoch) {
  for (int64_t first = 0; first < n; first += batch) {
    const int64_t rows = n - first < batch ? n - first : batch;
    shuffle(order + first, rows, seed + (uint64_t)first, epoch);
    for (int64_t i = 0; i < rows; i++) order[first + i] += first;
  }
}

/* ---- fit ---- */

typedef struct Fit {
  NnModel *model;
  NnTraining *training;
  const NnFitOptions *options;
  NnFeed train, validate;
  NnPlan *train_plan, *validate_plan;
  NnPlanMaker train_maker, validate_maker; /* for streams */
  int64_t batch, validate_batch;
  uint64_t shuffle_seed;
  bool validates;
  NnPass pass;
} Fit;

/* The last rows are for validation: keras/src/trainers/data_adapters/array_slicing.py, train_validation_split. */
static bool split(Fit *fit, const NnData *data, Error *error) {
  const int64_t rows = fit->train.rows;
  const double part = fit->options->validation_split;
  const int64_t at = (int64_t)floor((double)rows * (1.0 - part));
  if (at <= 0 || at >= rows || part != part)
    return core_fail(error, ERROR_VALUE,
                     "Training data contains %lld samples, which is not sufficient to split it into a validation and "
                     "training set as specified by `validation_split=%g`. Either provide more data, or a different value "
                     "for the `validation_split` argument.", (long long)rows, part);
  if (!nn_feed_open(&fit->validate, data, error)) return false;
  fit->validate.first = at;
  fit->validate.rows = rows - at;
  fit->train.rows = at;
  return true;
}

/* Checks a batch against the model, which is built for it where it is not yet. */
static bool check_data(NnModel *model, const NnData *data, NnTraining **training, Error *error) {
  if (!nn_training_check_inputs(model, data->x, data->x_count, -1, error)) return false;
  const NnTargets targets = nn_targets_of(data);
  return (*training = nn_training_ready(model, &targets, error)) != NULL;
}

static NnPlan *make_train_plan(void *context, const NnData *first, int64_t batch, Error *error) {
  Fit *fit = context;
  if (!check_data(fit->model, first, &fit->training, error)) return NULL;
  const NnTargets targets = nn_targets_of(first);
  return nn_training_plan(fit->model, fit->training, &targets, true, batch, error);
}

static NnPlan *make_validate_plan(void *context, const NnData *first, int64_t batch, Error *error) {
  Fit *fit = context;
  if (!check_data(fit->model, first, &fit->training, error)) return NULL;
  const NnTargets targets = nn_targets_of(first);
  return nn_training_plan(fit->model, fit->training, &targets, false, batch, error);
}

static bool open_validation(Fit *fit, const NnData *data, Error *error) {
  const NnData *given = fit->options->validation;
  if (given == NULL && fit->options->validation_stream == NULL && !(fit->options->validation_split != 0)) return true;
  fit->validates = true;
  if (given == NULL && fit->options->validation_stream != NULL) {
    fit->validate_maker = (NnPlanMaker){.make = make_validate_plan, .context = fit};
    return true;
  }
  if (given != NULL) {
    if (given->y == NULL || given->y_count != data->y_count)
      return core_fail(error, ERROR_VALUE, "validation_data needs %s of targets", data->y_count == 1 ? "one array" : "arrays");
    if (!nn_training_check_inputs(fit->model, given->x, given->x_count, -1, error) ||
        !nn_feed_open(&fit->validate, given, error))
      return false;
    if (fit->validate.rows < 1) return core_fail(error, ERROR_VALUE, "validation_data has no samples");
  } else if (!split(fit, data, error)) {
    return false;
  }
  fit->validate_plan =
      nn_training_plan(fit->model, fit->training, &fit->validate.targets, false, fit->validate_batch, error);
  fit->validate.plan = fit->validate_plan;
  return fit->validate_plan != NULL;
}

/* A stream's first batch shows what the model and its results look like. */
static bool open_stream(Fit *fit, Error *error) {
  const NnStream *stream = fit->options->stream;
  NnData first = {0};
  if (!stream->restart(stream->context, error)) return false;
  const int got = stream->next(stream->context, &first, error);
  if (got <= 0) return got < 0 ? false : core_fail(error, ERROR_VALUE, "there is no data to train on");
  if (first.y == NULL || first.y_count < 1) return core_fail(error, ERROR_VALUE, "fit needs targets: batches of (x, y)");
  fit->train_maker = (NnPlanMaker){.make = make_train_plan, .context = fit};
  return check_data(fit->model, &first, &fit->training, error) && open_validation(fit, &first, error);
}

static bool open_fit(Fit *fit, const NnData *data, Error *error) {
  const NnFitOptions *options = fit->options;
  fit->batch = options->batch_size != 0 ? options->batch_size : 32;
  fit->validate_batch = options->validation_batch_size != 0 ? options->validation_batch_size : fit->batch;
  if (fit->batch < 1 || fit->validate_batch < 1)
    return core_fail(error, ERROR_VALUE, "`batch_size` must be a positive integer. Received: batch_size=%lld",
                     (long long)(fit->batch < 1 ? fit->batch : fit->validate_batch));
  if (fit->model->training == NULL)
    return core_fail(error, ERROR_VALUE, "You must call `compile()` before using the model.");
  if (options->stream != NULL) return open_stream(fit, error);
  if (data->y == NULL || data->y_count < 1) return core_fail(error, ERROR_VALUE, "fit needs targets: fit(x, y)");
  if (!nn_feed_open(&fit->train, data, error)) return false;
  if (fit->train.rows < 1) return core_fail(error, ERROR_VALUE, "there is no data to train on: x has 0 samples");
  if (!check_data(fit->model, data, &fit->training, error) || !open_validation(fit, data, error)) return false;
  if (fit->batch > fit->train.rows) fit->batch = fit->train.rows;
  /* Validation may have had other sizes, where those are None. */
  if (!nn_training_check_inputs(fit->model, data->x, data->x_count, -1, error)) return false;
  fit->train_plan = nn_training_plan(fit->model, fit->training, &fit->train.targets, true, fit->batch, error);
  if (fit->train_plan == NULL) return false;
  fit->train.plan = fit->train_plan;
  if (options->shuffle) {
    fit->train.order = core_alloc((size_t)fit->train.rows * sizeof *fit->train.order);
    if (fit->train.order == NULL) return core_fail_memory(error, (size_t)fit->train.rows * sizeof *fit->train.order);
    fit->shuffle_seed = nn_next_seed();
  }
  return true;
}

static void close_fit(Fit *fit) {
  nn_feed_close(&fit->train);
  nn_feed_close(&fit->validate);
  nn_plan_free(fit->train_plan);
  nn_plan_free(fit->validate_plan);
  nn_plan_free(fit->train_maker.plan);
  nn_plan_free(fit->validate_maker.plan);
}

/* How many batches a pass over a stream has: what was asked for, or what the stream knows (0: until it ends). */
static int64_t stream_steps(const NnStream *stream, int64_t asked) {
  return asked > 0 ? asked : stream->steps;
}

static NnPassEnd run_training(Fit *fit, Error *error) {
  NnPass *pass = &fit->pass;
  const NnStream *stream = fit->options->stream;
  const int64_t steps = stream != NULL ? stream_steps(stream, fit->options->limit_batches) : 0;
  if (stream != NULL) nn_pass_start(pass, NULL, fit->batch, steps);
  else nn_pass_start(pass, &fit->train, fit->batch, fit->options->limit_batches);
  nn_pass_emit(pass, NN_EPOCH_BEGIN);
  if (stream != NULL) return nn_pass_stream(pass, stream, steps, &fit->train_maker, NN_BATCH_END, error);
  return nn_pass_run(pass, &fit->train, NN_BATCH_END, error);
}

static NnPassEnd run_validation(Fit *fit, Error *error) {
  NnPass *pass = &fit->pass;
  const NnStream *stream = fit->options->validation == NULL ? fit->options->validation_stream : NULL;
  const int64_t steps = stream != NULL ? stream_steps(stream, fit->options->validation_steps) : 0;
  if (stream != NULL) nn_pass_start(pass, NULL, fit->validate_batch, steps);
  else nn_pass_start(pass, &fit->validate, fit->validate_batch, fit->options->validation_steps);
  pass->use_validation = true;
  nn_pass_emit(pass, NN_VALIDATION_BEGIN);
  if (stream != NULL) return nn_pass_stream(pass, stream, steps, &fit->validate_maker, NN_VALIDATION_BATCH_END, error);
  return nn_pass_run(pass, &fit->validate, NN_VALIDATION_BATCH_END, error);
}

static bool validates_after(const Fit *fit, int epoch) {
  if (!fit->validates) return false;
  if (fit->options->validation_epochs != NULL) return fit->options->validation_epochs[epoch];
  return fit->options->validation_frequency <= 1 || (epoch + 1) % fit->options->validation_frequency == 0;
}

static NnPassEnd run_epoch(Fit *fit, int epoch, Error *error) {
  NnPass *pass = &fit->pass;
  if (fit->train.order != NULL && fit->options->shuffle_inside)
    shuffle_inside(fit->train.order, fit->train.rows, fit->batch, fit->shuffle_seed, (uint64_t)epoch);
  else if (fit->train.order != NULL) shuffle(fit->train.order, fit->train.rows, fit->shuffle_seed, (uint64_t)epoch);
  pass->event.epoch = epoch;
  pass->use_validation = false;
  const NnPassEnd end = run_training(fit, error);
  if (end == NN_PASS_FAILED || end == NN_PASS_INTERRUPTED || !validates_after(fit, epoch)) return end;
  /* A fit that an observer stopped still validates its last epoch, as Keras's stop_training does. */
  NnPass before = *pass;
  const NnPassEnd validation = run_validation(fit, error);
  if (validation == NN_PASS_FAILED || validation == NN_PASS_INTERRUPTED) return validation;
  nn_pass_emit(pass, NN_VALIDATION_END);
  const unsigned answers = pass->answers;
  for (int i = 0; i < pass->each; i++) before.values[pass->each + i] = pass->values[pass->each + i];
  *pass = before;
  pass->answers |= answers;
  pass->event.values = pass->values;
  pass->event.names = pass->names;
  return end;
}

static NnPassEnd run_epochs(Fit *fit, NnHistory *history, int epochs, Error *error) {
  NnPass *pass = &fit->pass;
  NnPassEnd end = NN_PASS_DONE;
  for (int epoch = fit->options->initial_epoch; epoch < epochs && end == NN_PASS_DONE; epoch++) {
    end = run_epoch(fit, epoch, error);
    if (end == NN_PASS_FAILED || end == NN_PASS_INTERRUPTED) return end;
    const bool validated = validates_after(fit, epoch);
    const int names = validated ? 2 * pass->each : pass->each;
    for (int i = 0; i < names && history != NULL; i++)
      history->values[i][i < pass->each ? history->epochs : history->validations] = pass->values[i];
    if (history != NULL) history->epochs++;
    if (history != NULL) history->validations += validated;
    pass->event.count = names;
    if (validated) nn_pass_merge(pass);
    nn_pass_emit(pass, NN_EPOCH_END);
    if (pass->answers & NN_FAIL) return NN_PASS_FAILED;
    if (pass->answers & NN_STOP) end = NN_PASS_STOPPED;
    if (end == NN_PASS_DONE && core_interrupt_pending()) end = NN_PASS_INTERRUPTED;
  }
  return end;
}

bool nn_fit(NnModel *model, const NnData *data, const NnFitOptions *options, NnHistory **history, Error *error) {
  Fit fit = {.model = model, .options = options};
  const int epochs = options->epochs > 0 ? options->epochs : options->epochs < 0 ? 0 : 1;
  if (history != NULL) *history = NULL;
  NnHistory *recorded = NULL;
  bool fine = open_fit(&fit, data, error);
  if (fine) {
    nn_pass_open(&fit.pass, model, options->observers, options->observer_count);
    fit.pass.event.epochs = epochs;
    const int names = fit.validates ? 2 * fit.pass.each : fit.pass.each;
    const int room = epochs > options->initial_epoch ? epochs - options->initial_epoch : 0;
    recorded = history_new(&fit.pass, names, room, error);
    fine = recorded != NULL;
  }
  if (!fine) {
    close_fit(&fit);
    return false;
  }
  if (options->stream != NULL)
    nn_pass_start(&fit.pass, NULL, fit.batch, stream_steps(options->stream, options->limit_batches));
  else nn_pass_start(&fit.pass, &fit.train, fit.batch, options->limit_batches);
  recorded->results = fit.pass.each;
  nn_pass_emit(&fit.pass, NN_FIT_BEGIN);
  NnPassEnd end = fit.pass.answers & NN_FAIL ? NN_PASS_FAILED : NN_PASS_DONE;
  if (end == NN_PASS_DONE) end = run_epochs(&fit, recorded, epochs, error);
  if (end == NN_PASS_DONE || end == NN_PASS_STOPPED) nn_optimizer_finish(fit.training->optimizer);
  fine = nn_pass_finish(&fit.pass, end, NN_FIT_END, error);
  recorded->interrupted = end == NN_PASS_INTERRUPTED;
  close_fit(&fit);
  if (history != NULL) *history = recorded;
  else nn_history_free(recorded);
  return fine;
}

bool nn_train_on_batch(NnModel *model, const NnData *data, double *results, int *result_count, Error *error) {
  const int64_t rows = data->x_count > 0 && data->x[0]->ndim > 0 ? data->x[0]->shape[0] : 0;
  const NnFitOptions options = {.batch_size = rows};
  Fit fit = {.model = model, .options = &options};
  bool fine = rows > 0 || core_fail(error, ERROR_VALUE, "a batch needs at least one sample");
  fine = fine && open_fit(&fit, data, error);
  if (fine) {
    nn_feed_now(&fit.train, 0, rows);
    fine = nn_plan_run(fit.train_plan, rows, error);
  }
  if (fine) {
    nn_training_reset(fit.training);
    fine = nn_training_take(fit.training, fit.train_plan, &fit.train.targets, rows, error);
    const NnTraining *training = fit.training;
    for (int i = 0; fine && i < training->returned_count; i++)
      results[i] = nn_training_value(training, training->returned[i]);
    *result_count = training->returned_count;
  }
  close_fit(&fit);
  return fine;
}
