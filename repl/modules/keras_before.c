/* Layers that work on a model's data before the model does. */
#include "repl/modules/keras_before.h"

#include "engine/nn/layer_internal.h"
#include "engine/nn/tensor.h"
#include "engine/nn/user.h"
#include "repl/modules/keras_user.h"
#include "repl/modules/numpy.h"

Value keras_before(const NativeRow *row, Value *arguments) {
  NnShape shape;
  NdType type;
  NnTensor *source = ((KerasTensor *)arguments[1].as.object)->tensor;
  NnLayer *layer = keras_layer_of(arguments[0]);
  if (source->kind != NN_TENSOR_INPUT || source->before != NULL)
    return py_raise(&py_NotImplementedError, "%s inside a model is there only as the first layer behind an Input",
                    py_type_of(arguments[0])->name);
  if (!keras_as_shape(arguments[2], &shape) || !keras_as_dtype(arguments[3], ND_FLOAT32, &type)) return PY_ERROR;
  Error error = {0};
  return keras_tensor_value(nn_tensor_made_before(layer, source, &shape, type, &error), &error);
}

static bool comes_before(NnLayer *layer) {
  if (!nn_is_user_layer(&layer->object)) return false;
  Value value = keras_wrap(nn_object_retain(&layer->object), NULL);
  if (py_is_error(value)) return false;
  Value found = py_find_attr(value, py_intern("_before"));
  const bool is = !py_is_error(found) && !py_is_undefined(found);
  if (py_is_error(found)) py_clear_pending();
  else py_drop(found);
  py_drop(value);
  return is;
}

static bool build_for(NnModel *model, Value data) {
  NdArray *array = np_as_array(data);
  if (array == NULL) return false;
  NnShape shape = nn_shape_of_array(array);
  const bool numbers = nd_types[array->type].kind != 'O' && nd_types[array->type].kind != 'U';
  nd_release(array);
  if (shape.rank == 0 || (numbers && !nn_model_is_sequential(model))) return true;
  shape.dims[0] = -1;
  Error error = {0};
  return nn_model_build(model, &shape, &error) || !py_is_error(keras_raise(&error));
}

bool keras_has_before(NnModel *model, Value data) {
  if (!nn_model_built(model) && nn_model_layer_count(model) > 0 &&
      (!nn_model_is_sequential(model) || comes_before(nn_model_layer(model, 0))) && !build_for(model, data))
    return false;
  for (int i = 0; i < nn_model_input_count(model); i++)
    if (nn_model_before(model, i) != NULL) return true;
  return false;
}

Value keras_make_before(NnModel *model, int index, Value data) {
  NnLayer *before = nn_model_before(model, index);
  if (before == NULL) return py_keep(data);
  NnShape shape;
  if (!nn_model_input_shape(model, index, &shape)) return py_keep(data);
  Value layer = keras_wrap(nn_object_retain(&before->object), NULL);
  Value both[2] = {data, py_int(shape.rank)};
  Value made = py_is_error(layer) ? PY_ERROR : py_call_method(layer, "_before", both, 2);
  py_drop(layer);
  return made;
}
