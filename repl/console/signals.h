/* Signals: Ctrl-C as a count and a byte in a pipe; the terminal restored on every way out. */
#ifndef NNSH_REPL_CONSOLE_SIGNALS_H
#define NNSH_REPL_CONSOLE_SIGNALS_H

#include <stdbool.h>

/* Saves the terminal's settings and installs the handlers; called once, before anything changes the terminal. */
void signals_start(void);

/* The reading end of the pipe that a handler writes a byte to; -1 where there is none. Non-blocking. */
int signals_pipe(void);

/* Empties the pipe. */
void signals_drain(void);

/* Gives the terminal its saved settings back: at exit, and by the handlers of deadly signals. Async-signal-safe. */
void signals_restore_terminal(void);

#endif
