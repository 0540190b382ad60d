/* `except*`, said in other words:
 *
 *   try: body                          try: body
 *   except* T as e: handler            except BaseException as .group:
 *   else: ...                            .group = __except_star__(.group)
 *                                        if .group.take(T):
 *                                          with .group as e: handler
 *                                          e = None; del e
 *                                        .group.finish()
 *                                      else: ...
 *
 * The object that __except_star__ makes (modules/python/_exception_groups.py) splits groups, keeps what the handlers
 * raise, and raises what is left. */
#include "repl/language/parser.h"

#include <stdio.h>
#include <string.h>

static Node *node_at(Parser *p, NodeKind kind, Span span) {
  Node *node = parser_node(p, kind, span.start);
  node->span = span;
  return node;
}

static Node *name_at(Parser *p, String *id, Span span) {
  Node *node = node_at(p, NODE_NAME, span);
  node->as.name.id = id;
  return node;
}

static Node *call_at(Parser *p, Node *callee, Node *argument, Span span) {
  Node *node = node_at(p, NODE_CALL, span);
  node->as.call.callee = callee;
  if (argument) ast_append(p->syntax, &node->as.call.positional, argument);
  return node;
}

static Node *method_at(Parser *p, String *object, const char *method, Node *argument, Span span) {
  Node *callee = node_at(p, NODE_ATTRIBUTE, span);
  callee->as.attribute.object = name_at(p, object, span);
  callee->as.attribute.id = py_intern(method);
  callee->as.attribute.name = span;
  return call_at(p, callee, argument, span);
}

static Node *assign_at(Parser *p, String *target, Node *value, Span span) {
  Node *node = node_at(p, NODE_ASSIGN, span);
  ast_append(p->syntax, &node->as.assign.targets, name_at(p, target, span));
  node->as.assign.value = value;
  return node;
}

static Node *branch_at(Parser *p, String *group, Handler *handler) {
  Span span = handler->span;
  Node *branch = node_at(p, NODE_IF, span);
  branch->as.branch.test = method_at(p, group, "take", handler->type, handler->type->span);
  Node *with = node_at(p, NODE_WITH, span);
  with->op = WITH_STAR_HANDLER;
  with->as.with.items = syntax_alloc(p->syntax, sizeof *with->as.with.items);
  with->as.with.items[0] = (WithItem){.context = name_at(p, group, span)};
  if (handler->name) with->as.with.items[0].target = name_at(p, handler->name, handler->name_span);
  with->as.with.count = 1;
  with->as.with.body = handler->body;
  ast_append(p->syntax, &branch->as.branch.body, with);
  if (!handler->name) return branch;
  Node *none = node_at(p, NODE_CONSTANT, span);
  none->op = CONSTANT_NONE;
  ast_append(p->syntax, &branch->as.branch.body, assign_at(p, handler->name, none, span));
  Node *gone = node_at(p, NODE_DELETE, span);
  ast_append(p->syntax, &gone->as.list.items, name_at(p, handler->name, span));
  ast_append(p->syntax, &branch->as.branch.body, gone);
  return branch;
}

void parser_star_handlers(Parser *p, Node *node) {
  Span span = node->as.try.handlers[0].span;
  /* Each statement has a name of its own: they may stand inside one another. */
  char text[32];
  snprintf(text, sizeof text, ".group%u", (unsigned)span.start);
  String *group = py_intern(text);
  Handler all = {.type = name_at(p, py_intern("BaseException"), span), .name = group, .span = span, .name_span = span};
  Node *begin = call_at(p, name_at(p, py_intern("__except_star__"), span), name_at(p, group, span), span);
  ast_append(p->syntax, &all.body, assign_at(p, group, begin, span));
  for (int i = 0; i < node->as.try.count; i++)
    ast_append(p->syntax, &all.body, branch_at(p, group, &node->as.try.handlers[i]));
  Node *finish = node_at(p, NODE_EXPRESSION, span);
  finish->as.unary.operand = method_at(p, group, "finish", NULL, span);
  ast_append(p->syntax, &all.body, finish);
  node->as.try.handlers[0] = all;
  node->as.try.count = 1;
}
