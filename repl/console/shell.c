#include "repl/console/shell.h"

#include <ctype.h>
#include <errno.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>

#include "repl/console/command.h"
#include "repl/console/console.h"
#include "repl/modules/modules.h"
#include "repl/modules/session.h"

extern char **environ;

/* Packages whose name is not that of a module. */
static const char *const packages[] = {"scikit-learn", "opencv-python", "pillow", "tensorflow-cpu", "tensorflow-gpu",
                                       "tf-keras", "tensorflow-macos", "ipython", "jupyter", "notebook", "pip", NULL};

typedef struct Wanted {
  const char *name;
  size_t length;
  bool found;
} Wanted;

static void compare_module(void *context, const char *module) {
  Wanted *wanted = context;
  wanted->found |= strncasecmp(module, wanted->name, wanted->length) == 0 &&
                   (module[wanted->length] == '\0' || module[wanted->length] == '.');
}

static bool has_package(const char *name, size_t length) {
  Wanted wanted = {name, length, false};
  for (int i = 0; packages[i]; i++)
    if (strlen(packages[i]) == length && strncasecmp(packages[i], name, length) == 0) return true;
  modules_each(compare_module, &wanted);
  return wanted.found;
}

static const char *next_word(const char *at, size_t *length) {
  while (isspace((unsigned char)*at)) at++;
  *length = strcspn(at, " \t\n");
  return at;
}

bool shell_is_pip(const char *command) {
  size_t length;
  const char *at = next_word(command, &length);
  /* "pip", "pip3", "conda", "python -m pip" */
  if (length >= 6 && strncmp(at, "python", 6) == 0) {
    at = next_word(at + length, &length);
    if (length != 2 || strncmp(at, "-m", 2) != 0) return false;
    at = next_word(at + length, &length);
  }
  if (!(length >= 3 && length <= 4 && strncmp(at, "pip", 3) == 0) && !(length == 5 && strncmp(at, "conda", 5) == 0))
    return false;
  at = next_word(at + length, &length);
  if (length != 7 || strncmp(at, "install", 7) != 0) return false;
  bool option_value = false;
  for (;;) {
    at = next_word(at + length, &length);
    if (length == 0 || strchr(";&|>#", *at)) return true;
    const char *name = *at == '"' || *at == '\'' ? at + 1 : at;
    size_t name_length = strcspn(name, "<>=~![;,'\" \t\n");
    bool option = *name == '-';
    if (!option && !option_value && !has_package(name, name_length))
      command_note("nnsh installs nothing and has no %.*s; what imports it will fail", (int)name_length, name);
    option_value = option && (strncmp(name, "-c", name_length) == 0 || strncmp(name, "-f", name_length) == 0 ||
                              strncmp(name, "-i", name_length) == 0);
  }
}

/* `{expression}` becomes its str(); what does not evaluate stays as it is. */
static void expand(Text *text, const char *command) {
  while (*command) {
    const char *end = *command == '{' ? strchr(command, '}') : NULL;
    if (end == NULL) {
      text_add_char(text, *command++);
      continue;
    }
    Value value = console_evaluate(command + 1, (size_t)(end - command - 1), "<shell>");
    bool good = !py_is_error(value) && !py_is_none(value) && py_str_to(text, value);
    if (!good) {
      py_clear_pending();
      text_add_bytes(text, command, (size_t)(end + 1 - command));
    }
    py_drop(value);
    command = end + 1;
  }
}

Value shell_run(const char *command) {
  if (!session.allow_shell) {
    if (!shell_is_pip(command)) command_note("not run: !%s (start nnsh with --allow-shell to run it)", command);
    return PY_NONE;
  }
  Text text = {0};
  expand(&text, command);
  sink_flush(&py_stdout);
  char *const arguments[] = {(char *)"sh", (char *)"-c", (char *)text_string(&text), NULL};
  pid_t child;
  int problem = posix_spawn(&child, "/bin/sh", NULL, NULL, arguments, environ), status;
  if (problem) py_raise(&py_OSError, "[Errno %d] %s: '/bin/sh'", problem, strerror(problem));
  else
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  text_free(&text);
  return problem ? PY_ERROR : PY_NONE;
}
