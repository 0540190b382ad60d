/* CIFAR-10 and CIFAR-100 (A. Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009), as published for
 * Python: pickled batches of 3072 bytes an image (1024 red, green, blue), in a folder or in the .tar.gz. */
#include <stdio.h>
#include <string.h>

#include "datasets/datasets.h"
#include "datasets/sets.h"
#include "engine/core/memory.h"
#include "engine/formats/formats.h"
#include "engine/formats/pickle.h"

enum { SIDE = 32, CHANNELS = 3, PIXELS = SIDE * SIDE, IMAGE = PIXELS * CHANNELS };

/* One published set: its folder, archive, the files of training and the file of test, the key of the labels. */
typedef struct Cifar {
  const char *folder, *archive;
  const char *const *train; /* NULL-terminated */
  const char *test;
} Cifar;
static const char *const train_10[] = {"data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5", NULL};
static const char *const train_100[] = {"train", NULL};
static const Cifar cifar_10 = {"cifar-10-batches-py", "cifar-10-python.tar.gz", train_10, "test_batch"};
static const Cifar cifar_100 = {"cifar-100-python", "cifar-100-python.tar.gz", train_100, "test"};

/* ---- Where the files lie ---- */

/* Files of a folder, or members of an archive in memory. */
typedef struct Source {
  char *folder;
  char *archive; /* its bytes */
  size_t length;
  char *path; /* the archive's, for errors */
} Source;

static void source_free(Source *source) {
  core_free(source->folder);
  core_free(source->archive);
  core_free(source->path);
}

/* A number of a tar header: octal digits. */
static size_t octal(const char *digits, size_t count) {
  size_t value = 0;
  for (size_t i = 0; i < count && digits[i] >= '0' && digits[i] <= '7'; i++)
    value = value * 8 + (size_t)(digits[i] - '0');
  return value;
}

/* A member "folder/name" of a tar (POSIX ustar: headers of 512 bytes, contents padded to that). */
static const char *tar_member(const Source *source, const char *name, size_t *length) {
  for (size_t at = 0; at + 512 <= source->length && source->archive[at];) {
    const char *header = source->archive + at;
    const size_t size = octal(header + 124, 12), named = strnlen(header, 100), wanted = strlen(name);
    at += 512;
    if (size > source->length - at) return NULL;
    if (named > wanted && header[named - wanted - 1] == '/' && memcmp(header + named - wanted, name, wanted) == 0) {
      *length = size;
      return source->archive + at;
    }
    at += (size + 511) / 512 * 512;
  }
  return NULL;
}

/* The folder in either layout of Keras's cache, or the archive. */
static bool source_find(const Cifar *set, const char *name, Source *source, Error *error) {
  char nested[128], plain[128];
  snprintf(nested, sizeof nested, "%s-target/%s/%s", set->folder, set->folder, set->test);
  snprintf(plain, sizeof plain, "%s/%s", set->folder, set->test);
  const char *const paths[] = {nested, plain, NULL}, *const archives[] = {set->archive, NULL};
  Text tried = {0};
  *source = (Source){0};
  char *found = dataset_find(paths, &tried);
  if (found) {
    *strrchr(found, '/') = '\0';
    source->folder = found;
  } else if ((source->path = dataset_find(archives, &tried)) != NULL) {
    source->archive = file_read_gzip(source->path, &source->length, error);
  } else {
    dataset_fail_not_found(name, &tried, error);
    if (error)
      core_hint(error, "Put the folder %s or the archive %s where Keras keeps it (~/.keras/datasets/), or name the folder "
                "that has it in NNSH_DATA.", set->folder, set->archive);
  }
  text_free(&tried);
  return source->folder != NULL || source->archive != NULL;
}

static Pickle *source_read(const Source *source, const char *name, Error *error) {
  if (source->archive) {
    size_t length;
    const char *bytes = tar_member(source, name, &length);
    if (bytes) return pickle_parse(bytes, length, source->path, error);
    core_fail(error, ERROR_VALUE, "'%s' has no member %s", source->path, name);
    return NULL;
  }
  Text path = {0};
  text_addf(&path, "%s/%s", source->folder, name);
  Pickle *pickle = path.failed ? NULL : pickle_read(text_string(&path), error);
  text_free(&path);
  return pickle;
}

/* ---- One batch ---- */

/* Images [first, ...) and labels of a batch into the arrays; *count images. */
static bool take_batch(const Source *source, const char *name, const char *label_key, NdArray *x, NdArray *y,
                       int64_t first, int64_t *count, Error *error) {
  Pickle *pickle = source_read(source, name, error);
  if (pickle == NULL) return false;
  const PickleItem *data = pickle_get(pickle_root(pickle), "data"), *labels = pickle_get(pickle_root(pickle), label_key);
  const NdArray *images = data && data->kind == PICKLE_ARRAY ? data->array : NULL;
  bool good = images && images->type == ND_UINT8 && images->ndim == 2 && images->shape[1] == IMAGE && labels &&
              labels->kind == PICKLE_LIST && labels->count == images->shape[0];
  if (!good) core_fail(error, ERROR_VALUE, "'%s' is no batch of CIFAR images with '%s'", name, label_key);
  *count = good ? images->shape[0] : 0;
  if (good && x && first + *count > x->shape[0])
    good = core_fail(error, ERROR_VALUE, "the batches of CIFAR have different sizes");
  for (int64_t i = 0; good && x && i < *count; i++) {
    const uint8_t *from = (const uint8_t *)images->data + i * IMAGE;
    uint8_t *to = (uint8_t *)x->data + (first + i) * IMAGE;
    for (int64_t p = 0; p < PIXELS; p++)
      for (int64_t c = 0; c < CHANNELS; c++) *to++ = from[c * PIXELS + p];
    const int64_t label = labels->items[i]->integer;
    good = labels->items[i]->kind == PICKLE_INT && label >= 0 && label < 256;
    if (!good) core_fail(error, ERROR_VALUE, "'%s' has a label that is no class number", name);
    else ((uint8_t *)y->data)[first + i] = (uint8_t)label;
  }
  pickle_free(pickle);
  return good;
}

static bool take_part(const Source *source, const char *const *names, const char *label_key, NdArray **x, NdArray **y,
                      Error *error) {
  int64_t each, batches = 0, done = 0, count;
  while (names[batches]) batches++;
  if (!take_batch(source, names[0], label_key, NULL, NULL, 0, &each, error)) return false;
  const int64_t images[] = {each * batches, SIDE, SIDE, CHANNELS}, labels[] = {each * batches, 1};
  *x = nd_new(ND_UINT8, 4, images, error);
  *y = nd_new(ND_UINT8, 2, labels, error);
  if (*x == NULL || *y == NULL) return false;
  for (int64_t i = 0; i < batches; i++, done += count)
    if (!take_batch(source, names[i], label_key, *x, *y, done, &count, error)) return false;
  return done == each * batches || core_fail(error, ERROR_VALUE, "the batches of CIFAR have different sizes");
}

static bool load(const Cifar *set, const DatasetRow *row, const char *label_key, Dataset *out, Error *error) {
  Source source;
  const char *const test[] = {set->test, NULL};
  bool good = source_find(set, row->name, &source, error) &&
              take_part(&source, set->train, label_key, &out->x_train, &out->y_train, error) &&
              take_part(&source, test, label_key, &out->x_test, &out->y_test, error);
  source_free(&source);
  if (!good) dataset_clear(out);
  return good;
}

bool dataset_load_cifar10(const DatasetRow *row, const char *path, Dataset *out, Error *error) {
  return load(&cifar_10, row, "labels", out, error);
}

/* `path` is load_data's label_mode. */
bool dataset_load_cifar100(const DatasetRow *row, const char *path, Dataset *out, Error *error) {
  const bool coarse = path && strcmp(path, "coarse") == 0;
  if (path && !coarse && strcmp(path, "fine") != 0)
    return core_fail(error, ERROR_VALUE, "`label_mode` must be one of `\"fine\"`, `\"coarse\"`. Received: label_mode=%s.", path);
  return load(&cifar_100, row, coarse ? "coarse_labels" : "fine_labels", out, error);
}
