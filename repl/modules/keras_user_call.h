/* What a call of a user's class and the trace that the engine makes of it share. Private to keras_user_call.c and
 * keras_user_trace.c. */
#ifndef NNSH_REPL_MODULES_KERAS_USER_CALL_H
#define NNSH_REPL_MODULES_KERAS_USER_CALL_H

#include "repl/modules/keras_user.h"

/* The arguments of a call, while it is under way: how its tensors are put together, and what is no tensor. */
extern const Arguments *keras_call_rest;
/* A trace stands for both modes: training=True means "by mode". */
extern bool keras_mode_open;

/* self.call(inputs, ..., training=...) */
Value keras_call_user(Value self, const Arguments *arguments, int training);
/* Whether the user's method takes an argument of this name. */
bool keras_user_takes(Value self, const char *method, const char *argument);
/* One trace of self.call with what is left of its arguments; what it adds to the loss is not kept. */
bool keras_user_trace(Value self, NnTensor *const *inputs, int count, int training, NnTensor **outputs, int *output_count,
                      Error *error);
/* Whether an input has a size beside the batch that is not known yet (None). */
bool keras_has_open_lengths(NnTensor *const *inputs, int count);
/* Nodes that stand for a call until the lengths of its inputs are known. False: the trace fails for known lengths too, and
 * the exception that was pending is. */
bool keras_user_call_later(Value self, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                           int *output_count);
/* The engine's hook: what such a node stands for. */
bool keras_user_later_now(void *later, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                          int *output_count, Error *error);
/* The tensors in a value, borrowed, in their order; at most `most`. */
int keras_gather(Value value, Value *out, int most);
/* How the tensors of the last traced call are put together; PY_UNDEFINED where that is not known. */
Value keras_take_structure(void);

#endif
