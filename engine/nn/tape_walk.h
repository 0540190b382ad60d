/* The values that some values come from, each with the gradient that has come to it so far. Private to tape*.c. */
#ifndef NNSH_ENGINE_NN_TAPE_WALK_H
#define NNSH_ENGINE_NN_TAPE_WALK_H

#include "engine/nn/tape.h"

typedef struct NnWalkNode {
  NnValue *value; /* borrowed */
  NdArray *gradient; /* of its type; NULL: none has come yet. The walk's user releases it */
  NnValue *recorded; /* the same where gradients are recorded (tape_second.c) */
  bool leads;        /* a source lies behind it */
} NnWalkNode;

typedef struct NnWalk {
  NnWalkNode *nodes;
  int count, room;
  int *slots; /* an open table of places in `nodes`, plus one */
  size_t capacity;
} NnWalk;

/* Collects the targets that are tracked, and all tracked values behind them. */
bool nn_walk_from(NnWalk *walk, NnValue *const *targets, int count, Error *error);
/* NULL where the value is not among them. Adding no node moves what this points to. */
NnWalkNode *nn_walk_find(const NnWalk *walk, const NnValue *value);
/* The values by falling id: each before what it was made from. The caller frees the list (core_free). */
NnValue **nn_walk_order(const NnWalk *walk, Error *error);
void nn_walk_clear(NnWalk *walk);

/* ---- What tape.c shares with the files beside it ---- */

extern const NnOp nn_convert_op; /* a row only for its address: what changes the float type */
extern const NnOp nn_hook_op;    /* the same: what nn_value_hooked made */
NnPrecision nn_precision_of(const NnValue *value);
NnKernel nn_kernel_of(const NnOp *op, NnPrecision precision, bool forward);
void *nn_value_elements(int64_t count, NnPrecision precision); /* core_free; NULL where memory is short */
/* Whether a tape is open and one of the inputs is tracked: what is made of them is to be remembered. */
bool nn_values_tracked(NnValue *const *inputs, int count);
void nn_value_remember(NnValue *result, const NnOp *op, NnValue *const *inputs, int count);
/* What the tape saw of variables, by index; NULL behind the last. Borrowed. */
NnValue *nn_tape_seen(const NnTape *tape, int index, const NnVariable **variable);

#endif
