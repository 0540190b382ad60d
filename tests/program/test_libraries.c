/* Libraries that are opened when they are needed: where one cannot be opened, or is another one under its name, the
 * error says which, and the program goes on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/run.h"

typedef struct Row {
  const char *names; /* of the library, split by spaces */
  const char *code;
  const char *broken, *other; /* the last line of standard error, its beginning: no library; another one */
} Row;

static const Row rows[] = {
    {"libzip.so.4 libzip.so.5 libzip.so", "import numpy as np\nnp.savez('a.npz', a=[1])",
     "OSError: libzip could not be loaded: ", "OSError: this libzip has no function zip_"},
    {"libhdf5_serial.so.103 libhdf5_serial.so.200 libhdf5_serial.so.310 libhdf5_serial.so libhdf5.so",
     "import keras\nm = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])\nm.save_weights('a.weights.h5')",
     "OSError: libhdf5 could not be loaded: ", "OSError: this libhdf5 has no function H5"},
    {"libpng16.so.16 libpng16.so libpng.so", "from PIL import Image\nImage.new('L', (1, 1)).save('a.png')",
     "OSError: libpng could not be loaded: ", "OSError: this libpng has no function png_"},
    {"libjpeg.so.8 libjpeg.so.62 libjpeg.so", "from PIL import Image\nImage.new('L', (1, 1)).save('a.jpg')",
     "OSError: libjpeg could not be loaded: ", "OSError: this libjpeg has no function jpeg_"},
    {"libopenblas.so.0 libopenblas.so", "import numpy as np\nnp.linalg.det([[2.0]])",
     "NotImplementedError: this OpenBLAS has no LAPACK function d",
     "NotImplementedError: this OpenBLAS has no LAPACK function d"},
    {"libopenblas.so.0 libopenblas.so", "import numpy as np\nnp.linalg.det([[2.0j]])",
     "NotImplementedError: this OpenBLAS has no LAPACK function z",
     "NotImplementedError: this OpenBLAS has no LAPACK function z"},
};

/* The folder gets a file of each name: no library at all, or a link to one. */
static void put(const char *folder, const char *names, const char *target) {
  char copy[200], path[400];
  snprintf(copy, sizeof copy, "%s", names);
  for (char *name = strtok(copy, " "); name; name = strtok(NULL, " ")) {
    snprintf(path, sizeof path, "%s/%s", folder, name);
    unlink(path);
    if (target) {
      assert_int_equal(symlink(target, path), 0);
      continue;
    }
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("no library", file);
    fclose(file);
  }
}

static void check(const char *folder, const Row *row, const char *wanted) {
  char where[400], line[400], code[1000];
  snprintf(where, sizeof where, "LD_LIBRARY_PATH=%s", folder);
  snprintf(code, sizeof code, "import os\nos.chdir('%s')\n%s", folder, row->code);
  const char *const arguments[] = {run_binary(), "-i", "-c", code, NULL}, *const environment[] = {where, NULL};
  RunResult result = run_program(arguments, "print('after', 1 + 1)\n", environment, 100);
  snprintf(line, sizeof line, "\n%s", wanted);
  bool good = strstr(result.err, line) != NULL && strstr(result.out, "after 2\n") != NULL;
  if (!good) print_error("%s\n%s%s\n", row->code, result.out, result.err);
  run_free(&result);
  assert_true(good);
}

static void test_every_library(void **state) {
  Dl_info other;
  assert_int_not_equal(dladdr((void *)(uintptr_t)_cmocka_run_group_tests, &other), 0);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char folder[] = "/tmp/nnsh-libraries-XXXXXX", command[100];
    assert_non_null(mkdtemp(folder));
    put(folder, rows[i].names, NULL);
    check(folder, &rows[i], rows[i].broken);
    put(folder, rows[i].names, other.dli_fname);
    check(folder, &rows[i], rows[i].other);
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_library)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
