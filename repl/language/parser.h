/* The parser: tokens to a syntax tree. Recursive descent for statements, a table of operators for expressions.
 * Grammar lines above the functions are Python's. */
#ifndef NNSH_REPL_LANGUAGE_PARSER_H
#define NNSH_REPL_LANGUAGE_PARSER_H

#include "repl/language/ast.h"
#include "repl/language/lexer.h"

typedef struct Parser {
  Syntax *syntax;
  Tokens *tokens;
  uint32_t at; /* the next token */
  bool field;  /* inside an f-string's field: messages say so */
  bool last_block; /* the last top-level statement was a compound one */
  const String *class_name; /* the class whose body is being read: its __private names are mangled */
} Parser;

/* The whole source as a list of statements; `expression`: exactly one expression (LANG_EVAL), as a NODE_RETURN. */
NodeList parser_read(Parser *parser, bool expression);

/* After a syntax error: a lexer's error or a bracket that was never closed explains more than what the parser said. */
void parser_improve_failure(Parser *parser);

/* ---- Shared by the parser's files ---- */

static inline Token *parser_token(Parser *p) { return &p->tokens->items[p->at]; }
static inline Token *parser_ahead(Parser *p, uint32_t n) {
  uint32_t i = p->at + n;
  return &p->tokens->items[i < p->tokens->count ? i : p->tokens->count - 1];
}
static inline bool parser_at(Parser *p, TokenKind kind) { return parser_token(p)->kind == kind; }
/* Where the token before the next one ended. */
static inline uint32_t parser_end(Parser *p) { return p->at ? p->tokens->items[p->at - 1].span.end : 0; }
bool parser_accept(Parser *p, TokenKind kind);
void parser_expect(Parser *p, TokenKind kind); /* else "invalid syntax" at the token */
_Noreturn void parser_fail(Parser *p); /* "invalid syntax" at the next token, or the lexer's error */
Span parser_here(Parser *p); /* the next token's place, as messages point at it */
String *parser_name(Parser *p); /* takes a name, else fails */
Node *parser_node(Parser *p, NodeKind kind, uint32_t start);
/* Rewrites the handlers of a NODE_TRY that were written as `except*`. */
void parser_star_handlers(Parser *p, Node *node);
Node *parser_finish(Parser *p, Node *node); /* the node ends where the last token did */
/* Runs `parse` without letting it fail: NULL and nothing consumed where it would. */
Node *parser_try(Parser *p, Node *(*parse)(Parser *p));

/* Levels of precedence, loosest first; the table of operators gives each binary operator one. */
typedef enum Precedence {
  PRECEDENCE_OR = 1, PRECEDENCE_AND, PRECEDENCE_NOT, PRECEDENCE_COMPARE, PRECEDENCE_BIT_OR, PRECEDENCE_BIT_XOR,
  PRECEDENCE_BIT_AND, PRECEDENCE_SHIFT, PRECEDENCE_SUM, PRECEDENCE_TERM, PRECEDENCE_UNARY, PRECEDENCE_POWER
} Precedence;

/* parse_expression.c */
Node *parse_binary(Parser *p, Precedence least);
Node *parse_expression(Parser *p);       /* conditional, lambda */
Node *parse_named(Parser *p);            /* name := value, or an expression */
Node *parse_star_expression(Parser *p);
Node *parse_star_expressions(Parser *p); /* a, *b, c: a tuple without parentheses, or one expression */
Node *parse_yield_or_expressions(Parser *p);
bool parse_starts_expression(TokenKind kind);
_Noreturn void parse_fail_after(Parser *p, Node *before); /* "Perhaps you forgot a comma?" or "invalid syntax" */
Formals parse_formals(Parser *p, TokenKind closing);
/* parse_atom.c */
Node *parse_primary(Parser *p);
void parse_arguments(Parser *p, Node *call); /* after "(", through ")" */
/* parse_string.c */
Node *parse_strings(Parser *p);
/* parse_target.c */
Node *parse_target(Parser *p);
Node *parse_targets(Parser *p); /* the targets of for, as far as `in` */
void parse_check_target(Parser *p, const Node *node, const char *verb);
/* parse_statement.c, parse_compound.c */
void parse_statement(Parser *p, NodeList *out);
void parse_simple_line(Parser *p, NodeList *out);
bool parse_compound(Parser *p, NodeList *out);
NodeList parse_case_block(Parser *p, uint32_t start); /* ':' and the block of a case */
/* parse_match.c */
Node *parse_match(Parser *p); /* NULL where the line does not begin a match statement */

#endif
