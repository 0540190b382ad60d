/* numpy.random's objects: the generators of both kinds and what seeds them. */
#ifndef NNSH_REPL_MODULES_NUMPY_GENERATOR_H
#define NNSH_REPL_MODULES_NUMPY_GENERATOR_H

#include "engine/array/distribution.h"
#include "engine/array/generator.h"
#include "repl/modules/numpy_internal.h"

/* RandomState holds its stream itself; a Generator uses that of its bit generator. */
typedef struct RandomObject {
  Object head;
  NdRandom random;
} RandomObject;

/* PCG64 and MT19937 (the type says which): a stream, and the SeedSequence that began it. */
typedef struct BitObject {
  Object head;
  NdRandom random;
  Value seeds;
} BitObject;

typedef struct GeneratorObject {
  Object head;
  Value bits; /* a BitObject */
} GeneratorObject;

/* Probabilities that were given as narrow floats, as float64: they add up to 1 from here on where they nearly did. */
void np_scale_weights(NdArray *weights, NdType given);
extern Type np_random_state_type, np_generator_type, np_pcg64_type, np_mt19937_type, np_seed_sequence_type;

/* Handlers of functions, of RandomState's and of Generator's methods are the same; row->data says where the stream is.
 * Moves `arguments` behind self. */
extern const char np_of_state[], np_of_generator[];
NdRandom *np_row_random(const NativeRow *row, Value **arguments);

/* size=: None gives `single`. */
bool np_size_of(Value value, int *ndim, int64_t *shape, bool *single);
/* One draw is a Python number where numpy gives one (`single`), an array otherwise; takes the array over. */
Value np_drawn(NdArray *array, bool single, const Error *error);

/* Handlers that several kinds share. */
Value np_random_multinomial(const NativeRow *row, Value *arguments);
Value np_random_dirichlet(const NativeRow *row, Value *arguments);
Value np_random_bytes(const NativeRow *row, Value *arguments);
Value np_random_shuffle_list(NdRandom *random, List *list);
Value np_random_distribution(NdRandom *random, const NdDistribution *distribution, Value *arguments);
/* The attribute of an object for a distribution of the engine's table; PY_UNDEFINED where there is none. */
Value np_random_distribution_method(Value self, String *name, Value (*call)(const NativeRow *, Value *), int kind);

/* Calls a function of an embedded module with values. */
Value np_call_embedded(const char *module, const char *function, const Value *arguments, int count);

/* Fills `random` for a seed as default_rng reads it, and makes the SeedSequence (a new reference). */
Value np_seed_sequence_of(Value seed);
void np_seed_pool_of(Value sequence, uint32_t pool[ND_SEED_POOL]);

#endif
