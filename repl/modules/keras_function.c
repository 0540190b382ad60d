/* Rows as functions and as attributes of Keras's modules: keras.activations.relu, keras.losses.mean_squared_error, the
 * classes, and each module's get(). */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/optimizer.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/numpy.h"

/* One function for each row, made when first asked for; lives for ever. */
typedef struct RowFunction {
  NativeRow native;
  char *name, *line;
} RowFunction;

/* An object of the row with what the call gave for its parameters; the rest has its defaults. NULL: pending. */
static NnObject *configured(const NativeRow *native, const Value *arguments) {
  const NnRow *row = native->data;
  const Signature *own = signature_of(row->signature), *whole = signature_of(native->signature);
  NnOption *options = own && whole ? core_alloc_zero((size_t)own->count + 1, sizeof *options) : NULL;
  if (options == NULL) {
    py_raise(&py_MemoryError, "out of memory");
    return NULL;
  }
  Error error = {0};
  bool good = true;
  for (int i = 0; good && i < own->count; i++) {
    const Parameter *parameter = &own->parameters[i];
    int at = signature_find(whole, parameter->name, (int)strlen(parameter->name));
    if (at >= 0 && (row->kind != NN_ACTIVATION || at > 0)) {
      good = keras_option(arguments[at], &options[i]);
    } else if (parameter->has_default && !nn_option_from_literal(&parameter->default_value, &options[i], &error)) {
      good = !py_is_error(keras_raise(&error));
    }
  }
  NnObject *object = good ? nn_object_new(row, options, &error) : NULL;
  if (good && object == NULL) keras_raise(&error);
  for (int i = 0; i < own->count; i++) nn_option_clear(&options[i]);
  core_free(options);
  return object;
}

static Value call_activation(const NativeRow *native, Value *arguments) {
  NnObject *activation = configured(native, arguments);
  if (activation == NULL) return PY_ERROR;
  Value result = keras_activate(activation, arguments[0]);
  nn_object_release(activation);
  return result;
}

static Value call_measure(const NativeRow *native, Value *arguments) {
  NnObject *object = configured(native, arguments);
  if (object == NULL) return PY_ERROR;
  if (keras_must_record(arguments, 2)) {
    Value recorded = keras_record_measure(object, arguments[0], arguments[1]);
    nn_object_release(object);
    return recorded;
  }
  /* A function gives a value a sample, and nothing is made ready for a mean. */
  if (object->row->kind == NN_LOSS && !nn_option_set(object, "reduction", (NnOption){NN_OPTION_NONE, {0}})) {
    nn_object_release(object);
    return py_raise(&py_MemoryError, "out of memory");
  }
  NdArray *values = keras_measure(object, arguments[0], arguments[1], true);
  nn_object_release(object);
  return values ? keras_eager_value(values, NULL) : PY_ERROR;
}

/* "y_true, y_pred, from_logits=False, ...": the row's parameters without those that belong to the object. */
static char *measure_line(const char *signature) {
  static const char *const dropped[] = {"reduction=", "name=", "dtype="};
  Text line = {0};
  text_add(&line, "y_true, y_pred");
  for (const char *at = signature; *at;) {
    size_t length = strcspn(at, ",");
    bool keep = length > 0;
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
      keep = keep && strncmp(at, dropped[i], strlen(dropped[i])) != 0;
    if (keep) text_addf(&line, ", %.*s", (int)length, at);
    at += length;
    at += strspn(at, ", ");
  }
  return text_take(&line);
}

static bool is_lower(const char *name) {
  for (; *name; name++)
    if (*name >= 'A' && *name <= 'Z') return false;
  return true;
}

/* The name of a row's function: the first of its aliases (mean_squared_error); an activation's own name. */
static char *function_name(const NnRow *row) {
  if (row->kind == NN_ACTIVATION || row->aliases == NULL) return core_strdup(row->name);
  return core_strndup(row->aliases, strcspn(row->aliases, "|"));
}

Value keras_row_function(const NnRow *row) {
  static RowFunction **made;
  static int made_count;
  const char *module = row->kind == NN_ACTIVATION ? "keras.activations" : row->kind == NN_LOSS ? "keras.losses" : "keras.metrics";
  for (int i = 0; i < made_count; i++)
    if (made[i]->native.data == row) return py_native(&made[i]->native, PY_UNDEFINED, module);
  RowFunction **grown = core_realloc(made, sizeof *made * (size_t)(made_count + 1));
  if (grown) made = grown;
  RowFunction *fresh = grown ? core_alloc_zero(1, sizeof *fresh) : NULL;
  if (fresh) {
    fresh->name = function_name(row);
    fresh->line = row->kind == NN_ACTIVATION ? core_strdup(row->signature) : measure_line(row->signature);
  }
  if (fresh == NULL || fresh->name == NULL || fresh->line == NULL) {
    if (fresh) {
      core_free(fresh->name);
      core_free(fresh->line);
    }
    core_free(fresh);
    return py_raise(&py_MemoryError, "out of memory");
  }
  fresh->native = (NativeRow){fresh->name, fresh->line, row->help,
                              row->kind == NN_ACTIVATION ? call_activation : call_measure, row};
  made[made_count++] = fresh;
  return py_native(&fresh->native, PY_UNDEFINED, module);
}

const NnRow *keras_row_of_function(Value value) {
  const NativeRow *native = py_native_row(value);
  if (native && (native->call == call_activation || native->call == call_measure)) return native->data;
  return NULL;
}

/* ---- get() ---- */

/* keras.initializers.get("zeros"): a name becomes an object (a function, for activations and losses); what is one already
 * is handed back. */
static Value get_identifier(const NativeRow *native, Value *arguments) {
  NnKind kind = (NnKind)(intptr_t)native->data;
  Value given = arguments[0];
  if (py_is_none(given)) return kind == NN_ACTIVATION ? keras_row_function(nn_find(NN_ACTIVATION, "linear")) : PY_NONE;
  if (py_is(given, &keras_kind_types[kind])) return py_keep(given);
  const NnRow *row = keras_row_of_function(given);
  if (row || (!py_is_type(given) && py_type_of(given)->call != NULL)) return py_keep(given);
  if (py_is_type(given) && py_is_subtype(py_as_type(given), &keras_kind_types[kind]))
    return py_call_values(given, NULL, 0);
  if (py_is_dict(given)) {
    Value words[2] = {given, py_text(nn_kind_name(kind))};
    Value made = py_is_error(words[1]) ? PY_ERROR : keras_embedded_call("_keras_arguments", "from_config", words, 2);
    py_drop(words[1]);
    return made;
  }
  row = py_is_str(given) ? nn_find(kind, py_as_string(given)->data) : NULL;
  if (row == NULL) {
    Value text = py_str(given);
    if (py_is_error(text)) return text;
    py_raise(&py_ValueError, "Could not interpret %s identifier: %s",
             kind == NN_ACTIVATION ? "activation function" : nn_kind_name(kind), py_as_string(text)->data);
    py_drop(text);
    return PY_ERROR;
  }
  if (kind == NN_ACTIVATION || (kind == NN_LOSS && is_lower(py_as_string(given)->data))) return keras_row_function(row);
  Error error = {0};
  NnOption name = nn_option_string(row->name);
  NnObject *object = nn_object_from_option(kind, &name, &error);
  nn_option_clear(&name);
  return keras_wrap(object, &error);
}

/* keras.activations.serialize(relu): its name. */
static Value serialize_activation(const NativeRow *native, Value *arguments) {
  const NnRow *row = keras_row_of_function(arguments[0]);
  if (row && row->kind == NN_ACTIVATION) return py_text(row->name);
  if (py_type_of(arguments[0])->call != NULL) return keras_embedded_call("_keras_configs", "serialize_keras_object", arguments, 1);
  py_raise(&py_TypeError, "argument of type '%s' is not iterable", py_type_of(arguments[0])->name);
  return PY_ERROR;
}

#define GET(kind) {"get", "identifier", "What a name or an object stands for.", get_identifier, (const void *)(intptr_t)(kind)}
static const NativeRow getters[] = {GET(NN_ACTIVATION), GET(NN_INITIALIZER), GET(NN_REGULARIZER), GET(NN_CONSTRAINT),
                                    GET(NN_LOSS), GET(NN_METRIC), GET(NN_OPTIMIZER)};
static const NativeRow serializer = {"serialize", "activation", "The name of an activation.", serialize_activation, NULL};
static const NativeRow deserializer = {"deserialize", "config", "The activation of a name.", get_identifier,
                                       (const void *)(intptr_t)NN_ACTIVATION};

/* keras.layers.serialize(layer), keras.optimizers.deserialize(config), ... */
static Value serialize_object(const NativeRow *native, Value *arguments) {
  return keras_embedded_call("_keras_saving", "serialize_keras_object", arguments, 1);
}
static Value deserialize_object(const NativeRow *native, Value *arguments) {
  const NnKind kind = (NnKind)(intptr_t)native->data;
  Value made = keras_embedded_call("_keras_saving", "deserialize_keras_object", arguments, 2);
  if (py_is_error(made) || kind != NN_LAYER || py_is_subtype(py_type_of(made), &keras_kind_types[NN_LAYER]))
    return made;
  py_drop(made);
  Value shown = py_str(arguments[0]);
  if (py_is_error(shown)) return shown;
  py_raise(&py_ValueError, "`keras.layers.deserialize` was passed a `config` object that is not a `keras.layers.Layer`. "
           "Received: %s", py_as_string(shown)->data);
  py_drop(shown);
  return PY_ERROR;
}
#define FROM(kind)                                                                                                     \
  {"deserialize", "config, custom_objects=None", "The object that a configuration describes.", deserialize_object, \
   (const void *)(intptr_t)(kind)}
static const NativeRow to_config = {"serialize", "x", "The configuration of an object.", serialize_object, NULL};
static const NativeRow from_configs[] = {FROM(NN_LAYER),      FROM(NN_INITIALIZER), FROM(NN_REGULARIZER),
                                         FROM(NN_CONSTRAINT), FROM(NN_LOSS),        FROM(NN_METRIC),
                                         FROM(NN_OPTIMIZER)};

static const NativeRow *helper(NnKind kind, const char *name) {
  if (strcmp(name, "get") == 0)
    for (size_t i = 0; i < sizeof getters / sizeof *getters; i++)
      if (getters[i].data == (const void *)(intptr_t)kind) return &getters[i];
  if (kind != NN_ACTIVATION && strcmp(name, "serialize") == 0) return &to_config;
  if (strcmp(name, "deserialize") == 0)
    for (size_t i = 0; i < sizeof from_configs / sizeof *from_configs; i++)
      if (from_configs[i].data == (const void *)(intptr_t)kind) return &from_configs[i];
  if (kind == NN_LAYER) return keras_merge_named(name);
  if (kind != NN_ACTIVATION) return NULL;
  return strcmp(name, "serialize") == 0 ? &serializer : strcmp(name, "deserialize") == 0 ? &deserializer : NULL;
}

/* ---- Attributes of the modules ---- */

Value keras_find_row(NnKind kind, String *name) {
  const NativeRow *native = helper(kind, name->data);
  if (native) return py_native(native, PY_UNDEFINED, "keras");
  const NnRow *row = nn_find(kind, name->data);
  if (row == NULL) return PY_UNDEFINED;
  /* In keras.losses `mse` is a function and `MeanSquaredError` a class; keras.initializers.he_normal and
   * keras.regularizers.l2 are the classes under their old names. */
  bool measures = kind == NN_LOSS || kind == NN_METRIC;
  if (kind == NN_ACTIVATION || (measures && is_lower(name->data))) return keras_row_function(row);
  if (kind == NN_LAYER && is_lower(name->data)) return PY_UNDEFINED;
  Type *type = keras_row_type(row);
  return type ? py_type_value(type) : PY_ERROR;
}

void keras_each_row(NnKind kind, void (*each)(void *context, const char *name), void *context) {
  int count;
  const NnRow *const *rows = nn_rows(kind, &count);
  for (int i = 0; i < count; i++) each(context, rows[i]->name);
  if (helper(kind, "get")) each(context, "get");
  if (kind == NN_LAYER) keras_merge_names(each, context);
}
