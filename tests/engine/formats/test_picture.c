/* Pictures: written and read again, damaged at every byte, without memory; resized. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/formats/picture.h"

static NdArray *gradient(NdType type, int64_t rows, int64_t columns, int64_t channels) {
  Error error = {0};
  NdArray *made = nd_new(type, 3, (int64_t[]){rows, columns, channels}, &error);
  assert_non_null(made);
  for (int64_t i = 0; i < made->size; i++) {
    const int64_t value = i / channels * 3 + i % channels * 40;
    if (type == ND_UINT16) ((uint16_t *)(void *)made->data)[i] = (uint16_t)(value * 100);
    else ((unsigned char *)made->data)[i] = (unsigned char)value;
  }
  return made;
}

static void test_png_round_trip(void **state) {
  for (int64_t channels = 1; channels <= 4; channels++)
    for (int wide = 0; wide < 2; wide++) {
      NdArray *pixels = gradient(wide ? ND_UINT16 : ND_UINT8, 5, 7, channels);
      Text text = {0};
      Error error = {0};
      Picture picture;
      assert_true(picture_encode_png(pixels, NULL, -1, false, &text, &error));
      assert_int_equal(picture_kind(text.data, text.length), PICTURE_PNG);
      assert_true(picture_decode(text.data, text.length, PICTURE_PLAIN, 0, wide, &picture, &error));
      assert_int_equal(picture.pixels->type, pixels->type);
      assert_memory_equal(picture.pixels->data, pixels->data, (size_t)(pixels->size * pixels->itemsize));
      picture_clear(&picture);
      text_free(&text);
      nd_release(pixels);
    }
}

static void test_jpeg_round_trip(void **state) {
  NdArray *pixels = gradient(ND_UINT8, 16, 24, 3);
  memset(pixels->data, 200, (size_t)pixels->size);
  Text text = {0};
  Error error = {0};
  Picture picture;
  assert_true(picture_encode_jpeg(pixels, 90, true, &text, &error));
  assert_int_equal(picture_kind(text.data, text.length), PICTURE_JPEG);
  assert_true(picture_decode(text.data, text.length, PICTURE_STORED, 0, false, &picture, &error));
  assert_string_equal(picture.mode, "RGB");
  for (int64_t i = 0; i < picture.pixels->size; i++)
    assert_in_range(((unsigned char *)picture.pixels->data)[i], 198, 202);
  picture_clear(&picture);
  assert_false(picture_decode(text.data, text.length, PICTURE_PLAIN, 4, false, &picture, &error));
  text_free(&text);
  nd_release(pixels);
}

/* Two rows of one blue, one red pixel, the lower row first. */
static const unsigned char bmp[] = {'B', 'M', 70, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 2, 0, 0, 0, 2, 0,
                                    0,   0,   1,  0, 24, 0, 0, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                                    0,   0,   0,  0, 0, 0, 1, 2, 3, 4, 5, 6, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0};

static void test_bmp(void **state) {
  static const unsigned char expected[] = {0, 0, 255, 255, 0, 0, 3, 2, 1, 6, 5, 4};
  Error error = {0};
  Picture picture;
  assert_true(picture_decode((const char *)bmp, sizeof bmp, PICTURE_PLAIN, 0, false, &picture, &error));
  assert_memory_equal(picture.pixels->data, expected, sizeof expected);
  picture_clear(&picture);
  for (size_t length = 0; length < sizeof bmp; length++)
    assert_false(picture_decode((const char *)bmp, length, PICTURE_PLAIN, 0, false, &picture, &error));
}

/* Every byte changed, every length cut: a picture or an error, and nothing is left behind. */
static void damage(const Text *text) {
  Picture picture;
  Error error = {0};
  const size_t held = core_memory_now();
  char *bytes = core_alloc(text->length);
  assert_non_null(bytes);
  for (size_t i = 0; i < text->length; i++)
    for (int form = PICTURE_PLAIN; form <= PICTURE_STORED; form++) {
      memcpy(bytes, text->data, text->length);
      bytes[i] = (char)(bytes[i] ^ 0x5a);
      if (picture_decode(bytes, text->length, (PictureForm)form, 0, false, &picture, &error)) picture_clear(&picture);
      if (picture_decode(text->data, i, (PictureForm)form, 0, false, &picture, &error)) picture_clear(&picture);
    }
  core_free(bytes);
  assert_int_equal(core_memory_now(), held);
}

static void test_damaged(void **state) {
  NdArray *pixels = gradient(ND_UINT8, 6, 9, 3), *grey = gradient(ND_UINT8, 6, 9, 1);
  NdArray *palette = gradient(ND_UINT8, 1, 200, 4);
  palette->ndim = 2;
  palette->shape[0] = 200;
  palette->shape[1] = 4;
  Text texts[4] = {{0}};
  Error error = {0};
  assert_true(picture_encode_png(pixels, NULL, 1, false, &texts[0], &error));
  assert_true(picture_encode_jpeg(pixels, 80, true, &texts[1], &error));
  assert_true(picture_encode_png(grey, palette, 1, false, &texts[2], &error));
  assert_true(picture_encode_png(grey, NULL, 1, true, &texts[3], &error));
  for (int i = 0; i < 4; i++) {
    damage(&texts[i]);
    text_free(&texts[i]);
  }
  nd_release(palette);
  nd_release(grey);
  nd_release(pixels);
}

static void test_without_memory(void **state) {
  NdArray *pixels = gradient(ND_UINT8, 6, 9, 3);
  Text png = {0}, jpeg = {0};
  Error error = {0};
  assert_true(picture_encode_png(pixels, NULL, 1, false, &png, &error));
  assert_true(picture_encode_jpeg(pixels, 80, true, &jpeg, &error));
  const size_t held = core_memory_now();
  for (uint64_t nth = 1; nth < 12; nth++) {
    const Text *sources[] = {&png, &jpeg};
    for (int i = 0; i < 2; i++) {
      Picture picture;
      core_fail_allocation(nth);
      if (picture_decode(sources[i]->data, sources[i]->length, PICTURE_PLAIN, 0, false, &picture, &error)) picture_clear(&picture);
      core_fail_allocation(nth);
      Text text = {0};
      if (i == 0) picture_encode_png(pixels, NULL, 1, false, &text, &error);
      else picture_encode_jpeg(pixels, 80, true, &text, &error);
      text_free(&text);
    }
    core_fail_allocation(nth);
    nd_release(picture_resize(pixels, 4, 20, PICTURE_FILTER_BICUBIC, PICTURE_PILLOW, false, NULL, &error));
    core_fail_allocation(0);
    assert_int_equal(core_memory_now(), held);
  }
  text_free(&png);
  text_free(&jpeg);
  nd_release(pixels);
}

static void test_resize(void **state) {
  NdArray *pixels = gradient(ND_UINT8, 6, 9, 3);
  Error error = {0};
  for (int filter = 0; filter < PICTURE_FILTER_COUNT; filter++)
    for (int rule = PICTURE_PILLOW; rule <= PICTURE_TENSORFLOW; rule++) {
      if (rule == PICTURE_PILLOW && filter > PICTURE_FILTER_LANCZOS) continue;
      if (rule == PICTURE_TENSORFLOW && (filter == PICTURE_FILTER_BOX || filter == PICTURE_FILTER_HAMMING)) continue;
      NdArray *made = picture_resize(pixels, 4, 20, (PictureFilter)filter, (PictureRule)rule, true, NULL, &error);
      assert_non_null(made);
      assert_int_equal(made->shape[0], 4);
      assert_int_equal(made->shape[1], 20);
      assert_int_equal(made->shape[2], 3);
      nd_release(made);
    }
  assert_int_equal(picture_filter_named("lanczos3"), PICTURE_FILTER_LANCZOS);
  assert_int_equal(picture_filter_named("round"), -1);
  assert_null(picture_resize(pixels, 0, 4, PICTURE_FILTER_BOX, PICTURE_PILLOW, false, NULL, &error));
  nd_release(pixels);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_png_round_trip), cmocka_unit_test(test_jpeg_round_trip), cmocka_unit_test(test_bmp),
      cmocka_unit_test(test_damaged), cmocka_unit_test(test_without_memory), cmocka_unit_test(test_resize),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
