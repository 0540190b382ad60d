/* The lessons of scripts/, each in rehearsal: it runs to its end and shows what it is about. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/run.h"

/* Lines that a lesson's output holds, in this order. */
static const struct {
  const char *name;
  const char *lines[8];
} lessons[] = {
    {"overfitting.py",
     {"Model: \"by_heart\"", " Total params: ", "Epoch 40/40", "Lowest validation loss: ", "Epoch 40/40",
      "Last validation loss by heart: ", "Last validation loss with dropout: "}},
    {"first_steps.py",
     {"[[ 0  1  2  3]\n [ 4  5  6  7]\n [ 8  9 10 11]]\n", "shape: (3, 4) sum of each column: [12 15 18 21]\n",
      "points: (300, 2) kinds: [0 1]\n", "a layer makes (5, 3) from (5, 2)\n", "Model: \"sequential\"",
      " Total params: 65 (260.00 B)\n", "better than guessing: True\n"}},
    {"functional.py",
     {"Model: \"moons\"", "Epoch 25/25\n", "recorded: ['accuracy', 'loss', 'val_accuracy', 'val_loss']\n",
      "hidden values of three points: (3, 32)\n"}},
    {"activations.py",
     {"relu       from 0.00 to 4.00, at 0: 0.00\n", "leaky relu from -0.40 to 4.00, at 0: 0.00\n",
      "sigmoid    from 0.02 to 0.98, at 0: 0.50\n", "tanh       from -1.00 to 1.00, at 0: 0.00\n"}},
    {"convnet.py",
     {"pictures: (6000, 28, 28, 1) from 0.0 to 1.0\n", "Model: \"convnet\"", " Total params: 12,810 (50.04 KB)\n",
      "Epoch 6/6\n", "filters of the first layer: (3, 3, 1, 16)\n", "right: ", "most often mistaken: ",
      "shown: 10 of "}},
    {"regularization.py",
     {"to learn from: (80, 2) to judge by: (1000, 2)\n", "weights of each network: 17025\n", "plain: trained, to the end\n",
      "early stopping: trained, ", "L2: trained, to the end\n", "                   trained       new   weights\n",
      "plain  ", "\nL2 "}},
    {"decision_boundary.py",
     {"training points: 210 test points: 90\n", "mean and spread after scaling: [0. 0.] [1. 1.]\n",
      "units  1, weights    7: test accuracy ", "units 64, weights 4417: test accuracy ",
      "the last network's values: a grid of (60, 60) in [0, 1]: True\n"}},
};
enum { LESSON_COUNT = sizeof lessons / sizeof *lessons };

static bool has_in_order(const char *out, const char *const *lines) {
  for (int i = 0; i < 8 && lines[i]; i++) {
    const char *at = strstr(out, lines[i]);
    if (at == NULL) {
      fprintf(stderr, "missing, or not in its place: %s\n", lines[i]);
      return false;
    }
    out = at + strlen(lines[i]);
  }
  return true;
}

static void test_each_lesson(void **state) {
  for (int i = 0; i < LESSON_COUNT; i++) {
    char path[512];
    snprintf(path, sizeof path, "%s/scripts/%s", NNSH_SOURCE_DIR, lessons[i].name);
    RunResult plain = run_nnsh("--rehearse", "--stable", path, NULL);
    if (plain.status != 0 || plain.err_length) fprintf(stderr, "%s: status %d\n%s", path, plain.status, plain.err);
    assert_int_equal(plain.status, 0);
    assert_int_equal(plain.err_length, 0);
    assert_true(has_in_order(plain.out, lessons[i].lines));
    /* With pictures: the same lines with figures between them, still no control characters. */
    RunResult shown = run_nnsh("--rehearse", "--stable", "--show=always", path, NULL);
    assert_int_equal(shown.status, 0);
    assert_true(has_in_order(shown.out, lessons[i].lines));
    assert_true(shown.out_length > plain.out_length);
    assert_null(strchr(shown.out, '\033'));
    run_free(&shown);
    run_free(&plain);
  }
}

/* A script that nobody put into the table is no lesson that is tested. */
static void test_every_script_is_in_the_table(void **state) {
  glob_t found;
  assert_int_equal(glob(NNSH_SOURCE_DIR "/scripts/*.py", 0, NULL, &found), 0);
  for (size_t i = 0; i < found.gl_pathc; i++) {
    const char *name = strrchr(found.gl_pathv[i], '/') + 1;
    bool listed = false;
    for (int k = 0; k < LESSON_COUNT; k++) listed = listed || strcmp(lessons[k].name, name) == 0;
    if (!listed) fail_msg("%s has no row in tests/program/test_lessons.c", name);
  }
  globfree(&found);
}

/* The prompt after a lesson: its names are alive. */
static void test_names_stay_alive(void **state) {
  const char *const arguments[] = {run_binary(), "-i", "--rehearse", NNSH_SOURCE_DIR "/scripts/functional.py", NULL};
  RunResult result = run_program(arguments, "len(history.history['loss'])\nmodel.name\n", NULL, 60);
  assert_int_equal(result.status, 0);
  assert_non_null(strstr(result.out, "\n25\n'moons'\n"));
  run_free(&result);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_each_lesson),
      cmocka_unit_test(test_every_script_is_in_the_table),
      cmocka_unit_test(test_names_stay_alive),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
