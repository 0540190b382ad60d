/* Layers that no plan can run (texts to places in a vocabulary): in a model they come first, and work on the data before
 * the model does. */
#ifndef NNSH_REPL_MODULES_KERAS_BEFORE_H
#define NNSH_REPL_MODULES_KERAS_BEFORE_H

#include "repl/modules/keras.h"

/* before(layer, inputs, shape, dtype): the symbolic tensor that stands for what the layer makes of an Input. */
Value keras_before(const NativeRow *row, Value *arguments);

/* Whether a model has such layers. One that is not built yet is built for this data, where its first layer is one, or
 * where it is of the user's class and the data is no numbers. */
bool keras_has_before(NnModel *model, Value data);

/* What the layer before the model's input `index` makes of data, with tensors or arrays; the value itself where there is
 * no such layer. A new reference. */
Value keras_make_before(NnModel *model, int index, Value data);

#endif
