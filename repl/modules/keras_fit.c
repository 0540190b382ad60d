/* compile, fit, evaluate, predict: from the language's arguments to the engine's calls, with the views as observers. */
#include <math.h>
#include <string.h>

#include "engine/core/memory.h"
#include "repl/modules/keras.h"
#include "repl/modules/keras_callback.h"
#include "repl/modules/numpy.h"
#include "repl/modules/session.h"
#include "views/dashboard.h"
#include "views/progress.h"
#include "views/styled.h"
#include "views/verdict.h"

const char keras_compile_signature[] =
    "self, optimizer='rmsprop', loss=None, loss_weights=None, metrics=None, weighted_metrics=None, run_eagerly=False, "
    "steps_per_execution=1, jit_compile='auto', auto_scale_loss=True";
const char keras_fit_signature[] =
    "self, x=None, y=None, batch_size=None, epochs=1, verbose='auto', callbacks=None, validation_split=0.0, "
    "validation_data=None, shuffle=True, class_weight=None, sample_weight=None, initial_epoch=0, steps_per_epoch=None, "
    "validation_steps=None, validation_batch_size=None, validation_freq=1";
const char keras_evaluate_signature[] =
    "self, x=None, y=None, batch_size=None, verbose='auto', sample_weight=None, steps=None, callbacks=None, "
    "return_dict=False";
const char keras_predict_signature[] = "self, x, batch_size=None, verbose='auto', steps=None, callbacks=None";

/* An argument that the engine does not honour must not be passed over in silence. */
static bool refuse(Value value, const char *name) {
  if (py_is_none(value) || (value.tag == TAG_BOOL && !value.as.integer)) return true;
  const Value *items;
  int64_t count;
  if (py_sequence(value, &items, &count) && count == 0) return true;
  py_raise(&py_NotImplementedError, "the argument '%s' is not there yet", name);
  py_hint("leave it out");
  return false;
}

/* The same for one whose only value here is a number. */
static bool refuse_other(Value value, int64_t only, const char *name) {
  if (value.tag == TAG_INT && value.as.integer == only) return true;
  py_raise(&py_NotImplementedError, "the argument '%s' is not there yet", name);
  py_hint("leave it out");
  return false;
}

static bool assert_compiled(NnModel *model) {
  if (nn_model_compiled(model)) return true;
  py_raise(&py_ValueError, "You must call `compile()` before using the model.");
  py_hint("for example: model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])");
  return false;
}

Value keras_model_compile(const NativeRow *row, Value *arguments) {
  NnCompileOptions options = {0};
  bool good = refuse(arguments[3], "loss_weights") && refuse(arguments[5], "weighted_metrics") &&
              keras_option(arguments[1], &options.optimizer) && keras_option(arguments[2], &options.loss) &&
              keras_option(arguments[4], &options.metrics);
  Error error = {0};
  Value result = PY_ERROR;
  if (good) result = nn_model_compile(keras_model_of(arguments[0]), &options, &error) ? PY_NONE : keras_raise(&error);
  /* model.loss is what was given. */
  if (!py_is_error(result) && !py_setattr_plain(arguments[0], py_intern("loss"), arguments[2])) result = PY_ERROR;
  nn_option_clear(&options.optimizer);
  nn_option_clear(&options.loss);
  nn_option_clear(&options.metrics);
  return result;
}

/* ---- Data ---- */

typedef struct Arrays {
  NdArray **items;
  int count;
} Arrays;

static void arrays_clear(Arrays *arrays) {
  for (int i = 0; i < arrays->count; i++) nd_release(arrays->items[i]);
  core_free(arrays->items);
  *arrays = (Arrays){0};
}

/* One array, or a list of arrays for a model with several inputs (outputs). */
static bool arrays_of(Value value, int wanted, Arrays *out) {
  *out = (Arrays){0};
  if (py_is_none(value) || py_is_undefined(value)) return true;
  const Value *items = &value, *several;
  int64_t count = 1, several_count;
  if (py_sequence(value, &several, &several_count) && several_count > 0 &&
      (wanted > 1 || (several_count == 1 && np_is_array(several[0])))) {
    items = several;
    count = several_count;
  }
  out->items = core_alloc_zero((size_t)count, sizeof *out->items);
  if (out->items == NULL) return !py_is_error(py_raise(&py_MemoryError, "out of memory"));
  for (int64_t i = 0; i < count; i++) {
    out->items[i] = np_as_numbers(items[i]);
    if (out->items[i] == NULL) {
      arrays_clear(out);
      return false;
    }
    out->count++;
  }
  return true;
}

static int verbosity(Value value) {
  if (py_is_str(value)) return 1; /* "auto" */
  int64_t verbose = 1;
  if (!py_as_int(value, &verbose)) return -1;
  return verbose < 0 ? 0 : verbose > 2 ? 2 : (int)verbose;
}

static bool as_count(Value value, int64_t fallback, int64_t least, const char *name, int64_t *out) {
  *out = fallback;
  if (py_is_none(value)) return true;
  if (!py_as_int(value, out)) return false;
  if (*out >= least) return true;
  py_raise(&py_ValueError, "`%s` must be at least %lld, got %lld", name, (long long)least, (long long)*out);
  return false;
}

/* ---- What watches ---- */

typedef struct Watch {
  Progress *progress;
  Dashboard *dashboard;
  NnObserver observer;
  Sink out;    /* standard output as it was */
  bool drawn;  /* the dashboard owns the screen */
} Watch;

/* A pass shows its progress line; a fit on a terminal has the dashboard, where the terminal can carry one. */
static void watch_begin(Watch *watch, int verbose, bool fit) {
  *watch = (Watch){.out = py_stdout};
  session_detect_terminal();
  if (verbose <= 0) return;
  bool live = fit && verbose == 1 && session.terminal.is_terminal && !session.plain;
  if (live && (watch->dashboard = dashboard_new(&session.terminal, session.stable)) != NULL) {
    watch->observer = (NnObserver){dashboard_observe, watch->dashboard};
    py_stdout = dashboard_sink(watch->dashboard, &watch->out);
    return;
  }
  watch->progress = progress_new(verbose, &session.terminal, session.stable, &py_stdout);
  if (watch->progress) watch->observer = (NnObserver){progress_observe, watch->progress};
}

/* A frame with no epoch in it says nothing and is not left behind. */
static void watch_end(Watch *watch, bool frame) {
  py_stdout = watch->out;
  if (watch->dashboard) dashboard_close(watch->dashboard, &py_stdout, frame);
  progress_free(watch->progress);
}

/* ---- History ---- */

typedef struct History {
  Object head;
  Dict *dict; /* history, epoch, params, model: plain attributes, as in Keras */
} History;

static void history_dealloc(Object *self) {
  Dict *dict = ((History *)self)->dict;
  if (dict) py_drop((Value){.tag = TAG_OBJECT, .as.object = &dict->head});
}
static bool history_traverse(Object *self, PyVisit visit, void *context) {
  Dict *dict = ((History *)self)->dict;
  return dict == NULL || visit(&dict->head, context);
}
static void history_clear(Object *self) {
  Dict *dict = ((History *)self)->dict;
  ((History *)self)->dict = NULL;
  if (dict) py_drop((Value){.tag = TAG_OBJECT, .as.object = &dict->head});
}
static Value history_repr(Value self) {
  Text text = {0};
  text_add(&text, "<keras.src.callbacks.history.History");
  keras_add_address(&text, self.as.object);
  text_add_char(&text, '>');
  return py_text_take(&text);
}
/* Not subscriptable, as in Keras; what was meant is one attribute away. */
static Value history_getitem(Value self, Value key) {
  py_raise(&py_TypeError, "'History' object is not subscriptable");
  py_hint("the numbers are in its attribute `history`: h.history['loss']");
  return PY_ERROR;
}
Type keras_history_type = {.head = {&py_type_type, 1}, .name = "History", .module = "keras.callbacks",
                           .base = &py_object_type, .help = "What fit recorded: history.history['loss'], ...",
                           .size = sizeof(History), .dealloc = history_dealloc, .traverse = history_traverse,
                           .clear = history_clear, .repr = history_repr, .getitem = history_getitem,
                           .dict_offset = offsetof(History, dict)};

/* Keras keeps its running means in float32, and that is what evaluate() and history give: 0.8500000238418579. */
static Value measured(double value) { return py_float((double)(float)value); }

static Value list_of(const double *values, int count) {
  Value list = py_list(count);
  for (int i = 0; !py_is_error(list) && i < count; i++)
    if (!py_list_append_steal(py_as_list(list), measured(values[i]))) {
      py_drop(list);
      return PY_ERROR;
    }
  return list;
}

/* `extra`: a dict of lists that callbacks added to (or None). */
static Value history_value(Value model, const NnHistory *recorded, Value extra, int epochs, int64_t steps, Value verbose,
                           int first) {
  History *history = py_new(&keras_history_type);
  Value self = py_object(history);
  if (py_is_error(self)) return self;
  Value attributes = py_dict(), curves = py_dict(), numbers = py_list(recorded->epochs), params = py_dict();
  bool good = !py_is_error(attributes) && !py_is_error(curves) && !py_is_error(numbers) && !py_is_error(params);
  for (int i = 0; good && recorded->epochs && i < recorded->names_count; i++)
    good = py_dict_set_steal(py_as_dict(curves), recorded->names[i], list_of(recorded->values[i], recorded->epochs));
  good = good && (py_is_none(extra) || py_dict_update(py_as_dict(curves), extra));
  for (int i = 0; good && i < recorded->epochs; i++) good = py_list_append_steal(py_as_list(numbers), py_int(first + i));
  good = good && py_dict_set_name(py_as_dict(params), "verbose", verbose) &&
         py_dict_set_steal(py_as_dict(params), "epochs", py_int(epochs)) &&
         py_dict_set_steal(py_as_dict(params), "steps", py_int(steps));
  good = good && py_dict_set_name(py_as_dict(attributes), "history", curves) &&
         py_dict_set_name(py_as_dict(attributes), "epoch", numbers) &&
         py_dict_set_name(py_as_dict(attributes), "params", params) &&
         py_dict_set_name(py_as_dict(attributes), "model", model);
  py_drop(curves);
  py_drop(numbers);
  py_drop(params);
  if (good) {
    history->dict = py_as_dict(attributes);
    return self;
  }
  py_drop(attributes);
  py_drop(self);
  return PY_ERROR;
}

static const double *curve(const NnHistory *history, const char *name) {
  for (int i = 0; i < history->names_count; i++)
    if (strcmp(history->names[i], name) == 0) return history->values[i];
  return NULL;
}

/* The dashboard leaves its sentence with its last frame; elsewhere it is a line of its own. */
static void say_verdict(const NnHistory *history) {
  const double *loss = curve(history, "loss"), *val_loss = curve(history, "val_loss");
  if (!session_shows() || loss == NULL || history->epochs == 0) return;
  Verdict verdict = verdict_of(loss, val_loss, history->epochs);
  if (verdict.kind == VERDICT_NONE) return;
  Text text = {0}, sentence = {0};
  verdict_sentence(&sentence, &verdict, loss, val_loss, history->epochs);
  if (session.terminal.is_terminal) styled_add_wrapped(&text, text_string(&sentence), session.terminal.columns);
  else text_add(&text, text_string(&sentence));
  text_free(&sentence);
  if (text.length && text.data[text.length - 1] != '\n') text_add_char(&text, '\n');
  sink_write(&py_stdout, text_string(&text), text.length);
  text_free(&text);
}

/* ---- fit ---- */

/* validation_data=(x, y): a tuple or list of two (a third, sample weights, is refused). */
static bool validation_of(Value value, NnModel *model, Arrays *x, Arrays *y) {
  if (py_is_none(value)) return true;
  const Value *items;
  int64_t count;
  if (!py_sequence(value, &items, &count) || count < 2 || count > 3) {
    py_raise(&py_ValueError, "`validation_data` must be a tuple (x_val, y_val), got a %s", py_type_of(value)->name);
    return false;
  }
  if (count == 3 && !refuse(items[2], "validation_data[2]")) return false;
  return arrays_of(items[0], nn_model_input_count(model), x) && arrays_of(items[1], nn_model_output_count(model), y);
}

Value keras_model_fit(const NativeRow *row, Value *arguments) {
  NnModel *model = keras_model_of(arguments[0]);
  if (!assert_compiled(model) || !refuse(arguments[10], "class_weight") ||
      !refuse(arguments[11], "sample_weight") || !refuse(arguments[13], "steps_per_epoch") ||
      !refuse(arguments[14], "validation_steps") || !refuse_other(arguments[16], 1, "validation_freq"))
    return PY_ERROR;
  int64_t batch_size, epochs, initial_epoch, validation_batch_size;
  double validation_split;
  bool shuffle;
  int verbose = verbosity(arguments[5]);
  if (verbose < 0 || !as_count(arguments[3], 32, 1, "batch_size", &batch_size) ||
      !as_count(arguments[4], 1, 0, "epochs", &epochs) || !as_count(arguments[12], 0, 0, "initial_epoch", &initial_epoch) ||
      !as_count(arguments[15], batch_size, 1, "validation_batch_size", &validation_batch_size) ||
      !py_as_double(arguments[7], &validation_split) || !py_as_bool(arguments[9], &shuffle))
    return PY_ERROR;
  Arrays x = {0}, y = {0}, val_x = {0}, val_y = {0};
  Value result = PY_ERROR;
  if (py_is_none(arguments[1])) {
    py_raise(&py_ValueError, "fit() needs data: model.fit(x, y)");
  } else if (arrays_of(arguments[1], nn_model_input_count(model), &x) &&
             arrays_of(arguments[2], nn_model_output_count(model), &y) &&
             validation_of(arguments[8], model, &val_x, &val_y)) {
    NnData data = {x.items, x.count, y.items, y.count};
    NnData validation = {val_x.items, val_x.count, val_y.items, val_y.count};
    int64_t samples = x.count && x.items[0]->ndim ? x.items[0]->shape[0] : 0;
    if (val_x.count == 0) samples = (int64_t)floor((double)samples * (1.0 - validation_split));
    const int64_t steps = (samples + batch_size - 1) / batch_size;
    Watch watch;
    KerasCallbacks callbacks;
    watch_begin(&watch, verbose, true);
    bool good = keras_callbacks_begin(&callbacks, arguments[6], arguments[0], arguments[5], epochs, steps, watch.observer);
    NnFitOptions options = {.batch_size = batch_size, .epochs = epochs ? (int)epochs : -1, .initial_epoch = (int)initial_epoch,
                            .shuffle = shuffle, .validation_split = validation_split,
                            .validation = val_x.count ? &validation : NULL,
                            .validation_batch_size = validation_batch_size, .limit_batches = session.rehearse,
                            .observers = &callbacks.observer, .observer_count = callbacks.observer.observe != NULL};
    NnHistory *history = NULL;
    Error error = {0};
    const bool raised = !good;
    good = good && nn_fit(model, &data, &options, &history, &error);
    bool framed = watch.dashboard != NULL;
    watch_end(&watch, history != NULL && history->epochs > 0);
    if (history) {
      /* The history is the model's even where the fit was cut short: nothing is lost. */
      Value pending = callbacks.failed ? py_take_pending() : PY_UNDEFINED;
      Value value = history_value(arguments[0], history, callbacks.extra, (int)epochs, steps, arguments[5],
                                  (int)initial_epoch);
      if (!py_is_error(value) && py_setattr(arguments[0], py_intern("history"), value)) result = py_keep(value);
      py_drop(value);
      if (good && verbose > 0 && !framed) say_verdict(history);
      if (callbacks.failed) {
        if (py_pending()) py_clear_pending();
        py_raise_value(pending);
        py_drop(pending);
      }
    }
    if (!good) {
      py_drop(result);
      result = raised || callbacks.failed ? PY_ERROR : keras_raise(&error);
    }
    keras_callbacks_end(&callbacks);
    nn_history_free(history);
  }
  arrays_clear(&x);
  arrays_clear(&y);
  arrays_clear(&val_x);
  arrays_clear(&val_y);
  return result;
}

/* ---- evaluate, predict ---- */

/* Loss and metrics as evaluate() gives them: one number, a list, or a dict, which is sorted by name. */
static Value results_value(const NnModel *model, const double *values, int count, bool as_dict) {
  if (!as_dict) return count == 1 ? measured(values[0]) : list_of(values, count);
  const char *const *names;
  int named = nn_metric_names(model, &names);
  Value result = py_dict();
  bool done[NN_MAX_RESULTS] = {false};
  for (int left = count < named ? count : named; !py_is_error(result) && left > 0; left--) {
    int least = -1;
    for (int i = 0; i < count && i < named; i++)
      if (!done[i] && (least < 0 || strcmp(names[i], names[least]) < 0)) least = i;
    done[least] = true;
    if (py_dict_set_steal(py_as_dict(result), names[least], measured(values[least]))) continue;
    py_drop(result);
    result = PY_ERROR;
  }
  return result;
}

/* evaluate(x, y) with its progress line; batch_size 0: all in one batch. */
static Value evaluated(Value self, Value x_value, Value y_value, int64_t batch_size, int verbose, Value given,
                       bool as_dict) {
  NnModel *model = keras_model_of(self);
  Arrays x = {0}, y = {0};
  Value result = PY_ERROR;
  if (py_is_none(x_value)) return py_raise(&py_ValueError, "evaluate() needs data: model.evaluate(x, y)");
  if (arrays_of(x_value, nn_model_input_count(model), &x) && arrays_of(y_value, nn_model_output_count(model), &y)) {
    NnData data = {x.items, x.count, y.items, y.count};
    if (batch_size == 0) batch_size = x.items[0]->ndim && x.items[0]->shape[0] ? x.items[0]->shape[0] : 1;
    Watch watch;
    KerasCallbacks callbacks;
    watch_begin(&watch, verbose, false);
    const bool ready = keras_callbacks_begin(&callbacks, given, self, py_int(verbose), 1, -1, watch.observer);
    NnEvaluateOptions options = {.batch_size = batch_size, .limit_batches = session.rehearse,
                                 .observers = &callbacks.observer,
                                 .observer_count = callbacks.observer.observe != NULL};
    double values[NN_MAX_RESULTS];
    int count = 0;
    Error error = {0};
    bool good = ready && nn_evaluate(model, &data, &options, values, &count, &error);
    watch_end(&watch, false);
    result = good ? results_value(model, values, count, as_dict)
             : !ready || callbacks.failed ? PY_ERROR : keras_raise(&error);
    keras_callbacks_end(&callbacks);
  }
  arrays_clear(&x);
  arrays_clear(&y);
  return result;
}

Value keras_model_evaluate(const NativeRow *row, Value *arguments) {
  NnModel *model = keras_model_of(arguments[0]);
  if (!assert_compiled(model) || !refuse(arguments[5], "sample_weight") || !refuse(arguments[6], "steps"))
    return PY_ERROR;
  int64_t batch_size;
  bool as_dict;
  int verbose = verbosity(arguments[4]);
  if (verbose < 0 || !as_count(arguments[3], 32, 1, "batch_size", &batch_size) || !py_as_bool(arguments[8], &as_dict))
    return PY_ERROR;
  return evaluated(arguments[0], arguments[1], arguments[2], batch_size, verbose, arguments[7], as_dict);
}

Value keras_model_test_on_batch(const NativeRow *row, Value *arguments) {
  NnModel *model = keras_model_of(arguments[0]);
  bool as_dict;
  if (!assert_compiled(model) || !refuse(arguments[3], "sample_weight") || !py_as_bool(arguments[4], &as_dict)) return PY_ERROR;
  return evaluated(arguments[0], arguments[1], arguments[2], 0, 0, PY_NONE, as_dict);
}

Value keras_model_train_on_batch(const NativeRow *row, Value *arguments) {
  NnModel *model = keras_model_of(arguments[0]);
  bool as_dict;
  if (!assert_compiled(model) || !refuse(arguments[3], "sample_weight") || !refuse(arguments[4], "class_weight") ||
      !py_as_bool(arguments[5], &as_dict))
    return PY_ERROR;
  Arrays x = {0}, y = {0};
  Value result = PY_ERROR;
  if (arrays_of(arguments[1], nn_model_input_count(model), &x) && arrays_of(arguments[2], nn_model_output_count(model), &y)) {
    NnData data = {x.items, x.count, y.items, y.count};
    double values[NN_MAX_RESULTS];
    int count = 0;
    Error error = {0};
    result = nn_train_on_batch(model, &data, values, &count, &error) ? results_value(model, values, count, as_dict)
                                                                      : keras_raise(&error);
  }
  arrays_clear(&x);
  arrays_clear(&y);
  return result;
}

/* predict(x): one array, or a list of them for a model with several outputs. batch_size 0: all in one batch. */
static Value predicted(Value self, Value x_value, int64_t batch_size, int verbose, Value given) {
  NnModel *model = keras_model_of(self);
  Arrays x = {0};
  if (py_is_none(x_value)) return py_raise(&py_ValueError, "predict() needs data: model.predict(x)");
  if (!arrays_of(x_value, nn_model_input_count(model), &x)) return PY_ERROR;
  if (batch_size == 0) batch_size = x.items[0]->ndim && x.items[0]->shape[0] ? x.items[0]->shape[0] : 1;
  Watch watch;
  KerasCallbacks callbacks;
  watch_begin(&watch, verbose, false);
  const bool ready = keras_callbacks_begin(&callbacks, given, self, py_int(verbose), 1, -1, watch.observer);
  NnEvaluateOptions options = {.batch_size = batch_size, .observers = &callbacks.observer,
                               .observer_count = callbacks.observer.observe != NULL};
  NdArray *outputs[NN_MAX_OUTPUTS] = {0};
  Error error = {0};
  bool good = ready && nn_model_output_count(model) <= NN_MAX_OUTPUTS &&
              nn_predict(model, x.items, x.count, &options, outputs, &error);
  watch_end(&watch, false);
  arrays_clear(&x);
  const bool raised = !ready || callbacks.failed;
  keras_callbacks_end(&callbacks);
  if (!good) return raised ? PY_ERROR : keras_raise(&error);
  int count = nn_model_output_count(model);
  if (count == 1) return np_value(outputs[0], &error);
  Value list = py_list(count);
  for (int i = 0; i < count; i++) {
    if (py_is_error(list)) nd_release(outputs[i]);
    else if (!py_list_append_steal(py_as_list(list), np_value(outputs[i], &error))) {
      py_drop(list);
      list = PY_ERROR;
    }
  }
  return list;
}

Value keras_model_predict(const NativeRow *row, Value *arguments) {
  if (!refuse(arguments[4], "steps")) return PY_ERROR;
  int64_t batch_size;
  int verbose = verbosity(arguments[3]);
  if (verbose < 0 || !as_count(arguments[2], 32, 1, "batch_size", &batch_size)) return PY_ERROR;
  return predicted(arguments[0], arguments[1], batch_size, verbose, arguments[5]);
}

Value keras_model_predict_on_batch(const NativeRow *row, Value *arguments) {
  return predicted(arguments[0], arguments[1], 0, 0, PY_NONE);
}
