/* Every error that nnsh can raise (nnsh --messages) is raised by a test, but for those that tests/messages_left.txt
 * names: there each has a reason, or stands under those for which nobody has written a test yet, whose number may only
 * fall. Runs after all others, which have left what they raised in the file that NNSH_MESSAGES names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/run.h"

/* How many errors may stand without a reason. Lower it when tests are added; never raise it. */
enum { MOST_WITHOUT_REASON = 0 };

static int compare(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

typedef struct Lines {
  char *text, **items;
  size_t count;
} Lines;

/* The lines of a text, sorted; lines that begin with '#' and empty ones are no rows. */
static Lines lines_of(char *text) {
  Lines lines = {.text = text};
  for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
    if (*line == '#') continue;
    if ((lines.count & (lines.count - 1)) == 0)
      lines.items = realloc(lines.items, (lines.count ? lines.count * 2 : 1) * sizeof *lines.items);
    assert_non_null(lines.items);
    lines.items[lines.count++] = line;
  }
  qsort(lines.items, lines.count, sizeof *lines.items, compare);
  return lines;
}

static bool has(const Lines *lines, char *line) {
  return bsearch(&line, lines->items, lines->count, sizeof line, compare) != NULL;
}

static void test_every_error_is_raised(void **state) {
  RunResult listing = run_nnsh("--messages", NULL);
  assert_int_equal(listing.status, 0);
  const char *reached_path = getenv("NNSH_MESSAGES");
  assert_non_null(reached_path);
  char *reached_text = run_read_file(reached_path), *left_text = run_read_file(NNSH_SOURCE_DIR "/tests/messages_left.txt");
  assert_non_null(reached_text);
  assert_non_null(left_text);
  /* What stands below this line has no reason. */
  char *untested = strstr(left_text, "# Not tested yet");
  assert_non_null(untested);
  Lines open = lines_of(strdup(untested));
  *untested = '\0';
  Lines rows = lines_of(listing.out), reached = lines_of(reached_text), reasoned = lines_of(left_text);
  int missing = 0, raised = 0, gone = 0;
  for (size_t i = 0; i < rows.count; i++) {
    bool is_raised = has(&reached, rows.items[i]), is_left = has(&reasoned, rows.items[i]) || has(&open, rows.items[i]);
    raised += is_raised;
    if (is_raised || is_left) continue;
    print_message("no test raises: %s\n", rows.items[i]);
    missing++;
  }
  const Lines *const left[] = {&reasoned, &open};
  for (int l = 0; l < 2; l++) {
    for (size_t i = 0; i < left[l]->count; i++) {
      const bool is_row = has(&rows, left[l]->items[i]);
      if (is_row && !has(&reached, left[l]->items[i])) continue;
      /* One that is raised here may not be where other data lie; one that is no row any more goes. */
      print_message("tests/messages_left.txt %s: %s\n", is_row ? "need not name it" : "names what is none", left[l]->items[i]);
      gone += !is_row;
    }
  }
  print_message("%zu errors: %d raised, %zu left out with a reason, %zu not tested yet\n", rows.count, raised,
                reasoned.count, open.count);
  assert_int_equal(missing, 0);
  assert_int_equal(gone, 0);
  assert_true(open.count <= MOST_WITHOUT_REASON);
  const Lines *const all[] = {&reached, &reasoned, &open};
  for (int i = 0; i < 3; i++) free(all[i]->items);
  free(rows.items);
  free(reached_text);
  free(left_text);
  free(open.text);
  run_free(&listing);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_error_is_raised)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
