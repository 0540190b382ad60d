/* What IPython adds to the builtins of a notebook and of its prompt: get_ipython() and display(). */
#ifndef NNSH_REPL_CONSOLE_IPYTHON_H
#define NNSH_REPL_CONSOLE_IPYTHON_H

#include <stdbool.h>

/* Adds both names to the builtins; more calls do nothing. False: memory, an exception is pending. A plain script has
 * neither: programs ask for get_ipython to learn where they run. */
bool ipython_start(void);

#endif
