/* Ops whose samples do not meet: a fast form is the plain one over blocks of samples, on the pool. Private to op_*.c.
 */
#ifndef NNSH_ENGINE_NN_OP_SAMPLES_H
#define NNSH_ENGINE_NN_OP_SAMPLES_H

#include "engine/nn/op.h"

/* Works on the samples [first, last): rows along the first axis of the output. */
typedef void (*NnSampleWork)(const NnRun *run, int64_t first, int64_t last);

/* All samples at once, on the calling thread: for plain twins. */
bool nn_all_samples(NnRun *run, NnSampleWork work);
/* In blocks on the pool. Their size follows from the shapes alone. */
bool nn_pool_samples(NnRun *run, NnSampleWork work);

/* An element-wise kernel on all numbers, in blocks on the pool where there are many. Its inputs (the first `inputs` of
 * them) have the output's shape; the kernel sees vectors. */
bool nn_pool_elements(NnRun *run, NnKernel kernel, int inputs);

#define NN_SAMPLE_TWINS(name)                                                                                       \
  static bool T(name##_forward)(NnRun *run) { return nn_all_samples(run, T(name##_samples)); }                      \
  static bool T(name##_backward)(NnRun *run) { return nn_all_samples(run, T(name##_gradients)); }
#define NN_SAMPLE_FAST(name)                                                                                        \
  static bool name##_forward_fast(NnRun *run) { return nn_pool_samples(run, name##_samples_float); }                \
  static bool name##_backward_fast(NnRun *run) { return nn_pool_samples(run, name##_gradients_float); }
#define NN_SAMPLE_FORMS(symbol)                                                                                     \
  .forward = {symbol##_forward_float, symbol##_forward_double},                                                     \
  .backward = {symbol##_backward_float, symbol##_backward_double}, .fast_forward = symbol##_forward_fast,           \
  .fast_backward = symbol##_backward_fast

#endif
