/* The manual: every module, function, type, method and attribute with its signature and one line of help, from the
 * tables, as Markdown. docs/manual.md is what it writes. */
#ifndef NNSH_REPL_CONSOLE_MANUAL_H
#define NNSH_REPL_CONSOLE_MANUAL_H

#include <stdbool.h>

#include "engine/core/text.h"

/* False: an exception is pending. */
bool manual_write(Text *text);
/* The names of all rows, of C and of modules written in the language, one row a line, as rows_write_used (rows.h)
 * writes those that ran; a row that several types share has all its names in its line, '|' between. */
bool manual_write_rows(Text *text);

#endif
