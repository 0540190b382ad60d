/* Sequential and functional models as the language sees them: methods and attributes. */
#include <string.h>

#include "engine/nn/operation.h"
#include "repl/modules/keras_files.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_user.h"
#include "repl/modules/session.h"
#include "views/summary.h"

/* ---- Methods ---- */

static Value method_add(const NativeRow *row, Value *arguments) {
  return keras_model_add(keras_model_of(arguments[0]), arguments[1]) ? PY_NONE : PY_ERROR;
}
static Value method_pop(const NativeRow *row, Value *arguments) {
  NnModel *model = keras_model_of(arguments[0]);
  int count = nn_model_layer_count(model);
  Value last = count ? keras_wrap(nn_object_retain(&nn_model_layer(model, count - 1)->object), NULL) : PY_NONE;
  Error error = {0};
  if (py_is_error(last) || nn_sequential_pop(model, &error)) return last;
  py_drop(last);
  return keras_raise(&error);
}

static Value method_build(const NativeRow *row, Value *arguments) {
  if (py_is_none(arguments[1])) return PY_NONE;
  /* Keras leaves the layers of a model of the user's own class unbuilt here: the first call builds them. */
  if (nn_is_user_layer(keras_object_of(arguments[0]))) return PY_NONE;
  NnShape shape;
  if (!keras_as_shape(arguments[1], &shape)) return PY_ERROR;
  Error error = {0};
  return nn_model_build(keras_model_of(arguments[0]), &shape, &error) ? PY_NONE : keras_raise(&error);
}

/* layer_range=[first name, last name], regular expressions both: which of the layers are shown. */
static bool summary_range(Value self, Value names, SummaryOptions *options) {
  if (py_is_none(names)) return true;
  Value found = keras_embedded_call("_keras_utils", "layer_range", (Value[]){self, names}, 2);
  int64_t first = 0, last = 0;
  const bool good = !py_is_error(found) && py_is_tuple(found) && py_as_int(py_as_tuple(found)->items[0], &first) &&
                    py_as_int(py_as_tuple(found)->items[1], &last);
  py_drop(found);
  options->first = (int)first;
  options->last = (int)last;
  return good;
}

enum { MOST_POSITIONS = 8 };

static bool summary_positions(Value given, double *positions, SummaryOptions *options) {
  const Value *items;
  int64_t count = 0;
  if (py_is_none(given)) return true;
  if (!py_sequence(given, &items, &count)) {
    py_raise(&py_TypeError, "'%s' object is not iterable", py_type_of(given)->name);
    return false;
  }
  if (count == 0) return true; /* as Keras: nothing given */
  options->positions = positions;
  options->position_count = count < MOST_POSITIONS ? (int)count : MOST_POSITIONS;
  for (int i = 0; i < options->position_count; i++)
    if (!py_as_double(items[i], &positions[i])) return false;
  return true;
}

static Value method_summary(const NativeRow *row, Value *arguments) {
  int64_t line_length = 0;
  if (!py_is_none(arguments[1]) && !py_as_int(arguments[1], &line_length)) return PY_ERROR;
  bool expand_nested, show_trainable;
  if (!py_as_bool(arguments[4], &expand_nested) || !py_as_bool(arguments[5], &show_trainable)) return PY_ERROR;
  session_detect_terminal();
  SummaryOptions options = {.line_length = (int)line_length,
                            .columns = session.terminal.columns,
                            .expand_nested = expand_nested,
                            .show_trainable = show_trainable,
                            .keras2 = session.keras2_summary,
                            .bold = session.terminal.is_terminal && session.terminal.colour != COLOUR_NONE,
                            .colour = session.terminal.colour};
  double positions[MOST_POSITIONS];
  if (!summary_positions(arguments[2], positions, &options) || !summary_range(arguments[0], arguments[6], &options))
    return PY_ERROR;
  Text text = {0};
  Error error = {0};
  if (!summary_write(&text, keras_model_of(arguments[0]), &options, &error)) {
    text_free(&text);
    return keras_raise(&error);
  }
  Value result = PY_NONE;
  if (py_is_none(arguments[3])) {
    sink_write(&py_stdout, text_string(&text), text.length);
  } else {
    Value whole = py_text_bytes(text_string(&text), text.length);
    Value done = py_is_error(whole) ? PY_ERROR : py_call_values(arguments[3], &whole, 1);
    py_drop(whole);
    if (py_is_error(done)) result = PY_ERROR;
    py_drop(done);
  }
  text_free(&text);
  return result;
}

static Value method_get_layer(const NativeRow *row, Value *arguments) {
  NnModel *model = keras_model_of(arguments[0]);
  int count = nn_model_layer_count(model);
  if (!py_is_none(arguments[1]) && !py_is_none(arguments[2])) {
    Value name = py_str(arguments[1]), at = py_is_error(name) ? PY_ERROR : py_str(arguments[2]);
    if (!py_is_error(at))
      py_raise(&py_ValueError, "Provide only a layer name or a layer index. Received: index=%s, name=%s.",
               py_as_string(at)->data, py_as_string(name)->data);
    py_drop(name);
    py_drop(at);
    return PY_ERROR;
  }
  if (!py_is_none(arguments[2])) {
    int64_t index;
    Value shown = py_is_number(arguments[2]) && !py_is_integer(arguments[2]) ? py_str(arguments[2]) : PY_NONE;
    if (py_is_str(shown)) {
      py_raise(&py_ValueError, "Was asked to retrieve layer at index %s but model only has %d layers.",
          py_as_string(shown)->data, count);
      py_drop(shown);
      return PY_ERROR;
    }
    if (py_is_error(shown) || !py_as_int(arguments[2], &index)) return PY_ERROR;
    if (index < -count) return py_raise(&py_IndexError, "list index out of range");
    if (index < 0) index += count;
    if (index >= count)
      return py_raise(&py_ValueError, "Was asked to retrieve layer at index %lld but model only has %d layers.",
                      (long long)index, count);
    return keras_wrap(nn_object_retain(&nn_model_layer(model, (int)index)->object), NULL);
  }
  const char *name;
  if (py_is_none(arguments[1])) return py_raise(&py_ValueError, "Provide either a layer name or layer index at `get_layer`.");
  Value wanted = py_str(arguments[1]);
  if (py_is_error(wanted)) return wanted;
  name = py_as_string(wanted)->data;
  Text known = {0};
  for (int i = 0; i < count; i++) {
    NnLayer *layer = nn_model_layer(model, i);
    if (py_is_str(arguments[1]) && strcmp(layer->name, name) == 0) {
      text_free(&known);
      py_drop(wanted);
      return keras_wrap(nn_object_retain(&layer->object), NULL);
    }
    text_addf(&known, "%s'%s'", i ? ", " : "", layer->name);
  }
  py_raise(&py_ValueError, "No such layer: %s. Existing layers are: [%s].", name, text_string(&known));
  text_free(&known);
  py_drop(wanted);
  return PY_ERROR;
}

/* ---- Attributes ---- */

static Value get_layers(Value self) {
  NnModel *model = keras_model_of(self);
  int count = nn_model_layer_count(model);
  Value list = py_list(count);
  for (int i = 0; !py_is_error(list) && i < count; i++) {
    if (nn_is_operation(nn_model_layer(model, i))) continue;
    if (!py_list_append_steal(py_as_list(list),
                              keras_wrap(nn_object_retain(&nn_model_layer(model, i)->object), NULL))) {
      py_drop(list);
      return PY_ERROR;
    }
  }
  return list;
}

static Value weights_where(Value self, int trainable) {
  NnModel *model = keras_model_of(self);
  int count = nn_model_variable_count(model);
  Value list = py_list(count);
  for (int i = 0; !py_is_error(list) && i < count; i++) {
    NnVariable *variable = nn_model_variable(model, i);
    if (trainable >= 0 && variable->trainable != (trainable == 1)) continue;
    if (!py_list_append_steal(py_as_list(list), keras_variable_value(variable))) {
      py_drop(list);
      return PY_ERROR;
    }
  }
  return list;
}
static Value get_weights(Value self) { return weights_where(self, -1); }
static Value get_trainable_weights(Value self) { return weights_where(self, 1); }
static Value get_non_trainable_weights(Value self) { return weights_where(self, 0); }

static Value ends(Value self, bool outputs, bool as_list) {
  NnModel *model = keras_model_of(self);
  int count = outputs ? nn_model_output_count(model) : nn_model_input_count(model);
  if (count == 0 || !nn_model_built(model)) {
    if (!nn_model_is_sequential(model)) return py_list(0);
    return as_list ? py_raise(&py_AttributeError, "Sequential model '%s' has no defined %s yet.", nn_model_name(model),
                              outputs ? "outputs" : "inputs")
                   : py_raise(&py_AttributeError, "The layer %s has never been called and thus has no defined %s.",
                              nn_model_name(model), outputs ? "output" : "input");
  }
  Value list = py_list(count);
  for (int i = 0; !py_is_error(list) && i < count; i++) {
    NnTensor *tensor = outputs ? nn_model_output(model, i) : nn_model_input(model, i);
    if (!py_list_append_steal(py_as_list(list), keras_tensor_value(nn_tensor_retain(tensor), NULL))) {
      py_drop(list);
      return PY_ERROR;
    }
  }
  if (as_list || count != 1 || py_is_error(list)) return list;
  Value only = py_keep(py_as_list(list)->items[0]);
  py_drop(list);
  return only;
}
static Value get_inputs(Value self) { return ends(self, false, true); }
static Value get_outputs(Value self) { return ends(self, true, true); }
static Value get_input(Value self) { return ends(self, false, false); }
static Value get_output(Value self) { return ends(self, true, false); }

static Value shapes(Value self, bool outputs) {
  NnModel *model = keras_model_of(self);
  int count = outputs ? nn_model_output_count(model) : nn_model_input_count(model);
  if (count == 0 || !nn_model_built(model))
    return py_raise(&py_AttributeError, "Sequential model '%s' has no defined %s shape yet.", nn_model_name(model),
                    outputs ? "output" : "input");
  NnShape shape;
  Value list = py_list(count);
  for (int i = 0; !py_is_error(list) && i < count; i++) {
    if (!(outputs ? nn_model_output_shape(model, i, &shape) : nn_model_input_shape(model, i, &shape))) continue;
    if (count == 1) {
      py_drop(list);
      return keras_shape_value(&shape);
    }
    if (!py_list_append_steal(py_as_list(list), keras_shape_value(&shape))) {
      py_drop(list);
      return PY_ERROR;
    }
  }
  return list;
}
static Value get_input_shape(Value self) { return shapes(self, false); }
static Value get_output_shape(Value self) { return shapes(self, true); }

static Value get_optimizer(Value self) {
  Value own = py_find_attr(self, py_intern("_own_optimizer"));
  if (py_is_error(own) || !py_is_undefined(own)) return own;
  NnObject *optimizer = nn_model_optimizer(keras_model_of(self));
  return optimizer ? keras_wrap(nn_object_retain(optimizer), NULL) : PY_NONE;
}
/* model.optimizer = ...: as compile() would have it. */
static bool set_optimizer(Value self, Value value) { return py_setattr_plain(self, py_intern("_own_optimizer"), value); }
static Value get_compiled(Value self) { return py_bool(nn_model_compiled(keras_model_of(self)) || keras_loops(self)); }
static Value get_built(Value self) {
  return py_bool(nn_model_built(keras_model_of(self)) || keras_user_was_called(self));
}

/* `self.built = True` at the end of a build() says nothing that the model does not know better. */
static bool set_built(Value self, Value value) {
  bool built;
  return py_as_bool(value, &built);
}

/* As Keras 3 has it: the loss, and one name for all that compile(metrics=) asked for. */
static Value get_metrics_names(Value self) {
  NnModel *model = keras_model_of(self);
  Value list = py_list(2);
  if (!py_is_error(list) && keras_loops(self)) {
    py_drop(list);
    return keras_embedded_call("_keras_trainer", "metrics_names", &self, 1);
  }
  if (py_is_error(list) || !nn_model_compiled(model)) return list;
  bool good = py_list_append_steal(py_as_list(list), py_text("loss")) &&
              (!nn_model_has_metrics(model) || py_list_append_steal(py_as_list(list), py_text("compile_metrics")));
  for (int i = 0; good && nn_model_shown_losses(model) > 0 && i < nn_model_output_count(model); i++)
    good = py_list_append_steal(py_as_list(list), py_textf("%s_loss", nn_model_output_name(model, i)));
  if (good) return list;
  py_drop(list);
  return PY_ERROR;
}

/* Names of the outputs, in order. */
static Value get_output_names(Value self) {
  NnModel *model = keras_model_of(self);
  const int count = nn_model_output_count(model);
  Value list = py_list(count);
  for (int i = 0; !py_is_error(list) && i < count; i++) {
    const char *name = nn_model_output_name(model, i);
    if (py_list_append_steal(py_as_list(list), py_text(name != NULL ? name : ""))) continue;
    py_drop(list);
    return PY_ERROR;
  }
  return list;
}

static Value get_metrics(Value self) { return keras_embedded_call("_keras_trainer", "metrics", &self, 1); }

/* Methods that are written in the language. */
static Value forward(const NativeRow *row, Value *arguments) {
  const Signature *signature = signature_of(row->signature);
  return signature != NULL ? keras_embedded_call("_keras_trainer", row->data, arguments, signature->count) : PY_ERROR;
}

static const NativeRow model_methods[] = {
    {"compile", keras_compile_signature, "Chooses optimizer, loss and metrics.", keras_model_compile, NULL},
    {"fit", keras_fit_signature, "Trains; returns a History.", keras_model_fit, NULL},
    {"evaluate", keras_evaluate_signature, "Loss and metrics on data.", keras_model_evaluate, NULL},
    {"predict", keras_predict_signature, "Outputs for inputs.", keras_model_predict, NULL},
    {"train_on_batch", "self, x, y=None, sample_weight=None, class_weight=None, return_dict=False", "One step on one batch.",
     keras_model_train_on_batch, NULL},
    {"test_on_batch", "self, x, y=None, sample_weight=None, return_dict=False", "Loss and metrics on one batch.",
     keras_model_test_on_batch, NULL},
    {"reset_metrics", "self", "Starts the metrics again.", forward, "reset_metrics"},
    {"train_step", "self, data", "One step on a batch, op by op.", forward, "train_step"},
    {"test_step", "self, data", "Loss and metrics of a batch, op by op.", forward, "test_step"},
    {"predict_step", "self, data", "The outputs of a batch, op by op.", forward, "predict_step"},
    {"compute_loss", "self, x=None, y=None, y_pred=None, sample_weight=None, training=True", "The loss of compile(), and what layers add to it.",
     forward, "compute_loss"},
    {"compute_metrics", "self, x, y, y_pred, sample_weight=None", "Updates the metrics of compile().", forward, "compute_metrics"},
    {"get_metrics_result", "self", "The results of the metrics, by name.", forward, "get_metrics_result"},
    {"predict_on_batch", "self, x", "Outputs for one batch.", keras_model_predict_on_batch, NULL},
    {"summary", "self, line_length=None, positions=None, print_fn=None, expand_nested=False, show_trainable=False, layer_range=None",
     "Prints the table of layers.", method_summary, NULL},
    {"get_layer", "self, name=None, index=None", "A layer by name or index.", method_get_layer, NULL},
    {"build", "self, input_shape=None", "Creates the weights for inputs of a shape.", method_build, NULL},
    {"save", "self, filepath, overwrite=True, zipped=None, **kwargs", "Writes the model to a .keras (.h5) file.", keras_forward,
     "save_model"},
    {"save_weights", "self, filepath, overwrite=True, **kwargs", "Writes the weights to a .weights.h5 file.", keras_forward,
     "save_weights"},
    {"load_weights", "self, filepath, skip_mismatch=False, **kwargs", "Reads weights from a file.", keras_forward, "load_weights"},
    {"to_json", "self, **kwargs", "The configuration as JSON text.", keras_forward, "to_json"},
    {"export", "self, filepath, format='tf_saved_model', verbose=True, input_signature=None, **kwargs", "Not there: see save.",
     keras_forward, "export"},
    {"get_compile_config", "self", "What compile was given, as a dict.", keras_forward, "compile_config"},
    {0},
};
static const PropertyRow model_properties[] = {
    {"layers", "The layers.", get_layers, NULL},
    {"weights|variables", "All weights.", get_weights, NULL},
    {"trainable_weights|trainable_variables", "The weights that training changes.", get_trainable_weights, NULL},
    {"non_trainable_weights|non_trainable_variables", "The other weights.", get_non_trainable_weights, NULL},
    {"inputs", "The symbolic inputs.", get_inputs, NULL},
    {"outputs", "The symbolic outputs.", get_outputs, NULL},
    {"input", "The symbolic input.", get_input, NULL},
    {"output", "The symbolic output.", get_output, NULL},
    {"input_shape", "The input's shape.", get_input_shape, NULL},
    {"output_shape", "The output's shape.", get_output_shape, NULL},
    {"optimizer", "The optimizer, None before compile.", get_optimizer, set_optimizer},
    {"built", "Whether the weights exist.", get_built, set_built},
    {"compiled", "Whether compile was called.", get_compiled, NULL},
    {"metrics", "The metrics: the loss, those of compile(), and those that are attributes.", get_metrics, NULL},
    {"output_names", "Names of the outputs.", get_output_names, NULL},
    {"metrics_names", "Names of what evaluate returns.", get_metrics_names, NULL},
    {0},
};
static const NativeRow sequential_methods[] = {
    {"add", "self, layer, rebuild=True", "Adds a layer at the end.", method_add, NULL},
    {"pop", "self, rebuild=True", "Removes the last layer.", method_pop, NULL},
    {0},
};

Type keras_model_type = {.head = {&py_type_type, 1}, .name = "Model", .module = "keras.src.models.model",
                         .base = &keras_kind_types[NN_LAYER], .help = "A network, from its inputs to its outputs.",
                         .size = sizeof(KerasObject), .signature = "*args, **kwargs",
                         .init = keras_model_init, .methods = model_methods, .properties = model_properties};
Type keras_functional_type = {.head = {&py_type_type, 1}, .name = "Functional", .module = "keras.src.models.functional",
                              .base = &keras_model_type, .help = "A network, from its inputs to its outputs.",
                              .size = sizeof(KerasObject), .signature = "inputs, outputs, name=None, trainable=True",
                              .construct = keras_construct_functional};
Type keras_sequential_type = {.head = {&py_type_type, 1}, .name = "Sequential", .module = "keras.src.models.sequential",
                              .base = &keras_model_type, .help = "A network, one layer after the other.",
                              .size = sizeof(KerasObject), .signature = "layers=None, trainable=True, name=None",
                              .construct = keras_construct_sequential, .methods = sequential_methods};
