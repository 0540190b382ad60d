/* .npy and .npz: files that numpy wrote are read, and written again byte by byte (tests/golden/numpy_files.py). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "engine/formats/formats.h"
#include "tests/golden/numpy_files.h"

static char folder[] = "/tmp/nnsh-npy-XXXXXX";

static const char *path_of(const char *name) {
  static char path[256];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return path;
}

static char *unhex(const char *hex, size_t *length) {
  *length = strlen(hex) / 2;
  char *bytes = malloc(*length + 1);
  for (size_t i = 0; i < *length; i++) {
    unsigned byte;
    sscanf(hex + 2 * i, "%2x", &byte);
    bytes[i] = (char)byte;
  }
  return bytes;
}

static const char *put(const char *name, const char *bytes, size_t length) {
  const char *path = path_of(name);
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, length, file), length);
  fclose(file);
  return path;
}

/* As the generator makes element i in C order. */
static double expected_value(NdType type, int64_t i) {
  double value = fmod((double)i * 7, 101);
  if (nd_types[type].kind == 'b') return fmod(value, 2) == 1;
  return nd_types[type].kind == 'u' ? value : value - 20;
}

static void check_values(const NdArray *array, const char *dtype, int ndim, const int64_t *shape) {
  assert_string_equal(nd_types[nd_native(array->type)].name, dtype);
  assert_int_equal(array->ndim, ndim);
  for (int i = 0; i < ndim; i++) assert_int_equal(array->shape[i], shape[i]);
  for (int64_t i = 0; i < array->size; i++) {
    int64_t index[4], rest = i;
    for (int axis = ndim - 1; axis >= 0; axis--) {
      index[axis] = rest % shape[axis];
      rest /= shape[axis];
    }
    assert_true(nd_scalar_as_double(nd_get(array, index)) == expected_value(nd_native(array->type), i));
  }
}

static void test_files_of_numpy(void **state) {
  for (size_t i = 0; i < sizeof npy_golden / sizeof *npy_golden; i++) {
    const struct NpyGolden *row = &npy_golden[i];
    Error error = {0};
    size_t length, wrote;
    char *bytes = unhex(row->hex, &length);
    NdArray *parsed = npy_parse(bytes, length, "parsed", &error);
    if (!parsed) fail_msg("row %zu: %s", i, error.text);
    check_values(parsed, row->dtype, row->ndim, row->shape);
    NdArray *read = npy_read(put("a.npy", bytes, length), &error);
    if (!read) fail_msg("row %zu: %s", i, error.text);
    check_values(read, row->dtype, row->ndim, row->shape);
    if (row->fortran) assert_false(nd_is_contiguous(read));
    if (row->written) {
      if (!npy_write(path_of("b.npy"), read, &error)) fail_msg("row %zu: %s", i, error.text);
      char *again = file_read(path_of("b.npy"), &wrote, &error);
      assert_int_equal(wrote, length);
      assert_memory_equal(again, bytes, length);
      core_free(again);
    }
    nd_release(read);
    nd_release(parsed);
    free(bytes);
  }
}

/* A strided view is written as its copy. */
static void test_views_are_written(void **state) {
  Error error = {0};
  int64_t shape[3] = {2, 3, 4};
  int axes[3] = {1, 0, 2};
  NdArray *array = nd_new(ND_INT32, 3, shape, &error);
  for (int i = 0; i < 24; i++) ((int32_t *)array->data)[i] = i;
  NdArray *view = nd_transpose(array, axes, &error), *copy = nd_copy(view, &error);
  size_t a, b;
  assert_true(npy_write(path_of("view.npy"), view, &error));
  char *of_view = file_read(path_of("view.npy"), &a, &error);
  assert_true(npy_write(path_of("view.npy"), copy, &error));
  char *of_copy = file_read(path_of("view.npy"), &b, &error);
  assert_int_equal(a, b);
  assert_memory_equal(of_view, of_copy, a);
  core_free(of_view);
  core_free(of_copy);
  nd_release(copy);
  nd_release(view);
  nd_release(array);
}

static void test_damaged_files(void **state) {
  for (size_t i = 0; i < sizeof npy_bad / sizeof *npy_bad; i++) {
    Error error = {0};
    size_t length, before = core_memory_now();
    char *bytes = unhex(npy_bad[i].hex, &length);
    assert_null(npy_read(put("bad.npy", bytes, length), &error));
    assert_true(error.code == ERROR_VALUE || error.code == ERROR_EOF);
    if (!strstr(error.text, npy_bad[i].what) || !strstr(error.text, "bad.npy"))
      fail_msg("row %zu: '%s' does not say '%s'", i, error.text, npy_bad[i].what);
    assert_null(npy_parse(bytes, length, "bad.npy", &error));
    assert_int_equal(core_memory_now(), before);
    free(bytes);
  }
}

/* Every prefix of a good file, and every file with one byte changed: an array or an error, never a crash. */
static void test_every_cut_and_every_wrong_byte(void **state) {
  Error error = {0};
  size_t length;
  char *bytes = unhex(npy_golden[3].hex, &length);
  for (size_t cut = 0; cut < length; cut++) {
    char *prefix = malloc(cut + 1); /* its own block, so that a sanitizer sees a read behind its end */
    memcpy(prefix, bytes, cut);
    assert_null(npy_parse(prefix, cut, "cut", &error));
    free(prefix);
  }
  for (size_t at = 0; at < length; at++)
    for (int value = 0; value < 256; value += 5) {
      char kept = bytes[at];
      bytes[at] = (char)value;
      nd_release(npy_parse(bytes, length, "changed", &error));
      bytes[at] = kept;
    }
  free(bytes);
}

static void check_members(Npz *npz) {
  static const int64_t images[3] = {4, 3, 2}, labels[1] = {4}, matrix[2] = {3, 4};
  static const struct {
    const char *name, *dtype;
    int ndim;
    const int64_t *shape;
  } members[] = {{"x_train", "uint8", 3, images}, {"y_train", "int64", 1, labels}, {"weights", "float32", 2, matrix}};
  assert_int_equal(npz_count(npz), 3);
  for (int i = 0; i < 3; i++) {
    Error error = {0};
    assert_string_equal(npz_name(npz, i), members[i].name);
    NdArray *array = npz_read(npz, members[i].name, &error);
    if (!array) fail_msg("%s: %s", members[i].name, error.text);
    check_values(array, members[i].dtype, members[i].ndim, members[i].shape);
    assert_int_equal((uintptr_t)array->data % 64, 0);
    nd_release(array);
  }
  assert_null(npz_name(npz, 3));
}

static void test_archives_of_numpy(void **state) {
  static const char *const archives[] = {npz_stored, npz_deflated, npz_bzip2};
  for (size_t i = 0; i < sizeof archives / sizeof *archives; i++) {
    Error error = {0};
    size_t length, before = core_memory_now();
    char *bytes = unhex(archives[i], &length);
    Npz *npz = npz_open(put("a.npz", bytes, length), &error);
    if (!npz) fail_msg("%s", error.text);
    check_members(npz);
    NdArray *with_ending = npz_read(npz, "y_train.npy", &error);
    assert_non_null(with_ending);
    nd_release(with_ending);
    assert_null(npz_read(npz, "z", &error));
    assert_int_equal(error.code, ERROR_KEY);
    assert_string_equal(error.text, "z is not a file in the archive");
    npz_close(npz);
    free(bytes);
    assert_int_equal(core_memory_now(), before);
  }
}

static void test_archives_are_written_and_read(void **state) {
  for (int compressed = 0; compressed < 2; compressed++) {
    Error error = {0};
    size_t length, first_length;
    char *bytes = unhex(npz_stored, &length);
    Npz *npz = npz_open(put("a.npz", bytes, length), &error);
    const char *names[3] = {"x_train", "y_train", "weights"};
    NdArray *arrays[3];
    for (int i = 0; i < 3; i++) arrays[i] = npz_read(npz, names[i], &error);
    npz_close(npz);
    if (!npz_write(path_of("c.npz"), names, arrays, 3, compressed, &error)) fail_msg("%s", error.text);
    npz = npz_open(path_of("c.npz"), &error);
    assert_non_null(npz);
    check_members(npz);
    npz_close(npz);
    /* The same arrays give the same bytes; and the members hold what numpy wrote. */
    char *first = file_read(path_of("c.npz"), &first_length, &error);
    assert_true(npz_write(path_of("c.npz"), names, arrays, 3, compressed, &error));
    char *second = file_read(path_of("c.npz"), &length, &error);
    assert_int_equal(first_length, length);
    assert_memory_equal(first, second, length);
    if (!compressed) {
      size_t member_length;
      assert_true(npy_write(path_of("m.npy"), arrays[2], &error));
      char *member = file_read(path_of("m.npy"), &member_length, &error);
      assert_non_null(memmem(first, first_length, member, member_length));
      assert_non_null(memmem(bytes, strlen(npz_stored) / 2, member, member_length));
      core_free(member);
    }
    core_free(first);
    core_free(second);
    for (int i = 0; i < 3; i++) nd_release(arrays[i]);
    free(bytes);
  }
}

static void test_empty_archive(void **state) {
  Error error = {0};
  size_t length, wrote;
  char *bytes = unhex(npz_empty, &length);
  assert_true(npz_write(path_of("empty.npz"), NULL, NULL, 0, false, &error));
  char *again = file_read(path_of("empty.npz"), &wrote, &error);
  assert_int_equal(wrote, length);
  assert_memory_equal(again, bytes, length);
  Npz *npz = npz_open(path_of("empty.npz"), &error);
  assert_non_null(npz);
  assert_int_equal(npz_count(npz), 0);
  npz_close(npz);
  core_free(again);
  free(bytes);
}

/* Cut or changed archives: an error that names the file, or the right values (a byte of a date changes nothing). */
static void test_damaged_archives(void **state) {
  static const char *const archives[] = {npz_stored, npz_deflated};
  for (int a = 0; a < 2; a++) {
    size_t length, before = core_memory_now();
    int refused = 0;
    char *bytes = unhex(archives[a], &length);
    for (size_t at = 0; at < length; at += 3) {
      Error error = {0};
      char kept = bytes[at];
      bytes[at] = (char)~kept;
      Npz *npz = npz_open(put("d.npz", bytes, at % 2 ? length : at), &error);
      bytes[at] = kept;
      for (int i = 0; npz && i < npz_count(npz); i++) {
        NdArray *array = npz_read(npz, npz_name(npz, i), &error);
        if (!array) refused++;
        nd_release(array);
      }
      if (!npz) refused++;
      if (error.code != ERROR_NONE && error.code != ERROR_KEY) assert_non_null(strstr(error.text, "d.npz"));
      npz_close(npz);
    }
    free(bytes);
    assert_true(refused > 100);
    assert_int_equal(core_memory_now(), before);
  }
}

static void test_files_that_are_not_there(void **state) {
  Error error = {0};
  char wanted[300];
  assert_null(npy_read(path_of("none.npy"), &error));
  snprintf(wanted, sizeof wanted, "[Errno 2] No such file or directory: '%s'", path_of("none.npy"));
  assert_int_equal(error.code, ERROR_FILE_NOT_FOUND);
  assert_string_equal(error.text, wanted);
  error.code = ERROR_NONE;
  assert_null(npz_open(path_of("none.npy"), &error));
  assert_int_equal(error.code, ERROR_FILE_NOT_FOUND);
  assert_string_equal(error.text, wanted);
  assert_null(npy_read("", &error));
  assert_int_equal(error.code, ERROR_FILE_NOT_FOUND);
  assert_null(npy_read(folder, &error));
  assert_int_equal(error.code, ERROR_OS);
  assert_non_null(strstr(error.text, "Is a directory"));
  assert_null(npz_open(folder, &error));
  assert_true(error.code == ERROR_OS || error.code == ERROR_VALUE);
  NdArray *array = nd_zeros(ND_INT8, 0, NULL, &error);
  assert_false(npy_write(path_of("no/such/folder.npy"), array, &error));
  assert_int_equal(error.code, ERROR_FILE_NOT_FOUND);
  assert_false(npy_write(folder, array, &error));
  assert_int_equal(error.code, ERROR_OS);
  nd_release(array);
}

/* A write that fails leaves the old file, and no temporary one. */
static void test_writing_replaces_at_once(void **state) {
  Error error = {0};
  struct stat status;
  assert_true(file_write(path_of("kept"), "old", 3, 0600, &error));
  assert_int_equal(stat(path_of("kept"), &status), 0);
  assert_int_equal(status.st_mode & 0777, 0600);
  atomic_fetch_add(&core_interrupts, 1);
  assert_false(file_write(path_of("kept"), "new", 3, 0666, &error));
  assert_int_equal(error.code, ERROR_INTERRUPT);
  size_t length;
  char *bytes = file_read(path_of("kept"), &length, &error);
  assert_string_equal(bytes, "old");
  core_free(bytes);
  /* A link stays a link, its target gets the bytes, and a private file stays private. */
  char link[256];
  snprintf(link, sizeof link, "%s", path_of("link"));
  assert_int_equal(symlink("kept", link), 0);
  assert_true(file_write(link, "newer", 5, 0666, &error));
  assert_int_equal(lstat(link, &status), 0);
  assert_true(S_ISLNK(status.st_mode));
  assert_int_equal(stat(path_of("kept"), &status), 0);
  assert_int_equal(status.st_mode & 0777, 0600);
  bytes = file_read(path_of("kept"), &length, &error);
  assert_string_equal(bytes, "newer");
  core_free(bytes);
  assert_true(file_write("/dev/null", "x", 1, 0666, &error));
  char command[300];
  snprintf(command, sizeof command, "ls %s | grep -q tmp", folder);
  assert_int_not_equal(system(command), 0);
}

static int make_folder(void **state) { return mkdtemp(folder) ? 0 : -1; }

static int remove_folder(void **state) {
  char command[300];
  snprintf(command, sizeof command, "rm -rf %s", folder);
  return system(command);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_files_of_numpy),
      cmocka_unit_test(test_views_are_written),
      cmocka_unit_test(test_damaged_files),
      cmocka_unit_test(test_every_cut_and_every_wrong_byte),
      cmocka_unit_test(test_archives_of_numpy),
      cmocka_unit_test(test_archives_are_written_and_read),
      cmocka_unit_test(test_empty_archive),
      cmocka_unit_test(test_damaged_archives),
      cmocka_unit_test(test_files_that_are_not_there),
      cmocka_unit_test(test_writing_replaces_at_once),
  };
  return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
