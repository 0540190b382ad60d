/* What the user writes in the language, for the engine: functions, and classes derived from Layer and Model. Private to
 * the keras_*.c files. */
#ifndef NNSH_REPL_MODULES_KERAS_USER_H
#define NNSH_REPL_MODULES_KERAS_USER_H

#include "engine/nn/user.h"
#include "repl/modules/keras.h"

/* A function, or an object of the language's Loss, Regularizer, ... classes, as an option. False: it is no such thing;
 * or an exception is pending. */
bool keras_user_option(Value value, NnOption *out);
Value keras_user_function_of(const NnObject *activation);

/* The engine's handle of a value of the language: it holds one reference, which keras_handle_release gives back;
 * keras_handle_value borrows it. */
Value keras_handle_value(void *handle);
void *keras_handle_keep(void *handle);
void keras_handle_release(void *handle);
/* What a traced function returned, as a tensor of the plan; takes the value over. NULL: an exception is pending, or
 * *error. */
NnTensor *keras_tensor_result(Value value, Error *error);
/* Hooks of functions: the function called with symbolic inputs; an initializer's values for `out`. */
NnTensor *keras_hook_call(void *handle, NnTensor *const *inputs, int count, Error *error);
bool keras_hook_fill(void *handle, NdArray *out, Error *error);
/* Gives the engine its hooks; harmless to repeat. */
void keras_hooks_ready(void);

/* An engine object whose value goes away keeps its class and attributes, and gets them back with its next value. */
void keras_user_park(KerasObject *value);
Value keras_user_wake(NnObject *object /* taken over */);
void keras_user_gone(void *parked); /* the engine object goes too */

/* __init__ of a class that derives from a row's: own options, and those that every layer has. */
bool keras_derived_init(Value self, const NnRow *row, const NnOption *own, NnOption *shared);
/* What classes that derive from a row's call by super(); NULL: nothing beside the methods of the kind. */
const NativeRow *keras_derived_methods(NnKind kind);
/* A class that derives from a metric without a name of its own gives its name. */
bool keras_derived_name(Value self, const Type *native);
/* Whether the class of an object of the engine's has a method of its own in place of the row's. */
bool keras_overrides(Value self, const char *method);
/* "keras.src.layers.core.dense"; core_free. */
char *keras_home_of(const NnRow *row);
/* The engine's layer inside one of a class that derives from it, borrowed; NULL: there is none. */
NnLayer *keras_derived_from(Value self);
bool keras_user_layer_init(Value self, Value *arguments);
bool keras_user_model_init(Value self, Value name);
/* What becomes an attribute of a user's layer is the layer's, where it is a layer or a weight. */
bool keras_user_track(Value self, Value value);
bool keras_user_setattr(Value self, String *name, Value value);
Value keras_user_call(Value self, const Arguments *arguments);
bool keras_user_is_building(Value self);
/* How many calls of the user's layers on numbers are under way. */
int keras_calls_open(void);
bool keras_user_was_called(Value self);
extern const char keras_add_weight_signature[];
Value keras_user_add_weight(const NativeRow *row, Value *arguments);
Value keras_user_add_loss(const NativeRow *row, Value *arguments);
/* variable.assign(value) in a call that is traced: the graph does it whenever it runs. False: an exception is pending. */
bool keras_user_trace_assign(NnVariable *variable, Value value);
Value keras_user_begin_build(const NativeRow *row, Value *arguments);
Value keras_user_end_build(const NativeRow *row, Value *arguments);
Value keras_user_config(const NativeRow *row, Value *arguments);

/* Masks (keras_masks.c). tensor._keras_mask of a symbolic or a concrete tensor, as bool or None, and its setter. */
Value keras_mask(Value tensor);
bool keras_set_mask(Value tensor, Value mask);
bool keras_is_masked(Value value); /* a tensor, or one in a list */
/* The masks that layer.call() takes by name and was not given: a dict, or None where no argument is masked. */
Value keras_mask_arguments(Value layer, const Arguments *arguments);
/* Gives what a call returned the masks that the layer computes from its first argument's, as Keras does. */
bool keras_mask_outputs(Value layer, Value first, Value outputs);
Value keras_compute_mask(const NativeRow *row, Value *arguments);

/* training= of a call: 1, 0, or -1 for the mode of the plan. Inside of a user's call None means what the outer one got.
 */
int keras_training_now(Value given);

#endif
