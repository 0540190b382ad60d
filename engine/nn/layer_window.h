/* Arguments that layers with windows share, put into the form that get_config() shows. Private to layer_*.c.
 * Source: keras/src/utils/argument_validation.py; the texts of errors are Keras's. */
#ifndef NNSH_ENGINE_NN_LAYER_WINDOW_H
#define NNSH_ENGINE_NN_LAYER_WINDOW_H

#include "engine/nn/layer_internal.h"
#include "engine/nn/window.h"

/* An int or a tuple of n ints becomes a tuple of n. Numbers must be above 0 (or 0, with allow_zero). */
bool nn_check_tuple(NnObject *object, const char *name, int n, bool allow_zero, Error *error);
/* 'valid', 'same' and, where allowed, 'causal', in any case, become lower case. */
bool nn_check_padding(NnObject *object, bool allow_causal, Error *error);
/* None becomes 'channels_last'. */
bool nn_check_data_format(NnObject *object, Error *error);

/* The n numbers of such a tuple; the padding. */
void nn_tuple_of(const NnObject *object, const char *name, int n, int64_t *numbers);
NnPadding nn_padding_of(const NnObject *object);
bool nn_is_channels_first(const NnObject *object);

/* op(x, weight), taking x over; NULL passes through. */
NnTensor *nn_op_with_weight(const char *op, NnTensor *x, NnVariable *weight, const NnAttributes *attributes,
                            Error *error);

/* A tensor with its channels moved from axis 1 to the end, and back; x is taken over. */
NnTensor *nn_channels_last(NnTensor *x, Error *error);
NnTensor *nn_channels_first(NnTensor *x, Error *error);

/* An option that holds an object of its kind (kernel_regularizer, ...), or NULL. */
NnObject *nn_option_object(const NnLayer *layer, const char *name);

#endif
