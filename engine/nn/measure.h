/* Losses, metrics and regularizers on arrays: keras.losses.MeanSquaredError()(y_true, y_pred), metric.update_state(...). */
#ifndef NNSH_ENGINE_NN_MEASURE_H
#define NNSH_ENGINE_NN_MEASURE_H

#include "engine/nn/object.h"

/* One value a sample (an element, for Accuracy and BinaryAccuracy), as Keras's function of the same name gives them: a new
 * array without y_pred's last dimension, or a single number where both are vectors. `object` is a loss or a metric; the
 * result is float64 where `wide`, else float32. Errors are those of fit: shapes that do not fit, labels out of range. */
NdArray *nn_measure(const NnObject *object, NdArray *y_true, NdArray *y_pred, bool wide, Error *error);

/* What a regularizer adds to the loss for a weight of these values. */
bool nn_regularizer_apply(const NnObject *regularizer, NdArray *weight, double *penalty, Error *error);

#endif
