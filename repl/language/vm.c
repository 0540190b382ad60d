/* The loop that runs instructions, and what happens when one fails. Each instruction is a label in vm_run and ends by
 * jumping to the next one's; they are written in vm_*.inc, by kind, with the macros of vm_dispatch.h. */
#include "repl/language/vm.h"

#include <pthread.h>

#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "repl/language/async.h"
#include "repl/language/function.h"
#include "repl/language/generator.h"
#include "repl/language/vm_dispatch.h"
#include "repl/language/vm_fast.h"
#include "repl/types/function.h"
#include "repl/types/list.h"
#include "repl/types/protocol.h"

/* Native code that calls back uses the C stack, how much depends on what it is: the limit on the depth alone would not
 * be safe. */
bool vm_enter_native(void) {
  enum { STACK_RESERVE = 256 * 1024 };
  if (!py_stack_lowest) {
    pthread_attr_t attributes;
    void *start = NULL;
    size_t size = 0;
    if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
      pthread_attr_getstack(&attributes, &start, &size);
      pthread_attr_destroy(&attributes);
    }
    py_stack_lowest = size > 2 * STACK_RESERVE ? (uintptr_t)start + STACK_RESERVE : 1;
  }
  return py_enter_call();
}

Value vm_enter(Frame *frame) {
  if (!vm_enter_native()) {
    Object *callable = frame->callable;
    frame_clear(frame, frame->sp);
    frame_pop(frame);
    if (callable) py_drop((Value){.tag = TAG_OBJECT, .as.object = callable});
    return PY_ERROR;
  }
  frame->kind = FRAME_ENTRY;
  Value result = vm_run(frame, false);
  py_leave_call();
  return result;
}

/* Ends a frame of the stack of frames; its sp says how much of its stack there is to drop. */
static inline void end_frame(Frame *frame, Value *sp) {
  Value *end = frame->slots + frame->code->slots;
  while (sp > end) py_drop(*--sp);
  for (Value *slot = frame->slots; slot < end; slot++) py_drop(*slot);
  Object *callable = frame->callable;
  frame_pop(frame);
  if (callable && --callable->references == 0) py_destroy(callable);
}

/* A traceback line for where the frame is. */
static void add_trace(const Frame *frame, const Instruction *pc) {
  Exception *exception = py_pending_exception();
  if (!exception) return;
  const Code *code = frame->code;
  Place place = code_place(code, pc);
  py_add_trace(exception, code->source->file, code->name, place.line, place.column, place.end_line, place.end_column);
}

/* StopIteration must not leave a generator: it would silently end the loop around it. */
static void convert_stop_iteration(GeneratorKind kind) {
  static const char *const words[] = {
      [PLAIN_GENERATOR] = "generator", [COROUTINE] = "coroutine", [ASYNC_GENERATOR] = "async generator"};
  bool async = kind == ASYNC_GENERATOR && py_pending_is(&py_StopAsyncIteration);
  if (!async && !py_pending_is(&py_StopIteration)) return;
  Value stop = py_take_pending();
  py_raise(&py_RuntimeError, "%s raised %s", words[kind], async ? "StopAsyncIteration" : "StopIteration");
  Exception *error = py_pending_exception();
  if (error) {
    py_drop(error->cause);
    py_drop(error->context);
    error->cause = py_keep(stop);
    error->context = py_keep(stop);
    error->suppress_context = true;
  }
  py_drop(stop);
}

/* ---- The loop ---- */

Value vm_run(Frame *entry, bool failing) {
  static const void *const labels[] = {
#define OPCODE_LABEL(name) &&do_##name,
      OPCODE_ROWS(OPCODE_LABEL)
#undef OPCODE_LABEL
  };
  Frame *frame = entry;
  const Instruction *pc, *base;
  Value *sp, *locals;
  const Value *constants;
  /* Operands on their way to the long form of an operation. */
  Value left, right;
  int slow_op;
  OperandMode slow_mode;
  /* A call on its way. */
  Value callable;
  Value *arguments, *below; /* the first argument; where the stack is cut to */
  int count;
  uint8_t call_kind;
  Frame *callee;

  frame->back = frame_current;
  frame_current = frame;
  frame_depth++;
  LOAD_FRAME();
  if (failing) {
    /* A generator stands behind its yield; the exception is raised at it. */
    if (pc > base && pc->op != DO_YIELD_FROM) pc--;
    goto error;
  }
  if (frame_depth > py_recursion_limit) {
    py_raise(&py_RecursionError, "maximum recursion depth exceeded");
    goto error;
  }
  DISPATCH();

#include "repl/language/vm_variables.inc"
#include "repl/language/vm_calls.inc"
#include "repl/language/vm_loops.inc"
#include "repl/language/vm_containers.inc"
#include "repl/language/vm_operators.inc"
#include "repl/language/vm_blocks.inc"

  /* ---- What goes wrong ---- */
unbound_a:
  vm_unbound_local(frame, pc->a);
  goto error;
unbound_b:
  vm_unbound_local(frame, pc->b);
  goto error;
unbound_c:
  vm_unbound_local(frame, pc->c);
  goto error;
unbound_arg:
  vm_unbound_local(frame, pc->arg);
  goto error;
too_deep:
  py_raise(&py_RecursionError, "maximum recursion depth exceeded");
  goto error;
interrupted_call: /* the operands are gone: the call cannot be repeated */
  vm_interrupt();
  goto error;
interrupted:
  SAVE_FRAME();
  if (!vm_attend()) DISPATCH();
  vm_interrupt();
error:
  if (!py_pending()) py_raise(&py_SystemError, "error return without exception set");
  add_trace(frame, pc);
unwind:
  for (;;) {
    const Code *code = frame->code;
    int at = (int)(pc - base);
    for (int i = 0; i < code->protection_count; i++) {
      const Protection *p = &code->protections[i];
      if (at < p->start || at >= p->end) continue;
      Value *floor = locals + code->slots + p->depth;
      while (sp > floor) py_drop(*--sp);
      *sp++ = py_take_pending();
      JUMP_TO(p->handler);
    }
    Frame *back = frame->back;
    uint8_t kind = frame->kind;
    if (kind == FRAME_CALLED || kind == FRAME_CONSTRUCTING || kind == FRAME_ENTRY) {
      end_frame(frame, sp);
    } else {
      convert_stop_iteration((GeneratorKind)frame->generator->kind);
      generator_finished(frame->generator, sp, PY_ERROR);
    }
    frame_current = frame = back;
    frame_depth--;
    if (kind == FRAME_ENTRY || kind == FRAME_RESUMED) return PY_ERROR;
    LOAD_FRAME();
    add_trace(frame, pc);
  }
}
