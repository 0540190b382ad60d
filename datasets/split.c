#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "datasets/datasets.h"
#include "engine/array/reduce.h"
#include "engine/array/element.h"
#include "engine/core/memory.h"
#include "engine/core/number.h"

/* ---- How many ----- */

/* A size as Python prints it: 5, 0.25. */
static void size_text(double size, char out[32]) {
  if (isnan(size)) snprintf(out, 32, "None");
  else if (size == floor(size) && fabs(size) < 1e15) snprintf(out, 32, "%.0f", size);
  else number_repr(size, out);
}

static bool check_size(const char *name, double size, int64_t n, Error *error) {
  bool is_count = size >= 1 && size == floor(size);
  if (isnan(size) || (is_count && size < (double)n) || (size > 0 && size < 1)) return true;
  char text[32];
  size_text(size, text);
  if (!is_count)
    return core_fail(error, ERROR_VALUE,
                     "The '%s' parameter of train_test_split must be a float in the range (0.0, 1.0), an "
                     "int in the range [1, inf) or None. Got %s instead.",
                     name, text);
  return core_fail(error, ERROR_VALUE,
                   "%s=%s should be either positive and smaller than the number of samples %lld or a "
                   "float in the (0, 1) range",
                   name, text, (long long)n);
}

static bool count_rows(int64_t n, double test_size, double train_size, int64_t *n_train, int64_t *n_test,
                       Error *error) {
  *n_train = *n_test = 0;
  char test_text[32], train_text[32];
  if (isnan(test_size) && isnan(train_size)) test_size = 0.25;
  size_text(test_size, test_text);
  size_text(train_size, train_text);
  if (!check_size("test_size", test_size, n, error) || !check_size("train_size", train_size, n, error)) return false;
  if (test_size < 1 && train_size < 1 && test_size + train_size > 1) {
    char sum[32];
    number_repr(test_size + train_size, sum);
    return core_fail(error, ERROR_VALUE,
                     "The sum of test_size and train_size = %s, should be in the (0, 1) range. Reduce "
                     "test_size and/or train_size.",
                     sum);
  }
  if (!isnan(test_size)) *n_test = (int64_t)(test_size < 1 ? ceil(test_size * (double)n) : test_size);
  if (!isnan(train_size)) *n_train = (int64_t)(train_size < 1 ? floor(train_size * (double)n) : train_size);
  if (isnan(train_size)) *n_train = n - *n_test;
  else if (isnan(test_size)) *n_test = n - *n_train;
  if (*n_train + *n_test > n)
    return core_fail(error, ERROR_VALUE,
                     "The sum of train_size and test_size = %lld, should be smaller than the number of "
                     "samples %lld. Reduce test_size and/or train_size.",
                     (long long)(*n_train + *n_test), (long long)n);
  if (*n_train == 0)
    return core_fail(error, ERROR_VALUE,
                     "With n_samples=%lld, test_size=%s and train_size=%s, the resulting train set will "
                     "be empty. Adjust any of the aforementioned parameters.",
                     (long long)n, test_text, train_text);
  return true;
}

/* ---- Stratified ----- */

/* Rows of each class, in order of the class's value; within a class in order of the rows. */
typedef struct Classes {
  int64_t count;
  int64_t *sizes;  /* (count,) */
  int64_t *starts; /* (count,), into rows */
  int64_t *rows;   /* (n,) */
} Classes;

typedef struct Labelled {
  double value;
  int64_t row;
} Labelled;

static int by_value_then_row(const void *a, const void *b) {
  const Labelled *x = a, *y = b;
  if (x->value != y->value) return x->value < y->value ? -1 : 1;
  return (x->row > y->row) - (x->row < y->row);
}

static void free_classes(Classes *classes) {
  core_free(classes->sizes);
  core_free(classes->starts);
  core_free(classes->rows);
}

static bool group_classes(const NdArray *labels, Classes *classes, Error *error) {
  if (!nd_is_number(labels->type)) {
    /* Texts and objects are grouped by their place among the sorted ones. */
    NdArray *places = NULL, *values = nd_unique((NdArray *)labels, NULL, &places, NULL, error);
    bool grouped = values != NULL && group_classes(places, classes, error);
    nd_release(values);
    nd_release(places);
    return grouped;
  }
  int64_t n = labels->shape[0];
  Labelled *sorted = core_alloc_zero((size_t)n, sizeof *sorted);
  classes->count = 0;
  classes->sizes = core_alloc_zero((size_t)n, sizeof *classes->sizes);
  classes->starts = core_alloc_zero((size_t)n, sizeof *classes->starts);
  classes->rows = core_alloc_zero((size_t)n, sizeof *classes->rows);
  bool good = sorted && classes->sizes && classes->starts && classes->rows;
  if (!good) core_fail_memory(error, (unsigned long long)n * 40);
  for (int64_t i = 0; good && i < n; i++)
    sorted[i] = (Labelled){.value = nd_scalar_as_double(nd_get(labels, &i)), .row = i};
  if (good) qsort(sorted, (size_t)n, sizeof *sorted, by_value_then_row);
  for (int64_t i = 0; good && i < n; i++) {
    if (i == 0 || sorted[i].value != sorted[i - 1].value) classes->starts[classes->count++] = i;
    classes->sizes[classes->count - 1]++;
    classes->rows[i] = sorted[i].row;
  }
  core_free(sorted);
  return good;
}

static int descending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x < y) - (x > y);
}

/* numpy's pairwise sum of the class sizes is exact here: they are integers. The division and product are rounded one
 * after the other, as scikit-learn's expression class_counts / class_counts.sum() * n_draws is. */
static void expected_counts(const int64_t *sizes, int64_t classes, int64_t draws, double *expected) {
  int64_t total = 0;
  for (int64_t i = 0; i < classes; i++) total += sizes[i];
  for (int64_t i = 0; i < classes; i++) expected[i] = (double)sizes[i] / (double)total * (double)draws;
}

/* Gives one more to `wanted` of the classes whose remainder is `value`, picked by the generator. */
static bool raise_tied(NdRandom *random, const double *remainders, int64_t classes, double value, int64_t *missing,
                       int64_t *counts, int64_t *tied, Error *error) {
  int64_t ties = 0;
  for (int64_t i = 0; i < classes; i++)
    if (remainders[i] == value) tied[ties++] = i;
  int64_t wanted = ties < *missing ? ties : *missing;
  NdArray *picks = nd_random_choice(random, ties, wanted, false, NULL, error);
  if (!picks) return false;
  for (int64_t i = 0; i < wanted; i++) counts[tied[((const int64_t *)picks->data)[i]]]++;
  nd_release(picks);
  *missing -= wanted;
  return true;
}

/* How many of each class: scikit-learn's approximate mode of the multivariate hypergeometric distribution. Floors
 * first; what is missing goes to the largest remainders, ties broken by the generator. */
static bool share_draws(NdRandom *random, const int64_t *sizes, int64_t classes, int64_t draws, int64_t *counts,
                        Error *error) {
  double *remainders = core_alloc_zero((size_t)classes, sizeof *remainders);
  double *values = core_alloc_zero((size_t)classes, sizeof *values);
  int64_t *tied = core_alloc_zero((size_t)classes, sizeof *tied), missing = draws;
  bool good = remainders && values && tied;
  if (!good) core_fail_memory(error, (unsigned long long)classes * 24);
  if (good) expected_counts(sizes, classes, draws, remainders);
  for (int64_t i = 0; good && i < classes; i++) {
    counts[i] = (int64_t)floor(remainders[i]);
    missing -= counts[i];
    values[i] = remainders[i] -= floor(remainders[i]);
  }
  if (good) qsort(values, (size_t)classes, sizeof *values, descending);
  for (int64_t i = 0; good && missing > 0 && i < classes; i++)
    if (i == 0 || values[i] != values[i - 1])
      good = raise_tied(random, remainders, classes, values[i], &missing, counts, tied, error);
  core_free(tied);
  core_free(values);
  core_free(remainders);
  return good;
}

static bool check_classes(const Classes *classes, const NdArray *labels, int64_t n_train, int64_t n_test,
                          Error *error) {
  Text few = {0};
  for (int64_t i = 0; i < classes->count; i++) {
    if (classes->sizes[i] >= 2) continue;
    char member[32] = "?";
    double value = nd_is_number(labels->type)
                       ? nd_scalar_as_double(nd_get(labels, &classes->rows[classes->starts[i]])) : 0;
    if (nd_is_text(labels->type)) {
      Text name = {0};
      nd_element_text(&name, nd_kind(labels), labels->data + classes->rows[classes->starts[i]] * labels->strides[0]);
      snprintf(member, sizeof member, "'%s'", text_string(&name));
      text_free(&name);
    } else if (!nd_is_number(labels->type)) {
      snprintf(member, sizeof member, "class %lld", (long long)i);
    } else if (nd_types[labels->type].kind == 'f') number_repr(value, member);
    else snprintf(member, sizeof member, "%.0f", value);
    text_addf(&few, "%s%s", few.length ? ", " : "", member);
  }
  bool good = few.length == 0;
  if (!good)
    core_fail(error, ERROR_VALUE,
              "The least populated classes in y have only 1 member, which is too few. The minimum number "
              "of groups for any class cannot be less than 2. Classes with too few members are: [%s]",
              text_string(&few));
  text_free(&few);
  if (!good) return false;
  if (n_train < classes->count || n_test < classes->count)
    return core_fail(error, ERROR_VALUE, "The %s = %lld should be greater or equal to the number of classes = %lld",
                     n_train < classes->count ? "train_size" : "test_size",
                     (long long)(n_train < classes->count ? n_train : n_test), (long long)classes->count);
  return true;
}

/* Draws from each class in turn: a permutation of its rows, training rows first, then test rows. */
static bool draw_classes(NdRandom *random, const Classes *classes, const int64_t *train_counts,
                         const int64_t *test_counts, int64_t *train, int64_t *test, Error *error) {
  for (int64_t c = 0; c < classes->count; c++) {
    NdArray *order = nd_random_permutation(random, classes->sizes[c], error);
    if (!order) return false;
    const int64_t *at = (const int64_t *)order->data, *rows = classes->rows + classes->starts[c];
    for (int64_t i = 0; i < train_counts[c]; i++) *train++ = rows[at[i]];
    for (int64_t i = 0; i < test_counts[c]; i++) *test++ = rows[at[train_counts[c] + i]];
    nd_release(order);
  }
  return true;
}

static bool split_stratified(const NdArray *labels, NdRandom *random, NdArray *train, NdArray *test, Error *error) {
  Classes classes;
  int64_t n_train = train->size, n_test = test->size;
  bool good = group_classes(labels, &classes, error) && check_classes(&classes, labels, n_train, n_test, error);
  int64_t *counts = good ? core_alloc_zero((size_t)classes.count, 3 * sizeof *counts) : NULL;
  if (good && !counts) good = core_fail_memory(error, (unsigned long long)classes.count * 24);
  if (good) {
    int64_t *train_counts = counts, *left = counts + classes.count, *test_counts = left + classes.count;
    good = share_draws(random, classes.sizes, classes.count, n_train, train_counts, error);
    for (int64_t i = 0; i < classes.count; i++) left[i] = classes.sizes[i] - train_counts[i];
    good = good && share_draws(random, left, classes.count, n_test, test_counts, error) &&
           draw_classes(random, &classes, train_counts, test_counts, (int64_t *)train->data, (int64_t *)test->data,
                        error) &&
           nd_random_shuffle(random, train, error) && nd_random_shuffle(random, test, error);
  }
  core_free(counts);
  free_classes(&classes);
  return good;
}

/* ---- Both ----- */

static bool fill_split(int64_t n, bool shuffle, const NdArray *stratify, NdRandom *random, NdArray *train,
                       NdArray *test, Error *error) {
  if (stratify) return split_stratified(stratify, random, train, test, error);
  int64_t *to_train = (int64_t *)train->data, *to_test = (int64_t *)test->data;
  if (!shuffle) {
    for (int64_t i = 0; i < train->size; i++) to_train[i] = i;
    for (int64_t i = 0; i < test->size; i++) to_test[i] = train->size + i;
    return true;
  }
  NdArray *order = nd_random_permutation(random, n, error);
  if (!order) return false;
  memcpy(to_test, order->data, (size_t)test->size * sizeof *to_test);
  memcpy(to_train, (const int64_t *)order->data + test->size, (size_t)train->size * sizeof *to_train);
  nd_release(order);
  return true;
}

bool dataset_split(int64_t n, double test_size, double train_size, bool shuffle, const NdArray *stratify,
                   NdRandom *random, NdArray **train, NdArray **test, Error *error) {
  int64_t n_train, n_test;
  if (!count_rows(n, test_size, train_size, &n_train, &n_test, error)) return false;
  if (stratify && !shuffle)
    return core_fail(error, ERROR_VALUE, "Stratified train/test split is not implemented for shuffle=False");
  if (stratify && (stratify->ndim != 1 || stratify->shape[0] != n))
    return core_fail(error, ERROR_VALUE, "Found input variables with inconsistent numbers of samples: [%lld, %lld]",
                     (long long)n, (long long)(stratify->ndim ? stratify->shape[0] : 1));
  NdArray *to_train = nd_new(ND_INT64, 1, &n_train, error);
  NdArray *to_test = to_train ? nd_new(ND_INT64, 1, &n_test, error) : NULL;
  if (to_test && fill_split(n, shuffle, stratify, random, to_train, to_test, error)) {
    *train = to_train;
    *test = to_test;
    return true;
  }
  nd_release(to_train);
  nd_release(to_test);
  return false;
}
