/* Errors of files that the other tests here do not raise: pictures, pickles, HDF5, .npy and .npz. Class and text are
 * held. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/core/memory.h"
#include "engine/formats/formats.h"
#include "engine/formats/hdf5.h"
#include "engine/formats/pickle.h"
#include "engine/formats/picture.h"

static Error error;

static void holds(ErrorCode code, const char *text) {
  assert_string_equal(error.text, text);
  assert_int_equal(error.code, code);
  error = (Error){0};
}

/* ---- Pictures ---- */

static void refuses_picture(const void *bytes, size_t length, int channels, ErrorCode code, const char *text) {
  Picture picture;
  assert_false(picture_decode(bytes, length, PICTURE_PLAIN, channels, false, &picture, &error));
  assert_null(picture.pixels);
  holds(code, text);
}

typedef struct Bmp {
  int32_t width, height;
  int bits;
  uint32_t header, compression, colours;
} Bmp;

/* A BMP file of 3000 bytes with these numbers in its header; everything else is 0xff. */
static void refuses_bmp(Bmp bmp, ErrorCode code, const char *text) {
  unsigned char bytes[3000];
  memset(bytes, 0xff, sizeof bytes);
  memcpy(bytes, "BM", 2);
  const uint32_t start = 2000, bits = 1u | (uint32_t)bmp.bits << 16;
  memcpy(bytes + 10, &start, 4);
  memcpy(bytes + 14, &bmp.header, 4);
  memcpy(bytes + 18, &bmp.width, 4);
  memcpy(bytes + 22, &bmp.height, 4);
  memcpy(bytes + 26, &bits, 4);
  memcpy(bytes + 30, &bmp.compression, 4);
  memcpy(bytes + 46, &bmp.colours, 4);
  refuses_picture(bytes, sizeof bytes, 0, code, text);
}

static void test_bmp(void **state) {
  static const char kinds[] = "only BMP files of 8, 24 or 32 bits without compression are read";
  refuses_bmp((Bmp){4, 4, 16, 40, 0, 0}, ERROR_NOT_IMPLEMENTED, kinds);
  refuses_bmp((Bmp){4, 4, 8, 40, 1, 0}, ERROR_NOT_IMPLEMENTED, kinds);
  refuses_bmp((Bmp){4, 4, 24, 12, 0, 0}, ERROR_NOT_IMPLEMENTED, kinds);
  refuses_bmp((Bmp){-4, 4, 24, 40, 0, 0}, ERROR_VALUE, "the BMP file's header is damaged");
  refuses_bmp((Bmp){0, 4, 24, 40, 0, 0}, ERROR_VALUE, "the BMP file's header is damaged");
  refuses_bmp((Bmp){4, 4, 8, 40, 0, 300}, ERROR_VALUE, "the BMP file's palette is damaged");
  refuses_bmp((Bmp){4, 4, 8, 40, 0, 16}, ERROR_VALUE, "the BMP file's palette is damaged");
  refuses_bmp((Bmp){1 << 21, 4, 24, 40, 0, 0}, ERROR_VALUE, "a picture of 2097152 x 4 pixels is too large");
  refuses_bmp((Bmp){4, 1 << 21, 24, 40, 0, 0}, ERROR_VALUE, "a picture of 4 x 2097152 pixels is too large");
}

/* 8 by 8 pixels in four inks. */
static const char inks[] =
    "ffd8ffee000e41646f626500640000000000ffdb004300281c1e231e19282321232d2b28303c64413c37373c7b585d4964918099968f80"
    "8c8aa0b4e6c3a0aadaad8a8cc8ffcbdaeef5ffffff9bc1fffffffaffe6fdfff8ffc000140800080008044311004d11005911004b1100ff"
    "c40014000100000000000000000000000000000005ffc40014100100000000000000000000000000000000ffda000e0443004d0059004b"
    "00003f005ca9322fffd9";

static void test_kinds(void **state) {
  refuses_picture("GIF89a\1\0\1\0\0\0\0", 13, 0, ERROR_NOT_IMPLEMENTED,
                  "GIF pictures are not read: use PNG, JPEG or BMP");
  unsigned char jpeg[sizeof inks / 2];
  for (size_t i = 0; i < sizeof jpeg; i++) {
    unsigned byte;
    assert_int_equal(sscanf(inks + 2 * i, "%2x", &byte), 1);
    jpeg[i] = (unsigned char)byte;
  }
  refuses_picture(jpeg, sizeof jpeg, 1, ERROR_NOT_IMPLEMENTED, "a JPEG of four inks is not read as grey");
  Picture picture;
  assert_true(picture_decode((const char *)jpeg, sizeof jpeg, PICTURE_PLAIN, 3, false, &picture, &error));
  picture_clear(&picture);
  /* More channels than a PNG can be given. */
  NdArray *pixels = nd_zeros(ND_UINT8, 2, (int64_t[]){2, 2}, &error);
  Text text = {0};
  assert_true(picture_encode_png(pixels, NULL, -1, false, &text, &error));
  refuses_picture(text.data, text.length, 5, ERROR_NOT_IMPLEMENTED, "a PNG of this kind is not read");
  text_free(&text);
  nd_release(pixels);
}

static void refuses_pixels(bool png, NdType type, int ndim, const int64_t *shape, const char *text) {
  NdArray *pixels = nd_zeros(type, ndim, shape, &error);
  Text out = {0};
  assert_non_null(pixels);
  if (png) assert_false(picture_encode_png(pixels, NULL, -1, false, &out, &error));
  else assert_false(picture_encode_jpeg(pixels, 90, false, &out, &error));
  text_free(&out);
  nd_release(pixels);
  holds(ERROR_VALUE, text);
}

static void test_encode(void **state) {
  static const char png[] = "a PNG is made of (rows, columns[, 1 to 4]) numbers of uint8 or uint16",
                    jpeg[] = "a JPEG is made of (rows, columns[, 1 or 3]) numbers of uint8";
  refuses_pixels(true, ND_UINT8, 3, (int64_t[]){2, 2, 5}, png);
  refuses_pixels(true, ND_FLOAT32, 2, (int64_t[]){2, 2}, png);
  refuses_pixels(true, ND_UINT8, 1, (int64_t[]){2}, png);
  refuses_pixels(true, ND_UINT8, 2, (int64_t[]){0, 2}, "a picture of 2 x 0 pixels is too large");
  refuses_pixels(false, ND_UINT8, 3, (int64_t[]){2, 2, 4}, jpeg);
  refuses_pixels(false, ND_UINT16, 2, (int64_t[]){2, 2}, jpeg);
  refuses_pixels(false, ND_UINT8, 2, (int64_t[]){0, 2}, "a JPEG has 1 to 65500 rows and columns");
  refuses_pixels(false, ND_UINT8, 2, (int64_t[]){65501, 1}, "a JPEG has 1 to 65500 rows and columns");
}

/* ---- Pickles ---- */

static void refuses_pickle(const char *bytes, const char *what) {
  char wanted[200];
  assert_null(pickle_parse(bytes, strlen(bytes), "p", &error));
  assert_true(strncmp(error.text, "'p' is not a pickle of plain data: ", 35) == 0);
  snprintf(wanted, sizeof wanted, "'p' is not a pickle of plain data: %s at byte ", what);
  error.text[strlen(wanted) < strlen(error.text) ? strlen(wanted) : 0] = '\0';
  holds(ERROR_VALUE, wanted);
}

#define DTYPE(code) "cnumpy\ndtype\n(S'" code "'\nI0\nI1\ntR"
#define ARRAY(dtype, data) \
  "cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I0\ntS'b'\ntR(I1\n(I2\nt" dtype "I00\n" data "tb."

static void test_pickles(void **state) {
  refuses_pickle("cnumpy.core.multiarray\nscalar\n(" DTYPE("f8") "S'abc'\ntR.", "a number has the wrong length");
  refuses_pickle(ARRAY(DTYPE("i4") "(I3\nS'>'\nNNNI-1\nI-1\nI0\ntb", "S'abcdefgh'\n"), "an array is stored big-endian");
  refuses_pickle(ARRAY(DTYPE("O8"), "(lp1\nI1\na"), "an array's objects do not fit its shape");
}

/* ---- HDF5 ---- */

static Hdf5Node *node(Hdf5Node *parent, const char *name, NdArray *array) {
  Hdf5Node *made = hdf5_node(parent, name, array, &error);
  assert_non_null(made);
  return made;
}

static void refuses_tree(Hdf5Node *root, const char *text) {
  size_t length;
  assert_null(hdf5_bytes(root, &length, &error));
  hdf5_free(root);
  holds(ERROR_OS, text);
}

static void test_hdf5(void **state) {
  int64_t shape[33];
  for (int i = 0; i < 33; i++) shape[i] = 1;
  NdArray *deep = nd_zeros(ND_FLOAT32, 33, shape, &error), *single = nd_zeros(ND_FLOAT32, 0, NULL, &error);
  /* Arrays of HDF5 have at most 32 dimensions. */
  Hdf5Node *root = node(NULL, "", NULL);
  node(root, "kernel", deep);
  refuses_tree(root, "libhdf5 could not write 'kernel'");
  root = node(NULL, "", NULL);
  Hdf5Attribute *attribute = hdf5_attribute(root, "places", &error);
  attribute->array = nd_retain(deep);
  refuses_tree(root, "libhdf5 could not write 'places'");
  /* Two things of one name. */
  root = node(NULL, "", NULL);
  node(root, "a", NULL);
  node(root, "a", NULL);
  refuses_tree(root, "libhdf5 could not write 'a'");
  /* Groups in groups in groups. */
  root = node(NULL, "", NULL);
  Hdf5Node *inner = root;
  for (int i = 0; i < 70; i++) inner = node(inner, "g", NULL);
  node(inner, "x", single);
  size_t length;
  char *bytes = hdf5_bytes(root, &length, &error);
  hdf5_free(root);
  assert_non_null(bytes);
  char path[] = "/tmp/hdf5_errors_XXXXXX";
  const int file = mkstemp(path);
  assert_int_equal(write(file, bytes, length), (ssize_t)length);
  close(file);
  core_free(bytes);
  assert_null(hdf5_read(path, 1 << 20, &error));
  unlink(path);
  holds(ERROR_OS, "Unable to synchronously open object (groups without end)");
  nd_release(deep);
  nd_release(single);
}

/* ---- .npy and .npz ---- */

static void refuses_npy(const char *descr, const char *text) {
  char bytes[400];
  const int length =
      snprintf(bytes + 10, sizeof bytes - 10, "{'descr': %s, 'fortran_order': False, 'shape': (1,), }\n", descr);
  memcpy(bytes, "\x93NUMPY\1", 8);
  bytes[8] = (char)(length & 0xff);
  bytes[9] = (char)(length >> 8);
  memset(bytes + 10 + length, 0, 64);
  assert_null(npy_parse(bytes, (size_t)length + 10 + 64, "x.npy", &error));
  holds(ERROR_VALUE, text);
}

static void test_npy(void **state) {
  static const char kinds[] = "'x.npy': structured arrays of this kind cannot be read here";
  refuses_npy("[5]", kinds);
  refuses_npy("[('a')]", kinds);
  refuses_npy("[('a', 5)]", kinds);
  refuses_npy("[('', '|V0')]", kinds);
  refuses_npy("[('a', '<i4', 2)]", kinds);
  refuses_npy("[('a', '<i4', (2,)]", kinds);
  refuses_npy("[('a', '<i4', (1000000, 1000000))]", kinds);
  refuses_npy("[('a', '<i4') ('b', '<i4')]", kinds);
  refuses_npy("[('a', [('b', [('c', [('d', [('e', [('f', [('g', [('h', [('i', [('j', [('k', [('l', '<i4')]"
              ")])])])])])])])])])])]", kinds);
  refuses_npy("[('a', '<i4'), ('a', '<i4')]", "field 'a' occurs more than once");
  refuses_npy("[('a', '<x4')]", "'x.npy': arrays of dtype '<x4' cannot be read here");
  refuses_npy("'>M8[s]'", "'x.npy': arrays of dtype '>M8[s]' cannot be read here");
  NdArray *objects = nd_new(ND_OBJECT, 1, (int64_t[]){0}, &error);
  assert_false(npy_write("/tmp/never_written.npy", objects, &error));
  holds(ERROR_VALUE, "Object arrays cannot be saved when allow_pickle=False");
  nd_release(objects);
}

static void test_npz(void **state) {
  NdArray *one = nd_zeros(ND_FLOAT32, 0, NULL, &error);
  static const char *const names[] = {"a"};
  assert_false(npz_write("/dev/null", names, &one, 1, false, &error));
  holds(ERROR_OS, "'/dev/null' is no regular file: an .npz archive needs one");
  nd_release(one);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_bmp),     cmocka_unit_test(test_kinds), cmocka_unit_test(test_encode),
      cmocka_unit_test(test_pickles), cmocka_unit_test(test_hdf5),  cmocka_unit_test(test_npy),
      cmocka_unit_test(test_npz),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
