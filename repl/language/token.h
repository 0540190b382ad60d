/* Tokens: one row each for operators and keywords. */
#ifndef NNSH_REPL_LANGUAGE_TOKEN_H
#define NNSH_REPL_LANGUAGE_TOKEN_H

#include "repl/language/source.h"

/* Enumerator, spelling. Longer operators stand before their prefixes: the lexer takes the first that fits. */
#define OPERATOR_ROWS(ROW)            \
  ROW(TOKEN_POWER_ASSIGN, "**=")      \
  ROW(TOKEN_FLOORDIV_ASSIGN, "//=")   \
  ROW(TOKEN_LSHIFT_ASSIGN, "<<=")     \
  ROW(TOKEN_RSHIFT_ASSIGN, ">>=")     \
  ROW(TOKEN_ELLIPSIS, "...")          \
  ROW(TOKEN_POWER, "**")              \
  ROW(TOKEN_FLOORDIV, "//")           \
  ROW(TOKEN_LSHIFT, "<<")             \
  ROW(TOKEN_OLD_NE, "<>")             \
  ROW(TOKEN_RSHIFT, ">>")             \
  ROW(TOKEN_LE, "<=")                 \
  ROW(TOKEN_GE, ">=")                 \
  ROW(TOKEN_EQ, "==")                 \
  ROW(TOKEN_NE, "!=")                 \
  ROW(TOKEN_ARROW, "->")              \
  ROW(TOKEN_WALRUS, ":=")             \
  ROW(TOKEN_PLUS_ASSIGN, "+=")        \
  ROW(TOKEN_MINUS_ASSIGN, "-=")       \
  ROW(TOKEN_TIMES_ASSIGN, "*=")       \
  ROW(TOKEN_DIV_ASSIGN, "/=")         \
  ROW(TOKEN_MOD_ASSIGN, "%=")         \
  ROW(TOKEN_AND_ASSIGN, "&=")         \
  ROW(TOKEN_OR_ASSIGN, "|=")          \
  ROW(TOKEN_XOR_ASSIGN, "^=")         \
  ROW(TOKEN_AT_ASSIGN, "@=")          \
  ROW(TOKEN_LEFT_PAREN, "(")          \
  ROW(TOKEN_RIGHT_PAREN, ")")         \
  ROW(TOKEN_LEFT_BRACKET, "[")        \
  ROW(TOKEN_RIGHT_BRACKET, "]")       \
  ROW(TOKEN_LEFT_BRACE, "{")          \
  ROW(TOKEN_RIGHT_BRACE, "}")         \
  ROW(TOKEN_COLON, ":")               \
  ROW(TOKEN_COMMA, ",")               \
  ROW(TOKEN_SEMICOLON, ";")           \
  ROW(TOKEN_DOT, ".")                 \
  ROW(TOKEN_ASSIGN, "=")              \
  ROW(TOKEN_PLUS, "+")                \
  ROW(TOKEN_MINUS, "-")               \
  ROW(TOKEN_TIMES, "*")               \
  ROW(TOKEN_DIV, "/")                 \
  ROW(TOKEN_MOD, "%")                 \
  ROW(TOKEN_AT, "@")                  \
  ROW(TOKEN_AMPERSAND, "&")           \
  ROW(TOKEN_BAR, "|")                 \
  ROW(TOKEN_CARET, "^")               \
  ROW(TOKEN_TILDE, "~")               \
  ROW(TOKEN_LT, "<")                  \
  ROW(TOKEN_GT, ">")

#define KEYWORD_ROWS(ROW)             \
  ROW(TOKEN_FALSE, "False")           \
  ROW(TOKEN_NONE, "None")             \
  ROW(TOKEN_TRUE, "True")             \
  ROW(TOKEN_AND, "and")               \
  ROW(TOKEN_AS, "as")                 \
  ROW(TOKEN_ASSERT, "assert")         \
  ROW(TOKEN_ASYNC, "async")           \
  ROW(TOKEN_AWAIT, "await")           \
  ROW(TOKEN_BREAK, "break")           \
  ROW(TOKEN_CLASS, "class")           \
  ROW(TOKEN_CONTINUE, "continue")     \
  ROW(TOKEN_DEF, "def")               \
  ROW(TOKEN_DEL, "del")               \
  ROW(TOKEN_ELIF, "elif")             \
  ROW(TOKEN_ELSE, "else")             \
  ROW(TOKEN_EXCEPT, "except")         \
  ROW(TOKEN_FINALLY, "finally")       \
  ROW(TOKEN_FOR, "for")               \
  ROW(TOKEN_FROM, "from")             \
  ROW(TOKEN_GLOBAL, "global")         \
  ROW(TOKEN_IF, "if")                 \
  ROW(TOKEN_IMPORT, "import")         \
  ROW(TOKEN_IN, "in")                 \
  ROW(TOKEN_IS, "is")                 \
  ROW(TOKEN_LAMBDA, "lambda")         \
  ROW(TOKEN_NONLOCAL, "nonlocal")     \
  ROW(TOKEN_NOT, "not")               \
  ROW(TOKEN_OR, "or")                 \
  ROW(TOKEN_PASS, "pass")             \
  ROW(TOKEN_RAISE, "raise")           \
  ROW(TOKEN_RETURN, "return")         \
  ROW(TOKEN_TRY, "try")               \
  ROW(TOKEN_WHILE, "while")           \
  ROW(TOKEN_WITH, "with")             \
  ROW(TOKEN_YIELD, "yield")

typedef enum TokenKind {
  TOKEN_END,
  TOKEN_ERROR, /* what the lexer could not read; its error waits until the parser gets there */
  TOKEN_NEWLINE,
  TOKEN_INDENT,
  TOKEN_DEDENT,
  TOKEN_NAME,
  TOKEN_NUMBER,
  TOKEN_STRING,
#define TOKEN_ENUM(token, spelling) token,
  OPERATOR_ROWS(TOKEN_ENUM) KEYWORD_ROWS(TOKEN_ENUM)
#undef TOKEN_ENUM
  TOKEN_KIND_COUNT
} TokenKind;

typedef struct Token {
  uint8_t kind;
  uint16_t level; /* open brackets after it */
  Span span;
} Token;

#endif
