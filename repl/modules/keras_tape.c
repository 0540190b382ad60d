/* tf.GradientTape's native half, tf.Variable, and optimizers that are given their gradients. */
#include <stdio.h>
#include <string.h>

#include "engine/array/print.h"
#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/plan.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_user.h"
#include "repl/modules/numpy.h"

/* ---- Tapes ---- */

typedef struct Tape {
  Object head;
  NnTape *tape;
} Tape;

static NnTape *tape_of(Value v) { return ((Tape *)v.as.object)->tape; }
static void tape_dealloc(Object *self) { nn_tape_free(((Tape *)self)->tape); }

static Value tape_construct(Type *type, Value *arguments) {
  bool watch;
  if (!py_as_bool(arguments[0], &watch)) return PY_ERROR;
  Error error = {0};
  NnTape *tape = nn_tape_new(watch, &error);
  if (tape == NULL) return keras_raise(&error);
  Tape *value = py_new(type);
  if (value == NULL) nn_tape_free(tape);
  else value->tape = tape;
  return py_object(value);
}

static Value tape_start(const NativeRow *row, Value *arguments) {
  nn_tape_open(tape_of(arguments[0]));
  return PY_NONE;
}
static Value tape_stop(const NativeRow *row, Value *arguments) {
  nn_tape_close(tape_of(arguments[0]));
  return PY_NONE;
}
static Value tape_reset(const NativeRow *row, Value *arguments) {
  nn_tape_reset(tape_of(arguments[0]));
  return PY_NONE;
}
static Value tape_is_open(const NativeRow *row, Value *arguments) {
  return py_bool(nn_tape_is_open(tape_of(arguments[0])));
}
static Value tapes_open(const NativeRow *row, Value *arguments) { return py_int(nn_tapes_open()); }

/* A concrete tensor gets a value of its own, whose history begins here. */
static NnValue *history(Value tensor, Error *error) {
  EagerTensor *eager = (EagerTensor *)tensor.as.object;
  const bool whole = nd_types[eager->array->type].kind != 'f';
  if (eager->value == NULL)
    eager->value = nn_value_new(nd_astype(eager->array, whole ? ND_FLOAT64 : eager->array->type, error), error);
  return eager->value;
}

static Value refuse_watch(Value given) {
  Value shown = py_str(given);
  if (!py_is_error(shown))
    py_raise(&py_ValueError, "Passed in object %s of type '%s', not tf.Tensor or tf.Variable or ExtensionType.",
             py_as_string(shown)->data, py_type_of(given)->name);
  py_drop(shown);
  return PY_ERROR;
}

static Value tape_watch(const NativeRow *row, Value *arguments) {
  Error error = {0};
  if (py_is(arguments[1], &keras_variable_type))
    return nn_tape_watch_variable(tape_of(arguments[0]), ((KerasVariable *)arguments[1].as.object)->variable, &error)
               ? PY_NONE : keras_raise(&error);
  if (!keras_is_eager(arguments[1]))
    return refuse_watch(arguments[1]);
  NnValue *value = history(arguments[1], &error);
  if (value == NULL) return keras_raise(&error);
  nn_tape_watch(tape_of(arguments[0]), value);
  return PY_NONE;
}

static Value tape_gradients(const NativeRow *row, Value *arguments) {
  const Value *targets, *sources, *given;
  int64_t target_count, source_count, given_count = 0;
  if (!py_sequence(arguments[1], &targets, &target_count) || !py_sequence(arguments[2], &sources, &source_count) ||
      !py_sequence(arguments[3], &given, &given_count))
    return py_raise(&py_TypeError, "lists are needed");
  Error error = {0};
  NnValue **values = core_alloc_zero((size_t)target_count + 1, sizeof *values);
  NdArray **weights = core_alloc_zero((size_t)target_count + 1, sizeof *weights);
  NnSource *from = core_alloc_zero((size_t)source_count + 1, sizeof *from);
  NdArray **made = core_alloc_zero((size_t)source_count + 1, sizeof *made);
  NnValue **followed = core_alloc_zero((size_t)source_count + 1, sizeof *followed);
  bool good = (values != NULL && weights != NULL && from != NULL && made != NULL && followed != NULL) || core_fail_memory(&error, 1);
  for (int64_t i = 0; good && i < target_count; i++) {
    if (keras_is_eager(targets[i])) values[i] = nn_value_retain(history(targets[i], &error));
    else values[i] = keras_value_of(targets[i]);
    good = values[i] != NULL;
    if (good && i < given_count && !py_is_none(given[i])) good = (weights[i] = np_as_array(given[i])) != NULL;
  }
  for (int64_t i = 0; good && i < source_count; i++) {
    if (py_is(sources[i], &keras_variable_type)) from[i].variable = ((KerasVariable *)sources[i].as.object)->variable;
    else if (keras_is_eager(sources[i])) from[i].value = ((EagerTensor *)sources[i].as.object)->value;
  }
  /* Where a tape is open the gradients are something that it follows. */
  NnTape *tape = tape_of(arguments[0]);
  if (good && nn_tapes_open() > 0)
    good = nn_tape_gradients_recorded(tape, values, weights, (int)target_count, from, (int)source_count, followed, &error);
  else if (good)
    good = nn_tape_gradients(tape, values, weights, (int)target_count, from, (int)source_count, made, &error);
  Value list = good ? py_list(source_count) : py_pending() ? PY_ERROR : keras_raise(&error);
  for (int64_t i = 0; i < source_count && made != NULL && followed != NULL; i++) {
    Value one = PY_NONE;
    if (followed[i] != NULL) one = keras_value_result(followed[i], followed[i]->array->type, &error);
    else if (made[i] != NULL) one = keras_eager_value(made[i], &error);
    if (py_is_error(list)) py_drop(one);
    else if (!py_list_append_steal(py_as_list(list), one)) {
      py_drop(list);
      list = PY_ERROR;
    }
  }
  for (int64_t i = 0; i < target_count; i++) {
    if (values) nn_value_release(values[i]);
    if (weights) nd_release(weights[i]);
  }
  core_free(values);
  core_free(weights);
  core_free(from);
  core_free(made);
  core_free(followed);
  return list;
}

static const NativeRow tape_methods[] = {
    {"start", "self", "Begins to record.", tape_start, NULL},
    {"stop", "self", "Ends recording.", tape_stop, NULL},
    {"reset", "self", "Forgets what was recorded.", tape_reset, NULL},
    {"is_open", "self", "Whether it records.", tape_is_open, NULL},
    {"watch", "self, tensor", "Follows a tensor.", tape_watch, NULL},
    {"gradients", "self, targets, sources, weights", "Gradients of the targets' sum.", tape_gradients, NULL},
    {0},
};
Type keras_tape_type = {.head = {&py_type_type, 1}, .name = "Tape", .module = "_keras", .base = &py_object_type,
                        .help = "Records ops.", .size = sizeof(Tape), .dealloc = tape_dealloc, .signature = "watch=True",
                        .construct = tape_construct, .methods = tape_methods};

/* ---- optimizer.apply ---- */

/* One step of an optimizer is a plan's: its loss is sum(gradient * variable), so that clipping, decay and all else
 * happen in one place. Plans are kept for the optimizers that were used last. */
typedef struct Stepper {
  NnPlan *plan;
  NnOptimizer *optimizer; /* the plan holds it */
  NnVariable **variables; /* the plan holds them */
  int count;
} Stepper;
enum { STEPPERS = 8 };
static Stepper steppers[STEPPERS];
static int next_stepper;

static NnPlan *plan_for(NnOptimizer *optimizer, NnVariable *const *variables, int count, Error *error) {
  for (int i = 0; i < STEPPERS; i++)
    if (steppers[i].plan != NULL && steppers[i].optimizer == optimizer && steppers[i].count == count &&
        memcmp(steppers[i].variables, variables, sizeof *variables * (size_t)count) == 0)
      return steppers[i].plan;
  NnTensor **inputs = core_alloc_zero((size_t)count + 1, sizeof *inputs);
  NnTensor **products = core_alloc_zero((size_t)count + 1, sizeof *products);
  NnVariable **kept = core_alloc_zero((size_t)count + 1, sizeof *kept);
  bool good = (inputs != NULL && products != NULL && kept != NULL) || core_fail_memory(error, 1);
  for (int i = 0; good && i < count; i++) {
    const NnShape shape = nn_shape_of_array(variables[i]->value);
    inputs[i] = nn_tensor_input(&shape, ND_FLOAT32, NULL, error);
    NnTensor *weight = inputs[i] ? nn_variable_tensor(variables[i], error) : NULL;
    NnTensor *product = weight ? nn_op("multiply", (NnTensor *[]){inputs[i], weight}, 2, NULL, error) : NULL;
    if (product) products[i] = nn_op1("sum_all", product, error);
    nn_tensor_release(weight);
    nn_tensor_release(product);
    good = products[i] != NULL;
    kept[i] = variables[i];
  }
  const NnPlanSpec spec = {.inputs = inputs, .input_count = count, .penalties = products, .penalty_count = count,
                           .training = true, .gradients = true, .optimizer = optimizer, .precision = NN_FLOAT32,
                           .largest_batch = 1};
  NnPlan *plan = good ? nn_plan_new(&spec, error) : NULL;
  for (int i = 0; i < count; i++) {
    if (inputs) nn_tensor_release(inputs[i]);
    if (products) nn_tensor_release(products[i]);
  }
  core_free(inputs);
  core_free(products);
  if (plan == NULL) {
    core_free(kept);
    return NULL;
  }
  Stepper *stepper = &steppers[next_stepper++ % STEPPERS];
  nn_plan_free(stepper->plan);
  core_free(stepper->variables);
  *stepper = (Stepper){plan, optimizer, kept, count};
  return plan;
}

static bool step(NnOptimizer *optimizer, NnVariable **variables, NdArray **gradients, int all, Error *error) {
  NnVariable **used = core_alloc_zero((size_t)all + 1, sizeof *used);
  int count = 0;
  bool good = used != NULL || core_fail_memory(error, 1);
  for (int i = 0; good && i < all; i++)
    if (gradients[i] != NULL) used[count++] = variables[i];
  good = good && (optimizer->built || nn_optimizer_build(optimizer, variables, all, error));
  NnPlan *plan = good ? plan_for(optimizer, used, count, error) : NULL;
  good = plan != NULL;
  for (int i = 0, at = 0; good && i < all; i++) {
    if (gradients[i] == NULL) continue;
    NdArray *same = nd_astype(gradients[i], ND_FLOAT32, error);
    if (same == NULL) good = false;
    else memcpy(nn_plan_input(plan, at++), same->data, (size_t)same->size * sizeof(float));
    nd_release(same);
  }
  good = good && nn_plan_run(plan, 1, error);
  for (int i = 0; good && i < all; i++) nn_tape_assigned(variables[i]);
  core_free(used);
  return good;
}

static bool fits(const NdArray *gradient, const NnVariable *variable) {
  const NdArray *value = variable->value;
  if (gradient->ndim == value->ndim && memcmp(gradient->shape, value->shape, (size_t)value->ndim * sizeof *value->shape) == 0)
    return true;
  Value shapes[2] = {py_shape_with_none(value->ndim, value->shape), py_shape_with_none(gradient->ndim, gradient->shape)};
  if (!py_is_error(shapes[0]) && !py_is_error(shapes[1]))
    py_drop(keras_embedded_call("_keras_ops", "_refuse_gradient", shapes, 2));
  for (int i = 0; i < 2; i++)
    if (!py_is_error(shapes[i])) py_drop(shapes[i]);
  return false;
}

static Value native_apply(const NativeRow *row, Value *arguments) {
  const Value *gradients, *variables;
  int64_t count, variable_count;
  if (!py_sequence(arguments[1], &gradients, &count) || !py_sequence(arguments[2], &variables, &variable_count) ||
      count != variable_count)
    return py_raise(&py_ValueError, "as many gradients as variables are needed");
  NnVariable **weights = core_alloc_zero((size_t)count + 1, sizeof *weights);
  NdArray **arrays = core_alloc_zero((size_t)count + 1, sizeof *arrays);
  bool good = (weights != NULL && arrays != NULL) || !py_is_error(py_raise(&py_MemoryError, "out of memory"));
  for (int64_t i = 0; good && i < count; i++) {
    if (!py_is(variables[i], &keras_variable_type)) {
      py_raise(&py_AttributeError, "'%s' object has no attribute '_unique_id'", py_type_of(variables[i])->name);
      good = false;
      break;
    }
    weights[i] = ((KerasVariable *)variables[i].as.object)->variable;
    if (weights[i]->value->type != ND_FLOAT32) {
      py_raise(&py_NotImplementedError, "an optimizer changes float32 variables; '%s' is %s", weights[i]->name,
               nd_types[weights[i]->value->type].name);
      good = false;
    } else if (!py_is_none(gradients[i])) {
      good = (arrays[i] = np_as_array(gradients[i])) != NULL && fits(arrays[i], weights[i]);
    }
  }
  Error error = {0};
  Value result = PY_ERROR;
  if (good)
    result = step((NnOptimizer *)keras_object_of(arguments[0]), weights, arrays, (int)count, &error)
                 ? PY_NONE
                 : keras_raise(&error);
  for (int64_t i = 0; arrays && i < count; i++) nd_release(arrays[i]);
  core_free(weights);
  core_free(arrays);
  return result;
}

/* ---- Gradients of the user's ---- */

/* Asks the function for each input's part: a list of tensors or None. */
static bool hook_back(void *handle, NnValue *gradient, NnValue **parts, int count, Error *error) {
  Value given = keras_value_result(nn_value_retain(gradient), gradient->array->type, error);
  Value made = py_is_error(given) ? PY_ERROR : py_call_values(keras_handle_value(handle), &given, 1);
  py_drop(given);
  const Value *items;
  int64_t found = 0;
  bool good = !py_is_error(made) && py_sequence(made, &items, &found) && found == count;
  if (!good && !py_pending())
    py_raise(&py_ValueError, "custom_gradient function expected to return %d gradients, but returned %lld instead.", count,
             (long long)found);
  for (int i = 0; good && i < count; i++)
    if (!py_is_none(items[i])) good = (parts[i] = keras_value_of(items[i])) != NULL;
  if (!py_is_error(made)) py_drop(made);
  return good || core_fail(error, ERROR_RUNTIME, "the gradient function failed");
}

/* hooked(result, inputs, gradient): the result as something whose gradient the function gives. */
static Value native_hooked(const NativeRow *row, Value *arguments) {
  const Value *items;
  int64_t count;
  NnValue *inputs[NN_MAX_INPUTS];
  if (!py_sequence(arguments[1], &items, &count)) return py_raise(&py_TypeError, "lists are needed");
  if (count > NN_MAX_INPUTS)
    return py_raise(&py_NotImplementedError, "a function with a gradient of its own takes at most %d tensors", NN_MAX_INPUTS);
  nn_value_hooks = (NnValueHooks){.back = hook_back, .release = keras_handle_release};
  int made = 0;
  while (made < count && (inputs[made] = keras_value_of(items[made])) != NULL) made++;
  Error error = {0};
  Value result = PY_ERROR;
  NdArray *array = made == count ? np_as_array(arguments[0]) : NULL;
  if (array != NULL) {
    NdArray *own = nd_astype(array, array->type == ND_FLOAT64 ? ND_FLOAT64 : ND_FLOAT32, &error);
    NnValue *value = own != NULL ? nn_value_hooked(own, inputs, made, py_keep(arguments[2]).as.object, &error) : NULL;
    result = value != NULL ? keras_value_result(value, value->array->type, &error) : keras_raise(&error);
  }
  nd_release(array);
  while (made > 0) nn_value_release(inputs[--made]);
  return result;
}

static Value native_set_iterations(const NativeRow *row, Value *arguments) {
  int64_t count;
  NnOptimizer *optimizer = (NnOptimizer *)keras_object_of(arguments[0]);
  if (!py_as_int(arguments[1], &count)) return PY_ERROR;
  optimizer->iterations = optimizer->accumulate > 0 ? count * optimizer->accumulate : count;
  return PY_NONE;
}

/* ---- Variables of the user ---- */

bool keras_variable_assign(Value self, Value given, int sign) {
  NnVariable *variable = ((KerasVariable *)self.as.object)->variable;
  if (keras_any_trace()) {
    Value sum = sign == 0 ? py_keep(given) : keras_operator(sign > 0 ? OP_ADD : OP_SUB, self, given);
    const bool traced = !py_is_error(sum) && keras_user_trace_assign(variable, sum);
    py_drop(sum);
    return traced;
  }
  NdArray *value = np_as_array(given);
  if (value == NULL) return false;
  Error error = {0};
  bool good = false;
  if (sign == 0) {
    good = nd_assign(variable->value, value, &error);
  } else {
    NdArray *same = nd_astype(value, variable->value->type, &error);
    Value left = np_value(nd_retain(variable->value), NULL), right = same ? np_value(same, &error) : PY_ERROR;
    Value sum = py_is_error(left) || py_is_error(right) ? PY_ERROR : py_binary(sign > 0 ? OP_ADD : OP_SUB, left, right);
    NdArray *total = py_is_error(sum) ? NULL : np_as_array(sum);
    good = total != NULL && nd_assign(variable->value, total, &error);
    nd_release(total);
    py_drop(sum);
    py_drop(left);
    py_drop(right);
  }
  nd_release(value);
  nn_tape_assigned(variable);
  if (!good && !py_pending()) keras_raise(&error);
  return good;
}

static Value native_variable(const NativeRow *row, Value *arguments) {
  bool trainable, tensorflow;
  const char *name, *path;
  if (!py_as_text(arguments[1], &name) || !py_as_text(arguments[2], &path) || !py_as_bool(arguments[3], &trainable) ||
      !py_as_bool(arguments[4], &tensorflow))
    return PY_ERROR;
  NdArray *value = np_as_array(arguments[0]);
  if (value == NULL) return PY_ERROR;
  Error error = {0};
  NdArray *own = nd_copy(value, &error);
  nd_release(value);
  NnVariable *variable = own ? nn_variable_new(name, path, own, trainable, NULL, &error) : NULL;
  if (variable == NULL) return keras_raise(&error);
  Value made = keras_variable_value(variable);
  nn_variable_release(variable);
  if (!py_is_error(made) && tensorflow) made.as.object->type = &tf_variable_type;
  return made;
}

static Value tf_variable_repr(Value self) {
  const NnVariable *variable = ((KerasVariable *)self.as.object)->variable;
  char shape[256];
  nd_shape_text(variable->value->ndim, variable->value->shape, shape, sizeof shape);
  Text text = {0}, inner = {0};
  text_addf(&text, "<tf.Variable '%s%s' shape=%s dtype=%s, numpy=",
            ((KerasVariable *)self.as.object)->unread ? "UnreadVariable" : variable->name,
            ((KerasVariable *)self.as.object)->unread ? "" : ":0", shape, nd_types[variable->value->type].name);
  if (variable->value->ndim == 0) keras_add_number(&inner, variable->value);
  else nd_print_repr(&inner, variable->value);
  if (strchr(text_string(&inner), '\n')) text_add_char(&text, '\n');
  text_add(&text, text_string(&inner));
  text_free(&inner);
  text_add_char(&text, '>');
  return py_text_take(&text);
}
static Value tf_variable_dtype(Value self) {
  return keras_dtype_value(((KerasVariable *)self.as.object)->variable->value->type);
}
static Value tf_variable_name(Value self) { return py_textf("%s:0", ((KerasVariable *)self.as.object)->variable->name); }

static Value tf_variable_construct(Type *type, Value *arguments) {
  Value module = modules_import("_tensorflow");
  Value maker = py_is_error(module) ? PY_ERROR : py_getattr_c(module, "_make_variable");
  Value result = py_is_error(maker) ? PY_ERROR : py_call_values(maker, arguments, 5);
  py_drop(maker);
  py_drop(module);
  return result;
}
static Value tf_variable_value(const NativeRow *row, Value *arguments) {
  return keras_op(&(OpCall){.name = "scale", .class_name = "ReadVariableOp", .attributes = {.real = {1}}, .result = RESULT_SAME},
                  arguments, 1);
}

static const NativeRow tf_variable_methods[] = {
    {"value|read_value", "self", "The value as a tensor.", tf_variable_value, NULL}, {0}};
static const PropertyRow tf_variable_properties[] = {
    {"dtype", "Its dtype.", tf_variable_dtype, NULL}, {"name", "Its name.", tf_variable_name, NULL}, {0}};
Type tf_variable_type = {.head = {&py_type_type, 1}, .name = "Variable", .module = "tensorflow.python.ops.variables",
                         .base = &keras_variable_type, .help = "Numbers that may change.", .size = sizeof(KerasVariable),
                         .signature = "initial_value=None, trainable=True, name=None, dtype=None, shape=None",
                         .construct = tf_variable_construct, .repr = tf_variable_repr, .methods = tf_variable_methods,
                         .properties = tf_variable_properties};

const NativeRow keras_tape_rows[] = {
    {"tapes_open", "", "How many tapes record.", tapes_open, NULL},
    {"apply", "optimizer, gradients, variables", "One step of an optimizer.", native_apply, NULL},
    {"hooked", "result, inputs, gradient", "A result whose gradient a function gives.", native_hooked, NULL},
    {"set_iterations", "optimizer, count", "How many steps an optimizer has taken.", native_set_iterations, NULL},
    {"variable", "value, name, path, trainable, tensorflow", "A variable.", native_variable, NULL},
    {0},
};
