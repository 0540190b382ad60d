/* Runs the real binary with arguments and collects what it prints: for tests of the whole program. */
#ifndef NNSH_TESTS_SUPPORT_RUN_H
#define NNSH_TESTS_SUPPORT_RUN_H

#include <stdbool.h>
#include <stddef.h>

typedef struct RunResult {
  int status;       /* exit status; 128 + signal where a signal ended it; -1 where it was killed for time */
  char *out, *err;  /* NUL-terminated; owned */
  size_t out_length, err_length;
} RunResult;

/* Runs `arguments` (NULL-terminated, the program first) with `input` as standard input (NULL: empty) and extra
 * environment "NAME=VALUE" (NULL-terminated, or NULL). Kills it after `seconds`. HOME is a fresh empty folder unless
 * given. The caller releases with run_free. */
RunResult run_program(const char *const *arguments, const char *input, const char *const *environment, int seconds);
void run_free(RunResult *result);

/* nnsh with some arguments: run_nnsh("-c", "print(1)", NULL). */
RunResult run_nnsh(const char *first, ...);

/* The path of the binary under test. */
const char *run_binary(void);

/* True where both texts are equal; else the first differing line of each goes to standard error, with its number. */
bool run_same_text(const char *actual, const char *expected, const char *what);

/* A whole file as text (NULL where it is not there); owned by the caller (free). */
char *run_read_file(const char *path);

#endif
