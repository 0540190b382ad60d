/* The lexer: source text to tokens, with Python's rules for indentation, brackets and line joining. */
#ifndef NNSH_REPL_LANGUAGE_LEXER_H
#define NNSH_REPL_LANGUAGE_LEXER_H

#include "repl/language/syntax.h"
#include "repl/language/token.h"

enum { LEXER_NESTING_LIMIT = 200, LEXER_INDENT_LIMIT = 100 };

/* Tokens of one text. Ends with TOKEN_END, or with TOKEN_ERROR whose failure is in `failure`: the parser reports it
 * when it gets there, or in place of a vague error of its own. The array is released by tokens_free. */
typedef struct Tokens {
  Token *items;
  uint32_t count, capacity;
  SyntaxFailure failure;
} Tokens;

/* Reads the whole source. */
void lexer_read(Syntax *syntax, Tokens *tokens);
/* Reads a part of it as the inside of brackets (the expression of an f-string field): line ends are blank there. */
void lexer_read_range(Syntax *syntax, Span range, Tokens *tokens);
void tokens_free(Tokens *tokens);

/* The spelling of an operator or keyword, or what else the token is ("NAME"). */
const char *token_spelling(TokenKind kind);

/* The kind of a quoted literal's prefix. `quote` is the offset of its first quote sign. */
typedef struct StringPrefix {
  bool raw, bytes, format;
  uint32_t quote;
  int quotes; /* 1 or 3 */
} StringPrefix;
StringPrefix lexer_string_prefix(const char *text, Span span);

#endif
