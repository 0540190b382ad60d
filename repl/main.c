/* nnsh, the neural-network shell. */
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/core/memory.h"
#include "repl/console/console.h"
#include "repl/console/manual.h"
#include "repl/console/messages.h"
#include "repl/console/options.h"
#include "repl/console/rows.h"
#include "repl/console/signals.h"
#include "repl/modules/hdf5_process.h"
#include "repl/modules/session.h"

static int write_manual(const Options *options) {
  Text text = {0};
  bool good = options->run == RUN_MANUAL ? manual_write(&text)
              : options->run == RUN_ROWS ? manual_write_rows(&text)
                                         : messages_write(&text);
  sink_write(&py_stdout, text_string(&text), text.length);
  text_free(&text);
  return good ? 0 : console_exception_status();
}

/* The checker is written in the language. */
static int check(const Options *options) {
  Text code = {0};
  text_add(&code, "import sys, _keras_check\nsys.exit(_keras_check.main(");
  py_repr_text(&code, options->target, strlen(options->target));
  text_add(&code, ", ");
  if (options->mended) py_repr_text(&code, options->mended, strlen(options->mended));
  else text_add(&code, "None");
  text_add(&code, "))\n");
  int status = console_run_text(text_string(&code), code.length, "<check>");
  text_free(&code);
  return status;
}

static int run(const Options *options) {
  int status = 0;
  switch (options->run) {
    case RUN_MANUAL:
    case RUN_ROWS:
    case RUN_MESSAGES: return write_manual(options);
    case RUN_CHECK: return check(options);
    case RUN_FILE: status = console_run_file(options->target); break;
    case RUN_CODE: status = console_run_text(options->target, strlen(options->target), "<string>"); break;
    case RUN_STDIN: return console_run_stdin();
    case RUN_PROMPT:
      if (isatty(STDIN_FILENO)) return prompt_run();
      if (!options->then_prompt) return console_run_stdin();
      break;
    default: break;
  }
  if (!options->then_prompt) return status;
  /* -i with standard input elsewhere: there is nobody to prompt, but the lines that come are taken as typed. What the
   * script ended with still shows in the status when nothing is typed over it. */
  if (isatty(STDIN_FILENO)) return prompt_run();
  int after = prompt_run_lines();
  return after ? after : status;
}

/* Where one of the three standard files is closed, the next file opened would take its place. */
static void open_standard_files(void) {
  for (int fd = 0; fd < 3; fd++)
    if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDWR) < 0) return;
}

/* The tests gather which errors were raised. */
static bool note_messages(void) {
  const char *messages = getenv("NNSH_MESSAGES");
  return messages == NULL || messages_append_reached(messages);
}

int main(int count, char **arguments) {
  if (count == 2 && strcmp(arguments[1], HDF5_PROCESS_OPTION) == 0) return hdf5_process_main(note_messages);
  session.program = "/proc/self/exe";
  /* Only the character set follows the user's locale: numbers are written with a point everywhere. */
  setlocale(LC_CTYPE, "");
  open_standard_files();
  signals_start();
  Options options;
  Text text = {0};
  if (!options_parse(count, arguments, &options, &text)) {
    fprintf(stderr, "nnsh: %s\nnnsh --help lists the options.\n", text_string(&text));
    text_free(&text);
    return 2;
  }
  if (options.run == RUN_VERSION || options.run == RUN_HELP) {
    if (options.run == RUN_VERSION) options_version(&text);
    else options_help(&text);
    fputs(text_string(&text), stdout);
    text_free(&text);
    return 0;
  }
  if (!console_start()) {
    fputs("nnsh: not enough memory to start\n", stderr);
    return 1;
  }
  if (options.rows_file) rows_observe();
  if (getenv("NNSH_MESSAGES")) messages_observe();
  int status = run(&options);
  if (options.rows_file && !rows_write_used(options.rows_file)) status = 1;
  console_finish();
  if (!note_messages()) status = 1;
  sink_flush(&py_stdout);
  signals_restore_terminal();
  return status == 0 && console_output_failed() ? 1 : status;
}
