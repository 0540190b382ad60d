/* Statements without a block. */
#include "repl/language/compiler.h"

#include <string.h>

void compile_body(Unit *u, NodeList body) {
  for (int i = 0; i < body.count; i++) compile_statement(u, body.items[i]);
}

/* target op= value: the target's parts are evaluated once. */
static void compile_augmented(Unit *u, Node *node) {
  Node *target = node->as.augmented.target, *value = node->as.augmented.value;
  BinaryOp op = (BinaryOp)node->op;
  switch (target->kind) {
  case NODE_NAME:
    u->span = node->span;
    compile_binary(u, op, true, target, value);
    compile_store_name(u, target->as.name.id);
    break;
  case NODE_ATTRIBUTE: {
    int name = unit_name(u, target->as.attribute.id);
    int object = u->compiler->syntax->walrus ? -1 : compile_local_operand(u, target->as.attribute.object);
    if (object >= 0) { /* the object waits in its slot */
      u->span = target->span;
      emit(u, DO_LOAD_ATTR_LOCAL, object, name, 1);
      u->span = node->span;
      compile_binary(u, op, true, NULL, value);
      u->span = target->span;
      compile_expression(u, target->as.attribute.object);
      emit(u, DO_STORE_ATTR, 0, name, -2);
      break;
    }
    compile_expression(u, target->as.attribute.object);
    u->span = target->span;
    emit(u, DO_DUP, 0, 0, 1);
    emit(u, DO_LOAD_ATTR, 0, name, 0);
    u->span = node->span;
    compile_binary(u, op, true, NULL, value);
    u->span = target->span;
    emit(u, DO_SWAP, 0, 0, 0);
    emit(u, DO_STORE_ATTR, 0, name, -2);
    break;
  }
  default: {
    bool waits = !u->compiler->syntax->walrus;
    int object = waits ? compile_local_operand(u, target->as.subscript.object) : -1;
    int local = object >= 0 ? compile_local_operand(u, target->as.subscript.key) : -1;
    int constant = object >= 0 && local < 0 ? compile_constant_operand(u, target->as.subscript.key) : -1;
    if (local >= 0 || constant >= 0) { /* the object and its key wait in their slots */
      u->span = target->span;
      emit_operands(u, local >= 0 ? DO_SUBSCRIPT_LL : DO_SUBSCRIPT_LC, DEST_PUSH, object,
                    local >= 0 ? local : constant, 1);
      u->span = node->span;
      compile_binary(u, op, true, NULL, value);
      u->span = target->span;
      compile_store(u, target);
      break;
    }
    compile_expression(u, target->as.subscript.object);
    compile_expression(u, target->as.subscript.key);
    u->span = target->span;
    emit(u, DO_DUP_TWO, 0, 0, 2);
    emit_operands(u, DO_SUBSCRIPT_SS, DEST_PUSH, 0, 0, -1);
    u->span = node->span;
    compile_binary(u, op, true, NULL, value);
    u->span = target->span;
    emit(u, DO_ROT_THREE, 0, 0, 0);
    emit(u, DO_STORE_SUBSCRIPT, 0, 0, -3);
  }
  }
}

static void compile_assign(Unit *u, Node *node) {
  NodeList targets = node->as.assign.targets;
  Node *value = node->as.assign.value;
  /* a, b = c, d: no tuple is made. */
  Node *target = targets.items[0];
  if (targets.count == 1 && (target->kind == NODE_TUPLE || target->kind == NODE_LIST) && value->kind == NODE_TUPLE &&
      target->as.list.items.count == value->as.list.items.count && value->as.list.items.count == 2) {
    NodeList to = target->as.list.items, from = value->as.list.items;
    bool starred = false;
    for (int i = 0; i < 2; i++)
      starred = starred || to.items[i]->kind == NODE_STARRED || from.items[i]->kind == NODE_STARRED;
    if (!starred) {
      compile_expression(u, from.items[0]);
      compile_expression(u, from.items[1]);
      u->last_label = u->code->count; /* the second value must not go to its target before the swap */
      emit(u, DO_SWAP, 0, 0, 0);
      compile_store(u, to.items[0]);
      compile_store(u, to.items[1]);
      return;
    }
  }
  compile_expression(u, value);
  for (int i = 0; i < targets.count; i++) {
    if (i < targets.count - 1) emit(u, DO_DUP, 0, 0, 1);
    compile_store(u, targets.items[i]);
  }
}

/* x: int = 1. The annotation comes last, and only in a module or class body. */
static void compile_annotated(Unit *u, Node *node) {
  Node *target = node->as.augmented.target;
  if (node->as.augmented.value) {
    compile_expression(u, node->as.augmented.value);
    compile_store(u, target);
  } else if (target->kind == NODE_ATTRIBUTE) {
    compile_expression(u, target->as.attribute.object);
    emit(u, DO_POP, 0, 0, -1);
  } else if (target->kind == NODE_SUBSCRIPT) {
    compile_expression(u, target->as.subscript.object);
    emit(u, DO_POP, 0, 0, -1);
    compile_expression(u, target->as.subscript.key);
    emit(u, DO_POP, 0, 0, -1);
  }
  if (u->scope->kind != SCOPE_MODULE && u->scope->kind != SCOPE_CLASS) return;
  if (target->kind == NODE_NAME && !node->parenthesized) {
    compile_annotation(u, node->as.augmented.annotation);
    u->span = node->span;
    emit(u, DO_STORE_ANNOTATION, 0, unit_constant(u, py_keep(py_object(target->as.name.id))), -1);
  } else if (!u->compiler->syntax->future_annotations) {
    compile_expression(u, node->as.augmented.annotation);
    emit(u, DO_POP, 0, 0, -1);
  }
}

static void compile_import(Unit *u, Node *node) {
  for (int i = 0; i < node->as.import.count; i++) {
    const Alias *alias = &node->as.import.aliases[i];
    /* `import a.b` binds a; `import a.b as c` binds a.b. */
    emit(u, DO_IMPORT, alias->as != NULL, unit_name(u, alias->name), 1);
    String *name = alias->as ? alias->as : alias->name;
    const char *dot = alias->as ? NULL : strchr(name->data, '.');
    if (dot) name = py_intern_bytes(name->data, (size_t)(dot - name->data));
    compile_store_name(u, name);
  }
}

static void compile_from(Unit *u, Node *node) {
  if (node->as.import.level) {
    String *module = node->as.import.module ? node->as.import.module : py_intern("");
    if (!module) syntax_fail_memory(u->compiler->syntax);
    emit(u, DO_IMPORT_RELATIVE, node->as.import.level, unit_name(u, module), 1);
  } else if (strcmp(node->as.import.module->data, "__future__") == 0) {
    /* All of Python 3.11's features are on; names that are none are errors. */
    static const char *const features[] = {"annotations", "division", "print_function", "absolute_import",
                                           "unicode_literals", "with_statement", "generators", "nested_scopes",
                                           "generator_stop", "barry_as_FLUFL"};
    for (int i = 0; i < node->as.import.count; i++) {
      const char *name = node->as.import.star ? "*" : node->as.import.aliases[i].name->data;
      bool known = false;
      for (size_t j = 0; j < sizeof features / sizeof *features; j++) known = known || strcmp(features[j], name) == 0;
      if (strcmp(name, "braces") == 0) syntax_fail(u->compiler->syntax, node->span, "not a chance");
      if (!known) syntax_fail(u->compiler->syntax, node->span, "future feature %s is not defined", name);
    }
    return;
  } else {
    emit(u, DO_IMPORT, 1, unit_name(u, node->as.import.module), 1);
  }
  if (node->as.import.star) {
    emit(u, DO_IMPORT_STAR, 0, 0, -1);
    return;
  }
  for (int i = 0; i < node->as.import.count; i++) {
    const Alias *alias = &node->as.import.aliases[i];
    emit(u, DO_IMPORT_FROM, 0, unit_name(u, alias->name), 1);
    compile_store_name(u, alias->as ? alias->as : alias->name);
  }
  emit(u, DO_POP, 0, 0, -1);
}

static void compile_assert(Unit *u, Node *node) {
  Label fine = LABEL_NEW;
  compile_branch(u, node->as.raise.value, true, &fine);
  if (node->as.raise.cause) compile_expression(u, node->as.raise.cause);
  u->span = node->as.raise.value->span;
  emit(u, DO_ASSERT_FAIL, node->as.raise.cause != NULL, 0, node->as.raise.cause ? -1 : 0);
  bind_label(u, &fine);
}

/* Whether a bare expression's value goes to the echo hook. */
static bool is_echoed(const Unit *u, const Node *node) {
  if (u->scope->kind != SCOPE_MODULE) return false;
  if (u->compiler->mode == LANG_INTERACTIVE) return true;
  if (u->compiler->mode != LANG_CELL || node != u->compiler->last) return false;
  const char *after = u->compiler->syntax->source->text + node->span.end;
  while (*after == ' ' || *after == '\t') after++;
  return *after != ';';
}

void compile_statement(Unit *u, Node *node) {
  syntax_enter(u->compiler->syntax, node->span);
  u->span = node->span;
  switch ((NodeKind)node->kind) {
  case NODE_EXPRESSION: {
    const Node *value = node->as.unary.operand;
    bool echo = is_echoed(u, node);
    if (!echo && value->kind == NODE_CONSTANT) break; /* docstrings, `...` */
    compile_expression(u, node->as.unary.operand);
    emit(u, echo ? DO_ECHO : DO_POP, 0, 0, -1);
    break;
  }
  case NODE_ASSIGN: compile_assign(u, node); break;
  case NODE_AUGMENTED: compile_augmented(u, node); break;
  case NODE_ANNOTATED: compile_annotated(u, node); break;
  case NODE_RETURN: compile_return(u, node); break;
  case NODE_DELETE:
    for (int i = 0; i < node->as.list.items.count; i++) compile_delete(u, node->as.list.items.items[i]);
    break;
  case NODE_PASS: case NODE_GLOBAL: case NODE_NONLOCAL: break;
  case NODE_IMPORT: compile_import(u, node); break;
  case NODE_IMPORT_FROM: compile_from(u, node); break;
  case NODE_RAISE: {
    int count = (node->as.raise.value != NULL) + (node->as.raise.cause != NULL);
    if (node->as.raise.value) compile_expression(u, node->as.raise.value);
    if (node->as.raise.cause) compile_expression(u, node->as.raise.cause);
    u->span = node->span;
    emit(u, DO_RAISE, count, 0, -count);
    break;
  }
  case NODE_ASSERT: compile_assert(u, node); break;
  case NODE_DEF: compile_def(u, node); break;
  case NODE_CLASS: compile_class(u, node); break;
  default: compile_control(u, node); break;
  }
  syntax_exit(u->compiler->syntax);
}
