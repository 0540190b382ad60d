/* numpy's legacy generator: RandomState over MT19937, equal to numpy to the bit for the same seed. */
#ifndef NNSH_ENGINE_ARRAY_RANDOM_H
#define NNSH_ENGINE_ARRAY_RANDOM_H

#include "engine/array/array.h"

typedef struct NdRandom {
  uint32_t key[624];
  int position;
  bool has_gauss; /* legacy polar method keeps one draw back */
  double gauss;
} NdRandom;

/* numpy.random.seed(seed): an integer of 32 bits (init_genrand), or by an array of words (init_by_array). */
void nd_random_seed(NdRandom *random, uint32_t seed);
void nd_random_seed_array(NdRandom *random, const uint32_t *words, int count);
/* Seeds from the operating system. */
void nd_random_seed_entropy(NdRandom *random);

uint32_t nd_random_uint32(NdRandom *random);
double nd_random_double(NdRandom *random);  /* [0, 1), 53 bits, as random_sample */
double nd_random_normal(NdRandom *random);  /* legacy gauss, as randn */
/* Uniform integer in [0, limit], as RandomState's masked rejection (legacy randint of int64 / 'long'). */
uint64_t nd_random_interval(NdRandom *random, uint64_t limit);

/* Arrays of draws, each in the order numpy draws them. */
NdArray *nd_random_sample(NdRandom *random, int ndim, const int64_t *shape, Error *error);
NdArray *nd_random_standard_normal(NdRandom *random, int ndim, const int64_t *shape, Error *error);
NdArray *nd_random_randint(NdRandom *random, int64_t low, int64_t high, NdType type, int ndim, const int64_t *shape,
                           Error *error);
/* permutation(n), shuffle along the first axis in place, choice. */
NdArray *nd_random_permutation(NdRandom *random, int64_t count, Error *error);
bool nd_random_shuffle(NdRandom *random, NdArray *array, Error *error);
NdArray *nd_random_choice(NdRandom *random, int64_t population, int64_t count, bool replace,
                          const double *probabilities /* or NULL */, Error *error);

#endif
