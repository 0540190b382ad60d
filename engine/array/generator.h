/* numpy.random.Generator: PCG64 or MT19937 behind SeedSequence, with the streams of numpy's new methods to the bit.
 *
 * O'Neill, "PCG: a family of simple fast space-efficient statistically good algorithms" (2014), for PCG64 (XSL-RR) and
 * for the seed sequence; Lemire, "Fast random integer generation in an interval" (2019), for integers; Floyd's method
 * for distinct numbers. A generator is an NdRandom, so that the distributions of distribution.h draw from both
 * kinds. */
#ifndef NNSH_ENGINE_ARRAY_GENERATOR_H
#define NNSH_ENGINE_ARRAY_GENERATOR_H

#include "engine/array/random.h"

enum { ND_SEED_POOL = 4 };

/* numpy.random.SeedSequence: entropy as 32-bit words, lowest first (spawn keys behind them), mixed into a pool. */
void nd_seed_pool(const uint32_t *words, int count, uint32_t pool[ND_SEED_POOL]);
void nd_seed_words(const uint32_t pool[ND_SEED_POOL], uint32_t *words, int count);

/* Starts a stream from a pool. */
void nd_generator_pcg(NdRandom *random, const uint32_t pool[ND_SEED_POOL]);
void nd_generator_mt19937(NdRandom *random, const uint32_t pool[ND_SEED_POOL]);

/* Generator.random, standard_normal and standard_exponential in float64 or float32. */
typedef enum NdDraw { ND_DRAW_UNIFORM, ND_DRAW_NORMAL, ND_DRAW_EXPONENTIAL } NdDraw;
NdArray *nd_generator_fill(NdRandom *random, NdDraw draw, NdType type, int ndim, const int64_t *shape, Error *error);

/* Generator.integers: integers in [low, last] of any integer dtype or bool; low and last are of the dtype, given as
 * the bits of a 64-bit integer. */
NdArray *nd_generator_integers(NdRandom *random, uint64_t low, uint64_t last, NdType type, int ndim,
                               const int64_t *shape, Error *error);
/* The same for one element at a time: `kept` holds what is left of a word that narrow dtypes share. */
typedef struct NdPieces {
  uint32_t word;
  int left;
} NdPieces;
uint64_t nd_generator_integer(NdRandom *random, NdPieces *kept, uint64_t low, uint64_t span, NdType type);

/* Generator.choice without replacement and without weights: `count` of 0..population-1, int64. */
NdArray *nd_generator_distinct(NdRandom *random, int64_t population, int64_t count, bool shuffle, Error *error);

#endif
