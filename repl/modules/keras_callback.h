/* Callbacks of the language as an observer of the engine's events. Private to the keras_*.c files. */
#ifndef NNSH_REPL_MODULES_KERAS_CALLBACK_H
#define NNSH_REPL_MODULES_KERAS_CALLBACK_H

#include "engine/nn/event.h"
#include "repl/modules/modules.h"

/* The callbacks of one fit, evaluate or predict. They see each event before `next` does (the progress line or the
 * dashboard), as Keras calls its own progress bar last; what they add to an epoch's logs reaches `next` too. */
typedef struct KerasCallbacks {
  Value list;       /* a CallbackList, or None where there are none */
  Value model;      /* borrowed */
  bool batch_hooks; /* some callback wants to hear of batches */
  bool failed;      /* one of them raised: the exception is pending */
  Value extra;      /* a dict: what was added to logs, a list of one number an epoch each; for the history */
  NnObserver next, observer;
} KerasCallbacks;

/* Prepares callbacks from what the user gave (None, one, a list); params as Keras hands them on. False: an exception is
 * pending. `callbacks->observer` is then what the engine is to be given (observe NULL: nobody watches). */
bool keras_callbacks_begin(KerasCallbacks *callbacks, Value given, Value model, Value verbose, int64_t epochs,
                           int64_t steps, NnObserver next);
void keras_callbacks_end(KerasCallbacks *callbacks);

/* keras.callbacks' names: classes of the module that is written in the language. */
Value keras_callback_find(String *name);
void keras_callback_names(void (*each)(void *context, const char *name), void *context);

#endif
