/* numpy.random.Generator: what default_rng gives. */
#include "repl/modules/numpy_generator.h"

#include <math.h>
#include <string.h>

#include "engine/array/index.h"

static NdRandom *random_of(Value self) {
  return &((BitObject *)((GeneratorObject *)self.as.object)->bits.as.object)->random;
}

/* out= takes the draws of an array made for its shape. */
static Value filled(Value self, NdDraw draw, Value size, Value dtype, Value out) {
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  bool single;
  NdType type;
  if (!np_size_of(size, &ndim, shape, &single) || !np_as_dtype(dtype, ND_FLOAT64, &type)) return PY_ERROR;
  static const char *const names[] = {"random", "standard_normal", "standard_exponential"};
  if (type != ND_FLOAT64 && type != ND_FLOAT32)
    return py_raise(&py_TypeError, "Unsupported dtype dtype('%s') for %s", nd_types[type].name, names[draw]);
  Error error = {0};
  if (py_is_none(out)) {
    NdArray *made = nd_generator_fill(random_of(self), draw, type, ndim, shape, &error);
    return single && type == ND_FLOAT32 ? np_value_or_scalar(made, &error) : np_drawn(made, single, &error);
  }
  if (!np_is_array(out))
    return py_raise(&py_ValueError,
                    "Supplied output array must be contiguous, writable, aligned, and in machine byte-order.");
  NdArray *to = np_borrow(out);
  if (to->type != type)
    return py_raise(&py_TypeError, "Supplied output array has the wrong type. Expected %s, got %s",
                    nd_types[type].name, nd_types[to->type].name);
  if (!single && (ndim != to->ndim || memcmp(shape, to->shape, sizeof *shape * (size_t)ndim) != 0))
    return py_raise(&py_ValueError, "size must match out.shape when used together");
  NdArray *made = nd_generator_fill(random_of(self), draw, type, to->ndim, to->shape, &error);
  bool good = made && nd_assign(to, made, &error);
  nd_release(made);
  return good ? py_keep(out) : py_raise_error(&error);
}
static Value uniform(const NativeRow *row, Value *arguments) {
  return filled(arguments[0], ND_DRAW_UNIFORM, arguments[1], arguments[2], arguments[3]);
}
static Value standard_normal(const NativeRow *row, Value *arguments) {
  return filled(arguments[0], ND_DRAW_NORMAL, arguments[1], arguments[2], arguments[3]);
}
static Value standard_exponential(const NativeRow *row, Value *arguments) {
  const char *method;
  if (!py_as_text(arguments[3], &method)) return PY_ERROR;
  if (strcmp(method, "inv") == 0) {
    Value size = arguments[1];
    int ndim;
    int64_t shape[ND_MAX_DIMS];
    bool single;
    if (!np_size_of(size, &ndim, shape, &single)) return PY_ERROR;
    Error error = {0};
    NdArray *made = nd_generator_fill(random_of(arguments[0]), ND_DRAW_UNIFORM, ND_FLOAT64, ndim, shape, &error);
    for (int64_t i = 0; made && i < made->size; i++)
      ((double *)made->data)[i] = -log1p(-((double *)made->data)[i]);
    return np_drawn(made, single, &error);
  }
  return filled(arguments[0], ND_DRAW_EXPONENTIAL, arguments[1], arguments[2], arguments[4]);
}

/* ---- integers ---- */

typedef struct Bounds {
  int64_t least;
  uint64_t greatest;
} Bounds;
static Bounds bounds_of(NdType type) {
  int bits = nd_types[type].itemsize * 8;
  if (type == ND_BOOL) return (Bounds){0, 1};
  if (nd_types[type].kind == 'u') return (Bounds){0, bits == 64 ? UINT64_MAX : (1ull << bits) - 1};
  return (Bounds){bits == 64 ? INT64_MIN : -(1ll << (bits - 1)), (1ull << (bits - 1)) - 1};
}

/* One bound as a 64-bit integer. Fractions are cut off; beyond 64 bits is out of bounds. */
static bool whole(Value value, int64_t *out) {
  double real;
  if (py_is_integer(value)) return py_as_int(value, out);
  if (!py_as_double(value, &real)) return false;
  *out = (int64_t)real;
  return true;
}

static bool check_range(int64_t low, int64_t last, NdType type) {
  Bounds bounds = bounds_of(type);
  if (low < bounds.least || (low > 0 && (uint64_t)low > bounds.greatest))
    py_raise(&py_ValueError, "low is out of bounds for %s", nd_types[type].name);
  else if (last > 0 && (uint64_t)last > bounds.greatest)
    py_raise(&py_ValueError, "high is out of bounds for %s", nd_types[type].name);
  else if (low > last) return false;
  return !py_pending();
}

/* Arrays of bounds: one draw for each pair. */
static Value integers_between(NdRandom *random, Value low, Value high, Value size, NdType type, bool endpoint) {
  NpWork work = {0};
  NdArray *a = np_hold_as(&work, low, ND_INT64), *b = a ? np_hold_as(&work, high, ND_INT64) : NULL;
  int ndim;
  int64_t shape[ND_MAX_DIMS], wanted[ND_MAX_DIMS];
  Error error = {0};
  bool single;
  int wanted_ndim;
  if (b == NULL || !np_size_of(size, &wanted_ndim, wanted, &single)) return np_end(&work, PY_ERROR);
  if (!nd_broadcast_shapes(a->ndim, a->shape, b->ndim, b->shape, &ndim, shape, &error))
    return np_end(&work, np_step(&work, py_raise_error(&error)));
  if (!single) {
    ndim = wanted_ndim;
    memcpy(shape, wanted, sizeof wanted);
  }
  Value lows = np_step_array(&work, nd_broadcast_to(a, ndim, shape, &error), &error);
  Value highs = work.failed ? PY_ERROR : np_step_array(&work, nd_broadcast_to(b, ndim, shape, &error), &error);
  if (work.failed) return np_end(&work, PY_ERROR);
  NdArray *from = np_hold_as(&work, lows, ND_INT64), *to = np_hold_as(&work, highs, ND_INT64);
  Value out = from && to ? np_step_array(&work, nd_new(type, ndim, shape, &error), &error) : PY_ERROR;
  if (work.failed) return np_end(&work, PY_ERROR);
  NdPieces kept = {0};
  size_t item = (size_t)nd_types[type].itemsize;
  for (int64_t i = 0; i < from->size; i++) {
    int64_t first = ((int64_t *)from->data)[i], last = ((int64_t *)to->data)[i];
    if ((!endpoint && last == INT64_MIN) || !check_range(first, last - !endpoint, type)) {
      if (!py_pending()) py_raise(&py_ValueError, endpoint ? "low > high" : "low >= high");
      return np_end(&work, np_step(&work, PY_ERROR));
    }
  }
  for (int64_t i = 0; i < from->size; i++) {
    uint64_t first = (uint64_t)((int64_t *)from->data)[i], last = (uint64_t)(((int64_t *)to->data)[i] - !endpoint);
    uint64_t value = nd_generator_integer(random, &kept, first, last - first, type);
    memcpy(np_borrow(out)->data + (size_t)i * item, &value, item);
  }
  return np_end(&work, out);
}

static Value integers(const NativeRow *row, Value *arguments) {
  NdRandom *random = random_of(arguments[0]);
  Value low = arguments[1], high = arguments[2];
  bool endpoint, single;
  NdType type;
  int ndim;
  int64_t shape[ND_MAX_DIMS], first, last;
  if (!np_as_dtype(arguments[4], ND_INT64, &type) || !py_as_bool(arguments[5], &endpoint)) return PY_ERROR;
  if (nd_types[type].kind == 'f')
    return py_raise(&py_TypeError, "Unsupported dtype dtype('%s') for integers", nd_types[type].name);
  if (py_is_none(high)) {
    high = low;
    low = py_int(0);
  }
  if (!py_is_number(low) || !py_is_number(high))
    return integers_between(random, low, high, arguments[3], type, endpoint);
  if (!np_size_of(arguments[3], &ndim, shape, &single) || !whole(low, &first) || !whole(high, &last)) return PY_ERROR;
  if (!endpoint && last == INT64_MIN) return py_raise(&py_ValueError, "low >= high");
  last -= !endpoint;
  if (!check_range(first, last, type)) {
    if (py_pending()) return PY_ERROR;
    if (first == 0) return py_raise(&py_ValueError, endpoint ? "high < 0" : "high <= 0");
    return py_raise(&py_ValueError, endpoint ? "low > high" : "low >= high");
  }
  Error error = {0};
  NdArray *made = nd_generator_integers(random, (uint64_t)first, (uint64_t)last, type, ndim, shape, &error);
  return single ? np_value_or_scalar(made, &error) : np_value(made, &error);
}

/* ---- Orders and choices ---- */

static Value shuffle(const NativeRow *row, Value *arguments) {
  NdRandom *random = random_of(arguments[0]);
  if (py_is_list(arguments[1])) return np_random_shuffle_list(random, py_as_list(arguments[1]));
  if (!np_is_array(arguments[1])) {
    if (py_length(arguments[1]) < 0) return PY_ERROR;
    return py_raise(&py_TypeError, "'%s' object does not support item assignment", py_type_of(arguments[1])->name);
  }
  int axis;
  NdArray *array = np_borrow(arguments[1]);
  if (!np_as_axis(arguments[2], 0, &axis)) return PY_ERROR;
  if (axis < -array->ndim || axis >= array->ndim)
    return py_raise(&py_AxisError, "axis %d is out of bounds for array of dimension %d", axis, array->ndim);
  if (axis < 0) axis += array->ndim;
  int axes[ND_MAX_DIMS];
  for (int i = 0; i < array->ndim; i++) axes[i] = i == 0 ? axis : i == axis ? 0 : i;
  Error error = {0};
  NdArray *turned = nd_transpose(array, axes, &error);
  bool good = turned && nd_random_shuffle(random, turned, &error);
  nd_release(turned);
  return good ? PY_NONE : py_raise_error(&error);
}
static Value permutation(const NativeRow *row, Value *arguments) {
  NdRandom *random = random_of(arguments[0]);
  Error error = {0};
  int64_t count;
  int axis;
  if (py_is_integer(arguments[1])) {
    if (!py_as_int(arguments[1], &count)) return PY_ERROR;
    return np_value(nd_random_permutation(random, count, &error), &error);
  }
  if (!np_as_axis(arguments[2], 0, &axis)) return PY_ERROR;
  NpWork work = {0};
  NdArray *array = np_hold(&work, arguments[1]);
  if (array == NULL) return np_end(&work, PY_ERROR);
  if (axis < -array->ndim || axis >= array->ndim)
    return np_end(&work, np_step(&work, py_raise(&py_AxisError, "axis %d is out of bounds for array of dimension %d",
                                                 axis, array->ndim)));
  if (axis < 0) axis += array->ndim;
  Value order = np_step_array(&work, nd_random_permutation(random, array->shape[axis], &error), &error);
  if (work.failed) return np_end(&work, PY_ERROR);
  return np_end(&work, np_step_array(&work, nd_take(array, np_borrow(order), axis, &error), &error));
}
static Value permuted(const NativeRow *row, Value *arguments) {
  return np_call_embedded("_numpy_random", "permuted", arguments, 4);
}

static bool check_weights(const double *p, int64_t count) {
  double sum = 0.0, lost = 0.0;
  for (int64_t i = 0; i < count; i++) {
    double part = p[i] - lost, next = sum + part;
    lost = next - sum - part;
    sum = next;
  }
  if (isnan(sum)) return py_raise(&py_ValueError, "Probabilities contain NaN"), false;
  for (int64_t i = 0; i < count; i++)
    if (p[i] < 0) return py_raise(&py_ValueError, "Probabilities are not non-negative"), false;
  if (fabs(sum - 1.0) > 1.4901161193847656e-08)
    return py_raise(&py_ValueError, "Probabilities do not sum to 1. See Notes section of docstring for more "
                                    "information."), false;
  return true;
}

static Value choice(const NativeRow *row, Value *arguments) {
  NdRandom *random = random_of(arguments[0]);
  Value a = arguments[1], p = arguments[4];
  int ndim, axis;
  int64_t shape[ND_MAX_DIMS], population, count = 1;
  bool single, replace, mixed;
  if (!np_size_of(arguments[2], &ndim, shape, &single) || !py_as_bool(arguments[3], &replace) ||
      !np_as_axis(arguments[5], 0, &axis) || !py_as_bool(arguments[6], &mixed))
    return PY_ERROR;
  for (int i = 0; i < ndim; i++) count *= shape[i];
  NpWork work = {0};
  NdArray *from = NULL, *weights = NULL;
  Error error = {0};
#define REFUSE(...) return np_end(&work, np_step(&work, py_raise(&py_ValueError, __VA_ARGS__)))
  if (py_is_integer(a)) {
    if (!py_as_int(a, &population)) return PY_ERROR;
    if (population <= 0 && count) REFUSE("a must be a positive integer unless no samples are taken");
  } else {
    if ((from = np_hold(&work, a)) == NULL) return np_end(&work, PY_ERROR);
    if (from->ndim == 0) REFUSE("a must be a sequence or an integer, not <class '%s'>", py_type_of(a)->name);
    if (axis < -from->ndim || axis >= from->ndim)
      return np_end(&work, np_step(&work, py_raise(&py_AxisError, "axis %d is out of bounds for array of dimension %d",
                                                   axis, from->ndim)));
    if (axis < 0) axis += from->ndim;
    population = from->shape[axis];
    if (population == 0 && count) REFUSE("a cannot be empty unless no samples are taken");
  }
  if (!py_is_none(p)) {
    if ((weights = np_hold_as(&work, p, ND_FLOAT64)) == NULL) return np_end(&work, PY_ERROR);
    if (np_is_array(p)) np_scale_weights(weights, np_borrow(p)->type);
    if (weights->ndim != 1) REFUSE("p must be 1-dimensional");
    if (weights->size != population) REFUSE("a and p must have same size");
    if (!check_weights((const double *)weights->data, population)) return np_end(&work, np_step(&work, PY_ERROR));
  }
  if (!replace && count > population) REFUSE("Cannot take a larger sample than population when replace is False");
  NdArray *indices =
      weights   ? nd_random_choice(random, population, count, replace, (const double *)weights->data, &error)
      : replace ? nd_generator_integers(random, 0, (uint64_t)population - 1, ND_INT64, 1, &count, &error)
                : nd_generator_distinct(random, population, count, mixed, &error);
  Value flat = np_step_array(&work, indices, &error);
  if (work.failed) return np_end(&work, PY_ERROR);
  Value places = np_step_array(&work, nd_reshape(np_borrow(flat), ndim, shape, &error), &error);
  if (work.failed) return np_end(&work, PY_ERROR);
  if (from == NULL) {
    if (!single) return np_end(&work, places);
    return np_end(&work, np_step(&work, np_drawn(nd_retain(np_borrow(places)), true, &error)));
  }
  return np_end(&work,
                np_step(&work, np_value_or_scalar(nd_take(from, np_borrow(places), axis, &error), &error)));
#undef REFUSE
}

static Value multivariate_normal(const NativeRow *row, Value *arguments) {
  return np_call_embedded("_numpy_random", "generator_multivariate_normal", arguments, 7);
}

/* ---- The type ---- */

static Value draw_method(const NativeRow *row, Value *arguments) {
  return np_random_distribution(random_of(arguments[0]), row->data, arguments + 1);
}
static Value generator_getattr(Value self, String *name) {
  static const struct {
    const char *old, *now;
  } renamed[] = {{"rand", "random"}, {"randn", "standard_normal"}, {"randint", "integers"},
                 {"random_sample", "random"}, {"seed", NULL}};
  for (size_t i = 0; i < sizeof renamed / sizeof *renamed; i++) {
    if (strcmp(name->data, renamed[i].old) != 0) continue;
    py_raise(&py_AttributeError, "'numpy.random._generator.Generator' object has no attribute '%s'", name->data);
    return renamed[i].now ? py_hint("a Generator calls it %s", renamed[i].now)
                          : py_hint("a Generator gets its seed from np.random.default_rng(seed)");
  }
  return np_random_distribution_method(self, name, draw_method, 2);
}

static Value generator_on(Value bits) {
  GeneratorObject *made = py_new(&np_generator_type);
  if (made == NULL) return PY_ERROR;
  made->bits = py_keep(bits);
  return py_object(made);
}
static Value construct(Type *type, Value *arguments) {
  if (!py_is(arguments[0], &np_pcg64_type) && !py_is(arguments[0], &np_mt19937_type))
    return py_raise(&py_AttributeError, "'%s' object has no attribute 'capsule'", py_type_of(arguments[0])->name);
  return generator_on(arguments[0]);
}
static Value default_rng(const NativeRow *row, Value *arguments) {
  Value seed = arguments[0];
  if (py_is(seed, &np_generator_type)) return py_keep(seed);
  Value bits = py_is(seed, &np_pcg64_type) || py_is(seed, &np_mt19937_type)
                   ? py_keep(seed)
                   : py_call_values((Value){.tag = TAG_OBJECT, .as.object = &np_pcg64_type.head}, &seed, 1);
  Value made = py_is_error(bits) ? bits : generator_on(bits);
  if (!py_is_error(bits)) py_drop(bits);
  return made;
}
static Value spawn(const NativeRow *row, Value *arguments) {
  Value bits = ((GeneratorObject *)arguments[0].as.object)->bits;
  Value children = py_call_method(((BitObject *)bits.as.object)->seeds, "spawn", &arguments[1], 1);
  for (int64_t i = 0; !py_is_error(children) && i < py_as_list(children)->count; i++) {
    Value *item = &py_as_list(children)->items[i];
    Value child = py_call_values((Value){.tag = TAG_OBJECT, .as.object = &py_type_of(bits)->head}, item, 1);
    Value made = py_is_error(child) ? child : generator_on(child);
    if (!py_is_error(child)) py_drop(child);
    if (py_is_error(made)) {
      py_drop(children);
      return PY_ERROR;
    }
    py_drop(*item);
    *item = made;
  }
  return children;
}
static void drop_generator(Object *object) { py_drop(((GeneratorObject *)object)->bits); }
static Value get_bits(Value self) { return py_keep(((GeneratorObject *)self.as.object)->bits); }
static Value generator_str(Value self) {
  return py_textf("Generator(%s)", py_type_of(((GeneratorObject *)self.as.object)->bits)->name);
}
static Value generator_repr(Value self) {
  return py_textf("Generator(%s) at %s", py_type_of(((GeneratorObject *)self.as.object)->bits)->name,
                  py_address_text(self.as.object));
}

static const NativeRow methods[] = {
    {"random", "self, size=None, dtype=None, out=None", "Uniform numbers in [0, 1).", uniform, NULL},
    {"standard_normal", "self, size=None, dtype=None, out=None", "Numbers of the standard normal distribution.",
     standard_normal, NULL},
    {"standard_exponential", "self, size=None, dtype=None, method='zig', out=None",
     "The exponential distribution with mean 1.", standard_exponential, NULL},
    {"integers", "self, low, high=None, size=None, dtype=None, endpoint=False",
     "Integers in [low, high), or up to high with endpoint.", integers, NULL},
    {"shuffle", "self, x, axis=0", "Puts rows in random order, in place.", shuffle, NULL},
    {"permutation", "self, x, axis=0", "Numbers or rows in random order.", permutation, NULL},
    {"permuted", "self, x, axis=None, out=None", "Each line along an axis in a random order of its own.", permuted,
     NULL},
    {"choice", "self, a, size=None, replace=True, p=None, axis=0, shuffle=True", "Random elements.", choice, NULL},
    {"bytes", "self, length", "Random bytes.", np_random_bytes, np_of_generator},
    {"multinomial", "self, n, pvals, size=None", "How often each of several outcomes occurs.", np_random_multinomial,
     np_of_generator},
    {"dirichlet", "self, alpha, size=None", "Shares that sum to 1.", np_random_dirichlet, np_of_generator},
    {"multivariate_normal", "self, mean, cov, size=None, check_valid='warn', tol=1e-08, method='svd'",
     "Normal vectors with a covariance.", multivariate_normal, NULL},
    {"spawn", "self, n_children", "Generators that are independent of each other.", spawn, NULL},
    {0},
};
static const PropertyRow properties[] = {{"bit_generator", "Where its bits come from.", get_bits, NULL}, {0}};
Type np_generator_type = {.head = {&py_type_type, 1}, .name = "Generator", .module = "numpy.random",
                          .base = &py_object_type, .help = "Random numbers of the new kind; default_rng makes one.",
                          .size = sizeof(GeneratorObject), .dealloc = drop_generator, .repr = generator_repr,
                          .str = generator_str, .getattr = generator_getattr, .signature = "bit_generator",
                          .construct = construct, .methods = methods, .properties = properties};

const NativeRow np_generator_rows[] = {
    {"default_rng", "seed=None", "A generator of the new kind.", default_rng, NULL},
    {0},
};
