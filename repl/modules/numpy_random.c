/* numpy.random: functions on the global generator, and RandomState. */
#include <math.h>
#include <string.h>

#include "engine/array/index.h"
#include "engine/core/memory.h"
#include "repl/modules/numpy_generator.h"

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

/* Functions have no self, methods have: rows share one handler, which finds the stream. */
const char np_of_state[] = "state", np_of_generator[] = "generator";
NdRandom *np_row_random(const NativeRow *row, Value **arguments) {
  if (row->data == NULL) return np_random_state();
  Object *self = (*arguments)++[0].as.object;
  if (row->data == np_of_state) return &((RandomObject *)self)->random;
  return &((BitObject *)((GeneratorObject *)self)->bits.as.object)->random;
}
static NdRandom *generator(const NativeRow *row, Value **arguments) { return np_row_random(row, arguments); }

bool np_size_of(Value value, int *ndim, int64_t *shape, bool *single) {
  *single = py_is_none(value);
  *ndim = 0;
  return *single || np_as_shape(value, ndim, shape);
}

Value np_drawn(NdArray *array, bool single, const Error *error) {
  if (array == NULL) return py_raise_error(error);
  if (!single) return np_value(array, error);
  if (!nd_is_number(array->type)) return np_value_or_scalar(array, error);
  NdScalar scalar = nd_get(array, NULL);
  nd_release(array);
  return scalar.type == ND_FLOAT64 ? py_float(scalar.as.f)
         : scalar.type == ND_INT64 ? py_int(scalar.as.i)
                                   : py_scalar(scalar);
}

Value np_call_embedded(const char *module, const char *function, const Value *arguments, int count) {
  Value from = modules_import(module);
  if (py_is_error(from)) return from;
  Value callable = py_getattr_c(from, function);
  py_drop(from);
  if (py_is_error(callable)) return callable;
  Value result = py_call_values(callable, arguments, count);
  py_drop(callable);
  return result;
}

static Value seed(const NativeRow *row, Value *arguments) {
  NdRandom *random = generator(row, &arguments);
  if (py_is_none(arguments[0])) {
    nd_random_seed_entropy(random);
    return PY_NONE;
  }
  Error error = {0};
  int64_t value;
  if (np_is_array(arguments[0]) && np_borrow(arguments[0])->size == 1 &&
      nd_types[np_borrow(arguments[0])->type].kind != 'f') {
    NdScalar only;
    if (!nd_item(np_borrow(arguments[0]), &only, &error)) return py_raise_error(&error);
    return nd_random_seed_integer(random, nd_scalar_as_int(only), &error) ? PY_NONE : py_raise_error(&error);
  }
  if (py_is_integer(arguments[0])) {
    if (!py_as_int(arguments[0], &value)) return PY_ERROR;
    return nd_random_seed_integer(random, value, &error) ? PY_NONE : py_raise_error(&error);
  }
  NpWork work = {0};
  NdArray *given = np_hold(&work, arguments[0]);
  if (given == NULL) return np_end(&work, PY_ERROR);
#define REFUSE(...) return np_end(&work, np_step(&work, py_raise(__VA_ARGS__)))
  if (given->size == 0) REFUSE(&py_ValueError, "Seed must be non-empty");
  if (nd_types[given->type].kind == 'f')
    REFUSE(&py_TypeError, "Cannot cast %s from dtype('%s') to dtype('int64') according to the rule 'safe'",
           given->ndim ? "array data" : "scalar", nd_types[given->type].name);
  NdArray *wide = np_hold_as(&work, arguments[0], ND_INT64);
  if (wide == NULL) return np_end(&work, PY_ERROR);
  if (wide->ndim > 1) REFUSE(&py_ValueError, "Seed array must be 1-d");
  for (int64_t i = 0; i < wide->size; i++)
    if ((uint64_t)((int64_t *)wide->data)[i] > UINT32_MAX)
      REFUSE(&py_ValueError, "Seed must be between 0 and 2**32 - 1");
  NdArray *words = np_hold_as(&work, arguments[0], ND_UINT32);
  if (words) nd_random_seed_array(random, (const uint32_t *)words->data, (int)words->size);
  return np_end(&work, PY_NONE);
}

static Value shaped(const NativeRow *row, Value *arguments,
                    NdArray *(*draw)(NdRandom *, int, const int64_t *, Error *)) {
  NdRandom *random = generator(row, &arguments);
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  if (!np_as_shape(arguments[0], &ndim, shape)) return PY_ERROR;
  Error error = {0};
  return np_drawn(draw(random, ndim, shape, &error), py_as_tuple(arguments[0])->count == 0, &error);
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
  if (!np_size_of(arguments[0], &ndim, shape, &single)) return PY_ERROR;
  Error error = {0};
  return np_drawn(draw(random, ndim, shape, &error), single, &error);
}
static Value random_sample(const NativeRow *row, Value *arguments) { return sized(row, arguments, nd_random_sample); }
static Value standard_normal(const NativeRow *row, Value *arguments) {
  return sized(row, arguments, nd_random_standard_normal);
}
/* The distributions of the engine's table: parameters, which may be arrays, then size. row->data is the
 * distribution. */
Value np_random_distribution(NdRandom *random, const NdDistribution *distribution, Value *arguments) {
  NdArray *parameters[ND_DISTRIBUTION_PARAMETERS] = {0};
  int ndim = -1;
  int64_t shape[ND_MAX_DIMS];
  bool single = py_is_none(arguments[distribution->parameters]), good = true;
  if (!single && !np_as_shape(arguments[distribution->parameters], &ndim, shape)) return PY_ERROR;
  for (int i = 0; good && i < distribution->parameters; i++) {
    good = !py_is_none(arguments[i]);
    if (!good) py_raise(&py_TypeError, "must be real number, not NoneType");
    good = good && (parameters[i] = np_as_array(arguments[i])) != NULL;
    if (good && parameters[i]->ndim) single = false;
  }
  Error error = {0};
  Value result =
      good ? np_drawn(nd_distribution_draw(distribution, random, parameters, ndim, shape, &error), single, &error)
           : PY_ERROR;
  for (int i = 0; i < distribution->parameters; i++) nd_release(parameters[i]);
  return result;
}
static Value draw_function(const NativeRow *row, Value *arguments) {
  return np_random_distribution(np_random_state(), row->data, arguments);
}
static Value draw_method(const NativeRow *row, Value *arguments) {
  return np_random_distribution(&((RandomObject *)arguments[0].as.object)->random, row->data, arguments + 1);
}
/* Rows for functions (kind 0), for methods of a RandomState (1) and of a Generator (2), made when first asked for. */
static NativeRow *distribution_row(const char *name, int method, Value (*call)(const NativeRow *, Value *)) {
  static NativeRow *made[3];
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
                     call, distribution};
  return row;
}
Value np_random_find(String *name) {
  const NativeRow *row = distribution_row(name->data, 0, draw_function);
  return row ? py_native(row, PY_UNDEFINED, "numpy.random") : py_pending() ? PY_ERROR : PY_UNDEFINED;
}
void np_random_names(void (*each)(void *context, const char *name), void *context) {
  for (int i = 0; i < nd_distribution_count; i++) each(context, nd_distributions[i].name);
}
Value np_random_distribution_method(Value self, String *name, Value (*call)(const NativeRow *, Value *), int kind) {
  const NativeRow *row = distribution_row(name->data, kind, call);
  if (row == NULL) return py_pending() ? PY_ERROR : PY_UNDEFINED;
  Value function = py_native(row, PY_UNDEFINED, "numpy.random");
  Value method = py_is_error(function) ? PY_ERROR : py_method(function, self);
  py_drop(function);
  return method;
}
static Value state_getattr(Value self, String *name) {
  return np_random_distribution_method(self, name, draw_method, 1);
}

/* randint with arrays of bounds: one draw for each pair. */
static Value randint_between(NdRandom *random, Value low, Value high, Value size, NdType type) {
  NpWork work = {0};
  NdArray *a = np_hold_as(&work, low, ND_INT64), *b = a ? np_hold_as(&work, high, ND_INT64) : NULL;
  int ndim, wanted_ndim;
  int64_t shape[ND_MAX_DIMS], wanted[ND_MAX_DIMS];
  bool single;
  Error error = {0};
  if (b == NULL || !np_size_of(size, &wanted_ndim, wanted, &single)) return np_end(&work, PY_ERROR);
  if (!nd_broadcast_shapes(a->ndim, a->shape, b->ndim, b->shape, &ndim, shape, &error))
    return np_end(&work, np_step(&work, py_raise_error(&error)));
  if (!single) {
    ndim = wanted_ndim;
    memcpy(shape, wanted, sizeof wanted);
  }
  Value lows = np_step_array(&work, nd_broadcast_to(a, ndim, shape, &error), &error);
  Value highs = work.failed ? PY_ERROR : np_step_array(&work, nd_broadcast_to(b, ndim, shape, &error), &error);
  NdArray *from = np_hold_as(&work, lows, ND_INT64), *to = from ? np_hold_as(&work, highs, ND_INT64) : NULL;
  if (to == NULL) return np_end(&work, PY_ERROR);
  return np_end(&work, np_step_array(&work, nd_random_randint_between(random, from, to, type, &error), &error));
}
/* A bound of randint: fractions are cut off. */
static bool bound_of(Value value, int64_t *out) {
  double real;
  if (py_is_integer(value)) return py_as_int(value, out);
  if (!py_as_double(value, &real)) return false;
  *out = (int64_t)real;
  return true;
}
static Value randint(const NativeRow *row, Value *arguments) {
  NdRandom *random = generator(row, &arguments);
  int64_t low, high;
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  bool single;
  NdType type;
  if (!np_as_dtype(arguments[3], ND_INT64, &type)) return PY_ERROR;
  Value least = py_is_none(arguments[1]) ? py_int(0) : arguments[0],
        most = py_is_none(arguments[1]) ? arguments[0] : arguments[1];
  if ((!py_is_number(least) || !py_is_number(most)) && !py_is_none(least))
    return randint_between(random, least, most, arguments[2], type);
  if (!np_size_of(arguments[2], &ndim, shape, &single) || !bound_of(least, &low) || !bound_of(most, &high))
    return PY_ERROR;
  Error error = {0};
  return np_drawn(nd_random_randint(random, low, high, type, ndim, shape, &error), single, &error);
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
Value np_random_shuffle_list(NdRandom *random, List *list) {
  for (int64_t i = list->count - 1; i > 0; i--) {
    int64_t j = (int64_t)nd_random_interval(random, (uint64_t)i);
    Value kept = list->items[i];
    list->items[i] = list->items[j];
    list->items[j] = kept;
  }
  return PY_NONE;
}
static Value shuffle(const NativeRow *row, Value *arguments) {
  NdRandom *random = generator(row, &arguments);
  if (py_is_list(arguments[0])) return np_random_shuffle_list(random, py_as_list(arguments[0]));
  if (!np_is_array(arguments[0])) {
    if (py_length(arguments[0]) < 0) return PY_ERROR;
    return py_raise(&py_TypeError, "'%s' object does not support item assignment", py_type_of(arguments[0])->name);
  }
  Error error = {0};
  return nd_random_shuffle(random, np_borrow(arguments[0]), &error) ? PY_NONE : py_raise_error(&error);
}
/* An array of narrow floats need add up to 1 only as well as such floats can: what is close enough is scaled. */
void np_scale_weights(NdArray *weights, NdType given) {
  const double slack = given == ND_FLOAT32 ? 3.4526698300124393e-04 : given == ND_FLOAT16 ? 0.03125 : 0;
  double *p = (double *)(void *)weights->data, sum = 0;
  for (int64_t i = 0; i < weights->size; i++) sum += p[i];
  if (fabs(sum - 1) <= slack)
    for (int64_t i = 0; i < weights->size; i++) p[i] /= sum;
}

static Value choice(const NativeRow *row, Value *arguments) {
  NdRandom *random = generator(row, &arguments);
  int ndim;
  int64_t shape[ND_MAX_DIMS], population, count = 1;
  bool single, replace;
  if (!np_size_of(arguments[1], &ndim, shape, &single) || !py_as_bool(arguments[2], &replace)) return PY_ERROR;
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
      py_raise(&py_ValueError, from->ndim ? "a must be 1-dimensional" : "a must be 1-dimensional or an integer");
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
    if (weights != NULL && np_is_array(arguments[3])) np_scale_weights(weights, given->type);
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
    result = np_drawn(nd_retain(shaped_indices), single, &error);
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
static Value random_integers(const NativeRow *row, Value *arguments) {
  Value *given = row->data ? arguments + 1 : arguments;
  Value high = py_is_none(given[1]) ? given[0] : given[1], low = py_is_none(given[1]) ? py_int(1) : given[0];
  Value bounds[5] = {arguments[0], low, PY_ERROR, given[2], PY_NONE};
  bounds[2] = py_binary(OP_ADD, high, py_int(1));
  Value result = py_is_error(bounds[2]) ? PY_ERROR : randint(row, row->data ? bounds : bounds + 1);
  py_drop(bounds[2]);
  return result;
}
static Value tomaxint(const NativeRow *row, Value *arguments) {
  NdRandom *random = generator(row, &arguments);
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  bool single;
  if (!np_size_of(arguments[0], &ndim, shape, &single)) return PY_ERROR;
  Error error = {0};
  NdArray *out = nd_new(ND_INT64, ndim, shape, &error);
  for (int64_t i = 0; out && i < out->size; i++)
    ((int64_t *)out->data)[i] = (int64_t)(nd_random_uint64(random) >> 1);
  return np_drawn(out, single, &error);
}

/* The state as numpy's tuple: name, 624 words, place among them, and the normal draw that was kept back. */
static Value get_state(const NativeRow *row, Value *arguments) {
  NdRandom *random = generator(row, &arguments);
  bool legacy;
  if (!py_as_bool(arguments[0], &legacy)) return PY_ERROR;
  Error error = {0};
  NdArray *words = nd_new(ND_UINT32, 1, (int64_t[]){624}, &error);
  if (words) memcpy(words->data, random->key, sizeof random->key);
  Value key = np_value(words, &error), name = py_text("MT19937"), result = PY_ERROR;
  if (py_is_error(key) || py_is_error(name)) goto done;
  if (legacy) {
    result = py_tuple_of(5, name, key, py_int(random->position), py_int(random->has_gauss), py_float(random->gauss));
    goto done;
  }
  result = py_dict();
  Value inner = py_dict();
  if (py_is_error(result) || py_is_error(inner) || !py_dict_set_name(py_as_dict(inner), "key", key) ||
      !py_dict_set_name(py_as_dict(inner), "pos", py_int(random->position)) ||
      !py_dict_set_name(py_as_dict(result), "bit_generator", name) ||
      !py_dict_set_name(py_as_dict(result), "state", inner) ||
      !py_dict_set_name(py_as_dict(result), "has_gauss", py_int(random->has_gauss)) ||
      !py_dict_set_name(py_as_dict(result), "gauss", py_float(random->gauss))) {
    py_drop(result);
    result = PY_ERROR;
  }
  py_drop(inner);
done:
  py_drop(key);
  py_drop(name);
  return result;
}
static Value set_state(const NativeRow *row, Value *arguments) {
  NdRandom *random = generator(row, &arguments);
  const Value *items;
  int64_t count, position, kept = 0;
  double gauss = 0.0;
  NpWork work = {0};
  Value key = PY_UNDEFINED, place = PY_UNDEFINED;
  if (py_is_dict(arguments[0])) {
    Dict *dict = py_as_dict(arguments[0]);
    Value inner = py_dict_find_name(dict, py_intern("state")), flag = py_dict_find_name(dict, py_intern("has_gauss")),
          value = py_dict_find_name(dict, py_intern("gauss"));
    if (py_is_dict(inner)) {
      key = py_dict_find_name(py_as_dict(inner), py_intern("key"));
      place = py_dict_find_name(py_as_dict(inner), py_intern("pos"));
    }
    if (!py_is_undefined(flag) && !py_as_int(flag, &kept)) return PY_ERROR;
    if (!py_is_undefined(value) && !py_as_double(value, &gauss)) return PY_ERROR;
  } else if (py_sequence(arguments[0], &items, &count) && (count == 3 || count == 5)) {
    if (!py_is_str(items[0]) || strcmp(py_as_string(items[0])->data, "MT19937") != 0)
      return py_raise(&py_ValueError, "set_state can only be used with legacy MT19937 state instances.");
    key = items[1];
    place = items[2];
    if (count == 5 && (!py_as_int(items[3], &kept) || !py_as_double(items[4], &gauss))) return PY_ERROR;
  } else {
    return py_raise(&py_TypeError, "state must be a dict or a tuple.");
  }
  if (py_is_undefined(key) || py_is_undefined(place))
    return py_raise(&py_ValueError, "state dictionary is not valid.");
  NdArray *words = np_hold_as(&work, key, ND_UINT32);
  if (words == NULL || !py_as_int(place, &position)) {
    work.failed = true;
    return np_end(&work, PY_ERROR);
  }
  if (words->size < 624) {
    /* The words are taken one after the other. */
    if (!np_is_array(key)) REFUSE(&py_IndexError, "list index out of range");
    REFUSE(&py_IndexError, "index %lld is out of bounds for axis 0 with size %lld", (long long)words->size,
           (long long)words->size);
  }
  if (position < 0 || position > 624)
    REFUSE(&py_ValueError, "the position in a MT19937 state is a number from 0 to 624, not %lld", (long long)position);
  memcpy(random->key, words->data, sizeof random->key);
  random->position = (int)position;
  random->has_gauss = kept != 0;
  random->gauss = gauss;
  random->modern = random->pcg = false;
  return np_end(&work, PY_NONE);
}

Value np_random_bytes(const NativeRow *row, Value *arguments) {
  NdRandom *random = generator(row, &arguments);
  int64_t length;
  if (!py_as_int(arguments[0], &length)) return PY_ERROR;
  /* A negative length leaves bytes out at the end of what is drawn, as a slice does. */
  int64_t words = (length - 1) / 4 + 1, most = length < 0 ? 4 * words + length : length;
  if (words < 0) return py_raise(&py_ValueError, "negative dimensions are not allowed");
  Text text = {0};
  for (int64_t at = 0; at < 4 * words; at += 4) {
    uint32_t word = nd_random_uint32(random);
    if (at < most) text_add_bytes(&text, (const char *)&word, (size_t)(most - at < 4 ? most - at : 4));
  }
  Value result = text.failed ? py_raise(&py_MemoryError, "out of memory") : py_bytes(text_string(&text), text.length);
  text_free(&text);
  return result;
}

/* The source of normal draws is self, or the module for the function. */
static Value multivariate_normal(const NativeRow *row, Value *arguments) {
  Value module = row->data ? PY_NONE : modules_import("numpy.random");
  if (py_is_error(module)) return module;
  Value given[6] = {row->data ? arguments[0] : module};
  memcpy(given + 1, row->data ? arguments + 1 : arguments, 5 * sizeof *given);
  Value result = np_call_embedded("_numpy_random", "multivariate_normal", given, 6);
  py_drop(module);
  return result;
}

/* SELF is "" for functions and "self, " for methods; MARK tells the handlers which. */
#define RANDOM_ROWS(SELF, MARK)                                                                      \
  {"seed", SELF "seed=None", "Starts the stream of numbers again.", seed, MARK},                                  \
  {"rand", SELF "*size", "Uniform numbers in [0, 1).", rand_function, MARK},                                      \
  {"randn", SELF "*size", "Numbers of the standard normal distribution.", randn, MARK},                           \
  {"random_sample|random|ranf|sample", SELF "size=None", "Uniform numbers in [0, 1).", random_sample, MARK},      \
  {"standard_normal", SELF "size=None", "Numbers of the standard normal distribution.", standard_normal, MARK},   \
  {"randint", SELF "low, high=None, size=None, dtype=None", "Integers in [low, high).", randint, MARK},           \
  {"random_integers", SELF "low, high=None, size=None", "Integers in [low, high].", random_integers, MARK},       \
  {"permutation", SELF "x", "Numbers or rows in random order.", permutation, MARK},                               \
  {"shuffle", SELF "x", "Puts rows in random order, in place.", shuffle, MARK},                                   \
  {"choice", SELF "a, size=None, replace=True, p=None", "Random elements.", choice, MARK},                        \
  {"bytes", SELF "length", "Random bytes.", np_random_bytes, MARK},                                               \
  {"multinomial", SELF "n, pvals, size=None", "How often each of several outcomes occurs.",                       \
   np_random_multinomial, MARK},                                                                                  \
  {"dirichlet", SELF "alpha, size=None", "Shares that sum to 1.", np_random_dirichlet, MARK},                     \
  {"multivariate_normal", SELF "mean, cov, size=None, check_valid='warn', tol=1e-08",                             \
   "Normal vectors with a covariance.", multivariate_normal, MARK},                                               \
  {"get_state", SELF "legacy=True", "Where the stream is.", get_state, MARK},                                     \
  {"set_state", SELF "state", "Goes on where a stream was.", set_state, MARK}

const NativeRow np_random_rows[] = {RANDOM_ROWS("", NULL), {0}};
static const NativeRow state_methods[] = {
    RANDOM_ROWS("self, ", np_of_state),
    {"tomaxint", "self, size=None", "Integers of 63 bits.", tomaxint, np_of_state},
    {0},
};

static Value state_str(Value self) { return py_text("RandomState(MT19937)"); }
static Value state_repr(Value self) {
  return py_textf("RandomState(MT19937) at %s", py_address_text(self.as.object));
}
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
                             .repr = state_repr, .str = state_str,
                             .signature = "seed=None", .construct = construct_state, .methods = state_methods,
                             .getattr = state_getattr};
