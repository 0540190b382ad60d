/* Calls. */
#include "repl/language/compiler.h"

static bool is_plain(const Node *call) {
  for (int i = 0; i < call->as.call.positional.count; i++)
    if (call->as.call.positional.items[i]->kind == NODE_STARRED) return false;
  for (int i = 0; i < call->as.call.keyword_count; i++)
    if (!call->as.call.keywords[i].name) return false;
  return call->as.call.positional.count + call->as.call.keyword_count < 200;
}

static void check_keywords(Unit *u, const Node *call) {
  for (int i = 0; i < call->as.call.keyword_count; i++) {
    const Keyword *keyword = &call->as.call.keywords[i];
    for (int j = 0; j < i; j++)
      if (keyword->name && call->as.call.keywords[j].name == keyword->name)
        syntax_fail(u->compiler->syntax, keyword->span, "keyword argument repeated: %s", keyword->name->data);
  }
}

/* The positional arguments as one tuple, then the named ones as one dict where there are any. */
bool compile_arguments_unpacked(Unit *u, Node *call) {
  check_keywords(u, call);
  Span span = u->span;
  NodeList positional = call->as.call.positional;
  bool starred = false;
  for (int i = 0; i < positional.count; i++) starred = starred || positional.items[i]->kind == NODE_STARRED;
  if (!starred && positional.count < 200) {
    for (int i = 0; i < positional.count; i++) compile_expression(u, positional.items[i]);
    emit(u, DO_BUILD_TUPLE, 0, positional.count, 1 - positional.count);
  } else {
    emit(u, DO_BUILD_LIST, 0, 0, 1);
    for (int i = 0; i < positional.count; i++) {
      Node *item = positional.items[i];
      bool star = item->kind == NODE_STARRED;
      compile_expression(u, star ? item->as.unary.operand : item);
      u->span = span;
      if (star) emit(u, DO_LIST_EXTEND, positional.count == 1, 0, -1);
      else emit(u, DO_LIST_APPEND, 0, 1, -1);
    }
    emit(u, DO_LIST_TO_TUPLE, 0, 0, 0);
  }
  if (!call->as.call.keyword_count) return false;
  emit(u, DO_BUILD_DICT, 0, 0, 1);
  bool merges = false;
  for (int i = 0; i < call->as.call.keyword_count; i++) {
    Keyword *keyword = &call->as.call.keywords[i];
    if (keyword->name && merges) emit(u, DO_BUILD_DICT, 0, 0, 1); /* merged like a **dict: it may have the name, too */
    if (keyword->name) emit_constant(u, py_keep(py_object(keyword->name)));
    compile_expression(u, keyword->value);
    u->span = span;
    if (keyword->name) emit(u, DO_DICT_ADD, 0, 1, -2);
    else merges = true;
    if (merges) emit(u, DO_DICT_MERGE, 0, 3, -1);
  }
  return true;
}

static int compile_positional(Unit *u, NodeList positional) {
  for (int i = 0; i < positional.count; i++) compile_expression(u, positional.items[i]);
  return positional.count;
}

/* object.name(...): no bound method is made. On a call over several lines the name's line counts. */
static void compile_method_call(Unit *u, Node *node, Node *callee) {
  const Source *source = u->compiler->syntax->source;
  Span span = node->span, load = callee->span;
  if (source_line_of(source, callee->as.attribute.name.start) != source_line_of(source, span.start))
    span.start = load.start = callee->as.attribute.name.start;
  int name = unit_name(u, callee->as.attribute.id);
  int slot = compile_local_operand(u, callee->as.attribute.object);
  if (slot < 0) compile_expression(u, callee->as.attribute.object);
  u->span = load;
  if (slot >= 0) emit(u, DO_LOAD_METHOD_LOCAL, slot, name, 2);
  else emit(u, DO_LOAD_METHOD, 0, name, 1);
  int count = compile_positional(u, node->as.call.positional);
  u->span = span;
  emit(u, DO_CALL_METHOD, count, 0, -1 - count);
}

void compile_call(Unit *u, Node *node) {
  Node *callee = node->as.call.callee;
  check_keywords(u, node);
  bool plain = is_plain(node);
  if (plain && !node->as.call.keyword_count && callee->kind == NODE_ATTRIBUTE) {
    compile_method_call(u, node, callee);
    return;
  }
  compile_expression(u, callee);
  Span span = node->span;
  if (callee->kind == NODE_ATTRIBUTE) {
    const Source *source = u->compiler->syntax->source;
    if (source_line_of(source, callee->as.attribute.name.start) != source_line_of(source, span.start))
      span.start = callee->as.attribute.name.start;
  }
  u->span = span;
  if (!plain) {
    bool named = compile_arguments_unpacked(u, node);
    u->span = span;
    emit(u, DO_CALL_UNPACKED, named, 0, named ? -2 : -1);
    return;
  }
  int count = compile_positional(u, node->as.call.positional);
  int keywords = node->as.call.keyword_count;
  if (!keywords) {
    u->span = span;
    emit(u, DO_CALL, count, 0, -count);
    return;
  }
  Value names = py_tuple(keywords);
  if (py_is_error(names)) syntax_fail_memory(u->compiler->syntax);
  for (int i = 0; i < keywords; i++)
    py_as_tuple(names)->items[i] = py_keep(py_object(node->as.call.keywords[i].name));
  int constant = unit_constant(u, names);
  for (int i = 0; i < keywords; i++) compile_expression(u, node->as.call.keywords[i].value);
  u->span = span;
  emit(u, DO_CALL_KEYWORDS, count + keywords, constant, -(count + keywords));
}
