/* The blocks of the fused dense op, for plans: y = act(x w + b), float32. Blocks follow from the shapes alone. Private
 * to engine/nn. */
#ifndef NNSH_ENGINE_NN_OP_DENSE_H
#define NNSH_ENGINE_NN_OP_DENSE_H

#include "engine/compute/kernels.h"
#include "engine/nn/op.h"

int64_t nn_dense_forward_blocks(const NnRun *run);
void nn_dense_forward_block(const NnRun *run, int64_t block);

/* Backward in three parts: dz = dy act'(y) into scratch, at once; then blocks of dx; then, at any time before x or the
 * scratch change, rows [first, first + length) of dw = beta dw + x^T dz, written densely from dw on. */
void nn_dense_backward_start(const NnRun *run);
int64_t nn_dense_input_blocks(const NnRun *run);
void nn_dense_input_block(const NnRun *run, int64_t block);
int64_t nn_dense_weight_rows(const NnRun *run);
void nn_dense_weight_block(const NnRun *run, int64_t first, int64_t length, float beta, float *dw);

#endif
