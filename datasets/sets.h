/* Loaders that rows of the table name, and what they share. Private to this room. */
#ifndef NNSH_DATASETS_SETS_H
#define NNSH_DATASETS_SETS_H

#include "datasets/datasets.h"

bool dataset_load_cifar10(const DatasetRow *row, const char *path, Dataset *out, Error *error);
bool dataset_load_cifar100(const DatasetRow *row, const char *path, Dataset *out, Error *error);

/* "the data set NAME was not found. Searched: ..." with one path a line; returns false. */
bool dataset_fail_not_found(const char *name, const Text *tried, Error *error);

#endif
