/* numpy.random: functions on the global generator, and RandomState. */
#include <math.h>
#include <string.h>

#include "engine/array/index.h"
#include "engine/array/distribution.h"
#include "engine/array/random.h"
#include "engine/core/memory.h"
#include "repl/modules/numpy_internal.h"

typedef struct RandomObject {
  Object head;
  NdRandom random;
} RandomObject;

static NdRandom global;
static bool seeded;

NdRandom *np_random_state(void) {
  if (!seeded) nd_random_seed_entropy(&global);
  seeded = true;
  return &global;
}

NdRandom *np_random_from(Value value, NdRandom *local) {
  if (py_is_none(value) || py_is_undefined(value)) return np_random_state();
  if (py_is(value, &np_random_state_type)) return &((RandomObject *)value.as.object)->random;
  int64_t seed;
  if (!py_as_int(value, &seed)) return NULL;
  Error error = {0};
  if (nd_random_seed_integer(local, seed, &error)) return local;
  py_raise_error(&error);
  return NULL;
}

/* Functions have no self, methods of RandomState have: rows share one handler, which finds the generator. */
static NdRandom *generator(const NativeRow *row, Value **arguments) {
  if (row->data == NULL) return np_random_state();
  NdRandom *random = &((RandomObject *)(*arguments)[0].as.object)->random;
  (*arguments)++;
  return random;
}

static bool size_of(Value value, int *ndim, int64_t *shape, bool *single) {
  *single = py_is_none(value);
  *ndim = 0;
  return *single || np_as_shape(value, ndim, shape);
}

/* One draw is a Python float where numpy gives one, or a numpy scalar. */
static Value drawn(NdArray *array, bool single, const Error *error) {
  if (array == NULL) return py_raise_error(error);
  if (!single) return np_value(array, error);
  if (!nd_is_number(array->type)) return np_value_or_scalar(array, error);
  NdScalar scalar = nd_get(array, NULL);
  nd_release(array);
  return scalar.type == ND_FLOAT64 ? py_float(scalar.as.f)
         : scalar.type == ND_INT64 ? py_int(scalar.as.i)
                                   : py_scalar(scalar);
}

static Value seed(const NativeRow *row, Value *arguments) {
  NdRandom *random = generator(row, &arguments);
  if (py_is_none(arguments[0])) {
    nd_random_seed_entropy(random);
    return PY_NONE;
  }
  if (np_is_array(arguments[0]) || py_is_list(arguments[0])) {
    NdArray *array = np_as_array(arguments[0]);
    Error error = {0};
    NdArray *words = array ? nd_astype(array, ND_UINT32, &error) : NULL;
    nd_release(array);
    if (words == NULL) return PY_ERROR;
    nd_random_seed_array(random, (const uint32_t *)words->data, (int)words->size);
    nd_release(words);
    return PY_NONE;
  }
  int64_t value;
  if (!py_as_int(arguments[0], &value)) return PY_ERROR;
  Error error = {0};
  return nd_random_seed_integer(random, value, &error) ? PY_NONE : py_raise_error(&error);
}

static Value shaped(const NativeRow *row, Value *arguments,
                    NdArray *(*draw)(NdRandom *, int, const int64_t *, Error *)) {
  NdRandom *random = generator(row, &arguments);
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  if (!np_as_shape(arguments[0], &ndim, shape)) return PY_ERROR;
  Error error = {0};
  return drawn(draw(random, ndim, shape, &error), py_as_tuple(arguments[0])->count == 0, &error);
}
static Value rand_function(const NativeRow *row, Value *arguments) { return shaped(row, arguments, nd_random_sample); }
static Value randn(const NativeRow *row, Value *arguments) { return shaped(row, arguments, nd_random_standard_normal); }

/* size=None or a shape */
static Value sized(const NativeRow *row, Value *arguments,
                   NdArray *(*draw)(NdRandom *, int, const int64_t *, Error *)) {
  NdRandom *random = generator(row, &arguments);
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  bool single;
  if (!size_of(arguments[0], &ndim, shape, &single)) return PY_ERROR;
  Error error = {0};
  return drawn(draw(random, ndim, shape, &error), single, &error);
}
static Value random_sample(const NativeRow *row, Value *arguments) { return sized(row, arguments, nd_random_sample); }
static Value standard_normal(const NativeRow *row, Value *arguments) {
  return sized(row, arguments, nd_random_standard_normal);
}
/* The distributions of the engine's table: parameters, which may be arrays, then size. row->data is the
 * distribution. */
static Value draw_from(NdRandom *random, const NdDistribution *distribution, Value *arguments) {
  NdArray *parameters[ND_DISTRIBUTION_PARAMETERS] = {0};
  int ndim = -1;
  int64_t shape[ND_MAX_DIMS];
  bool single = py_is_none(arguments[distribution->parameters]), good = true;
  if (!single && !np_as_shape(arguments[distribution->parameters], &ndim, shape)) return PY_ERROR;
  for (int i = 0; good && i < distribution->parameters; i++) {
    good = (parameters[i] = np_as_array(arguments[i])) != NULL;
    if (good && parameters[i]->ndim) single = false;
  }
  Error error = {0};
  Value result =
      good ? drawn(nd_distribution_draw(distribution, random, parameters, ndim, shape, &error), single, &error)
           : PY_ERROR;
  for (int i = 0; i < distribution->parameters; i++) nd_release(parameters[i]);
  return result;
}
static Value draw_function(const NativeRow *row, Value *arguments) {
  return draw_from(np_random_state(), row->data, arguments);
}
static Value draw_method(const NativeRow *row, Value *arguments) {
  return draw_from(&((RandomObject *)arguments[0].as.object)->random, row->data, arguments + 1);
}
/* Rows for functions and for methods of a RandomState, made when first asked for. */
static NativeRow *distribution_row(const char *name, bool method) {
  static NativeRow *made[2];
  const NdDistribution *distribution = nd_distribution_named(name);
  if (distribution == NULL) return NULL;
  if (made[method] == NULL) made[method] = core_alloc_zero((size_t)nd_distribution_count, sizeof **made);
  if (made[method] == NULL) {
    py_raise(&py_MemoryError, "out of memory");
    return NULL;
  }
  NativeRow *row = &made[method][distribution - nd_distributions];
  if (row->name) return row;
  char *line = NULL;
  if (method) {
    Text text = {0};
    text_addf(&text, "self, %s", distribution->signature);
    line = text_take(&text);
    if (line == NULL) {
      py_raise(&py_MemoryError, "out of memory");
      return NULL;
    }
  }
  *row = (NativeRow){distribution->name, method ? line : distribution->signature, distribution->help,
                     method ? draw_method : draw_function, distribution};
  return row;
}
Value np_random_find(String *name) {
  const NativeRow *row = distribution_row(name->data, false);
  return row ? py_native(row, PY_UNDEFINED, "numpy.random") : py_pending() ? PY_ERROR : PY_UNDEFINED;
}
void np_random_names(void (*each)(void *context, const char *name), void *context) {
  for (int i = 0; i < nd_distribution_count; i++) each(context, nd_distributions[i].name);
}
static Value state_getattr(Value self, String *name) {
  const NativeRow *row = distribution_row(name->data, true);
  if (row == NULL) return py_pending() ? PY_ERROR : PY_UNDEFINED;
  Value function = py_native(row, PY_UNDEFINED, "numpy.random");
  Value method = py_is_error(function) ? PY_ERROR : py_method(function, self);
  py_drop(function);
  return method;
}

static Value randint(const NativeRow *row, Value *arguments) {
  NdRandom *random = generator(row, &arguments);
  int64_t low, high;
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  bool single;
  NdType type;
  if (!py_as_int(arguments[0], &low) || !size_of(arguments[2], &ndim, shape, &single) ||
      !np_as_dtype(arguments[3], ND_INT64, &type))
    return PY_ERROR;
  if (py_is_none(arguments[1])) {
    high = low;
    low = 0;
  } else if (!py_as_int(arguments[1], &high)) {
    return PY_ERROR;
  }
  Error error = {0};
  return drawn(nd_random_randint(random, low, high, type, ndim, shape, &error), single, &error);
}
static Value permutation(const NativeRow *row, Value *arguments) {
  NdRandom *random = generator(row, &arguments);
  Error error = {0};
  int64_t count;
  if (py_is_integer(arguments[0])) {
    if (!py_as_int(arguments[0], &count)) return PY_ERROR;
    return np_value(nd_random_permutation(random, count, &error), &error);
  }
  NdArray *array = np_as_array(arguments[0]);
  if (array == NULL) return PY_ERROR;
  Value result = np_value(nd_random_permuted(random, array, &error), &error);
  nd_release(array);
  return result;
}
static Value shuffle(const NativeRow *row, Value *arguments) {
  NdRandom *random = generator(row, &arguments);
  if (py_is_list(arguments[0])) { /* any list: the draws of numpy's own loop */
    List *list = py_as_list(arguments[0]);
    for (int64_t i = list->count - 1; i > 0; i--) {
      int64_t j = (int64_t)nd_random_interval(random, (uint64_t)i);
      Value kept = list->items[i];
      list->items[i] = list->items[j];
      list->items[j] = kept;
    }
    return PY_NONE;
  }
  if (!np_is_array(arguments[0]))
    return py_raise(&py_TypeError, "'%s' object does not support item assignment", py_type_of(arguments[0])->name);
  Error error = {0};
  return nd_random_shuffle(random, np_borrow(arguments[0]), &error) ? PY_NONE : py_raise_error(&error);
}
static Value choice(const NativeRow *row, Value *arguments) {
  NdRandom *random = generator(row, &arguments);
  int ndim;
  int64_t shape[ND_MAX_DIMS], population, count = 1;
  bool single, replace;
  if (!size_of(arguments[1], &ndim, shape, &single) || !py_as_bool(arguments[2], &replace)) return PY_ERROR;
  for (int i = 0; i < ndim; i++) count *= shape[i];
  NdArray *from = NULL, *weights = NULL, *indices = NULL, *shaped_indices = NULL;
  Error error = {0};
  Value result = PY_ERROR;
  if (py_is_integer(arguments[0])) {
    if (!py_as_int(arguments[0], &population)) return PY_ERROR;
  } else {
    from = np_as_array(arguments[0]);
    if (from == NULL) return PY_ERROR;
    if (from->ndim != 1) {
      py_raise(&py_ValueError, "a must be 1-dimensional");
      goto done;
    }
    population = from->size;
    if (population == 0 && count) {
      py_raise(&py_ValueError, "'a' cannot be empty unless no samples are taken");
      goto done;
    }
  }
  if (!py_is_none(arguments[3])) {
    NdArray *given = np_as_array(arguments[3]);
    weights = given ? nd_astype(given, ND_FLOAT64, &error) : NULL;
    nd_release(given);
    if (weights == NULL) goto done;
    if (weights->size != population) {
      py_raise(&py_ValueError, "'a' and 'p' must have same size");
      goto done;
    }
  }
  indices =
      nd_random_choice(random, population, count, replace, weights ? (const double *)weights->data : NULL, &error);
  if (indices) shaped_indices = nd_reshape(indices, ndim, shape, &error);
  if (shaped_indices == NULL) {
    py_raise_error(&error);
  } else if (from == NULL) {
    result = drawn(nd_retain(shaped_indices), single, &error);
  } else {
    result = np_value_or_scalar(nd_take(from, shaped_indices, 0, &error), &error);
  }
done:
  nd_release(from);
  nd_release(weights);
  nd_release(indices);
  nd_release(shaped_indices);
  return result;
}
static Value default_rng(const NativeRow *row, Value *arguments) {
  py_raise(&py_NotImplementedError, "numpy.random.default_rng is not there yet");
  return py_hint("use np.random.seed(...) and np.random.rand, randn, randint, choice");
}

/* SELF is "" for functions and "self, " for methods; MARK tells the handlers which. */
#define RANDOM_ROWS(SELF, MARK)                                                                      \
  {"seed", SELF "seed=None", "Starts the stream of numbers again.", seed, MARK},                                  \
  {"rand", SELF "*size", "Uniform numbers in [0, 1).", rand_function, MARK},                                      \
  {"randn", SELF "*size", "Numbers of the standard normal distribution.", randn, MARK},                           \
  {"random_sample|random|ranf|sample", SELF "size=None", "Uniform numbers in [0, 1).", random_sample, MARK},      \
  {"standard_normal", SELF "size=None", "Numbers of the standard normal distribution.", standard_normal, MARK},   \
  {"randint", SELF "low, high=None, size=None, dtype=None", "Integers in [low, high).", randint, MARK},           \
  {"permutation", SELF "x", "Numbers or rows in random order.", permutation, MARK},                               \
  {"shuffle", SELF "x", "Puts rows in random order, in place.", shuffle, MARK},                                   \
  {"choice", SELF "a, size=None, replace=True, p=None", "Random elements.", choice, MARK}

const NativeRow np_random_rows[] = {
    RANDOM_ROWS("", NULL),
    {"default_rng", "seed=None", "A generator of the new kind.", default_rng, NULL},
    {0},
};
static const NativeRow state_methods[] = {RANDOM_ROWS("self, ", "method"), {0}};

static Value construct_state(Type *type, Value *arguments) {
  RandomObject *object = py_new(type);
  if (object == NULL) return PY_ERROR;
  Value self = py_object(object);
  Value pair[2] = {self, arguments[0]};
  Value done = seed(&state_methods[0], pair);
  if (!py_is_error(done)) return self;
  py_drop(self);
  return PY_ERROR;
}
Type np_random_state_type = {.head = {&py_type_type, 1}, .name = "RandomState", .module = "numpy.random",
                             .base = &py_object_type, .help = "A generator of its own.", .size = sizeof(RandomObject),
                             .signature = "seed=None", .construct = construct_state, .methods = state_methods,
                             .getattr = state_getattr};
