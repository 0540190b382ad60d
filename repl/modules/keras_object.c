/* Engine objects as values: their life, one class a row, construction through the row's signature. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/rows.h"
#include "repl/modules/keras_files.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_user.h"

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
    text_addf(&text, "<%s name=%s>", py_type_of(self)->name, name ? name : object->row->name);
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

static bool row_init(Value self, Value *arguments) {
  Type *type = py_type_of(self), *native = type;
  if (((KerasObject *)self.as.object)->object != NULL) return true;
  while (native->heap) native = native->base;
  if (!type->heap || ((const NnRow *)native->data)->kind != NN_LAYER) {
    Value made = construct_row(native, arguments);
    if (py_is_error(made)) return false;
    KerasObject *other = (KerasObject *)made.as.object;
    ((KerasObject *)self.as.object)->object = other->object;
    other->object->owner = self.as.object;
    other->object = NULL;
    py_drop(made);
    return !type->heap || keras_derived_name(self, native);
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
                       .signature = fresh->line, .init = row_init, .data = row,
                       .methods = keras_derived_methods(row->kind)};
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

#define KIND_SIZE(kind) ((kind) == NN_METRIC ? sizeof(KerasMetric) : sizeof(KerasObject))
#define KIND_TYPE(kind, type_name, module_name, help_text, ...)                                        \
  [kind] = {.head = {&py_type_type, 1}, .name = type_name, .module = module_name, .help = help_text,   \
            .base = &py_object_type, .size = KIND_SIZE(kind), .dealloc = object_dealloc,           \
            .traverse = object_traverse, .clear = object_clear, .getattr = keras_object_getattr,             \
            .dict_offset = offsetof(KerasObject, attributes), __VA_ARGS__}

Type keras_kind_types[NN_KIND_COUNT] = {
    KIND_TYPE(
        NN_LAYER, "Layer", "keras.layers", "A layer: a function with weights.", .repr = layer_repr,
        .signature = "*, activity_regularizer=None, trainable=True, dtype=None, autocast=True, name=None, **kwargs",
        .init = keras_user_layer_init, .setattr = keras_user_setattr, .call = keras_layer_call,
        .statics = keras_layer_statics, .methods = keras_layer_methods, .properties = keras_layer_properties),
    KIND_TYPE(NN_ACTIVATION, "Activation", "keras.activations", "An activation function.", .repr = object_repr,
              .call = keras_activation_call, .methods = keras_object_methods, .properties = keras_no_properties),
    KIND_TYPE(NN_INITIALIZER, "Initializer", "keras.initializers", "Draws the first values of weights.",
              .repr = object_repr, .call = keras_initializer_call, .methods = keras_object_methods,
              .properties = keras_no_properties),
    KIND_TYPE(NN_REGULARIZER, "Regularizer", "keras.regularizers", "A penalty on weights.", .repr = object_repr,
              .call = keras_regularizer_call, .methods = keras_object_methods, .properties = keras_no_properties),
    KIND_TYPE(NN_CONSTRAINT, "Constraint", "keras.constraints", "A bound on weights.", .repr = object_repr,
              .call = keras_constraint_call, .methods = keras_object_methods, .properties = keras_no_properties),
    KIND_TYPE(NN_LOSS, "Loss", "keras.losses", "What training makes small.", .repr = object_repr,
              .call = keras_loss_call, .methods = keras_object_methods, .properties = keras_named_properties),
    KIND_TYPE(NN_METRIC, "Metric", "keras.metrics", "A measure that is shown.", .repr = object_repr,
              .call = keras_metric_call, .methods = keras_metric_methods, .properties = keras_named_properties),
    KIND_TYPE(NN_OPTIMIZER, "Optimizer", "keras.optimizers", "How weights follow their gradients.", .repr = object_repr,
              .methods = keras_optimizer_methods, .properties = keras_optimizer_properties),
    KIND_TYPE(NN_CALLBACK, "Callback", "keras.callbacks", "What fit calls while it trains.", .repr = object_repr,
              .methods = keras_object_methods, .properties = keras_no_properties),
    KIND_TYPE(NN_SCHEDULE, "LearningRateSchedule", "keras.optimizers.schedules",
              "A learning rate that depends on the step.", .repr = object_repr, .methods = keras_object_methods,
              .properties = keras_no_properties),
    KIND_TYPE(NN_POLICY, "DTypePolicy", "keras", "The dtypes of a layer.", .repr = object_repr,
              .methods = keras_object_methods, .properties = keras_no_properties),
};
