#include "engine/nn/measure.h"

#include "engine/nn/layer_internal.h"
#include "engine/nn/loss.h"
#include "engine/nn/metric.h"
#include "engine/nn/plan.h"

static NnTensor *tensor_for(const NdArray *array, bool by_rows, Error *error) {
  if (array->ndim > NN_MAX_DIMS) {
    core_fail(error, ERROR_VALUE, "at most %d dimensions are supported, got %d", NN_MAX_DIMS, array->ndim);
    return NULL;
  }
  NnShape shape = nn_shape_of_array(array);
  if (by_rows) shape.dims[0] = -1;
  return nn_tensor_input(&shape, ND_FLOAT32, NULL, error);
}

/* A vector is one sample of several values, where it is not the class numbers of several samples. */
static NdArray *as_row(NdArray *array, Error *error) {
  return nd_reshape(array, 2, (int64_t[]){1, array->size}, error);
}

static NdArray *measure_rows(const NnObject *object, NdArray *y_true, NdArray *y_pred, bool wide, Error *error) {
  NdArray *arrays[2] = {y_true, y_pred}, *result = NULL;
  /* Rows are worked off in blocks where both have them; Keras repeats a target of one row for all. */
  const bool by_rows = y_true->ndim > 0 && y_pred->ndim > 0 && y_true->shape[0] == y_pred->shape[0];
  NnTensor *tensors[2] = {tensor_for(y_true, by_rows, error), NULL};
  if (tensors[0] != NULL) tensors[1] = tensor_for(y_pred, by_rows, error);
  NnTensor *values = tensors[1] != NULL ? nn_metric_expand(object, tensors[0], tensors[1], error) : NULL;
  if (values != NULL && !nn_graph_apply(tensors, arrays, 2, &values, 1, false, wide ? NN_FLOAT64 : NN_FLOAT32, &result, error))
    result = NULL;
  nn_tensor_release(values);
  nn_tensor_release(tensors[0]);
  nn_tensor_release(tensors[1]);
  return result;
}

NdArray *nn_measure(const NnObject *object, NdArray *y_true, NdArray *y_pred, bool wide, Error *error) {
  const bool vectors = y_true->ndim <= 1 && y_pred->ndim <= 1;
  if (!vectors) return measure_rows(object, y_true, y_pred, wide, error);
  const bool sparse = object->row->kind == NN_LOSS && ((const NnLossHandlers *)object->row->handlers)->sparse;
  NdArray *row_true = sparse ? nd_reshape(y_true, 1, (int64_t[]){y_true->size}, error) : as_row(y_true, error);
  NdArray *row_pred = row_true != NULL ? as_row(y_pred, error) : NULL, *number = NULL;
  NdArray *values = row_pred != NULL ? measure_rows(object, row_true, row_pred, wide, error) : NULL;
  if (values != NULL) number = nd_reshape(values, 0, NULL, error);
  nd_release(row_true);
  nd_release(row_pred);
  nd_release(values);
  return number;
}

bool nn_regularizer_apply(const NnObject *regularizer, NdArray *weight, double *penalty, Error *error) {
  const NnRegularizerHandlers *handlers = regularizer->row->handlers;
  NnTensor *tensor = tensor_for(weight, false, error);
  NnTensor *value = tensor != NULL ? handlers->expand(regularizer, tensor, error) : NULL;
  NdArray *result = NULL;
  bool good = value != NULL && nn_graph_apply(&tensor, &weight, 1, &value, 1, false, NN_FLOAT32, &result, error);
  if (good) *penalty = (double)*(const float *)result->data;
  nd_release(result);
  nn_tensor_release(value);
  nn_tensor_release(tensor);
  return good;
}
