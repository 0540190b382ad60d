/* The progress line: what Keras 3.15.1's Progbar printed for the same steps and seconds (tests/golden/progress_lines.py;
 * its backspaces are left out). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "engine/core/text.h"
#include "views/progress.h"

typedef struct ProgressUpdate {
  int step;
  double seconds;
  double values[2];
  const char *shown;
} ProgressUpdate;
typedef struct ProgressRun {
  int verbose, target, start, count;
} ProgressRun;

#include "tests/golden/progress_lines.h"

static const char *const names[] = {"accuracy", "loss", "val_accuracy", "val_loss"};

static void catch_bytes(void *self, const char *bytes, size_t length) { text_add_bytes(self, bytes, length); }

static void send(Progress *progress, NnEventKind kind, int64_t step, int64_t steps, double seconds,
                 const double *values, int count) {
  NnEvent event = {.version = NN_EVENT_VERSION, .kind = kind, .epoch = 1, .epochs = 5, .step = step, .steps = steps,
                   .seconds = seconds, .names = names, .values = values, .count = count};
  assert_int_equal(progress_observe(progress, &event), NN_GO_ON);
}

static void test_lines_are_keras_s(void **state) {
  ViewTerminal terminal = {.is_terminal = true, .colour = COLOUR_256, .glyphs = GLYPHS_BRAILLE, .columns = 500};
  for (size_t i = 0; i < sizeof progress_runs / sizeof *progress_runs; i++) {
    const ProgressRun *run = &progress_runs[i];
    Text out = {0};
    Sink sink = {catch_bytes, NULL, &out};
    Progress *progress = progress_new(run->verbose, &terminal, false, &sink);
    send(progress, NN_FIT_BEGIN, 0, run->target, 0, NULL, 0);
    send(progress, NN_EPOCH_BEGIN, 0, run->target, 0, NULL, 0);
    assert_string_equal(text_string(&out), "Epoch 2/5\n");
    for (int j = 0; j < run->count; j++) {
      const ProgressUpdate *update = &progress_updates[run->start + j];
      text_clear(&out);
      send(progress, j + 1 < run->count ? NN_BATCH_END : NN_EPOCH_END, update->step, run->target, update->seconds,
           update->values, 2);
      assert_string_equal(text_string(&out), update->shown);
    }
    progress_free(progress);
    text_free(&out);
  }
}

/* A pipe gets a line an epoch and no control characters, whatever verbose says; stable leaves durations out. */
static void test_pipe_and_stable(void **state) {
  ViewTerminal pipe = {.columns = 80};
  Text out = {0};
  Sink sink = {catch_bytes, NULL, &out};
  Progress *progress = progress_new(1, &pipe, true, &sink);
  const double values[] = {0.7823, 0.6614, 0.5, 1e-4};
  send(progress, NN_FIT_BEGIN, 0, 94, 0, NULL, 0);
  send(progress, NN_EPOCH_BEGIN, 0, 94, 0, NULL, 0);
  for (int step = 1; step <= 94; step++) send(progress, NN_BATCH_END, step, 94, step, values, 2);
  send(progress, NN_VALIDATION_END, 94, 94, 100, values, 2);
  send(progress, NN_EPOCH_END, 94, 94, 100, values, 4);
  send(progress, NN_FIT_END, 94, 94, 100, values, 4);
  assert_string_equal(text_string(&out), "Epoch 2/5\n94/94 - 0s - 0ms/step - accuracy: 0.7823 - loss: 0.6614 - "
                                         "val_accuracy: 0.5000 - val_loss: 1.0000e-04\n");
  text_clear(&out);
  send(progress, NN_EVALUATE_BEGIN, 0, 375, 0, NULL, 0);
  send(progress, NN_EVALUATE_BATCH_END, 1, 375, 1, values, 2);
  send(progress, NN_EVALUATE_END, 375, 375, 3, values, 2);
  assert_string_equal(text_string(&out), "375/375 - 0s - 0ms/step - accuracy: 0.7823 - loss: 0.6614\n");
  text_clear(&out);
  send(progress, NN_PREDICT_BEGIN, 0, 2, 0, NULL, 0);
  send(progress, NN_PREDICT_END, 2, 2, 3, NULL, 0);
  assert_string_equal(text_string(&out), "2/2 - 0s - 0ms/step\n");
  progress_free(progress);
  text_free(&out);
}

/* An evaluate inside fit is silent; verbose=0 is silent throughout. */
static void test_silence(void **state) {
  ViewTerminal terminal = {.is_terminal = true, .columns = 80};
  for (int verbose = 0; verbose < 2; verbose++) {
    Text out = {0};
    Sink sink = {catch_bytes, NULL, &out};
    Progress *progress = progress_new(verbose, &terminal, false, &sink);
    if (verbose) send(progress, NN_FIT_BEGIN, 0, 9, 0, NULL, 0);
    send(progress, NN_EVALUATE_BEGIN, 0, 9, 0, NULL, 0);
    send(progress, NN_EVALUATE_BATCH_END, 1, 9, 0, NULL, 0);
    send(progress, NN_EVALUATE_END, 9, 9, 0, NULL, 0);
    assert_int_equal(out.length, 0);
    progress_free(progress);
    text_free(&out);
  }
}

/* A line on the way stays within a narrow terminal, so that it can be overwritten; no colour means no escapes. */
static void test_narrow_terminal(void **state) {
  ViewTerminal terminal = {.is_terminal = true, .colour = COLOUR_NONE, .glyphs = GLYPHS_ASCII, .columns = 40};
  Text out = {0};
  Sink sink = {catch_bytes, NULL, &out};
  Progress *progress = progress_new(1, &terminal, false, &sink);
  const double values[] = {0.7823, 0.6614};
  send(progress, NN_FIT_BEGIN, 0, 94, 0, NULL, 0);
  send(progress, NN_EPOCH_BEGIN, 0, 94, 0, NULL, 0);
  text_clear(&out);
  send(progress, NN_BATCH_END, 47, 94, 1, values, 2);
  assert_string_equal(text_string(&out), "\r47/94 ==========.......... 1s 21ms/step");
  text_clear(&out);
  send(progress, NN_FIT_END, 47, 94, 1, values, 2);
  assert_string_equal(text_string(&out), "\n");
  progress_free(progress);
  text_free(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_lines_are_keras_s), cmocka_unit_test(test_pipe_and_stable), cmocka_unit_test(test_silence),
      cmocka_unit_test(test_narrow_terminal),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
