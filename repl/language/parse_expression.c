/* Expressions: operators by their table, conditionals, lambdas, tuples without parentheses. */
#include "repl/language/parser.h"

/* One row an operator: its token, its precedence, what it makes. Power alone groups to the right. */
typedef struct OperatorRow {
  uint8_t token, precedence;
  bool right;
  uint8_t kind, op;
} OperatorRow;

static const OperatorRow operator_rows[] = {
    {TOKEN_OR, PRECEDENCE_OR, false, NODE_LOGICAL, 1},
    {TOKEN_AND, PRECEDENCE_AND, false, NODE_LOGICAL, 0},
    {TOKEN_LT, PRECEDENCE_COMPARE, false, NODE_COMPARE, OP_LT},
    {TOKEN_LE, PRECEDENCE_COMPARE, false, NODE_COMPARE, OP_LE},
    {TOKEN_EQ, PRECEDENCE_COMPARE, false, NODE_COMPARE, OP_EQ},
    {TOKEN_NE, PRECEDENCE_COMPARE, false, NODE_COMPARE, OP_NE},
    {TOKEN_GT, PRECEDENCE_COMPARE, false, NODE_COMPARE, OP_GT},
    {TOKEN_GE, PRECEDENCE_COMPARE, false, NODE_COMPARE, OP_GE},
    {TOKEN_IN, PRECEDENCE_COMPARE, false, NODE_COMPARE, COMPARE_IN},
    {TOKEN_NOT, PRECEDENCE_COMPARE, false, NODE_COMPARE, COMPARE_NOT_IN}, /* not in */
    {TOKEN_IS, PRECEDENCE_COMPARE, false, NODE_COMPARE, COMPARE_IS},      /* is, is not */
    {TOKEN_BAR, PRECEDENCE_BIT_OR, false, NODE_BINARY, OP_OR},
    {TOKEN_CARET, PRECEDENCE_BIT_XOR, false, NODE_BINARY, OP_XOR},
    {TOKEN_AMPERSAND, PRECEDENCE_BIT_AND, false, NODE_BINARY, OP_AND},
    {TOKEN_LSHIFT, PRECEDENCE_SHIFT, false, NODE_BINARY, OP_LSHIFT},
    {TOKEN_RSHIFT, PRECEDENCE_SHIFT, false, NODE_BINARY, OP_RSHIFT},
    {TOKEN_PLUS, PRECEDENCE_SUM, false, NODE_BINARY, OP_ADD},
    {TOKEN_MINUS, PRECEDENCE_SUM, false, NODE_BINARY, OP_SUB},
    {TOKEN_TIMES, PRECEDENCE_TERM, false, NODE_BINARY, OP_MUL},
    {TOKEN_DIV, PRECEDENCE_TERM, false, NODE_BINARY, OP_DIV},
    {TOKEN_FLOORDIV, PRECEDENCE_TERM, false, NODE_BINARY, OP_FLOORDIV},
    {TOKEN_MOD, PRECEDENCE_TERM, false, NODE_BINARY, OP_MOD},
    {TOKEN_AT, PRECEDENCE_TERM, false, NODE_BINARY, OP_MATMUL},
    {TOKEN_POWER, PRECEDENCE_POWER, true, NODE_BINARY, OP_POW},
};

static const OperatorRow *operator_row(Parser *p) {
  static int8_t index[TOKEN_KIND_COUNT]; /* row + 1, 0 for tokens that are no binary operators */
  static bool ready;
  if (!ready) {
    for (size_t i = 0; i < sizeof operator_rows / sizeof *operator_rows; i++)
      index[operator_rows[i].token] = (int8_t)(i + 1);
    ready = true;
  }
  int row = index[parser_token(p)->kind];
  return row ? &operator_rows[row - 1] : NULL;
}

bool parse_starts_expression(TokenKind kind) {
  switch (kind) {
  case TOKEN_NAME: case TOKEN_NUMBER: case TOKEN_STRING: case TOKEN_LEFT_PAREN: case TOKEN_LEFT_BRACKET:
  case TOKEN_LEFT_BRACE: case TOKEN_PLUS: case TOKEN_MINUS: case TOKEN_TILDE: case TOKEN_NOT: case TOKEN_LAMBDA:
  case TOKEN_NONE: case TOKEN_TRUE: case TOKEN_FALSE: case TOKEN_ELLIPSIS: case TOKEN_AWAIT:
    return true;
  default:
    return false;
  }
}

/* The last operand that stands without a conditional or lambda around it: where a missing comma is looked for. */
static const Node *last_operand(const Node *node) {
  if (node->kind == NODE_STARRED) node = node->as.unary.operand;
  while (!node->parenthesized && (node->kind == NODE_CONDITIONAL || node->kind == NODE_LAMBDA))
    node = node->kind == NODE_CONDITIONAL ? node->as.conditional.otherwise : node->as.lambda.body;
  return node;
}

void parse_fail_after(Parser *p, Node *before) {
  const Token *token = parser_token(p);
  bool inside = token->kind != TOKEN_ERROR && p->at && (p->field || p->tokens->items[p->at - 1].level > 0);
  bool prefix = before && before->kind == NODE_NAME && !before->parenthesized && token->kind == TOKEN_STRING;
  if (inside && before && !prefix && parse_starts_expression(token->kind)) {
    const Node *next = parser_try(p, parse_expression);
    if (next)
      syntax_fail(p->syntax, (Span){last_operand(before)->span.start, next->span.end},
                  "%sinvalid syntax. Perhaps you forgot a comma?", p->field ? "f-string: " : "");
  }
  parser_fail(p);
}

/* comparison: bitwise_or (operator bitwise_or)*, as one node that evaluates each operand once. */
static Node *parse_comparison(Parser *p, Node *first) {
  Node *node = parser_node(p, NODE_COMPARE, first->span.start);
  ast_append(p->syntax, &node->as.compare.operands, first);
  uint8_t ops[4], *all = ops;
  int count = 0, capacity = 4;
  const OperatorRow *row;
  while ((row = operator_row(p)) && row->precedence == PRECEDENCE_COMPARE) {
    uint8_t op = row->op;
    p->at++;
    if (op == COMPARE_NOT_IN) parser_expect(p, TOKEN_IN);
    if (op == COMPARE_IS && parser_accept(p, TOKEN_NOT)) op = COMPARE_IS_NOT;
    if (count == capacity) {
      uint8_t *more = syntax_alloc(p->syntax, (size_t)capacity * 2);
      for (int i = 0; i < count; i++) more[i] = all[i];
      all = more;
      capacity *= 2;
    }
    all[count++] = op;
    ast_append(p->syntax, &node->as.compare.operands, parse_binary(p, PRECEDENCE_BIT_OR));
  }
  node->as.compare.ops = syntax_alloc(p->syntax, (size_t)count);
  for (int i = 0; i < count; i++) node->as.compare.ops[i] = all[i];
  return parser_finish(p, node);
}

/* unary: 'not' comparison | ('-' | '+' | '~') unary | primary */
static Node *parse_unary(Parser *p, Precedence least) {
  const Token *token = parser_token(p);
  uint32_t start = token->span.start;
  UnaryOp op;
  switch (token->kind) {
  case TOKEN_NOT: {
    if (least > PRECEDENCE_NOT) parser_fail(p);
    p->at++;
    Node *node = parser_node(p, NODE_NOT, start);
    node->as.unary.operand = parse_binary(p, PRECEDENCE_NOT);
    return parser_finish(p, node);
  }
  case TOKEN_MINUS: op = OP_NEGATIVE; break;
  case TOKEN_PLUS: op = OP_POSITIVE; break;
  case TOKEN_TILDE: op = OP_INVERT; break;
  case TOKEN_AWAIT: {
    p->at++;
    Node *node = parser_node(p, NODE_AWAIT, start);
    node->as.unary.operand = parse_primary(p);
    return parser_finish(p, node);
  }
  default: return parse_primary(p);
  }
  p->at++;
  Node *node = parser_node(p, NODE_UNARY, start);
  node->op = (uint8_t)op;
  node->as.unary.operand = parse_binary(p, PRECEDENCE_UNARY);
  return parser_finish(p, node);
}

Node *parse_binary(Parser *p, Precedence least) {
  syntax_enter(p->syntax, parser_token(p)->span);
  int chain = 0; /* operators that group to the left make the tree deep, too */
  Node *left = parse_unary(p, least);
  const OperatorRow *row;
  while ((row = operator_row(p)) && row->precedence >= least) {
    if (left->kind == NODE_NOT && !left->parenthesized && row->precedence > PRECEDENCE_NOT) break;
    if (left->kind == NODE_UNARY && !left->parenthesized && row->precedence == PRECEDENCE_POWER) break;
    if (row->kind == NODE_COMPARE) {
      left = parse_comparison(p, left);
      continue;
    }
    p->at++;
    if (row->kind == NODE_LOGICAL) {
      Node *node = parser_node(p, NODE_LOGICAL, left->span.start);
      node->op = row->op;
      ast_append(p->syntax, &node->as.list.items, left);
      do ast_append(p->syntax, &node->as.list.items, parse_binary(p, (Precedence)(row->precedence + 1)));
      while (parser_accept(p, row->token));
      left = parser_finish(p, node);
      continue;
    }
    if (++chain + p->syntax->depth > SYNTAX_DEPTH_LIMIT - 10) {
      p->syntax->depth = SYNTAX_DEPTH_LIMIT;
      syntax_enter(p->syntax, parser_token(p)->span);
    }
    Node *node = parser_node(p, NODE_BINARY, left->span.start);
    node->op = row->op;
    node->as.binary.left = left;
    node->as.binary.right = parse_binary(p, (Precedence)(row->right ? PRECEDENCE_UNARY : row->precedence + 1));
    left = parser_finish(p, node);
  }
  syntax_exit(p->syntax);
  return left;
}

/* ---- Parameters ---- */

static void add_formal(Parser *p, Formals *formals, int *capacity, FormalParameter formal) {
  int count = formals->positional + formals->keyword_only;
  if (count == *capacity) {
    int grown = *capacity ? *capacity * 2 : 4;
    FormalParameter *items = syntax_alloc(p->syntax, (size_t)grown * sizeof *items);
    for (int i = 0; i < count; i++) items[i] = formals->items[i];
    formals->items = items;
    *capacity = grown;
  }
  formals->items[count] = formal;
}

/* The annotation of a parameter of def, or NULL. */
static Node *parse_annotation(Parser *p, TokenKind closing, bool star) {
  if (closing != TOKEN_RIGHT_PAREN || !parser_accept(p, TOKEN_COLON)) return NULL;
  if (star && parser_accept(p, TOKEN_TIMES)) return parse_binary(p, PRECEDENCE_BIT_OR);
  return parse_expression(p);
}

/* parameters: what stands between "(" and ")" of a def, or before the ":" of a lambda. */
Formals parse_formals(Parser *p, TokenKind closing) {
  Formals formals = {0};
  int capacity = 0;
  bool star = false, slash = false, fallback = false;
  Span bare = {0};
  bool bare_pending = false;
  while (!parser_at(p, closing)) {
    const Token *token = parser_token(p);
    if (formals.keywords)
      syntax_fail(p->syntax, token->span, "arguments cannot follow var-keyword argument");
    if (parser_accept(p, TOKEN_DIV)) {
      if (slash) syntax_fail(p->syntax, token->span, "/ may appear only once");
      if (star) syntax_fail(p->syntax, token->span, "/ must be ahead of *");
      if (!formals.positional)
        syntax_fail(p->syntax, token->span,
                    parser_at(p, TOKEN_COMMA) ? "at least one argument must precede /" : "invalid syntax");
      slash = true;
      formals.positional_only = formals.positional;
      if (parser_at(p, TOKEN_TIMES)) syntax_fail(p->syntax, parser_here(p), "expected comma between / and *");
    } else if (parser_accept(p, TOKEN_TIMES)) {
      if (star) syntax_fail(p->syntax, token->span, "* argument may appear only once");
      star = true;
      if (parser_at(p, TOKEN_NAME)) {
        formals.rest_span = parser_token(p)->span;
        formals.rest = parser_name(p);
        formals.rest_annotation = parse_annotation(p, closing, true);
        if (parser_at(p, TOKEN_ASSIGN))
          syntax_fail(p->syntax, parser_token(p)->span, "var-positional argument cannot have default value");
      } else {
        bare = token->span;
        bare_pending = true;
        if (!parser_at(p, TOKEN_COMMA) && !parser_at(p, closing)) parser_fail(p);
      }
    } else if (parser_accept(p, TOKEN_POWER)) {
      if (bare_pending) syntax_fail(p->syntax, bare, "named arguments must follow bare *");
      formals.keywords_span = parser_token(p)->span;
      formals.keywords = parser_name(p);
      formals.keywords_annotation = parse_annotation(p, closing, false);
      if (parser_at(p, TOKEN_ASSIGN))
        syntax_fail(p->syntax, parser_token(p)->span, "var-keyword argument cannot have default value");
    } else {
      if (parser_at(p, TOKEN_LEFT_PAREN))
        syntax_fail(p->syntax, token->span, "%s parameters cannot be parenthesized",
                    closing == TOKEN_RIGHT_PAREN ? "Function" : "Lambda expression");
      FormalParameter formal = {.span = token->span};
      formal.name = parser_name(p);
      formal.annotation = parse_annotation(p, closing, false);
      if (parser_accept(p, TOKEN_ASSIGN)) {
        if (parser_at(p, closing) || parser_at(p, TOKEN_COMMA))
          syntax_fail(p->syntax, p->tokens->items[p->at - 1].span, "expected default value expression");
        formal.fallback = parse_expression(p);
        if (!star) fallback = true;
      } else if (fallback && !star) {
        syntax_fail(p->syntax, formal.span, "non-default argument follows default argument");
      }
      add_formal(p, &formals, &capacity, formal);
      if (star) formals.keyword_only++;
      else formals.positional++;
      bare_pending = false;
    }
    if (!parser_accept(p, TOKEN_COMMA)) break;
  }
  if (bare_pending) syntax_fail(p->syntax, bare, "named arguments must follow bare *");
  return formals;
}

/* lambda: 'lambda' [parameters] ':' expression */
static Node *parse_lambda(Parser *p) {
  Node *node = parser_node(p, NODE_LAMBDA, parser_token(p)->span.start);
  p->at++;
  node->as.lambda.formals = parse_formals(p, TOKEN_COLON);
  if (!parser_accept(p, TOKEN_COLON)) parser_fail(p);
  node->as.lambda.body = parse_expression(p);
  return parser_finish(p, node);
}

/* expression: disjunction ['if' disjunction 'else' expression] | lambda */
Node *parse_expression(Parser *p) {
  syntax_enter(p->syntax, parser_token(p)->span);
  Node *node;
  if (parser_at(p, TOKEN_LAMBDA)) {
    node = parse_lambda(p);
  } else {
    node = parse_binary(p, PRECEDENCE_OR);
    if (parser_accept(p, TOKEN_IF)) {
      Node *then = node;
      node = parser_node(p, NODE_CONDITIONAL, then->span.start);
      node->as.conditional.then = then;
      node->as.conditional.test = parse_binary(p, PRECEDENCE_OR);
      if (!parser_accept(p, TOKEN_ELSE)) {
        if (parser_at(p, TOKEN_COLON) || parser_at(p, TOKEN_ERROR)) parser_fail(p);
        syntax_fail(p->syntax, (Span){then->span.start, parser_end(p)}, "expected 'else' after 'if' expression");
      }
      node->as.conditional.otherwise = parse_expression(p);
      parser_finish(p, node);
    }
  }
  syntax_exit(p->syntax);
  return node;
}

static bool is_bitwise_or(const Node *node) {
  if (node->parenthesized) return true;
  switch (node->kind) {
  case NODE_NOT: case NODE_LOGICAL: case NODE_COMPARE: case NODE_CONDITIONAL: case NODE_LAMBDA: return false;
  default: return true;
  }
}

/* named_expression: NAME ':=' expression | expression. An "=" behind it is somebody's "==". */
Node *parse_named(Parser *p) {
  if (parser_at(p, TOKEN_NAME) && parser_ahead(p, 1)->kind == TOKEN_WALRUS) {
    Node *node = parser_node(p, NODE_NAMED, parser_token(p)->span.start);
    node->as.named.name = parser_token(p)->span;
    node->as.named.id = parser_name(p);
    p->syntax->walrus = true;
    p->at++;
    node->as.named.value = parse_expression(p);
    return parser_finish(p, node);
  }
  Node *node = parse_expression(p);
  if (parser_at(p, TOKEN_WALRUS) && p->tokens->items[p->at - 1].level > 0)
    syntax_fail(p->syntax, node->span, "cannot use assignment expressions with %s", ast_describe(node));
  if (!parser_at(p, TOKEN_ASSIGN) || !is_bitwise_or(node)) return node;
  uint32_t at = p->at++;
  const Node *value = parser_try(p, parse_expression);
  if (value && is_bitwise_or(value) && !parser_at(p, TOKEN_ASSIGN) && !parser_at(p, TOKEN_WALRUS)) {
    if (node->kind == NODE_NAME)
      syntax_fail(p->syntax, (Span){node->span.start, value->span.end},
                  "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    bool container = node->kind == NODE_LIST || node->kind == NODE_TUPLE || node->kind == NODE_GENERATOR;
    bool keyword = node->kind == NODE_CONSTANT && node->op <= CONSTANT_FALSE;
    if (!container && !keyword)
      syntax_fail(p->syntax, node->span, "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                  ast_describe(node));
  }
  p->at = at;
  return node;
}

Node *parse_star_expression(Parser *p) {
  if (!parser_at(p, TOKEN_TIMES)) return parse_expression(p);
  Node *node = parser_node(p, NODE_STARRED, parser_token(p)->span.start);
  p->at++;
  node->as.unary.operand = parse_binary(p, PRECEDENCE_BIT_OR);
  return parser_finish(p, node);
}

/* star_expressions: star_expression (',' star_expression)* [','] */
Node *parse_star_expressions(Parser *p) {
  Node *first = parse_star_expression(p);
  if (!parser_at(p, TOKEN_COMMA)) return first;
  Node *node = parser_node(p, NODE_TUPLE, first->span.start);
  ast_append(p->syntax, &node->as.list.items, first);
  while (parser_accept(p, TOKEN_COMMA)) {
    node->trailing_comma = true;
    if (!parse_starts_expression(parser_token(p)->kind) && !parser_at(p, TOKEN_TIMES)) break;
    ast_append(p->syntax, &node->as.list.items, parse_star_expression(p));
    node->trailing_comma = false;
  }
  return parser_finish(p, node);
}

/* yield_expr: 'yield' 'from' expression | 'yield' [star_expressions] */
Node *parse_yield_or_expressions(Parser *p) {
  if (!parser_at(p, TOKEN_YIELD)) return parse_star_expressions(p);
  uint32_t start = parser_token(p)->span.start;
  p->at++;
  if (parser_accept(p, TOKEN_FROM)) {
    Node *node = parser_node(p, NODE_YIELD_FROM, start);
    node->as.unary.operand = parse_expression(p);
    return parser_finish(p, node);
  }
  Node *node = parser_node(p, NODE_YIELD, start);
  if (parse_starts_expression(parser_token(p)->kind) || parser_at(p, TOKEN_TIMES))
    node->as.unary.operand = parse_star_expressions(p);
  return parser_finish(p, node);
}
