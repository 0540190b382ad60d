/* Automatic names, as Keras counts them: a class's name in snake case, then with _1, _2, ... */
#ifndef NNSH_ENGINE_NN_NAMING_H
#define NNSH_ENGINE_NN_NAMING_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/core/error.h"

/* "LeakyReLU" -> "leaky_re_lu", "Conv2D" -> "conv2d", "KerasTensor" -> "keras_tensor"; other characters than letters,
 * digits and _ are dropped. Source: keras/src/utils/naming.py. */
void nn_snake_case(const char *name, char *out, size_t size);

/* The next name for an object of this class ("Dense": "dense", "dense_1", ...); caller: core_free. Counts even where
 * the object is then not used, as Keras does. Main thread only. */
char *nn_auto_name(const char *class_name, Error *error);

/* Starts all counts again (part of nn_clear_session). */
void nn_naming_reset(void);

#endif
