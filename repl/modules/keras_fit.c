/* compile, fit, evaluate, predict: from the language's arguments to the engine's calls, with the views as observers. */
#include <math.h>
#include <string.h>

#include "engine/core/memory.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_user.h"
#include "repl/modules/keras_callback.h"
#include "repl/modules/keras_data.h"
#include "repl/modules/keras_history.h"
#include "repl/modules/numpy.h"
#include "repl/modules/session.h"

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

static bool assert_compiled(NnModel *model) {
  if (nn_model_compiled(model)) return true;
  py_raise(&py_ValueError, "You must call `compile()` before using the model.");
  py_hint("for example: model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])");
  return false;
}

/* An argument of compile(), whose dict is by output name. */
static bool compile_option(Value self, Value given, bool lists, NnOption *option) {
  Value value = keras_by_output(self, given, lists);
  const bool good = !py_is_error(value) && keras_option(value, option);
  py_drop(value);
  return good;
}

/* An attribute of the value's own goes, where it is there. */
static bool forget(Value self, const char *name) {
  Value found = py_find_attr(self, py_intern(name));
  if (py_is_undefined(found)) return true;
  if (py_is_error(found)) return false;
  py_drop(found);
  return py_setattr_plain(self, py_intern(name), PY_UNDEFINED);
}

/* Whether the user's class has a method of this name in place of Model's. */
static bool overrides(Value self, const char *method) {
  Value found = py_find_attr(self, py_intern(method));
  const bool own = !py_is_error(found) && !py_is_undefined(found) && py_native_row(found) == NULL;
  if (py_is_error(found)) py_clear_pending();
  py_drop(found);
  return own;
}

bool keras_loops(Value self) {
  Value own = py_find_attr(self, py_intern("_own_optimizer"));
  if (py_is_error(own)) py_clear_pending();
  const bool is = !py_is_error(own) && !py_is_undefined(own);
  py_drop(own);
  return is;
}

/* Without a loss in compile() there is what layers add to it, and there need be no targets. */
static bool lacks_loss(Value self) {
  if (!nn_model_compiled(keras_model_of(self))) return false;
  Value loss = py_find_attr(self, py_intern("loss"));
  if (py_is_error(loss)) py_clear_pending();
  const bool none = py_is_none(loss);
  py_drop(loss);
  return none;
}

static bool trains_itself(Value self) {
  return keras_loops(self) || lacks_loss(self) || overrides(self, "train_step") || overrides(self, "compute_loss") || overrides(self, "compute_metrics");
}
static bool tests_itself(Value self) {
  return keras_loops(self) || lacks_loss(self) || overrides(self, "test_step") || overrides(self, "compute_loss") || overrides(self, "compute_metrics");
}

/* Keras keeps the loss, or the metrics, of an earlier compile() where a later one gives none. */
static bool keep_earlier(Value self, Value *arguments) {
  Value before = py_find_attr(self, py_intern("_compile_arguments"));
  const Value *items;
  int64_t count;
  if (py_is_error(before)) return false;
  if (py_is_undefined(before)) return true;
  if (py_sequence(before, &items, &count) && count == 5) {
    const bool loss = py_is_none(arguments[2]), metrics = py_is_none(arguments[4]) && py_is_none(arguments[5]);
    for (int i = 2; i < 6; i++)
      if (i < 4 ? loss : metrics) {
        py_drop(arguments[i]);
        arguments[i] = py_keep(items[i - 1]);
      }
  }
  py_drop(before);
  return true;
}

Value keras_model_compile(const NativeRow *row, Value *arguments) {
  NnCompileOptions options = {0};
  Value self = arguments[0];
  if (!keras_call_fits("compile", keras_compile_signature, arguments) || !keep_earlier(self,
      arguments)) return PY_ERROR;
  if (!py_setattr_plain(self, py_intern("_trainer"), PY_NONE) || !forget(self, "_own_optimizer")) return PY_ERROR;
  Value own = keras_embedded_call(
      "_keras_trainer", "compile_own",
      (Value[]){self, arguments[1], arguments[2], arguments[3], arguments[4], arguments[5], arguments[6]}, 7);
  if (py_is_error(own)) return own;
  if (py_truth(own) == 1) {
    Value kept = py_tuple_copy(&arguments[1], 5);
    const bool stored = !py_is_error(kept) && py_setattr_plain(self, py_intern("_compile_arguments"), kept) &&
                        py_setattr_plain(self, py_intern("loss"), arguments[2]);
    py_drop(kept);
    return stored ? PY_NONE : PY_ERROR;
  }
  bool good = keras_option(arguments[1], &options.optimizer) &&
              compile_option(self, arguments[2], false, &options.loss) &&
              compile_option(self, arguments[3], true, &options.loss_weights) &&
              compile_option(self, arguments[4], true, &options.metrics) &&
              compile_option(self, arguments[5], true, &options.weighted_metrics);
  Error error = {0};
  Value result = PY_ERROR;
  if (good) result = nn_model_compile(keras_model_of(self), &options, &error) ? PY_NONE : keras_raise(&error);
  /* model.loss is what was given. */
  if (!py_is_error(result) && !py_setattr_plain(self, py_intern("loss"), arguments[2])) result = PY_ERROR;
  /* What saving writes down: optimizer, loss, loss_weights, metrics, weighted_metrics. */
  Value given = py_is_error(result) ? PY_ERROR : py_tuple_copy(&arguments[1], 5);
  if (py_is_error(given) || !py_setattr_plain(self, py_intern("_compile_arguments"), given)) result = PY_ERROR;
  py_drop(given);
  NnOption *const all[] = {&options.optimizer, &options.loss, &options.metrics, &options.loss_weights,
                           &options.weighted_metrics};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) nn_option_clear(all[i]);
  return result;
}

/* ---- Arguments ---- */

static int verbosity(Value value) {
  if (py_is_str(value)) return 1; /* "auto" */
  if (py_is_none(value)) return 0;
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

/* ---- fit ---- */

/* validation_data=(x, y), (x, y, weights), or what gives batches. */
static bool validation_of(Value self, Value value, KerasData *data) {
  const Value *items;
  int64_t count;
  if (!py_sequence(value, &items, &count))
    return keras_data_open(data, self, value, PY_NONE, PY_NONE, PY_NONE, false) &&
           (data->streams || !py_is_error(py_raise(&py_ValueError, "`validation_data` must be a tuple (x_val, y_val), got a %s",
                                                   py_type_of(value)->name)));
  if (count < 2 || count > 3) {
    py_raise(&py_ValueError, "`validation_data` must be a tuple (x_val, y_val), got a %s", py_type_of(value)->name);
    return false;
  }
  return keras_data_open(data, self, items[0], items[1], count == 3 ? items[2] : PY_NONE, PY_NONE, false);
}

/* validation_freq: every so many epochs, or a list of epochs (from 1); then `epochs_out` is owned, one flag an epoch.
 */
static bool frequency_of(Value value, int64_t epochs, int *every, bool **epochs_out) {
  const Value *items;
  int64_t count, number;
  *epochs_out = NULL;
  *every = 1;
  if (!py_sequence(value, &items, &count)) {
    if (!py_as_int(value, &number)) return false;
    *every = number < 1 ? 1 : (int)number;
    return true;
  }
  *epochs_out = core_alloc_zero((size_t)epochs + 1, sizeof **epochs_out);
  if (*epochs_out == NULL) return !py_is_error(py_raise(&py_MemoryError, "out of memory"));
  for (int64_t i = 0; i < count; i++) {
    if (!py_as_int(items[i], &number)) return false;
    if (number >= 1 && number <= epochs) (*epochs_out)[number - 1] = true;
  }
  return true;
}

/* With steps_per_epoch Keras goes on in the next epoch where the last one stopped. Shuffled rows are drawn anew here
 * for each epoch, which is as good; rows in their order are not passed over in silence. */
static bool goes_on(const KerasData *train, bool shuffle, int64_t epochs, int64_t steps, int64_t batch,
                    int64_t samples) {
  if (train->streams || shuffle || steps == 0 || epochs < 2 || steps * batch >= samples) return true;
  py_raise(&py_NotImplementedError, "the argument 'steps_per_epoch' is not there yet for arrays with shuffle=False");
  py_hint("give tf.data.Dataset.from_tensor_slices((x, y)).batch(n) as x");
  return false;
}

/* shuffle='batch': batches keep their order, and the rows in each are shuffled. */
static bool shuffles(Value value, bool *shuffle, bool *inside) {
  *inside = py_is_str(value) && strcmp(py_as_string(value)->data, "batch") == 0;
  if (py_is_str(value)) {
    *shuffle = true;
    return true;
  }
  return py_as_bool(value, shuffle);
}

/* Where BackupAndRestore found a fit that was cut short: the epoch to go on with. */
static bool resume(Value self, int64_t *initial_epoch) {
  Value found = py_find_attr(self, py_intern("_initial_epoch"));
  if (py_is_error(found)) return false;
  if (py_is_undefined(found)) return true;
  int64_t epoch;
  bool good = py_as_int(found, &epoch) && py_setattr_plain(self, py_intern("_initial_epoch"), PY_UNDEFINED);
  py_drop(found);
  if (good && epoch > *initial_epoch) *initial_epoch = epoch;
  return good;
}

/* Batches that come one by one have no last rows that could be held back. */
static bool has_rows(const KerasData *data, Value x) {
  if (!data->streams) return true;
  py_drop(keras_embedded_call("_keras_data", "refuse_split", &x, 1));
  return false;
}

/* What a step of one batch is given is no stream of them. */
static bool one_batch(const KerasData *data, Value self, Value x) {
  if (!data->streams) return true;
  py_drop(keras_embedded_call("_keras_data", "refuse_batch", (Value[]){self, x}, 2));
  return false;
}

Value keras_model_fit(const NativeRow *row, Value *arguments) {
  NnModel *model = keras_model_of(arguments[0]);
  if (nn_model_compiled(model) && !keras_call_fits("fit", keras_fit_signature, arguments)) return PY_ERROR;
  if (trains_itself(arguments[0]) || (!py_is_none(arguments[8]) && tests_itself(arguments[0])))
    return keras_embedded_call("_keras_trainer", "fit", arguments, 17);
  if (!assert_compiled(model)) return PY_ERROR;
  int64_t batch_size, epochs, initial_epoch, validation_batch_size, steps_per_epoch, validation_steps;
  double validation_split = 0;
  bool shuffle, inside, *validation_epochs = NULL;
  int verbose = verbosity(arguments[5]), every = 1;
  if (verbose < 0 || !as_count(arguments[3], 32, 1, "batch_size", &batch_size) ||
      !as_count(arguments[4], 1, 0, "epochs", &epochs) || !as_count(arguments[12], 0, 0, "initial_epoch", &initial_epoch) ||
      !as_count(arguments[13], 0, 1, "steps_per_epoch", &steps_per_epoch) ||
      !as_count(arguments[14], 0, 1, "validation_steps", &validation_steps) ||
      !as_count(arguments[15], batch_size, 1, "validation_batch_size", &validation_batch_size) ||
      (!py_is_none(arguments[7]) && !py_as_double(arguments[7], &validation_split)) || !shuffles(arguments[9],
          &shuffle, &inside))
    return PY_ERROR;
  KerasData train = {.feeder = PY_NONE}, held = {.feeder = PY_NONE};
  const bool validates = !py_is_none(arguments[8]);
  Value result = PY_ERROR;
  if (frequency_of(arguments[16], epochs, &every, &validation_epochs) &&
             keras_data_open(&train, arguments[0], arguments[1], arguments[2], arguments[11], arguments[10], shuffle) &&
             (steps_per_epoch == 0 || keras_data_continues(&train)) &&
             (validates || validation_split == 0 || has_rows(&train, arguments[1])) &&
             (!validates || validation_of(arguments[0], arguments[8], &held))) {
    int64_t samples = train.x.count && train.x.items[0]->ndim ? train.x.items[0]->shape[0] : 0;
    if (!validates) samples = (int64_t)floor((double)samples * (1.0 - validation_split));
    const int64_t limit = session.rehearse > 0 ? session.rehearse : steps_per_epoch;
    int64_t steps = train.streams ? train.stream.steps : (samples + batch_size - 1) / batch_size;
    if (steps_per_epoch > 0) steps = steps_per_epoch;
    KerasWatch watch;
    KerasCallbacks callbacks = {.list = PY_NONE, .extra = PY_NONE};
    keras_watch_begin(&watch, verbose, true);
    bool good =
        goes_on(&train, shuffle, epochs - initial_epoch, steps_per_epoch, batch_size, samples) &&
        keras_callbacks_begin(&callbacks, arguments[6], arguments[0], arguments[5], epochs, steps, watch.observer);
    good = good && resume(arguments[0], &initial_epoch);
    NnFitOptions options = {.batch_size = batch_size,
                            .epochs = epochs ? (int)epochs : -1,
                            .initial_epoch = (int)initial_epoch,
                            .shuffle = shuffle,
                            .shuffle_inside = inside,
                            .validation_split = validates ? 0 : validation_split,
                            .validation = validates && !held.streams ? &held.data : NULL,
                            .stream = train.streams ? &train.stream : NULL,
                            .validation_stream = validates && held.streams ? &held.stream : NULL,
                            .validation_steps = session.rehearse > 0 ? session.rehearse : validation_steps,
                            .validation_frequency = every,
                            .validation_epochs = validation_epochs,
                            .validation_batch_size = validation_batch_size,
                            .limit_batches = limit,
                            .observers = &callbacks.observer,
                            .observer_count = callbacks.observer.observe != NULL};
    NnHistory *history = NULL;
    Error error = {0};
    const bool raised = !good;
    good = good && nn_fit(model, &train.data, &options, &history, &error);
    bool framed = watch.dashboard != NULL;
    keras_watch_end(&watch, history != NULL && history->epochs > 0);
    if (history) {
      /* The history is the model's even where the fit was cut short: nothing is lost. */
      Value pending = callbacks.failed ? py_take_pending() : PY_UNDEFINED;
      Value value = keras_history_value(arguments[0], history, callbacks.extra, (int)epochs, steps, arguments[5],
                                  (int)initial_epoch);
      if (!py_is_error(value) && py_setattr(arguments[0], py_intern("history"), value)) result = py_keep(value);
      py_drop(value);
      if (good && verbose > 0 && !framed) keras_say_verdict(history);
      if (callbacks.failed) {
        if (py_pending()) py_clear_pending();
        py_raise_value(pending);
        py_drop(pending);
      }
    }
    if (!good) {
      py_drop(result);
      result = raised || callbacks.failed || py_pending() ? PY_ERROR : keras_raise(&error);
    }
    keras_callbacks_end(&callbacks);
    nn_history_free(history);
  }
  core_free(validation_epochs);
  keras_data_clear(&train);
  keras_data_clear(&held);
  return result;
}

/* ---- evaluate, predict ---- */

/* Loss and metrics as evaluate() gives them: one number, a list, or a dict, which is sorted by name. */
static Value results_value(const NnModel *model, const double *values, int count, bool as_dict) {
  if (!as_dict) return count == 1 ? keras_measured(values[0]) : keras_list_of(values, count);
  const char *const *names;
  int named = nn_metric_names(model, &names);
  Value result = py_dict();
  bool done[NN_MAX_RESULTS] = {false};
  for (int left = count < named ? count : named; !py_is_error(result) && left > 0; left--) {
    int least = -1;
    for (int i = 0; i < count && i < named; i++)
      if (!done[i] && (least < 0 || strcmp(names[i], names[least]) < 0)) least = i;
    done[least] = true;
    if (py_dict_set_steal(py_as_dict(result), names[least], keras_measured(values[least]))) continue;
    py_drop(result);
    result = PY_ERROR;
  }
  return result;
}

/* evaluate(x, y) with its progress line; batch_size 0: all in one batch. */
static Value evaluated(Value self, Value x, Value y, Value weights, int64_t batch_size, int64_t steps, int verbose,
                       Value given, bool as_dict) {
  NnModel *model = keras_model_of(self);
  KerasData data = {.feeder = PY_NONE};
  Value result = PY_ERROR;
  if (keras_data_open(&data, self, x, y, weights, PY_NONE, false) && (batch_size > 0 || one_batch(&data, self, x))) {
    if (batch_size == 0)
      batch_size = data.x.count && data.x.items[0]->ndim && data.x.items[0]->shape[0] ? data.x.items[0]->shape[0] : 1;
    KerasWatch watch;
    KerasCallbacks callbacks;
    keras_watch_begin(&watch, verbose, false);
    const bool ready = keras_callbacks_begin(&callbacks, given, self, py_int(verbose), 1, -1, watch.observer);
    NnEvaluateOptions options = {.stream = data.streams ? &data.stream : NULL, .batch_size = batch_size,
                                 .limit_batches = session.rehearse > 0 ? session.rehearse : steps,
                                 .observers = &callbacks.observer,
                                 .observer_count = callbacks.observer.observe != NULL};
    double values[NN_MAX_RESULTS];
    int count = 0;
    Error error = {0};
    bool good = ready && nn_evaluate(model, &data.data, &options, values, &count, &error);
    keras_watch_end(&watch, false);
    result = good ? results_value(model, values, count, as_dict)
             : !ready || callbacks.failed || py_pending() ? PY_ERROR : keras_raise(&error);
    keras_callbacks_end(&callbacks);
  }
  keras_data_clear(&data);
  return result;
}

Value keras_model_evaluate(const NativeRow *row, Value *arguments) {
  if (nn_model_compiled(keras_model_of(arguments[0])) && !keras_call_fits("evaluate", keras_evaluate_signature,
      arguments)) return PY_ERROR;
  if (tests_itself(arguments[0])) return keras_embedded_call("_keras_trainer", "evaluate", arguments, 9);
  if (!assert_compiled(keras_model_of(arguments[0]))) return PY_ERROR;
  int64_t batch_size, steps;
  bool as_dict;
  int verbose = verbosity(arguments[4]);
  if (verbose < 0 || !as_count(arguments[3], 32, 1, "batch_size", &batch_size) ||
      !as_count(arguments[6], 0, 1, "steps", &steps) || !py_as_bool(arguments[8], &as_dict))
    return PY_ERROR;
  return evaluated(arguments[0], arguments[1], arguments[2], arguments[5], batch_size, steps, verbose, arguments[7],
                   as_dict);
}

/* One batch, op by op. */
static Value on_batch(const char *step, Value self, Value x, Value y, Value weights, Value class_weight,
                      Value as_dict) {
  Value name = py_text(step);
  if (py_is_error(name)) return name;
  Value result = keras_embedded_call("_keras_trainer", "on_batch", (Value[]){self, name, x, y, weights, class_weight, as_dict}, 7);
  py_drop(name);
  return result;
}

Value keras_model_test_on_batch(const NativeRow *row, Value *arguments) {
  bool as_dict;
  if (nn_model_compiled(keras_model_of(arguments[0])) && !keras_call_fits("test_on_batch", row->signature,
      arguments)) return PY_ERROR;
  if (tests_itself(arguments[0])) return on_batch("test_step", arguments[0], arguments[1], arguments[2], arguments[3], PY_NONE, arguments[4]);
  if (!assert_compiled(keras_model_of(arguments[0])) || !py_as_bool(arguments[4], &as_dict)) return PY_ERROR;
  return evaluated(arguments[0], arguments[1], arguments[2], arguments[3], 0, 0, 0, PY_NONE, as_dict);
}

Value keras_model_train_on_batch(const NativeRow *row, Value *arguments) {
  NnModel *model = keras_model_of(arguments[0]);
  bool as_dict;
  if (nn_model_compiled(model) && !keras_call_fits("train_on_batch", row->signature, arguments)) return PY_ERROR;
  if (trains_itself(arguments[0])) return on_batch("train_step", arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5]);
  if (!assert_compiled(model) || !py_as_bool(arguments[5], &as_dict)) return PY_ERROR;
  KerasData data = {.feeder = PY_NONE};
  Value result = PY_ERROR;
  if (keras_data_open(&data, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], false)) {
    double values[NN_MAX_RESULTS];
    int count = 0;
    Error error = {0};
    if (!one_batch(&data, arguments[0], arguments[1])) result = PY_ERROR;
    else if (nn_train_on_batch(model, &data.data, values, &count, &error))
      result = results_value(model, values, count, as_dict);
    else result = py_pending() ? PY_ERROR : keras_raise(&error);
  }
  keras_data_clear(&data);
  return result;
}

/* predict(x): one array, or a list of them for a model with several outputs. batch_size 0: all in one batch. */
static Value predicted(Value self, Value x, int64_t batch_size, int64_t steps, int verbose, Value given) {
  NnModel *model = keras_model_of(self);
  KerasData data = {.feeder = PY_NONE};
  if (!keras_data_open(&data, self, x, PY_NONE, PY_NONE, PY_NONE, false) || (batch_size == 0 && !one_batch(&data, self, x))) {
    keras_data_clear(&data);
    return PY_ERROR;
  }
  if (batch_size == 0)
    batch_size = data.x.count && data.x.items[0]->ndim && data.x.items[0]->shape[0] ? data.x.items[0]->shape[0] : 1;
  KerasWatch watch;
  KerasCallbacks callbacks;
  keras_watch_begin(&watch, verbose, false);
  const bool ready = keras_callbacks_begin(&callbacks, given, self, py_int(verbose), 1, -1, watch.observer);
  NnEvaluateOptions options = {.stream = data.streams ? &data.stream : NULL, .batch_size = batch_size,
                               .limit_batches = steps, .observers = &callbacks.observer,
                               .observer_count = callbacks.observer.observe != NULL};
  NdArray *outputs[NN_MAX_OUTPUTS] = {0};
  Error error = {0};
  bool good = ready && nn_model_output_count(model) <= NN_MAX_OUTPUTS &&
              (data.streams ? nn_predict_stream(model, &options, outputs, &error)
                            : nn_predict(model, data.x.items, data.x.count, &options, outputs, &error));
  keras_watch_end(&watch, false);
  keras_data_clear(&data);
  const bool raised = !ready || callbacks.failed || py_pending();
  keras_callbacks_end(&callbacks);
  if (!good) return raised ? PY_ERROR : keras_raise(&error);
  int count = nn_model_output_count(model);
  if (count == 1) return keras_by_keys(model, np_value(outputs[0], &error));
  Value list = py_list(count);
  for (int i = 0; i < count; i++) {
    if (py_is_error(list)) nd_release(outputs[i]);
    else if (!py_list_append_steal(py_as_list(list), np_value(outputs[i], &error))) {
      py_drop(list);
      list = PY_ERROR;
    }
  }
  return keras_by_keys(model, list);
}

Value keras_model_predict(const NativeRow *row, Value *arguments) {
  if (!keras_call_fits("predict", keras_predict_signature, arguments)) return PY_ERROR;
  if (overrides(arguments[0], "predict_step")) return keras_embedded_call("_keras_trainer", "predict", arguments, 6);
  int64_t batch_size, steps;
  int verbose = verbosity(arguments[3]);
  if (verbose < 0 || !as_count(arguments[2], 32, 1, "batch_size", &batch_size) ||
      !as_count(arguments[4], 0, 1, "steps", &steps))
    return PY_ERROR;
  return predicted(arguments[0], arguments[1], batch_size, steps, verbose, arguments[5]);
}

Value keras_model_predict_on_batch(const NativeRow *row, Value *arguments) {
  return predicted(arguments[0], arguments[1], 0, 0, 0, PY_NONE);
}
