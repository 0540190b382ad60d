/* Elements that are not numbers: sizes of texts, and who owns the references that arrays of objects hold. The objects
 * here are counters of their own references. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "engine/array/element.h"
#include "engine/array/index.h"
#include "engine/array/linalg.h"
#include "engine/array/reduce.h"
#include "engine/array/ufunc.h"
#include "engine/core/memory.h"

typedef struct Counted {
  int references;
  int value;
} Counted;

static Counted objects[8];
static bool refuses; /* the next comparison fails */

static void retain(void *element) { ((Counted *)element)->references++; }
static void release(void *element) { ((Counted *)element)->references--; }
static bool from_number(NdScalar value, void **made) {
  Counted *object = &objects[nd_scalar_as_int(value) & 7];
  retain(object);
  *made = object;
  return true;
}
static bool as_number(void *element, NdType type, NdScalar *value) {
  (void)type;
  *value = (NdScalar){.type = ND_INT64, .as.i = element ? ((Counted *)element)->value : -1};
  return true;
}
static bool as_text(void *element, Text *text) {
  text_addf(text, "o%d", element ? ((Counted *)element)->value : -1);
  return true;
}
static int less(void *a, void *b) { return refuses ? -1 : ((Counted *)a)->value < ((Counted *)b)->value; }
static int equal(void *a, void *b) { return a == b; }
static int truth(void *element) { return element != NULL && ((Counted *)element)->value != 0; }
static bool apply(const char *ufunc, bool binary, void *a, void *b, void **made) {
  if (!binary || strcmp(ufunc, "add") != 0) return false;
  return from_number((NdScalar){.type = ND_INT64, .as.i = ((Counted *)a)->value + ((Counted *)b)->value}, made);
}

static int prepare(void **state) {
  (void)state;
  nd_objects = (NdObjectHooks){.retain = retain, .release = release, .from_number = from_number,
                               .as_number = as_number, .as_text = as_text, .repr = as_text, .truth = truth,
                               .less = less, .equal = equal, .apply = apply};
  for (int i = 0; i < 8; i++) objects[i] = (Counted){.value = i};
  refuses = false;
  return 0;
}

static int references(void) {
  int sum = 0;
  for (int i = 0; i < 8; i++) sum += objects[i].references;
  return sum;
}

static NdArray *numbers(int64_t count) {
  Error error = {0};
  NdArray *line = nd_new(ND_INT64, 1, &count, &error);
  for (int64_t i = 0; i < count; i++) ((int64_t *)line->data)[i] = (i * 3 + 1) % 8;
  return line;
}

static void test_every_place_holds_one_reference(void **state) {
  (void)state;
  size_t before = core_memory_now();
  Error error = {0};
  NdArray *line = numbers(4), *array = nd_astype(line, ND_OBJECT, &error);
  assert_int_equal(references(), 4);
  NdArray *view = nd_view_rows(array, 1, 2, &error), *copy = nd_copy(view, &error);
  assert_int_equal(references(), 6);
  NdArray *joined = nd_concatenate((NdArray *[]){array, copy}, 2, 0, &error);
  NdArray *sorted = nd_sort(joined, 0, &error), *order = nd_argsort(joined, 0, &error);
  assert_int_equal(references(), 6 + 6 + 6);
  NdArray *picked = nd_take(array, order, 0, &error);
  assert_null(picked); /* places beyond the end */
  assert_int_equal(error.code, ERROR_INDEX);
  assert_true(nd_assign(view, copy, &error));
  assert_int_equal(references(), 18);
  NdArray *sum = nd_reduce(ND_SUM, copy, NULL, &error), *twice = nd_apply("add", copy, copy, NULL, &error);
  assert_int_equal(references(), 18 + 1 + 2);
  nd_release(array); /* the view keeps the buffer */
  assert_int_equal(references(), 21);
  NdArray *all[] = {line, view, copy, joined, sorted, order, sum, twice};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) nd_release(all[i]);
  assert_int_equal(references(), 0);
  assert_int_equal(core_memory_now(), before);
}

static void test_a_failed_hook_is_told_already(void **state) {
  (void)state;
  Error error = {.code = ERROR_VALUE};
  NdArray *line = numbers(3), *array = nd_astype(line, ND_OBJECT, &error);
  refuses = true;
  assert_null(nd_sort(array, 0, &error));
  assert_int_equal(error.code, ERROR_NONE);
  error.code = ERROR_VALUE;
  assert_null(nd_apply("multiply", array, array, NULL, &error));
  assert_int_equal(error.code, ERROR_NONE);
  nd_release(array);
  nd_release(line);
  assert_int_equal(references(), 0);
}

static void test_texts_have_a_size(void **state) {
  (void)state;
  Error error = {0};
  NdArray *line = numbers(3), *texts = nd_astype(line, ND_STRING, &error);
  assert_int_equal(texts->itemsize, 21 * 4);
  NdArray *cut = nd_astype_sized(texts, ND_STRING, 4, &error), *bytes = nd_astype(cut, ND_BYTES, &error);
  assert_int_equal(bytes->itemsize, 1);
  NdArray *back = nd_astype(bytes, ND_INT8, &error);
  for (int64_t i = 0; i < 3; i++) assert_int_equal(nd_scalar_as_int(nd_get(back, &i)), (i * 3 + 1) % 8);
  NdArray *joined = nd_apply("add", cut, texts, NULL, &error), *same = nd_apply("equal", cut, texts, NULL, &error);
  assert_int_equal(joined->itemsize, 22 * 4);
  assert_true(same->data[0] && same->data[1] && same->data[2]);
  NdKind common = nd_promote_kinds(nd_kind(cut), nd_kind(line));
  assert_int_equal(common.type, ND_STRING);
  assert_int_equal(common.itemsize, 21 * 4);
  assert_null(nd_apply("subtract", cut, line, NULL, &error));
  assert_int_equal(error.code, ERROR_TYPE);
  NdArray *objects_of = nd_astype(line, ND_OBJECT, &error), *names = nd_astype(objects_of, ND_STRING, &error);
  assert_int_equal(names->itemsize, 2 * 4);
  NdArray *all[] = {line, texts, cut, bytes, back, joined, same, objects_of, names};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) nd_release(all[i]);
  assert_int_equal(references(), 0);
}

/* Each allocation of a chain fails once; nothing is lost or released twice. */
static void test_failed_allocations(void **state) {
  (void)state;
  NdArray *line = numbers(4);
  size_t before = core_memory_now();
  bool failed = true;
  for (int nth = 1; failed && nth < 100; nth++) {
    Error error = {0};
    core_fail_allocation(nth);
    NdArray *array = nd_astype(line, ND_OBJECT, &error), *joined = NULL, *sorted = NULL, *names = NULL;
    if (array) joined = nd_concatenate((NdArray *[]){array, array}, 2, 0, &error);
    if (joined) sorted = nd_sort(joined, 0, &error);
    if (sorted) names = nd_unique(sorted, NULL, NULL, NULL, &error);
    core_fail_allocation(0);
    failed = names == NULL;
    nd_release(array);
    nd_release(joined);
    nd_release(sorted);
    nd_release(names);
    assert_int_equal(references(), 0);
    assert_int_equal(core_memory_now(), before);
  }
  assert_false(failed);
  nd_release(line);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup(test_every_place_holds_one_reference, prepare),
      cmocka_unit_test_setup(test_a_failed_hook_is_told_already, prepare),
      cmocka_unit_test_setup(test_texts_have_a_size, prepare),
      cmocka_unit_test_setup(test_failed_allocations, prepare),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
