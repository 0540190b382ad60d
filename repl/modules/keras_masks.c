/* Masks as the user's layers see them: tensor._keras_mask, call(mask=), compute_mask(). */
#include <string.h>

#include "engine/nn/layer_internal.h"
#include "engine/nn/tensor.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_user.h"
#include "repl/modules/numpy.h"

Value keras_mask(Value tensor) {
  Error error = {0};
  if (keras_is_eager(tensor)) {
    NdArray *mask = ((EagerTensor *)tensor.as.object)->mask;
    return mask ? keras_eager_value(nd_astype(mask, ND_BOOL, &error), &error) : PY_NONE;
  }
  NnTensor *mask = ((KerasTensor *)tensor.as.object)->tensor->mask;
  if (mask == NULL) return PY_NONE;
  Value both[2] = {keras_tensor_value(nn_tensor_retain(mask), &error), py_text("bool")};
  Value result = py_is_error(both[0]) || py_is_error(both[1]) ? PY_ERROR : keras_embedded_call("_keras_ops", "cast", both, 2);
  py_drop(both[0]);
  py_drop(both[1]);
  return result;
}

/* Inside the engine a mask is 0 and 1 in float32. */
bool keras_set_mask(Value tensor, Value mask) {
  Error error = {0};
  Value floats = PY_NONE;
  if (!py_is_none(mask)) {
    Value both[2] = {mask, py_text("float32")};
    floats = py_is_error(both[1]) ? PY_ERROR : keras_embedded_call("_keras_ops", "cast", both, 2);
    py_drop(both[1]);
    if (py_is_error(floats)) return false;
  }
  if (keras_is_eager(tensor)) {
    EagerTensor *eager = (EagerTensor *)tensor.as.object;
    NdArray *given = py_is_none(floats) ? NULL : np_as_numbers(floats);
    NdArray *made = given ? nd_contiguous(given, &error) : NULL;
    const bool good = py_is_none(floats) || made != NULL;
    if (given != NULL && made == NULL) keras_raise(&error);
    nd_release(given);
    py_drop(floats);
    if (!good) return false;
    nd_release(eager->mask);
    eager->mask = made;
    return true;
  }
  NnTensor *made = NULL;
  const bool none = py_is_none(floats);
  if (!none && (made = keras_tensor_result(floats, &error)) == NULL) {
    if (!py_pending()) keras_raise(&error);
    return false;
  }
  nn_tensor_set_mask(((KerasTensor *)tensor.as.object)->tensor, made);
  nn_tensor_release(made);
  return true;
}

bool keras_is_masked(Value value) {
  const Value *items;
  int64_t count;
  if (keras_is_tensor(value)) return ((KerasTensor *)value.as.object)->tensor->mask != NULL;
  if (keras_is_eager(value)) return ((EagerTensor *)value.as.object)->mask != NULL;
  if (np_is_array(value) || !py_sequence(value, &items, &count)) return false;
  for (int64_t i = 0; i < count; i++)
    if (keras_is_masked(items[i])) return true;
  return false;
}

Value keras_mask_arguments(Value layer, const Arguments *arguments) {
  bool masked = false;
  for (int i = 0; i < arguments->count; i++) masked = masked || keras_is_masked(arguments->positional[i]);
  for (int i = 0; i < arguments->keyword_count; i++) masked = masked || keras_is_masked(arguments->keyword_values[i]);
  if (!masked) return PY_NONE;
  Value positional = py_tuple_copy(arguments->positional, arguments->count), keywords = py_dict();
  bool good = !py_is_error(positional) && !py_is_error(keywords);
  for (int i = 0; good && i < arguments->keyword_count; i++)
    good = py_dict_set_name(py_as_dict(keywords), arguments->keyword_names[i]->data, arguments->keyword_values[i]);
  Value result = good ? keras_embedded_call("_keras_masks", "arguments", (Value[]){layer, positional, keywords}, 3) : PY_ERROR;
  py_drop(positional);
  py_drop(keywords);
  return result;
}

bool keras_mask_outputs(Value layer, Value first, Value outputs) {
  Value method = py_getattr_c(layer, "compute_mask");
  if (py_is_error(method)) return false;
  const bool own = py_native_row(method) == NULL;
  py_drop(method);
  if (!own && !keras_is_masked(first)) return true;
  Value done = keras_embedded_call("_keras_masks", "set_outputs", (Value[]){layer, first, outputs}, 3);
  py_drop(done);
  return !py_is_error(done);
}

Value keras_compute_mask(const NativeRow *row, Value *arguments) {
  return keras_embedded_call("_keras_masks", "compute", arguments, 4);
}
