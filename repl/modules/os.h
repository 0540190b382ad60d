/* What os and os.path share. */
#ifndef NNSH_REPL_MODULES_OS_H
#define NNSH_REPL_MODULES_OS_H

#include "repl/modules/modules.h"

/* An attribute that python/_os.py defines, where `name` is one of the list (which ends with NULL); PY_UNDEFINED for
 * other names. The module is compiled when the first of them is asked for. */
Value os_find_among(const char *const *list, String *name);

#endif
