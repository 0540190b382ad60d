/* Simple statements. */
#include <string.h>

#include "repl/language/parser.h"

static bool at_line_end(Parser *p) {
  return parser_at(p, TOKEN_NEWLINE) || parser_at(p, TOKEN_SEMICOLON) || parser_at(p, TOKEN_END);
}

/* The in-place operators: token and what it computes. */
static const struct {
  uint8_t token, op;
} augmented_rows[] = {
    {TOKEN_PLUS_ASSIGN, OP_ADD}, {TOKEN_MINUS_ASSIGN, OP_SUB}, {TOKEN_TIMES_ASSIGN, OP_MUL}, {TOKEN_DIV_ASSIGN, OP_DIV},
    {TOKEN_FLOORDIV_ASSIGN, OP_FLOORDIV}, {TOKEN_MOD_ASSIGN, OP_MOD}, {TOKEN_POWER_ASSIGN, OP_POW},
    {TOKEN_AT_ASSIGN, OP_MATMUL}, {TOKEN_AND_ASSIGN, OP_AND}, {TOKEN_OR_ASSIGN, OP_OR}, {TOKEN_XOR_ASSIGN, OP_XOR},
    {TOKEN_LSHIFT_ASSIGN, OP_LSHIFT}, {TOKEN_RSHIFT_ASSIGN, OP_RSHIFT},
};

/* "print x" and "exec x" of Python 2, and other words that are no statements here. */
static void explain_words(Parser *p, const Node *node) {
  if (node->kind != NODE_NAME || node->parenthesized) return;
  const char *word = node->as.name.id->data;
  const Token *next = parser_token(p);
  if (strcmp(word, "print") != 0 && strcmp(word, "exec") != 0) return;
  if (!parse_starts_expression(next->kind)) return;
  const Node *argument = parser_try(p, parse_star_expressions);
  if (argument)
    syntax_fail(p->syntax, (Span){node->span.start, argument->span.end},
                "Missing parentheses in call to '%s'. Did you mean %s(...)?", word, word);
}

/* After an expression that stands left of "=": explains what cannot be assigned to. */
static void check_assigned(Parser *p, const Node *target, bool first) {
  if (target->kind == NODE_YIELD || target->kind == NODE_YIELD_FROM) {
    if (!target->parenthesized) syntax_fail(p->syntax, target->span, "assignment to yield expression not possible");
  }
  if (!first) {
    parse_check_target(p, target, "assign to");
    return;
  }
  /* `f() = 1`: more likely a comparison was meant. parse_named knows how to say so. */
  switch (target->kind) {
  case NODE_NAME: case NODE_ATTRIBUTE: case NODE_SUBSCRIPT: case NODE_TUPLE: case NODE_LIST: case NODE_STARRED: break;
  case NODE_NOT: case NODE_LOGICAL: case NODE_COMPARE: case NODE_CONDITIONAL: case NODE_LAMBDA: case NODE_GENERATOR:
    if (!target->parenthesized || target->kind == NODE_GENERATOR) break;
    goto equals;
  case NODE_CONSTANT:
    if (target->op <= CONSTANT_FALSE) break;
    goto equals;
  default:
  equals: {
    uint32_t at = p->at++;
    TokenKind kind = (TokenKind)parser_token(p)->kind;
    const Node *value = kind == TOKEN_NOT || kind == TOKEN_LAMBDA ? NULL : parser_try(p, parse_expression);
    bool alone = value && !parser_at(p, TOKEN_ASSIGN) && !parser_at(p, TOKEN_WALRUS);
    p->at = at;
    if (alone)
      syntax_fail(p->syntax, target->span, "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                  ast_describe(target));
  }
  }
  parse_check_target(p, target, "assign to");
}

/* expression | targets '=' ... value | target op= value | target ':' annotation ['=' value] */
static Node *parse_expression_statement(Parser *p) {
  uint32_t start = parser_token(p)->span.start;
  bool bracketed = parser_at(p, TOKEN_LEFT_PAREN);
  Node *first = parse_yield_or_expressions(p);
  if (parser_at(p, TOKEN_ASSIGN)) {
    Node *node = parser_node(p, NODE_ASSIGN, start);
    Node *value = first;
    while (parser_at(p, TOKEN_ASSIGN)) {
      check_assigned(p, value, node->as.assign.targets.count == 0);
      p->at++;
      ast_append(p->syntax, &node->as.assign.targets, value);
      value = parse_yield_or_expressions(p);
    }
    node->as.assign.value = value;
    if (!at_line_end(p)) parse_fail_after(p, value);
    return parser_finish(p, node);
  }
  for (size_t i = 0; i < sizeof augmented_rows / sizeof *augmented_rows; i++) {
    if (!parser_at(p, augmented_rows[i].token)) continue;
    if (first->kind != NODE_NAME && first->kind != NODE_ATTRIBUTE && first->kind != NODE_SUBSCRIPT)
      syntax_fail(p->syntax, first->span, "'%s' is an illegal expression for augmented assignment",
                  ast_describe(first));
    p->at++;
    Node *node = parser_node(p, NODE_AUGMENTED, start);
    node->op = augmented_rows[i].op;
    node->as.augmented.target = first;
    node->as.augmented.value = parse_yield_or_expressions(p);
    if (!at_line_end(p)) parse_fail_after(p, node->as.augmented.value);
    return parser_finish(p, node);
  }
  if (parser_at(p, TOKEN_COLON) && first->kind != NODE_YIELD && first->kind != NODE_YIELD_FROM) {
    if (first->kind == NODE_TUPLE || first->kind == NODE_LIST)
      syntax_fail(p->syntax, first->span, "only single target (not %s) can be annotated", ast_describe(first));
    if (first->kind != NODE_NAME && first->kind != NODE_ATTRIBUTE && first->kind != NODE_SUBSCRIPT)
      syntax_fail(p->syntax, first->span, "illegal target for annotation");
    p->at++;
    Node *node = parser_node(p, NODE_ANNOTATED, start);
    node->parenthesized = bracketed;
    node->as.augmented.target = first;
    node->as.augmented.annotation = parse_expression(p);
    if (parser_accept(p, TOKEN_ASSIGN)) node->as.augmented.value = parse_yield_or_expressions(p);
    return parser_finish(p, node);
  }
  if (!at_line_end(p)) {
    explain_words(p, first);
    parse_fail_after(p, first);
  }
  Node *node = parser_node(p, NODE_EXPRESSION, start);
  node->as.unary.operand = first;
  return parser_finish(p, node);
}

/* A dotted name as one interned string: a.b.c. */
static String *parse_dotted(Parser *p) {
  Text text = {0};
  String *first = parser_name(p);
  if (!parser_at(p, TOKEN_DOT)) return first;
  text_add(&text, first->data);
  while (parser_at(p, TOKEN_DOT)) {
    p->at++;
    if (!parser_at(p, TOKEN_NAME)) {
      text_free(&text);
      parser_fail(p);
    }
    text_add_char(&text, '.');
    text_add(&text, parser_name(p)->data);
  }
  String *name = py_intern(text_string(&text));
  text_free(&text);
  if (!name) syntax_fail_memory(p->syntax);
  return name;
}

static void add_alias(Parser *p, Node *node, int *capacity, Alias alias) {
  if (node->as.import.count == *capacity) {
    *capacity = *capacity ? *capacity * 2 : 4;
    Alias *aliases = syntax_alloc(p->syntax, (size_t)*capacity * sizeof *aliases);
    if (node->as.import.count)
      memcpy(aliases, node->as.import.aliases, (size_t)node->as.import.count * sizeof *aliases);
    node->as.import.aliases = aliases;
  }
  node->as.import.aliases[node->as.import.count++] = alias;
}

/* 'import' dotted ['as' NAME] (',' ...)* */
static Node *parse_import(Parser *p) {
  Node *node = parser_node(p, NODE_IMPORT, parser_token(p)->span.start);
  int capacity = 0;
  p->at++;
  do {
    Alias alias = {.span = parser_token(p)->span};
    alias.name = parse_dotted(p);
    if (parser_accept(p, TOKEN_AS)) alias.as = parser_name(p);
    add_alias(p, node, &capacity, alias);
  } while (parser_accept(p, TOKEN_COMMA));
  return parser_finish(p, node);
}

/* 'from' '.'* [dotted] 'import' ('*' | names | '(' names ')') */
static Node *parse_from(Parser *p) {
  Node *node = parser_node(p, NODE_IMPORT_FROM, parser_token(p)->span.start);
  int capacity = 0;
  p->at++;
  for (;; p->at++) {
    if (parser_at(p, TOKEN_DOT)) node->as.import.level++;
    else if (parser_at(p, TOKEN_ELLIPSIS)) node->as.import.level += 3;
    else break;
  }
  if (!node->as.import.level || parser_at(p, TOKEN_NAME)) node->as.import.module = parse_dotted(p);
  parser_expect(p, TOKEN_IMPORT);
  if (parser_at(p, TOKEN_TIMES)) {
    add_alias(p, node, &capacity, (Alias){.span = parser_token(p)->span});
    p->at++;
    node->as.import.star = true;
    return parser_finish(p, node);
  }
  bool future = !node->as.import.level && strcmp(node->as.import.module->data, "__future__") == 0;
  bool bracketed = parser_accept(p, TOKEN_LEFT_PAREN);
  do {
    if (bracketed && node->as.import.count && parser_at(p, TOKEN_RIGHT_PAREN)) break;
    if (!bracketed && node->as.import.count && parser_at(p, TOKEN_NEWLINE))
      syntax_fail(p->syntax, parser_here(p), "trailing comma not allowed without surrounding parentheses");
    Alias alias = {.span = parser_token(p)->span};
    alias.name = parser_name(p);
    if (future && strcmp(alias.name->data, "annotations") == 0) p->syntax->future_annotations = true;
    if (parser_accept(p, TOKEN_AS)) alias.as = parser_name(p);
    add_alias(p, node, &capacity, alias);
  } while (parser_accept(p, TOKEN_COMMA));
  if (bracketed) parser_expect(p, TOKEN_RIGHT_PAREN);
  return parser_finish(p, node);
}

static Node *parse_global(Parser *p, NodeKind kind) {
  Node *node = parser_node(p, kind, parser_token(p)->span.start);
  int capacity = 0;
  do {
    p->at++;
    if (node->as.names.count == capacity) {
      capacity = capacity ? capacity * 2 : 4;
      String **ids = syntax_alloc(p->syntax, (size_t)capacity * sizeof *ids);
      if (node->as.names.count) memcpy(ids, node->as.names.ids, (size_t)node->as.names.count * sizeof *ids);
      node->as.names.ids = ids;
    }
    node->as.names.ids[node->as.names.count++] = parser_name(p);
  } while (parser_at(p, TOKEN_COMMA));
  return parser_finish(p, node);
}

static Node *parse_delete(Parser *p) {
  Node *node = parser_node(p, NODE_DELETE, parser_token(p)->span.start);
  p->at++;
  do {
    if (node->as.list.items.count && at_line_end(p)) break;
    Node *target = parse_binary(p, PRECEDENCE_BIT_OR);
    parse_check_target(p, target, "delete");
    ast_append(p->syntax, &node->as.list.items, target);
  } while (parser_accept(p, TOKEN_COMMA));
  return parser_finish(p, node);
}

static Node *parse_simple(Parser *p) {
  const Token *token = parser_token(p);
  uint32_t start = token->span.start;
  Node *node;
  switch (token->kind) {
  case TOKEN_PASS: case TOKEN_BREAK: case TOKEN_CONTINUE:
    p->at++;
    node = parser_node(p,
                       token->kind == TOKEN_PASS    ? NODE_PASS
                       : token->kind == TOKEN_BREAK ? NODE_BREAK
                                                    : NODE_CONTINUE,
                       start);
    break;
  case TOKEN_RETURN:
    p->at++;
    node = parser_node(p, NODE_RETURN, start);
    if (parse_starts_expression(parser_token(p)->kind) || parser_at(p, TOKEN_TIMES))
      node->as.unary.operand = parse_star_expressions(p);
    break;
  case TOKEN_RAISE:
    p->at++;
    node = parser_node(p, NODE_RAISE, start);
    if (!at_line_end(p)) {
      node->as.raise.value = parse_expression(p);
      if (parser_accept(p, TOKEN_FROM)) node->as.raise.cause = parse_expression(p);
    }
    break;
  case TOKEN_ASSERT:
    p->at++;
    node = parser_node(p, NODE_ASSERT, start);
    node->as.raise.value = parse_expression(p);
    if (parser_accept(p, TOKEN_COMMA)) node->as.raise.cause = parse_expression(p);
    break;
  case TOKEN_GLOBAL: return parse_global(p, NODE_GLOBAL);
  case TOKEN_NONLOCAL: return parse_global(p, NODE_NONLOCAL);
  case TOKEN_DEL: return parse_delete(p);
  case TOKEN_IMPORT: return parse_import(p);
  case TOKEN_FROM: return parse_from(p);
  default: return parse_expression_statement(p);
  }
  return parser_finish(p, node);
}

/* simple_stmts: simple_stmt (';' simple_stmt)* [';'] NEWLINE */
void parse_simple_line(Parser *p, NodeList *out) {
  do {
    if (out->count && parser_at(p, TOKEN_NEWLINE)) break;
    Node *node = parse_simple(p);
    ast_append(p->syntax, out, node);
    if (!at_line_end(p)) {
      Node *last = node->kind == NODE_RETURN ? node->as.unary.operand : NULL;
      parse_fail_after(p, last);
    }
  } while (parser_accept(p, TOKEN_SEMICOLON));
  parser_expect(p, TOKEN_NEWLINE);
}

void parse_statement(Parser *p, NodeList *out) {
  syntax_enter(p->syntax, parser_token(p)->span);
  if (!parse_compound(p, out)) parse_simple_line(p, out);
  syntax_exit(p->syntax);
}
