/* Engine objects as values: one class a row, construction through the row's signature, options and configs. */
#include <math.h>
#include <string.h>

#include "engine/core/memory.h"
#include "repl/modules/keras.h"
#include "repl/modules/numpy.h"
#include "repl/modules/session.h"

/* ---- Life ---- */

static void object_dealloc(Object *self) {
  KerasObject *object = (KerasObject *)self;
  if (object->object) {
    if (object->object->owner == object) object->object->owner = NULL;
    nn_object_release(object->object);
  }
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

void keras_add_address(Text *text, const void *object) {
  text_addf(text, " object at %s", py_address_text(object));
}

static Value object_repr(Value self) {
  NnObject *object = keras_object_of(self);
  Text text = {0};
  if (object->row->kind == NN_METRIC) {
    const char *name = nn_option_text(object, "name");
    text_addf(&text, "<%s name=%s>", object->row->name, name ? name : object->row->name);
  } else {
    text_addf(&text, "<keras.%s.%s", nn_kind_module(object->row->kind), object->row->name);
    keras_add_address(&text, self.as.object);
    text_add_char(&text, '>');
  }
  return py_text_take(&text);
}

static Value layer_repr(Value self) {
  NnLayer *layer = keras_layer_of(self);
  return py_textf("<%s name=%s, built=%s>", py_type_of(self)->name, layer->name, layer->built ? "True" : "False");
}

bool keras_is_object(Value v) {
  if (v.tag != TAG_OBJECT) return false;
  for (int kind = 0; kind < NN_KIND_COUNT; kind++)
    if (py_is_subtype(v.as.object->type, &keras_kind_types[kind])) return true;
  return false;
}
bool keras_is_layer(Value v) { return py_is(v, &keras_kind_types[NN_LAYER]); }

/* ---- Options ---- */

/* A function value that stands for a row (keras.activations.relu, keras.losses.mse) names that row. */
static const NnRow *row_of_function(Value value);

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
      if (py_is_integer(value)) *out = (NnOption){.tag = NN_OPTION_INT, .as.integer = nd_scalar_as_int(py_as_scalar(value))};
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
  const NnRow *row = row_of_function(value);
  if (row) {
    *out = nn_option_string(row->name);
    return true;
  }
  if (py_is(value, &py_type_type) && ((Type *)value.as.object)->data) {
    /* A class where an object belongs (optimizer=Adam): Keras makes one with its defaults. */
    *out = nn_option_string(((const NnRow *)((Type *)value.as.object)->data)->name);
    return true;
  }
  if (py_is(value, &np_dtype_type)) {
    Value name = py_str(value);
    if (py_is_error(name)) return false;
    *out = nn_option_string(py_as_string(name)->data);
    py_drop(name);
    return true;
  }
  py_raise(&py_NotImplementedError, "'%s' objects cannot be given here yet", py_type_of(value)->name);
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
      for (int i = 0; !py_is_error(tuple) && i < option->as.list.count; i++)
        py_as_tuple(tuple)->items[i] = keras_option_value(&option->as.list.items[i]);
      return tuple;
    }
    case NN_OPTION_OBJECT: return keras_wrap(nn_object_retain(option->as.object), NULL);
    case NN_OPTION_ARRAY: return np_value(nd_retain(option->as.array), NULL);
    default: return PY_NONE;
  }
}

/* ---- get_config ---- */

typedef struct ConfigWalk {
  Dict *dict;
  bool failed;
} ConfigWalk;

static Value serialized(NnObject *object) {
  Value dict = py_dict();
  if (py_is_error(dict)) return dict;
  Dict *d = py_as_dict(dict);
  if (py_dict_set_steal(d, "module", py_text(nn_object_module(object))) &&
      py_dict_set_steal(d, "class_name", py_text(object->row->name)) &&
      py_dict_set_steal(d, "config", keras_config(object)) && py_dict_set_steal(d, "registered_name", PY_NONE))
    return dict;
  py_drop(dict);
  return PY_ERROR;
}

/* An option as it stands in a config: objects serialized, inside lists too. */
static Value config_value(const NnOption *option) {
  if (option->tag == NN_OPTION_OBJECT) {
    NnObject *object = option->as.object;
    return object->row->kind == NN_ACTIVATION ? py_text(object->row->name) : serialized(object);
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
  walk->failed = !py_dict_set_steal(walk->dict, key, value);
  return !walk->failed;
}

Value keras_config(NnObject *object) {
  Value dict = py_dict();
  if (py_is_error(dict)) return dict;
  ConfigWalk walk = {py_as_dict(dict), false};
  Error error = {0};
  if (nn_object_config(object, config_pair, &walk, &error)) return dict;
  py_drop(dict);
  return walk.failed ? PY_ERROR : py_raise_error(&error);
}

static Value method_get_config(const NativeRow *row, Value *arguments) { return keras_config(keras_object_of(arguments[0])); }

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

static Value construct_row(Type *type, Value *arguments) {
  const NnRow *row = type->data;
  const Signature *own = signature_of(row->signature);
  const Signature *common = signature_of(nn_layer_common);
  const Signature *whole = signature_of(type->signature);
  if (own == NULL || common == NULL || whole == NULL) return py_raise(&py_MemoryError, "out of memory");
  if (row->kind == NN_LAYER && !refuse_unknown(type, arguments[whole->count - 1])) return PY_ERROR;
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

/* "units, activation=None, *, name=None, ..., **kwargs" for layers; the row's own line for the rest. */
static char *whole_line(const NnRow *row) {
  if (row->kind != NN_LAYER) return core_strdup(row->signature);
  Text line = {0};
  text_add(&line, row->signature);
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
  if (fresh == NULL || (fresh->line = whole_line(row)) == NULL) {
    core_free(fresh);
    py_raise(&py_MemoryError, "out of memory");
    return NULL;
  }
  fresh->row = row;
  Type *type = &fresh->type;
  type->head = (Object){&py_type_type, 1};
  type->name = row->name;
  Text module = {0};
  text_addf(&module, "keras.%s", nn_kind_module(row->kind));
  type->module = text_take(&module);
  type->help = row->help;
  type->base = &keras_kind_types[row->kind];
  type->size = sizeof(KerasObject);
  type->signature = fresh->line;
  type->construct = construct_row;
  type->data = row;
  py_type_ready(type);
  made[made_count++] = fresh;
  return type;
}

Value keras_wrap(NnObject *object, const Error *error) {
  if (object == NULL) return error ? py_raise_error(error) : py_raise(&py_MemoryError, "out of memory");
  if (object->owner) {
    Value value = py_keep((Value){.tag = TAG_OBJECT, .as.object = object->owner});
    nn_object_release(object);
    return value;
  }
  Type *type;
  if (object->row && object->row->kind == NN_LAYER && strcmp(object->row->name, "Sequential") == 0) type = &keras_sequential_type;
  else if (object->row && object->row->kind == NN_LAYER && strcmp(object->row->name, "Functional") == 0) type = &keras_functional_type;
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

/* ---- Calling what is not a layer ---- */

static Value initializer_call(Value self, const Arguments *arguments) {
  Value slots[2];
  if (!py_bind(signature_of("shape, dtype=None"), py_type_of(self)->name, arguments, slots)) return PY_ERROR;
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  bool good = np_as_shape(slots[0], &ndim, shape);
  py_drop(slots[0]);
  py_drop(slots[1]);
  if (!good) return PY_ERROR;
  Error error = {0};
  return keras_eager_value(nn_initializer_draw(keras_object_of(self), ndim, shape, &error), &error);
}

static Value get_learning_rate(Value self) { return py_float(nn_optimizer_rate(keras_object_of(self))); }
static bool set_learning_rate(Value self, Value value) {
  double rate;
  if (!py_as_double(value, &rate)) return false;
  nn_optimizer_set_rate(keras_object_of(self), rate);
  return true;
}
static Value get_object_name(Value self) {
  const char *name = nn_option_text(keras_object_of(self), "name");
  return py_text(name ? name : py_type_of(self)->name);
}

/* Options of an object read as attributes, as Keras's objects keep theirs: dense.units, dropout.rate, l2.l2. */
static Value object_getattr(Value self, String *name) {
  const NnOption *option = nn_option(keras_object_of(self), name->data);
  return option ? keras_option_value(option) : PY_UNDEFINED;
}

static const NativeRow object_methods[] = {
    {"get_config", "self", "The configuration as a dict.", method_get_config, NULL},
    {0},
};
static const PropertyRow named_properties[] = {
    {"name", "The object's name.", get_object_name, NULL},
    {0},
};
static const PropertyRow optimizer_properties[] = {
    {"name", "The object's name.", get_object_name, NULL},
    {"learning_rate", "The learning rate, read and assigned.", get_learning_rate, set_learning_rate},
    {"lr", "The learning rate under its old name.", get_learning_rate, set_learning_rate},
    {0},
};
static const PropertyRow no_properties[] = {{0}};

extern const NativeRow keras_layer_methods[];
extern const PropertyRow keras_layer_properties[];

#define KIND_TYPE(kind, type_name, module_name, help_text, ...)                                        \
  [kind] = {.head = {&py_type_type, 1}, .name = type_name, .module = module_name, .help = help_text,   \
            .base = &py_object_type, .size = sizeof(KerasObject), .dealloc = object_dealloc,           \
            .traverse = object_traverse, .clear = object_clear, .getattr = object_getattr,             \
            .dict_offset = offsetof(KerasObject, attributes), __VA_ARGS__}

Type keras_kind_types[NN_KIND_COUNT] = {
    KIND_TYPE(NN_LAYER, "Layer", "keras.layers", "A layer: a function with weights.", .repr = layer_repr,
              .call = keras_layer_call, .methods = keras_layer_methods, .properties = keras_layer_properties),
    KIND_TYPE(NN_ACTIVATION, "Activation", "keras.activations", "An activation function.", .repr = object_repr,
              .methods = object_methods, .properties = no_properties),
    KIND_TYPE(NN_INITIALIZER, "Initializer", "keras.initializers", "Draws the first values of weights.",
              .repr = object_repr, .call = initializer_call, .methods = object_methods, .properties = no_properties),
    KIND_TYPE(NN_REGULARIZER, "Regularizer", "keras.regularizers", "A penalty on weights.", .repr = object_repr,
              .methods = object_methods, .properties = no_properties),
    KIND_TYPE(NN_CONSTRAINT, "Constraint", "keras.constraints", "A bound on weights.", .repr = object_repr,
              .methods = object_methods, .properties = no_properties),
    KIND_TYPE(NN_LOSS, "Loss", "keras.losses", "What training makes small.", .repr = object_repr,
              .methods = object_methods, .properties = named_properties),
    KIND_TYPE(NN_METRIC, "Metric", "keras.metrics", "A measure that is shown.", .repr = object_repr,
              .methods = object_methods, .properties = named_properties),
    KIND_TYPE(NN_OPTIMIZER, "Optimizer", "keras.optimizers", "How weights follow their gradients.",
              .repr = object_repr, .methods = object_methods, .properties = optimizer_properties),
    KIND_TYPE(NN_CALLBACK, "Callback", "keras.callbacks", "What fit calls while it trains.", .repr = object_repr,
              .methods = object_methods, .properties = no_properties),
    KIND_TYPE(NN_POLICY, "DTypePolicy", "keras", "The dtypes of a layer.", .repr = object_repr,
              .methods = object_methods, .properties = no_properties),
};

/* ---- Rows as functions: keras.activations.relu, keras.losses.mse ---- */

typedef struct RowFunction {
  NativeRow native;
  const NnRow *row;
  char *name;
} RowFunction;

static Value call_activation(const NativeRow *native, Value *arguments) {
  const NnRow *row = native->data;
  const Signature *signature = signature_of(native->signature);
  /* The row's signature begins with x, which is no option. */
  Value given[16] = {PY_UNDEFINED};
  for (int i = 1; i < signature->count && i < 16; i++) given[i] = arguments[i];
  NnOption *options = options_of(given, signature->count);
  if (options == NULL) return PY_ERROR;
  Error error = {0};
  NnObject *activation = nn_object_new(row, options, &error);
  release_options(options, signature->count);
  if (activation == NULL) return py_raise_error(&error);
  Value result;
  if (py_is(arguments[0], &keras_tensor_type)) {
    result = py_raise(&py_NotImplementedError, "an activation function cannot be called on a KerasTensor yet");
    py_hint("use keras.layers.Activation('%s')(x)", row->name);
  } else {
    NdArray *x = np_as_array(arguments[0]);
    NdArray *y = x ? nn_activation_apply(activation, x, &error) : NULL;
    result = x ? keras_eager_value(y, &error) : PY_ERROR;
    nd_release(x);
  }
  nn_object_release(activation);
  return result;
}

static Value call_by_name_only(const NativeRow *native, Value *arguments) {
  const NnRow *row = native->data;
  py_raise(&py_NotImplementedError, "%s cannot be called on arrays yet", native->name);
  return py_hint("give it to compile(), as %s or as '%s'", native->name, row->name);
}

static Value row_function(const NnRow *row, const char *name) {
  static RowFunction **made;
  static int made_count;
  for (int i = 0; i < made_count; i++)
    if (made[i]->row == row && strcmp(made[i]->name, name) == 0) return py_native(&made[i]->native, PY_UNDEFINED, "keras");
  RowFunction **grown = core_realloc(made, sizeof *made * (size_t)(made_count + 1));
  if (grown == NULL) return py_raise(&py_MemoryError, "out of memory");
  made = grown;
  RowFunction *fresh = core_alloc_zero(1, sizeof *fresh);
  if (fresh == NULL) return py_raise(&py_MemoryError, "out of memory");
  Text line = {0};
  bool activation = row->kind == NN_ACTIVATION;
  text_add(&line, activation ? row->signature : "*args, **kwargs");
  fresh->row = row;
  fresh->name = core_strdup(name);
  fresh->native = (NativeRow){fresh->name, text_take(&line), row->help, activation ? call_activation : call_by_name_only,
                              row};
  if (fresh->name == NULL || fresh->native.signature == NULL) return py_raise(&py_MemoryError, "out of memory");
  made[made_count++] = fresh;
  return py_native(&fresh->native, PY_UNDEFINED, "keras");
}

static const NnRow *row_of_function(Value value) {
  const NativeRow *native = py_native_row(value);
  if (native && (native->call == call_activation || native->call == call_by_name_only)) return native->data;
  return NULL;
}

static bool is_lower(const char *name) {
  for (; *name; name++)
    if (*name >= 'A' && *name <= 'Z') return false;
  return true;
}

Value keras_find_row(NnKind kind, String *name) {
  const NnRow *row = nn_find(kind, name->data);
  if (row == NULL) return PY_UNDEFINED;
  /* In keras.losses `mse` is a function and `MeanSquaredError` a class; keras.initializers.he_normal and
   * keras.regularizers.l2 are the classes under their old names. */
  bool function = kind == NN_ACTIVATION || ((kind == NN_LOSS || kind == NN_METRIC) && is_lower(name->data));
  if (function) return row_function(row, name->data);
  if (kind == NN_LAYER && is_lower(name->data)) return PY_UNDEFINED;
  Type *type = keras_row_type(row);
  return type ? py_type_value(type) : PY_ERROR;
}

void keras_each_row(NnKind kind, void (*each)(void *context, const char *name), void *context) {
  int count;
  const NnRow *const *rows = nn_rows(kind, &count);
  for (int i = 0; i < count; i++) each(context, rows[i]->name);
}
