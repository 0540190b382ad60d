/* The compiler: syntax tree and scopes to instructions. What its files share. */
#ifndef NNSH_REPL_LANGUAGE_COMPILER_H
#define NNSH_REPL_LANGUAGE_COMPILER_H

#include "repl/language/code.h"
#include "repl/language/scope.h"

/* Somewhere that jumps go to. Until it is bound, the jumps to it form a chain through their arguments. */
typedef struct Label {
  int target, chain;
} Label;
#define LABEL_NEW ((Label){.target = -1, .chain = -1})

/* What encloses the statement that is being compiled, and what leaving it early takes. */
typedef enum BlockKind {
  BLOCK_FOR, BLOCK_WHILE,
  BLOCK_TRY,            /* the body of a try with handlers */
  BLOCK_FINALLY,        /* what a finally block follows */
  BLOCK_WITH,           /* the body of a with: its exit function is on the stack */
  BLOCK_HANDLER,        /* a handler's body: the exceptions before and now are on the stack */
  BLOCK_RETURN          /* a finally body on the way of a return: the value is on the stack */
} BlockKind;
typedef struct Block {
  struct Block *outer;
  uint8_t kind;
  Label *on_break, *on_continue;
  int region_start; /* of the protected instructions, or -1 */
  Label *handler;
  int handler_depth;
  NodeList finally;
  bool async; /* BLOCK_WITH */
  bool star;  /* BLOCK_WITH: the body of an `except*` */
  String *name; /* of `except ... as name` */
  Span span;
} Block;

typedef struct Region {
  int start, end, depth;
  Label *handler;
} Region;

typedef struct Compiler Compiler;
typedef struct Unit {
  Compiler *compiler;
  struct Unit *outer;
  Code *code;
  Scope *scope;
  Block *blocks;
  Region *regions;
  int region_count;
  int capacity, constant_capacity, name_capacity, child_capacity, region_capacity;
  int32_t *constant_index; /* open addressing */
  int constant_index_size;
  int depth;      /* of the stack now */
  int last_label; /* where the last label was bound: what stands before must not be merged with what follows */
  Span span;      /* of the instructions being emitted */
} Unit;

struct Compiler {
  Syntax *syntax;
  LangMode mode;
  const Node *last; /* the last statement of the text: LANG_CELL echoes no other */
  Unit *unit; /* the innermost; all are released through it when an error ends the compilation */
};

/* NULL only by leaving through syntax_fail; units that are open then are released by compiler_abandon. */
Code *compiler_run(Compiler *compiler, NodeList body, Scope *scope);
void compiler_abandon(Compiler *compiler);

/* compiler.c: emitting. `effect` is how the depth of the stack changes. */
Unit *unit_open(Compiler *compiler, Scope *scope, String *name, Span span);
Code *unit_close(Unit *u); /* the finished code; the unit before is current again */
int emit(Unit *u, Opcode op, int c, int32_t arg, int effect);
int emit_operands(Unit *u, Opcode op, int c, int a, int b, int effect);
void emit_jump(Unit *u, Opcode op, int c, Label *label, int effect);
void bind_label(Unit *u, Label *label);
int unit_constant(Unit *u, Value constant); /* takes the value over */
int unit_name(Unit *u, String *name);
int unit_child(Unit *u, Code *code);
void emit_constant(Unit *u, Value constant);
Label *unit_label(Unit *u); /* one that lives as long as the compilation */
void unit_protect(Unit *u, int start, Label *handler, int depth); /* from start to here */

/* compile_name.c: variables and targets. */
void compile_load(Unit *u, String *name);
void compile_store_name(Unit *u, String *name);
void compile_delete_name(Unit *u, String *name);
void compile_store(Unit *u, Node *target); /* value -- */
void compile_delete(Unit *u, Node *target);
/* The slot of a plain local that fits an operand, or -1. */
int compile_local_operand(Unit *u, const Node *node);
int compile_constant_operand(Unit *u, Node *node);

/* compile_expression.c */
void compile_expression(Unit *u, Node *node);
void compile_branch(Unit *u, Node *node, bool when, Label *label); /* jumps when the truth of node is `when` */
void compile_await(Unit *u, AwaitOrigin origin); /* a -- what awaiting it gives */
void compile_binary(Unit *u, BinaryOp op, bool in_place, Node *left, Node *right); /* left NULL: it is on the stack */
Value compile_constant_value(Unit *u, const Node *node);
/* compile_call.c */
void compile_call(Unit *u, Node *node);
bool compile_arguments_unpacked(Unit *u, Node *call); /* tuple, and dict if it says so, on the stack */
/* compile_function.c */
void compile_lambda(Unit *u, Node *node);
void compile_comprehension(Unit *u, Node *node);
void compile_def(Unit *u, Node *node);
void compile_class(Unit *u, Node *node);
void compile_annotation(Unit *u, Node *node);
/* compile_statement.c */
void compile_body(Unit *u, NodeList body);
void compile_statement(Unit *u, Node *node);
/* compile_control.c: loops, try, with, and leaving them. */
bool compile_control(Unit *u, Node *node);
/* The parts of `async for`: iterable -- state; -- item, giving the label of the end; state -- at the end. */
void compile_async_state(Unit *u, bool made); /* `made`: the asynchronous iterator itself is there */
Label *compile_async_next(Unit *u);
void compile_async_end(Unit *u, Label *exhausted);
/* compile_match.c */
void compile_match(Unit *u, Node *node);
void compile_return(Unit *u, Node *node);

#endif
