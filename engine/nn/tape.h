/* Ops on concrete numbers, and the recorder behind tf.GradientTape. Private to engine/nn's users in the language.
 *
 * A value is an array with its history: which op made it, from which values. nn_value_op runs one op now, by its plain
 * or its fast kernel, without a plan. While a tape is open (nn_tape_open) and one of the inputs is tracked, the result
 * holds its inputs, and so is a node of a graph that grows with each op; otherwise it holds nothing. Tracked are
 * trainable variables, what a tape watches, and what comes from these. A layer or a loss called on values expands into
 * ops as it does symbolically, and each of these runs by nn_value_op (nn_value_graph): there is one way only.
 *
 * nn_value_gradients walks from the targets back over the nodes, by falling id, and calls each op's backward kernel. It
 * reads the values as they were: a variable is copied when a tape first sees it, and once more after it was assigned
 * (nn_tape_assigned). Where a variable was seen more than once the gradients are added up.
 *
 * Tapes that are open at the same time share their record of variables. nn_tape_gradients records nothing; a gradient
 * that is to be followed itself (a tape inside another one) is nn_tape_gradients_recorded's, which is slower.
 *
 * Numbers are float32, or float64 in values made from float64 arrays; the inputs of one op are all of one of the two.
 */
#ifndef NNSH_ENGINE_NN_TAPE_H
#define NNSH_ENGINE_NN_TAPE_H

#include "engine/nn/layer.h"
#include "engine/nn/op.h"

typedef struct NnValue {
  int64_t references;
  uint64_t id;     /* rises with creation */
  NdArray *array;  /* dense, float32 or float64; never written after it was made */
  bool tracked;
  const NnOp *op;  /* NULL: a leaf; convert: a change of the float type */
  NnAttributes attributes;
  struct NnValue *inputs[NN_MAX_INPUTS]; /* strong; none where nothing was recorded */
  int input_count;
  void *scratch;
  uint64_t seed;
  void *hook; /* of a function whose gradient the language knows (nn_value_hooked) */
} NnValue;

/* A leaf; `array` is taken over and must be dense float32 or float64. */
NnValue *nn_value_new(NdArray *array, Error *error);
/* The value of a variable: tracked where a tape is open that watches variables, and the variable is trainable. */
NnValue *nn_value_of_variable(NnVariable *variable, Error *error);
NnValue *nn_value_retain(NnValue *value);
void nn_value_release(NnValue *value);

/* Runs an op. Shape errors as nn_op's. */
NnValue *nn_value_op(const NnOp *op, NnValue *const *inputs, int count, const NnAttributes *attributes, Error *error);
/* What a function of the language made of values, whose gradient it knows itself: `handle` (taken over, failing too) is
 * asked by nn_value_hooks.back for each input's part of a gradient: parts[i], a new reference or NULL. */
typedef struct NnValueHooks {
  bool (*back)(void *handle, NnValue *gradient, NnValue **parts, int count, Error *error);
  void (*release)(void *handle);
} NnValueHooks;
extern NnValueHooks nn_value_hooks;
NnValue *nn_value_hooked(NdArray *result /* taken over */, NnValue *const *inputs, int count, void *handle, Error *error);
/* The same numbers in the other float type (or the same value). */
NnValue *nn_value_convert(NnValue *value, NdType type, Error *error);
/* Runs the ops between symbolic inputs and outputs on values, variables included. results: new references. */
bool nn_value_graph(NnTensor *const *inputs, NnValue *const *values, int input_count, NnTensor *const *outputs,
                    int output_count, bool training, NnValue **results, Error *error);
/* layer(values), `training` as nn_layer_apply's. masks[i]: the mask of an input ([batch, steps], float32), or NULL;
 * output_masks[i]: that of an output, a new reference, or NULL. Either list may be NULL. losses (room for
 * NN_MAX_OUTPUTS): what the call adds to the loss, scalars or one number a sample. */
bool nn_value_layer(NnLayer *layer, NnValue *const *inputs, NdArray *const *masks, int count, int training,
                    NnValue **outputs, NdArray **output_masks, int *output_count, NnValue **losses, int *loss_count,
                    Error *error);
/* loss(y_true, y_pred) a sample, metric the same. */
NnValue *nn_value_measure(const NnObject *object, NnValue *y_true, NnValue *y_pred, Error *error);

/* ---- Tapes ---- */

typedef struct NnTape NnTape;
NnTape *nn_tape_new(bool watch_variables, Error *error);
void nn_tape_free(NnTape *tape);
void nn_tape_open(NnTape *tape);
void nn_tape_close(NnTape *tape); /* twice does no harm */
bool nn_tape_is_open(const NnTape *tape);
int nn_tapes_open(void); /* how many */
/* Forgets what the tape has seen (tape.reset()). */
void nn_tape_reset(NnTape *tape);
void nn_tape_watch(NnTape *tape, NnValue *value);
bool nn_tape_watch_variable(NnTape *tape, NnVariable *variable, Error *error);
void nn_tape_assigned(const NnVariable *variable);

/* What gradients are wanted of: a value or a variable. */
typedef struct NnSource {
  NnValue *value;
  NnVariable *variable;
} NnSource;
/* The gradients of sum(targets * weights) (weights[i] NULL: ones). gradients[i]: a new array, or NULL where the targets
 * do not depend on source i. */
bool nn_tape_gradients(NnTape *tape, NnValue *const *targets, NdArray *const *weights, int target_count,
                       const NnSource *sources, int source_count, NdArray **gradients, Error *error);

/* The same, as values whose history tapes that are open go on from: for second derivatives. weights are numbers.
 * gradients[i]: a new reference, or NULL. ERROR_NOT_IMPLEMENTED names an op whose gradient cannot be recorded. */
bool nn_tape_gradients_recorded(NnTape *tape, NnValue *const *targets, NdArray *const *weights, int target_count,
                                const NnSource *sources, int source_count, NnValue **gradients, Error *error);

#endif
