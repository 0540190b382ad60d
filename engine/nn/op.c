/* The table of ops and the symbolic driver: nn_op appends a node. */
#include "engine/nn/op.h"

#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/op_table.h"

static const NnOp *const tables[] = {
    nn_activation_ops,
    nn_arithmetic_ops,
    nn_dense_ops,
    nn_shape_ops,
    nn_random_ops,
    nn_loss_ops,
    nn_metric_ops,
    nn_conv_ops,
    nn_pool_ops,
    nn_norm_ops,
    nn_move_ops,
    nn_recurrent_ops,
    nn_lookup_ops,
    nn_image_ops,
    nn_error_ops,
    nn_elementwise_ops,
    nn_reduce_ops,
    nn_rearrange_ops,
    nn_steps_ops,
    nn_state_ops,
    nn_draw_ops,
};
#define TABLE_COUNT (int)(sizeof tables / sizeof *tables)

const NnOp *const *nn_ops(int *count) {
  static const NnOp *all[256];
  static int total;
  if (total == 0)
    for (int t = 0; t < TABLE_COUNT; t++)
      for (const NnOp *op = tables[t]; op->name != NULL && total < 256; op++) all[total++] = op;
  *count = total;
  return all;
}

const NnOp *nn_find_op(const char *name) {
  for (int t = 0; t < TABLE_COUNT; t++)
    for (const NnOp *op = tables[t]; op->name != NULL; op++)
      if (strcmp(op->name, name) == 0) return op;
  return NULL;
}

NnTensor *nn_op_of(const NnOp *op, NnTensor *const *inputs, int count, const NnAttributes *attributes, Error *error) {
  static const NnAttributes none;
  if (attributes == NULL) attributes = &none;
  if (op->input_count >= 0 ? count != op->input_count : count < 1 || count > NN_MAX_INPUTS) {
    core_fail(error, ERROR_TYPE, "op %s takes %d inputs; got %d", op->name, op->input_count, count);
    return NULL;
  }
  for (int i = 0; i < count; i++)
    if (inputs[i] == NULL) {
      core_fail(error, ERROR_VALUE, "op %s: input %d is missing", op->name, i);
      return NULL;
    }
  NnShape shape = {0};
  if (!op->shape(op, inputs, attributes, &shape, error)) return NULL;
  NnTensor *tensor = nn_tensor_input(&shape, ND_FLOAT32, NULL, error);
  if (tensor == NULL) return NULL;
  tensor->kind = NN_TENSOR_OP;
  tensor->op = op;
  tensor->attributes = *attributes;
  tensor->inputs = core_alloc_zero((size_t)count, sizeof *tensor->inputs);
  if (tensor->inputs == NULL) {
    nn_tensor_release(tensor);
    core_fail_memory(error, (size_t)count * sizeof *tensor->inputs);
    return NULL;
  }
  for (int i = 0; i < count; i++) tensor->inputs[i] = nn_tensor_retain(inputs[i]);
  tensor->input_count = count;
  return tensor;
}

NnTensor *nn_op(const char *name, NnTensor *const *inputs, int count, const NnAttributes *attributes, Error *error) {
  const NnOp *op = nn_find_op(name);
  if (op == NULL) {
    core_fail(error, ERROR_NOT_IMPLEMENTED, "there is no op called %s", name);
    return NULL;
  }
  return nn_op_of(op, inputs, count, attributes, error);
}
