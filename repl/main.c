/* nnsh, the neural-network shell. */
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "engine/core/memory.h"
#include "repl/console/console.h"
#include "repl/console/options.h"
#include "repl/console/signals.h"

static int run(const Options *options) {
  int status = 0;
  switch (options->run) {
    case RUN_FILE: status = console_run_file(options->target); break;
    case RUN_CODE: status = console_run_text(options->target, strlen(options->target), "<string>"); break;
    case RUN_STDIN: return console_run_stdin();
    case RUN_PROMPT: return isatty(STDIN_FILENO) ? prompt_run() : console_run_stdin();
    default: break;
  }
  if (!options->then_prompt) return status;
  /* -i with standard input elsewhere: there is nobody to prompt, but what comes in is still run. */
  int after = isatty(STDIN_FILENO) ? prompt_run() : console_run_stdin();
  return after ? after : isatty(STDIN_FILENO) ? 0 : status;
}

int main(int count, char **arguments) {
  /* Only the character set follows the user's locale: numbers are written with a point everywhere. */
  setlocale(LC_CTYPE, "");
  signals_start();
  Options options;
  Text text = {0};
  if (!options_parse(count, arguments, &options, &text)) {
    fprintf(stderr, "nnsh: %s\nnnsh --help lists the options.\n", text_string(&text));
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
  int status = run(&options);
  sink_flush(&py_stdout);
  signals_restore_terminal();
  return status;
}
