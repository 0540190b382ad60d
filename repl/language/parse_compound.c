/* Compound statements: those with a block. */
#include <string.h>

#include "repl/language/parser.h"

/* The line a token stands in. */
static int line_of(Parser *p, uint32_t offset) { return source_line_of(p->syntax->source, offset); }

/* ':' before a block. Some statements insist on it, others have a vague error unless the line ends here. */
static void expect_colon(Parser *p, bool insist, const Node *before) {
  if (parser_accept(p, TOKEN_COLON)) return;
  if (parser_at(p, TOKEN_ERROR)) parser_fail(p);
  if (insist || parser_at(p, TOKEN_NEWLINE)) syntax_fail(p->syntax, parser_here(p), "expected ':'");
  parse_fail_after(p, (Node *)before);
}

/* block: NEWLINE INDENT statement+ DEDENT | simple_stmts. `what` begins at `start`: "'if' statement". */
static NodeList parse_block(Parser *p, const char *what, uint32_t start) {
  NodeList body = {0};
  if (!parser_accept(p, TOKEN_NEWLINE)) {
    if (parser_at(p, TOKEN_ERROR)) parser_fail(p);
    parse_simple_line(p, &body);
    return body;
  }
  if (!parser_accept(p, TOKEN_INDENT)) {
    if (parser_at(p, TOKEN_ERROR)) parser_fail(p);
    bool end = parser_token(p)->span.start >= p->syntax->source->length;
    syntax_fail_as(p->syntax, &py_IndentationError, end, parser_here(p),
                   "expected an indented block after %s on line %d", what, line_of(p, start));
  }
  while (!parser_accept(p, TOKEN_DEDENT)) {
    if (parser_at(p, TOKEN_END)) break;
    parse_statement(p, &body);
  }
  return body;
}

static NodeList parse_else(Parser *p, const char *what) {
  uint32_t start = parser_token(p)->span.start;
  NodeList none = {0};
  if (!parser_accept(p, TOKEN_ELSE)) return none;
  expect_colon(p, true, NULL);
  return parse_block(p, what, start);
}

/* if: 'if' named ':' block ('elif' named ':' block)* ['else' ':' block]. elifs nest in `otherwise`. */
static Node *parse_if(Parser *p) {
  Node *first = NULL, *inner = NULL;
  const char *what = "'if' statement";
  do {
    uint32_t start = parser_token(p)->span.start;
    p->at++;
    Node *node = parser_node(p, NODE_IF, start);
    node->as.branch.test = parse_named(p);
    expect_colon(p, false, node->as.branch.test);
    node->as.branch.body = parse_block(p, what, start);
    parser_finish(p, node);
    if (inner) ast_append(p->syntax, &inner->as.branch.otherwise, node);
    else first = node;
    inner = node;
    what = "'elif' statement";
  } while (parser_at(p, TOKEN_ELIF));
  inner->as.branch.otherwise = parse_else(p, "'else' statement");
  return first;
}

static Node *parse_while(Parser *p) {
  uint32_t start = parser_token(p)->span.start;
  p->at++;
  Node *node = parser_node(p, NODE_WHILE, start);
  node->as.branch.test = parse_named(p);
  expect_colon(p, false, node->as.branch.test);
  node->as.branch.body = parse_block(p, "'while' statement", start);
  node->as.branch.otherwise = parse_else(p, "'else' statement");
  return parser_finish(p, node);
}

static Node *parse_for(Parser *p) {
  uint32_t start = parser_token(p)->span.start;
  p->at++;
  Node *node = parser_node(p, NODE_FOR, start);
  node->as.loop.target = parse_targets(p);
  parser_expect(p, TOKEN_IN);
  node->as.loop.iterable = parse_star_expressions(p);
  expect_colon(p, false, node->as.loop.iterable);
  node->as.loop.body = parse_block(p, "'for' statement", start);
  node->as.loop.otherwise = parse_else(p, "'else' statement");
  return parser_finish(p, node);
}

/* try: 'try' ':' block ('except' [type ['as' NAME]] ':' block)* ['else' ...] ['finally' ...] */
static Node *parse_try(Parser *p) {
  uint32_t start = parser_token(p)->span.start;
  p->at++;
  Node *node = parser_node(p, NODE_TRY, start);
  expect_colon(p, true, NULL);
  node->as.try.body = parse_block(p, "'try' statement", start);
  int capacity = 0;
  Span bare = {0};
  bool star = false;
  while (parser_at(p, TOKEN_EXCEPT)) {
    Handler handler = {.span = parser_token(p)->span};
    p->at++;
    if (bare.end) syntax_fail(p->syntax, bare, "default 'except:' must be last");
    bool starred = parser_accept(p, TOKEN_TIMES);
    if (node->as.try.count && starred != star)
      syntax_fail(p->syntax, handler.span, "cannot have both 'except' and 'except*' on the same 'try'");
    star = starred;
    if (star && parser_at(p, TOKEN_COLON))
      syntax_fail(p->syntax, parser_here(p), "expected one or more exception types");
    if (!parser_at(p, TOKEN_COLON)) {
      if (parser_at(p, TOKEN_NEWLINE)) syntax_fail(p->syntax, parser_here(p), "expected ':'");
      handler.type = parse_expression(p);
      if (parser_at(p, TOKEN_COMMA)) {
        p->at++;
        const Node *rest = parser_try(p, parse_star_expressions);
        if (rest)
          syntax_fail(p->syntax, (Span){handler.type->span.start, rest->span.end},
                      "multiple exception types must be parenthesized");
        parser_fail(p);
      }
      if (parser_accept(p, TOKEN_AS)) {
        handler.name_span = parser_token(p)->span;
        handler.name = parser_name(p);
      }
      expect_colon(p, false, handler.type);
      handler.body = parse_block(p, star ? "'except*' statement" : "'except' statement", handler.span.start);
    } else {
      p->at++;
      handler.body = parse_block(p, "'except' statement", handler.span.start);
      bare = (Span){handler.span.start, parser_end(p)};
    }
    if (node->as.try.count == capacity) {
      capacity = capacity ? capacity * 2 : 2;
      Handler *handlers = syntax_alloc(p->syntax, (size_t)capacity * sizeof *handlers);
      if (node->as.try.count) memcpy(handlers, node->as.try.handlers, (size_t)node->as.try.count * sizeof *handlers);
      node->as.try.handlers = handlers;
    }
    node->as.try.handlers[node->as.try.count++] = handler;
  }
  if (node->as.try.count) node->as.try.otherwise = parse_else(p, "'else' statement");
  if (parser_at(p, TOKEN_FINALLY)) {
    uint32_t at = parser_token(p)->span.start;
    p->at++;
    expect_colon(p, true, NULL);
    node->as.try.finally = parse_block(p, "'finally' statement", at);
    node->as.try.has_finally = true;
  }
  if (star) parser_star_handlers(p, node);
  if (!node->as.try.count && !node->as.try.has_finally) {
    bool end = parser_token(p)->span.start >= p->syntax->source->length;
    if (parser_at(p, TOKEN_ERROR)) parser_fail(p);
    syntax_fail_as(p->syntax, &py_SyntaxError, end, parser_here(p), "expected 'except' or 'finally' block");
  }
  return parser_finish(p, node);
}

static void add_with_item(Parser *p, Node *node, int *capacity, WithItem item) {
  if (node->as.with.count == *capacity) {
    *capacity = *capacity ? *capacity * 2 : 2;
    WithItem *items = syntax_alloc(p->syntax, (size_t)*capacity * sizeof *items);
    if (node->as.with.count) memcpy(items, node->as.with.items, (size_t)node->as.with.count * sizeof *items);
    node->as.with.items = items;
  }
  node->as.with.items[node->as.with.count++] = item;
}

static WithItem parse_with_item(Parser *p) {
  WithItem item = {.context = parse_expression(p)};
  if (parser_accept(p, TOKEN_AS)) {
    item.target = parse_target(p);
    parse_check_target(p, item.target, "assign to");
  }
  return item;
}

/* Whether the "(" here encloses the items of a with statement: its ")" is followed by ":" and it holds an `as` or a
 * comma of its own level. What no item may be (*x, x := y, yield) makes it a tuple all the same. */
static bool encloses_with_items(Parser *p) {
  if (!parser_at(p, TOKEN_LEFT_PAREN)) return false;
  uint16_t level = parser_token(p)->level;
  bool items = false, begins = true;
  for (uint32_t i = p->at + 1; i < p->tokens->count; i++) {
    const Token *token = &p->tokens->items[i];
    if (token->level < level) return items && parser_ahead(p, i + 1 - p->at)->kind == TOKEN_COLON;
    if (token->level != level) continue;
    if (token->kind == TOKEN_AS) return true;
    if (token->kind == TOKEN_WALRUS || token->kind == TOKEN_YIELD || (begins && token->kind == TOKEN_TIMES))
      return false;
    begins = token->kind == TOKEN_COMMA;
    items = items || begins;
  }
  return false;
}

/* with: 'with' item (',' item)* ':' block | 'with' '(' items [','] ')' ':' block */
static Node *parse_with(Parser *p) {
  uint32_t start = parser_token(p)->span.start;
  p->at++;
  Node *node = parser_node(p, NODE_WITH, start);
  int capacity = 0;
  bool bracketed = encloses_with_items(p);
  if (bracketed) p->at++;
  do {
    if (bracketed && parser_at(p, TOKEN_RIGHT_PAREN)) break;
    add_with_item(p, node, &capacity, parse_with_item(p));
  } while (parser_accept(p, TOKEN_COMMA));
  if (bracketed) parser_expect(p, TOKEN_RIGHT_PAREN);
  expect_colon(p, false, NULL);
  node->as.with.body = parse_block(p, "'with' statement", start);
  return parser_finish(p, node);
}

/* def: 'def' NAME '(' [parameters] ')' ['->' expression] ':' block */
static Node *parse_def(Parser *p, NodeList decorators) {
  uint32_t start = parser_token(p)->span.start;
  p->at++;
  Node *node = parser_node(p, NODE_DEF, start);
  node->as.def.decorators = decorators;
  node->as.def.name = parser_token(p)->span;
  node->as.def.id = parser_name(p);
  if (!parser_accept(p, TOKEN_LEFT_PAREN)) {
    if (parser_at(p, TOKEN_ERROR)) parser_fail(p);
    syntax_fail(p->syntax, parser_here(p), "expected '('");
  }
  node->as.def.formals = parse_formals(p, TOKEN_RIGHT_PAREN);
  parser_expect(p, TOKEN_RIGHT_PAREN);
  if (parser_accept(p, TOKEN_ARROW)) node->as.def.returns = parse_expression(p);
  expect_colon(p, true, NULL);
  node->as.def.body = parse_block(p, "function definition", start);
  return parser_finish(p, node);
}

/* class: 'class' NAME ['(' arguments ')'] ':' block */
static Node *parse_class(Parser *p, NodeList decorators) {
  uint32_t start = parser_token(p)->span.start;
  p->at++;
  Node *node = parser_node(p, NODE_CLASS, start);
  node->as.class.decorators = decorators;
  node->as.class.name = parser_token(p)->span;
  node->as.class.id = parser_name(p);
  node->as.class.call = parser_node(p, NODE_CALL, start);
  uint32_t opening = parser_token(p)->span.start;
  if (parser_accept(p, TOKEN_LEFT_PAREN)) {
    parse_arguments(p, node->as.class.call);
    const NodeList *bases = &node->as.class.call->as.call.positional;
    for (int i = 0; i < bases->count; i++) {
      /* `class A(x for x in y)`: a generator is no base, unless it has parentheses of its own. */
      if (bases->items[i]->kind != NODE_GENERATOR || bases->items[i]->span.start != opening) continue;
      while (!parser_at(p, TOKEN_FOR)) p->at--;
      parser_fail(p);
    }
  }
  parser_finish(p, node->as.class.call);
  expect_colon(p, false, NULL);
  const String *outer = p->class_name;
  p->class_name = node->as.class.id;
  node->as.class.body = parse_block(p, "class definition", start);
  p->class_name = outer;
  return parser_finish(p, node);
}

/* 'async' (def | for | with); only a def may be decorated. */
static Node *parse_async(Parser *p, NodeList decorators) {
  uint32_t start = parser_token(p)->span.start;
  p->at++;
  Node *node;
  if (parser_at(p, TOKEN_DEF)) node = parse_def(p, decorators);
  else if (parser_at(p, TOKEN_FOR) && !decorators.count) node = parse_for(p);
  else if (parser_at(p, TOKEN_WITH) && !decorators.count) node = parse_with(p);
  else parser_fail(p);
  node->async = true;
  node->span.start = start;
  return node;
}

/* decorators: ('@' named NEWLINE)+ before def or class */
static Node *parse_decorated(Parser *p) {
  NodeList decorators = {0};
  while (parser_accept(p, TOKEN_AT)) {
    Node *decorator = parse_named(p);
    ast_append(p->syntax, &decorators, decorator);
    if (!parser_at(p, TOKEN_NEWLINE)) parse_fail_after(p, decorator);
    p->at++;
  }
  if (parser_at(p, TOKEN_DEF)) return parse_def(p, decorators);
  if (parser_at(p, TOKEN_CLASS)) return parse_class(p, decorators);
  if (parser_at(p, TOKEN_END)) syntax_fail_as(p->syntax, &py_SyntaxError, true, parser_here(p), "invalid syntax");
  if (parser_at(p, TOKEN_ASYNC)) return parse_async(p, decorators);
  parser_fail(p);
}

NodeList parse_case_block(Parser *p, uint32_t start) {
  expect_colon(p, false, NULL);
  return parse_block(p, "'case' statement", start);
}

bool parse_compound(Parser *p, NodeList *out) {
  NodeList none = {0};
  Node *node;
  switch (parser_token(p)->kind) {
  case TOKEN_IF: node = parse_if(p); break;
  case TOKEN_WHILE: node = parse_while(p); break;
  case TOKEN_FOR: node = parse_for(p); break;
  case TOKEN_TRY: node = parse_try(p); break;
  case TOKEN_WITH: node = parse_with(p); break;
  case TOKEN_DEF: node = parse_def(p, none); break;
  case TOKEN_CLASS: node = parse_class(p, none); break;
  case TOKEN_AT: node = parse_decorated(p); break;
  case TOKEN_ASYNC: node = parse_async(p, none); break;
  case TOKEN_NAME:
    node = parse_match(p);
    if (!node) return false;
    break;
  default: return false;
  }
  p->last_block = true;
  ast_append(p->syntax, out, node);
  return true;
}
