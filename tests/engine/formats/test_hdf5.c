/* HDF5: what is written is read again, errors are h5py's, and the stream between two processes is checked. Damaged files
 * are tests/program/files/damaged_models.py's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/core/memory.h"
#include "engine/formats/formats.h"
#include "engine/formats/hdf5.h"

static Hdf5Node *small_tree(void) {
  Error error = {0};
  Hdf5Node *root = hdf5_node(NULL, "", NULL, &error);
  NdArray *count = nd_from_scalar((NdScalar){.type = ND_INT64, .as.i = 41}, ND_STRONG, &error);
  hdf5_node(root, "iteration", count, &error);
  Hdf5Node *layers = hdf5_node(root, "layers", NULL, &error);
  Hdf5Attribute *name = hdf5_attribute(layers, "name", &error);
  name->texts = core_alloc_zero(1, sizeof *name->texts);
  name->texts[0] = core_strdup("d\303\244nse");
  name->text_count = 1;
  Hdf5Attribute *names = hdf5_attribute(layers, "weight_names", &error);
  names->is_list = true;
  names->texts = core_alloc_zero(2, sizeof *names->texts);
  names->texts[0] = core_strdup("kernel");
  names->texts[1] = core_strdup("");
  names->text_count = 2;
  NdArray *kernel = nd_arange((NdScalar){.type = ND_FLOAT32, .as.f = 0}, (NdScalar){.type = ND_FLOAT32, .as.f = 6},
                              (NdScalar){.type = ND_FLOAT32, .as.f = 1}, ND_FLOAT32, &error);
  NdArray *matrix = nd_reshape(kernel, 2, (int64_t[]){2, 3}, &error);
  NdArray *turned = nd_transpose(matrix, NULL, &error);
  NdArray *none = nd_zeros(ND_FLOAT64, 1, (int64_t[]){0}, &error);
  hdf5_node(layers, "0", turned, &error);
  hdf5_node(root, "none", none, &error);
  nd_release(kernel);
  nd_release(matrix);
  nd_release(turned);
  nd_release(count);
  nd_release(none);
  return root;
}

/* The tree of these bytes, read by libhdf5 from a file. */
static Hdf5Node *tree_of(const char *bytes, size_t length, Error *error) {
  char path[] = "/tmp/nnsh_hdf5_XXXXXX";
  const int descriptor = mkstemp(path);
  assert_true(descriptor >= 0);
  assert_int_equal(write(descriptor, bytes, length), (ssize_t)length);
  close(descriptor);
  Hdf5Node *tree = hdf5_read(path, 1 << 20, error);
  unlink(path);
  return tree;
}

static void check_tree(const Hdf5Node *read) {
  assert_int_equal(read->child_count, 3); /* in the order of names */
  assert_string_equal(read->children[0]->name, "iteration");
  assert_int_equal(*(const int64_t *)read->children[0]->array->data, 41);
  assert_int_equal(read->children[0]->array->ndim, 0);
  const Hdf5Node *layers = read->children[1];
  assert_int_equal(layers->attribute_count, 2);
  assert_string_equal(layers->attributes[0].texts[0], "d\303\244nse");
  assert_true(layers->attributes[1].is_list);
  assert_int_equal(layers->attributes[1].text_count, 2);
  assert_string_equal(layers->attributes[1].texts[1], "");
  const float *values = (const float *)layers->children[0]->array->data;
  assert_int_equal(layers->children[0]->array->shape[0], 3);
  assert_float_equal(values[1], 3, 0);
  assert_int_equal(read->children[2]->array->size, 0);
}

static void test_round_trip(void **state) {
  Error error = {0};
  Hdf5Node *tree = small_tree();
  size_t length;
  char *bytes = hdf5_bytes(tree, &length, &error);
  hdf5_free(tree);
  assert_non_null(bytes);
  Hdf5Node *read = tree_of(bytes, length, &error);
  assert_non_null(read);
  check_tree(read);
  hdf5_free(read);
  core_free(bytes);
}

static void test_errors(void **state) {
  Error error = {0};
  assert_null(tree_of("PK\3\4 no HDF5 at all", 20, &error));
  assert_int_equal(error.code, ERROR_OS);
  assert_string_equal(error.text, "Unable to synchronously open file (file signature not found)");
  /* More than it may take is refused before it is read. */
  Hdf5Node *root = hdf5_node(NULL, "", NULL, &error);
  NdArray *large = nd_zeros(ND_FLOAT64, 1, (int64_t[]){1 << 18}, &error);
  hdf5_node(root, "large", large, &error);
  size_t length;
  char *bytes = hdf5_bytes(root, &length, &error);
  assert_null(tree_of(bytes, length, &error));
  assert_non_null(strstr(error.text, "more values"));
  nd_release(large);
  hdf5_free(root);
  core_free(bytes);
}

/* ---- The stream between two processes ---- */

typedef struct Stream {
  char bytes[8192];
  size_t length, at;
} Stream;

static bool put(void *context, const void *bytes, size_t length) {
  Stream *stream = context;
  if (length > sizeof stream->bytes - stream->length) return false;
  memcpy(stream->bytes + stream->length, bytes, length);
  stream->length += length;
  return true;
}

static bool take(void *context, void *bytes, size_t length) {
  Stream *stream = context;
  if (length > stream->length - stream->at) return false;
  memcpy(bytes, stream->bytes + stream->at, length);
  stream->at += length;
  return true;
}

static void test_stream(void **state) {
  Error error = {0};
  Hdf5Node *tree = small_tree();
  Stream whole = {0};
  assert_true(hdf5_send(tree, NULL, put, &whole));
  hdf5_free(tree);
  Hdf5Node *read = hdf5_receive(take, &whole, 1 << 20, &error);
  assert_int_equal(whole.at, whole.length);
  check_tree(read);
  hdf5_free(read);
  /* Cut anywhere it ends early; with other bytes it is read or refused. */
  for (size_t cut = 0; cut < whole.length; cut++) {
    Stream part = whole;
    part.at = 0;
    part.length = cut;
    assert_null(hdf5_receive(take, &part, 1 << 20, &error));
    assert_int_equal(error.code, ERROR_EOF);
  }
  uint64_t random = 88172645463325252u;
  for (int round = 0; round < 2000; round++) {
    Stream other = whole;
    other.at = 0;
    for (int i = 0; i < 1 + round % 3; i++) {
      random ^= random << 13;
      random ^= random >> 7;
      random ^= random << 17;
      other.bytes[random % other.length] ^= (char)(1 << (random >> 40) % 8);
    }
    read = hdf5_receive(take, &other, 1 << 20, &error);
    if (!read) assert_true(error.code != ERROR_NONE);
    hdf5_free(read);
  }
  /* An error goes the same way. */
  Stream refused = {0};
  Error sent = {0};
  core_fail(&sent, ERROR_VALUE, "Not allowed");
  core_hint(&sent, "write it anew");
  assert_true(hdf5_send(NULL, &sent, put, &refused));
  assert_null(hdf5_receive(take, &refused, 1 << 20, &error));
  assert_int_equal(error.code, ERROR_VALUE);
  assert_string_equal(error.text, "Not allowed");
  assert_string_equal(error.hint, "write it anew");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_round_trip), cmocka_unit_test(test_errors),
                                     cmocka_unit_test(test_stream)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
