/* Sequential(...) and Model(...): models made of layers and of symbolic tensors. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/naming.h"
#include "repl/modules/keras_user.h"

/* "<class 'int'>" for a value's class. */
static Value class_text(Value value) {
  Value type = py_type_value(py_type_of(value));
  Value text = py_is_error(type) ? PY_ERROR : py_repr(type);
  py_drop(type);
  return text;
}

bool keras_model_add(NnModel *model, Value item) {
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

Value keras_construct_sequential(Type *type, Value *arguments) {
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
    good = keras_model_add(model, arguments[0]); /* Keras before 3 took a single layer. */
  } else {
    Value list = py_to_list(arguments[0]);
    good = !py_is_error(list);
    for (int64_t i = 0; good && i < py_as_list(list)->count; i++) good = keras_model_add(model, py_as_list(list)->items[i]);
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

/* Dicts of inputs or outputs: the model takes and gives dicts by these keys. */
static Value construct_by_keys(Type *type, Value *arguments) {
  Value keys[2] = {PY_NONE, PY_NONE}, slots[4] = {PY_NONE, PY_NONE, arguments[2], arguments[3]};
  Value made = PY_ERROR;
  slots[0] = in_order(arguments[0], &keys[0]);
  if (!py_is_error(slots[0])) slots[1] = in_order(arguments[1], &keys[1]);
  if (!py_is_error(slots[0]) && !py_is_error(slots[1])) made = keras_construct_functional(type, slots);
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

Value keras_construct_functional(Type *type, Value *arguments) {
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
bool keras_model_init(Value self, Value *arguments) {
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
  Value made = keras_construct_functional(&keras_model_type, slots);
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
