#include "repl/console/magic.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/core/memory.h"
#include "repl/console/console.h"
#include "repl/console/shell.h"
#include "repl/modules/session.h"

static void say(Text *text) {
  sink_write(&py_stdout, text_string(text), text->length);
  text_free(text);
}

/* ---- Folders and names ---- */

/* A folder as typed: quotes off, `~` is home. */
static char *folder_of(const char *argument) {
  size_t length = strlen(argument);
  if (length >= 2 && (argument[0] == '"' || argument[0] == '\'') && argument[length - 1] == argument[0])
    argument++, length -= 2;
  const char *home = argument[0] == '~' && (argument[1] == '/' || length == 1) ? getenv("HOME") : NULL;
  Text text = {0};
  if (home) text_add(&text, home), argument++, length--;
  text_add_bytes(&text, argument, length);
  return text_take(&text);
}

static Value fail_os(const char *name) {
  Type *type = errno == ENOENT ? &py_FileNotFoundError : errno == ENOTDIR ? &py_NotADirectoryError : &py_OSError;
  return py_raise(type, "[Errno %d] %s: '%s'", errno, strerror(errno), name);
}

Value magic_pwd(const CommandRow *row, const char *argument, const char *body) {
  char path[PATH_MAX];
  return getcwd(path, sizeof path) ? py_text(path) : fail_os(".");
}

Value magic_cd(const CommandRow *row, const char *argument, const char *body) {
  if (strncmp(argument, "-q ", 3) == 0) argument += 3;
  char *folder = folder_of(*argument ? argument : "~");
  if (folder == NULL) return py_raise(&py_MemoryError, "not enough memory");
  bool good = chdir(folder) == 0;
  Value problem = good ? PY_NONE : fail_os(folder);
  core_free(folder);
  if (!good) return problem;
  char path[PATH_MAX];
  Text text = {0};
  text_addf(&text, "%s\n", getcwd(path, sizeof path) ? path : ".");
  say(&text);
  return PY_NONE;
}

static int is_shown(const struct dirent *entry) { return entry->d_name[0] != '.'; }

Value magic_ls(const CommandRow *row, const char *argument, const char *body) {
  char *folder = folder_of(*argument ? argument : ".");
  if (folder == NULL) return py_raise(&py_MemoryError, "not enough memory");
  struct dirent **entries;
  int count = scandir(folder, &entries, is_shown, alphasort);
  Value problem = count < 0 ? fail_os(folder) : PY_NONE;
  core_free(folder);
  if (count < 0) return problem;
  Text text = {0};
  for (int i = 0; i < count; i++) {
    text_addf(&text, "%s%s\n", entries[i]->d_name, entries[i]->d_type == DT_DIR ? "/" : "");
    free(entries[i]);
  }
  free(entries);
  say(&text);
  return PY_NONE;
}

static int by_text(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

Value magic_who(const CommandRow *row, const char *argument, const char *body) {
  Dict *globals = console_globals();
  const char **names = core_alloc((size_t)(globals->count + 1) * sizeof *names);
  if (names == NULL) return py_raise(&py_MemoryError, "not enough memory");
  size_t count = 0;
  Value key, value;
  for (int64_t at = 0; py_dict_next(globals, &at, &key, &value);)
    if (py_is_str(key) && py_as_string(key)->data[0] != '_') names[count++] = py_as_string(key)->data;
  qsort(names, count, sizeof *names, by_text);
  Text text = {0};
  for (size_t i = 0; i < count; i++) text_addf(&text, "%s\t ", names[i]);
  text_add(&text, count ? "\n" : "Interactive namespace is empty.\n");
  core_free(names);
  say(&text);
  return PY_NONE;
}

Value magic_reset(const CommandRow *row, const char *argument, const char *body) {
  if (strstr(argument, "-f") == NULL && strstr(argument, "-s") == NULL) {
    command_note("not done: %%reset forgets every name without asking; write %%reset -f");
    return PY_NONE;
  }
  Dict *globals = console_globals();
  Value names = py_list(0), key, value;
  if (py_is_error(names)) return names;
  bool good = true;
  for (int64_t at = 0; good && py_dict_next(globals, &at, &key, &value);)
    if (py_is_str(key) && strncmp(py_as_string(key)->data, "__", 2) != 0) good = py_list_append(py_as_list(names), key);
  for (int64_t i = 0; good && i < py_as_list(names)->count; i++)
    good = py_dict_delete(globals, py_as_list(names)->items[i]) >= 0;
  py_drop(names);
  return good ? PY_NONE : PY_ERROR;
}

Value magic_pylab(const CommandRow *row, const char *argument, const char *body) {
  static const char code[] = "import numpy\nimport matplotlib\nimport numpy as np\nimport matplotlib.pyplot as plt\n"
                             "from numpy import *\nfrom matplotlib.pyplot import *\n";
  Value done = console_evaluate(code, sizeof code - 1, "<pylab>");
  if (!py_is_error(done)) sink_string(&py_stdout, "Populating the interactive namespace from numpy and matplotlib\n");
  return done;
}

/* ---- The shell ---- */

Value magic_pip(const CommandRow *row, const char *argument, const char *body) {
  Text text = {0};
  text_addf(&text, "%s %s", row->name + 1, argument);
  if (!shell_is_pip(text_string(&text))) command_note("not run: %s %s (nnsh installs nothing)", row->name, argument);
  text_free(&text);
  return PY_NONE;
}

Value magic_shell(const CommandRow *row, const char *argument, const char *body) {
  if (session.allow_shell) return shell_run(body);
  command_note("not run: the cell below %s (start nnsh with --allow-shell to run it)", row->name);
  return PY_NONE;
}

/* ---- Whole cells ---- */

Value magic_writefile(const CommandRow *row, const char *argument, const char *body) {
  bool append = strncmp(argument, "-a ", 3) == 0;
  char *path = folder_of(append ? argument + 3 : argument);
  if (path == NULL) return py_raise(&py_MemoryError, "not enough memory");
  bool there = access(path, F_OK) == 0;
  FILE *file = fopen(path, append ? "a" : "w");
  size_t length = strlen(body);
  bool good = file && fwrite(body, 1, length, file) == length;
  good = file && fclose(file) == 0 && good;
  if (good) {
    Text text = {0};
    text_addf(&text, "%s %s\n", append ? "Appending to" : there ? "Overwriting" : "Writing", path);
    say(&text);
  }
  Value result = good ? PY_NONE : fail_os(path);
  core_free(path);
  return result;
}

/* What a captured cell printed. */
typedef struct Captured {
  Object head;
  Value out, err;
} Captured;
static void captured_dealloc(Object *self) {
  py_drop(((Captured *)self)->out);
  py_drop(((Captured *)self)->err);
}
static Value captured_out(Value self) { return py_keep(((Captured *)self.as.object)->out); }
static Value captured_err(Value self) { return py_keep(((Captured *)self.as.object)->err); }
static Value captured_show(const NativeRow *row, Value *arguments) {
  const Captured *captured = (Captured *)arguments[0].as.object;
  sink_write(&py_stdout, py_as_string(captured->out)->data, (size_t)py_as_string(captured->out)->length);
  sink_write(&py_stderr, py_as_string(captured->err)->data, (size_t)py_as_string(captured->err)->length);
  return PY_NONE;
}
static const PropertyRow captured_properties[] = {{"stdout", "What was printed.", captured_out, NULL},
                                                  {"stderr", "What went to standard error.", captured_err, NULL},
                                                  {0}};
static const NativeRow captured_methods[] = {{"show|__call__", "self", "Prints it now.", captured_show, NULL}, {0}};
static Type captured_type = {.head = {&py_type_type, 1},
                             .name = "CapturedIO",
                             .module = "IPython.utils.capture",
                             .base = &py_object_type,
                             .size = sizeof(Captured),
                             .dealloc = captured_dealloc,
                             .methods = captured_methods,
                             .properties = captured_properties,
                             .help = "What a cell under %%capture printed."};

static void add_to_text(void *self, const char *bytes, size_t length) { text_add_bytes(self, bytes, length); }

static bool keep_captured(const char *name, Text *out, Text *err) {
  Captured *captured = py_new(&captured_type);
  if (captured == NULL) return false;
  captured->out = py_text_take(out);
  captured->err = py_text_take(err);
  Value value = {.tag = TAG_OBJECT, .as.object = &captured->head};
  if (!py_is_error(captured->out) && !py_is_error(captured->err))
    return py_dict_set_steal(console_globals(), name, value);
  py_drop(value);
  return false;
}

Value magic_capture(const CommandRow *row, const char *argument, const char *body) {
  /* "--no-stderr output": the name is the word that is no option. */
  size_t length = 0;
  while (*argument == '-') {
    argument += strcspn(argument, " ");
    argument += strspn(argument, " ");
  }
  length = strcspn(argument, " ");
  Text out = {0}, err = {0};
  Sink old_out = py_stdout, old_err = py_stderr;
  py_stdout = (Sink){add_to_text, NULL, &out};
  py_stderr = (Sink){add_to_text, NULL, &err};
  Value result = console_evaluate(body, strlen(body), NULL);
  py_stdout = old_out;
  py_stderr = old_err;
  char *name = core_strndup(argument, length);
  if (name && length && !py_is_error(result) && !keep_captured(name, &out, &err)) {
    py_drop(result);
    result = PY_ERROR;
  }
  core_free(name);
  text_free(&out);
  text_free(&err);
  if (py_is_error(result)) return result;
  py_drop(result); /* what the cell's last line gives is not shown either */
  return PY_NONE;
}
