#include "repl/console/command.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/signature.h"
#include "repl/console/console.h"
#include "repl/console/help.h"
#include "repl/console/record.h"

static void say(const Text *text) { sink_write(&py_stdout, text_string(text), text->length); }

static void run_save(const char *argument) {
  Text text = {0};
  Error error = {0};
  int lines;
  if (*argument == '\0') text_add(&text, "usage: %save FILE.py\n");
  else if (record_save(argument, &lines, &error)) text_addf(&text, "%d lines saved in %s\n", lines, argument);
  else text_addf(&text, "OSError: %s\n", error.text);
  say(&text);
  text_free(&text);
}

static void run_run(const char *argument) {
  Text text = {0};
  if (*argument == '\0') {
    text_add(&text, "usage: %run FILE.py\n");
    say(&text);
  } else {
    console_run_file(argument);
  }
  text_free(&text);
}

static void run_help(const char *argument) {
  Text text = {0};
  text_add(&text, "Type Python and Keras: model = keras.Sequential([...]), model.fit(...), ...\n\n");
  for (const CommandRow *row = command_rows; row->name; row++) {
    char name[48];
    strcpy(name, row->name);
    strcat(name, " ");
    strcat(name, row->arguments);
    text_addf(&text, "  %-16s %s\n", name, row->help);
  }
  text_add(&text, "  x? or help(x)    what a name is and which arguments it takes\n"
                  "  Tab              completes names, arguments and strings such as activation=\"re\n"
                  "  Ctrl-R           searches the history; Ctrl-C cancels; Ctrl-D or exit() leaves\n");
  say(&text);
  text_free(&text);
}

const CommandRow command_rows[] = {
    {"%save", "FILE.py", "writes the lines that ran without error as a script", run_save},
    {"%run", "FILE.py", "runs a script here, keeping its names", run_run},
    {"%help", "", "this text", run_help},
    {0},
};

static void unknown_command(const char *name, size_t length) {
  Text text = {0};
  text_addf(&text, "nnsh has no command %.*s", (int)length, name);
  char wanted[32];
  snprintf(wanted, sizeof wanted, "%.*s", (int)length, name);
  for (const CommandRow *row = command_rows; row->name; row++)
    if (name_distance(row->name, wanted) < 3) {
      text_addf(&text, "; did you mean %s?", row->name);
      break;
    }
  text_add(&text, "\n");
  say(&text);
  text_free(&text);
}

bool command_run(const char *line) {
  while (*line == ' ') line++;
  size_t length = strlen(line);
  while (length && isspace((unsigned char)line[length - 1])) length--;
  if (length == 0) return false;
  if (line[0] == '%') {
    size_t name = strcspn(line, " \t\n");
    if (name > length) name = length;
    const char *argument = line + name;
    while (*argument == ' ' || *argument == '\t') argument++;
    char *trimmed = core_strndup(argument, (size_t)(line + length - argument > 0 ? line + length - argument : 0));
    if (trimmed == NULL) return true;
    const CommandRow *row = command_rows;
    while (row->name && (strlen(row->name) != name || strncmp(row->name, line, name) != 0)) row++;
    if (row->name) row->run(trimmed);
    else unknown_command(line, name);
    core_free(trimmed);
    sink_flush(&py_stdout);
    return true;
  }
  /* `name?` and `a.b?`: dotted names only, so that a question mark in a text is left to the language. */
  if (line[length - 1] != '?' && line[0] != '?') return false;
  size_t start = line[0] == '?' ? 1 : 0, end = line[length - 1] == '?' ? length - 1 : length;
  while (end > start && line[end - 1] == '?') end--;
  for (size_t i = start; i < end; i++)
    if (!isalnum((unsigned char)line[i]) && line[i] != '_' && line[i] != '.' && !((unsigned char)line[i] & 0x80))
      return false;
  char *name = core_strndup(line + start, end - start);
  if (name == NULL) return true;
  help_name(name);
  core_free(name);
  sink_flush(&py_stdout);
  return true;
}
