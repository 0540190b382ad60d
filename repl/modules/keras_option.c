/* Values as options of engine objects and back, and the configs that get_config() gives. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/rows.h"
#include "repl/modules/keras_files.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_user.h"
#include "repl/modules/numpy.h"

static bool option_list(Value value, NnOption *out) {
  const Value *items;
  int64_t count;
  if (!py_sequence(value, &items, &count)) return false;
  out->tag = NN_OPTION_LIST;
  out->as.list.count = 0;
  out->as.list.items = core_alloc_zero((size_t)count, sizeof(NnOption));
  if (out->as.list.items == NULL) return !py_is_error(py_raise(&py_MemoryError, "out of memory"));
  for (int64_t i = 0; i < count; i++) {
    if (!keras_option(items[i], &out->as.list.items[i])) {
      nn_option_clear(out);
      return false;
    }
    out->as.list.count++;
  }
  return true;
}

bool keras_option(Value value, NnOption *out) {
  memset(out, 0, sizeof *out);
  const Value *items;
  int64_t count;
  switch (value.tag) {
    case TAG_NONE:
    case TAG_UNDEFINED:
      return true;
    case TAG_BOOL:
      *out = (NnOption){.tag = NN_OPTION_BOOL, .as.boolean = value.as.integer != 0};
      return true;
    case TAG_INT:
      *out = (NnOption){.tag = NN_OPTION_INT, .as.integer = value.as.integer};
      return true;
    case TAG_FLOAT:
      *out = (NnOption){.tag = NN_OPTION_FLOAT, .as.real = value.as.real};
      return true;
    case TAG_SCALAR:
      if (py_is_integer(value))
        *out = (NnOption){.tag = NN_OPTION_INT, .as.integer = nd_scalar_as_int(py_as_scalar(value))};
      else *out = (NnOption){.tag = NN_OPTION_FLOAT, .as.real = nd_scalar_as_double(py_as_scalar(value))};
      return true;
    default:
      break;
  }
  if (py_is_str(value)) {
    *out = nn_option_string(py_as_string(value)->data);
    return true;
  }
  if (py_sequence(value, &items, &count)) return option_list(value, out);
  if (keras_overrides(value, "call") && keras_is_object(value) && !keras_is_layer(value))
    return keras_user_option(value, out) && !py_pending(); /* a loss of a derived class */
  if (keras_is_object(value)) {
    *out = (NnOption){.tag = NN_OPTION_OBJECT, .as.object = nn_object_retain(keras_object_of(value))};
    return true;
  }
  if (np_is_array(value)) {
    *out = (NnOption){.tag = NN_OPTION_ARRAY, .as.array = nd_retain(np_borrow(value))};
    return true;
  }
  if (keras_is_eager(value)) { /* a tensor with a value counts as that value */
    Value plain = py_call_method(value, "numpy", NULL, 0);
    const bool good = !py_is_error(plain) && keras_option(plain, out);
    py_drop(plain);
    return good;
  }
  const int scheduled = keras_schedule_option(value, out);
  if (scheduled) return scheduled > 0;
  if (keras_user_option(value, out)) return !py_pending();
  const NnRow *row = keras_row_of_function(value);
  if (row) {
    /* A function goes by its own name: mean_squared_error is shown so among metrics. */
    *out = nn_option_string(py_native_row(value)->name);
    return true;
  }
  if (py_is(value, &py_type_type) && ((Type *)value.as.object)->data) {
    /* A class where an object belongs (optimizer=Adam): Keras makes one with its defaults. */
    Value made = py_call_values(value, NULL, 0);
    if (py_is_error(made)) return false;
    *out = (NnOption){.tag = NN_OPTION_OBJECT, .as.object = nn_object_retain(keras_object_of(made))};
    py_drop(made);
    return true;
  }
  if (py_is(value, &np_dtype_type)) {
    Value name = py_str(value);
    if (py_is_error(name)) return false;
    *out = nn_option_string(py_as_string(name)->data);
    py_drop(name);
    return true;
  }
  if (py_is_dict(value) && !py_is_undefined(py_dict_find_name(py_as_dict(value), py_intern("class_name")))) {
    Value made = keras_embedded_call("_keras_saving", "deserialize_keras_object", &value, 1);
    const bool object = !py_is_dict(made), good = object && !py_is_error(made) && keras_option(made, out);
    py_drop(made);
    if (object) return good;
  }
  if (py_is_dict(value)) {
    py_raise(&py_NotImplementedError, "'dict' objects cannot be given here yet");
    return false;
  }
  Value shown = py_str(value);
  if (!py_is_error(shown)) py_raise(&py_ValueError, "Could not interpret identifier: %s", py_as_string(shown)->data);
  py_drop(shown);
  py_hint("give the name as a string, or an object of keras's own");
  return false;
}

Value keras_option_value(const NnOption *option) {
  switch (option->tag) {
    case NN_OPTION_BOOL: return py_bool(option->as.boolean);
    case NN_OPTION_INT: return py_int(option->as.integer);
    case NN_OPTION_FLOAT: return py_float(option->as.real);
    case NN_OPTION_STRING: return py_text(option->as.string);
    case NN_OPTION_LIST: {
      Value tuple = py_tuple(option->as.list.count);
      for (int i = 0; !py_is_error(tuple) && i < option->as.list.count; i++) {
        Value item = keras_option_value(&option->as.list.items[i]);
        if (py_is_error(item)) {
          py_drop(tuple);
          return PY_ERROR;
        }
        py_as_tuple(tuple)->items[i] = item;
      }
      return tuple;
    }
    case NN_OPTION_OBJECT:
      if (nn_is_user_activation(option->as.object)) return keras_user_function_of(option->as.object);
      if (nn_is_user_function(option->as.object)) return py_keep(keras_handle_value(nn_user_function_handle(option->as.object)));
      /* An activation without parameters of its own is Keras's function: dense.activation is keras.activations.relu. */
      if (option->as.object->row->kind == NN_ACTIVATION) return keras_row_function(option->as.object->row);
      return keras_wrap(nn_object_retain(option->as.object), NULL);
    case NN_OPTION_ARRAY: return np_value(nd_retain(option->as.array), NULL);
    default: return PY_NONE;
  }
}

/* ---- get_config ---- */

typedef struct ConfigWalk {
  Dict *dict;
  const NnRow *row;
  bool failed;
} ConfigWalk;

/* A layer that was built says for which inputs. */
static bool add_build_config(Dict *dict, NnObject *object) {
  const NnShape *shape = object->row->kind == NN_LAYER ? nn_layer_build_shape((NnLayer *)object) : NULL;
  if (shape == NULL) return true;
  Value config = py_dict();
  if (!py_is_error(config) && !py_dict_set_steal(py_as_dict(config), "input_shape", keras_shape_value(shape))) {
    py_drop(config);
    return false;
  }
  return py_dict_set_steal(dict, "build_config", config);
}

Value keras_serialized(NnObject *object) {
  if (object->row->kind == NN_SCHEDULE) return keras_schedule_serialized(object);
  if (nn_is_user_layer(object)) { /* its class has the last word */
    Value layer = keras_wrap(nn_object_retain(object), NULL);
    Value config = py_is_error(layer) ? PY_ERROR : keras_embedded_call("_keras_saving", "serialize_keras_object", &layer, 1);
    py_drop(layer);
    return config;
  }
  Value dict = py_dict();
  if (py_is_error(dict)) return dict;
  Dict *d = py_as_dict(dict);
  if (py_dict_set_steal(d, "module", py_text(nn_object_module(object))) &&
      py_dict_set_steal(d, "class_name", py_text(object->row->name)) &&
      py_dict_set_steal(d, "config", keras_config(object)) && py_dict_set_steal(d, "registered_name", PY_NONE) &&
      add_build_config(d, object))
    return dict;
  py_drop(dict);
  return PY_ERROR;
}

/* An option as it stands in a config: objects serialized, inside lists too. */
/* Keys whose value Keras keeps as a list. */
static bool is_listed(const NnRow *row, const char *key) {
  return strcmp(key, "target_class_ids") == 0 || (strcmp(key, "value_range") == 0 && strcmp(row->name,
      "RandomBrightness") == 0);
}

static Value config_value(const NnOption *option) {
  if (option->tag == NN_OPTION_OBJECT) {
    NnObject *object = option->as.object;
    if (nn_is_user_activation(object)) { /* a function of the program's: by the name it is registered under */
      Value function = keras_user_function_of(object);
      Value config = keras_embedded_call("_keras_saving", "serialize_keras_object", &function, 1);
      py_drop(function);
      return config;
    }
    if (nn_is_user_function(object)) return py_text(nn_user_function_name(object));
    return object->row->kind == NN_ACTIVATION ? py_text(object->row->name) : keras_serialized(object);
  }
  if (option->tag != NN_OPTION_LIST) return keras_option_value(option);
  bool objects = option->as.list.count && option->as.list.items[0].tag == NN_OPTION_OBJECT;
  Value items = objects ? py_list(option->as.list.count) : py_tuple(option->as.list.count);
  for (int i = 0; !py_is_error(items) && i < option->as.list.count; i++) {
    Value item = config_value(&option->as.list.items[i]);
    if (!objects && !py_is_error(item)) py_as_tuple(items)->items[i] = item;
    else if (py_is_error(item) || !py_list_append_steal(py_as_list(items), item)) {
      py_drop(items);
      return PY_ERROR;
    }
  }
  return items;
}

static bool config_pair(void *context, const char *key, const NnOption *option) {
  ConfigWalk *walk = context;
  Value value = config_value(option);
  if (is_listed(walk->row, key) && py_is_tuple(value)) {
    Value list = py_to_list(value);
    py_drop(value);
    value = list;
  }
  walk->failed = !py_dict_set_steal(walk->dict, key, value);
  /* An argument that Keras takes no more, and still writes. */
  if (!walk->failed && strcmp(key, "scale") == 0 && strcmp(walk->row->name, "LayerNormalization") == 0)
    walk->failed = !py_dict_set_steal(walk->dict, "rms_scaling", py_bool(false));
  return !walk->failed;
}

Value keras_config(NnObject *object) {
  if (object->row == &nn_layer_functional) {
    static const NativeRow functional = {"functional_config", "model", "", NULL, "functional_config"};
    Value model = keras_wrap(nn_object_retain(object), NULL);
    Value config = py_is_error(model) ? model : keras_forward(&functional, &model);
    py_drop(model);
    return config;
  }
  Value dict = py_dict();
  if (py_is_error(dict)) return dict;
  ConfigWalk walk = {py_as_dict(dict), object->row, false};
  Error error = {0};
  if (nn_object_config(object, config_pair, &walk, &error)) return dict;
  py_drop(dict);
  return walk.failed ? PY_ERROR : keras_raise(&error);
}

Value keras_get_config(const NativeRow *row, Value *arguments) { return keras_config(keras_object_of(arguments[0])); }
