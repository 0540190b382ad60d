/* Normalization's statistics, for the language's adapt(), mean and variance. */
#ifndef NNSH_ENGINE_NN_LAYER_PREPROCESS_H
#define NNSH_ENGINE_NN_LAYER_PREPROCESS_H

#include "engine/nn/layer_internal.h"

bool nn_is_normalization(const NnLayer *layer);
/* Builds the layer for data of this shape, and sets mean and variance to the data's. */
bool nn_normalization_adapt(NnLayer *layer, NdArray *data, Error *error);
/* The mean, or the variance, with an axis of one for every axis that was summed over; NULL without error where the
 * layer has none of its own. */
NdArray *nn_normalization_statistic(const NnLayer *layer, bool variance, Error *error);

#endif
