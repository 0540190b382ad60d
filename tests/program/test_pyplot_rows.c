/* Every keyword of matplotlib that is said to be drawn changes the cells: pyplot_rows.py, run by the real binary. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/run.h"

static void test_every_drawn_row_changes_cells(void **state) {
  RunResult result = run_nnsh(NNSH_SOURCE_DIR "/tests/program/pyplot_rows.py", NULL);
  if (result.status != 0) print_error("%s%s", result.out, result.err);
  assert_int_equal(result.status, 0);
  assert_non_null(strstr(result.out, " 0 failed\n"));
  run_free(&result);
}

/* savefig writes text, says so once for a picture's name, and prints nothing in a pipe. */
static void test_savefig_writes_text(void **state) {
  char program[2048];
  snprintf(program, sizeof program,
           "import os, matplotlib.pyplot as plt\n"
           "name = '/tmp/nnsh-savefig-%ld'\n"
           "plt.plot([1, 2, 3], label='curve'); plt.title('a title'); plt.legend()\n"
           "plt.savefig(name + '.png', dpi=300); plt.savefig(name + '.pdf'); plt.savefig(name + '.txt')\n"
           "one, two = [open(name + end).read() for end in ('.png.txt', '.txt')]\n"
           "print(one == two, 'a title' in one, 'curve' in one, '\\x1b' in one, os.path.exists(name + '.png'))\n"
           "for end in ('.png.txt', '.pdf.txt', '.txt'): os.remove(name + end)\n"
           "plt.show()\n",
           (long)getpid());
  RunResult result = run_nnsh("-c", program, NULL);
  assert_int_equal(result.status, 0);
  assert_string_equal(result.out, "True True True False False\n");
  const char *said = strstr(result.err, "nnsh writes figures as text: ");
  assert_non_null(said);
  assert_null(strstr(said + 1, "nnsh writes figures"));
  run_free(&result);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_drawn_row_changes_cells),
      cmocka_unit_test(test_savefig_writes_text),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
