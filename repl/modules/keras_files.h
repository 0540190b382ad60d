/* Saving and loading models: what keras_files.c gives to the other keras_*.c files. Its Python half is
 * python/_keras_saving.py. */
#ifndef NNSH_REPL_MODULES_KERAS_FILES_H
#define NNSH_REPL_MODULES_KERAS_FILES_H

#include "repl/modules/modules.h"

/* Handler of rows whose function is written in the language: _keras_saving's function that row->data names, called with
 * the row's arguments in their order. */
Value keras_forward(const NativeRow *row, Value *arguments);
/* Gives a class its from_config. */
void keras_files_class(Type *type);

/* Attributes of keras.saving, keras.models and keras.utils that are written in the language. */
Value keras_saving_find(String *name);
void keras_saving_names(void (*each)(void *context, const char *name), void *context);
Value keras_models_find(String *name);
void keras_models_names(void (*each)(void *context, const char *name), void *context);
Value keras_utils_find(String *name);
void keras_utils_names(void (*each)(void *context, const char *name), void *context);

/* keras.preprocessing.sequence: pad_sequences under its older name. */
Value keras_padding_find(String *name);
Value keras_folders_find(String *name);
void keras_padding_names(void (*each)(void *context, const char *name), void *context);

#endif
