/* Initializers: what weights hold at first. Private to engine/nn; the public door is nn_initializer_draw (layer.h). */
#ifndef NNSH_ENGINE_NN_INITIALIZER_H
#define NNSH_ENGINE_NN_INITIALIZER_H

#include "engine/nn/layer.h"

/* handlers of an NN_INITIALIZER row: fills a new float32 array. `seed` is the object's own, or the one drawn for it
 * when it was made: an initializer gives the same values for the same shape at every call, as Keras's do. */
typedef struct NnInitializerHandlers {
  bool (*fill)(const NnObject *self, uint64_t seed, NdArray *out, Error *error);
  /* VarianceScaling's arguments of the named kinds (glorot, he, lecun); see initializer_random.c. */
  double scale;
  const char *mode, *distribution;
} NnInitializerHandlers;

/* Gaussian and uniform draws into `count` floats, and normals cut at two standard deviations. Element i depends on seed
 * and i alone. */
void nn_fill_uniform(uint64_t seed, float *out, int64_t count, double low, double high);
void nn_fill_normal(uint64_t seed, float *out, int64_t count, double mean, double deviation);
void nn_fill_truncated_normal(uint64_t seed, float *out, int64_t count, double mean, double deviation);

/* Four standard normals: block `block` of stream `stream` of this seed. */
void nn_random_normals(uint64_t seed, uint64_t stream, uint64_t block, double out[4]);

/* Fan in and fan out of a weight's shape (keras compute_fans). */
void nn_fans(int ndim, const int64_t *shape, double *fan_in, double *fan_out);

#endif
