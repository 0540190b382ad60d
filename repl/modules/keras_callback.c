#include "repl/modules/keras_callback.h"

#include <stdio.h>
#include <string.h>

#include "repl/modules/keras.h"

enum { MOST_EXTRA = 16 };

static Value module(void) { return modules_import("_keras_callbacks"); }

Value keras_callback_find(String *name) {
  if (name->data[0] == '_') return PY_UNDEFINED;
  Value from = module();
  if (py_is_error(from)) return from;
  Value found = py_find_attr(from, name);
  py_drop(from);
  /* What that module imports is not Keras's. */
  if (!py_is_error(found) && !py_is_undefined(found) && !py_is_type(found)) {
    py_drop(found);
    return PY_UNDEFINED;
  }
  return found;
}

void keras_callback_names(void (*each)(void *context, const char *name), void *context) {
  Value from = module();
  Value names = py_is_error(from) ? PY_ERROR : py_dir(from);
  for (int64_t i = 0; !py_is_error(names) && i < py_as_list(names)->count; i++) {
    String *name = py_as_string(py_as_list(names)->items[i]);
    Value found = keras_callback_find(name);
    if (py_is_error(found)) py_clear_pending();
    else if (!py_is_undefined(found)) each(context, name->data);
    py_drop(found);
  }
  if (py_is_error(names)) py_clear_pending();
  py_drop(names);
  py_drop(from);
}

/* ---- One event ---- */

/* Which method an event calls, and what it is given. */
typedef enum Given { LOGS_ONLY, EPOCH, STEP, STEP_BEFORE } Given;
static const struct {
  NnEventKind kind;
  const char *method;
  Given given;
  bool batch; /* asked for only where somebody has such a hook */
  bool logs;
} hooks[] = {
    {NN_FIT_BEGIN, "on_train_begin", LOGS_ONLY, false, false},
    {NN_EPOCH_BEGIN, "on_epoch_begin", EPOCH, false, false},
    {NN_BATCH_BEGIN, "on_train_batch_begin", STEP, true, false},
    {NN_BATCH_END, "on_train_batch_end", STEP_BEFORE, true, true},
    {NN_VALIDATION_BEGIN, "on_test_begin", LOGS_ONLY, false, false},
    {NN_VALIDATION_BATCH_BEGIN, "on_test_batch_begin", STEP, true, false},
    {NN_VALIDATION_BATCH_END, "on_test_batch_end", STEP_BEFORE, true, true},
    {NN_VALIDATION_END, "on_test_end", LOGS_ONLY, false, true},
    {NN_EPOCH_END, "on_epoch_end", EPOCH, false, true},
    {NN_FIT_END, "on_train_end", LOGS_ONLY, false, true},
    {NN_EVALUATE_BEGIN, "on_test_begin", LOGS_ONLY, false, false},
    {NN_EVALUATE_BATCH_BEGIN, "on_test_batch_begin", STEP, true, false},
    {NN_EVALUATE_BATCH_END, "on_test_batch_end", STEP_BEFORE, true, true},
    {NN_EVALUATE_END, "on_test_end", LOGS_ONLY, false, true},
    {NN_PREDICT_BEGIN, "on_predict_begin", LOGS_ONLY, false, false},
    {NN_PREDICT_BATCH_BEGIN, "on_predict_batch_begin", STEP, true, false},
    {NN_PREDICT_BATCH_END, "on_predict_batch_end", STEP_BEFORE, true, true},
    {NN_PREDICT_END, "on_predict_end", LOGS_ONLY, false, true},
};

/* The numbers of an event as the dict that callbacks see; while validating the names are those of evaluate(). */
static Value logs_of(const NnEvent *event, bool plain_names) {
  Value logs = py_dict();
  for (int i = 0; !py_is_error(logs) && i < event->count; i++) {
    const char *name = event->names[i];
    if (plain_names && strncmp(name, "val_", 4) == 0) name += 4;
    if (py_dict_set_steal(py_as_dict(logs), name, py_float((double)(float)event->values[i]))) continue;
    py_drop(logs);
    return PY_ERROR;
  }
  return logs;
}

static bool call(KerasCallbacks *callbacks, const char *method, Given given, const NnEvent *event, Value logs) {
  Value arguments[2];
  int count = 0;
  if (given != LOGS_ONLY)
    arguments[count++] = py_int(given == EPOCH ? event->epoch : given == STEP ? event->step : event->step - 1);
  arguments[count++] = logs;
  Value result = py_call_method(callbacks->list, method, arguments, count);
  py_drop(result);
  return !py_is_error(result);
}

static bool wants_stop(KerasCallbacks *callbacks, bool *stop) {
  Value flag = py_getattr(callbacks->model, py_intern("stop_training"));
  int truth = py_is_error(flag) ? -1 : py_truth(flag);
  py_drop(flag);
  *stop = truth > 0;
  return truth >= 0;
}

/* Numbers that callbacks added to an epoch's logs: into the history's lists, and behind the event's own. */
static bool take_extra(KerasCallbacks *callbacks, Value logs, const NnEvent *event, NnEvent *widened,
                       const char *names[], double values[]) {
  *widened = *event;
  if (event->count > NN_MAX_RESULTS * 2) return true;
  memcpy(names, event->names, sizeof *names * (size_t)event->count);
  memcpy(values, event->values, sizeof *values * (size_t)event->count);
  int count = event->count;
  Value key, value;
  for (int64_t at = 0; py_dict_next(py_as_dict(logs), &at, &key, &value) && count < event->count + MOST_EXTRA;) {
    if (!py_is_str(key)) continue;
    bool own = false;
    for (int i = 0; i < event->count; i++) own = own || strcmp(event->names[i], py_as_string(key)->data) == 0;
    double number;
    if (own) continue;
    if (!py_as_double(value, &number)) {
      py_clear_pending();
      continue;
    }
    Value list = py_dict_find(py_as_dict(callbacks->extra), key);
    if (py_is_undefined(list)) {
      list = py_list(1);
      bool kept = !py_is_error(list) && py_dict_set(py_as_dict(callbacks->extra), key, list);
      py_drop(list);
      if (!kept) return false;
    }
    if (!py_list_append_steal(py_as_list(list), py_float(number))) return false;
    /* The list's key lives as long as the dict of extras does. */
    String *name = py_intern(py_as_string(key)->data);
    if (name == NULL) return false;
    names[count] = name->data;
    values[count++] = number;
  }
  widened->names = names;
  widened->values = values;
  widened->count = count;
  return true;
}

static NnAnswer pass_on(const KerasCallbacks *callbacks, const NnEvent *event) {
  return callbacks->next.observe ? callbacks->next.observe(callbacks->next.self, event) : NN_GO_ON;
}

static NnAnswer observe(void *self, const NnEvent *event) {
  KerasCallbacks *callbacks = self;
  const bool ended_early = event->kind == NN_FIT_END && event->interrupted == 1;
  if (callbacks->failed || ended_early) return pass_on(callbacks, event);
  NnEvent widened = *event;
  const char *names[NN_MAX_RESULTS * 2 + MOST_EXTRA];
  double values[NN_MAX_RESULTS * 2 + MOST_EXTRA];
  bool good = true, stop = false;
  for (size_t i = 0; good && i < sizeof hooks / sizeof *hooks; i++) {
    if (hooks[i].kind != event->kind || (hooks[i].batch && !callbacks->batch_hooks)) continue;
    const bool validating = event->kind == NN_VALIDATION_BATCH_END || event->kind == NN_VALIDATION_END;
    Value logs = hooks[i].logs ? logs_of(event, validating) : py_dict();
    good = !py_is_error(logs) && call(callbacks, hooks[i].method, hooks[i].given, event, logs);
    if (good && event->kind == NN_EPOCH_END) good = take_extra(callbacks, logs, event, &widened, names, values);
    py_drop(logs);
    if (good && (event->kind == NN_BATCH_END || event->kind == NN_EPOCH_END)) good = wants_stop(callbacks, &stop);
  }
  if (!good) {
    callbacks->failed = true;
    return NN_FAIL;
  }
  const NnAnswer answer = pass_on(callbacks, &widened);
  return (NnAnswer)(answer | (stop ? NN_STOP : NN_GO_ON));
}

/* ---- Begin and end ---- */

static bool has_any(Value given) {
  const Value *items;
  int64_t count;
  if (py_is_none(given) || py_is_undefined(given)) return false;
  return !py_sequence(given, &items, &count) || count > 0;
}

bool keras_callbacks_begin(KerasCallbacks *callbacks, Value given, Value model, Value verbose, int64_t epochs,
                           int64_t steps, NnObserver next) {
  *callbacks = (KerasCallbacks){.list = PY_NONE, .extra = PY_NONE, .model = model, .next = next, .observer = next};
  if (!has_any(given)) return true;
  Value from = module();
  Value class = py_is_error(from) ? PY_ERROR : py_getattr(from, py_intern("CallbackList"));
  py_drop(from);
  if (py_is_error(class)) return false;
  String *names[] = {py_intern("model"), py_intern("verbose"), py_intern("epochs"), py_intern("steps")};
  Value values[] = {model, verbose, py_int(epochs), py_int(steps)};
  callbacks->list = py_call(class, &(Arguments){.positional = &given, .count = 1, .keyword_values = values,
                                                .keyword_names = names, .keyword_count = 4});
  py_drop(class);
  if (py_is_error(callbacks->list)) {
    callbacks->list = PY_NONE;
    return false;
  }
  callbacks->extra = py_dict();
  Value hooks_wanted = py_getattr(callbacks->list, py_intern("batch_hooks"));
  const int truth = py_is_error(hooks_wanted) ? -1 : py_truth(hooks_wanted);
  py_drop(hooks_wanted);
  if (truth < 0 || py_is_error(callbacks->extra) || !py_setattr(model, py_intern("stop_training"), PY_FALSE)) {
    keras_callbacks_end(callbacks);
    return false;
  }
  callbacks->batch_hooks = truth > 0;
  callbacks->observer = (NnObserver){observe, callbacks};
  return true;
}

void keras_callbacks_end(KerasCallbacks *callbacks) {
  py_drop(callbacks->list);
  py_drop(callbacks->extra);
  callbacks->list = callbacks->extra = PY_NONE;
}
