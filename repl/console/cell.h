/* Cells: what a notebook writes beside the language, as calls of get_ipython() that the language can run. */
#ifndef NNSH_REPL_CONSOLE_CELL_H
#define NNSH_REPL_CONSOLE_CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/core/text.h"

/* Writes a cell as Python: `%name rest`, `!command`, `name?`, `x = %name ...` and a whole `%%name` cell become calls.
 * Lines keep their numbers. False where there was nothing of the kind (or no memory): the text is Python as it is. */
bool cell_translate(const char *text, size_t length, Text *python);

/* True where the text begins with `%%name`: all of it is one cell. */
bool cell_is_whole(const char *text, size_t length);

/* True for the comments that part the cells of a script: `# %%`, `#%%`, `# In[3]:`, `# <codecell>`. */
bool cell_is_marker(const char *line, size_t length);

#endif
