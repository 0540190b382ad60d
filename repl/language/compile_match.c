/* match: each case's pattern becomes a constant that the machine walks (vm_match.c); the values, keys and classes that
 * it names are evaluated before. */
#include "repl/language/compiler.h"

#include <stdio.h>
#include <string.h>

#include "repl/types/protocol.h"

typedef struct PatternNames {
  String **items; /* in the syntax tree's memory */
  int count, capacity;
} PatternNames;

typedef struct PatternBuilder {
  Unit *u;
  PatternNames names; /* that the pattern binds */
  int values;         /* on the stack */
} PatternBuilder;

static Value build(PatternBuilder *b, const Pattern *pattern);

static int index_of(const PatternNames *names, const String *name) {
  for (int i = 0; i < names->count; i++)
    if (names->items[i] == name) return i;
  return -1;
}

static void add_name(Syntax *syntax, PatternNames *names, String *name) {
  if (names->count == names->capacity) {
    names->capacity = names->capacity ? names->capacity * 2 : 8;
    String **items = syntax_alloc(syntax, (size_t)names->capacity * sizeof *items);
    if (names->count) memcpy(items, names->items, (size_t)names->count * sizeof *items);
    names->items = items;
  }
  names->items[names->count++] = name;
}

static int bind_name(PatternBuilder *b, String *name) {
  int at = index_of(&b->names, name);
  if (at >= 0) return at;
  add_name(b->u->compiler->syntax, &b->names, name);
  return b->names.count - 1;
}

/* The names that a pattern binds: twice is an error, but in alternatives, which must bind the same ones. */
static void collect(Unit *u, const Pattern *pattern, PatternNames *names) {
  Syntax *syntax = u->compiler->syntax;
  if (pattern->kind == PATTERN_OR) {
    PatternNames first = {.count = -1};
    for (int i = 0; i < pattern->count; i++) {
      PatternNames own = {.count = 0};
      collect(u, pattern->parts[i].pattern, &own);
      if (first.count < 0) first = own;
      bool same = own.count == first.count;
      for (int j = 0; same && j < own.count; j++) same = index_of(&first, own.items[j]) >= 0;
      if (!same) syntax_fail(syntax, pattern->parts[i].pattern->span, "alternative patterns bind different names");
    }
    for (int i = 0; i < first.count; i++) {
      if (index_of(names, first.items[i]) >= 0)
        syntax_fail(syntax, pattern->span, "multiple assignments to name '%s' in pattern", first.items[i]->data);
      add_name(syntax, names, first.items[i]);
    }
    return;
  }
  for (int i = 0; i < pattern->count; i++) collect(u, pattern->parts[i].pattern, names);
  if (!pattern->name) return;
  if (index_of(names, pattern->name) >= 0)
    syntax_fail(syntax, pattern->span, "multiple assignments to name '%s' in pattern", pattern->name->data);
  add_name(syntax, names, pattern->name);
}

static int push_value(PatternBuilder *b, Node *value) {
  compile_expression(b->u, value);
  return b->values++;
}

/* A list that becomes a tuple: kind, numbers, parts. */
static void add(PatternBuilder *b, Value list, Value item) {
  if (!py_list_append_steal(py_as_list(list), item)) {
    py_drop(list);
    syntax_fail_memory(b->u->compiler->syntax);
  }
}

/* Two keys that are the same constant. */
static void check_keys(PatternBuilder *b, const Pattern *pattern) {
  for (int i = 1; i < pattern->count; i++)
    for (int j = 0; j < i; j++) {
      const Node *one = pattern->parts[i].key, *other = pattern->parts[j].key;
      if (one->kind != NODE_CONSTANT || other->kind != NODE_CONSTANT) continue;
      Value x = compile_constant_value(b->u, one), y = compile_constant_value(b->u, other);
      bool same = py_equal(x, y) > 0;
      Text repr = {0};
      if (same) py_repr_to(&repr, x);
      char text[200];
      snprintf(text, sizeof text, "%s", text_string(&repr));
      text_free(&repr);
      py_drop(x);
      py_drop(y);
      if (same)
        syntax_fail(b->u->compiler->syntax, pattern->span, "mapping pattern checks duplicate key (%s)", text);
    }
}

static Value build(PatternBuilder *b, const Pattern *pattern) {
  syntax_enter(b->u->compiler->syntax, pattern->span);
  Value list = py_list(4);
  if (py_is_error(list)) syntax_fail_memory(b->u->compiler->syntax);
  add(b, list, py_int(pattern->kind));
  switch ((PatternKind)pattern->kind) {
  case PATTERN_VALUE: add(b, list, py_int(push_value(b, pattern->value))); break;
  case PATTERN_SINGLETON: add(b, list, compile_constant_value(b->u, pattern->value)); break;
  case PATTERN_CAPTURE:
  case PATTERN_AS:
    add(b, list, py_int(pattern->name ? bind_name(b, pattern->name) : -1));
    break;
  case PATTERN_OR: break;
  case PATTERN_SEQUENCE: add(b, list, py_int(pattern->star)); break;
  case PATTERN_MAPPING:
    add(b, list, py_int(pattern->has_rest ? bind_name(b, pattern->name) : -1));
    check_keys(b, pattern);
    for (int i = 0; i < pattern->count; i++) add(b, list, py_int(push_value(b, pattern->parts[i].key)));
    break;
  case PATTERN_CLASS:
    add(b, list, py_int(push_value(b, pattern->value)));
    add(b, list, py_int(pattern->positional));
    for (int i = pattern->positional; i < pattern->count; i++)
      add(b, list, py_keep(py_object(pattern->parts[i].name)));
    break;
  }
  for (int i = 0; i < pattern->count; i++) add(b, list, build(b, pattern->parts[i].pattern));
  Value tuple = py_to_tuple(list);
  py_drop(list);
  if (py_is_error(tuple)) syntax_fail_memory(b->u->compiler->syntax);
  syntax_exit(b->u->compiler->syntax);
  return tuple;
}

void compile_match(Unit *u, Node *node) {
  Label end = LABEL_NEW;
  int depth = u->depth;
  compile_expression(u, node->as.match.subject);
  for (int i = 0; i < node->as.match.count; i++) {
    MatchCase *one = &node->as.match.cases[i];
    Label failed = LABEL_NEW, refused = LABEL_NEW;
    PatternNames names = {.count = 0};
    collect(u, one->pattern, &names);
    PatternBuilder builder = {.u = u};
    u->span = one->pattern->span;
    emit(u, DO_DUP, 0, 0, 1);
    Value pattern = build(&builder, one->pattern);
    u->span = one->pattern->span;
    emit(u, DO_BUILD_TUPLE, 0, builder.values, 1 - builder.values);
    emit(u, DO_MATCH, builder.names.count, unit_constant(u, pattern), 0);
    emit_jump(u, DO_JUMP_IF_FALSE, 0, &failed, -1);
    if (builder.names.count) {
      emit(u, DO_UNPACK, 0, builder.names.count, builder.names.count - 1);
      for (int j = 0; j < builder.names.count; j++) compile_store_name(u, builder.names.items[j]);
    } else {
      emit(u, DO_POP, 0, 0, -1);
    }
    if (one->guard) compile_branch(u, one->guard, false, &refused);
    emit(u, DO_POP, 0, 0, -1);
    compile_body(u, one->body);
    emit_jump(u, DO_JUMP, 0, &end, 0);
    bind_label(u, &failed);
    u->depth = depth + 2;
    emit(u, DO_POP, 0, 0, -1);
    bind_label(u, &refused);
    u->depth = depth + 1;
  }
  emit(u, DO_POP, 0, 0, -1);
  bind_label(u, &end);
  u->depth = depth;
}
