#include "tests/support/run.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

const char *run_binary(void) { return NNSH_BINARY; }

typedef struct Pipe {
  char *bytes;
  size_t length, capacity;
} Pipe;

static bool take(Pipe *to, int fd) {
  char bytes[1 << 16];
  ssize_t got = read(fd, bytes, sizeof bytes);
  if (got <= 0) return false;
  if (to->length + (size_t)got + 1 > to->capacity) {
    to->capacity = (to->length + (size_t)got + 1) * 2;
    to->bytes = realloc(to->bytes, to->capacity);
  }
  memcpy(to->bytes + to->length, bytes, (size_t)got);
  to->length += (size_t)got;
  to->bytes[to->length] = '\0';
  return true;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

RunResult run_program(const char *const *arguments, const char *input, const char *const *environment, int seconds) {
  int in[2], out[2], err[2];
  RunResult result = {.status = -1};
  char home[] = "/tmp/nnsh-home-XXXXXX";
  if (pipe(in) || pipe(out) || pipe(err) || mkdtemp(home) == NULL) return result;
  signal(SIGPIPE, SIG_IGN);
  pid_t child = fork();
  if (child == 0) {
    dup2(in[0], 0);
    dup2(out[1], 1);
    dup2(err[1], 2);
    for (int fd = 3; fd < 64; fd++) close(fd);
    signal(SIGINT, SIG_DFL);
    signal(SIGPIPE, SIG_DFL);
    setenv("HOME", home, 1);
    setenv("TMPDIR", home, 1); /* what the program makes there and leaves, as in Python, goes with its home */
    setenv("NNSH_HISTORY", "", 1);
    setenv("ASAN_OPTIONS", "allocator_may_return_null=1", 0); /* as malloc: too much is NULL, not the end */
    for (int i = 0; environment && environment[i]; i++) {
      if (strchr(environment[i], '=')) putenv((char *)environment[i]);
      else unsetenv(environment[i]);
    }
    execv(arguments[0], (char *const *)arguments);
    _exit(127);
  }
  close(in[0]);
  close(out[1]);
  close(err[1]);
  size_t sent = 0, wanted = input ? strlen(input) : 0;
  if (wanted == 0) close(in[1]);
  Pipe got_out = {0}, got_err = {0};
  double end = now() + seconds;
  bool out_open = true, err_open = true, killed = false;
  while (out_open || err_open) {
    struct pollfd ends[3] = {{.fd = out_open ? out[0] : -1, .events = POLLIN},
                             {.fd = err_open ? err[0] : -1, .events = POLLIN},
                             {.fd = sent < wanted ? in[1] : -1, .events = POLLOUT}};
    double left = end - now();
    if (left <= 0) {
      kill(child, SIGKILL);
      killed = true;
      break;
    }
    poll(ends, 3, (int)(left * 1000) + 1);
    if (ends[0].revents && !take(&got_out, out[0])) out_open = false;
    if (ends[1].revents && !take(&got_err, err[0])) err_open = false;
    if (ends[2].revents) {
      ssize_t done = write(in[1], input + sent, wanted - sent);
      sent = done > 0 ? sent + (size_t)done : wanted;
      if (sent == wanted) close(in[1]);
    }
  }
  int status;
  waitpid(child, &status, 0);
  if (sent < wanted) close(in[1]);
  close(out[0]);
  close(err[0]);
  result.status = killed ? -1 : WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  result.out = got_out.bytes ? got_out.bytes : calloc(1, 1);
  result.err = got_err.bytes ? got_err.bytes : calloc(1, 1);
  result.out_length = got_out.length;
  result.err_length = got_err.length;
  char command[64];
  snprintf(command, sizeof command, "rm -rf %s", home);
  if (system(command) != 0) fprintf(stderr, "could not remove %s\n", home);
  return result;
}

void run_free(RunResult *result) {
  free(result->out);
  free(result->err);
  memset(result, 0, sizeof *result);
}

RunResult run_nnsh(const char *first, ...) {
  const char *arguments[32] = {run_binary(), first};
  int count = 2;
  va_list rest;
  va_start(rest, first);
  while (count < 31 && (arguments[count] = va_arg(rest, const char *)) != NULL) count++;
  va_end(rest);
  arguments[count] = NULL;
  return run_program(arguments, NULL, NULL, 120);
}

bool run_same_text(const char *actual, const char *expected, const char *what) {
  if (strcmp(actual, expected) == 0) return true;
  int line = 1;
  const char *a = actual, *e = expected;
  for (;; line++) {
    size_t actual_length = strcspn(a, "\n"), expected_length = strcspn(e, "\n");
    if (actual_length != expected_length || memcmp(a, e, actual_length) != 0 || a[actual_length] != e[actual_length]) {
      fprintf(stderr, "%s, line %d\n  expected: %.*s\n  actual:   %.*s\n", what, line, (int)expected_length, e,
              (int)actual_length, a);
      return false;
    }
    a += actual_length + 1;
    e += expected_length + 1;
  }
}

char *run_read_file(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) return NULL;
  char *text = NULL;
  size_t length = 0, got;
  char bytes[1 << 14];
  while ((got = fread(bytes, 1, sizeof bytes, file)) > 0) {
    text = realloc(text, length + got + 1);
    memcpy(text + length, bytes, got);
    length += got;
  }
  fclose(file);
  if (text == NULL) text = calloc(1, 1);
  text[length] = '\0';
  return text;
}
