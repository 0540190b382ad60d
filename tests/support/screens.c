#include "tests/support/screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/run.h"
#include "tests/support/terminal.h"

/* A net that learns 80 points by heart. Small, so that it is quick with every kernel. */
static const char training[] =
    "import keras\n"
    "from sklearn.datasets import make_moons\n"
    "keras.utils.set_random_seed(7)\n"
    "x, y = make_moons(n_samples=400, noise=0.35, random_state=7)\n"
    "model = keras.Sequential(name='moons')\n"
    "model.add(keras.layers.Input((2,)))\n"
    "model.add(keras.layers.Dense(64, activation='relu'))\n"
    "model.add(keras.layers.Dense(64, activation='relu'))\n"
    "model.add(keras.layers.Dense(2, activation='softmax'))\n"
    "model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.01), loss='sparse_categorical_crossentropy', "
    "metrics=['accuracy'])\n"
    "history = model.fit(x[:80], y[:80], epochs=60, batch_size=16, validation_data=(x[80:], y[80:]))\n";

static const char pictures[] =
    "import keras\n"
    "import matplotlib.pyplot as plt\n"
    "(x, y), _ = keras.datasets.fashion_mnist.load_data()\n"
    "fig, axs = plt.subplots(1, 4)\n"
    "for i in range(4):\n"
    "    axs[i].imshow(x[i], cmap='gray')\n"
    "    axs[i].set_title(str(y[i]))\n"
    "    axs[i].axis('off')\n"
    "plt.show()\n";

static const char curves[] =
    "import numpy as np\n"
    "import matplotlib.pyplot as plt\n"
    "x = np.linspace(-4, 4, 81)\n"
    "plt.plot(x, np.maximum(x, 0), label='relu')\n"
    "plt.plot(x, np.tanh(x), label='tanh', linestyle='--')\n"
    "plt.title('Activation functions')\n"
    "plt.legend()\n"
    "plt.show()\n";

static const char session_keys[] =
    "import keras\r"
    "from keras import layers\r"
    "layers.Dense(10, activation=\"relu\")\r"
    "model = keras.Sequential([layers.Input((784,)), layers.Dense(10)])\r"
    "model.summary()\r"
    "model.fit(1, 2)\r"
    "def twice(x):\r    return 2 * x\r\r"
    "twice(21)\r";

#define SIZES(name, code, keys)                                                                            \
  {name "_80x24.ansi", 24, 80, "braille", true, false, code, keys},                                        \
      {name "_120x40.ansi", 40, 120, "braille", true, false, code, keys},                                  \
      {name "_40x12.ansi", 12, 40, "braille", true, false, code, keys},                                    \
      {name "_80x24_block.txt", 24, 80, "block", false, false, code, keys},                                \
      {name "_80x24_ascii.txt", 24, 80, "ascii", false, false, code, keys},                                \
      {name "_120x40_ascii.txt", 40, 120, "ascii", false, false, code, keys},                              \
      {name "_40x12_ascii.txt", 12, 40, "ascii", false, false, code, keys}

const ScreenRow screen_rows[] = {
    SIZES("dashboard", training, NULL),
    SIZES("curves", curves, NULL),
    {"pictures_80x24.ansi", 24, 80, "braille", true, true, pictures, NULL},
    {"pictures_80x24_ascii.txt", 24, 80, "ascii", false, true, pictures, NULL},
    {"session_80x24.ansi", 24, 80, "braille", true, false, "pass", session_keys},
    {"session_120x40_ascii.txt", 40, 120, "ascii", false, false, "pass", session_keys},
    {0},
};

bool screen_has_data(const ScreenRow *row) {
  return !row->needs_fashion || access("/usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz", R_OK) == 0;
}

/* Waits until the last row that is not empty ends with `text`, or, for NULL, is a prompt and nothing else. */
static bool wait_for_last_row(Terminal *terminal, const char *text) {
  for (int i = 0; i < 600; i++) {
    int rows, columns, row;
    terminal_size(terminal, &rows, &columns);
    for (row = rows - 1; row > 0 && *terminal_row(terminal, row) == '\0'; row--) {
    }
    const char *last = terminal_row(terminal, row);
    size_t length = strlen(last), wanted = text ? strlen(text) : 0;
    if (text ? length >= wanted && strcmp(last + length - wanted, text) == 0
             : !strcmp(last, ">>>") || !strcmp(last, "..."))
      return true;
    terminal_read_for(terminal, 0.05);
  }
  return false;
}

/* One line at a time, each after its prompt: what is typed ahead would be echoed wherever the program happens to be. */
static bool type_line(Terminal *terminal, const char *line) {
  terminal_type(terminal, line);
  if (!wait_for_last_row(terminal, *line ? line : NULL)) return false;
  terminal_type(terminal, "\r");
  terminal_read_for(terminal, 0.1);
  return wait_for_last_row(terminal, NULL);
}

char *screen_make(const ScreenRow *row) {
  char glyphs[32];
  snprintf(glyphs, sizeof glyphs, "NNSH_GLYPHS=%s", row->glyphs);
  const char *const arguments[] = {run_binary(), "-i", "--stable", "-c", row->code, NULL};
  /* The same kernels wherever it runs, so that the curves are the same to the last dot. */
  const char *const environment[] = {"NNSH_HISTORY=", glyphs, "OPENBLAS_CORETYPE=Nehalem", "NNSH_SIMD=sse2",
                                     row->colour ? "NO_COLOR" : "NO_COLOR=1", NULL};
  Terminal *terminal = terminal_start(arguments, row->rows, row->columns, environment);
  if (terminal == NULL) return NULL;
  bool there = terminal_wait_for(terminal, ">>>", 60);
  char *screen = NULL;
  for (const char *keys = row->keys; there && keys && *keys;) {
    char line[256];
    int length = (int)strcspn(keys, "\r");
    snprintf(line, sizeof line, "%.*s", length, keys);
    there = type_line(terminal, line);
    keys += length + (keys[length] == '\r');
  }
  if (there) {
    terminal_read_for(terminal, 0.2);
    screen = row->colour ? terminal_screen_with_colours(terminal) : strdup(terminal_screen(terminal));
  }
  terminal_free(terminal);
  /* Empty rows at the bottom are cut. */
  for (size_t length = screen ? strlen(screen) : 0;
       length > 1 && screen[length - 1] == '\n' && screen[length - 2] == '\n'; length--)
    screen[length - 1] = '\0';
  return screen;
}
