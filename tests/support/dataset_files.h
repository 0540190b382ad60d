/* Data sets on disk for tests: a temporary folder that $NNSH_DATA or $KERAS_HOME may name. Written without the readers
 * that are tested, so that a mistake in them cannot hide. */
#ifndef NNSH_TESTS_SUPPORT_DATASET_FILES_H
#define NNSH_TESTS_SUPPORT_DATASET_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Images (n, height, width) and labels (n,) as they lie in memory. */
typedef struct DatasetPart {
  int64_t n, height, width;
  const uint8_t *images;
  const uint8_t *labels;
} DatasetPart;

/* A new empty folder under /tmp (caller: free), and its removal with all that is in it (frees the name, too). */
char *dataset_folder_new(void);
void dataset_folder_remove(char *folder);

/* Sub-folders are made as needed; `name` is relative to the folder. False where the file cannot be written. */
bool dataset_write_file(const char *folder, const char *name, const void *bytes, size_t length);
/* An IDX file of bytes with `ndim` lengths. */
bool dataset_write_idx(const char *folder, const char *name, int ndim, const int64_t *shape, const uint8_t *elements);
/* Keras's archive: x_train, y_train, x_test, y_test, not compressed. */
bool dataset_write_npz(const char *folder, const char *name, const DatasetPart *train, const DatasetPart *test);
/* The four IDX files under a sub-folder ("" for the folder itself). */
bool dataset_write_idx_set(const char *folder, const char *sub_folder, const DatasetPart *train,
                           const DatasetPart *test);

/* The real MNIST, where it is kept beside the project (../shared/data/mnist/, four .gz files). */
bool dataset_have_mnist(void);
/* Links to its files under `sub_folder`: quick, and nnsh reads them as IDX files. */
bool dataset_link_mnist(const char *folder, const char *sub_folder);
/* mnist.npz as Keras keeps it, of the same images (55 MB). */
bool dataset_write_mnist_npz(const char *folder, const char *name);

/* A set of n made-up images for tests that need no real ones: image i is a gradient that depends on its label i % 10.
 * The memory is one block (caller: free(part.images cast to void *)). */
DatasetPart dataset_made_up(int64_t n, int64_t height, int64_t width);

#endif
