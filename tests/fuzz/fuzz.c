#include "tests/fuzz/fuzz.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include "engine/core/interrupt.h"
#include "repl/modules/modules.h"
#include "repl/modules/session.h"

static bool guarded;

/* The linker sends every call here (-Wl,--wrap): the fuzzer's own files stay reachable, a program's do not. */
#define REFUSE(value)  \
  if (guarded) {       \
    errno = EACCES;    \
    return value;      \
  }
FILE *__real_fopen(const char *path, const char *mode);
FILE *__wrap_fopen(const char *path, const char *mode);
FILE *__wrap_fopen(const char *path, const char *mode) {
  if (strstr(path, "/found/") == NULL) REFUSE(NULL) /* libFuzzer keeps the input that failed there */
  return __real_fopen(path, mode);
}
int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...) {
  REFUSE(-1)
  va_list list;
  va_start(list, flags);
  int mode = va_arg(list, int);
  va_end(list);
  return __real_open(path, flags, mode);
}
#define WRAP_PATH(name)            \
  int __real_##name(const char *); \
  int __wrap_##name(const char *); \
  int __wrap_##name(const char *path) { REFUSE(-1) return __real_##name(path); }
WRAP_PATH(unlink)
WRAP_PATH(rmdir)
WRAP_PATH(remove)
WRAP_PATH(chdir)
int __real_rename(const char *, const char *);
int __wrap_rename(const char *, const char *);
int __wrap_rename(const char *from, const char *to) { REFUSE(-1) return __real_rename(from, to); }
int __real_mkdir(const char *, mode_t);
int __wrap_mkdir(const char *, mode_t);
int __wrap_mkdir(const char *path, mode_t mode) { REFUSE(-1) return __real_mkdir(path, mode); }
DIR *__real_opendir(const char *);
DIR *__wrap_opendir(const char *);
DIR *__wrap_opendir(const char *path) { REFUSE(NULL) return __real_opendir(path); }

static void on_budget(int signal_number) { atomic_fetch_add(&core_interrupts, 1); }

void fuzz_enter(void) {
  struct sigaction action = {.sa_handler = on_budget, .sa_flags = SA_RESTART};
  sigaction(SIGVTALRM, &action, NULL);
  struct itimerval timer = {{0, 20000}, {0, FUZZ_BUDGET * 1000}};
  setitimer(ITIMER_VIRTUAL, &timer, NULL);
  guarded = true;
}

void fuzz_leave(void) {
  guarded = false;
  struct itimerval none = {{0, 0}, {0, 0}};
  setitimer(ITIMER_VIRTUAL, &none, NULL);
  core_interrupt_take();
}

static void write_nothing(void *self, const char *bytes, size_t length) {}

void fuzz_start(void) {
  static bool started;
  if (started) return;
  started = true;
  py_stdout = py_stderr = (Sink){write_nothing, NULL, NULL};
  session.plain = session.stable = true;
  session.show = SHOW_NEVER;
  session.rehearse = 1;
  /* input() finds the end of the file, and a sleep that is long ends with the budget. */
  if (freopen("/dev/null", "r", stdin) == NULL || !modules_start()) abort();
}

static void show_exception(void) {
  Value exception = py_take_pending();
  if (exception.tag != TAG_OBJECT) abort(); /* a failure without an exception */
  Text text = {0};
  core_interrupt_take();
  lang_traceback(&text, (Exception *)exception.as.object);
  text_free(&text);
  if (py_pending()) abort();
  py_drop(exception);
}

void fuzz_run(const char *text, size_t length, LangMode mode, Dict *names) {
  fuzz_start();
  fuzz_enter();
  Value globals = lang_globals("__main__", NULL);
  Value key, value;
  for (int64_t at = 0; names && py_dict_next(names, &at, &key, &value);) py_dict_set(py_as_dict(globals), key, value);
  Code *code = lang_compile(text, length, "<fuzz>", 1, mode);
  Value result = code ? lang_run(code, py_as_dict(globals)) : PY_ERROR;
  lang_code_release(code);
  if (py_is_error(result)) {
    show_exception();
  } else {
    if (py_pending()) abort(); /* an exception behind a good value */
    Text shown = {0};
    if (!py_repr_to(&shown, result)) py_clear_pending();
    text_free(&shown);
    py_drop(result);
  }
  py_dict_clear(py_as_dict(globals));
  py_drop(globals);
  py_collect();
  if (py_pending()) py_clear_pending();
  fuzz_leave();
}
