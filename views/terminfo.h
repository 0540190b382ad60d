/* What terminfo says of $TERM. A file of its own, because term.h defines short names ("columns", "lines") as macros. */
#ifndef NNSH_VIEWS_TERMINFO_H
#define NNSH_VIEWS_TERMINFO_H

#include <stdbool.h>

/* How many colours, and whether the cursor can be moved at all; 0 and false where TERM is unset or unknown. */
void view_terminfo(int *colours, bool *moves);

#endif
