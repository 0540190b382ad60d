/* Completion at the prompt: names, attributes, argument names, and strings that name a thing (activation="re). */
#ifndef NNSH_REPL_CONSOLE_COMPLETE_H
#define NNSH_REPL_CONSOLE_COMPLETE_H

#include "engine/core/text.h"

/* What could stand at the cursor (byte offset `point` in `line`): calls back once a candidate, each the whole word that
 * replaces line[start..point). Returns `start`. Sorted by the caller; no code of the user runs. */
int complete_at(const char *line, int point, void (*each)(void *context, const char *candidate), void *context);

#endif
