/* Layers made of ops: what arithmetic on symbolic tensors becomes in a functional model (`x * 2` is a Multiply), and
 * layers whose ops come from the language (layers and models derived by the user, Lambda). */
#ifndef NNSH_ENGINE_NN_OPERATION_H
#define NNSH_ENGINE_NN_OPERATION_H

#include "engine/nn/layer.h"

/* A layer of a class of this name, without weights, that computes what `output` is of the inputs `from`. */
NnLayer *nn_operation_new(const char *class_name, NnTensor *const *from, int count, NnTensor *output, Error *error);
bool nn_is_operation(const NnLayer *layer); /* Keras does not count them among a model's layers */

#endif
