/* Operators of tensors, and the engine's layers, activations and losses on tensors that a tape follows or that are
 * symbolic while a function is traced. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/loss.h"
#include "engine/nn/metric.h"
#include "engine/nn/tensor.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_user.h"
#include "repl/modules/numpy.h"

Value keras_embedded_call(const char *module_name, const char *name, const Value *arguments, int count) {
  Value module = modules_import(module_name);
  Value function = py_is_error(module) ? PY_ERROR : py_getattr_c(module, name);
  Value result = py_is_error(function) ? PY_ERROR : py_call_values(function, arguments, count);
  py_drop(function);
  py_drop(module);
  return result;
}

/* ---- Operators ---- */

/* Whether a value can stand beside a tensor. */
static bool is_operand(Value v) {
  const Value *items;
  int64_t count;
  return py_is_number(v) || py_is_str(v) || py_is_bytes(v) || keras_is_tensor(v) || keras_is_eager(v) ||
         py_is(v, &keras_variable_type) || np_is_array(v) || py_sequence(v, &items, &count) ||
         py_is(v, &keras_rate_type);
}

Value keras_operator(BinaryOp op, Value a, Value b) {
  static const struct {
    BinaryOp op;
    const char *name, *class_name, *strict_name;
    int result;
  } rows[] = {{OP_ADD, "add", "Add", "AddV2", RESULT_SAME},
              {OP_SUB, "subtract", "Subtract", "Sub", RESULT_SAME},
              {OP_MUL, "multiply", "Multiply", "Mul", RESULT_SAME},
              {OP_DIV, "divide", "TrueDivide", "RealDiv", RESULT_QUOTIENT},
              {OP_FLOORDIV, "floor_divide", "FloorDivide", "FloorDiv", RESULT_SAME},
              {OP_MOD, "mod", "Mod", "FloorMod", RESULT_SAME},
              {OP_POW, "power", "Power", "Pow", RESULT_SAME},
              {OP_AND, "and", "LogicalAnd", "LogicalAnd", RESULT_SAME},
              {OP_OR, "or", "LogicalOr", "LogicalOr", RESULT_SAME},
              {OP_XOR, "xor", "LogicalXor", "LogicalXor", RESULT_SAME}};
  if (!is_operand(a) || !is_operand(b)) return PY_NOT_IMPLEMENTED;
  if (op == OP_MATMUL) return keras_embedded_call("_keras_ops", "matmul", (Value[]){a, b}, 2);
  const bool strict = !keras_is_tensor(a) && !keras_is_tensor(b);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (rows[i].op == op)
      return keras_op(&(OpCall){.name = rows[i].name, .class_name = strict ? rows[i].strict_name : rows[i].class_name,
                                .result = rows[i].result, .strict = strict}, (Value[]){a, b}, 2);
  return PY_NOT_IMPLEMENTED;
}

Value keras_comparison(CompareOp op, Value a, Value b) {
  static const struct {
    const char *name, *class_name;
  } rows[] = {[OP_LT] = {"less", "Less"},   [OP_LE] = {"less_equal", "LessEqual"},
              [OP_EQ] = {"equal", "Equal"}, [OP_NE] = {"not_equal", "NotEqual"},
              [OP_GT] = {"greater", "Greater"}, [OP_GE] = {"greater_equal", "GreaterEqual"}};
  if (!is_operand(a) || !is_operand(b)) return PY_NOT_IMPLEMENTED;
  const bool strict = !keras_is_tensor(a) && !keras_is_tensor(b);
  return keras_op(&(OpCall){.name = rows[op].name,
                            .class_name = rows[op].class_name,
                            .result = ND_BOOL,
                            .strict = strict,
                            .answers = strict && (op == OP_EQ || op == OP_NE)},
                  (Value[]){a, b}, 2);
}

Value keras_unary(UnaryOp op, Value self) {
  if (op == OP_POSITIVE) return py_keep(self);
  OpCall call = {.name = "scale", .class_name = "Negative", .attributes = {.real = {-1}}, .result = RESULT_SAME, .strict = true};
  if (op == OP_ABS) call = (OpCall){.name = "abs", .class_name = "Absolute", .result = RESULT_SAME, .strict = true};
  if (op == OP_INVERT) call = (OpCall){.name = "not", .class_name = "LogicalNot", .result = ND_BOOL, .strict = true};
  return keras_op(&call, &self, 1);
}

/* ---- Objects of the engine ---- */

bool keras_must_record(const Value *values, int64_t count) {
  for (int64_t i = 0; i < count; i++)
    if (keras_is_tensor(values[i])) return true;
  return keras_is_tracked(values, count);
}

/* A symbolic tensor of a value; numbers become a constant. */
static NnTensor *symbolic_of(Value value, Error *error) {
  if (keras_is_tensor(value)) return nn_tensor_retain(((KerasTensor *)value.as.object)->tensor);
  if (py_is(value, &keras_variable_type))
    return nn_variable_tensor(((KerasVariable *)value.as.object)->variable, error);
  NdArray *array = np_as_array(value);
  NdArray *same = array ? nd_astype(array, ND_FLOAT32, error) : NULL;
  NnTensor *constant = same ? nn_constant(same, error) : NULL;
  nd_release(array);
  nd_release(same);
  return constant;
}

/* Whole numbers (class labels) meet predictions of one float type. */
static bool same_type(NnValue **values, int count, Error *error) {
  const NdType type = values[count - 1]->array->type;
  for (int i = 0; i < count; i++) {
    NnValue *same = nn_value_convert(values[i], type, error);
    if (same == NULL) return false;
    nn_value_release(values[i]);
    values[i] = same;
  }
  return true;
}

static bool is_float(Value value) {
  return !keras_is_eager(value) || nd_types[((EagerTensor *)value.as.object)->array->type].kind == 'f';
}

Value keras_record_measure(NnObject *object, Value y_true, Value y_pred) {
  Error error = {0};
  if (keras_is_tensor(y_true) || keras_is_tensor(y_pred)) {
    NnTensor *truth = symbolic_of(y_true, &error), *output = truth ? symbolic_of(y_pred, &error) : NULL;
    NnTensor *samples = output ? nn_metric_expand(object, truth, output, &error) : NULL;
    nn_tensor_release(truth);
    nn_tensor_release(output);
    return keras_tensor_value(samples, &error);
  }
  NnValue *values[2] = {keras_value_of(y_true), NULL}, *samples = NULL;
  if (values[0]) values[1] = keras_value_of(y_pred);
  if (values[1] && is_float(y_pred) && same_type(values, 2, &error))
    samples = nn_value_measure(object, values[0], values[1], &error);
  const NdType type = values[1] ? values[1]->array->type : ND_FLOAT32;
  nn_value_release(values[0]);
  nn_value_release(values[1]);
  return keras_value_result(samples, type, &error);
}

static Value reduce(const char *name, Value x) {
  Value result = keras_op(&(OpCall){.name = name, .class_name = "Mean", .attributes = {.integer = {0xff}}, .result = RESULT_SAME}, &x, 1);
  py_drop(x);
  return result;
}

/* Weights with as many axes as the samples: theirs line up from the first on, as nn_reduce_loss has it. */
static Value lined_up(Value weights, Value samples, double *sum) {
  NdArray *given = np_as_numbers(weights);
  if (given == NULL) return PY_ERROR;
  Error error = {0};
  NdArray *floats = nd_astype(given, ND_FLOAT32, &error), *dense = floats ? nd_contiguous(floats, &error) : NULL;
  nd_release(given);
  nd_release(floats);
  if (dense == NULL) return keras_raise(&error);
  int64_t dims[ND_MAX_DIMS];
  int rank = dense->ndim;
  const int wanted = keras_is_eager(samples) ? ((EagerTensor *)samples.as.object)->array->ndim : rank;
  for (int i = 0; i < rank; i++) dims[i] = dense->shape[i];
  if (rank == wanted + 1 && dims[rank - 1] == 1) rank--;
  while (rank > 0 && rank < wanted) dims[rank++] = 1;
  *sum = 0;
  for (int64_t i = 0; i < dense->size; i++) *sum += (double)((const float *)(const void *)dense->data)[i];
  NdArray *lined = nd_reshape(dense, rank, dims, &error);
  nd_release(dense);
  return lined ? keras_eager_value(lined, NULL) : keras_raise(&error);
}

Value keras_record_loss(NnObject *loss, Value y_true, Value y_pred, Value weights) {
  Value samples = keras_record_measure(loss, y_true, y_pred);
  const char *reduction = nn_option_text(loss, "reduction");
  double sum = 0;
  if (!py_is_error(samples) && !py_is_none(weights)) {
    Value lined = lined_up(weights, samples, &sum);
    Value weighted = py_is_error(lined) ? lined : keras_operator(OP_MUL, samples, lined);
    py_drop(samples);
    py_drop(lined);
    samples = weighted;
  }
  if (py_is_error(samples) || reduction == NULL || strcmp(reduction, "none") == 0) return samples;
  if (py_is_none(weights) || strcmp(reduction, "mean_with_sample_weight") != 0)
    return reduce(strcmp(reduction, "sum") == 0 ? "reduce_sum" : "reduce_mean", samples);
  Value total = reduce("reduce_sum", samples);
  if (py_is_error(total)) return total;
  Value mean = keras_operator(OP_MUL, total, py_float(sum != 0 ? 1 / sum : 0));
  py_drop(total);
  return mean;
}

static Value with_mask(Value tensor, NdArray *mask) {
  if (py_is_error(tensor)) nd_release(mask);
  else ((EagerTensor *)tensor.as.object)->mask = mask;
  return tensor;
}

static bool losses_noted;
void keras_losses_noted(void) { losses_noted = true; }

bool keras_losses_clear(Value layer) {
  if (!losses_noted) return true;
  Value done = keras_embedded_call("_keras_losses", "clear", &layer, 1);
  py_drop(done);
  return !py_is_error(done);
}

/* What a call on numbers adds to the loss: for layer.losses. Takes the values over. */
static bool note_losses(NnLayer *layer, NnValue **losses, int count) {
  Error error = {0};
  Value list = py_list(count);
  keras_losses_noted();
  for (int i = 0; i < count; i++) {
    const bool samples = losses[i]->array->ndim > 0;
    Value loss = keras_value_result(losses[i], ND_FLOAT32, &error);
    if (samples && !py_is_error(loss)) loss = reduce("reduce_mean", loss);
    if (py_is_error(list)) py_drop(loss);
    else if (!py_list_append_steal(py_as_list(list), loss)) {
      py_drop(list);
      list = PY_ERROR;
    }
  }
  Value self = py_is_error(list) ? PY_ERROR : keras_wrap(nn_object_retain(&layer->object), &error);
  Value done = py_is_error(self) ? PY_ERROR : keras_embedded_call("_keras_losses", "note", (Value[]){self, list}, 2);
  py_drop(self);
  py_drop(list);
  py_drop(done);
  return !py_is_error(done);
}

Value keras_record_layer(NnLayer *layer, const Value *inputs, NdArray *const *masks, int64_t count, int training) {
  NnValue *values[NN_MAX_INPUTS] = {NULL}, *outputs[NN_MAX_OUTPUTS], *losses[NN_MAX_OUTPUTS];
  NdArray *made_masks[NN_MAX_OUTPUTS];
  int loss_count = 0;
  if (count > NN_MAX_INPUTS) return py_raise(&py_NotImplementedError, "a layer takes at most %d inputs", NN_MAX_INPUTS);
  Error error = {0};
  int made = 0;
  bool good = true;
  for (int64_t i = 0; good && i < count; i++) {
    NnValue *value = keras_value_of(inputs[i]);
    values[i] = value ? nn_value_convert(value, ND_FLOAT32, &error) : NULL;
    nn_value_release(value);
    good = values[i] != NULL;
  }
  good = good && nn_value_layer(layer, values, masks, (int)count, training, outputs, made_masks, &made, losses,
                                &loss_count, &error);
  for (int64_t i = 0; i < count; i++) nn_value_release(values[i]);
  if (!good) return keras_raise(&error);
  if (loss_count > 0 && !note_losses(layer, losses, loss_count)) {
    for (int i = 0; i < made; i++) {
      nn_value_release(outputs[i]);
      nd_release(made_masks[i]);
    }
    return PY_ERROR;
  }
  if (made == 1) return with_mask(keras_value_result(outputs[0], ND_FLOAT32, &error), made_masks[0]);
  Value list = py_list(made);
  for (int i = 0; i < made; i++) {
    if (py_is_error(list)) {
      nn_value_release(outputs[i]);
      nd_release(made_masks[i]);
    } else if (!py_list_append_steal(py_as_list(list),
                                     with_mask(keras_value_result(outputs[i], ND_FLOAT32, &error), made_masks[i]))) {
      py_drop(list);
      list = PY_ERROR;
    }
  }
  return list;
}

/* What makes a tensor of a tensor: an activation, a regularizer. */
static Value record_one(NnTensor *(*expand)(const NnObject *object, NnTensor *x, Error *error), NnObject *object,
                        Value x) {
  Error error = {0};
  if (keras_is_tensor(x))
    return keras_tensor_value(expand(object, ((KerasTensor *)x.as.object)->tensor, &error), &error);
  NnValue *value = keras_value_of(x), *result = NULL;
  if (value == NULL) return keras_raise(&error);
  const NnShape shape = nn_shape_of_array(value->array);
  const NdType type = value->array->type == ND_FLOAT64 && is_float(x) ? ND_FLOAT64 : ND_FLOAT32;
  NnTensor *place = nn_tensor_input(&shape, ND_FLOAT32, NULL, &error);
  NnTensor *output = place ? expand(object, place, &error) : NULL;
  if (output != NULL && !nn_value_graph(&place, &value, 1, &output, 1, false, &result, &error)) result = NULL;
  nn_tensor_release(output);
  nn_tensor_release(place);
  nn_value_release(value);
  return keras_value_result(result, type, &error);
}

Value keras_record_activation(NnObject *activation, Value x) { return record_one(nn_activation_expand, activation, x); }

static NnTensor *regularizer_expand(const NnObject *regularizer, NnTensor *x, Error *error) {
  return ((const NnRegularizerHandlers *)regularizer->row->handlers)->expand(regularizer, x, error);
}
Value keras_record_regularizer(NnObject *regularizer, Value x) {
  return record_one(regularizer_expand, regularizer, x);
}

/* ---- Optimizers ---- */

static Value optimizer_apply_gradients(const NativeRow *row, Value *arguments) {
  if (keras_overrides(arguments[0], "apply") || keras_overrides(arguments[0], "update_step"))
    return keras_embedded_call("_keras_derived", "apply_gradients", arguments, 2);
  return keras_embedded_call("_keras_ops", "_apply_gradients", arguments, 2);
}
static Value optimizer_apply(const NativeRow *row, Value *arguments) {
  if (keras_overrides(arguments[0], "update_step")) return keras_embedded_call("_keras_derived", "apply", arguments, 3);
  if (!py_is_none(arguments[2])) return keras_embedded_call("_keras_ops", "_apply", arguments, 3);
  /* Without variables those that it was built for. */
  const NnOptimizer *optimizer = (const NnOptimizer *)keras_object_of(arguments[0]);
  Value variables = PY_NONE;
  if (optimizer->built) {
    variables = py_list(optimizer->variable_count);
    for (int i = 0; !py_is_error(variables) && i < optimizer->variable_count; i++)
      if (!py_list_append_steal(py_as_list(variables), keras_variable_value(optimizer->variables[i]))) {
        py_drop(variables);
        variables = PY_ERROR;
      }
    if (py_is_error(variables)) return PY_ERROR;
  }
  Value result = keras_embedded_call("_keras_ops", "_apply_built", (Value[]){arguments[0], arguments[1], variables}, 3);
  py_drop(variables);
  return result;
}

const NativeRow keras_optimizer_methods[] = {
    {"get_config", "self", "The configuration as a dict.", keras_get_config, NULL},
    {"apply_gradients", "self, grads_and_vars", "One step: pairs of a gradient and its variable.", optimizer_apply_gradients, NULL},
    {"build", "self, variables", "Makes what it remembers of these weights.", keras_optimizer_build, NULL},
    {"apply", "self, grads, trainable_variables=None", "One step for these gradients.", optimizer_apply, NULL},
    {0},
};
