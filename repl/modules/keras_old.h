/* Old spellings of Keras and TensorFlow: where a call, a name or a key is refused, today's spelling of it is looked for
 * in the table (python/_keras_old_rows.py) and tried instead. A call that Keras 3.15 takes never comes here. */
#ifndef NNSH_REPL_MODULES_KERAS_OLD_H
#define NNSH_REPL_MODULES_KERAS_OLD_H

#include "repl/modules/modules.h"

/* Sets the hooks of calls and of modules' attributes; called when keras or tensorflow is imported. */
void keras_old_start(void);
/* A module under its old name: a new reference, or PY_UNDEFINED where the name is none (or PY_ERROR). */
Value keras_old_module(const char *dotted_name);
/* Names whose old meaning goes before what the engine's rows say: Convolution2D(32, 3, 3) has a kernel of 3 by 3, and
 * losses.MSE is a function. */
bool keras_old_name(const String *name);
/* An attribute that models, layers or optimizers had; PY_UNDEFINED where there was none. */
Value keras_old_attribute(Value self, String *name);
/* The dict of a History: a dict that finds 'acc' where 'accuracy' was recorded, and the other way round. */
Value keras_old_curves(void);

#endif
