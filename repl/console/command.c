#include "repl/console/command.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/signature.h"
#include "repl/console/cell.h"
#include "repl/console/console.h"
#include "repl/console/help.h"
#include "repl/console/magic.h"
#include "repl/console/record.h"

static void say(Text *text) {
  sink_write(&py_stdout, text_string(text), text->length);
  text_free(text);
}

void command_note(const char *format, ...) {
  char line[512];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(line, sizeof line - 1, format, arguments);
  va_end(arguments);
  for (char *at = line; *at; at++)
    if (*at == '\n' || *at == '\r') *at = ' ';
  strcat(line, "\n");
  sink_string(&py_stderr, line);
}

static Value run_save(const CommandRow *row, const char *argument, const char *body) {
  Text text = {0};
  Error error = {0};
  int lines;
  if (*argument == '\0') text_add(&text, "usage: %save FILE.py\n");
  else if (record_save(argument, &lines, &error)) text_addf(&text, "%d lines saved in %s\n", lines, argument);
  else text_addf(&text, "OSError: %s\n", error.text);
  say(&text);
  return PY_NONE;
}

static Value run_run(const CommandRow *row, const char *argument, const char *body) {
  if (*argument == '\0') sink_string(&py_stdout, "usage: %run FILE.py\n");
  else if (console_run_file(argument) != 0) console_fail_cell();
  return PY_NONE;
}

static Value run_help(const CommandRow *row, const char *argument, const char *body) {
  Text text = {0};
  text_add(&text, "Type Python and Keras: model = keras.Sequential([...]), model.fit(...), ...\n\n");
  for (const CommandRow *each = command_rows; each->name; each++) {
    char name[64];
    snprintf(name, sizeof name, "%s %s", each->name, each->arguments);
    text_addf(&text, "  %-24s %s\n", name, each->help);
  }
  text_add(&text, "  !command                 a line for the shell: run only after nnsh --allow-shell\n"
                  "  x? or help(x)            what a name is and which arguments it takes\n"
                  "  Tab                      completes names, arguments and strings such as activation=\"re\n"
                  "  Ctrl-R                   searches the history; Ctrl-C cancels; Ctrl-D or exit() leaves\n");
  say(&text);
  return PY_NONE;
}

static Value run_pinfo(const CommandRow *row, const char *argument, const char *body) {
  if (*argument) help_name(argument);
  else run_help(row, argument, body);
  return PY_NONE;
}

static Value run_nothing(const CommandRow *row, const char *argument, const char *body) {
  if (row->note) command_note("not needed here: %s%s%s (%s)", row->name, *argument ? " " : "", argument, row->note);
  return PY_NONE;
}

const CommandRow command_rows[] = {
    {"%save", "FILE.py", "writes the lines that ran without error as a script", run_save, NULL},
    {"%run", "FILE", "runs a script or a notebook here, keeping its names", run_run, NULL},
    {"%help", "", "this text", run_help, NULL},
    {"%time", "STATEMENT", "runs a statement and prints how long it took", magic_time, NULL},
    {"%timeit", "[-n N] [-r R] STATEMENT", "runs a statement again and again and prints the time of one run",
     magic_timeit, NULL},
    {"%cd", "[FOLDER]", "goes to a folder", magic_cd, NULL},
    {"%pwd", "", "the folder that relative file names start from", magic_pwd, NULL},
    {"%ls", "[FOLDER]", "the files of a folder", magic_ls, NULL},
    {"%who", "", "the names that were given a value", magic_who, NULL},
    {"%reset", "-f", "forgets all names", magic_reset, NULL},
    {"%pylab", "", "imports numpy as np, matplotlib.pyplot as plt, and the names of both", magic_pylab, NULL},
    {"%pinfo", "NAME", "the same as NAME?", run_pinfo, NULL},
    {"%pip", "install NAME", "nothing is installed: tells which names nnsh does not have", magic_pip, NULL},
    {"%conda", "install NAME", "the same", magic_pip, NULL},
    {"%matplotlib", "inline", "nothing: figures are drawn in the terminal", run_nothing, NULL},
    {"%tensorflow_version", "2.x", "nothing: keras is Keras 3", run_nothing, NULL},
    {"%config", "NAME=VALUE", "nothing", run_nothing, "nnsh has no such settings"},
    {"%load_ext", "NAME", "nothing", run_nothing, "nnsh has no extensions"},
    {"%reload_ext", "NAME", "nothing", run_nothing, "nnsh has no extensions"},
    {"%autoreload", "[2]", "nothing", run_nothing, "modules are read once"},
    {"%tensorboard", "", "nothing", run_nothing, "the dashboard shows a fit while it runs"},
    {"%%time", "", "runs the cell and prints how long it took", magic_time, NULL},
    {"%%timeit", "[-n N] [-r R]", "runs the cell again and again and prints the time of one run", magic_timeit, NULL},
    {"%%capture", "[NAME]", "runs the cell without showing what it prints; NAME.stdout keeps it", magic_capture, NULL},
    {"%%writefile", "[-a] FILE", "writes the cell into a file, or with -a behind it", magic_writefile, NULL},
    {"%%bash", "", "the cell for the shell: not run unless nnsh was started with --allow-shell", magic_shell, NULL},
    {"%%sh", "", "the same", magic_shell, NULL},
    {"%%html", "", "nothing", run_nothing, "a terminal shows no web page"},
    {"%%javascript", "", "nothing", run_nothing, "a terminal runs no JavaScript"},
    {"%%latex", "", "nothing", run_nothing, "a terminal sets no formulas"},
    {"%%markdown", "", "nothing", run_nothing, "text between cells is not shown"},
    {0},
};

Value command_call(const char *name, const char *argument, const char *body) {
  char wanted[64];
  snprintf(wanted, sizeof wanted, "%s%s", body ? "%%" : "%", name);
  const CommandRow *nearest = NULL;
  for (const CommandRow *row = command_rows; row->name; row++) {
    if (strcmp(row->name, wanted) == 0) return row->run(row, argument, body);
    int distance = name_distance(row->name, wanted);
    if (nearest == NULL && distance < (strlen(wanted) > 6 ? 3 : 2)) nearest = row;
  }
  if (nearest) command_note("nnsh has no command %s; did you mean %s?", wanted, nearest->name);
  else command_note("nnsh has no command %s; %s passed over", wanted, body ? "the cell is" : "it is");
  return PY_NONE;
}

bool command_run(const char *line) {
  size_t length = strlen(line);
  if (cell_is_whole(line, length)) return false; /* its other lines are still to come */
  Text python = {0};
  bool command = cell_translate(line, length, &python);
  text_free(&python);
  if (command) console_run_line(line, length);
  return command;
}
