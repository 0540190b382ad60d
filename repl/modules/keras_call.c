/* Calling what is not a layer: initializers, regularizers, activations, losses and metrics, on arrays. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/measure.h"
#include "engine/nn/naming.h"
#include "engine/nn/rows.h"
#include "repl/modules/keras.h"
#include "repl/modules/numpy.h"

static void drop_all(Value *slots, int count) {
  for (int i = 0; i < count; i++) py_drop(slots[i]);
}

/* A float32 tensor of no dimensions. */
static Value number(double value) {
  Error error = {0};
  return keras_eager_value(nd_from_scalar((NdScalar){.type = ND_FLOAT32, .as.f = value}, ND_STRONG, &error), &error);
}

Value keras_initializer_call(Value self, const Arguments *arguments) {
  Value slots[2];
  if (!py_bind(signature_of("shape, dtype=None"), py_type_of(self)->name, arguments, slots)) return PY_ERROR;
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  NdType type;
  Value result = PY_ERROR;
  if (np_as_shape(slots[0], &ndim, shape) && keras_as_dtype(slots[1], ND_FLOAT32, &type)) {
    Error error = {0};
    NdArray *drawn = nn_initializer_draw(keras_object_of(self), ndim, shape, &error);
    NdArray *made = drawn ? nd_astype(drawn, type, &error) : NULL;
    nd_release(drawn);
    result = made ? keras_eager_value(made, NULL) : keras_raise(&error);
  }
  drop_all(slots, 2);
  return result;
}

Value keras_constraint_call(Value self, const Arguments *arguments) {
  Value slots[1];
  if (!py_bind(signature_of("w"), py_type_of(self)->name, arguments, slots)) return PY_ERROR;
  NdArray *given = np_as_array(slots[0]);
  py_drop(slots[0]);
  if (given == NULL) return PY_ERROR;
  Error error = {0};
  NdArray *w = nn_constraint_apply(keras_object_of(self), given, &error);
  nd_release(given);
  return w != NULL ? keras_eager_value(w, NULL) : keras_raise(&error);
}

Value keras_regularizer_call(Value self, const Arguments *arguments) {
  Value slots[1];
  if (!py_bind(signature_of("x"), py_type_of(self)->name, arguments, slots)) return PY_ERROR;
  NdArray *x = np_as_array(slots[0]);
  py_drop(slots[0]);
  if (x == NULL) return PY_ERROR;
  Error error = {0};
  double penalty;
  bool good = nn_regularizer_apply(keras_object_of(self), x, &penalty, &error);
  nd_release(x);
  return good ? number(penalty) : keras_raise(&error);
}

/* ---- Activations ---- */

/* Which layer an activation called on a symbolic tensor becomes: those with a layer of their own, else Activation. */
static NnLayer *activation_layer(NnObject *activation, Error *error) {
  static const struct {
    const NnRow *activation, *layer;
    int options; /* of the layer, which are the activation's in another order */
  } own[] = {{&nn_activation_relu, &nn_layer_relu, 3}, {&nn_activation_softmax, &nn_layer_softmax, 1},
             {&nn_activation_leaky_relu, &nn_layer_leaky_relu, 1}, {&nn_activation_elu, &nn_layer_elu, 1}};
  NnOption common[16] = {0}, options[4] = {0};
  NnLayer *layer = NULL;
  for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
    if (own[i].activation != activation->row) continue;
    const Signature *signature = signature_of(own[i].layer->signature);
    for (int p = 0; signature && p < signature->count && p < own[i].options; p++) {
      const NnOption *given = nn_option(activation, signature->parameters[p].name);
      if (given == NULL || !nn_option_copy(given, &options[p], error)) signature = NULL;
    }
    layer = signature ? nn_layer_new(own[i].layer, options, common, error) : NULL;
    for (int p = 0; p < 4; p++) nn_option_clear(&options[p]);
    return layer;
  }
  options[0] = (NnOption){.tag = NN_OPTION_OBJECT, .as.object = activation};
  char *name = nn_auto_name(activation->row->name, error);
  if (name == NULL) return NULL;
  common[0] = (NnOption){.tag = NN_OPTION_STRING, .as.string = name};
  layer = nn_layer_new(&nn_layer_activation, options, common, error);
  core_free(name);
  return layer;
}

/* These keep whole numbers whole; the others answer with floats. */
static bool keeps_integers(const NnRow *row) {
  return row == &nn_activation_relu || row == &nn_activation_relu6 || row == &nn_activation_linear;
}

Value keras_activate(NnObject *activation, Value x) {
  Error error = {0};
  if (keras_is_tensor(x)) {
    NnLayer *layer = activation_layer(activation, &error);
    NnTensor *tensor = ((KerasTensor *)x.as.object)->tensor;
    NnTensor *result = layer ? nn_layer_call(layer, &tensor, 1, -1, &error) : NULL;
    nn_layer_release(layer);
    return keras_tensor_value(result, &error);
  }
  NdArray *array = np_as_array(x);
  if (array == NULL) return PY_ERROR;
  /* Numbers and lists of the language become float32 (int32) tensors; arrays keep their dtype. */
  bool typed = np_is_array(x) || py_is(x, &keras_eager_tensor_type) || x.tag == TAG_SCALAR;
  NdType type = array->type, result_type = type == ND_FLOAT64 && typed ? ND_FLOAT64 : ND_FLOAT32;
  if (nd_types[type].kind != 'f' && keeps_integers(activation->row))
    result_type = typed || type == ND_BOOL ? type : ND_INT32;
  NdArray *made = nn_activation_apply(activation, array, &error);
  NdArray *result = made ? nd_astype(made, result_type, &error) : NULL;
  nd_release(made);
  nd_release(array);
  return result ? keras_eager_value(result, NULL) : keras_raise(&error);
}

Value keras_activation_call(Value self, const Arguments *arguments) {
  Value slots[1];
  if (!py_bind(signature_of("x"), py_type_of(self)->name, arguments, slots)) return PY_ERROR;
  Value result = keras_activate(keras_object_of(self), slots[0]);
  py_drop(slots[0]);
  return result;
}

/* ---- Losses and metrics ---- */

static bool is_wide(Value value) {
  if (np_is_array(value)) return np_borrow(value)->type == ND_FLOAT64;
  return py_is(value, &keras_eager_tensor_type) && ((EagerTensor *)value.as.object)->array->type == ND_FLOAT64;
}

NdArray *keras_measure(NnObject *object, Value y_true, Value y_pred, bool keep) {
  if (keras_is_tensor(y_true) || keras_is_tensor(y_pred)) {
    py_raise(&py_NotImplementedError, "%s on symbolic tensors is not there yet", object->row->name);
    py_hint("give it to compile(), or call it on arrays");
    return NULL;
  }
  NdArray *truth = np_as_array(y_true), *output = truth ? np_as_array(y_pred) : NULL, *values = NULL;
  if (output) {
    Error error = {0};
    values = nn_measure(object, truth, output, keep && is_wide(y_pred), &error);
    if (values == NULL) keras_raise(&error);
  }
  nd_release(truth);
  nd_release(output);
  return values;
}

static bool no_weights(Value weights) {
  if (py_is_none(weights)) return true;
  py_raise(&py_NotImplementedError, "the argument 'sample_weight' is not there yet");
  py_hint("leave it out");
  return false;
}

/* The sum of float32 values in float64. */
static double sum_of(const NdArray *values) {
  double sum = 0;
  for (int64_t i = 0; i < values->size; i++) sum += (double)((const float *)values->data)[i];
  return sum;
}

Value keras_loss_call(Value self, const Arguments *arguments) {
  Value slots[3];
  if (!py_bind(signature_of("y_true, y_pred, sample_weight=None"), "__call__", arguments, slots)) return PY_ERROR;
  NnObject *loss = keras_object_of(self);
  NdArray *values = no_weights(slots[2]) ? keras_measure(loss, slots[0], slots[1], false) : NULL;
  drop_all(slots, 3);
  if (values == NULL) return PY_ERROR;
  const char *reduction = nn_option_text(loss, "reduction");
  if (reduction == NULL || strcmp(reduction, "none") == 0) return keras_eager_value(values, NULL);
  double sum = sum_of(values), count = strcmp(reduction, "sum") == 0 ? 1 : (double)values->size;
  nd_release(values);
  return number(count > 0 ? sum / count : 0);
}

static bool update(Value self, Value y_true, Value y_pred, Value weights) {
  KerasMetric *metric = (KerasMetric *)self.as.object;
  NdArray *values = no_weights(weights) ? keras_measure(keras_object_of(self), y_true, y_pred, false) : NULL;
  if (values == NULL) return false;
  metric->total += sum_of(values);
  metric->count += (double)values->size;
  nd_release(values);
  return true;
}

static Value result_of(Value self) {
  const KerasMetric *metric = (const KerasMetric *)self.as.object;
  return number(metric->count > 0 ? metric->total / metric->count : 0);
}

Value keras_metric_call(Value self, const Arguments *arguments) {
  Value slots[3];
  if (!py_bind(signature_of("y_true, y_pred, sample_weight=None"), "update_state", arguments, slots)) return PY_ERROR;
  Value result = update(self, slots[0], slots[1], slots[2]) ? result_of(self) : PY_ERROR;
  drop_all(slots, 3);
  return result;
}

static Value metric_update(const NativeRow *row, Value *arguments) {
  return update(arguments[0], arguments[1], arguments[2], arguments[3]) ? PY_NONE : PY_ERROR;
}
static Value metric_result(const NativeRow *row, Value *arguments) { return result_of(arguments[0]); }
static Value metric_reset(const NativeRow *row, Value *arguments) {
  KerasMetric *metric = (KerasMetric *)arguments[0].as.object;
  metric->total = metric->count = 0;
  return PY_NONE;
}

const NativeRow keras_metric_methods[] = {
    {"update_state", "self, y_true, y_pred, sample_weight=None", "Adds these samples to the running mean.", metric_update, NULL},
    {"result", "self", "The mean so far.", metric_result, NULL},
    {"reset_state|reset_states", "self", "Starts the mean again.", metric_reset, NULL},
    {"get_config", "self", "The configuration as a dict.", keras_get_config, NULL},
    {0},
};
