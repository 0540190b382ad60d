/* Model files that are damaged or hostile (tests/program/files/damaged_models.py). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/support/run.h"

static void test_damaged_models_are_refused(void **state) {
  const char *const environment[] = {"LANG=C.UTF-8", NULL};
  const char *const arguments[] = {run_binary(), NNSH_SOURCE_DIR "/tests/program/files/damaged_models.py", NULL};
  RunResult result = run_program(arguments, NULL, environment, 120);
  assert_int_equal(result.status, 0);
  assert_true(run_same_text(result.out,
                            "True True\nTrue\n"
                            "TypeError Could not locate class 'system'. Make sure custom classes and function\n"
                            "ValueError Requested the deserialization of a `Lambda` layer or function, whose c\n"
                            "TypeError Could not locate class '__builtins__'. Make sure custom classes and fu\n"
                            "TypeError Dense.__init__() missing 1 required positional argument: 'units'\n\nFile\n"
                            "ValueError array is too big; `arr.size * arr.dtype.itemsize` is larger than the m\n"
                            "False []\ns\n",
                            "damaged_models.py"));
  run_free(&result);
}

static void test_event_files(void **state) {
  const char *const environment[] = {"LANG=C.UTF-8", NULL};
  const char *const arguments[] = {run_binary(), NNSH_SOURCE_DIR "/tests/program/files/tensorboard_files.py", NULL};
  RunResult result = run_program(arguments, NULL, environment, 120);
  assert_int_equal(result.status, 0);
  assert_true(run_same_text(result.out,
                            "['train', 'validation']\n"
                            "train 1 True True\nTrue True [b'epoch_loss', b'epoch_mae', b'epoch_learning_rate'] True\n"
                            "validation 1 True True\nTrue True [b'epoch_loss', b'epoch_mae'] True\n"
                            "TensorBoard.__init__() got an unexpected keyword argument 'batch_sizes'\n"
                            "0xe3069283\n",
                            "tensorboard_files.py"));
  run_free(&result);
}

static void test_plot_model(void **state) {
  const char *const environment[] = {"LANG=C.UTF-8", NULL};
  const char *const arguments[] = {run_binary(), NNSH_SOURCE_DIR "/tests/program/files/plot_model.py", NULL};
  RunResult result = run_program(arguments, NULL, environment, 60);
  assert_int_equal(result.status, 0);
  assert_true(run_same_text(result.out,
                            "True 2 [True, True, True]\nTrue True 2 3\nTrue True 8\n1 True True\nFalse True True\n"
                            "False True\nTrue\nNotImplementedError plot_model(rankdir='LR') is not there: b\n"
                            "ValueError Passed layer_names do not match the laye\n"
                            "ValueError Unrecognized keyword arguments: {'nothin\nThis model has not yet been built. Bui\n",
                            "plot_model.py"));
  run_free(&result);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_damaged_models_are_refused), cmocka_unit_test(test_event_files),
                                     cmocka_unit_test(test_plot_model)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
