#include "repl/language/warn.h"

#include "repl/language/language.h"
#include "repl/types/protocol.h"

/* Gives the warning for the place, through the module warnings: the program may filter it or take it for an error. */
static void warn(Syntax *syntax, Span span, Value text) {
  if (py_is_error(text)) syntax_fail_memory(syntax);
  if (!lang_import) {
    py_drop(text);
    return;
  }
  const Source *source = syntax->source;
  Value module = lang_import("warnings");
  const Value arguments[] = {text, py_type_value(&py_SyntaxWarning), py_object(source->file),
                             py_int(source_line_of(source, span.start))};
  Value done = py_is_error(module) ? PY_ERROR : py_call_method(module, "warn_explicit", arguments, 4);
  py_drop(module);
  py_drop(arguments[1]);
  if (py_is_error(done)) {
    bool turned = py_pending_is(&py_SyntaxWarning);
    py_clear_pending();
    if (turned) syntax_fail(syntax, span, "%s", py_as_string(text)->data);
  }
  py_drop(done);
  py_drop(text);
}

/* The type that an expression certainly has, by its name; NULL where that is not known. */
static const char *type_of(const Node *node) {
  switch ((NodeKind)node->kind) {
  case NODE_TUPLE: return "tuple";
  case NODE_LIST: case NODE_LIST_COMPREHENSION: return "list";
  case NODE_DICT: case NODE_DICT_COMPREHENSION: return "dict";
  case NODE_SET: case NODE_SET_COMPREHENSION: return "set";
  case NODE_GENERATOR: return "generator";
  case NODE_LAMBDA: return "function";
  case NODE_JOINED: return "str";
  case NODE_CONSTANT: break;
  default: return NULL;
  }
  switch ((ConstantKind)node->op) {
  case CONSTANT_NONE: return "NoneType";
  case CONSTANT_TRUE: case CONSTANT_FALSE: return "bool";
  case CONSTANT_ELLIPSIS: return "ellipsis";
  case CONSTANT_INT: case CONSTANT_BIG_INT: return "int";
  case CONSTANT_FLOAT: return "float";
  case CONSTANT_IMAGINARY: return "complex";
  case CONSTANT_STRING: return "str";
  case CONSTANT_BYTES: return "bytes";
  }
  return NULL;
}

/* A number or text, or a tuple of such: which object it is nobody knows. None, True, False and ... are only one each. */
static bool is_literal(const Node *node) {
  if (node->kind == NODE_TUPLE) {
    for (int i = 0; i < node->as.list.items.count; i++) {
      const Node *item = node->as.list.items.items[i];
      if (item->kind != NODE_CONSTANT && !is_literal(item)) return false;
    }
    return true;
  }
  return node->kind == NODE_CONSTANT && node->op >= CONSTANT_INT;
}

static void warn_identity(Syntax *syntax, const Node *node) {
  NodeList operands = node->as.compare.operands;
  for (int i = 0; i + 1 < operands.count; i++) {
    uint8_t op = node->as.compare.ops[i];
    if (op != COMPARE_IS && op != COMPARE_IS_NOT) continue;
    if (!is_literal(operands.items[i]) && !is_literal(operands.items[i + 1])) continue;
    warn(syntax, node->span, py_text(op == COMPARE_IS ? "\"is\" with a literal. Did you mean \"==\"?"
                                                      : "\"is not\" with a literal. Did you mean \"!=\"?"));
    return;
  }
}

static void warn_call(Syntax *syntax, const Node *node) {
  const Node *callee = node->as.call.callee;
  const char *type = callee->kind == NODE_LAMBDA ? NULL : type_of(callee);
  if (type)
    warn(syntax, node->span, py_textf("'%s' object is not callable; perhaps you missed a comma?", type));
}

static void warn_subscript(Syntax *syntax, const Node *node) {
  const Node *object = node->as.subscript.object, *key = node->as.subscript.key;
  const char *type = type_of(object), *index = type_of(key);
  if (!type || object->kind == NODE_DICT || object->kind == NODE_DICT_COMPREHENSION) return;
  bool indexed = object->kind == NODE_TUPLE || object->kind == NODE_LIST || object->kind == NODE_LIST_COMPREHENSION ||
                 object->kind == NODE_JOINED ||
                 (object->kind == NODE_CONSTANT && (object->op == CONSTANT_STRING || object->op == CONSTANT_BYTES));
  if (!indexed) {
    if (object->kind == NODE_CONSTANT && (object->op == CONSTANT_TRUE || object->op == CONSTANT_FALSE)) type = "bool";
    warn(syntax, node->span, py_textf("'%s' object is not subscriptable; perhaps you missed a comma?", type));
    return;
  }
  bool whole = key->kind == NODE_CONSTANT && (key->op == CONSTANT_INT || key->op == CONSTANT_BIG_INT ||
                                              key->op == CONSTANT_TRUE || key->op == CONSTANT_FALSE);
  if (index && !whole)
    warn(syntax, node->span, py_textf("%s indices must be integers or slices, not %s; perhaps you missed a comma?",
                                      type, index));
}

void warn_about(Syntax *syntax, const Node *node) {
  switch ((NodeKind)node->kind) {
  case NODE_COMPARE: warn_identity(syntax, node); break;
  case NODE_CALL: warn_call(syntax, node); break;
  case NODE_SUBSCRIPT: warn_subscript(syntax, node); break;
  case NODE_ASSERT:
    if (node->as.raise.value->kind == NODE_TUPLE && node->as.raise.value->as.list.items.count)
      warn(syntax, node->span, py_text("assertion is always true, perhaps remove parentheses?"));
    break;
  default: break;
  }
}
