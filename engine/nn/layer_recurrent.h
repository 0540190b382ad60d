/* SimpleRNN, LSTM and GRU, as the wrappers see them. Private to engine/nn. */
#ifndef NNSH_ENGINE_NN_LAYER_RECURRENT_H
#define NNSH_ENGINE_NN_LAYER_RECURRENT_H

#include "engine/nn/layer_internal.h"

typedef struct Recurrent {
  NnLayer layer;    /* first */
  NnVariable *kept[2]; /* stateful: what the last batch ended with; strong, no weights of the layer */
  bool zero_masked; /* masked steps of a whole sequence give zeros, else what the step before gave */
} Recurrent;

/* Whether a layer is one of them; how many states it has. */
bool nn_is_recurrent(const NnLayer *layer);
int nn_recurrent_states(const NnLayer *layer);

/* A stateful layer's states, 0 where it has none (not built, or not stateful). Borrowed. */
int nn_recurrent_kept(const NnLayer *layer, NnVariable **states);

/* The outputs for x and (count > 1) first states: the sequence or its last step, then with return_state the last
 * states. */
bool nn_recurrent_expand(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                         int *output_count, Error *error);

/* Steps [first, first + length) and features [from, from + width) of x[B,T,F]; x is borrowed. */
NnTensor *nn_part_of_steps(NnTensor *x, int64_t first, int64_t length, int64_t from, int64_t width, Error *error);
/* op `reverse` along the steps; x is taken over. */
NnTensor *nn_reversed_steps(NnTensor *x, Error *error);

#endif
