/* IDX files: plain and gzip-compressed, of every type, whole and damaged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/formats/formats.h"
#include "tests/support/dataset_files.h"

static char *folder;

static const char *path_of(const char *name) {
  static char path[256];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return path;
}

static const char *put(const char *name, const void *bytes, size_t length) {
  assert_true(dataset_write_file(folder, name, bytes, length));
  return path_of(name);
}

static size_t pack(const void *bytes, size_t length, char *out, size_t room) {
  struct libdeflate_compressor *deflater = libdeflate_alloc_compressor(6);
  size_t packed = libdeflate_gzip_compress(deflater, bytes, length, out, room);
  libdeflate_free_compressor(deflater);
  assert_true(packed > 0);
  return packed;
}

/* Written by hand from the format's description: two rows of int16 1, -2, 300 / -301, 0, 5. */
static const uint8_t words[] = {0, 0, 0x0B, 2,    0, 0,    0,    2,    0, 0, 0, 3,
                                0, 1, 0xff, 0xfe, 1, 0x2c, 0xfe, 0xd3, 0, 0, 0, 5};
/* One double, pi, and one float, -0.5. */
static const uint8_t pi[] = {0, 0, 0x0E, 1, 0, 0, 0, 1, 0x40, 0x09, 0x21, 0xfb, 0x54, 0x44, 0x2d, 0x18};
static const uint8_t half[] = {0, 0, 0x0D, 1, 0, 0, 0, 1, 0xbf, 0, 0, 0};
static const uint8_t word[] = {0, 0, 0x0C, 1, 0, 0, 0, 1, 0xff, 0xff, 0xff, 0x00};
static const uint8_t byte[] = {0, 0, 0x09, 1, 0, 0, 0, 2, 0x80, 0x7f};

static void test_every_type(void **state) {
  static const int64_t expected[6] = {1, -2, 300, -301, 0, 5};
  Error error = {0};
  NdArray *array = idx_read(put("words", words, sizeof words), &error);
  assert_non_null(array);
  assert_int_equal(array->type, ND_INT16);
  assert_int_equal(array->shape[1], 3);
  for (int64_t i = 0; i < 6; i++) assert_int_equal(nd_get(array, (int64_t[]){i / 3, i % 3}).as.i, expected[i]);
  nd_release(array);
  int64_t zero = 0, one = 1;
  array = idx_read(put("pi", pi, sizeof pi), &error);
  assert_true(nd_get(array, &zero).as.f == 3.141592653589793);
  nd_release(array);
  array = idx_read(put("half", half, sizeof half), &error);
  assert_true(nd_get(array, &zero).as.f == -0.5);
  assert_int_equal(array->type, ND_FLOAT32);
  nd_release(array);
  array = idx_read(put("word", word, sizeof word), &error);
  assert_int_equal(nd_get(array, &zero).as.i, -256);
  nd_release(array);
  array = idx_read(put("byte", byte, sizeof byte), &error);
  assert_int_equal(nd_get(array, &zero).as.i, -128);
  assert_int_equal(nd_get(array, &one).as.i, 127);
  nd_release(array);
}

static void test_gzip_and_plain_are_equal(void **state) {
  Error error = {0};
  DatasetPart part = dataset_made_up(300, 7, 13);
  int64_t shape[3] = {300, 7, 13};
  size_t length, before = core_memory_now();
  assert_true(dataset_write_idx(folder, "images", 3, shape, part.images));
  char *bytes = file_read(path_of("images"), &length, &error);
  char *packed = malloc(2 * length + 200);
  /* One member, then two members in one file, as `cat a.gz b.gz` makes them. */
  size_t one = pack(bytes, length, packed, length + 100);
  put("images.gz", packed, one);
  size_t first = pack(bytes, 1000, packed, length + 100);
  size_t second = pack(bytes + 1000, length - 1000, packed + first, length + 100);
  put("chained.gz", packed, first + second);
  core_free(bytes);
  static const char *const names[] = {"images", "images.gz", "chained.gz"};
  for (int i = 0; i < 3; i++) {
    NdArray *array = idx_read(path_of(names[i]), &error);
    if (!array) fail_msg("%s: %s", names[i], error.text);
    assert_int_equal(array->ndim, 3);
    assert_int_equal(array->type, ND_UINT8);
    assert_int_equal(array->shape[2], 13);
    assert_true(array->writeable);
    assert_memory_equal(array->data, part.images, 300 * 7 * 13);
    nd_release(array);
    char *whole = file_read_gzip(path_of(names[i]), &length, &error);
    assert_int_equal(length, 300 * 7 * 13 + 16);
    assert_int_equal(whole[length], 0);
    core_free(whole);
  }
  assert_int_equal(core_memory_now(), before);
  free(packed);
  free((void *)part.images);
}

static void refuse(const void *bytes, size_t length, const char *why) {
  Error error = {0};
  size_t before = core_memory_now();
  assert_null(idx_read(put("damaged", bytes, length), &error));
  assert_true(error.code == ERROR_VALUE || error.code == ERROR_EOF);
  if (!strstr(error.text, why) || !strstr(error.text, "/damaged'")) fail_msg("'%s' does not say '%s'", error.text, why);
  assert_int_equal(core_memory_now(), before);
}

static void test_damaged_files(void **state) {
  static const uint8_t huge[] = {0,    0,    8,    3,    0xff, 0xff, 0xff, 0xff, 0xff,
                                 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1,    2};
  static const uint8_t many[] = {0, 0, 8, 200, 0, 0, 0, 1};
  static const uint8_t unknown[] = {0, 0, 7, 1, 0, 0, 0, 1, 5};
  static const uint8_t text[] = "<html>404 Not Found</html>";
  refuse("", 0, "only 0 bytes");
  refuse("ab", 2, "only 2 bytes");
  refuse(text, sizeof text, "begins with the bytes 3c 68 74 6d");
  refuse(huge, sizeof huge, "shape (4294967295, 4294967295, 4294967295)");
  refuse(many, sizeof many, "200 dimensions");
  refuse(unknown, sizeof unknown, "no IDX file");
  refuse(words, sizeof words - 1, "cut short");
  refuse(words, 7, "do not hold the header");
  uint8_t longer[sizeof words + 3] = {0};
  memcpy(longer, words, sizeof words);
  refuse(longer, sizeof longer, "3 bytes follow");
  char packed[200];
  size_t length = pack(words, sizeof words, packed, sizeof packed);
  refuse(packed, length - 1, "gzip");
  refuse(packed, 10, "gzip");
  packed[length - 6] ^= 1; /* the checksum */
  refuse(packed, length, "gzip");
  packed[length - 6] ^= 1;
  memset(packed + length - 4, 0xff, 4); /* a size that these bytes cannot have */
  refuse(packed, length, "gzip");
}

/* The files of Debian's package dataset-fashion-mnist, where it is installed. */
static void test_fashion_mnist(void **state) {
  static const char path[] = "/usr/share/datasets/fashion-mnist/t10k-labels-idx1-ubyte.gz";
  Error error = {0};
  FILE *file = fopen(path, "rb");
  if (!file) skip();
  fclose(file);
  NdArray *labels = idx_read(path, &error);
  assert_non_null(labels);
  assert_int_equal(labels->size, 10000);
  static const uint8_t first[10] = {9, 2, 1, 1, 6, 1, 4, 6, 5, 7};
  assert_memory_equal(labels->data, first, sizeof first);
  nd_release(labels);
}

static int make_folder(void **state) { return (folder = dataset_folder_new()) ? 0 : -1; }

static int remove_folder(void **state) {
  dataset_folder_remove(folder);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_type),
      cmocka_unit_test(test_gzip_and_plain_are_equal),
      cmocka_unit_test(test_damaged_files),
      cmocka_unit_test(test_fashion_mnist),
  };
  return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
