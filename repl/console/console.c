#include "repl/console/console.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "repl/console/help.h"
#include "repl/console/signals.h"
#include "repl/modules/modules.h"
#include "repl/modules/session.h"

static Dict *globals;
static int exit_status;

/* ---- Output: standard output collects whole lines, so that a print costs no system call of its own ---- */

static struct {
  char bytes[1 << 15];
  size_t used;
  bool broken; /* nothing more can be written */
} out;

static bool write_all(int fd, const char *bytes, size_t length) {
  while (length) {
    ssize_t done = write(fd, bytes, length);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return false;
    bytes += done;
    length -= (size_t)done;
  }
  return true;
}

static void out_flush(void *self) {
  size_t used = out.used;
  out.used = 0;
  if (used == 0 || out.broken || write_all(STDOUT_FILENO, out.bytes, used)) return;
  int reason = errno;
  out.broken = true;
  /* Nobody reads any more: leave quietly, as `head` expects of those before it. */
  if (reason == EPIPE || reason == EIO) {
    signals_restore_terminal();
    _exit(0);
  }
  /* A full disk, say: what was asked for is not there, and the status tells. */
  Text problem = {0};
  text_addf(&problem, "OSError: [Errno %d] %s: standard output\n", reason, strerror(reason));
  write_all(STDERR_FILENO, text_string(&problem), problem.length);
  text_free(&problem);
}

bool console_output_failed(void) { return out.broken; }

static void out_write(void *self, const char *bytes, size_t length) {
  bool line = session.terminal.is_terminal && memchr(bytes, '\n', length) != NULL;
  while (length) {
    size_t room = sizeof out.bytes - out.used;
    size_t part = length < room ? length : room;
    memcpy(out.bytes + out.used, bytes, part);
    out.used += part;
    bytes += part;
    length -= part;
    if (out.used == sizeof out.bytes) out_flush(self);
  }
  if (line) out_flush(self);
}

static void error_write(void *self, const char *bytes, size_t length) {
  out_flush(NULL); /* what was printed before comes first */
  write_all(STDERR_FILENO, bytes, length);
}

/* ---- Exceptions at the top ---- */

/* SystemExit is no error: its code is the status. */
static bool take_system_exit(void) {
  if (!py_pending_is(&py_SystemExit)) return false;
  Value exception = py_take_pending();
  Value arguments = ((Exception *)exception.as.object)->arguments;
  Value code = py_length(arguments) > 0 ? py_as_tuple(arguments)->items[0] : PY_NONE;
  int64_t status = 0;
  if (py_is_integer(code)) {
    py_as_int(code, &status);
  } else if (!py_is_none(code)) {
    Value text = py_str(code);
    if (!py_is_error(text)) {
      sink_write(&py_stderr, py_as_string(text)->data, (size_t)py_as_string(text)->length);
      sink_string(&py_stderr, "\n");
      py_drop(text);
    }
    status = 1;
  }
  exit_status = (int)(status & 0xFF);
  py_drop(exception);
  return true;
}

static void print_pending(void) {
  Value exception = py_take_pending();
  if (!py_is(exception, &py_BaseException)) return;
  Text text = {0};
  lang_traceback(&text, (Exception *)exception.as.object);
  sink_write(&py_stderr, text_string(&text), text.length);
  text_free(&text);
  py_drop(exception);
}

/* The status of a script that ended with an exception. */
static int status_of_failure(void) {
  if (take_system_exit()) return exit_status;
  bool interrupted = py_pending_is(&py_KeyboardInterrupt);
  print_pending();
  return interrupted ? 130 : 1;
}

int console_exception_status(void) { return status_of_failure(); }

/* ---- Running ---- */

static Value run(const char *text, size_t length, const char *name, LangMode mode) {
  Code *code = lang_compile(text, length, name, 1, mode);
  if (code == NULL) return PY_ERROR;
  Value result = lang_run(code, globals);
  lang_code_release(code);
  return result;
}

int console_run_text(const char *text, size_t length, const char *name) {
  Value result = run(text, length, name, LANG_FILE);
  int status = py_is_error(result) ? status_of_failure() : 0;
  py_drop(result);
  sink_flush(&py_stdout);
  return status;
}

static bool read_stream(FILE *stream, Text *text) {
  char bytes[1 << 16];
  size_t got;
  errno = 0;
  while ((got = fread(bytes, 1, sizeof bytes, stream)) > 0) text_add_bytes(text, bytes, got);
  return !ferror(stream) && !text->failed;
}

bool console_read_line(char **line, size_t *room) {
  sink_flush(&py_stdout);
  while (getline(line, room, stdin) < 0) {
    if (feof(stdin) || !ferror(stdin)) return false;
    clearerr(stdin);
    if (errno != EINTR) return false;
    if (core_interrupt_take()) sink_string(&py_stderr, "KeyboardInterrupt\n");
  }
  return true;
}

int console_run_file(const char *path) {
  FILE *file = fopen(path, "rb");
  Text text = {0};
  if (file == NULL || !read_stream(file, &text)) {
    int reason = errno;
    if (file) fclose(file);
    text_free(&text);
    Text problem = {0};
    text_addf(&problem, "nnsh: can't open file '%s': [Errno %d] %s\n", path, reason, strerror(reason));
    sink_string(&py_stderr, text_string(&problem));
    text_free(&problem);
    return 2;
  }
  fclose(file);
  session.script = path;
  py_dict_set_steal(globals, "__file__", py_text(path));
  int status = console_run_text(text_string(&text), text.length, path);
  text_free(&text);
  return status;
}

int console_run_stdin(void) {
  Text text = {0};
  int status = 1;
  if (read_stream(stdin, &text)) {
    status = console_run_text(text_string(&text), text.length, "<stdin>");
  } else if (core_interrupt_take()) {
    sink_string(&py_stderr, "KeyboardInterrupt\n");
    status = 130;
  } else {
    Text problem = {0};
    text_addf(&problem, "nnsh: can't read standard input: %s\n", strerror(errno));
    sink_string(&py_stderr, text_string(&problem));
    text_free(&problem);
  }
  text_free(&text);
  return status;
}

ConsoleOutcome console_run_line(const char *text, size_t length) {
  Code *code = lang_compile(text, length, "<stdin>", 1, LANG_INTERACTIVE);
  if (code == NULL) {
    if (lang_incomplete()) {
      py_clear_pending();
      return CONSOLE_INCOMPLETE;
    }
    print_pending();
    return CONSOLE_FAILED;
  }
  core_interrupt_take(); /* a Ctrl-C that came while typing has been answered by the prompt */
  Value result = lang_run(code, globals);
  lang_code_release(code);
  ConsoleOutcome outcome = CONSOLE_DONE;
  if (py_is_error(result)) {
    outcome = CONSOLE_FAILED;
    if (take_system_exit()) outcome = CONSOLE_LEAVE;
    else print_pending();
  }
  py_drop(result);
  sink_flush(&py_stdout);
  return outcome;
}

int console_exit_status(void) { return exit_status; }

Dict *console_globals(void) { return globals; }

/* A bare expression at the prompt: its repr, and `_` keeps it. */
static void echo(Value value) {
  if (py_is_none(value)) return;
  py_dict_set_name(lang_builtins, "_", value);
  Text text = {0};
  if (py_repr_to(&text, value)) {
    text_add_char(&text, '\n');
    sink_write(&py_stdout, text_string(&text), text.length);
  }
  text_free(&text);
}

bool console_start(void) {
  py_stdout = (Sink){out_write, out_flush, NULL};
  py_stderr = (Sink){error_write, NULL, NULL};
  session_detect_terminal();
  py_addresses_hidden = session.stable;
  if (!modules_start()) return false;
  lang_echo = echo;
  if (!help_start()) return false;
  Value dict = lang_globals("__main__", session.script ? session.script : "<stdin>");
  if (py_is_error(dict)) return false;
  globals = py_as_dict(dict);
  return modules_set_main(globals);
}
