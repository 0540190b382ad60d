/* Expressions to instructions. */
#include "repl/language/compiler.h"
#include "repl/types/complex.h"
#include "repl/types/integer.h"

#include <math.h>
#include <string.h>

/* ---- Constants ---- */

/* Short texts that look like names are interned: they are compared by address as keys and attribute names. */
static Value string_constant(Bytestring text) {
  bool name = text.length > 0 && text.length <= 40;
  for (uint32_t i = 0; i < text.length && name; i++) {
    unsigned char c = (unsigned char)text.data[i];
    name = c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
  if (!name) return py_text_bytes(text.data, text.length);
  return py_keep(py_object(py_intern_bytes(text.data, text.length)));
}

/* The digits have no underscores; a prefix says the base. */
static Value big_constant(Bytestring text) {
  int marker = text.length > 1 && text.data[0] == '0' ? text.data[1] | 0x20 : 0;
  int base = marker == 'x' ? 16 : marker == 'o' ? 8 : marker == 'b' ? 2 : 10, skip = base == 10 ? 0 : 2;
  return integer_from_digits(text.data + skip, text.length - (uint32_t)skip, base);
}

Value compile_constant_value(Unit *u, const Node *node) {
  switch ((ConstantKind)node->op) {
  case CONSTANT_NONE: return PY_NONE;
  case CONSTANT_TRUE: return PY_TRUE;
  case CONSTANT_FALSE: return PY_FALSE;
  case CONSTANT_ELLIPSIS: return (Value){.tag = TAG_ELLIPSIS};
  case CONSTANT_INT: return py_int(node->as.constant.integer);
  case CONSTANT_FLOAT: return py_float(node->as.constant.real);
  case CONSTANT_IMAGINARY: return py_complex(0, node->as.constant.real);
  case CONSTANT_BYTES: return py_bytes(node->as.constant.text.data, node->as.constant.text.length);
  case CONSTANT_BIG_INT: return big_constant(node->as.constant.text);
  case CONSTANT_STRING: return string_constant(node->as.constant.text);
  }
  return PY_NONE;
}

static bool is_constant(const Node *node) { return node->kind == NODE_CONSTANT; }
static bool is_number(const Node *node) {
  return node->kind == NODE_CONSTANT && (node->op == CONSTANT_INT || node->op == CONSTANT_FLOAT);
}
static double number_of(const Node *node) {
  return node->op == CONSTANT_INT ? (double)node->as.constant.integer : node->as.constant.real;
}

static void become_int(Node *node, int64_t integer) {
  node->kind = NODE_CONSTANT;
  node->op = CONSTANT_INT;
  node->as.constant.integer = integer;
}
static void become_float(Node *node, double real) {
  node->kind = NODE_CONSTANT;
  node->op = CONSTANT_FLOAT;
  node->as.constant.real = real;
}

/* Numbers known now are computed now, where the result is what the program would compute: -1, 28 * 28, 1 / 3. */
static void fold(Node *node) {
  if (node->kind == NODE_UNARY && node->op == OP_NEGATIVE) {
    const Node *operand = node->as.unary.operand;
    if (operand->kind != NODE_CONSTANT) return;
    if (operand->op == CONSTANT_INT && operand->as.constant.integer != INT64_MIN)
      become_int(node, -operand->as.constant.integer);
    else if (operand->op == CONSTANT_FLOAT) become_float(node, -operand->as.constant.real);
    else if (operand->op == CONSTANT_BIG_INT && operand->as.constant.text.length == 19 &&
             memcmp(operand->as.constant.text.data, "9223372036854775808", 19) == 0)
      become_int(node, INT64_MIN);
    return;
  }
  if (node->kind != NODE_BINARY) return;
  Node *left = node->as.binary.left, *right = node->as.binary.right;
  fold(left);
  fold(right);
  if (!is_number(left) || !is_number(right)) return;
  if (left->op == CONSTANT_INT && right->op == CONSTANT_INT) {
    int64_t a = left->as.constant.integer, b = right->as.constant.integer, result;
    switch ((BinaryOp)node->op) {
    case OP_ADD: if (!__builtin_add_overflow(a, b, &result)) become_int(node, result); return;
    case OP_SUB: if (!__builtin_sub_overflow(a, b, &result)) become_int(node, result); return;
    case OP_MUL: if (!__builtin_mul_overflow(a, b, &result)) become_int(node, result); return;
    case OP_DIV:
      if (b != 0 && a > -(1LL << 53) && a < 1LL << 53 && b > -(1LL << 53) && b < 1LL << 53)
        become_float(node, (double)a / (double)b);
      return;
    default: return;
    }
  }
  double a = number_of(left), b = number_of(right);
  switch ((BinaryOp)node->op) {
  case OP_ADD: become_float(node, a + b); return;
  case OP_SUB: become_float(node, a - b); return;
  case OP_MUL: become_float(node, a * b); return;
  case OP_DIV: if (b != 0) become_float(node, a / b); return;
  default: return;
  }
}

int compile_constant_operand(Unit *u, Node *node) {
  fold(node);
  if (!is_constant(node)) return -1;
  int index = unit_constant(u, compile_constant_value(u, node));
  return index < OPERAND_LIMIT ? index : -1;
}

/* A tuple of constants is a constant. */
static bool all_constant(NodeList items) {
  for (int i = 0; i < items.count; i++) {
    fold(items.items[i]);
    if (!is_constant(items.items[i])) return false;
  }
  return true;
}

static Value constant_tuple(Unit *u, NodeList items) {
  Value tuple = py_tuple(items.count);
  if (py_is_error(tuple)) syntax_fail_memory(u->compiler->syntax);
  for (int i = 0; i < items.count; i++) {
    Value item = compile_constant_value(u, items.items[i]);
    if (py_is_error(item)) {
      py_drop(tuple);
      syntax_fail_memory(u->compiler->syntax);
    }
    py_as_tuple(tuple)->items[i] = item;
  }
  return tuple;
}

/* ---- Operators ---- */

/* Chooses the mode and compiles the operands that have to be on the stack. Returns how deep they are. */
static OperandMode compile_operands(Unit *u, Node *left, Node *right, int *a, int *b, int *pushed) {
  *a = *b = 0;
  *pushed = left ? 0 : 1;
  int right_local = compile_local_operand(u, right);
  int right_constant = right_local < 0 ? compile_constant_operand(u, right) : -1;
  int left_local = left ? compile_local_operand(u, left) : -1;
  bool right_simple = right_local >= 0 || right_constant >= 0;
  /* A local on the left may wait in its slot, unless the right side could assign to it. */
  if (left_local >= 0 && (right_simple || !u->compiler->syntax->walrus)) {
    *a = left_local;
    if (right_local >= 0) return *b = right_local, MODE_LL;
    if (right_constant >= 0) return *b = right_constant, MODE_LC;
    compile_expression(u, right);
    *pushed = 1;
    return MODE_LS;
  }
  if (left) {
    compile_expression(u, left);
    *pushed = 1;
  }
  if (right_local >= 0) return *b = right_local, MODE_SL;
  if (right_constant >= 0) return *b = right_constant, MODE_SC;
  compile_expression(u, right);
  ++*pushed;
  return MODE_SS;
}

void compile_binary(Unit *u, BinaryOp op, bool in_place, Node *left, Node *right) {
  static const int16_t fast[BINARY_OP_COUNT] = {
      [OP_ADD] = DO_ADD_SS, [OP_SUB] = DO_SUB_SS, [OP_MUL] = DO_MUL_SS, [OP_DIV] = DO_DIV_SS,
      [OP_FLOORDIV] = DO_FLOORDIV_SS, [OP_MOD] = DO_MOD_SS};
  Span span = u->span;
  int a, b, pushed;
  OperandMode mode = compile_operands(u, left, right, &a, &b, &pushed);
  u->span = span;
  int first = fast[op] ? fast[op] : DO_BINARY_SS;
  emit_operands(u, (Opcode)(first + (int)mode), DEST_PUSH | (in_place ? DEST_IN_PLACE : 0), a, b, 1 - pushed);
  if (!fast[op]) emit(u, DO_EXTRA, 0, (int32_t)op, 0);
}

static void compile_subscript(Unit *u, Node *node) {
  int a, b, pushed;
  OperandMode mode = compile_operands(u, node->as.subscript.object, node->as.subscript.key, &a, &b, &pushed);
  u->span = node->span;
  emit_operands(u, (Opcode)(DO_SUBSCRIPT_SS + (int)mode), DEST_PUSH, a, b, 1 - pushed);
}

static void emit_comparison(Unit *u, int op) {
  switch (op) {
  case COMPARE_IN: case COMPARE_NOT_IN: emit(u, DO_IN, op == COMPARE_NOT_IN, 0, -1); break;
  case COMPARE_IS: case COMPARE_IS_NOT: emit(u, DO_IS, op == COMPARE_IS_NOT, 0, -1); break;
  default: emit(u, DO_COMPARE, op, 0, -1);
  }
}

static void compile_compare(Unit *u, Node *node) {
  NodeList operands = node->as.compare.operands;
  const uint8_t *ops = node->as.compare.ops;
  compile_expression(u, operands.items[0]);
  int last = operands.count - 2;
  Label end = LABEL_NEW;
  for (int i = 0; i <= last; i++) {
    compile_expression(u, operands.items[i + 1]);
    u->span = node->span;
    if (i < last) {
      emit(u, DO_DUP, 0, 0, 1);
      emit(u, DO_ROT_THREE, 0, 0, 0);
    }
    emit_comparison(u, ops[i]);
    if (i < last) emit_jump(u, DO_JUMP_IF_FALSE_OR_POP, 0, &end, -1);
  }
  if (!last) return;
  Label done = LABEL_NEW;
  emit_jump(u, DO_JUMP, 0, &done, 0);
  bind_label(u, &end);
  u->depth++;
  emit(u, DO_SWAP, 0, 0, 0);
  emit(u, DO_POP, 0, 0, -1);
  bind_label(u, &done);
}

static void compile_logical(Unit *u, Node *node) {
  NodeList items = node->as.list.items;
  Label end = LABEL_NEW;
  for (int i = 0; i < items.count; i++) {
    compile_expression(u, items.items[i]);
    u->span = node->span;
    if (i < items.count - 1) emit_jump(u, node->op ? DO_JUMP_IF_TRUE_OR_POP : DO_JUMP_IF_FALSE_OR_POP, 0, &end, -1);
  }
  bind_label(u, &end);
}

/* One comparison whose truth decides a jump. */
static void branch_on_comparison(Unit *u, Node *node, int i, bool when, Label *label) {
  Node *left = node->as.compare.operands.items[i], *right = node->as.compare.operands.items[i + 1];
  int op = node->as.compare.ops[i];
  if (op >= COMPARE_IN) {
    compile_expression(u, left);
    compile_expression(u, right);
    u->span = node->span;
    emit_comparison(u, op);
  } else {
    static const uint16_t first[] = {DO_LT_SS_JUMP, DO_LE_SS_JUMP, DO_EQ_SS_JUMP,
                                     DO_NE_SS_JUMP, DO_GT_SS_JUMP, DO_GE_SS_JUMP};
    int a, b, pushed;
    OperandMode mode = compile_operands(u, left, right, &a, &b, &pushed);
    u->span = node->span;
    emit_operands(u, (Opcode)(first[op] + (int)mode), 0, a, b, 1 - pushed);
  }
  emit_jump(u, when ? DO_JUMP_IF_TRUE : DO_JUMP_IF_FALSE, 0, label, -1);
}

/* May an operand in the middle of a chain be evaluated twice? */
static bool is_repeatable(Unit *u, Node *node) {
  fold(node);
  return is_constant(node) || (compile_local_operand(u, node) >= 0 && !u->compiler->syntax->walrus);
}

void compile_branch(Unit *u, Node *node, bool when, Label *label) {
  syntax_enter(u->compiler->syntax, node->span);
  switch (node->kind) {
  case NODE_NOT: compile_branch(u, node->as.unary.operand, !when, label); break;
  case NODE_LOGICAL: {
    NodeList items = node->as.list.items;
    bool is_or = node->op;
    if (is_or == when) { /* any operand may decide to jump */
      for (int i = 0; i < items.count; i++) compile_branch(u, items.items[i], when, label);
    } else {
      Label past = LABEL_NEW;
      for (int i = 0; i < items.count - 1; i++) compile_branch(u, items.items[i], is_or, &past);
      compile_branch(u, items.items[items.count - 1], when, label);
      bind_label(u, &past);
    }
    break;
  }
  case NODE_COMPARE: {
    int count = node->as.compare.operands.count - 1;
    bool simple = true;
    for (int i = 1; i < count; i++) simple = simple && is_repeatable(u, node->as.compare.operands.items[i]);
    if (!simple) goto value;
    if (!when) {
      for (int i = 0; i < count; i++) branch_on_comparison(u, node, i, false, label);
    } else {
      Label past = LABEL_NEW;
      for (int i = 0; i < count - 1; i++) branch_on_comparison(u, node, i, false, &past);
      branch_on_comparison(u, node, count - 1, true, label);
      bind_label(u, &past);
    }
    break;
  }
  case NODE_CONSTANT:
    if (node->op == CONSTANT_TRUE || node->op == CONSTANT_FALSE || node->op == CONSTANT_NONE ||
        node->op == CONSTANT_INT) {
      bool truth = node->op == CONSTANT_TRUE || (node->op == CONSTANT_INT && node->as.constant.integer != 0);
      if (truth == when) emit_jump(u, DO_JUMP, 0, label, 0);
      break;
    }
    goto value;
  default:
  value:
    compile_expression(u, node);
    u->span = node->span;
    emit_jump(u, when ? DO_JUMP_IF_TRUE : DO_JUMP_IF_FALSE, 0, label, -1);
  }
  syntax_exit(u->compiler->syntax);
}

static void compile_conditional(Unit *u, Node *node) {
  Label otherwise = LABEL_NEW, end = LABEL_NEW;
  compile_branch(u, node->as.conditional.test, false, &otherwise);
  compile_expression(u, node->as.conditional.then);
  emit_jump(u, DO_JUMP, 0, &end, 0);
  bind_label(u, &otherwise);
  u->depth--;
  compile_expression(u, node->as.conditional.otherwise);
  bind_label(u, &end);
}

/* ---- Displays and f-strings ---- */

static bool has_star(NodeList items) {
  for (int i = 0; i < items.count; i++)
    if (items.items[i]->kind == NODE_STARRED) return true;
  return false;
}

/* Long displays are built a piece at a time, so that the stack stays small. */
enum { DISPLAY_PIECE = 200 };

static void compile_display(Unit *u, Node *node) {
  NodeList items = node->as.list.items;
  bool set = node->kind == NODE_SET, tuple = node->kind == NODE_TUPLE;
  if (tuple && all_constant(items)) {
    emit_constant(u, constant_tuple(u, items));
    return;
  }
  if (!has_star(items) && items.count <= DISPLAY_PIECE) {
    for (int i = 0; i < items.count; i++) compile_expression(u, items.items[i]);
    u->span = node->span;
    emit(u, tuple ? DO_BUILD_TUPLE : set ? DO_BUILD_SET : DO_BUILD_LIST, 0, items.count, 1 - items.count);
    return;
  }
  emit(u, set ? DO_BUILD_SET : DO_BUILD_LIST, 0, 0, 1);
  for (int i = 0; i < items.count; i++) {
    bool star = items.items[i]->kind == NODE_STARRED;
    compile_expression(u, star ? items.items[i]->as.unary.operand : items.items[i]);
    u->span = node->span;
    if (star) emit(u, set ? DO_SET_UPDATE : DO_LIST_EXTEND, 0, 0, -1);
    else emit(u, set ? DO_SET_ADD : DO_LIST_APPEND, 0, 1, -1);
  }
  if (tuple) emit(u, DO_LIST_TO_TUPLE, 0, 0, 0);
}

static void compile_dict(Unit *u, Node *node) {
  NodeList keys = node->as.dict.keys, values = node->as.dict.values;
  bool plain = keys.count <= DISPLAY_PIECE;
  for (int i = 0; i < keys.count && plain; i++) plain = keys.items[i] != NULL;
  if (plain) {
    for (int i = 0; i < keys.count; i++) {
      compile_expression(u, keys.items[i]);
      compile_expression(u, values.items[i]);
    }
    u->span = node->span;
    emit(u, DO_BUILD_DICT, 0, keys.count, 1 - 2 * keys.count);
    return;
  }
  emit(u, DO_BUILD_DICT, 0, 0, 1);
  for (int i = 0; i < keys.count; i++) {
    if (keys.items[i]) compile_expression(u, keys.items[i]);
    compile_expression(u, values.items[i]);
    u->span = node->span;
    if (keys.items[i]) emit(u, DO_DICT_ADD, 0, 1, -2);
    else emit(u, DO_DICT_UPDATE, 0, 0, -1);
  }
}

static void compile_joined(Unit *u, Node *node) {
  NodeList parts = node->as.list.items;
  for (int i = 0; i < parts.count; i++) compile_expression(u, parts.items[i]);
  u->span = node->span;
  if (parts.count == 1) return; /* one text, or one formatted field */
  emit(u, DO_BUILD_STRING, 0, parts.count, 1 - parts.count);
}

static void compile_formatted(Unit *u, Node *node) {
  compile_expression(u, node->as.formatted.value);
  bool spec = node->as.formatted.spec != NULL;
  if (spec) compile_joined(u, node->as.formatted.spec);
  u->span = node->as.formatted.value->span;
  emit(u, DO_FORMAT, node->op, spec, spec ? -1 : 0);
}

static void compile_slice(Unit *u, Node *node) {
  Node *parts[] = {node->as.slice.start, node->as.slice.stop, node->as.slice.step};
  int count = parts[2] ? 3 : 2;
  for (int i = 0; i < count; i++) {
    if (parts[i]) compile_expression(u, parts[i]);
    else emit_constant(u, PY_NONE);
  }
  u->span = node->span;
  emit(u, DO_BUILD_SLICE, count, 0, 1 - count);
}

void compile_await(Unit *u, AwaitOrigin origin) {
  emit(u, DO_GET_AWAITABLE, (int)origin, 0, 0);
  emit_constant(u, PY_NONE);
  emit(u, DO_YIELD_FROM, 0, 0, -1);
}

void compile_expression(Unit *u, Node *node) {
  syntax_enter(u->compiler->syntax, node->span);
  Span outer = u->span;
  fold(node);
  u->span = node->span;
  switch ((NodeKind)node->kind) {
  case NODE_CONSTANT:
    emit_constant(u, compile_constant_value(u, node));
    break;
  case NODE_NAME: compile_load(u, node->as.name.id); break;
  case NODE_BINARY: compile_binary(u, (BinaryOp)node->op, false, node->as.binary.left, node->as.binary.right); break;
  case NODE_UNARY:
    compile_expression(u, node->as.unary.operand);
    emit(u, DO_UNARY, node->op, 0, 0);
    break;
  case NODE_NOT:
    compile_expression(u, node->as.unary.operand);
    emit(u, DO_NOT, 0, 0, 0);
    break;
  case NODE_LOGICAL: compile_logical(u, node); break;
  case NODE_COMPARE: compile_compare(u, node); break;
  case NODE_CONDITIONAL: compile_conditional(u, node); break;
  case NODE_LAMBDA: compile_lambda(u, node); break;
  case NODE_NAMED:
    compile_expression(u, node->as.named.value);
    emit(u, DO_DUP, 0, 0, 1);
    compile_store_name(u, node->as.named.id);
    break;
  case NODE_CALL: compile_call(u, node); break;
  case NODE_ATTRIBUTE: {
    int slot = compile_local_operand(u, node->as.attribute.object);
    if (slot >= 0) {
      emit(u, DO_LOAD_ATTR_LOCAL, slot, unit_name(u, node->as.attribute.id), 1);
      break;
    }
    compile_expression(u, node->as.attribute.object);
    emit(u, DO_LOAD_ATTR, 0, unit_name(u, node->as.attribute.id), 0);
    break;
  }
  case NODE_SUBSCRIPT: compile_subscript(u, node); break;
  case NODE_SLICE: compile_slice(u, node); break;
  case NODE_STARRED: syntax_fail(u->compiler->syntax, node->span, "can't use starred expression here");
  case NODE_TUPLE: case NODE_LIST: case NODE_SET: compile_display(u, node); break;
  case NODE_DICT: compile_dict(u, node); break;
  case NODE_LIST_COMPREHENSION: case NODE_SET_COMPREHENSION: case NODE_DICT_COMPREHENSION: case NODE_GENERATOR:
    compile_comprehension(u, node);
    break;
  case NODE_JOINED:
    compile_joined(u, node);
    break;
  case NODE_FORMATTED: compile_formatted(u, node); break;
  case NODE_YIELD:
    if (node->as.unary.operand) compile_expression(u, node->as.unary.operand);
    else emit_constant(u, PY_NONE);
    if (u->scope->coroutine) emit(u, DO_WRAP_YIELDED, 0, 0, 0);
    emit(u, DO_YIELD, 0, 0, 0);
    break;
  case NODE_AWAIT:
    compile_expression(u, node->as.unary.operand);
    compile_await(u, AWAIT_EXPRESSION);
    break;
  case NODE_YIELD_FROM:
    compile_expression(u, node->as.unary.operand);
    emit(u, DO_GET_ITER, 1, 0, 0);
    emit_constant(u, PY_NONE);
    emit(u, DO_YIELD_FROM, 0, 0, -1);
    break;
  default: break;
  }
  u->span = outer;
  syntax_exit(u->compiler->syntax);
}
