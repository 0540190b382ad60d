#include "repl/console/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/compute/blas.h"
#include "engine/compute/cpu.h"
#include "engine/compute/pool.h"
#include "engine/core/signature.h"
#include "repl/modules/session.h"

/* One row an option. `take` gets the value ("" where `=VALUE` was left out and may be) and says whether it is good. */
typedef struct OptionRow {
  const char *name;  /* "--color" or "-i" */
  const char *value; /* NULL: takes none; "=WHEN": needs one; "[=N]": may have one; " CODE": the next argument */
  const char *help;
  bool (*take)(Options *options, const char *value);
} OptionRow;

static bool take_code(Options *options, const char *value) {
  options->run = RUN_CODE;
  options->target = value;
  return true;
}
static bool take_prompt(Options *options, const char *value) { return options->then_prompt = true; }
static bool take_cells(Options *options, const char *value) { return session.cells = true; }
static bool take_shell(Options *options, const char *value) { return session.allow_shell = true; }
static bool take_plain(Options *options, const char *value) { return session.plain = true; }
static bool take_stable(Options *options, const char *value) { return session.stable = true; }

static bool one_of(const char *value, const char *const *choices, int *index) {
  for (int i = 0; choices[i]; i++) {
    if (strcmp(choices[i], value) != 0) continue;
    *index = i;
    return true;
  }
  return false;
}

static bool take_colour(Options *options, const char *value) {
  static const char *const choices[] = {"auto", "always", "never", NULL};
  int index;
  if (!one_of(value, choices, &index)) return false;
  session.colour = choices[index];
  return true;
}
static bool take_show(Options *options, const char *value) {
  static const char *const choices[] = {"auto", "always", "never", NULL};
  int index;
  if (!one_of(value, choices, &index)) return false;
  session.show = (SessionShow)index;
  return true;
}
static bool take_summary(Options *options, const char *value) {
  static const char *const choices[] = {"keras3", "keras2", NULL};
  int index;
  if (!one_of(value, choices, &index)) return false;
  session.keras2_summary = index == 1;
  return true;
}

static bool whole_number(const char *value, long least, long most, long *out) {
  char *end;
  *out = strtol(value, &end, 10);
  return *value && *end == '\0' && *out >= least && *out <= most;
}
static bool take_rehearse(Options *options, const char *value) {
  long batches = 3;
  if (*value && !whole_number(value, 1, 1000000000, &batches)) return false;
  session.rehearse = batches;
  return true;
}
static bool take_threads(Options *options, const char *value) {
  long threads;
  if (!whole_number(value, 1, 256, &threads)) return false;
  pool_set_threads((int)threads);
  return true;
}
static bool take_version(Options *options, const char *value) {
  options->run = RUN_VERSION;
  return true;
}
static bool take_manual(Options *options, const char *value) {
  options->run = RUN_MANUAL;
  return true;
}
static bool take_rows(Options *options, const char *value) {
  if (*value == '\0') options->run = RUN_ROWS;
  else options->rows_file = value;
  return true;
}
static bool take_messages(Options *options, const char *value) {
  options->run = RUN_MESSAGES;
  return true;
}
static bool take_check(Options *options, const char *value) {
  options->run = RUN_CHECK;
  return true;
}
static bool take_write(Options *options, const char *value) {
  options->mended = value;
  return true;
}
static bool take_help(Options *options, const char *value) {
  options->run = RUN_HELP;
  return true;
}

static const OptionRow rows[] = {
    {"-c", " CODE", "run CODE, then leave", take_code},
    {"-i", NULL, "after FILE or CODE go on at the prompt, with everything alive", take_prompt},
    {"--cells", NULL, "run a script's cells (# %%) as a notebook's: each echoes its last value, errors end one cell",
     take_cells},
    {"--allow-shell", NULL, "run the !command lines and %%bash cells of notebooks and of the prompt", take_shell},
    {"--plain", NULL, "no dashboard and no cursor movement", take_plain},
    {"--color", "=WHEN", "colours: auto, always or never", take_colour},
    {"--show", "=WHEN", "figures and the sentence after a fit: auto (on a terminal), always or never", take_show},
    {"--stable", NULL, "leave durations and addresses out of what is printed", take_stable},
    {"--rehearse", "[=N]", "every fit and evaluate sees at most N batches (3) an epoch: check a lesson in seconds",
     take_rehearse},
    {"--summary", "=FORM", "tables of layers as keras3 or keras2 prints them", take_summary},
    {"--threads", "=N", "how many threads compute; results do not depend on it", take_threads},
    {"--manual", NULL, "print every module, function and method with its arguments and one line", take_manual},
    {"--rows", "[=FILE]", "print the names of all rows of the tables; with FILE: append those that ran", take_rows},
    {"--messages", NULL, "print every error that can be raised: where, its class and its text", take_messages},
    {"--check", NULL, "list what of FILE.py today's Keras refuses, with today's spelling; run nothing", take_check},
    {"--write", " OUT.py", "with --check: write the mended script", take_write},
    {"--version", NULL, "print version, BLAS kernel, threads and SIMD level", take_version},
    {"--help", NULL, "print this", take_help},
};
enum { ROW_COUNT = sizeof rows / sizeof *rows };

/* Wrong usage names what is wrong and the nearest option. */
static bool unknown_option(const char *argument, size_t length, Text *problem) {
  const char *nearest = NULL;
  char name[64];
  if (length >= sizeof name) length = sizeof name - 1;
  memcpy(name, argument, length);
  name[length] = '\0';
  int best = 4;
  for (int i = 0; i < ROW_COUNT; i++) {
    int distance = name_distance(rows[i].name, name);
    if (distance >= best) continue;
    best = distance;
    nearest = rows[i].name;
  }
  text_addf(problem, "unknown option %s", argument);
  if (nearest) text_addf(problem, " (did you mean %s?)", nearest);
  return false;
}

static bool parse_option(int count, char **arguments, int *at, Options *options, Text *problem) {
  const char *argument = arguments[*at];
  const char *equals = strchr(argument, '=');
  size_t length = equals ? (size_t)(equals - argument) : strlen(argument);
  for (int i = 0; i < ROW_COUNT; i++) {
    const OptionRow *row = &rows[i];
    if (strlen(row->name) != length || strncmp(row->name, argument, length) != 0) continue;
    const char *value = equals ? equals + 1 : "";
    if (row->value == NULL && equals) {
      text_addf(problem, "%s takes no value", row->name);
      return false;
    }
    if (row->value && row->value[0] == ' ') {
      if (*at + 1 >= count) {
        text_addf(problem, "%s needs%s after it", row->name, row->value);
        return false;
      }
      value = arguments[++*at];
    } else if (row->value && row->value[0] == '=' && !equals) {
      text_addf(problem, "%s needs a value: %s%s", row->name, row->name, row->value);
      return false;
    }
    if (row->take(options, value)) return true;
    text_addf(problem, "%s does not understand '%s'", row->name, value);
    return false;
  }
  return unknown_option(argument, length, problem);
}

bool options_parse(int count, char **arguments, Options *options, Text *problem) {
  *options = (Options){.run = RUN_PROMPT};
  int at = 1;
  for (; at < count; at++) {
    const char *argument = arguments[at];
    if (argument[0] != '-' || argument[1] == '\0') break;
    if (strcmp(argument, "--") == 0) {
      at++;
      break;
    }
    if (!parse_option(count, arguments, &at, options, problem)) return false;
  }
  /* The first word that is no option names the script; the rest is the script's own. */
  if (options->run == RUN_PROMPT && at < count) {
    options->run = strcmp(arguments[at], "-") == 0 ? RUN_STDIN : RUN_FILE;
    options->target = arguments[at];
  }
  if (options->run == RUN_CHECK) {
    if (at < count) options->target = arguments[at++];
    if (at + 1 < count && strcmp(arguments[at], "--write") == 0) {
      options->mended = arguments[at + 1];
      at += 2;
    }
    if (options->target == NULL || at < count) {
      text_add(problem, "--check needs one file: nnsh --check FILE.py [--write OUT.py]");
      return false;
    }
  }
  /* sys.argv as Python has it: the script, "-", "-c" or "" (the prompt), then what follows. */
  static char code[] = "-c", none[] = "", *prompt[] = {none, NULL};
  session.argument_count = count - at;
  session.arguments = arguments + at;
  if (options->run == RUN_CODE) {
    arguments[at - 1] = code;
    session.argument_count++;
    session.arguments--;
  } else if (at == count) {
    session.argument_count = 1;
    session.arguments = prompt;
  }
  session.interactive = options->run == RUN_PROMPT || options->then_prompt;
  return true;
}

void options_help(Text *text) {
  text_add(text, "nnsh, the neural-network shell\n\n"
                 "  nnsh [OPTIONS]            the prompt\n"
                 "  nnsh [OPTIONS] FILE.py    replay a script, then leave\n"
                 "  nnsh [OPTIONS] BOOK.ipynb replay a notebook's cells in order, then leave\n"
                 "  nnsh [OPTIONS] -          read a script from standard input\n\n");
  for (int i = 0; i < ROW_COUNT; i++) {
    char name[48];
    snprintf(name, sizeof name, "%s%s", rows[i].name, rows[i].value ? rows[i].value : "");
    text_addf(text, "  %-18s %s\n", name, rows[i].help);
  }
  text_add(text, "\nExit status: 0; 1 after an uncaught exception; 2 for wrong usage; 130 after Ctrl-C in a script.\n");
}

void options_version(Text *text) {
  blas_choose();
  text_addf(text, "nnsh %s\n", NNSH_VERSION);
  text_addf(text, "BLAS: OpenBLAS, kernel %s (%s)\n", blas_kernel(), blas_reason());
  text_addf(text, "      %s\n", blas_build());
  text_addf(text, "threads: %d\n", pool_threads());
  text_addf(text, "SIMD: %s\n", cpu_level_name(cpu_level()));
}
