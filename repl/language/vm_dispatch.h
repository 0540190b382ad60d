/* How instructions of vm_run are written: macros that use its variables. Private to vm.c and its parts. */
#ifndef NNSH_REPL_LANGUAGE_VM_DISPATCH_H
#define NNSH_REPL_LANGUAGE_VM_DISPATCH_H

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
  if (__builtin_expect(core_attention(), 0)) goto interrupted
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
    if (x.tag == TAG_INT && y.tag == TAG_INT) {            \
      Value r = int_bits((BinaryOp)pc[1].arg, x.as.integer, y.as.integer); \
      if (r.tag != TAG_UNDEFINED) {                        \
        sp -= TAKEN_##mode;                                \
        PUT(r);                                            \
        pc += 2;                                           \
        DISPATCH();                                        \
      }                                                    \
    }                                                      \
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
      if (MODE_##mode == MODE_SS || MODE_##mode == MODE_LS) py_drop(y); \
    }                                                          \
    PUT(r);                                                    \
    NEXT();                                                    \
  }

#endif
