#include "datasets/datasets.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "datasets/sets.h"
#include "engine/core/memory.h"
#include "engine/formats/formats.h"

/* ---- Places ----- */

enum { MOST_PLACES = 3 };

/* Folders that may hold data, in the order in which they are asked. */
typedef struct Places {
  char *folders[MOST_PLACES];
  int count;
  bool user; /* the first one is $NNSH_DATA */
} Places;

static const char *home_folder(void) {
  const char *home = getenv("HOME");
  if (home && *home) return home;
  const struct passwd *entry = getpwuid(getuid());
  return entry && entry->pw_dir ? entry->pw_dir : "";
}

static char *join(const char *a, const char *b) {
  Text text = {0};
  text_add(&text, a);
  if (text.length == 0 || text.data[text.length - 1] != '/') text_add_char(&text, '/');
  text_add(&text, b);
  char *joined = text_take(&text);
  text_free(&text);
  return joined;
}

static Places find_places(void) {
  Places places = {0};
  const char *data = getenv("NNSH_DATA"), *keras = getenv("KERAS_HOME");
  if (data && *data) {
    places.folders[places.count++] = core_strdup(data);
    places.user = true;
  }
  if (keras && *keras) places.folders[places.count++] = join(keras, "datasets");
  else places.folders[places.count++] = join(home_folder(), ".keras/datasets");
  places.folders[places.count++] = core_strdup("/usr/share/datasets");
  return places;
}

static void free_places(Places *places) {
  for (int i = 0; i < places->count; i++) core_free(places->folders[i]);
}

/* The path where `relative` lies in `folder` (caller: core_free), or NULL. Every path asked for is added to `tried`. */
static char *ask(const char *folder, const char *relative, Text *tried) {
  char *path = folder ? join(folder, relative) : NULL;
  if (!path) return NULL;
  if (tried) {
    text_add(tried, path);
    text_add_char(tried, '\n');
  }
  if (access(path, F_OK) == 0) return path;
  core_free(path);
  return NULL;
}

char *dataset_find(const char *const *relative_paths, Text *tried) {
  Places places = find_places();
  char *found = NULL;
  for (int i = 0; i < places.count && !found; i++)
    for (int k = 0; relative_paths[k] && !found; k++) found = ask(places.folders[i], relative_paths[k], tried);
  free_places(&places);
  return found;
}

/* ---- The MNIST family: four IDX files, or one .npz ----- */

enum { IDX_FILES = 4, IDX_SPELLINGS = 4 };

/* In the order of Dataset's members; each as it is published, unpacked, and in the spelling of some mirrors. */
static const char *const idx_names[IDX_FILES][IDX_SPELLINGS] = {
    {"train-images-idx3-ubyte.gz", "train-images-idx3-ubyte", "train-images.idx3-ubyte", "train-images.idx3-ubyte.gz"},
    {"train-labels-idx1-ubyte.gz", "train-labels-idx1-ubyte", "train-labels.idx1-ubyte", "train-labels.idx1-ubyte.gz"},
    {"t10k-images-idx3-ubyte.gz", "t10k-images-idx3-ubyte", "t10k-images.idx3-ubyte", "t10k-images.idx3-ubyte.gz"},
    {"t10k-labels-idx1-ubyte.gz", "t10k-labels-idx1-ubyte", "t10k-labels.idx1-ubyte", "t10k-labels.idx1-ubyte.gz"},
};
static const char *const npz_names[IDX_FILES] = {"x_train", "y_train", "x_test", "y_test"};

static NdArray **member(Dataset *dataset, int index) {
  NdArray **members[IDX_FILES] = {&dataset->x_train, &dataset->y_train, &dataset->x_test, &dataset->y_test};
  return members[index];
}

/* Images and labels must belong together. `places` names the files in the order of the members. */
static bool check_images(Dataset *dataset, const char *const places[IDX_FILES], Error *error) {
  for (int i = 0; i < IDX_FILES; i++) {
    const NdArray *array = *member(dataset, i);
    int ndim = i % 2 ? 1 : 3;
    if (array->ndim != ndim || array->type != ND_UINT8) {
      char shape[ND_MAX_DIMS * 32];
      nd_shape_text(array->ndim, array->shape, shape, sizeof shape);
      return core_fail(error, ERROR_VALUE, "'%s' holds an array of shape %s and dtype %s where %s are expected",
                       places[i], shape, nd_types[array->type].name,
                       ndim == 3 ? "uint8 images (n, height, width)" : "uint8 labels (n,)");
    }
    if (i % 2 && array->shape[0] != (*member(dataset, i - 1))->shape[0])
      return core_fail(error, ERROR_VALUE, "'%s' has %lld labels for the %lld images of '%s'", places[i],
                       (long long)array->shape[0], (long long)(*member(dataset, i - 1))->shape[0], places[i - 1]);
  }
  return true;
}

static bool read_archive(const char *path, Dataset *out, Error *error) {
  Npz *npz = npz_open(path, error);
  if (!npz) return false;
  const char *places[IDX_FILES] = {path, path, path, path};
  bool good = true;
  for (int i = 0; good && i < IDX_FILES; i++) {
    *member(out, i) = npz_read(npz, npz_names[i], error);
    good = *member(out, i) != NULL;
    if (!good && error && error->code == ERROR_KEY)
      core_fail(error, ERROR_VALUE, "'%s' is no data set of images: it has no '%s'", path, npz_names[i]);
  }
  npz_close(npz);
  return good && check_images(out, places, error);
}

/* Looks for the four files in a folder; true where all are there, with their paths (caller: core_free each). A folder
 * that has only some of them is told of in `tried`. */
static bool find_idx(const char *folder, char *paths[IDX_FILES], Text *tried) {
  int found = 0, missing = -1;
  for (int i = 0; i < IDX_FILES; i++) {
    paths[i] = NULL;
    for (int k = 0; k < IDX_SPELLINGS && !paths[i]; k++) paths[i] = ask(folder, idx_names[i][k], NULL);
    if (paths[i]) found++;
    else if (missing < 0) missing = i;
  }
  if (found == IDX_FILES) return true;
  text_addf(tried, found ? "%s/%s (missing beside the other files)\n" : "%s/%s\n", folder, idx_names[missing][0]);
  for (int i = 0; i < IDX_FILES; i++) core_free(paths[i]);
  return false;
}

static bool read_idx(char *paths[IDX_FILES], Dataset *out, Error *error) {
  bool good = true;
  for (int i = 0; good && i < IDX_FILES; i++) good = (*member(out, i) = idx_read(paths[i], error)) != NULL;
  return good && check_images(out, (const char *const *)paths, error);
}

/* The first form of the set that is there. */
typedef struct Found {
  char *archive;
  char *idx[IDX_FILES];
} Found;

static bool look_in_folder(const char *folder, Found *found, Text *tried) {
  return folder && find_idx(folder, found->idx, tried);
}

static bool look_in_place(const char *place, const char *archive, const char *const *folders, Found *found,
                          Text *tried) {
  if (archive && (found->archive = ask(place, archive, tried)) != NULL) return true;
  for (int i = 0; folders[i]; i++) {
    char *folder = join(place, folders[i]);
    bool good = look_in_folder(folder, found, tried);
    core_free(folder);
    if (good) return true;
  }
  return false;
}

/* Whether IDX files that lie in `folder` itself are rather Fashion-MNIST's than MNIST's. */
static bool is_called_fashion(const char *folder) {
  size_t end = strlen(folder);
  while (end > 1 && folder[end - 1] == '/') end--;
  size_t start = end;
  while (start > 0 && folder[start - 1] != '/') start--;
  for (size_t i = start; i + 7 <= end; i++)
    if (strncasecmp(folder + i, "fashion", 7) == 0) return true;
  return false;
}

static bool look_everywhere(const DatasetRow *row, const char *archive, Found *found, Text *tried) {
  Places places = find_places();
  bool fashion = strcmp(row->name, "fashion_mnist") == 0, good = false;
  for (int i = 0; i < places.count && !good; i++) {
    const char *place = places.folders[i];
    if (!place) continue; /* memory was short */
    good = look_in_place(place, archive, row->folders, found, tried);
    if (!good && i == 0 && places.user && is_called_fashion(place) == fashion)
      good = look_in_folder(place, found, tried);
  }
  free_places(&places);
  return good;
}

bool dataset_fail_not_found(const char *name, const Text *tried, Error *error) {
  core_fail(error, ERROR_FILE_NOT_FOUND, "the data set %s was not found. Searched:\n%s", name, text_string(tried));
  if (error) {
    size_t length = strlen(error->text);
    if (length > 0 && error->text[length - 1] == '\n') error->text[length - 1] = '\0';
  }
  return false;
}

static bool fail_not_found(const DatasetRow *row, const Text *tried, Error *error) {
  dataset_fail_not_found(row->name, tried, error);
  if (row->package)
    return core_hint(error, "Install Debian's package (`sudo apt install %s`), or put the four IDX files into "
                            "~/.keras/datasets/%s/, or name the folder that has them in NNSH_DATA.",
                     row->package, row->folders[0]);
  return core_hint(error, "Put %s where Keras keeps it (~/.keras/datasets/%s), or the four IDX files into "
                          "~/.keras/datasets/%s/, or name the folder that has them in NNSH_DATA.",
                   row->archive, row->archive, row->folders[0]);
}

static bool load_images(const DatasetRow *row, const char *path, Dataset *out, Error *error) {
  Found found = {0};
  Text tried = {0};
  bool good;
  if (path && path[0] == '/') {
    good = read_archive(path, out, error);
  } else if (look_everywhere(row, path ? path : row->archive, &found, &tried)) {
    good = found.archive ? read_archive(found.archive, out, error) : read_idx(found.idx, out, error);
  } else {
    good = fail_not_found(row, &tried, error);
  }
  core_free(found.archive);
  for (int i = 0; i < IDX_FILES; i++) core_free(found.idx[i]);
  text_free(&tried);
  if (!good) dataset_clear(out);
  return good;
}

/* ---- The table ----- */

static const char *const mnist_folders[] = {"mnist", "MNIST/raw", NULL};
static const char *const mnist_classes[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", NULL};
static const char *const fashion_folders[] = {"fashion-mnist", "fashion_mnist", "FashionMNIST/raw", NULL};
static const char *const fashion_classes[] = {"T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
                                              "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot", NULL};

static const char *const cifar10_classes[] = {"airplane", "automobile", "bird", "cat", "deer",
                                              "dog", "frog", "horse", "ship", "truck", NULL};

const DatasetRow dataset_rows[] = {
    {"mnist", "Handwritten digits: 60,000 and 10,000 grey images of 28 x 28.", "path='mnist.npz'", mnist_classes, NULL,
     load_images, "mnist.npz", mnist_folders},
    {"fashion_mnist", "Pictures of clothes: 60,000 and 10,000 grey images of 28 x 28 in ten classes.", "",
     fashion_classes, "dataset-fashion-mnist", load_images, NULL, fashion_folders},
    {"cifar10", "Photographs: 50,000 and 10,000 colour images of 32 x 32 in ten classes.", "", cifar10_classes, NULL,
     dataset_load_cifar10, NULL, NULL},
    {"cifar100", "Photographs: 50,000 and 10,000 colour images of 32 x 32 in a hundred classes.", "label_mode='fine'", NULL,
     NULL, dataset_load_cifar100, NULL, NULL},
};
const int dataset_count = (int)(sizeof dataset_rows / sizeof *dataset_rows);

const DatasetRow *dataset_named(const char *name) {
  for (int i = 0; i < dataset_count; i++)
    if (strcmp(dataset_rows[i].name, name) == 0) return &dataset_rows[i];
  return NULL;
}

bool dataset_load_path(const char *name, const char *path, Dataset *out, Error *error) {
  *out = (Dataset){0};
  const DatasetRow *row = dataset_named(name);
  if (!row) return core_fail(error, ERROR_VALUE, "there is no data set called '%s'", name);
  return row->load(row, path, out, error);
}

bool dataset_load(const char *name, Dataset *out, Error *error) { return dataset_load_path(name, NULL, out, error); }

void dataset_clear(Dataset *dataset) {
  for (int i = 0; i < IDX_FILES; i++) nd_release(*member(dataset, i));
  *dataset = (Dataset){0};
}
