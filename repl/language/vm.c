/* The loop that runs instructions. Each is a label; every one ends by jumping to the next one's. */
#include "repl/language/vm.h"

#include <pthread.h>

#include "engine/core/interrupt.h"
#include "repl/language/function.h"
#include "repl/language/generator.h"
#include "repl/language/vm_fast.h"
#include "repl/types/function.h"
#include "repl/types/protocol.h"

/* ---- The loop ---- */

/* Native code that calls back uses the C stack, how much depends on what it is: the limit on the depth alone would not
 * be safe. */
bool vm_enter_native(void) {
  enum { STACK_RESERVE = 256 * 1024 };
  static uintptr_t lowest; /* address that the stack must not grow below; the interpreter has one thread */
  if (!lowest) {
    pthread_attr_t attributes;
    void *start = NULL;
    size_t size = 0;
    if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
      pthread_attr_getstack(&attributes, &start, &size);
      pthread_attr_destroy(&attributes);
    }
    lowest = size > 2 * STACK_RESERVE ? (uintptr_t)start + STACK_RESERVE : 1;
  }
  if ((uintptr_t)__builtin_frame_address(0) < lowest) {
    py_raise(&py_RecursionError, "maximum recursion depth exceeded");
    return false;
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
static void convert_stop_iteration(void) {
  if (!py_pending_is(&py_StopIteration)) return;
  Value stop = py_take_pending();
  py_raise(&py_RuntimeError, "generator raised StopIteration");
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

#define CASE(name) do_##name
#define DISPATCH() goto *labels[pc->op]
#define NEXT()  \
  do {          \
    pc++;       \
    DISPATCH(); \
  } while (0)
#define JUMP_TO(target)    \
  do {                     \
    pc = base + (target);  \
    DISPATCH();            \
  } while (0)
#define LOAD_FRAME()                   \
  do {                                 \
    pc = frame->pc;                    \
    sp = frame->sp;                    \
    locals = frame->slots;             \
    constants = frame->code->constants; \
    base = frame->code->instructions;  \
  } while (0)
#define SAVE_FRAME() (frame->pc = pc, frame->sp = sp)
#define POLL() \
  if (__builtin_expect(core_interrupt_pending(), 0)) goto interrupted
/* The result of a binary operation goes onto the stack or into a local. */
#define PUT(value)                        \
  do {                                    \
    Value put_ = (value);                 \
    unsigned to_ = pc->c & DEST_PUSH;     \
    if (to_ == DEST_PUSH) {               \
      *sp++ = put_;                       \
    } else {                              \
      Value old_ = locals[to_];           \
      locals[to_] = put_;                 \
      py_drop(old_);                      \
    }                                     \
  } while (0)

/* Operands by mode, and how many of them are on the stack. */
#define OPERANDS_SS Value x = sp[-2], y = sp[-1]
#define OPERANDS_SL Value x = sp[-1], y = locals[pc->b]
#define OPERANDS_SC Value x = sp[-1], y = constants[pc->b]
#define OPERANDS_LS Value x = locals[pc->a], y = sp[-1]
#define OPERANDS_LL Value x = locals[pc->a], y = locals[pc->b]
#define OPERANDS_LC Value x = locals[pc->a], y = constants[pc->b]
enum { TAKEN_SS = 2, TAKEN_SL = 1, TAKEN_SC = 1, TAKEN_LS = 1, TAKEN_LL = 0, TAKEN_LC = 0 };
static const int8_t taken_by_mode[MODE_COUNT] = {TAKEN_SS, TAKEN_SL, TAKEN_SC, TAKEN_LS, TAKEN_LL, TAKEN_LC};

#define SLOW(label, operation, mode_) \
  do {                                \
    left = x;                         \
    right = y;                        \
    slow_op = (operation);            \
    slow_mode = (mode_);              \
    goto label;                       \
  } while (0)

#define ARITHMETIC(name, mode)                                            \
  CASE(name##_##mode) : {                                                 \
    OPERANDS_##mode;                                                      \
    Value r = PY_UNDEFINED;                                               \
    double a, b;                                                          \
    if (x.tag == TAG_INT && y.tag == TAG_INT) r = int_##name(x.as.integer, y.as.integer); \
    else if (x.tag == TAG_FLOAT && y.tag == TAG_FLOAT) r = real_##name(x.as.real, y.as.real); \
    else if (as_reals(x, y, &a, &b)) r = real_##name(a, b);               \
    if (r.tag == TAG_UNDEFINED) SLOW(binary_slow, OP_##name, MODE_##mode); \
    sp -= TAKEN_##mode;                                                   \
    PUT(r);                                                               \
    NEXT();                                                               \
  }
#define BRANCH(truth)                                                  \
  do {                                                                 \
    const Instruction *jump_ = pc + 1;                                 \
    pc = (truth) == (jump_->op == DO_JUMP_IF_TRUE) ? base + jump_->arg : pc + 2; \
    DISPATCH();                                                        \
  } while (0)
#define COMPARISON(name, mode, sign)                                      \
  CASE(name##_##mode##_JUMP) : {                                          \
    OPERANDS_##mode;                                                      \
    bool truth_;                                                          \
    double a, b;                                                          \
    if (x.tag == TAG_INT && y.tag == TAG_INT) truth_ = x.as.integer sign y.as.integer; \
    else if (as_reals(x, y, &a, &b)) truth_ = a sign b;                   \
    else SLOW(compare_slow, OP_##name, MODE_##mode);                      \
    sp -= TAKEN_##mode;                                                   \
    BRANCH(truth_);                                                       \
  }
#define IN_ALL_MODES(macro, ...)                                                                                       \
  macro(__VA_ARGS__, SS) macro(__VA_ARGS__, SL) macro(__VA_ARGS__, SC) macro(__VA_ARGS__, LS) macro(__VA_ARGS__, LL)   \
      macro(__VA_ARGS__, LC)
#define COMPARISONS(name, sign)                                                               \
  COMPARISON(name, SS, sign) COMPARISON(name, SL, sign) COMPARISON(name, SC, sign)            \
  COMPARISON(name, LS, sign) COMPARISON(name, LL, sign) COMPARISON(name, LC, sign)
#define GENERIC_BINARY(name, mode)                         \
  CASE(name##_##mode) : {                                  \
    OPERANDS_##mode;                                       \
    SLOW(binary_slow, pc[1].arg, MODE_##mode);             \
  }
#define SUBSCRIPTION(name, mode)                               \
  CASE(name##_##mode) : {                                      \
    OPERANDS_##mode;                                           \
    Value r = subscript_fast(x, y);                            \
    if (r.tag == TAG_UNDEFINED) SLOW(subscript_slow, 0, MODE_##mode); \
    if (TAKEN_##mode) {                                        \
      sp -= TAKEN_##mode;                                      \
      if (MODE_##mode <= MODE_SC) py_drop(x);                  \
    }                                                          \
    PUT(r);                                                    \
    NEXT();                                                    \
  }

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
  if (frame_depth > FRAME_DEPTH_LIMIT) {
    py_raise(&py_RecursionError, "maximum recursion depth exceeded");
    goto error;
  }
  DISPATCH();

  /* ---- Stack, constants, variables ---- */
  CASE(POP) : {
    py_drop(*--sp);
    NEXT();
  }
  CASE(DUP) : {
    *sp = py_keep(sp[-1]);
    sp++;
    NEXT();
  }
  CASE(DUP_TWO) : {
    sp[0] = py_keep(sp[-2]);
    sp[1] = py_keep(sp[-1]);
    sp += 2;
    NEXT();
  }
  CASE(SWAP) : {
    Value top = sp[-1];
    sp[-1] = sp[-2];
    sp[-2] = top;
    NEXT();
  }
  CASE(ROT_THREE) : {
    Value top = sp[-1];
    sp[-1] = sp[-2];
    sp[-2] = sp[-3];
    sp[-3] = top;
    NEXT();
  }
  CASE(LOAD_CONST) : {
    *sp++ = py_keep(constants[pc->arg]);
    NEXT();
  }
  CASE(LOAD_BIG_INT) : {
    py_raise(&py_OverflowError, "the number %.60s does not fit 64 bits", py_as_string(constants[pc->arg])->data);
    goto error;
  }
  CASE(LOAD_LOCAL) : {
    Value v = locals[pc->arg];
    if (v.tag == TAG_UNDEFINED) goto unbound_arg;
    *sp++ = py_keep(v);
    NEXT();
  }
  CASE(STORE_LOCAL) : {
    Value old = locals[pc->arg];
    locals[pc->arg] = *--sp;
    py_drop(old);
    NEXT();
  }
  CASE(DELETE_LOCAL) : {
    Value old = locals[pc->arg];
    if (old.tag == TAG_UNDEFINED) goto unbound_arg;
    locals[pc->arg] = PY_UNDEFINED;
    py_drop(old);
    NEXT();
  }
  CASE(LOAD_CELL) : {
    Value v = ((Cell *)locals[pc->arg].as.object)->value;
    if (v.tag == TAG_UNDEFINED) {
      vm_unbound_cell(frame, pc->arg);
      goto error;
    }
    *sp++ = py_keep(v);
    NEXT();
  }
  CASE(STORE_CELL) : {
    Cell *cell = (Cell *)locals[pc->arg].as.object;
    Value old = cell->value;
    cell->value = *--sp;
    py_drop(old);
    NEXT();
  }
  CASE(DELETE_CELL) : {
    Cell *cell = (Cell *)locals[pc->arg].as.object;
    Value old = cell->value;
    if (old.tag == TAG_UNDEFINED) {
      vm_unbound_cell(frame, pc->arg);
      goto error;
    }
    cell->value = PY_UNDEFINED;
    py_drop(old);
    NEXT();
  }
  CASE(MAKE_CELL) : {
    Value cell = cell_new(locals[pc->arg]);
    if (py_is_error(cell)) goto error;
    py_drop(locals[pc->arg]);
    locals[pc->arg] = cell;
    NEXT();
  }
  CASE(LOAD_CLOSURE) : {
    *sp++ = py_keep(locals[pc->arg]);
    NEXT();
  }
  CASE(LOAD_GLOBAL) : {
    /* The entry that held the name last time still holds it if its key is this very name. */
    const NameCache *cache = &frame->code->caches[pc->arg];
    const Dict *dict = frame->globals;
    const String *name = frame->code->names[pc->arg];
    if (cache->builtin) {
      if (cache->globals != dict || cache->version != dict->version) goto load_global_slow;
      dict = lang_builtins;
    }
    if (cache->entry < dict->used) {
      const DictEntry *e = &dict->entries[cache->entry];
      if (e->key.tag == TAG_OBJECT && e->key.as.object == &name->head) {
        *sp++ = py_keep(e->value);
        NEXT();
      }
    }
  load_global_slow:;
    Value v = vm_load_global(frame, pc->arg);
    if (py_is_error(v)) goto error;
    *sp++ = v;
    NEXT();
  }
  CASE(STORE_GLOBAL) : {
    const NameCache *cache = &frame->code->caches[pc->arg];
    Dict *dict = frame->globals;
    if (!cache->builtin && cache->entry < dict->used) {
      DictEntry *e = &dict->entries[cache->entry];
      if (e->key.tag == TAG_OBJECT && e->key.as.object == &frame->code->names[pc->arg]->head) {
        Value old = e->value;
        e->value = *--sp;
        py_drop(old);
        NEXT();
      }
    }
    sp--;
    if (!vm_store_global(frame, pc->arg, *sp)) goto error;
    NEXT();
  }
  CASE(DELETE_GLOBAL) : {
    if (!vm_delete_global(frame, pc->arg)) goto error;
    NEXT();
  }
  CASE(LOAD_NAME) : {
    Value v = vm_load_name(frame, pc->arg);
    if (py_is_error(v)) goto error;
    *sp++ = v;
    NEXT();
  }
  CASE(STORE_NAME) : {
    bool stored = py_dict_set(frame->names, py_object(frame->code->names[pc->arg]), sp[-1]);
    py_drop(*--sp);
    if (!stored) goto error;
    NEXT();
  }
  CASE(DELETE_NAME) : {
    if (!vm_delete_name(frame, pc->arg)) goto error;
    NEXT();
  }

  /* ---- Attributes ---- */
  CASE(LOAD_ATTR) : {
    SAVE_FRAME();
    Value object = sp[-1];
    Value v = py_getattr(object, frame->code->names[pc->arg]);
    if (py_is_error(v)) goto error;
    sp[-1] = v;
    py_drop(object);
    NEXT();
  }
  CASE(LOAD_ATTR_LOCAL) : {
    Value object = locals[pc->c];
    if (object.tag == TAG_UNDEFINED) goto unbound_c;
    SAVE_FRAME();
    Value v = py_getattr(object, frame->code->names[pc->arg]);
    if (py_is_error(v)) goto error;
    *sp++ = v;
    NEXT();
  }
  CASE(STORE_ATTR) : {
    SAVE_FRAME();
    bool stored = py_setattr(sp[-1], frame->code->names[pc->arg], sp[-2]);
    py_drop(*--sp);
    py_drop(*--sp);
    if (!stored) goto error;
    NEXT();
  }
  CASE(DELETE_ATTR) : {
    SAVE_FRAME();
    bool deleted = py_setattr(sp[-1], frame->code->names[pc->arg], PY_UNDEFINED);
    py_drop(*--sp);
    if (!deleted) goto error;
    NEXT();
  }
  CASE(LOAD_METHOD) : {
    SAVE_FRAME();
    Value object = sp[-1], function;
    int bound = py_load_method(object, frame->code->names[pc->arg], &function);
    if (bound < 0) goto error;
    if (bound) {
      sp[-1] = function;
      *sp++ = object;
    } else {
      sp[-1] = PY_UNDEFINED;
      *sp++ = function;
      py_drop(object);
    }
    NEXT();
  }
  CASE(LOAD_METHOD_LOCAL) : {
    Value object = locals[pc->c], function;
    if (object.tag == TAG_UNDEFINED) goto unbound_c;
    SAVE_FRAME();
    int bound = py_load_method(object, frame->code->names[pc->arg], &function);
    if (bound < 0) goto error;
    sp[0] = bound ? function : PY_UNDEFINED;
    sp[1] = bound ? py_keep(object) : function;
    sp += 2;
    NEXT();
  }

  /* ---- Calls ---- */
  CASE(CALL) : {
    count = pc->c;
    arguments = sp - count;
    below = arguments - 1;
    callable = *below;
    goto call;
  }
  CASE(CALL_METHOD) : {
    count = pc->c;
    arguments = sp - count;
    below = arguments - 2;
    if (below->tag != TAG_UNDEFINED) {
      callable = *below;
      arguments--;
      count++;
    } else {
      callable = below[1];
      if (callable.tag == TAG_OBJECT && callable.as.object->type == &py_method_type) {
        /* A bound method after all: its parts take the two places. */
        Method *method = (Method *)callable.as.object;
        below[0] = py_keep(method->function);
        below[1] = py_keep(method->self);
        py_drop(callable);
        callable = below[0];
        arguments--;
        count++;
      }
    }
  }
call:
  if (is_function(callable)) {
    Function *function = (Function *)callable.as.object;
    Code *code = function->code;
    int missing = code->positional - count;
    if (code->simple && code->kind == CODE_FUNCTION && missing >= 0 &&
        (missing == 0 || (function->defaults.tag == TAG_OBJECT && missing <= py_as_tuple(function->defaults)->count))) {
      if (frame_depth >= FRAME_DEPTH_LIMIT) goto too_deep;
      POLL();
      size_t bytes = code->frame_bytes;
      if ((size_t)(frame_limit - frame_top) >= bytes) {
        callee = (Frame *)(void *)frame_top;
        frame_top += bytes;
        callee->code = code;
        callee->generator = NULL;
        callee->names = NULL;
      } else if (!(callee = frame_push(code))) {
        goto error;
      }
      Value *slots = callee->slots, *slots_end = slots + code->first_free;
      for (Value *from = arguments; from < sp;) *slots++ = *from++;
      if (missing) {
        const Tuple *defaults = py_as_tuple(function->defaults);
        for (int i = 0; i < missing; i++) *slots++ = py_keep(defaults->items[defaults->count - missing + i]);
      }
      while (slots < slots_end) *slots++ = PY_UNDEFINED;
      for (int i = 0; i < code->free_count; i++) *slots++ = py_keep(py_as_tuple(function->closure)->items[i]);
      callee->callable = &function->head; /* the stack's reference */
      callee->globals = function->globals;
      callee->pc = code->instructions;
      callee->sp = slots;
      /* A bound method's self moved with the arguments; nothing else lies above `below`. */
      sp = below;
      goto enter;
    }
    SAVE_FRAME();
    callee = function_frame(function, &(Arguments){.positional = arguments, .count = count});
    goto bound_call;
  }
  {
    SAVE_FRAME();
    Value result = py_call(callable, &(Arguments){.positional = arguments, .count = count});
    while (sp > below) py_drop(*--sp);
    if (py_is_error(result)) goto error;
    *sp++ = result;
    NEXT();
  }
  CASE(CALL_KEYWORDS) : {
    count = pc->c;
    arguments = sp - count;
    below = arguments - 1;
    callable = *below;
    const Tuple *names = py_as_tuple(constants[pc->arg]);
    int keywords = (int)names->count;
    String *keyword_names[keywords];
    for (int i = 0; i < keywords; i++) keyword_names[i] = py_as_string(names->items[i]);
    Arguments given = {.positional = arguments,
                       .count = count - keywords,
                       .keyword_values = arguments + count - keywords,
                       .keyword_names = keyword_names,
                       .keyword_count = keywords};
    SAVE_FRAME();
    if (is_function(callable)) {
      callee = function_frame((Function *)callable.as.object, &given);
      goto bound_call;
    }
    Value result = py_call(callable, &given);
    while (sp > below) py_drop(*--sp);
    if (py_is_error(result)) goto error;
    *sp++ = result;
    NEXT();
  }
  CASE(CALL_UNPACKED) : {
    below = sp - 2 - pc->c;
    callable = *below;
    const Tuple *positional = py_as_tuple(below[1]);
    Dict *dict = pc->c ? py_as_dict(below[2]) : NULL;
    int keywords = dict ? (int)dict->count : 0;
    SAVE_FRAME();
    if (keywords > 10000) {
      py_raise(&py_TypeError, "more than 10000 keyword arguments");
      goto error;
    }
    String *keyword_names[keywords + 1];
    Value keyword_values[keywords + 1], key, value;
    int at = 0;
    for (int64_t i = 0; dict && py_dict_next(dict, &i, &key, &value);) {
      keyword_names[at] = py_as_string(key);
      keyword_values[at++] = value;
    }
    Arguments given = {.positional = positional->items,
                       .count = (int)positional->count,
                       .keyword_values = keyword_values,
                       .keyword_names = keyword_names,
                       .keyword_count = keywords};
    if (is_function(callable)) {
      callee = function_frame((Function *)callable.as.object, &given);
      goto bound_call;
    }
    Value result = py_call(callable, &given);
    while (sp > below) py_drop(*--sp);
    if (py_is_error(result)) goto error;
    *sp++ = result;
    NEXT();
  }
  CASE(UNARY) : {
    Value v = sp[-1];
    if (v.tag == TAG_INT && pc->c == OP_NEGATIVE && v.as.integer != INT64_MIN) {
      sp[-1].as.integer = -v.as.integer;
      NEXT();
    }
    if (v.tag == TAG_FLOAT && pc->c == OP_NEGATIVE) {
      sp[-1].as.real = -v.as.real;
      NEXT();
    }
    SAVE_FRAME();
    Value r = py_unary((UnaryOp)pc->c, v);
    py_drop(*--sp);
    if (py_is_error(r)) goto error;
    *sp++ = r;
    NEXT();
  }
  CASE(NOT) : {
    int truth = truth_of(sp[-1]);
    py_drop(*--sp);
    if (truth < 0) goto error;
    *sp++ = py_bool(!truth);
    NEXT();
  }
  CASE(IN) : {
    SAVE_FRAME();
    int found = py_contains(sp[-1], sp[-2]);
    py_drop(*--sp);
    py_drop(*--sp);
    if (found < 0) goto error;
    *sp++ = py_bool((found != 0) != (pc->c != 0));
    NEXT();
  }
  CASE(IS) : {
    bool same = is_same(sp[-2], sp[-1]);
    py_drop(*--sp);
    py_drop(*--sp);
    *sp++ = py_bool(same != (pc->c != 0));
    NEXT();
  }

  /* ---- Jumps ---- */
  CASE(JUMP) : JUMP_TO(pc->arg);
  CASE(JUMP_BACK) : {
    POLL();
    JUMP_TO(pc->arg);
  }
  CASE(JUMP_IF_FALSE) : {
    int truth = truth_of(sp[-1]);
    py_drop(*--sp);
    if (truth < 0) goto error;
    if (!truth) JUMP_TO(pc->arg);
    NEXT();
  }
  CASE(JUMP_IF_TRUE) : {
    int truth = truth_of(sp[-1]);
    py_drop(*--sp);
    if (truth < 0) goto error;
    if (truth) JUMP_TO(pc->arg);
    NEXT();
  }
  CASE(JUMP_IF_FALSE_OR_POP) : {
    int truth = truth_of(sp[-1]);
    if (truth < 0) goto error;
    if (!truth) JUMP_TO(pc->arg);
    py_drop(*--sp);
    NEXT();
  }
  CASE(JUMP_IF_TRUE_OR_POP) : {
    int truth = truth_of(sp[-1]);
    if (truth < 0) goto error;
    if (truth) JUMP_TO(pc->arg);
    py_drop(*--sp);
    NEXT();
  }

  /* ---- Subscripts ---- */
  CASE(STORE_SUBSCRIPT_LOCALS) : {
    Value object = locals[pc->a], key = locals[pc->b];
    if (object.tag == TAG_OBJECT && object.as.object->type == &py_list_type && key.tag == TAG_INT) {
      List *list = py_as_list(object);
      int64_t at = key.as.integer < 0 ? key.as.integer + list->count : key.as.integer;
      if (at >= 0 && at < list->count) {
        Value old = list->items[at];
        list->items[at] = *--sp;
        py_drop(old);
        NEXT();
      }
    }
    if (object.tag == TAG_UNDEFINED) goto unbound_a;
    if (key.tag == TAG_UNDEFINED) goto unbound_b;
    sp[0] = py_keep(object);
    sp[1] = py_keep(key);
    sp += 2;
    goto store_subscript;
  }
  CASE(STORE_SUBSCRIPT) : {
  store_subscript:;
    Value object = sp[-2], key = sp[-1];
    if (object.tag == TAG_OBJECT && object.as.object->type == &py_list_type && key.tag == TAG_INT) {
      List *list = py_as_list(object);
      int64_t at = key.as.integer < 0 ? key.as.integer + list->count : key.as.integer;
      if (at >= 0 && at < list->count) {
        Value old = list->items[at];
        list->items[at] = sp[-3];
        sp -= 3;
        py_drop(old);
        py_drop(object);
        NEXT();
      }
    }
    SAVE_FRAME();
    bool stored = py_setitem(object, key, sp[-3]);
    for (int i = 0; i < 3; i++) py_drop(*--sp);
    if (!stored) goto error;
    NEXT();
  }
  CASE(DELETE_SUBSCRIPT) : {
    SAVE_FRAME();
    bool deleted = py_setitem(sp[-2], sp[-1], PY_UNDEFINED);
    py_drop(*--sp);
    py_drop(*--sp);
    if (!deleted) goto error;
    NEXT();
  }

  /* ---- Displays ---- */
  CASE(BUILD_TUPLE) : {
    Value tuple = py_tuple(pc->arg);
    if (py_is_error(tuple)) goto error;
    sp -= pc->arg;
    for (int i = 0; i < pc->arg; i++) py_as_tuple(tuple)->items[i] = sp[i];
    *sp++ = tuple;
    NEXT();
  }
  CASE(BUILD_LIST) : {
    Value list = py_list(pc->arg);
    if (py_is_error(list)) goto error;
    sp -= pc->arg;
    for (int i = 0; i < pc->arg; i++) {
      if (py_list_append_steal(py_as_list(list), sp[i])) continue;
      while (++i < pc->arg) py_drop(sp[i]);
      py_drop(list);
      goto error;
    }
    *sp++ = list;
    NEXT();
  }
  CASE(BUILD_SET) : {
    Value set = py_set();
    bool made = !py_is_error(set);
    for (int i = 0; made && i < pc->arg; i++) made = py_set_add(py_as_set(set), sp[i - pc->arg]);
    for (int i = 0; i < pc->arg; i++) py_drop(*--sp);
    if (!made) {
      py_drop(set);
      goto error;
    }
    *sp++ = set;
    NEXT();
  }
  CASE(BUILD_DICT) : {
    Value dict = py_dict();
    bool made = !py_is_error(dict);
    Value *pairs = sp - 2 * pc->arg;
    for (int i = 0; made && i < pc->arg; i++) made = py_dict_set(py_as_dict(dict), pairs[2 * i], pairs[2 * i + 1]);
    while (sp > pairs) py_drop(*--sp);
    if (!made) {
      py_drop(dict);
      goto error;
    }
    *sp++ = dict;
    NEXT();
  }
  CASE(BUILD_STRING) : {
    Value text = vm_build_string(sp - pc->arg, pc->arg);
    for (int i = 0; i < pc->arg; i++) py_drop(*--sp);
    if (py_is_error(text)) goto error;
    *sp++ = text;
    NEXT();
  }
  CASE(BUILD_SLICE) : {
    int parts = pc->c;
    Value slice = py_slice(sp[-parts], sp[1 - parts], parts == 3 ? sp[-1] : PY_NONE);
    for (int i = 0; i < parts; i++) py_drop(*--sp);
    if (py_is_error(slice)) goto error;
    *sp++ = slice;
    NEXT();
  }
  CASE(LIST_APPEND) : {
    Value item = *--sp;
    if (!py_list_append_steal(py_as_list(sp[-pc->arg]), item)) goto error;
    NEXT();
  }
  CASE(SET_ADD) : {
    bool added = py_set_add(py_as_set(sp[-1 - pc->arg]), sp[-1]);
    py_drop(*--sp);
    if (!added) goto error;
    NEXT();
  }
  CASE(DICT_ADD) : {
    bool added = py_dict_set(py_as_dict(sp[-2 - pc->arg]), sp[-2], sp[-1]);
    py_drop(*--sp);
    py_drop(*--sp);
    if (!added) goto error;
    NEXT();
  }
  CASE(LIST_EXTEND) : {
    SAVE_FRAME();
    bool extended = vm_list_extend(sp[-2], sp[-1], pc->c != 0, pc->c ? sp[-3] : PY_NONE);
    py_drop(*--sp);
    if (!extended) goto error;
    NEXT();
  }
  CASE(SET_UPDATE) : {
    SAVE_FRAME();
    Value iterator = py_iter(sp[-1]);
    bool good = !py_is_error(iterator);
    while (good) {
      Value item = py_next(iterator);
      if (item.tag == TAG_UNDEFINED) break;
      good = !py_is_error(item) && py_set_add(py_as_set(sp[-2]), item);
      py_drop(item);
    }
    py_drop(iterator);
    py_drop(*--sp);
    if (!good) goto error;
    NEXT();
  }
  CASE(DICT_UPDATE) : {
    SAVE_FRAME();
    bool updated = vm_dict_update(sp[-2], sp[-1]);
    py_drop(*--sp);
    if (!updated) goto error;
    NEXT();
  }
  CASE(DICT_MERGE) : {
    SAVE_FRAME();
    bool merged = vm_dict_merge(sp[-1 - pc->arg], sp[-2], sp[-1]);
    py_drop(*--sp);
    if (!merged) goto error;
    NEXT();
  }
  CASE(LIST_TO_TUPLE) : {
    Value tuple = py_to_tuple(sp[-1]);
    py_drop(*--sp);
    if (py_is_error(tuple)) goto error;
    *sp++ = tuple;
    NEXT();
  }
  CASE(FORMAT) : {
    SAVE_FRAME();
    Value *value = sp - 1 - pc->arg;
    Value text = vm_format(*value, pc->c, pc->arg ? sp[-1] : PY_UNDEFINED);
    while (sp > value) py_drop(*--sp);
    if (py_is_error(text)) goto error;
    *sp++ = text;
    NEXT();
  }
  CASE(UNPACK) : {
    SAVE_FRAME();
    Value value = *--sp;
    bool unpacked = vm_unpack(value, pc->arg, sp);
    py_drop(value);
    if (!unpacked) goto error;
    sp += pc->arg;
    NEXT();
  }
  CASE(UNPACK_STAR) : {
    SAVE_FRAME();
    Value value = *--sp;
    bool unpacked = vm_unpack_star(value, pc->c, pc->arg, sp);
    py_drop(value);
    if (!unpacked) goto error;
    sp += pc->c + pc->arg + 1;
    NEXT();
  }

  /* ---- Loops ---- */
  CASE(GET_ITER) : {
    Value v = sp[-1];
    /* What a comprehension runs over is made an iterator by its own loop, where that makes no difference. */
    if (!pc->c && v.tag == TAG_OBJECT &&
        (v.as.object->type == &py_list_type || v.as.object->type == &py_range_type ||
         v.as.object->type == &py_tuple_type))
      NEXT();
    SAVE_FRAME();
    Value iterator = py_iter(v);
    py_drop(*--sp);
    if (py_is_error(iterator)) goto error;
    *sp++ = iterator;
    NEXT();
  }
  CASE(FOR_PREPARE) : {
    /* Three values: a range as step, next, number left; a list or tuple and the next index; an iterator. */
    Value v = sp[-1];
    const Type *type = v.tag == TAG_OBJECT ? v.as.object->type : NULL;
    if (type == &py_range_type) {
      const Range *range = (const Range *)v.as.object;
      sp[-1] = py_int(range->step);
      sp[0] = py_int(range->start);
      sp[1] = py_int(range->count);
      sp += 2;
      py_drop(v);
      NEXT();
    }
    if (type == &py_list_type || type == &py_tuple_type) {
      sp[0] = py_int(0);
    } else {
      SAVE_FRAME();
      Value iterator = py_iter(v);
      py_drop(*--sp);
      if (py_is_error(iterator)) goto error;
      *sp++ = iterator;
      sp[0] = PY_UNDEFINED;
    }
    sp[1] = PY_UNDEFINED;
    sp += 2;
    NEXT();
  }
  CASE(FOR_NEXT) : {
    Value *state = sp - 3;
    if (state[0].tag == TAG_INT) {
      if (state[2].as.integer == 0) goto exhausted;
      state[2].as.integer--;
      left = state[1];
      state[1].as.natural += state[0].as.natural;
    } else if (state[1].tag == TAG_INT) {
      int64_t at = state[1].as.integer++;
      if (state[0].as.object->type == &py_list_type) {
        const List *list = py_as_list(state[0]);
        if (at >= list->count) goto exhausted;
        left = py_keep(list->items[at]);
      } else {
        const Tuple *tuple = py_as_tuple(state[0]);
        if (at >= tuple->count) goto exhausted;
        left = py_keep(tuple->items[at]);
      }
    } else if (is_generator(state[0]) && ((Generator *)state[0].as.object)->state != GENERATOR_RUNNING) {
      Generator *generator = (Generator *)state[0].as.object;
      if (generator->state == GENERATOR_FINISHED) goto exhausted;
      if (frame_depth >= FRAME_DEPTH_LIMIT) goto too_deep;
      callee = generator->frame;
      if (generator->state == GENERATOR_SUSPENDED) *callee->sp++ = PY_NONE;
      generator_resumed(generator);
      SAVE_FRAME();
      callee->kind = FRAME_ITERATED;
      goto enter_frame;
    } else {
      SAVE_FRAME();
      left = py_next(state[0]);
      if (left.tag == TAG_UNDEFINED) goto exhausted;
      if (py_is_error(left)) goto error;
    }
  deliver:
    PUT(left);
    NEXT();
  exhausted:
    for (int i = 0; i < 3; i++) py_drop(*--sp);
    JUMP_TO(pc->arg);
  }

  /* ---- Leaving and resuming frames ---- */
  CASE(RETURN) : {
    Value result = *--sp;
    Frame *back = frame->back;
    switch (frame->kind) {
    case FRAME_CALLED:
      end_frame(frame, sp);
      frame_current = frame = back;
      frame_depth--;
      LOAD_FRAME();
      *sp++ = result;
      NEXT();
    case FRAME_ENTRY:
      end_frame(frame, sp);
      frame_current = back;
      frame_depth--;
      return result;
    case FRAME_RESUMED:
      generator_finished(frame->generator, sp, result);
      frame_current = back;
      frame_depth--;
      return PY_UNDEFINED;
    default: /* FRAME_ITERATED: the loop does not want the result */
      py_drop(result);
      generator_finished(frame->generator, sp, PY_NONE);
      frame_current = frame = back;
      frame_depth--;
      LOAD_FRAME();
      goto exhausted;
    }
  }
  CASE(YIELD) : {
    left = *--sp;
    frame->pc = pc + 1;
  yielded:
    frame->sp = sp;
    generator_yielded(frame->generator);
    uint8_t kind = frame->kind;
    frame_current = frame = frame->back;
    frame_depth--;
    if (kind == FRAME_RESUMED) return left;
    LOAD_FRAME();
    goto deliver;
  }
  CASE(YIELD_FROM) : {
    SAVE_FRAME();
    Value sent = *--sp, result;
    left = generator_send_any(sp[-1], sent, &result);
    py_drop(sent);
    if (py_is_error(left)) goto error;
    if (left.tag != TAG_UNDEFINED) {
      frame->pc = pc; /* comes here again with what is sent */
      goto yielded;
    }
    py_drop(sp[-1]);
    sp[-1] = result;
    NEXT();
  }

  /* ---- Functions, classes, modules ---- */
  CASE(MAKE_FUNCTION) : {
    Value closure = pc->c & FUNCTION_CLOSURE ? *--sp : PY_NONE;
    Value keyword_defaults = pc->c & FUNCTION_KEYWORD_DEFAULTS ? *--sp : PY_NONE;
    Value defaults = pc->c & FUNCTION_DEFAULTS ? *--sp : PY_NONE;
    Value function = function_new(frame->code->children[pc->arg], frame->globals, defaults, keyword_defaults, closure);
    if (py_is_error(function)) goto error;
    *sp++ = function;
    NEXT();
  }
  CASE(BUILD_CLASS) : {
    SAVE_FRAME();
    int parts = 2 + pc->c;
    Value class = vm_build_class(frame, sp[-parts], sp[1 - parts], pc->c ? sp[-1] : PY_UNDEFINED,
                                 py_as_string(constants[pc->arg]));
    for (int i = 0; i < parts; i++) py_drop(*--sp);
    if (py_is_error(class)) goto error;
    *sp++ = class;
    NEXT();
  }
  CASE(IMPORT) : {
    SAVE_FRAME();
    Value module = vm_import(frame->code->names[pc->arg], pc->c != 0);
    if (py_is_error(module)) goto error;
    *sp++ = module;
    NEXT();
  }
  CASE(IMPORT_RELATIVE) : {
    py_raise(&py_ImportError, "attempted relative import with no known parent package");
    goto error;
  }
  CASE(IMPORT_FROM) : {
    SAVE_FRAME();
    Value v = vm_import_from(sp[-1], frame->code->names[pc->arg]);
    if (py_is_error(v)) goto error;
    *sp++ = v;
    NEXT();
  }
  CASE(IMPORT_STAR) : {
    SAVE_FRAME();
    bool imported = vm_import_star(frame, sp[-1]);
    py_drop(*--sp);
    if (!imported) goto error;
    NEXT();
  }

  /* ---- Exceptions ---- */
  CASE(RAISE) : {
    SAVE_FRAME();
    if (pc->c == 0) {
      Value now = py_handled();
      if (now.tag != TAG_OBJECT) {
        py_raise(&py_RuntimeError, "No active exception to reraise");
        goto error;
      }
      py_raise_value(now);
      goto unwind; /* its traceback has this place's frame already */
    }
    Value cause = pc->c == 2 ? *--sp : PY_UNDEFINED, value = *--sp;
    vm_raise(value, cause, pc->c == 2);
    py_drop(cause);
    py_drop(value);
    goto error;
  }
  CASE(RERAISE) : {
    Value exception = *--sp;
    py_raise_value(exception);
    py_drop(exception);
    goto unwind;
  }
  CASE(PUSH_HANDLED) : {
    Value exception = sp[-1], previous = py_set_handled(exception);
    /* A generator may be resumed by others later: it restores what they are handling then. */
    if (frame->generator && is_same(previous, frame->outer_handled)) previous = PY_UNDEFINED;
    sp[-1] = py_keep(previous);
    *sp++ = exception;
    NEXT();
  }
  CASE(POP_HANDLED) : {
    Value exception = *--sp, previous = *--sp;
    py_set_handled(previous.tag == TAG_UNDEFINED ? frame->outer_handled : previous);
    py_drop(previous);
    py_drop(exception);
    NEXT();
  }
  CASE(RERAISE_HANDLER) : {
    Value raised = *--sp, exception = *--sp, previous = *--sp;
    py_set_handled(previous.tag == TAG_UNDEFINED ? frame->outer_handled : previous);
    py_raise_value(raised);
    py_drop(previous);
    py_drop(exception);
    py_drop(raised);
    goto unwind;
  }
  CASE(MATCH_EXCEPTION) : {
    SAVE_FRAME();
    int matches = py_exception_matches(sp[-2], sp[-1]);
    py_drop(*--sp);
    if (matches < 0) goto error;
    *sp++ = py_bool(matches);
    NEXT();
  }
  CASE(WITH_ENTER) : {
    SAVE_FRAME();
    Value manager = sp[-1], exit, entered;
    if (!vm_with_enter(manager, &exit, &entered)) goto error;
    py_drop(manager);
    sp[-1] = exit;
    *sp++ = entered;
    NEXT();
  }
  CASE(WITH_EXIT) : {
    SAVE_FRAME();
    const Value none[3] = {PY_NONE, PY_NONE, PY_NONE};
    Value exit = *--sp;
    Value result = py_call_values(exit, none, 3);
    py_drop(exit);
    if (py_is_error(result)) goto error;
    py_drop(result);
    NEXT();
  }
  CASE(WITH_EXCEPT) : {
    SAVE_FRAME();
    int truth = vm_with_except(sp[-3], sp[-1]);
    if (truth < 0) goto error;
    *sp++ = py_bool(truth);
    NEXT();
  }
  CASE(ASSERT_FAIL) : {
    Value message = pc->c ? *--sp : PY_UNDEFINED;
    vm_assert_fail(message);
    py_drop(message);
    goto error;
  }
  CASE(ECHO) : {
    SAVE_FRAME();
    Value value = *--sp;
    if (!py_is_none(value) && lang_echo) lang_echo(value);
    py_drop(value);
    if (py_pending()) goto error;
    NEXT();
  }

  /* ---- Operators ---- */
  CASE(COMPARE) : {
    Value x = sp[-2], y = sp[-1];
    SAVE_FRAME();
    Value r = py_compare((CompareOp)pc->c, x, y);
    py_drop(*--sp);
    py_drop(*--sp);
    if (py_is_error(r)) goto error;
    *sp++ = r;
    NEXT();
  }
  IN_ALL_MODES(GENERIC_BINARY, BINARY)
  IN_ALL_MODES(ARITHMETIC, ADD)
  IN_ALL_MODES(ARITHMETIC, SUB)
  IN_ALL_MODES(ARITHMETIC, MUL)
  IN_ALL_MODES(ARITHMETIC, DIV)
  IN_ALL_MODES(ARITHMETIC, FLOORDIV)
  IN_ALL_MODES(ARITHMETIC, MOD)
  IN_ALL_MODES(SUBSCRIPTION, SUBSCRIPT)
  COMPARISONS(LT, <)
  COMPARISONS(LE, <=)
  COMPARISONS(EQ, ==)
  COMPARISONS(NE, !=)
  COMPARISONS(GT, >)
  COMPARISONS(GE, >=)
  CASE(EXTRA) : NEXT();

  /* ---- The long forms. The operands become owned: those from locals and constants are kept meanwhile, so that a value
   * held once is a temporary. ---- */
binary_slow: {
  bool left_stack = slow_mode <= MODE_SC, right_stack = slow_mode == MODE_SS || slow_mode == MODE_LS;
  if (left.tag == TAG_UNDEFINED) goto unbound_a;
  if (right.tag == TAG_UNDEFINED) goto unbound_b;
  bool in_place = (pc->c & DEST_IN_PLACE) != 0;
  /* `x += y` on a local lends the value out of its slot: it may be extended where it lies. */
  bool lent = in_place && !left_stack && (pc->c & DEST_PUSH) == pc->a;
  if (lent) locals[pc->a] = PY_UNDEFINED;
  else if (!left_stack) py_keep(left);
  if (!right_stack) py_keep(right);
  sp -= taken_by_mode[slow_mode];
  SAVE_FRAME();
  Value result = in_place ? py_inplace((BinaryOp)slow_op, left, right) : py_binary((BinaryOp)slow_op, left, right);
  py_drop(right);
  if (lent && py_is_error(result)) locals[pc->a] = left;
  else py_drop(left);
  if (py_is_error(result)) goto error;
  PUT(result);
  NEXT();
}
subscript_slow: {
  bool left_stack = slow_mode <= MODE_SC, right_stack = slow_mode == MODE_SS || slow_mode == MODE_LS;
  if (left.tag == TAG_UNDEFINED) goto unbound_a;
  if (right.tag == TAG_UNDEFINED) goto unbound_b;
  if (!left_stack) py_keep(left);
  if (!right_stack) py_keep(right);
  sp -= taken_by_mode[slow_mode];
  SAVE_FRAME();
  Value result = py_getitem(left, right);
  py_drop(left);
  py_drop(right);
  if (py_is_error(result)) goto error;
  PUT(result);
  NEXT();
}
compare_slow: {
  bool left_stack = slow_mode <= MODE_SC, right_stack = slow_mode == MODE_SS || slow_mode == MODE_LS;
  if (left.tag == TAG_UNDEFINED) goto unbound_a;
  if (right.tag == TAG_UNDEFINED) goto unbound_b;
  if (!left_stack) py_keep(left);
  if (!right_stack) py_keep(right);
  sp -= taken_by_mode[slow_mode];
  SAVE_FRAME();
  Value result = py_compare((CompareOp)slow_op, left, right);
  int truth = py_is_error(result) ? -1 : truth_of(result);
  py_drop(result);
  py_drop(left);
  py_drop(right);
  if (truth < 0) goto error;
  BRANCH(truth != 0);
}

  /* ---- Entering a frame ---- */
bound_call: /* callee is bound (or NULL); the operands above `below` are done with */
  if (!callee) goto error;
  while (sp > below) py_drop(*--sp);
  if (callee->code->kind == CODE_GENERATOR) {
    Value generator = generator_new(callee);
    if (py_is_error(generator)) goto error;
    *sp++ = generator;
    NEXT();
  }
  if (frame_depth >= FRAME_DEPTH_LIMIT) {
    end_frame(callee, callee->sp);
    goto too_deep;
  }
  if (__builtin_expect(core_interrupt_pending(), 0)) {
    end_frame(callee, callee->sp);
    goto interrupted_call;
  }
enter:
  SAVE_FRAME();
  callee->kind = FRAME_CALLED;
enter_frame:
  callee->back = frame;
  frame_current = frame = callee;
  frame_depth++;
  LOAD_FRAME();
  DISPATCH();

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
  vm_interrupt();
error:
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
    if (kind == FRAME_CALLED || kind == FRAME_ENTRY) {
      end_frame(frame, sp);
    } else {
      convert_stop_iteration();
      generator_finished(frame->generator, sp, PY_ERROR);
    }
    frame_current = frame = back;
    frame_depth--;
    if (kind == FRAME_ENTRY || kind == FRAME_RESUMED) return PY_ERROR;
    LOAD_FRAME();
    add_trace(frame, pc);
  }
}
