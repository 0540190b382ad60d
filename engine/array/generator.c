#include "engine/array/generator.h"

#include <math.h>
#include <string.h>

#include "engine/array/ziggurat.h"
#include "engine/core/interrupt.h"
#include "engine/core/memory.h"

/* ---- Seeds ----- */

static uint32_t hashed(uint32_t value, uint32_t *constant, uint32_t multiplier) {
  value ^= *constant;
  *constant *= multiplier;
  value *= *constant;
  return value ^ (value >> 16);
}
static uint32_t mixed(uint32_t x, uint32_t y) {
  uint32_t result = x * 0xca01f9ddu - y * 0x4973f715u;
  return result ^ (result >> 16);
}

void nd_seed_pool(const uint32_t *words, int count, uint32_t pool[ND_SEED_POOL]) {
  const uint32_t multiplier = 0x931e8875u;
  uint32_t constant = 0x43b0d7e5u;
  for (int i = 0; i < ND_SEED_POOL; i++) pool[i] = hashed(i < count ? words[i] : 0, &constant, multiplier);
  for (int from = 0; from < ND_SEED_POOL; from++)
    for (int to = 0; to < ND_SEED_POOL; to++)
      if (from != to) pool[to] = mixed(pool[to], hashed(pool[from], &constant, multiplier));
  for (int from = ND_SEED_POOL; from < count; from++)
    for (int to = 0; to < ND_SEED_POOL; to++) pool[to] = mixed(pool[to], hashed(words[from], &constant, multiplier));
}

void nd_seed_words(const uint32_t pool[ND_SEED_POOL], uint32_t *words, int count) {
  uint32_t constant = 0x8b51f9ddu;
  for (int i = 0; i < count; i++) words[i] = hashed(pool[i % ND_SEED_POOL], &constant, 0x58f38dedu);
}

/* ---- PCG64 ----- */

static void step(NdRandom *random) {
  const NdWide multiplier = (NdWide)2549297995355413924u << 64 | 4865540595714422341u;
  random->state = random->state * multiplier + random->increment;
}

uint64_t nd_pcg_uint64(NdRandom *random) {
  step(random);
  uint64_t folded = (uint64_t)(random->state >> 64) ^ (uint64_t)random->state;
  unsigned turn = (unsigned)(random->state >> 122);
  return folded >> turn | folded << (-turn & 63);
}

uint32_t nd_pcg_uint32(NdRandom *random) {
  if (random->has_half) {
    random->has_half = false;
    return random->half;
  }
  uint64_t word = nd_pcg_uint64(random);
  random->has_half = true;
  random->half = (uint32_t)(word >> 32);
  return (uint32_t)word;
}

void nd_generator_pcg(NdRandom *random, const uint32_t pool[ND_SEED_POOL]) {
  uint32_t words[8];
  nd_seed_words(pool, words, 8);
  NdWide parts[4];
  for (int i = 0; i < 4; i++) parts[i] = words[2 * i] | (NdWide)words[2 * i + 1] << 32;
  memset(random, 0, sizeof *random);
  random->modern = random->pcg = true;
  random->increment = (parts[2] << 64 | parts[3]) << 1 | 1;
  step(random);
  random->state += parts[0] << 64 | parts[1];
  step(random);
}

void nd_generator_mt19937(NdRandom *random, const uint32_t pool[ND_SEED_POOL]) {
  memset(random, 0, sizeof *random);
  enum { WORDS = sizeof random->key / sizeof *random->key };
  nd_seed_words(pool, random->key, WORDS);
  random->key[0] = 0x80000000u; /* never all zero */
  random->position = WORDS - 1;
  random->modern = true;
}

/* ---- Ziggurats ----- */

#define NORMAL_EDGE 3.6541528853610088
#define EXPONENTIAL_EDGE 7.69711747013104972

double nd_ziggurat_normal(NdRandom *random) {
  for (;;) {
    uint64_t bits = nd_random_uint64(random), place = bits >> 9 & 0xfffffffffffffu;
    int strip = (int)(bits & 255);
    double x = (double)place * nd_normal_widths[strip];
    if (bits & 256) x = -x;
    if (place < nd_normal_limits[strip]) return x;
    if (strip == 0) { /* the tail, by Marsaglia's method */
      for (;;) {
        double beyond = -(1.0 / NORMAL_EDGE) * log1p(-nd_random_double(random)), y = -log1p(-nd_random_double(random));
        if (y + y > beyond * beyond) return place >> 8 & 1 ? -(NORMAL_EDGE + beyond) : NORMAL_EDGE + beyond;
      }
    }
    const double *height = nd_normal_heights;
    if ((height[strip - 1] - height[strip]) * nd_random_double(random) + height[strip] < exp(-0.5 * x * x)) return x;
  }
}

double nd_ziggurat_exponential(NdRandom *random) {
  for (;;) {
    uint64_t bits = nd_random_uint64(random) >> 3, place = bits >> 8;
    int strip = (int)(bits & 255);
    double x = (double)place * nd_exponential_widths[strip];
    if (place < nd_exponential_limits[strip]) return x;
    if (strip == 0) return EXPONENTIAL_EDGE - log1p(-nd_random_double(random));
    const double *height = nd_exponential_heights;
    if ((height[strip - 1] - height[strip]) * nd_random_double(random) + height[strip] < exp(-x)) return x;
  }
}

static float uniform_float(NdRandom *random) { return (float)(nd_random_uint32(random) >> 8) * (1.0f / 16777216.0f); }

/* The tables for places of 23 bits follow from those of 52 and 53 bits; in four places numpy's own lie one step off. */
static uint32_t short_limit(uint64_t limit, int bits) {
  return (uint32_t)((limit + (1u << (bits - 24))) >> (bits - 23));
}

static float exponential_height(int strip) {
  switch (strip) {
    case 128: return 0x1.816524p-3f;
    case 154: return 0x1.0f3f8p-3f;
    case 171: return 0x1.9f04dcp-4f;
    default: return (float)nd_exponential_heights[strip];
  }
}
static float exponential_width(int strip) {
  return strip == 226 ? 0x1.d87948p-22f : (float)(nd_exponential_widths[strip] * 0x1p30);
}

float nd_ziggurat_normal_float(NdRandom *random) {
  for (;;) {
    uint32_t bits = nd_random_uint32(random), place = bits >> 9 & 0x7fffffu;
    int strip = (int)(bits & 255);
    float x = (float)place * (float)(nd_normal_widths[strip] * 0x1p29);
    if (bits & 256) x = -x;
    if (place < short_limit(nd_normal_limits[strip], 52)) return x;
    if (strip == 0) {
      const float edge = (float)NORMAL_EDGE, inverse = (float)(1.0 / NORMAL_EDGE);
      for (;;) {
        float beyond = -inverse * log1pf(-uniform_float(random)), y = -log1pf(-uniform_float(random));
        if (y + y > beyond * beyond) return place >> 8 & 1 ? -(edge + beyond) : edge + beyond;
      }
    }
    float above = (float)nd_normal_heights[strip - 1], here = (float)nd_normal_heights[strip];
    if ((above - here) * uniform_float(random) + here < exp(-0.5 * (double)x * (double)x)) return x;
  }
}

float nd_ziggurat_exponential_float(NdRandom *random) {
  for (;;) {
    uint32_t bits = nd_random_uint32(random) >> 1, place = bits >> 8;
    int strip = (int)(bits & 255);
    float x = (float)place * exponential_width(strip);
    if (place < short_limit(nd_exponential_limits[strip], 53)) return x;
    if (strip == 0) return (float)EXPONENTIAL_EDGE - log1pf(-uniform_float(random));
    float above = exponential_height(strip - 1), here = exponential_height(strip);
    if ((above - here) * uniform_float(random) + here < expf(-x)) return x;
  }
}

/* ---- Arrays ----- */

static bool interrupted(int64_t i, Error *error) {
  if (i % 65536 != 65535 || !core_interrupt_pending()) return false;
  core_interrupt_take();
  core_fail(error, ERROR_INTERRUPT, "interrupted");
  return true;
}

static NdArray *new_draws(NdType type, int ndim, const int64_t *shape, Error *error) {
  for (int i = 0; i < ndim; i++) {
    if (shape[i] >= 0) continue;
    core_fail(error, ERROR_VALUE, "negative dimensions are not allowed");
    return NULL;
  }
  return nd_new(type, ndim, shape, error);
}

NdArray *nd_generator_fill(NdRandom *random, NdDraw draw, NdType type, int ndim, const int64_t *shape, Error *error) {
  static double (*const wide[])(NdRandom *) = {nd_random_double, nd_ziggurat_normal, nd_ziggurat_exponential};
  static float (*const narrow[])(NdRandom *) = {uniform_float, nd_ziggurat_normal_float, nd_ziggurat_exponential_float};
  NdArray *array = new_draws(type, ndim, shape, error);
  for (int64_t i = 0; array && i < array->size; i++) {
    if (type == ND_FLOAT32) ((float *)array->data)[i] = narrow[draw](random);
    else ((double *)array->data)[i] = wide[draw](random);
    if (interrupted(i, error)) {
      nd_release(array);
      return NULL;
    }
  }
  return array;
}

/* ---- Integers ----- */

static uint32_t next_piece(NdRandom *random, NdPieces *kept, int bits) {
  if (bits == 32) return nd_random_uint32(random);
  if (kept->left == 0) {
    kept->word = nd_random_uint32(random);
    kept->left = 32 / bits - 1;
  } else {
    kept->word >>= bits;
    kept->left--;
  }
  return kept->word & ((1u << bits) - 1);
}

/* Lemire's multiplication for words of 8, 16 or 32 bits. */
static uint64_t below_narrow(NdRandom *random, NdPieces *kept, uint64_t span, int bits) {
  uint64_t full = (1ull << bits) - 1, count = span + 1;
  if (span == full) return next_piece(random, kept, bits);
  uint64_t product = next_piece(random, kept, bits) * count;
  if ((product & full) < count) {
    uint64_t threshold = (full - span) % count;
    while ((product & full) < threshold) product = next_piece(random, kept, bits) * count;
  }
  return product >> bits;
}

static uint64_t below_wide(NdRandom *random, uint64_t span) {
  if (span == UINT64_MAX) return nd_random_uint64(random);
  uint64_t count = span + 1;
  NdWide product = (NdWide)nd_random_uint64(random) * count;
  if ((uint64_t)product < count) {
    uint64_t threshold = (UINT64_MAX - span) % count;
    while ((uint64_t)product < threshold) product = (NdWide)nd_random_uint64(random) * count;
  }
  return (uint64_t)(product >> 64);
}

uint64_t nd_generator_integer(NdRandom *random, NdPieces *kept, uint64_t low, uint64_t span, NdType type) {
  int bits = type == ND_BOOL ? 1 : nd_types[type].itemsize * 8;
  if (span == 0) return low;
  if (bits == 1) return next_piece(random, kept, 1);
  if (bits < 64) return low + below_narrow(random, kept, span, bits);
  return low + (span <= UINT32_MAX ? below_narrow(random, kept, span, 32) : below_wide(random, span));
}

NdArray *nd_generator_integers(NdRandom *random, uint64_t low, uint64_t last, NdType type, int ndim,
                               const int64_t *shape, Error *error) {
  NdArray *array = new_draws(type, ndim, shape, error);
  size_t item = (size_t)nd_types[type].itemsize;
  NdPieces kept = {0};
  for (int64_t i = 0; array && i < array->size; i++) {
    /* Little-endian: the low bytes are the element, for signed dtypes too. */
    uint64_t value = nd_generator_integer(random, &kept, low, last - low, type);
    memcpy(array->data + (size_t)i * item, &value, item);
    if (interrupted(i, error)) {
      nd_release(array);
      return NULL;
    }
  }
  return array;
}

/* ---- Distinct numbers ----- */

static void shuffle_tail(NdRandom *random, int64_t *items, int64_t count, int64_t first) {
  NdPieces kept = {0};
  for (int64_t i = count - 1; i >= first; i--) {
    int64_t j = (int64_t)nd_generator_integer(random, &kept, 0, (uint64_t)i, ND_UINT64), item = items[j];
    items[j] = items[i];
    items[i] = item;
  }
}

/* Floyd: the j-th step takes a number up to j, or j itself where that one is taken. */
static bool floyd(NdRandom *random, int64_t population, int64_t count, int64_t *out, Error *error) {
  uint64_t size = 1;
  while (size <= (uint64_t)(1.2 * (double)count)) size *= 2;
  int64_t *taken = core_alloc((size_t)size * sizeof *taken);
  if (taken == NULL) return core_fail_memory(error, (unsigned long long)size * sizeof *taken);
  for (uint64_t i = 0; i < size; i++) taken[i] = -1;
  NdPieces kept = {0};
  for (int64_t j = population - count; j < population; j++) {
    int64_t value = (int64_t)nd_generator_integer(random, &kept, 0, (uint64_t)j, ND_UINT64);
    uint64_t at = (uint64_t)value & (size - 1);
    while (taken[at] != -1 && taken[at] != value) at = (at + 1) & (size - 1);
    if (taken[at] == value) {
      value = j;
      at = (uint64_t)value & (size - 1);
      while (taken[at] != -1) at = (at + 1) & (size - 1);
    }
    taken[at] = value;
    out[j - population + count] = value;
  }
  core_free(taken);
  return true;
}

NdArray *nd_generator_distinct(NdRandom *random, int64_t population, int64_t count, bool shuffle, Error *error) {
  NdArray *out = new_draws(ND_INT64, 1, &count, error);
  if (out == NULL) return NULL;
  int64_t *items = (int64_t *)out->data;
  if (population > 10000 && count > population / (shuffle ? 50 : 20)) {
    int64_t *all = core_alloc((size_t)population * sizeof *all);
    if (all) {
      for (int64_t i = 0; i < population; i++) all[i] = i;
      shuffle_tail(random, all, population, population - count > 1 ? population - count : 1);
      memcpy(items, all + (population - count), (size_t)count * sizeof *all);
      core_free(all);
      return out;
    }
    core_fail_memory(error, (unsigned long long)population * sizeof *all);
  } else if (floyd(random, population, count, items, error)) {
    if (shuffle) shuffle_tail(random, items, count, 1);
    return out;
  }
  nd_release(out);
  return NULL;
}
