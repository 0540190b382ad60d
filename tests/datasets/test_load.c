/* Where load_data() finds its files, and what it says when it does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "datasets/datasets.h"
#include "engine/core/memory.h"
#include "tests/support/dataset_files.h"

static char *user, *keras; /* $NNSH_DATA and $KERAS_HOME of the test at hand */
static DatasetPart train, test;

static int set_up(void **state) {
  user = dataset_folder_new();
  keras = dataset_folder_new();
  if (!user || !keras) return -1;
  setenv("NNSH_DATA", user, 1);
  setenv("KERAS_HOME", keras, 1);
  train = dataset_made_up(30, 28, 28);
  test = dataset_made_up(12, 28, 28);
  return 0;
}

static int tear_down(void **state) {
  free((void *)train.images);
  free((void *)test.images);
  dataset_folder_remove(user);
  dataset_folder_remove(keras);
  return 0;
}

/* Loads and compares with the made-up set. */
static void expect_made_up(const char *name) {
  Dataset set;
  Error error = {0};
  size_t before = core_memory_now();
  if (!dataset_load(name, &set, &error)) fail_msg("%s", error.text);
  assert_int_equal(set.x_train->ndim, 3);
  assert_int_equal(set.x_train->shape[0], 30);
  assert_int_equal(set.x_train->shape[1], 28);
  assert_int_equal(set.y_test->ndim, 1);
  assert_int_equal(set.y_test->type, ND_UINT8);
  assert_memory_equal(set.x_train->data, train.images, 30 * 784);
  assert_memory_equal(set.y_train->data, train.labels, 30);
  assert_memory_equal(set.x_test->data, test.images, 12 * 784);
  assert_memory_equal(set.y_test->data, test.labels, 12);
  dataset_clear(&set);
  assert_null(set.x_train);
  assert_int_equal(core_memory_now(), before);
}

static void test_npz_in_the_users_folder(void **state) {
  assert_true(dataset_write_npz(user, "mnist.npz", &train, &test));
  expect_made_up("mnist");
}

static void test_npz_in_keras_cache(void **state) {
  assert_true(dataset_write_npz(keras, "datasets/mnist.npz", &train, &test));
  expect_made_up("mnist");
  unsetenv("NNSH_DATA");
  expect_made_up("mnist");
}

static void test_keras_cache_in_the_home_folder(void **state) {
  char *home = strdup(getenv("HOME") ? getenv("HOME") : "");
  unsetenv("KERAS_HOME");
  setenv("HOME", keras, 1);
  assert_true(dataset_write_idx_set(keras, ".keras/datasets/fashion-mnist", &train, &test));
  expect_made_up("fashion_mnist");
  setenv("HOME", home, 1);
  free(home);
}

static void test_idx_in_named_folders(void **state) {
  assert_true(dataset_write_idx_set(user, "mnist", &train, &test));
  expect_made_up("mnist");
  assert_true(dataset_write_idx_set(user, "fashion-mnist", &train, &test));
  expect_made_up("fashion_mnist");
}

/* Bare IDX files are MNIST's: Fashion-MNIST must not be read from them. */
static void test_idx_without_a_folder(void **state) {
  assert_true(dataset_write_idx_set(user, "", &train, &test));
  expect_made_up("mnist");
  Dataset set;
  Error error = {0};
  if (dataset_load("fashion_mnist", &set, &error)) { /* Debian's package */
    assert_int_equal(set.x_train->shape[0], 60000);
    dataset_clear(&set);
  } else {
    assert_int_equal(error.code, ERROR_FILE_NOT_FOUND);
  }
  char fashion[300];
  snprintf(fashion, sizeof fashion, "%s/my-Fashion-files/", user);
  assert_true(dataset_write_idx_set(user, "my-Fashion-files", &train, &test));
  setenv("NNSH_DATA", fashion, 1);
  expect_made_up("fashion_mnist");
  assert_false(dataset_load("mnist", &set, &error));
  assert_int_equal(error.code, ERROR_FILE_NOT_FOUND);
}

/* The user's folder comes before Keras's cache, and an incomplete one is passed over. */
static void test_order_of_the_places(void **state) {
  DatasetPart other = dataset_made_up(5, 28, 28);
  assert_true(dataset_write_npz(keras, "datasets/mnist.npz", &other, &other));
  assert_true(dataset_write_npz(user, "mnist.npz", &train, &test));
  expect_made_up("mnist");
  free((void *)other.images);
  char path[300];
  assert_true(dataset_write_idx_set(user, "fashion-mnist", &test, &test));
  snprintf(path, sizeof path, "%s/fashion-mnist/t10k-labels-idx1-ubyte", user);
  assert_int_equal(unlink(path), 0);
  assert_true(dataset_write_idx_set(keras, "datasets/fashion-mnist", &train, &test));
  expect_made_up("fashion_mnist");
}

static void test_path_argument(void **state) {
  Dataset set;
  Error error = {0};
  char path[300];
  assert_true(dataset_write_npz(keras, "datasets/other.npz", &train, &test));
  assert_true(dataset_load_path("mnist", "other.npz", &set, &error));
  assert_int_equal(set.x_test->shape[0], 12);
  dataset_clear(&set);
  snprintf(path, sizeof path, "%s/datasets/other.npz", keras);
  assert_true(dataset_load_path("mnist", path, &set, &error));
  dataset_clear(&set);
  assert_false(dataset_load_path("mnist", "/no/such/file.npz", &set, &error));
  assert_int_equal(error.code, ERROR_FILE_NOT_FOUND);
  assert_string_equal(error.text, "[Errno 2] No such file or directory: '/no/such/file.npz'");
}

static void test_not_found(void **state) {
  Dataset set;
  Error error = {0};
  char wanted[300];
  size_t before = core_memory_now();
  assert_false(dataset_load("mnist", &set, &error));
  assert_int_equal(error.code, ERROR_FILE_NOT_FOUND);
  snprintf(wanted, sizeof wanted, "%s/mnist.npz\n%s/mnist/train-images-idx3-ubyte.gz\n", user, user);
  assert_non_null(strstr(error.text, wanted));
  snprintf(wanted, sizeof wanted, "%s/datasets/mnist.npz\n", keras);
  assert_non_null(strstr(error.text, wanted));
  assert_non_null(strstr(error.text, "/usr/share/datasets/mnist"));
  assert_true(error.text[strlen(error.text) - 1] != '\n');
  assert_non_null(strstr(error.hint, "~/.keras/datasets/mnist.npz"));
  assert_null(set.x_train);
  assert_false(dataset_load("cifar11", &set, &error));
  assert_int_equal(error.code, ERROR_VALUE);
  assert_int_equal(core_memory_now(), before);
  if (access("/usr/share/datasets/fashion-mnist", F_OK) != 0) {
    assert_false(dataset_load("fashion_mnist", &set, &error));
    assert_non_null(strstr(error.hint, "apt install dataset-fashion-mnist"));
  }
}

static void refuse(const char *name, const char *file, const char *why) {
  Dataset set;
  Error error = {0};
  size_t before = core_memory_now();
  assert_false(dataset_load(name, &set, &error));
  assert_true(error.code == ERROR_VALUE || error.code == ERROR_EOF);
  if (!strstr(error.text, file) || !strstr(error.text, why))
    fail_msg("'%s' does not say '%s' of %s", error.text, why, file);
  assert_null(set.x_train);
  assert_int_equal(core_memory_now(), before);
}

static void test_damaged_files(void **state) {
  static const char page[] = "<html>404</html>";
  int64_t few[1] = {29}, flat[2] = {30, 784};
  assert_true(dataset_write_file(user, "mnist.npz", page, sizeof page));
  refuse("mnist", "mnist.npz'", "no readable .npz file");
  assert_true(dataset_write_idx_set(user, "fashion-mnist", &train, &test));
  assert_true(dataset_write_idx(user, "fashion-mnist/train-labels-idx1-ubyte", 1, few, train.labels));
  refuse("fashion_mnist", "train-labels-idx1-ubyte'", "29 labels for the 30 images");
  assert_true(dataset_write_idx(user, "fashion-mnist/train-images-idx3-ubyte", 2, flat, train.images));
  refuse("fashion_mnist", "train-images-idx3-ubyte'", "shape (30, 784)");
  assert_true(
      dataset_write_file(user, "fashion-mnist/train-images-idx3-ubyte.gz", "\x1f\x8b\x08 and no more than this", 26));
  refuse("fashion_mnist", "train-images-idx3-ubyte.gz'", "gzip");
}

/* Folders in which a file stands where a folder is expected, and archives without the four members. */
static void test_archive_without_members(void **state) {
  static const char empty[22] = {'P', 'K', 5, 6};
  assert_true(dataset_write_file(user, "mnist.npz", empty, sizeof empty));
  refuse("mnist", "mnist.npz'", "it has no 'x_train'");
}

static void test_find(void **state) {
  static const char *const names[] = {"a/b.txt", "c.txt", NULL};
  Text tried = {0};
  assert_null(dataset_find(names, &tried));
  char wanted[300];
  snprintf(wanted, sizeof wanted, "%s/a/b.txt\n%s/c.txt\n%s/datasets/a/b.txt\n", user, user, keras);
  assert_int_equal(strncmp(text_string(&tried), wanted, strlen(wanted)), 0);
  text_free(&tried);
  assert_true(dataset_write_file(keras, "datasets/a/b.txt", "x", 1));
  char *found = dataset_find(names, NULL);
  assert_non_null(found);
  snprintf(wanted, sizeof wanted, "%s/datasets/a/b.txt", keras);
  assert_string_equal(found, wanted);
  core_free(found);
}

static void test_every_row_is_complete(void **state) {
  for (int i = 0; i < dataset_count; i++) {
    const DatasetRow *row = &dataset_rows[i];
    assert_ptr_equal(dataset_named(row->name), row);
    assert_true(row->help[0] != '\0' && row->signature && row->load);
    if (row->class_names == NULL) { /* a hundred classes are not named */
      assert_string_equal(row->name, "cifar100");
      continue;
    }
    int classes = 0;
    while (row->class_names[classes]) classes++;
    assert_int_equal(classes, 10);
  }
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static uint64_t sum_of(const NdArray *array) {
  uint64_t sum = 0;
  for (int64_t i = 0; i < array->size; i++) sum += ((const uint8_t *)array->data)[i];
  return sum;
}

static void expect_images(const char *name, uint64_t train_sum, uint64_t test_sum, const uint8_t first[5]) {
  Dataset set;
  Error error = {0};
  double start = seconds();
  if (!dataset_load(name, &set, &error)) fail_msg("%s", error.text);
  print_message("%s loaded in %.3f s\n", name, seconds() - start);
  assert_int_equal(set.x_train->shape[0], 60000);
  assert_int_equal(set.x_test->shape[0], 10000);
  assert_int_equal(sum_of(set.x_train), train_sum);
  assert_int_equal(sum_of(set.x_test), test_sum);
  assert_int_equal(sum_of(set.y_train), name[0] == 'f' ? 270000 : 267236);
  assert_memory_equal(set.y_train->data, first, 5);
  dataset_clear(&set);
}

/* Sums of all pixels, counted by numpy. */
static void test_real_fashion_mnist(void **state) {
  static const uint8_t first[5] = {9, 0, 0, 3, 0};
  if (access("/usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz", F_OK) != 0) skip();
  expect_images("fashion_mnist", 3431114169u, 573469082u, first);
}

static void test_real_mnist(void **state) {
  static const uint8_t first[5] = {5, 0, 4, 1, 9};
  if (!dataset_have_mnist()) skip();
  assert_true(dataset_link_mnist(user, "mnist"));
  expect_images("mnist", 1567298545u, 264923200u, first);
  assert_true(dataset_write_mnist_npz(user, "mnist.npz"));
  expect_images("mnist", 1567298545u, 264923200u, first);
}

#define ROW(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      ROW(test_npz_in_the_users_folder),
      ROW(test_npz_in_keras_cache),
      ROW(test_keras_cache_in_the_home_folder),
      ROW(test_idx_in_named_folders),
      ROW(test_idx_without_a_folder),
      ROW(test_order_of_the_places),
      ROW(test_path_argument),
      ROW(test_not_found),
      ROW(test_damaged_files),
      ROW(test_archive_without_members),
      ROW(test_find),
      ROW(test_every_row_is_complete),
      ROW(test_real_fashion_mnist),
      ROW(test_real_mnist),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
