/* Python's random module, what is called in loops: CPython's own draws from the Mersenne Twister, to the bit for the
 * same seed. The rarer distributions are written in the language (python/random.py), over a class derived from this
 * one. */
#include <math.h>

#include "engine/array/random.h"
#include "engine/core/memory.h"
#include "repl/modules/modules.h"
#include "repl/types/integer.h"

typedef struct Random {
  Object head;
  NdRandom generator;
  bool seeded, has_gauss;
  double next_gauss;
} Random;

static Random *of(Value v) { return (Random *)v.as.object; }
static NdRandom *stream(Random *random) {
  if (!random->seeded) nd_random_seed_entropy(&random->generator);
  random->seeded = true;
  return &random->generator;
}

/* seed_words(bytes): a number whose bytes, the low ones first, are given; None: from the system. */
static Value random_seed(const NativeRow *row, Value *arguments) {
  Random *random = of(arguments[0]);
  random->has_gauss = false;
  random->seeded = !py_is_none(arguments[1]);
  if (!random->seeded) return PY_NONE;
  if (!py_is_bytes(arguments[1])) return py_raise(&py_TypeError, "bytes are wanted");
  const Bytes *bytes = py_as_bytes(arguments[1]);
  int64_t count = bytes->count;
  while (count > 0 && bytes->data[count - 1] == 0) count--;
  int64_t length = count > 0 ? (count + 3) / 4 : 1;
  uint32_t *words = core_alloc_zero((size_t)length, sizeof *words);
  if (words == NULL) return py_raise(&py_MemoryError, "out of memory");
  for (int64_t i = 0; i < count; i++) words[i / 4] |= (uint32_t)(uint8_t)bytes->data[i] << (i % 4 * 8);
  nd_random_seed_array(&random->generator, words, (int)length);
  core_free(words);
  return PY_NONE;
}

static uint64_t bits(Random *random, int count) {
  if (count <= 32) return nd_random_uint32(stream(random)) >> (32 - count);
  uint64_t low = nd_random_uint32(stream(random));
  return low | (uint64_t)(nd_random_uint32(stream(random)) >> (64 - count)) << 32;
}
/* An integer in [0, limit): as many bits as limit has, drawn until they are below it. */
static int64_t below(Random *random, int64_t limit) {
  int count = 64 - __builtin_clzll((uint64_t)limit);
  uint64_t drawn;
  do drawn = bits(random, count);
  while (drawn >= (uint64_t)limit);
  return (int64_t)drawn;
}

static Value random_random(const NativeRow *row, Value *arguments) {
  return py_float(nd_random_double(stream(of(arguments[0]))));
}
static Value random_uniform(const NativeRow *row, Value *arguments) {
  double a, b;
  if (!py_as_double(arguments[1], &a) || !py_as_double(arguments[2], &b)) return PY_ERROR;
  return py_float(a + (b - a) * nd_random_double(stream(of(arguments[0]))));
}
/* gauss(mu, sigma): two numbers of one angle and radius, the second kept for the next call. */
static Value random_gauss(const NativeRow *row, Value *arguments) {
  double mu, sigma, z;
  if (!py_as_double(arguments[1], &mu) || !py_as_double(arguments[2], &sigma)) return PY_ERROR;
  Random *random = of(arguments[0]);
  if (random->has_gauss) {
    z = random->next_gauss;
    random->has_gauss = false;
  } else {
    double angle = nd_random_double(stream(of(arguments[0]))) * (2 * M_PI);
    double radius = sqrt(-2 * log(1 - nd_random_double(stream(of(arguments[0])))));
    z = cos(angle) * radius;
    random->next_gauss = sin(angle) * radius;
    random->has_gauss = true;
  }
  return py_float(mu + z * sigma);
}
static Value random_bits(const NativeRow *row, Value *arguments);

/* a OP b; drops both. PY_ERROR where one of them is. */
static Value combined(BinaryOp op, Value a, Value b) {
  Value made = py_is_error(a) || py_is_error(b) ? PY_ERROR : py_binary(op, a, b);
  py_drop(a);
  py_drop(b);
  return made;
}
/* One of the numbers of a range whose bounds or width need more than 64 bits; all three are integers. */
static Value between_large(Value random, Value low, Value high, Value step, bool unit) {
  const int direction = integer_sign(step);
  if (direction == 0) return py_raise(&py_ValueError, "zero step for randrange()");
  /* width + step -+ 1, divided by step */
  Value width = combined(OP_SUB, py_keep(high), py_keep(low));
  Value last = combined(OP_ADD, combined(OP_ADD, py_keep(width), py_keep(step)), py_int(direction > 0 ? -1 : 1));
  Value count = combined(OP_FLOORDIV, last, py_keep(step)), drawn = PY_ERROR;
  const int size = py_is_error(count) ? 1 : integer_sign(count);
  if (size <= 0 && unit) {
    Value texts[] = {py_str(low), py_str(high), py_str(width)};
    if (!py_is_error(texts[0]) && !py_is_error(texts[1]) && !py_is_error(texts[2]))
      py_raise(&py_ValueError, "empty range for randrange() (%s, %s, %s)", py_as_string(texts[0])->data,
               py_as_string(texts[1])->data, py_as_string(texts[2])->data);
    for (int i = 0; i < 3; i++) py_drop(texts[i]);
  } else if (size <= 0) {
    py_raise(&py_ValueError, "empty range for randrange()");
  } else if (!py_is_error(count)) {
    do {
      py_drop(drawn);
      drawn = random_bits(NULL, (Value[]){random, py_int(integer_bit_length(count))});
    } while (!py_is_error(drawn) && integer_compare(drawn, count) >= 0);
    drawn = combined(OP_ADD, py_keep(low), combined(OP_MUL, py_keep(step), drawn));
  }
  py_drop(width);
  py_drop(count);
  return drawn;
}
static Value between(Random *random, int64_t low, int64_t high, int64_t step) {
  int64_t width;
  if (__builtin_sub_overflow(high, low, &width) || width == INT64_MIN)
    return between_large(py_object(random), py_int(low), py_int(high), py_int(step), step == 1);
  if (step == 0) return py_raise(&py_ValueError, "zero step for randrange()");
  int64_t count = step > 0 ? (width > 0 ? (width - 1) / step + 1 : 0) : (width < 0 ? (-width - 1) / -step + 1 : 0);
  if (count <= 0 && step != 1) return py_raise(&py_ValueError, "empty range for randrange()");
  if (count <= 0)
    return py_raise(&py_ValueError, "empty range for randrange() (%lld, %lld, %lld)", (long long)low, (long long)high,
                    (long long)width);
  return py_int(low + step * below(random, count));
}
/* A bound of a range, a new reference: a whole number, also as a float. */
static Value bound(Value value, const char *what) {
  int64_t number;
  if (integer_is(value)) return py_keep(number_plain(value));
  if (value.tag != TAG_FLOAT) {
    if (py_as_int(value, &number)) return py_int(number);
    if (!py_pending_is(&py_TypeError)) return PY_ERROR;
    py_clear_pending();
  }
  Value type = py_type_value(&py_int_type), whole = py_call_values(type, &value, 1);
  py_drop(type);
  if (py_is_error(whole)) return whole;
  const int equal = py_equal(whole, value);
  if (equal > 0) return whole;
  py_drop(whole);
  return equal < 0 ? PY_ERROR : py_raise(&py_ValueError, "non-integer %s for randrange()", what);
}
/* Takes the bounds, of which some may be PY_ERROR. */
static Value between_bounds(Value random, Value low, Value high, Value step, bool unit) {
  Value drawn = PY_ERROR;
  if (!py_is_error(low) && !py_is_error(high) && !py_is_error(step)) {
    if (low.tag == TAG_INT && high.tag == TAG_INT && step.tag == TAG_INT)
      drawn = between(of(random), low.as.integer, high.as.integer, step.as.integer);
    else
      drawn = between_large(random, low, high, step, unit);
  }
  py_drop(low);
  py_drop(high);
  py_drop(step);
  return drawn;
}
static Value random_randint(const NativeRow *row, Value *arguments) {
  Value low = bound(arguments[1], "arg 1");
  if (py_is_error(low)) return low;
  return between_bounds(arguments[0], low, combined(OP_ADD, bound(arguments[2], "stop"), py_int(1)), py_int(1), true);
}
static Value random_randrange(const NativeRow *row, Value *arguments) {
  Value low = bound(arguments[1], "arg 1");
  if (py_is_error(low)) return low;
  if (py_is_none(arguments[2])) {
    if (integer_sign(low) > 0) return between_bounds(arguments[0], py_int(0), low, py_int(1), true);
    py_drop(low);
    return py_raise(&py_ValueError, "empty range for randrange()");
  }
  Value high = bound(arguments[2], "stop"), step = py_is_error(high) ? PY_ERROR : bound(arguments[3], "step");
  const bool unit = step.tag == TAG_INT && step.as.integer == 1;
  return between_bounds(arguments[0], low, high, step, unit);
}
static Value random_choice(const NativeRow *row, Value *arguments) {
  int64_t length = py_length(arguments[1]);
  if (length < 0) return PY_ERROR;
  if (length == 0) return py_raise(&py_IndexError, "Cannot choose from an empty sequence");
  return py_getitem(arguments[1], py_int(below(of(arguments[0]), length)));
}
/* choices(population, cum_weights, k): by running sums of weights, or all equally likely where they are None. */
static Value random_choices(const NativeRow *row, Value *arguments) {
  int64_t length = py_length(arguments[1]), count;
  if (length < 0 || !py_as_int(arguments[3], &count)) return PY_ERROR;
  bool weighted = !py_is_none(arguments[2]);
  Value sums = weighted ? py_to_list(arguments[2]) : PY_NONE;
  if (py_is_error(sums)) return sums;
  double *until = core_alloc_zero((size_t)length + 1, sizeof *until);
  Value list = until ? py_list(count > 0 ? count : 0) : py_raise(&py_MemoryError, "out of memory");
  bool good = !py_is_error(list);
  for (int64_t i = 0; good && weighted && i < length; i++) good = py_as_double(py_as_list(sums)->items[i], &until[i]);
  double total = weighted && length ? until[length - 1] : (double)length;
  if (good && !weighted && length == 0 && count > 0) {
    py_raise(&py_IndexError, "list index out of range");
    good = false;
  }
  for (int64_t i = 0; good && i < count; i++) {
    double drawn = nd_random_double(stream(of(arguments[0]))) * total;
    int64_t low = 0, high = length - 1;
    if (!weighted) low = (int64_t)floor(drawn);
    while (weighted && low < high) { /* the first whose running sum is above */
      int64_t middle = (low + high) / 2;
      if (drawn < until[middle]) high = middle;
      else low = middle + 1;
    }
    good = py_list_append_steal(py_as_list(list), py_getitem(arguments[1], py_int(low)));
  }
  core_free(until);
  py_drop(sums);
  if (good) return list;
  if (!py_is_error(list)) py_drop(list);
  return PY_ERROR;
}
static Value random_shuffle(const NativeRow *row, Value *arguments) {
  for (int64_t i = py_length(arguments[1]) - 1; i > 0; i--) {
    int64_t j = below(of(arguments[0]), i + 1);
    Value a = py_getitem(arguments[1], py_int(i)), b = py_is_error(a) ? PY_ERROR : py_getitem(arguments[1], py_int(j));
    bool good = !py_is_error(b) && py_setitem(arguments[1], py_int(i), b) && py_setitem(arguments[1], py_int(j), a);
    py_drop(a);
    py_drop(b);
    if (!good) return PY_ERROR;
  }
  return py_pending() ? PY_ERROR : PY_NONE;
}
/* sample(population, k): from a shrinking pool where k is not small beside n, else by remembering what was taken. */
static Value random_sample(const NativeRow *row, Value *arguments) {
  int64_t count;
  if (!py_as_int(arguments[2], &count)) return PY_ERROR;
  Value pool = py_to_list(arguments[1]);
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
      at = below(of(arguments[0]), n - i);
    } else {
      do at = below(of(arguments[0]), n);
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

/* ---- bits and the state ---- */

/* Any number of bits, the low words drawn first: an integer of any size is joined by the language's own operators. */
static Value random_bits(const NativeRow *row, Value *arguments) {
  int64_t count;
  if (!py_as_int(arguments[1], &count)) return PY_ERROR;
  if (count < 0) return py_raise(&py_ValueError, "number of bits must be non-negative");
  if (count == 0) return py_int(0);
  if (count < 64) return py_int((int64_t)bits(of(arguments[0]), (int)count));
  Value sum = py_int(0);
  for (int64_t at = 0; at < count && !py_is_error(sum); at += 32) {
    int wanted = count - at < 32 ? (int)(count - at) : 32;
    Value high = py_binary(OP_LSHIFT, py_int((int64_t)bits(of(arguments[0]), wanted)), py_int(at));
    Value more = py_is_error(high) ? PY_ERROR : py_binary(OP_OR, sum, high);
    py_drop(high);
    py_drop(sum);
    sum = more;
  }
  return sum;
}
static Value random_bytes(const NativeRow *row, Value *arguments) {
  int64_t count;
  if (!py_as_int(arguments[1], &count)) return PY_ERROR;
  if (count < 0) return py_raise(&py_ValueError, "number of bits must be non-negative");
  char *drawn = core_alloc((size_t)count + 1);
  if (drawn == NULL) return py_raise(&py_MemoryError, "out of memory");
  for (int64_t at = 0; at < count; at += 4) {
    int part = count - at < 4 ? (int)(count - at) : 4;
    uint32_t word = (uint32_t)bits(of(arguments[0]), part * 8);
    for (int i = 0; i < part; i++) drawn[at + i] = (char)(word >> (8 * i));
  }
  Value made = py_bytes(drawn, (size_t)count);
  core_free(drawn);
  return made;
}

enum { WORDS = 624 };
static Value random_getstate(const NativeRow *row, Value *arguments) {
  Random *random = of(arguments[0]);
  const NdRandom *generator = stream(random);
  Value words = py_tuple(WORDS + 1);
  if (py_is_error(words)) return words;
  for (int i = 0; i < WORDS; i++) py_as_tuple(words)->items[i] = py_int(generator->key[i]);
  py_as_tuple(words)->items[WORDS] = py_int(generator->position);
  Value state = py_tuple_of(3, py_int(3), words, random->has_gauss ? py_float(random->next_gauss) : PY_NONE);
  py_drop(words);
  return state;
}
static Value random_setstate(const NativeRow *row, Value *arguments) {
  Random *random = of(arguments[0]);
  const Tuple *state = py_is_tuple(arguments[1]) ? py_as_tuple(arguments[1]) : NULL;
  if (state == NULL || state->count != 3 || !py_is_tuple(state->items[1]))
    return py_raise(&py_TypeError, "state vector must be a tuple");
  int64_t version = state->items[0].tag == TAG_INT ? state->items[0].as.integer : 0;
  const Tuple *words = py_as_tuple(state->items[1]);
  if (version != 3 && version != 2)
    return py_raise(&py_ValueError, "state with version %lld passed to Random.setstate() of version 3",
                    (long long)version);
  if (words->count != WORDS + 1) return py_raise(&py_ValueError, "state vector is the wrong size");
  NdRandom made = {0};
  int64_t word;
  for (int i = 0; i <= WORDS; i++) {
    if (!py_as_int(words->items[i], &word)) return PY_ERROR;
    if (i < WORDS) made.key[i] = (uint32_t)word;
    else made.position = (int)word;
  }
  if (made.position < 0 || made.position > WORDS) return py_raise(&py_ValueError, "invalid state");
  double gauss = 0;
  bool has = !py_is_none(state->items[2]);
  if (has && !py_as_double(state->items[2], &gauss)) return PY_ERROR;
  random->generator = made;
  random->seeded = true;
  random->has_gauss = has;
  random->next_gauss = gauss;
  return PY_NONE;
}
static Value random_below(const NativeRow *row, Value *arguments) {
  int64_t limit;
  if (!py_as_int(arguments[1], &limit)) return PY_ERROR;
  return py_int(limit <= 0 ? 0 : below(of(arguments[0]), limit));
}

static bool init(Value self, Value *arguments) { return true; }

static const NativeRow methods[] = {
    {"_seed_bytes", "self, bytes, /", "Starts the stream of numbers again.", random_seed, NULL},
    {"_choices", "self, population, cum_weights, k, /", "Items, each drawn anew.", random_choices, NULL},
    {"_sample", "self, population, k, /", "Different items.", random_sample, NULL},
    {"_randbelow", "self, n, /", "An integer in [0, n).", random_below, NULL},
    {"random", "self, /", "A number in [0, 1).", random_random, NULL},
    {"uniform", "self, a, b", "A number between two ends.", random_uniform, NULL},
    {"gauss", "self, mu=0.0, sigma=1.0", "A number of a normal distribution.", random_gauss, NULL},
    {"randint", "self, a, b", "An integer in [a, b], both ends included.", random_randint, NULL},
    {"randrange", "self, start, stop=None, step=1", "An item of a range.", random_randrange, NULL},
    {"choice", "self, seq", "An item of a sequence.", random_choice, NULL},
    {"shuffle", "self, x", "Puts a list in random order, in place.", random_shuffle, NULL},
    {"getrandbits", "self, k, /", "An integer of k random bits.", random_bits, NULL},
    {"randbytes", "self, n", "Random bytes.", random_bytes, NULL},
    {"getstate", "self", "Where the stream is.", random_getstate, NULL},
    {"setstate", "self, state", "Goes back to where the stream was.", random_setstate, NULL},
    {0},
};
static Type random_type = {.head = {&py_type_type, 1}, .name = "Random", .module = "_random",
                           .base = &py_object_type, .help = "A stream of random numbers.", .size = sizeof(Random),
                           .signature = "*args, **kwargs", .init = init, .methods = methods};
static Type *const types[] = {&random_type, NULL};
const ModuleRow random_module_rows[] = {
    {.name = "_random", .help = "What random has in C.", .types = types}, {0}};
