/* Sequential and functional models as the language sees them. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/naming.h"
#include "engine/nn/operation.h"
#include "repl/modules/keras_files.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_user.h"
#include "repl/modules/numpy.h"
#include "repl/modules/session.h"
#include "views/summary.h"

/* ---- Construction ---- */

/* "<class 'int'>" for a value's class. */
static Value class_text(Value value) {
  Value type = py_type_value(py_type_of(value));
  Value text = py_is_error(type) ? PY_ERROR : py_repr(type);
  py_drop(type);
  return text;
}

static bool add_to(NnModel *model, Value item) {
  Error error = {0};
  bool good;
  if (keras_is_tensor(item)) {
    good = nn_sequential_add_input(model, ((KerasTensor *)item.as.object)->tensor, &error);
  } else if (keras_is_layer(item)) {
    good = nn_sequential_add(model, keras_layer_of(item), &error);
  } else {
    Value text = py_str(item), type = py_is_error(text) ? PY_ERROR : class_text(item);
    if (!py_is_error(type))
      py_raise(&py_ValueError, "Only instances of `keras.Layer` can be added to a Sequential model. Received: %s (of type %s)",
               py_as_string(text)->data, py_as_string(type)->data);
    py_drop(text);
    py_drop(type);
    if (py_is(item, &py_type_type)) py_hint("call the class: layers.%s(...)", ((Type *)item.as.object)->name);
    return false;
  }
  if (!good) keras_raise(&error);
  return good;
}

/* The name of a model: NULL for None. */
static bool name_of(Value given, const char **name) {
  *name = NULL;
  if (py_is_none(given)) return true;
  if (py_is_str(given) && strchr(py_as_string(given)->data, '/') == NULL) return py_as_text(given, name);
  Value shown = py_str(given), type = class_text(given);
  if (!py_is_error(shown) && !py_is_error(type))
    py_raise(&py_ValueError, "Argument `name` must be a string and cannot contain character `/`. Received: name=%s "
                             "(of type %s)",
             py_as_string(shown)->data, py_as_string(type)->data);
  py_drop(shown);
  py_drop(type);
  return false;
}

static Value construct_sequential(Type *type, Value *arguments) {
  const char *name = NULL;
  if (!name_of(arguments[2], &name)) return PY_ERROR;
  if (arguments[1].tag != TAG_BOOL) {
    Value shown = py_str(arguments[1]), kind = class_text(arguments[1]);
    if (!py_is_error(shown) && !py_is_error(kind))
      py_raise(&py_ValueError, "Expected `trainable` to be a boolean. Received: trainable=%s (of type %s)",
          py_as_string(shown)->data,
               py_as_string(kind)->data);
    py_drop(shown);
    py_drop(kind);
    return PY_ERROR;
  }
  Error error = {0};
  char *automatic = name == NULL && type->heap ? nn_auto_name(type->name, &error) : NULL;
  NnModel *model = error.code == ERROR_NONE ? nn_sequential_new(automatic ? automatic : name, &error) : NULL;
  core_free(automatic);
  if (model == NULL) return keras_raise(&error);
  Value self = keras_wrap((NnObject *)model, &error);
  if (py_is_error(self)) return self;
  const int trainable = py_truth(arguments[1]);
  if (trainable < 0) {
    py_drop(self);
    return PY_ERROR;
  }
  if (py_is_none(arguments[0])) {
    nn_layer_set_trainable(nn_model_as_layer(model), trainable == 1);
    return self;
  }
  bool good;
  nn_sequential_hold(model); /* the list is one addition: names count as if it were built once */
  if (keras_is_layer(arguments[0]) || keras_is_tensor(arguments[0])) {
    good = add_to(model, arguments[0]); /* Keras before 3 took a single layer. */
  } else {
    Value list = py_to_list(arguments[0]);
    good = !py_is_error(list);
    for (int64_t i = 0; good && i < py_as_list(list)->count; i++) good = add_to(model, py_as_list(list)->items[i]);
    py_drop(list);
  }
  if (good && !nn_sequential_release(model, &error)) good = !py_is_error(keras_raise(&error));
  if (good && trainable == 0) nn_layer_set_trainable(nn_model_as_layer(model), false);
  if (good) return self;
  py_drop(self);
  return PY_ERROR;
}

/* Keras's complaint about what is no tensor; `inside`: one value of the list that was given. */
static bool not_symbolic(const char *what, Value value, Value inside) {
  Value shown = py_str(value), type = class_text(inside), part = py_str(inside);
  if (!py_is_error(shown) && !py_is_error(type) && !py_is_error(part)) {
    py_raise(&py_ValueError, "All `%s` values must be KerasTensors. Received: %s=%s including invalid value %s of type %s",
             what, what, py_as_string(shown)->data, py_as_string(part)->data, py_as_string(type)->data);
    if (keras_is_layer(inside)) py_hint("a layer has to be called on a tensor: layer(x)");
  }
  py_drop(shown);
  py_drop(type);
  py_drop(part);
  return false;
}

/* The symbolic tensors of `inputs=` or `outputs=`: one, or a list. */
static bool tensors_of(Value value, const char *what, NnTensor **tensors, int most, int *count) {
  const Value *items = &value;
  int64_t n = 1;
  if (!keras_is_tensor(value) && !py_sequence(value, &items, &n)) return not_symbolic(what, value, value);
  if (n > most) {
    py_raise(&py_NotImplementedError, "a model takes at most %d %s", most, what);
    return false;
  }
  for (int64_t i = 0; i < n; i++) {
    if (!keras_is_tensor(items[i])) return not_symbolic(what, value, items[i]);
    tensors[i] = ((KerasTensor *)items[i].as.object)->tensor;
  }
  *count = (int)n;
  return true;
}

/* A dict of tensors as a list, in the order of its keys; *keys is the sorted list of them. Any other value as it is. */
static Value in_order(Value given, Value *keys) {
  *keys = PY_NONE;
  if (!py_is_dict(given)) return py_keep(given);
  Value sorted = py_to_list(given);
  if (py_is_error(sorted)) return sorted;
  Value list = py_list_sort(py_as_list(sorted), PY_NONE, false) ? py_list(py_as_list(sorted)->count) : PY_ERROR;
  for (int64_t i = 0; !py_is_error(list) && i < py_as_list(sorted)->count; i++)
    if (!py_list_append_steal(py_as_list(list),
                              py_keep(py_dict_find(py_as_dict(given), py_as_list(sorted)->items[i])))) {
      py_drop(list);
      list = PY_ERROR;
    }
  if (py_is_error(list)) py_drop(sorted);
  else *keys = sorted;
  return list;
}

static Value construct_functional(Type *type, Value *arguments);

/* Dicts of inputs or outputs: the model takes and gives dicts by these keys. */
static Value construct_by_keys(Type *type, Value *arguments) {
  Value keys[2] = {PY_NONE, PY_NONE}, slots[4] = {PY_NONE, PY_NONE, arguments[2], arguments[3]};
  Value made = PY_ERROR;
  slots[0] = in_order(arguments[0], &keys[0]);
  if (!py_is_error(slots[0])) slots[1] = in_order(arguments[1], &keys[1]);
  if (!py_is_error(slots[0]) && !py_is_error(slots[1])) made = construct_functional(type, slots);
  static const char *const names[] = {"_input_keys", "_output_keys"};
  for (int i = 0; i < 2; i++) {
    if (!py_is_error(made) && !py_is_none(keys[i]) && !py_setattr_plain(made, py_intern(names[i]), keys[i])) {
      py_drop(made);
      made = PY_ERROR;
    }
    py_drop(keys[i]);
    if (!py_is_error(slots[i])) py_drop(slots[i]);
  }
  return made;
}

static Value construct_functional(Type *type, Value *arguments) {
  if (py_is_dict(arguments[0]) || py_is_dict(arguments[1])) return construct_by_keys(type, arguments);
  enum { MOST = 64 };
  NnTensor *inputs[MOST], *outputs[MOST];
  int input_count, output_count;
  const char *name = NULL;
  if (!tensors_of(arguments[0], "inputs", inputs, MOST, &input_count) ||
      !tensors_of(arguments[1], "outputs", outputs, MOST, &output_count) ||
      !name_of(arguments[2], &name))
    return PY_ERROR;
  Error error = {0};
  return keras_wrap((NnObject *)nn_model_new(name, inputs, input_count, outputs, output_count, &error), &error);
}

/* What is neither a functional model's nor every layer's. */
static bool refuse_keywords(Value self, Value keywords) {
  static const char *const common[] = {"name", "trainable", "dtype", "dynamic"};
  Value rest = py_dict(), key, value;
  bool good = !py_is_error(rest);
  for (int64_t at = 0; good && py_dict_next(py_as_dict(keywords), &at, &key, &value);) {
    bool known = false;
    for (size_t i = 0; i < sizeof common / sizeof *common; i++) known |= strcmp(common[i], py_as_string(key)->data) == 0;
    if (!known) good = py_dict_set(py_as_dict(rest), key, value);
  }
  Value shown = good ? py_repr(rest) : PY_ERROR;
  if (!py_is_error(shown))
    py_raise(&py_ValueError, "Unrecognized keyword arguments passed to %s: %s", py_type_of(self)->name, py_as_string(shown)->data);
  py_drop(shown);
  py_drop(rest);
  return false;
}

/* Model(inputs, outputs) is a functional model; a class derived from Model, whose __init__ says super().__init__(), is
 * one of the user's. */
static bool model_init(Value self, Value *arguments) {
  Value slots[4] = {PY_NONE, PY_NONE, PY_NONE, PY_TRUE};
  KerasObject *object = (KerasObject *)self.as.object;
  if (object->object != NULL) return true;
  const Tuple *given = py_as_tuple(arguments[0]);
  const Arguments all = {.positional = given->items, .count = (int)given->count};
  Value keywords = arguments[1];
  static const char *const names[] = {"inputs", "outputs", "name", "trainable"};
  if (all.count > 3)
    return !py_is_error(py_raise(&py_TypeError, "Functional.__init__() takes from 3 to 4 positional arguments but %d were given",
                                 all.count + 1));
  for (int i = 0; i < all.count; i++) slots[i] = all.positional[i];
  int64_t at = 0;
  Value key, value;
  while (py_is(keywords, &py_dict_type) && py_dict_next(py_as_dict(keywords), &at, &key, &value)) {
    int place = -1;
    for (int i = 0; i < 4; i++)
      if (strcmp(names[i], py_as_string(key)->data) == 0) place = i;
    if (place >= 0) slots[place] = value;
    else if (strcmp(py_as_string(key)->data, "dtype") != 0 && strcmp(py_as_string(key)->data, "dynamic") != 0)
      return refuse_keywords(self, keywords);
  }
  if (py_is_none(slots[1]) && all.count == 1)
    return !py_is_error(py_raise(&py_TypeError, "Layer.__init__() takes 1 positional argument but %d were given", all.count + 1));
  if (py_is_none(slots[0]) != py_is_none(slots[1])) return refuse_keywords(self, keywords);
  const char *name;
  if (py_is_none(slots[0]) && py_is_none(slots[1])) {
    if (!name_of(slots[2], &name)) return false;
    return keras_user_model_init(self, slots[2]);
  }
  /* A class of the user's gives its own name. */
  Value own = PY_NONE;
  if (py_is_none(slots[2]) && object->head.type->heap) {
    Error error = {0};
    char *automatic = nn_auto_name(object->head.type->name, &error);
    if (automatic == NULL) return !py_is_error(keras_raise(&error));
    slots[2] = own = py_text(automatic);
    core_free(automatic);
    if (py_is_error(own)) return false;
  }
  Value made = construct_functional(&keras_model_type, slots);
  py_drop(own);
  if (py_is_error(made)) return false;
  static const char *const keys[] = {"_input_keys", "_output_keys"};
  for (int i = 0; i < 2; i++) {
    Value found = py_find_attr(made, py_intern(keys[i]));
    if (!py_is_error(found) && !py_is_undefined(found) && !py_setattr_plain(self, py_intern(keys[i]), found))
      return false;
    if (!py_is_error(found)) py_drop(found);
  }
  KerasObject *functional = (KerasObject *)made.as.object;
  object->object = functional->object;
  object->object->owner = object;
  functional->object = NULL;
  if (object->head.type == &keras_model_type) object->head.type = &keras_functional_type;
  py_drop(made);
  return true;
}

/* ---- Methods ---- */

static Value method_add(const NativeRow *row, Value *arguments) {
  return add_to(keras_model_of(arguments[0]), arguments[1]) ? PY_NONE : PY_ERROR;
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
                         .init = model_init, .methods = model_methods, .properties = model_properties};
Type keras_functional_type = {.head = {&py_type_type, 1}, .name = "Functional", .module = "keras.src.models.functional",
                              .base = &keras_model_type, .help = "A network, from its inputs to its outputs.",
                              .size = sizeof(KerasObject), .signature = "inputs, outputs, name=None, trainable=True",
                              .construct = construct_functional};
Type keras_sequential_type = {.head = {&py_type_type, 1}, .name = "Sequential", .module = "keras.src.models.sequential",
                              .base = &keras_model_type, .help = "A network, one layer after the other.",
                              .size = sizeof(KerasObject), .signature = "layers=None, trainable=True, name=None",
                              .construct = construct_sequential, .methods = sequential_methods};
