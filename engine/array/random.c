#include "engine/array/random.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

#include "engine/array/generator.h"
#include "engine/array/ziggurat.h"
#include "engine/array/element.h"
#include "engine/core/interrupt.h"
#include "engine/core/memory.h"

enum { STATE_WORDS = 624, STATE_MIDDLE = 397 };

/* Long fills ask for Ctrl-C once in so many draws. */
enum { DRAWS_PER_POLL = 1 << 16 };

/* ---- The generator ----- */

/* init_genrand of Matsumoto and Nishimura (2002). */
void nd_random_seed(NdRandom *random, uint32_t seed) {
  for (int i = 0; i < STATE_WORDS; i++) {
    random->key[i] = seed;
    seed = 1812433253u * (seed ^ (seed >> 30)) + (uint32_t)i + 1;
  }
  random->position = STATE_WORDS;
  random->has_gauss = false;
  random->gauss = 0.0;
  random->modern = random->pcg = random->has_half = false;
}

/* init_by_array of Matsumoto and Nishimura (2002). */
void nd_random_seed_array(NdRandom *random, const uint32_t *words, int count) {
  nd_random_seed(random, 19650218u);
  uint32_t *key = random->key;
  int i = 1, j = 0;
  for (int k = count > STATE_WORDS ? count : STATE_WORDS; k > 0; k--) {
    key[i] = (key[i] ^ ((key[i - 1] ^ (key[i - 1] >> 30)) * 1664525u)) + words[j] + (uint32_t)j;
    if (++i == STATE_WORDS) {
      key[0] = key[STATE_WORDS - 1];
      i = 1;
    }
    if (++j == count) j = 0;
  }
  for (int k = STATE_WORDS - 1; k > 0; k--) {
    key[i] = (key[i] ^ ((key[i - 1] ^ (key[i - 1] >> 30)) * 1566083941u)) - (uint32_t)i;
    if (++i == STATE_WORDS) {
      key[0] = key[STATE_WORDS - 1];
      i = 1;
    }
  }
  key[0] = 0x80000000u;
}

bool nd_random_seed_integer(NdRandom *random, int64_t seed, Error *error) {
  if (seed < 0 || seed > UINT32_MAX) return core_fail(error, ERROR_VALUE, "Seed must be between 0 and 2**32 - 1");
  nd_random_seed(random, (uint32_t)seed);
  return true;
}

void nd_random_seed_entropy(NdRandom *random) {
  uint32_t words[8];
  if (getrandom(words, sizeof words, 0) != (ssize_t)sizeof words) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    memset(words, 0, sizeof words);
    words[0] = (uint32_t)now.tv_sec;
    words[1] = (uint32_t)now.tv_nsec;
  }
  nd_random_seed_array(random, words, (int)(sizeof words / sizeof *words));
}

static uint32_t twist(uint32_t upper, uint32_t lower) {
  uint32_t mixed = (upper & 0x80000000u) | (lower & 0x7fffffffu);
  return (mixed >> 1) ^ ((0u - (lower & 1u)) & 0x9908b0dfu);
}

/* Makes the next 624 words. */
static void regenerate(NdRandom *random) {
  uint32_t *key = random->key;
  int i = 0;
  for (; i < STATE_WORDS - STATE_MIDDLE; i++) key[i] = key[i + STATE_MIDDLE] ^ twist(key[i], key[i + 1]);
  for (; i < STATE_WORDS - 1; i++) key[i] = key[i + STATE_MIDDLE - STATE_WORDS] ^ twist(key[i], key[i + 1]);
  key[i] = key[STATE_MIDDLE - 1] ^ twist(key[i], key[0]);
  random->position = 0;
}

uint32_t nd_random_uint32(NdRandom *random) {
  if (random->pcg) return nd_pcg_uint32(random);
  if (random->position >= STATE_WORDS) regenerate(random);
  uint32_t word = random->key[random->position++];
  word ^= word >> 11;
  word ^= (word << 7) & 0x9d2c5680u;
  word ^= (word << 15) & 0xefc60000u;
  return word ^ (word >> 18);
}

uint64_t nd_random_uint64(NdRandom *random) {
  if (random->pcg) return nd_pcg_uint64(random);
  uint64_t high = nd_random_uint32(random);
  return high << 32 | nd_random_uint32(random);
}

double nd_random_double(NdRandom *random) {
  if (random->pcg) return (double)(nd_pcg_uint64(random) >> 11) * (1.0 / 9007199254740992.0);
  uint32_t high = nd_random_uint32(random) >> 5, low = nd_random_uint32(random) >> 6;
  return (high * 67108864.0 + low) / 9007199254740992.0;
}

/* Marsaglia's polar method. Each accepted pair gives two normals: the second of them is returned first. */
double nd_random_normal(NdRandom *random) {
  if (random->modern) return nd_ziggurat_normal(random);
  if (random->has_gauss) {
    double kept = random->gauss;
    random->gauss = 0.0;
    random->has_gauss = false;
    return kept;
  }
  double x, y, square;
  do {
    x = 2.0 * nd_random_double(random) - 1.0;
    y = 2.0 * nd_random_double(random) - 1.0;
    square = x * x + y * y;
  } while (square >= 1.0 || square == 0.0);
  double factor = sqrt(-2.0 * log(square) / square);
  random->gauss = factor * x;
  random->has_gauss = true;
  return factor * y;
}

/* By inversion: -ln(1 - U). */
double nd_random_exponential(NdRandom *random) {
  return random->modern ? nd_ziggurat_exponential(random) : -log(1.0 - nd_random_double(random));
}

/* The smallest 2^k - 1 that is not below `limit`. */
static uint64_t mask_of(uint64_t limit) {
  return limit == 0 ? 0 : UINT64_MAX >> __builtin_clzll(limit);
}

uint64_t nd_random_interval(NdRandom *random, uint64_t limit) {
  if (limit == 0) return 0;
  uint64_t mask = mask_of(limit), value;
  if (limit <= UINT32_MAX) {
    while ((value = nd_random_uint32(random) & mask) > limit) {}
  } else {
    while ((value = nd_random_uint64(random) & mask) > limit) {}
  }
  return value;
}

/* ---- Arrays of draws ----- */

static bool interrupted(Error *error) {
  if (!core_interrupt_pending()) return false;
  core_interrupt_take();
  core_fail(error, ERROR_INTERRUPT, "interrupted");
  return true;
}

static bool check_shape(int ndim, const int64_t *shape, Error *error) {
  for (int i = 0; i < ndim; i++)
    if (shape[i] < 0) return core_fail(error, ERROR_VALUE, "negative dimensions are not allowed");
  return true;
}

static NdArray *new_draws(NdType type, int ndim, const int64_t *shape, Error *error) {
  return check_shape(ndim, shape, error) ? nd_new(type, ndim, shape, error) : NULL;
}

/* Fills a new float64 array with offset + scale * draw(random). */
static NdArray *fill_doubles(NdRandom *random, double (*draw)(NdRandom *), double offset, double scale, int ndim,
                             const int64_t *shape, Error *error) {
  NdArray *array = new_draws(ND_FLOAT64, ndim, shape, error);
  if (!array) return NULL;
  double *out = (double *)array->data;
  bool plain = offset == 0.0 && scale == 1.0; /* keeps -0.0 */
  for (int64_t i = 0; i < array->size; i++) {
    double value = draw(random);
    out[i] = plain ? value : offset + scale * value;
    if (i % DRAWS_PER_POLL == DRAWS_PER_POLL - 1 && interrupted(error)) {
      nd_release(array);
      return NULL;
    }
  }
  return array;
}

NdArray *nd_random_sample(NdRandom *random, int ndim, const int64_t *shape, Error *error) {
  return fill_doubles(random, nd_random_double, 0.0, 1.0, ndim, shape, error);
}

NdArray *nd_random_standard_normal(NdRandom *random, int ndim, const int64_t *shape, Error *error) {
  return fill_doubles(random, nd_random_normal, 0.0, 1.0, ndim, shape, error);
}

NdArray *nd_random_uniform(NdRandom *random, double low, double high, int ndim, const int64_t *shape, Error *error) {
  double range = high - low;
  if (!isfinite(range)) {
    core_fail(error, ERROR_OVERFLOW, "Range exceeds valid bounds");
    return NULL;
  }
  return fill_doubles(random, nd_random_double, low, range, ndim, shape, error);
}

NdArray *nd_random_normal_array(NdRandom *random, double loc, double scale, int ndim, const int64_t *shape,
                                Error *error) {
  if (signbit(scale) && !isnan(scale)) {
    core_fail(error, ERROR_VALUE, "scale < 0");
    return NULL;
  }
  return fill_doubles(random, nd_random_normal, loc, scale, ndim, shape, error);
}

/* Pieces of `bits` bits cut from 32-bit words, lowest first: how numpy fills arrays of narrow integers. */
typedef struct Pieces {
  uint32_t word;
  int left;
} Pieces;

static uint32_t next_piece(NdRandom *random, Pieces *pieces, int bits) {
  if (pieces->left == 0) {
    pieces->word = nd_random_uint32(random);
    pieces->left = 32 / bits - 1;
  } else {
    pieces->word >>= bits;
    pieces->left--;
  }
  return pieces->word & (bits == 32 ? UINT32_MAX : (1u << bits) - 1);
}

/* The smallest and largest value of each integer dtype, and how many bits of a draw an element takes. */
typedef struct IntegerRange {
  int64_t low;
  uint64_t high;
  int bits;
} IntegerRange;

static const IntegerRange integer_ranges[ND_TYPE_COUNT] = {
    [ND_BOOL] = {0, 1, 1},
    [ND_INT8] = {INT8_MIN, INT8_MAX, 8},
    [ND_INT16] = {INT16_MIN, INT16_MAX, 16},
    [ND_INT32] = {INT32_MIN, INT32_MAX, 32},
    [ND_INT64] = {INT64_MIN, INT64_MAX, 64},
    [ND_UINT8] = {0, UINT8_MAX, 8},
    [ND_UINT16] = {0, UINT16_MAX, 16},
    [ND_UINT32] = {0, UINT32_MAX, 32},
    [ND_UINT64] = {0, UINT64_MAX, 64},
};

static bool check_integers(NdType type, Error *error) {
  if (nd_is_number(type) && integer_ranges[type].bits != 0) return true;
  return core_fail(error, ERROR_TYPE, "Unsupported dtype dtype('%s') for randint", nd_types[type].name);
}

/* Each bound of all pairs is checked before the next is. */
static bool check_randint(const int64_t *low, const int64_t *high, int64_t count, NdType type, Error *error) {
  if (!check_integers(type, error)) return false;
  const IntegerRange *range = &integer_ranges[type];
  const char *name = nd_types[type].name;
  bool from_zero = true;
  for (int64_t i = 0; i < count; i++) {
    from_zero &= low[i] == 0;
    if (low[i] < range->low) return core_fail(error, ERROR_VALUE, "low is out of bounds for %s", name);
  }
  for (int64_t i = 0; i < count; i++)
    if (high[i] > 0 && (uint64_t)(high[i] - 1) > range->high)
      return core_fail(error, ERROR_VALUE, "high is out of bounds for %s", name);
  for (int64_t i = 0; i < count; i++)
    if (low[i] >= high[i])
      return from_zero ? core_fail(error, ERROR_VALUE, "high <= 0") : core_fail(error, ERROR_VALUE, "low >= high");
  return true;
}

static uint64_t draw_integer(NdRandom *random, Pieces *pieces, int bits, uint64_t span, uint64_t mask) {
  uint64_t value;
  if (span == 0) return 0;
  if (bits == 1) return next_piece(random, pieces, 1);
  if (bits == 64) {
    if (span <= UINT32_MAX) return nd_random_interval(random, span);
    while ((value = nd_random_uint64(random) & mask) > span) {}
    return value;
  }
  while ((value = next_piece(random, pieces, bits) & mask) > span) {}
  return value;
}

NdArray *nd_random_randint(NdRandom *random, int64_t low, int64_t high, NdType type, int ndim, const int64_t *shape,
                           Error *error) {
  NdArray *array = new_draws(type, ndim, shape, error);
  if (!array || array->size == 0) return array; /* an empty result is never an error, as in numpy */
  if (!check_randint(&low, &high, 1, type, error)) goto fail;
  uint64_t span = (uint64_t)high - 1 - (uint64_t)low, mask = mask_of(span);
  int itemsize = nd_types[type].itemsize;
  Pieces pieces = {0};
  for (int64_t i = 0; i < array->size; i++) {
    /* Little-endian: the low bytes of the sum are the element, for signed types too. */
    uint64_t value = (uint64_t)low + draw_integer(random, &pieces, integer_ranges[type].bits, span, mask);
    memcpy(array->data + i * itemsize, &value, (size_t)itemsize);
    if (i % DRAWS_PER_POLL == DRAWS_PER_POLL - 1 && interrupted(error)) goto fail;
  }
  return array;
fail:
  nd_release(array);
  return NULL;
}

NdArray *nd_random_randint_between(NdRandom *random, const NdArray *low, const NdArray *high, NdType type,
                                   Error *error) {
  NdArray *array = new_draws(type, low->ndim, low->shape, error);
  if (!array || array->size == 0) return array;
  const int64_t *first = (const int64_t *)low->data, *last = (const int64_t *)high->data;
  int itemsize = nd_types[type].itemsize;
  Pieces pieces = {0};
  bool good = check_randint(first, last, array->size, type, error);
  for (int64_t i = 0; good && i < array->size; i++) {
    uint64_t span = (uint64_t)last[i] - 1 - (uint64_t)first[i];
    uint64_t value = (uint64_t)first[i] + draw_integer(random, &pieces, integer_ranges[type].bits, span, mask_of(span));
    memcpy(array->data + i * itemsize, &value, (size_t)itemsize);
    if (i % DRAWS_PER_POLL == DRAWS_PER_POLL - 1) good = !interrupted(error);
  }
  if (good) return array;
  nd_release(array);
  return NULL;
}

/* ---- Permutations ----- */

/* Fisher and Yates from the end, as numpy: element i changes places with a random one of 0..i. */
static void shuffle_int64(NdRandom *random, int64_t *items, int64_t count) {
  for (int64_t i = count - 1; i > 0; i--) {
    int64_t j = (int64_t)nd_random_interval(random, (uint64_t)i);
    int64_t kept = items[j];
    items[j] = items[i];
    items[i] = kept;
  }
}

NdArray *nd_random_permutation(NdRandom *random, int64_t count, Error *error) {
  if (count < 0) count = 0;
  NdArray *array = nd_new(ND_INT64, 1, &count, error);
  if (!array) return NULL;
  int64_t *items = (int64_t *)array->data;
  for (int64_t i = 0; i < count; i++) items[i] = i;
  shuffle_int64(random, items, count);
  return array;
}

/* Exchanges two blocks of contiguous bytes. */
static void swap_bytes(char *a, char *b, int64_t bytes) {
  char kept[512];
  for (int64_t at = 0; at < bytes; at += (int64_t)sizeof kept) {
    size_t part = (size_t)(bytes - at < (int64_t)sizeof kept ? bytes - at : (int64_t)sizeof kept);
    memcpy(kept, a + at, part);
    memcpy(a + at, b + at, part);
    memcpy(b + at, kept, part);
  }
}

/* Exchanges two equally shaped blocks of elements, whatever their strides. */
static void swap_blocks(char *a, char *b, int ndim, const int64_t *shape, const int64_t *strides, int itemsize) {
  if (ndim == 0) {
    swap_bytes(a, b, itemsize);
    return;
  }
  for (int64_t i = 0; i < shape[0]; i++)
    swap_blocks(a + i * strides[0], b + i * strides[0], ndim - 1, shape + 1, strides + 1, itemsize);
}

bool nd_random_shuffle(NdRandom *random, NdArray *array, Error *error) {
  if (array->ndim == 0) return core_fail(error, ERROR_TYPE, "len() of unsized object");
  if (!array->writeable) return core_fail(error, ERROR_VALUE, "array is read-only");
  int64_t rows = array->shape[0], stride = array->strides[0];
  int itemsize = array->itemsize;
  if (array->ndim == 1 && itemsize == 8 && stride == 8) {
    shuffle_int64(random, (int64_t *)array->data, rows);
    return true;
  }
  bool flat = nd_is_contiguous(array);
  int64_t row_bytes = rows == 0 ? 0 : array->size / rows * itemsize;
  for (int64_t i = rows - 1; i > 0; i--) {
    int64_t j = (int64_t)nd_random_interval(random, (uint64_t)i);
    if (i == j) continue;
    char *a = array->data + i * stride, *b = array->data + j * stride;
    if (flat) swap_bytes(a, b, row_bytes);
    else swap_blocks(a, b, array->ndim - 1, array->shape + 1, array->strides + 1, itemsize);
  }
  return true;
}

NdArray *nd_random_permuted(NdRandom *random, NdArray *array, Error *error) {
  if (array->ndim == 0) {
    core_fail(error, ERROR_INDEX, "x must be an integer or at least 1-dimensional");
    return NULL;
  }
  NdArray *from = nd_contiguous(array, error);
  if (!from) return NULL;
  NdArray *order = nd_random_permutation(random, array->shape[0], error);
  NdArray *to = order ? nd_new_of(array, array->ndim, array->shape, error) : NULL;
  if (to && to->size > 0) {
    const int64_t *rows = (const int64_t *)order->data;
    int64_t count = array->size / array->shape[0], bytes = count * array->itemsize;
    for (int64_t i = 0; i < array->shape[0]; i++)
      nd_move(array->type, array->itemsize, to->data + i * bytes, array->itemsize, from->data + rows[i] * bytes,
              array->itemsize, count);
  }
  nd_release(order);
  nd_release(from);
  return to;
}

/* ---- choice ----- */

static bool check_probabilities(const double *p, int64_t count, Error *error) {
  /* Kahan's sum, so that a long list of small probabilities is not refused. */
  double sum = 0.0, lost = 0.0;
  for (int64_t i = 0; i < count; i++) {
    double part = p[i] - lost, next = sum + part;
    lost = next - sum - part;
    sum = next;
  }
  if (isnan(sum)) return core_fail(error, ERROR_VALUE, "probabilities contain NaN");
  for (int64_t i = 0; i < count; i++)
    if (p[i] < 0) return core_fail(error, ERROR_VALUE, "probabilities are not non-negative");
  if (fabs(sum - 1.0) > 1.4901161193847656e-08) /* the square root of float64's epsilon */
    return core_fail(error, ERROR_VALUE, "probabilities do not sum to 1");
  return true;
}

/* cdf[i] = p[0] + ... + p[i], scaled to end at 1. */
static void cumulate(const double *p, double *cdf, int64_t count) {
  double sum = 0.0;
  for (int64_t i = 0; i < count; i++) cdf[i] = sum += p[i];
  for (int64_t i = 0; i < count; i++) cdf[i] /= sum;
}

/* numpy.searchsorted(cdf, x, side='right'). */
static int64_t search_right(const double *cdf, int64_t count, double x) {
  int64_t low = 0, high = count;
  while (low < high) {
    int64_t middle = low + (high - low) / 2;
    if (x < cdf[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

/* Weighted draws without replacement: draws what is missing, keeps each new index once, takes it out, and again. */
static void choose_distinct(NdRandom *random, double *p, double *cdf, double *draws, char *taken, int64_t population,
                            int64_t *out, int64_t count) {
  int64_t found = 0;
  while (found < count) {
    int64_t missing = count - found, before = found;
    for (int64_t i = 0; i < missing; i++) draws[i] = nd_random_double(random);
    for (int64_t i = 0; i < before; i++) p[out[i]] = 0.0;
    cumulate(p, cdf, population);
    for (int64_t i = 0; i < missing; i++) {
      int64_t index = search_right(cdf, population, draws[i]);
      if (index >= population || taken[index]) continue;
      taken[index] = 1;
      out[found++] = index;
    }
  }
}

static bool choose_weighted(NdRandom *random, int64_t population, int64_t count, bool replace,
                            const double *probabilities, int64_t *out, Error *error) {
  bool done = false;
  double *p = core_alloc_zero((size_t)population, sizeof *p), *cdf = core_alloc_zero((size_t)population, sizeof *cdf);
  double *draws = core_alloc_zero((size_t)count + 1, sizeof *draws);
  char *taken = core_alloc_zero((size_t)population, 1);
  if (!p || !cdf || !draws || !taken) {
    core_fail_memory(error, (unsigned long long)population * 17 + (unsigned long long)count * 8);
    goto end;
  }
  memcpy(p, probabilities, (size_t)population * sizeof *p);
  if (replace) {
    cumulate(p, cdf, population);
    for (int64_t i = 0; i < count; i++) out[i] = search_right(cdf, population, nd_random_double(random));
  } else {
    int64_t possible = 0;
    for (int64_t i = 0; i < population; i++) possible += p[i] > 0;
    if (possible < count) {
      core_fail(error, ERROR_VALUE, "Fewer non-zero entries in p than size");
      goto end;
    }
    choose_distinct(random, p, cdf, draws, taken, population, out, count);
  }
  done = true;
end:
  core_free(taken);
  core_free(draws);
  core_free(cdf);
  core_free(p);
  return done;
}

NdArray *nd_random_choice(NdRandom *random, int64_t population, int64_t count, bool replace,
                          const double *probabilities, Error *error) {
  if (count < 0) core_fail(error, ERROR_VALUE, "negative dimensions are not allowed");
  else if (population <= 0 && count > 0)
    core_fail(error, ERROR_VALUE, "a must be greater than 0 unless no samples are taken");
  else if (probabilities && !check_probabilities(probabilities, population, error)) return NULL;
  else if (!replace && count > population)
    core_fail(error, ERROR_VALUE, "Cannot take a larger sample than population when 'replace=False'");
  else if (!probabilities && replace)
    return nd_random_randint(random, 0, population, ND_INT64, 1, &count, error);
  else {
    NdArray *all = probabilities ? NULL : nd_random_permutation(random, population, error);
    NdArray *out = probabilities || all ? nd_new(ND_INT64, 1, &count, error) : NULL;
    if (out && all) memcpy(out->data, all->data, (size_t)count * sizeof(int64_t));
    if (out && probabilities &&
        !choose_weighted(random, population, count, replace, probabilities, (int64_t *)out->data, error)) {
      nd_release(out);
      out = NULL;
    }
    nd_release(all);
    return out;
  }
  return NULL;
}
