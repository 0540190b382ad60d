/* Warnings about text that compiles and yet cannot be meant: SyntaxWarning. */
#ifndef NNSH_REPL_LANGUAGE_WARN_H
#define NNSH_REPL_LANGUAGE_WARN_H

#include "repl/language/ast.h"
#include "repl/language/syntax.h"

/* Looks at one node (its children not). Where the program turns the warning into an error, fails with a SyntaxError. */
void warn_about(Syntax *syntax, const Node *node);

#endif
