/* The replay programs, whole: what nnsh prints for them beside what real Keras prints, numbers of the run masked on
 * both sides (tests/golden/replays.py made the expectations). The programs and MNIST lie beside the project, in
 * ../shared; without them the tests are skipped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/mask.h"
#include "tests/support/replay.h"

static double number_after(const char *text, const char *label) {
  const char *at = strstr(text, label);
  assert_non_null(at);
  return strtod(at + strlen(label), NULL);
}

static void test_replay_s4_fashion_softmax(void **state) {
  if (!replay_have("s4_fashion_softmax", false, true)) skip();
  char *out;
  assert_true(replay_matches(NNSH_SOURCE_DIR, "s4_fashion_softmax", "replay_s4.txt", 300, &out));
  const char *line = strstr(out, "375/375");
  assert_non_null(line);
  assert_true(number_after(line, "accuracy: ") > 0.83);
  free(out);
}

static void test_replay_s3a_mnist_sigmoid(void **state) {
  if (!replay_have("s3a_mnist_sigmoid", true, false)) skip();
  char *out;
  assert_true(replay_matches(NNSH_SOURCE_DIR, "s3a_mnist_sigmoid", "replay_s3a.txt", 300, &out));
  assert_true(number_after(out, "test_accuracy: ") > 0.95);
  free(out);
}

static void test_replay_s2a_sequential_summary(void **state) {
  if (!replay_have("s2a_sequential_summary", false, false)) skip();
  assert_true(replay_matches(NNSH_SOURCE_DIR, "s2a_sequential_summary", "replay_s2a.txt", 300, NULL));
}

static void test_replay_s2c_layer_options(void **state) {
  if (!replay_have("s2c_layer_options", false, false)) skip();
  assert_true(replay_matches(NNSH_SOURCE_DIR, "s2c_layer_options", "replay_s2c.txt", 300, NULL));
}

static void test_replay_s0_cifar10_mlp(void **state) {
  if (!replay_have("s0_cifar10_mlp", false, false) || !replay_have_cifar()) skip();
  assert_true(replay_matches(NNSH_SOURCE_DIR, "s0_cifar10_mlp", "replay_s0.txt", 300, NULL));
}

/* The mask itself: what it hides and what it leaves alone. */
static void test_mask(void **state) {
  static const char *const rows[][2] = {
      {"313/313 - 0s - 1ms/step - accuracy: 0.9677 - loss: 1.0894e-04",
       "313/313 - #s - #s/step - accuracy: # - loss: #"},
      {"Epoch 3/10", "Epoch 3/10"},
      {"Total params: 39,760 (155.31 KB)\n(0.00 B)", "Total params: 39,760 (155.31 KB)\n(0.00 B)"},
      {"[[ 0.01 -0.5e-07\n  1.  ]\n [3 4]]", "[[# # 1.] [3 4]]"},
      {"x = nan, -inf, info, 1.5.2, v0.5", "x = #, #, info, 1.5.2, v0.5"},
      {"1-0.5 (2.5) 3e8 3eggs 840us/step 12msec", "1-# (#) # 3eggs #s/step 12msec"},
      {"a  b\n\nc ] d", "a  b\n\nc ] d"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char *masked = mask_text(rows[i][0]);
    assert_string_equal(masked, rows[i][1]);
    free(masked);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_mask),
      cmocka_unit_test(test_replay_s0_cifar10_mlp),
      cmocka_unit_test(test_replay_s2a_sequential_summary),
      cmocka_unit_test(test_replay_s2c_layer_options),
      cmocka_unit_test(test_replay_s4_fashion_softmax),
      cmocka_unit_test(test_replay_s3a_mnist_sigmoid),
  };
  return cmocka_run_group_tests(tests, replay_make_data, replay_remove_data);
}
