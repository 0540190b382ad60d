/* The process that reads HDF5, where it cannot be started or ends without an answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/formats/hdf5.h"
#include "repl/modules/hdf5_process.h"
#include "repl/modules/session.h"

static void refuses(const char *program, const char *path, ErrorCode code, const char *text) {
  Error error = {0};
  session.program = program;
  assert_null(hdf5_process_read(path, "abc", 3, "x.h5", &error));
  session.program = NULL;
  assert_string_equal(error.text, text);
  assert_int_equal(error.code, code);
}

static void test_no_process(void **state) {
  refuses(NULL, NULL, ERROR_OS, "only the program nnsh itself reads HDF5");
  refuses("/nowhere/nnsh", NULL, ERROR_OS, "[Errno 2] No such file or directory: 'x.h5'");
}

static void test_files(void **state) {
  refuses("/bin/false", "/tmp", ERROR_OS,
          "[Errno 21] Unable to synchronously open file (file read failed: filename = '/tmp', errno = 21, error "
          "message = 'Is a directory')");
  refuses("/bin/false", "/nowhere/x.h5", ERROR_FILE_NOT_FOUND,
          "[Errno 2] Unable to synchronously open file (unable to open file: name = '/nowhere/x.h5', errno = 2, error "
          "message = 'No such file or directory', flags = 0, o_flags = 0)");
}

/* Programs that end as a reader may. */
static void test_no_answer(void **state) {
  static const struct {
    const char *last, *text;
  } rows[] = {
      {"exit 3", "Unable to synchronously open file (libhdf5 gives up: status 3)"},
      {"kill -KILL $$", "Unable to synchronously open file (reading it takes too long)"},
      {"kill -XCPU $$", "Unable to synchronously open file (reading it takes too long)"},
      {"kill -SEGV $$", "Unable to synchronously open file (libhdf5 crashes when it reads it: Segmentation fault)"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char path[] = "/tmp/nnsh-hdf5-XXXXXX", text[200];
    const int file = mkstemp(path);
    const int length = snprintf(text, sizeof text, "#!/bin/sh\n%s\n", rows[i].last);
    assert_int_equal(write(file, text, (size_t)length), length);
    assert_int_equal(fchmod(file, 0700), 0);
    close(file);
    refuses(path, NULL, ERROR_OS, rows[i].text);
    unlink(path);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_no_process), cmocka_unit_test(test_files),
                                     cmocka_unit_test(test_no_answer)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
