/* What the golden calls do not reach: memory and its owners, failed allocations, Ctrl-C, single elements, halves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/array/array.h"
#include "engine/array/half.h"
#include "engine/array/index.h"
#include "engine/array/linalg.h"
#include "engine/array/reduce.h"
#include "engine/array/ufunc.h"
#include "engine/core/interrupt.h"
#include "engine/core/memory.h"

static int releases;

static void count_release(NdBuffer *buffer) {
  releases++;
  free(buffer->owner);
}

static void test_foreign_buffer_is_released_once(void **state) {
  NdBuffer *buffer = core_alloc(sizeof *buffer);
  float *memory = malloc(24 * sizeof *memory);
  for (int i = 0; i < 24; i++) memory[i] = (float)i;
  *buffer = (NdBuffer){.references = 1, .bytes = 96, .data = (char *)memory, .release = count_release, .owner = memory};
  Error error;
  NdArray *array = nd_on_buffer(buffer, 16, ND_FLOAT32, 2, (int64_t[]){4, 5}, NULL, &error);
  assert_non_null(array);
  nd_buffer_release(buffer);
  NdArray *turned = nd_transpose(array, NULL, &error);
  nd_release(array);
  assert_int_equal(releases, 0);
  assert_true(nd_get(turned, (int64_t[]){3, 2}).as.f == 4 + 2 * 5 + 3);
  nd_release(turned);
  assert_int_equal(releases, 1);
}

static void test_views_stay_inside_their_buffer(void **state) {
  Error error;
  NdBuffer *buffer = nd_buffer_new(96, &error);
  assert_null(nd_on_buffer(buffer, 17, ND_FLOAT32, 2, (int64_t[]){4, 5}, NULL, &error));
  assert_int_equal(error.code, ERROR_VALUE);
  assert_null(nd_on_buffer(buffer, 0, ND_FLOAT32, 1, (int64_t[]){2}, (int64_t[]){-4}, &error));
  assert_null(nd_on_buffer(buffer, 0, ND_FLOAT32, 1, (int64_t[]){INT64_MAX}, NULL, &error));
  NdArray *empty = nd_on_buffer(buffer, 96, ND_FLOAT32, 1, (int64_t[]){0}, NULL, &error);
  assert_non_null(empty);
  nd_release(empty);
  nd_buffer_release(buffer);
}

static void test_sizes_that_cannot_be(void **state) {
  Error error;
  assert_null(nd_new(ND_FLOAT64, 2, (int64_t[]){3, -1}, &error));
  assert_string_equal(error.text, "negative dimensions are not allowed");
  assert_null(nd_new(ND_FLOAT64, 3, (int64_t[]){1 << 30, 1 << 30, 1 << 30}, &error));
  assert_string_equal(error.text, "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum "
                                  "possible size.");
  core_fail_allocation(2);
  assert_null(nd_new(ND_FLOAT64, 2, (int64_t[]){60000, 784}, &error));
  assert_int_equal(error.code, ERROR_MEMORY);
  assert_string_equal(error.text, "Unable to allocate 359. MiB for an array with shape (60000, 784) and data type "
                                  "float64");
}

static void test_dtype_names(void **state) {
  static const struct { const char *name; int type; } names[] = {
      {"float", ND_FLOAT64}, {"f4", ND_FLOAT32}, {"<f8", ND_FLOAT64}, {"int", ND_INT64}, {"u1", ND_UINT8},
      {"?", ND_BOOL}, {"uint8", ND_UINT8}, {"half", ND_FLOAT16}, {"single", ND_FLOAT32}, {"double", ND_FLOAT64},
      {"b", ND_INT8}, {"bool", ND_BOOL}, {"", -1}, {"floaty", -1}, {"f", ND_FLOAT32}, {"flo", -1},
      {"int_ intp", -1}, {">f8", ND_SWAPPED_FIRST + ND_FLOAT64}, {">u1", ND_UINT8},
      {">U", -1}, {">", -1}, {"><f8", -1},
  };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    assert_int_equal(nd_type_named(names[i].name), names[i].type);
}

/* Every half and every point midway between two halves, with its neighbours: rounding by definition. */
static void test_halves_round_to_nearest_even(void **state) {
  for (uint32_t bits = 0; bits < 0x7C00; bits++) {
    double low = (double)nd_half_to_float((uint16_t)bits), high = bits + 1 == 0x7C00 ? 65536.0
                                                           : (double)nd_half_to_float((uint16_t)(bits + 1));
    double middle = (low + high) / 2;
    uint16_t even = (uint16_t)(bits & 1 ? bits + 1 : bits);
    assert_int_equal(nd_double_to_half(low), bits);
    assert_int_equal(nd_double_to_half(-low), bits | 0x8000u);
    assert_int_equal(nd_double_to_half(middle), even);
    assert_int_equal(nd_double_to_half(nextafter(middle, 0.0)), bits);
    assert_int_equal(nd_double_to_half(nextafter(middle, 1e9)), bits + 1);
  }
  assert_true(isnan(nd_half_to_float(nd_double_to_half((double)NAN))));
  assert_int_equal(nd_double_to_half((double)INFINITY), 0x7C00);
}

static void test_read_only_arrays(void **state) {
  Error error;
  NdArray *row = nd_zeros(ND_INT32, 1, (int64_t[]){3}, &error);
  NdArray *wide = nd_broadcast_to(row, 2, (int64_t[]){2, 3}, &error);
  NdIndex zero = {.kind = ND_INDEX_INT};
  assert_false(nd_set_index(wide, &zero, 1, row, &error));
  assert_string_equal(error.text, "assignment destination is read-only");
  assert_null(nd_apply("add", wide, row, wide, &error));
  assert_string_equal(error.text, "output array is read-only");
  nd_release(wide);
  nd_release(row);
}

static void test_single_elements(void **state) {
  Error error;
  NdArray *array = nd_zeros(ND_UINT8, 2, (int64_t[]){2, 2}, &error);
  nd_put(array, (int64_t[]){1, 0}, (NdScalar){.type = ND_INT64, .as.i = 300});
  assert_int_equal(nd_get(array, (int64_t[]){1, 0}).as.u, 44);
  NdScalar value;
  assert_false(nd_item(array, &value, &error));
  assert_string_equal(error.text, "can only convert an array of size 1 to a Python scalar");
  NdIndex items[2] = {{.kind = ND_INDEX_INT, .integer = 1}, {.kind = ND_INDEX_INT, .integer = 0}};
  NdArray *element = nd_get_index(array, items, 2, &error);
  assert_int_equal(element->ndim, 0);
  assert_ptr_equal(element->buffer, array->buffer);
  assert_true(nd_item(element, &value, &error));
  assert_int_equal(value.as.u, 44);
  assert_int_equal(nd_scalar_as_int(nd_scalar_cast((NdScalar){.type = ND_FLOAT64, .as.f = -1.9}, ND_INT16)), -1);
  char text[64];
  nd_shape_text(3, (int64_t[]){60000, 28, 28}, text, sizeof text);
  assert_string_equal(text, "(60000, 28, 28)");
  nd_shape_text(1, (int64_t[]){5}, text, sizeof text);
  assert_string_equal(text, "(5,)");
  nd_shape_text(2, (int64_t[]){123456, 7}, text, 6);
  assert_string_equal(text, "(1234");
  nd_release(element);
  nd_release(array);
}

static void test_every_table_row_runs_or_says_why(void **state) {
  Error error;
  for (int i = 0; i < nd_ufunc_count; i++) {
    int ran = 0;
    for (int type = 0; type < ND_STRING; type++) {
      NdArray *array = nd_full((NdScalar){.type = (NdType)type, .as.u = type == ND_BOOL}, 1, (int64_t[]){5}, &error);
      error.code = ERROR_NONE;
      NdArray *result = nd_ufunc(&nd_ufuncs[i], array, array, NULL, &error);
      if (result == NULL) assert_int_equal(error.code, ERROR_TYPE);
      ran += result != NULL;
      nd_release(result);
      nd_release(array);
    }
    assert_true(ran >= 4 || strcmp(nd_ufuncs[i].name, "isnat") == 0);
    assert_true(strlen(nd_ufuncs[i].help) > 0);
  }
  assert_ptr_equal(nd_ufunc_named("true_divide"), nd_ufunc_named("divide"));
  assert_null(nd_ufunc_named("true"));
  assert_null(nd_apply("nothing", NULL, NULL, NULL, &error));
  assert_int_equal(error.code, ERROR_ATTRIBUTE);
}

/* Calls of every kind, for the tests of failed allocations and of Ctrl-C. Each returns whether it succeeded. */
typedef struct Calls {
  NdArray *a, *b, *turned, *indices, *mask;
} Calls;

static bool finish(NdArray *result) {
  nd_release(result);
  return result != NULL;
}

static bool call(int which, Calls *c, Error *error) {
  NdReduceOptions all = {.type = -1};
  NdIndex by_index = {.kind = ND_INDEX_ARRAY, .array = c->indices};
  NdIndex by_mask = {.kind = ND_INDEX_ARRAY, .array = c->mask};
  NdArray *pair[2] = {c->a, c->b}, *more[3] = {NULL}, *places[2];
  switch (which) {
    case 0: return finish(nd_apply("add", c->a, c->b, NULL, error));
    case 1: return finish(nd_reduce(ND_STD, c->turned, &all, error));
    case 2: return finish(nd_reduce(ND_MEAN, c->a, &all, error));
    case 3: return finish(nd_get_index(c->a, &by_index, 1, error));
    case 4: return finish(nd_get_index(c->a, &by_mask, 1, error));
    case 5: return finish(nd_concatenate(pair, 2, 0, error));
    case 6: return finish(nd_sort(c->a, -1, error));
    case 7: return finish(nd_argsort(c->turned, 0, error));
    case 8: return finish(nd_copy(c->turned, error));
    case 9: return finish(nd_where(c->mask, c->a, c->b, error));
    case 10: return finish(nd_reduce(ND_MEDIAN, c->a, &all, error));
    case 11: return finish(nd_cumulative(ND_SUM, c->a, 0, error));
    case 12: return nd_set_index(c->b, &by_index, 1, c->a, error) || error->code == ERROR_VALUE;
    case 13: return finish(nd_dot(c->a, c->turned, error));
    case 14: return finish(nd_stack(pair, 2, 1, error));
    case 15: return finish(nd_roll(c->a, 1, ND_FLAT, error));
    case 16: return finish(nd_clip(c->a, c->b, c->b, error));
    case 17: return finish(nd_reduce(ND_ARGMAX, c->turned, &all, error));
    case 18: {
      bool done = nd_nonzero(c->a, places, error);
      for (int i = 0; done && i < 2; i++) nd_release(places[i]);
      return done;
    }
    case 19: {
      NdArray *values = nd_unique(c->a, &more[0], &more[1], &more[2], error);
      for (int i = 0; i < 3; i++) nd_release(more[i]);
      return finish(values);
    }
    default: return true;
  }
}
enum { CALLS = 20 };

static void make_calls(Calls *c, int64_t rows, int64_t columns) {
  Error error;
  int64_t shape[2] = {rows, columns}, half = rows / 2;
  c->a = nd_new(ND_FLOAT32, 2, shape, &error);
  for (int64_t i = 0; i < c->a->size; i++) ((float *)c->a->data)[i] = (float)(i * 7919 % 1009) - 500;
  c->b = nd_full((NdScalar){.type = ND_FLOAT64, .as.f = 2}, 2, shape, &error);
  c->turned = nd_transpose(c->a, NULL, &error);
  c->indices = nd_zeros(ND_INT64, 1, &half, &error);
  NdArray *zero = nd_from_scalar((NdScalar){.type = ND_INT64}, ND_WEAK_INT, &error);
  c->mask = nd_apply("greater", c->a, zero, NULL, &error);
  nd_release(zero);
}

static void free_calls(Calls *c) {
  nd_release(c->a);
  nd_release(c->b);
  nd_release(c->turned);
  nd_release(c->indices);
  nd_release(c->mask);
}

static void test_each_failed_allocation_is_an_error_and_loses_nothing(void **state) {
  Calls c;
  make_calls(&c, 8, 5);
  for (int which = 0; which < CALLS; which++) {
    Error error;
    call(which, &c, &error); /* libraries may keep something from their first call */
    size_t before = core_memory_now();
    for (uint64_t nth = 1; nth < 100; nth++) {
      error.code = ERROR_NONE;
      core_fail_allocation(nth);
      bool done = call(which, &c, &error);
      core_fail_allocation(0);
      assert_int_equal(core_memory_now(), before);
      if (done) {
        assert_true(nth > 1 || which == 12);
        break;
      }
      assert_int_equal(error.code, ERROR_MEMORY);
    }
  }
  free_calls(&c);
}

static void test_interrupt_ends_long_work(void **state) {
  Calls c;
  make_calls(&c, 2048, 1024);
  static const int long_calls[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 15, 16, 18};
  for (size_t i = 0; i < sizeof long_calls / sizeof *long_calls; i++) {
    Error error = {.code = ERROR_NONE};
    size_t before = core_memory_now();
    atomic_store(&core_interrupts, 1);
    bool done = call(long_calls[i], &c, &error);
    if (done) fail_msg("call %d was not interrupted", long_calls[i]);
    assert_int_equal(error.code, ERROR_INTERRUPT);
    assert_int_equal(atomic_load(&core_interrupts), 0);
    assert_int_equal(core_memory_now(), before);
  }
  free_calls(&c);
}

/* A division of bytes by a float allocates its result and nothing of that size besides. */
static void test_no_hidden_copies(void **state) {
  Error error;
  int64_t shape[3] = {600, 28, 28};
  NdArray *images = nd_zeros(ND_UINT8, 3, shape, &error);
  NdArray *scale = nd_from_scalar((NdScalar){.type = ND_FLOAT64, .as.f = 255}, ND_WEAK_FLOAT, &error);
  NdReduceOptions all = {.type = -1};
  size_t before = core_memory_now();
  NdArray *scaled = nd_apply("divide", images, scale, NULL, &error);
  assert_int_equal(scaled->type, ND_FLOAT64);
  size_t result = (size_t)scaled->size * 8;
  assert_true(core_memory_now() - before < result + 65536);
  uint64_t allocations = core_allocation_count();
  NdArray *same = nd_apply("divide", scaled, scale, scaled, &error);
  assert_ptr_equal(same, scaled);
  assert_int_equal(core_allocation_count(), allocations);
  NdArray *deviation = nd_reduce(ND_STD, scaled, &all, &error);
  /* This test runs first, so the peak is its own: the result, and no second array for the deviations. */
  assert_true(core_memory_peak() < before + result + 131072);
  nd_release(deviation);
  nd_release(same);
  nd_release(scaled);
  nd_release(scale);
  nd_release(images);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_no_hidden_copies),
      cmocka_unit_test(test_foreign_buffer_is_released_once),
      cmocka_unit_test(test_views_stay_inside_their_buffer),
      cmocka_unit_test(test_sizes_that_cannot_be),
      cmocka_unit_test(test_dtype_names),
      cmocka_unit_test(test_halves_round_to_nearest_even),
      cmocka_unit_test(test_read_only_arrays),
      cmocka_unit_test(test_single_elements),
      cmocka_unit_test(test_every_table_row_runs_or_says_why),
      cmocka_unit_test(test_each_failed_allocation_is_an_error_and_loses_nothing),
      cmocka_unit_test(test_interrupt_ends_long_work),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
