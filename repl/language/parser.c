#include "repl/language/parser.h"

#include <string.h>

bool parser_accept(Parser *p, TokenKind kind) {
  if (!parser_at(p, kind)) return false;
  p->at++;
  return true;
}

Span parser_here(Parser *p) {
  const Token *token = parser_token(p);
  Span span = token->span;
  if (token->kind == TOKEN_END || token->kind == TOKEN_DEDENT) {
    /* The end of the text: point behind its last line. */
    const char *text = p->syntax->source->text;
    if (span.start >= p->syntax->source->length)
      while (span.start > 0 && text[span.start - 1] == '\n') span.start--;
    span.end = span.start;
  }
  if (token->kind == TOKEN_NEWLINE) span.end = span.start;
  return span;
}

static bool at_end(Parser *p) {
  return parser_token(p)->span.start >= p->syntax->source->length;
}

void parser_fail(Parser *p) {
  const Token *token = parser_token(p);
  if (token->kind == TOKEN_ERROR) {
    p->syntax->failure = p->tokens->failure;
    syntax_leave(p->syntax);
  }
  if (token->kind == TOKEN_INDENT) {
    uint32_t start = token->span.start;
    start = start ? start - 1 : 0;
    syntax_fail_as(p->syntax, &py_IndentationError, false, (Span){start, start}, "unexpected indent");
  }
  if (token->kind == TOKEN_DEDENT && !at_end(p))
    syntax_fail_as(p->syntax, &py_IndentationError, false, token->span, "unexpected unindent");
  syntax_fail(p->syntax, parser_here(p), p->field ? "f-string: invalid syntax" : "invalid syntax");
}

void parser_expect(Parser *p, TokenKind kind) {
  if (!parser_accept(p, kind)) parser_fail(p);
}

/* In the body of class C, __name stands for _C__name. */
static String *mangle(const String *class_name, const char *name, size_t length) {
  const char *plain = class_name->data;
  while (*plain == '_') plain++;
  if (!*plain) return py_intern_bytes(name, length);
  Text text = {0};
  text_add_char(&text, '_');
  text_add(&text, plain);
  text_add_bytes(&text, name, length);
  String *mangled = py_intern(text_string(&text));
  text_free(&text);
  return mangled;
}

String *parser_name(Parser *p) {
  const Token *token = parser_token(p);
  if (token->kind != TOKEN_NAME) parser_fail(p);
  p->at++;
  const char *text = p->syntax->source->text + token->span.start;
  size_t length = token->span.end - token->span.start;
  bool private = p->class_name && length > 2 && text[0] == '_' && text[1] == '_' &&
                 !(text[length - 1] == '_' && text[length - 2] == '_');
  String *name = private ? mangle(p->class_name, text, length) : py_intern_bytes(text, length);
  if (!name) syntax_fail_memory(p->syntax);
  return name;
}

Node *parser_node(Parser *p, NodeKind kind, uint32_t start) {
  Node *node = syntax_alloc(p->syntax, sizeof *node);
  node->kind = (uint8_t)kind;
  node->span = (Span){start, start};
  return node;
}

Node *parser_finish(Parser *p, Node *node) {
  node->span.end = parser_end(p);
  return node;
}

Node *parser_try(Parser *p, Node *(*parse)(Parser *p)) {
  Syntax *syntax = p->syntax;
  jmp_buf *outer = syntax->escape;
  uint32_t at = p->at;
  int depth = syntax->depth;
  jmp_buf escape;
  Node *volatile node = NULL;
  syntax->escape = &escape;
  if (setjmp(escape) == 0) node = parse(p);
  syntax->escape = outer;
  if (!node) {
    p->at = at;
    syntax->depth = depth;
  }
  return node;
}

/* from __future__ import: before everything but the docstring. */
static void check_future_imports(Parser *p, NodeList body) {
  bool late = false;
  for (int i = 0; i < body.count; i++) {
    const Node *node = body.items[i];
    bool future = node->kind == NODE_IMPORT_FROM && !node->as.import.level &&
                  strcmp(node->as.import.module->data, "__future__") == 0;
    if (future && late)
      syntax_fail(p->syntax, node->span, "from __future__ imports must occur at the beginning of the file");
    const Node *text = node->kind == NODE_EXPRESSION ? node->as.unary.operand : NULL;
    bool docstring = i == 0 && text && text->kind == NODE_CONSTANT && text->op == CONSTANT_STRING;
    if (!future && !docstring) late = true;
  }
}

/* file: statement* END */
NodeList parser_read(Parser *p, bool expression) {
  NodeList body = {0};
  if (expression) {
    Node *node = parser_node(p, NODE_RETURN, parser_token(p)->span.start);
    node->as.unary.operand = parse_star_expressions(p);
    while (parser_accept(p, TOKEN_NEWLINE)) continue;
    if (!parser_at(p, TOKEN_END)) parse_fail_after(p, node->as.unary.operand);
    ast_append(p->syntax, &body, parser_finish(p, node));
    return body;
  }
  while (!parser_at(p, TOKEN_END)) {
    p->last_block = false;
    parse_statement(p, &body);
  }
  check_future_imports(p, body);
  return body;
}

/* Offset of the innermost bracket that is open where the tokens end, or -1. */
static int64_t unclosed_bracket(const Tokens *tokens) {
  int64_t open[LEXER_NESTING_LIMIT + 1];
  int count = 0;
  for (uint32_t i = 0; i < tokens->count; i++) {
    const Token *token = &tokens->items[i];
    switch (token->kind) {
    case TOKEN_LEFT_PAREN: case TOKEN_LEFT_BRACKET: case TOKEN_LEFT_BRACE:
      if (count <= LEXER_NESTING_LIMIT) open[count] = token->span.start;
      count++;
      break;
    case TOKEN_RIGHT_PAREN: case TOKEN_RIGHT_BRACKET: case TOKEN_RIGHT_BRACE:
      if (count) count--;
      break;
    default: break;
    }
  }
  return count && count <= LEXER_NESTING_LIMIT ? open[count - 1] : -1;
}

void parser_improve_failure(Parser *p) {
  Syntax *syntax = p->syntax;
  SyntaxFailure *failure = &syntax->failure;
  if (!py_is_subtype(failure->type, &py_SyntaxError)) return;
  const Token *last = &p->tokens->items[p->tokens->count - 1];
  if (last->kind == TOKEN_ERROR) {
    *failure = p->tokens->failure;
    return;
  }
  int64_t open = unclosed_bracket(p->tokens);
  if (open < 0) return;
  bool generic = strcmp(failure->message, "invalid syntax") == 0;
  int open_line = source_line_of(syntax->source, (uint32_t)open);
  bool reached_end = failure->span.start >= last->span.start || parser_token(p)->kind == TOKEN_END;
  int line = source_line_of(syntax->source, failure->span.start),
      token_line = source_line_of(syntax->source, parser_token(p)->span.start);
  if (line <= open_line && token_line <= open_line && !(generic && reached_end)) return;
  char sign = syntax->source->text[open];
  failure->type = &py_SyntaxError;
  failure->span = (Span){(uint32_t)open, (uint32_t)open};
  failure->incomplete = true;
  static const char message[] = "'?' was never closed";
  memcpy(failure->message, message, sizeof message);
  failure->message[1] = sign;
}
