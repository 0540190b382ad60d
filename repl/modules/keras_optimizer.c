/* Learning rates that depend on the step: the language's LearningRateSchedule objects as the engine's schedules. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/tensor.h"
#include "repl/modules/keras.h"
#include "repl/modules/numpy.h"

static Value schedule_value(const NnObject *object) {
  return (Value){.tag = TAG_OBJECT, .as.object = ((const NnSchedule *)object)->context};
}

/* The rate of a step. Keras's own classes have a method of plain numbers; a class of the user is called with the step.
 */
static bool schedule_rate(NnSchedule *schedule, int64_t iteration, double *rate, Error *error) {
  Value self = schedule_value(&schedule->object), step = py_int(iteration);
  Value own = py_find_attr(self, py_intern("_rate"));
  Value given = py_is_error(own) ? PY_ERROR : py_call_values(py_is_undefined(own) ? self : own, &step, 1);
  py_drop(own);
  NdArray *number = py_is_error(given) ? NULL : np_as_numbers(given);
  py_drop(given);
  bool good = number != NULL && number->size == 1;
  if (number != NULL && !good) py_raise(&py_ValueError, "a learning rate is one number; the schedule gave %lld", (long long)number->size);
  NdArray *wide = good ? nd_astype(number, ND_FLOAT64, error) : NULL;
  if (wide != NULL) *rate = *(const double *)(const void *)wide->data;
  nd_release(number);
  nd_release(wide);
  /* The exception is pending in the language, which is what its callers look at first. */
  if (wide == NULL && py_pending()) core_fail(error, ERROR_RUNTIME, "the learning rate schedule failed");
  return wide != NULL;
}

static void schedule_destroy(NnObject *object) { py_drop(schedule_value(object)); }

static Value schedule_class(void) {
  Value module = modules_import("keras.optimizers.schedules");
  Value class = py_is_error(module) ? PY_ERROR : py_getattr(module, py_intern("LearningRateSchedule"));
  py_drop(module);
  return class;
}

int keras_schedule_option(Value value, NnOption *out) {
  if (value.tag != TAG_OBJECT || py_is_type(value)) return 0;
  Value class = schedule_class();
  if (py_is_error(class)) return -1;
  const bool is_one = py_is_type(class) && py_is(value, py_as_type(class));
  py_drop(class);
  if (!is_one) return 0;
  NnSchedule *schedule = core_alloc_zero(1, sizeof *schedule);
  Error error = {0};
  if (schedule == NULL || !nn_object_init(&schedule->object, &nn_schedule_row, NULL, &error)) {
    core_free(schedule);
    py_raise(&py_MemoryError, "out of memory");
    return -1;
  }
  schedule->rate = schedule_rate;
  schedule->context = py_keep(value).as.object;
  schedule->object.owner = schedule->context;
  schedule->object.destroy = schedule_destroy;
  *out = (NnOption){.tag = NN_OPTION_OBJECT, .as.object = &schedule->object};
  return 1;
}

Value keras_schedule_serialized(NnObject *object) {
  Value self = schedule_value(object), dict = py_dict();
  if (py_is_error(dict)) return dict;
  const Type *type = py_type_of(self);
  Value module = py_getattr(self, py_intern("__module__"));
  const bool own = !py_is_error(module) && py_is_str(module) &&
                   strcmp(py_as_string(module)->data, "keras.optimizers.schedules") == 0;
  Dict *d = py_as_dict(dict);
  bool good = !py_is_error(module) && py_dict_set_name(d, "module", own ? module : PY_NONE) &&
              py_dict_set_steal(d, "class_name", py_text(type->name)) &&
              py_dict_set_steal(d, "config", py_call_method(self, "get_config", NULL, 0)) &&
              py_dict_set_steal(d, "registered_name", own ? PY_NONE : py_text(type->name));
  py_drop(module);
  if (good) return dict;
  py_drop(dict);
  return PY_ERROR;
}

Value keras_optimizer_rate(Value self) {
  NnOptimizer *optimizer = (NnOptimizer *)keras_object_of(self);
  if (optimizer->schedule == NULL) return keras_rate_value(self);
  double rate;
  Error error = {0};
  if (!nn_optimizer_next_rate(optimizer, &rate, &error)) return py_pending() ? PY_ERROR : keras_raise(&error);
  return keras_eager_value(nd_from_scalar((NdScalar){.type = ND_FLOAT32, .as.f = rate}, ND_STRONG, &error), &error);
}

bool keras_optimizer_set_rate(Value self, Value value) {
  NnOptimizer *optimizer = (NnOptimizer *)keras_object_of(self);
  NnOption option = {0};
  const int scheduled = keras_schedule_option(value, &option);
  if (scheduled < 0) return false;
  if (scheduled) {
    if (optimizer->schedule != NULL) nn_object_release(&optimizer->schedule->object);
    optimizer->schedule = (NnSchedule *)nn_object_retain(option.as.object);
    return nn_option_set(&optimizer->object, "learning_rate", option);
  }
  if (optimizer->schedule != NULL) {
    py_raise(&py_TypeError,
             "This optimizer was created with a `LearningRateSchedule` object as its `learning_rate` constructor argument, "
             "hence its learning rate is not settable. If you need the learning rate to be settable, you should instantiate "
             "the optimizer with a float `learning_rate` argument.");
    return false;
  }
  double rate;
  NdArray *number = value.tag == TAG_OBJECT ? np_as_numbers(value) : NULL;
  if (py_pending()) return false;
  bool good = true;
  if (number != NULL && number->size == 1) {
    Error error = {0};
    NdArray *wide = nd_astype(number, ND_FLOAT64, &error);
    good = wide != NULL;
    if (good) rate = *(const double *)(const void *)wide->data;
    else keras_raise(&error);
    nd_release(wide);
  } else {
    good = py_as_double(value, &rate);
  }
  nd_release(number);
  if (good) nn_optimizer_set_rate(&optimizer->object, rate);
  return good;
}

/* A number of the optimizer's as a variable of its own: what it is now. */
static Value number_variable(const char *name, NdScalar scalar) {
  Error error = {0};
  NdArray *array = nd_from_scalar(scalar, ND_STRONG, &error);
  NnVariable *variable = array != NULL ? nn_variable_new(name, name, array, false, NULL, &error) : NULL;
  if (variable == NULL) return keras_raise(&error);
  Value made = keras_variable_value(variable);
  nn_variable_release(variable);
  return made;
}

/* iteration and learning_rate, then what the optimizer remembers of each weight. */
Value keras_optimizer_variables(Value self) {
  NnOptimizer *optimizer = (NnOptimizer *)keras_object_of(self);
  Value list = py_list(2);
  bool good = !py_is_error(list) &&
              py_list_append_steal(py_as_list(list), number_variable("iteration", (NdScalar){.type = ND_INT64, .as.i = nn_optimizer_iterations(optimizer)}));
  if (good && optimizer->schedule == NULL)
    good = py_list_append_steal(py_as_list(list), number_variable("learning_rate", (NdScalar){.type = ND_FLOAT32, .as.f = optimizer->rate}));
  for (int i = 0; good && optimizer->built && i < nn_optimizer_variable_count(optimizer); i++)
    good = py_list_append_steal(py_as_list(list), keras_variable_value(nn_optimizer_variable(optimizer, i)));
  if (good) return list;
  py_drop(list);
  return PY_ERROR;
}

Value keras_optimizer_build(const NativeRow *row, Value *arguments) {
  const Value *items;
  int64_t count;
  if (!py_sequence(arguments[1], &items, &count)) return py_raise(&py_TypeError, "'%s' object is not iterable", py_type_of(arguments[1])->name);
  NnVariable **variables = core_alloc_zero((size_t)count + 1, sizeof *variables);
  if (variables == NULL) return py_raise(&py_MemoryError, "out of memory");
  bool good = true;
  for (int64_t i = 0; good && i < count; i++) {
    good = py_is(items[i], &keras_variable_type);
    if (good) variables[i] = ((KerasVariable *)items[i].as.object)->variable;
    else py_raise(&py_AttributeError, "'%s' object has no attribute '_unique_id'", py_type_of(items[i])->name);
  }
  Error error = {0};
  if (good && !nn_optimizer_build((NnOptimizer *)keras_object_of(arguments[0]), variables, (int)count, &error)) {
    keras_raise(&error);
    good = false;
  }
  core_free(variables);
  return good ? PY_NONE : PY_ERROR;
}
