/* Ops on tensors of both kinds: dtypes, conversion of what is no tensor, and the call itself. */
#include "repl/modules/keras_before.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_user.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/operation.h"
#include "engine/nn/tensor.h"
#include "repl/modules/numpy.h"

static int tracing;
void keras_trace_begin(void) { tracing++; }
void keras_trace_end(void) { tracing--; }
bool keras_tracing(void) { return tracing > 0; }
static int model_traces;
bool keras_any_trace(void) { return tracing + model_traces > 0; }
void keras_model_trace(int step) { model_traces += step; }

bool keras_is_eager(Value value) { return py_is(value, &keras_eager_tensor_type); }

bool keras_is_tracked(const Value *values, int64_t count) {
  if (nn_tapes_open() == 0) return false;
  for (int64_t i = 0; i < count; i++)
    if (keras_is_eager(values[i]) || py_is(values[i], &keras_variable_type)) return true;
  return false;
}

Value (keras_raise_invalid)(const char *format, ...) {
  va_list list;
  char text[512];
  va_start(list, format);
  vsnprintf(text, sizeof text, format, list);
  va_end(list);
  Value module = modules_import("_tensorflow_errors");
  Value class = py_is_error(module) ? PY_ERROR : py_getattr_c(module, "InvalidArgumentError");
  Value words = py_text(text);
  if (!py_is_error(class) && !py_is_error(words)) {
    Value exception = py_call_values(class, (Value[]){PY_NONE, PY_NONE, words}, 3);
    if (!py_is_error(exception)) py_raise_value(exception);
    py_drop(exception);
  }
  py_drop(words);
  py_drop(class);
  py_drop(module);
  return PY_ERROR;
}

Value keras_embedded_find(const char *module_name, String *name) {
  if (name->data[0] == '_' && name->data[1] != '_') return PY_UNDEFINED;
  if (name->data[0] == '_') return PY_UNDEFINED;
  Value module = modules_import(module_name);
  if (py_is_error(module)) return PY_ERROR;
  Value found = py_find_attr(module, name);
  py_drop(module);
  if (!py_is_error(found) && !py_is_undefined(found) && py_is(found, &py_module_type)) {
    py_drop(found);
    return PY_UNDEFINED;
  }
  return found;
}

void keras_embedded_names(const char *module_name, void (*each)(void *context, const char *name), void *context) {
  Value module = modules_import(module_name);
  Value names = py_is_error(module) ? PY_ERROR : py_dir(module);
  if (py_is_error(names)) py_clear_pending();
  for (int64_t i = 0; !py_is_error(names) && i < py_as_list(names)->count; i++) {
    const String *name = py_as_string(py_as_list(names)->items[i]);
    if (name->data[0] != '_') each(context, name->data);
  }
  py_drop(names);
  py_drop(module);
}

/* ---- Operands ---- */

typedef struct Operand {
  NnTensor *tensor;     /* borrowed: a symbolic one */
  NnVariable *variable; /* borrowed */
  EagerTensor *eager;   /* borrowed */
  NdArray *array;       /* strong; of the last two not */
  NdType type;
  NdWeak weak;          /* a number of the language, or a list of such: gives way */
  bool soft;            /* an array of numpy's: gives way to a tensor under the strict rule */
} Operand;

static bool look_at(Value value, Operand *out) {
  memset(out, 0, sizeof *out);
  if (keras_is_tensor(value)) {
    out->tensor = ((KerasTensor *)value.as.object)->tensor;
    out->type = nn_tensor_type(out->tensor);
    return true;
  }
  if (keras_is_eager(value)) {
    out->eager = (EagerTensor *)value.as.object;
    out->type = out->eager->array->type;
    return true;
  }
  if (py_is(value, &keras_variable_type)) {
    out->variable = ((KerasVariable *)value.as.object)->variable;
    out->type = out->variable->value->type;
    return true;
  }
  /* A list with tensors in it is stacked by whoever made the list: here it is numbers. */
  out->array = np_as_array(value);
  if (out->array != NULL && !nd_is_number(out->array->type)) out->array = np_as_byte_texts(out->array);
  if (out->array == NULL) return false;
  out->type = out->array->type;
  if (out->type == ND_OBJECT) return true;
  const bool typed = np_is_array(value) || value.tag == TAG_SCALAR || py_is(value, &keras_rate_type);
  out->soft = typed;
  if (!typed) {
    const char kind = nd_types[out->type].kind;
    out->weak = kind == 'b' ? ND_WEAK_BOOL : kind == 'f' ? ND_WEAK_FLOAT : ND_WEAK_INT;
    out->type = kind == 'b' ? ND_BOOL : kind == 'f' ? ND_FLOAT32 : ND_INT32;
  }
  return true;
}

static bool is_float(NdType type) { return nd_types[type].kind == 'f'; }

/* keras/src/backend/common/dtypes.py: with a float among them, the widest float; numpy's rule for whole numbers. */
static NdType wider(NdType a, NdType b) {
  if (is_float(a) != is_float(b)) return is_float(a) ? a : b;
  return nd_promote(a, b);
}

static const char *short_name(NdType type) {
  return type == ND_FLOAT32 ? "float" : type == ND_FLOAT64 ? "double" : type == ND_FLOAT16 ? "half" : nd_types[type].name;
}

/* The dtype that the inputs are brought to. False: pending. */
static bool common_type(const OpCall *call, const Operand *operands, int count, NdType *out) {
  bool strong = false;
  NdType type = ND_BOOL;
  for (int pass = 0; pass < 2 && !strong; pass++)
    for (int i = 0; i < count; i++) {
      const Operand *x = &operands[i];
      if (x->weak != ND_STRONG || (call->free >> i & 1) || (call->strict && x->soft != (pass == 1))) continue;
      if (strong && call->strict && x->type != type) {
        keras_raise_invalid("cannot compute %s as input #%d(zero-based) was expected to be a %s tensor but is a %s tensor "
                            "[Op:%s] name: ", call->class_name, i, short_name(type), short_name(x->type), call->class_name);
        py_hint("tf.cast(x, tf.%s) brings both to one dtype", nd_types[type].name);
        return false;
      }
      type = strong ? wider(type, x->type) : x->type;
      strong = true;
    }
  for (int i = 0; i < count; i++) {
    const Operand *x = &operands[i];
    if (x->weak == ND_STRONG || (call->free >> i & 1)) continue;
    if (!strong) type = i == 0 ? x->type : wider(type, x->type);
    else if (x->weak == ND_WEAK_FLOAT && !is_float(type)) {
      if (call->strict) {
        keras_raise_invalid("cannot compute %s as input #1(zero-based) was expected to be a %s tensor but is a %s tensor "
                            "[Op:%s] name: ", call->class_name, i == 0 ? "float" : short_name(type),
                            i == 0 ? short_name(type) : "float", call->class_name);
        py_hint("tf.cast(x, tf.float32) first");
        return false;
      }
      type = ND_FLOAT32;
    } else if (x->weak == ND_WEAK_INT && type == ND_BOOL) {
      type = ND_INT32;
    }
  }
  *out = type;
  return true;
}

static NdType result_type(const OpCall *call, NdType common) {
  if (call->result >= 0) return (NdType)call->result;
  if (call->result == RESULT_SAME || is_float(common)) return common;
  return call->result == RESULT_QUOTIENT && call->strict ? ND_FLOAT64 : ND_FLOAT32;
}

/* ---- Concrete ---- */

static NnValue *value_of(const Operand *x, NdType type, Error *error) {
  if (x->variable != NULL) {
    NnValue *value = nn_value_of_variable(x->variable, error);
    NnValue *same = value != NULL ? nn_value_convert(value, type, error) : NULL;
    nn_value_release(value);
    return same;
  }
  if (x->eager != NULL && x->eager->value != NULL) return nn_value_convert(x->eager->value, type, error);
  return nn_value_new(nd_astype(x->eager != NULL ? x->eager->array : x->array, type, error), error);
}

NnValue *keras_value_of(Value value) {
  Operand operand;
  if (!look_at(value, &operand)) return NULL;
  Error error = {0};
  if (operand.tensor != NULL) {
    py_raise(&py_NotImplementedError, "a symbolic tensor cannot stand beside concrete ones here");
    return NULL;
  }
  NnValue *made =
      value_of(&operand, operand.type == ND_FLOAT64 || !is_float(operand.type) ? ND_FLOAT64 : ND_FLOAT32, &error);
  nd_release(operand.array);
  if (made == NULL) keras_raise(&error);
  return made;
}

Value keras_value_result(NnValue *value, NdType type, const Error *error) {
  if (value == NULL) return keras_raise(error);
  Error own = {0};
  const bool same = value->array->type == type;
  NdArray *array = same ? nd_retain(value->array) : nd_astype(value->array, type, &own);
  Value result = keras_eager_value(array, &own);
  if (!py_is_error(result) && same && value->tracked) ((EagerTensor *)result.as.object)->value = value;
  else nn_value_release(value);
  return result;
}

static Value call_concrete(const OpCall *call, const Operand *operands, int count, NdType common) {
  Error error = {0};
  const NdType made = result_type(call, common);
  /* Whole numbers are worked on as float64, which holds them exactly up to 2^53. */
  const NdType work = is_float(common) ? (common == ND_FLOAT64 ? ND_FLOAT64 : ND_FLOAT32) : ND_FLOAT64;
  NnValue *values[NN_MAX_INPUTS] = {NULL}, *result = NULL;
  const NnOp *op = nn_find_op(call->name);
  bool good = op != NULL || core_fail(&error, ERROR_NOT_IMPLEMENTED, "there is no op called %s", call->name);
  for (int i = 0; good && i < count; i++) good = (values[i] = value_of(&operands[i], work, &error)) != NULL;
  if (good) result = nn_value_op(op, values, count, &call->attributes, &error);
  const bool unlike = good && result == NULL && error.code == ERROR_VALUE;
  const bool refused = unlike && !call->answers && keras_refuse(call, values, count);
  for (int i = 0; i < count; i++) nn_value_release(values[i]);
  if (refused) return PY_ERROR;
  if (unlike && call->answers) {
    const int64_t none = 0;
    NdArray *answer = nd_new(ND_BOOL, 0, &none, &error);
    if (answer != NULL) *(bool *)answer->data = strcmp(call->name, "not_equal") == 0;
    return keras_eager_value(answer, &error);
  }
  if (result != NULL && is_float(made) && made != ND_FLOAT16 && result->array->type != made) {
    NnValue *same = nn_value_convert(result, made, &error);
    nn_value_release(result);
    result = same;
  }
  return keras_value_result(result, made, &error);
}

/* ---- Symbolic ---- */

static NnTensor *tensor_of(const Operand *x, NdType type, Error *error) {
  if (x->tensor != NULL) return nn_tensor_retain(x->tensor);
  if (x->variable != NULL) return nn_variable_tensor(x->variable, error);
  NdArray *same = nd_astype(x->eager != NULL ? x->eager->array : x->array, is_float(type) ? type : ND_FLOAT64, error);
  NnTensor *constant = same != NULL ? nn_constant(same, error) : NULL;
  nd_release(same);
  return constant;
}

bool keras_is_loose(const NnTensor *tensor) { return tensor->call == NULL && tensor->kind != NN_TENSOR_INPUT; }

/* In a functional model the op is a layer of its own, called on the symbolic inputs; numbers are part of it. */
static NnTensor *as_layer(const OpCall *call, NnTensor *const *tensors, const Operand *operands, int count, NdType type,
                          Error *error) {
  NnTensor *places[NN_MAX_INPUTS] = {NULL}, *outer[NN_MAX_INPUTS], *inner[NN_MAX_INPUTS], *result = NULL;
  int given = 0;
  bool good = true;
  for (int i = 0; good && i < count; i++) {
    inner[i] = tensors[i];
    if (operands[i].tensor == NULL || keras_is_loose(tensors[i])) continue;
    places[given] = nn_tensor_input(&tensors[i]->shape, tensors[i]->type, NULL, error);
    good = places[given] != NULL;
    outer[given] = tensors[i];
    inner[i] = places[given++];
  }
  NnTensor *output = good ? nn_op(call->name, inner, count, &call->attributes, error) : NULL;
  if (output != NULL) output->type = type;
  NnLayer *layer = output != NULL ? nn_operation_new(call->class_name, places, given, output, error) : NULL;
  if (layer != NULL) result = nn_layer_call(layer, outer, given, -1, error);
  if (result != NULL) result->type = type;
  nn_layer_release(layer);
  nn_tensor_release(output);
  for (int i = 0; i < given; i++) nn_tensor_release(places[i]);
  return result;
}

static Value call_symbolic(const OpCall *call, const Operand *operands, int count, NdType common) {
  Error error = {0};
  NnTensor *tensors[NN_MAX_INPUTS] = {NULL}, *result = NULL;
  bool good = true;
  for (int i = 0; good && i < count; i++) good = (tensors[i] = tensor_of(&operands[i], common, &error)) != NULL;
  const NdType type = result_type(call, common);
  bool given = false;
  for (int i = 0; i < count; i++) given = given || (operands[i].tensor != NULL && !keras_is_loose(operands[i].tensor));
  if (good && (tracing || !given)) {
    result = nn_op(call->name, tensors, count, &call->attributes, &error);
    if (result != NULL) result->type = type;
  } else if (good) {
    result = as_layer(call, tensors, operands, count, type, &error);
  }
  for (int i = 0; i < count; i++) nn_tensor_release(tensors[i]);
  return keras_tensor_value(result, &error);
}

/* Texts have ops of their own, which are written in the language. */
static Value call_texts(const OpCall *call, const Operand *operands, int count) {
  const int64_t *ints = call->attributes.integer;
  Value arrays = py_list(count);
  for (int i = 0; !py_is_error(arrays) && i < count; i++) {
    const Operand *x = &operands[i];
    if (x->tensor != NULL) {
      py_drop(arrays);
      return py_raise(&py_NotImplementedError, "texts in a model: only layers that read texts take them");
    }
    NdArray *array = x->variable != NULL ? x->variable->value : x->eager != NULL ? x->eager->array : x->array;
    if (py_list_append_steal(py_as_list(arrays), np_value(nd_retain(array), NULL))) continue;
    py_drop(arrays);
    return PY_ERROR;
  }
  Value numbers = py_tuple_of(4, py_int(ints[0]), py_int(ints[1]), py_int(ints[2]), py_int(ints[3]));
  Value shape = py_shape_with_none(call->attributes.shape.rank, call->attributes.shape.dims);
  Value name = py_text(call->name), class_name = py_text(call->class_name), result = PY_ERROR;
  if (!py_is_error(arrays) && !py_is_error(numbers) && !py_is_error(shape) && !py_is_error(name) &&
      !py_is_error(class_name))
    result = keras_embedded_call("_tensorflow_text", "run", (Value[]){name, arrays, numbers, shape, class_name}, 5);
  py_drop(class_name);
  py_drop(name);
  py_drop(shape);
  py_drop(numbers);
  py_drop(arrays);
  return result;
}

Value keras_op(const OpCall *call, const Value *inputs, int count) {
  Operand operands[NN_MAX_INPUTS];
  if (count < 1 || count > NN_MAX_INPUTS)
    return py_raise(&py_ValueError, "%s takes 1 to %d tensors, got %d", call->name, NN_MAX_INPUTS, count);
  int looked = 0;
  bool symbolic = false;
  NdType common;
  Value result = PY_ERROR;
  bool texts = false;
  /* In a trace a weight is not the numbers that it has just now. */
  const bool traced = keras_any_trace();
  while (looked < count && look_at(inputs[looked], &operands[looked])) {
    const Operand *x = &operands[looked++];
    texts = texts || x->type == ND_OBJECT;
    symbolic = symbolic || x->tensor != NULL || (traced && x->variable != NULL && x->type == ND_FLOAT32);
  }
  if (looked == count && texts) result = call_texts(call, operands, count);
  else if (looked == count && common_type(call, operands, count, &common))
    result = symbolic ? call_symbolic(call, operands, count, common) : call_concrete(call, operands, count, common);
  for (int i = 0; i < looked; i++) nd_release(operands[i].array);
  return result;
}

/* ---- For the modules that are written in the language ---- */

static bool numbers_of(Value value, int most, int64_t *out) {
  const Value *items;
  int64_t count;
  if (py_is_none(value)) return true;
  if (!py_sequence(value, &items, &count) || count > most) return !py_is_error(py_raise(&py_ValueError, "at most %d numbers", most));
  for (int64_t i = 0; i < count; i++)
    if (!py_as_int(items[i], &out[i])) return false;
  return true;
}

static Value native_op(const NativeRow *row, Value *arguments) {
  OpCall call = {.result = RESULT_SAME};
  const Value *inputs, *reals;
  int64_t count, real_count = 0, free_bits = 0;
  if (!py_as_text(arguments[0], &call.name) || !py_sequence(arguments[1], &inputs, &count) ||
      !numbers_of(arguments[2], 4, call.attributes.integer) || !py_sequence(arguments[3], &reals, &real_count))
    return py_pending() ? PY_ERROR : py_raise(&py_TypeError, "a list of tensors is needed");
  for (int64_t i = 0; i < real_count && i < 4; i++)
    if (!py_as_double(reals[i], &call.attributes.real[i])) return PY_ERROR;
  if (!py_is_none(arguments[4])) {
    const Value *dims;
    int64_t rank;
    if (!py_sequence(arguments[4], &dims, &rank) || rank > NN_MAX_DIMS)
      return py_raise(&py_ValueError, "a tensor has at most %d dimensions", NN_MAX_DIMS);
    call.attributes.shape.rank = (int)rank;
    if (!numbers_of(arguments[4], NN_MAX_DIMS, call.attributes.shape.dims)) return PY_ERROR;
  }
  if (py_is_str(arguments[5])) {
    const char *name = py_as_string(arguments[5])->data;
    call.result = strcmp(name, "floating") == 0   ? RESULT_FLOAT
                  : strcmp(name, "quotient") == 0 ? RESULT_QUOTIENT
                                                  : nd_type_named(name);
  }
  if (!py_as_text(arguments[6], &call.class_name) || !py_as_bool(arguments[7], &call.strict) ||
      !py_as_int(arguments[8], &free_bits))
    return PY_ERROR;
  call.free = (unsigned)free_bits;
  return keras_op(&call, inputs, (int)count);
}

/* The dims as a tuple; None, or for arithmetic -k where the size is k times the batch. */
static Value native_dims(const NativeRow *row, Value *arguments) {
  Operand x;
  if (!look_at(arguments[0], &x)) return PY_ERROR;
  const NdArray *array = x.variable != NULL ? x.variable->value : x.eager != NULL ? x.eager->array : x.array;
  const int rank = x.tensor != NULL ? nn_tensor_shape(x.tensor)->rank : array->ndim;
  Value dims = py_tuple(rank);
  for (int i = 0; !py_is_error(dims) && i < rank; i++)
    py_as_tuple(dims)->items[i] = py_int(x.tensor != NULL ? nn_tensor_shape(x.tensor)->dims[i] : array->shape[i]);
  nd_release(x.array);
  return dims;
}

static Value native_dtype(const NativeRow *row, Value *arguments) {
  Operand x;
  if (!look_at(arguments[0], &x)) return PY_ERROR;
  nd_release(x.array);
  return py_text(keras_type_name(x.type));
}

/* A variable counts wherever a tape is open: whether that one watches it is the tape's to know. */
static Value native_tracked(const NativeRow *row, Value *arguments) {
  if (nn_tapes_open() == 0) return PY_FALSE;
  if (py_is(arguments[0], &keras_variable_type) || py_is(arguments[0], &tf_variable_type))
    return py_bool(((KerasVariable *)arguments[0].as.object)->variable->trainable);
  const NnValue *value = keras_is_eager(arguments[0]) ? ((EagerTensor *)arguments[0].as.object)->value : NULL;
  return py_bool(value != NULL && value->tracked);
}
static Value native_is_symbolic(const NativeRow *row, Value *arguments) {
  return py_bool(keras_is_tensor(arguments[0]));
}
static Value native_is_tensor(const NativeRow *row, Value *arguments) {
  return py_bool(keras_is_tensor(arguments[0]) || keras_is_eager(arguments[0]));
}
static Value native_is_variable(const NativeRow *row, Value *arguments) {
  return py_bool(py_is(arguments[0], &keras_variable_type));
}

static Value native_make(const NativeRow *row, Value *arguments) {
  if (keras_is_tensor(arguments[0])) return py_keep(arguments[0]);
  if (keras_is_eager(arguments[0]) && py_is_none(arguments[1])) return py_keep(arguments[0]);
  Operand x;
  NdType type;
  if (!look_at(arguments[0], &x)) return PY_ERROR;
  Value result = PY_ERROR;
  Error error = {0};
  if (keras_as_dtype(arguments[1], x.type, &type)) {
    if ((type == ND_OBJECT) != (x.type == ND_OBJECT)) {
      Value shown = py_repr(arguments[0]);
      if (!py_is_error(shown))
        py_raise(&py_TypeError, "Cannot convert %s to EagerTensor of dtype %s", py_as_string(shown)->data,
                 type == ND_FLOAT32 ? "float" : type == ND_FLOAT64 ? "double" : keras_type_name(type));
      py_drop(shown);
      nd_release(x.array);
      return PY_ERROR;
    }
    if (is_float(type) && type != ND_FLOAT16 && x.array == NULL && is_float(x.type))
      result = keras_value_result(value_of(&x, type, &error), type, &error);
    else
      result = keras_eager_value(nd_astype(x.variable ? x.variable->value
                                           : x.eager  ? x.eager->array
                                                      : x.array,
                                           type, &error),
                                 &error);
  }
  nd_release(x.array);
  return result;
}

/* The numbers without their history, as an ndarray; a list of numbers keeps the dtype that tensors of it have. */
static Value native_array(const NativeRow *row, Value *arguments) {
  Operand x;
  if (!look_at(arguments[0], &x)) return PY_ERROR;
  if (x.tensor != NULL) return py_raise(&py_TypeError, "a symbolic tensor has no numbers");
  Error error = {0};
  Value result = np_value(nd_astype(x.variable ? x.variable->value
                                    : x.eager  ? x.eager->array
                                               : x.array,
                                    x.type, &error),
                          &error);
  nd_release(x.array);
  return result;
}

Value keras_constant(Value value) {
  Operand x;
  if (!look_at(value, &x)) return PY_ERROR;
  Error error = {0};
  NnTensor *tensor = tensor_of(&x, x.type, &error);
  nd_release(x.array);
  return keras_tensor_value(tensor, &error);
}
static Value native_symbolic(const NativeRow *row, Value *arguments) { return keras_constant(arguments[0]); }
static Value native_tracing(const NativeRow *row, Value *arguments) { return py_bool(keras_any_trace()); }

const NativeRow keras_op_rows[] = {
    {"op", "name, inputs, ints=(), reals=(), shape=None, result=None, cls='Op', strict=False, free=0",
     "Runs one op of the engine, now or symbolically.", native_op, NULL},
    {"dims", "x", "The shape as integers; -k is k times the batch.", native_dims, NULL},
    {"dtype_of", "x", "The name of the dtype.", native_dtype, NULL},
    {"tracked", "x", "Whether a tape follows x.", native_tracked, NULL},
    {"is_symbolic", "x", "Whether x is a KerasTensor.", native_is_symbolic, NULL},
    {"is_tensor", "x", "Whether x is a tensor of any kind.", native_is_tensor, NULL},
    {"is_variable", "x", "Whether x is a variable.", native_is_variable, NULL},
    {"make", "x, dtype=None", "A tensor of x.", native_make, NULL},
    {"array", "x", "The numbers of a concrete tensor.", native_array, NULL},
    {"symbolic", "x", "A node of the graph for a known tensor.", native_symbolic, NULL},
    {"before", "layer, inputs, shape, dtype", "What a layer makes of an input before a plan runs.", keras_before, NULL},
    {"begin_build", "layer", "Names of weights begin with the layer's from here on.", keras_user_begin_build, NULL},
    {"end_build", "layer", "Up to here.", keras_user_end_build, NULL},
    {"tracing", "", "Whether a function is being traced.", native_tracing, NULL},
    {0},
};
