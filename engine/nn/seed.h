/* The engine's random numbers: counter-based (Philox4x32-10 of Salmon et al., "Parallel random numbers: as easy as
 * 1, 2, 3", 2011), keyed by a seed. Who draws keeps its own seed and counts its own draws, so the same draws come out
 * whatever happens elsewhere and on however many threads. */
#ifndef NNSH_ENGINE_NN_SEED_H
#define NNSH_ENGINE_NN_SEED_H

#include <stdint.h>

/* Sets the seed from which all automatic seeds follow, in the order they are asked for (declared in layer.h too). */
void nn_set_seed(uint64_t seed);

/* A seed for something that was given none: an initializer, a dropout layer, the shuffling of a fit. Before the first
 * nn_set_seed it follows from the operating system's entropy. Below 2^31. Main thread only. */
uint64_t nn_next_seed(void);

/* Four random words: block `block` of stream `stream` of this seed. */
void nn_random_words(uint64_t seed, uint64_t stream, uint64_t block, uint32_t words[4]);

/* [0, 1) with 24 bits: every value is a float. */
static inline float nn_random_unit(uint32_t word) { return (float)(word >> 8) * 0x1p-24f; }

#endif
