/* Targets: what may stand left of "=", after `for`, `as` and `del`. */
#include <string.h>

#include "repl/language/parser.h"

/* Fails with "cannot assign to ..." (verb "assign to" or "delete") unless every part can be a target. */
void parse_check_target(Parser *p, const Node *node, const char *verb) {
  switch (node->kind) {
  case NODE_NAME: case NODE_ATTRIBUTE: case NODE_SUBSCRIPT: return;
  case NODE_TUPLE: case NODE_LIST:
    syntax_enter(p->syntax, node->span);
    for (int i = 0; i < node->as.list.items.count; i++) parse_check_target(p, node->as.list.items.items[i], verb);
    syntax_exit(p->syntax);
    return;
  case NODE_STARRED:
    if (strcmp(verb, "delete") == 0) break;
    parse_check_target(p, node->as.unary.operand, verb);
    return;
  default: break;
  }
  syntax_fail(p->syntax, node->span, "cannot %s %s", verb, ast_describe(node));
}

Node *parse_target(Parser *p) {
  if (!parser_at(p, TOKEN_TIMES)) return parse_binary(p, PRECEDENCE_BIT_OR);
  Node *node = parser_node(p, NODE_STARRED, parser_token(p)->span.start);
  p->at++;
  node->as.unary.operand = parse_binary(p, PRECEDENCE_BIT_OR);
  return parser_finish(p, node);
}

/* star_targets: star_target (',' star_target)* [','] */
Node *parse_targets(Parser *p) {
  Node *first = parse_target(p), *node = first;
  if (parser_at(p, TOKEN_COMMA)) {
    node = parser_node(p, NODE_TUPLE, first->span.start);
    ast_append(p->syntax, &node->as.list.items, first);
    while (parser_accept(p, TOKEN_COMMA)) {
      if (!parse_starts_expression(parser_token(p)->kind) && !parser_at(p, TOKEN_TIMES)) break;
      ast_append(p->syntax, &node->as.list.items, parse_target(p));
    }
    parser_finish(p, node);
  }
  parse_check_target(p, node, "assign to");
  return node;
}
