/* Layers and models of the user's classes: their values, what they hold, add_weight and get_config. */
#include "repl/modules/keras_user.h"

#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/constraint.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/rows.h"
#include "engine/nn/tensor.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/numpy.h"

/* ---- Layers: their values ---- */

typedef struct Parked {
  Type *type;
  Dict *attributes;
} Parked;

void keras_user_park(KerasObject *value) {
  if (!nn_is_user_layer(value->object) || atomic_load(&value->object->references) <= 1) return;
  Parked *parked = core_alloc_zero(1, sizeof *parked);
  if (parked == NULL) return;
  parked->type = value->head.type;
  py_keep((Value){.tag = TAG_OBJECT, .as.object = &parked->type->head});
  parked->attributes = value->attributes;
  value->attributes = NULL;
  nn_user_park((NnLayer *)value->object, parked);
}

void keras_user_gone(void *handle) {
  Parked *parked = handle;
  if (parked->attributes) py_drop((Value){.tag = TAG_OBJECT, .as.object = (Object *)parked->attributes});
  py_drop((Value){.tag = TAG_OBJECT, .as.object = &parked->type->head});
  core_free(parked);
}

Value keras_user_wake(NnObject *object) {
  Parked *parked = nn_user_park((NnLayer *)object, NULL);
  if (parked == NULL) {
    nn_object_release(object);
    return py_raise(&py_RuntimeError, "the layer '%s' is gone", ((NnLayer *)object)->name);
  }
  KerasObject *value = py_new(parked->type);
  if (value == NULL) {
    nn_user_park((NnLayer *)object, parked);
    nn_object_release(object);
    return PY_ERROR;
  }
  value->object = object;
  value->attributes = parked->attributes;
  object->owner = value;
  parked->attributes = NULL;
  keras_user_gone(parked);
  return py_object(value);
}

/* ---- Layers: construction ---- */

static bool adopt(Value self, NnObject *object, const Error *error) {
  if (object == NULL) return !py_is_error(keras_raise(error));
  ((KerasObject *)self.as.object)->object = object;
  object->owner = self.as.object;
  return true;
}

bool keras_user_layer_init(Value self, Value *arguments) {
  if (((KerasObject *)self.as.object)->object != NULL) return true;
  keras_hooks_ready();
  const Signature *common = signature_of(nn_layer_common);
  NnOption *options = common ? core_alloc_zero((size_t)common->count + 1, sizeof *options) : NULL;
  if (options == NULL) return !py_is_error(py_raise(&py_MemoryError, "out of memory"));
  static const char *const own[] = {"activity_regularizer", "trainable", "dtype", "autocast", "name"};
  bool good = true;
  for (int i = 0; good && i < 5; i++) {
    const int at = signature_find(common, own[i], (int)strlen(own[i]));
    if (at >= 0) good = keras_option(arguments[i], &options[at]);
  }
  int64_t next = 0;
  Value key, value;
  while (good && py_is(arguments[5], &py_dict_type) && py_dict_next(py_as_dict(arguments[5]), &next, &key, &value)) {
    const char *name = py_as_string(key)->data;
    const int at = signature_find(common, name, (int)strlen(name));
    if (at >= 0) {
      good = keras_option(value, &options[at]);
    } else {
      Value shown = py_repr(arguments[5]);
      if (!py_is_error(shown))
        py_raise(&py_ValueError, "Unrecognized keyword arguments passed to %s: %s", py_type_of(self)->name, py_as_string(shown)->data);
      py_drop(shown);
      good = false;
    }
  }
  Error error = {0};
  if (good) good = adopt(self, (NnObject *)nn_user_layer_new(py_type_of(self)->name, options, &error), &error);
  for (int i = 0; i < common->count; i++) nn_option_clear(&options[i]);
  core_free(options);
  return good;
}

bool keras_user_model_init(Value self, Value name) {
  const char *text = NULL;
  if (((KerasObject *)self.as.object)->object != NULL) return true;
  if (!py_is_none(name) && !py_as_text(name, &text)) return false;
  keras_hooks_ready();
  Error error = {0};
  return adopt(self, (NnObject *)nn_user_model_new(py_type_of(self)->name, text, &error), &error);
}

NnObject *keras_late_object(Value self) {
  keras_hooks_ready();
  Error error = {0};
  NnObject *object = py_is(self, &keras_model_type)
                         ? (NnObject *)nn_user_model_new(py_type_of(self)->name, NULL, &error)
                         : (NnObject *)nn_user_layer_new(py_type_of(self)->name, NULL, &error);
  if (object == NULL) {
    /* Nothing can be done without it: a layer of no class stands in where memory is short. */
    return (NnObject *)nn_layer_new(&nn_layer_activation, NULL, NULL, &error);
  }
  ((KerasObject *)self.as.object)->object = object;
  object->owner = self.as.object;
  return object;
}

/* Layers, variables, and lists and dicts of them that become attributes are the layer's. */
static bool track(NnLayer *layer, Value value, int depth) {
  Error error = {0};
  bool good = true;
  const Value *items;
  int64_t count;
  if (keras_is_layer(value)) {
    good = (NnObject *)layer == keras_object_of(value) || nn_user_track(layer, keras_layer_of(value), &error);
  } else if (py_is(value, &keras_variable_type)) {
    good = nn_user_track_variable(layer, ((KerasVariable *)value.as.object)->variable, &error);
  } else if (depth < 4 && py_sequence(value, &items, &count)) {
    for (int64_t i = 0; good && i < count; i++) good = track(layer, items[i], depth + 1);
    return good;
  } else if (depth < 4 && py_is(value, &py_dict_type)) {
    int64_t at = 0;
    Value key, item;
    while (good && py_dict_next(py_as_dict(value), &at, &key, &item)) good = track(layer, item, depth + 1);
    return good;
  }
  if (!good) keras_raise(&error);
  return good;
}

bool keras_user_track(Value self, Value value) {
  KerasObject *object = (KerasObject *)self.as.object;
  return object->object == NULL || !nn_is_user_layer(object->object) || track((NnLayer *)object->object, value, 0);
}

bool keras_user_setattr(Value self, String *name, Value value) {
  KerasObject *object = (KerasObject *)self.as.object;
  NnLayer *inner = keras_derived_from(self);
  NnObject *native = object->object == NULL ? NULL : inner != NULL ? &inner->object : nn_is_user_layer(object->object)
      ? NULL : object->object;
  /* Calls that were made are made anew with it, before the models that they are part of are used again. */
  if (native != NULL && !py_is_undefined(value) && nn_option(native, name->data) != NULL) {
    NnOption option = {0};
    Error error = {0};
    const bool given = keras_option(value, &option), good = given && nn_option_assign(native, name->data, &option,
        &error);
    nn_option_clear(&option);
    if (given && !good) keras_raise(&error);
    if (good) nn_model_options_changed();
    return good;
  }
  if (object->object != NULL && !py_is_undefined(value) && nn_is_user_layer(object->object) &&
      !track((NnLayer *)object->object, value, 0))
    return false;
  return py_setattr_plain(self, name, value);
}

/* ---- Methods ---- */

const char keras_add_weight_signature[] =
    "self, shape=None, initializer=None, dtype=None, trainable=True, autocast=True, regularizer=None, constraint=None, "
    "aggregation='none', overwrite_with_gradient=False, name=None";

Value keras_user_add_weight(const NativeRow *row, Value *arguments) {
  NnLayer *layer = keras_layer_of(arguments[0]);
  if (!nn_is_user_layer(&layer->object)) return py_raise(&py_NotImplementedError, "add_weight is for layers of your own classes");
  NnShape shape = {0};
  bool trainable;
  const char *name = NULL;
  if ((!py_is_none(arguments[1]) && !keras_as_shape(arguments[1], &shape)) || !py_as_bool(arguments[4], &trainable) ||
      (!py_is_none(arguments[10]) && !py_as_text(arguments[10], &name)))
    return PY_ERROR;
  Error error = {0};
  NnOption given = {0}, regularizer = {0}, bound = {0};
  Value result = PY_ERROR;
  NnObject *initializer = NULL, *penalty = NULL;
  bool good = keras_option(arguments[2], &given) && keras_option(arguments[6], &regularizer) &&
              keras_option(arguments[7], &bound);
  if (good) {
    NnOption usual = nn_option_string("glorot_uniform");
    initializer = nn_object_from_option(NN_INITIALIZER, given.tag == NN_OPTION_NONE ? &usual : &given, &error);
    nn_option_clear(&usual);
    good = initializer != NULL;
  }
  if (good && regularizer.tag != NN_OPTION_NONE)
    good = (penalty = nn_object_from_option(NN_REGULARIZER, &regularizer, &error)) != NULL;
  if (good) {
    const NnOption option = {NN_OPTION_OBJECT, {.object = initializer}};
    const bool pushed = nn_scope_push(layer, &error);
    good = pushed && nn_layer_add_weight(layer, name ? name : "variable", shape.rank, shape.dims, &option, penalty, trainable, &error);
    if (pushed) nn_scope_pop();
  }
  if (good && bound.tag != NN_OPTION_NONE) {
    NnVariable *made = layer->variables[layer->variable_count - 1];
    made->constraint = nn_object_from_option(NN_CONSTRAINT, &bound, &error);
    good = made->constraint != NULL && nn_constraint_fits(made->constraint, &shape, &error);
  }
  if (good) {
    NnVariable *made = layer->variables[layer->variable_count - 1];
    result = keras_variable_value(made);
    if (!nn_user_track_variable(layer, made, &error)) {
      py_drop(result);
      result = keras_raise(&error);
    }
  } else if (!py_pending()) {
    keras_raise(&error);
  }
  nn_object_release(initializer);
  nn_object_release(penalty);
  nn_option_clear(&given);
  nn_option_clear(&regularizer);
  nn_option_clear(&bound);
  return result;
}

/* get_config of a class of the user's: what the base class says, and the arguments of __init__ that are attributes. */
Value keras_user_config(const NativeRow *row, Value *arguments) {
  NnLayer *inner = keras_derived_from(arguments[0]);
  if (inner != NULL) return keras_config(&inner->object);
  if (!nn_is_user_layer(keras_object_of(arguments[0]))) return keras_get_config(row, arguments);
  Value config = keras_config(keras_object_of(arguments[0]));
  if (py_is_error(config)) return config;
  Value full = keras_embedded_call("_keras_base", "_config", (Value[]){arguments[0], config}, 2);
  py_drop(config);
  return full;
}
