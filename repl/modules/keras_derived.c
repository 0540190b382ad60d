/* Classes that derive from the engine's: of a layer's (class Mine(layers.Dense)) a layer of the user's around one of the
 * engine's own; of a loss's, a metric's or an optimizer's an object of the engine's, whose methods the class may replace. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/naming.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_user.h"

/* A layer of a class that derives from one of the engine's: a layer of the user's around one of the engine's own. */
bool keras_derived_init(Value self, const NnRow *row, const NnOption *own, NnOption *shared) {
  const Signature *common = signature_of(nn_layer_common);
  const int named = signature_find(common, "name", 4), watched = signature_find(common, "activity_regularizer", 20);
  Error error = {0};
  keras_hooks_ready();
  NnLayer *outer = nn_user_layer_new(py_type_of(self)->name, shared, &error);
  if (outer == NULL) return !py_is_error(keras_raise(&error));
  NnOption name = nn_option_string(outer->name), none = {0}, kept = watched >= 0 ? shared[watched] : none,
      before = shared[named];
  shared[named] = name;
  if (watched >= 0) shared[watched] = none;
  NnLayer *inner = nn_layer_new(row, own, shared, &error);
  shared[named] = before;
  if (watched >= 0) shared[watched] = kept;
  nn_option_clear(&name);
  if (inner == NULL || !nn_user_derive(outer, inner, &error)) {
    nn_layer_release(inner);
    nn_layer_release(outer);
    return !py_is_error(keras_raise(&error));
  }
  ((KerasObject *)self.as.object)->object = &outer->object;
  outer->object.owner = self.as.object;
  Value value = keras_wrap(&inner->object, &error);
  const bool good = !py_is_error(value) && py_setattr_plain(self, py_intern("_engine_layer"), value);
  py_drop(value);
  return good;
}

NnLayer *keras_derived_from(Value self) {
  if (!py_type_of(self)->heap) return NULL;
  Dict *dict = py_instance_dict(self.as.object, false);
  Value found = dict ? py_dict_find_name(dict, py_intern("_engine_layer")) : PY_UNDEFINED;
  return !py_is_undefined(found) && keras_is_layer(found) ? keras_layer_of(found) : NULL;
}

/* call() and build() of the engine's layers, for classes that derive from them and say super().call(x). */
static Value row_call(const NativeRow *native, Value *arguments) {
  NnLayer *inner = keras_derived_from(arguments[0]);
  const Tuple *given = py_as_tuple(arguments[1]);
  Arguments all = {.positional = given->items, .count = (int)given->count};
  String *names[8];
  Value values[8], key, value;
  for (int64_t at = 0; !py_is_undefined(arguments[2]) && all.keyword_count < 8 &&
      py_dict_next(py_as_dict(arguments[2]), &at, &key, &value);) {
    names[all.keyword_count] = py_as_string(key);
    values[all.keyword_count++] = value;
  }
  all.keyword_names = names;
  all.keyword_values = values;
  if (inner == NULL) return keras_layer_call(arguments[0], &all);
  Value layer = keras_wrap(nn_object_retain(&inner->object), NULL);
  Value result = py_is_error(layer) ? PY_ERROR : keras_layer_call(layer, &all);
  py_drop(layer);
  return result;
}

/* ---- Losses, metrics and optimizers: an object of the engine's whose class has methods of the user's ---- */

static Value loss_call(const NativeRow *native, Value *arguments) {
  return keras_embedded_call("_keras_derived", "loss_values", arguments, 3);
}
static Value optimizer_step(const NativeRow *native, Value *arguments) {
  return keras_embedded_call("_keras_derived", "update_step", arguments, 4);
}

const NativeRow *keras_derived_methods(NnKind kind) {
  static const NativeRow layers[] = {{"call", "self, *args, **kwargs", "What the layer computes.", row_call, NULL}, {0}};
  static const NativeRow losses[] = {{"call", "self, y_true, y_pred", "The loss of each sample.", loss_call, NULL}, {0}};
  static const NativeRow optimizers[] = {
      {"update_step", "self, gradient, variable, learning_rate", "One step for one variable.", optimizer_step, NULL}, {0}};
  return kind == NN_LAYER ? layers : kind == NN_LOSS ? losses : kind == NN_OPTIMIZER ? optimizers : NULL;
}

bool keras_overrides(Value self, const char *method) {
  if (!py_type_of(self)->heap) return false;
  Value found = py_find_attr(self, py_intern(method));
  const bool own = !py_is_error(found) && !py_is_undefined(found) && py_native_row(found) == NULL;
  if (py_is_error(found)) py_clear_pending();
  py_drop(found);
  return own;
}

bool keras_derived_name(Value self, const Type *native) {
  NnObject *object = keras_object_of(self);
  const NnRow *row = native->data;
  const Signature *signature = signature_of(row->signature);
  const int at = signature != NULL ? signature_find(signature, "name", 4) : -1;
  const bool fixed = at >= 0 && signature->parameters[at].default_value.tag != LITERAL_NONE;
  if (at < 0 || (row->kind == NN_METRIC ? fixed : row->kind != NN_OPTIMIZER)) return true;
  /* Named after the row, as if by nobody: what was given stays. */
  const char *name = nn_option_text(object, "name");
  char snake[128];
  nn_snake_case(row->name, snake, sizeof snake);
  if (name == NULL || strncmp(name, snake, strlen(snake)) != 0) return true;
  Error error = {0};
  char *own = nn_auto_name(py_type_of(self)->name, &error);
  const bool good = own != NULL && nn_option_set(object, "name", nn_option_string(own));
  core_free(own);
  return good || !py_is_error(keras_raise(&error));
}
