/* HDF5 in memory: what is written is read again, a file of Keras's own is read, and damaged bytes are refused by name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/formats/formats.h"
#include "engine/formats/hdf5.h"

static Hdf5Node *small_tree(void) {
  Error error = {0};
  Hdf5Node *root = hdf5_node(NULL, "", NULL, &error);
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
  NdArray *count = nd_from_scalar((NdScalar){.type = ND_INT64, .as.i = 41}, ND_STRONG, &error);
  NdArray *none = nd_zeros(ND_FLOAT64, 1, (int64_t[]){0}, &error);
  hdf5_node(layers, "0", turned, &error);
  hdf5_node(root, "iteration", count, &error);
  hdf5_node(root, "none", none, &error);
  nd_release(kernel);
  nd_release(matrix);
  nd_release(turned);
  nd_release(count);
  nd_release(none);
  return root;
}

static void test_round_trip(void **state) {
  Error error = {0};
  Hdf5Node *tree = small_tree();
  size_t length;
  char *bytes = hdf5_bytes(tree, &length, &error);
  hdf5_free(tree);
  assert_non_null(bytes);
  Hdf5Node *read = hdf5_parse(bytes, length, "t.h5", &error);
  assert_non_null(read);
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
  hdf5_free(read);
  core_free(bytes);
}

/* A file that is cut anywhere, or in which a byte is another, is read or refused, and never more than that. */
static void damage(const char *bytes, size_t length) {
  char *copy = core_alloc_zero(length, 1);
  int refused = 0;
  for (size_t cut = 0; cut < length; cut += length / 60 + 1) {
    Error error = {0};
    Hdf5Node *node = hdf5_parse(bytes, cut, "cut.h5", &error);
    if (!node) assert_non_null(strstr(error.text, "cut.h5"));
    refused += node == NULL;
    hdf5_free(node);
  }
  assert_true(refused > 10);
  uint64_t random = 88172645463325252u;
  for (int round = 0; round < 600; round++) {
    memcpy(copy, bytes, length);
    for (int i = 0; i < 1 + round % 4; i++) {
      random ^= random << 13;
      random ^= random >> 7;
      random ^= random << 17;
      copy[random % (length < 4096 ? length : 4096)] = (char)(random >> 40);
    }
    Error error = {0};
    Hdf5Node *node = hdf5_parse(copy, length, "bad.h5", &error);
    if (!node) assert_true(error.code != ERROR_NONE);
    hdf5_free(node);
  }
  core_free(copy);
}

static void test_damaged_files(void **state) {
  Error error = {0};
  Hdf5Node *tree = small_tree();
  size_t length;
  char *bytes = hdf5_bytes(tree, &length, &error);
  hdf5_free(tree);
  damage(bytes, length);
  core_free(bytes);
  bytes = file_read(NNSH_SOURCE_DIR "/tests/keras/files/keras_legacy.h5", &length, &error);
  assert_non_null(bytes);
  damage(bytes, length);
  core_free(bytes);
  Hdf5Node *node = hdf5_parse("PK\3\4 no HDF5 at all", 20, "x.h5", &error);
  assert_null(node);
  assert_string_equal(error.text, "x.h5: not an HDF5 file");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_round_trip), cmocka_unit_test(test_damaged_files)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
