#include "repl/language/compiler.h"

#include <string.h>

#include "engine/core/memory.h"
#include "repl/language/frame.h"

/* ---- Arrays of a unit ---- */

/* Makes room for one more of `count`. */
static void *grow(Unit *u, void *items, int count, int *capacity, size_t size) {
  if (count < *capacity) return items;
  int grown = *capacity ? *capacity * 2 : 16;
  void *memory = core_realloc(items, (size_t)grown * size);
  if (!memory) syntax_fail_memory(u->compiler->syntax);
  *capacity = grown;
  return memory;
}

Unit *unit_open(Compiler *compiler, Scope *scope, String *name, Span span) {
  Unit *u = syntax_alloc(compiler->syntax, sizeof *u);
  u->compiler = compiler;
  u->outer = compiler->unit;
  u->scope = scope;
  u->last_label = -1;
  u->span = span;
  Code *code = u->code = code_new(compiler->syntax->source);
  if (!code) syntax_fail_memory(compiler->syntax);
  compiler->unit = u; /* from here on compiler_abandon releases it */
  code->name = code->qualified_name = name;
  code->first_line = source_line_of(compiler->syntax->source, span.start);
  code->slots = scope->slots;
  code->slot_names = core_alloc_zero((size_t)scope->slots + 1, sizeof *code->slot_names);
  code->slot_is_cell = core_alloc_zero((size_t)scope->slots + 1, 1);
  if (!code->slot_names || !code->slot_is_cell) syntax_fail_memory(compiler->syntax);
  for (Symbol *s = scope->first; s; s = s->next) {
    if (s->slot < 0) continue;
    code->slot_names[s->slot] = s->name;
    code->slot_is_cell[s->slot] = s->place == PLACE_CELL || s->place == PLACE_FREE || s->passes;
  }
  code->free_count = scope->free_count;
  code->first_free = scope->slots - scope->free_count;
  if (u->outer && u->outer->scope->kind != SCOPE_MODULE) {
    const Symbol *symbol = scope_find(u->outer->scope, name);
    bool global = symbol && symbol->flags & NAME_GLOBAL;
    if (!global) {
      Text text = {0};
      text_add(&text, u->outer->code->qualified_name->data);
      text_add(&text, u->outer->scope->kind == SCOPE_CLASS ? "." : ".<locals>.");
      text_add(&text, name->data);
      String *qualified = py_intern(text_string(&text));
      text_free(&text);
      if (qualified) code->qualified_name = qualified;
    }
  }
  return u;
}

static void unit_free(Unit *u) {
  core_free(u->regions);
  core_free(u->constant_index);
  u->regions = NULL;
  u->constant_index = NULL;
}

void compiler_abandon(Compiler *compiler) {
  for (; compiler->unit; compiler->unit = compiler->unit->outer) {
    lang_code_release(compiler->unit->code);
    unit_free(compiler->unit);
  }
}

/* Gives each instruction that reads or sets an attribute a cache of its own, which knows the name. */
static bool make_lookups(Code *code) {
  for (int pass = 0; pass < 2; pass++) {
    int at = 0;
    for (int i = 0; i < code->count; i++) {
      Instruction *instruction = &code->instructions[i];
      switch (instruction->op) {
      case DO_LOAD_ATTR: case DO_LOAD_ATTR_LOCAL: case DO_STORE_ATTR: case DO_LOAD_METHOD: case DO_LOAD_METHOD_LOCAL:
        if (pass) {
          code->lookups[at] = (LookupCache){.name = code->names[instruction->arg], .version = LOOKUP_EMPTY};
          instruction->arg = at;
        }
        at++;
        break;
      default: break;
      }
    }
    if (!pass && !(code->lookups = core_alloc_zero((size_t)at + 1, sizeof *code->lookups))) return false;
  }
  return true;
}

/* Puts the instructions that stand for several where those follow each other. */
static void join_instructions(Code *code) {
  Instruction *end = code->instructions + code->count;
  for (Instruction *in = code->instructions; in + 1 < end; in++) {
    uint16_t next = in[1].op, third = in + 2 < end ? in[2].op : DO_EXTRA;
    if (in->op == DO_LOAD_CONST) {
      if (next == DO_RETURN) in->op = DO_LOAD_CONST_RETURN;
      if (next == DO_STORE_SUBSCRIPT_LOCALS) in->op = DO_LOAD_CONST_STORE_SUBSCRIPT_LOCALS;
    } else if (in->op == DO_FOR_NEXT) {
      if (next == DO_UNPACK && in[1].arg == 2 && (in->c & DEST_PUSH) == DEST_PUSH) in->op = DO_FOR_NEXT_PAIR;
    } else if (in->op == DO_LOAD_LOCAL) {
      if (next == DO_RETURN) in->op = DO_LOAD_LOCAL_RETURN;
      if (next == DO_STORE_ATTR) in->op = DO_LOAD_LOCAL_STORE_ATTR;
      if (next == DO_LOAD_CONST && third == DO_STORE_SUBSCRIPT) in->op = DO_LOAD_LOCAL_LOAD_CONST_STORE_SUBSCRIPT;
      /* The second of a pair may be the first of something better. */
      if (next == DO_LOAD_LOCAL && third != DO_RETURN && third != DO_STORE_ATTR && third != DO_LOAD_LOCAL)
        in->op = DO_LOAD_LOCAL_LOAD_LOCAL;
    }
  }
}

Code *unit_close(Unit *u) {
  Code *code = u->code;
  if (u->region_count) {
    code->protections = core_alloc((size_t)u->region_count * sizeof *code->protections);
    if (!code->protections) syntax_fail_memory(u->compiler->syntax);
    for (int i = 0; i < u->region_count; i++) {
      const Region *r = &u->regions[i];
      code->protections[i] = (Protection){r->start, r->end, r->handler->target, r->depth};
    }
    code->protection_count = u->region_count;
  }
  code->caches = core_alloc_zero((size_t)code->name_count + 1, sizeof *code->caches);
  if (!code->caches || !make_lookups(code)) syntax_fail_memory(u->compiler->syntax);
  code->stack += 4; /* what an exception and its handler push */
  code->frame_bytes = sizeof(Frame) + (size_t)(code->slots + code->stack) * sizeof(Value);
  /* A jump to a return is a return. */
  for (int i = 0; i < code->count; i++) {
    if (code->instructions[i].op != DO_JUMP) continue;
    int target = code->instructions[i].arg;
    if (code->instructions[target].op != DO_RETURN) continue;
    code->instructions[i] = code->instructions[target];
    code->spans[i] = code->spans[target];
  }
  join_instructions(code);
  unit_free(u);
  u->compiler->unit = u->outer;
  return code;
}

Label *unit_label(Unit *u) {
  Label *label = syntax_alloc(u->compiler->syntax, sizeof *label);
  *label = LABEL_NEW;
  return label;
}

/* ---- Instructions ---- */

int emit(Unit *u, Opcode op, int c, int32_t arg, int effect) {
  Code *code = u->code;
  int capacity = u->capacity;
  code->instructions = grow(u, code->instructions, code->count, &capacity, sizeof *code->instructions);
  code->spans = grow(u, code->spans, code->count, &u->capacity, sizeof *code->spans);
  code->instructions[code->count] = (Instruction){.op = (uint16_t)op, .c = (uint16_t)c, .arg = arg};
  code->spans[code->count] = u->span;
  u->depth += effect;
  if (u->depth > code->stack) code->stack = u->depth;
  return code->count++;
}

int emit_operands(Unit *u, Opcode op, int c, int a, int b, int effect) {
  int at = emit(u, op, c, 0, effect);
  u->code->instructions[at].a = (uint16_t)a;
  u->code->instructions[at].b = (uint16_t)b;
  return at;
}

void emit_jump(Unit *u, Opcode op, int c, Label *label, int effect) {
  if (label->target >= 0) {
    emit(u, op, c, label->target, effect);
    return;
  }
  label->chain = emit(u, op, c, label->chain, effect);
}

void bind_label(Unit *u, Label *label) {
  int here = u->code->count;
  for (int at = label->chain; at >= 0;) {
    int next = u->code->instructions[at].arg;
    u->code->instructions[at].arg = here;
    at = next;
  }
  label->chain = -1;
  label->target = here;
  u->last_label = here;
}

void unit_protect(Unit *u, int start, Label *handler, int depth) {
  if (start >= u->code->count) return;
  u->regions = grow(u, u->regions, u->region_count, &u->region_capacity, sizeof *u->regions);
  u->regions[u->region_count++] = (Region){start, u->code->count, depth, handler};
}

/* ---- Constants, names, children ---- */

static uint64_t constant_hash(Value v) {
  uint64_t h = v.as.natural * 0x9E3779B97F4A7C15u + v.tag * 0x85EBCA6Bu;
  return h ^ (h >> 29);
}

/* The same constant: same tag and bits. Objects only where they are one (interned strings). */
static bool same_constant(Value a, Value b) { return a.tag == b.tag && a.as.natural == b.as.natural; }

static void index_constants(Unit *u) {
  int size = u->constant_index_size ? u->constant_index_size * 2 : 32;
  int32_t *index = core_alloc((size_t)size * sizeof *index);
  if (!index) syntax_fail_memory(u->compiler->syntax);
  for (int i = 0; i < size; i++) index[i] = -1;
  for (int i = 0; i < u->code->constant_count; i++) {
    uint64_t at = constant_hash(u->code->constants[i]) & (uint64_t)(size - 1);
    while (index[at] >= 0) at = (at + 1) & (uint64_t)(size - 1);
    index[at] = i;
  }
  core_free(u->constant_index);
  u->constant_index = index;
  u->constant_index_size = size;
}

int unit_constant(Unit *u, Value constant) {
  Code *code = u->code;
  if (py_is_error(constant)) syntax_fail_memory(u->compiler->syntax);
  if (code->constant_count * 2 >= u->constant_index_size) index_constants(u);
  uint64_t mask = (uint64_t)u->constant_index_size - 1, at = constant_hash(constant) & mask;
  for (; u->constant_index[at] >= 0; at = (at + 1) & mask) {
    int known = u->constant_index[at];
    if (!same_constant(code->constants[known], constant)) continue;
    py_drop(constant);
    return known;
  }
  if (code->constant_count == u->constant_capacity) {
    int capacity = u->constant_capacity ? u->constant_capacity * 2 : 16;
    Value *constants = core_realloc(code->constants, (size_t)capacity * sizeof *constants);
    if (!constants) {
      py_drop(constant);
      syntax_fail_memory(u->compiler->syntax);
    }
    code->constants = constants;
    u->constant_capacity = capacity;
  }
  u->constant_index[at] = code->constant_count;
  code->constants[code->constant_count] = constant;
  return code->constant_count++;
}

void emit_constant(Unit *u, Value constant) { emit(u, DO_LOAD_CONST, 0, unit_constant(u, constant), 1); }

int unit_name(Unit *u, String *name) {
  Code *code = u->code;
  for (int i = 0; i < code->name_count; i++)
    if (code->names[i] == name) return i;
  code->names = grow(u, code->names, code->name_count, &u->name_capacity, sizeof *code->names);
  code->names[code->name_count] = name;
  return code->name_count++;
}

int unit_child(Unit *u, Code *child) {
  Code *code = u->code;
  if (code->child_count == u->child_capacity) {
    int capacity = u->child_capacity ? u->child_capacity * 2 : 4;
    Code **children = core_realloc(code->children, (size_t)capacity * sizeof *children);
    if (!children) {
      lang_code_release(child);
      syntax_fail_memory(u->compiler->syntax);
    }
    code->children = children;
    u->child_capacity = capacity;
  }
  code->children[code->child_count] = child;
  return code->child_count++;
}

/* ---- A whole module ---- */

Code *compiler_run(Compiler *compiler, NodeList body, Scope *scope) {
  String *name = py_intern("<module>");
  if (!name) syntax_fail_memory(compiler->syntax);
  Unit *u = unit_open(compiler, scope, name, (Span){0});
  u->code->kind = CODE_MODULE;
  if (scope->annotated) emit(u, DO_SETUP_ANNOTATIONS, 0, 0, 0);
  compiler->last = body.count ? body.items[body.count - 1] : NULL;
  compile_body(u, body);
  if (compiler->mode != LANG_EVAL) {
    emit_constant(u, PY_NONE);
    emit(u, DO_RETURN, 0, 0, -1);
  }
  return unit_close(u);
}
