/* Losses, metrics and regularizers on arrays: keras.losses.MeanSquaredError()(y_true, y_pred),
 * metric.update_state(...). */
#ifndef NNSH_ENGINE_NN_MEASURE_H
#define NNSH_ENGINE_NN_MEASURE_H

#include "engine/nn/accumulator.h"

/* One value a sample (an element, for Accuracy and BinaryAccuracy), as Keras's function of the same name gives them: a
 * new array without y_pred's last dimension, or a single number where both are vectors. `object` is a loss or a metric;
 * the result is float64 where `wide`, else float32. Errors are those of fit: shapes that do not fit, labels out of
 * range. */
NdArray *nn_measure(const NnObject *object, NdArray *y_true, NdArray *y_pred, bool wide, Error *error);

/* A batch for a metric: update_state(y_true, y_pred, sample_weight). `weights` may be NULL. Mean and Sum take values in
 * y_true's place, and a NULL y_pred. */
bool nn_measure_into(NnAccumulator *accumulator, const NnObject *metric, NdArray *y_true, NdArray *y_pred,
                     NdArray *weights, Error *error);

/* A loss as its object gives it: `values` (float32) times `weights` (float32, or NULL), reduced. A new array. */
NdArray *nn_reduce_loss(const NnObject *loss, NdArray *values, NdArray *weights, Error *error);

/* What a regularizer adds to the loss for a weight of these values. */
bool nn_regularizer_apply(const NnObject *regularizer, NdArray *weight, double *penalty, Error *error);

#endif
