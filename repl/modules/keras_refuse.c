/* The words of TensorFlow's runtime for concrete tensors whose shapes do not meet in an op: keras.ops, tf.* and
 * operators raise tf.errors.InvalidArgumentError then. Symbolic tensors have the engine's ValueError. */
#include <stdio.h>
#include <string.h>

#include "engine/nn/tape.h"
#include "repl/modules/keras_op.h"

/* The runtime's names of ops that broadcast two tensors. */
static const struct {
  const char *name, *said;
} pairs[] = {
    {"add", "AddV2"},
    {"subtract", "Sub"},
    {"multiply", "Mul"},
    {"divide", "RealDiv"},
    {"divide_no_nan", "DivNoNan"},
    {"floor_divide", "FloorDiv"},
    {"mod", "FloorMod"},
    {"power", "Pow"},
    {"maximum", "Maximum"},
    {"minimum", "Minimum"},
    {"equal", "Equal"},
    {"not_equal", "NotEqual"},
    {"less", "Less"},
    {"less_equal", "LessEqual"},
    {"greater", "Greater"},
    {"greater_equal", "GreaterEqual"},
    {"and", "LogicalAnd"},
    {"or", "LogicalOr"},
    {"xor", "LogicalOr"}, /* composed; its first part is refused */
    {"atan2", "Atan2"},
    {"squared_difference", "SquaredDifference"},
};

/* [4,3]: as the runtime prints shapes. */
static const char *shown(int rank, const int64_t *dims, char *out, size_t size) {
  size_t used = (size_t)snprintf(out, size, "[");
  for (int i = 0; i < rank && used < size; i++)
    used += (size_t)snprintf(out + used, size - used, "%s%lld", i ? "," : "", (long long)dims[i]);
  if (used < size) snprintf(out + used, size - used, "]");
  return out;
}
static const char *shape_of(const NnValue *value, char *out, size_t size) {
  return shown(value->array->ndim, value->array->shape, out, size);
}

#define RUNTIME "{{function_node __wrapped__%s_device_/job:localhost/replica:0/task:0/device:CPU:0}} "

static bool refuse_reshape(const OpCall *call, const NnValue *x) {
  const NnShape *shape = &call->attributes.shape;
  const int64_t free_axis = call->attributes.integer[0];
  int64_t wanted = 1, have = 1;
  for (int i = 0; i < shape->rank; i++)
    if (i != free_axis) wanted *= shape->dims[i];
  for (int i = 0; i < x->array->ndim; i++) have *= x->array->shape[i];
  if (free_axis >= 0)
    keras_raise_invalid(RUNTIME "Input to reshape is a tensor with %lld values, but the requested shape requires a multiple "
                        "of %lld [Op:Reshape]", "Reshape", (long long)have, (long long)wanted);
  else
    keras_raise_invalid(RUNTIME "Input to reshape is a tensor with %lld values, but the requested shape has %lld [Op:Reshape]",
                        "Reshape", (long long)have, (long long)wanted);
  return true;
}

static bool refuse_matmul(const NnValue *a, const NnValue *b) {
  char left[160], right[160];
  const int rank_a = a->array->ndim, rank_b = b->array->ndim;
  shape_of(a, left, sizeof left);
  shape_of(b, right, sizeof right);
  if (rank_a < 2 || rank_b < 2) {
    if (rank_a != rank_b)
      keras_raise_invalid(RUNTIME "In[0] and In[1] has different ndims: %s vs. %s [Op:MatMul] name: ", "MatMul", left, right);
    else
      keras_raise_invalid(RUNTIME "In[0] and In[1] ndims must be == 2: %d [Op:MatMul] name: ", "MatMul", rank_a);
    return true;
  }
  if (a->array->shape[rank_a - 1] == b->array->shape[rank_b - 2]) return false;
  const char *op = rank_a > 2 || rank_b > 2 ? "BatchMatMulV2" : "MatMul";
  keras_raise_invalid(RUNTIME "Matrix size-incompatible: In[0]: %s, In[1]: %s [Op:%s] name: ", op, left, right, op);
  return true;
}

static bool refuse_concat(const OpCall *call, NnValue *const *values, int count) {
  char first[160], other[160], op[32];
  snprintf(op, sizeof op, "ConcatV2_N_%d", count);
  const NdArray *a = values[0]->array;
  for (int i = 1; i < count; i++) {
    const NdArray *b = values[i]->array;
    shape_of(values[0], first, sizeof first);
    shape_of(values[i], other, sizeof other);
    if (a->ndim != b->ndim) {
      keras_raise_invalid(RUNTIME "ConcatOp : Ranks of all input tensors should match: shape[0] = %s vs. shape[%d] = %s "
                          "[Op:ConcatV2] name: concat", op, first, i, other);
      return true;
    }
    for (int axis = 0; axis < a->ndim; axis++) {
      if (axis == call->attributes.integer[0] || a->shape[axis] == b->shape[axis]) continue;
      keras_raise_invalid(RUNTIME "ConcatOp : Dimension %d in both shapes must be equal: shape[0] = %s vs. shape[%d] = %s "
                          "[Op:ConcatV2] name: concat", op, axis, first, i, other);
      return true;
    }
  }
  return false;
}

void keras_refuse_pair(const char *said, int rank_a, const int64_t *a, int rank_b, const int64_t *b) {
  char left[160], right[160];
  keras_raise_invalid(RUNTIME "Incompatible shapes: %s vs. %s [Op:%s] name: ", said, shown(rank_a, a, left, sizeof left),
                      shown(rank_b, b, right, sizeof right), said);
}

bool keras_refuse(const OpCall *call, NnValue *const *values, int count) {
  char first[160], second[160], third[160];
  /* More dimensions than the engine knows: the runtime has no words for that. */
  for (int i = 0; i < count; i++)
    if (values[i]->array->ndim > NN_MAX_DIMS) return false;
  if (count == 2)
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
      if (strcmp(call->name, pairs[i].name) != 0) continue;
      const NdArray *a = values[0]->array, *b = values[1]->array;
      keras_refuse_pair(pairs[i].said, a->ndim, a->shape, b->ndim, b->shape);
      return true;
    }
  if (strcmp(call->name, "where") == 0 && count == 3) {
    keras_raise_invalid(RUNTIME "condition %s, then %s, and else %s must be broadcastable [Op:SelectV2] name: ", "SelectV2",
                        shape_of(values[0], first, sizeof first), shape_of(values[1], second, sizeof second),
                        shape_of(values[2], third, sizeof third));
    return true;
  }
  if (strcmp(call->name, "broadcast") == 0 && strcmp(call->class_name, "BroadcastTo") == 0) {
    keras_raise_invalid(RUNTIME "Incompatible shapes: %s vs. %s [Op:BroadcastTo]", "BroadcastTo",
                        shape_of(values[0], first, sizeof first),
                        shown(call->attributes.shape.rank, call->attributes.shape.dims, second, sizeof second));
    return true;
  }
  if (strcmp(call->name, "reshape_to") == 0 && strcmp(call->class_name, "Reshape") == 0)
    return refuse_reshape(call, values[0]);
  const bool product = strcmp(call->name, "matmul") == 0 ||
                       (strcmp(call->name, "batch_matmul") == 0 && call->attributes.integer[0] + call->attributes.integer[1] == 0);
  if (product && count == 2) return refuse_matmul(values[0], values[1]);
  if (strcmp(call->name, "concat") == 0) return refuse_concat(call, values, count);
  return false;
}
