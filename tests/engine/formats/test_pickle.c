/* Pickles as data: one value in all protocols (tests/golden/pickles.py wrote them), and what is damaged or would call
 * something, which is refused by name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "engine/formats/pickle.h"
#include "tests/golden/pickles.h"

typedef struct Golden {
  const unsigned char *bytes;
  size_t length;
} Golden;
#define GOLDEN(name) {name, sizeof name}
static const Golden protocols[] = {GOLDEN(pickle_0), GOLDEN(pickle_1), GOLDEN(pickle_2),
                                   GOLDEN(pickle_3), GOLDEN(pickle_4), GOLDEN(pickle_5)};

static Pickle *parse(const void *bytes, size_t length, Error *error) {
  *error = (Error){0};
  return pickle_parse(bytes, length, "p.pkl", error);
}

static void test_every_protocol(void **state) {
  for (int i = 0; i < 6; i++) {
    Error error;
    Pickle *pickle = parse(protocols[i].bytes, protocols[i].length, &error);
    if (!pickle) print_error("protocol %d: %s\n", i, error.text);
    assert_non_null(pickle);
    const PickleItem *root = pickle_root(pickle);
    assert_int_equal(root->kind, PICKLE_DICT);
    assert_int_equal(root->count, 14);
    const PickleItem *text = pickle_get(root, "text");
    assert_int_equal(text->length, 6);
    assert_memory_equal(text->bytes, "d\303\244nse", 6);
    const PickleItem *list = pickle_get(root, "list");
    assert_int_equal(list->count, 9);
    static const int64_t numbers[] = {1, -2, 300, 70000, -5000000000};
    for (int n = 0; n < 5; n++) assert_int_equal(list->items[n]->integer, numbers[n]);
    assert_float_equal(list->items[5]->real, 2.5, 0);
    assert_int_equal(list->items[6]->kind, PICKLE_NONE);
    assert_int_equal(list->items[7]->kind, PICKLE_BOOL);
    assert_int_equal(list->items[7]->integer, 1);
    const PickleItem *tuple = pickle_get(root, "tuple");
    assert_int_equal(tuple->count, 3);
    assert_int_equal(tuple->items[1]->count, 2);
    assert_int_equal(tuple->items[2]->count, 0);
    const PickleItem *array = pickle_get(root, "array");
    assert_int_equal(array->kind, PICKLE_ARRAY);
    assert_int_equal(array->array->type, ND_UINT8);
    assert_int_equal(array->array->shape[1], 3);
    assert_int_equal(((const uint8_t *)array->array->data)[5], 5);
    const PickleItem *floats = pickle_get(root, "floats");
    assert_float_equal(((const double *)floats->array->data)[1], -1.5, 0);
    pickle_free(pickle);
  }
}

static void refused(const void *bytes, size_t length, const char *word) {
  Error error;
  Pickle *pickle = parse(bytes, length, &error);
  assert_null(pickle);
  if (!strstr(error.text, "p.pkl") || !strstr(error.text, word)) print_error("%s\n", error.text);
  assert_non_null(strstr(error.text, "p.pkl"));
  assert_non_null(strstr(error.text, word));
}

static void test_nothing_is_called(void **state) {
  refused(pickle_system, sizeof pickle_system, "system");
  refused(pickle_eval, sizeof pickle_eval, "eval");
  refused(pickle_system_text, sizeof pickle_system_text, "system");
}

static void test_huge_counts(void **state) {
  static const unsigned char bytes_8[] = {0x80, 4, 0x8e, 255, 255, 255, 255, 255, 255, 255, 127, '.'};
  static const unsigned char text_4[] = {0x80, 2, 'X', 255, 255, 255, 255, 'a', '.'};
  static const unsigned char long_4[] = {0x80, 2, 0x8b, 255, 255, 255, 127, 1, '.'};
  static const unsigned char frame[] = {0x80, 4, 0x95, 255, 255, 255, 255, 255, 255, 255, 255, '.'};
  static const unsigned char memo[] = {0x80, 2, 'j', 255, 255, 255, 127, '.'};
  refused(bytes_8, sizeof bytes_8, "");
  refused(text_4, sizeof text_4, "");
  refused(long_4, sizeof long_4, "");
  refused(frame, sizeof frame, "");
  refused(memo, sizeof memo, "");
  refused("", 0, "");
  refused("(((((((((", 9, "");
}

/* Cut anywhere, or with other bytes in it: read or refused. */
static void test_damaged(void **state) {
  uint64_t random = 88172645463325252u;
  for (int i = 0; i < 6; i++) {
    Error error;
    for (size_t cut = 0; cut < protocols[i].length; cut++) {
      char *copy = malloc(cut + 1); /* exactly this long, so that a byte beyond it is noticed */
      memcpy(copy, protocols[i].bytes, cut);
      assert_null(parse(copy, cut, &error));
      free(copy);
    }
    for (int round = 0; round < 2000; round++) {
      char *copy = malloc(protocols[i].length);
      memcpy(copy, protocols[i].bytes, protocols[i].length);
      for (int n = 0; n < 1 + round % 3; n++) {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        copy[random % protocols[i].length] = (char)(random >> 40);
      }
      Pickle *pickle = parse(copy, protocols[i].length, &error);
      if (!pickle) assert_true(error.code != ERROR_NONE);
      pickle_free(pickle);
      free(copy);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_protocol),
      cmocka_unit_test(test_nothing_is_called),
      cmocka_unit_test(test_huge_counts),
      cmocka_unit_test(test_damaged),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
