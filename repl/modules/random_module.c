/* Python's random module: CPython's own draws from the Mersenne Twister, to the bit for the same seed. */
#include <math.h>

#include "engine/array/random.h"
#include "engine/core/memory.h"
#include "repl/modules/modules.h"

static NdRandom generator;
static bool seeded, has_gauss;
static double next_gauss;

static NdRandom *stream(void) {
  if (!seeded) nd_random_seed_entropy(&generator);
  seeded = true;
  return &generator;
}

/* seed(n): the words of |n|, the low one first, as init_by_array takes them. */
static Value random_seed(const NativeRow *row, Value *arguments) {
  int64_t given;
  has_gauss = false;
  if (py_is_none(arguments[0])) {
    nd_random_seed_entropy(&generator);
    seeded = true;
    return PY_NONE;
  }
  if (py_is_str(arguments[0])) return py_raise(&py_NotImplementedError, "a seed that is a text is not there yet");
  if (!py_as_int(arguments[0], &given)) return PY_ERROR;
  uint64_t size = given < 0 ? 0 - (uint64_t)given : (uint64_t)given;
  uint32_t words[2] = {(uint32_t)size, (uint32_t)(size >> 32)};
  nd_random_seed_array(&generator, words, words[1] ? 2 : 1);
  seeded = true;
  return PY_NONE;
}

static uint64_t bits(int count) {
  if (count <= 32) return nd_random_uint32(stream()) >> (32 - count);
  uint64_t low = nd_random_uint32(stream());
  return low | (uint64_t)(nd_random_uint32(stream()) >> (64 - count)) << 32;
}
/* An integer in [0, limit): as many bits as limit has, drawn until they are below it. */
static int64_t below(int64_t limit) {
  int count = 64 - __builtin_clzll((uint64_t)limit);
  uint64_t drawn;
  do drawn = bits(count);
  while (drawn >= (uint64_t)limit);
  return (int64_t)drawn;
}

static Value random_random(const NativeRow *row, Value *arguments) { return py_float(nd_random_double(stream())); }
static Value random_uniform(const NativeRow *row, Value *arguments) {
  double a, b;
  if (!py_as_double(arguments[0], &a) || !py_as_double(arguments[1], &b)) return PY_ERROR;
  return py_float(a + (b - a) * nd_random_double(stream()));
}
/* gauss(mu, sigma): two numbers of one angle and radius, the second kept for the next call. */
static Value random_gauss(const NativeRow *row, Value *arguments) {
  double mu, sigma, z;
  if (!py_as_double(arguments[0], &mu) || !py_as_double(arguments[1], &sigma)) return PY_ERROR;
  if (has_gauss) {
    z = next_gauss;
    has_gauss = false;
  } else {
    double angle = nd_random_double(stream()) * (2 * M_PI);
    double radius = sqrt(-2 * log(1 - nd_random_double(stream())));
    z = cos(angle) * radius;
    next_gauss = sin(angle) * radius;
    has_gauss = true;
  }
  return py_float(mu + z * sigma);
}
static Value between(int64_t low, int64_t high, int64_t step) {
  int64_t width;
  if (__builtin_sub_overflow(high, low, &width)) return py_raise(&py_OverflowError, "the range is too large");
  if (step == 0) return py_raise(&py_ValueError, "zero step for randrange()");
  int64_t count = step > 0 ? (width > 0 ? (width - 1) / step + 1 : 0) : (width < 0 ? (-width - 1) / -step + 1 : 0);
  if (count <= 0)
    return py_raise(&py_ValueError, "empty range for randrange() (%lld, %lld, %lld)", (long long)low, (long long)high,
                    (long long)width);
  return py_int(low + step * below(count));
}
static Value random_randint(const NativeRow *row, Value *arguments) {
  int64_t low, high;
  if (!py_as_int(arguments[0], &low) || !py_as_int(arguments[1], &high)) return PY_ERROR;
  if (high == INT64_MAX) return py_raise(&py_OverflowError, "the range is too large");
  return between(low, high + 1, 1);
}
static Value random_randrange(const NativeRow *row, Value *arguments) {
  int64_t low, high, step;
  if (!py_as_int(arguments[0], &low) || !py_as_int(arguments[2], &step)) return PY_ERROR;
  if (py_is_none(arguments[1])) {
    if (low <= 0) return py_raise(&py_ValueError, "empty range for randrange()");
    return between(0, low, step);
  }
  return py_as_int(arguments[1], &high) ? between(low, high, step) : PY_ERROR;
}
static Value random_choice(const NativeRow *row, Value *arguments) {
  int64_t length = py_length(arguments[0]);
  if (length < 0) return PY_ERROR;
  if (length == 0) return py_raise(&py_IndexError, "Cannot choose from an empty sequence");
  return py_getitem(arguments[0], py_int(below(length)));
}
/* choices(population, k=n), all equally likely. */
static Value random_choices(const NativeRow *row, Value *arguments) {
  int64_t length = py_length(arguments[0]), count;
  if (length < 0 || !py_as_int(arguments[2], &count)) return PY_ERROR;
  if (!py_is_none(arguments[1])) return py_raise(&py_NotImplementedError, "choices(weights=...) is not there yet");
  if (length == 0) return py_raise(&py_IndexError, "list index out of range");
  Value list = py_list(count > 0 ? count : 0);
  for (int64_t i = 0; !py_is_error(list) && i < count; i++) {
    int64_t at = (int64_t)floor(nd_random_double(stream()) * (double)length);
    if (py_list_append_steal(py_as_list(list), py_getitem(arguments[0], py_int(at)))) continue;
    py_drop(list);
    return PY_ERROR;
  }
  return list;
}
static Value random_shuffle(const NativeRow *row, Value *arguments) {
  for (int64_t i = py_length(arguments[0]) - 1; i > 0; i--) {
    int64_t j = below(i + 1);
    Value a = py_getitem(arguments[0], py_int(i)), b = py_is_error(a) ? PY_ERROR : py_getitem(arguments[0], py_int(j));
    bool good = !py_is_error(b) && py_setitem(arguments[0], py_int(i), b) && py_setitem(arguments[0], py_int(j), a);
    py_drop(a);
    py_drop(b);
    if (!good) return PY_ERROR;
  }
  return py_pending() ? PY_ERROR : PY_NONE;
}
/* sample(population, k): from a shrinking pool where k is not small beside n, else by remembering what was taken. */
static Value random_sample(const NativeRow *row, Value *arguments) {
  int64_t count;
  if (!py_as_int(arguments[1], &count)) return PY_ERROR;
  if (py_is_set(arguments[0]) || py_is_dict(arguments[0]))
    return py_raise(&py_TypeError,
                    "Population must be a sequence.  For dicts or sets, use sorted(d).");
  Value pool = py_to_list(arguments[0]);
  if (py_is_error(pool)) return pool;
  int64_t n = py_as_list(pool)->count;
  Value result = PY_ERROR;
  bool *taken = core_alloc_zero((size_t)n + 1, sizeof *taken);
  if (taken == NULL) py_raise(&py_MemoryError, "out of memory");
  else if (count < 0 || count > n) py_raise(&py_ValueError, "Sample larger than population or is negative");
  else result = py_list(count);
  double most = 21; /* CPython's rule: the size of a small set minus the size of an empty list */
  if (count > 5) most += pow(4, ceil(log((double)count * 3) / log(4)));
  for (int64_t i = 0; !py_is_error(result) && i < count; i++) {
    Value *items = py_as_list(pool)->items;
    int64_t at;
    if ((double)n <= most) {
      at = below(n - i);
    } else {
      do at = below(n);
      while (taken[at]);
      taken[at] = true;
    }
    if (!py_list_append(py_as_list(result), items[at])) {
      py_drop(result);
      result = PY_ERROR;
    } else if ((double)n <= most) { /* the last one left moves into the gap */
      Value moved = py_keep(items[n - i - 1]);
      py_drop(items[at]);
      items[at] = moved;
    }
  }
  core_free(taken);
  py_drop(pool);
  return result;
}

static const NativeRow rows[] = {
    {"seed", "a=None", "Starts the stream of numbers again.", random_seed, NULL},
    {"random", "", "A number in [0, 1).", random_random, NULL},
    {"uniform", "a, b", "A number between two ends.", random_uniform, NULL},
    {"gauss", "mu=0.0, sigma=1.0", "A number of a normal distribution.", random_gauss, NULL},
    {"randint", "a, b", "An integer in [a, b], both ends included.", random_randint, NULL},
    {"randrange", "start, stop=None, step=1", "An item of a range.", random_randrange, NULL},
    {"choice", "seq", "An item of a sequence.", random_choice, NULL},
    {"choices", "population, weights=None, *, k=1", "Items, each drawn anew.", random_choices, NULL},
    {"shuffle", "x", "Puts a list in random order, in place.", random_shuffle, NULL},
    {"sample", "population, k", "Different items.", random_sample, NULL},
    {0},
};
const ModuleRow random_module_rows[] = {{.name = "random", .help = "Random numbers.", .functions = rows}, {0}};
