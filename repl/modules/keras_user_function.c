/* Functions of the language in the engine: losses, metrics, activations, regularizers and initializers of the user's.
 */
#include "repl/modules/keras_user.h"

#include "engine/core/memory.h"
#include "engine/nn/tensor.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/numpy.h"

static void *handle_of(Value value) { return py_keep(value).as.object; }
Value keras_handle_value(void *handle) { return (Value){.tag = TAG_OBJECT, .as.object = handle}; }
void *keras_handle_keep(void *handle) { return handle_of(keras_handle_value(handle)); }
void keras_handle_release(void *handle) { py_drop(keras_handle_value(handle)); }

NnTensor *keras_tensor_result(Value value, Error *error) {
  NnTensor *tensor = NULL;
  if (py_is_error(value)) return NULL;
  if (keras_is_tensor(value)) {
    tensor = nn_tensor_retain(((KerasTensor *)value.as.object)->tensor);
  } else if (py_is_none(value)) {
    py_raise(&py_ValueError, "the function returned None, and a tensor is needed");
  } else {
    NdArray *array = np_as_array(value), *same = array ? nd_astype(array, ND_FLOAT32, error) : NULL;
    tensor = same ? nn_constant(same, error) : NULL;
    nd_release(array);
    nd_release(same);
  }
  py_drop(value);
  return tensor;
}

NnTensor *keras_hook_call(void *handle, NnTensor *const *inputs, int count, Error *error) {
  Value arguments[NN_MAX_INPUTS];
  int made = 0;
  while (made < count && !py_is_error(arguments[made] = keras_tensor_value(nn_tensor_retain(inputs[made]), error)))
    made++;
  Value result = PY_ERROR;
  if (made == count) {
    keras_trace_begin();
    result = py_call_values(keras_handle_value(handle), arguments, count);
    keras_trace_end();
  }
  for (int i = 0; i < made; i++) py_drop(arguments[i]);
  return keras_tensor_result(result, error);
}

bool keras_hook_fill(void *handle, NdArray *out, Error *error) {
  Value shape = py_shape_with_none(out->ndim, out->shape), result = PY_ERROR;
  if (!py_is_error(shape)) {
    Value type = py_text("float32");
    String *name = py_intern("dtype");
    result = py_call(keras_handle_value(handle), &(Arguments){.positional = &shape, .count = 1, .keyword_values = &type,
                                                    .keyword_names = &name, .keyword_count = 1});
    py_drop(type);
  }
  py_drop(shape);
  NdArray *array = py_is_error(result) ? NULL : np_as_array(result);
  py_drop(result);
  const bool good = array != NULL && nd_assign(out, array, error);
  nd_release(array);
  return good;
}

/* Objects of the language's own base classes: what they are called by, and their reduction. */
static bool is_base(Value value, const char *class_name) {
  Value module = modules_import("_keras_base"), class = py_is_error(module) ? PY_ERROR : py_getattr_c(module, class_name);
  const bool is = !py_is_error(class) && py_is_type(class) && py_is(value, py_as_type(class));
  if (py_pending()) py_clear_pending();
  py_drop(class);
  py_drop(module);
  return is;
}

static char *text_of(Value value, const char *attribute) {
  Value found = py_getattr_c(value, attribute);
  if (py_is_error(found)) py_clear_pending();
  char *text = py_is_str(found) ? core_strdup(py_as_string(found)->data) : NULL;
  py_drop(found);
  return text;
}

bool keras_user_option(Value value, NnOption *out) {
  if (value.tag != TAG_OBJECT || py_is_type(value) || keras_row_of_function(value) != NULL) return false;
  const bool instance = value.as.object->type->heap;
  if (!instance && !py_is(value, &py_native_type) && py_type_of(value)->call == NULL) return false;
  if (py_is(value, &np_dtype_type)) return false;
  keras_hooks_ready();
  Error error = {0};
  char *name = NULL, *reduction = NULL;
  Value called = py_keep(value);
  if (instance && is_base(value, "Metric")) {
    py_drop(called);
    py_raise(&py_NotImplementedError, "a metric of your own class cannot stand here");
    py_hint("a function f(y_true, y_pred) can, or a class of your own that derives from keras.losses.Loss");
    return true;
  }
  if (instance && is_base(value, "Loss")) {
    name = text_of(value, "name");
    reduction = text_of(value, "reduction");
    if (reduction == NULL) reduction = core_strdup("none");
    py_drop(called);
    called = py_getattr_c(value, "call");
    if (py_is_error(called)) {
      core_free(name);
      core_free(reduction);
      return true;
    }
  }
  if (name == NULL) name = text_of(value, "__name__");
  out->as.object = nn_user_function(handle_of(called), name ? name : py_type_of(value)->name, reduction, &error);
  py_drop(called);
  core_free(name);
  core_free(reduction);
  if (out->as.object == NULL) keras_raise(&error);
  else out->tag = NN_OPTION_OBJECT;
  return true;
}

/* The struct of user.c begins with the object and then holds the handle: the option's own function is asked for it. */
Value keras_user_function_of(const NnObject *activation) {
  return py_keep(keras_handle_value(nn_user_function_handle(nn_option(activation, "function")->as.object)));
}
