/* Products with weights, and the fused form that a plan makes of matmul + add_bias + activation. */
#include "engine/nn/op_dense.h"

#include <string.h>

#include "engine/compute/blas.h"
#include "engine/compute/kernels_plain.h"
#include "engine/compute/small_gemm.h"
#include "engine/nn/op_table.h"

#include "engine/nn/real_float.h"
#include "engine/nn/op_dense.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/op_dense.inc"

static bool shape_matmul(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                         Error *error) {
  const NnShape *x = &inputs[0]->shape, *w = &inputs[1]->shape;
  if (x->rank < 1 || w->rank != 2 || x->dims[x->rank - 1] != w->dims[0]) {
    char left[128], right[128];
    nn_shape_text(x, left, sizeof left);
    nn_shape_text(w, right, sizeof right);
    return core_fail(error, ERROR_VALUE, "%s needs shapes (..., k) and (k, n); got %s and %s", op->name, left, right);
  }
  *shape = *x;
  shape->dims[shape->rank - 1] = w->dims[1];
  return true;
}

static bool shape_bias(const NnOp *op, NnTensor *const *inputs, const NnAttributes *attributes, NnShape *shape,
                       Error *error) {
  const NnShape *x = &inputs[0]->shape, *b = &inputs[1]->shape;
  if (x->rank < 1 || b->rank != 1 || x->dims[x->rank - 1] != b->dims[0]) {
    char left[128], right[128];
    nn_shape_text(x, left, sizeof left);
    nn_shape_text(b, right, sizeof right);
    return core_fail(error, ERROR_VALUE, "%s needs shapes (..., n) and (n,); got %s and %s", op->name, left, right);
  }
  *shape = *x;
  return true;
}

static int64_t dense_scratch(const NnTensor *node, int64_t batch) {
  return nn_shape_size(&node->shape, batch);
}

const NnOp nn_dense_ops[] = {
    {.name = "matmul", .formula = "y[B, n] = sum_k x[B, k] w[k, n]", .input_count = 2, .shape = shape_matmul,
     .needs = NN_NEEDS_INPUTS, .forward = {matmul_forward_float, matmul_forward_double},
     .backward = {matmul_backward_float, matmul_backward_double}},
    {.name = "add_bias", .formula = "y[B, n] = x[B, n] + b[n]", .input_count = 2, .shape = shape_bias,
     .forward = {add_bias_forward_float, add_bias_forward_double},
     .backward = {add_bias_backward_float, add_bias_backward_double}},
    {.name = "dense", .formula = "y = act(x w + b); made by plans, i0: the activation", .input_count = 3,
     .shape = shape_matmul, .needs = NN_NEEDS_INPUTS | NN_NEEDS_OUTPUT,
     .forward = {dense_forward_float, dense_forward_double}, .backward = {dense_backward_float, dense_backward_double},
     .scratch_size = dense_scratch},
    {.name = NULL},
};

/* ---- In blocks, on the pool ---- */

/* Rows of a small product in one block: every block reads the whole weight once, so they are not smaller. */
#define SMALL_ROWS 16

static BlasBlocks forward_division(int64_t rows, int64_t n, int64_t k) {
  if (!small_gemm_suits_forward(rows, n, k)) return blas_blocks(rows, n, k);
  BlasBlocks blocks = {.by_columns = false, .size = SMALL_ROWS, .count = (rows + SMALL_ROWS - 1) / SMALL_ROWS};
  if (rows * n * k < BLAS_PARALLEL_WORK) {
    blocks.size = rows;
    blocks.count = 1;
  }
  return blocks;
}

int64_t nn_dense_forward_blocks(const NnRun *run) {
  const int64_t k = nn_last(&run->input_shapes[0]), n = nn_last(&run->output_shape),
                rows = nn_rows_of(&run->output_shape);
  return forward_division(rows, n, k).count;
}

void nn_dense_forward_block(const NnRun *run, int64_t block) {
  const int64_t k = nn_last(&run->input_shapes[0]), n = nn_last(&run->output_shape),
                rows = nn_rows_of(&run->output_shape);
  const BlasBlocks blocks = forward_division(rows, n, k);
  const int64_t all = blocks.by_columns ? n : rows, first = block * blocks.size;
  const int64_t length = all - first < blocks.size ? all - first : blocks.size;
  const float *x = run->inputs[0], *w = run->inputs[1], *bias = run->count > 2 ? run->inputs[2] : NULL;
  const KernelActivation activation = (KernelActivation)run->attributes->integer[0];
  float *y = run->output;
  if (blocks.by_columns) {
    blas_sgemm(false, false, rows, length, k, 1, x, k, w + first, n, 0, y + first, n);
    kernels()->bias_activation(activation, y + first, bias != NULL ? bias + first : NULL, y + first, rows, length, n);
  } else {
    if (small_gemm_suits_forward(rows, n, k))
      small_gemm()->multiply(length, n, k, (SmallGemmA){x + first * k, k, 1}, w, n, y + first * n, n, false);
    else
      blas_sgemm(false, false, length, n, k, 1, x + first * k, k, w, n, 0, y + first * n, n);
    kernels()->bias_activation(activation, y + first * n, bias, y + first * n, length, n, n);
  }
}

void nn_dense_backward_start(const NnRun *run) {
  kernels()->activation_backward((KernelActivation)run->attributes->integer[0], run->output, run->gradient,
                                 run->scratch, nn_shape_size(&run->output_shape, 1));
}

int64_t nn_dense_input_blocks(const NnRun *run) {
  const int64_t k = nn_last(&run->input_shapes[0]), n = nn_last(&run->output_shape),
                rows = nn_rows_of(&run->output_shape);
  return blas_blocks(rows, k, n).count;
}

void nn_dense_input_block(const NnRun *run, int64_t block) {
  const int64_t k = nn_last(&run->input_shapes[0]), n = nn_last(&run->output_shape),
                rows = nn_rows_of(&run->output_shape);
  const BlasBlocks blocks = blas_blocks(rows, k, n);
  const int64_t all = blocks.by_columns ? k : rows, first = block * blocks.size;
  const int64_t length = all - first < blocks.size ? all - first : blocks.size;
  const float *dz = run->scratch, *w = run->inputs[1];
  const float beta = run->accumulate[0] ? 1 : 0;
  float *dx = run->input_gradients[0];
  if (blocks.by_columns)
    blas_sgemm(false, true, rows, length, n, 1, dz, n, w + first * n, n, beta, dx + first, k);
  else
    blas_sgemm(false, true, length, k, n, 1, dz + first * n, n, w, n, beta, dx + first * k, k);
}

/* Rows of the weight in a block: about 64, fewer where rows are long, so that a block and its slots stay in the nearest
 * caches while the optimizer walks over them. */
int64_t nn_dense_weight_rows(const NnRun *run) {
  const int64_t k = nn_last(&run->input_shapes[0]), n = nn_last(&run->output_shape);
  int64_t rows = 64;
  while (rows > 8 && rows * n > 16384) rows /= 2;
  return rows < k ? rows : k;
}

void nn_dense_weight_block(const NnRun *run, int64_t first, int64_t length, float beta, float *dw) {
  const int64_t k = nn_last(&run->input_shapes[0]), n = nn_last(&run->output_shape),
                rows = nn_rows_of(&run->output_shape);
  const float *x = (const float *)run->inputs[0] + first, *dz = run->scratch;
  if (small_gemm_suits_weight(k, n, rows))
    small_gemm()->multiply(length, n, rows, (SmallGemmA){x, 1, k}, dz, n, dw, n, beta != 0);
  else
    blas_sgemm(true, false, length, n, rows, 1, x, k, dz, n, beta, dw, n);
}
