/* Classes that programs derive from ndarray. An object of such a class is an ArrayObject with a dict of its own; what
 * numpy makes of it is of its class again, and the class's __array_finalize__ hears of it (numpy's manual, "Subclassing
 * ndarray"). Results of ufuncs go through __array_wrap__ of the input with the highest __array_priority__. */
#include <string.h>

#include "repl/modules/numpy_internal.h"

bool np_derives(const Type *type) { return py_is_subtype(type, &np_array_type); }

/* An attribute that the program's class has in place of ndarray's own; PY_UNDEFINED where it has none (borrowed). */
static Value own_method(const Type *type, const char *name) {
  if (!type->heap) return PY_UNDEFINED;
  Value found = py_type_lookup(type, py_intern(name));
  return found.tag == TAG_OBJECT && !py_is(found, &py_native_type) ? found : PY_UNDEFINED;
}
bool np_has_own(Value value, const char *name) {
  return value.tag == TAG_OBJECT && !py_is_undefined(own_method(value.as.object->type, name));
}

Value np_as_class(Value made, Type *type, Value parent) {
  if (py_is_error(made) || !np_is_array(made) || made.as.object->type == type) return made;
  ArrayObject *object = py_new(type);
  if (object == NULL) {
    py_drop(made);
    return PY_ERROR;
  }
  ArrayObject *plain = (ArrayObject *)made.as.object;
  object->array = nd_retain(plain->array);
  object->base = py_is_error(plain->base) ? PY_ERROR : py_keep(plain->base);
  py_drop(made);
  Value self = py_object(object);
  if (py_is_undefined(own_method(type, "__array_finalize__"))) return self;
  Value heard = py_call_method(self, "__array_finalize__", &parent, 1);
  bool failed = py_is_error(heard);
  py_drop(heard);
  if (!failed) return self;
  py_drop(self);
  return PY_ERROR;
}

Value np_like(Value made, Value like) {
  if (!np_is_derived(like) || made.tag != TAG_OBJECT || made.as.object->type != &np_array_type) return made;
  return np_as_class(made, py_type_of(like), like);
}

/* A number becomes an array without dimensions. */
static Value as_plain_array(Value made) {
  if (py_is_error(made) || np_is_array(made)) return made;
  NdArray *array = np_as_array(made);
  py_drop(made);
  return array ? np_value(array, NULL) : PY_ERROR;
}

Value np_like_whole(Value made, Value like) {
  if (!np_is_derived(like) || py_is_error(made) || py_is_tuple(made)) return made;
  return np_like(as_plain_array(made), like);
}

static double priority_of(Value value) {
  Value given = py_find_attr(value, py_intern("__array_priority__"));
  double priority = 0;
  if (py_is_undefined(given) || py_is_error(given) || !py_as_double(given, &priority)) {
    py_clear_pending();
    priority = 0;
  }
  py_drop(given);
  return priority;
}

/* The input whose class says what the results become, PY_UNDEFINED: they are plain. */
static Value wrapper_among(const Value *inputs, int count) {
  Value best = PY_UNDEFINED;
  double highest = 0;
  bool plain = false; /* an ndarray among them has priority 0 */
  for (int i = 0; i < count; i++) {
    Value input = inputs[i];
    if (input.tag != TAG_OBJECT) continue;
    if (input.as.object->type == &np_array_type) {
      plain = true;
      continue;
    }
    if (!np_is_derived(input) && !np_has_own(input, "__array_wrap__")) continue;
    double priority = priority_of(input);
    if (plain && priority < 0) continue;
    if (!py_is_undefined(best) && priority <= highest) continue;
    best = input;
    highest = priority;
  }
  return best;
}

/* self.__array_wrap__(made, (ufunc, inputs, output), whole): classes older than numpy 2 take fewer arguments. */
static Value call_wrap(Value self, Value made, Value ufunc, const Value *inputs, int count, int output, bool whole) {
  Value tuple = py_tuple(count);
  for (int i = 0; i < count && !py_is_error(tuple); i++) py_as_tuple(tuple)->items[i] = py_keep(inputs[i]);
  Value arguments[3] = {made, PY_NONE, py_bool(whole)};
  if (!py_is_undefined(ufunc) && !py_is_error(tuple)) arguments[1] = py_tuple_of(3, ufunc, tuple, py_int(output));
  Value result = PY_ERROR;
  for (int given = 3; given > 0 && !py_is_error(tuple); given--) {
    result = py_call_method(self, "__array_wrap__", arguments, given);
    if (!py_is_error(result) || !py_pending_is(&py_TypeError) || given == 1) break;
    py_clear_pending();
  }
  py_drop(arguments[1]);
  py_drop(tuple);
  py_drop(made);
  return result;
}

Value np_wrap(Value made, Value ufunc, const Value *inputs, int count, int output) {
  if (py_is_error(made)) return made;
  Value self = wrapper_among(inputs, count);
  if (py_is_undefined(self)) return made;
  bool whole = !np_is_array(made) || np_borrow(made)->ndim == 0;
  if (!np_has_own(self, "__array_wrap__")) return np_like_whole(made, self);
  made = as_plain_array(made);
  return py_is_error(made) ? made : call_wrap(self, made, ufunc, inputs, count, output, whole);
}

/* ---- Methods that a derived class reaches by super() ---- */

Value np_array_finalize(const NativeRow *row, Value *arguments) { return PY_NONE; }

/* __array_wrap__(array, context, return_scalar) */
Value np_array_wrap(const NativeRow *row, Value *arguments) {
  if (!np_is_array(arguments[1]))
    return py_raise(&py_TypeError, "__array_wrap__() argument 1 must be numpy.ndarray, not %s",
                    py_type_label(py_type_of(arguments[1])));
  bool scalar;
  if (!py_as_bool(arguments[3], &scalar)) return PY_ERROR;
  Error error = {0};
  NdArray *array = np_borrow(arguments[1]);
  if (np_is_derived(arguments[0]))
    return np_as_class(np_plain_view(nd_retain(array), arguments[1], &error), py_type_of(arguments[0]), arguments[0]);
  if (scalar && array->ndim == 0) return np_value_or_scalar(nd_retain(array), &error);
  return py_type_of(arguments[1]) == &np_array_type ? py_keep(arguments[1])
                                                    : np_plain_view(nd_retain(array), arguments[1], &error);
}

/* __array_ufunc__(ufunc, method, *inputs, **kwargs): what numpy does where no class says otherwise. */
Value np_array_ufunc(const NativeRow *row, Value *arguments) {
  Tuple *inputs = py_as_tuple(arguments[3]);
  Dict *keywords = py_as_dict(arguments[4]);
  int count = (int)keywords->count, given = 0;
  String *names[count + 1];
  Value values[count + 1], key, value;
  for (int64_t at = 0; count && py_dict_next(keywords, &at, &key, &value);) {
    names[given] = py_as_string(key);
    values[given++] = value;
    Value const *items = &value;
    int64_t outputs = 1;
    if (strcmp(py_as_string(key)->data, "out") != 0) continue;
    (void)py_sequence(value, &items, &outputs);
    for (int64_t i = 0; i < outputs; i++)
      if (np_has_own(items[i], "__array_ufunc__")) return PY_NOT_IMPLEMENTED;
  }
  for (int64_t i = 0; i < inputs->count; i++)
    if (np_has_own(inputs->items[i], "__array_ufunc__")) return PY_NOT_IMPLEMENTED;
  const char *method;
  if (!py_as_text(arguments[2], &method)) return PY_ERROR;
  Value function = strcmp(method, "__call__") == 0 ? py_keep(arguments[1]) : py_getattr_c(arguments[1], method);
  if (py_is_error(function)) return PY_ERROR;
  const Arguments all = {.positional = inputs->items, .count = (int)inputs->count, .keyword_names = names,
                         .keyword_values = values, .keyword_count = given};
  Value result = py_call(function, &all);
  py_drop(function);
  return result;
}

/* For the language's half: like(made, model) and whether a value has an __array_ufunc__ of its own. */
static Value like(const NativeRow *row, Value *arguments) {
  return row->data ? np_like_whole(py_keep(arguments[0]), arguments[1]) : np_like(py_keep(arguments[0]), arguments[1]);
}
static Value owned(const NativeRow *row, Value *arguments) { return py_bool(np_owned(arguments[0])); }
static const char whole[] = "whole";
const NativeRow np_class_rows[] = {
    {"_like", "made, model", "An object of the model's class, where that derives from ndarray.", like, NULL},
    {"_like_whole", "made, model", "The same; a number becomes an array without dimensions.", like, whole},
    {"_owned", "value", "Whether its class says what ufuncs make of it.", owned, NULL},
    {0},
};
