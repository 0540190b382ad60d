/* Calling what is not a layer: initializers, regularizers, activations, losses and metrics, on arrays. */
#include <string.h>

#include "engine/array/ufunc.h"
#include "engine/core/memory.h"
#include "engine/nn/measure.h"
#include "engine/nn/metric.h"
#include "engine/nn/naming.h"
#include "engine/nn/rows.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_user.h"
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
  static const NnRow *const filled[] = {&nn_initializer_constant, &nn_initializer_identity, &nn_initializer_ones,
      &nn_initializer_zeros};
  const char *name = py_is_str(slots[1]) ? py_as_string(slots[1])->data : "float32";
  for (size_t i = 0; nd_type_named(name) < 0 && !py_pending() && i < sizeof filled / sizeof *filled; i++)
    if (filled[i] == keras_object_of(self)->row) py_raise(&py_ValueError, "Invalid dtype: %s", name);
  if (!py_pending() && keras_value_fits(keras_object_of(self), slots[0]) && np_as_shape(slots[0], &ndim, shape) &&
      keras_as_dtype(slots[1], ND_FLOAT32, &type)) {
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
  NdArray *given = keras_value_fits(keras_object_of(self), slots[0]) ? np_as_array(slots[0]) : NULL;
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
  if (!keras_value_fits(keras_object_of(self), slots[0])) {
    py_drop(slots[0]);
    return PY_ERROR;
  }
  if (keras_must_record(slots, 1)) {
    Value recorded = keras_record_regularizer(keras_object_of(self), slots[0]);
    py_drop(slots[0]);
    return recorded;
  }
  NdArray *x = np_as_numbers(slots[0]);
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
  if ((keras_is_tensor(x) && keras_tracing()) || (!keras_is_tensor(x) && keras_must_record(&x, 1)))
    return keras_record_activation(activation, x);
  if (keras_is_tensor(x)) {
    NnLayer *layer = activation_layer(activation, &error);
    NnTensor *tensor = ((KerasTensor *)x.as.object)->tensor;
    NnTensor *result = layer ? nn_layer_call(layer, &tensor, 1, -1, &error) : NULL;
    nn_layer_release(layer);
    return keras_tensor_value(result, &error);
  }
  NdArray *array = keras_value_fits(activation, x) ? np_as_numbers(x) : NULL;
  if (array == NULL) return PY_ERROR;
  /* Numbers and lists of the language become float32 (int32) tensors; arrays keep their dtype. */
  bool typed = np_is_array(x) || py_is(x, &keras_eager_tensor_type) || x.tag == TAG_SCALAR;
  NdType type = array->type, result_type = type == ND_FLOAT64 && typed ? ND_FLOAT64 : ND_FLOAT32;
  const NnOption *axis = nn_option(activation, "axis");
  if (axis != NULL && axis->tag == NN_OPTION_INT && array->ndim > 0 &&
      (axis->as.integer >= array->ndim || axis->as.integer < -array->ndim)) {
    keras_raise_invalid("`dim` must be in the range [-%d, %d) where %d is the number of dimensions in the input. Received: dim=%lld",
                        array->ndim, array->ndim, array->ndim, (long long)axis->as.integer);
    nd_release(array);
    return PY_ERROR;
  }
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

/* Losses of shapes that do not broadcast: TensorFlow's runtime refuses them at the first op of Keras's formula, whose
 * inputs may be the prediction and the target in this order. */
static bool refuse_loss(const NnRow *row, const NdArray *truth, const NdArray *output) {
  static const struct {
    const char *loss, *op;
    bool swapped;
  } first[] = {{"MeanSquaredError", "Sub", false}, {"MeanAbsoluteError", "Sub", false}, {"Huber", "Sub", true},
               {"LogCosh", "Sub", true}, {"KLDivergence", "RealDiv", false}, {"Poisson", "Mul", false},
               {"Hinge", "Mul", false}, {"SquaredHinge", "Mul", false}, {"CosineSimilarity", "Mul", false},
               {"CategoricalHinge", "Mul", false}, {"MeanAbsolutePercentageError", "Sub", false},
               {"MeanSquaredLogarithmicError", "Sub", true}, {"Tversky", "Mul", false}, {"Dice", "Mul", false}};
  bool meet = true;
  for (int i = 1; i <= truth->ndim && i <= output->ndim; i++) {
    const int64_t a = truth->shape[truth->ndim - i], b = output->shape[output->ndim - i];
    meet = meet && (a == b || a == 1 || b == 1);
  }
  for (size_t i = 0; row->kind == NN_LOSS && !meet && i < sizeof first / sizeof *first; i++) {
    if (strcmp(row->name, first[i].loss) != 0) continue;
    const NdArray *a = first[i].swapped ? output : truth, *b = first[i].swapped ? truth : output;
    keras_refuse_pair(first[i].op, a->ndim, a->shape, b->ndim, b->shape);
    return true;
  }
  return false;
}

/* Metrics and losses whose formula looks at shapes before its first op: ValueError. The others leave it to the
 * runtime. */
static bool looks_at_shapes(const NnRow *row, bool weights, bool ranks) {
  static const char *const values[] = {"AUC", "BinaryCrossentropy", "BinaryFocalCrossentropy",
      "CategoricalCrossentropy",
                                       "SparseCategoricalCrossentropy", "PrecisionAtRecall", "RecallAtPrecision",
                                       "SensitivityAtSpecificity", "SpecificityAtSensitivity", "Mean", "Sum"};
  static const char *const scores[] = {"F1Score", "FBetaScore", "R2Score"};
  if (weights && row->kind == NN_LOSS) return strcmp(row->name, "SparseCategoricalCrossentropy") == 0;
  if (weights) return strcmp(row->name, "SparseCategoricalCrossentropy") == 0 || strcmp(row->name, "F1Score") == 0 ||
      strcmp(row->name, "FBetaScore") == 0;
  for (size_t i = 0; i < sizeof values / sizeof *values; i++)
    if (strcmp(row->name, values[i]) == 0) return true;
  for (size_t i = 0; ranks && i < sizeof scores / sizeof *scores; i++)
    if (strcmp(row->name, scores[i]) == 0) return true;
  return false;
}

/* What the engine says of shapes, raised as the class that TensorFlow's runtime raises. */
static Value raise_shapes(const NnRow *row, const Error *error, bool weights, bool ranks) {
  if (error->code != ERROR_VALUE || py_pending() || looks_at_shapes(row, weights, ranks)) return keras_raise(error);
  const bool named = strncmp(error->text, row->name, strlen(row->name)) == 0;
  return (keras_raise_invalid)("%s%s%s", named ? "" : row->name, named ? "" : ": ", error->text);
}

/* Whether a target or prediction can be numbers; a text is refused as the first op of the formula does. */
static bool are_numbers(const NnRow *row, Value y_true, Value y_pred) {
  static const char *const casts[] = {"AUC", "BinaryAccuracy", "BinaryCrossentropy", "BinaryIoU",
      "CategoricalCrossentropy",
                                      "CategoricalHinge", "FalseNegatives", "FalsePositives", "Hinge", "IoU",
                                          "MeanIoU", "Precision",
                                      "PrecisionAtRecall", "Recall", "RecallAtPrecision", "SensitivityAtSpecificity",
                                      "SparseTopKCategoricalAccuracy", "SpecificityAtSensitivity", "SquaredHinge",
                                          "TrueNegatives",
                                      "TruePositives"};
  static const char *const counts[] = {"CategoricalAccuracy", "OneHotIoU", "OneHotMeanIoU"};
  if (py_is_none(y_true) || py_is_none(y_pred)) {
    if (row->kind == NN_METRIC && strcmp(row->name, "SparseCategoricalCrossentropy") == 0)
      py_raise(&py_AttributeError, "'NoneType' object has no attribute 'shape'");
    else py_raise(&py_ValueError, "Attempt to convert a value (None) with an unsupported type (<class 'NoneType'>) "
                                  "to a Tensor.");
    return false;
  }
  if (!py_is_str(y_true) && !py_is_str(y_pred)) return true;
  const char *what = py_is_str(y_true) ? "y_true" : "y_pred",
      *given = py_as_string(py_is_str(y_true) ? y_true : y_pred)->data;
  for (size_t i = 0; row->kind == NN_METRIC && i < sizeof casts / sizeof *casts; i++)
    if (strcmp(row->name, casts[i]) == 0) {
      Value words[3] = {py_text(row->name), py_text(what), py_text(given)};
      py_drop(keras_embedded_call("_keras_arguments", "refuse_text", words, 3));
      for (int k = 0; k < 3; k++) py_drop(words[k]);
      return false;
    }
  for (size_t i = 0; row->kind == NN_METRIC && i < sizeof counts / sizeof *counts; i++)
    if (strcmp(row->name, counts[i]) == 0) {
      keras_raise_invalid("%s: `%s` must be numbers. Received: the text '%s'", row->name, what, given);
      return false;
    }
  if (row->kind == NN_METRIC && strcmp(row->name, "SparseCategoricalCrossentropy") == 0)
    py_raise(&py_AttributeError, "'str' object has no attribute 'shape'");
  else py_raise(&py_TypeError, "%s: `%s` must be numbers. Received: the text '%s'", row->name, what, given);
  return false;
}

NdArray *keras_measure(NnObject *object, Value y_true, Value y_pred, bool keep) {
  if (!are_numbers(object->row, y_true, y_pred)) return NULL;
  NdArray *truth = np_as_numbers(y_true), *output = truth ? np_as_numbers(y_pred) : NULL, *values = NULL;
  if (output) {
    Error error = {0};
    values = nn_measure(object, truth, output, keep && is_wide(y_pred), &error);
    if (values == NULL && !refuse_loss(object->row, truth, output))
      raise_shapes(object->row, &error, false, truth->ndim != output->ndim);
  }
  nd_release(truth);
  nd_release(output);
  return values;
}

/* sample_weight= as float32; *out is NULL for None. */
static bool weights_of(Value value, NdArray **out) {
  *out = NULL;
  if (py_is_none(value)) return true;
  NdArray *given = np_as_numbers(value);
  if (given == NULL) return false;
  Error error = {0};
  NdArray *floats = nd_astype(given, ND_FLOAT32, &error);
  *out = floats != NULL ? nd_contiguous(floats, &error) : NULL;
  nd_release(given);
  nd_release(floats);
  return *out != NULL || !py_is_error(keras_raise(&error));
}

/* Weights of samples times those of a mask; where one has an axis of 1 more than the other, it is one row of both. */
static NdArray *times_mask(NdArray *weights, NdArray *mask, Error *error) {
  NdArray *longer = weights->ndim > mask->ndim ? weights : mask, *shorter = longer == weights ? mask : weights;
  nd_retain(longer);
  nd_retain(shorter);
  if (longer->ndim == shorter->ndim + 1 && longer->shape[longer->ndim - 1] == 1) {
    const bool widens = shorter->ndim == 1;
    int64_t shape[ND_MAX_DIMS];
    memcpy(shape, (widens ? shorter : longer)->shape, (size_t)shorter->ndim * sizeof *shape);
    shape[shorter->ndim] = 1;
    NdArray *changed = nd_reshape(widens ? shorter : longer, shorter->ndim + widens, shape, error);
    nd_release(widens ? shorter : longer);
    *(widens ? &shorter : &longer) = changed;
  }
  NdArray *product = longer != NULL && shorter != NULL ? nd_apply("multiply", shorter, longer, NULL, error) : NULL;
  if (product == NULL && error->code == ERROR_VALUE)
    keras_refuse_pair("Mul", weights->ndim, weights->shape, mask->ndim, mask->shape);
  nd_release(longer);
  nd_release(shorter);
  return product;
}

/* The mask that predictions carry counts as weights, which a mean makes up for. */
static bool mask_as_weights(const NnObject *loss, Value slots[3]) {
  NdArray *mask = keras_is_eager(slots[1]) ? ((EagerTensor *)slots[1].as.object)->mask : NULL;
  if (mask == NULL) return true;
  const char *reduction = nn_option_text(loss, "reduction");
  NdArray *given;
  if (!weights_of(slots[2], &given)) return false;
  Error error = {0};
  NdArray *weights = nd_copy(mask, &error);
  if (weights == NULL) {
    nd_release(given);
    return !py_is_error(keras_raise(&error));
  }
  const bool mean = reduction != NULL && (strcmp(reduction, "mean") == 0 || strcmp(reduction, "sum_over_batch_size") == 0);
  float *values = (float *)(void *)weights->data, sum = 0;
  for (int64_t i = 0; i < weights->size; i++) sum += values[i];
  for (int64_t i = 0; mean && sum > 0 && i < weights->size; i++) values[i] *= (float)weights->size / sum;
  if (given != NULL) {
    NdArray *both = times_mask(given, weights, &error);
    nd_release(weights);
    nd_release(given);
    weights = both;
    if (weights == NULL) return !py_is_error(py_pending() ? PY_ERROR : keras_raise(&error));
  }
  py_drop(slots[2]);
  slots[2] = np_value(weights, &error);
  return !py_is_error(slots[2]);
}

Value keras_loss_call(Value self, const Arguments *arguments) {
  Value slots[3];
  if (!py_bind(signature_of("y_true, y_pred, sample_weight=None"), "__call__", arguments, slots)) return PY_ERROR;
  if (keras_overrides(self, "call")) {
    Value made = keras_embedded_call("_keras_derived", "call_loss", (Value[]){self, slots[0], slots[1], slots[2]}, 4);
    drop_all(slots, 3);
    return made;
  }
  NnObject *loss = keras_object_of(self);
  if (!mask_as_weights(loss, slots)) {
    drop_all(slots, 3);
    return PY_ERROR;
  }
  if (keras_must_record(slots, 2)) {
    Value recorded = keras_record_loss(loss, slots[0], slots[1], slots[2]);
    drop_all(slots, 3);
    return recorded;
  }
  NdArray *weights, *reduced = NULL;
  NdArray *values = weights_of(slots[2], &weights) ? keras_measure(loss, slots[0], slots[1], false) : NULL;
  drop_all(slots, 3);
  Error error = {0};
  if (values != NULL && (reduced = nn_reduce_loss(loss, values, weights, &error)) == NULL)
    raise_shapes(loss->row, &error, true, false);
  nd_release(values);
  nd_release(weights);
  return reduced != NULL ? keras_eager_value(reduced, NULL) : PY_ERROR;
}

/* Mean and Sum take values, the others targets and predictions. */
static bool takes_values(const NnObject *metric) {
  return strcmp(metric->row->name, "Mean") == 0 || strcmp(metric->row->name, "Sum") == 0;
}

static bool update(Value self, Value y_true, Value y_pred, Value weights) {
  KerasMetric *metric = (KerasMetric *)self.as.object;
  NnObject *object = keras_object_of(self);
  NdArray *factors, *truth = NULL, *output = NULL;
  const bool values = takes_values(object);
  if (values && py_is_none(y_true)) {
    py_raise(&py_ValueError, "Attempt to convert a value (None) with an unsupported type (<class 'NoneType'>) to a "
                             "Tensor.");
    return false;
  }
  if (values && py_is_str(y_true)) {
    Value words[3] = {py_text(object->row->name), py_text("values"), py_keep(y_true)};
    py_drop(keras_embedded_call("_keras_arguments", "refuse_text", words, 3));
    for (int i = 0; i < 3; i++) py_drop(words[i]);
    return false;
  }
  if ((!values && !are_numbers(object->row, y_true, y_pred)) || !weights_of(weights, &factors)) return false;
  truth = np_as_numbers(y_true);
  if (truth != NULL && !values) output = np_as_numbers(y_pred);
  Error error = {0};
  bool good = truth != NULL && (values || output != NULL);
  if (good && !nn_measure_into(&metric->seen, object, truth, output, factors, &error)) {
    const bool ranks = output != NULL && truth->ndim != output->ndim;
    raise_shapes(object->row, &error, strncmp(error.text, "weights", 7) == 0 || strstr(error.text,
        " weights do not fit") != NULL, ranks);
    good = false;
  }
  nd_release(truth);
  nd_release(output);
  nd_release(factors);
  return good;
}

static Value result_of(Value self) {
  const KerasMetric *metric = (const KerasMetric *)self.as.object;
  const NnObject *object = keras_object_of(self);
  const int64_t count = nn_accumulator_results(&metric->seen, object, NULL);
  Error error = {0};
  double one;
  if (count == 1 && !nn_metric_gives_list(object)) {
    nn_accumulator_results(&metric->seen, object, &one);
    return number(one);
  }
  NdArray *many = nd_new(ND_FLOAT64, 1, (int64_t[]){count}, &error);
  if (many != NULL) nn_accumulator_results(&metric->seen, object, (double *)(void *)many->data);
  NdArray *floats = many != NULL ? nd_astype(many, ND_FLOAT32, &error) : NULL;
  nd_release(many);
  return keras_eager_value(floats, &error);
}

/* update_state's arguments: (y_true, y_pred, sample_weight), or (values, sample_weight); three slots either way. */
static bool bind_update(Value self, const Arguments *arguments, Value slots[3]) {
  if (!takes_values(keras_object_of(self)))
    return py_bind(signature_of("y_true, y_pred, sample_weight=None"), "update_state", arguments, slots);
  Value own[2];
  if (!py_bind(signature_of("values, sample_weight=None"), "update_state", arguments, own)) return false;
  slots[0] = own[0];
  slots[1] = PY_NONE;
  slots[2] = own[1];
  return true;
}

Value keras_metric_call(Value self, const Arguments *arguments) {
  Value slots[3];
  if (keras_overrides(self, "update_state") || keras_overrides(self, "result")) {
    Value method = py_getattr_c(self, "update_state"), done = py_is_error(method) ? PY_ERROR : py_call(method, arguments);
    py_drop(method);
    if (py_is_error(done)) return PY_ERROR;
    py_drop(done);
    return py_call_method(self, "result", NULL, 0);
  }
  if (!bind_update(self, arguments, slots)) return PY_ERROR;
  Value result = update(self, slots[0], slots[1], slots[2]) ? result_of(self) : PY_ERROR;
  drop_all(slots, 3);
  return result;
}

static Value metric_update(const NativeRow *row, Value *arguments) {
  /* The rest is bound again by what the metric takes. */
  const Value *items;
  int64_t count;
  if (!py_sequence(arguments[1], &items, &count)) return PY_ERROR;
  String *names[8];
  Value values[8];
  int named = 0;
  Value key, value;
  for (int64_t at = 0; !py_is_undefined(arguments[2]) && named < 8 &&
                       py_dict_next(py_as_dict(arguments[2]), &at, &key, &value);) {
    names[named] = py_as_string(key);
    values[named++] = value;
  }
  Value slots[3];
  if (!bind_update(arguments[0], &(Arguments){.positional = (Value *)items, .count = (int)count, .keyword_names = names,
                                              .keyword_values = values, .keyword_count = named}, slots))
    return PY_ERROR;
  const bool good = update(arguments[0], slots[0], slots[1], slots[2]);
  drop_all(slots, 3);
  return good ? PY_NONE : PY_ERROR;
}
static Value metric_result(const NativeRow *row, Value *arguments) { return result_of(arguments[0]); }
static Value metric_reset(const NativeRow *row, Value *arguments) {
  nn_accumulator_reset(&((KerasMetric *)arguments[0].as.object)->seen);
  return PY_NONE;
}

const NativeRow keras_metric_methods[] = {
    {"update_state", "self, *args, **kwargs", "Adds (y_true, y_pred, sample_weight=None) to what was seen; Mean and Sum: (values, sample_weight=None).", metric_update, NULL},
    {"result", "self", "The result so far.", metric_result, NULL},
    {"reset_state|reset_states", "self", "Starts again.", metric_reset, NULL},
    {"get_config", "self", "The configuration as a dict.", keras_get_config, NULL},
    {0},
};
