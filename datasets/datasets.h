/* Where data comes from. The rows of this table are keras.datasets.*; beside them are the generators of
 * sklearn.datasets and the index sets of train_test_split.
 *
 * The places, in this order: $NNSH_DATA; Keras's cache ($KERAS_HOME/datasets, or ~/.keras/datasets); Debian's packages
 * (/usr/share/datasets). In each place a set may lie as Keras keeps it (mnist.npz, fashion-mnist/ with four .gz files)
 * or as IDX files, plain or .gz, in a folder called after the set (mnist/, MNIST/raw/, fashion-mnist/,
 * FashionMNIST/raw/); in $NNSH_DATA also without a folder. IDX files without a folder have the same names for MNIST and
 * Fashion-MNIST: they count as Fashion-MNIST where the folder's own name contains "fashion", else as MNIST. */
#ifndef NNSH_DATASETS_DATASETS_H
#define NNSH_DATASETS_DATASETS_H

#include "engine/array/array.h"
#include "engine/array/random.h"
#include "engine/core/text.h"

/* What load_data() returns: ((x_train, y_train), (x_test, y_test)). */
typedef struct Dataset {
  NdArray *x_train, *y_train, *x_test, *y_test;
} Dataset;

typedef struct DatasetRow {
  const char *name;       /* keras.datasets.<name> */
  const char *help;
  const char *signature;  /* of load_data, e.g. "path='mnist.npz'" */
  const char *const *class_names; /* NULL-terminated, or NULL */
  const char *package;    /* Debian's package that has it, or NULL */
  /* `path` is load_data's argument of that name, or NULL: a file that Keras would keep under that name. */
  bool (*load)(const struct DatasetRow *row, const char *path, Dataset *out, Error *error);
  /* For sets of IDX files: the archive in Keras's cache (or NULL), and the folders, NULL-terminated. */
  const char *archive;
  const char *const *folders;
} DatasetRow;

extern const DatasetRow dataset_rows[];
extern const int dataset_count;
const DatasetRow *dataset_named(const char *name); /* NULL where there is none */

/* Loads a set. Images: uint8, (n, 28, 28), CIFAR's (n, 32, 32, 3); labels: uint8, (n,), CIFAR's (n, 1). Nothing is
 * kept: a second call reads again. Not found: ERROR_FILE_NOT_FOUND whose text lists the places searched, with a hint
 * what to do. A damaged file: an error that names it. On failure *out is cleared. */
bool dataset_load(const char *name, Dataset *out, Error *error);
/* The same with load_data's path argument: an absolute path is that file; another one is searched in the places. */
bool dataset_load_path(const char *name, const char *path /* or NULL */, Dataset *out, Error *error);
void dataset_clear(Dataset *dataset);

/* The first of the standard places that holds one of the relative paths (NULL-terminated; in each place they are tried
 * in the order given), or NULL: caller core_free. `tried`, when not NULL, gets one path a line. */
char *dataset_find(const char *const *relative_paths, Text *tried);

/* Synthetic sets, equal to scikit-learn's for the same random_state. x: (samples, 2 or features) float64, y: int64
 * (samples,). Bad arguments are ERROR_VALUE.
 *   moons:   two half circles, sklearn.datasets.make_moons
 *   circles: a circle of radius `factor` in one of radius 1, make_circles
 *   blobs:   normal clouds round centers drawn from [low, high), make_blobs */
bool dataset_moons(int64_t samples, bool shuffle, double noise /* NAN: none */, NdRandom *random, NdArray **x,
                   NdArray **y, Error *error);
bool dataset_circles(int64_t samples, bool shuffle, double noise, double factor, NdRandom *random, NdArray **x,
                     NdArray **y, Error *error);
bool dataset_blobs(int64_t samples, int64_t features, int64_t centers, double cluster_std, double low, double high,
                   bool shuffle, NdRandom *random, NdArray **x, NdArray **y, Error *error);

/* sklearn.model_selection.train_test_split's indices: a permutation of n, test first as scikit-learn takes them.
 * Sizes below 1 are fractions (the test set's count is rounded up, the training set's down), sizes of 1 and more are
 * counts, NAN is not given (0.25 for the test set where neither is given). `stratify`: class of each row (1-d, n
 * entries, any numeric dtype), or NULL. Results: int64 index arrays. Errors are scikit-learn's texts. (A Python float
 * of 1.0 or more is an error there, where the int is a count: who knows the type must refuse it before.) */
bool dataset_split(int64_t n, double test_size, double train_size, bool shuffle, const NdArray *stratify,
                   NdRandom *random, NdArray **train, NdArray **test, Error *error);

#endif
