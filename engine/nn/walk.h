/* Walking over broadcast operands, private to op_*.c: the axes of a shape, merged where every operand allows it, so
 * that the innermost loop is as long as it can be.
 *
 *   for (walk_start(&walk, ...); walk.left > 0; walk_next(&walk))
 *     for (int64_t i = 0; i < walk.inner; i++) a[walk.offset[0] + i * walk.step[0]] ... */
#ifndef NNSH_ENGINE_NN_WALK_H
#define NNSH_ENGINE_NN_WALK_H

#include "engine/nn/op.h"

#define WALK_MOST 4

typedef struct Walk {
  int operands, rank;
  int64_t dims[NN_MAX_DIMS], stride[WALK_MOST][NN_MAX_DIMS], index[NN_MAX_DIMS];
  int64_t inner, step[WALK_MOST], offset[WALK_MOST];
  int64_t left; /* how many inner loops are still to do */
} Walk;

/* Adds an operand of this shape, which broadcasts to the walk's shape (aligned at the last axis). */
static inline void walk_operand(Walk *walk, const NnShape *whole, const NnShape *own) {
  int64_t *stride = walk->stride[walk->operands++], step = 1;
  for (int axis = whole->rank - 1; axis >= 0; axis--) {
    const int at = axis - (whole->rank - own->rank);
    const int64_t length = at >= 0 ? own->dims[at] : 1;
    stride[axis] = length == 1 ? 0 : step;
    step *= length;
  }
}

/* After the operands are known: merges axes and stands at the first element. */
static inline void walk_ready(Walk *walk, const NnShape *whole) {
  walk->rank = 0;
  walk->left = 1;
  for (int axis = 0; axis < whole->rank; axis++) {
    const int64_t length = whole->dims[axis];
    if (length == 0) walk->left = 0;
    if (length == 1) continue;
    bool joins = walk->rank > 0;
    for (int k = 0; joins && k < walk->operands; k++)
      joins = walk->stride[k][walk->rank - 1] == walk->stride[k][axis] * length;
    if (!joins) walk->rank++;
    walk->dims[walk->rank - 1] = joins ? walk->dims[walk->rank - 1] * length : length;
    for (int k = 0; k < walk->operands; k++) walk->stride[k][walk->rank - 1] = walk->stride[k][axis];
  }
  walk->inner = 1;
  for (int k = 0; k < walk->operands; k++) walk->step[k] = walk->offset[k] = 0;
  if (walk->rank > 0) {
    walk->rank--;
    walk->inner = walk->dims[walk->rank];
    for (int k = 0; k < walk->operands; k++) walk->step[k] = walk->stride[k][walk->rank];
  }
  for (int axis = 0; axis < walk->rank; axis++) {
    walk->index[axis] = 0;
    walk->left *= walk->dims[axis];
  }
}

static inline void walk_next(Walk *walk) {
  walk->left--;
  for (int axis = walk->rank - 1; axis >= 0; axis--) {
    for (int k = 0; k < walk->operands; k++) walk->offset[k] += walk->stride[k][axis];
    if (++walk->index[axis] < walk->dims[axis]) return;
    for (int k = 0; k < walk->operands; k++) walk->offset[k] -= walk->stride[k][axis] * walk->dims[axis];
    walk->index[axis] = 0;
  }
}

/* The operands of a run: its inputs, broadcast to its output. */
static inline Walk walk_inputs(const NnRun *run) {
  Walk walk = {0};
  for (int k = 0; k < run->count && k < WALK_MOST; k++) walk_operand(&walk, &run->output_shape, &run->input_shapes[k]);
  walk_ready(&walk, &run->output_shape);
  return walk;
}

#endif
