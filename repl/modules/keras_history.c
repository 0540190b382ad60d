/* What shows a fit while it runs, and what fit gives: the History object and the sentence. */
#include "repl/modules/keras_history.h"

#include <string.h>

#include "engine/core/memory.h"
#include "repl/modules/keras.h"
#include "repl/modules/keras_old.h"
#include "repl/modules/session.h"
#include "views/styled.h"
#include "views/verdict.h"

/* ---- What watches ---- */

/* A pass shows its progress line; a fit on a terminal has the dashboard, where the terminal can carry one. */
void keras_watch_begin(KerasWatch *watch, int verbose, bool fit) {
  *watch = (KerasWatch){.out = py_stdout};
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
void keras_watch_end(KerasWatch *watch, bool frame) {
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
Value keras_measured(double value) { return py_float((double)(float)value); }

Value keras_list_of(const double *values, int count) {
  Value list = py_list(count);
  for (int i = 0; !py_is_error(list) && i < count; i++)
    if (!py_list_append_steal(py_as_list(list), keras_measured(values[i]))) {
      py_drop(list);
      return PY_ERROR;
    }
  return list;
}

/* `extra`: a dict of lists that callbacks added to (or None). */
Value keras_history_value(Value model, const NnHistory *recorded, Value extra, int epochs, int64_t steps, Value verbose,
                           int first) {
  History *history = py_new(&keras_history_type);
  Value self = py_object(history);
  if (py_is_error(self)) return self;
  Value attributes = py_dict(), curves = keras_old_curves(), numbers = py_list(recorded->epochs), params = py_dict();
  bool good = !py_is_error(attributes) && !py_is_error(curves) && !py_is_error(numbers) && !py_is_error(params);
  /* By name, as an epoch's logs are: "val_loss" stands before "weighted_accuracy". */
  bool done[2 * NN_MAX_RESULTS] = {false};
  for (int left = recorded->epochs ? recorded->names_count : 0; good && left > 0; left--) {
    int least = -1;
    for (int i = 0; i < recorded->names_count; i++)
      if (!done[i] && (least < 0 || strcmp(recorded->names[i], recorded->names[least]) < 0)) least = i;
    done[least] = true;
    const int length = least < recorded->results ? recorded->epochs : recorded->validations;
    if (length > 0)
      good =
          py_dict_set_steal(py_as_dict(curves), recorded->names[least], keras_list_of(recorded->values[least], length));
  }
  good = good && (py_is_none(extra) || py_dict_update(py_as_dict(curves), extra));
  for (int i = 0; good && i < recorded->epochs; i++)
    good = py_list_append_steal(py_as_list(numbers), py_int(first + i));
  good = good && py_dict_set_name(py_as_dict(params), "verbose", verbose) &&
         py_dict_set_steal(py_as_dict(params), "epochs", py_int(epochs)) &&
         py_dict_set_steal(py_as_dict(params), "steps", steps > 0 ? py_int(steps) : PY_NONE);
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
void keras_say_verdict(const NnHistory *history) {
  const double *loss = curve(history, "loss"), *val_loss = curve(history, "val_loss");
  if (!session_shows() || loss == NULL || history->epochs == 0) return;
  if (history->validations != history->epochs) val_loss = NULL;
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
