/* The console: running scripts and lines, echo, tracebacks, exit status. */
#ifndef NNSH_REPL_CONSOLE_CONSOLE_H
#define NNSH_REPL_CONSOLE_CONSOLE_H

#include <stdbool.h>
#include <stddef.h>

#include "repl/language/language.h"
#include "repl/types/protocol.h"

/* Prepares modules, builtins of the prompt (exit, help), output and the globals of __main__. False: memory. */
bool console_start(void);

/* The globals of __main__ (borrowed). */
Dict *console_globals(void);

/* Runs a piece of a cell and returns the value of its last expression (None where it has none), or PY_ERROR with the
 * exception pending. `name` is its file in tracebacks; NULL: it stands below the first line of the cell that runs. */
Value console_evaluate(const char *text, size_t length, const char *name);

/* Run to the end; return the exit status: 0, 1 after an uncaught exception (its traceback is printed), 130 after
 * Ctrl-C, or what sys.exit asked for. A notebook's cells, and with --cells those of a script, run one by one: each
 * echoes its last expression, an error ends only its own cell, and the status is 1 where one failed. */
int console_run_file(const char *path);
int console_run_text(const char *text, size_t length, const char *name);
int console_run_stdin(void);

/* Makes the notebook whose cell runs end with status 1, although the cell itself raises nothing (%run). */
void console_fail_cell(void);

/* What became of a line at the prompt. */
typedef enum ConsoleOutcome { CONSOLE_DONE, CONSOLE_INCOMPLETE, CONSOLE_FAILED, CONSOLE_LEAVE } ConsoleOutcome;

/* Runs what was typed, echoing bare expressions; unfinished text runs nothing. */
ConsoleOutcome console_run_line(const char *text, size_t length);

/* A line from standard input, kept as getline keeps it; false at the end. Ctrl-C says so and waits for the next. */
bool console_read_line(char **line, size_t *room);

/* Whether something could not be written to standard output (a full disk). */
bool console_output_failed(void);

/* Prints the pending exception's traceback; the status to leave with. */
int console_exception_status(void);

/* The status to leave with after CONSOLE_LEAVE. */
int console_exit_status(void);
/* The end of the program: waits for its threads, runs what atexit was given. */
void console_finish(void);

/* The prompt, until Ctrl-D or exit(); returns the exit status. */
int prompt_run(void);
/* The same for standard input that is no terminal: no prompt is shown, an error does not end it. */
int prompt_run_lines(void);

#endif
