/* What engine objects have as attributes: their options, the weights and states of layers, properties. */
#include <string.h>

#include "repl/modules/keras_old.h"
#include "repl/modules/keras_user.h"

static Value get_iterations(Value self) {
  return py_int(nn_optimizer_iterations((NnOptimizer *)keras_object_of(self)));
}
static Value get_object_name(Value self) {
  const char *name = nn_option_text(keras_object_of(self), "name");
  return py_text(name ? name : py_type_of(self)->name);
}

/* What recurrent layers alone have: their states, and how they begin again. */
static Value reset_states(const NativeRow *row, Value *arguments) {
  NnVariable *states[2];
  const int count = nn_layer_states(keras_layer_of(arguments[0]), states);
  for (int i = 0; i < count; i++) memset(states[i]->value->data, 0, (size_t)states[i]->value->size * sizeof(float));
  return PY_NONE;
}

static Value states_of(Value self) {
  NnVariable *states[2];
  const int count = nn_layer_states(keras_layer_of(self), states);
  if (count == 0) return PY_NONE;
  Value list = py_list(count);
  for (int i = 0; !py_is_error(list) && i < count; i++)
    if (!py_list_append_steal(py_as_list(list), keras_variable_value(states[i]))) {
      py_drop(list);
      return PY_ERROR;
    }
  return list;
}

/* Weights by their names, as layers keep them in attributes: gamma, embeddings, alpha. PY_UNDEFINED: no weight. */
static Value weight_named(Value self, const char *name) {
  const NnLayer *layer = keras_layer_of(self);
  if (nn_is_user_layer(&layer->object) || nn_layer_is_recurrent(layer) || nn_layer_as_model(keras_layer_of(self)) != NULL)
    return PY_UNDEFINED;
  for (int i = 0; i < layer->variable_count; i++)
    if (strcmp(layer->variables[i]->name, name) == 0) return keras_variable_value(layer->variables[i]);
  if (layer->built) return PY_UNDEFINED;
  if (strcmp(name, "embeddings") == 0 && nn_option(&layer->object, "embeddings_initializer") != NULL)
    return py_raise(&py_AttributeError, "You must build the layer before accessing `embeddings`.");
  /* BatchNormalization names its weights before it has them. */
  static const char *const four[] = {"gamma", "beta", "moving_mean", "moving_variance"};
  for (int i = 0; i < 4 && nn_option(&layer->object, "moving_mean_initializer") != NULL; i++)
    if (strcmp(name, four[i]) == 0) return PY_NONE;
  return PY_UNDEFINED;
}

/* Options of an object are read as attributes, as Keras's objects keep theirs: dense.units, dropout.rate, l2.l2. */
Value keras_object_getattr(Value self, String *name) {
  static const NativeRow reset = {"reset_states|reset_state", "self", "A stateful layer begins again with zeros.", reset_states, NULL};
  if (keras_is_layer(self) && nn_layer_is_recurrent(keras_layer_of(self))) {
    if (strcmp(name->data, "states") == 0) return states_of(self);
    if (modules_is_named(reset.name, name->data)) return py_native(&reset, self, "keras");
  }
  const NnLayer *inner = keras_is_layer(self) ? keras_derived_from(self) : NULL;
  const NnOption *option = nn_option(inner != NULL ? &inner->object : keras_object_of(self), name->data);
  const Value weight = option == NULL && keras_is_layer(self) ? weight_named(self, name->data) : PY_UNDEFINED;
  if (!py_is_undefined(weight)) return weight;
  return option ? keras_option_value(option) : keras_old_attribute(self, name);
}

const PropertyRow keras_named_properties[] = {
    {"name", "The object's name.", get_object_name, NULL},
    {0},
};
const PropertyRow keras_optimizer_properties[] = {
    {"name", "The object's name.", get_object_name, NULL},
    {"learning_rate", "The learning rate, read and assigned.", keras_optimizer_rate, keras_optimizer_set_rate},
    {"lr", "The learning rate under its old name.", keras_optimizer_rate, keras_optimizer_set_rate},
    {"iterations", "How many steps it has taken.", get_iterations, NULL},
    {"variables", "The step, the rate, and what it remembers of each weight.", keras_optimizer_variables, NULL},
    {0},
};
const PropertyRow keras_no_properties[] = {{0}};

const NativeRow keras_object_methods[] = {
    {"get_config", "self", "The configuration as a dict.", keras_get_config, NULL},
    {0},
};
