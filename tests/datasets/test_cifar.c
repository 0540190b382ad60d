/* CIFAR from small made-up batches: in both layouts of Keras's cache, and in the published archive. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "datasets/datasets.h"
#include "engine/core/memory.h"
#include "tests/golden/pickles.h"
#include "tests/support/dataset_files.h"

static char *user, *keras;

static int set_up(void **state) {
  user = dataset_folder_new();
  keras = dataset_folder_new();
  setenv("NNSH_DATA", user, 1);
  setenv("KERAS_HOME", keras, 1);
  return user && keras ? 0 : -1;
}
static int tear_down(void **state) {
  dataset_folder_remove(user);
  dataset_folder_remove(keras);
  return 0;
}

static int pixel(int image, int channel, int p) { return (p + 50 * channel + image) % 251; }

/* A batch of two images, its pixels as protocol 2 has bytes: code points in UTF-8. */
static char *batch(size_t *length) {
  char *out = malloc(sizeof cifar_before + sizeof cifar_after + 2 * 2 * 3072);
  size_t at = sizeof cifar_before;
  memcpy(out, cifar_before, at);
  for (int i = 0; i < 2; i++)
    for (int c = 0; c < 3; c++)
      for (int p = 0; p < 1024; p++) {
        const int value = pixel(i, c, p);
        if (value >= 128) out[at++] = (char)(0xC0 | value >> 6);
        out[at++] = (char)(value < 128 ? value : (0x80 | (value & 63)));
      }
  memcpy(out + at, cifar_after, sizeof cifar_after);
  *length = at + sizeof cifar_after;
  return out;
}

static void expect(const char *name, int64_t images, int label) {
  Dataset set;
  Error error = {0};
  size_t before = core_memory_now();
  if (!dataset_load(name, &set, &error)) fail_msg("%s", error.text);
  assert_int_equal(set.x_train->ndim, 4);
  assert_int_equal(set.x_train->shape[0], images);
  assert_int_equal(set.x_train->shape[3], 3);
  assert_int_equal(set.x_test->shape[0], 2);
  assert_int_equal(set.y_train->ndim, 2);
  const uint8_t *x = (const uint8_t *)set.x_train->data;
  for (int i = 0; i < 2; i++)
    for (int p = 0; p < 1024; p++)
      for (int c = 0; c < 3; c++) assert_int_equal(x[(i * 1024 + p) * 3 + c], pixel(i, c, p));
  assert_int_equal(((const uint8_t *)set.y_train->data)[1], label);
  assert_int_equal(((const uint8_t *)set.y_test->data)[1], label);
  dataset_clear(&set);
  assert_int_equal(core_memory_now(), before);
}

static const char *const names[] = {"data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5", "test_batch"};

static void put(const char *root, const char *folder, const char *name, const char *bytes, size_t length) {
  char path[256];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  assert_true(dataset_write_file(root, path, bytes, length));
}

static void test_folder(void **state) {
  size_t length;
  char *bytes = batch(&length);
  for (int i = 0; i < 6; i++) put(user, "cifar-10-batches-py", names[i], bytes, length);
  expect("cifar10", 10, 9);
  put(user, "cifar-100-python", "train", bytes, length);
  put(user, "cifar-100-python", "test", bytes, length);
  expect("cifar100", 2, 99);
  free(bytes);
}

static void test_folder_of_keras(void **state) {
  size_t length;
  char *bytes = batch(&length);
  for (int i = 0; i < 6; i++) put(keras, "datasets/cifar-10-batches-py-target/cifar-10-batches-py", names[i], bytes, length);
  expect("cifar10", 10, 9);
  free(bytes);
}

/* The .tar.gz, its headers written from POSIX's description of ustar. */
static char *archive(const char *bytes, size_t length, size_t *packed) {
  const size_t each = 512 + (length + 511) / 512 * 512;
  char *tar = calloc(6 * each + 1024, 1), *out = malloc(6 * each + 4096);
  for (int i = 0; i < 6; i++) {
    char *header = tar + i * each;
    snprintf(header, 100, "cifar-10-batches-py/%s", names[i]);
    snprintf(header + 124, 12, "%011zo", length);
    header[156] = '0';
    memcpy(header + 257, "ustar", 6);
    memcpy(header + 512, bytes, length);
  }
  struct libdeflate_compressor *deflater = libdeflate_alloc_compressor(6);
  *packed = libdeflate_gzip_compress(deflater, tar, 6 * each + 1024, out, 6 * each + 4096);
  libdeflate_free_compressor(deflater);
  free(tar);
  return out;
}

static void test_archive(void **state) {
  size_t length, packed;
  char *bytes = batch(&length), *whole = archive(bytes, length, &packed);
  assert_true(dataset_write_file(keras, "datasets/cifar-10-python.tar.gz", whole, packed));
  expect("cifar10", 10, 9);
  free(whole);
  free(bytes);
}

static void test_damaged(void **state) {
  size_t length, packed;
  char *bytes = batch(&length), *whole = archive(bytes, length, &packed);
  Dataset set;
  Error error = {0};
  assert_true(dataset_write_file(keras, "datasets/cifar-10-python.tar.gz", whole, packed / 2));
  assert_false(dataset_load("cifar10", &set, &error));
  assert_non_null(strstr(error.text, "cifar-10-python.tar.gz"));
  for (int i = 0; i < 6; i++) put(user, "cifar-10-batches-py", names[i], bytes, i == 3 ? length / 2 : length);
  error = (Error){0};
  assert_false(dataset_load("cifar10", &set, &error));
  assert_non_null(strstr(error.text, "data_batch_4"));
  put(user, "cifar-10-batches-py", names[3], (const char *)pickle_system, sizeof pickle_system);
  error = (Error){0};
  assert_false(dataset_load("cifar10", &set, &error));
  assert_non_null(strstr(error.text, "system"));
  free(whole);
  free(bytes);
}

/* A batch of black images under `key`, all of one label. */
static char *plain_batch(int images, const char *key, int label, size_t *length) {
  const size_t pixels = (size_t)images * 3072;
  char *out = calloc(pixels + 4096, 1);
  size_t at = (size_t)snprintf(out, 1024,
                               "(dS'data'\ncnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I0\ntS'b'\ntR(I1\n"
                               "(I%d\nI3072\ntcnumpy\ndtype\n(S'u1'\nI0\nI1\ntRI00\nT", images);
  for (int i = 0; i < 4; i++) out[at++] = (char)(pixels >> 8 * i & 255);
  at += pixels;
  at += (size_t)snprintf(out + at, 1024, "tbsS'%s'\n(l", key);
  for (int i = 0; i < images; i++) at += (size_t)snprintf(out + at, 64, "I%d\na", label);
  at += (size_t)snprintf(out + at, 16, "s.");
  *length = at;
  return out;
}

/* Five batches and one for testing, one of which is another one. */
static void refuses(int images, const char *key, int label, int odd, const char *text) {
  for (int i = 0; i < 6; i++) {
    size_t length;
    char *bytes = i == odd ? plain_batch(images, key, label, &length) : plain_batch(2, "labels", 1, &length);
    put(user, "cifar-10-batches-py", names[i], bytes, length);
    free(bytes);
  }
  Dataset set;
  Error error = {0};
  const bool good = dataset_load("cifar10", &set, &error);
  if (text == NULL) {
    if (!good) fail_msg("%s", error.text);
    dataset_clear(&set);
    return;
  }
  assert_false(good);
  assert_int_equal(error.code, ERROR_VALUE);
  assert_string_equal(error.text, text);
}

static void test_odd_batches(void **state) {
  refuses(2, "labels", 255, 1, NULL);
  refuses(2, "labels", 256, 1, "'data_batch_2' has a label that is no class number");
  refuses(2, "labels", -1, 5, "'test_batch' has a label that is no class number");
  refuses(2, "names", 1, 0, "'data_batch_1' is no batch of CIFAR images with 'labels'");
  refuses(3, "labels", 1, 4, "the batches of CIFAR have different sizes");
  refuses(1, "labels", 1, 2, "the batches of CIFAR have different sizes");
}

static void test_member_that_is_not_there(void **state) {
  size_t length, packed;
  char *bytes = batch(&length), *whole = archive(bytes, length, &packed), wanted[256];
  assert_true(dataset_write_file(keras, "datasets/cifar-100-python.tar.gz", whole, packed));
  Dataset set;
  Error error = {0};
  assert_false(dataset_load("cifar100", &set, &error));
  snprintf(wanted, sizeof wanted, "'%s/datasets/cifar-100-python.tar.gz' has no member train", keras);
  assert_int_equal(error.code, ERROR_VALUE);
  assert_string_equal(error.text, wanted);
  free(whole);
  free(bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_folder, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_folder_of_keras, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_archive, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_damaged, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_odd_batches, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_member_that_is_not_there, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
