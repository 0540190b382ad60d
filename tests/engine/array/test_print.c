/* Arrays and scalars as text: numpy is the referee, compared whole (tests/golden/numpy_print.py). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/array/print.h"
#include "engine/core/memory.h"

static void reset_options(void) {
  nd_print_options = (NdPrintOptions){.precision = 8, .threshold = 1000, .edgeitems = 3, .linewidth = 75,
                                      .sign = '-', .nan_text = "nan", .inf_text = "inf"};
}

/* "str 12\n<12 bytes>\n" */
static char *read_block(FILE *file, const char *word) {
  char found[16];
  size_t length;
  if (fscanf(file, "%15s %zu", found, &length) != 2 || strcmp(found, word) != 0) fail_msg("golden file: no %s", word);
  assert_int_equal(fgetc(file), '\n');
  char *text = calloc(length + 1, 1);
  assert_int_equal(fread(text, 1, length, file), length);
  assert_int_equal(fgetc(file), '\n');
  return text;
}

static void read_hex(FILE *file, char *bytes, size_t length) {
  for (size_t i = 0; i < length; i++) {
    unsigned byte;
    assert_int_equal(fscanf(file, "%2x", &byte), 1);
    bytes[i] = (char)byte;
  }
}

static NdArray *read_array(FILE *file) {
  char type_name[16], word[16];
  int suppress, ndim;
  int64_t shape[ND_MAX_DIMS];
  Error error = {0};
  NdPrintOptions *options = &nd_print_options;
  assert_int_equal(fscanf(file, "%15s %d %d %d %d %d %d", type_name, &options->precision, &options->threshold,
                          &options->edgeitems, &options->linewidth, &suppress, &ndim), 7);
  options->suppress = suppress != 0;
  for (int i = 0; i < ndim; i++) assert_int_equal(fscanf(file, "%ld", &shape[i]), 1);
  int type = nd_type_named(type_name);
  assert_true(type >= 0);
  assert_int_equal(fscanf(file, "%15s", word), 1);
  if (strcmp(word, "linear") == 0) {
    double start, step;
    assert_int_equal(fscanf(file, "%lf %lf", &start, &step), 2);
    NdArray *wide = nd_new(ND_FLOAT64, ndim, shape, &error);
    for (int64_t i = 0; i < wide->size; i++) ((double *)wide->data)[i] = start + step * (double)i;
    NdArray *array = nd_astype(wide, (NdType)type, &error);
    nd_release(wide);
    return array;
  }
  NdArray *array = nd_new((NdType)type, ndim, shape, &error);
  assert_non_null(array);
  read_hex(file, array->data, (size_t)array->size * (size_t)nd_types[type].itemsize);
  return array;
}

static int compare(const char *what, int line, const char *got, const char *expected) {
  if (strcmp(got, expected) == 0) return 0;
  print_error("case %d, %s:\n%s\nnumpy prints:\n%s\n", line, what, got, expected);
  return 1;
}

static void test_text_equals_numpy(void **state) {
  FILE *file = fopen(NNSH_SOURCE_DIR "/tests/golden/numpy_print.txt", "rb");
  assert_non_null(file);
  char word[16];
  int arrays = 0, scalars = 0, wrong = 0;
  while (fscanf(file, "%15s", word) == 1) {
    Text str = {0}, repr = {0};
    if (strcmp(word, "array") == 0) {
      NdArray *array = read_array(file);
      nd_print_str(&str, array);
      nd_print_repr(&repr, array);
      nd_release(array);
      arrays++;
    } else {
      assert_string_equal(word, "scalar");
      char type_name[16];
      assert_int_equal(fscanf(file, "%15s", type_name), 1);
      Error error = {0};
      NdType type = (NdType)nd_type_named(type_name);
      NdArray *array = nd_new(type, 0, NULL, &error);
      fgetc(file);
      read_hex(file, array->data, (size_t)nd_types[type].itemsize);
      nd_print_scalar_str(&str, nd_get(array, NULL));
      nd_print_scalar_repr(&repr, nd_get(array, NULL));
      nd_release(array);
      scalars++;
    }
    char *expected_str = read_block(file, "str"), *expected_repr = read_block(file, "repr");
    wrong += compare("str", arrays + scalars, text_string(&str), expected_str);
    wrong += compare("repr", arrays + scalars, text_string(&repr), expected_repr);
    free(expected_str);
    free(expected_repr);
    text_free(&str);
    text_free(&repr);
    if (wrong > 20) break;
  }
  fclose(file);
  reset_options();
  assert_int_equal(wrong, 0);
  assert_true(arrays >= 300);
  assert_true(scalars >= 300);
}

/* A transposed and a strided view print as their copies do. */
static void test_views_print_as_copies(void **state) {
  Error error = {0};
  int64_t shape[3] = {9, 8, 30};
  NdArray *array = nd_new(ND_FLOAT32, 3, shape, &error);
  for (int i = 0; i < array->size; i++) ((float *)array->data)[i] = (float)i / 7;
  NdArray *view = nd_transpose(array, NULL, &error), *copy = nd_copy(view, &error);
  Text a = {0}, b = {0};
  nd_print_repr(&a, view);
  nd_print_repr(&b, copy);
  assert_string_equal(text_string(&a), text_string(&b));
  assert_non_null(strstr(text_string(&a), "..."));
  text_free(&a);
  text_free(&b);
  nd_release(copy);
  nd_release(view);
  nd_release(array);
}

/* numpy.array2string(a, separator=', ', prefix='values=') and text that stands before. */
static void test_prefix(void **state) {
  Error error = {0};
  int64_t shape[2] = {2, 2};
  NdArray *array = nd_zeros(ND_FLOAT64, 2, shape, &error);
  Text text = {0};
  text_add(&text, "values=");
  nd_print_array(&text, array, ", ", "values=", 0);
  assert_string_equal(text_string(&text), "values=[[0., 0.],\n        [0., 0.]]");
  text_free(&text);
  nd_release(array);
}

static void test_failed_allocations(void **state) {
  Error error = {0};
  int64_t shape[2] = {40, 40};
  NdArray *array = nd_zeros(ND_FLOAT64, 2, shape, &error);
  size_t before = core_memory_now();
  bool failed = false;
  for (uint64_t nth = 1; nth < 30; nth++) {
    Text text = {0};
    core_fail_allocation(nth);
    nd_print_repr(&text, array);
    core_fail_allocation(0);
    failed = failed || text.failed;
    text_free(&text);
    assert_int_equal(core_memory_now(), before);
  }
  assert_true(failed);
  nd_release(array);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_text_equals_numpy),
      cmocka_unit_test(test_views_print_as_copies),
      cmocka_unit_test(test_prefix),
      cmocka_unit_test(test_failed_allocations),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
