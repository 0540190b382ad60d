/* Functions, lambdas, comprehensions and classes: each a code of its own. */
#include "repl/language/compiler.h"

static String *name_of(Unit *u, const char *text) {
  String *name = py_intern(text);
  if (!name) syntax_fail_memory(u->compiler->syntax);
  return name;
}

/* Cells are made as the first thing a code does; a parameter that is one moves into its cell. */
static void make_cells(Unit *u) {
  for (Symbol *s = u->scope->first; s; s = s->next)
    if (s->place == PLACE_CELL) emit(u, DO_MAKE_CELL, 0, s->slot, 0);
}

static void set_parameters(Unit *u, const Formals *formals) {
  Code *code = u->code;
  code->positional_only = formals->positional_only;
  code->positional = formals->positional;
  code->keyword_only = formals->keyword_only;
  int slot = formals->positional + formals->keyword_only;
  if (formals->rest) code->rest = slot++;
  if (formals->keywords) code->keywords = slot;
  code->simple = !formals->keyword_only && !formals->rest && !formals->keywords && lang_call_observer == NULL;
}

/* A function, or what makes generators or coroutines, as its scope says. */
static void set_kind(Unit *u) {
  bool generator = u->scope->generator, coroutine = u->scope->coroutine;
  u->code->kind = generator || coroutine ? CODE_GENERATOR : CODE_FUNCTION;
  u->code->makes = coroutine ? generator ? ASYNC_GENERATOR : COROUTINE : PLAIN_GENERATOR;
}

/* Defaults on the stack; returns which FUNCTION_ flags they are. */
static int compile_defaults(Unit *u, const Formals *formals) {
  int flags = 0, count = 0;
  for (int i = 0; i < formals->positional; i++) {
    if (!formals->items[i].fallback) continue;
    compile_expression(u, formals->items[i].fallback);
    count++;
  }
  if (count) {
    emit(u, DO_BUILD_TUPLE, 0, count, 1 - count);
    flags |= FUNCTION_DEFAULTS;
  }
  count = 0;
  for (int i = formals->positional; i < formals->positional + formals->keyword_only; i++) {
    if (!formals->items[i].fallback) continue;
    emit_constant(u, py_keep(py_object(formals->items[i].name)));
    compile_expression(u, formals->items[i].fallback);
    count++;
  }
  if (count) {
    emit(u, DO_BUILD_DICT, 0, count, 1 - 2 * count);
    flags |= FUNCTION_KEYWORD_DEFAULTS;
  }
  return flags;
}

/* An annotation's value, or its text where annotations are kept as text. */
void compile_annotation(Unit *u, Node *node) {
  Syntax *syntax = u->compiler->syntax;
  if (!syntax->future_annotations) {
    compile_expression(u, node);
    return;
  }
  Text text = {0};
  ast_unparse(&text, node, syntax->source);
  emit_constant(u, py_text_take(&text));
}

static int add_annotation(Unit *u, String *name, Node *annotation) {
  if (!annotation) return 0;
  emit_constant(u, py_keep(py_object(name)));
  compile_annotation(u, annotation);
  return 1;
}

/* The dict of annotations on the stack, or nothing where there are none; returns the FUNCTION_ flag. */
static int compile_annotations(Unit *u, const Formals *formals, Node *returns) {
  int count = 0;
  for (int i = formals->positional_only; i < formals->positional; i++)
    count += add_annotation(u, formals->items[i].name, formals->items[i].annotation);
  for (int i = 0; i < formals->positional_only; i++)
    count += add_annotation(u, formals->items[i].name, formals->items[i].annotation);
  count += add_annotation(u, formals->rest, formals->rest_annotation);
  for (int i = formals->positional; i < formals->positional + formals->keyword_only; i++)
    count += add_annotation(u, formals->items[i].name, formals->items[i].annotation);
  count += add_annotation(u, formals->keywords, formals->keywords_annotation);
  count += add_annotation(u, name_of(u, "return"), returns);
  if (!count) return 0;
  emit(u, DO_BUILD_DICT, 0, count, 1 - 2 * count);
  return FUNCTION_ANNOTATIONS;
}

/* The closure and the function itself, after its defaults. Takes the code over. */
static void emit_function(Unit *u, Code *code, const Scope *scope, int flags) {
  int child = unit_child(u, code);
  int pushed = (flags & FUNCTION_DEFAULTS ? 1 : 0) + (flags & FUNCTION_KEYWORD_DEFAULTS ? 1 : 0) +
               (flags & FUNCTION_ANNOTATIONS ? 1 : 0);
  if (scope->free_count) {
    for (int i = 0; i < scope->free_count; i++)
      emit(u, DO_LOAD_CLOSURE, 0, scope_find(u->scope, scope->free[i]->name)->slot, 1);
    emit(u, DO_BUILD_TUPLE, 0, scope->free_count, 1 - scope->free_count);
    flags |= FUNCTION_CLOSURE;
    pushed++;
  }
  emit(u, DO_MAKE_FUNCTION, flags, child, 1 - pushed);
}

void compile_lambda(Unit *u, Node *node) {
  int flags = compile_defaults(u, &node->as.lambda.formals);
  Unit *inner = unit_open(u->compiler, node->as.lambda.scope, name_of(u, "<lambda>"), node->span);
  set_kind(inner);
  set_parameters(inner, &node->as.lambda.formals);
  make_cells(inner);
  compile_expression(inner, node->as.lambda.body);
  inner->span = node->as.lambda.body->span;
  emit(inner, DO_RETURN, 0, 0, -1);
  emit_function(u, unit_close(inner), node->as.lambda.scope, flags);
}

static void compile_clauses(Unit *u, Node *node, int index, int below);

/* `async for` of a comprehension, its iterable (the first one: its asynchronous iterator) on the stack. */
static void compile_async_clause(Unit *u, Node *node, int index, int below) {
  Clause *clause = &node->as.comprehension.clauses[index];
  Label next = LABEL_NEW;
  compile_async_state(u, index == 0);
  bind_label(u, &next);
  Label *exhausted = compile_async_next(u);
  compile_store(u, clause->target);
  for (int i = 0; i < clause->conditions.count; i++) compile_branch(u, clause->conditions.items[i], false, &next);
  compile_clauses(u, node, index + 1, below + 3);
  emit_jump(u, DO_JUMP_BACK, 0, &next, 0);
  compile_async_end(u, exhausted);
}

/* The loops of a comprehension; the container, unless it is a generator, lies `below` values under the loops' own. */
static void compile_clauses(Unit *u, Node *node, int index, int below) {
  if (index == node->as.comprehension.count) {
    Node *element = node->as.comprehension.element, *value = node->as.comprehension.value;
    compile_expression(u, element);
    switch (node->kind) {
    case NODE_GENERATOR:
      u->span = element->span;
      if (u->scope->coroutine) emit(u, DO_WRAP_YIELDED, 0, 0, 0);
      emit(u, DO_YIELD, 0, 0, 0);
      emit(u, DO_POP, 0, 0, -1);
      break;
    case NODE_LIST_COMPREHENSION: emit(u, DO_LIST_APPEND, 0, below + 1, -1); break;
    case NODE_SET_COMPREHENSION: emit(u, DO_SET_ADD, 0, below + 1, -1); break;
    default:
      compile_expression(u, value);
      emit(u, DO_DICT_ADD, 0, below + 1, -2);
    }
    return;
  }
  Clause *clause = &node->as.comprehension.clauses[index];
  u->span = node->span;
  if (index == 0) emit(u, DO_LOAD_LOCAL, 0, 0, 1);
  else compile_expression(u, clause->iterable);
  u->span = node->span;
  if (clause->async) {
    compile_async_clause(u, node, index, below);
    return;
  }
  emit(u, DO_FOR_PREPARE, 0, 0, 2);
  Label next = LABEL_NEW, end = LABEL_NEW;
  bind_label(u, &next);
  int slot = compile_local_operand(u, clause->target);
  u->span = node->span;
  emit_jump(u, DO_FOR_NEXT, slot >= 0 ? slot : DEST_PUSH, &end, slot >= 0 ? 0 : 1);
  if (slot < 0) compile_store(u, clause->target);
  for (int i = 0; i < clause->conditions.count; i++) compile_branch(u, clause->conditions.items[i], false, &next);
  compile_clauses(u, node, index + 1, below + 3);
  emit_jump(u, DO_JUMP_BACK, 0, &next, 0);
  bind_label(u, &end);
  u->depth -= 3;
}

void compile_comprehension(Unit *u, Node *node) {
  static const char *const names[] = {"<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>"};
  Scope *scope = node->as.comprehension.scope;
  Unit *inner = unit_open(u->compiler, scope, name_of(u, names[node->kind - NODE_LIST_COMPREHENSION]), node->span);
  Code *code = inner->code;
  set_kind(inner);
  code->positional = code->positional_only = 1;
  code->simple = true;
  make_cells(inner);
  switch (node->kind) {
  case NODE_LIST_COMPREHENSION: emit(inner, DO_BUILD_LIST, 0, 0, 1); break;
  case NODE_SET_COMPREHENSION: emit(inner, DO_BUILD_SET, 0, 0, 1); break;
  case NODE_DICT_COMPREHENSION: emit(inner, DO_BUILD_DICT, 0, 0, 1); break;
  default: break;
  }
  compile_clauses(inner, node, 0, 0);
  inner->span = node->span;
  if (node->kind == NODE_GENERATOR) emit_constant(inner, PY_NONE);
  emit(inner, DO_RETURN, 0, 0, -1);
  emit_function(u, unit_close(inner), scope, 0);
  compile_expression(u, node->as.comprehension.clauses[0].iterable);
  u->span = node->span;
  emit(u, node->as.comprehension.clauses[0].async ? DO_GET_ASYNC_ITER : DO_GET_ITER, 0, 0, 0);
  u->span = node->span;
  emit(u, DO_CALL, 1, 0, -1);
  if (scope->coroutine && !scope->generator) compile_await(u, AWAIT_EXPRESSION);
}

/* A docstring leaves the body: it becomes the code's doc. Returns how many statements it takes (0 or 1). */
static int take_docstring(Unit *u, Unit *inner, NodeList body) {
  if (!body.count || body.items[0]->kind != NODE_EXPRESSION) return 0;
  const Node *text = body.items[0]->as.unary.operand;
  if (text->kind != NODE_CONSTANT || text->op != CONSTANT_STRING) return 0;
  Value doc = compile_constant_value(u, text);
  if (py_is_error(doc)) syntax_fail_memory(u->compiler->syntax);
  inner->code->doc = doc;
  return 1;
}

static void compile_rest(Unit *u, NodeList body, int from) {
  for (int i = from; i < body.count; i++) compile_statement(u, body.items[i]);
}

static void compile_decorators(Unit *u, NodeList decorators) {
  for (int i = 0; i < decorators.count; i++) compile_expression(u, decorators.items[i]);
}
static void apply_decorators(Unit *u, NodeList decorators) {
  for (int i = decorators.count - 1; i >= 0; i--) {
    u->span = decorators.items[i]->span;
    emit(u, DO_CALL, 1, 0, -1);
  }
}

void compile_def(Unit *u, Node *node) {
  compile_decorators(u, node->as.def.decorators);
  u->span = node->span;
  int flags = compile_defaults(u, &node->as.def.formals);
  flags |= compile_annotations(u, &node->as.def.formals, node->as.def.returns);
  u->span = node->span;
  Unit *inner = unit_open(u->compiler, node->as.def.scope, node->as.def.id, node->span);
  set_kind(inner);
  set_parameters(inner, &node->as.def.formals);
  make_cells(inner);
  compile_rest(inner, node->as.def.body, take_docstring(u, inner, node->as.def.body));
  emit_constant(inner, PY_NONE);
  emit(inner, DO_RETURN, 0, 0, -1);
  emit_function(u, unit_close(inner), node->as.def.scope, flags);
  apply_decorators(u, node->as.def.decorators);
  compile_store_name(u, node->as.def.id);
}

/* Stores a constant under a name of the class body's dict. */
static void store_in_class(Unit *u, const char *name, Value value) {
  emit_constant(u, value);
  emit(u, DO_STORE_NAME, 0, unit_name(u, name_of(u, name)), -1);
}

void compile_class(Unit *u, Node *node) {
  compile_decorators(u, node->as.class.decorators);
  u->span = node->span;
  Scope *scope = node->as.class.scope;
  Unit *inner = unit_open(u->compiler, scope, node->as.class.id, node->span);
  inner->code->kind = CODE_CLASS;
  make_cells(inner);
  emit(inner, DO_LOAD_GLOBAL, 0, unit_name(inner, name_of(u, "__name__")), 1);
  emit(inner, DO_STORE_NAME, 0, unit_name(inner, name_of(u, "__module__")), -1);
  store_in_class(inner, "__qualname__", py_keep(py_object(inner->code->qualified_name)));
  int first = take_docstring(u, inner, node->as.class.body);
  if (first) store_in_class(inner, "__doc__", py_keep(inner->code->doc));
  if (scope->annotated) emit(inner, DO_SETUP_ANNOTATIONS, 0, 0, 0);
  compile_rest(inner, node->as.class.body, first);
  /* The body returns the cell of __class__, which the class is put into. */
  if (scope->class_cell) emit(inner, DO_LOAD_CLOSURE, 0, scope_find(scope, name_of(u, "__class__"))->slot, 1);
  else emit_constant(inner, PY_NONE);
  emit(inner, DO_RETURN, 0, 0, -1);
  emit_function(u, unit_close(inner), scope, 0);
  bool keywords = compile_arguments_unpacked(u, node->as.class.call);
  u->span = node->span;
  int name = unit_constant(u, py_keep(py_object(node->as.class.id)));
  emit(u, DO_BUILD_CLASS, keywords, name, keywords ? -2 : -1);
  apply_decorators(u, node->as.class.decorators);
  compile_store_name(u, node->as.class.id);
}
