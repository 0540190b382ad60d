/* What the files of ops share: the tables that op.c joins, and shape arithmetic for kernels. Private to op*.c and
 * plan*.c. */
#ifndef NNSH_ENGINE_NN_OP_TABLE_H
#define NNSH_ENGINE_NN_OP_TABLE_H

#include "engine/nn/op.h"

/* Each ends with a row whose name is NULL. */
extern const NnOp nn_activation_ops[];
extern const NnOp nn_arithmetic_ops[];
extern const NnOp nn_dense_ops[];
extern const NnOp nn_shape_ops[];
extern const NnOp nn_random_ops[];
extern const NnOp nn_loss_ops[];
extern const NnOp nn_error_ops[];
extern const NnOp nn_metric_ops[];
extern const NnOp nn_conv_ops[];
extern const NnOp nn_pool_ops[];
extern const NnOp nn_norm_ops[];
extern const NnOp nn_move_ops[];
extern const NnOp nn_elementwise_ops[];
extern const NnOp nn_reduce_ops[];
extern const NnOp nn_rearrange_ops[];
extern const NnOp nn_steps_ops[];
extern const NnOp nn_state_ops[];
extern const NnOp nn_draw_ops[];
extern const NnOp nn_recurrent_ops[];
extern const NnOp nn_lookup_ops[];
extern const NnOp nn_image_ops[];

/* Length of the last axis (1 for a scalar) and the number of rows along it. */
static inline int64_t nn_last(const NnShape *shape) {
  return shape->rank > 0 ? shape->dims[shape->rank - 1] : 1;
}
static inline int64_t nn_rows_of(const NnShape *shape) {
  int64_t rows = 1;
  for (int i = 0; i + 1 < shape->rank; i++) rows *= shape->dims[i];
  return rows;
}

#endif
