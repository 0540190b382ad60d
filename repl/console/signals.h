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

/* Ctrl-Z while the prompt owns the terminal: with `catch` the handler only notes it and writes a byte, so that the
 * prompt can give the terminal back before the program stops; without it the signal stops the program at once. */
void signals_catch_stop(bool catch);
/* True once for each Ctrl-Z that was noted. */
bool signals_take_stop(void);
/* Stops the program, as Ctrl-Z does; returns when it is continued. */
void signals_stop_now(void);

/* Gives the terminal its saved settings back: at exit, and by the handlers of deadly signals. Async-signal-safe. */
void signals_restore_terminal(void);

#endif
