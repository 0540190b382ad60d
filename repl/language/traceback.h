/* What a traceback says of one exception; traceback_chain.c puts chains and groups of them together. */
#ifndef NNSH_REPL_LANGUAGE_TRACEBACK_H
#define NNSH_REPL_LANGUAGE_TRACEBACK_H

#include "repl/language/language.h"

/* The calls that it came through, without the line above them; false, and nothing, where none is to be shown. */
bool traceback_add_calls(Text *text, const Exception *exception);

/* What it is: of a SyntaxError the place first; then the line of type and message, and a hint. */
void traceback_add_itself(Text *text, Exception *exception);

#endif
