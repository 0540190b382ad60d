#include "engine/nn/user.h"
#include "engine/nn/object.h"

#include <math.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/names.h"
#include "engine/core/number.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/optimizer.h"

/* One row a kind: its name in messages ("Could not interpret initializer identifier: foo") and its Keras module. */
static const struct {
  const char *name, *module;
} kinds[NN_KIND_COUNT] = {
    [NN_LAYER] = {"layer", "keras.layers"},
    [NN_ACTIVATION] = {"activation function", "keras.activations"},
    [NN_INITIALIZER] = {"initializer", "keras.initializers"},
    [NN_REGULARIZER] = {"regularizer", "keras.regularizers"},
    [NN_CONSTRAINT] = {"constraint", "keras.constraints"},
    [NN_LOSS] = {"loss", "keras.losses"},
    [NN_METRIC] = {"metric", "keras.metrics"},
    [NN_OPTIMIZER] = {"optimizer", "keras.optimizers"},
    [NN_CALLBACK] = {"callback", "keras.callbacks"},
    [NN_POLICY] = {"dtype policy", "keras"},
    [NN_SCHEDULE] = {"learning rate schedule", "keras.optimizers.schedules"},
};

const char *nn_kind_name(NnKind kind) { return kinds[kind].name; }
const char *nn_kind_module(NnKind kind) { return kinds[kind].module + (kinds[kind].module[5] == '.' ? 6 : 0); }

/* Parameters whose name tells what they hold: a name ending so takes a string, a class or an object of that kind. */
static const struct {
  const char *ending;
  NnKind kind;
} nested[] = {
    {"initializer", NN_INITIALIZER},
    {"regularizer", NN_REGULARIZER},
    {"constraint", NN_CONSTRAINT},
    {"activation", NN_ACTIVATION},
};

static int nested_kind(const char *parameter) {
  size_t length = strlen(parameter);
  for (size_t i = 0; i < sizeof nested / sizeof *nested; i++) {
    size_t ending = strlen(nested[i].ending);
    if (length < ending || strcmp(parameter + length - ending, nested[i].ending) != 0) continue;
    if (length == ending || parameter[length - ending - 1] == '_') return (int)nested[i].kind;
  }
  return -1;
}

/* Names that stand for an object with other values than the class's own defaults. */
static const struct {
  NnKind kind;
  const char *name, *row, *values;
} special_names[] = {
    {NN_REGULARIZER, "l1_l2", "L1L2", "l1=0.01, l2=0.01"}, /* Keras 2; Keras 3 knows the string no more */
};

/* ---- options ---- */

void nn_option_clear(NnOption *option) {
  switch (option->tag) {
    case NN_OPTION_STRING: core_free(option->as.string); break;
    case NN_OPTION_LIST:
      for (int i = 0; i < option->as.list.count; i++) nn_option_clear(&option->as.list.items[i]);
      core_free(option->as.list.items);
      break;
    case NN_OPTION_OBJECT: nn_object_release(option->as.object); break;
    case NN_OPTION_ARRAY: nd_release(option->as.array); break;
    default: break;
  }
  memset(option, 0, sizeof *option);
}

bool nn_option_copy(const NnOption *from, NnOption *to, Error *error) {
  *to = *from;
  switch (from->tag) {
    case NN_OPTION_STRING:
      to->as.string = core_strdup(from->as.string);
      if (to->as.string == NULL) goto memory;
      return true;
    case NN_OPTION_LIST:
      to->as.list.count = 0;
      to->as.list.items = core_alloc_zero((size_t)from->as.list.count + 1, sizeof(NnOption));
      if (to->as.list.items == NULL) goto memory;
      for (int i = 0; i < from->as.list.count; i++) {
        if (!nn_option_copy(&from->as.list.items[i], &to->as.list.items[i], error)) {
          nn_option_clear(to);
          return false;
        }
        to->as.list.count++;
      }
      return true;
    case NN_OPTION_OBJECT: nn_object_retain(from->as.object); return true;
    case NN_OPTION_ARRAY: nd_retain(from->as.array); return true;
    default: return true;
  }
memory:
  memset(to, 0, sizeof *to);
  return core_fail_memory(error, sizeof(NnOption));
}

bool nn_option_from_literal(const Literal *literal, NnOption *out, Error *error) {
  memset(out, 0, sizeof *out);
  switch (literal->tag) {
    case LITERAL_NONE:
    case LITERAL_ABSENT: return true;
    case LITERAL_BOOL: *out = nn_option_boolean(literal->as.boolean); return true;
    case LITERAL_INT: *out = nn_option_integer(literal->as.integer); return true;
    case LITERAL_FLOAT: *out = nn_option_real(literal->as.real); return true;
    case LITERAL_STRING:
      *out = nn_option_string(literal->as.string);
      return out->tag == NN_OPTION_STRING || core_fail_memory(error, strlen(literal->as.string));
    case LITERAL_TUPLE:
    case LITERAL_LIST: break;
  }
  NnOption *items = core_alloc_zero((size_t)literal->as.list.count + 1, sizeof *items);
  if (items == NULL) return core_fail_memory(error, sizeof *items);
  out->tag = NN_OPTION_LIST;
  out->as.list.items = items;
  for (int i = 0; i < literal->as.list.count; i++) {
    if (!nn_option_from_literal(&literal->as.list.items[i], &items[i], error)) {
      nn_option_clear(out);
      return false;
    }
    out->as.list.count++;
  }
  return true;
}

NnOption nn_option_string(const char *text) {
  NnOption option = {NN_OPTION_NONE, {0}};
  option.as.string = core_strdup(text);
  if (option.as.string != NULL) option.tag = NN_OPTION_STRING;
  return option;
}

bool nn_option_number(const NnOption *option, double *value) {
  switch (option->tag) {
    case NN_OPTION_BOOL: *value = option->as.boolean; return true;
    case NN_OPTION_INT: *value = (double)option->as.integer; return true;
    case NN_OPTION_FLOAT: *value = option->as.real; return true;
    default: return false;
  }
}

const char *nn_option_type_name(const NnOption *option) {
  static const char *const names[] = {
      [NN_OPTION_NONE] = "NoneType", [NN_OPTION_BOOL] = "bool",   [NN_OPTION_INT] = "int",
      [NN_OPTION_FLOAT] = "float",   [NN_OPTION_STRING] = "str",  [NN_OPTION_LIST] = "tuple",
      [NN_OPTION_ARRAY] = "ndarray",
  };
  return option->tag == NN_OPTION_OBJECT ? option->as.object->row->name : names[option->tag];
}

/* repr(): strings quoted; a list is shown as the tuple that shapes are. */
static void show(Text *text, const NnOption *option, bool quoted) {
  char number[32];
  switch (option->tag) {
    case NN_OPTION_NONE: text_add(text, "None"); break;
    case NN_OPTION_BOOL: text_add(text, option->as.boolean ? "True" : "False"); break;
    case NN_OPTION_INT: text_addf(text, "%lld", (long long)option->as.integer); break;
    case NN_OPTION_FLOAT:
      number_repr(option->as.real, number);
      text_add(text, number);
      break;
    case NN_OPTION_STRING: {
      char quote = strchr(option->as.string, '\'') && !strchr(option->as.string, '"') ? '"' : '\'';
      if (quoted) text_add_char(text, quote);
      for (const char *c = option->as.string; *c; c++) {
        if (quoted && (*c == quote || *c == '\\')) text_add_char(text, '\\');
        text_add_char(text, *c);
      }
      if (quoted) text_add_char(text, quote);
      break;
    }
    case NN_OPTION_LIST:
      text_add_char(text, '(');
      for (int i = 0; i < option->as.list.count; i++) {
        if (i) text_add(text, ", ");
        show(text, &option->as.list.items[i], true);
      }
      text_add(text, option->as.list.count == 1 ? ",)" : ")");
      break;
    case NN_OPTION_OBJECT: text_addf(text, "<%s>", option->as.object->row->name); break;
    case NN_OPTION_ARRAY: text_add(text, "<array>"); break;
  }
}

void nn_option_show(Text *text, const NnOption *option) { show(text, option, false); }

/* ---- objects ---- */

static const Signature *signature_of_row(const NnRow *row, Error *error) {
  const Signature *signature = signature_of(row->signature);
  if (signature == NULL) core_fail(error, ERROR_RUNTIME, "bad signature of %s: %s", row->name, row->signature);
  return signature;
}

static void clear_options(NnObject *object, int count) {
  for (int i = 0; i < count; i++) nn_option_clear(&object->options[i]);
  core_free(object->options);
  object->options = NULL;
}

/* Turns 'glorot_uniform' into an object, and activation=None into linear, as Keras's get() functions do. */
static bool resolve(const Parameter *parameter, NnOption *option, Error *error) {
  int kind = nested_kind(parameter->name);
  if (kind < 0) return true;
  if (kind == NN_INITIALIZER && option->tag == NN_OPTION_ARRAY) return true; /* values themselves */
  NnOption linear = {NN_OPTION_STRING, {.string = (char *)"linear"}};
  bool none = option->tag == NN_OPTION_NONE;
  if (none && kind != NN_ACTIVATION) return true;
  NnObject *object = nn_object_from_option((NnKind)kind, none ? &linear : option, error);
  if (object == NULL) return false;
  nn_option_clear(option);
  option->tag = NN_OPTION_OBJECT;
  option->as.object = object;
  return true;
}

bool nn_object_init(NnObject *object, const NnRow *row, const NnOption *options, Error *error) {
  const Signature *signature = signature_of_row(row, error);
  if (signature == NULL) return false;
  object->options = core_alloc_zero((size_t)signature->count + 1, sizeof(NnOption));
  if (object->options == NULL) return core_fail_memory(error, sizeof(NnOption));
  atomic_init(&object->references, 1);
  object->row = row;
  for (int i = 0; i < signature->count; i++) {
    const Parameter *parameter = &signature->parameters[i];
    NnOption *option = &object->options[i];
    bool made = true;
    if (options != NULL) {
      made = nn_option_copy(&options[i], option, error);
    } else if (parameter->has_default) {
      made = nn_option_from_literal(&parameter->default_value, option, error);
    }
    if (!made || !resolve(parameter, option, error)) {
      clear_options(object, i + 1);
      return false;
    }
  }
  if (row->check != NULL && !row->check(object, error)) {
    clear_options(object, signature->count);
    return false;
  }
  return true;
}

NnObject *nn_object_new(const NnRow *row, const NnOption *options, Error *error) {
  /* These kinds are larger structs, with constructors of their own. */
  if (row->kind == NN_OPTIMIZER) return (NnObject *)nn_optimizer_new(row, options, error);
  if (row->kind == NN_LAYER) return (NnObject *)nn_layer_new(row, options, NULL, error);
  NnObject *object = core_alloc_zero(1, sizeof *object);
  if (object == NULL) {
    core_fail_memory(error, sizeof *object);
    return NULL;
  }
  if (!nn_object_init(object, row, options, error)) {
    core_free(object);
    return NULL;
  }
  return object;
}

NnObject *nn_object_retain(NnObject *object) {
  if (object != NULL) atomic_fetch_add_explicit(&object->references, 1, memory_order_relaxed);
  return object;
}

void nn_object_release(NnObject *object) {
  if (object == NULL) return;
  if (atomic_fetch_sub_explicit(&object->references, 1, memory_order_acq_rel) != 1) return;
  if (object->destroy != NULL) object->destroy(object);
  const Signature *signature = signature_of(object->row->signature);
  clear_options(object, signature != NULL && object->options != NULL ? signature->count : 0);
  core_free(object);
}

/* An object whose options are the row's defaults, overridden by the values of a signature line. */
static NnObject *object_with_values(const NnRow *row, const char *values, Error *error) {
  const Signature *line = signature_of(values), *signature = signature_of_row(row, error);
  if (line == NULL || signature == NULL) return NULL;
  NnOption *options = core_alloc_zero((size_t)signature->count + 1, sizeof *options);
  if (options == NULL) {
    core_fail_memory(error, sizeof *options);
    return NULL;
  }
  bool made = true;
  for (int i = 0; i < signature->count && made; i++) {
    const Parameter *parameter = &signature->parameters[i];
    int at = signature_find(line, parameter->name, (int)strlen(parameter->name));
    if (at >= 0) parameter = &line->parameters[at];
    if (parameter->has_default) made = nn_option_from_literal(&parameter->default_value, &options[i], error);
  }
  NnObject *object = made ? nn_object_new(row, options, error) : NULL;
  for (int i = 0; i < signature->count; i++) nn_option_clear(&options[i]);
  core_free(options);
  return object;
}

NnObject *nn_object_from_option(NnKind kind, const NnOption *option, Error *error) {
  if (option->tag == NN_OPTION_NONE) return NULL;
  if (option->tag == NN_OPTION_OBJECT && option->as.object->row->kind == kind) {
    return nn_object_retain(option->as.object);
  }
  if (option->tag == NN_OPTION_OBJECT && nn_is_user_function(option->as.object))
    return nn_user_object(kind, option->as.object, error);
  /* A layer may stand for a function: activation=LeakyReLU(0.2). */
  if (kind == NN_ACTIVATION && option->tag == NN_OPTION_OBJECT && option->as.object->row->kind == NN_LAYER)
    return nn_object_retain(option->as.object);
  if (option->tag == NN_OPTION_STRING) {
    for (size_t i = 0; i < sizeof special_names / sizeof *special_names; i++) {
      if (special_names[i].kind != kind || strcmp(special_names[i].name, option->as.string) != 0) continue;
      const NnRow *row = nn_find(kind, special_names[i].row);
      if (row != NULL) return object_with_values(row, special_names[i].values, error);
    }
    const NnRow *row = nn_find(kind, option->as.string);
    if (row != NULL) return nn_object_new(row, NULL, error);
    nn_fail_unknown(kind, option->as.string, error);
    return NULL;
  }
  Text text = {0};
  nn_option_show(&text, option);
  core_fail(error, ERROR_VALUE, "Could not interpret %s identifier: %s", nn_kind_name(kind), text_string(&text));
  text_free(&text);
  return NULL;
}

/* ---- reading ---- */

static int find_parameter(const NnObject *object, const char *parameter) {
  const Signature *signature = signature_of(object->row->signature);
  return signature == NULL ? -1 : signature_find(signature, parameter, (int)strlen(parameter));
}

const NnOption *nn_option(const NnObject *object, const char *parameter) {
  int at = find_parameter(object, parameter);
  return at < 0 ? NULL : &object->options[at];
}

bool nn_option_set(NnObject *object, const char *parameter, NnOption value) {
  int at = find_parameter(object, parameter);
  if (at < 0) {
    nn_option_clear(&value);
    return false;
  }
  nn_option_clear(&object->options[at]);
  object->options[at] = value;
  return true;
}

bool nn_option_assign(NnObject *object, const char *parameter, const NnOption *value, Error *error) {
  const Signature *signature = signature_of_row(object->row, error);
  const int at = find_parameter(object, parameter);
  NnOption fresh = {0}, before;
  if (signature == NULL || at < 0) return false;
  if (!nn_option_copy(value, &fresh, error) || !resolve(&signature->parameters[at], &fresh, error)) {
    nn_option_clear(&fresh);
    return false;
  }
  before = object->options[at];
  object->options[at] = fresh;
  if (object->row->check == NULL || object->row->check(object, error)) {
    nn_option_clear(&before);
    return true;
  }
  nn_option_clear(&object->options[at]);
  object->options[at] = before;
  return false;
}

double nn_option_double(const NnObject *object, const char *parameter) {
  const NnOption *option = nn_option(object, parameter);
  double value = 0;
  if (option == NULL) return 0;
  if (option->tag == NN_OPTION_ARRAY && option->as.array->size == 1) {
    NdScalar scalar;
    if (nd_item(option->as.array, &scalar, NULL)) return nd_scalar_as_double(scalar);
  }
  return nn_option_number(option, &value) ? value : 0;
}

int64_t nn_option_int(const NnObject *object, const char *parameter) {
  const NnOption *option = nn_option(object, parameter);
  if (option == NULL) return 0;
  if (option->tag == NN_OPTION_INT) return option->as.integer;
  double value = nn_option_double(object, parameter);
  return isfinite(value) && fabs(value) < 9e18 ? (int64_t)value : 0;
}

bool nn_option_bool(const NnObject *object, const char *parameter) {
  const NnOption *option = nn_option(object, parameter);
  double value = 0;
  return option != NULL && nn_option_number(option, &value) && value != 0;
}

const char *nn_option_text(const NnObject *object, const char *parameter) {
  const NnOption *option = nn_option(object, parameter);
  return option != NULL && option->tag == NN_OPTION_STRING ? option->as.string : NULL;
}

/* ---- get_config() ---- */

typedef bool (*Each)(void *context, const char *key, const NnOption *value);

static bool each_option(const char *key, const NnOption *option, Each each, void *context) {
  if (option->tag == NN_OPTION_OBJECT && option->as.object->row->kind == NN_ACTIVATION &&
      !nn_is_user_activation(option->as.object)) {
    NnOption name = {NN_OPTION_STRING, {.string = (char *)option->as.object->row->name}};
    return each(context, key, &name);
  }
  return each(context, key, option);
}

bool nn_object_config(const NnObject *object, Each each, void *context, Error *error) {
  if (object->row->kind == NN_LAYER) {
    bool more = true;
    if (!nn_layer_base_config((const NnLayer *)object, each, context, &more, error)) return false;
    if (!more) return true;
  }
  const Signature *signature = signature_of_row(object->row, error);
  if (signature == NULL) return false;
  if (object->row->config == NULL) {
    for (int i = 0; i < signature->count; i++) {
      if (!each_option(signature->parameters[i].name, &object->options[i], each, context)) return false;
    }
    return true;
  }
  const char *names = object->row->config;
  size_t length;
  for (const char *name; (name = names_next(&names, &length));) {
    const bool may_lack = length > 0 && name[length - 1] == '?';
    int index = signature_find(signature, name, (int)length - may_lack);
    if (may_lack && index >= 0 && object->options[index].tag == NN_OPTION_NONE) continue;
    if (index < 0) return core_fail(error, ERROR_RUNTIME, "config of %s: '%.*s'", object->row->name, (int)length, name);
    if (!each_option(signature->parameters[index].name, &object->options[index], each, context)) return false;
  }
  return true;
}

const char *nn_object_module(const NnObject *object) {
  if (object->row->kind == NN_LAYER && nn_layer_is_model(object)) return "keras";
  return kinds[object->row->kind].module;
}

typedef struct ConfigText {
  Text *text;
  Error *error;
  bool first;
} ConfigText;

static bool add_pair(void *context, const char *key, const NnOption *value) {
  ConfigText *out = context;
  text_addf(out->text, "%s'%s': ", out->first ? "" : ", ", key);
  out->first = false;
  if (value->tag != NN_OPTION_OBJECT) {
    show(out->text, value, true);
    return true;
  }
  const NnObject *object = value->as.object;
  text_addf(out->text, "{'module': '%s', 'class_name': '%s', 'config': ", nn_object_module(object), object->row->name);
  if (!nn_object_config_text(object, out->text, out->error)) return false;
  text_add(out->text, ", 'registered_name': None}");
  return true;
}

bool nn_object_config_text(const NnObject *object, Text *text, Error *error) {
  ConfigText out = {text, error, true};
  text_add_char(text, '{');
  if (!nn_object_config(object, add_pair, &out, error)) return false;
  text_add_char(text, '}');
  return !text->failed || core_fail_memory(error, text->length);
}
