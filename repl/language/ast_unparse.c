/* Expressions as text: what annotations are under `from __future__ import annotations`. */
#include <string.h>

#include "engine/core/number.h"
#include "repl/language/ast.h"
#include "repl/types/containers.h"

static const char *const binary_symbols[] = {
#define UNPARSE_SYMBOL(op, symbol, method, reflected, in_place) [op] = symbol,
    PY_BINARY_ROWS(UNPARSE_SYMBOL)
#undef UNPARSE_SYMBOL
};

/* How tightly an operator binds, as CPython's writer counts. */
enum { LEVEL_TUPLE, LEVEL_TEST, LEVEL_BIT_OR = 6, LEVEL_ARITHMETIC, LEVEL_UNARY, LEVEL_ATOM };

static void write_node(Text *text, const Node *node, int level, const Source *source);

static void write_list(Text *text, NodeList items, const Source *source) {
  for (int i = 0; i < items.count; i++) {
    if (i) text_add(text, ", ");
    write_node(text, items.items[i], LEVEL_TEST, source);
  }
}

static void write_source(Text *text, const Node *node, const Source *source) {
  text_add_bytes(text, source->text + node->span.start, node->span.end - node->span.start);
}

static void write_constant(Text *text, const Node *node, const Source *source) {
  char real[32];
  switch ((ConstantKind)node->op) {
  case CONSTANT_NONE: text_add(text, "None"); break;
  case CONSTANT_TRUE: text_add(text, "True"); break;
  case CONSTANT_FALSE: text_add(text, "False"); break;
  case CONSTANT_ELLIPSIS: text_add(text, "..."); break;
  case CONSTANT_INT: text_addf(text, "%lld", (long long)node->as.constant.integer); break;
  case CONSTANT_FLOAT:
    number_repr(node->as.constant.real, real);
    text_add(text, real);
    break;
  case CONSTANT_STRING: py_repr_text(text, node->as.constant.text.data, node->as.constant.text.length); break;
  default: write_source(text, node, source);
  }
}

static void write_call(Text *text, const Node *node, const Source *source) {
  write_node(text, node->as.call.callee, LEVEL_ATOM, source);
  text_add_char(text, '(');
  write_list(text, node->as.call.positional, source);
  for (int i = 0; i < node->as.call.keyword_count; i++) {
    const Keyword *keyword = &node->as.call.keywords[i];
    if (i || node->as.call.positional.count) text_add(text, ", ");
    if (keyword->name) text_addf(text, "%s=", keyword->name->data);
    else text_add(text, "**");
    write_node(text, keyword->value, LEVEL_TEST, source);
  }
  text_add_char(text, ')');
}

static void write_node(Text *text, const Node *node, int level, const Source *source) {
  switch ((NodeKind)node->kind) {
  case NODE_CONSTANT: write_constant(text, node, source); break;
  case NODE_NAME: text_add(text, node->as.name.id->data); break;
  case NODE_ATTRIBUTE:
    write_node(text, node->as.attribute.object, LEVEL_ATOM, source);
    text_addf(text, ".%s", node->as.attribute.id->data);
    break;
  case NODE_SUBSCRIPT:
    write_node(text, node->as.subscript.object, LEVEL_ATOM, source);
    text_add_char(text, '[');
    write_node(text, node->as.subscript.key, LEVEL_TUPLE, source);
    text_add_char(text, ']');
    break;
  case NODE_TUPLE:
    if (node->as.list.items.count == 0 || level > LEVEL_TUPLE) text_add_char(text, '(');
    write_list(text, node->as.list.items, source);
    if (node->as.list.items.count == 1) text_add_char(text, ',');
    if (node->as.list.items.count == 0 || level > LEVEL_TUPLE) text_add_char(text, ')');
    break;
  case NODE_LIST:
    text_add_char(text, '[');
    write_list(text, node->as.list.items, source);
    text_add_char(text, ']');
    break;
  case NODE_STARRED:
    text_add_char(text, '*');
    write_node(text, node->as.unary.operand, LEVEL_ATOM, source);
    break;
  case NODE_CALL: write_call(text, node, source); break;
  case NODE_BINARY: {
    int own = node->op == OP_OR ? LEVEL_BIT_OR : LEVEL_ARITHMETIC;
    if (own != LEVEL_BIT_OR) {
      write_source(text, node, source);
      break;
    }
    if (level > own) text_add_char(text, '(');
    write_node(text, node->as.binary.left, own, source);
    text_addf(text, " %s ", binary_symbols[node->op]);
    write_node(text, node->as.binary.right, own + 1, source);
    if (level > own) text_add_char(text, ')');
    break;
  }
  default: write_source(text, node, source);
  }
}

void ast_unparse(Text *text, const Node *node, const Source *source) { write_node(text, node, LEVEL_TEST, source); }
