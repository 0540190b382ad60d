#include "engine/nn/measure.h"

#include "engine/array/ufunc.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/loss.h"
#include "engine/nn/metric.h"
#include "engine/nn/plan.h"

#include <string.h>

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
  if (values != NULL &&
      !nn_graph_apply(tensors, arrays, 2, &values, 1, false, wide ? NN_FLOAT64 : NN_FLOAT32, &result, error))
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
  /* A value an element (accuracy) stays a vector. */
  if (values != NULL) number = nd_reshape(values, values->size == 1 ? 0 : 1, (int64_t[]){values->size}, error);
  nd_release(row_true);
  nd_release(row_pred);
  nd_release(values);
  return number;
}

/* Dense float32 values in C's order. */
static NdArray *dense(NdArray *array, Error *error) {
  NdArray *floats = nd_astype(array, ND_FLOAT32, error);
  NdArray *flat = floats != NULL ? nd_reshape(floats, 1, (int64_t[]){floats->size}, error) : NULL;
  NdArray *line = flat != NULL ? nd_contiguous(flat, error) : NULL;
  nd_release(floats);
  nd_release(flat);
  return line;
}

static const float *floats_of(const NdArray *array) { return (const float *)(const void *)array->data; }

static bool see(NnAccumulator *accumulator, const NnObject *metric, const NdArray *y_true, const NdArray *y_pred,
                const NdArray *floats[3], Error *error) {
  NnSeen seen = {.y_true = floats_of(floats[0]), .y_pred = floats_of(floats[1]),
                 .weights = floats[2] != NULL ? floats_of(floats[2]) : NULL,
                 .weight_count = floats[2] != NULL ? floats[2]->size : 0};
  seen.columns = y_pred->ndim > 1 ? y_pred->shape[y_pred->ndim - 1] : 1;
  seen.rows = seen.columns > 0 ? y_pred->size / seen.columns : 0;
  if (y_true->size == y_pred->size && !(y_true->ndim == 1 && y_pred->ndim == 2 && y_pred->shape[0] != y_true->size)) {
    seen.true_columns = seen.columns;
  } else if (seen.rows > 0 && y_true->size % seen.rows == 0 && y_true->ndim > 0 && y_pred->ndim > 0 &&
             y_true->shape[0] == y_pred->shape[0]) {
    seen.true_columns = y_true->size / seen.rows;
  } else {
    return core_fail(error, ERROR_VALUE, "%s: y_true of %lld values does not fit y_pred of %lld values", metric->row->name,
                     (long long)y_true->size, (long long)y_pred->size);
  }
  return nn_accumulator_update(accumulator, metric, &seen, error);
}

/* Keras's Mean leaves out the rows of an ignored class only where there are weights, which then are 0 there. */
static bool ignore_weights(const NnObject *metric, NdArray *y_true, NdArray *weights, Error *error) {
  const NnOption *ignored = nn_option(metric, "ignore_class");
  if (ignored == NULL || ignored->tag != NN_OPTION_INT || weights == NULL || weights->size != y_true->size) return true;
  NdArray *classes = dense(y_true, error);
  if (classes == NULL) return false;
  for (int64_t i = 0; i < weights->size; i++)
    if (floats_of(classes)[i] == (float)ignored->as.integer) ((float *)(void *)weights->data)[i] = 0;
  nd_release(classes);
  return true;
}

bool nn_measure_into(NnAccumulator *accumulator, const NnObject *metric, NdArray *y_true, NdArray *y_pred,
                     NdArray *weights, Error *error) {
  NdArray *floats[3] = {NULL, NULL, weights != NULL ? dense(weights, error) : NULL}, *values = NULL;
  bool fine = weights == NULL || floats[2] != NULL;
  const float *factors = weights != NULL && fine ? floats_of(floats[2]) : NULL;
  const int64_t factor_count = weights != NULL && fine ? floats[2]->size : 0;
  if (fine && y_pred != NULL && nn_metric_has_state(metric)) {
    fine = (floats[0] = dense(y_true, error)) != NULL && (floats[1] = dense(y_pred, error)) != NULL &&
           see(accumulator, metric, y_true, y_pred, (const NdArray *[]){floats[0], floats[1], floats[2]}, error);
  } else if (fine) {
    values = y_pred == NULL ? dense(y_true, error) : nn_measure(metric, y_true, y_pred, false, error);
    fine = values != NULL && ignore_weights(metric, y_true, floats[2], error) &&
           nn_accumulator_add(accumulator, floats_of(values), values->size, factors, factor_count, error);
  }
  for (int i = 0; i < 3; i++) nd_release(floats[i]);
  nd_release(values);
  return fine;
}

NdArray *nn_reduce_loss(const NnObject *loss, NdArray *values, NdArray *weights, Error *error) {
  const char *reduction = nn_option_text(loss, "reduction");
  NdArray *product = nd_retain(values);
  double divisor = 0;
  if (weights != NULL) {
    /* Weights of one dimension less are one a row: their axes line up from the first on. */
    int64_t dims[ND_MAX_DIMS];
    int rank = weights->ndim;
    for (int i = 0; i < rank; i++) dims[i] = weights->shape[i];
    if (rank == values->ndim + 1 && dims[rank - 1] == 1) rank--;
    if (rank > 0)
      while (rank < values->ndim) dims[rank++] = 1;
    NdArray *lined = nd_reshape(weights, rank, dims, error);
    nd_release(product);
    product = lined != NULL ? nd_apply("multiply", values, lined, NULL, error) : NULL;
    nd_release(lined);
    for (int64_t i = 0; i < weights->size; i++) divisor += (double)floats_of(weights)[i];
  }
  if (product == NULL || reduction == NULL || strcmp(reduction, "none") == 0 || product->ndim == 0) return product;
  NdArray *line = dense(product, error);
  nd_release(product);
  if (line == NULL) return NULL;
  double sum = 0;
  for (int64_t i = 0; i < line->size; i++) sum += (double)floats_of(line)[i];
  if (strcmp(reduction, "sum") == 0) divisor = 1;
  else if (weights == NULL || strcmp(reduction, "mean_with_sample_weight") != 0) divisor = (double)line->size;
  nd_release(line);
  return nd_from_scalar((NdScalar){.type = ND_FLOAT32, .as.f = divisor != 0 ? sum / divisor : 0}, ND_STRONG, error);
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
