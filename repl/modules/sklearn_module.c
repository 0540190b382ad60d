/* scikit-learn's functions that lessons use: splitting data, and synthetic sets. */
#include <math.h>
#include <string.h>

#include "datasets/datasets.h"
#include "engine/array/index.h"
#include "engine/core/memory.h"
#include "repl/modules/numpy.h"
#include "repl/modules/sklearn.h"

/* ---- train_test_split ---- */

/* A float is a share and must be in (0, 1); an integer is a count. */
static bool size_of(Value value, const char *name, double *size) {
  *size = NAN;
  if (py_is_none(value)) return true;
  if (!py_as_double(value, size)) return false;
  if (py_is_integer(value) || (*size > 0 && *size < 1)) return true;
  Value text = py_repr(value);
  if (py_is_error(text)) return false;
  py_raise(&py_ValueError,
           "The '%s' parameter of train_test_split must be a float in the range (0.0, 1.0), an int in the range [1, "
           "inf) or None. Got %s instead.",
           name, py_as_string(text)->data);
  py_drop(text);
  return false;
}

/* Rows of an array, or items of a list, by index. */
static Value chosen(Value from, NdArray *indices) {
  if (py_is_list(from) || py_is_tuple(from)) {
    const Value *items;
    int64_t count;
    py_sequence(from, &items, &count);
    Value list = py_list(indices->size);
    const int64_t *at = (const int64_t *)indices->data;
    for (int64_t i = 0; !py_is_error(list) && i < indices->size; i++)
      if (!py_list_append(py_as_list(list), items[at[i]])) {
        py_drop(list);
        return PY_ERROR;
      }
    return list;
  }
  NdArray *array = np_as_array(from);
  if (array == NULL) return PY_ERROR;
  Error error = {0};
  Value result = np_value(nd_take(array, indices, 0, &error), &error);
  nd_release(array);
  return result;
}

static Value train_test_split(const NativeRow *row, Value *arguments) {
  Tuple *arrays = py_as_tuple(arguments[0]);
  if (arrays->count == 0) return py_raise(&py_ValueError, "At least one array required as input");
  double test_size, train_size;
  bool shuffle;
  if (!size_of(arguments[1], "test_size", &test_size) || !size_of(arguments[2], "train_size", &train_size) ||
      !py_as_bool(arguments[4], &shuffle))
    return PY_ERROR;
  int64_t samples = 0;
  for (int64_t i = 0; i < arrays->count; i++) {
    int64_t length = py_length(arrays->items[i]);
    if (length < 0) return PY_ERROR;
    if (i == 0) samples = length;
    if (length != samples) {
      Text lengths = {0};
      for (int64_t j = 0; j < arrays->count; j++)
        text_addf(&lengths, "%s%lld", j ? ", " : "", (long long)py_length(arrays->items[j]));
      py_raise(&py_ValueError, "Found input variables with inconsistent numbers of samples: [%s]",
               text_string(&lengths));
      text_free(&lengths);
      return PY_ERROR;
    }
  }
  NdRandom local, *random = np_random_from(arguments[3], &local);
  if (random == NULL) return PY_ERROR;
  NdArray *classes = NULL, *train = NULL, *test = NULL;
  if (!py_is_none(arguments[5]) && (classes = np_as_array(arguments[5])) == NULL) return PY_ERROR;
  Error error = {0};
  bool good = dataset_split(samples, test_size, train_size, shuffle, classes, random, &train, &test, &error);
  nd_release(classes);
  if (!good) return py_raise_error(&error);
  Value list = py_list(2 * arrays->count);
  for (int64_t i = 0; !py_is_error(list) && i < arrays->count; i++)
    if (!py_list_append_steal(py_as_list(list), chosen(arrays->items[i], train)) ||
        !py_list_append_steal(py_as_list(list), chosen(arrays->items[i], test))) {
      py_drop(list);
      list = PY_ERROR;
    }
  nd_release(train);
  nd_release(test);
  return list;
}

/* ---- Synthetic sets ---- */

static Value pair_of(bool good, NdArray *x, NdArray *y, const Error *error) {
  if (!good) return py_raise_error(error);
  Value pair = py_tuple(2);
  if (py_is_error(pair)) {
    nd_release(x);
    nd_release(y);
    return pair;
  }
  Value made[2] = {np_value(x, error), np_value(y, error)};
  for (int i = 0; i < 2; i++)
    if (!py_is_error(made[i])) py_as_tuple(pair)->items[i] = made[i];
  if (!py_is_error(made[0]) && !py_is_error(made[1])) return pair;
  py_drop(pair);
  return PY_ERROR;
}

static bool noise_of(Value value, double *noise) {
  *noise = NAN;
  return py_is_none(value) || py_as_double(value, noise);
}

static Value make_moons(const NativeRow *row, Value *arguments) {
  int64_t samples;
  bool shuffle;
  double noise;
  NdRandom local, *random;
  if (!py_as_int(arguments[0], &samples) || !py_as_bool(arguments[1], &shuffle) || !noise_of(arguments[2], &noise) ||
      (random = np_random_from(arguments[3], &local)) == NULL)
    return PY_ERROR;
  NdArray *x = NULL, *y = NULL;
  Error error = {0};
  bool good = dataset_moons(samples, shuffle, noise, random, &x, &y, &error);
  return pair_of(good, x, y, &error);
}
static Value make_circles(const NativeRow *row, Value *arguments) {
  int64_t samples;
  bool shuffle;
  double noise, factor;
  NdRandom local, *random;
  if (!py_as_int(arguments[0], &samples) || !py_as_bool(arguments[1], &shuffle) || !noise_of(arguments[2], &noise) ||
      (random = np_random_from(arguments[3], &local)) == NULL || !py_as_double(arguments[4], &factor))
    return PY_ERROR;
  NdArray *x = NULL, *y = NULL;
  Error error = {0};
  bool good = dataset_circles(samples, shuffle, noise, factor, random, &x, &y, &error);
  return pair_of(good, x, y, &error);
}
/* Centres are drawn: their number is wanted, given ones are not there yet. */
static bool count_of_centers(Value value, int64_t *centers) {
  if (py_is_integer(value)) return py_as_int(value, centers);
  py_raise(&py_NotImplementedError, "make_blobs with given centers is not there yet: centers=3 draws them");
  return false;
}
static Value make_blobs(const NativeRow *row, Value *arguments) {
  int64_t samples, features, centers = 3;
  double spread, box[2];
  bool shuffle;
  NdRandom local, *random;
  const Value *items;
  int64_t count;
  if (!py_as_int(arguments[0], &samples) || !py_as_int(arguments[1], &features) ||
      (!py_is_none(arguments[2]) && !count_of_centers(arguments[2], &centers)) || !py_as_double(arguments[3], &spread))
    return PY_ERROR;
  if (!py_sequence(arguments[4], &items, &count) || count != 2)
    return py_raise(&py_ValueError, "center_box must be a pair (min, max)");
  if (!py_as_double(items[0], &box[0]) || !py_as_double(items[1], &box[1]) || !py_as_bool(arguments[5], &shuffle) ||
      (random = np_random_from(arguments[6], &local)) == NULL)
    return PY_ERROR;
  NdArray *x = NULL, *y = NULL;
  Error error = {0};
  bool good = dataset_blobs(samples, features, centers, spread, box[0], box[1], shuffle, random, &x, &y, &error);
  return pair_of(good, x, y, &error);
}

static const NativeRow selection_rows[] = {
    {"train_test_split", "*arrays, test_size=None, train_size=None, random_state=None, shuffle=True, stratify=None",
     "Splits rows at random into training and test.", train_test_split, NULL},
    {0},
};
static const NativeRow dataset_functions[] = {
    {"make_moons", "n_samples=100, *, shuffle=True, noise=None, random_state=None", "Two half moons.", make_moons,
     NULL},
    {"make_circles", "n_samples=100, *, shuffle=True, noise=None, random_state=None, factor=0.8", "Two circles.",
     make_circles, NULL},
    {"make_blobs",
     "n_samples=100, n_features=2, *, centers=None, cluster_std=1.0, center_box=(-10.0, 10.0), shuffle=True, "
     "random_state=None",
     "Clouds of points.", make_blobs, NULL},
    {0},
};

const ModuleRow sklearn_module_rows[] = {
    {.name = "sklearn", .help = "Names of scikit-learn that lessons use."},
    {.name = "sklearn.model_selection", .help = "Splitting data.", .functions = selection_rows},
    {.name = "sklearn.metrics", .help = "How well predictions fit.", .functions = sklearn_metrics_rows},
    {.name = "sklearn.preprocessing", .help = "Scalers and encoders.", .types = sklearn_preprocessing_types},
    {.name = "sklearn.datasets", .help = "Synthetic sets.", .functions = dataset_functions},
    {0},
};
