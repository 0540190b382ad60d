/* fit, evaluate and predict in the language (_keras_trainer.py): what a model of the user's with steps, metrics or an
 * optimizer of its own needs. The loop there tells of its events here, so that progress lines, the dashboard, callbacks
 * and the history are those of the engine's own training. */
#include <string.h>
#include <time.h>

#include "engine/core/memory.h"
#include "repl/modules/keras_callback.h"
#include "repl/modules/keras_history.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_user.h"

typedef struct Loop {
  Object head;
  KerasWatch watch;
  KerasCallbacks callbacks;
  Value model;
  double begun, pass_begun;
  bool running;
} Loop;

static uint64_t fits;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void finish(Loop *loop, bool frame) {
  if (!loop->running) return;
  loop->running = false;
  keras_watch_end(&loop->watch, frame);
}

static void loop_dealloc(Object *self) {
  Loop *loop = (Loop *)self;
  finish(loop, false);
  keras_callbacks_end(&loop->callbacks);
  py_drop(loop->model);
}

/* Loop(model, kind, callbacks, verbose, epochs, steps): shows itself from here to end(). */
static Value loop_construct(Type *type, Value *arguments) {
  const char *kind;
  int64_t verbose = 1, epochs, steps;
  if (!py_as_text(arguments[1], &kind) || (!py_is_str(arguments[3]) && !py_as_int(arguments[3], &verbose)) ||
      !py_as_int(arguments[4], &epochs) || !py_as_int(arguments[5], &steps))
    return PY_ERROR;
  Loop *loop = py_new(type);
  Value self = py_object(loop);
  if (py_is_error(self)) return self;
  loop->model = py_keep(arguments[0]);
  loop->callbacks = (KerasCallbacks){.list = PY_NONE, .extra = PY_NONE};
  keras_watch_begin(&loop->watch, verbose < 0 ? 0 : verbose > 2 ? 2 : (int)verbose, strcmp(kind, "fit") == 0);
  loop->running = true;
  loop->begun = loop->pass_begun = now();
  fits++;
  if (keras_callbacks_begin(&loop->callbacks, arguments[2], loop->model, arguments[3], epochs, steps,
                            loop->watch.observer))
    return self;
  py_drop(self);
  return PY_ERROR;
}

/* emit(kind, epoch, epochs, step, steps, samples, rate, logs, interrupted): True where somebody asks to stop. */
static Value loop_emit(const NativeRow *row, Value *arguments) {
  enum { MOST = NN_MAX_RESULTS * 2 };
  Loop *loop = (Loop *)arguments[0].as.object;
  int64_t kind, epoch, epochs, step, steps, samples, interrupted;
  double rate;
  if (!py_as_int(arguments[1], &kind) || !py_as_int(arguments[2], &epoch) || !py_as_int(arguments[3], &epochs) ||
      !py_as_int(arguments[4], &step) || !py_as_int(arguments[5], &steps) || !py_as_int(arguments[6], &samples) ||
      !py_as_double(arguments[7], &rate) || !py_as_int(arguments[9], &interrupted))
    return PY_ERROR;
  if (!py_is_dict(arguments[8])) return py_raise(&py_TypeError, "logs are a dict");
  const char *names[MOST];
  double values[MOST];
  int count = 0;
  Value key, value;
  for (int64_t at = 0; py_dict_next(py_as_dict(arguments[8]), &at, &key, &value) && count < MOST;) {
    String *name = py_is_str(key) ? py_intern(py_as_string(key)->data) : NULL;
    if (name == NULL || !py_as_double(value, &values[count])) return py_pending() ? PY_ERROR : py_raise(&py_TypeError, "logs are numbers by name");
    names[count++] = name->data;
  }
  const double time = now();
  if (kind == NN_EPOCH_BEGIN || kind == NN_EVALUATE_BEGIN || kind == NN_PREDICT_BEGIN || kind == NN_FIT_BEGIN)
    loop->pass_begun = time;
  const NnEvent event = {.version = NN_EVENT_VERSION, .kind = (NnEventKind)kind, .fit_id = fits, .epoch = (int)epoch,
                         .epochs = (int)epochs, .step = step, .steps = steps > 0 ? steps : -1, .samples = samples,
                         .seconds = time - loop->pass_begun, .total_seconds = time - loop->begun, .learning_rate = rate,
                         .count = count, .names = names, .values = values,
                         .model_name = nn_model_name(keras_model_of(loop->model)), .interrupted = (int)interrupted};
  const NnObserver *observer = &loop->callbacks.observer;
  const NnAnswer answer = observer->observe != NULL ? observer->observe(observer->self, &event) : NN_GO_ON;
  if (answer & NN_FAIL) return PY_ERROR; /* what a callback raised is pending */
  return py_bool(answer & NN_STOP);
}

static Value loop_end(const NativeRow *row, Value *arguments) {
  bool frame;
  if (!py_as_bool(arguments[1], &frame)) return PY_ERROR;
  finish((Loop *)arguments[0].as.object, frame);
  return PY_NONE;
}

/* history(curves, epochs, recorded, steps, verbose, first): the History of what was recorded, and the sentence. */
static Value loop_history(const NativeRow *row, Value *arguments) {
  Loop *loop = (Loop *)arguments[0].as.object;
  int64_t epochs, recorded, steps, first;
  if (!py_is_dict(arguments[1])) return py_raise(&py_TypeError, "curves are a dict");
  if (!py_as_int(arguments[2], &epochs) || !py_as_int(arguments[3], &recorded) || !py_as_int(arguments[4], &steps) ||
      !py_as_int(arguments[6], &first))
    return PY_ERROR;
  Dict *curves = py_as_dict(arguments[1]);
  const int most = (int)curves->count;
  NnHistory history = {.epochs = (int)recorded};
  history.names = core_alloc_zero((size_t)most + 1, sizeof *history.names);
  history.values = core_alloc_zero((size_t)most + 1, sizeof *history.values);
  bool good = history.names != NULL && history.values != NULL;
  if (!good) py_raise(&py_MemoryError, "out of memory");
  /* Names of training first: those of validation may have fewer numbers. */
  for (int pass = 0; good && pass < 2; pass++) {
    Value key, value;
    for (int64_t at = 0; good && py_dict_next(curves, &at, &key, &value) && history.names_count < most;) {
      const Value *items;
      int64_t count;
      const bool validation = py_is_str(key) && strncmp(py_as_string(key)->data, "val_", 4) == 0;
      if (validation != (pass == 1)) continue;
      double *numbers = core_alloc_zero((size_t)recorded + 1, sizeof *numbers);
      good = numbers != NULL && py_is_str(key) && py_sequence(value, &items, &count);
      for (int64_t i = 0; good && i < count && i < recorded; i++) good = py_as_double(items[i], &numbers[i]);
      if (!good) {
        core_free(numbers);
        if (!py_pending()) py_raise(&py_TypeError, "curves are lists of numbers by name");
        break;
      }
      if (pass == 1) history.validations = (int)count;
      else history.results++;
      history.names[history.names_count] = core_strdup(py_as_string(key)->data);
      history.values[history.names_count++] = numbers;
      good = history.names[history.names_count - 1] != NULL || !py_is_error(py_raise(&py_MemoryError, "out of memory"));
    }
  }
  Value result = PY_ERROR;
  if (good) {
    /* In the order of the logs, which is not that of names where a step gave a dict in a dict. */
    NnHistory frame = history;
    frame.names_count = 0;
    Value all = py_dict_copy(curves);
    const bool merged = !py_is_error(all) &&
                        (py_is_none(loop->callbacks.extra) || py_dict_update(py_as_dict(all), loop->callbacks.extra));
    if (merged) result = keras_history_value(loop->model, &frame, all, (int)epochs, steps, arguments[5], (int)first);
    py_drop(all);
    int64_t verbose = 1;
    if (!py_is_error(result) && (py_is_str(arguments[5]) || py_as_int(arguments[5], &verbose)) && verbose > 0 &&
        loop->watch.dashboard == NULL)
      keras_say_verdict(&history);
  }
  for (int i = 0; i < history.names_count; i++) {
    core_free(history.names[i]);
    core_free(history.values[i]);
  }
  core_free(history.names);
  core_free(history.values);
  return result;
}

static const NativeRow loop_methods[] = {
    {"emit", "self, kind, epoch, epochs, step, steps, samples, rate, logs, interrupted=0", "Tells all that watch.", loop_emit, NULL},
    {"end", "self, frame=False", "Gives the screen back.", loop_end, NULL},
    {"history", "self, curves, epochs, recorded, steps, verbose, first", "The History of these numbers.", loop_history, NULL},
    {0},
};
Type keras_loop_type = {.head = {&py_type_type, 1}, .name = "Loop", .module = "_keras", .base = &py_object_type,
                        .help = "What watches a loop of training.", .size = sizeof(Loop), .dealloc = loop_dealloc,
                        .signature = "model, kind, callbacks, verbose, epochs, steps", .construct = loop_construct,
                        .methods = loop_methods};
