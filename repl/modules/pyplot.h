/* matplotlib.pyplot for other native modules. */
#ifndef NNSH_REPL_MODULES_PYPLOT_H
#define NNSH_REPL_MODULES_PYPLOT_H

/* Shows every figure that is open, as plt.show() does, and closes it. Called at the end of a script too? No: as in
 * Python, a figure that is never shown is never seen. Returns false with an exception pending. */
#include <stdbool.h>
bool pyplot_show_all(void);

#endif
