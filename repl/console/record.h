/* What ran without error at the prompt, in order: %save writes it as a script that replays. */
#ifndef NNSH_REPL_CONSOLE_RECORD_H
#define NNSH_REPL_CONSOLE_RECORD_H

#include <stdbool.h>

#include "engine/core/error.h"

void record_add(const char *text);
/* Writes the script; `lines`, when not NULL, is how many lines it has. */
bool record_save(const char *path, int *lines, Error *error);

#endif
