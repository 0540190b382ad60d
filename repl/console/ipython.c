#include "repl/console/ipython.h"

#include <string.h>

#include "engine/core/memory.h"
#include "repl/console/command.h"
#include "repl/console/shell.h"
#include "repl/language/language.h"
#include "repl/modules/modules.h"
#include "repl/modules/session.h"

static Value run_line(const NativeRow *row, Value *arguments) {
  const char *name, *line;
  if (!py_as_text(arguments[1], &name) || !py_as_text(arguments[2], &line)) return PY_ERROR;
  return command_call(name, line, NULL);
}
static Value run_cell(const NativeRow *row, Value *arguments) {
  const char *name, *line, *cell;
  if (!py_as_text(arguments[1], &name) || !py_as_text(arguments[2], &line) || !py_as_text(arguments[3], &cell))
    return PY_ERROR;
  return command_call(name, line, cell);
}
/* magic("matplotlib inline"): name and argument in one text. */
static Value run_magic(const NativeRow *row, Value *arguments) {
  const char *text;
  if (!py_as_text(arguments[1], &text)) return PY_ERROR;
  while (*text == '%') text++;
  size_t length = strcspn(text, " \t");
  char *name = core_strndup(text, length);
  if (name == NULL) return py_raise(&py_MemoryError, "not enough memory");
  Value result = command_call(name, text + length + strspn(text + length, " \t"), NULL);
  core_free(name);
  return result;
}
static Value run_system(const NativeRow *row, Value *arguments) {
  const char *command;
  if (!py_as_text(arguments[1], &command)) return PY_ERROR;
  return shell_run(command);
}
static Value refuse_output(const NativeRow *row, Value *arguments) {
  const char *command;
  if (!py_as_text(arguments[1], &command)) return PY_ERROR;
  py_raise(&py_NotImplementedError, "the output of a shell command cannot be given a name: !%s", command);
  py_hint("os.listdir and open read folders and files without a shell");
  return PY_ERROR;
}

static const NativeRow shell_rows[] = {
    {"run_line_magic", "self, magic_name, line='', _stack_depth=1", "Runs `%name line`.", run_line, NULL},
    {"run_cell_magic", "self, magic_name, line, cell", "Runs a `%%name line` cell.", run_cell, NULL},
    {"magic", "self, arg_s", "Runs `%arg_s`.", run_magic, NULL},
    {"system", "self, cmd", "Runs a shell command, where --allow-shell lets it.", run_system, NULL},
    {"getoutput", "self, cmd", "Refused: the output of a shell command.", refuse_output, NULL},
    {0}};

static Type shell_type = {.head = {&py_type_type, 1},
                          .name = "InteractiveShell",
                          .module = "IPython.core.interactiveshell",
                          .base = &py_object_type,
                          .size = sizeof(Object),
                          .methods = shell_rows,
                          .help = "Runs what is not Python in a cell."};

static Value the_shell;
static Value get_ipython(const NativeRow *row, Value *arguments) { return py_keep(the_shell); }

/* display(x, y): each as an echo would show it. */
static Value display(const NativeRow *row, Value *arguments) {
  const Tuple *values = py_as_tuple(arguments[0]);
  for (int64_t i = 0; i < values->count; i++) {
    Text text = {0};
    bool good = py_repr_to(&text, values->items[i]);
    text_add_char(&text, '\n');
    if (good) sink_write(&py_stdout, text_string(&text), text.length);
    text_free(&text);
    if (!good) return PY_ERROR;
  }
  return PY_NONE;
}

static const NativeRow rows[] = {
    {"get_ipython", "", "What runs the lines of a cell that are not Python.", get_ipython, NULL},
    {"display", "*objs, **kwargs", "Shows values as the end of a cell would.", display, NULL},
    {0},
};

bool ipython_start(void) {
  if (the_shell.tag == TAG_OBJECT) return true;
  Object *shell = py_new(&shell_type);
  if (shell == NULL) return false;
  the_shell = (Value){.tag = TAG_OBJECT, .as.object = shell};
  for (const NativeRow *row = rows; row->name; row++)
    if (!py_dict_set_steal(lang_builtins, row->name, py_native(row, PY_UNDEFINED, "builtins"))) return false;
  return true;
}
