/* Where data comes from. The rows of this table are keras.datasets.* and sklearn.datasets.*. */
#ifndef NNSH_DATASETS_DATASETS_H
#define NNSH_DATASETS_DATASETS_H

#include "engine/array/array.h"
#include "engine/array/random.h"

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
  bool (*load)(const struct DatasetRow *row, Dataset *out, Error *error);
} DatasetRow;

extern const DatasetRow dataset_rows[];
extern const int dataset_count;
const DatasetRow *dataset_named(const char *name);

/* Loads a set: searched in $NNSH_DATA, then Keras's cache ($KERAS_HOME/datasets or ~/.keras/datasets), then Debian's
 * packages. Not found: ERROR_FILE_NOT_FOUND whose text lists the places searched, with a hint what to do. A damaged
 * file: an error that names it. */
bool dataset_load(const char *name, Dataset *out, Error *error);
void dataset_clear(Dataset *dataset);

/* The first of the standard places that holds the relative path (tried as given), or NULL: caller core_free.
 * `tried`, when not NULL, gets one path a line. */
struct Text;
char *dataset_find(const char *const *relative_paths, void *tried_text);

/* Synthetic sets, equal to scikit-learn's for the same random_state. x: (n_samples, 2) float64, y: int64. */
bool dataset_moons(int64_t samples, bool shuffle, double noise /* NAN: none */, NdRandom *random, NdArray **x,
                   NdArray **y, Error *error);
bool dataset_circles(int64_t samples, bool shuffle, double noise, double factor, NdRandom *random, NdArray **x,
                     NdArray **y, Error *error);
bool dataset_blobs(int64_t samples, int64_t features, int64_t centers, double cluster_std, double low, double high,
                   bool shuffle, NdRandom *random, NdArray **x, NdArray **y, Error *error);

/* sklearn.model_selection.train_test_split's indices: permutation of n, test first as scikit-learn takes them.
 * n_train and n_test are computed by scikit-learn's rounding from test_size / train_size (NAN: not given; values >= 1
 * are counts). `stratify`: class of each row, or NULL. Results: int64 index arrays. */
bool dataset_split(int64_t n, double test_size, double train_size, bool shuffle, const NdArray *stratify,
                   NdRandom *random, NdArray **train, NdArray **test, Error *error);

#endif
