#include "engine/nn/seed.h"

#include <Random123/philox.h>
#include <stdbool.h>
#include <sys/random.h>
#include <time.h>

#include "engine/nn/layer.h"

/* Streams of the session's own key; objects' draws use small numbers with their own seeds. */
#define STREAM_SEEDS 0x5eed

static uint64_t session_key, session_count;
static bool session_seeded;

void nn_random_words(uint64_t seed, uint64_t stream, uint64_t block, uint32_t words[4]) {
  philox4x32_key_t key = {{(uint32_t)seed, (uint32_t)(seed >> 32)}};
  philox4x32_ctr_t counter = {{(uint32_t)block, (uint32_t)(block >> 32), (uint32_t)stream, (uint32_t)(stream >> 32)}};
  philox4x32_ctr_t drawn = philox4x32(counter, key);
  for (int i = 0; i < 4; i++) words[i] = drawn.v[i];
}

void nn_set_seed(uint64_t seed) {
  session_key = seed;
  session_count = 0;
  session_seeded = true;
}

uint64_t nn_next_seed(void) {
  if (!session_seeded) {
    uint64_t entropy;
    if (getrandom(&entropy, sizeof entropy, GRND_NONBLOCK) != (ssize_t)sizeof entropy) {
      struct timespec now;
      clock_gettime(CLOCK_REALTIME, &now);
      entropy = (uint64_t)now.tv_sec * 1000000007u ^ (uint64_t)now.tv_nsec;
    }
    nn_set_seed(entropy);
  }
  uint32_t words[4];
  nn_random_words(session_key, STREAM_SEEDS, session_count++, words);
  return words[0] >> 1;
}
