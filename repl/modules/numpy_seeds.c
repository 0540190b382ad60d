/* numpy.random.SeedSequence, and the bit generators that start from one. */
#include <sys/random.h>

#include "engine/core/memory.h"
#include "repl/modules/numpy_generator.h"

typedef struct SeedObject {
  Object head;
  Value entropy;   /* an int or a sequence of ints, as given */
  Value spawn_key; /* a tuple of ints */
  int64_t children;
  uint32_t *words; /* entropy, then the spawn key */
  int count;
} SeedObject;

static SeedObject *seeds_of(Value value) { return (SeedObject *)value.as.object; }

static bool add_word(SeedObject *seeds, uint32_t word) {
  uint32_t *grown = core_realloc(seeds->words, sizeof *grown * (size_t)(seeds->count + 1));
  if (grown == NULL) {
    py_raise(&py_MemoryError, "out of memory");
    return false;
  }
  seeds->words = grown;
  seeds->words[seeds->count++] = word;
  return true;
}

/* The 32-bit words of an int of any size, lowest first; 0 is one word. */
static bool add_integer(SeedObject *seeds, Value value) {
  Value left = py_keep(value);
  bool first = true;
  while (!py_is_error(left)) {
    int negative = py_less(left, py_int(0)), more = negative ? 0 : py_less(py_int(0), left);
    if (negative < 0 || more < 0) break;
    if (negative) {
      py_raise(&py_ValueError, "expected non-negative integer");
      break;
    }
    if (!more && !first) {
      py_drop(left);
      return true;
    }
    first = false;
    Value low = py_binary(OP_AND, left, py_int(0xffffffff)), high = py_binary(OP_RSHIFT, left, py_int(32));
    int64_t word = 0;
    bool good = !py_is_error(low) && !py_is_error(high) && py_as_int(low, &word) && add_word(seeds, (uint32_t)word);
    py_drop(low);
    py_drop(left);
    left = high;
    if (!good) break;
  }
  py_drop(left);
  return false;
}

static bool is_whole(Value value) { return py_is(value, &py_int_type) || py_is_integer(value); }

static bool add_entropy(SeedObject *seeds, Value entropy) {
  if (is_whole(entropy)) return add_integer(seeds, entropy);
  if (!py_is_str(entropy) &&
      (np_is_array(entropy) || py_is_list(entropy) || py_is_tuple(entropy) || py_is(entropy, &py_range_type))) {
    Value list = py_to_list(entropy);
    bool good = !py_is_error(list);
    for (int64_t i = 0; good && i < py_as_list(list)->count; i++) good = add_entropy(seeds, py_as_list(list)->items[i]);
    py_drop(list);
    return good;
  }
  Value shown = py_str(entropy);
  if (!py_is_error(shown))
    py_raise(&py_TypeError, "SeedSequence expects int or sequence of ints for entropy not %s",
             py_as_string(shown)->data);
  py_drop(shown);
  return false;
}

static Value make(Value entropy, Value spawn_key) {
  SeedObject *seeds = py_new(&np_seed_sequence_type);
  if (seeds == NULL) return PY_ERROR;
  seeds->entropy = PY_NONE;
  seeds->spawn_key = py_is_tuple(spawn_key) ? py_keep(spawn_key) : py_to_tuple(spawn_key);
  Value self = py_object(seeds);
  if (py_is_error(seeds->spawn_key)) goto failed;
  if (py_is_none(entropy)) {
    uint64_t noise = 0;
    if (getrandom(&noise, sizeof noise, 0) != (ssize_t)sizeof noise) noise = (uint64_t)(uintptr_t)seeds;
    seeds->entropy = py_int((int64_t)(noise >> 1));
  } else {
    seeds->entropy = py_keep(entropy);
  }
  if (!add_entropy(seeds, seeds->entropy)) goto failed;
  /* A spawn key stands behind a full pool, so that it never passes for entropy. */
  if (py_as_tuple(seeds->spawn_key)->count)
    while (seeds->count < ND_SEED_POOL)
      if (!add_word(seeds, 0)) goto failed;
  for (int64_t i = 0; i < py_as_tuple(seeds->spawn_key)->count; i++)
    if (!add_integer(seeds, py_as_tuple(seeds->spawn_key)->items[i])) goto failed;
  return self;
failed:
  py_drop(self);
  return PY_ERROR;
}

static Value construct_seeds(Type *type, Value *arguments) { return make(arguments[0], arguments[1]); }
static void drop_seeds(Object *object) {
  SeedObject *seeds = (SeedObject *)object;
  py_drop(seeds->entropy);
  py_drop(seeds->spawn_key);
  core_free(seeds->words);
}

Value np_seed_sequence_of(Value seed) {
  if (py_is(seed, &np_seed_sequence_type)) return py_keep(seed);
  Value empty = py_tuple(0), made = py_is_error(empty) ? empty : make(seed, empty);
  py_drop(empty);
  return made;
}

void np_seed_pool_of(Value sequence, uint32_t pool[ND_SEED_POOL]) {
  nd_seed_pool(seeds_of(sequence)->words, seeds_of(sequence)->count, pool);
}

static Value spawn_seeds(const NativeRow *row, Value *arguments) {
  SeedObject *seeds = seeds_of(arguments[0]);
  int64_t count;
  if (!py_as_int(arguments[1], &count)) return PY_ERROR;
  Value list = py_list(count > 0 ? count : 0);
  for (int64_t i = 0; !py_is_error(list) && i < count; i++) {
    Tuple *key = py_as_tuple(seeds->spawn_key);
    Value longer = py_tuple(key->count + 1), child = PY_ERROR;
    if (!py_is_error(longer)) {
      for (int64_t k = 0; k < key->count; k++) py_as_tuple(longer)->items[k] = py_keep(key->items[k]);
      py_as_tuple(longer)->items[key->count] = py_int(seeds->children);
      child = make(seeds->entropy, longer);
      py_drop(longer);
    }
    if (!py_list_append_steal(py_as_list(list), child)) {
      py_drop(list);
      return PY_ERROR;
    }
    seeds->children++;
  }
  return list;
}

static Value generate_state(const NativeRow *row, Value *arguments) {
  int64_t count;
  NdType type;
  if (!py_as_int(arguments[1], &count) || !np_as_dtype(arguments[2], ND_UINT32, &type)) return PY_ERROR;
  if (type != ND_UINT32 && type != ND_UINT64) return py_raise(&py_ValueError, "only support uint32 or uint64");
  if (count < 0) return py_raise(&py_ValueError, "negative dimensions are not allowed");
  Error error = {0};
  NdArray *out = nd_new(type, 1, &count, &error);
  if (out) {
    uint32_t pool[ND_SEED_POOL];
    np_seed_pool_of(arguments[0], pool);
    nd_seed_words(pool, (uint32_t *)out->data, (int)count * (type == ND_UINT64 ? 2 : 1));
  }
  return np_value(out, &error);
}

static Value get_entropy(Value self) { return py_keep(seeds_of(self)->entropy); }
static Value get_spawn_key(Value self) { return py_keep(seeds_of(self)->spawn_key); }
static Value get_children(Value self) { return py_int(seeds_of(self)->children); }
static Value repr_seeds(Value self) {
  SeedObject *seeds = seeds_of(self);
  Text text = {0};
  text_addf(&text, "SeedSequence(\n    entropy=");
  if (!py_repr_to(&text, seeds->entropy)) goto failed;
  if (py_as_tuple(seeds->spawn_key)->count) {
    text_addf(&text, ",\n    spawn_key=");
    if (!py_repr_to(&text, seeds->spawn_key)) goto failed;
  }
  if (seeds->children) text_addf(&text, ",\n    n_children_spawned=%lld", (long long)seeds->children);
  text_addf(&text, ",\n)");
  return py_text_take(&text);
failed:
  text_free(&text);
  return PY_ERROR;
}

static const NativeRow seed_methods[] = {
    {"spawn", "self, n_children", "So many sequences that are independent of each other.", spawn_seeds, NULL},
    {"generate_state", "self, n_words, dtype=None", "Words made of the seed.", generate_state, NULL},
    {0},
};
static const PropertyRow seed_properties[] = {
    {"entropy", "What was given.", get_entropy, NULL},
    {"spawn_key", "Which child it is.", get_spawn_key, NULL},
    {"n_children_spawned", "How many were spawned.", get_children, NULL},
    {0},
};
Type np_seed_sequence_type = {.head = {&py_type_type, 1}, .name = "SeedSequence", .module = "numpy.random",
                              .base = &py_object_type, .help = "Makes good starting states of any seed.",
                              .size = sizeof(SeedObject), .dealloc = drop_seeds, .repr = repr_seeds,
                              .signature = "entropy=None, spawn_key=()", .construct = construct_seeds,
                              .methods = seed_methods, .properties = seed_properties};

/* ---- Bit generators ---- */

static Value construct_bits(Type *type, Value *arguments) {
  Value sequence = np_seed_sequence_of(arguments[0]);
  if (py_is_error(sequence)) return sequence;
  BitObject *bits = py_new(type);
  if (bits == NULL) {
    py_drop(sequence);
    return PY_ERROR;
  }
  uint32_t pool[ND_SEED_POOL];
  np_seed_pool_of(sequence, pool);
  bits->seeds = sequence;
  if (type == &np_pcg64_type) nd_generator_pcg(&bits->random, pool);
  else nd_generator_mt19937(&bits->random, pool);
  return py_object(bits);
}
static void drop_bits(Object *object) { py_drop(((BitObject *)object)->seeds); }
static Value get_seeds(Value self) { return py_keep(((BitObject *)self.as.object)->seeds); }
static Value random_raw(const NativeRow *row, Value *arguments) {
  NdRandom *random = &((BitObject *)arguments[0].as.object)->random;
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  bool single;
  if (!np_size_of(arguments[1], &ndim, shape, &single)) return PY_ERROR;
  Error error = {0};
  NdArray *out = nd_new(ND_UINT64, ndim, shape, &error);
  for (int64_t i = 0; out && i < out->size; i++)
    ((uint64_t *)out->data)[i] = random->pcg ? nd_random_uint64(random) : nd_random_uint32(random);
  return single ? np_value_or_scalar(out, &error) : np_value(out, &error);
}
static const NativeRow bit_methods[] = {
    {"random_raw", "self, size=None", "Words of the generator as they come.", random_raw, NULL}, {0}};
static const PropertyRow bit_properties[] = {{"seed_seq", "The SeedSequence behind it.", get_seeds, NULL}, {0}};
#define BIT_TYPE(variable, class_name, text)                                                                         \
  Type variable = {.head = {&py_type_type, 1}, .name = class_name, .module = "numpy.random", .base = &py_object_type, \
                   .help = text, .size = sizeof(BitObject), .dealloc = drop_bits, .signature = "seed=None",           \
                   .construct = construct_bits, .methods = bit_methods, .properties = bit_properties}
BIT_TYPE(np_pcg64_type, "PCG64", "Bits of the permuted congruential generator, for Generator.");
BIT_TYPE(np_mt19937_type, "MT19937", "Bits of the Mersenne Twister, for Generator.");
