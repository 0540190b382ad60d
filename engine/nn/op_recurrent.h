/* Ops that run a recurrent layer over whole sequences: x[B,T,D] -> [B,T,U]. Private to engine/nn.
 *
 * Rows "recurrent" (x kernel recurrent_kernel bias), "recurrent_from" (and the first state [B,U]; LSTM's: h and c,
 * [B,2U]), "recurrent_masked" (and a mask [B,T], 0 where a step is left out), "recurrent_masked_from" (mask, then
 * state). i0 an NnRecurrent; i1 the seed of dropped states or 0; i2 the activation + 256 times the recurrent one
 * (nn_gate_named); i3: 1: the output is [B,T,2U], LSTM's cell behind h. r0 the rate at which states are dropped, r1 1
 * always, 0 never, -1 in training; shape of rank 1: input 4 is a mask. Weights as Keras has them; GRU's bias is [2,3U],
 * that of GRU_RESET_BEFORE [3U]. */
#ifndef NNSH_ENGINE_NN_OP_RECURRENT_H
#define NNSH_ENGINE_NN_OP_RECURRENT_H

#include "engine/nn/op.h"

typedef enum NnRecurrent { NN_SIMPLE_RNN, NN_LSTM, NN_GRU, NN_GRU_RESET_BEFORE } NnRecurrent;

/* The number of an activation of a gate by its name ("tanh"); -1 where it is not among those of which the slope follows from
 * the value. */
int nn_gate_named(const char *name);

#endif
