/* Variables and targets. */
#include "repl/language/compiler.h"

/* How a name is read, written and deleted in each place. */
static const struct {
  uint8_t load, store, delete;
} place_rows[] = {
    [PLACE_LOCAL] = {DO_LOAD_LOCAL, DO_STORE_LOCAL, DO_DELETE_LOCAL},
    [PLACE_CELL] = {DO_LOAD_CELL, DO_STORE_CELL, DO_DELETE_CELL},
    [PLACE_FREE] = {DO_LOAD_CELL, DO_STORE_CELL, DO_DELETE_CELL},
    [PLACE_GLOBAL] = {DO_LOAD_GLOBAL, DO_STORE_GLOBAL, DO_DELETE_GLOBAL},
    [PLACE_CLASS] = {DO_LOAD_NAME, DO_STORE_NAME, DO_DELETE_NAME},
};

static int place_argument(Unit *u, const Symbol *symbol) {
  return symbol->place <= PLACE_FREE ? symbol->slot : unit_name(u, symbol->name);
}

void compile_load(Unit *u, String *name) {
  const Symbol *symbol = scope_find(u->scope, name);
  if (u->scope->kind == SCOPE_CLASS && symbol->place == PLACE_FREE && !(symbol->flags & NAME_NONLOCAL)) {
    emit(u, DO_LOAD_CLASS_CELL, 0, symbol->slot, 1);
    return;
  }
  emit(u, (Opcode)place_rows[symbol->place].load, 0, place_argument(u, symbol), 1);
}

/* A binary operation or comparison that just pushed its result can put it into a local instead. */
static bool store_directly(Unit *u, int slot) {
  Code *code = u->code;
  int at = code->count - 1;
  if (slot >= OPERAND_LIMIT || at < 0 || u->last_label == code->count) return false;
  if (code->instructions[at].op == DO_EXTRA) at--;
  Instruction *in = &code->instructions[at];
  if (in->op < DO_BINARY_SS || in->op > DO_SUBSCRIPT_LC || (in->c & DEST_PUSH) != DEST_PUSH) return false;
  in->c = (uint16_t)((in->c & DEST_IN_PLACE) | slot);
  u->depth--;
  return true;
}

void compile_store_name(Unit *u, String *name) {
  const Symbol *symbol = scope_find(u->scope, name);
  if (symbol->place == PLACE_LOCAL && store_directly(u, symbol->slot)) return;
  emit(u, (Opcode)place_rows[symbol->place].store, 0, place_argument(u, symbol), -1);
}

void compile_delete_name(Unit *u, String *name) {
  const Symbol *symbol = scope_find(u->scope, name);
  emit(u, (Opcode)place_rows[symbol->place].delete, 0, place_argument(u, symbol), 0);
}

int compile_local_operand(Unit *u, const Node *node) {
  if (node->kind != NODE_NAME) return -1;
  const Symbol *symbol = scope_find(u->scope, node->as.name.id);
  return symbol->place == PLACE_LOCAL && symbol->slot < OPERAND_LIMIT ? symbol->slot : -1;
}

/* a, *b, c = value */
static void compile_unpack(Unit *u, NodeList items, Span span) {
  int starred = -1;
  for (int i = 0; i < items.count; i++) {
    if (items.items[i]->kind != NODE_STARRED) continue;
    if (starred >= 0) syntax_fail(u->compiler->syntax, span, "multiple starred expressions in assignment");
    starred = i;
  }
  if (starred < 0) emit(u, DO_UNPACK, 0, items.count, items.count - 1);
  else if (starred > UINT8_MAX) /* CPython's limit */
    syntax_fail(u->compiler->syntax, span, "too many expressions in star-unpacking assignment");
  else emit(u, DO_UNPACK_STAR, starred, items.count - 1 - starred, items.count - 1);
  for (int i = 0; i < items.count; i++) {
    Node *item = items.items[i];
    compile_store(u, item->kind == NODE_STARRED ? item->as.unary.operand : item);
  }
}

void compile_store(Unit *u, Node *target) {
  Span outer = u->span;
  u->span = target->span;
  switch (target->kind) {
  case NODE_NAME: compile_store_name(u, target->as.name.id); break;
  case NODE_ATTRIBUTE:
    compile_expression(u, target->as.attribute.object);
    u->span = target->span;
    emit(u, DO_STORE_ATTR, 0, unit_name(u, target->as.attribute.id), -2);
    break;
  case NODE_SUBSCRIPT: {
    int object = compile_local_operand(u, target->as.subscript.object);
    int key = compile_local_operand(u, target->as.subscript.key);
    if (object >= 0 && key >= 0) {
      emit_operands(u, DO_STORE_SUBSCRIPT_LOCALS, 0, object, key, -1);
      break;
    }
    compile_expression(u, target->as.subscript.object);
    compile_expression(u, target->as.subscript.key);
    u->span = target->span;
    emit(u, DO_STORE_SUBSCRIPT, 0, 0, -3);
    break;
  }
  case NODE_TUPLE: case NODE_LIST: compile_unpack(u, target->as.list.items, target->span); break;
  case NODE_STARRED:
    syntax_fail(u->compiler->syntax, target->span, "starred assignment target must be in a list or tuple");
  default: break; /* parse_check_target() lets nothing else come here */
  }
  u->span = outer;
}

void compile_delete(Unit *u, Node *target) {
  u->span = target->span;
  switch (target->kind) {
  case NODE_NAME: compile_delete_name(u, target->as.name.id); break;
  case NODE_ATTRIBUTE:
    compile_expression(u, target->as.attribute.object);
    u->span = target->span;
    emit(u, DO_DELETE_ATTR, 0, unit_name(u, target->as.attribute.id), -1);
    break;
  case NODE_SUBSCRIPT:
    compile_expression(u, target->as.subscript.object);
    compile_expression(u, target->as.subscript.key);
    u->span = target->span;
    emit(u, DO_DELETE_SUBSCRIPT, 0, 0, -2);
    break;
  default:
    for (int i = 0; i < target->as.list.items.count; i++) compile_delete(u, target->as.list.items.items[i]);
  }
}
