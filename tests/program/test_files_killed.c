/* A program that is killed while it saves leaves the old file or the new one, and never neither. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tests/support/run.h"

/* Saves two models in turn under one name for ever; what a kill leaves must be one of the two, whole. */
static const char saving[] =
    "import keras, sys, numpy as np\n"
    "name = sys.argv[1]\n"
    "from keras import layers\n"
    "models = []\n"
    "for value in (1.0, 2.0):\n"
    "    m = keras.Sequential([keras.Input((40,)), layers.Dense(60), layers.Dense(1)])\n"
    "    m.set_weights([np.full(w.shape, value) for w in m.get_weights()])\n"
    "    models.append(m)\n"
    "models[0].save(name + '.keras'); models[0].save(name + '.h5'); models[0].save_weights(name + '.weights.h5')\n"
    "print('ready', flush=True)\n"
    "place = 0\n"
    "while True:\n"
    "    place = 1 - place\n"
    "    models[place].save(name + '.keras'); models[place].save(name + '.h5')\n"
    "    models[place].save_weights(name + '.weights.h5')\n";

static const char loading[] =
    "import keras, os\n"
    "from keras import layers\n"
    "def whole(model):\n"
    "    values = {float(v) for w in model.get_weights() for v in w.ravel()}\n"
    "    return values in ({1.0}, {2.0})\n"
    "fresh = keras.Sequential([keras.Input((40,)), layers.Dense(60), layers.Dense(1)])\n"
    "good = 0\n"
    "for k in range(100):\n"
    "    name = f'm{k}'\n"
    "    fresh.load_weights(name + '.weights.h5')\n"
    "    for model in (keras.models.load_model(name + '.keras'), keras.models.load_model(name + '.h5'), fresh):\n"
    "        good += whole(model)\n"
    "print(good)\n";

static void write_text(const char *path, const char *text) {
  FILE *file = fopen(path, "w");
  assert_non_null(file);
  fputs(text, file);
  fclose(file);
}

static void test_killed_while_saving(void **state) {
  char folder[] = "/tmp/nnsh_kill_XXXXXX";
  assert_non_null(mkdtemp(folder));
  assert_int_equal(chdir(folder), 0);
  write_text("save.py", saving);
  write_text("load.py", loading);
  const char *const arguments[] = {run_binary(), "load.py", NULL};
  unsigned random = 12345;
  for (int round = 0; round < 100; round++) {
    int ends[2];
    char name[16];
    snprintf(name, sizeof name, "m%d", round);
    assert_int_equal(pipe(ends), 0);
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
      dup2(ends[1], STDOUT_FILENO);
      execl(run_binary(), "nnsh", "save.py", name, (char *)NULL);
      _exit(127);
    }
    close(ends[1]);
    char ready[6] = "";
    assert_int_equal(read(ends[0], ready, 5), 5);
    random = random * 1103515245u + 12345u;
    const struct timespec wait = {.tv_nsec = (long)(random >> 8) % 20000000};
    nanosleep(&wait, NULL);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    close(ends[0]);
  }
  RunResult result = run_program(arguments, NULL, NULL, 200);
  if (strcmp(result.out, "300\n") != 0) print_error("%s%s", result.out, result.err);
  assert_string_equal(result.out, "300\n");
  run_free(&result);
  char command[64];
  snprintf(command, sizeof command, "rm -rf %s", folder);
  assert_int_equal(chdir("/"), 0);
  assert_int_equal(system(command), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_killed_while_saving)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
