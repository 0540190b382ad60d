/* Loops, try, with, and the ways out of them.
 *
 * Every way out of a block runs what the block owes: a finally body, a with's exit, the end of a handler. That code is
 * written out again at each return, break and continue, and is not protected by the block that it ends. */
#include "repl/language/compiler.h"

static void open_block(Unit *u, Block *block) {
  block->outer = u->blocks;
  block->region_start = block->handler ? u->code->count : -1;
  block->span = u->span;
  u->blocks = block;
}

static void close_region(Unit *u, Block *block) {
  if (block->handler) unit_protect(u, block->region_start, block->handler, block->handler_depth);
}

static void close_block(Unit *u, Block *block) {
  close_region(u, block);
  u->blocks = block->outer;
}

/* Forgets the name of `except ... as name`. */
static void forget_name(Unit *u, String *name) {
  if (!name) return;
  emit_constant(u, PY_NONE);
  compile_store_name(u, name);
  compile_delete_name(u, name);
}

/* Calls a with's exit function, which lies on the stack, without an exception. */
static void leave_with(Unit *u, bool async) {
  emit(u, DO_WITH_EXIT, async, 0, async ? 0 : -1);
  if (!async) return;
  compile_await(u, AWAIT_EXIT);
  emit(u, DO_POP, 0, 0, -1);
}

/* What leaving `block` early takes; `value`: a value on top of the stack stays there. */
static void leave_block(Unit *u, Block *block, bool value) {
  u->span = block->span;
  switch ((BlockKind)block->kind) {
  case BLOCK_FOR:
    for (int i = 0; i < 3; i++) {
      if (value) emit(u, DO_SWAP, 0, 0, 0);
      emit(u, DO_POP, 0, 0, -1);
    }
    break;
  case BLOCK_WHILE: case BLOCK_TRY: break;
  case BLOCK_FINALLY: {
    Block pending = {.kind = BLOCK_RETURN};
    if (value) open_block(u, &pending);
    compile_body(u, block->finally);
    if (value) close_block(u, &pending);
    break;
  }
  case BLOCK_RETURN:
    if (value) emit(u, DO_SWAP, 0, 0, 0);
    emit(u, DO_POP, 0, 0, -1);
    break;
  case BLOCK_WITH:
    if (value) emit(u, DO_SWAP, 0, 0, 0);
    leave_with(u, block->async);
    break;
  case BLOCK_HANDLER:
    if (value) emit(u, DO_ROT_THREE, 0, 0, 0);
    emit(u, DO_POP_HANDLED, 0, 0, -2);
    forget_name(u, block->name);
    break;
  }
}

/* Leaves every block inside `until`. What follows in the text is still inside them: resume_blocks says so. */
static void leave_blocks(Unit *u, Block *until, bool value) {
  for (Block *b = u->blocks; b != until; b = b->outer) {
    close_region(u, b);
    u->blocks = b->outer;
    leave_block(u, b, value);
  }
}

static void resume_blocks(Unit *u, Block *innermost, Block *until) {
  u->blocks = innermost;
  for (Block *b = innermost; b != until; b = b->outer)
    if (b->handler) b->region_start = u->code->count;
}

/* No jump leaves the body of an `except*`: between the statement and `until` there must be none. */
static void check_star(Unit *u, const Node *node, const Block *until) {
  for (const Block *b = u->blocks; b != until; b = b->outer)
    if (b->star)
      syntax_fail(u->compiler->syntax, node->span,
                  "'break', 'continue' and 'return' cannot appear in an except* block");
}

void compile_return(Unit *u, Node *node) {
  Syntax *syntax = u->compiler->syntax;
  check_star(u, node, NULL);
  bool function = u->scope->kind == SCOPE_FUNCTION || u->scope->kind == SCOPE_LAMBDA;
  bool evaluation = u->compiler->mode == LANG_EVAL && u->scope->kind == SCOPE_MODULE;
  if (!function && !evaluation) syntax_fail(syntax, node->span, "'return' outside function");
  Node *value = node->as.unary.operand;
  if (value && u->scope->coroutine && u->scope->generator)
    syntax_fail(syntax, node->span, "'return' with value in async generator");
  if (value) compile_expression(u, value);
  else emit_constant(u, PY_NONE);
  int depth = u->depth;
  Block *innermost = u->blocks;
  leave_blocks(u, NULL, true);
  u->span = node->span;
  emit(u, DO_RETURN, 0, 0, -1);
  resume_blocks(u, innermost, NULL);
  u->depth = depth - 1;
}

static void compile_jump_out(Unit *u, Node *node) {
  bool is_break = node->kind == NODE_BREAK;
  Block *loop = u->blocks;
  while (loop && loop->kind != BLOCK_FOR && loop->kind != BLOCK_WHILE) loop = loop->outer;
  check_star(u, node, loop);
  if (!loop)
    syntax_fail(u->compiler->syntax, node->span, is_break ? "'break' outside loop" : "'continue' not properly in loop");
  int depth = u->depth;
  Block *innermost = u->blocks;
  leave_blocks(u, loop, false);
  u->span = node->span;
  if (is_break) {
    u->blocks = loop->outer;
    leave_block(u, loop, false);
    u->span = node->span;
    emit_jump(u, DO_JUMP, 0, loop->on_break, 0);
  } else {
    emit_jump(u, DO_JUMP_BACK, 0, loop->on_continue, 0);
  }
  resume_blocks(u, innermost, loop->outer);
  u->depth = depth;
}

static void compile_if(Unit *u, Node *node) {
  Label end = LABEL_NEW;
  for (;;) { /* a chain of elifs, in a loop since it may be long */
    Label otherwise = LABEL_NEW;
    compile_branch(u, node->as.branch.test, false, &otherwise);
    compile_body(u, node->as.branch.body);
    NodeList rest = node->as.branch.otherwise;
    if (rest.count) emit_jump(u, DO_JUMP, 0, &end, 0);
    bind_label(u, &otherwise);
    if (rest.count != 1 || rest.items[0]->kind != NODE_IF) {
      compile_body(u, rest);
      break;
    }
    node = rest.items[0];
  }
  bind_label(u, &end);
}

/* The test stands before the body; the end of the body jumps back to it. */
static void compile_while(Unit *u, Node *node) {
  Label body = LABEL_NEW, test = LABEL_NEW, otherwise = LABEL_NEW, end = LABEL_NEW;
  Node *condition = node->as.branch.test;
  bind_label(u, &test);
  compile_branch(u, condition, false, &otherwise);
  bind_label(u, &body);
  Block block = {.kind = BLOCK_WHILE, .on_break = &end, .on_continue = &test};
  open_block(u, &block);
  compile_body(u, node->as.branch.body);
  close_block(u, &block);
  u->span = condition->span;
  emit_jump(u, DO_JUMP_BACK, 0, &test, 0);
  bind_label(u, &otherwise);
  compile_body(u, node->as.branch.otherwise);
  bind_label(u, &end);
}

void compile_async_state(Unit *u, bool made) {
  if (!made) emit(u, DO_GET_ASYNC_ITER, 0, 0, 0);
  emit_constant(u, PY_NONE);
  emit_constant(u, PY_NONE);
}

/* StopAsyncIteration of the awaiting alone ends the loop: the protected instructions are no more than that. */
Label *compile_async_next(Unit *u) {
  Label *exhausted = unit_label(u);
  int start = u->code->count, depth = u->depth;
  emit(u, DO_GET_ASYNC_NEXT, 0, 0, 1);
  emit_constant(u, PY_NONE);
  emit(u, DO_YIELD_FROM, 0, 0, -1);
  unit_protect(u, start, exhausted, depth);
  return exhausted;
}

void compile_async_end(Unit *u, Label *exhausted) {
  bind_label(u, exhausted);
  emit(u, DO_END_ASYNC_FOR, 0, 0, 0);
  for (int i = 0; i < 3; i++) emit(u, DO_POP, 0, 0, -1);
}

/* async for: the state is the asynchronous iterator and two values that only keep its size that of other loops. */
static void compile_async_for(Unit *u, Node *node) {
  Label next = LABEL_NEW, end = LABEL_NEW;
  compile_expression(u, node->as.loop.iterable);
  u->span = node->as.loop.iterable->span;
  compile_async_state(u, false);
  bind_label(u, &next);
  Label *exhausted = compile_async_next(u);
  Block block = {.kind = BLOCK_FOR, .on_break = &end, .on_continue = &next};
  open_block(u, &block);
  compile_store(u, node->as.loop.target);
  compile_body(u, node->as.loop.body);
  close_block(u, &block);
  u->span = node->span;
  emit_jump(u, DO_JUMP_BACK, 0, &next, 0);
  compile_async_end(u, exhausted);
  compile_body(u, node->as.loop.otherwise);
  bind_label(u, &end);
}

static void compile_for(Unit *u, Node *node) {
  Label next = LABEL_NEW, exhausted = LABEL_NEW, end = LABEL_NEW;
  Node *iterable = node->as.loop.iterable, *target = node->as.loop.target;
  compile_expression(u, iterable);
  u->span = node->span;
  emit(u, DO_FOR_PREPARE, 0, 0, 2);
  bind_label(u, &next);
  int slot = compile_local_operand(u, target);
  emit_jump(u, DO_FOR_NEXT, slot >= 0 ? slot : DEST_PUSH, &exhausted, slot >= 0 ? 0 : 1);
  Block block = {.kind = BLOCK_FOR, .on_break = &end, .on_continue = &next};
  open_block(u, &block);
  if (slot < 0) compile_store(u, target);
  compile_body(u, node->as.loop.body);
  close_block(u, &block);
  u->span = node->span;
  emit_jump(u, DO_JUMP_BACK, 0, &next, 0);
  bind_label(u, &exhausted);
  u->depth -= 3;
  compile_body(u, node->as.loop.otherwise);
  bind_label(u, &end);
}

/* Begins a handler: the exception is on the stack and becomes the one being handled. */
static void begin_handler(Unit *u, Label *handler, int depth) {
  bind_label(u, handler);
  u->depth = depth + 1;
  if (u->depth > u->code->stack) u->code->stack = u->depth;
  emit(u, DO_PUSH_HANDLED, 0, 0, 1);
}

/* Where a handler that raises itself ends up. */
static void emit_handler_failure(Unit *u, Label *failure, int depth) {
  bind_label(u, failure);
  u->depth = depth + 3;
  if (u->depth > u->code->stack) u->code->stack = u->depth;
  emit(u, DO_RERAISE_HANDLER, 0, 0, -3);
}

/* One `except type as name: body`. The stack holds [previous exception]. */
static void compile_handler(Unit *u, Handler *handler, Label *end, int depth) {
  Label next = LABEL_NEW;
  if (handler->type) {
    compile_expression(u, handler->type);
    u->span = handler->type->span;
    emit(u, DO_MATCH_EXCEPTION, 0, 0, 0);
    emit_jump(u, DO_JUMP_IF_FALSE, 0, &next, -1);
  }
  Label *cleanup = handler->name ? unit_label(u) : NULL;
  if (handler->name) {
    emit(u, DO_DUP, 0, 0, 1);
    compile_store_name(u, handler->name);
  }
  Block block = {.kind = BLOCK_HANDLER, .name = handler->name, .handler = cleanup, .handler_depth = depth + 2};
  open_block(u, &block);
  compile_body(u, handler->body);
  close_block(u, &block);
  u->span = handler->span;
  emit(u, DO_POP_HANDLED, 0, 0, -2);
  forget_name(u, handler->name);
  emit_jump(u, DO_JUMP, 0, end, 0);
  if (cleanup) {
    bind_label(u, cleanup);
    u->depth = depth + 3;
    forget_name(u, handler->name);
    emit(u, DO_RERAISE, 0, 0, -1); /* on to the guard around the handlers */
  }
  bind_label(u, &next);
  u->depth = depth + 2;
}

static void compile_try_handlers(Unit *u, Node *node) {
  int depth = u->depth;
  Label end = LABEL_NEW;
  Label *handler = unit_label(u), *failure = unit_label(u);
  Block block = {.kind = BLOCK_TRY, .handler = handler, .handler_depth = depth};
  open_block(u, &block);
  compile_body(u, node->as.try.body);
  close_block(u, &block);
  compile_body(u, node->as.try.otherwise);
  emit_jump(u, DO_JUMP, 0, &end, 0);
  u->span = node->as.try.handlers[0].span;
  begin_handler(u, handler, depth);
  /* Whatever is raised in the handlers leaves through `failure`. Ways out of their bodies are in the bodies' own
   * blocks; this block only splits the region around them. */
  Block guard = {.kind = BLOCK_TRY, .handler = failure, .handler_depth = depth + 2};
  open_block(u, &guard);
  for (int i = 0; i < node->as.try.count; i++) compile_handler(u, &node->as.try.handlers[i], &end, depth);
  emit(u, DO_DUP, 0, 0, 1);
  emit(u, DO_RERAISE, 0, 0, -1);
  close_block(u, &guard);
  emit_handler_failure(u, failure, depth);
  bind_label(u, &end);
  u->depth = depth;
}

static void compile_try(Unit *u, Node *node) {
  if (!node->as.try.has_finally) {
    compile_try_handlers(u, node);
    return;
  }
  int depth = u->depth;
  Label end = LABEL_NEW;
  Label *handler = unit_label(u), *failure = unit_label(u);
  Block block = {.kind = BLOCK_FINALLY, .handler = handler, .handler_depth = depth, .finally = node->as.try.finally};
  open_block(u, &block);
  if (node->as.try.count) compile_try_handlers(u, node);
  else compile_body(u, node->as.try.body);
  close_block(u, &block);
  compile_body(u, node->as.try.finally);
  emit_jump(u, DO_JUMP, 0, &end, 0);
  begin_handler(u, handler, depth);
  Block guard = {.kind = BLOCK_HANDLER, .handler = failure, .handler_depth = depth + 2};
  open_block(u, &guard);
  compile_body(u, node->as.try.finally);
  emit(u, DO_DUP, 0, 0, 1);
  emit(u, DO_RERAISE, 0, 0, -1);
  close_block(u, &guard);
  emit_handler_failure(u, failure, depth);
  bind_label(u, &end);
  u->depth = depth;
}

/* The body of an `except*`: what its with statement gave, which is on the stack, is the exception being handled. */
static void compile_star_body(Unit *u, Node *node, WithItem *item) {
  int depth = u->depth - 1;
  Label end = LABEL_NEW, *failure = unit_label(u);
  emit(u, DO_PUSH_HANDLED, 0, 0, 1);
  if (item->target) {
    emit(u, DO_DUP, 0, 0, 1);
    compile_store(u, item->target);
  }
  Block block = {.kind = BLOCK_HANDLER, .handler = failure, .handler_depth = depth + 2};
  open_block(u, &block);
  compile_body(u, node->as.with.body);
  close_block(u, &block);
  u->span = node->span;
  emit(u, DO_POP_HANDLED, 0, 0, -2);
  emit_jump(u, DO_JUMP, 0, &end, 0);
  emit_handler_failure(u, failure, depth);
  bind_label(u, &end);
  u->depth = depth;
}

static void compile_with_item(Unit *u, Node *node, int index) {
  if (index == node->as.with.count) {
    compile_body(u, node->as.with.body);
    return;
  }
  WithItem *item = &node->as.with.items[index];
  int depth = u->depth;
  Label end = LABEL_NEW, suppressed = LABEL_NEW;
  Label *handler = unit_label(u), *failure = unit_label(u);
  compile_expression(u, item->context);
  u->span = node->span;
  emit(u, DO_WITH_ENTER, node->async, 0, 1);
  if (node->async) compile_await(u, AWAIT_ENTER);
  Block block = {.kind = BLOCK_WITH, .handler = handler, .handler_depth = depth + 1, .async = node->async,
                 .star = node->op == WITH_STAR_HANDLER};
  open_block(u, &block);
  if (block.star) {
    compile_star_body(u, node, item);
  } else {
    if (item->target) compile_store(u, item->target);
    else emit(u, DO_POP, 0, 0, -1);
    compile_with_item(u, node, index + 1);
  }
  close_block(u, &block);
  u->span = node->span;
  leave_with(u, node->async);
  emit_jump(u, DO_JUMP, 0, &end, 0);
  begin_handler(u, handler, depth + 1);
  int start = u->code->count;
  emit(u, DO_WITH_EXCEPT, node->async, 0, 1);
  if (node->async) compile_await(u, AWAIT_EXIT);
  emit_jump(u, DO_JUMP_IF_TRUE, 0, &suppressed, -1);
  emit(u, DO_DUP, 0, 0, 1);
  emit(u, DO_RERAISE, 0, 0, -1);
  unit_protect(u, start, failure, depth + 3);
  emit_handler_failure(u, failure, depth + 1);
  bind_label(u, &suppressed);
  u->depth = depth + 3;
  emit(u, DO_POP_HANDLED, 0, 0, -2);
  emit(u, DO_POP, 0, 0, -1);
  bind_label(u, &end);
  u->depth = depth;
}

bool compile_control(Unit *u, Node *node) {
  switch (node->kind) {
  case NODE_IF: compile_if(u, node); break;
  case NODE_WHILE: compile_while(u, node); break;
  case NODE_FOR:
    if (node->async) compile_async_for(u, node);
    else compile_for(u, node);
    break;
  case NODE_TRY: compile_try(u, node); break;
  case NODE_WITH: compile_with_item(u, node, 0); break;
  case NODE_MATCH: compile_match(u, node); break;
  case NODE_BREAK: case NODE_CONTINUE: compile_jump_out(u, node); break;
  default: return false;
  }
  return true;
}
