/* Engine objects as values: one class a row, construction through the row's signature, options and configs. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/rows.h"
#include "repl/modules/keras_files.h"
#include "repl/modules/keras_old.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_user.h"
#include "repl/modules/numpy.h"

/* ---- Life ---- */

static void object_dealloc(Object *self) {
  KerasObject *object = (KerasObject *)self;
  if (object->object) {
    if (object->object->owner == object) {
      object->object->owner = NULL;
      keras_user_park(object);
    }
    nn_object_release(object->object);
  }
  if (py_is_subtype(self->type, &keras_kind_types[NN_METRIC])) nn_accumulator_clear(&((KerasMetric *)self)->seen);
  if (object->attributes) py_drop((Value){.tag = TAG_OBJECT, .as.object = (Object *)object->attributes});
}

static bool object_traverse(Object *self, PyVisit visit, void *context) {
  KerasObject *object = (KerasObject *)self;
  return object->attributes == NULL || visit((Object *)object->attributes, context);
}

static void object_clear(Object *self) {
  KerasObject *object = (KerasObject *)self;
  if (object->attributes == NULL) return;
  Value attributes = {.tag = TAG_OBJECT, .as.object = (Object *)object->attributes};
  object->attributes = NULL;
  py_drop(attributes);
}

void keras_add_address(Text *text, const void *object) { text_addf(text, " object at %s", py_address_text(object)); }

Value keras_raise(const Error *error) {
  if (py_pending()) return PY_ERROR; /* a function of the user's raised it on the way */
  Error shown = *error;
  shown.layer[0] = '\0'; /* Keras's texts name the layer themselves where it matters */
  py_raise_error(&shown);
  if (error->layer[0] && !error->hint[0] && strstr(error->text, error->layer) == NULL) py_hint("in layer '%s'", error->layer);
  return PY_ERROR;
}

static Value object_repr(Value self) {
  NnObject *object = keras_object_of(self);
  Text text = {0};
  if (object->row->kind == NN_METRIC) {
    const char *name = nn_option_text(object, "name");
    text_addf(&text, "<%s name=%s>", object->row->name, name ? name : object->row->name);
  } else {
    const Type *type = py_type_of(self);
    text_addf(&text, "<%s.%s", type->module, type->name);
    keras_add_address(&text, self.as.object);
    text_add_char(&text, '>');
  }
  return py_text_take(&text);
}

static Value layer_repr(Value self) {
  NnLayer *layer = keras_layer_of(self);
  return py_textf("<%s name=%s, built=%s>", py_type_of(self)->name, layer->name,
                  layer->built || keras_user_was_called(self) ? "True" : "False");
}

bool keras_is_object(Value v) {
  if (v.tag != TAG_OBJECT) return false;
  for (int kind = 0; kind < NN_KIND_COUNT; kind++)
    if (py_is_subtype(v.as.object->type, &keras_kind_types[kind])) return true;
  return false;
}
bool keras_is_layer(Value v) { return py_is(v, &keras_kind_types[NN_LAYER]); }

/* ---- Options ---- */

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
  if (keras_is_object(value)) {
    *out = (NnOption){.tag = NN_OPTION_OBJECT, .as.object = nn_object_retain(keras_object_of(value))};
    return true;
  }
  if (np_is_array(value)) {
    *out = (NnOption){.tag = NN_OPTION_ARRAY, .as.array = nd_retain(np_borrow(value))};
    return true;
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

/* ---- Construction ---- */

/* A class made from a row keeps its whole signature line, common arguments included. */
typedef struct RowType {
  Type type;
  char *line;
  const NnRow *row;
} RowType;

static void release_options(NnOption *options, int count) {
  for (int i = 0; options && i < count; i++) nn_option_clear(&options[i]);
  core_free(options);
}

static NnOption *options_of(const Value *arguments, int count) {
  NnOption *options = core_alloc_zero((size_t)count + 1, sizeof *options);
  if (options == NULL) {
    py_raise(&py_MemoryError, "out of memory");
    return NULL;
  }
  for (int i = 0; i < count; i++) {
    if (keras_option(arguments[i], &options[i])) continue;
    release_options(options, count);
    return NULL;
  }
  return options;
}

/* Keras names an unknown keyword itself, as a ValueError. */
static bool refuse_unknown(const Type *type, Value keywords) {
  if (py_is_undefined(keywords) || py_as_dict(keywords)->count == 0) return true;
  Value text = py_repr(keywords);
  if (py_is_error(text)) return false;
  int64_t first = 0;
  Value unknown, given;
  if (strncmp(type->name, "SpatialDropout", 14) == 0 && py_dict_next(py_as_dict(keywords), &first, &unknown, &given))
    py_raise(&py_TypeError, "%s.__init__() got an unexpected keyword argument '%s'", type->name,
        py_as_string(unknown)->data);
  else if (((const NnRow *)type->data)->kind == NN_OPTIMIZER)
    py_raise(&py_ValueError, "Argument(s) not recognized: %s", py_as_string(text)->data);
  else
    py_raise(&py_ValueError, "Unrecognized keyword arguments passed to %s: %s", type->name, py_as_string(text)->data);
  py_drop(text);
  int64_t at = 0;
  Value key, value;
  const Signature *signature = signature_of(type->signature);
  if (py_dict_next(py_as_dict(keywords), &at, &key, &value)) {
    const char *nearest = NULL;
    int best = 3;
    for (int i = 0; signature && i < signature->count; i++) {
      int distance = name_distance(signature->parameters[i].name, py_as_string(key)->data);
      if (distance < best) {
        best = distance;
        nearest = signature->parameters[i].name;
      }
    }
    if (nearest) py_hint("did you mean '%s'?", nearest);
  }
  return false;
}

/* Layers and optimizers take any keyword and refuse the unknown ones in Keras's own words. */
static bool has_keywords(const NnRow *row) { return row->kind == NN_LAYER || row->kind == NN_OPTIMIZER; }

static Value construct_row(Type *type, Value *arguments) {
  if (type->heap) {
    const Type *base = type;
    while (base->heap && base->base) base = base->base;
    py_raise(&py_NotImplementedError, "a class that derives from %s is not there", base->name);
    return py_hint("derive from %s, and keep an object of %s as an attribute",
                   py_is_subtype(base, &keras_kind_types[NN_LAYER])    ? "keras.layers.Layer"
                   : py_is_subtype(base, &keras_kind_types[NN_METRIC]) ? "keras.metrics.Metric"
                   : py_is_subtype(base, &keras_kind_types[NN_LOSS])   ? "keras.losses.Loss"
                                                                       : "the kind's base class",
                   base->name);
  }
  const NnRow *row = type->data;
  const Signature *own = signature_of(row->signature);
  const Signature *common = signature_of(nn_layer_common);
  const Signature *whole = signature_of(type->signature);
  if (own == NULL || common == NULL || whole == NULL) return py_raise(&py_MemoryError, "out of memory");
  if (has_keywords(row) && !refuse_unknown(type, arguments[whole->count - 1])) return PY_ERROR;
  if (!keras_arguments_fit(row, whole, arguments)) return PY_ERROR;
  if (row == &nn_layer_lambda) {
    /* The engine calls a function of one argument: what else there is stands in a function around it. */
    Value plain = keras_embedded_call("_keras_base", "_lambda_function", (Value[]){arguments[0], arguments[3]}, 2);
    if (py_is_error(plain)) return PY_ERROR;
    py_drop(arguments[0]);
    py_drop(arguments[3]);
    arguments[0] = plain;
    arguments[3] = PY_NONE;
  }
  NnOption *options = options_of(arguments, own->count);
  if (options == NULL) return PY_ERROR;
  Error error = {0};
  NnObject *object = NULL;
  if (row->kind == NN_LAYER) {
    NnOption *shared = options_of(arguments + own->count, common->count);
    if (shared == NULL) {
      release_options(options, own->count);
      return PY_ERROR;
    }
    object = (NnObject *)nn_layer_new(row, options, shared, &error);
    release_options(shared, common->count);
  } else {
    object = nn_object_new(row, options, &error);
  }
  release_options(options, own->count);
  return keras_wrap(object, &error);
}

static bool layer_row_init(Value self, Value *arguments) {
  Type *type = py_type_of(self);
  const Type *native = type;
  if (((KerasObject *)self.as.object)->object != NULL) return true;
  while (native->heap) native = native->base;
  if (!type->heap) {
    Value made = construct_row(type, arguments);
    if (py_is_error(made)) return false;
    KerasObject *other = (KerasObject *)made.as.object;
    ((KerasObject *)self.as.object)->object = other->object;
    other->object->owner = self.as.object;
    other->object = NULL;
    py_drop(made);
    return true;
  }
  const NnRow *row = native->data;
  const Signature *own = signature_of(row->signature), *common = signature_of(nn_layer_common),
      *whole = signature_of(native->signature);
  if (own == NULL || common == NULL || whole == NULL) return !py_is_error(py_raise(&py_MemoryError, "out of memory"));
  if (!refuse_unknown(native, arguments[whole->count - 1]) || !keras_arguments_fit(row, whole, arguments)) return false;
  NnOption *options = options_of(arguments, own->count), *shared = options ? options_of(arguments + own->count,
      common->count) : NULL;
  const bool good = shared != NULL && keras_derived_init(self, row, options, shared);
  release_options(options, own->count);
  release_options(shared, common->count);
  return good;
}

/* "units, activation=None, *, name=None, ..., **kwargs" for layers; the row's own line for the rest. */
static char *whole_line(const NnRow *row) {
  if (!has_keywords(row)) return core_strdup(row->signature);
  Text line = {0};
  text_add(&line, row->signature);
  if (row->kind != NN_LAYER) {
    text_add(&line, ", **kwargs");
    return text_take(&line);
  }
  if (line.length) text_add(&line, ", ");
  if (strstr(row->signature, "*") == NULL) text_add(&line, "*, ");
  text_add(&line, nn_layer_common);
  text_add(&line, ", **kwargs");
  return text_take(&line);
}

Type *keras_row_type(const NnRow *row) {
  static RowType **made;
  static int made_count;
  for (int i = 0; i < made_count; i++)
    if (made[i]->row == row) return &made[i]->type;
  RowType **grown = core_realloc(made, sizeof *made * (size_t)(made_count + 1));
  if (grown) made = grown;
  RowType *fresh = grown ? core_alloc_zero(1, sizeof *fresh) : NULL;
  char *module = fresh ? keras_home_of(row) : NULL;
  if (module == NULL || (fresh->line = whole_line(row)) == NULL) {
    core_free(module);
    core_free(fresh);
    py_raise(&py_MemoryError, "out of memory");
    return NULL;
  }
  fresh->row = row;
  fresh->type = (Type){.head = {&py_type_type, 1}, .name = row->name, .module = module, .help = row->help,
                       .base = &keras_kind_types[row->kind], .size = keras_kind_types[row->kind].size,
                       .signature = fresh->line, .construct = construct_row, .data = row};
  if (row->kind == NN_LAYER) { /* in two steps, so that classes can derive from it */
    fresh->type.construct = NULL;
    fresh->type.init = layer_row_init;
    fresh->type.methods = keras_derived_methods;
  }
  py_type_ready(&fresh->type);
  keras_files_class(&fresh->type);
  made[made_count++] = fresh;
  return &fresh->type;
}

Value keras_wrap(NnObject *object, const Error *error) {
  if (object == NULL) return error ? keras_raise(error) : py_raise(&py_MemoryError, "out of memory");
  if (object->owner) {
    Value value = py_keep((Value){.tag = TAG_OBJECT, .as.object = object->owner});
    nn_object_release(object);
    return value;
  }
  if (nn_is_user_layer(object)) return keras_user_wake(object);
  Type *type;
  if (object->row == &nn_layer_sequential) type = &keras_sequential_type;
  else if (object->row == &nn_layer_functional) type = &keras_functional_type;
  else type = keras_row_type(object->row);
  KerasObject *value = type ? py_new(type) : NULL;
  if (value == NULL) {
    nn_object_release(object);
    return PY_ERROR;
  }
  value->object = object;
  object->owner = value;
  return py_object(value);
}

/* ---- Attributes ---- */

static Value get_iterations(Value self) {
  return py_int(nn_optimizer_iterations((NnOptimizer *)keras_object_of(self)));
}
static Value get_object_name(Value self) {
  const char *name = nn_option_text(keras_object_of(self), "name");
  return py_text(name ? name : py_type_of(self)->name);
}

/* Options of an object read as attributes, as Keras's objects keep theirs: dense.units, dropout.rate, l2.l2. */
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

static Value object_getattr(Value self, String *name) {
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

static const NativeRow object_methods[] = {
    {"get_config", "self", "The configuration as a dict.", keras_get_config, NULL},
    {0},
};
static const PropertyRow named_properties[] = {
    {"name", "The object's name.", get_object_name, NULL},
    {0},
};
static const PropertyRow optimizer_properties[] = {
    {"name", "The object's name.", get_object_name, NULL},
    {"learning_rate", "The learning rate, read and assigned.", keras_optimizer_rate, keras_optimizer_set_rate},
    {"lr", "The learning rate under its old name.", keras_optimizer_rate, keras_optimizer_set_rate},
    {"iterations", "How many steps it has taken.", get_iterations, NULL},
    {"variables", "The step, the rate, and what it remembers of each weight.", keras_optimizer_variables, NULL},
    {0},
};
static const PropertyRow no_properties[] = {{0}};

#define KIND_SIZE(kind) ((kind) == NN_METRIC ? sizeof(KerasMetric) : sizeof(KerasObject))
#define KIND_TYPE(kind, type_name, module_name, help_text, ...)                                        \
  [kind] = {.head = {&py_type_type, 1}, .name = type_name, .module = module_name, .help = help_text,   \
            .base = &py_object_type, .size = KIND_SIZE(kind), .dealloc = object_dealloc,           \
            .traverse = object_traverse, .clear = object_clear, .getattr = object_getattr,             \
            .dict_offset = offsetof(KerasObject, attributes), __VA_ARGS__}

Type keras_kind_types[NN_KIND_COUNT] = {
    KIND_TYPE(
        NN_LAYER, "Layer", "keras.layers", "A layer: a function with weights.", .repr = layer_repr,
        .signature = "*, activity_regularizer=None, trainable=True, dtype=None, autocast=True, name=None, **kwargs",
        .init = keras_user_layer_init, .setattr = keras_user_setattr, .call = keras_layer_call,
        .statics = keras_layer_statics, .methods = keras_layer_methods, .properties = keras_layer_properties),
    KIND_TYPE(NN_ACTIVATION, "Activation", "keras.activations", "An activation function.", .repr = object_repr,
              .call = keras_activation_call, .methods = object_methods, .properties = no_properties),
    KIND_TYPE(NN_INITIALIZER, "Initializer", "keras.initializers", "Draws the first values of weights.",
              .repr = object_repr, .call = keras_initializer_call, .methods = object_methods,
              .properties = no_properties),
    KIND_TYPE(NN_REGULARIZER, "Regularizer", "keras.regularizers", "A penalty on weights.", .repr = object_repr,
              .call = keras_regularizer_call, .methods = object_methods, .properties = no_properties),
    KIND_TYPE(NN_CONSTRAINT, "Constraint", "keras.constraints", "A bound on weights.", .repr = object_repr,
              .call = keras_constraint_call, .methods = object_methods, .properties = no_properties),
    KIND_TYPE(NN_LOSS, "Loss", "keras.losses", "What training makes small.", .repr = object_repr,
              .call = keras_loss_call, .methods = object_methods, .properties = named_properties),
    KIND_TYPE(NN_METRIC, "Metric", "keras.metrics", "A measure that is shown.", .repr = object_repr,
              .call = keras_metric_call, .methods = keras_metric_methods, .properties = named_properties),
    KIND_TYPE(NN_OPTIMIZER, "Optimizer", "keras.optimizers", "How weights follow their gradients.", .repr = object_repr,
              .methods = keras_optimizer_methods, .properties = optimizer_properties),
    KIND_TYPE(NN_CALLBACK, "Callback", "keras.callbacks", "What fit calls while it trains.", .repr = object_repr,
              .methods = object_methods, .properties = no_properties),
    KIND_TYPE(NN_SCHEDULE, "LearningRateSchedule", "keras.optimizers.schedules",
              "A learning rate that depends on the step.", .repr = object_repr, .methods = object_methods,
              .properties = no_properties),
    KIND_TYPE(NN_POLICY, "DTypePolicy", "keras", "The dtypes of a layer.", .repr = object_repr,
              .methods = object_methods, .properties = no_properties),
};
