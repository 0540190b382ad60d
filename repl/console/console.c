#include "repl/console/console.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "repl/console/cell.h"
#include "repl/console/help.h"
#include "repl/console/imports.h"
#include "repl/console/ipython.h"
#include "repl/console/mend.h"
#include "repl/console/notebook.h"
#include "repl/console/record.h"
#include "repl/console/signals.h"
#include "repl/modules/modules.h"
#include "repl/modules/session.h"
#include "repl/types/codec.h"

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

/* Calls the sys.excepthook that the program has set; false where it has set none. What the hook raises is pending. */
static bool call_hook(Value exception) {
  Value sys = modules_import("sys"), hook = py_is_error(sys) ? sys : py_find_attr(sys, py_intern("excepthook"));
  py_drop(sys);
  if (py_is_error(hook)) py_clear_pending();
  bool own = hook.tag == TAG_OBJECT && py_native_row(hook) == NULL;
  if (own) {
    Value class = py_type_value(py_type_of(exception)), place = py_find_attr(exception, py_intern("__traceback__"));
    Value given[3] = {class, exception, py_is_error(place) || py_is_undefined(place) ? PY_NONE : place};
    py_drop(py_call_values(hook, given, 3));
    py_drop(place);
    py_drop(class);
  }
  py_drop(hook);
  return own;
}

static void show_pending(void) {
  Value exception = py_take_pending();
  if (!py_is(exception, &py_BaseException)) return;
  Value sys = modules_import("sys"), limit = py_is_error(sys) ? sys : py_find_attr(sys, py_intern("tracebacklimit"));
  bool limited = limit.tag == TAG_INT;
  if (limited) lang_traceback_limit = (int)(limit.as.integer > INT_MAX ? INT_MAX : limit.as.integer);
  if (py_pending()) py_clear_pending();
  py_drop(limit);
  py_drop(sys);
  Text text = {0};
  lang_traceback(&text, (Exception *)exception.as.object);
  lang_traceback_limit = INT_MAX;
  imports_add_hint(&text, (Exception *)exception.as.object);
  Text shown = {0};
  codec_add_escaped(&shown, text_string(&text), text.length);
  sink_write(&py_stderr, text_string(&shown), shown.length);
  text_free(&shown);
  text_free(&text);
  py_drop(exception);
}

static void print_pending(void) {
  Value exception = py_take_pending();
  if (!py_is(exception, &py_BaseException)) return;
  bool called = call_hook(exception);
  if (called && py_pending()) { /* the hook failed: both are shown, as in CPython */
    sink_string(&py_stderr, "Error in sys.excepthook:\n");
    show_pending();
    sink_string(&py_stderr, "\nOriginal exception was:\n");
    called = false;
  }
  if (!called) {
    py_raise_value(exception);
    show_pending();
  }
  py_drop(exception);
}

/* The status of a script that ended with an exception. */
static int status_of_failure(void) {
  if (take_system_exit()) return exit_status;
  bool interrupted = py_pending_is(&py_KeyboardInterrupt);
  print_pending();
  return interrupted ? 130 : 1;
}

/* What the end of the program runs, where the program has imported the module. */
void console_finish(void) {
  static const char *const ends[][2] = {{"threading", "_shutdown"}, {"atexit", "_run_exitfuncs"}};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    Value module = py_dict_find_name(modules_imported(), py_intern(ends[i][0]));
    if (module.tag != TAG_OBJECT) continue;
    Value result = py_call_method(module, ends[i][1], NULL, 0);
    if (py_is_error(result)) print_pending();
    py_drop(result);
  }
}

int console_exception_status(void) { return status_of_failure(); }

/* ---- Running ---- */

/* The cell that runs: what stands below a `%%` line counts its lines from here. */
static const char *cell_name = "<stdin>";
static int cell_line = 1;

/* Compiles; text that does not is mended where a rule helps, with a note of what was read otherwise. `record` (may be
 * NULL) gets what the lines mean in the language alone; it stays empty where they are a notebook's. `unfinished` tells
 * that more lines may follow. */
static Code *compile(const char *text, size_t length, const char *name, int first_line, LangMode mode, Text *record,
                     bool *unfinished) {
  Text python = {0};
  bool translated = mode != LANG_FILE && cell_translate(text, length, &python);
  if (translated && !ipython_start()) {
    text_free(&python);
    return NULL;
  }
  Code *code = lang_compile(translated ? text_string(&python) : text, translated ? python.length : length, name,
                            first_line, mode);
  text_free(&python);
  *unfinished = code == NULL && lang_incomplete();
  if (code && record && !translated) text_add_bytes(record, text, length);
  if (code || !py_pending_is(&py_SyntaxError) || (mode == LANG_INTERACTIVE && *unfinished)) return code;
  Value failure = py_take_pending();
  Mended mended;
  if (!mend_source(&mended, text, length, name, first_line, mode)) {
    py_raise_value(failure);
    py_drop(failure);
    return NULL;
  }
  py_drop(failure);
  Code *better = NULL;
  translated = mode != LANG_FILE && cell_translate(text_string(&mended.text), mended.text.length, &python);
  const Text *source = translated ? &python : &mended.text;
  if (ipython_start()) better = lang_compile(text_string(source), source->length, name, first_line, mode);
  *unfinished = better == NULL && lang_incomplete();
  if (better) sink_write(&py_stderr, text_string(&mended.notes), mended.notes.length);
  if (better && record && !translated) text_add_bytes(record, text_string(&mended.text), mended.text.length);
  text_free(&python);
  mended_free(&mended);
  return better;
}

static Value run(const char *text, size_t length, const char *name, int first_line, LangMode mode) {
  bool unfinished;
  Code *code = compile(text, length, name, first_line, mode, NULL, &unfinished);
  if (code == NULL) return PY_ERROR;
  Value result = lang_run(code, globals);
  lang_code_release(code);
  return result;
}

int console_run_text(const char *text, size_t length, const char *name) {
  Value result = run(text, length, name, 1, LANG_FILE);
  int status = py_is_error(result) ? status_of_failure() : 0;
  py_drop(result);
  sink_flush(&py_stdout);
  return status;
}

/* ---- Cells ---- */

static Value kept_echo;
static void keep_echo(Value value) {
  Value before = kept_echo;
  kept_echo = py_keep(value);
  py_drop(before);
}

Value console_evaluate(const char *text, size_t length, const char *name) {
  void (*echo_before)(Value value) = lang_echo;
  Value kept_before = kept_echo;
  kept_echo = PY_NONE;
  lang_echo = keep_echo;
  Value done = run(text, length, name ? name : cell_name, name ? 1 : cell_line + 1, LANG_CELL);
  lang_echo = echo_before;
  Value value = kept_echo;
  kept_echo = kept_before;
  if (!py_is_error(done)) return value;
  py_drop(value);
  return done;
}

static bool inner_failed; /* what a cell's %run ran ended with an error */

void console_fail_cell(void) { inner_failed = true; }

/* Runs one cell. True where the next may follow; `status` changes where the cell failed. */
static bool run_cell(const char *text, size_t length, const char *name, int first_line, int *status) {
  const char *name_before = cell_name;
  int line_before = cell_line;
  cell_name = name;
  cell_line = first_line;
  Value result = run(text, length, name, first_line, LANG_CELL);
  cell_name = name_before;
  cell_line = line_before;
  bool left = false;
  if (inner_failed) *status = 1;
  inner_failed = false;
  if (py_is_error(result)) {
    left = py_pending_is(&py_SystemExit) || py_pending_is(&py_KeyboardInterrupt);
    *status = status_of_failure();
  }
  py_drop(result);
  sink_flush(&py_stdout);
  return !left;
}

static int run_notebook(const char *bytes, size_t length, const char *path) {
  Notebook book;
  Error error = {0};
  int status = 0;
  if (!notebook_parse(&book, bytes, length, &error)) {
    Text problem = {0};
    text_addf(&problem, "nnsh: can't read notebook '%s': %s\n", path, error.text);
    sink_string(&py_stderr, text_string(&problem));
    text_free(&problem);
    status = 1;
  }
  bool go_on = status == 0 && ipython_start();
  for (int i = 0; go_on && i < book.count; i++) {
    Text name = {0};
    text_addf(&name, "%s cell %d", path, i + 1);
    go_on = run_cell(text_string(&book.cells[i]), book.cells[i].length, text_string(&name), 1, &status);
    text_free(&name);
  }
  notebook_free(&book);
  return status;
}

/* A script's cells, parted by comments; lines are counted through. */
static int run_script_cells(const char *text, size_t length, const char *name) {
  int status = 0, line = 1, first_line = 1;
  size_t start = 0;
  bool go_on = ipython_start();
  for (size_t at = 0; go_on && at < length; line++) {
    const char *newline = memchr(text + at, '\n', length - at);
    size_t next = newline ? (size_t)(newline - text) + 1 : length;
    if (cell_is_marker(text + at, next - at) && at > start) {
      go_on = run_cell(text + start, at - start, name, first_line, &status);
      start = at;
      first_line = line;
    }
    /* The line of a marker is none of its cell, which may begin with a `%%` of its own. */
    if (cell_is_marker(text + at, next - at)) start = next, first_line = line + 1;
    at = next;
  }
  if (go_on && start < length) run_cell(text + start, length - start, name, first_line, &status);
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
  const char *bytes = text_string(&text);
  int status = notebook_is(path) ? run_notebook(bytes, text.length, path)
               : session.cells   ? run_script_cells(bytes, text.length, path)
                                 : console_run_text(bytes, text.length, path);
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

static ConsoleOutcome run_line(const char *text, size_t length, int first_line);

/* The statements of a copied session, one after the other: an error ends only its own. */
static ConsoleOutcome run_session(const MendSession *copied) {
  ConsoleOutcome outcome = CONSOLE_DONE;
  for (int i = 0; i < copied->count && outcome != CONSOLE_LEAVE; i++) {
    const MendPiece *piece = &copied->pieces[i];
    outcome = run_line(text_string(&copied->text) + piece->start, piece->end - piece->start, piece->line + 1);
    /* What is unfinished here stays so: nothing more comes. */
    if (outcome == CONSOLE_INCOMPLETE) {
      Value result = run(text_string(&copied->text) + piece->start, piece->end - piece->start, "<stdin>",
                         piece->line + 1, LANG_CELL);
      if (py_is_error(result)) print_pending();
      py_drop(result);
    }
  }
  return outcome == CONSOLE_LEAVE ? CONSOLE_LEAVE : CONSOLE_DONE;
}

static ConsoleOutcome run_line(const char *text, size_t length, int first_line) {
  Text record = {0};
  bool unfinished;
  cell_name = "<stdin>";
  cell_line = first_line;
  Code *code = compile(text, length, "<stdin>", first_line, LANG_INTERACTIVE, &record, &unfinished);
  if (code == NULL) {
    if (unfinished) py_clear_pending();
    else print_pending();
    text_free(&record);
    return unfinished ? CONSOLE_INCOMPLETE : CONSOLE_FAILED;
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
  if (outcome == CONSOLE_DONE) record_add(text_string(&record));
  text_free(&record);
  py_drop(result);
  sink_flush(&py_stdout);
  return outcome;
}

ConsoleOutcome console_run_line(const char *text, size_t length) {
  size_t first = 0;
  while (first < length && (text[first] == '\n' || text[first] == '\r')) first++;
  size_t line = strcspn(text + first, "\r\n");
  MendSession copied;
  if (mend_prompt_length(text + first, line, false) == 0 || !mend_session(&copied, text, length))
    return run_line(text, length, 1);
  ConsoleOutcome outcome = run_session(&copied);
  mend_session_free(&copied);
  return outcome;
}

int console_exit_status(void) { return exit_status; }

Dict *console_globals(void) { return globals; }

/* A bare expression at the prompt: its repr, and `_` keeps it. */
static void echo(Value value) {
  if (py_is_none(value)) return;
  py_dict_set_name(lang_builtins, "_", value);
  Text text = {0};
  Value into = modules_stdout(); /* what the program has put in the place of sys.stdout */
  if (py_repr_to(&text, value)) {
    text_add_char(&text, '\n');
    if (py_is_undefined(into)) {
      sink_write(&py_stdout, text_string(&text), text.length);
    } else {
      Value line = py_text_bytes(text_string(&text), text.length);
      py_drop(py_is_error(line) ? line : py_call_method(into, "write", &line, 1));
      py_drop(line);
    }
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
