#include "repl/language/ast.h"

#include <string.h>

const char *ast_describe(const Node *node) {
  switch ((NodeKind)node->kind) {
  case NODE_CONSTANT:
    switch ((ConstantKind)node->op) {
    case CONSTANT_NONE: return "None";
    case CONSTANT_TRUE: return "True";
    case CONSTANT_FALSE: return "False";
    case CONSTANT_ELLIPSIS: return "ellipsis";
    default: return "literal";
    }
  case NODE_NAME: return "name";
  case NODE_BINARY: case NODE_UNARY: case NODE_NOT: case NODE_LOGICAL: return "expression";
  case NODE_COMPARE: return "comparison";
  case NODE_CONDITIONAL: return "conditional expression";
  case NODE_LAMBDA: return "lambda";
  case NODE_NAMED: return "named expression";
  case NODE_CALL: return "function call";
  case NODE_ATTRIBUTE: return "attribute";
  case NODE_SUBSCRIPT: return "subscript";
  case NODE_STARRED: return "starred";
  case NODE_TUPLE: return "tuple";
  case NODE_LIST: return "list";
  case NODE_SET: return "set display";
  case NODE_DICT: return "dict literal";
  case NODE_LIST_COMPREHENSION: return "list comprehension";
  case NODE_SET_COMPREHENSION: return "set comprehension";
  case NODE_DICT_COMPREHENSION: return "dict comprehension";
  case NODE_GENERATOR: return "generator expression";
  case NODE_JOINED: case NODE_FORMATTED: return "f-string expression";
  case NODE_YIELD: case NODE_YIELD_FROM: return "yield expression";
  case NODE_AWAIT: return "await expression";
  default: return "statement";
  }
}

void ast_append(Syntax *syntax, NodeList *list, Node *node) {
  if (list->count == list->capacity) {
    int capacity = list->capacity ? list->capacity * 2 : 4;
    Node **items = syntax_alloc(syntax, (size_t)capacity * sizeof *items);
    if (list->count) memcpy(items, list->items, (size_t)list->count * sizeof *items);
    list->items = items;
    list->capacity = capacity;
  }
  list->items[list->count++] = node;
}
