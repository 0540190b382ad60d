/* fit on a pseudo-terminal: the live dashboard, the keys that end or stop it, and the terminal given back on every way
 * out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/run.h"
#include "tests/support/terminal.h"

#define CTRL_C "\003"
#define CTRL_D "\004"
#define CTRL_Z "\032"
enum { WAIT = 20 }; /* seconds; only a failure takes so long */

static const char setup[] =
    "import numpy as np, keras\r"
    "keras.utils.set_random_seed(1)\r"
    "x = np.random.rand(2000, 20); y = (x.sum(axis=1) > 10).astype('int32')\r"
    "m = keras.Sequential([keras.layers.Dense(64, activation='relu'), keras.layers.Dense(2, activation='softmax')], "
    "name='judge')\r"
    "m.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])\r";
static const char endless[] = "h = m.fit(x, y, epochs=1000000, validation_split=0.2)\r";

static void expect(Terminal *terminal, const char *text) {
  if (terminal_wait_for(terminal, text, WAIT)) return;
  fprintf(stderr, "waited for:\n%s\nthere is:\n%s\n", text, terminal_all(terminal));
  terminal_free(terminal);
  fail();
}

static void expect_now(Terminal *terminal, const char *text) {
  if (terminal_wait_on_screen(terminal, text, WAIT)) return;
  fprintf(stderr, "waited for, on the screen:\n%s\nthere is:\n%s\n", text, terminal_screen(terminal));
  terminal_free(terminal);
  fail();
}

static Terminal *start_sized(int rows, int columns, const char *const *environment) {
  const char *const arguments[] = {run_binary(), "--stable", NULL};
  Terminal *terminal = terminal_start(arguments, rows, columns, environment);
  assert_non_null(terminal);
  expect(terminal, ">>>");
  terminal_type(terminal, setup);
  terminal_type(terminal, "'set' + ' up'\r");
  expect(terminal, "'set up'");
  return terminal;
}
static Terminal *start(void) {
  static const char *const quiet[] = {"NNSH_HISTORY=", NULL};
  return start_sized(24, 80, quiet);
}

static void wait_for_alternate(Terminal *terminal, bool alternate) {
  for (int i = 0; i < 10 * WAIT && terminal_on_alternate_screen(terminal) != alternate; i++)
    terminal_read_for(terminal, 0.1);
  assert_int_equal(terminal_on_alternate_screen(terminal), alternate);
}

/* fit, until the dashboard has drawn some epochs. */
static void begin_fit(Terminal *terminal) {
  terminal_type(terminal, endless);
  wait_for_alternate(terminal, true);
  expect_now(terminal, "epoch");
  terminal_read_for(terminal, 0.3);
}

static void back_at_prompt(Terminal *terminal) {
  char marker[64];
  static int number;
  wait_for_alternate(terminal, false); /* what is typed before goes to the dashboard */
  snprintf(marker, sizeof marker, "'back %d'", ++number);
  terminal_type(terminal, "\r");
  terminal_type(terminal, marker);
  terminal_type(terminal, "\r");
  char wanted[160];
  snprintf(wanted, sizeof wanted, ">>> %s\n%s\n>>>", marker, marker);
  expect(terminal, wanted);
  assert_false(terminal_on_alternate_screen(terminal));
}

static void leave(Terminal *terminal, const char *keys, int status) {
  terminal_type(terminal, keys);
  int ended = terminal_wait_end(terminal, WAIT);
  if (ended != status) fprintf(stderr, "ended with %d:\n%s\n", ended, terminal_all(terminal));
  bool restored = terminal_modes_restored(terminal), alternate = terminal_on_alternate_screen(terminal);
  terminal_free(terminal);
  assert_int_equal(ended, status);
  assert_true(restored);
  assert_false(alternate);
}

/* The end of fit: the last frame stays in the scrollback with one sentence. */
static void test_fit_to_its_end(void **state) {
  Terminal *terminal = start();
  terminal_type(terminal, "h = m.fit(x, y, epochs=30, validation_split=0.2)\r");
  expect(terminal, "30/30");
  expect(terminal, ">>>");
  back_at_prompt(terminal);
  expect(terminal, "judge");
  static const char *const words[] = {"ealthy", "nderfit", "verfit", "oisy", "iverged", "ropout"};
  bool said = false;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) said = said || strstr(terminal_all(terminal), words[i]);
  if (!said) fprintf(stderr, "no sentence:\n%s", terminal_all(terminal));
  assert_true(said);
  terminal_type(terminal, "len(h.history['loss'])\r");
  expect(terminal, "\n30\n>>>");
  leave(terminal, CTRL_D, 0);
}

/* q ends this fit, which returns its History. */
static void test_q(void **state) {
  Terminal *terminal = start();
  begin_fit(terminal);
  terminal_type(terminal, "q");
  back_at_prompt(terminal);
  terminal_type(terminal, "0 < len(h.history['loss']) < 1000000, h is m.history\r");
  expect(terminal, "(True, True)\n>>>");
  leave(terminal, CTRL_D, 0);
}

/* Ctrl-C ends it after the batch, keeps weights and history, and raises KeyboardInterrupt. */
static void test_ctrl_c(void **state) {
  Terminal *terminal = start();
  terminal_type(terminal, "h = 'not set'\r");
  begin_fit(terminal);
  terminal_type(terminal, CTRL_C);
  expect(terminal, "KeyboardInterrupt\n");
  back_at_prompt(terminal);
  terminal_type(terminal, "h, len(m.history.history['loss']) > 0, len(m.weights)\r");
  expect(terminal, "('not set', True, 4)\n>>>");
  begin_fit(terminal); /* and it can be trained again */
  terminal_type(terminal, "q");
  back_at_prompt(terminal);
  leave(terminal, "exit(5)\r", 5);
}

static void test_resize(void **state) {
  Terminal *terminal = start();
  begin_fit(terminal);
  static const int sizes[][2] = {{40, 120}, {12, 40}, {3, 10}, {1, 1}, {24, 80}};
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    terminal_resize(terminal, sizes[i][0], sizes[i][1]);
    terminal_read_for(terminal, 0.4);
    assert_true(terminal_on_alternate_screen(terminal));
    if (sizes[i][0] >= 12) expect_now(terminal, "poch");
  }
  terminal_type(terminal, "q");
  back_at_prompt(terminal);
  terminal_type(terminal, "len(h.history['loss']) > 0\r");
  expect(terminal, "True\n>>>");
  leave(terminal, CTRL_D, 0);
}

/* An error inside fit gives the screen back first. */
static void test_error_in_fit(void **state) {
  Terminal *terminal = start();
  terminal_type(terminal, "m.fit(x, y + 5, epochs=3)\r");
  expect(terminal, "ValueError");
  back_at_prompt(terminal);
  terminal_type(terminal, "m.fit(x[:, :3], y, epochs=3)\r");
  back_at_prompt(terminal);
  leave(terminal, CTRL_D, 0);
}

/* A deadly signal in the middle of a fit: the terminal is as it was, the status tells the signal. */
static void test_killed_in_fit(void **state) {
  static const int numbers[] = {SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    Terminal *terminal = start();
    begin_fit(terminal);
    kill(terminal_pid(terminal), numbers[i]);
    leave(terminal, "", 128 + numbers[i]);
  }
}

static void test_killed_at_the_prompt(void **state) {
  Terminal *terminal = start();
  kill(terminal_pid(terminal), SIGTERM);
  leave(terminal, "", 128 + SIGTERM);
}

/* Ctrl-Z and fg under a shell, at the prompt and in fit; `stty -g` says the same before, while stopped, and after. */
static void shell_line(Terminal *terminal, const char *line) {
  terminal_type(terminal, line);
  terminal_type(terminal, "\n");
}

static int count_of(Terminal *terminal, const char *text) {
  int count = 0;
  for (const char *at = terminal_all(terminal); (at = strstr(at, text)) != NULL; at++) count++;
  return count;
}

static void test_ctrl_z_and_fg(void **state) {
  const char *const arguments[] = {"/bin/sh", "-i", NULL};
  const char *const environment[] = {"NNSH_HISTORY=", "PS1=shell$ ", "ENV=", NULL};
  Terminal *terminal = terminal_start(arguments, 30, 100, environment);
  char command[512];
  assert_non_null(terminal);
  expect(terminal, "shell$");
  shell_line(terminal, "check() { test \"$1\" = \"$(stty -g)\" && echo modes are $((40 + 2)) $2; }; before=$(stty -g)");
  snprintf(command, sizeof command, "%s --stable", run_binary());
  shell_line(terminal, command);
  expect(terminal, ">>>");
  terminal_type(terminal, "kept = 'a value'\r");
  expect(terminal, "'a value'\n>>>");
  terminal_type(terminal, "[kep");
  expect(terminal, ">>> [kep");
  terminal_type(terminal, CTRL_Z);
  expect(terminal, "topped");
  shell_line(terminal, "check \"$before\" at-prompt");
  expect(terminal, "modes are 42 at-prompt");
  shell_line(terminal, "fg");
  terminal_read_for(terminal, 0.5);
  terminal_type(terminal, "t]\r"); /* the rest of the line that was there */
  expect(terminal, "['a value']\n>>>");
  terminal_type(terminal, setup);
  begin_fit(terminal);
  int stops = count_of(terminal, "topped");
  terminal_type(terminal, CTRL_Z);
  for (int i = 0; i < 100 && count_of(terminal, "topped") <= stops; i++) terminal_read_for(terminal, 0.1);
  assert_false(terminal_on_alternate_screen(terminal));
  shell_line(terminal, "check \"$before\" in-fit");
  expect(terminal, "modes are 42 in-fit");
  shell_line(terminal, "fg");
  wait_for_alternate(terminal, true);
  expect_now(terminal, "epoch");
  terminal_type(terminal, "q");
  back_at_prompt(terminal);
  terminal_type(terminal, CTRL_D);
  terminal_read_for(terminal, 0.3);
  shell_line(terminal, "check \"$before\" after");
  expect(terminal, "modes are 42 after");
  shell_line(terminal, "exit 3");
  assert_int_equal(terminal_wait_end(terminal, WAIT), 3);
  terminal_free(terminal);
}

/* Where the screen cannot be drawn on, fit prints a line an epoch (or its bar), without the alternate screen. */
static void test_plain_terminals(void **state) {
  static const char *const environments[][3] = {{"NNSH_HISTORY=", "TERM=dumb", NULL}, {"NNSH_HISTORY=", "TERM", NULL},
                                                {"NNSH_HISTORY=", "TERM=no-such-terminal", NULL}};
  for (size_t i = 0; i < sizeof environments / sizeof *environments; i++) {
    Terminal *terminal = start_sized(24, 80, environments[i]);
    terminal_type(terminal, "h = m.fit(x, y, epochs=3, validation_split=0.2)\r");
    expect(terminal, "Epoch 3/3");
    expect(terminal, "val_loss");
    back_at_prompt(terminal);
    leave(terminal, CTRL_D, 0);
  }
}

static void test_smallest_window(void **state) {
  static const char *const quiet[] = {"NNSH_HISTORY=", NULL};
  const char *const arguments[] = {run_binary(), "--stable", NULL};
  static const int sizes[][2] = {{1, 1}, {2, 5}, {5, 300}};
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    Terminal *terminal = terminal_start(arguments, sizes[i][0], sizes[i][1], quiet);
    terminal_read_for(terminal, 0.3);
    terminal_type(terminal, setup);
    terminal_type(terminal, "h = m.fit(x, y, epochs=3, validation_split=0.2); m.summary()\r");
    terminal_read_for(terminal, 1.5);
    wait_for_alternate(terminal, false);
    terminal_type(terminal, "import matplotlib.pyplot as plt; plt.plot([1, 2]); plt.show()\r");
    leave(terminal, "exit(len(h.history['loss']))\r", 3);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fit_to_its_end),
      cmocka_unit_test(test_q),
      cmocka_unit_test(test_ctrl_c),
      cmocka_unit_test(test_resize),
      cmocka_unit_test(test_error_in_fit),
      cmocka_unit_test(test_killed_in_fit),
      cmocka_unit_test(test_killed_at_the_prompt),
      cmocka_unit_test(test_ctrl_z_and_fg),
      cmocka_unit_test(test_plain_terminals),
      cmocka_unit_test(test_smallest_window),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
