#include "repl/console/messages.h"

#include <ctype.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "engine/core/memory.h"
#include "engine/core/message.h"
#include "repl/language/language.h"
#include "repl/modules/source_module.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"

/* ---- Rows as lines ---- */

/* What a walk gathers: a list of lines, all of them or those that were reached. */
typedef struct Rows {
  Value lines; /* list of str, or PY_ERROR */
  bool only_reached;
} Rows;

static void add_line(Rows *rows, Text *line) {
  if (!py_is_error(rows->lines)) {
    Value text = py_text_bytes(text_string(line), line->length);
    if (line->failed || py_is_error(text) || !py_list_append_steal(py_as_list(rows->lines), text)) {
      py_drop(rows->lines);
      rows->lines = PY_ERROR;
    }
  }
  text_free(line);
}

static void add_native(void *context, const CoreMessage *message) {
  Rows *rows = context;
  if (rows->only_reached && !__atomic_load_n(&message->reached, __ATOMIC_RELAXED)) return;
  Text line = {0};
  core_message_line(&line, message);
  add_line(rows, &line);
}

/* ---- Modules written in the language ---- */

/* The lines on which a module's `raise` ran: "<nnsh NAME>:LINE", a line each. */
static Text raised;

static void note_raise(const char *file, int line) {
  char place[256];
  int length = snprintf(place, sizeof place, "\n%s:%d\n", file, line);
  if (length < (int)sizeof place && strstr(text_string(&raised), place) == NULL) text_add(&raised, place);
}

static bool was_raised(const char *module, int line) {
  char place[256];
  snprintf(place, sizeof place, "\n<nnsh %s>:%d\n", module, line);
  return strstr(text_string(&raised), place) != NULL;
}

/* Where in a line a `raise` that makes an error stands, or NULL; `raise` alone and `raise error` go on with one that
 * was raised before. */
static const char *raise_in(const char *line, size_t length) {
  size_t at = 0;
  while (at < length && line[at] == ' ') at++;
  if (length - at < 7 || strncmp(line + at, "raise ", 6) != 0) {
    static const char after[] = ": raise ";
    const char *found = memmem(line, length, after, sizeof after - 1);
    if (found == NULL || line[at] == '#') return NULL;
    at = (size_t)(found + 2 - line);
  }
  const char *what = line + at + 6, *end = line + length;
  for (at = 0; what + at < end && (isalnum((unsigned char)what[at]) || strchr("_.", what[at])); at++) {}
  return what + at < end && what[at] == '(' ? what : NULL;
}

static void add_written(Rows *rows, const EmbeddedModule *module) {
  int number = 1;
  for (const char *line = module->text; *line; number++) {
    size_t length = strcspn(line, "\n");
    const char *what = raise_in(line, length);
    if (what && (!rows->only_reached || was_raised(module->name, number))) {
      size_t class = strcspn(what, "(");
      const char *words = what + class + 1, *end = line + length;
      Text row = {0};
      text_addf(&row, "repl/modules/python/%s.py  %.*s  %.*s", module->name, (int)class, what, (int)(end - words), words);
      add_line(rows, &row);
    }
    line += length + (line[length] == '\n');
  }
}

/* ---- The walk ---- */

static bool write_rows(Text *text, bool only_reached) {
  Rows rows = {py_list(0), only_reached};
  core_messages(add_native, &rows);
  for (const EmbeddedModule *module = embedded_modules; module->name; module++) add_written(&rows, module);
  if (py_is_error(rows.lines)) return false;
  bool good = py_list_sort(py_as_list(rows.lines), PY_NONE, false);
  const List *lines = py_as_list(rows.lines);
  const char *before = "";
  for (int64_t i = 0; good && i < lines->count; i++) {
    const char *line = py_as_string(lines->items[i])->data;
    if (strcmp(line, before) != 0) text_addf(text, "%s\n", line);
    before = line;
  }
  py_drop(rows.lines);
  return good;
}

bool messages_write(Text *text) { return write_rows(text, false); }

void messages_observe(void) { lang_raise_observer = note_raise; }

bool messages_append_reached(const char *path) {
  Text text = {0};
  int file = write_rows(&text, true) ? open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666) : -1;
  /* One call, so that programs which end at the same time do not write into each other's lines. */
  bool good = file >= 0 && write(file, text_string(&text), text.length) == (ssize_t)text.length;
  if (file >= 0 && close(file) != 0) good = false;
  text_free(&text);
  text_free(&raised);
  return good;
}
