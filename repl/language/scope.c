#include "repl/language/scope.h"
#include "repl/language/warn.h"

#include <string.h>

typedef struct Builder {
  Syntax *syntax;
  Scope *scope;
  Scope *last; /* end of the list of all scopes */
  int iterables; /* how many iterables of comprehensions are being read */
  String *class_name, *super_name, *element_name; /* "__class__", "super", ".0" */
} Builder;

static void visit(Builder *b, Node *node);
static void visit_list(Builder *b, NodeList list) {
  for (int i = 0; i < list.count; i++) visit(b, list.items[i]);
}

static unsigned bucket_of(const String *name) {
  return (unsigned)(((uintptr_t)name >> 4) ^ ((uintptr_t)name >> 9)) % SCOPE_BUCKETS;
}

Symbol *scope_find(const Scope *scope, const String *name) {
  for (Symbol *s = scope->buckets[bucket_of(name)]; s; s = s->collision)
    if (s->name == name) return s;
  return NULL;
}

static Symbol *touch(Builder *b, Scope *scope, String *name, uint8_t flags) {
  Symbol *symbol = scope_find(scope, name);
  if (!symbol) {
    symbol = syntax_alloc(b->syntax, sizeof *symbol);
    symbol->name = name;
    symbol->slot = -1;
    Symbol **bucket = &scope->buckets[bucket_of(name)];
    symbol->collision = *bucket;
    *bucket = symbol;
    if (scope->last) scope->last->next = symbol;
    else scope->first = symbol;
    scope->last = symbol;
  }
  symbol->flags |= flags;
  return symbol;
}

static Scope *enter(Builder *b, ScopeKind kind) {
  Scope *scope = syntax_alloc(b->syntax, sizeof *scope);
  scope->kind = (uint8_t)kind;
  scope->outer = b->scope;
  if (b->last) b->last->next = scope;
  b->last = b->scope = scope;
  return scope;
}

static void leave(Builder *b) { b->scope = b->scope->outer; }

static bool is_function(const Scope *scope) { return scope->kind != SCOPE_MODULE && scope->kind != SCOPE_CLASS; }

static void use(Builder *b, String *name) {
  touch(b, b->scope, name, NAME_USED);
  /* super() without arguments needs the class, which a cell of the class body holds. */
  if ((name == b->super_name || name == b->class_name) && is_function(b->scope))
    touch(b, b->scope, b->class_name, NAME_USED);
}

/* ---- Walking the tree ---- */

static void forbid_debug(Builder *b, const String *name, Span span) {
  if (strcmp(name->data, "__debug__") == 0) syntax_fail(b->syntax, span, "cannot assign to __debug__");
}

/* Binds the names of a target. */
static void bind(Builder *b, Node *node, uint8_t flags) {
  switch (node->kind) {
  case NODE_NAME:
    forbid_debug(b, node->as.name.id, node->span);
    touch(b, b->scope, node->as.name.id, (uint8_t)(NAME_BOUND | flags));
    return;
  case NODE_STARRED: bind(b, node->as.unary.operand, flags); return;
  case NODE_TUPLE: case NODE_LIST:
    for (int i = 0; i < node->as.list.items.count; i++) bind(b, node->as.list.items.items[i], flags);
    return;
  default: visit(b, node);
  }
}

static void add_parameter(Builder *b, const Node *function, String *name, Span span) {
  const Symbol *known = scope_find(b->scope, name);
  if (known && known->flags & NAME_PARAMETER)
    syntax_fail(b->syntax, span, "duplicate argument '%s' in function definition", name->data);
  forbid_debug(b, name, function->span);
  touch(b, b->scope, name, NAME_PARAMETER | NAME_BOUND);
}

static void visit_defaults(Builder *b, const Formals *formals) {
  for (int i = 0; i < formals->positional + formals->keyword_only; i++)
    if (formals->items[i].fallback) visit(b, formals->items[i].fallback);
}

static void visit_annotations(Builder *b, const Formals *formals, Node *returns) {
  if (b->syntax->future_annotations) return;
  for (int i = 0; i < formals->positional + formals->keyword_only; i++) visit(b, formals->items[i].annotation);
  visit(b, formals->rest_annotation);
  visit(b, formals->keywords_annotation);
  visit(b, returns);
}

static void enter_function(Builder *b, ScopeKind kind, const Node *function, const Formals *formals) {
  Scope *scope = enter(b, kind);
  scope->formals = formals;
  for (int i = 0; i < formals->positional + formals->keyword_only; i++)
    add_parameter(b, function, formals->items[i].name, formals->items[i].span);
  if (formals->rest) add_parameter(b, function, formals->rest, formals->rest_span);
  if (formals->keywords) add_parameter(b, function, formals->keywords, formals->keywords_span);
}

static void visit_comprehension(Builder *b, Node *node) {
  Clause *clauses = node->as.comprehension.clauses;
  b->iterables++;
  visit(b, clauses[0].iterable); /* evaluated outside */
  b->iterables--;
  Scope *scope = node->as.comprehension.scope = enter(b, SCOPE_COMPREHENSION);
  scope->generator = node->kind == NODE_GENERATOR;
  touch(b, scope, b->element_name, NAME_PARAMETER | NAME_BOUND);
  for (int i = 0; i < node->as.comprehension.count; i++) {
    b->iterables++;
    if (i) visit(b, clauses[i].iterable);
    b->iterables--;
    if (clauses[i].async) scope->coroutine = true;
    bind(b, clauses[i].target, NAME_ITERATION);
    visit_list(b, clauses[i].conditions);
  }
  visit(b, node->as.comprehension.element);
  if (node->as.comprehension.value) visit(b, node->as.comprehension.value);
  leave(b);
  if (!scope->coroutine || scope->generator) return;
  /* The scope around awaits what the comprehension does. */
  if (b->scope->kind == SCOPE_COMPREHENSION) b->scope->coroutine = true;
  else if (!b->scope->coroutine)
    syntax_fail(b->syntax, node->span, "asynchronous comprehension outside of an asynchronous function");
}

/* name := value binds in the nearest scope that is no comprehension. */
static void visit_named(Builder *b, Node *node) {
  String *name = node->as.named.id;
  Scope *owner = b->scope;
  forbid_debug(b, name, node->as.named.name);
  if (b->iterables)
    syntax_fail(b->syntax, node->span, "assignment expression cannot be used in a comprehension iterable expression");
  for (; owner->kind == SCOPE_COMPREHENSION; owner = owner->outer) {
    const Symbol *symbol = scope_find(owner, name);
    if (symbol && symbol->flags & NAME_ITERATION)
      syntax_fail(b->syntax, node->as.named.name,
                  "assignment expression cannot rebind comprehension iteration variable '%s'", name->data);
  }
  if (owner != b->scope) {
    if (owner->kind == SCOPE_CLASS)
      syntax_fail(b->syntax, node->span, "assignment expression within a comprehension cannot be used in a class body");
    bool global = owner->kind == SCOPE_MODULE;
    const Symbol *known = scope_find(owner, name);
    if (known && known->flags & NAME_GLOBAL) global = true;
    for (Scope *s = b->scope; s != owner; s = s->outer) touch(b, s, name, global ? NAME_GLOBAL : NAME_NONLOCAL);
  }
  touch(b, owner, name, NAME_BOUND);
  visit(b, node->as.named.value);
}

static void visit_declaration(Builder *b, const Node *node) {
  bool global = node->kind == NODE_GLOBAL;
  const char *word = global ? "global" : "nonlocal";
  for (int i = 0; i < node->as.names.count; i++) {
    String *name = node->as.names.ids[i];
    if (!global && b->scope->kind == SCOPE_MODULE)
      syntax_fail(b->syntax, node->span, "nonlocal declaration not allowed at module level");
    const Symbol *known = scope_find(b->scope, name);
    if (known) {
      if (known->flags & NAME_PARAMETER)
        syntax_fail(b->syntax, node->span, "name '%s' is parameter and %s", name->data, word);
      if (known->flags & (global ? NAME_NONLOCAL : NAME_GLOBAL))
        syntax_fail(b->syntax, known->declared, "name '%s' is nonlocal and global", name->data);
      if (known->flags & NAME_ANNOTATED)
        syntax_fail(b->syntax, node->span, "annotated name '%s' can't be %s", name->data, word);
      if (known->flags & NAME_USED)
        syntax_fail(b->syntax, node->span, "name '%s' is used prior to %s declaration", name->data, word);
      if (known->flags & NAME_BOUND)
        syntax_fail(b->syntax, node->span, "name '%s' is assigned to before %s declaration", name->data, word);
    }
    Symbol *symbol = touch(b, b->scope, name, global ? NAME_GLOBAL : NAME_NONLOCAL);
    if (symbol->declared.end == 0) symbol->declared = node->span;
    if (!global) continue;
    /* exec() with names of its own: what a function calls global is so in the text around it too. */
    Scope *module = b->scope;
    while (module->outer) module = module->outer;
    if (module != b->scope) touch(b, module, name, NAME_GLOBAL);
  }
}

/* `import a.b` binds a. */
static void bind_import(Builder *b, const Node *node) {
  for (int i = 0; i < node->as.import.count; i++) {
    const Alias *alias = &node->as.import.aliases[i];
    if (!alias->name) {
      if (b->scope->kind != SCOPE_MODULE)
        syntax_fail(b->syntax, alias->span, "import * only allowed at module level");
      continue;
    }
    String *name = alias->as ? alias->as : alias->name;
    const char *dot = alias->as ? NULL : strchr(name->data, '.');
    if (dot) name = py_intern_bytes(name->data, (size_t)(dot - name->data));
    if (!name) syntax_fail_memory(b->syntax);
    touch(b, b->scope, name, NAME_BOUND);
  }
}

/* x: T = value. Annotations of a function's own variables are never evaluated. */
static void visit_annotated(Builder *b, Node *node) {
  Node *target = node->as.augmented.target;
  bool simple = target->kind == NODE_NAME && !node->parenthesized;
  if (simple) {
    const Symbol *known = scope_find(b->scope, target->as.name.id);
    if (known && known->flags & (NAME_GLOBAL | NAME_NONLOCAL) && b->scope->kind != SCOPE_MODULE)
      syntax_fail(b->syntax, node->span, "annotated name '%s' can't be %s", target->as.name.id->data,
                  known->flags & NAME_GLOBAL ? "global" : "nonlocal");
  }
  visit(b, node->as.augmented.value);
  if (target->kind != NODE_NAME || simple || node->as.augmented.value)
    bind(b, target, simple ? NAME_ANNOTATED : 0);
  if (is_function(b->scope)) return;
  if (simple) b->scope->annotated = true;
  if (!b->syntax->future_annotations) visit(b, node->as.augmented.annotation);
}

static void visit_pattern(Builder *b, const Pattern *pattern) {
  if (pattern->value) visit(b, pattern->value);
  if (pattern->name) touch(b, b->scope, pattern->name, NAME_BOUND);
  for (int i = 0; i < pattern->count; i++) {
    if (pattern->parts[i].key) visit(b, pattern->parts[i].key);
    visit_pattern(b, pattern->parts[i].pattern);
  }
}

static void visit_yield(Builder *b, const Node *node) {
  if (!is_function(b->scope)) {
    syntax_fail(b->syntax, node->span, "'yield' outside function");
  }
  if (b->scope->kind == SCOPE_COMPREHENSION)
    syntax_fail(b->syntax, node->span, "'yield' inside %s",
                b->scope->generator ? "generator expression" : "list comprehension");
  if (b->scope->coroutine && node->kind == NODE_YIELD_FROM)
    syntax_fail(b->syntax, node->span, "'yield from' inside async function");
  b->scope->generator = true;
}

/* await, and the statements with `async` before them: `what` for the message. */
static void visit_await(Builder *b, Span span, const char *what) {
  if (b->scope->kind == SCOPE_COMPREHENSION) {
    b->scope->coroutine = true;
    return;
  }
  if (b->scope->coroutine) return;
  bool outside = !is_function(b->scope) && strcmp(what, "await") == 0;
  syntax_fail(b->syntax, span, "'%s' outside %sfunction", what, outside ? "" : "async ");
}

static void visit(Builder *b, Node *node) {
  if (!node) return;
  syntax_enter(b->syntax, node->span);
  switch ((NodeKind)node->kind) {
  case NODE_CONSTANT: case NODE_PASS: case NODE_BREAK: case NODE_CONTINUE: break;
  case NODE_NAME: use(b, node->as.name.id); break;
  case NODE_BINARY:
    visit(b, node->as.binary.left);
    visit(b, node->as.binary.right);
    break;
  case NODE_YIELD: case NODE_YIELD_FROM:
    visit_yield(b, node);
    visit(b, node->as.unary.operand);
    break;
  case NODE_AWAIT:
    visit_await(b, node->span, "await");
    visit(b, node->as.unary.operand);
    break;
  case NODE_RETURN:
  case NODE_UNARY: case NODE_NOT: case NODE_STARRED: case NODE_EXPRESSION: visit(b, node->as.unary.operand); break;
  case NODE_LOGICAL: case NODE_TUPLE: case NODE_LIST: case NODE_SET: case NODE_JOINED:
    visit_list(b, node->as.list.items);
    break;
  case NODE_DELETE:
    for (int i = 0; i < node->as.list.items.count; i++) {
      const Node *target = node->as.list.items.items[i];
      if (target->kind == NODE_NAME && strcmp(target->as.name.id->data, "__debug__") == 0)
        syntax_fail(b->syntax, target->span, "cannot delete __debug__");
      bind(b, node->as.list.items.items[i], 0);
    }
    break;
  case NODE_COMPARE:
    warn_about(b->syntax, node);
    visit_list(b, node->as.compare.operands);
    break;
  case NODE_CONDITIONAL:
    visit(b, node->as.conditional.test);
    visit(b, node->as.conditional.then);
    visit(b, node->as.conditional.otherwise);
    break;
  case NODE_LAMBDA:
    visit_defaults(b, &node->as.lambda.formals);
    enter_function(b, SCOPE_LAMBDA, node, &node->as.lambda.formals);
    node->as.lambda.scope = b->scope;
    visit(b, node->as.lambda.body);
    leave(b);
    break;
  case NODE_NAMED: visit_named(b, node); break;
  case NODE_CALL:
    warn_about(b->syntax, node);
    visit(b, node->as.call.callee);
    visit_list(b, node->as.call.positional);
    for (int i = 0; i < node->as.call.keyword_count; i++) {
      const Keyword *keyword = &node->as.call.keywords[i];
      if (keyword->name) forbid_debug(b, keyword->name, node->span);
      visit(b, keyword->value);
    }
    break;
  case NODE_ATTRIBUTE: visit(b, node->as.attribute.object); break;
  case NODE_SUBSCRIPT:
    warn_about(b->syntax, node);
    visit(b, node->as.subscript.object);
    visit(b, node->as.subscript.key);
    break;
  case NODE_SLICE:
    visit(b, node->as.slice.start);
    visit(b, node->as.slice.stop);
    visit(b, node->as.slice.step);
    break;
  case NODE_DICT:
    for (int i = 0; i < node->as.dict.values.count; i++) {
      visit(b, node->as.dict.keys.items[i]);
      visit(b, node->as.dict.values.items[i]);
    }
    break;
  case NODE_LIST_COMPREHENSION: case NODE_SET_COMPREHENSION: case NODE_DICT_COMPREHENSION: case NODE_GENERATOR:
    visit_comprehension(b, node);
    break;
  case NODE_FORMATTED:
    visit(b, node->as.formatted.value);
    visit(b, node->as.formatted.spec);
    break;
  case NODE_ASSIGN:
    visit(b, node->as.assign.value);
    for (int i = 0; i < node->as.assign.targets.count; i++) bind(b, node->as.assign.targets.items[i], 0);
    break;
  case NODE_AUGMENTED:
    visit(b, node->as.augmented.value);
    if (node->as.augmented.target->kind == NODE_NAME) use(b, node->as.augmented.target->as.name.id);
    bind(b, node->as.augmented.target, 0);
    break;
  case NODE_ANNOTATED: visit_annotated(b, node); break;
  case NODE_GLOBAL: case NODE_NONLOCAL: visit_declaration(b, node); break;
  case NODE_IMPORT: case NODE_IMPORT_FROM: bind_import(b, node); break;
  case NODE_RAISE: case NODE_ASSERT:
    warn_about(b->syntax, node);
    visit(b, node->as.raise.value);
    visit(b, node->as.raise.cause);
    break;
  case NODE_IF: {
    /* A chain of elifs is walked in a loop, since it may be long. */
    Node *branch = node;
    for (;;) {
      visit(b, branch->as.branch.test);
      visit_list(b, branch->as.branch.body);
      NodeList otherwise = branch->as.branch.otherwise;
      if (otherwise.count != 1 || otherwise.items[0]->kind != NODE_IF) {
        visit_list(b, otherwise);
        break;
      }
      branch = otherwise.items[0];
    }
    break;
  }
  case NODE_WHILE:
    visit(b, node->as.branch.test);
    visit_list(b, node->as.branch.body);
    visit_list(b, node->as.branch.otherwise);
    break;
  case NODE_FOR:
    if (node->async) visit_await(b, node->span, "async for");
    visit(b, node->as.loop.iterable);
    bind(b, node->as.loop.target, 0);
    visit_list(b, node->as.loop.body);
    visit_list(b, node->as.loop.otherwise);
    break;
  case NODE_TRY:
    visit_list(b, node->as.try.body);
    for (int i = 0; i < node->as.try.count; i++) {
      Handler *handler = &node->as.try.handlers[i];
      visit(b, handler->type);
      if (handler->name) touch(b, b->scope, handler->name, NAME_BOUND);
      visit_list(b, handler->body);
    }
    visit_list(b, node->as.try.otherwise);
    visit_list(b, node->as.try.finally);
    break;
  case NODE_WITH:
    if (node->async) visit_await(b, node->span, "async with");
    for (int i = 0; i < node->as.with.count; i++) {
      visit(b, node->as.with.items[i].context);
      if (node->as.with.items[i].target) bind(b, node->as.with.items[i].target, 0);
    }
    visit_list(b, node->as.with.body);
    break;
  case NODE_MATCH:
    visit(b, node->as.match.subject);
    for (int i = 0; i < node->as.match.count; i++) {
      visit_pattern(b, node->as.match.cases[i].pattern);
      visit(b, node->as.match.cases[i].guard);
      visit_list(b, node->as.match.cases[i].body);
    }
    break;
  case NODE_DEF:
    forbid_debug(b, node->as.def.id, node->span);
    touch(b, b->scope, node->as.def.id, NAME_BOUND);
    visit_list(b, node->as.def.decorators);
    visit_defaults(b, &node->as.def.formals);
    visit_annotations(b, &node->as.def.formals, node->as.def.returns);
    enter_function(b, SCOPE_FUNCTION, node, &node->as.def.formals);
    node->as.def.scope = b->scope;
    b->scope->coroutine = node->async;
    visit_list(b, node->as.def.body);
    leave(b);
    break;
  case NODE_CLASS:
    touch(b, b->scope, node->as.class.id, NAME_BOUND);
    visit_list(b, node->as.class.decorators);
    visit_list(b, node->as.class.call->as.call.positional);
    for (int i = 0; i < node->as.class.call->as.call.keyword_count; i++)
      visit(b, node->as.class.call->as.call.keywords[i].value);
    node->as.class.scope = enter(b, SCOPE_CLASS);
    visit_list(b, node->as.class.body);
    leave(b);
    break;
  }
  syntax_exit(b->syntax);
}

/* ---- Resolving ---- */

/* Finds the function outside `scope` that owns `name`, and makes the name free in every scope between. */
static bool capture(Builder *b, Scope *scope, String *name) {
  Scope *owner = scope->outer;
  for (; owner; owner = owner->outer) {
    if (owner->kind == SCOPE_CLASS && name == b->class_name) break;
    if (!is_function(owner)) continue;
    const Symbol *symbol = scope_find(owner, name);
    if (symbol && symbol->flags & NAME_BOUND && !(symbol->flags & (NAME_GLOBAL | NAME_NONLOCAL))) break;
    if (symbol && symbol->flags & NAME_GLOBAL) return false;
  }
  if (!owner) return false;
  if (owner->kind == SCOPE_CLASS) {
    owner->class_cell = true;
    touch(b, owner, name, 0)->place = PLACE_CELL;
  } else {
    scope_find(owner, name)->place = PLACE_CELL;
  }
  for (Scope *s = scope; s != owner; s = s->outer) {
    Symbol *symbol = touch(b, s, name, 0);
    /* A class body that binds the name itself keeps it in its dict; functions in it see the outer one all the same. */
    if (s->kind == SCOPE_CLASS && symbol->flags & NAME_BOUND && !(symbol->flags & NAME_NONLOCAL)) symbol->passes = true;
    else symbol->place = PLACE_FREE;
  }
  return true;
}

static void resolve(Builder *b, Scope *scope) {
  for (Symbol *s = scope->first; s; s = s->next) {
    if (s->place != PLACE_UNRESOLVED) continue;
    if (s->flags & NAME_NONLOCAL) {
      capture(b, scope, s->name); /* its absence was found before */
    } else if (scope->kind == SCOPE_MODULE || s->flags & NAME_GLOBAL) {
      bool dynamic = b->syntax->dynamic_names && scope->kind == SCOPE_MODULE && !(s->flags & NAME_GLOBAL);
      s->place = dynamic ? PLACE_CLASS : PLACE_GLOBAL;
    } else if (scope->kind == SCOPE_CLASS && s->flags & NAME_BOUND) {
      s->place = PLACE_CLASS;
    } else if (s->flags & NAME_BOUND) {
      s->place = PLACE_LOCAL;
    } else if (!capture(b, scope, s->name)) {
      s->place = scope->kind == SCOPE_CLASS ? PLACE_CLASS : PLACE_GLOBAL;
    }
  }
}

/* Slots: parameters in the order of calls, then the other locals, then what came from outside. */
static void number(Builder *b, Scope *scope) {
  const Formals *formals = scope->formals;
  if (formals) {
    for (int i = 0; i < formals->positional + formals->keyword_only; i++)
      scope_find(scope, formals->items[i].name)->slot = scope->slots++;
    if (formals->rest) scope_find(scope, formals->rest)->slot = scope->slots++;
    if (formals->keywords) scope_find(scope, formals->keywords)->slot = scope->slots++;
  }
  for (Symbol *s = scope->first; s; s = s->next) {
    if ((s->place == PLACE_LOCAL || s->place == PLACE_CELL) && s->slot < 0) s->slot = scope->slots++;
    if (s->place == PLACE_FREE || s->passes) scope->free_count++;
  }
  scope->free = syntax_alloc(b->syntax, (size_t)(scope->free_count + 1) * sizeof *scope->free);
  int at = 0;
  for (Symbol *s = scope->first; s; s = s->next) {
    if (s->place != PLACE_FREE && !s->passes) continue;
    s->slot = scope->slots++;
    scope->free[at++] = s;
  }
}

/* nonlocal x where no function around has an x. */
static void check_nonlocals(Builder *b, NodeList body, Scope *scope);
static void check_nonlocal_names(Builder *b, const Node *node, Scope *scope) {
  for (int i = 0; i < node->as.names.count; i++) {
    String *name = node->as.names.ids[i];
    bool found = false;
    for (const Scope *s = scope->outer; s && !found; s = s->outer) {
      const Symbol *symbol = is_function(s) ? scope_find(s, name) : NULL;
      found = (symbol && symbol->flags & NAME_BOUND && !(symbol->flags & NAME_GLOBAL)) ||
              (s->kind == SCOPE_CLASS && strcmp(name->data, "__class__") == 0);
    }
    if (!found) syntax_fail(b->syntax, node->span, "no binding for nonlocal '%s' found", name->data);
  }
}
static void check_nonlocals(Builder *b, NodeList body, Scope *scope) {
  for (int i = 0; i < body.count; i++) {
    Node *node = body.items[i];
    switch ((NodeKind)node->kind) {
    case NODE_NONLOCAL: check_nonlocal_names(b, node, scope); break;
    case NODE_DEF: check_nonlocals(b, node->as.def.body, node->as.def.scope); break;
    case NODE_CLASS: check_nonlocals(b, node->as.class.body, node->as.class.scope); break;
    case NODE_IF:
      for (;;) {
        check_nonlocals(b, node->as.branch.body, scope);
        NodeList otherwise = node->as.branch.otherwise;
        if (otherwise.count != 1 || otherwise.items[0]->kind != NODE_IF) break;
        node = otherwise.items[0];
      }
      check_nonlocals(b, node->as.branch.otherwise, scope);
      break;
    case NODE_WHILE:
      check_nonlocals(b, node->as.branch.body, scope);
      check_nonlocals(b, node->as.branch.otherwise, scope);
      break;
    case NODE_FOR:
      check_nonlocals(b, node->as.loop.body, scope);
      check_nonlocals(b, node->as.loop.otherwise, scope);
      break;
    case NODE_TRY:
      check_nonlocals(b, node->as.try.body, scope);
      for (int j = 0; j < node->as.try.count; j++) check_nonlocals(b, node->as.try.handlers[j].body, scope);
      check_nonlocals(b, node->as.try.otherwise, scope);
      check_nonlocals(b, node->as.try.finally, scope);
      break;
    case NODE_WITH: check_nonlocals(b, node->as.with.body, scope); break;
    case NODE_MATCH:
      for (int j = 0; j < node->as.match.count; j++) check_nonlocals(b, node->as.match.cases[j].body, scope);
      break;
    default: break;
    }
  }
}

Scope *scope_build(Syntax *syntax, NodeList body) {
  Builder b = {.syntax = syntax, .class_name = py_intern("__class__"), .super_name = py_intern("super"),
               .element_name = py_intern(".0")};
  if (!b.class_name || !b.super_name || !b.element_name) syntax_fail_memory(syntax);
  Scope *module = enter(&b, SCOPE_MODULE);
  visit_list(&b, body);
  check_nonlocals(&b, body, module);
  for (Scope *s = module; s; s = s->next) resolve(&b, s);
  for (Scope *s = module; s; s = s->next) number(&b, s);
  return module;
}
