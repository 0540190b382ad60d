/* numpy's legacy generator: RandomState over MT19937, equal to numpy to the bit for the same seed.
 *
 * Formulas: Matsumoto and Nishimura, "Mersenne Twister" (1998), for the generator and both ways of seeding; the order
 * in which draws are taken is numpy's. A generator belongs to one thread. Arrays of draws are new, C-contiguous and
 * filled in C order; `shape` with ndim 0 gives a 0-d array and takes the same draws as a scalar call does. */
#ifndef NNSH_ENGINE_ARRAY_RANDOM_H
#define NNSH_ENGINE_ARRAY_RANDOM_H

#include "engine/array/array.h"

/* Of the alignment that the heap of values has: a generator may lie inside an object of the language. */
__extension__ typedef unsigned __int128 NdWide __attribute__((aligned(8)));

/* One struct for RandomState and Generator: what differs is where the bits come from (MT19937 or PCG64) and how normal
 * and exponential draws are made of them. All seeding functions of this header make a RandomState; those of generator.h
 * make a Generator. */
typedef struct NdRandom {
  uint32_t key[624];
  int position;
  bool has_gauss; /* legacy polar method keeps one draw back */
  double gauss;
  bool modern; /* draws as numpy.random.Generator does: ziggurat, Lemire */
  bool pcg;    /* bits from PCG64 instead of MT19937 */
  NdWide state, increment;
  bool has_half; /* PCG64 keeps the upper half of a word that 32 bits were asked of */
  uint32_t half;
} NdRandom;

/* numpy.random.seed(seed): an integer of 32 bits (init_genrand), or by an array of words (init_by_array; count at least
 * 1). */
void nd_random_seed(NdRandom *random, uint32_t seed);
void nd_random_seed_array(NdRandom *random, const uint32_t *words, int count);
/* numpy.random.seed(seed) for any Python integer: ERROR_VALUE "Seed must be between 0 and 2**32 - 1". */
bool nd_random_seed_integer(NdRandom *random, int64_t seed, Error *error);
/* Seeds from the operating system. */
void nd_random_seed_entropy(NdRandom *random);

uint32_t nd_random_uint32(NdRandom *random);
double nd_random_double(NdRandom *random);  /* [0, 1), 53 bits, as random_sample */
uint64_t nd_random_uint64(NdRandom *random);
double nd_random_normal(NdRandom *random);  /* as standard_normal: polar (legacy) or ziggurat */
double nd_random_exponential(NdRandom *random); /* as standard_exponential: inversion (legacy) or ziggurat */
/* Uniform integer in [0, limit], as RandomState's masked rejection (legacy randint of int64 / 'long'). */
uint64_t nd_random_interval(NdRandom *random, uint64_t limit);

/* Arrays of draws, each in the order numpy draws them: float64 random_sample (rand) and standard_normal (randn). */
NdArray *nd_random_sample(NdRandom *random, int ndim, const int64_t *shape, Error *error);
NdArray *nd_random_standard_normal(NdRandom *random, int ndim, const int64_t *shape, Error *error);
/* uniform(low, high) and normal(loc, scale) with scalars; other distributions are in engine/array/distribution.h. */
NdArray *nd_random_uniform(NdRandom *random, double low, double high, int ndim, const int64_t *shape, Error *error);
NdArray *nd_random_normal_array(NdRandom *random, double loc, double scale, int ndim, const int64_t *shape,
                                Error *error);
/* randint: integers in [low, high) of any integer dtype or bool. Narrow dtypes cut several elements out of one word,
 * so the stream depends on the dtype. ERROR_VALUE with numpy's texts: "low >= high", "high <= 0", "high is out of
 * bounds for uint8". */
NdArray *nd_random_randint(NdRandom *random, int64_t low, int64_t high, NdType type, int ndim, const int64_t *shape,
                           Error *error);

/* The same where each element has bounds of its own: contiguous arrays of int64 and of one shape, which the result
 * has. */
NdArray *nd_random_randint_between(NdRandom *random, const NdArray *low, const NdArray *high, NdType type,
                                   Error *error);

/* permutation(n): int64. */
NdArray *nd_random_permutation(NdRandom *random, int64_t count, Error *error);
/* permutation(array): a copy, shuffled along the first axis (with the draws of that function). */
NdArray *nd_random_permuted(NdRandom *random, NdArray *array, Error *error);
/* shuffle(array): along the first axis, in place. */
bool nd_random_shuffle(NdRandom *random, NdArray *array, Error *error);
/* choice(population, count, replace, p): int64 indices, 1-d. `probabilities` has `population` entries. */
NdArray *nd_random_choice(NdRandom *random, int64_t population, int64_t count, bool replace,
                          const double *probabilities /* or NULL */, Error *error);

#endif
