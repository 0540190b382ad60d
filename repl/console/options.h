/* The command line: one table of options, from which parsing, --help and the manual derive. */
#ifndef NNSH_REPL_CONSOLE_OPTIONS_H
#define NNSH_REPL_CONSOLE_OPTIONS_H

#include <stdbool.h>

#include "engine/core/text.h"

typedef enum OptionsRun {
  RUN_PROMPT,   /* no file: the prompt */
  RUN_FILE,     /* nnsh FILE.py */
  RUN_CODE,     /* nnsh -c CODE */
  RUN_STDIN,    /* nnsh -, or standard input is not a terminal */
  RUN_VERSION,
  RUN_MANUAL,   /* --manual */
  RUN_ROWS,     /* --rows: the names of all rows, for the tests */
  RUN_MESSAGES, /* --messages: the texts of all errors, for the tests */
  RUN_CHECK,    /* --check FILE.py: what of it is spelt as in an older Keras */
  RUN_HELP
} OptionsRun;

typedef struct Options {
  OptionsRun run;
  const char *target; /* FILE or CODE */
  bool then_prompt;   /* -i */
  const char *rows_file; /* --rows=FILE, or NULL */
  const char *mended;    /* --write OUT.py, or NULL */
} Options;

/* Reads the command line into `options` and into the session's settings. Wrong usage: false, with one line of what is
 * wrong in `problem`; the caller exits with 2. */
bool options_parse(int count, char **arguments, Options *options, Text *problem);

/* The text of --help. */
void options_help(Text *text);

/* The text of --version: nnsh, BLAS kernel and why, threads, SIMD level. */
void options_version(Text *text);

#endif
