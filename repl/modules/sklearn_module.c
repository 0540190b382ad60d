/* The native half of scikit-learn's modules (repl/modules/python/sklearn.*.py): splitting data, and synthetic sets. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "datasets/datasets.h"
#include "engine/core/memory.h"
#include "engine/formats/formats.h"
#include "repl/language/language.h"
#include "repl/modules/numpy.h"
#include "repl/modules/source_module.h"

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

/* ---- What sklearn.model_selection is made of ---- */

/* A share (a float) or a count; what else a size may be is looked at by the Python half. */
static bool size_of(Value value, double *size) {
  *size = NAN;
  return py_is_none(value) || py_as_double(value, size);
}

/* The rows of the training and of the test set, as two arrays of indices. */
static Value split_indices(const NativeRow *row, Value *arguments) {
  double test_size, train_size;
  int64_t samples;
  bool shuffle;
  if (!py_as_int(arguments[0], &samples) || !size_of(arguments[1], &test_size) ||
      !size_of(arguments[2], &train_size) || !py_as_bool(arguments[4], &shuffle))
    return PY_ERROR;
  NdRandom local, *random = np_random_from(arguments[3], &local);
  if (random == NULL) return PY_ERROR;
  NdArray *classes = NULL, *train = NULL, *test = NULL;
  if (!py_is_none(arguments[5]) && (classes = np_as_array(arguments[5])) == NULL) return PY_ERROR;
  Error error = {0};
  bool good = dataset_split(samples, test_size, train_size, shuffle, classes, random, &train, &test, &error);
  nd_release(classes);
  return pair_of(good, train, test, &error);
}

/* A file as text, decompressed where it is gzip. */
static Value read_text(const NativeRow *row, Value *arguments) {
  const char *path;
  size_t length;
  Error error = {0};
  if (!py_as_text(arguments[0], &path)) return PY_ERROR;
  char *text = file_read_gzip(path, &length, &error);
  if (text == NULL) return py_raise_error(&error);
  Value value = py_text_bytes(text, length);
  core_free(text);
  return value;
}

/* The names of a function's parameters, the first left out: what an estimator's constructor takes. */
static Value parameter_names(const NativeRow *row, Value *arguments) {
  if (py_type_of(arguments[0]) != &lang_function_type) return py_list(0);
  return lang_parameter_names(arguments[0], 1);
}

/* ---- Synthetic sets ---- */

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
/* Centres are drawn here; given ones are the business of the half in Python. */
static Value make_blobs(const NativeRow *row, Value *arguments) {
  int64_t samples, features, centers = 3;
  double spread, low, high;
  bool shuffle;
  NdRandom local, *random;
  if (!py_as_int(arguments[0], &samples) || !py_as_int(arguments[1], &features) ||
      (!py_is_none(arguments[2]) && !py_as_int(arguments[2], &centers)) || !py_as_double(arguments[3], &spread) ||
      !py_as_double(arguments[4], &low) || !py_as_double(arguments[5], &high) || !py_as_bool(arguments[6], &shuffle) ||
      (random = np_random_from(arguments[7], &local)) == NULL)
    return PY_ERROR;
  NdArray *x = NULL, *y = NULL;
  Error error = {0};
  bool good = dataset_blobs(samples, features, centers, spread, low, high, shuffle, random, &x, &y, &error);
  return pair_of(good, x, y, &error);
}

static const NativeRow functions[] = {
    {"split_indices", "n, test_size=None, train_size=None, random_state=None, shuffle=True, stratify=None",
     "The rows of train_test_split.", split_indices, NULL},
    {"read_text", "path, /", "A file as text, decompressed where it is gzip.", read_text, NULL},
    {"parameter_names", "function, /", "The names of a function's parameters.", parameter_names, NULL},
    {"make_moons", "n_samples=100, *, shuffle=True, noise=None, random_state=None", "Two half moons.", make_moons,
     NULL},
    {"make_circles", "n_samples=100, *, shuffle=True, noise=None, random_state=None, factor=0.8", "Two circles.",
     make_circles, NULL},
    {"make_blobs",
     "n_samples=100, n_features=2, *, centers=None, cluster_std=1.0, low=-10.0, high=10.0, shuffle=True, "
     "random_state=None",
     "Clouds of points.", make_blobs, NULL},
    {0},
};

/* sklearn holds its modules from the start, as scikit-learn's does; each is read when it is first asked for. */
static Value submodule(String *name) {
  char full[128];
  snprintf(full, sizeof full, "sklearn.%s", name->data);
  for (const EmbeddedModule *each = embedded_modules; each->name; each++)
    if (strcmp(each->name, full) == 0) return modules_import(full);
  return PY_UNDEFINED;
}
static bool fill_version(Dict *dict) {
  return py_dict_set_steal(dict, "__version__", py_text("1.9.1"));
}

const ModuleRow sklearn_module_rows[] = {
    {.name = "sklearn", .help = "Names of scikit-learn that lessons use.", .fill = fill_version, .find = submodule},
    {.name = "_sklearn", .help = "What scikit-learn's modules call in loops.", .functions = functions},
    {0},
};
