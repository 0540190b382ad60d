/* One compilation: the source, its arena, and how a syntax error ends it.
 *
 * Lexer, parser, scopes and compiler share this struct. An error is recorded and control jumps back to lang_compile,
 * which raises it: everything they allocate is in the arena or reachable from here, so that nothing is lost. */
#ifndef NNSH_REPL_LANGUAGE_SYNTAX_H
#define NNSH_REPL_LANGUAGE_SYNTAX_H

#include <setjmp.h>

#include "repl/language/arena.h"
#include "repl/language/source.h"
#include "repl/types/exception.h"

typedef struct SyntaxFailure {
  Type *type; /* SyntaxError, IndentationError, TabError, MemoryError, RecursionError */
  Span span;
  bool incomplete; /* more text might mend it */
  char message[400];
} SyntaxFailure;

typedef struct Syntax {
  Source *source;
  Arena arena;
  jmp_buf *escape;
  SyntaxFailure failure;
  bool walrus; /* a := occurs: operands may change while their neighbours are evaluated */
  bool dynamic_names; /* of the module are looked up in a dict of their own, before globals: exec and eval */
  bool future_annotations; /* from __future__ import annotations: they are kept as text */
  int depth; /* of recursion in parser, scopes and compiler */
} Syntax;

enum { SYNTAX_DEPTH_LIMIT = 2000 };

/* Records the error (SyntaxError) and leaves. */
_Noreturn void syntax_fail(Syntax *syntax, Span span, const char *format, ...) __attribute__((format(printf, 3, 4)));
#define syntax_fail(syntax, span, ...) \
  (CORE_MESSAGE(&py_SyntaxError, __VA_ARGS__), (syntax_fail)(syntax, span, __VA_ARGS__))
/* Likewise with another class, and telling whether more text might help. */
_Noreturn void syntax_fail_as(Syntax *syntax, Type *type, bool incomplete, Span span, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
#define syntax_fail_as(syntax, type, incomplete, span, ...) \
  (CORE_MESSAGE(type, __VA_ARGS__), (syntax_fail_as)(syntax, type, incomplete, span, __VA_ARGS__))
_Noreturn void syntax_fail_memory(Syntax *syntax);
/* Leaves with the failure that is recorded already. */
_Noreturn void syntax_leave(Syntax *syntax);

/* Memory of the compilation, zeroed; never NULL. */
void *syntax_alloc(Syntax *syntax, size_t bytes);

/* Guards one level of recursion; syntax_exit undoes it. */
void syntax_enter(Syntax *syntax, Span span);
static inline void syntax_exit(Syntax *syntax) { syntax->depth--; }

/* Raises the recorded failure as a pending exception. */
void syntax_raise(Syntax *syntax);

#endif
