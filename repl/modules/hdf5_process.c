#include "repl/modules/hdf5_process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "engine/formats/hdf5.h"
#include "repl/modules/session.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define HAS_SHADOW_MEMORY 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define HAS_SHADOW_MEMORY 1
#endif
#endif

enum { SECONDS = 4, MOST_RATIO = 1100 /* deflate packs 1032 to 1 at best */ };
#define MEGABYTE (UINT64_C(1) << 20)

/* Seconds of computing for a file of a size; the parent waits three times as long, as others compute too. */
static uint64_t seconds_for(uint64_t size) { return SECONDS + size / (10 * MEGABYTE); }

/* What the arrays of a file of a size may take together. */
static uint64_t bytes_for(uint64_t size) {
  const uint64_t memory = (uint64_t)sysconf(_SC_PHYS_PAGES) * (uint64_t)sysconf(_SC_PAGESIZE);
  const uint64_t most = size > memory / MOST_RATIO ? memory : size * MOST_RATIO;
  return most < 64 * MEGABYTE ? 64 * MEGABYTE : most;
}

/* ---- The process that reads ---- */

static bool put(void *context, const void *bytes, size_t length) {
  for (const char *at = bytes; length > 0;) {
    const ssize_t wrote = write(STDOUT_FILENO, at, length);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return false;
    at += wrote;
    length -= (size_t)wrote;
  }
  return true;
}

static void limit(int what, uint64_t most) {
  const struct rlimit limits = {most, most};
  setrlimit((__rlimit_resource_t)what, &limits);
}

int hdf5_process_main(bool (*read_all)(void)) {
  struct stat status;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (fstat(STDIN_FILENO, &status) != 0) return 1;
  const uint64_t size = (uint64_t)status.st_size, most = bytes_for(size);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, seconds_for(size));
#ifndef HAS_SHADOW_MEMORY
  limit(RLIMIT_DATA, size + 2 * most + 256 * MEGABYTE);
#endif
  setenv("HDF5_USE_FILE_LOCKING", "FALSE", 1); /* nobody writes to it, and some drives know no locks */
  setenv("HDF5_DISABLE_VERSION_CHECK", "2", 1); /* which would print and abort */
  Error error = {0};
  Hdf5Node *root = hdf5_read("/proc/self/fd/0", most, &error);
  const bool sent = read_all() && hdf5_send(root, &error, put, NULL);
  hdf5_free(root);
  return sent ? 0 : 1;
}

/* ---- The process that asks ---- */

typedef struct Child {
  pid_t process;
  int output;
  double deadline;
  char buffer[1 << 16]; /* most pieces of a stream are a few bytes */
  size_t at, filled;
  Error *error;
} Child;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static ssize_t receive(Child *child, void *bytes, size_t length) {
  for (;;) {
    if (core_interrupt_pending()) {
      core_interrupt_take();
      core_fail(child->error, ERROR_INTERRUPT, "interrupted");
      return -1;
    }
    struct pollfd ready = {.fd = child->output, .events = POLLIN};
    const int count = poll(&ready, 1, 100);
    if (count == 0 && now() > child->deadline) {
      core_fail(child->error, ERROR_OS, "Unable to synchronously open file (reading it takes too long)");
      return -1;
    }
    if (count <= 0) continue;
    const ssize_t read_bytes = read(child->output, bytes, length);
    if (read_bytes >= 0 || errno != EINTR) return read_bytes;
  }
}

static bool take(void *context, void *bytes, size_t length) {
  Child *child = context;
  for (char *to = bytes; length > 0;) {
    if (child->at == child->filled && length >= sizeof child->buffer) { /* an array's values need no second copy */
      const ssize_t count = receive(child, to, length);
      if (count <= 0) return false;
      to += count;
      length -= (size_t)count;
      continue;
    }
    if (child->at == child->filled) {
      const ssize_t count = receive(child, child->buffer, sizeof child->buffer);
      if (count <= 0) return false;
      child->at = 0;
      child->filled = (size_t)count;
    }
    const size_t part = child->filled - child->at < length ? child->filled - child->at : length;
    memcpy(to, child->buffer + child->at, part);
    child->at += part;
    to += part;
    length -= part;
  }
  return true;
}

static int open_input(const char *path, const char *bytes, size_t length, Error *error) {
  const int input = path ? open(path, O_RDONLY | O_CLOEXEC) : memfd_create("hdf5", MFD_CLOEXEC);
  if (input < 0) {
    core_fail(error, errno == ENOENT ? ERROR_FILE_NOT_FOUND : ERROR_OS,
              "[Errno %d] Unable to synchronously open file (unable to open file: name = '%s', errno = %d, error message = "
              "'%s', flags = 0, o_flags = 0)", errno, path ? path : "", errno, strerror(errno));
    return -1;
  }
  struct stat status;
  if (path && fstat(input, &status) == 0 && S_ISDIR(status.st_mode)) {
    core_fail(error, ERROR_OS, "[Errno %d] Unable to synchronously open file (file read failed: filename = '%s', errno = %d, "
              "error message = '%s')", EISDIR, path, EISDIR, strerror(EISDIR));
    close(input);
    return -1;
  }
  while (!path && length > 0) {
    const ssize_t wrote = write(input, bytes, length);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) {
      core_fail_memory(error, length);
      close(input);
      return -1;
    }
    bytes += wrote;
    length -= (size_t)wrote;
  }
  return input;
}

/* Starts the process; the signals that nnsh handles do there what they do anywhere. */
static int start(int input, int output, pid_t *process) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  char *const arguments[] = {(char *)"nnsh", (char *)HDF5_PROCESS_OPTION, NULL};
  const int problem = posix_spawn(process, session.program, &actions, &attributes, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return problem;
}

/* What a process that ended without an answer says about the file. */
static void explain(int status, Error *error) {
  const int number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  if (number == SIGXCPU || number == SIGKILL)
    core_fail(error, ERROR_OS, "Unable to synchronously open file (reading it takes too long)");
  else if (number)
    core_fail(error, ERROR_OS, "Unable to synchronously open file (libhdf5 crashes when it reads it: %s)", strsignal(number));
  else core_fail(error, ERROR_OS, "Unable to synchronously open file (libhdf5 gives up: status %d)", WEXITSTATUS(status));
}

Hdf5Node *hdf5_process_read(const char *path, const char *bytes, size_t length, const char *name, Error *error) {
  *error = (Error){0};
  if (session.program == NULL) {
    core_fail(error, ERROR_OS, "only the program nnsh itself reads HDF5");
    return NULL;
  }
  int ends[2], input = open_input(path, bytes, length, error);
  if (input < 0) return NULL;
  struct stat file;
  const uint64_t size = fstat(input, &file) == 0 ? (uint64_t)file.st_size : 0;
  Child *child = core_alloc_zero(1, sizeof *child);
  const bool piped = child && pipe2(ends, O_CLOEXEC) == 0;
  int problem = piped ? start(input, ends[1], &child->process) : child ? errno : ENOMEM;
  close(input);
  if (piped) close(ends[1]);
  if (problem) {
    if (piped) close(ends[0]);
    core_free(child);
    core_fail(error, problem == ENOMEM ? ERROR_MEMORY : ERROR_OS, "[Errno %d] %s: '%s'", problem, strerror(problem), name);
    return NULL;
  }
  fcntl(ends[0], F_SETPIPE_SZ, 1 << 20);
  child->output = ends[0];
  child->deadline = now() + 3 * (double)seconds_for(size);
  child->error = error;
  Hdf5Node *root = hdf5_receive(take, child, 2 * bytes_for(size), error);
  close(ends[0]);
  const bool ended = error->code == ERROR_NONE || error->code == ERROR_EOF;
  if (!ended) kill(child->process, SIGKILL);
  int status = 0;
  while (waitpid(child->process, &status, 0) < 0 && errno == EINTR) continue;
  core_free(child);
  if (root == NULL && error->code == ERROR_EOF) explain(status, error);
  if (root == NULL && error->code != ERROR_INTERRUPT && !error->hint[0]) core_hint(error, "the file is '%s'", name);
  return root;
}
